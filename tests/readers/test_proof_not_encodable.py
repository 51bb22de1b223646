"""What the solver cannot be told is named, in words, and never left out of a formula."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs
import pytest

pytest.importorskip("z3", reason="proofs need z3")

from tests.worlds import CITE, DAY, GROUP, PERSON, clause, parameter
from thidua_rules.awards import Authority, Award, Form
from thidua_rules.citations import Instrument
from thidua_rules.criteria import (
    All,
    Chosen,
    Compare,
    Constant,
    Exists,
    Fact,
    Is,
    MemberShare,
    MonthsSince,
    OfUnit,
    OneOf,
    Parameter,
    Sum,
    Where,
    WhereIn,
    WhereWithin,
)
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.policies.layers import Dated, Layer, ParameterSpec
from thidua_rules.policies.model import Policy
from thidua_rules.readers.proof import NotEncodable, Proved, Prover
from thidua_rules.readers.proof.review import review_day
from thidua_rules.readers.proof.words import WORDS
from thidua_rules.scales import Absence, BestOf, Group, Judged, Ledger, Linear, Sample, Scale, ScoreReaches
from thidua_rules.values import Rounding


def spec(name, kind, **more):
    """A specification with labels that are its name."""
    return FactSpec(id=name, type=kind, label_vi=name, label_en=name, **more)


FACTS = (
    spec("co", FactType.FLAG),
    spec("ngay", FactType.DATE),
    spec("sinh", FactType.PARTIAL_DATE),
    spec("a", FactType.DECIMAL, minimum=0, maximum=9),
    spec("b", FactType.DECIMAL, minimum=0, maximum=9),
    spec("c", FactType.DECIMAL, minimum=0, maximum=9),
    spec("diem", FactType.DECIMAL, minimum=0, maximum=5, may_be_unassigned=True),
    spec("ten", FactType.TEXT),
    spec(
        "viec",
        FactType.RECORDS,
        fields=(spec("dau", FactType.FLAG, may_be_unassigned=True), spec("ten", FactType.TEXT)),
    ),
)


def judged(name="mot"):
    """An item that an assessor gives."""
    return Judged(id=name, label_vi="", label_en="", maximum=5, fact="diem")


def scale(name, *groups, **more):
    """A scale of these groups."""
    return Scale(id=name, label_vi="", label_en="", maximum=5, groups=groups or (judged(),), **more)


SCALES = (
    scale("lam_tron", rounding=Rounding.FLOOR),
    scale("tru", penalties=Ledger(id="t", label_vi="", label_en="", maximum=0, start=0, entries=())),
    scale("chu", Judged(id="c", label_vi="", label_en="", maximum=5, fact="ten")),
    scale("trong", BestOf(id="b", label_vi="", label_en="", maximum=5, parts=())),
    scale(
        "tuyen_tinh",
        Linear(id="t", label_vi="", label_en="", maximum=5, fact="a", full_at=2, rounding=Rounding.FLOOR),
    ),
    scale(
        "mau",
        Sample(id="m", label_vi="", label_en="", maximum=5, fact="a", asked="b", size=3, points_per_yes=1),
    ),
    scale(
        "chia_lai",
        Group(id="n", label_vi="", label_en="", maximum=5, parts=(judged(),), absence=Absence.SPREAD),
    ),
)


def award(*conditions, name="mot", kind=PERSON):
    """An award with these conditions."""
    return Award(
        id=name,
        title_vi=name,
        title_en=name,
        form=Form.DANH_HIEU,
        recipients=(kind,),
        authority=Authority.CHU_TICH_UBND_XA,
        citations=(CITE,),
        eligibility=tuple(clause(f"dk_{index}", one) for index, one in enumerate(conditions)),
    )


LATER = ParameterSpec(
    id="sau_nay", label_vi="", label_en="", citation=CITE,
    values=(Dated(value=1, valid_from=dt.date(2030, 1, 1)),),
)  # fmt: skip


def policy(*awards, **more):
    """A policy with these awards."""
    layer = Layer(
        id="luat",
        title_vi="",
        title_en="",
        level="luat",
        instruments=(Instrument("luat", "", ""),),
        facts=FACTS,
        scales=SCALES,
        parameters=(parameter("chu", "x"), parameter("so", 1), LATER),
        awards=awards,
        **more,
    )
    return Policy(id="p", title_vi="", title_en="", layers=(layer,))


def why(*conditions, kind=PERSON):
    """The codes of the reasons why an award with these conditions cannot be encoded."""
    found = Prover(policy(award(*conditions, kind=kind)), DAY).irrelevant("mot", "co")
    assert isinstance(found, NotEncodable)
    assert all(found.text(lang) for lang in ("vi", "en"))
    return [one.code for one in found.why]


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        (Is("khong_co"), "fact"),
        (Is("viec"), "fact"),
        (Exists("ten"), "fact"),
        (Exists("viec", (Where("khong_co", "==", Constant(1)),)), "fact"),
        (Compare("a", "==", Constant("x")), "families"),
        (Compare("a", ">", Sum((Fact("a"), Parameter("chu")))), "families"),
        (Is("a"), "families"),
        (OneOf("co", ("x",)), "families"),
        (MonthsSince("a", ">", Constant(1)), "families"),
        (Exists("viec", (WhereIn("ten", (1,)),)), "families"),
        (Exists("viec", (WhereWithin("ten"),)), "families"),
        (Compare("ten", "<", Constant("x")), "order"),
        (Compare("a", ">", Parameter("sau_nay")), "parameter"),
        (Compare("sinh", "==", Constant("1990")), "partial_date"),
        (MonthsSince("ngay", ">", Fact("a")), "months"),
        (Exists("viec", (Where("dau", "==", Constant(value=True)),)), "marker"),
        (OfUnit(OfUnit(Is("co"))), "nested"),
        (OfUnit(MemberShare(Is("co"), ">", Constant(0))), "nested"),
        (ScoreReaches("khong_co", ">", Constant(1)), "scale"),
        (ScoreReaches("lam_tron", ">", Constant(1)), "scale_rounding"),
        (ScoreReaches("chu", ">", Constant(1)), "families"),
        (ScoreReaches("trong", ">", Constant(1)), "item"),
        (ScoreReaches("tuyen_tinh", ">", Constant(1)), "item_rounding"),
        (ScoreReaches("tru", ">", Constant(1)), "scale_penalties"),
        (Chosen("sau_nay_nua", ("x",)), "parameter"),
        (Chosen("so", ("x",)), "families"),
        (Compare("a", ">", Parameter("chu")), "families"),
        (ScoreReaches("mau", ">", Constant(1)), "item"),
        (ScoreReaches("chia_lai", ">", Constant(1)), "absence"),
    ],
    ids=repr,
)
def test_the_reason_is_named(condition, code):
    """
    What cannot be encoded has a reason of its own, with words in both languages.
    """
    assert [code] == why(condition)


def test_a_share_against_a_fact():
    """
    A share of members that is compared with a fact would be a product of unknowns.
    """
    assert ["share"] == why(MemberShare(Is("co"), ">", Fact("a")), kind=GROUP)


def test_every_reason_is_listed():
    """
    All the reasons of an award are listed, not only the first one.
    """
    assert ["fact", "order"] == why(All((Is("khong_co"), Compare("ten", "<", Constant("x")))), Is("co"))


def test_no_recipient_in_common():
    """
    Two awards for different kinds of subject are not compared.
    """
    found = Prover(policy(award(Is("co")), award(Is("co"), name="hai", kind=GROUP)), DAY).implied(
        "mot", "hai"
    )

    assert ["recipients"] == [one.code for one in found.why]


THIRD = (Compare("a", "==", Sum((Fact("b"), Fact("b")))), Compare("c", "==", Sum((Fact("a"), Fact("b")))))


def test_numbers_that_no_decimal_can_write():
    """
    A third is no decimal, so a claim that only a third speaks against is neither proved nor refuted.
    """
    found = Prover(policy(award(*THIRD, Compare("c", "==", Constant(1))), award(Is("co"), name="hai")), DAY)

    assert ["decimal"] == [one.code for one in found.implied("mot", "hai").why]


def test_numbers_that_a_decimal_can_write():
    """
    Where some number near it is a decimal, that one is found, and shown exactly.
    """
    near = (Compare("c", ">", Constant(1)), Compare("c", "<", Constant(Decimal("1.03"))))
    found = Prover(policy(award(*THIRD, *near), award(Is("co"), name="hai")), DAY).implied("mot", "hai")
    facts = found.witness.subject.facts

    assert facts["c"] == facts["a"] + facts["b"] == 3 * facts["b"]


def test_every_word_is_in_both_languages():
    """
    A text of one language has the blanks of the other.
    """
    blanks = {
        code: [sorted(one for one in text.split("{")[1:]) for text in both] for code, both in WORDS.items()
    }

    assert {code for code, (vi, en) in blanks.items() if len(vi) != len(en)} == set()


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({}, dt.date(2022, 12, 31)),
        ({"valid_from": dt.date(2018, 5, 1)}, dt.date(2018, 12, 31)),
        ({"valid_from": dt.date(2018, 5, 1), "valid_to": dt.date(2023, 6, 30)}, dt.date(2023, 6, 30)),
    ],
)
def test_the_day_of_a_review(days, expected):
    """
    A review asks about the last day on which every layer is in force.
    """
    assert expected == review_day(policy(award(Is("co")), **days))


def test_a_policy_that_can_be_encoded():
    """
    Without any of these the same question is answered.
    """
    assert isinstance(Prover(policy(award(Is("co"))), DAY).irrelevant("mot", "ten"), Proved)


def test_labels_do_not_matter():
    """
    Two policies whose facts differ in their labels only are compared.
    """
    before = policy(award(Is("co")))
    renamed = tuple(attrs.evolve(one, label_vi="khác") for one in FACTS)
    after = attrs.evolve(before, layers=(attrs.evolve(before.layers[0], facts=renamed),))

    assert [Proved] == [type(one) for one in Prover(before, DAY).reform(after)]
