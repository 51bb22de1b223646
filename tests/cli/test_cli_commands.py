"""Each command on the small policy and roster: exit codes, both languages, every form, and how output looks."""

from __future__ import annotations

import json

import jsonschema
import pytest

from tests.cli.calls import call
from tests.small import PRIVATE, roster_data, text
from thidua_rules.cli.app import COMMANDS
from thidua_rules.evaluation import Status

CASES = """
- id: du_diem
  description: Đủ điểm
  citation: luat_tdkt_2003/24
  policy: phap_luat_2003
  on: 2022-12-31
  award: lao_dong_tien_tien
  subject: {kind: ca_nhan, facts: {loai_doi_tuong: cong_chuc, xep_loai_chat_luong: %s}}
  expected: {verdict: %s}
"""


@pytest.fixture
def run(small_policy, small_roster):
    """Calls a command on the small policy and roster, which stand for POLICY and ROSTER."""
    files = {"POLICY": small_policy, "ROSTER": small_roster}

    def found(line: str, *more: object, stdin: bytes = b""):
        return call(*(files.get(word, word) for word in line.split()), *more, stdin=stdin)

    return found


SHOWN = {
    "evaluate": ("evaluate ROSTER --policy POLICY", ("table", "json")),
    "households": ("evaluate ROSTER --policy POLICY --households", ("table", "json")),
    "one award": ("evaluate ROSTER --policy POLICY --award gioi", ("table", "json")),
    "explain": ("explain ROSTER cb-01 gioi --policy POLICY", ("text", "markdown", "html", "json")),
    "explain in short": ("explain ROSTER cb-02 gioi --policy POLICY --brief", ("text", "markdown", "html", "json")),
    "compare": ("compare ROSTER --policy POLICY --set ty_le=1", ("table", "json")),
    "compare policies": ("compare ROSTER --policy POLICY --against POLICY", ("table", "json")),
    "check": ("check ROSTER --policy POLICY", ("table", "json")),
    "policies": ("policies", ("table", "json")),
    "policy": ("policies POLICY", ("table", "json")),
    "review": ("review POLICY", ("table", "json")),
    "schema of rosters": ("schema roster --policy POLICY", ("json",)),
    "schema of policies": ("schema policy", ("json",)),
    "schema of evaluations": ("schema evaluation", ("json",)),
    "schema of fairness": ("schema fairness", ("json",)),
}  # fmt: skip
WAYS = [
    pytest.param(line, form, lang, id=f"{name}, {form}, {lang}")
    for name, (line, forms) in SHOWN.items()
    for form in forms
    for lang in ("vi", "en")
]


class TestEvery:
    @pytest.mark.parametrize(("line", "form", "lang"), WAYS)
    def test_done(self, run, line, form, lang):
        """
        Done is exit code 0, with the result on standard output and nothing on standard error.
        """
        result = run(line, "--format", form, "--lang", lang)

        assert (0, "", True) == (result.code, result.err, bool(result.out.strip()))

    @pytest.mark.parametrize(
        ("line", "form", "lang"), [one for one in WAYS if one.values[1] in {"table", "text"}]
    )
    def test_tidy(self, run, line, form, lang):
        """
        Tables and texts are at most 100 cells wide, without escapes or spaces at the end of a line, in NFC.
        """
        assert [] == run(line, "--format", form, "--lang", lang).untidy

    @pytest.mark.parametrize(("line", "form", "lang"), [one for one in WAYS if one.values[1] == "json"])
    def test_json(self, run, line, form, lang):
        """
        JSON is one object, with Vietnamese letters as they are.
        """
        result = run(line, "--format", form, "--lang", lang)

        assert isinstance(result.data, dict)
        assert "\\u" not in result.out

    @pytest.mark.parametrize(("line", "form", "lang"), WAYS)
    def test_twice(self, run, line, form, lang):
        """
        Two calls give the same bytes.
        """
        assert run(line, "--format", form, "--lang", lang) == run(line, "--format", form, "--lang", lang)

    @pytest.mark.parametrize("name", COMMANDS)
    def test_help(self, name):
        """
        Each command explains itself in both languages.
        """
        result = call(name, "--help")

        assert (0, []) == (result.code, result.untidy)
        assert all(word in result.out for word in (f"thidua-rules {name}", "--lang", "--format"))
        assert any(ord(char) > 0x1E9F for char in result.out)

    def test_all_commands(self):
        """
        The help names every command of the design.
        """
        out = call("--help").out

        assert [name for name in COMMANDS if f"\n  {name}" not in out] == []
        assert list(COMMANDS) == [
            "demo", "evaluate", "explain", "compare", "check", "policies", "review", "schema", "test",
            "fairness", "watch",
        ]  # fmt: skip

    def test_no_personal_value(self, run):
        """
        No form of any result shows a personal value.
        """
        shown = [
            run(line, "--format", form, "--lang", lang).out for line, form, lang in (w.values for w in WAYS)
        ]

        assert not any("7654321" in out or "7.654.321" in out or "7,654,321" in out for out in shown)


class TestInput:
    @pytest.mark.parametrize(
        "line",
        ["evaluate - --policy POLICY", "check - --policy POLICY", "explain - cb-01 gioi --policy POLICY",
         "compare - --policy POLICY --set ty_le=1"],
    )  # fmt: skip
    def test_standard_input(self, run, small_roster, line):
        """
        A roster read from standard input gives what the same file gives.
        """
        assert run(line.replace(" - ", " ROSTER ")) == run(line, stdin=small_roster.read_bytes())

    @pytest.mark.parametrize("line", ["policies -", "review -"])
    def test_policy_on_standard_input(self, run, small_policy, line):
        """
        So does a policy.
        """
        assert run(line.replace("-", "POLICY")) == run(line, stdin=small_policy.read_bytes())

    def test_standard_input_twice(self, run):
        """
        Standard input cannot be two inputs at once.
        """
        result = run("evaluate - --policy -")

        assert result.code == 2
        assert "expected '-' only once" in result.err


class TestOutput:
    @pytest.mark.parametrize(
        "line",
        ["evaluate ROSTER --policy POLICY", "evaluate ROSTER --policy POLICY --format json",
         "explain ROSTER cb-01 gioi --policy POLICY", "explain ROSTER cb-01 gioi --policy POLICY --format html",
         "compare ROSTER --policy POLICY --set ty_le=1"],
    )  # fmt: skip
    def test_file(self, run, tmp_path, line):
        """
        What goes to a file is what would be printed; a message says so on standard error.
        """
        path = tmp_path / "kết quả.txt"
        result = run(line, "-o", path)

        assert (0, "", "đã ghi kết quả.txt\n") == (result.code, result.out, result.err)
        assert run(line).out == path.read_text(encoding="utf-8")

    def test_dash(self, run):
        """
        ``-`` as the file is standard output.
        """
        assert run("evaluate ROSTER --policy POLICY") == run("evaluate ROSTER --policy POLICY", "-o", "-")

    @pytest.mark.parametrize("name", ["", "khong/co/ket_qua.txt"])
    def test_no_place(self, run, tmp_path, name):
        """
        A file that cannot be written is wrong usage, in one line.
        """
        result = run("evaluate ROSTER --policy POLICY", "--output", tmp_path / name)

        assert (2, "") == (result.code, result.out)
        assert result.err.splitlines()[-1].startswith("Error: ")


class TestEvaluate:
    def test_one_award(self, run):
        """
        ``--award`` gives that award and those that it depends on, and no other.
        """
        outcomes = run("evaluate ROSTER --policy POLICY --award xuat_sac --format json").data["outcomes"]

        assert {"xuat_sac"} == {one["award"] for one in outcomes}

    def test_day(self, run):
        """
        ``--on`` is the day of the evaluation; without it, the last day of the year.
        """
        line = "evaluate ROSTER --policy POLICY --format json"

        assert ("2022-12-31", "2022-06-30") == (
            run(line).data["day"],
            run(line, "--on", "2022-06-30").data["day"],
        )

    def test_households(self, run, small_policy, tmp_path):
        """
        Households are counted by reason; ``--households`` names each.
        """
        house = {"id": "ho-1", "kind": "ho_gia_dinh", "name": "Hộ Một", "facts": {}}
        data = roster_data()
        data["subjects"].append(house)
        path = tmp_path / "roster.json"
        path.write_text(text(data))
        policy = json.loads(small_policy.read_text())
        policy["layers"][0]["awards"][1]["recipients"].append("ho_gia_dinh")
        other = tmp_path / "policy.json"
        other.write_text(text(policy))
        counted, named = (
            call("evaluate", path, "--policy", other, *more).out for more in ((), ("--households",))
        )

        assert "Xuất sắc – hộ gia đình" in counted
        assert "Hộ Một (ho-1)  " not in counted
        assert "Hộ Một (ho-1)  " in named

    def test_keys(self, run):
        """
        As JSON an evaluation is one object with the keys that are promised.
        """
        data = run("evaluate ROSTER --policy POLICY --format json").data
        outcome = {"award", "subject", "status", "rank", "score", "bonus", "decisive", "missing", "finding"}

        assert {"policy", "roster", "library", "outcomes", "quotas", "targets", "obligations"} <= data.keys()
        assert all(outcome <= one.keys() for one in data["outcomes"])
        assert {one["status"] for one in data["outcomes"]} <= {one.name for one in Status}

    def test_schema(self, run):
        """
        It is what ``schema evaluation`` describes.
        """
        schema = run("schema evaluation").data
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.validate(run("evaluate ROSTER --policy POLICY --format json").data, schema)

    def test_numbers(self, run):
        """
        Shares, points and sums are whole numbers or text, never binary fractions.
        """
        out = run("evaluate ROSTER --policy POLICY --format json").out

        def refuse(literal: str):
            raise AssertionError(literal)

        assert "0.1" in json.loads(out, parse_float=refuse)["quotas"][0]["rate"]


class TestExplain:
    @pytest.mark.parametrize(
        ("line", "message"),
        [
            ("explain ROSTER cb-03 gioi --policy POLICY", "unknown subject 'cb-03', did you mean 'cb-02'?"),
            ("explain ROSTER cb-01 gio --policy POLICY", "unknown award 'gio', did you mean 'gioi'?"),
            ("explain ROSTER cb-01 xuat_sac --policy POLICY", "cb-01 không thuộc diện xét Xuất sắc"),
        ],
    )
    def test_nobody(self, run, line, message):
        """
        Who or what is not there is wrong usage, in one line that names nobody.
        """
        result = run(line)

        assert (2, "", f"Error: {message}\n") == (result.code, result.out, result.err)
        assert PRIVATE not in result.err

    def test_brief(self, run):
        """
        ``--brief`` leaves out the tree of conditions, and only that.
        """
        whole, brief = (
            run("explain ROSTER cb-02 gioi --policy POLICY", *more).out for more in ((), ("--brief",))
        )

        assert "Toàn bộ điều kiện" in whole
        assert "Toàn bộ điều kiện" not in brief
        assert set(brief.splitlines()) < set(whole.splitlines())


class TestCompare:
    def test_flip(self, run):
        """
        Whose status changes is shown with both statuses, the provision and the cost.
        """
        out = run("compare ROSTER --policy POLICY --set ty_le=1").out

        assert "Đủ điều kiện, ngoài hạn mức  Đề nghị tặng" in out
        assert "hạn mức, thứ tự: Hạn mức" in out
        assert "+450.000 đ" in out

    def test_nothing(self, run):
        """
        A policy compared with itself changes nothing.
        """
        assert "Không kết quả nào thay đổi" in run("compare ROSTER --policy POLICY --against POLICY").out

    @pytest.mark.parametrize(
        ("settings", "message"),
        [
            (["ty_le"], "expected PARAMETER=VALUE, got 'ty_le'"),
            (["tỷ_lệ=1"], "unknown parameter 'tỷ_lệ', did you mean 'ty_le'?"),
            (["ty_le=0,2"], "expected a number for ty_le, got '0,2': write a point, not a comma"),
            (["ty_le=20"], "expected a share from 0 to 1 for ty_le, such as 0.15, got '20'"),
            (["ty_le=NaN"], "expected a number for ty_le, got 'NaN'"),
            (["ty_le=1E400"], "expected a number for ty_le, got '1E400'"),
            (["lam_tron=flor"], "expected one of floor, ceil for lam_tron, got 'flor'"),
            (["han_nop=30/11/2022"], "expected a day such as 2022-12-31 for han_nop, got '30/11/2022'"),
            ([], "expected either --against Q or --set PARAMETER=VALUE"),
        ],
    )
    def test_wrong_setting(self, run, settings, message):
        """
        A setting that cannot be read is wrong usage, with what was expected.
        """
        options = [word for one in settings for word in ("--set", one)]
        result = run("compare ROSTER --policy POLICY", *options)

        assert (2, "", f"Error: {message}") == (result.code, result.out, result.err.splitlines()[-1])

    @pytest.mark.parametrize(
        "setting", ["ty_le=0.25", "lam_tron=ceil", "han_nop=2022-10-31", "luong_co_so=1800000"]
    )
    def test_setting(self, run, setting):
        """
        A parameter of any type can be set.
        """
        assert run("compare ROSTER --policy POLICY", "--set", setting).code == 0

    def test_both(self, run):
        """
        Another policy and a setting at once are wrong usage.
        """
        assert run("compare ROSTER --policy POLICY --against POLICY --set ty_le=1").code == 2


class TestUsage:
    @pytest.mark.parametrize(
        "line",
        [
            "",
            "khong",
            "evaluate",
            "evaluate ROSTER ROSTER",
            "evaluate ROSTER --khong",
            "evaluate ROSTER --policy khong_co",
            "evaluate ROSTER --policy POLICY --lang fr",
            "evaluate ROSTER --policy POLICY --format docx",
            "evaluate ROSTER --policy POLICY --on 31/12/2022",
            "evaluate ROSTER --policy POLICY --on 2022-02-31",
            "evaluate ROSTER --policy POLICY --on 20221231",
            "evaluate ROSTER --policy POLICY --award khong",
            "explain ROSTER cb-01",
            "review",
            "schema khong",
            "test",
        ],
    )
    def test_wrong(self, run, line):
        """
        Wrong usage is exit code 2, with nothing on standard output and no traceback.
        """
        result = run(line)

        assert (2, "") == (result.code, result.out)
        assert "Traceback" not in result.err

    def test_version(self):
        """
        ``--version`` names the library.
        """
        assert call("--version").out.startswith("thidua-rules, version ")


class TestReview:
    def test_error(self, run):
        """
        Warnings and notes are no errors of the policy: exit code 0.
        """
        assert run("review POLICY").code == 0


class TestCases:
    @pytest.mark.parametrize(("value", "verdict", "code"), [("HTNV", "UNMET", 0), ("HTNV", "MET", 1)])
    def test_result(self, tmp_path, value, verdict, code):
        """
        ``test`` runs cases of a file or of standard input, and says by its exit code whether all passed.
        """
        source = CASES % (value, verdict)
        path = tmp_path / "case.yaml"
        path.write_text(source, encoding="utf-8")
        results = [
            call("test", path),
            call("test", "-", stdin=source.encode()),
            call("test", path, "--lang", "en"),
        ]

        assert [code] * 3 == [one.code for one in results]
        assert [[]] * 3 == [one.untidy for one in results]

    def test_data(self, tmp_path):
        """
        As JSON each case says whether it passed.
        """
        path = tmp_path / "case.yaml"
        path.write_text(CASES % ("HTNV", "UNMET"), encoding="utf-8")
        data = call("test", path, "--format", "json").data

        assert (1, 0, "du_diem") == (data["passed"], data["failed"], data["results"][0]["id"])

    @pytest.mark.parametrize(
        "source", ["", "- id: [", "- {id: a}", "\x00", "- id: a\n  citation: 1\n  khong: 2"]
    )
    def test_bad_cases(self, tmp_path, source):
        """
        Cases with faults are exit code 1, each fault on a line.
        """
        path = tmp_path / "case.yaml"
        path.write_text(source, encoding="utf-8")
        result = call("test", path)

        assert (1, "") == (result.code, result.out)
        assert "Traceback" not in result.err
