"""A roster that grows over the year: look-ups stay quick, and every edit can be undone."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import Generic, TypeVar

import attrs

from thidua_rules.errors import UnknownNameError
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.procedures import PAPERS, STEPS
from thidua_rules.subjects import Ballot, Decision, Record, Roster, Subject, decided_last, voted_last
from thidua_rules.values import FrozenMap, Value

Undo = Callable[[], None]
Key = tuple[str, str]
R = TypeVar("R", Decision, Ballot)
V = TypeVar("V")


class LiveRoster:
    """
    The subjects, decisions and ballots so far.

    Args:
        roster: Where the year begins.
    """

    def __init__(self, roster: Roster) -> None:
        self._start = roster
        self._subjects = {one.id: one for one in roster.subjects}
        self._numbers = {one.id: number for number, one in enumerate(roster.subjects)}
        self._joined = len(self._numbers)
        self._communes = {one.id for one in roster.subjects if one.kind is SubjectKind.XA}
        self._members: dict[str, list[str]] = {}
        for one in sorted(roster.subjects, key=lambda one: one.id):
            if one.unit is not None:
                self._members.setdefault(one.unit, []).append(one.id)
        self._decisions = _Rows(roster.decisions)
        self._ballots = _Rows(roster.ballots)

    @property
    def year(self) -> int:
        """The year under review."""
        return self._start.year

    @property
    def subjects(self) -> Collection[Subject]:
        """All subjects."""
        return self._subjects.values()

    @property
    def decisions(self) -> Collection[Decision]:
        """All decisions."""
        return self._decisions.all

    @property
    def ballots(self) -> Collection[Ballot]:
        """All ballots."""
        return self._ballots.all

    def frozen(self) -> Roster:
        """The roster as it stands now."""
        return attrs.evolve(
            self._start,
            subjects=tuple(sorted(self.subjects, key=lambda one: self._numbers[one.id])),
            decisions=tuple(self.decisions),
            ballots=tuple(self.ballots),
        )

    def subject(self, subject_id: str) -> Subject:
        """
        The subject named *subject_id*.

        Raises:
            UnknownNameError: There is none.
        """
        found = self._subjects.get(subject_id)
        if found is None:
            raise UnknownNameError("subject", subject_id)
        return found

    def has_subject(self, subject_id: str) -> bool:
        """Whether a subject has this id."""
        return subject_id in self._subjects

    @property
    def has_commune(self) -> bool:
        """Whether the commune itself is among the subjects."""
        return bool(self._communes)

    def in_dossiers(self, subject_id: str) -> bool:
        """Whether a row of a dossier is about *subject_id*."""
        lists = [self._subjects[commune].records for commune in self._communes]
        rows = (row for found in lists for name in (STEPS, PAPERS) for row in found.get(name, ()))
        return any(row.get("doi_tuong") == subject_id for row in rows)

    def member_ids(self, subject_id: str) -> tuple[str, ...]:
        """The ids of the subjects that belong to *subject_id* directly, in order."""
        return tuple(self._members.get(subject_id, ()))

    def below(self, subject_id: str) -> Iterator[str]:
        """The ids of the subjects that belong to *subject_id*, directly or through others."""
        stack = [subject_id]
        while stack:
            found = self._members.get(stack.pop(), ())
            yield from found
            stack.extend(found)

    def members(self, subject_id: str) -> tuple[Subject, ...]:
        """The subjects that belong to *subject_id* directly, by id."""
        return tuple(self._subjects[name] for name in self.member_ids(subject_id))

    def units_of(self, subject: Subject) -> tuple[str, ...]:
        """The unit of *subject*, that unit's unit, and so on."""
        found: list[str] = []
        unit = subject.unit
        while unit is not None and unit not in found:
            found.append(unit)
            parent = self._subjects.get(unit)
            unit = parent.unit if parent else None
        return tuple(found)

    def decision(self, award: str, subject_id: str) -> Decision | None:
        """The last decision on *award* for *subject_id*, or None."""
        return max(self._decisions.of((award, subject_id)), key=decided_last, default=None)

    def ballot(self, award: str, subject_id: str) -> Ballot | None:
        """The last ballot on *award* for *subject_id*, or None."""
        return max(self._ballots.of((award, subject_id)), key=voted_last, default=None)

    def has_ballots(self, award: str) -> bool:
        """Whether a ballot on *award* is recorded for anybody."""
        return self._ballots.count(award) > 0

    def ballots_on(self, award: str) -> int:
        """How many ballots on *award* are recorded."""
        return self._ballots.count(award)

    def set_fact(self, subject_id: str, name: str, value: Value | None) -> Undo:
        """Make *value* the fact *name*; None takes it away."""
        old = self.subject(subject_id)
        self._put(attrs.evolve(old, facts=FrozenMap(_with(old.facts, name, value))))
        return lambda: self._put(old)

    def set_rows(self, subject_id: str, name: str, rows: tuple[Record, ...] | None) -> Undo:
        """Make *rows* the list *name*; None takes it away."""
        old = self.subject(subject_id)
        self._put(attrs.evolve(old, records=FrozenMap(_with(old.records, name, rows))))
        return lambda: self._put(old)

    def _put(self, subject: Subject) -> None:
        self._subjects[subject.id] = subject

    def join(self, subject: Subject) -> Undo:
        """Take *subject* in."""
        number, self._joined = self._joined, self._joined + 1
        self._enter(subject, number)
        return lambda: self._leave(subject)

    def leave(self, subject_id: str) -> Undo:
        """Let the subject with that id go."""
        old, number = self.subject(subject_id), self._numbers[subject_id]
        self._leave(old)
        return lambda: self._enter(old, number)

    def move(self, subject_id: str, unit: str | None) -> Undo:
        """Make *unit* the unit of the subject with that id."""
        old, number = self.subject(subject_id), self._numbers[subject_id]
        new = attrs.evolve(old, unit=unit)

        def swap(one: Subject, other: Subject) -> None:
            self._leave(one)
            self._enter(other, number)

        swap(old, new)
        return lambda: swap(new, old)

    def _enter(self, subject: Subject, number: int) -> None:
        self._subjects[subject.id], self._numbers[subject.id] = subject, number
        if subject.kind is SubjectKind.XA:
            self._communes.add(subject.id)
        if subject.unit is not None:
            insort(self._members.setdefault(subject.unit, []), subject.id)

    def _leave(self, subject: Subject) -> None:
        del self._subjects[subject.id], self._numbers[subject.id]
        self._communes.discard(subject.id)
        if subject.unit is not None:
            members = self._members[subject.unit]
            del members[bisect_left(members, subject.id)]

    def rows_on(self, subject_id: str) -> int:
        """How many decisions and ballots are recorded for the subject with that id."""
        return self._decisions.rows_on(subject_id) + self._ballots.rows_on(subject_id)

    def add_decision(self, decision: Decision) -> Undo:
        """Record *decision*."""
        return self._decisions.add(decision)

    def replace_decision(self, old: Decision, new: Decision | None) -> Undo:
        """Put *new* in the place of *old*, or take it out."""
        return self._decisions.replace(old, new)

    def add_ballot(self, ballot: Ballot) -> Undo:
        """Record *ballot*."""
        return self._ballots.add(ballot)

    def drop_ballot(self, ballot: Ballot) -> Undo:
        """Take *ballot* out."""
        return self._ballots.replace(ballot, None)


class _Rows(Generic[R]):
    """Decisions or ballots, in the order in which they came, and by award and subject."""

    def __init__(self, rows: tuple[R, ...]) -> None:
        self._by_key: dict[Key, dict[int, R]] = {}
        self._rows: dict[int, R] = {}
        self._awards: Counter[str] = Counter()
        self._subjects: Counter[str] = Counter()
        self._next = 0
        for row in rows:
            self.add(row)

    @property
    def all(self) -> Collection[R]:
        """Every row."""
        return self._rows.values()

    def of(self, key: Key) -> Collection[R]:
        """The rows on one award for one subject."""
        return self._by_key.get(key, {}).values()

    def count(self, award: str) -> int:
        """How many rows there are on *award*."""
        return self._awards[award]

    def rows_on(self, subject: str) -> int:
        """How many rows there are for *subject*."""
        return self._subjects[subject]

    def add(self, row: R) -> Undo:
        """One more row."""
        number, self._next = self._next, self._next + 1
        self._put(number, row)
        return lambda: self._take(number)

    def replace(self, old: R, new: R | None) -> Undo:
        """Put *new* in the place of *old*, or take it out."""
        number = next(n for n, row in self._by_key[old.award, old.subject].items() if row is old)
        if new is None:
            self._take(number)
            return lambda: self._put_back(number, old)
        self._swap(number, new)
        return lambda: self._swap(number, old)

    def _put(self, number: int, row: R) -> None:
        self._rows[number] = row
        self._by_key.setdefault((row.award, row.subject), {})[number] = row
        self._awards[row.award] += 1
        self._subjects[row.subject] += 1

    def _swap(self, number: int, row: R) -> None:
        self._rows[number] = self._by_key[row.award, row.subject][number] = row

    def _take(self, number: int) -> None:
        row = self._rows.pop(number)
        del self._by_key[row.award, row.subject][number]
        self._awards[row.award] -= 1
        self._subjects[row.subject] -= 1

    def _put_back(self, number: int, row: R) -> None:
        self._put(number, row)
        for rows in (self._rows, self._by_key[row.award, row.subject]):
            ordered = sorted(rows.items(), key=lambda pair: pair[0])
            rows.clear()
            rows.update(ordered)


def _with(values: FrozenMap[str, V], name: str, value: V | None) -> dict[str, V]:
    merged = dict(values.items())
    if value is None:
        del merged[name]
    else:
        merged[name] = value
    return merged
