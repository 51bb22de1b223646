"""Policies one after another."""

from __future__ import annotations

import datetime as dt

import pytest

from thidua_rules.errors import PolicyError
from thidua_rules.periods import Period
from thidua_rules.policies.timeline import Span, Timeline

OLD = Span("cu", Period(dt.date(2014, 6, 1), dt.date(2023, 12, 31)))
NEW = Span("moi", Period(dt.date(2024, 1, 1), dt.date(2025, 6, 30)))
LINE = Timeline("luat", (NEW, OLD))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2014, 6, 1), "cu"),
        (dt.date(2023, 12, 31), "cu"),
        (dt.date(2024, 1, 1), "moi"),
        (dt.date(2025, 6, 30), "moi"),
    ],
)
def test_on(day, expected):
    """
    The first and the last day of a span belong to it; the order of the spans does not matter.
    """
    assert expected == LINE.on(day)


@pytest.mark.parametrize("day", [dt.date(2014, 5, 31), dt.date(2025, 7, 1)])
def test_outside(day):
    """
    A day on which nothing is in force is an error that names what is known.
    """
    with pytest.raises(PolicyError, match=r"expected a day within .*2014-06-01 to 2023-12-31, got"):
        LINE.on(day)


def test_overlap():
    """
    Two policies in force on one day are an error that names both.
    """
    late = Span("muon", Period(dt.date(2023, 12, 31), dt.date(2024, 12, 31)))

    with pytest.raises(PolicyError, match="'cu' and 'muon' overlap"):
        Timeline("luat", (late, OLD))
