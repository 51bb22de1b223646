"""Decree 38/2019: the base salary of which bonuses are multiples. Data only."""

from __future__ import annotations

import datetime as dt

from thidua_rules.citations import Citation, Standing
from thidua_rules.policies.layers import Dated, ParameterSpec

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED

PARAMETERS = (
    ParameterSpec(
        id="luong_co_so",
        label_vi="Lương cơ sở",
        label_en="base salary",
        unit="dong",
        values=(
            Dated(value=1_490_000, valid_from=dt.date(2019, 7, 1), valid_to=dt.date(2023, 6, 30)),
            Dated(value=1_800_000, valid_from=dt.date(2023, 7, 1)),
        ),
        citation=Citation("nd_38_2019"),
        standing=_M,  # 1.490.000 was seen; its last day and 1.800.000 were not
    ),
)
