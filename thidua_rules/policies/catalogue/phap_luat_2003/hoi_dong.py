"""
The vote of the commune's emulation council on the awards that it advises on. Data only.

Decree 91/2017 sets no vote for them, so the quorum and the majority are this model's. Before a ballot is recorded the
clause is met: what is recommended is what the council will vote on. A ballot that fails stops the award.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import attrs

from thidua_rules.awards import Award
from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import Clause, Parameter, Voted
from thidua_rules.policies.catalogue.phap_luat_2003.tham_so import tham_so
from thidua_rules.verdicts import Verdict

_P = Standing.ASSUMED

TU_VAN: Final = (
    "lao_dong_tien_tien",
    "chien_si_thi_dua_co_so",
    "tap_the_lao_dong_tien_tien",
    "tap_the_lao_dong_xuat_sac",
    "co_thi_dua_cap_tinh",
    "co_thi_dua_chinh_phu",
    "giay_khen_chu_tich_ubnd_xa",
    "giay_khen_chu_tich_ubnd_huyen",
)
"""The awards on which the commune's council advises and for which no law sets a vote."""


def phieu_tu_van(award: str) -> Clause:
    """The council's recorded ballot on *award*, where there is one, has its quorum and more than half of those present."""
    return Clause(
        "hoi_dong_tan_thanh",
        Citation("mo_hinh"),
        "Hội đồng đã bỏ phiếu thì phải đủ số người họp và quá nửa người dự tán thành",
        "where the council has voted: a quorum, and more than half of those present in favour",
        Voted(
            award,
            Parameter("ty_le_phieu_hoi_dong"),
            quorum=Parameter("ty_le_hop_hoi_dong"),
            before=Verdict.MET,
            above=True,
        ),
        _P,
    )


def voi_phieu_tu_van(awards: tuple[Award, ...]) -> tuple[Award, ...]:
    """*awards*, those on which the council advises with its vote among their conditions."""
    return tuple(
        attrs.evolve(one, eligibility=(*one.eligibility, phieu_tu_van(one.id))) if one.id in TU_VAN else one
        for one in awards
    )


PARAMETERS = (
    tham_so(
        "ty_le_phieu_hoi_dong",
        "Tỷ lệ phiếu tán thành phải vượt, trên số người dự họp Hội đồng",
        "share of those present at the council whose approval must be exceeded",
        Decimal("0.5"),
        "mo_hinh",
        unit="ty_le",
        standing=_P,
        minimum=0,
        maximum=1,
        settable=True,
    ),
    tham_so(
        "ty_le_hop_hoi_dong",
        "Tỷ lệ thành viên Hội đồng dự họp tối thiểu",
        "least share of the council's members present",
        Decimal("0.6666"),  # two thirds: exact for every council of under ten thousand
        "mo_hinh",
        unit="ty_le",
        standing=_P,
        minimum=0,
        maximum=1,
        settable=True,
    ),
)
