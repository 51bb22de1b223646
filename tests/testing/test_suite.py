"""The shipped conformance suite: it loads, it passes, and it reaches every clause in all three values."""

from __future__ import annotations

from collections import Counter

import attrs
import pytest

from tests.testing.whole_suite import SUITE, report
from thidua_rules.criteria import Clause, Settled
from thidua_rules.serialization import load_policy
from thidua_rules.serialization.policies import shipped_policies
from thidua_rules.testing import load_cases, run_case
from thidua_rules.testing.cases import AwardTask
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict

POLICIES = tuple(one.id for one in shipped_policies())

_DECIDED = "the roster holds the decisions taken, so it is known whether one was cancelled"
_BY_ITSELF = "the provision holds by itself where it applies at all; whether it applies is asked elsewhere"
_NO_FARMER = (
    "the title is for soldiers, police and, by a parameter, the militia: no farmer is ever considered"
)
_A_PERSON = "it is either enough by a parameter, or a person has to look at it; it is never refused"

UNREACHABLE = {
    "quyet_dinh_khong_bi_huy": ({UNKNOWN}, _DECIDED),
    "dang_ky_danh_hieu_cao_hon": ({UNMET, UNKNOWN}, _BY_ITSELF),
    "dang_ky_danh_hieu_thap_hon": ({UNMET}, _A_PERSON),
    "nong_dan_khong_tuyen_dung": ({UNMET, UNKNOWN}, _BY_ITSELF),
    "dot_xuat_kip_thoi": ({UNMET}, _A_PERSON),
}
"""Verdicts that a clause cannot have, each with the reason."""

UNREACHABLE_IN = {
    ("chien_si_tien_tien", "nong_dan_khong_tuyen_dung"): ({MET, UNMET, UNKNOWN}, _NO_FARMER),
}
"""Of one award, beside what holds of the clause anywhere."""


def test_passes():
    """
    Every case of the suite passes.
    """
    assert [] == ["\n".join(one.lines("en")) for one in report().failures()]


def test_size():
    """
    The awards of the law and the plan have at least 120 cases, and each award at least ten.
    """
    tasks = [one.case.task for one in report().results]
    counts = Counter(task.award for task in tasks if isinstance(task, AwardTask))

    assert 120 <= counts.total()
    assert 10 <= min(counts.values())


def test_every_award():
    """
    Every award of the shipped policies is asked about.
    """
    asked = {
        task.award for task in (one.case.task for one in report().results) if isinstance(task, AwardTask)
    }

    assert asked == {award for name in POLICIES for award in load_policy(name).awards}


def test_every_clause_in_three_values():
    """
    Each clause decides a case as MET, one as UNMET and one as UNKNOWN, but for what it cannot be.
    """
    missing = {(one.award, one.clause): set(one.missing) for one in report().coverage if one.missing}
    allowed = {
        (one.award, one.clause): UNREACHABLE_IN.get((one.award, one.clause), UNREACHABLE[one.clause])[0]
        for one in report().coverage
        if one.clause in UNREACHABLE
    }

    assert allowed == missing


def test_clauses_of_the_policies():
    """
    No clause of the shipped policies is left out of that count, those that the plan adds included.
    """
    found = set()
    for name in POLICIES:
        for award in load_policy(name).awards.values():
            for clause in (*award.eligibility, *award.holds):
                found |= {(award.id, part.id) for part in clause.walk() if isinstance(part, Clause)}

    assert found == {(one.award, one.clause) for one in report().coverage}


def without(case, clause):
    """*case* under its policy with *clause* of its award made always met."""
    policy, task = case.task.policy, case.task
    layers = []
    for layer in policy.layers:
        awards = tuple(_without(one, clause) if one.id == task.award else one for one in layer.awards)
        additions = tuple(
            attrs.evolve(one, clause=attrs.evolve(one.clause, criterion=Settled(Verdict.MET)))
            if one.clause.id == clause
            else one
            for one in layer.additions
        )
        layers.append(attrs.evolve(layer, awards=awards, additions=additions))
    changed = attrs.evolve(policy, layers=tuple(layers))
    return attrs.evolve(case, task=attrs.evolve(task, policy=changed))


def _without(award, clause):
    rows = tuple(
        attrs.evolve(one, criterion=Settled(Verdict.MET)) if one.id == clause else one
        for one in award.eligibility
    )
    return attrs.evolve(award, eligibility=rows)


def test_a_clause_taken_away_is_noticed():
    """
    Where a condition of an award always held, a case of the suite would fail: so the suite tests each of them.
    """
    cases = {one.case.id: one.case for one in report().results}
    top = {
        (award.id, clause.id)
        for name in POLICIES
        for award in load_policy(name).awards.values()
        for clause in award.eligibility
    }
    asked = [one for one in report().coverage if (one.award, one.clause) in top]

    unnoticed = [
        (one.award, one.clause)
        for one in asked
        if all(
            run_case(without(cases[name], one.clause)).passed for name in (*one.unmet[:1], *one.unknown[:1])
        )
    ]

    assert (True, []) == (bool(asked), unnoticed)


@pytest.mark.parametrize("name", ["dmn_tck_ternary_logic", "dmn_tck_rounding", "catala_exceptions"])
def test_origin(name):
    """
    A suite taken from elsewhere names its origin, the licence, and what was left out and why.
    """
    head = (SUITE / "public" / f"{name}.yaml").read_text(encoding="utf-8").split("cases:")[0]

    assert all(
        word in head
        for word in ("# Origin: github.com/", "commit ", "Licence of the origin:", "Not converted")
    )


def test_descriptions_are_sentences():
    """
    Every case of an award says in Vietnamese what it shows, and no two of one award in one file say the same.
    """
    cases = [case for case in load_cases([SUITE]) if isinstance(case.task, AwardTask)]
    said = Counter((case.description, case.task.award, case.place.split(".cases")[0]) for case in cases)

    assert [] == [text for text, count in said.items() if count > 1 or len(text[0].split()) < 5]
