"""What is asked of every kind of subject: registrations, proposals, pending matters, earlier awards. Data only."""

from __future__ import annotations

from thidua_rules.facts import Choice, FactSpec
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien.danh_muc import (
    DANH_HIEU,
    LOAI_GIAY_KHEN,
    LOAI_KHEN_THUONG,
    LOAI_VU_VIEC,
)
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien.kieu import (
    CHOICE,
    DATE,
    FLAG,
    INTEGER,
    RECORDS,
    TEXT,
    cot,
)

DANG_KY = FactSpec(
    id="dang_ky_thi_dua",
    type=RECORDS,
    label_vi="Đăng ký thi đua trong năm",
    label_en="registrations for titles this year",
    fields=(
        cot("danh_hieu", CHOICE, "Danh hiệu đăng ký", "title registered for", DANH_HIEU),
        cot("ngay", DATE, "Ngày đăng ký", "day of registration"),
        cot("chap_nhan", FLAG, "Được chấp nhận", "accepted"),
    ),
)

DE_NGHI = FactSpec(
    id="de_nghi_khen_thuong",
    type=RECORDS,
    label_vi="Đề nghị khen thưởng của cơ quan, cụm thi đua",
    label_en="proposals by the agency or the cluster",
    changeable=True,
    fields=(
        cot("danh_hieu", CHOICE, "Danh hiệu, hình thức đề nghị", "award proposed", DANH_HIEU),
        cot("ngay", DATE, "Ngày đề nghị", "day of the proposal"),
        cot("dong_y", FLAG, "Nhất trí đề nghị", "agreed to propose"),
        cot("thanh_tich", TEXT, "Mã thành tích", "achievement"),
        cot("loai_giay_khen", CHOICE, "Loại giấy khen", "kind of certificate", LOAI_GIAY_KHEN),
        cot(
            "so_ngay_tu_thanh_tich",
            INTEGER,
            "Số ngày từ khi lập thành tích đột xuất đến khi đề nghị",
            "days from an extraordinary merit to its proposal",
            unit="ngay",
        ),
        cot("loai_khen_thuong", CHOICE, "Loại hình khen thưởng", "kind of commendation", LOAI_KHEN_THUONG),
        cot(
            "da_lay_y_kien",
            FLAG,
            "Đã lấy ý kiến nhân dân và báo cáo kết quả với Hội đồng cấp tỉnh",
            "the public was consulted and the outcome reported to the provincial council",
        ),
    ),
)

VU_VIEC = FactSpec(
    id="vu_viec_dang_xem_xet",
    type=RECORDS,
    label_vi="Vụ việc đang được xem xét",
    label_en="pending matters",
    personal=True,
    fields=(
        cot("loai", CHOICE, "Loại vụ việc", "kind of matter", LOAI_VU_VIEC),
        cot("ngay", DATE, "Ngày thụ lý", "day it was taken up"),
        cot("da_ket_thuc", FLAG, "Đã kết thúc", "closed"),
        cot(
            "ket_thuc_sau_han",
            FLAG,
            "Kết thúc khi đã quá hạn trình khen thưởng của năm",
            "closed after the year's last day for proposals",
        ),
    ),
)

CHUNG = (DANG_KY, DE_NGHI, VU_VIEC)

LICH_SU = (
    FactSpec(
        id="tich_danh_hieu",
        type=RECORDS,
        label_vi="Danh hiệu, hình thức đã đạt các năm trước",
        label_en="awards of earlier years",
        fields=(
            cot("danh_hieu", CHOICE, "Danh hiệu", "award", DANH_HIEU),
            cot("nam", INTEGER, "Năm", "year", unit="nam"),
            cot("so_quyet_dinh", TEXT, "Số quyết định", "number of the decision"),
            cot("ngay", DATE, "Ngày quyết định", "day of the decision"),
            cot(
                "trang_thai",
                CHOICE,
                "Trạng thái",
                "state",
                (Choice("hieu_luc", "Có hiệu lực", "in force"), Choice("huy_bo", "Đã hủy bỏ", "cancelled")),
            ),
            cot(
                "loai_khen_thuong", CHOICE, "Loại hình khen thưởng", "kind of commendation", LOAI_KHEN_THUONG
            ),
            cot(
                "co_ghi_thoi_gian",
                FLAG,
                "Quyết định có ghi thời gian thành tích",
                "the decision says which years of merit it rewards",
            ),
            cot(
                "thanh_tich_den_nam",
                INTEGER,
                "Năm cuối của thời gian thành tích ghi trong quyết định",
                "last year of merit written in the decision",
                unit="nam",
            ),
        ),
    ),
    FactSpec(
        id="nam_gian_doan",
        type=RECORDS,
        label_vi="Năm không xét vì lý do chính đáng",
        label_en="years not reviewed for a lawful reason",
        personal=True,
        fields=(
            cot("nam", INTEGER, "Năm", "year", unit="nam"),
            cot(
                "ly_do",
                CHOICE,
                "Lý do",
                "reason",
                (Choice("thai_san", "Thai sản", "maternity"), Choice("dao_tao", "Đào tạo", "study")),
            ),
        ),
    ),
)
