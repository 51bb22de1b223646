"""
Nullable booleans and whole numbers as expressions: null is UNKNOWN, a number is a whole numerator over a fixed unit.

No binary float takes part: a decimal column becomes whole numbers once, and a literal is scaled to meet it.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, TypeAlias

import attrs
import narwhals as nw

from thidua_rules.criteria.comparisons import Op, applied
from thidua_rules.verdicts import MET, UNKNOWN, Verdict

Expr: TypeAlias = nw.Expr

LARGEST: Final = 2**63 - 1
"""The largest whole number that every engine holds."""

LIMIT: Final = 10**15
"""The largest numerator that a fact without limits of its own may have: room for what is worked out from it."""

FEW: Final = 8
"""So many texts are compared one by one, which took half the time of looking each value up in a set of them."""


class InexpressibleError(Exception):
    """
    What is asked has no expression; whoever asked falls back to the scalar path.

    Attributes:
        reason: Why, in a few words.
    """

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


def boolean(verdict: Verdict) -> Expr:
    """*verdict* as a literal."""
    return nw.lit(None, dtype=nw.Boolean) if verdict is UNKNOWN else nw.lit(verdict is MET)


def conjunction(parts: Sequence[Expr]) -> Expr:
    """Kleene's conjunction; true where there is no part."""
    if len(parts) <= 1:
        return parts[0] if parts else nw.lit(value=True)
    return nw.all_horizontal(*parts, ignore_nulls=False)


def disjunction(parts: Sequence[Expr]) -> Expr:
    """Kleene's disjunction; false where there is no part."""
    if len(parts) <= 1:
        return parts[0] if parts else nw.lit(value=False)
    return nw.any_horizontal(*parts, ignore_nulls=False)


def surely(verdict: Expr) -> Expr:
    """Whether it is MET; never null."""
    return verdict.fill_null(value=False)


def possibly(verdict: Expr) -> Expr:
    """Whether it is not UNMET; never null."""
    return verdict.fill_null(value=True)


def count(flags: Iterable[Expr]) -> Expr:
    """How many of *flags*, none of them null, are true."""
    numbers = [flag.cast(nw.Int64) for flag in flags]
    return nw.sum_horizontal(*numbers) if numbers else nw.lit(0, dtype=nw.Int64)


def between_bounds(lowest: Expr, highest: Expr) -> Expr:
    """MET or UNMET where both ends say so, else UNKNOWN; the ends are never null."""
    return nw.when(lowest == highest).then(lowest)


def choose(cases: Sequence[tuple[Expr, Expr]], otherwise: Expr) -> Expr:
    """The value of the first condition that is true."""
    for condition, value in reversed(cases):
        otherwise = nw.when(condition).then(value).otherwise(otherwise)
    return otherwise


def within(value: Expr, values: Sequence[str]) -> Expr:
    """Whether the text *value* is one of *values*; null where it is missing."""
    if not values:
        return nw.when(~value.is_null()).then(nw.lit(value=False))
    if len(values) > FEW:
        return value.is_in(list(values))
    return disjunction([value == one for one in values])


def literal(value: object) -> Expr:
    """A flag, a day or a text as a literal."""
    if isinstance(value, (bool, dt.date, str)):
        return nw.lit(value)
    raise InexpressibleError("a value is neither a flag nor a day nor text")


def whole(number: int) -> Expr:
    """A whole number as a literal."""
    if abs(number) > LARGEST:
        raise InexpressibleError("a number is too large")
    return nw.lit(number, dtype=nw.Int64)


@attrs.frozen
class Number:
    """
    A number for each row, null where it is missing.

    Args:
        expr: The numerator, a whole number.

        unit: The denominator, the same for all rows.

        low: The smallest numerator that there can be.

        high: The largest.
    """

    expr: Expr
    unit: int
    low: int
    high: int

    def __attrs_post_init__(self) -> None:
        if max(abs(self.low), abs(self.high)) > LARGEST:
            raise InexpressibleError("a number may grow too large")

    def over(self, unit: int) -> Number:
        """The same over *unit*, a multiple of its own."""
        factor = unit // self.unit
        if factor == 1:
            return self
        return Number(self.expr * whole(factor), unit, self.low * factor, self.high * factor)

    def plus(self, other: Number) -> Number:
        """The sum."""
        unit = math.lcm(self.unit, other.unit)
        a, b = self.over(unit), other.over(unit)
        return Number(a.expr + b.expr, unit, a.low + b.low, a.high + b.high)

    def minus(self, other: Number) -> Number:
        """The difference."""
        return self.plus(other.times(Fraction(-1)))

    def times(self, factor: Fraction) -> Number:
        """The product with a fixed number."""
        ends = (self.low * factor.numerator, self.high * factor.numerator)
        expr = self.expr if factor.numerator == 1 else self.expr * whole(factor.numerator)
        return Number(expr, self.unit * factor.denominator, min(ends), max(ends))

    def at_most(self, limit: Number | Fraction) -> Number:
        """The smaller of the two, neither of which is missing."""
        return _meeting(self, limit, smaller=True)

    def at_least(self, limit: Number | Fraction) -> Number:
        """The larger of the two, neither of which is missing."""
        return _meeting(self, limit, smaller=False)

    def floored(self, step: Fraction) -> Number:
        """How many whole steps it holds, rounded down."""
        scaled = self.times(1 / step)
        low, high = scaled.low // scaled.unit, scaled.high // scaled.unit
        return Number(scaled.expr // whole(scaled.unit), 1, low, high)

    def where(self, condition: Expr, other: Number) -> Number:
        """Itself where *condition*, never null, is true; else *other*."""
        unit = math.lcm(self.unit, other.unit)
        a, b = self.over(unit), other.over(unit)
        expr = nw.when(condition).then(a.expr).otherwise(b.expr)
        return Number(expr, unit, min(a.low, b.low), max(a.high, b.high))

    def filled(self, value: Fraction | int) -> Number:
        """Itself, and *value* where it is missing."""
        return self.where(~self.expr.is_null(), fixed(value))


def _meeting(one: Number, limit: Number | Fraction, *, smaller: bool) -> Number:
    other = limit if isinstance(limit, Number) else fixed(limit)
    pick = min if smaller else max
    if isinstance(limit, Fraction) and (
        one.high * other.unit <= other.low * one.unit
        if smaller
        else one.low * other.unit >= other.high * one.unit
    ):
        return one
    unit = math.lcm(one.unit, other.unit)
    a, b = one.over(unit), other.over(unit)
    meet = nw.min_horizontal if smaller else nw.max_horizontal
    return Number(meet(a.expr, b.expr), unit, pick(a.low, b.low), pick(a.high, b.high))


def fixed(value: Fraction | Decimal | int) -> Number:
    """*value* for every row."""
    exact = Fraction(value)
    return Number(whole(exact.numerator), exact.denominator, exact.numerator, exact.numerator)


def summed(numbers: Iterable[Number]) -> Number:
    """All of them added up."""
    total: Number | None = None
    for number in numbers:
        total = number if total is None else total.plus(number)
    return fixed(0) if total is None else total


def largest(numbers: Sequence[Number]) -> Number:
    """The largest of them in each row; 0 where there is none."""
    if not numbers:
        return fixed(0)
    found = numbers[0]
    for number in numbers[1:]:
        found = found.at_least(number)
    return found


_FLIPPED: Final = {
    Op.AT_LEAST: Op.AT_MOST,
    Op.ABOVE: Op.BELOW,
    Op.AT_MOST: Op.AT_LEAST,
    Op.BELOW: Op.ABOVE,
    Op.EQUAL: Op.EQUAL,
    Op.DIFFERENT: Op.DIFFERENT,
}


def apply(left: Expr, op: Op, right: Expr | object) -> Expr:
    """*left* against *right*; null where a side is."""
    found: Expr = applied(left, op, right)
    return found


def compared(left: Number | Fraction, op: Op, right: Number | Fraction) -> Expr:
    """*left* against *right*, exactly; null where a side is."""
    if isinstance(right, Number) and isinstance(left, Number):
        unit = math.lcm(left.unit, right.unit)
        return apply(left.over(unit).expr, op, right.over(unit).expr)
    if isinstance(right, Number):
        return compared(right, _FLIPPED[op], left)
    if isinstance(left, Number):
        return _against(left, op, right * left.unit)
    holds = {Op.AT_LEAST: left >= right, Op.ABOVE: left > right, Op.AT_MOST: left <= right}
    holds |= {Op.BELOW: left < right, Op.EQUAL: left == right, Op.DIFFERENT: left != right}
    return nw.lit(holds[op])


def _against(left: Number, op: Op, limit: Fraction) -> Expr:
    """The numerator against a fixed number, which is brought to the next whole one on the side that keeps the answer."""
    known = ~left.expr.is_null()
    if op in {Op.EQUAL, Op.DIFFERENT} and limit.denominator != 1:
        return nw.when(known).then(nw.lit(op is Op.DIFFERENT))
    number = math.ceil(limit) if op in {Op.AT_LEAST, Op.BELOW} else math.floor(limit)
    if abs(number) > LARGEST:
        beyond = op is Op.DIFFERENT or (op in {Op.AT_MOST, Op.BELOW}) is (number > 0)
        return nw.when(known).then(nw.lit(beyond and op is not Op.EQUAL))
    return apply(left.expr, op, whole(number))


def compared_bounds(low: Number, high: Number, op: Op, right: Number | Fraction) -> Expr:
    """The verdict on a number known only to lie from *low* to *high*; null also where *right* is."""
    if op in {Op.EQUAL, Op.DIFFERENT}:
        settled = compared(low, Op.EQUAL, high)
        inside = compared(low, Op.AT_MOST, right) & compared(high, Op.AT_LEAST, right)
        equal = nw.when(settled).then(inside).otherwise(nw.when(~inside).then(nw.lit(value=False)))
        return equal if op is Op.EQUAL else ~equal
    if low is high:
        return compared(low, op, right)
    return between_bounds(compared(low, op, right), compared(high, op, right))
