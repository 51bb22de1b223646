"""Dossiers as tables: who is late and by how much, what is open and why, and the procedures of a policy."""

from __future__ import annotations

import attrs
import pytest

from tests.evaluation.test_dossiers import CALENDAR, ROUTE, day, evaluated, step
from thidua_rules.calendars import Counting
from thidua_rules.citations import Standing
from thidua_rules.evaluation.results import Gap
from thidua_rules.rendering import Speaker
from thidua_rules.rendering.dossier_tables import dossier_table, procedure_table
from thidua_rules.rendering.overview import overview, unconfirmed
from thidua_rules.rendering.policy_tables import policy_tables
from thidua_rules.rendering.words import LANGUAGES
from thidua_rules.review import review_policy
from thidua_rules.serialization import load_policy

HAVING = {"don": True, "bang": True}
WHOLE = {"nhan": "06-06", "xet": "06-07", "ky": "06-20", "gui": "06-27", "nop": "06-30"}


def table(steps, papers=HAVING, lang="vi", **more):
    """The table of one dossier."""
    dated = {name: day(one) for name, one in steps.items()} if steps is not None else None
    evaluation = evaluated(dated, papers, **more)
    return dossier_table(evaluation, Speaker(evaluation.policy, lang, evaluation.roster))


def cells(found, column=2):
    """One column of all rows."""
    return [row[column] for group in found.groups for row in group.rows]


class TestDossiers:
    def test_none(self):
        """
        Where there is no dossier there is no table.
        """
        evaluation = evaluated(None)

        assert dossier_table(evaluation, Speaker(evaluation.policy, "vi")).empty
        assert "dossiers" not in {one.id for one in overview(evaluation, Speaker(evaluation.policy, "vi"))}

    def test_all_good(self):
        """
        What is in time, complete and in order is only counted.
        """
        found = table(WHOLE)

        assert (("1 hồ sơ, tất cả đúng hạn và đủ giấy tờ",), ()) == (found.lines, found.groups)

    @pytest.mark.parametrize(
        ("change", "on", "expected"),
        [
            ({"ky": "06-21"}, None, "làm ngày 21/06/2022, trễ 1 ngày làm việc"),
            ({"ky": "06-20", "gui": "07-01"}, None, "làm ngày 01/07/2022, trễ 4 ngày"),
            ({"nop": "07-01"}, None, "làm ngày 01/07/2022, trễ 1 ngày"),
            ({"gui": "07-01"}, "06-28", "chưa làm, trễ 1 ngày"),
            ({"gui": "07-01", "nop": "06-28"}, "06-27", "chưa đến hạn"),
            ({"xet": None}, None, "? chưa rõ: không ghi ngày"),
        ],
    )
    def test_words(self, change, on, expected):
        """
        A row says when the step was taken, or that it was not, and by how much it is late.
        """
        assert expected in cells(table(WHOLE | change, on=on))

    def test_due(self):
        """
        The last day stands with the number of days and the day that they are counted from.
        """
        found = table(WHOLE | {"ky": "06-21", "gui": "06-27"}, lang="en")

        assert ["2022-06-20: 10 working days from 2022-06-06"] == cells(found, 1)
        assert ["done on 2022-06-21, late by 1 working days"] == cells(found)

    def test_beyond_the_calendar(self):
        """
        Late by an unknown number is said so.
        """
        short = attrs.evolve(CALENDAR, last=day("06-20"))
        found = table({"nhan": "06-06", "xet": "06-07", "ky": "06-22", "nop": "06-07"}, calendar=short)

        assert "làm ngày 22/06/2022, trễ, lịch nghỉ lễ không đủ để tính mấy ngày" in cells(found)

    def test_papers(self):
        """
        A paper that is missing, and one that nobody knows of, are told apart.
        """
        found = table(WHOLE, {"don": None})

        assert ["? chưa rõ đã có hay chưa", "✗ thiếu"] == cells(found)

    def test_orders(self):
        """
        A broken order is a row, and one that is not known too.
        """
        found = [cells(table(WHOLE | change)) for change in ({"xet": "06-21"}, {"xet": "06-20"})]

        assert [["✗ sai thứ tự"], ["? chưa rõ trước sau"]] == found

    def test_too_early(self):
        """
        A step that had to wait says by how much it came too early.
        """
        steps = (step("nhan"), step("ky", after="nhan", wait="muoi"))
        found = table({"nhan": "06-06", "ky": "06-17"}, procedures=(attrs.evolve(ROUTE, steps=steps),))

        assert ["✗ sớm 1 ngày làm việc, sớm nhất là ngày 20/06/2022"] == cells(found)

    def test_titles(self):
        """
        A dossier is named by its procedure, its award where there are several, its subject, and its number.
        """
        policy = load_policy("phap_luat_2003")
        several = attrs.evolve(ROUTE, awards=("co_ban", "nang_cao"))
        evaluation = evaluated({"nhan": day("06-06")}, procedures=(several,))
        (dossier,) = evaluation.dossiers
        found = []
        for change in ({}, {"award": "co_ban", "number": "2"}, {"award": "nang_cao", "subject": "xa"}):
            one = attrs.evolve(evaluation, dossiers=(attrs.evolve(dossier, **change),))
            found.append(dossier_table(one, Speaker(one.policy, "vi", one.roster)).groups[0].title)
        route = policy.procedures["lay_y_kien_cap_nha_nuoc"]
        national = attrs.evolve(dossier, procedure=route, award="bang_khen_thu_tuong")
        one = attrs.evolve(evaluation, policy=policy, dossiers=(national,))
        found.append(dossier_table(one, Speaker(policy, "vi")).groups[0].title)

        assert [
            "x – cả danh sách",
            "x – Cơ bản – cả danh sách – số 2",
            "x – nang_cao – Xã (xa)",
            "Lấy ý kiến nhân dân về đề nghị khen thưởng cấp Nhà nước – Bằng khen của Thủ tướng Chính phủ – cả danh sách",
        ] == found

    def test_assumed(self):
        """
        A deadline that no text gives is marked, and the mark is explained.
        """
        evaluation = evaluated({"nhan": day("06-06")}, HAVING)
        layer = evaluation.policy.layers[0]
        parameters = tuple(attrs.evolve(one, standing=Standing.ASSUMED) for one in layer.parameters)
        policy = attrs.evolve(evaluation.policy, layers=(attrs.evolve(layer, parameters=parameters),))
        found = dossier_table(evaluation, Speaker(policy, "vi"))

        assert "* thời hạn giả định: chưa đọc được văn bản quy định" == found.lines[-1]
        assert "20/06/2022: 10 ngày làm việc từ 06/06/2022 *" in cells(found, 1)

    @pytest.mark.parametrize("lang", sorted(LANGUAGES))
    def test_every_reason_has_words(self, lang):
        """
        Each reason for an open step, and each way of counting, has words in both languages.
        """
        names = [f"gap_{one.value}" for one in Gap] + [f"count_{one.value}" for one in Counting]

        assert [] == [name for name in names if name not in LANGUAGES[lang]]


class TestProcedures:
    def test_deadlines(self):
        """
        A policy's procedures are listed with each deadline, wait and order, and each paper.
        """
        found = procedure_table(Speaker(load_policy("xuan_son_2022"), "vi"))
        deadlines = set(cells(found, 1))

        assert {
            "10 ngày làm việc sau khi: Tiếp nhận hồ sơ",
            "sau khi: Bình xét, bỏ phiếu ở xã",
            "trước khi: Tổng kết phong trào",
            "không sớm hơn 7 ngày làm việc sau khi: Đăng tải, bắt đầu lấy ý kiến; trước khi: Hội đồng họp, được báo cáo kết quả lấy ý kiến",
        } <= deadlines
        assert any(one.startswith("đến ngày 14/12/2020 / 14/12/2021") for one in deadlines)

    def test_part_of_a_policy(self):
        """
        They stand among the tables of a policy that has any.
        """
        law = load_policy("phap_luat_2003")
        without = attrs.evolve(law, layers=(attrs.evolve(law.layers[0], procedures=()),))
        found = [
            "procedures" in {one.id for one in policy_tables(policy, Speaker(policy, "en"))}
            for policy in (law, without)
        ]

        assert [True, False] == found

    def test_standings(self):
        """
        What of them was not confirmed is counted, and named by the review: the calendar and its rule too.
        """
        law = load_policy("phap_luat_2003")
        bare = attrs.evolve(law, layers=(attrs.evolve(law.layers[0], procedures=(), calendar=None),))
        places = {one.path for one in review_policy(law).remarks}
        doubted = [
            part
            for one in law.procedures.values()
            for part in one.provisions
            if part.standing is not Standing.CONFIRMED
        ]

        assert len(doubted) + 2 == unconfirmed(law) - unconfirmed(bare)
        assert {"calendar", "calendar.rule", "procedures.xet_nam.tong_ket"} <= places
        assert not {"calendar", "calendar.rule"} & {one.path for one in review_policy(bare).remarks}
