"""
What is wrong with the rows of frames, as ``check_roster`` says it of a roster.

Queries look for the faults: only rows that have one are brought here, and of personal columns not even their values.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import attrs
import narwhals as nw

from thidua_rules.errors import Fault, RosterError
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.facts import FIRST_DAY, LAST_DAY, expectation
from thidua_rules.policies.validation.places import HIDDEN, Names, quoted, shown
from thidua_rules.policies.validation.rosters import LONGEST_ID
from thidua_rules.readers.columns.backends import Backend, Frame
from thidua_rules.readers.columns.expressions import Expr, disjunction
from thidua_rules.readers.columns.frames import ID, KIND, MARKER, NAME, ROSTER, SUBJECT, UNIT, Frames
from thidua_rules.readers.columns.schema import schema_faults
from thidua_rules.subjects import DecisionState
from thidua_rules.values import Marker

MOST: Final = 1000
"""How many rows with faults are listed of one query; the others are counted."""

ROUNDS: Final = 7
"""Units of units are followed 2 ** 7 steps; no unit stands so deep."""

_HIDDEN_CHARACTERS: Final = r"[\p{Cc}\p{Zl}\p{Zp}\x{202a}-\x{202e}\x{2066}-\x{2069}]"
_LEAP: Final = "([0-9][0-9](0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
_PARTIAL: Final = (
    "^(([0-9]{4}(-(0[1-9]|1[0-2]))?)|([0-9]{4}-(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01]))|"
    "([0-9]{4}-(0[469]|11)-(0[1-9]|[12][0-9]|30))|([0-9]{4}-02-(0[1-9]|1[0-9]|2[0-8]))|"
    f"({_LEAP}-02-29))$"
)
_NO_YEAR: Final = "^0000"

Row = Mapping[str, Any]


@attrs.frozen
class Check:
    """
    One thing that may be wrong with a row.

    Args:
        wrong: Where it is; null counts as fine.

        path: The column, as a message names it.

        problem: What to say of a row.

        shows: The columns that *problem* looks at.
    """

    wrong: Expr
    path: str
    problem: Callable[[Row], str]
    shows: tuple[str, ...] = ()


def check_frames(policy: Policy, frames: Frames) -> None:
    """
    Looks at every row of *frames*.

    Raises:
        RosterError: Columns or rows have faults; every one is listed, with its frame, its row and its column.
    """
    found = schema_faults(policy, frames) or frame_faults(policy, frames)
    if found:
        raise RosterError(found)


def frame_faults(policy: Policy, frames: Frames) -> tuple[Fault, ...]:
    """Every fault of the rows of *frames*, whose columns are in order."""
    checking = _Checking(policy, frames)
    return tuple(dict.fromkeys(checking.faults()))


@attrs.frozen
class _Table:
    """A table, and how a message names one of its rows."""

    frame: Frame
    keys: tuple[str, ...]
    place: str

    def path(self, row: Row, column: str) -> str:
        """Where *column* of *row* stands."""
        ids = {name: plain(row[name]) for name in self.keys}
        return f"rosters[{ids[ROSTER]}]{self.place.format(**ids)}{column}"


def plain(name: object) -> str:
    """An id as a path shows it: on one line, in quotes where it is odd, cut where it is long."""
    text = str(name)
    return text if text.isprintable() and text.strip() and quoted(text) == repr(text) else quoted(text)


class _Checking:
    def __init__(self, policy: Policy, frames: Frames) -> None:
        self.policy, self.frames = policy, frames
        self.backend: Backend = frames.backend
        everybody: Frame = nw.from_native(frames.subjects)
        if UNIT not in everybody.collect_schema():
            everybody = everybody.with_columns(nw.lit(None, dtype=nw.String).alias(UNIT))
        self.subjects = _Table(everybody, (ROSTER, ID), ".subjects[{id}]")

    def faults(self) -> Iterator[Fault]:
        yield from self._subjects()
        for name, native in self.frames.records.items():
            yield from self._records(self.policy.facts[name], nw.from_native(native))
        yield from self._decisions()
        yield from self._ballots()

    def _rows(self, table: _Table, checks: Sequence[Check]) -> Iterator[Fault]:
        """The faults that *checks* find, in one query."""
        names = [f"_wrong{index}" for index in range(len(checks))]
        shows = dict.fromkeys(one for check in checks for one in check.shows if one not in table.keys)
        flags = [
            check.wrong.fill_null(value=False).alias(name) for check, name in zip(checks, names, strict=True)
        ]
        marked = table.frame.select(*table.keys, *shows, *flags)
        wrong = marked.filter(disjunction([nw.col(name) for name in names]))
        for row in self._listed(wrong, table.keys):
            for check, name in zip(checks, names, strict=True):
                if row[name]:
                    yield Fault(table.path(row, check.path), check.problem(row))
        yield from self._rest(wrong, table.place.partition("[")[0].lstrip("."))

    def _listed(self, wrong: Frame, keys: Sequence[str]) -> list[dict[str, Any]]:
        return self.backend.rows(wrong.sort(*keys).head(MOST))

    def _rest(self, wrong: Frame, what: str) -> Iterator[Fault]:
        (row,) = self.backend.rows(wrong.select(nw.len().alias("_n")))
        if row["_n"] > MOST:
            yield Fault(what, f"{row['_n'] - MOST} more rows have faults")

    def _subjects(self) -> Iterator[Fault]:
        schema = self.subjects.frame.collect_schema()
        checks = [*_id_checks(ROSTER, ".roster"), *_id_checks(ID, ".id"), _known(KIND, _values(SubjectKind))]
        if NAME in schema:
            checks += _name_checks()
        for spec in self.policy.facts.values():
            checks += _fact_checks(spec, schema)
        yield from self._rows(self.subjects, checks)
        yield from self._given_twice()
        yield from self._communes()
        yield from self._nowhere(self.subjects, UNIT, "unit")
        yield from self._circles()

    def _given_twice(self) -> Iterator[Fault]:
        counted = self.subjects.frame.group_by(ROSTER, ID).agg(nw.len().alias("_n"))
        twice = counted.filter(nw.col("_n") > 1)
        for row in self._listed(twice, (ROSTER, ID)):
            problem = f"expected an id of its own, got {shown(row[ID])} {row['_n']} times"
            yield Fault(self.subjects.path(row, ".id"), problem)
        yield from self._rest(twice, "subjects")

    def _communes(self) -> Iterator[Fault]:
        communes = self.subjects.frame.filter(nw.col(KIND) == SubjectKind.XA.value)
        several = communes.group_by(ROSTER).agg(nw.len().alias("_n")).filter(nw.col("_n") > 1)
        for row in self._listed(several, (ROSTER,)):
            yield Fault(
                f"rosters[{plain(row[ROSTER])}].subjects",
                f"expected one commune in a roster, got {row['_n']}",
            )
        yield from self._rest(several, "rosters")

    def _nowhere(self, table: _Table, column: str, what: str) -> Iterator[Fault]:
        """Where *column* names a subject that is not in the roster."""
        ids = self.subjects.frame.select(ROSTER, ID).unique()
        asked = table.frame.filter(~nw.col(column).is_null())
        missing = asked.join(ids, left_on=[ROSTER, column], right_on=[ROSTER, ID], how="anti")
        columns = dict.fromkeys((*table.keys, column))
        chosen = missing.select(*columns).unique()
        for row in self._listed(chosen, tuple(columns)):
            yield Fault(table.path(row, f".{column}"), f"unknown {what} {shown(row[column])}")
        yield from self._rest(chosen, table.place.partition("[")[0].lstrip("."))

    def _circles(self) -> Iterator[Fault]:
        """Units that contain themselves: those that are still reached after very many steps upwards."""
        inside = self.subjects.frame.filter(~nw.col(UNIT).is_null())
        steps = self.backend.kept(inside.select(ROSTER, ID, UNIT).unique())
        for _ in range(ROUNDS):
            further = steps.select(ROSTER, nw.col(ID).alias(UNIT), nw.col(UNIT).alias("_up"))
            joined = steps.join(further, on=[ROSTER, UNIT], how="inner")
            steps = self.backend.kept(joined.select(ROSTER, ID, nw.col("_up").alias(UNIT)).unique())
            if not self.backend.rows(steps.head(1)):
                return
        around = steps.select(ROSTER, nw.col(UNIT).alias(ID)).unique()
        for row in self._listed(around, (ROSTER, ID)):
            yield Fault(self.subjects.path(row, ".unit"), "expected no unit that contains itself")
        yield from self._rest(around, "subjects")

    def _records(self, spec: FactSpec, rows: Frame) -> Iterator[Fault]:
        table = _Table(rows, (ROSTER, SUBJECT), f".subjects[{{subject}}].records.{spec.id}")
        schema = rows.collect_schema()
        checks = [
            check
            for field in spec.fields
            if field.id in schema
            for check in _value_checks(attrs.evolve(field, personal=field.personal or spec.personal), "")
        ]
        if checks:
            yield from self._rows(table, checks)
        yield from self._nowhere(table, SUBJECT, "subject")

    def _decisions(self) -> Iterator[Fault]:
        if self.frames.decisions is None:
            return
        table = _Table(
            nw.from_native(self.frames.decisions),
            (ROSTER, "award", SUBJECT),
            ".decisions[{award}, {subject}]",
        )
        checks = [self._award(), _known("state", _values(DecisionState)), *_day_checks("date")]
        if "cancelled_on" in table.frame.collect_schema():
            checks += _cancelled_checks()
        yield from self._rows(table, checks)
        yield from self._nowhere(table, SUBJECT, "subject")
        by_day = table.frame.group_by(*table.keys, "date").agg(
            nw.col("state").min().alias("_a"), nw.col("state").max().alias("_b")
        )
        torn = by_day.filter(nw.col("_a") != nw.col("_b"))
        for row in self._listed(torn, (*table.keys, "date")):
            problem = f"expected one state on {row['date']}, got {row['_a']!r} and {row['_b']!r}"
            yield Fault(table.path(row, ".state"), problem)
        yield from self._rest(torn, "decisions")

    def _ballots(self) -> Iterator[Fault]:
        if self.frames.ballots is None:
            return
        table = _Table(
            nw.from_native(self.frames.ballots), (ROSTER, "award", SUBJECT), ".ballots[{award}, {subject}]"
        )
        checks = [self._award(), *_day_checks("date")]
        limits: list[tuple[str, Expr, str]] = [
            ("members", nw.lit(10**6), "a million"),
            ("present", nw.col("members"), "'members'"),
            ("approvals", nw.col("present"), "'present'"),
        ]
        absent = nw.col("members") - nw.col("present")
        if "written" in table.frame.collect_schema():
            left = nw.when(absent >= 0).then(absent)
            limits.append(("written", left, "the number of those absent"))
        for name, most, what in limits:
            beyond = ((nw.col(name) < 0) | (nw.col(name) > most)).fill_null(value=False)
            wrong = beyond if name == "written" else nw.col(name).is_null() | beyond
            checks.append(
                Check(wrong, f".{name}", _got(f"expected a whole number from 0 to {what}", name), (name,))
            )
        yield from self._rows(table, checks)
        yield from self._nowhere(table, SUBJECT, "subject")

    def _award(self) -> Check:
        known = Names(self.policy.awards)
        wrong = nw.col("award").is_null() | ~_is_in("award", list(self.policy.awards))
        return Check(wrong, ".award", lambda row: known.unknown("award", str(row["award"])), ("award",))


def _values(kinds: Iterable[Any]) -> list[str]:
    return [one.value for one in kinds]


def _is_in(column: str, values: Sequence[str]) -> Expr:
    return nw.col(column).cast(nw.String).is_in(list(values))


def _got(expected: str, column: str) -> Callable[[Row], str]:
    return lambda row: f"{expected}, got {shown(row[column])}"


def _always(problem: str) -> Callable[[Row], str]:
    return lambda _: problem


def _known(column: str, values: Sequence[str]) -> Check:
    wrong = nw.col(column).is_null() | ~_is_in(column, values)
    return Check(wrong, f".{column}", _got(f"expected one of {', '.join(values)}", column), (column,))


def _id_checks(column: str, path: str) -> list[Check]:
    text = nw.col(column)
    return [
        Check(
            text.is_null() | (text.str.strip_chars() == ""),
            path,
            _always("expected an id, got an empty text"),
        ),
        Check(text.str.len_chars() > LONGEST_ID, path, _always(f"expected at most {LONGEST_ID} characters")),
        Check(
            text.str.contains(_HIDDEN_CHARACTERS),
            path,
            _always("expected no control character"),
        ),
    ]


def _name_checks() -> list[Check]:
    text = nw.col(NAME)
    return [
        Check(text.str.strip_chars() == "", ".name", _always("expected a name, got a blank text")),
        Check(text.str.contains(_HIDDEN_CHARACTERS), ".name", _always("expected no control character")),
    ]


def _fact_checks(spec: FactSpec, schema: Mapping[str, Any]) -> Iterator[Check]:
    """The value of a fact, its marker, and whether it is asked of the kind."""
    path = f".{'records' if spec.type is FactType.RECORDS else 'facts'}.{spec.id}"
    marker = spec.id + MARKER
    given: list[Expr] = []
    if spec.id in schema:
        yield from _value_checks(spec, ".facts")
        given.append(nw.col(spec.id) if spec.type is FactType.RECORDS else ~nw.col(spec.id).is_null())
    if marker in schema:
        markers = _values(Marker)
        yield Check(
            ~_is_in(marker, markers), path, _got(f"expected one of {', '.join(markers)}", marker), (marker,)
        )
        given.append(~nw.col(marker).is_null())
    if len(given) > 1:
        yield Check(given[0] & given[1], path, _always("expected a value or a marker, got both"))
    if given and len(spec.subjects) < len(SubjectKind):
        kinds = _values(spec.subjects)
        asked = f"expected only for {', '.join(kinds)}, got it for"
        yield Check(
            disjunction(given) & ~_is_in(KIND, kinds), path, lambda row: f"{asked} {row[KIND]}", (KIND,)
        )


def _value_checks(spec: FactSpec, prefix: str) -> Iterator[Check]:
    """Whether a value is one that *spec* allows; its type is known to fit."""
    wrong = _wrong(spec)
    if wrong is None:
        return
    shows = () if spec.personal else (spec.id,)

    def problem(row: Row) -> str:
        if spec.personal:
            return f"expected {_expected(spec)}, got {HIDDEN}"
        value = _plain(row[spec.id])
        return f"expected {expectation(spec, value) or _expected(spec)}, got {shown(value)}"

    yield Check(wrong, f"{prefix}.{spec.id}", problem, shows)


def _plain(value: object) -> object:
    """A whole decimal as a whole number: how a column is stored is no fault."""
    return int(value) if isinstance(value, Decimal) and value == value.to_integral_value() else value


def _wrong(spec: FactSpec) -> Expr | None:
    value = nw.col(spec.id)
    match spec.type:
        case FactType.INTEGER | FactType.DECIMAL:
            return _wrong_number(spec, value)
        case FactType.DATE:
            return (value < nw.lit(FIRST_DAY)) | (value > nw.lit(LAST_DAY))
        case FactType.CHOICE:
            return ~_is_in(spec.id, [one.id for one in spec.choices])
        case FactType.PARTIAL_DATE:
            return ~value.str.contains(_PARTIAL) | value.str.contains(_NO_YEAR)
        case _:
            return None


def _wrong_number(spec: FactSpec, value: Expr) -> Expr | None:
    """Below, above, or broken where it should be whole; a limit is brought to what the column can hold."""
    parts: list[Expr] = []
    if spec.minimum is not None:
        parts.append(value < _limit(spec.minimum))
    if spec.maximum is not None:
        parts.append(value > _limit(spec.maximum))
    if spec.type is FactType.INTEGER:
        parts.append(value.cast(nw.Int64) != value)
    return disjunction(parts) if parts else None


def _limit(number: Decimal | int) -> Expr:
    return nw.lit(int(number)) if Fraction(number).denominator == 1 else nw.lit(Decimal(number))


def _expected(spec: FactSpec) -> str:
    match spec.type:
        case FactType.CHOICE:
            return f"one of {', '.join(one.id for one in spec.choices)}"
        case FactType.DATE:
            return f"a day from {FIRST_DAY} to {LAST_DAY}"
        case FactType.PARTIAL_DATE:
            return "a day, month or year as YYYY-MM-DD, YYYY-MM or YYYY"
        case _:
            what = "a whole number" if spec.type is FactType.INTEGER else "a number"
            ends = [
                f" {word} {end}"
                for word, end in (("from", spec.minimum), ("to", spec.maximum))
                if end is not None
            ]
            return what + "".join(ends)


def _day_checks(column: str) -> list[Check]:
    day = nw.col(column)
    wrong = day.is_null() | (day < nw.lit(FIRST_DAY)) | (day > nw.lit(LAST_DAY))
    return [
        Check(wrong, f".{column}", _got(f"expected a day from {FIRST_DAY} to {LAST_DAY}", column), (column,))
    ]


def _cancelled_checks() -> list[Check]:
    cancelled = nw.col("cancelled_on")
    elsewhere = ~cancelled.is_null() & (nw.col("state") != DecisionState.HUY_BO.value)
    only = _got("expected it only where the state is 'huy_bo'", "cancelled_on")

    def from_on(row: Row) -> str:
        day: dt.date = row["date"]
        return f"expected a day from {day} on, got {row['cancelled_on']}"

    shows = ("cancelled_on", "date")
    return [
        Check(elsewhere, ".cancelled_on", only, shows),
        Check((cancelled < nw.col("date")) & ~elsewhere, ".cancelled_on", from_on, shows),
    ]
