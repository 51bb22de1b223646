"""One outcome in full: in which order it is told, in every form, and the way to the award."""

from __future__ import annotations

import datetime as dt
import html.parser
import re
from decimal import Decimal

import attrs
import pytest

from tests.small import POLICY, PRIVATE, ROSTER, roster_data, text
from tests.worlds import BASE, HIGHER, UPPER, clause, good, person, roster
from tests.worlds import policy as world
from thidua_rules.api import evaluate
from thidua_rules.citations import Standing
from thidua_rules.criteria import Any, Exempt, Is, Not, Settled, Unless
from thidua_rules.errors import UnknownNameError
from thidua_rules.evaluation import Status
from thidua_rules.paths import Change, Path, Paths, path_to_award
from thidua_rules.rendering import Speaker, explain_outcome, path_lines, quota_lines
from thidua_rules.rendering.award_tables import why
from thidua_rules.rendering.lines import Line, markdown
from thidua_rules.serialization import roster_from_json
from thidua_rules.subjects import Decision, DecisionState
from thidua_rules.verdicts import UNMET

ODD = (
    "<script>alert(1)</script>",
    "*x* _y_ `z`",
    "[bold]",
    "# tiêu đề",
    "1. một",
    "- gạch",
    "[a](http://b)",
    "a & b | c",
)


def explained(evaluation, subject, award, lang="vi", form="text", **more) -> str:
    """One outcome with its way."""
    outcome = evaluation.outcome(subject, award)
    ways = path_lines(path_to_award(evaluation, outcome), Speaker(evaluation.policy, lang, evaluation.roster))
    return explain_outcome(evaluation, outcome, lang, form, ways=ways, **more)


@pytest.fixture(scope="module")
def small():
    """The small roster, evaluated."""
    return evaluate(POLICY, roster_from_json(text(ROSTER), POLICY))


def unconfirmed(policy):
    """*policy* with a condition of the first award that nobody confirmed."""
    layer = policy.layers[0]
    first = layer.awards[0]
    eligibility = (attrs.evolve(first.eligibility[0], standing=Standing.UNCONFIRMED), *first.eligibility[1:])
    awards = (attrs.evolve(first, eligibility=eligibility), *layer.awards[1:])
    return attrs.evolve(policy, layers=(attrs.evolve(layer, awards=awards),))


def noting(**facts):
    """Somebody of whom it is noted that they lead."""
    award = attrs.evolve(BASE, notes=(clause("luu_y", Is("lanh_dao")),))
    return evaluate(world(award), roster(good("a", **facts)))


class TestNotes:
    def test_so(self):
        """
        What is noted stands under its own heading, with its provision.
        """
        text = explained(noting(lanh_dao=True), "a", "co_ban")

        assert "Lưu ý cho người quyết định" in text
        assert "luu_y vi [Điều 1" in text
        assert "To be noted by whoever decides" in explained(noting(lanh_dao=True), "a", "co_ban", "en")

    def test_perhaps(self):
        """
        What may have to be noted is said in full only.
        """
        evaluation = noting(lanh_dao=None)

        assert "chưa rõ có hay không: luu_y vi" in explained(evaluation, "a", "co_ban", full=True)
        assert "luu_y vi" not in explained(evaluation, "a", "co_ban", full=False)

    def test_not_so(self):
        """
        What is not so is not spoken of.
        """
        assert "Lưu ý" not in explained(noting(lanh_dao=False), "a", "co_ban", full=True)

    def test_cell(self):
        """
        In a table the note stands with what settled the status, but of whom the conditions leave out.
        """
        cells = [
            why(found.outcome("a", "co_ban"), Speaker(found.policy, "vi", found.roster))
            for found in (noting(lanh_dao=True), noting(lanh_dao=True, tot=False), noting(lanh_dao=False))
        ]

        assert ["lưu ý: luu_y vi" in cell for cell in cells] == [True, False, False]


class TestOrder:
    def test_sections(self):
        """
        First the status, then what decided, every condition, what is missing, what is not confirmed, and the way.
        """
        evaluation = evaluate(unconfirmed(world()), roster(person("a")))
        titles = [
            line for line in explained(evaluation, "a", "co_ban").splitlines() if not line.startswith(" ")
        ]

        assert [
            "Cơ bản – Người a (a): Chưa xác định, còn thiếu thông tin",
            "Điều kiện quyết định",
            "Toàn bộ điều kiện",
            "Lý do tạm hoãn",
            "Thông tin còn thiếu có thể làm thay đổi kết quả",
            "Điều khoản chưa được xác nhận",
        ] == titles[:6]
        assert len(titles) == 7

    def test_brief(self):
        """
        In brief the conditions and the pending matters are left out.
        """
        evaluation = evaluate(world(), roster(good("a", 0)))
        said = explained(evaluation, "a", "nang_cao", "en", full=False)

        assert "What decided" in said
        assert "Every condition" not in said

    def test_margin_before_the_tree(self):
        """
        What decided stands with its margin before the tree of conditions.
        """
        said = explained(evaluate(world(nguong=3), roster(good("a", 1))), "a", "nang_cao")

        assert "  ✗ du_diem vi [Điều 1 Luật]: điểm: 1, yêu cầu ≥ 3 (thiếu 2)" in said
        assert said.index("(thiếu 2)") < said.index("Toàn bộ điều kiện") < said.rindex("(thiếu 2)")

    def test_only_what_decided(self):
        """
        A condition that is met decides nothing where another is not.
        """
        said = explained(evaluate(world(nguong=3), roster(good("a", 1))), "a", "nang_cao", full=False)

        assert "co_ban vi" not in said

    def test_missing(self):
        """
        Only what could still change the outcome is missing.
        """
        said = explained(evaluate(world(), roster(person("a", tot=False))), "a", "nang_cao")

        assert "Thông tin còn thiếu" not in said

    def test_on_hold(self):
        """
        A pending matter is there or not; it carries no mark of a condition.
        """
        people = [good("a", records={"vu_viec": [{"mo": True}]})]
        lines = explained(evaluate(world(), roster(*people)), "a", "co_ban").splitlines()

        assert "  tam_hoan vi [Điều 1 Luật]: vụ việc: 1 mục (mở = có), cần ít nhất 1 mục" == lines[2]
        assert "  tam_hoan vi [Điều 1 Luật]: có, nên chưa xét" in lines

    def test_mark_of_the_provision(self):
        """
        The mark is that of the provision, also where it is met because something is not; that has its own.
        """
        award = attrs.evolve(BASE, eligibility=(clause("khong_lanh_dao", Not(Is("lanh_dao"))),))
        said = explained(evaluate(world(award), roster(good("a"))), "a", "co_ban", full=False)

        assert "  ✓ khong_lanh_dao vi [Điều 1 Luật]: ✗ lãnh đạo: không, yêu cầu có" in said

    def test_provision_once(self):
        """
        A provision that several things decided is named once.
        """
        award = attrs.evolve(BASE, eligibility=(clause("mot", Any((Is("tot"), Is("lanh_dao")))),))
        said = explained(evaluate(world(award), roster(good("a", tot=False))), "a", "co_ban", full=False)

        assert "  ✗ mot vi [Điều 1 Luật]: tốt: không, yêu cầu có; lãnh đạo: không, yêu cầu có" in said


class TestTree:
    def test_members(self):
        """
        Members who are settled are not listed, there may be hundreds; those who are not are named.
        """
        evaluation = evaluate(world(), roster(*(good(f"p{i}") for i in range(5)), person("x")))
        lines = explained(evaluation, "don_vi", "tap_the").splitlines()

        assert ["      ? thành viên Người x (x)"] == [line for line in lines if "thành viên Người" in line]

    def test_exception_that_does_not_apply(self):
        """
        What an exception that does not apply would say is left out.
        """
        rule = Unless(Is("tot"), (Exempt("le", Is("lanh_dao"), Settled(UNMET), "lãnh đạo", "leader"),))
        award = attrs.evolve(BASE, eligibility=(clause("mot", rule),))
        lines = explained(evaluate(world(award), roster(good("a"))), "a", "co_ban").splitlines()

        assert [
            "  ✓ mot vi [Điều 1 Luật]",
            "    ✓ quy tắc chung và ngoại lệ",
            "      ✓ tốt: có, yêu cầu có",
            "      ✗ ngoại lệ: lãnh đạo (không áp dụng)",
            "        ✗ lãnh đạo: không, yêu cầu có",
        ] == lines[lines.index("Toàn bộ điều kiện") + 1 :][:5]


class TestStanding:
    @pytest.fixture
    def tied(self):
        """Five persons for two places: one ahead, three level, one behind."""
        people = [good("a", 3), good("b", 2), good("c", 2), good("d", 2), good("e", 1)]
        return evaluate(world(), roster(*people))

    def test_quota(self, tied):
        """
        The quota is shown with its exact value, the rounding used, its place, and what other roundings give.
        """
        evaluation = evaluate(
            world(ty_le=Decimal("0.15")), roster(*[good(f"p{i}", 1 + i % 3) for i in range(24)])
        )
        (quota,) = [one for one in evaluation.quotas if one.award == "nang_cao"]

        assert [
            "tỷ lệ: 0,15 × 24 = 3,6, làm tròn xuống được 3 [Điều 1 Luật]",
            "làm tròn theo cách khác: đến số gần nhất được 4, lên được 4",
        ] == quota_lines(quota, Speaker(evaluation.policy, "vi"))

    def test_open_quota(self):
        """
        Where facts of the base are missing, the quota is an interval.
        """
        people = [*(good(f"p{i}") for i in range(5)), *(person(f"x{i}") for i in range(5))]
        evaluation = evaluate(world(), roster(*people))
        (quota,) = [one for one in evaluation.quotas if one.award == "nang_cao"]

        assert quota_lines(quota, Speaker(evaluation.policy, "en"))[0] == (
            "rate: 0.4 × (5 to 10) = 2 to 4, rounded down to 2 to 4 [article 1 Law]"
        )

    def test_fixed_quota(self):
        """
        A quota that is a number has no rounding.
        """
        evaluation = evaluate(world(), roster(good("a")))
        quota = next(one for one in evaluation.quotas if one.award == "theo_khoi")

        assert ["số chỗ: 2 [Điều 1 Luật]"] == quota_lines(quota, Speaker(evaluation.policy, "vi"))

    def test_separated(self, tied):
        """
        Whoever is ahead of the next says by which key, and where it stands.
        """
        assert (
            "  xếp trên đối tượng kế tiếp nhờ: điểm [Điều 1 Luật]"
            in explained(tied, "a", "nang_cao").splitlines()
        )

    def test_tied(self, tied):
        """
        Whoever is level with others says with whom.
        """
        lines = explained(tied, "b", "nang_cao").splitlines()

        assert lines[0].endswith("Bằng nhau, chờ Hội đồng bỏ phiếu")
        assert "  ngang với: Người c (c), Người d (d)" in lines

    def test_behind(self, tied):
        """
        Whoever is beyond the quota says by which key it is behind.
        """
        lines = explained(tied, "e", "nang_cao", "en").splitlines()

        assert "  behind the one before by: points [article 1 Law]" in lines

    def test_decided(self):
        """
        A decision that was taken is said, whatever the rules say.
        """
        decision = Decision("co_ban", "a", DecisionState.HIEU_LUC, dt.date(2022, 12, 20))
        evaluation = evaluate(world(), roster(good("a", tot=False), decisions=(decision,)))

        assert "  đã có quyết định" in explained(evaluation, "a", "co_ban").splitlines()

    def test_open_place(self):
        """
        A place that missing facts leave open is an interval.
        """
        evaluation = evaluate(world(), roster(good("a", 2), good("b", None), good("c", 1), good("d", 3)))

        assert "Thứ hạng từ 1 đến 4" in explained(evaluation, "b", "nang_cao")

    def test_money(self, tied):
        """
        The bonus is shown with how it came about, and what is paid instead where it is not.
        """
        said = explained(tied, "a", "co_ban")

        assert "Tiền thưởng: 0,3 × 1.490.000 = 447.000 đ, làm tròn 450.000 đ (Điều 1 Luật)" in said
        assert "không chi vì cùng kỳ đã chi mức cao hơn: Nâng cao" in said

    def test_covered(self):
        """
        What covers an outcome is named with the provision that says so.
        """
        rows = {
            "de_nghi_khen_thuong": [
                {"danh_hieu": name, "thanh_tich": "t"} for name in ("theo_khoi", "cap_tren")
            ]
        }
        said = explained(evaluate(world(), roster(good("a", records=rows))), "a", "theo_khoi")

        assert "  cùng thành tích đã được: Cấp trên [Điều 1 Luật]" in said.splitlines()


class TestForms:
    @pytest.fixture(params=ODD)
    def named(self, request):
        """An evaluation of somebody with an odd name."""
        one = attrs.evolve(person("a"), name=request.param)
        return request.param, evaluate(world(BASE, UPPER, HIGHER), roster(one))

    def test_html(self, named):
        """
        HTML shows a name as it is, and the name makes no element.
        """
        name, evaluation = named
        seen = _Elements()
        seen.feed(explained(evaluation, "a", "co_ban", form="html"))

        assert {"h3", "p"} == seen.names
        assert name in seen.text

    def test_markdown(self, named):
        """
        Markdown shows a name as it is: without its backslashes the text is that of the plain form.
        """
        name, evaluation = named
        plain = [line.strip() for line in explained(evaluation, "a", "co_ban").splitlines()]
        marked = explained(evaluation, "a", "co_ban", form="markdown").splitlines()

        assert plain == [
            re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", re.sub(r"^ *(## |- )", "", line)) for line in marked
        ]
        assert name in plain[0]

    @pytest.mark.parametrize(
        ("text_", "expected"),
        [
            ("*x*", r"\*x\*"),
            ("_x_ `y` ~z~", r"\_x\_ \`y\` \~z\~"),
            ("<b>", r"\<b\>"),
            ("a&amp;b", r"a\&amp;b"),
            ("[x](y)", r"[x]\(y)"),
            ("[bold]", "[bold]"),
            ("# một", r"\# một"),
            ("- một", r"\- một"),
            ("+ một", r"\+ một"),
            ("12. một", r"12\. một"),
            ("12) một", r"12\) một"),
            ("a|b", r"a\|b"),
            ("a\\b", r"a\\b"),
            ("12 tháng", "12 tháng"),
            ("", ""),
        ],
    )
    def test_escapes(self, text_, expected):
        """
        Only what Markdown would take for markup is escaped.
        """
        assert expected == markdown(text_)

    def test_depth(self, small):
        """
        The tree is indented, in each form in its way.
        """
        forms = {form: explained(small, "cb-01", "gioi", form=form) for form in ("text", "markdown", "html")}

        assert "\n    ✓ Hỏi diem" in forms["text"]
        assert "\n  - ✓ Hỏi diem" in forms["markdown"]
        assert '<p style="margin-left:2em">✓ Hỏi diem' in forms["html"]

    def test_unknown_form(self, small):
        """
        A form that is not known is refused, with the nearest one.
        """
        with pytest.raises(UnknownNameError, match="unknown form 'htm', did you mean 'html'"):
            explain_outcome(small, small.outcome("cb-01", "gioi"), "vi", "htm")

    @pytest.mark.parametrize("form", ["text", "markdown", "html"])
    @pytest.mark.parametrize("lang", ["vi", "en"])
    def test_nothing_personal(self, lang, form):
        """
        No form in no language shows a personal value.
        """
        data = roster_data()
        data["subjects"][2]["name"] = "Một"
        data["subjects"][2]["facts"] |= {"diem": "10", "luong": "99887766.5"}
        evaluation = evaluate(POLICY, roster_from_json(text(data), POLICY))
        said = "".join(explained(evaluation, name, "gioi", lang, form) for name in ("cb-01", "cb-02"))

        assert not any(secret in said for secret in (PRIVATE, "99887766", "99.887.766", "99,887,766", "1987"))

    def test_both_languages(self, small):
        """
        Both languages have the same lines.
        """
        vi, en = (explained(small, "cb-01", "gioi", lang).splitlines() for lang in ("vi", "en"))

        assert [len(line) - len(line.lstrip()) for line in vi] == [
            len(line) - len(line.lstrip()) for line in en
        ]


class _Elements(html.parser.HTMLParser):
    """The names of the elements of a page, and its text."""

    def __init__(self):
        super().__init__()
        self.names, self.text = set(), ""

    def handle_starttag(self, tag, attrs):  # its name in the library
        self.names.add(tag)

    def handle_data(self, data):
        self.text += data


class TestWays:
    def lines(self, paths, lang="vi", policy=None, rows=None) -> list[Line]:
        """The way in sentences."""
        return path_lines(paths, Speaker(policy or world(), lang, rows or roster(good("a"))))

    def way(self, *changes) -> Paths:
        """A way of these changes."""
        return Paths("co_ban", "a", Status.INELIGIBLE, (Path(changes, Status.RECOMMENDED),))

    def test_none_needed(self):
        """
        Whoever is eligible needs no way.
        """
        assert [] == self.lines(Paths("co_ban", "a", Status.RECOMMENDED))

    def test_change(self):
        """
        A change says from what to what, and the status then.
        """
        lines = self.lines(self.way(Change("a", "tot", False, True), Change("a", "diem", None, 2)))

        assert [
            "Thay đổi ít nhất để đủ điều kiện",
            "• tốt: từ không thành có",
            "• điểm: từ chưa có thông tin thành 2",
            "→ kết quả khi đó: Đề nghị tặng",
        ] == [one.text for one in lines]

    def test_of_another(self):
        """
        The change of somebody else's fact says whose.
        """
        lines = self.lines(self.way(Change("don_vi", "tot", False, True)), "en")

        assert "• Đơn vị (don_vi): good: from no to yes" == lines[1].text

    def test_row(self):
        """
        A row to add says its columns.
        """
        row = (("danh_hieu", "cap_tren"), ("thanh_tich", "cứu người"))
        lines = self.lines(self.way(Change("a", "de_nghi_khen_thuong", 0, row)))

        assert "• đề nghị: thêm một mục với danh hiệu = Cấp trên, thành tích = cứu người" == lines[1].text

    def test_several(self):
        """
        Several ways stand beside each other.
        """
        paths = attrs.evolve(self.way(), paths=self.way(Change("a", "tot", False, True)).paths * 2)

        assert 1 == sum(one.text == "hoặc" for one in self.lines(paths))

    def test_personal(self):
        """
        A change of a personal fact says neither value.
        """
        lines = self.lines(self.way(Change("a", "luong", Decimal("7654321.5"), 1)), policy=POLICY)

        assert "• Hỏi luong: từ không hiển thị thành không hiển thị" == lines[1].text

    def test_blocked(self):
        """
        Where there is none, only the conditions that are not met stand in the way.
        """
        evaluation = evaluate(world(BASE), roster(good("a", tot=False)))
        outcome = evaluation.outcome("a", "co_ban")
        met = evaluate(world(BASE), roster(good("a"))).outcome("a", "co_ban")
        paths = Paths("co_ban", "a", Status.INELIGIBLE, blocked_by=(*met.decisive, *outcome.decisive))

        assert [
            "Không thể đủ điều kiện bằng những việc còn thay đổi được, vì",
            "✗ tot vi [Điều 1 Luật]: tốt: không, yêu cầu có",
        ] == [one.text for one in self.lines(paths)]

    def test_unknown(self):
        """
        Where none can be told because facts are missing, those are named.
        """
        evaluation = evaluate(world(BASE), roster(person("a")))
        outcome = evaluation.outcome("a", "co_ban")
        paths = Paths(
            "co_ban", "a", Status.UNDETERMINED, blocked_by=outcome.decisive, missing=outcome.missing
        )
        lines = self.lines(paths, rows=evaluation.roster)

        assert ["Chưa tính được cách để đủ điều kiện, vì còn chưa rõ", "? Người a (a): tốt"] == [
            one.text for one in lines
        ]
