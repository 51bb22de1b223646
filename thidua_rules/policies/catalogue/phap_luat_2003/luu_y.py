"""What whoever decides has to know, where the sources leave a choice and the choice was made: it changes no outcome. Data only."""

from __future__ import annotations

from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    All,
    Chosen,
    Clause,
    ConsecutiveYears,
    Exists,
    NoneOf,
    Not,
    Parameter,
    WhereWithin,
)
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.tt_12_2019 import KET_THUC_SAU_HAN

_P = Standing.ASSUMED

QUYET_DINH_MUON = Clause(
    "quyet_dinh_muon",
    Citation("mo_hinh"),
    "Vụ việc kết thúc sau hạn của năm: quyết định năm ấy là quyết định muộn",
    "a matter was closed after the year's last day: the decision on the year is a late one",
    All((Chosen("tam_hoan_xong_sau_han", ("xet_lai",)), KET_THUC_SAU_HAN)),
    _P,
)

_VI_PHAM = WhereWithin("ngay_vi_pham")

VI_PHAM_TRONG_NAM = Clause(
    "vi_pham_trong_nam_chua_tinh",
    Citation("mo_hinh"),
    "Vi phạm xảy ra trong năm mà quyết định kỷ luật ở năm khác: kỷ luật tính cho năm ra quyết định",
    "conduct of the year that was disciplined in another: the discipline counts for the year of its decision",
    All(
        (
            Chosen("ngay_tinh_ky_luat", ("ngay_quyet_dinh",)),
            Exists("hinh_thuc_ky_luat", (_VI_PHAM,)),
            NoneOf("hinh_thuc_ky_luat", (_VI_PHAM, WhereWithin("ngay"))),
        )
    ),
    _P,
)


def chuoi_dut(award: str, years: str, *recipients: SubjectKind) -> Clause:
    """
    A run of *award* is too short only because a year of maternity or study breaks it.

    Args:
        award: The award whose years count.

        years: The parameter that says how many are needed.

        recipients: The kinds of subject that it is about; none named means all.
    """
    needed = Parameter(years)
    return Clause(
        "chuoi_dut_do_nghi",
        Citation("mo_hinh"),
        "Chuỗi năm liên tục bị đứt chỉ vì năm nghỉ thai sản hoặc năm đi học",
        "the run of years is broken only by a year of maternity or study",
        All(
            (
                Chosen("dut_chuoi_do_thai_san", ("dut",)),
                Not(ConsecutiveYears(award, needed)),
                ConsecutiveYears(award, needed, bridged_by=("thai_san", "dao_tao")),
            )
        ),
        _P,
        recipients,
    )
