"""Cultural residential areas in Kon Tum: 25, 25, 20, 20, and 10 by difference. Data only."""

from __future__ import annotations

from thidua_rules.citations import Standing
from thidua_rules.policies.catalogue.phap_luat_2003.thang_diem_van_hoa import thang_diem_khu

TABLE = thang_diem_khu(
    "khu_dan_cu_van_hoa_kon_tum_2022",
    "Thang điểm Khu dân cư văn hóa, tỉnh Kon Tum",
    "Cultural area scale, Kon Tum",
    (25, 25, 20, 20, 10),
    "qd_kt_42_2022",
    standing=Standing.SECONDARY,
)
SCALE, FACTS = TABLE.SCALE, TABLE.FACTS
