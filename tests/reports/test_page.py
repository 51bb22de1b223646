"""Tables as a page: escaped, with captions, and nothing that is empty."""

from __future__ import annotations

import subprocess
import sys

import pytest

from thidua_rules.errors import UnknownNameError
from thidua_rules.rendering.tables import Column, Group, Table
from thidua_rules.reports import page

NASTY = '<script>alert("x")</script> & {{ 7 * 7 }}'
TABLE = Table(
    "t", NASTY, (NASTY,), (Column("A"), Column("B", number=True)), (Group(NASTY, ((NASTY, "•"), ("b", "2"))),)
)


def test_everything_is_escaped():
    """
    No text becomes a tag or an expression, wherever it stands.
    """
    found = page(NASTY, [TABLE], lines=(NASTY,), footer=(NASTY,))

    assert "<script" not in found
    assert "49" not in found
    assert found.count("&lt;script&gt;") >= 8


def test_parts():
    """
    A table has a caption, headings of its columns, groups and rows; numbers stand right.
    """
    found = page("Tên", [TABLE], lang="en")

    assert '<html lang="en">' in found
    assert '<th scope="rowgroup" colspan="2">' in found
    assert found.count('<th scope="row">') == 2
    assert '<td class="number">2</td>' in found
    assert 'aria-label="held back, the group is too small"' in found


def test_empty_tables_are_left_out():
    """
    A table that has nothing to show isn't there; a table of lines has no rows, and one of stacked texts has articles.
    """
    stacked = Table("s", "Hai", (), (), (Group("", (("đầu", "một", ""),), stacked=True),))
    found = page("Tên", [Table("e", "Trống"), Table("l", "Dòng", ("chỉ một dòng",)), stacked])

    assert "Trống" not in found
    assert "<table" not in found
    assert found.count("<article>") == 1
    assert "footer>" not in found


def test_details():
    """
    Details are closed below the tables, numbered on, and not printed unless somebody opens them; without any there are none.
    """
    found = page("Tên", [Table("a", "Trước", ("một",))], details=("Xem thêm", [Table("b", "Sau", ("hai",))]))
    front, _, details = found.partition("<details>")

    assert "1. Trước" in front
    assert "2. Sau" not in front
    assert "<summary>Xem thêm</summary>" in details
    assert "2. Sau" in details
    assert "details:not([open]) { display: none; }" in front
    assert "<details" not in page("Tên", [TABLE], details=("Xem thêm", [Table("e", "Trống")]))


def test_unknown_language():
    """
    A language that isn't there is an error that names what was meant.
    """
    with pytest.raises(UnknownNameError, match="language"):
        page("x", [], lang="v")


def test_missing_extra():
    """
    Without Jinja2 the error says what to install.
    """
    script = (
        "import sys; sys.modules['jinja2'] = None\n"
        "from thidua_rules.errors import MissingExtraError\n"
        "try:\n    import thidua_rules.reports\n"
        "except MissingExtraError as error:\n    print(error.extra, error)\n"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert "report pages need Jinja2" in found.stdout
    assert "thidua-rules[report]" in found.stdout
