"""What is asked of the commune itself. Data only."""

from __future__ import annotations

from thidua_rules.facts import FactSpec
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien.kieu import (
    DATE,
    DECIMAL,
    FLAG,
    INTEGER,
    RECORDS,
    TEXT,
    XA,
    cot,
)

XA_NAM = (
    FactSpec(
        id="chi_thuong_xuyen",
        type=INTEGER,
        label_vi="Chi thường xuyên ngân sách xã",
        label_en="recurrent spending of the commune",
        unit="dong",
        subjects=XA,
        minimum=0,
    ),
    FactSpec(
        id="chi_tieu",
        type=RECORDS,
        label_vi="Chỉ tiêu được giao và kết quả",
        label_en="targets assigned and reached",
        subjects=XA,
        fields=(
            cot("ma", TEXT, "Mã chỉ tiêu", "target"),
            cot("giao", DECIMAL, "Được giao", "assigned"),
            cot("thuc_hien", DECIMAL, "Thực hiện", "reached"),
        ),
    ),
    FactSpec(
        id="phong_trao",
        type=RECORDS,
        label_vi="Phong trào thi đua đã tổ chức",
        label_en="movements held",
        subjects=XA,
        fields=(
            cot("ma", TEXT, "Mã phong trào", "movement"),
            cot("ngay_phat_dong", DATE, "Ngày phát động", "day of launch"),
            cot("co_ke_hoach", FLAG, "Có kế hoạch", "has a plan"),
            cot("co_nguoi_phu_trach", FLAG, "Có người phụ trách", "has somebody responsible"),
            cot("so_bao_cao", INTEGER, "Số báo cáo", "reports", unit="bao_cao"),
            cot("co_ket_qua", FLAG, "Có kết quả", "has results"),
        ),
    ),
    FactSpec(
        id="nghia_vu",
        type=RECORDS,
        label_vi="Việc đã làm theo kế hoạch",
        label_en="deeds done under the plan",
        subjects=XA,
        fields=(
            cot("ma", TEXT, "Mã nghĩa vụ", "obligation"),
            cot("don_vi", TEXT, "Đơn vị thực hiện", "actor"),
            cot("ngay", DATE, "Ngày hoàn thành", "day done"),
        ),
    ),
)
