"""Rules that look at who somebody is: name, age, village, rank, post, sex, the day of entry, the past."""

from __future__ import annotations

from tests.fairness.planted.base import (
    CITE,
    Planted,
    award,
    by_fact,
    clause,
    policy,
    quota,
)
from tests.fairness.planted.kinds import FirstInList, IdBefore, NameBefore
from thidua_rules.awards import ByCriterion, ByScore
from thidua_rules.citations import Citation
from thidua_rules.criteria import (
    All,
    Any,
    Compare,
    Constant,
    Exempt,
    Exists,
    Is,
    MemberOf,
    NoneOf,
    OneOf,
    Parameter,
    Settled,
    Unless,
    Where,
)
from thidua_rules.scales import AllOrNothing, Group, Judged, Scale
from thidua_rules.verdicts import MET

GOOD = clause("du_diem", Compare("diem", ">=", Parameter("nguong")))
POINTS = by_fact("diem")
TWO = (quota(),)


def by(name, criterion, article="1"):
    """A preference."""
    return ByCriterion(
        id=name, label_vi=name, label_en=name, citation=Citation("luat", article), criterion=criterion
    )


def ranked(*keys, eligibility=(GOOD,), **more):
    """Two places among those with enough points, by these keys."""
    return policy(award(*eligibility, ranking=keys, quotas=TWO), **more)


FAIR = ranked(POINTS)


def _scale(*more):
    points = Judged(id="diem_cham", label_vi="điểm", label_en="points", maximum=100, fact="diem")
    group = Group(id="nhom", label_vi="nhóm", label_en="group", maximum=105, parts=(points, *more))
    return Scale(id="bang", label_vi="bảng", label_en="table", maximum=105, groups=(group,), citation=CITE)


BY_SCORE = ByScore(id="tong_diem", label_vi="tổng điểm", label_en="total", citation=CITE, scale="bang")
LEADER = AllOrNothing(
    id="diem_lanh_dao", label_vi="lãnh đạo", label_en="leader", maximum=5, when=Is("lanh_dao")
)
WOMEN = by("uu_tien_nu", OneOf("gioi_tinh", ("nu",)), "6")
LAST_YEAR = NoneOf("da_dat", (Where("nam", "==", Constant(2021)),))

PLANTED = (
    Planted(
        "nop_truoc_duoc_truoc",
        ranked(POINTS, by_fact("ngay_nop", highest_first=False)),
        FAIR,
        "blind-to-entry-day",
        "ngay_nop",
        "ngay_nop",
    ),
    Planted(
        "xep_theo_van_chu_cai",
        ranked(POINTS, by_fact("thu_tu_ten", highest_first=False)),
        FAIR,
        "blind-to-trait",
        "thu_tu_ten",
        "thu_tu_ten",
    ),
    Planted("nhin_ten", ranked(POINTS, by("ten_truoc", NameBefore("m"))), FAIR, "blind-to-name", "ten_truoc"),
    Planted(
        "nhin_ma", ranked(POINTS, by("ma_truoc", IdBefore("ca_nhan-5"))), FAIR, "blind-to-id", "ma_truoc"
    ),
    Planted(
        "nhap_truoc", ranked(POINTS, by("nhap_truoc", FirstInList())), FAIR, "blind-to-order", "nhap_truoc"
    ),
    Planted(
        "sinh_doi_khac_ket_qua",
        ranked(POINTS, by("ma_truoc", IdBefore("n"))),
        FAIR,
        "twins-equal",
        "ma_truoc",
    ),
    Planted(
        "ngoai_le_khong_tieu_chuan",
        ranked(
            POINTS,
            eligibility=(
                clause(
                    "xet", Unless(GOOD.criterion, (Exempt("khac", Is("truong_hop_dac_biet"), Settled(MET)),))
                ),
            ),
        ),
        ranked(
            POINTS,
            eligibility=(
                clause(
                    "xet",
                    Unless(
                        GOOD.criterion,
                        (Exempt("co_sang_kien", Exists("sang_kien"), Compare("diem", ">=", Constant(60))),),
                    ),
                ),
            ),
        ),
        "no-discretion",
        "xet",
        "truong_hop_dac_biet",
    ),
    Planted(
        "diem_cho_lanh_dao",
        ranked(BY_SCORE, scales=(_scale(LEADER),)),
        ranked(BY_SCORE, scales=(_scale(),)),
        "no-rank",
        "tong_diem",
        "lanh_dao",
    ),
    Planted(
        "chi_mot_thon",
        ranked(POINTS, eligibility=(GOOD, clause("thon", OneOf("thon", ("thon_1",))))),
        FAIR,
        "blind-to-trait",
        "thon",
        "thon",
    ),
    Planted(
        "gioi_han_tuoi",
        ranked(POINTS, eligibility=(GOOD, clause("tuoi", Compare("tuoi", "<=", Constant(50))))),
        FAIR,
        "blind-to-trait",
        "tuoi",
        "tuoi",
    ),
    Planted("ngach_cao_truoc", ranked(POINTS, by_fact("ngach")), FAIR, "blind-to-trait", "ngach", "ngach"),
    Planted("uu_tien_truoc_diem", ranked(WOMEN, POINTS), ranked(POINTS, WOMEN), "no-envy", "uu_tien_nu"),
    Planted(
        "uu_tien_nguoc",
        ranked(POINTS, by("uu_tien_nam", OneOf("gioi_tinh", ("nam",)), "6")),
        ranked(POINTS, WOMEN),
        "preference",
        "uu_tien_nam",
        "gioi_tinh",
    ),
    Planted(
        "luan_phien", ranked(by("luan_phien", LAST_YEAR), POINTS), FAIR, "no-turns", "luan_phien", "da_dat"
    ),
    Planted(
        "chi_don_vi_quen",
        ranked(POINTS, eligibility=(GOOD, clause("don_vi", MemberOf(("tap_the-2", "tap_the-3"))))),
        FAIR,
        "no-levelling-unit",
        "don_vi",
    ),
    Planted(
        "phu_nu_phai_hon_diem",
        ranked(
            POINTS,
            eligibility=(
                clause(
                    "diem_theo_gioi",
                    Any(
                        (
                            All((OneOf("gioi_tinh", ("nam",)), GOOD.criterion)),
                            Compare("diem", ">=", Constant(90)),
                        )
                    ),
                ),
            ),
        ),
        FAIR,
        "blind-to-trait",
        "diem_theo_gioi",
        "gioi_tinh",
    ),
)
