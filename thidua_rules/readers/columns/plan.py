"""
The columns of everybody, each worked out only where somebody asks for it.

A column is given, joined from a small table of its own, or an expression over other columns. Whoever reads some of
them gets a frame of just those and of what they rest on, so no plan is wider or deeper than its question.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

import attrs
import narwhals as nw

from thidua_rules.readers.columns.backends import Backend, Frame
from thidua_rules.readers.columns.expressions import Expr
from thidua_rules.readers.columns.frames import ID, KEYS, ROSTER

RIGHT: Final = ("_r", "_s")
"""What a side table calls the columns by which it is joined."""


@attrs.frozen(eq=False)
class Side:
    """
    A small table that is joined when one of its columns is asked for.

    Args:
        frame: The table; at most one row for each value of its keys, which are called ``_r`` and ``_s``.

        on: The columns of everybody that its keys meet.
    """

    frame: Frame
    on: tuple[str, ...]


@attrs.frozen(eq=False)
class Made:
    """
    A column that is worked out from others.

    Args:
        expr: How.

        needs: The columns that it names.
    """

    expr: Expr
    needs: frozenset[str]


@attrs.define(eq=False)
class Plan:
    """
    Everybody, and what is known about them so far.

    Args:
        backend: The engine.

        base: The columns given.
    """

    backend: Backend
    base: Frame
    given: frozenset[str] = attrs.field(init=False)
    sides: dict[str, Side] = attrs.field(factory=dict)
    made: dict[str, Made] = attrs.field(factory=dict)
    _number: int = 0

    def __attrs_post_init__(self) -> None:
        self.given = frozenset(self.base.columns)

    def name(self) -> str:
        """A name that no other column has."""
        self._number += 1
        return f"_c{self._number}"

    def add(self, columns: Mapping[str, Expr]) -> None:
        """Adds *columns*; nothing is worked out yet."""
        for name, expr in columns.items():
            self.made[name] = Made(expr, frozenset(named(expr)))

    def attach(self, side: Frame, names: Sequence[str], on: Sequence[str] = (ROSTER, ID)) -> None:
        """
        Adds the columns *names* of *side*, which is worked out now.

        It has ``_r`` and ``_s`` in place of *on*, and at most one row for each.
        """
        if not self.sides:
            self.base = self.backend.kept(self.base)
        kept = Side(self.backend.kept(side.select(*RIGHT[: len(on)], *names)), tuple(on))
        self.sides.update(dict.fromkeys(names, kept))

    def keep(self, names: Iterable[str]) -> None:
        """Works the columns *names* out now, so that whoever asks for them later finds them."""
        chosen = [name for name in dict.fromkeys(names) if name in self.made]
        if not chosen:
            return
        keys = {ROSTER: RIGHT[0], ID: RIGHT[1]}
        frame = self.frame(chosen).select(*[nw.col(k).alias(v) for k, v in keys.items()], *chosen)
        self.attach(frame, chosen)
        for name in chosen:
            del self.made[name]

    def rows(self, columns: Mapping[str, Expr], where: Expr | None = None) -> Frame:
        """A frame of *columns*, of everybody for whom *where*, never null, is true."""
        needed = {name for expr in columns.values() for name in named(expr)}
        frame = self.frame(needed if where is None else needed | set(named(where)))
        if where is not None:
            frame = frame.filter(where)
        return frame.select(*[expr.alias(name) for name, expr in columns.items()])

    def frame(self, names: Iterable[str]) -> Frame:
        """A frame that holds who is who, and the columns *names*."""
        steps = self._steps(set(names))
        read = [{need for name in step for need in self.made[name].needs} for step in steps]
        last: list[set[str]] = [set(names) | set(KEYS)]
        for needs in reversed(read):
            last.append(last[-1] | needs)
        last.reverse()
        frame = self._joined(last[0])
        there = (last[0] & (self.given | self.sides.keys())) | set(KEYS)
        for step, kept in zip(steps, last[1:], strict=True):
            stays = [name for name in sorted(there & kept) if name not in step]
            frame = frame.select(*stays, *[self.made[name].expr.alias(name) for name in step])
            there = {*stays, *step}
        return frame

    def _joined(self, names: set[str]) -> Frame:
        """The columns given among *names*, and those of the side tables."""
        found: dict[Side, list[str]] = {}
        for name in sorted(names & self.sides.keys()):
            found.setdefault(self.sides[name], []).append(name)
        frame = self.base.select(*KEYS, *sorted((names & self.given) - set(KEYS)))
        for side, columns in found.items():
            right = list(RIGHT[: len(side.on)])
            chosen = side.frame.select(*right, *columns)
            frame = frame.join(chosen, left_on=list(side.on), right_on=right, how="left")
        return frame

    def _steps(self, names: set[str]) -> list[list[str]]:
        """The columns to be worked out for *names*, those that rest on others of them after these."""
        level: dict[str, int] = {}
        stack = sorted(names)
        while stack:
            name = stack[-1]
            if name not in self.made or name in level:
                stack.pop()
                continue
            needs = self.made[name].needs & self.made.keys()
            open_ = sorted(needs - level.keys())
            if open_:
                stack += open_
                continue
            level[name] = 1 + max((level[one] for one in needs), default=-1)
            stack.pop()
        steps: list[list[str]] = [[] for _ in range(1 + max(level.values(), default=-1))]
        for name, place in level.items():
            steps[place].append(name)
        return steps


def named(expr: Expr) -> Iterator[str]:
    """The columns that *expr* names."""
    stack: list[Any] = [expr]
    while stack:
        one = stack.pop()
        for node in one._nodes:  # noqa: SLF001  # narwhals has no other way to ask
            if node.name == "col":
                yield from node.kwargs["names"]
            stack += [inner for inner in node.exprs if isinstance(inner, nw.Expr)]
