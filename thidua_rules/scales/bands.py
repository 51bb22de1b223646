"""Leaves that go by bands or steps of a figure."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

import attrs

from thidua_rules.criteria.base import Case, Criterion, Part, Uses
from thidua_rules.errors import PolicyError
from thidua_rules.scales.base import ABSENT, Exact, Item, Number, Points, State, holds
from thidua_rules.values import Rounding, as_fraction, tidy


@attrs.frozen(kw_only=True)
class Band(Part):
    """
    The points from one figure on.

    Args:
        start: Where the band begins.

        start_included: Whether the start itself belongs to it.

        end: Where the source says that it ends; None: where the next begins.

        end_included: Whether the source says that the end itself belongs to it.

        points: What it gives.
    """

    kind: ClassVar[str] = "band"

    start: Number
    start_included: bool = True
    end: Number | None = None
    end_included: bool = False
    points: Number

    def begins_at(self, value: Number) -> bool:
        """Whether *value* lies at or above its start."""
        return value >= self.start if self.start_included else value > self.start

    def ends_before(self, value: Number) -> bool:
        """Whether *value* lies beyond its end."""
        if self.end is None:
            return False
        return value > self.end if self.end_included else value >= self.end


@attrs.frozen(kw_only=True)
class Bands(Item):
    """
    Points by bands of a figure: the band with the highest start that the figure reaches.

    Where bands overlap this reading takes the higher one. A figure in a hole, or below the first band where the source
    gives no points for that, is SILENT: bounds between its neighbours, never a guess.

    Args:
        fact: The figure.

        bands: The bands, from the lowest start on.

        below: The points below the first band; None where the source is silent.

        zero_when: A condition that gives no points whatever the figure, or None.

    Raises:
        PolicyError: There is no band.
    """

    kind: ClassVar[str] = "bands"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    fact: str
    bands: tuple[Band, ...]
    below: Number | None = 0
    zero_when: Criterion | None = None

    def __attrs_post_init__(self) -> None:
        if not self.bands:
            raise PolicyError.one("bands", "expected at least one band")

    def score(self, case: Case) -> Points:
        """The points of the band that the figure lies in."""
        value = self.number(case, self.fact)
        points = value if isinstance(value, Points) else self._at(value)
        if self.zero_when is None or points.state in ABSENT:
            return points
        sure, may, missing = holds(self.zero_when, case)
        if sure:
            return self.without(State.GUARDED)
        if not may or points.high == 0:
            return points
        return self.between(0, points.high, (*points.missing, *missing))

    def _at(self, value: Number) -> Points:
        reached = [band for band in self.bands if band.begins_at(value)]
        inside = [band for band in reached if not band.ends_before(value)]
        if inside:
            return self.give(max(inside, key=_place).points, value)
        if not reached and self.below is not None:
            return self.give(self.below, value)
        later = [band for band in self.bands if not band.begins_at(value)]
        low = max(reached, key=_place).points if reached else 0
        return self._silent(low, min(later, key=_place).points if later else self.maximum, value)

    def _silent(self, low: Exact, high: Exact, value: Number) -> Points:
        first, last = sorted((as_fraction(low), as_fraction(high)))
        return Points(self.id, tidy(first), tidy(last), self.maximum, State.SILENT, value, "source_silent")

    @property
    def ceiling(self) -> Exact:
        """The best band, or what is given below them all; at least the maximum where the last band has an end."""
        most = max(self.below or 0, *(band.points for band in self.bands))
        last = max(self.bands, key=_place)
        return most if last.end is None else max(most, self.maximum)

    def own_uses(self) -> Uses:
        """The figure, and what *zero_when* asks."""
        found = Uses(facts=frozenset({self.fact}))
        return found if self.zero_when is None else found | self.zero_when.uses()


def _place(band: Band) -> tuple[Number, bool]:
    return band.start, not band.start_included


@attrs.frozen(kw_only=True)
class Steps(Item):
    """
    A bonus that grows step by step beyond a figure, up to the maximum.

    Args:
        fact: The figure.

        start: Where it begins.

        start_included: Whether the start itself is the first step.

        step: The width of a step; only whole steps count.

        points_per_step: What each gives.

    Raises:
        PolicyError: A step is not above 0.
    """

    kind: ClassVar[str] = "steps"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    fact: str
    start: Number
    start_included: bool = False
    step: Number
    points_per_step: Number

    def __attrs_post_init__(self) -> None:
        if self.step <= 0:
            raise PolicyError.one("step", f"expected a number above 0, got {self.step}")

    def score(self, case: Case) -> Points:
        """The whole steps beyond the start, at most the maximum."""
        value = self.number(case, self.fact)
        if isinstance(value, Points):
            return value
        beyond = as_fraction(value) - as_fraction(self.start)
        steps = 0 if beyond < 0 else Rounding.FLOOR.whole(beyond / as_fraction(self.step))
        steps += 1 if self.start_included and beyond >= 0 else 0
        return self.give(min(steps * as_fraction(self.points_per_step), Fraction(self.maximum)), value)

    def own_uses(self) -> Uses:
        """The figure."""
        return Uses(facts=frozenset({self.fact}))
