"""What a distribution says: plain frozen data, exact numbers, None for every count that is held back."""

from __future__ import annotations

import datetime as dt
from enum import IntEnum
from fractions import Fraction

import attrs

from thidua_rules.awards import Award
from thidua_rules.citations import Citation
from thidua_rules.distribution.groupings import Grouping, Label
from thidua_rules.evaluation.results import Exact
from thidua_rules.facts import SubjectKind

Counts = tuple[int | None, ...]
"""A count for each stage, in their order; None where it is held back, or the stage doesn't exist."""


class Stage(IntEnum):
    """
    How far somebody surely came under one award; who reached a stage reached every one before it.

    ``LISTED``: in the roster. ``CONSIDERED``: within the award's scope. ``REGISTERED``: registered for it, where it asks for
    that. ``POSSIBLE``: not ruled out by what is known. ``ELIGIBLE``: meets every condition. ``COMPETING``: and nothing is
    pending, no higher award covers it. ``PLACED``: and stands within the number of places, or level with the last one.
    ``RECOMMENDED``: put forward.
    """

    LISTED = 0
    CONSIDERED = 1
    REGISTERED = 2
    POSSIBLE = 3
    ELIGIBLE = 4
    COMPETING = 5
    PLACED = 6
    RECOMMENDED = 7


@attrs.frozen
class Row:
    """
    One class of a breakdown, or several that were joined because one of them is too small to be shown.

    Args:
        classes: The classes, more than one where they were joined.

        counts: How many of them reached each stage.
    """

    classes: tuple[Label, ...]
    counts: Counts

    def passed(self, since: Stage, to: Stage) -> Fraction | None:
        """Of those who reached *since*, the share that reached *to*; None where one is not shown or nobody came so far."""
        before, after = self.counts[since], self.counts[to]
        return Fraction(after, before) if before and after is not None else None


@attrs.frozen
class Parting:
    """
    Where the share of one row changes most.

    Args:
        row: The index of the row in its breakdown.

        since: The stage before.

        to: The stage at which it has changed: its name says which step did it.

        before: The row's share of everybody at the stage before.

        after: Its share of everybody at the stage *to*.
    """

    row: int
    since: Stage
    to: Stage
    before: Fraction
    after: Fraction

    @property
    def change(self) -> Fraction:
        """How much the share rises; negative where it falls."""
        return self.after - self.before


@attrs.frozen
class Breakdown:
    """
    One award by one grouping.

    Args:
        grouping: The grouping.

        rows: Its classes, the joined ones last; empty where no two rows can be shown.

        stages: The stages that its rows show.

        parting: Where a share changes most, over all rows; None where none changes, or too few stages are shown.
    """

    grouping: Grouping
    rows: tuple[Row, ...]
    stages: tuple[Stage, ...]
    parting: Parting | None = None


@attrs.frozen
class Cause:
    """
    A provision that stopped people at a step; how many is not said.

    Args:
        at: The stage that they did not reach.

        id: The id of the clause or ranking key.

        label_vi: What it is.

        label_en: The same in English.

        citation: Where it stands.
    """

    at: Stage
    id: str
    label_vi: str
    label_en: str
    citation: Citation

    def label(self, lang: str) -> str:
        """What it is, in ``vi`` or ``en``."""
        return self.label_en if lang == "en" else self.label_vi


@attrs.frozen
class Threshold:
    """
    The mark of the last one who was put forward in one class of a grouping.

    Args:
        grouping: The grouping's id.

        of: The class.

        key: The id of the first ranking key.

        label_vi: What the key is.

        label_en: The same in English.

        mark: The lowest mark of those who were put forward.

        winners: How many were.
    """

    grouping: str
    of: Label
    key: str
    label_vi: str
    label_en: str
    mark: Exact
    winners: int


@attrs.frozen
class AwardDistribution:
    """
    One award among one kind of recipients.

    Args:
        award: The award.

        kind: The kind of recipient.

        stages: The stages that it has: registration only where it asks for one.

        totals: How many reached each stage.

        breakdowns: The same by each grouping.

        causes: The provisions that stopped people, step by step, the one that stopped most first.

        thresholds: The last winner's mark in each class of units and areas.
    """

    award: Award
    kind: SubjectKind
    stages: tuple[Stage, ...]
    totals: Counts
    breakdowns: tuple[Breakdown, ...]
    causes: tuple[Cause, ...] = ()
    thresholds: tuple[Threshold, ...] = ()

    @property
    def of_eligible(self) -> Fraction | None:
        """Selectivity: those put forward, out of those who are eligible."""
        return Row((), self.totals).passed(Stage.ELIGIBLE, Stage.RECOMMENDED)

    @property
    def of_all(self) -> Fraction | None:
        """Selectivity: those put forward, out of all who were considered."""
        return Row((), self.totals).passed(Stage.CONSIDERED, Stage.RECOMMENDED)


@attrs.frozen
class Alike:
    """
    How many marks or votes are all alike.

    Args:
        kind: The kind of recipient.

        fact: The mark's fact; empty for the council's ballots.

        award: The award that was voted on; empty for a mark.

        label_vi: What is counted.

        label_en: The same in English.

        people: How many have a mark, or were voted on.

        alike: How many of them have the same mark, the one that most have; of ballots, how many were unanimous. None where
            that is held back.
    """

    kind: SubjectKind
    fact: str
    award: str
    label_vi: str
    label_en: str
    people: int
    alike: int | None

    @property
    def share(self) -> Fraction | None:
        """The share that is alike."""
        return None if self.alike is None else Fraction(self.alike, self.people)


@attrs.frozen
class Distribution:
    """
    Who is put forward, beside who was considered, registered and eligible; of people no group under *least* is shown.

    Args:
        policy: The policy's id.

        policy_hash: Its content.

        roster: The roster's id.

        roster_hash: Its content.

        year: The year under review.

        day: The day of the evaluation.

        least: The fewest people that a count may be about.

        awards: Award by award.

        alike: Marks and votes.
    """

    policy: str
    policy_hash: str
    roster: str
    roster_hash: str
    year: int
    day: dt.date
    least: int
    awards: tuple[AwardDistribution, ...]
    alike: tuple[Alike, ...]
