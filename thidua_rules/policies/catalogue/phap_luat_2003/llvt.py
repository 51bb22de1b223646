"""Titles of soldiers and police, decided in their own line; the commune only follows them. Data only."""

from __future__ import annotations

from thidua_rules.awards import Authority, Award, Bonus, Form, Multiple, Quota
from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import All, Any, Clause, Earned
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.ca_nhan import dang_ky_hoac_neu_ten
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import (
    CSTD_TINH,
    CSTD_TOAN_QUOC,
    CSTDCS_LLVT,
    CSTT,
    TIEU_CHUAN_CSTT,
    TUYEN_LLVT,
    dang_ky,
    khong_bi_huy,
)
from thidua_rules.policies.catalogue.phap_luat_2003.luu_y import QUYET_DINH_MUON, VI_PHAM_TRONG_NAM
from thidua_rules.policies.catalogue.phap_luat_2003.mo_hinh import PHIEU
from thidua_rules.policies.catalogue.phap_luat_2003.nd_91_2017_nam import (
    BIET_PHAI,
    CHUYEN_CONG_TAC,
    DAO_TAO,
    DON_VI_XET,
    KY_LUAT,
    SANG_KIEN,
    TUYEN_DUNG,
)
from thidua_rules.policies.catalogue.phap_luat_2003.tt_12_2019 import ket_thuc_muon, tam_hoan

_M = Standing.UNCONFIRMED
_CA_NHAN = (SubjectKind.CA_NHAN,)


CHIEN_SI_TIEN_TIEN = Award(
    id=CSTT,
    title_vi="Chiến sĩ tiên tiến",
    title_en="Advanced soldier",
    form=Form.DANH_HIEU,
    recipients=_CA_NHAN,
    authority=Authority.LUC_LUONG_VU_TRANG,
    citations=(Citation("luat_tdkt_2003", "24", "2"), Citation("nd_91_2017", "10")),
    scope=All((TUYEN_LLVT, Any((dang_ky_hoac_neu_ten(CSTT), dang_ky_hoac_neu_ten(CSTDCS_LLVT))))),
    eligibility=(
        TIEU_CHUAN_CSTT,
        dang_ky(CSTT, higher=(CSTDCS_LLVT, CSTD_TINH, CSTD_TOAN_QUOC)),
        KY_LUAT,
        TUYEN_DUNG,
        DAO_TAO,
        CHUYEN_CONG_TAC,
        BIET_PHAI,
        DON_VI_XET,
        khong_bi_huy(CSTT),
        ket_thuc_muon(),
    ),
    holds=(tam_hoan(),),
    notes=(VI_PHAM_TRONG_NAM, QUYET_DINH_MUON),
    bonus=Bonus(
        multiples=(Multiple(subject_kind=SubjectKind.CA_NHAN, parameter="he_so_cstt"),),
        group="danh_hieu_nam",
        citation=Citation("nd_91_2017", "69", "1", "d"),
    ),
    tracked=True,
)


CHIEN_SI_THI_DUA_CO_SO_LLVT = Award(
    id=CSTDCS_LLVT,
    title_vi="Chiến sĩ thi đua cơ sở (lực lượng vũ trang)",
    title_en="Grass-roots emulation fighter (armed forces)",
    form=Form.DANH_HIEU,
    recipients=_CA_NHAN,
    authority=Authority.LUC_LUONG_VU_TRANG,
    citations=(Citation("luat_tdkt_2003", "23"), Citation("nd_91_2017", "9", "3")),
    scope=All((TUYEN_LLVT, dang_ky_hoac_neu_ten(CSTDCS_LLVT))),
    eligibility=(
        Clause(
            "dat_chien_si_tien_tien",
            Citation("luat_tdkt_2003", "23"),
            "Đạt Chiến sĩ tiên tiến trong năm",
            "advanced soldier this year",
            Earned(CSTT),
        ),
        SANG_KIEN,
        dang_ky(CSTDCS_LLVT, higher=(CSTD_TINH, CSTD_TOAN_QUOC), lower=CSTT),
        khong_bi_huy(CSTDCS_LLVT),
        ket_thuc_muon(),
    ),
    holds=(tam_hoan(),),
    notes=(QUYET_DINH_MUON,),
    ranking=(PHIEU,),
    quotas=(
        Quota(
            rate="ty_le_cstdcs",
            rounding="lam_tron_cstdcs",
            base=Earned(CSTT),
            base_kinds=_CA_NHAN,
            label_vi="Số Chiến sĩ thi đua cơ sở tối đa trên số Chiến sĩ tiên tiến",
            label_en="most grass-roots fighters, of the advanced soldiers",
            citation=Citation("nd_91_2017", "9", "3"),
        ),
    ),
    bonus=Bonus(
        multiples=(Multiple(subject_kind=SubjectKind.CA_NHAN, parameter="he_so_cstdcs"),),
        group="danh_hieu_nam",
        citation=Citation("nd_91_2017", "69", "1", "c"),
    ),
    tracked=True,
)


AWARDS = (CHIEN_SI_TIEN_TIEN, CHIEN_SI_THI_DUA_CO_SO_LLVT)
