"""Whether every reader that is installed says of a criterion what ``evaluate`` says."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

import attrs

from thidua_rules.api import evaluate
from thidua_rules.criteria.base import Case, Criterion, World
from thidua_rules.errors import MissingExtraError, PolicyError
from thidua_rules.policies.model import Policy
from thidua_rules.readers import live
from thidua_rules.subjects import Roster
from thidua_rules.values import FrozenMap
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict

FLAGS = {True: MET, False: UNMET, None: UNKNOWN}


def disagreements(criterion: Criterion, policy: Policy, roster: Roster, world: World) -> Iterator[str]:
    """
    One line for each subject and reader that says something else than ``evaluate``.

    A reader whose extra is not installed is left out, and so is a proof of a criterion that has no formula.
    """
    yield from _columns(policy, roster)
    yield from _live(policy, roster)
    yield from _proof(criterion, policy, roster, world)


def _columns(policy: Policy, roster: Roster) -> Iterator[str]:
    try:
        from thidua_rules.readers import columns  # noqa: PLC0415  # an extra
    except MissingExtraError:
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", columns.ColumnsWarning)
        result = columns.evaluate(policy, columns.Frames.from_rosters(policy, [roster]))
        found = {(row["id"], award): row for row in result.rows() for award in result.awards}
        result.release()
    for outcome in evaluate(policy, roster).outcomes:
        award = outcome.award.id
        row = found[outcome.subject.id, award]
        wanted = (outcome.finding.verdict, outcome.status.value)
        verdict, status = FLAGS[row[f"{award}.verdict"]], row[f"{award}.status"]
        if wanted != (verdict, status):
            yield _line("columns", outcome.subject.id, outcome.finding.verdict, verdict)


def _live(policy: Policy, roster: Roster) -> Iterator[str]:
    """The facts and lists of everybody arrive one after another; the end, and each step, is what ``evaluate`` says."""
    bare = [attrs.evolve(one, facts=FrozenMap(), records=FrozenMap()) for one in roster.subjects]
    try:
        session = live.Session(policy, attrs.evolve(roster, subjects=tuple(bare)))
    except MissingExtraError:
        return
    for subject in roster.subjects:
        events: list[live.Event] = [live.FactGiven(subject.id, *fact) for fact in subject.facts.items()]
        events += [live.ListGiven(subject.id, *rows) for rows in subject.records.items()]
        for event in events:
            session.apply(event)
            yield from _standing(session, policy)


def _standing(session: live.Session, policy: Policy) -> Iterator[str]:
    for outcome in evaluate(policy, session.roster).outcomes:
        answer = session.answer(outcome.subject.id, outcome.award.id)
        if answer is None or answer.status is not outcome.status:
            found = "nothing" if answer is None else answer.status.value
            yield f"the live reader says {found} of {outcome.subject.id!r}, expected {outcome.status.value}"


def _proof(criterion: Criterion, policy: Policy, roster: Roster, world: World) -> Iterator[str]:
    try:
        from thidua_rules.readers import proof  # noqa: PLC0415  # an extra
    except MissingExtraError:
        return
    for subject in roster.subjects:
        case = Case(subject, world)
        try:
            verdict = proof.verdict_of(criterion, case, policy)
        except PolicyError:
            return
        wanted = criterion.verdict(case)
        if verdict is not wanted:
            yield _line("proof", subject.id, wanted, verdict)


def _line(reader: str, subject: str, wanted: Verdict, found: Verdict | None) -> str:
    says = "a clash" if found is None else found.value
    return f"the reader of {reader} says {says} of {subject!r}, expected {wanted.value}"
