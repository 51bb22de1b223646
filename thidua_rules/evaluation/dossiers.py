"""
Dossiers against their procedures: who took which step by when, which papers are missing, what came in the wrong order.

A dossier is there where the commune's lists have a row of it. As everywhere, an absent list is unknown; a list that is
given without a row says that the step was not taken, and a row without a day that nobody knows when. What is dated
after the day of the evaluation has not happened yet.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property

import attrs

from thidua_rules.calendars import Calendar, Counting, days_after, first_day, last_day
from thidua_rules.evaluation.demands import commune_rows
from thidua_rules.evaluation.results import (
    DossierResult,
    Fulfilment,
    Gap,
    OrderResult,
    PaperResult,
    StepResult,
)
from thidua_rules.evaluation.world import EvaluationWorld
from thidua_rules.policies.procedures import PAPERS, STEPS, Paper, Procedure, Step
from thidua_rules.subjects import Record
from thidua_rules.values import Value
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict, truth

Key = tuple[str, str | None, str | None, str]
"""The procedure, award, subject and number of a dossier."""


def dossier_results(world: EvaluationWorld) -> tuple[DossierResult, ...]:
    """Every dossier, in the order of the policy's procedures, then by award, subject and number."""
    steps, papers = (_by_dossier(commune_rows(world, name), world) for name in (STEPS, PAPERS))
    position = {name: index for index, name in enumerate(world.policy.procedures)}
    keys = sorted(
        (steps or {}).keys() | (papers or {}).keys(),
        key=lambda key: (position[key[0]], *(part or "" for part in key[1:])),
    )
    return tuple(
        _Dossier(
            key,
            None if steps is None else steps.get(key, []),
            None if papers is None else papers.get(key, []),
            world,
        ).result()
        for key in keys
    )


def _by_dossier(rows: tuple[Record, ...] | None, world: EvaluationWorld) -> dict[Key, list[Record]] | None:
    if rows is None:
        return None
    found: dict[Key, list[Record]] = {}
    for row in rows:
        procedure = world.policy.procedures[str(row["thu_tuc"])]
        found.setdefault(_key(row, procedure), []).append(row)
    return found


def _key(row: Record, procedure: Procedure) -> Key:
    """Which dossier *row* belongs to; a procedure with one award need not name it."""
    award, subject, number = (_text(row.get(name)) for name in ("danh_hieu", "doi_tuong", "ho_so"))
    only = procedure.awards[0] if len(procedure.awards) == 1 else None
    return procedure.id, award or only, subject, number or ""


def _text(value: Value | None) -> str | None:
    return value if isinstance(value, str) and value else None


@attrs.frozen
class _Taken:
    """What the list says of a step: whether it was taken, and when."""

    verdict: Verdict
    day: dt.date | None = None


class _Dossier:
    """One dossier of *world*, worked out step by step."""

    def __init__(
        self,
        key: Key,
        steps: list[Record] | None,
        papers: list[Record] | None,
        world: EvaluationWorld,
    ) -> None:
        name, self.award, self.subject, self.number = key
        self.procedure: Procedure = world.policy.procedures[name]
        self._steps, self._papers = steps, papers
        self._world = world

    @property
    def _calendar(self) -> Calendar | None:
        return self._world.policy.calendar

    def result(self) -> DossierResult:
        """The whole dossier."""
        return DossierResult(
            procedure=self.procedure,
            award=self.award,
            subject=self.subject,
            number=self.number,
            steps=tuple(self._step(one) for one in self.procedure.steps),
            papers=tuple(PaperResult(one, self._paper(one)) for one in self.procedure.papers_for(self.award)),
            orders=tuple(self._orders()),
        )

    @cached_property
    def _taken(self) -> dict[str, _Taken]:
        return {step.id: self._taken_of(step) for step in self.procedure.steps}

    def _taken_of(self, step: Step) -> _Taken:
        if self._steps is None:
            return _Taken(UNKNOWN)
        rows = [row for row in self._steps if row.get("buoc") == step.id]
        days = [day for row in rows if isinstance(day := row.get("ngay"), dt.date)]
        if any(day <= self._world.day for day in days):
            return _Taken(MET, min(days))
        return _Taken(UNKNOWN if len(days) < len(rows) else UNMET)

    def _step(self, step: Step) -> StepResult:
        start = self._taken[step.after].day if step.after else None
        allowed, due, open_ = self._deadline(step, start)
        taken = self._taken[step.id]
        state, gap = self._state(step, due, open_)
        unit = Counting.WORKING if step.within and step.counting is Counting.WORKING else Counting.CALENDAR
        late = None
        if due is not None and state in {Fulfilment.LATE, Fulfilment.MISSING}:
            late = days_after(due, taken.day or self._world.day, unit, self._calendar)
        return StepResult(step, state, start, allowed, due, taken.day, late, unit, gap)

    def _deadline(self, step: Step, start: dt.date | None) -> tuple[int | None, dt.date | None, Gap | None]:
        """How many days it may take, its last day, and what is missing to know that."""
        if step.due:
            day = self._parameter(step.due, self._world.period.end)
            return (None, day, None) if isinstance(day, dt.date) else (None, None, Gap.NUMBER)
        if not step.within:
            return None, None, None
        if start is None:
            return None, None, Gap.START
        number = self._number(step.within, start)
        if number is None:
            return None, None, Gap.NUMBER
        due = last_day(start, number, step.counting, self._calendar)
        return number, due, Gap.CALENDAR if due is None else None

    def _parameter(self, name: str, day: dt.date) -> Value | None:
        spec = self._world.policy.parameters.get(name)
        return None if spec is None else spec.on(day)

    def _number(self, name: str, day: dt.date) -> int | None:
        """The number that holds on *day*: a deadline is as long as the rules say when it begins."""
        value = self._parameter(name, day)
        return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None

    def _state(self, step: Step, due: dt.date | None, open_: Gap | None) -> tuple[Fulfilment, Gap | None]:
        """How *step* stands by its last day *due*, or why that is not known; *open_* is why there is no last day."""
        taken = self._taken[step.id]
        if taken.verdict is UNKNOWN:
            return Fulfilment.UNDETERMINED, Gap.LIST if self._steps is None else Gap.DAY
        if taken.day is None:
            return self._not_taken(step, due, open_)
        if open_ is not None:
            return Fulfilment.UNDETERMINED, open_
        return (Fulfilment.LATE if due is not None and taken.day > due else Fulfilment.DONE), None

    def _not_taken(self, step: Step, due: dt.date | None, open_: Gap | None) -> tuple[Fulfilment, Gap | None]:
        if due is not None:
            return (Fulfilment.NOT_DUE if self._world.day <= due else Fulfilment.MISSING), None
        if open_ in {Gap.NUMBER, Gap.CALENDAR}:
            return Fulfilment.UNDETERMINED, open_
        following = (self._taken[one.id].verdict for one in self.procedure.steps if one.after == step.id)
        if any(verdict is not UNMET for verdict in following):
            return Fulfilment.UNDETERMINED, Gap.FIRST
        if open_ is Gap.START and self._taken[step.after].verdict is UNKNOWN:
            return Fulfilment.UNDETERMINED, open_
        return Fulfilment.NOT_DUE, None

    def _paper(self, paper: Paper) -> Verdict:
        if self._papers is None:
            return UNKNOWN
        rows = [row for row in self._papers if row.get("giay_to") == paper.id]
        found = {self._there(row) for row in rows}
        return next((one for one in (MET, UNKNOWN) if one in found), UNMET)

    def _there(self, row: Record) -> Verdict:
        day, there = row.get("ngay"), row.get("co")
        if isinstance(day, dt.date) and there is not False:
            return truth(holds=day <= self._world.day)
        return UNKNOWN if there is None else truth(holds=there is True)

    def _orders(self) -> Iterator[OrderResult]:
        for step in self.procedure.steps:
            if step.after and (found := self._order(step.after, step.id, step)) is not None:
                yield found
            if step.before and (found := self._order(step.id, step.before, None)) is not None:
                yield found

    def _order(self, first: str, then: str, clock: Step | None) -> OrderResult | None:
        """The order of two steps; *clock* is the later one where it follows the first one's day."""
        one, two = self._taken[first], self._taken[then].day
        if two is None:
            return None
        if one.day is None:
            return OrderResult(first, then, one.verdict)
        if clock is not None and clock.wait:
            return self._waited(first, then, clock, one.day, two)
        if one.day == two:
            return OrderResult(first, then, UNKNOWN if clock is None else MET)
        return OrderResult(first, then, truth(holds=one.day < two))

    def _waited(self, first: str, then: str, clock: Step, start: dt.date, day: dt.date) -> OrderResult:
        number = self._number(clock.wait, start)
        earliest = None if number is None else first_day(start, number, clock.counting, self._calendar)
        if earliest is None:
            return OrderResult(first, then, UNKNOWN)
        unit = Counting.CALENDAR if clock.counting is Counting.YEARS else clock.counting
        early = days_after(day, earliest, unit, self._calendar) or None
        return OrderResult(first, then, truth(holds=day >= earliest), earliest, early, unit)
