"""
The streamed run over an invented country, as it grows: the cost of a million rows, and the peak memory.

    python benchmarks/national.py [MILLIONS ...] [--rosters N] [--folder FOLDER]

MILLIONS are millions of households; the defaults, 1, 7, 14 and 28, end with a whole country of 10,000 communes. Each has
one person for fourteen households. `examples/national.py` draws the country into FOLDER, by default a temporary one,
which takes some 7 MB a million and is removed afterwards; drawing is not timed. Each run is a process of its own: its
seconds are without the imports, of the processor and on the clock, and its peak memory is its own. The share of the
households that get their title has to be the same everywhere, within two hundredths.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import polars as pl

from thidua_rules import load_policy
from thidua_rules.readers import columns

DRAWER = Path(__file__).parent.parent / "examples" / "national.py"
AWARDS = ("gia_dinh_van_hoa", "lao_dong_tien_tien", "chien_si_thi_dua_co_so")
A_COMMUNE, PERSONS, CHUNK = 2_800, 200, 100


def draw(folder: Path, millions: float) -> int:
    """Draws a country with so many *millions* of households, and says how many communes it has."""
    spec = importlib.util.spec_from_file_location("drawer", DRAWER)
    if spec is None or spec.loader is None:
        message = f"expected {DRAWER}"
        raise SystemExit(message)
    drawer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(drawer)
    communes = max(round(millions * 1_000_000 / A_COMMUNE), 1)
    drawer.write_country(folder, communes, (communes * A_COMMUNE, communes * PERSONS), 2022, CHUNK)
    return communes


def one(folder: Path, rosters: int) -> dict[str, Any]:
    """One run, and what it says of all households together."""
    policy = load_policy("xuan_son_2022")
    clock, processor = time.perf_counter(), time.process_time()
    columns.evaluate_parquet(policy, folder / "in", folder / "out", awards=AWARDS, rosters=rosters)
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    statuses = (
        pl.scan_parquet(folder / "out" / "*.parquet").group_by("gia_dinh_van_hoa.status").len().collect()
    )
    return {"clock": clock, "processor": processor, "memory": memory, "statuses": dict(statuses.iter_rows())}


def measured(folder: Path, rosters: int) -> dict[str, Any]:
    """:func:`one` in a process of its own."""
    command = [
        sys.executable,
        "-W",
        "ignore",
        __file__,
        "--one",
        "--folder",
        str(folder),
        "--rosters",
        str(rosters),
    ]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603  # this file itself
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def main() -> None:
    """Draw, measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[1])
    parser.add_argument("millions", type=float, nargs="*", default=[1, 7, 14, 28])
    parser.add_argument("--rosters", type=int, default=100)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--one", action="store_true")
    given = parser.parse_args()
    if given.one:
        print(json.dumps(one(given.folder, given.rosters)))
        return
    print(
        "| households | rows | processor seconds a million rows | on the clock | peak MB | with the title |"
    )
    print("| ---: | ---: | ---: | ---: | ---: | ---: |")
    shares = []
    for millions in given.millions:
        with tempfile.TemporaryDirectory(dir=given.folder) as name:
            folder = Path(name)
            communes = draw(folder / "in", millions)
            run = measured(folder, given.rosters)
        statuses = {status: number for status, number in run["statuses"].items() if status != "null"}
        homes, rows = sum(statuses.values()), sum(run["statuses"].values())
        shares.append(statuses["RECOMMENDED"] / homes)
        if homes != communes * A_COMMUNE or max(shares) - min(shares) > 0.02:
            message = f"expected {communes * A_COMMUNE:,} households and the same share of titles, got {homes:,}, {shares}"
            raise SystemExit(message)
        print(
            f"| {homes:,} | {rows:,} | {run['processor'] / rows * 1e6:.2f} | {run['clock'] / rows * 1e6:.2f} "
            f"| {run['memory'] // 1024:,} | {shares[-1]:.1%} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
