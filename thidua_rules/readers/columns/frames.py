"""
Rosters as data frames: one frame holds many communes, and everything in it is told apart by its ``roster``.

========== =====================================================================================================
subjects   ``roster``, ``id``, ``kind``; also ``unit``, and ``name``, which only ``explain`` shows; a column for each
           fact; for a fact that may be marked, a text column ``<fact>__marker`` with ``khong_giao`` or
           ``khong_ap_dung``; for each list a flag named like it, true where the list is known
records    for each list a long table: ``roster``, ``subject`` and the list's columns
decisions  ``roster``, ``award``, ``subject``, ``state``, ``date``; also ``number`` and ``cancelled_on``
ballots    ``roster``, ``award``, ``subject``, ``date``, ``members``, ``present``, ``approvals``; also ``written`` and
           ``secret``
========== =====================================================================================================

A null is unknown. Numbers are whole or decimal columns; days are dates; everything else is text or a flag.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import attrs
import narwhals as nw

from thidua_rules.errors import InputError, RosterError
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.policies.model import Policy
from thidua_rules.readers.columns.backends import (
    DAY,
    FLAG,
    TEXT,
    WHOLE,
    Backend,
    Frame,
    Polars,
    Row,
    Type,
    backend_of,
)
from thidua_rules.readers.columns.expressions import LARGEST
from thidua_rules.subjects import Roster
from thidua_rules.values import FrozenMap, Marker, Value

MARKER: Final = "__marker"
ROSTER, ID, KIND, UNIT, NAME, SUBJECT = "roster", "id", "kind", "unit", "name", "subject"
KEYS: Final = (ROSTER, ID, KIND, UNIT)
META: Final = "frames.json"

DECISION_TYPES: Final[Mapping[str, Type]] = {
    ROSTER: TEXT,
    "award": TEXT,
    SUBJECT: TEXT,
    "state": TEXT,
    "date": DAY,
    "number": TEXT,
    "cancelled_on": DAY,
}
BALLOT_TYPES: Final[Mapping[str, Type]] = {
    ROSTER: TEXT,
    "award": TEXT,
    SUBJECT: TEXT,
    "date": DAY,
    "members": WHOLE,
    "present": WHOLE,
    "approvals": WHOLE,
    "written": WHOLE,
    "secret": FLAG,
}


@attrs.frozen
class Frames:
    """
    What is known of many communes in one year.

    Args:
        subjects: Everybody, one row each; a lazy frame of Polars, DuckDB or PySpark, as are the others.

        records: The long table of each list.

        year: The year under review.

        decisions: The decisions taken, or None where there are none.

        ballots: The ballots taken, or None where there are none.

    Raises:
        InputError: The frames are not of one engine, or of one that is not known.
    """

    subjects: Any = attrs.field(repr=False)
    records: Mapping[str, Any] = attrs.field(repr=False)
    year: int
    decisions: Any = attrs.field(default=None, repr=False)
    ballots: Any = attrs.field(default=None, repr=False)

    def __attrs_post_init__(self) -> None:
        kinds = {type(one) for one in (self.subjects, *self.records.values(), self.decisions, self.ballots)}
        kinds.discard(type(None))
        if len(kinds) != 1:
            names = ", ".join(sorted(kind.__name__ for kind in kinds))
            raise InputError.one("frames", f"expected frames of one engine, got {names}")
        backend_of(self.subjects)

    @property
    def backend(self) -> Backend:
        """The engine that holds them."""
        return backend_of(self.subjects)

    @classmethod
    def from_rosters(
        cls, policy: Policy, rosters: Iterable[Roster], backend: Backend | None = None
    ) -> Frames:
        """
        *rosters* of one year as frames.

        Args:
            policy: The rules, whose facts say what type each column has.

            rosters: The communes, each with an id of its own.

            backend: The engine; lazy Polars by default.

        Raises:
            RosterError: The rosters are not of one year, two share an id, or a number is too large for a column.
        """
        listed = tuple(rosters)
        _refuse_mixed(listed)
        maker = backend or Polars()
        specs = [one for one in policy.facts.values() if one.type is not FactType.RECORDS]
        lists = [one for one in policy.facts.values() if one.type is FactType.RECORDS]
        rows = [_subject_row(roster, one, specs, lists) for roster in listed for one in roster.subjects]
        types: dict[str, Type] = dict.fromkeys((*KEYS, NAME), TEXT)
        for spec in specs:
            types[spec.id] = _type(spec, [row.get(spec.id) for row in rows])
            if spec.may_be_unassigned:
                types[spec.id + MARKER] = TEXT
        types |= dict.fromkeys([one.id for one in lists], FLAG)
        return cls(
            subjects=maker.made(types, rows).to_native(),
            records=FrozenMap({one.id: _records(one, listed, maker).to_native() for one in lists}),
            year=listed[0].year if listed else dt.MINYEAR,
            decisions=maker.made(DECISION_TYPES, _decisions(listed)).to_native(),
            ballots=maker.made(BALLOT_TYPES, _ballots(listed)).to_native(),
        )

    @classmethod
    def scan_parquet(cls, folder: str | Path, backend: Backend | None = None) -> Frames:
        """
        The frames that :meth:`write_parquet` wrote, or anything laid out like it, not yet read.

        Raises:
            InputError: The folder holds no ``frames.json``.
        """
        here, maker = Path(folder), backend or Polars()
        try:
            year = int(json.loads((here / META).read_text(encoding="utf-8"))["year"])
        except (OSError, ValueError, KeyError, TypeError):
            raise InputError.one(META, 'expected a file with {"year": a whole number}') from None
        found = {name: _scanned(maker, here / name) for name in ("subjects", "decisions", "ballots")}
        lists = here / "records"
        names = sorted(one.name for one in lists.iterdir()) if lists.is_dir() else []
        return cls(
            subjects=found["subjects"],
            records=FrozenMap({name: _scanned(maker, lists / name) for name in names}),
            year=year,
            decisions=found["decisions"],
            ballots=found["ballots"],
        )

    def write_parquet(self, folder: str | Path, *, part: int = 0) -> None:
        """Writes them as one more *part* of *folder*: a folder for each table, and ``frames.json``."""
        here, maker = Path(folder), self.backend
        here.mkdir(parents=True, exist_ok=True)
        for name, native in (
            ("subjects", self.subjects),
            ("decisions", self.decisions),
            ("ballots", self.ballots),
        ):
            if native is not None:
                maker.write(nw.from_native(native), here / name, part)
        for name, native in self.records.items():
            maker.write(nw.from_native(native), here / "records" / name, part)
        (here / META).write_text(json.dumps({"year": self.year}), encoding="utf-8")

    def only(self, rosters: Sequence[str]) -> Frames:
        """The frames of some communes."""
        chosen = nw.col(ROSTER).is_in(list(rosters))
        return self._each(lambda frame: frame.filter(chosen))

    def read(self, backend: Backend) -> Frames:
        """
        The same, read once and kept by *backend*, for whoever asks many questions of few communes.

        Every question of a folder opens each of its files, and a country has hundreds.
        """
        return self._each(backend.kept)

    def _each(self, change: Callable[[Frame], Frame]) -> Frames:
        def changed(native: Any) -> Any:  # noqa: ANN401  # a frame of any engine
            return None if native is None else change(nw.from_native(native)).to_native()

        return attrs.evolve(
            self,
            subjects=changed(self.subjects),
            records=FrozenMap({name: changed(one) for name, one in self.records.items()}),
            decisions=changed(self.decisions),
            ballots=changed(self.ballots),
        )

    def roster_ids(self) -> list[str]:
        """The ids of the communes, sorted."""
        frame = nw.from_native(self.subjects).select(ROSTER).unique()
        return sorted(row[ROSTER] for row in self.backend.rows(frame))


def _scanned(maker: Backend, folder: Path) -> Any:  # noqa: ANN401  # a frame of any engine
    return maker.scan(folder).to_native() if folder.is_dir() else None


def _refuse_mixed(rosters: tuple[Roster, ...]) -> None:
    years = sorted({one.year for one in rosters})
    if len(years) > 1:
        raise RosterError.one("year", f"expected rosters of one year, got {', '.join(map(str, years))}")
    if len({one.id for one in rosters}) < len(rosters):
        raise RosterError.one("id", "expected an id of its own for each roster")


def _cell(value: Value | None) -> Value | None:
    return None if isinstance(value, Marker) else value


def _subject_row(roster: Roster, one: Any, specs: list[FactSpec], lists: list[FactSpec]) -> Row:  # noqa: ANN401
    row: dict[str, Any] = {
        ROSTER: roster.id,
        ID: one.id,
        KIND: one.kind.value,
        UNIT: one.unit,
        NAME: one.name,
    }
    for spec in specs:
        value = one.facts.get(spec.id)
        row[spec.id] = _cell(value)
        if spec.may_be_unassigned and isinstance(value, Marker):
            row[spec.id + MARKER] = value.value
    return row | {spec.id: one.records.get(spec.id) is not None for spec in lists}


def _records(spec: FactSpec, rosters: tuple[Roster, ...], maker: Backend) -> Frame:
    rows = [
        {ROSTER: roster.id, SUBJECT: one.id, **{field.id: row.get(field.id) for field in spec.fields}}
        for roster in rosters
        for one in roster.subjects
        for row in one.records.get(spec.id) or ()
    ]
    types: dict[str, Type] = {ROSTER: TEXT, SUBJECT: TEXT}
    for field in spec.fields:
        if any(isinstance(row[field.id], Marker) for row in rows):
            raise RosterError.one(
                f"records.{spec.id}.{field.id}", "expected no marker: columns of lists hold none"
            )
        types[field.id] = _type(field, [row[field.id] for row in rows], f"{spec.id}.")
    return maker.made(types, rows)


def _type(spec: FactSpec, values: list[Any], prefix: str = "") -> Type:
    """
    The type of a column of *values*: whole numbers, or as many decimal places as they need.

    Raises:
        RosterError: A number does not fit.
    """
    match spec.type:
        case FactType.FLAG:
            return FLAG
        case FactType.DATE:
            return DAY
        case FactType.INTEGER | FactType.DECIMAL:
            return _places([one for one in values if one is not None], prefix + spec.id)
        case _:
            return TEXT


def _places(numbers: list[int | Decimal], path: str) -> Type:
    places = max((_decimals(one) for one in numbers if isinstance(one, Decimal)), default=0)
    if any(abs(one) * 10**places > LARGEST for one in numbers):
        problem = f"expected numbers that fit into {places} decimal places and 64 bits"
        raise RosterError.one(f"facts.{path}", problem)
    return places if any(isinstance(one, Decimal) for one in numbers) else WHOLE


def _decimals(number: Decimal) -> int:
    """The decimal places that *number* needs."""
    _, digits, exponent = number.as_tuple()
    places = -int(exponent)
    for digit in reversed(digits):
        if digit or places <= 0:
            break
        places -= 1
    return max(places, 0)


def _decisions(rosters: tuple[Roster, ...]) -> list[Row]:
    return [
        {
            ROSTER: roster.id,
            "award": one.award,
            SUBJECT: one.subject,
            "state": one.state.value,
            "date": one.date,
            "number": one.number,
            "cancelled_on": one.cancelled_on,
        }
        for roster in rosters
        for one in roster.decisions
    ]


def _ballots(rosters: tuple[Roster, ...]) -> list[Row]:
    return [
        {
            ROSTER: roster.id,
            "award": one.award,
            SUBJECT: one.subject,
            "date": one.date,
            "members": one.members,
            "present": one.present,
            "approvals": one.approvals,
            "written": one.written,
            "secret": one.secret,
        }
        for roster in rosters
        for one in roster.ballots
    ]
