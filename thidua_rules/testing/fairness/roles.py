"""
What each fact stands for: merit, discipline, leave, a trait of the person, a thing of the past. Declared, never guessed.

A property is about roles, not about names of facts, so that the same property can be asked of any policy. What has no
role is reported as not tried.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Self

import attrs

from thidua_rules.citations import Citation
from thidua_rules.policies.model import Policy
from thidua_rules.values import Value


class Role(Enum):
    """
    What a fact stands for.

    ``MERIT``: more is better. ``FAULT``: more is worse: disciplines, absence without leave. ``LEAVE``: protected: it may
    never cost. ``TRAIT``: who somebody is: sex, age, belief, village, rank, place in the alphabet. ``LEADER``: holds a
    leading post. ``ENTRY``: the day on which something was entered. ``PAST``: what was won before. ``DISCRETION``: what
    somebody decides without a standard. ``CLASS``: which standard is asked at all; nothing is claimed of it.
    ``PROCEDURE``: registrations, proposals, votes: nothing is claimed of more or fewer of them.
    """

    MERIT = "merit"
    FAULT = "fault"
    LEAVE = "leave"
    TRAIT = "trait"
    LEADER = "leader"
    ENTRY = "entry"
    PAST = "past"
    DISCRETION = "discretion"
    CLASS = "class"
    PROCEDURE = "procedure"


@attrs.frozen
class Meaning:
    """
    What one fact stands for.

    Args:
        fact: A fact, a list, or a column as ``list.column``.

        role: Its role.

        allowed: The provisions that may name it all the same, as starts of citations such as ``nd_91_2017/3``: a rule
            under one of them, in one of *parts*, is set aside while the rest is tried.

        parts: Where such a rule may stand: ``key`` for a ranking key, ``eligibility``, ``hold``. A key is held to its
            place behind every key of merit by another property.

        prefers: The value that the law prefers among equals, or None.

        part_of: Of LEAVE: the fact that counts the leave too, such as all months of absence.

        day: Of a list in FAULT: the column that holds the day; without one nothing is said of how long a bar lasts.

        key: Of a list in MERIT: the column that tells one achievement from another.

        good: Of a list: columns and the values that make a row count, where chance should not choose them.
    """

    fact: str
    role: Role
    allowed: tuple[str, ...] = ()
    parts: tuple[str, ...] = ("key",)
    prefers: Value | None = None
    part_of: str = ""
    day: str = ""
    key: str = ""
    good: tuple[tuple[str, Value], ...] = ()

    @property
    def records(self) -> str:
        """The fact, or the list that the column belongs to."""
        return self.fact.partition(".")[0]

    @property
    def column(self) -> str:
        """The column, or an empty text."""
        return self.fact.partition(".")[2]

    def permits(self, part: str, citation: Citation) -> bool:
        """Whether a rule under *citation*, standing in *part* of an award, may name the fact."""
        text = str(citation)
        return part in self.parts and any(text == one or text.startswith(f"{one}/") for one in self.allowed)


@attrs.frozen
class Roles:
    """
    The roles of a policy's facts.

    Args:
        meanings: One for each fact, list or column that has a role; of several the last one holds.
    """

    meanings: tuple[Meaning, ...] = ()

    def of(self, name: str) -> Meaning | None:
        """What *name* stands for, or None."""
        return next((one for one in reversed(self.meanings) if one.fact == name), None)

    def having(self, *roles: Role) -> tuple[Meaning, ...]:
        """What has one of *roles*, each name once, in the order of declaration."""
        names = dict.fromkeys(one.fact for one in self.meanings)
        found = [self.of(name) for name in names]
        return tuple(one for one in found if one is not None and one.role in roles)

    def with_meanings(self, meanings: Iterable[Meaning]) -> Self:
        """These roles with *meanings* added, or put in place of those of the same name."""
        return attrs.evolve(self, meanings=(*self.meanings, *meanings))

    def undeclared(self, policy: Policy) -> tuple[str, ...]:
        """The facts and lists of *policy* that have no role, neither themselves nor by one of their columns."""
        known = {one.fact for one in self.meanings} | {one.records for one in self.meanings}
        return tuple(sorted(name for name in policy.facts if name not in known))
