"""What a fact or a fixed value is in columns: a number, a flag, a day or text."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import narwhals as nw

from thidua_rules.facts import FactSpec
from thidua_rules.readers.columns.expressions import LIMIT, Expr, Number
from thidua_rules.values import Value

FLAG, DAY, TEXT = "a flag", "a day", "text"


@attrs.frozen
class Column:
    """
    A column that is no number.

    Args:
        expr: Its values.

        family: Flags, days or text.
    """

    expr: Expr
    family: str


Typed = Number | Column | Value | Fraction | None
"""An operand: a number, another column, a fixed value, or None where it is missing for every row."""


def column_of(expr: Expr, dtype: Any) -> Column:  # noqa: ANN401  # narwhals' types
    """A column that is no number."""
    if dtype == nw.Boolean:
        return Column(expr, FLAG)
    if dtype == nw.Date:
        return Column(expr, DAY)
    return Column(expr if dtype == nw.String else expr.cast(nw.String), TEXT)


def exact_value(value: Value) -> Value | Fraction:
    """*value* itself, a number as a fraction."""
    return Fraction(value) if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else value


def number_of(expr: Expr, dtype: Any, spec: FactSpec | None) -> Number:  # noqa: ANN401  # narwhals' types
    """A column of whole numbers or decimals as numerators over a fixed unit, within the limits of *spec*."""
    unit = 1
    if dtype == nw.Decimal:
        unit = 10 ** (dtype.scale or 0)
        expr = (expr * unit).cast(nw.Int64)
    elif dtype != nw.Int64:
        expr = expr.cast(nw.Int64)
    low = -LIMIT if spec is None or spec.minimum is None else -int(-Fraction(spec.minimum) * unit // 1)
    high = LIMIT if spec is None or spec.maximum is None else int(Fraction(spec.maximum) * unit // 1)
    return Number(expr, unit, low, high)
