"""Titles of collectives. Data only."""

from __future__ import annotations

from thidua_rules.awards import (
    Authority,
    Award,
    Bonus,
    Form,
    Multiple,
)
from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    Chosen,
    Clause,
    Constant,
    Earned,
    Exempt,
    Is,
    MemberCount,
    MemberShare,
    MonthsSince,
    Not,
    OneOf,
    Parameter,
    Unless,
    WhereIn,
)
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import LDTT, dang_ky, khong_bi_huy
from thidua_rules.policies.catalogue.phap_luat_2003.nd_91_2017 import khong_ky_luat
from thidua_rules.policies.catalogue.phap_luat_2003.tt_12_2019 import tam_hoan

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED

_TAP_THE = (SubjectKind.TAP_THE,)

CO = ("co_thi_dua_cap_tinh", "co_thi_dua_chinh_phu")
"""The flags, whose registration counts for the titles below them."""


LA_TAP_THE_LAO_DONG = OneOf("loai", ("co_quan", "don_vi_llvt", "truong_hoc", "tram_y_te"))


KHONG_KY_LUAT_CANH_CAO = MemberCount(
    Not(
        khong_ky_luat(
            WhereIn("hinh_thuc", ("canh_cao", "ha_bac_luong", "giang_chuc", "cach_chuc", "buoc_thoi_viec"))
        )
    ),
    "<=",
    Constant(0),
)


def ty_le_danh_hieu(title: str, op: str, share: str) -> Unless:
    """
    The share of members who earned *title* against the parameter *share*.

    Everybody under review is counted, recruits of under ten months too, unless the parameter leaves them out.
    """
    tenure = "thang_tuyen_dung_toi_thieu"
    settled = MonthsSince("ngay_tuyen_dung", ">=", Parameter(tenure))
    return Unless(
        MemberShare(Earned(title), op, Parameter(share)),
        (
            Exempt(
                "khong_tinh_nguoi_moi_tuyen",
                Chosen("nguoi_moi_tuyen_trong_tap_the", ("khong_tinh",)),
                MemberShare(Earned(title), op, Parameter(share), settled),
                "không tính người tuyển dụng chưa đủ 10 tháng",
                "recruits of under ten months are left out",
            ),
        ),
    )


TAP_THE_LAO_DONG_TIEN_TIEN = Award(
    id="tap_the_lao_dong_tien_tien",
    title_vi="Tập thể lao động tiên tiến",
    title_en="Advanced collective",
    form=Form.DANH_HIEU,
    recipients=_TAP_THE,
    authority=Authority.CHU_TICH_UBND_HUYEN,
    citations=(Citation("luat_tdkt_2003", "28", "1"),),
    scope=LA_TAP_THE_LAO_DONG,
    eligibility=(
        Clause(
            "hoan_thanh_tot",
            Citation("luat_tdkt_2003", "28", "1", "a"),
            "Hoàn thành tốt nhiệm vụ và kế hoạch được giao",
            "task and plan done well",
            Is("hoan_thanh_tot_nhiem_vu"),
        ),
        Clause(
            "phong_trao",
            Citation("luat_tdkt_2003", "28", "1", "b"),
            "Phong trào thi đua thường xuyên, thiết thực, hiệu quả",
            "regular, practical, effective movement",
            Is("phong_trao_thuong_xuyen_hieu_qua"),
        ),
        Clause(
            "tren_50_ldtt",
            Citation("luat_tdkt_2003", "28", "1", "c"),
            "Trên 50% cá nhân đạt Lao động tiên tiến",
            "more than half of the members are advanced workers",
            ty_le_danh_hieu(LDTT, ">", "ty_le_ldtt_ttldtt"),
            _P,  # the share was read; who is counted was not
        ),
        Clause(
            "khong_ky_luat_canh_cao",
            Citation("luat_tdkt_2003", "28", "1", "c"),
            "Không có cá nhân bị kỷ luật từ cảnh cáo trở lên",
            "nobody disciplined from warning up",
            KHONG_KY_LUAT_CANH_CAO,
        ),
        Clause(
            "noi_bo_doan_ket",
            Citation("luat_tdkt_2003", "28", "1", "d"),
            "Nội bộ đoàn kết, chấp hành tốt",
            "united, compliant",
            Is("noi_bo_doan_ket_chap_hanh"),
        ),
        dang_ky("tap_the_lao_dong_tien_tien", higher=("tap_the_lao_dong_xuat_sac", *CO)),
        khong_bi_huy("tap_the_lao_dong_tien_tien"),
    ),
    holds=(tam_hoan(),),
    bonus=Bonus(
        multiples=(Multiple(subject_kind=SubjectKind.TAP_THE, parameter="he_so_ttldtt"),),
        group="danh_hieu_nam",
        citation=Citation("nd_91_2017", "69", "2"),
        standing=_S2,
    ),
)


TAP_THE_LAO_DONG_XUAT_SAC = Award(
    id="tap_the_lao_dong_xuat_sac",
    title_vi="Tập thể lao động xuất sắc",
    title_en="Excellent collective",
    form=Form.DANH_HIEU,
    recipients=_TAP_THE,
    authority=Authority.CHU_TICH_UBND_TINH,
    citations=(Citation("luat_tdkt_2003", "27", "1"),),
    standing=_S2,
    scope=LA_TAP_THE_LAO_DONG,
    eligibility=(
        Clause(
            "dat_tap_the_lao_dong_tien_tien",
            Citation("luat_tdkt_2003", "27", "1"),
            "Đạt tiêu chuẩn Tập thể lao động tiên tiến",
            "meets the standards of an advanced collective",
            Earned("tap_the_lao_dong_tien_tien"),
            _S2,
        ),
        Clause(
            "hoan_thanh_xuat_sac",
            Citation("luat_tdkt_2003", "27", "1", "a"),
            "Sáng tạo, vượt khó, hoàn thành xuất sắc nhiệm vụ và nghĩa vụ với Nhà nước",
            "creative, tasks done excellently, duties to the State met",
            Is("hoan_thanh_xuat_sac_nhiem_vu"),
            _S2,
        ),
        Clause(
            "phong_trao",
            Citation("luat_tdkt_2003", "27", "1", "b"),
            "Phong trào thi đua thường xuyên, thiết thực, hiệu quả",
            "regular, practical, effective movement",
            Is("phong_trao_thuong_xuyen_hieu_qua"),
            _S2,
        ),
        Clause(
            "moi_ca_nhan_hoan_thanh",
            Citation("luat_tdkt_2003", "27", "1", "c"),
            "100% cá nhân hoàn thành nhiệm vụ",
            "every member completes the task",
            MemberShare(OneOf("xep_loai_chat_luong", ("HTNV", "HTTNV", "HTXSNV")), "==", Constant(1)),
            _P,  # the law does not name the ratings of decree 90/2020
        ),
        Clause(
            "tu_70_ldtt",
            Citation("luat_tdkt_2003", "27", "1", "c"),
            "Ít nhất 70% cá nhân đạt Lao động tiên tiến",
            "at least 70 % of the members are advanced workers",
            ty_le_danh_hieu(LDTT, ">=", "ty_le_ldtt_ttldxs"),
            _P,
        ),
        Clause(
            "co_cstdcs",
            Citation("luat_tdkt_2003", "27", "1", "d"),
            "Có cá nhân đạt Chiến sĩ thi đua cơ sở",
            "at least one grass-roots fighter",
            MemberCount(Earned("chien_si_thi_dua_co_so"), ">=", Parameter("so_cstdcs_ttldxs")),
            _S2,
        ),
        Clause(
            "khong_ky_luat_canh_cao",
            Citation("luat_tdkt_2003", "27", "1", "d"),
            "Không có cá nhân bị kỷ luật từ cảnh cáo trở lên",
            "nobody disciplined from warning up",
            KHONG_KY_LUAT_CANH_CAO,
            _S2,
        ),
        Clause(
            "noi_bo_doan_ket",
            Citation("luat_tdkt_2003", "27", "1", "đ"),
            "Nội bộ đoàn kết, gương mẫu",
            "united, exemplary",
            Is("noi_bo_doan_ket_chap_hanh"),
            _S2,
        ),
        dang_ky("tap_the_lao_dong_xuat_sac", higher=CO, lower="tap_the_lao_dong_tien_tien"),
        khong_bi_huy("tap_the_lao_dong_xuat_sac"),
    ),
    holds=(tam_hoan(),),
    bonus=Bonus(
        multiples=(Multiple(subject_kind=SubjectKind.TAP_THE, parameter="he_so_ttldxs"),),
        group="danh_hieu_nam",
        citation=Citation("nd_91_2017", "69", "2"),
    ),
)


AWARDS = (TAP_THE_LAO_DONG_TIEN_TIEN, TAP_THE_LAO_DONG_XUAT_SAC)
