"""
Which fields of a part are changed, read off their types, and why the others are not.

A kind that nobody thought of is covered by the types of its fields. What has no operator stands in one of the tables
below with its reason, or is named in the report.
"""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Hashable, Iterator
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import attrs

from thidua_rules.awards import Award, Quota
from thidua_rules.citations import Instrument
from thidua_rules.criteria.awards import Earned, NotCancelled
from thidua_rules.criteria.base import Criterion, Fact, Parameter, Part, YearsBefore
from thidua_rules.criteria.logic import Clause, Not
from thidua_rules.facts import Choice, FactSpec
from thidua_rules.policies.layers import Layer, ParameterSpec
from thidua_rules.policies.obligations import (
    Fund,
    Movement,
    Obligation,
    Proposal,
    Provision,
    Standings,
    Target,
)
from thidua_rules.policies.procedures import Procedure, Step
from thidua_rules.scales import Group, Scale, ScoreClass, Share, TieKey

_QUESTION: Final = "it describes a question and is no rule: what a roster may hold, not what follows from it"
_DEMAND: Final = "no case asks of demands, standings or the fund: only of awards, criteria and scales"

UNASKED: Final[dict[type, str]] = {
    Instrument: "it names a text",
    FactSpec: _QUESTION,
    Choice: _QUESTION,
    Fund: _DEMAND,
    Movement: _DEMAND,
    Obligation: _DEMAND,
    Proposal: _DEMAND,
    Provision: "it says where a sentence of a plan is encoded",
    Share: _DEMAND,
    Standings: _DEMAND,
    Target: _DEMAND,
    TieKey: _DEMAND,
}
"""Kinds that are left as they are, with everything in them."""

_NAME: Final = "it only names something: what holds it is dropped or turned round instead"

HELD: Final[dict[type, str]] = dict.fromkeys((Fact, Parameter, YearsBefore, Earned, NotCancelled), _NAME)
"""Kinds that have no operator of their own, since they only name something."""

_LAYER: Final = "what a layer holds is changed inside; that it is missing would be a fault of the policy"
_BOUNDS: Final = "it bounds what a lower layer may set, which `review` checks"
_DOSSIERS: Final = "it says what a dossier may be about, which is checked where a roster is read"
_STATED: Final = "it keeps what a rubric says of itself, for its defects"

LEFT: Final[dict[tuple[type, str], str]] = {
    **{(Layer, name): _LAYER for name in ("parameters", "scales", "awards", "procedures")},
    **{(Layer, name): _DEMAND for name in ("obligations", "targets", "movements", "standings", "fund")},
    (Layer, "instruments"): "it names texts",
    (Layer, "facts"): _QUESTION,
    (Layer, "provisions"): "it says where a sentence of a plan is encoded",
    (Layer, "valid_from"): "outside it an evaluation is cautioned, and is the same",
    (Layer, "valid_to"): "outside it an evaluation is cautioned, and is the same",
    **{(ParameterSpec, name): _BOUNDS for name in ("minimum", "maximum", "settable", "choices")},
    (Award, "form"): "it says which of two words is used",
    (Award, "tracked"): "it says whether the commune proposes it; an outcome is the same",
    (Clause, "criterion"): "its parts are changed, and it is dropped as a whole",
    (Not, "criterion"): "the negation is dropped instead",
    (Procedure, "awards"): _DOSSIERS,
    (Procedure, "recipients"): _DOSSIERS,
    (Scale, "settable"): _BOUNDS,
    (Scale, "ties"): _DEMAND,
    (Scale, "shares"): _DEMAND,
    (Scale, "stated_total"): _STATED,
    (Scale, "defects"): _STATED,
    (Group, "stated_block"): _STATED,
    (ScoreClass, "contradictory"): _STATED,
}
"""Fields that are not changed themselves, each with its reason; the parts inside them may be."""

LEFT_ANYWHERE: Final = {
    "citation": "it says where a rule stands",
    "citations": "it says where a rule stands",
    "standing": "it says how well a rule was confirmed",
}
"""Fields of any kind that change no answer."""

ORDERED: Final = {(Award, "ranking")}
"""Fields in which the order has a meaning: neighbours change places."""

TEXT_OPERATORS: Final = {(Quota, "group")}
"""Texts that are more than a name."""

DROPPED: Final = {(Step, name) for name in ("after", "within", "wait", "due", "before")}
"""Names of something else that may stand empty: what they say of it can be left out."""


@attrs.frozen
class Field:
    """
    A field that has an operator.

    Args:
        name: Its name.

        optional: Whether it may be empty, so that what stands there can be dropped.
    """

    name: str
    optional: bool


@cache
def fields_of(cls: Hashable) -> tuple[Field, ...]:
    """The fields of *cls* that have an operator, in order; nothing for a kind that is left as it is."""
    if not isinstance(cls, type) or cls in UNASKED or not attrs.has(cls):
        return ()
    hints = _hints(cls)
    found = []
    for one in attrs.fields(cls):
        members = tuple(_members(hints.get(one.name, one.type)))
        if one.init and why_left(cls, one.name) is None and any(_changes(cls, one.name, m) for m in members):
            found.append(Field(one.name, optional=type(None) in members))
    return tuple(found)


def why_left(cls: type, name: str) -> str | None:
    """Why the field *name* of *cls* is not changed, or None where nothing is said of it."""
    return LEFT_ANYWHERE.get(name) or next(
        (LEFT[base, name] for base in cls.__mro__ if (base, name) in LEFT), None
    )


def is_silent(cls: type) -> bool:
    """Whether *cls* has no operator and no stated reason for that."""
    own = bool(fields_of(cls)) or issubclass(cls, Not)
    return not own and cls not in HELD and cls not in UNASKED


def _hints(cls: type) -> dict[str, Any]:
    """The types of the fields; as written where a name in them is known to type checkers only."""
    try:
        return get_type_hints(cls)
    except NameError:
        return {}


def _members(hint: Any) -> Iterator[Any]:  # noqa: ANN401  # a type in any of its forms
    if get_origin(hint) in {Union, types.UnionType}:
        for one in get_args(hint):
            yield from _members(one)
    elif isinstance(hint, str):
        yield from (object,)
    else:
        yield hint


def _changes(cls: type, name: str, hint: Any) -> bool:  # noqa: ANN401
    """Whether a value of type *hint* has an operator where it stands."""
    if (cls, name) in TEXT_OPERATORS or (cls, name) in DROPPED:
        return True
    if get_origin(hint) is tuple:
        inside = [one for part in get_args(hint) if part is not ... for one in _members(part)]
        return any(one is str or _changes(cls, name, one) for one in inside)
    if not isinstance(hint, type):
        return False
    return hint is object or issubclass(hint, (int, Decimal, dt.date, Enum, Criterion, Part))
