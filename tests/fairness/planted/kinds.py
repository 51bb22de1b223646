"""Criteria of a careless author: they look at what no rule should, or take silence for an answer."""

from __future__ import annotations

from typing import ClassVar

import attrs

from thidua_rules.criteria import Criterion, NoneOf
from thidua_rules.criteria.base import Uses
from thidua_rules.findings import new_finding
from thidua_rules.verdicts import MET, truth


@attrs.frozen
class NoneWritten(Criterion):
    """Met where no row is written down, also where nobody has given the list."""

    kind: ClassVar[str] = "planted.none-written"

    records: str

    def check(self, case):
        """An absent list counts as an empty one."""
        rows = case.records(self.records)
        verdict = MET if rows is None else NoneOf(self.records).verdict(case)
        return new_finding(self.kind, verdict, (("records", self.records),))

    def own_uses(self):
        """The list."""
        return Uses(records=frozenset({(self.records, "")}))


@attrs.frozen
class NameBefore(Criterion):
    """Met by whoever's name stands before a letter."""

    kind: ClassVar[str] = "planted.name-before"

    letter: str

    def check(self, case):
        """The name, which no rule may look at."""
        return new_finding(self.kind, truth(holds=case.subject.name < self.letter))


@attrs.frozen
class IdBefore(Criterion):
    """Met by whoever's id stands before a text."""

    kind: ClassVar[str] = "planted.id-before"

    text: str

    def check(self, case):
        """The id, which no rule may look at."""
        return new_finding(self.kind, truth(holds=case.subject.id < self.text))


@attrs.frozen
class FirstInList(Criterion):
    """Met by whoever stands in the first half of the roster."""

    kind: ClassVar[str] = "planted.first-in-list"

    def check(self, case):
        """The order of input, which no rule may look at."""
        people = [one.id for one in case.world.roster.subjects]
        return new_finding(self.kind, truth(holds=people.index(case.subject.id) * 2 < len(people)))
