"""Where a fault stands, how what was found is shown, and which name may have been meant."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

import attrs

from thidua_rules.errors import Fault
from thidua_rules.values import MAX_DIGITS, Marker, advice, fold, nfc

Place = tuple[str | int, ...]
"""The steps from the top of a document to a value: names and indices."""

HIDDEN: Final = "a value that is not shown"
_PLAIN: Final = re.compile(r"\w[\w-]{0,79}")
_SHOWN: Final = 60
_LOOK_UPS: Final = 50
_COMPARISONS: Final = 20_000


@attrs.frozen
class Unreadable:
    """What stands in place of a number that cannot be used, with how a message describes it."""

    description: str


def written(place: Place, root: str) -> str:
    """*place* as text, such as ``subjects[3].facts.ngay_nghi_khac``; the top itself is *root*."""
    text = ""
    for step in place:
        if isinstance(step, str) and _PLAIN.fullmatch(step) and step.isprintable():
            text += f".{step}" if text else step
        else:
            text += f"[{quoted(step) if isinstance(step, str) else step}]"
    return text or root


def quoted(text: str) -> str:
    """*text* in quotes, on one line and cut where it is long."""
    return repr(text) if len(text) <= _SHOWN else f"{text[:_SHOWN]!r}…"


def shown(value: object) -> str:
    """*value* as a message may name it: what is short is quoted, the rest only described."""
    if isinstance(value, Unreadable):
        return value.description
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if abs(value) < 10**MAX_DIGITS else f"a number of more than {MAX_DIGITS} digits"
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, (Decimal, dt.date)):
        return str(value)[:_SHOWN]
    return _described(value)


def _described(value: object) -> str:
    """The plain word for what JSON calls *value*, or its type."""
    words = {None: "null", True: "true", False: "false"}
    if value is None or isinstance(value, bool):
        return words[value]
    if isinstance(value, Marker):
        return repr(value.value)
    if isinstance(value, Mapping):
        return "an object"
    return "a list" if isinstance(value, (list, tuple)) else f"a {type(value).__name__}"


def meant(name: str, known: Iterable[str]) -> str:
    """``, did you mean 'x'?`` for the nearest known name; nothing for a name without letters and digits."""
    return advice(nfc(name), known) if fold(name) else ""


class Names:
    """
    Names that are known, to find the one that was meant.

    Looking among very many is bounded: after a number of look-ups no more advice is given.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self.known = frozenset(known)
        self._given: dict[str, str] = {}
        self._left = max(3, min(_LOOK_UPS, _COMPARISONS // (len(self.known) + 1)))

    def __contains__(self, name: str) -> bool:
        return name in self.known

    def advice(self, name: str) -> str:
        """``, did you mean 'x'?`` or an empty text."""
        if name not in self._given:
            if self._left == 0:
                return ""
            self._left -= 1
            self._given[name] = meant(name, self.known) or self._longer(name)
        return self._given[name]

    def _longer(self, name: str) -> str:
        """The advice where exactly one known name begins with *name* and goes on with another word."""
        start = fold(nfc(name))
        found = [one for one in self.known if start and fold(one).startswith(f"{start}_")]
        return f", did you mean {found[0]!r}?" if len(found) == 1 else ""

    def unknown(self, what: str, name: str) -> str:
        """The problem of a *name* that is not known."""
        return f"unknown {what} {quoted(name)}{self.advice(name)}"


class Faults:
    """Faults as they are found, each with its place."""

    def __init__(self) -> None:
        self.found: list[tuple[Place, str]] = []

    def add(self, place: Place, problem: str) -> None:
        """One more fault."""
        self.found.append((place, problem))

    def __len__(self) -> int:
        return len(self.found)

    def listed(self, root: str) -> tuple[Fault, ...]:
        """The faults in the order in which they were found, each once."""
        return tuple(dict.fromkeys(Fault(written(place, root), problem) for place, problem in self.found))

    def in_order_of(self, document: object, root: str) -> tuple[Fault, ...]:
        """The faults in the order of *document*, each once."""
        self.found.sort(key=lambda fault: _position(document, fault[0]))
        return self.listed(root)


def _position(document: object, place: Place) -> tuple[int, ...]:
    found: list[int] = []
    for step in place:
        if isinstance(document, Mapping):
            keys = list(document)
            found.append(keys.index(step) if step in document else len(keys))
            document = document.get(step)
        elif isinstance(document, list) and isinstance(step, int):
            found.append(step)
            document = document[step] if step < len(document) else None
        else:
            found.append(0)
            document = None
    return tuple(found)
