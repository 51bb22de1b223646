"""Running cases: what is found for each key, how a failure is told, and which provisions were reached."""

from __future__ import annotations

import io

import attrs
import pytest

from thidua_rules.criteria import Criterion, Vocabulary
from thidua_rules.testing import load_cases, run, run_case

HEAD = """
defaults:
  policy: phap_luat_2003
  award: lao_dong_tien_tien
  on: 2022-12-31
  citation: luat_tdkt_2003/24
  subject:
    kind: ca_nhan
    facts: {loai_doi_tuong: cong_chuc, xep_loai_chat_luong: HTNV}
cases:
"""


def file_of(text):
    """An open file of bytes that holds *text*."""
    file = io.BytesIO(text.encode())
    file.name = "tep.yaml"
    return file


def result_of(expected, more="", vocabulary=None):
    """The result of one case under the usual defaults."""
    text = f"{HEAD}  - {{id: mot, description: Một, {more}expected: {{{expected}}}}}\n"
    (result,) = run([file_of(text)], vocabulary).results
    return result


def bare(text, vocabulary=None):
    """The result of one case without defaults."""
    (case,) = load_cases([file_of(f"- {{id: mot, description: Một, {text}}}")], vocabulary)
    return run_case(case)


@attrs.frozen
class Broken(Criterion):
    """A criterion of another package that fails from the inside."""

    kind = "khac.hong"

    def check(self, case):
        """
        Fails.

        Raises:
            RuntimeError: Always.
        """
        raise RuntimeError(case.subject.id)


class TestFound:
    @pytest.mark.parametrize(
        "expected",
        [
            "verdict: UNMET",
            "status: INELIGIBLE",
            "rank: null",
            "score: null",
            "bonus: null",
            "limit: null",
            "missing: []",
            "decisive: [hoan_thanh_tot_nhiem_vu]",
            "separated_by: null",
            "tied_with: []",
            "covered_by: null",
            "discrepancies: []",
        ],
    )
    def test_award(self, expected):
        """
        Each key of an award's case is found.
        """
        assert result_of(expected).passed

    def test_out_of_scope(self):
        """
        A subject that the award does not consider has a status of its own, and nothing else.
        """
        more = "subject: {facts: {loai_doi_tuong: quan_doi}}, "

        assert result_of("status: OUT_OF_SCOPE, verdict: OUT_OF_SCOPE, rank: null".replace("verdict: OUT_OF_SCOPE, ", ""), more).passed  # fmt: skip

    @pytest.mark.parametrize(
        "text",
        [
            "criterion: {kind: is, fact: x}, subject: {kind: ca_nhan, facts: {x: true}}, expected: {verdict: MET, clash: [], decisive: []}",
            "criterion: {kind: is, fact: x}, subject: {kind: ca_nhan}, expected: {verdict: UNKNOWN, missing: [x]}",
            "criterion: {kind: exists, records: r, where: [{kind: where, field: a, op: '>', value: {kind: constant, value: 2}}]}, subject: {kind: ca_nhan, records: {r: [{a: 3}]}}, expected: {verdict: MET}",
            "criterion: {kind: compare, fact: x, op: '>=', value: {kind: parameter, name: p}}, subject: {kind: ca_nhan, facts: {x: 2.5}}, with: {parameters: {p: 2.5}}, expected: {verdict: MET}",
            "criterion: {kind: of-unit, criterion: {kind: is, fact: x}}, subject: {kind: ca_nhan}, with: {unit: {kind: tap_the, facts: {x: false}}}, expected: {verdict: UNMET}",
            "criterion: {kind: member-count, of: {kind: is, fact: x}, op: '==', value: {kind: constant, value: 2}}, subject: {kind: tap_the}, with: {subjects: {a: {kind: ca_nhan, count: 2, unit: doi_tuong, facts: {x: true}}}}, expected: {verdict: MET}",
            "criterion: {kind: compare, fact: thang_nghi_viec, op: '<', value: {kind: parameter, name: thang_nghi_viec_gioi_han}}, policy: phap_luat_2003, subject: {kind: ca_nhan, facts: {thang_nghi_viec: 2}}, expected: {verdict: MET}",
            "scale: thang_diem_gia_dinh_van_hoa, policy: phap_luat_2003, subject: {kind: ho_gia_dinh, facts: {diem_tieu_chuan_1: 40, diem_tieu_chuan_2: 30}}, expected: {score: [70, 95], missing: [diem_tieu_chuan_3]}",
            "scale: {kind: scale, id: s, label_vi: S, label_en: S, maximum: 10, citation: mo_hinh, groups: [{kind: judged, id: j, label_vi: J, label_en: J, maximum: 10, fact: d}]}, subject: {kind: ca_nhan, facts: {d: 7.5}}, expected: {score: 7.5}",
            "rounding: {how: half_up, value: '1/3', step: 0.01}, expected: {value: 0.33}",
            "logic: {at_least: {minimum: 2, of: [MET, UNKNOWN, UNMET]}}, expected: {verdict: UNKNOWN}",
        ],
    )  # fmt: skip
    def test_others(self, text):
        """
        So is each key of a case about a criterion, a scale, bare logic or a rounding.
        """
        assert () == bare(text).lines()[1:]


class TestFailures:
    def test_lines(self):
        """
        A failure says what the case shows, where it stands, and for each key what was expected and found.
        """
        result = result_of("verdict: MET, status: INELIGIBLE, missing: [hoc_tap]")

        assert (
            "KHÔNG ĐẠT mot: Một",
            "  căn cứ: luat_tdkt_2003/24 (tep.yaml.cases[0])",
            "  verdict: phải là MET, nhưng kết quả là UNMET",
            "  missing: phải là [hoc_tap], nhưng kết quả là []",
        ) == result.lines("vi")

    def test_lines_in_english(self):
        """
        The same in English; a case without a citation says so.
        """
        result = bare("rounding: {how: floor, value: 2.5}, expected: {value: 2.5}")

        assert (
            "FAILED mot: Một",
            "  provision: no provision (tep.yaml[0])",
            "  value: expected 2.5, found 2",
        ) == result.lines("en")

    def test_passed_line(self):
        """
        What passed is one line.
        """
        assert ("PASSED mot: Một",) == result_of("verdict: UNMET").lines("en")

    def test_range_and_nothing(self):
        """
        A range and nothing are written as a case writes them.
        """
        text = "scale: thang_diem_gia_dinh_van_hoa, policy: phap_luat_2003, subject: {kind: ho_gia_dinh}, expected: {score: null}"  # fmt: skip

        assert "  score: expected null, found [0, 100]" == bare(text).lines("en")[2]

    def test_clash(self):
        """
        A clash that nobody expects is a failure, not a traceback.
        """
        clash = "{unless: {rule: MET, exceptions: [{name: a, when: MET, then: MET}, {name: b, when: MET, then: UNMET}]}}"  # fmt: skip
        result = bare(f"logic: {clash}, expected: {{verdict: MET}}")

        assert "exceptions 'a' and 'b' both apply and contradict each other" == result.problem
        assert "  could not be evaluated: exceptions 'a' and" == result.lines("en")[2][:44]

    def test_criterion_of_another_package(self):
        """
        Whatever a criterion of another package raises is a failure too.
        """
        vocabulary = Vocabulary.builtin().with_kind(Broken)
        result = bare(
            "criterion: {kind: khac.hong}, subject: {kind: ca_nhan}, expected: {verdict: MET}", vocabulary
        )

        assert (False, "RuntimeError: doi_tuong") == (result.passed, result.problem)

    def test_parameter_of_the_wrong_kind(self):
        """
        A parameter that the rules cannot use is a failure that names it.
        """
        result = result_of("verdict: MET", "with: {parameters: {thang_tuyen_dung_toi_thieu: ba}}, subject: {facts: {ngay_tuyen_dung: 2015-01-01}}, ")  # fmt: skip

        assert "expected a number" in result.problem


class TestReport:
    def test_counts(self):
        """
        A report counts what passed and what failed.
        """
        text = HEAD + "".join(
            f"  - {{id: {name}, description: d, expected: {{verdict: {verdict}}}}}\n"
            for name, verdict in (("a", "UNMET"), ("b", "MET"), ("c", "UNMET"))
        )
        report = run([file_of(text)])

        assert (2, 1, ["b"]) == (report.passed, report.failed, [one.case.id for one in report.failures()])

    def test_coverage(self):
        """
        A provision is reached where it decided a case that passed, with the verdict that it had.
        """
        text = HEAD + "".join(
            f"  - {{id: {name}, description: d, {more}expected: {{verdict: {verdict}}}}}\n"
            for name, verdict, more in (
                ("dat", "UNMET", ""),
                ("thieu", "UNKNOWN", "subject: {facts: {xep_loai_chat_luong: null}}, "),
                ("sai", "MET", ""),
            )
        )
        coverage = {one.clause: one for one in run([file_of(text)]).coverage}
        rating = coverage["hoan_thanh_tot_nhiem_vu"]

        assert ((), ("dat",), ("thieu",)) == (rating.met, rating.unmet, rating.unknown)
        assert ["MET", "UNMET"] == [verdict.value for verdict in coverage["hoc_tap"].missing]

    def test_labels(self):
        """
        A provision has its citation and its label in both languages.
        """
        provision = run(
            [file_of(HEAD + "  - {id: a, description: d, expected: {verdict: UNMET}}\n")]
        ).coverage[1]

        assert (
            "luat_tdkt_2003/24/1/a",
            "Hoàn thành tốt nhiệm vụ trở lên",
            "duties fulfilled well or better",
        ) == (
            str(provision.citation),
            provision.label("vi"),
            provision.label("en"),
        )

    def test_criteria_have_no_coverage(self):
        """
        A criterion on its own stands under no award.
        """
        assert (
            () == run([file_of("- {id: a, description: b, logic: MET, expected: {verdict: MET}}")]).coverage
        )
