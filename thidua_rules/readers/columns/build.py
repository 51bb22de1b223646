"""
The frame under construction: facts as clean columns, and whatever criteria add to it.

What is not elementwise (rows of a list, members, the unit, a ranking) becomes a small table of its own, worked out
once and joined by roster and subject. So the plan stays a chain and never a thicket.
"""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import attrs
import narwhals as nw

from thidua_rules.criteria.base import Constant, Criterion, Fact, Operand, Parameter, Sum
from thidua_rules.errors import PolicyError
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.periods import Period
from thidua_rules.policies.model import Policy
from thidua_rules.readers.columns.backends import Backend, Frame
from thidua_rules.readers.columns.expressions import (
    LIMIT,
    Expr,
    InexpressibleError,
    Number,
    conjunction,
    fixed,
    summed,
    whole,
    within,
)
from thidua_rules.readers.columns.frames import ID, KEYS, KIND, MARKER, ROSTER, UNIT, Frames
from thidua_rules.values import FrozenMap, Value, advice

FAULT: Final = "_fault"

UNIT_KINDS: Final = (SubjectKind.TAP_THE, SubjectKind.KHU_DAN_CU, SubjectKind.XA)
"""The kinds to which others may belong."""

FLAG, DAY, TEXT = "a flag", "a day", "text"


@attrs.frozen
class Column:
    """
    A column that is no number.

    Args:
        expr: Its values.

        family: Flags, days or text.
    """

    expr: Expr
    family: str


Typed = Number | Column | Value | Fraction | None
"""An operand: a number, another column, a fixed value, or None where it is missing for every row."""


def column_of(expr: Expr, dtype: Any) -> Column:  # noqa: ANN401  # narwhals' types
    """A column that is no number."""
    if dtype == nw.Boolean:
        return Column(expr, FLAG)
    if dtype == nw.Date:
        return Column(expr, DAY)
    return Column(expr if dtype == nw.String else expr.cast(nw.String), TEXT)


class ColumnsWarning(UserWarning):
    """A kind that columns cannot express, and that the scalar path answers instead, slower."""


@attrs.define
class Build:
    """
    The frame, and what is known about its columns.

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
    backend: Backend = attrs.field(init=False)
    period: Period = attrs.field(init=False)
    parameters: FrozenMap[str, Value] = attrs.field(init=False)
    frame: Frame = attrs.field(init=False)
    columns: Mapping[str, Any] = attrs.field(init=False)
    tables: Mapping[str, Frame] = attrs.field(init=False)
    faults: list[tuple[str, Expr]] = attrs.field(factory=list)
    memo: dict[object, Any] = attrs.field(factory=dict)
    kinds: tuple[SubjectKind, ...] = tuple(SubjectKind)
    done: set[str] = attrs.field(factory=set)
    lasting: set[str] = attrs.field(factory=set)
    dirty: bool = False
    thorough: bool = False
    _guards: list[Expr] = attrs.field(factory=list)
    _number: int = 0
    _depth: int = 0
    _held: set[str] = attrs.field(factory=set)
    _warned: set[str] = attrs.field(factory=set)

    def __attrs_post_init__(self) -> None:
        self.backend = self.frames.backend
        self.period = Period.year(self.frames.year)
        self.parameters = self.policy.parameters_on(self.day)
        frame: Frame = nw.from_native(self.frames.subjects)
        self.columns = dict(frame.collect_schema().items())
        if UNIT not in self.columns:
            frame = frame.with_columns(nw.lit(None, dtype=nw.String).alias(UNIT))
        kept = [one for one in self.columns if one not in KEYS and one.removesuffix(MARKER) in self.used]
        self.frame = frame.select(*KEYS, *kept, nw.lit(None, dtype=nw.String).alias(FAULT))
        self.tables = {name: nw.from_native(one) for name, one in self.frames.records.items()}

    def name(self) -> str:
        """A name that no other column has."""
        self._number += 1
        return f"_c{self._number}"

    def let(self, *exprs: Expr) -> list[Expr]:
        """*exprs* as columns of the frame, so that each is worked out once."""
        if not exprs:
            return []
        names = [self.name() for _ in exprs]
        self.extend(dict(zip(names, exprs, strict=True)))
        return [nw.col(name) for name in names]

    def kept(self, frame: Frame) -> Frame:
        """*frame*, worked out once."""
        return self.backend.kept(frame)

    def extend(self, columns: Mapping[str, Expr]) -> None:
        """Adds *columns*; a plan that grew too deep for the engine is worked out so far."""
        self.frame = self.frame.with_columns(*[expr.alias(name) for name, expr in columns.items()])
        self._deeper()

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > self.backend.deepest:
            self.frame = self.kept(self.frame)
            self._depth = 0

    def last(self, *exprs: Expr) -> list[Expr]:
        """As :meth:`let`, for what is asked for again after the frame was settled."""
        before = self._number
        columns = self.let(*exprs)
        self.lasting.update(f"_c{number}" for number in range(before + 1, self._number + 1))
        return columns

    def trim(self) -> None:
        """Forgets the columns that were only on the way, where there are many."""
        if self._depth * 2 > self.backend.deepest:
            self.close_faults()
            self.frame = self.frame.select(*[one for one in self.frame.columns if self._stays(one)])
            self._deeper()

    @contextmanager
    def scratch(self) -> Iterator[None]:
        """Inside, what is to last lasts; afterwards what no memo holds is forgotten."""
        before = set(self.lasting)
        self._held = set()
        yield
        self.lasting = before | (self.lasting - self._held)

    def hold(self, *exprs: Expr) -> list[Expr]:
        """As :meth:`last`, until the scratch ends."""
        before = set(self.lasting)
        columns = self.last(*exprs)
        self._held |= self.lasting - before
        return columns

    def settle(self) -> None:
        """Works the frame out so far, and forgets the columns that were only on the way."""
        self.close_faults()
        self.frame = self.kept(self.frame.select(*[one for one in self.frame.columns if self._stays(one)]))
        self.dirty, self._depth = False, 0

    def _stays(self, name: str) -> bool:
        return not name.startswith("_c") or name in self.lasting

    def close_faults(self) -> None:
        """Brings the faults found so far into one column: the first of each row."""
        if not self.faults:
            return
        found: Expr = nw.lit(None, dtype=nw.String)
        for message, condition in reversed(self.faults):
            found = nw.when(condition).then(nw.lit(message)).otherwise(found)
        earlier = nw.col(FAULT)
        self.extend({FAULT: nw.when(earlier.is_null()).then(found).otherwise(earlier)})
        self.faults.clear()

    def attach(self, side: Frame, names: Sequence[str], on: tuple[str, str] = (ROSTER, ID)) -> None:
        """Joins *side*, which has ``_r`` and ``_s`` in place of *on* and at most one row for each, to the frame."""
        chosen = side.select("_r", "_s", *names)
        self.dirty = True
        self._deeper()
        self.frame = self.frame.join(chosen, left_on=list(on), right_on=["_r", "_s"], how="left")

    @contextmanager
    def where(self, condition: Expr) -> Iterator[None]:
        """Inside, faults count only where *condition*, never null, is true."""
        self._guards.append(condition)
        try:
            yield
        finally:
            self._guards.pop()

    @contextmanager
    def checking(self) -> Iterator[None]:
        """Inside, the scalar path builds findings, and so asks every part of a criterion."""
        before, self.thorough = self.thorough, True
        try:
            yield
        finally:
            self.thorough = before

    @contextmanager
    def among(self, kinds: Sequence[SubjectKind]) -> Iterator[None]:
        """Inside, what falls back to the scalar path is asked of subjects of *kinds* only."""
        before, self.kinds = self.kinds, tuple(kinds)
        try:
            yield
        finally:
            self.kinds = before

    def fault(self, message: str, condition: Expr) -> None:
        """Where *condition*, never null, is true, the row has the fault *message*."""
        self.faults.append((message, conjunction([*self._guards, condition])))

    def warn(self, kind: str, reason: str) -> None:
        """Says once that *kind* falls back."""
        if kind not in self._warned:
            self._warned.add(kind)
            message = f"columns ask the scalar path for {kind!r}: {reason}"
            warnings.warn(message, ColumnsWarning, stacklevel=6)

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

    @contextmanager
    def bare(self) -> Iterator[None]:
        """Inside, faults count for every row."""
        before, self._guards = self._guards, []
        try:
            yield
        finally:
            self._guards = before

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

    def verdict(self, criterion: Criterion) -> Expr:
        """*criterion* as a nullable flag for each row."""
        from thidua_rules.readers.columns.criteria import verdict  # noqa: PLC0415  # criteria are built on this module

        return verdict(criterion, self)


def exact_value(value: Value) -> Value | Fraction:
    """*value* itself, a number as a fraction."""
    return Fraction(value) if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else value


def number_of(expr: Expr, dtype: Any, spec: FactSpec | None) -> Number:  # noqa: ANN401  # narwhals' types
    """A column of whole numbers or decimals as numerators over a fixed unit, within the limits of *spec*."""
    unit = 1
    if dtype == nw.Decimal:
        unit = 10 ** (dtype.scale or 0)
        expr = (expr * unit).cast(nw.Int64)
    elif dtype != nw.Int64:
        expr = expr.cast(nw.Int64)
    low = -LIMIT if spec is None or spec.minimum is None else -int(-Fraction(spec.minimum) * unit // 1)
    high = LIMIT if spec is None or spec.maximum is None else int(Fraction(spec.maximum) * unit // 1)
    return Number(expr, unit, low, high)
