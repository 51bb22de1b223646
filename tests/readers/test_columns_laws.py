"""On generated policies and rosters the columns reader says what the scalar path says, on every engine."""

from __future__ import annotations

import warnings

import pytest
from hypothesis import Phase, assume, given, settings

# without the extra nothing below can be imported
pytest.importorskip("narwhals", reason="needs the extra 'columns'")
pytest.importorskip("polars", reason="needs the extra 'columns'")

from tests.readers.engines import duckdb_backend, spark_backend
from tests.readers.generated import countries, policies
from tests.readers.same import by_columns, by_scalar
from thidua_rules.errors import ClashError, RosterError

DRAWN = (Phase.explicit, Phase.reuse, Phase.generate)
"""Shrinking a policy takes longer than reading it."""


def same(policy, rosters, backend=None):
    """
    Every outcome of the two paths; where exceptions clash both refuse, and the columns reader may look further.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            scalar = by_scalar(policy, rosters)
        except ClashError:
            with pytest.raises(RosterError, match="contradict"):
                by_columns(policy, rosters, backend)
            return
        try:
            found = by_columns(policy, rosters, backend)
        except RosterError as error:
            assume("contradict" not in str(error))
            raise
    assert scalar == found


@given(policies(), countries())
@settings(max_examples=40, phases=DRAWN)
def test_polars(policy, rosters):
    """
    What has an expression gives the same outcomes on lazy Polars.
    """
    same(policy, rosters)


@given(policies(odd=True), countries())
@settings(max_examples=25, phases=DRAWN)
def test_what_falls_back(policy, rosters):
    """
    So do scales whose units depend on data, which fall back.
    """
    same(policy, rosters)


@given(policies(), countries())
@settings(max_examples=8, phases=DRAWN)
def test_duckdb(policy, rosters):
    """
    The same on DuckDB.
    """
    same(policy, rosters, duckdb_backend())


@given(policies(), countries())
@settings(max_examples=2, phases=DRAWN)
def test_spark(policy, rosters):
    """
    The same on PySpark in local mode.
    """
    same(policy, rosters, spark_backend())
