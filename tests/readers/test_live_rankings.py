"""A ranking over the year: what is left after entries came and went, and who is named as moved."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("durable_rules_engine", reason="durable-rules does not load here", exc_type=ImportError)

from tests.worlds import CITE
from thidua_rules.awards import ByFact
from thidua_rules.evaluation.ranking import Entry, Ranking
from thidua_rules.evaluation.results import KeyValue, QuotaResult
from thidua_rules.facts import SubjectKind
from thidua_rules.readers.live.groups import Group
from thidua_rules.readers.live.rankings import LiveRanking

KEYS = tuple(ByFact(id=f"k{i}", label_vi="k", label_en="k", citation=CITE, fact=f"k{i}") for i in range(3))
NUMBERS = (0, 1, Decimal("1.5"), Fraction(5, 3), 2, 3)
STRAY = 12
"""How many may be named besides the moved: the neighbours of what moved, and one for each key and end."""


@st.composite
def entries(draw, name, keys, doubt=3):
    """
    An entry with a number or an interval on each of so many keys; *doubt*: how many of ten are open or unsure.
    """
    ends = [sorted((draw(st.sampled_from(NUMBERS)), draw(st.sampled_from(NUMBERS)))) for _ in range(keys)]
    open_, sure = draw(st.integers(0, 9)) < doubt, draw(st.integers(0, 9)) >= doubt
    which = draw(st.integers(0, keys)) if open_ else -1
    values = [
        KeyValue(key, low, high if which in {i, keys} else low)
        for i, (key, (low, high)) in enumerate(zip(KEYS, ends, strict=False))
    ]
    return Entry(name, sure, tuple(values))


def limited(low, high):
    """
    So many places.
    """
    return QuotaResult(
        award="a", group="g", rate=1, parameter="p", base_low=None, base_high=None, exact_low=low, exact_high=high,
        rounding=None, low=low, high=high, others=(), citation=CITE, label_vi="h", label_en="q",
    )  # fmt: skip


limits = st.one_of(
    st.none(), st.tuples(st.integers(0, 9), st.integers(0, 3)).map(lambda two: limited(two[0], sum(two)))
)


def standings(group):
    """
    How everybody stands who competes for sure, counted anew.
    """
    fresh = Group("g", SubjectKind.CA_NHAN, ranked=True)
    fresh.ranking, fresh.limit = Ranking(group.ranking.entries.values()), group.limit
    return {name: fresh.standing(name) for name, entry in group.ranking.entries.items() if entry.sure}


def put(group, entry):
    """
    Let *entry* compete in *group*.
    """
    group.admit(entry.subject, sure=entry.sure)
    group.put(entry.subject, entry)


@given(st.data(), st.integers(0, 3), st.integers(1, 40))
@settings(max_examples=300)
def test_who_moved(data, keys, size):
    """
    After every entry and every number of places the counts are those of a new ranking; whoever stands otherwise is named,
    and hardly anybody else.
    """
    group = Group("g", SubjectKind.CA_NHAN, ranked=True)
    doubt = data.draw(st.sampled_from([0, 0, 1, 3]))
    for place in range(size):
        put(group, data.draw(entries(f"n{place}", keys, doubt)))
    group.limit = data.draw(limits)
    group.settle()
    for _ in range(data.draw(st.integers(1, 8))):
        before = standings(group)
        name = f"n{data.draw(st.integers(0, size))}"
        what = data.draw(st.integers(0, 5))
        if what == 0 and name in group.members:
            group.dismiss(name)
            group.put(name, None)
        elif what <= 2:
            group.limit = data.draw(limits)
        else:
            put(group, data.draw(entries(name, keys, doubt or (what == 3))))
        bulk = 8 * len(group._waiting) > len(group.ranking.entries)
        named = group.settle()
        after = standings(group)
        moved = {one for one in after if before.get(one) != after[one]}

        assert {one: group.standing(one) for one in after} == after
        assert moved <= named
        assert bulk or len(named - moved - {name}) <= STRAY


@given(st.data(), st.integers(0, 3))
@settings(max_examples=300)
def test_what_is_left(data, keys):
    """
    Counts and places are those of a new ranking after entries were put in, replaced and dropped, one at a time.
    """
    ranking = LiveRanking()
    for _ in range(data.draw(st.integers(1, 12))):
        name = f"n{data.draw(st.integers(0, 5))}"
        if data.draw(st.integers(0, 3)):
            ranking.put(data.draw(entries(name, keys)))
        else:
            ranking.drop(name)
        fresh = Ranking(ranking.entries.values())

        assert {n: fresh.counts(n) for n in fresh.entries} == {n: ranking.counts(n) for n in ranking.entries}
        assert {n: fresh.place(n) for n in fresh.entries} == {n: ranking.place(n) for n in ranking.entries}
        opened = {n for n, entry in fresh.entries.items() if not (entry.sure and entry.settled)}
        assert opened == set(ranking.open())


def chain(size):
    """
    So many entries, each open as far as the middle of the next one.
    """
    return [Entry(f"n{i}", sure=True, values=(KeyValue(KEYS[0], 2 * i, 2 * i + 3),)) for i in range(size)]


@pytest.mark.parametrize("step", [1, 3, 7])
def test_gaps_between_open_entries(step):
    """
    Places are certain just where a chain of open entries is broken.
    """
    group = Group("g", SubjectKind.CA_NHAN, ranked=True)
    for one in chain(60):
        put(group, one)
    group.settle()
    for place in range(5, 55, step):
        before = standings(group)
        settled = KeyValue(KEYS[0], 2 * place, 2 * place)
        put(group, attrs.evolve(chain(60)[place], values=(settled,)))
        named, after = group.settle(), standings(group)

        assert {one for one in after if before[one] != after[one]} <= named
        assert {one: group.standing(one) for one in after} == after
