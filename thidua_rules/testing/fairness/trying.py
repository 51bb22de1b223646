"""One award under trial: its rosters, drawn once, and what each property shows on them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping
from typing import Final

import attrs

from thidua_rules.awards import Award
from thidua_rules.policies.model import Policy
from thidua_rules.subjects import Roster
from thidua_rules.testing.fairness.judging import Attempt, Demand, Sight, Trial, level, sight
from thidua_rules.testing.fairness.places import Place, all_places, foreign, read_by, without
from thidua_rules.testing.fairness.properties import Bend, Property, Scope
from thidua_rules.testing.fairness.proving import proof_of
from thidua_rules.testing.fairness.results import Answer, Counterexample, Result, Rule
from thidua_rules.testing.fairness.roles import Meaning, Role, Roles
from thidua_rules.testing.fairness.scenes import Scene
from thidua_rules.testing.fairness.shrinking import Shown, counterexample, shown, smallest
from thidua_rules.testing.fairness.worlds import Worlds

MOST_RULES: Final = 3
"""How many rules of one award are named against one property of one fact."""


@attrs.frozen
class Budget:
    """
    How much is tried; in numbers of tries, never in seconds.

    Args:
        tries: Rosters for each award; each property makes a try on each.

        seed: What they are drawn from.

        proofs: Whether the solver is asked first, where it is installed.
    """

    tries: int = 40
    seed: int = 0
    proofs: bool = True


class Tried:
    """One award: its rosters, drawn once, and every property tried on them."""

    def __init__(
        self,
        policy: Policy,
        award: Award,
        day: dt.date,
        budget: Budget,
        roles: Roles,
        given: Roster | None,
    ) -> None:
        self._policy, self._award, self._day = policy, award, day
        self._budget, self._roles = budget, roles
        self._known: dict[str, tuple[Place, ...]] = {}
        self._reads = read_by(self.places(policy))
        self._members = _of_others(award)
        self._foreign = foreign(policy, award.id)
        given_ = [one for one in roles.meanings if one.role in _GIVEN]
        more = frozenset(name for one in given_ for name in (one.records, one.part_of) if name)
        self._worlds = Worlds.of(policy, award.id, day, more, given)
        self._rosters: list[Roster] = []
        self._sights: dict[tuple[str, int], Sight | None] = {}

    def places(self, policy: Policy) -> tuple[Place, ...]:
        """The rules on the way to the award under *policy*, worked out once."""
        key = policy.content_hash
        if key not in self._known:
            self._known[key] = all_places(policy, self._award.id)
        return self._known[key]

    def roster(self, index: int) -> Roster:
        """The roster of one try."""
        while len(self._rosters) <= index:
            seed = f"{self._budget.seed}/{self._award.id}/{len(self._rosters)}"
            self._rosters.append(self._worlds.roster(random.Random(seed)))  # noqa: S311
        return self._rosters[index]

    def sight(self, policy: Policy, index: int) -> Sight | None:
        """How everybody stands on the roster of one try."""
        key = (policy.content_hash, index)
        if key not in self._sights:
            self._sights[key] = sight(policy, self.roster(index), self._award.id, self._day)
        return self._sights[key]

    def property(self, one: Property) -> Iterator[Result]:
        """What becomes of *one* under the award: a result, or one for each fact and rule."""
        if reason := _outside(one, self._award):
            yield Result(one.id, self._award.id, "", Answer.NOT_TRIED, reason=reason)
        elif one.numbers is not None:
            failed = list(one.numbers(self._policy, self._award, self._day))
            yield from self._checked(
                one, [(it.subjects, it.rule, self.roster(0)) for it in failed], 1, "by_definition"
            )
        elif one.check is not None:
            yield from self._check(one)
        elif not one.roles:
            yield from self._tried(one, None)
        else:
            yield from self._roles_of(one)

    def _roles_of(self, one: Property) -> Iterator[Result]:
        meanings = [it for it in self._roles.having(*one.roles) if it.records in self._policy.facts]
        if not meanings:
            yield Result(one.id, self._award.id, "", Answer.NOT_TRIED, reason="no_role")
        for meaning in meanings:
            if _says_something(one, meaning):
                yield from self._tried(one, meaning)

    # Single evaluations

    def _check(self, one: Property) -> Iterator[Result]:
        found: list[tuple[tuple[str, ...], Rule, Roster]] = []
        tries = 0
        for index in range(self._budget.tries):
            seen = self.sight(self._policy, index)
            if seen is None or one.check is None:
                continue
            tries += 1
            failed = one.check(seen.evaluation, self._award)
            found += [(it.subjects, it.rule, self.roster(index)) for it in failed]
        yield from self._checked(one, found, tries, "nobody")

    def _checked(
        self, one: Property, found: list[tuple[tuple[str, ...], Rule, Roster]], tries: int, reason: str
    ) -> Iterator[Result]:
        name = self._award.id
        if not found:
            proved = one.numbers is not None
            answer = Answer.PROVED if proved else Answer.NO_COUNTEREXAMPLE if tries else Answer.NOT_TRIED
            yield Result(one.id, name, "", answer, tries, reason if proved or not tries else "")
            return
        rules: dict[Rule, tuple[tuple[str, ...], Roster]] = {}
        for subjects, rule, roster in sorted(found, key=lambda it: len(it[2].subjects)):
            rules.setdefault(rule, (subjects, roster))
        for rule, (subjects, roster) in list(rules.items())[:MOST_RULES]:
            seen = sight(self._policy, roster, name, self._day)
            shown_ = () if seen is None else tuple(seen.seen(it) for it in subjects)
            case = Counterexample(
                roster, (), roster, (), subjects, shown_, shown_, one.id, (rule,), self._day
            )
            yield Result(one.id, name, "", Answer.REFUTED, tries, counterexample=case)

    # Changes

    def _tried(self, one: Property, meaning: Meaning | None) -> Iterator[Result]:
        fact, name = meaning.fact if meaning is not None else "", self._award.id
        aside = self._set_aside(one, meaning)
        policy = without(self._policy, [it.rule for it in aside])
        bent = tuple(it.rule for it in aside)
        read = read_by(self.places(policy))
        asked = {fact, meaning.part_of} if meaning is not None else set()
        if fact and not asked & read and not self._foreign:
            if one.family in _BLIND:
                yield Result(one.id, name, fact, Answer.PROVED, reason="not_read", bent_by=bent)
            return
        proof = None
        if self._budget.proofs and fact and not self._foreign:
            proof = proof_of(one.proof, policy, name, fact, self._day)
        if proof is not None and proof.proved:
            yield Result(one.id, name, fact, Answer.PROVED, reason="solver", under=proof.under, bent_by=bent)
            return
        found, tries = self._failures(one, meaning, policy)
        if proof is not None and proof.roster is not None:
            demand = _DEMANDS[one.proof]
            who = () if demand is Demand.SAME else (proof.subject,)
            trial = Trial(policy, name, self._day, Attempt(proof.edits, demand, who), self.places(policy))
            if (also := shown(trial, proof.roster, fact)) is not None:
                found.setdefault(also.rules[0], (trial, also))
        for trial, case in list(found.values())[:MOST_RULES]:
            small = counterexample(trial, smallest(trial, case, fact))
            yield Result(one.id, name, fact, Answer.REFUTED, tries, counterexample=small, bent_by=bent)
        if not found:
            answer = Answer.NO_COUNTEREXAMPLE if tries else Answer.NOT_TRIED
            yield Result(one.id, name, fact, answer, tries, "" if tries else "nobody", bent_by=bent)

    def _set_aside(self, one: Property, meaning: Meaning | None) -> tuple[Place, ...]:
        if one.bend is not Bend.ALLOWED or meaning is None:
            return ()
        wanted = {meaning.fact, meaning.records}
        return tuple(
            it
            for it in self.places(self._policy)
            if it.reads & wanted and meaning.permits(it.rule.part, it.citation)
        )

    def _failures(
        self, one: Property, meaning: Meaning | None, policy: Policy
    ) -> tuple[dict[Rule, tuple[Trial, Shown]], int]:
        """The failures by the rule that did it, and how many tries could have shown one."""
        found: dict[Rule, tuple[Trial, Shown]] = {}
        tries = 0
        for index in range(self._budget.tries):
            seen = self.sight(policy, index)
            if seen is None or one.attempts is None:
                continue
            scene = self._scene(one, meaning, policy, index, seen)
            for attempt in one.attempts(scene):
                trial = Trial(policy, self._award.id, self._day, attempt, self.places(policy))
                told = _tell(trial, scene.roster, scene.meaning, seen)
                tries += told[1]
                if told[0] is not None and told[0].rules[0] not in found and len(found) < MOST_RULES:
                    found[told[0].rules[0]] = (trial, told[0])
        return found, tries

    def _scene(
        self, one: Property, meaning: Meaning | None, policy: Policy, index: int, seen: Sight
    ) -> Scene:
        fact = meaning.fact if meaning is not None else ""
        seed = f"{self._budget.seed}/{one.id}/{self._award.id}/{fact}/{index}"
        return Scene(
            policy=policy,
            award=policy.award(self._award.id),
            day=self._day,
            roster=self.roster(index),
            sight=seen,
            roles=self._roles,
            meaning=meaning,
            edges=self._worlds.edges,
            of_others=self._members,
            names=frozenset(it for it in self._reads if "." not in it),
            pick=random.Random(seed),  # noqa: S311
        )


def _of_others(award: Award) -> frozenset[str]:
    """The facts that the award asks of members or of the unit; the lists too, where others than recipients are asked."""
    uses = award.uses()
    lists = frozenset(name for name, _ in uses.records) if uses.member_facts else frozenset()
    return uses.member_facts | lists


def _tell(trial: Trial, roster: Roster, meaning: Meaning | None, before: Sight) -> tuple[Shown | None, int]:
    """What the trial shows, and 1 where it could have shown something: somebody comes near the award, before or after."""
    after = trial.after(roster)
    if after is None:
        return None, 0
    found = shown(trial, roster, "" if meaning is None else meaning.fact, before, after)
    near = any(level(it) for side in (before, after) for it in side.outcomes.values())
    return found, int(near or found is not None)


_GIVEN: Final = frozenset({Role.TRAIT, Role.LEADER, Role.ENTRY, Role.PAST, Role.DISCRETION, Role.LEAVE})
"""Roles whose facts everybody is given, read or not: no rule may read them by the back door."""

_BLIND: Final = frozenset({"blind", "turns"})
_DEMANDS: Final[Mapping[str, Demand]] = {
    "irrelevant": Demand.SAME,
    "more_is_better": Demand.NOT_WORSE,
    "more_is_worse": Demand.NOT_BETTER,
}


def _says_something(one: Property, meaning: Meaning) -> bool:
    """Whether the property asks anything of this fact: some are about days, keys or preferences only."""
    needed = {"bars-end": meaning.day, "counted-once": meaning.key}
    if one.id == "preference":
        return meaning.prefers is not None
    return bool(needed.get(one.id, "yes"))


def _outside(one: Property, award: Award) -> str:
    """Why *one* has nothing to say of *award*, or an empty text."""
    match one.scope:
        case Scope.RANKED if not award.ranking:
            return "no_ranking"
        case Scope.LIMITED if not award.quotas:
            return "no_quota"
        case Scope.GROUPED if not any(it.group for it in award.quotas):
            return "no_groups"
        case Scope.PAID if award.bonus is None:
            return "no_money"
        case _:
            return ""
