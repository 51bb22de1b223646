"""Conditions that look at others as formulas: decisions, the unit, the members; and at scores."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import attrs
import z3

from thidua_rules.criteria import awards, histories, members
from thidua_rules.criteria.comparisons import Op
from thidua_rules.facts import SubjectKind
from thidua_rules.readers.proof.histories import consecutive_years
from thidua_rules.readers.proof.logic import (
    TRUE,
    Formula,
    Truth,
    chosen,
    conjunction,
    every,
    guarded,
    known,
    opposite,
    settled,
    some,
    total,
    within_bounds,
)
from thidua_rules.readers.proof.operands import (
    numeric,
)
from thidua_rules.readers.proof.persons import DECISIONS, Person
from thidua_rules.readers.proof.reasons import OpaqueError
from thidua_rules.scales import criteria as scored
from thidua_rules.verdicts import Verdict

if TYPE_CHECKING:
    from thidua_rules.readers.proof.encoding import Encoder


_CANCELLED: Final = DECISIONS.index("huy_bo")


def earned_formula(encoder: Encoder, one: awards.Earned, person: Person) -> Truth:
    """By a decision, by its own conditions, or left open."""
    return encoder.earned(one.award, person)


def not_cancelled_formula(encoder: Encoder, one: awards.NotCancelled, person: Person) -> Truth:
    """No decision that was cancelled."""
    del encoder
    return known(TRUE, person.decision(one.award) != _CANCELLED)


def member_of_formula(encoder: Encoder, one: awards.MemberOf, person: Person) -> Truth:
    """The unit's id, or that of the unit's own unit; surely outside only where the chain ends at a commune."""
    unit, texts = person.unit, encoder.space.texts
    above = every((unit.given, unit.upper_given))
    inside = some(
        every((given, some(code == texts.code(name) for name in one.groups)))
        for given, code in ((unit.given, unit.code), (above, unit.upper_code))
    )
    ends = chosen(
        above,
        unit.upper_is_commune,
        chosen(unit.given, unit.person.is_(SubjectKind.XA), person.is_(SubjectKind.XA)),
    )
    return Truth(inside, every((opposite(inside), ends)))


def of_unit_formula(encoder: Encoder, one: awards.OfUnit, person: Person) -> Truth:
    """The same asked of the unit, UNKNOWN where there is none."""
    unit = person.unit
    inner = encoder.truth(one.criterion, unit.person)
    found = guarded(unit.given, inner)
    return attrs.evolve(found, clash=every((unit.given, inner.clash)))


@attrs.frozen(eq=False)
class _Tally:
    """Members by (there and in the base, meets the condition), as counts."""

    base: tuple[Truth, ...]
    met: tuple[Truth, ...]

    def count(self, in_base: Callable[[Truth], Formula], meets: Callable[[Truth], Formula]) -> Formula:
        pairs = zip(self.base, self.met, strict=True)
        return total(z3.If(every((in_base(b), meets(m))), 1, 0) for b, m in pairs)


def _is_met(truth: Truth) -> Formula:
    return truth.met


def _may_be(truth: Truth) -> Formula:
    return opposite(truth.unmet)


def _is_open(truth: Truth) -> Formula:
    return truth.is_(Verdict.UNKNOWN)


def _may_not_be(truth: Truth) -> Formula:
    return opposite(truth.met)


def _any_way(truth: Truth) -> Formula:
    del truth
    return TRUE


def _tally(encoder: Encoder, one: members.OverMembers, person: Person) -> tuple[_Tally, Formula, Formula]:
    """The members, whether there is any, and whether asking one of them clashes."""
    base, met, clash = [], [], []
    for there, member in person.members:
        present = Truth(there, opposite(there))
        among = settled(Verdict.MET) if one.among is None else encoder.truth(one.among, member)
        met.append(encoder.truth(one.of, member))
        base.append(conjunction([present, among]))
        clash.append(every((there, some((met[-1].clash, among.clash)))))
    someone = some(there for there, _ in person.members)
    return _Tally(tuple(base), tuple(met)), someone, some(clash)


def member_count_formula(encoder: Encoder, one: members.MemberCount, person: Person) -> Truth:
    """The fewest and the most members that meet it, against the number."""
    tally, someone, clash = _tally(encoder, one, person)
    wanted = numeric(encoder.side(one.value, person), one.kind)
    low, high = tally.count(_is_met, _is_met), tally.count(_may_be, _may_be)
    found = within_bounds(low, high, one.op, wanted.value)
    return attrs.evolve(guarded(every((someone, wanted.known)), found), clash=clash)


def member_share_formula(encoder: Encoder, one: members.MemberShare, person: Person) -> Truth:
    """
    The smallest and the largest share against the fraction, by cross-multiplication.

    The number has to be the same for everybody, so that the products stay linear.
    """
    tally, someone, clash = _tally(encoder, one, person)
    wanted = numeric(encoder.side(one.value, person), one.kind)
    if wanted.constant is None:
        raise OpaqueError("share", one.kind)
    inside = tally.count(_is_met, _any_way)
    lowering, raising = tally.count(_is_open, _may_not_be), tally.count(_is_open, _may_be)
    lowest = (tally.count(_is_met, _is_met), inside + lowering)
    highest = (tally.count(_is_met, _may_be) + raising, inside + raising)
    found = _share_bounds(lowest, highest, one.op, wanted.value)
    return attrs.evolve(guarded(every((someone, inside > 0)), found), clash=clash)


def _share_bounds(
    low: tuple[Formula, Formula], high: tuple[Formula, Formula], op: Op, wanted: Formula
) -> Truth:
    """``within_bounds`` of two fractions: each side of it is multiplied by its own denominator."""
    below, above = low[0] - wanted * low[1], high[0] - wanted * high[1]
    return within_bounds(below, above, op, z3.IntVal(0))


def years_formula(encoder: Encoder, one: histories.ConsecutiveYears, person: Person) -> Truth:
    """The run of years against the number asked for."""
    wanted = numeric(encoder.side(one.years, person), one.history)
    return consecutive_years(one, person, wanted, encoder.period.start.year)


def score_reaches_formula(encoder: Encoder, one: scored.ScoreReaches, person: Person) -> Truth:
    """The total against the number, between its bounds."""
    score, wanted = encoder.score(one.scale, person), numeric(encoder.side(one.value, person), one.scale)
    return guarded(wanted.known, within_bounds(score.low, score.high, one.op, wanted.value))


def standards_reach_formula(encoder: Encoder, one: scored.StandardsReach, person: Person) -> Truth:
    """Every standard against its share, multiplied out so that nothing is divided."""
    wanted = numeric(encoder.side(one.percent, person), one.scale)
    parts = [
        within_bounds(100 * part.low, 100 * part.high, Op.AT_LEAST, wanted.value * part.maximum)
        for part in encoder.score(one.scale, person).standards
    ]
    return guarded(wanted.known, conjunction(parts))
