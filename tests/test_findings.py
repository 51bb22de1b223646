"""Findings as plain data, and the fast way to make one."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest

from thidua_rules.findings import Finding, Missing, new_finding
from thidua_rules.verdicts import MET, UNKNOWN

CHILD = Finding("compare", MET, (("fact", "x"),), 30, 29)
FIELDS = ("all", UNKNOWN, (("minimum", 1),), 1, 2, (Missing("a", "x"),), (CHILD,), (0,), None, "a")


class TestNewFinding:
    def test_same(self):
        """
        What it makes equals what the constructor makes, field by field and as a whole.
        """
        assert attrs.astuple(Finding(*FIELDS)) == attrs.astuple(new_finding(*FIELDS))

    def test_equal(self):
        """
        It is a finding: equal to the constructor's, with the same hash.
        """
        made = new_finding(*FIELDS)

        assert (Finding(*FIELDS), hash(Finding(*FIELDS)), Finding) == (made, hash(made), type(made))

    def test_defaults(self):
        """
        What is left out has the defaults of the constructor.
        """
        assert Finding("settled", MET) == new_finding("settled", MET)

    def test_frozen(self):
        """
        Once made, nothing of it can be set.
        """
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            new_finding("settled", MET).kind = "all"

    def test_copies(self):
        """
        It can be evolved, copied and pickled like any other.
        """
        made = new_finding(*FIELDS)

        assert [Finding(*FIELDS)] * 3 == [
            attrs.evolve(made),
            copy.deepcopy(made),
            pickle.loads(pickle.dumps(made)),  # noqa: S301  # our own bytes
        ]
