"""Whether two sides that a rule compares are of one type and one unit."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Final

import attrs

from thidua_rules.criteria.base import Constant, Fact, Operand, Parameter, Sum, YearsBefore
from thidua_rules.criteria.comparisons import Op
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.policies.layers import ParameterSpec
from thidua_rules.policies.validation.places import Faults, Names, Place, shown
from thidua_rules.values import Value

NUMBER: Final = "a number"
DAY: Final = "a day"
FLAG: Final = "true or false"
TEXT: Final = "text"
PARTIAL: Final = "a partial day, which nothing compares"
RECORDS: Final = "a list of records"

FAMILIES: Final = {
    FactType.FLAG: FLAG,
    FactType.INTEGER: NUMBER,
    FactType.DECIMAL: NUMBER,
    FactType.DATE: DAY,
    FactType.PARTIAL_DATE: PARTIAL,
    FactType.CHOICE: TEXT,
    FactType.TEXT: TEXT,
    FactType.RECORDS: RECORDS,
}
_ORDERED: Final = {NUMBER, DAY}


@attrs.frozen
class Wanted:
    """What one side of a comparison must be: its family, its unit, and its values where they are listed."""

    family: str
    unit: str = ""
    choices: tuple[str, ...] = ()
    share: bool = False

    def __str__(self) -> str:
        return f"{self.family} ({self.unit})" if self.unit else self.family


def wanted_by(spec: FactSpec) -> Wanted:
    """What a value must be that is compared with the fact *spec*."""
    return Wanted(FAMILIES[spec.type], spec.unit, tuple(choice.id for choice in spec.choices))


def family_of(value: Value) -> str:
    """The family that *value* belongs to."""
    if isinstance(value, bool):
        return FLAG
    if isinstance(value, (int, Decimal)):
        return NUMBER
    return DAY if isinstance(value, dt.date) else TEXT


class Sides:
    """
    Checks both sides of a comparison.

    Args:
        facts: The specifications by id.

        parameters: The parameters by id, with what lower layers set.

        faults: Where faults are added.
    """

    def __init__(
        self, facts: dict[str, FactSpec], parameters: dict[str, ParameterSpec], faults: Faults
    ) -> None:
        self._facts = facts
        self._parameters = parameters
        self._faults = faults

    def op(self, wanted: Wanted, op: Op, place: Place) -> None:
        """Only numbers and days have an order."""
        if wanted.family not in _ORDERED and op not in {Op.EQUAL, Op.DIFFERENT}:
            self._faults.add(place, f"expected '==' or '!=' for {wanted.family}, got {op.value!r}")

    def operand(self, wanted: Wanted, operand: Operand, place: Place) -> None:
        """What is compared must be of the family, the unit and the values *wanted*."""
        if isinstance(operand, Constant):
            self.value(wanted, operand.value, (*place, "value"))
        elif isinstance(operand, Parameter):
            self.parameter(wanted, operand.name, (*place, "name"))
        elif isinstance(operand, Fact):
            self._fact(wanted, operand.name, (*place, "name"))
        elif wanted.family != NUMBER:
            found = "a year" if isinstance(operand, YearsBefore) else "a sum"
            self._faults.add(place, f"expected {wanted}, got {found}")
        elif isinstance(operand, YearsBefore):
            self.parameter(Wanted(NUMBER), operand.name, (*place, "name"))
        else:
            self._sum(wanted, operand, place)

    def _sum(self, wanted: Wanted, operand: Sum, place: Place) -> None:
        for index, term in enumerate(operand.terms):
            self.operand(attrs.evolve(wanted, share=False), term, (*place, "terms", index))

    def value(self, wanted: Wanted, value: Value, place: Place) -> None:
        """One value that a rule names."""
        if problem := _problem(wanted, value):
            self._faults.add(place, problem)

    def parameter(self, wanted: Wanted, name: str, place: Place) -> None:
        """Every value of a parameter."""
        spec = self._parameters.get(name)
        if spec is None:
            return
        if wanted.unit and spec.unit and wanted.unit != spec.unit:
            self._faults.add(place, f"expected {wanted}, got {name!r} in {spec.unit!r}")
        for problem in dict.fromkeys(_problem(wanted, dated.value) for dated in spec.values):
            if problem:
                self._faults.add(place, f"{problem}, the value of {name!r}")

    def _fact(self, wanted: Wanted, name: str, place: Place) -> None:
        spec = self._facts.get(name)
        if spec is None:
            return
        found = wanted_by(spec)
        if found.family != wanted.family:
            self._faults.add(place, f"expected {wanted}, got {name!r}, which is {found.family}")
        elif wanted.unit and spec.unit and wanted.unit != spec.unit:
            self._faults.add(place, f"expected {wanted}, got {name!r} in {spec.unit!r}")


def _problem(wanted: Wanted, value: Value) -> str:
    if family_of(value) != wanted.family:
        return f"expected {wanted}, got {shown(value)}"
    if wanted.choices and value not in wanted.choices:
        advice = Names(wanted.choices).advice(str(value))
        return f"expected one of {', '.join(wanted.choices)}, got {shown(value)}{advice}"
    if wanted.share and isinstance(value, (int, Decimal)) and not 0 <= value <= 1:
        return f"expected a share from 0 to 1, got {value}"
    return ""
