"""Who is judged: subjects, their history, the roster that holds them, and what was already decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from enum import Enum
from functools import cached_property
from typing import Protocol

import attrs

from thidua_rules.errors import UnknownNameError
from thidua_rules.facts import SubjectKind
from thidua_rules.values import FrozenMap, Value, nearest

Record = FrozenMap[str, Value]
"""One row of a record: its columns that are known."""


@attrs.frozen
class Subject:
    """
    A person, collective, household, residential area or commune in one year.

    Args:
        id: Unique in its roster.

        kind: Which of the five kinds.

        name: What people call it; never used to decide.

        unit: The id of the subject that it belongs to, or None.

        facts: What is known; a fact that is absent is unknown.

        records: Lists of dated rows; an absent list is unknown, an empty one is none.
    """

    id: str
    kind: SubjectKind
    name: str = attrs.field(repr=False)
    unit: str | None = None
    facts: FrozenMap[str, Value] = attrs.field(factory=FrozenMap, repr=False)
    records: FrozenMap[str, tuple[Record, ...]] = attrs.field(factory=FrozenMap, repr=False)


class DecisionState(Enum):
    """Whether a decision gives, refuses, or was given and cancelled."""

    HIEU_LUC = "hieu_luc"
    TU_CHOI = "tu_choi"
    HUY_BO = "huy_bo"


@attrs.frozen
class Decision:
    """
    What the competent body decided on one award for one subject.

    Args:
        award: The award's id.

        subject: The subject's id.

        state: Given, refused, or cancelled.

        date: The day of the decision, whose base salary and parameters hold for the money.

        number: The number of the document.

        cancelled_on: The day of cancellation, where cancelled.
    """

    award: str
    subject: str
    state: DecisionState
    date: dt.date
    number: str = ""
    cancelled_on: dt.date | None = None


@attrs.frozen
class Ballot:
    """
    One vote of a council or a meeting on one award for one subject.

    Args:
        award: The award's id.

        subject: The subject's id.

        date: The day of the vote.

        members: How many may vote, or were summoned.

        present: How many took part.

        approvals: How many of those present approved.

        written: How many absent members approved in writing.

        secret: Whether the ballot was secret; None where that is not known.
    """

    award: str
    subject: str
    date: dt.date
    members: int
    present: int
    approvals: int
    written: int = 0
    secret: bool | None = None


class RosterView(Protocol):
    """What rules look at in a roster, whether it is fixed or grows over the year; the order has no meaning."""

    @property
    def year(self) -> int:
        """The year under review."""

    @property
    def subjects(self) -> Collection[Subject]:
        """All subjects."""

    @property
    def decisions(self) -> Collection[Decision]:
        """All decisions."""

    @property
    def ballots(self) -> Collection[Ballot]:
        """All ballots."""

    def subject(self, subject_id: str) -> Subject:
        """The subject named *subject_id*."""

    def has_subject(self, subject_id: str) -> bool:
        """Whether a subject has this id."""

    def members(self, subject_id: str) -> tuple[Subject, ...]:
        """The subjects that belong to *subject_id* directly, by id."""

    def units_of(self, subject: Subject) -> tuple[str, ...]:
        """The unit of *subject*, that unit's unit, and so on."""

    def decision(self, award: str, subject_id: str) -> Decision | None:
        """The last decision on *award* for *subject_id*, or None."""

    def ballot(self, award: str, subject_id: str) -> Ballot | None:
        """The last ballot on *award* for *subject_id*, or None."""

    def has_ballots(self, award: str) -> bool:
        """Whether a ballot on *award* is recorded for anybody."""


@attrs.frozen
class Roster:
    """
    All subjects of one commune in one year, with the decisions and ballots already taken.

    The order of the subjects has no meaning.
    """

    id: str
    commune: str
    year: int
    subjects: tuple[Subject, ...] = attrs.field(default=(), repr=False)
    decisions: tuple[Decision, ...] = attrs.field(default=(), repr=False)
    ballots: tuple[Ballot, ...] = attrs.field(default=(), repr=False)

    @cached_property
    def _by_id(self) -> dict[str, Subject]:
        return {subject.id: subject for subject in self.subjects}

    @cached_property
    def _members(self) -> dict[str, tuple[Subject, ...]]:
        found: dict[str, list[Subject]] = {}
        for subject in self.subjects:
            if subject.unit is not None:
                found.setdefault(subject.unit, []).append(subject)
        return {unit: tuple(sorted(members, key=lambda s: s.id)) for unit, members in found.items()}

    @cached_property
    def _decisions(self) -> dict[tuple[str, str], tuple[Decision, ...]]:
        found: dict[tuple[str, str], list[Decision]] = {}
        for decision in self.decisions:
            found.setdefault((decision.award, decision.subject), []).append(decision)
        return {key: tuple(sorted(rows, key=decided_last)) for key, rows in found.items()}

    @cached_property
    def _ballots(self) -> dict[tuple[str, str], Ballot]:
        ordered = sorted(self.ballots, key=voted_last)
        return {(ballot.award, ballot.subject): ballot for ballot in ordered}

    @cached_property
    def _voted(self) -> frozenset[str]:
        return frozenset(ballot.award for ballot in self.ballots)

    def subject(self, subject_id: str) -> Subject:
        """
        The subject named *subject_id*.

        Raises:
            UnknownNameError: There is none.
        """
        try:
            return self._by_id[subject_id]
        except KeyError:
            raise UnknownNameError("subject", subject_id, nearest(subject_id, self._by_id)) from None

    def has_subject(self, subject_id: str) -> bool:
        """Whether a subject has this id."""
        return subject_id in self._by_id

    def members(self, subject_id: str) -> tuple[Subject, ...]:
        """The subjects that belong to *subject_id* directly, by id."""
        return self._members.get(subject_id, ())

    def units_of(self, subject: Subject) -> tuple[str, ...]:
        """The unit of *subject*, that unit's unit, and so on."""
        found: list[str] = []
        unit = subject.unit
        while unit is not None and unit not in found:
            found.append(unit)
            parent = self._by_id.get(unit)
            unit = parent.unit if parent else None
        return tuple(found)

    def decision(self, award: str, subject_id: str) -> Decision | None:
        """The last decision on *award* for *subject_id*, of several on one day the least favourable, or None."""
        rows = self._decisions.get((award, subject_id))
        return rows[-1] if rows else None

    def ballot(self, award: str, subject_id: str) -> Ballot | None:
        """The last ballot on *award* for *subject_id*, of several on one day the least favourable, or None."""
        return self._ballots.get((award, subject_id))

    def has_ballots(self, award: str) -> bool:
        """Whether a ballot on *award* is recorded for anybody."""
        return award in self._voted

    def joined_by(self, subject: Subject) -> Roster:
        """A new roster that holds *subject* too; whoever has its id already is replaced."""
        others = tuple(one for one in self.subjects if one.id != subject.id)
        return attrs.evolve(self, subjects=(*others, subject))

    def with_subject(self, subject: Subject) -> Roster:
        """A new roster in which *subject* stands in place of the one with its id."""
        self.subject(subject.id)
        replaced = tuple(subject if one.id == subject.id else one for one in self.subjects)
        return attrs.evolve(self, subjects=replaced)


def decided_last(one: Decision) -> tuple[dt.date, str, int, dt.date]:
    """By what decisions on one award for one subject are ordered: the last one counts."""
    # The order of the input must not decide, so that every field takes part.
    return one.date, one.number, tuple(DecisionState).index(one.state), one.cancelled_on or dt.date.min


def voted_last(one: Ballot) -> tuple[dt.date, int, int, int, int, int]:
    """By what ballots on one award for one subject are ordered: the last one counts."""
    secrecy = (True, None, False).index(one.secret)
    return one.date, -one.approvals - one.written, one.members, one.present, -one.written, secrecy
