"""What is wrong with a roster under a policy: values against their specifications, ids, units, decisions."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final

import attrs

from thidua_rules.errors import Fault
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.places import HIDDEN, Faults, Names, Place, shown
from thidua_rules.subjects import Ballot, Decision, DecisionState, Roster, Subject
from thidua_rules.values import MAX_DIGITS, Marker

FIRST_YEAR: Final = 1948
LAST_YEAR: Final = 2100
FIRST_DAY: Final = dt.date(1900, 1, 1)
LAST_DAY: Final = dt.date(2200, 12, 31)
LONGEST_ID: Final = 200
_CIRCLE_SHOWN: Final = 10
_PARTIAL: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_CONTROL: Final = {"Cc", "Zl", "Zp"}


@attrs.frozen
class Entry:
    """One subject as far as it could be read: its place, id, kind and unit."""

    place: Place
    id: str | None
    kind: SubjectKind | None
    unit: str | None


@attrs.frozen
class Reference:
    """An award and a subject that a decision or a ballot names."""

    place: Place
    award: str
    subject: str


def check_roster(policy: Policy, roster: Roster) -> tuple[Fault, ...]:
    """Every fault of *roster* under *policy*, in its order; no personal value and no name is shown."""
    faults = Faults()
    _check_top(roster, faults)
    checker = FactChecker(policy, faults)
    for index, subject in enumerate(roster.subjects):
        _check_subject(subject, ("subjects", index), checker)
    entries = [
        Entry(("subjects", index), one.id, one.kind, one.unit) for index, one in enumerate(roster.subjects)
    ]
    check_links(entries, faults)
    references = []
    for section, rows in (("decisions", roster.decisions), ("ballots", roster.ballots)):
        for index, row in enumerate(rows):
            references.append(Reference((section, index), row.award, row.subject))
            check_row(row, (section, index), faults)
    check_references(references, policy.awards, (one.id for one in roster.subjects), faults)
    order = {"id": 0, "commune": 1, "year": 2, "subjects": 3, "decisions": 4, "ballots": 5}
    faults.found.sort(key=lambda fault: (order[str(fault[0][0])], *fault[0][1:2]))
    return faults.listed("roster")


def _check_top(roster: Roster, faults: Faults) -> None:
    for name in ("id", "commune"):
        if problem := id_problem(getattr(roster, name)):
            faults.add((name,), problem)
    if problem := year_problem(roster.year):
        faults.add(("year",), problem)


def _check_subject(subject: Subject, place: Place, checker: FactChecker) -> None:
    if problem := id_problem(subject.id):
        checker.faults.add((*place, "id"), problem)
    if problem := name_problem(subject.name):
        checker.faults.add((*place, "name"), problem)
    for name, value in subject.facts.items():
        spec = checker.fact(name, subject.kind, (*place, "facts", name))
        if spec is not None:
            checker.value(spec, value, value, (*place, "facts", name))
    for name, rows in subject.records.items():
        spec = checker.record(name, subject.kind, (*place, "records", name))
        for index, row in enumerate(rows if spec is not None else ()):
            for column, value in row.items():
                here = (*place, "records", name, index, column)
                field = checker.column(spec, column, here) if spec is not None else None
                if field is not None:
                    checker.value(field, value, value, here, hidden=spec is not None and spec.personal)


def id_problem(value: object) -> str:
    """What is wrong with an id, or an empty text."""
    if not isinstance(value, str):
        return f"expected text, got {shown(value)}"
    if not value.strip():
        return "expected an id, got an empty text"
    if len(value) > LONGEST_ID:
        return f"expected at most {LONGEST_ID} characters, got {len(value)}"
    return _characters(value)


def name_problem(value: object) -> str:
    """What is wrong with a name, which is never shown, or an empty text."""
    return _characters(value) if isinstance(value, str) else f"expected text, got {HIDDEN}"


def _characters(value: str) -> str:
    if any(unicodedata.category(char) in _CONTROL for char in value):
        return "expected no control character"
    return "" if is_unicode(value) else "expected Unicode text, got half of a surrogate pair"


def is_unicode(text: str) -> bool:
    """Whether *text* can be written in UTF-8: no half of a surrogate pair stands alone."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def year_problem(value: object) -> str:
    """What is wrong with the roster's year, or an empty text."""
    if isinstance(value, int) and not isinstance(value, bool) and FIRST_YEAR <= value <= LAST_YEAR:
        return ""
    return f"expected a year from {FIRST_YEAR} to {LAST_YEAR}, got {shown(value)}"


class FactChecker:
    """Facts and records against the specifications of one policy."""

    def __init__(self, policy: Policy, faults: Faults) -> None:
        self.faults = faults
        self._specs = policy.facts
        records = {name for name, spec in policy.facts.items() if spec.type is FactType.RECORDS}
        self._records = Names(records)
        self._facts = Names(policy.facts.keys() - records)

    def fact(self, name: str, kind: SubjectKind | None, place: Place) -> FactSpec | None:
        """The specification of the fact *name* of a subject of *kind*, or None and a fault."""
        if name in self._records:
            self.faults.add(place, "expected a fact, got the name of a list: write it under 'records'")
            return None
        return self._spec(name, kind, place, self._facts, "fact")

    def record(self, name: str, kind: SubjectKind | None, place: Place) -> FactSpec | None:
        """The specification of the list *name* of a subject of *kind*, or None and a fault."""
        if name in self._facts:
            self.faults.add(place, "expected a list, got the name of a fact: write it under 'facts'")
            return None
        return self._spec(name, kind, place, self._records, "list of records")

    def _spec(
        self, name: str, kind: SubjectKind | None, place: Place, known: Names, what: str
    ) -> FactSpec | None:
        spec = self._specs.get(name) if name in known else None
        if spec is None:
            self.faults.add(place, known.unknown(what, name))
        elif kind is not None and kind not in spec.subjects:
            asked = ", ".join(one.value for one in spec.subjects)
            self.faults.add(place, f"expected only for {asked}, got it for {kind.value}")
        return spec

    def column(self, spec: FactSpec, name: str, place: Place) -> FactSpec | None:
        """The specification of the column *name* of the list *spec*, or None and a fault."""
        field = spec.field(name)
        if field is None:
            known = Names(one.id for one in spec.fields)
            self.faults.add(place, known.unknown("column", name))
        return field

    def value(
        self, spec: FactSpec, value: object, found: object, place: Place, *, hidden: bool = False
    ) -> bool:
        """Whether *value* fits *spec*; else one more fault that shows what was *found*, unless personal."""
        expected = expectation(spec, value)
        if expected:
            got = HIDDEN if hidden or spec.personal else shown(found) + _advice(spec, found)
            self.faults.add(place, f"expected {expected}, got {got}")
        return not expected


def expectation(spec: FactSpec, value: object) -> str:
    """What *spec* expects where *value* does not fit it, or an empty text."""
    if isinstance(value, Marker):
        return "" if spec.may_be_unassigned else _TYPES[spec.type].format(unit=_unit(spec))
    match spec.type:
        case FactType.FLAG:
            fits = isinstance(value, bool)
        case FactType.INTEGER:
            fits = isinstance(value, int) and not isinstance(value, bool)
        case FactType.DECIMAL:
            fits = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
        case FactType.DATE:
            fits = isinstance(value, dt.date) and not isinstance(value, dt.datetime)
        case FactType.PARTIAL_DATE:
            fits = isinstance(value, str) and _is_partial_date(value)
        case FactType.CHOICE:
            fits = isinstance(value, str) and any(choice.id == value for choice in spec.choices)
        case FactType.TEXT:
            fits = isinstance(value, str) and is_unicode(value)
        case _:
            fits = False
    if not fits:
        return _choices(spec) or _TYPES[spec.type].format(unit=_unit(spec))
    return _range(spec, value)


_TYPES: Final = {
    FactType.FLAG: "true or false",
    FactType.INTEGER: "a whole number{unit}",
    FactType.DECIMAL: "a number{unit}",
    FactType.DATE: "a day as YYYY-MM-DD",
    FactType.PARTIAL_DATE: "a day, month or year as YYYY-MM-DD, YYYY-MM or YYYY",
    FactType.CHOICE: "one of the choices",
    FactType.TEXT: "text",
    FactType.RECORDS: "a value, not a list",
}


def _unit(spec: FactSpec) -> str:
    return f" ({spec.unit})" if spec.unit else ""


def _choices(spec: FactSpec) -> str:
    if spec.type is not FactType.CHOICE or not spec.choices:
        return ""
    return f"one of {', '.join(choice.id for choice in spec.choices)}"


def _range(spec: FactSpec, value: object) -> str:
    if isinstance(value, dt.date):
        return "" if FIRST_DAY <= value <= LAST_DAY else f"a day from {FIRST_DAY} to {LAST_DAY}"
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        return ""
    if not is_short(value):
        return f"at most {MAX_DIGITS} digits on either side of the point"
    if spec.minimum is not None and value < spec.minimum:
        return f"at least {spec.minimum}{_unit(spec)}"
    if spec.maximum is not None and value > spec.maximum:
        return f"at most {spec.maximum}{_unit(spec)}"
    return ""


def is_short(value: Decimal | int) -> bool:
    """Whether *value* is finite and has no more digits than a number may have on either side of the point."""
    if isinstance(value, int):
        return abs(value) < 10**MAX_DIGITS
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and -exponent <= MAX_DIGITS and value.adjusted() < MAX_DIGITS


def _is_partial_date(text: str) -> bool:
    parts = _PARTIAL.fullmatch(text)
    if parts is None:
        return False
    year, month, day = (int(part) if part else 1 for part in parts.groups())
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


_COMMA: Final = re.compile(r"-?[0-9]+,[0-9]+")
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")


def _advice(spec: FactSpec, found: object) -> str:
    """How what was found is to be written, where that is plain."""
    if not isinstance(found, str):
        return ""
    if spec.type in {FactType.INTEGER, FactType.DECIMAL} and _COMMA.fullmatch(found):
        return f": write a point, not a comma, as in {found.replace(',', '.')[:40]!r}"
    if spec.type is FactType.INTEGER and re.fullmatch(r"-?[0-9]{1,30}", found):
        return f": write {found} without quotes"
    if spec.type is FactType.CHOICE:
        return Names(choice.id for choice in spec.choices).advice(found)
    if spec.type is FactType.DATE:
        return day_advice(found)
    return ""


def day_advice(found: str) -> str:
    """How a day that was written day first, or that no calendar has, is to be written."""
    parts = _DAY_FIRST.fullmatch(found)
    year, month, day = parts.group(3, 2, 1) if parts else (found + "--").split("-")[:3]
    try:
        meant = dt.date(int(year), int(month), int(day))
    except ValueError:
        known = parts or re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", found)
        return ", which is no day of the calendar" if known else ""
    return f", did you mean {meant.isoformat()!r}?"


def check_links(entries: list[Entry], faults: Faults) -> None:
    """Add the faults of ids given twice, units that are not there, and units that contain themselves."""
    first: dict[str, Place] = {}
    for entry in entries:
        if entry.id is None:
            continue
        if entry.id in first:
            place = first[entry.id]
            faults.add(
                (*entry.place, "id"), f"expected an id of its own, got {shown(entry.id)} as in subjects[{place[-1]}]"
            )
        first.setdefault(entry.id, entry.place)
    groups = {e.id for e in entries if e.id is not None and e.kind not in _NEVER_UNITS}
    names = Names(groups)
    for entry in entries:
        if entry.unit is not None and entry.unit not in first:
            faults.add((*entry.place, "unit"), names.unknown("unit", entry.unit))
    for place, circle in _circles(entries):
        faults.add((*place, "unit"), f"expected no unit that contains itself, got {circle}")


_NEVER_UNITS: Final = {SubjectKind.CA_NHAN, SubjectKind.HO_GIA_DINH}


def _circles(entries: list[Entry]) -> Iterator[tuple[Place, str]]:
    unit_of = {entry.id: entry.unit for entry in reversed(entries) if entry.id is not None}
    places = {entry.id: entry.place for entry in reversed(entries)}
    done: set[str] = set()
    for start in unit_of if unit_of else ():
        trail: dict[str, int] = {}
        here: str | None = start
        while here is not None and here in unit_of and here not in done and here not in trail:
            trail[here] = len(trail)
            here = unit_of[here]
        if here in trail:
            circle = list(trail)[trail[here] :]
            head = min(circle, key=lambda one: places[one])
            turn = circle.index(head)
            yield places[head], _circle_text([*circle[turn:], *circle[:turn], head])
        done.update(trail)


def _circle_text(circle: list[str]) -> str:
    if len(circle) > _CIRCLE_SHOWN:
        circle = [*circle[: _CIRCLE_SHOWN - 1], "…", circle[-1]]
    return " -> ".join(shown(one) if one != "…" else one for one in circle)


def check_references(
    references: Iterable[Reference], awards: Mapping[str, object], subjects: Iterable[str], faults: Faults
) -> None:
    """Add the faults of awards and subjects that are named and not there."""
    known_awards, known_subjects = Names(awards), Names(subjects)
    for one in references:
        if one.award not in known_awards:
            faults.add((*one.place, "award"), known_awards.unknown("award", one.award))
        if one.subject not in known_subjects:
            faults.add((*one.place, "subject"), known_subjects.unknown("subject", one.subject))


def check_row(row: Decision | Ballot, place: Place, faults: Faults) -> None:
    """Add what is wrong inside one decision or ballot."""
    if not FIRST_DAY <= row.date <= LAST_DAY:
        faults.add((*place, "date"), f"expected a day from {FIRST_DAY} to {LAST_DAY}, got {row.date}")
    if isinstance(row, Ballot):
        _check_votes(row, place, faults)
    elif row.cancelled_on is not None and row.state is not DecisionState.HUY_BO:
        problem = f"expected it only where the state is 'huy_bo', got {row.cancelled_on}"
        faults.add((*place, "cancelled_on"), problem)
    elif row.cancelled_on is not None and row.cancelled_on < row.date:
        faults.add((*place, "cancelled_on"), f"expected a day from {row.date} on, got {row.cancelled_on}")


def _check_votes(ballot: Ballot, place: Place, faults: Faults) -> None:
    limits = (
        ("members", ballot.members, 10**6, "a million"),
        ("present", ballot.present, ballot.members, "'members'"),
        ("approvals", ballot.approvals, ballot.present, "'present'"),
    )
    for name, number, most, what in limits:
        if not 0 <= number <= most:
            faults.add((*place, name), f"expected a whole number from 0 to {what}, got {shown(number)}")
