"""
Cultural family scale of a commune application: from an application's data, not law. Data only.
"""

from __future__ import annotations

from decimal import Decimal

from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.criteria import Is
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.scales import AllOrNothing, Entry, Group, Judged, Ledger, Scale, ScoreClass, Share


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
    "gia_dinh_van_hoa_app_2026",
    "Danh mục tiêu chí của phần mềm (không phải văn bản quy phạm)",
    "data of a commune application",
)

FACTS = (
    _fact(
        "diem_tc1_1",
        FactType.DECIMAL,
        "Điểm: Thành viên gương mẫu chấp hành pháp luật",
        "points: Members obey the law",
        0,
        10,
        "diem",
    ),
    _fact(
        "diem_tc1_2",
        FactType.DECIMAL,
        "Điểm: Nếp sống văn minh trong cưới, tang, lễ hội",
        "points: Civil weddings and funerals",
        0,
        10,
        "diem",
    ),
    _fact(
        "diem_tc1_3",
        FactType.DECIMAL,
        "Điểm: Tham gia cuộc vận động, phong trào",
        "points: Takes part in movements",
        0,
        10,
        "diem",
    ),
    _fact(
        "diem_tc2_1",
        FactType.DECIMAL,
        "Điểm: Tích cực lao động, sản xuất",
        "points: Works actively",
        0,
        10,
        "diem",
    ),
    _fact(
        "diem_tc2_2",
        FactType.DECIMAL,
        "Điểm: Nhà ở, công trình vệ sinh",
        "points: Housing and sanitation",
        0,
        10,
        "diem",
    ),
    _fact("diem_tc2_3", FactType.DECIMAL, "Điểm: Tương trợ giảm nghèo", "points: Mutual help", 0, 10, "diem"),
    _fact(
        "diem_tc3_1",
        FactType.DECIMAL,
        "Điểm: Hòa thuận, không bạo lực",
        "points: Harmony, no violence",
        0,
        10,
        "diem",
    ),
    _fact(
        "diem_tc3_2",
        FactType.DECIMAL,
        "Điểm: Chăm lo học tập của con em",
        "points: Children's schooling",
        0,
        10,
        "diem",
    ),
    _fact(
        "diem_tc3_3",
        FactType.DECIMAL,
        "Điểm: Dân số, bình đẳng giới, trẻ em",
        "points: Population, equality, children",
        0,
        10,
        "diem",
    ),
    _fact("diem_tc4_1", FactType.DECIMAL, "Điểm: Vệ sinh môi trường", "points: Cleanliness", 0, 5, "diem"),
    _fact(
        "diem_tc4_2",
        FactType.DECIMAL,
        "Điểm: Đoàn kết, an ninh trật tự",
        "points: Solidarity and order",
        0,
        5,
        "diem",
    ),
    _fact("gia_dinh_chinh_sach", FactType.FLAG, "Gia đình chính sách gương mẫu", "Merit family"),
    _fact("hien_dat_hoac_kinh_phi", FactType.FLAG, "Hiến đất, góp kinh phí công trình", "Gave land or money"),
    _fact("duoc_khen_trong_nam", FactType.FLAG, "Được khen thưởng trong năm", "Commended this year"),
    _fact(
        "con_em_dat_giai", FactType.FLAG, "Con em đạt giải cấp tỉnh trở lên", "Child with a provincial prize"
    ),
    _fact(
        "giup_ho_thoat_ngheo", FactType.FLAG, "Giúp một hộ thoát nghèo", "Helped a household out of poverty"
    ),
    _fact("tru_dt_01", FactType.INTEGER, "Vi phạm giao thông", "traffic offence", 0, 200, "lan"),
    _fact("tru_dt_02", FactType.INTEGER, "Xả rác gây ô nhiễm", "littering", 0, 200, "lan"),
    _fact(
        "tru_dt_03",
        FactType.INTEGER,
        "Bạo lực gia đình, gây mất đoàn kết",
        "domestic violence or discord",
        0,
        200,
        "lan",
    ),
    _fact(
        "tru_dt_04", FactType.INTEGER, "Cưới, tang quá giờ", "wedding or funeral past the hour", 0, 200, "lan"
    ),
    _fact(
        "tru_dt_05",
        FactType.INTEGER,
        "Chậm nghĩa vụ theo quy ước",
        "duty under the village rules late",
        0,
        200,
        "lan",
    ),
    _fact("tru_dt_06", FactType.INTEGER, "Cờ bạc, ma túy", "gambling or drugs", 0, 200, "lan"),
)

SCALE = Scale(
    id="gia_dinh_van_hoa_app_2026",
    label_vi="Bảng điểm gia đình văn hóa trong một phần mềm cấp xã",
    label_en="Cultural family scale of a commune application",
    maximum=100,
    groups=(
        Group(
            id="tc1",
            label_vi="Chấp hành chủ trương, pháp luật",
            label_en="Compliance",
            maximum=30,
            parts=(
                Judged(
                    id="tc1_1",
                    label_vi="Thành viên gương mẫu chấp hành pháp luật",
                    label_en="Members obey the law",
                    maximum=10,
                    fact="diem_tc1_1",
                ),
                Judged(
                    id="tc1_2",
                    label_vi="Nếp sống văn minh trong cưới, tang, lễ hội",
                    label_en="Civil weddings and funerals",
                    maximum=10,
                    fact="diem_tc1_2",
                ),
                Judged(
                    id="tc1_3",
                    label_vi="Tham gia cuộc vận động, phong trào",
                    label_en="Takes part in movements",
                    maximum=10,
                    fact="diem_tc1_3",
                ),
            ),
        ),
        Group(
            id="tc2",
            label_vi="Phát triển kinh tế",
            label_en="Economy",
            maximum=30,
            parts=(
                Judged(
                    id="tc2_1",
                    label_vi="Tích cực lao động, sản xuất",
                    label_en="Works actively",
                    maximum=10,
                    fact="diem_tc2_1",
                ),
                Judged(
                    id="tc2_2",
                    label_vi="Nhà ở, công trình vệ sinh",
                    label_en="Housing and sanitation",
                    maximum=10,
                    fact="diem_tc2_2",
                ),
                Judged(
                    id="tc2_3",
                    label_vi="Tương trợ giảm nghèo",
                    label_en="Mutual help",
                    maximum=10,
                    fact="diem_tc2_3",
                ),
            ),
        ),
        Group(
            id="tc3",
            label_vi="Gia đình hòa thuận, tiến bộ",
            label_en="Family life",
            maximum=30,
            parts=(
                Judged(
                    id="tc3_1",
                    label_vi="Hòa thuận, không bạo lực",
                    label_en="Harmony, no violence",
                    maximum=10,
                    fact="diem_tc3_1",
                ),
                Judged(
                    id="tc3_2",
                    label_vi="Chăm lo học tập của con em",
                    label_en="Children's schooling",
                    maximum=10,
                    fact="diem_tc3_2",
                ),
                Judged(
                    id="tc3_3",
                    label_vi="Dân số, bình đẳng giới, trẻ em",
                    label_en="Population, equality, children",
                    maximum=10,
                    fact="diem_tc3_3",
                ),
            ),
        ),
        Group(
            id="tc4",
            label_vi="Môi trường, an ninh",
            label_en="Environment and security",
            maximum=10,
            parts=(
                Judged(
                    id="tc4_1",
                    label_vi="Vệ sinh môi trường",
                    label_en="Cleanliness",
                    maximum=5,
                    fact="diem_tc4_1",
                ),
                Judged(
                    id="tc4_2",
                    label_vi="Đoàn kết, an ninh trật tự",
                    label_en="Solidarity and order",
                    maximum=5,
                    fact="diem_tc4_2",
                ),
            ),
        ),
        Group(
            id="diem_cong",
            label_vi="Điểm cộng",
            label_en="Bonus",
            maximum=12,
            bonus=True,
            outside=True,
            parts=(
                AllOrNothing(
                    id="dc_01",
                    label_vi="Gia đình chính sách gương mẫu",
                    label_en="Merit family",
                    maximum=2,
                    when=Is("gia_dinh_chinh_sach"),
                ),
                AllOrNothing(
                    id="dc_02",
                    label_vi="Hiến đất, góp kinh phí công trình",
                    label_en="Gave land or money",
                    maximum=3,
                    when=Is("hien_dat_hoac_kinh_phi"),
                ),
                AllOrNothing(
                    id="dc_03",
                    label_vi="Được khen thưởng trong năm",
                    label_en="Commended this year",
                    maximum=2,
                    when=Is("duoc_khen_trong_nam"),
                ),
                AllOrNothing(
                    id="dc_04",
                    label_vi="Con em đạt giải cấp tỉnh trở lên",
                    label_en="Child with a provincial prize",
                    maximum=2,
                    when=Is("con_em_dat_giai"),
                ),
                AllOrNothing(
                    id="dc_05",
                    label_vi="Giúp một hộ thoát nghèo",
                    label_en="Helped a household out of poverty",
                    maximum=3,
                    when=Is("giup_ho_thoat_ngheo"),
                ),
            ),
        ),
    ),
    penalties=Ledger(
        id="diem_tru",
        label_vi="Điểm trừ",
        label_en="Penalties",
        maximum=1000,
        entries=(
            Entry(
                id="dt_01",
                label_vi="Vi phạm giao thông",
                label_en="traffic offence",
                fact="tru_dt_01",
                effect=-3,
                per="case",
            ),
            Entry(
                id="dt_02",
                label_vi="Xả rác gây ô nhiễm",
                label_en="littering",
                fact="tru_dt_02",
                effect=-5,
                per="case",
            ),
            Entry(
                id="dt_03",
                label_vi="Bạo lực gia đình, gây mất đoàn kết",
                label_en="domestic violence or discord",
                fact="tru_dt_03",
                effect=-10,
                per="case",
            ),
            Entry(
                id="dt_04",
                label_vi="Cưới, tang quá giờ",
                label_en="wedding or funeral past the hour",
                fact="tru_dt_04",
                effect=-3,
                per="case",
            ),
            Entry(
                id="dt_05",
                label_vi="Chậm nghĩa vụ theo quy ước",
                label_en="duty under the village rules late",
                fact="tru_dt_05",
                effect=-2,
                per="case",
            ),
            Entry(
                id="dt_06",
                label_vi="Cờ bạc, ma túy",
                label_en="gambling or drugs",
                fact="tru_dt_06",
                effect=-15,
                per="case",
            ),
        ),
    ),
    classes=(
        ScoreClass(
            id="tieu_bieu",
            label_vi="Gia đình văn hóa tiêu biểu",
            label_en="outstanding cultural family",
            start=95,
        ),
        ScoreClass(id="gia_dinh_van_hoa", label_vi="Gia đình văn hóa", label_en="cultural family", start=90),
        ScoreClass(id="chua_dat", label_vi="Chưa đạt", label_en="not reached", start=0),
    ),
    shares=(Share(of="gia_dinh_van_hoa", percent=20),),
    defects=(
        (
            "phần mềm gán mức 20% và 95 điểm cho một nghị định không có các con số này",
            "the application ascribes 20 % and 95 points to a decree that has neither",
        ),
        (
            "bạo lực gia đình chỉ bị trừ điểm trong khi nghị định loại hẳn",
            "domestic violence only costs points where the decree bars the family",
        ),
    ),
    citation=Citation("gia_dinh_van_hoa_app_2026"),
    standing=Standing.UNCONFIRMED,
)
