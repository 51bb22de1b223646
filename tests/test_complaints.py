"""The page of complaints: whatever it names is there, and what can't be answered says why."""

from __future__ import annotations

import re
from pathlib import Path

import attrs

from thidua_rules.distribution import GROUPINGS, AwardDistribution, Breakdown, Distribution
from thidua_rules.review_words import WORDS
from thidua_rules.testing.fairness import ALL

PAGE = (Path(__file__).parents[1] / "docs" / "reference" / "complaints.md").read_text(encoding="utf-8")
ROWS = [line.strip("| \n").split(" | ") for line in PAGE.splitlines() if line.startswith("| ")][2:]
PROPERTIES = {one.id for one in ALL}
FIGURES = {one.id for one in GROUPINGS} | {"of_eligible", "of_all"}
FIGURES |= {field.name for cls in (AwardDistribution, Breakdown, Distribution) for field in attrs.fields(cls)}


def names(kind):
    """What the rows name as ``kind`` or ``kinds``."""
    parts = [part for _, answers, _ in ROWS for part in answers.split("; ") if part.startswith(kind)]
    return [name for part in parts for name in re.findall(r"`([^`]+)`", part)]


def test_every_row_is_answered():
    """
    Each complaint names a property, a figure or a remark, and says something of it.
    """
    assert 18 == len(ROWS)
    assert [] == [row for row in ROWS if len(row) != 3 or "`" not in row[1]]


def test_names_are_there():
    """
    Every property, figure and remark that the page names exists.
    """
    assert [] == [name for name in names("propert") if name not in PROPERTIES]
    assert [] == [name for name in names("figure") if name not in FIGURES]
    assert [] == [name for name in names("remark") if name not in WORDS]


def test_not_answered_has_a_reason():
    """
    Where something isn't answered the reason stands behind it.
    """
    told = [text for _, _, text in ROWS if "not answered" in text]

    assert len(told) >= 5
    assert [] == [text for text in told if not re.search(r"not answered[:,] .|is not answered: .", text)]
