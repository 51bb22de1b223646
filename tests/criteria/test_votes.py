"""Votes of a council, by quorum, share and secrecy."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs
import pytest

from tests.criteria.cases import case
from thidua_rules.criteria import Fact, Voted
from thidua_rules.criteria.base import Case, World
from thidua_rules.errors import PolicyError
from thidua_rules.subjects import Ballot, Roster
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict

DAY = dt.date(2022, 12, 20)
NINETY = Voted("x", Decimal("0.9"), "members", secret=True)
HALF = Decimal("0.5")
COMMUNE = Voted("x", Decimal("0.5"), "present", Decimal("0.6"), before=MET)


def _case(*ballots: Ballot) -> Case:
    one = case()
    roster = one.world.roster
    assert isinstance(roster, Roster)
    named = tuple(attrs.evolve(ballot, subject=one.subject.id) for ballot in ballots)
    return Case(one.subject, World(attrs.evolve(roster, ballots=named)))


def _ballot(
    members: int, present: int, approvals: int, written: int = 0, *, secret: bool | None = True
) -> Ballot:
    return Ballot("x", "", DAY, members, present, approvals, written, secret)


@pytest.mark.parametrize(
    ("ballot", "verdict"),
    [
        (_ballot(20, 20, 18), MET),
        (_ballot(20, 20, 17), UNMET),
        (_ballot(20, 15, 15, 3), MET),
        (_ballot(20, 15, 15, 2), UNMET),
        (_ballot(10, 10, 9, secret=False), UNMET),
        (_ballot(10, 10, 9, secret=None), UNKNOWN),
        (_ballot(10, 10, 8, secret=None), UNMET),
        (_ballot(0, 0, 0), UNKNOWN),
    ],
)
def test_of_all_members(ballot: Ballot, verdict: Verdict) -> None:
    """
    Nine in ten of all members, those who wrote included, in secret.
    """
    one = _case(ballot)
    assert NINETY.verdict(one) is verdict
    assert NINETY.check(one).verdict is verdict


@pytest.mark.parametrize(
    ("ballot", "verdict", "fails"),
    [
        (_ballot(10, 6, 3), MET, ()),
        (_ballot(10, 6, 2), UNMET, ("share",)),
        (_ballot(10, 5, 5), UNMET, ("quorum",)),
        (_ballot(10, 5, 2), UNMET, ("quorum", "share")),
        (_ballot(10, 6, 2, 4), UNMET, ("share",)),
    ],
)
def test_of_those_present_with_a_quorum(ballot: Ballot, verdict: Verdict, fails: tuple[str, ...]) -> None:
    """
    A quorum of the members and a share of those present; each demand that fails is named.
    """
    finding = COMMUNE.check(_case(ballot))
    assert finding.verdict is verdict
    assert dict(finding.asked)["fails"] == fails


def test_before_the_vote() -> None:
    """
    Before a ballot the criterion says what it was told to say.
    """
    one = _case()
    assert COMMUNE.verdict(one) is MET
    assert NINETY.check(one).verdict is UNKNOWN
    assert [item.fact for item in NINETY.check(one).missing] == ["phieu:x"]


def test_of_several_on_one_day_the_least_favourable_counts() -> None:
    """
    The order of the input does not decide between ballots of one day.
    """
    assert NINETY.verdict(_case(_ballot(10, 10, 9), _ballot(10, 10, 8))) is UNMET
    assert NINETY.verdict(_case(_ballot(10, 5, 5, 4), _ballot(10, 5, 5, 3))) is UNMET


def test_a_missing_share_names_its_fact() -> None:
    """
    A share that is a fact nobody gave is named.
    """
    open_ = Voted("x", Fact("nguong"))
    finding = open_.check(_case(_ballot(10, 10, 9)))
    assert finding.verdict is UNKNOWN
    assert [item.fact for item in finding.missing] == ["nguong"]


def test_a_share_that_is_no_number_is_refused() -> None:
    """
    Text is no share.
    """
    with pytest.raises(PolicyError):
        Voted("x", "nhiều").verdict(_case(_ballot(10, 10, 9)))


@pytest.mark.parametrize(
    ("approvals", "reached", "passed"), [(4, UNMET, UNMET), (5, MET, UNMET), (6, MET, MET)]
)
def test_a_share_that_must_be_passed(approvals: int, reached: Verdict, passed: Verdict) -> None:
    """
    Half of ten is reached by five and passed by six.
    """
    case = _case(_ballot(10, 10, approvals))
    assert (Voted("x", HALF).verdict(case), Voted("x", HALF, above=True).verdict(case)) == (reached, passed)


def test_all_members_and_above() -> None:
    """
    Opinions in writing count there too.
    """
    case = _case(_ballot(10, 5, 4, 1))
    assert Voted("x", HALF, "members").verdict(case) is MET
    assert Voted("x", HALF, "members", above=True).verdict(case) is UNMET
