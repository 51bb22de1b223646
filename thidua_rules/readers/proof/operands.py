"""What a fact is compared with, and the comparison of two sides that may be missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

import attrs
import z3

from thidua_rules.criteria.base import Constant, Fact, Operand, Parameter, Sum, YearsBefore
from thidua_rules.criteria.comparisons import Op
from thidua_rules.facts import FactType
from thidua_rules.policies.layers import ParameterSpec
from thidua_rules.readers.proof.logic import FALSE, TRUE, Formula, Truth, every, known, number, related, some
from thidua_rules.readers.proof.persons import Person
from thidua_rules.readers.proof.reasons import OpaqueError
from thidua_rules.readers.proof.space import DAY, FLAG, NUMBER, TEXT, Cell, Space, ordinal
from thidua_rules.values import Marker, Value


@attrs.frozen(eq=False)
class Side:
    """
    One side of a comparison.

    Args:
        known: Whether it has a value.

        value: The value.

        family: What kind of value it is.

        constant: The number itself, where it is the same for everybody.
    """

    known: Formula
    value: Formula
    family: str
    constant: int | Decimal | None = None


def of_value(value: Value, space: Space) -> Side:
    """A side that is always *value*."""
    if isinstance(value, bool):
        return Side(TRUE, TRUE if value else FALSE, FLAG)
    if isinstance(value, (int, Decimal)):
        return Side(TRUE, number(value), NUMBER, value)
    if isinstance(value, dt.date):
        return Side(TRUE, ordinal(value), DAY)
    if isinstance(value, str):
        return Side(TRUE, z3.IntVal(space.texts.code(value)), TEXT)
    raise OpaqueError("marker", value.value)


def of_cell(cell: Cell) -> Side:
    """A side that is a fact or a column."""
    if cell.spec.type is FactType.PARTIAL_DATE:
        raise OpaqueError("partial_date", cell.spec.id)
    return Side(cell.usable, cell.value, cell.family)


Parameters: TypeAlias = Mapping[str, Value | Side]
"""The named numbers: as they are set, or as a side that ranges over what may be set."""


def of_parameter(spec: ParameterSpec, value: Value, space: Space) -> Side:
    """Any value that a lower layer may set *spec* to; what it may not set stays as it is."""
    if not spec.settable or isinstance(value, Marker):
        return of_value(value, space)
    if isinstance(value, bool):
        return Side(TRUE, space.flag(spec.id), FLAG)
    found = z3.Real(space.name(spec.id)) if isinstance(value, Decimal) else space.whole(spec.id)
    if isinstance(value, str) and spec.choices:
        space.conditions.append(some(found == space.texts.code(one) for one in spec.choices))
    for end, op in ((spec.minimum, Op.AT_LEAST), (spec.maximum, Op.AT_MOST)):
        if end is not None:
            space.conditions.append(related(found, op, of_value(end, space).value))
    return Side(TRUE, found, of_value(value, space).family)


def of_operand(operand: Operand, person: Person, parameters: Parameters, year: int) -> Side:
    """
    A side that is a constant, a parameter, a fact of *person*, a sum of such, or a year counted back from *year*.

    Raises:
        OpaqueError: A parameter has no value on the day, or a sum has a term that is no number.
    """
    if isinstance(operand, Constant):
        return of_value(operand.value, person.space)
    if isinstance(operand, Parameter):
        return _of_name(operand.name, person, parameters)
    if isinstance(operand, YearsBefore):
        return _years_before(numeric(_of_name(operand.name, person, parameters), operand.name), year)
    if isinstance(operand, Fact):
        return of_cell(person.fact(operand.name))
    return _sum(operand, person, parameters, year)


def _of_name(name: str, person: Person, parameters: Parameters) -> Side:
    if name not in parameters:
        raise OpaqueError("parameter", name)
    value = parameters[name]
    return value if isinstance(value, Side) else of_value(value, person.space)


def _years_before(years: Side, year: int) -> Side:
    constant = None if years.constant is None else year - years.constant
    return Side(years.known, year - years.value, NUMBER, constant)


def _sum(operand: Sum, person: Person, parameters: Parameters, year: int) -> Side:
    terms = [of_operand(term, person, parameters, year) for term in operand.terms]
    if any(term.family != NUMBER for term in terms):
        raise OpaqueError("families", "sum")
    constants = [term.constant for term in terms if term.constant is not None]
    constant = sum(constants, start=0) if len(constants) == len(terms) else None
    values = [term.value for term in terms]
    return Side(every(one.known for one in terms), sum(values, start=z3.IntVal(0)), NUMBER, constant)


def numeric(side: Side, what: str) -> Side:
    """
    *side*, which must be a number.

    Raises:
        OpaqueError: It is none.
    """
    if side.family != NUMBER:
        raise OpaqueError("families", what)
    return side


def compared(left: Side, op: Op, right: Side, what: str) -> Truth:
    """
    The comparison, UNKNOWN where a side is missing.

    Raises:
        OpaqueError: The two are not of one family, or the order of text or of flags is asked for.
    """
    if left.family != right.family:
        raise OpaqueError("families", what)
    if left.family in {TEXT, FLAG} and op not in {Op.EQUAL, Op.DIFFERENT}:
        raise OpaqueError("order", what)
    return known(every((left.known, right.known)), related(left.value, op, right.value))
