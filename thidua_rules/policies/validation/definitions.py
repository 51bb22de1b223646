"""What each definition of a layer may say: facts, parameters, settings, and what a plan demands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from thidua_rules.criteria.comparisons import Op, compare
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.policies.layers import Addition, Dated, ParameterSpec, Setting
from thidua_rules.policies.obligations import Fund, Obligation, Proposal, Standings
from thidua_rules.policies.validation.names import Known
from thidua_rules.policies.validation.places import Place, shown
from thidua_rules.policies.validation.rules import Check
from thidua_rules.policies.validation.types import DAY, NUMBER, TEXT, Wanted, family_of
from thidua_rules.values import Value


def _fact_spec(part: FactSpec, place: Place, known: Known) -> None:
    for field, problem in _spec_problems(part, inside=len(place) > 4):  # noqa: PLR2004
        known.faults.add((*place, field), problem)


def _spec_problems(part: FactSpec, *, inside: bool) -> Iterator[tuple[str, str]]:
    """What is wrong with a specification; *inside* another it is a column."""
    if (part.type is FactType.CHOICE) != bool(part.choices):
        wanted = "choices" if part.type is FactType.CHOICE else "no choices"
        yield "choices", f"expected {wanted} for the type {part.type.value!r}"
    if (part.type is FactType.RECORDS) != bool(part.fields):
        wanted = "columns" if part.type is FactType.RECORDS else "no columns"
        yield "fields", f"expected {wanted} for the type {part.type.value!r}"
    if inside and part.type is FactType.RECORDS:
        yield "type", "expected no list inside a list"
    if part.minimum is not None and part.maximum is not None and part.maximum < part.minimum:
        yield "maximum", f"expected at least {part.minimum}, got {part.maximum}"
    for name, ids in (("choices", [c.id for c in part.choices]), ("fields", [f.id for f in part.fields])):
        if len(set(ids)) < len(ids):
            twice = next(one for one in ids if ids.count(one) > 1)
            yield name, f"expected each id once, got {twice!r} again"


def _parameter_spec(part: ParameterSpec, place: Place, known: Known) -> None:
    families = {family_of(dated.value) for dated in part.values}
    if len(families) > 1:
        problem = f"expected values of one type, got {' and '.join(sorted(families))}"
        known.faults.add((*place, "values"), problem)
    for index, dated in enumerate(part.values):
        here = (*place, "values", index)
        if part.choices and dated.value not in part.choices:
            problem = f"expected one of {', '.join(part.choices)}, got {shown(dated.value)}"
            known.faults.add((*here, "value"), problem)
        elif not part.choices and (limit := _beyond(dated.value, part)):
            known.faults.add((*here, "value"), f"expected {limit}, got {shown(dated.value)}")
        if dated.valid_from and dated.valid_to and dated.valid_to < dated.valid_from:
            problem = f"expected a day from {dated.valid_from} on, got {dated.valid_to}"
            known.faults.add((*here, "valid_to"), problem)
    for first, second in _overlaps(part.values):
        problem = f"expected one value on a day, got those of values[{first}] and values[{second}]"
        known.faults.add((*place, "values"), problem)


def _beyond(value: Value, part: ParameterSpec) -> str:
    """The end of the range of *part* that *value* is beyond, in words; empty where it is inside or has another type."""
    for end, op, words in ((part.minimum, Op.AT_LEAST, "least"), (part.maximum, Op.AT_MOST, "most")):
        if end is not None and family_of(end) == family_of(value) and not compare(value, op, end):
            return f"at {words} {end}"
    return ""


def _overlaps(values: tuple[Dated, ...]) -> Iterator[tuple[int, int]]:
    """Each value that holds on a day on which another does, with that other, by their indices in order."""
    periods = [(one.valid_from or dt.date.min, one.valid_to or dt.date.max) for one in values]
    ordered = sorted((start, end, index) for index, (start, end) in enumerate(periods) if start <= end)
    longest = ordered[:1]
    for start, end, index in ordered[1:]:
        _, until, last = longest[0]
        if start <= until:
            yield min(index, last), max(index, last)
        if end > until:
            longest = [(start, end, index)]


def _setting(part: Setting, place: Place, known: Known) -> None:
    known.parameter(part.parameter, (*place, "parameter"))
    spec = known.parameter_specs.get(part.parameter)
    first = known.defined.get(part.parameter)
    if spec is not None and first is not None and first.values:
        wanted = Wanted(family_of(first.values[0].value), choices=spec.choices)
        known.sides.value(wanted, part.value, (*place, "value"))


def _addition(part: Addition, place: Place, known: Known) -> None:
    for index, name in enumerate(part.awards):
        known.award(name, (*place, "awards", index))


def _obligation(part: Obligation, place: Place, known: Known) -> None:
    if part.due:
        known.parameter(part.due, (*place, "due"), Wanted(DAY))


def _proposal(part: Proposal, place: Place, known: Known) -> None:
    known.award(part.award, (*place, "award"))
    if not 1 <= part.first <= part.last:
        problem = f"expected a place from 1 to {part.last}, got {part.first}"
        known.faults.add((*place, "first"), problem)


def _standings(part: Standings, place: Place, known: Known) -> None:
    known.scale(part.scale, (*place, "scale"))
    if part.stratum:
        known.typed_fact(part.stratum, (TEXT,), (*place, "stratum"))


def _fund(part: Fund, place: Place, known: Known) -> None:
    known.parameter(part.rate, (*place, "rate"), Wanted(NUMBER, "ty_le", share=True))
    known.typed_fact(part.spending, (NUMBER,), (*place, "spending"))


DEFINITIONS: Final[dict[type, Check]] = {
    Addition: _addition,
    FactSpec: _fact_spec,
    Fund: _fund,
    Obligation: _obligation,
    ParameterSpec: _parameter_spec,
    Proposal: _proposal,
    Setting: _setting,
    Standings: _standings,
}
