"""Figures beside the counts: marks and votes that are all alike, the mark of the last winner."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from thidua_rules.awards import ByFact, ByScore, RankKey
from thidua_rules.distribution.groupings import Grouping, Label
from thidua_rules.distribution.results import Alike, Threshold
from thidua_rules.evaluation.results import Evaluation, Outcome, Status
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.subjects import Ballot, Roster

UNANIMOUS_VI: Final = "phiếu của Hội đồng nhất trí tuyệt đối"
UNANIMOUS_EN: Final = "council's ballots that were unanimous"


def marks_alike(
    policy: Policy, roster: Roster, marks: Iterable[str], least: dict[SubjectKind, int]
) -> list[Alike]:
    """For each mark and kind of recipient, how many have the mark that most have."""
    found = []
    for fact in marks:
        spec = policy.facts.get(fact)
        for kind in spec.subjects if spec is not None else ():
            values = [one.facts[fact] for one in roster.subjects if one.kind is kind and fact in one.facts]
            if spec is not None and len(values) >= least[kind]:
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
        if len(cast) >= least[kind]:
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
    winners = [one for one in outcomes if one.status is Status.RECOMMENDED and one.quota is not None]
    found = []
    for grouping in groupings:
        if not winners or grouping.id not in STRATA or winners[0].subject.kind not in grouping.kinds:
            continue
        classes: defaultdict[Label, list[Outcome]] = defaultdict(list)
        for one in winners:
            label = grouping.class_of(one.subject, evaluation.policy, evaluation.roster, one.award.id)
            classes[label].append(one)
        for label in sorted(classes):
            if len(classes[label]) >= least:
                found += _threshold(grouping, label, classes[label], evaluation.policy)
    return tuple(found)


STRATA: Final = ("don_vi", "khu_vuc", "khoi_thi_dua")
"""The groupings that a last winner is looked for in: the places, never the people."""


def _threshold(grouping: Grouping, label: Label, those: list[Outcome], policy: Policy) -> list[Threshold]:
    """The lowest mark of *those*; nothing where one isn't known, where nothing is ranked, or where it is personal."""
    values = [one.place.keys[0] for one in those if one.place is not None and one.place.keys]
    if len(values) < len(those) or not all(value.settled for value in values):
        return []
    key = values[0].key
    if _is_personal(key, policy):
        return []
    lowest = min(value.low for value in values)
    mark = -lowest if isinstance(key, ByFact) and not key.highest_first else lowest
    return [Threshold(grouping.id, label, key.id, key.label_vi, key.label_en, mark, len(those))]


def _is_personal(key: RankKey, policy: Policy) -> bool:
    """Whether *key* reads a personal fact, itself or by its scale."""
    read = {key.fact} if isinstance(key, ByFact) else set()
    if isinstance(key, ByScore):
        uses = policy.scales[key.scale].uses()
        read |= uses.facts | {name for name, _ in uses.records}
    return any(name in policy.facts and policy.facts[name].personal for name in read)
