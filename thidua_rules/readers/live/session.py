"""A year in progress: events go in, changes come out, and the log of events replays to the same state."""

from __future__ import annotations

import datetime as dt
import threading

from thidua_rules.api import evaluate
from thidua_rules.errors import RosterError, UnknownNameError
from thidua_rules.evaluation import Evaluation
from thidua_rules.evaluation.results import QuotaResult
from thidua_rules.findings import Missing
from thidua_rules.periods import Period
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation import check_roster
from thidua_rules.readers.live.changes import Answer, Change
from thidua_rules.readers.live.documents import resumed, saved, within
from thidua_rules.readers.live.edits import Editor
from thidua_rules.readers.live.engine import load
from thidua_rules.readers.live.events import Event
from thidua_rules.readers.live.roster import LiveRoster
from thidua_rules.readers.live.state import State
from thidua_rules.serialization.documents import Text
from thidua_rules.subjects import Roster
from thidua_rules.values import nearest


class Session:
    """
    A policy applied to a roster that grows.

    Args:
        policy: The rules.

        roster: The facts at the start.

        on: The day of the evaluation; by default the last day of the roster's year.

    At any moment it says what :func:`thidua_rules.evaluate` would say of the facts so far. It may be used from several
    threads: a lock lets one call in at a time, and events take effect in the order in which they get it.

    Raises:
        MissingExtraError: durable-rules is not installed, or does not load on this Python.
        RosterError: The roster does not fit the policy; every fault is listed.
        PolicyError: The policy cannot be evaluated on that day.
        ClashError: Two exceptions of one rule contradict each other.
    """

    def __init__(self, policy: Policy, roster: Roster, *, on: dt.date | None = None) -> None:
        load()
        faults = check_roster(policy, roster)
        if faults:
            raise RosterError(faults)
        self._policy = policy
        self._start = roster
        self._day = on or Period.year(roster.year).end
        self._lock = threading.RLock()
        self._log: list[Event] = []
        self._roster = LiveRoster(roster)
        self._editor = Editor(policy, self._roster)
        self._state = State(policy, self._roster, self._day)

    def apply(self, event: Event) -> tuple[Change, ...]:
        """
        Let *event* happen; gives every answer that it changed, by award and subject.

        Raises:
            RosterError: The event does not fit what is known so far; nothing is changed.
            PolicyError: The policy cannot be evaluated on what would be known; nothing is changed.
            ClashError: Two exceptions of one rule would contradict each other; nothing is changed.
        """
        with self._lock:
            edited = self._editor.edit(event)
            try:
                edited.tell(self._state)
                changes = self._state.settle()
            except BaseException:
                edited.undo()
                self._state = State(self._policy, self._roster, self._day)
                raise
            self._log.append(event)
            return changes

    @property
    def policy(self) -> Policy:
        """The rules."""
        return self._policy

    @property
    def day(self) -> dt.date:
        """The day of the evaluation."""
        return self._day

    @property
    def start(self) -> Roster:
        """The facts at the start."""
        return self._start

    @property
    def log(self) -> tuple[Event, ...]:
        """The events so far: applied to a new session of the same start they give the same state."""
        with self._lock:
            return tuple(self._log)

    @property
    def roster(self) -> Roster:
        """The facts so far; it costs what the roster is large."""
        with self._lock:
            return self._roster.frozen()

    def answer(self, subject: str, award: str) -> Answer | None:
        """
        How *subject* stands under *award*; None where it is outside the award's scope.

        Raises:
            UnknownNameError: There is no such subject or award.
        """
        with self._lock:
            self._known(subject, award)
            return self._state.answers.get((award, subject))

    def answers(self) -> dict[tuple[str, str], Answer]:
        """Every answer, by subject and award."""
        with self._lock:
            return {(subject, award): one for (award, subject), one in self._state.answers.items()}

    def missing(self, subject: str, award: str) -> tuple[Missing, ...]:
        """
        The missing facts that could still change the status of *subject*; it costs what its group is large.

        Raises:
            UnknownNameError: There is no such subject or award.
        """
        with self._lock:
            self._known(subject, award)
            return self._state.missing(award, subject)

    def quotas(self) -> tuple[QuotaResult, ...]:
        """The places of every group in which somebody competes, in the order of an evaluation."""
        with self._lock:
            return self._state.quotas()

    def evaluation(self) -> Evaluation:
        """The facts so far, evaluated as a whole: with findings, demands and money; it costs what the roster is large."""
        return evaluate(self._policy, self.roster, on=self._day)

    def to_json(self) -> dict[str, object]:
        """The session as data that JSON can write: its start, its day and its log; :meth:`from_json` resumes it."""
        return saved(self._policy, self._start, self._day, self.log)

    @classmethod
    def from_json(cls, text: Text, policy: Policy) -> Session:
        """
        The session that *text* holds, resumed under *policy*.

        Raises:
            MissingExtraError: durable-rules is not installed, or does not load on this Python.
            RosterError: It is no saved session, was saved under another policy, or has faults; every one is listed.
            PolicyError: The policy cannot be evaluated on that day.
            ClashError: Two exceptions of one rule contradict each other.
        """
        load()
        start, day, log = resumed(text, policy)
        session = cls(policy, start, on=day)
        for number, event in enumerate(log):
            try:
                session._editor.edit(event)
            except RosterError as error:
                raise within(error, number) from None
        session._log = list(log)
        session._state = State(policy, session._roster, day)
        return session

    def _known(self, subject: str, award: str) -> None:
        self._policy.award(award)
        if not self._roster.has_subject(subject):
            known = (one.id for one in self._roster.subjects)
            raise UnknownNameError("subject", subject, nearest(subject, known))
