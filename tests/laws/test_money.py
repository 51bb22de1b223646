"""Bonuses: who gets one, only the highest of a group is paid, and the commune's total is what it pays."""

from __future__ import annotations

from hypothesis import given, settings

from tests.laws.small_rosters import POLICY, rosters
from thidua_rules.awards import Authority
from thidua_rules.evaluation import Status, evaluate
from thidua_rules.subjects import DecisionState

AMOUNTS = {"co_ban": 450_000, "nang_cao": 1_490_000}
"""0.3 and 1 times the base salary of 1,490,000 đồng, rounded up to ten thousand."""


@given(rosters())
@settings(max_examples=150)
def test_who_gets_a_bonus(roster):
    """
    A decision in force has a bonus, a refused or cancelled one none; without a decision a recommendation has it.
    """
    for one in evaluate(POLICY, roster).outcomes:
        decision = roster.decision(one.award.id, one.subject.id)
        state = decision.state if decision else None
        due = state is DecisionState.HIEU_LUC or (state is None and one.status is Status.RECOMMENDED)
        expected = AMOUNTS.get(one.award.id) if due else None

        assert expected == (one.bonus.amount if one.bonus else None)


@given(rosters())
@settings(max_examples=150)
def test_only_the_highest_is_paid(roster):
    """
    Of the bonuses of one person and group exactly one is paid, the highest; the others name its award.
    """
    evaluation = evaluate(POLICY, roster)
    for subject in roster.subjects:
        mine = [one for one in evaluation.outcomes if one.subject.id == subject.id and one.bonus]
        paid = [one for one in mine if one.bonus.paid]
        highest = max((one.bonus.amount for one in mine), default=0)

        assert highest == sum(one.bonus.amount for one in paid)
        assert {one.bonus.instead for one in mine if not one.bonus.paid} <= {one.award.id for one in paid}


@given(rosters())
@settings(max_examples=100)
def test_the_total_is_what_is_paid(roster):
    """
    The commune's total is the sum of the bonuses that it pays itself, award by award.
    """
    evaluation = evaluate(POLICY, roster)
    own = [one for one in evaluation.outcomes if one.award.authority is Authority.CHU_TICH_UBND_XA]
    paid = [one for one in own if one.bonus and one.bonus.paid]

    assert sum(one.bonus.amount for one in paid) == evaluation.fund.total
    assert sum(amount for _, _, amount in evaluation.fund.by_award) == evaluation.fund.total
    assert sum(number for _, number, _ in evaluation.fund.by_award) == len(paid)
