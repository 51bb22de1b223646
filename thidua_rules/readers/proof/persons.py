"""
Any possible subject, as variables of the solver: its facts and lists, its unit, its members, the decisions on it.

Members are bounded: a statement that reads them holds for collectives within the bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

import z3

from thidua_rules.facts import ALL_KINDS, FactSpec, FactType, SubjectKind
from thidua_rules.readers.proof.logic import FALSE, TRUE, Formula, some
from thidua_rules.readers.proof.reasons import OpaqueError
from thidua_rules.readers.proof.space import Cell, Rows, Space

DECISIONS: Final = (None, "hieu_luc", "tu_choi", "huy_bo")
"""What may have been decided on an award, by its code."""


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

    def differs(self, names: Iterable[str]) -> bool:
        """Whether it has a fact or list among *names* of its own, which its base has otherwise."""
        return any(name in self.facts or name in self.lists for name in names)

    def decision(self, award: str) -> Formula:
        """What was decided on *award*: a number that points into ``DECISIONS``."""
        if self.base is not None:
            return self.base.decision(award)
        if award not in self.decisions:
            name = f"{self.id}.decision.{award}"
            self.decisions[award] = self.space.whole(name, 0, len(DECISIONS) - 1)
        return self.decisions[award]

    def left_open(self) -> set[str]:
        """The awards of it, its unit and its members that nothing settles; two who are alike have them alike."""
        near = [self._unit.person] if self._unit is not None else []
        near += [one for _, one in self._members or ()]
        names = {name for one in (self, *near) for name in one.decisions}
        return {name[1:] for name in names if name.startswith("?")}

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
