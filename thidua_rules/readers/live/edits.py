"""Events against what is known so far: what does not fit, and what an event edits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

import attrs

from thidua_rules.errors import RosterError
from thidua_rules.facts import FactSpec
from thidua_rules.policies.validation.dossiers import LISTS, check_dossiers
from thidua_rules.policies.validation.places import Place, shown
from thidua_rules.policies.validation.rosters import Row, check_rows
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
from thidua_rules.readers.live.people import People
from thidua_rules.readers.live.plans import Edited, Plan
from thidua_rules.readers.live.roster import Undo
from thidua_rules.readers.live.typed import mistyped
from thidua_rules.subjects import Ballot, Decision, DecisionState, Record

ROOT: Final = "event"


class Editor(People):
    """
    Lets events edit a roster.

    Args:
        policy: Whose facts and awards events may name.

        roster: The roster.
    """

    def edit(self, event: Event) -> Edited:
        """
        Edit the roster as *event* says.

        Raises:
            RosterError: The event does not fit; every fault is listed with its place, and nothing is edited.
        """
        edit = _EDITS.get(type(event))
        if edit is None:
            raise RosterError.one(ROOT, f"expected an event, got a {type(event).__name__}")
        self._renew_after_fault()
        for place, problem in mistyped(event):
            self._refuse(place, problem)
        planned = None if len(self._faults) else edit(self, event)
        if len(self._faults) or planned is None:
            raise RosterError(self._faults.listed(ROOT))
        return Edited(planned.edit(), planned.tell)

    # -- facts ----------------------------------------------------------------------------------------------------

    def fact(self, event: FactGiven | FactCorrected | FactWithdrawn) -> Plan:
        """One fact, given, corrected or withdrawn."""
        subject = self._subject(event.subject)
        spec = self._checker.fact(event.fact, subject.kind if subject else None, ("fact",))
        value = None if isinstance(event, FactWithdrawn) else event.value
        if spec is not None and not isinstance(event, FactWithdrawn):
            self._checker.value(spec, value, value, ("value",))
        if subject is not None and spec is not None:
            known = subject.facts.get(event.fact) is not None
            self._stands(("fact",), known=known, wanted=not isinstance(event, FactGiven), given="fact")
        return Plan(
            lambda: self._roster.set_fact(event.subject, event.fact, value),
            lambda state: state.touch_fact(event.subject, event.fact),
        )

    def _stands(self, place: Place, *, known: bool, wanted: bool, given: str) -> None:
        if known and not wanted:
            other = "correct it with 'fact-corrected'" if given == "fact" else "change its rows one by one"
            self._refuse(place, f"expected a {given} that is not known yet: {other}, or withdraw it first")
        elif wanted and not known:
            self._refuse(place, f"expected a {given} that is known: give it with '{given}-given' first")

    def list_given(self, event: ListGiven) -> Plan:
        """A whole list."""
        _, spec = self._list(event, known=False)
        for index, row in enumerate(event.rows):
            self._row(spec, row, ("rows", index))
        self._dossiers(event.records, [(("rows", index), row) for index, row in enumerate(event.rows)])
        return self._rewritten(event.subject, event.records, event.rows)

    def list_withdrawn(self, event: ListWithdrawn) -> Plan:
        """A list that is not known any more."""
        self._list(event, known=True)
        return self._rewritten(event.subject, event.records, None)

    def row_added(self, event: RowAdded) -> Plan:
        """One more row."""
        rows, spec = self._list(event, known=True)
        self._row(spec, event.row, ("row",))
        self._dossiers(event.records, [(("row",), event.row)], enumerate(rows))
        return self._rewritten(event.subject, event.records, (*rows, event.row))

    def row_changed(self, event: RowChanged) -> Plan:
        """Another row in the place of one."""
        rows, spec = self._list(event, known=True)
        self._index(event.index, rows)
        self._row(spec, event.row, ("row",))
        others = ((index, row) for index, row in enumerate(rows) if index != event.index)
        self._dossiers(event.records, [(("row",), event.row)], others)
        changed = (*rows[: event.index], event.row, *rows[event.index + 1 :])
        return self._rewritten(event.subject, event.records, changed)

    def row_withdrawn(self, event: RowWithdrawn) -> Plan:
        """One row less."""
        rows, _ = self._list(event, known=True)
        self._index(event.index, rows)
        left = (*rows[: event.index], *rows[event.index + 1 :])
        return self._rewritten(event.subject, event.records, left)

    def _rewritten(self, subject: str, records: str, rows: tuple[Record, ...] | None) -> Plan:
        return Plan(
            lambda: self._roster.set_rows(subject, records, rows),
            lambda state: state.touch_list(subject, records),
        )

    def _list(
        self, event: ListGiven | ListWithdrawn | RowAdded | RowChanged | RowWithdrawn, *, known: bool
    ) -> tuple[tuple[Record, ...], FactSpec | None]:
        subject = self._subject(event.subject)
        spec = self._checker.record(event.records, subject.kind if subject else None, ("records",))
        rows = subject.records.get(event.records) if subject else None
        if subject is not None and spec is not None:
            self._stands(("records",), known=rows is not None, wanted=known, given="list")
        return rows or (), spec

    def _index(self, index: int, rows: tuple[Record, ...]) -> None:
        if isinstance(index, bool) or not 0 <= index < len(rows):
            self._refuse(
                ("index",), f"expected the place of one of {len(rows)} rows, from 0, got {shown(index)}"
            )

    def _row(self, spec: FactSpec | None, row: Record, place: Place) -> None:
        for column, value in row.items() if spec is not None else ():
            here = (*place, column)
            field = self._checker.column(spec, column, here) if spec is not None else None
            if field is not None and spec is not None:
                self._checker.value(field, value, value, here, hidden=spec.personal)

    def _dossiers(
        self, name: str, rows: list[tuple[Place, Record]], others: Iterable[tuple[int, Record]] = ()
    ) -> None:
        """Add what is wrong with new *rows* of dossiers, by themselves and beside the *others* of their list."""
        if name not in LISTS or len(self._faults):
            return
        about = {row.get("doi_tuong") for _, row in rows}
        named = {one for one in about if isinstance(one, str)}
        known = named if all(map(self._roster.has_subject, named)) else self._subjects().known
        kinds = {one: self._roster.subject(one).kind for one in known}
        same: list[tuple[Place, Record]] = [
            ((name, index), row) for index, row in others if row.get("doi_tuong") in about
        ]
        check_dossiers(self._policy, {name: [*same, *rows]}, kinds, self._faults)

    # -- decisions and ballots ------------------------------------------------------------------------------------

    def decided(self, event: Decided) -> Plan:
        """One more decision."""
        self._refers(event.decision, ("decision",))
        return _decides(event.decision, lambda: self._roster.add_decision(event.decision))

    def decision_cancelled(self, event: DecisionCancelled) -> Plan:
        """The last decision, cancelled."""
        old = self._last(event)
        if old is None:
            return _NOTHING
        if old.state is not DecisionState.HIEU_LUC:
            self._refuse(("award",), f"expected a decision that holds, got one in state {old.state.value!r}")
        new = attrs.evolve(old, state=DecisionState.HUY_BO, cancelled_on=event.cancelled_on)
        self._check(new, ())
        return _decides(old, lambda: self._roster.replace_decision(old, new))

    def decision_withdrawn(self, event: DecisionWithdrawn) -> Plan:
        """The last decision, taken out."""
        old = self._last(event)
        return _NOTHING if old is None else _decides(old, lambda: self._roster.replace_decision(old, None))

    def _last(self, event: DecisionCancelled | DecisionWithdrawn) -> Decision | None:
        self._names(event.award, event.subject)
        found = self._roster.decision(event.award, event.subject)
        if found is None and not len(self._faults):
            self._refuse(("award",), "expected an award on which a decision is recorded for the subject")
        return found

    def ballot_cast(self, event: BallotCast) -> Plan:
        """One more ballot."""
        self._refers(event.ballot, ("ballot",))
        ballot = event.ballot
        return Plan(
            lambda: self._roster.add_ballot(ballot),
            lambda state: state.touch_ballot(
                ballot.subject, ballot.award, first=self._roster.ballots_on(ballot.award) == 1
            ),
        )

    def ballot_withdrawn(self, event: BallotWithdrawn) -> Plan:
        """The last ballot, taken out."""
        self._names(event.award, event.subject)
        old = self._roster.ballot(event.award, event.subject)
        if old is None:
            if not len(self._faults):
                self._refuse(("award",), "expected an award on which a ballot is recorded for the subject")
            return _NOTHING
        return Plan(
            lambda: self._roster.drop_ballot(old),
            lambda state: state.touch_ballot(
                event.subject, event.award, first=not self._roster.has_ballots(event.award)
            ),
        )

    def _refers(self, row: Decision | Ballot, place: Place) -> None:
        last = self._roster.decision(row.award, row.subject) if isinstance(row, Decision) else None
        self._check(row, place, () if last is None else (last,))

    def _check(self, row: Decision | Ballot, place: Place, earlier: tuple[Decision, ...] = ()) -> None:
        """Add what is wrong inside *row*, with what it names, and between it and what was decided *earlier*."""
        rows = [
            Row(("decisions", index), Decision, attrs.asdict(one, recurse=False))
            for index, one in enumerate(earlier)
        ]
        rows.append(Row(place, type(row), attrs.asdict(row, recurse=False)))
        check_rows(rows, self._policy.awards, self._known(row.subject), self._faults)

    def _names(self, award: str, subject: str) -> None:
        if award not in self._policy.awards or not self._roster.has_subject(subject):
            row = Row((), Ballot, {"award": award, "subject": subject})
            check_rows([row], self._policy.awards, self._known(subject), self._faults)

    def _known(self, subject: str) -> Iterable[str]:
        """The ids to look *subject* up in: itself where it is there, so that a large roster is not walked."""
        return (subject,) if self._roster.has_subject(subject) else self._subjects().known


def _decides(decision: Decision, edit: Callable[[], Undo]) -> Plan:
    return Plan(edit, lambda state: state.touch_decision(decision.subject, decision.award))


def _nothing() -> Undo:
    raise AssertionError  # faults were found, so nothing is edited


_NOTHING: Final = Plan(_nothing, lambda state: None)  # noqa: ARG005  # nothing is told either

_EDITS: Final[dict[type, Callable[[Editor, Any], Plan]]] = {
    FactGiven: Editor.fact,
    FactCorrected: Editor.fact,
    FactWithdrawn: Editor.fact,
    ListGiven: Editor.list_given,
    ListWithdrawn: Editor.list_withdrawn,
    RowAdded: Editor.row_added,
    RowChanged: Editor.row_changed,
    RowWithdrawn: Editor.row_withdrawn,
    Decided: Editor.decided,
    DecisionCancelled: Editor.decision_cancelled,
    DecisionWithdrawn: Editor.decision_withdrawn,
    BallotCast: Editor.ballot_cast,
    BallotWithdrawn: Editor.ballot_withdrawn,
    Joined: Editor.joined,
    Left: Editor.left,
    Moved: Editor.moved,
}
"""What each kind of event does."""

EVENTS: Final = tuple(_EDITS)
"""Every kind of event."""
