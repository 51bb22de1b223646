"""The facts that flags and the titles of armed-forces units ask about. Data only."""

from __future__ import annotations

from thidua_rules.facts import FactSpec, FactType, SubjectKind

_TAP_THE = (SubjectKind.TAP_THE,)


def _co(name: str, vi: str, en: str) -> FactSpec:
    return FactSpec(id=name, type=FactType.FLAG, label_vi=vi, label_en=en, subjects=_TAP_THE, changeable=True)


FACTS = (
    _co(
        "vuot_chi_tieu_tieu_bieu_tinh",
        "Hoàn thành vượt mức chỉ tiêu của năm, là đơn vị tiêu biểu của tỉnh",
        "exceeds the year's targets, outstanding in the province",
    ),
    _co(
        "vuot_chi_tieu_tieu_bieu_toan_quoc",
        "Hoàn thành vượt mức chỉ tiêu, là đơn vị tiêu biểu trong toàn quốc",
        "exceeds its targets, outstanding in the country",
    ),
    _co(
        "nhan_to_moi_mo_hinh_moi",
        "Có nhân tố mới, mô hình mới để nơi khác học tập",
        "a new factor or model that others learn from",
    ),
    _co(
        "tieu_bieu_xuat_sac_phong_trao",
        "Tiêu biểu xuất sắc nhất trong phong trào của bộ, ngành, tỉnh",
        "the most outstanding in the movement of the ministry or province",
    ),
    _co(
        "tiet_kiem_chong_tham_nhung",
        "Nội bộ đoàn kết; tiết kiệm, chống lãng phí, tham nhũng và tệ nạn xã hội",
        "united; saves, fights waste, corruption and social evils",
    ),
    _co(
        "dan_dau_tiet_kiem_chong_tham_nhung",
        "Nội bộ đoàn kết; đi đầu trong tiết kiệm, chống lãng phí, tham nhũng",
        "united; leads in saving and against waste and corruption",
    ),
    _co(
        "qua_binh_xet_cum_khoi",
        "Được bình xét, so sánh trong cụm, khối thi đua",
        "reviewed and compared inside a cluster",
    ),
    FactSpec(
        id="cum_khoi_thi_dua",
        type=FactType.TEXT,
        label_vi="Cụm, khối thi đua mà đơn vị được so sánh",
        label_en="cluster in which the unit is compared",
        subjects=_TAP_THE,
    ),
    FactSpec(
        id="xep_hang_cum_khoi",
        type=FactType.INTEGER,
        label_vi="Thứ hạng trong cụm, khối thi đua",
        label_en="place in the cluster",
        subjects=_TAP_THE,
        minimum=1,
        maximum=1000,
        changeable=True,
    ),
    _co(
        "dan_dau_dat_co_cap_tinh",
        "Dẫn đầu trong số các tập thể đạt tiêu chuẩn cờ thi đua cấp bộ, ngành, tỉnh",
        "a leader among those who meet the standards of the provincial flag",
    ),
    FactSpec(
        id="vi_tri_trong_so_dat_co_cap_tinh",
        type=FactType.DECIMAL,
        label_vi="Thứ tự trong số tập thể đạt tiêu chuẩn cờ cấp tỉnh, tính theo phần trăm của tổng số",
        label_en="place among those who meet the standards of the provincial flag, in percent of their number",
        unit="phan_tram",
        subjects=_TAP_THE,
        minimum=0,
        maximum=100,
        changeable=True,
    ),
    _co(
        "dan_dau_cum_khoi_toan_quoc",
        "Dẫn đầu cụm, khối thi đua do trung ương tổ chức",
        "leads a national cluster",
    ),
    _co(
        "xuat_sac_nhat_phong_trao_chuyen_de",
        "Xuất sắc nhất khi tổng kết phong trào thi đua theo chuyên đề",
        "the best when a thematic movement is reviewed",
    ),
    FactSpec(
        id="so_nam_phong_trao_chuyen_de",
        type=FactType.INTEGER,
        label_vi="Số năm của phong trào thi đua theo chuyên đề",
        label_en="years of the thematic movement",
        unit="nam",
        subjects=_TAP_THE,
        minimum=0,
        maximum=100,
    ),
    _co(
        "tap_the_nho_truc_tiep",
        "Tập thể nhỏ, gồm người trực tiếp lao động, học tập, công tác",
        "a small collective of people who work or study themselves",
    ),
)
