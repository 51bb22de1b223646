"""
Cashless social payments drive, scoring of communes, Cần Thơ: from a copy of the official text. Data only.
"""

from __future__ import annotations

from decimal import Decimal

from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.criteria import All, Compare, Constant, Is
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.scales import AllOrNothing, Band, Bands, Group, Guard, Linear, Sample, Scale, Share, TieKey


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
        subjects=(SubjectKind.XA,),
        may_be_unassigned=kind is not FactType.TEXT,
    )


INSTRUMENT = Instrument(
    "can_tho_khong_tien_mat_2025",
    "Kế hoạch 157/KH-UBND, 18/11/2025, UBND thành phố Cần Thơ, phụ lục, mục I",
    "Plan 157/KH-UBND of Cần Thơ, 18/11/2025",
)

FACTS = (
    _fact(
        "tuyen_truyen_so_tra_loi_co",
        FactType.INTEGER,
        "Tỷ lệ người hưởng chưa có tài khoản được tuyên truyền, vận động: số người trả lời có",
        "Share of recipients without an account who were reached: answered yes",
        0,
        None,
        "nguoi",
    ),
    _fact(
        "tuyen_truyen_so_duoc_hoi",
        FactType.INTEGER,
        "Tỷ lệ người hưởng chưa có tài khoản được tuyên truyền, vận động: số người được hỏi",
        "Share of recipients without an account who were reached: people asked",
        0,
        None,
        "nguoi",
    ),
    _fact("ke_hoach_tuyen_truyen", FactType.FLAG, "Có kế hoạch tuyên truyền", "has a plan to inform"),
    _fact("minh_chung_to_chuc", FactType.FLAG, "Có minh chứng tổ chức", "has evidence of the event"),
    _fact(
        "ty_le_tai_khoan",
        FactType.DECIMAL,
        "Tỷ lệ mở tài khoản mới hoặc tự nguyện cung cấp số tài khoản",
        "Share with a new or volunteered account",
        0,
        None,
        "phan_tram",
    ),
    _fact(
        "ty_le_the",
        FactType.DECIMAL,
        "Tỷ lệ được phát hành thẻ mới hoặc tự nguyện cung cấp thẻ",
        "Share with a new or volunteered card",
        0,
        None,
        "phan_tram",
    ),
    _fact(
        "ty_le_khong_tien_mat",
        FactType.DECIMAL,
        "Tỷ lệ được chi trả không dùng tiền mặt",
        "Share paid without cash",
        0,
        None,
        "phan_tram",
    ),
    _fact(
        "ty_le_cap_nhat_du_lieu",
        FactType.DECIMAL,
        "Tỷ lệ: Toàn bộ dữ liệu người hưởng được rà soát, cập nhật trên phần mềm",
        "share: All recipient records reviewed and updated in the software",
        0,
        None,
        "phan_tram",
    ),
    _fact(
        "so_tai_khoan_va_the_mo_moi",
        FactType.INTEGER,
        "Số tài khoản và thẻ mở mới",
        "accounts and cards opened",
        0,
        None,
        "nguoi",
    ),
    _fact(
        "so_duoc_chi_tra_khong_tien_mat",
        FactType.INTEGER,
        "Số người được chi trả không dùng tiền mặt",
        "people paid without cash",
        0,
        None,
        "nguoi",
    ),
    _fact(
        "ket_qua_cap_nhat_du_lieu",
        FactType.INTEGER,
        "Kết quả cập nhật dữ liệu",
        "records updated",
        0,
        None,
        "nguoi",
    ),
)

SCALE = Scale(
    id="can_tho_khong_tien_mat_2025",
    label_vi="Thi đua vận động chi trả trợ giúp xã hội không dùng tiền mặt (nhóm xã, phường), Cần Thơ",
    label_en="Cashless social payments drive, scoring of communes, Cần Thơ",
    maximum=115,
    groups=(
        Group(
            id="chi_tieu",
            label_vi="Chỉ tiêu cơ bản",
            label_en="Base targets",
            maximum=100,
            parts=(
                Guard(
                    id="tuyen_truyen",
                    label_vi="Tỷ lệ người hưởng chưa có tài khoản được tuyên truyền, vận động",
                    label_en="Share of recipients without an account who were reached",
                    maximum=20,
                    needs=All(
                        (
                            Is("ke_hoach_tuyen_truyen"),
                            Is("minh_chung_to_chuc"),
                        )
                    ),
                    item=Sample(
                        id="tuyen_truyen_mau",
                        label_vi="Tỷ lệ người hưởng chưa có tài khoản được tuyên truyền, vận động",
                        label_en="Share of recipients without an account who were reached",
                        maximum=20,
                        fact="tuyen_truyen_so_tra_loi_co",
                        asked="tuyen_truyen_so_duoc_hoi",
                        size=50,
                        points_per_yes=Decimal("0.4"),
                    ),
                ),
                Linear(
                    id="tai_khoan",
                    label_vi="Tỷ lệ mở tài khoản mới hoặc tự nguyện cung cấp số tài khoản",
                    label_en="Share with a new or volunteered account",
                    maximum=40,
                    fact="ty_le_tai_khoan",
                    full_at=100,
                ),
                Linear(
                    id="the_atm",
                    label_vi="Tỷ lệ được phát hành thẻ mới hoặc tự nguyện cung cấp thẻ",
                    label_en="Share with a new or volunteered card",
                    maximum=20,
                    fact="ty_le_the",
                    full_at=100,
                ),
                Linear(
                    id="chi_tra",
                    label_vi="Tỷ lệ được chi trả không dùng tiền mặt",
                    label_en="Share paid without cash",
                    maximum=20,
                    fact="ty_le_khong_tien_mat",
                    full_at=100,
                ),
            ),
        ),
        Group(
            id="diem_cong",
            label_vi="Điểm cộng",
            label_en="Bonus",
            maximum=15,
            bonus=True,
            parts=(
                AllOrNothing(
                    id="cong_tai_khoan",
                    label_vi="Mọi người hưởng đều có tài khoản (kể cả đạt trước khi có kế hoạch)",
                    label_en="Every recipient has an account (also if reached before the plan)",
                    maximum=5,
                    when=Compare("ty_le_tai_khoan", ">=", Constant(100)),
                ),
                Bands(
                    id="cong_chi_tra",
                    label_vi="Tỷ lệ chi trả không dùng tiền mặt cao",
                    label_en="High cashless share",
                    maximum=5,
                    fact="ty_le_khong_tien_mat",
                    below=0,
                    bands=(
                        Band(start=88, end=90, end_included=True, points=2),
                        Band(start=90, end=95, end_included=True, points=3),
                        Band(start=95, end=100, points=4),
                        Band(start=100, points=5),
                    ),
                ),
                AllOrNothing(
                    id="cong_du_lieu",
                    label_vi="Toàn bộ dữ liệu người hưởng được rà soát, cập nhật trên phần mềm",
                    label_en="All recipient records reviewed and updated in the software",
                    maximum=5,
                    when=Compare("ty_le_cap_nhat_du_lieu", ">=", Constant(100)),
                ),
            ),
        ),
    ),
    ties=(
        TieKey(id="so_tai_khoan_va_the_mo_moi", fact="so_tai_khoan_va_the_mo_moi"),
        TieKey(id="so_duoc_chi_tra_khong_tien_mat", fact="so_duoc_chi_tra_khong_tien_mat"),
        TieKey(id="ket_qua_cap_nhat_du_lieu", fact="ket_qua_cap_nhat_du_lieu"),
        TieKey(id="phieu_hoi_dong"),
    ),
    shares=(
        Share(of="collectives_taking_part", percent=10),
        Share(of="individuals_taking_part", percent=5),
    ),
    citation=Citation("can_tho_khong_tien_mat_2025"),
    standing=Standing.CONFIRMED,
)
