"""What is wrong with a row, as far as an evaluation finds it out; only where the scalar path would get there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import attrs
import narwhals as nw

from thidua_rules.readers.columns.expressions import Expr, choose, conjunction


@attrs.define
class Faults:
    """Messages, each with where it holds."""

    faults: list[tuple[str, Expr]] = attrs.field(factory=list, init=False)
    _guards: list[Expr] = attrs.field(factory=list, init=False)

    @contextmanager
    def where(self, condition: Expr) -> Iterator[None]:
        """Inside, faults count only where *condition*, never null, is true."""
        self._guards.append(condition)
        try:
            yield
        finally:
            self._guards.pop()

    @contextmanager
    def bare(self) -> Iterator[None]:
        """Inside, faults count for every row."""
        before, self._guards = self._guards, []
        try:
            yield
        finally:
            self._guards = before

    def fault(self, message: str, condition: Expr) -> None:
        """Where *condition*, never null, is true, the row has the fault *message*."""
        self.faults.append((message, conjunction([*self._guards, condition])))

    def first_fault(self) -> Expr:
        """The first message that holds of each row, or null; forgets them all."""
        nothing = nw.lit(None, dtype=nw.String)
        found = choose([(condition, nw.lit(message)) for message, condition in self.faults], nothing)
        self.faults.clear()
        return found
