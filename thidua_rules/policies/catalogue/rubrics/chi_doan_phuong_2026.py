"""
Scoring of neighbourhood youth-union branches of a ward: from an application's data, not law. Data only.
"""

from __future__ import annotations

from decimal import Decimal

from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.scales import Evidence, Group, Judged, Scale, ScoreClass


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
        subjects=(SubjectKind.TAP_THE,),
        may_be_unassigned=kind is not FactType.TEXT,
    )


INSTRUMENT = Instrument(
    "chi_doan_phuong_2026",
    "Dữ liệu mẫu của phần mềm chấm chi đoàn (phường Chánh Hiệp)",
    "data of an application that scores youth-union branches",
)

FACTS = (
    _fact(
        "diem_tc1_1",
        FactType.DECIMAL,
        "Điểm: Học tập nghị quyết, chuyên đề; ít nhất 95% đoàn viên",
        "points: Study sessions, 95 % of members",
        0,
        10,
        "diem",
    ),
    _fact(
        "minh_chung_tc1_1",
        FactType.FLAG,
        "Có minh chứng: Học tập nghị quyết, chuyên đề; ít nhất 95% đoàn viên",
        "evidence filed: Study sessions, 95 % of members",
    ),
    _fact(
        "diem_tc1_2",
        FactType.DECIMAL,
        "Điểm: Tuyên truyền mạng xã hội, hai tin mỗi tuần",
        "points: Two posts a week",
        0,
        8,
        "diem",
    ),
    _fact(
        "minh_chung_tc1_2",
        FactType.FLAG,
        "Có minh chứng: Tuyên truyền mạng xã hội, hai tin mỗi tuần",
        "evidence filed: Two posts a week",
    ),
    _fact(
        "diem_tc1_3",
        FactType.DECIMAL,
        "Điểm: Về nguồn, đền ơn đáp nghĩa",
        "points: Heritage and gratitude",
        0,
        7,
        "diem",
    ),
    _fact(
        "minh_chung_tc1_3",
        FactType.FLAG,
        "Có minh chứng: Về nguồn, đền ơn đáp nghĩa",
        "evidence filed: Heritage and gratitude",
    ),
    _fact(
        "diem_tc2_1",
        FactType.DECIMAL,
        "Điểm: Thứ bảy tình nguyện, Chủ nhật xanh",
        "points: Volunteer Saturdays",
        0,
        12,
        "diem",
    ),
    _fact(
        "minh_chung_tc2_1",
        FactType.FLAG,
        "Có minh chứng: Thứ bảy tình nguyện, Chủ nhật xanh",
        "evidence filed: Volunteer Saturdays",
    ),
    _fact(
        "diem_tc2_2",
        FactType.DECIMAL,
        "Điểm: Công trình thanh niên có nghiệm thu",
        "points: Youth project accepted",
        0,
        13,
        "diem",
    ),
    _fact(
        "minh_chung_tc2_2",
        FactType.FLAG,
        "Có minh chứng: Công trình thanh niên có nghiệm thu",
        "evidence filed: Youth project accepted",
    ),
    _fact(
        "diem_tc2_3",
        FactType.DECIMAL,
        "Điểm: Hiến máu, an sinh",
        "points: Blood donation and welfare",
        0,
        10,
        "diem",
    ),
    _fact(
        "minh_chung_tc2_3",
        FactType.FLAG,
        "Có minh chứng: Hiến máu, an sinh",
        "evidence filed: Blood donation and welfare",
    ),
    _fact(
        "diem_tc3_1",
        FactType.DECIMAL,
        "Điểm: Phát triển đoàn viên, dữ liệu số",
        "points: Membership and data",
        0,
        10,
        "diem",
    ),
    _fact(
        "minh_chung_tc3_1",
        FactType.FLAG,
        "Có minh chứng: Phát triển đoàn viên, dữ liệu số",
        "evidence filed: Membership and data",
    ),
    _fact(
        "diem_tc3_2",
        FactType.DECIMAL,
        "Điểm: Sinh hoạt chi đoàn định kỳ",
        "points: Regular meetings",
        0,
        10,
        "diem",
    ),
    _fact(
        "minh_chung_tc3_2",
        FactType.FLAG,
        "Có minh chứng: Sinh hoạt chi đoàn định kỳ",
        "evidence filed: Regular meetings",
    ),
    _fact(
        "diem_tc4_1",
        FactType.DECIMAL,
        "Điểm: Tổ công nghệ số cộng đồng",
        "points: Community digital team",
        0,
        10,
        "diem",
    ),
    _fact(
        "minh_chung_tc4_1",
        FactType.FLAG,
        "Có minh chứng: Tổ công nghệ số cộng đồng",
        "evidence filed: Community digital team",
    ),
    _fact(
        "diem_tc4_2",
        FactType.DECIMAL,
        "Điểm: Ít nhất một sáng kiến được công nhận",
        "points: One recognised initiative",
        0,
        10,
        "diem",
    ),
    _fact(
        "minh_chung_tc4_2",
        FactType.FLAG,
        "Có minh chứng: Ít nhất một sáng kiến được công nhận",
        "evidence filed: One recognised initiative",
    ),
)

SCALE = Scale(
    id="chi_doan_phuong_2026",
    label_vi="Chấm điểm thi đua chi đoàn khu phố thuộc một đoàn phường",
    label_en="Scoring of neighbourhood youth-union branches of a ward",
    maximum=100,
    groups=(
        Group(
            id="nhom_1",
            label_vi="Tuyên giáo, giáo dục truyền thống",
            label_en="Education",
            maximum=25,
            parts=(
                Evidence(
                    id="tc1_1",
                    label_vi="Học tập nghị quyết, chuyên đề; ít nhất 95% đoàn viên",
                    label_en="Study sessions, 95 % of members",
                    maximum=10,
                    fact="minh_chung_tc1_1",
                    item=Judged(
                        id="tc1_1_diem",
                        label_vi="Học tập nghị quyết, chuyên đề; ít nhất 95% đoàn viên",
                        label_en="Study sessions, 95 % of members",
                        maximum=10,
                        fact="diem_tc1_1",
                    ),
                ),
                Evidence(
                    id="tc1_2",
                    label_vi="Tuyên truyền mạng xã hội, hai tin mỗi tuần",
                    label_en="Two posts a week",
                    maximum=8,
                    fact="minh_chung_tc1_2",
                    item=Judged(
                        id="tc1_2_diem",
                        label_vi="Tuyên truyền mạng xã hội, hai tin mỗi tuần",
                        label_en="Two posts a week",
                        maximum=8,
                        fact="diem_tc1_2",
                    ),
                ),
                Evidence(
                    id="tc1_3",
                    label_vi="Về nguồn, đền ơn đáp nghĩa",
                    label_en="Heritage and gratitude",
                    maximum=7,
                    fact="minh_chung_tc1_3",
                    item=Judged(
                        id="tc1_3_diem",
                        label_vi="Về nguồn, đền ơn đáp nghĩa",
                        label_en="Heritage and gratitude",
                        maximum=7,
                        fact="diem_tc1_3",
                    ),
                ),
            ),
        ),
        Group(
            id="nhom_2",
            label_vi="Phong trào hành động, tình nguyện",
            label_en="Volunteering",
            maximum=35,
            parts=(
                Evidence(
                    id="tc2_1",
                    label_vi="Thứ bảy tình nguyện, Chủ nhật xanh",
                    label_en="Volunteer Saturdays",
                    maximum=12,
                    fact="minh_chung_tc2_1",
                    item=Judged(
                        id="tc2_1_diem",
                        label_vi="Thứ bảy tình nguyện, Chủ nhật xanh",
                        label_en="Volunteer Saturdays",
                        maximum=12,
                        fact="diem_tc2_1",
                    ),
                ),
                Evidence(
                    id="tc2_2",
                    label_vi="Công trình thanh niên có nghiệm thu",
                    label_en="Youth project accepted",
                    maximum=13,
                    fact="minh_chung_tc2_2",
                    item=Judged(
                        id="tc2_2_diem",
                        label_vi="Công trình thanh niên có nghiệm thu",
                        label_en="Youth project accepted",
                        maximum=13,
                        fact="diem_tc2_2",
                    ),
                ),
                Evidence(
                    id="tc2_3",
                    label_vi="Hiến máu, an sinh",
                    label_en="Blood donation and welfare",
                    maximum=10,
                    fact="minh_chung_tc2_3",
                    item=Judged(
                        id="tc2_3_diem",
                        label_vi="Hiến máu, an sinh",
                        label_en="Blood donation and welfare",
                        maximum=10,
                        fact="diem_tc2_3",
                    ),
                ),
            ),
        ),
        Group(
            id="nhom_3",
            label_vi="Xây dựng Đoàn, Hội, Đội",
            label_en="Organisation",
            maximum=20,
            parts=(
                Evidence(
                    id="tc3_1",
                    label_vi="Phát triển đoàn viên, dữ liệu số",
                    label_en="Membership and data",
                    maximum=10,
                    fact="minh_chung_tc3_1",
                    item=Judged(
                        id="tc3_1_diem",
                        label_vi="Phát triển đoàn viên, dữ liệu số",
                        label_en="Membership and data",
                        maximum=10,
                        fact="diem_tc3_1",
                    ),
                ),
                Evidence(
                    id="tc3_2",
                    label_vi="Sinh hoạt chi đoàn định kỳ",
                    label_en="Regular meetings",
                    maximum=10,
                    fact="minh_chung_tc3_2",
                    item=Judged(
                        id="tc3_2_diem",
                        label_vi="Sinh hoạt chi đoàn định kỳ",
                        label_en="Regular meetings",
                        maximum=10,
                        fact="diem_tc3_2",
                    ),
                ),
            ),
        ),
        Group(
            id="nhom_4",
            label_vi="Chuyển đổi số, sáng kiến",
            label_en="Digital work and initiatives",
            maximum=20,
            parts=(
                Evidence(
                    id="tc4_1",
                    label_vi="Tổ công nghệ số cộng đồng",
                    label_en="Community digital team",
                    maximum=10,
                    fact="minh_chung_tc4_1",
                    item=Judged(
                        id="tc4_1_diem",
                        label_vi="Tổ công nghệ số cộng đồng",
                        label_en="Community digital team",
                        maximum=10,
                        fact="diem_tc4_1",
                    ),
                ),
                Evidence(
                    id="tc4_2",
                    label_vi="Ít nhất một sáng kiến được công nhận",
                    label_en="One recognised initiative",
                    maximum=10,
                    fact="minh_chung_tc4_2",
                    item=Judged(
                        id="tc4_2_diem",
                        label_vi="Ít nhất một sáng kiến được công nhận",
                        label_en="One recognised initiative",
                        maximum=10,
                        fact="diem_tc4_2",
                    ),
                ),
            ),
        ),
    ),
    classes=(
        ScoreClass(id="xuat_sac", label_vi="Xuất sắc", label_en="excellent", start=85),
        ScoreClass(id="kha", label_vi="Khá", label_en="fair", start=70),
        ScoreClass(id="trung_binh", label_vi="Trung bình", label_en="average", start=50),
        ScoreClass(id="chua_xep_loai", label_vi="Chưa xếp loại", label_en="not classed", start=0),
    ),
    citation=Citation("chi_doan_phuong_2026"),
    standing=Standing.UNCONFIRMED,
)
