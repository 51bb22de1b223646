"""Plain data into attrs values, by type hints and a table of kinds; every fault is kept, with its place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final

from thidua_rules.citations import Citation
from thidua_rules.errors import InputError
from thidua_rules.policies.validation.facts import day_advice, is_short, is_unicode
from thidua_rules.policies.validation.places import Faults, Place, meant, quoted, shown
from thidua_rules.serialization.documents import Repeated
from thidua_rules.serialization.shapes import Field, Kinds, Shape, fields_of, kind_of, listed, shape_of
from thidua_rules.values import Marker, nfc


class Bad:
    """What stands in place of a value that could not be read; the fault is kept already."""


BAD: Final = Bad()
_DECIMAL: Final = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?([eE][+-]?[0-9]{1,2})?")
_FRACTION: Final = re.compile(r"-?[0-9]{1,30}/[0-9]{1,30}")
_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Reader:
    """
    Reads values out of plain data.

    Attributes:
        faults: What was wrong, as far as was read.

        kept: For each list out of which items could not be used, the indices of those that could.
    """

    def __init__(self, kinds: Kinds, faults: Faults) -> None:
        self.kinds = kinds
        self.faults = faults
        self.kept: dict[Place, tuple[int, ...]] = {}

    def read(self, hint: object, data: object, place: Place) -> object:
        """The value that *data* is under the type *hint*, or BAD and a fault."""
        shape = shape_of(hint)
        if isinstance(data, Mapping):
            return self._mapping(shape, data, place)
        if isinstance(data, (list, tuple)):
            return self._list(shape, data, place)
        if isinstance(data, str):
            return self._text(shape, data, place)
        value = _plain(shape, data)
        return self._wrong(shape, data, place) if value is BAD else value

    def _wrong(self, shape: Shape, data: object, place: Place, advice: str = "") -> Bad:
        self.faults.add(place, f"expected {self.expected(shape)}, got {shown(data)}{advice}")
        return BAD

    def expected(self, shape: Shape) -> str:
        """What may stand where *shape* is asked for, in words."""
        words = [word for one, word in _WORDS.items() if one in shape.scalars]
        if int in shape.scalars and Decimal in shape.scalars:
            words.remove(_WORDS[int])
        words += [listed(str(member.value) for member in enum) for enum in shape.enums if enum is not Marker]
        words += ["a list"] if shape.items is not None or shape.row else []
        if shape.classes:
            words.append(self._objects(shape.classes))
        return " or ".join(words) or "an object"

    def _objects(self, classes: tuple[type, ...]) -> str:
        kinds = self.kinds.among(classes)
        return f"an object of kind {listed(kinds)}" if kinds else "an object"

    def _list(self, shape: Shape, data: list[object] | tuple[object, ...], place: Place) -> object:
        if shape.row:
            return self._row(shape, data, place)
        if shape.items is None:
            return self._wrong(shape, data, place)
        found = [self.read(shape.items, item, (*place, index)) for index, item in enumerate(data)]
        kept = tuple(index for index, item in enumerate(found) if item is not BAD)
        if len(kept) < len(found):
            self.kept[place] = kept
        return tuple(found[index] for index in kept)

    def _row(self, shape: Shape, data: list[object] | tuple[object, ...], place: Place) -> object:
        if len(data) != len(shape.row):
            self.faults.add(place, f"expected a list of {len(shape.row)}, got one of {len(data)}")
            return BAD
        hints = zip(shape.row, data, strict=True)
        found = [self.read(hint, item, (*place, index)) for index, (hint, item) in enumerate(hints)]
        return BAD if BAD in found else tuple(found)

    def _text(self, shape: Shape, data: str, place: Place) -> object:
        if not is_unicode(data):
            self.faults.add(place, "expected Unicode text, got half of a surrogate pair")
            return BAD
        text = nfc(data)
        if str in shape.scalars:
            return text
        for enum in shape.enums:
            if enum is not Marker and (member := _member(enum, text)) is not None:
                return member
        if Citation in shape.classes:
            return self._built(Citation.parse, {"text": text}, place)
        value = _written(shape, text)
        return self._wrong(shape, data, place, _hint(shape, text)) if value is BAD else value

    def _mapping(self, shape: Shape, data: Mapping[str, object], place: Place) -> object:
        tag = next(iter(data)) if len(data) == 1 else None
        if tag is not None and tag in _TAGS and _TAGS[tag] & (shape.scalars | set(shape.enums)):
            return self._tagged(shape, tag, data[tag], place)
        if shape.classes:
            return self._object(shape, data, place)
        return self._wrong(shape, data, place)

    def _tagged(self, shape: Shape, tag: str, data: object, place: Place) -> object:
        kinds = _TAGS[tag]
        scalars = frozenset(one for one in kinds if one is not Marker) & shape.scalars
        only = Shape(scalars, tuple(enum for enum in shape.enums if enum in kinds))
        text = nfc(data) if isinstance(data, str) else None
        member = _member(Marker, text) if Marker in kinds and text is not None else None
        if member is not None:
            return member
        value = BAD if text is None else _written(only, text)
        if value is BAD:
            known = [marker.value for marker in Marker] if tag == "marker" else []
            wanted = listed(known) if known else f"{self.expected(only)} as text"
            advised = meant(text, known) if text is not None else ""
            self.faults.add((*place, tag), f"expected {wanted}, got {shown(data)}{advised}")
        return value

    def _object(self, shape: Shape, data: Mapping[str, object], place: Place) -> object:
        cls = self._class(shape, data, place)
        if cls is None:
            return BAD
        before = len(self.faults)
        known = {field.name: field for field in fields_of(cls)}
        given = self.opened(data, place, known, tagged=kind_of(cls) is not None)
        values = {name: self.read(known[name].hint, item, (*place, name)) for name, item in given.items()}
        if any(value is BAD for value in values.values()) or self._lacks(known, given):
            return BAD
        return self._built(cls, values, place, quiet=len(self.faults) > before)

    def _lacks(self, known: Mapping[str, Field], given: Mapping[str, object]) -> bool:
        return any(field.required and name not in given for name, field in known.items())

    def opened(
        self, data: Mapping[str, object], place: Place, known: Mapping[str, Field], *, tagged: bool = False
    ) -> dict[str, object]:
        """The fields of *data* that are *known*; others, those given twice and those lacking are faults."""
        found: dict[str, object] = {}
        for name, item in data.items():
            if name in known:
                found[name] = item
            elif not (tagged and name == "kind"):
                self.faults.add((*place, name), f"unknown field{meant(str(name), known)}")
        self.given_once(data, place)
        for name, field in known.items():
            if field.required and name not in data:
                wanted = self.expected(shape_of(field.hint))
                self.faults.add((*place, name), f"expected {wanted}, got nothing")
        return found

    def given_once(self, data: Mapping[str, object], place: Place) -> None:
        """Add a fault for each name that *data* gives twice."""
        for name in data.keys_given_twice if isinstance(data, Repeated) else ():
            self.faults.add((*place, name), "expected it once, got it twice")

    def _class(self, shape: Shape, data: Mapping[str, object], place: Place) -> type | None:
        kinds = self.kinds.among(shape.classes)
        plain = self.kinds.plain(shape.classes)
        kind = data.get("kind", None)
        if "kind" not in data or (plain is not None and not kinds):
            if plain is not None:
                return plain
            if len(kinds) == 1 and shape.classes == tuple(kinds.values()):
                return shape.classes[0]
            self.faults.add((*place, "kind"), f"expected {listed(kinds)}, got nothing")
            return None
        if isinstance(kind, str) and kind in kinds:
            return kinds[kind]
        known = isinstance(kind, str)
        problem = self.kinds.unknown(str(kind), kinds) if known else f"expected text, got {shown(kind)}"
        self.faults.add((*place, "kind"), problem)
        return None

    def _built(self, make: object, values: dict[str, object], place: Place, *, quiet: bool = False) -> object:
        """What *make* makes of *values*; what it refuses is a fault, unless *quiet*: a part was left out."""
        try:
            return make(**values)  # type: ignore[operator]
        except InputError as error:
            found = [((*place, *_steps(fault.path)), fault.problem) for fault in error.faults]
        except (TypeError, ValueError, ArithmeticError) as error:
            first = (str(error).splitlines() or [type(error).__name__])[0]
            found = [(place, f"expected other values: {first[:200]}")]
        for where, problem in () if quiet else found:
            self.faults.add(where, problem)
        return BAD


def _steps(path: str) -> Place:
    return (path,) if path else ()


_WORDS: Final[dict[type, str]] = {
    bool: "true or false",
    int: "a whole number",
    Decimal: "a number",
    Fraction: "a fraction",
    str: "text",
    dt.date: "a day as YYYY-MM-DD",
    type(None): "null",
}
_TAGS: Final[dict[str, set[type]]] = {
    "decimal": {Decimal},
    "fraction": {Fraction},
    "date": {dt.date},
    "marker": {Marker},
}


def _plain(shape: Shape, data: object) -> object:
    """A value of JSON that is no text, list or object, as *shape* takes it, or BAD."""
    if data is None or isinstance(data, bool) or type(data) is dt.date:
        return data if type(data) in shape.scalars else BAD
    if isinstance(data, (int, Decimal)) and is_short(data):
        return _number(shape, data)
    return BAD


def _number(shape: Shape, data: Decimal | int) -> object:
    if type(data) in shape.scalars:
        return data
    if Decimal in shape.scalars:
        return Decimal(data)
    return int(data) if int in shape.scalars and data == int(data) else BAD


def _member(enum: type[Enum], text: str) -> Enum | None:
    return next((member for member in enum if member.value == text), None)


def _written(shape: Shape, text: str) -> object:
    """A day, decimal or fraction written as text, as *shape* takes it, or BAD."""
    if dt.date in shape.scalars and _DAY.fullmatch(text):
        try:
            return dt.date.fromisoformat(text)
        except ValueError:
            return BAD
    if Decimal in shape.scalars and _DECIMAL.fullmatch(text):
        value = Decimal(text)
        return value if is_short(value) else BAD
    if Fraction in shape.scalars and _FRACTION.fullmatch(text):
        return Fraction(text) if int(text.partition("/")[2]) else BAD
    return BAD


def _hint(shape: Shape, text: str) -> str:
    """What was meant by *text*, where that is plain."""
    if dt.date in shape.scalars:
        return day_advice(text)
    if Decimal in shape.scalars and "," in text and _DECIMAL.fullmatch(text.replace(",", ".", 1)):
        return f": write a point, not a comma, as in {quoted(text.replace(',', '.', 1))}"
    names = [str(member.value) for enum in shape.enums for member in enum if enum is not Marker]
    return meant(text, names)
