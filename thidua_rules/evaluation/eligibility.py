"""Who is considered for an award, who meets its conditions, whom a pending matter holds, what covers it."""

from __future__ import annotations

import attrs

from thidua_rules.awards import Award, ByScore, Coverage
from thidua_rules.criteria.base import Case, Criterion
from thidua_rules.criteria.logic import All, Any
from thidua_rules.evaluation.world import EvaluationWorld
from thidua_rules.facts import SubjectKind
from thidua_rules.findings import Finding, Missing
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict, conjunction


@attrs.frozen
class Candidacy:
    """
    One subject under one award, before any ranking.

    Args:
        award: The award.

        case: The subject.

        condition: What must be met; the scope belongs to it where it is unknown.

        hold: The pending matters, or None.

        scale: The scale whose score is shown, or None.

        eligible: The verdict on the condition.

        held: The verdict on the pending matters.

        covered: Whether a higher award rewards the same achievement.

        covered_by: That award.

        cover_missing: What is missing to know.
    """

    award: Award
    case: Case
    condition: Criterion
    hold: Criterion | None
    scale: str | None
    eligible: Verdict
    held: Verdict
    covered: Verdict
    covered_by: str | None
    cover_missing: tuple[Missing, ...]

    @property
    def competes(self) -> Verdict:
        """Whether it takes part in the ranking."""
        return self.eligible & ~self.held & ~self.covered

    def findings(self) -> tuple[Finding, Finding | None]:
        """The conditions and the pending matters, with their reasons."""
        return self.condition.check(self.case), None if self.hold is None else self.hold.check(self.case)

    def notes(self) -> tuple[Finding, ...]:
        """What may be noted, with its reasons."""
        return tuple(one.check(self.case) for one in self.award.noted(self.case.subject.kind))

    def missing(self) -> tuple[Missing, ...]:
        """The missing facts that could still change whether it competes."""
        condition, hold = self.findings()
        found = set(condition.relevant_missing()) | set(self.cover_missing)
        if hold is not None:
            found |= set(hold.relevant_missing())
        return tuple(sorted(found))


@attrs.frozen
class _Plan:
    """What every recipient of one kind is asked, and the scale whose score is shown: the first ranking key that is one."""

    condition: All
    hold: Any
    scale: str | None


def _plan(award: Award, kind: SubjectKind, scope: Verdict, reading: bool) -> _Plan:
    """*reading*: whether anything in the award reads a scale at all, else its conditions are not searched for one."""
    condition = award.condition(kind)
    if scope is UNKNOWN and award.scope is not None:
        condition = All((award.scope, *condition.criteria))
    scales = [key.scale for key in award.keys(kind) if isinstance(key, ByScore)]
    if reading and not scales:
        scales = sorted(condition.uses().scales)
    return _Plan(condition, award.hold(kind), scales[0] if scales else None)


class Asking:
    """
    What an award asks of each kind of recipient, made ready once.

    Args:
        award: The award.

        reading: Whether anything in it reads a scale, where that is known already.
    """

    def __init__(self, award: Award, *, reading: bool = True) -> None:
        self.award = award
        scopes = (MET, UNKNOWN)
        self._plans = {
            (kind, scope): _plan(award, kind, scope, reading) for kind in award.recipients for scope in scopes
        }

    def candidacy(self, case: Case) -> Candidacy | None:
        """How *case* stands before any ranking; None of another kind, or surely outside the scope."""
        award = self.award
        if case.subject.kind not in award.recipients:
            return None
        scope = MET if award.scope is None else award.scope.verdict(case)
        return None if scope is UNMET else _candidacy(award, case, self._plans[case.subject.kind, scope])


def candidacies(award: Award, world: EvaluationWorld) -> list[Candidacy]:
    """Every subject of the award's kinds that is not surely outside its scope, by id."""
    asking = Asking(award, reading=award.id in world.policy.scored)
    subjects = sorted(world.roster.subjects, key=lambda one: one.id)
    found = [asking.candidacy(world.case(one)) for one in subjects]
    return [one for one in found if one is not None]


def _candidacy(award: Award, case: Case, plan: _Plan) -> Candidacy:
    condition, hold = plan.condition, plan.hold
    eligible = condition.verdict(case)
    held = hold.verdict(case) if eligible is not UNMET else UNMET
    covered, by, missing = (
        coverage_of(award, award.coverage, case)
        if award.coverage is not None and eligible is not UNMET
        else (UNMET, None, ())
    )
    return Candidacy(
        award,
        case,
        condition,
        hold if hold.criteria else None,
        plan.scale,
        eligible,
        held,
        covered,
        by,
        missing,
    )


def coverage_of(
    award: Award, coverage: Coverage, case: Case
) -> tuple[Verdict, str | None, tuple[Missing, ...]]:
    """
    Whether a higher award rewards the same achievement, which one, and what is missing to know.

    Two proposals are for the same achievement where their column ``thanh_tich`` is equal. Of several achievements each
    must be covered: one that is not has a claim of its own.
    """
    unknown: tuple[Verdict, str | None, tuple[Missing, ...]] | None = None
    for higher in sorted(coverage.by):
        earned = case.earned(higher).verdict
        if earned is UNMET:
            continue
        same = _same_achievement(coverage.records, award.id, higher, case)
        verdict = earned & same
        if verdict is MET:
            return MET, higher, ()
        if verdict is UNKNOWN:
            name = coverage.records if same is UNKNOWN else f"danh_hieu:{higher}"
            unknown = unknown or (UNKNOWN, higher, case.missing(name))
    return unknown or (UNMET, None, ())


def _same_achievement(records: str, award: str, higher: str, case: Case) -> Verdict:
    """Whether every achievement proposed for *award* is proposed for *higher* too; what is left has a claim of its own."""
    rows = case.records(records)
    if rows is None:
        return UNKNOWN
    mine = [row.get("thanh_tich") for row in rows if row.get("danh_hieu") == award]
    theirs = [row.get("thanh_tich") for row in rows if row.get("danh_hieu") == higher]
    if not mine or not theirs:
        return UNKNOWN
    elsewhere = UNKNOWN if None in theirs else UNMET
    return conjunction(UNKNOWN if one is None else MET if one in theirs else elsewhere for one in mine)
