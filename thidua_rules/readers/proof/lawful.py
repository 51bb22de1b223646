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


def lawful(prover: Prover) -> Iterator[Answer]:
    """For each layer: its settings, then each award of those above."""
    policy = prover.policy
    for index, layer in enumerate(policy.layers[1:], start=1):
        above = attrs.evolve(policy, layers=policy.layers[:index])
        settled = [_setting(layer, one, above) for one in layer.settings if one.parameter in above.parameters]
        yield from (answer for answer, _ in settled)
        legal = tuple(one for answer, one in settled if isinstance(answer, Proved))
        upper = above.with_layer(_without_rules(layer, legal)) if legal or layer.facts else above
        below = attrs.evolve(policy, layers=policy.layers[: index + 1])
        for name in above.awards:
            yield _inside(prover, layer, Side(policy=below, award=name), Side(policy=upper, award=name))


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


def _setting(layer: Layer, setting: Setting, above: Policy) -> tuple[Answer, Setting]:
    spec = above.parameters[setting.parameter]
    words = (
        ("layer", (layer.title_vi, layer.title_en)),
        ("parameter", (spec.label_vi, spec.label_en)),
    )
    claim = Claim("legal_range", f"layers.{layer.id}.settings.{setting.parameter}", words)
    if spec.settable and _allowed(spec, setting):
        return Proved(claim), setting
    shown = f"{setting.parameter} = {setting.value}"
    return Refuted(claim, None, None, Claim("shows", "", (("what", (shown, shown)),))), setting


def _allowed(spec: ParameterSpec, setting: Setting) -> bool:
    value = setting.value
    if spec.choices and value not in spec.choices:
        return False
    low = spec.minimum is None or compare(value, Op.AT_LEAST, spec.minimum)
    return low and (spec.maximum is None or compare(value, Op.AT_MOST, spec.maximum))
