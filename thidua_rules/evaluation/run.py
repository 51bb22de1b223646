"""
A policy applied to a roster: award by award in the order of their dependencies; inside an award
eligibility, pending matters, coverage, ranking and quota; then money, demands and discrepancies.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable

import attrs

from thidua_rules.awards import Award, Quota
from thidua_rules.errors import RosterError
from thidua_rules.evaluation import demands, dossiers, money
from thidua_rules.evaluation.eligibility import Candidacy, candidacies
from thidua_rules.evaluation.quotas import base_missing, group_of, quota_result, status_under
from thidua_rules.evaluation.ranking import Entry, Ranking, key_value
from thidua_rules.evaluation.results import (
    Caution,
    Discrepancy,
    Evaluation,
    Outcome,
    QuotaResult,
    Status,
    Wanted,
)
from thidua_rules.evaluation.world import EvaluationWorld
from thidua_rules.findings import Missing
from thidua_rules.periods import Period
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation import check_roster
from thidua_rules.subjects import Decision, DecisionState, Roster, Subject
from thidua_rules.values import content_hash
from thidua_rules.verdicts import MET, UNKNOWN, UNMET
from thidua_rules.version import VERSION

ORDER = tuple(Status)


def evaluate(
    policy: Policy, roster: Roster, *, on: dt.date | None = None, awards: Iterable[str] | None = None
) -> Evaluation:
    """
    Everything that *policy* says of *roster*.

    Args:
        policy: The rules.

        roster: The facts.

        on: The day of the evaluation; by default the last day of the roster's year.

        awards: Only these awards and those that they depend on; by default all.

    A status other than UNDETERMINED holds in every completion of the missing facts.

    Raises:
        RosterError: The roster does not fit the policy; every fault is listed.
        PolicyError: The policy cannot be evaluated on that day.
        UnknownNameError: *awards* names one that the policy has not.
        ClashError: Two exceptions of one rule contradict each other.
    """
    faults = check_roster(policy, roster)
    if faults:
        raise RosterError(faults)
    judged = judge(policy, roster, on=on, awards=awards)
    world, outcomes = judged.world, judged.outcomes
    return Evaluation(
        policy=policy,
        roster=roster,
        day=world.day,
        library=VERSION,
        policy_hash=policy.content_hash,
        roster_hash=content_hash(roster),
        outcomes=outcomes,
        quotas=judged.quotas,
        targets=demands.target_results(world),
        movements=demands.movement_results(world),
        obligations=demands.obligation_results(world),
        dossiers=dossiers.dossier_results(world),
        standings=demands.standings_results(world),
        fund=money.fund_result(policy.fund, list(outcomes), world),
        discrepancies=_discrepancies(outcomes, world),
        wanted=_wanted(outcomes),
        cautions=_cautions(policy, world.period),
    )


@attrs.frozen
class Judgement:
    """
    What the awards of a policy say of a roster, and nothing else: no hashes, no demands, no money of the fund.

    Args:
        outcomes: In the order in which they are printed.

        quotas: The places in each group.

        world: The world that they were reached in.
    """

    outcomes: tuple[Outcome, ...]
    quotas: tuple[QuotaResult, ...]
    world: EvaluationWorld

    @property
    def discrepancies(self) -> tuple[Discrepancy, ...]:
        """The decisions that the rules do not support."""
        return _discrepancies(self.outcomes, self.world)


def judge(
    policy: Policy, roster: Roster, *, on: dt.date | None = None, awards: Iterable[str] | None = None
) -> Judgement:
    """
    The outcomes of *awards*, as :func:`evaluate` gives them; *roster* is known to fit *policy*.

    Raises:
        PolicyError: The policy cannot be evaluated on that day.
        UnknownNameError: *awards* names one that the policy has not.
        ClashError: Two exceptions of one rule contradict each other.
    """
    world = EvaluationWorld(policy, roster, on or Period.year(roster.year).end)
    quotas: list[QuotaResult] = []
    outcomes: list[Outcome] = []
    for name in policy.selected(awards):
        found, limits = _award(policy.awards[name], world)
        world.add(name, found)
        outcomes += found
        quotas += limits
    outcomes = [_expanded(one, world) for one in money.with_bonuses(outcomes, world)]
    position = {name: index for index, name in enumerate(policy.awards)}
    outcomes.sort(key=lambda one: _print_order(one, position))
    quotas.sort(key=lambda one: (position[one.award], one.group))
    return Judgement(tuple(outcomes), tuple(quotas), world)


def _cautions(policy: Policy, period: Period) -> tuple[Caution, ...]:
    """The layers that were not in force at the end of *period*, which is the day that chooses the regime."""
    return tuple(
        Caution("not_in_force", layer.id, layer.valid_from, layer.valid_to)
        for layer in policy.layers
        if not layer.in_force_on(period.end)
    )


def _print_order(outcome: Outcome, position: dict[str, int]) -> tuple[int, int, int, str]:
    place = outcome.place.best if outcome.place else 0
    return position[outcome.award.id], ORDER.index(outcome.status), place, outcome.subject.id


def _award(award: Award, world: EvaluationWorld) -> tuple[list[Outcome], list[QuotaResult]]:
    outcomes: list[Outcome] = []
    limits: list[QuotaResult] = []
    groups: dict[str | None, list[Candidacy]] = {}
    for one in candidacies(award, world):
        if one.competes is UNMET:
            outcomes.append(_outcome(one, status_outside(one), world))
        else:
            quota = award.quota(one.case.subject.kind)
            groups.setdefault(group_of(quota, one.case.subject), []).append(one)
    homeless = groups.pop(None, [])
    outcomes += [_homeless(one, award, world) for one in homeless]
    for group, members in sorted(groups.items(), key=lambda pair: str(pair[0])):
        kind = members[0].case.subject.kind
        visitors = [one for one in homeless if one.case.subject.kind is kind]
        found, limit = _group(award, str(group), members, visitors, world)
        outcomes += found
        limits += [limit] if limit else []
    return outcomes, limits


def _homeless(one: Candidacy, award: Award, world: EvaluationWorld) -> Outcome:
    """One whose group is not known, and who may compete in any."""
    outcome = _outcome(one, Status.UNDETERMINED, world)
    return attrs.evolve(outcome, missing=homeless_missing(one, award))


def homeless_missing(one: Candidacy, award: Award) -> tuple[Missing, ...]:
    """What is missing of one whose group is not known: that, and what else could change whether it competes."""
    quota = award.quota(one.case.subject.kind)
    name = "unit" if quota is None or quota.group == "unit" else quota.group
    return tuple(sorted({*one.missing(), *one.case.missing(name)}))


def status_outside(one: Candidacy) -> Status:
    """Why one surely does not compete; the first of the reasons that holds in every completion."""
    if one.eligible is UNMET:
        return Status.INELIGIBLE
    if one.eligible is UNKNOWN:
        return Status.UNDETERMINED
    if one.held is MET:
        return Status.ON_HOLD
    return Status.COVERED if one.held is UNMET else Status.UNDETERMINED


def _group(
    award: Award, group: str, members: list[Candidacy], visitors: list[Candidacy], world: EvaluationWorld
) -> tuple[list[Outcome], QuotaResult | None]:
    kind = members[0].case.subject.kind
    keys, quota = award.keys(kind), award.quota(kind)
    limit = quota_result(award.id, quota, group, world) if quota else None
    if limit is not None:
        sure = sum(one.competes is MET for one in members)
        limit = attrs.evolve(limit, candidates=sure, open=len(members) - sure + len(visitors))
    if not keys and limit is None:
        return [_outcome(one, _unranked(one), world) for one in members], None
    inside = [ranking_entry(award, one, inside=True) for one in members]
    ranking = Ranking([*inside, *(ranking_entry(award, one, inside=False) for one in visitors)])
    missing = ranking_missing(ranking, limit, base_missing_of(quota, limit, world))
    return [_ranked(one, ranking, limit, missing, world) for one in members], limit


def _unranked(one: Candidacy) -> Status:
    return Status.RECOMMENDED if one.competes is MET else Status.UNDETERMINED


def ranking_entry(award: Award, one: Candidacy, *, inside: bool) -> Entry:
    """*one* as it stands in the ranking of a group, *inside* it for sure or only perhaps."""
    keys = award.keys(one.case.subject.kind)
    values = tuple(key_value(key, award.id, one.case) for key in keys)
    return Entry(one.case.subject.id, sure=inside and one.competes is MET, values=values)


def _ranked(
    one: Candidacy,
    ranking: Ranking,
    limit: QuotaResult | None,
    open_: tuple[Missing, ...],
    world: EvaluationWorld,
) -> Outcome:
    name = one.case.subject.id
    status = status_under(limit, ranking.counts(name)) if one.competes is MET else Status.UNDETERMINED
    outcome = _outcome(one, status, world)
    missing = outcome.missing
    if status is Status.UNDETERMINED and one.competes is MET:
        missing = open_
    return attrs.evolve(outcome, place=ranking.place(name), quota=limit, missing=missing)


def base_missing_of(
    quota: Quota | None,
    limit: QuotaResult | None,
    world: EvaluationWorld,
    among: Iterable[Subject] | None = None,
) -> tuple[Missing, ...]:
    """What is missing to know the number of places; nothing where it is known. *among*: as in :func:`base_missing`."""
    if quota is None or limit is None or limit.low == limit.high:
        return ()
    return base_missing(quota, limit.group, world, among)


def ranking_missing(
    ranking: Ranking, limit: QuotaResult | None, base: tuple[Missing, ...]
) -> tuple[Missing, ...]:
    """What is missing to place whoever competes for sure: numbers on keys, who else competes, the quota's *base*."""
    entries = ranking.entries.values()
    found = {item for entry in entries for value in entry.values for item in value.missing} | set(base)
    found |= {Missing(entry.subject, "du_dieu_kien") for entry in entries if not entry.sure}
    if limit is not None and limit.low != limit.high and not base:
        found.add(Missing("", f"han_muc:{limit.award}"))
    return tuple(sorted(found))


def _outcome(one: Candidacy, status: Status, world: EvaluationWorld) -> Outcome:
    decision = world.roster.decision(one.award.id, one.case.subject.id)
    return Outcome(
        award=one.award,
        subject=one.case.subject,
        status=status,
        score=None if one.scale is None else world.score(one.scale, one.case),
        covered_by=one.covered_by if status is Status.COVERED else None,
        missing=one.missing() if status is Status.UNDETERMINED else (),
        decided=decision.state.value if decision else None,
        check=one.findings,
        note=one.notes,
    )


def _expanded(outcome: Outcome, world: EvaluationWorld) -> Outcome:
    """*outcome* with the facts behind what it waits for."""
    if outcome.status is not Status.UNDETERMINED:
        return outcome

    def missing_of(award: str, subject: str) -> tuple[Missing, ...]:
        waited = world.outcomes.get((award, subject))
        return () if waited is None else waited.missing

    return attrs.evolve(outcome, missing=expanded(outcome.missing, outcome.award.id, missing_of))


def expanded(
    missing: tuple[Missing, ...], award: str, missing_of: Callable[[str, str], tuple[Missing, ...]]
) -> tuple[Missing, ...]:
    """
    What is *missing* for *award*, with the facts behind what it waits for.

    "The title X is open" is replaced by what is missing for X, as far as *missing_of* an award and a subject knows it.
    """
    found: set[Missing] = set()
    seen: set[tuple[str, str]] = set()
    stack = [(item, award) for item in missing]
    while stack:
        item, waiting = stack.pop()
        behind = _behind(item, waiting)
        if behind is None or behind in seen:
            found |= {item} if behind is None else set()
            continue
        seen.add(behind)
        deeper = missing_of(*behind)
        found |= set() if deeper else {item}
        stack += [(one, behind[0]) for one in deeper]
    return tuple(sorted(found))


def _behind(item: Missing, award: str) -> tuple[str, str] | None:
    if item.fact.startswith("danh_hieu:"):
        return item.fact.removeprefix("danh_hieu:"), item.subject
    return (award, item.subject) if item.fact == "du_dieu_kien" else None


def _wanted(outcomes: Iterable[Outcome]) -> tuple[Wanted, ...]:
    counts = Counter(item for one in outcomes for item in one.missing)
    return tuple(
        Wanted(item, number) for item, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    )


_GIVEN = {
    Status.INELIGIBLE: "given_to_ineligible",
    Status.UNDETERMINED: "given_undetermined",
    Status.ON_HOLD: "given_on_hold",
    Status.OVER_QUOTA: "given_over_quota",
    Status.COVERED: "given_covered",
}


def _discrepancies(outcomes: Iterable[Outcome], world: EvaluationWorld) -> tuple[Discrepancy, ...]:
    by_key = {(one.award.id, one.subject.id): one for one in outcomes}
    found = []
    for decision in sorted(world.roster.decisions, key=lambda one: (one.award, one.subject, one.date)):
        outcome = by_key.get((decision.award, decision.subject))
        code = _discrepancy(decision, outcome)
        if code is not None and (outcome is not None or decision.award in world.done):
            status = outcome.status if outcome else None
            found.append(Discrepancy(decision.award, decision.subject, code, status))
    return tuple(dict.fromkeys(found))


def _discrepancy(decision: Decision, outcome: Outcome | None) -> str | None:
    if outcome is None:
        return "given_out_of_scope" if decision.state is DecisionState.HIEU_LUC else None
    if decision.state is DecisionState.HIEU_LUC:
        return _GIVEN.get(outcome.status)
    if decision.state is DecisionState.TU_CHOI and outcome.status is Status.RECOMMENDED:
        return "refused_though_recommended"
    return None
