"""The named, dated numbers of the law of 2003. Data only; what no text gives is marked ASSUMED."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from thidua_rules.citations import Citation, Standing
from thidua_rules.policies.layers import Dated, ParameterSpec
from thidua_rules.values import Value

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED
_C = Standing.CONFIRMED


def _one(
    name: str,
    vi: str,
    en: str,
    value: Value,
    cite: str,
    *,
    unit: str = "",
    standing: Standing = _C,
    minimum: Value | None = None,
    maximum: Value | None = None,
    settable: bool = False,
    choices: tuple[str, ...] = (),
) -> ParameterSpec:
    return ParameterSpec(
        id=name,
        label_vi=vi,
        label_en=en,
        unit=unit,
        values=(Dated(value=value),),
        minimum=minimum,
        maximum=maximum,
        choices=choices,
        settable=settable,
        citation=Citation.parse(cite),
        standing=standing,
    )


_ROUNDINGS = ("floor", "half_up", "ceil")

PARAMETERS = (
    ParameterSpec(
        id="luong_co_so",
        label_vi="Lương cơ sở",
        label_en="base salary",
        unit="dong",
        values=(
            Dated(value=1_490_000, valid_from=dt.date(2019, 7, 1), valid_to=dt.date(2023, 6, 30)),
            Dated(value=1_800_000, valid_from=dt.date(2023, 7, 1)),
        ),
        citation=Citation("nd_38_2019"),
    ),
    _one("buoc_lam_tron_tien", "Bước làm tròn tiền thưởng", "step to which money is rounded", 10_000, "nd_91_2017/68/2", unit="dong"),
    _one("cach_lam_tron_tien", "Cách làm tròn tiền thưởng", "rounding of money", "ceil", "nd_91_2017/68/2", choices=_ROUNDINGS),
    _one("he_so_ldtt", "Hệ số tiền thưởng Lao động tiên tiến", "multiple, advanced worker", Decimal("0.3"), "nd_91_2017/69/1/d", unit="lan"),
    _one("he_so_cstdcs", "Hệ số tiền thưởng Chiến sĩ thi đua cơ sở", "multiple, grass-roots fighter", Decimal("1.0"), "nd_91_2017/69/1/c", unit="lan"),
    _one("he_so_ttldtt", "Hệ số tiền thưởng Tập thể lao động tiên tiến", "multiple, advanced collective", Decimal("0.8"), "nd_91_2017/69/2", unit="lan", standing=_S2),
    _one("he_so_ttldxs", "Hệ số tiền thưởng Tập thể lao động xuất sắc", "multiple, excellent collective", Decimal("1.5"), "nd_91_2017/69/2", unit="lan"),
    _one("he_so_khu_dan_cu_van_hoa", "Hệ số tiền thưởng thôn, tổ dân phố văn hóa", "multiple, cultural area", Decimal("1.5"), "nd_91_2017/69/2/c", unit="lan"),
    _one("he_so_giay_khen_xa_ca_nhan", "Hệ số tiền thưởng giấy khen xã, cá nhân", "multiple, commune certificate, person", Decimal("0.15"), "nd_91_2017/73/1/d", unit="lan"),
    _one("he_so_giay_khen_xa_tap_the", "Hệ số tiền thưởng giấy khen xã, tập thể", "multiple, commune certificate, collective", Decimal("0.30"), "nd_91_2017/73/2/b", unit="lan"),
    _one("he_so_giay_khen_xa_ho", "Hệ số tiền thưởng giấy khen xã, hộ gia đình", "multiple, commune certificate, household", Decimal("0.15"), "mo_hinh", unit="lan", standing=_P, settable=True),
    _one("he_so_giay_khen_huyen_ca_nhan", "Hệ số tiền thưởng giấy khen huyện, cá nhân", "multiple, district certificate, person", Decimal("0.3"), "nd_91_2017/73/1/c", unit="lan"),
    _one("he_so_giay_khen_huyen_tap_the", "Hệ số tiền thưởng giấy khen huyện, tập thể", "multiple, district certificate, collective", Decimal("0.6"), "nd_91_2017/73/2/b", unit="lan"),
    _one("ty_le_cstdcs", "Tỷ lệ Chiến sĩ thi đua cơ sở trên số Lao động tiên tiến", "share of grass-roots fighters among advanced workers", Decimal("0.15"), "nd_91_2017/9/3", unit="ty_le", minimum=0, maximum=Decimal("0.15"), settable=True),
    _one("lam_tron_cstdcs", "Cách làm tròn số Chiến sĩ thi đua cơ sở", "rounding of that share", "floor", "mo_hinh", standing=_P, settable=True, choices=_ROUNDINGS),
    _one("thang_tuyen_dung_toi_thieu", "Số tháng công tác tối thiểu từ khi tuyển dụng", "least months since recruitment", 10, "nd_91_2017/10/6", unit="thang"),
    _one("thang_nghi_viec_gioi_han", "Số tháng nghỉ việc từ đó không được xếp loại hoàn thành tốt", "months of absence from which no good rating is given", 3, "nd_90_2020/2/3", unit="thang", standing=_P),
    _one("thang_dao_tao_dai_han", "Số tháng từ đó đào tạo phải có kết quả khá", "months from which training needs a fair result", 12, "nd_91_2017/10/3", unit="thang", standing=_M),
    _one("thang_don_vi_cu_can_y_kien", "Số tháng ở đơn vị cũ từ đó cần ý kiến", "months at the old unit from which its opinion is needed", 6, "nd_91_2017/10/5", unit="thang", standing=_M),
    _one("ty_le_ldtt_ttldtt", "Tỷ lệ Lao động tiên tiến phải vượt, Tập thể lao động tiên tiến", "share of advanced workers to exceed, advanced collective", Decimal("0.5"), "luat_tdkt_2003/28/1/c", unit="ty_le"),
    _one("ty_le_ldtt_ttldxs", "Tỷ lệ Lao động tiên tiến tối thiểu, Tập thể lao động xuất sắc", "least share of advanced workers, excellent collective", Decimal("0.7"), "luat_tdkt_2003/27/1/c", unit="ty_le", standing=_S2),
    _one("so_cstdcs_ttldxs", "Số Chiến sĩ thi đua cơ sở tối thiểu, Tập thể lao động xuất sắc", "least grass-roots fighters, excellent collective", 1, "luat_tdkt_2003/27/1/d", unit="nguoi", standing=_S2),
    _one("ty_le_nu_uu_tien", "Tỷ lệ nữ từ đó tập thể được ưu tiên", "share of women from which a collective is preferred", 70, "nd_91_2017/3", unit="phan_tram"),
    _one("nguong_gdvh_do_thi", "Điểm tối thiểu gia đình văn hóa, quận huyện của thành phố trung ương", "least points of families, city districts", 90, "nd_122_2018/5/3", unit="diem"),
    _one("nguong_gdvh_thi_xa", "Điểm tối thiểu gia đình văn hóa, thị xã của thành phố trung ương", "least points of families, towns of central cities", 90, "nd_122_2018/5/3", unit="diem", standing=_P, minimum=85, maximum=90, settable=True),
    _one("nguong_gdvh_kho_khan", "Điểm tối thiểu gia đình văn hóa, nơi khó khăn hoặc hộ nghèo, cận nghèo", "least points of families, hard areas or poor households", 60, "nd_122_2018/5/3", unit="diem"),
    _one("nguong_gdvh_con_lai", "Điểm tối thiểu gia đình văn hóa, nơi còn lại", "least points of families, elsewhere", 85, "nd_122_2018/5/3", unit="diem"),
    _one("nguong_kdcvh_do_thi", "Điểm tối thiểu khu dân cư văn hóa, quận huyện của thành phố trung ương", "least points of areas, city districts", 90, "nd_122_2018/5/4", unit="diem"),
    _one("nguong_kdcvh_thi_xa", "Điểm tối thiểu khu dân cư văn hóa, thị xã của thành phố trung ương", "least points of areas, towns of central cities", 90, "nd_122_2018/5/4", unit="diem", standing=_P, minimum=80, maximum=90, settable=True),
    _one("nguong_kdcvh_kho_khan", "Điểm tối thiểu khu dân cư văn hóa, nơi khó khăn", "least points of areas, hard areas", 60, "nd_122_2018/5/4", unit="diem"),
    _one("nguong_kdcvh_con_lai", "Điểm tối thiểu khu dân cư văn hóa, nơi còn lại", "least points of areas, elsewhere", 80, "nd_122_2018/5/4", unit="diem"),
    _one("ty_le_toi_thieu_moi_tieu_chuan", "Tỷ lệ điểm tối thiểu của mỗi tiêu chuẩn", "least share of each standard's points", 50, "nd_122_2018/5", unit="phan_tram"),
    _one("ty_le_du_hop", "Tỷ lệ dự họp tối thiểu", "least attendance", 60, "nd_122_2018/9", unit="phan_tram"),
    _one("ty_le_dong_y", "Tỷ lệ đồng ý tối thiểu", "least approval", 60, "nd_122_2018/9", unit="phan_tram"),
    _one("so_giay_khen_moi_khoi", "Số giấy khen tập thể cuối năm cho mỗi khối thi đua", "year-end certificates for collectives in each cluster", 2, "mo_hinh", unit="don_vi", standing=_P, settable=True),
    _one("ty_le_quy_thi_dua", "Mức trích quỹ thi đua, khen thưởng tối đa trên chi thường xuyên", "ceiling of the fund, of recurrent spending", Decimal("0.010"), "nd_91_2017/65", unit="ty_le", minimum=0, maximum=Decimal("0.015"), settable=True),
)
