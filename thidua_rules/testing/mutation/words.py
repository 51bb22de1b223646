"""What was done to a policy, in a sentence of either language."""

from __future__ import annotations

from enum import Enum
from typing import Any

import attrs

from thidua_rules.awards import Award
from thidua_rules.calendars import Counting
from thidua_rules.criteria.base import Constant
from thidua_rules.criteria.comparisons import Op
from thidua_rules.criteria.logic import Clause, Exempt
from thidua_rules.facts import FactSpec
from thidua_rules.policies.layers import Addition
from thidua_rules.rendering import Speaker
from thidua_rules.rendering.sentences import OPS
from thidua_rules.testing.mutation.domains import spec_beside
from thidua_rules.testing.mutation.model import Change
from thidua_rules.testing.mutation.vocabulary import COUNTED, FIELDS, KINDS, SENTENCES


def telling(change: Change, field: str, trail: tuple[object, ...], speaker: Speaker) -> str:
    """
    What *change* did to *field* of the last part of *trail*.

    It names the award and the provision around the place, then what was done there.
    """
    lang = speaker.lang
    spec = spec_beside(trail, speaker.policy.facts)
    done = SENTENCES[change.words][lang].format(
        field=_word(FIELDS, field, lang),
        part=part_in_words(trail[-1], speaker),
        what=_shown(change.what, spec, speaker),
        before=_shown(change.before, spec, speaker),
        after=_shown(change.after, spec, speaker),
    )
    around = _around(trail, speaker)
    return f"{around}: {done}" if around else done


def _around(trail: tuple[object, ...], speaker: Speaker) -> str:
    """The award, and the innermost parts that have a label, from the outside in."""
    names = []
    for one in trail[1:]:
        if isinstance(one, (Award, Clause, Exempt)) or _label(one, speaker.lang):
            names.append(part_in_words(one, speaker))
        elif isinstance(one, Addition):
            names.append(", ".join(speaker.award(award) for award in one.awards))
    return " – ".join(dict.fromkeys(names[:1] + names[1:][-2:]))


def _word(table: dict[str, dict[str, str]], name: str, lang: str) -> str:
    return table.get(name, {}).get(lang) or name


def _label(part: object, lang: str) -> str:
    for name in (f"label_{lang}", f"title_{lang}"):
        text = getattr(part, name, None)
        if isinstance(text, str) and text:
            return text
    return ""


def part_in_words(part: object, speaker: Speaker) -> str:
    """A part of a policy in a few words: its label, or its kind and what it asks about."""
    lang = speaker.lang
    if isinstance(part, Addition):
        return part_in_words(part.clause, speaker)
    if isinstance(part, Constant):
        return _shown(part.value, None, speaker)
    label = _label(part, lang)
    if label:
        return label if isinstance(part, Award) else f"«{label}»"
    kind = getattr(type(part), "kind", type(part).__name__)
    subject = _subject(part, speaker)
    word = _word(KINDS, kind, lang)
    return f"{word} «{subject}»" if subject else word


def _subject(part: Any, speaker: Speaker) -> str:  # noqa: ANN401  # any frozen value
    """What a criterion or another part is about: the label of a fact, a list, an award or a parameter."""
    lang = speaker.lang
    for name in ("fact", "records", "award", "parameter", "rate", "scale", "name", "subject_kind"):
        value = getattr(part, name, None)
        if isinstance(value, Enum):
            return _shown(value, None, speaker)
        if isinstance(value, str) and value:
            parameter = speaker.policy.parameters.get(value)
            scale = speaker.policy.scales.get(value)
            found = parameter or scale
            label = _label(found, lang) if found is not None else ""
            return label or (speaker.award(value) if name == "award" else speaker.fact(value))
    awards = getattr(part, "awards", None)
    if isinstance(awards, tuple):
        return ", ".join(speaker.award(one) for one in awards)
    inner = getattr(part, "criterion", None)
    return part_in_words(inner, speaker).strip("«»") if inner is not None else str(getattr(part, "field", ""))


def _shown(value: object, spec: FactSpec | None, speaker: Speaker) -> str:
    if isinstance(value, Op):
        return OPS.get(value.value, value.value)
    if isinstance(value, Counting):
        return _word(COUNTED, value.value, speaker.lang)
    if isinstance(value, Enum):
        return speaker.words.get(f"kind_{value.value}") or speaker.words.get(value.value) or str(value.value)
    if value == "":
        return _word(FIELDS, "", speaker.lang)
    if isinstance(value, str):
        label = spec.value_label(value, speaker.lang) if spec is not None else None
        return label or speaker.award(value)
    if value is not None and attrs.has(type(value)):
        return part_in_words(value, speaker)
    return speaker.value(value)
