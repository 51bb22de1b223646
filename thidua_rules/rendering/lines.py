"""The lines of an explanation, before they become text, Markdown or HTML."""

from __future__ import annotations

import attrs


@attrs.frozen
class Line:
    """One line of an explanation: how deep it stands, and whether it is a title."""

    depth: int
    text: str
    title: bool = False
