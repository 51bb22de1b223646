"""Tables and messages on a terminal: at most 100 columns, colour only where a person looks at it."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final, Literal

import click
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from thidua_rules.rendering.tables import Group, Table

WIDTH: Final = 100
GAP: Final = 2
NARROWEST: Final = 8
HANG: Final = 2

COLOURS: Final = {
    "RECOMMENDED": "green",
    "DONE": "green",
    "TIED": "yellow",
    "ON_HOLD": "yellow",
    "UNDETERMINED": "yellow",
    "LATE": "yellow",
    "INELIGIBLE": "red",
    "MISSING": "red",
    "error": "red",
    "warning": "yellow",
}


class Screen:
    """
    Where results are drawn: in memory first, so that no line ends in spaces.

    Args:
        to_text: Whether the result is kept as text, for a file, instead of printed.
    """

    def __init__(self, *, to_text: bool = False) -> None:
        real = Console()
        self._buffer = io.StringIO()
        on_terminal = real.is_terminal and not to_text
        self._width = min(real.width, WIDTH) if on_terminal else WIDTH
        self._console = Console(
            file=self._buffer,
            width=self._width,
            force_terminal=on_terminal,
            color_system="auto" if on_terminal else None,
            highlight=False,
            emoji=False,
        )

    @property
    def text(self) -> str:
        """What was drawn so far."""
        return "\n".join(line.rstrip() for line in self._buffer.getvalue().splitlines()) + "\n"

    def show(self) -> None:
        """Print what was drawn."""
        click.echo(self.text, nl=False, color=True)

    def line(self, text: str = "", *, style: str = "", indent: int = 0) -> None:
        """One line; where it is too long it goes on below, two columns further in than it began."""
        bare = text.lstrip(" ")
        first = indent + len(text) - len(bare)
        wrapped = Text(bare, style=style).wrap(self._console, self._width - first - HANG)
        for number, part in enumerate(wrapped):
            self._console.print(Padding(part, (0, 0, 0, first + (HANG if number else 0))))
        if not wrapped:
            self._console.print()

    def table(self, table: Table) -> None:
        """A title, the lines under it, and the rows in their groups."""
        if self._buffer.tell():
            self.line()
        self.line(table.title, style="bold")
        for line in table.lines:
            self.line(line, style="dim", indent=2)
        widths = column_widths(table, self._width - 2)
        header = True
        for group in table.groups:
            if group.title:
                self.line(group.title, style=COLOURS.get(group.status, "bold"), indent=1)
            if group.stacked:
                self._stacked(group)
            elif group.rows:
                self._console.print(self._rows(table, group, widths, header=header))
                header = False

    def _stacked(self, group: Group) -> None:
        for head, *rest in group.rows:
            self.line(head, indent=2)
            for text in filter(None, rest):
                self.line(text, indent=6, style="dim")

    def _rows(self, table: Table, group: Group, widths: Sequence[int], *, header: bool) -> RenderableType:
        drawn = RichTable(
            box=None, show_header=header, padding=(0, GAP, 0, 0), pad_edge=False, header_style="dim"
        )
        for column, width in zip(table.columns, widths, strict=True):
            side: Literal["left", "right"] = "right" if column.number else "left"
            # a long id is broken and not cut: it is what the reader types next
            drawn.add_column(Text(column.title), width=width, justify=side, overflow="fold")
        for row in group.rows:
            drawn.add_row(*(Text(cell) for cell in row))
        return Padding(drawn, (0, 0, 0, 2))


def column_widths(table: Table, total: int) -> list[int]:
    """
    How wide each column is: numbers as wide as they need, text shares what is left.

    A column never takes more than its longest cell needs; what one leaves goes to the others.
    """
    rows = [row for group in table.groups if not group.stacked for row in group.rows]
    natural = [
        max([cell_len(column.title), *(cell_len(row[i]) for row in rows)])
        for i, column in enumerate(table.columns)
    ]
    left = total - GAP * len(natural)
    widths = [0] * len(natural)
    # numbers first, then the narrowest texts: each takes what it needs or its fair share of what is left
    order = sorted(range(len(natural)), key=lambda i: (not table.columns[i].number, natural[i], i))
    for taken, i in enumerate(order):
        share = natural[i] if table.columns[i].number else left // (len(natural) - taken)
        widths[i] = max(min(natural[i], share), min(natural[i], NARROWEST))
        left -= widths[i]
    return widths


@contextmanager
def working(message: str) -> Iterator[None]:
    """Shows on standard error that long work goes on, where a person looks at it."""
    console = Console(stderr=True, highlight=False)
    if not console.is_terminal:
        yield
        return
    with console.status(Text(message)):
        yield
