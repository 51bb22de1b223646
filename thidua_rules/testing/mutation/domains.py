"""What a compared value can be at all: two comparisons that nothing in reach tells apart are one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final

import attrs

from thidua_rules.criteria.comparisons import Compare, MonthsSince, Op, compare
from thidua_rules.criteria.histories import ConsecutiveYears
from thidua_rules.criteria.members import MemberCount, MemberShare
from thidua_rules.criteria.records import Count, Where
from thidua_rules.facts import FactSpec, FactType

Exact = int | Decimal | Fraction


@attrs.frozen
class Domain:
    """
    The numbers that may stand on one side of a comparison.

    Args:
        low: The smallest, or None where nothing says so.

        high: The largest, or None.

        whole: Whether only whole numbers stand there.
    """

    low: Exact | None = None
    high: Exact | None = None
    whole: bool = False

    def around(self, *limits: Exact) -> Iterator[Exact]:
        """Numbers of the domain that every comparison with one of *limits* can be told by: at it, beside it, between."""
        ends = [one for one in (self.low, self.high) if one is not None]
        points = sorted({Fraction(one) for one in (*limits, *ends)})
        near = {point + shift for point in points for shift in (-1, 0, 1)}
        between = {(one + other) / 2 for one, other in pairwise(points)}
        for one in sorted(near | between):
            inside = (self.low is None or one >= self.low) and (self.high is None or one <= self.high)
            if inside and (not self.whole or one.denominator == 1):
                yield one


_COUNTED: Final = Domain(low=0, whole=True)
_SHARE: Final = Domain(low=0, high=1)


def same_answers(one: tuple[Op, Exact], other: tuple[Op, Exact], domain: Domain) -> bool:
    """Whether no number of *domain* tells the comparison *one* from the *other*."""
    points = domain.around(one[1], other[1])
    return all(compare(point, *one) is compare(point, *other) for point in points)


def domain_of(trail: tuple[object, ...], facts: Mapping[str, FactSpec]) -> Domain:
    """What the last part of *trail* compares, as far as its type or the specification of its fact says so."""
    part = trail[-1]
    if isinstance(part, (Count, MemberCount, ConsecutiveYears)):
        return _COUNTED
    if isinstance(part, MemberShare):
        return _SHARE
    if isinstance(part, MonthsSince):
        return Domain(whole=True)
    spec = spec_beside(trail, facts) if isinstance(part, (Compare, Where)) else None
    if spec is None:
        return Domain()
    return Domain(spec.minimum, spec.maximum, whole=spec.type is FactType.INTEGER)


def spec_beside(trail: tuple[object, ...], facts: Mapping[str, FactSpec]) -> FactSpec | None:
    """The specification of what stands nearest: a fact, or the column of a list."""
    for index in range(len(trail) - 1, -1, -1):
        part = trail[index]
        column, name = getattr(part, "field", None), getattr(part, "fact", None)
        if isinstance(column, str) and index:
            spec = facts.get(str(getattr(trail[index - 1], "records", "")))
            return None if spec is None else spec.field(column)
        if isinstance(name, str):
            return facts.get(name)
    return None
