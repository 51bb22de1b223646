"""The year as it happens: facts, decisions, ballots and people arrive as events, and each one tells what changed."""

from thidua_rules.readers.live.changes import Answer, Cause, Change, change_to_json
from thidua_rules.readers.live.documents import event_from_json, event_to_json
from thidua_rules.readers.live.events import (
    BallotCast,
    BallotWithdrawn,
    Decided,
    DecisionCancelled,
    DecisionWithdrawn,
    Event,
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
)
from thidua_rules.readers.live.session import Session

__all__ = [
    "Answer",
    "BallotCast",
    "BallotWithdrawn",
    "Cause",
    "Change",
    "Decided",
    "DecisionCancelled",
    "DecisionWithdrawn",
    "Event",
    "FactCorrected",
    "FactGiven",
    "FactWithdrawn",
    "Joined",
    "Left",
    "ListGiven",
    "ListWithdrawn",
    "Moved",
    "RowAdded",
    "RowChanged",
    "RowWithdrawn",
    "Session",
    "change_to_json",
    "event_from_json",
    "event_to_json",
]
