"""A status other than UNDETERMINED holds in every completion of the missing facts."""

from __future__ import annotations

import itertools
import random

import attrs
import pytest
from hypothesis import given, settings

from tests.laws.small_rosters import POLICY, completed, drawn, rosters, seeds, statuses
from tests.scales.cases import judged, labelled, number, scale
from tests.worlds import CITE, CLUSTER, person, policy
from tests.worlds import roster as roster_of
from thidua_rules.awards import ByScore
from thidua_rules.evaluation import Status, evaluate
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.scales import Stages
from thidua_rules.values import FrozenMap, Marker


def settled_and_broken(roster, seed):
    """
    What is settled in *roster*, and what of it turns out different in a completion.

    Whoever turns out to be outside an award's scope has no outcome there: that agrees with INELIGIBLE. Who belongs
    to a collective is what the roster says, so a collective's title is asked about only where every unit is given.
    """
    before = statuses(roster)
    after = statuses(completed(roster, seed))
    homeless = any(one.unit is None and one.id.startswith("n") for one in roster.subjects)
    settled = {
        key: status
        for key, status in before.items()
        if status is not Status.UNDETERMINED and not (homeless and key[0] == "tap_the")
    }
    broken = {
        key: (status, after.get(key))
        for key, status in settled.items()
        if after.get(key, Status.INELIGIBLE) is not status
    }
    return settled, broken


@given(rosters(), seeds)
@settings(max_examples=400)
def test_settled_statuses_hold(roster, seed):
    """
    What is settled with facts missing is the same whatever the missing facts turn out to be.
    """
    assert {} == settled_and_broken(roster, seed)[1]


@pytest.mark.parametrize("holes", [0.03, 0.3])
@given(seeds, seeds)
@settings(max_examples=150)
def test_settled_statuses_hold_in_any_density(holes, seed, other):
    """
    The same where little is missing, and where much is.
    """
    assert {} == settled_and_broken(drawn(seed, holes), other)[1]


SEEN = {
    "co_ban": {Status.RECOMMENDED, Status.ON_HOLD, Status.INELIGIBLE},
    "nang_cao": {Status.RECOMMENDED, Status.TIED, Status.OVER_QUOTA, Status.ON_HOLD, Status.INELIGIBLE},
    "theo_khoi": {Status.RECOMMENDED, Status.TIED, Status.OVER_QUOTA, Status.COVERED, Status.INELIGIBLE},
    "theo_don_vi": {Status.RECOMMENDED, Status.TIED, Status.OVER_QUOTA, Status.INELIGIBLE},
    "cap_tren": {Status.RECOMMENDED, Status.INELIGIBLE},
    "tap_the": {Status.RECOMMENDED, Status.INELIGIBLE},
}


def test_the_law_sees_every_status():
    """
    The rosters of the law, all with something missing, settle every status of every award: ties, quotas by group
    and by unit, coverage, holds and members are all inside.
    """
    seen = {name: set() for name in SEEN}
    with_holes = [one for one in map(drawn, range(500), itertools.repeat(0.08)) if completed(one, 0) != one]
    for one in with_holes:
        for (award, _), status in settled_and_broken(one, 0)[0].items():
            seen[award].add(status)

    assert SEEN == seen


@given(rosters())
@settings(max_examples=100)
def test_undetermined_names_what_is_missing(roster):
    """
    Whoever is undetermined is told at least one thing that is missing.
    """
    silent = [
        (one.award.id, one.subject.id)
        for one in evaluate(POLICY, roster).outcomes
        if one.status is Status.UNDETERMINED and not one.missing
    ]
    assert [] == silent


STAGES = labelled(
    Stages, "cac_buoc", maximum=10, own=judged("tu_cham", 10), cross="cheo", limit_percent=10, decided="quyet",
    reason="ly_do", appraised="tham_dinh",
)  # fmt: skip
BY_STAGES = attrs.evolve(
    CLUSTER,
    coverage=None,
    ranking=(ByScore(id="bang", label_vi="điểm", label_en="points", citation=CITE, scale="s"),),
)


def _staged_policy():
    (layer,) = policy(BY_STAGES).layers
    text = FactSpec(id="ly_do", type=FactType.TEXT, label_vi="lý do", label_en="reason")
    rows = FactSpec(
        id="cheo", type=FactType.RECORDS, label_vi="chéo", label_en="crossed", fields=(number("diem", 10),)
    )
    facts = (number("tu_cham", 10), number("quyet", 10), number("tham_dinh", 10, unassigned=True), text, rows)
    table = attrs.evolve(scale(STAGES), citation=CITE)
    return attrs.evolve(
        POLICY, layers=(attrs.evolve(layer, facts=(*layer.facts, *facts), scales=(table,)),)
    )


STAGED_POLICY = _staged_policy()
ANY_STAGE = {
    "tu_cham": (6, 8),
    "quyet": (5, 7),
    "ly_do": ("biên bản",),
    "tham_dinh": (Marker.NOT_ASSIGNED, Marker.NOT_APPLICABLE, Marker.NOT_ASSIGNED, 5, 9),
}


def staged_roster(seed, holes):
    """People of one cluster scored in stages; each thing is missing with the chance *holes*."""
    pick = random.Random(seed)  # noqa: S311

    def one(name):
        facts = {key: pick.choice(values) for key, values in ANY_STAGE.items() if pick.random() >= holes}
        rows = [{"diem": pick.choice((6, 8))}] if pick.random() >= holes else None
        return person(name, records={"cheo": rows}, tot=True, khoi="k1", **facts)

    return roster_of(*(one(f"n{i}") for i in range(pick.randint(2, 5))))


def stages_completed(roster, seed):
    """*roster* with everything that is missing at a stage given some value; an appraisal, or that there is none."""
    pick = random.Random(seed)  # noqa: S311
    return attrs.evolve(
        roster,
        subjects=tuple(
            attrs.evolve(
                one,
                facts=FrozenMap({key: pick.choice(found) for key, found in ANY_STAGE.items()} | dict(one.facts)),
                records=FrozenMap({"cheo": (FrozenMap({"diem": pick.choice((6, 8))}),)} | dict(one.records)),
            )
            for one in roster.subjects
        ),
    )


def broken_by_stages(roster, seed):
    """What is settled in *roster*, and what of it a completion of the stages contradicts."""
    before = statuses(roster, STAGED_POLICY)
    after = statuses(stages_completed(roster, seed), STAGED_POLICY)
    settled = {key: status for key, status in before.items() if status is not Status.UNDETERMINED}
    return settled, {key: (status, after[key]) for key, status in settled.items() if after[key] is not status}


@pytest.mark.parametrize("holes", [0.05, 0.2])
@given(seeds, seeds)
@settings(max_examples=150)
def test_an_appraisal_never_contradicts(holes, seed, other):
    """
    What is settled while a stage is missing holds when an appraisal is filed, or that there is none.
    """
    assert {} == broken_by_stages(staged_roster(seed, holes), other)[1]


def test_the_stages_settle_something():
    """
    Among rosters whose stages have holes, every status that a ranking can give is settled.
    """
    seen = set()
    for seed in range(150):
        roster = staged_roster(seed, 0.05)
        if stages_completed(roster, 0) != roster:
            seen |= set(broken_by_stages(roster, 0)[0].values())

    assert {Status.RECOMMENDED, Status.TIED, Status.OVER_QUOTA} == seen
