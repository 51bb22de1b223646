"""The values at which a policy changes its mind: each threshold, one unit below, and one unit above."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Final, TypeGuard

from thidua_rules.awards import ByCount, ByFact
from thidua_rules.criteria import (
    Between,
    Compare,
    Count,
    Exists,
    MonthsSince,
    NoneOf,
    OneOf,
    Where,
    WhereIn,
    WhereWithin,
)
from thidua_rules.criteria.base import Constant, Criterion, Operand, Parameter, Sum, YearsBefore
from thidua_rules.criteria.records import RowTest
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.facts import FIRST_DAY, LAST_DAY
from thidua_rules.scales.items import Judged
from thidua_rules.testing.fairness.places import closure, criteria_of
from thidua_rules.values import Value

Edges = dict[str, list[Value]]
"""For each fact, or column as ``list.column``, the values on both sides of every threshold."""

_DAY: Final = dt.timedelta(days=1)


def edges(policy: Policy, award: str, day: dt.date) -> Edges:
    """
    The edges of everything that *award* reads, also through the awards that it depends on.

    Args:
        policy: The policy.

        award: The award's id.

        day: The day of the evaluation; its year is the year under review.

    Only thresholds that are numbers or days of the policy itself are read; one fact against another has no edge of its own.
    """
    found: Edges = {}
    for name, value in _found(policy, award, day):
        spec, row = spec_of(policy, name), found.setdefault(name, [])
        if spec is not None and value not in row and fits(spec, value):
            row.append(value)
    return found


def spec_of(policy: Policy, name: str) -> FactSpec | None:
    """The specification of a fact, a list, or a column written as ``list.column``; None where there is none."""
    records, _, column = name.partition(".")
    spec = policy.facts.get(records)
    return spec if spec is None or not column else spec.field(column)


def _found(policy: Policy, award: str, day: dt.date) -> Iterator[tuple[str, Value]]:
    parameters = policy.parameters_on(day)
    for one in criteria_of(policy, award):
        yield from _of(one, parameters, day)
    for name in closure(policy, award):
        for key in policy.award(name).ranking:
            if isinstance(key, ByCount):
                yield from _tests(key.records, key.where, parameters, day)
            if isinstance(key, ByFact) and (spec := policy.facts.get(key.fact)) is not None:
                yield from ((key.fact, end) for end in (spec.minimum, spec.maximum) if end is not None)
        for scale in sorted(policy.award(name).uses().scales & policy.scales.keys()):
            for item in policy.scales[scale].walk():
                if isinstance(item, Judged):
                    yield from ((item.fact, end) for end in (0, item.maximum))


def _of(one: Criterion, parameters: Mapping[str, Value], day: dt.date) -> Iterator[tuple[str, Value]]:
    match one:
        case Compare():
            yield from _around(one.fact, one.value, parameters, day)
        case Between():
            yield from _around(one.fact, one.low, parameters, day)
            yield from _around(one.fact, one.high, parameters, day)
        case OneOf():
            yield from ((one.fact, value) for value in one.values)
        case MonthsSince():
            months = resolved(one.months, parameters, day)
            if isinstance(months, (int, Decimal)) and not isinstance(months, bool):
                yield from ((one.fact, months_ago(int(months) + by, day)) for by in (-1, 0, 1))
        case Exists() | NoneOf() | Count():
            yield from _tests(one.records, one.where, parameters, day)
        case _:
            return


def _tests(
    records: str, where: tuple[RowTest, ...], parameters: Mapping[str, Value], day: dt.date
) -> Iterator[tuple[str, Value]]:
    for test in where:
        name = f"{records}.{test.field}"
        match test:
            case Where():
                yield from _around(name, test.value, parameters, day)
            case WhereIn():
                yield from ((name, value) for value in test.values)
            case WhereWithin():
                first, last = dt.date(day.year - test.years_before, 1, 1), dt.date(day.year, 12, 31)
                yield from ((name, one) for one in (first - _DAY, first, last, last + _DAY))


def resolved(operand: Operand, parameters: Mapping[str, Value], day: dt.date) -> Value | None:
    """The value of *operand* where it is the policy's own, else None."""
    match operand:
        case Constant():
            return operand.value
        case Parameter():
            return parameters.get(operand.name)
        case YearsBefore():
            years = parameters.get(operand.name)
            return day.year - years if isinstance(years, int) else None
        case Sum():
            return _sum([resolved(one, parameters, day) for one in operand.terms])
        case _:
            return None


def _sum(terms: Iterable[Value | None]) -> Value | None:
    total: int | Decimal = 0
    for one in terms:
        if not isinstance(one, (int, Decimal)) or isinstance(one, bool):
            return None
        total += one
    return total


def _around(
    name: str, operand: Operand, parameters: Mapping[str, Value], day: dt.date
) -> Iterator[tuple[str, Value]]:
    parts = operand.terms if isinstance(operand, Sum) else (operand,)
    known = [value for one in parts if (value := resolved(one, parameters, day)) is not None]
    whole = resolved(operand, parameters, day)
    for value in dict.fromkeys([*known, *([] if whole is None else [whole])]):
        yield from ((name, one) for one in neighbours(value))


def neighbours(value: Value) -> tuple[Value, ...]:
    """*value* with one unit below and above, where it has units."""
    if isinstance(value, (bool, str)):
        return (value,)
    if isinstance(value, (int, Decimal)):
        return (value - 1, value, value + 1)
    return (value - _DAY, value, value + _DAY) if isinstance(value, dt.date) else (value,)


def is_number(value: object) -> TypeGuard[int | Decimal]:
    """Whether *value* is a number; a flag is none."""
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


def months_ago(months: int, day: dt.date) -> dt.date:
    """The first day that lies *months* whole months before the end of the year of *day*."""
    total = day.year * 12 + 12 - months
    return dt.date(max(1, total // 12), total % 12 + 1, 1)


def fits(spec: FactSpec, value: Value) -> bool:
    """Whether *value* may stand under *spec*."""
    match spec.type:
        case FactType.FLAG:
            return isinstance(value, bool)
        case FactType.INTEGER:
            return isinstance(value, int) and not isinstance(value, bool) and _in_range(spec, value)
        case FactType.DECIMAL:
            number = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
            return number and isinstance(value, (int, Decimal)) and _in_range(spec, value)
        case FactType.DATE:
            return isinstance(value, dt.date) and FIRST_DAY <= value <= LAST_DAY
        case FactType.CHOICE:
            return any(value == one.id for one in spec.choices)
        case FactType.TEXT:
            return isinstance(value, str) and bool(value)
        case _:
            return False


def _in_range(spec: FactSpec, value: Decimal | int) -> bool:
    return (spec.minimum is None or spec.minimum <= value) and (spec.maximum is None or value <= spec.maximum)
