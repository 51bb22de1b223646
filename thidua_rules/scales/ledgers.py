"""Leaves that count events: a ledger of deductions and bonuses, and a two-way table by size class."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Final

import attrs

from thidua_rules.criteria.base import Case, Criterion, Part, Uses
from thidua_rules.findings import Missing
from thidua_rules.scales.base import Exact, Item, Number, Points, State, holds
from thidua_rules.values import as_fraction, tidy

MOST_EVENTS: Final = 1000
"""How often an event may have happened where its count is missing and its specification gives no maximum."""


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

    def bounds(self, case: Case) -> tuple[Fraction, Fraction]:
        """The smallest and the largest size of what it moves, without its sign."""
        count = _count(case, self.fact)
        spec = case.world.specs.get(self.fact)
        most = spec.maximum if spec is not None and spec.maximum is not None else MOST_EVENTS
        low, high = (Fraction(0), as_fraction(most)) if count is None else (count, count)
        if self.per == "once":
            low, high = min(low, Fraction(1)), min(high, Fraction(1))
        size = abs(as_fraction(self.effect))
        limit = None if self.limit is None else as_fraction(self.limit)
        moved = low * size, high * size
        return moved if limit is None else (min(moved[0], limit), min(moved[1], limit))


def _count(case: Case, fact: str) -> Fraction | None:
    value = case.fact(fact)
    if value is None:
        return None
    if isinstance(value, (bool, int, Decimal)) and value >= 0:
        return Fraction(value)
    raise case.wrong(fact, "a count from 0 on, or true or false")


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
        The start, less what is deducted, plus what is added.

        Raises:
            RosterError: A count is not a number from 0 on.
        """
        least, most = self._deductions(case)
        sure = may = False
        missing: tuple[Missing, ...] = ()
        if self.waived_when is not None:
            sure, may, missing = holds(self.waived_when, case)
        if sure:
            least = most = Fraction(0)
        elif may:
            least = Fraction(0)
        low = self._floored(self.begin - most) + self._bonus(case, most)[0]
        high = self._floored(self.begin - least) + self._bonus(case, least)[1]
        if low == high:
            points = self.give(low)
            return attrs.evolve(points, state=State.WAIVED) if sure else points
        return self.between(low, high, (*self._absent(case), *missing))

    def _floored(self, points: Fraction) -> Fraction:
        return max(points, Fraction(0)) if self.floored else points

    def _absent(self, case: Case) -> tuple[Missing, ...]:
        names = [entry.fact for entry in self.entries if case.fact(entry.fact) is None]
        return tuple(item for name in dict.fromkeys(names) for item in case.missing(name))

    def _deductions(self, case: Case) -> tuple[Fraction, Fraction]:
        bounds = [entry.bounds(case) for entry in self.entries if entry.effect < 0]
        return _limited(bounds, self.max_deduction)

    def _bonus(self, case: Case, deducted: Fraction) -> tuple[Fraction, Fraction]:
        gains = {
            entry.id: entry.bounds(case)
            for entry in self.entries
            if entry.effect > 0 and not (entry.requires_full_base and deducted > 0)
        }
        done: set[str] = set()
        bounds: list[tuple[Fraction, Fraction]] = []
        for entry in self.entries:
            if entry.id not in gains or entry.id in done:
                continue
            rivals = [name for name in (entry.id, *entry.exclusive_with) if name in gains]
            done.update(rivals)
            bounds.append((max(gains[n][0] for n in rivals), max(gains[n][1] for n in rivals)))
        return _limited(bounds, self.max_bonus)

    @property
    def floor(self) -> Exact:
        """The start less everything that can be taken, from 0 on where it is floored."""
        limits = [self._most(entry) for entry in self.entries if entry.effect < 0]
        total = None if None in limits else sum((one for one in limits if one is not None), start=Fraction(0))
        if self.max_deduction is not None:
            limit = as_fraction(self.max_deduction)
            total = limit if total is None else min(total, limit)
        if total is None:
            return 0 if self.floored else tidy(-MOST_EVENTS)
        return tidy(self._floored(self.begin - total))

    @property
    def ceiling(self) -> Exact | None:
        """The start and everything that can be added; None where nothing limits a bonus."""
        limits: list[Fraction | None] = []
        done: set[str] = set()
        for entry in self.entries:
            if entry.effect < 0 or entry.id in done:
                continue
            rivals = [one for one in self.entries if one.id == entry.id or one.id in entry.exclusive_with]
            done.update(one.id for one in rivals)
            tops = [self._most(one) for one in rivals]
            limits.append(None if None in tops else max(top for top in tops if top is not None))
        if None in limits:
            return None if self.max_bonus is None else tidy(self.begin + as_fraction(self.max_bonus))
        total = sum((one for one in limits if one is not None), start=Fraction(0))
        if self.max_bonus is not None:
            total = min(total, as_fraction(self.max_bonus))
        return tidy(self.begin + total)

    @staticmethod
    def _most(entry: Entry) -> Fraction | None:
        if entry.limit is not None:
            return as_fraction(entry.limit)
        return abs(as_fraction(entry.effect)) if entry.per == "once" else None

    def own_uses(self) -> Uses:
        """The counts, and what the waiver asks."""
        found = Uses(facts=frozenset(entry.fact for entry in self.entries))
        return found if self.waived_when is None else found | self.waived_when.uses()


def _limited(bounds: list[tuple[Fraction, Fraction]], limit: Number | None) -> tuple[Fraction, Fraction]:
    low = sum((one[0] for one in bounds), start=Fraction(0))
    high = sum((one[1] for one in bounds), start=Fraction(0))
    if limit is None:
        return low, high
    return min(low, as_fraction(limit)), min(high, as_fraction(limit))


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

    def score(self, case: Case) -> Points:
        """The cell of the table; bounds over the rows or columns that a missing figure leaves open."""
        sure = may = True
        missing: tuple[Missing, ...] = ()
        if self.requires is not None:
            sure, may, missing = holds(self.requires, case)
        if not may:
            return self.without(State.GUARDED)
        rows, columns = self._rows(case), self._columns(case)
        cells = [self._cell(row, column) for row in rows for column in columns]
        cells += [] if sure else [Fraction(0)]
        if min(cells) == max(cells):
            return self.give(cells[0])
        absent = [name for name in (self.size_fact, self.fact) if case.fact(name) is None]
        missing += tuple(item for name in absent for item in case.missing(name))
        return self.between(min(cells), max(cells), missing)

    def _rows(self, case: Case) -> list[SizeClass | None]:
        size = case.number(self.size_fact)
        if size is None:
            return list(self.classes)
        reached = [one for one in self.classes if size >= one.start]
        return [reached[-1] if reached else None]

    def _columns(self, case: Case) -> list[int]:
        share = case.number(self.fact)
        if share is None:
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
