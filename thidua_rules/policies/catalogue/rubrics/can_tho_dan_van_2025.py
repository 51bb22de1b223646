"""
Rating of mass mobilisation and grass-roots democracy in state bodies, Cần Thơ: from a copy of the official text. Data only.
"""

from __future__ import annotations

from decimal import Decimal

from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.criteria import Is
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.scales import Ceiling, Entry, Group, Judged, Ledger, Scale, ScoreClass, Share, TieKey


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
    "can_tho_dan_van_2025",
    "Quyết định 2579/QĐ-UBND, 21/11/2025, UBND thành phố Cần Thơ (Điều 3-8; phụ lục tiêu chí không có trong bản sao)",
    "Decision 2579/QĐ-UBND of Cần Thơ, 21/11/2025",
)

FACTS = (
    _fact(
        "diem_to_chuc",
        FactType.DECIMAL,
        "Điểm: Tổ chức và cụ thể hóa văn bản",
        "points: Organisation and documents",
        0,
        10,
        "diem",
    ),
    _fact(
        "diem_tham_muu",
        FactType.DECIMAL,
        "Điểm: Tham mưu, tổ chức thực hiện",
        "points: Advice and execution",
        0,
        90,
        "diem",
    ),
    _fact(
        "diem_diem_thuong",
        FactType.DECIMAL,
        "Điểm: Mô hình 'Dân vận khéo' được công nhận",
        "points: Recognised models",
        0,
        3,
        "diem",
    ),
    _fact("diem_tru", FactType.DECIMAL, "Điểm trừ", "points taken", 0, 100, "diem"),
    _fact(
        "tham_nhung_hoac_mat_doan_ket_nghiem_trong",
        FactType.FLAG,
        "Có tham nhũng hoặc mất đoàn kết nghiêm trọng",
        "corruption or serious disunity",
    ),
    _fact(
        "lanh_dao_bi_cach_chuc_tro_len",
        FactType.FLAG,
        "Lãnh đạo bị cách chức trở lên",
        "a leader removed from post",
    ),
    _fact(
        "nguoi_trong_don_vi_bi_xu_ly_hinh_su",
        FactType.FLAG,
        "Người trong đơn vị bị xử lý hình sự",
        "a member prosecuted",
    ),
    _fact("khong_tu_cham_diem", FactType.FLAG, "Không tự chấm điểm", "no self-score"),
    _fact(
        "nguoi_dung_dau_hoac_cap_pho_bi_khien_trach",
        FactType.FLAG,
        "Người đứng đầu hoặc cấp phó bị khiển trách",
        "head or deputy reprimanded",
    ),
    _fact(
        "nguoi_dung_dau_hoac_cap_pho_bi_canh_cao",
        FactType.FLAG,
        "Người đứng đầu hoặc cấp phó bị cảnh cáo",
        "head or deputy warned",
    ),
)

SCALE = Scale(
    id="can_tho_dan_van_2025",
    label_vi="Đánh giá, xếp loại công tác dân vận và dân chủ cơ sở của cơ quan nhà nước, Cần Thơ",
    label_en="Rating of mass mobilisation and grass-roots democracy in state bodies, Cần Thơ",
    maximum=100,
    groups=(
        Judged(
            id="to_chuc",
            label_vi="Tổ chức và cụ thể hóa văn bản",
            label_en="Organisation and documents",
            maximum=10,
            fact="diem_to_chuc",
        ),
        Judged(
            id="tham_muu",
            label_vi="Tham mưu, tổ chức thực hiện",
            label_en="Advice and execution",
            maximum=90,
            fact="diem_tham_muu",
        ),
        Group(
            id="diem_thuong_nhom",
            label_vi="Mô hình 'Dân vận khéo' được công nhận",
            label_en="Recognised models",
            maximum=3,
            bonus=True,
            outside=True,
            parts=(
                Judged(
                    id="diem_thuong",
                    label_vi="Mô hình 'Dân vận khéo' được công nhận",
                    label_en="Recognised models",
                    maximum=3,
                    fact="diem_diem_thuong",
                ),
            ),
        ),
    ),
    penalties=Ledger(
        id="diem_tru",
        label_vi="Điểm trừ",
        label_en="Penalties",
        maximum=3,
        entries=(
            Entry(
                id="diem_tru",
                label_vi="Điểm trừ",
                label_en="points taken",
                fact="diem_tru",
                effect=-1,
                per="point",
            ),
        ),
    ),
    penalty_max=3,
    classes=(
        ScoreClass(
            id="hoan_thanh_xuat_sac",
            label_vi="Hoàn thành xuất sắc",
            label_en="excellent",
            start=95,
            no_zero_item=True,
        ),
        ScoreClass(
            id="hoan_thanh_tot", label_vi="Hoàn thành tốt", label_en="good", start=85, no_zero_item=True
        ),
        ScoreClass(id="hoan_thanh", label_vi="Hoàn thành", label_en="fulfilled", start=75),
        ScoreClass(id="khong_hoan_thanh", label_vi="Không hoàn thành", label_en="not fulfilled", start=0),
    ),
    ceilings=(
        Ceiling(when=Is("tham_nhung_hoac_mat_doan_ket_nghiem_trong"), at_most="khong_hoan_thanh"),
        Ceiling(when=Is("lanh_dao_bi_cach_chuc_tro_len"), at_most="khong_hoan_thanh"),
        Ceiling(when=Is("nguoi_trong_don_vi_bi_xu_ly_hinh_su"), at_most="khong_hoan_thanh"),
        Ceiling(when=Is("khong_tu_cham_diem"), at_most="khong_hoan_thanh"),
        Ceiling(when=Is("nguoi_dung_dau_hoac_cap_pho_bi_khien_trach"), at_most="hoan_thanh_tot"),
        Ceiling(when=Is("nguoi_dung_dau_hoac_cap_pho_bi_canh_cao"), at_most="hoan_thanh"),
    ),
    ties=(TieKey(id="co_quan_danh_gia_quyet_dinh"),),
    shares=(
        Share(of="co_quan_trung_uong:tap_the", places=2),
        Share(of="co_quan_trung_uong:ca_nhan", places=4),
        Share(of="co_quan_thanh_pho:tap_the", places=3),
        Share(of="co_quan_thanh_pho:ca_nhan", places=6),
        Share(of="xa_phuong:tap_the", places=15),
        Share(of="xa_phuong:ca_nhan", places=30),
    ),
    citation=Citation("can_tho_dan_van_2025"),
    standing=Standing.CONFIRMED,
)
