"""Circular 12/2019, and what is known of 08/2017 that it replaced: pending matters. Data only."""

from __future__ import annotations

from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    Clause,
    Constant,
    Exists,
    Where,
)

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED


def tam_hoan() -> Clause:
    """No award while a matter is pending."""
    return Clause(
        "tam_hoan",
        Citation("tt_12_2019"),
        "Chưa xét khi đang xem xét kỷ luật, có dấu hiệu vi phạm hoặc đang xác minh khiếu nại, tố cáo",
        "not yet considered while discipline, signs of violation, or a complaint are being examined",
        Exists("vu_viec_dang_xem_xet", (Where("da_ket_thuc", "==", Constant(value=False)),)),
        _M,  # seen for TT 08/2017 only; TT 05/2020 repealed a clause of TT 12/2019 that may be this one
    )
