"""Findings as sentences: every kind, both languages, and what is never said."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from tests.small import FACTS, POLICY, PRIVATE, ROSTER, text
from thidua_rules.citations import Citation
from thidua_rules.criteria import (
    All,
    Any,
    AtLeastOf,
    Between,
    Case,
    Chosen,
    Compare,
    ConsecutiveYears,
    Constant,
    Count,
    Criterion,
    Earned,
    Exempt,
    Exists,
    Fact,
    Is,
    MemberCount,
    MemberOf,
    MemberShare,
    MonthsSince,
    NoneOf,
    Not,
    OfUnit,
    OneOf,
    Parameter,
    Registered,
    Settled,
    Sum,
    Unless,
    Where,
    WhereIn,
    WhereWithin,
)
from thidua_rules.criteria.awards import NotCancelled
from thidua_rules.criteria.votes import Voted
from thidua_rules.errors import UnknownNameError
from thidua_rules.evaluation import evaluate
from thidua_rules.evaluation.world import EvaluationWorld
from thidua_rules.facts import FactType
from thidua_rules.findings import Finding, Missing
from thidua_rules.rendering import Speaker, sentence
from thidua_rules.rendering.sentences import KINDS
from thidua_rules.scales import ClassAtLeast, ScoreReaches, StandardsReach
from thidua_rules.serialization import roster_from_json, whole_vocabulary
from thidua_rules.verdicts import MET, UNKNOWN, UNMET

ROWS = roster_from_json(text(ROSTER), POLICY)
WORLD = EvaluationWorld(POLICY, ROWS, dt.date(2022, 12, 31))
VI, EN = Speaker(POLICY, "vi", ROWS), Speaker(POLICY, "en", ROWS)
YES = Is("dong_y")

SENTENCES = [
    ("cb-01", All((YES,)), "tất cả", "all of"),
    ("cb-01", Any((YES,)), "ít nhất một trong", "at least one of"),
    ("cb-01", Not(YES), "không thuộc trường hợp", "not"),
    (
        "cb-01", Chosen("lam_tron", ("ceil",)),
        "lam_tron: đang chọn xuống, ở đây cần: lên", "lam_tron: chosen down, here needed: up",
    ),
    (
        "cb-01", AtLeastOf(1, (YES, Not(YES))),
        "đạt 1 trong 2 điều kiện, cần ít nhất 1", "1 of 2 conditions met, at least 1 required",
    ),
    ("cb-01", Settled(MET), "quy định đã nêu rõ, không phụ thuộc thông tin", "by the rule itself, whatever the facts"),
    ("cb-01", Settled(UNKNOWN), "cần người có thẩm quyền xem xét", "whoever is competent has to look at it"),
    ("cb-01", Unless(YES, (Exempt("e", YES, YES),)), "quy tắc chung và ngoại lệ", "general rule and exceptions"),
    (
        "cb-01", Compare("diem", ">=", Constant(90)),
        "Hỏi diem: 87,25 điểm, yêu cầu ≥ 90 điểm (thiếu 2,75 điểm)",
        "asked diem: 87.25 points, required ≥ 90 points (short by 2.75 points)",
    ),
    (
        "cb-01", Compare("diem", "<=", Constant(80)),
        "Hỏi diem: 87,25 điểm, yêu cầu ≤ 80 điểm (vượt 7,25 điểm)",
        "asked diem: 87.25 points, required ≤ 80 points (over by 7.25 points)",
    ),
    (
        "cb-01", Compare("diem", ">=", Parameter("diem_toi_thieu")),
        "Hỏi diem: 87,25 điểm, yêu cầu ≥ 79,5 điểm", "asked diem: 87.25 points, required ≥ 79.5 points",
    ),
    (
        "cb-02", Compare("diem", ">=", Constant(90)),
        "Hỏi diem: không giao, yêu cầu ≥ 90 điểm", "asked diem: not assigned, required ≥ 90 points",
    ),
    (
        "cb-01", Compare("ngay_vao", "<", Constant(dt.date(2019, 2, 1))),
        "Hỏi ngay_vao: 01/03/2019, yêu cầu < 01/02/2019 (vượt 28 ngày)",
        "asked ngay_vao: 2019-03-01, required < 2019-02-01 (over by 28 days)",
    ),
    (
        "cb-01", Between("thang_nghi", 1, 2),
        "Hỏi thang_nghi: 0 tháng, yêu cầu từ 1 tháng đến 2 tháng",
        "asked thang_nghi: 0 months, required from 1 months to 2 months",
    ),
    (
        "cb-01", Between("diem", 0, Parameter("diem_toi_thieu"), high_included=False),
        "Hỏi diem: 87,25 điểm, yêu cầu ≥ 0 điểm và < 79,5 điểm",
        "asked diem: 87.25 points, required ≥ 0 points and < 79.5 points",
    ),
    (
        "cb-01", OneOf("xep_loai", ("HTNV", "HTTNV")),
        "Hỏi xep_loai: Tốt, yêu cầu một trong: Hoàn thành, Tốt",
        "asked xep_loai: well, required one of: fulfilled, well",
    ),
    ("cb-01", Is("dong_y", wanted=False), "Hỏi dong_y: có, yêu cầu không", "asked dong_y: yes, required no"),
    ("cb-02", YES, "Hỏi dong_y: chưa có thông tin, yêu cầu có", "asked dong_y: not known, required yes"),
    (
        "cb-01", MonthsSince("ngay_vao", ">=", 60),
        "Hỏi ngay_vao, tính đến hết kỳ: 46 tháng, yêu cầu ≥ 60 tháng (thiếu 14 tháng)",
        "asked ngay_vao, to the end of the period: 46 months, required ≥ 60 months (short by 14 months)",
    ),
    (
        "cb-01",
        Exists("sang_kien", (Where("diem", ">=", Constant(50)), WhereIn("cap", ("xa", "tinh")), WhereWithin("nam", 2))),
        ("Hỏi sang_kien: 1 mục (Hỏi diem ≥ 50 điểm, Hỏi cap = Xã, Tỉnh, Hỏi nam trong kỳ xét và 2 năm trước), "
        "cần ít nhất 1 mục"),
        ("asked sang_kien: rows: 1 (asked diem ≥ 50 points, asked cap = commune, province, asked nam in the period and "
        "the 2 years before), at least one required"),
    ),
    (
        "cb-01", NoneOf("sang_kien"),
        "Hỏi sang_kien: 1 mục, yêu cầu không có mục nào", "asked sang_kien: rows: 1, there must be none",
    ),
    (
        "cb-01", Count("sang_kien", ">=", Constant(2)),
        "Hỏi sang_kien: 1 mục, yêu cầu ≥ 2", "asked sang_kien: rows: 1, required ≥ 2",
    ),
    (
        "cb-02", Count("sang_kien", ">=", Constant(2)),
        "Hỏi sang_kien: chưa có thông tin, yêu cầu ≥ 2", "asked sang_kien: not known, required ≥ 2",
    ),
    (
        "cb-01", ConsecutiveYears("xuat_sac", 3),
        "Xuất sắc, số năm liên tục trước năm xét: chưa có thông tin, yêu cầu 3",
        "excellent, consecutive years before this one: not known, required 3",
    ),
    (
        "khoi", MemberShare(YES, ">=", Decimal("0.75")),
        "Số thành viên đạt: 1 trên 2 (50% đến 100%), yêu cầu ≥ 75%",
        "Members who meet it: 1 of 2 (50% to 100%), required ≥ 75%",
    ),
    (
        "khoi", MemberCount(YES, ">", 2),
        "Số thành viên thuộc trường hợp này: 1 đến 2, yêu cầu > 2", "Number of such members: 1 to 2, required > 2",
    ),
    ("cb-02", Earned("gioi"), "Giỏi: quyết định đã bị hủy", "good: the decision was cancelled"),
    (
        "cb-01", Registered(("gioi", "xuat_sac")),
        "cần đăng ký ít nhất một trong: Giỏi, Xuất sắc; đã đăng ký: Giỏi",
        "to be registered for one of: good, excellent; registered for: good",
    ),
    ("cb-01", MemberOf(("khoi",)), "thuộc Khối (khoi)", "belongs to Khối (khoi)"),
    ("cb-01", OfUnit(YES), "xét ở đơn vị Khối (khoi)", "asked of the unit Khối (khoi)"),
    (
        "cb-01", NotCancelled("gioi"),
        "quyết định tặng Giỏi không bị hủy", "the decision that gave good was not cancelled",
    ),
    (
        "cb-01", Voted("gioi", Decimal("0.9"), "members"),
        "phiếu về Giỏi: 9/11 phiếu đồng ý (tổng số thành viên), cần từ 90%; dự họp 10/11 (không đủ tỷ lệ đồng ý)",
        "vote on good: 9 of 11 approve (all members), at least 90% needed; 10 of 11 present (too few approvals)",
    ),
    (
        "cb-01", Voted("xuat_sac", Decimal("0.9"), "members"),
        "phiếu về Xuất sắc: chưa bỏ phiếu, cần từ 90% tổng số thành viên đồng ý",
        "vote on excellent: not held yet, at least 90% of all members needed",
    ),
    (
        "cb-02", NotCancelled("gioi"),
        "quyết định tặng Giỏi đã bị hủy ngày 25/12/2022", "the decision that gave good was cancelled on 2022-12-25",
    ),
    (
        "cb-02", ScoreReaches("bang", ">=", Constant(100)),
        "Tổng điểm Bảng điểm: 31, yêu cầu ≥ 100 (thiếu 69 điểm)",
        "Total of table: 31, required ≥ 100 (short by 69 points)",
    ),
    (
        "cb-01", StandardsReach("bang", Constant(50)),
        "mỗi tiêu chuẩn đạt từ 50% số điểm tối đa", "each standard reaches 50% of its points",
    ),
    (
        "cb-02", ClassAtLeast("bang", ("tot",)),
        "xếp loại Còn lại, yêu cầu một trong: Tốt", "class other, required one of: good",
    ),
]  # fmt: skip
INNER = [
    ("cb-01", Unless(YES, (Exempt("e", YES, YES, "vì thế", "so"),)), "exempt", "ngoại lệ: vì thế", "exception: so"),
    (
        "cb-01", Unless(YES, (Exempt("e", Not(YES), YES),)), "exempt",
        "ngoại lệ: e (không áp dụng)", "exception: e (does not apply)",
    ),
    (
        "cb-01",
        Unless(Unless(YES, (Exempt("a", YES, YES), Exempt("b", YES, Not(YES)))), (Exempt("c", YES, YES),)),
        "clash", "hai ngoại lệ mâu thuẫn: a, b", "two exceptions that contradict each other: a, b",
    ),
    ("khoi", MemberCount(YES, ">", 2), "member", f"thành viên {PRIVATE} (cb-01)", f"member {PRIVATE} (cb-01)"),
    (
        "cb-02", StandardsReach("bang", Constant(50)), "standard",
        "Nhóm: 12,5 trên 130 điểm, yêu cầu từ 65 (thiếu 52,5 điểm)",
        "group: 12.5 of 130 points, required from 65 (short by 52.5 points)",
    ),
]  # fmt: skip


def found(subject: str, criterion: Criterion) -> Finding:
    """The finding of *criterion* for one subject of the small roster."""
    return criterion.check(Case(ROWS.subject(subject), WORLD))


class TestKinds:
    def test_every_criterion(self):
        """
        Every kind of criterion that a policy may be written in has a sentence of its own.
        """
        kinds = {kind for kind, one in whole_vocabulary().kinds.items() if issubclass(one, Criterion)}

        assert len(kinds) > 20
        assert set() == kinds - KINDS

    def test_every_finding(self):
        """
        So has every kind of finding that evaluation makes, at any depth.
        """
        outcomes = evaluate(POLICY, ROWS).outcomes
        trees = [tree for one in outcomes for tree in (one.finding, one.hold) if tree is not None]

        assert set() == {one.kind for tree in trees for one in tree.walk()} - KINDS

    def test_all_are_tried(self):
        """
        Each of them is tried below.
        """
        tried = (
            {criterion.kind for _, criterion, *_ in SENTENCES}
            | {kind for _, _, kind, *_ in INNER}
            | {"clause"}
        )

        assert set() == KINDS - tried

    @pytest.mark.parametrize(("subject", "criterion", "vi", "en"), SENTENCES)
    def test_sentence(self, subject, criterion, vi, en):
        """
        A finding says what was asked, what was found and by what margin it missed.
        """
        finding = found(subject, criterion)

        assert (vi, en) == (sentence(finding, VI), sentence(finding, EN))

    @pytest.mark.parametrize(("subject", "criterion", "kind", "vi", "en"), INNER)
    def test_inner(self, subject, criterion, kind, vi, en):
        """
        So do the findings inside others that no criterion of a policy makes by itself.
        """
        finding = next(one for one in found(subject, criterion).walk() if one.kind == kind)

        assert (vi, en) == (sentence(finding, VI), sentence(finding, EN))

    def test_provision(self):
        """
        A provision is said by its label.
        """
        finding = POLICY.awards["gioi"].eligibility[2].check(Case(ROWS.subject("cb-01"), WORLD))

        assert ("Điều kiện tham_nien", "condition tham_nien") == (
            sentence(finding, VI),
            sentence(finding, EN),
        )

    def test_unknown_kind(self):
        """
        A kind of another package is shown by what it asked.
        """
        finding = Finding("acme.completed-course", UNMET, (("course", "an toàn"), ("hours", 8)))

        assert "acme.completed-course: course = an toàn; hours = 8" == sentence(finding, VI)

    def test_unknown_kind_that_says_nothing(self):
        """
        One that asked nothing is shown by its verdict.
        """
        assert "acme.odd: không đạt" == sentence(Finding("acme.odd", UNMET), VI)

    def test_broken_run(self):
        """
        A run of years that was broken says in which.
        """
        asked = (("award", "xuat_sac"), ("value", 3), ("broken_in", 2020))
        finding = Finding("consecutive-years", UNMET, asked, 1, 3)

        assert sentence(finding, VI).endswith(
            "số năm liên tục trước năm xét: 1, yêu cầu 3; gián đoạn ở năm 2020"
        )


class TestPersonal:
    @pytest.mark.parametrize(
        "criterion",
        [
            Compare("luong", ">=", Constant(9_000_000)),
            Compare("luong", "<", Constant(5)),
            Compare("diem", ">=", Fact("luong")),
            Compare("diem", ">=", Sum((Fact("luong"), Constant(1)))),
            Compare("benh", "==", Constant("không")),
            Between("luong", 1, 5),
            Between("diem", Fact("luong"), 100),
            Count("sang_kien", ">=", Fact("luong")),
        ],
    )
    def test_hidden(self, criterion):
        """
        Neither a personal value, nor what was worked out from one, nor the margin to one is said.
        """
        finding = found("cb-01", criterion)
        said = sentence(finding, VI) + sentence(finding, EN)

        assert not any(secret in said for secret in ("7.654", "7,654", "7654", PRIVATE, "thiếu", "vượt"))

    def test_day(self):
        """
        Nor the months since a personal day.
        """
        personal = attrs.evolve(POLICY.facts["ngay_vao"], personal=True)
        facts = tuple(personal if one.id == "ngay_vao" else one for one in FACTS)
        layer = attrs.evolve(POLICY.layers[0], facts=facts)
        speaker = Speaker(attrs.evolve(POLICY, layers=(layer, *POLICY.layers[1:])), "vi", ROWS)

        assert "Hỏi ngay_vao, tính đến hết kỳ: không hiển thị, yêu cầu ≥ 60 tháng" == sentence(
            found("cb-01", MonthsSince("ngay_vao", ">=", 60)), speaker
        )

    @pytest.mark.parametrize("subject", ["cb-01", "cb-02"])
    def test_rows(self, subject):
        """
        Nor how many rows a personal list has.
        """
        assert "Hỏi ky_luat: không hiển thị, yêu cầu không có mục nào" == sentence(
            found(subject, NoneOf("ky_luat")), VI
        )

    def test_missing(self):
        """
        That a personal fact is missing may be said.
        """
        assert "Hỏi benh: chưa có thông tin, yêu cầu = có" == sentence(
            found("cb-02", Compare("benh", "==", Constant("có"))), VI
        )


class TestSpeaker:
    @pytest.mark.parametrize(
        ("value", "vi", "en"),
        [
            (0, "0", "0"),
            (1_490_000, "1.490.000", "1,490,000"),
            (-1_350_000, "-1.350.000", "-1,350,000"),
            (Decimal("0.15"), "0,15", "0.15"),
            (Decimal("1234567.125"), "1.234.567,125", "1,234,567.125"),
            (Decimal("3.50"), "3,5", "3.5"),
            (Decimal("1E+3"), "1.000", "1,000"),
            (Fraction(1, 4), "0,25", "0.25"),
            (Fraction(1, 3), "1/3", "1/3"),
        ],
    )
    def test_number(self, value, vi, en):
        """
        Numbers are exact: points for thousands and a decimal comma in Vietnamese.
        """
        assert (vi, en) == (VI.number(value), EN.number(value))

    @pytest.mark.parametrize(
        ("value", "vi", "en"),
        [
            (Fraction(1, 2), "50%", "50%"),
            (Fraction(2, 3), "66,67%", "66.67%"),
            (Decimal("0.155"), "15,5%", "15.5%"),
            (1, "100%", "100%"),
            ((Fraction(17, 18), 1), "94,44% đến 100%", "94.44% to 100%"),
            (None, "chưa có thông tin", "not known"),
        ],
    )
    def test_share(self, value, vi, en):
        """
        Shares are percentages, to two places.
        """
        assert (vi, en) == (VI.share(value), EN.share(value))

    @pytest.mark.parametrize(
        ("value", "unit", "vi", "en"),
        [
            (2022, "nam", "2022", "2022"),
            (Decimal("98.6"), "phan_tram", "98,6%", "98.6%"),
            (1200, "nguoi", "1.200 người", "1,200 persons"),
            (10, "ngay_lam_viec", "10 ngày làm việc", "10 working days"),
            (7, "cua_ai", "7", "7"),
        ],
    )
    def test_quantity(self, value, unit, vi, en):
        """
        A number stands with its unit; a year as it is, and one of an unknown unit alone.
        """
        assert (vi, en) == (VI.quantity(value, unit), EN.quantity(value, unit))

    @pytest.mark.parametrize(
        ("margin", "unit", "vi"),
        [
            (Decimal("-1.4"), "phan_tram", "thiếu 1,4 điểm %"),
            (2, "vu", "vượt 2 vụ"),
            (-3, "nam", "thiếu 3"),
            (Fraction(-1, 3), "", "thiếu 1/3"),
        ],
    )
    def test_margin(self, margin, unit, vi):
        """
        A margin has the unit of what was compared; that of percentages is in percentage points.
        """
        assert vi == VI.margin(margin, unit)

    def test_day(self):
        """
        Days are written as each language writes them.
        """
        day = dt.date(2022, 3, 1)

        assert ("01/03/2022", "2022-03-01") == (VI.day(day), EN.day(day))

    @pytest.mark.parametrize(
        ("citation", "vi", "en"),
        [
            (Citation("luat", "1", "2", "a"), "điểm a khoản 2 Điều 1 Luật", "point a clause 2 article 1 law"),
            (Citation("luat"), "Luật", "law"),
            (Citation("ke_hoach", "II.3.a.1"), "mục II.3.a.1 Kế hoạch", "section II.3.a.1 plan"),
            (Citation("ke_hoach", "mo_dau.2"), "phần mở đầu, đoạn 2 Kế hoạch", "preamble, paragraph 2 plan"),
            (Citation("ke_hoach", "noi_nhan"), "phần Nơi nhận Kế hoạch", "list of recipients plan"),
            (Citation("khong_co", "5"), "Điều 5 khong_co", "article 5 khong_co"),
        ],
    )
    def test_citation(self, citation, vi, en):
        """
        A place in the law is cited from the point up; a plan has sections, and parts that have names.
        """
        assert (vi, en) == (VI.citation(citation), EN.citation(citation))

    @pytest.mark.parametrize(
        ("fact", "vi"),
        [
            ("diem", "Hỏi diem"),
            ("danh_hieu:gioi", "kết quả Giỏi"),
            ("phieu:gioi", "phiếu của Hội đồng cho Giỏi"),
            ("thanh_vien", "danh sách thành viên"),
            ("sang_kien[1].diem", "Hỏi sang_kien, 2: Hỏi diem"),
            ("khong_co", "khong_co"),
        ],
    )
    def test_wanted(self, fact, vi):
        """
        Whatever is missing has words: a fact, a column, or an outcome that is waited for.
        """
        assert vi == VI.fact_wanted(fact)

    def test_missing(self):
        """
        A missing fact is said with whose it is, where it is somebody's.
        """
        assert "Thôn (thon): Hỏi diem" == VI.missing(Missing("thon", "diem"))
        assert "Hỏi diem" == VI.missing(Missing("", "diem"))

    def test_nobody(self):
        """
        Without a roster, and for one who is not in it, the id stands for the name.
        """
        assert ("cb-01", "cb-99") == (Speaker(POLICY, "vi").subject("cb-01"), VI.subject("cb-99"))

    def test_language(self):
        """
        A language that is not known is refused.
        """
        with pytest.raises(UnknownNameError, match="unknown language 'fr'"):
            Speaker(POLICY, "fr")


def test_every_type_is_said():
    """
    Each type of fact has values that are said in both languages.
    """
    values = {
        FactType.FLAG: True,
        FactType.INTEGER: 1200,
        FactType.DECIMAL: Decimal("1.5"),
        FactType.DATE: dt.date(2022, 1, 2),
        FactType.PARTIAL_DATE: "1987-02",
        FactType.CHOICE: "HTNV",
        FactType.TEXT: "chữ",
        FactType.RECORDS: (),
    }
    said = [VI.value(value, FACTS[8] if kind is FactType.CHOICE else None) for kind, value in values.items()]

    assert set(FactType) == values.keys()
    assert ["có", "1.200", "1,5", "02/01/2022", "1987-02", "Hoàn thành", "chữ", "chưa có"] == said
