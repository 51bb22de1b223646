"""Calendars: which days are worked, how a deadline is counted, and what is not known."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from thidua_rules.calendars import Calendar, Counting, CountingRule, days_after, first_day, last_day
from thidua_rules.citations import Citation

CITE = Citation("luat", "1")
RULE = CountingRule(citation=CITE)
WORKING, DAYS, YEARS = Counting


def day(text):
    """The day *text* of 2022, as month-day."""
    return dt.date.fromisoformat(f"2022-{text}")


WEEKS = Calendar(
    id="lich",
    label_vi="lịch",
    label_en="calendar",
    first=day("01-01"),
    last=day("12-31"),
    days_off=(day("09-01"), day("09-02")),
    days_worked=(day("09-10"),),
    rule=RULE,
    citation=CITE,
)
"""The year 2022 with two days off, a Thursday and a Friday, and a Saturday that is worked."""


class TestDays:
    @pytest.mark.parametrize(
        ("when", "worked"),
        [
            ("2022-08-31", True),
            ("2022-09-01", False),
            ("2022-09-03", False),
            ("2022-09-04", False),
            ("2022-09-05", True),
            ("2022-09-10", True),
            ("2021-12-31", None),
            ("2023-01-01", None),
        ],
    )
    def test_worked(self, when, worked):
        """
        A weekday is worked unless it is off, a weekend only where it was swapped; outside the calendar nobody knows.
        """
        assert worked is WEEKS.is_worked(dt.date.fromisoformat(when))

    @pytest.mark.parametrize(
        ("start", "number", "expected"),
        [
            ("08-31", 1, "09-05"),
            ("09-03", 1, "09-05"),
            ("09-09", 1, "09-10"),
            ("09-09", 2, "09-12"),
            ("09-03", 0, "09-03"),
        ],
    )
    def test_day_after(self, start, number, expected):
        """
        The next working days are found over days off and weekends; nothing after a day is the day itself.
        """
        assert day(expected) == WEEKS.working_day_after(day(start), number)

    @pytest.mark.parametrize(
        ("start", "end", "expected"),
        [
            ("08-31", "09-05", 1),
            ("08-31", "09-04", 0),
            ("09-05", "09-12", 6),
            ("09-05", "09-05", 0),
            ("09-06", "09-05", 0),
        ],
    )
    def test_between(self, start, end, expected):
        """
        The first day is not counted and the last one is; nothing lies before a day.
        """
        assert expected == WEEKS.working_days(day(start), day(end))

    def test_unknown(self):
        """
        What needs a day that the calendar does not cover is not known.
        """
        outside = dt.date(2023, 1, 1)
        found = [
            WEEKS.working_day_after(day("12-30"), 1),
            WEEKS.working_days(day("12-30"), outside),
            WEEKS.working_days(dt.date(2021, 12, 30), day("01-04")),
            WEEKS.next_worked(outside),
        ]

        assert [None] * 4 == found

    def test_day_before_the_first(self):
        """
        The day before the first one is enough to count from: it is not counted itself.
        """
        assert 1 == WEEKS.working_days(dt.date(2021, 12, 31), day("01-03"))

    def test_end_of_time(self):
        """
        After the last day that there is, nothing comes.
        """
        endless = attrs.evolve(WEEKS, last=dt.date.max)
        found = [endless.working_day_after(dt.date.max, 1), last_day(dt.date.max, 1, DAYS, endless)]

        assert [None, None] == found


class TestLastDay:
    @pytest.mark.parametrize(
        ("start", "number", "counting", "expected"),
        [
            ("06-06", 10, WORKING, "2022-06-20"),
            ("06-06", 10, DAYS, "2022-06-16"),
            ("06-06", 5, DAYS, "2022-06-13"),
            ("08-29", 3, DAYS, "2022-09-05"),
            ("06-04", 0, WORKING, "2022-06-06"),
            ("06-06", 0, YEARS, "2022-12-31"),
            ("06-06", 1, YEARS, "2023-12-31"),
        ],
    )
    def test_counted(self, start, number, counting, expected):
        """
        The day of the event is not counted; a last day that is off moves to the next one that is worked.
        """
        assert dt.date.fromisoformat(expected) == last_day(day(start), number, counting, WEEKS)

    @pytest.mark.parametrize(
        ("rule", "expected"),
        [({"moves": False}, "06-11"), ({"first_day_counts": True}, "06-10"), ({}, "06-13")],
    )
    def test_other_rules(self, rule, expected):
        """
        Another rule of counting is another field of the calendar.
        """
        other = attrs.evolve(WEEKS, rule=attrs.evolve(RULE, **rule))

        assert day(expected) == last_day(day("06-06"), 5, DAYS, other)

    def test_first_day_at_the_beginning(self):
        """
        Before the first day that there is, nothing is subtracted.
        """
        rule = attrs.evolve(RULE, first_day_counts=True)
        ancient = attrs.evolve(WEEKS, first=dt.date.min, rule=rule)

        assert dt.date(1, 1, 2) == last_day(dt.date.min, 1, DAYS, ancient)

    @pytest.mark.parametrize(
        ("number", "counting", "calendar"),
        [
            (1, WORKING, None),
            (1, DAYS, None),
            (400, DAYS, WEEKS),
            (10_000_000, DAYS, WEEKS),
            (9_000, YEARS, None),
        ],
    )
    def test_unknown(self, number, counting, calendar):
        """
        Without a calendar, beyond it, and beyond all time a last day is not known.
        """
        assert last_day(day("06-06"), number, counting, calendar) is None

    @pytest.mark.parametrize(
        ("number", "counting", "expected"),
        [(7, WORKING, "2022-06-15"), (1, YEARS, "2023-01-01"), (9_000, YEARS, None)],
    )
    def test_first_day(self, number, counting, expected):
        """
        A wait is over on its last day, or on the first day of the year that is meant.
        """
        wanted = expected and dt.date.fromisoformat(expected)

        assert wanted == first_day(day("06-06"), number, counting, WEEKS)


class TestLate:
    @pytest.mark.parametrize(
        ("due", "done", "counting", "expected"),
        [
            ("06-17", "06-17", WORKING, 0),
            ("06-17", "06-16", WORKING, 0),
            ("06-17", "06-18", WORKING, 1),
            ("06-17", "06-20", WORKING, 1),
            ("06-17", "06-21", WORKING, 2),
            ("06-15", "06-18", WORKING, 2),
            ("06-17", "06-20", DAYS, 3),
            ("06-17", "06-20", YEARS, 3),
        ],
    )
    def test_by_how_much(self, due, done, counting, expected):
        """
        Lateness is counted as the deadline was; whoever is late is late by a day at least.
        """
        assert expected == days_after(day(due), day(done), counting, WEEKS)

    @pytest.mark.parametrize("calendar", [None, WEEKS])
    def test_unknown(self, calendar):
        """
        Working days beyond the calendar are not known.
        """
        assert days_after(day("12-30"), dt.date(2023, 1, 3), WORKING, calendar) is None
