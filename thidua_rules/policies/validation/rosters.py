"""What is wrong with a roster under a policy: facts, ids, units, decisions and ballots."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from thidua_rules.errors import Fault
from thidua_rules.facts import FactSpec, SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.facts import FIRST_DAY, LAST_DAY, FactChecker, is_unicode
from thidua_rules.policies.validation.places import HIDDEN, Faults, Names, Place, shown
from thidua_rules.subjects import Ballot, Decision, DecisionState, Record, Roster, Subject

FIRST_YEAR: Final = 1948
LAST_YEAR: Final = 2100
LONGEST_ID: Final = 200
_CIRCLE_SHOWN: Final = 10
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
    rows: list[tuple[Place, Decision | Ballot]] = []
    rows += [(("decisions", index), row) for index, row in enumerate(roster.decisions)]
    rows += [(("ballots", index), row) for index, row in enumerate(roster.ballots)]
    for place, row in rows:
        check_row(row, place, faults)
    references = [Reference(place, row.award, row.subject) for place, row in rows]
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
        here = (*place, "facts", name)
        spec = checker.fact(name, subject.kind, here)
        if spec is not None:
            checker.value(spec, value, value, here)
    for name, rows in subject.records.items():
        here = (*place, "records", name)
        spec = checker.record(name, subject.kind, here)
        if spec is not None:
            _check_rows(spec, rows, here, checker)


def _check_rows(spec: FactSpec, rows: tuple[Record, ...], place: Place, checker: FactChecker) -> None:
    for index, row in enumerate(rows):
        for column, value in row.items():
            here = (*place, index, column)
            field = checker.column(spec, column, here)
            if field is not None:
                checker.value(field, value, value, here, hidden=spec.personal)


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
    if value.isprintable():
        return ""
    if any(unicodedata.category(char) in _CONTROL for char in value):
        return "expected no control character"
    return "" if is_unicode(value) else "expected Unicode text, got half of a surrogate pair"


def year_problem(value: object) -> str:
    """What is wrong with the roster's year, or an empty text."""
    if isinstance(value, int) and not isinstance(value, bool) and FIRST_YEAR <= value <= LAST_YEAR:
        return ""
    return f"expected a year from {FIRST_YEAR} to {LAST_YEAR}, got {shown(value)}"


def check_links(entries: list[Entry], faults: Faults) -> None:
    """Add the faults of ids given twice, units that are not there, and units that contain themselves."""
    first: dict[str, Place] = {}
    for entry in entries:
        if entry.id is None:
            continue
        if entry.id in first:
            other = first[entry.id][-1]
            problem = f"expected an id of its own, got {shown(entry.id)} as in subjects[{other}]"
            faults.add((*entry.place, "id"), problem)
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
    for start in unit_of:
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
