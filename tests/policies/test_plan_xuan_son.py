"""The plan of Xuân Sơn is encoded whole: targets, movements, phases, duties, gate, and what is wrong with its text."""

from __future__ import annotations

import datetime as dt

import pytest

from thidua_rules import load_policy
from thidua_rules.citations import Standing
from thidua_rules.policies.obligations import Direction
from thidua_rules.review import review_policy

POLICY = load_policy("xuan_son_2022")
PLAN = POLICY.layers[-1]


def test_targets():
    """
    There are nine targets of the first bullet, one of the fourth, and two of the fifth.
    """
    assert [*(f"CT-1.{n}" for n in range(1, 10)), "CT-4", "CT-5", "CT-5.1"] == [
        one.id for one in PLAN.targets
    ]


def test_only_cases_are_to_be_few():
    """
    Every target is to be reached or passed, but cases of discipline are to be no more than assigned.
    """
    assert ["CT-4"] == [one.id for one in PLAN.targets if one.direction is Direction.AT_MOST]


def test_no_target_has_a_figure():
    """
    The plan gives no figure: they are roster data.
    """
    assert {None} == {one.assigned for one in PLAN.targets}


def test_movements():
    """
    There are eleven movements of the second bullet and two of the third.
    """
    assert [*(f"PT-{n:02}" for n in range(1, 12)), "CT-3.1", "CT-3.2"] == [one.id for one in PLAN.movements]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("giai_doan_1_tu", dt.date(2022, 1, 1)),
        ("giai_doan_1_den", dt.date(2022, 6, 30)),
        ("giai_doan_2_tu", dt.date(2022, 7, 1)),
        ("giai_doan_2_den", dt.date(2022, 12, 31)),
    ],
)
def test_phases(name, day):
    """
    The two phases are the plan's own days.
    """
    spec = POLICY.parameters[name]

    assert (day, Standing.CONFIRMED) == (spec.on(day), spec.standing)


@pytest.mark.parametrize(
    "name",
    [
        *("gui_noi_nhan", "lap_chi_tieu_rieng", "dang_ky", "tong_hop_dang_ky"),
        *(
            "so_ket_bao_cao",
            "so_ket_hoi_nghi",
            "tu_cham_diem",
            "cham_cheo",
            "binh_xet",
            "tong_ket",
            "bao_cao",
        ),
        *("III.0", "III.1", "III.2", "III.3", "III.5"),
        *("chu_de_tuyen_truyen_giai_doan_1", "chu_de_tuyen_truyen_giai_doan_2"),
        *("tin_bai_giai_doan_1", "tin_bai_giai_doan_2", "phoi_hop_tong_ket"),
        *("kiem_tra_giai_doan_1", "kiem_tra_giai_doan_2", "xep_loai_truoc_binh_xet"),
    ],
)
def test_duties(name):
    """
    Every step of II.4, every duty of III and the distribution list is a demand on somebody.
    """
    assert [name] == [one.id for one in PLAN.obligations if one.id == name]


def test_rating_before_titles():
    """
    The rating is due before the review of titles.
    """
    due = {one.id: POLICY.parameters[one.due].on(dt.date(2022, 12, 31)) for one in PLAN.obligations}

    assert due["xep_loai_truoc_binh_xet"] < due["binh_xet"] <= due["tong_ket"]


@pytest.mark.parametrize("award", ["lao_dong_tien_tien", "tap_the_lao_dong_xuat_sac"])
def test_gate(award):
    """
    The gate of I.2 and the scope of II.2 stand beside the law's conditions.
    """
    own = {one.id for one in POLICY.award(award).eligibility} - {
        one.id for one in load_policy("phap_luat_2003").award(award).eligibility
    }

    assert {"dang_ky_dau_nam", "de_nghi_cua_co_quan_cum", "pham_vi_ke_hoach"} == own


@pytest.mark.parametrize(
    ("code", "place"),
    [
        ("so_dai_hoi_khong_nhat_quan", "provisions.mo_dau.2"),
        ("hai_ten_phong_trao", "provisions.mo_dau.4"),
        ("pham_vi_hep_hon_doi_tuong", "additions"),
        ("khong_co_chi_tieu_so", "targets.CT-1.1"),
        ("khong_co_thoi_han", "obligations.dang_ky"),
        ("khong_co_thoi_han", "obligations.so_ket_hoi_nghi"),
        ("ngoac_kep_khong_dong", "provisions.II.3.b"),
        ("liet_ke_lech_cap", "provisions.II.4.c"),
        ("khong_co_khau_hieu", "provisions.tieu_de"),
    ],
)
def test_defects(code, place):
    """
    A review finds each defect of the plan's text, at its place.
    """
    paths = {one.path for one in review_policy(POLICY).with_code(code)}

    assert f"layers.{PLAN.id}.{place}" in paths


def test_scope_in_words():
    """
    The remark on the scope names kinds of unit as people call them.
    """
    (remark,) = review_policy(POLICY).with_code("pham_vi_hep_hon_doi_tuong")

    assert "Khối cơ quan" in remark.message("vi")
    assert "mass organisation, village, residential group" in remark.message("en")
