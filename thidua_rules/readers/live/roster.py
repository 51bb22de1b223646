"""A roster that grows over the year: look-ups stay quick, and every edit can be undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from typing import Generic, TypeVar

import attrs

from thidua_rules.errors import UnknownNameError
from thidua_rules.subjects import Ballot, Decision, Record, Roster, Subject
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
        self._members: dict[str, tuple[str, ...]] = {}
        for one in sorted(roster.subjects, key=lambda one: one.id):
            if one.unit is not None:
                self._members[one.unit] = (*self._members.get(one.unit, ()), one.id)
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
            subjects=tuple(self.subjects),
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

    def member_ids(self, subject_id: str) -> tuple[str, ...]:
        """The ids of the subjects that belong to *subject_id* directly, in order."""
        return self._members.get(subject_id, ())

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
        rows = self._decisions.of((award, subject_id))
        return max(reversed(rows), key=lambda one: (one.date, one.number), default=None)

    def ballot(self, award: str, subject_id: str) -> Ballot | None:
        """The last ballot on *award* for *subject_id*, or None."""
        rows = self._ballots.of((award, subject_id))
        return max(reversed(rows), key=lambda one: one.date, default=None)

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
        self._next = 0
        for row in rows:
            self.add(row)

    @property
    def all(self) -> Collection[R]:
        """Every row."""
        return self._rows.values()

    def of(self, key: Key) -> tuple[R, ...]:
        """The rows on one award for one subject."""
        return tuple(self._by_key.get(key, {}).values())

    def count(self, award: str) -> int:
        """How many rows there are on *award*."""
        return self._awards[award]

    def add(self, row: R) -> Undo:
        """One more row."""
        number, self._next = self._next, self._next + 1
        self._put(number, row)
        return lambda: self._take(number)

    def replace(self, old: R, new: R | None) -> Undo:
        """Put *new* in the place of *old*, or take it out."""
        number = next(n for n, row in self._by_key[old.award, old.subject].items() if row is old)
        self._take(number)
        if new is not None:
            self._put(number, new)
        return lambda: self._put(number, old)

    def _put(self, number: int, row: R) -> None:
        if number in self._rows:
            self._take(number)
        for rows in (self._rows, self._by_key.setdefault((row.award, row.subject), {})):
            last = next(reversed(rows), -1)
            rows[number] = row
            if last > number:
                ordered = sorted(rows.items(), key=lambda pair: pair[0])
                rows.clear()
                rows.update(ordered)
        self._awards[row.award] += 1

    def _take(self, number: int) -> None:
        row = self._rows.pop(number)
        del self._by_key[row.award, row.subject][number]
        self._awards[row.award] -= 1


def _with(values: FrozenMap[str, V], name: str, value: V | None) -> dict[str, V]:
    merged = dict(values.items())
    if value is None:
        del merged[name]
    else:
        merged[name] = value
    return merged
