"""What a yearly rating is made of: results of the work, and those of the unit that somebody leads. Data only."""

from __future__ import annotations

from thidua_rules.facts import Choice, FactSpec
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien.kieu import CA_NHAN, CHOICE, DECIMAL, FLAG


def _ty_le(name: str, vi: str, en: str) -> FactSpec:
    return FactSpec(
        id=name,
        type=DECIMAL,
        label_vi=vi,
        label_en=en,
        unit="phan_tram",
        subjects=CA_NHAN,
        minimum=0,
        maximum=100,
    )


def _co(name: str, vi: str, en: str, *, personal: bool = False) -> FactSpec:
    return FactSpec(id=name, type=FLAG, label_vi=vi, label_en=en, subjects=CA_NHAN, personal=personal)


TIEU_CHI_XEP_LOAI = (
    FactSpec(
        id="tieu_chi_chung",
        type=CHOICE,
        label_vi="Tiêu chí chung: chính trị tư tưởng, đạo đức, tác phong, kỷ luật",
        label_en="common criteria: political thought, ethics, working style, discipline",
        subjects=CA_NHAN,
        choices=(
            Choice("khong_dat", "Không đáp ứng", "not met"),
            Choice("dat", "Đáp ứng", "met"),
            Choice("tot", "Thực hiện tốt", "carried out well"),
        ),
    ),
    FactSpec(
        id="hieu_qua_cong_viec",
        type=CHOICE,
        label_vi="Hiệu quả công việc",
        label_en="efficiency of the work",
        subjects=CA_NHAN,
        choices=(
            Choice("chua_dat", "Chưa đạt", "not reached"),
            Choice("dat", "Đạt", "reached"),
            Choice("cao", "Cao", "high"),
        ),
    ),
    _ty_le("ty_le_nhiem_vu_hoan_thanh", "Tỷ lệ nhiệm vụ đã hoàn thành", "share of tasks done"),
    _ty_le(
        "ty_le_dung_tien_do_chat_luong",
        "Tỷ lệ nhiệm vụ đúng tiến độ, bảo đảm chất lượng",
        "share of tasks on time and of due quality",
    ),
    _ty_le("ty_le_vuot_muc", "Tỷ lệ nhiệm vụ hoàn thành vượt mức", "share of tasks above plan"),
    _ty_le(
        "ty_le_tieu_chi_cham_kem",
        "Tỷ lệ tiêu chí chậm tiến độ hoặc chất lượng thấp",
        "share of criteria late or of low quality",
    ),
    _ty_le(
        "ty_le_tieu_chi_khong_dat",
        "Tỷ lệ tiêu chí kết quả không đạt",
        "share of result criteria not reached",
    ),
    _co(
        "bieu_hien_suy_thoai",
        "Có biểu hiện suy thoái về tư tưởng chính trị, đạo đức, lối sống",
        "shows decline in political thought, ethics or life-style",
        personal=True,
    ),
    _ty_le(
        "don_vi_ty_le_chi_tieu_dat",
        "Đơn vị phụ trách: tỷ lệ chỉ tiêu hoàn thành",
        "unit led: share of targets reached",
    ),
    _ty_le(
        "don_vi_ty_le_chi_tieu_vuot",
        "Đơn vị phụ trách: tỷ lệ chỉ tiêu vượt mức",
        "unit led: share of targets exceeded",
    ),
    _ty_le(
        "don_vi_ty_le_dung_tien_do_chat_luong",
        "Đơn vị phụ trách: tỷ lệ chỉ tiêu đúng tiến độ, bảo đảm chất lượng",
        "unit led: share of targets on time and of due quality",
    ),
    _ty_le(
        "truc_thuoc_ty_le_tu_htnv",
        "Tỷ lệ đơn vị thuộc quyền hoàn thành nhiệm vụ trở lên",
        "share of sub-units that fulfil their duties or better",
    ),
    _ty_le(
        "truc_thuoc_ty_le_tu_httnv",
        "Tỷ lệ đơn vị thuộc quyền hoàn thành tốt nhiệm vụ trở lên",
        "share of sub-units that fulfil their duties well or better",
    ),
    _co(
        "truc_thuoc_tham_nhung_lang_phi",
        "Đơn vị thuộc quyền liên quan tham nhũng, lãng phí và đã bị xử lý",
        "a sub-unit was involved in corruption or waste and was dealt with",
    ),
)
