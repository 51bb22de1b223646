"""
Rules of Vietnamese emulation and commendation as composable, citable values.

The names below are loaded when first asked for, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from thidua_rules.version import VERSION as __version__

if TYPE_CHECKING:
    from thidua_rules.api import evaluate
    from thidua_rules.comparison import Comparison, compare
    from thidua_rules.criteria import Case, Criterion, Vocabulary
    from thidua_rules.errors import PolicyError, RosterError, ThiduaError
    from thidua_rules.evaluation import Evaluation, Outcome, Status
    from thidua_rules.findings import Finding
    from thidua_rules.paths import Paths
    from thidua_rules.policies import Policy
    from thidua_rules.review import review_policy
    from thidua_rules.serialization import evaluation_to_json, load_policy, load_roster
    from thidua_rules.subjects import Roster, Subject
    from thidua_rules.verdicts import Verdict

_HOMES = {
    "Case": "criteria",
    "Comparison": "comparison",
    "Criterion": "criteria",
    "Evaluation": "evaluation",
    "Finding": "findings",
    "Outcome": "evaluation",
    "Paths": "paths",
    "Policy": "policies",
    "PolicyError": "errors",
    "Roster": "subjects",
    "RosterError": "errors",
    "Status": "evaluation",
    "Subject": "subjects",
    "ThiduaError": "errors",
    "Verdict": "verdicts",
    "Vocabulary": "criteria",
    "compare": "comparison",
    "evaluate": "api",
    "evaluation_to_json": "serialization",
    "load_policy": "serialization",
    "load_roster": "serialization",
    "review_policy": "review",
}

__all__ = [
    "Case",
    "Comparison",
    "Criterion",
    "Evaluation",
    "Finding",
    "Outcome",
    "Paths",
    "Policy",
    "PolicyError",
    "Roster",
    "RosterError",
    "Status",
    "Subject",
    "ThiduaError",
    "Verdict",
    "Vocabulary",
    "__version__",
    "compare",
    "evaluate",
    "evaluation_to_json",
    "load_policy",
    "load_roster",
    "review_policy",
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
