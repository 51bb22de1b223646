"""The Labour Orders: the commune only follows their conditions. Data only."""

from __future__ import annotations

from thidua_rules.awards import Authority, Award, Form
from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import All, Any, Clause, Exempt, Is, Not, Settled, Unless
from thidua_rules.policies.catalogue.phap_luat_2003.ca_nhan import dang_ky_hoac_neu_ten, lay_y_kien
from thidua_rules.policies.catalogue.phap_luat_2003.cap_cao import khoan, mot_thanh_tich, tien
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import NHANH_A, khong_bi_huy
from thidua_rules.policies.catalogue.phap_luat_2003.luu_y import QUYET_DINH_MUON, chuoi_dut
from thidua_rules.policies.catalogue.phap_luat_2003.nd_91_2017_hinh_thuc import (
    BK_THU_TUONG,
    CA_NHAN,
    CO_CO_HOAC_BANG_KHEN,
    CO_CSTD_TINH_TRONG_THOI_GIAN,
    DON_VI,
    HC_BA,
    HC_NHAT,
    HC_NHI,
    NOP_THUE,
    SANG_KIEN_TINH_TRONG_THOI_GIAN,
    de_nghi,
    mot_nam_mot_hinh_thuc,
    sau_khi_co,
    tap_the_xuat_sac,
    xuat_sac_lien_tuc,
)
from thidua_rules.policies.catalogue.phap_luat_2003.tt_12_2019 import ket_thuc_muon, tam_hoan
from thidua_rules.verdicts import Verdict

_M = Standing.UNCONFIRMED


_LUU_Y = {
    HC_BA: (QUYET_DINH_MUON, chuoi_dut("xep_loai_htxsnv", "so_nam_htxsnv_truoc_hc_ba", *CA_NHAN)),
}


def _huan_chuong(
    name: str, short: str, title: tuple[str, str], number: str, above: tuple[str, ...], *clauses: Clause
) -> Award:
    return Award(
        id=name,
        title_vi=title[0],
        title_en=title[1],
        form=Form.HINH_THUC,
        recipients=(*CA_NHAN, *DON_VI),
        authority=Authority.TRUNG_UONG,
        citations=(Citation("luat_tdkt_2003", number),),
        standing=_M,
        scope=dang_ky_hoac_neu_ten(name),
        eligibility=(
            de_nghi(name),
            *clauses,
            NOP_THUE,
            mot_nam_mot_hinh_thuc(name),
            lay_y_kien(name),
            khong_bi_huy(name),
            ket_thuc_muon(),
        ),
        holds=(tam_hoan(),),
        notes=_LUU_Y.get(name, (QUYET_DINH_MUON,)),
        coverage=mot_thanh_tich(*above) if above else None,
        bonus=tien(short, "nd_91_2017/70", *CA_NHAN, *DON_VI),
        tracked=True,
    )


def _chua_doc(fact: str, article: str) -> Clause:
    return khoan(
        "dat_tieu_chuan",
        f"luat_tdkt_2003/{article}",
        (
            "Tiêu chuẩn chưa đọc được: người có thẩm quyền xác nhận",
            "the standards were not read: whoever is competent confirms",
        ),
        Is(fact),
        (*CA_NHAN, *DON_VI),
    )


_CA_NHAN_HC_BA = All(
    (
        sau_khi_co(BK_THU_TUONG, "so_nam_htxsnv_hc_ba"),
        *xuat_sac_lien_tuc("so_nam_htxsnv_truoc_hc_ba"),
        Any((SANG_KIEN_TINH_TRONG_THOI_GIAN, CO_CSTD_TINH_TRONG_THOI_GIAN)),
    )
)

HUAN_CHUONG_LAO_DONG_BA = _huan_chuong(
    HC_BA,
    "hc_ba",
    ("Huân chương Lao động hạng Ba", "Labour Order, third class"),
    "44",
    (HC_NHI, HC_NHAT),
    khoan(
        "ca_nhan_nam_nam_xuat_sac",
        "luat_tdkt_2003/44",
        (
            (
                "Có Bằng khen của Thủ tướng rồi 5 năm liên tục hoàn thành xuất sắc, với 2 sáng kiến cấp tỉnh hoặc 1 lần"
                " Chiến sĩ thi đua cấp tỉnh"
            ),
            (
                "the Prime Minister's commendation, then five years excellent, with two initiatives of the province or"
                " once a fighter of the province"
            ),
        ),
        Unless(
            _CA_NHAN_HC_BA,
            (
                Exempt(
                    "nguoi_lao_dong",
                    All((Not(NHANH_A), Is("dat_tieu_chuan_huan_chuong_ba"))),
                    Settled(Verdict.MET),
                    "người lao động, lực lượng vũ trang được xác nhận đạt tiêu chuẩn riêng, chưa đọc được",
                    "labourers and the forces confirmed to meet standards of their own, which were not read",
                ),
            ),
        ),
        CA_NHAN,
    ),
    khoan(
        "tap_the_nam_nam_xuat_sac",
        "luat_tdkt_2003/44",
        (
            "Có Bằng khen của Thủ tướng rồi 5 năm liên tục hoàn thành xuất sắc, có cờ thi đua hoặc bằng khen",
            "the Prime Minister's commendation, then five years excellent, with a flag or a commendation",
        ),
        All(
            (
                sau_khi_co(BK_THU_TUONG, "so_nam_htxsnv_hc_ba"),
                *tap_the_xuat_sac("so_nam_htxsnv_truoc_hc_ba"),
                CO_CO_HOAC_BANG_KHEN,
            )
        ),
        DON_VI,
    ),
)

HUAN_CHUONG_LAO_DONG_NHI = _huan_chuong(
    HC_NHI,
    "hc_nhi",
    ("Huân chương Lao động hạng Nhì", "Labour Order, second class"),
    "43",
    (HC_NHAT,),
    _chua_doc("dat_tieu_chuan_huan_chuong_nhi", "43"),
)

HUAN_CHUONG_LAO_DONG_NHAT = _huan_chuong(
    HC_NHAT,
    "hc_nhat",
    ("Huân chương Lao động hạng Nhất", "Labour Order, first class"),
    "42",
    (),
    _chua_doc("dat_tieu_chuan_huan_chuong_nhat", "42"),
)

AWARDS = (HUAN_CHUONG_LAO_DONG_BA, HUAN_CHUONG_LAO_DONG_NHI, HUAN_CHUONG_LAO_DONG_NHAT)
