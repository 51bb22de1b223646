"""Tries of a policy's properties, award by award, until they are done or the time is over."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterator
from typing import Final

import attrs

from thidua_rules.policies.model import Policy
from thidua_rules.testing.fairness import (
    ALL,
    CATALOGUE,
    Accepted,
    Answer,
    Budget,
    Property,
    Report,
    Result,
    results_of,
)

OVER: Final = "budget"
"""The reason of what was not tried because the time was over."""

Progress = Callable[[str, int, int], None]
"""Told, after each award, its id, which one it was, and how many there are."""


@attrs.frozen
class Trial:
    """
    What was tried.

    Args:
        report: The report.

        complete: Whether the time was enough.

        accepted: What was accepted beforehand.
    """

    report: Report
    complete: bool
    accepted: tuple[Accepted, ...] = ()


def tried(
    policy: Policy,
    budget: Budget,
    accepted: tuple[Accepted, ...],
    seconds: float | None,
    progress: Progress,
    on: dt.date | None = None,
) -> Trial:
    """
    Every property of *policy*, as far as *seconds* reach; what was not reached is in the report as not tried.

    Args:
        policy: The policy.

        budget: How much is tried.

        accepted: Refutations that were reviewed and accepted. Where the time was not enough none of them is called stale.

        seconds: How long it may take, or None. A property under one award that has begun is finished.

        progress: Told after each award.

        on: The day of the evaluations; by default the one that the kit takes.
    """
    deadline = None if seconds is None else time.monotonic() + seconds
    known = {one.hash for one in accepted}
    results: list[Result] = []
    names = list(policy.awards)
    for position, name in enumerate(names, 1):
        for one in _of_award(policy, name, budget, deadline, on):
            taken = one.answer is Answer.REFUTED and one.hash in known
            results.append(attrs.evolve(one, answer=Answer.ACCEPTED) if taken else one)
        progress(name, position, len(names))
    complete = not any(one.reason == OVER for one in results)
    called = {one.hash for one in results if one.answer is Answer.ACCEPTED}
    return Trial(
        Report(
            policy=policy.id,
            policy_hash=policy.content_hash,
            roster_hash="",
            seed=budget.seed,
            tries=budget.tries,
            results=tuple(results),
            undeclared=CATALOGUE.undeclared(policy),
            stale=tuple(one for one in accepted if complete and one.hash not in called),
        ),
        complete,
        accepted,
    )


def _of_award(
    policy: Policy, name: str, budget: Budget, deadline: float | None, on: dt.date | None
) -> Iterator[Result]:
    """The results of one award; each property that the time does not reach is not tried."""
    left: list[Property] = list(ALL)
    while left and (deadline is None or time.monotonic() < deadline):
        # without a deadline all at once: the rosters of an award are drawn but once
        some, left = (left, []) if deadline is None else (left[:STEP], left[STEP:])
        yield from results_of(policy, some, budget=budget, awards=[name], on=on)
    for one in left:
        yield Result(one.id, name, "", Answer.NOT_TRIED, reason=OVER)


STEP: Final = 4
"""How many properties are tried between two looks at the clock."""
