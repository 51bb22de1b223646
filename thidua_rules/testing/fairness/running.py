"""
Tries properties of a policy, award by award, and says of each what became of it.

Everything is drawn from a seed, by the name of the property, award, fact and the number of the try: the same policy,
roster, seed and number of tries give the same report on every machine. No clock takes part.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

import attrs

from thidua_rules.policies.model import Policy
from thidua_rules.subjects import Roster
from thidua_rules.testing.fairness.catalogue_roles import CATALOGUE
from thidua_rules.testing.fairness.places import bare
from thidua_rules.testing.fairness.properties import ALL, Property
from thidua_rules.testing.fairness.results import Accepted, Answer, Report, Result
from thidua_rules.testing.fairness.roles import Roles
from thidua_rules.testing.fairness.trying import Budget, Tried
from thidua_rules.values import content_hash


def policy_day(policy: Policy) -> dt.date:
    """The last day on which every layer is in force, as far as they say; else the end of the year in which the last began."""
    ends = [one.valid_to for one in policy.layers if one.valid_to is not None]
    if ends:
        return min(ends)
    starts = [one.valid_from for one in policy.layers if one.valid_from is not None]
    return dt.date(max(starts).year if starts else 2022, 12, 31)


def run(
    policy: Policy,
    properties: Iterable[Property] = ALL,
    roster: Roster | None = None,
    budget: Budget | None = None,
    roles: Roles = CATALOGUE,
    *,
    awards: Collection[str] | None = None,
    on: dt.date | None = None,
    accepted: Iterable[Accepted] = (),
) -> Report:
    """
    Tries *properties* of *policy*.

    Args:
        policy: The policy.

        properties: What is tried.

        roster: Whose people are taken; by default all are drawn from the policy's own tree.

        budget: How much is tried.

        roles: What the facts stand for.

        awards: The awards that are tried; by default all.

        on: The day of the evaluation; by default the end of the roster's year, or :func:`policy_day`.

        accepted: Refutations that were reviewed and accepted.

    Raises:
        RosterError: *roster* doesn't fit the policy.

        UnknownNameError: *awards* names one that the policy has not.
    """
    budget = budget or Budget()
    taken = tuple(accepted)
    results = tuple(_accepted(results_of(policy, properties, roster, budget, roles, awards, on), taken))
    called = {one.hash for one in results if one.answer is Answer.ACCEPTED}
    return Report(
        policy=policy.id,
        policy_hash=policy.content_hash,
        roster_hash="" if roster is None else content_hash(roster),
        seed=budget.seed,
        tries=budget.tries,
        results=results,
        undeclared=roles.undeclared(policy),
        stale=tuple(one for one in taken if one.hash not in called),
    )


def _accepted(results: Iterator[Result], accepted: tuple[Accepted, ...]) -> Iterator[Result]:
    known = {one.hash for one in accepted}
    for one in results:
        taken = one.answer is Answer.REFUTED and one.hash in known
        yield attrs.evolve(one, answer=Answer.ACCEPTED) if taken else one


def results_of(
    policy: Policy,
    properties: Iterable[Property] = ALL,
    roster: Roster | None = None,
    budget: Budget | None = None,
    roles: Roles = CATALOGUE,
    awards: Collection[str] | None = None,
    on: dt.date | None = None,
) -> Iterator[Result]:
    """
    The results of :func:`run`, one by one as they are found, so that whoever asks may stop.

    Raises:
        UnknownNameError: *awards* names one that the policy has not.
    """
    day = on or (dt.date(roster.year, 12, 31) if roster is not None else policy_day(policy))
    lean, wanted = bare(policy), tuple(properties)
    for name in policy.awards if awards is None else awards:
        tried = Tried(lean, policy.award(name), day, budget or Budget(), roles, roster)
        for one in wanted:
            yield from tried.property(one)


class UnfairError(AssertionError):
    """
    A policy that breaks a property.

    Attributes:
        report: Everything that was tried.
    """

    def __init__(self, report: Report) -> None:
        self.report = report
        lines = [_line(one) for one in report.refuted]
        lines += [f"stale acceptance {one.hash}: {one.reason}" for one in report.stale]
        super().__init__("\n".join(lines))


def _line(one: Result) -> str:
    rule = one.rules[0]
    about = f" of {one.fact}" if one.fact else ""
    return f"{one.property_id}{about} under {one.award}: refuted by {rule.part} {rule.id!r} [{rule.citation}] ({one.hash})"


def assert_fair(
    policy: Policy,
    properties: Iterable[Property] = ALL,
    roster: Roster | None = None,
    budget: Budget | None = None,
    roles: Roles = CATALOGUE,
    *,
    accepted: Iterable[Accepted] = (),
    on: dt.date | None = None,
) -> Report:
    """
    Raise where *policy* breaks one of *properties*, by a rule that nobody accepted; see :func:`run`.

    Raises:
        UnfairError: It does, or an acceptance is stale; every one is listed with its rule and citation.
    """
    report = run(policy, properties, roster, budget, roles, on=on, accepted=accepted)
    if not report.fair:
        raise UnfairError(report)
    return report
