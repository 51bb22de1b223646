"""Kleene's strong logic holds for trees of criteria on cases with missing facts, not only for single verdicts."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.laws.strategies import LEAVES, NODES, criteria, rosters, unit_of_world
from thidua_rules.criteria import All, Any, AtLeastOf, Exempt, Not, Settled, Unless
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict, at_least, conjunction, disjunction

CALM = tuple(name for name in NODES if name != "unless")
"""The kinds that cannot clash."""

trees = criteria(tuple(LEAVES), CALM, max_leaves=3)
cases = rosters(markers=True).map(unit_of_world)
ORDER = [UNMET, UNKNOWN, MET]


def same(case, *criteria):
    """The one verdict that all *criteria* have, bare and explained; a set where they differ."""
    found = {one.verdict(case) for one in criteria} | {one.check(case).verdict for one in criteria}
    return found.pop() if len(found) == 1 else found


LAWS = {
    "double negation": lambda a, b, c: (Not(Not(a)), a),
    "de morgan of all": lambda a, b, c: (Not(All((a, b, c))), Any((Not(a), Not(b), Not(c)))),
    "de morgan of any": lambda a, b, c: (Not(Any((a, b, c))), All((Not(a), Not(b), Not(c)))),
    "commutative all": lambda a, b, c: tuple(All(one) for one in itertools.permutations((a, b, c))),
    "commutative any": lambda a, b, c: tuple(Any(one) for one in itertools.permutations((a, b, c))),
    "associative all": lambda a, b, c: (All((a, b, c)), All((a, All((b, c)))), a & b & c),
    "associative any": lambda a, b, c: (Any((a, b, c)), Any((a, Any((b, c)))), a | b | c),
    "idempotent": lambda a, b, c: (a, All((a, a)), Any((a, a))),
    "absorption": lambda a, b, c: (a, All((a, Any((a, b)))), Any((a, All((a, b))))),
    "all over any": lambda a, b, c: (All((a, Any((b, c)))), Any((All((a, b)), All((a, c))))),
    "any over all": lambda a, b, c: (Any((a, All((b, c)))), All((Any((a, b)), Any((a, c))))),
    "neutral": lambda a, b, c: (a, All((a, Settled(MET))), Any((a, Settled(UNMET))), All((a,)), Any((a,))),
    "dominant unmet": lambda a, b, c: (Settled(UNMET), All((a, Settled(UNMET), b))),
    "dominant met": lambda a, b, c: (Settled(MET), Any((a, Settled(MET), b))),
    "all of them": lambda a, b, c: (All((a, b, c)), AtLeastOf(3, (a, b, c))),
    "one of them": lambda a, b, c: (Any((a, b, c)), AtLeastOf(1, (a, b, c))),
    "none of them": lambda a, b, c: (Settled(MET), AtLeastOf(0, (a, b, c))),
    "two of three": lambda a, b, c: (
        AtLeastOf(2, (a, b, c)),
        AtLeastOf(2, (c, a, b)),
        Any((All((a, b)), All((a, c)), All((b, c)))),
    ),
    "fewer than two": lambda a, b, c: (
        Not(AtLeastOf(2, (a, b, c))),
        AtLeastOf(2, (Not(a), Not(b), Not(c))),
    ),
    "rule without exceptions": lambda a, b, c: (a, Unless(a, ())),
    "exception that never applies": lambda a, b, c: (a, Unless(a, (Exempt("e", Settled(UNMET), b),))),
    "exception that always applies": lambda a, b, c: (b, Unless(a, (Exempt("e", Settled(MET), b),))),
    "exception that changes nothing": lambda a, b, c: (
        Unless(a, (Exempt("e", b, a),)),
        Unless(a, (Exempt("e", Not(b), a), Exempt("f", c, a))),
        a,
    ),
    "exceptions have no order": lambda a, b, c: (
        Unless(a, (Exempt("e", b, Not(a)), Exempt("f", c, Not(a)))),
        Unless(a, (Exempt("f", c, Not(a)), Exempt("e", b, Not(a)))),
        Unless(a, (Exempt("e", Any((b, c)), Not(a)),)),
    ),
}
"""For each law, what must have one verdict whatever its three criteria are."""


@pytest.mark.parametrize("law", LAWS)
@given(trees, trees, trees, cases)
@settings(max_examples=15)
def test_laws_of_trees(law, a, b, c, case):
    """
    Both sides of each law have one verdict, bare and explained.
    """
    assert isinstance(same(case, *LAWS[law](a, b, c)), Verdict)


@pytest.mark.parametrize("law", LAWS)
def test_laws_of_tables(law):
    """
    Each law holds for every triple of answers.
    """
    answers = [tuple(map(Settled, one)) for one in itertools.product(Verdict, repeat=3)]

    assert [] == [one for one in answers if not isinstance(same(None, *LAWS[law](*one)), Verdict)]


def test_no_excluded_middle():
    """
    What is unknown is not met or unmet by form alone: ``a or not a`` stays open.
    """
    unknown = Settled(UNKNOWN)

    assert (UNKNOWN, UNKNOWN) == (same(None, unknown | ~unknown), same(None, unknown & ~unknown))


@given(st.lists(st.sampled_from(Verdict), max_size=6), st.integers(0, 7))
def test_folds(verdicts, minimum):
    """
    All is the lowest, any the highest, and k of n the k-th highest of the verdicts, in the order of the tables.
    """
    ordered = sorted(verdicts, key=ORDER.index, reverse=True)
    expected = MET if minimum == 0 else ordered[minimum - 1] if minimum <= len(ordered) else UNMET

    assert (ordered[-1] if ordered else MET) is conjunction(verdicts)
    assert (ordered[0] if ordered else UNMET) is disjunction(verdicts)
    assert expected is at_least(minimum, verdicts)


@given(st.lists(st.sampled_from(Verdict), min_size=1, max_size=5), st.data())
def test_knowing_more_never_contradicts(verdicts, data):
    """
    Replacing an unknown operand by an answer keeps every settled result of all, any and k of n.
    """
    minimum = data.draw(st.integers(0, len(verdicts)))
    known = [data.draw(st.sampled_from(Verdict)) if one is UNKNOWN else one for one in verdicts]
    pairs = [
        (fold(verdicts), fold(known))
        for fold in (conjunction, disjunction, lambda them: at_least(minimum, them))
    ]

    assert [] == [pair for pair in pairs if pair[0] is not UNKNOWN and pair[0] is not pair[1]]
