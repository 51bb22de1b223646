"""Share and count over the members of a collective; members whose facts are missing give bounds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import ClassVar

import attrs

from thidua_rules.criteria.base import (
    Case,
    Criterion,
    Operand,
    Uses,
    as_operand,
    operand_asked,
    operand_missing,
    operand_uses,
)
from thidua_rules.criteria.comparisons import Exact, Op, as_op, compare_bounds, exact
from thidua_rules.findings import Finding, Missing, new_finding
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict

MEMBERS = "thanh_vien"
"""The name under which an empty list of members is reported as missing."""


Pair = tuple[Verdict, Verdict]
"""One member: whether it is in the base, and whether it meets the condition."""


class Tally:
    """
    How many members there are of each :data:`Pair`.

    Args:
        pairs: One for each member.
    """

    __slots__ = ("pairs",)

    def __init__(self, pairs: Iterable[Pair] = ()) -> None:
        self.pairs = Counter(pairs)

    def count(self, base: tuple[Verdict, ...], met: tuple[Verdict, ...]) -> int:
        """How many are in the base as one of *base* and meet the condition as one of *met*."""
        return sum(n for (inside, meets), n in self.pairs.items() if inside in base and meets in met)

    def numbers(self) -> tuple[int, int]:
        """The fewest and the most members that are in the base and meet the condition."""
        possible = (MET, UNKNOWN)
        return self.count((MET,), (MET,)), self.count(possible, possible)

    def shares(self) -> tuple[Fraction, Fraction] | None:
        """
        The smallest and the largest share; None where the base may be empty.

        A member who may be outside the base lowers the share by being inside unmet, and raises it by being inside met.
        """
        inside = self.count((MET,), (MET, UNKNOWN, UNMET))
        sure, most = self.count((MET,), (MET,)), self.count((MET,), (MET, UNKNOWN))
        lowering = self.count((UNKNOWN,), (UNMET, UNKNOWN))
        raising = self.count((UNKNOWN,), (MET, UNKNOWN))
        if inside == 0:
            return None
        return Fraction(sure, inside + lowering), Fraction(most + raising, inside + raising)


class OverMembers(Criterion):
    """What share and count over members have in common."""

    __slots__ = ()

    of: Criterion
    op: Op
    value: Operand
    among: Criterion | None

    def _bounds(self, tally: Tally) -> tuple[Exact, Exact] | None:
        raise NotImplementedError

    def verdict(self, case: Case) -> Verdict:
        """The bounds against the number; UNKNOWN where no member is listed."""
        members = case.members()
        among = self.among
        base = [MET if among is None else among.verdict(member) for member in members]
        met = [self.of.verdict(member) for member in members]
        return self.settle(case, Tally(zip(base, met, strict=True)))[0]

    def check(self, case: Case) -> Finding:
        """The bounds against the number, with one finding a member."""
        members = case.members()
        children = tuple([self._member(member) for member in members])
        base = tuple([MET if self.among is None else child.children[1].verdict for child in children])
        met = tuple([child.children[0].verdict for child in children])
        verdict, observed, wanted = self.settle(case, Tally(zip(base, met, strict=True)))
        open_ = tuple(i for i, child in enumerate(children) if child.verdict is UNKNOWN)
        missing: tuple[Missing, ...] = ()
        if verdict is UNKNOWN:
            missing = operand_missing(self.value, case)
            missing = missing or (case.missing(MEMBERS) if observed is None and not open_ else ())
        asked = (
            ("op", self.op.value),
            ("value", operand_asked(self.value)),
            ("members", len(children)),
            ("base", sum(verdict is MET for verdict in base)),
            ("met", sum(b is MET and m is MET for b, m in zip(base, met, strict=True))),
        )
        deciders = open_ if verdict is UNKNOWN else ()
        return new_finding(self.kind, verdict, asked, observed, wanted, missing, children, deciders)

    def _member(self, member: Case) -> Finding:
        children = [self.of.check(member)]
        if self.among is not None:
            children.append(self.among.check(member))
        verdict = self._counts(children[0].verdict, children[1].verdict if children[1:] else MET)
        deciders = tuple(i for i, child in enumerate(children) if child.verdict is verdict)
        return new_finding(
            "member", verdict, children=tuple(children), deciders=deciders, subject=member.subject.id
        )

    def _counts(self, met: Verdict, base: Verdict) -> Verdict:
        return met & base

    def settle(self, case: Case, tally: Tally) -> tuple[Verdict, object, Exact | None]:
        """The verdict on members counted in *tally*, what was observed, and the number asked for."""
        wanted = exact(self.value.resolve(case), self.kind)
        bounds = self._bounds(tally)
        if bounds is None or not any(tally.pairs.values()):
            return UNKNOWN, None, wanted
        observed: object = bounds[0] if bounds[0] == bounds[1] else bounds
        if wanted is None:
            return UNKNOWN, observed, None
        return compare_bounds(*bounds, self.op, wanted), observed, wanted

    def own_uses(self) -> Uses:
        """The number, and what is asked of the members, as facts of members."""
        return operand_uses(self.value)

    def uses(self) -> Uses:
        """The number, and what is asked of the members, as facts of members."""
        inner = self.of.uses() | (self.among.uses() if self.among is not None else Uses())
        return self.own_uses() | attrs.evolve(
            inner, facts=frozenset(), member_facts=inner.facts | inner.member_facts
        )


@attrs.frozen
class MemberShare(OverMembers):
    """
    Met when the share of members that meet a criterion stands to a fraction as asked, compared exactly.

    Args:
        of: What is asked of each member.

        op: The comparison.

        value: The fraction, from 0 to 1.

        among: Who belongs to the base; everybody where None.
    """

    kind: ClassVar[str] = "member-share"

    of: Criterion
    op: Op = attrs.field(converter=as_op)
    value: Operand = attrs.field(converter=as_operand)
    among: Criterion | None = None

    def _bounds(self, tally: Tally) -> tuple[Exact, Exact] | None:
        return tally.shares()

    def _counts(self, met: Verdict, base: Verdict) -> Verdict:
        # One who may belong to the base lowers the share also where it surely does not meet the condition.
        return met if base is MET else base


@attrs.frozen
class MemberCount(OverMembers):
    """
    Met when the number of members that meet a criterion stands to a number as asked.

    Args:
        of: What is asked of each member.

        op: The comparison.

        value: The number.

        among: Who belongs to the base; everybody where None.
    """

    kind: ClassVar[str] = "member-count"

    of: Criterion
    op: Op = attrs.field(converter=as_op)
    value: Operand = attrs.field(converter=as_operand)
    among: Criterion | None = None

    def _bounds(self, tally: Tally) -> tuple[Exact, Exact] | None:
        return tally.numbers()
