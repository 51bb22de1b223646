"""The lines of an explanation, and each form that they are written in: text, Markdown, HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from typing import Final

import attrs


@attrs.frozen
class Line:
    """One line of an explanation: how deep it stands, and whether it is a title."""

    depth: int
    text: str
    title: bool = False


_MARKUP: Final = re.compile(r"([\\`*_<>&~|#]|(?<=\])[(\[])")
_BLOCK: Final = re.compile(r"[0-9]{1,9}(?=[.)])|(?=[-+=])")


def markdown(text: str) -> str:
    """*text* so that Markdown shows it as it is: no name becomes emphasis, a link, a tag, a title or a list."""
    plain = _MARKUP.sub(r"\\\1", text)
    start = _BLOCK.match(plain)
    return plain if start is None else f"{start[0]}\\{plain[start.end() :]}"


def _in_text(line: Line) -> str:
    return line.text if line.title else f"{'  ' * (line.depth + 1)}{line.text}"


def _in_markdown(line: Line) -> str:
    return f"## {markdown(line.text)}" if line.title else f"{'  ' * line.depth}- {markdown(line.text)}"


def _in_html(line: Line) -> str:
    text = html.escape(line.text)
    return f"<h3>{text}</h3>" if line.title else f'<p style="margin-left:{line.depth + 1}em">{text}</p>'


WRITTEN: Final[dict[str, Callable[[Line], str]]] = {
    "text": _in_text,
    "markdown": _in_markdown,
    "html": _in_html,
}
"""Each form, and how it writes one line."""


def cell(text: str) -> str:
    """*text*, which is Markdown already, as it may stand in a cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ")
