"""Runs of years: the same title held year after year, and what breaks such a run."""

from __future__ import annotations

from typing import ClassVar

import attrs

from thidua_rules.criteria.base import (
    Case,
    Criterion,
    Operand,
    Uses,
    as_operand,
    operand_asked,
    operand_missing,
    operand_uses,
)
from thidua_rules.criteria.comparisons import Op, compare_bounds, exact
from thidua_rules.findings import Finding, Missing, new_finding
from thidua_rules.subjects import Record
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict

CANCELLED = "huy_bo"


@attrs.frozen
class ConsecutiveYears(Criterion):
    """
    Met when a title was held in the *years* consecutive years just before the year under review.

    The year under review is never read as history. A year without the title breaks the run, unless the
    subject's *bridges* list names that year with one of the *bridged_by* reasons: then it is passed
    over and not counted. A cancelled title does not count.

    Args:
        award: The title; the column ``danh_hieu`` of the history.

        years: How many years in a row.

        history: The list of titles held, with columns ``danh_hieu``, ``nam`` and, optionally, ``trang_thai``.

        bridges: The list of years that may be passed over, with columns ``nam`` and ``ly_do``.

        bridged_by: The reasons that do not break the run; none by default.
    """

    kind: ClassVar[str] = "consecutive-years"

    award: str
    years: Operand = attrs.field(converter=as_operand)
    history: str = "tich_danh_hieu"
    bridges: str = "nam_gian_doan"
    bridged_by: tuple[str, ...] = ()

    def check(self, case: Case) -> Finding:
        """The length of the run and the year that broke it, or UNKNOWN."""
        rows = case.records(self.history)
        wanted = exact(self.years.resolve(case), self.history)
        asked: tuple[tuple[str, object], ...] = (
            ("award", self.award),
            ("records", self.history),
            ("value", operand_asked(self.years)),
        )
        if rows is None or wanted is None:
            missing = case.missing(self.history) if rows is None else ()
            missing += operand_missing(self.years, case)
            return new_finding("consecutive-years", UNKNOWN, asked, None, wanted, missing)
        least, broken = self._run(case, rows, sure=True)
        most, _ = self._run(case, rows, sure=False)
        verdict = compare_bounds(least, most, Op.AT_LEAST, wanted)
        if verdict is not MET:
            asked = (*asked, ("broken_in", broken))
        observed = least if least == most else (least, most)
        return new_finding(
            "consecutive-years", verdict, asked, observed, wanted, self._missing(case, rows, verdict)
        )

    def _run(self, case: Case, rows: tuple[Record, ...], *, sure: bool) -> tuple[int, int]:
        year, run = case.world.period.start.year - 1, 0
        floor = year - len(rows) - len(case.records(self.bridges) or ()) - 100
        while year > floor:
            if self._held(rows, year, sure=sure):
                run += 1
            elif not self._bridged(case, year, sure=sure):
                break
            year -= 1
        return run, year

    def _held(self, rows: tuple[Record, ...], year: int, *, sure: bool) -> bool:
        wanted = {MET} if sure else {MET, UNKNOWN}
        return any(self._row(row, year) in wanted for row in rows)

    def _row(self, row: Record, year: int) -> Verdict:
        award, held = row.get("danh_hieu"), row.get("nam")
        if row.get("trang_thai") == CANCELLED:
            return UNMET
        if (award is not None and award != self.award) or (held is not None and held != year):
            return UNMET
        return UNKNOWN if award is None or held is None else MET

    def _bridged(self, case: Case, year: int, *, sure: bool) -> bool:
        if not self.bridged_by:
            return False
        rows = case.records(self.bridges)
        if rows is None:
            return not sure
        wanted = {MET} if sure else {MET, UNKNOWN}
        return any(self._bridge(row, year) in wanted for row in rows)

    def _bridge(self, row: Record, year: int) -> Verdict:
        passed, reason = row.get("nam"), row.get("ly_do")
        if (passed is not None and passed != year) or (reason is not None and reason not in self.bridged_by):
            return UNMET
        return UNKNOWN if passed is None or reason is None else MET

    def _missing(self, case: Case, rows: tuple[Record, ...], verdict: Verdict) -> tuple[Missing, ...]:
        if verdict is not UNKNOWN:
            return ()
        names = _open_columns(self.history, rows, ("danh_hieu", "nam"))
        bridges = case.records(self.bridges)
        if self.bridged_by:
            names += (
                [self.bridges] if bridges is None else _open_columns(self.bridges, bridges, ("nam", "ly_do"))
            )
        return tuple(item for name in names for item in case.missing(name))

    def own_uses(self) -> Uses:
        """The history, the bridges where they matter, and the number of years."""
        columns = {(self.history, ""), (self.history, "danh_hieu"), (self.history, "nam")}
        if self.bridged_by:
            columns |= {(self.bridges, ""), (self.bridges, "nam"), (self.bridges, "ly_do")}
        return Uses(records=frozenset(columns)) | operand_uses(self.years)


def _open_columns(name: str, rows: tuple[Record, ...], columns: tuple[str, ...]) -> list[str]:
    return [
        f"{name}[{i}].{column}" for i, row in enumerate(rows) for column in columns if row.get(column) is None
    ]
