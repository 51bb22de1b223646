"""A policy: the layers of the law, composed, in force over one period."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import ClassVar

import attrs

from thidua_rules.awards import Award
from thidua_rules.calendars import Calendar
from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.criteria.base import Part
from thidua_rules.errors import PolicyError, UnknownNameError
from thidua_rules.facts import Choice, FactSpec, FactType
from thidua_rules.policies.layers import Dated, Layer, ParameterSpec, Setting
from thidua_rules.policies.obligations import Fund, Movement, Obligation, Provision, Standings, Target
from thidua_rules.policies.procedures import Procedure
from thidua_rules.scales import Scale
from thidua_rules.values import FrozenMap, Value, content_hash, nearest

REFORM = "thu_nghiem"


@attrs.frozen(kw_only=True)
class Policy(Part):
    """
    Layers composed: a national law, what a province adds, a commune's plan.

    Args:
        id: Its name.

        title_vi: What it is.

        title_en: The same in English.

        layers: From the highest to the lowest.

    A lower layer may add conditions and set the parameters that the law lets it set; it can take nothing away.
    """

    kind: ClassVar[str] = "policy"

    id: str
    title_vi: str
    title_en: str
    layers: tuple[Layer, ...]

    @cached_property
    def instruments(self) -> FrozenMap[str, Instrument]:
        """The instruments, by id."""
        return FrozenMap({one.id: one for layer in self.layers for one in layer.instruments})

    @cached_property
    def facts(self) -> FrozenMap[str, FactSpec]:
        """The specifications of facts and records, by id; a column that lists titles knows every award here."""
        titles = tuple(Choice(one.id, one.title_vi, one.title_en) for one in self.awards.values())
        return FrozenMap({one.id: _with_titles(one, titles) for layer in self.layers for one in layer.facts})

    @cached_property
    def parameters(self) -> FrozenMap[str, ParameterSpec]:
        """The parameters, by id, with the values that lower layers set."""
        found = {one.id: one for layer in self.layers for one in layer.parameters}
        for layer in self.layers:
            for setting in layer.settings:
                if (spec := found.get(setting.parameter)) is not None:
                    found[spec.id] = _set(spec, setting)
        return FrozenMap(found)

    @cached_property
    def awards(self) -> FrozenMap[str, Award]:
        """The awards, by id, with the conditions that lower layers add."""
        found = {one.id: one for layer in self.layers for one in layer.awards}
        for layer in self.layers:
            for addition in layer.additions:
                for name in addition.awards:
                    if (award := found.get(name)) is not None:
                        found[name] = attrs.evolve(award, eligibility=(*award.eligibility, addition.clause))
        return FrozenMap(found)

    @cached_property
    def scales(self) -> FrozenMap[str, Scale]:
        """The scales, by id."""
        return FrozenMap({one.id: one for layer in self.layers for one in layer.scales})

    @property
    def obligations(self) -> tuple[Obligation, ...]:
        """What is to be done."""
        return tuple(one for layer in self.layers for one in layer.obligations)

    @property
    def targets(self) -> tuple[Target, ...]:
        """What is to be reached."""
        return tuple(one for layer in self.layers for one in layer.targets)

    @property
    def movements(self) -> tuple[Movement, ...]:
        """What is to be launched."""
        return tuple(one for layer in self.layers for one in layer.movements)

    @property
    def standings(self) -> tuple[Standings, ...]:
        """Which units are ranked."""
        return tuple(one for layer in self.layers for one in layer.standings)

    @property
    def provisions(self) -> tuple[Provision, ...]:
        """The rule sentences that were read, and what became of them."""
        return tuple(one for layer in self.layers for one in layer.provisions)

    @cached_property
    def procedures(self) -> FrozenMap[str, Procedure]:
        """The routes of dossiers, by id."""
        return FrozenMap({one.id: one for layer in self.layers for one in layer.procedures})

    @property
    def calendar(self) -> Calendar | None:
        """The days that are worked; of the lowest layer that says so."""
        return next((layer.calendar for layer in reversed(self.layers) if layer.calendar), None)

    @property
    def fund(self) -> Fund | None:
        """The ceiling on the money; the lowest layer that has one."""
        return next((layer.fund for layer in reversed(self.layers) if layer.fund), None)

    @cached_property
    def content_hash(self) -> str:
        """A hash of everything that the policy says."""
        return content_hash(self)

    def award(self, award_id: str) -> Award:
        """
        The award named *award_id*.

        Raises:
            UnknownNameError: The policy has none.
        """
        found = self.awards.get(award_id)
        if found is None:
            raise UnknownNameError("award", award_id, nearest(award_id, self.awards))
        return found

    def parameters_on(self, day: dt.date) -> FrozenMap[str, Value]:
        """The parameters that have a value on *day*."""
        values = {name: spec.on(day) for name, spec in self.parameters.items()}
        return FrozenMap({name: value for name, value in values.items() if value is not None})

    def with_parameter(self, name: str, value: Value) -> Policy:
        """
        A policy in which the parameter *name* has *value* on every day: a reform to compare with.

        Raises:
            UnknownNameError: The policy has no such parameter.
        """
        spec = self.parameters.get(name)
        if spec is None:
            raise UnknownNameError("parameter", name, nearest(name, self.parameters))
        setting = Setting(parameter=name, value=value, citation=Citation(REFORM), standing=Standing.ASSUMED)
        return self._reformed(settings=(setting,))

    def with_layer(self, layer: Layer) -> Policy:
        """A policy with one more layer below the others."""
        return attrs.evolve(self, layers=(*self.layers, layer))

    def _reformed(self, settings: tuple[Setting, ...]) -> Policy:
        *above, last = self.layers
        if last.id == REFORM:
            changed = {setting.parameter for setting in settings}
            kept = tuple(one for one in last.settings if one.parameter not in changed)
            return attrs.evolve(self, layers=(*above, attrs.evolve(last, settings=(*kept, *settings))))
        trial = Instrument(REFORM, "Thử nghiệm thay đổi chính sách", "Trial change of the policy")
        layer = Layer(
            id=REFORM,
            title_vi=trial.title_vi,
            title_en=trial.title_en,
            level=REFORM,
            instruments=(trial,),
            settings=settings,
        )
        return self.with_layer(layer)

    def order(self) -> tuple[str, ...]:
        """
        The awards in the order in which they can be evaluated (Kahn's algorithm, as in ``graphlib``).

        Raises:
            PolicyError: Awards depend on each other in a circle, which the message names.
        """
        return self._order

    def selected(self, awards: Iterable[str] | None = None) -> tuple[str, ...]:
        """
        *awards* and those that they depend on, in the order of work; all of them by default.

        Raises:
            UnknownNameError: The policy has no award of that name.
            PolicyError: Awards depend on each other in a circle, which the message names.
        """
        order = self.order()
        if awards is None:
            return order
        wanted: set[str] = set()
        stack = list(awards)
        while stack:
            name = stack.pop()
            if name not in wanted:
                wanted.add(name)
                stack += self.needs(self.award(name)) & self.awards.keys()
        return tuple(name for name in order if name in wanted)

    @cached_property
    def _order(self) -> tuple[str, ...]:
        return award_order(self.awards.values(), self.scales)

    @cached_property
    def scored(self) -> frozenset[str]:
        """The awards that read a scale."""
        return frozenset(name for name, award in self.awards.items() if award.uses().scales)

    def needs(self, award: Award) -> frozenset[str]:
        """The awards that *award* depends on, through its conditions or through the scales that it reads."""
        return self._needs[award.id]

    @cached_property
    def _needs(self) -> dict[str, frozenset[str]]:
        return {name: _needs(award, self.scales) for name, award in self.awards.items()}


def _needs(award: Award, scales: Mapping[str, Scale]) -> frozenset[str]:
    uses = award.uses()
    found = uses.awards
    for name in uses.scales & scales.keys():
        found |= scales[name].uses().awards
    return found


def award_order(awards: Iterable[Award], scales: Mapping[str, Scale]) -> tuple[str, ...]:
    """
    The ids of *awards*, each after those that it depends on, also through *scales*; ties by id.

    Raises:
        PolicyError: They depend on each other in a circle, which the message names.
    """
    known = {award.id: award for award in awards}
    graph = {name: sorted(_needs(award, scales) & known.keys()) for name, award in sorted(known.items())}
    sorter = TopologicalSorter(graph)
    try:
        sorter.prepare()
    except CycleError as error:
        circle = " -> ".join(reversed(error.args[1]))
        raise PolicyError.one("awards", f"expected no circle of dependencies, got {circle}") from None
    found: list[str] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        found += ready
        sorter.done(*ready)
    return tuple(found)


def _with_titles(spec: FactSpec, titles: tuple[Choice, ...]) -> FactSpec:
    """*spec*, where the column ``danh_hieu`` is a choice that has *titles* among the others."""
    column = spec.field("danh_hieu")
    if column is None or column.type is not FactType.CHOICE:
        return spec
    known = {choice.id for choice in column.choices}
    choices = (*column.choices, *(one for one in titles if one.id not in known))
    wider = attrs.evolve(column, choices=choices)
    return attrs.evolve(spec, fields=tuple(wider if one is column else one for one in spec.fields))


def _set(spec: ParameterSpec, setting: Setting) -> ParameterSpec:
    return attrs.evolve(
        spec,
        values=(Dated(value=setting.value),),
        citation=setting.citation,
        standing=setting.standing,
    )
