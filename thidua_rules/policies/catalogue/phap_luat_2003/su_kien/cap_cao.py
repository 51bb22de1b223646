"""What only the forms of the province and the State ask; a commune files it for those it proposes. Data only."""

from __future__ import annotations

from thidua_rules.facts import FactSpec, SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien.danh_muc import CAP_CONG_NHAN
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien.kieu import (
    CA_NHAN,
    CHOICE,
    DATE,
    DON_VI,
    FLAG,
    HO,
    INTEGER,
    RECORDS,
    TEXT,
    cot,
)

_MOI_DOI_TUONG = (*CA_NHAN, *DON_VI, *HO)


def _co(name: str, vi: str, en: str, subjects: tuple[SubjectKind, ...] = CA_NHAN) -> FactSpec:
    return FactSpec(id=name, type=FLAG, label_vi=vi, label_en=en, subjects=subjects, changeable=True)


KHEN_CAP_CAO = (
    FactSpec(
        id="binh_chon_phong_trao",
        type=RECORDS,
        label_vi="Được bình chọn xuất sắc khi sơ kết, tổng kết phong trào thi đua",
        label_en="voted excellent when a movement was reviewed",
        subjects=_MOI_DOI_TUONG,
        fields=(
            cot("phong_trao", TEXT, "Phong trào", "movement"),
            cot("cap_phat_dong", CHOICE, "Cấp phát động", "launched by", CAP_CONG_NHAN),
            cot("so_nam", INTEGER, "Số năm của phong trào", "years of the movement", unit="nam"),
            cot("ngay", DATE, "Ngày bình chọn", "day of the vote"),
        ),
    ),
    _co(
        "thanh_tich_anh_huong_linh_vuc",
        "Có nhiều thành tích hoặc thành tích đột xuất ảnh hưởng trong một lĩnh vực của tỉnh",
        "many results, or an extraordinary one, with influence in a field of the province",
        _MOI_DOI_TUONG,
    ),
    _co(
        "thanh_tich_anh_huong_tinh",
        "Có nhiều thành tích hoặc thành tích đột xuất ảnh hưởng trong bộ, ngành, tỉnh",
        "many results, or an extraordinary one, with influence in the ministry or the province",
        _MOI_DOI_TUONG,
    ),
    FactSpec(
        id="so_giay_khen_chien_dau",
        type=INTEGER,
        label_vi="Số giấy khen về chiến đấu, phục vụ chiến đấu trong thời gian xét",
        label_en="certificates for combat or combat service in the years considered",
        unit="giay_khen",
        subjects=CA_NHAN,
        minimum=0,
    ),
    _co(
        "san_xuat_tieu_bieu", "Lao động, sản xuất có hiệu quả tiêu biểu", "outstandingly effective production"
    ),
    _co(
        "mo_hinh_giup_nguoi_khac",
        "Có mô hình giúp người khác cùng phát triển",
        "a model that helps others",
    ),
    _co("la_chu_doanh_nghiep", "Là chủ doanh nghiệp", "owns a business"),
    _co("nop_thue_hoan_thanh", "Đã hoàn thành nghĩa vụ nộp thuế", "tax duty fulfilled"),
    _co("dong_gop_lon", "Hộ có đóng góp lớn cho địa phương", "household with a large contribution", HO),
    FactSpec(
        id="gia_tri_dong_gop",
        type=INTEGER,
        label_vi="Giá trị đóng góp của hộ cho địa phương",
        label_en="worth of the household's contribution",
        unit="dong",
        subjects=HO,
        minimum=0,
    ),
    _co(
        "dat_tieu_chuan_bang_khen_thu_tuong",
        "Người có thẩm quyền xác nhận đạt tiêu chuẩn Bằng khen của Thủ tướng cho loại đối tượng này",
        "whoever is competent confirms that the Prime Minister's standards for this kind of recipient are met",
        _MOI_DOI_TUONG,
    ),
    _co(
        "dat_tieu_chuan_huan_chuong_ba",
        "Người có thẩm quyền xác nhận đạt tiêu chuẩn Huân chương Lao động hạng Ba",
        "whoever is competent confirms that the standards of the Labour Order, third class, are met",
        (*CA_NHAN, *DON_VI),
    ),
    _co(
        "dat_tieu_chuan_huan_chuong_nhi",
        "Người có thẩm quyền xác nhận đạt tiêu chuẩn Huân chương Lao động hạng Nhì",
        "whoever is competent confirms that the standards of the Labour Order, second class, are met",
        (*CA_NHAN, *DON_VI),
    ),
    _co(
        "dat_tieu_chuan_huan_chuong_nhat",
        "Người có thẩm quyền xác nhận đạt tiêu chuẩn Huân chương Lao động hạng Nhất",
        "whoever is competent confirms that the standards of the Labour Order, first class, are met",
        (*CA_NHAN, *DON_VI),
    ),
)
