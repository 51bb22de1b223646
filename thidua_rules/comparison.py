"""Two policies on one roster: who gains, who loses, which provision made the difference, what it costs."""

from __future__ import annotations

import datetime as dt

import attrs

from thidua_rules.evaluation.results import Evaluation, Outcome, Status
from thidua_rules.evaluation.run import evaluate
from thidua_rules.findings import Finding, Heading
from thidua_rules.policies.model import Policy
from thidua_rules.subjects import Roster
from thidua_rules.verdicts import Verdict


@attrs.frozen
class Flip:
    """
    A subject whose status differs between the two policies.

    Args:
        award: The award's id.

        subject: The subject's id.

        before: The status under the one policy; None where it was outside the scope.

        after: The status under the other.

        provisions: The provisions whose verdict differs; empty where the ranking, the quota or another award did it.

        because: ``condition``, ``hold``, ``quota``, ``coverage``, ``scope`` or ``award``: what made the difference.
    """

    award: str
    subject: str
    before: Status | None
    after: Status | None
    provisions: tuple[Heading, ...]
    because: str

    @property
    def gains(self) -> bool:
        """Whether it is recommended only under the other policy."""
        return self.after is Status.RECOMMENDED

    @property
    def loses(self) -> bool:
        """Whether it is recommended only under the one policy."""
        return self.before is Status.RECOMMENDED


@attrs.frozen
class Comparison:
    """
    One roster under two policies.

    Args:
        before: The evaluation under the one.

        after: The evaluation under the other.

        flips: Every status that differs, in the order of the outcomes.
    """

    before: Evaluation = attrs.field(repr=False)
    after: Evaluation = attrs.field(repr=False)
    flips: tuple[Flip, ...] = ()

    @property
    def cost(self) -> int:
        """How many đồng more the commune itself pays under the other policy."""
        totals = [one.fund.total if one.fund else 0 for one in (self.after, self.before)]
        return totals[0] - totals[1]


def compare(one: Policy, other: Policy, roster: Roster, *, on: dt.date | None = None) -> Comparison:
    """
    *roster* under *one* policy and under the *other*.

    Raises:
        RosterError: The roster does not fit one of them.
        PolicyError: One of them cannot be evaluated on that day.
    """
    before, after = evaluate(one, roster, on=on), evaluate(other, roster, on=on)
    old = {(o.award.id, o.subject.id): o for o in before.outcomes}
    new = {(o.award.id, o.subject.id): o for o in after.outcomes}
    keys = [*old, *(key for key in new if key not in old)]
    common = one.awards.keys() & other.awards.keys()
    flips = [_flip(key, old.get(key), new.get(key), common=key[0] in common) for key in keys]
    return Comparison(before, after, tuple(flip for flip in flips if flip is not None))


def _flip(
    key: tuple[str, str], before: Outcome | None, after: Outcome | None, *, common: bool
) -> Flip | None:
    statuses = before.status if before else None, after.status if after else None
    if statuses[0] is statuses[1]:
        return None
    provisions = _changed(before, after)
    because = _because(before, after, provisions) if common else "award"
    return Flip(*key, *statuses, provisions, because)


def _changed(before: Outcome | None, after: Outcome | None) -> tuple[Heading, ...]:
    if before is None or after is None:
        return ()
    old, new = _verdicts(before), _verdicts(after)
    names = [name for name in (*new, *(n for n in old if n not in new)) if _differs(name, old, new)]
    return tuple((new.get(name) or old[name])[0] for name in names)


def _differs(
    name: str, old: dict[str, tuple[Heading, Verdict]], new: dict[str, tuple[Heading, Verdict]]
) -> bool:
    missing = (None, Verdict.MET)
    return old.get(name, missing)[1] is not new.get(name, missing)[1]


def _verdicts(outcome: Outcome) -> dict[str, tuple[Heading, Verdict]]:
    found: dict[str, tuple[Heading, Verdict]] = {}
    trees: list[Finding] = [outcome.finding, *([outcome.hold] if outcome.hold else [])]
    for tree in trees:
        for finding in tree.walk():
            if finding.heading is not None and finding.subject is None:
                found.setdefault(finding.heading.id, (finding.heading, finding.verdict))
    return found


def _because(before: Outcome | None, after: Outcome | None, provisions: tuple[Heading, ...]) -> str:
    if before is None or after is None:
        return "scope"
    if provisions:
        return "condition"
    statuses = {before.status, after.status}
    if Status.COVERED in statuses:
        return "coverage"
    return "hold" if Status.ON_HOLD in statuses else "quota"
