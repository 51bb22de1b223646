"""One award over the year: who competes, in which group, for how many places, and with which status."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from thidua_rules.awards import Award, Quota
from thidua_rules.evaluation.eligibility import Asking, Candidacy
from thidua_rules.evaluation.quotas import group_of, in_base, part_of, quota_result, status_under
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
from thidua_rules.readers.live.changes import Cause
from thidua_rules.readers.live.nodes import Causes
from thidua_rules.readers.live.world import LiveWorld
from thidua_rules.verdicts import MET, UNMET, Verdict

RANKED = {Status.RECOMMENDED, Status.TIED, Status.OVER_QUOTA}
_BULK = 32
"""From so many moves on, a group is ranked anew at once."""

_NAMED = 8
"""How many moves are named as causes; more of them are one cause without a name."""

Moved = dict[str, set[str]]
"""For each group whose entry moved in it."""


@attrs.frozen
class Standing:
    """The status of one subject, and its place where that is certain and the status depends on it."""

    status: Status
    rank: int | None = None
    covered_by: str | None = None


class Base:
    """
    The base of one quota, counted part by part.

    Args:
        quota: The quota.
    """

    def __init__(self, quota: Quota) -> None:
        self.quota = quota
        self._given: dict[str, tuple[str | None, Verdict]] = {}
        self._counts: dict[str | None, list[int]] = {}

    def update(self, subject: str, world: LiveWorld) -> set[str | None]:
        """Count *subject* anew; gives the parts whose count changed, among them None where any may have."""
        case = world.case_of(subject)
        if case.subject.kind not in self.quota.base_kinds:
            return set()
        old, new = self._given.get(subject), (part_of(self.quota, case.subject), in_base(self.quota, case))
        if old == new:
            return set()
        self._given[subject] = new
        changed = {new[0]} if new[1] is not UNMET else set()
        self._count(new, 1)
        if old is not None:
            changed |= {old[0]} if old[1] is not UNMET else set()
            self._count(old, -1)
        return changed

    def _count(self, given: tuple[str | None, Verdict], by: int) -> None:
        part, verdict = given
        counts = self._counts.setdefault(part, [0, 0])
        counts[0] += by * (verdict is MET)
        counts[1] += by * (verdict is not UNMET)

    def bounds(self, part: str) -> tuple[int, int]:
        """The fewest and the most that the base of *part* counts."""
        low, high = self._counts.get(part, (0, 0))
        return low, high + self._counts.get(None, (0, 0))[1]


class Group:
    """
    Those who compete with each other.

    Attributes:
        members: Whose group it surely is, with whether they compete for sure.

        ranking: Their order, with those who may belong here; None where nothing orders or limits them.

        limit: The places, or None.
    """

    def __init__(self, name: str, kind: SubjectKind, *, ranked: bool) -> None:
        self.name = name
        self.kind = kind
        self.members: dict[str, bool] = {}
        self.ranking = Ranking(()) if ranked else None
        self.limit: QuotaResult | None = None
        self.waiting: dict[str, Entry | None] = {}
        self.stale = True

    @property
    def part(self) -> str:
        """The part of the roster whose base counts for it."""
        return self.name.partition("/")[2]

    def settle(self) -> set[str]:
        """Put what waits into the ranking; gives those sure to compete whose counts may differ."""
        waiting, self.waiting = self.waiting, {}
        if self.ranking is None:
            return {name for name, entry in waiting.items() if entry is not None and entry.sure}
        if len(waiting) > _BULK:
            merged: dict[str, Entry | None] = {**self.ranking.entries, **waiting}
            self.ranking = Ranking(entry for entry in merged.values() if entry is not None)
            return self.sure()
        found: set[str] = set()
        for name, entry in waiting.items():
            found |= self.ranking.drop(name) if entry is None else self.ranking.put(entry)
        return {name for name in found if self.members.get(name, False)}

    def sure(self) -> set[str]:
        """Who competes here for sure."""
        return {name for name, sure in self.members.items() if sure}


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
        self._candidacies: dict[str, Candidacy] = {}
        self._homes: dict[str, str | None] = {}
        self._visitors: dict[SubjectKind, dict[str, Entry]] = {}
        self._groups: dict[str, Group] = {}
        self.bases = {
            number: Base(quota) for number, quota in enumerate(award.quotas) if quota.base is not None
        }
        self.standings: dict[str, Standing] = {}

    def update(self, dirty: dict[str, Causes], counted: dict[int, dict[str, Causes]]) -> dict[str, Causes]:
        """
        Ask *dirty* subjects again and count others anew for the bases of quotas.

        Returns:
            Whose standing changed, and why.
        """
        changed: dict[str, Causes] = {}
        moved: Moved = {}
        for number, subjects in counted.items():
            self._count(number, subjects)
        for subject in sorted(dirty):
            standing = self._asked(subject, moved)
            if standing is not None or subject not in self._homes:
                self._stand(subject, standing, dirty[subject], changed)
        for name in sorted(self._groups):
            group = self._groups[name]
            if group.stale or group.waiting:
                self._settle(group, dirty, moved.get(name, set()), changed)
        return changed

    def _count(self, number: int, subjects: dict[str, Causes]) -> None:
        base = self.bases[number]
        parts = {part for subject in subjects for part in base.update(subject, self._world)}
        for group in self._groups.values() if parts else ():
            if None in parts or group.part in parts:
                group.stale = group.stale or self.award.quota(group.kind) is base.quota

    def _asked(self, subject: str, moved: Moved) -> Standing | None:
        """The standing of *subject* where no group decides it; else None, and its entry waits in its groups."""
        case = self._world.case_of(subject)
        one = self._asking.candidacy(case)
        if one is not None and one.scale is not None:
            self._world.score(
                one.scale, case
            )  # a score that cannot be is an error also where nothing reads it
        if one is None:
            self._candidacies.pop(subject, None)
        else:
            self._candidacies[subject] = one
        if one is None or one.competes is UNMET:
            self._leave(subject, moved)
            if one is None:
                return None
            status = status_outside(one)
            return Standing(status, None, one.covered_by if status is Status.COVERED else None)
        return self._enter(one, moved)

    def _enter(self, one: Candidacy, moved: Moved) -> Standing | None:
        subject, kind = one.case.subject.id, one.case.subject.kind
        quota, keys = self.award.quota(kind), self.award.keys(kind)
        home = group_of(quota, one.case.subject)
        if subject in self._homes and self._homes[subject] != home:
            self._leave(subject, moved)
        self._homes[subject] = home
        values = tuple([KeyValue(key, *key_bounds(key, self.award.id, one.case)) for key in keys])
        if home is None:
            entry = self._visitors.setdefault(kind, {})[subject] = Entry(subject, sure=False, values=values)
            for group in self._of_kind(kind):
                _put(group, subject, entry, moved)
            return Standing(Status.UNDETERMINED)
        group = self._group(home, kind)
        sure = one.competes is MET
        if group.members.get(subject) is not sure:
            group.members[subject] = sure
        _put(group, subject, Entry(subject, sure=sure, values=values), moved)
        return None if sure else Standing(Status.UNDETERMINED)

    def _group(self, name: str, kind: SubjectKind) -> Group:
        if name not in self._groups:
            ranked = bool(self.award.keys(kind)) or self.award.quota(kind) is not None
            group = self._groups[name] = Group(name, kind, ranked=ranked)
            group.waiting.update(self._visitors.get(kind, {}))
        return self._groups[name]

    def _of_kind(self, kind: SubjectKind) -> Iterator[Group]:
        return (group for group in self._groups.values() if group.kind is kind)

    def _leave(self, subject: str, moved: Moved) -> None:
        if subject not in self._homes:
            return
        home = self._homes.pop(subject)
        kind = self._world.live.subject(subject).kind
        if home is None:
            del self._visitors[kind][subject]
            for group in self._of_kind(kind):
                _put(group, subject, None, moved)
            return
        group = self._groups[home]
        del group.members[subject]
        _put(group, subject, None, moved)

    def _settle(
        self, group: Group, dirty: dict[str, Causes], movers: set[str], changed: dict[str, Causes]
    ) -> None:
        touched = group.settle()
        names = movers if len(movers) <= _NAMED else {""}
        causes = {Cause("ranking", name, self.award.id) for name in names}
        if group.stale:
            limit = self._limit(group)
            if _places(limit) != _places(group.limit):
                touched = group.sure()
                causes = causes | {Cause("quota", "", group.name)}
            group.limit, group.stale = limit, False
        for subject in sorted(touched):
            self._stand(subject, self._placed(group, subject), dirty.get(subject, causes), changed)

    def _limit(self, group: Group) -> QuotaResult | None:
        quota = self.award.quota(group.kind)
        if quota is None:
            return None
        number = next(i for i, one in enumerate(self.award.quotas) if one is quota)
        base = self.bases.get(number)
        counted = None if base is None else base.bounds(group.part)
        return quota_result(self.award.id, quota, group.name, self._world, counted)

    @staticmethod
    def _placed(group: Group, subject: str) -> Standing:
        if group.ranking is None:
            return Standing(Status.RECOMMENDED)
        counts = group.ranking.counts(subject)
        status = status_under(group.limit, counts)
        certain = counts.before_low == counts.before_high and status in RANKED
        return Standing(status, counts.before_low + 1 if certain else None)

    def _stand(
        self, subject: str, standing: Standing | None, causes: Causes, changed: dict[str, Causes]
    ) -> None:
        if self.standings.get(subject) == standing:
            return
        statuses = self._world.statuses[self.award.id]
        if standing is None:
            del self.standings[subject], statuses[subject]
        else:
            self.standings[subject], statuses[subject] = standing, standing.status
        changed.setdefault(subject, set()).update(causes)

    def missing(self, subject: str) -> tuple[Missing, ...]:
        """What is missing to settle *subject*, as far as this award knows; nothing for whoever is settled."""
        standing, one = self.standings.get(subject), self._asking.candidacy(self._world.case_of(subject))
        if standing is None or one is None or standing.status is not Status.UNDETERMINED:
            return ()
        if subject in self._homes and self._homes[subject] is None:
            return homeless_missing(one, self.award)
        if one.competes is not MET:
            return one.missing()
        group = self._groups[str(self._homes[subject])]
        base = base_missing_of(self.award.quota(group.kind), group.limit, self._world)
        return ranking_missing(self._full(group), group.limit, base)

    def _full(self, group: Group) -> Ranking:
        """The ranking of *group* with what is missing on each key."""
        names = [*group.members, *self._visitors.get(group.kind, {})]
        found = [(name, self._asking.candidacy(self._world.case_of(name))) for name in names]
        return Ranking(
            ranking_entry(self.award, one, inside=name in group.members) for name, one in found if one
        )

    def quotas(self) -> Iterator[QuotaResult]:
        """The places of every group in which somebody competes."""
        for name in sorted(self._groups):
            group = self._groups[name]
            if group.limit is not None and group.members:
                sure = sum(group.members.values())
                visitors = len(self._visitors.get(group.kind, {}))
                yield attrs.evolve(group.limit, candidates=sure, open=len(group.members) - sure + visitors)


def _put(group: Group, subject: str, entry: Entry | None, moved: Moved) -> None:
    """Let *entry* wait in *group*, unless it stands there already."""
    held = group.ranking
    if held is not None and subject not in group.waiting and held.entries.get(subject) == entry:
        return
    group.waiting[subject] = entry
    moved.setdefault(group.name, set()).add(subject)


def _places(limit: QuotaResult | None) -> tuple[int, int] | None:
    return None if limit is None else (limit.low, limit.high)
