"""The plan of Xuân Sơn commune for 2022, under the law in force that year: three layers. Data only."""

from __future__ import annotations

from thidua_rules.policies.catalogue.ha_noi_2020 import LAYER as HA_NOI
from thidua_rules.policies.catalogue.ke_hoach_14_2022 import LAYER as KE_HOACH
from thidua_rules.policies.catalogue.phap_luat_2003 import LAYER as PHAP_LUAT
from thidua_rules.policies.model import Policy

POLICY = Policy(
    id="xuan_son_2022",
    title_vi="Kế hoạch thi đua, khen thưởng xã Xuân Sơn năm 2022",
    title_en="Emulation plan of Xuân Sơn commune, 2022",
    layers=(PHAP_LUAT, HA_NOI, KE_HOACH),
)
