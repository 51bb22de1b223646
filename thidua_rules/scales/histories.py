"""Leaves that depend on awards: points for an award of this or an earlier year, a rank scale of past awards, monthly marks."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import ClassVar

import attrs

from thidua_rules.criteria.base import Case, Part, Uses
from thidua_rules.scales.base import Exact, Item, Number, Points, State
from thidua_rules.subjects import Record
from thidua_rules.values import as_fraction, tidy
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
        """The best level held; an absent history leaves bounds, an empty one gives 0."""
        rows = case.records(self.records)
        best = max((as_fraction(level.points) for level in self.levels), default=Fraction(0))
        if rows is None:
            return self.between(0, best, case.missing(self.records))
        worth = {level.award: as_fraction(level.points) for level in self.levels}
        held = [row for row in rows if self._counts(row, case)]
        return self.give(max((worth.get(str(row.get("danh_hieu")), Fraction(0)) for row in held), default=0))

    def _counts(self, row: Record, case: Case) -> bool:
        year, this = row.get("nam"), case.world.period.start.year
        if row.get("trang_thai") == "huy_bo" or not isinstance(year, int) or year >= this:
            return False
        return self.years is None or year >= this - self.years

    def own_uses(self) -> Uses:
        """The history."""
        return Uses(records=frozenset((self.records, column) for column in ("", "danh_hieu", "nam")))


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
        marks = [self._mark(row, case) for row in rows if row.get(self.column) is not None]
        total, gap = sum(marks, start=Fraction(0)), max(self.periods - len(marks), 0)
        if gap == 0 or (self.when_missing is MissingMark.SKIP and marks):
            return self.give(total / max(len(marks), 1), len(marks))
        if self.when_missing is MissingMark.ZERO:
            return self.give(total / self.periods, len(marks))
        if not marks and self.when_missing is MissingMark.SKIP:
            return self.between(0, self.maximum, case.missing(self.records))
        high = (total + gap * as_fraction(self.maximum)) / self.periods
        return self.between(total / self.periods, high, case.missing(self.records))

    def _mark(self, row: Record, case: Case) -> Fraction:
        value = row.get(self.column)
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)) or not 0 <= value <= self.maximum:
            raise case.wrong(f"{self.records}.{self.column}", f"marks from 0 to {self.maximum}")
        return as_fraction(value)

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

    The appraised score stands where it is given. Else the cross-scores, combined, correct the self-score: they stand
    where the two differ by no more than the limit. Beyond it the cluster's meeting decides: its figure
    stands, and until it is given the result lies between the two.

    Args:
        own: The self-score.

        cross: The list of cross-scores.

        column: Its column with the figure.

        method: How several become one.

        limit_percent: The largest difference, in percent of the maximum, that needs no meeting.

        decided: The fact with the meeting's figure.

        reason: The fact with the meeting's recorded reason; without it the figure does not stand.

        appraised: The fact with the appraised score.
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
        """The figure of the last stage that settles it, with the self-score below it."""
        own = self.own.score(case)
        appraised = case.number(self.appraised)
        if appraised is not None:
            return self._stand(case, own, as_fraction(appraised), self.appraised)
        rows = case.records(self.cross)
        marks = [as_fraction(m) for row in rows or () if (m := _number(row, self.column)) is not None]
        if rows is None or not marks:
            found = self.between(0, self.maximum, case.missing(self.cross))
            return attrs.evolve(found, children=(own,))
        crossed = combined(self.method, marks)
        limit = as_fraction(self.limit_percent) * as_fraction(self.maximum) / 100
        if abs(as_fraction(own.low) - crossed) <= limit and abs(as_fraction(own.high) - crossed) <= limit:
            return self._stand(case, own, crossed, f"{self.method.value}:{len(marks)}")
        return self._meeting(case, own, crossed)

    def _stand(self, case: Case, own: Points, points: Fraction, note: str) -> Points:
        if not 0 <= points <= as_fraction(self.maximum):
            raise case.wrong(note.partition(":")[0], f"points from 0 to {self.maximum}")
        return attrs.evolve(self.give(points, note=note), children=(own,))

    def _meeting(self, case: Case, own: Points, crossed: Fraction) -> Points:
        decided, reason = case.number(self.decided), case.fact(self.reason)
        if decided is not None and reason:
            return self._stand(case, own, as_fraction(decided), self.decided)
        name = self.decided if decided is None else self.reason
        low = min(as_fraction(own.low), crossed)
        high = max(as_fraction(own.high), crossed)
        missing = (*case.missing(name), *own.open_facts())
        points = Points(
            self.id, tidy(low), tidy(high), self.maximum, State.MISSING, None, "meeting_decides", missing
        )
        return attrs.evolve(points, children=(own,))

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


def _number(row: Record, column: str) -> Number | None:
    value = row.get(column)
    return value if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else None
