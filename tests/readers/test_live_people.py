"""People and units that come, go and move during the year, and events that do not fit."""

from __future__ import annotations

import datetime as dt
import json

import attrs
import pytest

pytest.importorskip("durable_rules_engine", reason="durable-rules does not load here", exc_type=ImportError)

from tests.readers.years import COMMUNE, bare, evaluated, said, subject
from tests.readers.years import POLICY as YEAR
from tests.worlds import DAY, GROUP, good, person, policy, roster
from thidua_rules.errors import RosterError
from thidua_rules.evaluation import Status
from thidua_rules.facts import SubjectKind
from thidua_rules.readers.live import (
    BallotCast,
    BallotWithdrawn,
    Cause,
    Decided,
    DecisionCancelled,
    DecisionWithdrawn,
    FactCorrected,
    FactGiven,
    FactWithdrawn,
    Joined,
    Left,
    ListGiven,
    Moved,
    RowAdded,
    RowChanged,
    RowWithdrawn,
    Session,
    event_from_json,
    event_to_json,
)
from thidua_rules.serialization import dumps
from thidua_rules.subjects import Ballot, Decision, DecisionState, Subject
from thidua_rules.values import FrozenMap

POLICY = policy()
GIVEN = Decision("co_ban", "a", DecisionState.HIEU_LUC, DAY)
VOTE = Ballot("nang_cao", "a", DAY, 9, 9, 7)
UNIT = Subject("u", GROUP, "u")


class TestComings:
    def test_joined(self):
        """
        Whoever joins is judged from then on, and takes a place from others.
        """
        session = Session(POLICY, roster(good("a", diem=1), good("b", diem=2)))
        changes = {(one.subject, one.award): one for one in session.apply(Joined(good("c", diem=3)))}
        mine = changes["c", "co_ban"]

        assert (None, Status.RECOMMENDED) == (mine.before, mine.after.status)
        assert (Cause("subject", "c", "joined"),) == mine.because
        assert evaluated(POLICY, session.roster) == said(session)

    def test_left(self):
        """
        Nothing is left of whoever leaves, and the places are counted without them.
        """
        session = Session(POLICY, roster(good("a", diem=1), good("b", diem=2), good("c", diem=3)))
        changes = [one for one in session.apply(Left("c")) if one.subject == "c"]

        assert changes
        assert {None} == {one.after for one in changes}
        assert not [pair for pair in session.answers() if pair[0] == "c"]
        assert evaluated(POLICY, session.roster) == said(session)

    def test_moved(self):
        """
        Whoever moves is counted among the members of the new unit, and no more of the old.
        """
        session = Session(YEAR, bare(full=True))
        session.apply(Moved("n0", "u1"))

        assert ("n0", "n3") == session._roster.member_ids("u1")
        assert evaluated(YEAR, session.roster) == said(session)

    def test_back_again(self):
        """
        Whoever left may join again, and a unit whose members moved away may leave.
        """
        session = Session(YEAR, bare(full=True))
        before = said(session)
        n3 = session.roster.subject("n3")
        for event in (Left("n3"), Joined(n3), Moved("n3", None), Left("u1")):
            session.apply(event)

            assert evaluated(YEAR, session.roster) == said(session)
        assert before != said(session)

    def test_a_unit_moves(self):
        """
        Everybody below a unit goes with it.
        """
        session = Session(YEAR, bare(full=True))
        for event in (Joined(subject("u2")), Moved("u2", "u1"), Moved("u0", "u2"), Moved("u0", COMMUNE)):
            session.apply(event)

            assert evaluated(YEAR, session.roster) == said(session)

    def test_a_year_of_comings(self):
        """
        The same subjects, one after another into an empty roster, end as an evaluation of all of them.
        """
        whole = bare(full=True)
        session = Session(YEAR, attrs.evolve(whole, subjects=()))
        for one in whole.subjects:
            session.apply(Joined(one))

        assert evaluated(YEAR, whole) == said(session)
        assert whole == session.roster

    @pytest.mark.parametrize(
        "event",
        [
            Joined(person("a", tot=True, records={"vu_viec": ({"mo": True},)})),
            Joined(UNIT),
            Left("a"),
            Moved("a", "u"),
            Moved("a", None),
        ],
    )
    def test_json(self, event):
        """
        Every kind of event is read back from its JSON as it was.
        """
        assert event == event_from_json(json.dumps(event_to_json(event)), POLICY)

    def test_resumed(self):
        """
        A session to which people came and went is resumed as it was.
        """
        session = Session(POLICY, roster(person("a"), UNIT))
        for event in (Joined(good("b")), Moved("b", "u"), FactGiven("a", "tot", True), Left("a")):
            session.apply(event)
        resumed = Session.from_json(dumps(session.to_json()), POLICY)

        assert (session.log, session.roster, said(session)) == (resumed.log, resumed.roster, said(resumed))


REFUSED = [
    (Joined(person("a")), "subject.id: expected an id of its own, got 'a': it is in the roster"),
    (Joined(person("b", unit="v")), "subject.unit: unknown unit 'v'"),
    (Joined(person("b", unit="b")), "subject.unit: expected no unit that contains itself, got 'b'"),
    (Joined(person("b", tott=True)), "subject.facts.tott: unknown fact 'tott', did you mean 'tot'?"),
    (Joined(person("b", tot=1)), "subject.facts.tot: expected true or false, got 1"),
    (Joined(person("")), "subject.id: expected an id, got an empty text"),
    (Joined(Subject("y", SubjectKind.XA, "y")), "subject.kind: expected one commune in a roster, got 'xa'"),
    (Joined(Subject("b", SubjectKind.CA_NHAN, "\n")), "subject.name: expected no control character"),
    (Left("b"), "subject: unknown subject 'b'"),
    (Left("u"), "subject: expected somebody without members, got one with 1: move them first"),
    (Left("a"), "subject: expected no decision or ballot on somebody who leaves, got 1: withdraw them first"),
    (Moved("b", "u"), "subject: unknown subject 'b'"),
    (Moved("a", "b"), "unit: unknown unit 'b'"),
    (Moved("u", "u"), "unit: expected no unit that contains itself, got 'u'"),
    (Moved("u", "w"), "unit: expected no unit that contains itself, got 'w'"),
]

MISTYPED = [
    (FactGiven(5, "tot", True), "subject: expected text, got a value of type int"),
    (FactGiven("a", ["tot"], True), "fact: expected text, got a value of type list"),
    (FactCorrected(None, "tot", True), "subject: expected text, got a value of type NoneType"),
    (FactCorrected("a", "tot", [True]), "value: expected true or false, got a list"),
    (FactCorrected("a", "tot", None), "value: expected true or false, got null"),
    (FactWithdrawn("a", 1), "fact: expected text, got a value of type int"),
    (ListGiven("a", "vu_viec", 3), "rows: expected rows, got a value of type int"),
    (ListGiven("a", "vu_viec", (3,)), "rows: expected rows, got a value of type tuple"),
    (RowAdded("a", "vu_viec", 3), "row: expected values by name, got a value of type int"),
    (
        RowAdded("a", "vu_viec", FrozenMap({3: True})),
        "row: expected values by name, got a value of type FrozenMap",
    ),
    (
        RowChanged("a", "vu_viec", True, FrozenMap()),
        "index: expected a whole number, got a value of type bool",
    ),
    (RowWithdrawn("a", "vu_viec", "0"), "index: expected a whole number, got a value of type str"),
    (Decided("co_ban"), "decision: expected a decision, got a value of type str"),
    (
        Decided(attrs.evolve(GIVEN, state="hieu_luc")),
        "decision.state: expected a state of a decision, got a value of type str",
    ),
    (
        Decided(attrs.evolve(GIVEN, date="2022-12-31")),
        "decision.date: expected a day, got a value of type str",
    ),
    (
        Decided(attrs.evolve(GIVEN, cancelled_on=3)),
        "decision.cancelled_on: expected a day or nothing, got a value of type int",
    ),
    (DecisionCancelled("co_ban", "a", "x"), "cancelled_on: expected a day, got a value of type str"),
    (
        DecisionCancelled("co_ban", "a", dt.datetime(2022, 12, 31, tzinfo=dt.UTC)),
        "cancelled_on: expected a day, got a value of type datetime",
    ),
    (DecisionWithdrawn({}, "a"), "award: expected text, got a value of type dict"),
    (BallotCast(None), "ballot: expected a ballot, got a value of type NoneType"),
    (
        BallotCast(attrs.evolve(VOTE, present=9.0)),
        "ballot.present: expected a whole number, got a value of type float",
    ),
    (BallotWithdrawn("nang_cao", 1), "subject: expected text, got a value of type int"),
    (Joined("b"), "subject: expected a subject, got a value of type str"),
    (Joined(Subject(1, SubjectKind.CA_NHAN, "b")), "subject.id: expected text, got a value of type int"),
    (
        Joined(Subject("b", "ca_nhan", "b")),
        "subject.kind: expected a kind of subject, got a value of type str",
    ),
    (
        Joined(Subject("b", SubjectKind.CA_NHAN, "b", 3)),
        "subject.unit: expected text or nothing, got a value of type int",
    ),
    (
        Joined(Subject("b", SubjectKind.CA_NHAN, "b", None, {3: 3})),
        "subject.facts: expected values by name, got a value of type FrozenMap",
    ),
    (
        Joined(Subject("b", SubjectKind.CA_NHAN, "b", None, FrozenMap(), FrozenMap({"vu_viec": 3}))),
        "subject.records: expected values by name, got a value of type FrozenMap",
    ),
    (Left(3), "subject: expected text, got a value of type int"),
    (Moved("a", 3), "unit: expected text or nothing, got a value of type int"),
]


@pytest.mark.parametrize(("event", "message"), REFUSED + MISTYPED)
def test_refused(event, message):
    """
    An event that does not fit is refused with one fault at its place, and changes nothing; the session goes on.
    """
    known = roster(
        person("a", tot=True, records={"vu_viec": ()}, unit=None),
        UNIT,
        Subject("w", GROUP, "w", "u"),
        Subject("x", SubjectKind.XA, "x"),
        decisions=(GIVEN,),
    )
    session = Session(POLICY, known)
    before = session.roster, session.answers(), session.quotas()
    with pytest.raises(RosterError) as caught:
        session.apply(event)

    assert str(caught.value).startswith(message)
    assert 1 == len(caught.value.faults)
    assert (*before, ()) == (session.roster, session.answers(), session.quotas(), session.log)

    session.apply(FactCorrected("a", "tot", False))

    assert evaluated(POLICY, session.roster) == said(session)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"kind": "joined"}, "subject: expected an object, got nothing"),
        ({"kind": "joined", "subject": "b"}, "subject: expected an object, got 'b'"),
        ({"kind": "joined", "subject": {"id": "b"}}, "subject.kind:"),
        (
            {"kind": "joined", "subject": {"id": "b", "kind": "ca_nhan", "name": "b", "facts": {"tot": 1}}},
            "subject.facts.tot: expected true or false, got 1",
        ),
        ({"kind": "left", "subject": 3}, "subject: expected text, got 3"),
        ({"kind": "moved", "subject": "a", "unit": 3}, "unit: expected text, got 3"),
        ({"kind": "moved", "subject": "a"}, "unit:"),
    ],
)
def test_not_an_event(data, message):
    """
    What is no event is refused with its place.
    """
    with pytest.raises(RosterError) as caught:
        event_from_json(data, POLICY)

    assert str(caught.value).startswith(message)
