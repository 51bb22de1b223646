"""Points for awards, of this year and of earlier ones."""

from __future__ import annotations

from fractions import Fraction

import attrs
import narwhals as nw

from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import (
    Expr,
    InexpressibleError,
    Number,
    fixed,
    possibly,
    summed,
    surely,
)
from thidua_rules.readers.columns.frames import ROSTER, SUBJECT
from thidua_rules.readers.columns.gathering import Table, list_known
from thidua_rules.readers.columns.operands import Column
from thidua_rules.readers.columns.points import NEVER, ZERO, Points, inside
from thidua_rules.readers.columns.related import earned_verdict
from thidua_rules.scales import AwardPoints, PastAwards
from thidua_rules.values import as_fraction


def award_points(item: AwardPoints, build: Build) -> Points:
    """Points for what was earned this year: of every award, or of the best."""
    verdicts = build.let(*[earned_verdict(level.award, build) for level in item.levels])
    most = as_fraction(item.maximum)
    ends = []
    for flag in (surely, possibly):
        pairs = [(flag(v), as_fraction(lv.points)) for v, lv in zip(verdicts, item.levels, strict=True)]
        ends.append((_best(pairs) if item.best_only else _sum_of(pairs)).at_most(most))
    return Points(ends[0], ends[1], most)


def _best(pairs: list[tuple[Expr, Fraction]]) -> Number:
    found = fixed(0)
    for flag, points in sorted(pairs, key=lambda pair: pair[1]):
        found = fixed(points).where(flag, found)
    return found


def _sum_of(pairs: list[tuple[Expr, Fraction]]) -> Number:
    return summed(fixed(points).where(flag, fixed(0)) for flag, points in pairs)


def past_awards(item: PastAwards, build: Build) -> Points:
    """Points for the best award of earlier years."""
    if any(level.points < 0 for level in item.levels):
        raise InexpressibleError("a past award takes points")
    most = as_fraction(item.ceiling)
    known = list_known(item.records, build)
    zero = fixed(0)
    low = high = zero
    if item.records in build.tables:
        low, high = _worth(item, build)
    return Points(low.where(known, zero), high.where(known, fixed(most)), as_fraction(item.maximum))


def _worth(item: PastAwards, build: Build) -> tuple[Number, Number]:
    table = Table(item.records, build)
    award, year, state = (table.column(name) for name in ("danh_hieu", "nam", "trang_thai"))
    rows = build.tables[item.records]
    if isinstance(state, Column):
        rows = rows.filter(~surely(state.expr == "huy_bo"))
    this = build.period.start.year
    dated = NEVER
    if isinstance(year, Number):
        first = Fraction(-(10**6) if item.years is None else this - item.years)
        rows = rows.filter(year.expr.is_null() | surely(inside(year, first, this - 1)))
        dated = ~year.expr.is_null()
    best = fixed(max((as_fraction(level.points) for level in item.levels), default=ZERO))
    named: Expr = nw.lit(None, dtype=nw.String) if not isinstance(award, Column) else award.expr
    pairs = [(surely(named == level.award), as_fraction(level.points)) for level in item.levels]
    high = best.where(named.is_null(), _best(pairs))
    low = high.where(~named.is_null() & dated, fixed(0))
    names = [build.name(), build.name()]
    chosen = rows.select(ROSTER, SUBJECT, low.expr.alias(names[0]), high.expr.alias(names[1]))
    side = chosen.group_by(ROSTER, SUBJECT).agg(*[nw.col(name).max() for name in names])
    build.attach(side.rename({ROSTER: "_r", SUBJECT: "_s"}), names)
    return (
        attrs.evolve(low, expr=nw.col(names[0]).fill_null(0)),
        attrs.evolve(high, expr=nw.col(names[1]).fill_null(0)),
    )
