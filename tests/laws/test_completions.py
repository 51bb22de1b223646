"""A status other than UNDETERMINED holds in every completion of the missing facts."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings

from tests.laws.small_rosters import POLICY, completed, drawn, rosters, seeds, statuses
from thidua_rules.evaluation import Status, evaluate


def settled_and_broken(roster, seed):
    """
    What is settled in *roster*, and what of it turns out different in a completion.

    Whoever turns out to be outside an award's scope has no outcome there: that agrees with INELIGIBLE. Who belongs
    to a collective is what the roster says, so a collective's title is asked about only where every unit is given.
    """
    before = statuses(roster)
    after = statuses(completed(roster, seed))
    homeless = any(one.unit is None and one.id.startswith("n") for one in roster.subjects)
    settled = {
        key: status
        for key, status in before.items()
        if status is not Status.UNDETERMINED and not (homeless and key[0] == "tap_the")
    }
    broken = {
        key: (status, after.get(key))
        for key, status in settled.items()
        if after.get(key, Status.INELIGIBLE) is not status
    }
    return settled, broken


@given(rosters(), seeds)
@settings(max_examples=400)
def test_settled_statuses_hold(roster, seed):
    """
    What is settled with facts missing is the same whatever the missing facts turn out to be.
    """
    assert {} == settled_and_broken(roster, seed)[1]


@pytest.mark.parametrize("holes", [0.03, 0.3])
@given(seeds, seeds)
@settings(max_examples=150)
def test_settled_statuses_hold_in_any_density(holes, seed, other):
    """
    The same where little is missing, and where much is.
    """
    assert {} == settled_and_broken(drawn(seed, holes), other)[1]


SEEN = {
    "co_ban": {Status.RECOMMENDED, Status.ON_HOLD, Status.INELIGIBLE},
    "nang_cao": {Status.RECOMMENDED, Status.TIED, Status.OVER_QUOTA, Status.ON_HOLD, Status.INELIGIBLE},
    "theo_khoi": {Status.RECOMMENDED, Status.TIED, Status.OVER_QUOTA, Status.COVERED, Status.INELIGIBLE},
    "theo_don_vi": {Status.RECOMMENDED, Status.TIED, Status.OVER_QUOTA, Status.INELIGIBLE},
    "cap_tren": {Status.RECOMMENDED, Status.INELIGIBLE},
    "tap_the": {Status.RECOMMENDED, Status.INELIGIBLE},
}


def test_the_law_sees_every_status():
    """
    The rosters of the law, all with something missing, settle every status of every award: ties, quotas by group
    and by unit, coverage, holds and members are all inside.
    """
    seen = {name: set() for name in SEEN}
    with_holes = [one for one in map(drawn, range(500), itertools.repeat(0.08)) if completed(one, 0) != one]
    for one in with_holes:
        for (award, _), status in settled_and_broken(one, 0)[0].items():
            seen[award].add(status)

    assert SEEN == seen


@given(rosters())
@settings(max_examples=100)
def test_undetermined_names_what_is_missing(roster):
    """
    Whoever is undetermined is told at least one thing that is missing.
    """
    silent = [
        (one.award.id, one.subject.id)
        for one in evaluate(POLICY, roster).outcomes
        if one.status is Status.UNDETERMINED and not one.missing
    ]
    assert [] == silent
