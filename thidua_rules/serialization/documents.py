"""JSON text into plain data, within bounds: size, depth, digits, encoding, keys given twice."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO, Final

from thidua_rules.errors import InputError
from thidua_rules.policies.validation.facts import is_short
from thidua_rules.policies.validation.places import Unreadable
from thidua_rules.values import MAX_DIGITS

MAX_BYTES: Final = 100_000_000
MAX_DEPTH: Final = 100
MAX_VALUES: Final = 10_000_000
_LONGEST_LITERAL: Final = 2 * MAX_DIGITS + 10

Source = str | os.PathLike[str] | BinaryIO
"""A path, or an open file of bytes."""

Text = str | bytes | Mapping[str, object]
"""JSON as text, as bytes in UTF-8, or already parsed."""


class Repeated(dict[str, object]):
    """An object in which keys were given twice: the last value stands, and *keys* names them."""

    keys_given_twice: tuple[str, ...] = ()


def read_bytes(source: Source, root: str, error: type[InputError]) -> bytes:
    """
    The content of *source*, never more than the bound.

    Raises:
        InputError: It cannot be read, or is too large.
    """
    try:
        if not isinstance(source, (str, os.PathLike)):
            data = source.read(MAX_BYTES + 1)
        elif Path(source).stat().st_size > MAX_BYTES:
            raise _too_large(root, error)
        else:
            with Path(source).open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as problem:
        if isinstance(problem, InputError):
            raise
        reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else "not a path"
        raise error.one(root, f"cannot read the file: {reason.lower()}") from None
    if len(data) > MAX_BYTES:
        raise _too_large(root, error)
    return data


def _too_large(root: str, error: type[InputError]) -> InputError:
    return error.one(root, f"expected at most {MAX_BYTES // 1_000_000} MB, got more")


def parse(text: Text, root: str, error: type[InputError]) -> object:
    """
    *text* as plain data: decimals exact, and what cannot be used marked where it stands.

    Raises:
        InputError: It is no JSON at all, or out of bounds.
    """
    if not isinstance(text, (str, bytes)):
        if problem := _bounds(text):
            raise error.one(root, problem)
        return text
    if len(text) > MAX_BYTES:
        raise _too_large(root, error)
    text = _decoded(text, root, error)
    if not text.strip():
        raise error.one(root, "expected JSON, got nothing at all")
    if _depth(text) > MAX_DEPTH:
        raise error.one(root, f"expected at most {MAX_DEPTH} levels inside each other, got more")
    try:
        return _DECODER.decode(text)
    except json.JSONDecodeError as problem:
        where = f"line {problem.lineno}, column {problem.colno}"
        message = problem.msg[0].lower() + problem.msg[1:]
        raise error.one(root, f"expected JSON, got a fault at {where}: {message}") from None


def _decoded(text: str | bytes, root: str, error: type[InputError]) -> str:
    if isinstance(text, str):
        return text.removeprefix("\ufeff")
    try:
        return text.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = text.count(b"\n", 0, problem.start) + 1
        raise error.one(root, f"expected text in UTF-8, got other bytes at line {line}") from None


_ESCAPE: Final = re.compile(rb"\\.", re.DOTALL)
_STRING: Final = re.compile(rb'"[^"]*"')
_OTHERS: Final = bytes(byte for byte in range(256) if byte not in b'"[]{}')
_STEPS: Final = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1, ord('"'): 0}


def _depth(text: str) -> int:
    """How deep lists and objects lie inside each other: one pass, before anything is parsed."""
    marks = _ESCAPE.sub(b"", text.encode("utf-8", "replace")).translate(None, _OTHERS)
    return max(accumulate(map(_STEPS.__getitem__, _STRING.sub(b"", marks))), default=0)


def _whole(literal: str) -> int | Unreadable:
    if len(literal.removeprefix("-")) > MAX_DIGITS:
        return Unreadable(f"a number of {len(literal.removeprefix('-'))} digits")
    return int(literal)


def _fraction(literal: str) -> Decimal | Unreadable:
    if len(literal) > _LONGEST_LITERAL:
        return Unreadable("a number of too many digits")
    try:
        value = Decimal(literal)
    except InvalidOperation:
        return Unreadable("a number of too many digits")
    return value if is_short(value) else Unreadable("a number of too many digits")


def _no_number(literal: str) -> Unreadable:
    return Unreadable(literal)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    seen: set[str] = set()
    twice = dict.fromkeys(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
    repeated = Repeated(found)
    repeated.keys_given_twice = tuple(twice)
    return repeated


_DECODER: Final = json.JSONDecoder(
    object_pairs_hook=_object, parse_int=_whole, parse_float=_fraction, parse_constant=_no_number
)


def _bounds(data: object) -> str:
    """What is wrong with the size or depth of parsed *data*, which may even contain itself."""
    stack: list[tuple[object, int]] = [(data, 0)]
    seen = 0
    while stack:
        value, depth = stack.pop()
        seen += 1
        if depth > MAX_DEPTH:
            return f"expected at most {MAX_DEPTH} levels inside each other, got more"
        if seen > MAX_VALUES:
            return f"expected at most {MAX_VALUES} values, got more"
        if isinstance(value, Mapping):
            stack.extend((item, depth + 1) for item in value.values())
        elif isinstance(value, (list, tuple)):
            stack.extend((item, depth + 1) for item in value)
    return ""
