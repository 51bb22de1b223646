"""Laws of the shipped policy: doing better never makes anybody less eligible, and its data survive the way to JSON."""

from __future__ import annotations

import datetime as dt
import random
from functools import cache
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

from tests.laws.strategies import seeds
from tests.worlds import without_dossiers
from thidua_rules import load_policy, load_roster
from thidua_rules.evaluation import evaluate
from thidua_rules.facts import FactType, SubjectKind
from thidua_rules.serialization import (
    dumps,
    policy_from_json,
    policy_to_json,
    roster_from_json,
    roster_to_json,
)
from thidua_rules.serialization.policies import shipped_policies
from thidua_rules.values import FrozenMap
from thidua_rules.verdicts import MET, UNKNOWN, UNMET

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "xuan_son_2022" / "roster.json"
ORDER = [UNMET, UNKNOWN, MET]


@cache
def policy():
    """The policy of the commune."""
    return load_policy("xuan_son_2022")


@cache
def example():
    """The roster of the example."""
    return load_roster(str(EXAMPLE), policy())


@cache
def awards():
    """The awards that a person can be given."""
    return tuple(one.id for one in policy().awards.values() if SubjectKind.CA_NHAN in one.recipients)


@cache
def facts_asked():
    """The facts that those awards ask, with their specifications."""
    asked = {name for award in awards() for name in policy().awards[award].uses().facts}
    return tuple(policy().facts[name] for name in sorted(asked))


def value(pick, spec):
    """Some value that fits *spec*, and that the conditions tell apart."""
    if spec.type is FactType.FLAG:
        return pick.random() < 0.7
    if spec.type is FactType.CHOICE:
        return pick.choice(spec.choices).id
    if spec.type is FactType.DATE:
        return dt.date(pick.choice((2010, 2022)), pick.randint(1, 12), 1)
    return pick.randint(0, 7)


def drawn(seed):
    """Somebody of the example with some facts changed or taken away, disciplined and late as chance has it."""
    pick = random.Random(seed)  # noqa: S311
    people = [one for one in example().subjects if one.kind is SubjectKind.CA_NHAN]
    one = pick.choice(people)
    facts, records = dict(one.facts), dict(one.records)
    for spec in facts_asked():
        if SubjectKind.CA_NHAN in spec.subjects and pick.random() < 0.15:
            facts[spec.id] = value(pick, spec)
        elif pick.random() < 0.05:
            facts.pop(spec.id, None)
    for name in records:
        if pick.random() < 0.05:
            records = {key: rows for key, rows in records.items() if key != name}
    if pick.random() < 0.5:
        row = FrozenMap({"ngay": dt.date(pick.choice((2021, 2022)), 5, 5), "hinh_thuc": "khien_trach"})
        records["hinh_thuc_ky_luat"] = (*records.get("hinh_thuc_ky_luat", ()), row)
    return attrs.evolve(one, facts=FrozenMap(facts), records=FrozenMap(records))


def verdicts(one):
    """How *one*, alone with the collectives, meets the conditions of each award; outside its scope it does not."""
    others = tuple(
        without_dossiers(other)
        for other in example().subjects
        if other.kind not in {SubjectKind.CA_NHAN, SubjectKind.HO_GIA_DINH}
    )
    roster = attrs.evolve(example(), subjects=(*others, one), decisions=(), ballots=())
    found = dict.fromkeys(awards(), UNMET)
    for outcome in evaluate(policy(), roster, awards=awards()).outcomes:
        if outcome.subject.id == one.id:
            found[outcome.award.id] = outcome.finding.verdict
    return found


def better_rating(one):
    """One step up in the yearly rating."""
    ids = [choice.id for choice in policy().facts["xep_loai_chat_luong"].choices]
    now = one.facts.get("xep_loai_chat_luong")
    step = ids[min(ids.index(now) + 1, len(ids) - 1)] if now else ids[-1]
    return attrs.evolve(one, facts=FrozenMap({**one.facts, "xep_loai_chat_luong": step}))


def more_initiative(one):
    """One more initiative of the year, recognised by the town."""
    row = FrozenMap(
        {"ma": "sk-moi", "pham_vi": "co_so", "cap_cong_nhan": "thi_xa", "ngay": dt.date(2022, 6, 1)}
    )
    return _with_rows(one, "sang_kien", (*one.records.get("sang_kien", ()), row))


def fewer_disciplines(one):
    """One discipline less."""
    return _with_rows(one, "hinh_thuc_ky_luat", one.records.get("hinh_thuc_ky_luat", ())[1:])


def registered(one):
    """One more registration, for every title, accepted."""
    rows = [
        FrozenMap({"danh_hieu": award, "ngay": dt.date(2022, 2, 1), "chap_nhan": True}) for award in awards()
    ]
    return _with_rows(one, "dang_ky_thi_dua", (*one.records.get("dang_ky_thi_dua", ()), *rows))


def less_leave(one):
    """One month less of absence."""
    months = one.facts.get("thang_nghi_viec")
    return attrs.evolve(
        one, facts=FrozenMap({**one.facts, "thang_nghi_viec": max(0, months - 1) if months else 0})
    )


def _with_rows(one, name, rows):
    return attrs.evolve(one, records=FrozenMap({**one.records, name: rows}))


@pytest.mark.parametrize(
    "improve", [better_rating, more_initiative, fewer_disciplines, registered, less_leave]
)
@given(seed=seeds)
@settings(max_examples=60)
def test_doing_better_never_hurts(improve, seed):
    """
    A better rating, one more recognised initiative or registration, one discipline or month of absence less:
    under no award is the person less eligible than before.
    """
    one = drawn(seed)
    before, after = verdicts(one), verdicts(improve(one))
    worse = {award for award in before if ORDER.index(after[award]) < ORDER.index(before[award])}

    assert set() == worse


@pytest.mark.parametrize(
    ("improve", "facts", "records"),
    [
        (better_rating, {"xep_loai_chat_luong": "HTNV"}, {}),
        (more_initiative, {}, {"sang_kien": ()}),
        (fewer_disciplines, {}, {"hinh_thuc_ky_luat": (FrozenMap({"ngay": dt.date(2022, 5, 5)}),)}),
        (registered, {}, {"dang_ky_thi_dua": ()}),
        (less_leave, {"thang_nghi_viec": 3, "thang_nghi_thai_san": 0}, {}),
    ],
)
def test_doing_better_helps_whoever_lacks_only_that(improve, facts, records):
    """
    Each of those changes makes somebody more eligible, who lacks only that: the law above is not empty.
    """
    good = next(one for one in example().subjects if one.id == "cb-01")
    one = attrs.evolve(
        good, facts=FrozenMap({**good.facts, **facts}), records=FrozenMap({**good.records, **records})
    )

    assert verdicts(one) != verdicts(improve(one))


@pytest.mark.parametrize("rules", shipped_policies(), ids=lambda one: one.id)
def test_policies_round_trip(rules):
    """
    A shipped policy is read back from its JSON as an equal one with the same hash.
    """
    again = policy_from_json(dumps(policy_to_json(rules)))

    assert (rules, rules.content_hash) == (again, again.content_hash)


def test_roster_round_trip():
    """
    The example is read back from its JSON as an equal roster.
    """
    assert example() == roster_from_json(dumps(roster_to_json(example())), policy())
