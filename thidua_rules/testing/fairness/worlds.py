"""Rosters on which a policy is tried: drawn from its own tree, or taken from a roster that is given."""

from __future__ import annotations

import datetime as dt
import random
from fractions import Fraction
from typing import Final

import attrs

from thidua_rules.awards import Award, ByFact, ByScore
from thidua_rules.errors import ThiduaError
from thidua_rules.evaluation import Status, evaluate
from thidua_rules.facts import FactType, SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.subjects import Roster, Subject
from thidua_rules.testing.fairness.drafting import Draft, Drafting
from thidua_rules.testing.fairness.edges import Edges, edges, is_number
from thidua_rules.testing.fairness.goals import Goals
from thidua_rules.testing.fairness.places import reads
from thidua_rules.values import FrozenMap, Value, as_fraction

TOP: Final = "xa"
"""The id of the commune of a roster that is drawn."""

ROUNDS: Final = 4
"""How often those who should be eligible are tried again where they are not."""

SHORT: Final = (None, Status.INELIGIBLE, Status.UNDETERMINED, Status.ON_HOLD)
ABLE: Final = (Status.RECOMMENDED, Status.TIED, Status.OVER_QUOTA, Status.COVERED)

MOST: Final = 16
"""The most recipients of one roster that is drawn."""

MOST_MEMBERS: Final = 6
"""The most members of one collective that are taken from a roster that is given."""


@attrs.frozen
class Worlds:
    """
    Where the rosters of one award come from.

    Args:
        policy: The policy.

        award: The award that is tried.

        day: The day of the evaluation.

        names: The facts and lists that are given to everybody: what the award reads, and what has a role.

        edges: The edges of what it reads.

        given: A roster whose people are taken, or None where all are drawn.

        able: Of the given roster, who is eligible for the award or for one that it depends on.
    """

    policy: Policy
    award: Award
    day: dt.date
    names: frozenset[str]
    edges: Edges = attrs.field(hash=False)
    given: Roster | None = None
    able: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        policy: Policy,
        award: str,
        day: dt.date,
        more: frozenset[str] = frozenset(),
        given: Roster | None = None,
    ) -> Worlds:
        """
        The rosters of *award*.

        Args:
            policy: The policy.

            award: The award's id.

            day: The day of the evaluation.

            more: Facts that everybody is given beside those that the award reads.

            given: A roster whose people are taken.
        """
        names = frozenset(name for name in reads(policy, award) | more if name in policy.facts)
        able: frozenset[str] = frozenset()
        if given is not None:
            outcomes = evaluate(policy, given, on=day, awards=[award]).outcomes
            able = frozenset(one.subject.id for one in outcomes if one.status in ABLE)
        return cls(policy, policy.award(award), day, names, edges(policy, award, day), given, able)

    def roster(self, pick: random.Random) -> Roster:
        """One roster, as *pick* chooses."""
        drafting = Drafting(self.policy, self.day, self.edges, pick)
        kinds = [one for one in self.award.recipients if self._has(one)] or list(self.award.recipients)
        kind = drafting.one(kinds)
        if self.given is None:
            self._draw(drafting, kind)
        else:
            self._take(drafting, self.given, kind)
        for one in list(drafting.subjects.values()):
            self._disturb(drafting, one)
        return drafting.roster()

    def _has(self, kind: SubjectKind) -> bool:
        return self.given is None or any(one.kind is kind for one in self.given.subjects)

    def size(self, kind: SubjectKind, pick: random.Random) -> int:
        """How many recipients make the quota's line fall among them."""
        quota = self.award.quota(kind)
        if quota is None:
            return pick.randint(2, 4)
        rate = self.policy.parameters_on(self.day).get(quota.rate)
        share = as_fraction(rate) if is_number(rate) else Fraction(1)
        if quota.base is None:
            return min(MOST, int(share) + pick.randint(1, 3))
        least = -(-share.denominator // share.numerator) if share > 0 else 2
        return min(MOST, least + pick.randint(least // 3, 2 + least))

    # Drawn from the tree

    def _draw(self, drafting: Drafting, kind: SubjectKind) -> None:
        top = drafting.add(SubjectKind.XA, name=TOP)
        goals = Goals(drafting)
        units = [top]
        if _above(kind) is not SubjectKind.XA:
            units = [drafting.add(_above(kind), top.id) for _ in range(drafting.pick.randint(1, 2))]
        pools = self._pools(drafting, kind)
        wanted = []
        for _ in range(self.size(kind, drafting.pick)):
            who = drafting.add(kind, drafting.one(units).id) if kind is not SubjectKind.XA else top
            if drafting.chance(75):
                goals.award(self.award, who)
                wanted.append(who)
            elif drafting.chance(75):
                goals.award(self.award, who, wanted=False)
            for name, pool in pools.items():
                who.facts[name] = drafting.one(pool)
        for _ in range(ROUNDS):
            for one in list(drafting.subjects.values()):
                drafting.fill(one, self.names)
            if not self._mended(drafting, goals, wanted):
                return

    def _mended(self, drafting: Drafting, goals: Goals, wanted: list[Draft]) -> bool:
        """Whether somebody who should be eligible was not, and is tried once more."""
        try:
            outcomes = evaluate(self.policy, drafting.roster(), on=self.day, awards=[self.award.id]).outcomes
        except ThiduaError:
            return False
        mine = {one.subject.id: one.status for one in outcomes if one.award.id == self.award.id}
        short = [one for one in wanted if mine.get(one.id) in SHORT]
        for one in short:
            goals.award(self.award, one)
        return bool(short)

    def _pools(self, drafting: Drafting, kind: SubjectKind) -> dict[str, list[Value]]:
        """For each number that ranks, two or three values, so that equals and near equals are common."""
        found: dict[str, list[Value]] = {}
        for key in self.award.keys(kind):
            names = {key.fact} if isinstance(key, ByFact) else set()
            names |= self.policy.scales[key.scale].uses().facts if isinstance(key, ByScore) else set()
            for name in sorted(names):
                spec = self.policy.facts.get(name)
                if spec is None or kind not in spec.subjects or spec.type is FactType.FLAG:
                    continue
                values = [drafting.value(spec) for _ in range(drafting.pick.randint(1, 3))]
                found[name] = [one for one in values if one is not None]
        return {name: pool for name, pool in found.items() if pool}

    # Taken from a roster

    def _take(self, drafting: Drafting, given: Roster, kind: SubjectKind) -> None:
        wanted = self._sample(drafting, given, kind)
        kept: dict[str, Subject] = {one.id: one for one in wanted}
        for one in wanted:
            members = given.members(one.id)
            few = drafting.pick.sample(list(members), min(len(members), MOST_MEMBERS))
            kept |= {member.id: member for member in few}
            kept |= {name: given.subject(name) for name in given.units_of(one) if given.has_subject(name)}
        for name in sorted(kept):
            one = kept[name]
            lists = {key: list(rows) for key, rows in one.records.items()}
            drafting.subjects[name] = Draft(name, one.kind, one.unit, one.name, dict(one.facts), lists)
        drafting.decisions += [one for one in given.decisions if one.subject in kept]
        drafting.ballots += [one for one in given.ballots if one.subject in kept]

    def _sample(self, drafting: Drafting, given: Roster, kind: SubjectKind) -> list[Subject]:
        """Some of those of *kind*, mostly who is eligible for the award or for one that it depends on."""
        people = [one for one in given.subjects if one.kind is kind]
        able = [one for one in people if one.id in self.able]
        count = min(len(people), self.size(kind, drafting.pick))
        first = drafting.pick.sample(able, min(len(able), count - count // 8))
        rest = [one for one in people if one not in first]
        return first + drafting.pick.sample(rest, min(len(rest), count - len(first)))

    # A little wrong here and there

    def _disturb(self, drafting: Drafting, who: Draft) -> None:
        names = sorted(name for name in self.names if who.kind in self.policy.facts[name].subjects)
        if not names or not drafting.chance(30):
            return
        spec = self.policy.facts[drafting.one(names)]
        if spec.type is FactType.RECORDS:
            if drafting.chance(25):
                who.records.pop(spec.id, None)
            elif spec.id in who.records:
                who.records[spec.id].append(FrozenMap(drafting.row(spec.id)))
        elif drafting.chance(25):
            who.facts.pop(spec.id, None)
        elif (value := drafting.value(spec)) is not None:
            who.facts[spec.id] = value


def _above(kind: SubjectKind) -> SubjectKind:
    if kind is SubjectKind.CA_NHAN:
        return SubjectKind.TAP_THE
    return SubjectKind.KHU_DAN_CU if kind is SubjectKind.HO_GIA_DINH else SubjectKind.XA
