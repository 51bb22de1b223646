"""Tables as a page that is printed: HTML in one file, which loads nothing and runs nothing. Needs the extra ``report``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_rules.errors import MissingExtraError

try:
    import jinja2 as _jinja2
except ModuleNotFoundError:
    _MESSAGE = "pages need Jinja2, which is not installed: pip install 'thidua-rules[report]'"
    raise MissingExtraError("report", _MESSAGE) from None

from thidua_rules.reports.html import page

if TYPE_CHECKING:
    del _jinja2

__all__ = ["page"]
