"""Rosters: who is in them, what was decided, and which of several decisions holds."""

from __future__ import annotations

import datetime as dt
import itertools

import attrs
import pytest

from thidua_rules.errors import UnknownNameError
from thidua_rules.facts import SubjectKind
from thidua_rules.subjects import Ballot, Decision, DecisionState, Roster, Subject
from thidua_rules.values import FrozenMap

DAY = dt.date(2022, 12, 1)
GIVEN, REFUSED, CANCELLED = DecisionState


def subject(name, unit=None):
    """A subject with a unit."""
    return Subject(name, SubjectKind.TAP_THE, f"Tên {name}", unit)


ROSTER = Roster(
    "r",
    "Xã",
    2022,
    (subject("c", "a"), subject("a", "xa"), subject("b", "a"), subject("xa"), subject("d", "xa")),
)


def test_subject():
    """
    A subject is found by its id.
    """
    assert ("b", True, False) == (ROSTER.subject("b").id, ROSTER.has_subject("b"), ROSTER.has_subject("z"))


def test_unknown_subject():
    """
    An unknown id is an error that names the nearest known one.
    """
    one = attrs.evolve(ROSTER, subjects=(subject("can_bo_1"),))

    with pytest.raises(UnknownNameError, match="unknown subject 'can_bo_2', did you mean 'can_bo_1'"):
        one.subject("can_bo_2")


def test_members():
    """
    The members are those who belong directly, by id, whatever the order of the roster.
    """
    assert [["b", "c"], ["a", "d"], []] == [
        [one.id for one in ROSTER.members(name)] for name in ("a", "xa", "c")
    ]


def test_units():
    """
    The units of a subject, from the nearest one up.
    """
    assert [("a", "xa"), ()] == [ROSTER.units_of(ROSTER.subject(name)) for name in ("b", "xa")]


def test_units_in_a_circle():
    """
    Units that contain each other are each named once; such a roster is refused elsewhere.
    """
    one = Roster("r", "Xã", 2022, (subject("a", "b"), subject("b", "a")))

    assert ("b", "a") == one.units_of(one.subject("a"))


def test_unit_that_is_not_there():
    """
    A unit outside the roster is named, and ends the chain.
    """
    assert ("z",) == ROSTER.units_of(subject("e", "z"))


def decision(state, day=DAY, number="", **more):
    """A decision on one award for one subject."""
    return Decision("x", "b", state, day, number, **more)


@pytest.mark.parametrize(
    ("decisions", "last"),
    [
        ((), None),
        ((decision(GIVEN), decision(CANCELLED, DAY + dt.timedelta(1))), 1),
        ((decision(GIVEN, number="1"), decision(REFUSED, number="2")), 1),
        ((decision(GIVEN), decision(REFUSED)), 1),
        ((decision(REFUSED), decision(CANCELLED)), 1),
        ((decision(CANCELLED), decision(CANCELLED, cancelled_on=DAY)), 1),
        ((decision(CANCELLED), decision(GIVEN, DAY + dt.timedelta(1))), 1),
    ],
)
def test_last_decision(decisions, last):
    """
    The last day decides, then the number, then the less favourable one; never the order of the input.
    """
    expected = None if last is None else decisions[last]

    for order in itertools.permutations(decisions):
        assert expected == attrs.evolve(ROSTER, decisions=order).decision("x", "b")


def test_decisions_of_others():
    """
    A decision counts for its own award and subject only.
    """
    one = attrs.evolve(ROSTER, decisions=(decision(GIVEN),))

    assert (None, None) == (one.decision("y", "b"), one.decision("x", "c"))


def ballot(approvals, day=DAY, members=9, **more):
    """A ballot on one award for one subject."""
    return Ballot("x", "b", day, members, members, approvals, **more)


@pytest.mark.parametrize(
    "ballots",
    [
        (ballot(9), ballot(1, DAY + dt.timedelta(1))),
        (ballot(1), ballot(9, DAY + dt.timedelta(1))),
        (ballot(9), ballot(8)),
        (ballot(8, members=9), ballot(8, members=10)),
        (ballot(8, secret=True), ballot(8), ballot(8, secret=False)),
    ],
)
def test_last_ballot(ballots):
    """
    The last vote counts, of several on one day the least favourable, whatever the order of the input.
    """
    for order in itertools.permutations(ballots):
        assert ballots[-1] == attrs.evolve(ROSTER, ballots=order).ballot("x", "b")


def test_no_ballot():
    """
    Where nobody voted there is no ballot.
    """
    assert ROSTER.ballot("x", "b") is None


def test_with_subject():
    """
    A subject is replaced in a new roster, in its place; the old roster stays.
    """
    changed = attrs.evolve(ROSTER.subject("b"), facts=FrozenMap({"x": 1}))
    found = ROSTER.with_subject(changed)

    assert (1, None) == (found.subject("b").facts.get("x"), ROSTER.subject("b").facts.get("x"))
    assert [one.id for one in ROSTER.subjects] == [one.id for one in found.subjects]


def test_with_unknown_subject():
    """
    Nobody can be added this way.
    """
    with pytest.raises(UnknownNameError):
        ROSTER.with_subject(subject("z"))


def test_repr_hides_names():
    """
    A repr shows neither names nor facts.
    """
    one = Subject("a", SubjectKind.CA_NHAN, "Nguyễn Văn An", None, FrozenMap({"benh": "bí mật"}))

    assert "An" not in repr(one)
    assert "bí mật" not in repr(Roster("r", "Xã", 2022, (one,)))
