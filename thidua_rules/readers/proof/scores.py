"""
Scales as formulas: the fewest and the most points that what is missing allows, as linear arithmetic.

One explicit table of items. Left out, and named where it is met: bands, steps, samples, ledgers, what is relative to a
group, absent parts whose points go elsewhere, roundings, penalties, classes.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any as Anything
from typing import Final

import attrs
import z3

from thidua_rules.criteria.base import Criterion
from thidua_rules.facts import FactType
from thidua_rules.readers.proof.logic import (
    FALSE,
    Formula,
    Truth,
    chosen,
    every,
    least,
    most,
    number,
    opposite,
    some,
    total,
)
from thidua_rules.readers.proof.persons import Person
from thidua_rules.readers.proof.reasons import OpaqueError
from thidua_rules.readers.proof.space import NUMBER, Cell
from thidua_rules.scales import Scale
from thidua_rules.scales.base import Absence, Item
from thidua_rules.scales.groups import BestOf, Group, Guard
from thidua_rules.scales.items import AllOrNothing, Judged, Linear, PerUnit

Ask = Callable[[Criterion, Person], Truth]
"""How a criterion inside a scale is asked."""


@attrs.frozen(eq=False)
class Span:
    """
    The points of one item.

    Args:
        low: The fewest.

        high: The most.

        absent: Whether it was not assigned or does not apply.

        maximum: The stated maximum.
    """

    low: Formula
    high: Formula
    absent: Formula
    maximum: Formula


@attrs.frozen(eq=False)
class ScoreBounds:
    """A total as bounds, and the standards that it is made of."""

    low: Formula
    high: Formula
    standards: tuple[Span, ...]


def score_bounds(scale: Scale, person: Person, ask: Ask) -> ScoreBounds:
    """
    The total of *person* under *scale*.

    Raises:
        OpaqueError: The scale has an item or a rule that this reader does not know.
    """
    if scale.penalties is not None:
        raise OpaqueError("scale_penalties", scale.id)
    if scale.rounding is not None:
        raise OpaqueError("scale_rounding", scale.id)
    spans = [_span(group, person, ask) for group in scale.groups]
    low, high = (
        most(total(ends), z3.IntVal(0)) for ends in zip(*((s.low, s.high) for s in spans), strict=True)
    )
    inside = scale.standards
    standards = tuple(span for group, span in zip(scale.groups, spans, strict=True) if group in inside)
    return ScoreBounds(low, high, standards)


def _span(item: Item, person: Person, ask: Ask) -> Span:
    writer = ITEMS.get(type(item))
    if writer is None:
        raise OpaqueError("item", item.kind)
    return writer(item, person, ask)


def _figure(item: Item, fact: str, person: Person) -> Cell:
    cell = person.fact(fact)
    if cell.family != NUMBER:
        raise OpaqueError("families", fact)
    if item.ceiling is None:
        raise OpaqueError("item", item.kind)
    return cell


def _of_figure(item: Item, cell: Cell, points: Formula) -> Span:
    """The points where the figure is known, none where it is marked, and anything that the rule allows elsewhere."""
    ceiling = item.maximum if item.ceiling is None else item.ceiling
    gone = every((cell.known, cell.marked))
    low = chosen(cell.usable, points, chosen(gone, z3.IntVal(0), number(item.floor)))
    high = chosen(cell.usable, points, chosen(gone, z3.IntVal(0), number(ceiling)))
    return Span(low, high, gone, number(item.maximum))


def _judged(item: Judged, person: Person, ask: Ask) -> Span:
    cell = _figure(item, item.fact, person)
    fits = [cell.value >= 0, cell.value <= number(item.maximum)]
    if item.step is not None:
        steps = person.space.whole(f"{person.id}.{item.fact}.steps")
        fits.append(cell.value == number(item.step) * steps)
    person.space.conditions.append(z3.Implies(cell.usable, every(fits)))
    span = _of_figure(item, cell, cell.value)
    for cap in sorted(item.caps, key=lambda one: one.maximum):
        holds, top = ask(cap.when, person), number(cap.maximum)
        bites = every((opposite(holds.unmet), span.high > top))
        high = z3.If(every((bites, holds.met)), top, span.high)
        span = attrs.evolve(span, low=z3.If(bites, least(span.low, top), span.low), high=high)
    return span


def _group(item: Group, person: Person, ask: Ask) -> Span:
    own = {part.absence for part in item.parts if isinstance(part, Judged)}
    if {item.absence, *own} - {Absence.ZERO, None} and _may_be_absent(item, person):
        raise OpaqueError("absence", item.id)
    spans = [_span(part, person, ask) for part in item.parts]
    low, high = total(one.low for one in spans), total(one.high for one in spans)
    gone = every([one.absent for one in spans] + [one.high == 0 for one in spans]) if spans else FALSE
    if item.capped:
        top = number(item.maximum)
        low, high = chosen(gone, low, least(low, top)), chosen(gone, high, least(high, top))
    return Span(low, high, gone, number(item.maximum))


def _may_be_absent(item: Item, person: Person) -> bool:
    specs = [person.space.spec(name) for name in item.uses().facts]
    return any(spec.may_be_unassigned for spec in specs)


def _all_or_nothing(item: AllOrNothing, person: Person, ask: Ask) -> Span:
    cells = [person.fact(name) for name in sorted(item.when.uses().facts)]
    gone = some(every((cell.known, cell.marked)) for cell in cells)
    # a fact that is missing may turn out to be marked, which leaves nothing although the condition is met
    marks = some(opposite(cell.known) for cell in cells if cell.spec.may_be_unassigned)
    holds, top = ask(item.when, person), number(item.ceiling)
    none = z3.IntVal(0)
    low = chosen(gone, none, chosen(every((holds.met, opposite(marks))), top, none))
    high = chosen(gone, none, chosen(holds.unmet, none, top))
    return Span(low, high, gone, number(item.maximum))


def _linear(item: Linear, person: Person, ask: Ask) -> Span:
    del ask
    if item.rounding is not None:
        raise OpaqueError("item_rounding", item.id)
    cell = _figure(item, item.fact, person)
    share = least(most(cell.value, z3.IntVal(0)), number(item.full_at))
    rate = z3.RealVal(str(Fraction(item.maximum) / Fraction(item.full_at)))
    return _of_figure(item, cell, share * rate)


def _per_unit(item: PerUnit, person: Person, ask: Ask) -> Span:
    del ask
    cell = _figure(item, item.fact, person)
    fits = [cell.value >= 0]
    if cell.spec.type is FactType.DECIMAL:
        fits.append(z3.IsInt(cell.value))
    person.space.conditions.append(z3.Implies(cell.usable, every(fits)))
    return _of_figure(item, cell, least(cell.value * number(item.points_per_unit), number(item.maximum)))


def _guard(item: Guard, person: Person, ask: Ask) -> Span:
    inner, needs, none = _span(item.item, person, ask), ask(item.needs, person), z3.IntVal(0)
    as_is = some((needs.met, inner.absent))
    low = chosen(as_is, inner.low, chosen(needs.unmet, none, least(inner.low, none)))
    high = chosen(as_is, inner.high, chosen(needs.unmet, none, most(inner.high, none)))
    return Span(low, high, inner.absent, number(item.maximum))


def _best_of(item: BestOf, person: Person, ask: Ask) -> Span:
    spans = [_span(part, person, ask) for part in item.parts]
    if not spans:
        raise OpaqueError("item", item.kind)
    low, high = spans[0].low, spans[0].high
    for one in spans[1:]:
        low, high = most(low, one.low), most(high, one.high)
    return Span(low, high, every(one.absent for one in spans), number(item.maximum))


ITEMS: Final[dict[type[Item], Callable[[Anything, Person, Ask], Span]]] = {
    AllOrNothing: _all_or_nothing,
    BestOf: _best_of,
    Group: _group,
    Guard: _guard,
    Judged: _judged,
    Linear: _linear,
    PerUnit: _per_unit,
}
