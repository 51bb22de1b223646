"""Scoring items as bounds of points for each row: one explicit table; what is not in it makes its scale fall back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final

import attrs
import narwhals as nw

from thidua_rules.criteria.base import Case, Criterion, Fact, World
from thidua_rules.criteria.comparisons import Op
from thidua_rules.facts import SubjectKind
from thidua_rules.readers.columns.build import Build, Column
from thidua_rules.readers.columns.expressions import (
    Expr,
    InexpressibleError,
    Number,
    compared,
    conjunction,
    disjunction,
    fixed,
    largest,
    possibly,
    summed,
    surely,
)
from thidua_rules.readers.columns.frames import ROSTER, SUBJECT
from thidua_rules.readers.columns.gathering import Table, list_known
from thidua_rules.readers.columns.related import earned_verdict
from thidua_rules.scales import (
    Absence,
    AgainstMean,
    AllOrNothing,
    AwardPoints,
    Bands,
    BestOf,
    BySize,
    Evidence,
    Group,
    Guard,
    Item,
    Judged,
    Ledger,
    Linear,
    Parts,
    PastAwards,
    PerUnit,
    Sample,
    Steps,
)
from thidua_rules.scales.ledgers import MOST_EVENTS, Entry, _rivals
from thidua_rules.subjects import Roster, Subject
from thidua_rules.values import FrozenMap, Marker, Rounding, as_fraction, tidy

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
    handler = ITEMS.get(type(item))
    if handler is None:
        raise InexpressibleError(
            f"its item {item.id!r} of kind {item.kind!r} has a denominator that depends on data"
        )
    found: Points = handler(item, build)
    if not isinstance(item, (Group, BestOf, Guard, Evidence)):
        found = attrs.evolve(found, marks=_marks(item, build), can_be_absent=_may_be_marked(item, build))
    low, high = build.let(found.low.expr, found.high.expr)
    found = attrs.evolve(
        found, low=attrs.evolve(found.low, expr=low), high=attrs.evolve(found.high, expr=high)
    )
    return attrs.evolve(found, leaves=(found,)) if found.leaves == () else found


def _may_be_marked(item: Item, build: Build) -> bool:
    return any(build.may_be_marked(name) for name in item.own_uses().facts)


def _lacking(fact: str, build: Build) -> Expr:
    """Where *fact* is missing and may turn out to be marked."""
    if not build.may_be_marked(fact):
        return NEVER
    unmarked = ~build.marked(fact)
    return nw.col(fact).is_null() & unmarked if build.has(fact) else unmarked


def _marks(item: Item, build: Build) -> Expr:
    """Where facts that a leaf lacks may turn out to be marked, and so leave it absent."""
    facts = sorted(item.own_uses().facts)
    found = disjunction([_lacking(name, build) for name in facts])
    if not isinstance(item, (Ledger, Parts)):
        return found
    return conjunction([found, *[_lacking(name, build) | build.marked(name) for name in facts]])


def _leaf(item: Item, given: Number, value: Figure, ends: tuple[Fraction, Fraction] | None = None) -> Points:
    """The points *given* where the figure is known, none where it is marked, *ends* where it is missing."""
    if ends is None:
        most = item.maximum if item.ceiling is None else item.ceiling
        ends = (as_fraction(item.floor), as_fraction(most))
    low = given.where(value.known, fixed(0).where(value.marked, fixed(ends[0])))
    high = given.where(value.known, fixed(0).where(value.marked, fixed(ends[1])))
    return Points(low, high, as_fraction(item.maximum), value.marked)


def _wrong(fact: str, problem: str, value: Figure, fine: Expr, build: Build) -> None:
    build.fault(f"facts.{fact}: expected {problem}", value.known & ~fine)


def _inside(value: Number, low: Fraction | int, high: Fraction | int) -> Expr:
    return compared(value, Op.AT_LEAST, Fraction(low)) & compared(value, Op.AT_MOST, Fraction(high))


def _judged(item: Judged, build: Build) -> Points:
    value = figure(item.fact, build)
    most = as_fraction(item.maximum)
    _wrong(item.fact, f"points from 0 to {item.maximum}", value, _inside(value.value, 0, most), build)
    if item.step is not None:
        step = as_fraction(item.step)
        rest = value.value.times(1 / step)
        whole = rest.expr % rest.unit == 0
        _wrong(item.fact, f"points in steps of {item.step}", value, whole, build)
    given = value.value.at_least(ZERO).at_most(most)
    points = _leaf(item, given, value)
    for cap in sorted(item.caps, key=lambda one: one.maximum):
        points = _capped(points, as_fraction(cap.maximum), cap.when, build)
    return points


def _capped(points: Points, top: Fraction, when: Criterion, build: Build) -> Points:
    (verdict,) = build.let(build.verdict(when))
    bites = possibly(verdict) & compared(points.high, Op.ABOVE, top)
    low = points.low.at_most(top).where(bites, points.low)
    high = fixed(top).where(bites & surely(verdict), points.high)
    return attrs.evolve(points, low=low, high=high)


def _parts(item: Parts, build: Build) -> Points:
    weight = as_fraction(item.weight)
    lows, highs, absent = [], [], []
    for name in item.facts:
        value = figure(name, build)
        found = build.fact(name)
        flag = isinstance(found, Column)
        if not flag:
            _wrong(name, f"points from 0 to {item.weight}", value, _inside(value.value, 0, weight), build)
        given = value.value.times(weight) if flag else value.value.at_least(ZERO).at_most(weight)
        full = _in_full(item, name, build)
        lows.append(given.where(value.known, fixed(weight).where(full, fixed(0))))
        highs.append(given.where(value.known, fixed(weight).where(full | value.missing, fixed(0))))
        absent.append(value.marked & ~full)
    gone = conjunction(absent) if absent else NEVER
    low, high = summed(lows), summed(highs)
    zero = fixed(0)
    return Points(zero.where(gone, low), zero.where(gone, high), as_fraction(item.maximum), gone)


def _in_full(item: Parts, name: str, build: Build) -> Expr:
    marker = build.marker(name)
    if marker is None or name not in item.full_when_not_applicable:
        return NEVER
    return surely(marker == Marker.NOT_APPLICABLE.value)


def _all_or_nothing(item: AllOrNothing, build: Build) -> Points:
    (verdict,) = build.let(build.verdict(item.when))
    facts = sorted(item.when.uses().facts)
    absent = disjunction([build.marked(name) for name in facts])
    full = fixed(as_fraction(item.ceiling))
    turns = disjunction([_lacking(name, build) for name in facts])
    low = full.where(surely(verdict) & ~absent & ~turns, fixed(0))
    high = full.where(possibly(verdict) & ~absent, fixed(0))
    return Points(low, high, as_fraction(item.maximum), absent)


def _linear(item: Linear, build: Build) -> Points:
    value = figure(item.fact, build)
    full, most = as_fraction(item.full_at), as_fraction(item.maximum)
    given = value.value.at_least(ZERO).at_most(full).times(most / full)
    if item.rounding is not None:
        given = stepped(given, item.rounding, as_fraction(item.step)).at_most(most)
    return _leaf(item, given, value)


def _per_unit(item: PerUnit, build: Build) -> Points:
    value = figure(item.fact, build)
    fine = compared(value.value, Op.AT_LEAST, ZERO) & (value.value.expr % value.value.unit == 0)
    _wrong(item.fact, "a whole number from 0 on", value, fine, build)
    each, most = as_fraction(item.points_per_unit), as_fraction(item.maximum)
    counted = value.value.at_least(ZERO)
    given = (counted.at_most(most / each) if each > 0 else counted).times(each).at_most(most)
    return _leaf(item, given, value)


def _steps(item: Steps, build: Build) -> Points:
    value = figure(item.fact, build)
    start, step, each = as_fraction(item.start), as_fraction(item.step), as_fraction(item.points_per_step)
    most = as_fraction(item.maximum)
    counted = value.value
    if each > 0:
        counted = counted.at_most(max(start + step * (most / each + 2), start))
    beyond = counted.minus(fixed(start)).at_least(ZERO)
    steps = beyond.floored(step)
    if item.start_included:
        steps = steps.plus(fixed(1)).where(compared(value.value, Op.AT_LEAST, start), steps)
    return _leaf(item, steps.times(each).at_most(most), value)


def _sample(item: Sample, build: Build) -> Points:
    yes, asked = figure(item.fact, build), figure(item.asked, build)
    fine = compared(yes.value, Op.AT_LEAST, ZERO)
    fine = fine & (~asked.known | compared(yes.value, Op.AT_MOST, asked.value))
    with build.where(~yes.marked & ~asked.marked):
        _wrong(item.fact, "a number from 0 to the number asked", yes, fine, build)
    each, most = as_fraction(item.points_per_yes), as_fraction(item.maximum)
    given = yes.value.at_least(ZERO).at_most(Fraction(10**9)).times(each).at_most(most)
    right = asked.known & compared(asked.value, Op.EQUAL, Fraction(item.size))
    gone = yes.marked | asked.marked
    zero = fixed(0)
    low = given.where(yes.known & right & ~gone, zero)
    high = zero.where(gone, given.where(yes.known, fixed(most)))
    return Points(low, high, most, gone)


def _bands(item: Bands, build: Build) -> Points:
    value = figure(item.fact, build)
    low, high = _by_region(item, value.value)
    ends = (as_fraction(item.floor), as_fraction(item.ceiling))
    points = _leaf(item, low, value, ends)
    points = attrs.evolve(points, high=_leaf(item, high, value, ends).high)
    if item.zero_when is None:
        return points
    (verdict,) = build.let(build.verdict(item.zero_when))
    zero = fixed(0)
    nothing = surely(verdict) & ~points.absent
    some = possibly(verdict) & ~points.absent & compared(points.high, Op.DIFFERENT, ZERO)
    return attrs.evolve(
        points,
        low=zero.where(nothing | some, points.low),
        high=zero.where(nothing, points.high),
    )


def _by_region(item: Bands, value: Number) -> tuple[Number, Number]:
    """
    The points by where the figure lies: at a start or an end of a band, or between two.

    The item itself is asked once for each of these places, so both paths read its bands alike.
    """
    bare = attrs.evolve(item, zero_when=None)
    cuts = sorted({as_fraction(one) for b in item.bands for one in (b.start, b.end) if one is not None})
    places = [cuts[0] - 1, *cuts, cuts[-1] + 1, *((a + b) / 2 for a, b in pairwise(cuts))]
    low, high = (fixed(as_fraction(end)) for end in _scored(bare, cuts[0] - 1))
    for place in sorted(places)[1:]:
        reached = Op.AT_LEAST if place in cuts else Op.ABOVE
        cut = max(one for one in cuts if one <= place)
        here = compared(value, reached, cut)
        first, last = _scored(bare, place)
        low = fixed(as_fraction(first)).where(here, low)
        high = fixed(as_fraction(last)).where(here, high)
    return low, high


def _scored(item: Bands, place: Fraction) -> tuple[Any, Any]:
    number = tidy(place)
    if not isinstance(number, (int, Decimal)):
        raise InexpressibleError("a band begins at no decimal")
    subject = Subject("x", SubjectKind.XA, "x", facts=FrozenMap({item.fact: number}))
    points = item.score(Case(subject, World(Roster("x", "x", 2000, (subject,)))))
    return points.low, points.high


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


def _group(item: Group, build: Build) -> Points:
    plain = [points_of(part, build) for part in item.parts]
    children = [_treated(item, part, one) for part, one in zip(item.parts, plain, strict=True)]
    low, high = summed(one.low for one in children), summed(one.high for one in children)
    absent = NEVER
    if children:
        absent = conjunction([one.absent & compared(one.high, Op.EQUAL, ZERO) for one in children])
    if item.capped:
        most = as_fraction(item.maximum)
        low = low.where(absent, low.at_most(most))
        high = high.where(absent, high.at_most(most))
    leaves: tuple[Points, ...] | None = ()
    if children:
        nested = [one.leaves for one in children]
        leaves = None if None in nested else tuple(leaf for one in nested for leaf in one or ())
    may = any(one.can_be_absent for one in children)
    return Points(low, high, as_fraction(item.maximum), absent, _together(plain), may, leaves)


def _together(parts: Sequence[Points]) -> Expr:
    """Where parts may turn out to be absent, and all the others are or may."""
    some = disjunction([one.marks for one in parts])
    return conjunction([some, *[one.marks | one.absent for one in parts]])


def _treated(group: Group, part: Item, points: Points) -> Points:
    """The points of *part*, absent ones treated as its group says."""
    own = part.absence if isinstance(part, Judged) and part.absence is not None else group.absence
    if own is Absence.ZERO or not points.can_be_absent:
        return points
    if own is not Absence.FULL:
        raise InexpressibleError(f"its group {group.id!r} is {own.value} over what was assigned")
    most = fixed(as_fraction(part.maximum))
    turns = points.marks & ~points.absent
    low = most.where(points.absent, points.low.at_most(most).where(turns, points.low))
    high = most.where(points.absent, points.high.at_least(most).where(turns, points.high))
    found = attrs.evolve(points, low=low, high=high)
    return (
        attrs.evolve(found, leaves=(found,))
        if points.leaves is not None and len(points.leaves) == 1
        else found
    )


def _wrapped(item: Guard | Evidence, points: Points, low: Number, high: Number, **more: Any) -> Points:  # noqa: ANN401
    """What a guard or evidence makes of the points of its item."""
    childless = not item.item.items()
    leaves: tuple[Points, ...] | None = () if childless else None
    return attrs.evolve(points, low=low, high=high, maximum=as_fraction(item.maximum), leaves=leaves, **more)


def _guard(item: Guard, build: Build) -> Points:
    points = points_of(item.item, build)
    (verdict,) = build.let(build.verdict(item.needs))
    zero = fixed(0)
    kept = surely(verdict) | points.absent
    out = ~possibly(verdict) & ~points.absent
    low = zero.where(out, points.low.where(kept, points.low.at_most(ZERO)))
    high = zero.where(out, points.high.where(kept, points.high.at_least(ZERO)))
    return _wrapped(item, points, low, high)


def _evidence(item: Evidence, build: Build) -> Points:
    points = points_of(item.item, build)
    filed = surely(build.flag(item.fact)) | points.absent
    zero = fixed(0)
    low, high = points.low.where(filed, zero), points.high.where(filed, zero)
    absent = points.absent | build.marked(item.fact)
    may = points.can_be_absent or build.may_be_marked(item.fact)
    marks = points.marks | _lacking(item.fact, build)
    return _wrapped(item, points, low, high, absent=absent, marks=marks, can_be_absent=may)


def _best_of(item: BestOf, build: Build) -> Points:
    children = [points_of(part, build) for part in item.parts]
    absent = conjunction([one.absent for one in children]) if children else NEVER
    low, high = largest([one.low for one in children]), largest([one.high for one in children])
    nested = [one.leaves for one in children]
    leaves = None if None in nested else tuple(leaf for one in nested for leaf in one or ())
    may = any(one.can_be_absent for one in children)
    return Points(low, high, as_fraction(item.maximum), absent, _together(children), may, leaves)


def _moved(entry: Entry, build: Build) -> tuple[Number, Number]:
    """The smallest and the largest size of what *entry* moves."""
    value = figure(entry.fact, build)
    _wrong(entry.fact, f"a count from 0 to {MOST_EVENTS}", value, _inside(value.value, 0, MOST_EVENTS), build)
    spec = build.spec(entry.fact)
    most = MOST_EVENTS if spec is None or spec.maximum is None else min(spec.maximum, MOST_EVENTS)
    count = value.value.at_least(ZERO).at_most(Fraction(MOST_EVENTS))
    high = count.where(~value.missing, fixed(as_fraction(most)))
    return let(_sized(entry, count), build), let(_sized(entry, high), build)


def _sized(entry: Entry, count: Number) -> Number:
    if entry.per == "once":
        count = count.at_most(Fraction(1))
    moved = count.times(abs(as_fraction(entry.effect)))
    return moved if entry.limit is None else moved.at_most(as_fraction(entry.limit))


def ledger_counted(item: Ledger, build: Build) -> tuple[Number, Number]:
    """The points by the counts alone."""
    moved = {entry.id: _moved(entry, build) for entry in item.entries}
    taken = [moved[one.id] for one in item.entries if one.effect < 0]
    raw = summed(low for low, _ in taken), summed(high for _, high in taken)
    zero = fixed(0)
    sure = may = NEVER
    if item.waived_when is not None:
        (verdict,) = build.let(build.verdict(item.waived_when))
        sure, may = surely(verdict), possibly(verdict)
    least, most = let(zero.where(may, raw[0]), build), let(zero.where(sure, raw[1]), build)
    low = _after(item, most).plus(_bonus(item, moved, most)[0])
    high = _after(item, least).plus(_bonus(item, moved, least)[1])
    return low, high


def _after(item: Ledger, deducted: Number) -> Number:
    limited = deducted if item.max_deduction is None else deducted.at_most(as_fraction(item.max_deduction))
    left = fixed(item.begin).minus(limited)
    return left.at_least(ZERO) if item.floored else left


def _bonus(item: Ledger, moved: dict[str, tuple[Number, Number]], deducted: Number) -> tuple[Number, Number]:
    gains = [one for one in item.entries if one.effect > 0]
    always = [one for one in gains if not one.requires_full_base]
    full, less = (_added(item, entries, moved) for entries in (gains, always))
    if len(always) == len(gains):
        return full
    none = compared(deducted, Op.EQUAL, ZERO)
    return full[0].where(none, less[0]), full[1].where(none, less[1])


def _added(
    item: Ledger, entries: list[Entry], moved: dict[str, tuple[Number, Number]]
) -> tuple[Number, Number]:
    groups = _rivals(entries)
    ends = [summed(largest([moved[one.id][end] for one in group]) for group in groups) for end in (0, 1)]
    if item.max_bonus is not None:
        ends = [end.at_most(as_fraction(item.max_bonus)) for end in ends]
    return ends[0], ends[1]


def _ledger(item: Ledger, build: Build) -> Points:
    low, high = ledger_counted(item, build)
    facts = [entry.fact for entry in item.entries]
    absent = conjunction([build.marked(name) for name in facts]) if facts else NEVER
    may = bool(facts) and all(build.may_be_marked(name) for name in facts)
    if may:
        turns = _marks(item, build)
        low, high = low.at_most(ZERO).where(turns, low), high.at_least(ZERO).where(turns, high)
    zero = fixed(0)
    return Points(zero.where(absent, low), zero.where(absent, high), as_fraction(item.maximum), absent)


def _by_size(item: BySize, build: Build) -> Points:
    size, share = figure(item.size_fact, build), figure(item.fact, build)
    gone = size.marked | share.marked
    with build.where(~gone):
        _wrong(item.size_fact, "a number from 0 on", size, compared(size.value, Op.AT_LEAST, ZERO), build)
    sure = may = nw.lit(value=True)
    if item.requires is not None:
        (verdict,) = build.let(build.verdict(item.requires))
        sure, may = surely(verdict), possibly(verdict)
    cells: dict[Fraction, list[Expr]] = {ZERO: [~sure | _marks(item, build)]}
    for row, here in _size_rows(item, size):
        for column, there in _share_columns(item, share):
            cell = (
                ZERO if row is None or column < 0 else as_fraction(item.classes[row].row[column]) * item.sign
            )
            cells.setdefault(cell, []).append(here & there)
    ordered = sorted(cells)
    low, high = _first(cells, ordered), _first(cells, ordered[::-1])
    zero, out = fixed(0), gone | ~may
    most = as_fraction(item.maximum)
    return Points(zero.where(out, low), zero.where(out, high), most, gone)


def _first(cells: dict[Fraction, list[Expr]], order: Sequence[Fraction]) -> Number:
    found = fixed(order[-1])
    for cell in reversed(order[:-1]):
        found = fixed(cell).where(disjunction(cells[cell]), found)
    return found


def _size_rows(item: BySize, size: Figure) -> Iterable[tuple[int | None, Expr]]:
    """Each row of the table, None for a size below them all, and where it may be the one."""
    order = sorted(range(len(item.classes)), key=lambda i: item.classes[i].start)
    starts = [as_fraction(item.classes[i].start) for i in order]
    below = size.known & compared(size.value, Op.BELOW, starts[0])
    yield None, (below if starts[0] <= 0 else below | size.missing)
    for place, index in enumerate(order):
        inside = compared(size.value, Op.AT_LEAST, starts[place])
        if place + 1 < len(order):
            inside = inside & compared(size.value, Op.BELOW, starts[place + 1])
        yield index, (size.known & inside) | size.missing


def _share_columns(item: BySize, share: Figure) -> Iterable[tuple[int, Expr]]:
    """Each column of the table, -1 for a share before them all, and where it may be the one."""
    reached = [
        compared(
            share.value,
            Op.ABOVE if index == 0 and not item.first_included else Op.AT_LEAST,
            as_fraction(start),
        )
        for index, start in enumerate(item.starts)
    ]
    for index in range(-1, len(reached)):
        later = [~one for one in reached[index + 1 :]]
        here = conjunction(later if index < 0 else [reached[index], *later])
        yield index, (share.known & here) | share.missing


def _against_mean(item: AgainstMean, build: Build) -> Points:
    value, mean = figure(item.fact, build), build.figure(item.mean)
    fact = item.mean.name if isinstance(item.mean, Fact) else None
    gone = value.marked if fact is None else value.marked | build.marked(fact)
    known = value.known
    if isinstance(mean, Number):
        known = known & ~mean.expr.is_null()
        mean = mean.filled(0)
    if mean is None:
        known, mean = NEVER, ZERO
    reached, below = as_fraction(item.reached), as_fraction(item.below)
    given = fixed(reached).where(compared(value.value, Op.AT_LEAST, mean), fixed(below))
    names = [name for name in (item.fact, *build_facts(item)) if build.may_be_marked(name)]
    marks = disjunction([figure(name, build).missing for name in names])
    zero = fixed(0)
    low, high = (fixed(end).where(~marks, fixed(wide)) for end, wide in _ends(reached, below))
    low, high = given.where(known, low), given.where(known, high)
    most = as_fraction(item.maximum)
    return Points(zero.where(gone, low), zero.where(gone, high), most, gone)


def _ends(reached: Fraction, below: Fraction) -> tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]]:
    low, high = min(reached, below), max(reached, below)
    return (low, min(low, ZERO)), (high, max(high, ZERO))


def build_facts(item: AgainstMean) -> list[str]:
    """The facts that the mean is made of."""
    return sorted(item.own_uses().facts - {item.fact})


def _award_points(item: AwardPoints, build: Build) -> Points:
    verdicts = build.let(*[earned_verdict(level.award, build) for level in item.levels])
    most = as_fraction(item.maximum)
    ends = []
    for flag in (surely, possibly):
        pairs = [(flag(v), as_fraction(lv.points)) for v, lv in zip(verdicts, item.levels, strict=True)]
        ends.append((_best(pairs) if item.best_only else _sum_of(pairs)).at_most(most))
    return Points(ends[0], ends[1], most)


def _best(pairs: list[tuple[Expr, Fraction]]) -> Number:
    found = fixed(0)
    for flag, points in sorted(pairs, key=lambda pair: pair[1]):
        found = fixed(points).where(flag, found)
    return found


def _sum_of(pairs: list[tuple[Expr, Fraction]]) -> Number:
    return summed(fixed(points).where(flag, fixed(0)) for flag, points in pairs)


def _past_awards(item: PastAwards, build: Build) -> Points:
    if any(level.points < 0 for level in item.levels):
        raise InexpressibleError("a past award takes points")
    most = as_fraction(item.ceiling)
    known = list_known(item.records, build)
    zero = fixed(0)
    low = high = zero
    if item.records in build.tables:
        low, high = _worth(item, build)
    return Points(low.where(known, zero), high.where(known, fixed(most)), as_fraction(item.maximum))


def _worth(item: PastAwards, build: Build) -> tuple[Number, Number]:
    table = Table(item.records, build)
    award, year, state = (table.column(name) for name in ("danh_hieu", "nam", "trang_thai"))
    rows = build.tables[item.records]
    if isinstance(state, Column):
        rows = rows.filter(~surely(state.expr == "huy_bo"))
    this = build.period.start.year
    dated = NEVER
    if isinstance(year, Number):
        first = Fraction(-(10**6) if item.years is None else this - item.years)
        rows = rows.filter(year.expr.is_null() | surely(_inside(year, first, this - 1)))
        dated = ~year.expr.is_null()
    best = fixed(max((as_fraction(level.points) for level in item.levels), default=ZERO))
    named: Expr = nw.lit(None, dtype=nw.String) if not isinstance(award, Column) else award.expr
    pairs = [(surely(named == level.award), as_fraction(level.points)) for level in item.levels]
    high = best.where(named.is_null(), _best(pairs))
    low = high.where(~named.is_null() & dated, fixed(0))
    names = [build.name(), build.name()]
    chosen = rows.select(ROSTER, SUBJECT, low.expr.alias(names[0]), high.expr.alias(names[1]))
    side = chosen.group_by(ROSTER, SUBJECT).agg(*[nw.col(name).max() for name in names])
    build.attach(side.rename({ROSTER: "_r", SUBJECT: "_s"}), names)
    return (
        attrs.evolve(low, expr=nw.col(names[0]).fill_null(0)),
        attrs.evolve(high, expr=nw.col(names[1]).fill_null(0)),
    )


ITEMS: Final[dict[type, Callable[[Any, Build], Points]]] = {
    AgainstMean: _against_mean,
    AllOrNothing: _all_or_nothing,
    AwardPoints: _award_points,
    Bands: _bands,
    BestOf: _best_of,
    BySize: _by_size,
    Evidence: _evidence,
    Group: _group,
    Guard: _guard,
    Judged: _judged,
    Ledger: _ledger,
    Linear: _linear,
    Parts: _parts,
    PastAwards: _past_awards,
    PerUnit: _per_unit,
    Sample: _sample,
    Steps: _steps,
}
"""How each item is expressed. Missing: ``AgainstBest``, ``PeriodAverage`` and ``Stages``, whose units depend on data."""
