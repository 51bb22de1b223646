"""Facts as clean columns: whole numbers over a unit, flags, days, text; each checked where it is read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

import attrs
import narwhals as nw

from thidua_rules.criteria.base import Constant, Fact, Operand, Parameter, Sum, YearsBefore, year_before
from thidua_rules.errors import PolicyError
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.periods import Period
from thidua_rules.policies.model import Policy
from thidua_rules.readers.columns.expressions import (
    Expr,
    InexpressibleError,
    Number,
    fixed,
    summed,
    whole,
    within,
)
from thidua_rules.readers.columns.faults import Faults
from thidua_rules.readers.columns.frames import KIND, MARKER, Frames
from thidua_rules.readers.columns.operands import Column, Typed, column_of, exact_value, number_of
from thidua_rules.values import FrozenMap, Value, advice


@attrs.define
class Facts(Faults):
    """
    What is known of everybody, and the numbers in force.

    Args:
        policy: The rules.

        frames: The facts as they were given.

        day: The day of the evaluation.

        used: The facts and lists that are read; no other column is carried along.
    """

    policy: Policy
    frames: Frames
    day: dt.date
    used: frozenset[str]
    period: Period = attrs.field(init=False)
    parameters: FrozenMap[str, Value] = attrs.field(init=False)
    columns: Mapping[str, Any] = attrs.field(init=False)
    memo: dict[object, Any] = attrs.field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self.period = Period.year(self.frames.year)
        self.parameters = self.policy.parameters_on(self.day)
        self.columns = dict(nw.from_native(self.frames.subjects).collect_schema().items())

    def has(self, name: str) -> bool:
        """Whether there is a column for the fact or list *name*."""
        if name in self.columns and name.removesuffix(MARKER) not in self.used:
            raise PolicyError.one("uses", f"something reads {name!r} without saying so")
        return name in self.columns

    def spec(self, fact: str) -> FactSpec | None:
        """The specification of *fact*."""
        return self.policy.facts.get(fact)

    def of_kinds(self, kinds: Sequence[SubjectKind]) -> Expr:
        """Whether a row is of one of *kinds*."""
        return within(nw.col(KIND), [kind.value for kind in kinds])

    def marker(self, fact: str) -> Expr | None:
        """The marker in place of *fact*, or None where there can be none."""
        return nw.col(fact + MARKER) if self.has(fact + MARKER) else None

    def marked(self, fact: str) -> Expr:
        """Whether *fact* is marked; never null."""
        marker = self.marker(fact)
        return nw.lit(value=False) if marker is None else ~marker.is_null()

    def may_be_marked(self, fact: str) -> bool:
        """Whether *fact*, where it is missing, may turn out to be marked."""
        spec = self.spec(fact)
        return spec is not None and spec.may_be_unassigned

    def number(self, fact: str) -> Number | None:
        """
        The numbers of *fact*; None where no row has one.

        Raises:
            InexpressibleError: The fact is no number.
        """
        spec = self.spec(fact)
        if spec is not None and spec.type not in {FactType.INTEGER, FactType.DECIMAL}:
            raise InexpressibleError(f"the fact {fact!r} is no number")
        if not self.has(fact):
            return None
        return self._memoised(("number", fact), lambda: self._cleaned(fact, spec))  # type: ignore[no-any-return]

    def _memoised(self, key: object, make: Callable[[], Any]) -> Any:  # noqa: ANN401  # the maker's own type
        if key not in self.memo:
            self.memo[key] = make()
        return self.memo[key]

    def _cleaned(self, fact: str, spec: FactSpec | None) -> Number:
        found = number_of(nw.col(fact), self.columns[fact], spec)
        inside = (found.expr >= whole(found.low)) & (found.expr <= whole(found.high))
        with self.bare():
            limits = f"from {Fraction(found.low, found.unit)} to {Fraction(found.high, found.unit)}"
            self.fault(f"facts.{fact}: expected a number {limits}", ~inside.fill_null(value=True))
        return found

    def column(self, fact: str) -> Column | None:
        """The column of a fact that is no number; None where no row has one."""
        spec = self.spec(fact)
        if not self.has(fact):
            return None
        if spec is not None and spec.type is FactType.CHOICE:
            self._memoised(("choice", fact), lambda: self._check_choice(fact, spec))
        return column_of(nw.col(fact), self.columns[fact])

    def _check_choice(self, fact: str, spec: FactSpec) -> bool:
        known = [one.id for one in spec.choices]
        with self.bare():
            wrong = ~within(nw.col(fact).cast(nw.String), known)
            self.fault(f"facts.{fact}: expected one of {', '.join(known)}", wrong.fill_null(value=False))
        return True

    def fact(self, name: str) -> Typed:
        """What is known of the fact *name*."""
        spec = self.spec(name)
        dtype = self.columns[name] if self.has(name) else None
        numeric = dtype is not None and (dtype.is_integer() or dtype == nw.Decimal)
        if numeric or (spec is not None and spec.type in {FactType.INTEGER, FactType.DECIMAL}):
            return self.number(name)
        return self.column(name)

    def flag(self, fact: str) -> Expr:
        """The flag *fact*; null where it is missing."""
        if not self.has(fact):
            return nw.lit(None, dtype=nw.Boolean)
        if self.columns[fact] != nw.Boolean:
            raise InexpressibleError(f"the fact {fact!r} is no flag")
        return nw.col(fact)

    def parameter(self, name: str) -> Value:
        """
        The named number in force.

        Raises:
            PolicyError: The policy does not define it on this day.
        """
        try:
            return self.parameters[name]
        except KeyError:
            problem = f"used and not defined on {self.day}{advice(name, self.parameters)}"
            raise PolicyError.one(f"parameters.{name}", problem) from None

    def operand(self, operand: Operand) -> Typed:
        """The values of *operand*; a fixed number is a fraction."""
        match operand:
            case Constant(value):
                return exact_value(value)
            case Parameter(name):
                return exact_value(self.parameter(name))
            case Fact(name):
                return self.fact(name)
            case YearsBefore(name):
                return exact_value(year_before(self.period, name, self.parameter(name)))
            case Sum(terms):
                return self._sum([self.operand(term) for term in terms])

    def _sum(self, terms: list[Typed]) -> Typed:
        if any(term is None for term in terms):
            return None
        if all(isinstance(term, Fraction) for term in terms):
            return sum((term for term in terms if isinstance(term, Fraction)), start=Fraction(0))
        numbers = [fixed(term) if isinstance(term, Fraction) else term for term in terms]
        if not all(isinstance(one, Number) for one in numbers):
            raise PolicyError.one("sum", "expected numbers")
        return summed(one for one in numbers if isinstance(one, Number))

    def figure(self, operand: Operand) -> Number | Fraction | None:
        """
        The numbers of *operand*.

        Raises:
            PolicyError: It is something else.
        """
        found = self.operand(operand)
        if found is None or isinstance(found, (Number, Fraction)):
            return found
        raise PolicyError.one("operand", "expected a number")
