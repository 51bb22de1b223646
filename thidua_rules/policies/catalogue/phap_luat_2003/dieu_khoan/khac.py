"""The other instruments of this regime, article by article as far as the sources reach. Data only."""

from __future__ import annotations

from thidua_rules.policies.catalogue.phap_luat_2003.dieu_khoan.ghi import CHUA_DOC, NGUYEN_TAC, dieu

_V, _X = "nd_122_2018", "nd_90_2020"

PROVISIONS = (
    dieu(
        "luat_47_2005",
        "Luật sửa đổi năm 2005: đã gộp vào luật",
        "the amending law of 2005, taken into the law",
        why=NGUYEN_TAC,
    ),
    dieu(
        "luat_32_2009",
        "Luật năm 2009 có sửa luật này (luật di sản văn hóa)",
        "the law of 2009 that touched it (cultural heritage)",
        why=NGUYEN_TAC,
    ),
    dieu(
        "luat_39_2013",
        "Luật sửa đổi năm 2013: đã gộp vào luật",
        "the amending law of 2013, taken into the law",
        why=NGUYEN_TAC,
    ),
    dieu("nd_38_2019", "Lương cơ sở 1.490.000 đồng", "base salary of 1,490,000 đồng", "luong_co_so"),
    dieu(
        "tt_12_2019",
        "Chưa khen khi đang xem xét kỷ luật, có dấu hiệu vi phạm, đang xác minh khiếu nại, tố cáo; đề nghị đúng hình thức đạt tiêu chuẩn; trong một năm không hai hình thức cấp Nhà nước",
        "not yet while a matter is pending; the form whose standard is met; no two State-level forms in a year",
        "tam_hoan",
    ),
    dieu(
        "tt_08_2017",
        "Bản trước của Thông tư 12/2019: không cộng lại thành tích đã khen; thời gian tính từ lần khen trước",
        "the circular before: no adding up again; the clock runs from the previous award",
        "tam_hoan",
    ),
    dieu(
        "tt_05_2020",
        "Bãi bỏ khoản 7 Điều 2 Thông tư 12/2019",
        "repeals clause 7 of article 2 of circular 12/2019",
        why=CHUA_DOC,
    ),
    dieu(
        "thu_tuc_khen_thuong_xa",
        "Bốn thủ tục giấy khen và thủ tục Lao động tiên tiến ở cấp xã",
        "the commune's procedures",
        "giay_khen_chu_tich_ubnd_xa lao_dong_tien_tien tang_giay_khen_xa tang_lao_dong_tien_tien",
    ),
    dieu(
        "thu_tuc_danh_hieu_huyen",
        "Thủ tục danh hiệu thi đua ở cấp huyện: thẩm định trong 20 ngày làm việc",
        "the district's procedure of titles: twenty working days of appraisal",
        "thoi_han_tham_dinh_huyen",
    ),
    dieu(
        "hd_21_btctw_2019",
        "Trần 20% xếp loại xuất sắc, của Đảng; không bật mặc định",
        "the Party's ceiling of 20 % on excellent ratings; off by default",
        "tran_htxs co_so_tran_htxs",
    ),
    dieu(
        f"{_V}/5",
        "Thang 100 điểm; mỗi tiêu chuẩn từ 50%",
        "100 points; half of each standard",
        "moi_tieu_chuan_tu_50",
    ),
    dieu(
        f"{_V}/5/3",
        "Mức điểm của gia đình theo khu vực",
        "the thresholds of families",
        "du_diem nguong_gdvh_do_thi nguong_gdvh_con_lai nguong_gdvh_kho_khan",
    ),
    dieu(
        f"{_V}/5/4",
        "Mức điểm của khu dân cư theo khu vực",
        "the thresholds of areas",
        "du_diem nguong_kdcvh_do_thi nguong_kdcvh_con_lai nguong_kdcvh_kho_khan",
    ),
    dieu(
        f"{_V}/6",
        "Ba tiêu chuẩn, 24 tiêu chí của gia đình",
        "three standards, 24 criteria of families",
        "thang_diem_gia_dinh_van_hoa",
    ),
    dieu(f"{_V}/7", "Bảy trường hợp không xét gia đình", "seven refusals", "khong_vi_pham_truy_to"),
    dieu(f"{_V}/8", "Hồ sơ của gia đình", "the family's dossier", "cong_nhan_gia_dinh_van_hoa"),
    dieu(
        f"{_V}/9",
        "Họp bình xét: từ 60% dự, từ 60% đồng ý; 3 và 5 ngày làm việc",
        "the meeting: 60 % and 60 %; three and five working days",
        "du_nguoi_hop du_phieu_dong_y cong_nhan_gia_dinh_van_hoa thoi_han_gui_ho_so_van_hoa thoi_han_quyet_dinh_van_hoa",
    ),
    dieu(
        f"{_V}/10",
        "Giấy khen Gia đình văn hóa: ba năm liên tục, không quá 15%",
        "certificate of a cultural family: three years, 15 %",
        "giay_khen_gia_dinh_van_hoa",
    ),
    dieu(
        f"{_V}/11", "Trình tự giấy khen Gia đình văn hóa", "its procedure", "tang_giay_khen_gia_dinh_van_hoa"
    ),
    dieu(
        f"{_V}/12",
        "Năm tiêu chuẩn, 27 tiêu chí của khu dân cư",
        "five standards, 27 criteria of areas",
        "thang_diem_khu_dan_cu_van_hoa",
    ),
    dieu(
        f"{_V}/13", "Trường hợp không xét khu dân cư", "refusals of areas", "khong_thuoc_truong_hop_khong_xet"
    ),
    dieu(f"{_V}/14", "Hồ sơ của khu dân cư", "the area's dossier", "cong_nhan_khu_dan_cu_van_hoa"),
    dieu(
        f"{_V}/15",
        "Họp xét khu dân cư: từ 60% dự, từ 60% đồng ý; 3 và 5 ngày làm việc",
        "the meeting on areas: 60 % and 60 %",
        "du_nguoi_hop du_phieu_dong_y cong_nhan_khu_dan_cu_van_hoa",
    ),
    dieu(
        f"{_V}/16",
        "Giấy khen Khu dân cư văn hóa: năm năm liên tục, không quá 15%",
        "certificate of a cultural area: five years, 15 %",
        "giay_khen_khu_dan_cu_van_hoa",
    ),
    dieu(
        f"{_V}/17",
        "Trình tự giấy khen Khu dân cư văn hóa",
        "its procedure",
        "tang_giay_khen_khu_dan_cu_van_hoa thoi_han_hop_hoi_dong_giay_khen_khu thoi_han_quyet_dinh_giay_khen_khu",
    ),
    dieu(
        f"{_X}/2/3",
        "Làm việc dưới 6 tháng không xếp loại; nghỉ 3 đến dưới 6 tháng không xếp từ tốt; thai sản",
        "under six months not rated; three to six months absent never good; maternity",
        "thoi_gian_nghi_viec",
    ),
    dieu(f"{_X}/3", "Năm nhóm tiêu chí chung", "five groups of common criteria", "xep_loai_htxsnv"),
    *(
        dieu(f"{_X}/{article}", vi, en, award)
        for article, vi, en, award in (
            ("4", "Cán bộ hoàn thành xuất sắc", "elected officials, excellent", "xep_loai_htxsnv"),
            ("5", "Cán bộ hoàn thành tốt", "elected officials, good", "xep_loai_httnv"),
            ("6", "Cán bộ hoàn thành", "elected officials, fulfilled", "xep_loai_htnv"),
            ("7", "Cán bộ không hoàn thành", "elected officials, not fulfilled", "xep_loai_khtnv"),
            ("8", "Công chức hoàn thành xuất sắc", "civil servants, excellent", "xep_loai_htxsnv"),
            ("9", "Công chức hoàn thành tốt", "civil servants, good", "xep_loai_httnv"),
            ("10", "Công chức hoàn thành", "civil servants, fulfilled", "xep_loai_htnv"),
            ("11", "Công chức không hoàn thành", "civil servants, not fulfilled", "xep_loai_khtnv"),
            ("12", "Viên chức hoàn thành xuất sắc", "public employees, excellent", "xep_loai_htxsnv"),
            ("13", "Viên chức hoàn thành tốt", "public employees, good", "xep_loai_httnv"),
            ("14", "Viên chức hoàn thành", "public employees, fulfilled", "xep_loai_htnv"),
            ("15", "Viên chức không hoàn thành", "public employees, not fulfilled", "xep_loai_khtnv"),
        )
    ),
    dieu(
        f"{_X}/20/1",
        "Chuyển công tác: nơi mới xếp loại, có ý kiến nơi cũ từ 6 tháng",
        "transfer: the new unit rates, with the old one's opinion from six months",
        "chuyen_cong_tac",
    ),
    dieu(
        f"{_X}/20/2",
        "Xếp loại trước 15/12, trước khi xét thi đua",
        "rating before 15 December and before the review of titles",
        "xet_nam ngay_cuoi_xep_loai",
    ),
)
