"""Scored items as bounds of points for each row: one explicit table; what is not in it makes its scale fall back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.items import awards, bands, groups, ledgers, means, plain
from thidua_rules.readers.columns.points import Points
from thidua_rules.scales import (
    AgainstMean,
    AllOrNothing,
    AwardPoints,
    Bands,
    BestOf,
    BySize,
    Evidence,
    Group,
    Guard,
    Judged,
    Ledger,
    Linear,
    Parts,
    PastAwards,
    PerUnit,
    Sample,
    Steps,
)

ITEMS: Final[dict[type, Callable[[Any, Build], Points]]] = {
    AgainstMean: means.against_mean,
    AllOrNothing: plain.all_or_nothing,
    AwardPoints: awards.award_points,
    Bands: bands.bands,
    BestOf: groups.best_of,
    BySize: bands.by_size,
    Evidence: groups.evidence,
    Group: groups.group,
    Guard: groups.guard,
    Judged: plain.judged,
    Ledger: ledgers.ledger,
    Linear: plain.linear,
    Parts: plain.parts,
    PastAwards: awards.past_awards,
    PerUnit: plain.per_unit,
    Sample: plain.sample,
    Steps: bands.steps,
}
"""How each item is expressed. Missing: ``AgainstBest``, ``PeriodAverage`` and ``Stages``, whose units depend on data."""
