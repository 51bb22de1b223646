"""
Rosters for the laws of evaluation, drawn from a seed, and a naive evaluation to hold the real one to.

The policy is the small one of ``tests.worlds`` with an award whose places are counted in each unit. Facts, lists,
units, decisions and ballots may be missing; ``completed`` gives every missing thing some value.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
from decimal import Decimal

import attrs
from hypothesis import strategies as st

from tests.worlds import BASE, CITE, CLUSTER, DAY, GROUP, HIGHER, PERSON, SHARE, UPPER, clause, policy
from thidua_rules.awards import ByCount, ByFact, Quota
from thidua_rules.criteria import Constant, Is, Where
from thidua_rules.evaluation import Status, evaluate
from thidua_rules.subjects import Ballot, Decision, DecisionState, Roster, Subject
from thidua_rules.values import FrozenMap

UNITS = ("don_vi", "don_vi_2")
VALUES = {
    "tot": (True, True, True, False),
    "lanh_dao": (True, False),
    "diem": (0, 1, 2, 3),
    "khoi": ("k1", "k2"),
}
LISTS = {
    "vu_viec": ((), (), ({"mo": True},), ({"mo": False},)),
    "de_nghi_khen_thuong": (
        (),
        ({"danh_hieu": "theo_khoi", "thanh_tich": "a"},),
        ({"danh_hieu": "theo_khoi", "thanh_tich": "a"}, {"danh_hieu": "cap_tren", "thanh_tich": "a"}),
        ({"danh_hieu": "theo_khoi", "thanh_tich": "a"}, {"danh_hieu": "cap_tren", "thanh_tich": "b"}),
    ),
}

BY_UNIT = attrs.evolve(
    CLUSTER,
    id="theo_don_vi",
    coverage=None,
    eligibility=(clause("khong_lanh_dao", Is("lanh_dao", wanted=False)),),
    ranking=(
        ByCount(
            id="vu_viec",
            label_vi="vụ việc",
            label_en="matters",
            citation=CITE,
            records="vu_viec",
            where=(Where("mo", "==", Constant(value=True)),),
        ),
        ByFact(
            id="diem", label_vi="điểm", label_en="points", citation=CITE, fact="diem", highest_first=False
        ),
    ),
    quotas=(
        Quota(
            rate="ty_le",
            rounding="lam_tron",
            base=Is("tot"),
            base_kinds=(PERSON,),
            group="unit",
            label_vi="số chỗ",
            label_en="places",
            citation=CITE,
        ),
    ),
)
POLICY = policy(BASE, UPPER, CLUSTER, HIGHER, SHARE, BY_UNIT)

seeds = st.integers(0, 2**32)


def _person(pick, name, holes):
    facts = {key: pick.choice(values) for key, values in VALUES.items() if pick.random() >= holes}
    lists = {key: pick.choice(found) for key, found in LISTS.items() if pick.random() >= holes}
    records = {key: tuple(map(FrozenMap, rows)) for key, rows in lists.items()}
    unit = pick.choice(UNITS) if pick.random() >= holes / 4 else None
    return Subject(name, PERSON, f"Người {name}", unit, FrozenMap(facts), FrozenMap(records))


def drawn(seed, holes=0.15):
    """The roster of a seed; each thing is missing with the chance *holes*."""
    pick = random.Random(seed)  # noqa: S311
    people = [_person(pick, f"n{i}", pick.choice((0, holes, 2 * holes))) for i in range(pick.randint(1, 7))]
    states = [*DecisionState, DecisionState.HIEU_LUC]
    decisions = [
        Decision(award, one.id, pick.choice(states), DAY - dt.timedelta(days=back))
        for one in people
        for award in ("co_ban", "cap_tren", "nang_cao")
        for back in range(2)
        if pick.random() < 0.08
    ]
    ballots = [
        Ballot("nang_cao", one.id, DAY, 9, 9, pick.randint(0, 9))
        for one in people
        for _ in range(2)
        if pick.random() < 0.15
    ]
    units = [Subject(name, GROUP, f"Đơn vị {name}") for name in UNITS]
    return Roster("r", "Xã", 2022, (*units, *people), tuple(decisions), tuple(ballots))


def rosters(holes=0.15):
    """Rosters of a few people."""
    return seeds.map(lambda seed: drawn(seed, holes))


def completed(roster, seed):
    """*roster* with everything that is missing given some value."""
    pick = random.Random(seed)  # noqa: S311
    subjects = []
    for one in roster.subjects:
        if one.kind is GROUP:
            subjects.append(one)
            continue
        facts = {key: pick.choice(values) for key, values in VALUES.items()}
        lists = {key: pick.choice(found) for key, found in LISTS.items()}
        rows = {key: tuple(map(FrozenMap, value)) for key, value in lists.items()}
        subjects.append(
            attrs.evolve(
                one,
                unit=one.unit or pick.choice(UNITS),
                facts=FrozenMap({**facts, **one.facts}),
                records=FrozenMap({**rows, **one.records}),
            )
        )
    return attrs.evolve(roster, subjects=tuple(subjects))


def statuses(roster, rules=POLICY):
    """The status of everybody under every award."""
    return {(one.award.id, one.subject.id): one.status for one in evaluate(rules, roster).outcomes}


# A naive evaluation of rosters in which nothing is missing: sets, sorts and fractions, no intervals


def _held(one):
    return any(row["mo"] for row in one.records["vu_viec"])


def _proposals(one, award):
    rows = one.records["de_nghi_khen_thuong"]
    return {row["thanh_tich"] for row in rows if row["danh_hieu"] == award}


def _ranked(people, key, places):
    """The statuses of *people*, the highest *key* first; a level that lies across the line is tied."""
    found, before = {}, 0
    for _, level in itertools.groupby(sorted(people, key=key, reverse=True), key=key):
        group = list(level)
        status = Status.OVER_QUOTA if before >= places else Status.TIED
        status = Status.RECOMMENDED if before + len(group) <= places else status
        found |= {one.id: status for one in group}
        before += len(group)
    return found


def naive(roster):
    """What the small policy says of a complete *roster*, but for the awards that are built on others."""
    people = [one for one in roster.subjects if one.kind is PERSON]
    found = {("co_ban", one.id): _base(one) for one in people}
    found |= {("cap_tren", one.id): _plain(one) for one in people if _proposals(one, "cap_tren")}
    return found | _clusters(roster, people, found) | _by_unit(people)


def _base(one):
    if not one.facts["tot"]:
        return Status.INELIGIBLE
    return Status.ON_HOLD if _held(one) else Status.RECOMMENDED


def _plain(one):
    return Status.RECOMMENDED if one.facts["tot"] else Status.INELIGIBLE


def _clusters(roster, people, found):
    answers, compete = {}, []
    for one in people:
        decision = roster.decision("cap_tren", one.id)
        earned = found.get(("cap_tren", one.id)) is Status.RECOMMENDED
        earned = earned if decision is None else decision.state is DecisionState.HIEU_LUC
        mine, theirs = _proposals(one, "theo_khoi"), _proposals(one, "cap_tren")
        if not one.facts["tot"]:
            answers[one.id] = Status.INELIGIBLE
        elif earned and not (mine and theirs):
            answers[one.id] = Status.UNDETERMINED  # which achievement was rewarded is not known
        elif earned and mine & theirs:
            answers[one.id] = Status.COVERED
        else:
            compete.append(one)
    for name in ("k1", "k2"):
        group = [one for one in compete if one.facts["khoi"] == name]
        waiting = [one for one in people if one.facts["khoi"] == name]
        waiting = [one for one in waiting if answers.get(one.id) is Status.UNDETERMINED]
        answers |= {} if waiting else _ranked(group, lambda one: one.facts["diem"], 2)
    return {("theo_khoi", name): status for name, status in answers.items()}


def _by_unit(people):
    answers = {one.id: Status.INELIGIBLE for one in people}
    for unit in UNITS:
        group = [one for one in people if one.unit == unit]
        places = int(Decimal("0.4") * sum(one.facts["tot"] for one in group))
        able = [one for one in group if not one.facts["lanh_dao"]]
        answers |= _ranked(able, lambda one: (_held(one), -one.facts["diem"]), places)
    return {("theo_don_vi", name): status for name, status in answers.items()}
