"""Leaves that depend on peers: against a published mean, and against the best of the cluster, with or without targets."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

import attrs

from thidua_rules.criteria.base import Case, Operand, Uses, as_operand, operand_missing, operand_uses
from thidua_rules.criteria.comparisons import exact
from thidua_rules.findings import Missing
from thidua_rules.scales.base import Exact, Item, Number, Points, State
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
        """Either of the two, or both ends where a side is missing."""
        value = self.number(case, self.fact)
        mean = exact(self.mean.resolve(case), self.id)
        if isinstance(value, Points) and value.state is not State.MISSING:
            return value
        if isinstance(value, Points) or mean is None:
            missing = (*case.missing(self.fact),) if isinstance(value, Points) else ()
            low, high = sorted((self.below, self.reached))
            return self.between(low, high, missing + operand_missing(self.mean, case))
        return self.give(self.reached if value >= mean else self.below, value, f"mean:{mean}")

    @property
    def ceiling(self) -> Exact:
        """The better of the two, whatever the stated maximum."""
        return max(self.reached, self.below)

    def own_uses(self) -> Uses:
        """The figure and the mean."""
        return Uses(facts=frozenset({self.fact})) | operand_uses(self.mean)


@attrs.frozen
class _Peer:
    """One subject of the cluster: its figure, and the target assigned to it, if any."""

    subject: str
    figure: Fraction | None
    target: Fraction | None
    assigned: bool | None


@attrs.frozen(kw_only=True)
class AgainstBest(Item):
    """
    Points in proportion to the best of the cluster.

    With a target T and a result A: below T, half the maximum times A/T; at T, half; the subject that exceeds its
    target the most (by (A - T) / T) has the maximum; in between, half the maximum times one plus its own excess over
    the best excess. Without a target (``khong_giao``): the maximum times A over the best A among those without one.

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
        me = self._peer(case)
        if me.figure is None or me.assigned is None:
            absent = [name for name in (self.fact, self.target) if case.fact(name) is None]
            return self.between(0, self.maximum, tuple(m for name in absent for m in case.missing(name)))
        peers = [self._peer(other) for other in self._cluster(case)]
        if me.assigned and me.target == 0:
            return Points(
                self.id, 0, self.maximum, self.maximum, State.SILENT, case.fact(self.fact), "zero_target"
            )
        return self._with_target(me, peers) if me.assigned else self._without_target(me, peers)

    def _cluster(self, case: Case) -> list[Case]:
        mine = case.fact(self.stratum) if self.stratum else None
        found = []
        for subject in case.world.roster.subjects:
            if subject.kind is case.subject.kind and subject.id != case.subject.id:
                other = case.other(subject)
                if not self.stratum or other.fact(self.stratum) == mine:
                    found.append(other)
        return found

    def _peer(self, case: Case) -> _Peer:
        figure, target = case.number(self.fact), case.fact(self.target)
        assigned = None if target is None else not isinstance(target, Marker)
        number = case.number(self.target) if assigned else None
        return _Peer(
            case.subject.id,
            None if figure is None else as_fraction(figure),
            None if number is None else as_fraction(number),
            assigned,
        )

    def _without_target(self, me: _Peer, peers: list[_Peer]) -> Points:
        figure = me.figure or Fraction(0)
        rivals = [p for p in peers if p.assigned is False and p.figure is not None]
        best = max([figure, *(p.figure for p in rivals if p.figure is not None)])
        open_ = [p for p in peers if p.assigned is None or (not p.assigned and p.figure is None)]
        share = figure / best if best > 0 else Fraction(0)
        return self._bounded(
            share * as_fraction(self.maximum), Fraction(0), open_, self._setter(me, rivals, best)
        )

    def _with_target(self, me: _Peer, peers: list[_Peer]) -> Points:
        half = as_fraction(self.maximum) / 2
        own = _excess(me)
        if own < 0:
            return self.give(half * (own + 1), tidy(me.figure or 0), "below_target")
        rivals = [p for p in peers if p.assigned and p.target and p.figure is not None]
        best = max([own, *(_excess(p) for p in rivals)])
        if own == 0 or best == 0:
            return self.give(half, tidy(me.figure or 0), "at_target")
        open_ = [p for p in peers if p.assigned is None or (p.assigned and p.figure is None)]
        setter = next((p.subject for p in sorted(rivals, key=lambda p: p.subject) if _excess(p) == best), "")
        note = me.subject if own == best else setter
        return self._bounded(half * (1 + own / best), half, open_, note)

    def _setter(self, me: _Peer, rivals: list[_Peer], best: Fraction) -> str:
        if me.figure == best:
            return me.subject
        return next((p.subject for p in sorted(rivals, key=lambda p: p.subject) if p.figure == best), "")

    def _bounded(self, points: Fraction, least: Fraction, open_: list[_Peer], setter: str) -> Points:
        note = f"best:{setter}"
        if not open_ or points == least:
            return self.give(points, note=note)
        missing = {Missing(p.subject, self.fact) for p in open_ if p.figure is None}
        missing |= {Missing(p.subject, self.target) for p in open_ if p.assigned is None}
        return self.between(least, points, tuple(sorted(missing)), note)

    def own_uses(self) -> Uses:
        """The result, the target and the cluster, of the subject and of its peers."""
        names = frozenset({self.fact, self.target, self.stratum} - {""})
        return Uses(facts=names, member_facts=names)


def _excess(peer: _Peer) -> Fraction:
    if peer.figure is None or not peer.target:
        return Fraction(-1)
    return (peer.figure - peer.target) / peer.target
