"""
Hà Tĩnh's scales for cultural families and residential areas, decision 18/2019/QĐ-UBND. Data only.

The points of the standards were read in a press summary, those of the single criteria were not.
"""

from __future__ import annotations

import datetime as dt

from thidua_rules.policies.catalogue.phap_luat_2003 import LAYER as PHAP_LUAT
from thidua_rules.policies.catalogue.phap_luat_2003.thang_diem_van_hoa import cua_tinh
from thidua_rules.policies.catalogue.rubrics import gia_dinh_van_hoa_ha_tinh_2019 as gia_dinh
from thidua_rules.policies.catalogue.rubrics import khu_dan_cu_van_hoa_ha_tinh_2019 as khu_dan_cu
from thidua_rules.policies.layers import Layer
from thidua_rules.policies.model import Policy

LAYER = cua_tinh(
    Layer(
        id="ha_tinh_2019",
        title_vi="Thang điểm Gia đình văn hóa, Khu dân cư văn hóa của tỉnh Hà Tĩnh (2019)",
        title_en="Hà Tĩnh's scales for cultural families and residential areas (2019)",
        level="tinh",
        valid_from=dt.date(2019, 4, 5),
        instruments=(gia_dinh.INSTRUMENT,),
    ),
    gia_dinh.TABLE,
    khu_dan_cu.TABLE,
)

POLICY = Policy(
    id="ha_tinh_2019",
    title_vi="Pháp luật đến hết năm 2023, với thang điểm văn hóa của tỉnh Hà Tĩnh",
    title_en="The law to the end of 2023, with Hà Tĩnh's scales for culture titles",
    layers=(PHAP_LUAT, LAYER),
)
