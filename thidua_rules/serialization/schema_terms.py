"""The few terms of JSON Schema that the schemas are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from typing import Final

Json = dict[str, object]

TEXT: Final[Json] = {"type": "string"}
NULL: Final[Json] = {"type": "null"}
DAY: Final[Json] = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}


def object_of(properties: Mapping[str, object], required: Iterable[str]) -> Json:
    """An object of these *properties* and no others."""
    return {
        "type": "object",
        "properties": dict(properties),
        "required": list(required),
        "additionalProperties": False,
    }


def any_of(options: list[Json]) -> Json:
    """What is one of *options*."""
    return options[0] if len(options) == 1 else {"anyOf": options}


def row_of(items: list[Json]) -> Json:
    """A list of just these *items*."""
    return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}


def list_of(items: Json) -> Json:
    """A list of *items*."""
    return {"type": "array", "items": items}


def enum_of(enum: type[Enum]) -> Json:
    """One of the values of *enum*."""
    return {"enum": [member.value for member in enum]}
