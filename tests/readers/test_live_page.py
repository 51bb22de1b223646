"""The page on the living year runs as it stands, where durable-rules is installed."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("durable_rules_engine", reason="durable-rules does not load here", exc_type=ImportError)

from tests.cli.calls import EXAMPLE, ROOT, call

PAGE = (ROOT / "docs" / "how-to" / "live.md").read_text(encoding="utf-8")


def test_python(monkeypatch, capsys):
    """
    The Python block runs, and its event changes something.
    """
    monkeypatch.chdir(ROOT)
    exec(PAGE.split("```python\n")[1].split("```")[0], {"__name__": "docs"})  # noqa: S102  # the page is ours

    assert "INELIGIBLE" in capsys.readouterr().out


def test_events():
    """
    The events of the page fit the example.
    """
    lines = PAGE.split("```\nthidua-rules watch")[1].split("```")[0].splitlines()[1:]
    result = call("watch", EXAMPLE, stdin="\n".join(lines).encode())

    assert (0, "") == (result.code, result.err)
    assert all(json.loads(line)["because"] for line in result.out.splitlines())
