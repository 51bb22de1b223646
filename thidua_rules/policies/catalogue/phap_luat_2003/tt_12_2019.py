"""Circular 12/2019, and what is known of 08/2017 that it replaced: pending matters. Data only."""

from __future__ import annotations

from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    All,
    Chosen,
    Clause,
    Constant,
    Exempt,
    Exists,
    Settled,
    Unless,
    Where,
)
from thidua_rules.verdicts import Verdict

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED


KET_THUC_SAU_HAN = Exists(
    "vu_viec_dang_xem_xet",
    (
        Where("da_ket_thuc", "==", Constant(value=True)),
        Where("ket_thuc_sau_han", "==", Constant(value=True)),
    ),
)


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


def ket_thuc_muon() -> Clause:
    """A matter that was closed after the year's last day costs the year nothing, unless the parameter says so."""
    return Clause(
        "vu_viec_ket_thuc_sau_han",
        Citation("mo_hinh"),
        "Vụ việc kết thúc sau hạn của năm: vẫn xét lại theo dữ kiện của năm",
        "a matter closed after the year's last day: the year is still reviewed by its own facts",
        Unless(
            Settled(Verdict.MET),
            (
                Exempt(
                    "thoi_xet_sau_han",
                    All((Chosen("tam_hoan_xong_sau_han", ("thoi_xet",)), KET_THUC_SAU_HAN)),
                    Settled(Verdict.UNMET),
                    "kết thúc sau hạn nên thôi xét năm ấy",
                    "closed after the last day, so that the year is not reviewed any more",
                ),
            ),
        ),
        _P,
    )
