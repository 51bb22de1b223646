"""Conditions on lists as formulas: how many rows count, from those that surely do to those that may."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import z3

from thidua_rules.criteria import awards, records
from thidua_rules.criteria.base import Constant
from thidua_rules.criteria.comparisons import Op
from thidua_rules.readers.proof.logic import (
    Formula,
    Truth,
    conjunction,
    disjunction,
    every,
    guarded,
    known,
    opposite,
    some,
    total,
    within_bounds,
)
from thidua_rules.readers.proof.operands import (
    Side,
    compared,
    numeric,
    of_cell,
)
from thidua_rules.readers.proof.persons import Person
from thidua_rules.readers.proof.reasons import OpaqueError
from thidua_rules.readers.proof.space import DAY, FLAG, NUMBER, TEXT, Row, ordinal

if TYPE_CHECKING:
    from thidua_rules.readers.proof.encoding import Encoder


def _row_test(encoder: Encoder, test: records.RowTest, row: Row, person: Person) -> Truth:
    cell = row.cell(test.field)
    if cell.spec.may_be_unassigned:
        raise OpaqueError("marker", f"{row.spec.id}.{test.field}")
    side = of_cell(cell)
    what = f"{row.spec.id}.{test.field}"
    if isinstance(test, records.Where):
        return compared(side, test.op, encoder.side(test.value, person), what)
    if isinstance(test, records.WhereIn):
        values = [encoder.side(Constant(value), person) for value in test.values]
        if any(value.family != side.family for value in values):
            raise OpaqueError("families", what)
        return known(side.known, some(side.value == value.value for value in values))
    return known(side.known, _in_years(encoder, side, test.years_before, what))


def _in_years(encoder: Encoder, side: Side, before: int, what: str) -> Formula:
    period = encoder.period
    first = period.start.year - before
    if side.family == DAY:
        return every((side.value >= ordinal(dt.date(first, 1, 1)), side.value <= ordinal(period.end)))
    if side.family == NUMBER:
        return every((side.value >= first, side.value <= period.end.year))
    raise OpaqueError("families", what)


def _counted(
    encoder: Encoder, name: str, where: tuple[records.RowTest, ...], person: Person
) -> tuple[Formula, Formula, Formula]:
    """Whether the list is known; how many rows surely count; how many may."""
    rows = person.records(name)
    tests = [conjunction([_row_test(encoder, test, row, person) for test in where]) for row in rows.rows]
    pairs = list(zip(rows.rows, tests, strict=True))
    sure = total(z3.If(every((row.present, test.met)), 1, 0) for row, test in pairs)
    may = total(z3.If(every((row.present, opposite(test.unmet))), 1, 0) for row, test in pairs)
    return rows.known, sure, may


def exists_formula(encoder: Encoder, one: records.Exists, person: Person) -> Truth:
    """At least one row counts."""
    given, sure, may = _counted(encoder, one.records, one.where, person)
    return guarded(given, within_bounds(sure, may, Op.AT_LEAST, z3.IntVal(1)))


def none_of_formula(encoder: Encoder, one: records.NoneOf, person: Person) -> Truth:
    """No row counts."""
    given, sure, may = _counted(encoder, one.records, one.where, person)
    return guarded(given, within_bounds(sure, may, Op.AT_MOST, z3.IntVal(0)))


def count_formula(encoder: Encoder, one: records.Count, person: Person) -> Truth:
    """The rows that count against the number."""
    given, sure, may = _counted(encoder, one.records, one.where, person)
    wanted = numeric(encoder.side(one.value, person), one.records)
    return guarded(every((given, wanted.known)), within_bounds(sure, may, one.op, wanted.value))


def registered_formula(encoder: Encoder, one: awards.Registered, person: Person) -> Truth:
    """A row of the year names one of the awards and was not refused."""
    rows = person.records(one.records)
    texts = encoder.space.texts
    found = []
    for row in rows.rows:
        award, day, accepted = (of_cell(row.cell(name)) for name in ("danh_hieu", "ngay", "chap_nhan"))
        if (award.family, day.family, accepted.family) != (TEXT, DAY, FLAG):
            raise OpaqueError("families", one.records)
        asked = known(award.known, some(award.value == texts.code(name) for name in one.awards))
        in_year = known(day.known, _in_years(encoder, day, 0, one.records))
        there = Truth(row.present, opposite(row.present))
        found.append(conjunction([there, asked, in_year, known(accepted.known, accepted.value)]))
    return guarded(rows.known, disjunction(found))
