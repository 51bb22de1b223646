"""What a ranking counts is what its definition says."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import CITE
from thidua_rules.awards import ByFact
from thidua_rules.evaluation.ranking import Counts, Entry, Ranking
from thidua_rules.evaluation.results import KeyValue

KEYS = tuple(ByFact(id=f"k{i}", label_vi="k", label_en="k", citation=CITE, fact=f"k{i}") for i in range(3))
NUMBERS = (0, 1, Decimal("1.5"), Fraction(5, 3), 2)


@st.composite
def entries(draw, name, keys):
    """
    An entry with an interval on each of so many keys.
    """
    ends = [sorted((draw(st.sampled_from(NUMBERS)), draw(st.sampled_from(NUMBERS)))) for _ in range(keys)]
    known = draw(st.booleans())
    values = [
        KeyValue(key, low, low if known else high) for key, (low, high) in zip(KEYS, ends, strict=False)
    ]
    return Entry(name, draw(st.booleans()), tuple(values))


def surely_before(one, other):
    """
    Whether *one* stands before *other* in every completion.
    """
    for mine, theirs in zip(one.values, other.values, strict=True):
        if mine.low > theirs.high:
            return True
        if not (mine.low == mine.high == theirs.low == theirs.high):
            return False
    return False


def surely_not_behind(one, other):
    """
    Whether *one* stands before *other* or level with it in every completion.
    """
    for mine, theirs in zip(one.values, other.values, strict=True):
        if mine.low != theirs.high:
            return mine.low > theirs.high
    return True


def defined(me, others):
    """
    The counts of *me* among *others*, one by one.
    """
    return Counts(
        before_low=sum(one.sure and surely_before(one, me) for one in others),
        before_high=sum(not surely_not_behind(me, one) for one in others),
        not_behind_low=sum(one.sure and surely_not_behind(one, me) for one in others),
        not_behind_high=sum(not surely_before(me, one) for one in others),
    )


def counts(ranking):
    """
    The counts of everybody.
    """
    return {name: ranking.counts(name) for name in ranking.entries}


@given(st.data(), st.integers(0, 3))
@settings(max_examples=400)
def test_counts_are_as_defined(data, keys):
    """
    The counts of everybody are those found by comparing each with each.
    """
    rows = [data.draw(entries(f"n{i}", keys)) for i in range(data.draw(st.integers(1, 8)))]
    expected = {me.subject: defined(me, [one for one in rows if one is not me]) for me in rows}

    assert expected == counts(Ranking(rows))
