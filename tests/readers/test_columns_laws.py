"""On generated policies and rosters the columns reader says what the scalar path says, on every engine."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import Phase, assume, given, settings

# without the extra nothing below can be imported
pytest.importorskip("narwhals", reason="needs the extra 'columns'")
pytest.importorskip("polars", reason="needs the extra 'columns'")

from tests.readers.engines import duckdb_backend, spark_backend
from tests.readers.generated import countries
from tests.readers.same import by_columns, differences
from thidua_rules import evaluate
from thidua_rules.errors import ClashError, RosterError

DRAWN = (Phase.explicit, Phase.reuse, Phase.generate)
"""Shrinking a policy takes longer than reading it."""


def same(country, backend=None):
    """
    Every outcome of the two paths; where exceptions clash both refuse, and the columns reader may look further.
    """
    policy, rosters = country.policy, country.rosters
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            for roster in rosters:
                evaluate(policy, roster)
        except ClashError:
            with pytest.raises(RosterError, match="contradict"):
                by_columns(policy, rosters, backend)
            return
        try:
            found = differences(policy, rosters, backend)
        except RosterError as error:
            assume("contradict" not in str(error))
            raise
    assert found == {}


@given(countries())
@settings(max_examples=150, phases=DRAWN)
def test_polars(country):
    """
    What has an expression gives the same outcomes on lazy Polars.
    """
    same(country)


@given(countries(odd=True))
@settings(max_examples=75, phases=DRAWN)
def test_what_falls_back(country):
    """
    So do scales whose units depend on data, which fall back.
    """
    same(country)


@given(countries())
@settings(max_examples=40, phases=DRAWN)
def test_duckdb(country):
    """
    The same on DuckDB.
    """
    same(country, duckdb_backend())


@given(countries())
@settings(max_examples=8, phases=DRAWN)
def test_spark(country):
    """
    The same on PySpark in local mode.
    """
    same(country, spark_backend())
