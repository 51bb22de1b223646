"""
An invented country with a seed: households with their culture titles, and persons, in thousands of communes.

    python examples/national.py FOLDER [--communes N] [--households N] [--persons N] [--seed N] [--chunk N]

Writes the Parquet folder that ``thidua_rules.readers.columns`` reads, a chunk of communes at a time, so that memory does
not grow with the country. The defaults are a whole country: 28 million households and 2 million persons in
10,000 communes. Every figure is drawn, none is anybody's; the same seed gives the same country, whatever the chunk.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final

import polars as pl

YEAR: Final = 2022
VILLAGES, AGENCIES = 10, 5
"""In each commune."""

AREAS: Final = {
    "quan_huyen_thanh_pho_trung_uong": 15,
    "thi_xa_thanh_pho_trung_uong": 10,
    "mien_nui_hai_dao_dac_biet_kho_khan": 25,
    "con_lai": 50,
}
GRADES: Final = {"HTXSNV": 20, "HTTNV": 65, "HTNV": 12, "KHTNV": 3}
STAFF: Final = {"can_bo": 20, "cong_chuc": 40, "vien_chuc": 25, "nguoi_hoat_dong_khong_chuyen_trach": 15}
VIOLATIONS: Final = {
    "vi_pham_truy_to": 0.1,
    "vi_pham_nghia_vu": 1.0,
    "vi_pham_xay_dung_chay_no_moi_truong": 1.0,
    "vi_pham_tao_hon": 0.2,
    "vi_pham_bao_luc_gia_dinh": 0.7,
    "vi_pham_te_nan": 0.5,
    "vi_pham_gay_roi": 0.5,
}
"""The share of households, in percent."""

VIRTUES: Final = (
    "chap_hanh_doan_ket_thi_dua",
    "dao_duc_loi_song",
    "guong_mau_cong_dong",
    "hoan_thanh_nhiem_vu_nguoi_lao_dong",
    "tich_cuc_hoc_tap",
)
MISSING: Final = 0.5
"""The share of the facts that nobody has given, in percent."""


def drawn(key: pl.Expr, seed: int, stream: int, limit: int) -> pl.Expr:
    """Whole numbers from 0 to *limit* - 1, by SplitMix64 (G. Steele et al., 2014) of the row and the stream."""
    mixed = key.cast(pl.UInt64) + pl.lit((seed * 1000 + stream) * 0x9E3779B97F4A7C15 % 2**64, dtype=pl.UInt64)
    for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
        mixed = (mixed ^ (mixed // 2**shift)) * pl.lit(factor, dtype=pl.UInt64)
    return (mixed ^ (mixed // 2**31)) % limit


class Draw:
    """One column after another, each from a stream of its own."""

    def __init__(self, key: str, seed: int, first: int) -> None:
        self.key, self.seed, self.stream = pl.col(key), seed, first

    def below(self, limit: int) -> pl.Expr:
        """Whole numbers from 0 to *limit* - 1."""
        self.stream += 1
        return drawn(self.key, self.seed, self.stream, limit)

    def chance(self, percent: float) -> pl.Expr:
        """Flags that are true with *percent*."""
        return self.below(10_000) < round(percent * 100)

    def known(self, value: pl.Expr) -> pl.Expr:
        """*value*, now and then missing."""
        return pl.when(~self.chance(MISSING)).then(value)

    def one_of(self, weights: Mapping[str, int]) -> pl.Expr:
        """One of the names, by weight."""
        names = list(weights)
        number, edge = self.below(sum(weights.values())), sum(weights.values())
        found = pl.lit(names[-1])
        for name, following in reversed(list(pairwise(names))):
            edge -= weights[following]
            found = pl.when(number < edge).then(pl.lit(name)).otherwise(found)
        return found


def part(kind: str, first: int, last: int, each: int) -> pl.LazyFrame:
    """The subjects numbered in the communes from *first* to *last*, *each* of one commune; not yet with facts."""
    numbers = pl.int_range(first * each, last * each, dtype=pl.UInt64).alias("n")
    rows = pl.LazyFrame().select(numbers)
    return rows.with_columns(
        roster=pl.format("x{}", pl.col("n") // each),
        id=pl.format(kind[0] + "{}", pl.col("n")),
        kind=pl.lit(kind),
        inside=pl.col("n") % each,
    )


def households(first: int, last: int, each: int, seed: int) -> pl.LazyFrame:
    """Households with their points by standard, violations, registration and ballot."""
    draw = Draw("n", seed, 0)
    maxima = (45, 30, 25)
    points = {
        f"diem_tieu_chuan_{i}": draw.known(most - draw.below(most * 4) // 8 - draw.below(2)).cast(
            pl.Decimal(5, 2)
        )
        for i, most in enumerate(maxima, start=1)
    }
    return part("ho_gia_dinh", first, last, each).with_columns(
        **points,
        **{name: draw.known(draw.chance(percent)) for name, percent in VIOLATIONS.items()},
        ho_ngheo_can_ngheo=draw.chance(6),
        phieu_dong_y=draw.known(55 + draw.below(46)).cast(pl.Decimal(5, 2)),
        unit=pl.format("k{}", pl.col("n") // each * VILLAGES + pl.col("inside") % VILLAGES),
        _registered=draw.chance(94),
        dang_ky_thi_dua=pl.lit(value=True),
    )


def persons(first: int, last: int, each: int, seed: int) -> pl.LazyFrame:
    """Persons with their grade, absences, day of recruitment and the conditions of conduct."""
    draw = Draw("n", seed, 100)
    days = pl.lit(dt.date(1990, 1, 1)) + pl.duration(days=draw.below(33 * 365).cast(pl.Int64))
    lists = (
        "dang_ky_thi_dua",
        "chuyen_cong_tac",
        "dao_tao",
        "hinh_thuc_ky_luat",
        "vu_viec_dang_xem_xet",
        "sang_kien",
    )
    return part("ca_nhan", first, last, each).with_columns(
        **{name: draw.known(draw.chance(97)) for name in VIRTUES},
        loai_doi_tuong=draw.known(draw.one_of(STAFF)),
        xep_loai_chat_luong=draw.known(draw.one_of(GRADES)),
        ngay_tuyen_dung=draw.known(days),
        thang_nghi_viec=draw.known(draw.below(20).cast(pl.Int64) // 18),
        thang_nghi_thai_san=draw.known(draw.below(30).cast(pl.Int64) // 29 * 6),
        gioi_tinh=draw.known(draw.one_of({"nam": 55, "nu": 45})),
        la_lanh_dao=draw.known(draw.chance(12)),
        unit=pl.format("t{}", pl.col("n") // each * AGENCIES + pl.col("inside") % AGENCIES),
        _registered=draw.chance(95),
        _disciplined=draw.chance(1.5),
        **{name: pl.lit(value=True) for name in lists},
    )


def units(first: int, last: int, seed: int) -> list[pl.LazyFrame]:
    """The communes, their villages and their agencies."""
    draw = Draw("n", seed, 200)
    above = pl.format("x{}", pl.col("roster").str.slice(1))
    communes = part("xa", first, last, 1)
    villages = part("khu_dan_cu", first, last, VILLAGES).with_columns(
        khu_vuc=draw.one_of(AREAS),
        loai=draw.one_of({"thon": 70, "to_dan_pho": 30}),
        ty_le_du_hop_binh_xet_ho=draw.known(58 + draw.below(43)).cast(pl.Decimal(5, 2)),
        unit=above,
    )
    agencies = part("tap_the", first, last, AGENCIES).with_columns(loai=pl.lit("co_quan"), unit=above)
    return [communes, villages, agencies]


def registrations(rows: pl.LazyFrame, awards: Sequence[str], seed: int) -> pl.LazyFrame:
    """The registrations of the year."""
    draw = Draw("n", seed, 300)
    day = pl.lit(dt.date(YEAR, 1, 10)) + pl.duration(days=draw.below(60).cast(pl.Int64))
    chosen = rows.filter("_registered").select(
        "roster", pl.col("id").alias("subject"), ngay=day, chap_nhan=draw.known(draw.chance(99))
    )
    return pl.concat([chosen.with_columns(danh_hieu=pl.lit(award)) for award in awards])


def disciplines(rows: pl.LazyFrame, seed: int) -> pl.LazyFrame:
    """Disciplinary decisions, some of them years ago."""
    draw = Draw("n", seed, 400)
    day = pl.lit(dt.date(YEAR - 3, 1, 1)) + pl.duration(days=draw.below(4 * 365).cast(pl.Int64))
    return rows.filter("_disciplined").select(
        "roster", pl.col("id").alias("subject"), ngay=day, ngay_vi_pham=day, hinh_thuc=pl.lit("khien_trach")
    )


def write_chunk(folder: Path, first: int, last: int, sizes: tuple[int, int], seed: int) -> None:
    """The communes from *first* to *last*, as one part of each table."""
    homes = households(first, last, sizes[0], seed).collect().lazy()
    people = persons(first, last, sizes[1], seed).collect().lazy()
    place = f"part-{first:05d}.parquet"
    everybody = pl.concat([*units(first, last, seed), homes, people], how="diagonal")
    tables = {
        "subjects": everybody.select(pl.exclude("n", "inside", "^_.*$")).sort("roster"),
        "records/dang_ky_thi_dua": pl.concat(
            [
                registrations(homes, ("gia_dinh_van_hoa",), seed),
                registrations(people, ("lao_dong_tien_tien", "chien_si_thi_dua_co_so"), seed),
            ]
        ).sort("roster"),
        "records/hinh_thuc_ky_luat": disciplines(people, seed).sort("roster"),
    }
    for name, table in tables.items():
        (folder / name).mkdir(parents=True, exist_ok=True)
        table.sink_parquet(folder / name / place)


def write_country(folder: Path, communes: int, totals: tuple[int, int], seed: int, chunk: int) -> None:
    """A country of *communes* with so many households and persons, evenly spread."""
    sizes = (max(totals[0] // communes, 1), max(totals[1] // communes, 1))
    folder.mkdir(parents=True, exist_ok=True)
    for first in range(0, communes, chunk):
        write_chunk(folder, first, min(first + chunk, communes), sizes, seed)
    (folder / "frames.json").write_text(json.dumps({"year": YEAR}), encoding="utf-8")


def main() -> None:
    """Reads the arguments and writes the country."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[1])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--communes", type=int, default=10_000)
    parser.add_argument("--households", type=int, default=28_000_000)
    parser.add_argument("--persons", type=int, default=2_000_000)
    parser.add_argument("--seed", type=int, default=2022)
    parser.add_argument("--chunk", type=int, default=100)
    given = parser.parse_args()
    totals = (given.households, given.persons)
    write_country(given.folder, given.communes, totals, given.seed, given.chunk)
    print(f"{given.communes:,} communes in {given.folder}")


if __name__ == "__main__":
    main()
