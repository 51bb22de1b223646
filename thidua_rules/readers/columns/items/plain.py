"""Items that read a fact or two: points of a judge, parts, shares of a full figure, samples."""

from __future__ import annotations

from fractions import Fraction

import attrs

from thidua_rules.criteria.base import Criterion
from thidua_rules.criteria.comparisons import Op
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import (
    Expr,
    compared,
    conjunction,
    disjunction,
    fixed,
    possibly,
    summed,
    surely,
)
from thidua_rules.readers.columns.operands import Column
from thidua_rules.readers.columns.points import (
    NEVER,
    ZERO,
    Points,
    figure,
    inside,
    lacking,
    leaf,
    refuse,
)
from thidua_rules.readers.columns.rounding import stepped
from thidua_rules.scales import AllOrNothing, Judged, Linear, Parts, PerUnit, Sample
from thidua_rules.values import Marker, as_fraction


def judged(item: Judged, build: Build) -> Points:
    """Points as they were given, under the caps that bite."""
    value = figure(item.fact, build)
    most = as_fraction(item.maximum)
    refuse(item.fact, f"points from 0 to {item.maximum}", value, inside(value.value, 0, most), build)
    if item.step is not None:
        step = as_fraction(item.step)
        rest = value.value.times(1 / step)
        whole = rest.expr % rest.unit == 0
        refuse(item.fact, f"points in steps of {item.step}", value, whole, build)
    given = value.value.at_least(ZERO).at_most(most)
    points = leaf(item, given, value)
    for cap in sorted(item.caps, key=lambda one: one.maximum):
        points = _capped(points, as_fraction(cap.maximum), cap.when, build)
    return points


def _capped(points: Points, top: Fraction, when: Criterion, build: Build) -> Points:
    (verdict,) = build.let(build.verdict(when))
    bites = possibly(verdict) & compared(points.high, Op.ABOVE, top)
    low = points.low.at_most(top).where(bites, points.low)
    high = fixed(top).where(bites & surely(verdict), points.high)
    return attrs.evolve(points, low=low, high=high)


def parts(item: Parts, build: Build) -> Points:
    """Points for each part that is done."""
    weight = as_fraction(item.weight)
    lows, highs, absent = [], [], []
    for name in item.facts:
        value = figure(name, build)
        found = build.fact(name)
        flag = isinstance(found, Column)
        if not flag:
            refuse(name, f"points from 0 to {item.weight}", value, inside(value.value, 0, weight), build)
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


def all_or_nothing(item: AllOrNothing, build: Build) -> Points:
    """All points where a criterion holds."""
    (verdict,) = build.let(build.verdict(item.when))
    facts = sorted(item.when.uses().facts)
    absent = disjunction([build.marked(name) for name in facts])
    full = fixed(as_fraction(item.ceiling))
    turns = disjunction([lacking(name, build) for name in facts])
    low = full.where(surely(verdict) & ~absent & ~turns, fixed(0))
    high = full.where(possibly(verdict) & ~absent, fixed(0))
    return Points(low, high, as_fraction(item.maximum), absent)


def linear(item: Linear, build: Build) -> Points:
    """The share of a full figure that was reached."""
    value = figure(item.fact, build)
    full, most = as_fraction(item.full_at), as_fraction(item.maximum)
    given = value.value.at_least(ZERO).at_most(full).times(most / full)
    if item.rounding is not None:
        given = stepped(given, item.rounding, as_fraction(item.step)).at_most(most)
    return leaf(item, given, value)


def per_unit(item: PerUnit, build: Build) -> Points:
    """So many points for each unit."""
    value = figure(item.fact, build)
    fine = compared(value.value, Op.AT_LEAST, ZERO) & (value.value.expr % value.value.unit == 0)
    refuse(item.fact, "a whole number from 0 on", value, fine, build)
    each, most = as_fraction(item.points_per_unit), as_fraction(item.maximum)
    counted = value.value.at_least(ZERO)
    given = (counted.at_most(most / each) if each > 0 else counted).times(each).at_most(most)
    return leaf(item, given, value)


def sample(item: Sample, build: Build) -> Points:
    """So many points for each yes of a sample."""
    yes, asked = figure(item.fact, build), figure(item.asked, build)
    fine = compared(yes.value, Op.AT_LEAST, ZERO)
    fine = fine & (~asked.known | compared(yes.value, Op.AT_MOST, asked.value))
    with build.where(~yes.marked & ~asked.marked):
        refuse(item.fact, "a number from 0 to the number asked", yes, fine, build)
    each, most = as_fraction(item.points_per_yes), as_fraction(item.maximum)
    given = yes.value.at_least(ZERO).at_most(Fraction(10**9)).times(each).at_most(most)
    right = asked.known & compared(asked.value, Op.EQUAL, Fraction(item.size))
    gone = yes.marked | asked.marked
    zero = fixed(0)
    low = given.where(yes.known & right & ~gone, zero)
    high = zero.where(gone, given.where(yes.known, fixed(most)))
    return Points(low, high, most, gone)
