"""Every attrs value inside another, each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from thidua_rules.policies.validation.places import Place


def walk(value: object) -> Iterator[tuple[Place, object]]:
    """*value* and every attrs value in its public fields, parents first, in order, each with its place."""
    stack: list[tuple[Place, Any]] = [((), value)]
    while stack:
        place, part = stack.pop()
        if isinstance(part, tuple):
            stack.extend(((*place, index), item) for index, item in reversed(list(enumerate(part))))
        elif attrs.has(type(part)):
            yield place, part
            names = [field.name for field in attrs.fields(type(part)) if field.init]
            stack.extend(((*place, name), getattr(part, name)) for name in reversed(names))
