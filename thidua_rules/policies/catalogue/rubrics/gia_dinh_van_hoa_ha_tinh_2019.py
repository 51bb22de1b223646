"""Cultural families in Hà Tĩnh: 45, 30 and 25 points to the standards, from a press summary. Data only."""

from __future__ import annotations

import datetime as dt

from thidua_rules.citations import Instrument, Standing
from thidua_rules.policies.catalogue.phap_luat_2003.thang_diem_van_hoa import (
    CHUA_CO_DIEM_TIEU_CHI,
    thang_diem_ho,
)

INSTRUMENT = Instrument(
    "qd_ht_18_2019",
    "Quyết định 18/2019/QĐ-UBND ngày 05/4/2019 của UBND tỉnh Hà Tĩnh",
    "Decision 18/2019/QĐ-UBND of 5 April 2019 of Hà Tĩnh",
    dt.date(2019, 4, 5),
    short_vi="QĐ 18/2019/QĐ-UBND (Hà Tĩnh)",
    short_en="decision 18/2019/QĐ-UBND (Hà Tĩnh)",
)

TABLE = thang_diem_ho(
    "gia_dinh_van_hoa_ha_tinh_2019",
    "Thang điểm Gia đình văn hóa, tỉnh Hà Tĩnh (theo NĐ 122/2018)",
    "Cultural family scale, Hà Tĩnh (under decree 122/2018)",
    (45, 30, 25),
    INSTRUMENT.id,
    standing=Standing.SECONDARY,
    defects=CHUA_CO_DIEM_TIEU_CHI,
)
SCALE, FACTS = TABLE.SCALE, TABLE.FACTS
