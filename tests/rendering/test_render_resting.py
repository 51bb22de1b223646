"""What an explanation says is not confirmed: provisions, figures, the quota and the keys of the ranking."""

from __future__ import annotations

import attrs
import pytest

from tests.worlds import without_dossiers
from thidua_rules import evaluate, load_policy, load_roster
from thidua_rules.rendering.outcomes import resting_on

POLICY = load_policy("xuan_son_2022")


@pytest.fixture(scope="module")
def outcome():
    """One official under the title that has a quota, among a few others."""
    whole = load_roster("examples/xuan_son_2022/roster.json")
    kept = tuple(
        without_dossiers(one)
        for one in whole.subjects
        if one.id in {"xa-xuan-lam", "khoi-ubnd"} or one.unit == "khoi-ubnd"
    )
    small = attrs.evolve(whole, subjects=kept, decisions=())
    return evaluate(POLICY, small, awards=("chien_si_thi_dua_co_so",)).outcome(
        "cb-07", "chien_si_thi_dua_co_so"
    )


def names(outcome):
    """The ids of what it rests on."""
    return {one.id for one in resting_on(outcome, POLICY)}


@pytest.mark.parametrize(
    "name",
    ["sang_kien_hoac_de_tai", "quota", "diem_binh_xet", "lam_tron_cstdcs", "ty_le_cstdcs", "han_dang_ky"],
)
def test_named(outcome, name):
    """
    A provision, the quota, a ranking key, the rounding, the rate and a figure that a condition reads are all named.
    """
    assert name in names(outcome)


def test_not_named(outcome):
    """
    A figure that nothing read is not.
    """
    assert "nguong_gdvh_thi_xa" not in names(outcome)


def test_confirmed_is_not_listed(outcome):
    """
    The explanation lists only what is not confirmed.
    """
    text = outcome.explain("vi").split("Điều khoản chưa được xác nhận")[1]

    assert "Cách làm tròn số Chiến sĩ thi đua cơ sở" in text
    assert "Có đăng ký tham gia thi đua [" not in text
