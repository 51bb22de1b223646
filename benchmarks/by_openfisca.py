"""
The twelve conditions as variables and parameters of OpenFisca-Core.

It has no third value: in place of a missing fact it is given one that meets nothing.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

import by_numpy
import numpy as np
import population as task
from openfisca_core.entities import Entity
from openfisca_core.indexed_enums import Enum
from openfisca_core.parameters import ParameterNode
from openfisca_core.periods import DateUnit
from openfisca_core.simulations import Simulation, SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

YEAR = "2025"
OTHER = "khac"
PERSON = Entity("person", "persons", "A person", "")

TEXTS = {name: Enum(name, {one: one for one in (*values, OTHER)}) for name, values in by_numpy.CODES.items()}
LIMITS = {
    "most_absent": task.MOST_ABSENT,
    "least_training": task.LEAST_TRAINING,
    "least_initiatives": task.LEAST_INITIATIVES,
    "least_titles": task.LEAST_TITLES,
}
NUMBERS = ("so_ky_luat", "so_ngay_nghi", "gio_boi_duong", "so_sang_kien", "so_lan_ldtt")


def _ldtt(person: Any, period: Any, parameters: Any) -> Any:  # noqa: ANN401  # the engine's own objects
    limits = parameters(period)
    return (
        _among(person, period, "xep_loai", task.GOOD)
        * _among(person, period, "loai_doi_tuong", task.STAFF)
        * (person("ngay_vao", period) <= np.datetime64(task.JOINED_BY))
        * (person("so_ky_luat", period) == 0)
        * (person("so_ngay_nghi", period) <= limits.most_absent)
        * (person("gio_boi_duong", period) >= limits.least_training)
    )


def _cstdcs(person: Any, period: Any, parameters: Any) -> Any:  # noqa: ANN401
    limits = parameters(period)
    return (
        person("ldtt", period)
        * _among(person, period, "xep_loai", (task.TOP,))
        * (person("so_sang_kien", period) >= limits.least_initiatives)
        * _among(person, period, "cap_sang_kien", task.LEVELS)
        * (person("so_lan_ldtt", period) >= limits.least_titles)
        * (person("ngay_het_ky_luat", period) <= np.datetime64(task.SANCTION_BY))
    )


def _among(person: Any, period: Any, name: str, values: tuple[str, ...]) -> Any:  # noqa: ANN401
    given = person(name, period)
    return sum(given == TEXTS[name][value] for value in values)


def _variable(name: str, **parts: object) -> type[Variable]:
    return type(name, (Variable,), {"entity": PERSON, "definition_period": DateUnit.YEAR, **parts})


def _system() -> TaxBenefitSystem:
    system = TaxBenefitSystem([PERSON])
    dated = {name: {"values": {"2020-01-01": {"value": value}}} for name, value in LIMITS.items()}
    system.parameters = ParameterNode("", data=dated)
    for name in NUMBERS:
        system.add_variable(_variable(name, value_type=int))
    for name in by_numpy.DAYS:
        system.add_variable(_variable(name, value_type=dt.date))
    for name, values in TEXTS.items():
        system.add_variable(
            _variable(name, value_type=Enum, possible_values=values, default_value=values[OTHER])
        )
    system.add_variable(_variable("ldtt", value_type=bool, formula=_ldtt))
    system.add_variable(_variable("cstdcs", value_type=bool, formula=_cstdcs))
    return system


SYSTEM = _system()

Ready = tuple[Simulation, "np.ndarray[Any, Any]"]


def simulation(people: list[task.Person]) -> Ready:
    """*people* as the inputs of a simulation, and their ids; it keeps what it worked out, so each is asked once."""
    facts = by_numpy.arrays(people)
    made = SimulationBuilder().build_default_simulation(SYSTEM, len(people))
    for name in (*NUMBERS, *by_numpy.DAYS, *TEXTS):
        made.set_input(name, YEAR, facts[name])
    return made, facts["id"]


def verdicts(ready: Ready) -> task.Eligible:
    """Who is eligible."""
    made, ids = ready
    ldtt, cstdcs = made.calculate("ldtt", YEAR), made.calculate("cstdcs", YEAR)
    return ids[ldtt].tolist(), ids[cstdcs].tolist()
