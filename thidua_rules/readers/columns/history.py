"""Runs of years, as stretches: a year that is held or passed over continues a stretch where it follows the one after."""

from __future__ import annotations

from typing import Final

import narwhals as nw

from thidua_rules.criteria.comparisons import Op
from thidua_rules.criteria.histories import CANCELLED, ConsecutiveYears
from thidua_rules.readers.columns.backends import Frame
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import (
    Expr,
    InexpressibleError,
    Number,
    boolean,
    compared_bounds,
    surely,
)
from thidua_rules.readers.columns.frames import ROSTER, SUBJECT
from thidua_rules.readers.columns.gathering import Table, list_known
from thidua_rules.readers.columns.operands import Column
from thidua_rules.verdicts import UNKNOWN

FOREVER: Final = 10**6
"""The length of a run that a row without its year may fill without end."""

KEYS = (ROSTER, SUBJECT)


def consecutive_years(criterion: ConsecutiveYears, build: Build) -> Expr:
    """The shortest and the longest run that the rows allow, against the number of years."""
    wanted = build.figure(criterion.years)
    known = list_known(criterion.history, build)
    if wanted is None:
        return boolean(UNKNOWN)
    if criterion.history not in build.tables:
        zero = Number(nw.lit(0, dtype=nw.Int64), 1, 0, 0)
        return nw.when(known).then(compared_bounds(zero, zero, Op.AT_LEAST, wanted))
    low, high = _bounds(criterion, build)
    return nw.when(known).then(compared_bounds(low, high, Op.AT_LEAST, wanted))


def _bounds(criterion: ConsecutiveYears, build: Build) -> tuple[Number, Number]:
    titles = _titles(criterion, build)
    sure = titles.filter(surely(nw.col("_award")) & ~nw.col("_year").is_null())
    may = titles.filter(nw.col("_award").fill_null(value=True) & ~nw.col("_year").is_null())
    sure_bridges, may_bridges, wild_bridges = _bridges(criterion, build)
    least, most = _stretch(sure, sure_bridges, build), _stretch(may, may_bridges, build)
    wild = titles.filter(nw.col("_award").fill_null(value=True) & nw.col("_year").is_null())
    sides = (least, most, _number(wild), _number(may.select(*KEYS, "_year").unique()))
    low, high, endless, all_ = (nw.col(_join(side, build)).fill_null(0) for side in sides)
    if criterion.bridged_by:
        anywhere = ~list_known(criterion.bridges, build)
        if wild_bridges is not None:
            anywhere = anywhere | (nw.col(_join(_number(wild_bridges), build)).fill_null(0) > 0)
        high = nw.when(anywhere).then(all_).otherwise(high)
    high = nw.when(endless > 0).then(nw.lit(FOREVER, dtype=nw.Int64)).otherwise(high)
    return Number(low, 1, 0, FOREVER), Number(high, 1, 0, FOREVER)


def _join(side: Frame, build: Build) -> str:
    name = build.name()
    build.attach(side.rename({ROSTER: "_r", SUBJECT: "_s", "_n": name}), [name])
    return name


def _number(rows: Frame) -> Frame:
    return rows.group_by(*KEYS).agg(nw.len().cast(nw.Int64).alias("_n"))


def _titles(criterion: ConsecutiveYears, build: Build) -> Frame:
    """The rows before the year under review that are not cancelled: whether of the award, and the year."""
    table = Table(criterion.history, build)
    award, year, state = (table.column(name) for name in ("danh_hieu", "nam", "trang_thai"))
    named = boolean(UNKNOWN) if not isinstance(award, Column) else award.expr == criterion.award
    years = nw.lit(None, dtype=nw.Int64) if not isinstance(year, Number) else year.expr
    rows = build.tables[criterion.history]
    if isinstance(state, Column):
        rows = rows.filter(~surely(state.expr == CANCELLED))
    found = rows.select(*KEYS, named.alias("_award"), years.alias("_year"))
    before = nw.col("_year").is_null() | (nw.col("_year") < build.period.start.year)
    return found.filter(before)


def _bridges(criterion: ConsecutiveYears, build: Build) -> tuple[Frame | None, Frame | None, Frame | None]:
    """The years that are surely passed over, those that may be, and rows that may pass over any year."""
    if not criterion.bridged_by or criterion.bridges not in build.tables:
        return None, None, None
    table = Table(criterion.bridges, build)
    year, reason = table.column("nam"), table.column("ly_do")
    if isinstance(year, Number) and year.unit != 1:
        raise InexpressibleError("a year is no whole number")
    years = nw.lit(None, dtype=nw.Int64) if not isinstance(year, Number) else year.expr
    good = (
        boolean(UNKNOWN) if not isinstance(reason, Column) else reason.expr.is_in(list(criterion.bridged_by))
    )
    rows = build.tables[criterion.bridges].select(*KEYS, years.alias("_year"), good.alias("_good"))
    dated = rows.filter(surely(nw.col("_year") < build.period.start.year))
    maybe = nw.col("_good").fill_null(value=True)
    return (
        dated.filter(surely(nw.col("_good"))).select(*KEYS, "_year"),
        dated.filter(maybe).select(*KEYS, "_year"),
        rows.filter(nw.col("_year").is_null() & maybe).select(*KEYS, "_year"),
    )


def _stretch(held: Frame, bridges: Frame | None, build: Build) -> Frame:
    """How many years are held in the stretch that ends just before the year under review."""
    one = nw.lit(1, dtype=nw.Int64)
    years = held.select(*KEYS, "_year", one.alias("_held"))
    if bridges is not None:
        years = nw.concat([years, bridges.select(*KEYS, "_year", (one * 0).alias("_held"))])
    distinct = years.group_by(*KEYS, "_year").agg(nw.col("_held").max())
    place = nw.col("_year").rank("dense", descending=True).over(*KEYS).cast(nw.Int64)
    ranked = distinct.with_columns(place.alias("_place"))
    row = ranked.filter(nw.col("_year") + nw.col("_place") == build.period.start.year)
    return row.group_by(*KEYS).agg(nw.col("_held").sum().cast(nw.Int64).alias("_n"))
