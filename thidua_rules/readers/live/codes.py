"""
Which leaves the engine may decide, and how the values that they read become small integers.

A number becomes twice its multiple of the leaf's smallest step, rounded down, and one more where it lies between two
multiples; what is out of bounds becomes the bound. So every comparison with a threshold, which is a multiple, is exact.
Texts are numbered among those that the leaf names, and flags and days are numbers already. The engine never sees a
text, a float or a large integer.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, cast

import attrs

from thidua_rules.criteria.base import Constant, Criterion, Operand, Parameter
from thidua_rules.criteria.comparisons import Between, Compare, Is, OneOf, Op
from thidua_rules.facts import FactSpec
from thidua_rules.policies.validation.types import DAY, FLAG, NUMBER, TEXT, family_of, wanted_by
from thidua_rules.readers.live.engine import HIGHEST, LOWEST, Ranges
from thidua_rules.values import FrozenMap, Marker, Value

_FAMILIES: Final = {FLAG, NUMBER, TEXT, DAY}
_MOST_TEXTS: Final = 64


@attrs.frozen
class Coded:
    """
    A leaf as the engine is asked it.

    Args:
        fact: The fact that it reads.

        family: The family of its values.

        step: How many steps a unit has, for a number.

        texts: The number of each text that it names.

        ranges: The numbers on which it is met.
    """

    fact: str
    family: str
    step: int
    texts: FrozenMap[str, int]
    ranges: Ranges = ()

    def number(self, value: Value) -> int:
        """What *value* becomes."""
        return min(max(self._number(value), LOWEST), HIGHEST)

    def _number(self, value: Value) -> int:
        if self.family == TEXT:
            return self.texts.get(str(value), 0)
        if self.family == NUMBER:
            return self._steps(cast("int | Decimal", value))
        return int(value) if isinstance(value, bool) else cast("dt.date", value).toordinal()

    def _steps(self, value: int | Decimal) -> int:
        if isinstance(value, int):
            return 2 * value * self.step
        exact = Fraction(value) * self.step
        whole = exact.numerator // exact.denominator
        return 2 * whole + (exact != whole)

    def fits(self, value: Value) -> bool:
        """Whether *value* is of the family that it can be told of."""
        return not isinstance(value, Marker) and family_of(value) == self.family


def coded(leaf: Criterion, specs: Mapping[str, FactSpec], parameters: Mapping[str, Value]) -> Coded | None:
    """*leaf* as the engine is asked it; None where only its own verdict is sound."""
    code = _CODES.get(type(leaf))
    return None if code is None else code(leaf, specs, parameters)


def _compare(leaf: Criterion, specs: Mapping[str, FactSpec], parameters: Mapping[str, Value]) -> Coded | None:
    leaf = cast("Compare", leaf)
    found = _blank(leaf.fact, (leaf.value,), specs, parameters)
    if found is None or (found[0].family == TEXT and leaf.op not in {Op.EQUAL, Op.DIFFERENT}):
        return None
    blank, (number,) = found
    return attrs.evolve(blank, ranges=_side(leaf.op, number))


def _between(leaf: Criterion, specs: Mapping[str, FactSpec], parameters: Mapping[str, Value]) -> Coded | None:
    leaf = cast("Between", leaf)
    found = _blank(leaf.fact, (leaf.low, leaf.high), specs, parameters)
    if found is None or found[0].family == TEXT:
        return None
    blank, (low, high) = found
    ends = (low if leaf.low_included else low + 1, high if leaf.high_included else high - 1)
    return attrs.evolve(blank, ranges=(ends,) if ends[0] <= ends[1] else ())


def _one_of(leaf: Criterion, specs: Mapping[str, FactSpec], parameters: Mapping[str, Value]) -> Coded | None:
    leaf = cast("OneOf", leaf)
    found = _blank(leaf.fact, tuple(Constant(value) for value in leaf.values), specs, parameters)
    if found is None or found[0].family != TEXT or not leaf.values:
        return None
    blank, numbers = found
    return attrs.evolve(blank, ranges=((1, len(set(numbers))),))


def _is(leaf: Criterion, specs: Mapping[str, FactSpec], parameters: Mapping[str, Value]) -> Coded | None:
    leaf = cast("Is", leaf)
    found = _blank(leaf.fact, (Constant(leaf.wanted),), specs, parameters)
    return None if found is None else attrs.evolve(found[0], ranges=_side(Op.EQUAL, found[1][0]))


_CODES: Final[
    dict[type, Callable[[Criterion, Mapping[str, FactSpec], Mapping[str, Value]], Coded | None]]
] = {Compare: _compare, Between: _between, OneOf: _one_of, Is: _is}
"""The kinds of leaf that the engine may decide; every other kind, known or not, is asked for its own verdict."""


def _blank(
    fact: str, operands: tuple[Operand, ...], specs: Mapping[str, FactSpec], parameters: Mapping[str, Value]
) -> tuple[Coded, tuple[int, ...]] | None:
    """The fact's code without ranges, and what the operands become; None where one has no safe number."""
    spec = specs.get(fact)
    values = [_resolved(operand, parameters) for operand in operands]
    if spec is None or len(values) > _MOST_TEXTS or any(value is None for value in values):
        return None
    sure = [value for value in values if value is not None]
    family = wanted_by(spec).family
    if family not in _FAMILIES or not all(_plain(value, family) for value in sure):
        return None
    texts = {str(value): place for place, value in enumerate(dict.fromkeys(sure), start=1)}
    code = Coded(fact, family, _step(sure), FrozenMap(texts if family == TEXT else {}))
    numbers = tuple(code._number(value) for value in sure)  # noqa: SLF001  # before it is bounded
    return (code, numbers) if all(LOWEST + 1 < one < HIGHEST - 1 for one in numbers) else None


def _plain(value: Value, family: str) -> bool:
    if isinstance(value, Marker) or (isinstance(value, Decimal) and not value.is_finite()):
        return False
    return family_of(value) == family


def _resolved(operand: Operand, parameters: Mapping[str, Value]) -> Value | None:
    if isinstance(operand, Constant):
        return operand.value
    return parameters.get(operand.name) if isinstance(operand, Parameter) else None


def _step(values: list[Value]) -> int:
    """The steps of a unit of which every number of *values* is a multiple."""
    places = [-cast("int", v.as_tuple().exponent) for v in values if isinstance(v, Decimal)]
    most: int = max([0, *places])
    return int("1" + "0" * most)


def _side(op: Op, number: int) -> Ranges:
    return {
        Op.AT_LEAST: ((number, HIGHEST),),
        Op.ABOVE: ((number + 1, HIGHEST),),
        Op.AT_MOST: ((LOWEST, number),),
        Op.BELOW: ((LOWEST, number - 1),),
        Op.EQUAL: ((number, number),),
        Op.DIFFERENT: ((LOWEST, number - 1), (number + 1, HIGHEST)),
    }[op]
