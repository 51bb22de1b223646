"""Rules that count wrongly: points, faults, leave, shares, places, money, and what colleagues have."""

from __future__ import annotations

from decimal import Decimal

from tests.fairness.planted.base import (
    CITE,
    GROUP,
    PERSON,
    Planted,
    award,
    by_fact,
    clause,
    parameter,
    policy,
    quota,
)
from tests.fairness.planted.kinds import NoneWritten
from tests.fairness.planted.persons import FAIR, GOOD, POINTS, ranked
from thidua_rules.awards import Bonus, Multiple
from thidua_rules.criteria import (
    Compare,
    Constant,
    Count,
    Earned,
    Exempt,
    Exists,
    Fact,
    Is,
    MemberCount,
    MemberShare,
    NoneOf,
    OfUnit,
    Parameter,
    Sum,
    Unless,
    WhereWithin,
)

SHARE = (parameter("ty_le", Decimal("0.15"), maximum=Decimal("0.15")),)
ROUNDED_UP = parameter("lam_tron", "half_up", choices=("floor", "half_up"))
ROUNDED_RATE = parameter("ty_le", Decimal("0.2"), maximum=Decimal("0.15"))
OF_GOOD = quota("ty_le", rounding="lam_tron", base=GOOD.criterion, base_kinds=(PERSON,))
WITHIN = (WhereWithin("ngay"),)
THIS_YEAR = clause("khong_ky_luat", NoneOf("ky_luat", WITHIN))


def shared(limit, *parameters, eligibility=(GOOD,)):
    """A share of those with enough points."""
    return policy(award(*eligibility, ranking=(POINTS,), quotas=(limit,)), parameters=(*SHARE, *parameters))


def plain(*eligibility, others=(), **more):
    """An award with these conditions and no limit, beside others."""
    return policy(award(*eligibility, **more), *others)


def unit_share(among):
    """A collective whose members have enough points, more than half of them."""
    share = clause("ty_le_kha", MemberShare(GOOD.criterion, ">", Constant(Decimal("0.5")), among))
    return plain(share, clause("tot", Is("tot")), recipients=(GROUP,))


def paid(low, high):
    """A title and a higher one that needs it, with their multiples."""

    def bonus(name):
        return Bonus(multiples=(Multiple(subject_kind=PERSON, parameter=name),), citation=CITE)

    lower = award(GOOD, bonus=bonus("he_so_thap"))
    upper = award(clause("da_khen", Earned("khen")), name="khen_cao", bonus=bonus("he_so_cao"))
    return policy(lower, upper, parameters=(parameter("he_so_thap", low), parameter("he_so_cao", high)))


OTHER = award(clause("tot", Is("tot")), name="khac")

PLANTED = (
    Planted("lam_tron_len_o_vach", shared(OF_GOOD, ROUNDED_UP), shared(OF_GOOD), "within-cap", "ty_le"),
    Planted("lam_tron_ty_le_truoc", shared(OF_GOOD, ROUNDED_RATE), shared(OF_GOOD), "within-cap", "ty_le"),
    Planted(
        "tinh_ca_nghi_thai_san",
        plain(clause("nghi", Compare("thang_nghi", "<=", Constant(3)))),
        plain(clause("nghi", Compare("thang_nghi", "<=", Sum((Constant(3), Fact("thang_nghi_thai_san")))))),
        "protected-leave",
        "nghi",
        "thang_nghi_thai_san",
    ),
    Planted(
        "tinh_sang_kien_hai_lan",
        plain(clause("sang_kien", Count("sang_kien", ">=", Constant(2), WITHIN))),
        plain(clause("sang_kien", Exists("sang_kien", WITHIN))),
        "counted-once",
        "sang_kien",
        "sang_kien",
    ),
    Planted(
        "ty_le_tren_co_so_sai", unit_share(Is("tot")), unit_share(None), "more-merit", "ty_le_kha", "tot"
    ),
    Planted(
        "han_muc_tung_don_vi",
        policy(
            award(GOOD, ranking=(POINTS,), quotas=(quota("mot_cho", group="unit"),)),
            parameters=(parameter("mot_cho", 1),),
        ),
        FAIR,
        "split-merge",
        "mot_cho",
    ),
    Planted(
        "nguong_nguoc",
        plain(clause("du_diem", Compare("diem", "<=", Parameter("nguong")))),
        plain(GOOD),
        "more-merit",
        "du_diem",
        "diem",
    ),
    Planted(
        "im_lang_co_loi",
        plain(GOOD, clause("khong_ky_luat", NoneWritten("ky_luat"))),
        plain(GOOD, THIS_YEAR),
        "silence-gains-nothing",
        "khong_ky_luat",
    ),
    Planted(
        "dieu_da_ro_bi_lat_lai",
        plain(GOOD, clause("khong_ky_luat", NoneWritten("ky_luat"))),
        plain(GOOD, THIS_YEAR),
        "learning-settles",
        "khong_ky_luat",
    ),
    Planted(
        "ky_luat_khong_het_han",
        plain(GOOD, clause("khong_ky_luat", NoneOf("ky_luat"))),
        plain(GOOD, THIS_YEAR),
        "bars-end",
        "khong_ky_luat",
        "ky_luat",
    ),
    Planted(
        "ky_luat_lai_duoc_xet",
        plain(
            clause(
                "xet",
                Unless(
                    GOOD.criterion,
                    (Exempt("bi_ky_luat", Exists("ky_luat", WITHIN), Compare("diem", ">=", Constant(60))),),
                ),
            )
        ),
        plain(GOOD, THIS_YEAR),
        "more-fault",
        "xet",
        "ky_luat",
    ),
    Planted(
        "dong_nghiep_da_duoc",
        plain(
            GOOD,
            clause("chua_ai_duoc", OfUnit(MemberCount(Earned("khac"), "<=", Constant(0)))),
            others=(OTHER,),
        ),
        plain(GOOD, others=(OTHER,)),
        "no-levelling-colleagues",
        "chua_ai_duoc",
    ),
    Planted(
        "phat_ca_don_vi",
        plain(
            GOOD,
            clause("khong_ai_kem", OfUnit(MemberCount(Is("tot", wanted=False), "<=", Constant(1)))),
            clause("tot", Is("tot")),
        ),
        plain(GOOD, clause("tot", Is("tot"))),
        "bystander",
        "khong_ai_kem",
    ),
    Planted(
        "phai_co_ban_cung_duoc",
        plain(GOOD, clause("it_nhat_hai", OfUnit(MemberCount(GOOD.criterion, ">=", Constant(2))))),
        plain(GOOD),
        "withdrawal",
        "it_nhat_hai",
    ),
    Planted(
        "them_cho_lai_mat",
        shared(
            OF_GOOD,
            parameter("ty_le", Decimal("0.5")),
            eligibility=(GOOD, clause("du_phieu", Compare("ty_le_phieu", ">=", Parameter("ty_le")))),
        ),
        shared(OF_GOOD, parameter("ty_le", Decimal("0.5"))),
        "more-places",
        "du_phieu",
    ),
    Planted(
        "cao_hon_thuong_it_hon",
        paid(Decimal("1.0"), Decimal("0.3")),
        paid(Decimal("0.3"), Decimal("1.0")),
        "higher-pays",
        "he_so_cao",
    ),
    Planted(
        "diem_thap_xep_truoc",
        ranked(by_fact("diem", highest_first=False)),
        FAIR,
        "more-merit",
        "diem",
        "diem",
    ),
)
