"""``watch``: events in, changes out, a line for every fault."""

from __future__ import annotations

import json

import pytest

from tests.cli.calls import call

pytest.importorskip("durable_rules_engine", reason="durable-rules does not load here", exc_type=ImportError)

CORRECTED = {"kind": "fact-corrected", "subject": "cb-01", "fact": "diem", "value": "12.5"}


def watch(small_policy, small_roster, *lines):
    """Let *lines* happen."""
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return call("watch", small_roster, "--policy", small_policy, stdin=text.encode())


def test_changes(small_policy, small_roster):
    """
    Each change is one line with the line of its event.
    """
    result = watch(small_policy, small_roster, CORRECTED)
    rows = [json.loads(line) for line in result.out.splitlines()]

    assert (0, "") == (result.code, result.err)
    assert {1} == {row["line"] for row in rows}
    assert {"line", "subject", "award", "before", "after", "because"} == set(rows[0])


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_words(small_policy, small_roster, lang):
    """
    As text each change is one line in words of the language.
    """
    event = json.dumps({"kind": "fact-given", "subject": "cb-02", "fact": "dong_y", "value": False})
    result = call(
        "watch", small_roster, "--policy", small_policy, "--format", "text", "--lang", lang,
        stdin=f"{event}\n{json.dumps(CORRECTED)}".encode(),
    )  # fmt: skip

    assert (0, []) == (result.code, [line for line in result.out.splitlines() if " → " not in line])
    assert result.out


JOINED = {
    "kind": "joined",
    "subject": {"id": "moi", "kind": "ca_nhan", "name": "Người mới", "facts": {"dong_y": True}},
}


def test_comings(small_policy, small_roster):
    """
    Whoever joins has answers, moves, and has none any more after leaving.
    """
    lines = [JOINED, {"kind": "moved", "subject": "moi", "unit": None}, {"kind": "left", "subject": "moi"}]
    result = watch(small_policy, small_roster, *lines)
    rows = [json.loads(line) for line in result.out.splitlines()]

    assert (0, "") == (result.code, result.err)
    assert [None] == [row["before"] for row in rows if row["line"] == 1 and row["subject"] == "moi"][:1]
    assert [None] == [row["after"] for row in rows if row["line"] == 3 and row["subject"] == "moi"][:1]


def test_names_of_whoever_joins(small_policy, small_roster):
    """
    As text whoever joined is named, also when leaving.
    """
    lines = [JOINED, {"kind": "left", "subject": "moi"}]
    text = "\n".join(map(json.dumps, lines))
    result = call("watch", small_roster, "--policy", small_policy, "--format", "text", stdin=text.encode())
    mine = [line for line in result.out.splitlines() if "moi" in line]

    assert (0, "") == (result.code, result.err)
    assert len(mine) >= 2
    assert all(line.startswith("Người mới (moi), ") for line in mine)


def test_faults(small_policy, small_roster):
    """
    A line that does not fit is named with its number, the others happen, and the exit code says that there was one.
    """
    result = watch(small_policy, small_roster, "x", "", {"kind": "fact-gone"}, CORRECTED)

    assert 1 == result.code
    assert ["line 1", "line 3"] == [line.split(":")[0] for line in result.err.splitlines()]
    assert result.out


def test_long_line(small_policy, small_roster):
    """
    A line that is too long is a fault, and the next one is read from its beginning.
    """
    result = watch(small_policy, small_roster, "x" * 2_500_000, CORRECTED)

    assert "line 1: expected at most 1000000 bytes, got more\n" == result.err
    assert all(json.loads(line)["line"] == 2 for line in result.out.splitlines())


def test_nothing(small_policy, small_roster):
    """
    Without events there is nothing to say.
    """
    result = watch(small_policy, small_roster)

    assert (0, "", "") == (result.code, result.out, result.err)


def test_standard_input_twice(small_policy):
    """
    The roster is a file, since standard input holds the events.
    """
    result = call("watch", "-", "--policy", small_policy)

    assert 2 == result.code
    assert "standard input holds the events" in result.err
