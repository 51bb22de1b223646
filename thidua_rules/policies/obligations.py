"""What a plan demands: deeds of an actor by a day, figures of a year, movements launched and carried out."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

import attrs

from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria.base import Criterion, Part


class Direction(Enum):
    """Which way a figure is good."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@attrs.frozen(kw_only=True)
class Target(Part):
    """
    A figure that the commune is to reach; what was assigned and reached is roster data.

    Args:
        id: Its name in the plan.

        label_vi: What is measured.

        label_en: The same in English.

        metric: The metric's name, ascii Vietnamese.

        unit: Its unit.

        direction: Which way it is good.

        assigned: The figure that the instrument itself gives, or None where it gives none.

        citation: Where it stands.
    """

    kind: ClassVar[str] = "target"

    id: str
    label_vi: str
    label_en: str
    metric: str
    unit: str
    direction: Direction = Direction.AT_LEAST
    assigned: int | None = None
    citation: Citation
    standing: Standing = Standing.CONFIRMED


@attrs.frozen(kw_only=True)
class Movement(Part):
    """A movement that the plan names: to be launched, planned, led, reported on."""

    kind: ClassVar[str] = "movement"

    id: str
    label_vi: str
    label_en: str
    citation: Citation
    standing: Standing = Standing.CONFIRMED


@attrs.frozen(kw_only=True)
class Obligation(Part):
    """
    A deed that the plan demands.

    Args:
        id: Its name in the plan.

        label_vi: What is to be done.

        label_en: The same in English.

        actor_vi: Who is to do it, as the plan names them.

        actor_en: The same in English.

        actors: Which subjects are to do it, each for itself; None: one deed for the whole commune.

        due: The parameter that holds the last day, or empty where nothing sets one.

        phase: The phase of the year that it belongs to, or empty.

        citation: Where it stands.

        standing: How well it was confirmed.
    """

    kind: ClassVar[str] = "obligation"

    id: str
    label_vi: str
    label_en: str
    actor_vi: str
    actor_en: str
    actors: Criterion | None = None
    due: str = ""
    phase: str = ""
    citation: Citation
    standing: Standing = Standing.CONFIRMED


@attrs.frozen(kw_only=True)
class Proposal(Part):
    """What one range of places in a ranking proposes: from place *first* to *last*, both included."""

    kind: ClassVar[str] = "proposal"

    first: int
    last: int
    award: str


@attrs.frozen(kw_only=True)
class Standings(Part):
    """
    A ranking of units by a scale, inside strata.

    Args:
        id: Its name.

        subjects: Who takes part.

        scale: The scale.

        stratum: The fact whose value names the stratum.

        proposals: What the places propose; only a proposal, never a decision.
    """

    kind: ClassVar[str] = "standings"

    id: str
    label_vi: str
    label_en: str
    subjects: Criterion
    scale: str
    stratum: str
    proposals: tuple[Proposal, ...] = ()
    citation: Citation
    standing: Standing = Standing.CONFIRMED


@attrs.frozen(kw_only=True)
class Fund(Part):
    """
    The ceiling of the commune's emulation fund.

    Args:
        rate: The parameter that holds the share of recurrent spending.

        spending: The fact of the commune that holds the spending, in đồng.
    """

    kind: ClassVar[str] = "fund"

    rate: str
    spending: str
    citation: Citation
    standing: Standing = Standing.CONFIRMED


@attrs.frozen(kw_only=True)
class Provision(Part):
    """
    One rule sentence of an instrument, and what became of it.

    Args:
        id: Its name, unique in its layer.

        citation: Where it stands.

        summary_vi: What it says, in our words.

        summary_en: The same in English.

        encoded_by: The ids of what encodes it: clauses, obligations, targets, movements, standings.

        why_not: Why nothing does, where nothing does (English).

        why_not_vi: The same in Vietnamese.

        defects: What is wrong with the sentence itself, as codes of ``review``.
    """

    kind: ClassVar[str] = "provision"

    id: str
    citation: Citation
    summary_vi: str
    summary_en: str
    encoded_by: tuple[str, ...] = ()
    why_not: str = ""
    why_not_vi: str = ""
    defects: tuple[str, ...] = ()
