"""Layers and the dated numbers that they bring."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from tests.worlds import CITE, policy
from thidua_rules.periods import Period
from thidua_rules.policies.layers import Dated, ParameterSpec

SALARY = ParameterSpec(
    id="luong",
    label_vi="lương",
    label_en="salary",
    values=(
        Dated(value=3, valid_from=dt.date(2023, 7, 1)),
        Dated(value=1, valid_to=dt.date(2019, 6, 30)),
        Dated(value=2, valid_from=dt.date(2019, 7, 1)),
    ),
    citation=CITE,
)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (dt.date(2019, 6, 30), 1),
        (dt.date(2019, 7, 1), 2),
        (dt.date(2023, 6, 30), 2),
        (dt.date(2023, 7, 1), 3),
    ],
)
def test_value_on_a_day(day, expected):
    """
    Both days of a span belong to it; of several values that hold, the one that began last counts.
    """
    assert expected == SALARY.on(day)


def test_no_value():
    """
    A day without a value has none.
    """
    assert attrs.evolve(SALARY, values=SALARY.values[:1]).on(dt.date(2023, 6, 30)) is None


def test_label():
    """
    A parameter is labelled in both languages.
    """
    assert ["lương", "salary"] == [SALARY.label(lang) for lang in ("vi", "en")]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, True),
        (dt.date(2022, 12, 31), None, True),
        (dt.date(2023, 1, 1), None, False),
        (None, dt.date(2022, 12, 31), True),
        (None, dt.date(2022, 12, 30), False),
    ],
)
def test_layer_in_force(start, end, expected):
    """
    A layer is in force from its first to its last day, both included.
    """
    layer = attrs.evolve(policy().layers[0], valid_from=start, valid_to=end)

    assert expected is layer.in_force_on(Period.year(2022).end)
