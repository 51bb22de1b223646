"""Values of facts and records against their specifications, and how a wrong one is to be written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.places import HIDDEN, Faults, Names, Place, quoted, shown
from thidua_rules.values import MAX_DIGITS, Marker

FIRST_DAY: Final = dt.date(1900, 1, 1)
LAST_DAY: Final = dt.date(2200, 12, 31)
FLAG, INTEGER, DECIMAL, DATE, PARTIAL_DATE, CHOICE, TEXT, RECORDS = FactType
_TOO_LARGE: Final = int("1" + "0" * MAX_DIGITS)
_PARTIAL: Final = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class _AskedNames:
    """Names of facts or of lists: all of them, and those that may be asked of each kind of subject."""

    def __init__(self, specs: Mapping[str, FactSpec]) -> None:
        self._all = Names(specs)
        self._of = {
            kind: Names(name for name, spec in specs.items() if kind in spec.subjects) for kind in SubjectKind
        }

    def unknown(self, what: str, name: str, kind: SubjectKind | None) -> str:
        """The problem of a *name* that is not known; what a subject of *kind* may have is meant before the rest."""
        advice = self._of[kind].advice(name) if kind is not None else ""
        return f"unknown {what} {quoted(name)}{advice or self._all.advice(name)}"


class FactChecker:
    """Facts and records against the specifications of one policy."""

    def __init__(self, policy: Policy, faults: Faults) -> None:
        self.faults = faults
        self._record_specs = {name: spec for name, spec in policy.facts.items() if spec.type is RECORDS}
        self._fact_specs = {name: spec for name, spec in policy.facts.items() if spec.type is not RECORDS}
        self._records = _AskedNames(self._record_specs)
        self._facts = _AskedNames(self._fact_specs)

    def fact(self, name: str, kind: SubjectKind | None, place: Place) -> FactSpec | None:
        """The specification of the fact *name* of a subject of *kind*, or None and a fault."""
        spec = self._fact_specs.get(name)
        if spec is None:
            swapped = "expected a fact, got the name of a list: write it under 'records'"
            unknown = name not in self._record_specs
            self.faults.add(place, self._facts.unknown("fact", name, kind) if unknown else swapped)
            return None
        return self._asked_of(spec, kind, place)

    def record(self, name: str, kind: SubjectKind | None, place: Place) -> FactSpec | None:
        """The specification of the list *name* of a subject of *kind*, or None and a fault."""
        spec = self._record_specs.get(name)
        if spec is None:
            swapped = "expected a list, got the name of a fact: write it under 'facts'"
            unknown = name not in self._fact_specs
            self.faults.add(
                place, self._records.unknown("list of records", name, kind) if unknown else swapped
            )
            return None
        return self._asked_of(spec, kind, place)

    def _asked_of(self, spec: FactSpec, kind: SubjectKind | None, place: Place) -> FactSpec:
        if kind is not None and kind not in spec.subjects:
            asked = ", ".join(one.value for one in spec.subjects)
            self.faults.add(place, f"expected only for {asked}, got it for {kind.value}")
        return spec

    def column(self, spec: FactSpec, name: str, place: Place) -> FactSpec | None:
        """The specification of the column *name* of the list *spec*, or None and a fault."""
        field = spec.field(name)
        if field is None:
            known = Names(one.id for one in spec.fields)
            self.faults.add(place, known.unknown("column", name))
        return field

    def value(
        self, spec: FactSpec, value: object, found: object, place: Place, *, hidden: bool = False
    ) -> bool:
        """Whether *value* fits *spec*; else one more fault that shows what was *found*, unless personal."""
        expected = expectation(spec, value)
        if expected:
            secret = hidden or spec.personal
            got = (HIDDEN if secret else shown(found)) + _advice(spec, found, secret=secret)
            self.faults.add(place, f"expected {expected}, got {got}")
        return not expected


def expectation(spec: FactSpec, value: object) -> str:
    """What *spec* expects where *value* does not fit it, or an empty text."""
    if type(value) is Marker:
        return "" if spec.may_be_unassigned else _TYPES[spec.type].format(unit=_unit(spec))
    if not _fits(spec, value):
        return _choices(spec) or _TYPES[spec.type].format(unit=_unit(spec))
    return _range(spec, value)


def _fits(spec: FactSpec, value: object) -> bool:
    """Whether *value* is of the type that *spec* asks for; the commonest types are tried first."""
    kind = spec.type
    if kind is FLAG:
        return type(value) is bool
    if kind is INTEGER:
        return isinstance(value, int) and not isinstance(value, bool)
    if kind is CHOICE:
        return isinstance(value, str) and value in [choice.id for choice in spec.choices]
    if kind is DECIMAL:
        return isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    if kind is DATE:
        return isinstance(value, dt.date) and not isinstance(value, dt.datetime)
    if kind is PARTIAL_DATE:
        return isinstance(value, str) and _is_partial_date(value)
    return kind is TEXT and isinstance(value, str) and is_unicode(value)


_TYPES: Final = {
    FactType.FLAG: "true or false",
    FactType.INTEGER: "a whole number{unit}",
    FactType.DECIMAL: "a number{unit}",
    FactType.DATE: "a day as YYYY-MM-DD",
    FactType.PARTIAL_DATE: "a day, month or year as YYYY-MM-DD, YYYY-MM or YYYY",
    FactType.CHOICE: "one of the choices",
    FactType.TEXT: "text",
    FactType.RECORDS: "a value, not a list",
}


def _unit(spec: FactSpec) -> str:
    return f" ({spec.unit})" if spec.unit else ""


def _choices(spec: FactSpec) -> str:
    if spec.type is not FactType.CHOICE or not spec.choices:
        return ""
    return f"one of {', '.join(choice.id for choice in spec.choices)}"


def _range(spec: FactSpec, value: object) -> str:
    if isinstance(value, (bool, str)):
        return ""
    if isinstance(value, dt.date):
        return "" if FIRST_DAY <= value <= LAST_DAY else f"a day from {FIRST_DAY} to {LAST_DAY}"
    if not isinstance(value, (int, Decimal)):
        return ""
    if not is_short(value):
        return f"at most {MAX_DIGITS} digits on either side of the point"
    if spec.minimum is not None and value < spec.minimum:
        return f"at least {spec.minimum}{_unit(spec)}"
    if spec.maximum is not None and value > spec.maximum:
        return f"at most {spec.maximum}{_unit(spec)}"
    return ""


def is_unicode(text: str) -> bool:
    """Whether *text* can be written in UTF-8: no half of a surrogate pair stands alone."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_short(value: Decimal | int) -> bool:
    """Whether *value* is finite and has no more digits than a number may have on either side of the point."""
    if isinstance(value, int):
        return abs(value) < _TOO_LARGE
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        return False
    digits: int = value.adjusted() + 1
    return -exponent <= MAX_DIGITS and digits <= MAX_DIGITS


def _is_partial_date(text: str) -> bool:
    parts = _PARTIAL.fullmatch(text)
    if parts is None:
        return False
    year, month, day = (int(part) if part else 1 for part in parts.groups())
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


_COMMA: Final = re.compile(r"-?[0-9]+,[0-9]+")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")


def _advice(spec: FactSpec, found: object, *, secret: bool) -> str:
    """How what was found is to be written, where that is plain; what is *secret* is not repeated."""
    if not isinstance(found, str):
        return ""
    if spec.type in {FactType.INTEGER, FactType.DECIMAL} and _COMMA.fullmatch(found):
        example = "" if secret else f", as in {found.replace(',', '.')[:40]!r}"
        return f": write a point, not a comma{example}"
    return "" if secret else _example(spec, found)


def _example(spec: FactSpec, found: str) -> str:
    if spec.type is FactType.INTEGER and re.fullmatch(r"-?[0-9]{1,30}", found):
        return f": write {found} without quotes"
    if spec.type is FactType.DATE:
        return day_advice(found)
    return Names(choice.id for choice in spec.choices).advice(found)


def day_advice(found: str) -> str:
    """How a day that was written day first, or that no calendar has, is to be written."""
    day_first = _DAY_FIRST.fullmatch(found)
    parts = day_first.group(3, 2, 1) if day_first else found.split("-")
    if not (day_first or _DAY.fullmatch(found)):
        return ""
    try:
        meant = dt.date(*map(int, parts)).isoformat()
    except ValueError:
        return ", which is no day of the calendar"
    return f", did you mean {meant!r}?" if day_first else ""
