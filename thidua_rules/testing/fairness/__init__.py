"""
Fairness that can be run: properties that any policy should keep, tried on people drawn from the policy's own tree.

The names below are loaded when first asked for, as those of the testing kit are.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
    from thidua_rules.testing.fairness.running import Budget, UnfairError, assert_fair, results_of, run

_HOMES = {
    "ALL": "properties",
    "Accepted": "results",
    "Answer": "results",
    "Bend": "properties",
    "Budget": "running",
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
    "assert_fair": "running",
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
    "assert_fair",
    "named",
    "results_of",
    "run",
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
