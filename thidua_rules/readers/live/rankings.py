"""
A ranking into which entries are put, and which names whoever may stand otherwise for it.

A status follows from four bounds, each of which falls along one of the ranking's columns. So under a number of places
everybody above one row is recommended, everybody below another is over the quota, and the tied lie between two more:
what an event changes is who lies between the old rows and the new. A place is certain for whoever no open entry reaches
across, which is counted along one more column. Nobody between is looked at whose answer stays as it was.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

from thidua_rules.evaluation.ranking import UNBOUNDED, Column, Entry, Marks, Ranking, Row, above
from thidua_rules.evaluation.results import QuotaResult

BOTTOM: Final[Row] = ()
"""Less than every row, or level with all of them where nothing orders them."""

TOP: Final[Row] = (100 * UNBOUNDED,)
"""More than every row."""

Span = tuple[Row, Row]
"""The rows from the first on and below the second."""

_NOWHERE: Final[Span] = (TOP, BOTTOM)


@attrs.frozen
class Cuts:
    """
    Where the statuses lie among those who compete for sure.

    Args:
        recommended: Whose lowest numbers are from here on.

        over: Whose highest numbers are below here.

        tied: Who is settled and lies in this span.
    """

    recommended: Row = TOP
    over: Row = BOTTOM
    tied: Span = _NOWHERE

    def ranked(self) -> tuple[Span, Span, Span]:
        """Who has a status to which a place belongs."""
        return (self.recommended, TOP), (BOTTOM, self.over), self.tied


class LiveRanking(Ranking):
    """
    The entries of one group over the year.

    Args:
        entries: Who competes at the start, for sure or perhaps, in any order.

    Putting an entry costs the logarithm of their number, and what it changes.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        super().__init__(entries)
        pairs = [(self.entries[name], marks) for name, marks in self._marks.items()]
        open_ = [(one.subject, marks) for one, marks in pairs if one.sure and not one.settled]
        self._open_least = Column((marks.least, name) for name, marks in open_)
        self._open_highs = Column((marks.highs, name) for name, marks in open_)
        self._open_most = Column((marks.most, name) for name, marks in open_)
        self._unsure = Column((marks.highs, one.subject) for one, marks in pairs if not one.sure)
        self._alone = {name for name, marks in open_ if self._is_alone(name, marks)}
        alone = [(self._marks[name].most, name) for name in self._alone]
        self._placeable = Column([*self._plain.rows, *alone])
        self._cuts = Cuts()

    def put(self, entry: Entry) -> set[str]:
        """Put *entry* in, or in place of that of its subject; gives whose place it may change."""
        return self._replace(entry.subject, entry)

    def drop(self, subject: str) -> set[str]:
        """Take the entry of *subject* out; gives whose place that may change."""
        return self._replace(subject, None)

    def open(self) -> Iterator[str]:
        """Whoever is not sure to compete, or has more than one number on some key."""
        return (name for column in (self._unsure, self._open_least) for _, name in column.rows)

    def _replace(self, subject: str, entry: Entry | None) -> set[str]:
        marks = None if entry is None else Marks.of(entry)
        before = self._reach(self.entries.get(subject), self._marks.get(subject))
        spans = [_between(*ends) for ends in zip(before, self._reach(entry, marks), strict=True)]
        found = self._placed_in(spans) | self._take(subject)
        if entry is not None and marks is not None:
            found |= self._add(entry, marks)
        return found | self._placed_in(spans)

    @staticmethod
    def _reach(entry: Entry | None, marks: Marks | None) -> Span:
        """Below which rows the entry stands before somebody, surely and perhaps."""
        if entry is None or marks is None:
            return BOTTOM, BOTTOM
        return marks.least if entry.sure else BOTTOM, marks.highs

    # -- columns --------------------------------------------------------------------------------------------------

    def _columns(self, entry: Entry, marks: Marks) -> Iterator[tuple[Column, Row]]:
        yield self._highs, marks.highs
        yield self._most, marks.most
        if not entry.sure:
            yield self._unsure, marks.highs
            return
        yield self._lows, marks.lows
        yield self._least, marks.least
        if entry.settled:
            yield self._plain, marks.lows
            yield self._placeable, marks.lows
            return
        yield self._open_least, marks.least
        yield self._open_highs, marks.highs
        yield self._open_most, marks.most
        if entry.subject in self._alone:
            yield self._placeable, marks.most

    def _take(self, subject: str) -> set[str]:
        """Take the entry of *subject* out, where there is one; gives neighbours that now stand alone, or no longer do."""
        entry = self.entries.pop(subject, None)
        if entry is None:
            return set()
        marks = self._marks.pop(subject)
        place = bisect_left(self._highs.rows, (marks.highs, subject))
        for column, row in self._columns(entry, marks):
            del column.rows[bisect_left(column.rows, (row, subject))]
        self._alone.discard(subject)
        return self._reviewed(place - 1, place)

    def _add(self, entry: Entry, marks: Marks) -> set[str]:
        """Put an entry in; gives it with the neighbours that stand alone, or no longer do."""
        subject = entry.subject
        self.entries[subject], self._marks[subject] = entry, marks
        for column, row in self._columns(entry, marks):
            insort(column.rows, (row, subject))
        place = bisect_left(self._highs.rows, (marks.highs, subject))
        return self._reviewed(place - 1, place, place + 1) | {subject}

    def _reviewed(self, *places: int) -> set[str]:
        """Those at these places of the highest numbers for whom it changed whether they stand alone."""
        rows = self._highs.rows
        names = [rows[place][1] for place in places if 0 <= place < len(rows)]
        return {name for name in names if self._review(name)}

    def _review(self, subject: str) -> bool:
        entry, marks = self.entries[subject], self._marks[subject]
        alone = entry.sure and not entry.settled and self._is_alone(subject, marks)
        if alone is (subject in self._alone):
            return False
        row = (marks.most, subject)
        if alone:
            self._alone.add(subject)
            insort(self._placeable.rows, row)
        else:
            self._alone.discard(subject)
            del self._placeable.rows[bisect_left(self._placeable.rows, row)]
        return True

    def _is_alone(self, subject: str, marks: Marks) -> bool:
        """Whether nobody's highest numbers lie where those of the open entry of *subject* may come to lie."""
        rows = self._highs.rows
        place = bisect_left(rows, (marks.highs, subject))
        behind = place == 0 or rows[place - 1][0] <= marks.lows
        return behind and (place + 1 == len(rows) or rows[place + 1][0] > marks.most)

    # -- places ---------------------------------------------------------------------------------------------------

    def _placed_in(self, spans: list[Span]) -> set[str]:
        """Whose place is certain in one of *spans*, as far as a place belongs to their status."""
        shared = [_shared(one, other) for one in spans for other in self._cuts.ranked()]
        return {name for low, high in shared if low < high for name in self._certain(low, high)}

    def _certain(self, low: Row, high: Row) -> Iterator[str]:
        """
        Who can have a certain place between two rows, and has one.

        Where as many open entries reach across a row as there are here, as many must have ended before none does: so
        what is uncertain is passed in leaps.
        """
        column, starts, ends = self._placeable, self._open_least, self._open_highs
        place, stop = column.below(low), column.below(high)
        if self._unsure:
            place = max(place, column.below(self._unsure.rows[-1][0]))
        while place < stop:
            row = column.rows[place][0]
            started, ended = starts.up_to(row), ends.up_to(row)
            if started > ended:
                place = max(place + 1, column.below(ends.rows[started - 1][0]))
                continue
            end = min(stop, column.below(starts.rows[started][0])) if started < len(starts) else stop
            yield from column.between(place, end)
            place = end

    # -- statuses -------------------------------------------------------------------------------------------------

    def limited(self, limit: QuotaResult | None) -> set[str]:
        """Let there be so many places; gives those whose status differs from what it was when this was last said."""
        old, new = self._cuts, self._cuts_under(limit)
        self._cuts = new
        recommended, over = _between(old.recommended, new.recommended), _between(old.over, new.over)
        found = {name for column in (self._plain, self._open_least) for name in _inside(column, recommended)}
        found |= {name for column in (self._plain, self._open_most) for name in _inside(column, over)}
        return found | {name for span in _either(old.tied, new.tied) for name in _inside(self._plain, span)}

    def _cuts_under(self, limit: QuotaResult | None) -> Cuts:
        """Where :func:`~thidua_rules.evaluation.quotas.status_under` turns; an open entry is never surely level."""
        if limit is None:
            return Cuts(recommended=BOTTOM)
        low, high = max(limit.low, 0), max(limit.high, 0)
        beaten, sure = _from_top(self._most, low + 1), _from_top(self._least, high)
        first, level = _from_top(self._highs, low), _from_top(self._lows, high + 1)
        return Cuts(
            recommended=BOTTOM if beaten is None else above(beaten),
            over=BOTTOM if sure is None else sure,
            tied=(BOTTOM if first is None else first, BOTTOM if level is None else above(level)),
        )


def _from_top(column: Column, number: int) -> Row | None:
    """The row with that number from the top, from 1; above all rows for 0, and None where there are fewer."""
    if number == 0:
        return TOP
    return column.rows[-number][0] if number <= len(column) else None


def _between(one: Row, other: Row) -> Span:
    return (one, other) if one < other else (other, one)


def _shared(one: Span, other: Span) -> Span:
    return max(one[0], other[0]), min(one[1], other[1])


def _either(one: Span, other: Span) -> tuple[Span, Span]:
    """What lies in one of two spans and not in the other."""
    low, high = _shared(one, other)
    return (_between(one[0], other[0]), _between(one[1], other[1])) if low < high else (one, other)


def _inside(column: Column, span: Span) -> Iterator[str]:
    place, stop = column.below(span[0]), column.below(span[1])
    return column.between(place, stop) if place < stop else iter(())
