"""Bad cases of every kind: each fault on one line, with its place and what was meant."""

from __future__ import annotations

import io

import pytest

from thidua_rules.errors import CaseError, InputError
from thidua_rules.testing import load_cases
from thidua_rules.testing.cases import AwardTask, CriterionTask, RoundingTask, ScaleTask

GOOD = """
- id: mot
  description: Một trường hợp
  citation: luat_tdkt_2003/24
  policy: phap_luat_2003
  award: lao_dong_tien_tien
  on: 2022-12-31
  subject: {kind: ca_nhan, facts: {xep_loai_chat_luong: HTNV}}
  expected: {verdict: UNMET}
"""


def file_of(text, name="tep.yaml"):
    """An open file of bytes that holds *text*."""
    file = io.BytesIO(text.encode())
    file.name = name
    return file


def faults_of(text):
    """Every fault of *text*, one a line."""
    with pytest.raises(CaseError) as caught:
        load_cases([file_of(text)])
    return str(caught.value).splitlines()


def changed(**parts):
    """The good case with some lines changed, or said to be nothing."""
    lines = GOOD.strip().splitlines()
    for key, value in parts.items():
        at = next(index for index, line in enumerate(lines) if line[2:].startswith(f"{key}:"))
        lines[at] = f"{lines[at][:2]}{key}: {'null' if value is None else value}"
    return "\n".join(lines)


class TestGood:
    def test_award(self):
        """
        A case of an award names its policy, subject and day.
        """
        (case,) = load_cases([file_of(GOOD)])

        assert ("mot", "tep.yaml[0]", "lao_dong_tien_tien", "doi_tuong") == (
            case.id,
            case.place,
            case.task.award,
            case.task.subject,
        )

    def test_frozen(self):
        """
        A case cannot be changed.
        """
        (case,) = load_cases([file_of(GOOD)])

        with pytest.raises(AttributeError):
            case.id = "hai"

    @pytest.mark.parametrize(
        ("text", "task"),
        [
            ("award: lao_dong_tien_tien\n  policy: {timeline: phap_luat, on: 2022-12-31}", AwardTask),
            ("criterion: {kind: is, fact: dat}", CriterionTask),
            ("logic: {all: [MET, {not: UNKNOWN}]}", CriterionTask),
            ("scale: thang_diem_gia_dinh_van_hoa\n  policy: phap_luat_2003", ScaleTask),
            ("rounding: {how: floor, value: 1.5}", RoundingTask),
        ],
    )
    def test_tasks(self, text, task):
        """
        A case asks one of five things.
        """
        kinds = {AwardTask: "verdict: MET", CriterionTask: "verdict: MET", ScaleTask: "score: 1"}
        expected = kinds.get(task, "value: 1")

        (case,) = load_cases([file_of(f"- id: a\n  description: b\n  {text}\n  expected: {{{expected}}}")])

        assert task is type(case.task)

    def test_defaults(self):
        """
        A case is laid over its file's defaults; null takes away what stands there.
        """
        text = """
defaults: {subject: {kind: ca_nhan, facts: {a: 1, b: 2}}}
cases:
  - {id: x, description: d, criterion: {kind: is, fact: c}, subject: {facts: {a: null, c: true}}, expected: {verdict: MET}}
"""
        (case,) = load_cases([file_of(text)])

        assert {"b": 2, "c": True} == dict(case.task.roster.subject("doi_tuong").facts)

    def test_short_forms(self):
        """
        Others may be counted, be like the subject, and have earned what a decision gives them.
        """
        text = (
            GOOD
            + "  with: {subjects: {khac: {count: 2, like_subject: true, earned: [lao_dong_tien_tien]}}}\n"
        )
        (case,) = load_cases([file_of(text)])
        roster = case.task.roster

        assert ["doi_tuong", "khac-1", "khac-2"] == [one.id for one in roster.subjects]
        assert ["khac-1", "khac-2"] == [one.subject for one in roster.decisions]
        assert "HTNV" == roster.subject("khac-2").facts["xep_loai_chat_luong"]

    def test_unit(self):
        """
        The unit of the subject stands beside it, and the subject belongs to it.
        """
        text = GOOD + "  with: {unit: {kind: tap_the, facts: {loai: co_quan}}}\n"
        (case,) = load_cases([file_of(text)])

        assert "don_vi" == case.task.roster.subject("doi_tuong").unit

    def test_folder(self, tmp_path):
        """
        A folder gives its files at any depth, by name.
        """
        inner = tmp_path / "trong"
        inner.mkdir()
        (inner / "b.yml").write_text(GOOD.replace("mot", "hai"), encoding="utf-8")
        (tmp_path / "z.yaml").write_text(GOOD, encoding="utf-8")
        (tmp_path / "khac.txt").write_text("?", encoding="utf-8")

        assert ["hai", "mot"] == [case.id for case in load_cases([tmp_path])]

    def test_policy_file(self, tmp_path):
        """
        A policy may stand in a file beside the cases.
        """
        (tmp_path / "p.json").write_text('{"id": "p", "title_vi": "P"', encoding="utf-8")
        path = tmp_path / "c.yaml"
        path.write_text(GOOD.replace("phap_luat_2003", "{file: p.json}"), encoding="utf-8")

        with pytest.raises(CaseError, match=r"c\.yaml\[0\]\.policy\.policy: expected JSON"):
            load_cases([path])


class TestFiles:
    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("", "tep.yaml: expected a list of cases, got nothing"),
            ("[]", "tep.yaml: expected a list of cases, got nothing"),
            ("x", "tep.yaml: expected a list of cases, got 'x'"),
            ("- x", "tep.yaml[0]: expected a case, got 'x'"),
            ("cases: {}", "tep.yaml.cases: expected a list of cases, got an object"),
            ("case: []", "tep.yaml.case: unknown key, did you mean 'cases'?"),
            ("defaults: 3\ncases: [x]", "tep.yaml.defaults: expected keys with values, got 3"),
            (
                "defaults: {polcy: x}\ncases: [x]",
                "tep.yaml.defaults.polcy: unknown key, did you mean 'policy'?",
            ),
            ("a: [", "tep.yaml: expected YAML, got a fault at line 1, column 5: "),
        ],
    )
    def test_shape(self, text, fault):
        """
        A file that holds no cases says what it holds instead.
        """
        assert faults_of(text)[0].startswith(fault)

    def test_no_file(self, tmp_path):
        """
        A path that leads nowhere, and a folder without cases, are faults.
        """
        with pytest.raises(CaseError) as caught:
            load_cases([tmp_path / "khong_co.yaml", tmp_path])

        assert ["cannot read the file: no such file or directory", "expected at least one file of cases"] == [
            fault.problem.split(",")[0] for fault in caught.value.faults
        ]

    def test_same_id_in_one_file(self):
        """
        An id given twice names both places.
        """
        assert ["tep.yaml[1].id: expected an id of its own, got 'mot' as in tep.yaml[0]"] == faults_of(
            GOOD + GOOD
        )

    def test_same_id_in_a_set(self):
        """
        So does one that two files share.
        """
        with pytest.raises(CaseError) as caught:
            load_cases([file_of(GOOD, "a.yaml"), file_of(GOOD, "b.yaml")])

        assert "b.yaml[0].id: expected an id of its own, got 'mot' as in a.yaml[0]" == str(caught.value)

    def test_every_fault(self):
        """
        All faults of all cases are listed, those of YAML itself too.
        """
        text = changed(expected="{verdict: no}", description=None, on="hôm nay") + "\n- 3"

        assert [
            "tep.yaml[0].description",
            "tep.yaml[0].expected.verdict",
            "tep.yaml[0].on",
            "tep.yaml[1]",
        ] == sorted(line.split(": ")[0] for line in faults_of(text))

    def test_value_error(self):
        """
        The error is one of input, with its faults as fields.
        """
        with pytest.raises(InputError) as caught:
            load_cases([file_of("x")])

        assert "tep.yaml" == caught.value.faults[0].path


class TestCases:
    @pytest.mark.parametrize(
        ("parts", "fault"),
        [
            ({"id": None}, "id: expected an id, got nothing"),
            ({"id": "''"}, "id: expected an id, got an empty text"),
            ({"id": "[1]"}, "id: expected text, got a list"),
            ({"description": None}, "description: expected a sentence, got nothing"),
            ({"description": "3"}, "description: expected a sentence, got 3"),
            ({"citation": "điều 10"}, "citation: expected a citation such as 'nd_91_2017/10/4', got 'điều 10'"),
            ({"citation": "[x]"}, "citation: expected a citation such as 'nd_91_2017/10/4', got a list"),
            ({"citation": "luat_tdkt_2030/24"}, "citation: unknown instrument 'luat_tdkt_2030', did you mean 'luat_tdkt_2003'?"),
            ({"policy": None}, "policy: expected an id of the catalogue, {timeline, on} or {file}, got nothing"),
            ({"policy": "phap_luat_203"}, "policy: unknown policy 'phap_luat_203', did you mean 'phap_luat_2003'?"),
            ({"policy": "{timelin: x, on: 2022-01-01}"}, "policy: expected an id of the catalogue, {timeline, on} or {file}, got an object with 'timelin', did you mean 'timeline'?"),
            ({"policy": "{timeline: phap_luatt, on: 2022-01-01}"}, "policy: unknown timeline 'phap_luatt', did you mean 'phap_luat'?"),
            ({"policy": "{timeline: phap_luat, on: 2030-01-01}"}, "policy.on: expected a day within 20"),
            ({"policy": "{timeline: phap_luat, on: nay}"}, "policy.on: expected a day as YYYY-MM-DD, got 'nay'"),
            ({"award": "lao_dong_tien_tie"}, "award: expected an award of the policy, got 'lao_dong_tien_tie', did you mean 'lao_dong_tien_tien'?"),
            ({"award": None}, "expected exactly one of the keys award, criterion, scale, logic, rounding, procedure, got none"),
            ({"on": None}, "on: expected a day as YYYY-MM-DD, got nothing"),
            ({"on": "0900-01-01"}, "on: expected a day as YYYY-MM-DD, got 0900-01-01"),
            ({"subject": "3"}, "subject: expected keys with values, got 3"),
            ({"subject": "{facts: {}}"}, "subject.kind: expected one of 'ca_nhan', 'ho_gia_dinh', 'khu_dan_cu', 'tap_the', 'xa', got nothing"),
            ({"subject": "{kind: ca_nha}"}, "subject.kind: expected one of 'ca_nhan', 'ho_gia_dinh', 'khu_dan_cu', 'tap_the', 'xa', got 'ca_nha', did you mean 'ca_nhan'?"),
            ({"subject": "{kind: ca_nhan, facts: {xep_loai: HTNV}}"}, "subject.facts.xep_loai: unknown fact 'xep_loai'"),
            ({"subject": "{kind: ca_nhan, fact: {}}"}, "subject.fact: unknown field, did you mean 'facts'?"),
            ({"expected": None}, "expected: expected at least one of the keys verdict"),
            ({"expected": "{verdct: MET}"}, "expected.verdct: unknown key, did you mean 'verdict'?"),
            ({"expected": "{verdict: 'YES'}"}, "expected.verdict: expected one of MET, UNKNOWN, UNMET, got 'YES'"),
            ({"expected": "{verdict: UNMT}"}, "expected.verdict: expected one of MET, UNKNOWN, UNMET, got 'UNMT', did you mean 'UNMET'?"),
            ({"expected": "{status: 3}"}, "expected.status: expected one of RECOMMENDED"),
            ({"expected": "{rank: 1.5}"}, "expected.rank: expected a whole number or null, got 1.5"),
            ({"expected": "{bonus: true}"}, "expected.bonus: expected a whole number or null, got true"),
            ({"expected": "{score: [1, 2, 3]}"}, "expected.score: expected a number, a list of the lowest and the highest, or null, got a list"),
            ({"expected": "{limit: x}"}, "expected.limit: expected a number, a list of the lowest and the highest, or null, got 'x'"),
            ({"expected": "{missing: x}"}, "expected.missing: expected a list of names, got 'x'"),
            ({"expected": "{decisive: [hoc_tp]}"}, "expected.decisive[0]: unknown name 'hoc_tp', did you mean 'hoc_tap'?"),
            ({"expected": "{notes: [gi_do]}"}, "expected.notes[0]: unknown name 'gi_do'"),
            ({"expected": "{notes: [quyet_dinh_mun]}"}, "expected.notes[0]: unknown name 'quyet_dinh_mun', did you mean 'quyet_dinh_muon'?"),
            ({"expected": "{discrepancies: [given]}"}, "expected.discrepancies[0]: unknown name 'given'"),
            ({"expected": "{covered_by: 3}"}, "expected.covered_by: expected text or null, got 3"),
            ({"expected": "{clash: [a, b]}"}, "expected.clash: unknown key"),
        ],
    )  # fmt: skip
    def test_one_fault(self, parts, fault):
        """
        One mistake is one line that starts with its place.
        """
        lines = faults_of(changed(**parts))

        assert 1 == len(lines)
        assert lines[0].startswith(
            f"tep.yaml[0].{fault}" if not fault.startswith("expected exactly") else f"tep.yaml[0]: {fault}"
        )

    @pytest.mark.parametrize(
        ("line", "fault"),
        [
            ("expectd: {}", "expectd: unknown key, did you mean 'expected'?"),
            ("year: 12", "year: expected a year from 1948 to 2100, got 12"),
            ("logic: {all: []}", "expected exactly one of the keys award, criterion, scale, logic, rounding, procedure, got award and logic"),
            ("with: 3", "with: expected keys with values, got 3"),
            ("with: {subject: []}", "with.subject: unknown key, did you mean 'subjects'?"),
            ("with: {subjects: 3}", "with.subjects: expected a list, got 3"),
            ("with: {subjects: [3]}", "with.subjects[0]: expected keys with values, got 3"),
            ("with: {subjects: [{id: a, kind: ca_nhan, count: 0}]}", "with.subjects[0].count: expected a whole number from 1 to 1000, got 0"),
            ("with: {subjects: {a: {kind: ca_nhan, like_subject: 1}}}", "with.subjects.a.like_subject: expected true or false, got 1"),
            ("with: {subjects: {a: {kind: ca_nhan, facts: {diem_binh_xet: 101}}}}", "with.subjects.a.facts.diem_binh_xet: expected at most 100 (diem), got 101"),
            ("with: {subjects: {a: {kind: ca_nhan, earned: x}}}", "with.subjects.a.earned: expected a list of awards, got 'x'"),
            ("with: {subjects: {a: {kind: ca_nhan, earned: [lao_dong]}}}", "with.subjects.a.earned[0]: unknown award 'lao_dong'"),
            ("with: {subjects: {doi_tuong: {kind: ca_nhan}}}", "with.subjects.doi_tuong.id: expected an id of its own, got 'doi_tuong'"),
            ("with: [{kind: ca_nhan}]", "with.subjects[0].id: expected"),
            ("with: {unit: 3}", "with.unit: expected keys with values, got 3"),
            ("with: {unit: {kind: tap_the, facts: {loai: thonn}}}", "with.unit.facts.loai: expected one of"),
            ("with: {decisions: [{state: huy, date: 2022-12-01}]}", "with.decisions[0].state: expected one of"),
            ("with: {decisions: [{state: hieu_luc}]}", "with.decisions[0].date: expected a day as YYYY-MM-DD, got nothing"),
            ("with: {decisions: [3]}", "with.decisions[0]: expected an object, got 3"),
            ("with: {ballots: [{date: 2022-12-01, members: 3, present: 4, approvals: 1}]}", "with.ballots[0].present: expected a whole number from 0 to 'members', got 4"),
            ("with: {parameters: 3}", "with.parameters: expected names with values, got 3"),
            ("with: {parameters: {ty_le_cstdc: 0.1}}", "with.parameters.ty_le_cstdc: unknown parameter, did you mean 'ty_le_cstdcs'?"),
            ("with: {parameters: {ty_le_cstdcs: [0.1]}}", "with.parameters.ty_le_cstdcs: expected one value, got a list"),
        ],
    )  # fmt: skip
    def test_one_more_line(self, line, fault):
        """
        So is one in what stands around the subject.
        """
        lines = faults_of(GOOD + f"  {line}\n")

        start = "tep.yaml[0]: " if fault.startswith("expected exactly") else "tep.yaml[0]."
        assert [True] == [one.startswith(start + fault) for one in lines]

    def test_personal_value(self):
        """
        A personal value is not shown, though the case is invented.
        """
        lines = faults_of(changed(subject="{kind: ca_nhan, facts: {gioi_tinh: bí mật}}"))

        assert [
            "tep.yaml[0].subject.facts.gioi_tinh: expected one of nam, nu, got a value that is not shown"
        ] == lines

    def test_yaml_fault_once(self):
        """
        What YAML could not read is reported once, not again for its type.
        """
        lines = faults_of(changed(subject="{kind: ca_nhan, facts: {tich_cuc_hoc_tap: no}}"))

        assert [True] == [line.startswith("tep.yaml[0].subject.facts.tich_cuc_hoc_tap: expected a value that reads") for line in lines]  # fmt: skip

    def test_fault_of_the_defaults(self):
        """
        A mistake in the defaults stands there once, however many cases there are.
        """
        text = "defaults: {subject: {kind: ca_nhan, facts: {hoc: 1}}, policy: phap_luat_2003, on: 2022-12-31}\ncases:\n"
        for name in "ab":
            text += (
                f"  - {{id: {name}, description: d, award: lao_dong_tien_tien, expected: {{verdict: MET}}}}\n"
            )

        assert ["tep.yaml.defaults.subject.facts.hoc: unknown fact 'hoc'"] == faults_of(text)


class TestRules:
    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("logic: {alll: []}", "logic.alll: unknown word, did you mean 'all'?"),
            ("logic: {all: MET}", "logic.all: expected a list, got 'MET'"),
            ("logic: {all: [MTE]}", "logic.all[0]: expected one of MET, UNKNOWN, UNMET, or one of all, any, not, at_least, unless with its parts, got 'MTE'"),
            ("logic: {at_least: [MET]}", "logic.at_least: expected the keys minimum, of, got a list"),
            ("logic: {at_least: {minimum: 3, of: [MET]}}", "logic.at_least.minimum: expected a whole number from 0 to 1, got 3"),
            ("logic: {at_least: {of: [MET]}}", "logic.at_least.minimum: expected a value, got nothing"),
            ("logic: {unless: {rule: MET, exceptions: 3}}", "logic.unless.exceptions: expected a list, got 3"),
            ("logic: {unless: {rule: MET, exceptions: [], other: 3}}", "logic.unless.other: unknown key"),
            ("logic: {unless: {rule: MET, exceptions: [{name: 3, when: MET, then: MET}]}}", "logic.unless.exceptions[0].name: expected text, got 3"),
            ("logic: {unless: {rule: MET, exceptions: [{name: a, when: MET}]}}", "logic.unless.exceptions[0].then: expected a value, got nothing"),
            ("criterion: {kind: iss, fact: a}", "criterion.kind: unknown kind 'iss', did you mean 'is'?"),
            ("criterion: {kind: is}", "criterion.fact: expected text, got nothing"),
            ("criterion: {kind: compare, fact: a, op: '=>', value: {kind: constant, value: 1}}", "criterion.op: expected one of"),
            ("scale: bang", "scale: expected a scale of the policy, got 'bang'"),
            ("scale: {kind: scale}", "scale.id: expected text, got nothing"),
            ("rounding: {how: florr, value: 1}", "rounding.how: expected one of"),
            ("rounding: {how: floor, value: 1, step: 0}", "rounding.step: expected a number above 0, got 0"),
            ("rounding: {how: floor}", "rounding.value: expected a number or a fraction, got nothing"),
        ],
    )  # fmt: skip
    def test_rules(self, text, fault):
        """
        A criterion, a scale, bare logic and a rounding are checked like any policy.
        """
        lines = faults_of(
            f"- id: a\n  description: b\n  {text}\n  expected: {{verdict: MET, score: 1, value: 1}}"
        )

        assert lines[0].startswith(f"tep.yaml[0].{fault}")

    def test_facts_of_their_own(self):
        """
        Without a policy, facts and lists are typed by their first value.
        """
        text = (
            "- {id: a, description: b, criterion: {kind: is, fact: x}, subject: {kind: ca_nhan, facts: {x: true}},"
            " with: {subjects: {k: {kind: ca_nhan, facts: {x: 3}}}}, expected: {verdict: MET}}"
        )

        assert ["tep.yaml[0].with.subjects.k.facts.x: expected true or false, got 3"] == faults_of(text)
