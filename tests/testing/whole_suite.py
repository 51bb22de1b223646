"""The shipped conformance suite, run once in a process for every test that asks about all of it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from thidua_rules.testing import run

SUITE = Path(__file__).parent.parent / "conformance"


@cache
def report():
    """What became of every case."""
    return run([SUITE])
