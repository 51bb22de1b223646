"""Which names a policy defines, and the faults of those that it only uses."""

from __future__ import annotations

from thidua_rules.facts import FactSpec, FactType
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.places import Faults, Names, Place
from thidua_rules.policies.validation.types import FAMILIES, Sides, Wanted


class Known:
    """
    The names that a policy defines.

    Args:
        policy: The policy.

        also_known: Further names that are no fault.

        faults: Where faults are added.
    """

    def __init__(self, policy: Policy, also_known: frozenset[str], faults: Faults) -> None:
        self.faults = faults
        self.scales = policy.scales
        self.specs = dict(policy.facts)
        self.parameter_specs = dict(policy.parameters)
        self.defined = {one.id: one for layer in policy.layers for one in layer.parameters}
        self.sides = Sides(self.specs, self.parameter_specs, faults)
        self._also = also_known
        records = {name for name, spec in policy.facts.items() if spec.type is FactType.RECORDS}
        self._facts = Names(policy.facts.keys() - records)
        self._records = Names(records)
        self._parameters = Names(policy.parameters)
        self._awards = Names(policy.awards)
        self._titles = Names({*policy.awards, *_titles(policy)})
        self._scales = Names(policy.scales)
        self._instruments = Names(policy.instruments)

    def fact(self, name: str, place: Place) -> FactSpec | None:
        """The fact *name*, or None; a fault where nothing defines it, or it is a list."""
        if name in self._records:
            self.faults.add(place, f"expected a fact, got the list of records {name!r}")
            return None
        self._find(self._facts, "fact", name, place)
        return self.specs.get(name)

    def typed_fact(self, name: str, families: tuple[str, ...], place: Place) -> FactSpec | None:
        """The fact *name*, or None; a fault where it is of none of the *families*."""
        spec = self.fact(name, place)
        if spec is not None and FAMILIES[spec.type] not in families:
            problem = f"expected {' or '.join(families)}, got {name!r}, which is {FAMILIES[spec.type]}"
            self.faults.add(place, problem)
            return None
        return spec

    def record(self, name: str, place: Place) -> FactSpec | None:
        """The list *name*, or None; a fault where nothing defines it, or it is no list."""
        if name in self._facts:
            self.faults.add(place, f"expected a list of records, got the fact {name!r}")
            return None
        self._find(self._records, "list of records", name, place)
        return self.specs.get(name)

    def columns(self, name: str, columns: tuple[str, ...], place: Place) -> None:
        """A list that must have *columns*."""
        spec = self.record(name, place)
        for column in columns:
            if spec is not None and spec.field(column) is None:
                self.faults.add(place, f"expected a list with a column {column!r}, got {name!r}")

    def column(self, spec: FactSpec, name: str, place: Place) -> FactSpec | None:
        """The column *name* of the list *spec*, or None and a fault."""
        field = spec.field(name)
        if field is None:
            names = Names(one.id for one in spec.fields)
            self.faults.add(place, names.unknown("column", name))
        return field

    def parameter(self, name: str, place: Place, wanted: Wanted | None = None) -> None:
        """A parameter that is used: it must be defined, have a value, and be what is *wanted*."""
        spec = self.parameter_specs.get(name)
        if spec is None:
            self._find(self._parameters, "parameter", name, place)
        elif not spec.values and name not in self._also:
            self.faults.add(place, f"expected a parameter with a value, got {name!r}, which has none")
        elif wanted is not None:
            self.sides.parameter(wanted, name, place)

    def award(self, name: str, place: Place) -> None:
        """An award that is named."""
        self._find(self._awards, "award", name, place)

    def title(self, name: str, place: Place) -> None:
        """An award that is named, or a title that some list of the policy knows, though nothing here awards it."""
        self._find(self._titles, "award", name, place)

    def scale(self, name: str, place: Place) -> None:
        """A scale that is named."""
        self._find(self._scales, "scale", name, place)

    def instrument(self, name: str, place: Place) -> None:
        """An instrument that is cited."""
        self._find(self._instruments, "instrument", name, place)

    def _find(self, names: Names, what: str, name: str, place: Place) -> None:
        if name not in names and name not in self._also:
            self.faults.add(place, names.unknown(what, name))


def _titles(policy: Policy) -> set[str]:
    columns = (field for spec in policy.facts.values() for field in spec.fields if field.id == "danh_hieu")
    return {choice.id for column in columns for choice in column.choices}
