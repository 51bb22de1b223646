"""Which rule did it: where two outcomes of one award part, read off their reasons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from thidua_rules.awards import Award, ByScore, RankKey
from thidua_rules.criteria.logic import Clause
from thidua_rules.evaluation import Evaluation, Outcome, Status
from thidua_rules.findings import Finding
from thidua_rules.testing.fairness.judging import Demand, Sight, Trial
from thidua_rules.testing.fairness.places import (
    clause_rule,
    coverage_rule,
    key_rule,
    quota_rule,
    scope_rule,
)
from thidua_rules.testing.fairness.results import Rule
from thidua_rules.verdicts import Verdict

BOTH: Final = 2


def rules_behind(
    trial: Trial, before: Sight, after: Sight, failed: tuple[str, ...], fact: str
) -> tuple[Rule, ...]:
    """
    The rules that made the difference: those that read *fact* first, else in the order of decision.

    Args:
        trial: What was tried.

        before: The evaluation before.

        after: The evaluation after.

        failed: Whom the property fails.

        fact: The fact that the property is about, or an empty text.
    """
    found = list(dict.fromkeys(_behind(trial, before, after, failed)))
    reading = _reading(trial, fact)
    found.sort(key=lambda one: (one.award, one.part, one.id) not in reading)
    return tuple(found) or (_no_rule(trial.policy.award(trial.award)),)


def _no_rule(award: Award) -> Rule:
    return Rule(award.id, "order", "", "", "không điều khoản nào phân định", "no rule tells them apart")


def _reading(trial: Trial, fact: str) -> set[tuple[str, str, str]]:
    """The rules that read *fact*, a column of it, or the list that it is a column of."""
    if not fact:
        return set()
    wanted = {fact, fact.partition(".")[0]} if "." in fact else {fact}
    return {(one.rule.award, one.rule.part, one.rule.id) for one in trial.places if one.reads & wanted}


def _behind(trial: Trial, before: Sight, after: Sight, failed: tuple[str, ...]) -> Iterator[Rule]:
    award, attempt = trial.policy.award(trial.award), trial.attempt
    if attempt.demand in {Demand.EQUAL_PAIR, Demand.MERIT_FIRST}:
        where = before if attempt.demand is Demand.MERIT_FIRST else after
        one, other = failed[0], failed[-1]
        sides = (where.evaluation, where.evaluation)
        yield from differing(award, where.of(one), where.of(other), sides)
        return
    edited = [name for edit in attempt.edits for name in sorted(edit.names())]
    everybody = sorted({*before.outcomes, *after.outcomes})
    swap = (
        dict(zip(attempt.who, reversed(attempt.who), strict=True))
        if attempt.demand is Demand.EXCHANGED
        else {}
    )
    for name in dict.fromkeys([*edited, *failed, *everybody]):
        new = swap.get(name, attempt.renamed.get(name, name))
        sides = (before.evaluation, after.evaluation)
        yield from differing(award, before.of(name), after.of(new), sides)


def differing(
    award: Award, one: Outcome | None, other: Outcome | None, sides: tuple[Evaluation, Evaluation]
) -> Iterator[Rule]:
    """
    The rules of *award* on which two outcomes part, and of the awards behind it.

    Args:
        award: The award.

        one: The first outcome, or None where it is out of scope.

        other: The second.

        sides: The evaluations that they belong to.
    """
    if one is None or other is None:
        if one is not other and award.scope is not None:
            yield scope_rule(award)
        return
    yield from _clauses(award, "eligibility", (one.finding, other.finding), (one, other), sides)
    if one.hold is not None and other.hold is not None:
        yield from _clauses(award, "hold", (one.hold, other.hold), (one, other), sides)
    if (one.status is Status.COVERED) is not (other.status is Status.COVERED):
        covered = coverage_rule(award)
        yield from () if covered is None else (covered,)
    yield from _ranking(award, one, other)


def _ranking(award: Award, one: Outcome, other: Outcome) -> Iterator[Rule]:
    if one.place is not None and other.place is not None:
        for mine, theirs in zip(one.place.keys, other.place.keys, strict=False):
            if (mine.low, mine.high) != (theirs.low, theirs.high):
                yield key_rule(award.id, mine.key)
                yield from _items(award, mine.key, one, other)
    if one.quota is not None and other.quota is not None:
        ends = [(it.group, it.low, it.high) for it in (one.quota, other.quota)]
        quota = award.quota(one.subject.kind)
        if ends[0] != ends[1] and quota is not None:
            yield quota_rule(award.id, quota)


def _items(award: Award, key: RankKey, one: Outcome, other: Outcome) -> Iterator[Rule]:
    """The innermost items of the scale behind *key* on which the two scores part."""
    scores = [it.score for it in (one, other) if it.score is not None]
    if not isinstance(key, ByScore) or len(scores) < BOTH or any(it.scale != key.scale for it in scores):
        return
    sides = [
        {it.item: (it.low, it.high) for points in side.points for it in points.walk()} for side in scores
    ]
    leaves = {it.item for points in scores[0].points for it in points.walk() if not it.children}
    for name in sorted(leaves):
        if sides[0].get(name) != sides[1].get(name):
            whole = key_rule(award.id, key)
            yield attrs.evolve(whole, part="scale", id=name)


def _clauses(
    award: Award,
    part: str,
    findings: tuple[Finding, Finding],
    outcomes: tuple[Outcome, Outcome],
    sides: tuple[Evaluation, Evaluation],
) -> Iterator[Rule]:
    known = {one.id: one for one in (award.eligibility if part == "eligibility" else award.holds)}
    sides_of = [{it.heading.id: it for it in one.children if it.heading is not None} for one in findings]
    for name, mine in sides_of[0].items():
        theirs, clause = sides_of[1].get(name), known.get(name)
        if theirs is None or clause is None or mine.verdict is theirs.verdict:
            continue
        deeper = list(_through(clause, outcomes, sides))
        yield from deeper or [clause_rule(award.id, part, _innermost(clause, mine, theirs))]


def _through(
    clause: Clause, outcomes: tuple[Outcome, Outcome], sides: tuple[Evaluation, Evaluation]
) -> Iterator[Rule]:
    """The rules of the awards that the clause reads, where the subject or one of its members already parts."""
    one, other = outcomes
    members = [
        [one.subject.id, *(it.id for it in side.roster.members(subject.subject.id))]
        for side, subject in zip(sides, outcomes, strict=True)
    ]
    pairs = [(one.subject.id, other.subject.id), *((it, it) for it in members[0][1:] if it in members[1])]
    for name in sorted(clause.uses().awards):
        award = sides[0].policy.awards.get(name)
        for mine, theirs in pairs if award is not None else ():
            both = (_outcome(sides[0], mine, name), _outcome(sides[1], theirs, name))
            if award is not None and (both[0] and both[0].status) is not (both[1] and both[1].status):
                yield from differing(award, both[0], both[1], sides)
                break


def _outcome(side: Evaluation, subject: str, award: str) -> Outcome | None:
    found = (one for one in side.outcomes if (one.subject.id, one.award.id) == (subject, award))
    return next(found, None)


def _innermost(clause: Clause, mine: Finding, theirs: Finding) -> Clause:
    """The deepest provision inside *clause* on which the two part."""
    inner = {one.id: one for one in clause.walk() if isinstance(one, Clause)}
    verdicts = [_headed(one) for one in (mine, theirs)]
    both = [name for name in inner if all(name in side for side in verdicts)]
    parted = [name for name in both if verdicts[0][name] is not verdicts[1][name]]
    return inner[parted[-1]] if parted else clause


def _headed(finding: Finding) -> dict[str, Verdict]:
    return {one.heading.id: one.verdict for one in finding.walk() if one.heading is not None}
