"""
Cultural residential area scale, Hà Tĩnh (under decree 122/2018): from a press summary and the decree. Data only.
"""

from __future__ import annotations

from decimal import Decimal

from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.criteria import OneOf
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
        subjects=(SubjectKind.KHU_DAN_CU,),
        may_be_unassigned=kind is not FactType.TEXT,
    )


INSTRUMENT = Instrument(
    "khu_dan_cu_van_hoa_ha_tinh_2019",
    "Quyết định 18/2019/QĐ-UBND, 05/4/2019, UBND tỉnh Hà Tĩnh; NĐ 122/2018/NĐ-CP Điều 5",
    "Decision 18/2019/QĐ-UBND of Hà Tĩnh",
)

FACTS = (
    _fact(
        "diem_tieu_chuan_khu_1",
        FactType.DECIMAL,
        "Điểm: Đời sống kinh tế ổn định, phát triển",
        "points: Economy",
        0,
        20,
        "diem",
    ),
    _fact(
        "diem_tieu_chuan_khu_2",
        FactType.DECIMAL,
        "Điểm: Đời sống văn hóa lành mạnh",
        "points: Culture",
        0,
        20,
        "diem",
    ),
    _fact(
        "diem_tieu_chuan_khu_3",
        FactType.DECIMAL,
        "Điểm: Môi trường cảnh quan sạch đẹp",
        "points: Environment",
        0,
        20,
        "diem",
    ),
    _fact(
        "diem_tieu_chuan_khu_4",
        FactType.DECIMAL,
        "Điểm: Chấp hành chủ trương, pháp luật",
        "points: Compliance",
        0,
        30,
        "diem",
    ),
    _fact(
        "diem_tieu_chuan_khu_5",
        FactType.DECIMAL,
        "Điểm: Đoàn kết, tương trợ",
        "points: Solidarity",
        0,
        10,
        "diem",
    ),
)

SCALE = Scale(
    id="khu_dan_cu_van_hoa_ha_tinh_2019",
    label_vi="Thang điểm Khu dân cư văn hóa, tỉnh Hà Tĩnh (theo NĐ 122/2018)",
    label_en="Cultural residential area scale, Hà Tĩnh (under decree 122/2018)",
    maximum=100,
    groups=(
        Judged(
            id="tc1",
            label_vi="Đời sống kinh tế ổn định, phát triển",
            label_en="Economy",
            maximum=20,
            fact="diem_tieu_chuan_khu_1",
        ),
        Judged(
            id="tc2",
            label_vi="Đời sống văn hóa lành mạnh",
            label_en="Culture",
            maximum=20,
            fact="diem_tieu_chuan_khu_2",
        ),
        Judged(
            id="tc3",
            label_vi="Môi trường cảnh quan sạch đẹp",
            label_en="Environment",
            maximum=20,
            fact="diem_tieu_chuan_khu_3",
        ),
        Judged(
            id="tc4",
            label_vi="Chấp hành chủ trương, pháp luật",
            label_en="Compliance",
            maximum=30,
            fact="diem_tieu_chuan_khu_4",
        ),
        Judged(
            id="tc5",
            label_vi="Đoàn kết, tương trợ",
            label_en="Solidarity",
            maximum=10,
            fact="diem_tieu_chuan_khu_5",
        ),
    ),
    minimum_percent=50,
    thresholds=(
        Threshold(
            when=OneOf("khu_vuc", ("quan_huyen_thanh_pho_trung_uong", "thi_xa_thanh_pho_trung_uong")),
            start=90,
        ),
        Threshold(when=OneOf("khu_vuc", ("mien_nui_hai_dao_dac_biet_kho_khan",)), start=60),
        Threshold(when=OneOf("khu_vuc", ("con_lai",)), start=80),
    ),
    classes=(
        ScoreClass(id="dat", label_vi="Khu dân cư văn hóa", label_en="reached", start=None),
        ScoreClass(id="khong_dat", label_vi="Không đạt", label_en="not reached", start=0),
    ),
    defects=(("không đọc được điểm từng tiêu chí", "the points of single criteria could not be read"),),
    citation=Citation("khu_dan_cu_van_hoa_ha_tinh_2019"),
    standing=Standing.SECONDARY,
)
