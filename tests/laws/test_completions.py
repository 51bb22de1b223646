"""A status other than UNDETERMINED holds in every completion of the missing facts."""

from __future__ import annotations

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import DAY, person, policy, roster
from thidua_rules.evaluation import Status, evaluate
from thidua_rules.subjects import Ballot, Decision, DecisionState
from thidua_rules.values import FrozenMap

POLICY = policy()
VALUES = {
    "tot": (True, False),
    "lanh_dao": (True, False),
    "diem": (0, 1, 2, 3),
    "khoi": ("k1", "k2"),
}
LISTS = {
    "vu_viec": ((), ({"mo": True},), ({"mo": False},)),
    "de_nghi_khen_thuong": (
        (),
        ({"danh_hieu": "theo_khoi", "thanh_tich": "a"},),
        ({"danh_hieu": "theo_khoi", "thanh_tich": "a"}, {"danh_hieu": "cap_tren", "thanh_tich": "a"}),
        ({"danh_hieu": "theo_khoi", "thanh_tich": "a"}, {"danh_hieu": "cap_tren", "thanh_tich": "b"}),
    ),
}


@st.composite
def people(draw, name):
    """
    A person any of whose facts may be missing.
    """
    facts = {key: draw(st.sampled_from((None, *values))) for key, values in VALUES.items()}
    records = {key: draw(st.sampled_from((None, rows[0], *rows))) for key, rows in LISTS.items()}
    return person(name, records=records, **facts)


@st.composite
def rosters(draw):
    """
    A roster of a few people, with decisions and ballots on some of them.
    """
    subjects = [draw(people(f"n{i}")) for i in range(draw(st.integers(1, 6)))]
    decisions = [
        Decision(award, one.id, draw(st.sampled_from(DecisionState)), DAY)
        for one in subjects
        for award in ("co_ban", "cap_tren")
        if draw(st.integers(0, 9)) == 0
    ]
    ballots = [
        Ballot("nang_cao", one.id, DAY, 9, 9, draw(st.integers(0, 9)))
        for one in subjects
        if draw(st.integers(0, 4)) == 0
    ]
    return roster(*subjects, decisions=tuple(decisions), ballots=tuple(ballots))


@st.composite
def completed(draw, incomplete):
    """
    *incomplete* with every missing fact and list given some value.
    """
    subjects = []
    for one in incomplete.subjects:
        if one.id == "don_vi":
            subjects.append(one)
            continue
        facts = {key: draw(st.sampled_from(values)) for key, values in VALUES.items()}
        lists = {key: draw(st.sampled_from(rows)) for key, rows in LISTS.items()}
        rows = {key: tuple(map(FrozenMap, value)) for key, value in lists.items()}
        subjects.append(
            attrs.evolve(
                one,
                facts=FrozenMap(facts | dict(one.facts.items())),
                records=FrozenMap(rows | dict(one.records.items())),
            )
        )
    return attrs.evolve(incomplete, subjects=tuple(subjects))


def statuses(one):
    """
    The status of everybody under every award.
    """
    found = evaluate(POLICY, one)
    return {(o.award.id, o.subject.id): o.status for o in found.outcomes}


@given(st.data())
@settings(max_examples=400)
def test_settled_statuses_hold(data):
    """
    What is settled with facts missing is the same whatever the missing facts turn out to be.

    Whoever turns out to be outside an award's scope has no outcome there: that agrees with INELIGIBLE.
    """
    incomplete = data.draw(rosters())
    before = statuses(incomplete)
    after = statuses(data.draw(completed(incomplete)))

    broken = {
        key: (status, after.get(key))
        for key, status in before.items()
        if status is not Status.UNDETERMINED and after.get(key, Status.INELIGIBLE) is not status
    }
    assert {} == broken


@given(rosters())
@settings(max_examples=100)
def test_undetermined_names_what_is_missing(incomplete):
    """
    Whoever is undetermined is told at least one thing that is missing.
    """
    silent = [
        (one.award.id, one.subject.id)
        for one in evaluate(POLICY, incomplete).outcomes
        if one.status is Status.UNDETERMINED and not one.missing
    ]
    assert [] == silent


@given(rosters(), st.randoms(use_true_random=False))
@settings(max_examples=100)
def test_order_and_names_do_not_matter(one, random):
    """
    The order of subjects, decisions and ballots, and what people are called, change no outcome.
    """
    shuffled = list(one.subjects)
    random.shuffle(shuffled)
    renamed = tuple(attrs.evolve(subject, name=f"Tên {i}") for i, subject in enumerate(shuffled))
    other = attrs.evolve(one, subjects=renamed, decisions=one.decisions[::-1], ballots=one.ballots[::-1])

    assert statuses(one) == statuses(other)
