"""``test --mutants`` and ``test --coverage`` of a policy, as a person calls them."""

from __future__ import annotations

import pytest

from tests.cli.calls import call
from tests.testing.trial_policies import CASE, policy_of
from thidua_rules.criteria import Compare
from thidua_rules.serialization import dumps, policy_to_json


@pytest.fixture
def folder(tmp_path):
    """A policy with one limit, and cases that lie far from it."""
    policy = policy_of(Compare("diem", ">=", 60))
    (tmp_path / "p.json").write_text(dumps(policy_to_json(policy)), encoding="utf-8")
    rows = (("a", "diem: 90", "verdict: MET"), ("b", "diem: 1", "verdict: UNMET"))
    text = "".join(CASE.format(id=i, file="p.json", facts=f, expected=e) for i, f, e in rows)
    (tmp_path / "cases.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_survivors(folder):
    """
    What no case notices is listed by article, in either language, and is exit code 1.
    """
    vi = call("test", folder, "--mutants")
    en = call("test", folder, "--mutants", "--lang", "en", "--policy", folder / "p.json")

    assert (1, 1) == (vi.code, en.code)
    assert (
        "khoản 6 Điều 10 Luật thử: Giấy khen – «Điều kiện c1»: so sánh «Điều kiện thử»: ≥ thành >" in vi.out
    )
    assert "Certificate – «condition c1»: the comparison" in en.out


def test_explained(folder):
    """
    Where every survivor is explained the exit code is 0; an explanation that is stale makes it 1.
    """
    accepted = folder / "m.yaml"
    accepted.write_text('mutants: [{id: "luat/**", why: thử}]\n', encoding="utf-8")
    stale = folder / "s.yaml"
    stale.write_text('mutants: [{id: "luat/**", why: thử}, {id: luat/x, why: thử}]\n', encoding="utf-8")

    assert 0 == call("test", folder / "cases.yaml", "--mutants", "--accepted", accepted).code
    assert 1 == call("test", folder / "cases.yaml", "--mutants", "--accepted", stale).code


def test_json(folder):
    """
    As JSON it holds every survivor with its id, and every provision with its cases.
    """
    data = call("test", folder, "--mutants", "--coverage", "--format", "json").data

    assert {"luat/awards[giay].eligibility[c1].criterion.op:above"} <= {
        one["id"] for one in data["mutants"]["survivors"]
    }
    assert {"MET": ["a"], "UNMET": ["b"]} == data["provisions"][0]["provisions"][0]["reached"]
