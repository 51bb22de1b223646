"""One page from tables, with details below: every text escaped, every table with a caption and the headings of its cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Final

from jinja2 import Environment, FunctionLoader, StrictUndefined

from thidua_rules.errors import UnknownNameError
from thidua_rules.rendering.distribution_tables import HIDDEN
from thidua_rules.rendering.tables import Table
from thidua_rules.rendering.words import LANGUAGES
from thidua_rules.values import nearest

TEMPLATE: Final = "page.html"


def page(
    title: str,
    tables: Iterable[Table],
    *,
    lang: str = "vi",
    lines: Sequence[str] = (),
    footer: Sequence[str] = (),
    details: tuple[str, Iterable[Table]] | None = None,
) -> str:
    """
    *tables* as a page in HTML, for a screen and for A4 paper; those that have nothing to show are left out.

    Args:
        title: The heading of the page.

        tables: What it shows; the personal facts are those that the tables hold, which is none where they are ours.

        lang: The language of the texts, ``vi`` or ``en``.

        lines: What is said below the heading.

        footer: What is said at the end.

        details: More tables under a heading of their own: closed until a reader opens them, and printed only then.

    Raises:
        UnknownNameError: There is no such language.
    """
    if lang not in LANGUAGES:
        raise UnknownNameError("language", lang, nearest(lang, LANGUAGES))
    environment = Environment(
        loader=FunctionLoader(_source),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(TEMPLATE).render(
        lang=lang,
        title=title,
        lines=lines,
        tables=[one for one in tables if not one.empty],
        details=None if details is None else details[0],
        more=[one for one in details[1] if not one.empty] if details is not None else [],
        footer=footer,
        hidden=HIDDEN,
        words=LANGUAGES[lang],
    )


def _source(name: str) -> str:
    """The text of the template *name*, which ships with the package."""
    return (files("thidua_rules.reports") / "templates" / name).read_text(encoding="utf-8")
