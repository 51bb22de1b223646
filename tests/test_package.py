"""The names that the package offers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import thidua_rules

PACKAGE = Path(thidua_rules.__file__).parent
MODULES = {path.stem for path in PACKAGE.glob("*.py")} | {
    path.name for path in PACKAGE.iterdir() if path.is_dir()
}


@pytest.mark.parametrize("name", thidua_rules.__all__)
def test_every_name_is_there(name):
    """
    Every name of the list can be taken from the package.
    """
    assert getattr(thidua_rules, name) is not None


def test_no_name_hides_a_module():
    """
    No public name is that of a module, which an import would put in its place.
    """
    assert set() == set(thidua_rules.__all__) & MODULES


def test_names_are_sorted():
    """
    The list of names is sorted, and what ``dir`` shows.
    """
    assert sorted(thidua_rules.__all__) == thidua_rules.__all__ == dir(thidua_rules)


def test_unknown_name():
    """
    Another name is an AttributeError, as for any module.
    """
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = thidua_rules.nothing


def test_import_loads_no_extra():
    """
    The package, one evaluation and the tables of it load no third-party package but attrs.
    """
    script = (
        "import sys; before = set(sys.modules); "
        "from thidua_rules import evaluate, load_policy; from thidua_rules.subjects import Roster; "
        "e = evaluate(load_policy('xuan_son_2022'), Roster('r', 'x', 2022)); "
        "found = {m.split('.')[0] for m in set(sys.modules) - before}; "
        "known = sys.stdlib_module_names | {'attr', 'attrs', 'thidua_rules'}; "
        "print(sorted(found - known))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.strip()
