"""What-if equals re-evaluation: each way to an award gives what it claims, no part of it does, and none is shorter."""

from __future__ import annotations

import itertools
import random

import attrs
from hypothesis import example, given, settings

from tests.laws.small_rosters import POLICY, rosters, seeds, statuses
from tests.worlds import BASE, clause, person, policy
from tests.worlds import roster as roster_of
from thidua_rules.criteria import All, Any, AtLeastOf, Case, Compare, Exempt, Is, Not, OneOf, Unless, World
from thidua_rules.evaluation import Status, evaluate
from thidua_rules.facts import Choice, FactSpec, FactType
from thidua_rules.paths import path_to_award
from thidua_rules.values import FrozenMap
from thidua_rules.verdicts import MET

SHORT = {Status.INELIGIBLE, Status.UNDETERMINED}
FLAGS = ("f1", "f2", "f3")
DOMAIN = {
    **dict.fromkeys(FLAGS, (True, False)),
    "diem": (0, 1, 2, 3),
    "loai": ("kem", "kha", "tot"),
}
"""Every fact that may be changed, and its values; ``co_dinh`` may not."""

SPECS = (
    *(FactSpec(id=name, type=FactType.FLAG, label_vi=name, label_en=name, changeable=True) for name in FLAGS),
    FactSpec(
        id="loai",
        type=FactType.CHOICE,
        label_vi="loại",
        label_en="rating",
        changeable=True,
        choices=tuple(Choice(name, name, name) for name in DOMAIN["loai"]),
    ),
    FactSpec(id="co_dinh", type=FactType.FLAG, label_vi="cố định", label_en="fixed"),
)


def applied(roster, name, changes):
    """*roster* in which *changes* were made by hand to the facts and lists of one subject."""
    one = roster.subject(name)
    facts, records = dict(one.facts), dict(one.records)
    for change in changes:
        if isinstance(change.after, tuple):
            records[change.fact] = (*records.get(change.fact, ()), FrozenMap(change.after))
        else:
            facts[change.fact] = change.after
    changed = attrs.evolve(one, facts=FrozenMap(facts), records=FrozenMap(records))
    return attrs.evolve(
        roster, subjects=tuple(changed if other.id == name else other for other in roster.subjects)
    )


def parts_of(changes):
    """Every smaller set of *changes*."""
    return [part for size in range(len(changes)) for part in itertools.combinations(changes, size)]


def hold(rules, roster, name, award):
    """The ways of one subject, each checked by evaluation, and each part of it too."""
    evaluation = evaluate(rules, roster)
    paths = path_to_award(evaluation, evaluation.outcome(name, award)).paths
    for path in paths:
        assert path.status not in SHORT
        assert path.status is statuses(applied(roster, name, path.changes), rules)[award, name]
        for part in parts_of(path.changes):
            assert statuses(applied(roster, name, part), rules)[award, name] in SHORT
    return paths


@given(rosters())
@settings(max_examples=25)
def test_ways_through_other_awards(roster):
    """
    In a whole evaluation each way gives the status that it claims, and no smaller set of its changes is enough.
    """
    for one in evaluate(POLICY, roster).outcomes:
        if one.status in SHORT and one.award.id in {"co_ban", "nang_cao", "theo_khoi"}:
            hold(POLICY, roster, one.subject.id, one.award.id)


def tree(pick):
    """A condition that asks each fact once."""
    leaves = [Is(name, pick.random() < 0.5) for name in (*FLAGS, "co_dinh")]
    leaves.append(Compare("diem", pick.choice((">=", ">", "<=", "<", "==", "!=")), pick.randint(0, 3)))
    leaves.append(OneOf("loai", tuple(pick.sample(DOMAIN["loai"], pick.randint(1, 2)))))
    pick.shuffle(leaves)
    while len(leaves) > 1:
        taken = tuple(leaves.pop(0) for _ in range(min(len(leaves), pick.randint(2, 3))))
        leaves.append(_node(pick, taken))
        pick.shuffle(leaves)
    return leaves[0]


def _node(pick, taken):
    if len(taken) == 3 and pick.random() < 0.5:
        return Unless(taken[0], (Exempt("e", taken[1], taken[2]),))
    nodes = (All, Any, lambda them: Not(All(them)), lambda them: AtLeastOf(len(them) - 1, them))
    return pick.choice(nodes)(taken)


def rules(condition):
    """A policy whose one award asks *condition*."""
    found = policy(attrs.evolve(BASE, eligibility=(clause("c", condition),), holds=(), bonus=None))
    layer = attrs.evolve(found.layers[0], facts=(*found.layers[0].facts, *SPECS))
    return attrs.evolve(found, layers=(layer,))


def shortest(condition, one):
    """By trying all values: the smallest sets of facts that some change of them makes the condition met."""
    found = set()
    for values in itertools.product(*DOMAIN.values()):
        facts = dict(zip(DOMAIN, values, strict=True))
        changed = attrs.evolve(one, facts=FrozenMap({**one.facts, **facts}))
        if condition.verdict(Case(changed, World(roster_of(changed)))) is MET:
            found.add(frozenset(name for name in facts if facts[name] != one.facts[name]))
    least = min(map(len, found), default=None)
    return {names for names in found if len(names) == least}


@given(seeds)
@example(65)
@example(282)
@settings(max_examples=150)
def test_every_shortest_way_is_found(seed):
    """
    Where a condition asks each fact once, the ways found change exactly the smallest sets of facts that help.
    """
    pick = random.Random(seed)  # noqa: S311
    condition = tree(pick)
    facts = {name: pick.choice(values) for name, values in DOMAIN.items()}
    one = person("a", co_dinh=pick.random() < 0.5, **facts)
    expected = shortest(condition, one)
    paths = hold(rules(condition), roster_of(one), "a", "co_ban")

    assert (expected if expected != {frozenset()} else set()) == {
        frozenset(change.fact for change in path.changes) for path in paths
    }


@given(seeds)
@settings(max_examples=60)
def test_ways_with_facts_missing(seed):
    """
    Also where facts are missing each way gives the status that it claims, and no part of it does.
    """
    pick = random.Random(seed)  # noqa: S311
    condition = tree(pick)
    known = {name: pick.choice((None, *values)) for name, values in DOMAIN.items()}
    one = person("a", co_dinh=pick.choice((None, True, False)), **known)

    assert len(hold(rules(condition), roster_of(one), "a", "co_ban")) <= 200
