"""Policies that cannot be used, through the command line: every fault on one line, exit code 1, no traceback."""

from __future__ import annotations

import json

import pytest

from tests.cli.calls import call
from tests.small import POLICY, ROSTER, text
from thidua_rules.serialization import dumps, policy_to_json


def policy_data():
    """The small policy as data, to be changed."""
    return json.loads(dumps(policy_to_json(POLICY)))


def award(data, index=0):
    """One award of *data*."""
    return data["layers"][0]["awards"][index]


@pytest.fixture
def faults(tmp_path):
    """Gives the lines of what is wrong with a policy, which every command that reads one must agree on."""

    def lines(source) -> list[str]:
        policy, roster = tmp_path / "policy.json", tmp_path / "roster.json"
        policy.write_bytes(source if isinstance(source, bytes) else text(source).encode())
        roster.write_text(text(ROSTER), encoding="utf-8")
        calls = (
            call("policies", policy),
            call("review", policy),
            call("review", "-", stdin=policy.read_bytes()),
            call("evaluate", roster, "--policy", policy),
            call("schema", "roster", "--policy", policy),
        )
        assert {(1, "", calls[0].err)} == {(one.code, one.out, one.err) for one in calls}
        assert "Traceback" not in calls[0].err
        return calls[0].err.splitlines()

    return lines


@pytest.mark.parametrize(
    ("source", "line"),
    [
        (b"", "policy: expected JSON, got nothing at all"),
        (b"\xff\xfe{\x00", "policy: expected text in UTF-8, got other bytes at line 1"),
        (b"{", "policy: expected JSON, got a fault at line 1, column 2:"),
        (b"[]", "policy: expected an object of kind 'policy', got a list"),
        (b'{"a":' * 10_000, "policy: expected at most 100 levels inside each other, got more"),
    ],
)
def test_no_policy(faults, source, line):
    """
    What is no JSON object gives one line that says so.
    """
    (found,) = faults(source)

    assert found.startswith(line)


def test_circle(faults):
    """
    Awards that depend on each other are one fault, which names the circle.
    """
    data = policy_data()
    award(data, 1)["eligibility"][0]["criterion"] = {"kind": "earned", "award": "gioi"}

    assert [
        "layers[0].awards[0]: expected no circle of dependencies, got gioi -> xuat_sac -> gioi"
    ] == faults(data)


def test_unknown_instrument(faults):
    """
    A citation of an instrument that nothing defines is a fault, with the nearest one that is defined.
    """
    data = policy_data()
    award(data)["eligibility"][0]["citation"]["instrument"] = "luật_"
    place = "layers[0].awards[0].eligibility[0].citation.instrument"

    assert [f"{place}: unknown instrument 'luật_', did you mean 'luat'?"] == faults(data)


def test_undefined_parameter(faults):
    """
    A parameter that is used and not defined is a fault, with the nearest one that is.
    """
    data = policy_data()
    award(data)["eligibility"][0]["criterion"]["criteria"][0]["value"]["name"] = "điểm_tối_thiểu"
    place = "layers[0].awards[0].eligibility[0].criterion.criteria[0].value.name"

    assert [f"{place}: unknown parameter 'điểm_tối_thiểu', did you mean 'diem_toi_thieu'?"] == faults(data)


def test_days_for_months(faults):
    """
    A threshold in days for a fact in months is a fault that names both units.
    """
    data = policy_data()
    data["layers"][0]["parameters"][0] |= {"id": "ngay_nghi", "unit": "ngay"}
    data["layers"][0]["parameters"].append(policy_data()["layers"][0]["parameters"][0])
    rule = award(data)["eligibility"][1]["criterion"]["rule"]
    rule["high"] = {"kind": "parameter", "name": "ngay_nghi"}
    place = "layers[0].awards[0].eligibility[1].criterion.rule.high.name"

    assert [f"{place}: expected a number (thang), got 'ngay_nghi' in 'ngay'"] == faults(data)


def test_days_for_months_since(faults):
    """
    Months since a day are not compared with a parameter in days either.
    """
    data = policy_data()
    data["layers"][0]["parameters"][0] |= {"unit": "ngay"}
    award(data)["eligibility"][2]["criterion"]["months"] = {"kind": "parameter", "name": "diem_toi_thieu"}

    assert any("expected a number (thang), got 'diem_toi_thieu' in 'ngay'" in line for line in faults(data))


def test_percent_for_share(faults):
    """
    A quota of so many percent is not read as that many times its base.
    """
    data = policy_data()
    rate = next(one for one in data["layers"][0]["parameters"] if one["id"] == "ty_le")
    rate |= {"unit": "phan_tram", "maximum": 100}
    rate["values"][0]["value"] = 15
    del data["layers"][1]["settings"]
    lines = faults(data)

    assert (
        "layers[0].awards[0].quotas[0].rate: expected a number (ty_le), got 'ty_le' in 'phan_tram'" in lines
    )
    assert (
        "layers[0].awards[0].quotas[0].rate: expected a share from 0 to 1, got 15, the value of 'ty_le'"
        in lines
    )


def test_unknown_value(faults):
    """
    A value that a fact cannot have is a fault: such a rule would never be met.
    """
    data = policy_data()
    award(data)["eligibility"][0]["criterion"]["criteria"][1]["values"] = ["HTVN"]
    (line,) = faults(data)

    assert line.startswith(
        "layers[0].awards[0].eligibility[0].criterion.criteria[1].values[0]: expected one of HTNV,"
    )


def test_five_faults(faults):
    """
    Five faults give five lines, in the order of the file.
    """
    data = policy_data()
    data["layers"][0]["parameters"][1]["values"][0]["value"] = {"date": "2022-02-31"}
    clauses = award(data)["eligibility"]
    clauses[0]["criterion"]["criteria"][0]["op"] = "=>"
    clauses[1]["criterion"]["kind"] = "unles"
    clauses[2]["criterion"]["fact"] = "ngay_vào_"
    clauses[3]["lable_vi"] = "Điều kiện"
    places = [line.partition(":")[0] for line in faults(data)]

    assert [
        "layers[0].parameters[1].values[0].value.date",
        "layers[0].awards[0].eligibility[0].criterion.criteria[0].op",
        "layers[0].awards[0].eligibility[1].criterion.kind",
        "layers[0].awards[0].eligibility[2].criterion.fact",
        "layers[0].awards[0].eligibility[3].lable_vi",
    ] == places


@pytest.mark.parametrize(
    ("name", "reason"), [("khong_co.json", "no such file or directory"), ("", "is a directory")]
)
def test_no_file(tmp_path, name, reason):
    """
    A file that is missing, or a folder, is said so in one line.
    """
    result = call("review", tmp_path / name)

    assert (result.code, result.err) == (1, f"policy: cannot read the file: {reason}\n")


def test_unknown_id():
    """
    The id of a policy that does not ship is wrong usage, with the nearest one that ships.
    """
    result = call("review", "xuan_son_2023")

    assert (result.code, result.out) == (2, "")
    assert result.err == "Error: unknown policy 'xuan_son_2023', did you mean 'xuan_son_2022'?\n"


@pytest.mark.parametrize("command", ["evaluate", "explain", "compare"])
def test_clash(tmp_path, small_roster, command):
    """
    Two exceptions that apply and contradict each other stop the evaluation, in one line that names both.
    """
    data = policy_data()
    rule = award(data)["eligibility"][1]["criterion"]
    rule["exceptions"].append(
        rule["exceptions"][0] | {"name": "khac", "then": {"kind": "settled", "answer": "UNMET"}}
    )
    path = tmp_path / "policy.json"
    path.write_text(text(data), encoding="utf-8")
    more = {"explain": ["cb-01", "gioi"], "compare": ["--set", "ty_le=1"]}.get(command, [])
    result = call(command, small_roster, *more, "--policy", path)

    assert (1, "") == (result.code, result.out)
    assert result.err == "exceptions 'dong_y' and 'khac' both apply and contradict each other\n"


def test_not_in_force(tmp_path, small_roster):
    """
    A number that was not yet in force on the day of the evaluation is said so, in one line.
    """
    data = policy_data()
    for one in data["layers"][0]["parameters"]:
        if one["id"] == "diem_toi_thieu":
            one["values"][0]["valid_from"] = {"date": "2022-07-01"}
    path = tmp_path / "policy.json"
    path.write_text(text(data), encoding="utf-8")
    line = ("evaluate", small_roster, "--policy", path, "--on")

    assert 0 == call(*line, "2022-12-31").code
    assert 1 == call(*line, "2022-06-30").code
    assert 1 == len(call(*line, "2022-06-30").err.splitlines())


def test_other_document(small_policy, small_roster):
    """
    A roster given as the policy, and the other way round, is told by its fields.
    """
    swapped = call("evaluate", small_roster, "--policy", small_roster), call("check", small_policy)

    assert [1, 1] == [one.code for one in swapped]
    assert "subjects: unknown field" in swapped[0].err
    assert "layers: unknown field" in swapped[1].out


def test_threshold_that_tells_nobody_apart(tmp_path):
    """
    A bare number that is plainly of another unit (90 for at most 12 months) is told by ``review``.
    """
    data = policy_data()
    award(data)["eligibility"][1]["criterion"] = {
        "kind": "compare",
        "fact": "thang_nghi",
        "op": "<=",
        "value": {"kind": "constant", "value": 90},
    }
    path = tmp_path / "policy.json"
    path.write_text(text(data), encoding="utf-8")
    result = call("review", path, "--format", "json")
    (found,) = [one for one in result.data["remarks"] if one["code"] == "nguong_chet"]

    assert (0, "warning") == (result.code, found["weight"])
    assert "90, trong khi Hỏi thang_nghi chỉ từ 0 đến 12" == found["about_vi"]
