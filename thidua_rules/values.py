"""
Plain values that everything else is built of: frozen maps, exact numbers, text in NFC, nearest names.
"""

from __future__ import annotations

import datetime as dt
import difflib
import hashlib
import json
import unicodedata
from collections.abc import ItemsView, Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final, TypeVar

import attrs

from thidua_rules.errors import PolicyError

K = TypeVar("K")
V_co = TypeVar("V_co", covariant=True)

MAX_DIGITS: Final = 30
"""The largest number of digits that an exact number may have, on either side of the point."""


class Marker(Enum):
    """
    What may stand in place of a score's fact, told apart from a missing one.

    ``NOT_ASSIGNED``: nobody asked this of the subject. ``NOT_APPLICABLE``: it cannot apply to the subject.
    """

    NOT_ASSIGNED = "khong_giao"
    NOT_APPLICABLE = "khong_ap_dung"


Value = bool | int | Decimal | str | dt.date | Marker
"""A value of a fact: exact, hashable and comparable with its like."""


class FrozenMap(Mapping[K, V_co]):
    """A mapping that cannot be changed, and can be hashed where its values can."""

    __slots__ = ("_data", "_hash", "get")

    def __init__(self, data: Mapping[K, V_co] | Iterable[tuple[K, V_co]] = ()) -> None:
        self._data: dict[K, V_co] = dict(data)
        self._hash: int | None = None
        self.get = self._data.get  # type: ignore[method-assign]  # the built-in's own speed

    def __getitem__(self, key: K) -> V_co:
        return self._data[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._data)

    def __len__(self) -> int:
        return len(self._data)

    def __contains__(self, key: object) -> bool:
        return key in self._data

    def items(self) -> ItemsView[K, V_co]:
        """The pairs, as a view that the built-in walks by itself."""
        return self._data.items()

    def __hash__(self) -> int:
        if self._hash is None:
            self._hash = hash(frozenset(self._data.items()))
        return self._hash

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            return self._data == other._data
        return NotImplemented

    def __repr__(self) -> str:
        return f"FrozenMap({sorted(map(str, self._data))})"

    def __reduce__(self) -> tuple[type[FrozenMap[K, V_co]], tuple[dict[K, V_co]]]:
        return (FrozenMap, (self._data,))

    def with_items(self, **items: object) -> FrozenMap[str, object]:
        """A new map with *items* added or replaced; None takes an item away."""
        merged = {str(key): value for key, value in self._data.items()} | items
        return FrozenMap({key: value for key, value in merged.items() if value is not None})


def nfc(text: str) -> str:
    """*text* in Unicode's composed form, in which all text is compared."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """*text* without diacritics, case and punctuation, to find what was meant."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    letters = (char.lower() for char in plain if not unicodedata.combining(char))
    return "".join(char if char.isalnum() else "_" for char in letters).strip("_")


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name closest to *name*, diacritics ignored, or None where nothing is close."""
    if len(name) > 200:  # noqa: PLR2004
        return None
    if not fold(name):
        return None
    by_fold = {fold(item): item for item in sorted(known)}
    close = difflib.get_close_matches(fold(name), by_fold, n=1, cutoff=0.6)
    return by_fold[close[0]] if close else None


def advice(name: str, known: Iterable[str]) -> str:
    """``, did you mean 'x'?`` for the nearest known name, or an empty text."""
    found = nearest(name, known)
    return f", did you mean {found!r}?" if found else ""


_ALPHABET: Final = {char: index for index, char in enumerate("aăâbcdđeêghiklmnoôơpqrstuưvxy")}
_TONES: Final = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def vietnamese_key(text: str) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...], str]:
    """
    A sort key by Vietnamese dictionary order: letters first, then tones (ngang, huyền, hỏi, ngã, sắc, nặng).

    Syllables compare one by one, letters before tones.
    """
    letters, tones = [], []
    for word in nfc(text).lower().split():
        word_letters, word_tones = [], []
        for char in word:
            parts = unicodedata.normalize("NFD", char)
            tone = max((_TONES.get(part, 0) for part in parts), default=0)
            base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
            word_letters.append(_ALPHABET.get(base, 100 + ord(base[0]) if base else 0))
            word_tones.append(tone)
        letters.append(tuple(word_letters))
        tones.append(tuple(word_tones))
    return tuple(letters), tuple(tones), nfc(text)


def as_fraction(value: Decimal | Fraction | int) -> Fraction:
    """*value* as an exact fraction."""
    return value if type(value) is Fraction else Fraction(value)


def tidy(value: Decimal | Fraction | int) -> Decimal | Fraction | int:
    """*value* in its plainest exact type: int where whole, Decimal where finite, else Fraction."""
    if type(value) is int:
        return value
    fraction = as_fraction(value)
    if fraction.denominator == 1:
        return fraction.numerator
    rest, twos, fives = fraction.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return fraction
    places = max(twos, fives)
    return Decimal(fraction.numerator * 10**places // fraction.denominator).scaleb(-places)


class Rounding(Enum):
    """
    A named way to make a number whole (or a multiple of a step).

    ``floor`` down, ``ceil`` up, ``half_up`` halves away from zero, ``half_even`` halves to the even
    neighbour, ``down`` towards zero.
    """

    FLOOR = "floor"
    CEIL = "ceil"
    HALF_UP = "half_up"
    HALF_DOWN = "half_down"
    HALF_EVEN = "half_even"
    UP = "up"
    DOWN = "down"

    def whole(self, value: Decimal | Fraction | int) -> int:
        """*value* as a whole number under this rounding."""
        exact = as_fraction(value)
        floor = exact.numerator // exact.denominator
        rest = exact - floor
        if rest == 0:
            return floor
        away = floor + 1 if exact > 0 else floor
        towards = floor if exact > 0 else floor + 1
        half = Fraction(1, 2)
        match self:
            case Rounding.FLOOR:
                return floor
            case Rounding.CEIL:
                return floor + 1
            case Rounding.UP:
                return away
            case Rounding.DOWN:
                return towards
        if rest != half:
            return floor if rest < half else floor + 1
        match self:
            case Rounding.HALF_UP:
                return away
            case Rounding.HALF_DOWN:
                return towards
            case _:
                return floor if floor % 2 == 0 else floor + 1

    def to_step(self, value: Decimal | Fraction | int, step: Decimal | int) -> Decimal | Fraction | int:
        """*value* as a multiple of *step* under this rounding."""
        if step <= 0:
            raise PolicyError.one("step", f"expected a number above 0, got {step}")
        return tidy(self.whole(as_fraction(value) / as_fraction(step)) * as_fraction(step))


def plain_data(value: object) -> object:
    """
    *value* as JSON data: what serialization writes and what a content hash is made of.

    An attrs value becomes an object of its public fields, with its ``kind`` where it has one. A number
    that is not whole, and a day, become ``{"decimal": "0.15"}``, ``{"fraction": "1/3"}`` and ``{"date": "2022-01-31"}``
    where any value may stand; sets become sorted lists.

    Raises:
        TypeError: The value, or something in it, is none of these.
    """
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, (tuple, list)):
        return [plain_data(item) for item in value]
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, dt.date):
        return {"date": value.isoformat()}
    if isinstance(value, Enum):
        return {"marker": value.value} if isinstance(value, Marker) else value.value
    if type(value) is Fraction:
        return {"fraction": str(value)}
    if isinstance(value, (FrozenMap, Mapping)):  # the first is found at once
        return {str(key): plain_data(item) for key, item in sorted(value.items(), key=lambda kv: str(kv[0]))}
    if isinstance(value, (set, frozenset)):
        return sorted((plain_data(item) for item in value), key=str)
    if attrs.has(type(value)):
        return _object_data(value)
    message = f"cannot write a {type(value).__name__} as data"
    raise TypeError(message)


def _object_data(value: object) -> dict[str, object]:
    kind = getattr(type(value), "kind", None)
    tag: dict[str, object] = {"kind": kind} if isinstance(kind, str) else {}
    fields = attrs.fields(type(value))  # type: ignore[arg-type]
    return tag | {f.name: plain_data(getattr(value, f.name)) for f in fields if f.init}


def content_hash(value: object) -> str:
    """A SHA-256 over *value* as JSON data, in hexadecimal: the same on every machine."""
    text = json.dumps(plain_data(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
