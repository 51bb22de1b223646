"""Those who compete with each other for an award, over the year."""

from __future__ import annotations

import attrs

from thidua_rules.evaluation.quotas import status_under
from thidua_rules.evaluation.ranking import Entry
from thidua_rules.evaluation.results import QuotaResult, Status
from thidua_rules.facts import SubjectKind
from thidua_rules.readers.live.rankings import LiveRanking

RANKED = {Status.RECOMMENDED, Status.TIED, Status.OVER_QUOTA}
_BULK = 8
"""Where an eighth of a group moves at once, it is ranked anew."""


@attrs.frozen
class Standing:
    """The status of one subject, and its place where that is certain and the status depends on it."""

    status: Status
    rank: int | None = None
    covered_by: str | None = None


class Group:
    """
    Those who compete with each other.

    Args:
        name: The group.

        kind: Whose group it is.

        ranked: Whether anything orders or limits them.

    Attributes:
        members: Whose group it surely is, with whether they compete for sure.

        ranking: Their order, with those who may belong here; None where nothing orders or limits them.

        limit: The places, or None.

        stale: Whether the places are to be counted again.
    """

    def __init__(self, name: str, kind: SubjectKind, *, ranked: bool) -> None:
        self.name = name
        self.kind = kind
        self.members: dict[str, bool] = {}
        self.sure = 0
        self.ranking = LiveRanking() if ranked else None
        self.limit: QuotaResult | None = None
        self.stale = True
        self._waiting: dict[str, Entry | None] = {}

    @property
    def part(self) -> str:
        """The part of the roster whose base counts for it."""
        return self.name.partition("/")[2]

    def admit(self, subject: str, *, sure: bool) -> None:
        """Let *subject* be a member, for *sure* or perhaps."""
        self.sure += sure - self.members.get(subject, False)
        self.members[subject] = sure

    def dismiss(self, subject: str) -> None:
        """Let *subject* be no member any more."""
        self.sure -= self.members.pop(subject)

    def put(self, subject: str, entry: Entry | None) -> bool:
        """Let *entry* wait, None to be taken out; whether it does, since it does not stand here already."""
        held = self.ranking
        if held is not None and subject not in self._waiting and held.entries.get(subject) == entry:
            return False
        self._waiting[subject] = entry
        return True

    def settle(self) -> set[str]:
        """Put what waits into the ranking; gives those sure to compete whose standing may differ."""
        waiting, self._waiting = self._waiting, {}
        if self.ranking is None:
            found = {name for name, entry in waiting.items() if entry is not None}
        elif len(waiting) * _BULK > len(self.ranking.entries):
            merged: dict[str, Entry | None] = {**self.ranking.entries, **waiting}
            self.ranking = LiveRanking(entry for entry in merged.values() if entry is not None)
            self.ranking.limited(self.limit)
            found = set(self.members)
        else:
            moved = [
                self.ranking.drop(name) if entry is None else self.ranking.put(entry)
                for name, entry in waiting.items()
            ]
            found = {name for names in (*moved, self.ranking.limited(self.limit)) for name in names}
        return {name for name in found if self.members.get(name, False)}

    def standing(self, subject: str) -> Standing:
        """How one stands who competes for sure."""
        if self.ranking is None:
            return Standing(Status.RECOMMENDED)
        counts = self.ranking.counts(subject)
        status = status_under(self.limit, counts)
        certain = counts.before_low == counts.before_high and status in RANKED
        return Standing(status, counts.before_low + 1 if certain else None)
