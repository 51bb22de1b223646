"""Items made of other items: groups, guards, evidence, the best of some."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from thidua_rules.criteria.comparisons import Op
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import (
    Expr,
    InexpressibleError,
    Number,
    compared,
    conjunction,
    disjunction,
    fixed,
    largest,
    possibly,
    summed,
    surely,
)
from thidua_rules.readers.columns.points import NEVER, ZERO, Points, lacking, points_of
from thidua_rules.scales import Absence, BestOf, Evidence, Group, Guard, Item, Judged
from thidua_rules.values import as_fraction


def group(item: Group, build: Build) -> Points:
    """The sum of its parts, absent ones treated as the group says."""
    plain = [points_of(part, build) for part in item.parts]
    children = [_treated(item, part, one) for part, one in zip(item.parts, plain, strict=True)]
    low, high = summed(one.low for one in children), summed(one.high for one in children)
    absent = NEVER
    if children:
        absent = conjunction([one.absent & compared(one.high, Op.EQUAL, ZERO) for one in children])
    if item.capped:
        most = as_fraction(item.maximum)
        low = low.where(absent, low.at_most(most))
        high = high.where(absent, high.at_most(most))
    leaves: tuple[Points, ...] | None = ()
    if children:
        nested = [one.leaves for one in children]
        leaves = None if None in nested else tuple(leaf for one in nested for leaf in one or ())
    may = any(one.can_be_absent for one in children)
    return Points(low, high, as_fraction(item.maximum), absent, _together(plain), may, leaves)


def _together(parts: Sequence[Points]) -> Expr:
    """Where parts may turn out to be absent, and all the others are or may."""
    some = disjunction([one.marks for one in parts])
    return conjunction([some, *[one.marks | one.absent for one in parts]])


def _treated(group: Group, part: Item, points: Points) -> Points:
    """The points of *part*, absent ones treated as its group says."""
    own = part.absence if isinstance(part, Judged) and part.absence is not None else group.absence
    if own is Absence.ZERO or not points.can_be_absent:
        return points
    if own is not Absence.FULL:
        raise InexpressibleError(f"its group {group.id!r} is {own.value} over what was assigned")
    most = fixed(as_fraction(part.maximum))
    turns = points.marks & ~points.absent
    low = most.where(points.absent, points.low.at_most(most).where(turns, points.low))
    high = most.where(points.absent, points.high.at_least(most).where(turns, points.high))
    found = attrs.evolve(points, low=low, high=high)
    return (
        attrs.evolve(found, leaves=(found,))
        if points.leaves is not None and len(points.leaves) == 1
        else found
    )


def _wrapped(item: Guard | Evidence, points: Points, low: Number, high: Number, **more: Any) -> Points:  # noqa: ANN401
    """What a guard or evidence makes of the points of its item."""
    childless = not item.item.items()
    leaves: tuple[Points, ...] | None = () if childless else None
    return attrs.evolve(points, low=low, high=high, maximum=as_fraction(item.maximum), leaves=leaves, **more)


def guard(item: Guard, build: Build) -> Points:
    """The points of its item where a criterion holds, else none above 0."""
    points = points_of(item.item, build)
    (verdict,) = build.let(build.verdict(item.needs))
    zero = fixed(0)
    kept = surely(verdict) | points.absent
    out = ~possibly(verdict) & ~points.absent
    low = zero.where(out, points.low.where(kept, points.low.at_most(ZERO)))
    high = zero.where(out, points.high.where(kept, points.high.at_least(ZERO)))
    return _wrapped(item, points, low, high)


def evidence(item: Evidence, build: Build) -> Points:
    """The points of its item where papers are filed."""
    points = points_of(item.item, build)
    filed = surely(build.flag(item.fact)) | points.absent
    zero = fixed(0)
    low, high = points.low.where(filed, zero), points.high.where(filed, zero)
    absent = points.absent | build.marked(item.fact)
    may = points.can_be_absent or build.may_be_marked(item.fact)
    marks = points.marks | lacking(item.fact, build)
    return _wrapped(item, points, low, high, absent=absent, marks=marks, can_be_absent=may)


def best_of(item: BestOf, build: Build) -> Points:
    """The most points that one of its parts gives."""
    children = [points_of(part, build) for part in item.parts]
    absent = conjunction([one.absent for one in children]) if children else NEVER
    low, high = largest([one.low for one in children]), largest([one.high for one in children])
    nested = [one.leaves for one in children]
    leaves = None if None in nested else tuple(leaf for one in nested for leaf in one or ())
    may = any(one.can_be_absent for one in children)
    return Points(low, high, as_fraction(item.maximum), absent, _together(children), may, leaves)
