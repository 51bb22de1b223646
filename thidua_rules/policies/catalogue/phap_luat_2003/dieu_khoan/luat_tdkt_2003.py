"""The law of 2003, article by article as far as the sources reach: what encodes each, or why nothing does. Data only."""

from __future__ import annotations

from thidua_rules.policies.catalogue.phap_luat_2003.dieu_khoan.ghi import (
    CAP_TREN,
    CHE_TAI,
    CHUA_DOC,
    NGUYEN_TAC,
    TO_CHUC,
    dieu,
)

_L = "luat_tdkt_2003"

PROVISIONS = (
    dieu(
        f"{_L}/3",
        "Thế nào là thi đua, khen thưởng, danh hiệu thi đua",
        "what emulation, commendation and a title are",
        why=NGUYEN_TAC,
    ),
    dieu(
        f"{_L}/4",
        "Các loại khen thưởng: thời kỳ cách mạng, công trạng, cống hiến, đối ngoại",
        "kinds of commendation: revolutionary periods, merit, long service, foreign",
        why=NGUYEN_TAC,
    ),
    dieu(
        f"{_L}/5",
        "Mục tiêu của thi đua, khen thưởng",
        "the aim of emulation and commendation",
        why=NGUYEN_TAC,
    ),
    dieu(
        f"{_L}/6/1",
        "Thi đua tự nguyện, tự giác, công khai, đoàn kết, cùng phát triển",
        "emulation is voluntary, public, united",
        why=NGUYEN_TAC,
    ),
    dieu(
        f"{_L}/6/2/a",
        "Khen thưởng chính xác, công khai, công bằng, kịp thời",
        "commendation is correct, public, fair, timely",
        why=NGUYEN_TAC,
    ),
    dieu(
        f"{_L}/6/2/b",
        "Một hình thức có thể tặng nhiều lần; không tặng nhiều hình thức cho một thành tích",
        "one form many times, but not several forms for one achievement",
        "giay_khen_chu_tich_ubnd_xa",
    ),
    dieu(
        f"{_L}/6/2/c",
        "Hình thức phải phù hợp với tính chất, đối tượng",
        "the form fits the nature and the subject",
        why=NGUYEN_TAC,
    ),
    dieu(
        f"{_L}/6/2/d",
        "Động viên tinh thần đi với khuyến khích vật chất",
        "moral encouragement goes with material",
        why=NGUYEN_TAC,
    ),
    dieu(f"{_L}/6/3", "Bảo đảm bình đẳng giới", "equality of the sexes", "uu_tien_nu"),
    dieu(
        f"{_L}/7",
        "Danh hiệu thi đua cho cá nhân, tập thể, hộ gia đình",
        "titles for persons, collectives and households",
        "lao_dong_tien_tien tap_the_lao_dong_tien_tien gia_dinh_van_hoa",
    ),
    dieu(
        f"{_L}/8",
        "Các hình thức khen thưởng",
        "the forms of commendation",
        "giay_khen_chu_tich_ubnd_xa bang_khen_cap_tinh bang_khen_thu_tuong huan_chuong_lao_dong_ba",
    ),
    dieu(
        f"{_L}/9",
        "Xét danh hiệu hằng năm hoặc theo đợt",
        "titles are considered yearly or per campaign",
        why=NGUYEN_TAC,
    ),
    dieu(
        f"{_L}/10/1",
        "Căn cứ xét danh hiệu: phong trào, thành tích, tiêu chuẩn",
        "bases of a title: movement, achievement, standards",
        "tieu_chuan_ldtt",
    ),
    dieu(
        f"{_L}/10/1/b",
        "Căn cứ xét danh hiệu: có đăng ký tham gia thi đua",
        "basis of a title: registration",
        "dang_ky_thi_dua",
    ),
    dieu(
        f"{_L}/10/2",
        "Căn cứ xét khen thưởng: tiêu chuẩn, phạm vi ảnh hưởng, trách nhiệm và hoàn cảnh",
        "bases of a form: standards, scope of influence, circumstances",
        "duoc_de_nghi",
    ),
    dieu(f"{_L}/12", "Quỹ thi đua, khen thưởng", "the fund", "ty_le_quy_thi_dua"),
    dieu(f"{_L}/14", "Các hành vi bị nghiêm cấm", "what is prohibited", "quyet_dinh_khong_bi_huy", CHE_TAI),
    dieu(
        f"{_L}/15",
        "Thi đua thường xuyên và thi đua theo đợt; phạm vi từ toàn quốc đến đơn vị",
        "regular emulation and campaigns, from the country to a unit",
        why=TO_CHUC,
    ),
    dieu(
        f"{_L}/16",
        "Nội dung bắt buộc của một phong trào: mục tiêu, chỉ tiêu, biện pháp, phát động, sơ kết, tổng kết",
        "what a movement must fix: goal, targets, measures, launch, review",
        why=TO_CHUC,
    ),
    dieu(f"{_L}/17", "Trách nhiệm của người phát động", "duties of who launches a movement", why=TO_CHUC),
    dieu(f"{_L}/18", "Thẩm quyền phát động phong trào", "who may launch a movement", why=TO_CHUC),
    dieu(
        f"{_L}/20/1",
        "Danh hiệu cá nhân",
        "titles of persons",
        "lao_dong_tien_tien chien_si_tien_tien chien_si_thi_dua_co_so chien_si_thi_dua_cap_tinh chien_si_thi_dua_toan_quoc",
    ),
    dieu(
        f"{_L}/20/2",
        "Danh hiệu tập thể; “xã tiêu biểu” chưa có trong luật này",
        "titles of collectives; the model commune is not yet among them",
        "tap_the_lao_dong_tien_tien tap_the_lao_dong_xuat_sac don_vi_tien_tien don_vi_quyet_thang co_thi_dua_cap_tinh co_thi_dua_chinh_phu thon_van_hoa to_dan_pho_van_hoa",
    ),
    dieu(f"{_L}/20/3", "Danh hiệu hộ gia đình: Gia đình văn hóa", "title of households", "gia_dinh_van_hoa"),
    dieu(
        f"{_L}/21",
        "Chiến sĩ thi đua toàn quốc: tiêu biểu nhất trong số hai lần liên tục cấp bộ, tỉnh",
        "national fighter: the most outstanding with two provincial titles in a row",
        "chien_si_thi_dua_toan_quoc",
    ),
    dieu(
        f"{_L}/22",
        "Chiến sĩ thi đua cấp tỉnh: tiêu biểu trong số ba lần liên tục cấp cơ sở",
        "provincial fighter: outstanding with three grass-roots titles in a row",
        "chien_si_thi_dua_cap_tinh",
    ),
    dieu(
        f"{_L}/23",
        "Chiến sĩ thi đua cơ sở: đạt Lao động tiên tiến, có sáng kiến hoặc đề tài",
        "grass-roots fighter: advanced worker with an initiative or a topic",
        "chien_si_thi_dua_co_so dat_lao_dong_tien_tien",
    ),
    dieu(
        f"{_L}/24/1",
        "Lao động tiên tiến: cán bộ, công chức, viên chức",
        "advanced worker: officials and civil servants",
        "tieu_chuan_ldtt",
    ),
    dieu(
        f"{_L}/24/1/a",
        "Hoàn thành tốt nhiệm vụ, năng suất và chất lượng cao",
        "duties fulfilled well",
        "hoan_thanh_tot_nhiem_vu",
    ),
    dieu(
        f"{_L}/24/1/b",
        "Chấp hành tốt, tự lực, đoàn kết, tích cực thi đua",
        "compliant, self-reliant, united, active in emulation",
        "chap_hanh_tham_gia_thi_dua",
    ),
    dieu(f"{_L}/24/1/c", "Tích cực học tập", "keeps learning", "hoc_tap"),
    dieu(f"{_L}/24/1/d", "Có đạo đức, lối sống lành mạnh", "sound ethics and life-style", "dao_duc_loi_song"),
    dieu(
        f"{_L}/24/2",
        "Chiến sĩ tiên tiến: quân đội, công an",
        "advanced soldier: army and police",
        "chien_si_tien_tien",
    ),
    dieu(
        f"{_L}/24/3",
        "Lao động tiên tiến: công nhân, nông dân, người lao động khác",
        "advanced worker: workers, farmers and other labourers",
        "tieu_chuan_ldtt",
    ),
    dieu(
        f"{_L}/24/3/a",
        "Lao động sản xuất có hiệu quả, tích cực thi đua và hoạt động xã hội",
        "productive, active in emulation and social activity",
        "lao_dong_co_hieu_qua",
    ),
    dieu(
        f"{_L}/24/3/b",
        "Gương mẫu chấp hành, có đạo đức, đoàn kết, giúp đỡ cộng đồng",
        "exemplary, ethical, united, helps the community",
        "guong_mau",
    ),
    dieu(f"{_L}/25", "Cờ thi đua của Chính phủ", "flag of the Government", "co_thi_dua_chinh_phu"),
    dieu(
        f"{_L}/26", "Cờ thi đua cấp bộ, ngành, tỉnh", "flag of a ministry or province", "co_thi_dua_cap_tinh"
    ),
    dieu(f"{_L}/27/1", "Tập thể lao động xuất sắc", "excellent collective", "tap_the_lao_dong_xuat_sac"),
    dieu(f"{_L}/27/2", "Đơn vị quyết thắng", "determined-to-win unit", "don_vi_quyet_thang"),
    dieu(f"{_L}/28/1", "Tập thể lao động tiên tiến", "advanced collective", "tap_the_lao_dong_tien_tien"),
    dieu(f"{_L}/28/2", "Đơn vị tiên tiến", "advanced unit", "don_vi_tien_tien"),
    dieu(f"{_L}/29", "Gia đình văn hóa", "cultural family", "gia_dinh_van_hoa"),
    dieu(
        f"{_L}/30",
        "Thôn, làng, ấp, bản, tổ dân phố văn hóa",
        "cultural village and residential group",
        "thon_van_hoa to_dan_pho_van_hoa",
    ),
    dieu(
        f"{_L}/42", "Huân chương Lao động hạng Nhất", "Labour Order, first class", "huan_chuong_lao_dong_nhat"
    ),
    dieu(
        f"{_L}/43", "Huân chương Lao động hạng Nhì", "Labour Order, second class", "huan_chuong_lao_dong_nhi"
    ),
    dieu(f"{_L}/44", "Huân chương Lao động hạng Ba", "Labour Order, third class", "huan_chuong_lao_dong_ba"),
    dieu(
        f"{_L}/71",
        "Bằng khen của Thủ tướng Chính phủ",
        "commendation of the Prime Minister",
        "bang_khen_thu_tuong",
    ),
    dieu(
        f"{_L}/72",
        "Bằng khen cấp bộ, ngành, tỉnh",
        "commendation of a ministry or province",
        "bang_khen_cap_tinh",
    ),
    dieu(
        f"{_L}/74",
        "Giấy khen: của những ai",
        "certificates: whose",
        "giay_khen_chu_tich_ubnd_xa giay_khen_chu_tich_ubnd_huyen",
    ),
    dieu(f"{_L}/75", "Giấy khen cho cá nhân", "certificates for persons", "giay_khen_chu_tich_ubnd_xa"),
    dieu(f"{_L}/76", "Giấy khen cho tập thể", "certificates for collectives", "giay_khen_chu_tich_ubnd_xa"),
    dieu(f"{_L}/77", "Thẩm quyền của Chủ tịch nước", "what the President decides", "huan_chuong_lao_dong_ba"),
    dieu(
        f"{_L}/78",
        "Thẩm quyền của Chính phủ, Thủ tướng",
        "what the Government and the Prime Minister decide",
        "chien_si_thi_dua_toan_quoc bang_khen_thu_tuong co_thi_dua_chinh_phu",
    ),
    dieu(
        f"{_L}/79",
        "Thẩm quyền của Chủ tịch UBND cấp tỉnh",
        "what the province's chairman decides",
        "chien_si_thi_dua_cap_tinh tap_the_lao_dong_xuat_sac co_thi_dua_cap_tinh bang_khen_cap_tinh",
    ),
    dieu(
        f"{_L}/80/1",
        "Thẩm quyền của Chủ tịch UBND cấp huyện",
        "what the district's chairman decides",
        "chien_si_thi_dua_co_so tap_the_lao_dong_tien_tien",
    ),
    dieu(
        f"{_L}/80/3",
        "Thẩm quyền của Chủ tịch UBND cấp xã",
        "what the commune's chairman decides",
        "lao_dong_tien_tien giay_khen_chu_tich_ubnd_xa",
    ),
    dieu(
        f"{_L}/84",
        "Hồ sơ đề nghị danh hiệu",
        "the dossier of a title",
        "duoc_de_nghi de_nghi_danh_hieu_huyen",
    ),
    dieu(
        f"{_L}/85",
        "Thủ tục đơn giản khi cấp bách hoặc thành tích đột xuất rõ ràng",
        "the simplified procedure",
        why=CHUA_DOC,
    ),
    dieu(
        f"{_L}/96",
        "Gian dối, xác nhận sai: hủy quyết định, thu hồi hiện vật và tiền",
        "false declaration or confirmation: the decision is cancelled, article and money taken back",
        "quyet_dinh_khong_bi_huy",
        CHE_TAI,
    ),
    dieu(f"{_L}/97", "Tước danh hiệu vinh dự nhà nước", "loss of State honours", why=CAP_TREN),
    dieu(f"{_L}/98", "Quyền khiếu nại, tố cáo", "the right to complain and to denounce", "tam_hoan"),
)
