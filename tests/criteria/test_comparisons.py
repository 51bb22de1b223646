"""Comparisons of a fact with a constant, a parameter, another fact."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.criteria.cases import case
from thidua_rules.criteria import Between, Compare, Constant, Fact, Is, MonthsSince, OneOf, Parameter, Sum
from thidua_rules.criteria.comparisons import Op, applied, compare, compare_bounds, exact
from thidua_rules.errors import PolicyError, RosterError
from thidua_rules.findings import Missing
from thidua_rules.values import Marker
from thidua_rules.verdicts import MET, UNKNOWN, UNMET


class TestCompare:
    @pytest.mark.parametrize(
        ("op", "value", "expected"),
        [
            (">=", 3, MET), (">=", 4, UNMET), (">", 2, MET), (">", 3, UNMET), ("<=", 3, MET), ("<=", 2, UNMET),
            ("<", 4, MET), ("<", 3, UNMET), ("==", 3, MET), ("==", 2, UNMET), ("!=", 2, MET), ("!=", 3, UNMET),
        ],
    )  # fmt: skip
    def test_operators(self, op, value, expected):
        """
        Each comparison holds on its own side of the boundary.
        """
        criterion = Compare("x", op, value)

        assert (expected, expected) == (
            criterion.verdict(case({"x": 3})),
            criterion.check(case({"x": 3})).verdict,
        )

    def test_exact_across_number_types(self):
        """
        A whole number and a decimal compare exactly, without any float.
        """
        assert MET is Compare("x", "==", Decimal("3.0")).verdict(case({"x": 3}))

    def test_margin(self):
        """
        A finding says by how much the fact misses the value.
        """
        assert -1 == Compare("x", ">=", 30).check(case({"x": 29})).margin

    def test_margin_in_days(self):
        """
        The margin between two days is in days.
        """
        finding = Compare("x", "<=", dt.date(2022, 1, 1)).check(case({"x": dt.date(2022, 1, 11)}))

        assert 10 == finding.margin

    def test_missing_fact(self):
        """
        A fact that the case lacks gives UNKNOWN and is named.
        """
        finding = Compare("x", ">=", 3).check(case())

        assert (UNKNOWN, (Missing("a", "x"),)) == (finding.verdict, finding.relevant_missing())

    @pytest.mark.parametrize("facts", [{}, {"x": 1}, {"y": 1}])
    def test_missing_side(self, facts):
        """
        A missing side makes it UNKNOWN, also when both are missing.
        """
        criterion = Compare("x", "==", Fact("y"))

        assert (UNKNOWN, UNKNOWN) == (criterion.verdict(case(facts)), criterion.check(case(facts)).verdict)

    def test_marker(self):
        """
        A fact that was not assigned cannot be compared.
        """
        finding = Compare("x", ">=", 3).check(case({"x": Marker.NOT_ASSIGNED}))

        assert (UNKNOWN, ()) == (finding.verdict, finding.missing)

    def test_marker_with_a_missing_side(self):
        """
        Where the fact was not assigned, the other side is nothing to fetch: it could settle nothing.
        """
        finding = Compare("n", ">=", Fact("m")).check(case({"n": Marker.NOT_ASSIGNED}))

        assert (UNKNOWN, ()) == (finding.verdict, finding.missing)

    def test_marker_as_operand(self):
        """
        An operand that was not assigned is a missing side.
        """
        assert UNKNOWN is Compare("x", ">=", Fact("y")).verdict(case({"x": 1, "y": Marker.NOT_APPLICABLE}))

    def test_parameter(self):
        """
        A parameter is read from the policy in force.
        """
        assert MET is Compare("x", ">=", Parameter("p")).verdict(case({"x": 3}, parameters={"p": 3}))

    def test_undefined_parameter(self):
        """
        A parameter that is not defined is a fault of the policy, with the nearest name.
        """
        with pytest.raises(PolicyError, match=r"did you mean 'nguong_a'"):
            Compare("x", ">=", Parameter("nguong_b")).check(case({"x": 3}, parameters={"nguong_a": 3}))

    def test_wrong_type(self):
        """
        Text compared with a number is a fault that does not quote the text.
        """
        with pytest.raises(RosterError) as caught:
            Compare("x", ">=", 3).verdict(case({"x": "bí mật"}))

        assert "subjects[a].facts.x: expected a number" == str(caught.value)

    def test_wrong_type_when_explained(self):
        """
        The explanation refuses what the verdict refuses.
        """
        with pytest.raises(RosterError):
            Compare("x", ">=", 3).check(case({"x": True}))

    def test_unknown_operator(self):
        """
        An unknown comparison names those that exist.
        """
        with pytest.raises(PolicyError, match=r"expected one of >=, >"):
            Compare("x", "=>", 3)

    def test_sum(self):
        """
        A sum adds facts, parameters and constants.
        """
        criterion = Compare("x", "<", Sum((Fact("y"), Parameter("p"), Constant(1))))

        assert MET is criterion.verdict(case({"x": 9, "y": 6}, parameters={"p": 3}))

    def test_sum_missing(self):
        """
        A sum is missing where a term is, and that term is named.
        """
        finding = Compare("x", "<", Sum((Fact("y"), Constant(1)))).check(case({"x": 9}))

        assert (Missing("a", "y"),) == finding.relevant_missing()

    def test_sum_of_text(self):
        """
        A sum of anything but numbers is a fault.
        """
        with pytest.raises(PolicyError, match="expected numbers"):
            Compare("x", "<", Sum((Constant("a"),))).check(case({"x": 9}))

    def test_uses(self):
        """
        It names the facts and parameters that it reads.
        """
        uses = Compare("x", "<", Sum((Fact("y"), Parameter("p")))).uses()

        assert ({"x", "y"}, {"p"}) == (set(uses.facts), set(uses.parameters))


class TestBetween:
    @pytest.mark.parametrize(("value", "expected"), [(0, UNMET), (1, MET), (2, MET), (3, MET), (4, UNMET)])
    def test_closed(self, value, expected):
        """
        Both ends belong to the range by default.
        """
        assert expected is Between("x", 1, 3).verdict(case({"x": value}))

    @pytest.mark.parametrize(("value", "expected"), [(1, UNMET), (2, MET), (3, UNMET)])
    def test_open(self, value, expected):
        """
        An end that is not included does not belong to it.
        """
        criterion = Between("x", 1, 3, low_included=False, high_included=False)

        assert expected is criterion.verdict(case({"x": value}))

    def test_missing(self):
        """
        A missing fact is UNKNOWN and named.
        """
        assert (Missing("a", "x"),) == Between("x", 1, 3).check(case()).relevant_missing()

    def test_marker(self):
        """
        A fact that was not assigned is UNKNOWN and nothing to fetch.
        """
        finding = Between("x", 1, 3).check(case({"x": Marker.NOT_ASSIGNED}))

        assert (UNKNOWN, ()) == (finding.verdict, finding.missing)

    def test_everything_missing(self):
        """
        A missing value and missing ends are all to be fetched.
        """
        finding = Between("n", Fact("low"), Fact("high")).check(case())

        assert [Missing("a", name) for name in ("n", "low", "high")] == list(finding.missing)

    def test_one_end_settles(self):
        """
        An end that fails settles it though the other is missing.
        """
        assert UNMET is Between("x", 1, Fact("y")).verdict(case({"x": 0}))

    def test_missing_end(self):
        """
        A missing end that matters is named.
        """
        assert (Missing("a", "y"),) == Between("x", 1, Fact("y")).check(case({"x": 2})).relevant_missing()

    def test_wrong_type(self):
        """
        A day in a range of numbers is a fault.
        """
        with pytest.raises(RosterError, match="expected a number"):
            Between("x", 1, 3).check(case({"x": dt.date(2022, 1, 1)}))

    def test_uses(self):
        """
        It reads the fact and both ends.
        """
        assert {"x", "y"} == set(Between("x", 1, Fact("y")).uses().facts)


class TestOneOf:
    @pytest.mark.parametrize(
        ("facts", "expected"),
        [({"x": "a"}, MET), ({"x": "b"}, UNMET), ({}, UNKNOWN), ({"x": Marker.NOT_ASSIGNED}, UNKNOWN)],
    )
    def test_values(self, facts, expected):
        """
        Met by its values only, UNKNOWN without one; the explanation agrees.
        """
        criterion = OneOf("x", ("a",))

        assert (expected, expected) == (criterion.verdict(case(facts)), criterion.check(case(facts)).verdict)

    def test_missing(self):
        """
        A missing value is named.
        """
        assert (Missing("a", "x"),) == OneOf("x", ("a",)).check(case()).missing

    def test_uses(self):
        """
        It reads its fact.
        """
        assert {"x"} == set(OneOf("x", ("a",)).uses().facts)


class TestIs:
    @pytest.mark.parametrize(
        ("facts", "wanted", "expected"),
        [
            ({"x": True}, True, MET), ({"x": False}, True, UNMET), ({"x": False}, False, MET), ({}, True, UNKNOWN),
            ({"x": Marker.NOT_ASSIGNED}, True, UNKNOWN),
        ],
    )  # fmt: skip
    def test_flags(self, facts, wanted, expected):
        """
        Met when the flag is as wanted; the explanation agrees.
        """
        criterion = Is("x", wanted=wanted)

        assert (expected, expected) == (criterion.verdict(case(facts)), criterion.check(case(facts)).verdict)

    def test_number_is_no_flag(self):
        """
        1 is not read as true.
        """
        with pytest.raises(RosterError, match="expected true or false"):
            Is("x").verdict(case({"x": 1}))

    def test_uses(self):
        """
        It reads its flag.
        """
        assert {"x"} == set(Is("x").uses().facts)


class TestMonthsSince:
    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            (dt.date(2022, 3, 1), MET),
            (dt.date(2022, 3, 2), UNMET),
            (dt.date(2010, 5, 5), MET),
            (dt.date(2023, 1, 1), UNMET),
        ],
    )
    def test_ten_months(self, day, expected):
        """
        From 1 March to 31 December are ten months, from 2 March are not.
        """
        assert expected is MonthsSince("x", ">=", 10).verdict(case({"x": day}))

    def test_missing_day(self):
        """
        A missing day is UNKNOWN and named.
        """
        assert (Missing("a", "x"),) == MonthsSince("x", ">=", 10).check(case()).relevant_missing()

    def test_missing_number(self):
        """
        A missing number of months is UNKNOWN and named.
        """
        finding = MonthsSince("x", ">=", Fact("y")).check(case({"x": dt.date(2022, 1, 1)}))

        assert (Missing("a", "y"),) == finding.relevant_missing()

    def test_marker(self):
        """
        A day that was not assigned leaves it open, and is nothing to fetch.
        """
        finding = MonthsSince("d", ">=", 10).check(case({"d": Marker.NOT_ASSIGNED}))

        assert (UNKNOWN, ()) == (finding.verdict, finding.missing)

    def test_not_a_day(self):
        """
        Text is no day.
        """
        with pytest.raises(RosterError, match="expected a day"):
            MonthsSince("x", ">=", 10).check(case({"x": "2022"}))

    def test_uses(self):
        """
        It reads the day and the number.
        """
        assert {"x", "y"} == set(MonthsSince("x", ">=", Fact("y")).uses().facts)


class TestBounds:
    @pytest.mark.parametrize(
        ("low", "high", "op", "right", "expected"),
        [
            (1, 3, Op.AT_LEAST, 1, MET), (1, 3, Op.AT_LEAST, 4, UNMET), (1, 3, Op.AT_LEAST, 2, UNKNOWN),
            (1, 3, Op.EQUAL, 1, UNKNOWN), (1, 3, Op.EQUAL, 3, UNKNOWN), (1, 3, Op.DIFFERENT, 1, UNKNOWN),
            (1, 3, Op.EQUAL, 2, UNKNOWN), (1, 3, Op.EQUAL, 4, UNMET), (2, 2, Op.EQUAL, 2, MET),
            (1, 3, Op.DIFFERENT, 2, UNKNOWN), (1, 3, Op.DIFFERENT, 4, MET), (2, 2, Op.DIFFERENT, 2, UNMET),
            (Fraction(1, 2), Fraction(1, 2), Op.ABOVE, Decimal("0.5"), UNMET),
        ],
    )  # fmt: skip
    def test_bounds(self, low, high, op, right, expected):
        """
        MET where every number meets it, UNMET where none does, else UNKNOWN.
        """
        assert expected is compare_bounds(low, high, op, right)

    def test_compare_families(self):
        """
        Values of different families are never compared.
        """
        with pytest.raises(RosterError, match="cannot compare a flag with a number"):
            compare(True, Op.EQUAL, 1)

    def test_exact(self):
        """
        A flag is no number.
        """
        with pytest.raises(PolicyError, match="expected a number"):
            exact(True, "x")


def test_signs_of_another_library():
    """
    Where the signs mean something else to a library, an operation makes of its expressions what that library makes.
    """

    class Column:
        def __ge__(self, other):
            return f"column >= {other}"

    assert "column >= 3" == applied(Column(), Op.AT_LEAST, 3)
