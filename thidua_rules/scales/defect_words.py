"""What the codes of a scale's defects mean, in Vietnamese and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "dai_chong_nhau": ("hai dải điểm chồng nhau tại {at}", "two bands overlap at {at}"),
    "dai_ho": ("không dải nào nhận giá trị {at}", "no band takes the value {at}"),
    "dai_ho_duoi": ("nguồn không nói dưới {at} được bao nhiêu điểm", "the source is silent below {at}"),
    "dai_giam": ("điểm giảm khi kết quả tăng", "points fall while the figure rises"),
    "tren_hay_tu": (
        "nguồn ghi vừa 'trên' vừa 'từ' {start} điểm",
        "the source says both above and from {start}",
    ),
    "khong_dat_toi_da": (
        "tối đa ghi {maximum} nhưng quy tắc chỉ cho tới {best}",
        "the maximum says {maximum} but the rules reach only {best}",
    ),
    "cong_khong_khop": (
        "các phần cộng được {total}, ghi {maximum}",
        "the parts add up to {total}, not {maximum}",
    ),
    "tru_vuot_toi_da": (
        "trừ {effect} trong khi mục chỉ có {maximum} điểm: không nói có chặn ở 0",
        "takes {effect} of an item of {maximum}: whether it stops at 0 is not said",
    ),
    "so_am_trong_cot_thuong": (
        "số âm {effect} nằm trong cột thưởng",
        "the negative number {effect} stands in the bonus column",
    ),
    "vuot_tran_khi_cham": (
        "bước {stage} cho {given} điểm, theo đúng bảng là {letter}",
        "the stage {stage} gives {given} points, the letter of the table {letter}",
    ),
    "danh_sach_thieu": (
        "danh sách nêu {listed} tên, tối đa cần {needed}",
        "the list names {listed}, the maximum needs {needed}",
    ),
    "lop_ho": (
        "điểm giữa {end} và {start} không thuộc loại nào, chỉ kín khi điểm lẻ đến {step}",
        "points between {end} and {start} have no class, closed only if points move in steps of {step}",
    ),
    "quy_doi_sai_khoi": (
        "quy về {block} điểm trong khi khối có {maximum}",
        "rescales to {block} while the block has {maximum}",
    ),
    "thuong_khong_tran": (
        "điểm thưởng theo {per} không có trần: thưởng số lượng giấy tờ",
        "a bonus per {per} that nothing limits: it rewards paper",
    ),
    "phu_thuoc_don_vi_dan_dau": (
        "điểm phụ thuộc đơn vị dẫn đầu: thêm một đơn vị mạnh làm giảm điểm mọi đơn vị khác",
        "depends on the best of the cluster: adding a strong unit lowers everybody else",
    ),
    "khong_quy_dinh_khi_bang_diem": (
        "không nói xử lý khi bằng điểm",
        "says nothing about equal points",
    ),
}
