"""Scales: the total and the class of each row, both as bounds, natively or by the scalar path."""

from __future__ import annotations

import math
from collections.abc import Iterator
from fractions import Fraction

import attrs
import narwhals as nw

from thidua_rules.criteria.comparisons import Op
from thidua_rules.errors import PolicyError
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import (
    Expr,
    InexpressibleError,
    Number,
    choose,
    compared,
    compared_bounds,
    conjunction,
    fixed,
    possibly,
    summed,
    surely,
)
from thidua_rules.readers.columns.fallback import Scored, fall_back_score
from thidua_rules.readers.columns.items.ledgers import ledger_counted
from thidua_rules.readers.columns.points import Points, points_of
from thidua_rules.readers.columns.rounding import stepped
from thidua_rules.scales import Group, Scale, ScoreClass
from thidua_rules.values import as_fraction

ZERO = Fraction(0)


@attrs.frozen
class Total:
    """
    The score of each row.

    Args:
        low: The smallest total.

        high: The largest.

        standards: The groups inside the maximum.

        classes: The names of the classes, the best first.

        best: The index of the best class that the missing facts allow, or None where there is no class.

        worst: That of the worst.
    """

    low: Number
    high: Number
    standards: tuple[Points, ...]
    classes: tuple[str, ...]
    best: Expr | None
    worst: Expr | None


def score_of(scale: str, build: Build) -> Total:
    """
    The score of each row under *scale*, worked out once.

    Raises:
        InexpressibleError: It has no expression.
        PolicyError: The policy has no such scale.
    """
    definition = build.policy.scales.get(scale)
    if definition is None:
        raise PolicyError.one(f"scales.{scale}", "unknown scale")
    key = ("scale", scale)
    if key not in build.memo:
        build.memo[key] = _attempt(definition, build)
    found: Total | str = build.memo[key]
    if isinstance(found, str):
        raise InexpressibleError(found)
    return found


def shown_score(scale: str, build: Build) -> Scored:
    """The score of each row under *scale* for output and ranking, natively or by the scalar path."""
    try:
        found = score_of(scale, build)
    except InexpressibleError as error:
        return fall_back_score(build.policy.scales[scale], error.reason, build)
    low, high = _together(found)
    return Scored(low.expr, high.expr, nw.lit(low.unit, dtype=nw.Int64), low.expr, high.expr)


def _together(found: Total) -> tuple[Number, Number]:
    unit = max(found.low.unit, found.high.unit)
    return found.low.over(unit), found.high.over(unit)


def _attempt(scale: Scale, build: Build) -> Total | str:
    """The total, or why there is none: an error kept would keep every frame that it passed through."""
    faults = len(build.faults)
    try:
        with build.bare(), build.checking():
            return _total(scale, build)
    except InexpressibleError as error:
        del build.faults[faults:]
        return error.reason


def _total(scale: Scale, build: Build) -> Total:
    points = [points_of(group, build) for group in scale.groups]
    outer = [isinstance(group, Group) and (group.bonus or group.outside) for group in scale.groups]
    standards = tuple(one for one, out in zip(points, outer, strict=True) if not out)
    low, high = summed(one.low for one in points), summed(one.high for one in points)
    if scale.penalties is not None:
        rest = ledger_counted(scale.penalties, build)
        begin = fixed(scale.penalties.begin)
        taken = [begin.minus(one) for one in rest]
        if scale.penalty_max is not None:
            taken = [one.at_most(as_fraction(scale.penalty_max)) for one in taken]
        low, high = low.minus(taken[0]), high.minus(taken[1])
    low, high = low.at_least(ZERO), high.at_least(ZERO)
    if scale.rounding is not None:
        step = as_fraction(scale.step or 1)
        low, high = stepped(low, scale.rounding, step), stepped(high, scale.rounding, step)
    low, high = _same(low, high)
    columns = build.last(
        low.expr, high.expr, *[e for one in standards for e in (one.low.expr, one.high.expr)]
    )
    low, high = attrs.evolve(low, expr=columns[0]), attrs.evolve(high, expr=columns[1])
    standards = tuple(
        attrs.evolve(
            one,
            low=attrs.evolve(one.low, expr=columns[2 + 2 * i]),
            high=attrs.evolve(one.high, expr=columns[3 + 2 * i]),
        )
        for i, one in enumerate(standards)
    )
    best, worst = _classified(scale, low, high, standards, build)
    return Total(low, high, standards, tuple(one.id for one in scale.classes), best, worst)


def _same(low: Number, high: Number) -> tuple[Number, Number]:
    unit = math.lcm(low.unit, high.unit)
    return low.over(unit), high.over(unit)


def _classified(
    scale: Scale, low: Number, high: Number, standards: tuple[Points, ...], build: Build
) -> tuple[Expr | None, Expr | None]:
    if not scale.classes:
        return None, None
    last = nw.lit(len(scale.classes) - 1, dtype=nw.Int64)
    reached = [
        conjunction(list(_conditions(scale, one, low, high, standards, build))) for one in scale.classes[:-1]
    ]
    reached = build.let(*reached) if reached else []
    indices = [nw.lit(i, dtype=nw.Int64) for i in range(len(reached))]
    best = choose([(possibly(one), i) for one, i in zip(reached, indices, strict=True)], last)
    worst = choose([(surely(one), i) for one, i in zip(reached, indices, strict=True)], last)
    names = [one.id for one in scale.classes]
    for ceiling in scale.ceilings:
        (verdict,) = build.let(build.verdict(ceiling.when))
        index = names.index(ceiling.at_most)
        worst = (
            nw.when(possibly(verdict) & (worst < index)).then(nw.lit(index, dtype=nw.Int64)).otherwise(worst)
        )
        best = nw.when(surely(verdict) & (best < index)).then(nw.lit(index, dtype=nw.Int64)).otherwise(best)
    columns = build.last(best, worst)
    return columns[0], columns[1]


def _conditions(  # everything that a class needs, as the scalar path lists it
    scale: Scale, one: ScoreClass, low: Number, high: Number, standards: tuple[Points, ...], build: Build
) -> Iterator[Expr]:
    yield _reaches(scale, one, low, high, build)
    for points in standards:
        if one.no_zero_item:
            if points.leaves is None:
                raise InexpressibleError("an item that may stand at 0 is guarded")
            yield from (_given(leaf) for leaf in points.leaves)
        if scale.minimum_percent is not None:
            least = points.maximum * as_fraction(scale.minimum_percent) / 100
            yield compared_bounds(points.low, points.high, Op.AT_LEAST, least)
    for criterion in one.requires:
        yield build.verdict(criterion)


def _given(leaf: Points) -> Expr:
    """Whether *leaf* stands above 0; an item of no maximum, or that is absent, need not."""
    if not leaf.maximum:
        return nw.lit(value=True)
    return (
        nw.when(leaf.absent)
        .then(nw.lit(value=True))
        .otherwise(compared_bounds(leaf.low, leaf.high, Op.ABOVE, ZERO))
    )


def _reaches(scale: Scale, one: ScoreClass, low: Number, high: Number, build: Build) -> Expr:
    op = Op.AT_LEAST if one.start_included else Op.ABOVE
    if one.start is not None:
        return compared_bounds(low, high, op, as_fraction(one.start))
    least, most = _start(scale, build)
    ends = [_any_bounds(low, high, op, start) for start in (least, most)]
    return nw.when(compared_equal(ends)).then(ends[0])


def compared_equal(ends: list[Expr]) -> Expr:
    """Whether both verdicts are the same and known."""
    return (ends[0] == ends[1]).fill_null(value=False)


def _any_bounds(low: Number, high: Number, op: Op, start: Number) -> Expr:
    ends = compared(low, op, start), compared(high, op, start)
    return nw.when(ends[0] == ends[1]).then(ends[0])


def _start(scale: Scale, build: Build) -> tuple[Number, Number]:
    """The least and the most that the class may need."""
    verdicts = build.let(*[build.verdict(one.when) for one in scale.thresholds]) if scale.thresholds else []
    starts = [as_fraction(one.start) for one in scale.thresholds]
    every = fixed(max(starts, default=ZERO))
    least = most = every
    for start, verdict in sorted(zip(starts, verdicts, strict=True), key=lambda pair: pair[0], reverse=True):
        least = fixed(start).where(possibly(verdict), least)
        most = fixed(start).where(surely(verdict), most)
    return least, most
