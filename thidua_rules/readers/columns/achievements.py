"""Whether two awards are proposed for one achievement."""

from __future__ import annotations

from typing import Final

import narwhals as nw

from thidua_rules.awards import Award
from thidua_rules.evaluation.money import HIGHEST
from thidua_rules.readers.columns.backends import Frame
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import Expr, boolean, choose, surely
from thidua_rules.readers.columns.frames import ROSTER, SUBJECT
from thidua_rules.readers.columns.gathering import Table, list_known
from thidua_rules.readers.columns.operands import Column
from thidua_rules.verdicts import UNKNOWN

NOTHING: Final = boolean(UNKNOWN)


def paid_once(one: Award, other: Award, build: Build) -> Expr:
    """Whether both are surely proposed for one achievement, of which only the higher bonus is paid; never null."""
    rows = []
    for place, award in enumerate((one, other)):
        bonus = award.bonus
        if bonus is None or not bonus.achievement or build.parameters.get(bonus.achievement) != HIGHEST:
            return nw.lit(value=False)
        proposed = _proposals(bonus.records, build)
        if proposed is None:
            return nw.lit(value=False)
        mine = proposed.filter(surely(nw.col("_a") == award.id) & ~nw.col("_d").is_null())
        flags = [nw.lit(int(side == place), dtype=nw.Int64).alias(f"_{side}") for side in (0, 1)]
        rows.append(mine.select(ROSTER, SUBJECT, "_d", *flags))
    deeds = nw.concat(rows).group_by(ROSTER, SUBJECT, "_d").agg(nw.col("_0").sum(), nw.col("_1").sum())
    both = deeds.filter((nw.col("_0") > 0) & (nw.col("_1") > 0))
    name = build.name()
    side = both.select(nw.col(ROSTER).alias("_r"), nw.col(SUBJECT).alias("_s")).unique()
    build.attach(side.with_columns(nw.lit(value=True).alias(name)), [name])
    return surely(nw.col(name))


def _proposals(records: str, build: Build) -> Frame | None:
    """Whose proposals there are, for which award and which achievement; None where no row says for which award."""
    if records not in build.tables:
        return None
    table = Table(records, build)
    award, deed = table.column("danh_hieu"), table.column("thanh_tich")
    if not isinstance(award, Column):
        return None
    what: Expr = deed.expr if isinstance(deed, Column) else nw.lit(None, dtype=nw.String)
    return build.tables[records].select(ROSTER, SUBJECT, award.expr.alias("_a"), what.alias("_d"))


def same_achievement(records: str, award: str, higher: str, build: Build) -> Expr:
    """Whether *award* and *higher* are proposed for the same achievements, as a nullable flag."""
    known = list_known(records, build)
    rows = _proposals(records, build)
    if rows is None:
        return NOTHING
    both = rows.filter(surely(nw.col("_a") == award) | surely(nw.col("_a") == higher))
    flags = {
        "mine": (nw.col("_a") == award),
        "theirs": (nw.col("_a") == higher),
    }
    names = {flag: build.name() for flag in (*flags, "my_blank", "their_blank", "alone")}
    marked = both.with_columns(*[e.cast(nw.Int64).alias(names[n]) for n, e in flags.items()])
    mine, theirs = nw.col(names["mine"]), nw.col(names["theirs"])
    by_deed = marked.group_by(ROSTER, SUBJECT, "_d").agg(mine.sum(), theirs.sum())
    blank = nw.col("_d").is_null()
    alone = (~blank & (mine > 0) & (theirs == 0)).cast(nw.Int64)
    blanks = [(blank & (number > 0)).cast(nw.Int64) for number in (mine, theirs)]
    counted = by_deed.with_columns(
        blanks[0].alias(names["my_blank"]), blanks[1].alias(names["their_blank"]), alone.alias(names["alone"])
    )
    side = counted.group_by(ROSTER, SUBJECT).agg(*[nw.col(name).sum() for name in names.values()])
    build.attach(side.rename({ROSTER: "_r", SUBJECT: "_s"}), list(names.values()))
    count = {flag: nw.col(name).fill_null(0) for flag, name in names.items()}
    nothing = (count["mine"] == 0) | (count["theirs"] == 0)
    elsewhere, open_ = count["alone"] > 0, count["their_blank"] > 0
    verdict = choose(
        [
            (nothing, NOTHING),
            (elsewhere & ~open_, nw.lit(value=False)),
            (elsewhere | (count["my_blank"] > 0), NOTHING),
        ],
        nw.lit(value=True),
    )
    return nw.when(known).then(verdict)
