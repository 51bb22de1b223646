"""Evaluations, policies, reviews and comparisons as tables."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from tests.evaluation.test_demands import DUE, LABELS, evaluated
from tests.evaluation.test_demands import TestStandings as Ranking
from tests.small import POLICY as SMALL
from tests.worlds import BASE, CITE, CLUSTER, HIGHER, HOLD, SHARE, clause, good, person, roster
from tests.worlds import policy as world
from thidua_rules.api import evaluate
from thidua_rules.citations import Standing
from thidua_rules.comparison import compare
from thidua_rules.criteria import MonthsSince
from thidua_rules.facts import FactType, SubjectKind
from thidua_rules.policies.obligations import Fund, Movement, Obligation, Target
from thidua_rules.rendering import Speaker
from thidua_rules.rendering.award_tables import award_tables, household_why
from thidua_rules.rendering.demand_tables import (
    movement_table,
    obligation_table,
    span,
    standings_tables,
    target_table,
)
from thidua_rules.rendering.overview import caution_lines, head, overview, unconfirmed
from thidua_rules.rendering.policy_tables import (
    catalogue_table,
    comparison_table,
    policy_tables,
    review_table,
)
from thidua_rules.rendering.tables import Detail, Table
from thidua_rules.review import Review, review_policy
from thidua_rules.subjects import Decision, DecisionState, Subject
from thidua_rules.values import FrozenMap


def table(evaluation, award, lang="vi", detail=Detail.USUAL) -> Table:
    """The table of one award."""
    tables = award_tables(evaluation, Speaker(evaluation.policy, lang, evaluation.roster), detail)
    return next(one for one in tables if one.id == f"awards.{award}")


def rows(found: Table) -> dict[str, list[tuple[str, ...]]]:
    """The rows of a table by the status of their group."""
    by_status: dict[str, list[tuple[str, ...]]] = {}
    for group in found.groups:
        by_status.setdefault(group.status, []).extend(group.rows)
    return by_status


def decided(award, subject, state=DecisionState.HIEU_LUC):
    """A decision of the end of the year."""
    return Decision(award, subject, state, dt.date(2022, 12, 20))


class TestAwards:
    @pytest.fixture
    def places(self):
        """Two places for seven: one ahead, two level, one behind, one held, one unknown, one not good."""
        people = [
            good("a", 3),
            good("b", 2),
            good("c", 2),
            good("d", 1),
            good("e", 1, records={"vu_viec": [{"mo": True}]}),
            good("f", None),
            good("g", 3, tot=False),
        ]
        return evaluate(world(ty_le=Decimal("0.4")), roster(*people))

    def test_title(self, places):
        """
        A table is titled by the award and who decides; under it stand its places in the law and its quota.
        """
        found = table(places, "nang_cao")

        assert "Nâng cao – Chủ tịch UBND cấp xã quyết định" == found.title
        assert "Điều 1 Luật" == found.lines[0]
        assert found.lines[1].startswith("tỷ lệ: 0,4 × (5 đến 6) = 2 đến 2,4, làm tròn xuống được 2")
        assert "  làm tròn theo cách khác" in found.lines[2]

    def test_groups(self, places):
        """
        Each status is a group, in the order of the statuses, with its number.
        """
        titles = [group.title for group in table(places, "co_ban").groups]

        assert ["Đề nghị tặng: 5", "Tạm hoãn: 1", "Không đủ điều kiện: 1"] == titles

    def test_everybody_once(self, places):
        """
        Everybody stands in the table once.
        """
        for award in ("co_ban", "nang_cao"):
            cells = [cell for group in table(places, award).groups for row in group.rows for cell in row]
            said = " ".join(cells)

            assert all(f"Người {name} ({name})" in said for name in "abcdefg")

    def test_undetermined_says_what_is_missing(self, places):
        """
        Whoever is undetermined is told which facts are missing, and who waits for somebody else is told for whom.
        """
        reasons = {row[1]: row[2] for row in rows(table(places, "nang_cao"))["UNDETERMINED"]}

        assert "còn thiếu: điểm" == reasons["Người f (f)"]
        assert "chờ thông tin của đối tượng khác: Người f (f): điểm" == reasons["Người b (b)"]

    def test_tied(self):
        """
        Those who are level are told with whom.
        """
        people = [good("a", 3), good("b", 2), good("c", 2), good("d", 1), good("e", 1)]
        found = rows(table(evaluate(world(ty_le=Decimal("0.4")), roster(*people)), "nang_cao"))

        assert [
            ("2", "Người b (b)", "ngang với: Người c (c)", ""),
            ("2", "Người c (c)", "ngang với: Người b (b)", ""),
        ] == found["TIED"]

    def test_over_quota(self):
        """
        Whoever is beyond the quota is told by which key, and where it stands.
        """
        people = [good("a", 3), good("b", 2), good("c", 1)]
        found = rows(table(evaluate(world(ty_le=Decimal("0.4")), roster(*people)), "nang_cao"))

        assert ("2", "Người b (b)", "xếp sau đối tượng đứng trước về: điểm [Điều 1 Luật]", "") == found[
            "OVER_QUOTA"
        ][0]

    def test_recommended(self):
        """
        Whoever is put forward is told by which key it is ahead, and the bonus.
        """
        people = [good("a", 3), good("b", 2), good("c", 1)]
        found = rows(table(evaluate(world(ty_le=Decimal("0.4")), roster(*people)), "nang_cao"))
        expected = ("1", "Người a (a)", "xếp trên đối tượng kế tiếp nhờ: điểm [Điều 1 Luật]", "1.490.000 đ")

        assert [expected] == found["RECOMMENDED"]

    def test_ineligible_together(self):
        """
        Those who fail for the same reason stand together, with what they have against what is asked.
        """
        people = [good(name, 1) for name in "abc"]
        found = rows(table(evaluate(world(nguong=3), roster(*people)), "nang_cao"))["INELIGIBLE"]

        assert [("Người a (a), Người b (b), Người c (c)", "✗ du_diem vi [Điều 1 Luật]: 1, cần ≥ 3")] == found

    def test_on_hold(self, places):
        """
        A pending matter carries no mark of a condition.
        """
        assert [("Người e (e)", "tam_hoan vi [Điều 1 Luật]")] == rows(table(places, "co_ban"))["ON_HOLD"]

    def test_covered(self):
        """
        Whoever is covered is told by which award, under which provision.
        """
        proposals = [{"danh_hieu": name, "thanh_tich": "t"} for name in ("theo_khoi", "cap_tren")]
        evaluation = evaluate(world(), roster(good("a", records={"de_nghi_khen_thuong": proposals})))

        assert [("Người a (a)", "Cấp trên [Điều 1 Luật]")] == rows(table(evaluation, "theo_khoi"))["COVERED"]

    def test_groups_of_quotas(self, places):
        """
        Quotas of several groups are told apart by the group's label.
        """
        lines = table(places, "theo_khoi").lines

        assert "một: số chỗ: 2 [Điều 1 Luật]" == lines[1]

    def test_decisions(self):
        """
        What was decided already is said, and a bonus that is not paid because a higher one is.
        """
        evaluation = evaluate(
            world(ty_le=Decimal("0.5")),
            roster(good("a", 3), good("b", 1), decisions=(decided("nang_cao", "a"),)),
        )
        base, upper = table(evaluation, "co_ban"), table(evaluation, "nang_cao")

        assert ("", "Người a (a)", "không chi tiền thưởng vì đã chi mức của Nâng cao", "") in rows(base)[
            "RECOMMENDED"
        ]
        assert rows(upper)["RECOMMENDED"][0][2].endswith("đã có quyết định")

    def test_share(self):
        """
        A collective that misses a share is told what it has and what is asked, as percentages.
        """
        evaluation = evaluate(world(), roster(good("a"), good("b", tot=False)))
        found = rows(table(evaluation, "tap_the"))["INELIGIBLE"]

        assert [("Đơn vị (don_vi)", "✗ tren_nua vi [Điều 1 Luật]: 50%, cần > 50%")] == found

    def test_months(self):
        """
        Whoever is not there long enough is told the months.
        """
        spec = attrs.evolve(world().facts["tot"], id="vao", type=FactType.DATE)
        award = attrs.evolve(BASE, eligibility=(clause("lau", MonthsSince("vao", ">=", 10)),))
        base = world(award)
        layer = attrs.evolve(base.layers[0], facts=(*base.layers[0].facts, spec))
        evaluation = evaluate(
            attrs.evolve(base, layers=(layer,)), roster(person("a", vao=dt.date(2022, 4, 1)))
        )

        assert [("Người a (a)", "✗ lau vi [Điều 1 Luật]: 9 tháng, cần ≥ 10 tháng")] == rows(
            table(evaluation, "co_ban")
        )["INELIGIBLE"]

    def test_no_figure_of_a_personal_fact(self):
        """
        The figure of a personal fact is not shown.
        """
        base = world(nguong=3)
        facts = tuple(
            attrs.evolve(one, personal=True) if one.id == "diem" else one for one in base.layers[0].facts
        )
        policy = attrs.evolve(base, layers=(attrs.evolve(base.layers[0], facts=facts), *base.layers[1:]))
        found = rows(table(evaluate(policy, roster(good("a", 1))), "nang_cao"))["INELIGIBLE"]

        assert [("Người a (a)", "✗ du_diem vi [Điều 1 Luật]")] == found

    def test_brief(self):
        """
        In brief those of whom a row would say nothing but the name stand together.
        """
        evaluation = evaluate(world(), roster(good("a"), good("b")))
        (group,) = table(evaluation, "co_ban", detail=Detail.BRIEF).groups

        assert (("Người a (a), Người b (b)", "tiền thưởng 450.000 đ"),) == group.rows

    def test_nobody(self):
        """
        Awards that nobody is asked about are named together; the brief form leaves them out.
        """
        evaluation = evaluate(world(BASE, SHARE), roster())
        speaker = Speaker(evaluation.policy, "en", evaluation.roster)
        found = award_tables(evaluation, speaker)[-1]

        assert ("Nobody is in the scope of", ("Base",)) == (found.title, found.lines)
        assert found.title not in {one.title for one in award_tables(evaluation, speaker, Detail.BRIEF)}

    def test_english(self, places):
        """
        The table is the same in English.
        """
        vi, en = table(places, "nang_cao"), table(places, "nang_cao", "en")

        assert [len(group.rows) for group in vi.groups] == [len(group.rows) for group in en.groups]
        assert "Upper – the commune's chairman decides" == en.title


class TestHouseholds:
    @pytest.fixture
    def evaluation(self):
        """Five households: three good, one not, one of which that is unknown."""
        award = attrs.evolve(BASE, recipients=(SubjectKind.HO_GIA_DINH,), holds=(), bonus=None)
        facts = [{"tot": True}] * 3 + [{"tot": False}, {}]
        houses = [
            Subject(f"ho-{i}", SubjectKind.HO_GIA_DINH, f"Hộ {i}", None, FrozenMap(one))
            for i, one in enumerate(facts)
        ]
        return evaluate(world(award), roster(*houses))

    def test_counts(self, evaluation):
        """
        Households are counted by status and reason, the most first; none is named.
        """
        speaker = Speaker(evaluation.policy, "vi", evaluation.roster)
        (found,) = award_tables(evaluation, speaker)

        assert {
            "RECOMMENDED": [("3", "đạt mọi điều kiện")],
            "UNDETERMINED": [("1", "còn thiếu: tốt")],
            "INELIGIBLE": [("1", "✗ tot vi [Điều 1 Luật]")],
        } == rows(found)

    def test_everybody(self, evaluation):
        """
        Asked for, every household has a row.
        """
        found = rows(table(evaluation, "co_ban", detail=Detail.EVERYBODY))

        assert ["Hộ 0 (ho-0)", "Hộ 1 (ho-1)", "Hộ 2 (ho-2)"] == [row[1] for row in found["RECOMMENDED"]]

    def test_thousands(self):
        """
        Their number is written like any other.
        """
        award = attrs.evolve(BASE, recipients=(SubjectKind.HO_GIA_DINH,), holds=(), bonus=None)
        houses = [
            Subject(f"ho-{i}", SubjectKind.HO_GIA_DINH, "Hộ", None, FrozenMap({"tot": True}))
            for i in range(1200)
        ]
        evaluation = evaluate(world(award), roster(*houses))
        (found,) = award_tables(evaluation, Speaker(evaluation.policy, "vi"))

        assert (("1.200", "đạt mọi điều kiện"),) == found.groups[0].rows

    def test_covered(self):
        """
        One that is covered says by what.
        """
        kinds = (SubjectKind.HO_GIA_DINH,)
        awards = [attrs.evolve(one, recipients=kinds) for one in (CLUSTER, HIGHER)]
        proposals = [{"danh_hieu": name, "thanh_tich": "t"} for name in ("theo_khoi", "cap_tren")]
        house = attrs.evolve(
            good("ho", records={"de_nghi_khen_thuong": proposals}), kind=SubjectKind.HO_GIA_DINH
        )
        evaluation = evaluate(world(*awards), roster(house))
        speaker = Speaker(evaluation.policy, "vi")

        assert "Cấp trên [Điều 1 Luật]" == household_why(evaluation.outcome("ho", "theo_khoi"), speaker)

    def test_on_hold(self):
        """
        One on hold is told the matter, without a mark.
        """
        award = attrs.evolve(BASE, recipients=(SubjectKind.HO_GIA_DINH,), holds=(HOLD,), bonus=None)
        house = attrs.evolve(good("ho", records={"vu_viec": [{"mo": True}]}), kind=SubjectKind.HO_GIA_DINH)
        evaluation = evaluate(world(award), roster(house))

        assert "tam_hoan vi [Điều 1 Luật]" == household_why(
            evaluation.outcome("ho", "co_ban"), Speaker(evaluation.policy, "vi")
        )


class TestDemands:
    def test_targets(self):
        """
        A target is shown with both figures, and what it misses by with its unit.
        """
        rows_ = {
            "chi_tieu": (
                {"ma": "t", "giao": Decimal(100), "thuc_hien": Decimal("98.6")},
                {"ma": "u", "giao": Decimal(1200), "thuc_hien": Decimal(1200)},
            )
        }
        targets = tuple(
            Target(id=name, metric="m", unit=unit, **LABELS)
            for name, unit in (("t", "phan_tram"), ("u", "nguoi"), ("v", "vu"))
        )
        evaluation = evaluated(rows=rows_, targets=targets)
        (group,) = target_table(evaluation, Speaker(evaluation.policy, "vi")).groups

        assert (
            ("t x [Điều 1 Luật]", "100%", "98,6%", "✗ không đạt (thiếu 1,4 điểm %)"),
            ("u x [Điều 1 Luật]", "1.200 người", "1.200 người", "✓ đạt"),
            ("v x [Điều 1 Luật]", "chưa có thông tin", "chưa có thông tin", "? chưa rõ"),
        ) == group.rows

    @pytest.mark.parametrize(
        ("lang", "text"),
        [("vi", "? chưa hết năm (vượt 3 người)"), ("en", "? the year is not over (over by 3 persons)")],
    )
    def test_target_before_the_end(self, lang, text):
        """
        Before the year's end a target shows how it stands so far.
        """
        rows_ = {"chi_tieu": ({"ma": "t", "giao": 100, "thuc_hien": 103},)}
        target = Target(id="t", metric="m", unit="nguoi", **LABELS)
        evaluation = evaluated(rows=rows_, targets=(target,), on=DUE)

        assert target_table(evaluation, Speaker(evaluation.policy, lang)).groups[0].rows[0][3] == text

    def test_movements(self):
        """
        Movements that are met are counted; the others say what they lack, or what nobody told.
        """
        row = {
            "ngay_phat_dong": DUE, "so_bao_cao": 0, "co_ke_hoach": True, "co_nguoi_phu_trach": True, "co_ket_qua": True,
        }  # fmt: skip
        lists = {"phong_trao": (row | {"ma": "p"}, {"ma": "q"}, row | {"ma": "r", "so_bao_cao": 1})}
        evaluation = evaluated(rows=lists, movements=tuple(Movement(id=name, **LABELS) for name in "pqr"))
        found = movement_table(evaluation, Speaker(evaluation.policy, "vi"))

        assert "1 phong trào đạt; còn lại:" == found.lines[0]
        assert ("p x", "30/06/2022", "✗ chưa có: báo cáo") == found.groups[0].rows[0]
        assert found.groups[0].rows[1][2].startswith("? chưa rõ: ngày phát động, báo cáo")

    @pytest.mark.parametrize(
        ("lists", "expected"),
        [
            ((), ("x: x [Điều 1 Luật]", "30/06/2022", "chưa làm, trễ 184 ngày")),
            (
                ({"ma": "n", "ngay": dt.date(2022, 7, 2)},),
                ("x: x [Điều 1 Luật]", "30/06/2022", "làm ngày 02/07/2022, trễ 2 ngày"),
            ),
            (None, ("x: x [Điều 1 Luật]", "30/06/2022", "chưa có thông tin")),
        ],
    )
    def test_obligations(self, lists, expected):
        """
        What was not done in time is shown with the days; of what nobody told, nothing is said to be undone.
        """
        one = Obligation(id="n", actor_vi="x", actor_en="x", due="han", **LABELS)
        evaluation = evaluated(rows={} if lists is None else {"nghia_vu": lists}, obligations=(one,))
        found = obligation_table(evaluation, Speaker(evaluation.policy, "vi"))

        assert (expected,) == found.groups[0].rows
        assert 1 == len(found.lines)

    def test_assumed_day(self):
        """
        A day that the plan does not give is marked, and the mark is explained.
        """
        one = Obligation(id="n", actor_vi="x", actor_en="x", due="han", **LABELS)
        evaluation = evaluated(rows={"nghia_vu": ()}, obligations=(one,))
        layer = evaluation.policy.layers[0]
        parameters = tuple(
            attrs.evolve(spec, standing=Standing.ASSUMED) if spec.id == "han" else spec
            for spec in layer.parameters
        )
        policy = attrs.evolve(evaluation.policy, layers=(attrs.evolve(layer, parameters=parameters),))
        found = obligation_table(evaluation, Speaker(policy, "vi"))

        assert "30/06/2022 *" == found.groups[0].rows[0][1]
        assert "* hạn giả định: kế hoạch không ghi ngày" == found.lines[-1]


class TestStandings:
    def test_rows(self):
        """
        Units are ranked inside their stratum: the place, the score, who is level, and what the place proposes.
        """
        units = [Ranking.unit("a", 5), Ranking.unit("b", 7), Ranking.unit("c", 5)]
        evaluation = evaluated(*units, scales=(Ranking.SCALE,), standings=(Ranking.RANKING,))
        (found,) = standings_tables(evaluation, Speaker(evaluation.policy, "vi", evaluation.roster))

        assert ("x", ("x [Điều 1 Luật]",), "một") == (found.title, found.lines, found.groups[0].title)
        assert (
            ("1", "b (b)", "7", "Cơ bản"),
            ("2", "a (a)", "5", "ngang với: c (c)"),
            ("2", "c (c)", "5", "ngang với: a (a)"),
        ) == found.groups[0].rows

    def test_open(self):
        """
        Places and scores that missing facts leave open are intervals.
        """
        units = [Ranking.unit("a", 5), Ranking.unit("b", None)]
        evaluation = evaluated(*units, scales=(Ranking.SCALE,), standings=(Ranking.RANKING,))
        (found,) = standings_tables(evaluation, Speaker(evaluation.policy, "vi"))

        assert {("1 đến 2", "a", "5", ""), ("1 đến 2", "b", "0 đến 10", "")} == set(found.groups[0].rows)

    @pytest.mark.parametrize(
        ("low", "high", "expected"),
        [
            (5, 5, "5"),
            (Fraction(256, 3), Fraction(256, 3), "≈ 85,33"),
            (Fraction(256, 3), 97, "≈ 85,33 đến 97"),
            (Decimal("1.5"), Decimal("1.5"), "1,5"),
        ],
    )
    def test_scores(self, low, high, expected):
        """
        A fraction that no decimal writes is marked as rounded.
        """
        assert expected == span(low, high, Speaker(SMALL, "vi"))


class TestOverview:
    def test_empty(self):
        """
        A roster without anybody gives one table that says so.
        """
        evaluation = evaluate(world(), attrs.evolve(roster(), subjects=()))
        (found,) = overview(evaluation, Speaker(evaluation.policy, "vi"))

        assert ("Chưa có gì để xét", ("danh sách không có đối tượng nào",)) == (found.title, found.lines)

    def test_no_empty_table(self):
        """
        Tables without anything to show are left out.
        """
        evaluation = evaluate(world(), roster(good("a")))
        found = overview(evaluation, Speaker(evaluation.policy, "vi", evaluation.roster))

        assert not any(one.empty for one in found)
        assert not {"targets", "movements", "obligations", "wanted"} & {one.id for one in found}

    def test_head(self):
        """
        At the top stand the policy, the commune, the year, the day and the number of subjects.
        """
        evaluation = evaluate(world(), roster(good("a")), on=dt.date(2022, 6, 30))

        assert ("Nhỏ", "Xã", "Năm 2022, xét đến ngày 30/06/2022: 2 đối tượng") == head(
            evaluation, Speaker(evaluation.policy, "vi")
        )

    def test_cautions(self):
        """
        A layer that was not in force is cautioned with its days.
        """
        base = world()
        late = attrs.evolve(base.layers[0], valid_from=dt.date(2023, 1, 1))
        evaluation = evaluate(attrs.evolve(base, layers=(late,)), roster(good("a")))
        (line,) = caution_lines(evaluation, Speaker(evaluation.policy, "vi"))

        assert line == "CHÚ Ý: Luật không có hiệu lực vào ngày cuối của năm xét (hiệu lực từ 01/01/2023)"

    def test_wanted(self):
        """
        Missing facts are listed by how many outcomes wait for them; beyond ten they are counted.
        """
        evaluation = evaluate(world(), roster(*(person(f"p{i:02}") for i in range(12))))
        speaker = Speaker(evaluation.policy, "vi", evaluation.roster)
        found = next(one for one in overview(evaluation, speaker) if one.id == "wanted")
        numbers = [int(row[1]) for row in found.groups[0].rows[:10]]

        assert sorted(numbers, reverse=True) == numbers
        assert 11 == len(found.groups[0].rows)
        assert found.groups[0].rows[-1][0].startswith("và ")

    def test_discrepancies(self):
        """
        A decision that the rules do not support is shown with what is wrong.
        """
        evaluation = evaluate(world(), roster(good("a", tot=False), decisions=(decided("co_ban", "a"),)))
        speaker = Speaker(evaluation.policy, "vi", evaluation.roster)
        found = next(one for one in overview(evaluation, speaker) if one.id == "discrepancies")

        assert (("Cơ bản", "Người a (a)", "đã tặng cho đối tượng không đủ điều kiện"),) == found.groups[
            0
        ].rows

    @pytest.mark.parametrize(
        ("spending", "expected"),
        [
            (
                10**9,
                "Tổng 450.000 đ; trong mức trần 400.000.000 đ của quỹ (40% chi thường xuyên, Điều 1 Luật)",
            ),
            (10**6, "Tổng 450.000 đ; VƯỢT mức trần 400.000 đ của quỹ (40% chi thường xuyên, Điều 1 Luật)"),
            (None, "Tổng 450.000 đ; chưa rõ mức trần của quỹ vì thiếu số chi thường xuyên"),
        ],
    )
    def test_fund(self, spending, expected):
        """
        The sum of the bonuses is held against the ceiling of the fund.
        """
        base = world(BASE)
        spec = attrs.evolve(base.facts["diem"], id="chi", maximum=None)
        layer = attrs.evolve(
            base.layers[0],
            facts=(*base.layers[0].facts, spec),
            fund=Fund(rate="ty_le", spending="chi", citation=CITE),
        )
        facts = FrozenMap({} if spending is None else {"chi": spending})
        commune = Subject("xa", SubjectKind.XA, "Xã", None, facts)
        evaluation = evaluate(attrs.evolve(base, layers=(layer,)), roster(good("a"), commune))
        speaker = Speaker(evaluation.policy, "vi", evaluation.roster)
        found = next(one for one in overview(evaluation, speaker) if one.id == "money")

        assert expected == "; ".join(found.lines)


class TestPolicies:
    def test_catalogue(self):
        """
        Each policy that ships has a row with its layers.
        """
        (group,) = catalogue_table([SMALL], Speaker(SMALL, "en")).groups

        assert (("nho", "small policy", "luat; ke_hoach"),) == group.rows

    def test_policy(self):
        """
        A policy is shown by its layers, instruments, conditions and numbers.
        """
        tables = policy_tables(SMALL, Speaker(SMALL, "vi"))

        assert ["layers", "instruments", "provisions", "parameters"] == [one.id for one in tables]
        assert ("luat", "Luật", "từ 01/01/2020") == tables[0].groups[0].rows[0]
        assert ("Đăng ký", "mục I.2 Kế hoạch", "đã xác nhận") in tables[2].groups[0].rows

    def test_numbers(self):
        """
        A number stands with its unit, its id, and how far a lower layer may set it; a rounding in words.
        """
        found = {row[0]: row[1] for row in policy_tables(SMALL, Speaker(SMALL, "vi"))[3].groups[0].rows}

        assert "79,5 điểm" == found["diem_toi_thieu (diem_toi_thieu)"]
        assert "0,1 (được đặt đến 0,2)" == found["ty_le (ty_le)"]
        assert "xuống" == found["lam_tron (lam_tron)"]

    def test_dates(self):
        """
        A number that changes shows from when to when each value holds; both ends of what may be set are shown.
        """
        policy = world()
        found = {row[0]: row[1] for row in policy_tables(policy, Speaker(policy, "vi"))[3].groups[0].rows}

        assert "1.490.000 đến 30/06/2023; 1.800.000 từ 01/07/2023" == found["lương cơ sở (luong_co_so)"]
        assert "0,4 (được đặt từ 0 đến 1)" == found["ty_le (ty_le)"]

    def test_review(self):
        """
        Remarks are grouped by weight, then by what they mean, each with what it is about and its place.
        """
        found = review_table(review_policy(SMALL), SMALL, Speaker(SMALL, "vi"))
        weights = [(group.status, group.title) for group in found.groups if group.status]
        title = "chỉ tiêu không có con số; số phải lấy từ văn bản giao chỉ tiêu (1)"

        assert [("warning", "Cần xem lại: 1"), ("note", "Cần biết: 3")] == weights
        assert title in [group.title for group in found.groups]
        assert all(len(row) == len(found.columns) for group in found.groups for row in group.rows)

    def test_clean_review(self):
        """
        A review without remarks says so.
        """
        assert ("không có gì phải xem lại",) == review_table(
            Review("nho", ()), SMALL, Speaker(SMALL, "vi")
        ).lines

    def test_comparison(self):
        """
        A comparison counts who gains and loses, and says of each flip by what: a provision, or the quota.
        """
        people = [good("a", 3), good("b", 2), good("c", 1)]
        comparison = compare(world(), world(nguong=2, ty_le=Decimal("0.7")), roster(*people))
        found = comparison_table(
            comparison, "mới", Speaker(comparison.before.policy, "vi", comparison.before.roster)
        )

        assert "So sánh nho với mới" == found.title
        assert found.lines[0].startswith("kết quả thay đổi: 2; được thêm: 1; bị mất: 0; ")
        assert [
            (
                "Người b (b)",
                "Đủ điều kiện, ngoài hạn mức",
                "Đề nghị tặng",
                "hạn mức, thứ tự: tỷ lệ [Điều 1 Luật]",
            ),
            ("Người c (c)", "Đủ điều kiện, ngoài hạn mức", "Không đủ điều kiện", "du_diem vi [Điều 1 Luật]"),
        ] == list(found.groups[0].rows)

    @pytest.mark.parametrize(
        ("lang", "line"),
        [
            ("vi", "vượt ủy quyền: nguong được đặt là 2, văn bản cấp trên cho phép – [Điều 1 Luật]"),
            ("en", "overreach: nguong is set to 2, the higher instrument allows – [article 1 Law]"),
        ],
    )
    def test_overreach(self, lang, line):
        """
        After the count a comparison says where the other policy, and only that, goes beyond what the law allows.
        """
        beyond = world(nguong=2)
        people = [good("a", 3), good("b", 2)]
        speaker = Speaker(beyond, lang)

        assert (line,) == comparison_table(compare(world(), beyond, roster(*people)), "x", speaker).lines[1:]
        assert () == comparison_table(compare(beyond, world(), roster(*people)), "x", speaker).lines[1:]

    def test_overreach_without_flip(self):
        """
        A change beyond the law is said too where it changes no outcome.
        """
        beyond = world(nguong=2)
        lines = comparison_table(compare(world(), beyond, roster()), "x", Speaker(beyond, "vi")).lines

        assert ["Không kết quả nào thay đổi", "vượt ủy quyền"] == [line.partition(":")[0] for line in lines]

    def test_no_flip(self):
        """
        A comparison in which nothing changes says so.
        """
        comparison = compare(world(), world(), roster(good("a")))

        assert ("Không kết quả nào thay đổi",) == comparison_table(
            comparison, "x", Speaker(comparison.before.policy, "vi")
        ).lines

    def test_unconfirmed(self):
        """
        The provisions and numbers that nobody confirmed are counted.
        """
        assert 1 == unconfirmed(SMALL)
