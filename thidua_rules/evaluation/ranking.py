"""
The order among those who compete for an award, also where facts are missing.

A subject has an interval on every key. *a* is surely before *b* where, key by key, a's lowest lies above b's highest,
after keys on which both are settled and equal; surely before it or level, where a's lowest numbers are b's
highest or more, key by key. From this come the fewest and the most who can stand before a subject, over every
completion of the missing facts.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

import attrs

from thidua_rules.awards import ByCount, ByCriterion, ByFact, ByScore, RankKey
from thidua_rules.criteria.base import Case
from thidua_rules.criteria.records import count_rows
from thidua_rules.evaluation.results import Exact, KeyValue, Place
from thidua_rules.findings import Missing
from thidua_rules.verdicts import MET, UNKNOWN

UNBOUNDED: Final = 10**40
"""Stands for a number without any limit, where a specification gives none."""

_BEYOND: Final = 10 * UNBOUNDED
"""More than any number."""

Row = tuple[Exact, ...]


@attrs.frozen
class Entry:
    """One who competes, for sure or perhaps, with its value on every key."""

    subject: str
    sure: bool
    values: tuple[KeyValue, ...]

    @property
    def settled(self) -> bool:
        """Whether it has one number on every key."""
        return all(value.low == value.high for value in self.values)

    def numbers(self) -> tuple[Exact, ...]:
        """Its lowest number on every key."""
        return tuple(value.low for value in self.values)


@attrs.frozen
class Counts:
    """
    How many others stand before a subject, or at least level with it, at the fewest and at the most.

    Args:
        before_low: Who is surely before it.

        before_high: Who may be before it.

        not_behind_low: Who is surely before it or level.

        not_behind_high: Who may be before it or level.
    """

    before_low: int
    before_high: int
    not_behind_low: int
    not_behind_high: int


def key_value(key: RankKey, award: str, case: Case) -> KeyValue:
    """Where *case* stands on *key*; more is better."""
    return KeyValue(key, *key_bounds(key, award, case), _key_missing(key, award, case))


def key_bounds(key: RankKey, award: str, case: Case) -> tuple[Exact, Exact]:
    """The fewest and the most that *case* may have on *key*; more is better."""
    if isinstance(key, ByScore):
        score = case.world.score(key.scale, case)
        return score.low, score.high
    if isinstance(key, ByCriterion):
        verdict = key.criterion.verdict(case)
        return int(verdict is MET), int(verdict in {MET, UNKNOWN})
    if isinstance(key, ByCount):
        return count_rows(key.records, key.where, case) or (0, UNBOUNDED)
    return _fact_bounds(key, case) if isinstance(key, ByFact) else _ballot_bounds(award, case)


def _key_missing(key: RankKey, award: str, case: Case) -> tuple[Missing, ...]:
    """What is missing to know where *case* stands on *key*."""
    if isinstance(key, ByScore):
        return getattr(case.world.score(key.scale, case), "missing", ())
    if isinstance(key, ByCriterion):
        return key.criterion.check(case).relevant_missing()
    if isinstance(key, ByCount):
        bounds = count_rows(key.records, key.where, case)
        return () if bounds is not None and bounds[0] == bounds[1] else case.missing(key.records)
    if isinstance(key, ByFact):
        return case.missing(key.fact) if case.number(key.fact) is None else ()
    low, high = _ballot_bounds(award, case)
    return () if low == high else case.missing(f"phieu:{award}")


def _fact_bounds(key: ByFact, case: Case) -> tuple[Exact, Exact]:
    number = case.number(key.fact)
    if number is not None:
        value = number if key.highest_first else -number
        return value, value
    spec = case.world.specs.get(key.fact)
    low: Exact = -UNBOUNDED if spec is None or spec.minimum is None else spec.minimum
    high: Exact = UNBOUNDED if spec is None or spec.maximum is None else spec.maximum
    return (low, high) if key.highest_first else (-high, -low)


def _ballot_bounds(award: str, case: Case) -> tuple[Exact, Exact]:
    ballot = case.world.roster.ballot(award, case.subject.id)
    if ballot is not None:
        share = Fraction(ballot.approvals, ballot.members) if ballot.members else Fraction(0)
        return share, share
    return (0, 1) if case.world.roster.has_ballots(award) else (0, 0)


def surely_before(one: Entry, other: Entry) -> bool:
    """Whether *one* stands before *other* in every completion: what a ranking counts, for a single pair."""
    return Marks.of(one).least > Marks.of(other).most


def surely_not_behind(one: Entry, other: Entry) -> bool:
    """Whether *one* stands before *other* or level with it in every completion."""
    return Marks.of(one).lows >= Marks.of(other).highs


@attrs.frozen
class Marks:
    """
    An entry as four rows of numbers, so that "before" and "level" become comparisons of rows.

    *a* is surely before *b* where ``a.least > b.most``, and surely before it or level where ``a.lows >= b.highs``.

    Args:
        lows: Its lowest number on every key.

        highs: Its highest.

        least: Its lowest numbers up to the first key that is open, then less than any number.

        most: Its highest numbers up to there, then more than any number.
    """

    lows: Row
    highs: Row
    least: Row
    most: Row

    @classmethod
    def of(cls, entry: Entry) -> Marks:
        """The rows of *entry*."""
        lows, highs = entry.numbers(), tuple(value.high for value in entry.values)
        open_ = next((i for i, value in enumerate(entry.values) if value.low != value.high), None)
        if open_ is None:
            return cls(lows, lows, lows, lows)
        rest = len(lows) - open_ - 1
        least = lows[: open_ + 1] + (-_BEYOND,) * rest
        return cls(lows, highs, least, highs[: open_ + 1] + (_BEYOND,) * rest)


class Column:
    """
    Subjects by one row of numbers each, in rising order.

    Args:
        rows: The row of each, in any order.
    """

    def __init__(self, rows: Iterable[tuple[Row, str]]) -> None:
        self.rows = sorted(rows)

    def __len__(self) -> int:
        return len(self.rows)

    def below(self, row: Row) -> int:
        """How many have less than *row*."""
        return bisect_left(self.rows, (row,))

    def up_to(self, row: Row) -> int:
        """How many have *row* or less."""
        return bisect_left(self.rows, (above(row),))

    def between(self, one: int, other: int) -> Iterator[str]:
        """The subjects from one position to another, whichever comes first."""
        return (subject for _, subject in self.rows[min(one, other) : max(one, other)])


def above(row: Row) -> Row:
    """What comes right after *row*: every row of its length is above both of them or neither."""
    return (*row, 0)


class Ranking:
    """
    The entries of one group, ready to be asked about each of them.

    Args:
        entries: Who competes, for sure or perhaps, in any order.

    A question costs the logarithm of the number of entries.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {entry.subject: entry for entry in entries}
        self._marks = {name: Marks.of(entry) for name, entry in self.entries.items()}
        every = list(self._marks.items())
        sure = [(name, marks) for name, marks in every if self.entries[name].sure]
        self._lows = Column((marks.lows, name) for name, marks in sure)
        self._least = Column((marks.least, name) for name, marks in sure)
        self._highs = Column((marks.highs, name) for name, marks in every)
        self._most = Column((marks.most, name) for name, marks in every)
        self._plain = Column((marks.lows, name) for name, marks in sure if self.entries[name].settled)

    def counts(self, subject: str) -> Counts:
        """How many others stand before *subject* or level with it."""
        me, sure = self._marks[subject], self.entries[subject].sure
        settled = me.lows == me.highs
        return Counts(
            before_low=len(self._least) - self._least.up_to(me.most),
            before_high=len(self._highs) - self._highs.up_to(me.lows) - (not settled),
            not_behind_low=len(self._lows) - self._lows.below(me.highs) - (sure and settled),
            not_behind_high=len(self._most) - self._most.below(me.least) - 1,
        )

    def place(self, subject: str) -> Place:
        """The best and worst place of *subject*, who is level with it, and which key separates it from the next."""
        me, counts = self.entries[subject], self.counts(subject)
        best, worst = 1 + counts.before_low, 1 + counts.before_high
        if not me.settled:
            return Place(best, worst, me.values)
        start, end = self._plain.below(me.numbers()), self._plain.up_to(me.numbers())
        tied = tuple(one for one in self._plain.between(start, end) if one != subject)
        return Place(best, worst, me.values, self._separator(me, start), tied)

    def _separator(self, me: Entry, position: int) -> str | None:
        if position == 0:
            return None
        below = self._plain.rows[position - 1][0]
        pairs = zip(me.values, below, strict=True)
        return next((value.key.id for value, number in pairs if value.low != number), None)
