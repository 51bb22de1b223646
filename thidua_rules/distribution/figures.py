"""Figures beside the counts: marks and votes that are all alike, the mark of the last winner."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from thidua_rules.distribution.groupings import Grouping, Label
from thidua_rules.distribution.results import Alike, Threshold
from thidua_rules.evaluation.results import Evaluation, Exact, Outcome, Status
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.subjects import Ballot, Roster

UNANIMOUS_VI = "phiếu của Hội đồng nhất trí tuyệt đối"
UNANIMOUS_EN = "council's ballots that were unanimous"


def marks_alike(
    policy: Policy, roster: Roster, marks: Iterable[str], least: dict[SubjectKind, int]
) -> list[Alike]:
    """For each mark and kind of recipient, how many have the mark that most have."""
    found = []
    for fact in marks:
        spec = policy.facts.get(fact)
        for kind in spec.subjects if spec is not None else ():
            values = [one.facts[fact] for one in roster.subjects if one.kind is kind and fact in one.facts]
            if spec is not None and len(values) >= max(1, least[kind]):
                alike = _safe(Counter(values).most_common(1)[0][1], len(values), least[kind])
                found.append(Alike(kind, fact, "", spec.label_vi, spec.label_en, len(values), alike))
    return found


def votes_alike(policy: Policy, roster: Roster, least: dict[SubjectKind, int]) -> list[Alike]:
    """For each award and kind of recipient that the council voted on, how many ballots were unanimous."""
    ballots: defaultdict[tuple[str, SubjectKind], list[Ballot]] = defaultdict(list)
    for one in roster.subjects:
        for award in policy.awards:
            ballot = roster.ballot(award, one.id)
            if ballot is not None:
                ballots[award, one.kind].append(ballot)
    found = []
    for (award, kind), cast in sorted(ballots.items(), key=lambda it: (it[0][0], it[0][1].value)):
        if len(cast) >= max(1, least[kind]):
            agreed = sum(_is_unanimous(one) for one in cast)
            alike = _safe(agreed, len(cast), least[kind])
            found.append(Alike(kind, "", award, UNANIMOUS_VI, UNANIMOUS_EN, len(cast), alike))
    return found


def _is_unanimous(one: Ballot) -> bool:
    """Whether everybody who took part approved, and nobody who was absent is counted as more than that."""
    return one.present > 0 and one.approvals == one.present


def _safe(part: int, whole: int, least: int) -> int | None:
    """*part*, where neither it nor what is left is a group that is too small."""
    return part if all(count == 0 or count >= least for count in (part, whole - part)) else None


def thresholds(
    evaluation: Evaluation, outcomes: Sequence[Outcome], groupings: Iterable[Grouping], least: int
) -> tuple[Threshold, ...]:
    """
    The lowest mark of those who were put forward, in each class of units and areas.
    Nothing where no quota draws a line. It is one subject's mark, and so it is shown only where at least *least* were put
    forward, and never where the mark is a personal fact.
    """
    won = [one for one in outcomes if one.status is Status.RECOMMENDED]
    winners = [one for one in won if one.quota is not None and _mark(one) is not None]
    personal = {name for name, spec in evaluation.policy.facts.items() if spec.personal}
    found = []
    for grouping in groupings:
        if not winners or grouping.id not in STRATA or winners[0].subject.kind not in grouping.kinds:
            continue
        classes: defaultdict[Label, list[Outcome]] = defaultdict(list)
        for one in winners:
            label = grouping.class_of(one.subject, evaluation.policy, evaluation.roster, one.award.id)
            classes[label].append(one)
        for label in sorted(classes):
            if len(classes[label]) >= max(1, least):
                found += _threshold(grouping, label, classes[label], personal)
    return tuple(found)


STRATA = ("don_vi", "khu_vuc", "khoi_thi_dua")
"""The groupings that a last winner is looked for in: the places, never the people."""


def _mark(one: Outcome) -> Exact | None:
    """The value on the first ranking key, where it is known."""
    if one.place is None or not one.place.keys or not one.place.keys[0].settled:
        return None
    return one.place.keys[0].low


def _threshold(grouping: Grouping, label: Label, those: list[Outcome], personal: set[str]) -> list[Threshold]:
    place = those[0].place
    if place is None or getattr(place.keys[0].key, "fact", "") in personal:
        return []
    key = place.keys[0].key
    lowest = min(mark for one in those if (mark := _mark(one)) is not None)
    mark = -lowest if getattr(key, "highest_first", True) is False else lowest
    return [Threshold(grouping.id, label, key.id, key.label_vi, key.label_en, mark, len(those))]
