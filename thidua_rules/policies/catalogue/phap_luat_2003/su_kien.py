"""The facts that the law of 2003 and the plan of Xuân Sơn ask about. Data only."""

from __future__ import annotations

from thidua_rules.facts import Choice, FactSpec, FactType, SubjectKind

CA_NHAN = (SubjectKind.CA_NHAN,)
TAP_THE = (SubjectKind.TAP_THE,)
HO = (SubjectKind.HO_GIA_DINH,)
KHU = (SubjectKind.KHU_DAN_CU,)
XA = (SubjectKind.XA,)
DON_VI = (SubjectKind.TAP_THE, SubjectKind.KHU_DAN_CU)

FLAG, INTEGER, DECIMAL, DATE = FactType.FLAG, FactType.INTEGER, FactType.DECIMAL, FactType.DATE
CHOICE, TEXT, RECORDS = FactType.CHOICE, FactType.TEXT, FactType.RECORDS


def _column(
    name: str, kind: FactType, vi: str, en: str, choices: tuple[Choice, ...] = (), unit: str = ""
) -> FactSpec:
    return FactSpec(id=name, type=kind, label_vi=vi, label_en=en, choices=choices, unit=unit)


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
        "co_thi_dua_cap_tinh", "Cờ thi đua cấp bộ, ngành, tỉnh", "emulation flag of a ministry or province"
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

DANG_KY = FactSpec(
    id="dang_ky_thi_dua",
    type=RECORDS,
    label_vi="Đăng ký thi đua trong năm",
    label_en="registrations for titles this year",
    fields=(
        _column("danh_hieu", CHOICE, "Danh hiệu đăng ký", "title registered for", DANH_HIEU),
        _column("ngay", DATE, "Ngày đăng ký", "day of registration"),
        _column("chap_nhan", FLAG, "Được chấp nhận", "accepted"),
    ),
)

LOAI_GIAY_KHEN = (
    Choice("giay_khen_xa_nhiem_vu_chinh_tri", "Thực hiện nhiệm vụ chính trị", "political tasks"),
    Choice("giay_khen_xa_dot_chuyen_de", "Thi đua theo đợt hoặc chuyên đề", "a campaign or theme"),
    Choice("giay_khen_xa_dot_xuat", "Thành tích đột xuất", "extraordinary merit"),
    Choice("giay_khen_xa_gia_dinh", "Cho gia đình", "for a family"),
)

DE_NGHI = FactSpec(
    id="de_nghi_khen_thuong",
    type=RECORDS,
    label_vi="Đề nghị khen thưởng của cơ quan, cụm thi đua",
    label_en="proposals by the agency or the cluster",
    changeable=True,
    fields=(
        _column("danh_hieu", CHOICE, "Danh hiệu, hình thức đề nghị", "award proposed", DANH_HIEU),
        _column("ngay", DATE, "Ngày đề nghị", "day of the proposal"),
        _column("dong_y", FLAG, "Nhất trí đề nghị", "agreed to propose"),
        _column("thanh_tich", TEXT, "Mã thành tích", "achievement"),
        _column("loai_giay_khen", CHOICE, "Loại giấy khen", "kind of certificate", LOAI_GIAY_KHEN),
    ),
)

VU_VIEC = FactSpec(
    id="vu_viec_dang_xem_xet",
    type=RECORDS,
    label_vi="Vụ việc đang được xem xét",
    label_en="pending matters",
    personal=True,
    fields=(
        _column("loai", CHOICE, "Loại vụ việc", "kind of matter", LOAI_VU_VIEC),
        _column("ngay", DATE, "Ngày thụ lý", "day it was taken up"),
        _column("da_ket_thuc", FLAG, "Đã kết thúc", "closed"),
    ),
)

CHUNG = (DANG_KY, DE_NGHI, VU_VIEC)

CA_NHAN_NAM = (
    FactSpec(
        id="loai_doi_tuong",
        type=CHOICE,
        label_vi="Loại đối tượng",
        label_en="kind of person",
        subjects=CA_NHAN,
        choices=LOAI_DOI_TUONG,
    ),
    FactSpec(
        id="la_lanh_dao",
        type=FLAG,
        label_vi="Giữ chức vụ lãnh đạo, quản lý",
        label_en="holds a leading post",
        subjects=CA_NHAN,
    ),
    FactSpec(
        id="gioi_tinh",
        type=CHOICE,
        label_vi="Giới tính",
        label_en="sex",
        subjects=CA_NHAN,
        personal=True,
        choices=(Choice("nam", "Nam", "male"), Choice("nu", "Nữ", "female")),
    ),
    FactSpec(
        id="ngay_sinh",
        type=FactType.PARTIAL_DATE,
        label_vi="Ngày sinh",
        label_en="date of birth",
        subjects=CA_NHAN,
        personal=True,
    ),
    FactSpec(
        id="so_cccd",
        type=TEXT,
        label_vi="Số căn cước công dân",
        label_en="citizen number",
        subjects=CA_NHAN,
        personal=True,
    ),
    FactSpec(id="chuc_danh", type=TEXT, label_vi="Chức danh", label_en="post", subjects=CA_NHAN),
    FactSpec(
        id="ngay_tuyen_dung",
        type=DATE,
        label_vi="Ngày tuyển dụng",
        label_en="day of recruitment",
        subjects=CA_NHAN,
    ),
    FactSpec(
        id="xep_loai_chat_luong",
        type=CHOICE,
        label_vi="Xếp loại chất lượng năm",
        label_en="quality rating of the year",
        subjects=CA_NHAN,
        choices=XEP_LOAI,
    ),
    FactSpec(
        id="hoan_thanh_nhiem_vu_nguoi_lao_dong",
        type=FLAG,
        label_vi="Lao động sản xuất có hiệu quả, tích cực tham gia thi đua và hoạt động xã hội",
        label_en="productive work, active in emulation and social activity",
        subjects=CA_NHAN,
        changeable=True,
    ),
    FactSpec(
        id="guong_mau_cong_dong",
        type=FLAG,
        label_vi="Gương mẫu chấp hành, có đạo đức, đoàn kết, giúp đỡ cộng đồng",
        label_en="exemplary, ethical, helps the community",
        subjects=CA_NHAN,
        changeable=True,
    ),
    FactSpec(
        id="chap_hanh_doan_ket_thi_dua",
        type=FLAG,
        label_vi="Chấp hành tốt, tự lực, đoàn kết, tích cực tham gia phong trào thi đua",
        label_en="compliant, self-reliant, united, active in emulation",
        subjects=CA_NHAN,
        changeable=True,
    ),
    FactSpec(
        id="tich_cuc_hoc_tap",
        type=FLAG,
        label_vi="Tích cực học tập chính trị, văn hóa, chuyên môn",
        label_en="keeps learning",
        subjects=CA_NHAN,
        changeable=True,
    ),
    FactSpec(
        id="dao_duc_loi_song",
        type=FLAG,
        label_vi="Có đạo đức, lối sống lành mạnh",
        label_en="sound ethics and life-style",
        subjects=CA_NHAN,
        changeable=True,
    ),
    FactSpec(
        id="hoan_thanh_tot_nghia_vu_cong_dan",
        type=FLAG,
        label_vi="Hoàn thành tốt nhiệm vụ và nghĩa vụ công dân",
        label_en="task and civic duty done well",
        subjects=CA_NHAN,
        changeable=True,
    ),
    FactSpec(
        id="muu_tri_sang_tao_chien_dau",
        type=FLAG,
        label_vi="Mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu, được đơn vị công nhận",
        label_en="resource in combat or combat service, recognised by the unit",
        subjects=CA_NHAN,
        changeable=True,
    ),
    FactSpec(
        id="thang_nghi_viec",
        type=INTEGER,
        label_vi="Tổng số tháng nghỉ việc có lý do trong năm, kể cả thai sản",
        label_en="months of lawful absence in the year, maternity included",
        unit="thang",
        subjects=CA_NHAN,
        minimum=0,
        maximum=12,
        personal=True,
    ),
    FactSpec(
        id="thang_nghi_thai_san",
        type=INTEGER,
        label_vi="Số tháng nghỉ thai sản trong năm",
        label_en="months of maternity leave in the year",
        unit="thang",
        subjects=CA_NHAN,
        minimum=0,
        maximum=12,
        personal=True,
    ),
    FactSpec(
        id="diem_binh_xet",
        type=DECIMAL,
        label_vi="Điểm bình xét của cơ quan",
        label_en="points of the agency's review",
        unit="diem",
        subjects=CA_NHAN,
        minimum=0,
        maximum=100,
    ),
    FactSpec(
        id="hinh_thuc_ky_luat",
        type=RECORDS,
        label_vi="Kỷ luật",
        label_en="disciplines",
        subjects=CA_NHAN,
        personal=True,
        fields=(
            _column("ngay", DATE, "Ngày quyết định", "day of the decision"),
            _column("ngay_vi_pham", DATE, "Ngày xảy ra vi phạm", "day of the conduct"),
            _column("hinh_thuc", CHOICE, "Hình thức", "form", HINH_THUC_KY_LUAT),
            _column("co_quan", CHOICE, "Loại kỷ luật", "by whom", CO_QUAN_KY_LUAT),
        ),
    ),
    FactSpec(
        id="sang_kien",
        type=RECORDS,
        label_vi="Sáng kiến",
        label_en="initiatives",
        subjects=CA_NHAN,
        changeable=True,
        fields=(
            _column("ma", TEXT, "Mã sáng kiến", "id"),
            _column("pham_vi", CHOICE, "Phạm vi ảnh hưởng", "scope", PHAM_VI),
            _column("cap_cong_nhan", CHOICE, "Cấp công nhận", "recognised by", CAP_CONG_NHAN),
            _column("ngay", DATE, "Ngày công nhận", "day of recognition"),
        ),
    ),
    FactSpec(
        id="de_tai_nghien_cuu",
        type=RECORDS,
        label_vi="Đề tài nghiên cứu",
        label_en="research topics",
        subjects=CA_NHAN,
        changeable=True,
        fields=(
            _column("ma", TEXT, "Mã đề tài", "id"),
            _column("nghiem_thu", FLAG, "Đã nghiệm thu", "accepted"),
            _column("ap_dung", FLAG, "Đã áp dụng", "applied"),
            _column("ngay", DATE, "Ngày nghiệm thu", "day of acceptance"),
        ),
    ),
    FactSpec(
        id="dao_tao",
        type=RECORDS,
        label_vi="Đào tạo, bồi dưỡng được cử đi",
        label_en="training that the person was sent to",
        subjects=CA_NHAN,
        fields=(
            _column("so_thang", INTEGER, "Thời gian (tháng)", "months", unit="thang"),
            _column(
                "chap_hanh", FLAG, "Chấp hành quy định của cơ sở đào tạo", "complied with the school's rules"
            ),
            _column("ket_qua", CHOICE, "Kết quả", "result", KET_QUA_DAO_TAO),
        ),
    ),
    FactSpec(
        id="chuyen_cong_tac",
        type=RECORDS,
        label_vi="Chuyển công tác trong năm",
        label_en="transfers in the year",
        subjects=CA_NHAN,
        fields=(
            _column("don_vi_cu", TEXT, "Đơn vị cũ", "old unit"),
            _column(
                "so_thang_don_vi_cu",
                INTEGER,
                "Số tháng ở đơn vị cũ trong năm",
                "months at the old unit",
                unit="thang",
            ),
            _column("co_y_kien", FLAG, "Có ý kiến nhận xét của đơn vị cũ", "opinion of the old unit"),
        ),
    ),
)

LICH_SU = (
    FactSpec(
        id="tich_danh_hieu",
        type=RECORDS,
        label_vi="Danh hiệu, hình thức đã đạt các năm trước",
        label_en="awards of earlier years",
        fields=(
            _column("danh_hieu", CHOICE, "Danh hiệu", "award", DANH_HIEU),
            _column("nam", INTEGER, "Năm", "year", unit="nam"),
            _column("so_quyet_dinh", TEXT, "Số quyết định", "number of the decision"),
            _column("ngay", DATE, "Ngày quyết định", "day of the decision"),
            _column(
                "trang_thai",
                CHOICE,
                "Trạng thái",
                "state",
                (Choice("hieu_luc", "Có hiệu lực", "in force"), Choice("huy_bo", "Đã hủy bỏ", "cancelled")),
            ),
        ),
    ),
    FactSpec(
        id="nam_gian_doan",
        type=RECORDS,
        label_vi="Năm không xét vì lý do chính đáng",
        label_en="years not reviewed for a lawful reason",
        personal=True,
        fields=(
            _column("nam", INTEGER, "Năm", "year", unit="nam"),
            _column(
                "ly_do",
                CHOICE,
                "Lý do",
                "reason",
                (Choice("thai_san", "Thai sản", "maternity"), Choice("dao_tao", "Đào tạo", "study")),
            ),
        ),
    ),
)

TAP_THE_NAM = (
    FactSpec(
        id="loai",
        type=CHOICE,
        label_vi="Loại đơn vị",
        label_en="kind of unit",
        subjects=DON_VI,
        choices=(
            Choice("co_quan", "Khối cơ quan", "block of the commune office"),
            Choice("doan_the", "Tổ chức đoàn thể", "mass organisation"),
            Choice("don_vi_llvt", "Đơn vị lực lượng vũ trang", "armed-forces unit"),
            Choice("truong_hoc", "Trường học", "school"),
            Choice("tram_y_te", "Trạm y tế", "health station"),
            Choice("thon", "Thôn", "village"),
            Choice("to_dan_pho", "Tổ dân phố", "residential group"),
        ),
    ),
    FactSpec(
        id="khoi_thi_dua",
        type=CHOICE,
        label_vi="Khối thi đua trong xã",
        label_en="cluster inside the commune",
        subjects=DON_VI,
        choices=(
            Choice("khoi_co_quan", "Khối cơ quan", "office blocks"),
            Choice("khoi_doan_the", "Khối đoàn thể", "mass organisations"),
            Choice("khoi_thon_to_dan_pho", "Khối thôn, tổ dân phố", "villages and residential groups"),
        ),
    ),
    FactSpec(
        id="hoan_thanh_tot_nhiem_vu",
        type=FLAG,
        label_vi="Hoàn thành tốt nhiệm vụ và kế hoạch được giao",
        label_en="task and plan done well",
        subjects=DON_VI,
        changeable=True,
    ),
    FactSpec(
        id="hoan_thanh_xuat_sac_nhiem_vu",
        type=FLAG,
        label_vi="Sáng tạo, vượt khó, hoàn thành xuất sắc nhiệm vụ, đủ nghĩa vụ với Nhà nước",
        label_en="creative, tasks done excellently, duties to the State met",
        subjects=DON_VI,
        changeable=True,
    ),
    FactSpec(
        id="phong_trao_thuong_xuyen_hieu_qua",
        type=FLAG,
        label_vi="Phong trào thi đua thường xuyên, thiết thực, hiệu quả",
        label_en="regular, practical, effective movement",
        subjects=DON_VI,
        changeable=True,
    ),
    FactSpec(
        id="noi_bo_doan_ket_chap_hanh",
        type=FLAG,
        label_vi="Nội bộ đoàn kết, gương mẫu chấp hành",
        label_en="united, compliant",
        subjects=DON_VI,
        changeable=True,
    ),
    FactSpec(
        id="dan_chu_tiet_kiem",
        type=FLAG,
        label_vi="Thực hiện dân chủ cơ sở, thực hành tiết kiệm",
        label_en="grass-roots democracy, saving",
        subjects=DON_VI,
        changeable=True,
    ),
    FactSpec(
        id="du_che_do_thanh_vien",
        type=FLAG,
        label_vi="Thực hiện đầy đủ nghĩa vụ, chế độ với thành viên",
        label_en="full duties and policies toward members",
        subjects=DON_VI,
        changeable=True,
    ),
    FactSpec(
        id="ty_le_nu",
        type=DECIMAL,
        label_vi="Tỷ lệ nữ",
        label_en="share of women",
        unit="phan_tram",
        subjects=DON_VI,
        minimum=0,
        maximum=100,
    ),
    FactSpec(
        id="so_ho", type=INTEGER, label_vi="Số hộ", label_en="households", unit="ho", subjects=KHU, minimum=0
    ),
    FactSpec(
        id="so_nhan_khau",
        type=INTEGER,
        label_vi="Số nhân khẩu",
        label_en="inhabitants",
        unit="nguoi",
        subjects=(SubjectKind.KHU_DAN_CU, SubjectKind.XA),
        minimum=0,
    ),
    FactSpec(
        id="khu_vuc",
        type=CHOICE,
        label_vi="Khu vực",
        label_en="area",
        subjects=(SubjectKind.KHU_DAN_CU, SubjectKind.HO_GIA_DINH),
        choices=KHU_VUC,
    ),
    FactSpec(
        id="ty_le_du_hop_binh_xet_ho",
        type=DECIMAL,
        label_vi="Tỷ lệ dự họp bình xét gia đình văn hóa trên số được triệu tập",
        label_en="attendance of the meeting on families, of those summoned",
        unit="phan_tram",
        subjects=KHU,
        minimum=0,
        maximum=100,
        changeable=True,
    ),
    FactSpec(
        id="ty_le_du_hop_binh_xet_khu",
        type=DECIMAL,
        label_vi="Tỷ lệ dự họp bình xét khu dân cư văn hóa trên số được triệu tập",
        label_en="attendance of the meeting on the area, of those summoned",
        unit="phan_tram",
        subjects=KHU,
        minimum=0,
        maximum=100,
        changeable=True,
    ),
    FactSpec(
        id="khong_thuoc_truong_hop_khong_xet",
        type=FLAG,
        label_vi="Không thuộc trường hợp không xét tặng khu dân cư văn hóa",
        label_en="none of the refusals for residential areas",
        subjects=KHU,
    ),
)

VI_PHAM = (
    (
        "vi_pham_truy_to",
        "Bị truy cứu hình sự hoặc áp dụng biện pháp xử lý hành chính",
        "prosecuted, or under an administrative handling measure",
    ),
    (
        "vi_pham_nghia_vu",
        "Không hoàn thành nghĩa vụ quân sự, nghĩa vụ thuế",
        "military service or tax duty not done",
    ),
    (
        "vi_pham_xay_dung_chay_no_moi_truong",
        "Bị phạt về xây dựng, phòng cháy, môi trường",
        "fined in construction, fire safety or environment",
    ),
    ("vi_pham_tao_hon", "Tảo hôn, hôn nhân cận huyết", "child or consanguineous marriage"),
    ("vi_pham_bao_luc_gia_dinh", "Bị phạt vì bạo lực gia đình", "fined for domestic violence"),
    ("vi_pham_te_nan", "Ma túy, mại dâm, trộm cắp, cờ bạc", "drugs, prostitution, theft, gambling"),
    ("vi_pham_gay_roi", "Tham gia tụ tập gây rối trật tự", "joined crowds disturbing order"),
)

HO_NAM = (
    FactSpec(
        id="ho_ngheo_can_ngheo",
        type=FLAG,
        label_vi="Hộ nghèo hoặc cận nghèo",
        label_en="poor or near-poor household",
        subjects=HO,
        personal=True,
    ),
    FactSpec(
        id="phieu_dong_y",
        type=DECIMAL,
        label_vi="Tỷ lệ phiếu đồng ý trên số dự họp",
        label_en="approval, of those attending",
        unit="phan_tram",
        subjects=(SubjectKind.HO_GIA_DINH, SubjectKind.KHU_DAN_CU),
        minimum=0,
        maximum=100,
    ),
    FactSpec(
        id="guong_mau_dong_gop",
        type=FLAG,
        label_vi="Hộ gương mẫu, có đóng góp cho địa phương",
        label_en="exemplary household with a contribution to the commune",
        subjects=HO,
        changeable=True,
    ),
    *(
        FactSpec(id=name, type=FLAG, label_vi=vi, label_en=en, subjects=HO, personal=True)
        for name, vi, en in VI_PHAM
    ),
)

XA_NAM = (
    FactSpec(
        id="chi_thuong_xuyen",
        type=INTEGER,
        label_vi="Chi thường xuyên ngân sách xã",
        label_en="recurrent spending of the commune",
        unit="dong",
        subjects=XA,
        minimum=0,
    ),
    FactSpec(
        id="chi_tieu",
        type=RECORDS,
        label_vi="Chỉ tiêu được giao và kết quả",
        label_en="targets assigned and reached",
        subjects=XA,
        fields=(
            _column("ma", TEXT, "Mã chỉ tiêu", "target"),
            _column("giao", DECIMAL, "Được giao", "assigned"),
            _column("thuc_hien", DECIMAL, "Thực hiện", "reached"),
        ),
    ),
    FactSpec(
        id="phong_trao",
        type=RECORDS,
        label_vi="Phong trào thi đua đã tổ chức",
        label_en="movements held",
        subjects=XA,
        fields=(
            _column("ma", TEXT, "Mã phong trào", "movement"),
            _column("ngay_phat_dong", DATE, "Ngày phát động", "day of launch"),
            _column("co_ke_hoach", FLAG, "Có kế hoạch", "has a plan"),
            _column("co_nguoi_phu_trach", FLAG, "Có người phụ trách", "has somebody responsible"),
            _column("so_bao_cao", INTEGER, "Số báo cáo", "reports", unit="bao_cao"),
            _column("co_ket_qua", FLAG, "Có kết quả", "has results"),
        ),
    ),
    FactSpec(
        id="nghia_vu",
        type=RECORDS,
        label_vi="Việc đã làm theo kế hoạch",
        label_en="deeds done under the plan",
        subjects=XA,
        fields=(
            _column("ma", TEXT, "Mã nghĩa vụ", "obligation"),
            _column("don_vi", TEXT, "Đơn vị thực hiện", "actor"),
            _column("ngay", DATE, "Ngày hoàn thành", "day done"),
        ),
    ),
)

FACTS = (*CHUNG, *LICH_SU, *CA_NHAN_NAM, *TAP_THE_NAM, *HO_NAM, *XA_NAM)
