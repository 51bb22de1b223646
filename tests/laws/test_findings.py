"""What a finding names as having decided really settles its verdict, and what it lists as missing really matters."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.laws.strategies import (
    KINDS,
    answer,
    criteria,
    filled,
    holes,
    of_kind,
    rosters,
    seeds,
    unit_of_world,
)
from thidua_rules.criteria import All, Any, AtLeastOf, Exempt, MemberShare, Not, Settled, Unless
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict


def recomputed(finding, verdicts):
    """The verdict of *finding* if its children had these verdicts."""
    parts = tuple(map(Settled, verdicts))
    match finding.kind:
        case "all" | "standards-reach":
            return All(parts).verdict(None)
        case "any":
            return Any(parts).verdict(None)
        case "not":
            return Not(parts[0]).verdict(None)
        case "at-least-of":
            return AtLeastOf(dict(finding.asked)["minimum"], parts).verdict(None)
        case "clause" | "of-unit":
            return verdicts[0]
        case "member":
            return All(parts).verdict(None)
    raise AssertionError(finding.kind)


def unless(finding, rule, kept):
    """The verdict of a rule with exceptions if its rule, and the exceptions outside *kept*, were not known."""
    exempts = []
    for index, one in enumerate(finding.children[1:], start=1):
        when, then = (child.verdict for child in one.children)
        silent = index not in kept and when is MET
        exempts.append(Exempt(f"e{index}", Settled(when), Settled(UNKNOWN if silent else then)))
    return Unless(Settled(rule), tuple(exempts)).verdict(None)


def settled_by_deciders(finding):
    """Whether the children that decided give the verdict whatever the others are."""
    if not finding.children or not finding.deciders:
        return True
    if finding.kind == "unless":
        rule = finding.children[0].verdict if 0 in finding.deciders else UNKNOWN
        return finding.verdict is unless(finding, rule, finding.deciders)
    if finding.kind in {"member-share", "member-count", "exempt"}:
        return True
    verdicts = [
        child.verdict if i in finding.deciders else UNKNOWN for i, child in enumerate(finding.children)
    ]
    return finding.verdict is recomputed(finding, verdicts)


def checked(criterion, roster):
    """The finding of ``a``; cases in which exceptions clash are passed over."""
    finding = answer(lambda: criterion.check(unit_of_world(roster)))
    assume(finding != "clash")
    return finding


@given(criteria(max_leaves=6), rosters(markers=True))
@settings(max_examples=200)
def test_deciders_settle(criterion, roster):
    """
    The children that decided give the verdict alone: with every other one unknown it stays the same.

    An exception that does not apply is no decider, and stays what it is.
    """
    finding = checked(criterion, roster)

    assert [] == [one for one in finding.walk() if not settled_by_deciders(one)]


@given(criteria(max_leaves=6), rosters(markers=True))
@settings(max_examples=200)
def test_every_answer_has_its_reasons(criterion, roster):
    """
    A composed finding names deciders, each of which exists; those of all, any and k of n have its verdict.
    """
    for one in checked(criterion, roster).walk():
        assert all(0 <= i < len(one.children) for i in one.deciders)
        if one.kind in {"all", "any", "at-least-of", "clause", "of-unit", "member"} and one.children:
            assert {one.verdict} >= {one.children[i].verdict for i in one.deciders}


@given(st.lists(st.sampled_from(Verdict), min_size=1, max_size=4), st.booleans(), st.data())
def test_deciders_are_smallest(verdicts, conjoined, data):
    """
    Where one part alone settles all or any, only parts of that verdict are named, and each is enough by itself.
    """
    node = All if conjoined else Any
    finding = node(tuple(map(Settled, verdicts))).check(None)
    strong = UNMET if conjoined else MET
    assume(finding.verdict is strong)
    lone = data.draw(st.sampled_from(finding.deciders))
    alone = [one if i == lone else UNKNOWN for i, one in enumerate(verdicts)]

    assert strong is node(tuple(map(Settled, alone))).verdict(None)


def silence(criterion):
    """Whether *criterion* may be unknown though nothing is missing: an open answer, or a share of nobody."""
    for one in criterion.walk():
        if isinstance(one, Settled) and one.answer is UNKNOWN:
            return True
        if isinstance(one, MemberShare) and one.among is not None:
            return True
    return False


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=30)
def test_settled_answers_hold(kind, data):
    """
    An answer that is not UNKNOWN holds in every completion of what is missing.
    """
    criterion, roster = data.draw(of_kind(kind)), data.draw(rosters())
    before = answer(lambda: criterion.verdict(unit_of_world(roster)))
    assume(before not in {"clash", UNKNOWN})
    after = filled(roster, holes(roster), data.draw(seeds))

    assert answer(lambda: criterion.verdict(unit_of_world(after))) in {before, "clash"}


CLOSED = {"chosen", "settled", "not-cancelled", "voted"}
"""The kinds that never wait for a fact; a vote waits for the council, which these rosters do not."""


@pytest.mark.parametrize("kind", sorted(set(KINDS) - CLOSED))
@given(data=st.data())
# few rosters leave a rule of one fact open
@settings(max_examples=30, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
def test_what_is_not_listed_does_not_matter(kind, data):
    """
    An UNKNOWN answer stays UNKNOWN whatever is learnt of things that it does not list.
    """
    criterion, roster = data.draw(of_kind(kind)), data.draw(rosters())
    finding = checked(criterion, roster)
    assume(finding.verdict is UNKNOWN)
    others = set(holes(roster)) - set(finding.relevant_missing())
    after = filled(roster, others, data.draw(seeds))

    assert answer(lambda: criterion.verdict(unit_of_world(after))) in {UNKNOWN, "clash"}


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=30)
def test_what_is_listed_is_missing(kind, data):
    """
    Only what nobody has given is listed, and nothing is where the answer is settled.

    A share of nobody waits for more members.
    """
    criterion, roster = data.draw(of_kind(kind)), data.draw(rosters(markers=True))
    finding = checked(criterion, roster)
    listed = set(finding.relevant_missing())
    if silence(criterion):
        listed = {one for one in listed if one.fact != "thanh_vien"}

    assert listed <= (set(holes(roster)) if finding.verdict is UNKNOWN else set())


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"settled"}))
@given(data=st.data())
@settings(max_examples=30)
def test_fetching_what_is_listed_settles(kind, data):
    """
    An UNKNOWN answer lists something, and learning it, then what is listed next, settles the answer.

    A second round is needed where members come to be known, and then what they lack.
    """
    criterion, roster = data.draw(of_kind(kind)), data.draw(rosters())
    assume(not silence(criterion))
    for _ in range(4):
        finding = checked(criterion, roster)
        if finding.verdict is not UNKNOWN:
            break
        assert finding.relevant_missing()
        roster = filled(roster, finding.relevant_missing(), data.draw(seeds), complete=True)

    assert checked(criterion, roster).verdict is not UNKNOWN
