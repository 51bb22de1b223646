"""Items whose points depend on where a figure lies: bands, steps, and tables by size."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import attrs
import narwhals as nw

from thidua_rules.criteria.base import Case, World
from thidua_rules.criteria.comparisons import Op
from thidua_rules.facts import SubjectKind
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import (
    Expr,
    InexpressibleError,
    Number,
    compared,
    conjunction,
    disjunction,
    fixed,
    possibly,
    surely,
)
from thidua_rules.readers.columns.points import (
    ZERO,
    Figure,
    Points,
    figure,
    leaf,
    refuse,
    turning,
)
from thidua_rules.scales import Bands, BySize, Steps
from thidua_rules.subjects import Roster, Subject
from thidua_rules.values import FrozenMap, as_fraction, tidy


def bands(item: Bands, build: Build) -> Points:
    """The points of the band in which the figure lies."""
    value = figure(item.fact, build)
    low, high = _by_region(item, value.value)
    ends = (as_fraction(item.floor), as_fraction(item.ceiling))
    points = leaf(item, low, value, ends)
    points = attrs.evolve(points, high=leaf(item, high, value, ends).high)
    if item.zero_when is None:
        return points
    (verdict,) = build.let(build.verdict(item.zero_when))
    zero = fixed(0)
    nothing = surely(verdict) & ~points.absent
    some = possibly(verdict) & ~points.absent & compared(points.high, Op.DIFFERENT, ZERO)
    return attrs.evolve(
        points,
        low=zero.where(nothing | some, points.low),
        high=zero.where(nothing, points.high),
    )


def _by_region(item: Bands, value: Number) -> tuple[Number, Number]:
    """
    The points by where the figure lies: at a start or an end of a band, or between two.

    The item itself is asked once for each of these places, so both paths read its bands alike.
    """
    bare = attrs.evolve(item, zero_when=None)
    cuts = sorted({as_fraction(one) for b in item.bands for one in (b.start, b.end) if one is not None})
    places = [cuts[0] - 1, *cuts, cuts[-1] + 1, *((a + b) / 2 for a, b in pairwise(cuts))]
    low, high = (fixed(as_fraction(end)) for end in _asked_at(bare, cuts[0] - 1))
    for place in sorted(places)[1:]:
        reached = Op.AT_LEAST if place in cuts else Op.ABOVE
        cut = max(one for one in cuts if one <= place)
        here = compared(value, reached, cut)
        first, last = _asked_at(bare, place)
        low = fixed(as_fraction(first)).where(here, low)
        high = fixed(as_fraction(last)).where(here, high)
    return low, high


def _asked_at(item: Bands, place: Fraction) -> tuple[Any, Any]:
    number = tidy(place)
    if not isinstance(number, (int, Decimal)):
        raise InexpressibleError("a band begins at no decimal")
    subject = Subject("x", SubjectKind.XA, "x", facts=FrozenMap({item.fact: number}))
    points = item.score(Case(subject, World(Roster("x", "x", 2000, (subject,)))))
    return points.low, points.high


def steps(item: Steps, build: Build) -> Points:
    """Points for each whole step beyond a start."""
    value = figure(item.fact, build)
    start, step, each = as_fraction(item.start), as_fraction(item.step), as_fraction(item.points_per_step)
    most = as_fraction(item.maximum)
    counted = value.value
    if each > 0:
        counted = counted.at_most(max(start + step * (most / each + 2), start))
    beyond = counted.minus(fixed(start)).at_least(ZERO)
    steps = beyond.floored(step)
    if item.start_included:
        steps = steps.plus(fixed(1)).where(compared(value.value, Op.AT_LEAST, start), steps)
    return leaf(item, steps.times(each).at_most(most), value)


def by_size(item: BySize, build: Build) -> Points:
    """The cell of a table of sizes and shares."""
    size, share = figure(item.size_fact, build), figure(item.fact, build)
    gone = size.marked | share.marked
    with build.where(~gone):
        refuse(item.size_fact, "a number from 0 on", size, compared(size.value, Op.AT_LEAST, ZERO), build)
    sure = may = nw.lit(value=True)
    if item.requires is not None:
        (verdict,) = build.let(build.verdict(item.requires))
        sure, may = surely(verdict), possibly(verdict)
    cells: dict[Fraction, list[Expr]] = {ZERO: [~sure | turning(item, build)]}
    for row, here in _size_rows(item, size):
        for column, there in _share_columns(item, share):
            cell = (
                ZERO if row is None or column < 0 else as_fraction(item.classes[row].row[column]) * item.sign
            )
            cells.setdefault(cell, []).append(here & there)
    ordered = sorted(cells)
    low, high = _first(cells, ordered), _first(cells, ordered[::-1])
    zero, out = fixed(0), gone | ~may
    most = as_fraction(item.maximum)
    return Points(zero.where(out, low), zero.where(out, high), most, gone)


def _first(cells: dict[Fraction, list[Expr]], order: Sequence[Fraction]) -> Number:
    found = fixed(order[-1])
    for cell in reversed(order[:-1]):
        found = fixed(cell).where(disjunction(cells[cell]), found)
    return found


def _size_rows(item: BySize, size: Figure) -> Iterable[tuple[int | None, Expr]]:
    """Each row of the table, None for a size below them all, and where it may be the one."""
    order = sorted(range(len(item.classes)), key=lambda i: item.classes[i].start)
    starts = [as_fraction(item.classes[i].start) for i in order]
    below = size.known & compared(size.value, Op.BELOW, starts[0])
    yield None, (below if starts[0] <= 0 else below | size.missing)
    for place, index in enumerate(order):
        inside = compared(size.value, Op.AT_LEAST, starts[place])
        if place + 1 < len(order):
            inside = inside & compared(size.value, Op.BELOW, starts[place + 1])
        yield index, (size.known & inside) | size.missing


def _share_columns(item: BySize, share: Figure) -> Iterable[tuple[int, Expr]]:
    """Each column of the table, -1 for a share before them all, and where it may be the one."""
    reached = [
        compared(
            share.value,
            Op.ABOVE if index == 0 and not item.first_included else Op.AT_LEAST,
            as_fraction(start),
        )
        for index, start in enumerate(item.starts)
    ]
    for index in range(-1, len(reached)):
        later = [~one for one in reached[index + 1 :]]
        here = conjunction(later if index < 0 else [reached[index], *later])
        yield index, (share.known & here) | share.missing
