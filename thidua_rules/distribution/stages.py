"""How far each subject surely came under one award, and which provisions stopped those who came no further."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from thidua_rules.awards import Award
from thidua_rules.criteria import Registered
from thidua_rules.distribution.results import Cause, Stage
from thidua_rules.evaluation.results import Evaluation, Outcome, Status
from thidua_rules.facts import SubjectKind
from thidua_rules.subjects import Subject
from thidua_rules.verdicts import Verdict

_STAGES: Final = {
    Status.RECOMMENDED: Stage.RECOMMENDED,
    Status.TIED: Stage.PLACED,
    Status.OVER_QUOTA: Stage.COMPETING,
    Status.COVERED: Stage.ELIGIBLE,
    Status.ON_HOLD: Stage.ELIGIBLE,
}


def registration(award: Award, kind: SubjectKind) -> Registered | None:
    """The condition of *award* that asks a recipient of *kind* to have registered, or None."""
    return next((one for one in award.condition(kind).walk() if isinstance(one, Registered)), None)


def stages_of(award: Award, kind: SubjectKind) -> tuple[Stage, ...]:
    """The stages that *award* has: all but registration where it asks for none, and what no quota or matter divides."""
    missing = set()
    if registration(award, kind) is None:
        missing.add(Stage.REGISTERED)
    if not award.holds and award.coverage is None:
        missing.add(Stage.COMPETING)
    if award.quota(kind) is None:
        missing.add(Stage.PLACED)
    return tuple(stage for stage in Stage if stage not in missing)


def reached(award: Award, one: Subject, outcome: Outcome | None) -> Stage:
    """The last stage that *one* surely reached under *award*; *outcome* is None where it is out of scope."""
    if outcome is None:
        return Stage.LISTED
    if outcome.status in _STAGES:
        return _STAGES[outcome.status]
    if outcome.status is Status.UNDETERMINED:
        return _undetermined(award, outcome)
    wanted = registration(award, one.kind)
    if wanted is None:
        return Stage.REGISTERED
    rows = one.records.get(wanted.records, ())
    registered = any(
        row.get("danh_hieu") in wanted.awards and row.get("chap_nhan") is not False for row in rows
    )
    return Stage.REGISTERED if registered else Stage.CONSIDERED


def _undetermined(award: Award, outcome: Outcome) -> Stage:
    if outcome.finding.verdict is not Verdict.MET:
        return Stage.POSSIBLE
    held = outcome.hold is not None and outcome.hold.verdict is not Verdict.UNMET
    return Stage.ELIGIBLE if held or award.coverage is not None else Stage.COMPETING


def exits(people: Sequence[Stage], stages: Sequence[Stage]) -> tuple[int, ...]:
    """For each stage how many of *people* came so far and no further; none at a stage that is not among *stages*."""
    counted = Counter(max(stage for stage in stages if stage <= one) for one in people)
    return tuple(counted[stage] for stage in Stage)


def causes(evaluation: Evaluation, outcomes: Sequence[Outcome], least: int) -> tuple[Cause, ...]:
    """
    The provisions that stopped at least *least* of those who came no further, step by step.

    Each of several conditions that somebody doesn't meet stopped them. In a ranking it is the key by which they stand
    behind the last one who was put forward.
    """
    counted: Counter[Cause] = Counter()
    last = _last(outcomes)
    for one in outcomes:
        if one.status is Status.INELIGIBLE:
            counted.update(_conditions(evaluation, one))
        elif one.status is Status.OVER_QUOTA and (cause := _key(one, last)) is not None:
            counted[cause] += 1
    named = [cause for cause, count in counted.items() if count >= least]
    return tuple(sorted(named, key=lambda one: (one.at, -counted[one], one.id)))


def _conditions(evaluation: Evaluation, outcome: Outcome) -> set[Cause]:
    award = evaluation.policy.awards[outcome.award.id]
    wanted = registration(award, outcome.subject.kind)
    decided = [(one.heading, one.finding.kind) for one in outcome.decisive]
    return {
        Cause(
            Stage.REGISTERED if wanted is not None and kind == Registered.kind else Stage.POSSIBLE,
            heading.id,
            heading.label_vi,
            heading.label_en,
            heading.citation,
        )
        for heading, kind in decided
        if heading is not None
    }


def _last(outcomes: Sequence[Outcome]) -> dict[str, Outcome]:
    """Of each quota's group, the one who stands last among those within the number of places."""
    groups: defaultdict[str, list[Outcome]] = defaultdict(list)
    for one in outcomes:
        if (
            one.status in {Status.RECOMMENDED, Status.TIED}
            and one.quota is not None
            and one.place is not None
        ):
            groups[one.quota.group].append(one)
    return {group: max(those, key=_worst) for group, those in groups.items()}


def _worst(one: Outcome) -> int:
    return 0 if one.place is None else one.place.worst


def _key(one: Outcome, last: dict[str, Outcome]) -> Cause | None:
    other = None if one.quota is None else last.get(one.quota.group)
    if one.place is None or other is None or other.place is None:
        return None
    pairs = zip(one.place.keys, other.place.keys, strict=True)
    behind = (mine.key for mine, theirs in pairs if mine.high < theirs.low)
    found = (Cause(Stage.PLACED, it.id, it.label_vi, it.label_en, it.citation) for it in behind)
    return next(found, None)
