"""Cases of a dossier: good ones, every fault on one line, and what differs."""

from __future__ import annotations

import pytest

from tests.testing.test_reading import faults_of, file_of
from tests.testing.whole_suite import report
from thidua_rules.serialization import load_policy
from thidua_rules.testing import load_cases, run
from thidua_rules.testing.cases import ProcedureTask
from thidua_rules.testing.running import run_case

HEAD = """
- id: mot
  description: Một hồ sơ
  citation: nd_122_2018/9
  policy: phap_luat_2003
  on: 2022-12-31
"""
GOOD = {
    "procedure": "cong_nhan_gia_dinh_van_hoa",
    "steps": "{hop_binh_xet: 2022-11-18, gui_ho_so: 2022-11-24, quyet_dinh: null}",
    "papers": "{bien_ban_hop: true, ban_dang_ky: null}",
    "expected": "{states: {gui_ho_so: LATE}}",
}


def case(**change):
    """The good case with some lines changed; None takes a line away."""
    given = {key: value for key, value in (GOOD | change).items() if value is not None}
    return HEAD + "\n".join(f"  {key}: {value}" for key, value in given.items())


class TestGood:
    def test_task(self):
        """
        A case of a dossier asks about the only dossier of a roster.
        """
        (found,) = load_cases([file_of(case())])
        commune = found.task.roster.subject("xa")

        assert (ProcedureTask, "cong_nhan_gia_dinh_van_hoa") == (type(found.task), found.task.procedure)
        assert [3, 2] == [len(commune.records[name]) for name in ("buoc_ho_so", "giay_to_ho_so")]

    def test_everything(self):
        """
        States, last days, lateness, papers and the order of the steps may be expected; only what is named is compared.
        """
        expected = (
            "{states: {gui_ho_so: LATE, quyet_dinh: UNDETERMINED}, due: {gui_ho_so: 2022-11-23, quyet_dinh: 2022-12-01},"
            " late: {gui_ho_so: 1, hop_binh_xet: null}, early: {gui_ho_so: null},"
            " papers: {bien_ban_hop: MET, ban_dang_ky: UNKNOWN, van_ban_de_nghi: UNMET}, disorder: []}"
        )
        found = run([file_of(case(expected=expected))])

        assert (1, ()) == (found.passed, found.failures())

    def test_what_differs(self):
        """
        A case that fails says at which step, what was expected and what was found.
        """
        expected = "{late: {gui_ho_so: 2}, disorder: [gui_ho_so -> quyet_dinh], due: {gui_ho_so: null}}"
        (found,) = load_cases([file_of(case(expected=expected))])

        assert [
            "  late.gui_ho_so: expected 2, found 1",
            "  disorder: expected [gui_ho_so -> quyet_dinh], found []",
            "  due.gui_ho_so: expected null, found 2022-11-23",
        ] == list(run_case(found).lines("en")[2:])

    def test_parameters(self):
        """
        A case may change a number of days.
        """
        text = (
            case(expected="{states: {gui_ho_so: DONE}}")
            + "\n  with: {parameters: {thoi_han_gui_ho_so_van_hoa: 4}}"
        )

        assert 1 == run([file_of(text)]).passed

    def test_award(self):
        """
        Where a procedure is for several awards, a case may name one.
        """
        procedure = "{id: de_nghi_danh_hieu_huyen, award: chien_si_thi_dua_co_so}"
        text = case(
            procedure=procedure,
            steps="{tiep_nhan: 2022-12-27}",
            papers=None,
            expected="{papers: {chung_nhan_sang_kien: UNKNOWN}}",
        )

        assert 1 == run([file_of(text)]).passed


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"procedure": "gia_dinh"}, "procedure: expected a procedure of the policy, or {id, award}, got 'gia_dinh'"),
        ({"procedure": "[a]"}, "procedure: expected a procedure of the policy, or {id, award}, got a list"),
        ({"procedure": "{id: cong_nhan_gia_dinh_van_hoa, awrd: x}"}, "procedure.awrd: unknown key, did you mean 'award'?"),
        ({"procedure": "{id: cong_nhan_gia_dinh_van_hoa, award: gia_dinh}"}, "procedure.award: expected an award of it, got 'gia_dinh'"),
        ({"steps": None}, "steps: expected at least one step with its day, or null, got nothing"),
        ({"steps": "[a]"}, "steps: expected names with values, got a list"),
        ({"steps": "{gui_hoso: 2022-11-24}"}, "steps.gui_hoso: unknown name, did you mean 'gui_ho_so'?"),
        ({"steps": "{gui_ho_so: 24}"}, "steps.gui_ho_so: expected a day as YYYY-MM-DD, or null, got 24"),
        ({"papers": "{bien_ban_hop: 1}"}, "papers.bien_ban_hop: expected true or false, or null, got 1"),
        ({"expected": None}, "expected: expected at least one of the keys states, due, late, early, papers, disorder, got nothing"),
        ({"expected": "{state: {gui_ho_so: LATE}}"}, "expected.state: unknown key, did you mean 'states'?"),
        ({"expected": "{states: LATE}"}, "expected.states: expected names with values, got 'LATE'"),
        ({"expected": "{states: {gui_hoso: LATE}}"}, "expected.states.gui_hoso: unknown name, did you mean 'gui_ho_so'?"),
        ({"expected": "{states: {gui_ho_so: TRE}}"}, "expected.states.gui_ho_so: expected one of DONE, LATE, MISSING, NOT_DUE, UNDETERMINED, got 'TRE'"),
        ({"expected": "{papers: {bien_ban_hop: true}}"}, "expected.papers.bien_ban_hop: expected one of MET, UNKNOWN, UNMET, got true"),
        ({"expected": "{due: {gui_ho_so: 3}}"}, "expected.due.gui_ho_so: expected a day as YYYY-MM-DD or null, got 3"),
        ({"expected": "{late: {gui_ho_so: true}}"}, "expected.late.gui_ho_so: expected a whole number or null, got true"),
        ({"expected": "{disorder: a}"}, "expected.disorder: expected a list of 'first -> then', got 'a'"),
        ({"award": "gia_dinh_van_hoa"}, ": expected exactly one of the keys award, criterion, scale, logic, rounding, procedure, got award and procedure"),
    ],
)  # fmt: skip
def test_faults(change, expected):
    """
    Each fault is one line with its place, and what was meant.
    """
    place = "tep.yaml[0]" if expected.startswith(":") else "tep.yaml[0]."

    assert any(line.startswith(place + expected) for line in faults_of(case(**change)))


def test_day_and_policy():
    """
    A dossier is asked about under a policy and on a day.
    """
    text = case().replace("  on: 2022-12-31\n", "").replace("  policy: phap_luat_2003\n", "")
    found = "\n".join(faults_of(text))

    assert "tep.yaml[0].on: expected a day as YYYY-MM-DD, got nothing" in found
    assert "tep.yaml[0].policy: expected an id of the catalogue" in found


def test_every_procedure_is_asked_about():
    """
    The suite asks about each procedure of the law; each one with a deadline is met, missed, and left open.
    """
    law = load_policy("phap_luat_2003")
    found = {name: set() for name in law.procedures}
    for one in report().results:
        if isinstance(one.case.task, ProcedureTask):
            found[one.case.task.procedure] |= {
                value for key, value in one.case.expected.items() if key.startswith("states.")
            }
    lacking = {
        name: {"DONE", "LATE", "UNDETERMINED"} - states
        for name, states in found.items()
        if any(step.within or step.due for step in law.procedures[name].steps)
    }

    assert {name: set() for name in lacking} == lacking
    assert all(found.values())
