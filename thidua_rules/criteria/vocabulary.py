"""Which kinds of criteria there are: an explicit, immutable table, to which another package adds its own."""

from __future__ import annotations

from typing import Self

import attrs

from thidua_rules.criteria import awards, choices, comparisons, histories, logic, members, records, votes
from thidua_rules.criteria.base import Constant, Fact, Parameter, Sum, YearsBefore
from thidua_rules.errors import PolicyError
from thidua_rules.values import FrozenMap, nearest

BUILTIN: tuple[type, ...] = (
    Constant,
    Fact,
    Parameter,
    Sum,
    YearsBefore,
    logic.All,
    logic.Any,
    logic.AtLeastOf,
    logic.Clause,
    logic.Exempt,
    logic.Not,
    logic.Settled,
    logic.Unless,
    choices.Chosen,
    comparisons.Between,
    comparisons.Compare,
    comparisons.Is,
    comparisons.MonthsSince,
    comparisons.OneOf,
    records.Count,
    records.Exists,
    records.NoneOf,
    records.Where,
    records.WhereIn,
    records.WhereWithin,
    histories.ConsecutiveYears,
    members.MemberCount,
    members.MemberShare,
    awards.Earned,
    awards.MemberOf,
    awards.NotCancelled,
    awards.OfUnit,
    awards.Registered,
    votes.Voted,
)


@attrs.frozen
class Vocabulary:
    """
    The kinds that a policy may be written in.

    Args:
        kinds: Each kind's name and class.
    """

    kinds: FrozenMap[str, type]

    @classmethod
    def builtin(cls) -> Self:
        """The kinds that ship with the library; scales add theirs when policies are loaded."""
        return cls(FrozenMap()).with_kind(*BUILTIN)

    def with_kind(self, *classes: type) -> Self:
        """
        A vocabulary that also knows *classes*.

        Raises:
            PolicyError: A class has no ``kind``, or a kind is taken by another class.
        """
        table = dict(self.kinds.items())
        for one in classes:
            kind = getattr(one, "kind", None)
            if not isinstance(kind, str) or not attrs.has(one):
                raise PolicyError.one(one.__name__, "expected an attrs class with a 'kind'")
            if table.setdefault(kind, one) is not one:
                raise PolicyError.one(one.__name__, f"kind {kind!r} is taken by {table[kind].__name__}")
        return attrs.evolve(self, kinds=FrozenMap(table))

    def find(self, kind: str) -> type | None:
        """The class of *kind*, or None."""
        return self.kinds.get(kind)

    def nearest(self, kind: str) -> str | None:
        """The known kind closest to *kind*."""
        return nearest(kind, self.kinds)
