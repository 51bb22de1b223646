"""Distributions as JSON, and the JSON Schema of a fairness report."""

from __future__ import annotations

from typing import Final

from thidua_rules.distribution import (
    Alike,
    AwardDistribution,
    Breakdown,
    Cause,
    Distribution,
    Label,
    Parting,
    Row,
    Stage,
    Threshold,
)
from thidua_rules.facts import SubjectKind
from thidua_rules.serialization.evaluations import number
from thidua_rules.serialization.schema_terms import DAY, NULL, TEXT, Json, any_of, enum_of, list_of, object_of

NUMBER: Final[Json] = {
    "anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+|/[0-9]+)$"}]
}
COUNT: Final[Json] = {"type": ["integer", "null"], "minimum": 0}
_STAGES: Final[Json] = {"enum": [stage.name for stage in Stage]}
_NAMES: Final = ("label_vi", "label_en")


def distribution_to_json(found: Distribution) -> dict[str, object]:
    """
    *found* as data that JSON can write: counts by the name of their stage, null where one is held back; shares as fractions.
    """
    return {
        "policy": {"id": found.policy, "hash": found.policy_hash},
        "roster": {"id": found.roster, "hash": found.roster_hash, "year": found.year},
        "day": found.day.isoformat(),
        "least": found.least,
        "awards": [_award(one) for one in found.awards],
        "alike": [_alike(one) for one in found.alike],
    }


def _award(one: AwardDistribution) -> dict[str, object]:
    of_eligible, of_all = one.of_eligible, one.of_all
    return {
        "award": one.award.id,
        "kind": one.kind.value,
        "stages": [stage.name for stage in one.stages],
        "totals": _counts(one.totals),
        "of_eligible": None if of_eligible is None else number(of_eligible),
        "of_all": None if of_all is None else number(of_all),
        "breakdowns": [_breakdown(it) for it in one.breakdowns],
        "causes": [_cause(it) for it in one.causes],
        "thresholds": [_threshold(it) for it in one.thresholds],
    }


def _counts(counts: tuple[int | None, ...]) -> dict[str, int | None]:
    return {stage.name: counts[stage] for stage in Stage}


def _label(one: Label) -> dict[str, object]:
    return {"id": one.id, "label_vi": one.vi, "label_en": one.en}


def _breakdown(one: Breakdown) -> dict[str, object]:
    return {
        "grouping": one.grouping.id,
        "label_vi": one.grouping.label_vi,
        "label_en": one.grouping.label_en,
        "rows": [_row(it) for it in one.rows],
        "parting": None if one.parting is None else _parting(one.parting),
    }


def _row(one: Row) -> dict[str, object]:
    return {"classes": [_label(it) for it in one.classes], "counts": _counts(one.counts)}


def _parting(one: Parting) -> dict[str, object]:
    return {
        "row": one.row,
        "since": one.since.name,
        "to": one.to.name,
        "before": number(one.before),
        "after": number(one.after),
    }


def _cause(one: Cause) -> dict[str, object]:
    return {
        "at": one.at.name,
        "id": one.id,
        "label_vi": one.label_vi,
        "label_en": one.label_en,
        "citation": str(one.citation),
    }


def _threshold(one: Threshold) -> dict[str, object]:
    return {
        "grouping": one.grouping,
        "class": _label(one.of),
        "key": one.key,
        "label_vi": one.label_vi,
        "label_en": one.label_en,
        "mark": number(one.mark),
        "winners": one.winners,
    }


def _alike(one: Alike) -> dict[str, object]:
    return {
        "kind": one.kind.value,
        "fact": one.fact,
        "award": one.award,
        "label_vi": one.label_vi,
        "label_en": one.label_en,
        "people": one.people,
        "alike": one.alike,
    }


def _texts(*names: str, **more: object) -> Json:
    properties = dict.fromkeys((*names, *_NAMES), TEXT) | more
    return object_of(properties, properties)


def _whole(**properties: object) -> Json:
    return object_of(properties, properties)


def distribution_schema() -> Json:
    """The schema of what :func:`distribution_to_json` writes."""
    label = _texts("id")
    counts = _whole(**dict.fromkeys((stage.name for stage in Stage), COUNT))
    share = any_of([NUMBER, NULL])
    whole: Json = {"type": "integer", "minimum": 0}
    parting = _whole(row=whole, since=_STAGES, to=_STAGES, before=NUMBER, after=NUMBER)
    breakdown = _texts(
        "grouping",
        rows=list_of(_whole(classes=list_of(label), counts=counts)),
        parting=any_of([parting, NULL]),
    )
    threshold = _texts("grouping", "key", mark=NUMBER, winners=whole, **{"class": label})
    award = _whole(
        award=TEXT,
        kind=enum_of(SubjectKind),
        stages=list_of(_STAGES),
        totals=counts,
        of_eligible=share,
        of_all=share,
        breakdowns=list_of(breakdown),
        causes=list_of(_texts("id", "citation", at=_STAGES)),
        thresholds=list_of(threshold),
    )
    alike = _texts("fact", "award", kind=enum_of(SubjectKind), people=whole, alike=COUNT)
    return _whole(
        policy=_whole(id=TEXT, hash=TEXT),
        roster=_whole(id=TEXT, hash=TEXT, year={"type": "integer"}),
        day=DAY,
        least={"type": "integer", "minimum": 1},
        awards=list_of(award),
        alike=list_of(alike),
    )


def fairness_schema() -> Json:
    """The schema of what the command ``fairness`` writes: what was tried of the policy, and the distribution or null."""
    whole: Json = {"type": "integer", "minimum": 0}
    flag: Json = {"type": "boolean"}
    rule = _texts("award", "part", "id", "citation", "content")
    maybe: Json = {"type": ["integer", "null"]}
    seen = _whole(subject=TEXT, status=TEXT, best=maybe, worst=maybe, money=maybe)
    edit = object_of(
        {"kind": TEXT, "subjects": list_of(TEXT), "fact": TEXT, "records": TEXT, "award": TEXT},
        ("kind", "subjects"),
    )
    shown = _whole(
        demanded=TEXT,
        on=DAY,
        subjects=list_of(TEXT),
        seen_before=list_of(seen),
        seen_after=list_of(seen),
        rules=list_of(rule),
        parameters={"type": "object", "additionalProperties": TEXT},
        edits=list_of(edit),
    )
    properties: Json = {
        "property": TEXT,
        "award": TEXT,
        "fact": TEXT,
        "answer": {"enum": ["PROVED", "NO_COUNTEREXAMPLE", "REFUTED", "ACCEPTED", "NOT_TRIED"]},
        "tries": whole,
        "reason": TEXT,
        "reason_vi": TEXT,
        "reason_en": TEXT,
        "under": list_of(list_of(TEXT)),
        "bent_by": list_of(rule),
        "hash": TEXT,
        "counterexample": shown,
    }
    result = object_of(properties, [name for name in properties if name not in {"hash", "counterexample"}])
    described = _whole(
        **dict.fromkeys(("id", "family", "statement_vi", "statement_en", "scope", "bend"), TEXT),
        roles=list_of(TEXT),
    )
    return _whole(
        policy=TEXT,
        policy_hash=TEXT,
        seed={"type": "integer"},
        tries=whole,
        fair=flag,
        complete=flag,
        properties=list_of(described),
        results=list_of(result),
        undeclared=list_of(TEXT),
        stale=list_of(_whole(hash=TEXT, reason=TEXT, citation=TEXT)),
        distribution=any_of([distribution_schema(), NULL]),
    )
