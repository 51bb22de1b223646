"""What no text says and this model chose, each marked ASSUMED; see decision 9. Data only."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import attrs

from thidua_rules.awards import Award, ByBallot
from thidua_rules.citations import Citation, Standing
from thidua_rules.policies.catalogue.phap_luat_2003.tham_so import tham_so

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED

_ROUNDINGS = ("floor", "half_up", "ceil")


PHIEU = ByBallot(
    id="phieu_hoi_dong",
    label_vi="Phiếu bầu của Hội đồng khi mọi tiêu chí ngang nhau",
    label_en="the council's ballot when all else is equal",
    citation=Citation("mo_hinh"),
    standing=_P,
)


PARAMETERS = (
    tham_so(
        "cach_tra_cung_thanh_tich",
        "Tiền thưởng khi một thành tích được tặng cả danh hiệu và hình thức",
        "the bonus where one achievement gets a title and a form",
        "cao_nhat",
        "nd_91_2017/66/2",
        standing=_P,
        settable=True,
        choices=("cao_nhat", "ca_hai"),
    ),
    tham_so(
        "he_so_giay_khen_xa_ho",
        "Hệ số tiền thưởng giấy khen xã, hộ gia đình",
        "multiple, commune certificate, household",
        Decimal("0.15"),
        "mo_hinh",
        unit="lan",
        standing=_P,
        settable=True,
    ),
    tham_so(
        "he_so_giay_khen_huyen_ho",
        "Hệ số tiền thưởng giấy khen huyện, hộ gia đình",
        "multiple, district certificate, household",
        Decimal("0.3"),
        "mo_hinh",
        unit="lan",
        standing=_P,
        settable=True,
    ),
    tham_so(
        "lam_tron_cstdcs",
        "Cách làm tròn số Chiến sĩ thi đua cơ sở",
        "rounding of the number of grass-roots fighters",
        "floor",
        "mo_hinh",
        standing=_P,
        settable=True,
        choices=_ROUNDINGS,
    ),
    tham_so(
        "ky_luat_dang",
        "Kỷ luật chỉ về Đảng",
        "discipline by the Party alone",
        "tinh",
        "mo_hinh",
        standing=_P,
        settable=True,
        choices=("tinh", "khong_tinh"),
    ),
    tham_so(
        "ngay_tinh_ky_luat",
        "Ngày để biết kỷ luật thuộc năm nào",
        "the day that puts a discipline into a year",
        "ngay_quyet_dinh",
        "mo_hinh",
        standing=_P,
        settable=True,
        choices=("ngay_quyet_dinh", "ngay_quyet_dinh_hoac_vi_pham"),
    ),
    tham_so(
        "dang_ky_danh_hieu_thap_hon",
        "Mới đăng ký danh hiệu thấp hơn mà xét danh hiệu cao hơn",
        "registered for a lower title, considered for the higher one",
        "nguoi_co_tham_quyen_xem_xet",
        "mo_hinh",
        standing=_P,
        settable=True,
        choices=("nguoi_co_tham_quyen_xem_xet", "du"),
    ),
    tham_so(
        "cap_cong_nhan_sang_kien",
        "Cấp thấp nhất công nhận sáng kiến để xét Chiến sĩ thi đua cơ sở",
        "lowest level whose recognition of an initiative counts for grass-roots fighters",
        "thi_xa",
        "mo_hinh",
        standing=_P,
        settable=True,
        choices=("thi_xa", "xa"),
    ),
    tham_so(
        "nguoi_moi_tuyen_trong_tap_the",
        "Người tuyển dụng chưa đủ 10 tháng trong tổng số của tập thể",
        "recruits of under ten months in a collective's base",
        "tinh",
        "mo_hinh",
        standing=_P,
        settable=True,
        choices=("tinh", "khong_tinh"),
    ),
    tham_so(
        "so_giay_khen_moi_khoi",
        "Số giấy khen tập thể trong năm cho mỗi khối thi đua",
        "certificates for collectives of each cluster in a year",
        2,
        "mo_hinh",
        unit="don_vi",
        standing=_P,
        settable=True,
    ),
    tham_so(
        "nguon_xep_loai",
        "Xếp loại chất lượng lấy theo kết quả đã ghi nhận hay tính từ các tiêu chí",
        "whether the rating on file stands, or it is worked out from its criteria",
        "ghi_nhan",
        "mo_hinh",
        standing=_P,
        settable=True,
        choices=("ghi_nhan", "tinh_tu_tieu_chi"),
    ),
    tham_so(
        "tran_htxs",
        "Tỷ lệ tối đa được xếp hoàn thành xuất sắc nhiệm vụ (1: không đặt trần)",
        "largest share rated as fulfilling their duties excellently (1: no ceiling)",
        1,
        "hd_21_btctw_2019",
        unit="ty_le",
        standing=_M,
        minimum=0,
        maximum=1,
        settable=True,
    ),
    tham_so(
        "co_so_tran_htxs",
        "Trần xuất sắc tính trên ai",
        "of whom the ceiling on excellent ratings is taken",
        "tat_ca",
        "hd_21_btctw_2019",
        standing=_M,
        settable=True,
        choices=("tat_ca", "httnv_tro_len"),
    ),
    tham_so(
        "lam_tron_tran_htxs",
        "Cách làm tròn số người được xếp xuất sắc",
        "rounding of the number rated excellent",
        "floor",
        "mo_hinh",
        standing=_P,
        settable=True,
        choices=_ROUNDINGS,
    ),
    tham_so(
        "tam_hoan_xong_sau_han",
        "Vụ việc kết thúc không có vi phạm nhưng đã quá hạn của năm: xét lại theo dữ kiện cũ hay thôi xét",
        "a matter closed without fault after the year's last day: reviewed again by the original facts, or not",
        "xet_lai",
        "mo_hinh",
        standing=_P,
        settable=True,
        choices=("xet_lai", "thoi_xet"),
    ),
)


def tra_mot_lan(awards: Iterable[Award]) -> tuple[Award, ...]:
    """*awards*, of which one achievement is paid only once, as ``cach_tra_cung_thanh_tich`` says."""
    return tuple(
        one
        if one.bonus is None
        else attrs.evolve(one, bonus=attrs.evolve(one.bonus, achievement="cach_tra_cung_thanh_tich"))
        for one in awards
    )
