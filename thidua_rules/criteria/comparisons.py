"""Comparison of a fact with a constant, a parameter or another fact; ranges, enumerations, flags, spans of time."""

from __future__ import annotations

import datetime as dt
import operator
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any as Anything
from typing import ClassVar, Final, TypeAlias

import attrs

from thidua_rules.criteria.base import (
    Case,
    Constant,
    Criterion,
    Operand,
    Uses,
    as_operand,
    operand_asked,
    operand_missing,
    operand_uses,
)
from thidua_rules.errors import PolicyError, RosterError
from thidua_rules.findings import Asked, Finding, new_finding
from thidua_rules.periods import full_months
from thidua_rules.values import FrozenMap, Marker, Value
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict, truth

Exact: TypeAlias = int | Decimal | Fraction


class Op(Enum):
    """How two values are compared."""

    AT_LEAST = ">="
    ABOVE = ">"
    AT_MOST = "<="
    BELOW = "<"
    EQUAL = "=="
    DIFFERENT = "!="

    __hash__ = object.__hash__  # each stands for itself: many look-ups are made by it


_EQUAL, _DIFFERENT = Op.EQUAL, Op.DIFFERENT

_FUNCTIONS: Final[dict[Op, Callable[[Anything, Anything], bool]]] = {
    Op.AT_LEAST: operator.ge,
    Op.ABOVE: operator.gt,
    Op.AT_MOST: operator.le,
    Op.BELOW: operator.lt,
    Op.EQUAL: operator.eq,
    Op.DIFFERENT: operator.ne,
}


def as_op(value: Op | str) -> Op:
    """
    *value* as a comparison.

    Raises:
        PolicyError: There is no such comparison.
    """
    try:
        return Op(value)
    except ValueError:
        known = ", ".join(op.value for op in Op)
        raise PolicyError.one("op", f"expected one of {known}, got {value!r}") from None


def compare(left: Value | Fraction, op: Op, right: Value | Fraction) -> bool:
    """
    Whether *left* stands to *right* as *op* says.

    Raises:
        RosterError: The two are not of one type.
    """
    if family_of(left) is not family_of(right):
        raise RosterError.one("", f"cannot compare {family_of(left)} with {family_of(right)}")
    return _FUNCTIONS[op](left, right)


def applied(left: Anything, op: Op, right: Anything) -> Anything:  # noqa: ANN401  # whatever that library has
    """What *op* makes of two expressions of another library, which give the comparison signs a meaning of their own."""
    return _FUNCTIONS[op](left, right)


def family_of(value: Value | Fraction) -> str:
    """What kind of value *value* is, in the words of a message; only values of one kind are compared."""
    if isinstance(value, bool):
        return "a flag"
    if isinstance(value, (int, Decimal, Fraction)):
        return "a number"
    return "a day" if isinstance(value, dt.date) else "text"


def compare_bounds(low: Exact, high: Exact, op: Op, right: Exact) -> Verdict:
    """
    The verdict on a number known only to lie from *low* to *high*.

    MET if every number there meets the comparison, UNMET if none does, else UNKNOWN.
    """
    if op is _EQUAL:
        return truth(holds=low == right) if low == high else _inside(low, high, right)
    if op is _DIFFERENT:
        return truth(holds=low != right) if low == high else ~_inside(low, high, right)
    holds = _FUNCTIONS[op]
    lowest = holds(low, right)
    if low is not high and holds(high, right) is not lowest:
        return UNKNOWN
    return MET if lowest else UNMET


def _inside(low: Exact, high: Exact, right: Exact) -> Verdict:
    return UNKNOWN if low <= right <= high else UNMET


def exact(value: Value | None, where: str) -> Exact | None:
    """
    *value* as a number, None as None.

    Raises:
        PolicyError: It is something else.
    """
    if value is None or (isinstance(value, (int, Decimal)) and not isinstance(value, bool)):
        return value
    raise PolicyError.one(where, "expected a number")


@attrs.frozen
class Compare(Criterion):
    """
    Met when a fact stands to another value as asked.

    Args:
        fact: The fact's name.

        op: The comparison: ``>=``, ``>``, ``<=``, ``<``, ``==`` or ``!=``.

        value: A constant, a parameter, or another fact.

    A missing side makes it UNKNOWN, also when both are missing.
    """

    kind: ClassVar[str] = "compare"

    fact: str
    op: Op = attrs.field(converter=as_op)
    value: Operand = attrs.field(converter=as_operand)
    _asked: tuple[tuple[str, object], ...] = attrs.field(init=False, eq=False, repr=False)
    _function: Callable[[Anything, Anything], bool] = attrs.field(init=False, eq=False, repr=False)
    _family: str = attrs.field(init=False, eq=False, repr=False)
    _constant: Value | None = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        asked = (("fact", self.fact), ("op", self.op.value), ("value", operand_asked(self.value)))
        constant = self.value.value if isinstance(self.value, Constant) else None
        object.__setattr__(self, "_asked", asked)
        object.__setattr__(self, "_function", _FUNCTIONS[self.op])
        object.__setattr__(self, "_constant", constant)
        object.__setattr__(self, "_family", "" if constant is None else family_of(constant))

    def verdict(self, case: Case) -> Verdict:
        """
        The comparison, or UNKNOWN where a side is missing.

        Raises:
            RosterError: The two sides are not of one type.
        """
        left = case.fact(self.fact)
        right = self._constant
        if right is None:
            right = self.value.resolve(case)
        if left is None or right is None or type(left) is Marker:
            return UNKNOWN
        if type(left) is not type(right):
            self._same_family(case, left, right)
        return MET if self._function(left, right) else UNMET

    def check(self, case: Case) -> Finding:
        """
        The comparison with both sides, or UNKNOWN and what is missing.

        Raises:
            RosterError: The two sides are not of one type.
        """
        left = case.fact(self.fact)
        right = self._constant
        if right is None:
            right = self.value.resolve(case)
        if left is None or right is None or type(left) is Marker:
            return self._open(case, left, right)
        if type(left) is not type(right):
            self._same_family(case, left, right)
        verdict = MET if self._function(left, right) else UNMET
        return new_finding("compare", verdict, self._asked, left, right)

    def _open(self, case: Case, left: Value | None, right: Value | None) -> Finding:
        missing = case.missing(self.fact) if left is None else ()
        if type(left) is not Marker:
            missing += operand_missing(self.value, case)
        return new_finding("compare", UNKNOWN, self._asked, left, right, missing)

    def _same_family(self, case: Case, left: Value, right: Value) -> None:
        if family_of(left) != family_of(right):
            raise case.wrong(self.fact, family_of(right))

    def own_uses(self) -> Uses:
        """The fact and what it is compared with."""
        return Uses(facts=frozenset({self.fact})) | operand_uses(self.value)


@attrs.frozen
class Between(Criterion):
    """
    Met when a number or a day lies in a range.

    Args:
        fact: The fact's name.

        low: The lower end.

        high: The upper end.

        low_included: Whether the lower end itself lies in the range.

        high_included: Whether the upper end itself lies in the range.
    """

    kind: ClassVar[str] = "between"

    fact: str
    low: Operand = attrs.field(converter=as_operand)
    high: Operand = attrs.field(converter=as_operand)
    low_included: bool = True
    high_included: bool = True

    def check(self, case: Case) -> Finding:
        """
        Both ends asked; one that fails settles it though the other is missing.

        Raises:
            RosterError: The fact and an end are not of one type.
        """
        value = case.fact(self.fact)
        ends = (self.low.resolve(case), self.high.resolve(case))
        absent = operand_missing(self.low, case) + operand_missing(self.high, case)
        asked = (
            ("fact", self.fact),
            ("low", operand_asked(self.low)),
            ("high", operand_asked(self.high)),
            ("low_included", self.low_included),
            ("high_included", self.high_included),
        )
        if value is None or type(value) is Marker:
            missing = case.missing(self.fact) + absent if value is None else ()
            return new_finding("between", UNKNOWN, asked, value, ends, missing)
        verdict = self._low(case, value, ends[0]) & self._high(case, value, ends[1])
        return new_finding("between", verdict, asked, value, ends, absent if verdict is UNKNOWN else ())

    def _low(self, case: Case, value: Value, end: Value | None) -> Verdict:
        return self._end(case, value, Op.AT_LEAST if self.low_included else Op.ABOVE, end)

    def _high(self, case: Case, value: Value, end: Value | None) -> Verdict:
        return self._end(case, value, Op.AT_MOST if self.high_included else Op.BELOW, end)

    def _end(self, case: Case, value: Value, op: Op, end: Value | None) -> Verdict:
        if end is None:
            return UNKNOWN
        if family_of(value) != family_of(end):
            raise case.wrong(self.fact, family_of(end))
        return truth(holds=_FUNCTIONS[op](value, end))

    def own_uses(self) -> Uses:
        """The fact and both ends."""
        return Uses(facts=frozenset({self.fact})) | operand_uses(self.low, self.high)


@attrs.frozen
class OneOf(Criterion):
    """
    Met when an enumerated fact has one of the values.

    Args:
        fact: The fact's name.

        values: The values that meet it.
    """

    kind: ClassVar[str] = "one-of"

    fact: str
    values: tuple[str, ...]
    _asked: Asked = attrs.field(init=False, eq=False, repr=False)
    _met: FrozenMap[Value, Finding] = attrs.field(init=False, eq=False, repr=False)
    """What is found where it is met: one finding for each value, the same for every case."""

    def __attrs_post_init__(self) -> None:
        asked = (("fact", self.fact), ("values", self.values))
        met = {value: new_finding("one-of", MET, asked, value, self.values) for value in self.values}
        object.__setattr__(self, "_asked", asked)
        object.__setattr__(self, "_met", FrozenMap(met))

    def verdict(self, case: Case) -> Verdict:
        """Whether the value is among those asked for."""
        value = case.fact(self.fact)
        if value is None or type(value) is Marker:
            return UNKNOWN
        return UNMET if self._met.get(value) is None else MET

    def check(self, case: Case) -> Finding:
        """Whether the value is among those asked for."""
        value = case.fact(self.fact)
        if value is None or type(value) is Marker:
            missing = case.missing(self.fact) if value is None else ()
            return new_finding("one-of", UNKNOWN, self._asked, value, None, missing)
        return self._met.get(value) or new_finding("one-of", UNMET, self._asked, value, self.values)

    def own_uses(self) -> Uses:
        """The fact."""
        return Uses(facts=frozenset({self.fact}))


@attrs.frozen
class Is(Criterion):
    """
    Met when a flag is set as asked.

    Args:
        fact: The flag's name.

        wanted: What it must be.
    """

    kind: ClassVar[str] = "is"

    fact: str
    wanted: bool = True

    def verdict(self, case: Case) -> Verdict:
        """
        The flag, or UNKNOWN.

        Raises:
            RosterError: The fact is not a flag.
        """
        value = case.fact(self.fact)
        if value is None or type(value) is Marker:
            return UNKNOWN
        if not isinstance(value, bool):
            raise case.wrong(self.fact, "true or false")
        return MET if value is self.wanted else UNMET

    def check(self, case: Case) -> Finding:
        """
        The flag, or UNKNOWN.

        Raises:
            RosterError: The fact is not a flag.
        """
        verdict = self.verdict(case)
        value = case.fact(self.fact)
        asked = (("fact", self.fact), ("wanted", self.wanted))
        missing = case.missing(self.fact) if value is None else ()
        return new_finding("is", verdict, asked, value, self.wanted, missing)

    def own_uses(self) -> Uses:
        """The flag."""
        return Uses(facts=frozenset({self.fact}))


@attrs.frozen
class MonthsSince(Criterion):
    """
    Met when the whole months from a day to the end of the period stand to a number as asked.

    The last day of the period counts: from 2022-03-01 to 2022-12-31 are ten months.

    Args:
        fact: The day's name.

        op: The comparison.

        months: The number of months.
    """

    kind: ClassVar[str] = "months-since"

    fact: str
    op: Op = attrs.field(converter=as_op)
    months: Operand = attrs.field(converter=as_operand)

    def check(self, case: Case) -> Finding:
        """
        The months counted, or UNKNOWN where the day is missing.

        Raises:
            RosterError: The fact is not a day.
        """
        day = case.date(self.fact)
        asked = (("fact", self.fact), ("op", self.op.value), ("value", operand_asked(self.months)))
        wanted = exact(self.months.resolve(case), self.fact)
        if day is None or wanted is None:
            missing = case.missing(self.fact) if case.fact(self.fact) is None else ()
            missing += operand_missing(self.months, case)
            return new_finding("months-since", UNKNOWN, asked, None, wanted, missing)
        months = full_months(day, case.world.period.end)
        return new_finding(
            "months-since", truth(holds=_FUNCTIONS[self.op](months, wanted)), asked, months, wanted
        )

    def own_uses(self) -> Uses:
        """The day and the number of months."""
        return Uses(facts=frozenset({self.fact})) | operand_uses(self.months)
