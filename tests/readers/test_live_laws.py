"""At any moment a session says what an evaluation of the facts so far says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.years import POLICY, ROWS, VALUES, bare, evaluated, events, rosters, said
from thidua_rules.criteria import Between, Case, Compare, Constant, Is, OneOf, Parameter, World
from thidua_rules.errors import ThiduaError

pytest.importorskip("durable_rules_engine", reason="durable-rules does not load here", exc_type=ImportError)

from thidua_rules.readers.live import Session, event_from_json, event_to_json
from thidua_rules.readers.live.codes import coded
from thidua_rules.readers.live.engine import rule_set
from thidua_rules.subjects import Roster, Subject
from thidua_rules.values import FrozenMap, Marker


def happen(session, event):
    """
    Let *event* happen; gives its changes, or None where it does not fit.
    """
    try:
        return session.apply(event)
    except ThiduaError:
        return None


@given(rosters(), st.lists(events(), min_size=10, max_size=25))
@settings(max_examples=100)
def test_equals_evaluation(start, year):
    """
    After every event answers, missing facts and quotas are those of an evaluation, and the changes are what changed.
    """
    session = Session(POLICY, start)
    for event in year:
        before = session.answers()
        changes = happen(session, event)
        after = session.answers()
        differ = {pair: (before.get(pair), after.get(pair)) for pair in before.keys() | after.keys()}

        assert evaluated(POLICY, session.roster) == said(session)
        assert {pair: two for pair, two in differ.items() if two[0] != two[1]} == {
            (one.subject, one.award): (one.before, one.after) for one in changes or ()
        }
        assert all(one.because for one in changes or ())


@given(st.lists(events(), min_size=1, max_size=40))
@settings(max_examples=60)
def test_log_replays(year):
    """
    The log, read back from JSON, gives the same answers in a new session and in a resumed one.
    """
    session = Session(POLICY, bare())
    for event in year:
        happen(session, event)
    again = Session(POLICY, bare())
    for event in session.log:
        again.apply(event_from_json(event_to_json(event), POLICY))
    resumed = Session.from_json(session.to_json(), POLICY)

    assert session.log == again.log == resumed.log
    assert session.roster == again.roster == resumed.roster
    assert said(session) == said(again) == said(resumed)


@given(st.lists(events(), min_size=1, max_size=30))
@settings(max_examples=60)
def test_refused_events_change_nothing(year):
    """
    An event that does not fit leaves roster, log and answers as they were.
    """
    session = Session(POLICY, bare(full=True))
    for event in year:
        before = session.roster, session.log, session.answers()
        if happen(session, event) is None:
            assert before == (session.roster, session.log, session.answers())


ODD = [None, 0, 1, 2**53, 2**53 + 1, 2**60, -(2**60), *VALUES["diem"], *VALUES["so"]]
OPS = [">=", ">", "<=", "<", "==", "!="]
PARAMETERS = {"nguong": 4}
numbers = st.sampled_from([one for one in ODD if one is not None and not isinstance(one, Marker)])
leaves = st.one_of(
    st.builds(
        Compare, st.sampled_from(["so", "diem"]), st.sampled_from(OPS), numbers | st.just(Parameter("nguong"))
    ),
    st.builds(Between, st.just("diem"), numbers, numbers, st.booleans(), st.booleans()),
    st.builds(Compare, st.just("ngay_vao"), st.sampled_from(OPS), st.sampled_from(VALUES["ngay_vao"])),
    st.builds(Compare, st.just("ten"), st.sampled_from(["==", "!="]), st.sampled_from(VALUES["ten"])),
    st.builds(OneOf, st.just("ten"), st.lists(st.sampled_from([*VALUES["ten"], "3"]), max_size=4).map(tuple)),
    st.builds(Is, st.just("tot"), st.booleans()),
    st.builds(Compare, st.just("tot"), st.sampled_from(["==", "!="]), st.booleans().map(Constant)),
)


@given(st.lists(leaves, min_size=1, max_size=200), st.data())
@settings(max_examples=60)
def test_engine_agrees(several, data):
    """
    Every leaf that the engine decides is decided as by its own verdict, also past 64 leaves and beyond its integers.
    """
    found = [(leaf, coded(leaf, POLICY.facts, PARAMETERS)) for leaf in several]
    asked = [(leaf, code) for leaf, code in found if code is not None]
    ranges = tuple(code.ranges for _, code in asked)
    rules = rule_set(f"test:{hash(ranges)}", ranges)
    values = {
        "so": ODD,
        "diem": ODD,
        "ten": [*VALUES["ten"], "3", ""],
        "tot": [True, False],
        "ngay_vao": VALUES["ngay_vao"],
    }
    for place, (leaf, code) in enumerate(asked):
        value = data.draw(st.sampled_from(values[code.fact]))
        if value is None or isinstance(value, Marker):
            continue
        subject = Subject("n", POLICY.awards["nen"].recipients[0], "n", None, FrozenMap({code.fact: value}))
        case = Case(subject, World(Roster("r", "x", 2022, (subject,)), parameters=PARAMETERS))
        # where the process has made as many rule sets as it may, there is none, and leaves keep their own verdict
        assert rules is None or leaf.verdict(case) is rules.verdict(place, code.number(value))


def test_every_list_is_known():
    """
    The rows and values that events are drawn from are those of the policy's facts.
    """
    assert set(POLICY.facts) == {*VALUES, *ROWS}
