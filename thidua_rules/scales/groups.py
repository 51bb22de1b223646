"""Items made of items: groups with what happens to absent parts, guards, evidence, alternatives, penalties."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

import attrs

from thidua_rules.criteria.base import Case, Criterion, Uses
from thidua_rules.findings import Missing
from thidua_rules.scales.base import (
    ABSENT,
    BEATEN,
    MARKED,
    Absence,
    Exact,
    Item,
    Number,
    Points,
    State,
    absent_state,
    added,
    holds,
    may_be_absent,
    open_state,
)
from thidua_rules.scales.items import Judged, Parts
from thidua_rules.scales.ledgers import Ledger
from thidua_rules.values import Marker, as_fraction, tidy


@attrs.frozen(kw_only=True)
class Group(Item):
    """
    Items that are added up.

    Args:
        parts: The items.

        absence: What becomes of a part that was not assigned or does not apply. ``full``: it counts in full; ``spread``:
            its points go to the other parts of this group in proportion; ``rescale``: what all the parts below give is
            raised to the size of the block; ``zero``: it gives nothing.

        stated_block: The size of the block that the source names, where it names one: for the review.

        bonus: Whether its points are a bonus.

        outside: Whether they lie outside the scale's maximum.

        capped: Whether the sum never passes the stated maximum.
    """

    kind: ClassVar[str] = "group"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    parts: tuple[Item, ...]
    absence: Absence = Absence.ZERO
    stated_block: Number | None = None
    bonus: bool = False
    outside: bool = False
    capped: bool = False

    def score(self, case: Case) -> Points:
        """The sum of the parts, absent ones treated as the group says."""
        children = tuple([self._part(part, case) for part in self.parts])
        points = added(self, children)
        absent = absent_state(State.GIVEN if one.high else one.state for one in children)
        if absent is not None:
            return attrs.evolve(points, state=absent)
        leaves = [
            leaf
            for part, one in zip(self.parts, children, strict=True)
            for leaf in self._leaves(part, one, case)
        ]
        gone = sum((leaf.size for leaf in leaves if leaf.gone), start=Fraction(0))
        low, high = self._raised(points, gone, [leaf for leaf in leaves if not leaf.gone])
        if self.capped:
            low, high = (min(end, as_fraction(self.maximum)) for end in (low, high))
        note = f"rescaled:{tidy(self._size / (self._size - gone))}" if 0 < gone < self._size else ""
        points = attrs.evolve(points, low=tidy(low), high=tidy(high), state=State.GIVEN, note=note)
        if low == high:
            return points
        missing = tuple(sorted({item for leaf in leaves for item in leaf.marks}))
        return attrs.evolve(points, state=State.MISSING if missing else open_state(children), missing=missing)

    @property
    def _size(self) -> Fraction:
        return sum((as_fraction(part.maximum) for part in self.parts), start=Fraction(0))

    def _own(self, part: Item) -> Absence:
        return part.absence if isinstance(part, Judged) and part.absence is not None else self.absence

    def _part(self, part: Item, case: Case) -> Points:
        points = part.score(case)
        if self._own(part) is not Absence.FULL:
            return points
        if points.state in ABSENT:
            return attrs.evolve(points, low=part.maximum, high=part.maximum)
        found = tuple(_marks(part, case))
        if not found:
            return points
        low, high = min(points.low, part.maximum), max(points.high, part.maximum)
        missing = tuple(dict.fromkeys((*points.missing, *found)))
        return attrs.evolve(points, low=low, high=high, state=State.MISSING, missing=missing)

    def _leaves(self, part: Item, points: Points, case: Case) -> Iterator[_Leaf]:
        own = self._own(part)
        if own is Absence.SPREAD:
            yield from _leaf(part, points, case)
        if own is Absence.RESCALE:
            yield from _below(part, points, case)

    def _raised(self, points: Points, gone: Fraction, open_: list[_Leaf]) -> tuple[Fraction, Fraction]:
        """
        The least and the most that the block comes to, where any of *open_* may turn out to be absent.

        The extremes lie where those that bring the least (or the most) for their size are absent and no others.
        """
        lows = sorted(open_, key=lambda leaf: leaf.low / leaf.size, reverse=True)
        highs = sorted(open_, key=lambda leaf: leaf.high / leaf.size)
        counts = range(len(open_) + 1)
        return (
            min(self._block(points.low, gone, [(one.low, one.size) for one in lows[:n]]) for n in counts),
            max(self._block(points.high, gone, [(one.high, one.size) for one in highs[:n]]) for n in counts),
        )

    def _block(self, total: Exact, gone: Fraction, absent: list[tuple[Fraction, Fraction]]) -> Fraction:
        left = self._size - gone - sum(size for _, size in absent)
        points = as_fraction(total) - sum((points for points, _ in absent), start=Fraction(0))
        return points * self._size / left if 0 < left < self._size else points

    def items(self) -> tuple[Item, ...]:
        """The parts."""
        return self.parts

    @property
    def floor(self) -> Exact:
        """The floors of the parts, added up; it holds where every part was assigned, as the ceiling does."""
        return tidy(sum((as_fraction(part.floor) for part in self.parts), start=Fraction(0)))

    @property
    def ceiling(self) -> Exact | None:
        """
        The ceilings of the parts, added up; None where nothing limits one of them and the group has no cap.

        It holds where every part was assigned: what is rescaled may pass it, up to the block's size.
        """
        tops = [part.ceiling for part in self.parts]
        if any(top is None for top in tops):
            return self.maximum if self.capped else None
        total = tidy(sum((as_fraction(top) for top in tops if top is not None), start=Fraction(0)))
        return min(total, self.maximum) if self.capped else total


@attrs.frozen
class _Leaf:
    """A part that is absent (``gone``), or may turn out to be by *marks*: its size and what it brings if it is not."""

    size: Fraction
    low: Fraction
    high: Fraction
    gone: bool
    marks: tuple[Missing, ...]


def _leaf(part: Item, points: Points, case: Case) -> Iterator[_Leaf]:
    gone = points.state in ABSENT
    marks = () if gone else tuple(_marks(part, case))
    if points.maximum and (gone or marks):
        size, low, high = (as_fraction(end) for end in (points.maximum, points.low, points.high))
        yield _Leaf(size, low, high, gone, marks)


def _below(part: Item, points: Points, case: Case) -> Iterator[_Leaf]:
    """The absent parts of what is rescaled, also those inside groups that leave them at nothing."""
    if not isinstance(part, Group) or part.absence is not Absence.ZERO or points.state in ABSENT:
        yield from _leaf(part, points, case)
        return
    for inner, one in zip(part.parts, points.children, strict=True):
        if not isinstance(inner, Judged) or inner.absence is None:
            yield from _below(inner, one, case)


def _marks(item: Item, case: Case) -> Iterator[Missing]:
    """The missing facts of *item* that may turn out to be marked, and so may leave it absent."""
    if isinstance(item, (Guard, Evidence)):
        yield from _marks(item.item, case)
    if isinstance(item, (Group, BestOf)):
        found = [tuple(_marks(part, case)) for part in item.parts]
        absent = [part.score(case).state in ABSENT for part in item.parts]
        if all(one or gone for one, gone in zip(found, absent, strict=True)):
            yield from (mark for one in found for mark in one)
        return
    facts = (
        [item.fact]
        if isinstance(item, Evidence)
        else []
        if isinstance(item, Guard)
        else sorted(item.own_uses().facts)
    )
    together = isinstance(item, (Ledger, Parts)) and not may_be_absent(case, facts)
    for name in [] if together else facts:
        if case.fact(name) is None and may_be_absent(case, [name]):
            yield from case.missing(name)


@attrs.frozen(kw_only=True)
class Guard(Item):
    """
    Another item's points, or none where a precondition is not met.

    Args:
        item: The item.

        needs: The precondition.
    """

    kind: ClassVar[str] = "guard"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    item: Item
    needs: Criterion

    def score(self, case: Case) -> Points:
        """
        The item's points where the precondition is surely met, none where it is not; both where that is unknown.

        An item that was not assigned or does not apply stays so, whatever the precondition.
        """
        points = attrs.evolve(self.item.score(case), item=self.id, maximum=self.maximum)
        sure, may, missing = holds(self.needs, case)
        if sure or points.state in ABSENT or points.low == points.high == 0:
            return points
        if not may:
            return self.without(State.GUARDED)
        low, high = min(as_fraction(points.low), Fraction(0)), max(as_fraction(points.high), Fraction(0))
        return attrs.evolve(self.between(low, high, (*points.missing, *missing)), children=points.children)

    def items(self) -> tuple[Item, ...]:
        """The item."""
        return (self.item,)

    @property
    def floor(self) -> Exact:
        """The item's floor, or 0."""
        return min(self.item.floor, 0)

    @property
    def ceiling(self) -> Exact | None:
        """The item's ceiling."""
        return self.item.ceiling

    def own_uses(self) -> Uses:
        """What the precondition reads."""
        return self.needs.uses()


@attrs.frozen(kw_only=True)
class Evidence(Item):
    """
    Another item's points, or none where there is no evidence.

    Here alone an absent fact counts as no: the table says "no evidence, no points", so evidence that nobody has
    recorded gives 0, with NO_EVIDENCE as its reason.

    Args:
        item: The item.

        fact: The flag that says that evidence was filed.
    """

    kind: ClassVar[str] = "evidence"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    item: Item
    fact: str

    def score(self, case: Case) -> Points:
        """
        The item's points where evidence was filed, else 0.

        An item that was not assigned or does not apply needs none, nor does one whose evidence is marked so.

        Raises:
            RosterError: The evidence is not a flag.
        """
        points = attrs.evolve(self.item.score(case), item=self.id, maximum=self.maximum)
        filed = case.fact(self.fact)
        if points.state in ABSENT or filed is True:
            return points
        if isinstance(filed, Marker):
            return self.without(MARKED[filed])
        note = "evidence_not_recorded" if case.flag(self.fact) is None else "evidence_refused"
        return self.without(State.NO_EVIDENCE, note)

    def items(self) -> tuple[Item, ...]:
        """The item."""
        return (self.item,)

    @property
    def floor(self) -> Exact:
        """The item's floor, or 0."""
        return min(self.item.floor, 0)

    @property
    def ceiling(self) -> Exact | None:
        """The item's ceiling."""
        return self.item.ceiling

    def own_uses(self) -> Uses:
        """The flag."""
        return Uses(facts=frozenset({self.fact}))


@attrs.frozen(kw_only=True)
class BestOf(Item):
    """
    Alternatives of which only the one with the most points counts.

    Args:
        parts: The alternatives.
    """

    kind: ClassVar[str] = "best-of"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    parts: tuple[Item, ...]

    def score(self, case: Case) -> Points:
        """The best of the alternatives; one that cannot be it has a note that says so."""
        children = tuple([part.score(case) for part in self.parts])
        absent = absent_state(one.state for one in children)
        low = max((as_fraction(one.low) for one in children), default=Fraction(0))
        high = max((as_fraction(one.high) for one in children), default=Fraction(0))
        marked = tuple(attrs.evolve(one, note=BEATEN) if one.high <= low else one for one in children)
        state = absent or (State.GIVEN if low == high else open_state(marked))
        return Points(self.id, tidy(low), tidy(high), self.maximum, state, children=marked)

    def items(self) -> tuple[Item, ...]:
        """The alternatives."""
        return self.parts

    @property
    def floor(self) -> Exact:
        """The best floor."""
        return max((part.floor for part in self.parts), default=0)

    @property
    def ceiling(self) -> Exact | None:
        """The best ceiling."""
        tops = [part.ceiling for part in self.parts]
        if any(top is None for top in tops):
            return None
        return max((top for top in tops if top is not None), default=0)
