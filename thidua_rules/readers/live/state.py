"""
What follows from the facts so far, and how far a change reaches.

A change marks the leaves that read it; leaves whose verdict changes mark awards; awards are asked in the order in which
they build on each other, and a standing that changes marks what builds on it. Nothing that isn't marked is looked at.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import attrs

from thidua_rules.awards import Award, ByCriterion, RankKey
from thidua_rules.criteria.base import Criterion
from thidua_rules.criteria.logic import Clause
from thidua_rules.evaluation.money import with_bonuses
from thidua_rules.evaluation.results import Outcome, QuotaResult
from thidua_rules.evaluation.run import expanded
from thidua_rules.findings import Missing
from thidua_rules.policies.model import Policy
from thidua_rules.readers.live.changes import Answer, Cause, Change
from thidua_rules.readers.live.codes import Coded, coded
from thidua_rules.readers.live.contests import Contest
from thidua_rules.readers.live.index import Index, Readers
from thidua_rules.readers.live.nodes import Causes, Nodes, Owner
from thidua_rules.readers.live.reach import REACH
from thidua_rules.readers.live.roster import LiveRoster
from thidua_rules.readers.live.world import LiveWorld

Key = tuple[str, str]
"""An award and a subject."""


class State:
    """
    Everything that is known to follow.

    Args:
        policy: The rules.

        roster: The facts so far; whoever edits it says so with ``touch_…``.

        day: The day of the evaluation.
    """

    def __init__(self, policy: Policy, roster: LiveRoster, day: dt.date) -> None:
        self._policy = policy
        self._roster = roster
        self._order = policy.order()
        self._world = LiveWorld(policy, roster, day)
        self._nodes = Nodes(roster, self._world.case_of, self._code_of, self._notify)
        self._contests = {name: Contest(self._seen(policy.awards[name]), self._world) for name in self._order}
        self._nodes.attach(policy.content_hash)
        self._index = Index(policy, self._nodes.nodes)
        self._dirty: dict[str, dict[str, Causes]] = {name: {} for name in self._order}
        self._counted: dict[str, dict[int, dict[str, Causes]]] = {name: {} for name in self._order}
        self._paid: dict[str, Causes] = {}
        self._bonuses: dict[str, dict[str, tuple[int, bool]]] = {}
        self._answers: dict[Key, Answer] = {}
        self._begin()

    # -- made once ------------------------------------------------------------------------------------------------

    def _code_of(self, leaf: Criterion) -> Coded | None:
        return coded(leaf, self._policy.facts, self._world.parameters)

    def _seen(self, award: Award) -> Award:
        """*award* with every leaf looked up."""
        owner: Owner = ("award", award.id, 0)

        def clauses(given: tuple[Clause, ...]) -> tuple[Clause, ...]:
            return tuple(attrs.evolve(one, criterion=self._nodes.seen(one.criterion, owner)) for one in given)

        keys = tuple(self._seen_key(key, owner) for key in award.ranking)
        quotas = tuple(
            quota
            if quota.base is None
            else attrs.evolve(quota, base=self._nodes.seen(quota.base, ("base", award.id, number)))
            for number, quota in enumerate(award.quotas)
        )
        return attrs.evolve(
            award,
            scope=None if award.scope is None else self._nodes.seen(award.scope, owner),
            eligibility=clauses(award.eligibility),
            holds=clauses(award.holds),
            ranking=keys,
            quotas=quotas,
        )

    def _seen_key(self, key: RankKey, owner: Owner) -> RankKey:
        if isinstance(key, ByCriterion):
            return attrs.evolve(key, criterion=self._nodes.seen(key.criterion, owner))
        return key

    def _begin(self) -> None:
        for subject in self._roster.subjects:
            for name in self._order:
                self._ask(name, subject.id, set())
        self.settle()

    # -- what an event touches ------------------------------------------------------------------------------------

    def touch_fact(self, subject: str, name: str) -> None:
        """The fact *name* of *subject* changed."""
        self._touch(self._index.facts.get(name), subject, {Cause("fact", subject, name)})

    def touch_list(self, subject: str, name: str) -> None:
        """The list *name* of *subject* changed."""
        causes = {Cause("records", subject, name)}
        self._touch(self._index.lists.get(name), subject, causes)
        if name in self._index.paid_by:
            self._paid[subject] = causes

    def touch_decision(self, subject: str, award: str) -> None:
        """A decision on *award* for *subject* changed."""
        causes = {Cause("decision", subject, award)}
        self._touch(self._index.awards.get(award), subject, causes)
        self._touch_unlisted(subject, causes)
        self._ask(award, subject, causes)

    def touch_ballot(self, subject: str, award: str, *, first: bool) -> None:
        """A ballot on *award* for *subject* changed; *first*: whether it makes or ends the only ballot on it."""
        causes = {Cause("ballot", subject, award)}
        self._touch(self._index.awards.get(award), subject, causes)
        self._touch_unlisted(subject, causes)
        self._ask(award, subject, causes)
        if first and award in self._index.by_ballot:
            for one in self._roster.subjects:
                self._ask(award, one.id, causes)

    def touch_joined(self, subject: str) -> None:
        """*subject* joined."""
        causes = {Cause("subject", subject, "joined")}
        unit = self._roster.subject(subject).unit
        if unit is not None:
            self._nodes.admit(unit, subject, causes)
        self._touch_everything(subject, causes)

    def touch_left(self, subject: str, unit: str | None) -> None:
        """*subject* left, whose unit was *unit*."""
        causes = {Cause("subject", subject, "left")}
        self._nodes.forget(subject)
        if unit is not None:
            self._nodes.dismiss(unit, subject, causes)
        self._touch_everything(subject, causes)

    def touch_moved(self, subject: str, unit: str | None) -> None:
        """*subject* moved from *unit*."""
        causes = {Cause("subject", subject, "moved")}
        new = self._roster.subject(subject).unit
        if unit is not None:
            self._nodes.dismiss(unit, subject, causes)
        if new is not None:
            self._nodes.admit(new, subject, causes)
        self._nodes.mark_own(subject, causes)
        self._touch_everything(subject, causes)
        for one in self._roster.below(subject):
            self._nodes.mark_above(one, causes)
            self._drop_scores(one, causes)

    def _touch_everything(self, subject: str, causes: Causes) -> None:
        """Every award and every score of *subject*, and whatever may read anybody."""
        self._nodes.mark_wide(causes)
        self._drop_scores(subject, causes)
        for award in self._order:
            self._ask(award, subject, causes)

    def _drop_scores(self, subject: str, causes: Causes) -> None:
        for scale in self._policy.scales:
            self._drop_score(scale, subject, causes)

    def _touch_unlisted(self, subject: str, causes: Causes) -> None:
        """Leaves of other packages may read decisions and ballots without saying so."""
        for node in self._nodes.nodes:
            if type(node.leaf) not in REACH:
                self._nodes.mark(node, subject, causes)

    def _touch(self, readers: Readers | None, subject: str, causes: Causes) -> None:
        if readers is None:
            return
        for node in readers.nodes:
            self._nodes.mark(node, subject, causes)
        for award in readers.awards:
            self._ask(award, subject, causes)
        for scale in readers.scales:
            self._drop_score(scale, subject, causes)

    def _drop_score(self, scale: str, subject: str, causes: Causes) -> None:
        for one in self._world.scored(scale) if scale in self._index.wide_scales else [subject]:
            self._world.drop_score(scale, one)
            self._touch(self._index.scales.get(scale), one, causes)

    def _ask(self, award: str, subject: str, causes: Causes) -> None:
        """*award* is to be asked about *subject* again, and its quotas are to count it again."""
        self._dirty[award].setdefault(subject, set()).update(causes)
        for number in self._contests[award].bases:
            self._counted[award].setdefault(number, {}).setdefault(subject, set()).update(causes)

    def _notify(self, owner: Owner, subject: str, causes: Causes) -> None:
        what, award, number = owner
        if what == "award":
            self._dirty[award].setdefault(subject, set()).update(causes)
        else:
            self._counted[award].setdefault(number, {}).setdefault(subject, set()).update(causes)

    # -- what follows ---------------------------------------------------------------------------------------------

    def settle(self) -> tuple[Change, ...]:
        """Work out what follows from everything touched since the last time; gives the answers that changed."""
        touched = self._propagate()
        position = {name: place for place, name in enumerate(self._order)}
        found = [self._change(key, causes) for key, causes in touched.items()]
        changes = [one for one in found if one is not None]
        return tuple(sorted(changes, key=lambda one: (position[one.award], one.subject)))

    def _propagate(self) -> dict[Key, Causes]:
        touched: dict[Key, Causes] = {}
        paid, self._paid = self._paid, {}
        self._nodes.flush()
        for name in self._order:
            dirty, self._dirty[name] = self._dirty[name], {}
            counted, self._counted[name] = self._counted[name], {}
            if not dirty and not counted:
                continue
            moves = self._contests[name].update(dirty, counted)
            for subject, causes in moves.standings.items():
                touched.setdefault((name, subject), set()).update(causes)
            for subject in moves.statuses:
                self._touch(self._index.awards.get(name), subject, {Cause("award", subject, name)})
            decided = {one for one, causes in dirty.items() if any(c.kind == "decision" for c in causes)}
            for subject in decided:
                touched.setdefault((name, subject), set()).update(dirty[subject])
            for subject in moves.statuses | decided:
                paid.setdefault(subject, set()).add(Cause("award", subject, name))
            self._nodes.flush()
        self._pay(paid, touched)
        return touched

    def _pay(self, paid: dict[str, Causes], touched: dict[Key, Causes]) -> None:
        """The money of everybody of whom a status or decision changed; one bonus may take the place of another."""
        for subject, causes in paid.items():
            old, new = self._bonuses.pop(subject, {}), self._bonuses_of(subject)
            for award in old.keys() | new.keys():
                if old.get(award) != new.get(award):
                    touched.setdefault((award, subject), causes)
            if new:
                self._bonuses[subject] = new

    def _bonuses_of(self, subject: str) -> dict[str, tuple[int, bool]]:
        standings = [(name, self._contests[name].standings.get(subject)) for name in self._order]
        outcomes = [
            Outcome(self._policy.awards[name], self._roster.subject(subject), standing.status)
            for name, standing in standings
            if standing is not None and self._policy.awards[name].bonus is not None
        ]
        paid = with_bonuses(outcomes, self._world)
        return {one.award.id: (one.bonus.amount, one.bonus.paid) for one in paid if one.bonus is not None}

    def _change(self, key: Key, causes: Causes) -> Change | None:
        award, subject = key
        before, after = self._answers.get(key), self._answer(award, subject)
        if before == after:
            return None
        if after is None:
            del self._answers[key]
        else:
            self._answers[key] = after
        return Change(subject, award, before, after, tuple(sorted(causes)))

    def _answer(self, award: str, subject: str) -> Answer | None:
        standing = self._contests[award].standings.get(subject)
        if standing is None:
            return None
        decision = self._roster.decision(award, subject)
        bonus, paid = self._bonuses.get(subject, {}).get(award, (None, False))
        return Answer(
            status=standing.status,
            rank=standing.rank,
            covered_by=standing.covered_by,
            decided=None if decision is None else decision.state.value,
            bonus=bonus,
            paid=paid,
        )

    # -- questions ------------------------------------------------------------------------------------------------

    @property
    def answers(self) -> Mapping[Key, Answer]:
        """Every answer, by award and subject."""
        return self._answers

    def missing(self, award: str, subject: str) -> tuple[Missing, ...]:
        """The missing facts that could still change the status of *subject*, those behind what it waits for included."""
        known: dict[Key, tuple[Missing, ...]] = {}

        def of(name: str, who: str) -> tuple[Missing, ...]:
            if (name, who) not in known:
                contest = self._contests.get(name)
                known[name, who] = contest.missing(who) if contest and self._roster.has_subject(who) else ()
            return known[name, who]

        return expanded(of(award, subject), award, of)

    def quotas(self) -> tuple[QuotaResult, ...]:
        """The places of every group, in the order of the policy's awards."""
        return tuple(limit for name in self._policy.awards for limit in self._contests[name].quotas())
