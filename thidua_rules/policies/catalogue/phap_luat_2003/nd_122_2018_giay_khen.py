"""Decree 122/2018: certificates for families and areas that held the title year after year. Data only."""

from __future__ import annotations

from decimal import Decimal

from thidua_rules.awards import Authority, Award, Bonus, ByCriterion, ByFact, Form, Multiple, Quota
from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    All,
    Any,
    Clause,
    Compare,
    ConsecutiveYears,
    Constant,
    Earned,
    NoneOf,
    OfUnit,
    Parameter,
    Where,
    YearsBefore,
)
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import duoc_neu_ten, khong_bi_huy
from thidua_rules.policies.catalogue.phap_luat_2003.tham_so import tham_so
from thidua_rules.policies.catalogue.phap_luat_2003.tt_12_2019 import tam_hoan

_P = Standing.ASSUMED

_HO, _KHU = (SubjectKind.HO_GIA_DINH,), (SubjectKind.KHU_DAN_CU,)

GDVH, GIAY_KHEN_GDVH = "gia_dinh_van_hoa", "giay_khen_gia_dinh_van_hoa"
GIAY_KHEN_KDCVH = "giay_khen_khu_dan_cu_van_hoa"

_NAM_TRUOC_HO, _NAM_TRUOC_KHU = "so_nam_gdvh_truoc_nam_xet", "so_nam_kdcvh_truoc_nam_xet"

LIEN_TUC_GDVH = All((Earned(GDVH), ConsecutiveYears(GDVH, Parameter(_NAM_TRUOC_HO))))

LIEN_TUC_KDCVH = All(
    (
        Any((Earned("thon_van_hoa"), Earned("to_dan_pho_van_hoa"))),
        Any(
            tuple(
                ConsecutiveYears(title, Parameter(_NAM_TRUOC_KHU))
                for title in ("thon_van_hoa", "to_dan_pho_van_hoa", "khu_dan_cu_van_hoa")
            )
        ),
    )
)
"""The title of this year and the years before it; the history may name the area by its kind or by the decree's word."""


def _khong_trung(award: str, years: str, cite: str, standing: Standing) -> Clause:
    """No earlier certificate whose years are among those that this one would stand on; a cancelled one took none."""
    return Clause(
        "khong_trung_giai_doan",
        Citation.parse(cite),
        "Chưa được tặng giấy khen này cho một năm trong giai đoạn đang xét",
        "no earlier certificate of this kind for a year of the same period",
        NoneOf(
            "tich_danh_hieu",
            (
                Where("danh_hieu", "==", Constant(award)),
                Where("nam", ">=", YearsBefore(years)),
                Where("trang_thai", "!=", Constant("huy_bo")),
            ),
        ),
        standing,
    )


def _du_phieu(cite: str) -> Clause:
    return Clause(
        "du_phieu_dong_y",
        Citation.parse(cite),
        "Từ 60% người dự họp đồng ý đề nghị tặng giấy khen",
        "60 % of those attending agree to propose the certificate",
        Compare("phieu_giay_khen_van_hoa", ">=", Parameter("ty_le_dong_y")),
    )


def _theo_phieu(cite: str) -> ByFact:
    return ByFact(
        id="phieu_cao_xuong_thap",
        label_vi="Phiếu từ cao xuống thấp",
        label_en="votes from high to low",
        citation=Citation.parse(cite),
        fact="phieu_giay_khen_van_hoa",
    )


GIAY_KHEN_GIA_DINH_VAN_HOA = Award(
    id=GIAY_KHEN_GDVH,
    title_vi="Giấy khen Gia đình văn hóa",
    title_en="Certificate of merit for a cultural family",
    form=Form.HINH_THUC,
    recipients=_HO,
    authority=Authority.CHU_TICH_UBND_XA,
    citations=(Citation("nd_122_2018", "10"), Citation("nd_122_2018", "11")),
    scope=duoc_neu_ten(GIAY_KHEN_GDVH),
    eligibility=(
        Clause(
            "gdvh_3_nam_lien_tuc",
            Citation("nd_122_2018", "10"),
            "Được công nhận Gia đình văn hóa 3 năm liên tục, kể cả năm xét",
            "cultural family three years in a row, this one included",
            LIEN_TUC_GDVH,
        ),
        _khong_trung(GIAY_KHEN_GDVH, _NAM_TRUOC_HO, "nd_122_2018/10", Standing.CONFIRMED),
        Clause(
            "du_nguoi_hop",
            Citation("nd_122_2018", "11"),
            "Cuộc họp có từ 60% số người được triệu tập",
            "60 % of those summoned attended",
            OfUnit(Compare("ty_le_du_hop_binh_xet_ho", ">=", Parameter("ty_le_du_hop"))),
        ),
        _du_phieu("nd_122_2018/11"),
        khong_bi_huy(GIAY_KHEN_GDVH),
    ),
    holds=(tam_hoan(),),
    ranking=(_theo_phieu("nd_122_2018/10"),),
    quotas=(
        Quota(
            rate="ty_le_giay_khen_gdvh",
            rounding="lam_tron_giay_khen_van_hoa",
            base=LIEN_TUC_GDVH,
            base_kinds=_HO,
            group="unit",
            label_vi="Số giấy khen tối đa trên số gia đình 3 năm liên tục của khu dân cư",
            label_en="most certificates, of the area's families with three years in a row",
            citation=Citation("nd_122_2018", "10"),
            standing=_P,  # the 15 % were read; that each area's meeting has its own share was not
        ),
    ),
    bonus=Bonus(
        multiples=(Multiple(subject_kind=SubjectKind.HO_GIA_DINH, parameter="he_so_giay_khen_gdvh"),),
        citation=Citation("mo_hinh"),
        standing=_P,
    ),
)


GIAY_KHEN_KHU_DAN_CU_VAN_HOA = Award(
    id=GIAY_KHEN_KDCVH,
    title_vi="Giấy khen Khu dân cư văn hóa",
    title_en="Certificate of merit for a cultural residential area",
    form=Form.HINH_THUC,
    recipients=_KHU,
    authority=Authority.CHU_TICH_UBND_HUYEN,
    citations=(Citation("nd_122_2018", "16"), Citation("nd_122_2018", "17")),
    scope=duoc_neu_ten(GIAY_KHEN_KDCVH),
    eligibility=(
        Clause(
            "kdcvh_5_nam_lien_tuc",
            Citation("nd_122_2018", "16"),
            "Được công nhận Khu dân cư văn hóa 5 năm liên tục, kể cả năm xét",
            "cultural area five years in a row, this one included",
            LIEN_TUC_KDCVH,
        ),
        _khong_trung(GIAY_KHEN_KDCVH, _NAM_TRUOC_KHU, "nd_122_2018/16", _P),  # read for families only
        Clause(
            "du_nguoi_hop",
            Citation("nd_122_2018", "17"),
            "Cuộc họp có từ 60% số người được triệu tập",
            "60 % of those summoned attended",
            Compare("ty_le_du_hop_binh_xet_khu", ">=", Parameter("ty_le_du_hop")),
        ),
        _du_phieu("nd_122_2018/17"),
        khong_bi_huy(GIAY_KHEN_KDCVH),
    ),
    holds=(tam_hoan(),),
    ranking=(
        _theo_phieu("nd_122_2018/16"),
        ByCriterion(
            id="uu_tien_70_nu",
            label_vi="Ưu tiên tập thể có từ 70% nữ",
            label_en="preference for a collective with 70 % women or more",
            citation=Citation("nd_91_2017", "3"),
            criterion=Compare("ty_le_nu", ">=", Parameter("ty_le_nu_uu_tien")),
        ),
    ),
    quotas=(
        Quota(
            rate="ty_le_giay_khen_kdcvh",
            rounding="lam_tron_giay_khen_van_hoa",
            base=LIEN_TUC_KDCVH,
            base_kinds=_KHU,
            label_vi="Số giấy khen tối đa trên số khu dân cư 5 năm liên tục của xã",
            label_en="most certificates, of the commune's areas with five years in a row",
            citation=Citation("nd_122_2018", "16"),
            standing=_P,  # the 15 % were read; that the commune's areas are the base was not
        ),
    ),
    bonus=Bonus(
        multiples=(Multiple(subject_kind=SubjectKind.KHU_DAN_CU, parameter="he_so_giay_khen_huyen_tap_the"),),
        citation=Citation("nd_91_2017", "73", "2", "b"),
    ),
)

AWARDS = (GIAY_KHEN_GIA_DINH_VAN_HOA, GIAY_KHEN_KHU_DAN_CU_VAN_HOA)

PARAMETERS = (
    tham_so(
        _NAM_TRUOC_HO,
        "Số năm Gia đình văn hóa liền trước năm xét (3 năm liên tục kể cả năm xét)",
        "years as a cultural family just before the year under review (three in a row with it)",
        2,
        "nd_122_2018/10",
        unit="nam",
    ),
    tham_so(
        _NAM_TRUOC_KHU,
        "Số năm Khu dân cư văn hóa liền trước năm xét (5 năm liên tục kể cả năm xét)",
        "years as a cultural area just before the year under review (five in a row with it)",
        4,
        "nd_122_2018/16",
        unit="nam",
    ),
    tham_so(
        "ty_le_giay_khen_gdvh",
        "Tỷ lệ giấy khen trên số gia đình 3 năm liên tục",
        "share of certificates among families with three years in a row",
        Decimal("0.15"),
        "nd_122_2018/10",
        unit="ty_le",
    ),
    tham_so(
        "ty_le_giay_khen_kdcvh",
        "Tỷ lệ giấy khen trên số khu dân cư 5 năm liên tục",
        "share of certificates among areas with five years in a row",
        Decimal("0.15"),
        "nd_122_2018/16",
        unit="ty_le",
    ),
    tham_so(
        "lam_tron_giay_khen_van_hoa",
        "Cách làm tròn số giấy khen về văn hóa",
        "rounding of the number of culture certificates",
        "floor",
        "mo_hinh",
        standing=_P,
        settable=True,
        choices=("floor", "half_up", "ceil"),
    ),
    tham_so(
        "he_so_giay_khen_gdvh",
        "Hệ số tiền thưởng giấy khen Gia đình văn hóa",
        "multiple, certificate of a cultural family",
        Decimal("0.15"),
        "mo_hinh",
        unit="lan",
        standing=_P,
        settable=True,
    ),
)
