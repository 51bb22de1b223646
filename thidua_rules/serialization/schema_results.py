"""The JSON Schema of an evaluation, read off the classes of its results."""

from __future__ import annotations

import datetime as dt
import typing
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final

import attrs

from thidua_rules.calendars import Counting
from thidua_rules.citations import Citation
from thidua_rules.evaluation import results
from thidua_rules.findings import Finding, Heading, Missing
from thidua_rules.policies.procedures import Step
from thidua_rules.scales import Score, State
from thidua_rules.serialization.evaluations import DEMANDS, PROPERTIES, SECTIONS
from thidua_rules.serialization.schema_terms import (
    DAY,
    NULL,
    TEXT,
    Json,
    any_of,
    enum_of,
    list_of,
    object_of,
    row_of,
)
from thidua_rules.verdicts import Verdict

_SCALARS: Final[dict[type, Json]] = {
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    str: TEXT,
    dt.date: DAY,
    type(None): NULL,
}
_NUMBER: Final[Json] = {
    "anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+|/[0-9]+)$"}]
}
_MAYBE: Final[Json] = {"type": ["string", "null"]}
_SCORE: Final[Json] = {
    "anyOf": [_NUMBER, object_of({"low": _NUMBER, "high": _NUMBER}, ("low", "high"))],
}
_LEAF: Final[Json] = {
    "kind": TEXT,
    "verdict": enum_of(Verdict),
    "asked": {"type": "object"},
    "observed": True,
    "expected": True,
    "margin": any_of([_NUMBER, NULL]),
    "missing": list_of({"$ref": "#/$defs/Missing"}),
    "heading": any_of([{"$ref": "#/$defs/Heading"}, NULL]),
    "subject": _MAYBE,
    "hidden": {"const": True},
}

_DEMAND: Final = ("id", "label_vi", "label_en", "citation", "standing")

_POINTS: Final[Json] = {
    "item": TEXT,
    "low": _NUMBER,
    "high": _NUMBER,
    "maximum": _NUMBER,
    "state": enum_of(State),
    "observed": True,
    "note": TEXT,
    "missing": list_of({"$ref": "#/$defs/Missing"}),
    "children": list_of({"$ref": "#/$defs/Points"}),
    "hidden": {"const": True},
}


def evaluation_schema() -> Json:
    """The schema of what ``evaluation_to_json`` writes."""
    maker = _Results()
    policy = dict.fromkeys(("id", "hash", "title_vi", "title_en"), TEXT)
    library = {"name": TEXT, "version": TEXT, "findings_version": {"type": "integer"}}
    roster = dict.fromkeys(("id", "commune", "hash"), TEXT) | {"year": {"type": "integer"}}
    hints = typing.get_type_hints(results.Evaluation)
    properties: Json = {
        "policy": object_of(policy, policy),
        "roster": object_of(roster, roster),
        "library": object_of(library, library),
        "day": DAY,
        "outcomes": list_of({"$ref": "#/$defs/Outcome"}),
    }
    properties |= {section: maker.of(hints[section]) for section in SECTIONS}
    maker.outcome()
    return object_of(properties, properties) | {"$defs": maker.made}


class _Results:
    """Schemas of the classes of an evaluation, each made once."""

    def __init__(self) -> None:
        self.made: dict[str, object] = {}

    def of(self, hint: object) -> Json:
        """The schema of a result whose type hint is *hint*."""
        options = _flat(hint)
        numbers = [one for one in options if one in {Decimal, Fraction}]
        others = [one for one in options if one not in {Decimal, Fraction} and not (one is int and numbers)]
        found = ([_NUMBER] if numbers else []) + [self._one(one) for one in others]
        unique = list({str(one): one for one in found}.values())
        return any_of(unique)

    def _one(self, option: object) -> Json:
        items = typing.get_args(option)
        if typing.get_origin(option) is tuple:
            if items[-1] is Ellipsis:
                return list_of(self.of(items[0]))
            return row_of([self.of(item) for item in items])
        return self._class(option) if isinstance(option, type) else {}

    def _class(self, cls: type) -> Json:
        if cls in _SCALARS:
            return _SCALARS[cls]
        if issubclass(cls, Enum):
            return enum_of(cls)
        if cls is Score:
            return _SCORE
        if cls is Citation:
            return TEXT
        return self._reference(cls)

    def _reference(self, cls: type) -> Json:
        name = "Demand" if cls in DEMANDS else cls.__name__
        if name not in self.made:
            self.made[name] = {}
            self.made[name] = self._made(cls)
        return {"$ref": f"#/$defs/{name}"}

    def _made(self, cls: type) -> Json:
        if cls in DEMANDS:
            return object_of(dict.fromkeys(_DEMAND, TEXT), _DEMAND)
        if cls is Step:
            step = dict.fromkeys((*_DEMAND, "actor_vi", "actor_en"), TEXT) | {"counting": enum_of(Counting)}
            return object_of(step, step)
        if cls is results.KeyValue:
            ends = any_of([_NUMBER, NULL])
            missing = self.of(tuple[Missing, ...])
            found: Json = {"key": TEXT, "low": ends, "high": ends, "missing": missing}
            return object_of(found | {"hidden": {"const": True}}, found)
        hints = typing.get_type_hints(cls)
        properties = {field.name: self.of(hints[field.name]) for field in attrs.fields(cls)}
        name = PROPERTIES.get(cls.__name__)
        if name is not None:
            properties[name] = self.of(typing.get_type_hints(getattr(cls, name).fget)["return"])
        return object_of(properties, properties)

    def outcome(self) -> None:
        """Make the schemas of outcomes and findings."""
        self.of(Missing)
        self.of(Heading)
        required = [name for name in _LEAF if name != "hidden"]
        self.made["Reason"] = object_of(_LEAF, required)
        tree: Json = {
            "children": list_of({"$ref": "#/$defs/Finding"}),
            "deciders": list_of({"type": "integer"}),
        }
        self.made[Finding.__name__] = object_of(_LEAF | tree, [*required, *tree])
        whole: Json = {"type": ["integer", "null"]}
        finding: Json = {"$ref": "#/$defs/Finding"}
        note: Json = {"verdict": enum_of(Verdict), "heading": self.of(Heading | None)}
        properties: Json = {
            "award": TEXT,
            "subject": TEXT,
            "status": enum_of(results.Status),
            "rank": whole,
            "score": any_of([_SCORE, NULL]),
            "bonus": whole,
            "money": self.of(results.Money | None),
            "place": self.of(results.Place | None),
            "covered_by": _MAYBE,
            "decided": _MAYBE,
            "quota": _MAYBE,
            "decisive": list_of({"$ref": "#/$defs/Reason"}),
            "missing": self.of(tuple[Missing, ...]),
            "notes": list_of(object_of(note, note)),
        }
        points: Json = {"$ref": "#/$defs/Points"}
        self.made["Points"] = object_of(_POINTS, [name for name in _POINTS if name != "hidden"])
        trees: Json = {"finding": finding, "hold": any_of([finding, NULL]), "points": list_of(points)}
        self.made["Outcome"] = object_of(properties | trees, properties)


def _flat(hint: object) -> tuple[object, ...]:
    shape = typing.get_args(hint)
    if shape and typing.get_origin(hint) is not tuple:
        return tuple(option for arg in shape for option in _flat(arg))
    return (hint,)
