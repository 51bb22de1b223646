"""What the planted policies share: facts, their roles, and how an award and a policy are put together."""

from __future__ import annotations

from decimal import Decimal

import attrs

from tests.worlds import CITE, GROUP, PERSON, clause, parameter
from thidua_rules.awards import Authority, Award, ByFact, Form, Quota
from thidua_rules.citations import Instrument
from thidua_rules.facts import Choice, FactSpec, FactType
from thidua_rules.policies.layers import Layer
from thidua_rules.policies.model import Policy
from thidua_rules.testing.fairness import Meaning, Role, Roles

FLAG, INTEGER, DECIMAL, DATE = FactType.FLAG, FactType.INTEGER, FactType.DECIMAL, FactType.DATE
CHOICE, TEXT, RECORDS = FactType.CHOICE, FactType.TEXT, FactType.RECORDS


def fact(name, kind, **more):
    """A fact of a person."""
    return FactSpec(id=name, type=kind, label_vi=name, label_en=name, **more)


def choices(*names):
    """The values of an enumerated fact."""
    return tuple(Choice(one, one, one) for one in names)


FACTS = (
    fact("diem", INTEGER, minimum=0, maximum=100),
    fact("tot", FLAG),
    fact("ty_le_phieu", DECIMAL, minimum=0, maximum=1),
    fact("gioi_tinh", CHOICE, choices=choices("nam", "nu")),
    fact("tuoi", INTEGER, minimum=18, maximum=62),
    fact("thon", CHOICE, choices=choices("thon_1", "thon_2", "thon_3")),
    fact("ngach", INTEGER, minimum=1, maximum=9),
    fact("thu_tu_ten", INTEGER, minimum=1, maximum=999),
    fact("ngay_nop", INTEGER, minimum=1, maximum=365),
    fact("lanh_dao", FLAG),
    fact("truong_hop_dac_biet", FLAG),
    fact("thang_nghi", INTEGER, minimum=0, maximum=12),
    fact("thang_nghi_thai_san", INTEGER, minimum=0, maximum=12),
    fact("khoi", CHOICE, choices=choices("khoi_1", "khoi_2")),
    fact(
        "ky_luat",
        RECORDS,
        fields=(fact("ngay", DATE), fact("hinh_thuc", CHOICE, choices=choices("khien_trach", "canh_cao"))),
    ),
    fact("sang_kien", RECORDS, fields=(fact("ma", TEXT), fact("ngay", DATE))),
    fact("da_dat", RECORDS, fields=(fact("danh_hieu", TEXT), fact("nam", INTEGER))),
)

ROLES = Roles(
    (
        *(Meaning(name, Role.MERIT) for name in ("diem", "tot", "ty_le_phieu")),
        Meaning("sang_kien", Role.MERIT, key="ma"),
        Meaning("ky_luat", Role.FAULT, day="ngay"),
        Meaning("thang_nghi", Role.FAULT),
        Meaning("thang_nghi_thai_san", Role.LEAVE, part_of="thang_nghi"),
        *(Meaning(name, Role.TRAIT) for name in ("tuoi", "thon", "ngach", "thu_tu_ten")),
        Meaning("gioi_tinh", Role.TRAIT, allowed=("luat/6",), prefers="nu"),
        Meaning("lanh_dao", Role.LEADER),
        Meaning("ngay_nop", Role.ENTRY),
        Meaning("da_dat", Role.PAST),
        Meaning("truong_hop_dac_biet", Role.DISCRETION),
        Meaning("khoi", Role.CLASS),
    )
)
"""What the facts stand for; the sixth article of their law prefers women among equals."""

PARAMETERS = (
    parameter("nguong", 80),
    parameter("ty_le", Decimal("0.15")),
    parameter("so_cho", 2),
    parameter("lam_tron", "floor", choices=("floor", "half_up", "ceil")),
    parameter("luong_co_so", 1_490_000),
    parameter("buoc_lam_tron_tien", 10_000),
    parameter("cach_lam_tron_tien", "ceil"),
)


def by_fact(name, **more):
    """A ranking key."""
    return ByFact(**{"id": name, "label_vi": name, "label_en": name, "citation": CITE, "fact": name} | more)


def quota(rate="so_cho", **more):
    """A quota."""
    return Quota(rate=rate, label_vi="số chỗ", label_en="places", citation=CITE, **more)


def award(*eligibility, name="khen", recipients=(PERSON,), **more):
    """An award with these conditions."""
    return Award(
        id=name,
        title_vi=name,
        title_en=name,
        form=Form.DANH_HIEU,
        recipients=recipients,
        authority=Authority.CHU_TICH_UBND_XA,
        citations=(CITE,),
        eligibility=eligibility,
        **more,
    )


def policy(*awards, parameters=(), scales=()):
    """A policy of these awards; parameters take the place of those of the same name."""
    found = {one.id: one for one in (*PARAMETERS, *parameters)}
    layer = Layer(
        id="luat",
        title_vi="Luật",
        title_en="Law",
        level="luat",
        instruments=(Instrument("luat", "Luật", "Law"),),
        facts=FACTS,
        parameters=tuple(found.values()),
        awards=awards,
        scales=scales,
    )
    return Policy(id="thu", title_vi="Thử", title_en="Trial", layers=(layer,))


@attrs.frozen
class Planted:
    """
    One unfair rule and its repair.

    Args:
        id: What it is.

        faulty: The policy with the rule.

        repaired: The policy without it.

        law: The id of the property that has to find it.

        rule: The id of the rule that has to be named.

        fact: The fact that it is about, or an empty text.
    """

    id: str
    faulty: Policy
    repaired: Policy
    law: str
    rule: str
    fact: str = ""


__all__ = ["CITE", "GROUP", "PERSON", "clause", "parameter"]
