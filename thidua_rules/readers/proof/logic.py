"""Three-valued truth as formulas: a pair of conditions, met and unmet, of which at most one holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any as Anything
from typing import Final, TypeAlias

import attrs
import z3

from thidua_rules.criteria.comparisons import Op, applied
from thidua_rules.verdicts import Verdict

Formula: TypeAlias = Anything
"""A term of the solver, which has no types of its own."""

TRUE: Final[Formula] = z3.BoolVal(True)  # noqa: FBT003  # the solver's own way to write it
FALSE: Final[Formula] = z3.BoolVal(False)  # noqa: FBT003


# what is plainly true or false is always one of these two values: to ask the solver costs a hundred times as much


def every(parts: Iterable[Formula]) -> Formula:
    """The conjunction, without what is plainly true."""
    rest = [part for part in parts if part is not TRUE]
    if any(part is FALSE for part in rest):
        return FALSE
    return z3.And(rest) if len(rest) > 1 else rest[0] if rest else TRUE


def some(parts: Iterable[Formula]) -> Formula:
    """The disjunction, without what is plainly false."""
    rest = [part for part in parts if part is not FALSE]
    if any(part is TRUE for part in rest):
        return TRUE
    return z3.Or(rest) if len(rest) > 1 else rest[0] if rest else FALSE


def opposite(part: Formula) -> Formula:
    """The negation."""
    if part is TRUE:
        return FALSE
    return TRUE if part is FALSE else z3.Not(part)


def chosen(condition: Formula, then: Formula, otherwise: Formula) -> Formula:
    """*then* where the condition holds, else *otherwise*."""
    if condition is TRUE:
        return then
    return otherwise if condition is FALSE else z3.If(condition, then, otherwise)


def total(parts: Iterable[Formula]) -> Formula:
    """The sum of numbers."""
    found = list(parts)
    return z3.Sum(found) if found else z3.IntVal(0)


def number(value: int | Decimal | Fraction) -> Formula:
    """An exact number."""
    fraction = Fraction(value)
    return z3.IntVal(fraction.numerator) if fraction.denominator == 1 else z3.RealVal(str(fraction))


def least(left: Formula, right: Formula) -> Formula:
    """The smaller of two numbers."""
    return z3.If(left <= right, left, right)


def most(left: Formula, right: Formula) -> Formula:
    """The larger of two numbers."""
    return z3.If(left >= right, left, right)


@attrs.frozen(eq=False)
class Truth:
    """
    A verdict as formulas.

    Args:
        met: When it is MET.

        unmet: When it is UNMET.

        clash: When asking it raises a clash of exceptions, so that there is no verdict.
    """

    met: Formula
    unmet: Formula
    clash: Formula = FALSE

    def is_(self, verdict: Verdict) -> Formula:
        """When it is *verdict*."""
        if verdict is Verdict.MET:
            return self.met
        if verdict is Verdict.UNMET:
            return self.unmet
        return every((opposite(self.met), opposite(self.unmet)))

    def same(self, other: Truth) -> Formula:
        """When both are the same verdict."""
        return every((self.met == other.met, self.unmet == other.unmet))


def settled(verdict: Verdict) -> Truth:
    """Always *verdict*."""
    return Truth(TRUE if verdict is Verdict.MET else FALSE, TRUE if verdict is Verdict.UNMET else FALSE)


UNKNOWN: Final = settled(Verdict.UNKNOWN)


def known(condition: Formula, holds: Formula) -> Truth:
    """UNKNOWN where the condition fails, else as *holds* says."""
    return Truth(every((condition, holds)), every((condition, opposite(holds))))


def guarded(condition: Formula, truth: Truth) -> Truth:
    """*truth* where the condition holds, else UNKNOWN."""
    return Truth(every((condition, truth.met)), every((condition, truth.unmet)), truth.clash)


def negation(part: Truth) -> Truth:
    """Kleene's not."""
    return Truth(part.unmet, part.met, part.clash)


def conjunction(parts: Sequence[Truth]) -> Truth:
    """Kleene's and."""
    return Truth(
        every(one.met for one in parts), some(one.unmet for one in parts), some(one.clash for one in parts)
    )


def disjunction(parts: Sequence[Truth]) -> Truth:
    """Kleene's or."""
    return negation(conjunction([negation(one) for one in parts]))


def at_least(minimum: int, parts: Sequence[Truth]) -> Truth:
    """Whether *minimum* are met for sure, or cannot be."""
    sure = total(z3.If(one.met, 1, 0) for one in parts)
    may = total(z3.If(one.unmet, 0, 1) for one in parts)
    return Truth(sure >= minimum, may < minimum, some(one.clash for one in parts))


def within_bounds(low: Formula, high: Formula, op: Op, right: Formula) -> Truth:
    """The verdict on a number known only to lie from *low* to *high*."""
    match op:
        case Op.AT_LEAST:
            return Truth(low >= right, high < right)
        case Op.ABOVE:
            return Truth(low > right, high <= right)
        case Op.AT_MOST:
            return Truth(high <= right, low > right)
        case Op.BELOW:
            return Truth(high < right, low >= right)
        case Op.EQUAL:
            return Truth(every((low == right, high == right)), some((right < low, right > high)))
        case Op.DIFFERENT:
            return negation(within_bounds(low, high, Op.EQUAL, right))


def related(left: Formula, op: Op, right: Formula) -> Formula:
    """The comparison of two values that are known."""
    return applied(left, op, right)
