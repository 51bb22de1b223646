"""A package of its own adds a criterion: it loads, evaluates, explains, and keeps the contract of a criterion."""

from __future__ import annotations

import importlib.metadata
import json

import pytest

from thidua_rules import PolicyError, Status, evaluate, evaluation_to_json, load_policy
from thidua_rules.facts import SubjectKind
from thidua_rules.serialization import policy_from_json, policy_to_json, roster_from_json
from thidua_rules.subjects import Subject
from thidua_rules.testing import assert_contract
from thidua_rules.values import FrozenMap

acme = pytest.importorskip("acme_rules", reason="examples/other_system is not installed")

ROSTER = {
    "id": "acme",
    "commune": "Xã",
    "year": 2022,
    "subjects": [
        {"id": name, "kind": "ca_nhan", "name": name, "facts": facts, "records": records}
        for name, facts, records in [
            ("a", {"nghiem_tuc": True}, {"khoa_hoc": [{"ma": "an_toan"}]}),
            ("b", {"nghiem_tuc": True}, {"khoa_hoc": [{"ma": "khac"}]}),
            ("c", {"nghiem_tuc": True}, {}),
        ]
    ],
}


def person(name, rows):
    """Somebody with the courses *rows*."""
    return Subject(
        name, SubjectKind.CA_NHAN, name, records=FrozenMap({"khoa_hoc": tuple(map(FrozenMap, rows))})
    )


@pytest.fixture(scope="module")
def evaluation():
    """The package's own policy on three people."""
    rulebook = acme.policy()
    return evaluate(rulebook, roster_from_json(json.dumps(ROSTER), rulebook))


def test_installed():
    """
    It is a distribution of its own that needs ours.
    """
    assert "thidua-rules" in importlib.metadata.requires("acme-rules")


def test_statuses(evaluation):
    """
    Its criterion decides as ours do: met, unmet, and unknown where the list is absent.
    """
    found = {one.subject.id: one.status for one in evaluation.outcomes}

    assert {"a": Status.RECOMMENDED, "b": Status.INELIGIBLE, "c": Status.UNDETERMINED} == found


def test_explained(evaluation):
    """
    A kind that rendering has no sentence for is shown by what was asked, under its provision.
    """
    text = evaluation.outcome("b", "nguoi_hoc_tot").explain("vi")

    assert "Đã hoàn thành khóa an toàn" in text
    assert "acme.completed-course: course = an_toan" in text


def test_json(evaluation):
    """
    Its findings and its policy are written like ours.
    """
    kinds = {
        reason["kind"] for one in evaluation_to_json(evaluation)["outcomes"] for reason in one["decisive"]
    }

    assert "acme.completed-course" in kinds
    assert acme.policy() == policy_from_json(
        json.dumps(policy_to_json(acme.policy(), acme.VOCABULARY)), acme.VOCABULARY
    )


def test_unknown_without_its_vocabulary(tmp_path):
    """
    Who does not know the kind is told which it is.
    """
    file = tmp_path / "policy.json"
    file.write_text(json.dumps(policy_to_json(acme.policy(), acme.VOCABULARY)), encoding="utf-8")

    with pytest.raises(PolicyError, match=r"unknown kind 'acme\.completed-course'"):
        load_policy(file)


def test_contract():
    """
    It keeps the contract of a criterion.
    """
    people = [
        person("a", [{"ma": "an_toan"}]),
        person("b", [{"ma": "khac"}]),
        person("c", [{}]),
        person("d", []),
    ]

    assert_contract(
        acme.CompletedCourse("an_toan"), people, facts=(acme.COURSES,), vocabulary=acme.VOCABULARY
    )
