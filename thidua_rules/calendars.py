"""Which days are worked, and how a number of days is counted from an event: exact, without a clock."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from enum import Enum
from functools import cached_property

import attrs

from thidua_rules.citations import Citation, Standing

_DAY = dt.timedelta(days=1)
_SATURDAY = 5


class Counting(Enum):
    """
    What a deadline is counted in.

    ``WORKING``: working days. ``CALENDAR``: all days. ``YEARS``: calendar years, the last of them whole: one year after
    any day of 2021 is the year 2022.
    """

    WORKING = "working"
    CALENDAR = "calendar"
    YEARS = "years"


@attrs.frozen(kw_only=True)
class CountingRule:
    """
    How days are counted, where the provision that sets a deadline does not say.

    Args:
        first_day_counts: Whether the day of the event is itself the first day.

        moves: Whether a deadline whose last day is a day off ends on the next day that is worked.

        citation: Where this stands.

        standing: How well it was confirmed.
    """

    first_day_counts: bool = False
    moves: bool = True
    citation: Citation
    standing: Standing = Standing.CONFIRMED


@attrs.frozen(kw_only=True)
class Calendar:
    """
    The days that are worked from *first* to *last*; what lies outside is not known.

    Args:
        id: Its name, ascii Vietnamese.

        label_vi: What it is.

        label_en: The same in English.

        first: The first day that it covers.

        last: The last day that it covers.

        days_off: The days from Monday to Friday that are not worked, in order.

        days_worked: The Saturdays and Sundays that are worked in exchange for others, in order.

        rule: How days are counted.

        citation: Where the days off stand.

        standing: How well they were confirmed.
    """

    id: str
    label_vi: str
    label_en: str
    first: dt.date
    last: dt.date
    days_off: tuple[dt.date, ...] = attrs.field(default=(), repr=False)
    days_worked: tuple[dt.date, ...] = attrs.field(default=(), repr=False)
    rule: CountingRule
    citation: Citation
    standing: Standing = Standing.CONFIRMED

    @cached_property
    def _off(self) -> list[dt.date]:
        return sorted({day for day in self.days_off if day.weekday() < _SATURDAY})

    @cached_property
    def _worked(self) -> list[dt.date]:
        return sorted({day for day in self.days_worked if day.weekday() >= _SATURDAY})

    def covers(self, day: dt.date) -> bool:
        """Whether it knows of *day*."""
        return self.first <= day <= self.last

    def is_worked(self, day: dt.date) -> bool | None:
        """Whether *day* is worked; None outside the days that it covers."""
        return _holds(self._worked, day) or self._on_weekday(day) if self.covers(day) else None

    def _on_weekday(self, day: dt.date) -> bool:
        return day.weekday() < _SATURDAY and not _holds(self._off, day)

    def working_days(self, after: dt.date, to: dt.date) -> int | None:
        """
        How many working days lie after the day *after*, up to and with the day *to*: 0 where *to* is not later.

        None where one of the days counted is outside those covered.
        """
        if to <= after:
            return 0
        if not (self.covers(after + _DAY) and self.covers(to)):
            return None
        weekdays = _weekdays_to(to) - _weekdays_to(after)
        return weekdays - _between(self._off, after, to) + _between(self._worked, after, to)

    def working_day_after(self, day: dt.date, number: int) -> dt.date | None:
        """
        The working day number *number* after *day*; *day* itself for 0.

        None where it, or a day on the way to it, is outside the days covered.
        """
        found = day
        for _ in range(number):
            if found == dt.date.max:
                return None
            next_one = self.next_worked(found + _DAY)
            if next_one is None:
                return None
            found = next_one
        return found

    def next_worked(self, day: dt.date) -> dt.date | None:
        """*day* where it is worked, else the first later day that is; None where that is not known."""
        while self.covers(day):
            if self.is_worked(day):
                return day
            day += _DAY
        return None


def _holds(days: list[dt.date], day: dt.date) -> bool:
    index = bisect_right(days, day)
    return index > 0 and days[index - 1] == day


def _between(days: list[dt.date], after: dt.date, to: dt.date) -> int:
    return bisect_right(days, to) - bisect_right(days, after)


def _weekdays_to(day: dt.date) -> int:
    """The Mondays to Fridays up to and with *day*, since a fixed Monday."""
    weeks, rest = divmod(day.toordinal() - 1, 7)
    return weeks * 5 + min(rest + 1, 5)


def last_day(start: dt.date, number: int, counting: Counting, calendar: Calendar | None) -> dt.date | None:
    """
    The last day of a deadline of *number* days (or years) that an event on the day *start* begins.

    None where the calendar does not reach so far, or there is none.
    """
    if counting is Counting.YEARS:
        return _year_end(start.year + number)
    if calendar is None:
        return None
    before = start - _DAY if calendar.rule.first_day_counts and start > dt.date.min else start
    found = _counted(before, number, counting, calendar)
    return calendar.next_worked(found) if found is not None and calendar.rule.moves else found


def _counted(start: dt.date, number: int, counting: Counting, calendar: Calendar) -> dt.date | None:
    if counting is Counting.WORKING:
        return calendar.working_day_after(start, number)
    last = start.toordinal() + number
    return dt.date.fromordinal(last) if 1 <= last <= dt.date.max.toordinal() else None


def _year_end(year: int) -> dt.date | None:
    return dt.date(year, 12, 31) if dt.MINYEAR <= year <= dt.MAXYEAR else None


def first_day(start: dt.date, number: int, counting: Counting, calendar: Calendar | None) -> dt.date | None:
    """
    The first day on which *number* days after *start* are over, or the year that is *number* years after it begins.

    None as for :func:`last_day`.
    """
    if counting is Counting.YEARS:
        end = _year_end(start.year + number)
        return None if end is None else end.replace(month=1, day=1)
    return last_day(start, number, counting, calendar)


def days_after(due: dt.date, day: dt.date, counting: Counting, calendar: Calendar | None) -> int | None:
    """
    By how many days *day* is later than *due*: in working days where the deadline was counted in them, else in days.

    Whoever is late is late by one day at least, also where only days off lie between. None where the calendar does not
    reach so far, or there is none; 0 where *day* is not later.
    """
    if day <= due:
        return 0
    if counting is not Counting.WORKING:
        return (day - due).days
    passed = None if calendar is None else calendar.working_days(due, day)
    return None if passed is None else max(1, passed)
