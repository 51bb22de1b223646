"""Citations and the instruments that they name."""

from __future__ import annotations

import datetime as dt

import pytest

from thidua_rules.citations import Citation, Instrument
from thidua_rules.errors import PolicyError
from thidua_rules.periods import Period


@pytest.mark.parametrize(
    "text", ["luat", "luat/10", "nd_91_2017/10/4", "luat_tdkt_2003/10/1/đ", "ke_hoach/I.2"]
)
def test_round_trip(text):
    """
    A citation is written as it was read.
    """
    assert text == str(Citation.parse(text))


def test_parts():
    """
    Instrument, article, clause and point are told apart.
    """
    assert Citation("nd_91_2017", "10", "4", "a") == Citation.parse("nd_91_2017/10/4/a")


@pytest.mark.parametrize("text", ["", "/", "luat//1", "luat/1/2/3/4", "luat/một hai", "luat/" + "1" * 61])
def test_not_a_citation(text):
    """
    Anything else is refused, with an example of what is expected.
    """
    with pytest.raises(PolicyError, match="expected a citation such as 'nd_91_2017/10/4'"):
        Citation.parse(text)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (None, None, True),
        (dt.date(2022, 12, 31), dt.date(2022, 12, 31), True),
        (dt.date(2023, 1, 1), None, False),
        (None, dt.date(2022, 12, 30), False),
    ],
)
def test_covers(start, end, expected):
    """
    The last day of the period decides whether an instrument was in force.
    """
    instrument = Instrument("luat", "Luật", "Law", start, end)

    assert expected is instrument.covers(Period.year(2022))


def test_short_names():
    """
    The short name stands in for the title only where it is given.
    """
    named = Instrument(
        "nd", "Nghị định 91/2017/NĐ-CP", "Decree 91/2017/NĐ-CP", short_vi="NĐ 91", short_en="D 91"
    )
    plain = Instrument("nd", "Nghị định", "Decree")

    assert ["NĐ 91", "D 91"] == [named.cited(lang) for lang in ("vi", "en")]
    assert ["Nghị định", "Decree"] == [plain.cited(lang) for lang in ("vi", "en")]
