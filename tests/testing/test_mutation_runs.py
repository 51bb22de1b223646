"""Mutants against cases: who notices, who survives, what explains a survivor, and when an explanation is stale."""

from __future__ import annotations

import pytest

from tests.testing.trial_policies import CASE, policy_of
from thidua_rules.citations import Citation
from thidua_rules.criteria import Compare, Is
from thidua_rules.errors import CaseError
from thidua_rules.serialization import dumps, policy_to_json
from thidua_rules.testing import Explanation, load_cases, load_explained, run_mutants


@pytest.fixture
def cases(tmp_path):
    """Makes cases of a policy out of rows of facts and what is expected."""

    def made(policy, *rows):
        (tmp_path / "p.json").write_text(dumps(policy_to_json(policy)), encoding="utf-8")
        text = "".join(
            CASE.format(id=f"t{i}", file="p.json", facts=facts, expected=expected)
            for i, (facts, expected) in enumerate(rows, 1)
        )
        path = tmp_path / "cases.yaml"
        path.write_text(text, encoding="utf-8")
        return load_cases([path])

    return made


class TestRun:
    MIN = Compare("diem", ">=", 60)

    def tried(self, report):
        """Who noticed each mutant, by the end of its id."""
        start = "luat/awards[giay].eligibility[c1].criterion."
        return {
            one.mutant.id.removeprefix(start): one.noticed_by
            for one in report.tried
            if one.mutant.id.startswith(start)
        }

    def test_boundary(self, cases):
        """
        A case on the boundary notices a strict comparison and a higher limit, one just below it a lower one.
        """
        policy = policy_of(self.MIN)
        rows = (("diem: 60", "verdict: MET"), ("diem: 59.5", "verdict: UNMET"))
        found = self.tried(run_mutants([policy], cases(policy, *rows)))

        assert {"op:above": "t1", "value.value:plus": "t1", "value.value:minus": "t2"} == found

    def test_survivors(self, cases):
        """
        Cases far from the boundary notice neither.
        """
        policy = policy_of(self.MIN)
        report = run_mutants(
            [policy], cases(policy, ("diem: 90", "verdict: MET"), ("diem: 1", "verdict: UNMET"))
        )

        assert {None} == set(self.tried(report).values())
        assert "luat/awards[giay].eligibility[c1].criterion.op:above" in {
            one.mutant.id for one in report.survivors
        }
        assert [Citation("luat", "1"), Citation("luat", "10")] == list(report.by_article())
        assert not report.sound

    def test_authority(self, cases):
        """
        Who decides is noticed by a case that says so.
        """
        policy = policy_of(self.MIN)
        report = run_mutants([policy], cases(policy, ("diem: 90", "authority: chu_tich_ubnd_xa")))
        found = {one.mutant.id: one.noticed_by for one in report.tried}

        assert "t1" == found["luat/awards[giay].authority:to=chu_tich_ubnd_huyen"]

    def test_explained(self, cases):
        """
        A survivor with a reason is none; a reason for what is noticed, or is no mutant, is a fault.
        """
        policy = policy_of(self.MIN)
        known = [
            Explanation("luat/awards[giay].eligibility[c1].criterion.op:*", "thử", None),
            Explanation("luat/awards[giay].eligibility:drop=c1", "bị nhận ra", None),
            Explanation("luat/khong_co", "không có", None),
            Explanation("khac/khong_co", "của lớp khác", None),
        ]
        rows = (("diem: 90", "verdict: MET"), ("diem: 1", "verdict: UNMET"))
        report = run_mutants([policy], cases(policy, *rows), explained=known)

        assert ["luat/awards[giay].eligibility:drop=c1", "luat/khong_co"] == [one.id for one in report.stale]
        assert ["thử"] == [reason.why for _, reason in report.explained]

    def test_failing_cases_are_named(self, cases):
        """
        A case that fails without any change is named and asked nothing.
        """
        policy = policy_of(self.MIN)
        report = run_mutants([policy], cases(policy, ("diem: 90", "verdict: UNMET")))

        assert (("t1",), {0}) == (report.failing, {one.asked for one in report.tried})

    def test_processes(self, cases):
        """
        Two processes say what one says, and progress is told.
        """
        policy = policy_of(self.MIN, Is("tot"))
        given = cases(
            policy, ("diem: 60, tot: true", "verdict: MET"), ("diem: 59, tot: true", "verdict: UNMET")
        )
        told = []
        alone = run_mutants([policy], given, progress=lambda done, count: told.append((done, count)))

        assert alone.data() == run_mutants([policy], given, processes=2).data()
        assert (len(alone.tried), len(alone.tried)) == told[-1]
        with pytest.raises(ValueError, match="at least 1 process"):
            run_mutants([policy], given, processes=0)


class TestExplained:
    def test_read(self, tmp_path):
        """
        A file of explanations has mutants and provisions, each with an id, a reason and a citation.
        """
        path = tmp_path / "m.yaml"
        path.write_text(
            "mutants:\n- {id: a, why: vì thế, citation: luat/1}\nprovisions:\n- {id: b, why: so}\n"
        )
        found = load_explained(path)

        assert (Citation("luat", "1"), "b") == (found.mutants[0].citation, found.provisions[0].id)

    def test_faults(self, tmp_path):
        """
        Every fault is listed with its place: no reason, an id twice, an unknown key, a citation that is none.
        """
        path = tmp_path / "m.yaml"
        path.write_text(
            "mutants:\n- {id: a}\n- {id: a, why: x, cite: y}\n- {id: b, why: x, citation: ':'}\n- 3\nmutant: []\n"
        )
        with pytest.raises(CaseError) as caught:
            load_explained(path)

        assert {
            "m.yaml.mutant",
            "m.yaml.mutants[0].why",
            "m.yaml.mutants[1].cite",
            "m.yaml.mutants[1].id",
            "m.yaml.mutants[2].citation",
            "m.yaml.mutants[3]",
        } == {one.path for one in caught.value.faults}

    def test_holds_no_case(self, tmp_path):
        """
        A folder of cases may hold such a file: it holds no case, and is no fault.
        """
        (tmp_path / "m.yaml").write_text("mutants: []\n")

        assert () == load_cases([tmp_path])

    @pytest.mark.parametrize("text", ["[]", "mutants: 3\n", "mutants: [\n"])
    def test_no_such_file(self, tmp_path, text):
        """
        What is none is a fault, and so is a file that is not there.
        """
        path = tmp_path / "m.yaml"
        path.write_text(text)
        for one in (path, tmp_path / "khong.yaml"):
            with pytest.raises(CaseError):
                load_explained(one)
