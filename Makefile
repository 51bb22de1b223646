# demo: set up what the demo needs and run it.  test: set up everything and run every check.
PYTHON ?= python3
VENV := .venv
PIP := $(VENV)/bin/python -m pip --quiet --disable-pip-version-check install
VERSION := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)
BASE := $(VENV)/.made-with-$(VERSION)
CORE := $(VENV)/core
COVERED := thidua_rules/criteria/*,thidua_rules/scales/*,thidua_rules/evaluation/*

PROVISIONS := --provisions phap_luat_2003 --provisions xuan_son_2022

.PHONY: help demo test lint mutants bench clean
.DELETE_ON_ERROR:

help:
	@echo "make demo   the shipped example, evaluated and explained"
	@echo "make test   every check: lint, types, layers, tests, coverage"
	@echo "make lint   the static checks only"
	@echo "make mutants  which changes of the rules no conformance case notices"
	@echo "make bench  speed as ratios against peers"
	@echo "make clean  remove the environment and all caches"

$(BASE):
	@case "$(VERSION)" in 3.11|3.12|3.13) ;; \
	  *) echo "expected Python 3.11 to 3.13, got '$(VERSION)' from $(PYTHON); set PYTHON=..." >&2; exit 1;; esac
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.demo: $(BASE) pyproject.toml
	@echo "setting up the demo in $(VENV)" >&2
	@$(PIP) --editable '.[cli]'
	@touch $@

$(VENV)/.test: $(BASE) pyproject.toml
	@echo "setting up every extra in $(VENV)" >&2
	@$(PIP) --editable '.[all,dev]' --editable examples/other_system
	@$(VENV)/bin/python -c 'import sys; sys.exit(sys.version_info >= (3, 13))' \
	  || echo "note: [live] is skipped, durable-rules does not load on Python 3.13" >&2
	@if $(VENV)/bin/python -c 'import sys; sys.exit(sys.version_info >= (3, 13))'; then \
	  $(PIP) --editable '.[live]' >/dev/null 2>&1 \
	    || echo "note: [live] is skipped, durable-rules could not be built (is there a C compiler?)" >&2; fi
	@touch $@ $(VENV)/.demo

$(VENV)/.core: $(BASE) pyproject.toml
	@echo "setting up the core alone in $(CORE)" >&2
	@$(PYTHON) -m venv --clear $(CORE)
	@$(CORE)/bin/python -m pip --quiet --disable-pip-version-check install --editable . \
	  'hypothesis>=6.100' 'pytest>=8.2' 'pytest-cov>=5.0' 'pytest-xdist>=3.6'
	@touch $@

demo: $(VENV)/.demo
	@$(VENV)/bin/thidua-rules demo

lint: $(VENV)/.test
	@echo "== ruff" && $(VENV)/bin/ruff check --quiet . && $(VENV)/bin/ruff format --check --quiet .
	@echo "== mypy" && $(VENV)/bin/mypy
	@echo "== import-linter" && $(VENV)/bin/lint-imports --no-cache

test: lint $(VENV)/.core
	@echo "== pytest"
	@$(VENV)/bin/python -m pytest -q -n auto --dist loadfile $(PROVISIONS)
	@echo "== pytest, with the core alone"
	@$(CORE)/bin/python -m pytest --cov --cov-report= -q -r fE -n auto --dist loadfile --ignore tests/laws
	@echo "== coverage of criteria, scales and evaluation, by the core alone"
	@$(CORE)/bin/python -m coverage report --include='$(COVERED)' --fail-under=100

mutants: $(VENV)/.test
	@$(VENV)/bin/thidua-rules test tests/conformance --mutants --policy xuan_son_2022 --policy kon_tum_2022 --policy ha_tinh_2019 --policy ninh_thuan_2015 --processes 2 \
	  --accepted tests/conformance/mutants.yaml

bench: $(VENV)/.test
	@$(PIP) --requirement benchmarks/requirements.txt
	@$(VENV)/bin/python benchmarks/run.py
	@echo && $(VENV)/bin/python benchmarks/columns_peers.py
	@echo && $(VENV)/bin/python benchmarks/columns.py --growth 1000000 5000000

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage .import_linter_cache
