"""What an event costs is what it touches: counted in calls, without a clock, on a small roster and on a large one."""

from __future__ import annotations

import datetime as dt
import sys

import pytest

pytest.importorskip("durable_rules_engine", reason="durable-rules does not load here", exc_type=ImportError)

from tests.readers.units import POLICY, people
from tests.readers.years import PERSON
from thidua_rules.readers.live import (
    BallotCast,
    BallotWithdrawn,
    Decided,
    DecisionCancelled,
    DecisionWithdrawn,
    FactCorrected,
    FactGiven,
    FactWithdrawn,
    Joined,
    Left,
    ListGiven,
    ListWithdrawn,
    Moved,
    RowAdded,
    RowChanged,
    RowWithdrawn,
    Session,
)
from thidua_rules.subjects import Ballot, Decision, DecisionState, Subject
from thidua_rules.values import FrozenMap

DAY = dt.date(2022, 12, 20)
ROW = FrozenMap({"mo": True})
A, B, C = "u0001-0", "u0001-1", "u0002-4"
NEW = Subject("moi", PERSON, "moi", "u0001", FrozenMap({"tot": True, "so": 40}), FrozenMap({"vu_viec": ()}))
START = BallotCast(Ballot("chung", C, DAY, 9, 9, 5))
"""The first ballot on an award opens everybody's; it is not counted."""

EVENTS = [
    FactCorrected(A, "tot", False),
    FactCorrected(A, "tot", True),
    FactCorrected(A, "so", 96),
    FactCorrected(B, "mo", True),
    FactWithdrawn(A, "so"),
    FactGiven(A, "so", 1),
    FactCorrected("u0001", "diem", 6),
    RowAdded(A, "vu_viec", ROW),
    RowChanged(A, "vu_viec", 0, FrozenMap()),
    RowWithdrawn(A, "vu_viec", 0),
    ListWithdrawn(A, "vu_viec"),
    ListGiven(A, "vu_viec"),
    Decided(Decision("duoi", B, DecisionState.TU_CHOI, DAY)),
    DecisionWithdrawn("duoi", B),
    Decided(Decision("chung", A, DecisionState.HIEU_LUC, DAY)),
    DecisionCancelled("chung", A, DAY),
    DecisionWithdrawn("chung", A),
    BallotCast(Ballot("chung", A, DAY, 9, 9, 9)),
    BallotWithdrawn("chung", A),
    Joined(NEW),
    Moved("moi", "u0002"),
    Left("moi"),
    Moved(A, "u0003"),
    Moved(A, "u0001"),
]


def calls(units):
    """
    How many calls each event takes among so many units, and how many answers it changes.
    """
    session = Session(POLICY, people(units))
    session.apply(START)
    found = []
    for event in EVENTS:
        count = [0]

        def called(frame, what, argument, count=count):
            count[0] += what in {"call", "c_call"}

        old = sys.getprofile()
        sys.setprofile(called)
        try:
            changes = session.apply(event)
        finally:
            sys.setprofile(old)
        found.append((count[0], len(changes)))
    return found


def test_events_cost_what_they_touch():
    """
    Among a hundred times as many people an event takes hardly more calls, but for the answers that it changes.
    """
    small, large = calls(4), calls(400)
    dear = [
        (event.kind, one, other)
        for event, one, other in zip(EVENTS, small, large, strict=True)
        if other[0] > 2 * one[0] + 80 * other[1] + 200
    ]

    assert [] == dear
