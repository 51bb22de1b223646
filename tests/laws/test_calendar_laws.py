"""Working days over generated calendars: found and counted agree, later stays later, and both equal counting day by day."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from thidua_rules.calendars import Calendar, Counting, CountingRule, days_after, last_day
from thidua_rules.citations import Citation

FIRST, LAST = dt.date(2021, 12, 1), dt.date(2022, 4, 30)
CITE = Citation("luat", "1")
DAYS = st.dates(FIRST, LAST)
DAY = dt.timedelta(days=1)


@st.composite
def calendars(draw):
    """A calendar of five months with days off and swapped weekends."""
    drawn = draw(st.sets(DAYS, max_size=40))
    return Calendar(
        id="lich",
        label_vi="x",
        label_en="x",
        first=FIRST,
        last=LAST,
        days_off=tuple(sorted(one for one in drawn if one.weekday() < 5)),
        days_worked=tuple(sorted(one for one in drawn if one.weekday() >= 5)),
        rule=CountingRule(first_day_counts=draw(st.booleans()), moves=draw(st.booleans()), citation=CITE),
        citation=CITE,
    )


def plainly(calendar, start, end):
    """The working days after *start* to *end*, looked at one by one."""
    days = [start + DAY * number for number in range(1, (end - start).days + 1)]
    return sum(
        one in calendar.days_worked if one.weekday() >= 5 else one not in calendar.days_off for one in days
    )


@given(calendars(), DAYS, DAYS)
def test_counted_day_by_day(calendar, start, end):
    """
    The number of working days is that of looking at each day.
    """
    assert plainly(calendar, start, end) == calendar.working_days(start, end)


@given(calendars(), DAYS, DAYS)
def test_counts_add_up(calendar, start, end):
    """
    Every covered day is worked or not, and the working days of a span are those of its parts.
    """
    middle = start + (end - start) // 2
    if start <= end:
        parts = calendar.working_days(start, middle) + calendar.working_days(middle, end)

        assert parts == calendar.working_days(start, end)


@given(calendars(), DAYS, st.integers(1, 60))
def test_found_and_counted_agree(calendar, start, number):
    """
    Up to the working day number n there are n working days, and it is worked.
    """
    found = calendar.working_day_after(start, number)
    if found is not None:
        assert (number, True) == (calendar.working_days(start, found), calendar.is_worked(found))
    else:
        assert plainly(calendar, start, LAST) < number


@given(calendars(), DAYS, DAYS, st.integers(1, 40), st.sampled_from(list(Counting)))
def test_later_stays_later(calendar, one, other, number, counting):
    """
    A deadline that begins later never ends earlier.
    """
    first, second = sorted((one, other))
    ends = [last_day(start, number, counting, calendar) for start in (first, second)]

    assert ends[1] is None or (ends[0] is not None and ends[0] <= ends[1])


@given(calendars(), DAYS, st.integers(1, 40), st.sampled_from([Counting.WORKING, Counting.CALENDAR]))
def test_more_days_end_later(calendar, start, number, counting):
    """
    One more day never ends earlier, and working days never end before as many days.
    """
    ends = [last_day(start, n, counting, calendar) for n in (number, number + 1)]
    plain = last_day(start, number, Counting.CALENDAR, calendar)

    assert ends[1] is None or ends[0] <= ends[1]
    assert ends[0] is None or plain is None or plain <= ends[0]


@given(calendars(), DAYS, DAYS, st.sampled_from(list(Counting)))
def test_late_is_late(calendar, due, done, counting):
    """
    Whoever acts after the last day is late by a day at least, and nobody else is; lateness never passes the days between.
    """
    late = days_after(due, done, counting, calendar)

    assert (done > due) is (late > 0)
    assert late <= max(0, (done - due).days)
