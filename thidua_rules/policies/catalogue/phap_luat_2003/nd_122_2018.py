"""
Decree 122/2018: Gia đình văn hóa, Thôn văn hóa and Tổ dân phố văn hóa. Data only.

What the standards ask stands in ``tieu_chuan_van_hoa``, the certificates in ``nd_122_2018_giay_khen``. The scales here
are a sample, in whose place a province puts its own.
"""

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
    Clause,
    Compare,
    Criterion,
    Exempt,
    Is,
    OfUnit,
    OneOf,
    Parameter,
    Unless,
)
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import dang_ky, khong_bi_huy
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien import VI_PHAM
from thidua_rules.policies.catalogue.phap_luat_2003.tham_so import tham_so
from thidua_rules.policies.catalogue.phap_luat_2003.thang_diem_van_hoa import (
    THANG_DIEM_HO,
    THANG_DIEM_KHU,
    thang_diem_ho,
    thang_diem_khu,
    trong_luat,
)
from thidua_rules.policies.catalogue.phap_luat_2003.tt_12_2019 import tam_hoan
from thidua_rules.scales import ScoreReaches, StandardsReach

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED

THANG_DIEM = (
    trong_luat(
        thang_diem_ho(
            THANG_DIEM_HO,
            "Thang điểm Gia đình văn hóa (mẫu của Hà Tĩnh, khi không biết thang của tỉnh)",
            "Cultural family scale (Hà Tĩnh's as a sample, where the province's own is not known)",
            (45, 30, 25),
            "nd_122_2018/5",
            standing=_P,
        )
    ),
    trong_luat(
        thang_diem_khu(
            THANG_DIEM_KHU,
            "Thang điểm Khu dân cư văn hóa (mẫu của Hà Tĩnh, khi không biết thang của tỉnh)",
            "Cultural area scale (Hà Tĩnh's as a sample, where the province's own is not known)",
            (20, 20, 20, 30, 10),
            "nd_122_2018/5",
            standing=_P,
        )
    ),
)


_KHU_VUC = (
    (
        "quan_huyen_thanh_pho_trung_uong",
        "do_thi",
        "quận, huyện của thành phố trực thuộc Trung ương",
        "districts of a central city",
    ),
    (
        "thi_xa_thanh_pho_trung_uong",
        "thi_xa",
        "thị xã của thành phố trực thuộc Trung ương",
        "towns of a central city",
    ),
    (
        "mien_nui_hai_dao_dac_biet_kho_khan",
        "kho_khan",
        "miền núi, hải đảo, xã đặc biệt khó khăn",
        "mountains, islands, communes in special difficulty",
    ),
)


def _theo_khu_vuc(scale: str, prefix: str, *, of_unit: bool) -> Criterion:
    """The threshold of the other areas, and those of the areas that the decree names instead of it."""

    def when(khu_vuc: str) -> Criterion:
        where = OneOf("khu_vuc", (khu_vuc,))
        return OfUnit(where) if of_unit else where

    def then(suffix: str) -> Criterion:
        reached = ScoreReaches(scale, ">=", Parameter(f"{prefix}_{suffix}"))
        return _nguong_thi_xa(cite, reached) if suffix == "thi_xa" else reached

    cite = Citation("nd_122_2018", "5", "3" if scale == THANG_DIEM_HO else "4")
    return Unless(
        then("con_lai"),
        tuple(Exempt(khu_vuc, when(khu_vuc), then(suffix), vi, en) for khu_vuc, suffix, vi, en in _KHU_VUC),
    )


def _nguong_thi_xa(cite: Citation, reached: Criterion) -> Clause:
    return Clause(
        "nguong_thi_xa",
        cite,
        "Thị xã của thành phố trực thuộc Trung ương: lấy mức của quận, huyện",
        "a town of a central city: the threshold of the districts",
        reached,
        _P,
    )


GIA_DINH_VAN_HOA = Award(
    id="gia_dinh_van_hoa",
    title_vi="Gia đình văn hóa",
    title_en="Cultural family",
    form=Form.DANH_HIEU,
    recipients=(SubjectKind.HO_GIA_DINH,),
    authority=Authority.CHU_TICH_UBND_XA,
    citations=(Citation("luat_tdkt_2003", "29"), Citation("nd_122_2018", "6")),
    eligibility=(
        dang_ky("gia_dinh_van_hoa"),
        *(
            Clause(
                f"khong_{name}",
                Citation("nd_122_2018", "7", str(index)),
                f"Không thuộc trường hợp: {vi[0].lower()}{vi[1:]}",
                f"not: {en}",
                Is(name, wanted=False),
                _M,  # the seven cases were seen, the number of their article was not
            )
            for index, (name, vi, en) in enumerate(VI_PHAM, start=1)
        ),
        Clause(
            "du_diem",
            Citation("nd_122_2018", "5", "3"),
            "Đạt tổng điểm tối thiểu theo khu vực; hộ nghèo, cận nghèo từ 60 điểm",
            "reaches the total for its area; poor and near-poor households 60",
            Unless(
                _theo_khu_vuc(THANG_DIEM_HO, "nguong_gdvh", of_unit=True),
                (
                    Exempt(
                        "ho_ngheo_can_ngheo",
                        Is("ho_ngheo_can_ngheo"),
                        Clause(
                            "nguong_ho_ngheo",
                            Citation("nd_122_2018", "5", "3"),
                            "Hộ nghèo, cận nghèo: mức riêng ở mọi khu vực",
                            "poor and near-poor households: a threshold of their own in every area",
                            ScoreReaches(THANG_DIEM_HO, ">=", Parameter("nguong_gdvh_ho_ngheo")),
                            _P,
                        ),
                        "hộ nghèo, cận nghèo",
                        "poor and near-poor households",
                    ),
                ),
            ),
        ),
        Clause(
            "moi_tieu_chuan_tu_50",
            Citation("nd_122_2018", "5"),
            "Mỗi tiêu chuẩn đạt từ 50% số điểm tối đa",
            "each standard reaches half of its points",
            StandardsReach(THANG_DIEM_HO, Parameter("ty_le_toi_thieu_moi_tieu_chuan")),
            _P,  # the half was read; how the province splits the 100 points may not have been
        ),
        Clause(
            "du_nguoi_hop",
            Citation("nd_122_2018", "9"),
            "Cuộc họp có từ 60% số người được triệu tập",
            "60 % of those summoned attended",
            OfUnit(Compare("ty_le_du_hop_binh_xet_ho", ">=", Parameter("ty_le_du_hop"))),
        ),
        Clause(
            "du_phieu_dong_y",
            Citation("nd_122_2018", "9"),
            "Từ 60% người dự họp đồng ý",
            "60 % of those attending agree",
            Compare("phieu_dong_y", ">=", Parameter("ty_le_dong_y")),
        ),
        khong_bi_huy("gia_dinh_van_hoa"),
    ),
)


KHU_DAN_CU_CLAUSES = (
    Clause(
        "du_diem",
        Citation("nd_122_2018", "5", "4"),
        "Đạt tổng điểm tối thiểu theo khu vực",
        "reaches the total for its area",
        _theo_khu_vuc(THANG_DIEM_KHU, "nguong_kdcvh", of_unit=False),
    ),
    Clause(
        "moi_tieu_chuan_tu_50",
        Citation("nd_122_2018", "5"),
        "Mỗi tiêu chuẩn đạt từ 50% số điểm tối đa",
        "each standard reaches half of its points",
        StandardsReach(THANG_DIEM_KHU, Parameter("ty_le_toi_thieu_moi_tieu_chuan")),
        _P,
    ),
    Clause(
        "khong_thuoc_truong_hop_khong_xet",
        Citation("nd_122_2018", "13"),
        "Không thuộc trường hợp không xét tặng",
        "none of the refusals",
        Is("khong_thuoc_truong_hop_khong_xet"),
        _M,
    ),
    Clause(
        "du_nguoi_hop",
        Citation("nd_122_2018", "15"),
        "Cuộc họp có từ 60% số người được triệu tập",
        "60 % of those summoned attended",
        Compare("ty_le_du_hop_binh_xet_khu", ">=", Parameter("ty_le_du_hop")),
    ),
    Clause(
        "du_phieu_dong_y",
        Citation("nd_122_2018", "15"),
        "Từ 60% người dự họp đồng ý",
        "60 % of those attending agree",
        Compare("phieu_dong_y", ">=", Parameter("ty_le_dong_y")),
    ),
)


def _khu_dan_cu_van_hoa(name: str, vi: str, en: str, loai: str) -> Award:
    return Award(
        id=name,
        title_vi=vi,
        title_en=en,
        form=Form.DANH_HIEU,
        recipients=(SubjectKind.KHU_DAN_CU,),
        authority=Authority.CHU_TICH_UBND_HUYEN,
        citations=(Citation("luat_tdkt_2003", "30"), Citation("nd_122_2018", "12")),
        scope=OneOf("loai", (loai,)),
        eligibility=(dang_ky(name), *KHU_DAN_CU_CLAUSES, khong_bi_huy(name)),
        holds=(tam_hoan(),),
        bonus=Bonus(
            multiples=(Multiple(subject_kind=SubjectKind.KHU_DAN_CU, parameter="he_so_khu_dan_cu_van_hoa"),),
            citation=Citation("nd_91_2017", "69", "2", "c"),
        ),
    )


THON_VAN_HOA = _khu_dan_cu_van_hoa("thon_van_hoa", "Thôn văn hóa", "Cultural village", "thon")


TO_DAN_PHO_VAN_HOA = _khu_dan_cu_van_hoa(
    "to_dan_pho_van_hoa", "Tổ dân phố văn hóa", "Cultural residential group", "to_dan_pho"
)


AWARDS = (GIA_DINH_VAN_HOA, THON_VAN_HOA, TO_DAN_PHO_VAN_HOA)


PARAMETERS = (
    tham_so(
        "nguong_gdvh_do_thi",
        "Điểm tối thiểu gia đình văn hóa, quận huyện của thành phố trung ương",
        "least points of families, city districts",
        90,
        "nd_122_2018/5/3",
        unit="diem",
    ),
    tham_so(
        "nguong_gdvh_thi_xa",
        "Điểm tối thiểu gia đình văn hóa, thị xã của thành phố trung ương",
        "least points of families, towns of central cities",
        90,
        "nd_122_2018/5/3",
        unit="diem",
        standing=_P,
        minimum=85,
        maximum=90,
        settable=True,
    ),
    tham_so(
        "nguong_gdvh_kho_khan",
        "Điểm tối thiểu gia đình văn hóa, nơi khó khăn",
        "least points of families, hard areas",
        60,
        "nd_122_2018/5/3",
        unit="diem",
    ),
    tham_so(
        "nguong_gdvh_ho_ngheo",
        "Điểm tối thiểu gia đình văn hóa, hộ nghèo, cận nghèo ở mọi khu vực",
        "least points of poor and near-poor families, in every area",
        60,
        "nd_122_2018/5/3",
        unit="diem",
        standing=_P,
        minimum=60,
        maximum=90,
        settable=True,
    ),
    tham_so(
        "nguong_gdvh_con_lai",
        "Điểm tối thiểu gia đình văn hóa, nơi còn lại",
        "least points of families, elsewhere",
        85,
        "nd_122_2018/5/3",
        unit="diem",
    ),
    tham_so(
        "nguong_kdcvh_do_thi",
        "Điểm tối thiểu khu dân cư văn hóa, quận huyện của thành phố trung ương",
        "least points of areas, city districts",
        90,
        "nd_122_2018/5/4",
        unit="diem",
    ),
    tham_so(
        "nguong_kdcvh_thi_xa",
        "Điểm tối thiểu khu dân cư văn hóa, thị xã của thành phố trung ương",
        "least points of areas, towns of central cities",
        90,
        "nd_122_2018/5/4",
        unit="diem",
        standing=_P,
        minimum=80,
        maximum=90,
        settable=True,
    ),
    tham_so(
        "nguong_kdcvh_kho_khan",
        "Điểm tối thiểu khu dân cư văn hóa, nơi khó khăn",
        "least points of areas, hard areas",
        60,
        "nd_122_2018/5/4",
        unit="diem",
    ),
    tham_so(
        "nguong_kdcvh_con_lai",
        "Điểm tối thiểu khu dân cư văn hóa, nơi còn lại",
        "least points of areas, elsewhere",
        80,
        "nd_122_2018/5/4",
        unit="diem",
    ),
    tham_so(
        "ty_le_toi_thieu_moi_tieu_chuan",
        "Tỷ lệ điểm tối thiểu của mỗi tiêu chuẩn",
        "least share of each standard's points",
        50,
        "nd_122_2018/5",
        unit="phan_tram",
    ),
    tham_so(
        "ty_le_du_hop", "Tỷ lệ dự họp tối thiểu", "least attendance", 60, "nd_122_2018/9", unit="phan_tram"
    ),
    tham_so(
        "ty_le_dong_y", "Tỷ lệ đồng ý tối thiểu", "least approval", 60, "nd_122_2018/9", unit="phan_tram"
    ),
)
