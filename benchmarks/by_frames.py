"""The twelve conditions over data frames: by the columns reader, and as somebody writes them in Polars."""

from __future__ import annotations

from collections.abc import Callable, Sequence

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
from thidua_rules.readers.columns.awards import OUTPUT

YEAR = 2025
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
NATIVE = {FactType.CHOICE: pl.String(), FactType.DATE: pl.Date(), FactType.INTEGER: pl.Int64()}
SCHEMA = {"id": pl.Int64(), **{name: NATIVE[kind] for name, kind in TYPES.items()}}


def _policy() -> Policy:
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


POLICY = _policy()

c = pl.col
Within = Callable[[str, Sequence[str]], pl.Expr]


def in_set(name: str, values: Sequence[str]) -> pl.Expr:
    """Whether a text is one of *values*, as anybody would write it."""
    return c(name).is_in(values)


def text_by_text(name: str, values: Sequence[str]) -> pl.Expr:
    """The same as the reader does it, which is faster for a few of them."""
    return pl.any_horizontal(*[c(name) == one for one in values])


def lower(within: Within) -> list[pl.Expr]:
    """The six conditions of the lower title."""
    return [
        within("xep_loai", task.GOOD),
        within("loai_doi_tuong", task.STAFF),
        c("ngay_vao") <= task.JOINED_BY,
        c("so_ky_luat") == 0,
        c("so_ngay_nghi") <= task.MOST_ABSENT,
        c("gio_boi_duong") >= task.LEAST_TRAINING,
    ]


def upper(within: Within) -> list[pl.Expr]:
    """Those that the higher title asks beside the lower one."""
    return [
        c("xep_loai") == task.TOP,
        c("so_sang_kien") >= task.LEAST_INITIATIVES,
        within("cap_sang_kien", task.LEVELS),
        c("so_lan_ldtt") >= task.LEAST_TITLES,
        c("ngay_het_ky_luat") <= task.SANCTION_BY,
    ]


def hand(rows: pl.LazyFrame, within: Within = in_set) -> pl.LazyFrame:
    """Both verdicts as somebody writes them in Polars; a missing fact is unknown."""
    first = rows.with_columns(ldtt=pl.all_horizontal(*lower(within)))
    return first.select("roster", "id", "ldtt", cstdcs=pl.all_horizontal("ldtt", *upper(within)))


def hand_in_full(rows: pl.LazyFrame, within: Within = in_set) -> pl.LazyFrame:
    """All that the reader says of these two awards, in the same columns; those that these awards leave empty too."""
    faults = [
        pl.when(~within(name, values)).then(pl.lit(f"facts.{name}: expected one of {', '.join(values)}"))
        for name, values in CHOICES.items()
    ]
    conditions = {f"_{index}": one for index, one in enumerate([*lower(within), *upper(within)])}
    names = list(conditions)
    first, second = names[: len(lower(within))], names[len(lower(within)) :]
    judged = rows.with_columns(**conditions).with_columns(pl.all_horizontal(*first).alias("ldtt.verdict"))
    judged = judged.with_columns(pl.all_horizontal("ldtt.verdict", *second).alias("cstdcs.verdict"))
    shown = [*_shown("ldtt", first), *_shown("cstdcs", ["ldtt.verdict", *second])]
    empty = pl.lit(None, dtype=pl.String)
    return judged.select("roster", "id", "kind", empty.alias("unit"), *shown, fault=pl.coalesce(*faults))


def _shown(award: str, conditions: list[str]) -> list[pl.Expr]:
    met = c(f"{award}.verdict")
    status = pl.when(met).then(pl.lit("RECOMMENDED")).when(~met).then(pl.lit("INELIGIBLE"))
    bits = {
        "mask_unmet": [~c(one).fill_null(value=True) for one in conditions],
        "mask_unknown": [c(one).is_null() for one in conditions],
    }
    masks = {
        name: pl.sum_horizontal(flag.cast(pl.Int64) * 2**index for index, flag in enumerate(flags))
        for name, flags in bits.items()
    }
    told = {"verdict": met, "status": status.otherwise(pl.lit("UNDETERMINED")), **masks}
    types = {"paid": pl.Boolean()}
    return [
        told.get(name, pl.lit(None, dtype=types.get(name, pl.Int64()))).alias(f"{award}.{name}")
        for name in OUTPUT
    ]


def plain(people: list[task.Person]) -> pl.DataFrame:
    """*people* as one frame."""
    found = pl.DataFrame(people, schema=SCHEMA)
    return found.with_columns(c("id").cast(pl.String), roster=pl.lit("x"), kind=pl.lit("ca_nhan"))


def frames(people: list[task.Person]) -> columns.Frames:
    """*people* as the reader's frames."""
    return columns.Frames(subjects=plain(people).lazy(), records={}, year=YEAR)


def read(ready: columns.Frames) -> pl.LazyFrame:
    """By the reader: of its frame, the two verdicts."""
    result = columns.evaluate(POLICY, ready)
    return result.frame.select("roster", "id", ldtt="ldtt.verdict", cstdcs="cstdcs.verdict")


def read_in_full(ready: columns.Frames) -> pl.LazyFrame:
    """Everything that the reader says: statuses, masks of reasons, faults, and what these awards leave empty."""
    frame: pl.LazyFrame = columns.evaluate(POLICY, ready).frame
    return frame


def verdicts(ready: columns.Frames) -> task.Eligible:
    """Who is eligible, by the reader."""
    return _eligible(read(ready).collect())


def in_full(ready: columns.Frames) -> task.Eligible:
    """The same, everything being asked for."""
    return _eligible(read_in_full(ready).rename(PLAIN).collect())


def by_hand(ready: pl.DataFrame) -> task.Eligible:
    """Who is eligible, by hand."""
    return _eligible(hand(ready.lazy()).collect())


def by_hand_in_full(ready: pl.DataFrame) -> task.Eligible:
    """The same, everything being asked for."""
    return _eligible(hand_in_full(ready.lazy()).rename(PLAIN).collect())


PLAIN = {"ldtt.verdict": "ldtt", "cstdcs.verdict": "cstdcs"}


def _eligible(found: pl.DataFrame) -> task.Eligible:
    ldtt, cstdcs = (found.filter(c(title))["id"].to_list() for title in ("ldtt", "cstdcs"))
    return ldtt, cstdcs
