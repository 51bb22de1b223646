"""The bonus of each outcome, which of several is paid, and the total against the fund's ceiling."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal

import attrs

from thidua_rules.awards import Authority, Bonus
from thidua_rules.criteria.comparisons import Op, compare_bounds
from thidua_rules.errors import PolicyError
from thidua_rules.evaluation.results import Exact, FundResult, Money, Outcome, Status
from thidua_rules.evaluation.world import EvaluationWorld
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.obligations import Fund
from thidua_rules.subjects import DecisionState
from thidua_rules.values import Rounding, Value, as_fraction, tidy
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict


def with_bonuses(outcomes: list[Outcome], world: EvaluationWorld) -> list[Outcome]:
    """
    *outcomes* with the bonus of whoever is recommended, or holds a decision.

    The base salary, multiple and rounding are those of the decision's day (NĐ 91/2017 Đ68), or of the
    evaluation's day while there is no decision. Of several in one group, or for one achievement where the parameter
    says so, only the highest is paid (Đ66 k2 đ.c).

    Raises:
        PolicyError: A parameter that the bonus needs has no value on that day.
    """
    bonuses = [_bonus(one, world) for one in outcomes]
    paid = [
        one if bonus is None else attrs.evolve(one, bonus=bonus)
        for one, bonus in zip(outcomes, bonuses, strict=True)
    ]
    claims: dict[str, list[Outcome]] = {}
    for one in paid:
        if one.bonus is not None:
            claims.setdefault(one.subject.id, []).append(one)
    return [_instead(one, claims.get(one.subject.id, []), world) for one in paid]


def _instead(one: Outcome, claims: list[Outcome], world: EvaluationWorld) -> Outcome:
    """*one*, paid unless a rival among its subject's *claims* has a higher bonus; of equal ones the first is paid."""
    if one.bonus is None or len(claims) == 1:
        return one
    best = one
    for rival in claims:
        if rival.award.id != one.award.id and _rivals(one, rival, world) and _is_higher(rival, best, claims):
            best = rival
    if best is one:
        return one
    return attrs.evolve(one, bonus=attrs.evolve(one.bonus, paid=False, instead=best.award.id))


def _is_higher(one: Outcome, other: Outcome, claims: list[Outcome]) -> bool:
    order = [claim.award.id for claim in claims]
    worth = [(claim.bonus.amount if claim.bonus is not None else 0) for claim in (one, other)]
    return worth[0] > worth[1] or (
        worth[0] == worth[1] and order.index(one.award.id) < order.index(other.award.id)
    )


def _rivals(one: Outcome, other: Outcome, world: EvaluationWorld) -> bool:
    """Whether only one of the two bonuses is paid: awards of one group, or proposed for one achievement."""
    groups = {side.award.bonus.group if side.award.bonus else "" for side in (one, other)}
    if len(groups) == 1 and "" not in groups:
        return True
    return _same_achievement(one, other, world) is MET


def _same_achievement(one: Outcome, other: Outcome, world: EvaluationWorld) -> Verdict:
    """
    Whether both are proposed for one achievement, and the parameter has only the higher bonus paid (NĐ 91/2017 Đ66 k2).

    UNKNOWN where a proposal does not say for which achievement it is. An award that nobody proposed has none in common.
    """
    found: list[set[Value | None]] = []
    for side in (one, other):
        bonus = side.award.bonus
        if bonus is None or not bonus.achievement or world.parameters.get(bonus.achievement) != HIGHEST:
            return UNMET
        rows = side.subject.records.get(bonus.records) or ()
        found.append({row.get("thanh_tich") for row in rows if row.get("danh_hieu") == side.award.id})
    first, second = found
    if (first & second) - {None}:
        return MET
    return UNKNOWN if first and second and None in first | second else UNMET


def _bonus(outcome: Outcome, world: EvaluationWorld) -> Money | None:
    decision = world.roster.decision(outcome.award.id, outcome.subject.id)
    given = decision is not None and decision.state is DecisionState.HIEU_LUC
    refused = decision is not None and not given
    if refused or (not given and outcome.status is not Status.RECOMMENDED):
        return None
    return _worth(outcome, decision.date if decision is not None else world.day, world)


def _worth(outcome: Outcome, day: dt.date, world: EvaluationWorld) -> Money | None:
    """What the award is worth to its subject by the figures of *day*; None where it carries no money."""
    rule = outcome.award.bonus
    if rule is None:
        return None
    parameters = world.parameters if day == world.day else world.policy.parameters_on(day)
    return bonus_on(rule, outcome.subject.kind, parameters, day)


def bonus_on(rule: Bonus, kind: SubjectKind, parameters: Mapping[str, Value], day: dt.date) -> Money | None:
    """
    The bonus of a recipient of *kind* under *rule* by the *parameters* of *day*; None where the kind gets no money.

    Raises:
        PolicyError: A parameter that the bonus needs has no value on that day.
    """
    name = _multiple(rule, kind)
    if name is None:
        return None
    base = _number(parameters, rule.base)
    multiple = _number(parameters, name)
    raw = tidy(as_fraction(base) * as_fraction(multiple))
    step = _number(parameters, rule.step)
    rounding = Rounding(parameters.get(rule.rounding, Rounding.CEIL.value))
    amount = rounding.whole(as_fraction(raw) / as_fraction(step)) * as_fraction(step)
    return Money(
        base=Rounding.FLOOR.whole(base),
        multiple=multiple,
        raw=raw,
        amount=Rounding.CEIL.whole(amount),
        day=day,
        paid=True,
        instead=None,
        citation=rule.citation,
    )


def _multiple(rule: Bonus, kind: SubjectKind) -> str | None:
    return next((one.parameter for one in rule.multiples if one.subject_kind is kind), None)


def _number(parameters: Mapping[str, Value], name: str) -> int | Decimal:
    value = parameters.get(name)
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return value
    raise PolicyError.one(f"parameters.{name}", "expected a number on the day of the decision")


def fund_result(fund: Fund | None, outcomes: list[Outcome], world: EvaluationWorld) -> FundResult:
    """
    What the commune itself pays (the deciding level pays), against its fund's ceiling.

    The ceiling is the rate times the recurrent spending of the one commune in the roster. Open and tied outcomes
    leave the total between two figures, and only what holds at both ends is said of the ceiling.
    """
    sums: dict[str, tuple[int, int]] = {}
    for one in outcomes:
        if one.bonus is None or not one.bonus.paid or one.award.authority is not Authority.CHU_TICH_UBND_XA:
            continue
        number, total = sums.get(one.award.id, (0, 0))
        sums[one.award.id] = (number + 1, total + one.bonus.amount)
    total = sum(amount for _, amount in sums.values())
    by_award = tuple((name, *sums[name]) for name in sorted(sums))
    low, high = _total_bounds(outcomes, world)
    if fund is None:
        return FundResult(total, low, high, by_award, None, None, UNKNOWN, None)
    rate, spending = _fund_numbers(fund, world)
    if rate is None or spending is None:
        return FundResult(total, low, high, by_award, None, rate, UNKNOWN, fund.citation)
    ceiling = tidy(as_fraction(rate) * as_fraction(spending))
    verdict = compare_bounds(low, high, Op.AT_MOST, ceiling)
    return FundResult(total, low, high, by_award, ceiling, rate, verdict, fund.citation)


_OPEN = {Status.UNDETERMINED, Status.TIED}

HIGHEST = "cao_nhat"
"""Of two bonuses for one achievement only the higher is paid."""


@attrs.frozen
class _Claim:
    """A bonus that is due, or may come to be: what it is worth, what of it the commune pays at least and at most."""

    amount: int
    low: int
    high: int
    sure: bool


def _total_bounds(outcomes: list[Outcome], world: EvaluationWorld) -> tuple[int, int]:
    """
    The least and the most that the commune may come to pay, of each subject's group of awards only the highest.

    What a bonus for the same achievement may take the place of is left out of the least; what one surely takes the
    place of, of the most too.
    """
    due: dict[str, list[tuple[Outcome, bool]]] = {}
    for one in outcomes:
        money = one.bonus
        if money is None and one.status in _OPEN and one.decided is None:
            money = _worth(one, world.day, world)
        if money is not None and one.award.bonus is not None:
            row = (attrs.evolve(one, bonus=money), one.bonus is not None)
            due.setdefault(one.subject.id, []).append(row)
    claims: dict[tuple[str, str], list[_Claim]] = {}
    for subject, rows in due.items():
        for one, sure in rows:
            group = one.award.bonus.group if one.award.bonus is not None else ""
            key = (subject, group or f"award:{one.award.id}")
            claims.setdefault(key, []).append(_claim(one, sure, rows, world))
    ends = [_claim_bounds(found) for found in claims.values()]
    return sum(low for low, _ in ends), sum(high for _, high in ends)


def _claim(one: Outcome, sure: bool, rows: list[tuple[Outcome, bool]], world: EvaluationWorld) -> _Claim:
    amount = one.bonus.amount if one.bonus is not None else 0
    ours = amount if one.award.authority is Authority.CHU_TICH_UBND_XA else 0
    everybody = [rival for rival, _ in rows]
    above = [
        (_same_achievement(one, rival, world), certain)
        for rival, certain in rows
        if rival.award.id != one.award.id and _is_higher(rival, one, everybody)
    ]
    perhaps = any(same is not UNMET for same, _ in above)
    surely = any(same is MET and certain for same, certain in above)
    return _Claim(amount, 0 if perhaps else ours, 0 if surely else ours, sure)


def _claim_bounds(rows: list[_Claim]) -> tuple[int, int]:
    """What the commune pays of one group: the highest sure claim, or an open one above it."""
    highest = max((one.amount for one in rows if one.sure), default=None)
    possible = [one for one in rows if one.sure and one.amount == highest][:1]
    possible += [one for one in rows if not one.sure and (highest is None or one.amount > highest)]
    open_ = [0] if highest is None else []
    return min([one.low for one in possible] + open_), max([one.high for one in possible] + open_)


def _fund_numbers(fund: Fund, world: EvaluationWorld) -> tuple[Exact | None, Exact | None]:
    communes = [one for one in world.roster.subjects if one.kind is SubjectKind.XA]
    rate = world.parameters.get(fund.rate)
    spending = communes[0].facts.get(fund.spending) if len(communes) == 1 else None
    return (
        rate if isinstance(rate, (int, Decimal)) and not isinstance(rate, bool) else None,
        spending if isinstance(spending, (int, Decimal)) and not isinstance(spending, bool) else None,
    )
