"""What the law says of persons, forces, forms and ratings beyond single cases: marks, money, who is considered at all."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from thidua_rules import Status, evaluate, load_policy, load_roster
from thidua_rules.awards import Form
from thidua_rules.citations import Standing
from thidua_rules.criteria import Clause
from thidua_rules.facts import SubjectKind
from thidua_rules.subjects import Decision, DecisionState
from thidua_rules.values import FrozenMap

ROSTER = Path(__file__).resolve().parents[2] / "examples" / "xuan_son_2022" / "roster.json"
POLICY = load_policy("xuan_son_2022")
LAW = load_policy("phap_luat_2003")
LDTT, CSTDCS = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"
TINH, TOAN_QUOC = "chien_si_thi_dua_cap_tinh", "chien_si_thi_dua_toan_quoc"
XA, BK_TINH, BK_TT = "giay_khen_chu_tich_ubnd_xa", "bang_khen_cap_tinh", "bang_khen_thu_tuong"
ORDERS = tuple(f"huan_chuong_lao_dong_{one}" for one in ("ba", "nhi", "nhat"))
RATINGS = tuple(f"xep_loai_{one}" for one in ("htxsnv", "httnv", "htnv", "khtnv"))
NEW = (
    TINH,
    TOAN_QUOC,
    BK_TINH,
    BK_TT,
    *ORDERS,
    *RATINGS,
    "chien_si_tien_tien",
    "chien_si_thi_dua_co_so_llvt",
)
C, M, P = Standing.CONFIRMED, Standing.UNCONFIRMED, Standing.ASSUMED


@pytest.fixture(scope="module")
def roster():
    """The example without its households."""
    whole = load_roster(ROSTER)
    return attrs.evolve(
        whole, subjects=tuple(one for one in whole.subjects if one.kind is not SubjectKind.HO_GIA_DINH)
    )


@pytest.fixture(scope="module")
def evaluation(roster):
    """The example under the shipped policy."""
    return evaluate(POLICY, roster)


def of(evaluation, award):
    """The outcomes under *award*."""
    return [one for one in evaluation.outcomes if one.award.id == award]


def given(roster, subject, *awards):
    """The roster with decisions that give *awards* to *subject*."""
    day = dt.date(2022, 12, 20)
    new = tuple(Decision(award, subject, DecisionState.HIEU_LUC, day) for award in awards)
    return attrs.evolve(roster, decisions=(*roster.decisions, *new))


def proposed(roster, subject, award):
    """The roster with a proposal of *award* for *subject*."""
    one = roster.subject(subject)
    row = FrozenMap({"danh_hieu": award, "ngay": dt.date(2022, 12, 12), "dong_y": True, "thanh_tich": "tt"})
    rows = (*one.records["de_nghi_khen_thuong"], row)
    return roster.with_subject(
        attrs.evolve(one, records=FrozenMap({**one.records, "de_nghi_khen_thuong": rows}))
    )


class TestWhoIsConsidered:
    @pytest.mark.parametrize("award", NEW)
    def test_nobody_unnamed(self, evaluation, award):
        """
        In the example only the one person proposed to the city is considered for any of these.
        """
        expected = {"cb-08"} if award == BK_TINH else set()

        assert expected == {one.subject.id for one in of(evaluation, award)}

    @pytest.mark.parametrize("award", [TINH, TOAN_QUOC, BK_TT, *ORDERS])
    def test_once_named(self, roster, award):
        """
        Whoever is proposed is considered, with what is missing named.
        """
        (outcome,) = of(evaluate(POLICY, proposed(roster, "cb-07", award), awards=[award]), award)

        assert "cb-07" == outcome.subject.id
        assert Status.RECOMMENDED is not outcome.status

    @pytest.mark.parametrize("award", [*ORDERS, "chien_si_tien_tien", "chien_si_thi_dua_co_so_llvt"])
    def test_only_followed(self, award):
        """
        The commune follows orders and the titles of the forces, and proposes none of them.
        """
        assert LAW.award(award).tracked

    def test_ratings_are_no_titles(self):
        """
        The four ratings are ratings, and bring no money.
        """
        assert {(Form.XEP_LOAI, None)} == {(LAW.award(one).form, LAW.award(one).bonus) for one in RATINGS}

    def test_ratings_worked_out(self, roster):
        """
        Where ratings are worked out, every official is considered under each, and nobody else.
        """
        policy = POLICY.with_parameter("nguon_xep_loai", "tinh_tu_tieu_chi")
        found = {one.subject.id[:2] for one in evaluate(policy, roster, awards=RATINGS).outcomes}

        assert {"cb"} == found


class TestMoney:
    def test_highest_title_alone(self, roster):
        """
        Of two titles for one year only the higher bonus is paid.
        """
        found = evaluate(POLICY, given(roster, "cb-07", LDTT, CSTDCS))
        paid = {award: found.outcome("cb-07", award).bonus.paid for award in (LDTT, CSTDCS)}

        assert {LDTT: False, CSTDCS: True} == paid

    def test_other_years_beside(self, roster):
        """
        A title for three years is paid beside that of the year.
        """
        named = proposed(roster, "cb-07", TINH)
        found = evaluate(POLICY, given(named, "cb-07", LDTT, CSTDCS, TINH))
        paid = {award: found.outcome("cb-07", award).bonus.paid for award in (LDTT, CSTDCS, TINH)}

        assert {LDTT: False, CSTDCS: True, TINH: True} == paid

    def test_title_and_form(self, roster):
        """
        A title and a form are both paid.
        """
        found = evaluate(POLICY, given(roster, "cb-08", CSTDCS, BK_TINH))
        paid = {award: found.outcome("cb-08", award).bonus.paid for award in (CSTDCS, BK_TINH)}

        assert {CSTDCS: True, BK_TINH: True} == paid

    @pytest.mark.parametrize(
        "ladder",
        [
            ("he_so_ldtt", "he_so_cstdcs", "he_so_cstd_tinh", "he_so_cstd_toan_quoc"),
            (
                "he_so_giay_khen_xa_ca_nhan",
                "he_so_giay_khen_huyen_ca_nhan",
                "he_so_bk_tinh_ca_nhan",
                "he_so_bk_thu_tuong_ca_nhan",
                "he_so_hc_ba_ca_nhan",
                "he_so_hc_nhi_ca_nhan",
                "he_so_hc_nhat_ca_nhan",
            ),
        ],
    )
    def test_higher_is_more(self, ladder):
        """
        A higher title or form has a higher multiple.
        """
        values = [LAW.parameters[name].values[-1].value for name in ladder]

        assert sorted(set(values)) == values

    @pytest.mark.parametrize(
        "name", ["giay_khen_xa", "giay_khen_huyen", "bk_tinh", "bk_thu_tuong", "hc_ba", "hc_nhi", "hc_nhat"]
    )
    def test_collectives_twice(self, name):
        """
        Of one form a collective's multiple is twice a person's.
        """
        person, collective = (
            LAW.parameters[f"he_so_{name}_{kind}"].values[-1].value for kind in ("ca_nhan", "tap_the")
        )

        assert Decimal(2) * person == collective


MARKS = {
    TINH: {
        "ba_nam_cstdcs": M,
        "sang_kien_anh_huong_tinh": P,
        "dang_ky_thi_dua": C,
        "phieu_kin_90": C,
        "khong_bi_ky_luat": M,
        "vu_viec_ket_thuc_sau_han": P,
    },
    TOAN_QUOC: {
        "hai_lan_cstd_tinh": P,
        "trinh_nam_lien_ke": P,
        "sang_kien_anh_huong_toan_quoc": P,
        "phieu_kin_90": C,
        "lay_y_kien_nhan_dan": C,
    },
    BK_TINH: {
        "guong_mau_chap_hanh": M,
        "mot_trong_cac_tieu_chuan": M,
        "ho_dong_gop_lon": M,
        "nghia_vu_nop_thue": P,
    },
    BK_TT: {
        "mot_trong_cac_tieu_chuan": C,
        "sau_bang_khen_cap_tinh": M,
        "tieu_chuan_rieng": M,
        "mot_nam_mot_hinh_thuc_nha_nuoc": P,
    },
    ORDERS[0]: {"ca_nhan_nam_nam_xuat_sac": M, "tap_the_nam_nam_xuat_sac": M},
    ORDERS[1]: {"dat_tieu_chuan": M},
    RATINGS[0]: {"vuot_muc": M, "don_vi_phu_trach": M, "du_thoi_gian_lam_viec": C},
    "chien_si_tien_tien": {"tieu_chuan_cstt": C, "hoan_thanh_tot_nhiem_vu": P, "biet_phai": M},
}
"""The weakest mark of the lines that each provision rests on."""


@pytest.mark.parametrize("award", MARKS)
def test_marks(award):
    """
    No provision stands as better confirmed than the weakest mark that its lines carry.
    """
    criteria = LAW.award(award).criteria()
    found = {one.id: one.standing for part in criteria for one in part.walk() if isinstance(one, Clause)}

    assert MARKS[award] == {name: found[name] for name in MARKS[award]}


@pytest.mark.parametrize(
    ("name", "standing"),
    [
        ("ty_le_phieu_cstd", C),
        ("so_nam_cstdcs_lien_tuc", C),
        ("hieu_luc_sang_kien_tinh", P),
        ("dut_chuoi_do_thai_san", P),
        ("so_sang_kien_bk_tinh", M),
        ("so_sang_kien_bk_thu_tuong", C),
        ("so_nam_htxsnv_hc_ba", M),
        ("he_so_bk_tinh_ca_nhan", C),
        ("he_so_bk_tinh_tap_the", M),
        ("he_so_bk_tinh_ho", P),
        ("he_so_hc_ba_ca_nhan", M),
        ("tran_htxs", M),
        ("ty_le_vuot_muc_htxsnv", M),
        ("so_ngay_khen_dot_xuat", P),
    ],
)
def test_marks_of_numbers(name, standing):
    """
    No number stands as better confirmed than its mark.
    """
    assert standing is LAW.parameters[name].standing
