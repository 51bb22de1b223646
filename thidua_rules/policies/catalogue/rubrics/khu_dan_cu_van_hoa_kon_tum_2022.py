"""Cultural residential areas in Kon Tum: 25, 25, 20, 20, and 10 by difference. Data only."""

from __future__ import annotations

from decimal import Decimal

import attrs

from thidua_rules.citations import Citation, Standing
from thidua_rules.policies.catalogue.rubrics import khu_dan_cu_van_hoa_ha_tinh_2019 as sample
from thidua_rules.scales import Judged

_POINTS = (25, 25, 20, 20, 10)

FACTS = tuple(
    attrs.evolve(spec, maximum=Decimal(points)) for spec, points in zip(sample.FACTS, _POINTS, strict=True)
)

SCALE = attrs.evolve(
    sample.SCALE,
    id="khu_dan_cu_van_hoa_kon_tum_2022",
    label_vi="Thang điểm Khu dân cư văn hóa, tỉnh Kon Tum",
    label_en="Cultural area scale, Kon Tum",
    groups=tuple(
        Judged(id=group.id, label_vi=group.label_vi, label_en=group.label_en, maximum=points, fact=spec.id)
        for group, spec, points in zip(sample.SCALE.groups, FACTS, _POINTS, strict=True)
    ),
    defects=(),
    citation=Citation("gia_dinh_van_hoa_kon_tum_2022"),
    standing=Standing.SECONDARY,
)
