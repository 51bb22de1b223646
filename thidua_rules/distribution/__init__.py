"""Who is put forward, by sex, position, unit and area, beside who was considered; of people no small group is shown."""

from thidua_rules.distribution.groupings import (
    GROUPINGS,
    MARKS,
    ByFact,
    ByPast,
    ByTests,
    ByUnit,
    Class,
    Grouping,
    Label,
)
from thidua_rules.distribution.protecting import LEAST
from thidua_rules.distribution.results import (
    Alike,
    AwardDistribution,
    Breakdown,
    Cause,
    Distribution,
    Parting,
    Row,
    Stage,
    Threshold,
)
from thidua_rules.distribution.run import distribute

__all__ = [
    "GROUPINGS",
    "LEAST",
    "MARKS",
    "Alike",
    "AwardDistribution",
    "Breakdown",
    "ByFact",
    "ByPast",
    "ByTests",
    "ByUnit",
    "Cause",
    "Class",
    "Distribution",
    "Grouping",
    "Label",
    "Parting",
    "Row",
    "Stage",
    "Threshold",
    "distribute",
]
