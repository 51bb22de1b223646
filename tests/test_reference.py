"""The generated pages of the reference say what the catalogue says."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from thidua_rules import load_policy
from thidua_rules.criteria import Criterion
from thidua_rules.errors import MissingExtraError
from thidua_rules.scales import ClassAtLeast
from thidua_rules.serialization import whole_vocabulary

ROOT = Path(__file__).resolve().parent.parent
POLICY = load_policy("xuan_son_2022")


@pytest.fixture(scope="module")
def maker():
    """The script that writes the pages."""
    spec = importlib.util.spec_from_file_location("make_reference", ROOT / "docs" / "make_reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_plan_page(maker):
    """
    The page of the plan is what the script writes now.
    """
    assert maker.PAGE.read_text(encoding="utf-8") == maker.page(POLICY)


def test_api_page(maker):
    """
    The page of public names is what the script writes now.
    """
    assert maker.API_PAGE.read_text(encoding="utf-8") == maker.api_page()


def reader(name):
    """
    A module of a reader, where its extra is installed.
    """
    return pytest.importorskip(f"thidua_rules.readers.{name}", exc_type=MissingExtraError)


def test_readers_page(maker):
    """
    The page of readers is what their tables say now.
    """
    for name in ("columns", "proof"):
        reader(name)

    assert maker.READERS_PAGE.read_text(encoding="utf-8") == maker.readers_page()


@pytest.mark.parametrize(
    ("name", "tables", "left_out"),
    [
        ("columns.criteria", ("HANDLERS",), set()),
        ("live.reach", ("REACH", "LOGIC"), set()),
        ("proof.kinds", ("WRITERS",), {ClassAtLeast}),
    ],
)
def test_every_kind_has_a_place_in_each_reader(name, tables, left_out):
    """
    A shipped kind of criterion that a reader says nothing about is a kind that somebody forgot.
    """
    module = reader(name)
    kinds = {one for one in whole_vocabulary().kinds.values() if issubclass(one, Criterion)}

    assert kinds - left_out == {one for table in tables for one in getattr(module, table)}


def test_every_sentence_is_accounted_for():
    """
    A sentence that nothing encodes says why, in both languages.
    """
    silent = [
        one.id for one in POLICY.provisions if not one.encoded_by and not (one.why_not and one.why_not_vi)
    ]

    assert [] == silent


def test_names_lead_somewhere(maker):
    """
    What a sentence is encoded by exists in the policy.
    """
    layer = next(one for one in POLICY.layers if one.id == maker.PLAN)
    known = maker.kinds_of(POLICY, layer)

    assert [] == [name for one in layer.provisions for name in one.encoded_by if name not in known]


@pytest.mark.parametrize("kind", ["obligations", "targets", "movements", "standings", "additions"])
def test_every_rule_of_the_plan_has_a_sentence(kind):
    """
    Whatever the plan's layer demands is encoded for some sentence of the plan, or stands on another instrument.
    """
    layer = next(one for one in POLICY.layers if one.id == "ke_hoach_14_2022")
    named = {name for one in layer.provisions for name in one.encoded_by}
    rules = [one.clause if kind == "additions" else one for one in getattr(layer, kind)]

    assert [] == [one.id for one in rules if one.id not in named and one.citation.instrument == layer.id]
