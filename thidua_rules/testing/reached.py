"""What one case reaches: clauses by their verdict, quotas under and over, ranking keys, coverage, money, readings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterator

import attrs

from thidua_rules.evaluation import Outcome
from thidua_rules.evaluation.results import Status
from thidua_rules.policies.model import Policy
from thidua_rules.testing.cases import AwardTask
from thidua_rules.values import Value

NO_DAY = "ban_dau"
"""The name of a dated value that always held before the next one."""


@attrs.frozen(order=True)
class Reached:
    """
    One value of one provision that a case reached.

    Args:
        kind: ``clause``, ``quota``, ``key``, ``coverage``, ``multiple``, ``parameter``, ``dated`` or ``setting``.

        owner: The award, or the layer of a setting; empty for a parameter.

        name: The provision's own name.

        value: What was reached: a verdict, ``under``, ``at``, ``over``, a reading …
    """

    kind: str
    owner: str
    name: str
    value: str


def reached_by(task: AwardTask, outcome: Outcome | None, said: Collection[str]) -> tuple[Reached, ...]:
    """
    What *outcome*, the answer to *task*, reaches beside its clauses, each once.

    Args:
        task: What was asked.

        outcome: The answer, or None outside the award's scope.

        said: What the case says: the bonus and the notes are reached only where it speaks of them.
    """
    found = [*_readings(task)]
    if outcome is not None:
        found += [*_quota(outcome), *_keys(outcome), *_coverage(outcome)]
        found += _multiple(outcome) if "bonus" in said else ()
        found += _notes(outcome) if "notes" in said else ()
    return tuple(sorted(set(found)))


def _quota(outcome: Outcome) -> Iterator[Reached]:
    limit, rule = outcome.quota, outcome.award.quota(outcome.subject.kind)
    if limit is None or rule is None or limit.low != limit.high or limit.open:
        return
    places = limit.low
    value = "under" if limit.candidates < places else "at" if limit.candidates == places else "over"
    yield Reached("quota", outcome.award.id, rule.rate, value)


def _keys(outcome: Outcome) -> Iterator[Reached]:
    """A key separates where it is the first to differ from the next; those before it, and all of a tie, are equal."""
    place = outcome.place
    if place is None:
        return
    for one in place.keys:
        if one.low != one.high:
            yield Reached("key", outcome.award.id, one.key.id, "UNKNOWN")
            return
        if one.key.id == place.separated_by:
            yield Reached("key", outcome.award.id, one.key.id, "separates")
            return
        if place.separated_by is not None or place.tied_with:
            yield Reached("key", outcome.award.id, one.key.id, "equal")


_COMPETES = {Status.RECOMMENDED, Status.TIED, Status.OVER_QUOTA}


def _coverage(outcome: Outcome) -> Iterator[Reached]:
    rule = outcome.award.coverage
    if rule is None:
        return
    waits = any(one.subject == outcome.subject.id and one.fact == rule.records for one in outcome.missing)
    if outcome.status is Status.COVERED or outcome.status in _COMPETES or waits:
        covered = "MET" if outcome.status is Status.COVERED else "UNKNOWN" if waits else "UNMET"
        yield Reached("coverage", outcome.award.id, "", covered)


def _notes(outcome: Outcome) -> Iterator[Reached]:
    for one in outcome.noted:
        if one.heading is not None:
            yield Reached("note", outcome.award.id, one.heading.id, one.verdict.value)


def _multiple(outcome: Outcome) -> Iterator[Reached]:
    if outcome.bonus is not None:
        value = "paid" if outcome.bonus.paid else "unpaid"
        yield Reached("multiple", outcome.award.id, outcome.subject.kind.value, value)


def _readings(task: AwardTask) -> Iterator[Reached]:
    """The parameters that the award reads itself: which reading is chosen, and what a layer set."""
    days = {task.on, *(one.date for one in task.roster.decisions if one.award == task.award)}
    for name in sorted(parameters_of(task.policy, task.award)):
        spec = task.policy.parameters.get(name)
        if spec is None:
            continue
        value = spec.on(task.on)
        if spec.choices and value is not None:
            yield Reached("parameter", "", name, str(value))
        if len(spec.values) > 1:
            yield from (
                Reached("dated", "", name, first) for day in days for first in _first(spec.values, day)
            )
        yield from _settings(task.policy, name, value)


def _first(values: tuple[object, ...], day: dt.date) -> Iterator[str]:
    holding = [one for one in values if one.holds_on(day)]  # type: ignore[attr-defined]
    if holding:
        last = max(holding, key=lambda one: one.valid_from or dt.date.min)  # type: ignore[attr-defined]
        yield dated_name(last.valid_from)  # type: ignore[attr-defined]


def dated_name(first: dt.date | None) -> str:
    """How a dated value is named: by its first day."""
    return NO_DAY if first is None else first.isoformat()


def parameters_of(policy: Policy, award: str) -> frozenset[str]:
    """The parameters that *award* reads, itself or through its scales."""
    uses = policy.award(award).uses()
    for name in uses.scales & policy.scales.keys():
        uses = uses | policy.scales[name].uses()
    return uses.parameters


def _settings(policy: Policy, name: str, value: Value | None) -> Iterator[Reached]:
    setting = [
        (layer.id, one.value) for layer in policy.layers for one in layer.settings if one.parameter == name
    ]
    if setting and setting[-1][1] == value:
        yield Reached("setting", setting[-1][0], name, "read")
