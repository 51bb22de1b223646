"""Points for reaching the mean of others."""

from __future__ import annotations

from fractions import Fraction

from thidua_rules.criteria.base import Fact
from thidua_rules.criteria.comparisons import Op
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import Number, compared, disjunction, fixed
from thidua_rules.readers.columns.points import NEVER, ZERO, Points, figure
from thidua_rules.scales import AgainstMean
from thidua_rules.values import as_fraction


def against_mean(item: AgainstMean, build: Build) -> Points:
    """Points by whether a figure reaches a mean."""
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
    names = [name for name in (item.fact, *_mean_facts(item)) if build.may_be_marked(name)]
    marks = disjunction([figure(name, build).missing for name in names])
    zero = fixed(0)
    low, high = (fixed(end).where(~marks, fixed(wide)) for end, wide in _ends(reached, below))
    low, high = given.where(known, low), given.where(known, high)
    most = as_fraction(item.maximum)
    return Points(zero.where(gone, low), zero.where(gone, high), most, gone)


def _ends(reached: Fraction, below: Fraction) -> tuple[tuple[Fraction, Fraction], tuple[Fraction, Fraction]]:
    low, high = min(reached, below), max(reached, below)
    return (low, min(low, ZERO)), (high, max(high, ZERO))


def _mean_facts(item: AgainstMean) -> list[str]:
    """The facts that the mean is made of."""
    return sorted(item.own_uses().facts - {item.fact})
