"""
Rating sheet of public staff without a leading post (form 03, 30 + 70): from an application's data, not law. Data only.
"""

from __future__ import annotations

from decimal import Decimal

from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.scales import Entry, Group, Judged, Ledger, Linear, Parts, Scale, ScoreClass


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
        subjects=(SubjectKind.CA_NHAN,),
        may_be_unassigned=kind is not FactType.TEXT,
    )


INSTRUMENT = Instrument(
    "vien_chuc_mau_03_2026",
    "Mẫu 03 trong phần mềm đánh giá viên chức của một trường phổ thông",
    "data of a school's rating application, form 03",
)

FACTS = (
    _fact(
        "diem_a1_1",
        FactType.DECIMAL,
        "Điểm: Phẩm chất chính trị, đạo đức, văn hóa công vụ",
        "points: Conduct",
        0,
        5,
        "diem",
    ),
    _fact("diem_a1_2", FactType.DECIMAL, "Điểm: Kỷ luật, kỷ cương", "points: Discipline", 0, 5, "diem"),
    _fact(
        "diem_a2_1",
        FactType.DECIMAL,
        "Điểm: Năng lực chuyên môn",
        "points: Competence",
        0,
        Decimal("2.5"),
        "diem",
    ),
    _fact(
        "diem_a2_2",
        FactType.DECIMAL,
        "Điểm: Đáp ứng nhiệm vụ thường xuyên, đột xuất",
        "points: Meets tasks",
        0,
        Decimal("2.5"),
        "diem",
    ),
    _fact(
        "diem_a2_3",
        FactType.DECIMAL,
        "Điểm: Tinh thần trách nhiệm",
        "points: Responsibility",
        0,
        Decimal("2.5"),
        "diem",
    ),
    _fact(
        "diem_a2_4",
        FactType.DECIMAL,
        "Điểm: Thái độ phục vụ, phối hợp",
        "points: Service and co-operation",
        0,
        Decimal("2.5"),
        "diem",
    ),
    _fact(
        "a3_y1",
        FactType.DECIMAL,
        "Đổi mới, sáng tạo, dám chịu trách nhiệm (4 ý, mỗi ý 2,5): ý 1",
        "Innovation (4 x 2.5): part 1",
        0,
        Decimal("2.5"),
        "diem",
    ),
    _fact(
        "a3_y2",
        FactType.DECIMAL,
        "Đổi mới, sáng tạo, dám chịu trách nhiệm (4 ý, mỗi ý 2,5): ý 2",
        "Innovation (4 x 2.5): part 2",
        0,
        Decimal("2.5"),
        "diem",
    ),
    _fact(
        "a3_y3",
        FactType.DECIMAL,
        "Đổi mới, sáng tạo, dám chịu trách nhiệm (4 ý, mỗi ý 2,5): ý 3",
        "Innovation (4 x 2.5): part 3",
        0,
        Decimal("2.5"),
        "diem",
    ),
    _fact(
        "a3_y4",
        FactType.DECIMAL,
        "Đổi mới, sáng tạo, dám chịu trách nhiệm (4 ý, mỗi ý 2,5): ý 4",
        "Innovation (4 x 2.5): part 4",
        0,
        Decimal("2.5"),
        "diem",
    ),
    _fact(
        "ty_le_hoan_thanh", FactType.DECIMAL, "Tỷ lệ công việc hoàn thành", "Share done", 0, None, "phan_tram"
    ),
    _fact(
        "ty_le_dung_tien_do", FactType.DECIMAL, "Tỷ lệ đúng tiến độ", "Share on time", 0, None, "phan_tram"
    ),
    _fact(
        "ty_le_dat_chat_luong",
        FactType.DECIMAL,
        "Tỷ lệ đúng chất lượng",
        "Share to standard",
        0,
        None,
        "phan_tram",
    ),
    _fact(
        "tru_d1",
        FactType.INTEGER,
        "Vi phạm trễ hạn, quy chế (ô 1)",
        "late or against the rules (box 1)",
        0,
        1,
        "lan",
    ),
    _fact(
        "tru_d2",
        FactType.INTEGER,
        "Vi phạm trễ hạn, quy chế (ô 2)",
        "late or against the rules (box 2)",
        0,
        1,
        "lan",
    ),
    _fact(
        "tru_d3",
        FactType.INTEGER,
        "Vi phạm trễ hạn, quy chế (ô 3)",
        "late or against the rules (box 3)",
        0,
        1,
        "lan",
    ),
)

SCALE = Scale(
    id="vien_chuc_mau_03_2026",
    label_vi="Phiếu đánh giá viên chức không giữ chức vụ (mẫu 03, thang 30 + 70)",
    label_en="Rating sheet of public staff without a leading post (form 03, 30 + 70)",
    maximum=100,
    groups=(
        Group(
            id="chung",
            label_vi="A. Tiêu chí chung",
            label_en="A. Common criteria",
            maximum=30,
            parts=(
                Judged(
                    id="a1_1",
                    label_vi="Phẩm chất chính trị, đạo đức, văn hóa công vụ",
                    label_en="Conduct",
                    maximum=5,
                    fact="diem_a1_1",
                    step=Decimal("0.25"),
                ),
                Judged(
                    id="a1_2",
                    label_vi="Kỷ luật, kỷ cương",
                    label_en="Discipline",
                    maximum=5,
                    fact="diem_a1_2",
                    step=Decimal("0.25"),
                ),
                Judged(
                    id="a2_1",
                    label_vi="Năng lực chuyên môn",
                    label_en="Competence",
                    maximum=Decimal("2.5"),
                    fact="diem_a2_1",
                    step=Decimal("0.25"),
                ),
                Judged(
                    id="a2_2",
                    label_vi="Đáp ứng nhiệm vụ thường xuyên, đột xuất",
                    label_en="Meets tasks",
                    maximum=Decimal("2.5"),
                    fact="diem_a2_2",
                    step=Decimal("0.25"),
                ),
                Judged(
                    id="a2_3",
                    label_vi="Tinh thần trách nhiệm",
                    label_en="Responsibility",
                    maximum=Decimal("2.5"),
                    fact="diem_a2_3",
                    step=Decimal("0.25"),
                ),
                Judged(
                    id="a2_4",
                    label_vi="Thái độ phục vụ, phối hợp",
                    label_en="Service and co-operation",
                    maximum=Decimal("2.5"),
                    fact="diem_a2_4",
                    step=Decimal("0.25"),
                ),
                Parts(
                    id="a3",
                    label_vi="Đổi mới, sáng tạo, dám chịu trách nhiệm (4 ý, mỗi ý 2,5)",
                    label_en="Innovation (4 x 2.5)",
                    maximum=10,
                    weight=Decimal("2.5"),
                    facts=(
                        "a3_y1",
                        "a3_y2",
                        "a3_y3",
                        "a3_y4",
                    ),
                ),
            ),
        ),
        Group(
            id="ket_qua",
            label_vi="B. Kết quả thực hiện nhiệm vụ",
            label_en="B. Task results",
            maximum=70,
            parts=(
                Linear(
                    id="b1",
                    label_vi="Tỷ lệ công việc hoàn thành",
                    label_en="Share done",
                    maximum=20,
                    fact="ty_le_hoan_thanh",
                    full_at=100,
                ),
                Linear(
                    id="b2",
                    label_vi="Tỷ lệ đúng tiến độ",
                    label_en="Share on time",
                    maximum=20,
                    fact="ty_le_dung_tien_do",
                    full_at=100,
                ),
                Linear(
                    id="b3",
                    label_vi="Tỷ lệ đúng chất lượng",
                    label_en="Share to standard",
                    maximum=30,
                    fact="ty_le_dat_chat_luong",
                    full_at=100,
                ),
            ),
        ),
    ),
    penalties=Ledger(
        id="diem_tru",
        label_vi="Điểm trừ",
        label_en="Penalties",
        maximum=5,
        entries=(
            Entry(
                id="d1",
                label_vi="Vi phạm trễ hạn, quy chế (ô 1)",
                label_en="late or against the rules (box 1)",
                fact="tru_d1",
                effect=-1,
                per="once",
            ),
            Entry(
                id="d2",
                label_vi="Vi phạm trễ hạn, quy chế (ô 2)",
                label_en="late or against the rules (box 2)",
                fact="tru_d2",
                effect=-2,
                per="once",
            ),
            Entry(
                id="d3",
                label_vi="Vi phạm trễ hạn, quy chế (ô 3)",
                label_en="late or against the rules (box 3)",
                fact="tru_d3",
                effect=-2,
                per="once",
            ),
        ),
    ),
    penalty_max=5,
    point_step=Decimal("0.25"),
    classes=(
        ScoreClass(
            id="htxsnv",
            label_vi="Hoàn thành xuất sắc nhiệm vụ",
            label_en="duties fulfilled excellently",
            start=90,
        ),
        ScoreClass(
            id="httnv", label_vi="Hoàn thành tốt nhiệm vụ", label_en="duties fulfilled well", start=80
        ),
        ScoreClass(id="htnv", label_vi="Hoàn thành nhiệm vụ", label_en="duties fulfilled", start=50),
        ScoreClass(
            id="khtnv", label_vi="Không hoàn thành nhiệm vụ", label_en="duties not fulfilled", start=0
        ),
    ),
    stated_total=Decimal("100.5"),
    citation=Citation("vien_chuc_mau_03_2026"),
    standing=Standing.UNCONFIRMED,
)
