"""What the reader of a whole evaluation has to know: layers that were not in force."""

from __future__ import annotations

import attrs

from thidua_rules import evaluate, load_policy, load_roster
from thidua_rules.subjects import Roster
from thidua_rules.values import FrozenMap


def cautions(year):
    """The layers that an evaluation of an empty roster of *year* warns of."""
    return [one.layer for one in evaluate(load_policy("xuan_son_2022"), Roster("r", "Xã", year)).cautions]


def test_year_of_the_plan():
    """
    Nothing is said where every layer was in force on the last day of the year.
    """
    assert [] == cautions(2022)


def test_year_before_the_plan():
    """
    A plan that begins later is named.
    """
    assert ["ke_hoach_14_2022"] == cautions(2021)


def test_year_after_the_law():
    """
    A law that had ended by the last day of the year is named.
    """
    assert ["phap_luat_2003", "ke_hoach_14_2022"] == cautions(2024)


def test_outcomes_stay():
    """
    A caution changes no outcome: an analyst may apply a law to another year.
    """
    policy = load_policy("phap_luat_2003")
    roster = load_roster("examples/xuan_son_2022/roster.json")
    commune = attrs.evolve(roster.subject("xa-xuan-lam"), records=FrozenMap())
    few = (roster.subject("cb-01"), roster.subject("khoi-dang-doan-the"), commune)
    persons = attrs.evolve(roster, decisions=(), ballots=(), subjects=few)
    later = attrs.evolve(persons, year=2024)

    assert len(evaluate(policy, persons).outcomes) == len(evaluate(policy, later).outcomes)
