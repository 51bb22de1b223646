"""Mutants of the route of a dossier and of the calendar that its deadlines are counted on."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from tests.testing.trial_policies import LAW, WORDS, parameter, policy_of
from thidua_rules.calendars import Calendar, CountingRule
from thidua_rules.criteria import Is
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.policies.procedures import PAPERS, STEPS, Paper, Procedure, Step
from thidua_rules.serialization import dumps, policy_to_json
from thidua_rules.testing import load_cases, mutants, run_mutants
from thidua_rules.testing.mutation.walking import unread_parameters


def step(name, **more):
    """A step that somebody takes."""
    return Step(id=name, actor_vi="Xã", actor_en="the commune", citation=LAW, **WORDS, **more)


def columns(*names):
    """Columns of a list: texts, but for the day and whether a paper is there."""
    kinds = {"ngay": FactType.DATE, "co": FactType.FLAG}
    return tuple(FactSpec(id=name, type=kinds.get(name, FactType.TEXT), **WORDS) for name in names)


HEAD = ("thu_tuc", "danh_hieu", "doi_tuong", "ho_so")
LISTS = tuple(
    FactSpec(id=name, type=FactType.RECORDS, subjects=(SubjectKind.XA,), fields=columns(*HEAD, *own), **WORDS)
    for name, own in ((STEPS, ("buoc", "ngay")), (PAPERS, ("giay_to", "co", "ngay")))
)
ROUTE = Procedure(
    id="trao",
    awards=("giay",),
    recipients=(SubjectKind.CA_NHAN,),
    papers=(Paper(id="don", citation=LAW, **WORDS),),
    steps=(
        step("nhan"),
        step("hop", after="nhan", before="ky"),
        step("ky", after="nhan", within="so_ngay"),
    ),
    citation=LAW,
    **WORDS,
)
CALENDAR = Calendar(
    id="lich",
    first=dt.date(2022, 1, 1),
    last=dt.date(2022, 12, 31),
    days_off=(dt.date(2022, 9, 2),),
    rule=CountingRule(citation=LAW),
    citation=LAW,
    **WORDS,
)


@pytest.fixture(scope="module")
def policy():
    """A policy with one procedure of three steps and a calendar with one day off."""
    made = policy_of(Is("tot"), parameters=(parameter("so_ngay", 2), parameter("khac", 1)))
    layer = made.layers[0]
    layer = attrs.evolve(layer, facts=(*layer.facts, *LISTS), procedures=(ROUTE,), calendar=CALENDAR)
    return attrs.evolve(made, layers=(layer,))


def test_operators(policy):
    """
    A step, a paper, an order and a deadline are left out, days are counted otherwise; what has no days to count, not.
    """
    start = "luat/procedures[trao]."
    found = {one.id.removeprefix(start) for one in mutants(policy) if one.id.startswith(start)}

    assert {
        "papers:drop=don",
        "steps:drop=nhan",
        "steps:drop=hop",
        "steps:drop=ky",
        "steps[hop].after:drop",
        "steps[hop].before:drop",
        "steps[ky].after:drop",
        "steps[ky].within:drop",
        "steps[ky].counting:to=calendar",
    } == found


def test_sentence(policy):
    """
    What is counted is said in words.
    """
    one = next(one for one in mutants(policy) if one.id.endswith("counting:to=calendar"))

    assert "cách tính ngày từ ngày làm việc thành ngày" in one.text("vi")
    assert "what is counted from working days to days" in one.text("en")


def test_parameter_of_a_step_is_read(policy):
    """
    A parameter that only a procedure names is changed like any other.
    """
    assert ("khac",) == unread_parameters(policy)
    assert any("parameters[so_ngay].values[dated].value:plus" in one.id for one in mutants(policy))


def test_cases_of_dossiers_notice(policy, tmp_path):
    """
    A deadline over a day off notices that day, the number of days and the time limit, and a paper that is no longer asked for; not the order.
    """
    (tmp_path / "p.json").write_text(dumps(policy_to_json(policy)), encoding="utf-8")
    (tmp_path / "cases.yaml").write_text(
        """
- id: t1
  description: Một hồ sơ
  policy: {file: p.json}
  procedure: trao
  on: 2022-12-31
  steps: {nhan: 2022-09-01}
  papers: {don: true}
  expected: {due: {ky: 2022-09-06}, papers: {don: MET}}
""",
        encoding="utf-8",
    )
    report = run_mutants([policy], load_cases([tmp_path / "cases.yaml"]))
    noticed = {one.mutant.id for one in report.tried if one.noticed_by == "t1"}

    assert {
        "luat/calendar.days_off:drop=2022-09-02",
        "luat/calendar.rule.first_day_counts:flip",
        "luat/parameters[so_ngay].values[dated].value:plus",
        "luat/procedures[trao].papers:drop=don",
        "luat/procedures[trao].steps[ky].within:drop",
    } <= noticed
    assert "luat/procedures[trao].steps[hop].before:drop" not in noticed
