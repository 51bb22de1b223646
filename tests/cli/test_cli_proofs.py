"""The proofs of a review on the command line: shown, left out, or said to be missing."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec

import pytest

from tests.cli.calls import ROOT, call

HIDDEN = (
    "import sys; sys.modules['z3'] = None; from thidua_rules.cli import main; "
    "sys.exit(main(['review', 'xuan_son_2022', '--lang', 'en', *sys.argv[1:]]))"
)


def without_z3(*arguments):
    """A review in a process that cannot import z3."""
    line = [sys.executable, "-c", HIDDEN, *arguments]
    return subprocess.run(line, capture_output=True, text=True, check=True, cwd=ROOT, encoding="utf-8").stdout


class TestWithoutTheSolver:
    def test_it_is_said(self):
        """
        Where the solver is not installed one line says so, and what to install.
        """
        found = [
            " ".join(line.split()) for line in without_z3().splitlines() if "thidua-rules[proof]" in line
        ]

        assert 1 == len(found)

    def test_it_is_not_needed(self):
        """
        Who leaves the proofs out is told nothing of it.
        """
        assert "thidua-rules[proof]" not in without_z3("--no-proofs")

    def test_json(self):
        """
        As data the problem stands in place of the proofs.
        """
        assert '"problem"' in without_z3("--format", "json")


@pytest.mark.skipif(find_spec("z3") is None, reason="proofs need z3")
class TestWithTheSolver:
    @pytest.mark.parametrize(("lang", "title"), [("vi", "Chứng minh cho mọi"), ("en", "Proofs, for every")])
    def test_table(self, small_policy, lang, title):
        """
        The proofs stand below the remarks, in lines of at most 100 columns.
        """
        found = call("review", small_policy, "--lang", lang)

        assert (0, []) == (found.code, found.untidy)
        assert title in found.out

    def test_json(self, small_policy):
        """
        As data every answer has its claim and, where it is refuted, a witness.
        """
        found = call("review", small_policy, "--format", "json").data["proofs"]

        assert {"proved", "refuted"} <= {one["answer"] for one in found}
        assert all(one["witness"]["roster"] for one in found if one["answer"] == "refuted" and one["witness"])

    def test_left_out(self, small_policy):
        """
        ``--no-proofs`` leaves them out.
        """
        assert "proofs" not in call("review", small_policy, "--no-proofs", "--format", "json").data
