"""Distributions as JSON: every count, share and mark as it is, null where one is held back."""

from __future__ import annotations

import json

import jsonschema
import pytest

from tests.distribution.worlds_of_thirty import POSITION, UNIT, direct, evaluated, leaders
from thidua_rules.distribution import Distribution, distribute
from thidua_rules.serialization import distribution_to_json, dumps
from thidua_rules.serialization.distributions import distribution_schema


@pytest.fixture(scope="module")
def counted() -> Distribution:
    """Thirty people by position and unit."""
    return distribute(evaluated(*leaders(), *direct()), (POSITION, UNIT), ("diem",))


def test_written_and_read_back(counted):
    """
    It fits its schema, and what is read back is what was written.
    """
    data = distribution_to_json(counted)

    jsonschema.validate(data, distribution_schema())
    assert data == json.loads(dumps(data))


def test_counts_and_shares(counted):
    """
    Counts stand by the name of their stage; shares are fractions, never decimals that were rounded.
    """
    award = distribution_to_json(counted)["awards"][0]

    assert (30, 10, None) == tuple(award["totals"][name] for name in ("LISTED", "RECOMMENDED", "COMPETING"))
    assert ("0.5", "1/3") == (award["of_eligible"], award["of_all"])
    assert {"row": 0, "since": "ELIGIBLE", "to": "PLACED", "before": "0.5", "after": 1} == award[
        "breakdowns"
    ][0]["parting"]


def test_figures(counted):
    """
    The last winner's mark, the provisions that stopped people, and the marks that are alike are there.
    """
    data = distribution_to_json(counted)
    award = data["awards"][0]

    assert [("don_vi", 3, 10)] == [
        (one["grouping"], one["mark"], one["winners"]) for one in award["thresholds"]
    ]
    assert [("REGISTERED", "dang_ky"), ("PLACED", "diem")] == [
        (one["at"], one["id"]) for one in award["causes"]
    ]
    assert [(30, 20)] == [(one["people"], one["alike"]) for one in data["alike"]]


def test_held_back():
    """
    What is held back is null.
    """
    award = distribution_to_json(distribute(evaluated(*leaders(4)), (POSITION,)))["awards"][0]

    assert {None} == set(award["totals"].values())
    assert (None, None, []) == (award["of_eligible"], award["of_all"], award["breakdowns"][0]["rows"])
