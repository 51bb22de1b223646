"""
The twelve conditions for zen-engine: as two decision tables in a row, and as two expressions.

It has no third value: in place of a missing fact it is given one that meets nothing. Days are whole numbers.
"""

from __future__ import annotations

import datetime as dt
import json

import population as task
import zen


def number(day: dt.date) -> int:
    """*day* as year, month and day in one number."""
    return day.year * 10000 + day.month * 100 + day.day


def rows(people: list[task.Person]) -> list[task.Person]:
    """*people* as the engine takes them."""
    return [
        {name: number(value) if isinstance(value, dt.date) else value for name, value in full.items()}
        for full in (task.NOTHING | person for person in people)
    ]


def _texts(values: tuple[str, ...]) -> str:
    return "[" + ", ".join(f"'{value}'" for value in values) + "]"


LDTT_CELLS = {
    "xep_loai": f"$ in {_texts(task.GOOD)}",
    "loai_doi_tuong": f"$ in {_texts(task.STAFF)}",
    "ngay_vao": f"<= {number(task.JOINED_BY)}",
    "so_ky_luat": "0",
    "so_ngay_nghi": f"<= {task.MOST_ABSENT}",
    "gio_boi_duong": f">= {task.LEAST_TRAINING}",
}
CSTDCS_CELLS = {
    "ldtt": "true",
    "xep_loai": f"'{task.TOP}'",
    "so_sang_kien": f">= {task.LEAST_INITIATIVES}",
    "cap_sang_kien": f"$ in {_texts(task.LEVELS)}",
    "so_lan_ldtt": f">= {task.LEAST_TITLES}",
    "ngay_het_ky_luat": f"<= {number(task.SANCTION_BY)}",
}


def _table(name: str, cells: dict[str, str]) -> dict[str, object]:
    rules = [
        {"_id": f"{name}-met", **cells, "out": "true"},
        {"_id": f"{name}-else", **dict.fromkeys(cells, ""), "out": "false"},
    ]
    content = {
        "hitPolicy": "first",
        "passThrough": True,
        "inputField": None,
        "outputPath": None,
        "executionMode": "single",
        "inputs": [{"id": field, "name": field, "field": field} for field in cells],
        "outputs": [{"id": "out", "name": name, "field": name}],
        "rules": rules,
    }
    return {"id": name, "name": name, "type": "decisionTableNode", "content": content, **_AT}


_AT: dict[str, object] = {"position": {"x": 0, "y": 0}}


def _graph() -> str:
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode", **_AT},
        _table("ldtt", LDTT_CELLS),
        _table("cstdcs", CSTDCS_CELLS),
        {"id": "out", "name": "out", "type": "outputNode", **_AT},
    ]
    ends = [("in", "ldtt"), ("ldtt", "cstdcs"), ("cstdcs", "out")]
    edges = [{"id": f"{a}-{b}", "type": "edge", "sourceId": a, "targetId": b} for a, b in ends]
    return json.dumps({"nodes": nodes, "edges": edges})


def _expression(cells: dict[str, str]) -> str:
    parts = []
    for field, cell in cells.items():
        if cell.startswith("$"):
            parts.append(cell.replace("$", field, 1))
        elif cell[0] in "<>":
            parts.append(f"{field} {cell}")
        else:
            parts.append(f"{field} == {cell}")
    return " and ".join(parts)


TABLE = zen.ZenEngine().create_decision(_graph())
LDTT = zen.compile_expression(_expression(LDTT_CELLS))
CSTDCS = zen.compile_expression(_expression({k: v for k, v in CSTDCS_CELLS.items() if k != "ldtt"}))


def by_table(people: list[task.Person]) -> task.Eligible:
    """Who is eligible, by the two tables."""
    ldtt, cstdcs = [], []
    for person in people:
        result = TABLE.evaluate(person)["result"]
        if result["ldtt"]:
            ldtt.append(person["id"])
        if result["cstdcs"]:
            cstdcs.append(person["id"])
    return ldtt, cstdcs


def by_expressions(people: list[task.Person]) -> task.Eligible:
    """Who is eligible, by the two expressions; the second is asked of those who meet the first."""
    ldtt, cstdcs = [], []
    for person in people:
        if LDTT.evaluate(person):
            ldtt.append(person["id"])
            if CSTDCS.evaluate(person):
                cstdcs.append(person["id"])
    return ldtt, cstdcs


def explain(person: task.Person) -> object:
    """What the engine says of one person: for each table its input, its output and the row that hit."""
    return TABLE.evaluate(person, {"trace": True})["trace"]
