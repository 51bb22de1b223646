"""Leaves that depend on peers: against a published mean, and against the best of the cluster, with or without targets."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

import attrs

from thidua_rules.criteria.base import Case, Fact, Operand, Uses, as_operand, operand_missing, operand_uses
from thidua_rules.criteria.comparisons import exact
from thidua_rules.findings import Missing
from thidua_rules.scales.base import ABSENT, MARKED, Exact, Item, Number, Points, State, may_be_absent
from thidua_rules.values import Marker, as_fraction, tidy


@attrs.frozen(kw_only=True)
class AgainstMean(Item):
    """
    Points by whether a figure reaches the mean of the peers, which is published elsewhere.

    Args:
        fact: The subject's figure.

        mean: The mean: a parameter, or a fact of the subject.

        reached: What the mean itself and anything above it give.

        below: What anything below it gives.
    """

    kind: ClassVar[str] = "against-mean"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    fact: str
    mean: Operand = attrs.field(converter=as_operand)
    reached: Number
    below: Number = 0

    def score(self, case: Case) -> Points:
        """Either of the two, or both ends where a side is missing; absent where a side is marked so."""
        value = self.number(case, self.fact)
        mark = case.fact(self.mean.name) if isinstance(self.mean, Fact) else None
        if isinstance(mark, Marker):
            return self.without(MARKED[mark])
        mean = exact(self.mean.resolve(case), self.id)
        if isinstance(value, Points) and value.state in ABSENT:
            return value
        if not isinstance(value, Points) and mean is not None:
            return self.give(self.reached if value >= mean else self.below, value, f"mean:{mean}")
        low, high = sorted((self.below, self.reached))
        missing = (*(value.missing if isinstance(value, Points) else ()), *operand_missing(self.mean, case))
        if any(may_be_absent(case, [one.fact]) for one in missing):
            low, high = min(low, 0), max(high, 0)
        return self.between(low, high, missing) if low < high else self.give(low)

    @property
    def floor(self) -> Exact:
        """The worse of the two, or 0 where it is absent."""
        return min(self.reached, self.below, 0)

    @property
    def ceiling(self) -> Exact:
        """The better of the two, whatever the stated maximum."""
        return max(self.reached, self.below)

    def own_uses(self) -> Uses:
        """The figure and the mean."""
        return Uses(facts=frozenset({self.fact})) | operand_uses(self.mean)


@attrs.frozen
class _Peer:
    """
    One other subject of the cluster.

    Args:
        subject: Its id.

        figure: Its result; 0 where it is missing.

        target: The target assigned to it; 0 where none was.

        missing: What is missing to compare with it; where there is any it may be anything.
    """

    subject: str
    figure: Fraction
    target: Fraction
    missing: tuple[Missing, ...] = ()

    @property
    def excess(self) -> Fraction:
        """By how much it passes its target, as a share of the target."""
        return (self.figure - self.target) / self.target


@attrs.frozen(kw_only=True)
class AgainstBest(Item):
    """
    Points in proportion to the best of the cluster.

    With a target T and a result A: below T, half the maximum times A/T; at T, half; the subject that exceeds its
    target the most (by (A - T) / T) has the maximum; in between, half the maximum times one plus its own excess over
    the best excess. Without a target (``khong_giao``): the maximum times A over the best A among those without one.
    A subject whose result is marked, or whose target is ``khong_ap_dung``, is absent and sets nobody's scale.

    Args:
        fact: The result.

        target: The fact that holds the target.

        stratum: The fact that names the cluster; empty: every subject of the same kind.

    A target of 0 gives no proportion: the item is SILENT. A peer whose figures are missing leaves bounds: it
    may be worse than everybody, or so much better that nothing is left of the own excess.
    """

    kind: ClassVar[str] = "against-best"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    fact: str
    target: str
    stratum: str = ""

    def score(self, case: Case) -> Points:
        """The proportion, with the peer that set the scale as its note."""
        absent = self._absent(case)
        if absent is not None:
            return self.without(absent)
        names = [name for name in (self.fact, self.target, self.stratum) if name and case.fact(name) is None]
        if names:
            return self.between(0, self.maximum, tuple(m for name in names for m in case.missing(name)))
        me = self._peer(case)
        if me.target == 0 and not isinstance(case.fact(self.target), Marker):
            figure = case.fact(self.fact)
            return Points(self.id, 0, self.maximum, self.maximum, State.SILENT, figure, "zero_target")
        return self._with_target(case, me) if me.target else self._without_target(case, me)

    def _absent(self, case: Case) -> State | None:
        """The state of a subject that the item was not assigned or does not apply to."""
        figure, target = case.fact(self.fact), case.fact(self.target)
        if isinstance(figure, Marker):
            return MARKED[figure]
        return State.NOT_APPLICABLE if target is Marker.NOT_APPLICABLE else None

    def _peer(self, case: Case) -> _Peer:
        """
        The subject of *case* as one to compare.

        Raises:
            RosterError: The result or the target is not a number from 0 on.
        """
        figure, target = case.number(self.fact) or 0, case.number(self.target) or 0
        for name, value in ((self.fact, figure), (self.target, target)):
            if value < 0:
                raise case.wrong(name, "a number from 0 on")
        names = [name for name in (self.fact, self.target, self.stratum) if name and case.fact(name) is None]
        missing = tuple(item for name in names for item in case.missing(name))
        return _Peer(case.subject.id, as_fraction(figure), as_fraction(target), missing)

    def _peers(self, case: Case, *, assigned: bool) -> tuple[list[_Peer], list[_Peer]]:
        """The others, with or without a target, that it is surely compared with; and those that it may be."""
        sure: list[_Peer] = []
        open_: list[_Peer] = []
        for other in self._cluster(case):
            target = other.fact(self.target)
            marked = isinstance(target, Marker)
            peer = self._peer(other)
            if target is not None and (marked is assigned or (assigned and peer.target == 0)):
                continue
            (open_ if peer.missing else sure).append(peer)
        return sorted(sure, key=lambda one: one.subject), open_

    def _cluster(self, case: Case) -> Iterator[Case]:
        mine = case.fact(self.stratum) if self.stratum else None
        for subject in case.world.roster.subjects:
            if subject.kind is not case.subject.kind or subject.id == case.subject.id:
                continue
            other = case.other(subject)
            if self._absent(other) is None and (not self.stratum or other.fact(self.stratum) in {None, mine}):
                yield other

    def _without_target(self, case: Case, me: _Peer) -> Points:
        rivals, open_ = self._peers(case, assigned=False)
        best = max([me.figure, *(peer.figure for peer in rivals)])
        share = me.figure / best if best else Fraction(0)
        setter = next(peer.subject for peer in (me, *rivals) if peer.figure == best)
        return self._bounded(share * as_fraction(self.maximum), Fraction(0), open_, setter)

    def _with_target(self, case: Case, me: _Peer) -> Points:
        half = as_fraction(self.maximum) / 2
        if me.excess <= 0:
            note = "below_target" if me.excess < 0 else "at_target"
            return self.give(half * (me.excess + 1), tidy(me.figure), note)
        rivals, open_ = self._peers(case, assigned=True)
        best = max([me.excess, *(peer.excess for peer in rivals)])
        setter = next(peer.subject for peer in (me, *rivals) if peer.excess == best)
        return self._bounded(half * (1 + me.excess / best), half, open_, setter)

    def _bounded(self, points: Fraction, least: Fraction, open_: list[_Peer], setter: str) -> Points:
        note = f"best:{setter}"
        if not open_ or points == least:
            return self.give(points, note=note)
        missing = {item for peer in open_ for item in peer.missing}
        return self.between(least, points, tuple(sorted(missing)), note)

    def own_uses(self) -> Uses:
        """The result, the target and the cluster, of the subject and of its peers."""
        names = frozenset({self.fact, self.target, self.stratum} - {""})
        return Uses(facts=names, member_facts=names)
