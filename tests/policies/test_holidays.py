"""The shipped calendar: the days of the library that it was written from, and those that people remember."""

from __future__ import annotations

import datetime as dt
import importlib.util
import sys
from pathlib import Path

import attrs
import pytest

from thidua_rules.policies.catalogue.lich_nghi_le import CALENDAR
from thidua_rules.serialization import load_policy

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def maker():
    """The script that writes the calendar; the library ``holidays`` is no part of the core."""
    pytest.importorskip("holidays")
    spec = importlib.util.spec_from_file_location("make_calendar", ROOT / "docs" / "make_calendar.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_equal_to_the_library(maker):
    """
    Every day off and every swapped day is the library's, no more and no fewer.
    """
    assert (tuple(maker.days_off()), maker.days_worked()) == (CALENDAR.days_off, CALENDAR.days_worked)


def test_equal_to_what_the_script_writes(maker):
    """
    The module is what the script writes.
    """
    assert maker.module() == maker.PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("when", "worked"),
    [
        ("2022-01-28", True),
        ("2022-01-31", False),
        ("2022-02-04", False),
        ("2022-02-07", True),
        ("2022-04-11", False),
        ("2022-05-03", False),
        ("2020-09-03", True),
        ("2021-09-03", False),
        ("2022-09-01", False),
        ("2024-04-29", False),
        ("2024-05-04", True),
        ("2017-12-29", None),
        ("2027-01-04", None),
    ],
)
def test_known_days(when, worked):
    """
    Tết and days in lieu of 2022, the second day of 2 September since 2021, a swapped Saturday, and what is not covered.
    """
    assert worked is CALENDAR.is_worked(dt.date.fromisoformat(when))


def test_part_of_the_policy():
    """
    The calendar is part of the policy that it is counted with, and so of its hash.
    """
    policy = load_policy("xuan_son_2022")
    law = policy.layers[0]
    other = attrs.evolve(law, calendar=attrs.evolve(CALENDAR, days_off=CALENDAR.days_off[1:]))
    changed = attrs.evolve(policy, layers=(other, *policy.layers[1:]))

    assert CALENDAR == policy.calendar
    assert policy.content_hash != changed.content_hash


def test_the_library_is_not_needed():
    """
    Nothing in the package imports it.
    """
    files = (ROOT / "thidua_rules").rglob("*.py")

    assert [] == [one for one in files if "import holidays" in one.read_text(encoding="utf-8")]
