"""What one instrument brings: awards, scales, facts, parameters, conditions, demands."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from thidua_rules.awards import Award
from thidua_rules.calendars import Calendar
from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.criteria.base import Part
from thidua_rules.criteria.logic import Clause
from thidua_rules.facts import FactSpec
from thidua_rules.policies.obligations import Fund, Movement, Obligation, Provision, Standings, Target
from thidua_rules.policies.procedures import Procedure
from thidua_rules.scales import Scale
from thidua_rules.values import Value


@attrs.frozen(kw_only=True)
class Dated(Part):
    """A value and the days on which it holds."""

    kind: ClassVar[str] = "dated"

    value: Value
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None

    def holds_on(self, day: dt.date) -> bool:
        """Whether it holds on *day*."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@attrs.frozen(kw_only=True)
class ParameterSpec(Part):
    """
    A named, dated number (or day, or choice) that an instrument sets.

    Args:
        id: Its name, ascii Vietnamese.

        label_vi: What it is.

        label_en: The same in English.

        unit: Its unit.

        values: Its values over time.

        minimum: The smallest value that the law allows a lower layer to set.

        maximum: The largest.

        choices: The values allowed, for text.

        settable: Whether a lower layer may set it at all.

        citation: Where it stands.

        standing: How well it was confirmed.
    """

    kind: ClassVar[str] = "parameter-spec"

    id: str
    label_vi: str
    label_en: str
    unit: str = ""
    values: tuple[Dated, ...]
    minimum: Value | None = None
    maximum: Value | None = None
    choices: tuple[str, ...] = ()
    settable: bool = False
    citation: Citation
    standing: Standing = Standing.CONFIRMED

    def on(self, day: dt.date) -> Value | None:
        """The value that holds on *day*; of several the one that began last; or None."""
        holding = [dated for dated in self.values if dated.holds_on(day)]
        if not holding:
            return None
        return max(holding, key=lambda dated: dated.valid_from or dt.date.min).value

    def label(self, lang: str) -> str:
        """The label in ``vi`` or ``en``."""
        return self.label_en if lang == "en" else self.label_vi


@attrs.frozen(kw_only=True)
class Setting(Part):
    """A value that a lower layer gives to a parameter of a higher one."""

    kind: ClassVar[str] = "setting"

    parameter: str
    value: Value
    citation: Citation
    standing: Standing = Standing.CONFIRMED


@attrs.frozen(kw_only=True)
class Addition(Part):
    """A condition that a lower layer adds to awards of a higher one."""

    kind: ClassVar[str] = "addition"

    awards: tuple[str, ...]
    clause: Clause


@attrs.frozen(kw_only=True)
class Layer(Part):
    """
    What one instrument, or one body's instruments together, bring.

    Args:
        id: Its name, ascii Vietnamese.

        title_vi: What it is.

        title_en: The same in English.

        level: ``luat``, ``tinh``, ``xa`` or ``thu_nghiem``: who stands behind it.

        valid_from: The first day in force, or None.

        valid_to: The last day in force, or None.

        procedures: The routes of dossiers, with their deadlines.

        calendar: The days that are worked, which those deadlines are counted on.

        scope_note: For a plan, the subjects that it names and the audience that it addresses, as two lists.
    """

    kind: ClassVar[str] = "layer"

    id: str
    title_vi: str
    title_en: str
    level: str
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    instruments: tuple[Instrument, ...] = ()
    facts: tuple[FactSpec, ...] = ()
    parameters: tuple[ParameterSpec, ...] = ()
    scales: tuple[Scale, ...] = ()
    awards: tuple[Award, ...] = ()
    additions: tuple[Addition, ...] = ()
    settings: tuple[Setting, ...] = ()
    obligations: tuple[Obligation, ...] = ()
    targets: tuple[Target, ...] = ()
    movements: tuple[Movement, ...] = ()
    standings: tuple[Standings, ...] = ()
    provisions: tuple[Provision, ...] = ()
    procedures: tuple[Procedure, ...] = ()
    fund: Fund | None = None
    calendar: Calendar | None = None

    def in_force_on(self, day: dt.date) -> bool:
        """Whether it is in force on *day*, as far as its days are known."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )
