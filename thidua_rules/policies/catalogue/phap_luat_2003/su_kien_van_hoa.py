"""The facts that the certificates of decree 122/2018 ask about. Data only."""

from __future__ import annotations

from thidua_rules.facts import FactSpec, FactType, SubjectKind

FACTS = (
    FactSpec(
        id="phieu_giay_khen_van_hoa",
        type=FactType.DECIMAL,
        label_vi="Tỷ lệ phiếu đồng ý đề nghị tặng giấy khen về văn hóa, trên số dự họp",
        label_en="approval for the culture certificate, of those attending",
        unit="phan_tram",
        subjects=(SubjectKind.HO_GIA_DINH, SubjectKind.KHU_DAN_CU),
        minimum=0,
        maximum=100,
    ),
)
