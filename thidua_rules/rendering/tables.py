"""Tables as plain text values: what a terminal, a page or a spreadsheet then draws."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

import attrs


class Detail(Enum):
    """
    How much of an award is listed.

    ``BRIEF``: who is alike stands together, and households are counted by reason. ``USUAL``: a row for everybody who
    is put forward, households counted. ``EVERYBODY``: a row for every household too.
    """

    BRIEF = "brief"
    USUAL = "usual"
    EVERYBODY = "everybody"


@attrs.frozen
class Column:
    """One column: its title, and whether it holds numbers."""

    title: str
    number: bool = False


@attrs.frozen
class Group:
    """
    Rows of a table under one heading, such as a status.

    Args:
        title: The heading; empty for rows that have none.

        rows: The cells, one for each column.

        status: The status that all rows have, or empty.

        stacked: Whether a row is two texts, the second one below the first, over the whole width.
    """

    title: str
    rows: tuple[tuple[str, ...], ...]
    status: str = ""
    stacked: bool = False


@attrs.frozen
class Table:
    """
    A table with what stands above it.

    Args:
        id: What it shows, such as ``awards.lao_dong_tien_tien`` or ``targets``.

        title: Its heading.

        lines: What is said before the rows.

        columns: The columns.

        groups: The rows, in groups.
    """

    id: str
    title: str
    lines: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()
    groups: tuple[Group, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether it has nothing to show."""
        return not self.lines and not any(group.rows for group in self.groups)


def plain(table_id: str, title: str, columns: tuple[Column, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    """A table with one group of rows and nothing above."""
    return Table(table_id, title, columns=columns, groups=(Group("", tuple(rows)),))
