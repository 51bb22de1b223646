"""Titles of persons. Data only."""

from __future__ import annotations

from thidua_rules.awards import (
    Authority,
    Award,
    Bonus,
    ByCriterion,
    ByFact,
    Form,
    Multiple,
    Quota,
)
from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    Clause,
    Earned,
    Is,
    Not,
    OneOf,
)
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import (
    CSTDCS,
    LDTT,
    TIEU_CHUAN_LDTT,
    TUYEN_LLVT,
    dang_ky,
    khong_bi_huy,
)
from thidua_rules.policies.catalogue.phap_luat_2003.mo_hinh import PHIEU
from thidua_rules.policies.catalogue.phap_luat_2003.nd_90_2020 import NGHI_VIEC
from thidua_rules.policies.catalogue.phap_luat_2003.nd_91_2017 import (
    CHUYEN_CONG_TAC,
    DAO_TAO,
    KY_LUAT,
    SANG_KIEN,
    TUYEN_DUNG,
)
from thidua_rules.policies.catalogue.phap_luat_2003.tt_12_2019 import tam_hoan

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED

_CA_NHAN = (SubjectKind.CA_NHAN,)


LAO_DONG_TIEN_TIEN = Award(
    id="lao_dong_tien_tien",
    title_vi="Lao động tiên tiến",
    title_en="Advanced worker",
    form=Form.DANH_HIEU,
    recipients=_CA_NHAN,
    authority=Authority.CHU_TICH_UBND_XA,
    citations=(Citation("luat_tdkt_2003", "24"), Citation("nd_91_2017", "10")),
    scope=Not(TUYEN_LLVT),
    eligibility=(
        TIEU_CHUAN_LDTT,
        dang_ky(LDTT, higher=CSTDCS),
        KY_LUAT,
        TUYEN_DUNG,
        NGHI_VIEC,
        DAO_TAO,
        CHUYEN_CONG_TAC,
        khong_bi_huy("lao_dong_tien_tien"),
    ),
    holds=(tam_hoan(),),
    bonus=Bonus(
        multiples=(Multiple(subject_kind=SubjectKind.CA_NHAN, parameter="he_so_ldtt"),),
        group="danh_hieu_nam",
        citation=Citation("nd_91_2017", "69", "1", "d"),
    ),
)


CHIEN_SI_THI_DUA_CO_SO = Award(
    id="chien_si_thi_dua_co_so",
    title_vi="Chiến sĩ thi đua cơ sở",
    title_en="Grass-roots emulation fighter",
    form=Form.DANH_HIEU,
    recipients=_CA_NHAN,
    authority=Authority.CHU_TICH_UBND_HUYEN,
    citations=(Citation("luat_tdkt_2003", "23"), Citation("nd_91_2017", "9", "3")),
    scope=Not(TUYEN_LLVT),
    eligibility=(
        Clause(
            "dat_lao_dong_tien_tien",
            Citation("luat_tdkt_2003", "23"),
            "Đạt Lao động tiên tiến trong năm",
            "advanced worker this year",
            Earned("lao_dong_tien_tien"),
        ),
        SANG_KIEN,
        dang_ky(CSTDCS, lower=LDTT),
        khong_bi_huy("chien_si_thi_dua_co_so"),
    ),
    holds=(tam_hoan(),),
    ranking=(
        ByFact(
            id="diem_binh_xet",
            label_vi="Điểm bình xét",
            label_en="points of the review",
            citation=Citation("mo_hinh"),
            standing=_P,
            fact="diem_binh_xet",
        ),
        ByCriterion(
            id="truc_tiep",
            label_vi="Ưu tiên người trực tiếp công tác",
            label_en="preference for direct workers",
            citation=Citation("nd_91_2017", "3"),
            standing=_P,  # the decree asks for attention to direct workers; that they go first among equals is ours
            criterion=Is("la_lanh_dao", wanted=False),
        ),
        ByCriterion(
            id="uu_tien_nu",
            label_vi="Ưu tiên nữ khi thành tích ngang nhau",
            label_en="preference for a woman among equals",
            citation=Citation("nd_91_2017", "3"),
            criterion=OneOf("gioi_tinh", ("nu",)),
        ),
        PHIEU,
    ),
    quotas=(
        Quota(
            rate="ty_le_cstdcs",
            rounding="lam_tron_cstdcs",
            base=Earned("lao_dong_tien_tien"),
            base_kinds=_CA_NHAN,
            label_vi="Số Chiến sĩ thi đua cơ sở tối đa trên số Lao động tiên tiến",
            label_en="most grass-roots fighters, of the advanced workers",
            citation=Citation("nd_91_2017", "9", "3"),
        ),
    ),
    bonus=Bonus(
        multiples=(Multiple(subject_kind=SubjectKind.CA_NHAN, parameter="he_so_cstdcs"),),
        group="danh_hieu_nam",
        citation=Citation("nd_91_2017", "69", "1", "c"),
    ),
)


AWARDS = (LAO_DONG_TIEN_TIEN, CHIEN_SI_THI_DUA_CO_SO)
