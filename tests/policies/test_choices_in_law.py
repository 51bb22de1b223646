"""Where the sources leave a choice, it is a parameter: its default is what the decision note says, and it can be turned."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from thidua_rules import Status, evaluate, load_policy, load_roster
from thidua_rules.citations import Standing
from thidua_rules.criteria import Clause
from thidua_rules.facts import SubjectKind
from thidua_rules.values import FrozenMap
from thidua_rules.verdicts import MET, UNKNOWN, UNMET

ROSTER = Path(__file__).resolve().parents[2] / "examples" / "xuan_son_2022" / "roster.json"
POLICY = load_policy("xuan_son_2022")
LDTT, CSTDCS = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"
TTLDTT, GDVH, XA = "tap_the_lao_dong_tien_tien", "gia_dinh_van_hoa", "giay_khen_chu_tich_ubnd_xa"
STANDARDS = ("diem_tieu_chuan_1", "diem_tieu_chuan_2", "diem_tieu_chuan_3")


def is_poor_at_63(subject):
    """Whether it is the poor household with 63 points."""
    return [subject.facts.get(name) for name in STANDARDS] == [28, 20, 15]


@pytest.fixture(scope="module")
def roster():
    """The example with one household only, the poor one."""
    whole = load_roster(ROSTER)
    kept = tuple(
        one for one in whole.subjects if one.kind is not SubjectKind.HO_GIA_DINH or is_poor_at_63(one)
    )
    return attrs.evolve(whole, subjects=kept)


def changed(roster, subject, **change):
    """The roster with other facts or records of one subject."""
    one = roster.subject(subject)
    records = {key: value for key, value in change.items() if isinstance(value, tuple)}
    values = {key: value for key, value in change.items() if key not in records}
    return roster.with_subject(
        attrs.evolve(
            one,
            facts=FrozenMap({**dict(one.facts.items()), **values}),
            records=FrozenMap({**dict(one.records.items()), **records}),
        )
    )


def both(roster, award, subject, parameter, value):
    """The status by default, and with another value of the parameter; None where it is not considered."""
    found = []
    for policy in (POLICY, POLICY.with_parameter(parameter, value)):
        outcomes = evaluate(policy, roster, awards=[award]).outcomes
        found.append(
            next((one.status for one in outcomes if (one.award.id, one.subject.id) == (award, subject)), None)
        )
    return found


def rows(*given):
    """Rows of a record."""
    return tuple(FrozenMap(one) for one in given)


class TestChoices:
    @pytest.mark.parametrize(("rounding", "places"), [("floor", 3), ("half_up", 4), ("ceil", 4)])
    def test_rounding_of_places(self, roster, rounding, places):
        """
        10.1: 15 % of 24 is 3.6; by default it is rounded down.
        """
        policy = POLICY.with_parameter("lam_tron_cstdcs", rounding)
        (limit,) = [one for one in evaluate(policy, roster, awards=[CSTDCS]).quotas if one.award == CSTDCS]

        assert places == limit.low

    def test_recruits_in_the_base(self, roster):
        """
        10.2: recruits of under ten months are counted in a collective's base, unless they are left out.
        """
        recruit = changed(roster, "cb-19", ngay_tuyen_dung=dt.date(2022, 6, 1))

        assert [Status.INELIGIBLE, Status.RECOMMENDED] == both(
            recruit, TTLDTT, "khoi-bchqs", "nguoi_moi_tuyen_trong_tap_the", "khong_tinh"
        )

    def test_recruits_shown(self, roster):
        """
        10.2: a finding shows the share without the recruits too.
        """
        finding = evaluate(POLICY, roster, awards=[TTLDTT]).outcome("khoi-ubnd", TTLDTT).finding
        shares = [one for one in finding.walk() if one.kind == "member-share"]

        assert [19, 18] == [dict(one.asked)["base"] for one in shares]

    def test_base_without_days(self, roster):
        """
        10.2: while everybody is counted, a member's missing day of recruitment opens nothing.
        """
        one = roster.subject("cb-18")
        facts = {key: value for key, value in one.facts.items() if key != "ngay_tuyen_dung"}
        open_ = roster.with_subject(attrs.evolve(one, facts=FrozenMap(facts)))
        finding = evaluate(POLICY, open_, awards=[TTLDTT]).outcome("khoi-dang-doan-the", TTLDTT).finding
        (share,) = [one for one in finding.children if one.heading.id == "tren_50_ldtt"]

        assert MET == share.verdict

    def test_rating(self, roster):
        """
        10.3: duties fulfilled are not duties fulfilled well, unless a policy says so.
        """
        rated = changed(roster, "cb-27", xep_loai_chat_luong="HTNV")

        assert [Status.INELIGIBLE, Status.RECOMMENDED] == both(
            rated, LDTT, "cb-27", "xep_loai_thap_nhat_ldtt", "HTNV"
        )

    def test_short_training(self, roster):
        """
        10.4: a short course needs the rules obeyed, not a fair result.
        """
        course = {"so_thang": 3, "chap_hanh": True, "ket_qua": "trung_binh"}
        sent = changed(roster, "cb-15", dao_tao=rows(course))

        assert [Status.RECOMMENDED, Status.INELIGIBLE] == both(
            sent, LDTT, "cb-15", "thang_dao_tao_can_ket_qua_kha", 0
        )

    def test_registration_for_a_lower_title(self, roster):
        """
        10.5: who registered only for the lower title is left to a person, unless that is enough.
        """
        able = changed(roster, "cb-01", sang_kien=roster.subject("cb-07").records["sang_kien"])

        assert [Status.UNDETERMINED, Status.RECOMMENDED] == both(
            able, CSTDCS, "cb-01", "dang_ky_danh_hieu_thap_hon", "du"
        )

    def test_registration_for_a_higher_title(self, roster):
        """
        10.5: registration for the higher title opens the lower one.
        """
        higher = {"danh_hieu": CSTDCS, "ngay": dt.date(2022, 2, 15), "chap_nhan": True}
        only = changed(roster, "cb-07", dang_ky_thi_dua=rows(higher))

        assert Status.RECOMMENDED == evaluate(POLICY, only, awards=[LDTT]).outcome("cb-07", LDTT).status

    def test_initiative(self, roster):
        """
        10.6: an initiative that the commune alone recognised is left to a person, unless the commune is enough.
        """
        assert [Status.UNDETERMINED, Status.OVER_QUOTA] == both(
            roster, CSTDCS, "cb-11", "cap_cong_nhan_sang_kien", "xa"
        )

    @pytest.mark.parametrize(("rounding", "amount"), [("ceil", 230_000), ("half_up", 220_000)])
    def test_money(self, roster, rounding, amount):
        """
        10.7: 223,500 đồng are rounded up to tens of thousands.
        """
        policy = POLICY.with_parameter("cach_lam_tron_tien", rounding)

        assert amount == evaluate(policy, roster, awards=[XA]).outcome("nd-01", XA).bonus.amount

    @pytest.mark.parametrize(("award", "name"), [("thon_van_hoa", "nguong_kdcvh_thi_xa")])
    def test_town(self, roster, award, name):
        """
        10.11: a town of a central city needs the points of its districts, unless it is read as elsewhere.
        """
        village = changed(roster, "th-01", diem_tieu_chuan_khu_4=Decimal(20))

        assert [Status.INELIGIBLE, Status.RECOMMENDED] == both(village, award, "th-01", name, 80)

    def test_poor_household(self, roster):
        """
        10.12: a poor household needs 60 points in every area, unless it is held to the area's own.
        """
        (poor,) = [one.id for one in roster.subjects if one.kind is SubjectKind.HO_GIA_DINH]

        assert [Status.RECOMMENDED, Status.INELIGIBLE] == both(roster, GDVH, poor, "nguong_gdvh_ho_ngheo", 90)

    def test_militia(self, roster):
        """
        10.13: the militia is considered in the commune, unless it goes the way of the forces.
        """
        assert [Status.INELIGIBLE, None] == both(
            roster, LDTT, "dq-01", "doi_tuong_xet_theo_tuyen_luc_luong", "dan_quan"
        )

    def test_part_time_posts(self, roster):
        """
        Part-time post holders are judged by their rating, unless they are judged as other workers.
        """
        assert [Status.RECOMMENDED, Status.UNDETERMINED] == both(
            roster, LDTT, "cb-33", "doi_tuong_xet_nhu_cong_chuc", "vien_chuc"
        )

    def test_party_discipline(self, roster):
        """
        10.16: a reprimand by the Party alone counts, unless it is passed over.
        """
        assert [Status.INELIGIBLE, Status.RECOMMENDED] == both(
            roster, LDTT, "cb-19", "ky_luat_dang", "khong_tinh"
        )

    def test_administrative_discipline(self, roster):
        """
        10.16: passing over the Party's disciplines passes over no other.
        """
        policy = POLICY.with_parameter("ky_luat_dang", "khong_tinh")
        finding = evaluate(policy, roster, awards=[LDTT]).outcome("cb-18", LDTT)

        assert "khong_bi_ky_luat" in {one.heading.id for one in finding.decisive}

    def test_body_not_filed(self, roster):
        """
        10.16: while every body's discipline counts, it does not matter by whom it was.
        """
        row = {"ngay": dt.date(2022, 6, 20), "hinh_thuc": "khien_trach"}
        unknown = changed(roster, "cb-19", hinh_thuc_ky_luat=rows(row))

        assert Status.INELIGIBLE == evaluate(POLICY, unknown, awards=[LDTT]).outcome("cb-19", LDTT).status

    def test_year_of_discipline(self, roster):
        """
        10.17: the decision's day says to which year a discipline belongs, unless the conduct's counts too.
        """
        row = {
            "ngay": dt.date(2023, 1, 10),
            "ngay_vi_pham": dt.date(2022, 11, 3),
            "hinh_thuc": "khien_trach",
            "co_quan": "chinh_quyen",
        }
        late = changed(roster, "cb-27", hinh_thuc_ky_luat=rows(row))

        assert [Status.RECOMMENDED, Status.INELIGIBLE] == both(
            late, LDTT, "cb-27", "ngay_tinh_ky_luat", "ngay_quyet_dinh_hoac_vi_pham"
        )


class TestGateOfThePlan:
    @pytest.mark.parametrize(
        ("day", "status"),
        [
            (dt.date(2022, 2, 28), Status.RECOMMENDED),
            (dt.date(2022, 3, 1), Status.UNDETERMINED),
            (dt.date(2022, 6, 30), Status.UNDETERMINED),
            (dt.date(2022, 7, 1), Status.INELIGIBLE),
        ],
    )
    def test_start_of_the_year(self, roster, day, status):
        """
        Who registered after the assumed day is left to a person while phase 1 lasts, and has missed it afterwards.
        """
        row = {"danh_hieu": LDTT, "ngay": day, "chap_nhan": True}
        late = changed(roster, "cb-27", dang_ky_thi_dua=rows(row))

        assert status == evaluate(POLICY, late, awards=[LDTT]).outcome("cb-27", LDTT).status


C, S2, M, P = Standing.CONFIRMED, Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED
MARKS = {
    LDTT: {
        "tieu_chuan_ldtt": C,
        "hoan_thanh_tot_nhiem_vu": P,
        "chap_hanh_tham_gia_thi_dua": C,
        "hoc_tap": C,
        "dao_duc_loi_song": C,
        "lao_dong_co_hieu_qua": C,
        "guong_mau": C,
        "dang_ky_thi_dua": C,
        "dang_ky_danh_hieu_cao_hon": P,
        "khong_bi_ky_luat": M,
        "du_thoi_gian_tuyen_dung": M,
        "nong_dan_khong_tuyen_dung": P,
        "thoi_gian_nghi_viec": P,
        "nghi_thai_san_duoc_tinh": C,
        "dieu_tri_vet_thuong_duoc_tinh": C,
        "dao_tao": M,
        "chuyen_cong_tac": M,
        "biet_phai": M,
        "don_vi_xet": M,
        "quyet_dinh_khong_bi_huy": C,
        "hoi_dong_tan_thanh": P,
        "vu_viec_ket_thuc_sau_han": P,
        "tam_hoan": M,
        "vi_pham_trong_nam_chua_tinh": P,
        "quyet_dinh_muon": P,
    },
    CSTDCS: {
        "dat_lao_dong_tien_tien": C,
        "sang_kien_hoac_de_tai": P,
        "dang_ky_thi_dua": C,
        "dang_ky_danh_hieu_cao_hon": P,
        "dang_ky_danh_hieu_thap_hon": P,
        "quyet_dinh_khong_bi_huy": C,
        "hoi_dong_tan_thanh": P,
        "vu_viec_ket_thuc_sau_han": P,
        "tam_hoan": M,
        "quyet_dinh_muon": P,
    },
    TTLDTT: {
        "hoan_thanh_tot": C,
        "phong_trao": C,
        "tren_50_ldtt": P,
        "khong_ky_luat_canh_cao": C,
        "noi_bo_doan_ket": C,
        "dang_ky_thi_dua": C,
        "dang_ky_danh_hieu_cao_hon": P,
        "quyet_dinh_khong_bi_huy": C,
        "hoi_dong_tan_thanh": P,
        "tam_hoan": M,
    },
    "tap_the_lao_dong_xuat_sac": {
        "dat_tap_the_lao_dong_tien_tien": S2,
        "hoan_thanh_xuat_sac": S2,
        "phong_trao": S2,
        "moi_ca_nhan_hoan_thanh": P,
        "tu_70_ldtt": P,
        "co_cstdcs": S2,
        "khong_ky_luat_canh_cao": S2,
        "noi_bo_doan_ket": S2,
        "dang_ky_thi_dua": C,
        "dang_ky_danh_hieu_cao_hon": P,
        "dang_ky_danh_hieu_thap_hon": P,
        "quyet_dinh_khong_bi_huy": C,
        "hoi_dong_tan_thanh": P,
        "tam_hoan": M,
    },
    XA: {
        "duoc_de_nghi": M,
        "dung_thu_tuc": P,
        "dung_thu_tuc_gia_dinh": P,
        "dot_xuat_kip_thoi": P,
        "hoan_thanh_nhiem_vu": M,
        "pham_chat_dao_duc": M,
        "hoc_tap": M,
        "tap_the_hoan_thanh": M,
        "tap_the_doan_ket": M,
        "tap_the_dan_chu_tiet_kiem": M,
        "tap_the_du_che_do": M,
        "ho_guong_mau": P,
        "quyet_dinh_khong_bi_huy": C,
        "hoi_dong_tan_thanh": P,
        "vu_viec_ket_thuc_sau_han": P,
        "tam_hoan": M,
        "quyet_dinh_muon": P,
    },
    "thon_van_hoa": {
        "dang_ky_thi_dua": C,
        "du_diem": C,
        "nguong_thi_xa": P,
        "moi_tieu_chuan_tu_50": P,
        "khong_thuoc_truong_hop_khong_xet": M,
        "du_nguoi_hop": C,
        "du_phieu_dong_y": C,
        "quyet_dinh_khong_bi_huy": C,
        "tam_hoan": M,
    },
}
"""The weakest mark of the lines that each provision rests on."""


def standings(award):
    """The standing of each clause of *award* under the law alone."""
    criteria = load_policy("phap_luat_2003").award(award).criteria()
    return {one.id: one.standing for part in criteria for one in part.walk() if isinstance(one, Clause)}


@pytest.mark.parametrize("award", MARKS)
def test_marks(award):
    """
    No provision stands as better confirmed than the weakest mark that its lines carry.
    """
    assert MARKS[award] == standings(award)


def test_marks_of_families():
    """
    The seven cases were seen without the number of their article; the share of a standard rests on an assumed split.
    """
    found = standings(GDVH)
    cases = {standing for name, standing in found.items() if name.startswith("khong_vi_pham")}

    assert ({M}, P, P, C) == (
        cases,
        found["moi_tieu_chuan_tu_50"],
        found["nguong_ho_ngheo"],
        found["du_nguoi_hop"],
    )


@pytest.mark.parametrize(
    ("name", "standing"),
    [
        ("luong_co_so", M),
        ("he_so_ttldtt", S2),
        ("he_so_giay_khen_xa_ho", P),
        ("ty_le_cstdcs", C),
        ("lam_tron_cstdcs", P),
        ("thang_tuyen_dung_toi_thieu", M),
        ("thang_dao_tao_dai_han", M),
        ("ty_le_ldtt_ttldtt", C),
        ("ty_le_ldtt_ttldxs", S2),
        ("nguong_gdvh_do_thi", C),
        ("nguong_gdvh_thi_xa", P),
        ("ty_le_du_hop", C),
    ],
)
def test_marks_of_numbers(name, standing):
    """
    No number stands as better confirmed than its mark.
    """
    assert standing == load_policy("phap_luat_2003").parameters[name].standing


def test_unknown_list_stays_unknown(roster):
    """
    Without a list of disciplines nothing is assumed, whichever way the parameters stand.
    """
    one = roster.subject("cb-27")
    records = {key: value for key, value in one.records.items() if key != "hinh_thuc_ky_luat"}
    open_ = roster.with_subject(attrs.evolve(one, records=FrozenMap(records)))
    finding = evaluate(POLICY, open_, awards=[LDTT]).outcome("cb-27", LDTT).finding
    (clause,) = [part for part in finding.children if part.heading.id == "khong_bi_ky_luat"]

    assert UNKNOWN == clause.verdict


def clause_of(roster, subject, award, name):
    """The verdict of one provision."""
    finding = evaluate(POLICY, roster, awards=[award]).outcome(subject, award).finding
    (found,) = [one for one in finding.children if one.heading.id == name]
    return found.verdict


@pytest.mark.parametrize(("subject", "verdict"), [("dq-01", MET), ("cb-01", UNMET)])
def test_resource_in_combat(roster, subject, verdict):
    """
    Resource in combat stands beside initiative and research, for the forces and the militia alone.
    """
    able = changed(roster, subject, muu_tri_sang_tao_chien_dau=True)

    assert verdict == clause_of(able, subject, CSTDCS, "sang_kien_hoac_de_tai")


def test_farmers_are_not_recruited(roster):
    """
    A farmer has no day of recruitment, and none is asked for.
    """
    assert "ngay_tuyen_dung" not in roster.subject("nd-12").facts
    assert MET == clause_of(roster, "nd-12", LDTT, "du_thoi_gian_tuyen_dung")
