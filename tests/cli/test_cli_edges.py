"""What happens where the process itself is interrupted, or a library is missing: in this process."""

from __future__ import annotations

import importlib
import io
import sys

import pytest

from tests.cli.calls import WIDTH, call, tidy
from thidua_rules import cli
from thidua_rules.cli import app
from thidua_rules.cli.screen import Screen, column_widths, working
from thidua_rules.rendering.tables import Column, Group, Table


class TestInterrupted:
    @pytest.mark.parametrize(
        ("error", "code"),
        [(KeyboardInterrupt(), 130), (BrokenPipeError(), 0), (SystemExit(1), 0)],
    )
    def test_code(self, monkeypatch, capfd, error, code):
        """
        An interruption is 130; a reader who stopped reading is no failure.
        """

        def stop(**_):
            raise error

        monkeypatch.setattr(app.app, "main", stop)

        assert code == cli.main(["policies"])

    def test_missing(self, monkeypatch, capsys):
        """
        A library of the extra that is missing is advised, whichever of its modules was asked for.
        """

        def missing(name):
            raise ModuleNotFoundError(name="rich.cells")

        monkeypatch.setattr(importlib, "import_module", missing)

        assert 2 == cli.main(["policies"])
        assert "pip install 'thidua-rules[cli]'" in capsys.readouterr().err

    def test_other_missing(self, monkeypatch):
        """
        Another one is an error of ours, and is not hidden.
        """

        def missing(name):
            raise ModuleNotFoundError(name="attrs")

        monkeypatch.setattr(importlib, "import_module", missing)
        with pytest.raises(ModuleNotFoundError):
            cli.main(["policies"])

    def test_encoding(self, monkeypatch):
        """
        A stream of another encoding is turned to UTF-8.
        """
        stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252")
        monkeypatch.setattr(sys, "stdout", stream)
        code = cli.main(["policies"])
        stream.flush()

        assert (0, "utf-8") == (code, stream.encoding)
        assert "Các bộ quy định có sẵn" in stream.buffer.getvalue().decode()

    def test_no_input(self, monkeypatch, capsys):
        """
        A standard input that is closed is wrong usage.
        """
        monkeypatch.setattr(sys, "stdin", None)

        assert 2 == cli.main(["check", "-"])
        assert "standard input is closed" in capsys.readouterr().err


class TestScreen:
    def test_wide_letters(self):
        """
        Letters of two cells are counted as two.
        """
        screen = Screen(to_text=True)
        screen.line("漢字" * 60)

        assert all(map(tidy, screen.text.splitlines()))

    def test_long_word(self):
        """
        A word that is too long for a cell is broken, and nothing of it is lost.
        """
        word = "w" * 300
        screen = Screen(to_text=True)
        screen.table(Table("x", "x", (), (Column("một"), Column("hai")), (Group("", ((word, word),)),)))

        assert 600 == screen.text.count("w")
        assert all(map(tidy, screen.text.splitlines()))

    def test_markup(self):
        """
        What looks like markup of the terminal library is shown as it is.
        """
        screen = Screen(to_text=True)
        screen.line("[bold]x[/bold] :smile: [red]")
        screen.table(Table("x", "[i]", ("[b]",), (Column("[u]"),), (Group("[s]", (("[bold]", "")[:1],)),)))

        assert all(
            one in screen.text
            for one in ("[bold]x[/bold] :smile: [red]", "[i]", "[b]", "[u]", "[s]", "\n  [bold]")
        )

    def test_first_line(self):
        """
        Nothing stands before the first title, one empty line before each further one.
        """
        screen = Screen(to_text=True)
        for name in ("một", "hai"):
            screen.table(Table(name, name, ("x",)))

        assert "một\n  x\n\nhai\n  x\n" == screen.text

    @pytest.mark.parametrize("columns", [1, 2, 5, 7])
    def test_widths(self, columns):
        """
        Columns share the width: none is wider than its longest cell, numbers are never broken.
        """
        table = Table(
            "x",
            "x",
            (),
            (Column("số", number=True), *(Column("chữ") for _ in range(columns))),
            (Group("", (("1.490.000 đ", *("lời dài " * 20 for _ in range(columns))),)),),
        )
        widths = column_widths(table, WIDTH)

        assert 11 == widths[0]
        assert sum(widths) + 2 * len(widths) <= WIDTH

    def test_nobody_looks(self, capsys):
        """
        Where nobody looks at standard error, work says nothing.
        """
        with working("Đang xét"):
            pass

        assert "" == capsys.readouterr().err


class TestCoverage:
    def test_listed(self, tmp_path):
        """
        ``test --coverage`` lists the provisions that the cases reach, by award.
        """
        path = tmp_path / "case.yaml"
        path.write_text(
            "- id: a\n  description: a\n  citation: luat_tdkt_2003/24\n  policy: phap_luat_2003\n  on: 2022-12-31\n"
            "  award: lao_dong_tien_tien\n"
            "  subject: {kind: ca_nhan, facts: {loai_doi_tuong: cong_chuc, xep_loai_chat_luong: KHTNV}}\n"
            "  expected: {verdict: UNMET}\n",
            encoding="utf-8",
        )
        result = call("test", path, "--coverage")

        assert (0, []) == (result.code, result.untidy)
        assert "Lao động tiên tiến\n" in result.out
        assert "1 tình huống đạt, 0 không đạt" in result.out
        assert call("test", path, "--format", "json").data["coverage"]
