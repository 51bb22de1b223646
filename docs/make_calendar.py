"""
Writes ``thidua_rules/policies/catalogue/lich_nghi_le.py``: the days off of Vietnam, as the library ``holidays`` knows them.

Run it after that library learnt of another year; a test fails while the module and the library differ. What the library
does not know is not guessed: a year beyond ``LAST_YEAR`` stays outside the calendar.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

import holidays

FIRST_YEAR, LAST_YEAR = 2018, 2026
PAGE = Path(__file__).resolve().parent.parent / "thidua_rules" / "policies" / "catalogue" / "lich_nghi_le.py"
_SATURDAY = 5

HEAD = '''"""
The public holidays of Vietnam, {first} to {last}, with the days off in lieu and the working days that were swapped. Data only.

This module is written by ``docs/make_calendar.py`` from the library ``holidays``, which reads articles 115 (2012) and 112
(2019) of the Labour Code and the yearly announcements; a test fails where the two differ.
The library lists swapped working days for {swapped}.
For {others} it lists none; whether there were any was not confronted with an announcement.
How days are counted (articles 147 and 148 of the Civil Code of 2015) is from memory.
"""

from __future__ import annotations

import datetime as dt

from thidua_rules.calendars import Calendar, CountingRule
from thidua_rules.citations import Citation, Instrument, Standing

INSTRUMENTS = (
    Instrument(
        "blds_2015",
        "Bộ luật Dân sự 2015",
        "Civil Code 2015",
        dt.date(2017, 1, 1),
    ),
    Instrument(
        "lich_nghi_le",
        "Lịch nghỉ lễ, tết hằng năm theo Bộ luật Lao động và thông báo của cơ quan có thẩm quyền",
        "The yearly public holidays under the Labour Code and the announcements",
        short_vi="Lịch nghỉ lễ, tết",
        short_en="public holidays",
    ),
)

CALENDAR = Calendar(
    id="lich_nghi_le",
    label_vi="Ngày làm việc của cơ quan nhà nước, {first}–{last}",
    label_en="Working days of public offices, {first}–{last}",
    first=dt.date({first}, 1, 1),
    last=dt.date({last}, 12, 31),
    days_off=(
{off}
    ),
    days_worked=(
{worked}
    ),
    rule=CountingRule(citation=Citation("blds_2015", "148", "5"), standing=Standing.UNCONFIRMED),
    citation=Citation("lich_nghi_le"),
    standing=Standing.SECONDARY,
)
'''


def known() -> holidays.HolidayBase:
    """The years that are written, as the library knows them."""
    return holidays.country_holidays("VN", years=range(FIRST_YEAR, LAST_YEAR + 1), language="vi")


def days_off() -> dict[dt.date, str]:
    """The days from Monday to Friday that are off, with their names."""
    return {
        day: name
        for day, name in sorted(known().items())
        if day.weekday() < _SATURDAY and FIRST_YEAR <= day.year <= LAST_YEAR
    }


def days_worked() -> tuple[dt.date, ...]:
    """The Saturdays and Sundays that are worked in exchange."""
    return tuple(day for day in sorted(known().weekend_workdays) if FIRST_YEAR <= day.year <= LAST_YEAR)


def listed(years: Iterable[int]) -> str:
    """*years* as a list in words."""
    *first, last = map(str, sorted(set(years)))
    return f"{', '.join(first)} and {last}" if first else last


def _row(day: dt.date, name: str) -> str:
    return f"        dt.date({day.year}, {day.month}, {day.day}),  # {name}"


def module() -> str:
    """The whole module."""
    off = days_off()
    swapped = {day.year for day, name in off.items() if "thay cho" in name}
    others = set(range(FIRST_YEAR, LAST_YEAR + 1)) - swapped
    return HEAD.format(
        first=FIRST_YEAR,
        last=LAST_YEAR,
        swapped=listed(swapped),
        others=listed(others),
        off="\n".join(_row(day, name) for day, name in off.items()),
        worked="\n".join(f"        dt.date({day.year}, {day.month}, {day.day})," for day in days_worked()),
    )


if __name__ == "__main__":
    PAGE.write_text(module(), encoding="utf-8")
