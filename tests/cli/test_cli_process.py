"""The command line as a process of its own: module, pipes, terminals, encodings, extras that are missing."""

from __future__ import annotations

import os
import re
import select
import subprocess
import sys

import pytest

from tests.cli.calls import ROOT, call

ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
MODULE = [sys.executable, "-m", "thidua_rules"]


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the module with *arguments*, in an environment with these changes."""
    line = [*MODULE, *map(str, arguments)]
    return subprocess.run(line, capture_output=True, cwd=ROOT, env=os.environ | environment, check=False)


def on_terminal(*arguments: object, **environment: str) -> str:
    """What the module writes, both streams, where both are a terminal of 80 columns."""
    pty = pytest.importorskip("pty", reason="only where there are pseudo-terminals")
    ours, theirs = pty.openpty()
    changes = {"TERM": "xterm-256color", "COLUMNS": "80"} | environment
    process = subprocess.Popen(
        [*MODULE, *map(str, arguments)], stdout=theirs, stderr=theirs, cwd=ROOT, env=os.environ | changes
    )
    os.close(theirs)
    found = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    process.wait(timeout=60)
    return found.decode()


def _read(descriptor: int) -> bytes:
    """What there is to read; nothing at the end, which Linux reports as an error."""
    select.select([descriptor], [], [], 60)
    try:
        return os.read(descriptor, 65536)
    except OSError:
        return b""


class TestModule:
    def test_same(self):
        """
        ``python -m thidua_rules`` is the command line.
        """
        process, here = run("policies"), call("policies")

        assert (here.code, here.out, here.err) == (
            process.returncode,
            process.stdout.decode(),
            process.stderr.decode(),
        )

    @pytest.mark.parametrize(
        ("arguments", "code"), [(["policies"], 0), (["check", "khong_co.json"], 1), (["khong"], 2)]
    )
    def test_code(self, arguments, code):
        """
        The exit code of the process is that of the command.
        """
        assert code == run(*arguments).returncode

    def test_hash_seed(self, small_policy, small_roster):
        """
        The bytes do not depend on the seed of hashes.
        """
        line = ("evaluate", small_roster, "--policy", small_policy, "--format", "json")
        seeds = [run(*line, PYTHONHASHSEED=seed).stdout for seed in ("0", "1", "77")]

        assert 1 == len(set(seeds))
        assert seeds[0]

    @pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-16"])
    def test_encoding(self, encoding):
        """
        Where the machine's own encoding lacks Vietnamese letters, UTF-8 is written all the same.
        """
        assert run("policies").stdout == run("policies", PYTHONIOENCODING=encoding).stdout


class TestMissing:
    @pytest.mark.parametrize("library", ["click", "rich"])
    @pytest.mark.parametrize("arguments", [["policies"], ["--help"], ["evaluate", "x.json"]])
    def test_advice(self, library, arguments):
        """
        Where a library of the command line is missing, one line says what to install: exit code 2.
        """
        script = (
            f"import sys; sys.modules[{library!r}] = None; "
            f"from thidua_rules.cli import main; sys.exit(main({arguments!r}))"
        )
        process = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=ROOT, check=False)
        advice = b"the command line needs the extra 'cli': pip install 'thidua-rules[cli]'"

        if (library, arguments) == ("rich", ["--help"]) and process.returncode == 0:
            pytest.skip("the help was shown without it")
        assert (2, b"", advice) == (process.returncode, process.stdout, process.stderr.strip())

    def test_testing(self):
        """
        Where the testing kit is missing, ``test`` says what to install: exit code 2.
        """
        script = (
            "import sys; sys.modules['yaml'] = None; "
            "from thidua_rules.cli import main; sys.exit(main(['test', 'x.yaml']))"
        )
        process = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=ROOT, check=False)

        assert process.returncode == 2
        assert (
            process.stderr.decode()
            == "Error: cases need the extra 'testing': pip install 'thidua-rules[testing]'\n"
        )

    def test_other_library(self):
        """
        Another missing module is no matter of extras, and is not hidden.
        """
        script = (
            "import sys; sys.modules['thidua_rules.cli.screen'] = None; "
            "from thidua_rules.cli import main; sys.exit(main(['policies']))"
        )
        process = subprocess.run([sys.executable, "-c", script], capture_output=True, cwd=ROOT, check=False)

        assert b"ModuleNotFoundError" in process.stderr


class TestPipe:
    @pytest.mark.parametrize("arguments", [["policies", "xuan_son_2022"], ["schema", "policy"], ["--help"]])
    def test_broken(self, arguments):
        """
        Whoever stops reading gets no traceback, and it counts as done.
        """
        process = subprocess.Popen(
            [*MODULE, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT
        )
        process.stdout.close()
        said = process.stderr.read()
        process.stderr.close()

        assert (0, b"") == (process.wait(timeout=60), said)

    def test_closed_input(self):
        """
        A standard input that is closed is wrong usage.
        """
        line = f'"{sys.executable}" -m thidua_rules check - <&-'
        process = subprocess.run(line, shell=True, capture_output=True, cwd=ROOT, check=False)  # noqa: S602

        assert process.returncode == 2
        assert process.stderr.decode().splitlines()[-1] == "Error: standard input is closed"

    def test_no_escapes(self):
        """
        Piped output holds no escapes.
        """
        assert b"\x1b" not in run("policies", "xuan_son_2022").stdout


class TestTerminal:
    def test_colour(self, small_policy, small_roster):
        """
        On a terminal there is colour; without its escapes the text is that of a pipe as wide as the terminal.
        """
        shown = on_terminal("evaluate", small_roster, "--policy", small_policy)

        assert "\x1b[31m" in shown
        assert "Đủ điều kiện, ngoài hạn mức: 1" in ESCAPE.sub("", shown)

    def test_width(self, small_policy, small_roster):
        """
        A terminal of 80 columns gets lines of 80 columns.
        """
        shown = ESCAPE.sub("", on_terminal("review", "xuan_son_2022", "--no-proofs"))

        assert max(len(line.rstrip("\r")) for line in shown.split("\n")) <= 80

    def test_narrow(self, small_policy, small_roster):
        """
        A narrow terminal is no error.
        """
        shown = on_terminal("evaluate", small_roster, "--policy", small_policy, COLUMNS="24")

        assert "Traceback" not in shown
        assert "ngoài" in shown

    def test_no_colour(self):
        """
        ``NO_COLOR`` is respected.
        """
        assert not re.search(
            r"\x1b\[3[0-9]m", on_terminal("review", "xuan_son_2022", "--no-proofs", NO_COLOR="1")
        )

    def test_progress(self, small_policy, small_roster):
        """
        Long work says so where a person looks at it.
        """
        assert "Đang xét 5 đối tượng" in on_terminal("evaluate", small_roster, "--policy", small_policy)

    def test_json(self):
        """
        JSON has no colours, on a terminal either.
        """
        assert "\x1b" not in on_terminal("policies", "--format", "json")
