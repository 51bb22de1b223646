"""What ships keeps every property, but for what somebody reviewed and accepted under a provision."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from thidua_rules import load_policy, load_roster
from thidua_rules.serialization.policies import shipped_policies
from thidua_rules.testing.fairness import Budget, load_accepted, run

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE.parent.parent / "examples" / "xuan_son_2022" / "roster.json"
POLICIES = ("phap_luat_2003", "xuan_son_2022")
LOCAL = tuple(one.id for one in shipped_policies() if one.id not in POLICIES)
BUDGET, FEW = Budget(tries=4), Budget(tries=2)
PAGE = HERE.parent.parent / "docs" / "reference" / "fairness.md"
AWARDS = [(name, award) for name in POLICIES for award in load_policy(name).awards]


@cache
def accepted(name):
    """What was accepted of a policy."""
    own = HERE / "accepted" / f"{name}.yaml"
    return load_accepted(own if own.exists() else HERE / "accepted" / "phap_luat_2003.yaml")


def told(report):
    """What is refuted, in a line each."""
    return [
        (one.property_id, one.fact, one.rules[0].part, one.rules[0].id, one.hash) for one in report.refuted
    ]


@pytest.mark.parametrize(("name", "award"), AWARDS)
def test_drawn(name, award):
    """
    Nothing new is refuted on people drawn from the policy's own tree.
    """
    report = run(load_policy(name), budget=BUDGET, awards=[award], accepted=accepted(name))

    assert [] == told(report)


@pytest.mark.parametrize("name", LOCAL)
def test_drawn_of_a_province(name):
    """
    Nor is it under the rules of a province.
    """
    assert [] == told(run(load_policy(name), budget=FEW, accepted=accepted(name)))


@pytest.mark.parametrize("policy", shipped_policies(), ids=lambda one: one.id)
def test_page_is_of_these_rules(policy):
    """
    The page in the documentation was written for the rules as they are now.
    """
    page = PAGE.read_text(encoding="utf-8")

    assert f"(`{policy.id}`)\n\nTried on the rules with the hash `{policy.content_hash[:16]}`." in page


@pytest.mark.parametrize("award", load_policy("xuan_son_2022").awards)
def test_example(award):
    """
    Nothing new is refuted on the people of the example.
    """
    policy = load_policy("xuan_son_2022")
    roster = load_roster(str(EXAMPLE), policy)
    report = run(policy, roster=roster, budget=BUDGET, awards=[award], accepted=accepted("xuan_son_2022"))

    assert [] == told(report)


@pytest.mark.parametrize("name", POLICIES + LOCAL)
def test_roles(name):
    """
    Every fact that a shipped policy knows has a role, so that nothing is left out in silence.
    """
    report = run(load_policy(name), properties=(), budget=BUDGET)

    assert () == report.undeclared
