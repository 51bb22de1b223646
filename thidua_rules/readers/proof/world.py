"""The world in which a witness is replayed by the rules themselves; nothing here knows of the solver."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from thidua_rules.awards import Award
from thidua_rules.criteria.base import Case, Earning, World, earned_by_decision
from thidua_rules.errors import PolicyError
from thidua_rules.facts import SubjectKind
from thidua_rules.periods import Period
from thidua_rules.policies.model import Policy
from thidua_rules.scales import Score
from thidua_rules.subjects import Roster, Subject
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict, conjunction

Assumed = Mapping[tuple[str, str], Verdict]
"""For an award and a subject's id: whether it is taken as earned, where nothing in the roster settles it."""


def worked_out(awards: Mapping[str, Award], award_id: str, kind: SubjectKind | None) -> bool:
    """Whether an award follows from its own conditions: it is known, has no quota, and nothing covers it."""
    award = awards.get(award_id)
    if award is None or kind is None:
        return False
    return kind not in award.recipients or (award.quota(kind) is None and award.coverage is None)


class WitnessWorld(World):
    """
    A world in which what was earned is decided, assumed, or follows from an award's own conditions.

    Args:
        policy: The rules.

        roster: The witness and those around it.

        on: The day of the evaluation.

        assumed: What is taken as earned or not.
    """

    def __init__(self, policy: Policy, roster: Roster, on: dt.date, assumed: Assumed) -> None:
        parameters = policy.parameters_on(on)
        super().__init__(roster, Period.year(on.year), day=on, parameters=parameters, specs=policy.facts)
        self.policy = policy
        self.assumed = assumed

    def earned(self, award: str, subject: Subject) -> Earning:
        """By decision; else as assumed; else by the award's own conditions."""
        decided = earned_by_decision(self.roster, award, subject.id)
        if decided is not None:
            return decided
        if (award, subject.id) in self.assumed:
            return Earning(self.assumed[award, subject.id], "assumed")
        if not worked_out(self.policy.awards, award, subject.kind):
            return Earning(UNKNOWN, "not_evaluated")
        return Earning(self._by_conditions(self.policy.awards[award], subject), "worked_out")

    def _by_conditions(self, award: Award, subject: Subject) -> Verdict:
        case = Case(subject, self)
        eligible = eligibility(award, case)
        held = UNMET if eligible is UNMET else award.hold(subject.kind).verdict(case)
        return UNKNOWN if eligible is MET and held is not UNMET else eligible

    def score(self, scale: str, case: Case) -> Score:
        """
        The score of *case* under *scale*.

        Raises:
            PolicyError: The policy has no such scale.
        """
        definition = self.policy.scales.get(scale)
        if definition is None:
            raise PolicyError.one(f"scales.{scale}", "unknown scale")
        return definition.score(case)


def eligibility(award: Award, case: Case) -> Verdict:
    """Whether *case* is within the award's scope and meets its conditions."""
    if case.subject.kind not in award.recipients:
        return UNMET
    scope = () if award.scope is None else (award.scope,)
    return conjunction([one.verdict(case) for one in (*scope, *award.condition(case.subject.kind).criteria)])
