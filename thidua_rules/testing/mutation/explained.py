"""Survivors, and provisions no case visits, that were looked at: a checked-in YAML file that gives each a reason."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

import attrs

from thidua_rules.citations import Citation
from thidua_rules.errors import CaseError, Fault, InputError
from thidua_rules.policies.validation.places import Faults, meant, shown, written
from thidua_rules.testing.documents import BAD, MAX_BYTES, parsed

SECTIONS: Final = ("mutants", "provisions")
KEYS: Final = ("id", "why", "citation")

_NARROW: Final = r"[^\[\]/]*"


@attrs.frozen
class Explanation:
    """
    Why a mutant need not be noticed, or a provision not be visited.

    Args:
        id: The mutant's id, or the provision's with the value that is not reached; ``*`` stands for any text
            without brackets and slashes, ``**`` for any text.

        why: The reason, in Vietnamese or English.

        citation: The provision that it is about, or None.

        place: Where it was read.
    """

    id: str
    why: str
    citation: Citation | None
    place: str = ""

    def about(self, name: str) -> bool:
        """Whether it explains what is named *name*."""
        return self.id == name or ("*" in self.id and self._pattern.fullmatch(name) is not None)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        wide = (_NARROW.join(map(re.escape, part.split("*"))) for part in self.id.split("**"))
        return re.compile(".*".join(wide))


def reason_for(name: str, explained: Iterable[Explanation]) -> Explanation | None:
    """The first of *explained* that is about *name*, or None."""
    return next((one for one in explained if one.about(name)), None)


@attrs.frozen
class Explained:
    """
    What one file explains.

    Args:
        mutants: The survivors.

        provisions: The provisions that are not visited.
    """

    mutants: tuple[Explanation, ...] = ()
    provisions: tuple[Explanation, ...] = ()


def load_explained(source: str | os.PathLike[str]) -> Explained:
    """
    What the file *source* explains.

    Raises:
        CaseError: The file has faults: one without an id or a reason, an id twice, a citation that is none; every
            fault is listed, with its place.
    """
    path, found = Path(source), Faults()
    try:
        with path.open("rb") as file:
            data = parsed(file.read(MAX_BYTES + 1), found)
    except OSError as problem:
        reason = (problem.strerror or "unknown reason").lower()
        raise CaseError([Fault(str(path), f"cannot read the file: {reason}")]) from None
    sections: dict[str, tuple[Explanation, ...]] = {}
    if isinstance(data, Mapping):
        for key in data:
            if key not in SECTIONS:
                found.add((key,), f"unknown key{meant(key, SECTIONS)}")
        sections = {key: tuple(_rows(data.get(key), key, path.name, found)) for key in SECTIONS}
    elif data is not BAD:
        found.add((), f"expected the keys {', '.join(SECTIONS)}, got {shown(data)}")
    if found:
        raise CaseError(
            [Fault(_placed(path.name, written(place, "")), problem) for place, problem in found.found]
        )
    return Explained(**sections)


def _placed(file: str, place: str) -> str:
    return f"{file}.{place}" if place else file


def holds_explanations(data: object) -> bool:
    """Whether *data*, read from YAML, is a file of explanations and holds no case."""
    return isinstance(data, Mapping) and bool(data) and set(data) <= set(SECTIONS)


def _rows(rows: object, section: str, file: str, found: Faults) -> Iterator[Explanation]:
    if rows is None:
        return
    if not isinstance(rows, list):
        found.add((section,), f"expected a list, got {shown(rows)}")
        return
    seen: set[str] = set()
    for index, row in enumerate(rows):
        place = (section, index)
        if not isinstance(row, Mapping):
            found.add(place, f"expected the keys {', '.join(KEYS)}, got {shown(row)}")
            continue
        for key in row:
            if key not in KEYS:
                found.add((*place, key), f"unknown key{meant(key, KEYS)}")
        name, why = row.get("id"), row.get("why")
        for key, value in (("id", name), ("why", why)):
            if not isinstance(value, str) or not value.strip():
                found.add((*place, key), f"expected text, got {'nothing' if value is None else shown(value)}")
        if isinstance(name, str) and name in seen:
            found.add((*place, "id"), f"expected it once, got {shown(name)} twice")
        seen.add(str(name))
        citation = _citation(row.get("citation"), (*place, "citation"), found)
        yield Explanation(str(name), " ".join(str(why).split()), citation, f"{file}.{section}[{index}]")


def _citation(value: object, place: tuple[str | int, ...], found: Faults) -> Citation | None:
    if value is None:
        return None
    try:
        return Citation.parse(value if isinstance(value, str) else "")
    except InputError as error:
        found.add(place, error.faults[0].problem)
        return None
