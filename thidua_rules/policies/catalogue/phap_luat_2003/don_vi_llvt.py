"""Titles of armed-forces units, which their own line decides: the commune follows them. Data only."""

from __future__ import annotations

from thidua_rules.awards import Authority, Award, Bonus, Form, Multiple
from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    All,
    Any,
    Clause,
    Constant,
    Criterion,
    Earned,
    Is,
    MemberCount,
    MemberShare,
    OneOf,
    Parameter,
)
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.co_thi_dua import de_nghi_hoac_dang_ky
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import (
    CSTDCS,
    CSTDCS_LLVT,
    CSTT,
    dang_ky,
    khong_bi_huy,
)
from thidua_rules.policies.catalogue.phap_luat_2003.tap_the import KHONG_KY_LUAT_CANH_CAO, ty_le_danh_hieu
from thidua_rules.policies.catalogue.phap_luat_2003.tt_12_2019 import tam_hoan

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED

DVTT, DVQT = "don_vi_tien_tien", "don_vi_quyet_thang"

_LLVT = OneOf("loai", ("don_vi_llvt",))


def _bonus(parameter: str, standing: Standing) -> Bonus:
    return Bonus(
        multiples=(Multiple(subject_kind=SubjectKind.TAP_THE, parameter=parameter),),
        group="danh_hieu_nam",
        citation=Citation("nd_91_2017", "69", "2"),
        standing=standing,
    )


DON_VI_TIEN_TIEN = Award(
    id=DVTT,
    title_vi="Đơn vị tiên tiến",
    title_en="Advanced unit",
    form=Form.DANH_HIEU,
    recipients=(SubjectKind.TAP_THE,),
    authority=Authority.LUC_LUONG_VU_TRANG,
    citations=(Citation("luat_tdkt_2003", "28", "2"),),
    scope=All((_LLVT, de_nghi_hoac_dang_ky(DVTT))),
    eligibility=(
        Clause(
            "hoan_thanh_tot",
            Citation("luat_tdkt_2003", "28", "2"),
            "Hoàn thành tốt nhiệm vụ và kế hoạch được giao",
            "task and plan done well",
            Is("hoan_thanh_tot_nhiem_vu"),
        ),
        Clause(
            "phong_trao",
            Citation("luat_tdkt_2003", "28", "2"),
            "Phong trào thi đua thường xuyên, thiết thực, hiệu quả",
            "regular, practical, effective movement",
            Is("phong_trao_thuong_xuyen_hieu_qua"),
        ),
        Clause(
            "tren_50_cstt",
            Citation("luat_tdkt_2003", "28", "2"),
            "Trên 50% cá nhân đạt Chiến sĩ tiên tiến",
            "more than half of the members are advanced soldiers",
            ty_le_danh_hieu(CSTT, ">", "ty_le_cstt_dvtt"),
            _P,  # the share was read; who is counted was not
        ),
        Clause(
            "noi_bo_doan_ket",
            Citation("luat_tdkt_2003", "28", "2"),
            "Nội bộ đoàn kết, chấp hành tốt",
            "united, compliant",
            Is("noi_bo_doan_ket_chap_hanh"),
        ),
        dang_ky(DVTT, higher=DVQT),
        khong_bi_huy(DVTT),
    ),
    holds=(tam_hoan(),),
    bonus=_bonus("he_so_dvtt", _S2),
    tracked=True,
)


def _theo_tri_nho(name: str, vi: str, en: str, criterion: Criterion) -> Clause:
    return Clause(name, Citation("luat_tdkt_2003", "27", "2"), vi, en, criterion, _M)


DON_VI_QUYET_THANG = Award(
    id=DVQT,
    title_vi="Đơn vị quyết thắng",
    title_en="Determined-to-win unit",
    form=Form.DANH_HIEU,
    recipients=(SubjectKind.TAP_THE,),
    authority=Authority.LUC_LUONG_VU_TRANG,
    citations=(Citation("luat_tdkt_2003", "27", "2"), Citation("nd_91_2017", "43", "1")),
    standing=_M,
    scope=All((_LLVT, de_nghi_hoac_dang_ky(DVQT))),
    eligibility=(
        _theo_tri_nho(
            "dat_don_vi_tien_tien",
            "Đạt tiêu chuẩn Đơn vị tiên tiến",
            "meets the standards of an advanced unit",
            Earned(DVTT),
        ),
        _theo_tri_nho(
            "hoan_thanh_xuat_sac",
            "Sáng tạo, vượt khó, hoàn thành xuất sắc nhiệm vụ",
            "creative, tasks done excellently",
            Is("hoan_thanh_xuat_sac_nhiem_vu"),
        ),
        _theo_tri_nho(
            "phong_trao",
            "Phong trào thi đua thường xuyên, thiết thực, hiệu quả",
            "regular, practical, effective movement",
            Is("phong_trao_thuong_xuyen_hieu_qua"),
        ),
        Clause(
            "moi_ca_nhan_hoan_thanh",
            Citation("luat_tdkt_2003", "27", "2"),
            "100% cá nhân hoàn thành nhiệm vụ",
            "every member completes the task",
            MemberShare(OneOf("xep_loai_chat_luong", ("HTNV", "HTTNV", "HTXSNV")), "==", Constant(1)),
            _P,  # the law does not name the ratings of decree 90/2020
        ),
        Clause(
            "tu_70_cstt",
            Citation("luat_tdkt_2003", "27", "2"),
            "Ít nhất 70% cá nhân đạt Chiến sĩ tiên tiến",
            "at least 70 % of the members are advanced soldiers",
            ty_le_danh_hieu(CSTT, ">=", "ty_le_cstt_dvqt"),
            _P,
        ),
        _theo_tri_nho(
            "co_cstdcs",
            "Có cá nhân đạt Chiến sĩ thi đua cơ sở",
            "at least one grass-roots fighter",
            MemberCount(Any((Earned(CSTDCS), Earned(CSTDCS_LLVT))), ">=", Parameter("so_cstdcs_dvqt")),
        ),
        _theo_tri_nho(
            "khong_ky_luat_canh_cao",
            "Không có cá nhân bị kỷ luật từ cảnh cáo trở lên",
            "nobody disciplined from warning up",
            KHONG_KY_LUAT_CANH_CAO,
        ),
        _theo_tri_nho(
            "noi_bo_doan_ket",
            "Nội bộ đoàn kết, gương mẫu",
            "united, exemplary",
            Is("noi_bo_doan_ket_chap_hanh"),
        ),
        dang_ky(DVQT, lower=DVTT),
        khong_bi_huy(DVQT),
    ),
    holds=(tam_hoan(),),
    bonus=_bonus("he_so_dvqt", Standing.CONFIRMED),
    tracked=True,
)

AWARDS = (DON_VI_TIEN_TIEN, DON_VI_QUYET_THANG)
