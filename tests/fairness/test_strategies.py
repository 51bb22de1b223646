"""The strategies: what they draw fits the policy, lies on its edges, and is found by type."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

from tests.fairness.planted.merits import FAIR
from tests.fairness.planted.persons import ranked
from thidua_rules import evaluate, load_policy
from thidua_rules.criteria import Criterion
from thidua_rules.evaluation import Status
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation import check_policy, check_roster
from thidua_rules.subjects import Roster
from thidua_rules.testing.fairness import criteria, policies, reforms, rosters, twins
from thidua_rules.testing.fairness.entry import register

QUICK = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


class TestRosters:
    @QUICK
    @given(rosters(FAIR))
    def test_fits(self, roster):
        """
        A roster that is drawn has no fault under its policy.
        """
        assert [] == list(check_roster(FAIR, roster))

    @pytest.mark.parametrize("value", [79, 80, 81])
    def test_edges(self, value):
        """
        Points just below, at and just above the threshold are drawn.
        """

        def holds(roster):
            return any(one.facts.get("diem") == value for one in roster.subjects)

        found = find(
            rosters(FAIR), holds, settings=settings(QUICK, max_examples=200, phases=(Phase.generate,))
        )

        assert holds(found)

    def test_somebody_wins(self):
        """
        Somebody reaches the award, so that little is tried in vain.
        """

        def wins(roster):
            return any(one.status is Status.RECOMMENDED for one in evaluate(FAIR, roster).outcomes)

        assert wins(
            find(rosters(FAIR), wins, settings=settings(QUICK, max_examples=200, phases=(Phase.generate,)))
        )

    @settings(QUICK, max_examples=6)
    @given(rosters(load_policy("phap_luat_2003"), "lao_dong_tien_tien"))
    def test_shipped(self, roster):
        """
        Rosters of a shipped policy have no fault either.
        """
        assert [] == list(check_roster(load_policy("phap_luat_2003"), roster))


@QUICK
@given(twins(FAIR))
def test_twins(found):
    """
    Twins are equal in everything but id and name.
    """
    roster, one, other = found
    first, second = roster.subject(one), roster.subject(other)

    assert (first.facts, first.records, first.unit) == (second.facts, second.records, second.unit)


@QUICK
@given(reforms(ranked()))
def test_reforms(reform):
    """
    A reform is another policy without a fault, or the same where its number is the old one.
    """
    assert [] == list(check_policy(reform))


@QUICK
@given(policies().flatmap(lambda one: st.tuples(st.just(one), rosters(one))))
def test_policies(pair):
    """
    A policy that is drawn has no fault, and can be evaluated on rosters drawn for it.
    """
    policy, roster = pair

    assert [] == list(check_policy(policy))
    assert evaluate(policy, roster).outcomes is not None


@QUICK
@given(criteria(FAIR))
def test_criteria(criterion):
    """
    A criterion asks only facts of its policy.
    """
    uses = criterion.uses()

    assert uses.facts | {name for name, _ in uses.records} <= FAIR.facts.keys()


def test_registered():
    """
    Hypothesis finds a policy and a criterion by their type once it has called the entry point.
    """
    register()

    assert isinstance(find(st.from_type(Policy), lambda _: True), Policy)
    assert isinstance(find(st.from_type(Criterion), lambda _: True), Criterion)
    assert isinstance(find(st.from_type(Roster), lambda _: True), Roster)


@pytest.mark.parametrize(
    "first",
    [
        "from thidua_rules.testing.fairness import rosters",
        "from thidua_rules.testing.fairness.strategies import rosters",
        "import thidua_rules.testing.fairness.entry",
        "import hypothesis",
    ],
)
def test_whichever_comes_first(first):
    """
    The strategies may be imported before Hypothesis, or after it, and are found by type either way.
    """
    then = "from hypothesis import find, strategies as st; from thidua_rules import Policy; "
    script = f"{first}; {then}find(st.from_type(Policy), lambda _: True)"
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)

    assert (0, "") == (found.returncode, found.stderr)
