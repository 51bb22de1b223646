"""The facade: evaluation with the views on its outcomes, which live in modules above it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from thidua_rules.evaluation import run
from thidua_rules.evaluation.results import Evaluation, Outcome
from thidua_rules.paths import Paths, path_to_award
from thidua_rules.policies.model import Policy
from thidua_rules.rendering import explain_outcome
from thidua_rules.subjects import Roster


@attrs.frozen
class _Views:
    evaluation: Evaluation

    def explain(self, outcome: Outcome, lang: str) -> str:
        return explain_outcome(self.evaluation, outcome, lang)

    def path(self, outcome: Outcome) -> Paths:
        return path_to_award(self.evaluation, outcome)


def evaluate(
    policy: Policy, roster: Roster, *, on: dt.date | None = None, awards: Iterable[str] | None = None
) -> Evaluation:
    """
    Everything that *policy* says of *roster*; pure: no clock, no input or output, no global state.

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
    plain = run.evaluate(policy, roster, on=on, awards=awards)
    views = _Views(plain)
    return attrs.evolve(
        plain, outcomes=tuple(attrs.evolve(outcome, views=views) for outcome in plain.outcomes)
    )
