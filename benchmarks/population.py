"""
The task that every contestant solves: two titles, twelve conditions, many people.

========================================  =============================================
Lao động tiên tiến (LDTT)                 Chiến sĩ thi đua cơ sở (CSTDCS)
========================================  =============================================
1   graded in one of the two upper grades   7   the person holds LDTT
2   of one of four kinds of staff           8   graded in the top grade
3   joined on or before a day               9   at least 1 initiative
4   no disciplinary decision                10  recognised at one of three levels
5   at most 40 days absent                  11  at least 2 earlier titles
6   at least 24 hours of training           12  the last sanction ended on or before a day
========================================  =============================================
"""

from __future__ import annotations

import datetime as dt
import random

GOOD = ("HTXSNV", "HTTNV")
TOP = "HTXSNV"
STAFF = ("can_bo", "cong_chuc", "vien_chuc", "nguoi_lao_dong")
LEVELS = ("co_so", "tinh", "bo")
JOINED_BY = dt.date(2025, 3, 1)
SANCTION_BY = dt.date(2023, 12, 31)
MOST_ABSENT, LEAST_TRAINING, LEAST_INITIATIVES, LEAST_TITLES = 40, 24, 1, 2

MISSING = 0.01
"""The share of the facts that nobody has given."""

Value = str | int | dt.date
Person = dict[str, Value]
NOTHING: Person = {
    "xep_loai": "",
    "loai_doi_tuong": "",
    "ngay_vao": dt.date.max,
    "so_ky_luat": 99,
    "so_ngay_nghi": 9999,
    "gio_boi_duong": -1,
    "so_sang_kien": -1,
    "cap_sang_kien": "",
    "so_lan_ldtt": -1,
    "ngay_het_ky_luat": dt.date.max,
}
"""For peers without a third value: what stands in place of a missing fact and meets nothing."""

Eligible = tuple[list[Value], list[Value]]
"""The ids of those who meet LDTT, and of those who meet CSTDCS."""


def people(number: int, seed: int = 20221231) -> list[Person]:
    """*number* invented people, each with its ``id``; a fact that is missing is left out."""
    chance = random.Random(seed)
    return [{"id": index, **_known(_facts(chance), chance)} for index in range(number)]


def repeated(number: int, drawn: int = 100_000) -> list[Person]:
    """*number* people, of whom *drawn* are drawn and the others repeat them under other ids."""
    first = people(min(number, drawn))
    return [first[index % len(first)] | {"id": index} for index in range(number)]


def _known(facts: Person, chance: random.Random) -> Person:
    return {name: value for name, value in facts.items() if chance.random() >= MISSING}


def _facts(chance: random.Random) -> Person:
    year = chance.choice((1999, 2005, 2012, 2018, 2023, 2024, 2025))
    ends = [dt.date(1900, 1, 1)] * 6 + [dt.date(2022, 6, 30), SANCTION_BY, dt.date(2024, 1, 1)]
    return {
        "xep_loai": chance.choices((*GOOD, "HTNV", "KHTNV"), (35, 50, 12, 3))[0],
        "loai_doi_tuong": chance.choices((*STAFF, "khoan", "thu_viec"), (20, 30, 20, 20, 5, 5))[0],
        "ngay_vao": dt.date(year, chance.randint(1, 12), chance.randint(1, 28)),
        "so_ky_luat": chance.choices((0, 1, 2), (94, 5, 1))[0],
        "so_ngay_nghi": chance.choices((0, 5, 20, 40, 41, 60), (40, 30, 15, 8, 4, 3))[0],
        "gio_boi_duong": chance.randint(12, 60),
        "so_sang_kien": chance.choices((0, 1, 2, 3), (40, 40, 15, 5))[0],
        "cap_sang_kien": chance.choices(("khong", *LEVELS), (30, 50, 15, 5))[0],
        "so_lan_ldtt": chance.choices((0, 1, 2, 3, 4, 5), (15, 20, 25, 20, 10, 10))[0],
        "ngay_het_ky_luat": chance.choice(ends),
    }
