"""
The testing kit: conformance cases as data, the pytest plugin that runs them, the contract of a criterion, and fairness.

Whether the cases hold the rules in place is asked by changing the rules (``run_mutants``) and by counting what the cases
reach (``provision_coverage``).

The names below are loaded when first asked for: pytest imports this package at the start of every run.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thidua_rules.testing.cases import ConformanceCase
    from thidua_rules.testing.contract import assert_contract, violations
    from thidua_rules.testing.fairness.running import assert_fair
    from thidua_rules.testing.mutation.explained import Explained, Explanation, load_explained
    from thidua_rules.testing.mutation.model import Mutant
    from thidua_rules.testing.mutation.report import MutationReport
    from thidua_rules.testing.mutation.running import run_mutants
    from thidua_rules.testing.mutation.walking import mutants
    from thidua_rules.testing.provisions import PolicyCoverage, provision_coverage
    from thidua_rules.testing.reading import load_cases
    from thidua_rules.testing.results import CaseResult, Check, Provision, Report
    from thidua_rules.testing.running import run, run_case

_HOMES = {
    "CaseResult": "results",
    "Check": "results",
    "ConformanceCase": "cases",
    "Explained": "mutation.explained",
    "Explanation": "mutation.explained",
    "Mutant": "mutation.model",
    "MutationReport": "mutation.report",
    "PolicyCoverage": "provisions",
    "Provision": "results",
    "Report": "results",
    "assert_contract": "contract",
    "assert_fair": "fairness.running",
    "load_cases": "reading",
    "load_explained": "mutation.explained",
    "mutants": "mutation.walking",
    "provision_coverage": "provisions",
    "run": "running",
    "run_case": "running",
    "run_mutants": "mutation.running",
    "violations": "contract",
}

__all__ = [
    "CaseResult",
    "Check",
    "ConformanceCase",
    "Explained",
    "Explanation",
    "Mutant",
    "MutationReport",
    "PolicyCoverage",
    "Provision",
    "Report",
    "assert_contract",
    "assert_fair",
    "load_cases",
    "load_explained",
    "mutants",
    "provision_coverage",
    "run",
    "run_case",
    "run_mutants",
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
