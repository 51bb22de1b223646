"""Numbers made whole, as ``Rounding`` does it."""

from __future__ import annotations

from fractions import Fraction

import narwhals as nw

from thidua_rules.readers.columns.expressions import Expr, Number
from thidua_rules.readers.columns.points import NEVER
from thidua_rules.values import Rounding


def stepped(number: Number, rounding: Rounding, step: Fraction) -> Number:
    """*number* as a multiple of *step* under *rounding*."""
    scaled = number.times(1 / step)
    whole = rounded(scaled, rounding)
    return whole.times(step)


def rounded(number: Number, rounding: Rounding) -> Number:
    """*number* made whole, as ``Rounding.whole`` does."""
    unit, expr = number.unit, number.expr
    if unit == 1:
        return number
    if rounding is Rounding.CEIL:
        return rounded(number.times(Fraction(-1)), Rounding.FLOOR).times(Fraction(-1))
    floor = expr // unit
    rest = expr - floor * unit
    up = _goes_up(rounding, expr, floor, rest, unit)
    low, high = number.low // unit, number.high // unit + 1
    return Number(nw.when(up).then(floor + 1).otherwise(floor), 1, low, high)


def _goes_up(rounding: Rounding, expr: Expr, floor: Expr, rest: Expr, unit: int) -> Expr:
    some, half, more = rest > 0, rest * 2 == unit, rest * 2 > unit
    positive = expr > 0
    match rounding:
        case Rounding.FLOOR:
            return NEVER
        case Rounding.UP:
            return some & positive
        case Rounding.DOWN:
            return some & ~positive
        case Rounding.HALF_UP:
            return more | (half & positive)
        case Rounding.HALF_DOWN:
            return more | (half & ~positive)
        case _:
            return more | (half & (floor % 2 != 0))
