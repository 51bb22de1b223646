"""Logic and comparisons as formulas, each the same verdict as the criterion's own."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from math import ceil, floor
from typing import TYPE_CHECKING

from thidua_rules.criteria import choices, comparisons, logic, votes
from thidua_rules.criteria.base import Parameter
from thidua_rules.criteria.comparisons import Op
from thidua_rules.periods import full_months
from thidua_rules.policies.validation.facts import FIRST_DAY, LAST_DAY
from thidua_rules.readers.proof import logic as truths
from thidua_rules.readers.proof.logic import (
    FALSE,
    Formula,
    Truth,
    conjunction,
    disjunction,
    every,
    known,
    negation,
    opposite,
    settled,
    some,
)
from thidua_rules.readers.proof.operands import (
    compared,
    numeric,
    of_cell,
)
from thidua_rules.readers.proof.persons import Person
from thidua_rules.readers.proof.reasons import OpaqueError
from thidua_rules.readers.proof.space import DAY, FLAG, TEXT

if TYPE_CHECKING:
    from thidua_rules.readers.proof.encoding import Encoder


def voted_formula(encoder: Encoder, one: votes.Voted, person: Person) -> Truth:
    """What holds before the vote: a ballot is nothing that a proof ranges over, and the answer says so."""
    del person
    encoder.space.unvoted = True
    return settled(one.before)


def settled_formula(encoder: Encoder, one: logic.Settled, person: Person) -> Truth:
    """Always the same."""
    del encoder, person
    return settled(one.answer)


def all_formula(encoder: Encoder, one: logic.All, person: Person) -> Truth:
    """Kleene's and."""
    return conjunction(encoder.each(one.criteria, person))


def any_formula(encoder: Encoder, one: logic.Any, person: Person) -> Truth:
    """Kleene's or."""
    return disjunction(encoder.each(one.criteria, person))


def not_formula(encoder: Encoder, one: logic.Not, person: Person) -> Truth:
    """Kleene's not."""
    return negation(encoder.truth(one.criterion, person))


def at_least_of_formula(encoder: Encoder, one: logic.AtLeastOf, person: Person) -> Truth:
    """Enough parts are met."""
    return truths.at_least(one.minimum, encoder.each(one.criteria, person))


def clause_formula(encoder: Encoder, one: logic.Clause, person: Person) -> Truth:
    """What the provision demands."""
    return encoder.truth(one.criterion, person)


def unless_formula(encoder: Encoder, one: logic.Unless, person: Person) -> Truth:
    """
    An exception that applies replaces the rule; several must agree; one that may apply must not matter.

    The verdict is MET where everything that may be the answer is MET, and likewise UNMET.
    """
    rule = encoder.truth(one.rule, person)
    whens = encoder.each([exempt.when for exempt in one.exceptions], person)
    thens = encoder.each([exempt.then for exempt in one.exceptions], person)
    sure = some(when.met for when in whens)
    pairs = list(zip(whens, thens, strict=True))
    met = every([some((sure, rule.met)), *(some((when.unmet, then.met)) for when, then in pairs)])
    unmet = every([some((sure, rule.unmet)), *(some((when.unmet, then.unmet)) for when, then in pairs)])
    own = every(
        (
            some(every((when.met, then.met)) for when, then in pairs),
            some(every((when.met, then.unmet)) for when, then in pairs),
        )
    )
    inner = [when.clash for when in whens]
    inner += [every((opposite(when.unmet), then.clash)) for when, then in pairs]
    return Truth(met, unmet, some([own, every((opposite(sure), rule.clash)), *inner]))


def chosen_formula(encoder: Encoder, one: choices.Chosen, person: Person) -> Truth:
    """The reading that is chosen is among those named: the same for everybody, unless settings range."""
    side, texts = encoder.side(Parameter(one.parameter), person), encoder.space.texts
    if side.family != TEXT:
        raise OpaqueError("families", one.parameter)
    return known(side.known, some(side.value == texts.code(value) for value in one.values))


def compare_formula(encoder: Encoder, one: comparisons.Compare, person: Person) -> Truth:
    """The two sides compared."""
    return compared(of_cell(person.fact(one.fact)), one.op, encoder.side(one.value, person), one.fact)


def between_formula(encoder: Encoder, one: comparisons.Between, person: Person) -> Truth:
    """Both ends asked of a value that is known; one end that fails settles it though the other is missing."""
    value = of_cell(person.fact(one.fact))
    low = Op.AT_LEAST if one.low_included else Op.ABOVE
    high = Op.AT_MOST if one.high_included else Op.BELOW
    ends = ((low, encoder.side(one.low, person)), (high, encoder.side(one.high, person)))
    return conjunction([compared(value, op, end, one.fact) for op, end in ends])


def one_of_formula(encoder: Encoder, one: comparisons.OneOf, person: Person) -> Truth:
    """The value is among those named."""
    side = of_cell(person.fact(one.fact))
    if side.family != TEXT:
        raise OpaqueError("families", one.fact)
    texts = encoder.space.texts
    return known(side.known, some(side.value == texts.code(value) for value in one.values))


def is_formula(encoder: Encoder, one: comparisons.Is, person: Person) -> Truth:
    """The flag is as asked."""
    del encoder
    side = of_cell(person.fact(one.fact))
    if side.family != FLAG:
        raise OpaqueError("families", one.fact)
    return known(side.known, side.value if one.wanted else opposite(side.value))


def months_since_formula(encoder: Encoder, one: comparisons.MonthsSince, person: Person) -> Truth:
    """Whole months fall as the day grows, so each number of them is a range of days."""
    side = of_cell(person.fact(one.fact))
    wanted = numeric(encoder.side(one.months, person), one.fact)
    if side.family != DAY:
        raise OpaqueError("families", one.fact)
    if wanted.constant is None:
        raise OpaqueError("months", one.fact)
    return known(side.known, _months(side.value, one.op, wanted.constant, encoder.period.end))


def _months(day: Formula, op: Op, wanted: int | Decimal, end: dt.date) -> Formula:
    """When the months from *day* to *end* stand to *wanted* as *op* says."""

    def reach(months: int) -> Formula:
        return day <= _last_day(months, end)

    match op:
        case Op.AT_LEAST:
            return reach(ceil(wanted))
        case Op.ABOVE:
            return reach(floor(wanted) + 1)
        case Op.AT_MOST:
            return opposite(reach(floor(wanted) + 1))
        case Op.BELOW:
            return opposite(reach(ceil(wanted)))
    whole = wanted == int(wanted)
    equal = every((reach(int(wanted)), opposite(reach(int(wanted) + 1)))) if whole else FALSE
    return equal if op is Op.EQUAL else opposite(equal)


def _last_day(months: int, end: dt.date) -> int:
    """The last day from which at least *months* whole months lead to *end*, by bisection; before all where none is."""
    low, high = FIRST_DAY.toordinal() - 1, LAST_DAY.toordinal()
    while low < high:
        middle = (low + high + 1) // 2
        if full_months(dt.date.fromordinal(middle), end) >= months:
            low = middle
        else:
            high = middle - 1
    return low
