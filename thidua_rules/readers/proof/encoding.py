"""
Criteria as formulas: one explicit table of kinds. A kind that it does not know is named, and nothing is dropped.

Each writer states the same verdict as the criterion's own ``verdict``; a property test holds the two together.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from math import ceil, floor
from typing import Any as Anything
from typing import Final, Self

import attrs
import z3

from thidua_rules.awards import Award
from thidua_rules.criteria import awards, comparisons, histories, logic, members, records
from thidua_rules.criteria.base import Constant, Criterion, Operand
from thidua_rules.criteria.comparisons import Op
from thidua_rules.facts import SubjectKind
from thidua_rules.periods import Period, full_months
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.facts import FIRST_DAY, LAST_DAY
from thidua_rules.readers.proof import logic as truths
from thidua_rules.readers.proof.histories import consecutive_years
from thidua_rules.readers.proof.logic import (
    FALSE,
    TRUE,
    UNKNOWN,
    Formula,
    Truth,
    chosen,
    conjunction,
    disjunction,
    every,
    known,
    negation,
    opposite,
    settled,
    some,
    total,
    within_bounds,
)
from thidua_rules.readers.proof.operands import (
    Parameters,
    Side,
    compared,
    numeric,
    of_cell,
    of_operand,
    of_parameter,
)
from thidua_rules.readers.proof.persons import DAY, DECISIONS, FLAG, NUMBER, TEXT, Person, Row, Space, ordinal
from thidua_rules.readers.proof.reasons import OpaqueError, Reason
from thidua_rules.readers.proof.scores import ScoreBounds, score_bounds
from thidua_rules.readers.proof.world import worked_out
from thidua_rules.scales import Scale
from thidua_rules.scales import criteria as scored
from thidua_rules.values import Value
from thidua_rules.verdicts import Verdict

_GIVEN: Final = DECISIONS.index("hieu_luc")
_CANCELLED: Final = DECISIONS.index("huy_bo")


@attrs.frozen(eq=False)
class Visit:
    """
    One criterion that was encoded, of one subject.

    Args:
        criterion: The criterion.

        person: The subject that it was asked of.

        truth: Its verdict.
    """

    criterion: Criterion
    person: Person
    truth: Truth


class Encoder:
    """
    Criteria about the subjects of one space, under the rules of one policy.

    Args:
        space: Where the subjects live.

        period: The period under review.

        parameters: The named numbers in force.

        scales: The scales, by id.

        awards: The awards that may be worked out from their own conditions; what any other gives is left open.
    """

    def __init__(
        self,
        space: Space,
        period: Period,
        parameters: Parameters,
        scales: Mapping[str, Scale],
        awards: Mapping[str, Award],
    ) -> None:
        self.space = space
        self.period = period
        self.parameters = parameters
        self.scales = scales
        self.awards = awards
        self.visits: list[Visit] = []
        self._done: dict[tuple[int, int], Visit] = {}
        self._open: list[str] = []
        self._scores: dict[tuple[str, int], ScoreBounds] = {}

    @classmethod
    def of(cls, policy: Policy, on: dt.date, space: Space, *, any_setting: bool = False) -> Self:
        """
        The rules of *policy* on a day; the year under review is its year.

        Args:
            policy: The policy.

            on: The day.

            space: Where the subjects live.

            any_setting: Whether the parameters range over everything that a lower layer may set.
        """
        values: dict[str, Value | Side] = dict(policy.parameters_on(on))
        if any_setting:
            specs = policy.parameters
            values = {
                name: of_parameter(specs[name], value, space)
                for name, value in policy.parameters_on(on).items()
            }
        return cls(space, Period.year(on.year), values, policy.scales, policy.awards)

    def truth(self, criterion: Criterion, person: Person) -> Truth:
        """
        The verdict of *criterion* on *person*.

        Raises:
            OpaqueError: It, or a part of it, cannot be encoded.
        """
        key = (id(criterion), id(person))
        if key not in self._done:
            writer = WRITERS.get(type(criterion))
            if writer is None:
                raise OpaqueError("kind", criterion.kind)
            visit = Visit(criterion, person, writer(self, criterion, person))
            self._done[key] = visit
            self.visits.append(visit)
        return self._done[key].truth

    def each(self, criteria: Iterable[Criterion], person: Person) -> list[Truth]:
        """The verdicts of several criteria."""
        return [self.truth(one, person) for one in criteria]

    def side(self, operand: Operand, person: Person) -> Side:
        """One side of a comparison."""
        return of_operand(operand, person, self.parameters)

    def eligible(self, award: Award, person: Person) -> Truth:
        """The award's scope and its conditions on a subject whose kind is known."""
        kind = person.kind
        if kind is None or kind not in award.recipients:
            return settled(Verdict.UNMET)
        parts = () if award.scope is None else (award.scope,)
        return conjunction(self.each((*parts, *award.condition(kind).criteria), person))

    def reasons(self, award: Award, person: Person) -> tuple[Reason, ...]:
        """Why the award cannot be encoded: every reason, each once; none where it can."""
        found: dict[Reason, None] = {}
        parts = () if award.scope is None else (award.scope,)
        kind = person.kind
        for one in (*parts, *(award.condition(kind).criteria if kind else ())):
            self._reasons(one, person, found)
        return tuple(found)

    def _reasons(self, criterion: Criterion, person: Person, found: dict[Reason, None]) -> None:
        """The reasons of *criterion*, from its parts where those are about the same subject."""
        try:
            self.truth(criterion, person)
        except OpaqueError as error:
            if isinstance(criterion, _SAME_SUBJECT):
                for part in criterion.parts():
                    self._reasons(part, person, found)
            found[error.reason] = None

    def earned(self, award_id: str, person: Person) -> Truth:
        """By a decision; else as worked out, where no quota stands between the conditions and the award."""
        decision = person.decision(award_id)
        none = decision == 0
        found = self._worked_out(award_id, person)
        return Truth(
            some((decision == _GIVEN, every((none, found.met)))),
            some((decision > _GIVEN, every((none, found.unmet)))),
            every((none, found.clash)),
        )

    def _worked_out(self, award_id: str, person: Person) -> Truth:
        if not worked_out(self.awards, award_id, person.kind):
            return person_free(person, award_id)
        if award_id in self._open:
            raise OpaqueError("circle", award_id)
        award = self.awards[award_id]
        self._open.append(award_id)
        try:
            eligible = self.eligible(award, person)
            held = self._held(award, person)
        finally:
            self._open.pop()
        met = every((eligible.met, held.unmet))
        return Truth(met, eligible.unmet, some((eligible.clash, held.clash)))

    def _held(self, award: Award, person: Person) -> Truth:
        kind = person.kind
        return UNKNOWN if kind is None else disjunction(self.each(award.hold(kind).criteria, person))

    def score(self, scale_id: str, person: Person) -> ScoreBounds:
        """
        The score under a scale.

        Raises:
            OpaqueError: The scale cannot be encoded.
        """
        key = (scale_id, id(person))
        if key not in self._scores:
            scale = self.scales.get(scale_id)
            if scale is None:
                raise OpaqueError("scale", scale_id)
            self._scores[key] = score_bounds(scale, person, self.truth)
        return self._scores[key]


def person_free(person: Person, award_id: str) -> Truth:
    """An award that nothing here settles: it may be earned, not, or open."""
    holder = person
    while holder.base is not None:
        holder = holder.base
    name = f"?{award_id}"
    if name not in holder.decisions:
        holder.decisions[name] = holder.space.whole(f"{holder.id}.earned.{award_id}", 0, 2)
    code = holder.decisions[name]
    return Truth(code == 1, code == 2)  # noqa: PLR2004


def _settled(encoder: Encoder, one: logic.Settled, person: Person) -> Truth:
    del encoder, person
    return settled(one.answer)


def _all(encoder: Encoder, one: logic.All, person: Person) -> Truth:
    return conjunction(encoder.each(one.criteria, person))


def _any(encoder: Encoder, one: logic.Any, person: Person) -> Truth:
    return disjunction(encoder.each(one.criteria, person))


def _not(encoder: Encoder, one: logic.Not, person: Person) -> Truth:
    return negation(encoder.truth(one.criterion, person))


def _at_least_of(encoder: Encoder, one: logic.AtLeastOf, person: Person) -> Truth:
    return truths.at_least(one.minimum, encoder.each(one.criteria, person))


def _clause(encoder: Encoder, one: logic.Clause, person: Person) -> Truth:
    return encoder.truth(one.criterion, person)


def _unless(encoder: Encoder, one: logic.Unless, person: Person) -> Truth:
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


def _compare(encoder: Encoder, one: comparisons.Compare, person: Person) -> Truth:
    return compared(of_cell(person.fact(one.fact)), one.op, encoder.side(one.value, person), one.fact)


def _between(encoder: Encoder, one: comparisons.Between, person: Person) -> Truth:
    """Both ends asked of a value that is known; one end that fails settles it though the other is missing."""
    value = of_cell(person.fact(one.fact))
    low = Op.AT_LEAST if one.low_included else Op.ABOVE
    high = Op.AT_MOST if one.high_included else Op.BELOW
    ends = ((low, encoder.side(one.low, person)), (high, encoder.side(one.high, person)))
    return conjunction([compared(value, op, end, one.fact) for op, end in ends])


def _one_of(encoder: Encoder, one: comparisons.OneOf, person: Person) -> Truth:
    side = of_cell(person.fact(one.fact))
    if side.family != TEXT:
        raise OpaqueError("families", one.fact)
    texts = encoder.space.texts
    return known(side.known, some(side.value == texts.code(value) for value in one.values))


def _is(encoder: Encoder, one: comparisons.Is, person: Person) -> Truth:
    del encoder
    side = of_cell(person.fact(one.fact))
    if side.family != FLAG:
        raise OpaqueError("families", one.fact)
    return known(side.known, side.value if one.wanted else opposite(side.value))


def _months_since(encoder: Encoder, one: comparisons.MonthsSince, person: Person) -> Truth:
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


def _row_test(encoder: Encoder, test: records.RowTest, row: Row, person: Person) -> Truth:
    cell = row.cell(test.field)
    if cell.spec.may_be_unassigned:
        raise OpaqueError("marker", f"{row.spec.id}.{test.field}")
    side = of_cell(cell)
    what = f"{row.spec.id}.{test.field}"
    if isinstance(test, records.Where):
        return compared(side, test.op, encoder.side(test.value, person), what)
    if isinstance(test, records.WhereIn):
        values = [encoder.side(Constant(value), person) for value in test.values]
        if any(value.family != side.family for value in values):
            raise OpaqueError("families", what)
        return known(side.known, some(side.value == value.value for value in values))
    return known(side.known, _in_years(encoder, side, test.years_before, what))


def _in_years(encoder: Encoder, side: Side, before: int, what: str) -> Formula:
    period = encoder.period
    first = period.start.year - before
    if side.family == DAY:
        return every((side.value >= ordinal(dt.date(first, 1, 1)), side.value <= ordinal(period.end)))
    if side.family == NUMBER:
        return every((side.value >= first, side.value <= period.end.year))
    raise OpaqueError("families", what)


def _counted(
    encoder: Encoder, name: str, where: tuple[records.RowTest, ...], person: Person
) -> tuple[Formula, Formula, Formula]:
    """Whether the list is known; how many rows surely count; how many may."""
    rows = person.records(name)
    tests = [conjunction([_row_test(encoder, test, row, person) for test in where]) for row in rows.rows]
    pairs = list(zip(rows.rows, tests, strict=True))
    sure = total(z3.If(every((row.present, test.met)), 1, 0) for row, test in pairs)
    may = total(z3.If(every((row.present, opposite(test.unmet))), 1, 0) for row, test in pairs)
    return rows.known, sure, may


def _guarded(condition: Formula, truth: Truth) -> Truth:
    return Truth(every((condition, truth.met)), every((condition, truth.unmet)), truth.clash)


def _exists(encoder: Encoder, one: records.Exists, person: Person) -> Truth:
    given, sure, may = _counted(encoder, one.records, one.where, person)
    return _guarded(given, within_bounds(sure, may, Op.AT_LEAST, z3.IntVal(1)))


def _none_of(encoder: Encoder, one: records.NoneOf, person: Person) -> Truth:
    given, sure, may = _counted(encoder, one.records, one.where, person)
    return _guarded(given, within_bounds(sure, may, Op.AT_MOST, z3.IntVal(0)))


def _count(encoder: Encoder, one: records.Count, person: Person) -> Truth:
    given, sure, may = _counted(encoder, one.records, one.where, person)
    wanted = numeric(encoder.side(one.value, person), one.records)
    return _guarded(every((given, wanted.known)), within_bounds(sure, may, one.op, wanted.value))


def _registered(encoder: Encoder, one: awards.Registered, person: Person) -> Truth:
    rows = person.records(one.records)
    texts = encoder.space.texts
    found = []
    for row in rows.rows:
        award, day, accepted = (of_cell(row.cell(name)) for name in ("danh_hieu", "ngay", "chap_nhan"))
        if (award.family, day.family, accepted.family) != (TEXT, DAY, FLAG):
            raise OpaqueError("families", one.records)
        asked = known(award.known, some(award.value == texts.code(name) for name in one.awards))
        in_year = known(day.known, _in_years(encoder, day, 0, one.records))
        there = Truth(row.present, opposite(row.present))
        found.append(conjunction([there, asked, in_year, known(accepted.known, accepted.value)]))
    return _guarded(rows.known, disjunction(found))


def _earned(encoder: Encoder, one: awards.Earned, person: Person) -> Truth:
    return encoder.earned(one.award, person)


def _not_cancelled(encoder: Encoder, one: awards.NotCancelled, person: Person) -> Truth:
    del encoder
    return known(TRUE, person.decision(one.award) != _CANCELLED)


def _member_of(encoder: Encoder, one: awards.MemberOf, person: Person) -> Truth:
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


def _of_unit(encoder: Encoder, one: awards.OfUnit, person: Person) -> Truth:
    unit = person.unit
    inner = encoder.truth(one.criterion, unit.person)
    found = _guarded(unit.given, inner)
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


def _tally(encoder: Encoder, one: members._Members, person: Person) -> tuple[_Tally, Formula, Formula]:
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


def _member_count(encoder: Encoder, one: members.MemberCount, person: Person) -> Truth:
    tally, someone, clash = _tally(encoder, one, person)
    wanted = numeric(encoder.side(one.value, person), one.kind)
    low, high = tally.count(_is_met, _is_met), tally.count(_may_be, _may_be)
    found = within_bounds(low, high, one.op, wanted.value)
    return attrs.evolve(_guarded(every((someone, wanted.known)), found), clash=clash)


def _member_share(encoder: Encoder, one: members.MemberShare, person: Person) -> Truth:
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
    return attrs.evolve(_guarded(every((someone, inside > 0)), found), clash=clash)


def _share_bounds(
    low: tuple[Formula, Formula], high: tuple[Formula, Formula], op: Op, wanted: Formula
) -> Truth:
    """``within_bounds`` of two fractions: each side of it is multiplied by its own denominator."""
    below, above = low[0] - wanted * low[1], high[0] - wanted * high[1]
    return within_bounds(below, above, op, z3.IntVal(0))


def _years(encoder: Encoder, one: histories.ConsecutiveYears, person: Person) -> Truth:
    wanted = numeric(encoder.side(one.years, person), one.history)
    return consecutive_years(one, person, wanted, encoder.period.start.year)


def _score_reaches(encoder: Encoder, one: scored.ScoreReaches, person: Person) -> Truth:
    score, wanted = encoder.score(one.scale, person), numeric(encoder.side(one.value, person), one.scale)
    return _guarded(wanted.known, within_bounds(score.low, score.high, one.op, wanted.value))


def _standards_reach(encoder: Encoder, one: scored.StandardsReach, person: Person) -> Truth:
    wanted = numeric(encoder.side(one.percent, person), one.scale)
    parts = [
        within_bounds(100 * part.low, 100 * part.high, Op.AT_LEAST, wanted.value * part.maximum)
        for part in encoder.score(one.scale, person).standards
    ]
    return _guarded(wanted.known, conjunction(parts))


_SAME_SUBJECT: Final = (logic.All, logic.Any, logic.Not, logic.AtLeastOf, logic.Clause, logic.Unless)

WRITERS: Final[dict[type[Criterion], Callable[[Encoder, Anything, Person], Truth]]] = {
    logic.All: _all,
    logic.Any: _any,
    logic.AtLeastOf: _at_least_of,
    logic.Clause: _clause,
    logic.Not: _not,
    logic.Settled: _settled,
    logic.Unless: _unless,
    comparisons.Between: _between,
    comparisons.Compare: _compare,
    comparisons.Is: _is,
    comparisons.MonthsSince: _months_since,
    comparisons.OneOf: _one_of,
    records.Count: _count,
    records.Exists: _exists,
    records.NoneOf: _none_of,
    histories.ConsecutiveYears: _years,
    members.MemberCount: _member_count,
    members.MemberShare: _member_share,
    awards.Earned: _earned,
    awards.MemberOf: _member_of,
    awards.NotCancelled: _not_cancelled,
    awards.OfUnit: _of_unit,
    awards.Registered: _registered,
    scored.ScoreReaches: _score_reaches,
    scored.StandardsReach: _standards_reach,
}
