"""Exists, none and count over dated rows, runs of years, registrations."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from tests.criteria.cases import case
from thidua_rules.criteria import (
    ConsecutiveYears,
    Count,
    Exists,
    Fact,
    NoneOf,
    Registered,
    Where,
    WhereIn,
    WhereWithin,
    YearsBefore,
)
from thidua_rules.errors import PolicyError, RosterError
from thidua_rules.findings import Missing
from thidua_rules.verdicts import MET, UNKNOWN, UNMET

IN_YEAR = (WhereWithin("ngay"),)
DAY = dt.date(2022, 5, 5)


def rows(*found):
    """A case whose list ``r`` holds *found*."""
    return case(records={"r": found})


class TestRows:
    @pytest.mark.parametrize(
        ("found", "exists", "none"),
        [
            (({"ngay": DAY},), MET, UNMET),
            ((), UNMET, MET),
            (({"ngay": dt.date(2021, 12, 31)},), UNMET, MET),
            (({"ngay": dt.date(2023, 1, 1)},), UNMET, MET),
            (({},), UNKNOWN, UNKNOWN),
            (({}, {"ngay": DAY}), MET, UNMET),
        ],
    )
    def test_exists_and_none(self, found, exists, none):
        """
        A row with a missing column may count; a row that surely counts settles it.
        """
        one, other = Exists("r", IN_YEAR), NoneOf("r", IN_YEAR)

        assert [exists, exists, none, none] == [
            one.verdict(rows(*found)),
            one.check(rows(*found)).verdict,
            other.verdict(rows(*found)),
            other.check(rows(*found)).verdict,
        ]

    @pytest.mark.parametrize("criterion", [Exists("r"), NoneOf("r"), Count("r", ">=", 1)])
    def test_absent_list(self, criterion):
        """
        An absent list is unknown, not empty.
        """
        assert (UNKNOWN, UNKNOWN, (Missing("a", "r"),)) == (
            criterion.verdict(case()),
            criterion.check(case()).verdict,
            criterion.check(case()).relevant_missing(),
        )

    def test_missing_column_is_named(self):
        """
        The column that could settle it is named with its row.
        """
        finding = Exists("r", (*IN_YEAR, Where("k", "==", 1))).check(rows({"k": 2}, {"k": 1}))

        assert (Missing("a", "r[1].ngay"),) == finding.relevant_missing()

    @pytest.mark.parametrize(("number", "expected"), [(1, MET), (2, UNKNOWN), (3, UNMET)])
    def test_count_bounds(self, number, expected):
        """
        One row that counts and one that may: at least one, perhaps two, never three.
        """
        criterion = Count("r", ">=", number, IN_YEAR)

        assert expected is criterion.verdict(rows({"ngay": DAY}, {}))

    def test_missing_side_of_a_row_test(self):
        """
        Where a row lacks nothing but the fact that it is held against is missing, that fact is named.
        """
        criterion = Exists("r", (Where("so", ">=", Fact("n")),))

        assert (Missing("a", "n"),) == criterion.check(case(records={"r": ({"so": 1},)})).missing

    def test_count_with_missing_number(self):
        """
        A number that is missing is named.
        """
        finding = Count("r", ">=", Fact("n")).check(rows({}))

        assert (UNKNOWN, (Missing("a", "n"),)) == (finding.verdict, finding.missing)

    def test_count_verdict_with_missing_number(self):
        """
        The bare verdict agrees.
        """
        assert UNKNOWN is Count("r", ">=", Fact("n")).verdict(rows({}))

    def test_columns(self):
        """
        Columns are compared, or looked up among values.
        """
        where = (Where("k", ">=", Fact("n")), WhereIn("m", ("x", "y")))
        found = case({"n": 2}, {"r": ({"k": 2, "m": "y"}, {"k": 1, "m": "x"}, {"k": 5})})

        assert (1, 2) == Count("r", ">=", 9, where).check(found).observed

    def test_years(self):
        """
        A year as a number, and earlier years, are understood.
        """
        where = (WhereWithin("nam", years_before=2),)
        found = rows({"nam": 2020}, {"nam": 2019}, {"nam": 2022})

        assert 2 == Count("r", ">=", 1, where).check(found).observed

    def test_neither_day_nor_year(self):
        """
        Text in a column of days is a fault.
        """
        with pytest.raises(RosterError, match="expected a day or a year"):
            Exists("r", IN_YEAR).check(rows({"ngay": "x"}))

    def test_uses(self):
        """
        It names the list, its columns and its number.
        """
        uses = Count("r", ">=", Fact("n"), (*IN_YEAR, Where("k", "==", Fact("m")))).uses()

        assert ({("r", ""), ("r", "ngay"), ("r", "k")}, {"n", "m"}) == (set(uses.records), set(uses.facts))


class TestConsecutiveYears:
    @staticmethod
    def held(*years, **more):
        """A case that held title ``t`` in *years*."""
        history = tuple({"danh_hieu": "t", "nam": year} for year in years)
        return case(records={"tich_danh_hieu": history} | more)

    @pytest.mark.parametrize(
        ("years", "expected"),
        [
            ((2019, 2020, 2021), MET),
            ((2018, 2019, 2021), UNMET),
            ((2020, 2021), UNMET),
            ((2020, 2021, 2022), UNMET),
        ],
    )
    def test_three_in_a_row(self, years, expected):
        """
        A gap breaks the run, and the year under review is never history.
        """
        assert expected is ConsecutiveYears("t", 3).verdict(self.held(*years))

    def test_names_the_year_that_broke_it(self):
        """
        The finding says which year was missing.
        """
        finding = ConsecutiveYears("t", 3).check(self.held(2019, 2021))

        assert ("broken_in", 2020) in finding.asked

    def test_cancelled(self):
        """
        A cancelled title does not count.
        """
        history = ({"danh_hieu": "t", "nam": 2021, "trang_thai": "huy_bo"},)

        assert UNMET is ConsecutiveYears("t", 1).verdict(case(records={"tich_danh_hieu": history}))

    def test_bridge(self):
        """
        A year with a reason that does not break the run is passed over and not counted.
        """
        found = self.held(2019, 2021, nam_gian_doan=({"nam": 2020, "ly_do": "thai_san"},))
        criterion = ConsecutiveYears("t", 2, bridged_by=("thai_san",))

        assert (MET, 2) == (criterion.verdict(found), criterion.check(found).observed)

    def test_unknown_bridges(self):
        """
        Where it is unknown which years may be passed over, the run is unknown and the list is named.
        """
        finding = ConsecutiveYears("t", 2, bridged_by=("thai_san",)).check(self.held(2019, 2021))

        assert (UNKNOWN, (Missing("a", "nam_gian_doan"),)) == (finding.verdict, finding.missing)

    @pytest.mark.parametrize(
        ("row", "missing"),
        [({"nam": 2020}, ("ly_do",)), ({"ly_do": "thai_san"}, ("nam",)), ({}, ("nam", "ly_do"))],
    )
    def test_row_that_may_be_a_bridge(self, row, missing):
        """
        A year that may be passed over leaves the run open, and what its row lacks is named.
        """
        finding = ConsecutiveYears("t", 2, bridged_by=("thai_san",)).check(
            self.held(2019, 2021, nam_gian_doan=(row,))
        )
        named = tuple(Missing("a", f"nam_gian_doan[0].{column}") for column in missing)

        assert (UNKNOWN, named) == (finding.verdict, finding.missing)

    def test_row_that_is_no_bridge(self):
        """
        Another reason, or another year, does not pass a year over, whatever else the row lacks.
        """
        found = self.held(2019, 2021, nam_gian_doan=({"ly_do": "khac"}, {"nam": 2015}))

        assert UNMET is ConsecutiveYears("t", 2, bridged_by=("thai_san",)).verdict(found)

    def test_row_without_year(self):
        """
        A title whose year is not given may belong to the run.
        """
        finding = ConsecutiveYears("t", 1).check(case(records={"tich_danh_hieu": ({"danh_hieu": "t"},)}))

        assert (UNKNOWN, (Missing("a", "tich_danh_hieu[0].nam"),)) == (finding.verdict, finding.missing)

    def test_absent_history(self):
        """
        An absent history is unknown.
        """
        assert (Missing("a", "tich_danh_hieu"),) == ConsecutiveYears("t", 1).check(case()).relevant_missing()

    def test_missing_number(self):
        """
        A number of years that is missing is named.
        """
        assert (Missing("a", "n"),) == ConsecutiveYears("t", Fact("n")).check(self.held()).missing

    def test_uses(self):
        """
        It names the bridges only where they matter.
        """
        plain, bridged = ConsecutiveYears("t", 1).uses(), ConsecutiveYears("t", 1, bridged_by=("x",)).uses()

        assert (3, 6) == (len(plain.records), len(bridged.records))


class TestRegistered:
    @pytest.mark.parametrize(
        ("row", "expected"),
        [
            ({"danh_hieu": "t", "ngay": DAY, "chap_nhan": True}, MET),
            ({"danh_hieu": "t", "ngay": DAY, "chap_nhan": False}, UNMET),
            ({"danh_hieu": "u", "ngay": DAY, "chap_nhan": True}, UNMET),
            ({"danh_hieu": "t", "ngay": dt.date(2021, 2, 2), "chap_nhan": True}, UNMET),
            ({"danh_hieu": "t", "ngay": DAY}, UNKNOWN),
            ({"ngay": DAY, "chap_nhan": True}, UNKNOWN),
        ],
    )
    def test_row(self, row, expected):
        """
        Registered for the award, in the year, and accepted.
        """
        found, criterion = case(records={"dang_ky_thi_dua": (row,)}), Registered(("t",))

        assert (expected, expected) == (criterion.verdict(found), criterion.check(found).verdict)

    def test_absent_list(self):
        """
        An absent list of registrations is unknown.
        """
        assert (Missing("a", "dang_ky_thi_dua"),) == Registered(("t",)).check(case()).relevant_missing()

    def test_names_the_column(self):
        """
        The column that could settle it is named.
        """
        found = case(records={"dang_ky_thi_dua": ({"danh_hieu": "t", "ngay": DAY},)})

        assert (Missing("a", "dang_ky_thi_dua[0].chap_nhan"),) == Registered(("t",)).check(found).missing

    def test_uses(self):
        """
        It names the list and its columns.
        """
        assert 4 == len(Registered(("t",)).uses().records)


def test_a_year_is_counted_back_by_a_parameter() -> None:
    """
    A row of at least so many years ago, by a whole number that the policy names.
    """
    criterion = Exists("tich", (Where("nam", "<=", YearsBefore("so_nam")),))
    for year, verdict in ((2017, MET), (2018, UNMET), (None, UNKNOWN)):
        rows = [{"nam": year}] if year is not None else [{}]
        assert criterion.verdict(case(records={"tich": rows}, parameters={"so_nam": 5})) is verdict
    assert criterion.uses().parameters == {"so_nam"}
    with pytest.raises(PolicyError, match="whole number of years"):
        criterion.verdict(case(records={"tich": [{"nam": 2017}]}, parameters={"so_nam": Decimal("1.5")}))
