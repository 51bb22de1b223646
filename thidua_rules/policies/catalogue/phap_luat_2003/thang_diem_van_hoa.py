"""
How a province's split of the 100 points becomes a scale: the standards are the decree's, the points are the province's.

A province that publishes the points of its standards alone has each standard judged as a whole; one that publishes the
points of each criterion has each criterion judged. The points that somebody is given are facts either way, with the
same names in every province, so that a roster may be read under another province's scale.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import attrs

from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import Any, Is, OneOf
from thidua_rules.errors import PolicyError
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.tieu_chuan_van_hoa import (
    TIEU_CHUAN_GIA_DINH,
    TIEU_CHUAN_KHU_DAN_CU,
    TieuChi,
    TieuChuan,
)
from thidua_rules.policies.layers import Layer
from thidua_rules.scales import Group, Item, Judged, Scale, ScoreClass, Threshold
from thidua_rules.scales.base import Number

THANG_DIEM_HO: Final = "thang_diem_gia_dinh_van_hoa"
"""The scale that Gia đình văn hóa is judged by; a province puts its own in its place."""

THANG_DIEM_KHU: Final = "thang_diem_khu_dan_cu_van_hoa"
"""The same for residential areas."""

TONG_DIEM: Final = 100

DiemTieuChi = Mapping[str, Number]
"""The points of each criterion: ``{"1a": 5, "1b": 4, …}``, the standard's number and the letter of the point."""

_ASCII: Final = {"đ": "dd"}


@attrs.frozen
class _Loai:
    """What is judged: its standards, the names of its facts, and the class that a scale of its own gives."""

    tieu_chuan: tuple[TieuChuan, ...]
    kind: SubjectKind
    fact: str
    dat: tuple[str, str]
    thresholds: tuple[Threshold, ...]


def _nguong(high: int, low: int, other: int, *, poor: bool) -> tuple[Threshold, ...]:
    hard = OneOf("khu_vuc", ("mien_nui_hai_dao_dac_biet_kho_khan",))
    central = OneOf("khu_vuc", ("quan_huyen_thanh_pho_trung_uong", "thi_xa_thanh_pho_trung_uong"))
    return (
        Threshold(when=central, start=high),
        Threshold(when=Any((hard, Is("ho_ngheo_can_ngheo"))) if poor else hard, start=low),
        Threshold(when=OneOf("khu_vuc", ("con_lai",)), start=other),
    )


_HO = _Loai(
    TIEU_CHUAN_GIA_DINH,
    SubjectKind.HO_GIA_DINH,
    "diem_tieu_chuan_",
    ("Gia đình văn hóa", "reached"),
    _nguong(90, 60, 85, poor=True),
)
_KHU = _Loai(
    TIEU_CHUAN_KHU_DAN_CU,
    SubjectKind.KHU_DAN_CU,
    "diem_tieu_chuan_khu_",
    ("Khu dân cư văn hóa", "reached"),
    _nguong(90, 60, 80, poor=False),
)

CHUA_CO_DIEM_TIEU_CHI: Final = (
    ("không đọc được điểm từng tiêu chí", "the points of single criteria could not be read"),
)


@attrs.frozen
class ThangDiem:
    """A province's scale, and the facts that it reads."""

    SCALE: Scale
    FACTS: tuple[FactSpec, ...]


def thang_diem_ho(
    name: str,
    vi: str,
    en: str,
    diem: tuple[Number, ...],
    cite: str,
    *,
    standing: Standing = Standing.CONFIRMED,
    tieu_chi: DiemTieuChi | None = None,
    defects: tuple[tuple[str, str], ...] = (),
) -> ThangDiem:
    """
    A scale for families.

    Args:
        name: Its id.

        vi: What it is.

        en: The same in English.

        diem: The points of the three standards.

        cite: Where the province says so.

        standing: How well that was confirmed.

        tieu_chi: The points of each of the 24 criteria, where the province publishes them.

        defects: What is wrong with the source.

    Raises:
        PolicyError: There are not three figures, or not one for each criterion.
    """
    return _thang_diem(_HO, name, (vi, en), diem, cite, standing, tieu_chi, defects)


def thang_diem_khu(
    name: str,
    vi: str,
    en: str,
    diem: tuple[Number, ...],
    cite: str,
    *,
    standing: Standing = Standing.CONFIRMED,
    tieu_chi: DiemTieuChi | None = None,
    defects: tuple[tuple[str, str], ...] = (),
) -> ThangDiem:
    """
    A scale for residential areas, with five standards and 27 criteria; otherwise as for families.

    Raises:
        PolicyError: There are not five figures, or not one for each criterion.
    """
    return _thang_diem(_KHU, name, (vi, en), diem, cite, standing, tieu_chi, defects)


def _thang_diem(
    loai: _Loai,
    name: str,
    label: tuple[str, str],
    diem: tuple[Number, ...],
    cite: str,
    standing: Standing,
    tieu_chi: DiemTieuChi | None,
    defects: tuple[tuple[str, str], ...],
) -> ThangDiem:
    if len(diem) != len(loai.tieu_chuan):
        raise PolicyError.one(
            "diem", f"expected points for {len(loai.tieu_chuan)} standards, got {len(diem)}"
        )
    rows = list(zip(loai.tieu_chuan, diem, strict=True))
    groups: tuple[Item, ...]
    if tieu_chi is None:
        groups = tuple(_tieu_chuan(loai, one, points) for one, points in rows)
        facts = tuple(_fact(loai, f"{one.khoan}", one.vi, one.en, points) for one, points in rows)
    else:
        _moi_tieu_chi(loai, tieu_chi)
        groups = tuple(_nhom(loai, one, points, tieu_chi) for one, points in rows)
        facts = tuple(
            _fact(loai, _ten(one, part), part.vi, part.en, tieu_chi[f"{one.khoan}{part.diem}"])
            for one in loai.tieu_chuan
            for part in one.tieu_chi
        )
    scale = Scale(
        id=name,
        label_vi=label[0],
        label_en=label[1],
        maximum=TONG_DIEM,
        groups=groups,
        minimum_percent=50,
        thresholds=loai.thresholds,
        classes=(
            ScoreClass(id="dat", label_vi=loai.dat[0], label_en=loai.dat[1], start=None),
            ScoreClass(id="khong_dat", label_vi="Không đạt", label_en="not reached", start=0),
        ),
        defects=defects,
        citation=Citation.parse(cite),
        standing=standing,
    )
    return ThangDiem(scale, facts)


def _tieu_chuan(loai: _Loai, one: TieuChuan, points: Number) -> Judged:
    return Judged(
        id=f"tc{one.khoan}",
        label_vi=one.vi,
        label_en=one.en,
        maximum=points,
        fact=f"{loai.fact}{one.khoan}",
    )


def _nhom(loai: _Loai, one: TieuChuan, points: Number, tieu_chi: DiemTieuChi) -> Group:
    parts = tuple(
        Judged(
            id=f"tc{_ten(one, part)}",
            label_vi=part.vi,
            label_en=part.en,
            maximum=tieu_chi[f"{one.khoan}{part.diem}"],
            fact=f"{loai.fact}{_ten(one, part)}",
        )
        for part in one.tieu_chi
    )
    return Group(id=f"tc{one.khoan}", label_vi=one.vi, label_en=one.en, maximum=points, parts=parts)


def _moi_tieu_chi(loai: _Loai, tieu_chi: DiemTieuChi) -> None:
    wanted = {f"{one.khoan}{part.diem}" for one in loai.tieu_chuan for part in one.tieu_chi}
    if wanted != set(tieu_chi):
        wrong = ", ".join(sorted(wanted ^ set(tieu_chi)))
        raise PolicyError.one(
            "tieu_chi", f"expected points for every criterion and no other, look at {wrong}"
        )


def _ten(one: TieuChuan, part: TieuChi) -> str:
    return f"{one.khoan}{_ASCII.get(part.diem, part.diem)}"


def _fact(loai: _Loai, name: str, vi: str, en: str, points: Number) -> FactSpec:
    return FactSpec(
        id=f"{loai.fact}{name}",
        type=FactType.DECIMAL,
        label_vi=f"Điểm: {vi}",
        label_en=f"points: {en}",
        unit="diem",
        minimum=0,
        maximum=points,
        subjects=(loai.kind,),
        may_be_unassigned=True,
    )


def trong_luat(table: ThangDiem) -> ThangDiem:
    """*table* as the national law has it: a lower layer may put its own in its place, and only 100 limits a standard."""
    facts = tuple(attrs.evolve(spec, maximum=TONG_DIEM) for spec in table.FACTS)
    return ThangDiem(attrs.evolve(table.SCALE, settable=True), facts)


def cua_tinh(layer: Layer, ho: ThangDiem, khu: ThangDiem) -> Layer:
    """*layer* with the scales of a province in the places of the law's sample."""
    scales = (attrs.evolve(ho.SCALE, id=THANG_DIEM_HO), attrs.evolve(khu.SCALE, id=THANG_DIEM_KHU))
    facts = (*layer.facts, *ho.FACTS, *khu.FACTS)
    return attrs.evolve(layer, scales=(*layer.scales, *scales), facts=facts)
