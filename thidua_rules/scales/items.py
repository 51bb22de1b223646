"""
Leaves that depend on the subject's own facts: judged, parts, all or nothing, linear, per unit, sample.

The shapes were gathered from fourteen real tables; each class names what its source leaves open.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

import attrs

from thidua_rules.criteria.base import Case, Criterion, Part, Uses
from thidua_rules.errors import PolicyError
from thidua_rules.scales.base import (
    ABSENT,
    MARKED,
    Absence,
    Exact,
    Item,
    Number,
    Points,
    State,
    absent_state,
    holds,
    may_be_absent,
)
from thidua_rules.values import Marker, Rounding, as_fraction, tidy


@attrs.frozen(kw_only=True)
class Cap(Part):
    """A lower maximum while a condition holds."""

    kind: ClassVar[str] = "cap"

    when: Criterion
    maximum: Number


@attrs.frozen(kw_only=True)
class Judged(Item):
    """
    Points that an assessor gives, from 0 to the maximum.

    Args:
        fact: The points given.

        step: The smallest part of a point that may be given, or None.

        caps: Lower maxima under conditions.

        absence: What becomes of it where it was not assigned or does not apply; None: as its group says.
    """

    kind: ClassVar[str] = "judged"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    fact: str
    step: Number | None = None
    caps: tuple[Cap, ...] = ()
    absence: Absence | None = None

    def score(self, case: Case) -> Points:
        """
        What was given, within the caps that hold.

        Raises:
            RosterError: More than the maximum was given, less than 0, or not a multiple of the step.
        """
        value = self.number(case, self.fact)
        if isinstance(value, Points):
            return self._capped(value, case)
        if not 0 <= value <= self.maximum:
            raise case.wrong(self.fact, f"points from 0 to {self.maximum}")
        if self.step is not None and as_fraction(value) % as_fraction(self.step) != 0:
            raise case.wrong(self.fact, f"points in steps of {self.step}")
        return self._capped(self.give(value, value), case)

    def _capped(self, points: Points, case: Case) -> Points:
        for cap in sorted(self.caps, key=lambda one: one.maximum):
            top = as_fraction(cap.maximum)
            sure, may, missing = holds(cap.when, case)
            if not may or as_fraction(points.high) <= top:
                continue
            low, high = min(as_fraction(points.low), top), top if sure else as_fraction(points.high)
            note = f"cap:{cap.maximum}"
            if low == high:
                points = attrs.evolve(self.give(low, points.observed, note), state=_settled(points.state))
            else:
                found = self.between(low, high, points.missing if sure else (*points.missing, *missing), note)
                points = attrs.evolve(found, observed=points.observed)
        return points

    def own_uses(self) -> Uses:
        """The points given, and what the caps ask."""
        found = Uses(facts=frozenset({self.fact}))
        for cap in self.caps:
            found |= cap.when.uses()
        return found


def _settled(state: State) -> State:
    return State.GIVEN if state is State.MISSING else state


@attrs.frozen(kw_only=True)
class Parts(Item):
    """
    A number of parts of equal weight, each met, not met, or met in part.

    Args:
        facts: One flag, or number from 0 to the weight, for each part.

        weight: The points of one part.

        full_when_not_applicable: The parts that count in full where they do not apply.
    """

    kind: ClassVar[str] = "parts"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    facts: tuple[str, ...]
    weight: Number
    full_when_not_applicable: tuple[str, ...] = ()

    def score(self, case: Case) -> Points:
        """
        The sum of the parts; a part that was not assigned gives nothing, and an item of such parts alone is absent.

        Raises:
            RosterError: A part is neither a flag nor a number from 0 to the weight.
        """
        values = [(name, case.fact(name)) for name in self.facts]
        absent = absent_state(
            MARKED[value] if isinstance(value, Marker) and not self._full(name, value) else State.GIVEN
            for name, value in values
        )
        if absent is not None:
            return self.without(absent)
        bounds = [self._part(case, name) for name in self.facts]
        low = sum((as_fraction(one[0]) for one in bounds), start=Fraction(0))
        high = sum((as_fraction(one[1]) for one in bounds), start=Fraction(0))
        missing = tuple(item for name in self.facts if case.fact(name) is None for item in case.missing(name))
        return self.give(low) if low == high else self.between(low, high, missing)

    def _part(self, case: Case, name: str) -> tuple[Exact, Exact]:
        value = case.fact(name)
        if value is None:
            return 0, self.weight
        if isinstance(value, Marker):
            points = self.weight if self._full(name, value) else 0
            return points, points
        if isinstance(value, bool):
            points = self.weight if value else 0
            return points, points
        if not isinstance(value, (int, Decimal)) or not 0 <= value <= self.weight:
            raise case.wrong(name, f"true, false, or points from 0 to {self.weight}")
        return value, value

    def _full(self, name: str, value: Marker) -> bool:
        return value is Marker.NOT_APPLICABLE and name in self.full_when_not_applicable

    @property
    def ceiling(self) -> Exact:
        """The weights added up, whatever the stated maximum."""
        return tidy(as_fraction(self.weight) * len(self.facts))

    def own_uses(self) -> Uses:
        """The parts."""
        return Uses(facts=frozenset(self.facts))


@attrs.frozen(kw_only=True)
class AllOrNothing(Item):
    """
    The points in full where a condition is met, else none.

    Args:
        when: The condition: a flag, or a figure that reaches a threshold.

        points: What it gives; the stated maximum where None.
    """

    kind: ClassVar[str] = "all-or-nothing"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    when: Criterion
    points: Number | None = None

    def score(self, case: Case) -> Points:
        """All, nothing, or both ends where it is unknown."""
        values = {case.fact(name) for name in self.when.uses().facts}
        for marker, state in MARKED.items():
            if marker in values:
                return self.without(state)
        sure, may, missing = holds(self.when, case)
        names = [name for name in self.when.uses().facts if case.fact(name) is None]
        marks = tuple(item for name in names if may_be_absent(case, [name]) for item in case.missing(name))
        if not may or (sure and not marks):
            return self.give(self.ceiling if sure else 0, observed=sure)
        return self.between(0, self.ceiling, tuple(dict.fromkeys((*missing, *marks))))

    @property
    def ceiling(self) -> Exact:
        """What it gives when met."""
        return self.maximum if self.points is None else self.points

    def own_uses(self) -> Uses:
        """What the condition reads."""
        return self.when.uses()


@attrs.frozen(kw_only=True)
class Linear(Item):
    """
    A share of the maximum, in proportion to a figure.

    Args:
        fact: The figure.

        full_at: From where the points are full.

        rounding: The rounding of the points, or None: an exact fraction.

        step: The step that the rounding rounds to.

    Raises:
        PolicyError: The points are full from 0 on, or below.
    """

    kind: ClassVar[str] = "linear"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    fact: str
    full_at: Number
    rounding: Rounding | None = None
    step: Number = 1

    def __attrs_post_init__(self) -> None:
        if self.full_at <= 0:
            raise PolicyError.one("full_at", f"expected a number above 0, got {self.full_at}")

    def score(self, case: Case) -> Points:
        """The figure over *full_at* times the maximum, never above it or below 0."""
        value = self.number(case, self.fact)
        if isinstance(value, Points):
            return value
        share = min(max(as_fraction(value), Fraction(0)) / as_fraction(self.full_at), Fraction(1))
        most = as_fraction(self.maximum)
        points = share * most
        if self.rounding is not None:
            points = min(as_fraction(self.rounding.to_step(points, self.step)), most)
        return self.give(points, value)

    def own_uses(self) -> Uses:
        """The figure."""
        return Uses(facts=frozenset({self.fact}))


@attrs.frozen(kw_only=True)
class PerUnit(Item):
    """
    Points for each unit of a count, up to the maximum.

    Args:
        fact: The count.

        points_per_unit: What each gives.

        listed: How many units the source lists by name, where it lists them; for the review.
    """

    kind: ClassVar[str] = "per-unit"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    fact: str
    points_per_unit: Number
    listed: int | None = None

    def score(self, case: Case) -> Points:
        """
        The count times the points of one, at most the maximum.

        Raises:
            RosterError: The count is not a whole number from 0 on.
        """
        value = self.number(case, self.fact)
        if isinstance(value, Points):
            return value
        if value < 0 or as_fraction(value).denominator != 1:
            raise case.wrong(self.fact, "a whole number from 0 on")
        points = as_fraction(value) * as_fraction(self.points_per_unit)
        return self.give(min(points, as_fraction(self.maximum)), value)

    def own_uses(self) -> Uses:
        """The count."""
        return Uses(facts=frozenset({self.fact}))


@attrs.frozen(kw_only=True)
class Sample(Item):
    """
    Points for each yes in a sample of fixed size.

    Args:
        fact: How many answered yes.

        asked: How many were asked.

        size: How many have to be asked.

        points_per_yes: What each yes gives.

    A sample of another size gives no figure: the item is SILENT between 0 and what its yeses give.
    """

    kind: ClassVar[str] = "sample"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    fact: str
    asked: str
    size: int
    points_per_yes: Number

    def score(self, case: Case) -> Points:
        """
        The yeses times the points of one.

        Raises:
            RosterError: More answered yes than were asked, or fewer than none.
        """
        yes, asked = self.number(case, self.fact), self.number(case, self.asked)
        open_ = [one for one in (yes, asked) if isinstance(one, Points)]
        for one in open_:
            if one.state in ABSENT:
                return one
        if isinstance(yes, Points):
            return self.between(0, self.maximum, tuple(m for one in open_ for m in one.missing))
        if yes < 0 or (not isinstance(asked, Points) and yes > asked):
            raise case.wrong(self.fact, "a number from 0 to the number asked")
        points = min(as_fraction(yes) * as_fraction(self.points_per_yes), as_fraction(self.maximum))
        if isinstance(asked, Points):
            return self.between(0, points, asked.missing) if points else self.give(points, yes)
        if asked == self.size:
            return self.give(points, yes, f"sample:{self.size}")
        note = f"sample:{asked}/{self.size}"
        return Points(self.id, 0, tidy(points), self.maximum, State.SILENT, yes, note)

    def own_uses(self) -> Uses:
        """Both counts."""
        return Uses(facts=frozenset({self.fact, self.asked}))
