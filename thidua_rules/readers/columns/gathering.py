"""
Rows of lists, counted for each subject: how many surely count, and how many may.

All counts over one list are worked out together, in one pass over its table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

import attrs
import narwhals as nw

from thidua_rules.criteria.awards import Registered
from thidua_rules.criteria.comparisons import Op, family_of
from thidua_rules.criteria.records import Count, Exists, NoneOf, RowTest, Where, WhereIn
from thidua_rules.facts import FactSpec
from thidua_rules.readers.columns.backends import Frame
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import (
    Expr,
    InexpressibleError,
    Number,
    boolean,
    compared,
    compared_bounds,
    conjunction,
    disjunction,
    literal,
    possibly,
    surely,
)
from thidua_rules.readers.columns.frames import ID, ROSTER, SUBJECT
from thidua_rules.readers.columns.operands import Column, Typed, column_of, exact_value, number_of
from thidua_rules.values import Value
from thidua_rules.verdicts import UNKNOWN

MOST_ROWS: Final = 10**9
"""No subject has more rows in one list: a limit for what is worked out from a count."""

NOTHING: Final = boolean(UNKNOWN)

_LISTED = (Exists, NoneOf, Count)


@attrs.frozen
class Rows:
    """Rows of *records* that meet a test: a tuple of row tests, or a registration."""

    records: str
    test: tuple[RowTest, ...] | Registered


@attrs.frozen
class Counted:
    """How many rows count, from those that surely do to those that may; never null where the list is known."""

    known: Expr
    low: Number
    high: Number


def walked(value: object) -> Iterator[object]:
    """*value* and every attrs value inside it."""
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, tuple):
            stack.extend(one)
        elif attrs.has(type(one)):
            yield one
            stack.extend(getattr(one, field.name) for field in attrs.fields(type(one)) if field.init)  # type: ignore[arg-type]


def prepare(values: Iterable[object], build: Build) -> None:
    """Counts all rows that anything in *values* asks for, each list once."""
    wanted: dict[str, dict[Rows, None]] = {}
    for value in values:
        for one in walked(value):
            rows = rows_of(one)
            if rows is not None:
                wanted.setdefault(rows.records, {})[rows] = None
    for records, found in wanted.items():
        _gather(records, [one for one in found if _expressible(one, build)], build)


def rows_of(value: object) -> Rows | None:
    """The rows that *value* asks about itself."""
    from thidua_rules.awards import ByCount  # noqa: PLC0415  # read lazily: awards load every criterion

    if isinstance(value, (*_LISTED, ByCount)) and type(value) in {*_LISTED, ByCount}:
        return Rows(value.records, value.where)
    return Rows(value.records, value) if type(value) is Registered else None


def _expressible(rows: Rows, build: Build) -> bool:
    try:
        _row(rows, Table(rows.records, build))
    except InexpressibleError:
        return False
    return True


def _gather(records: str, wanted: Sequence[Rows], build: Build) -> None:
    wanted = [one for one in wanted if one not in build.memo]
    if not wanted or records not in build.tables:
        return
    table = Table(records, build)
    verdicts = [_row(one, table) for one in wanted]
    names = [build.name() for _ in wanted]
    rows = table.frame(build).select(
        ROSTER, SUBJECT, *[verdict.alias(name) for verdict, name in zip(verdicts, names, strict=True)]
    )
    sums = []
    for name in names:
        sums.append(surely(nw.col(name)).cast(nw.Int64).sum().alias(f"{name}s"))
        sums.append(possibly(nw.col(name)).cast(nw.Int64).sum().alias(f"{name}m"))
    side = rows.group_by(ROSTER, SUBJECT).agg(*sums).rename({ROSTER: "_r", SUBJECT: "_s"})
    build.attach(side, [f"{name}{end}" for name in names for end in "sm"])
    known = list_known(records, build)
    build.fault(
        f"records.{records}: rows of a list that is not known",
        ~surely(known) & ~nw.col(f"{names[0]}m").is_null(),
    )
    for one, name in zip(wanted, names, strict=True):
        low, high = (nw.col(f"{name}{end}").fill_null(0) for end in "sm")
        build.memo[one] = Counted(known, Number(low, 1, 0, MOST_ROWS), Number(high, 1, 0, MOST_ROWS))


def list_known(records: str, build: Build) -> Expr:
    """Whether the list is known; never null."""
    return nw.col(records).fill_null(value=False) if build.has(records) else nw.lit(value=False)


def counted(rows: Rows, build: Build) -> Counted:
    """
    The rows of each subject that count.

    Raises:
        InexpressibleError: A test of a row has no expression.
    """
    if rows not in build.memo:
        if rows.records not in build.tables:
            zero = Number(nw.lit(0, dtype=nw.Int64), 1, 0, 0)
            return Counted(list_known(rows.records, build), zero, zero)
        _gather(rows.records, [rows], build)
    found: Counted = build.memo[rows]
    return found


class Table:
    """One list as its rows are asked: its columns, and the facts of the subject that a test compares with."""

    def __init__(self, records: str, build: Build) -> None:
        self.records = records
        self.build = build
        self.spec: FactSpec | None = build.spec(records)
        table = build.tables.get(records)
        self.columns: Mapping[str, Any] = {} if table is None else dict(table.collect_schema().items())
        self.facts: dict[str, Expr] = {}

    def column(self, name: str) -> Number | Column | None:
        """
        The column *name*; None where no row has it.

        Raises:
            InexpressibleError: Its cells may be marked.
        """
        field = None if self.spec is None else self.spec.field(name)
        if field is not None and field.may_be_unassigned:
            raise InexpressibleError(f"the column {name!r} may be marked")
        if name not in self.columns:
            return None
        dtype = self.columns[name]
        if dtype.is_integer() or dtype == nw.Decimal:
            return number_of(nw.col(name), dtype, field)
        return column_of(nw.col(name), dtype)

    def operand(self, where: Where) -> Typed:
        """What *where* compares with; facts of the subject come along."""
        found = self.build.operand(where.value)
        if not isinstance(found, (Number, Column)):
            return found
        name = f"_f{len(self.facts)}"
        self.facts[name] = found.expr
        return attrs.evolve(found, expr=nw.col(name))

    def frame(self, build: Build) -> Frame:
        """The rows, with those facts."""
        table = build.tables[self.records]
        if not self.facts:
            return table
        facts = build.plan.rows({"_r": nw.col(ROSTER), "_s": nw.col(ID), **self.facts})
        return table.join(facts, left_on=[ROSTER, SUBJECT], right_on=["_r", "_s"], how="left")


def _row(rows: Rows, table: Table) -> Expr:
    """Whether one row counts, as a nullable flag."""
    if isinstance(rows.test, Registered):
        return _registration(rows.test, table)
    return conjunction([_test(one, table) for one in rows.test])


def _test(test: RowTest, table: Table) -> Expr:
    found = table.column(test.field)
    if isinstance(test, Where):
        from thidua_rules.readers.columns.criteria import against  # noqa: PLC0415  # criteria are built on this module

        return against(found, test.op, table.operand(test))
    if found is None:
        return NOTHING
    if isinstance(test, WhereIn):
        return _within(found, test.values)
    first, end = table.build.period.start.year - test.years_before, table.build.period.end
    if isinstance(found, Number):
        years = (Fraction(first), Fraction(end.year))
        return compared(found, Op.AT_LEAST, years[0]) & compared(found, Op.AT_MOST, years[1])
    if found.family != "a day":
        raise InexpressibleError(f"the column {test.field!r} is neither a day nor a year")
    return (found.expr >= nw.lit(end.replace(year=first, month=1, day=1))) & (found.expr <= nw.lit(end))


def _within(found: Number | Column, values: tuple[Value, ...]) -> Expr:
    """Whether a cell is one of *values*; those of another type it never is."""
    like = [exact_value(one) for one in values]
    known = ~found.expr.is_null()
    parts: list[Expr] = [nw.when(known).then(nw.lit(value=False))]
    for one in like:
        if isinstance(found, Number) and isinstance(one, Fraction):
            parts.append(compared(found, Op.EQUAL, one))
        elif isinstance(found, Column) and family_of(one) == found.family:
            parts.append(found.expr == literal(one))
    return disjunction(parts)


def _registration(test: Registered, table: Table) -> Expr:
    """A registration of the year that was accepted."""
    award, day, accepted = (table.column(name) for name in ("danh_hieu", "ngay", "chap_nhan"))
    period = table.build.period
    asked = NOTHING if award is None else _within(award, test.awards)
    in_year = NOTHING
    if isinstance(day, Column) and day.family == "a day":
        in_year = (day.expr >= nw.lit(period.start)) & (day.expr <= nw.lit(period.end))
    elif day is not None:
        raise InexpressibleError("the column 'ngay' is no day")
    if accepted is not None and not (isinstance(accepted, Column) and accepted.family == "a flag"):
        raise InexpressibleError("the column 'chap_nhan' is no flag")
    return conjunction([asked, in_year, NOTHING if accepted is None else accepted.expr])


def rows_verdict(criterion: Exists | NoneOf | Count, build: Build) -> Expr:
    """The count against the limit."""
    limit: Number | Fraction | None
    if isinstance(criterion, Count):
        op, limit = criterion.op, build.figure(criterion.value)
    else:
        op, limit = (Op.AT_LEAST, Fraction(1)) if isinstance(criterion, Exists) else (Op.AT_MOST, Fraction(0))
    found = counted(Rows(criterion.records, criterion.where), build)
    if limit is None:
        return NOTHING
    return nw.when(found.known).then(compared_bounds(found.low, found.high, op, limit))


def registered(criterion: Registered, build: Build) -> Expr:
    """Whether a row is a registration that counts."""
    found = counted(Rows(criterion.records, criterion), build)
    verdict = compared_bounds(found.low, found.high, Op.AT_LEAST, Fraction(1))
    return nw.when(found.known).then(verdict)
