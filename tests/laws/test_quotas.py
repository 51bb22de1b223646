"""Places: never more than there are, never past somebody better, never fewer winners for more places."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.laws.small_rosters import POLICY, completed, naive, rosters, seeds, statuses
from thidua_rules.evaluation import Status, evaluate
from thidua_rules.values import Rounding

REFUSED = {Status.OVER_QUOTA, Status.TIED}


def groups(evaluation):
    """Each quota with the outcomes that it limits."""
    found = []
    for quota in evaluation.quotas:
        mine = [one for one in evaluation.outcomes if one.quota == quota and one.award.id == quota.award]
        found.append((quota, mine))
    return found


def surely_above(one, other):
    """Whether the keys of *one* lie above those of *other*, key by key, whatever is missing."""
    for mine, theirs in zip(one.place.keys, other.place.keys, strict=True):
        if mine.low != mine.high or theirs.low != theirs.high or mine.low != theirs.low:
            return mine.low > theirs.high
    return False


@given(rosters())
@settings(max_examples=200)
def test_never_more_than_the_places(roster):
    """
    In no group are more recommended than the fewest places that the missing facts allow.
    """
    for quota, outcomes in groups(evaluate(POLICY, roster)):
        assert sum(one.status is Status.RECOMMENDED for one in outcomes) <= quota.low


@given(rosters())
@settings(max_examples=200)
def test_nobody_better_is_left_out(roster):
    """
    Nobody who is over the quota or tied is surely above somebody who is recommended, nor above somebody tied
    while over the quota.
    """
    for _, outcomes in groups(evaluate(POLICY, roster)):
        inside = [one for one in outcomes if one.status is Status.RECOMMENDED]
        tied = [one for one in outcomes if one.status is Status.TIED]
        over = [one for one in outcomes if one.status is Status.OVER_QUOTA]
        pairs = [(out, in_) for out in over + tied for in_ in inside] + [(o, t) for o in over for t in tied]
        assert [] == [pair for pair in pairs if surely_above(*pair)]


@given(rosters())
@settings(max_examples=200)
def test_ties_lie_across_the_line(roster):
    """
    Those tied are level with each other, and neither all nor none of them have a place.
    """
    for quota, outcomes in groups(evaluate(POLICY, roster)):
        tied = [one for one in outcomes if one.status is Status.TIED]
        sure = sum(one.status is Status.RECOMMENDED for one in outcomes)
        for one in tied:
            assert {other.subject.id for other in tied} == {one.subject.id, *one.place.tied_with}
            assert sure < quota.low <= quota.high < sure + len(tied)


@given(rosters(0), seeds)
@settings(max_examples=200)
def test_no_place_stays_empty(roster, seed):
    """
    With nothing missing, every place is given to one who competes, unless those who are tied wait for it.
    """
    for quota, outcomes in groups(evaluate(POLICY, completed(roster, seed))):
        found = [one.status for one in outcomes]
        if quota.low == quota.high and not {Status.TIED, Status.UNDETERMINED} & set(found):
            assert found.count(Status.RECOMMENDED) == min(quota.low, len(found))


@given(rosters(), seeds)
@settings(max_examples=200)
def test_agrees_with_a_naive_evaluation(roster, seed):
    """
    With nothing missing, every status is what plain sorting and counting give.
    """
    full = completed(roster, seed)
    found = statuses(full)
    expected = naive(full)
    open_ = {("theo_khoi", one.id) for one in full.subjects} - expected.keys()

    assert expected == {key: found[key] for key in expected}
    assert {Status.UNDETERMINED} >= {
        found[key] for key in open_ if key in found and found[key] not in REFUSED
    } - {Status.RECOMMENDED}


@pytest.mark.parametrize(
    ("award", "parameter", "low", "high"),
    [("theo_khoi", "so_cho", st.integers(0, 3), 4), ("nang_cao", "ty_le", st.integers(0, 9), 10)],
)
@given(roster=rosters(), data=st.data())
@settings(max_examples=60)
def test_more_places_lose_nobody(award, parameter, low, high, roster, data):
    """
    More places, whose base does not depend on the award, take nothing from who has one.
    """
    fewer = data.draw(low)
    more = data.draw(st.integers(fewer + 1, high))
    unit = Decimal("0.1") if parameter == "ty_le" else 1
    before, after = (statuses(roster, POLICY.with_parameter(parameter, unit * one)) for one in (fewer, more))
    winners = [key for key, status in before.items() if key[0] == award and status is Status.RECOMMENDED]

    assert [] == [key for key in winners if after[key] is not Status.RECOMMENDED]


@given(rosters())
@settings(max_examples=100)
def test_places_follow_from_the_base(roster):
    """
    The places are the rate times the base under the rounding, at both ends, and the other roundings are named
    exactly where they differ.
    """
    for quota in evaluate(POLICY, roster).quotas:
        if quota.rounding is None:
            assert (quota.low, quota.high) == (2, 2)
            continue
        exact = [Decimal("0.4") * base for base in (quota.base_low, quota.base_high)]
        assert [quota.low, quota.high] == [int(one) for one in exact]
        roundings = (Rounding.HALF_UP, Rounding.CEIL)
        others = [(one, *(one.whole(number) for number in exact)) for one in roundings]
        assert list(quota.others) == [one for one in others if one[1:] != (quota.low, quota.high)]
