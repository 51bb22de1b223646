"""Every mutant of a policy: each place of its layers, walked as a tree of frozen values, changed in each way there is."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any, Final, cast

import attrs

from thidua_rules.awards import Award, Bonus
from thidua_rules.calendars import Calendar
from thidua_rules.citations import Citation
from thidua_rules.criteria.base import Uses
from thidua_rules.criteria.logic import Clause
from thidua_rules.errors import InputError
from thidua_rules.policies.layers import Addition, Layer, ParameterSpec, Setting
from thidua_rules.policies.model import Policy
from thidua_rules.policies.procedures import Procedure
from thidua_rules.rendering import Speaker
from thidua_rules.scales import Scale
from thidua_rules.testing.mutation.fields import UNASKED, fields_of, is_silent
from thidua_rules.testing.mutation.model import Change, Mutant
from thidua_rules.testing.mutation.operators import Names, Site, changes, keys_of, replacements
from thidua_rules.testing.mutation.words import telling

_Rebuild = Callable[[Any], Any]
_LANGUAGES: Final = ("vi", "en")


def mutants(policy: Policy) -> tuple[Mutant, ...]:
    """
    Every mutant of *policy*, layer by layer, in the order in which it is written.

    A condition or pending matter that stands word for word in several awards of a layer is one provision: it is changed
    in all of them at once, and dropped from each. A change that a part refuses to be made with is none; parameters that
    nothing a case asks of reads are left as they are.
    """
    return tuple(_Walk(policy).mutants())


def silent_kinds(policy: Policy) -> tuple[str, ...]:
    """The kinds in *policy* that have no operator and no stated reason for that, by name."""
    found = {
        str(getattr(type(part), "kind", type(part).__name__))
        for layer in policy.layers
        for part in _parts(layer)
        if is_silent(type(part))
    }
    return tuple(sorted(found))


def unread_parameters(policy: Policy) -> tuple[str, ...]:
    """The parameters that no award, scale or procedure of *policy* reads: no case can notice what they are."""
    read: frozenset[str] = frozenset()
    for award in policy.awards.values():
        read |= award.uses().parameters
    for scale in policy.scales.values():
        read |= scale.uses().parameters
    for procedure in policy.procedures.values():
        read |= procedure.parameters
    return tuple(sorted(policy.parameters.keys() - read))


def _names_parameter(part: object) -> str:
    """The parameter that *part* defines or sets, or an empty text."""
    if isinstance(part, ParameterSpec):
        return part.id
    return part.parameter if isinstance(part, Setting) else ""


def _parts(part: Any) -> Iterator[object]:  # noqa: ANN401  # any frozen value
    yield part
    for _, _, child in _children(part):
        yield from _parts(child)


def _children(part: Any) -> Iterator[tuple[str, int | None, object]]:  # noqa: ANN401
    """The parts right inside *part* that rules are made of: the field, the position there, the part."""
    for field in attrs.fields(type(part)):
        value = getattr(part, field.name) if field.init else None
        inside = enumerate(value) if isinstance(value, tuple) else ((None, value),)
        for index, child in inside:
            if _is_part(child):
                yield field.name, index, child


def _is_part(value: object) -> bool:
    return attrs.has(type(value)) and type(value) not in {*UNASKED, Citation}


class _Walk:
    """One policy on its way through."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._names = Names(policy.facts, policy.parameters)
        self._speakers = tuple(Speaker(policy, lang) for lang in _LANGUAGES)
        self._readers = _readers(policy)
        self._unread = frozenset(unread_parameters(policy))
        self._holders = _holders(policy)

    def mutants(self) -> Iterator[Mutant]:
        for layer in self._policy.layers:
            yield from self._part((layer,), "", lambda changed: changed)

    def _part(self, trail: tuple[object, ...], path: str, rebuild: _Rebuild) -> Iterator[Mutant]:
        """The mutants of the last part of *trail* and of everything inside it."""
        part: Any = trail[-1]
        for change in replacements(part):
            yield from self._made(trail, "", path, change, rebuild)
        for field in fields_of(cast("Hashable", type(part))):
            site = Site(trail, field.name, getattr(part, field.name), field.optional, self._names)
            inner = _field_rebuild(part, field.name, rebuild)
            for change in changes(site):
                yield from self._made(trail, field.name, _joined(path, field.name), change, inner)
        keys: dict[str, tuple[str, ...]] = {}
        for name, index, child in _children(part):
            if _names_parameter(child) in self._unread:
                continue
            here = _joined(path, name)
            if index is not None:
                values = getattr(part, name)
                keys[name] = keys.get(name) or keys_of(values)
                here = f"{here}[{keys[name][index]}]"
            inner = _child_rebuild(part, name, index, rebuild)
            holders = self._held((*trail, child)) if isinstance(part, Award) else ()
            if len(holders) > 1:
                if part.id != holders[0]:
                    continue
                inner = _everywhere(cast("Layer", trail[0]), cast("Clause", child))
            yield from self._part((*trail, child), here, inner)

    def _held(self, trail: tuple[object, ...]) -> tuple[str, ...]:
        """The awards that hold the clause right under an award of *trail*; none where there is no such clause."""
        if len(trail) < 3 or not isinstance(trail[1], Award) or not isinstance(trail[2], Clause):  # noqa: PLR2004
            return ()
        return self._holders[cast("Layer", trail[0]).id, trail[2]]

    def _made(
        self, trail: tuple[object, ...], field: str, path: str, change: Change, rebuild: _Rebuild
    ) -> Iterator[Mutant]:
        try:
            changed = rebuild(change.value)
        except InputError:
            return
        layer = trail[0]
        assert isinstance(layer, Layer)  # noqa: S101  # every walk begins at one
        vi, en = (telling(change, field, trail, speaker) for speaker in self._speakers)
        touches = _touches(trail, change) | {f"award:{name}" for name in self._held(trail)}
        yield Mutant(
            id=f"{layer.id}/{path}:{change.operator}",
            citation=citation_of(trail, change),
            text_vi=vi,
            text_en=en,
            touches=touches,
            clauses=self._clauses(trail, change, touches),
            of=self._policy,
            original=layer,
            changed=changed,
            asked=_clause_asked(trail, changed),
        )

    def _clauses(
        self, trail: tuple[object, ...], change: Change, touches: frozenset[str]
    ) -> frozenset[tuple[str, str]]:
        around = [one.id for one in (*trail, change.what) if isinstance(one, Clause)]
        if around:
            awards = [name.partition(":")[2] for name in touches if name.startswith("award:")]
            return frozenset((award, clause) for award in awards for clause in around)
        return frozenset(pair for name in touches for pair in self._readers.get(name, ()))


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _field_rebuild(part: Any, name: str, rebuild: _Rebuild) -> _Rebuild:  # noqa: ANN401
    return lambda value: rebuild(attrs.evolve(part, **{name: value}))


def _child_rebuild(part: Any, name: str, index: int | None, rebuild: _Rebuild) -> _Rebuild:  # noqa: ANN401
    if index is None:
        return _field_rebuild(part, name, rebuild)
    values = getattr(part, name)
    inner = _field_rebuild(part, name, rebuild)
    return lambda value: inner((*values[:index], value, *values[index + 1 :]))


def _everywhere(layer: Layer, clause: Clause) -> _Rebuild:
    """*layer* with something else wherever one of its awards holds *clause*."""

    def swapped(clauses: tuple[Clause, ...], value: Clause) -> tuple[Clause, ...]:
        return tuple(value if one.id == clause.id and one == clause else one for one in clauses)

    def rebuild(value: Any) -> Layer:  # noqa: ANN401
        awards = (
            attrs.evolve(
                one,
                eligibility=swapped(one.eligibility, value),
                holds=swapped(one.holds, value),
                notes=swapped(one.notes, value),
            )
            for one in layer.awards
        )
        return attrs.evolve(layer, awards=tuple(awards))

    return rebuild


def _holders(policy: Policy) -> dict[tuple[str, Clause], tuple[str, ...]]:
    """For each layer and clause the awards of the layer that hold just that clause."""
    found: dict[tuple[str, Clause], tuple[str, ...]] = {}
    for layer in policy.layers:
        for award in layer.awards:
            for clause in dict.fromkeys(award.clauses):
                found[layer.id, clause] = (*found.get((layer.id, clause), ()), award.id)
    return found


def _touches(trail: tuple[object, ...], change: Change) -> frozenset[str]:
    """What of the policy answers otherwise: what stands right under the layer."""
    top = trail[1] if len(trail) > 1 else change.what
    if isinstance(top, Award) and isinstance(trail[2] if len(trail) > 2 else change.what, Bonus):  # noqa: PLR2004
        return frozenset({f"bonus:{top.id}"})
    match top:
        case Addition():
            return frozenset(f"award:{name}" for name in top.awards)
        case Setting():
            return frozenset({f"parameter:{top.parameter}"})
        case ParameterSpec():
            return frozenset({f"parameter:{top.id}"})
        case Scale():
            return frozenset({f"scale:{top.id}"})
        case Procedure():
            return frozenset({f"procedure:{top.id}"})
        case Calendar():
            return frozenset({f"calendar:{top.id}"})
        case _:
            return frozenset({f"award:{getattr(top, 'id', '')}"})


def _clause_asked(trail: tuple[object, ...], changed: Layer) -> tuple[Clause, Clause] | None:
    """The clause right under an award or an addition that holds the change, before and after; None for any other."""
    if len(trail) < 3 or not isinstance(trail[2], Clause):  # noqa: PLR2004  # layer, award, clause
        return None
    layer, holder, clause = trail[0], trail[1], trail[2]
    for name in ("awards", "additions"):
        for one, other in zip(getattr(layer, name), getattr(changed, name), strict=False):
            if one is holder:
                found = _clause_in(holder, other, clause)
                return (clause, found) if found is not None and _comparable(clause, found) else None
    return None


def _comparable(before: Clause, after: Clause) -> bool:
    """Whether both are asked of the same subjects, and leave the score that an outcome shows as it is."""
    return before.recipients == after.recipients and before.uses().scales == after.uses().scales


def _clause_in(holder: object, other: object, clause: Clause) -> Clause | None:
    if isinstance(holder, Addition) and isinstance(other, Addition):
        return other.clause
    if isinstance(holder, Award) and isinstance(other, Award):
        pairs = [*zip(holder.eligibility, other.eligibility, strict=False)]
        pairs += zip(holder.holds, other.holds, strict=False)
        pairs += zip(holder.notes, other.notes, strict=False)
        return next((after for before, after in pairs if before is clause), None)
    return None


def citation_of(trail: tuple[object, ...], change: Change) -> Citation | None:
    """The nearest provision: of what the change is about, else of the part around it, and so on outwards."""
    for one in (change.what, *reversed(trail)):
        clause = one.clause if isinstance(one, Addition) else one
        found = getattr(clause, "citation", None) or next(iter(getattr(clause, "citations", ())), None)
        if isinstance(found, Citation):
            return found
    return None


def _readers(policy: Policy) -> dict[str, frozenset[tuple[str, str]]]:
    """For each parameter and scale the clauses that read it; for each award those of its own, which are many."""
    found: dict[str, set[tuple[str, str]]] = {}
    for award in policy.awards.values():
        for clause in award.clauses:
            for part in clause.walk():
                if isinstance(part, Clause):
                    for name in named(part.uses()):
                        found.setdefault(name, set()).add((award.id, part.id))
    return {name: frozenset(pairs) for name, pairs in found.items()}


def named(uses: Uses) -> frozenset[str]:
    """The parameters and scales among what is read, as a mutant names what it touches."""
    return frozenset(f"parameter:{name}" for name in uses.parameters) | frozenset(
        f"scale:{name}" for name in uses.scales
    )
