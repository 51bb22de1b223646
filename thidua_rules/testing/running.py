"""Runs conformance cases: never a traceback, but a result that says what differs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

import attrs

from thidua_rules.awards import Award
from thidua_rules.criteria.base import Case, World
from thidua_rules.criteria.vocabulary import Vocabulary
from thidua_rules.errors import ClashError, ThiduaError
from thidua_rules.evaluation import Outcome
from thidua_rules.evaluation.results import Discrepancy
from thidua_rules.evaluation.run import evaluate
from thidua_rules.evaluation.world import EvaluationWorld
from thidua_rules.findings import Finding, Missing, Reason
from thidua_rules.testing.cases import (
    AwardTask,
    ConformanceCase,
    CriterionTask,
    Exact,
    Expectable,
    ProcedureTask,
    RoundingTask,
    ScaleTask,
)
from thidua_rules.testing.expectations import OF_AWARDS, OF_CRITERIA
from thidua_rules.testing.layout import Source
from thidua_rules.testing.procedures import run_procedure
from thidua_rules.testing.reached import Reached, reached_by
from thidua_rules.testing.reading import clauses_in, load_cases
from thidua_rules.testing.results import NO_OUTCOME, CaseResult, Check, Provision, Report, Visit
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict

Found = dict[str, Expectable]


def run(paths: Iterable[Source], vocabulary: Vocabulary | None = None) -> Report:
    """
    Every case under *paths*, run.

    Args:
        paths: Files of cases, folders that hold such files (at any depth), or open files of bytes.

        vocabulary: The kinds that criteria may be written in; the built-in ones by default.

    Raises:
        CaseError: A file has faults; every fault of every file is listed, with its place.
    """
    results = tuple(run_case(case) for case in load_cases(paths, vocabulary))
    return Report(results, coverage(results))


def run_case(case: ConformanceCase) -> CaseResult:
    """*case*, run; whatever keeps it from being evaluated is its result's ``problem``."""
    try:
        found, visits, reached = found_in(case)
    except ThiduaError as error:
        return CaseResult(case, problem=str(error))
    except Exception as error:  # noqa: BLE001  # a criterion of another package may raise anything
        return CaseResult(case, problem=f"{type(error).__name__}: {error}")
    checks = tuple(Check(key, expected, found[key]) for key, expected in case.expected.items())
    return CaseResult(case, checks, visits=visits, reached=reached)


Seen = tuple[Found, tuple[Visit, ...], tuple[Reached, ...]]
"""What was found under every key, the provisions that decided, and what else was reached."""


def found_in(case: ConformanceCase) -> Seen:
    """What is found where *case* is asked; errors come through."""
    match case.task:
        case AwardTask():
            return _award(case.task, frozenset(case.expected))
        case CriterionTask():
            return _criterion(case.task, clash="clash" in case.expected), (), ()
        case ScaleTask():
            return _scale(case.task), (), ()
        case ProcedureTask():
            return run_procedure(case.task), (), ()
        case RoundingTask():
            return {"value": case.task.rounding.to_step(case.task.value, case.task.step)}, (), ()


def _award(task: AwardTask, said: frozenset[str]) -> Seen:
    """
    Every award is evaluated: titles of one year share a bonus, and a higher form may cover a lower one.

    *said*: what the case says, since what it does not speak of it does not reach either.
    """
    evaluation = evaluate(task.policy, task.roster, on=task.on)
    found = answers(task, evaluation.outcomes, evaluation.discrepancies)
    outcome = _outcome_of(task, evaluation.outcomes)
    visits = () if outcome is None else tuple(_visits(outcome))
    return found, visits, reached_by(task, outcome, said)


def answers(
    task: AwardTask,
    outcomes: Iterable[Outcome],
    discrepancies: Iterable[Discrepancy],
    keys: Iterable[str] = OF_AWARDS,
) -> Found:
    """What *outcomes* and *discrepancies* say under *keys* to what *task* asks."""
    outcome = _outcome_of(task, outcomes)
    found: Found = {}
    for key in keys:
        if key == "discrepancies":
            asked = (task.award, task.subject)
            found[key] = tuple(sorted(one.code for one in discrepancies if (one.award, one.subject) == asked))
        elif outcome is None:
            found[key] = NO_OUTCOME if key in {"verdict", "status"} else None
        else:
            found[key] = _OF_OUTCOMES[key](outcome)
    return found


def _outcome_of(task: AwardTask, outcomes: Iterable[Outcome]) -> Outcome | None:
    asked = (task.award, task.subject)
    return next((one for one in outcomes if (one.award.id, one.subject.id) == asked), None)


def _bonus(outcome: Outcome) -> Expectable:
    return outcome.bonus.amount if outcome.bonus is not None and outcome.bonus.paid else None


def _limit(outcome: Outcome) -> Expectable:
    return None if outcome.quota is None else _range(outcome.quota.low, outcome.quota.high)


def _score(outcome: Outcome) -> Expectable:
    return None if outcome.score is None else _range(outcome.score.low, outcome.score.high)


def _range(low: Exact, high: Exact) -> Expectable:
    return low if low == high else (low, high)


def _headings(reasons: Iterable[Reason]) -> Expectable:
    """The innermost provisions that decide; what stands under none is left out."""
    return tuple(sorted({one.heading.id for one in reasons if one.heading is not None}))


def _missing(items: Iterable[Missing], subject: str) -> Expectable:
    """Facts of the subject by their name, those of others as ``subject/fact``."""
    names = {one.fact if one.subject in {subject, ""} else f"{one.subject}/{one.fact}" for one in items}
    return tuple(sorted(names))


_OF_OUTCOMES: Final[Mapping[str, Callable[[Outcome], Expectable]]] = {
    "verdict": lambda one: one.finding.verdict.value,
    "status": lambda one: one.status.value,
    "rank": lambda one: one.rank,
    "score": _score,
    "bonus": _bonus,
    "limit": _limit,
    "missing": lambda one: _missing(one.missing, one.subject.id),
    "decisive": lambda one: _headings(one.decisive),
    "separated_by": lambda one: one.place.separated_by if one.place else None,
    "tied_with": lambda one: tuple(sorted(one.place.tied_with)) if one.place else (),
    "covered_by": lambda one: one.covered_by,
    "authority": lambda one: one.award.authority.value,
    "notes": lambda one: tuple(sorted(_noted(finding) for finding in one.notes)),
}


def _noted(finding: Finding) -> str:
    """The id of what is noted; with a question mark where it may have to be."""
    name = finding.heading.id if finding.heading is not None else ""
    return name if finding.verdict is MET else f"{name}?"


def _visits(outcome: Outcome) -> Iterator[Visit]:
    """The provisions on the way to what decided; the pending matters where they could decide."""
    yield from _deciding(outcome.award.id, outcome.finding)
    if outcome.hold is not None and outcome.finding.verdict is not UNMET:
        yield from _deciding(outcome.award.id, outcome.hold)


def _deciding(award: str, finding: Finding) -> Iterator[Visit]:
    stack = [finding]
    while stack:
        one = stack.pop()
        if one.heading is not None:
            yield Visit(award, one.heading.id, one.verdict)
        stack.extend(one.children[index] for index in one.deciders)


def _world(task: CriterionTask | ScaleTask) -> World:
    if task.policy is not None:
        world: World = EvaluationWorld(task.policy, task.roster, task.on)
        world.parameters = world.parameters.with_items(**task.parameters)  # type: ignore[attr-defined]
        return world
    return World(task.roster, day=task.on, parameters=task.parameters)


def _criterion(task: CriterionTask, *, clash: bool) -> Found:
    case = Case(task.roster.subject(task.subject), _world(task))
    try:
        finding = task.criterion.check(case)
    except ClashError as error:
        if not clash:
            raise
        return {**dict.fromkeys(OF_CRITERIA, None), "clash": tuple(sorted((error.first, error.second)))}
    return {
        "verdict": finding.verdict.value,
        "missing": _missing(finding.relevant_missing(), task.subject),
        "decisive": _headings(finding.reasons()),
        "clash": (),
    }


def _scale(task: ScaleTask) -> Found:
    score = task.scale.score(Case(task.roster.subject(task.subject), _world(task)))
    return {
        "score": _range(score.low, score.high),
        "missing": _missing(score.missing, task.subject),
        "class": tuple(sorted(score.classes)),
    }


def coverage(results: Iterable[CaseResult]) -> tuple[Provision, ...]:
    """
    Every clause of the awards that *results* ask about, with the cases that passed and that it decided.

    A clause that two policies share is one provision.
    """
    provisions: dict[tuple[str, str], Provision] = {}
    visits: dict[tuple[str, str, Verdict], dict[str, None]] = {}
    for result in results:
        task = result.case.task
        if isinstance(task, AwardTask):
            for one in _provisions(task.policy.award(task.award)):
                provisions.setdefault((one.award, one.clause), one)
        for visit in result.visits if result.passed else ():
            visits.setdefault((visit.award, visit.clause, visit.verdict), {})[result.case.id] = None
    return tuple(
        attrs.evolve(
            one,
            met=tuple(visits.get((*key, MET), ())),
            unmet=tuple(visits.get((*key, UNMET), ())),
            unknown=tuple(visits.get((*key, UNKNOWN), ())),
        )
        for key, one in provisions.items()
    )


def _provisions(award: Award) -> Iterator[Provision]:
    for clause in clauses_in(*award.eligibility, *award.holds).values():
        yield Provision(award.id, clause.id, clause.citation, clause.label_vi, clause.label_en)
