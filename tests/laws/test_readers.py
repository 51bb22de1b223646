"""The bare verdict and the explained one agree, for every kind of criterion that ships."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.laws.strategies import KINDS, LEAVES, NODES, answer, criteria, of_kind, rosters, unit_of_world
from thidua_rules.criteria import Criterion
from thidua_rules.policies.validation.places import Faults
from thidua_rules.serialization import whole_vocabulary
from thidua_rules.serialization.shapes import Kinds
from thidua_rules.serialization.structure import Reader
from thidua_rules.values import content_hash, plain_data


def test_every_kind_has_a_strategy():
    """
    The laws generate every kind of criterion that ships, and no other.
    """
    assert list(KINDS) == sorted({*LEAVES, *NODES})


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=50)
def test_verdict_equals_check(kind, data):
    """
    ``verdict`` is the verdict of ``check``; where it meets two exceptions that clash, so does ``check``.
    """
    criterion = data.draw(of_kind(kind))
    case = unit_of_world(data.draw(rosters(markers=True)))
    explained = answer(lambda: criterion.check(case).verdict)

    assert explained in {"clash", answer(lambda: criterion.verdict(case))}


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data())
@settings(max_examples=30)
def test_round_trip(kind, data):
    """
    A criterion of any kind is read back from its JSON as an equal one with the same hash.
    """
    criterion = data.draw(of_kind(kind))
    faults = Faults()
    written = json.loads(json.dumps(plain_data(criterion)), parse_float=Decimal)
    again = Reader(Kinds(whole_vocabulary()), faults).read(Criterion, written, ())

    assert ([], criterion, content_hash(criterion)) == (faults.found, again, content_hash(again))


@given(criteria(), rosters(markers=True))
@settings(max_examples=150)
def test_checking_twice(criterion, roster):
    """
    The same case gives the same finding: nothing is remembered between questions.
    """
    case = unit_of_world(roster)

    assert answer(lambda: criterion.check(case)) == answer(lambda: criterion.check(unit_of_world(roster)))


@given(criteria())
@settings(max_examples=100)
def test_uses_covers_its_parts(criterion):
    """
    What a tree reads holds what each of its parts reads, as its own facts or as those of other subjects.
    """
    uses = criterion.uses()

    for part in criterion.walk():
        own = part.uses()
        assert own.facts | own.member_facts <= uses.facts | uses.member_facts
        assert own.awards <= uses.awards
        assert own.parameters <= uses.parameters
        assert own.records <= uses.records
        assert own.scales <= uses.scales
