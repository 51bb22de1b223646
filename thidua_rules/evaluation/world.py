"""What a case sees during an evaluation: what was earned so far, and what was scored."""

from __future__ import annotations

import datetime as dt

from thidua_rules.criteria.base import Case, Earning, World, earned_by_decision
from thidua_rules.errors import PolicyError
from thidua_rules.evaluation.results import Outcome, Status
from thidua_rules.periods import Period
from thidua_rules.policies.model import Policy
from thidua_rules.scales import Scale, Score
from thidua_rules.subjects import RosterView, Subject
from thidua_rules.values import advice
from thidua_rules.verdicts import MET, UNKNOWN, UNMET

_EARNED = {
    Status.RECOMMENDED: MET,
    Status.INELIGIBLE: UNMET,
    Status.OVER_QUOTA: UNMET,
    Status.COVERED: UNMET,
    Status.TIED: UNKNOWN,
    Status.ON_HOLD: UNKNOWN,
    Status.UNDETERMINED: UNKNOWN,
}


def earning_of(status: Status | None) -> Earning:
    """What a status says of an award on which nothing is decided; None: outside its scope."""
    if status is None:
        return Earning(UNMET, "out_of_scope")
    return Earning(_EARNED[status], status.value)


class EvaluationWorld(World):
    """A world that knows the outcomes reached so far; outcomes are added award by award, in topological order."""

    def __init__(self, policy: Policy, roster: RosterView, day: dt.date) -> None:
        super().__init__(
            roster,
            Period.year(roster.year),
            day=day,
            parameters=policy.parameters_on(day),
            specs=policy.facts,
        )
        self.policy = policy
        self.outcomes: dict[tuple[str, str], Outcome] = {}
        self.done: set[str] = set()
        self._scores: dict[tuple[str, str], Score] = {}

    def case(self, subject: Subject) -> Case:
        """*subject* as a criterion sees it."""
        return Case(subject, self)

    def add(self, award: str, outcomes: list[Outcome]) -> None:
        """Makes the outcomes of *award* known."""
        self.done.add(award)
        for outcome in outcomes:
            self.outcomes[award, outcome.subject.id] = outcome

    def earned(self, award: str, subject: Subject) -> Earning:
        """By decision; else by the outcome; outside the award's scope it is not earned."""
        decided = earned_by_decision(self.roster, award, subject.id)
        if decided is not None:
            return decided
        if award not in self.done:
            return Earning(UNKNOWN, "not_evaluated")
        outcome = self.outcomes.get((award, subject.id))
        return earning_of(None if outcome is None else outcome.status)

    def score(self, scale: str, case: Case) -> Score:
        """
        The score of *case* under *scale*, worked out once.

        Raises:
            PolicyError: The policy has no such scale.
        """
        key = (scale, case.subject.id)
        own = self.roster.subject(case.subject.id) is case.subject
        found = self._scores.get(key) if own else None
        if found is None:
            found = self.scale(scale).score(case)
            if own:  # a subject changed to see what would be is not remembered as what is
                self._scores[key] = found
        return found

    def scale(self, name: str) -> Scale:
        """
        The scale named *name*.

        Raises:
            PolicyError: The policy has no such scale.
        """
        found = self.policy.scales.get(name)
        if found is None:
            raise PolicyError.one(f"scales.{name}", f"unknown scale{advice(name, self.policy.scales)}")
        return found
