"""
A conformance case: what is asked, under which rules, and what the answer must be. Frozen data, read from YAML.

What a case asks is one of six tasks: an award, a criterion, a scale, a table of bare verdicts, a rounding, a dossier.
"""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import attrs

from thidua_rules.citations import Citation
from thidua_rules.criteria.base import Criterion
from thidua_rules.policies.model import Policy
from thidua_rules.scales import Scale
from thidua_rules.subjects import Roster
from thidua_rules.values import FrozenMap, Rounding, Value

Exact = int | Decimal | Fraction

Expectable = None | Exact | str | tuple["Expectable", ...]
"""What may be expected: nothing, a number, a word, or several of them (sorted, where their order has no meaning)."""


@attrs.frozen
class AwardTask:
    """One subject under one award, evaluated as everybody is."""

    policy: Policy = attrs.field(repr=False)
    award: str
    subject: str
    roster: Roster = attrs.field(repr=False)
    on: dt.date


@attrs.frozen
class CriterionTask:
    """One criterion, alone, about one subject; *policy* is None where the case needs none."""

    policy: Policy | None = attrs.field(repr=False)
    criterion: Criterion
    subject: str
    roster: Roster = attrs.field(repr=False)
    on: dt.date
    parameters: FrozenMap[str, Value] = attrs.field(factory=FrozenMap)


@attrs.frozen
class ScaleTask:
    """The score of one subject under one scale."""

    policy: Policy | None = attrs.field(repr=False)
    scale: Scale = attrs.field(repr=False)
    subject: str
    roster: Roster = attrs.field(repr=False)
    on: dt.date
    parameters: FrozenMap[str, Value] = attrs.field(factory=FrozenMap)


@attrs.frozen
class RoundingTask:
    """A number made whole, or a multiple of *step*."""

    rounding: Rounding
    value: Exact
    step: int | Decimal


@attrs.frozen
class ProcedureTask:
    """The only dossier of a roster, under its procedure."""

    policy: Policy = attrs.field(repr=False)
    procedure: str
    roster: Roster = attrs.field(repr=False)
    on: dt.date


Task = AwardTask | CriterionTask | ScaleTask | RoundingTask | ProcedureTask


@attrs.frozen
class ConformanceCase:
    """
    One case.

    Args:
        id: Unique in its file and in every set that is run together.

        description: What it shows, in a sentence that a jurist can read.

        citation: The provision that it is about.

        place: Where it was read, such as ``lao_dong_tien_tien.yaml.cases[3]``.

        task: What is asked.

        expected: Each key with what must be found there.
    """

    id: str
    description: str
    citation: Citation | None
    place: str
    task: Task
    expected: FrozenMap[str, Expectable]
