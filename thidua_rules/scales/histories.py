"""Leaves that depend on awards: points for an award of this or an earlier year, a rank scale of past awards, monthly marks."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import ClassVar

import attrs

from thidua_rules.criteria.base import Case, Part, Uses
from thidua_rules.scales.base import BEATEN, Exact, Item, Number, Points, may_be_absent
from thidua_rules.subjects import Record
from thidua_rules.values import Marker, as_fraction, tidy
from thidua_rules.verdicts import MET, UNKNOWN


@attrs.frozen(kw_only=True)
class AwardLevel(Part):
    """What one award is worth."""

    kind: ClassVar[str] = "award-level"

    award: str
    points: Number


@attrs.frozen(kw_only=True)
class AwardPoints(Item):
    """
    Points for awards earned this year; several add up unless *best_only*.

    Args:
        levels: The awards and their points.

        best_only: Whether only the best counts: a rank scale.
    """

    kind: ClassVar[str] = "award-points"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    levels: tuple[AwardLevel, ...]
    best_only: bool = False

    def score(self, case: Case) -> Points:
        """The points of what is earned; an award that is open leaves bounds."""
        verdicts = [case.earned(level.award).verdict for level in self.levels]
        sure = [as_fraction(lv.points) for lv, v in zip(self.levels, verdicts, strict=True) if v is MET]
        may = [as_fraction(lv.points) for lv, v in zip(self.levels, verdicts, strict=True) if v is UNKNOWN]
        low, high = self._total(sure), self._total(sure + may)
        if low == high:
            return self.give(low)
        open_ = [lv.award for lv, v in zip(self.levels, verdicts, strict=True) if v is UNKNOWN]
        missing = tuple(item for name in open_ for item in case.missing(f"danh_hieu:{name}"))
        return self.between(low, high, missing)

    def _total(self, points: list[Fraction]) -> Fraction:
        total = max(points, default=Fraction(0)) if self.best_only else sum(points, start=Fraction(0))
        return min(total, as_fraction(self.maximum))

    @property
    def ceiling(self) -> Exact:
        """The points of every award together, or of the best; at most the maximum."""
        return tidy(self._total([as_fraction(level.points) for level in self.levels]))

    def own_uses(self) -> Uses:
        """The awards."""
        return Uses(awards=frozenset(level.award for level in self.levels))


@attrs.frozen(kw_only=True)
class PastAwards(Item):
    """
    Points for the best award of earlier years, on a scale of ranks; those of one level are equal.

    Args:
        levels: The awards and their points.

        records: The history, with columns ``danh_hieu``, ``nam`` and ``trang_thai``.

        years: How many years back count; None: all.
    """

    kind: ClassVar[str] = "past-awards"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    levels: tuple[AwardLevel, ...]
    records: str = "tich_danh_hieu"
    years: int | None = None

    def score(self, case: Case) -> Points:
        """The best level held; an absent history leaves bounds, as does a row without its award or year."""
        rows = case.records(self.records)
        if rows is None:
            return self.between(0, self.ceiling, case.missing(self.records))
        worth = [self._worth(row, case) for row in rows]
        low = max((low for low, _ in worth), default=Fraction(0))
        high = max((high for _, high in worth), default=Fraction(0))
        return self.give(low) if low == high else self.between(low, high, case.missing(self.records))

    def _worth(self, row: Record, case: Case) -> tuple[Fraction, Fraction]:
        """The least and the most that one row is worth."""
        year, this = row.get("nam"), case.world.period.start.year
        counts = not isinstance(year, int) or (
            year < this and (self.years is None or year >= this - self.years)
        )
        if row.get("trang_thai") == "huy_bo" or not counts:
            return Fraction(0), Fraction(0)
        award = row.get("danh_hieu")
        points = [as_fraction(level.points) for level in self.levels if award in {None, level.award}]
        most = max(points, default=Fraction(0))
        return (Fraction(0) if year is None or award is None else most), most

    @property
    def ceiling(self) -> Exact:
        """The best level."""
        return max((level.points for level in self.levels), default=0)

    def own_uses(self) -> Uses:
        """The history."""
        return Uses(records=frozenset((self.records, column) for column in ("", "danh_hieu", "nam")))


def mark_in(row: Record, column: str, item: Item, case: Case, records: str) -> Fraction:
    """
    The mark that *row* of *records* holds in *column*.

    Raises:
        RosterError: It is not a number from 0 to the maximum of *item*.
    """
    value = row.get(column)
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)) or not 0 <= value <= item.maximum:
        raise case.wrong(f"{records}.{column}", f"marks from 0 to {item.maximum}")
    return as_fraction(value)


class MissingMark(Enum):
    """What a month without a mark means in an average."""

    SKIP = "skip"
    ZERO = "zero"
    UNKNOWN = "unknown"


@attrs.frozen(kw_only=True)
class PeriodAverage(Item):
    """
    The mean of marks given month by month or quarter by quarter.

    Args:
        records: The list of marks.

        column: The column that holds the mark.

        periods: How many marks there ought to be.

        when_missing: What a missing mark means; the sources differ.
    """

    kind: ClassVar[str] = "period-average"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    records: str
    column: str = "diem"
    periods: int
    when_missing: MissingMark = MissingMark.UNKNOWN

    def score(self, case: Case) -> Points:
        """
        The exact mean.

        Raises:
            RosterError: A mark is not a number from 0 to the maximum.
        """
        rows = case.records(self.records)
        if rows is None:
            return self.between(0, self.maximum, case.missing(self.records))
        marks = [
            mark_in(row, self.column, self, case, self.records)
            for row in rows
            if row.get(self.column) is not None
        ]
        total, gap = sum(marks, start=Fraction(0)), max(self.periods - len(marks), 0)
        if gap == 0 or (self.when_missing is MissingMark.SKIP and marks):
            return self.give(total / max(len(marks), 1), len(marks))
        if self.when_missing is MissingMark.ZERO:
            return self.give(total / self.periods, len(marks))
        if not marks and self.when_missing is MissingMark.SKIP:
            return self.between(0, self.maximum, case.missing(self.records))
        high = (total + gap * as_fraction(self.maximum)) / self.periods
        return self.between(total / self.periods, high, case.missing(self.records))

    def own_uses(self) -> Uses:
        """The marks."""
        return Uses(records=frozenset({(self.records, ""), (self.records, self.column)}))


class CrossMethod(Enum):
    """How several cross-scores become one."""

    MEAN = "mean"
    MEDIAN = "median"
    TRIMMED = "trimmed"
    HIGHEST = "highest"


def combined(method: CrossMethod, marks: list[Fraction]) -> Fraction:
    """
    *marks*, at least one, as one figure.

    ``trimmed`` leaves the lowest and the highest out where there are three or more.
    """
    ordered = sorted(marks)
    if method is CrossMethod.HIGHEST:
        return ordered[-1]
    if method is CrossMethod.TRIMMED and len(ordered) >= 3:  # noqa: PLR2004
        ordered = ordered[1:-1]
    if method is CrossMethod.MEDIAN:
        middle = len(ordered) // 2
        return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    return sum(ordered, start=Fraction(0)) / len(ordered)


@attrs.frozen(kw_only=True)
class Stages(Item):
    """
    Self-score, cross-scores and appraised score kept apart, and the rule that combines them.

    The appraised score stands where it is given. Where it is marked (``khong_giao``) there is no appraisal: the
    cross-scores, combined, correct the self-score, and stand where the two differ by no more than the limit. Beyond it
    the cluster's meeting decides: its figure stands, and until it is given nothing is known. An appraised score that is
    absent may still be filed and replace whatever the other stages say, so until then nothing is known either: absent is
    unknown, never "not appraised". So its specification lets it be unassigned, or the other stages never count.

    Args:
        own: The self-score.

        cross: The list of cross-scores.

        column: Its column with the figure.

        method: How several become one.

        limit_percent: The largest difference, in percent of the maximum, that needs no meeting.

        decided: The fact with the meeting's figure.

        reason: The fact with the meeting's recorded reason; without it, or with a marker, the figure does not stand.

        appraised: The fact with the appraised score, or the marker of a subject that nobody appraises.
    """

    kind: ClassVar[str] = "stages"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    own: Item
    cross: str
    column: str = "diem"
    method: CrossMethod = CrossMethod.MEAN
    limit_percent: Number
    decided: str
    reason: str
    appraised: str

    def score(self, case: Case) -> Points:
        """
        The figure of the last stage that settles it, with the self-score below it.

        Raises:
            RosterError: A figure of a stage is not a number from 0 to the maximum.
        """
        own = self.own.score(case)
        appraised = self._figure(case, self.appraised)
        if appraised is not None:
            return attrs.evolve(self.give(appraised, note=self.appraised), children=(own,))
        found = self._corrected(case, own)
        idle = found.note == "meeting_decides"
        if case.fact(self.appraised) is None:
            unmarked = not may_be_absent(case, (self.appraised,))
            idle = idle or found.settled or unmarked
            missing = case.missing(self.appraised) + (() if unmarked else found.missing)
            found = self.between(0, self.maximum, missing, "appraisal_may_decide")
        return attrs.evolve(found, children=(attrs.evolve(own, note=BEATEN) if idle else own,))

    def _corrected(self, case: Case, own: Points) -> Points:
        """The figure of a subject that is not appraised."""
        rows = case.records(self.cross)
        if not rows or any(row.get(self.column) is None for row in rows):
            return self.between(0, self.maximum, (*case.missing(self.cross), *self._meeting(case).missing))
        marks = [mark_in(row, self.column, self, case, self.cross) for row in rows]
        crossed = combined(self.method, marks)
        limit = as_fraction(self.limit_percent) * as_fraction(self.maximum) / 100
        apart = [abs(as_fraction(end) - crossed) for end in (own.low, own.high)]
        stands = self.give(crossed, note=f"{self.method.value}:{len(marks)}")
        if max(apart) <= limit:
            return stands
        meeting = self._meeting(case)
        if min(apart) > limit and not own.low < crossed < own.high:
            return meeting
        if meeting.low == meeting.high == crossed:
            return meeting
        low, high = min(as_fraction(meeting.low), crossed), max(as_fraction(meeting.high), crossed)
        return self.between(low, high, (*meeting.missing, *own.open_facts()), "meeting_may_decide")

    def _figure(self, case: Case, fact: str) -> Fraction | None:
        value = case.number(fact)
        if value is not None and not 0 <= value <= self.maximum:
            raise case.wrong(fact, f"points from 0 to {self.maximum}")
        return None if value is None else as_fraction(value)

    def _meeting(self, case: Case) -> Points:
        """What the meeting decided; its figure stands with its reason only."""
        decided = self._figure(case, self.decided)
        reason = case.fact(self.reason)
        if decided is not None and reason and not isinstance(reason, Marker):
            return self.give(decided, note=self.decided)
        name = self.decided if decided is None else self.reason
        return self.between(0, self.maximum, case.missing(name), "meeting_decides")

    def items(self) -> tuple[Item, ...]:
        """The self-score."""
        return (self.own,)

    @property
    def ceiling(self) -> Exact:
        """The stated maximum."""
        return self.maximum

    def own_uses(self) -> Uses:
        """The cross-scores and the figures of the later stages."""
        return Uses(
            facts=frozenset({self.decided, self.reason, self.appraised}),
            records=frozenset({(self.cross, ""), (self.cross, self.column)}),
        )
