"""What each item of a scale may name, and of which type: an explicit table of checks."""

from __future__ import annotations

from typing import Final

from thidua_rules.policies.validation.names import Known
from thidua_rules.policies.validation.places import Names, Place
from thidua_rules.policies.validation.rules import Check
from thidua_rules.policies.validation.types import DAY, FLAG, NUMBER, TEXT, Wanted
from thidua_rules.scales import (
    AgainstBest,
    AgainstMean,
    AwardPoints,
    Bands,
    BySize,
    ClassAtLeast,
    Entry,
    Evidence,
    Judged,
    Linear,
    Parts,
    PastAwards,
    PeriodAverage,
    PerUnit,
    Sample,
    ScoreReaches,
    Stages,
    StandardsReach,
    Steps,
    TieKey,
)


def _figure(part: Bands | Judged | Linear | PerUnit | Steps, place: Place, known: Known) -> None:
    known.typed_fact(part.fact, (NUMBER,), (*place, "fact"))


def _sample(part: Sample, place: Place, known: Known) -> None:
    known.typed_fact(part.fact, (NUMBER,), (*place, "fact"))
    known.typed_fact(part.asked, (NUMBER,), (*place, "asked"))


def _by_size(part: BySize, place: Place, known: Known) -> None:
    known.typed_fact(part.size_fact, (NUMBER,), (*place, "size_fact"))
    known.typed_fact(part.fact, (NUMBER,), (*place, "fact"))


def _entry(part: Entry, place: Place, known: Known) -> None:
    known.typed_fact(part.fact, (NUMBER, FLAG), (*place, "fact"))


def _parts(part: Parts, place: Place, known: Known) -> None:
    for index, name in enumerate(part.facts):
        known.typed_fact(name, (NUMBER, FLAG), (*place, "facts", index))


def _evidence(part: Evidence, place: Place, known: Known) -> None:
    known.typed_fact(part.fact, (FLAG,), (*place, "fact"))


def _against_mean(part: AgainstMean, place: Place, known: Known) -> None:
    spec = known.typed_fact(part.fact, (NUMBER,), (*place, "fact"))
    known.sides.operand(Wanted(NUMBER, spec.unit if spec else ""), part.mean, (*place, "mean"))


def _against_best(part: AgainstBest, place: Place, known: Known) -> None:
    known.typed_fact(part.fact, (NUMBER,), (*place, "fact"))
    known.typed_fact(part.target, (NUMBER,), (*place, "target"))
    if part.stratum:
        known.fact(part.stratum, (*place, "stratum"))


def _stages(part: Stages, place: Place, known: Known) -> None:
    known.columns(part.cross, (part.column,), (*place, "cross"))
    known.typed_fact(part.decided, (NUMBER,), (*place, "decided"))
    known.fact(part.reason, (*place, "reason"))
    known.typed_fact(part.appraised, (NUMBER,), (*place, "appraised"))


def _average(part: PeriodAverage, place: Place, known: Known) -> None:
    known.columns(part.records, (part.column,), (*place, "records"))


def _award_points(part: AwardPoints, place: Place, known: Known) -> None:
    for index, level in enumerate(part.levels):
        known.award(level.award, (*place, "levels", index, "award"))


def _past(part: PastAwards, place: Place, known: Known) -> None:
    known.columns(part.records, ("danh_hieu", "nam"), (*place, "records"))


def _tie(part: TieKey, place: Place, known: Known) -> None:
    if part.fact:
        known.typed_fact(part.fact, (NUMBER, DAY, FLAG, TEXT), (*place, "fact"))


def _reaches(part: ScoreReaches, place: Place, known: Known) -> None:
    known.scale(part.scale, (*place, "scale"))
    known.sides.operand(Wanted(NUMBER, "diem"), part.value, (*place, "value"))


def _standards(part: StandardsReach, place: Place, known: Known) -> None:
    known.scale(part.scale, (*place, "scale"))
    known.sides.operand(Wanted(NUMBER, "phan_tram"), part.percent, (*place, "percent"))


def _class(part: ClassAtLeast, place: Place, known: Known) -> None:
    known.scale(part.scale, (*place, "scale"))
    scale = known.scales.get(part.scale)
    names = Names(one.id for one in scale.classes) if scale is not None else None
    for index, name in enumerate(part.classes):
        if names is not None and name not in names:
            known.faults.add((*place, "classes", index), names.unknown("class", name))


SCALES: Final[dict[type, Check]] = {
    AgainstBest: _against_best,
    AgainstMean: _against_mean,
    AwardPoints: _award_points,
    Bands: _figure,
    BySize: _by_size,
    ClassAtLeast: _class,
    Entry: _entry,
    Evidence: _evidence,
    Judged: _figure,
    Linear: _figure,
    Parts: _parts,
    PastAwards: _past,
    PerUnit: _figure,
    PeriodAverage: _average,
    Sample: _sample,
    ScoreReaches: _reaches,
    Stages: _stages,
    StandardsReach: _standards,
    Steps: _figure,
    TieKey: _tie,
}
