"""Decree 91/2017, articles 22 to 39, on forms of the province and the State: alternatives, clock, one a year. Data only."""

from __future__ import annotations

from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    All,
    Any,
    Chosen,
    Clause,
    Compare,
    ConsecutiveYears,
    Constant,
    Count,
    Criterion,
    Earned,
    Exempt,
    Exists,
    Is,
    NoneOf,
    Not,
    OneOf,
    Parameter,
    Settled,
    Unless,
    Where,
    WhereIn,
    WhereWithin,
    YearsBefore,
)
from thidua_rules.criteria.records import RowTest
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import (
    CSTD_TINH,
    NHANH_A,
    TUYEN_LLVT,
    de_nghi_trong_nam,
    xep_loai_tu,
)
from thidua_rules.policies.catalogue.phap_luat_2003.nd_91_2017_cstd import lien_tuc
from thidua_rules.verdicts import Verdict

_M, _P = Standing.UNCONFIRMED, Standing.ASSUMED

CA_NHAN, HO = (SubjectKind.CA_NHAN,), (SubjectKind.HO_GIA_DINH,)
DON_VI = (SubjectKind.TAP_THE, SubjectKind.KHU_DAN_CU)

BK_TINH, BK_THU_TUONG = "bang_khen_cap_tinh", "bang_khen_thu_tuong"
HC_BA, HC_NHI = "huan_chuong_lao_dong_ba", "huan_chuong_lao_dong_nhi"
HC_NHAT = "huan_chuong_lao_dong_nhat"
NHA_NUOC = (BK_THU_TUONG, HC_BA, HC_NHI, HC_NHAT)
"""The forms of the State that this policy knows."""

_CON_HIEU_LUC = WhereIn("trang_thai", ("hieu_luc",))
_KHONG_THEO_DOT = WhereIn(
    "loai_khen_thuong", ("cong_trang", "dot_xuat", "cong_hien", "nien_han", "doi_ngoai")
)


def de_nghi(award: str) -> Clause:
    """Proposed in the year, and the review agreed."""
    return Clause(
        "duoc_de_nghi",
        Citation("luat_tdkt_2003", "84"),
        "Được đề nghị khen thưởng trong năm, có biên bản xét",
        "proposed in the year, with minutes of the review",
        de_nghi_trong_nam(award),
        _M,
    )


def mot_nam_mot_hinh_thuc(award: str) -> Clause:
    """Not two forms of the State within a year, save for extraordinary merit, contribution and years of service."""
    mine = (
        Where("danh_hieu", "==", Constant(award)),
        WhereIn("loai_khen_thuong", ("dot_xuat", "cong_hien", "nien_han")),
    )
    others = tuple(one for one in NHA_NUOC if one != award)
    given = (
        WhereIn("danh_hieu", NHA_NUOC),
        Where("nam", ">", YearsBefore("so_nam_giua_hai_hinh_thuc_nha_nuoc")),
        _CON_HIEU_LUC,
        WhereIn("loai_khen_thuong", ("cong_trang", "dot_chuyen_de", "doi_ngoai")),
    )
    also_proposed = (
        WhereIn("danh_hieu", others),
        Where("dong_y", "==", Constant(value=True)),
        WhereWithin("ngay"),
        WhereIn("loai_khen_thuong", ("cong_trang", "dot_chuyen_de", "doi_ngoai")),
    )
    return Clause(
        "mot_nam_mot_hinh_thuc_nha_nuoc",
        Citation("tt_12_2019"),
        "Trong một năm không đề nghị hai hình thức khen thưởng cấp Nhà nước, trừ đột xuất, cống hiến, niên hạn",
        "not two forms of the State within a year, save for extraordinary merit, contribution, years of service",
        Unless(
            All((NoneOf("tich_danh_hieu", given), NoneOf("de_nghi_khen_thuong", also_proposed))),
            (
                Exempt(
                    "dot_xuat_cong_hien_nien_han",
                    Exists("de_nghi_khen_thuong", mine),
                    Settled(Verdict.MET),
                    "khen thưởng đột xuất, quá trình cống hiến, niên hạn",
                    "extraordinary merit, length of contribution, years of service",
                ),
            ),
        ),
        _P,  # the rule was read; that it goes by calendar years is this model's
    )


def sau_khi_co(form: str, years: str) -> Clause:
    """
    *form* is held, and as many years of merit as the parameter *years* says lie after it.

    The clock runs from the years of merit written in its decision, else from the decision. What was given for a
    campaign counts for no form of the State.
    """
    held: tuple[RowTest, ...] = (
        WhereIn("danh_hieu", (form,)),
        _CON_HIEU_LUC,
        _KHONG_THEO_DOT,
    )
    written = (
        *held,
        Where("co_ghi_thoi_gian", "==", Constant(value=True)),
        Where("thanh_tich_den_nam", "<=", YearsBefore(years)),
    )
    unwritten = (
        *held,
        Where("co_ghi_thoi_gian", "==", Constant(value=False)),
        Where("nam", "<=", YearsBefore(years)),
    )
    return Clause(
        f"sau_{form}",
        Citation("tt_08_2017"),
        "Tính từ thời gian thành tích ghi trong quyết định trước, không ghi thì từ năm quyết định; không kể khen theo đợt",
        "counted from the years of merit written in the earlier decision, else from its year; campaigns are left out",
        Any((Exists("tich_danh_hieu", written), Exists("tich_danh_hieu", unwritten))),
        _M,
    )


def sang_kien(number: str, years: str, *, effective: bool) -> Criterion:
    """
    As many initiatives recognised at grass-roots level as *number* says, in the last *years*, none of them counted before.

    One that the commune alone recognised is left to a person, unless the parameter says that the commune is enough.
    """
    fresh: tuple[RowTest, ...] = (
        Where("nam_cong_nhan", ">", YearsBefore(years)),
        Where("da_tinh_khen", "==", Constant(value=False)),
    )
    if effective:
        fresh = (*fresh, Where("ap_dung_hieu_qua", "==", Constant(value=True)))
    above = WhereIn("cap_cong_nhan", ("thi_xa", "thanh_pho", "trung_uong"))
    enough = Any((Chosen("cap_cong_nhan_sang_kien", ("xa",)), Settled(Verdict.UNKNOWN)))
    return Any(
        (
            Count("sang_kien", ">=", Parameter(number), (above, *fresh)),
            All((Count("sang_kien", ">=", Parameter(number), fresh), enough)),
        )
    )


def giay_khen_chien_dau(number: str) -> Criterion:
    """For the forces and the militia: certificates for combat or its service in place of initiatives."""
    return All(
        (
            OneOf("loai_doi_tuong", ("quan_doi", "cong_an", "dan_quan")),
            Compare("so_giay_khen_chien_dau", ">=", Parameter(number)),
        )
    )


def xuat_sac_lien_tuc(before: str) -> tuple[Criterion, Criterion]:
    """Rated excellent this year, and in as many years before it as the parameter *before* says."""
    return xep_loai_tu("HTXSNV"), lien_tuc("xep_loai_htxsnv", before)


def tap_the_xuat_sac(before: str) -> tuple[Criterion, Criterion]:
    """The same of a collective, which no leave of a person concerns."""
    return Is("hoan_thanh_xuat_sac_nhiem_vu"), ConsecutiveYears("xep_loai_htxsnv", Parameter(before))


NGUOI_LAO_DONG = All((Not(NHANH_A), Not(TUYEN_LLVT)))
"""Workers, farmers and others of clause 3."""


GUONG_MAU = Clause(
    "guong_mau_chap_hanh",
    Citation("luat_tdkt_2003", "72"),
    "Gương mẫu chấp hành chủ trương, chính sách, pháp luật",
    "exemplary compliance with policy and law",
    Unless(
        Is("chap_hanh_doan_ket_thi_dua"),
        (
            Exempt(
                "nguoi_lao_dong",
                NGUOI_LAO_DONG,
                Is("guong_mau_cong_dong"),
                "công nhân, nông dân, người lao động khác",
                "workers, farmers and other labourers",
            ),
        ),
    ),
    _M,
    CA_NHAN,
)


NOP_THUE = Clause(
    "nghia_vu_nop_thue",
    Citation("mo_hinh"),
    "Chủ doanh nghiệp đã hoàn thành nghĩa vụ nộp thuế",
    "owners of a business have fulfilled their tax duty",
    Unless(
        Settled(Verdict.MET),
        (
            Exempt(
                "chu_doanh_nghiep",
                All((NGUOI_LAO_DONG, Is("la_chu_doanh_nghiep"))),
                Is("nop_thue_hoan_thanh"),
                "chủ doanh nghiệp",
                "owners of a business",
            ),
        ),
    ),
    _P,
    CA_NHAN,
)


CO_CSTD_TINH_TRONG_THOI_GIAN = Any(
    (
        Earned(CSTD_TINH),
        Exists(
            "tich_danh_hieu",
            (
                WhereIn("danh_hieu", (CSTD_TINH,)),
                Where("nam", ">", YearsBefore("so_nam_htxsnv_hc_ba")),
                _CON_HIEU_LUC,
            ),
        ),
    )
)

SANG_KIEN_TINH_TRONG_THOI_GIAN = Count(
    "sang_kien",
    ">=",
    Parameter("so_sang_kien_tinh_hc_ba"),
    (
        WhereIn("cap_cong_nhan", ("thanh_pho", "trung_uong")),
        Where("nam_cong_nhan", ">", YearsBefore("so_nam_htxsnv_hc_ba")),
        Where("da_tinh_khen", "==", Constant(value=False)),
    ),
)

CO_CO_HOAC_BANG_KHEN = Exists(
    "tich_danh_hieu",
    (
        WhereIn("danh_hieu", ("co_thi_dua_cap_tinh", "co_thi_dua_chinh_phu", BK_TINH)),
        Where("nam", ">", YearsBefore("so_nam_htxsnv_hc_ba")),
        _CON_HIEU_LUC,
        _KHONG_THEO_DOT,
    ),
)
