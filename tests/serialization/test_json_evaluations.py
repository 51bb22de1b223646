"""Evaluations as JSON, and the schemas of all three documents."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from fractions import Fraction

import attrs
import jsonschema
import pytest

from tests.small import LAW, POLICY, PRIVATE, ROSTER, roster_data, text
from thidua_rules import serialization
from thidua_rules.citations import Standing
from thidua_rules.errors import UnknownNameError
from thidua_rules.evaluation import evaluate
from thidua_rules.evaluation.results import (
    Discrepancy,
    Fulfilment,
    Money,
    ObligationResult,
    Status,
    TargetResult,
)
from thidua_rules.findings import Finding, Heading
from thidua_rules.policies.obligations import Target
from thidua_rules.serialization import (
    dumps,
    evaluation_to_json,
    load_policy,
    policy_to_json,
    roster_from_json,
    roster_to_json,
    schema,
)
from thidua_rules.serialization.evaluations import Writer, number, score_data
from thidua_rules.values import Marker, Rounding
from thidua_rules.verdicts import Verdict

KEYS = [
    "policy", "roster", "library", "day", "outcomes", "quotas", "targets", "movements", "obligations", "dossiers", "standings",
    "fund", "discrepancies", "wanted", "cautions",
]  # fmt: skip


@pytest.fixture(scope="module")
def evaluation():
    """The small roster, evaluated."""
    return evaluate(POLICY, roster_from_json(text(ROSTER), POLICY))


@pytest.fixture(scope="module")
def data(evaluation):
    """The evaluation as data."""
    return json.loads(dumps(evaluation_to_json(evaluation)))


def valid(instance: object, document: dict[str, object]) -> None:
    """Check *instance*, and that the schema is a schema."""
    jsonschema.Draft202012Validator.check_schema(document)
    jsonschema.Draft202012Validator(document).validate(instance)


class TestWriting:
    def test_keys(self, data):
        """
        An evaluation is one object with the sections of the contract, in order.
        """
        assert list(data) == KEYS

    def test_provenance(self, data, evaluation):
        """
        The policy, the roster and the library are named with hashes and versions.
        """
        assert data["policy"]["id"] == "nho"
        assert (evaluation.policy_hash, evaluation.roster_hash) == (
            data["policy"]["hash"],
            data["roster"]["hash"],
        )
        assert list(data["library"]) == ["name", "version", "findings_version"]

    def test_outcome(self, data):
        """
        An outcome names its award, subject and status, and carries the tree of its finding.
        """
        outcome = next(one for one in data["outcomes"] if one["subject"] == "cb-01")

        assert (
            outcome["award"],
            outcome["status"],
            outcome["rank"],
            outcome["quota"],
        ) == ("gioi", "OVER_QUOTA", 1, "ca_nhan")
        assert {"verdict", "children", "deciders", "heading"} <= set(outcome["finding"])

    def test_points(self, data):
        """
        An outcome carries the points of its score item by item; what an item read of a personal fact is hidden.
        """
        group, ledger = next(one for one in data["outcomes"] if one["subject"] == "cb-01")["points"]

        assert (group["item"], ledger["item"]) == ("nhom", "so_theo_doi")
        assert (
            group["children"][1]["observed"],
            group["children"][1]["hidden"],
            group["children"][1]["low"],
        ) == (None, True, 30)

    def test_short(self, evaluation):
        """
        Without the trees an outcome still says what decided.
        """
        outcome = evaluation_to_json(evaluation, full=False)["outcomes"][0]

        assert "finding" not in outcome
        assert outcome["decisive"]

    def test_no_personal_value(self, evaluation, data):
        """
        Neither a name nor the value of a personal fact appears anywhere.
        """
        written = json.dumps(data, ensure_ascii=False)

        assert not [value for value in (PRIVATE, "7654321.5", "Hai", "4691357") if value in written]
        assert '"hidden": true' in written
        assert PRIVATE not in dumps(evaluation_to_json(evaluation, full=False), indent=None)

    def test_personal_comparison(self):
        """
        A comparison with a personal fact hides that side and the margin.
        """
        asked = (("fact", "diem"), ("op", ">="), ("value", ("fact:luong", 3)))
        found = Writer(POLICY.facts, {}).finding(Finding("compare", Verdict.MET, asked, 5, 3))

        assert (found["observed"], found["expected"], found["margin"], found["hidden"]) == (
            5,
            None,
            None,
            True,
        )

    def test_personal_list(self):
        """
        What is counted in a personal list is hidden.
        """
        asked = (("records", "ky_luat"), ("where", ()), ("op", "<="))
        found = Writer(POLICY.facts, {}).finding(Finding("none-of", Verdict.UNMET, asked, 2, 0))

        assert (found["observed"], found["expected"], found["margin"], found["hidden"]) == (
            None,
            0,
            None,
            True,
        )

    def test_open_side(self):
        """
        What is not personal is written exactly, with its margin.
        """
        asked = (("fact", "diem"), ("op", ">="), ("value", Decimal("79.5")))
        found = Writer(POLICY.facts, {}).finding(
            Finding("compare", Verdict.MET, asked, Decimal("80.75"), Decimal("79.5"))
        )

        assert (found["observed"], found["expected"], found["margin"]) == ("80.75", "79.5", "1.25")
        assert found["asked"] == {"fact": "diem", "op": ">=", "value": "79.5"}

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (3, 3),
            (Decimal("3.00"), 3),
            (Decimal("1.250"), "1.25"),
            (Fraction(1, 3), "1/3"),
            (Fraction(1, 4), "0.25"),
            (Decimal("-0.5"), "-0.5"),
            (Decimal("1E+3"), 1000),
        ],
    )
    def test_numbers(self, value, expected):
        """
        A whole number is a number, another one exact text.
        """
        assert expected == number(value)

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (None, None),
            (True, True),
            ((1, Decimal("0.5")), [1, "0.5"]),
            (frozenset({"b", "a"}), ["a", "b"]),
            (dt.date(2022, 1, 31), "2022-01-31"),
            (Marker.NOT_ASSIGNED, "khong_giao"),
            (Rounding.FLOOR, "floor"),
            (LAW, "luat/1/2/a"),
        ],
    )
    def test_values(self, value, expected):
        """
        Each value has one plain form.
        """
        assert expected == Writer({}, {}).data(value)

    def test_score(self):
        """
        A score is one number where it is settled, and its bounds where it is open.
        """

        @attrs.frozen
        class Bounds:
            low: object
            high: object

        assert score_data(Bounds(Decimal("87.5"), Decimal("87.50"))) == "87.5"
        assert score_data(Bounds(80, Decimal("90.5"))) == {"low": 80, "high": "90.5"}

    def test_derived(self):
        """
        Margins and days late stand beside the fields that they follow from.
        """
        target = POLICY.targets[0]
        demand = POLICY.obligations[0]
        late = ObligationResult(
            demand, None, Fulfilment.LATE, dt.date(2022, 11, 30), dt.date(2022, 12, 2), dt.date(2022, 12, 2)
        )
        reached = Writer({}, {}).data(TargetResult(target, Verdict.MET, 2, Decimal("2.5")))

        assert reached["margin"] == "0.5"
        assert {"id": "CT-1", "label_vi": "Thu", "label_en": "revenue"}.items() <= reached["target"].items()
        assert Writer({}, {}).data(late)["days_late"] == 2

    def test_step(self):
        """
        A step is written with who is to take it and what its deadline is counted in.
        """
        step = load_policy("phap_luat_2003").procedures["cong_nhan_gia_dinh_van_hoa"].steps[1]

        assert {
            "id": "gui_ho_so",
            "label_vi": "Gửi hồ sơ đến UBND xã",
            "label_en": "file with the commune",
            "citation": "nd_122_2018/9",
            "standing": "CONFIRMED",
            "actor_vi": "Trưởng khu dân cư",
            "actor_en": "the head of the residential area",
            "counting": "working",
        } == Writer({}, {}).data(step)

    def test_heading(self):
        """
        A heading is written with its citation as text.
        """
        heading = Heading("a", LAW, "Một", "one", Standing.ASSUMED)
        found = Writer({}, {}).finding(Finding("clause", Verdict.MET, heading=heading))

        assert found["heading"] == {
            "id": "a",
            "citation": "luat/1/2/a",
            "label_vi": "Một",
            "label_en": "one",
            "standing": "ASSUMED",
        }


class TestSchema:
    def test_dossiers(self):
        """
        The schema of an evaluation describes dossiers: a step that is late, an order that is broken, papers nobody listed.
        """
        steps = [
            {"thu_tuc": "tang_giay_khen_xa", "buoc": name, "ngay": day}
            for name, day in (
                ("tiep_nhan", "2022-06-06"),
                ("hop_hoi_dong", "2022-06-23"),
                ("quyet_dinh", "2022-06-22"),
            )
        ]
        commune = {"id": "xa", "kind": "xa", "name": "Xã", "records": {"buoc_ho_so": steps}}
        roster = {"id": "r", "commune": "Xã", "year": 2022, "subjects": [commune]}
        policy = load_policy("phap_luat_2003").with_parameter("thoi_han_giay_khen_xa", 10)
        found = evaluation_to_json(evaluate(policy, roster_from_json(text(roster), policy)))
        data = json.loads(dumps(found))
        (dossier,) = data["dossiers"]

        valid(data, schema("evaluation"))
        assert ("LATE", "2022-06-20", 2, "working") == tuple(
            dossier["steps"][3][key] for key in ("state", "due", "late", "counting")
        )
        assert ["UNMET"] == [one["verdict"] for one in dossier["orders"] if one["first"] == "hop_hoi_dong"]

    def test_policy(self):
        """
        The schema of a policy describes what is written.
        """
        valid(json.loads(dumps(policy_to_json(POLICY))), schema("policy"))

    def test_policy_with_plain_forms(self):
        """
        The schema of a policy takes days, decimals and citations as text.
        """
        changed = json.loads(dumps(policy_to_json(POLICY)))
        changed["layers"][0]["valid_from"] = "2020-01-01"
        changed["layers"][0]["facts"][0]["minimum"] = "0.5"
        changed["layers"][0]["awards"][0]["citations"] = ["luat/1"]

        valid(changed, schema("policy"))

    def test_policy_refused(self):
        """
        The schema of a policy refuses unknown fields and kinds.
        """
        for field, value in (("op", "=>"), ("kind", "compar"), ("facts", 1)):
            changed = json.loads(dumps(policy_to_json(POLICY)))
            changed["layers"][0]["awards"][0]["eligibility"][0]["criterion"]["criteria"][0][field] = value
            with pytest.raises(jsonschema.ValidationError):
                valid(changed, schema("policy"))

    @pytest.mark.parametrize("policy", [None, POLICY])
    def test_roster(self, policy):
        """
        The schema of a roster describes what is read and what is written, with or without a policy.
        """
        valid(roster_data(), schema("roster", policy))
        valid(
            json.loads(dumps(roster_to_json(roster_from_json(text(ROSTER), POLICY)))),
            schema("roster", policy),
        )

    @pytest.mark.parametrize(
        ("name", "value"),
        [("diem", 101), ("xep_loai", "x"), ("ngay_vao", "1/2/2022"), ("diemm", 1), ("dong_y", 1)],
    )
    def test_roster_refused(self, name, value):
        """
        The schema of a roster under a policy refuses what the facts do not take.
        """
        data = roster_data()
        data["subjects"][2]["facts"][name] = value
        with pytest.raises(jsonschema.ValidationError):
            valid(data, schema("roster", POLICY))

    def test_limit_that_is_not_whole(self):
        """
        A limit that is not whole is written as a number too.
        """
        facts = tuple(
            attrs.evolve(spec, maximum=Decimal("99.5")) if spec.id == "diem" else spec
            for spec in POLICY.layers[0].facts
        )
        layer = attrs.evolve(POLICY.layers[0], facts=facts)
        made = json.dumps(schema("roster", attrs.evolve(POLICY, layers=(layer,))))

        assert '"maximum": 99.5' in made

    def test_evaluation(self, evaluation):
        """
        The schema of an evaluation describes what is written, in full and in short.
        """
        for full in (True, False):
            valid(json.loads(dumps(evaluation_to_json(evaluation, full=full))), schema("evaluation"))

    def test_every_result(self, evaluation):
        """
        The schema of an evaluation describes results that the small roster does not have.
        """
        first = evaluation.outcomes[0]
        money = Money(1_490_000, Decimal("0.3"), 447_000, 450_000, dt.date(2022, 12, 31), True, None, LAW)
        target = Target(id="t", label_vi="t", label_en="t", metric="m", unit="u", citation=LAW)
        changed = attrs.evolve(
            evaluation,
            outcomes=(attrs.evolve(first, bonus=money, decided="hieu_luc", covered_by="xuat_sac"),),
            discrepancies=(Discrepancy("gioi", "cb-01", "given_to_ineligible", Status.INELIGIBLE),),
            targets=(TargetResult(target, Verdict.MET, Fraction(1, 3), 1, ("a",)),),
        )
        written = json.loads(dumps(evaluation_to_json(changed)))

        valid(written, schema("evaluation"))
        assert written["outcomes"][0]["bonus"] == 450_000

    def test_unknown_document(self):
        """
        A document that does not exist is named, with the nearest that does.
        """
        with pytest.raises(UnknownNameError, match="unknown document 'rooster', did you mean 'roster'"):
            schema("rooster")

    def test_each_definition_is_named(self):
        """
        Each reference of a schema leads to a definition.
        """
        for document in ("roster", "policy", "evaluation"):
            made = schema(document)
            written = json.dumps(made)
            for part in written.split('"#/$defs/')[1:]:
                assert part.split('"')[0].replace("%20", " ") in made["$defs"]


def test_public_names():
    """
    The package offers its sorted names.
    """
    assert sorted(serialization.__all__) == serialization.__all__
