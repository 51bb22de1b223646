"""
Changes to a roster as plain values, so that a counterexample can be made smaller and changed again.

Each edit gives a new roster, or None where it cannot be made in that roster: whoever it is about is not there any more.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import ClassVar, TypeVar

import attrs

from thidua_rules.subjects import Decision, DecisionState, Record, Roster, Subject
from thidua_rules.values import FrozenMap, Value

T = TypeVar("T")


class Edit:
    """One change; a subclass is a frozen attrs class with a ``kind``."""

    __slots__ = ()

    kind: ClassVar[str]

    def apply(self, roster: Roster) -> Roster | None:
        """The changed roster, or None where the change cannot be made."""
        raise NotImplementedError

    def names(self) -> frozenset[str]:
        """The ids of the subjects that have to be there."""
        return frozenset()


def _changed(roster: Roster, name: str, change: Callable[[Subject], Subject]) -> Roster | None:
    return roster.with_subject(change(roster.subject(name))) if roster.has_subject(name) else None


def _with(data: Mapping[str, T], name: str, value: T | None) -> FrozenMap[str, T]:
    """*data* with *value* under *name*; None takes it away."""
    others = {key: old for key, old in data.items() if key != name}
    return FrozenMap(others if value is None else {**others, name: value})


@attrs.frozen
class SetFact(Edit):
    """A fact has *value*; None takes it away."""

    kind: ClassVar[str] = "set-fact"

    subject: str
    fact: str
    value: Value | None

    def apply(self, roster: Roster) -> Roster | None:
        """The roster with the fact changed."""

        def change(one: Subject) -> Subject:
            return attrs.evolve(one, facts=_with(one.facts, self.fact, self.value))

        return _changed(roster, self.subject, change)

    def names(self) -> frozenset[str]:
        """The subject."""
        return frozenset({self.subject})


@attrs.frozen
class SetRows(Edit):
    """A list has *rows*; None takes it away."""

    kind: ClassVar[str] = "set-rows"

    subject: str
    records: str
    rows: tuple[Record, ...] | None

    def apply(self, roster: Roster) -> Roster | None:
        """The roster with the list changed."""

        def change(one: Subject) -> Subject:
            return attrs.evolve(one, records=_with(one.records, self.records, self.rows))

        return _changed(roster, self.subject, change)

    def names(self) -> frozenset[str]:
        """The subject."""
        return frozenset({self.subject})


@attrs.frozen
class AddRow(Edit):
    """One more row in a list that is known."""

    kind: ClassVar[str] = "add-row"

    subject: str
    records: str
    row: Record

    def apply(self, roster: Roster) -> Roster | None:
        """The roster with the row added; None where the list is not known."""
        if not roster.has_subject(self.subject):
            return None
        rows = roster.subject(self.subject).records.get(self.records)
        return None if rows is None else SetRows(self.subject, self.records, (*rows, self.row)).apply(roster)

    def names(self) -> frozenset[str]:
        """The subject."""
        return frozenset({self.subject})


def family(roster: Roster, name: str) -> tuple[Subject, ...]:
    """The subject *name*, its members, theirs, and so on."""
    found = [roster.subject(name)]
    for one in found:
        found += [member for member in roster.members(one.id) if member not in found]
    return tuple(found)


@attrs.frozen
class Remove(Edit):
    """A subject leaves, with its members, and with their decisions and ballots."""

    kind: ClassVar[str] = "remove"

    subject: str

    def apply(self, roster: Roster) -> Roster | None:
        """The roster without it; None where it is not there."""
        if not roster.has_subject(self.subject):
            return None
        gone = {one.id for one in family(roster, self.subject)}
        return attrs.evolve(
            roster,
            subjects=tuple(one for one in roster.subjects if one.id not in gone),
            decisions=tuple(one for one in roster.decisions if one.subject not in gone),
            ballots=tuple(one for one in roster.ballots if one.subject not in gone),
        )

    def names(self) -> frozenset[str]:
        """The subject."""
        return frozenset({self.subject})


@attrs.frozen
class Copy(Edit):
    """A second subject like another in all but id and name, with like members, decisions and ballots."""

    kind: ClassVar[str] = "copy"

    subject: str
    new: str
    members: bool = True

    def apply(self, roster: Roster) -> Roster | None:
        """The roster with the copy; None where the first is not there or the id is taken."""
        if not roster.has_subject(self.subject) or roster.has_subject(self.new):
            return None
        copied = family(roster, self.subject) if self.members else (roster.subject(self.subject),)
        ids = {one.id: f"{self.new}-{index}" if index else self.new for index, one in enumerate(copied)}
        subjects = [
            attrs.evolve(one, id=ids[one.id], name=ids[one.id], unit=ids.get(one.unit or "", one.unit))
            for one in copied
        ]
        decided = [it for it in roster.decisions if it.subject in ids]
        voted = [it for it in roster.ballots if it.subject in ids]
        return attrs.evolve(
            roster,
            subjects=(*roster.subjects, *subjects),
            decisions=(*roster.decisions, *(attrs.evolve(it, subject=ids[it.subject]) for it in decided)),
            ballots=(*roster.ballots, *(attrs.evolve(it, subject=ids[it.subject]) for it in voted)),
        )

    def names(self) -> frozenset[str]:
        """The first."""
        return frozenset({self.subject})


@attrs.frozen
class Rename(Edit):
    """Subjects get other ids and names, wherever these stand."""

    kind: ClassVar[str] = "rename"

    ids: FrozenMap[str, str]

    def apply(self, roster: Roster) -> Roster | None:
        """The roster with the new ids."""

        def new(name: str) -> str:
            return self.ids.get(name, name)

        subjects = [
            attrs.evolve(
                one,
                id=new(one.id),
                name=one.name if new(one.id) == one.id else new(one.id),
                unit=None if one.unit is None else new(one.unit),
            )
            for one in roster.subjects
        ]
        if len({one.id for one in subjects}) < len(subjects):
            return None
        return attrs.evolve(
            roster,
            subjects=tuple(subjects),
            decisions=tuple(attrs.evolve(one, subject=new(one.subject)) for one in roster.decisions),
            ballots=tuple(attrs.evolve(one, subject=new(one.subject)) for one in roster.ballots),
        )


@attrs.frozen
class SetName(Edit):
    """A subject is called something else."""

    kind: ClassVar[str] = "set-name"

    subject: str
    name: str

    def apply(self, roster: Roster) -> Roster | None:
        """The roster with the name."""
        return _changed(roster, self.subject, lambda one: attrs.evolve(one, name=self.name))

    def names(self) -> frozenset[str]:
        """The subject."""
        return frozenset({self.subject})


@attrs.frozen
class Reverse(Edit):
    """Everything stands in the opposite order: subjects, decisions, ballots, and the rows of every list."""

    kind: ClassVar[str] = "reverse"

    def apply(self, roster: Roster) -> Roster | None:
        """The roster in the opposite order."""
        subjects = [
            attrs.evolve(
                one, records=FrozenMap({name: tuple(reversed(rows)) for name, rows in one.records.items()})
            )
            for one in reversed(roster.subjects)
        ]
        return attrs.evolve(
            roster,
            subjects=tuple(subjects),
            decisions=tuple(reversed(roster.decisions)),
            ballots=tuple(reversed(roster.ballots)),
        )


@attrs.frozen
class Move(Edit):
    """A subject belongs to another unit; the unit is made, like its old one, where it is not there."""

    kind: ClassVar[str] = "move"

    subject: str
    unit: str

    def apply(self, roster: Roster) -> Roster | None:
        """The roster after the move; None where the subject belongs to no unit."""
        if not roster.has_subject(self.subject):
            return None
        one = roster.subject(self.subject)
        if one.unit is None or not roster.has_subject(one.unit) or one.unit == self.unit:
            return None
        if not roster.has_subject(self.unit):
            made = Copy(one.unit, self.unit, members=False).apply(roster)
            roster = roster if made is None else made
        return roster.with_subject(attrs.evolve(one, unit=self.unit))

    def names(self) -> frozenset[str]:
        """The subject."""
        return frozenset({self.subject})


@attrs.frozen
class Decide(Edit):
    """A decision gives an award to a subject."""

    kind: ClassVar[str] = "decide"

    award: str
    subject: str
    day: dt.date

    def apply(self, roster: Roster) -> Roster | None:
        """The roster with the decision; None where one is there already."""
        if not roster.has_subject(self.subject) or roster.decision(self.award, self.subject) is not None:
            return None
        made = Decision(self.award, self.subject, DecisionState.HIEU_LUC, self.day)
        return attrs.evolve(roster, decisions=(*roster.decisions, made))

    def names(self) -> frozenset[str]:
        """The subject."""
        return frozenset({self.subject})


@attrs.frozen
class Swap(Edit):
    """Two subjects exchange everything but their ids and names."""

    kind: ClassVar[str] = "swap"

    first: str
    second: str

    def apply(self, roster: Roster) -> Roster | None:
        """The roster after the exchange; None where one of them is not there."""
        if not roster.has_subject(self.first) or not roster.has_subject(self.second):
            return None
        one, two = roster.subject(self.first), roster.subject(self.second)
        other = {self.first: self.second, self.second: self.first}
        swapped = {
            one.id: attrs.evolve(two, id=one.id, name=one.name),
            two.id: attrs.evolve(one, id=two.id, name=two.name),
        }
        found = attrs.evolve(
            roster,
            subjects=tuple(
                attrs.evolve(it, unit=other.get(it.unit or "", it.unit))
                for it in (swapped.get(it.id, it) for it in roster.subjects)
            ),
        )
        return attrs.evolve(
            found,
            decisions=tuple(
                attrs.evolve(it, subject=other.get(it.subject, it.subject)) for it in roster.decisions
            ),
            ballots=tuple(
                attrs.evolve(it, subject=other.get(it.subject, it.subject)) for it in roster.ballots
            ),
        )

    def names(self) -> frozenset[str]:
        """Both."""
        return frozenset({self.first, self.second})


def applied(edits: tuple[Edit, ...], roster: Roster) -> Roster | None:
    """*roster* after *edits*, one after another; None where one of them cannot be made."""
    found: Roster | None = roster
    for edit in edits:
        found = None if found is None else edit.apply(found)
    return found
