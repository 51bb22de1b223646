"""Cultural families in Hà Nội: an assumed split of the 100 points, Hà Tĩnh's, since the city's own was not found. Data only."""

from __future__ import annotations

from thidua_rules.citations import Standing
from thidua_rules.policies.catalogue.phap_luat_2003.thang_diem_van_hoa import thang_diem_ho

TABLE = thang_diem_ho(
    "gia_dinh_van_hoa_ha_noi_gia_dinh",
    "Thang điểm Gia đình văn hóa, Hà Nội (giả định theo mẫu Hà Tĩnh)",
    "Cultural family scale, Hà Nội (assumed after Hà Tĩnh's)",
    (45, 30, 25),
    "nd_122_2018/5",
    standing=Standing.ASSUMED,
)
SCALE, FACTS = TABLE.SCALE, TABLE.FACTS
