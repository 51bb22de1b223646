"""Criteria as expressions: one explicit table; a kind that is not in it, or a shape that has none, falls back."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final
from typing import Any as Anything

import narwhals as nw

from thidua_rules.criteria import awards, choices, comparisons, histories, logic, members, records, votes
from thidua_rules.criteria.base import Criterion
from thidua_rules.criteria.comparisons import Op
from thidua_rules.readers.columns import gathering, history, related
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import (
    Expr,
    InexpressibleError,
    Number,
    apply,
    boolean,
    choose,
    compared,
    compared_bounds,
    conjunction,
    count,
    disjunction,
    literal,
    possibly,
    surely,
    within,
)
from thidua_rules.readers.columns.fallback import fall_back
from thidua_rules.readers.columns.operands import DAY, TEXT, Column, Typed
from thidua_rules.readers.columns.votes import voted
from thidua_rules.scales import criteria as scored
from thidua_rules.values import Value
from thidua_rules.verdicts import UNKNOWN

if TYPE_CHECKING:
    from thidua_rules.readers.columns.totals import Total

NOTHING: Final = boolean(UNKNOWN)


def verdict(criterion: Criterion, build: Build) -> Expr:
    """*criterion* as a nullable flag for each row, natively where that is possible."""
    handler = HANDLERS.get(type(criterion))
    if handler is None:
        return fall_back(criterion, "its kind is not known to this reader", build)
    try:
        return handler(criterion, build)
    except InexpressibleError as error:
        return fall_back(criterion, error.reason, build)


def _all(criterion: logic.All, build: Build) -> Expr:
    return conjunction(in_turn(criterion.criteria, possibly, build))


def _any(criterion: logic.Any, build: Build) -> Expr:
    return disjunction(in_turn(criterion.criteria, lambda verdict: ~surely(verdict), build))


def in_turn(parts: Sequence[Criterion], goes_on: Callable[[Expr], Expr], build: Build) -> list[Expr]:
    """
    *parts* as nullable flags.

    The scalar path asks no further once the answer is settled, so what it does not reach there is no clash here.
    """
    found: list[Expr] = []
    reached: list[Expr] = []
    for index, part in enumerate(parts):
        with build.where(conjunction(reached)):
            verdict = build.verdict(part)
        if not build.thorough and any(_may_clash(later) for later in parts[index + 1 :]):
            (verdict,) = build.let(verdict)
            reached.append(goes_on(verdict))
        found.append(verdict)
    return found


def _may_clash(criterion: Criterion) -> bool:
    return any(isinstance(one, logic.Unless) and len(one.exceptions) > 1 for one in criterion.walk())


def _not(criterion: logic.Not, build: Build) -> Expr:
    return ~build.verdict(criterion.criterion)


def _clause(criterion: logic.Clause, build: Build) -> Expr:
    return build.verdict(criterion.criterion)


def _settled(criterion: logic.Settled, build: Build) -> Expr:
    del build
    return boolean(criterion.answer)


def _chosen(criterion: choices.Chosen, build: Build) -> Expr:
    return nw.lit(build.parameter(criterion.parameter) in criterion.values)


def _at_least_of(criterion: logic.AtLeastOf, build: Build) -> Expr:
    verdicts = build.let(*[build.verdict(one) for one in criterion.criteria])
    met, may = count(surely(one) for one in verdicts), count(possibly(one) for one in verdicts)
    return (
        nw.when(met >= criterion.minimum)
        .then(nw.lit(value=True))
        .otherwise(nw.when(may < criterion.minimum).then(nw.lit(value=False)))
    )


def _unless(criterion: logic.Unless, build: Build) -> Expr:
    """What every rule or exception that is still considered says, where they all say the same."""
    whens = build.let(*[build.verdict(one.when) for one in criterion.exceptions])
    thens = []
    for when, exempt in zip(whens, criterion.exceptions, strict=True):
        with build.where(possibly(when)):
            thens.append(build.verdict(exempt.then))
    replaced = disjunction([surely(one) for one in whens])
    with build.where(~replaced):
        rule = build.verdict(criterion.rule)
    rule, *thens = build.let(rule, *thens)
    _refuse_clash(criterion, whens, thens, build)
    says_met = [replaced | surely(rule)]
    says_unmet = [replaced | ~possibly(rule)]
    for when, then in zip(whens, thens, strict=True):
        says_met.append(~possibly(when) | surely(then))
        says_unmet.append(~possibly(when) | ~possibly(then))
    unmet = nw.when(conjunction(says_unmet)).then(nw.lit(value=False))
    return nw.when(conjunction(says_met)).then(nw.lit(value=True)).otherwise(unmet)


def _refuse_clash(criterion: logic.Unless, whens: list[Expr], thens: list[Expr], build: Build) -> None:
    pairs = list(zip(criterion.exceptions, whens, thens, strict=True))
    for index, (one, when, then) in enumerate(pairs):
        for other, when2, then2 in pairs[index + 1 :]:
            first, second = sorted((one.name, other.name))
            both = surely(when) & surely(when2)
            differ = (surely(then) & ~possibly(then2)) | (~possibly(then) & surely(then2))
            build.fault(
                f"exceptions {first!r} and {second!r} both apply and contradict each other", both & differ
            )


def _family(value: Number | Column | Value | Fraction) -> str:
    if isinstance(value, Column):
        return value.family
    return "a number" if isinstance(value, Number) else comparisons.family_of(value)


def against(left: Typed, op: Op, right: Typed) -> Expr:
    """
    *left* against *right*; null where a side is missing.

    Raises:
        InexpressibleError: The two are not of one type.
    """
    if left is None or right is None:
        return NOTHING
    if _family(left) != _family(right):
        raise InexpressibleError("two sides are not of one type")
    if isinstance(left, (Number, Fraction)) and isinstance(right, (Number, Fraction)):
        return compared(left, op, right)
    if isinstance(left, Column):
        return apply(left.expr, op, right.expr if isinstance(right, Column) else literal(right))
    raise InexpressibleError("the left side is no column")


def _compare(criterion: comparisons.Compare, build: Build) -> Expr:
    return against(build.fact(criterion.fact), criterion.op, build.operand(criterion.value))


def _between(criterion: comparisons.Between, build: Build) -> Expr:
    value = build.fact(criterion.fact)
    low = Op.AT_LEAST if criterion.low_included else Op.ABOVE
    high = Op.AT_MOST if criterion.high_included else Op.BELOW
    ends = (
        against(value, low, build.operand(criterion.low)),
        against(value, high, build.operand(criterion.high)),
    )
    if not isinstance(value, (Number, Column)):
        return NOTHING
    return nw.when(~value.expr.is_null()).then(conjunction(ends))


def _one_of(criterion: comparisons.OneOf, build: Build) -> Expr:
    value = build.column(criterion.fact)
    if value is None:
        return NOTHING
    if value.family != TEXT:
        raise InexpressibleError(f"the fact {criterion.fact!r} is no text")
    return within(value.expr, criterion.values)


def _is(criterion: comparisons.Is, build: Build) -> Expr:
    flag = build.flag(criterion.fact)
    return flag if criterion.wanted else ~flag


def _months_since(criterion: comparisons.MonthsSince, build: Build) -> Expr:
    wanted, day = build.figure(criterion.months), build.column(criterion.fact)
    if day is None or wanted is None:
        return NOTHING
    if day.family != DAY:
        raise InexpressibleError(f"the fact {criterion.fact!r} is no day")
    return compared(_months(day.expr, build.period.end), criterion.op, wanted)


def _months(day: Expr, end: dt.date) -> Number:
    """The whole months from *day* to the end of the day *end*, as ``periods.full_months`` counts them."""
    after = end + dt.timedelta(days=1)
    year, month, number = (part.cast(nw.Int64) for part in (day.dt.year(), day.dt.month(), day.dt.day()))
    last = calendar.monthrange(after.year, after.month)[1]
    number = nw.when(number > last).then(nw.lit(last, dtype=nw.Int64)).otherwise(number)
    short = (number > after.day).cast(nw.Int64)
    total = nw.lit(after.year * 12 + after.month, dtype=nw.Int64) - year * 12 - month - short
    return Number(total, 1, -12 * 10_000, 12 * 10_000)


def _score_reaches(criterion: scored.ScoreReaches, build: Build) -> Expr:
    wanted, score = build.figure(criterion.value), _score(criterion.scale, build)
    if wanted is None:
        return NOTHING
    return compared_bounds(score.low, score.high, criterion.op, wanted)


def _standards_reach(criterion: scored.StandardsReach, build: Build) -> Expr:
    percent, score = build.figure(criterion.percent), _score(criterion.scale, build)
    if percent is None:
        return NOTHING
    parts = []
    for points in score.standards:
        share = Fraction(points.maximum) / 100
        least = percent.times(share) if isinstance(percent, Number) else percent * share
        parts.append(compared_bounds(points.low, points.high, Op.AT_LEAST, least))
    return conjunction(parts)


def _class_at_least(criterion: scored.ClassAtLeast, build: Build) -> Expr:
    score = _score(criterion.scale, build)
    if score.best is None or score.worst is None:
        return nw.lit(value=False)
    outside: list[Expr] = []
    inside: list[Expr] = []
    for index, name in enumerate(score.classes):
        reached = (score.best <= index) & (score.worst >= index)
        (inside if name in criterion.classes else outside).append(reached)
    some, other = disjunction(inside), disjunction(outside)
    return choose([(~some, nw.lit(value=False)), (~other, nw.lit(value=True))], NOTHING)


def _score(scale: str, build: Build) -> Total:
    from thidua_rules.readers.columns.totals import score_of  # noqa: PLC0415  # scales hold criteria

    return score_of(scale, build)


Handler = Callable[[Anything, Build], Expr]

HANDLERS: Final[dict[type, Handler]] = {
    logic.All: _all,
    logic.Any: _any,
    logic.AtLeastOf: _at_least_of,
    logic.Clause: _clause,
    logic.Not: _not,
    logic.Settled: _settled,
    logic.Unless: _unless,
    choices.Chosen: _chosen,
    comparisons.Between: _between,
    comparisons.Compare: _compare,
    comparisons.Is: _is,
    comparisons.MonthsSince: _months_since,
    comparisons.OneOf: _one_of,
    records.Count: gathering.rows_verdict,
    records.Exists: gathering.rows_verdict,
    records.NoneOf: gathering.rows_verdict,
    histories.ConsecutiveYears: history.consecutive_years,
    members.MemberCount: related.member_count,
    members.MemberShare: related.member_share,
    awards.Earned: related.earned,
    awards.MemberOf: related.member_of,
    awards.NotCancelled: related.not_cancelled,
    awards.OfUnit: related.of_unit,
    awards.Registered: gathering.registered,
    votes.Voted: voted,
    scored.ClassAtLeast: _class_at_least,
    scored.ScoreReaches: _score_reaches,
    scored.StandardsReach: _standards_reach,
}
"""How each kind is expressed; what is missing here, or raises :class:`InexpressibleError`, falls back."""
