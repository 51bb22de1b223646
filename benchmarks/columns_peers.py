"""
The columns reader as ratios against others that solve the same task: Polars and numpy by hand, OpenFisca-Core, zen-engine.

    python benchmarks/columns_peers.py [--people N N] [--rounds N]

Each measurement is a process of its own on one core, so that its peak memory is its own; contestants take turns. Time is
processor time of the second of two runs, the first being a small one. Before anything is printed, all must have found the
same people eligible, for both titles. The zen tables are not asked about more than 100,000 people: they take too long.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import importlib
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

import population as task

WARM, MOST_BY_TABLE = 1_000, 100_000
Makes, Solves = Callable[[list[task.Person]], Any], Callable[[Any], task.Eligible]

CONTESTANTS = {
    "columns": ("by_frames", "frames", "verdicts"),
    "columns, in full": ("by_frames", "frames", "in_full"),
    "Polars by hand": ("by_frames", "plain", "by_hand"),
    "Polars by hand, in full": ("by_frames", "plain", "by_hand_in_full"),
    "numpy by hand": ("by_numpy", "arrays", "verdicts"),
    "OpenFisca-Core": ("by_openfisca", "simulation", "verdicts"),
    "zen expressions": ("by_zen", "rows", "by_expressions"),
    "zen tables": ("by_zen", "rows", "by_table"),
}
"""The module of each, what makes its input, and what solves the task; a module is imported by its contestant alone."""


def one(name: str, number: int) -> dict[str, Any]:
    """One measurement: making the input, solving the task, the memory that both took, and who is eligible."""
    module, make, solve = CONTESTANTS[name]
    peer = importlib.import_module(module)
    made: Makes = getattr(peer, make)
    solved: Solves = getattr(peer, solve)
    solved(made(task.people(WARM)))
    people = task.repeated(number)
    gc.collect()
    gc.freeze()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    ready = made(people)
    middle = time.process_time()
    eligible = solved(ready)
    end = time.process_time()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    digest = hashlib.sha256(json.dumps([sorted(map(int, ids)) for ids in eligible]).encode()).hexdigest()
    return {"making": middle - start, "solving": end - middle, "memory": memory, "digest": digest}


def measured(name: str, number: int) -> dict[str, Any]:
    """:func:`one` in a process of its own, on one core where the system allows that."""
    command = [sys.executable, "-W", "ignore", __file__, "--one", name, "--people", str(number)]
    settings = os.environ | {"POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1"}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=settings)  # noqa: S603  # this file itself
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def rounds_of(number: int, rounds: int) -> dict[str, list[dict[str, Any]]]:
    """Every contestant in turn; the same people must be eligible everywhere."""
    names = [one for one in CONTESTANTS if one != "zen tables" or number <= MOST_BY_TABLE]
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in names}
    for _ in range(rounds):
        for name, runs in found.items():
            runs.append(measured(name, number))
    wrong = [name for name, runs in found.items() if {run["digest"] for run in runs} != {_expected(found)}]
    if wrong:
        message = f"expected the same eligible people from everybody, got others from {', '.join(wrong)}"
        raise SystemExit(message)
    return found


def _expected(found: dict[str, list[dict[str, Any]]]) -> str:
    digest: str = found["Polars by hand"][0]["digest"]
    return digest


def show(number: int, found: dict[str, list[dict[str, Any]]]) -> None:
    """What each takes, as ratios to the verdicts of the reader."""
    for name, runs in found.items():
        pairs = list(zip(runs, found["columns"], strict=True))
        solving = statistics.median(a["solving"] / b["solving"] for a, b in pairs)
        whole = statistics.median(
            (a["making"] + a["solving"]) / (b["making"] + b["solving"]) for a, b in pairs
        )
        memory = statistics.median(run["memory"] for run in runs) / 1024
        print(f"| {number:,} | {name} | {solving:.2f} | {whole:.2f} | {memory:,.0f} |")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[1])
    parser.add_argument("--people", type=int, nargs="*", default=[100_000, 1_000_000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--one")
    given = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    if given.one:
        print(json.dumps(one(given.one, given.people[0])))
        return
    print("| people | contestant | time, of columns | with making its input | extra peak MB |")
    print("| ---: | --- | ---: | ---: | ---: |")
    for number in given.people:
        show(number, rounds_of(number, given.rounds))


if __name__ == "__main__":
    main()
