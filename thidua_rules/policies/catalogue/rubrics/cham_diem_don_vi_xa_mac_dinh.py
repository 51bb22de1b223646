"""
The default scoring of a commune's units: 100 points, 10 more at most, 10 less at most. Data only.

Assumed throughout, to be replaced when the town's guidance is at hand. The self-score has five groups; the
cross-scores correct it; where the two differ by more than five percent the cluster's meeting decides and records why.
A unit that nobody appraises has ``khong_giao`` for its appraised score: until that or a score is filed, nothing stands.
"""

from __future__ import annotations

from thidua_rules.citations import Citation, Standing
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.scales import Entry, Group, Judged, Ledger, Scale, Stages, TieKey

_DON_VI = (SubjectKind.TAP_THE, SubjectKind.KHU_DAN_CU)

_GROUPS = (
    ("1", "Kinh tế", "Economy", 25),
    ("2", "Văn hóa – xã hội", "Culture and society", 25),
    ("3", "Quốc phòng – an ninh", "Defence and security", 15),
    ("4", "Hệ thống chính trị, cải cách hành chính", "Political system, administrative reform", 15),
    ("5", "Công tác thi đua, khen thưởng", "Emulation work", 20),
)


def _points(name: str, vi: str, en: str, most: int, *, unassigned: bool = False) -> FactSpec:
    return FactSpec(
        id=name, type=FactType.DECIMAL, label_vi=vi, label_en=en, unit="diem", subjects=_DON_VI, minimum=0,
        maximum=most, may_be_unassigned=unassigned,
    )  # fmt: skip


FACTS = (
    *(
        _points(f"diem_tu_cham_{n}", f"Điểm tự chấm: {vi}", f"self-score: {en}", most)
        for n, vi, en, most in _GROUPS
    ),
    FactSpec(
        id="diem_cham_cheo",
        type=FactType.RECORDS,
        label_vi="Điểm chấm chéo",
        label_en="cross-scores",
        subjects=_DON_VI,
        fields=(
            FactSpec(id="nguoi_cham", type=FactType.TEXT, label_vi="Đơn vị chấm", label_en="scored by"),
            FactSpec(
                id="diem",
                type=FactType.DECIMAL,
                label_vi="Điểm",
                label_en="points",
                unit="diem",
                minimum=0,
                maximum=100,
            ),
        ),
    ),
    _points("diem_tham_dinh", "Điểm thẩm định", "appraised score", 100, unassigned=True),
    _points(
        "diem_cum_quyet_dinh",
        "Điểm do cuộc họp cụm quyết định",
        "score decided by the cluster's meeting",
        100,
    ),
    FactSpec(
        id="ly_do_cum_quyet_dinh",
        type=FactType.TEXT,
        label_vi="Lý do của cuộc họp cụm",
        label_en="reason of the cluster's meeting",
        subjects=_DON_VI,
    ),
    FactSpec(
        id="so_bao_cao_tre",
        type=FactType.INTEGER,
        label_vi="Số báo cáo trễ",
        label_en="late reports",
        unit="bao_cao",
        subjects=_DON_VI,
        minimum=0,
        maximum=60,
    ),
    FactSpec(
        id="lanh_dao_bi_ky_luat",
        type=FactType.FLAG,
        label_vi="Lãnh đạo đơn vị bị kỷ luật",
        label_en="a leader of the unit was disciplined",
        subjects=_DON_VI,
        personal=True,
    ),
    _points("diem_thuong", "Điểm thưởng", "bonus points", 10),
)

SCALE = Scale(
    id="cham_diem_don_vi_xa_mac_dinh",
    label_vi="Chấm điểm thi đua đơn vị trong xã (mặc định)",
    label_en="Scoring of the commune's units (default)",
    maximum=100,
    groups=(
        Stages(
            id="diem_chinh",
            label_vi="Tự chấm, chấm chéo, thẩm định",
            label_en="Self-score, cross-score, appraisal",
            maximum=100,
            own=Group(
                id="tu_cham",
                label_vi="Điểm tự chấm",
                label_en="Self-score",
                maximum=100,
                parts=tuple(
                    Judged(
                        id=f"tu_cham_{n}",
                        label_vi=vi,
                        label_en=en,
                        maximum=most,
                        fact=f"diem_tu_cham_{n}",
                    )
                    for n, vi, en, most in _GROUPS
                ),
            ),
            cross="diem_cham_cheo",
            limit_percent=5,
            decided="diem_cum_quyet_dinh",
            reason="ly_do_cum_quyet_dinh",
            appraised="diem_tham_dinh",
        ),
        Group(
            id="thuong",
            label_vi="Điểm thưởng",
            label_en="Bonus",
            maximum=10,
            bonus=True,
            outside=True,
            capped=True,
            parts=(
                Judged(
                    id="diem_thuong", label_vi="Điểm thưởng", label_en="Bonus", maximum=10, fact="diem_thuong"
                ),
            ),
        ),
    ),
    penalties=Ledger(
        id="diem_tru",
        label_vi="Điểm trừ",
        label_en="Penalties",
        maximum=10,
        entries=(
            Entry(
                id="bao_cao_tre",
                label_vi="Báo cáo trễ",
                label_en="late report",
                fact="so_bao_cao_tre",
                effect=-1,
                per="report",
            ),
            Entry(
                id="lanh_dao_bi_ky_luat",
                label_vi="Lãnh đạo bị kỷ luật",
                label_en="leader disciplined",
                fact="lanh_dao_bi_ky_luat",
                effect=-5,
                per="once",
            ),
        ),
    ),
    penalty_max=10,
    ties=(TieKey(id="phieu_hoi_dong"),),
    citation=Citation("mo_hinh"),
    standing=Standing.ASSUMED,
)
