"""An evaluation into its distribution: award by award, each kind of recipient by itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from thidua_rules.awards import Award, Form
from thidua_rules.distribution.figures import marks_alike, thresholds, votes_alike
from thidua_rules.distribution.groupings import GROUPINGS, MARKS, PEOPLE, Grouping, Label
from thidua_rules.distribution.protecting import LEAST, added, counts_of, rows_of, stages_of_total
from thidua_rules.distribution.results import (
    AwardDistribution,
    Breakdown,
    Counts,
    Distribution,
    Parting,
    Row,
    Stage,
)
from thidua_rules.distribution.stages import causes, exits, reached, stages_of
from thidua_rules.evaluation.results import Evaluation, Outcome
from thidua_rules.facts import SubjectKind
from thidua_rules.subjects import Subject

PUBLIC: Final = tuple(kind for kind in SubjectKind if kind not in PEOPLE)
"""Kinds of subject that are bodies and not people: a count of one of them shows nobody."""


def distribute(
    evaluation: Evaluation,
    groupings: Iterable[Grouping] = GROUPINGS,
    marks: Iterable[str] = MARKS,
    *,
    least: int = LEAST,
) -> Distribution:
    """
    Who is put forward in *evaluation*, beside who was considered, registered and eligible.

    Args:
        evaluation: What the rules say of the roster.

        groupings: Into which classes people are counted.

        marks: The facts that are marks: how many have the same one is counted.

        least: The fewest people or households that a count may be about; collectives and areas are shown one by one.

    Raises:
        ValueError: *least* is less than 1.
    """
    if least < 1:
        message = f"expected the fewest people of a count from 1 on, got {least}"
        raise ValueError(message)
    policy, roster = evaluation.policy, evaluation.roster
    fewest = {kind: 1 if kind in PUBLIC else least for kind in SubjectKind}
    listed: defaultdict[SubjectKind, list[Subject]] = defaultdict(list)
    for one in roster.subjects:
        listed[one.kind].append(one)
    outcomes = {(one.award.id, one.subject.id): one for one in evaluation.outcomes}
    wanted = tuple(groupings)
    found = [
        _award(evaluation, award, listed[kind], outcomes, wanted, fewest[kind])
        for award in policy.awards.values()
        if not award.tracked and award.form is not Form.XEP_LOAI
        for kind in award.recipients
        if listed[kind]
    ]
    alike = marks_alike(policy, roster, marks, fewest) + votes_alike(policy, roster, fewest)
    return Distribution(
        policy=policy.id,
        policy_hash=evaluation.policy_hash,
        roster=roster.id,
        roster_hash=evaluation.roster_hash,
        year=roster.year,
        day=evaluation.day,
        least=least,
        awards=tuple(found),
        alike=tuple(alike),
    )


def _award(
    evaluation: Evaluation,
    award: Award,
    people: Sequence[Subject],
    outcomes: dict[tuple[str, str], Outcome],
    groupings: Iterable[Grouping],
    least: int,
) -> AwardDistribution:
    kind = people[0].kind
    stages = stages_of(award, kind)
    mine = {one.id: outcomes.get((award.id, one.id)) for one in people}
    came = {one.id: reached(award, one, mine[one.id]) for one in people}
    leaving = exits(list(came.values()), stages)
    kept = stages_of_total(leaving, stages, least)
    totals = counts_of(leaving, kept)
    breakdowns = []
    for grouping in groupings:
        if kind in grouping.kinds:
            classes: defaultdict[Label, list[Stage]] = defaultdict(list)
            for one in people:
                label = grouping.class_of(one, evaluation.policy, evaluation.roster, award.id)
                classes[label].append(came[one.id])
            breakdowns.append(_breakdown(grouping, classes, kept, totals, least))
    judged = [one for one in mine.values() if one is not None]
    return AwardDistribution(
        award=award,
        kind=kind,
        stages=stages,
        totals=totals,
        breakdowns=tuple(breakdowns),
        causes=causes(evaluation, judged, least),
        thresholds=thresholds(evaluation, judged, groupings, least),
    )


def _breakdown(
    grouping: Grouping,
    classes: dict[Label, list[Stage]],
    kept: tuple[int, ...],
    totals: Counts,
    least: int,
) -> Breakdown:
    stages = tuple(Stage(index) for index in kept)
    if len(classes) == 1:
        # everybody is in it: the row says what the total says
        return Breakdown(grouping, (Row(tuple(classes), totals),) if kept else (), stages)
    leaving = {label: exits(classes[label], stages or (Stage.LISTED,)) for label in sorted(classes)}
    shown, few = rows_of(leaving, kept, least)
    rows = tuple(Row(labels, counts_of(added([leaving[one] for one in labels]), few)) for labels in shown)
    stages = tuple(Stage(index) for index in few)
    return Breakdown(grouping, rows, stages, parting(rows, totals, stages))


def parting(rows: Sequence[Row], totals: Counts, stages: Sequence[Stage]) -> Parting | None:
    """
    Where a row's share of everybody changes most from one shown stage to the next, of equal changes the first.

    A stage that nobody reached has no shares. Only what is shown takes part, so that nothing else can be read from it.
    """
    found: list[Parting] = []
    for since, to in pairwise(stages):
        whole_before, whole_after = totals[since], totals[to]
        if not whole_before or not whole_after:
            continue
        for index, row in enumerate(rows):
            before = Fraction(row.counts[since] or 0, whole_before)
            after = Fraction(row.counts[to] or 0, whole_after)
            found.append(Parting(index, since, to, before, after))
    most = max(found, key=lambda one: abs(one.change), default=None)
    return most if most is not None and most.change else None
