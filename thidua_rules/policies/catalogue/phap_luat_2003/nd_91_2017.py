"""Decree 91/2017: disciplines, shares, preferences, money. What it says of persons stands in modules of their own. Data only."""

from __future__ import annotations

from decimal import Decimal

from thidua_rules.citations import Standing
from thidua_rules.criteria import (
    All,
    Chosen,
    Criterion,
    Exempt,
    Exists,
    NoneOf,
    Settled,
    Unless,
    WhereIn,
    WhereWithin,
)
from thidua_rules.criteria.records import RowTest
from thidua_rules.policies.catalogue.phap_luat_2003.tham_so import tham_so
from thidua_rules.verdicts import Verdict

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED


def khong_ky_luat(*forms: WhereIn) -> Criterion:
    """
    Not disciplined in the year, in one of *forms* where any is named.

    Discipline by any body counts, and the decision's day says to which year it belongs; parameters change both.
    """
    records = "hinh_thuc_ky_luat"
    within: tuple[RowTest, ...] = (WhereWithin("ngay"), *forms)
    others: tuple[RowTest, ...] = (WhereIn("co_quan", ("chinh_quyen", "doan_the")), *within)
    conduct: tuple[RowTest, ...] = (WhereWithin("ngay_vi_pham"), *forms)
    party: tuple[RowTest, ...] = (WhereIn("co_quan", ("dang",)),)
    only_party = All(
        (Chosen("ky_luat_dang", ("khong_tinh",)), Exists(records, party), NoneOf(records, others))
    )
    other_day = All(
        (Chosen("ngay_tinh_ky_luat", ("ngay_quyet_dinh_hoac_vi_pham",)), Exists(records, conduct))
    )
    return All(
        (
            Unless(
                NoneOf(records, within),
                (
                    Exempt(
                        "chi_ky_luat_dang",
                        only_party,
                        Settled(Verdict.MET),
                        "chỉ bị kỷ luật Đảng, được bỏ qua",
                        "disciplined by the Party alone, which is passed over",
                    ),
                ),
            ),
            Unless(
                Settled(Verdict.MET),
                (
                    Exempt(
                        "vi_pham_trong_nam",
                        other_day,
                        Settled(Verdict.UNMET),
                        "vi phạm trong năm, quyết định kỷ luật ở năm khác",
                        "conduct of the year, disciplined in another",
                    ),
                ),
            ),
        )
    )


PARAMETERS = (
    tham_so(
        "buoc_lam_tron_tien",
        "Bước làm tròn tiền thưởng",
        "step to which money is rounded",
        10_000,
        "nd_91_2017/68/2",
        unit="dong",
    ),
    tham_so(
        "cach_lam_tron_tien",
        "Cách làm tròn tiền thưởng",
        "rounding of money",
        "ceil",
        "nd_91_2017/68/2",
        choices=("ceil", "half_up"),
    ),
    tham_so(
        "he_so_ldtt",
        "Hệ số tiền thưởng Lao động tiên tiến",
        "multiple, advanced worker",
        Decimal("0.3"),
        "nd_91_2017/69/1/d",
        unit="lan",
    ),
    tham_so(
        "he_so_cstdcs",
        "Hệ số tiền thưởng Chiến sĩ thi đua cơ sở",
        "multiple, grass-roots fighter",
        Decimal("1.0"),
        "nd_91_2017/69/1/c",
        unit="lan",
    ),
    tham_so(
        "he_so_ttldtt",
        "Hệ số tiền thưởng Tập thể lao động tiên tiến",
        "multiple, advanced collective",
        Decimal("0.8"),
        "nd_91_2017/69/2",
        unit="lan",
        standing=_S2,
    ),
    tham_so(
        "he_so_ttldxs",
        "Hệ số tiền thưởng Tập thể lao động xuất sắc",
        "multiple, excellent collective",
        Decimal("1.5"),
        "nd_91_2017/69/2",
        unit="lan",
    ),
    tham_so(
        "he_so_khu_dan_cu_van_hoa",
        "Hệ số tiền thưởng thôn, tổ dân phố văn hóa",
        "multiple, cultural area",
        Decimal("1.5"),
        "nd_91_2017/69/2/c",
        unit="lan",
    ),
    tham_so(
        "he_so_giay_khen_xa_ca_nhan",
        "Hệ số tiền thưởng giấy khen xã, cá nhân",
        "multiple, commune certificate, person",
        Decimal("0.15"),
        "nd_91_2017/73/1/d",
        unit="lan",
    ),
    tham_so(
        "he_so_giay_khen_xa_tap_the",
        "Hệ số tiền thưởng giấy khen xã, tập thể",
        "multiple, commune certificate, collective",
        Decimal("0.30"),
        "nd_91_2017/73/2/b",
        unit="lan",
    ),
    tham_so(
        "he_so_giay_khen_huyen_ca_nhan",
        "Hệ số tiền thưởng giấy khen huyện, cá nhân",
        "multiple, district certificate, person",
        Decimal("0.3"),
        "nd_91_2017/73/1/c",
        unit="lan",
    ),
    tham_so(
        "he_so_giay_khen_huyen_tap_the",
        "Hệ số tiền thưởng giấy khen huyện, tập thể",
        "multiple, district certificate, collective",
        Decimal("0.6"),
        "nd_91_2017/73/2/b",
        unit="lan",
    ),
    tham_so(
        "ty_le_cstdcs",
        "Tỷ lệ Chiến sĩ thi đua cơ sở trên số Lao động tiên tiến",
        "share of grass-roots fighters among advanced workers",
        Decimal("0.15"),
        "nd_91_2017/9/3",
        unit="ty_le",
        minimum=0,
        maximum=Decimal("0.15"),
        settable=True,
    ),
    tham_so(
        "thang_tuyen_dung_toi_thieu",
        "Số tháng công tác tối thiểu từ khi tuyển dụng",
        "least months since recruitment",
        10,
        "nd_91_2017/10/6",
        unit="thang",
        standing=_M,
    ),
    tham_so(
        "thang_dao_tao_dai_han",
        "Số tháng của khóa đào tạo dài hạn",
        "months of a long course",
        12,
        "nd_91_2017/10/3",
        unit="thang",
        standing=_M,
    ),
    tham_so(
        "thang_dao_tao_can_ket_qua_kha",
        "Số tháng từ đó khóa đào tạo phải có kết quả khá",
        "months from which a course needs a fair result",
        12,
        "nd_91_2017/10/3",
        unit="thang",
        standing=_P,
        minimum=0,
        maximum=12,
        settable=True,
    ),
    tham_so(
        "thang_don_vi_cu_can_y_kien",
        "Số tháng ở đơn vị cũ từ đó cần ý kiến",
        "months at the old unit from which its opinion is needed",
        6,
        "nd_91_2017/10/5",
        unit="thang",
        standing=_M,
    ),
    tham_so(
        "ty_le_nu_uu_tien",
        "Tỷ lệ nữ từ đó tập thể được ưu tiên",
        "share of women from which a collective is preferred",
        70,
        "nd_91_2017/3",
        unit="phan_tram",
    ),
    tham_so(
        "ty_le_quy_thi_dua",
        "Mức trích quỹ thi đua, khen thưởng tối đa trên chi thường xuyên",
        "ceiling of the fund, of recurrent spending",
        Decimal("0.010"),
        "nd_91_2017/65",
        unit="ty_le",
        minimum=0,
        maximum=Decimal("0.015"),
        settable=True,
    ),
)
