"""What is wrong with a roster under a policy: facts, ids, units, decisions and ballots."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from thidua_rules.errors import Fault
from thidua_rules.facts import FactSpec, SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.dossiers import LISTS, check_dossiers
from thidua_rules.policies.validation.facts import FIRST_DAY, LAST_DAY, FactChecker, is_unicode
from thidua_rules.policies.validation.places import HIDDEN, Faults, Names, Place, shown
from thidua_rules.subjects import Ballot, Decision, DecisionState, Record, Roster, Subject

FIRST_YEAR: Final = 1948
LAST_YEAR: Final = 2100
LONGEST_ID: Final = 200
_CIRCLE_SHOWN: Final = 10
_CONTROL: Final = {"Cc", "Zl", "Zp"}
_BIDIRECTIONAL: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@attrs.frozen
class Entry:
    """One subject as far as it could be read: its place, id, kind and unit."""

    place: Place
    id: str | None
    kind: SubjectKind | None
    unit: str | None


@attrs.frozen
class Row:
    """One decision or ballot as far as it could be read: its place and its fields by name."""

    place: Place
    cls: type[Decision | Ballot]
    values: Mapping[str, object]


def check_roster(policy: Policy, roster: Roster) -> tuple[Fault, ...]:
    """Every fault of *roster* under *policy*, in its order; no personal value and no name is shown."""
    faults = Faults()
    _check_top(roster, faults)
    checker = FactChecker(policy, faults)
    dossiers: dict[str, list[tuple[Place, Record]]] = {name: [] for name in LISTS}
    for index, subject in enumerate(roster.subjects):
        check_subject(subject, ("subjects", index), checker, dossiers)
    check_dossiers(policy, dossiers, {one.id: one.kind for one in roster.subjects}, faults)
    entries = [
        Entry(("subjects", index), one.id, one.kind, one.unit) for index, one in enumerate(roster.subjects)
    ]
    check_links(entries, faults)
    rows = [
        Row((name, index), type(one), attrs.asdict(one, recurse=False))
        for name in ("decisions", "ballots")
        for index, one in enumerate(getattr(roster, name))
    ]
    check_rows(rows, policy.awards, (one.id for one in roster.subjects), faults)
    order = {"id": 0, "commune": 1, "year": 2, "subjects": 3, "decisions": 4, "ballots": 5}
    faults.found.sort(key=lambda fault: (order[str(fault[0][0])], *fault[0][1:2]))
    return faults.listed("roster")


def _check_top(roster: Roster, faults: Faults) -> None:
    for name in ("id", "commune"):
        if problem := id_problem(getattr(roster, name)):
            faults.add((name,), problem)
    if problem := year_problem(roster.year):
        faults.add(("year",), problem)


def check_subject(
    subject: Subject,
    place: Place,
    checker: FactChecker,
    dossiers: Mapping[str, list[tuple[Place, Record]]],
) -> None:
    """
    Add what is wrong with *subject* by itself: its id, its name, its facts and its lists.

    Rows of dossiers that are sound by themselves are put into *dossiers*, since others have to be known to check them.
    """
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
            before = len(checker.faults)
            _check_rows(spec, rows, here, checker)
            if name in dossiers and len(checker.faults) == before:
                dossiers[name] += [((*here, index), row) for index, row in enumerate(rows)]


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
    if not isinstance(value, str):
        return f"expected text, got {HIDDEN}"
    problem = _characters(value)
    blank = not any(char.isprintable() and not char.isspace() for char in value)
    return problem or ("expected a name, got a blank text" if blank else "")


def _characters(value: str) -> str:
    if value.isprintable():
        return ""
    if any(unicodedata.category(char) in _CONTROL for char in value):
        return "expected no control character"
    if not _BIDIRECTIONAL.isdisjoint(value):
        return "expected no bidirectional control character"
    return "" if is_unicode(value) else "expected Unicode text, got half of a surrogate pair"


def year_problem(value: object) -> str:
    """What is wrong with the roster's year, or an empty text."""
    if isinstance(value, int) and not isinstance(value, bool) and FIRST_YEAR <= value <= LAST_YEAR:
        return ""
    return f"expected a year from {FIRST_YEAR} to {LAST_YEAR}, got {shown(value)}"


def check_links(entries: list[Entry], faults: Faults) -> None:
    """Add the faults of ids given twice, a second commune, units not there, and units that contain themselves."""
    first: dict[str, Place] = {}
    for entry in entries:
        if entry.id is None:
            continue
        if entry.id in first:
            other = first[entry.id][-1]
            problem = f"expected an id of its own, got {shown(entry.id)} as in subjects[{other}]"
            faults.add((*entry.place, "id"), problem)
        first.setdefault(entry.id, entry.place)
    _check_communes(entries, faults)
    groups = {e.id for e in entries if e.id is not None and e.kind not in NEVER_UNITS}
    names = Names(groups)
    for entry in entries:
        if entry.unit is not None and entry.unit not in first:
            faults.add((*entry.place, "unit"), names.unknown("unit", entry.unit))
    for place, circle in _circles(entries):
        faults.add((*place, "unit"), f"expected no unit that contains itself, got {circle}")


def _check_communes(entries: list[Entry], faults: Faults) -> None:
    first, *others = [one.place for one in entries if one.kind is SubjectKind.XA] or [()]
    for place in others:
        problem = f"expected one commune in a roster, got 'xa' as in subjects[{first[-1]}]"
        faults.add((*place, "kind"), problem)


NEVER_UNITS: Final = {SubjectKind.CA_NHAN, SubjectKind.HO_GIA_DINH}
"""The kinds that are never meant where a unit is asked for."""


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


def check_rows(
    rows: Iterable[Row], awards: Mapping[str, object], subjects: Iterable[str], faults: Faults
) -> None:
    """Add what is wrong inside decisions and ballots, between them, and with what they name."""
    known_awards, known_subjects = Names(awards), Names(subjects)
    first: dict[tuple[object, ...], Row] = {}
    for row in rows:
        _check_days(row, faults)
        if row.cls is Ballot:
            _check_votes(row, faults)
        else:
            _check_state(row, first, faults)
        for name, known in (("award", known_awards), ("subject", known_subjects)):
            value = row.values.get(name)
            if isinstance(value, str) and value not in known:
                faults.add((*row.place, name), known.unknown(name, value))


def _check_days(row: Row, faults: Faults) -> None:
    day, cancelled = row.values.get("date"), row.values.get("cancelled_on")
    if isinstance(day, dt.date) and not FIRST_DAY <= day <= LAST_DAY:
        faults.add((*row.place, "date"), f"expected a day from {FIRST_DAY} to {LAST_DAY}, got {day}")
    if not isinstance(cancelled, dt.date):
        return
    if row.values.get("state", DecisionState.HUY_BO) is not DecisionState.HUY_BO:
        problem = f"expected it only where the state is 'huy_bo', got {cancelled}"
        faults.add((*row.place, "cancelled_on"), problem)
    elif isinstance(day, dt.date) and cancelled < day:
        faults.add((*row.place, "cancelled_on"), f"expected a day from {day} on, got {cancelled}")


def _check_state(row: Row, first: dict[tuple[object, ...], Row], faults: Faults) -> None:
    """On one day one body says one thing of an award and a subject."""
    key = tuple(row.values.get(name) for name in ("award", "subject", "date"))
    state = row.values.get("state")
    if None in key or not isinstance(state, DecisionState):
        return
    other = first.setdefault(key, row)
    earlier = other.values["state"]
    if isinstance(earlier, DecisionState) and earlier is not state:
        got = f"{state.value!r}, and {earlier.value!r} as in decisions[{other.place[-1]}]"
        faults.add((*row.place, "state"), f"expected one state, got {got}")


def _check_votes(row: Row, faults: Faults) -> None:
    members, present = row.values.get("members"), row.values.get("present")
    absent = members - present if isinstance(members, int) and isinstance(present, int) else -1
    limits = (
        ("members", 10**6, "a million"),
        ("present", members, "'members'"),
        ("approvals", present, "'present'"),
        ("written", absent if absent >= 0 else None, "the number of those absent"),
    )
    for name, most, what in limits:
        number = row.values.get(name)
        if isinstance(number, int) and (number < 0 or (isinstance(most, int) and number > most)):
            faults.add((*row.place, name), f"expected a whole number from 0 to {what}, got {shown(number)}")
