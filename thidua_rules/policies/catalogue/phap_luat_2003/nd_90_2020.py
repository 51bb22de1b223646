"""Decree 90/2020 on the rating of officials: what its ratings mean for the titles. Data only."""

from __future__ import annotations

from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    All,
    Clause,
    Compare,
    Constant,
    Exempt,
    Fact,
    Not,
    Parameter,
    Settled,
    Sum,
    Unless,
)
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import NHANH_A
from thidua_rules.policies.catalogue.phap_luat_2003.tham_so import tham_so
from thidua_rules.verdicts import Verdict

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED

NGHI_VIEC = Clause(
    "thoi_gian_nghi_viec",
    Citation("nd_90_2020", "2", "3"),
    "Nghỉ việc dưới 3 tháng; nghỉ thai sản không bị tính là nghỉ; chỉ xét với người được xếp loại chất lượng",
    "absent for less than three months; maternity leave is not counted; asked only of those who are rated",
    Unless(
        Unless(
            Compare("thang_nghi_viec", "<", Parameter("thang_nghi_viec_gioi_han")),
            (
                Exempt(
                    "nghi_thai_san",
                    All(
                        (
                            Compare("thang_nghi_viec", ">=", Parameter("thang_nghi_viec_gioi_han")),
                            Compare("thang_nghi_thai_san", ">", Constant(0)),
                        )
                    ),
                    Clause(
                        "nghi_thai_san_duoc_tinh",
                        Citation("nd_91_2017", "10", "4"),
                        "Thời gian nghỉ thai sản được tính để xét; không kể thời gian đó, nghỉ dưới mức giới hạn",
                        "maternity leave counts toward the title; beside it, absent for less than the limit",
                        Compare(
                            "thang_nghi_viec",
                            "<",
                            Sum((Fact("thang_nghi_thai_san"), Parameter("thang_nghi_viec_gioi_han"))),
                        ),
                    ),
                    label_vi="nghỉ thai sản được trừ khỏi thời gian nghỉ",
                    label_en="maternity leave is taken off the absence",
                ),
            ),
        ),
        (
            Exempt(
                "nguoi_lao_dong",
                Not(NHANH_A),
                Settled(Verdict.MET),
                label_vi="công nhân, nông dân, người lao động khác không xếp loại chất lượng",
                label_en="workers, farmers and other labourers are not rated",
            ),
        ),
    ),
    _P,
)


PARAMETERS = (
    tham_so(
        "thang_nghi_viec_gioi_han",
        "Mức giới hạn số tháng nghỉ việc",
        "limit of the months of absence",
        3,
        "nd_90_2020/2/3",
        unit="thang",
        standing=_P,
    ),
)
