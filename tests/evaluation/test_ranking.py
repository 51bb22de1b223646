"""Places among those who compete, for sure or perhaps, with values known or open."""

from __future__ import annotations

import pytest

from tests.worlds import CITE, CLUSTER, good, policy, roster
from thidua_rules.awards import ByFact
from thidua_rules.evaluation import evaluate
from thidua_rules.evaluation.ranking import Counts, Entry, Ranking, surely_before, surely_not_behind
from thidua_rules.evaluation.results import KeyValue

KEYS = tuple(ByFact(id=name, label_vi=name, label_en=name, citation=CITE, fact=name) for name in ("x", "y"))


def entry(name, *bounds, sure=True):
    """An entry with a number, or a lowest and a highest one, on each key."""
    pairs = [one if isinstance(one, tuple) else (one, one) for one in bounds]
    values = tuple(KeyValue(key, low, high) for key, (low, high) in zip(KEYS, pairs, strict=False))
    return Entry(name, sure, values)


class TestPairs:
    @pytest.mark.parametrize(
        ("one", "other", "before", "not_behind"),
        [
            ((2, 1), (1, 9), True, True),
            ((1, 2), (1, 1), True, True),
            ((1, 1), (1, 1), False, True),
            ((1, 1), (1, 2), False, False),
            (((2, 3), 0), ((0, 1), 9), True, True),
            (((1, 3), 5), ((0, 1), 5), False, True),
            (((1, 3), 4), ((0, 1), 5), False, False),
            (((0, 3), 5), ((0, 1), 5), False, False),
        ],
    )
    def test_surely(self, one, other, before, not_behind):
        """
        Key by key: surely before needs more on a key after equal ones; level at worst is surely not behind.
        """
        a, b = entry("a", *one), entry("b", *other)

        assert (before, not_behind) == (surely_before(a, b), surely_not_behind(a, b))


class TestCounts:
    def test_settled(self):
        """
        One above, one level and one below, all known: one is before, two are not behind.
        """
        ranking = Ranking([entry("up", 3), entry("me", 2), entry("level", 2), entry("down", 1)])

        assert Counts(1, 1, 2, 2) == ranking.counts("me")

    def test_one_who_perhaps_competes(self):
        """
        One who perhaps competes is not among those who surely do, and does not count itself out of them.
        """
        ranking = Ranking([entry("me", 2, sure=False), entry("level", 2), entry("down", 1)])

        assert Counts(0, 0, 1, 1) == ranking.counts("me")

    def test_others_who_perhaps_compete(self):
        """
        Others who perhaps compete may stand before, and surely do so only if they compete for sure.
        """
        ranking = Ranking([entry("me", 2), entry("up", 3, sure=False), entry("level", 2, sure=False)])

        assert Counts(0, 1, 0, 2) == ranking.counts("me")

    def test_open_value(self):
        """
        With an open value everybody between its ends may stand before or behind; level at an end is not before.
        """
        ranking = Ranking(
            [entry("me", (1, 3)), entry("top", 3), entry("up", 4), entry("down", 1), entry("low", 0)]
        )

        assert Counts(1, 2, 2, 3) == ranking.counts("me")


def test_level_at_best():
    """
    One whose points are missing cannot overtake whoever has the most points that there are.
    """
    found = evaluate(policy(CLUSTER), roster(good("a", 3), good("b", None)))

    assert (1, 1) == (found.outcome("a", "theo_khoi").place.best, found.outcome("a", "theo_khoi").place.worst)


def test_separator():
    """
    The key that separates somebody from the next one below is named, none at the end and none for open places.
    """
    ranking = Ranking([entry("a", 3, 1), entry("b", 2, 2), entry("c", 2, 1), entry("d", (0, 1), 1)])

    assert ["x", "y", None, None] == [ranking.place(name).separated_by for name in "abcd"]
