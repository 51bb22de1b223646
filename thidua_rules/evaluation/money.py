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
from thidua_rules.verdicts import UNKNOWN


def with_bonuses(outcomes: list[Outcome], world: EvaluationWorld) -> list[Outcome]:
    """
    *outcomes* with the bonus of whoever is recommended, or holds a decision.

    The base salary, multiple and rounding are those of the decision's day (NĐ 91/2017 Đ68), or of the
    evaluation's day while there is no decision. Of several in one group only the highest is paid (Đ66 k2 đ.c).

    Raises:
        PolicyError: A parameter that the bonus needs has no value on that day.
    """
    bonuses = [_bonus(one, world) for one in outcomes]
    paid = [
        one if bonus is None else attrs.evolve(one, bonus=bonus)
        for one, bonus in zip(outcomes, bonuses, strict=True)
    ]
    best: dict[tuple[str, str], Outcome] = {}
    for one in paid:
        if one.bonus is None or one.award.bonus is None or not one.award.bonus.group:
            continue
        key = (one.subject.id, one.award.bonus.group)
        held = best.get(key)
        if held is None or held.bonus is None or one.bonus.amount > held.bonus.amount:
            best[key] = one
    return [_instead(one, best) for one in paid]


def _instead(one: Outcome, best: dict[tuple[str, str], Outcome]) -> Outcome:
    if one.bonus is None or one.award.bonus is None:
        return one
    winner = best.get((one.subject.id, one.award.bonus.group))
    if winner is None or winner.award.id == one.award.id:
        return one
    return attrs.evolve(one, bonus=attrs.evolve(one.bonus, paid=False, instead=winner.award.id))


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


def _total_bounds(outcomes: list[Outcome], world: EvaluationWorld) -> tuple[int, int]:
    """The least and the most that the commune may come to pay, of each subject's group of awards only the highest."""
    claims: dict[tuple[str, str], list[tuple[int, int, bool]]] = {}
    for one in outcomes:
        money = one.bonus
        sure = money is not None
        if money is None and one.status in _OPEN and one.decided is None:
            money = _worth(one, world.day, world)
        if money is None or one.award.bonus is None:
            continue
        ours = money.amount if one.award.authority is Authority.CHU_TICH_UBND_XA else 0
        key = (one.subject.id, one.award.bonus.group or f"award:{one.award.id}")
        claims.setdefault(key, []).append((money.amount, ours, sure))
    ends = [_claim_bounds(rows) for rows in claims.values()]
    return sum(low for low, _ in ends), sum(high for _, high in ends)


def _claim_bounds(rows: list[tuple[int, int, bool]]) -> tuple[int, int]:
    """What the commune pays of one group: the highest sure claim, or an open one above it."""
    highest = max((amount for amount, _, sure in rows if sure), default=None)
    possible = [ours for amount, ours, sure in rows if sure and amount == highest][:1] or [0]
    possible += [ours for amount, ours, sure in rows if not sure and (highest is None or amount > highest)]
    return min(possible), max(possible)


def _fund_numbers(fund: Fund, world: EvaluationWorld) -> tuple[Exact | None, Exact | None]:
    communes = [one for one in world.roster.subjects if one.kind is SubjectKind.XA]
    rate = world.parameters.get(fund.rate)
    spending = communes[0].facts.get(fund.spending) if len(communes) == 1 else None
    return (
        rate if isinstance(rate, (int, Decimal)) and not isinstance(rate, bool) else None,
        spending if isinstance(spending, (int, Decimal)) and not isinstance(spending, bool) else None,
    )
