"""What a case sees during an evaluation, and what an outcome says of itself."""

from __future__ import annotations

import attrs
import pytest

import thidua_rules
from tests.laws.strategies import DAY, POLICY
from tests.worlds import BASE, CLUSTER, UPPER, good, policy, roster
from thidua_rules.awards import Bonus, Multiple
from thidua_rules.errors import PolicyError, UnknownNameError
from thidua_rules.evaluation import Status
from thidua_rules.evaluation.run import evaluate
from thidua_rules.evaluation.world import EvaluationWorld
from thidua_rules.facts import SubjectKind
from thidua_rules.subjects import Roster, Subject
from thidua_rules.values import FrozenMap

ONE = Subject("a", SubjectKind.CA_NHAN, "a", None, FrozenMap({"diem": 1, "diem_khac": 1}))


def world():
    """A world with one subject that scores two points."""
    return EvaluationWorld(POLICY, Roster("r", "x", 2022, (ONE,)), DAY)


class TestScores:
    def test_worked_out_once(self):
        """
        The same case under the same scale gives the same score, not only an equal one.
        """
        here = world()

        assert here.score("bang", here.case(ONE)) is here.score("bang", here.case(ONE))

    def test_a_trial_is_not_remembered(self):
        """
        The score of a subject changed to see what would be is not taken for the score of what is.
        """
        here = world()
        trial = here.case(attrs.evolve(ONE, facts=FrozenMap({"diem": 2, "diem_khac": 2})))

        assert [2, 4, 2] == [here.score("bang", case).low for case in (here.case(ONE), trial, here.case(ONE))]

    def test_unknown_scale(self):
        """
        A scale that the policy has not is an error that names the nearest one.
        """
        here = world()

        with pytest.raises(PolicyError, match="unknown scale, did you mean 'bang'"):
            here.score("băng", here.case(ONE))


class TestOutcomes:
    def test_without_views(self):
        """
        An outcome of the bare evaluation cannot explain itself, and says so.
        """
        outcome = evaluate(policy(BASE), roster(good("a"))).outcome("a", "co_ban")

        for ask in (outcome.explain, outcome.path_to_award):
            with pytest.raises(UnknownNameError, match="unknown view"):
                ask()

    def test_with_views(self):
        """
        An outcome of the library's own ``evaluate`` explains itself and knows its way to the award.
        """
        outcome = thidua_rules.evaluate(policy(BASE), roster(good("a", tot=False))).outcome("a", "co_ban")

        assert BASE.title_vi in outcome.explain()
        assert 1 == len(outcome.path_to_award().paths)

    def test_awards_named_twice(self):
        """
        An award that is asked for twice, and needed by another, is evaluated once.
        """
        found = evaluate(policy(BASE, UPPER), roster(good("a")), awards=("nang_cao", "co_ban", "co_ban"))

        assert ["co_ban", "nang_cao"] == [one.award.id for one in found.outcomes]

    def test_lower_bonus_later(self):
        """
        The higher bonus is paid also where the lower award is evaluated after it.
        """
        bonus = Bonus(
            multiples=(Multiple(subject_kind=SubjectKind.CA_NHAN, parameter="he_so_cao"),),
            group="danh_hieu",
            citation=BASE.bonus.citation,
        )
        first = attrs.evolve(BASE, id="a_truoc", bonus=bonus)
        found = evaluate(policy(first, BASE), roster(good("a")))

        assert [(True, None), (False, "a_truoc")] == [
            (found.outcome("a", name).bonus.paid, found.outcome("a", name).bonus.instead)
            for name in ("a_truoc", "co_ban")
        ]
        assert {Status.RECOMMENDED} == {one.status for one in found.outcomes}

    def test_equal_bonuses(self):
        """
        Of equal bonuses that of the award evaluated first is paid, once.
        """
        found = evaluate(policy(BASE, attrs.evolve(BASE, id="z_sau")), roster(good("a")))

        assert [(True, None), (False, "co_ban")] == [
            (found.outcome("a", name).bonus.paid, found.outcome("a", name).bonus.instead)
            for name in ("co_ban", "z_sau")
        ]

    def test_held_and_open(self):
        """
        Whoever is held for sure takes nobody's place, also while it is not known whether they are eligible.
        """
        pending = {"vu_viec": ({"mo": True},)}
        rules = policy(attrs.evolve(CLUSTER, holds=BASE.holds, coverage=None), so_cho=1)
        found = evaluate(rules, roster(good("a", 1), good("b", 3, tot=None, records=pending)))

        assert [Status.RECOMMENDED, Status.UNDETERMINED] == [
            found.outcome(name, "theo_khoi").status for name in "ab"
        ]
