"""Specifications of facts: labels, columns, choices."""

from __future__ import annotations

import pytest

from thidua_rules.facts import ALL_KINDS, Choice, FactSpec, FactType, SubjectKind

COLUMN = FactSpec(id="ngay", type=FactType.DATE, label_vi="ngày", label_en="day")
SPEC = FactSpec(
    id="loai",
    type=FactType.CHOICE,
    label_vi="loại",
    label_en="kind",
    choices=(Choice("tot", "tốt", "good"), Choice("kem", "kém", "poor")),
    fields=(COLUMN,),
)


@pytest.mark.parametrize(("lang", "expected"), [("vi", "loại"), ("en", "kind"), ("fr", "loại")])
def test_label(lang, expected):
    """
    Labels stand in both languages; any other language gets Vietnamese.
    """
    assert expected == SPEC.label(lang)


@pytest.mark.parametrize(
    ("value", "lang", "expected"),
    [("tot", "vi", "tốt"), ("kem", "en", "poor"), ("khac", "vi", None), (True, "en", None)],
)
def test_value_label(value, lang, expected):
    """
    A choice's value has a label of its own, and nothing else has.
    """
    assert expected == SPEC.value_label(value, lang)


def test_columns():
    """
    A column is found by its name.
    """
    assert (COLUMN, None) == (SPEC.field("ngay"), SPEC.field("nam"))


def test_kinds():
    """
    A fact is asked of all five kinds of subject unless it says otherwise.
    """
    assert tuple(SubjectKind) == SPEC.subjects == ALL_KINDS
