"""
YAML text into plain data, without YAML's surprises; every fault is kept, with its place.

Only what a jurist writes is read: lists, maps, text, ``true`` and ``false``, whole numbers, decimals (exact) and
days. What YAML 1.1 would quietly turn into something else (``no``, ``12:30``, ``0106``, ``1_000``, ``1e3``) must be
quoted; anchors, aliases, tags and merge keys are refused, so that no text is larger than it looks.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

import yaml

from thidua_rules.policies.validation.facts import is_short
from thidua_rules.policies.validation.places import Faults, Place, Unreadable, quoted
from thidua_rules.values import nfc

MAX_BYTES: Final = 5_000_000
MAX_DEPTH: Final = 60

_WHOLE: Final = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL: Final = re.compile(r"-?(0|[1-9][0-9]*)\.[0-9]+")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CONSTANTS: Final[dict[str, object]] = {"": None, "~": None, "null": None, "true": True, "false": False}
_SWITCHES: Final = frozenset({"yes", "no", "on", "off", "y", "n", "null", "true", "false"})
_SURPRISES: Final = re.compile(
    r"""
      [-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?   # base 60
    | [-+]?0[0-9_]+                                  # base 8
    | [-+]?0[box][0-9a-fA-F_]+                       # bases 2, 8 and 16
    | [-+]?[0-9][0-9_]*                              # underscores, a plus
    | [-+]?([0-9][0-9_]*)?\.[0-9_]*([eE][-+]?[0-9]+)?
    | [-+]?[0-9][0-9_]*[eE][-+]?[0-9]+
    | [-+]?\.(inf|Inf|INF) | \.(nan|NaN|NAN)
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?       # a day that is none, or a time of day
    """,
    re.VERBOSE,
)


BAD: Final = Unreadable("a value that could not be read")
"""What stands in place of a value that could not be read; the fault is kept already."""


def parsed(text: bytes, faults: Faults) -> object:
    """*text* as plain data, or BAD where it is no YAML at all; what is wrong is added to *faults*."""
    if len(text) > MAX_BYTES:
        faults.add((), f"expected at most {MAX_BYTES // 1_000_000} MB, got more")
        return BAD
    try:
        return _Builder(faults).document(_events(text.decode("utf-8-sig")))
    except UnicodeDecodeError as problem:
        line = text.count(b"\n", 0, problem.start) + 1
        faults.add((), f"expected text in UTF-8, got other bytes at line {line}")
    except _UnreadableError as problem:
        faults.add((), str(problem))
    except yaml.MarkedYAMLError as problem:
        where, what = problem.problem_mark, problem.problem or "a fault"
        mark = f" at line {where.line + 1}, column {where.column + 1}" if where else ""
        faults.add((), f"expected YAML, got a fault{mark}: {' '.join(what.split())}")
    except yaml.YAMLError:
        faults.add((), "expected YAML, got characters that it does not allow")
    return BAD


_USED: Final = (yaml.NodeEvent, yaml.CollectionEndEvent, yaml.DocumentStartEvent)


class _UnreadableError(Exception):
    """A fault after which nothing more can be read."""


def _events(text: str) -> Iterator[yaml.Event]:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            message = f"expected at most {MAX_DEPTH} levels inside each other, got more"
            raise _UnreadableError(message)
        if isinstance(event, _USED):
            yield event


class _Builder:
    """Builds the one document that a text holds; no deeper than the bound on levels."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults

    def document(self, events: Iterator[yaml.Event]) -> object:
        """The data of the only document; None where there is none."""
        if next(events, None) is None:
            return None
        found = self._node(next(events), events, ())
        if next(events, None) is not None:
            self._faults.add((), "expected one document, got another one after '---'")
        return found

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], place: Place) -> object:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            self._faults.add(place, "expected no anchor and no alias, got one: write the value out")
        if isinstance(event, yaml.AliasEvent):
            return BAD
        if getattr(event, "tag", None) is not None:
            self._faults.add(place, "expected no tag, got one: write the value plainly")
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(events, place)
        return self._map(events, place)

    def _list(self, events: Iterator[yaml.Event], place: Place) -> list[object]:
        found: list[object] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            value = self._node(event, events, (*place, len(found)))
            found.append(value)
        return found

    def _map(self, events: Iterator[yaml.Event], place: Place) -> dict[str, object]:
        found: dict[str, object] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, events, place)
            here = (*place, key)
            value = self._node(next(events), events, here)
            if key in found:
                self._faults.add(here, "expected it once, got it twice")
            found[key] = value
        return found

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], place: Place) -> str:
        if isinstance(event, yaml.ScalarEvent) and event.value != "<<":
            return nfc(event.value)
        self._faults.add(place, "expected plain names as keys, got something else")
        if not isinstance(event, yaml.ScalarEvent):
            self._node(event, events, place)
        return "?"

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> object:
        if event.style is not None:
            return nfc(event.value)
        text: str = event.value
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _WHOLE.fullmatch(text) or _DECIMAL.fullmatch(text):
            return self._number(text, place)
        if _DAY.fullmatch(text):
            return self._day(text, place)
        if text.lower() in _SWITCHES or _SURPRISES.fullmatch(text):
            advice = f"write '{text}' in quotes, or true, false, a plain number or a day as YYYY-MM-DD"
            self._faults.add(place, f"expected a value that reads one way only, got {quoted(text)}: {advice}")
            return BAD
        return nfc(text)

    def _number(self, text: str, place: Place) -> object:
        if len(text) < 100:  # noqa: PLR2004
            value: Decimal | int = Decimal(text) if "." in text else int(text)
            if is_short(value):
                return value
        self._faults.add(place, f"expected fewer digits, got {len(text)} characters")
        return BAD

    def _day(self, text: str, place: Place) -> object:
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            self._faults.add(place, f"expected a day of the calendar, got {text}")
            return BAD
