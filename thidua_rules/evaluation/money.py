"""The bonus of each outcome, which of several is paid, and the total against the fund's ceiling."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import attrs

from thidua_rules.awards import Authority, Bonus
from thidua_rules.errors import PolicyError
from thidua_rules.evaluation.results import Exact, FundResult, Money, Outcome, Status
from thidua_rules.evaluation.world import EvaluationWorld
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.obligations import Fund
from thidua_rules.subjects import DecisionState
from thidua_rules.values import Rounding, Value, as_fraction, tidy
from thidua_rules.verdicts import UNKNOWN, truth


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
    rule = outcome.award.bonus
    decision = world.roster.decision(outcome.award.id, outcome.subject.id)
    given = decision is not None and decision.state is DecisionState.HIEU_LUC
    refused = decision is not None and not given
    if rule is None or refused or (not given and outcome.status is not Status.RECOMMENDED):
        return None
    name = _multiple(rule, outcome.subject.kind)
    if name is None:
        return None
    day = decision.date if decision is not None else world.day
    parameters = world.parameters if day == world.day else world.policy.parameters_on(day)
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

    The ceiling is the rate times the recurrent spending of the one commune in the roster.
    """
    sums: dict[str, tuple[int, int]] = {}
    for one in outcomes:
        if one.bonus is None or not one.bonus.paid or one.award.authority is not Authority.CHU_TICH_UBND_XA:
            continue
        number, total = sums.get(one.award.id, (0, 0))
        sums[one.award.id] = (number + 1, total + one.bonus.amount)
    total = sum(amount for _, amount in sums.values())
    by_award = tuple((name, *sums[name]) for name in sorted(sums))
    if fund is None:
        return FundResult(total, by_award, None, None, UNKNOWN, None)
    rate, spending = _fund_numbers(fund, world)
    if rate is None or spending is None:
        return FundResult(total, by_award, None, rate, UNKNOWN, fund.citation)
    ceiling = tidy(as_fraction(rate) * as_fraction(spending))
    return FundResult(total, by_award, ceiling, rate, truth(holds=total <= ceiling), fund.citation)


def _fund_numbers(fund: Fund, world: EvaluationWorld) -> tuple[Exact | None, Exact | None]:
    communes = [one for one in world.roster.subjects if one.kind is SubjectKind.XA]
    rate = world.parameters.get(fund.rate)
    spending = communes[0].facts.get(fund.spending) if len(communes) == 1 else None
    return (
        rate if isinstance(rate, (int, Decimal)) and not isinstance(rate, bool) else None,
        spending if isinstance(spending, (int, Decimal)) and not isinstance(spending, bool) else None,
    )
