"""Faults of procedures, of calendars, and of the rows of dossiers: each with its place and what was meant."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs
import pytest

from thidua_rules.calendars import Counting
from thidua_rules.errors import RosterError
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.procedures import Step
from thidua_rules.policies.validation import check_policy, check_roster
from thidua_rules.serialization import (
    dumps,
    load_policy,
    policy_from_json,
    policy_to_json,
    roster_from_json,
)
from thidua_rules.subjects import Roster, Subject
from thidua_rules.values import FrozenMap

POLICY = load_policy("phap_luat_2003")
LAYER = POLICY.layers[0]
ROUTE = POLICY.procedures["cong_nhan_gia_dinh_van_hoa"]
PLACE = "layers[0].procedures[0]"


def lines(**change):
    """The faults of the law where its procedures are only one, with this change."""
    layer = attrs.evolve(LAYER, procedures=(attrs.evolve(ROUTE, **change),), provisions=())
    return [str(one) for one in check_policy(attrs.evolve(POLICY, layers=(layer,)))]


def steps(**changes):
    """The steps, some of them changed."""
    return tuple(attrs.evolve(one, **changes.get(one.id, {})) for one in ROUTE.steps)


class TestProcedures:
    def test_sound(self):
        """
        The shipped procedures have no fault.
        """
        assert [] == lines()

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"awards": ("gia_dinh_van_hoaa",)}, "awards[0]: unknown award 'gia_dinh_van_hoaa', did you mean 'gia_dinh_van_hoa'?"),
            ({"label_en": " "}, "label_en: expected a label, got an empty text"),
            ({"steps": steps(gui_ho_so={"after": "hop_binh_xett"})}, "steps[1].after: unknown step 'hop_binh_xett', did you mean 'hop_binh_xet'?"),
            ({"steps": steps(gui_ho_so={"before": "quyet"})}, "steps[1].before: unknown step 'quyet', did you mean 'quyet_dinh'?"),
            ({"steps": steps(gui_ho_so={"within": "thoi_han_gui_ho_so"})}, "steps[1].within: unknown parameter 'thoi_han_gui_ho_so', did you mean 'thoi_han_gui_ho_so_van_hoa'?"),
            ({"steps": steps(gui_ho_so={"within": "ty_le_cstdcs"})}, "steps[1].within: expected a number (ngay_lam_viec), got 'ty_le_cstdcs' in 'ty_le'"),
            ({"steps": steps(gui_ho_so={"counting": Counting.CALENDAR})}, "steps[1].within: expected a number (ngay), got 'thoi_han_gui_ho_so_van_hoa' in 'ngay_lam_viec'"),
            ({"steps": steps(gui_ho_so={"due": "ngay_cuoi_xep_loai"})}, "steps[1].due: expected one last day, got 'within' and 'due'"),
            ({"steps": steps(hop_binh_xet={"due": "nam_trinh_cstdtq"})}, "steps[0].due: expected a day, got 1, the value of 'nam_trinh_cstdtq'"),
            ({"steps": steps(hop_binh_xet={"wait": "thoi_gian_lay_y_kien"})}, "steps[0].wait: expected a step 'after' which it is counted, got none"),
            ({"steps": steps(hop_binh_xet={"after": "quyet_dinh"})}, "steps[0]: expected no circle of steps, got hop_binh_xet -> quyet_dinh -> gui_ho_so -> hop_binh_xet"),
            ({"steps": steps(quyet_dinh={"before": "gui_ho_so"})}, "steps[1]: expected no circle of steps, got gui_ho_so -> quyet_dinh -> gui_ho_so"),
            ({"steps": (*ROUTE.steps, ROUTE.steps[0])}, "steps[3].id: expected an id of its own, got 'hop_binh_xet' as in [0]"),
            ({"papers": (ROUTE.papers[0], ROUTE.papers[0])}, "papers[1].id: expected an id of its own, got 'van_ban_de_nghi' as in [0]"),
            ({"papers": (attrs.evolve(ROUTE.papers[0], awards=("thon_van_hoa",)),)}, "papers[0].awards[0]: unknown award of the procedure 'thon_van_hoa', did you mean 'gia_dinh_van_hoa'?"),
        ],
    )  # fmt: skip
    def test_faults(self, change, expected):
        """
        A name that nothing defines, a circle and a deadline given twice are faults with their place.
        """
        found = lines(**change)

        assert [f"{PLACE}.{expected}"] == found

    @pytest.mark.parametrize("value", [-1, Decimal("2.5")])
    def test_number_of_days(self, value):
        """
        A number of days is whole and not negative.
        """
        other = POLICY.with_parameter("thoi_han_gui_ho_so_van_hoa", value)
        found = [str(one) for one in check_policy(other)]

        assert any(f"expected a whole number from 0 on, got {value}" in one for one in found)

    def test_titles_that_nothing_awards(self):
        """
        A procedure may be for a title that the lists know, though no award of the policy is it.
        """
        assert "cong_dan_thu_do_uu_tu" not in POLICY.awards
        assert [] == lines(awards=("gia_dinh_van_hoa", "cong_dan_thu_do_uu_tu"))

    def test_ids_once(self):
        """
        Two procedures of one layer have two ids.
        """
        layer = attrs.evolve(LAYER, procedures=(ROUTE, ROUTE), provisions=())

        assert [
            "layers[0].procedures[1].id: expected an id of its own, got 'cong_nhan_gia_dinh_van_hoa' as in [0]"
        ] == [str(one) for one in check_policy(attrs.evolve(POLICY, layers=(layer,)))]

    def test_read(self):
        """
        A policy is written with its procedures and its calendar, and read back equal.
        """
        policy = attrs.evolve(POLICY, layers=(attrs.evolve(LAYER, provisions=()),))
        again = policy_from_json(dumps(policy_to_json(policy)).encode())

        assert (policy, policy.content_hash) == (again, again.content_hash)

    def test_lower_layer(self):
        """
        The calendar of the lowest layer that has one holds.
        """
        other = attrs.evolve(LAYER.calendar, id="khac")
        lower = attrs.evolve(LAYER, id="tinh", procedures=(), calendar=other)

        assert ("khac", LAYER.calendar) == (POLICY.with_layer(lower).calendar.id, POLICY.calendar)


class TestCalendars:
    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"last": dt.date(2017, 1, 1)}, "last: expected a day from 2018-01-01 on, got 2017-01-01"),
            ({"days_off": (dt.date(2017, 1, 2),)}, "days_off[0]: expected a day from 2018-01-01 to 2026-12-31, got 2017-01-02"),
            ({"days_off": (dt.date(2022, 1, 1),)}, "days_off[0]: expected a day that is a Monday to Friday, got 2022-01-01"),
            ({"days_worked": (dt.date(2022, 1, 3),)}, "days_worked[0]: expected a day that is a Saturday or Sunday, got 2022-01-03"),
            ({"days_off": (dt.date(2022, 1, 4), dt.date(2022, 1, 3))}, "days_off[1]: expected a day after 2022-01-04, got 2022-01-03"),
        ],
    )  # fmt: skip
    def test_faults(self, change, expected):
        """
        A day in the wrong place is a fault.
        """
        layer = attrs.evolve(LAYER, calendar=attrs.evolve(LAYER.calendar, **change), provisions=())
        found = [str(one) for one in check_policy(attrs.evolve(POLICY, layers=(layer,)))]

        assert [f"layers[0].calendar.{expected}"] == found


STEP = {"thu_tuc": "cong_nhan_gia_dinh_van_hoa", "buoc": "gui_ho_so", "ngay": "2022-11-23"}
PAPER = {"thu_tuc": "cong_nhan_gia_dinh_van_hoa", "giay_to": "bien_ban_hop", "co": True}


def roster(steps=(), papers=()):
    """A roster with a commune, a household, a person, and these rows."""
    rows = {"buoc_ho_so": list(steps), "giay_to_ho_so": list(papers)}
    people = [
        {"id": "ho-1", "kind": "ho_gia_dinh", "name": "Hộ", "unit": None, "facts": {}, "records": {}},
        {"id": "cb-1", "kind": "ca_nhan", "name": "Người", "unit": None, "facts": {}, "records": {}},
    ]
    commune = {"id": "xa", "kind": "xa", "name": "Xã", "unit": None, "facts": {}, "records": rows}
    return {
        "id": "r",
        "commune": "x",
        "year": 2022,
        "subjects": [*people, commune],
        "decisions": [],
        "ballots": [],
    }


ROWS = "subjects[2].records"


class TestRows:
    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"thu_tuc": None}, "thu_tuc: expected a procedure, got nothing"),
            ({"thu_tuc": "cong_nhan_gia_dinh_van_ho"}, "thu_tuc: unknown procedure 'cong_nhan_gia_dinh_van_ho', did you mean 'cong_nhan_gia_dinh_van_hoa'?"),
            ({"buoc": None}, "buoc: expected a step, got nothing"),
            ({"buoc": "gui_hoso"}, "buoc: unknown step of 'cong_nhan_gia_dinh_van_hoa' 'gui_hoso', did you mean 'gui_ho_so'?"),
            ({"danh_hieu": "thon_van_hoa"}, "danh_hieu: expected one of gia_dinh_van_hoa, got 'thon_van_hoa'"),
            ({"thu_tuc": "xet_nam", "buoc": "binh_xet", "danh_hieu": "thon_van_hoa"}, "danh_hieu: expected no award, got 'thon_van_hoa'"),
            ({"doi_tuong": "ho-2"}, "doi_tuong: unknown subject 'ho-2', did you mean 'ho-1'?"),
            ({"doi_tuong": "cb-1"}, "doi_tuong: expected ho_gia_dinh, got 'cb-1', which is ca_nhan"),
            ({"ngay": "23/11/2022"}, "ngay: expected a day as YYYY-MM-DD, got '23/11/2022', did you mean '2022-11-23'?"),
        ],
    )  # fmt: skip
    def test_steps(self, change, expected):
        """
        A row of a step names a procedure, a step, an award and a subject that are there.
        """
        row = {key: value for key, value in (STEP | change).items() if value is not None}
        with pytest.raises(RosterError) as caught:
            roster_from_json(dumps(roster([row])).encode(), POLICY)

        assert f"{ROWS}.buoc_ho_so[0].{expected}" == str(caught.value)

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({"thu_tuc": "x"}, "thu_tuc: unknown procedure 'x'"),
            ({"giay_to": None}, "giay_to: expected a paper, got nothing"),
            ({"giay_to": "bien_ban"}, "giay_to: unknown paper of 'cong_nhan_gia_dinh_van_hoa' 'bien_ban', did you mean 'bien_ban_hop'?"),
            ({"co": False, "ngay": "2022-11-23"}, "ngay: expected no day of a paper that is not there, got 2022-11-23"),
        ],
    )  # fmt: skip
    def test_papers(self, change, expected):
        """
        A row of a paper names one that the procedure asks for, and has no day where it is not there.
        """
        row = {key: value for key, value in (PAPER | change).items() if value is not None}
        with pytest.raises(RosterError) as caught:
            roster_from_json(dumps(roster((), [row])).encode(), POLICY)

        assert f"{ROWS}.giay_to_ho_so[0].{expected}" == str(caught.value)

    def test_one_day_for_a_step(self):
        """
        One step of one dossier has one day; the same row again, or another dossier, is no fault.
        """
        rows = [STEP, STEP, STEP | {"ngay": "2022-11-24"}, STEP | {"ho_so": "2", "ngay": "2022-11-24"}]
        with pytest.raises(RosterError) as caught:
            roster_from_json(dumps(roster(rows)).encode(), POLICY)

        assert f"{ROWS}.buoc_ho_so[2].ngay: expected one day for a step, got another one than in [0]" == str(
            caught.value
        )

    def test_good_rows(self):
        """
        Good rows are read as they are, and a subject that could not be read is no second fault.
        """
        found = roster_from_json(
            dumps(roster([STEP | {"doi_tuong": "ho-1"}], [PAPER, {**PAPER, "co": False}])).encode(), POLICY
        )
        data = roster([STEP | {"doi_tuong": "ho-1"}])
        data["subjects"][0]["kind"] = "ho"
        with pytest.raises(RosterError) as caught:
            roster_from_json(dumps(data).encode(), POLICY)

        assert dt.date(2022, 11, 23) == found.subject("xa").records["buoc_ho_so"][0]["ngay"]
        assert 1 == len(str(caught.value).splitlines())

    def test_built_in_code(self):
        """
        A roster built in code is checked like one that is read.
        """
        rows = (FrozenMap({"thu_tuc": "x"}), FrozenMap({"thu_tuc": "cong_nhan_gia_dinh_van_hoa", "buoc": 3}))
        commune = Subject("xa", SubjectKind.XA, "Xã", records=FrozenMap({"buoc_ho_so": rows[:1]}))
        broken = attrs.evolve(commune, records=FrozenMap({"buoc_ho_so": rows}))
        found = [
            [str(fault) for fault in check_roster(POLICY, Roster("r", "x", 2022, (one,)))]
            for one in (commune, broken)
        ]

        assert [
            ["subjects[0].records.buoc_ho_so[0].thu_tuc: unknown procedure 'x'"],
            ["subjects[0].records.buoc_ho_so[1].buoc: expected text, got 3"],
        ] == found

    def test_no_recipients(self):
        """
        A procedure for nobody in particular takes no subject.
        """
        nobody = attrs.evolve(ROUTE, recipients=(), awards=())
        layer = attrs.evolve(LAYER, procedures=(nobody,))
        with pytest.raises(RosterError, match="expected no subject, got 'ho-1', which is ho_gia_dinh"):
            roster_from_json(
                dumps(roster([STEP | {"doi_tuong": "ho-1"}])).encode(),
                attrs.evolve(POLICY, layers=(layer,)),
            )


def test_parameters_of_a_step():
    """
    A step names the parameters that it reads, in the order of its fields.
    """
    one = Step(
        id="a",
        label_vi="a",
        label_en="a",
        actor_vi="a",
        actor_en="a",
        within="b",
        due="c",
        citation=ROUTE.citation,
    )

    assert ("b", "c") == one.parameters
