"""The generated pages of the law lead from each article to its rule and its cases."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from thidua_rules import load_policy
from thidua_rules.criteria import Clause
from thidua_rules.testing import load_cases

ROOT = Path(__file__).resolve().parent.parent
FUND = {"ty_le_quy_thi_dua"}
"""What no case can ask, since a case is about one subject: the fund, which the tests of evaluation hold."""


def _script(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def law_maker():
    """
    The script that writes the pages of the law.
    """
    return _script("make_law")


def test_law_pages(law_maker):
    """
    Each page of the law is what the policy and the cases say now, and no page is left over.
    """
    made = law_maker.pages()
    there = {path for path in law_maker.PAGES.glob("*.md") if path.name != "choices.md"}

    assert there == set(made)
    assert [] == [path.name for path, text in made.items() if path.read_text(encoding="utf-8") != text]


def test_every_article_is_accounted_for(law_maker):
    """
    An article in scope is encoded by rules that exist, or says in both languages why it is not.
    """
    policy = load_policy("phap_luat_2003")
    rules = law_maker.rules_of(policy)
    silent = [
        one.id for one in policy.provisions if not one.encoded_by and not (one.why_not and one.why_not_vi)
    ]
    lost = [(one.id, name) for one in policy.provisions for name in one.encoded_by if name not in rules]

    assert ([], []) == (silent, lost)


def test_every_cited_article_is_in_scope(law_maker):
    """
    A rule stands on an article that the account of its instrument names, or on a choice of the model.
    """
    policy = load_policy("phap_luat_2003")
    places = [one.citation for one in policy.provisions]
    cited = {
        one.citation
        for award in policy.awards.values()
        for criterion in award.criteria()
        for one in criterion.walk()
        if isinstance(one, Clause)
    }
    cited |= {spec.citation for spec in policy.parameters.values()}
    known = {one for one in cited for place in places if law_maker.below(place, one)}
    known |= {one for one in cited for place in places if law_maker.below(one, place)}

    assert set() == {str(one) for one in cited - known if one.instrument != "mo_hinh"}


def test_every_encoded_article_has_a_case(law_maker):
    """
    What encodes an article is shown by some conformance case.
    """
    policy = load_policy("phap_luat_2003")
    rules, cases = law_maker.rules_of(policy), load_cases([law_maker.CASES])
    bare = [
        one.id
        for one in policy.provisions
        if set(one.encoded_by) - FUND and not law_maker.cases_of(one, rules, cases)
    ]

    assert [] == bare


def test_choices_page():
    """
    The page of choices is what the example says now.
    """
    made = _script("make_choices")

    assert made.PAGE.read_text(encoding="utf-8") == made.page()
