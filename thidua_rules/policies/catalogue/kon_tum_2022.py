"""
Kon Tum's scales for cultural families and residential areas, decision 42/2022/QĐ-UBND. Data only.

The points of the standards were read in a press summary; the last one of residential areas follows by difference. The
day from which the decision held was not read, so its signing is not made one.
"""

from __future__ import annotations

from thidua_rules.policies.catalogue.phap_luat_2003 import LAYER as PHAP_LUAT
from thidua_rules.policies.catalogue.phap_luat_2003.thang_diem_van_hoa import cua_tinh
from thidua_rules.policies.catalogue.rubrics import gia_dinh_van_hoa_kon_tum_2022 as gia_dinh
from thidua_rules.policies.catalogue.rubrics import khu_dan_cu_van_hoa_kon_tum_2022 as khu_dan_cu
from thidua_rules.policies.layers import Layer
from thidua_rules.policies.model import Policy

LAYER = cua_tinh(
    Layer(
        id="kon_tum_2022",
        title_vi="Thang điểm Gia đình văn hóa, Khu dân cư văn hóa của tỉnh Kon Tum (2022)",
        title_en="Kon Tum's scales for cultural families and residential areas (2022)",
        level="tinh",
        instruments=(gia_dinh.INSTRUMENT,),
    ),
    gia_dinh.TABLE,
    khu_dan_cu.TABLE,
)

POLICY = Policy(
    id="kon_tum_2022",
    title_vi="Pháp luật đến hết năm 2023, với thang điểm văn hóa của tỉnh Kon Tum",
    title_en="The law to the end of 2023, with Kon Tum's scales for culture titles",
    layers=(PHAP_LUAT, LAYER),
)
