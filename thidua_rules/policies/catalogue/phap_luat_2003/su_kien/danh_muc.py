"""The values that facts of this regime may have, with their names: ratings, disciplines, levels, awards. Data only."""

from __future__ import annotations

from thidua_rules.facts import Choice

XEP_LOAI = (
    Choice("khong_xep_loai", "Không xếp loại", "not rated"),
    Choice("KHTNV", "Không hoàn thành nhiệm vụ", "duties not fulfilled"),
    Choice("HTNV", "Hoàn thành nhiệm vụ", "duties fulfilled"),
    Choice("HTTNV", "Hoàn thành tốt nhiệm vụ", "duties fulfilled well"),
    Choice("HTXSNV", "Hoàn thành xuất sắc nhiệm vụ", "duties fulfilled excellently"),
)

LOAI_DOI_TUONG = (
    Choice("can_bo", "Cán bộ", "elected official"),
    Choice("cong_chuc", "Công chức", "civil servant"),
    Choice("vien_chuc", "Viên chức", "public employee"),
    Choice(
        "nguoi_hoat_dong_khong_chuyen_trach", "Người hoạt động không chuyên trách", "part-time post holder"
    ),
    Choice("cong_nhan", "Công nhân", "worker"),
    Choice("nong_dan", "Nông dân", "farmer"),
    Choice("nguoi_lao_dong", "Người lao động", "labourer"),
    Choice("quan_doi", "Quân đội", "army"),
    Choice("cong_an", "Công an", "police"),
    Choice("dan_quan", "Dân quân", "militia"),
)

KHU_VUC = (
    Choice(
        "quan_huyen_thanh_pho_trung_uong", "Quận, huyện của thành phố trực thuộc Trung ương", "city district"
    ),
    Choice(
        "thi_xa_thanh_pho_trung_uong", "Thị xã của thành phố trực thuộc Trung ương", "town of a central city"
    ),
    Choice("mien_nui_hai_dao_dac_biet_kho_khan", "Miền núi, hải đảo, xã đặc biệt khó khăn", "hard area"),
    Choice("con_lai", "Khu vực còn lại", "other area"),
)

HINH_THUC_KY_LUAT = (
    Choice("khien_trach", "Khiển trách", "reprimand"),
    Choice("canh_cao", "Cảnh cáo", "warning"),
    Choice("ha_bac_luong", "Hạ bậc lương", "lower pay grade"),
    Choice("giang_chuc", "Giáng chức", "demotion"),
    Choice("cach_chuc", "Cách chức", "removal from post"),
    Choice("buoc_thoi_viec", "Buộc thôi việc", "dismissal"),
)

CO_QUAN_KY_LUAT = (
    Choice("dang", "Kỷ luật Đảng", "Party discipline"),
    Choice("chinh_quyen", "Kỷ luật hành chính", "administrative discipline"),
    Choice("doan_the", "Kỷ luật đoàn thể", "discipline of an organisation"),
)

KET_QUA_DAO_TAO = (
    Choice("khong_xep_loai", "Không xếp loại", "not graded"),
    Choice("trung_binh", "Trung bình", "average"),
    Choice("kha", "Khá", "fair"),
    Choice("gioi", "Giỏi", "good"),
    Choice("xuat_sac", "Xuất sắc", "excellent"),
)

CAP_CONG_NHAN = (
    Choice("xa", "Xã", "commune"),
    Choice("thi_xa", "Thị xã, quận, huyện", "district"),
    Choice("thanh_pho", "Thành phố, tỉnh", "province"),
    Choice("trung_uong", "Trung ương", "centre"),
)

PHAM_VI = (
    Choice("co_so", "Cơ sở", "grass-roots"),
    Choice("tinh", "Tỉnh, thành phố", "province"),
    Choice("toan_quoc", "Toàn quốc", "country"),
)

LOAI_VU_VIEC = (
    Choice("ky_luat", "Đang xem xét kỷ luật", "discipline under consideration"),
    Choice(
        "dau_hieu_vi_pham",
        "Đang thanh tra, kiểm tra, điều tra có dấu hiệu vi phạm",
        "inspection with signs of violation",
    ),
    Choice("khieu_nai_to_cao", "Đang xác minh khiếu nại, tố cáo", "complaint or denunciation being verified"),
)

DANH_HIEU = (
    Choice("lao_dong_tien_tien", "Lao động tiên tiến", "Advanced worker"),
    Choice("chien_si_tien_tien", "Chiến sĩ tiên tiến", "Advanced soldier"),
    Choice("chien_si_thi_dua_co_so", "Chiến sĩ thi đua cơ sở", "Grass-roots emulation fighter"),
    Choice(
        "chien_si_thi_dua_cap_tinh",
        "Chiến sĩ thi đua cấp bộ, ngành, tỉnh, đoàn thể trung ương",
        "Emulation fighter of a ministry or province",
    ),
    Choice("chien_si_thi_dua_toan_quoc", "Chiến sĩ thi đua toàn quốc", "National emulation fighter"),
    Choice("tap_the_lao_dong_tien_tien", "Tập thể lao động tiên tiến", "Advanced collective"),
    Choice("don_vi_tien_tien", "Đơn vị tiên tiến", "Advanced unit"),
    Choice("tap_the_lao_dong_xuat_sac", "Tập thể lao động xuất sắc", "Excellent collective"),
    Choice("don_vi_quyet_thang", "Đơn vị quyết thắng", "Determined-to-win unit"),
    Choice(
        "co_thi_dua_cap_tinh", "Cờ thi đua cấp bộ, ngành, tỉnh", "Emulation flag of a ministry or province"
    ),
    Choice("co_thi_dua_chinh_phu", "Cờ thi đua của Chính phủ", "Emulation flag of the Government"),
    Choice("gia_dinh_van_hoa", "Gia đình văn hóa", "Cultural family"),
    Choice("khu_dan_cu_van_hoa", "Khu dân cư văn hóa", "Cultural residential area"),
    Choice("thon_van_hoa", "Thôn văn hóa", "Cultural village"),
    Choice("to_dan_pho_van_hoa", "Tổ dân phố văn hóa", "Cultural residential group"),
    Choice(
        "giay_khen_chu_tich_ubnd_xa",
        "Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã",
        "Certificate of merit of the commune's chairman",
    ),
    Choice(
        "giay_khen_chu_tich_ubnd_huyen",
        "Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện",
        "Certificate of merit of the district's chairman",
    ),
    Choice(
        "giay_khen_gia_dinh_van_hoa",
        "Giấy khen Gia đình văn hóa",
        "Certificate of merit for a cultural family",
    ),
    Choice(
        "giay_khen_khu_dan_cu_van_hoa",
        "Giấy khen Khu dân cư văn hóa",
        "Certificate of merit for a cultural residential area",
    ),
    Choice("bang_khen_cap_tinh", "Bằng khen cấp bộ, ngành, tỉnh", "Commendation of a ministry or province"),
    Choice("bang_khen_thu_tuong", "Bằng khen của Thủ tướng Chính phủ", "Commendation of the Prime Minister"),
    Choice("huan_chuong_lao_dong_ba", "Huân chương Lao động hạng Ba", "Labour Order, third class"),
    Choice("huan_chuong_lao_dong_nhi", "Huân chương Lao động hạng Nhì", "Labour Order, second class"),
    Choice("huan_chuong_lao_dong_nhat", "Huân chương Lao động hạng Nhất", "Labour Order, first class"),
    Choice("nguoi_tot_viec_tot", "Người tốt, việc tốt", "Good person, good deed"),
    Choice("cong_dan_thu_do_uu_tu", "Công dân Thủ đô ưu tú", "Outstanding citizen of the capital"),
)
"""The titles and forms of the law of 2003 and of Hà Nội, also those that no policy here awards."""

LOAI_GIAY_KHEN = (
    Choice("giay_khen_xa_nhiem_vu_chinh_tri", "Thực hiện nhiệm vụ chính trị", "political tasks"),
    Choice("giay_khen_xa_dot_chuyen_de", "Thi đua theo đợt hoặc chuyên đề", "a campaign or theme"),
    Choice("giay_khen_xa_dot_xuat", "Thành tích đột xuất", "extraordinary merit"),
    Choice("giay_khen_xa_gia_dinh", "Cho gia đình", "for a family"),
)

LOAI_KHEN_THUONG = (
    Choice("cong_trang", "Theo công trạng và thành tích", "by merit and results"),
    Choice("dot_chuyen_de", "Theo đợt hoặc chuyên đề", "by campaign or theme"),
    Choice("dot_xuat", "Đột xuất", "extraordinary"),
    Choice("cong_hien", "Quá trình cống hiến", "length of contribution"),
    Choice("nien_han", "Niên hạn", "years of service"),
    Choice("doi_ngoai", "Đối ngoại", "external"),
)
"""The kinds of commendation."""

DI_CHUYEN = (
    Choice("chuyen_den", "Chuyển công tác đến", "transferred here"),
    Choice("chuyen_di", "Chuyển công tác đi", "transferred away"),
    Choice("biet_phai_di", "Được đơn vị này cử biệt phái", "seconded from here"),
    Choice("biet_phai_den", "Được cử biệt phái đến đơn vị này", "seconded here"),
)

CO_SO_Y_TE = (
    Choice("khong_co", "Không có kết luận của cơ sở y tế", "no conclusion of a health facility"),
    Choice("xa", "Trạm y tế xã", "commune health station"),
    Choice("huyen", "Cơ sở y tế cấp huyện", "district health facility"),
    Choice("tinh", "Cơ sở y tế cấp tỉnh", "provincial health facility"),
    Choice("trung_uong", "Cơ sở y tế trung ương", "national health facility"),
)
