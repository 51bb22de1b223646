"""
The way to an award: the smallest changes to changeable facts that would make a subject eligible.

The conditions are read as a disjunction of sets of changes (a fact that already meets its part needs none);
the sets are tried from the smallest on, and each is replayed through evaluation before it is shown. This
is the minimal-explanation form of a counterfactual (S. Wachter et al., 2017), limited to facts that the policy
marks as changeable.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import combinations, islice
from typing import Final

import attrs

from thidua_rules.awards import Award
from thidua_rules.criteria import awards as award_criteria
from thidua_rules.criteria import comparisons, logic, members, records
from thidua_rules.criteria.base import Case, Constant, Criterion, Parameter, earned_by_decision
from thidua_rules.criteria.comparisons import Op, compare
from thidua_rules.evaluation.results import Evaluation, Outcome, Status
from thidua_rules.evaluation.run import evaluate
from thidua_rules.evaluation.world import EvaluationWorld
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.findings import Heading, Missing, Reason
from thidua_rules.policies.model import Policy
from thidua_rules.subjects import Record, Roster, Subject
from thidua_rules.values import FrozenMap, Value
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict

MOST_CHANGES: Final = 8
"""The longest way that is looked for."""

MOST_WAYS: Final = 200
"""How many ways are kept while they are combined; beyond it the longest are dropped."""


@attrs.frozen(order=True)
class Change:
    """
    One fact that would have to be different.

    Args:
        subject: Whose fact it is: the subject itself, or the unit that it belongs to.

        fact: The fact or list.

        before: What it is; None where missing.

        after: What it would have to be; for a list, the row to add, as pairs.

        personal: Whether neither is ever shown.
    """

    subject: str
    fact: str
    before: object = attrs.field(order=False, repr=False)
    after: object = attrs.field(order=str, repr=False)
    personal: bool = attrs.field(default=False, order=False, repr=False)

    def __str__(self) -> str:
        if self.personal:
            return f"{self.subject}.{self.fact}: changed"
        if isinstance(self.after, tuple):
            row = ", ".join(f"{column}={value}" for column, value in self.after)
            return f"{self.subject}.{self.fact}: one more row ({row})"
        return (
            f"{self.subject}.{self.fact}: {'missing' if self.before is None else self.before} -> {self.after}"
        )


@attrs.frozen
class Path:
    """A set of changes, and the status that evaluation gives after them."""

    changes: tuple[Change, ...]
    status: Status


@attrs.frozen
class Paths:
    """
    All the smallest ways to an award.

    Args:
        award: The award's id.

        subject: The subject's id.

        status: The status today.

        paths: The ways, all of one length; empty where there is none, or none is needed.

        blocked_by: Where there is none: the conditions that no changeable fact can mend.

        missing: Where there is none: the facts to be learnt first.
    """

    award: str
    subject: str
    status: Status
    paths: tuple[Path, ...] = ()
    blocked_by: tuple[Reason, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def needed(self) -> bool:
        """Whether the subject is not eligible as things stand."""
        return self.status in _SHORT

    def __str__(self) -> str:
        head = f"{self.award} for {self.subject}"
        if not self.needed:
            return f"{head}: {self.status.value}, no change needed"
        if self.paths:
            ways = [f"{' and '.join(map(str, one.changes))} => {one.status.value}" for one in self.paths]
            return "\n".join([f"{head}: {self.status.value}, ways: {len(ways)}", *ways])
        names = [one.heading.id if one.heading else one.finding.kind for one in self.blocked_by]
        names += [f"{one.subject}.{one.fact} missing" for one in self.missing]
        return f"{head}: {self.status.value}, none, because of {', '.join(dict.fromkeys(names))}"


_SHORT = {Status.INELIGIBLE, Status.UNDETERMINED}

Way = frozenset[Change]


def path_to_award(evaluation: Evaluation, outcome: Outcome) -> Paths:
    """
    The smallest sets of changes that make *outcome*'s subject eligible, each replayed through evaluation.

    Args:
        evaluation: The evaluation that *outcome* belongs to.

        outcome: The outcome to change.
    """
    base = Paths(outcome.award.id, outcome.subject.id, outcome.status)
    if not base.needed:
        return base
    search = _Search(evaluation)
    ways = search.of_award(outcome.award, outcome.subject)
    for size in range(1, MOST_CHANGES + 1):
        found = [path for way in ways if len(way) == size and (path := search.replay(outcome, way))]
        if found:
            return attrs.evolve(base, paths=tuple(sorted(found, key=lambda one: one.changes)))
    blocked_by, missing = _blocking(search, outcome)
    return attrs.evolve(base, blocked_by=blocked_by, missing=missing)


def _blocking(search: _Search, outcome: Outcome) -> tuple[tuple[Reason, ...], tuple[Missing, ...]]:
    """
    The unmet conditions that no way mends, and the facts to be learnt where one is open and no way settles it.

    Everything that decided, where each alone could be mended and only together they cannot.
    """
    case = search.world.case(outcome.subject)
    reasons: list[Reason] = []
    missing: set[Missing] = set()
    for clause in outcome.award.eligibility:
        if clause.applies(outcome.subject.kind):
            for heading, part in search.blockers(clause, case):
                finding = part.check(case)
                if finding.verdict is UNMET:
                    reasons += [_under(heading, reason) for reason in finding.reasons()]
                missing |= set(finding.relevant_missing())
    if reasons or missing:
        return tuple(reasons), tuple(sorted(missing))
    return outcome.decisive, outcome.missing


def _under(heading: Heading | None, reason: Reason) -> Reason:
    return reason if reason.heading is not None else attrs.evolve(reason, heading=heading)


def _minimal(ways: Iterable[Way]) -> list[Way]:
    """*ways* without those that contain another, or that set one fact to two values; the shortest first."""
    kept: list[Way] = []
    for way in sorted(set(ways), key=lambda one: (len(one), sorted(one))):
        names = [(one.subject, one.fact) for one in way if not isinstance(one.after, tuple)]
        if len(names) != len(set(names)) or len(way) > MOST_CHANGES:
            continue
        if not any(other <= way for other in kept):
            kept.append(way)
    return kept[:MOST_WAYS]


class _Search:
    """One search: the world of the evaluation that is to be changed."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        self.policy: Policy = evaluation.policy
        self.world = EvaluationWorld(evaluation.policy, evaluation.roster, evaluation.day)
        for outcome in evaluation.outcomes:
            self.world.outcomes[outcome.award.id, outcome.subject.id] = outcome
            self.world.done.add(outcome.award.id)
        self._dispatch: dict[type[Criterion], Callable[[Criterion, Case, Verdict], list[Way]]] = {
            logic.Clause: self._clause,
            logic.All: self._all,
            logic.Any: self._any,
            logic.Not: self._not,
            logic.AtLeastOf: self._at_least_of,
            logic.Unless: self._unless,
            comparisons.Compare: self._compare,
            comparisons.OneOf: self._one_of,
            comparisons.Is: self._is,
            records.Exists: self._rows,
            records.Count: self._rows,
            records.NoneOf: self._rows,
            award_criteria.Earned: self._earned,
            award_criteria.OfUnit: self._of_unit,
            members.MemberShare: self._members,
            members.MemberCount: self._members,
        }

    def of_award(self, award: Award, subject: Subject) -> list[Way]:
        """The ways to meet every condition of *award*."""
        return self.ways(award.condition(subject.kind), self.world.case(subject), MET)

    def ways(self, criterion: Criterion, case: Case, wanted: Verdict) -> list[Way]:
        """The ways to give *criterion* the verdict *wanted*; a kind that is not listed here has none."""
        if criterion.verdict(case) is wanted:
            return [frozenset()]
        handler = self._dispatch.get(type(criterion))
        return _minimal(handler(criterion, case, wanted)) if handler else []

    def blockers(
        self, criterion: Criterion, case: Case, heading: Heading | None = None
    ) -> list[tuple[Heading | None, Criterion]]:
        """The smallest parts of *criterion* that keep it from being met and that no way mends, with their provisions."""
        if self.ways(criterion, case, MET):
            return []
        inner: tuple[Criterion, ...] = ()
        if isinstance(criterion, logic.Clause):
            heading, inner = criterion.heading, criterion.parts()
        elif isinstance(criterion, logic.All):
            inner = criterion.parts()
        elif isinstance(criterion, logic.Unless):
            inner = self._standing_rule(criterion, case)
        found = [one for part in inner for one in self.blockers(part, case, heading)]
        return found or [(heading, criterion)]

    def _standing_rule(self, criterion: logic.Unless, case: Case) -> tuple[Criterion, ...]:
        """What holds of a rule with exceptions, where it is known which of them apply."""
        applied = [one.when.verdict(case) for one in criterion.exceptions]
        if any(verdict is UNKNOWN for verdict in applied):
            return ()
        sure = [
            one.then for one, verdict in zip(criterion.exceptions, applied, strict=True) if verdict is MET
        ]
        return tuple(sure) or (criterion.rule,)

    def replay(self, outcome: Outcome, way: Way) -> Path | None:
        """*way* as a path, where evaluation confirms that it makes the subject eligible."""
        roster = apply_all(self.evaluation.roster, way)
        after = evaluate(self.policy, roster, on=self.evaluation.day, awards=(outcome.award.id,))
        found = [one for one in after.outcomes if (one.award.id, one.subject.id) == _key(outcome)]
        if not found or found[0].status in _SHORT:
            return None
        return Path(tuple(sorted(way)), found[0].status)

    def _clause(self, criterion: Criterion, case: Case, wanted: Verdict) -> list[Way]:
        return self.ways(criterion.parts()[0], case, wanted)

    def _all(self, criterion: Criterion, case: Case, wanted: Verdict) -> list[Way]:
        parts = [self.ways(part, case, wanted) for part in criterion.parts()]
        return _product(parts) if wanted is MET else [way for part in parts for way in part]

    def _any(self, criterion: Criterion, case: Case, wanted: Verdict) -> list[Way]:
        parts = [self.ways(part, case, wanted) for part in criterion.parts()]
        return _product(parts) if wanted is UNMET else [way for part in parts for way in part]

    def _not(self, criterion: Criterion, case: Case, wanted: Verdict) -> list[Way]:
        return self.ways(criterion.parts()[0], case, ~wanted)

    def _at_least_of(self, criterion: Criterion, case: Case, wanted: Verdict) -> list[Way]:
        if not isinstance(criterion, logic.AtLeastOf):
            return []
        number = len(criterion.criteria)
        size = criterion.minimum if wanted is MET else number - criterion.minimum + 1
        parts = [self.ways(part, case, wanted) for part in criterion.criteria]
        return [way for chosen in combinations(parts, size) for way in _product(list(chosen))]

    def _unless(self, criterion: Criterion, case: Case, wanted: Verdict) -> list[Way]:
        if not isinstance(criterion, logic.Unless):
            return []
        whens = [self.ways(one.when, case, UNMET) for one in criterion.exceptions]
        found = _product([self.ways(criterion.rule, case, wanted), *whens])
        for one in criterion.exceptions:
            found += _product([self.ways(one.when, case, MET), self.ways(one.then, case, wanted)])
        return found

    def _earned(self, criterion: Criterion, case: Case, wanted: Verdict) -> list[Way]:
        if not isinstance(criterion, award_criteria.Earned) or wanted is not MET:
            return []
        award = self.policy.awards.get(criterion.award)
        if award is None or earned_by_decision(self.world.roster, criterion.award, case.subject.id):
            return []
        return self.of_award(award, case.subject)

    def _spec(self, name: str) -> FactSpec | None:
        spec = self.policy.facts.get(name)
        return spec if spec is not None and spec.changeable else None

    def _set(self, name: str, case: Case, value: Value) -> list[Way]:
        spec = self.policy.facts[name]
        return [frozenset({Change(case.subject.id, name, case.fact(name), value, spec.personal)})]

    def _is(self, criterion: Criterion, case: Case, wanted: Verdict) -> list[Way]:
        if not isinstance(criterion, comparisons.Is) or self._spec(criterion.fact) is None:
            return []
        return self._set(criterion.fact, case, criterion.wanted is (wanted is MET))

    def _one_of(self, criterion: Criterion, case: Case, wanted: Verdict) -> list[Way]:
        if not isinstance(criterion, comparisons.OneOf):
            return []
        spec = self._spec(criterion.fact)
        if spec is None:
            return []
        names = [choice.id for choice in spec.choices]
        good = [name for name in names if (name in criterion.values) is (wanted is MET)]
        now = case.fact(criterion.fact)
        start = names.index(now) if isinstance(now, str) and now in names else 0
        nearest = sorted(good, key=lambda name: (abs(names.index(name) - start), names.index(name)))
        return self._set(criterion.fact, case, nearest[0]) if nearest else []

    def _compare(self, criterion: Criterion, case: Case, wanted: Verdict) -> list[Way]:
        if not isinstance(criterion, comparisons.Compare):
            return []
        spec, end = self._spec(criterion.fact), criterion.value.resolve(case)
        if spec is None or isinstance(end, bool) or not isinstance(end, (int, Decimal)):
            return []
        op = criterion.op if wanted is MET else _OPPOSITE[criterion.op]
        value = _just(op, end, spec)
        return [] if value is None else self._set(criterion.fact, case, value)

    def _of_unit(self, criterion: Criterion, case: Case, wanted: Verdict) -> list[Way]:
        unit = case.subject.unit
        if unit is None or not self.world.roster.has_subject(unit):
            return []
        return self.ways(criterion.parts()[0], case.other(self.world.roster.subject(unit)), wanted)

    def _members(self, criterion: Criterion, case: Case, wanted: Verdict) -> list[Way]:
        """The fewest members more that meet what is asked of them, in every choice of them."""
        if not isinstance(criterion, (members.MemberShare, members.MemberCount)) or wanted is not MET:
            return []
        if criterion.among is not None or criterion.op not in {Op.AT_LEAST, Op.ABOVE, Op.EQUAL}:
            return []
        own = case.members()
        met = sum(criterion.of.verdict(one) is MET for one in own)
        limit = criterion.value.resolve(case)
        if isinstance(limit, bool) or not isinstance(limit, (int, Decimal)):
            return []
        least = limit * len(own) if isinstance(criterion, members.MemberShare) else limit
        lacking = next(
            (n for n in range(1, MOST_CHANGES + 1) if compare(met + n, criterion.op, least)), MOST_CHANGES + 1
        )
        mendable = [
            ways for one in own if (ways := self.ways(criterion.of, one, MET)) and frozenset() not in ways
        ]
        choices = islice(combinations(mendable, lacking), MOST_WAYS)
        return [way for chosen in choices for way in _product(list(chosen))]

    def _rows(self, criterion: Criterion, case: Case, wanted: Verdict) -> list[Way]:
        """One row more, where that can give the verdict."""
        if not isinstance(criterion, (records.Exists, records.Count, records.NoneOf)):
            return []
        if (wanted is MET) is isinstance(criterion, records.NoneOf):
            return []
        spec = self._spec(criterion.records)
        if spec is None or (isinstance(criterion, records.Count) and criterion.op is not Op.AT_LEAST):
            return []
        row = _row(spec, criterion.where, case)
        if row is None:
            return []
        before = len(case.records(criterion.records) or ())
        return [frozenset({Change(case.subject.id, criterion.records, before, row, spec.personal)})]


_OPPOSITE = {
    Op.AT_LEAST: Op.BELOW,
    Op.BELOW: Op.AT_LEAST,
    Op.AT_MOST: Op.ABOVE,
    Op.ABOVE: Op.AT_MOST,
    Op.EQUAL: Op.DIFFERENT,
    Op.DIFFERENT: Op.EQUAL,
}


def _key(outcome: Outcome) -> tuple[str, str]:
    return outcome.award.id, outcome.subject.id


def _product(parts: list[list[Way]]) -> list[Way]:
    ways: list[Way] = [frozenset()]
    for part in parts:
        ways = _minimal(one for way in ways for more in part for one in _joined(way | more))
        if not ways:
            return []
    return ways


def _joined(way: Way) -> list[Way]:
    """*way*, and *way* without the rows that another row of the same list already answers; replay tells which holds."""
    rows = [one for one in way if isinstance(one.after, tuple)]
    answered = {
        one
        for one in rows
        for other in rows
        if one is not other
        and (one.subject, one.fact) == (other.subject, other.fact)
        and set(_pairs(one)) < set(_pairs(other))
    }
    return [way, way - answered] if answered else [way]


def _pairs(change: Change) -> tuple[object, ...]:
    return change.after if isinstance(change.after, tuple) else ()


def _just(op: Op, end: int | Decimal, spec: FactSpec) -> int | Decimal | None:
    """The value nearest to *end* that meets the comparison and that the specification allows."""
    step: int | Decimal = 1 if spec.type is FactType.INTEGER else Decimal("0.01")
    candidates = {Op.ABOVE: [end + step], Op.BELOW: [end - step], Op.DIFFERENT: [end + step, end - step]}
    for value in candidates.get(op, [end]):
        too_low = spec.minimum is not None and value < spec.minimum
        too_high = spec.maximum is not None and value > spec.maximum
        if not (too_low or too_high):
            return value
    return None


def _row(
    spec: FactSpec, where: tuple[records.RowTest, ...], case: Case
) -> tuple[tuple[str, Value], ...] | None:
    """A row that counts under *where*, from constants only; None where a test needs more."""
    found: dict[str, Value] = {}
    for test in where:
        if isinstance(test, records.WhereWithin):
            column = spec.field(test.field)
            end: dt.date = case.world.period.end
            found[test.field] = end if column and column.type is FactType.DATE else end.year
        elif isinstance(test, records.WhereIn):
            found[test.field] = test.values[0]
        elif test.op in {Op.EQUAL, Op.AT_LEAST} and isinstance(test.value, (Constant, Parameter)):
            value = test.value.resolve(case)
            if value is None:
                return None
            found[test.field] = value
        else:
            return None
    return tuple(sorted(found.items()))


def apply_all(roster: Roster, changes: Iterable[Change]) -> Roster:
    """*roster* after *changes*, whosever facts they are."""
    listed = tuple(changes)
    for name in sorted({one.subject for one in listed}):
        roster = roster.with_subject(apply(roster.subject(name), listed))
    return roster


def apply(subject: Subject, changes: Iterable[Change]) -> Subject:
    """*subject* after those of *changes* that are about it: facts replaced, rows added to lists."""
    facts: dict[str, Value] = dict(subject.facts.items())
    lists: dict[str, tuple[Record, ...]] = dict(subject.records.items())
    for change in sorted(one for one in changes if one.subject == subject.id):
        if isinstance(change.after, tuple):
            row: Record = FrozenMap(change.after)
            lists[change.fact] = (*lists.get(change.fact, ()), row)
        elif isinstance(change.after, (bool, int, Decimal, str, dt.date)):
            facts[change.fact] = change.after
    return attrs.evolve(subject, facts=FrozenMap(facts), records=FrozenMap(lists))
