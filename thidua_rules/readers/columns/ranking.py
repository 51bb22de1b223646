"""
The order among those who compete, and how many places there are, group by group; also where facts are missing.

Counts and statuses are those of ``evaluation.ranking`` and ``evaluation.quotas``; nobody is compared with everybody.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs
import narwhals as nw

from thidua_rules.awards import Award, ByCount, ByCriterion, ByFact, ByScore, Quota, RankKey
from thidua_rules.criteria.base import Criterion
from thidua_rules.errors import PolicyError
from thidua_rules.facts import SubjectKind
from thidua_rules.readers.columns.backends import Frame
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import (
    Expr,
    Number,
    conjunction,
    possibly,
    surely,
)
from thidua_rules.readers.columns.frames import ID, KIND, ROSTER, UNIT
from thidua_rules.readers.columns.gathering import Counted, Rows, counted
from thidua_rules.readers.columns.operands import Column
from thidua_rules.readers.columns.rounding import rounded
from thidua_rules.readers.columns.totals import shown_score
from thidua_rules.readers.columns.votes import last_ballots
from thidua_rules.values import Rounding

UNBOUNDED: Final = 4 * 10**18
"""Stands for a number without any limit; nothing that is compared comes near it."""

BALLOT: Final = 2 * 10**12
"""
Shares of ballots as whole numbers that keep their order: two shares of up to a million votes differ by at least
one in 10**12, so they stay apart, and equal shares stay equal.
"""

MANY: Final = 2**31
"""More than one group holds."""

BASE: Final = 10**7
"""More than the base of one quota counts."""

TALLY: Final = ("before_low", "before_high", "level_low", "beats")

COUNTS: Final = ("before_low", "before_high", "level_low", "level_high")


@attrs.frozen
class Key:
    """One ranking key of each row, as bounds; more is better."""

    low: Expr
    high: Expr


def key_of(key: RankKey, award: str, build: Build) -> Key:
    """Where each row stands on *key*."""
    if isinstance(key, ByScore):
        score = shown_score(key.scale, build)
        return Key(score.order_low, score.order_high)
    if isinstance(key, ByCriterion):
        with build.checking():
            (verdict,) = build.let(build.verdict(key.criterion))
        return Key(surely(verdict).cast(nw.Int64), possibly(verdict).cast(nw.Int64))
    if isinstance(key, ByCount):
        return _by_count(counted(Rows(key.records, key.where), build))
    return _by_fact(key, build) if isinstance(key, ByFact) else _by_ballot(award, build)


def _limit(number: int) -> Expr:
    return nw.lit(number, dtype=nw.Int64)


def _by_count(found: Counted) -> Key:
    low = nw.when(found.known).then(found.low.expr).otherwise(_limit(0))
    return Key(low, nw.when(found.known).then(found.high.expr).otherwise(_limit(UNBOUNDED)))


def _by_fact(key: ByFact, build: Build) -> Key:
    spec, number = build.spec(key.fact), build.number(key.fact)
    unit = 1 if number is None else number.unit
    ends = [None, None] if spec is None else [spec.minimum, spec.maximum]
    numbers = [None if end is None else Fraction(end) * unit for end in ends]
    low = -UNBOUNDED if numbers[0] is None else -int(-numbers[0] // 1)
    high = UNBOUNDED if numbers[1] is None else int(numbers[1] // 1)
    if number is None:
        lows, highs = _limit(low), _limit(high)
    else:
        lows, highs = number.expr.fill_null(low), number.expr.fill_null(high)
    return Key(lows, highs) if key.highest_first else Key(highs * -1, lows * -1)


def _by_ballot(award: str, build: Build) -> Key:
    """The share of approvals; equal while no ballot on the award is recorded in the roster."""
    found = last_ballots(award, build)
    if found is None:
        return Key(_limit(0), _limit(0))
    none = found.members == 0
    whole = nw.when(none).then(_limit(1)).otherwise(found.members)
    share = nw.when(none).then(_limit(0)).otherwise(found.approvals * BALLOT // whole)
    open_ = nw.when(found.held).then(_limit(BALLOT)).otherwise(_limit(0))
    missing = found.members.is_null()
    return Key(
        nw.when(missing).then(_limit(0)).otherwise(share), nw.when(missing).then(open_).otherwise(share)
    )


def group_of(quota: Quota | None, build: Build) -> Expr:
    """The group inside a kind; null where it is missing."""
    if quota is None or quota.group == "":
        return nw.lit("")
    if quota.group == "unit":
        return nw.col(UNIT)
    found = build.fact(quota.group)
    value: Expr = nw.lit(None, dtype=nw.String)
    if isinstance(found, (Number, Column)):
        value = found.expr.cast(nw.String)
    marker = build.marker(quota.group)
    if marker is None:
        return value
    return nw.when(value.is_null()).then(marker).otherwise(value)


@attrs.frozen
class Placed:
    """The columns that a ranking adds: the best and the worst place, the places, and the status of a sure candidate."""

    best: Expr
    worst: Expr
    low: Expr
    high: Expr
    status: Expr


@attrs.frozen
class Contest:
    """Who competes among one kind for one award: not surely out, and for sure or perhaps."""

    award: Award
    kind: SubjectKind
    competes: Expr
    inside: Expr


def placed(contest: Contest, build: Build) -> Placed:
    """The places of those who compete, and whether the quota holds them."""
    competing = contest.inside & possibly(contest.competes) & (nw.col(KIND) == contest.kind.value)
    with build.among((contest.kind,)), build.where(competing):
        keys = [key_of(key, contest.award.id, build) for key in contest.award.keys(contest.kind)]
    quota = contest.award.quota(contest.kind)
    group = group_of(quota, build)
    base = None if quota is None or quota.base is None else _counted_base(quota, quota.base, build)
    columns = {f"_{n}{i}": e for i, key in enumerate(keys) for n, e in (("l", key.low), ("h", key.high))}
    whose = {"_r": nw.col(ROSTER), "_s": nw.col(ID), "_g": group, "_sure": surely(contest.competes)}
    entries = build.kept(build.plan.rows(whose | columns, competing))
    found = counts(entries, len(keys), visited=quota is not None and quota.group != "", build=build)
    if quota is None:
        found = found.with_columns(
            _limit(0).alias("_low"), _limit(0).alias("_high"), nw.lit("RECOMMENDED").alias("_st")
        )
    else:
        found = _limited(found, quota, base, build)
    names = [build.name() for _ in range(5)]
    side = found.select(
        "_r",
        "_s",
        (nw.col("before_low") + 1).alias(names[0]),
        (nw.col("before_high") + 1).alias(names[1]),
        *[nw.col(one).alias(name) for one, name in zip(("_low", "_high", "_st"), names[2:], strict=True)],
    )
    build.attach(side, names)
    return Placed(*[nw.col(name) for name in names])


def _counted_base(quota: Quota, base: Criterion, build: Build) -> Expr:
    """Who is counted in the base of *quota*."""
    with build.among(quota.base_kinds), build.where(build.of_kinds(quota.base_kinds)):
        (verdict,) = build.let(build.verdict(base))
    return verdict


def counts(entries: Frame, keys: int, *, visited: bool, build: Build) -> Frame:
    """
    Each member of a group with the fewest and the most others who stand before it, or level with it.

    *o* is surely not behind *me* where its lowest numbers, key by key, are at least my highest ones: one order of all
    such rows of numbers gives both counts. *o* is surely before *me* where, after keys on which both are settled and
    equal, its lowest lies above my highest: that is counted key by key. So nobody is compared with everybody.
    """
    everyone, number = _everyone(entries, keys, visited=visited), max(keys, 1)
    everyone = build.kept(everyone)
    found = [*_by_order(everyone, number, build)]
    for index in range(number):
        found += _by_key(everyone, index, build)
    sums = (
        nw.concat(found)
        .group_by("_r", "_s", "_g")
        .agg(*[nw.col(name).sum().cast(nw.Int64) for name in TALLY])
    )
    sizes = everyone.group_by("_r", "_g").agg(nw.len().cast(nw.Int64).alias("_n"))
    joined = sums.join(sizes, on=["_r", "_g"], how="left")
    beaten = (nw.col("_n") - 1 - nw.col("beats")).alias("level_high")
    return joined.with_columns(beaten).select("_r", "_s", "_g", *COUNTS)


def _everyone(entries: Frame, keys: int, *, visited: bool) -> Frame:
    """Everybody in every group in which they may compete, with at least one key."""
    if keys == 0:
        entries = entries.with_columns(_limit(0).alias("_l0"), _limit(0).alias("_h0"))
    number = max(keys, 1)
    names = ["_r", "_g", "_s", "_sure", "_m", *[f"_{end}{i}" for i in range(number) for end in "lh"]]
    members = (
        entries.filter(~nw.col("_g").is_null()).with_columns(nw.lit(value=True).alias("_m")).select(*names)
    )
    if not visited:
        return members
    groups = members.select("_r", nw.col("_g").alias("_in")).unique()
    visitors = entries.filter(nw.col("_g").is_null()).join(groups, on="_r", how="inner")
    never = nw.lit(value=False)
    visitors = visitors.with_columns(nw.col("_in").alias("_g"), never.alias("_sure"), never.alias("_m"))
    return nw.concat([members, visitors.select(*names)])


def _ends(rows: Frame, keep: Sequence[str], keys: Sequence[int]) -> Frame:
    """Each row twice: with its lowest numbers on *keys* as ``_v0``, ``_v1`` and so on, and with its highest."""
    return nw.concat(
        [
            rows.select(
                *keep,
                *[nw.col(f"_{end}{key}").alias(f"_v{place}") for place, key in enumerate(keys)],
                nw.lit(end == "l").alias("_lowest"),
            )
            for end in "lh"
        ]
    )


def _by_order(everyone: Frame, keys: int, build: Build) -> list[Frame]:
    """Who is surely level or before, and who may be before: by one order of all rows of numbers."""
    settled = conjunction([nw.col(f"_l{i}") == nw.col(f"_h{i}") for i in range(keys)])
    marked = everyone.with_columns(settled.alias("_settled"))
    events = _ends(marked, ("_r", "_g", "_s", "_sure", "_m", "_settled"), range(keys))
    events = events.with_columns(nw.col("_v0").alias("_o"))
    for index in range(1, keys):
        first = nw.col("_o").rank("dense").over("_r", "_g").cast(nw.Int64)
        second = nw.col(f"_v{index}").rank("dense").over("_r", "_g").cast(nw.Int64)
        events = events.with_columns((first * MANY + second).alias("_o"))
    events = build.kept(events.select("_r", "_g", "_s", "_sure", "_m", "_settled", "_lowest", "_o"))
    back = _cumulated(events, ["_r", "_g"], "_o").filter(nw.col("_m"))
    itself = (nw.col("_sure") & nw.col("_settled")).cast(nw.Int64)
    level = nw.col("_lows_above") + nw.col("_lows") - itself
    before = nw.col("_highs_above") - (~nw.col("_settled")).cast(nw.Int64)
    return [
        _tallied(back.filter(~nw.col("_lowest")), "level_low", level),
        _tallied(back.filter(nw.col("_lowest")), "before_high", before),
    ]


def _by_key(everyone: Frame, index: int, build: Build) -> list[Frame]:
    """Who is surely before me by this key, and whom I am surely before, after keys that are settled and equal."""
    equal = conjunction([nw.col(f"_l{i}") == nw.col(f"_h{i}") for i in range(index)])
    rows = everyone.filter(equal) if index else everyone
    prefix = [f"_l{i}" for i in range(index)]
    events = build.kept(_ends(rows, ("_r", "_g", "_s", "_sure", "_m", *prefix), [index]))
    back = _cumulated(events, ["_r", "_g", *prefix], "_v0").filter(nw.col("_m"))
    return [
        _tallied(back.filter(~nw.col("_lowest")), "before_low", nw.col("_lows_above")),
        _tallied(back.filter(nw.col("_lowest")), "beats", nw.col("_highs_below")),
    ]


def _cumulated(events: Frame, inside: list[str], order: str) -> Frame:
    """*events* with how many sure lowest, and how many highest numbers lie at, above and below each."""
    low = (nw.col("_lowest") & nw.col("_sure")).cast(nw.Int64)
    steps = events.with_columns(low.alias("_lows"), (~nw.col("_lowest")).cast(nw.Int64).alias("_highs"))
    steps = steps.group_by(*inside, order).agg(nw.col("_lows").sum(), nw.col("_highs").sum())

    def beyond(name: str, *, reverse: bool) -> Expr:
        return nw.col(name).cum_sum(reverse=reverse).over(*inside, order_by=order).cast(nw.Int64) - nw.col(
            name
        )

    steps = steps.with_columns(
        beyond("_lows", reverse=True).alias("_lows_above"),
        beyond("_highs", reverse=True).alias("_highs_above"),
        beyond("_highs", reverse=False).alias("_highs_below"),
    )
    return events.join(steps, on=[*inside, order], how="left")


def _tallied(rows: Frame, name: str, number: Expr) -> Frame:
    columns = [number.cast(nw.Int64) if one == name else _limit(0) for one in TALLY]
    return rows.select("_r", "_s", "_g", *[e.alias(n) for e, n in zip(columns, TALLY, strict=True)])


def _limited(found: Frame, quota: Quota, base: Expr | None, build: Build) -> Frame:
    """*found* with the fewest and the most places of each group, and the status of a sure candidate."""
    rate = build.parameters.get(quota.rate)
    if isinstance(rate, bool) or not isinstance(rate, (int, Decimal)):
        raise PolicyError.one(f"parameters.{quota.rate}", f"expected a number on {build.day}")
    exact = Fraction(rate)
    if base is None:
        places = _limit(Rounding.FLOOR.whole(exact))
        return _judged(found.with_columns(places.alias("_low"), places.alias("_high")))
    found = _with_base(found, quota, base, build)
    low, high = (
        rounded(Number(nw.col(name), 1, 0, BASE).times(exact), rounding_of(quota, build))
        for name in ("_bl", "_bh")
    )
    return _judged(found.with_columns(low.expr.alias("_low"), high.expr.alias("_high")))


def rounding_of(quota: Quota, build: Build) -> Rounding:
    """
    The rounding in force.

    Raises:
        PolicyError: It is not known.
    """
    name = build.parameters.get(quota.rounding, Rounding.FLOOR.value)
    try:
        return Rounding(name)
    except ValueError:
        known = ", ".join(one.value for one in Rounding)
        raise PolicyError.one(f"parameters.{quota.rounding}", f"expected one of {known}") from None


def _with_base(found: Frame, quota: Quota, base: Expr, build: Build) -> Frame:
    """*found* with the fewest and the most that the base counts."""
    columns = {"_r": nw.col(ROSTER), "_g": group_of(quota, build)}
    columns |= {"_bl": surely(base).cast(nw.Int64), "_bh": possibly(base).cast(nw.Int64)}
    rows = build.plan.rows(columns, build.of_kinds(quota.base_kinds))
    known = rows.filter(~nw.col("_g").is_null())
    counted_ = build.kept(known.group_by("_r", "_g").agg(nw.col("_bl").sum(), nw.col("_bh").sum()))
    found = found.join(counted_, on=["_r", "_g"], how="left")
    if quota.group:
        rest = rows.filter(nw.col("_g").is_null())
        nowhere = build.kept(rest.group_by("_r").agg(nw.col("_bh").sum().alias("_b0")))
        found = found.join(nowhere, on="_r", how="left")
    else:
        found = found.with_columns(_limit(0).alias("_b0"))
    low, high = nw.col("_bl").fill_null(0), nw.col("_bh").fill_null(0) + nw.col("_b0").fill_null(0)
    return found.with_columns(low.cast(nw.Int64).alias("_bl"), high.cast(nw.Int64).alias("_bh"))


def _judged(found: Frame) -> Frame:
    """The status of one who competes for sure, as ``status_under`` gives it."""
    low, high = nw.col("_low"), nw.col("_high")
    inside = nw.col("level_high") + 1 <= low
    beyond = nw.col("before_low") >= high
    tied = (nw.col("before_high") < low) & (nw.col("level_low") + 1 > high)
    rest = nw.when(tied).then(nw.lit("TIED")).otherwise(nw.lit("UNDETERMINED"))
    rest = nw.when(beyond).then(nw.lit("OVER_QUOTA")).otherwise(rest)
    return found.with_columns(nw.when(inside).then(nw.lit("RECOMMENDED")).otherwise(rest).alias("_st"))
