"""The command line called in this process, with streams of its own; and how its output is looked at."""

from __future__ import annotations

import io
import json
import sys
import unicodedata
from contextlib import contextmanager
from pathlib import Path

import attrs
from rich.cells import cell_len

from thidua_rules.cli import main

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "xuan_son_2022" / "roster.json"
WIDTH = 100


@attrs.frozen
class Result:
    """What a call gave: its exit code, standard output and standard error."""

    code: int
    out: str
    err: str

    @property
    def data(self):
        """Standard output as JSON."""
        return json.loads(self.out)

    @property
    def untidy(self) -> list[str]:
        """The lines of both streams that are too wide, end in spaces, hold an escape, or are not in NFC."""
        return [line for line in (self.out + self.err).splitlines() if not tidy(line)]


def tidy(line: str) -> bool:
    """Whether *line* is at most 100 cells wide, without spaces at its end, without escapes, and in NFC."""
    narrow = cell_len(line) <= WIDTH
    return narrow and line == line.rstrip() and "\x1b" not in line and unicodedata.is_normalized("NFC", line)


def call(*arguments: object, stdin: bytes = b"") -> Result:
    """Call the command line with *arguments*."""
    streams = io.BytesIO(stdin), io.BytesIO(), io.BytesIO()
    with _streams(*streams):
        code = main([str(one) for one in arguments])
    out, err = (stream.getvalue().decode() for stream in streams[1:])
    return Result(code, out, err)


@contextmanager
def _streams(*streams: io.BytesIO):
    """The three streams of the process replaced by *streams*."""
    before = sys.stdin, sys.stdout, sys.stderr
    texts = [io.TextIOWrapper(stream, encoding="utf-8", newline="") for stream in streams]
    sys.stdin, sys.stdout, sys.stderr = texts
    try:
        yield
    finally:
        for text in texts[1:]:
            text.flush()
        for text in texts:
            text.detach()
        sys.stdin, sys.stdout, sys.stderr = before
