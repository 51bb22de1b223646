"""Days, periods and whole months."""

from __future__ import annotations

import datetime as dt

import pytest

from thidua_rules.errors import PolicyError
from thidua_rules.periods import Period, add_months, full_months

D = dt.date


def test_both_ends_belong():
    """
    The first and the last day lie in the period, the days around it do not.
    """
    year = Period.year(2022)
    days = (D(2021, 12, 31), D(2022, 1, 1), D(2022, 12, 31), D(2023, 1, 1))

    assert [False, True, True, False] == [day in year for day in days]


def test_one_day():
    """
    A period may be one day.
    """
    assert D(2022, 5, 5) in Period(D(2022, 5, 5), D(2022, 5, 5))


def test_end_before_start():
    """
    A period that ends before it begins is an error that names both days.
    """
    with pytest.raises(PolicyError, match="expected an end from 2022-05-05 on, got 2022-05-04"):
        Period(D(2022, 5, 5), D(2022, 5, 4))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (D(2022, 1, 31), 1, D(2022, 2, 28)),
        (D(2024, 1, 31), 1, D(2024, 2, 29)),
        (D(2022, 11, 15), 2, D(2023, 1, 15)),
        (D(2022, 3, 31), -1, D(2022, 2, 28)),
        (D(2022, 3, 31), 0, D(2022, 3, 31)),
    ],
)
def test_add_months(day, months, expected):
    """
    The same day some months later, or the last day of a month that has no such day.
    """
    assert expected == add_months(day, months)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (D(2022, 3, 1), D(2022, 12, 31), 10),
        (D(2022, 3, 2), D(2022, 12, 31), 9),
        (D(2022, 1, 1), D(2022, 1, 30), 0),
        (D(2022, 1, 1), D(2022, 1, 31), 1),
        (D(2023, 2, 1), D(2022, 12, 31), -1),
        (D(2022, 1, 1), dt.date.max, 95735),
    ],
)
def test_full_months(start, end, expected):
    """
    The last day counts; a month that lacks a day is not whole.
    """
    assert expected == full_months(start, end)
