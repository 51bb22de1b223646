"""Cultural families in Kon Tum: 45, 25 and 30 points to the standards, from a press summary. Data only."""

from __future__ import annotations

from thidua_rules.citations import Instrument, Standing
from thidua_rules.policies.catalogue.phap_luat_2003.thang_diem_van_hoa import thang_diem_ho

INSTRUMENT = Instrument(
    "qd_kt_42_2022",
    "Quyết định 42/2022/QĐ-UBND ngày 12/12/2022 của UBND tỉnh Kon Tum",
    "Decision 42/2022/QĐ-UBND of 12 December 2022 of Kon Tum",
    short_vi="QĐ 42/2022/QĐ-UBND (Kon Tum)",
    short_en="decision 42/2022/QĐ-UBND (Kon Tum)",
)

TABLE = thang_diem_ho(
    "gia_dinh_van_hoa_kon_tum_2022",
    "Thang điểm Gia đình văn hóa, tỉnh Kon Tum (theo NĐ 122/2018)",
    "Cultural family scale, Kon Tum (under decree 122/2018)",
    (45, 25, 30),
    INSTRUMENT.id,
    standing=Standing.SECONDARY,
)
SCALE, FACTS = TABLE.SCALE, TABLE.FACTS
