"""The words of both languages: the same keys, the same blanks, and a word for everything that results name."""

from __future__ import annotations

import ast
import string
import unicodedata
from pathlib import Path

import pytest

from thidua_rules import cli, rendering
from thidua_rules.awards import Authority
from thidua_rules.citations import Standing
from thidua_rules.distribution import Stage
from thidua_rules.evaluation.results import Fulfilment, Status
from thidua_rules.facts import SubjectKind
from thidua_rules.rendering import fairness_words, table_words, words
from thidua_rules.rendering.words import LANGUAGES
from thidua_rules.serialization import shipped_policies
from thidua_rules.subjects import DecisionState
from thidua_rules.testing.fairness import Answer
from thidua_rules.values import Marker, Rounding
from thidua_rules.verdicts import Verdict

PAIRS = [
    *((key, words.VI[key], words.EN.get(key)) for key in words.VI),
    *((key, table_words.VI[key], table_words.EN.get(key)) for key in table_words.VI),
    *((key, fairness_words.VI[key], fairness_words.EN.get(key)) for key in fairness_words.VI),
]


def blanks(text: str) -> set[str]:
    """The names that are filled into *text*."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_same_keys():
    """
    Both languages have the same keys, in the same order.
    """
    assert list(words.VI) == list(words.EN)
    assert list(table_words.VI) == list(table_words.EN)
    assert list(fairness_words.VI) == list(fairness_words.EN)


def test_each_key_once():
    """
    No key stands in two modules, where one would hide the other, or twice in a table.
    """
    modules = (words, table_words, fairness_words)

    assert sum(len(one.VI) for one in modules) == len(LANGUAGES["vi"])
    for module in modules:
        tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
        tables = [node for node in ast.walk(tree) if isinstance(node, ast.Dict) and len(node.keys) > 20]
        keys = [[key.value for key in table.keys] for table in tables]

        assert 2 == len(keys)
        assert all(len(set(one)) == len(one) for one in keys)


@pytest.mark.parametrize(("key", "vi", "en"), PAIRS)
def test_same_blanks(key, vi, en):
    """
    A text has the same blanks in both languages, and is neither empty nor padded.
    """
    assert blanks(vi) == blanks(en)
    assert vi.rstrip() == vi
    assert en.strip()


def test_composed():
    """
    Vietnamese is written in NFC.
    """
    assert [] == [text for _, text, _ in PAIRS if not unicodedata.is_normalized("NFC", text)]


@pytest.mark.parametrize(
    ("prefix", "names"),
    [
        ("", [one.value for one in Status]),
        ("", [one.value for one in Verdict]),
        ("", [one.value for one in Standing]),
        ("", [one.value for one in Rounding]),
        ("", [one.value for one in Marker]),
        ("", [one.value for one in Authority]),
        ("state_", [one.value for one in Fulfilment]),
        ("decided_", [one.value for one in DecisionState]),
        ("hold_", [one.value for one in Verdict]),
        ("remark_", ["error", "warning", "note"]),
        ("kind_", [one.value for one in SubjectKind]),
        ("stage_", [one.name for one in Stage]),
        ("step_", [one.name for one in Stage if one is not Stage.LISTED]),
        ("answer_", [one.value for one in Answer]),
        ("because_", ["condition", "hold", "quota", "coverage", "scope", "award"]),
        (
            "",
            [
                "given_to_ineligible",
                "given_undetermined",
                "given_on_hold",
                "given_over_quota",
                "given_covered",
                "given_out_of_scope",
                "refused_though_recommended",
            ],
        ),
    ],
)
def test_every_value(prefix, names):
    """
    Whatever value a result may have, there is a word for it.
    """
    assert [] == [name for name in names if f"{prefix}{name}" not in LANGUAGES["vi"]]


@pytest.mark.parametrize("policy", shipped_policies(), ids=lambda one: one.id)
def test_units(policy):
    """
    Every unit of a shipped fact, number or target has a word; a year needs none.
    """
    columns = [field for spec in policy.facts.values() for field in spec.fields]
    parts = [*policy.facts.values(), *columns, *policy.parameters.values(), *policy.targets]
    units = {one.unit for one in parts} - {"", "nam"}

    assert [] == [unit for unit in sorted(units) if f"unit_{unit}" not in LANGUAGES["vi"]]


def test_every_key_that_is_used():
    """
    Every key that the code asks for by its name is there.
    """
    asked = set()
    folders = (Path(rendering.__file__).parent, Path(cli.__file__).parent)
    for path in (path for folder in folders for path in folder.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            key = _key(node)
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                asked.add(key.value)

    assert len(asked) > 100
    assert [] == sorted(asked - LANGUAGES["vi"].keys())


def _key(node: ast.AST) -> ast.AST | None:
    """What stands in ``speaker.say(...)`` or ``words[...]``."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "say":
        return node.args[0]
    if isinstance(node, ast.Subscript) and ast.unparse(node.value).endswith("words"):
        return node.slice
    return None
