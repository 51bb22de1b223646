"""Every example in the documentation runs, every link leads somewhere, every doctest passes."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
import shlex
from pathlib import Path

import pytest

import thidua_rules
from thidua_rules.cli import main
from thidua_rules.evaluation import Status
from thidua_rules.rendering.words import LANGUAGES

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("README.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"(?:<!-- not run: (?P<why>[^>]*) -->\n)?```python\n(?P<code>.*?)```", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(thidua_rules.__path__, "thidua_rules.")
    if not module.name.endswith("__main__")
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_code_blocks(page, monkeypatch):
    """
    The Python blocks of a page run one after another, from the root of the project.
    """
    monkeypatch.chdir(ROOT)
    namespace: dict[str, object] = {"__name__": "docs"}
    for match in BLOCK.finditer(page.read_text(encoding="utf-8")):
        if match["why"] is not None:
            assert match["why"].strip(), "a block that is not run needs a reason"
            continue
        exec(compile(match["code"], str(page), "exec", dont_inherit=True), namespace)  # noqa: S102  # the documentation is ours


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links(page):
    """
    Every relative link of a page leads to a file or folder.
    """
    targets = LINK.findall(page.read_text(encoding="utf-8"))

    assert [] == [target for target in targets if not (page.parent / target).exists()]


@pytest.mark.parametrize("name", MODULES)
def test_doctests(name):
    """
    The examples in a module's docstrings hold.
    """
    module = importlib.import_module(name)

    assert 0 == doctest.testmod(module).failed


def test_readme_shows_what_the_demo_prints(capsys):
    """
    Every line of the README's sample is a line of the demonstration, in its order.
    """
    assert main(["demo"]) == 0
    printed = iter(capsys.readouterr().out.splitlines())
    sample = re.search(r"```text\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)

    assert [] == [line for line in sample[1].splitlines() if line not in {"", "…"} and line not in printed]


@pytest.mark.parametrize("line", re.findall(r"^\.venv/bin/thidua-rules ([^#\n]*)", README, re.MULTILINE))
def test_readme_commands(line, monkeypatch, capsys):
    """
    Every command of the README is done.
    """
    monkeypatch.chdir(ROOT)

    assert (0, "") == (main(shlex.split(line)), capsys.readouterr().err)


@pytest.mark.parametrize("status", [status.value for status in Status])
def test_guide_names_every_status(status):
    """
    The guide for officers explains each result under the words that they meet.
    """
    guide = (ROOT / "docs" / "vi" / "huong-dan.md").read_text(encoding="utf-8")

    assert f"| {LANGUAGES['vi'][status]} |" in guide
