"""The base of a quota over the year, counted up and down."""

from __future__ import annotations

from thidua_rules.awards import Quota
from thidua_rules.evaluation.quotas import in_base, part_of
from thidua_rules.readers.live.world import LiveWorld
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict

Given = tuple[str | None, Verdict]
"""The part of the roster that somebody belongs to, None where that is not known, and whether the base counts it."""


class Base:
    """
    The base of one quota, counted part by part.

    Args:
        quota: The quota.
    """

    def __init__(self, quota: Quota) -> None:
        self.quota = quota
        self._given: dict[str, Given] = {}
        self._counts: dict[str | None, list[int]] = {}
        self._open: dict[str | None, set[str]] = {}

    def update(self, subject: str, world: LiveWorld) -> set[str | None]:
        """Count *subject* anew; gives the parts whose count changed, among them None where any may have."""
        old, new = self._given.pop(subject, None), self._asked(subject, world)
        if new is not None:
            self._given[subject] = new
        if old == new:
            return set()
        for given, by in ((old, -1), (new, 1)):
            if given is not None:
                self._count(subject, given, by)
        return {part for part, verdict in (old or _NOBODY, new or _NOBODY) if verdict is not UNMET}

    def _asked(self, subject: str, world: LiveWorld) -> Given | None:
        """How *subject* counts; None for whoever left, or is of a kind that no base counts."""
        if not world.live.has_subject(subject):
            return None
        case = world.case_of(subject)
        if case.subject.kind not in self.quota.base_kinds:
            return None
        return part_of(self.quota, case.subject), in_base(self.quota, case)

    def _count(self, subject: str, given: Given, by: int) -> None:
        part, verdict = given
        counts = self._counts.setdefault(part, [0, 0])
        counts[0] += by * (verdict is MET)
        counts[1] += by * (verdict is not UNMET)
        open_ = self._open.setdefault(part, set())
        if by > 0 and (verdict is UNKNOWN or (part is None and verdict is MET)):
            open_.add(subject)
        else:
            open_.discard(subject)

    def bounds(self, part: str) -> tuple[int, int]:
        """The fewest and the most that the base of *part* counts."""
        low, high = self._counts.get(part, (0, 0))
        return low, high + self._counts.get(None, (0, 0))[1]

    def open(self, part: str) -> set[str]:
        """Whom the base of *part* may count."""
        return self._open.get(part, set()) | self._open.get(None, set())


_NOBODY: Given = ("", UNMET)
