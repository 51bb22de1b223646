"""One award over the year: who competes, in which group, for how many places, and with which status."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from thidua_rules.awards import Award, ByFact
from thidua_rules.evaluation.eligibility import Asking, Candidacy
from thidua_rules.evaluation.quotas import group_named, group_of, quota_result
from thidua_rules.evaluation.ranking import Entry, Ranking, key_bounds
from thidua_rules.evaluation.results import KeyValue, QuotaResult, Status
from thidua_rules.evaluation.run import (
    base_missing_of,
    homeless_missing,
    ranking_entry,
    ranking_missing,
    status_outside,
)
from thidua_rules.facts import SubjectKind
from thidua_rules.findings import Missing
from thidua_rules.readers.live.bases import Base
from thidua_rules.readers.live.changes import Cause
from thidua_rules.readers.live.groups import Group, Standing
from thidua_rules.readers.live.nodes import Causes
from thidua_rules.readers.live.world import LiveWorld
from thidua_rules.verdicts import MET, UNMET

_NAMED = 8
"""How many moves are named as causes; more of them are one cause without a name."""

Home = tuple[SubjectKind, str | None]
"""Somebody's kind and group; None where the group is not known."""


@attrs.define
class Moves:
    """
    What one update of an award changed.

    Args:
        standings: Whose standing changed, and why.

        statuses: Whose status did: whatever builds on the award reads no more of it.
    """

    standings: dict[str, Causes] = attrs.field(factory=dict)
    statuses: set[str] = attrs.field(factory=set)


class Contest:
    """
    One award.

    Args:
        award: The award; its criteria look their leaves up.

        world: The world.
    """

    def __init__(self, award: Award, world: LiveWorld) -> None:
        self.award = award
        self._world = world
        self._asking = Asking(award)
        self._homes: dict[str, Home] = {}
        self._visitors: dict[SubjectKind, dict[str, Entry]] = {}
        self._groups: dict[str, Group] = {}
        self._movers: dict[str, set[str]] = {}
        self._settled_by_spec = any(
            isinstance(key, ByFact)
            and (spec := world.specs.get(key.fact)) is not None
            and spec.minimum is not None
            and spec.minimum == spec.maximum
            for key in award.ranking
        )
        self.bases = {
            number: Base(quota) for number, quota in enumerate(award.quotas) if quota.base is not None
        }
        self.standings: dict[str, Standing] = {}

    def update(self, dirty: dict[str, Causes], counted: dict[int, dict[str, Causes]]) -> Moves:
        """Ask *dirty* subjects again and count others anew for the bases of quotas."""
        moves = Moves()
        for number, subjects in counted.items():
            self._count(number, subjects)
        for subject in sorted(dirty):
            standing = self._asked(subject)
            if standing is not None or subject not in self._homes:
                self._stand(subject, standing, dirty[subject], moves)
        movers, self._movers = self._movers, {}
        for name in sorted(movers):
            self._settle(self._groups[name], dirty, movers[name], moves)
        return moves

    def _count(self, number: int, subjects: dict[str, Causes]) -> None:
        base = self.bases[number]
        parts = {part for subject in subjects for part in base.update(subject, self._world)}
        for group in self._counted_by(base, parts):
            group.stale = True
            self._movers.setdefault(group.name, set())

    def _counted_by(self, base: Base, parts: set[str | None]) -> list[Group]:
        """The groups whose places *base* counts in *parts*, in any part where one of them is not known."""
        kinds = [kind for kind in self.award.recipients if self.award.quota(kind) is base.quota]
        if None in parts:
            return [group for group in self._groups.values() if group.kind in kinds]
        names = [group_named(base.quota, kind, part) for kind in kinds for part in parts if part is not None]
        return [self._groups[name] for name in names if name in self._groups]

    def _asked(self, subject: str) -> Standing | None:
        """The standing of *subject* where no group decides it; else None, and its entry waits in its groups."""
        if not self._world.live.has_subject(subject):
            self._leave(subject)
            return None
        case = self._world.case_of(subject)
        one = self._asking.candidacy(case)
        if one is not None and one.scale is not None:
            self._world.score(
                one.scale, case
            )  # a score that cannot be is an error also where nothing reads it
        if one is None or one.competes is UNMET:
            self._leave(subject)
            if one is None:
                return None
            status = status_outside(one)
            return Standing(status, None, one.covered_by if status is Status.COVERED else None)
        return self._enter(one)

    def _enter(self, one: Candidacy) -> Standing | None:
        subject, kind = one.case.subject.id, one.case.subject.kind
        quota, keys = self.award.quota(kind), self.award.keys(kind)
        home = group_of(quota, one.case.subject)
        if self._homes.get(subject, (kind, home)) != (kind, home):
            self._leave(subject)
        self._homes[subject] = kind, home
        values = tuple([KeyValue(key, *key_bounds(key, self.award.id, one.case)) for key in keys])
        if home is None:
            entry = self._visitors.setdefault(kind, {})[subject] = Entry(subject, sure=False, values=values)
            for group in self._of_kind(kind):
                self._put(group, subject, entry)
            return Standing(Status.UNDETERMINED)
        group = self._group(home, kind)
        sure = one.competes is MET
        group.admit(subject, sure=sure)
        self._put(group, subject, Entry(subject, sure=sure, values=values))
        return None if sure else Standing(Status.UNDETERMINED)

    def _group(self, name: str, kind: SubjectKind) -> Group:
        if name not in self._groups:
            ranked = bool(self.award.keys(kind)) or self.award.quota(kind) is not None
            group = self._groups[name] = Group(name, kind, ranked=ranked)
            for visitor, entry in self._visitors.get(kind, {}).items():
                group.put(visitor, entry)
        return self._groups[name]

    def _put(self, group: Group, subject: str, entry: Entry | None) -> None:
        if group.put(subject, entry):
            self._movers.setdefault(group.name, set()).add(subject)

    def _of_kind(self, kind: SubjectKind) -> Iterator[Group]:
        return (group for group in self._groups.values() if group.kind is kind)

    def _leave(self, subject: str) -> None:
        if subject not in self._homes:
            return
        kind, home = self._homes.pop(subject)
        if home is None:
            del self._visitors[kind][subject]
            for group in self._of_kind(kind):
                self._put(group, subject, None)
            return
        self._groups[home].dismiss(subject)
        self._put(self._groups[home], subject, None)

    def _settle(self, group: Group, dirty: dict[str, Causes], movers: set[str], moves: Moves) -> None:
        causes = {
            Cause("ranking", name, self.award.id) for name in (movers if len(movers) <= _NAMED else {""})
        }
        if group.stale:
            limit = self._limit(group)
            if _places(limit) != _places(group.limit):
                causes = causes | {Cause("quota", "", group.name)}
            group.limit, group.stale = limit, False
        for subject in sorted(group.settle()):
            self._stand(subject, group.standing(subject), dirty.get(subject, causes), moves)

    def _limit(self, group: Group) -> QuotaResult | None:
        quota = self.award.quota(group.kind)
        if quota is None:
            return None
        base = self._base(group)
        counted = None if base is None else base.bounds(group.part)
        return quota_result(self.award.id, quota, group.name, self._world, counted)

    def _base(self, group: Group) -> Base | None:
        quota = self.award.quota(group.kind)
        return next((base for base in self.bases.values() if base.quota is quota), None)

    def _stand(self, subject: str, standing: Standing | None, causes: Causes, moves: Moves) -> None:
        old = self.standings.get(subject)
        if old == standing:
            return
        statuses = self._world.statuses[self.award.id]
        if standing is None:
            del self.standings[subject], statuses[subject]
        else:
            self.standings[subject], statuses[subject] = standing, standing.status
        moves.standings.setdefault(subject, set()).update(causes)
        if old is None or standing is None or old.status is not standing.status:
            moves.statuses.add(subject)

    def missing(self, subject: str) -> tuple[Missing, ...]:
        """What is missing to settle *subject*, as far as this award knows; nothing for whoever is settled."""
        standing, one = self.standings.get(subject), self._asking.candidacy(self._world.case_of(subject))
        if standing is None or one is None or standing.status is not Status.UNDETERMINED:
            return ()
        _, home = self._homes.get(subject, (None, ""))
        if home is None:
            return homeless_missing(one, self.award)
        if one.competes is not MET:
            return one.missing()
        group = self._groups[home]
        base = self._base(group)
        among = None if base is None else [self._world.live.subject(name) for name in base.open(group.part)]
        places = base_missing_of(self.award.quota(group.kind), group.limit, self._world, among)
        return ranking_missing(self._open(group), group.limit, places)

    def _open(self, group: Group) -> Ranking:
        """The entries of *group* of which anything is missing, with what is missing on each key."""
        held = group.ranking
        names = () if held is None else held.entries if self._settled_by_spec else held.open()
        found = [(name, self._asking.candidacy(self._world.case_of(name))) for name in names]
        return Ranking(
            ranking_entry(self.award, one, inside=name in group.members) for name, one in found if one
        )

    def quotas(self) -> Iterator[QuotaResult]:
        """The places of every group in which somebody competes."""
        for name in sorted(self._groups):
            group = self._groups[name]
            if group.limit is not None and group.members:
                visitors = len(self._visitors.get(group.kind, {}))
                open_ = len(group.members) - group.sure + visitors
                yield attrs.evolve(group.limit, candidates=group.sure, open=open_)


def _places(limit: QuotaResult | None) -> tuple[int, int] | None:
    return None if limit is None else (limit.low, limit.high)
