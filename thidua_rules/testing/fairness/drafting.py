"""A roster in the making: subjects as mutable drafts, and values that are believable or lie on an edge."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, TypeVar

import attrs

from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.subjects import Ballot, Decision, DecisionState, Record, Roster, Subject
from thidua_rules.testing.fairness.edges import Edges
from thidua_rules.values import FrozenMap, Marker, Value

T = TypeVar("T")
MARKED: Final = 10
"""Of a hundred values that may be marked as not assigned or not applicable, how many are."""

ROSTER = "thu_cong_bang"
"""The id of a roster that was drawn."""


FAMILIES: Final = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Đỗ", "Vũ", "Đặng", "Bùi", "An")
GIVEN: Final = (
    "An",
    "Bình",
    "Cúc",
    "Đức",
    "Giang",
    "Hương",
    "Khôi",
    "Lan",
    "Minh",
    "Phúc",
    "Quý",
    "Thảo",
    "Ý",
)


@attrs.define
class Draft:
    """One subject in the making."""

    id: str
    kind: SubjectKind
    unit: str | None = None
    name: str = ""
    facts: dict[str, Value] = attrs.field(factory=dict)
    records: dict[str, list[Record]] = attrs.field(factory=dict)


@attrs.define
class Drafting:
    """
    A roster in the making.

    Args:
        policy: The policy whose facts it is about.

        day: The day of the evaluation.

        edges: The edges of what is judged.

        pick: What chooses.
    """

    policy: Policy
    day: dt.date
    edges: Edges
    pick: random.Random
    subjects: dict[str, Draft] = attrs.field(factory=dict)
    decisions: list[Decision] = attrs.field(factory=list)
    ballots: list[Ballot] = attrs.field(factory=list)

    def one(self, options: Sequence[T]) -> T:
        """One of *options*."""
        return options[self.pick.randrange(len(options))]

    def chance(self, percent: int) -> bool:
        """Whether it comes to pass."""
        return self.pick.randrange(100) < percent

    def add(self, kind: SubjectKind, unit: str | None = None, name: str = "") -> Draft:
        """A new subject."""
        called = f"{self.one(FAMILIES)} {self.one(GIVEN)}"
        made = Draft(name or f"{kind.value}-{len(self.subjects) + 1}", kind, unit, called)
        self.subjects[made.id] = made
        return made

    def members(self, unit: str) -> list[Draft]:
        """Those who belong to *unit*."""
        return [one for one in self.subjects.values() if one.unit == unit]

    def unit_of(self, who: Draft) -> Draft:
        """The unit of *who*, made where there is none."""
        if who.unit is None or who.unit not in self.subjects:
            top = SubjectKind.TAP_THE if who.kind is SubjectKind.CA_NHAN else SubjectKind.XA
            top = SubjectKind.KHU_DAN_CU if who.kind is SubjectKind.HO_GIA_DINH else top
            there = [one for one in self.subjects.values() if one.kind is top is SubjectKind.XA]
            who.unit = there[0].id if there else self.add(top).id
        return self.subjects[who.unit]

    def value(self, spec: FactSpec, name: str = "") -> Value | None:
        """Some value that fits *spec*: an edge half of the time; None where its type is not drawn."""
        if spec.may_be_unassigned and self.chance(MARKED):
            return self.one(tuple(Marker))
        known = self.edges.get(name or spec.id)
        if known and self.chance(50):
            return self.one(known)
        match spec.type:
            case FactType.FLAG:
                return self.chance(60)
            case FactType.CHOICE:
                return self.one(spec.choices).id if spec.choices else None
            case FactType.DATE:
                return self.some_day()
            case FactType.TEXT:
                return self.one(("a", "b", "c"))
            case FactType.INTEGER | FactType.DECIMAL:
                return self._number(spec)
            case FactType.PARTIAL_DATE:
                return str(self.pick.randint(1960, 2002))
            case _:
                return None

    def some_day(self) -> dt.date:
        """A day of the year under review or of one of the six before."""
        year = self.day.year - (0 if self.chance(60) else self.pick.randint(1, 6))
        return dt.date(year, self.pick.randint(1, 12), self.pick.randint(1, 28))

    def _number(self, spec: FactSpec) -> Value:
        low = int(spec.minimum) if spec.minimum is not None else 0
        high = int(spec.maximum) if spec.maximum is not None else low + 12
        found = self.pick.randint(low, max(low, high))
        return found if spec.type is FactType.INTEGER else Decimal(found)

    def row(self, records: str) -> dict[str, Value]:
        """Some row of *records*, each column given."""
        spec = self.policy.facts[records]
        cells = {one.id: self.value(one, f"{records}.{one.id}") for one in spec.fields}
        return {name: value for name, value in cells.items() if value is not None}

    def fill(self, who: Draft, names: frozenset[str]) -> None:
        """Gives *who* a value for every fact and list of *names* that it may have and lacks; lists are mostly empty."""
        for name in sorted(names):
            spec = self.policy.facts.get(name)
            if spec is None or who.kind not in spec.subjects:
                continue
            if spec.type is FactType.RECORDS:
                if name not in who.records:
                    count = 0 if self.chance(75) else 1
                    who.records[name] = [FrozenMap(self.row(name)) for _ in range(count)]
            elif name not in who.facts and (value := self.value(spec)) is not None:
                who.facts[name] = value

    def decide(self, award: str, who: str, state: DecisionState | None) -> None:
        """One decision on *award* for *who*, in place of any other; None takes a cancelled one away."""
        pair = (award, who)
        mine = [one for one in self.decisions if (one.award, one.subject) == pair]
        if state is None and not any(one.state is DecisionState.HUY_BO for one in mine):
            return
        self.decisions = [one for one in self.decisions if one not in mine]
        if state is not None:
            ended = self.day if state is DecisionState.HUY_BO else None
            self.decisions.append(Decision(award, who, state, self.day, cancelled_on=ended))

    def vote(self, ballot: Ballot) -> None:
        """One ballot, in place of any other on the same award for the same subject."""
        pair = (ballot.award, ballot.subject)
        self.ballots = [one for one in self.ballots if (one.award, one.subject) != pair]
        self.ballots.append(ballot)

    def roster(self) -> Roster:
        """What was drawn."""
        subjects = tuple(
            Subject(
                one.id,
                one.kind,
                one.name or one.id,
                one.unit,
                FrozenMap(one.facts),
                FrozenMap({name: tuple(rows) for name, rows in one.records.items()}),
            )
            for one in self.subjects.values()
        )
        return Roster(ROSTER, ROSTER, self.day.year, subjects, tuple(self.decisions), tuple(self.ballots))
