"""Cultural residential areas in Hà Tĩnh: 20, 20, 20, 30 and 10 points to the standards, from a press summary. Data only."""

from __future__ import annotations

from thidua_rules.citations import Standing
from thidua_rules.policies.catalogue.phap_luat_2003.thang_diem_van_hoa import (
    CHUA_CO_DIEM_TIEU_CHI,
    thang_diem_khu,
)

TABLE = thang_diem_khu(
    "khu_dan_cu_van_hoa_ha_tinh_2019",
    "Thang điểm Khu dân cư văn hóa, tỉnh Hà Tĩnh (theo NĐ 122/2018)",
    "Cultural residential area scale, Hà Tĩnh (under decree 122/2018)",
    (20, 20, 20, 30, 10),
    "qd_ht_18_2019",
    standing=Standing.SECONDARY,
    defects=CHUA_CO_DIEM_TIEU_CHI,
)
SCALE, FACTS = TABLE.SCALE, TABLE.FACTS
