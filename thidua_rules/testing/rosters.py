"""
The small roster that a case describes: its subject, the subject's unit, others, decisions and ballots.

Short forms that keep cases readable are written out here: ``count`` others that are alike, others that are ``like``
the subject, titles ``earned`` by a decision at the year's end, and the obvious award and subject of a decision.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Final

import attrs

from thidua_rules.errors import RosterError
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.policies.layers import Layer
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.places import Faults, Unreadable, meant, shown, written
from thidua_rules.serialization.rosters import roster_from_json
from thidua_rules.subjects import Roster
from thidua_rules.testing.layout import joined

SUBJECT: Final = "doi_tuong"
"""The id of a case's subject that is given none."""

UNIT: Final = "don_vi"
"""The id of its unit that is given none."""

NAME: Final = "không nêu tên"
"""The name of whoever is given none: no rule asks for it."""

AROUND: Final = ("unit", "subjects", "decisions", "ballots", "parameters")
SHAPELESS: Final = "expected keys with values"
"""How the fault of something begins that should be a map and is none: nothing inside it can be wrong."""

MAX_COUNT: Final = 1_000
_SHORT: Final = ("count", "like_subject", "earned")
_ROSTER: Final = "case"


@attrs.define
class Description:
    """
    A roster as data, and where each of its rows stands in the case.

    Args:
        subjects: Its subjects, the one that the case is about first.

        decisions: Its decisions.

        ballots: Its ballots.

        places: For the start of a path in the roster, the path in the case.
    """

    subjects: list[dict[str, object]] = attrs.field(factory=list)
    decisions: list[object] = attrs.field(factory=list)
    ballots: list[object] = attrs.field(factory=list)
    places: dict[str, str] = attrs.field(factory=dict)

    def placed(self, path: str) -> str:
        """*path* of the roster as a path of the case."""
        start = max((one for one in self.places if _starts(path, one)), key=len, default="")
        return self.places[start] + path[len(start) :] if start else path

    @property
    def subject(self) -> str:
        """The id of the subject that the case is about."""
        return str(self.subjects[0].get("id", SUBJECT))


def _starts(path: str, start: str) -> bool:
    return path.startswith(start) and path[len(start) : len(start) + 1] in {"", ".", "["}


class RosterReader:
    """Reads what a case says of its world; what is wrong is added to *faults*."""

    def __init__(self, faults: Faults, award: str | None, year: int) -> None:
        self._faults = faults
        self._award = award
        self._year = year
        self._found = Description()

    def read(self, subject: object, around: object) -> Description:
        """The roster that *subject* and what stands *around* it describe."""
        main = self._map(subject, "subject")
        given = self._around(around)
        unit = given.get("unit")
        if unit is not None:
            main = {"unit": self._map(unit, "with.unit").get("id", UNIT), **main}
        main = {"id": SUBJECT, "kind": "ca_nhan", **main} if subject is None else {"id": SUBJECT, **main}
        self._add(main, "subject")
        if unit is not None:
            self._add({"id": UNIT, **self._map(unit, "with.unit")}, "with.unit")
        for place, row in self._others(given.get("subjects")):
            self._other(row, main, place)
        self._rows(given, "decisions", self._found.decisions)
        self._rows(given, "ballots", self._found.ballots)
        return self._found

    def _map(self, data: object, place: str) -> dict[str, object]:
        if isinstance(data, Mapping):
            return dict(data)
        if data is not None:
            self._fault(place, f"{SHAPELESS}, got {shown(data)}")
        return {}

    def _fault(self, place: str, problem: str) -> None:
        self._faults.add((place,), problem)

    def _around(self, data: object) -> Mapping[str, object]:
        if isinstance(data, list):
            return {"subjects": data}
        found = self._map(data, "with")
        for key in found:
            if key not in AROUND:
                self._fault(f"with.{key}", f"unknown key{meant(key, AROUND)}")
        return found

    def _others(self, data: object) -> Iterator[tuple[str, dict[str, object]]]:
        """Other subjects: a map by their ids, so that a case can change one that the defaults name, or a list."""
        if isinstance(data, Mapping):
            for name, row in data.items():
                place = joined("with.subjects", written((name,), ""))
                yield from [(place, {"id": name, **self._map(row, place)})] if row is not None else ()
            return
        for index, row in enumerate(self._list({"subjects": data}, "subjects")):
            place = f"with.subjects[{index}]"
            yield place, self._map(row, place)

    def _list(self, given: Mapping[str, object], name: str) -> list[object]:
        rows = given.get(name)
        if rows is None or isinstance(rows, list):
            return rows or []
        self._fault(f"with.{name}", f"expected a list, got {shown(rows)}")
        return []

    def _add(self, row: dict[str, object], place: str) -> None:
        earned = row.pop("earned", None)
        self._found.places[f"subjects[{len(self._found.subjects)}]"] = place
        self._found.subjects.append({"name": NAME, **row})
        if earned is not None and not isinstance(earned, list):
            self._fault(f"{place}.earned", f"expected a list of awards, got {shown(earned)}")
        for index, award in enumerate(earned if isinstance(earned, list) else ()):
            start = f"decisions[{len(self._found.decisions)}]"
            for end in ("", ".award"):
                self._found.places[start + end] = f"{place}.earned[{index}]"
            self._found.decisions.append(
                {"award": award, "subject": row.get("id"), "state": "hieu_luc", "date": self._last_day}
            )

    @property
    def _last_day(self) -> dt.date:
        return dt.date(self._year, 12, 31)

    def _other(self, row: dict[str, object], main: dict[str, object], place: str) -> None:
        like, count = row.pop("like_subject", False), row.pop("count", None)
        if not isinstance(like, bool):
            self._fault(f"{place}.like_subject", f"expected true or false, got {shown(like)}")
        if like is True:
            row = _like(main, row)
        for name in self._names(row.get("id"), count, place):
            self._add({**row, "id": name}, place)

    def _names(self, name: object, count: object, place: str) -> Iterator[object]:
        if count is None:
            yield name
        elif isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= MAX_COUNT:
            wanted = f"expected a whole number from 1 to {MAX_COUNT}"
            self._fault(f"{place}.count", f"{wanted}, got {shown(count)}")
        else:
            yield from (f"{name}-{number}" for number in range(1, count + 1))

    def _rows(self, given: Mapping[str, object], name: str, found: list[object]) -> None:
        usual = {"subject": self._found.subject} | ({"award": self._award} if self._award else {})
        for index, row in enumerate(self._list(given, name)):
            self._found.places[f"{name}[{len(found)}]"] = f"with.{name}[{index}]"
            found.append({**usual, **row} if isinstance(row, Mapping) else row)


def _like(main: Mapping[str, object], row: Mapping[str, object]) -> dict[str, object]:
    """*row* with what it does not say taken from *main*; single facts and lists may differ."""
    found = {key: value for key, value in main.items() if key not in {"id", *_SHORT}} | dict(row)
    for part in ("facts", "records"):
        above, below = row.get(part), main.get(part)
        if isinstance(above, Mapping) and isinstance(below, Mapping):
            found[part] = {**below, **above}
    return found


def roster_of(found: Description, policy: Policy | None, year: int, faults: Faults) -> Roster:
    """The roster that was described, its facts typed by *policy*, or by themselves where there is none."""
    data = {
        "id": _ROSTER,
        "commune": _ROSTER,
        "year": year,
        "subjects": found.subjects,
        "decisions": found.decisions,
        "ballots": found.ballots,
    }
    try:
        return roster_from_json(data, policy or _policy_of(found))
    except RosterError as error:
        for fault in error.faults:
            faults.add((found.placed(fault.path),), fault.problem)
        return Roster(_ROSTER, _ROSTER, year)


def _policy_of(found: Description) -> Policy:
    """A policy that knows the facts and lists that the subjects have, typed by their first values."""
    specs: dict[str, FactSpec] = {}
    for subject in found.subjects:
        for part in ("facts", "records"):
            values = subject.get(part)
            for name, value in values.items() if isinstance(values, Mapping) else ():
                if value is not None and name not in specs:
                    specs[name] = _spec_of(str(name), value)
    layer = Layer(id=_ROSTER, title_vi="", title_en="", level="", facts=tuple(specs.values()))
    return Policy(id=_ROSTER, title_vi="", title_en="", layers=(layer,))


def _spec_of(name: str, value: object) -> FactSpec:
    kind = next((kind for types, kind in _TYPES if isinstance(value, types)), FactType.TEXT)
    rows = value if isinstance(value, list) else []
    columns: dict[str, FactSpec] = {}
    for row in rows:
        for column, cell in row.items() if isinstance(row, Mapping) else ():
            if cell is not None and column not in columns:
                columns[column] = _spec_of(str(column), cell)
    return FactSpec(
        id=name,
        type=kind,
        label_vi=name,
        label_en=name,
        fields=tuple(columns.values()),
        may_be_unassigned=kind is not FactType.RECORDS,
    )


_TYPES: Final[tuple[tuple[type | tuple[type, ...], FactType], ...]] = (
    (bool, FactType.FLAG),
    ((int, Decimal, Unreadable), FactType.DECIMAL),
    (dt.date, FactType.DATE),
    (list, FactType.RECORDS),
)


def place_text(faults: Faults) -> Iterator[tuple[str, str]]:
    """Each fault with its place as text: a place may already start with text."""
    for place, problem in faults.found:
        first, *rest = place or ("",)
        yield _text(str(first), tuple(rest)), problem


def _text(first: str, rest: tuple[str | int, ...]) -> str:
    end = written(rest, "") if rest else ""
    return f"{first}{'' if not end or end.startswith('[') else '.'}{end}" if first else end
