"""
The columns reader as ratios: against the same twelve rules written by hand in Polars, and as the rows grow.

    python benchmarks/columns.py [--rows N] [--rounds N] [--growth N N N]

Each measurement is a process of its own, so that its peak memory is its own; contestants take turns. Time is processor
time without the imports. Before anything is printed, all must have found the same people eligible, for both titles, and
what is written by hand in full must be the reader's frame, column by column.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import by_frames
import polars as pl
import population as task
from polars.testing import assert_frame_equal

from thidua_rules.readers import columns

DRAWN = 200_000
"""So many people are drawn; larger populations repeat them."""


def write(folder: Path, rows: int) -> None:
    """The population, repeated to *rows*, as the reader's frames."""
    people = by_frames.plain(task.people(min(rows, DRAWN)))
    times = -(-rows // people.height)
    (folder / "subjects").mkdir(parents=True)
    for index in range(times):
        size = min(people.height, rows - index * people.height)
        number = pl.int_range(index * people.height, index * people.height + size, eager=True)
        frame = people.head(size).with_columns(roster=pl.lit(f"x{index:04d}"), id=number.cast(pl.String))
        frame.write_parquet(folder / "subjects" / f"part-{index:05d}.parquet")
    (folder / "frames.json").write_text(json.dumps({"year": by_frames.YEAR}), encoding="utf-8")


def scan(folder: Path) -> pl.LazyFrame:
    """The rows as Polars reads them."""
    return pl.scan_parquet(folder / "subjects" / "*.parquet")


CONTESTANTS = {
    "by hand": lambda folder: by_frames.hand(scan(folder)),
    "by hand, text by text": lambda folder: by_frames.hand(scan(folder), by_frames.text_by_text),
    "columns": lambda folder: by_frames.read(columns.Frames.scan_parquet(folder)),
    "by hand, in full": lambda folder: by_frames.hand_in_full(scan(folder)).rename(by_frames.PLAIN),
    "by hand, in full, text by text": lambda folder: by_frames.hand_in_full(
        scan(folder), by_frames.text_by_text
    ).rename(by_frames.PLAIN),
    "columns, in full": lambda folder: by_frames.read_in_full(columns.Frames.scan_parquet(folder)).rename(
        by_frames.PLAIN
    ),
}
LINES = (
    ("columns", "by hand"),
    ("columns", "by hand, text by text"),
    ("columns, in full", "by hand, in full"),
    ("columns, in full", "by hand, in full, text by text"),
    ("columns, in full", "by hand"),
)


def same_in_full(folder: Path) -> None:
    """Compares the whole frames of a few people."""
    write(folder, 20_000)
    ours = by_frames.read_in_full(columns.Frames.scan_parquet(folder)).collect()
    assert_frame_equal(ours, by_frames.hand_in_full(scan(folder)).collect())


def one(name: str, folder: Path, *, streamed: bool) -> dict[str, Any]:
    """One measurement: the time without the imports, the peak memory of the process, and who is eligible."""
    solve = CONTESTANTS[name]
    start = time.process_time()
    if streamed:
        target = folder / f"out-{name}.parquet"
        solve(folder).sink_parquet(target)
        seconds = time.process_time() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        found = pl.read_parquet(target, columns=["id", "ldtt", "cstdcs"])
    else:
        found = solve(folder).collect()
        seconds = time.process_time() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sets = [found.filter(pl.col(title))["id"].cast(pl.Int64).sort() for title in ("ldtt", "cstdcs")]
    digest = hashlib.sha256("|".join(",".join(map(str, ids.to_list())) for ids in sets).encode()).hexdigest()
    return {"seconds": seconds, "memory": memory, "digest": digest, "sizes": [len(ids) for ids in sets]}


def measured(name: str, folder: Path, *, streamed: bool) -> dict[str, Any]:
    """:func:`one` in a process of its own."""
    command = [sys.executable, __file__, "--one", name, "--folder", str(folder)]
    command += ["--streamed"] if streamed else []
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603  # this file itself
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def rounds_of(folder: Path, rounds: int, *, streamed: bool) -> dict[str, list[dict[str, Any]]]:
    """Every contestant in turn; the same people must be eligible everywhere."""
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in CONTESTANTS}
    for _ in range(rounds):
        for name, runs in found.items():
            runs.append(measured(name, folder, streamed=streamed))
    digests = {run["digest"] for runs in found.values() for run in runs}
    if len(digests) != 1:
        message = "expected the same eligible people from everybody"
        raise SystemExit(message)
    return found


def show(rows: int, found: dict[str, list[dict[str, Any]]], how: str) -> None:
    """Ratios of time and memory to those of the rules by hand."""
    for ours, theirs in LINES:
        pairs = list(zip(found[ours], found[theirs], strict=True))
        times = statistics.median(a["seconds"] / b["seconds"] for a, b in pairs)
        peaks = statistics.median(a["memory"] / b["memory"] for a, b in pairs)
        print(f"| {rows:,} | {ours} | {theirs} | {how} | {times:.2f} | {peaks:.2f} |")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[1])
    parser.add_argument("--rows", type=int, default=5_000_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--growth", type=int, nargs="*", default=[1_000_000, 5_000_000, 28_000_000])
    parser.add_argument("--one")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--streamed", action="store_true")
    given = parser.parse_args()
    if given.one:
        print(json.dumps(one(given.one, given.folder, streamed=given.streamed)))
        return
    print("| rows | what | against | how | time | peak memory |\n| ---: | --- | --- | --- | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        same_in_full(Path(folder) / "few")
        write(Path(folder) / "rows", given.rows)
        for streamed in (False, True):
            found = rounds_of(Path(folder) / "rows", given.rounds, streamed=streamed)
            show(given.rows, found, "streamed to Parquet" if streamed else "collected")
    print("\n| rows | seconds a million rows, in full, streamed | peak MB |\n| ---: | ---: | ---: |")
    for rows in given.growth:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder) / "rows", rows)
            run = measured("columns, in full", Path(folder) / "rows", streamed=True)
            print(f"| {rows:,} | {run['seconds'] / rows * 1e6:.2f} | {run['memory'] // 1024:,} |")


if __name__ == "__main__":
    main()
