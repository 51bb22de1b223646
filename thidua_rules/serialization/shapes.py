"""What may stand in a field, read off the type hints of attrs classes: for reading and for the schema."""

from __future__ import annotations

import datetime as dt
import types
import typing
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Any, Union

import attrs

from thidua_rules.criteria.vocabulary import Vocabulary
from thidua_rules.errors import PolicyError
from thidua_rules.policies.validation.places import meant

SCALARS = (bool, int, Decimal, Fraction, str, dt.date, type(None))


@attrs.frozen
class Field:
    """One field of a class as data: its name, its type hint, and whether it must be given."""

    name: str
    hint: object
    required: bool


@attrs.frozen
class Shape:
    """
    What may stand in one place.

    Args:
        scalars: The plain types.

        enums: The enumerations, written as their value.

        items: The hint of the items of a list, or None where no list may stand here.

        row: The hints of a list of fixed length, or nothing.

        classes: The attrs classes, or the base classes of kinds.
    """

    scalars: frozenset[type]
    enums: tuple[type[Enum], ...] = ()
    items: object = None
    row: tuple[object, ...] = ()
    classes: tuple[type, ...] = ()


@cache
def fields_of(cls: type) -> tuple[Field, ...]:
    """
    The fields of *cls* that data gives: all but its private and derived ones.

    Raises:
        PolicyError: Its type hints cannot be read.
    """
    try:
        hints = typing.get_type_hints(cls)
    except (NameError, TypeError) as problem:
        raise PolicyError.one(cls.__name__, f"expected type hints that can be read: {problem}") from None
    public = (field for field in attrs.fields(cls) if field.init and not field.name.startswith("_"))
    return tuple(Field(f.name, hints.get(f.name, object), f.default is attrs.NOTHING) for f in public)


@cache
def shape_of(hint: object) -> Shape:
    """
    What may stand where the type hint is *hint*.

    Raises:
        PolicyError: The hint is of a type that data has no form for.
    """
    options = _options(hint)
    scalars = frozenset(one for one in options if isinstance(one, type) and one in SCALARS)
    enums = tuple(one for one in options if isinstance(one, type) and issubclass(one, Enum))
    items: object = None
    row: tuple[object, ...] = ()
    classes: list[type] = []
    for option in options:
        origin, args = typing.get_origin(option), typing.get_args(option)
        if origin is tuple and len(args) == 2 and args[1] is Ellipsis:  # noqa: PLR2004
            items = args[0]
        elif origin is tuple and args:
            row = args
        elif isinstance(option, type) and option not in scalars and option not in enums:
            classes.append(option)
        elif not isinstance(option, type):
            raise PolicyError.one(str(option), "expected a type that data has a form for")
    return Shape(scalars, enums, items, row, tuple(classes))


def _options(hint: object) -> tuple[Any, ...]:
    if typing.get_origin(hint) in {Union, types.UnionType}:
        return tuple(option for arg in typing.get_args(hint) for option in _options(arg))
    return (hint,)


class Kinds:
    """The classes that may stand where a base class is asked for, by ``kind``: an explicit table."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._table = vocabulary.kinds
        self._found: dict[tuple[type, ...], dict[str, type]] = {}

    def among(self, classes: tuple[type, ...]) -> dict[str, type]:
        """The kinds whose class is one of *classes*, or derives from one."""
        if classes not in self._found:
            known = {kind: one for kind, one in self._table.items() if issubclass(one, classes)}
            named = {kind: one for one in classes if attrs.has(one) and (kind := kind_of(one))}
            self._found[classes] = named | known
        return self._found[classes]

    def plain(self, classes: tuple[type, ...]) -> type | None:
        """The one of *classes* that data writes without a ``kind``, or None."""
        plain = [one for one in classes if attrs.has(one) and kind_of(one) is None]
        return plain[0] if len(plain) == 1 else None

    def holds(self, value: object) -> bool:
        """Whether *value* is of a kind in the table."""
        return self._table.get(str(kind_of(type(value)))) is type(value)

    def unknown(self, kind: str, allowed: dict[str, type]) -> str:
        """What is wrong with a *kind* that is not *allowed*, in words."""
        if kind in self._table:
            return f"expected {listed(allowed)}, got {kind!r}"
        return f"unknown kind {kind[:60]!r}{meant(kind, allowed) or meant(kind, self._table)}"


def kind_of(cls: type) -> str | None:
    """The ``kind`` that values of *cls* are written with, or None."""
    kind = getattr(cls, "kind", None)
    return kind if isinstance(kind, str) else None


_LISTED = 8


def listed(names: typing.Iterable[str]) -> str:
    """*names* as a choice, the first few of them."""
    known = sorted(names)
    more = f" or {len(known) - _LISTED} more" if len(known) > _LISTED else ""
    first = ", ".join(repr(name) for name in known[:_LISTED])
    return first if len(known) == 1 else f"one of {first}{more}"
