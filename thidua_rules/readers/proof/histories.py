"""Runs of years as formulas, over lists whose rows may lack their year."""

from __future__ import annotations

from collections.abc import Callable

import z3

from thidua_rules.criteria.comparisons import Op
from thidua_rules.criteria.histories import CANCELLED, ConsecutiveYears
from thidua_rules.readers.proof.logic import (
    FALSE,
    TRUE,
    Formula,
    Truth,
    chosen,
    conjunction,
    every,
    known,
    opposite,
    some,
    total,
    within_bounds,
)
from thidua_rules.readers.proof.operands import Side
from thidua_rules.readers.proof.persons import Person
from thidua_rules.readers.proof.space import Row, Rows

_REACH = 100
"""How far back the criterion looks beyond the rows that it has."""


def consecutive_years(one: ConsecutiveYears, person: Person, wanted: Side, year: int) -> Truth:
    """
    The length of the run that ends just before *year*, between the shortest and the longest that the rows allow.

    A run passes only years that some row names, so it is followed for as many years as there may be rows. Where a row
    lacks its year, or any year may be bridged, the longest run ends only where the criterion stops looking.
    """
    history = person.records(one.history)
    bridges = person.records(one.bridges) if one.bridged_by else None
    steps = len(history.rows) + (len(bridges.rows) if bridges else 0)
    reach = history.size + _REACH + _size(person, one)
    held = [_held(row, one.award, person) for row in history.rows]
    shortest = _run(year, steps, _sure(history, held), _bridged(bridges, one, person, sure=True))
    longest = _run(year, steps, _may(history, held), _bridged(bridges, one, person, sure=False))
    anywhere = some(
        every((row.present, opposite(other.unmet), opposite(row.cell("nam").usable)))
        for row, other in zip(history.rows, held, strict=True)
    )
    free = FALSE if bridges is None else _free(bridges, one, person)
    longest = chosen(free, _distinct(history, held, year, reach), longest)
    longest = chosen(anywhere, reach, longest)
    found = within_bounds(shortest, longest, Op.AT_LEAST, wanted.value)
    given = every((history.known, wanted.known))
    return Truth(every((given, found.met)), every((given, found.unmet)))


def _size(person: Person, one: ConsecutiveYears) -> Formula:
    bridges = person.records(one.bridges) if one.bridges in person.space.specs else None
    return z3.IntVal(0) if bridges is None else z3.If(bridges.known, bridges.size, 0)


def _held(row: Row, award: str, person: Person) -> Truth:
    """Whether the row says that the title was held, its year left aside."""
    title = row.cell("danh_hieu")
    same = known(title.usable, title.value == person.space.texts.code(award))
    if "trang_thai" not in row.cells:
        return same
    state = row.cell("trang_thai")
    cancelled = every((state.usable, state.value == person.space.texts.code(CANCELLED)))
    return conjunction([same, known(TRUE, opposite(cancelled))])


Test = Callable[[int], Formula]


def _named(row: Row, year: int) -> Formula:
    cell = row.cell("nam")
    return every((row.present, cell.usable, cell.value == year))


def _sure(history: Rows, held: list[Truth]) -> Test:
    return lambda year: some(
        every((_named(row, year), one.met)) for row, one in zip(history.rows, held, strict=True)
    )


def _may(history: Rows, held: list[Truth]) -> Test:
    return lambda year: some(
        every((_named(row, year), opposite(one.unmet))) for row, one in zip(history.rows, held, strict=True)
    )


def _reason(row: Row, one: ConsecutiveYears, person: Person) -> Truth:
    cell = row.cell("ly_do")
    return known(cell.usable, some(cell.value == person.space.texts.code(name) for name in one.bridged_by))


def _bridged(bridges: Rows | None, one: ConsecutiveYears, person: Person, *, sure: bool) -> Test:
    if bridges is None:
        return lambda _: FALSE

    def bridged(year: int) -> Formula:
        parts = []
        for row in bridges.rows:
            reason = _reason(row, one, person)
            parts.append(every((_named(row, year), reason.met if sure else opposite(reason.unmet))))
        return every((bridges.known, some(parts)))

    return bridged


def _free(bridges: Rows, one: ConsecutiveYears, person: Person) -> Formula:
    """Whether any year may be bridged: the list is unknown, or a row of it lacks its year."""
    parts = [
        every((row.present, opposite(row.cell("nam").usable), opposite(_reason(row, one, person).unmet)))
        for row in bridges.rows
    ]
    return some([opposite(bridges.known), every((bridges.known, some(parts)))])


def _run(year: int, steps: int, held: Test, bridged: Test) -> Formula:
    """How many years were held before the run breaks."""
    alive, counted = TRUE, []
    for back in range(1, steps + 1):
        now = held(year - back)
        counted.append(z3.If(every((alive, now)), 1, 0))
        alive = every((alive, some((now, bridged(year - back)))))
    return total(counted)


def _distinct(history: Rows, held: list[Truth], year: int, reach: Formula) -> Formula:
    """How many different years within reach may have been held."""
    counted: list[Formula] = []
    before: list[tuple[Formula, Formula]] = []
    for row, one in zip(history.rows, held, strict=True):
        cell = row.cell("nam")
        inside = every((cell.value < year, cell.value >= year - reach))
        here = every((row.present, cell.usable, opposite(one.unmet), inside))
        seen = some(every((earlier, cell.value == other)) for earlier, other in before)
        counted.append(z3.If(every((here, opposite(seen))), 1, 0))
        before.append((here, cell.value))
    return total(counted)
