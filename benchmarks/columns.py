"""
The columns reader as ratios: against the same twelve rules written by hand in Polars, and as the rows grow.

    python benchmarks/columns.py [--rows N] [--rounds N] [--growth N N N]

Each measurement is a process of its own, so that its peak memory is its own; contestants take turns. Before anything is
printed, both must have found the same people eligible, for both titles.
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

import by_library
import polars as pl
import population as task

from thidua_rules.awards import Authority, Award, Form
from thidua_rules.citations import Citation, Instrument
from thidua_rules.criteria import Clause, Criterion, Earned
from thidua_rules.facts import Choice, FactSpec, FactType, SubjectKind
from thidua_rules.policies.layers import Layer
from thidua_rules.policies.model import Policy
from thidua_rules.readers import columns

CITE = Citation("luat", "1")
TYPES = {
    "xep_loai": FactType.CHOICE,
    "loai_doi_tuong": FactType.CHOICE,
    "ngay_vao": FactType.DATE,
    "so_ky_luat": FactType.INTEGER,
    "so_ngay_nghi": FactType.INTEGER,
    "gio_boi_duong": FactType.INTEGER,
    "so_sang_kien": FactType.INTEGER,
    "cap_sang_kien": FactType.CHOICE,
    "so_lan_ldtt": FactType.INTEGER,
    "ngay_het_ky_luat": FactType.DATE,
}
CHOICES = {
    "xep_loai": (*task.GOOD, "HTNV", "KHTNV"),
    "loai_doi_tuong": (*task.STAFF, "khoan", "thu_viec"),
    "cap_sang_kien": ("khong", *task.LEVELS),
}
DRAWN = 200_000
"""So many people are drawn; larger populations repeat them."""


def policy() -> Policy:
    """The twelve rules as two awards."""
    facts = tuple(
        FactSpec(
            id=name,
            type=kind,
            label_vi=name,
            label_en=name,
            choices=tuple(Choice(one, one, one) for one in CHOICES.get(name, ())),
        )
        for name, kind in TYPES.items()
    )
    lower = _award("ldtt", by_library.LDTT_PARTS)
    upper = _award("cstdcs", (Earned("ldtt"), *by_library.CSTDCS_PARTS))
    layer = Layer(
        id="luat",
        title_vi="luat",
        title_en="law",
        level="luat",
        instruments=(Instrument("luat", "luat", "law"),),
        facts=facts,
        awards=(lower, upper),
    )
    return Policy(id="do", title_vi="do", title_en="measured", layers=(layer,))


def _award(name: str, parts: tuple[Criterion, ...]) -> Award:
    return Award(
        id=name,
        title_vi=name,
        title_en=name,
        form=Form.DANH_HIEU,
        recipients=(SubjectKind.CA_NHAN,),
        authority=Authority.CHU_TICH_UBND_XA,
        citations=(CITE,),
        eligibility=tuple(Clause(f"{name}-{i}", CITE, name, name, part) for i, part in enumerate(parts)),
    )


def write(folder: Path, rows: int) -> None:
    """The population, repeated to *rows*, as the reader's frames."""
    people = pl.DataFrame(task.people(min(rows, DRAWN)), infer_schema_length=None).drop("id")
    times = -(-rows // people.height)
    (folder / "subjects").mkdir(parents=True)
    for index in range(times):
        size = min(people.height, rows - index * people.height)
        number = pl.int_range(index * people.height, index * people.height + size, eager=True)
        frame = people.head(size).with_columns(
            roster=pl.lit(f"x{index:04d}"), id=number.cast(pl.String), kind=pl.lit("ca_nhan")
        )
        frame.write_parquet(folder / "subjects" / f"part-{index:05d}.parquet")
    (folder / "frames.json").write_text('{"year": 2025}', encoding="utf-8")


def by_hand(folder: Path) -> pl.LazyFrame:
    """The twelve rules as somebody writes them in Polars; a missing fact is unknown."""
    c = pl.col
    lower = pl.all_horizontal(
        c("xep_loai").is_in(task.GOOD),
        c("loai_doi_tuong").is_in(task.STAFF),
        c("ngay_vao") <= task.JOINED_BY,
        c("so_ky_luat") == 0,
        c("so_ngay_nghi") <= task.MOST_ABSENT,
        c("gio_boi_duong") >= task.LEAST_TRAINING,
    )
    upper = pl.all_horizontal(
        "ldtt",
        c("xep_loai") == task.TOP,
        c("so_sang_kien") >= task.LEAST_INITIATIVES,
        c("cap_sang_kien").is_in(task.LEVELS),
        c("so_lan_ldtt") >= task.LEAST_TITLES,
        c("ngay_het_ky_luat") <= task.SANCTION_BY,
    )
    rows = pl.scan_parquet(folder / "subjects" / "*.parquet")
    return rows.with_columns(ldtt=lower).select("roster", "id", "ldtt", cstdcs=upper)


def by_columns(folder: Path) -> pl.LazyFrame:
    """The same by the reader: of its frame, the two verdicts."""
    result = columns.evaluate(policy(), columns.Frames.scan_parquet(folder))
    return result.frame.select("roster", "id", ldtt="ldtt.verdict", cstdcs="cstdcs.verdict")


def by_columns_in_full(folder: Path) -> pl.LazyFrame:
    """Everything that the reader says: statuses, masks of reasons, faults."""
    frame = columns.evaluate(policy(), columns.Frames.scan_parquet(folder)).frame
    return frame.rename({"ldtt.verdict": "ldtt", "cstdcs.verdict": "cstdcs"})


CONTESTANTS = {"by hand": by_hand, "columns": by_columns, "columns, in full": by_columns_in_full}


def one(name: str, folder: Path, *, streamed: bool) -> dict[str, Any]:
    """One measurement: the time without the imports, the peak memory of the process, and who is eligible."""
    solve = CONTESTANTS[name]
    start = time.perf_counter()
    if streamed:
        target = folder / f"out-{name}.parquet"
        solve(folder).sink_parquet(target)
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        found = pl.read_parquet(target, columns=["id", "ldtt", "cstdcs"])
    else:
        found = solve(folder).collect()
        seconds = time.perf_counter() - start
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
    hand = found["by hand"]
    for name in ("columns", "columns, in full"):
        times = [a["seconds"] / b["seconds"] for a, b in zip(found[name], hand, strict=True)]
        peaks = [a["memory"] / b["memory"] for a, b in zip(found[name], hand, strict=True)]
        print(
            f"| {rows:,} | {name} | {how} | {statistics.median(times):.2f} | {statistics.median(peaks):.2f} |"
        )


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
    print(
        "| rows | contestant | how | time, of by hand | peak memory, of by hand |\n| ---: | --- | --- | ---: | ---: |"
    )
    with tempfile.TemporaryDirectory() as folder:
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
