"""
Speed as ratios: this library against a hand-written loop and zen-engine, in one run.

    python benchmarks/run.py [--people N] [--rounds N]

Every round times every contestant once, in turn, so that whatever else the machine does falls on all of them alike. Time
is processor time, of all threads and of processes started, so that waiting for a busy machine counts for nobody. A ratio
is the median over the rounds of one round's ratio. Before anything is printed, all contestants must have found the same
people eligible. It needs a system that tells processor time: Linux or macOS.
"""

from __future__ import annotations

import argparse
import gc
import os
import platform
import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import by_hand
import by_library
import by_zen
import population

from thidua_rules import evaluate, load_policy, load_roster
from thidua_rules.criteria import Case

ROSTER = Path(__file__).parent.parent / "examples" / "xuan_son_2022" / "roster.json"
MAIN_JOB = "from thidua_rules import evaluate, load_policy, load_roster"
WHOLE_JOB = f"import sys; {MAIN_JOB}; evaluate(load_policy('xuan_son_2022'), load_roster(sys.argv[1]))"
WELL_UNDER_A_SECOND = 0.6
EXPLAINED = 2_000
PROCESSES = 15

Times = dict[str, list[float]]


class Line(NamedTuple):
    """One line of the table: *what* against *against*, and the aim that was set, if any."""

    what: str
    against: str
    aim: str = ""
    reached: Callable[[float], bool] | None = None
    faster: bool = False


LINES = (
    Line("verdicts", "zen table", "at least 20 times as fast", lambda ratio: ratio >= 20, faster=True),
    Line("verdicts", "zen expressions", faster=True),
    Line("verdicts", "hand-written loop", faster=True),
    Line("findings", "hand-written loop", "at most 1.5 times the time", lambda ratio: ratio <= 1.5),
    Line("findings under provisions", "hand-written loop"),
    Line("findings on demand, 1 in 100", "hand-written loop"),
    Line("explaining one person", "hand-written reasons of one"),
    Line("explaining one person", "zen trace of one", faster=True),
    Line("import of the core", "import of attrs", "at most twice the time", lambda ratio: ratio <= 2),
    Line("import for the main job", "import of attrs"),
)


def main() -> None:
    """Measure, compare the answers, print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[1])
    parser.add_argument("--people", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    _pin()
    times: Times = {}
    _many(given.people, given.rounds, times)
    _one(given.rounds, times)
    _processes(times)
    _xuan_son(given.rounds, times)
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, ", end="")
    print(f"{given.people:,} people, {given.rounds} rounds, medians\n")
    print("\n".join(_table(times)))


def _pin() -> None:
    """Stay on one core where the system allows it: a peer that hands work to another thread gains most by that."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _many(number: int, rounds: int, times: Times) -> None:
    people = population.people(number)
    ready, rows = by_library.subjects(people), by_zen.rows(people)
    contestants: dict[str, Callable[[], Any]] = {
        "hand-written loop": lambda: by_hand.findings(people),
        "verdicts": lambda: by_library.verdicts(ready),
        "findings": lambda: by_library.findings(ready),
        "findings under provisions": lambda: by_library.cited_findings(ready),
        "findings on demand, 1 in 100": lambda: by_library.on_demand(ready),
        "zen expressions": lambda: by_zen.by_expressions(rows),
        "zen table": lambda: by_zen.by_table(rows),
    }
    gc.freeze()  # what was there before is nobody's cost
    expected = None
    for _ in range(rounds):
        for name, solve in contestants.items():
            found = _timed(name, solve, times)
            eligible = found if isinstance(found[0], list) else found[0]
            expected = expected or eligible
            if eligible != expected:
                message = f"{name}: expected {_sizes(expected)} eligible people, the same ones, got {_sizes(eligible)}"
                raise SystemExit(message)


def _sizes(eligible: population.Eligible) -> str:
    return " and ".join(str(len(one)) for one in eligible)


def _timed(name: str, solve: Callable[[], Any], times: Times) -> Any:  # noqa: ANN401  # each has its own answer
    gc.collect()
    start = _spent()
    found = solve()
    times.setdefault(name, []).append(_spent() - start)
    return found


def _spent() -> float:
    """The processor time of this process and of those that it waited for, in seconds."""
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(used.ru_utime + used.ru_stime for used in map(resource.getrusage, kinds))


def _one(rounds: int, times: Times) -> None:
    """One who holds the lower title and fails the higher one, explained again and again."""
    people = population.people(1_000)
    person = next(one for one in people if _misses_the_higher_title(one))
    world, found = by_library.subjects([person])
    case, row = Case(found[0][1], world), by_zen.rows([person])[0]
    contestants: dict[str, Callable[[], Any]] = {
        "hand-written reasons of one": lambda: by_hand.explain(person),
        "explaining one person": lambda: by_library.explain(case),
        "zen trace of one": lambda: by_zen.explain(row),
    }
    for _ in range(rounds):
        for name, solve in contestants.items():
            _timed(name, lambda solve=solve: [solve() for _ in range(EXPLAINED)], times)  # type: ignore[misc]


def _misses_the_higher_title(person: population.Person) -> bool:
    answer = by_hand.judge(person)
    return answer.ldtt is by_hand.MET and answer.cstdcs is by_hand.UNMET


def _processes(times: Times) -> None:
    """Whole processes, the start of the interpreter included."""
    statements = {
        "import of attrs": "import attrs",
        "import of the core": "import thidua_rules",
        "import for the main job": MAIN_JOB,
    }
    for _ in range(PROCESSES):
        for name, statement in statements.items():
            command = [sys.executable, "-c", statement]
            _timed(name, lambda command=command: subprocess.run(command, check=True), times)  # type: ignore[misc]  # noqa: S603


def _xuan_son(rounds: int, times: Times) -> None:
    """The shipped roster, loaded and evaluated: in this process, and in one of its own."""
    policy = load_policy("xuan_son_2022")
    command = [sys.executable, "-c", WHOLE_JOB, str(ROSTER)]
    for _ in range(rounds):
        roster = _timed("load", lambda: load_roster(ROSTER, policy), times)
        _timed("evaluate", lambda roster=roster: evaluate(policy, roster), times)  # type: ignore[misc]
        _timed("whole job", lambda: subprocess.run(command, check=True), times)  # noqa: S603


def _seconds(times: Times) -> list[tuple[str, ...]]:
    load, judge, job = (statistics.median(times[name]) for name in ("load", "evaluate", "whole job"))
    split = f"{load + judge:.2f} s (loading {load:.2f}, evaluating {judge:.2f})"
    reached = _yes(ok=load + judge <= WELL_UNDER_A_SECOND)
    aim = f"well under 1 s: at most {WELL_UNDER_A_SECOND}"
    return [
        ("the whole Xuân Sơn roster", "processor time", split, aim, reached),
        ("the same as a process of its own", "processor time", f"{job:.2f} s", "none set", ""),
    ]


def _table(times: Times) -> list[str]:
    rows = [*(_row(line, times) for line in LINES), *_seconds(times)]
    head = ("what", "against", "measured", "aim", "reached")
    return [f"| {' | '.join(row)} |" for row in (head, ("---",) * len(head), *rows)]


def _row(line: Line, times: Times) -> tuple[str, ...]:
    pairs = zip(times[line.what], times[line.against], strict=True)
    ratio = statistics.median(theirs / ours if line.faster else ours / theirs for ours, theirs in pairs)
    words = "times as fast" if line.faster else "times the time"
    reached = "" if line.reached is None else _yes(ok=line.reached(ratio))
    return line.what, line.against, f"{ratio:.2f} {words}", line.aim or "none set", reached


def _yes(*, ok: bool) -> str:
    return "yes" if ok else "no"


if __name__ == "__main__":
    main()
