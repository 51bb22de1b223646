"""
Cultural residential areas in Hà Nội: an assumed split of the 100 points, since the city's own was not found. Data only.
"""

from __future__ import annotations

import attrs

from thidua_rules.citations import Citation, Standing
from thidua_rules.policies.catalogue.rubrics import khu_dan_cu_van_hoa_ha_tinh_2019 as sample

FACTS = sample.FACTS

SCALE = attrs.evolve(
    sample.SCALE,
    id="khu_dan_cu_van_hoa_ha_noi_gia_dinh",
    label_vi="Thang điểm Khu dân cư văn hóa, Hà Nội (giả định theo mẫu Hà Tĩnh)",
    label_en="Cultural area scale, Hà Nội (assumed after Hà Tĩnh's)",
    defects=(),
    citation=Citation("nd_122_2018", "5"),
    standing=Standing.ASSUMED,
)
