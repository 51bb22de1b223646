"""Questions about other subjects and about awards: the unit, the members, what was earned, what was decided."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Final

import narwhals as nw

from thidua_rules.criteria.awards import Earned, MemberOf, NotCancelled, OfUnit
from thidua_rules.criteria.comparisons import Op
from thidua_rules.criteria.members import MemberCount, MemberShare
from thidua_rules.facts import SubjectKind
from thidua_rules.readers.columns.backends import Frame
from thidua_rules.readers.columns.build import UNIT_KINDS, Build
from thidua_rules.readers.columns.expressions import (
    Expr,
    InexpressibleError,
    Number,
    boolean,
    compared,
    compared_bounds,
    conjunction,
    possibly,
    surely,
)
from thidua_rules.readers.columns.frames import ID, KIND, ROSTER, SUBJECT, UNIT
from thidua_rules.subjects import DecisionState
from thidua_rules.verdicts import UNKNOWN

NOTHING: Final = boolean(UNKNOWN)
MOST_MEMBERS: Final = 10**7
"""No subject has more members: a limit for what is worked out from their number."""

DEEPEST: Final = 50
"""Units of units are followed no further."""


def decision(award: str, build: Build) -> tuple[Expr, Expr]:
    """The state and the day of the last decision on *award* for each subject; both null where there is none."""
    key = ("decision", award)
    if key not in build.memo:
        build.memo[key] = _decided(award, build)
    found: tuple[Expr, Expr] = build.memo[key]
    return found


def _decided(award: str, build: Build) -> tuple[Expr, Expr]:
    if build.frames.decisions is None:
        return nw.lit(None, dtype=nw.String), nw.lit(None, dtype=nw.Date)
    table: Frame = nw.from_native(build.frames.decisions)
    rows = table.filter(nw.col("award") == award)
    # all decisions of one day say the same: checked with the rows
    last = nw.col("date").max().over(ROSTER, SUBJECT)
    rows = rows.with_columns(last.alias("_last")).filter(nw.col("date") == nw.col("_last"))
    state, day = build.name(), build.name()
    side = rows.group_by(ROSTER, SUBJECT).agg(
        nw.col("state").max().alias(state), nw.col("date").max().alias(day)
    )
    build.attach(side.rename({ROSTER: "_r", SUBJECT: "_s"}), [state, day])
    return nw.col(state), nw.col(day)


def not_cancelled(criterion: NotCancelled, build: Build) -> Expr:
    """Whether no decision was cancelled."""
    state, _ = decision(criterion.award, build)
    return ~surely(state == DecisionState.HUY_BO.value)


def earned(criterion: Earned, build: Build) -> Expr:
    """By decision; else by the outcome."""
    return earned_verdict(criterion.award, build)


def earned_verdict(award: str, build: Build) -> Expr:
    """By decision; else by the outcome; outside the award's scope it is not earned."""
    if award in build.done:
        return nw.col(f"{award}__earned")
    state, _ = decision(award, build)
    return nw.when(~state.is_null()).then(state == DecisionState.HIEU_LUC.value)


def of_unit(criterion: OfUnit, build: Build) -> Expr:
    """The verdict of the unit, joined by its id."""
    with build.bare(), build.among(UNIT_KINDS), build.where(build.of_kinds(UNIT_KINDS)):
        asked = build.verdict(criterion.criterion)
    name = build.name()
    columns = {"_r": nw.col(ROSTER), "_s": nw.col(ID), name: asked}
    build.attach(build.plan.rows(columns, build.of_kinds(UNIT_KINDS)), [name], (ROSTER, UNIT))
    return nw.col(name)


def member_of(criterion: MemberOf, build: Build) -> Expr:
    """Whether the unit, or a unit of its unit, is one of the groups; open where the chain does not end at the commune."""
    groups = list(criterion.groups)
    found = nw.lit(value=False) if not groups else nw.col(ID).is_in(groups)
    top = nw.col(KIND) == SubjectKind.XA.value
    keys = {"_r": nw.col(ROSTER), "_s": nw.col(ID), "_up": nw.col(UNIT)}
    units = build.plan.rows(keys | {"_in": found, "_top": top}, build.of_kinds(UNIT_KINDS))
    side = build.kept(units)
    for _ in range(DEEPEST):
        above = side.select(
            "_r", nw.col("_s").alias("_up"), *[nw.col(f"_{n}").alias(f"_{n}2") for n in _CHAIN]
        )
        side = side.join(above, on=["_r", "_up"], how="left")
        inside = nw.col("_in") | nw.col("_in2").fill_null(value=False)
        ends = nw.when(nw.col("_top2").is_null()).then(nw.col("_top")).otherwise(nw.col("_top2"))
        side = build.kept(
            side.select("_r", "_s", nw.col("_up2").alias("_up"), inside.alias("_in"), ends.alias("_top"))
        )
        if not build.backend.rows(side.filter(~nw.col("_up").is_null()).head(1)):
            break
    names = [build.name(), build.name()]
    build.attach(side.rename({"_in": names[0], "_top": names[1]}), names, (ROSTER, UNIT))
    inside = surely(nw.col(names[0]))
    if groups:
        inside = inside | surely(nw.col(UNIT).is_in(groups))
    ended = nw.when(nw.col(names[1]).is_null()).then(top).otherwise(nw.col(names[1]))
    return nw.when(inside).then(nw.lit(value=True)).otherwise(nw.when(ended).then(nw.lit(value=False)))


_CHAIN: Final = ("up", "in", "top")


def _tally(criterion: MemberShare | MemberCount, build: Build) -> dict[str, Expr]:
    """How many members there are of each sort, for each subject that has any; the counts are null for others."""
    with build.bare(), build.among(tuple(SubjectKind)), build.where(~nw.col(UNIT).is_null()):
        of = build.verdict(criterion.of)
        among = nw.lit(value=True) if criterion.among is None else build.verdict(criterion.among)
    of, among = build.let(of, among)
    base, open_ = surely(among), possibly(among) & ~surely(among)
    sorts = {
        "members": nw.lit(value=True),
        "inside": base,
        "sure": base & surely(of),
        "most": base & possibly(of),
        "lowering": open_ & ~surely(of),
        "raising": open_ & possibly(of),
    }
    names = {sort: build.name() for sort in sorts}
    columns = {names[sort]: flag.cast(nw.Int64) for sort, flag in sorts.items()}
    rows = build.plan.rows({"_r": nw.col(ROSTER), "_s": nw.col(UNIT), **columns}, ~nw.col(UNIT).is_null())
    side = rows.group_by("_r", "_s").agg(*[nw.col(name).sum() for name in columns])
    build.attach(side, list(columns))
    return {sort: nw.col(name) for sort, name in names.items()}


def member_count(criterion: MemberCount, build: Build) -> Expr:
    """The fewest and the most members against the number."""
    wanted = build.figure(criterion.value)
    if wanted is None:
        return NOTHING
    tally = _tally(criterion, build)
    low = Number(tally["sure"], 1, 0, MOST_MEMBERS)
    high = Number(tally["most"] + tally["raising"], 1, 0, 2 * MOST_MEMBERS)
    return nw.when(~tally["members"].is_null()).then(compared_bounds(low, high, criterion.op, wanted))


def member_share(criterion: MemberShare, build: Build) -> Expr:
    """The smallest and the largest share against the fraction, by cross-multiplication."""
    wanted = build.figure(criterion.value)
    if wanted is None:
        return NOTHING
    tally = _tally(criterion, build)
    low = (tally["sure"], tally["inside"] + tally["lowering"])
    high = (tally["most"] + tally["raising"], tally["inside"] + tally["raising"])
    if isinstance(wanted, Number):
        raise InexpressibleError("a share is compared with a fact")
    return nw.when(surely(tally["inside"] > 0)).then(_shares(low, high, criterion.op, wanted))


def _shares(low: tuple[Expr, Expr], high: tuple[Expr, Expr], op: Op, wanted: Fraction) -> Expr:
    first, second = (_share(*end, op, wanted) for end in (low, high))
    if op not in {Op.EQUAL, Op.DIFFERENT}:
        return nw.when(first == second).then(first)
    settled = low[0] * high[1] == high[0] * low[1]
    inside = conjunction([_share(*low, Op.AT_MOST, wanted), _share(*high, Op.AT_LEAST, wanted)])
    equal = nw.when(settled).then(inside).otherwise(nw.when(~inside).then(nw.lit(value=False)))
    return equal if op is Op.EQUAL else ~equal


def _share(part: Expr, whole: Expr, op: Op, wanted: Fraction) -> Expr:
    left = Number(part, 1, 0, 2 * MOST_MEMBERS).times(Fraction(wanted.denominator))
    right = Number(whole, 1, 0, 2 * MOST_MEMBERS).times(Fraction(wanted.numerator))
    unit = math.lcm(left.unit, right.unit)
    return compared(left.over(unit), op, right.over(unit))
