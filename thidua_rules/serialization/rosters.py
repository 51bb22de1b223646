"""Rosters as JSON: facts typed by the policy's specifications, each fault with its place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, cast

from thidua_rules.errors import RosterError
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.dossiers import LISTS, check_dossiers
from thidua_rules.policies.validation.facts import DATE, DECIMAL, INTEGER, FactChecker, is_short
from thidua_rules.policies.validation.places import HIDDEN, Faults, Place, shown
from thidua_rules.policies.validation.rosters import (
    Entry,
    Row,
    check_links,
    check_rows,
    id_problem,
    name_problem,
    year_problem,
)
from thidua_rules.serialization.documents import Source, Text, parse, read_bytes
from thidua_rules.serialization.policies import shipped_policy, whole_vocabulary
from thidua_rules.serialization.shapes import Kinds, fields_of
from thidua_rules.serialization.structure import BAD, Reader
from thidua_rules.subjects import Ballot, Decision, Record, Roster, Subject
from thidua_rules.values import FrozenMap, Marker, Value, nfc

ROOT: Final = "roster"
DEFAULT_POLICY: Final = "xuan_son_2022"
_DECIMAL: Final = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MARKERS: Final = {marker.value: marker for marker in Marker}


def load_roster(source: Source, policy: Policy | None = None) -> Roster:
    """
    The roster held by the file *source*: a path, or an open file of bytes.

    Args:
        source: Where it is.

        policy: Whose facts and awards it is written in; that of Xuân Sơn 2022 by default.

    Raises:
        RosterError: The file has faults; every one is listed, with its place.
    """
    return roster_from_json(read_bytes(source, ROOT, RosterError), policy)


def roster_from_json(text: Text, policy: Policy | None = None) -> Roster:
    """
    The roster that *text* holds.

    Raises:
        RosterError: It has faults; every one is listed, with its place.
    """
    data = parse(text, ROOT, RosterError)
    if not isinstance(data, Mapping):
        raise RosterError.one(ROOT, f"expected an object, got {shown(data)}")
    reading = _Reading(policy or shipped_policy(DEFAULT_POLICY))
    roster = reading.roster(data)
    if reading.faults:
        raise RosterError(reading.faults.in_order_of(data, ROOT))
    return roster


def subject_from(row: object, place: Place, policy: Policy, faults: Faults) -> Subject | None:
    """The subject that *row* holds, as a roster's; what is wrong with it is added to *faults*."""
    reading = _Reading(policy, faults)
    return reading.subject(row, place)


class _Reading:
    """One roster on its way in."""

    def __init__(self, policy: Policy, faults: Faults | None = None) -> None:
        self.faults = Faults() if faults is None else faults
        self._policy = policy
        self._reader = Reader(Kinds(whole_vocabulary()), self.faults)
        self._checker = FactChecker(policy, self.faults)
        self._entries: list[Entry] = []
        self._rows_read: list[Row] = []
        self._dossiers: dict[str, list[tuple[Place, Record]]] = {name: [] for name in LISTS}

    def roster(self, data: Mapping[str, object]) -> Roster:
        """The roster; it can be used where no fault was found."""
        given = self._opened(Roster, data, ())
        subjects = self._each(given, "subjects", self.subject)
        decisions = self._each(given, "decisions", self._decision)
        ballots = self._each(given, "ballots", self._ballot)
        check_links(self._entries, self.faults)
        check_rows(self._rows_read, self._policy.awards, self._ids(given), self.faults)
        kinds = {entry.id: entry.kind for entry in self._entries if entry.id is not None}
        check_dossiers(self._policy, self._dossiers, kinds, self.faults)
        return Roster(
            id=self._id(given, "id", ()) or "",
            commune=self._id(given, "commune", ()) or "",
            year=self._year(given),
            subjects=cast("tuple[Subject, ...]", subjects),
            decisions=cast("tuple[Decision, ...]", decisions),
            ballots=cast("tuple[Ballot, ...]", ballots),
        )

    def _opened(self, cls: type, data: Mapping[str, object], place: Place) -> dict[str, object]:
        return self._reader.opened(data, place, {field.name: field for field in fields_of(cls)})

    def _each(self, given: Mapping[str, object], name: str, read: object) -> tuple[object, ...]:
        rows = given.get(name, ())
        if not isinstance(rows, (list, tuple)):
            self.faults.add((name,), f"expected a list, got {shown(rows)}")
            return ()
        found = (read(row, (name, index)) for index, row in enumerate(rows))  # type: ignore[operator]
        return tuple(row for row in found if row is not None)

    def _id(self, given: Mapping[str, object], name: str, place: Place) -> str | None:
        if name not in given:
            return None
        value = given[name]
        if problem := id_problem(value):
            self.faults.add((*place, name), problem)
            return None
        return nfc(cast("str", value))

    def _ids(self, given: Mapping[str, object]) -> list[str]:
        """The ids that a decision or ballot may name; any, where the subjects could not be read at all."""
        if not isinstance(given.get("subjects", ()), (list, tuple)):
            return [str(row.values.get("subject")) for row in self._rows_read]
        return [entry.id for entry in self._entries if entry.id is not None]

    def _year(self, given: Mapping[str, object]) -> int:
        if "year" not in given:
            return 0
        value = given["year"]
        if isinstance(value, Decimal) and value == value.to_integral_value():
            value = int(value)
        if problem := year_problem(value):
            self.faults.add(("year",), problem)
            return 0
        return cast("int", value)

    def _decision(self, row: object, place: Place) -> Decision | None:
        return cast("Decision | None", self._row(Decision, row, place))

    def _ballot(self, row: object, place: Place) -> Ballot | None:
        return cast("Ballot | None", self._row(Ballot, row, place))

    def _row(self, cls: type, row: object, place: Place) -> object:
        """The decision or ballot, or None; what could be read of it is checked in either case."""
        if not isinstance(row, Mapping):
            self._reader.read(cls, row, place)
            return None
        hints = {field.name: field.hint for field in fields_of(cls)}
        before = len(self.faults)
        given = self._opened(cls, row, place)
        read = {name: self._reader.read(hints[name], data, (*place, name)) for name, data in given.items()}
        values = {name: value for name, value in read.items() if value is not BAD}
        self._rows_read.append(Row(place, cls, values))
        return cls(**values) if len(self.faults) == before else None

    def subject(self, row: object, place: Place) -> Subject | None:
        """One subject; it can be used where no fault was found."""
        if not isinstance(row, Mapping):
            self.faults.add(place, f"expected an object, got {shown(row)}")
            return None
        given = self._opened(Subject, row, place)
        found_id = self._id(given, "id", place)
        kind = self._kind(given, place)
        unit = self._id(given, "unit", place) if given.get("unit") is not None else None
        self._entries.append(Entry(place, found_id, kind, unit))
        return Subject(
            id=found_id or "",
            kind=kind or SubjectKind.CA_NHAN,
            name=self._name(given, place),
            unit=unit,
            facts=self._facts(given, kind, place),
            records=self._records(given, kind, place),
        )

    def _kind(self, given: Mapping[str, object], place: Place) -> SubjectKind | None:
        if "kind" not in given:
            return None
        found = self._reader.read(SubjectKind, given["kind"], (*place, "kind"))
        return None if found is BAD else cast("SubjectKind", found)

    def _name(self, given: Mapping[str, object], place: Place) -> str:
        if "name" not in given:
            return ""
        value = given["name"]
        if problem := name_problem(value):
            self.faults.add((*place, "name"), problem)
            return ""
        return nfc(cast("str", value))

    def _objects(self, given: Mapping[str, object], name: str, place: Place) -> Mapping[str, object]:
        value = given.get(name, {})
        if not isinstance(value, Mapping):
            self.faults.add((*place, name), f"expected an object, got {HIDDEN}")
            return {}
        self._reader.given_once(value, (*place, name))
        return value

    def _facts(
        self, given: Mapping[str, object], kind: SubjectKind | None, place: Place
    ) -> FrozenMap[str, Value]:
        found: dict[str, Value] = {}
        for name, data in self._objects(given, "facts", place).items():
            here = (*place, "facts", name)
            spec = self._checker.fact(name, kind, here)
            if spec is not None and data is not None:
                self._value(spec, data, here, found)
        return FrozenMap(found)

    def _value(
        self, spec: FactSpec, data: object, place: Place, found: dict[str, Value], *, hidden: bool = False
    ) -> None:
        value = converted(spec, data)
        if self._checker.value(spec, value, data, place, hidden=hidden):
            found[spec.id] = cast("Value", value)

    def _records(
        self, given: Mapping[str, object], kind: SubjectKind | None, place: Place
    ) -> FrozenMap[str, tuple[Record, ...]]:
        found: dict[str, tuple[Record, ...]] = {}
        for name, data in self._objects(given, "records", place).items():
            here = (*place, "records", name)
            spec = self._checker.record(name, kind, here)
            if spec is not None and data is not None:
                found[name] = self._rows(spec, data, here)
        return FrozenMap(found)

    def _rows(self, spec: FactSpec, data: object, place: Place) -> tuple[Record, ...]:
        if not isinstance(data, (list, tuple)):
            self.faults.add(place, f"expected a list, got {HIDDEN if spec.personal else shown(data)}")
            return ()
        found = []
        for index, row in enumerate(data):
            before, here = len(self.faults), (*place, index)
            found.append(self._record(spec, row, here))
            if spec.id in self._dossiers and len(self.faults) == before:
                self._dossiers[spec.id].append((here, found[-1]))
        return tuple(found)

    def _record(self, spec: FactSpec, row: object, place: Place) -> Record:
        if not isinstance(row, Mapping):
            self.faults.add(place, f"expected an object, got {HIDDEN if spec.personal else shown(row)}")
            return FrozenMap()
        self._reader.given_once(row, place)
        found: dict[str, Value] = {}
        for name, data in row.items():
            field = self._checker.column(spec, name, (*place, name))
            if field is not None and data is not None:
                self._value(field, data, (*place, name), found, hidden=spec.personal)
        return FrozenMap(found)


def converted(spec: FactSpec, data: object) -> object:
    """*data* of JSON as the type that *spec* asks for, or as it is where it is not of that type."""
    if isinstance(data, str):
        text = nfc(data)
        marker = _MARKERS.get(text) if spec.may_be_unassigned else None
        return marker or _of_text(spec.type, text)
    if isinstance(data, Decimal) and is_short(data):
        whole = spec.type is INTEGER and data == data.to_integral_value()
        return int(data) if whole else Decimal(f"{data:f}")
    return data


def _of_text(kind: FactType, text: str) -> object:
    if kind is DECIMAL and _DECIMAL.fullmatch(text):
        return Decimal(text)
    if kind is DATE and _DAY.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return text
    return text


def roster_to_json(roster: Roster) -> dict[str, object]:
    """*roster* as data that JSON can write; :func:`roster_from_json` reads it back."""
    return {
        "id": roster.id,
        "commune": roster.commune,
        "year": roster.year,
        "subjects": [subject_data(subject) for subject in roster.subjects],
        "decisions": [decision_data(decision) for decision in roster.decisions],
        "ballots": [ballot_data(ballot) for ballot in roster.ballots],
    }


def subject_data(subject: Subject) -> dict[str, object]:
    """*subject* as a roster writes it."""
    rows = {name: [_values(row) for row in rows] for name, rows in subject.records.items()}
    return {
        "id": subject.id,
        "kind": subject.kind.value,
        "name": subject.name,
        "unit": subject.unit,
        "facts": _values(subject.facts),
        "records": rows,
    }


def _values(values: Mapping[str, Value]) -> dict[str, object]:
    return {name: value_data(value) for name, value in values.items()}


def value_data(value: Value) -> object:
    """*value* as a roster writes it: decimals and days as text."""
    if isinstance(value, Marker):
        return value.value
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, dt.date) else value


def decision_data(decision: Decision) -> dict[str, object]:
    """*decision* as a roster writes it."""
    cancelled = decision.cancelled_on
    return {
        "award": decision.award,
        "subject": decision.subject,
        "state": decision.state.value,
        "date": decision.date.isoformat(),
        "number": decision.number,
        "cancelled_on": cancelled.isoformat() if cancelled else None,
    }


def ballot_data(ballot: Ballot) -> dict[str, object]:
    """*ballot* as a roster writes it."""
    return {
        "award": ballot.award,
        "subject": ballot.subject,
        "date": ballot.date.isoformat(),
        "members": ballot.members,
        "present": ballot.present,
        "approvals": ballot.approvals,
        "written": ballot.written,
        "secret": ballot.secret,
    }
