"""Explanations, comparisons and reviews as JSON; like evaluations, without a personal value."""

from __future__ import annotations

from thidua_rules.comparison import Comparison
from thidua_rules.evaluation.results import Evaluation, Outcome
from thidua_rules.paths import Change, Paths
from thidua_rules.review import Review, overreach
from thidua_rules.serialization.evaluations import Writer


def explanation_to_json(evaluation: Evaluation, outcome: Outcome, paths: Paths) -> dict[str, object]:
    """One outcome with its findings, and the way to the award."""
    policy = evaluation.policy
    writer = Writer(policy.facts, policy.scales)
    ways = [
        {"status": path.status.value, "changes": [_change(one, writer) for one in path.changes]}
        for path in paths.paths
    ]
    blocked = [writer.reason(one) for one in paths.blocked_by]
    way = {
        "needed": paths.needed,
        "paths": ways,
        "blocked_by": blocked,
        "missing": writer.data(paths.missing),
    }
    return {
        "policy": {"id": policy.id, "hash": evaluation.policy_hash},
        "roster": {"id": evaluation.roster.id, "hash": evaluation.roster_hash},
        "day": evaluation.day.isoformat(),
        "outcome": writer.outcome(outcome, full=True),
        "way": way,
    }


def _change(change: Change, writer: Writer) -> dict[str, object]:
    found: dict[str, object] = {"subject": change.subject, "fact": change.fact}
    if writer.is_personal(change.fact):
        return found | {"before": None, "after": None, "hidden": True}
    after = change.after
    after = (
        {str(column): writer.data(value) for column, value in after}
        if isinstance(after, tuple)
        else writer.data(after)
    )
    return found | {"before": writer.data(change.before), "after": after}


def comparison_to_json(comparison: Comparison) -> dict[str, object]:
    """Who gains, who loses, by which provision, at which cost; and where the other policy goes beyond the law."""
    before, after = comparison.before, comparison.after
    writer = Writer(before.policy.facts, before.policy.scales)
    return {
        "roster": {"id": before.roster.id, "hash": before.roster_hash},
        "day": before.day.isoformat(),
        "before": {"id": before.policy.id, "hash": before.policy_hash},
        "after": {"id": after.policy.id, "hash": after.policy_hash},
        "flips": writer.data(comparison.flips),
        "cost": comparison.cost,
        "overreach": writer.data(tuple(overreach(after.policy))),
    }


def review_to_json(review: Review) -> dict[str, object]:
    """Every remark, the weightiest first."""
    return {"policy": review.policy, "remarks": Writer({}, {}).data(review.remarks)}
