"""What an event is to do, and what every kind of event is asked before: whom it names, and what does not fit."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.facts import FactChecker
from thidua_rules.policies.validation.places import Faults, Names, Place
from thidua_rules.readers.live.roster import LiveRoster, Undo
from thidua_rules.readers.live.state import State
from thidua_rules.subjects import Subject


@attrs.frozen
class Plan:
    """
    What an event does.

    Args:
        edit: Edits the roster; gives what undoes it.

        tell: Tells the state what was edited.
    """

    edit: Callable[[], Undo]
    tell: Callable[[State], None]


@attrs.frozen
class Edited:
    """
    What an event did.

    Args:
        undo: What undoes it.

        tell: Tells the state what was edited.
    """

    undo: Undo
    tell: Callable[[State], None]


class Planner:
    """
    Plans events, and gathers what is wrong with one.

    Args:
        policy: Whose facts and awards events may name.

        roster: The roster.
    """

    def __init__(self, policy: Policy, roster: LiveRoster) -> None:
        self._policy = policy
        self._roster = roster
        self._renew()

    def _renew(self) -> None:
        self._faults = Faults()
        self._checker = FactChecker(self._policy, self._faults)

    def _renew_after_fault(self) -> None:
        if len(self._faults):
            self._renew()

    def _subject(self, subject_id: str) -> Subject | None:
        if self._roster.has_subject(subject_id):
            return self._roster.subject(subject_id)
        self._refuse(("subject",), self._subjects().unknown("subject", subject_id))
        return None

    def _subjects(self) -> Names:
        return Names(one.id for one in self._roster.subjects)

    def _refuse(self, place: Place, problem: str) -> None:
        self._faults.add(place, problem)
