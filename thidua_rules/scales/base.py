"""
Points as bounds with reasons: what an item gives, from the fewest points that the missing facts allow to the most.

An item is a frozen value; ``score`` asks it about a case and gives a :class:`Points` tree of plain data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import ClassVar, Final

import attrs

from thidua_rules.criteria.base import Case, Criterion, Part, Uses
from thidua_rules.findings import Missing
from thidua_rules.values import Marker, as_fraction, tidy
from thidua_rules.verdicts import MET, UNMET

Exact = int | Decimal | Fraction
Number = int | Decimal


class State(Enum):
    """
    How the points of an item came about; the ways of not having a plain figure are told apart.

    ``GIVEN``: from facts. ``MISSING``: a fact is missing, so there are bounds. ``NO_EVIDENCE``: no points, because
    evidence is absent and the table says so. ``NOT_ASSIGNED`` and ``NOT_APPLICABLE``: nobody asked it of the
    subject, or it cannot apply. ``GUARDED``: no points, a precondition failed. ``WAIVED``: nothing is deducted.
    ``SILENT``: the source does not say what this value is worth.
    """

    GIVEN = "given"
    MISSING = "missing"
    NO_EVIDENCE = "no_evidence"
    NOT_ASSIGNED = "not_assigned"
    NOT_APPLICABLE = "not_applicable"
    GUARDED = "guarded"
    WAIVED = "waived"
    SILENT = "silent"


ABSENT: Final = {State.NOT_ASSIGNED, State.NOT_APPLICABLE}

BEATEN: Final = "beaten"
"""The note on points that decide nothing, whatever the missing facts are."""


MARKED: Final = {
    Marker.NOT_ASSIGNED: State.NOT_ASSIGNED,
    Marker.NOT_APPLICABLE: State.NOT_APPLICABLE,
}
"""The state of an item whose fact is marked so."""


class Absence(Enum):
    """What becomes of an item that was not assigned or does not apply; all four occur in real tables."""

    FULL = "full"
    SPREAD = "spread"
    RESCALE = "rescale"
    ZERO = "zero"


@attrs.frozen
class Points:
    """
    The points of one item, as plain data.

    Args:
        item: The item's id.

        low: The fewest points that the missing facts allow.

        high: The most.

        maximum: The maximum that the table states.

        state: How they came about.

        observed: What was found, such as the value of the fact.

        note: What else is to be known: a cap that bit, the peer that set the scale.

        missing: The facts that this item lacked itself.

        children: The points that this item is made of.
    """

    item: str
    low: Exact
    high: Exact
    maximum: Exact
    state: State = State.GIVEN
    observed: object = None
    note: str = ""
    missing: tuple[Missing, ...] = ()
    children: tuple[Points, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether one figure is known."""
        return self.low == self.high

    def walk(self) -> Iterator[Points]:
        """These points and all below them, parents first."""
        stack = [self]
        while stack:
            points = stack.pop()
            yield points
            stack.extend(reversed(points.children))

    def open_facts(self) -> tuple[Missing, ...]:
        """The missing facts that could still change the figure."""
        found: set[Missing] = set()
        stack = [self]
        while stack:
            points = stack.pop()
            if not points.settled and points.note != BEATEN:
                found.update(points.missing)
                stack.extend(points.children)
        return tuple(sorted(found))


class Item(Part):
    """
    Something that gives points.

    A subclass is an ``attrs.frozen`` class with a unique ``kind``, the fields ``id``, ``label_vi``, ``label_en`` and
    ``maximum``, and a ``score``. ``floor`` and ``ceiling`` are the fewest and the most points that its rule can reach.
    """

    __slots__ = ()

    kind: ClassVar[str]
    id: str
    label_vi: str
    label_en: str
    maximum: Number

    def score(self, case: Case) -> Points:
        """The points of *case*."""
        raise NotImplementedError

    @property
    def floor(self) -> Exact:
        """The fewest points that the rule can give."""
        return 0

    @property
    def ceiling(self) -> Exact | None:
        """The most points that the rule can give; None where nothing limits them."""
        return self.maximum

    def items(self) -> tuple[Item, ...]:
        """The items that it is made of."""
        return ()

    def walk(self) -> Iterator[Item]:
        """This item and all below it, parents first."""
        stack: list[Item] = [self]
        while stack:
            item = stack.pop()
            yield item
            stack.extend(reversed(item.items()))

    def own_uses(self) -> Uses:
        """What the item's rule reads itself."""
        return Uses()

    def uses(self) -> Uses:
        """What the item and all below it read."""
        found = Uses()
        for item in self.walk():
            found |= item.own_uses()
        return found

    def label(self, lang: str) -> str:
        """The label in ``vi`` or ``en``."""
        return self.label_en if lang == "en" else self.label_vi

    def give(self, points: Exact, observed: object = None, note: str = "") -> Points:
        """Points that are known."""
        value = tidy(points)
        return Points(self.id, value, value, self.maximum, State.GIVEN, observed, note)

    def between(self, low: Exact, high: Exact, missing: tuple[Missing, ...], note: str = "") -> Points:
        """Points that are known only to lie between two figures; SILENT where no fact is missing."""
        state = State.MISSING if missing else State.SILENT
        return Points(self.id, tidy(low), tidy(high), self.maximum, state, None, note, missing)

    def without(self, state: State, note: str = "") -> Points:
        """No points, for the reason *state*."""
        return Points(self.id, 0, 0, self.maximum, state, None, note)

    def number(self, case: Case, fact: str) -> Number | Points:
        """The number given for *fact*; else the points of an item that lacks it, or that does not apply."""
        value = case.fact(fact)
        if value is None:
            ceiling = self.maximum if self.ceiling is None else self.ceiling
            return self.between(self.floor, ceiling, case.missing(fact))
        if isinstance(value, Marker):
            return self.without(MARKED[value])
        if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
            raise case.wrong(fact, "a number")
        return value


def total(points: tuple[Points, ...]) -> tuple[Fraction, Fraction]:
    """The lows and the highs of *points*, added up exactly."""
    return _sum([one.low for one in points]), _sum([one.high for one in points])


def _sum(numbers: list[Exact]) -> Fraction:
    """*numbers* added up exactly; those that are whole are quick to add."""
    return as_fraction(sum([one if type(one) is int else as_fraction(one) for one in numbers]))


def open_state(children: tuple[Points, ...]) -> State:
    """How points came about that *children* leave open: SILENT where no fact would settle them."""
    return State.MISSING if any(one.open_facts() for one in children) else State.SILENT


def absent_state(states: Iterable[State]) -> State | None:
    """The state of what is made of parts in *states*, where all are absent: not assigned where one is; else None."""
    found = set(states)
    if not found or found - ABSENT:
        return None
    return State.NOT_ASSIGNED if State.NOT_ASSIGNED in found else State.NOT_APPLICABLE


def may_be_absent(case: Case, facts: Iterable[str]) -> bool:
    """Whether each of *facts* is marked as absent, or missing and may turn out to be."""
    return all(isinstance(case.fact(name), Marker) or _may_be_marked(case, name) for name in facts)


def _may_be_marked(case: Case, name: str) -> bool:
    spec = case.world.specs.get(name)
    return case.fact(name) is None and spec is not None and spec.may_be_unassigned


def added(
    item: Item, children: tuple[Points, ...], limit: Callable[[Fraction], Fraction] = lambda points: points
) -> Points:
    """The sum of *children* as the points of *item*, each end passed through *limit*."""
    low, high = (limit(end) for end in total(children))
    state = State.GIVEN if low == high else open_state(children)
    return Points(item.id, tidy(low), tidy(high), item.maximum, state, children=children)


def holds(criterion: Criterion, case: Case) -> tuple[bool, bool, tuple[Missing, ...]]:
    """Whether *criterion* surely holds, may hold, and what is missing to know."""
    finding = criterion.check(case)
    return finding.verdict is MET, finding.verdict is not UNMET, finding.relevant_missing()
