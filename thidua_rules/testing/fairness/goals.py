"""
Somebody who meets a criterion, or fails it: the tree is read backwards, and facts are chosen so that it comes out so.

It is a search without a promise: two conditions on one fact may undo each other. Whoever draws asks the rules what came
of it.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Final

from thidua_rules.awards import Award
from thidua_rules.criteria import (
    All,
    Any,
    AtLeastOf,
    Between,
    Clause,
    Compare,
    ConsecutiveYears,
    Count,
    Criterion,
    Earned,
    Exists,
    Is,
    MemberCount,
    MemberOf,
    MemberShare,
    MonthsSince,
    NoneOf,
    Not,
    NotCancelled,
    OfUnit,
    OneOf,
    Registered,
    Unless,
    Voted,
)
from thidua_rules.criteria.comparisons import Op
from thidua_rules.facts import SubjectKind
from thidua_rules.scales.criteria import ClassAtLeast, ScoreReaches, StandardsReach
from thidua_rules.subjects import Ballot, DecisionState
from thidua_rules.testing.fairness.drafting import Draft, Drafting
from thidua_rules.testing.fairness.edges import is_number, months_ago, resolved
from thidua_rules.testing.fairness.reaching import Reach, holds
from thidua_rules.values import FrozenMap, Value, as_fraction

FEWEST_MEMBERS: Final = 2
MOST_MEMBERS: Final = 4


class Goals(Reach):
    """
    Reaches for verdicts in a roster in the making.

    Args:
        drafting: The roster.
    """

    def __init__(self, drafting: Drafting) -> None:
        super().__init__(drafting)
        self._wants: dict[type, Callable[[Criterion, Draft, bool], None]] = {
            All: self._all,
            Any: self._any,
            Not: lambda one, who, wanted: self.want(one.criterion, who, wanted=not wanted),  # type: ignore[attr-defined]
            Clause: lambda one, who, wanted: self.want(one.criterion, who, wanted=wanted),  # type: ignore[attr-defined]
            AtLeastOf: self._at_least,
            Unless: self._unless,
            Compare: self._compare,
            Between: self._between,
            OneOf: self._one_of,
            Is: self._is,
            MonthsSince: self._months_since,
            Exists: self._exists,
            NoneOf: lambda one, who, wanted: self._rows(one.records, one.where, who, 0 if wanted else 1),  # type: ignore[attr-defined]
            Count: self._count,
            ConsecutiveYears: self._years,
            Earned: self._earned,
            Registered: self._registered,
            MemberOf: self._member_of,
            OfUnit: self._of_unit,
            MemberShare: self._members,
            MemberCount: self._members,
            NotCancelled: self._not_cancelled,
            Voted: self._voted,
            ScoreReaches: self._score,
            StandardsReach: self._score,
            ClassAtLeast: self._score,
        }

    def award(self, award: Award, who: Draft, *, wanted: bool = True) -> None:
        """Makes *who* eligible for *award*, or fail one of its conditions."""
        conditions = [one for one in award.eligibility if one.applies(who.kind)]
        if award.scope is not None:
            self.want(award.scope, who, wanted=True)
        if wanted:
            for hold in award.holds:
                self.want(hold, who, wanted=False)
            for one in conditions:
                self.want(one, who, wanted=True)
        elif conditions:
            self.want(self._on.one(conditions), who, wanted=False)

    def want(self, one: Criterion, who: Draft, *, wanted: bool) -> None:
        """Chooses facts of *who*, and of those around it, so that *one* is met, or is not."""
        found = self._wants.get(type(one))
        if found is not None:
            found(one, who, wanted)

    def _all(self, one: Criterion, who: Draft, wanted: bool) -> None:
        parts = one.parts()
        if wanted:
            for part in parts:
                self.want(part, who, wanted=True)
        elif parts:
            self.want(self._on.one(parts), who, wanted=False)

    def _any(self, one: Criterion, who: Draft, wanted: bool) -> None:
        parts = one.parts()
        if not wanted:
            for part in parts:
                self.want(part, who, wanted=False)
        elif parts:
            self.want(self._on.one(parts), who, wanted=True)

    def _at_least(self, one: Criterion, who: Draft, wanted: bool) -> None:
        parts = list(one.parts())
        self._on.pick.shuffle(parts)
        least = getattr(one, "minimum", 0)
        for index, part in enumerate(parts):
            self.want(part, who, wanted=index < (least if wanted else least - 1))

    def _unless(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if not isinstance(one, Unless):
            return
        if one.exceptions and self._on.chance(25):
            exempt = self._on.one(one.exceptions)
            self.want(exempt.when, who, wanted=True)
            self.want(exempt.then, who, wanted=wanted)
            return
        for exempt in one.exceptions:
            self.want(exempt.when, who, wanted=False)
        self.want(one.rule, who, wanted=wanted)

    def _compare(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if isinstance(one, Compare) and (right := self._side(one.value, who)) is not None:
            values = self._values(self._on.policy.facts.get(one.fact), one.fact, right)
            self._give(who, one.fact, values, lambda value: holds(value, one.op, right) is wanted)

    def _between(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if not isinstance(one, Between):
            return
        low, high = self._side(one.low, who), self._side(one.high, who)
        if low is not None and high is not None:
            ops = (
                Op.AT_LEAST if one.low_included else Op.ABOVE,
                Op.AT_MOST if one.high_included else Op.BELOW,
            )
            values = self._values(self._on.policy.facts.get(one.fact), one.fact, low, high)

            def inside(value: Value) -> bool:
                return bool(holds(value, ops[0], low) and holds(value, ops[1], high))

            self._give(who, one.fact, values, lambda value: inside(value) is wanted)

    def _one_of(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if isinstance(one, OneOf):
            values = self._values(self._on.policy.facts.get(one.fact), one.fact)
            self._give(who, one.fact, values, lambda value: (value in one.values) is wanted)

    def _is(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if isinstance(one, Is):
            self._give(who, one.fact, (True, False), lambda value: (value is one.wanted) is wanted)

    def _months_since(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if not isinstance(one, MonthsSince):
            return
        months = self._side(one.months, who)
        if is_number(months):
            days: dict[Value, int] = {
                months_ago(int(months) + by, self._on.day): int(months) + by for by in (-2, -1, 0, 1, 24)
            }

            def good(day: Value) -> bool:
                return holds(days.get(day, -1), one.op, months) is wanted

            self._give(who, one.fact, days, good)

    def _exists(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if isinstance(one, Exists):
            self._rows(one.records, one.where, who, 1 if wanted else 0)

    def _count(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if not isinstance(one, Count):
            return
        limit = self._side(one.value, who)
        if is_number(limit):
            options = [n for n in range(int(limit) + 3) if holds(n, one.op, limit) is wanted]
            if options:
                self._rows(one.records, one.where, who, options[0] if self._on.chance(60) else options[-1])

    def _registered(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if not isinstance(one, Registered):
            return
        rows = who.records.setdefault(one.records, [])
        if not wanted:
            rows[:] = [row for row in rows if row.get("danh_hieu") not in one.awards]
            return
        day = self._in_period(None, 0)
        rows.append(FrozenMap({"danh_hieu": self._on.one(one.awards), "ngay": day, "chap_nhan": True}))

    def _years(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if not isinstance(one, ConsecutiveYears):
            return
        years = self._side(one.years, who)
        run = int(years) if is_number(years) else 1
        rows = who.records.setdefault(one.history, [])
        rows[:] = [row for row in rows if row.get("danh_hieu") != one.award]
        last = self._on.day.year - 1
        for back in range(run if wanted else max(0, run - 1)):
            won: dict[str, Value] = {"danh_hieu": one.award, "nam": last - back}
            rows.append(FrozenMap(won))

    def _earned(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if not isinstance(one, Earned):
            return
        award = self._on.policy.awards.get(one.award)
        known = award is not None and who.kind in award.recipients
        if award is not None and known:
            self.award(award, who, wanted=wanted)
        limited = award is not None and bool(award.quotas) and self._on.chance(60)
        if wanted and (not known or limited):
            self._on.decide(one.award, who.id, DecisionState.HIEU_LUC)

    def _not_cancelled(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if isinstance(one, NotCancelled):
            self._on.decide(one.award, who.id, None if wanted else DecisionState.HUY_BO)

    def _voted(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if not isinstance(one, Voted):
            return
        share = resolved(one.share, self._parameters, self._on.day)
        least = as_fraction(share) * 9 if is_number(share) else Fraction(9)
        votes = -(-least.numerator // least.denominator) - (not wanted)
        self._on.vote(Ballot(one.award, who.id, self._on.day, 9, 9, max(0, min(9, votes)), secret=True))

    def _member_of(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if isinstance(one, MemberOf):
            name = self._on.one(one.groups) if wanted else "don_vi_khac"
            if name not in self._on.subjects:
                self._on.add(SubjectKind.TAP_THE, name=name)
            who.unit = name

    def _of_unit(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if isinstance(one, OfUnit):
            self.want(one.criterion, self._on.unit_of(who), wanted=wanted)

    def _members(self, one: Criterion, who: Draft, wanted: bool) -> None:
        if not isinstance(one, (MemberShare, MemberCount)):
            return
        members = self._on.members(who.id)
        while len(members) < FEWEST_MEMBERS or (len(members) < MOST_MEMBERS and self._on.chance(60)):
            members.append(self._on.add(_member_kind(who.kind), who.id))
        value = self._side(one.value, who)
        number = as_fraction(value) if is_number(value) else Fraction(1)
        size = Fraction(1, len(members)) if isinstance(one, MemberShare) else Fraction(1)
        options = [n for n in range(len(members) + 1) if holds(n * size, one.op, number) is wanted]
        met = self._on.one(options) if options else len(members)
        if options and self._on.chance(60):  # at the line, on the side that is wanted
            met = min(options) if wanted else max(options)
        for index, member in enumerate(members):
            if one.among is not None:
                self.want(one.among, member, wanted=True)
            self.want(one.of, member, wanted=index < met)

    def _score(self, one: Criterion, who: Draft, wanted: bool) -> None:
        """High points where they are wanted: nine in ten facts of the scale at their best."""
        scale = self._on.policy.scales.get(getattr(one, "scale", ""))
        if scale is None:
            return
        for name in sorted(scale.uses().facts):
            spec = self._on.policy.facts.get(name)
            if spec is None or who.kind not in spec.subjects or name in who.facts:
                continue
            top = spec.maximum if wanted and self._on.chance(90) else None
            value = top if top is not None else self._on.value(spec)
            if value is not None:
                who.facts[name] = value


def _member_kind(kind: SubjectKind) -> SubjectKind:
    return SubjectKind.HO_GIA_DINH if kind is SubjectKind.KHU_DAN_CU else SubjectKind.CA_NHAN
