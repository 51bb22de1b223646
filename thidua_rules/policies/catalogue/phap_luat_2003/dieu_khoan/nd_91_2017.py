"""Decree 91/2017, article by article as far as the sources reach. Data only."""

from __future__ import annotations

from thidua_rules.policies.catalogue.phap_luat_2003.dieu_khoan.ghi import (
    CAP_TREN,
    CHUA_DOC,
    NGUYEN_TAC,
    TO_CHUC,
    dieu,
)

_N = "nd_91_2017"

PROVISIONS = (
    dieu(
        f"{_N}/3",
        "Nguyên tắc: không cần hình thức thấp trước, ưu tiên nữ và người trực tiếp, thành tích theo đợt",
        "principles: no lower form first, preference for women and direct workers, results of campaigns",
        "uu_tien_nu truc_tiep uu_tien_70_nu",
    ),
    dieu(
        f"{_N}/4",
        "Hình thức tổ chức thi đua thường xuyên và theo đợt",
        "how regular and campaign emulation is organised",
        why=TO_CHUC,
    ),
    dieu(f"{_N}/5", "Nội dung tổ chức phong trào", "what a movement holds", why=TO_CHUC),
    dieu(f"{_N}/6", "Trách nhiệm của người đứng đầu", "duties of heads", why=TO_CHUC),
    dieu(
        f"{_N}/7",
        "Trách nhiệm của Mặt trận, đoàn thể, báo chí",
        "duties of fronts, organisations and press",
        why=TO_CHUC,
    ),
    dieu(f"{_N}/9/1", "Chiến sĩ thi đua toàn quốc", "national fighter", "chien_si_thi_dua_toan_quoc"),
    dieu(f"{_N}/9/2", "Chiến sĩ thi đua cấp tỉnh", "provincial fighter", "chien_si_thi_dua_cap_tinh"),
    dieu(
        f"{_N}/9/3",
        "Chiến sĩ thi đua cơ sở: sáng kiến, đề tài; không quá 15% số Lao động tiên tiến",
        "grass-roots fighter: initiative or topic; at most 15 % of advanced workers",
        "sang_kien_hoac_de_tai ty_le_cstdcs",
    ),
    dieu(
        f"{_N}/10/1",
        "Lao động tiên tiến theo tiêu chuẩn của luật",
        "advanced worker by the law's standards",
        "tieu_chuan_ldtt",
    ),
    dieu(
        f"{_N}/10/2",
        "Thời gian điều trị vết thương khi chiến đấu, cứu người, cứu tài sản được tính",
        "treatment of a wound received in combat or rescue counts",
        "thoi_gian_nghi_viec",
    ),
    dieu(f"{_N}/10/3", "Thời gian đào tạo, bồi dưỡng", "training", "dao_tao"),
    dieu(
        f"{_N}/10/4", "Thời gian nghỉ thai sản được tính", "maternity leave counts", "nghi_thai_san_duoc_tinh"
    ),
    dieu(f"{_N}/10/5", "Chuyển công tác, biệt phái", "transfer and secondment", "chuyen_cong_tac"),
    dieu(
        f"{_N}/10/6",
        "Không xét: tuyển dụng dưới 10 tháng, bị kỷ luật từ khiển trách",
        "out: recruited under ten months, disciplined from reprimand up",
        "du_thoi_gian_tuyen_dung khong_bi_ky_luat",
    ),
    dieu(f"{_N}/11", "Cờ thi đua của Chính phủ", "flag of the Government", "co_thi_dua_chinh_phu"),
    dieu(
        f"{_N}/12",
        "Cờ thi đua cấp tỉnh: qua bình xét, so sánh trong cụm, khối",
        "flag of a province: by comparison inside a cluster",
        "co_thi_dua_cap_tinh",
    ),
    dieu(f"{_N}/13", "Các loại hình khen thưởng", "kinds of commendation", why=NGUYEN_TAC),
    dieu(
        f"{_N}/22", "Huân chương Lao động hạng Nhất", "Labour Order, first class", "huan_chuong_lao_dong_nhat"
    ),
    dieu(
        f"{_N}/23", "Huân chương Lao động hạng Nhì", "Labour Order, second class", "huan_chuong_lao_dong_nhi"
    ),
    dieu(f"{_N}/24", "Huân chương Lao động hạng Ba", "Labour Order, third class", "huan_chuong_lao_dong_ba"),
    dieu(
        f"{_N}/38",
        "Bằng khen của Thủ tướng Chính phủ",
        "commendation of the Prime Minister",
        "bang_khen_thu_tuong",
    ),
    dieu(
        f"{_N}/39",
        "Bằng khen cấp bộ, ngành, tỉnh",
        "commendation of a ministry or province",
        "bang_khen_cap_tinh",
    ),
    dieu(
        f"{_N}/43/1",
        "Thẩm quyền trong lực lượng vũ trang",
        "who decides in the armed forces",
        "don_vi_quyet_thang",
    ),
    dieu(
        f"{_N}/43/2/a",
        "Thẩm quyền của Chủ tịch UBND cấp huyện, cấp xã",
        "what the chairmen of district and commune decide",
        "lao_dong_tien_tien chien_si_thi_dua_co_so",
    ),
    dieu(
        f"{_N}/45/1",
        "Cấp quản lý về tổ chức, cán bộ, quỹ lương xét và đề nghị",
        "who manages staff and payroll reviews and proposes",
        why=TO_CHUC,
    ),
    dieu(
        f"{_N}/45/8",
        "Phiếu kín, từ 90% tổng số thành viên; người vắng cho ý kiến bằng văn bản",
        "secret ballot, 90 % of all members; the absent give their opinion in writing",
        "chien_si_thi_dua_cap_tinh",
    ),
    dieu(
        f"{_N}/45/10",
        "Lấy ý kiến nhân dân trước khi hội đồng cấp tỉnh họp",
        "public consultation before the provincial council meets",
        "lay_y_kien_cap_nha_nuoc thoi_gian_lay_y_kien",
    ),
    dieu(
        f"{_N}/48",
        "Thời hạn gửi hồ sơ về Trung ương: mới đọc được khoản 1 điểm a",
        "deadlines of dossiers to the centre: only clause 1 point a was read",
        "trinh_chien_si_thi_dua_toan_quoc nam_trinh_cstdtq",
        CHUA_DOC,
    ),
    dieu(
        f"{_N}/49",
        "Hồ sơ Chiến sĩ thi đua toàn quốc: hai bộ",
        "dossier of the national fighter: two sets",
        "trinh_chien_si_thi_dua_toan_quoc",
    ),
    dieu(f"{_N}/63", "Hội đồng thi đua, khen thưởng các cấp", "the councils", why=CAP_TREN),
    dieu(f"{_N}/65", "Mức trích quỹ của xã", "the commune's fund", "ty_le_quy_thi_dua"),
    dieu(
        f"{_N}/66/2",
        "Mức thưởng cao hơn cho danh hiệu cao hơn; nhiều danh hiệu cùng lúc",
        "a higher title, a higher bonus; several at once",
        "lao_dong_tien_tien chien_si_thi_dua_co_so",
    ),
    dieu(
        f"{_N}/68/1",
        "Tiền thưởng tính theo lương cơ sở khi ban hành quyết định",
        "bonuses by the base salary of the decision's day",
        "luong_co_so",
    ),
    dieu(
        f"{_N}/68/2",
        "Làm tròn lên hàng chục nghìn đồng",
        "rounded up to ten thousand đồng",
        "buoc_lam_tron_tien cach_lam_tron_tien",
    ),
    dieu(
        f"{_N}/69/1",
        "Tiền thưởng danh hiệu cá nhân",
        "bonuses of titles of persons",
        "he_so_ldtt he_so_cstdcs",
    ),
    dieu(
        f"{_N}/69/2",
        "Tiền thưởng danh hiệu tập thể",
        "bonuses of titles of collectives",
        "he_so_ttldtt he_so_ttldxs he_so_khu_dan_cu_van_hoa",
    ),
    dieu(f"{_N}/70", "Tiền thưởng huân chương", "bonuses of orders", "huan_chuong_lao_dong_ba"),
    dieu(
        f"{_N}/73/1",
        "Tiền thưởng bằng khen, giấy khen cho cá nhân",
        "bonuses of commendations and certificates, persons",
        "he_so_giay_khen_xa_ca_nhan he_so_giay_khen_huyen_ca_nhan",
    ),
    dieu(
        f"{_N}/73/2",
        "Tiền thưởng bằng khen, giấy khen cho tập thể: gấp hai lần",
        "bonuses of commendations and certificates, collectives: twice",
        "he_so_giay_khen_xa_tap_the he_so_giay_khen_huyen_tap_the",
    ),
)
