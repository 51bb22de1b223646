"""Votes: the last ballot of each subject, as numbers, and whether it is valid and reaches a share."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import attrs
import narwhals as nw

from thidua_rules.criteria.base import Operand
from thidua_rules.criteria.comparisons import Op
from thidua_rules.criteria.votes import Base, Voted
from thidua_rules.readers.columns.backends import Frame
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import (
    Expr,
    InexpressibleError,
    Number,
    boolean,
    compared,
    conjunction,
)
from thidua_rules.readers.columns.frames import ROSTER, SUBJECT
from thidua_rules.verdicts import UNKNOWN

MOST_VOTES: Final = 10**9
"""No ballot has more members: a limit for what is worked out from their number."""

NUMBERS: Final = ("members", "present", "approvals", "written")


@attrs.frozen
class Ballots:
    """
    The last ballot on one award, as columns; null where there is none.

    Args:
        members: How many may vote.

        present: How many took part.

        approvals: How many of those approved.

        written: How many absent members approved in writing.

        secret: Whether it was secret; null also where that is not known.

        held: Whether a ballot on the award is recorded for anybody in the roster; never null.
    """

    members: Expr
    present: Expr
    approvals: Expr
    written: Expr
    secret: Expr
    held: Expr


def last_ballots(award: str, build: Build) -> Ballots | None:
    """The last ballots on *award*; None where there is no table of ballots."""
    key = ("ballot", award)
    if key not in build.memo:
        build.memo[key] = _attached(award, build)
    found: Ballots | None = build.memo[key]
    return found


def _attached(award: str, build: Build) -> Ballots | None:
    if build.frames.ballots is None:
        return None
    table: Frame = nw.from_native(build.frames.ballots)
    schema = table.collect_schema()
    written = nw.col("written").fill_null(0) if "written" in schema else nw.lit(0)
    secret = nw.col("secret") if "secret" in schema else nw.lit(None, dtype=nw.Boolean)
    mine = table.filter(nw.col("award") == award)
    numbers = [nw.col(name).cast(nw.Int64) for name in NUMBERS[:-1]]
    rows = mine.select(
        ROSTER, SUBJECT, "date", *numbers, written.cast(nw.Int64).alias("written"), secret.alias("secret")
    )
    rows = rows.with_columns((nw.col("approvals") * -1 - nw.col("written")).alias("_fewest"))
    rows = rows.with_columns((nw.col("written") * -1).alias("_unwritten"))
    # of several on one day the least favourable counts, in the order of Roster.ballot
    for column in ("date", "_fewest", "members", "present", "_unwritten"):
        last = nw.col(column).max().over(ROSTER, SUBJECT)
        rows = rows.with_columns(last.alias("_last")).filter(nw.col(column) == nw.col("_last")).drop("_last")
    names = {name: build.name() for name in (*NUMBERS, "secret", "held")}
    rows = rows.with_columns(nw.col("secret").cast(nw.Int64).alias("secret"))
    picked = [nw.col(name).min().alias(names[name]) for name in (*NUMBERS, "secret")]
    side = rows.group_by(ROSTER, SUBJECT).agg(*picked).rename({ROSTER: "_r", SUBJECT: "_s"})
    build.attach(side, [names[name] for name in (*NUMBERS, "secret")])
    held = mine.select(nw.col(ROSTER).alias("_r")).unique()
    build.attach(held.with_columns(nw.lit(value=True).alias(names["held"])), [names["held"]], (ROSTER,))
    columns = {name: nw.col(column) for name, column in names.items()}
    columns |= {"secret": columns["secret"] == 1, "held": columns["held"].fill_null(value=False)}
    return Ballots(**columns)


def voted(criterion: Voted, build: Build) -> Expr:
    """The quorum, the share and the secrecy, all of them; ``before`` without a ballot."""
    found = last_ballots(criterion.award, build)
    before = boolean(criterion.before)
    if found is None:
        return before
    op = Op.ABOVE if criterion.above else Op.AT_LEAST
    parts = []
    if criterion.secret:
        parts.append(found.secret)
    if criterion.quorum is not None:
        parts.append(_reaches(found.present, found.members, criterion.quorum, build))
    if criterion.base is Base.MEMBERS:
        parts.append(_reaches(found.approvals + found.written, found.members, criterion.share, build, op))
    else:
        parts.append(_reaches(found.approvals, found.present, criterion.share, build, op))
    return nw.when(found.members.is_null()).then(before).otherwise(conjunction(parts))


def _reaches(part: Expr, whole: Expr, share: Operand, build: Build, op: Op = Op.AT_LEAST) -> Expr:
    """Whether *part* is so large a *share* of *whole*, by cross-multiplication; null where there is no whole."""
    wanted = build.figure(share)
    if isinstance(wanted, Number):
        raise InexpressibleError("a share is compared with a fact")
    if wanted is None:
        return boolean(UNKNOWN)
    left = Number(part, 1, 0, 2 * MOST_VOTES).times(Fraction(wanted.denominator))
    right = Number(whole, 1, 0, MOST_VOTES).times(Fraction(wanted.numerator))
    return nw.when(whole > 0).then(compared(left, op, right))
