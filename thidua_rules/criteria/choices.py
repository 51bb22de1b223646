"""A choice that the law leaves open, made by a parameter: which of several readings holds."""

from __future__ import annotations

from typing import ClassVar

import attrs

from thidua_rules.criteria.base import Case, Criterion, Uses
from thidua_rules.findings import Finding
from thidua_rules.verdicts import MET, UNMET, Verdict


@attrs.frozen
class Chosen(Criterion):
    """
    Met when a parameter that names a reading names one of the values; the same for every case.

    Args:
        parameter: The parameter's name; its value is text.

        values: The readings that meet it.
    """

    kind: ClassVar[str] = "chosen"

    parameter: str
    values: tuple[str, ...]

    def verdict(self, case: Case) -> Verdict:
        """
        Whether one of the readings is chosen.

        Raises:
            PolicyError: The parameter is not defined on the day.
        """
        return MET if case.parameter(self.parameter) in self.values else UNMET

    def check(self, case: Case) -> Finding:
        """
        Whether one of the readings is chosen, with the one that is.

        Raises:
            PolicyError: The parameter is not defined on the day.
        """
        chosen = case.parameter(self.parameter)
        asked = (("value", f"parameter:{self.parameter}"), ("values", self.values))
        return Finding("chosen", MET if chosen in self.values else UNMET, asked, chosen, self.values)

    def own_uses(self) -> Uses:
        """The parameter."""
        return Uses(parameters=frozenset({self.parameter}))
