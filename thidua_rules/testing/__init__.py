"""
The testing kit: conformance cases as data, the pytest plugin that runs them, the contract of a criterion, and fairness.

The names below are loaded when first asked for: pytest imports this package at the start of every run.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thidua_rules.testing.cases import ConformanceCase
    from thidua_rules.testing.contract import assert_contract, violations
    from thidua_rules.testing.fairness.running import assert_fair
    from thidua_rules.testing.reading import load_cases
    from thidua_rules.testing.results import CaseResult, Check, Provision, Report
    from thidua_rules.testing.running import run, run_case

_HOMES = {
    "CaseResult": "results",
    "Check": "results",
    "ConformanceCase": "cases",
    "Provision": "results",
    "Report": "results",
    "assert_contract": "contract",
    "assert_fair": "fairness.running",
    "load_cases": "reading",
    "run": "running",
    "run_case": "running",
    "violations": "contract",
}

__all__ = [
    "CaseResult",
    "Check",
    "ConformanceCase",
    "Provision",
    "Report",
    "assert_contract",
    "assert_fair",
    "load_cases",
    "run",
    "run_case",
    "violations",
]


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
