"""Two policies on one roster."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from tests.worlds import BASE, CLUSTER, HIGHER, clause, good, policy, roster
from thidua_rules.comparison import compare
from thidua_rules.criteria import Is
from thidua_rules.evaluation import Status, evaluate

PEOPLE = roster(good("a", 3), good("b", 2), good("c", 1), good("d", 1, lanh_dao=True), good("e", 0))


def flips(one, other, people=PEOPLE):
    """Who differs, and why."""
    return [(f.award, f.subject, f.before, f.after, f.because) for f in compare(one, other, people).flips]


class TestCompare:
    def test_same(self):
        """
        A policy does not differ from itself.
        """
        assert [] == flips(policy(), policy())

    def test_quota(self):
        """
        A higher rate lets the next one in, and the quota is what made the difference.
        """
        found = flips(policy(), policy(ty_le=Decimal("0.6")))

        assert [("nang_cao", "c", Status.OVER_QUOTA, Status.RECOMMENDED, "quota")] == found

    def test_gains_loses_and_cost(self):
        """
        Gains and losses are told apart, and the cost is what the commune pays more.
        """
        found = compare(policy(), policy(ty_le=Decimal("0.6")), PEOPLE)

        assert (True, False, 1_040_000) == (found.flips[0].gains, found.flips[0].loses, found.cost)

    def test_provision(self):
        """
        A new condition is named as the provision that flipped.
        """
        strict = attrs.evolve(
            BASE, eligibility=(*BASE.eligibility, clause("truc_tiep", Is("lanh_dao", wanted=False)))
        )
        found = compare(policy(BASE), policy(strict), PEOPLE)

        assert [("d", ["truc_tiep"], "condition", True)] == [
            (f.subject, [p.id for p in f.provisions], f.because, f.loses) for f in found.flips
        ]

    def test_scope(self):
        """
        Whoever is inside the scope of one policy only differs by scope.
        """
        narrow = attrs.evolve(BASE, scope=Is("lanh_dao"))
        found = flips(policy(BASE), policy(narrow), roster(good("a")))

        assert [("co_ban", "a", Status.RECOMMENDED, None, "scope")] == found

    def test_award_of_one_policy(self):
        """
        An award that only the other policy knows appears for the first time.
        """
        found = flips(policy(HIGHER), policy(HIGHER, CLUSTER), roster(good("a")))

        assert [("theo_khoi", "a", None, Status.RECOMMENDED, "award")] == found

    @pytest.mark.parametrize(
        ("records", "one", "other", "because"),
        [
            ({"vu_viec": ({"mo": True},)}, (BASE,), (attrs.evolve(BASE, holds=()),), "hold"),
            (
                {"de_nghi_khen_thuong": ({"danh_hieu": "theo_khoi", "thanh_tich": "x"}, {"danh_hieu": "cap_tren", "thanh_tich": "x"})},
                (CLUSTER, HIGHER), (attrs.evolve(CLUSTER, coverage=None), HIGHER), "coverage",
            ),
        ],
    )  # fmt: skip
    def test_other_reasons(self, records, one, other, because):
        """
        A pending matter or a coverage that only one policy knows is named.
        """
        found = flips(policy(*one), policy(*other), roster(good("a", records=records)))

        assert [because] == [flip[4] for flip in found]

    def test_what_if_equals_evaluation(self):
        """
        What a comparison says of the other policy is what evaluating it says.
        """
        reform = policy(ty_le=Decimal("0.8"))

        assert evaluate(reform, PEOPLE) == compare(policy(), reform, PEOPLE).after

    def test_reform_of_a_reform(self):
        """
        A parameter set twice has its last value, in one trial layer.
        """
        twice = policy(ty_le=Decimal("0.6")).with_parameter("ty_le", Decimal("0.8"))

        assert twice == policy(ty_le=Decimal("0.8"))
        assert 2 == len(twice.layers)
