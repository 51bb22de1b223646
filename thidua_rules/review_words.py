"""What the codes of a review mean, in Vietnamese and English."""

from __future__ import annotations

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "loi": ("lỗi của chính sách", "fault of the policy"),
    "vuot_uy_quyen": (
        "vượt ủy quyền",
        "overreach",
    ),
    "khong_co_chi_tieu_so": (
        "chỉ tiêu không có con số; số phải lấy từ văn bản giao chỉ tiêu",
        "a target without a figure; it must come from the instrument that assigns it",
    ),
    "khong_co_thoi_han": (
        "việc không có thời hạn trong văn bản; đang dùng ngày giả định hoặc không có ngày",
        "a deed without a day in the instrument; an assumed day is used, or none",
    ),
    "pham_vi_hep_hon_doi_tuong": (
        "phạm vi hẹp hơn đối tượng được giao việc",
        "the scope is narrower than the audience of the demands",
    ),
    "so_dai_hoi_khong_nhat_quan": (
        "số đại hội ghi không nhất quán",
        "the number of the congress is not consistent",
    ),
    "hai_ten_phong_trao": (
        "tên phong trào ghi theo hai cách",
        "the movement's name is written in two ways",
    ),
    "ngoac_kep_khong_dong": (
        "dấu ngoặc kép mở không đóng",
        "a quotation is opened and not closed",
    ),
    "liet_ke_lech_cap": (
        "liệt kê lệch cấp",
        "a list mixes levels: phases and procedural steps",
    ),
    "khong_co_khau_hieu": (
        "kế hoạch không nêu khẩu hiệu, là nội dung mà luật yêu cầu của một phong trào thi đua",
        "the plan has no slogan, which the law demands of a movement",
    ),
    "nguong_chet": (
        "ngưỡng không phân biệt được ai",
        "a threshold that tells nobody apart",
    ),
    "ngoai_le_mau_thuan": (
        "hai ngoại lệ áp dụng cùng lúc mà kết luận khác nhau",
        "two exceptions that apply together and say different things",
    ),
    "tham_so_khong_dung": (
        "tham số không được điều kiện nào dùng",
        "a parameter that no condition uses",
    ),
    "nguon_thu_cap": (
        "mới thấy ở nguồn thứ cấp",
        "seen only in a secondary source",
    ),
    "chua_doi_chieu": (
        "chưa đối chiếu với văn bản",
        "not confronted with the text",
    ),
    "gia_dinh": ("giả định của mô hình", "assumed by the model"),
}

ABOUT: Final[dict[str, tuple[str, str]]] = {
    "vuot_uy_quyen": (
        "{label} được đặt là {found}, văn bản cấp trên cho phép {allowed}",
        "{en} is set to {found}, the higher instrument allows {allowed}",
    ),
    "pham_vi_hep_hon_doi_tuong": (
        "phạm vi: {inside}; được giao việc còn có: {outside}",
        "scope: {inside_en}; also asked: {outside_en}",
    ),
    "nguong_chet": (
        "{end}, trong khi {fact} chỉ từ {low} đến {high}",
        "{end}, while {en} runs from {low} to {high}",
    ),
    "ngoai_le_mau_thuan": ("{first} và {second}", "{first} and {second}"),
    "loi": ("{problem}", "{problem}"),
}
"""What a remark is about, where that is more than a label."""

PROVISION_DEFECTS: Final = frozenset(
    {
        "so_dai_hoi_khong_nhat_quan",
        "hai_ten_phong_trao",
        "ngoac_kep_khong_dong",
        "liet_ke_lech_cap",
        "khong_co_khau_hieu",
    }
)
"""Defects that no rule can find in the policy's values: whoever read the text put them down."""

QUIET_DEFECTS: Final = frozenset({"khong_quy_dinh_khi_bang_diem", "phu_thuoc_don_vi_dan_dau", "nguon"})
"""Defects of a scale that are to be known and stop nobody."""
