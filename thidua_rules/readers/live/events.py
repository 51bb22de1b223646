"""What may happen over the year, as frozen values: facts, rows of lists, decisions and ballots, people who come and go."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar

import attrs

from thidua_rules.subjects import Ballot, Decision, Record, Subject
from thidua_rules.values import FrozenMap, Value, nfc


def _text(value: Value) -> Value:
    """*value*, in NFC where it is text."""
    return nfc(value) if isinstance(value, str) else value


# What is of another type is left as it is: the session refuses it with its place.


def _row(row: Record) -> Record:
    if not isinstance(row, Mapping):
        return row
    return FrozenMap({name: _text(value) for name, value in row.items()})


def _rows(rows: tuple[Record, ...]) -> tuple[Record, ...]:
    return tuple(_row(row) for row in rows) if isinstance(rows, (tuple, list)) else rows


def _subject(subject: Subject) -> Subject:
    """*subject* with every text in NFC."""
    if not isinstance(subject, Subject):
        return subject
    lists = subject.records
    if isinstance(lists, Mapping):
        lists = FrozenMap({name: _rows(rows) for name, rows in lists.items()})
    return attrs.evolve(subject, facts=_row(subject.facts), records=lists)


@attrs.frozen
class FactGiven:
    """A fact becomes known that was not."""

    kind: ClassVar[str] = "fact-given"

    subject: str
    fact: str
    value: Value = attrs.field(converter=_text, repr=False)


@attrs.frozen
class FactCorrected:
    """A fact that is known turns out to be another."""

    kind: ClassVar[str] = "fact-corrected"

    subject: str
    fact: str
    value: Value = attrs.field(converter=_text, repr=False)


@attrs.frozen
class FactWithdrawn:
    """A fact that was known is not known any more."""

    kind: ClassVar[str] = "fact-withdrawn"

    subject: str
    fact: str


@attrs.frozen
class ListGiven:
    """A list becomes known that was not, with all its rows; without any, it is known to be empty."""

    kind: ClassVar[str] = "list-given"

    subject: str
    records: str
    rows: tuple[Record, ...] = attrs.field(default=(), converter=_rows, repr=False)


@attrs.frozen
class ListWithdrawn:
    """A list that was known is not known any more."""

    kind: ClassVar[str] = "list-withdrawn"

    subject: str
    records: str


@attrs.frozen
class RowAdded:
    """A row comes to the end of a list that is known."""

    kind: ClassVar[str] = "row-added"

    subject: str
    records: str
    row: Record = attrs.field(converter=_row, repr=False)


@attrs.frozen
class RowChanged:
    """The row at *index*, from 0, turns out to be another."""

    kind: ClassVar[str] = "row-changed"

    subject: str
    records: str
    index: int
    row: Record = attrs.field(converter=_row, repr=False)


@attrs.frozen
class RowWithdrawn:
    """The row at *index*, from 0, is taken out; the rows behind it move up."""

    kind: ClassVar[str] = "row-withdrawn"

    subject: str
    records: str
    index: int


@attrs.frozen
class Decided:
    """The competent body decides on one award for one subject."""

    kind: ClassVar[str] = "decided"

    decision: Decision


@attrs.frozen
class DecisionCancelled:
    """The last decision on an award, which gave it, is cancelled."""

    kind: ClassVar[str] = "decision-cancelled"

    award: str
    subject: str
    cancelled_on: dt.date


@attrs.frozen
class DecisionWithdrawn:
    """The last decision on an award was recorded by mistake, and is taken out."""

    kind: ClassVar[str] = "decision-withdrawn"

    award: str
    subject: str


@attrs.frozen
class BallotCast:
    """A council votes on one award for one subject."""

    kind: ClassVar[str] = "ballot-cast"

    ballot: Ballot


@attrs.frozen
class BallotWithdrawn:
    """The last ballot on an award was recorded by mistake, and is taken out."""

    kind: ClassVar[str] = "ballot-withdrawn"

    award: str
    subject: str


@attrs.frozen
class Joined:
    """Somebody joins whom the roster does not hold: a person, a unit or a household, with what is known of it."""

    kind: ClassVar[str] = "joined"

    subject: Subject = attrs.field(converter=_subject)


@attrs.frozen
class Left:
    """Somebody leaves on whom nothing is decided, and to whom nobody belongs."""

    kind: ClassVar[str] = "left"

    subject: str


@attrs.frozen
class Moved:
    """Somebody belongs to another unit from now on, or to none."""

    kind: ClassVar[str] = "moved"

    subject: str
    unit: str | None


Event = (
    FactGiven
    | FactCorrected
    | FactWithdrawn
    | ListGiven
    | ListWithdrawn
    | RowAdded
    | RowChanged
    | RowWithdrawn
    | Decided
    | DecisionCancelled
    | DecisionWithdrawn
    | BallotCast
    | BallotWithdrawn
    | Joined
    | Left
    | Moved
)
