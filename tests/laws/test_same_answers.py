"""Nothing is decided by accident: not by order, a name, an id, a hash seed; and what is cancelled takes only its own."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

from tests.laws.small_rosters import POLICY, rosters, seeds, statuses
from tests.worlds import DAY, PERSON
from thidua_rules.evaluation import Status, evaluate
from thidua_rules.serialization import dumps, evaluation_to_json
from thidua_rules.subjects import Decision, DecisionState
from thidua_rules.values import FrozenMap

ROOT = Path(__file__).parent.parent.parent


def shuffled(pick, items):
    """*items* in another order."""
    found = list(items)
    pick.shuffle(found)
    return tuple(found)


def reordered(one, pick):
    """A subject whose facts and lists were given in another order."""
    facts, records = (FrozenMap(shuffled(pick, kept.items())) for kept in (one.facts, one.records))
    return attrs.evolve(one, facts=facts, records=records)


def written(roster):
    """The whole evaluation as text, but for the hash of the roster, which is a hash of what was written."""
    data = evaluation_to_json(evaluate(POLICY, roster))
    data["roster"].pop("hash")
    return dumps(data)


@given(rosters(), seeds)
@settings(max_examples=100)
def test_order_does_not_matter(roster, seed):
    """
    The order of subjects, facts, lists, decisions and ballots changes nothing in the evaluation.
    """
    pick = random.Random(seed)  # noqa: S311
    other = attrs.evolve(
        roster,
        subjects=tuple(reordered(one, pick) for one in shuffled(pick, roster.subjects)),
        decisions=shuffled(pick, roster.decisions),
        ballots=shuffled(pick, roster.ballots),
    )

    assert written(roster) == written(other)


@given(rosters(), seeds)
@settings(max_examples=100)
def test_names_do_not_matter(roster, seed):
    """
    What people are called changes no outcome, place or sum.
    """
    pick = random.Random(seed)  # noqa: S311
    other = attrs.evolve(
        roster, subjects=tuple(attrs.evolve(one, name=str(pick.random())) for one in roster.subjects)
    )
    found, expected = evaluate(POLICY, other), evaluate(POLICY, roster)

    assert [(o.subject.id, o.status, o.place, o.bonus, o.missing) for o in expected.outcomes] == [
        (o.subject.id, o.status, o.place, o.bonus, o.missing) for o in found.outcomes
    ]


def renamed(roster, names):
    """*roster* in which everybody has another id."""
    return attrs.evolve(
        roster,
        subjects=tuple(
            attrs.evolve(one, id=names[one.id], unit=one.unit and names[one.unit]) for one in roster.subjects
        ),
        decisions=tuple(attrs.evolve(one, subject=names[one.subject]) for one in roster.decisions),
        ballots=tuple(attrs.evolve(one, subject=names[one.subject]) for one in roster.ballots),
    )


def by_person(evaluation, names):
    """Status, place, money and missing facts under every award, by the new id."""
    return {
        (one.award.id, names[one.subject.id]): (
            one.status,
            one.rank,
            one.bonus,
            {(names.get(item.subject, ""), item.fact) for item in one.missing},
        )
        for one in evaluation.outcomes
    }


@given(rosters(), seeds)
@settings(max_examples=100)
def test_ids_do_not_matter(roster, seed):
    """
    Giving everybody somebody else's id gives everybody their own outcome under the new one.
    """
    ids = [one.id for one in roster.subjects]
    names = dict(zip(ids, shuffled(random.Random(seed), ids), strict=True))  # noqa: S311
    same = {name: name for name in ids}

    assert by_person(evaluate(POLICY, roster), names) == by_person(
        evaluate(POLICY, renamed(roster, names)), same
    )


SCRIPT = """
import sys
from tests.laws.small_rosters import POLICY, drawn
from tests.small import POLICY as OTHER, ROSTER, text
from thidua_rules.evaluation import evaluate
from thidua_rules.paths import path_to_award
from thidua_rules.serialization import dumps, evaluation_to_json, roster_from_json
found = [evaluate(POLICY, drawn(seed)) for seed in range(3)]
found.append(evaluate(OTHER, roster_from_json(text(ROSTER), OTHER)))
for one in found:
    print(dumps(evaluation_to_json(one)))
    for outcome in one.outcomes[:20]:
        print(path_to_award(one, outcome))
        print(outcome.finding)
"""


def run(seed):
    """A hash of what a fresh Python prints under one hash seed."""
    env = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run([sys.executable, "-c", SCRIPT], env=env, cwd=ROOT, capture_output=True, check=True)
    return len(done.stdout), hashlib.sha256(done.stdout).hexdigest()


def test_hash_seed_does_not_matter():
    """
    Evaluations, their findings and their ways are written byte for byte alike under different hash seeds.
    """
    assert run("0") == run("4242")


DEPENDENT = {"co_ban": {"nang_cao", "tap_the"}, "cap_tren": {"theo_khoi"}}


@pytest.mark.parametrize("award", ["co_ban", "cap_tren"])
@given(roster=rosters(), seed=seeds)
@settings(max_examples=60)
def test_cancelling_takes_only_what_was_built_on_it(award, roster, seed):
    """
    Cancelling a decision changes no status of an award that is not built on it, and gives its holder nothing
    that is built on it.
    """
    people = [one.id for one in roster.subjects if one.kind is PERSON]
    name = people[seed % len(people)]
    others = tuple(one for one in roster.decisions if (one.award, one.subject) != (award, name))
    given_, cancelled = (
        statuses(attrs.evolve(roster, decisions=(*others, Decision(award, name, state, DAY))))
        for state in (DecisionState.HIEU_LUC, DecisionState.HUY_BO)
    )
    changed = {key for key, status in given_.items() if cancelled[key] is not status}

    assert {key[0] for key in changed} <= DEPENDENT[award]
    if award == "co_ban":
        assert cancelled["nang_cao", name] is Status.INELIGIBLE
        assert ("tap_the", "don_vi") not in changed or given_["tap_the", "don_vi"] is not Status.INELIGIBLE
