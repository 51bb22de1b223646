"""The smallest roster that still shows it: people, decisions, facts and rows are left out as long as it does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from thidua_rules.subjects import Roster, Subject
from thidua_rules.testing.fairness.blaming import rules_behind
from thidua_rules.testing.fairness.judging import Sight, Trial, broken
from thidua_rules.testing.fairness.results import Counterexample, Rule
from thidua_rules.values import FrozenMap

MOST: Final = 400
"""How many smaller rosters are tried at most; each costs two evaluations."""


@attrs.frozen
class Shown:
    """A roster that shows a failure, with both evaluations, whom it fails, and the rules that did it."""

    roster: Roster
    before: Sight
    after: Sight
    failed: tuple[str, ...]
    rules: tuple[Rule, ...]


def shown(
    trial: Trial, roster: Roster, fact: str, before: Sight | None = None, after: Sight | None = None
) -> Shown | None:
    """
    What *trial* shows on *roster*; None where the demand holds there, or nothing can be said.

    Args:
        trial: What is tried.

        roster: The roster.

        fact: The fact that the property is about, or an empty text.

        before: The evaluation before, where it is known already.

        after: The evaluation after, where it is known already.
    """
    before = trial.before(roster) if before is None else before
    after = trial.after(roster) if before is not None and after is None else after
    if before is None or after is None:
        return None
    failed = broken(trial.attempt, before, after)
    if not failed:
        return None
    return Shown(roster, before, after, failed, rules_behind(trial, before, after, failed, fact))


def smallest(trial: Trial, found: Shown, fact: str) -> Shown:
    """The smallest roster on which *trial* still fails by the same rule; greedy, and the same every time."""
    left = MOST
    again = True
    while again and left > 0:
        again = False
        for roster in _smaller(found.roster, trial):
            left -= 1
            if left <= 0:
                break
            one = None if roster == found.roster else shown(trial, roster, fact)
            if one is not None and one.rules[0] == found.rules[0]:
                found, again = one, True
                break
    return found


def _smaller(roster: Roster, trial: Trial) -> Iterator[Roster]:
    """Rosters with a little less, the largest steps first."""
    yield _read(roster, trial.reads)
    needed = {name for edit in trial.attempt.edits for name in edit.names()}
    loose = [one for one in roster.subjects if one.id not in needed]
    for size in (len(loose) // 2, len(loose) // 4):
        if size > 1:
            for start in range(0, len(loose), size):
                yield _without(roster, {one.id for one in loose[start : start + size]})
    for one in loose:
        yield _without(roster, {one.id})
    if roster.decisions:
        yield attrs.evolve(roster, decisions=())
    if roster.ballots:
        yield attrs.evolve(roster, ballots=())
    for index in range(len(roster.decisions) if len(roster.decisions) > 1 else 0):
        yield attrs.evolve(roster, decisions=roster.decisions[:index] + roster.decisions[index + 1 :])
    for one in roster.subjects:
        for less in _thinner(one):
            yield roster.with_subject(less)


def _read(roster: Roster, names: frozenset[str]) -> Roster:
    """*roster* without the facts and lists that no rule reads."""
    kept = [
        attrs.evolve(
            one,
            facts=FrozenMap({k: v for k, v in one.facts.items() if k in names}),
            records=FrozenMap({k: v for k, v in one.records.items() if k in names}),
        )
        for one in roster.subjects
    ]
    return attrs.evolve(roster, subjects=tuple(kept))


def _without(roster: Roster, gone: set[str]) -> Roster:
    return attrs.evolve(
        roster,
        subjects=tuple(
            attrs.evolve(one, unit=None) if one.unit in gone else one
            for one in roster.subjects
            if one.id not in gone
        ),
        decisions=tuple(one for one in roster.decisions if one.subject not in gone),
        ballots=tuple(one for one in roster.ballots if one.subject not in gone),
    )


def _thinner(one: Subject) -> Iterator[Subject]:
    """*one* with half of its facts, or one fact, list or row less."""
    names = sorted(one.facts)
    for part in (names[: len(names) // 2], names[len(names) // 2 :]):
        if len(part) > 1:
            yield attrs.evolve(one, facts=FrozenMap({k: v for k, v in one.facts.items() if k not in part}))
    for name in names:
        yield attrs.evolve(one, facts=FrozenMap({k: v for k, v in one.facts.items() if k != name}))
    for name in sorted(one.records):
        others = {k: v for k, v in one.records.items() if k != name}
        yield attrs.evolve(one, records=FrozenMap(others))
        rows = one.records[name]
        for index in range(len(rows)):
            fewer = rows[:index] + rows[index + 1 :]
            yield attrs.evolve(one, records=FrozenMap({**others, name: fewer}))


def counterexample(trial: Trial, found: Shown) -> Counterexample:
    """*found* as plain data."""
    after = found.after.evaluation.roster
    new = trial.attempt.renamed
    names = found.failed
    return Counterexample(
        before=found.roster,
        edits=trial.attempt.edits,
        after=after,
        parameters=tuple((name, str(value)) for name, value in trial.attempt.settings),
        subjects=names,
        seen_before=tuple(found.before.seen(name) for name in names),
        seen_after=tuple(found.after.seen(new.get(name, name) or name) for name in names),
        demanded=trial.attempt.demand.value,
        rules=found.rules,
        on=trial.day,
    )
