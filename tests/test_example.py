"""The shipped example holds what it says that it holds: its figures, its cases, and every status for two reasons."""

from __future__ import annotations

import datetime as dt
import json
import statistics
import sys
import unicodedata
from collections import Counter
from decimal import Decimal
from pathlib import Path

import attrs
import pytest

from thidua_rules import Status, evaluate, load_policy, load_roster
from thidua_rules.evaluation import Fulfilment
from thidua_rules.facts import SubjectKind
from thidua_rules.subjects import DecisionState
from thidua_rules.values import FrozenMap
from thidua_rules.verdicts import MET, UNKNOWN, UNMET

FOLDER = Path(__file__).resolve().parent.parent / "examples" / "xuan_son_2022"
POLICY = load_policy("xuan_son_2022")
LDTT, CSTDCS = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"
TTLDTT, TTLDXS = "tap_the_lao_dong_tien_tien", "tap_the_lao_dong_xuat_sac"
XA, HUYEN = "giay_khen_chu_tich_ubnd_xa", "giay_khen_chu_tich_ubnd_huyen"
GDVH = "gia_dinh_van_hoa"


@pytest.fixture(scope="module")
def roster():
    """The shipped roster."""
    return load_roster(FOLDER / "roster.json")


@pytest.fixture(scope="module")
def evaluation(roster):
    """The shipped roster under the shipped policy."""
    return evaluate(POLICY, roster)


def group(roster, prefix):
    """The subjects whose id begins with *prefix*."""
    return [one for one in roster.subjects if one.id.startswith(prefix)]


def officials(roster):
    """The 33 officials."""
    return group(roster, "cb-")


def facts(subjects, name):
    """How often each value of the fact *name* is filed; None where it is not."""
    return Counter(one.facts.get(name) for one in subjects)


def with_row(subjects, records, **wanted):
    """The ids of those with a row that has the columns *wanted*."""
    return {
        one.id
        for one in subjects
        if any(all(row.get(k) == v for k, v in wanted.items()) for row in one.records.get(records, ()))
    }


def statuses(evaluation, award, kind=None):
    """The ids of each status of *award*, among the subjects of *kind*."""
    found = {}
    for one in evaluation.outcomes:
        if one.award.id == award and (kind is None or one.subject.kind is kind):
            found.setdefault(one.status, set()).add(one.subject.id)
    return found


def reasons(evaluation, subject, award):
    """The provisions that decided."""
    return {one.heading.id for one in evaluation.outcome(subject, award).decisive if one.heading}


def changed(roster, subject, **change):
    """The roster with other facts or records of one subject."""
    one = roster.subject(subject)
    records = {key: value for key, value in change.items() if key in one.records}
    values = {key: value for key, value in change.items() if key not in records}
    return roster.with_subject(
        attrs.evolve(
            one,
            facts=FrozenMap({**dict(one.facts.items()), **values}),
            records=FrozenMap({**dict(one.records.items()), **records}),
        )
    )


def test_made_by_the_script(monkeypatch):
    """
    The script that is kept makes the shipped roster, byte for byte.
    """
    monkeypatch.syspath_prepend(str(FOLDER))
    for name in ("make_roster", "special_units", "special_cases"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    made = __import__("make_roster").text().encode()

    assert (FOLDER / "roster.json").read_bytes() == made


class TestPeople:
    def test_officials(self, roster):
        """
        There are 33 officials: 10 elected, 11 civil servants, 12 part-time post holders.
        """
        expected = {"can_bo": 10, "cong_chuc": 11, "nguoi_hoat_dong_khong_chuyen_trach": 12}

        assert expected == facts(officials(roster), "loai_doi_tuong")

    def test_sexes(self, roster):
        """
        Of the 33 officials 13 are women.
        """
        assert {"nu": 13, "nam": 20} == facts(officials(roster), "gioi_tinh")

    def test_leaders(self, roster):
        """
        Nine hold a leading post; of one it is not filed.
        """
        assert {True: 9, False: 23, None: 1} == facts(officials(roster), "la_lanh_dao")

    def test_leading_women(self, roster):
        """
        Of the nine leaders two are women.
        """
        leaders = [one for one in officials(roster) if one.facts.get("la_lanh_dao")]

        assert {"nu": 2, "nam": 7} == facts(leaders, "gioi_tinh")

    def test_ages(self, roster):
        """
        They are 24 to 60 years old, 42 in the middle.
        """
        ages = [2022 - int(one.facts["ngay_sinh"][:4]) for one in officials(roster)]

        assert (24, 42, 60) == (min(ages), statistics.median(ages), max(ages))

    def test_years_in_post(self, roster):
        """
        Those who were not recruited in the year have been in post for 1 to 28 years.
        """
        end = dt.date(2023, 1, 1)
        days = [one.facts["ngay_tuyen_dung"] for one in officials(roster)]
        years = [(end - day).days * 100 // 36525 for day in days if day.year < 2022]

        assert (1, 28) == (min(years), max(years))

    def test_recruits(self, roster):
        """
        Two were recruited in the year, with eleven and with nine months of service.
        """
        recruits = {one.id for one in officials(roster) if one.facts["ngay_tuyen_dung"].year == 2022}

        assert {"cb-16", "cb-17"} == recruits

    def test_ratings(self, roster):
        """
        Four are rated excellent, 24 good, 2 fulfilled, 1 not fulfilled; 1 is not rated, and 1 rating is not filed.
        """
        expected = {"HTXSNV": 4, "HTTNV": 24, "HTNV": 2, "KHTNV": 1, "khong_xep_loai": 1, None: 1}

        assert expected == facts(officials(roster), "xep_loai_chat_luong")

    def test_excellent_share(self, roster):
        """
        Excellent ratings are at most a fifth of good ones.
        """
        found = facts(officials(roster), "xep_loai_chat_luong")

        assert Decimal(found["HTXSNV"]) / found["HTTNV"] <= Decimal("0.2")

    def test_registered(self, roster):
        """
        Thirty registered for Lao động tiên tiến, six for Chiến sĩ thi đua cơ sở.
        """
        numbers = [
            len(with_row(officials(roster), "dang_ky_thi_dua", danh_hieu=name)) for name in (LDTT, CSTDCS)
        ]

        assert [30, 6] == numbers

    def test_initiatives(self, roster):
        """
        Five initiatives were filed; the town recognised four; one has two authors.
        """
        rows = [row for one in officials(roster) for row in one.records["sang_kien"]]
        recognised = {row["ma"] for row in rows if row["cap_cong_nhan"] == "thi_xa"}

        assert (5, 4, 6) == (len({row["ma"] for row in rows}), len(recognised), len(rows))

    def test_history(self, roster):
        """
        Eight held the higher title in one earlier year, two in two years in a row, one with a gap of maternity.
        """
        years = [
            tuple(sorted(row["nam"] for row in one.records["tich_danh_hieu"])) for one in officials(roster)
        ]
        in_a_row = sum(len(one) == 2 and one[1] == one[0] + 1 for one in years)

        assert (8, 2, 1) == (sum(len(one) == 1 for one in years), in_a_row, years.count((2018, 2019, 2021)))

    def test_leave(self, roster):
        """
        One had six months of maternity leave, one four months of sick leave.
        """
        months = {
            one.id: (one.facts["thang_nghi_viec"], one.facts["thang_nghi_thai_san"])
            for one in officials(roster)
            if one.facts["thang_nghi_viec"]
        }

        assert {"cb-12": (6, 6), "cb-24": (4, 0), "cb-26": (7, 0)} == months

    def test_study(self, roster):
        """
        One was sent on a course of fourteen months and did well enough.
        """
        assert {"cb-15"} == with_row(officials(roster), "dao_tao", so_thang=14, ket_qua="kha")

    @pytest.mark.parametrize(("body", "who"), [("chinh_quyen", "cb-18"), ("dang", "cb-19")])
    def test_disciplines(self, roster, body, who):
        """
        One was reprimanded by the administration, one by the Party alone.
        """
        found = with_row(officials(roster), "hinh_thuc_ky_luat", hinh_thuc="khien_trach", co_quan=body)

        assert {who} == found

    def test_pending(self, roster):
        """
        A complaint against one official is being verified.
        """
        assert {"cb-21"} == with_row(officials(roster), "vu_viec_dang_xem_xet", da_ket_thuc=False)

    @pytest.mark.parametrize(("prefix", "number"), [("nd-", 20), ("ca-", 5), ("dq-", 8)])
    def test_others(self, roster, prefix, number):
        """
        Beside the officials stand 20 villagers, 5 policemen and 8 of the standing militia.
        """
        assert number == len(group(roster, prefix))


class TestUnits:
    @pytest.mark.parametrize(("prefix", "number"), [("khoi-", 3), ("dt-", 6), ("th-", 11)])
    def test_numbers(self, roster, prefix, number):
        """
        There are three blocks, six organisations, eleven villages and residential groups.
        """
        assert number == len(group(roster, prefix))

    def test_sizes_of_areas(self, roster):
        """
        The areas have their sizes, and as many households as they say.
        """
        sizes = [one.facts["so_ho"] for one in group(roster, "th-")]
        listed = [len(roster.members(one.id)) for one in group(roster, "th-")]
        households = [
            number - len(villagers(roster, f"th-{n:02}")) for n, number in enumerate(listed, start=1)
        ]

        assert [320, 285, 260, 240, 215, 195, 160, 140, 110, 75, 60] == sizes == households

    def test_inhabitants(self, roster):
        """
        The commune has 7,900 inhabitants.
        """
        assert 7900 == roster.subject("xa-xuan-lam").facts["so_nhan_khau"]

    def test_attendance(self, roster):
        """
        From 62 to 84 percent of those summoned came to the meetings on areas; to one only 58.
        """
        shares = sorted(one.facts["ty_le_du_hop_binh_xet_khu"] for one in group(roster, "th-"))

        assert (58, 62, 84) == (shares[0], shares[1], shares[-1])


def villagers(roster, area):
    """The people who belong to *area* themselves."""
    return [one for one in roster.members(area) if one.kind is SubjectKind.CA_NHAN]


class TestHouseholds:
    def test_number(self, roster):
        """
        There are 2,060 households, of which 2,020 registered.
        """
        found = group(roster, "ho-")

        assert (2060, 2020) == (len(found), len(with_row(found, "dang_ky_thi_dua", danh_hieu=GDVH)))

    def test_outcomes(self, evaluation):
        """
        1,925 are recognised, 20 are not known yet; 75 are refused, and 40 never registered.
        """
        found = {status: len(ids) for status, ids in statuses(evaluation, GDVH).items()}

        assert {Status.RECOMMENDED: 1925, Status.UNDETERMINED: 20, Status.INELIGIBLE: 115} == found

    def test_refusals(self, evaluation):
        """
        14 show a barred case, 46 too few points, 11 a standard under half, 4 too few votes, and each only that.
        """
        refused = statuses(evaluation, GDVH)[Status.INELIGIBLE]
        found = Counter()
        for name in refused:
            (reason,) = reasons(evaluation, name, GDVH) - {"nguong_thi_xa"}
            found["vi_pham" if reason.startswith("khong_vi_pham") else reason] += 1

        expected = {"vi_pham": 14, "du_diem": 46, "moi_tieu_chuan_tu_50": 11, "du_phieu_dong_y": 4}
        assert {**expected, "dang_ky_thi_dua": 40} == found

    def test_poor(self, roster):
        """
        Forty are poor or near-poor.
        """
        assert 40 == facts(group(roster, "ho-"), "ho_ngheo_can_ngheo")[True]

    def test_three_years(self, roster, evaluation):
        """
        1,610 are recognised for the third year in a row.
        """
        recognised = statuses(evaluation, GDVH)[Status.RECOMMENDED]
        years = [
            {row["nam"] for row in roster.subject(name).records["tich_danh_hieu"]} for name in recognised
        ]

        assert 1610 == sum({2020, 2021} <= one for one in years)

    def test_proposed(self, evaluation):
        """
        Sixty get a certificate.
        """
        assert 60 == len(statuses(evaluation, XA, SubjectKind.HO_GIA_DINH)[Status.RECOMMENDED])


class TestAwards:
    def test_base_title(self, evaluation):
        """
        Among the officials 24 obtain the base title; one is held and one open, so that it may be 26.
        """
        found = statuses(evaluation, LDTT)

        assert (24, {"cb-21"}, {"cb-25"}) == (
            len(found[Status.RECOMMENDED]),
            found[Status.ON_HOLD],
            found[Status.UNDETERMINED],
        )

    def test_places(self, evaluation):
        """
        The share of 24 as of 26 is rounded down to three places.
        """
        (limit,) = [one for one in evaluation.quotas if one.award == CSTDCS]

        assert (24, 26, 3, 3) == (limit.base_low, limit.base_high, limit.low, limit.high)

    def test_higher_title(self, evaluation):
        """
        Five meet the standard: two have a place, two are tied for the third, and one is beyond it.
        """
        found = statuses(evaluation, CSTDCS)
        expected = {
            Status.RECOMMENDED: {"cb-07", "cb-08"},
            Status.TIED: {"cb-09", "cb-10"},
            Status.OVER_QUOTA: {"cb-05"},
            Status.UNDETERMINED: {"cb-11"},
        }

        assert expected == {status: ids for status, ids in found.items() if status is not Status.INELIGIBLE}

    def test_blocks(self, evaluation):
        """
        Of three blocks one is proposed for the title of collectives.
        """
        found = {status: len(ids) for status, ids in statuses(evaluation, TTLDTT).items()}

        assert {Status.RECOMMENDED: 1, Status.ON_HOLD: 1, Status.INELIGIBLE: 1} == found

    def test_mid_year(self, roster):
        """
        After the first phase 12 persons and 5 collectives got a certificate.
        """
        found = [one.subject for one in roster.decisions if one.award == XA]
        kinds = Counter(roster.subject(name).kind is SubjectKind.CA_NHAN for name in found)

        assert {True: 12, False: 5} == kinds

    def test_year_end_persons(self, roster, evaluation):
        """
        At the year's end 30 more persons get a certificate.
        """
        given = {one.subject for one in roster.decisions if one.award == XA}

        assert 30 == len(statuses(evaluation, XA, SubjectKind.CA_NHAN)[Status.RECOMMENDED] - given)

    def test_year_end_collectives(self, roster):
        """
        At the year's end nine collectives are proposed for a certificate.
        """
        units = [one for one in roster.subjects if one.kind in {SubjectKind.TAP_THE, SubjectKind.KHU_DAN_CU}]

        proposed = with_row(units, "de_nghi_khen_thuong", danh_hieu=XA, ngay=dt.date(2022, 12, 12))

        assert 9 == len(proposed)

    @pytest.mark.parametrize(
        ("award", "persons", "collectives"),
        [(HUYEN, 6, 3), ("bang_khen_cap_tinh", 1, 0), ("co_thi_dua_cap_tinh", 0, 1)],
    )
    def test_proposed_above(self, roster, award, persons, collectives):
        """
        Six persons and three collectives are proposed to the town, one person and one collective to the city.
        """
        proposed = with_row(roster.subjects, "de_nghi_khen_thuong", danh_hieu=award)
        kinds = Counter(roster.subject(name).kind is SubjectKind.CA_NHAN for name in proposed)

        assert (persons, collectives) == (kinds[True], kinds[False])

    def test_good_deeds(self, roster):
        """
        Four are filed for good deeds, of which two are agreed.
        """
        rows = [
            row["dong_y"]
            for one in group(roster, "nd-")
            for row in one.records["de_nghi_khen_thuong"]
            if row["danh_hieu"] == "nguoi_tot_viec_tot"
        ]

        assert {True: 2, False: 2} == Counter(rows)

    def test_areas(self, evaluation):
        """
        Ten of the eleven villages and residential groups are proposed as cultural ones.
        """
        found = [statuses(evaluation, name) for name in ("thon_van_hoa", "to_dan_pho_van_hoa")]
        numbers = [len(one[Status.RECOMMENDED]) for one in found]

        assert ([8, 2], {"th-09"}) == (numbers, found[0][Status.INELIGIBLE])

    def test_fund(self, evaluation):
        """
        The commune's own awards stay within one percent of its recurrent spending, 62 million.
        """
        assert (62_000_000, MET) == (evaluation.fund.ceiling, evaluation.fund.verdict)


FIGURES = {
    "CT-1.1": ("100", "103.4", MET),
    "CT-1.2": ("200", "214", MET),
    "CT-1.3": ("0.25", "0.31", MET),
    "CT-1.4": ("3", "3", MET),
    "CT-1.5": ("1", "1", MET),
    "CT-1.6": ("100", "98.6", UNMET),
    "CT-1.7": ("92", "95.3", MET),
    "CT-1.8": ("90", "90.9", MET),
    "CT-1.9": ("8", None, UNKNOWN),
    "CT-4": ("0", "2", UNMET),
    "CT-5": ("100", "95.8", UNMET),
    "CT-5.1": ("3", "3", MET),
}


@pytest.mark.parametrize("name", FIGURES)
def test_targets(evaluation, name):
    """
    Each target has its figure, what was reached, and whether that is enough.
    """
    (found,) = [one for one in evaluation.targets if one.target.id == name]
    assigned, actual, verdict = FIGURES[name]

    assert (Decimal(assigned), actual and Decimal(actual), verdict) == (
        found.assigned,
        found.actual,
        found.verdict,
    )


@pytest.fixture(scope="module")
def dossiers(evaluation):
    """The dossiers by their procedure and number."""
    return {(one.procedure.id, one.number): one for one in evaluation.dossiers}


class TestDossiers:
    def test_in_time(self, dossiers):
        """
        The order of the year, and the mid-year certificates on the last of ten working days, are in time and complete.
        """
        found = [dossiers["xet_nam", ""], dossiers["tang_giay_khen_xa", "01-GK"]]

        assert {Fulfilment.DONE} == {step.state for one in found for step in one.steps}
        assert found[1].step("quyet_dinh").due == found[1].step("quyet_dinh").done
        assert {MET} == {part.verdict for one in found for part in (*one.papers, *one.orders)}

    def test_late_across_new_year(self, dossiers):
        """
        One certificate came two working days late, across the holidays of Tết.
        """
        found = dossiers["tang_giay_khen_xa", "02-GK"].step("quyet_dinh")

        assert (Fulfilment.LATE, dt.date(2022, 2, 9), 2) == (found.state, found.due, found.late)

    def test_missing_paper(self, dossiers):
        """
        One dossier lacks the certificate of an initiative; the town's appraisal of it is not due until after Tết.
        """
        found = dossiers["de_nghi_danh_hieu_huyen", ""]

        assert ["chung_nhan_sang_kien"] == [one.paper.id for one in found.papers if one.verdict is UNMET]
        assert (Fulfilment.NOT_DUE, dt.date(2023, 2, 1)) == (
            found.step("tham_dinh").state,
            found.step("tham_dinh").due,
        )

    def test_overdue(self, dossiers):
        """
        One file of a village was not sent: six working days overdue at the year's end.
        """
        found = dossiers["cong_nhan_khu_dan_cu_van_hoa", ""].step("gui_ho_so")

        assert (Fulfilment.MISSING, 6) == (found.state, found.late)

    def test_not_known(self, dossiers):
        """
        Where nobody wrote down when the families' file came, neither it nor the decision is called late.
        """
        found = dossiers["cong_nhan_gia_dinh_van_hoa", "th-03"]

        assert {Fulfilment.UNDETERMINED} == {found.step(name).state for name in ("gui_ho_so", "quyet_dinh")}


class TestCases:
    def test_1_precedence(self, evaluation):
        """
        Case 1: of three with equal points for the last place, the leader comes after those who work directly.
        """
        points = {
            name: evaluation.outcome(name, CSTDCS).subject.facts["diem_binh_xet"]
            for name in ("cb-05", "cb-09", "cb-10")
        }

        assert ({94}, "truc_tiep") == (
            set(points.values()),
            evaluation.outcome("cb-09", CSTDCS).place.separated_by,
        )

    def test_1_woman_before_leader(self, roster):
        """
        Case 1: with one woman and the leader at the line, there is no tie.
        """
        alone = changed(roster, "cb-10", diem_binh_xet=Decimal(90))
        found = evaluate(POLICY, alone, awards=[CSTDCS])

        assert [Status.RECOMMENDED, Status.OVER_QUOTA] == [
            found.outcome(name, CSTDCS).status for name in ("cb-09", "cb-05")
        ]

    def test_1_tie(self, evaluation):
        """
        Case 1: two women who are equal on every key are tied.
        """
        assert ("cb-10",) == evaluation.outcome("cb-09", CSTDCS).place.tied_with

    def test_2_maternity(self, roster, evaluation):
        """
        Case 2: maternity leave counts for the title; the same absence for another cause would bar it.
        """
        other = evaluate(POLICY, changed(roster, "cb-12", thang_nghi_thai_san=0), awards=[LDTT])

        assert [Status.RECOMMENDED, Status.INELIGIBLE] == [
            one.outcome("cb-12", LDTT).status for one in (evaluation, other)
        ]

    def test_3_leader(self, roster, evaluation):
        """
        Case 3: a leader rated excellent without an initiative is barred by that alone.
        """
        rating = roster.subject("cb-01").facts["xep_loai_chat_luong"]

        assert ("HTXSNV", {"sang_kien_hoac_de_tai"}) == (rating, reasons(evaluation, "cb-01", CSTDCS))

    def test_4_half(self, roster, evaluation):
        """
        Case 4: a collective at exactly half fails "more than half", and by nothing else.
        """
        members = {one.id for one in roster.members("khoi-bchqs")}
        holders = members & statuses(evaluation, LDTT)[Status.RECOMMENDED]

        assert (4, 2, {"tren_50_ldtt"}) == (
            len(members),
            len(holders),
            reasons(evaluation, "khoi-bchqs", TTLDTT),
        )

    def test_4_seven_tenths(self, roster, evaluation):
        """
        Case 4: a collective at exactly seven in ten meets "at least 70 %".
        """
        members = {one.id for one in roster.members("khoi-dang-doan-the")}
        holders = members & statuses(evaluation, LDTT)[Status.RECOMMENDED]
        (share,) = [
            one
            for one in evaluation.outcome("khoi-dang-doan-the", TTLDXS).finding.children
            if one.heading.id == "tu_70_ldtt"
        ]

        assert (10, 7, MET) == (len(members), len(holders), share.verdict)

    def test_5_standard(self, roster, evaluation):
        """
        Case 5: a poor household with 87 points fails by one standard at 48 %.

        No household has 91: with 45, 30 and 25 points to the standards, one under half leaves at most 87.5.
        """
        points = ("diem_tieu_chuan_1", "diem_tieu_chuan_2", "diem_tieu_chuan_3")
        refused = statuses(evaluation, GDVH)[Status.INELIGIBLE]
        found = [
            roster.subject(name)
            for name in refused
            if reasons(evaluation, name, GDVH) == {"moi_tieu_chuan_tu_50"}
        ]

        assert {True: 11} == facts(found, "ho_ngheo_can_ngheo")
        assert [45, 30, 12] in [[one.facts[name] for name in points] for one in found]

    def test_5_poor(self, roster, evaluation):
        """
        Case 5: a poor household with 63 points is recognised.
        """
        points = ("diem_tieu_chuan_1", "diem_tieu_chuan_2", "diem_tieu_chuan_3")
        found = {
            one.id
            for one in group(roster, "ho-")
            if one.facts["ho_ngheo_can_ngheo"] and sum(one.facts.get(name, 0) for name in points) == 63
        }

        assert found
        assert found <= statuses(evaluation, GDVH)[Status.RECOMMENDED]

    def test_6_cancelled(self, roster, evaluation):
        """
        Case 6: a cancelled title takes the unit's title with it, and the decision on the unit is reported.
        """
        kept = tuple(
            attrs.evolve(one, state=DecisionState.HIEU_LUC, cancelled_on=None)
            if one.state is DecisionState.HUY_BO
            else one
            for one in roster.decisions
        )
        before = evaluate(POLICY, attrs.evolve(roster, decisions=kept), awards=[TTLDTT])

        assert [Status.RECOMMENDED, Status.INELIGIBLE] == [
            one.outcome("khoi-bchqs", TTLDTT).status for one in (before, evaluation)
        ]

    def test_6_discrepancies(self, evaluation):
        """
        Case 6: two decisions do not fit, the title that fell and a certificate beyond the cluster's places.
        """
        found = {(one.award, one.subject, one.code) for one in evaluation.discrepancies}

        assert {
            (TTLDTT, "khoi-bchqs", "given_to_ineligible"),
            (XA, "th-06", "given_over_quota"),
        } == found

    def test_7_same_name(self, roster):
        """
        Case 7: two officials have one name.
        """
        names = Counter(unicodedata.normalize("NFC", one.name) for one in officials(roster))

        assert {"Nguyễn Thị Hương": 2} == {name: number for name, number in names.items() if number > 1}

    def test_7_decomposed(self):
        """
        Case 7: one name is written in decomposed Unicode.
        """
        data = json.loads((FOLDER / "roster.json").read_text(encoding="utf-8"))
        found = [
            one["id"] for one in data["subjects"] if one["name"] != unicodedata.normalize("NFC", one["name"])
        ]

        assert ["cb-15"] == found

    def test_7_year_only(self, roster):
        """
        Case 7: of one birth date only the year is known.
        """
        assert ["1975"] == [
            one.facts["ngay_sinh"] for one in officials(roster) if len(one.facts["ngay_sinh"]) < 10
        ]

    def test_7_lost_zero(self, roster):
        """
        Case 7: one citizen number lost its leading zero; the others have twelve digits, and no province their code.
        """
        numbers = {one.id: one.facts["so_cccd"] for one in roster.subjects if "so_cccd" in one.facts}
        whole = {number for number in numbers.values() if len(number) == 12 and number.startswith("099")}

        assert ("99000000028", len(numbers) - 1) == (numbers["cb-28"], len(whole))

    def test_7_two_spellings(self, roster):
        """
        Case 7: one old unit is spelled in two ways.
        """
        names = {row["don_vi_cu"] for one in officials(roster) for row in one.records["chuyen_cong_tac"]}

        assert (2, 1) == (len(names), len({name.casefold() for name in names}))

    def test_8_missing(self, roster, evaluation):
        """
        Case 8: one missing fact cannot change the outcome and is not asked for; another can and is.
        """
        asked = [
            [item.fact for item in evaluation.outcome(name, LDTT).missing] for name in ("cb-26", "cb-25")
        ]

        assert "tich_cuc_hoc_tap" not in roster.subject("cb-26").facts
        assert [[], ["xep_loai_chat_luong"]] == asked

    def test_9_outlier(self, roster, evaluation):
        """
        Case 9: with a self-score of 97 and cross-scores of 92, 93 and 71 the cluster's meeting has to decide.
        """
        village = roster.subject("th-02")
        own = sum(village.facts[f"diem_tu_cham_{n}"] for n in range(1, 6))
        crossed = [row["diem"] for row in village.records["diem_cham_cheo"]]
        missing = {item.fact for item in evaluation.outcome("th-02", XA).missing}

        assert (97, [92, 93, 71], {"diem_cum_quyet_dinh"}) == (own, crossed, missing)

    def test_10_quorum(self, evaluation):
        """
        Case 10: a village fails by the quorum of its meeting alone.
        """
        assert {"du_nguoi_hop"} == reasons(evaluation, "th-09", "thon_van_hoa")


WHY = {
    Status.RECOMMENDED: [("cb-07", CSTDCS), ("khoi-ubnd", TTLDTT)],
    Status.TIED: [("cb-09", CSTDCS), ("dt-ccb", XA)],
    Status.OVER_QUOTA: [("cb-05", CSTDCS), ("dt-thanh-nien", XA)],
    Status.COVERED: [("cb-07", XA), ("cb-31", XA)],
    Status.ON_HOLD: [("cb-21", LDTT), ("khoi-dang-doan-the", TTLDTT)],
    Status.UNDETERMINED: [("cb-25", LDTT), ("cb-11", CSTDCS), ("khoi-ubnd", TTLDXS), ("th-03", XA)],
    Status.INELIGIBLE: [("cb-17", LDTT), ("cb-18", LDTT), ("cb-19", LDTT), ("cb-20", LDTT), ("cb-23", LDTT)],
}
"""Outcomes of each status, each for a reason of its own."""


@pytest.mark.parametrize("status", WHY)
def test_every_status(evaluation, status):
    """
    Every status occurs at least twice.
    """
    assert {status} == {evaluation.outcome(*one).status for one in WHY[status]}


class TestReasons:
    def test_ineligible(self, evaluation):
        """
        Nine months of service, a rating with a reprimand, a reprimand by the Party, a cancelled title, no registration.
        """
        found = [reasons(evaluation, subject, award) for subject, award in WHY[Status.INELIGIBLE]]

        assert [
            {"du_thoi_gian_tuyen_dung"},
            {"hoan_thanh_tot_nhiem_vu", "khong_bi_ky_luat"},
            {"khong_bi_ky_luat"},
            {"hoan_thanh_tot_nhiem_vu", "quyet_dinh_khong_bi_huy"},
            {"dang_ky_thi_dua", "dang_ky_dau_nam"},
        ] == found

    def test_undetermined(self, evaluation):
        """
        A missing rating, a person who must decide, a member's missing rating, somebody else's missing score.
        """
        found = [
            [(item.subject, item.fact) for item in evaluation.outcome(subject, award).missing]
            for subject, award in WHY[Status.UNDETERMINED]
        ]

        assert [
            [("cb-25", "xep_loai_chat_luong")],
            [],
            [("cb-25", "xep_loai_chat_luong")],
            [("th-02", "diem_cum_quyet_dinh")],
        ] == found

    def test_on_hold(self, roster):
        """
        A denunciation holds a person, an inspection with signs of a violation a collective.
        """
        kinds = [
            roster.subject(name).records["vu_viec_dang_xem_xet"][0]["loai"] for name, _ in WHY[Status.ON_HOLD]
        ]

        assert ["khieu_nai_to_cao", "dau_hieu_vi_pham"] == kinds

    def test_over_quota(self, evaluation):
        """
        One is beyond the places by a preference of the law, one by its score.
        """
        first, second = [
            evaluation.outcome(subject, award).place for subject, award in WHY[Status.OVER_QUOTA]
        ]

        assert [(5, "truc_tiep"), (4, None)] == [
            (first.best, evaluation.outcome("cb-10", CSTDCS).place.separated_by),
            (second.best, second.separated_by),
        ]

    def test_covered(self, evaluation):
        """
        One higher certificate is only proposed, the other was decided.
        """
        found = [evaluation.outcome(subject, HUYEN).decided for subject, _ in WHY[Status.COVERED]]

        assert [None, "hieu_luc"] == found
