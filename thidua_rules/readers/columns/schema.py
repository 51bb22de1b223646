"""What is wrong with the columns of frames, before anything is asked of their rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import narwhals as nw

from thidua_rules.errors import Fault
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.policies.model import Policy
from thidua_rules.readers.columns.backends import DAY, FLAG, TEXT, WHOLE, Type
from thidua_rules.readers.columns.frames import (
    BALLOT_TYPES,
    DECISION_TYPES,
    KEYS,
    MARKER,
    NAME,
    ROSTER,
    SUBJECT,
    Frames,
)
from thidua_rules.values import advice

KINDS: Final[Mapping[Type, FactType]] = {
    TEXT: FactType.TEXT,
    DAY: FactType.DATE,
    WHOLE: FactType.INTEGER,
    FLAG: FactType.FLAG,
}

OPTIONAL: Final = ("number", "cancelled_on", "written", "secret")
"""Columns that decisions and ballots may lack."""


def schema_faults(policy: Policy, frames: Frames) -> tuple[Fault, ...]:
    """What is wrong with the columns: names that nobody knows, floats, and other types than the facts have."""
    found: list[Fault] = []
    known = dict(policy.facts.items())
    schema = nw.from_native(frames.subjects).collect_schema()
    found += [
        Fault(f"subjects.{name}", "expected a column of text") for name in KEYS[:3] if name not in schema
    ]
    for name, dtype in schema.items():
        if name in (*KEYS, NAME):
            found += _text_faults(f"subjects.{name}", dtype)
            continue
        base = name.removesuffix(MARKER)
        spec = known.get(base)
        if spec is None or (base != name and not spec.may_be_unassigned):
            found.append(Fault(f"subjects.{name}", f"unknown fact {name!r}{advice(base, known)}"))
        else:
            kind = (
                FactType.TEXT
                if base != name
                else FactType.FLAG
                if spec.type is FactType.RECORDS
                else spec.type
            )
            found += _type_faults(f"subjects.{name}", kind, dtype)
    for name, native in frames.records.items():
        found += _record_faults(name, known.get(name), native, known)
    for what, native, types in (
        ("decisions", frames.decisions, DECISION_TYPES),
        ("ballots", frames.ballots, BALLOT_TYPES),
    ):
        if native is not None:
            found += _act_faults(what, nw.from_native(native).collect_schema(), types)
    return tuple(found)


def _act_faults(what: str, schema: Mapping[str, Any], types: Mapping[str, Type]) -> list[Fault]:
    """What is wrong with the columns of decisions or ballots."""
    found = [
        Fault(f"{what}.{name}", "expected a column of this name")
        for name in types
        if name not in schema and name not in OPTIONAL
    ]
    for name, dtype in schema.items():
        if name not in types:
            found.append(Fault(f"{what}.{name}", f"unknown column{advice(name, types)}"))
        else:
            kind = KINDS[types[name]]
            found += _type_faults(f"{what}.{name}", kind, dtype)
    return found


def _record_faults(
    name: str,
    spec: FactSpec | None,
    native: Any,  # noqa: ANN401  # a frame of any engine
    known: Mapping[str, FactSpec],
) -> list[Fault]:
    if spec is None or spec.type is not FactType.RECORDS:
        return [Fault(f"records.{name}", f"unknown list {name!r}{advice(name, known)}")]
    found: list[Fault] = []
    schema = nw.from_native(native).collect_schema()
    for column, dtype in schema.items():
        path = f"records.{name}.{column}"
        field = spec.field(column)
        if column in {ROSTER, SUBJECT}:
            found += _text_faults(path, dtype)
        elif field is None:
            found.append(Fault(path, f"unknown column{advice(column, [one.id for one in spec.fields])}"))
        else:
            found += _type_faults(path, field.type, dtype)
    return found


def _text_faults(path: str, dtype: Any) -> list[Fault]:  # noqa: ANN401  # narwhals' types
    return [] if _is_text(dtype) else [Fault(path, f"expected text, got a column of {dtype}")]


def _is_text(dtype: Any) -> bool:  # noqa: ANN401
    return dtype in {nw.String, nw.Categorical, nw.Unknown} or isinstance(dtype, nw.Enum)


def _type_faults(path: str, kind: FactType, dtype: Any) -> list[Fault]:  # noqa: ANN401
    if dtype.is_float():
        problem = f"expected whole numbers or decimals, got a column of {dtype}: a binary float is not exact"
        return [Fault(path, problem)]
    expected = {FactType.FLAG: "flags", FactType.DATE: "dates", FactType.INTEGER: "whole numbers or decimals"}
    expected |= {FactType.DECIMAL: "whole numbers or decimals"}
    fits = {
        FactType.FLAG: dtype == nw.Boolean,
        FactType.DATE: dtype == nw.Date,
        FactType.INTEGER: dtype.is_integer() or dtype == nw.Decimal,
        FactType.DECIMAL: dtype.is_integer() or dtype == nw.Decimal,
    }.get(kind, _is_text(dtype))
    return [] if fits else [Fault(path, f"expected {expected.get(kind, 'text')}, got a column of {dtype}")]
