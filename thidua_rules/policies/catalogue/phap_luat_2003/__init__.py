"""
The law in force to 2023-12-31 for the awards that a commune decides or proposes every year. Data only.

It holds from the day of the youngest instrument that its conditions rest on, NĐ 90/2020.
"""

from __future__ import annotations

import datetime as dt

from thidua_rules.citations import Citation
from thidua_rules.policies.catalogue import lich_nghi_le
from thidua_rules.policies.catalogue.phap_luat_2003 import (
    ca_nhan,
    cap_cao,
    co_thi_dua,
    don_vi_llvt,
    hinh_thuc,
    hoi_dong,
    huan_chuong,
    llvt,
    luat_tdkt_2003,
    mo_hinh,
    nd_38_2019,
    nd_90_2020,
    nd_91_2017,
    nd_91_2017_cstd,
    nd_91_2017_muc,
    nd_91_2017_tap_the,
    nd_122_2018,
    nd_122_2018_giay_khen,
    su_kien_tap_the,
    su_kien_van_hoa,
    tap_the,
    thu_tuc,
    tieu_chuan_van_hoa,
    xep_loai,
)
from thidua_rules.policies.catalogue.phap_luat_2003.dieu_khoan import PROVISIONS
from thidua_rules.policies.catalogue.phap_luat_2003.mo_hinh import tra_mot_lan
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien import FACTS
from thidua_rules.policies.catalogue.phap_luat_2003.van_ban import INSTRUMENTS
from thidua_rules.policies.catalogue.rubrics import load as load_rubric
from thidua_rules.policies.layers import Layer
from thidua_rules.policies.model import Policy
from thidua_rules.policies.obligations import Fund

_TABLES = (*nd_122_2018.THANG_DIEM, load_rubric("cham_diem_don_vi_xa_mac_dinh"))

_VAN_BAN = (
    nd_38_2019,
    nd_91_2017,
    nd_91_2017_cstd,
    nd_91_2017_muc,
    nd_91_2017_tap_the,
    luat_tdkt_2003,
    nd_90_2020,
    nd_122_2018,
    nd_122_2018_giay_khen,
    hoi_dong,
    mo_hinh,
)

_SU_KIEN = (*FACTS, *su_kien_tap_the.FACTS, *su_kien_van_hoa.FACTS)

LAYER = Layer(
    id="phap_luat_2003",
    title_vi="Pháp luật thi đua, khen thưởng có hiệu lực đến hết năm 2023",
    title_en="The law of emulation and commendation in force to the end of 2023",
    level="luat",
    valid_from=dt.date(2020, 8, 20),
    valid_to=dt.date(2023, 12, 31),
    instruments=(*INSTRUMENTS, *lich_nghi_le.INSTRUMENTS, *thu_tuc.INSTRUMENTS),
    facts=tuple(
        {
            spec.id: spec
            for spec in (*_SU_KIEN, *thu_tuc.FACTS, *(f for table in _TABLES for f in table.FACTS))
        }.values()
    ),
    parameters=tuple(one for module in (*_VAN_BAN, thu_tuc) for one in module.PARAMETERS),
    scales=tuple(table.SCALE for table in _TABLES),
    awards=hoi_dong.voi_phieu_tu_van(
        tra_mot_lan(
            (
                *ca_nhan.AWARDS,
                *llvt.AWARDS,
                *tap_the.AWARDS,
                *co_thi_dua.AWARDS,
                *don_vi_llvt.AWARDS,
                *hinh_thuc.AWARDS,
                *cap_cao.AWARDS,
                *huan_chuong.AWARDS,
                *nd_122_2018.AWARDS,
                *nd_122_2018_giay_khen.AWARDS,
                *xep_loai.AWARDS,
            )
        )
    ),
    provisions=(*PROVISIONS, *tieu_chuan_van_hoa.PROVISIONS),
    procedures=thu_tuc.PROCEDURES,
    calendar=lich_nghi_le.CALENDAR,
    fund=Fund(rate="ty_le_quy_thi_dua", spending="chi_thuong_xuyen", citation=Citation("nd_91_2017", "65")),
)

POLICY = Policy(id="phap_luat_2003", title_vi=LAYER.title_vi, title_en=LAYER.title_en, layers=(LAYER,))
