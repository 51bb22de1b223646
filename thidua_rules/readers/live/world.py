"""What a case sees in a living year: the statuses reached so far, and scores that are dropped when they change."""

from __future__ import annotations

import datetime as dt

from thidua_rules.criteria.base import Case, Earning, earned_by_decision
from thidua_rules.evaluation.results import Status
from thidua_rules.evaluation.world import EvaluationWorld, earning_of
from thidua_rules.policies.model import Policy
from thidua_rules.readers.live.roster import LiveRoster
from thidua_rules.scales import Score
from thidua_rules.subjects import Subject


class LiveWorld(EvaluationWorld):
    """
    A world whose roster grows.

    Attributes:
        statuses: For each award the status of each subject inside its scope.
    """

    def __init__(self, policy: Policy, roster: LiveRoster, day: dt.date) -> None:
        super().__init__(policy, roster, day)
        self.live = roster
        self.statuses: dict[str, dict[str, Status]] = {name: {} for name in policy.awards}
        self._kept: dict[str, dict[str, Score]] = {name: {} for name in policy.scales}

    def case_of(self, subject: str) -> Case:
        """The case of the subject with that id."""
        return Case(self.live.subject(subject), self)

    def earned(self, award: str, subject: Subject) -> Earning:
        """By decision; else by the status; outside the award's scope it is not earned."""
        decided = earned_by_decision(self.live, award, subject.id)
        if decided is not None:
            return decided
        return earning_of(self.statuses.get(award, {}).get(subject.id))

    def score(self, scale: str, case: Case) -> Score:
        """
        The score of *case* under *scale*, kept until it is dropped.

        Raises:
            PolicyError: The policy has no such scale.
        """
        if self.live.subject(case.subject.id) is not case.subject:
            return self.scale(scale).score(case)
        kept = self._kept.get(scale, {})
        found = kept.get(case.subject.id)
        if found is None:
            found = kept[case.subject.id] = self.scale(scale).score(case)
        return found

    def drop_score(self, scale: str, subject: str) -> None:
        """Forget the score of one subject."""
        self._kept[scale].pop(subject, None)

    def scored(self, scale: str) -> list[str]:
        """The subjects whose score under *scale* is kept."""
        return list(self._kept[scale])
