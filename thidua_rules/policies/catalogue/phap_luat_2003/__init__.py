"""
The law in force to 2023-12-31 for the awards that a commune decides or proposes every year. Data only.

It holds from the day of the youngest instrument that its conditions rest on, NĐ 90/2020.
"""

from __future__ import annotations

import datetime as dt

from thidua_rules.citations import Citation
from thidua_rules.policies.catalogue import lich_nghi_le
from thidua_rules.policies.catalogue.phap_luat_2003 import (
    ca_nhan,
    hinh_thuc,
    luat_tdkt_2003,
    mo_hinh,
    nd_38_2019,
    nd_90_2020,
    nd_91_2017,
    nd_122_2018,
    tap_the,
    thu_tuc,
)
from thidua_rules.policies.catalogue.phap_luat_2003.dieu_khoan import PROVISIONS
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien import FACTS
from thidua_rules.policies.catalogue.phap_luat_2003.van_ban import INSTRUMENTS
from thidua_rules.policies.catalogue.rubrics import load as load_rubric
from thidua_rules.policies.layers import Layer
from thidua_rules.policies.model import Policy
from thidua_rules.policies.obligations import Fund

_RUBRICS = (
    "gia_dinh_van_hoa_ha_noi_gia_dinh",
    "khu_dan_cu_van_hoa_ha_noi_gia_dinh",
    "cham_diem_don_vi_xa_mac_dinh",
)
_TABLES = tuple(load_rubric(name) for name in _RUBRICS)

_VAN_BAN = (nd_38_2019, nd_91_2017, luat_tdkt_2003, nd_90_2020, nd_122_2018, mo_hinh)

LAYER = Layer(
    id="phap_luat_2003",
    title_vi="Pháp luật thi đua, khen thưởng có hiệu lực đến hết năm 2023",
    title_en="The law of emulation and commendation in force to the end of 2023",
    level="luat",
    valid_from=dt.date(2020, 8, 20),
    valid_to=dt.date(2023, 12, 31),
    instruments=(*INSTRUMENTS, *lich_nghi_le.INSTRUMENTS, *thu_tuc.INSTRUMENTS),
    facts=tuple(
        {
            spec.id: spec for spec in (*FACTS, *thu_tuc.FACTS, *(f for table in _TABLES for f in table.FACTS))
        }.values()
    ),
    parameters=tuple(one for module in (*_VAN_BAN, thu_tuc) for one in module.PARAMETERS),
    scales=tuple(table.SCALE for table in _TABLES),
    awards=(*ca_nhan.AWARDS, *tap_the.AWARDS, *hinh_thuc.AWARDS, *nd_122_2018.AWARDS),
    provisions=PROVISIONS,
    procedures=thu_tuc.PROCEDURES,
    calendar=lich_nghi_le.CALENDAR,
    fund=Fund(rate="ty_le_quy_thi_dua", spending="chi_thuong_xuyen", citation=Citation("nd_91_2017", "65")),
)

POLICY = Policy(id="phap_luat_2003", title_vi=LAYER.title_vi, title_en=LAYER.title_en, layers=(LAYER,))
