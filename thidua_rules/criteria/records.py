"""Exists, none and count over records: dated rows such as disciplines, initiatives and registrations."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from thidua_rules.criteria.base import (
    Case,
    Criterion,
    Operand,
    Part,
    Uses,
    as_operand,
    operand_asked,
    operand_missing,
    operand_uses,
)
from thidua_rules.criteria.comparisons import Exact, Op, as_op, compare, compare_bounds, exact
from thidua_rules.findings import Asked, Finding, Missing, new_finding
from thidua_rules.periods import Period
from thidua_rules.subjects import Record
from thidua_rules.values import Value
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict, conjunction, truth


@attrs.frozen
class Where(Part):
    """
    A row counts when its column stands to a value as asked.

    Args:
        field: The column.

        op: The comparison.

        value: A constant, a parameter or a fact of the subject.
    """

    kind: ClassVar[str] = "where"

    field: str
    op: Op = attrs.field(converter=as_op)
    value: Operand = attrs.field(converter=as_operand)

    def test(self, row: Record, case: Case) -> Verdict:
        """UNKNOWN where the column or the value is missing."""
        found, wanted = row.get(self.field), self.value.resolve(case)
        if found is None or wanted is None:
            return UNKNOWN
        return truth(holds=compare(found, self.op, wanted))

    def asked(self) -> object:
        """The condition as plain data."""
        return (self.field, self.op.value, operand_asked(self.value))


@attrs.frozen
class WhereIn(Part):
    """
    A row counts when its column has one of the values.

    Args:
        field: The column.

        values: The values that count.
    """

    kind: ClassVar[str] = "where-in"

    field: str
    values: tuple[Value, ...]

    def test(self, row: Record, case: Case) -> Verdict:
        """UNKNOWN where the column is missing."""
        del case
        found = row.get(self.field)
        return UNKNOWN if found is None else truth(holds=found in self.values)

    def asked(self) -> object:
        """The condition as plain data."""
        return (self.field, "in", self.values)


@attrs.frozen
class WhereWithin(Part):
    """
    A row counts when its day, or its year, lies in the period under review or in the years before it.

    Args:
        field: The column: a day, or a year as a whole number.

        years_before: How many earlier years count too.
    """

    kind: ClassVar[str] = "where-within"

    field: str
    years_before: int = 0

    def test(self, row: Record, case: Case) -> Verdict:
        """UNKNOWN where the column is missing."""
        found = row.get(self.field)
        if found is None:
            return UNKNOWN
        period = case.world.period
        first = period.start.year - self.years_before
        if isinstance(found, dt.date):
            return truth(holds=found in Period(dt.date(first, 1, 1), period.end))
        if isinstance(found, int) and not isinstance(found, bool):
            return truth(holds=first <= found <= period.end.year)
        raise case.wrong(self.field, "a day or a year")

    def asked(self) -> object:
        """The condition as plain data."""
        return (self.field, "within", self.years_before)


RowTest = Where | WhereIn | WhereWithin


def _tests_uses(records: str, where: tuple[RowTest, ...]) -> Uses:
    columns = frozenset({(records, "")} | {(records, test.field) for test in where})
    operands = operand_uses(*(test.value for test in where if isinstance(test, Where)))
    return Uses(records=columns) | operands


def count_rows(records: str, where: tuple[RowTest, ...], case: Case) -> tuple[int, int] | None:
    """
    How many rows count, from those that surely do to those that may; None where the list is unknown.
    """
    rows = case.records(records)
    if rows is None:
        return None
    verdicts = [conjunction([test.test(row, case) for test in where]) for row in rows]
    sure = sum(verdict is MET for verdict in verdicts)
    return sure, sure + sum(verdict is UNKNOWN for verdict in verdicts)


def _observed(bounds: tuple[int, int]) -> object:
    return bounds[0] if bounds[0] == bounds[1] else bounds


def _missing_columns(case: Case, records: str, where: tuple[RowTest, ...]) -> tuple[str, ...]:
    found = []
    for index, row in enumerate(case.records(records) or ()):
        verdicts = [test.test(row, case) for test in where]
        if UNMET in verdicts:
            continue
        for test, verdict in zip(where, verdicts, strict=True):
            if verdict is UNKNOWN:
                found += [f"{records}[{index}].{test.field}"] if row.get(test.field) is None else []
                operand = test.value if isinstance(test, Where) else None
                found += [item.fact for item in operand_missing(operand, case)]
    return tuple(dict.fromkeys(found))


class _Rows(Criterion):
    """What exists, none and count share."""

    __slots__ = ()

    records: str
    where: tuple[RowTest, ...]

    def _limit(self, case: Case) -> tuple[Op, Exact | None]:
        raise NotImplementedError

    def _asked(self) -> Asked:
        return (("records", self.records), ("where", tuple(test.asked() for test in self.where)))

    def verdict(self, case: Case) -> Verdict:
        """The count against the limit; rows with missing columns give bounds, an unknown list UNKNOWN."""
        bounds = count_rows(self.records, self.where, case)
        op, limit = self._limit(case)
        if bounds is None or limit is None:
            return UNKNOWN
        return compare_bounds(*bounds, op, limit)

    def check(self, case: Case) -> Finding:
        """The count against the limit; it observes how many rows count."""
        bounds = count_rows(self.records, self.where, case)
        op, limit = self._limit(case)
        asked = (*self._asked(), ("op", op.value))
        if bounds is None:
            return new_finding(self.kind, UNKNOWN, asked, None, limit, case.missing(self.records))
        if limit is None:
            return new_finding(self.kind, UNKNOWN, asked, _observed(bounds), None, self._limit_missing(case))
        verdict = compare_bounds(*bounds, op, limit)
        names = _missing_columns(case, self.records, self.where) if verdict is UNKNOWN else ()
        missing = tuple(item for name in names for item in case.missing(name))
        return new_finding(self.kind, verdict, asked, _observed(bounds), limit, missing)

    def _limit_missing(self, case: Case) -> tuple[Missing, ...]:
        raise NotImplementedError

    def own_uses(self) -> Uses:
        """The list and its columns."""
        return _tests_uses(self.records, self.where)


@attrs.frozen
class Exists(_Rows):
    """
    Met when at least one row counts.

    Args:
        records: The list.

        where: What a row must meet to count; all of it.
    """

    kind: ClassVar[str] = "exists"

    records: str
    where: tuple[RowTest, ...] = ()

    def _limit(self, case: Case) -> tuple[Op, Exact | None]:
        del case
        return Op.AT_LEAST, 1


@attrs.frozen
class NoneOf(_Rows):
    """
    Met when no row counts. An empty list is none; an absent list is unknown.

    Args:
        records: The list.

        where: What a row must meet to count; all of it.
    """

    kind: ClassVar[str] = "none-of"

    records: str
    where: tuple[RowTest, ...] = ()

    def _limit(self, case: Case) -> tuple[Op, Exact | None]:
        del case
        return Op.AT_MOST, 0


@attrs.frozen
class Count(_Rows):
    """
    Met when the number of rows that count stands to a number as asked.

    Args:
        records: The list.

        op: The comparison.

        value: The number: a constant, a parameter or a fact.

        where: What a row must meet to count; all of it.
    """

    kind: ClassVar[str] = "count"

    records: str
    op: Op = attrs.field(converter=as_op)
    value: Operand = attrs.field(converter=as_operand)
    where: tuple[RowTest, ...] = ()

    def _asked(self) -> Asked:
        where = tuple(test.asked() for test in self.where)
        return (("records", self.records), ("where", where), ("value", operand_asked(self.value)))

    def _limit(self, case: Case) -> tuple[Op, Exact | None]:
        limit = exact(self.value.resolve(case), self.records)
        return self.op, limit

    def _limit_missing(self, case: Case) -> tuple[Missing, ...]:
        return operand_missing(self.value, case)

    def own_uses(self) -> Uses:
        """The list, its columns and the number."""
        return _tests_uses(self.records, self.where) | operand_uses(self.value)
