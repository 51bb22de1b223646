"""How many rows and members a case must be allowed for a policy's own numbers to be reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from math import ceil
from typing import Any as Anything

from thidua_rules.criteria.base import Constant, Criterion, Operand, Parameter
from thidua_rules.criteria.histories import ConsecutiveYears
from thidua_rules.criteria.members import MemberCount
from thidua_rules.criteria.records import Count
from thidua_rules.policies.model import Policy
from thidua_rules.readers.proof.space import Bounds

_LEAST, _MOST = 2, 8


def enough(policy: Policy, on: dt.date, award: str | None = None) -> Bounds:
    """
    One more row, and one more member, than the counts of *policy* ask for, as far as those are small; at least two.

    Args:
        policy: The policy.

        on: The day whose parameters hold.

        award: Only the counts of this award and of those that it rests on; by default of all.
    """
    parameters = policy.parameters_on(on)
    rows, members = [_LEAST], [_LEAST]
    for name in policy.awards if award is None else policy.selected((award,)):
        for criterion in (part for one in policy.awards[name].criteria() for part in one.walk()):
            rows += numbers(criterion, "rows", parameters)
            members += numbers(criterion, "members", parameters)
    return Bounds(rows=_largest(rows), members=_largest(members))


def _largest(numbers: list[int]) -> int:
    """The largest number within reach; one beyond stands for "never" in a policy, and no bound would meet it."""
    return max(one for one in numbers if one <= _MOST)


def numbers(criterion: Criterion, what: str, parameters: Mapping[str, Anything]) -> Iterator[int]:
    """One more than the number of rows, or of members, that *criterion* asks for."""
    operand: Operand | None = None
    if what == "rows" and isinstance(criterion, Count):
        operand = criterion.value
    elif what == "rows" and isinstance(criterion, ConsecutiveYears):
        operand = criterion.years
    elif what == "members" and isinstance(criterion, MemberCount):
        operand = criterion.value
    value = _constant(operand, parameters)
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        yield ceil(value) + 1


def _constant(operand: Operand | None, parameters: Mapping[str, Anything]) -> object:
    if isinstance(operand, Constant):
        return operand.value
    return parameters.get(operand.name) if isinstance(operand, Parameter) else None
