"""Where most is known and many compete, a session says what an evaluation says after every event."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("durable_rules_engine", reason="durable-rules does not load here", exc_type=ImportError)

from tests.readers.units import BY_CHOICE_TOO as POLICY
from tests.readers.units import people
from tests.readers.years import DAYS, evaluated, said
from thidua_rules.errors import RosterError
from thidua_rules.facts import SubjectKind
from thidua_rules.readers.live import (
    BallotCast,
    BallotWithdrawn,
    Decided,
    DecisionWithdrawn,
    FactCorrected,
    FactGiven,
    FactWithdrawn,
    Joined,
    Left,
    Moved,
    RowAdded,
    RowWithdrawn,
    Session,
)
from thidua_rules.subjects import Ballot, Decision, DecisionState
from thidua_rules.values import FrozenMap

UNITS = ("u0000", "u0001", "u0002")
VALUES = {
    "so": st.integers(0, 6),
    "tot": st.sampled_from([True, True, False]),
    "mo": st.booleans(),
    "diem": st.integers(0, 3),
    "khoi": st.sampled_from(["k1", "k2"]),
}


@st.composite
def rosters(draw):
    """
    Three units of people of whom all is known, or all but a few facts.
    """
    whole = people(len(UNITS))
    open_ = draw(st.integers(0, 3))
    subjects = []
    for one in whole.subjects:
        facts = {name: draw(values) for name, values in VALUES.items()} | {"tot": draw(st.integers(0, 5)) > 0}
        if open_ and draw(st.integers(0, 9)) < open_:
            facts.pop(draw(st.sampled_from(sorted(VALUES))))
        lists = FrozenMap({"vu_viec": ()})
        subjects.append(attrs.evolve(one, facts=FrozenMap(facts), records=lists))
    return attrs.evolve(whole, subjects=tuple(subjects))


def event(draw, roster):
    """
    An event that fits *roster* in most cases.
    """
    one = draw(st.sampled_from(roster.subjects))
    who, what = one.id, draw(st.integers(0, 15))
    if what <= 7:
        name = draw(st.sampled_from(["so", "so", *sorted(VALUES)]))
        if name not in one.facts:
            return FactGiven(who, name, draw(VALUES[name]))
        return FactWithdrawn(who, name) if what == 0 else FactCorrected(who, name, draw(VALUES[name]))
    if what == 8:
        rows = len(one.records.get("vu_viec", ()))
        row = RowAdded(who, "vu_viec", FrozenMap({"mo": True}))
        return RowWithdrawn(who, "vu_viec", 0) if rows else row
    if what == 9:
        award = draw(st.sampled_from(sorted(POLICY.awards)))
        held = [row for row in roster.decisions if (row.award, row.subject) == (award, who)]
        state = draw(st.sampled_from([DecisionState.HIEU_LUC, DecisionState.TU_CHOI]))
        return DecisionWithdrawn(award, who) if held else Decided(Decision(award, who, state, DAYS[1]))
    if what == 10:
        held = [row for row in roster.ballots if row.subject == who]
        cast = BallotCast(Ballot("chung", who, DAYS[1], 9, 9, draw(st.integers(5, 9))))
        return BallotWithdrawn("chung", who) if held else cast
    if what <= 12:
        return Moved(who, draw(st.sampled_from([*UNITS, *UNITS, None])))
    if what == 13:
        return Left(who)
    facts = {name: draw(values) for name, values in VALUES.items()}
    new = draw(st.sampled_from(["m1", "m2", "m3"]))
    kind, unit = SubjectKind.CA_NHAN, draw(st.sampled_from(UNITS))
    return Joined(attrs.evolve(one, id=new, kind=kind, unit=unit, facts=FrozenMap(facts)))


@given(st.data())
@settings(max_examples=60)
def test_equals_evaluation(data):
    """
    After every event answers, missing facts and quotas are those of an evaluation, and the changes are what changed.
    """
    session = Session(POLICY, data.draw(rosters()))
    for _ in range(data.draw(st.integers(3, 15))):
        before = session.answers()
        try:
            changes = session.apply(event(data.draw, session.roster))
        except RosterError:
            changes = ()
        after = session.answers()
        differ = {pair: (before.get(pair), after.get(pair)) for pair in before.keys() | after.keys()}

        assert evaluated(POLICY, session.roster) == said(session)
        assert {pair: two for pair, two in differ.items() if two[0] != two[1]} == {
            (one.subject, one.award): (one.before, one.after) for one in changes
        }
