"""Whether a layer stays inside those above it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

from thidua_rules.criteria.comparisons import Op, compare
from thidua_rules.policies.layers import Layer, ParameterSpec, Setting
from thidua_rules.policies.model import Policy
from thidua_rules.readers.proof.answers import Answer, Claim, Proved, Refuted
from thidua_rules.readers.proof.logic import every, opposite
from thidua_rules.readers.proof.pairs import pairwise
from thidua_rules.readers.proof.session import (
    Side,
)

if TYPE_CHECKING:
    from thidua_rules.readers.proof.questions import Prover


def legal_ranges(policy: Policy) -> tuple[Answer, ...]:
    """For each setting of a layer: whether those above allow it."""
    return tuple(answer for _, _, settled in _layers(policy) for answer, _ in settled)


def inside(prover: Prover, name: str) -> Iterator[Answer]:
    """For each layer below the one that has the award *name*: whether it is never more generous than those above."""
    policy = prover.policy
    for index, layer, settled in _layers(policy):
        above = attrs.evolve(policy, layers=policy.layers[:index])
        if name not in above.awards:
            continue
        legal = tuple(one for answer, one in settled if isinstance(answer, Proved))
        upper = above.with_layer(_without_rules(layer, legal)) if legal or layer.facts else above
        below = attrs.evolve(policy, layers=policy.layers[: index + 1])
        yield _inside(prover, layer, Side(policy=below, award=name), Side(policy=upper, award=name))


def _layers(policy: Policy) -> Iterator[tuple[int, Layer, tuple[tuple[Answer, Setting], ...]]]:
    """Each layer but the first, with its place and what may be said of its settings."""
    for index, layer in enumerate(policy.layers[1:], start=1):
        known = attrs.evolve(policy, layers=policy.layers[:index]).parameters
        settings = (one for one in layer.settings if one.parameter in known)
        yield index, layer, tuple((_setting(layer, one, known[one.parameter]), one) for one in settings)


def _inside(prover: Prover, layer: Layer, below: Side, above: Side) -> Answer:
    words = (("award", below.label()), ("layer", (layer.title_vi, layer.title_en)))
    claim = Claim("lawful", f"layers.{layer.id}.{below.award}", words)
    return pairwise(prover, claim, (below, above), lambda a, b: every((a.met, opposite(b.met))))


def _without_rules(layer: Layer, settings: tuple[Setting, ...]) -> Layer:
    """
    What *layer* settles and what it may record, so that both policies judge the same subjects.

    A value that only the layer may record is, to the rules above it, one more that they do not name.
    """
    return Layer(
        id=layer.id,
        title_vi=layer.title_vi,
        title_en=layer.title_en,
        level=layer.level,
        instruments=layer.instruments,
        facts=layer.facts,
        settings=settings,
    )


def _setting(layer: Layer, setting: Setting, spec: ParameterSpec) -> Answer:
    words = (
        ("layer", (layer.title_vi, layer.title_en)),
        ("parameter", (spec.label_vi, spec.label_en)),
    )
    claim = Claim("legal_range", f"layers.{layer.id}.settings.{setting.parameter}", words)
    if spec.settable and _allowed(spec, setting):
        return Proved(claim)
    shown = f"{setting.parameter} = {setting.value}"
    return Refuted(claim, None, None, Claim("shows", "", (("what", (shown, shown)),)))


def _allowed(spec: ParameterSpec, setting: Setting) -> bool:
    value = setting.value
    if spec.choices and value not in spec.choices:
        return False
    low = spec.minimum is None or compare(value, Op.AT_LEAST, spec.minimum)
    return low and (spec.maximum is None or compare(value, Op.AT_MOST, spec.maximum))
