"""Scoring tables as data: one module for each, imported by name when asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Final, Protocol, cast

from thidua_rules.errors import UnknownNameError
from thidua_rules.facts import FactSpec
from thidua_rules.scales import Scale
from thidua_rules.values import nearest

RUBRICS: Final = (
    "can_tho_dan_van_2025",
    "can_tho_khong_tien_mat_2025",
    "cham_diem_don_vi_xa_mac_dinh",
    "chi_doan_phuong_2026",
    "cong_an_xa_cum_347_2025",
    "gia_dinh_van_hoa_app_2026",
    "gia_dinh_van_hoa_ha_noi_gia_dinh",
    "gia_dinh_van_hoa_ha_tinh_2019",
    "gia_dinh_van_hoa_kon_tum_2022",
    "hai_phong_chu_tich_xa_2025",
    "hai_phong_cong_chuc_2025",
    "hai_phong_lanh_dao_2025",
    "hcm_trung_tam_hoc_tap_cong_dong_2025",
    "khu_dan_cu_van_hoa_ha_noi_gia_dinh",
    "khu_dan_cu_van_hoa_ha_tinh_2019",
    "khu_dan_cu_van_hoa_kon_tum_2022",
    "tien_giang_tnmt_2022",
    "vien_chuc_mau_03_2026",
)


class Table(Protocol):
    """What a table's module holds: the scale, and the facts that it reads."""

    SCALE: Scale
    FACTS: tuple[FactSpec, ...]


def load(rubric: str) -> Table:
    """
    The table named *rubric*.

    Raises:
        UnknownNameError: There is none.
    """
    if rubric not in RUBRICS:
        raise UnknownNameError("rubric", rubric, nearest(rubric, RUBRICS))
    return cast("Table", import_module(f"{__name__}.{rubric}"))
