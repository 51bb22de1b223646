"""How far each kind of criterion looks, and how a tree is made anew of what becomes of its parts."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Final

import attrs

from thidua_rules.criteria.awards import (
    Earned,
    MemberOf,
    NotCancelled,
    OfUnit,
    Registered,
)
from thidua_rules.criteria.base import Criterion
from thidua_rules.criteria.choices import Chosen
from thidua_rules.criteria.comparisons import Between, Compare, Is, MonthsSince, OneOf
from thidua_rules.criteria.histories import ConsecutiveYears
from thidua_rules.criteria.logic import All, Any, AtLeastOf, Clause, Not, Settled, Unless
from thidua_rules.criteria.members import MemberCount, MemberShare, OverMembers
from thidua_rules.criteria.records import Count, Exists, NoneOf
from thidua_rules.criteria.votes import Voted
from thidua_rules.scales.criteria import ClassAtLeast, ScoreReaches, StandardsReach
from thidua_rules.values import plain_data

OWN: Final = "own"
"""Reads its own subject and what it earned: asked again where that changes."""

MEMBERS: Final = "members"
"""Counts its members by two trees."""

UNIT: Final = "unit"
"""Asks a tree of its unit."""

WIDE: Final = "wide"
"""May read anybody: asked again for everybody where anything that it names changes."""

LOGIC: Final[tuple[type, ...]] = (All, Any, Not, AtLeastOf, Unless, Clause, Settled, Chosen)
"""The connectives: their own ``verdict`` folds what stands below them."""

REACH: Final[dict[type, str]] = {
    Compare: OWN,
    Between: OWN,
    OneOf: OWN,
    Is: OWN,
    MonthsSince: OWN,
    Count: OWN,
    Exists: OWN,
    NoneOf: OWN,
    ConsecutiveYears: OWN,
    Registered: OWN,
    MemberOf: OWN,
    Earned: OWN,
    NotCancelled: OWN,
    Voted: OWN,
    ScoreReaches: OWN,
    StandardsReach: OWN,
    ClassAtLeast: OWN,
    MemberShare: MEMBERS,
    MemberCount: MEMBERS,
    OfUnit: UNIT,
}
"""How far each kind of leaf looks; a kind of another package is not listed, see :func:`reach_of`."""


def reach_of(leaf: Criterion) -> str:
    """How far *leaf* looks: as listed; else its own subject, unless it has parts or says that it reads others' facts."""
    listed = REACH.get(type(leaf))
    if listed is not None:
        return listed
    return WIDE if leaf.parts() or leaf.uses().member_facts else OWN


def asks_above(leaf: Criterion) -> bool:
    """Whether *leaf* may look at the units above its subject's own; a kind of another package may."""
    return isinstance(leaf, MemberOf) or type(leaf) not in REACH


def rebuilt(criterion: Criterion, seen: Callable[[Criterion], Criterion]) -> Criterion:
    """*criterion* with each of its parts replaced by what *seen* makes of it."""
    return _PARTS[type(criterion)](criterion, seen)


def _of_many(criterion: Criterion, seen: Callable[[Criterion], Criterion]) -> Criterion:
    parts = tuple([seen(part) for part in criterion.parts()])
    return attrs.evolve(criterion, criteria=parts)  # type: ignore[misc]


def _of_one(criterion: Criterion, seen: Callable[[Criterion], Criterion]) -> Criterion:
    return attrs.evolve(criterion, criterion=seen(criterion.parts()[0]))  # type: ignore[misc]


def _unless(criterion: Criterion, seen: Callable[[Criterion], Criterion]) -> Criterion:
    assert isinstance(criterion, Unless)  # noqa: S101  # by the table below
    exceptions = tuple(
        attrs.evolve(one, when=seen(one.when), then=seen(one.then)) for one in criterion.exceptions
    )
    return attrs.evolve(criterion, rule=seen(criterion.rule), exceptions=exceptions)


def _over_members(criterion: Criterion, seen: Callable[[Criterion], Criterion]) -> Criterion:
    assert isinstance(criterion, OverMembers)  # noqa: S101  # by the table below
    among = None if criterion.among is None else seen(criterion.among)
    return attrs.evolve(criterion, of=seen(criterion.of), among=among)  # type: ignore[misc]


def _unchanged(criterion: Criterion, seen: Callable[[Criterion], Criterion]) -> Criterion:
    del seen
    return criterion


_PARTS: Final[Mapping[type, Callable[[Criterion, Callable[[Criterion], Criterion]], Criterion]]] = {
    All: _of_many,
    Any: _of_many,
    AtLeastOf: _of_many,
    Not: _of_one,
    Clause: _of_one,
    Settled: _unchanged,
    Chosen: _unchanged,
    Unless: _unless,
    MemberShare: _over_members,
    MemberCount: _over_members,
    OfUnit: _of_one,
}


def key_of(leaf: Criterion) -> str:
    """The same for leaves that say the same, also in the types of their values."""
    name = f"{type(leaf).__module__}.{type(leaf).__qualname__}"
    try:
        return name + json.dumps(plain_data(leaf), ensure_ascii=False, sort_keys=True)
    except TypeError:
        return f"{name} {id(leaf)}"
