"""
The order among those who compete for an award, also where facts are missing.

A subject has an interval on every key. *a* is surely before *b* where, key by key, a's lowest lies above b's highest,
after keys on which both are settled and equal. From this come the fewest and the most who can stand
before a subject, over every completion of the missing facts.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from fractions import Fraction
from typing import Final

import attrs

from thidua_rules.awards import ByBallot, ByCount, ByCriterion, ByFact, ByScore, RankKey
from thidua_rules.criteria.base import Case
from thidua_rules.criteria.records import count_rows
from thidua_rules.evaluation.results import Exact, KeyValue, Place
from thidua_rules.findings import Missing
from thidua_rules.verdicts import MET, UNKNOWN

UNBOUNDED: Final = 10**40
"""Stands for a number without any limit, where a specification gives none."""


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
    if isinstance(key, ByScore):
        score = case.world.score(key.scale, case)
        missing: tuple[Missing, ...] = getattr(score, "missing", ())
        return KeyValue(key, score.low, score.high, missing)
    if isinstance(key, ByCriterion):
        finding = key.criterion.check(case)
        low, high = int(finding.verdict is MET), int(finding.verdict in {MET, UNKNOWN})
        return KeyValue(key, low, high, finding.relevant_missing())
    if isinstance(key, ByCount):
        bounds = count_rows(key.records, key.where, case)
        if bounds is None:
            return KeyValue(key, 0, UNBOUNDED, case.missing(key.records))
        return KeyValue(key, *bounds, () if bounds[0] == bounds[1] else case.missing(key.records))
    return _by_fact(key, case) if isinstance(key, ByFact) else _by_ballot(key, award, case)


def _by_fact(key: ByFact, case: Case) -> KeyValue:
    number = case.number(key.fact)
    if number is not None:
        value = number if key.highest_first else -number
        return KeyValue(key, value, value)
    spec = case.world.specs.get(key.fact)
    low: Exact = -UNBOUNDED if spec is None or spec.minimum is None else spec.minimum
    high: Exact = UNBOUNDED if spec is None or spec.maximum is None else spec.maximum
    if not key.highest_first:
        low, high = -high, -low
    return KeyValue(key, low, high, case.missing(key.fact))


def _by_ballot(key: ByBallot, award: str, case: Case) -> KeyValue:
    roster = case.world.roster
    ballot = roster.ballot(award, case.subject.id)
    if ballot is not None:
        share = Fraction(ballot.approvals, ballot.members) if ballot.members else Fraction(0)
        return KeyValue(key, share, share)
    if any(one.award == award for one in roster.ballots):
        return KeyValue(key, 0, 1, case.missing(f"phieu:{award}"))
    return KeyValue(key, 0, 0)


def surely_before(one: Entry, other: Entry) -> bool:
    """Whether *one* stands before *other* in every completion."""
    for mine, theirs in zip(one.values, other.values, strict=True):
        if mine.low > theirs.high:
            return True
        if not (mine.low == mine.high == theirs.low == theirs.high):
            return False
    return False


def surely_not_behind(one: Entry, other: Entry) -> bool:
    """Whether *one* stands before *other* or level with it in every completion."""
    for mine, theirs in zip(one.values, other.values, strict=True):
        if mine.low > theirs.high:
            return True
        if mine.low < theirs.high:
            return False
    return True


class Ranking:
    """
    The entries of one group, ready to be asked about each of them.

    Args:
        entries: Who competes, for sure or perhaps, in any order.
    """

    def __init__(self, entries: list[Entry]) -> None:
        self.entries = {entry.subject: entry for entry in entries}
        plain = [entry for entry in entries if entry.sure and entry.settled]
        self._plain = sorted(entry.numbers() for entry in plain)
        self._fuzzy = [entry for entry in entries if not (entry.sure and entry.settled)]
        self._levels: dict[tuple[Exact, ...], list[str]] = {}
        for entry in sorted(plain, key=lambda one: one.subject):
            self._levels.setdefault(entry.numbers(), []).append(entry.subject)

    def counts(self, subject: str) -> Counts:
        """How many others stand before *subject* or level with it."""
        me = self.entries[subject]
        others = [entry for entry in self._fuzzy if entry.subject != subject]
        if me.settled:
            before, not_behind = self._among_plain(me)
            bounds = [before, before, not_behind, not_behind]
        else:
            bounds = [0, 0, 0, 0]
            plain = [e for e in self.entries.values() if e.sure and e.settled and e.subject != subject]
            others += plain
        for other in others:
            self._count(bounds, me, other)
        return Counts(*bounds)

    def _among_plain(self, me: Entry) -> tuple[int, int]:
        numbers = me.numbers()
        left, right = bisect_left(self._plain, numbers), bisect_right(self._plain, numbers)
        itself = 1 if me.sure else 0
        return len(self._plain) - right, len(self._plain) - left - itself

    @staticmethod
    def _count(bounds: list[int], me: Entry, other: Entry) -> None:
        bounds[0] += other.sure and surely_before(other, me)
        bounds[1] += not surely_not_behind(me, other)
        bounds[2] += other.sure and surely_not_behind(other, me)
        bounds[3] += not surely_before(me, other)

    def place(self, subject: str) -> Place:
        """The best and worst place of *subject*, who is level with it, and which key separates it from the next."""
        me, counts = self.entries[subject], self.counts(subject)
        if not me.settled:
            return Place(1 + counts.before_low, 1 + counts.before_high, me.values)
        numbers = me.numbers()
        tied = tuple(one for one in self._levels.get(numbers, ()) if one != subject)
        return Place(1 + counts.before_low, 1 + counts.before_high, me.values, self._separator(me), tied)

    def _separator(self, me: Entry) -> str | None:
        position = bisect_left(self._plain, me.numbers())
        if position == 0:
            return None
        below = self._plain[position - 1]
        pairs = zip(me.values, below, strict=True)
        return next((value.key.id for value, number in pairs if value.low != number), None)
