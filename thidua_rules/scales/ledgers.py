"""Leaves that count events: a ledger of deductions and bonuses, and a two-way table by size class."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Final

import attrs

from thidua_rules.criteria.base import Case, Criterion, Part, Uses
from thidua_rules.errors import PolicyError
from thidua_rules.findings import Missing
from thidua_rules.scales.base import (
    ABSENT,
    MARKED,
    Exact,
    Item,
    Number,
    Points,
    State,
    absent_state,
    holds,
    may_be_absent,
)
from thidua_rules.values import Marker, as_fraction, tidy

Bounds = tuple[Fraction, Fraction]

MOST_EVENTS: Final = 1000
"""The largest count of events that a ledger takes: bounds for a missing count rest on it."""


@attrs.frozen(kw_only=True)
class Entry(Part):
    """
    One kind of event in a ledger.

    Args:
        id: Its name.

        label_vi: What happened.

        label_en: The same in English.

        fact: How often it happened.

        effect: What each gives (above 0) or takes (below 0).

        per: What is counted, such as ``case``; ``once`` counts one event at most.

        limit: The most points that this kind of event moves, or None.

        exclusive_with: Of these entries and this one only that with the larger effect counts.

        requires_full_base: Whether it counts only where nothing was deducted.

        column: ``bonus`` or ``penalty``: the column of the source, for the review of its sign.
    """

    kind: ClassVar[str] = "entry"

    id: str
    label_vi: str
    label_en: str
    fact: str
    effect: Number
    per: str = "case"
    limit: Number | None = None
    exclusive_with: tuple[str, ...] = ()
    requires_full_base: bool = False
    column: str = ""

    def bounds(self, case: Case) -> Bounds:
        """The smallest and the largest size of what it moves, without its sign."""
        count = _count(case, self.fact)
        spec = case.world.specs.get(self.fact)
        most = MOST_EVENTS if spec is None or spec.maximum is None else min(spec.maximum, MOST_EVENTS)
        low, high = (Fraction(0), as_fraction(most)) if count is None else (count, count)
        return self._moved(low), self._moved(high)

    def _moved(self, count: Fraction) -> Fraction:
        if self.per == "once":
            count = min(count, Fraction(1))
        moved = count * abs(as_fraction(self.effect))
        return moved if self.limit is None else min(moved, as_fraction(self.limit))

    @property
    def most(self) -> Fraction | None:
        """The largest size of what it can move; None where nothing limits it."""
        if self.per == "once":
            return self._moved(Fraction(1))
        return None if self.limit is None else as_fraction(self.limit)


def _count(case: Case, fact: str) -> Fraction | None:
    """How often it happened: a marked fact counts nothing, since nothing was asked for."""
    value = case.fact(fact)
    if value is None:
        return None
    if isinstance(value, Marker):
        return Fraction(0)
    if isinstance(value, (bool, int, Decimal)) and 0 <= value <= MOST_EVENTS:
        return Fraction(value)
    raise case.wrong(fact, f"a count from 0 to {MOST_EVENTS}, or true or false")


def _state(case: Case, fact: str) -> State:
    value = case.fact(fact)
    return MARKED[value] if isinstance(value, Marker) else State.GIVEN


def _rivals(entries: Iterable[Entry]) -> list[list[Entry]]:
    """*entries* in the groups of which only one counts, whichever of them names the other."""
    groups: list[list[Entry]] = []
    for entry in entries:
        near = [
            g
            for g in groups
            if any(one.id in entry.exclusive_with or entry.id in one.exclusive_with for one in g)
        ]
        groups = [group for group in groups if group not in near]
        groups.append([*(one for group in near for one in group), entry])
    return groups


def _summed(bounds: Iterable[Bounds]) -> Bounds:
    ends = tuple(bounds)
    return sum((low for low, _ in ends), start=Fraction(0)), sum(
        (high for _, high in ends), start=Fraction(0)
    )


def _limited(size: Fraction, limit: Number | None) -> Fraction:
    return size if limit is None else min(size, as_fraction(limit))


@attrs.frozen(kw_only=True)
class Ledger(Item):
    """
    Points that start at a figure, and to which events add and from which they take.

    Args:
        start: Where it begins; the maximum where None.

        entries: The kinds of event.

        max_deduction: The most that is taken in all, or None.

        max_bonus: The most that is added in all, or None.

        floored: Whether it never falls below 0; where the source is silent the tables here floor.

        waived_when: While it is met nothing is deducted, or None.
    """

    kind: ClassVar[str] = "ledger"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    entries: tuple[Entry, ...]
    start: Number | None = None
    max_deduction: Number | None = None
    max_bonus: Number | None = None
    floored: bool = True
    waived_when: Criterion | None = None

    @property
    def begin(self) -> Fraction:
        """Where it begins."""
        return as_fraction(self.maximum if self.start is None else self.start)

    def score(self, case: Case) -> Points:
        """
        The start, less what is deducted, plus what is added; absent where every count is marked so.

        Raises:
            RosterError: A count is not a number from 0 to the most that a ledger takes.
        """
        absent = absent_state(_state(case, entry.fact) for entry in self.entries)
        if absent is not None:
            return self.without(absent)
        points = self.counted(case)
        counts = [entry.fact for entry in self.entries]
        if counts and may_be_absent(case, counts) and (points.low, points.high) != (0, 0):
            missing = (item for name in counts if case.fact(name) is None for item in case.missing(name))
            low, high = min(as_fraction(points.low), Fraction(0)), max(as_fraction(points.high), Fraction(0))
            return self.between(low, high, tuple(dict.fromkeys((*points.missing, *missing))))
        return points

    def counted(self, case: Case) -> Points:
        """The points by the counts alone: a marked one counts nothing, also where all are marked."""
        sure, may, missing = self._waiver(case)
        raw = self._deductions(case)
        least, most = (Fraction(0) if may else raw[0]), (Fraction(0) if sure else raw[1])
        low = self._after(most) + self._bonus(case, most)[0]
        high = self._after(least) + self._bonus(case, least)[1]
        if low == high:
            points = self.give(low)
            return attrs.evolve(points, state=State.WAIVED) if sure else points
        names = ([] if sure else self._open_deductions(case, raw[0])) + self._open_gains(case, least)
        found = (item for name in dict.fromkeys(names) for item in case.missing(name))
        return self.between(low, high, (*found, *missing))

    def _waiver(self, case: Case) -> tuple[bool, bool, tuple[Missing, ...]]:
        """Whether the waiver surely holds, may hold, and what is missing to know where it would matter."""
        if self.waived_when is None:
            return False, False, ()
        sure, may, missing = holds(self.waived_when, case)
        return sure, may, missing if self._deductions(case)[1] else ()

    def _after(self, deducted: Fraction) -> Fraction:
        """What is left of the start."""
        left = self.begin - _limited(deducted, self.max_deduction)
        return max(left, Fraction(0)) if self.floored else left

    def _deductions(self, case: Case) -> Bounds:
        return _summed(entry.bounds(case) for entry in self.entries if entry.effect < 0)

    def _gains(self, deducted: Fraction) -> list[list[Entry]]:
        """The bonuses that count where so much is deducted, in the groups of which only one counts."""
        gains = [one for one in self.entries if one.effect > 0]
        return _rivals(one for one in gains if not (one.requires_full_base and deducted > 0))

    def _bonus(self, case: Case, deducted: Fraction) -> Bounds:
        groups = [[one.bounds(case) for one in group] for group in self._gains(deducted)]
        low, high = _summed((max(low for low, _ in g), max(high for _, high in g)) for g in groups)
        return _limited(low, self.max_bonus), _limited(high, self.max_bonus)

    def _open_gains(self, case: Case, least: Fraction) -> list[str]:
        """The missing counts of bonuses that could still change the points where so little is deducted."""
        if self.max_bonus is not None and self._bonus(case, least)[0] >= self.max_bonus:
            return []
        groups = [[(one.fact, *one.bounds(case)) for one in group] for group in self._gains(least)]
        return [fact for group in groups for fact, _, high in group if high > max(low for _, low, _ in group)]

    def _open_deductions(self, case: Case, least: Fraction) -> list[str]:
        """The missing counts of deductions that could still change the points where so much is deducted at least."""
        coupled = least == 0 and self._bonus(case, least) != self._bonus(case, Fraction(1))
        entries = [(one, one.bounds(case)) for one in self.entries if one.effect < 0]
        return [
            one.fact
            for one, (low, high) in entries
            if high > low and (coupled or self._after(least + high - low) != self._after(least))
        ]

    @property
    def floor(self) -> Exact:
        """The start less everything that can be taken, from 0 on where it is floored; an absent item gives 0."""
        sizes = [one.most for one in self.entries if one.effect < 0]
        events = [MOST_EVENTS * abs(as_fraction(one.effect)) for one in self.entries if one.effect < 0]
        taken = sum((b if a is None else a for a, b in zip(sizes, events, strict=True)), start=Fraction(0))
        return tidy(min(self._after(taken), Fraction(0)))

    @property
    def ceiling(self) -> Exact | None:
        """The start and everything that can be added; None where nothing limits a bonus."""
        tops = [[one.most for one in group] for group in self._gains(Fraction(0))]
        if self.max_bonus is None and any(None in group for group in tops):
            return None
        unlimited = as_fraction(self.max_bonus or 0)
        most = (max(unlimited if top is None else top for top in group) for group in tops)
        return tidy(self.begin + _limited(sum(most, start=Fraction(0)), self.max_bonus))

    def own_uses(self) -> Uses:
        """The counts, and what the waiver asks."""
        found = Uses(facts=frozenset(entry.fact for entry in self.entries))
        return found if self.waived_when is None else found | self.waived_when.uses()


@attrs.frozen(kw_only=True)
class SizeClass(Part):
    """A size class: from a figure on; and its row of points, one for each column."""

    kind: ClassVar[str] = "size-class"

    id: str
    start: Number
    row: tuple[Number, ...]


@attrs.frozen(kw_only=True)
class BySize(Item):
    """
    Points (or deductions) by two figures: the size class names the row, a share the column.

    Args:
        size_fact: The size.

        fact: The share.

        starts: Where each column begins, rising.

        first_included: Whether the first start itself belongs to the first column.

        classes: The rows, by rising start.

        sign: 1 for points, -1 for deductions.

        requires: Without it nothing is given, or None.

    Raises:
        PolicyError: There is no row, or one has more or fewer points than there are columns.
    """

    kind: ClassVar[str] = "by-size"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    size_fact: str
    fact: str
    starts: tuple[Number, ...]
    first_included: bool = True
    classes: tuple[SizeClass, ...]
    sign: int = 1
    requires: Criterion | None = None

    def __attrs_post_init__(self) -> None:
        if not self.classes or any(len(one.row) != len(self.starts) for one in self.classes):
            raise PolicyError.one("classes", f"expected rows of {len(self.starts)} points each")

    def score(self, case: Case) -> Points:
        """
        The cell of the table; bounds over the rows or columns that a missing figure leaves open.

        Raises:
            RosterError: The size is below 0.
        """
        size, share = self.number(case, self.size_fact), self.number(case, self.fact)
        for one in (size, share):
            if isinstance(one, Points) and one.state in ABSENT:
                return one
        if not isinstance(size, Points) and size < 0:
            raise case.wrong(self.size_fact, "a number from 0 on")
        sure, may, missing = (True, True, ()) if self.requires is None else holds(self.requires, case)
        if not may:
            return self.without(State.GUARDED)
        cells = [[self._cell(row, column) for column in self._columns(share)] for row in self._rows(size)]
        names = [name for name in (self.size_fact, self.fact) if case.fact(name) is None]
        marks = [name for name in names if may_be_absent(case, [name])]
        ends = [cell for row in cells for cell in row] + ([] if sure and not marks else [Fraction(0)])
        if min(ends) == max(ends):
            return self.give(ends[0])
        open_ = [self.size_fact] if any(len(set(column)) > 1 for column in zip(*cells, strict=True)) else []
        open_ += [self.fact] if any(len(set(row)) > 1 for row in cells) else []
        found = (item for name in dict.fromkeys((*open_, *marks)) for item in case.missing(name))
        return self.between(min(ends), max(ends), (*found, *missing))

    def _rows(self, size: Number | Points) -> list[SizeClass | None]:
        """The rows that a size from 0 on may lie in; None for a size below them all."""
        if isinstance(size, Points):
            return [*self.classes] if any(one.start <= 0 for one in self.classes) else [None, *self.classes]
        reached = [one for one in self.classes if size >= one.start]
        return [max(reached, key=lambda one: one.start) if reached else None]

    def _columns(self, share: Number | Points) -> list[int]:
        if isinstance(share, Points):
            return [-1, *range(len(self.starts))]
        reached = [i for i, start in enumerate(self.starts) if self._from(i, start, share)]
        return [reached[-1] if reached else -1]

    def _from(self, index: int, start: Number, share: Number) -> bool:
        return share > start if index == 0 and not self.first_included else share >= start

    def _cell(self, row: SizeClass | None, column: int) -> Fraction:
        if row is None or column < 0:
            return Fraction(0)
        return as_fraction(row.row[column]) * self.sign

    @property
    def floor(self) -> Exact:
        """The largest deduction, or 0."""
        return min(0, self.sign * max(cell for one in self.classes for cell in one.row))

    @property
    def ceiling(self) -> Exact:
        """The best cell, or 0 for deductions."""
        return max(0, self.sign * max(cell for one in self.classes for cell in one.row))

    def own_uses(self) -> Uses:
        """Both figures, and what it requires."""
        found = Uses(facts=frozenset({self.size_fact, self.fact}))
        return found if self.requires is None else found | self.requires.uses()
