"""The acceptance test of the kit: it finds every planted fault and names the rule, and is silent on the repaired twin."""

from __future__ import annotations

import pytest

from tests.fairness.planted import merits, persons
from tests.fairness.planted.base import ROLES
from thidua_rules.testing.fairness import Budget, named, run

PLANTED = (*persons.PLANTED, *merits.PLANTED)
REPAIRED = tuple({one.repaired.content_hash: one for one in PLANTED}.values())
BUDGET = Budget(tries=60)


@pytest.mark.parametrize("planted", PLANTED, ids=lambda one: one.id)
def test_found(planted):
    """
    The property that the planted rule breaks is refuted, and that rule is named first.
    """
    report = run(planted.faulty, named(planted.law), budget=BUDGET, roles=ROLES)

    assert planted.rule in [one.rules[0].id for one in report.refuted if one.fact == planted.fact]


@pytest.mark.parametrize("planted", REPAIRED, ids=lambda one: one.id)
def test_repaired(planted):
    """
    Nothing at all is refuted of the repaired policy.
    """
    report = run(planted.repaired, budget=BUDGET, roles=ROLES)

    assert () == report.refuted
