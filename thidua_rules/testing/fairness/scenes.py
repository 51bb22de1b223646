"""One roster on the stage: who is there, how they stand, and what may be changed about them."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterable
from typing import TypeVar

import attrs

from thidua_rules.awards import Award
from thidua_rules.evaluation import Status
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.policies.model import Policy
from thidua_rules.subjects import Record, Roster, Subject
from thidua_rules.testing.fairness.drafting import Drafting
from thidua_rules.testing.fairness.edges import Edges, spec_of
from thidua_rules.testing.fairness.judging import Sight
from thidua_rules.testing.fairness.roles import Meaning, Roles
from thidua_rules.values import FrozenMap, Value

T = TypeVar("T")


@attrs.frozen
class Scene:
    """
    What a property sees of one roster.

    Args:
        policy: The rules, what may lawfully bend the property set aside.

        award: The award that is looked at.

        day: The day of the evaluation.

        roster: The roster.

        sight: How everybody stands on it.

        roles: What the facts stand for.

        meaning: The fact that the property is about, or None.

        edges: The edges of what the award reads.

        names: The facts and lists that it reads.

        of_others: The facts and lists that it asks of members or of the unit.

        pick: What chooses.
    """

    policy: Policy = attrs.field(repr=False)
    award: Award = attrs.field(repr=False)
    day: dt.date
    roster: Roster
    sight: Sight
    roles: Roles = attrs.field(repr=False)
    meaning: Meaning | None
    edges: Edges = attrs.field(repr=False, hash=False)
    names: frozenset[str] = attrs.field(repr=False)
    of_others: frozenset[str] = attrs.field(repr=False)
    pick: random.Random = attrs.field(repr=False, hash=False, eq=False)

    def one(self, options: Iterable[T]) -> T | None:
        """One of *options*, or None where there is none."""
        found = list(options)
        return found[self.pick.randrange(len(found))] if found else None

    def spec(self) -> FactSpec | None:
        """The specification of the fact, list or column that the property is about."""
        return None if self.meaning is None else spec_of(self.policy, self.meaning.fact)

    def subject(self) -> Subject | None:
        """Somebody who has the fact: half of the time who is eligible, else anybody whom it may be asked of."""
        whole = self.policy.facts.get(self.meaning.records) if self.meaning is not None else None
        people = [one for one in self.roster.subjects if whole is None or one.kind in whole.subjects]
        able = [one for one in people if _able(self.sight, one.id)]
        if self.meaning is not None and self.meaning.records in self.of_others and self.pick.randrange(2):
            return self.one(one for one in people if one.kind not in self.award.recipients)
        return self.one(able) if able and self.pick.randrange(2) else self.one(people)

    def recipient(self) -> Subject | None:
        """Somebody who can get the award: mostly who is eligible."""
        people = [one for one in self.roster.subjects if one.kind in self.award.recipients]
        able = [one for one in people if _able(self.sight, one.id)]
        return self.one(able) if able and self.pick.randrange(4) else self.one(people)

    def related(self, who: str) -> tuple[str, ...]:
        """*who*, its units, and its members with theirs: those whom its own facts speak for."""
        found = [who, *self.roster.units_of(self.roster.subject(who))]
        stack = [who]
        while stack:
            members = [one.id for one in self.roster.members(stack.pop()) if one.id not in found]
            found += members
            stack += members
        return tuple(found)

    def drafting(self) -> Drafting:
        """What draws values and rows for this policy."""
        return Drafting(self.policy, self.day, self.edges, self.pick)

    def other_value(self, spec: FactSpec, now: Value | None, name: str) -> Value | None:
        """Another value than *now*; None where a few draws give none."""
        drawn = self.drafting()
        found = (drawn.value(spec, name) for _ in range(8))
        return next((one for one in found if one is not None and one != now), None)

    def more(self, spec: FactSpec, now: Value | None, name: str) -> Value | None:
        """A value that stands above *now* in its order; None where none does, or it has no order."""
        return self.one(one for one in self._options(spec, name) if _less(spec, now, one))

    def fewer(self, spec: FactSpec, now: Value | None, name: str) -> Value | None:
        """A value that stands below *now* in its order; None where none does, or it has no order."""
        if now is None:
            return None
        return self.one(one for one in self._options(spec, name) if _less(spec, one, now))

    def _options(self, spec: FactSpec, name: str) -> list[Value]:
        if spec.type is FactType.FLAG:
            return [True, False]
        if spec.type is FactType.CHOICE:
            return [one.id for one in spec.choices]
        drawn = [self.drafting().value(spec, name) for _ in range(3)]
        ends = [one for one in (spec.minimum, spec.maximum) if one is not None]
        return [*self.edges.get(name, []), *ends, *(one for one in drawn if one is not None)]

    def good_row(self, records: str) -> Record:
        """A row that some rule counts, as far as the edges tell: every column on one of its edges, where it has any."""
        drawn = self.drafting()
        cells = drawn.row(records)
        spec = self.policy.facts[records]
        for column in spec.fields:
            known = self.edges.get(f"{records}.{column.id}")
            inside = [one for one in known or () if not isinstance(one, dt.date) or one.year == self.day.year]
            if inside and self.pick.randrange(4):
                cells[column.id] = inside[self.pick.randrange(len(inside))]
        wanted = dict(self.meaning.good) if self.meaning is not None else {}
        return FrozenMap({**cells, **wanted})


def _able(sight: Sight, name: str) -> bool:
    one = sight.of(name)
    return one is not None and one.status not in {Status.INELIGIBLE, Status.UNDETERMINED}


def _less(spec: FactSpec, now: Value | None, then: Value) -> bool:
    if now is None:
        return False
    if spec.type is FactType.CHOICE:
        order = [one.id for one in spec.choices]
        return now in order and order.index(str(now)) < order.index(str(then))
    if spec.type is FactType.FLAG:
        return now is False and then is True
    try:
        return bool(now < then)  # type: ignore[operator]
    except TypeError:
        return False
