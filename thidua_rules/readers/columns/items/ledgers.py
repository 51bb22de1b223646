"""Ledgers: points moved by counts of events."""

from __future__ import annotations

from fractions import Fraction

from thidua_rules.criteria.comparisons import Op
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import (
    Number,
    compared,
    conjunction,
    fixed,
    largest,
    possibly,
    summed,
    surely,
)
from thidua_rules.readers.columns.points import NEVER, ZERO, Points, figure, inside, let, refuse, turning
from thidua_rules.scales import Ledger
from thidua_rules.scales.ledgers import MOST_EVENTS, Entry, _rivals
from thidua_rules.values import as_fraction


def _moved(entry: Entry, build: Build) -> tuple[Number, Number]:
    """The smallest and the largest size of what *entry* moves."""
    value = figure(entry.fact, build)
    refuse(entry.fact, f"a count from 0 to {MOST_EVENTS}", value, inside(value.value, 0, MOST_EVENTS), build)
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


def ledger(item: Ledger, build: Build) -> Points:
    """Points that begin somewhere and move with what happened."""
    low, high = ledger_counted(item, build)
    facts = [entry.fact for entry in item.entries]
    absent = conjunction([build.marked(name) for name in facts]) if facts else NEVER
    may = bool(facts) and all(build.may_be_marked(name) for name in facts)
    if may:
        turns = turning(item, build)
        low, high = low.at_most(ZERO).where(turns, low), high.at_least(ZERO).where(turns, high)
    zero = fixed(0)
    return Points(zero.where(absent, low), zero.where(absent, high), as_fraction(item.maximum), absent)
