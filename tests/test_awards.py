"""Awards: what they ask of each kind of recipient, and everything that they read."""

from __future__ import annotations

import attrs
import pytest

from tests.worlds import BASE, CITE, CLUSTER, GROUP, HIGHER, PERSON, UPPER, clause
from thidua_rules.awards import ByCount, ByScore, Multiple
from thidua_rules.criteria import Fact, Is, Where

GROUPS_ONLY = clause("tap_the", Is("lanh_dao"), recipients=(GROUP,))
BOTH = attrs.evolve(
    BASE, recipients=(PERSON, GROUP), eligibility=(*BASE.eligibility, GROUPS_ONLY), holds=(GROUPS_ONLY,)
)


@pytest.mark.parametrize(("lang", "expected"), [("vi", "Cơ bản"), ("en", "Base")])
def test_label(lang, expected):
    """
    The title stands in both languages; the official one is Vietnamese.
    """
    assert (expected, "Cơ bản") == (BASE.label(lang), BASE.title)


def test_conditions_by_kind():
    """
    Clauses that name their recipients are asked only of them, as conditions and as pending matters.
    """
    assert [["tot"], ["tot", "tap_the"]] == [
        [one.id for one in BOTH.condition(kind).criteria] for kind in (PERSON, GROUP)
    ]
    assert [0, 1] == [len(BOTH.hold(kind).criteria) for kind in (PERSON, GROUP)]


def test_keys_and_quotas_by_kind():
    """
    So do ranking keys and quotas; those that name nobody hold for all.
    """
    one = attrs.evolve(
        UPPER,
        ranking=(attrs.evolve(UPPER.ranking[0], recipients=(GROUP,)), UPPER.ranking[1]),
        quotas=(attrs.evolve(UPPER.quotas[0], recipients=(GROUP,)),),
    )

    assert [1, 2] == [len(one.keys(kind)) for kind in (PERSON, GROUP)]
    assert [None, one.quotas[0]] == [one.quota(kind) for kind in (PERSON, GROUP)]
    assert UPPER.quotas[0] == UPPER.quota(PERSON)


def test_criteria():
    """
    Scope, conditions, holds, preferences and the base of the quota are all found.
    """
    assert 2 + 1 + 1 + 1 == len(UPPER.criteria())
    assert HIGHER.scope in HIGHER.criteria()


def test_uses():
    """
    Everything that an award reads is named: also by its ranking, quota, coverage and money.
    """
    score = ByScore(id="s", label_vi="s", label_en="s", citation=CITE, scale="bang")
    count = ByCount(
        id="c", label_vi="c", label_en="c", citation=CITE, records="vu_viec", where=(Where("mo", "==", 1),)
    )
    uses = attrs.evolve(
        CLUSTER,
        ranking=(*CLUSTER.ranking, score, count),
        bonus=attrs.evolve(BASE.bonus, multiples=(Multiple(subject_kind=PERSON, parameter="he_so"),)),
    ).uses()

    assert {"tot", "diem", "khoi"} == uses.facts
    assert {"so_cho", "he_so", "luong_co_so", "buoc_lam_tron_tien", "cach_lam_tron_tien"} == uses.parameters
    assert ({"cap_tren"}, {"bang"}) == (uses.awards, uses.scales)
    assert {
        ("vu_viec", ""),
        ("vu_viec", "mo"),
        ("de_nghi_khen_thuong", ""),
        ("de_nghi_khen_thuong", "danh_hieu"),
        ("de_nghi_khen_thuong", "thanh_tich"),
    } == uses.records


def test_uses_of_counted_rows():
    """
    A key that counts rows reads their list, the columns that it asks, and the facts with which it compares them.
    """
    key = ByCount(
        id="c",
        label_vi="c",
        label_en="c",
        citation=CITE,
        records="viec",
        where=(Where("muc", ">=", Fact("moc")),),
    )
    before, uses = BASE.uses(), attrs.evolve(BASE, ranking=(key,)).uses()

    assert {("viec", ""), ("viec", "muc")} == uses.records - before.records
    assert {"moc"} == uses.facts - before.facts


def test_uses_of_quota():
    """
    A quota's rate, rounding and base are read.
    """
    uses = UPPER.uses()

    assert {"ty_le", "lam_tron"} <= uses.parameters
    assert {"co_ban"} == uses.awards
