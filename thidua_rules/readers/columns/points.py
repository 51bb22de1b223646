"""The points of scored items as bounds for each row, and the numbers that they are made of."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import attrs
import narwhals as nw

from thidua_rules.criteria.comparisons import Op
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import (
    Expr,
    InexpressibleError,
    Number,
    compared,
    conjunction,
    disjunction,
    fixed,
)
from thidua_rules.readers.columns.operands import Column
from thidua_rules.scales import BestOf, Evidence, Group, Guard, Item, Ledger, Parts
from thidua_rules.values import as_fraction

NEVER: Final = nw.lit(value=False)
"""What no row is."""

ZERO: Final = Fraction(0)


@attrs.frozen
class Points:
    """
    The points of an item.

    Args:
        low: The fewest, never null.

        high: The most, never null.

        maximum: The stated maximum.

        absent: Where the item was not assigned or does not apply; never null.

        marks: Where facts that the item lacks may turn out to be marked, and so leave it absent; never null.

        can_be_absent: Whether either can ever be.

        leaves: The items without items below it, for classes that want no item at 0; None where rows differ in them.
    """

    low: Number
    high: Number
    maximum: Fraction
    absent: Expr = NEVER
    marks: Expr = NEVER
    can_be_absent: bool = False
    leaves: tuple[Points, ...] | None = ()


@attrs.frozen
class Figure:
    """A number that an item reads: its values with 0 for none, where it is given, marked, missing."""

    value: Number
    known: Expr
    marked: Expr

    @property
    def missing(self) -> Expr:
        """Where nothing is given."""
        return ~self.known & ~self.marked


def figure(fact: str, build: Build) -> Figure:
    """The numbers of *fact*; a flag counts as 1 or 0."""
    found = build.fact(fact)
    if isinstance(found, Column) and found.family == "a flag":
        found = Number(found.expr.cast(nw.Int64), 1, 0, 1)
    if found is None:
        return Figure(fixed(0), NEVER, build.marked(fact))
    if not isinstance(found, Number):
        raise InexpressibleError(f"the fact {fact!r} is no number")
    return Figure(found.filled(0), ~found.expr.is_null(), build.marked(fact))


def let(number: Number, build: Build) -> Number:
    """*number* as a column, worked out once."""
    return attrs.evolve(number, expr=build.let(number.expr)[0])


def points_of(item: Item, build: Build) -> Points:
    """
    The points of *item*.

    Raises:
        InexpressibleError: It, or an item below it, has no expression.
    """
    from thidua_rules.readers.columns.items import ITEMS  # noqa: PLC0415  # items are built on this module

    handler = ITEMS.get(type(item))
    if handler is None:
        raise InexpressibleError(
            f"its item {item.id!r} of kind {item.kind!r} has a denominator that depends on data"
        )
    found: Points = handler(item, build)
    if not isinstance(item, (Group, BestOf, Guard, Evidence)):
        found = attrs.evolve(found, marks=turning(item, build), can_be_absent=_may_be_marked(item, build))
    low, high = build.let(found.low.expr, found.high.expr)
    found = attrs.evolve(
        found, low=attrs.evolve(found.low, expr=low), high=attrs.evolve(found.high, expr=high)
    )
    return attrs.evolve(found, leaves=(found,)) if found.leaves == () else found


def _may_be_marked(item: Item, build: Build) -> bool:
    return any(build.may_be_marked(name) for name in item.own_uses().facts)


def lacking(fact: str, build: Build) -> Expr:
    """Where *fact* is missing and may turn out to be marked."""
    if not build.may_be_marked(fact):
        return NEVER
    unmarked = ~build.marked(fact)
    return nw.col(fact).is_null() & unmarked if build.has(fact) else unmarked


def turning(item: Item, build: Build) -> Expr:
    """Where facts that a leaf lacks may turn out to be marked, and so leave it absent."""
    facts = sorted(item.own_uses().facts)
    found = disjunction([lacking(name, build) for name in facts])
    if not isinstance(item, (Ledger, Parts)):
        return found
    return conjunction([found, *[lacking(name, build) | build.marked(name) for name in facts]])


def leaf(item: Item, given: Number, value: Figure, ends: tuple[Fraction, Fraction] | None = None) -> Points:
    """The points *given* where the figure is known, none where it is marked, *ends* where it is missing."""
    if ends is None:
        most = item.maximum if item.ceiling is None else item.ceiling
        ends = (as_fraction(item.floor), as_fraction(most))
    low = given.where(value.known, fixed(0).where(value.marked, fixed(ends[0])))
    high = given.where(value.known, fixed(0).where(value.marked, fixed(ends[1])))
    return Points(low, high, as_fraction(item.maximum), value.marked)


def refuse(fact: str, problem: str, value: Figure, fine: Expr, build: Build) -> None:
    """A row has a fault where the figure is known and not *fine*."""
    build.fault(f"facts.{fact}: expected {problem}", value.known & ~fine)


def inside(value: Number, low: Fraction | int, high: Fraction | int) -> Expr:
    """Whether *value* lies from *low* to *high*."""
    return compared(value, Op.AT_LEAST, Fraction(low)) & compared(value, Op.AT_MOST, Fraction(high))
