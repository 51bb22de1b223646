"""Events, and whole sessions, as JSON: values are written and read as in rosters, typed by the policy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, Final, cast

import attrs

from thidua_rules.errors import RosterError
from thidua_rules.facts import FactSpec
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.places import Faults, Place, meant, quoted, shown
from thidua_rules.policies.validation.rosters import id_problem
from thidua_rules.readers.live.edits import EVENTS, ROOT
from thidua_rules.readers.live.events import Event, Joined
from thidua_rules.serialization import roster_from_json, roster_to_json
from thidua_rules.serialization.documents import Text, parse
from thidua_rules.serialization.policies import whole_vocabulary
from thidua_rules.serialization.rosters import (
    ballot_data,
    converted,
    decision_data,
    subject_data,
    subject_from,
    value_data,
)
from thidua_rules.serialization.shapes import Kinds, fields_of, kind_of
from thidua_rules.serialization.structure import BAD, Reader
from thidua_rules.subjects import Ballot, Decision, Record, Roster, Subject
from thidua_rules.values import FrozenMap, Value, nfc

KINDS: Final[Mapping[str, type]] = {kind: one for one in EVENTS if (kind := kind_of(one))}
"""Each kind of event and its class."""

FORMAT: Final = 1
"""The version of saved sessions."""


def event_to_json(event: Event) -> dict[str, object]:
    """*event* as data that JSON can write; :func:`event_from_json` reads it back."""
    fields = {field.name: _data(getattr(event, field.name)) for field in attrs.fields(type(event))}
    return {"kind": event.kind, **fields}


def _data(value: object) -> object:
    if isinstance(value, Decision):
        return decision_data(value)
    if isinstance(value, Ballot):
        return ballot_data(value)
    if isinstance(value, Subject):
        return subject_data(value)
    if isinstance(value, FrozenMap):
        return {name: value_data(cell) for name, cell in value.items()}
    if isinstance(value, tuple):
        return [_data(row) for row in value]
    return value_data(cast("Value", value))


def event_from_json(text: Text, policy: Policy) -> Event:
    """
    The event that *text* holds.

    Args:
        text: One object, as text, as bytes, or already parsed.

        policy: Whose facts type the values.

    Whether the event fits a roster is for the session to say.

    Raises:
        RosterError: It is not an event; every fault is listed, with its place.
    """
    data = parse(text, ROOT, RosterError)
    reading = _Reading(policy)
    event = reading.event(data)
    if event is None:
        raise RosterError(reading.faults.in_order_of(data, ROOT))
    return event


class _Reading:
    """One event on its way in."""

    def __init__(self, policy: Policy) -> None:
        self.faults = Faults()
        self._policy = policy
        self._reader = Reader(Kinds(whole_vocabulary()), self.faults)
        self._spec: FactSpec | None = None

    def event(self, data: object) -> Event | None:
        """The event, or None and faults."""
        cls = self._class(data)
        if cls is None or not isinstance(data, Mapping):
            return None
        known = {field.name: field for field in fields_of(cls)}
        given = self._reader.opened(data, (), known, tagged=True)
        name = given.get("fact", given.get("records"))
        self._spec = self._policy.facts.get(nfc(name)) if isinstance(name, str) else None
        read = {**_FIELDS, "subject": _Reading.subject} if cls is Joined else _FIELDS
        values = {name: read[name](self, item, (name,)) for name, item in given.items()}
        return None if len(self.faults) else cast("Event", cls(**values))

    def _class(self, data: object) -> type | None:
        kind = data.get("kind") if isinstance(data, Mapping) else None
        found = KINDS.get(kind) if isinstance(kind, str) else None
        if not isinstance(data, Mapping):
            self.faults.add((), f"expected an object, got {shown(data)}")
        elif "kind" not in data:
            self.faults.add(("kind",), f"expected one of {', '.join(KINDS)}, got nothing")
        elif found is None:
            problem = (
                f"unknown kind of event {quoted(kind)}{meant(kind, KINDS)}" if isinstance(kind, str) else ""
            )
            self.faults.add(("kind",), problem or f"expected text, got {shown(kind)}")
        return found

    def name(self, data: object, place: Place) -> str:
        """An id, in NFC."""
        problem = id_problem(data)
        if problem:
            self.faults.add(place, problem)
            return ""
        return nfc(cast("str", data))

    def unit(self, data: object, place: Place) -> str | None:
        """The id of a unit, or None."""
        return None if data is None else self.name(data, place)

    def subject(self, data: object, place: Place) -> Subject | None:
        """A subject, as in a roster."""
        return subject_from(data, place, self._policy, self.faults)

    def value(self, data: object, place: Place) -> object:
        """A value of the fact that the event names, as far as it is of its type: the session checks it."""
        if data is None:
            self.faults.add(place, "expected a value, got null: withdraw the fact with 'fact-withdrawn'")
        return data if self._spec is None else converted(self._spec, data)

    def index(self, data: object, place: Place) -> object:
        """A whole number."""
        return self._read(int, data, place)

    def day(self, data: object, place: Place) -> object:
        """A day."""
        return self._read(dt.date, data, place)

    def decision(self, data: object, place: Place) -> object:
        """A decision."""
        return self._read(Decision, data, place)

    def ballot(self, data: object, place: Place) -> object:
        """A ballot."""
        return self._read(Ballot, data, place)

    def _read(self, hint: object, data: object, place: Place) -> object:
        found = self._reader.read(hint, data, place)
        return None if found is BAD else found

    def rows(self, data: object, place: Place) -> tuple[Record, ...]:
        """Rows of the list that the event names."""
        if not isinstance(data, (list, tuple)):
            self.faults.add(place, f"expected a list, got {shown(data)}")
            return ()
        return tuple(self.row(row, (*place, index)) for index, row in enumerate(data))

    def row(self, data: object, place: Place) -> Record:
        """One row; a column that is null is left out."""
        if not isinstance(data, Mapping):
            self.faults.add(place, "expected an object")
            return FrozenMap()
        self._reader.given_once(data, place)
        cells = {name: self._cell(name, value) for name, value in data.items() if value is not None}
        return FrozenMap(cast("dict[str, Value]", cells))

    def _cell(self, column: str, data: object) -> object:
        field = None if self._spec is None else self._spec.field(column)
        return data if field is None else converted(field, data)


_FIELDS: Final[Mapping[str, Callable[[_Reading, object, Place], Any]]] = {
    "subject": _Reading.name,
    "award": _Reading.name,
    "fact": _Reading.name,
    "records": _Reading.name,
    "unit": _Reading.unit,
    "value": _Reading.value,
    "row": _Reading.row,
    "rows": _Reading.rows,
    "index": _Reading.index,
    "cancelled_on": _Reading.day,
    "decision": _Reading.decision,
    "ballot": _Reading.ballot,
}
"""How each field of an event is read."""


def saved(policy: Policy, start: Roster, day: dt.date, log: tuple[Event, ...]) -> dict[str, object]:
    """A session as data that JSON can write."""
    return {
        "format": FORMAT,
        "policy": policy.id,
        "policy_hash": policy.content_hash,
        "day": day.isoformat(),
        "roster": roster_to_json(start),
        "log": [event_to_json(event) for event in log],
    }


def resumed(text: Text, policy: Policy) -> tuple[Roster, dt.date, tuple[Event, ...]]:
    """
    The start, the day and the events of a saved session.

    Raises:
        RosterError: It is no saved session, is of another policy, or has faults.
    """
    data = parse(text, "session", RosterError)
    if not isinstance(data, Mapping) or not isinstance(data.get("log"), (list, tuple)):
        raise RosterError.one("session", "expected a saved session")
    if data.get("format") != FORMAT:
        raise RosterError.one("format", f"expected {FORMAT}, got {shown(data.get('format'))}")
    if data.get("policy_hash") != policy.content_hash:
        problem = (
            f"expected that of policy {policy.id!r}, got another: resume under the policy it was saved with"
        )
        raise RosterError.one("policy_hash", problem)
    faults = Faults()
    day = Reader(Kinds(whole_vocabulary()), faults).read(dt.date, data.get("day"), ("day",))
    if len(faults):
        raise RosterError(faults.listed("session"))
    start = roster_from_json(cast("Mapping[str, object]", data.get("roster")), policy)
    log = [_logged(row, number, policy) for number, row in enumerate(data["log"])]
    return start, cast("dt.date", day), tuple(log)


def _logged(row: object, number: int, policy: Policy) -> Event:
    try:
        return event_from_json(cast("Mapping[str, object]", row), policy)
    except RosterError as error:
        raise within(error, number) from None


def within(error: RosterError, number: int) -> RosterError:
    """*error* with the place of the event in the log before each of its own."""
    return RosterError(attrs.evolve(fault, path=f"log[{number}].{fault.path}") for fault in error.faults)
