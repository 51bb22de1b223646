"""Findings as plain data, and the fast way to make one."""

from __future__ import annotations

import copy
import datetime as dt
import pickle
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from thidua_rules.citations import Citation
from thidua_rules.findings import Finding, Heading, Missing, new_finding
from thidua_rules.verdicts import MET, UNKNOWN, UNMET

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


class TestReading:
    HEADING = Heading("k", Citation("luat", "1"), "nhãn", "label")

    def test_reasons_stand_under_their_provision(self):
        """
        A leaf that decided is named with the innermost provision above it.
        """
        inner = Finding("clause", MET, children=(CHILD,), deciders=(0,), heading=self.HEADING)
        outer = Finding("all", MET, children=(inner, CHILD), deciders=(0, 1))

        assert [(self.HEADING, CHILD), (None, CHILD)] == [
            (one.heading, one.finding) for one in outer.reasons()
        ]

    def test_headings_once(self):
        """
        A provision that decided twice is named once, and one that did not decide is not named.
        """
        inner = Finding("clause", MET, children=(CHILD,), deciders=(0,), heading=self.HEADING)
        other = Finding("clause", UNMET, heading=attrs.evolve(self.HEADING, id="l"))

        assert (self.HEADING,) == Finding(
            "any", MET, children=(inner, other, inner), deciders=(0, 2)
        ).headings()

    @pytest.mark.parametrize(
        ("observed", "expected", "margin"),
        [
            (29, 30, -1),
            (Decimal("29.5"), 30, Decimal("-0.5")),
            (Fraction(1, 3), Fraction(1, 2), Fraction(-1, 6)),
            (dt.date(2022, 3, 2), dt.date(2022, 3, 1), 1),
            (True, 1, None),
            (1, False, None),
            ("a", "b", None),
            (dt.date(2022, 3, 2), 1, None),
            (None, 1, None),
        ],
    )
    def test_margin(self, observed, expected, margin):
        """
        Numbers give their exact difference, days the days between them, anything else nothing.
        """
        assert margin == Finding("x", MET, observed=observed, expected=expected).margin
