"""
Fairness that can be run: properties that any policy should keep, tried on people drawn from the policy's own tree.

The names below are loaded when first asked for, as those of the testing kit are.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thidua_rules.testing.fairness.accepting import accepted_text, load_accepted
    from thidua_rules.testing.fairness.catalogue_roles import CATALOGUE
    from thidua_rules.testing.fairness.properties import ALL, Bend, Property, Scope, named
    from thidua_rules.testing.fairness.results import (
        Accepted,
        Answer,
        Counterexample,
        Report,
        Result,
        Rule,
        Seen,
    )
    from thidua_rules.testing.fairness.roles import Meaning, Role, Roles
    from thidua_rules.testing.fairness.running import UnfairError, assert_fair, results_of, run
    from thidua_rules.testing.fairness.strategies import criteria, policies, reforms, rosters, twins
    from thidua_rules.testing.fairness.tables import report_to_json
    from thidua_rules.testing.fairness.trying import Budget

_HOMES = {
    "ALL": "properties",
    "Accepted": "results",
    "Answer": "results",
    "Bend": "properties",
    "Budget": "trying",
    "CATALOGUE": "catalogue_roles",
    "Counterexample": "results",
    "Meaning": "roles",
    "Property": "properties",
    "Report": "results",
    "Result": "results",
    "Role": "roles",
    "Roles": "roles",
    "Rule": "results",
    "Scope": "properties",
    "Seen": "results",
    "UnfairError": "running",
    "accepted_text": "accepting",
    "assert_fair": "running",
    "criteria": "strategies",
    "load_accepted": "accepting",
    "policies": "strategies",
    "reforms": "strategies",
    "report_to_json": "tables",
    "rosters": "strategies",
    "twins": "strategies",
    "named": "properties",
    "results_of": "running",
    "run": "running",
}

__all__ = [
    "ALL",
    "CATALOGUE",
    "Accepted",
    "Answer",
    "Bend",
    "Budget",
    "Counterexample",
    "Meaning",
    "Property",
    "Report",
    "Result",
    "Role",
    "Roles",
    "Rule",
    "Scope",
    "Seen",
    "UnfairError",
    "accepted_text",
    "assert_fair",
    "criteria",
    "load_accepted",
    "named",
    "policies",
    "reforms",
    "report_to_json",
    "results_of",
    "rosters",
    "run",
    "twins",
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
