"""Days, years and the periods between them."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Self

import attrs

from thidua_rules.errors import PolicyError


@attrs.frozen
class Period:
    """
    From one day to another, both included.

    Raises:
        PolicyError: The last day is before the first.
    """

    start: dt.date
    end: dt.date

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise PolicyError.one("period", f"expected an end from {self.start} on, got {self.end}")

    @classmethod
    def year(cls, year: int) -> Self:
        """The calendar year *year*."""
        return cls(dt.date(year, 1, 1), dt.date(year, 12, 31))

    def __contains__(self, day: dt.date) -> bool:
        return self.start <= day <= self.end


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day *months* later, or the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def full_months(start: dt.date, end: dt.date) -> int:
    """
    How many whole months lie from *start* to the end of the day *end*.

    The last day counts, so 2022-03-01 to 2022-12-31 are ten months. A start after the end gives a
    negative number or zero.
    """
    after = end + dt.timedelta(days=1) if end < dt.date.max else end
    months = (after.year - start.year) * 12 + after.month - start.month
    if add_months(start, months) > after:
        months -= 1
    return months
