"""A reading that a parameter chooses."""

from __future__ import annotations

import pytest

from tests.criteria.cases import case
from thidua_rules.criteria import Chosen
from thidua_rules.errors import PolicyError
from thidua_rules.verdicts import MET, UNMET

RULE = Chosen("cach_hieu", ("rong", "vua"))


@pytest.mark.parametrize(("chosen", "expected"), [("rong", MET), ("vua", MET), ("hep", UNMET)])
def test_chosen(chosen, expected):
    """
    It is met where one of the readings is chosen, whatever the case; the finding says which one is.
    """
    one = case(parameters={"cach_hieu": chosen})
    finding = RULE.check(one)

    assert (expected, expected, chosen) == (RULE.verdict(one), finding.verdict, finding.observed)


def test_not_defined():
    """
    A parameter that is not defined is a fault of the policy, and its nearest name is given.
    """
    with pytest.raises(PolicyError, match=r"parameters\.cach_hieu: used and not defined .*'cach_hieu_khac'"):
        RULE.verdict(case(parameters={"cach_hieu_khac": "rong"}))


def test_uses():
    """
    It reads the parameter, and no fact.
    """
    assert (frozenset({"cach_hieu"}), frozenset()) == (RULE.uses().parameters, RULE.uses().facts)
