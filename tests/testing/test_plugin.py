"""The pytest plugin, run in a folder of its own."""

from __future__ import annotations

from importlib.metadata import entry_points

import pytest

from tests.testing.trial_policies import CASE, policy_of
from thidua_rules.criteria import Compare
from thidua_rules.serialization import dumps, policy_to_json
from thidua_rules.testing.plugin import has_our_shape

pytest_plugins = ["pytester"]

CASES = """
- id: và
  description: Đúng và sai là sai
  citation: mo_hinh/1
  logic: {all: [MET, UNMET]}
  expected: {verdict: UNMET}
- id: hoặc
  description: Đúng hoặc sai là sai
  citation: mo_hinh/1
  logic: {any: [MET, UNMET]}
  expected: {verdict: UNMET}
"""


@pytest.fixture
def folder(pytester):
    """A folder whose runs neither see this project's settings nor warn of them."""
    pytester.makeini("[pytest]\n")
    return pytester


def write(folder, name, text):
    """A file *name* with *text* in *folder*."""
    path = folder.path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_entry_point():
    """
    Pytest finds the plugin by its entry point.
    """
    names = {one.name: one.value for one in entry_points(group="pytest11")}

    assert "thidua_rules.testing.plugin" == names["thidua_rules"]


class TestCollection:
    def test_items(self, folder):
        """
        Each case is a test named by its id.
        """
        write(folder, "cases/logic.yaml", CASES)
        result = folder.runpytest("--collect-only", "-q")

        result.stdout.fnmatch_lines(["cases/logic.yaml::và", "cases/logic.yaml::hoặc"])

    def test_failure(self, folder):
        """
        A failure is told in a few lines, without a traceback.
        """
        write(folder, "logic.yaml", CASES)
        result = folder.runpytest("-q")

        result.assert_outcomes(passed=1, failed=1)
        result.stdout.fnmatch_lines(
            [
                "*_ hoặc _*",
                "FAILED hoặc: Đúng hoặc sai là sai",
                "  provision: mo_hinh/1 (*logic.yaml[[]1[]])",
                "  verdict: expected UNMET, found MET",
            ]
        )
        result.stdout.no_fnmatch_line("*runtest*")

    def test_choice(self, folder):
        """
        One case can be asked for by its id.
        """
        write(folder, "logic.yaml", CASES)

        folder.runpytest("logic.yaml::và").assert_outcomes(passed=1)

    def test_faults(self, folder):
        """
        A file of cases that has faults is an error that lists every one.
        """
        write(folder, "logic.yaml", CASES.replace("UNMET}", "UNMETT}"))
        result = folder.runpytest()

        result.assert_outcomes(errors=1)
        result.stdout.fnmatch_lines(
            [f"*logic.yaml[[]{index}[]].expected.verdict: expected one of MET, UNKNOWN, UNMET, got 'UNMETT'*" for index in (0, 1)]
        )  # fmt: skip


class TestOthers:
    @pytest.mark.parametrize(
        "text",
        [
            "",
            "a: 1",
            "- 3",
            "- {id: 1, description: x}",
            "services: {web: {image: x, id: 1, description: a, expected: b}}",
            "id: x\ndescription: y\nexpected: z",
            "[",
            "\x00",
            "- &a {id: x, description: y}\n- *a",
        ],
    )
    def test_left_alone(self, folder, text):
        """
        Other people's YAML is no test, and no error either.
        """
        write(folder, "other.yaml", text)

        assert pytest.ExitCode.NO_TESTS_COLLECTED == folder.runpytest().ret

    def test_other_suffix(self, folder):
        """
        Nor is a file of another kind.
        """
        write(folder, "cases.txt", CASES)

        assert pytest.ExitCode.NO_TESTS_COLLECTED == folder.runpytest().ret

    def test_named_file(self, folder):
        """
        A file that is asked for by its name is one of cases, so that its faults are told.
        """
        write(folder, "other.yaml", "a: 1")
        result = folder.runpytest("other.yaml")

        result.assert_outcomes(errors=1)
        result.stdout.fnmatch_lines(["*other.yaml.a: unknown key*"])

    def test_named_folder(self, folder):
        """
        So is every file in a folder that the settings name.
        """
        folder.makeini("[pytest]\nthidua_conformance = cases\n")
        write(folder, "cases/broken.yaml", "[")
        write(folder, "other/broken.yaml", "[")
        result = folder.runpytest()

        result.assert_outcomes(errors=1)

    def test_shape(self):
        """
        A list of maps, at the top or under 'cases', is ours where one has the keys of a case.
        """
        texts = (CASES, f"cases:{CASES}", "- 3\n" + CASES.lstrip("\n"), "id: a\ndescription: b\nexpected: c")

        assert [True, True, True, False] == [has_our_shape(text.encode()) for text in texts]


AWARD = """
- id: a
  description: Không hoàn thành nhiệm vụ thì không đạt
  policy: phap_luat_2003
  award: lao_dong_tien_tien
  on: 2022-12-31
  subject: {kind: ca_nhan, facts: {loai_doi_tuong: cong_chuc, xep_loai_chat_luong: KHTNV}}
  expected: {verdict: UNMET}
"""


class TestProvisions:
    def test_line(self, folder):
        """
        A run that had cases ends with one line for each of their policies.
        """
        write(folder, "cases.yaml", AWARD)
        result = folder.runpytest("-q")

        result.stdout.fnmatch_lines(
            [
                "phap_luat_2003: * of * values reached, * not explained (--provisions phap_luat_2003 lists them)"
            ]
        )

    def test_listed(self, folder):
        """
        ``--provisions`` lists them by article, with what no case reaches; what is explained is left out.
        """
        write(folder, "cases.yaml", AWARD)
        write(folder, "m.yaml", 'provisions: [{id: "clause/lao_dong_tien_tien/hoc_tap:*", why: thử}]')
        folder.makeini("[pytest]\nthidua_explained = m.yaml\n")
        result = folder.runpytest("-q", "--provisions", "phap_luat_2003")

        result.stdout.fnmatch_lines(
            ["Provisions that cases reach: phap_luat_2003", "*clause/lao_dong_tien_tien/*"]
        )
        result.stdout.no_fnmatch_line("*clause/lao_dong_tien_tien/hoc_tap:*")

    def test_nothing_to_say(self, folder):
        """
        A run without cases about awards says nothing of provisions.
        """
        write(folder, "logic.yaml", CASES)
        folder.runpytest("-q").stdout.no_fnmatch_line("*provisions of the law*")


class TestMutants:
    """What ``--rule-mutants`` says of a policy of one condition: at least 60 points."""

    EXPLAINED = 'mutants: [{id: "luat/**", why: thử}]'

    def run(self, folder, *rows, more=()):
        """A run with cases of these points and verdicts."""
        text = dumps(policy_to_json(policy_of(Compare("diem", ">=", 60))))
        write(folder, "p.json", text)
        cases = [
            CASE.format(id=f"t{i}", file="p.json", facts=facts, expected=expected)
            for i, (facts, expected) in enumerate(rows, 1)
        ]
        write(folder, "cases.yaml", "".join(cases))
        return folder.runpytest("-q", "--rule-mutants", "p.json", *more)

    def test_survivors(self, folder):
        """
        A change that no case of the run notices is listed under its article, and fails the run.
        """
        result = self.run(folder, ("diem: 90", "verdict: MET"), ("diem: 1", "verdict: UNMET"))

        assert pytest.ExitCode.TESTS_FAILED == result.ret
        result.stdout.fnmatch_lines(["*mutants of the rules*", "*luat/awards[[]giay[]]*criterion.op:above*"])

    def test_noticed(self, folder):
        """
        A change that a case notices is not.
        """
        result = self.run(folder, ("diem: 60", "verdict: MET"), ("diem: 59.5", "verdict: UNMET"))

        result.stdout.no_fnmatch_line("*criterion.op:above*")

    def test_explained(self, folder):
        """
        What is explained does not fail the run.
        """
        write(folder, "m.yaml", self.EXPLAINED)
        folder.makeini("[pytest]\nthidua_explained = m.yaml\n")
        result = self.run(folder, ("diem: 90", "verdict: MET"))

        assert pytest.ExitCode.OK == result.ret
        result.stdout.fnmatch_lines(["*mutants of the rules*"])

    def test_only_cases_of_the_run(self, folder):
        """
        A case that was left out notices nothing.
        """
        rows = (("diem: 60", "verdict: MET"), ("diem: 59.5", "verdict: UNMET"))

        self.run(folder, *rows, more=("-k", "t2")).stdout.fnmatch_lines(["*criterion.op:above*"])

    def test_collected_only(self, folder):
        """
        Nothing is changed where nothing is run.
        """
        result = self.run(folder, ("diem: 90", "verdict: MET"), more=("--collect-only",))

        result.stdout.no_fnmatch_line("*mutants of the rules*")

    def test_processes(self, folder):
        """
        With several processes the run says the same.
        """
        pytest.importorskip("xdist", reason="needs pytest-xdist")
        result = self.run(folder, ("diem: 90", "verdict: MET"), more=("-n", "2"))

        assert pytest.ExitCode.TESTS_FAILED == result.ret
        result.stdout.fnmatch_lines(["*mutants of the rules*", "*criterion.op:above*"])
