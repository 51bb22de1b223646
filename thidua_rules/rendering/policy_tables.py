"""Policies, reviews and comparisons as tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal

from thidua_rules.awards import Award
from thidua_rules.citations import Citation, Standing
from thidua_rules.comparison import Comparison, Flip
from thidua_rules.criteria.logic import Clause
from thidua_rules.evaluation.results import Status
from thidua_rules.policies.layers import Dated, ParameterSpec
from thidua_rules.policies.model import Policy
from thidua_rules.rendering.dossier_tables import procedure_table
from thidua_rules.rendering.speaker import Speaker
from thidua_rules.rendering.tables import Column, Group, Table, plain
from thidua_rules.review import Remark, Review, Weight, overreach
from thidua_rules.values import Value

Row = tuple[str, ...]


def _columns(speaker: Speaker, *names: str) -> tuple[Column, ...]:
    return tuple(Column(speaker.words[f"{name}_column"]) for name in names)


def catalogue_table(policies: Iterable[Policy], speaker: Speaker) -> Table:
    """The policies that ship."""
    rows = [
        (one.id, one.title_en if speaker.lang == "en" else one.title_vi, "; ".join(x.id for x in one.layers))
        for one in policies
    ]
    columns = (*_columns(speaker, "policy", "title"), Column(speaker.words["layers"]))
    return plain("policies", speaker.words["policies"], columns, rows)


def policy_tables(policy: Policy, speaker: Speaker) -> list[Table]:
    """One policy: its layers, instruments, the conditions of each award, and its numbers."""
    words = speaker.words
    title = policy.title_en if speaker.lang == "en" else policy.title_vi
    layers = [(one.id, _title(one, speaker), _validity(one, speaker)) for one in policy.layers]
    instruments = [
        (one.id, _title(one, speaker), _validity(one, speaker)) for one in policy.instruments.values()
    ]
    columns = _columns(speaker, "policy", "title", "validity")
    found = [
        plain("layers", f"{title} – {words['layers']}", columns, layers),
        plain("instruments", words["instruments"], columns, instruments),
        Table(
            "provisions",
            words["provisions"],
            columns=_columns(speaker, "provision", "citation", "standing"),
            groups=tuple(_award_group(one, speaker) for one in policy.awards.values()),
        ),
        plain(
            "parameters",
            words["parameters"],
            _columns(speaker, "title", "value", "citation", "standing"),
            [_parameter(one, speaker) for one in policy.parameters.values()],
        ),
    ]
    return [*found, procedure_table(speaker)] if policy.procedures else found


def _title(one: object, speaker: Speaker) -> str:
    return str(getattr(one, f"title_{speaker.lang}"))


def _validity(one: object, speaker: Speaker) -> str:
    found = []
    for name, key in (("valid_from", "from_day"), ("valid_to", "to_day")):
        day = getattr(one, name)
        if isinstance(day, dt.date):
            found.append(speaker.say(key, day=speaker.day(day)))
    return " ".join(found)


def _award_group(award: Award, speaker: Speaker) -> Group:
    rows = [
        _provision(one.label(speaker.lang), one.citation, one.standing, speaker)
        for one in _headings(award.eligibility)
    ]
    for clauses, key in ((award.holds, "holds_group"), (award.notes, "notes_group")):
        for clause in _headings(clauses):
            label = _prefixed(clause.label(speaker.lang), key, speaker)
            rows.append(_provision(label, clause.citation, clause.standing, speaker))
    for part, key in ((award.ranking, "ranking_group"), (award.quotas, "quota_group")):
        for one in part:
            label = one.label_en if speaker.lang == "en" else one.label_vi
            rows.append(_provision(_prefixed(label, key, speaker), one.citation, one.standing, speaker))
    return Group(f"{award.label(speaker.lang)} ({award.id})", tuple(rows))


def _headings(clauses: Iterable[Clause]) -> Iterator[Clause]:
    """Every provision, the outer one before those inside it."""
    for clause in clauses:
        yield from (one for one in clause.walk() if isinstance(one, Clause))


def _prefixed(label: str, key: str, speaker: Speaker) -> str:
    return f"({speaker.words[key]}) {label}"


def _provision(label: str, citation: Citation, standing: Standing, speaker: Speaker) -> Row:
    return label, speaker.citation(citation), speaker.words[standing.value]


def _parameter(spec: ParameterSpec, speaker: Speaker) -> Row:
    values = "; ".join(_dated(one, spec, speaker) for one in spec.values)
    allowed = _allowed(spec, speaker) if spec.settable else ""
    values += f" ({allowed})" if allowed else ""
    label = speaker.say("value_of", label=spec.label(speaker.lang), id=spec.id)
    return label, values, speaker.citation(spec.citation), speaker.words[spec.standing.value]


def _allowed(spec: ParameterSpec, speaker: Speaker) -> str:
    """From where to where a lower layer may set it; empty where no end is given."""
    low, high = (None if end is None else _value(end, spec, speaker) for end in (spec.minimum, spec.maximum))
    if low is not None and high is not None:
        return speaker.say("allowed", low=low, high=high)
    if low is not None:
        return speaker.say("allowed_from", low=low)
    return speaker.say("allowed_to", high=high) if high is not None else ""


def _value(value: Value, spec: ParameterSpec, speaker: Speaker) -> str:
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return speaker.quantity(value, spec.unit)
    return _choice(value, speaker) if isinstance(value, str) else speaker.value(value)


def _choice(value: str, speaker: Speaker) -> str:
    """A named value: a word of the language, such as a rounding, or the label that a fact or column gives to it."""
    specs = (one for spec in speaker.policy.facts.values() for one in (spec, *spec.fields))
    labels = (one.value_label(value, speaker.lang) for one in specs)
    return speaker.words.get(value) or next((label for label in labels if label), value)


def _dated(dated: Dated, spec: ParameterSpec, speaker: Speaker) -> str:
    shown = _value(dated.value, spec, speaker)
    return " ".join(part for part in (shown, _validity(dated, speaker)) if part)


def review_table(found: Review, policy: Policy, speaker: Speaker) -> Table:
    """The remarks of a review, the weightiest first; those that say the same of many things stand under one heading."""
    title = speaker.say("review_of", policy=_title(policy, speaker))
    if not found.remarks:
        return Table("review", title, (speaker.words["no_remarks"],))
    groups = []
    for weight in Weight:
        remarks = [one for one in found.remarks if one.weight is weight]
        if remarks:
            groups.append(
                Group(f"{speaker.words[f'remark_{weight.value}']}: {len(remarks)}", (), weight.value)
            )
            groups += _remark_groups(remarks, speaker)
    return Table("review", title, (), _columns(speaker, "remark", "citation"), tuple(groups))


def _remark_groups(remarks: list[Remark], speaker: Speaker) -> list[Group]:
    by_title: dict[str, list[Row]] = {}
    for one in remarks:
        place = speaker.citation(one.citation) if one.citation else one.path
        by_title.setdefault(one.title(speaker.lang), []).append((one.about(speaker.lang), place))
    return [Group(f"{title} ({len(rows)})", tuple(dict.fromkeys(rows))) for title, rows in by_title.items()]


def comparison_table(comparison: Comparison, other: str, speaker: Speaker) -> Table:
    """Whose status changes, by which provision, what it costs, and where the other policy goes beyond the law."""
    before = comparison.before.policy.id
    title = speaker.say("comparison", before=before, after=other)
    beyond = tuple(_beyond(one, speaker) for one in overreach(comparison.after.policy))
    if not comparison.flips:
        return Table("comparison", title, (speaker.words["no_flips"], *beyond))
    lines = (
        speaker.say("changes", number=speaker.number(len(comparison.flips))),
        speaker.say("gains", number=speaker.number(sum(one.gains for one in comparison.flips))),
        speaker.say("loses", number=speaker.number(sum(one.loses for one in comparison.flips))),
        speaker.say("cost", amount=_signed(comparison.cost, speaker)),
    )
    groups: dict[str, list[Row]] = {}
    for flip in comparison.flips:
        groups.setdefault(speaker.award(flip.award), []).append(_flip(flip, speaker))
    columns = _columns(speaker, "who", "before", "after", "because")
    return Table(
        "comparison",
        title,
        ("; ".join(lines), *beyond),
        columns,
        tuple(Group(k, tuple(v)) for k, v in groups.items()),
    )


def _beyond(remark: Remark, speaker: Speaker) -> str:
    place = f" [{speaker.citation(remark.citation)}]" if remark.citation else ""
    return f"{remark.message(speaker.lang)}{place}"


def _signed(amount: int, speaker: Speaker) -> str:
    return f"{'+' if amount > 0 else ''}{speaker.number(amount)}"


def _flip(flip: Flip, speaker: Speaker) -> Row:
    because = speaker.words[f"because_{flip.because}"]
    if flip.because == "quota":
        because += _quotas(flip.award, speaker)
    if flip.provisions:
        because = "; ".join(
            f"{one.label(speaker.lang)} [{speaker.citation(one.citation)}]" for one in flip.provisions
        )
    return speaker.subject(flip.subject), _status(flip.before, speaker), _status(flip.after, speaker), because


def _quotas(award: str, speaker: Speaker) -> str:
    """The quotas of an award with their places, after the word for them."""
    quotas = speaker.policy.award(award).quotas
    labels = [(one.label_en if speaker.lang == "en" else one.label_vi, one.citation) for one in quotas]
    text = "; ".join(f"{label} [{speaker.citation(citation)}]" for label, citation in labels)
    return f": {text}" if text else ""


def _status(status: Status | None, speaker: Speaker) -> str:
    return speaker.words[status.value if status is not None else "out"]
