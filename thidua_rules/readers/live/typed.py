"""Whether the fields of an event hold what their types say; what the values of facts are is asked elsewhere."""

from __future__ import annotations

import datetime as dt
import types
import typing
from collections.abc import Iterator
from typing import Any, Final, Union

import attrs

from thidua_rules.facts import SubjectKind
from thidua_rules.policies.validation.places import Place
from thidua_rules.serialization.shapes import fields_of
from thidua_rules.subjects import Ballot, Decision, DecisionState, Subject
from thidua_rules.values import FrozenMap, Value

_WORDS: Final[dict[object, str]] = {
    str: "text",
    int: "a whole number",
    bool: "true or false",
    dt.date: "a day",
    Decision: "a decision",
    Ballot: "a ballot",
    Subject: "a subject",
    DecisionState: "a state of a decision",
    SubjectKind: "a kind of subject",
    tuple: "rows",
    FrozenMap: "values by name",
    types.NoneType: "nothing",
}


def mistyped(value: object, place: Place = ()) -> Iterator[tuple[Place, str]]:
    """The place and the problem of every field of *value*, and of what it holds, that is of another type than it says."""
    cls: type = type(value)
    for field in fields_of(cls):
        inner, here = getattr(value, field.name), (*place, field.name)
        if field.hint == Value:
            continue
        if not _fits(inner, field.hint):
            yield here, f"expected {_words(field.hint)}, got a value of type {type(inner).__name__}"
        elif attrs.has(type(inner)):
            yield from mistyped(inner, here)


def _fits(value: object, hint: Any) -> bool:  # noqa: ANN401  # whatever a type hint may be
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in {Union, types.UnionType}:
        return any(_fits(value, one) for one in args)
    if origin is tuple:
        return isinstance(value, tuple) and all(_fits(one, args[0]) for one in value)
    if origin is FrozenMap:
        named = isinstance(value, FrozenMap) and all(isinstance(name, str) for name in value)
        return named and (args[1] == Value or all(_fits(one, args[1]) for one in value.values()))  # type: ignore[attr-defined]
    return type(value) is hint if hint in {int, dt.date} else isinstance(value, hint)


def _words(hint: Any) -> str:  # noqa: ANN401  # whatever a type hint may be
    several = typing.get_origin(hint) in {Union, types.UnionType}
    return " or ".join(_words(one) for one in typing.get_args(hint)) if several else _word(hint)


def _word(hint: Any) -> str:  # noqa: ANN401  # whatever a type hint may be
    return _WORDS[typing.get_origin(hint) or hint]
