"""
Any possible subject, as variables of the solver: facts with their ranges, lists of rows, unit, members, decisions.

Each fact is a pair (known, value); what its specification allows becomes a condition of the space. Lists and members
are bounded: a statement that reads one holds for subjects within the bound.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping
from typing import Final

import attrs
import z3

from thidua_rules.facts import ALL_KINDS, FactSpec, FactType, SubjectKind
from thidua_rules.policies.validation.facts import FIRST_DAY, LAST_DAY
from thidua_rules.readers.proof.logic import FALSE, TRUE, Formula, every, number, opposite, some
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
DECISIONS: Final = (None, "hieu_luc", "tu_choi", "huy_bo")
"""What may have been decided on an award, by its code."""


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


class Person:
    """
    Any possible subject.

    Args:
        id: Its id in a witness.

        kind: Its kind; None where that may be any.

        space: Where its variables live.

        base: Another subject that it is like but for what is put in ``facts`` and ``lists``.

        main: Whether a question is about it, rather than about its unit or one of its members.
    """

    def __init__(
        self,
        name: str,
        kind: SubjectKind | None,
        space: Space,
        base: Person | None = None,
        *,
        main: bool = False,
    ) -> None:
        self.id = name
        self.main = main
        self.kind = kind
        self.space = space
        self.base = base
        self.facts: dict[str, Cell] = {}
        self.lists: dict[str, Rows] = {}
        self.decisions: dict[str, Formula] = {}
        self._unit: Unit | None = None
        self._members: tuple[tuple[Formula, Person], ...] | None = None
        self.kind_code: Formula = base.kind_code if base else self._any_kind()

    def _any_kind(self) -> Formula:
        if self.kind is not None:
            return z3.IntVal(ALL_KINDS.index(self.kind))
        return self.space.whole(f"{self.id}.kind", 0, len(ALL_KINDS) - 1)

    def is_(self, *kinds: SubjectKind) -> Formula:
        """When it is of one of *kinds*."""
        if self.kind is not None:
            return TRUE if self.kind in kinds else FALSE
        return (
            TRUE
            if set(kinds) >= set(ALL_KINDS)
            else some(self.kind_code == ALL_KINDS.index(one) for one in kinds)
        )

    def fact(self, name: str) -> Cell:
        """
        One fact.

        Raises:
            OpaqueError: It has no specification, or is a list.
        """
        if name in self.facts or self.base is None:
            return self._own_fact(name)
        return self.base.fact(name)

    def _own_fact(self, name: str) -> Cell:
        if name not in self.facts:
            spec = self.space.spec(name)
            if spec.type is FactType.RECORDS:
                raise OpaqueError("fact", name)
            self.facts[name] = self.new_fact(spec)
        return self.facts[name]

    def new_fact(self, spec: FactSpec) -> Cell:
        """A fact that is known only where it may be asked of this kind of subject."""
        found = self.space.cell(f"{self.id}.{spec.id}", spec)
        self.space.conditions.append(z3.Implies(found.known, self.is_(*spec.subjects)))
        return found

    def records(self, name: str) -> Rows:
        """
        One list.

        Raises:
            OpaqueError: It has no specification, or is no list.
        """
        if name in self.lists or self.base is None:
            return self._own_list(name)
        return self.base.records(name)

    def _own_list(self, name: str) -> Rows:
        if name not in self.lists:
            spec = self.space.spec(name)
            if spec.type is not FactType.RECORDS:
                raise OpaqueError("fact", name)
            found = self.space.rows(f"{self.id}.{name}", spec)
            self.space.conditions.append(z3.Implies(found.known, self.is_(*spec.subjects)))
            self.lists[name] = found
        return self.lists[name]

    def decision(self, award: str) -> Formula:
        """What was decided on *award*: a number that points into ``DECISIONS``."""
        if self.base is not None:
            return self.base.decision(award)
        if award not in self.decisions:
            name = f"{self.id}.decision.{award}"
            self.decisions[award] = self.space.whole(name, 0, len(DECISIONS) - 1)
        return self.decisions[award]

    @property
    def has_unit(self) -> bool:
        """Whether any question looked at its unit."""
        return self._unit is not None or (self.base is not None and self.base.has_unit)

    @property
    def unit(self) -> Unit:
        """
        The unit that it belongs to, if it does.

        Raises:
            OpaqueError: It is itself a unit or a member, whose own units are not told apart.
        """
        if not self.main:
            raise OpaqueError("nested", self.id)
        if self._unit is None and self.base is not None:
            return self.base.unit
        if self._unit is None:
            self._unit = Unit(self)
        return self._unit

    def move(self) -> None:
        """Give it a unit of its own, where its base has another one."""
        self._unit = Unit(self)

    @property
    def has_members(self) -> bool:
        """Whether any question looked at its members."""
        return self._members is not None or (self.base is not None and self.base.has_members)

    @property
    def members(self) -> tuple[tuple[Formula, Person], ...]:
        """
        Its possible members, each with whether it is there.

        Raises:
            OpaqueError: It is itself a unit or a member.
        """
        if not self.main:
            raise OpaqueError("nested", self.id)
        if self._members is None and self.base is not None:
            return self.base.members
        if self._members is None:
            self._members = tuple(self._new_members())
        return self._members

    def _new_members(self) -> Iterator[tuple[Formula, Person]]:
        self.space.touched.add("members")
        before = TRUE
        for index in range(self.space.bounds.members):
            there = self.space.flag(f"{self.id}.member[{index}]")
            self.space.conditions.append(z3.Implies(there, before))
            before = there
            yield there, Person(f"{self.id}-tv-{index + 1}", None, self.space)


class Unit:
    """
    The unit of a subject: whether it is given, who it is, and whether it belongs to a commune.

    Args:
        of: The subject.
    """

    def __init__(self, of: Person) -> None:
        space = of.space
        self.given = space.flag(f"{of.id}.unit")
        self.person = Person(f"{of.id}-don-vi", None, space)
        self.code = space.whole(f"{of.id}.unit.id", 0)
        self.upper_given = space.flag(f"{of.id}.unit.unit")
        self.upper_code = space.whole(f"{of.id}.unit.unit.id", 0)
        self.upper_is_commune = space.flag(f"{of.id}.unit.unit.commune")
        space.conditions.append(self.person.is_(SubjectKind.TAP_THE, SubjectKind.KHU_DAN_CU, SubjectKind.XA))
        space.conditions.append(self.code != self.upper_code)


def ordinal(day: dt.date) -> Formula:
    """A day as a number."""
    return z3.IntVal(day.toordinal())
