"""Flags of emulation: of the province, and of the Government. Considered for those proposed or registered. Data only."""

from __future__ import annotations

from thidua_rules.awards import Authority, Award, Bonus, Form, Multiple, Quota
from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    All,
    Any,
    Clause,
    Compare,
    Constant,
    Criterion,
    Earned,
    Exists,
    Is,
    Parameter,
    Where,
    WhereIn,
    WhereWithin,
)
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import dang_ky, khong_bi_huy
from thidua_rules.policies.catalogue.phap_luat_2003.mo_hinh import PHIEU
from thidua_rules.policies.catalogue.phap_luat_2003.nd_91_2017_tap_the import UU_TIEN_TAP_THE
from thidua_rules.policies.catalogue.phap_luat_2003.tt_12_2019 import tam_hoan

_S2 = Standing.SECONDARY

_TAP_THE = (SubjectKind.TAP_THE,)

CO_TINH, CO_CHINH_PHU = "co_thi_dua_cap_tinh", "co_thi_dua_chinh_phu"


def de_nghi_hoac_dang_ky(award: str) -> Criterion:
    """Proposed for *award*, or registered for it in the year: nobody else is considered for what a higher level gives."""
    return Any(
        (
            Exists("de_nghi_khen_thuong", (Where("danh_hieu", "==", Constant(award)),)),
            Exists("dang_ky_thi_dua", (WhereIn("danh_hieu", (award,)), WhereWithin("ngay"))),
        )
    )


def _bonus(parameter: str) -> Bonus:
    return Bonus(
        multiples=(Multiple(subject_kind=SubjectKind.TAP_THE, parameter=parameter),),
        group="danh_hieu_nam",
        citation=Citation("nd_91_2017", "69", "2"),
    )


CO_THI_DUA_CAP_TINH = Award(
    id=CO_TINH,
    title_vi="Cờ thi đua cấp bộ, ngành, tỉnh",
    title_en="Emulation flag of a ministry or province",
    form=Form.DANH_HIEU,
    recipients=_TAP_THE,
    authority=Authority.CHU_TICH_UBND_TINH,
    citations=(Citation("luat_tdkt_2003", "26"), Citation("nd_91_2017", "12")),
    standing=_S2,
    scope=de_nghi_hoac_dang_ky(CO_TINH),
    eligibility=(
        Clause(
            "vuot_chi_tieu",
            Citation("luat_tdkt_2003", "26", "1"),
            "Hoàn thành vượt mức chỉ tiêu của năm, tiêu biểu của tỉnh",
            "exceeds the year's targets, outstanding in the province",
            Is("vuot_chi_tieu_tieu_bieu_tinh"),
            _S2,
        ),
        Clause(
            "nhan_to_moi",
            Citation("luat_tdkt_2003", "26", "2"),
            "Có nhân tố mới, mô hình mới để học tập",
            "a new factor or model that others learn from",
            Is("nhan_to_moi_mo_hinh_moi"),
            _S2,
        ),
        Clause(
            "doan_ket_tiet_kiem",
            Citation("luat_tdkt_2003", "26", "3"),
            "Đoàn kết, tiết kiệm, chống lãng phí, tham nhũng, tệ nạn xã hội",
            "united, saves, fights waste, corruption and social evils",
            Is("tiet_kiem_chong_tham_nhung"),
            _S2,
        ),
        Clause(
            "binh_xet_trong_cum_khoi",
            Citation("nd_91_2017", "12"),
            "Được lựa chọn qua bình xét, so sánh trong cụm, khối thi đua",
            "chosen through review and comparison inside a cluster",
            Is("qua_binh_xet_cum_khoi"),
        ),
        Clause(
            "dan_dau_cum_khoi",
            Citation("tt_08_2017", "8"),
            "Dẫn đầu cụm, khối thi đua; đơn vị xếp sau được xét bằng khen",
            "leads its cluster; those behind are considered for a commendation",
            Compare("xep_hang_cum_khoi", "<=", Parameter("hang_duoc_co_thi_dua_cap_tinh")),
            _S2,  # read in the circular before; circular 12/2019 was not
        ),
        dang_ky(CO_TINH, higher=CO_CHINH_PHU, lower="tap_the_lao_dong_xuat_sac"),
        khong_bi_huy(CO_TINH),
    ),
    holds=(tam_hoan(),),
    ranking=(*UU_TIEN_TAP_THE, PHIEU),
    quotas=(
        Quota(
            rate="so_co_moi_cum_khoi",
            group="cum_khoi_thi_dua",
            label_vi="Số cờ của mỗi cụm, khối thi đua",
            label_en="flags of each cluster",
            citation=Citation("tt_08_2017", "8"),
            standing=_S2,
        ),
    ),
    bonus=_bonus("he_so_co_thi_dua_cap_tinh"),
)


CO_THI_DUA_CHINH_PHU = Award(
    id=CO_CHINH_PHU,
    title_vi="Cờ thi đua của Chính phủ",
    title_en="Emulation flag of the Government",
    form=Form.DANH_HIEU,
    recipients=_TAP_THE,
    authority=Authority.TRUNG_UONG,
    citations=(Citation("luat_tdkt_2003", "25"), Citation("nd_91_2017", "11")),
    scope=de_nghi_hoac_dang_ky(CO_CHINH_PHU),
    eligibility=(
        Clause(
            "vuot_chi_tieu",
            Citation("luat_tdkt_2003", "25"),
            "Hoàn thành vượt mức chỉ tiêu, tiêu biểu trong toàn quốc",
            "exceeds its targets, outstanding in the country",
            Is("vuot_chi_tieu_tieu_bieu_toan_quoc"),
        ),
        Clause(
            "tieu_bieu_phong_trao",
            Citation("luat_tdkt_2003", "25"),
            "Tiêu biểu xuất sắc nhất trong phong trào của bộ, ngành, tỉnh",
            "the most outstanding in the movement of the ministry or province",
            Is("tieu_bieu_xuat_sac_phong_trao"),
        ),
        Clause(
            "dan_dau_tiet_kiem",
            Citation("luat_tdkt_2003", "25"),
            "Đoàn kết, đi đầu trong tiết kiệm, chống lãng phí, tham nhũng",
            "united, leads in saving and against waste and corruption",
            Is("dan_dau_tiet_kiem_chong_tham_nhung"),
        ),
        Clause(
            "xuat_sac_trong_so_dan_dau",
            Citation("nd_91_2017", "11"),
            "Dẫn đầu trong số tập thể đạt cờ cấp tỉnh (không quá 20%), dẫn đầu cụm, khối toàn quốc, hoặc xuất"
            " sắc nhất phong trào theo chuyên đề từ 5 năm",
            "a leader of those with the provincial flag (20 % of them at most), of a national cluster, or the best"
            " in a thematic movement of five years or more",
            Any(
                (
                    All(
                        (
                            Earned(CO_TINH),
                            Is("dan_dau_dat_co_cap_tinh"),
                            Compare("vi_tri_trong_so_dat_co_cap_tinh", "<=", Parameter("ty_le_co_chinh_phu")),
                        )
                    ),
                    Is("dan_dau_cum_khoi_toan_quoc"),
                    All(
                        (
                            Is("xuat_sac_nhat_phong_trao_chuyen_de"),
                            Compare(
                                "so_nam_phong_trao_chuyen_de",
                                ">=",
                                Parameter("so_nam_phong_trao_co_chinh_phu"),
                            ),
                        )
                    ),
                )
            ),
        ),
        dang_ky(CO_CHINH_PHU, lower=CO_TINH),
        khong_bi_huy(CO_CHINH_PHU),
    ),
    holds=(tam_hoan(),),
    bonus=_bonus("he_so_co_thi_dua_chinh_phu"),
)

AWARDS = (CO_THI_DUA_CAP_TINH, CO_THI_DUA_CHINH_PHU)
