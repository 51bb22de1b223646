"""
The criterion, the case that it judges, and the world that the case stands in.

A criterion is a frozen value. ``check`` gives a finding with its reasons; ``verdict`` the bare verdict, by
default through ``check``. Both are pure: the same case gives the same answer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import ClassVar, NoReturn, Protocol

import attrs

from thidua_rules.errors import BooleanUseError, PolicyError, RosterError
from thidua_rules.facts import FactSpec
from thidua_rules.findings import Finding, Missing
from thidua_rules.periods import Period
from thidua_rules.subjects import Record, RosterView, Subject
from thidua_rules.values import FrozenMap, Marker, Value, advice
from thidua_rules.verdicts import Verdict

Number = int | Decimal


@attrs.frozen
class Earning:
    """
    Whether a subject has earned an award this year, and where that is known from.

    Args:
        verdict: MET by a decision or a recommendation, UNKNOWN where open.

        because: ``decision``, ``cancelled``, ``refused``, or the status of the outcome.
    """

    verdict: Verdict
    because: str


class ScoreLike(Protocol):
    """What a criterion needs to know of a score: its bounds, the same where nothing is missing."""

    @property
    def low(self) -> Decimal | Fraction | int:
        """The smallest total that the missing facts allow."""

    @property
    def high(self) -> Decimal | Fraction | int:
        """The largest total that the missing facts allow."""


class World:
    """
    What a case may look at beside its own subject.

    Args:
        roster: All subjects, decisions and ballots.

        period: The period under review.

        day: The day of the evaluation.

        parameters: The named numbers in force on that day.

        specs: The specifications of the facts.

    An evaluation gives a subclass that also knows what was earned and what was scored.
    """

    __slots__ = ("__dict__", "day", "parameters", "period", "roster", "specs")

    def __init__(
        self,
        roster: RosterView,
        period: Period | None = None,
        *,
        day: dt.date | None = None,
        parameters: Mapping[str, Value] | None = None,
        specs: Mapping[str, FactSpec] | None = None,
    ) -> None:
        self.roster = roster
        self.period = period or Period.year(roster.year)
        self.day = day or self.period.end
        self.parameters: Mapping[str, Value] = parameters or {}
        self.specs: Mapping[str, FactSpec] = specs or {}

    def earned(self, award: str, subject: Subject) -> Earning:
        """Whether *subject* earned *award* this year; here only recorded decisions are known."""
        return earned_by_decision(self.roster, award, subject.id) or Earning(Verdict.UNKNOWN, "not evaluated")

    def score(self, scale: str, case: Case) -> ScoreLike:
        """
        The score of *case* under *scale*.

        Raises:
            PolicyError: This world knows no such scale.
        """
        raise PolicyError.one("", f"unknown scale {scale!r} for {case.subject.kind.value}")


def earned_by_decision(roster: RosterView, award: str, subject_id: str) -> Earning | None:
    """What a recorded decision says of *award*, or None where none is recorded."""
    decision = roster.decision(award, subject_id)
    if decision is None:
        return None
    match decision.state.value:
        case "hieu_luc":
            return Earning(Verdict.MET, "decision")
        case "huy_bo":
            return Earning(Verdict.UNMET, "cancelled")
        case _:
            return Earning(Verdict.UNMET, "refused")


class Case:
    """
    One subject as a criterion sees it.

    ``fact(name)`` and ``records(name)`` give None where nothing is known.
    """

    __slots__ = ("fact", "records", "subject", "world")

    def __init__(self, subject: Subject, world: World) -> None:
        self.subject = subject
        self.world = world
        self.fact = subject.facts.get
        self.records = subject.records.get

    def number(self, name: str) -> Number | None:
        """
        The number given for *name*, or None.

        Raises:
            RosterError: The fact is not a number.
        """
        value = self.fact(name)
        if value is None or isinstance(value, Marker):
            return None
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            return value
        raise self.wrong(name, "a number")

    def flag(self, name: str) -> bool | None:
        """
        The flag given for *name*, or None.

        Raises:
            RosterError: The fact is not a flag.
        """
        value = self.fact(name)
        if value is None or isinstance(value, Marker):
            return None
        if isinstance(value, bool):
            return value
        raise self.wrong(name, "true or false")

    def date(self, name: str) -> dt.date | None:
        """
        The day given for *name*, or None.

        Raises:
            RosterError: The fact is not a day.
        """
        value = self.fact(name)
        if value is None or isinstance(value, Marker):
            return None
        if isinstance(value, dt.date):
            return value
        raise self.wrong(name, "a day")

    def parameter(self, name: str) -> Value:
        """
        The named number in force.

        Raises:
            PolicyError: The policy does not define it on this day.
        """
        try:
            return self.world.parameters[name]
        except KeyError:
            known = self.world.parameters
            raise PolicyError.one(
                f"parameters.{name}", f"used and not defined on {self.world.day}{advice(name, known)}"
            ) from None

    def earned(self, award: str) -> Earning:
        """Whether the subject earned *award* this year."""
        return self.world.earned(award, self.subject)

    def other(self, subject: Subject) -> Case:
        """The case of another subject in the same world."""
        return Case(subject, self.world)

    def members(self) -> tuple[Case, ...]:
        """The cases of the subjects that belong to this one directly."""
        return tuple(Case(member, self.world) for member in self.world.roster.members(self.subject.id))

    def missing(self, name: str) -> tuple[Missing, ...]:
        """The fact *name* of this subject, as missing."""
        return (Missing(self.subject.id, name),)

    def wrong(self, name: str, expected: str) -> RosterError:
        """The error for a fact of the wrong type; it never quotes the value."""
        return RosterError.one(f"subjects[{self.subject.id}].facts.{name}", f"expected {expected}")


@attrs.frozen
class Uses:
    """
    What a criterion reads, by name.

    Args:
        facts: Facts of the subject.

        member_facts: Facts of other subjects: its members, or the unit it belongs to.

        records: Lists of rows, each with the columns that are read.

        parameters: Named numbers.

        awards: Awards of this year whose outcome is read.

        scales: Scales whose score is read.
    """

    facts: frozenset[str] = frozenset()
    member_facts: frozenset[str] = frozenset()
    records: frozenset[tuple[str, str]] = frozenset()
    parameters: frozenset[str] = frozenset()
    awards: frozenset[str] = frozenset()
    scales: frozenset[str] = frozenset()

    def __or__(self, other: Uses) -> Uses:
        return Uses(
            self.facts | other.facts,
            self.member_facts | other.member_facts,
            self.records | other.records,
            self.parameters | other.parameters,
            self.awards | other.awards,
            self.scales | other.scales,
        )


class Criterion:
    """
    A yes-no question about a case, as a frozen value.

    A subclass is an ``attrs.frozen`` class with a unique ``kind`` and a ``check``. It may add a faster ``verdict``,
    which must agree with ``check``, and ``own_uses`` for what it reads itself.
    """

    __slots__ = ()

    kind: ClassVar[str]

    def check(self, case: Case) -> Finding:
        """The verdict on *case*, with its reasons."""
        raise NotImplementedError

    def verdict(self, case: Case) -> Verdict:
        """The bare verdict on *case*."""
        return self.check(case).verdict

    def own_uses(self) -> Uses:
        """What this criterion reads itself, its parts left aside."""
        return Uses()

    def uses(self) -> Uses:
        """What this criterion and its parts read."""
        found = self.own_uses()
        for part in self.parts():
            found = found | part.uses()
        return found

    def parts(self) -> tuple[Criterion, ...]:
        """The criteria that this one is made of, in order."""
        return tuple(_criteria_in(self))

    def walk(self) -> Iterator[Criterion]:
        """This criterion and every one below it, parents first."""
        stack: list[Criterion] = [self]
        while stack:
            criterion = stack.pop()
            yield criterion
            stack.extend(reversed(criterion.parts()))

    def __and__(self, other: Criterion) -> Criterion:
        from thidua_rules.criteria.logic import All  # noqa: PLC0415  # logic is built on this module

        return All((self, other))

    def __or__(self, other: Criterion) -> Criterion:
        from thidua_rules.criteria.logic import Any  # noqa: PLC0415

        return Any((self, other))

    def __invert__(self) -> Criterion:
        from thidua_rules.criteria.logic import Not  # noqa: PLC0415

        return Not(self)

    def __bool__(self) -> NoReturn:
        message = "a criterion is not true or false: combine with '&', '|', '~', and ask with 'check(case)'"
        raise BooleanUseError(message)


@cache
def _field_names(cls: type) -> tuple[str, ...]:
    # attrs builds the tuple of fields anew for each question, and trees are walked many times
    return tuple(field.name for field in attrs.fields(cls))


def _criteria_in(value: object) -> Iterator[Criterion]:
    for name in _field_names(type(value)):  # type: ignore[arg-type]
        inner = getattr(value, name)
        for item in inner if isinstance(inner, tuple) else (inner,):
            if isinstance(item, Criterion):
                yield item
            elif isinstance(item, Part) and attrs.has(type(item)):
                yield from _criteria_in(item)


class Part:
    """A frozen value inside a criterion that holds criteria but is none itself."""

    __slots__ = ()


@attrs.frozen
class Constant(Part):
    """A fixed value."""

    kind: ClassVar[str] = "constant"

    value: Value

    def resolve(self, case: Case) -> Value | None:
        """The value."""
        del case
        return self.value


@attrs.frozen
class Parameter(Part):
    """A named, dated number of the policy."""

    kind: ClassVar[str] = "parameter"

    name: str

    def resolve(self, case: Case) -> Value | None:
        """The value in force."""
        return case.parameter(self.name)


@attrs.frozen
class Fact(Part):
    """A fact of the subject."""

    kind: ClassVar[str] = "fact"

    name: str

    def resolve(self, case: Case) -> Value | None:
        """What is known of it, or None."""
        value = case.fact(self.name)
        return None if isinstance(value, Marker) else value


@attrs.frozen
class Sum(Part):
    """The sum of numbers; missing where one of them is."""

    kind: ClassVar[str] = "sum"

    terms: tuple[Constant | Parameter | Fact, ...]

    def resolve(self, case: Case) -> Value | None:
        """
        The sum, or None.

        Raises:
            PolicyError: A term is not a number.
        """
        total: Number = 0
        for term in self.terms:
            value = term.resolve(case)
            if value is None:
                return None
            if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
                raise PolicyError.one("sum", f"expected numbers, got {type(value).__name__}")
            total += value
        return total


@attrs.frozen
class YearsBefore(Part):
    """The year that lies as many years before the year under review as a parameter says."""

    kind: ClassVar[str] = "years-before"

    name: str

    def resolve(self, case: Case) -> Value | None:
        """
        The year, a whole number.

        Raises:
            PolicyError: The parameter is not a whole number.
        """
        return year_before(case.world.period, self.name, case.parameter(self.name))


def year_before(period: Period, name: str, years: Value) -> int:
    """
    The year that lies *years* before that of *period*; *name* is the parameter that says so.

    Raises:
        PolicyError: It is not a whole number.
    """
    if isinstance(years, bool) or not isinstance(years, int):
        raise PolicyError.one(f"parameters.{name}", "expected a whole number of years")
    return period.start.year - years


Operand = Constant | Parameter | Fact | Sum | YearsBefore


def as_operand(value: Operand | Value) -> Operand:
    """*value* itself where it is an operand, else the constant that it is."""
    return value if isinstance(value, (Constant, Parameter, Fact, Sum, YearsBefore)) else Constant(value)


def _terms(operand: Operand | None) -> tuple[Constant | Parameter | Fact | YearsBefore, ...]:
    if operand is None:
        return ()
    return operand.terms if isinstance(operand, Sum) else (operand,)


def operand_uses(*operands: Operand | None) -> Uses:
    """What *operands* read."""
    terms = [term for operand in operands for term in _terms(operand)]
    facts = frozenset(term.name for term in terms if isinstance(term, Fact))
    parameters = frozenset(term.name for term in terms if isinstance(term, (Parameter, YearsBefore)))
    return Uses(facts=facts, parameters=parameters)


def operand_asked(operand: Operand) -> object:
    """*operand* as it stands in a finding: ``fact:x``, ``parameter:x`` or ``years-before:x`` for a name, else the value."""
    if isinstance(operand, Sum):
        return tuple(operand_asked(term) for term in operand.terms)
    return operand.value if isinstance(operand, Constant) else f"{operand.kind}:{operand.name}"


def operand_missing(operand: Operand | None, case: Case) -> tuple[Missing, ...]:
    """The facts that *operand* needs and *case* lacks."""
    absent = [t.name for t in _terms(operand) if isinstance(t, Fact) and case.fact(t.name) is None]
    return tuple(Missing(case.subject.id, name) for name in absent)


EMPTY: FrozenMap[str, Value] = FrozenMap()
NO_ROWS: tuple[Record, ...] = ()
