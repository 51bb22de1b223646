"""What is asked of a household in the year, and what bars it. Data only."""

from __future__ import annotations

from thidua_rules.facts import FactSpec, SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien.kieu import DECIMAL, FLAG, HO

VI_PHAM = (
    (
        "vi_pham_truy_to",
        "Bị truy cứu hình sự hoặc áp dụng biện pháp xử lý hành chính",
        "prosecuted, or under an administrative handling measure",
    ),
    (
        "vi_pham_nghia_vu",
        "Không hoàn thành nghĩa vụ quân sự, nghĩa vụ thuế",
        "military service or tax duty not done",
    ),
    (
        "vi_pham_xay_dung_chay_no_moi_truong",
        "Bị phạt về xây dựng, phòng cháy, môi trường",
        "fined in construction, fire safety or environment",
    ),
    ("vi_pham_tao_hon", "Tảo hôn, hôn nhân cận huyết", "child or consanguineous marriage"),
    ("vi_pham_bao_luc_gia_dinh", "Bị phạt vì bạo lực gia đình", "fined for domestic violence"),
    ("vi_pham_te_nan", "Ma túy, mại dâm, trộm cắp, cờ bạc", "drugs, prostitution, theft, gambling"),
    ("vi_pham_gay_roi", "Tham gia tụ tập gây rối trật tự", "joined crowds disturbing order"),
)

HO_NAM = (
    FactSpec(
        id="ho_ngheo_can_ngheo",
        type=FLAG,
        label_vi="Hộ nghèo hoặc cận nghèo",
        label_en="poor or near-poor household",
        subjects=HO,
        personal=True,
    ),
    FactSpec(
        id="phieu_dong_y",
        type=DECIMAL,
        label_vi="Tỷ lệ phiếu đồng ý trên số dự họp",
        label_en="approval, of those attending",
        unit="phan_tram",
        subjects=(SubjectKind.HO_GIA_DINH, SubjectKind.KHU_DAN_CU),
        minimum=0,
        maximum=100,
    ),
    FactSpec(
        id="guong_mau_dong_gop",
        type=FLAG,
        label_vi="Hộ gương mẫu, có đóng góp cho địa phương",
        label_en="exemplary household with a contribution to the commune",
        subjects=HO,
        changeable=True,
    ),
    *(
        FactSpec(id=name, type=FLAG, label_vi=vi, label_en=en, subjects=HO, personal=True)
        for name, vi, en in VI_PHAM
    ),
)
