"""
Yearly ratings, worked out from their criteria. Data only.

They are considered only where the parameter ``nguon_xep_loai`` says so; else the rating on file stands by itself.
The articles named are those on public employees, whose text was read; articles 4 to 11 say the same of officials and
civil servants from memory.
"""

from __future__ import annotations

from thidua_rules.awards import Authority, Award, Form, Quota
from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    All,
    Any,
    Chosen,
    Clause,
    Compare,
    Criterion,
    Earned,
    Exempt,
    Is,
    Not,
    OneOf,
    Parameter,
    Settled,
    Unless,
)
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import NHANH_A, khong_bi_huy
from thidua_rules.policies.catalogue.phap_luat_2003.mo_hinh import PHIEU
from thidua_rules.policies.catalogue.phap_luat_2003.nd_90_2020 import (
    DU_THOI_GIAN_XEP_LOAI,
    NGHI_VIEC_XEP_LOAI,
)
from thidua_rules.policies.catalogue.phap_luat_2003.nd_91_2017 import khong_ky_luat
from thidua_rules.verdicts import Verdict

_M, _P = Standing.UNCONFIRMED, Standing.ASSUMED
_CA_NHAN = (SubjectKind.CA_NHAN,)

XUAT_SAC, TOT = "xep_loai_htxsnv", "xep_loai_httnv"
HOAN_THANH, KHONG_HOAN_THANH = "xep_loai_htnv", "xep_loai_khtnv"

LANH_DAO = Any((OneOf("loai_doi_tuong", ("can_bo",)), Is("la_lanh_dao")))


def _dieu(number: int, clause: str) -> Citation:
    return Citation("nd_90_2020", str(number), clause)


def _tu(fact: str, parameter: str) -> Compare:
    return Compare(fact, ">=", Parameter(parameter))


def _khoan(name: str, cite: Citation, vi: str, en: str, criterion: Criterion) -> Clause:
    return Clause(name, cite, vi, en, criterion, _M)


def _cua_lanh_dao(cite: Citation, vi: str, en: str, criterion: Criterion) -> Clause:
    """What is asked only of those who lead a unit."""
    led = Exempt("lanh_dao", LANH_DAO, criterion, "cán bộ, người lãnh đạo, quản lý", "officials and leaders")
    return _khoan("don_vi_phu_trach", cite, vi, en, Unless(Settled(Verdict.MET), (led,)))


_TOAN_BO = All(
    (
        _tu("ty_le_nhiem_vu_hoan_thanh", "ty_le_toan_bo_nhiem_vu"),
        _tu("ty_le_dung_tien_do_chat_luong", "ty_le_toan_bo_nhiem_vu"),
    )
)

_DON_VI_TOT = All(
    (
        _tu("don_vi_ty_le_chi_tieu_dat", "ty_le_toan_bo_nhiem_vu"),
        _tu("truc_thuoc_ty_le_tu_htnv", "ty_le_truc_thuoc_tu_htnv"),
        _tu("truc_thuoc_ty_le_tu_httnv", "ty_le_truc_thuoc_tu_httnv"),
    )
)

_MUC_XUAT_SAC = (
    _khoan(
        "tieu_chi_chung",
        _dieu(12, "1"),
        "Thực hiện tốt các tiêu chí chung",
        "the common criteria carried out well",
        OneOf("tieu_chi_chung", ("tot",)),
    ),
    _khoan(
        "toan_bo_nhiem_vu",
        _dieu(12, "1"),
        "Toàn bộ nhiệm vụ đúng tiến độ, bảo đảm chất lượng, hiệu quả cao",
        "every task on time, of due quality and high efficiency",
        All((*_TOAN_BO.criteria, OneOf("hieu_qua_cong_viec", ("cao",)))),
    ),
    _khoan(
        "vuot_muc",
        _dieu(12, "1"),
        "Ít nhất 50% nhiệm vụ hoàn thành vượt mức",
        "at least half of the tasks above plan",
        _tu("ty_le_vuot_muc", "ty_le_vuot_muc_htxsnv"),
    ),
    _cua_lanh_dao(
        _dieu(12, "2"),
        "Đơn vị phụ trách đạt mọi chỉ tiêu, vượt ít nhất 50%; đơn vị thuộc quyền đều hoàn thành, 70% từ mức tốt",
        "the unit led reaches every target and exceeds half; every sub-unit fulfils its duties, 70 % of them well",
        All(
            (
                *_DON_VI_TOT.criteria,
                _tu("don_vi_ty_le_chi_tieu_vuot", "ty_le_don_vi_vuot_muc_htxsnv"),
            )
        ),
    ),
)

_MUC_TOT = (
    _khoan(
        "tieu_chi_chung",
        _dieu(13, "1"),
        "Đáp ứng các tiêu chí chung",
        "the common criteria met",
        OneOf("tieu_chi_chung", ("dat", "tot")),
    ),
    _khoan(
        "toan_bo_nhiem_vu",
        _dieu(13, "1"),
        "Toàn bộ nhiệm vụ đúng tiến độ, bảo đảm chất lượng, hiệu quả",
        "every task on time, of due quality and efficiency",
        All((*_TOAN_BO.criteria, OneOf("hieu_qua_cong_viec", ("dat", "cao")))),
    ),
    _cua_lanh_dao(
        _dieu(13, "2"),
        "Đơn vị phụ trách đạt mọi chỉ tiêu, 80% đúng tiến độ, chất lượng; đơn vị thuộc quyền đều hoàn thành, 70% từ mức tốt",
        "the unit led reaches every target, 80 % on time and of due quality; every sub-unit fulfils its duties, 70 % well",
        All(
            (
                *_DON_VI_TOT.criteria,
                _tu("don_vi_ty_le_dung_tien_do_chat_luong", "ty_le_don_vi_dung_han_httnv"),
            )
        ),
    ),
)

_MUC_HOAN_THANH = (
    _khoan(
        "toan_bo_nhiem_vu",
        _dieu(14, "1"),
        "Toàn bộ nhiệm vụ đã hoàn thành",
        "every task done",
        _tu("ty_le_nhiem_vu_hoan_thanh", "ty_le_toan_bo_nhiem_vu"),
    ),
    _khoan(
        "khong_qua_20_cham_kem",
        _dieu(14, "1"),
        "Không quá 20% tiêu chí chậm tiến độ hoặc chất lượng thấp",
        "at most a fifth of the criteria late or of low quality",
        Compare("ty_le_tieu_chi_cham_kem", "<=", Parameter("ty_le_cham_kem_htnv")),
    ),
    _cua_lanh_dao(
        _dieu(14, "2"),
        "Đơn vị phụ trách đạt trên 70% chỉ tiêu; ít nhất 70% đơn vị thuộc quyền hoàn thành nhiệm vụ",
        "the unit led reaches more than 70 % of its targets; at least 70 % of the sub-units fulfil their duties",
        All(
            (
                Compare("don_vi_ty_le_chi_tieu_dat", ">", Parameter("ty_le_don_vi_dat_htnv")),
                _tu("truc_thuoc_ty_le_tu_htnv", "ty_le_truc_thuoc_muc_htnv"),
            )
        ),
    ),
)

_KHONG_HOAN_THANH = Any(
    (
        _khoan(
            "suy_thoai",
            _dieu(15, "1"),
            "Có biểu hiện suy thoái",
            "shows decline",
            Is("bieu_hien_suy_thoai"),
        ),
        _khoan(
            "tren_50_khong_dat",
            _dieu(15, "1"),
            "Trên 50% tiêu chí kết quả không đạt",
            "more than half of the result criteria not reached",
            Compare("ty_le_tieu_chi_khong_dat", ">", Parameter("ty_le_khong_dat_khtnv")),
        ),
        _khoan(
            "bi_ky_luat",
            _dieu(15, "1"),
            "Có vi phạm bị kỷ luật trong năm",
            "disciplined in the year",
            Not(khong_ky_luat()),
        ),
        _khoan(
            "don_vi_khong_hoan_thanh",
            _dieu(15, "2"),
            "Lãnh đạo đơn vị đạt dưới 50% chỉ tiêu, hoặc có đơn vị thuộc quyền bị xử lý về tham nhũng, lãng phí",
            "leads a unit under half of its targets, or one with a sub-unit dealt with for corruption or waste",
            All(
                (
                    LANH_DAO,
                    Any(
                        (
                            Compare("don_vi_ty_le_chi_tieu_dat", "<", Parameter("ty_le_don_vi_dat_khtnv")),
                            Is("truc_thuoc_tham_nhung_lang_phi"),
                        )
                    ),
                )
            ),
        ),
    )
)

_KHONG_ROI_VAO = _khoan(
    "khong_thuoc_khong_hoan_thanh",
    _dieu(15, "1"),
    "Không thuộc trường hợp không hoàn thành nhiệm vụ",
    "none of the cases of duties not fulfilled",
    Not(_KHONG_HOAN_THANH),
)


def _chua_cao_hon(*higher: str) -> Clause:
    return _khoan(
        "chua_dat_muc_cao_hon",
        _dieu(12, "1"),
        "Chưa được xếp mức cao hơn",
        "not rated higher",
        Not(Any(tuple(Earned(one) for one in higher))),
    )


def _xep_loai(name: str, title: tuple[str, str], articles: tuple[int, ...], *clauses: Clause) -> Award:
    return Award(
        id=name,
        title_vi=title[0],
        title_en=title[1],
        form=Form.XEP_LOAI,
        recipients=_CA_NHAN,
        authority=Authority.CAP_CO_THAM_QUYEN,
        citations=tuple(Citation("nd_90_2020", str(one)) for one in articles),
        standing=_M,
        scope=All((Chosen("nguon_xep_loai", ("tinh_tu_tieu_chi",)), NHANH_A)),
        eligibility=(DU_THOI_GIAN_XEP_LOAI, *clauses, khong_bi_huy(name)),
        ranking=(PHIEU,) if name == XUAT_SAC else (),
        quotas=(_TRAN,) if name == XUAT_SAC else (),
    )


def _dieu_kien(clauses: tuple[Clause, ...]) -> All:
    """What *clauses* demand, without their headings."""
    return All(tuple(one.criterion for one in clauses))


_TU_MUC_TOT = All(
    (
        _dieu_kien((DU_THOI_GIAN_XEP_LOAI, NGHI_VIEC_XEP_LOAI, _KHONG_ROI_VAO)),
        Any((_dieu_kien(_MUC_XUAT_SAC), _dieu_kien(_MUC_TOT))),
    )
)

_TRAN = Quota(
    rate="tran_htxs",
    rounding="lam_tron_tran_htxs",
    base=All((NHANH_A, Any((Chosen("co_so_tran_htxs", ("tat_ca",)), _TU_MUC_TOT)))),
    base_kinds=_CA_NHAN,
    label_vi="Số người hoàn thành xuất sắc nhiệm vụ tối đa",
    label_en="most persons rated as fulfilling their duties excellently",
    citation=Citation("hd_21_btctw_2019"),
    standing=_M,
)

AWARDS = (
    _xep_loai(
        XUAT_SAC,
        ("Hoàn thành xuất sắc nhiệm vụ", "Duties fulfilled excellently"),
        (4, 8, 12),
        NGHI_VIEC_XEP_LOAI,
        _KHONG_ROI_VAO,
        *_MUC_XUAT_SAC,
    ),
    _xep_loai(
        TOT,
        ("Hoàn thành tốt nhiệm vụ", "Duties fulfilled well"),
        (5, 9, 13),
        NGHI_VIEC_XEP_LOAI,
        _KHONG_ROI_VAO,
        *_MUC_TOT,
        _chua_cao_hon(XUAT_SAC),
    ),
    _xep_loai(
        HOAN_THANH,
        ("Hoàn thành nhiệm vụ", "Duties fulfilled"),
        (6, 10, 14),
        _KHONG_ROI_VAO,
        *_MUC_HOAN_THANH,
        _chua_cao_hon(XUAT_SAC, TOT),
    ),
    _xep_loai(
        KHONG_HOAN_THANH,
        ("Không hoàn thành nhiệm vụ", "Duties not fulfilled"),
        (7, 11, 15),
        _khoan(
            "khong_hoan_thanh_nhiem_vu",
            _dieu(15, "1"),
            "Thuộc một trường hợp không hoàn thành nhiệm vụ",
            "one of the cases of duties not fulfilled",
            _KHONG_HOAN_THANH,
        ),
    ),
)
