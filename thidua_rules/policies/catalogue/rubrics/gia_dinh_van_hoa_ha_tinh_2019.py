"""
Cultural family scale, Hà Tĩnh (under decree 122/2018): from a press summary and the decree. Data only.
"""

from __future__ import annotations

from decimal import Decimal

from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.criteria import Any, Is, OneOf
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.scales import Judged, Scale, ScoreClass, Threshold


def _fact(
    name: str,
    kind: FactType,
    vi: str,
    en: str,
    low: Decimal | int | None = None,
    high: Decimal | int | None = None,
    unit: str = "",
) -> FactSpec:
    return FactSpec(
        id=name,
        type=kind,
        label_vi=vi,
        label_en=en,
        unit=unit,
        minimum=low,
        maximum=high,
        subjects=(SubjectKind.HO_GIA_DINH,),
        may_be_unassigned=kind is not FactType.TEXT,
    )


INSTRUMENT = Instrument(
    "gia_dinh_van_hoa_ha_tinh_2019",
    "Quyết định 18/2019/QĐ-UBND, 05/4/2019, UBND tỉnh Hà Tĩnh; NĐ 122/2018/NĐ-CP Điều 5",
    "Decision 18/2019/QĐ-UBND of Hà Tĩnh",
)

FACTS = (
    _fact(
        "diem_tieu_chuan_1",
        FactType.DECIMAL,
        "Điểm: Gương mẫu chấp hành; tham gia phong trào thi đua nơi cư trú",
        "points: Compliance and movements",
        0,
        45,
        "diem",
    ),
    _fact(
        "diem_tieu_chuan_2",
        FactType.DECIMAL,
        "Điểm: Gia đình hòa thuận, hạnh phúc, tiến bộ; tương trợ",
        "points: Harmonious family, mutual help",
        0,
        30,
        "diem",
    ),
    _fact(
        "diem_tieu_chuan_3",
        FactType.DECIMAL,
        "Điểm: Lao động, sản xuất, công tác, học tập",
        "points: Work and study",
        0,
        25,
        "diem",
    ),
)

SCALE = Scale(
    id="gia_dinh_van_hoa_ha_tinh_2019",
    label_vi="Thang điểm Gia đình văn hóa, tỉnh Hà Tĩnh (theo NĐ 122/2018)",
    label_en="Cultural family scale, Hà Tĩnh (under decree 122/2018)",
    maximum=100,
    groups=(
        Judged(
            id="tc1",
            label_vi="Gương mẫu chấp hành; tham gia phong trào thi đua nơi cư trú",
            label_en="Compliance and movements",
            maximum=45,
            fact="diem_tieu_chuan_1",
        ),
        Judged(
            id="tc2",
            label_vi="Gia đình hòa thuận, hạnh phúc, tiến bộ; tương trợ",
            label_en="Harmonious family, mutual help",
            maximum=30,
            fact="diem_tieu_chuan_2",
        ),
        Judged(
            id="tc3",
            label_vi="Lao động, sản xuất, công tác, học tập",
            label_en="Work and study",
            maximum=25,
            fact="diem_tieu_chuan_3",
        ),
    ),
    minimum_percent=50,
    thresholds=(
        Threshold(
            when=OneOf("khu_vuc", ("quan_huyen_thanh_pho_trung_uong", "thi_xa_thanh_pho_trung_uong")),
            start=90,
        ),
        Threshold(
            when=Any((OneOf("khu_vuc", ("mien_nui_hai_dao_dac_biet_kho_khan",)), Is("ho_ngheo_can_ngheo"))),
            start=60,
        ),
        Threshold(when=OneOf("khu_vuc", ("con_lai",)), start=85),
    ),
    classes=(
        ScoreClass(id="dat", label_vi="Gia đình văn hóa", label_en="reached", start=None),
        ScoreClass(id="khong_dat", label_vi="Không đạt", label_en="not reached", start=0),
    ),
    defects=(("không đọc được điểm từng tiêu chí", "the points of single criteria could not be read"),),
    citation=Citation("gia_dinh_van_hoa_ha_tinh_2019"),
    standing=Standing.SECONDARY,
)
