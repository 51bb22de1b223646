"""What is wrong with a policy: undefined names, sides that do not match, circles, ids given twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from thidua_rules.awards import Award
from thidua_rules.citations import Citation
from thidua_rules.criteria.logic import Clause
from thidua_rules.errors import Fault
from thidua_rules.facts import FactSpec
from thidua_rules.policies.layers import Layer
from thidua_rules.policies.model import Policy
from thidua_rules.policies.obligations import Provision
from thidua_rules.policies.validation.circles import circle
from thidua_rules.policies.validation.definitions import DEFINITIONS
from thidua_rules.policies.validation.names import Known
from thidua_rules.policies.validation.places import Faults, Names, Place
from thidua_rules.policies.validation.points import SCALES
from thidua_rules.policies.validation.procedures import PROCEDURES
from thidua_rules.policies.validation.rules import RULES, check_other
from thidua_rules.policies.validation.walking import walk
from thidua_rules.scales import Scale

_LABELS = ("title_vi", "title_en", "label_vi", "label_en")
_BY_ID = (
    "instruments",
    "facts",
    "parameters",
    "scales",
    "awards",
    "obligations",
    "targets",
    "movements",
    "standings",
    "provisions",
    "procedures",
)
_CHECKS: Final = {**RULES, **SCALES, **DEFINITIONS, **PROCEDURES}
_ONCE_PER_POLICY = frozenset(_BY_ID) - {"provisions"}


def check_policy(policy: Policy) -> tuple[Fault, ...]:
    """Every fault of *policy*, in its order."""
    return policy_faults(policy).listed("policy")


def policy_faults(policy: Policy, also_known: frozenset[str] = frozenset()) -> Faults:
    """
    Every fault of *policy*, in its order.

    Args:
        policy: The policy.

        also_known: Ids of what could not be read: to name them is no fault.
    """
    faults = Faults()
    known = Known(policy, also_known, faults)
    encoders = _encoders(policy) | also_known
    _check_ids(policy, faults)
    for place, part in walk(policy):
        _check_labels(part, place, faults)
        if isinstance(part, Citation):
            known.instrument(part.instrument, (*place, "instrument"))
        elif isinstance(part, Provision):
            _check_provision(part, place, encoders, faults)
        elif (check := _CHECKS.get(type(part))) is not None:
            check(part, place, known)
        else:
            check_other(part, place, known)
    _check_circles(policy, faults)
    positions = {place: index for index, (place, _) in enumerate(walk(policy))}
    faults.found.sort(key=lambda fault: _position(fault[0], positions))
    return faults


def _position(place: Place, positions: dict[Place, int]) -> int:
    while place not in positions:
        place = place[:-1]
    return positions[place]


def _check_labels(part: object, place: Place, faults: Faults) -> None:
    for name in _LABELS:
        label = getattr(part, name, None)
        if isinstance(label, str) and not label.strip():
            faults.add((*place, name), "expected a label, got an empty text")


def _encoders(policy: Policy) -> frozenset[str]:
    parts = (getattr(part, "id", None) for _, part in walk(policy) if not isinstance(part, Provision))
    return frozenset(one for one in parts if isinstance(one, str))


def _check_provision(part: Provision, place: Place, encoders: frozenset[str], faults: Faults) -> None:
    names = Names(encoders)
    for index, name in enumerate(part.encoded_by):
        if name not in names:
            faults.add((*place, "encoded_by", index), names.unknown("rule", name))


def _check_ids(policy: Policy, faults: Faults) -> None:
    defined: dict[tuple[str, str], tuple[int, object]] = {}
    for number, layer in enumerate(policy.layers):
        here: Place = ("layers", number)
        for section in _BY_ID:
            _check_section(layer, section, here, faults)
        for section in sorted(_ONCE_PER_POLICY):
            for index, part in enumerate(getattr(layer, section)):
                above, first = defined.setdefault((section, part.id), (number, part))
                if above != number and first != part and not _may_stand_again(first, part):
                    problem = f"expected an id of its own, got {part.id!r} of layers[{above}]"
                    faults.add((*here, section, index, "id"), problem)
        for index, award in enumerate(layer.awards):
            _check_award_ids(award, (*here, "awards", index), faults)
    _check_unique(policy.layers, ("layers",), faults)


def _may_stand_again(above: object, here: object) -> bool:
    """
    Whether a lower layer may give *above* again as *here*: a settable scale, or a fact of the same meaning within
    a narrower range.
    """
    if isinstance(above, Scale) and isinstance(here, Scale):
        return above.settable
    if not (isinstance(above, FactSpec) and isinstance(here, FactSpec)):
        return False
    ends = {"minimum": None, "maximum": None}
    same = attrs.evolve(above, **ends) == attrs.evolve(here, **ends)  # type: ignore[arg-type]
    return same and _inside(above, here)


def _inside(above: FactSpec, here: FactSpec) -> bool:
    low = above.minimum is None or (here.minimum is not None and here.minimum >= above.minimum)
    high = above.maximum is None or (here.maximum is not None and here.maximum <= above.maximum)
    return low and high


def _check_section(layer: Layer, section: str, place: Place, faults: Faults) -> None:
    _check_unique(getattr(layer, section), (*place, section), faults)


def _check_unique(parts: Iterable[object], place: Place, faults: Faults) -> None:
    first: dict[str, int] = {}
    for index, part in enumerate(parts):
        name = str(getattr(part, "id", ""))
        if first.setdefault(name, index) != index:
            problem = f"expected an id of its own, got {name!r} as in [{first[name]}]"
            faults.add((*place, index, "id"), problem)


def _check_award_ids(award: Award, place: Place, faults: Faults) -> None:
    _check_unique(award.ranking, (*place, "ranking"), faults)
    clauses: dict[str, Clause] = {}
    for inner, part in walk(award):
        direct = len(inner) == 2  # noqa: PLR2004
        if isinstance(part, Clause) and part.id in clauses and (direct or clauses[part.id] != part):
            problem = f"expected a clause id of its own in the award, got {part.id!r} again"
            faults.add((*place, *inner, "id"), problem)
        if isinstance(part, Clause):
            clauses.setdefault(part.id, part)


def _check_circles(policy: Policy, faults: Faults) -> None:
    """Each circle of awards that depend on each other, named once (found by ``graphlib``)."""
    graph = {name: _needs(award, policy) for name, award in policy.awards.items()}
    places = {
        award.id: ("layers", number, "awards", index)
        for number, layer in enumerate(policy.layers)
        for index, award in enumerate(layer.awards)
    }
    while found := circle(graph):
        head = min(found, key=lambda name: places[name])
        turn = found.index(head)
        names = " -> ".join([*found[turn:], *found[:turn], head])
        faults.add(places[head], f"expected no circle of dependencies, got {names}")
        graph = {name: uses - set(found) for name, uses in graph.items() if name not in found}


def _needs(award: Award, policy: Policy) -> set[str]:
    """The awards that *award* depends on: by itself, or through the scales that it reads."""
    used = award.uses()
    found = set(used.awards)
    for name in used.scales:
        scale = policy.scales.get(name)
        found |= scale.uses().awards if scale is not None else frozenset()
    return found & policy.awards.keys()
