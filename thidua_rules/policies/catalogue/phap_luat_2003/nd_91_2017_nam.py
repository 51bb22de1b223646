"""Decree 91/2017, articles 9 and 10, on the yearly titles of persons: who is out, what time counts, initiatives. Data only."""

from __future__ import annotations

from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    All,
    Any,
    Chosen,
    Clause,
    Constant,
    Exempt,
    Exists,
    Is,
    MonthsSince,
    NoneOf,
    OneOf,
    Parameter,
    Settled,
    Unless,
    Where,
    WhereIn,
    WhereWithin,
    YearsBefore,
)
from thidua_rules.policies.catalogue.phap_luat_2003.nd_91_2017 import khong_ky_luat
from thidua_rules.verdicts import Verdict

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED


KY_LUAT = Clause(
    "khong_bi_ky_luat",
    Citation("nd_91_2017", "10", "6"),
    "Không bị kỷ luật từ khiển trách trở lên trong năm",
    "not disciplined, from reprimand up, in the year",
    khong_ky_luat(),
    _M,  # the rule was seen, the number of the clause was not
)


TUYEN_DUNG = Clause(
    "du_thoi_gian_tuyen_dung",
    Citation("nd_91_2017", "10", "6"),
    "Tuyển dụng đủ 10 tháng trở lên",
    "recruited at least ten months before the year's end",
    Unless(
        MonthsSince("ngay_tuyen_dung", ">=", Parameter("thang_tuyen_dung_toi_thieu")),
        (
            Exempt(
                "nong_dan",
                OneOf("loai_doi_tuong", ("nong_dan",)),
                Clause(
                    "nong_dan_khong_tuyen_dung",
                    Citation("mo_hinh"),
                    "Nông dân không qua tuyển dụng nên không xét thời gian này",
                    "farmers are not recruited by anybody, so no time since recruitment is asked",
                    Settled(Verdict.MET),
                    _P,
                ),
                "nông dân",
                "farmers",
            ),
        ),
    ),
    _M,  # the rule was seen, the number of the clause was not
)


DAO_TAO = Clause(
    "dao_tao",
    Citation("nd_91_2017", "10", "3"),
    "Được cử đi đào tạo: dưới 1 năm phải chấp hành quy định, từ 1 năm phải đạt từ khá",
    "sent for training: under one year with rules obeyed, from one year with a fair result or better",
    All(
        (
            NoneOf(
                "dao_tao",
                (
                    Where("so_thang", "<", Parameter("thang_dao_tao_dai_han")),
                    Where("chap_hanh", "==", Constant(value=False)),
                ),
            ),
            NoneOf(
                "dao_tao",
                (
                    Where("so_thang", ">=", Parameter("thang_dao_tao_can_ket_qua_kha")),
                    WhereIn("ket_qua", ("trung_binh",)),
                ),
            ),
        )
    ),
    _M,
)


CHUYEN_CONG_TAC = Clause(
    "chuyen_cong_tac",
    Citation("nd_91_2017", "10", "5"),
    "Chuyển công tác: có ý kiến của đơn vị cũ nếu đã ở đó từ 6 tháng",
    "transferred: the old unit's opinion, after six months there",
    NoneOf(
        "chuyen_cong_tac",
        (
            WhereIn("hinh_thuc", ("chuyen_den",)),
            Where("so_thang_don_vi_cu", ">=", Parameter("thang_don_vi_cu_can_y_kien")),
            Where("co_y_kien", "==", Constant(value=False)),
        ),
    ),
    _M,
)


BIET_PHAI = Clause(
    "biet_phai",
    Citation("nd_91_2017", "10", "5"),
    "Được cử biệt phái: đơn vị cử đi xét, có xác nhận của nơi nhận",
    "seconded: the sending unit reviews, with the host's confirmation",
    NoneOf(
        "chuyen_cong_tac",
        (WhereIn("hinh_thuc", ("biet_phai_di",)), Where("noi_nhan_xac_nhan", "==", Constant(value=False))),
    ),
    _M,
)


DON_VI_XET = Clause(
    "don_vi_xet",
    Citation("nd_91_2017", "10", "5"),
    "Do đơn vị này xét: không phải người đã chuyển đi, không phải người nơi khác cử biệt phái đến",
    "reviewed by this unit: neither transferred away nor seconded here from elsewhere",
    NoneOf("chuyen_cong_tac", (WhereIn("hinh_thuc", ("chuyen_di", "biet_phai_den")),)),
    _M,
)


SANG_KIEN = Clause(
    "sang_kien_hoac_de_tai",
    Citation("nd_91_2017", "9", "3"),
    "Có sáng kiến được cơ sở công nhận, đề tài đã nghiệm thu và áp dụng, hoặc mưu trí, sáng tạo trong chiến đấu",
    "an initiative recognised at grass-roots level, a research topic accepted and applied, or resource in combat",
    Any(
        (
            Unless(
                Exists("sang_kien", (WhereWithin("ngay"), WhereIn("cap_cong_nhan", ("thi_xa",)))),
                (
                    Exempt(
                        "chi_xa_cong_nhan",
                        Exists("sang_kien", (WhereWithin("ngay"), WhereIn("cap_cong_nhan", ("xa",)))),
                        Any(
                            (
                                Exists(
                                    "sang_kien",
                                    (
                                        WhereWithin("ngay"),
                                        Where("cap_cong_nhan", "==", Parameter("cap_cong_nhan_sang_kien")),
                                    ),
                                ),
                                Settled(Verdict.UNKNOWN),
                            )
                        ),
                        "có sáng kiến do xã công nhận",
                        "an initiative that the commune recognised",
                    ),
                ),
            ),
            All(
                (
                    Chosen("dung_lai_sang_kien_co_so", ("trong_hieu_luc",)),
                    Exists(
                        "sang_kien",
                        (
                            WhereIn("cap_cong_nhan", ("thi_xa",)),
                            Where("nam_cong_nhan", ">", YearsBefore("hieu_luc_sang_kien_co_so")),
                        ),
                    ),
                )
            ),
            Exists(
                "de_tai_nghien_cuu",
                (
                    WhereWithin("ngay"),
                    Where("nghiem_thu", "==", Constant(value=True)),
                    Where("ap_dung", "==", Constant(value=True)),
                ),
            ),
            All(
                (
                    OneOf("loai_doi_tuong", ("quan_doi", "cong_an", "dan_quan")),
                    Is("muu_tri_sang_tao_chien_dau"),
                )
            ),
        )
    ),
    _P,
)
