"""Explanations, comparisons and reviews as JSON; and the form in which evaluations are written."""

from __future__ import annotations

import json
from decimal import Decimal

import attrs
import jsonschema
import pytest

from tests.small import POLICY, PRIVATE, roster_data, text
from tests.worlds import good, person, roster
from tests.worlds import policy as world
from thidua_rules.api import evaluate
from thidua_rules.comparison import compare
from thidua_rules.evaluation import Status
from thidua_rules.paths import Change, Path, Paths, path_to_award
from thidua_rules.review import review_policy
from thidua_rules.serialization import (
    comparison_to_json,
    dumps,
    dumps_rows,
    evaluation_to_json,
    explanation_to_json,
    review_to_json,
    roster_from_json,
    schema,
)


def explained(evaluation, subject, award):
    """The explanation of one outcome, written and read back."""
    outcome = evaluation.outcome(subject, award)
    return json.loads(dumps(explanation_to_json(evaluation, outcome, path_to_award(evaluation, outcome))))


@pytest.fixture(scope="module")
def evaluation():
    """One who is short of points, one who is not good, one of whom nothing is known."""
    people = good("a", 0), person("b", tot=False), person("c")
    return evaluate(world(), roster(*people))


@pytest.fixture(scope="module")
def small():
    """The small roster, evaluated."""
    return evaluate(POLICY, roster_from_json(text(roster_data()), POLICY))


class TestExplanation:
    def test_keys(self, evaluation):
        """
        An explanation names what it rests on, the outcome and the way.
        """
        assert ["policy", "roster", "day", "outcome", "way"] == list(explained(evaluation, "a", "co_ban"))

    def test_provenance(self, evaluation):
        """
        It can be replayed from the hashes of the policy and the roster, and the day.
        """
        data = explained(evaluation, "a", "co_ban")

        assert evaluation.policy_hash == data["policy"]["hash"]
        assert evaluation.roster_hash == data["roster"]["hash"]
        assert data["day"] == "2022-12-31"

    def test_outcome(self, evaluation):
        """
        The outcome is written as in an evaluation, with its trees.
        """
        data = json.loads(dumps(evaluation_to_json(evaluation)))
        expected = next(one for one in data["outcomes"] if (one["subject"], one["award"]) == ("b", "co_ban"))

        assert expected == explained(evaluation, "b", "co_ban")["outcome"]

    def test_outcome_fits_the_schema(self, evaluation):
        """
        So the schema of evaluations describes it.
        """
        document = schema("evaluation")
        validator = jsonschema.Draft202012Validator({"$ref": "#/$defs/Outcome", "$defs": document["$defs"]})

        assert validator.is_valid(explained(evaluation, "c", "nang_cao")["outcome"])

    def test_way(self, evaluation):
        """
        The way says whose fact would have to become what, and the status that evaluation then gives.
        """
        way = explained(evaluation, "b", "co_ban")["way"]

        assert way["needed"] is True
        assert {"subject": "b", "fact": "tot", "before": False, "after": True} in way["paths"][0]["changes"]
        assert "RECOMMENDED" == way["paths"][0]["status"]

    def test_no_way_needed(self, evaluation):
        """
        Who is eligible needs none.
        """
        way = explained(evaluation, "a", "co_ban")["way"]

        assert {"needed": False, "paths": [], "blocked_by": [], "missing": []} == way

    def test_no_way(self, small):
        """
        Where there is none, the conditions that stand in the way are named, and what is missing.
        """
        way = explained(small, "cb-02", "gioi")["way"]

        assert way["paths"] == []
        assert {"luat/1/2/a"} >= {one["heading"]["citation"] for one in way["blocked_by"]}

    def test_row(self, evaluation):
        """
        A row to add is an object of its columns; what is personal stays inside.
        """
        changes = (
            Change("a", "de_nghi_khen_thuong", 0, (("danh_hieu", "cap_tren"), ("so", Decimal("0.5")))),
            Change("a", "diem", None, Decimal("1.5")),
        )
        paths = Paths("co_ban", "a", Status.INELIGIBLE, (Path(changes, Status.RECOMMENDED),))
        data = explanation_to_json(evaluation, evaluation.outcome("a", "co_ban"), paths)
        row, number = data["way"]["paths"][0]["changes"]

        assert {"danh_hieu": "cap_tren", "so": "0.5"} == row["after"]
        assert (None, "1.5") == (number["before"], number["after"])

    def test_personal_change(self, small):
        """
        A change of a personal fact names the fact, and neither value.
        """
        change = Change("cb-01", "luong", Decimal("7654321.5"), Decimal(1))
        paths = Paths("gioi", "cb-01", Status.INELIGIBLE, (Path((change,), Status.RECOMMENDED),))
        data = explanation_to_json(small, small.outcome("cb-01", "gioi"), paths)
        expected = {"subject": "cb-01", "fact": "luong", "before": None, "after": None, "hidden": True}

        assert [expected] == data["way"]["paths"][0]["changes"]

    def test_nothing_personal(self, small):
        """
        No personal value and no name is written.
        """
        shown = dumps(explained(small, "cb-01", "gioi")) + dumps(explained(small, "cb-02", "gioi"))

        assert "7654321" not in shown
        assert PRIVATE not in shown


@pytest.fixture(scope="module")
def data():
    """Ten persons, of whom a higher rate lets through more; as JSON."""
    people = [good(f"p{number}", 1 + number % 3) for number in range(10)]
    comparison = compare(world(), world(ty_le=Decimal("0.8")), roster(*people))
    return json.loads(dumps(comparison_to_json(comparison)))


class TestComparison:
    def test_keys(self, data):
        """
        A comparison names the roster, the day, both policies, every flip and the cost.
        """
        assert ["roster", "day", "before", "after", "flips", "cost"] == list(data)

    def test_policies(self, data):
        """
        The two policies have one id and two hashes.
        """
        assert data["before"]["id"] == data["after"]["id"]
        assert data["before"]["hash"] != data["after"]["hash"]

    def test_flip(self, data):
        """
        A flip has both statuses in capitals, what made the difference, and the provisions.
        """
        names = {"award", "subject", "before", "after", "provisions", "because"}
        known = {one.value for one in Status} | {None}

        assert data["flips"]
        assert all(names == one.keys() for one in data["flips"])
        assert all({one["before"], one["after"]} <= known for one in data["flips"])
        assert {"quota"} == {one["because"] for one in data["flips"]}

    def test_provision(self):
        """
        A provision that made the difference is written with its place and labels.
        """
        comparison = compare(world(), world(nguong=3), roster(good("a", 2), good("b", 3)))
        (flip,) = [one for one in comparison_to_json(comparison)["flips"] if one["subject"] == "a"]

        assert [("du_diem", "luat/1")] == [(one["id"], one["citation"]) for one in flip["provisions"]]

    def test_cost(self, data):
        """
        The cost is a whole number of đồng.
        """
        assert isinstance(data["cost"], int)

    def test_scope(self):
        """
        Who is outside the scope of one policy has no status there.
        """
        other = world()
        awards = tuple(one for one in other.layers[0].awards if one.id != "theo_khoi")
        fewer = attrs.evolve(other, layers=(attrs.evolve(other.layers[0], awards=awards),))
        flips = comparison_to_json(compare(other, fewer, roster(good("a"))))["flips"]

        assert [("theo_khoi", None, "award")] == [
            (one["award"], one["after"], one["because"]) for one in flips
        ]


class TestReview:
    def test_remarks(self):
        """
        A review names the policy, and of each remark its code, weight, place, citation, what it means and what it is about.
        """
        data = json.loads(dumps(review_to_json(review_policy(POLICY))))
        first = data["remarks"][0]

        assert data["policy"] == "nho"
        words = ["title_vi", "title_en", "about_vi", "about_en"]
        assert ["code", "weight", "path", *words, "citation"] == list(first)
        assert ("khong_co_chi_tieu_so", "warning", "ke_hoach/I.2") == (
            first["code"],
            first["weight"],
            first["citation"],
        )

    def test_order(self):
        """
        The weightiest remarks stand first.
        """
        weights = [one["weight"] for one in review_to_json(review_policy(POLICY))["remarks"]]

        assert sorted(weights, key=["error", "warning", "note"].index) == weights


class TestRows:
    def test_same_data(self, evaluation):
        """
        With a line for each item the text holds the same data.
        """
        data = evaluation_to_json(evaluation)

        assert json.loads(dumps(data)) == json.loads(dumps_rows(data))

    def test_lines(self):
        """
        Each item of a list has a line of its own, and so has everything else.
        """
        assert '{\n"a": [\n{"b": 1},\n"ế"\n],\n"c": [],\n"d": {"e": [1, 2]}\n}\n' == dumps_rows(
            {"a": [{"b": 1}, "ế"], "c": [], "d": {"e": [1, 2]}}
        )

    def test_no_infinity(self):
        """
        What JSON has no word for is refused.
        """
        with pytest.raises(ValueError, match="JSON"):
            dumps_rows({"a": float("inf")})
