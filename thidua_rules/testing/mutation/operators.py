"""What is changed: for one value in its place, the other values that might have stood there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any as Anything
from typing import Final

import attrs

from thidua_rules.criteria.base import Constant, Criterion, Part
from thidua_rules.criteria.comparisons import Is, OneOf, Op
from thidua_rules.criteria.logic import All, Any, Not, Settled
from thidua_rules.facts import FactSpec
from thidua_rules.policies.layers import Addition, Dated, ParameterSpec, Setting
from thidua_rules.policies.procedures import Step
from thidua_rules.testing.mutation.domains import Domain, domain_of, same_answers, spec_beside
from thidua_rules.testing.mutation.fields import DROPPED, ORDERED, TEXT_OPERATORS
from thidua_rules.testing.mutation.model import Change
from thidua_rules.values import Rounding
from thidua_rules.verdicts import Verdict

_OTHER_OP: Final = {
    Op.AT_LEAST: Op.ABOVE,
    Op.ABOVE: Op.AT_LEAST,
    Op.AT_MOST: Op.BELOW,
    Op.BELOW: Op.AT_MOST,
    Op.EQUAL: Op.DIFFERENT,
    Op.DIFFERENT: Op.EQUAL,
}
_ALIKE: Final = ({Rounding.FLOOR, Rounding.DOWN}, {Rounding.CEIL, Rounding.UP})
"""Roundings that differ below zero only, where no law counts."""


@attrs.frozen
class Names:
    """What the policy knows by name: the facts, and the parameters."""

    facts: Mapping[str, FactSpec]
    parameters: Mapping[str, ParameterSpec]


@attrs.frozen
class Site:
    """
    A value in its place.

    Args:
        trail: The parts around it, the outermost first; the last one holds it.

        name: The field.

        value: What stands there.

        optional: Whether nothing may stand there.

        names: What the policy knows by name.
    """

    trail: tuple[object, ...]
    name: str
    value: object
    optional: bool
    names: Names

    @property
    def owner(self) -> object:
        """The part that holds the value."""
        return self.trail[-1]


def changes(site: Site) -> Iterator[Change]:
    """Every change of the value at *site* itself; parts inside it have sites of their own."""
    value, key = site.value, (type(site.owner), site.name)
    if value is None:
        return
    if site.optional:
        yield Change("drop", None, "drop-field", what=value)
    if key in TEXT_OPERATORS:
        yield from _texts(value)
    elif key in DROPPED:
        if value:
            yield Change("drop", "", "drop-field", what=value)
    elif isinstance(value, tuple):
        yield from _several(site, value)
    elif isinstance(value, Criterion):
        yield from _negated(value)
    else:
        yield from _single(site, value)


def replacements(part: object) -> Iterator[Change]:
    """What may stand in place of *part* as a whole: all for any, a criterion without its negation."""
    if isinstance(part, All) and len(part.criteria) > 1:
        yield Change("any", Any(part.criteria), "all-to-any")
    elif isinstance(part, Any) and len(part.criteria) > 1:
        yield Change("all", All(part.criteria), "any-to-all")
    elif isinstance(part, Not):
        yield Change("not-dropped", part.criterion, "unnegated", what=part.criterion)


def _texts(value: object) -> Iterator[Change]:
    other = "" if value else "unit"
    yield Change(f"to={other or 'whole'}", other, "group", before=value, after=other)


def _negated(value: Criterion) -> Iterator[Change]:
    if not isinstance(value, (Not, Settled, Is)):  # turned round by their own operators
        yield Change("negate", Not(value), "negated", what=value)


def _single(site: Site, value: object) -> Iterator[Change]:
    if isinstance(value, Op):
        yield from _comparison(site, value)
    elif isinstance(value, bool):
        if site.name == "requires_full_base" and getattr(site.owner, "effect", 1) <= 0:
            return  # it is asked of what gives points only
        yield Change("flip", not value, "becomes", before=value, after=not value)
    elif isinstance(value, Enum):
        if (
            not isinstance(site.owner, Step) or site.owner.within or site.owner.wait
        ):  # else nothing is counted
            yield from _choice(value)
    elif isinstance(value, (int, Decimal)):
        yield from _number(site, value)
    elif isinstance(value, dt.date):
        yield from _day(value)
    elif isinstance(value, str) and isinstance(site.owner, (Dated, Setting)):
        yield from _reading(site, value)


def _comparison(site: Site, op: Op) -> Iterator[Change]:
    other, domain, limit = _OTHER_OP[op], domain_of(site.trail, site.names.facts), limit_of(site.owner)
    if limit is None or not same_answers((op, limit), (other, limit), domain):
        yield Change(other.name.lower(), other, "op", before=op, after=other)


def limit_of(part: object) -> int | Decimal | None:
    """The constant number that *part* compares with, or None."""
    for name in ("value", "months", "percent"):
        operand = getattr(part, name, None)
        if isinstance(operand, Constant) and _is_number(operand.value):
            return operand.value  # type: ignore[return-value]
    return None


def _is_number(value: object) -> bool:
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


def _number(site: Site, value: int | Decimal) -> Iterator[Change]:
    """One step more and one less; not what lies beyond reach, nor what another operator does already."""
    if site.name == "step" and getattr(site.owner, "rounding", value) is None:
        return  # nothing is rounded to it
    step, around = step_of(value, _unit(site)), site.trail[:-1]
    op = getattr(around[-1], "op", None) if around and isinstance(site.owner, Constant) else None
    domain = domain_of(around, site.names.facts) if isinstance(op, Op) else Domain()
    counted = isinstance(value, int) and not isinstance(site.owner, (Constant, Dated, Setting))
    for code, other in (("plus", value + step), ("minus", value - step)):
        if counted and other < 0:
            continue
        if isinstance(op, Op):
            now, strict = (op, other), (_OTHER_OP[op], value)
            if same_answers((op, value), now, domain) or same_answers(strict, now, domain):
                continue
        yield Change(code, other, "becomes", before=value, after=other)


def _unit(site: Site) -> str:
    owner = site.owner
    if isinstance(owner, Setting):
        spec = site.names.parameters.get(owner.parameter)
        return "" if spec is None else spec.unit
    specs = [one for one in site.trail if isinstance(one, ParameterSpec)]
    beside = spec_beside(site.trail, site.names.facts)
    return specs[-1].unit if specs else "" if beside is None else beside.unit


def step_of(value: int | Decimal, unit: str) -> int | Decimal:
    """The smallest step of *value*: 1, its last written decimal; of money its last digit that is not zero."""
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
    digits = str(abs(value))
    return 10 ** (len(digits) - len(digits.rstrip("0"))) if unit == "dong" and value else 1


def _day(value: dt.date) -> Iterator[Change]:
    for code, days in (("plus", 1), ("minus", -1)):
        other = value + dt.timedelta(days=days)
        yield Change(code, other, "becomes", before=value, after=other)


def _choice(value: Enum) -> Iterator[Change]:
    """Each other verdict; of anything else the next one in its order that is another in effect."""
    members = list(type(value))
    start = members.index(value)
    others = [*members[start + 1 :], *members[:start]]
    if not isinstance(value, Verdict):
        others = [one for one in others if not any({value, one} <= pair for pair in _ALIKE)][:1]
    for other in others:
        yield Change(f"to={other.value}", other, "becomes", before=value, after=other)


def _reading(site: Site, value: str) -> Iterator[Change]:
    """Each other reading that the parameter knows."""
    owner = site.owner
    if isinstance(owner, Setting):
        spec = site.names.parameters.get(owner.parameter)
    else:
        spec = next((one for one in reversed(site.trail) if isinstance(one, ParameterSpec)), None)
    for other in spec.choices if spec is not None else ():
        if other != value:
            yield Change(f"to={other}", other, "becomes", before=value, after=other)


def _several(site: Site, values: tuple[object, ...]) -> Iterator[Change]:
    keys = keys_of(values)
    for index, (one, key) in enumerate(zip(values, keys, strict=True)):
        rest = (*values[:index], *values[index + 1 :])
        if _is_number(one):
            for change in _number(site, one):  # type: ignore[arg-type]
                changed = (*values[:index], change.value, *values[index + 1 :])
                yield attrs.evolve(change, operator=f"{change.operator}={index}", value=changed)
        elif isinstance(one, (Criterion, Part)):
            yield Change(f"drop={key}", rest, "drop-part", what=one)
        elif not isinstance(one, tuple) and not _out_of_reach(site, one):
            yield Change(f"drop={key}", rest, "drop-value", what=one)
    if any(isinstance(site.owner, kind) and site.name == name for kind, name in ORDERED):
        yield from _swaps(values, keys)


def _swaps(values: tuple[object, ...], keys: tuple[str, ...]) -> Iterator[Change]:
    for index in range(len(values) - 1):
        one, other = values[index], values[index + 1]
        changed = (*values[:index], other, one, *values[index + 2 :])
        code = f"swap={keys[index]},{keys[index + 1]}"
        yield Change(code, changed, "swapped", before=one, after=other)


def _out_of_reach(site: Site, value: object) -> bool:
    """Whether the fact beside *value* can never have it."""
    if not isinstance(site.owner, OneOf):
        return False
    spec = site.names.facts.get(site.owner.fact)
    return spec is not None and bool(spec.choices) and value not in {one.id for one in spec.choices}


_BY: Final = ("id", "name", "parameter", "subject_kind", "award")


def keys_of(values: Iterable[object]) -> tuple[str, ...]:
    """A short name for each of *values* that does not depend on the others; alike ones are numbered."""
    found: list[str] = []
    seen: dict[str, int] = {}
    for one in values:
        key = _key(one)
        seen[key] = seen.get(key, 0) + 1
        found.append(key if seen[key] == 1 else f"{key}#{seen[key]}")
    return tuple(found)


def _key(value: Anything) -> str:  # noqa: ANN401  # any frozen value
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Addition):
        return f"{value.clause.id}@{'+'.join(value.awards)}"
    if not attrs.has(type(value)):
        return str(value)
    named = (
        None
        if isinstance(value, Criterion)
        else next((inner for name in _BY if (inner := getattr(value, name, None)) is not None), None)
    )
    if named is None and hasattr(value, "id"):
        named = value.id
    if named is not None:
        return _key(named)
    kind = getattr(type(value), "kind", type(value).__name__)
    texts = (getattr(value, one.name) for one in attrs.fields(type(value)) if one.init)
    first = next((text for text in texts if isinstance(text, str)), "")
    return f"{kind}:{first}" if first else str(kind)
