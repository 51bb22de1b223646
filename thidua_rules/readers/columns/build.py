"""
An evaluation under construction: what criteria, scales and rankings add to what is known.

What is not elementwise (rows of a list, members, the unit, a ranking) becomes a small table of its own, worked out
once and joined by roster and subject where it is asked for.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Final

import attrs
import narwhals as nw

from thidua_rules.criteria.base import Criterion
from thidua_rules.facts import SubjectKind
from thidua_rules.readers.columns.backends import Backend, Frame
from thidua_rules.readers.columns.expressions import Expr, choose
from thidua_rules.readers.columns.facts import Facts
from thidua_rules.readers.columns.frames import ID, KEYS, MARKER, ROSTER, UNIT
from thidua_rules.readers.columns.plan import Plan, named

FAULT: Final = "_fault"

UNIT_KINDS: Final = (SubjectKind.TAP_THE, SubjectKind.KHU_DAN_CU, SubjectKind.XA)
"""The kinds to which others may belong."""


class ColumnsWarning(UserWarning):
    """A kind that columns cannot express, and that the scalar path answers instead, slower."""


@attrs.define
class Build(Facts):
    """The columns found so far, and how far the evaluation has come."""

    plan: Plan = attrs.field(init=False)
    backend: Backend = attrs.field(init=False)
    tables: Mapping[str, Frame] = attrs.field(init=False)
    kinds: tuple[SubjectKind, ...] = attrs.field(default=tuple(SubjectKind), init=False)
    done: set[str] = attrs.field(factory=set, init=False)
    lasting: list[str] = attrs.field(factory=list, init=False)
    held: list[str] = attrs.field(factory=list, init=False)
    fault_columns: list[str] = attrs.field(factory=list, init=False)
    thorough: bool = attrs.field(default=False, init=False)
    _warned: set[str] = attrs.field(factory=set, init=False)

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        self.backend = self.frames.backend
        frame: Frame = nw.from_native(self.frames.subjects)
        if UNIT not in self.columns:
            frame = frame.with_columns(nw.lit(None, dtype=nw.String).alias(UNIT))
        chosen = [one for one in self.columns if one not in KEYS and one.removesuffix(MARKER) in self.used]
        self.plan = Plan(self.backend, frame.select(*KEYS, *chosen))
        self.tables = {name: nw.from_native(one) for name, one in self.frames.records.items()}

    def name(self) -> str:
        """A name that no other column has."""
        return self.plan.name()

    def let(self, *exprs: Expr) -> list[Expr]:
        """*exprs* as columns of their own, so that what rests on one names it and does not repeat it."""
        names = [self.name() for _ in exprs]
        self.plan.add(dict(zip(names, exprs, strict=True)))
        return [nw.col(name) for name in names]

    def kept(self, frame: Frame) -> Frame:
        """*frame*, worked out once."""
        return self.backend.kept(frame)

    def hold(self, *exprs: Expr) -> list[Expr]:
        """As :meth:`let`, for what a ranking and the outcome both ask for: worked out before the ranking."""
        columns = self.let(*exprs)
        self.held += [name for column in columns for name in named(column)]
        return columns

    def work_out(self) -> None:
        """Works out what is held."""
        self.plan.keep(self.held)
        self.held.clear()

    def last(self, *exprs: Expr) -> list[Expr]:
        """As :meth:`let`, for what later awards ask for again: worked out when the award is done."""
        columns = self.let(*exprs)
        self.lasting += [name for column in columns for name in named(column)]
        return columns

    def finish(self, award: str, columns: Mapping[str, Expr]) -> None:
        """Adds what is found of *award*; where tables were joined on the way, it is worked out now."""
        found = {f"{award}__{name}": expr for name, expr in columns.items()}
        self.plan.add(found)
        fault = self._close_faults()
        self.done.add(award)
        if self.plan.sides:
            self.plan.keep([*found, *fault, *self.lasting])
        self.lasting.clear()
        self.held.clear()

    def _close_faults(self) -> list[str]:
        """Brings the faults found since the last time into one column, and names it."""
        if not self.faults:
            return []
        name = self.name()
        self.plan.add({name: self.first_fault()})
        self.fault_columns.append(name)
        return [name]

    def close(self) -> None:
        """Brings all faults into the column ``_fault``: the first of each row."""
        self._close_faults()
        found = [nw.col(name) for name in self.fault_columns]
        nothing = nw.lit(None, dtype=nw.String)
        self.plan.add({FAULT: choose([(~one.is_null(), one) for one in found], nothing)})

    def attach(self, side: Frame, names: Sequence[str], on: Sequence[str] = (ROSTER, ID)) -> None:
        """Joins *side*, which has ``_r`` and ``_s`` in place of *on* and at most one row for each."""
        self.plan.attach(side, names, on)

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

    def warn(self, kind: str, reason: str) -> None:
        """Says once that *kind* falls back."""
        if kind not in self._warned:
            self._warned.add(kind)
            message = f"columns ask the scalar path for {kind!r}: {reason}"
            warnings.warn(message, ColumnsWarning, stacklevel=6)

    def verdict(self, criterion: Criterion) -> Expr:
        """*criterion* as a nullable flag for each row."""
        from thidua_rules.readers.columns.criteria import verdict  # noqa: PLC0415  # criteria are built on this module

        return verdict(criterion, self)
