"""Refutations that somebody reviewed and accepted, in a YAML file: a hash, a reason and a citation each."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Final

from thidua_rules.citations import Citation
from thidua_rules.errors import CaseError, Fault, InputError
from thidua_rules.policies.validation.places import Faults, meant, shown, written
from thidua_rules.testing.documents import BAD, parsed
from thidua_rules.testing.fairness.results import Accepted, Result
from thidua_rules.testing.layout import Source, joined, texts_of

KEYS: Final = ("hash", "reason", "citation", "about")
ABOUT: Final = "about"
"""A key for the reader: what the hash stands for; it is not read."""


def load_accepted(source: Source) -> tuple[Accepted, ...]:
    """
    The acceptances that *source* holds: a list of maps with ``hash``, ``reason`` and ``citation``.

    Args:
        source: A file, a folder of files, or an open file of bytes.

    Raises:
        CaseError: It has faults; every one is listed, with its place.
    """
    faults: list[Fault] = []
    found: list[Accepted] = []
    for name, text in texts_of(source, faults):
        here = Faults()
        data = parsed(text, here)
        if data is not BAD:
            found += _of_file(data, here)
        faults += [Fault(joined(name, written(place, "")), problem) for place, problem in here.found]
    if faults:
        raise CaseError(faults)
    return tuple(found)


def _of_file(data: object, faults: Faults) -> list[Accepted]:
    if not isinstance(data, list):
        faults.add((), f"expected a list of acceptances, got {shown(data)}")
        return []
    rows = [_one(row, index, faults) for index, row in enumerate(data)]
    return [one for one in rows if one is not None]


def _one(row: object, index: int, faults: Faults) -> Accepted | None:
    if not isinstance(row, dict):
        faults.add((index,), f"expected the keys {', '.join(KEYS[:3])}, got {shown(row)}")
        return None
    for key in row:
        if key not in KEYS:
            faults.add((index, key), f"unknown key{meant(key, KEYS)}")
    values = []
    for key in KEYS[:3]:
        value = row.get(key)
        if not isinstance(value, str) or not value.strip():
            faults.add((index, key), f"expected text, got {'nothing' if value is None else shown(value)}")
        values.append(str(value))
    try:
        Citation.parse(values[2])
    except InputError as error:
        faults.add((index, "citation"), error.faults[0].problem)
    return Accepted(*values)


def accepted_text(results: Iterable[Result], reason: str) -> str:
    """*results* as YAML to be reviewed: each with *reason*, its rule's own citation, and what it is about."""
    lines = []
    for one in results:
        rule = one.rules[0]
        about = " ".join(filter(None, (one.property_id, one.fact, rule.award, rule.part, rule.id)))
        pairs = {"hash": one.hash, ABOUT: about, "reason": reason, "citation": rule.citation or "mo_hinh"}
        row = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in pairs.items()]
        lines.append("- " + "\n  ".join(row) + "\n")
    return "".join(lines)
