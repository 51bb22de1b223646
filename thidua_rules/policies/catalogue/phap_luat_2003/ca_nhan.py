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
    Any,
    Clause,
    Constant,
    Criterion,
    Earned,
    Exists,
    Is,
    Not,
    OneOf,
    Registered,
    Where,
    WhereWithin,
)
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import (
    CSTD_TINH,
    CSTD_TOAN_QUOC,
    CSTDCS,
    LDTT,
    TIEU_CHUAN_LDTT,
    TUYEN_LLVT,
    dang_ky,
    duoc_neu_ten,
    khong_bi_huy,
)
from thidua_rules.policies.catalogue.phap_luat_2003.luu_y import QUYET_DINH_MUON, VI_PHAM_TRONG_NAM, chuoi_dut
from thidua_rules.policies.catalogue.phap_luat_2003.mo_hinh import PHIEU
from thidua_rules.policies.catalogue.phap_luat_2003.nd_90_2020 import NGHI_VIEC
from thidua_rules.policies.catalogue.phap_luat_2003.nd_91_2017_cstd import (
    BA_NAM_CSTDCS,
    HAI_LAN_CSTD_TINH,
    SANG_KIEN_TINH,
    SANG_KIEN_TOAN_QUOC,
    TRINH_NAM_LIEN_KE,
    phieu_kin,
)
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

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED

_CA_NHAN = (SubjectKind.CA_NHAN,)


def dang_ky_hoac_neu_ten(award: str) -> Criterion:
    """Registered for *award* or named in a proposal: nobody else is considered for a title of the province or above."""
    return Any((Registered((award,)), duoc_neu_ten(award)))


def lay_y_kien(award: str) -> Clause:
    """The public was consulted before the council of the province met."""
    return Clause(
        "lay_y_kien_nhan_dan",
        Citation("nd_91_2017", "45", "10"),
        "Đã lấy ý kiến nhân dân trước khi Hội đồng cấp tỉnh họp",
        "the public was consulted before the provincial council met",
        Exists(
            "de_nghi_khen_thuong",
            (
                Where("danh_hieu", "==", Constant(award)),
                Where("da_lay_y_kien", "==", Constant(value=True)),
                WhereWithin("ngay"),
            ),
        ),
    )


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
        dang_ky(LDTT, higher=(CSTDCS, CSTD_TINH, CSTD_TOAN_QUOC)),
        KY_LUAT,
        TUYEN_DUNG,
        NGHI_VIEC,
        DAO_TAO,
        CHUYEN_CONG_TAC,
        BIET_PHAI,
        DON_VI_XET,
        khong_bi_huy("lao_dong_tien_tien"),
        ket_thuc_muon(),
    ),
    holds=(tam_hoan(),),
    notes=(VI_PHAM_TRONG_NAM, QUYET_DINH_MUON),
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
        dang_ky(CSTDCS, higher=(CSTD_TINH, CSTD_TOAN_QUOC), lower=LDTT),
        khong_bi_huy("chien_si_thi_dua_co_so"),
        ket_thuc_muon(),
    ),
    holds=(tam_hoan(),),
    notes=(QUYET_DINH_MUON,),
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


_CHUOI = {
    CSTD_TINH: (CSTDCS, "so_nam_cstdcs_truoc_nam_xet"),
    CSTD_TOAN_QUOC: (CSTD_TINH, "so_lan_cstd_tinh"),
}
"""For a title above the grass roots, the title held before it and the parameter that says how many years."""


def _cao_hon(
    name: str, title: tuple[str, str], authority: Authority, citations: tuple[Citation, ...], *clauses: Clause
) -> Award:
    """A title above the grass roots: only for those registered or proposed, and never with a discipline in the year."""
    return Award(
        id=name,
        title_vi=title[0],
        title_en=title[1],
        form=Form.DANH_HIEU,
        recipients=_CA_NHAN,
        authority=authority,
        citations=citations,
        scope=dang_ky_hoac_neu_ten(name),
        eligibility=(*clauses, KY_LUAT, khong_bi_huy(name), ket_thuc_muon()),
        holds=(tam_hoan(),),
        notes=(VI_PHAM_TRONG_NAM, QUYET_DINH_MUON, chuoi_dut(*_CHUOI[name])),
        bonus=Bonus(
            multiples=(Multiple(subject_kind=SubjectKind.CA_NHAN, parameter=_HE_SO[name]),),
            citation=_TIEN[name],
        ),
    )


_HE_SO = {CSTD_TINH: "he_so_cstd_tinh", CSTD_TOAN_QUOC: "he_so_cstd_toan_quoc"}
_TIEN = {
    CSTD_TINH: Citation("nd_91_2017", "69", "1", "b"),
    CSTD_TOAN_QUOC: Citation("nd_91_2017", "69", "1", "a"),
}
"""They reward years of their own, so that their bonus is paid beside that of the yearly titles."""


CHIEN_SI_THI_DUA_CAP_TINH = _cao_hon(
    CSTD_TINH,
    (
        "Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương",
        "Emulation fighter of a ministry or province",
    ),
    Authority.CHU_TICH_UBND_TINH,
    (Citation("luat_tdkt_2003", "22"), Citation("nd_91_2017", "9", "2")),
    BA_NAM_CSTDCS,
    SANG_KIEN_TINH,
    dang_ky(CSTD_TINH, higher=CSTD_TOAN_QUOC, lower=CSTDCS),
    phieu_kin(CSTD_TINH, Citation("nd_91_2017", "45", "8")),
)


CHIEN_SI_THI_DUA_TOAN_QUOC = _cao_hon(
    CSTD_TOAN_QUOC,
    ("Chiến sĩ thi đua toàn quốc", "National emulation fighter"),
    Authority.TRUNG_UONG,
    (Citation("luat_tdkt_2003", "21"), Citation("nd_91_2017", "9", "1")),
    HAI_LAN_CSTD_TINH,
    TRINH_NAM_LIEN_KE,
    SANG_KIEN_TOAN_QUOC,
    dang_ky(CSTD_TOAN_QUOC, lower=CSTD_TINH),
    phieu_kin(CSTD_TOAN_QUOC, Citation("nd_91_2017", "45", "8")),
    lay_y_kien(CSTD_TOAN_QUOC),
)


AWARDS = (
    LAO_DONG_TIEN_TIEN,
    CHIEN_SI_THI_DUA_CO_SO,
    CHIEN_SI_THI_DUA_CAP_TINH,
    CHIEN_SI_THI_DUA_TOAN_QUOC,
)
