"""What a calendar and a procedure may say: days in their place, steps that are there, no circle."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from thidua_rules.calendars import Calendar, Counting
from thidua_rules.policies.procedures import Procedure, Step
from thidua_rules.policies.validation.circles import circle
from thidua_rules.policies.validation.names import Known
from thidua_rules.policies.validation.places import Names, Place
from thidua_rules.policies.validation.rules import Check
from thidua_rules.policies.validation.types import DAY, NUMBER, Wanted

_SATURDAY: Final = 5


def _calendar(part: Calendar, place: Place, known: Known) -> None:
    if part.last < part.first:
        known.faults.add((*place, "last"), f"expected a day from {part.first} on, got {part.last}")
        return
    for name, weekend, words in (
        ("days_off", False, "Monday to Friday"),
        ("days_worked", True, "Saturday or Sunday"),
    ):
        days = getattr(part, name)
        for index, day in enumerate(days):
            here = (*place, name, index)
            if not part.covers(day):
                known.faults.add(here, f"expected a day from {part.first} to {part.last}, got {day}")
            elif (day.weekday() >= _SATURDAY) is not weekend:
                known.faults.add(here, f"expected a day that is a {words}, got {day}")
            elif index and days[index - 1] >= day:
                known.faults.add(here, f"expected a day after {days[index - 1]}, got {day}")


def _procedure(part: Procedure, place: Place, known: Known) -> None:
    for index, name in enumerate(part.awards):
        known.title(name, (*place, "awards", index))
    for section, parts in (("papers", part.papers), ("steps", part.steps)):
        _unique([one.id for one in parts], (*place, section), known)
    awards = Names(part.awards)
    for index, paper in enumerate(part.papers):
        for number, name in enumerate(paper.awards):
            if name not in awards:
                here = (*place, "papers", index, "awards", number)
                known.faults.add(here, awards.unknown("award of the procedure", name))
    steps = Names(one.id for one in part.steps)
    for index, step in enumerate(part.steps):
        for field in ("after", "before"):
            name = getattr(step, field)
            if name and name not in steps:
                known.faults.add((*place, "steps", index, field), steps.unknown("step", name))
    _circles(part, place, known)


def _unique(names: Iterable[str], place: Place, known: Known) -> None:
    first: dict[str, int] = {}
    for index, name in enumerate(names):
        if first.setdefault(name, index) != index:
            problem = f"expected an id of its own, got {name!r} as in [{first[name]}]"
            known.faults.add((*place, index, "id"), problem)


def _circles(part: Procedure, place: Place, known: Known) -> None:
    """Each circle of steps that come before each other, named once."""
    position = {one.id: index for index, one in reversed(list(enumerate(part.steps)))}
    graph: dict[str, set[str]] = {one.id: set() for one in part.steps}
    for step in part.steps:
        graph[step.id] |= {step.after} & graph.keys()
        if step.before in graph:
            graph[step.before].add(step.id)
    while found := circle(graph):
        head = min(found, key=lambda name: position[name])
        turn = found.index(head)
        names = " -> ".join([*found[turn:], *found[:turn], head])
        here = (*place, "steps", position[head])
        known.faults.add(here, f"expected no circle of steps, got {names}")
        graph = {name: uses - set(found) for name, uses in graph.items() if name not in found}


def _step(part: Step, place: Place, known: Known) -> None:
    unit = "nam" if part.counting is Counting.YEARS else _UNITS[part.counting]
    for field in ("within", "wait"):
        name = getattr(part, field)
        if name:
            before = len(known.faults)
            known.parameter(name, (*place, field), Wanted(NUMBER, unit))
            if len(known.faults) == before:
                _whole(name, (*place, field), known)
            if not part.after:
                known.faults.add((*place, field), "expected a step 'after' which it is counted, got none")
    if part.due:
        known.parameter(part.due, (*place, "due"), Wanted(DAY))
        if part.within:
            known.faults.add((*place, "due"), "expected one last day, got 'within' and 'due'")


_UNITS: Final = {Counting.WORKING: "ngay_lam_viec", Counting.CALENDAR: "ngay"}


def _whole(name: str, place: Place, known: Known) -> None:
    spec = known.parameter_specs.get(name)
    for dated in spec.values if spec is not None else ():
        value = dated.value
        if not isinstance(value, int) or value < 0:
            problem = f"expected a whole number from 0 on, got {value}, a value of {name!r}"
            known.faults.add(place, problem)


PROCEDURES: Final[dict[type, Check]] = {Calendar: _calendar, Procedure: _procedure, Step: _step}
