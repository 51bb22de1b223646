"""The JSON Schema (draft 2020-12) of policies, rosters, evaluations and fairness reports."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from thidua_rules.citations import Citation
from thidua_rules.criteria.vocabulary import Vocabulary
from thidua_rules.errors import UnknownNameError
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.rosters import FIRST_YEAR, LAST_YEAR, LONGEST_ID
from thidua_rules.serialization.distributions import fairness_schema
from thidua_rules.serialization.policies import whole_vocabulary
from thidua_rules.serialization.schema_results import evaluation_schema
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
from thidua_rules.serialization.shapes import Kinds, Shape, fields_of, kind_of, shape_of
from thidua_rules.subjects import Ballot, Decision, Roster, Subject
from thidua_rules.values import Marker, nearest

Document = Literal["roster", "policy", "evaluation", "fairness"]

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_DECIMAL: Final[Json] = {"type": "string", "pattern": r"^-?[0-9]{1,30}(\.[0-9]{1,30})?$"}
_EXPONENT: Final[Json] = {
    "type": "string",
    "pattern": r"^-?[0-9]{1,30}(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?$",
}
_FRACTION: Final[Json] = {"type": "string", "pattern": r"^-?[0-9]{1,30}/[0-9]{1,30}$"}
_ID: Final[Json] = {"type": "string", "minLength": 1, "maxLength": LONGEST_ID}


def schema(document: Document, policy: Policy | None = None, vocabulary: Vocabulary | None = None) -> Json:
    """
    The schema of a *document*.

    Args:
        document: ``roster``, ``policy``, ``evaluation`` or ``fairness``.

        policy: For a roster, the policy whose facts it may give; without one, facts of any name.

        vocabulary: For a policy, the kinds that it may be written in; the built-in ones by default.

    Raises:
        UnknownNameError: There is no such document.
    """
    makers: dict[str, Callable[[], Json]] = {
        "roster": lambda: _roster(policy),
        "policy": lambda: _policy(vocabulary),
        "evaluation": evaluation_schema,
        "fairness": fairness_schema,
    }
    if document not in makers:
        what = "document"
        raise UnknownNameError(what, document, nearest(document, makers))
    return {"$schema": DRAFT, "title": f"thidua_rules {document}"} | makers[document]()


def _tag(name: str, value: Json) -> Json:
    return object_of({name: value}, [name])


_SCALARS: Final[dict[type, list[Json]]] = {
    bool: [{"type": "boolean"}],
    int: [{"type": "integer"}],
    Decimal: [{"type": "number"}, _tag("decimal", _EXPONENT)],
    Fraction: [_tag("fraction", _FRACTION)],
    str: [TEXT],
    dt.date: [_tag("date", DAY)],
    type(None): [NULL],
}
_AS_TEXT: Final[dict[type, Json]] = {Decimal: _EXPONENT, dt.date: DAY, Fraction: _FRACTION}


def _policy(vocabulary: Vocabulary | None) -> Json:
    maker = _Definitions(Kinds(whole_vocabulary(vocabulary)))
    top = maker.of(Policy)
    return top | {"$defs": maker.made}


class _Definitions:
    """Schemas of the classes of a policy, each made once."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self.made: dict[str, object] = {}

    def of(self, hint: object) -> Json:
        """The schema of what may stand where the type hint is *hint*."""
        shape = shape_of(hint)
        options = [one for scalar, forms in _SCALARS.items() if scalar in shape.scalars for one in forms]
        if str not in shape.scalars:
            options += [form for scalar, form in _AS_TEXT.items() if scalar in shape.scalars]
        options += [_tag("marker", enum_of(Marker)) if e is Marker else enum_of(e) for e in shape.enums]
        if shape.items is not None:
            options.append(list_of(self.of(shape.items)))
        if shape.row:
            options.append(row_of([self.of(hint) for hint in shape.row]))
        return any_of(options + self._classes(shape))

    def _classes(self, shape: Shape) -> list[Json]:
        if not shape.classes:
            return []
        if Citation in shape.classes:
            return [TEXT, self._reference(Citation)]
        kinds = self._kinds.among(shape.classes)
        found = [self._reference(kinds[kind]) for kind in sorted(kinds)]
        plain = self._kinds.plain(shape.classes)
        if plain is not None:
            found.append(self._reference(plain))
        if len(found) == 1:
            return found
        name = " or ".join(sorted(one.__name__ for one in shape.classes))
        self.made.setdefault(name, {"type": "object", "required": ["kind"], "anyOf": found})
        return [{"$ref": f"#/$defs/{_escaped(name)}"}]

    def _reference(self, cls: type) -> Json:
        kind = kind_of(cls)
        name = kind or cls.__name__
        if name not in self.made:
            self.made[name] = {}
            fields = fields_of(cls)
            properties: Json = {"kind": {"const": kind}} if kind else {}
            properties |= {field.name: self.of(field.hint) for field in fields}
            self.made[name] = object_of(properties, [field.name for field in fields if field.required])
        return {"$ref": f"#/$defs/{_escaped(name)}"}


def _escaped(name: str) -> str:
    return name.replace(" ", "%20")


def _roster(policy: Policy | None) -> Json:
    facts, records = _facts(policy) if policy else (_ANY_FACTS, _ANY_RECORDS)
    hints = _Definitions(Kinds(Vocabulary.builtin()))
    special = {"id": _ID, "unit": any_of([_ID, NULL]), "facts": facts, "records": records}
    subject = _fields(Subject, hints, special)
    found = {
        "id": _ID,
        "commune": _ID,
        "year": {"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR},
        "subjects": list_of({"$ref": "#/$defs/subject"}),
        "decisions": list_of({"$ref": "#/$defs/decision"}),
        "ballots": list_of({"$ref": "#/$defs/ballot"}),
    }
    definitions = {
        "subject": subject,
        "decision": _fields(Decision, hints, {}),
        "ballot": _fields(Ballot, hints, {}),
    }
    return _fields(Roster, hints, found) | {"$defs": definitions}


def _fields(cls: type, hints: _Definitions, special: Mapping[str, Json]) -> Json:
    fields = fields_of(cls)
    properties = {field.name: special.get(field.name) or hints.of(field.hint) for field in fields}
    return object_of(properties, [field.name for field in fields if field.required])


_ANY_FACTS: Final[Json] = {
    "type": "object",
    "additionalProperties": {"type": ["boolean", "number", "string", "null"]},
}
_ANY_RECORDS: Final[Json] = {
    "type": "object",
    "additionalProperties": {"anyOf": [list_of(_ANY_FACTS), NULL]},
}


def _facts(policy: Policy) -> tuple[Json, Json]:
    """The schemas of ``facts`` and of ``records``, by the specifications of *policy*."""
    facts: Json = {}
    records: Json = {}
    for name, spec in policy.facts.items():
        if spec.type is FactType.RECORDS:
            row = object_of({field.id: _fact(field) for field in spec.fields}, ())
            records[name] = {"title": spec.label_vi, "anyOf": [list_of(row), NULL]}
        else:
            facts[name] = _fact(spec)
    return object_of(facts, ()), object_of(records, ())


def _fact(spec: FactSpec) -> Json:
    options = [*_FACTS[spec.type], NULL]
    if spec.type is FactType.CHOICE:
        options = [{"enum": [choice.id for choice in spec.choices]}, NULL]
    if spec.may_be_unassigned:
        options.append(enum_of(Marker))
    limits = {"minimum": spec.minimum, "maximum": spec.maximum}
    given: Json = {name: _limit(value) for name, value in limits.items() if value is not None}
    return {"title": spec.label_vi, "anyOf": [one | given if _is_number(one) else one for one in options]}


def _limit(value: Decimal | int) -> int | float:
    """*value* as a schema writes it; a binary number only where the limit is not whole."""
    return int(value) if value == int(value) else float(value)


def _is_number(option: Json) -> bool:
    return option.get("type") in {"integer", "number"}


_FACTS: Final[dict[FactType, list[Json]]] = {
    FactType.FLAG: [{"type": "boolean"}],
    FactType.INTEGER: [{"type": "integer"}],
    FactType.DECIMAL: [{"type": "number"}, _DECIMAL],
    FactType.DATE: [DAY],
    FactType.PARTIAL_DATE: [{"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"}],
    FactType.CHOICE: [],
    FactType.TEXT: [TEXT],
    FactType.RECORDS: [],
}
