"""
What may vary in one question: facts with their ranges and rows of lists, as variables of the solver.

Each fact is a pair (known, value); what its specification allows becomes a condition of the space. Lists are bounded.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping
from typing import Final

import attrs
import z3

from thidua_rules.facts import FactSpec, FactType
from thidua_rules.policies.validation.facts import FIRST_DAY, LAST_DAY
from thidua_rules.readers.proof.logic import FALSE, Formula, every, number, opposite, some
from thidua_rules.readers.proof.reasons import OpaqueError

NUMBER: Final = "number"
DAY: Final = "day"
FLAG: Final = "flag"
TEXT: Final = "text"
FAMILIES: Final = {
    FactType.FLAG: FLAG,
    FactType.INTEGER: NUMBER,
    FactType.DECIMAL: NUMBER,
    FactType.DATE: DAY,
    FactType.CHOICE: TEXT,
    FactType.TEXT: TEXT,
    FactType.PARTIAL_DATE: TEXT,
}


@attrs.frozen(kw_only=True)
class Bounds:
    """
    How large a case may be.

    Args:
        rows: The rows of a list.

        members: The members of a collective.

        effort: The solver's limit of work on one question, in its own units.
    """

    rows: int = 2
    members: int = 2
    effort: int = 20_000_000


@attrs.frozen(eq=False)
class Cell:
    """
    One fact, or one column of a row.

    Args:
        known: Whether anything is known.

        marked: Whether a marker stands in its place.

        applies: Of a marker: whether it says "not assigned" rather than "not applicable".

        value: The value, where it is known and no marker.

        spec: Its specification.
    """

    known: Formula
    marked: Formula
    applies: Formula
    value: Formula
    spec: FactSpec

    @property
    def usable(self) -> Formula:
        """Whether it has a value."""
        return every((self.known, opposite(self.marked)))

    @property
    def family(self) -> str:
        """What kind of value it has."""
        return FAMILIES[self.spec.type]


@attrs.frozen(eq=False)
class Row:
    """One possible row of a list: whether it is there, and its columns."""

    present: Formula
    cells: Mapping[str, Cell]
    spec: FactSpec

    def cell(self, column: str) -> Cell:
        """
        One column.

        Raises:
            OpaqueError: The list has no such column.
        """
        found = self.cells.get(column)
        if found is None:
            raise OpaqueError("fact", f"{self.spec.id}.{column}")
        return found


@attrs.frozen(eq=False)
class Rows:
    """A list: whether it is known, and its possible rows."""

    known: Formula
    rows: tuple[Row, ...]
    spec: FactSpec

    @property
    def size(self) -> Formula:
        """How many rows are there."""
        return z3.Sum([z3.If(row.present, 1, 0) for row in self.rows]) if self.rows else z3.IntVal(0)


class Texts:
    """Text as numbers: each text that is named has its own; any other number is a text that nobody named."""

    def __init__(self) -> None:
        self._codes: dict[str, int] = {}
        self._texts: dict[int, str] = {}

    def code(self, text: str) -> int:
        """The number of *text*."""
        if text not in self._codes:
            self._texts[len(self._codes)] = text
            self._codes[text] = len(self._codes)
        return self._codes[text]

    @property
    def size(self) -> int:
        """How many texts are named."""
        return len(self._codes)

    def text(self, code: int) -> str:
        """The text of a number."""
        return self._texts.get(code, f"khac_{code}")


class Space:
    """
    Everything that may vary in one question, and what holds of it.

    Args:
        specs: The specifications of facts and lists.

        bounds: How large a case may be.
    """

    def __init__(self, specs: Mapping[str, FactSpec], bounds: Bounds) -> None:
        self.specs = specs
        self.bounds = bounds
        self.texts = Texts()
        self.conditions: list[Formula] = []
        self.decimals: list[Formula] = []
        self.touched: set[str] = set()
        self.unvoted = False
        self._names = 0

    def spec(self, name: str) -> FactSpec:
        """
        The specification of *name*.

        Raises:
            OpaqueError: There is none.
        """
        found = self.specs.get(name)
        if found is None:
            raise OpaqueError("fact", name)
        return found

    def name(self, name: str) -> str:
        """A name of the solver that nothing else has."""
        self._names += 1
        return f"{name}#{self._names}"

    def flag(self, name: str) -> Formula:
        """A new condition that may hold or not."""
        return z3.Bool(self.name(name))

    def whole(self, name: str, low: int | None = None, high: int | None = None) -> Formula:
        """A new whole number from *low* to *high*."""
        found = z3.Int(self.name(name))
        if low is not None:
            self.conditions.append(found >= low)
        if high is not None:
            self.conditions.append(found <= high)
        return found

    def cell(self, name: str, spec: FactSpec) -> Cell:
        """A new fact or column."""
        marked = self.flag(f"{name}.marked") if spec.may_be_unassigned else FALSE
        return Cell(
            self.flag(f"{name}.known"), marked, self.flag(f"{name}.applies"), self._value(name, spec), spec
        )

    def _value(self, name: str, spec: FactSpec) -> Formula:
        match spec.type:
            case FactType.FLAG:
                return self.flag(name)
            case FactType.DATE:
                return self.whole(name, FIRST_DAY.toordinal(), LAST_DAY.toordinal())
            case FactType.CHOICE:
                found = self.whole(name)
                self.conditions.append(some(found == self.texts.code(one.id) for one in spec.choices))
                return found
            case FactType.INTEGER | FactType.DECIMAL:
                return self._number(name, spec)
            case _:
                return self.whole(name, 0)

    def _number(self, name: str, spec: FactSpec) -> Formula:
        if spec.type is FactType.INTEGER:
            found = self.whole(name)
        else:
            found = z3.Real(self.name(name))
            self.decimals.append(found)
        self.conditions += [found >= number(spec.minimum)] if spec.minimum is not None else []
        self.conditions += [found <= number(spec.maximum)] if spec.maximum is not None else []
        return found

    def row(self, name: str, spec: FactSpec, present: Formula) -> Row:
        """A new row of a list."""
        return Row(present, {one.id: self.cell(f"{name}.{one.id}", one) for one in spec.fields}, spec)

    def rows(self, name: str, spec: FactSpec) -> Rows:
        """A new list; its rows fill up from the first, since their order has no meaning."""
        self.touched.add("rows")
        there = [self.flag(f"{name}[{index}]") for index in range(self.bounds.rows)]
        self.conditions += [z3.Implies(b, a) for a, b in itertools.pairwise(there)]
        found = [self.row(f"{name}[{index}]", spec, one) for index, one in enumerate(there)]
        return Rows(self.flag(f"{name}.known"), tuple(found), spec)


def ordinal(day: dt.date) -> Formula:
    """A day as a number."""
    return z3.IntVal(day.toordinal())
