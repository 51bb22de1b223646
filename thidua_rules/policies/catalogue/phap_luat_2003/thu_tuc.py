"""
The routes of dossiers under the law in force to 2023: steps, papers, and the days that each may take. Data only.

What each province publishes for itself is a parameter that a lower layer may set. Where no text was seen, nothing is
counted: such a step has an order and no last day. The simplified procedure of article 85 and the deadlines for sending
dossiers to the centre, beyond the one encoded, were not read and are not here.
"""

from __future__ import annotations

import datetime as dt

from thidua_rules.calendars import Counting
from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.facts import Choice, FactSpec, FactType, SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien.danh_muc import DANH_HIEU
from thidua_rules.policies.catalogue.phap_luat_2003.tham_so import tham_so
from thidua_rules.policies.layers import Dated, ParameterSpec
from thidua_rules.policies.procedures import PAPERS, STEPS, Paper, Procedure, Step

_C, _P = Standing.CONFIRMED, Standing.ASSUMED
_XA, _HUYEN = "thu_tuc_khen_thuong_xa", "thu_tuc_danh_hieu_huyen"

INSTRUMENTS = (
    Instrument(
        _HUYEN,
        "Thủ tục hành chính tặng danh hiệu thi đua cấp huyện (mã 1.000843), như các huyện công bố",
        "The procedure of emulation titles at district level (code 1.000843), as districts publish it",
        short_vi="Thủ tục danh hiệu cấp huyện",
        short_en="procedure of titles at district level",
    ),
)

_XA_DUYET = ("Công chức phụ trách thi đua, khen thưởng của xã", "the commune's officer for commendation")
_HOI_DONG_XA = ("Hội đồng TĐKT xã", "the commune's emulation council")
_CHU_TICH_XA = ("Chủ tịch UBND xã", "the commune's chairman")
_UBND_XA = ("UBND xã", "the commune's People's Committee")
_PHONG_NOI_VU = ("Phòng Nội vụ cấp huyện", "the district's office of home affairs")
_HOI_DONG_HUYEN = ("Hội đồng TĐKT cấp huyện", "the district's emulation council")
_CHU_TICH_HUYEN = ("Chủ tịch UBND cấp huyện", "the district's chairman")
_TRUONG_KHU = ("Trưởng khu dân cư", "the head of the residential area")
_CUOC_HOP_KHU = ("Cuộc họp khu dân cư", "the meeting of the residential area")
_CAP_TINH = ("Cơ quan thi đua, khen thưởng cấp tỉnh", "the province's office for commendation")
_HOI_DONG_TINH = ("Hội đồng TĐKT cấp tỉnh", "the province's emulation council")
_CHU_TICH_TINH = ("Chủ tịch UBND cấp tỉnh", "the province's chairman")


def _so_ngay(
    name: str,
    vi: str,
    en: str,
    value: int,
    cite: str,
    standing: Standing = _C,
    unit: str = "ngay_lam_viec",
    *,
    settable: bool = False,
) -> ParameterSpec:
    return tham_so(name, vi, en, value, cite, unit=unit, standing=standing, minimum=1, settable=settable)


# fmt: off
PARAMETERS = (
    # the longest of three that were seen: 10 in a commune of Hà Nội, 12 in Vĩnh Phúc, 20 in Cần Thơ; nobody is called late before it
    _so_ngay("thoi_han_giay_khen_xa", "Thời hạn giải quyết giấy khen, danh hiệu ở cấp xã", "time limit of the commendation procedure in the commune", 20, "mo_hinh", _P, settable=True),
    # an older text of a district of Hà Nội had 10
    _so_ngay("thoi_han_tham_dinh_huyen", "Thời hạn thẩm định hồ sơ danh hiệu ở cấp huyện", "time limit of the district's appraisal", 20, _HUYEN, settable=True),
    _so_ngay("thoi_han_gui_ho_so_van_hoa", "Thời hạn gửi hồ sơ sau cuộc họp bình xét gia đình, khu dân cư văn hóa", "time to file after the meeting on cultural families and areas", 3, "nd_122_2018/9"),
    _so_ngay("thoi_han_quyet_dinh_van_hoa", "Thời hạn quyết định công nhận gia đình, khu dân cư văn hóa", "time to decide on cultural families and areas", 5, "nd_122_2018/9"),
    _so_ngay("thoi_han_hop_hoi_dong_giay_khen_khu", "Thời hạn họp Hội đồng xét giấy khen Khu dân cư văn hóa", "time to hold the council on certificates for cultural areas", 5, "nd_122_2018/17"),
    _so_ngay("thoi_han_quyet_dinh_giay_khen_khu", "Thời hạn quyết định giấy khen Khu dân cư văn hóa sau cuộc họp", "time to decide on certificates for cultural areas after the council", 3, "nd_122_2018/17"),
    # the decree sets no number that was read; Hà Nội's is taken until a lower layer sets one
    _so_ngay("thoi_gian_lay_y_kien", "Thời gian lấy ý kiến nhân dân trước khi Hội đồng cấp tỉnh họp", "days of public consultation before the provincial council meets", 7, "mo_hinh", _P, settable=True),
    _so_ngay("nam_trinh_cstdtq", "Năm trình Chiến sĩ thi đua toàn quốc, tính từ năm có quyết định", "year of submission of the national title, from the year of the decision", 1, "nd_91_2017/48/1/a", unit="nam"),
    ParameterSpec(
        id="ngay_cuoi_xep_loai",
        label_vi="Ngày cuối để xếp loại chất lượng: trước ngày 15/12",
        label_en="last day of the quality rating: before 15 December",
        unit="ngay",
        values=tuple(
            Dated(value=dt.date(year, 12, 14), valid_from=dt.date(year, 1, 1), valid_to=dt.date(year, 12, 31))
            for year in range(2020, 2024)
        ),
        citation=Citation("nd_90_2020", "20", "2"),
    ),
)
# fmt: on


def _giay(name: str, vi: str, en: str, cite: str, standing: Standing = _C, awards: str = "") -> Paper:
    return Paper(
        id=name,
        label_vi=vi,
        label_en=en,
        awards=tuple(awards.split()),
        citation=Citation.parse(cite),
        standing=standing,
    )


def _buoc(
    name: str,
    actor: tuple[str, str],
    vi: str,
    en: str,
    cite: str,
    standing: Standing = _C,
    **clock: str,
) -> Step:
    counting = Counting(clock.pop("counting", Counting.WORKING.value))
    return Step(
        id=name,
        label_vi=vi,
        label_en=en,
        actor_vi=actor[0],
        actor_en=actor[1],
        counting=counting,
        citation=Citation.parse(cite),
        standing=standing,
        **clock,
    )


_MOI = (SubjectKind.CA_NHAN, SubjectKind.TAP_THE, SubjectKind.HO_GIA_DINH, SubjectKind.KHU_DAN_CU)
_HO, _KHU, _CA_NHAN = (SubjectKind.HO_GIA_DINH,), (SubjectKind.KHU_DAN_CU,), (SubjectKind.CA_NHAN,)
_CA_NHAN_TAP_THE = (SubjectKind.CA_NHAN, SubjectKind.TAP_THE)

# fmt: off
_TAI_XA = (
    _buoc("tiep_nhan", _XA_DUYET, "Tiếp nhận hồ sơ", "receive the dossier", _XA),
    _buoc("tham_dinh", _XA_DUYET, "Thẩm định, báo cáo Hội đồng TĐKT xã", "appraise, and report to the council", _XA, after="tiep_nhan"),
    _buoc("hop_hoi_dong", _HOI_DONG_XA, "Hội đồng xét, bỏ phiếu", "the council considers and votes", _XA, after="tham_dinh", before="quyet_dinh"),
    _buoc("quyet_dinh", _CHU_TICH_XA, "Ra quyết định khen thưởng", "issue the decision", _XA, after="tiep_nhan", within="thoi_han_giay_khen_xa"),
)

PROCEDURES = (
    Procedure(
        id="xet_nam",
        label_vi="Trình tự xét thi đua trong năm",
        label_en="the order of the year's review",
        recipients=(SubjectKind.XA,),
        steps=(
            _buoc("dang_ky", _UBND_XA, "Đăng ký thi đua", "register for titles", "luat_tdkt_2003/10/1/b", before="binh_xet"),
            _buoc("xep_loai", _UBND_XA, "Xếp loại chất lượng cán bộ, công chức", "rate the quality of officials", "nd_90_2020/20/2", due="ngay_cuoi_xep_loai", before="binh_xet"),
            _buoc("binh_xet", _HOI_DONG_XA, "Bình xét danh hiệu và khen thưởng", "review titles and commendations", "nd_90_2020/20/2", before="tong_ket"),
            _buoc("tong_ket", _UBND_XA, "Tổng kết phong trào", "close the year with a review", "mo_hinh", _P),
        ),
        citation=Citation("nd_90_2020", "20", "2"),
    ),
    Procedure(
        id="tang_giay_khen_xa",
        label_vi="Tặng giấy khen của Chủ tịch UBND cấp xã",
        label_en="certificate of merit of the commune's chairman",
        awards=("giay_khen_chu_tich_ubnd_xa",),
        recipients=_MOI,
        papers=(
            _giay("van_ban_de_nghi", "Văn bản đề nghị kèm danh sách", "the request, with the list", _XA),
            _giay("bao_cao_thanh_tich", "Báo cáo thành tích", "report of achievements", _XA),
            _giay("bien_ban_xet", "Biên bản xét khen thưởng", "minutes of the review", _XA),
        ),
        steps=_TAI_XA,
        citation=Citation(_XA),
    ),
    Procedure(
        id="tang_lao_dong_tien_tien",
        label_vi="Tặng danh hiệu Lao động tiên tiến ở cấp xã",
        label_en="the title of advanced worker in the commune",
        awards=("lao_dong_tien_tien",),
        recipients=_CA_NHAN,
        papers=(
            _giay("van_ban_de_nghi", "Văn bản đề nghị kèm danh sách", "the request, with the list", _XA),
            _giay("bien_ban_binh_xet", "Biên bản bình xét thi đua", "minutes of the review", _XA),
        ),
        steps=_TAI_XA,
        citation=Citation(_XA),
    ),
    Procedure(
        id="de_nghi_danh_hieu_huyen",
        label_vi="Đề nghị cấp huyện tặng Chiến sĩ thi đua cơ sở, Tập thể lao động tiên tiến",
        label_en="titles that the district gives: grass-roots fighter, advanced collective",
        awards=("chien_si_thi_dua_co_so", "tap_the_lao_dong_tien_tien"),
        recipients=_CA_NHAN_TAP_THE,
        papers=(
            _giay("van_ban_de_nghi", "Văn bản đề nghị của cấp trình", "the request of who proposes", "luat_tdkt_2003/84"),
            _giay("bao_cao_thanh_tich", "Báo cáo thành tích", "report of achievements", "luat_tdkt_2003/84"),
            _giay("bien_ban_binh_xet", "Biên bản bình xét", "minutes of the review", "luat_tdkt_2003/84"),
            _giay("chung_nhan_sang_kien", "Chứng nhận sáng kiến, đề tài", "certificate of the initiative or study", "luat_tdkt_2003/84", awards="chien_si_thi_dua_co_so"),
        ),
        steps=(
            _buoc("xa_binh_xet", _HOI_DONG_XA, "Bình xét, bỏ phiếu ở xã", "review and vote in the commune", "luat_tdkt_2003/84"),
            _buoc("trinh_huyen", _UBND_XA, "Gửi hồ sơ lên cấp huyện", "send the dossier to the district", "luat_tdkt_2003/84", after="xa_binh_xet"),
            _buoc("tiep_nhan", _PHONG_NOI_VU, "Tiếp nhận hồ sơ đủ giấy tờ", "receive the complete dossier", _HUYEN, after="trinh_huyen"),
            _buoc("tham_dinh", _PHONG_NOI_VU, "Thẩm định hồ sơ", "appraise the dossier", _HUYEN, after="tiep_nhan", within="thoi_han_tham_dinh_huyen"),
            _buoc("quyet_dinh", _CHU_TICH_HUYEN, "Ra quyết định", "issue the decision", _HUYEN, after="tham_dinh"),
        ),
        citation=Citation(_HUYEN),
    ),
    Procedure(
        id="cong_nhan_gia_dinh_van_hoa",
        label_vi="Công nhận Gia đình văn hóa",
        label_en="recognition of cultural families",
        awards=("gia_dinh_van_hoa",),
        recipients=_HO,
        papers=(
            _giay("van_ban_de_nghi", "Văn bản đề nghị của Trưởng khu dân cư", "the request of the head of the area", "nd_122_2018/8"),
            _giay("ban_dang_ky", "Bản đăng ký (Mẫu 01)", "the registration (form 01)", "nd_122_2018/8"),
            _giay("ban_tu_danh_gia", "Bảng tự đánh giá (Mẫu 03)", "the self-assessment (form 03)", "nd_122_2018/8"),
            _giay("bien_ban_hop", "Biên bản họp bình xét (Mẫu 07)", "minutes of the meeting (form 07)", "nd_122_2018/8"),
        ),
        steps=(
            _buoc("hop_binh_xet", _CUOC_HOP_KHU, "Họp bình xét, biểu quyết", "hold the meeting and vote", "nd_122_2018/9"),
            _buoc("gui_ho_so", _TRUONG_KHU, "Gửi hồ sơ đến UBND xã", "file with the commune", "nd_122_2018/9", after="hop_binh_xet", within="thoi_han_gui_ho_so_van_hoa"),
            _buoc("quyet_dinh", _CHU_TICH_XA, "Ra quyết định công nhận", "issue the decision", "nd_122_2018/9", after="gui_ho_so", within="thoi_han_quyet_dinh_van_hoa"),
        ),
        citation=Citation("nd_122_2018", "9"),
    ),
    Procedure(
        id="tang_giay_khen_gia_dinh_van_hoa",
        label_vi="Tặng giấy khen Gia đình văn hóa",
        label_en="certificate for cultural families",
        awards=("giay_khen_gia_dinh_van_hoa",),
        recipients=_HO,
        papers=(
            _giay("van_ban_de_nghi", "Văn bản đề nghị của Trưởng khu dân cư", "the request of the head of the area", "nd_122_2018/11", _P),
            _giay("bien_ban_hop", "Biên bản họp bình xét", "minutes of the meeting", "nd_122_2018/11", _P),
        ),
        steps=(
            _buoc("hop_binh_xet", _CUOC_HOP_KHU, "Họp bình xét, biểu quyết", "hold the meeting and vote", "nd_122_2018/11"),
            _buoc("gui_ho_so", _TRUONG_KHU, "Gửi hồ sơ đến UBND xã", "file with the commune", "nd_122_2018/11", after="hop_binh_xet", within="thoi_han_gui_ho_so_van_hoa"),
            _buoc("quyet_dinh", _CHU_TICH_XA, "Ra quyết định tặng giấy khen", "issue the decision", "nd_122_2018/11", after="gui_ho_so", within="thoi_han_quyet_dinh_van_hoa"),
        ),
        citation=Citation("nd_122_2018", "11"),
    ),
    Procedure(
        id="cong_nhan_khu_dan_cu_van_hoa",
        label_vi="Công nhận Khu dân cư văn hóa",
        label_en="recognition of cultural residential areas",
        awards=("thon_van_hoa", "to_dan_pho_van_hoa"),
        recipients=_KHU,
        papers=(
            _giay("van_ban_de_nghi", "Văn bản đề nghị của UBND xã", "the request of the commune", "nd_122_2018/14"),
            _giay("ban_dang_ky", "Bản đăng ký", "the registration", "nd_122_2018/14"),
            _giay("ban_tu_danh_gia", "Bảng tự đánh giá", "the self-assessment", "nd_122_2018/14"),
            _giay("bien_ban_hop", "Biên bản họp bình xét", "minutes of the meeting", "nd_122_2018/14"),
        ),
        steps=(
            _buoc("hop_binh_xet", _UBND_XA, "Họp bình xét, biểu quyết", "hold the meeting and vote", "nd_122_2018/15"),
            _buoc("gui_ho_so", _UBND_XA, "Gửi hồ sơ lên cấp huyện", "file with the district", "nd_122_2018/15", after="hop_binh_xet", within="thoi_han_gui_ho_so_van_hoa"),
            _buoc("quyet_dinh", _CHU_TICH_HUYEN, "Ra quyết định công nhận", "issue the decision", "nd_122_2018/15", after="gui_ho_so", within="thoi_han_quyet_dinh_van_hoa"),
        ),
        citation=Citation("nd_122_2018", "15"),
    ),
    Procedure(
        id="tang_giay_khen_khu_dan_cu_van_hoa",
        label_vi="Tặng giấy khen Khu dân cư văn hóa",
        label_en="certificate for cultural residential areas",
        awards=("giay_khen_khu_dan_cu_van_hoa",),
        recipients=_KHU,
        papers=(
            _giay("van_ban_de_nghi", "Văn bản đề nghị của UBND xã", "the request of the commune", "nd_122_2018/17", _P),
            _giay("bien_ban_hop", "Biên bản họp bình xét", "minutes of the meeting", "nd_122_2018/17", _P),
        ),
        steps=(
            _buoc("hop_binh_xet", _UBND_XA, "Họp bình xét, biểu quyết", "hold the meeting and vote", "nd_122_2018/17"),
            _buoc("gui_ho_so", _UBND_XA, "Gửi hồ sơ lên cấp huyện", "file with the district", "nd_122_2018/17", after="hop_binh_xet", within="thoi_han_gui_ho_so_van_hoa"),
            _buoc("hop_hoi_dong", _HOI_DONG_HUYEN, "Họp Hội đồng TĐKT", "hold the emulation council", "nd_122_2018/17", after="gui_ho_so", within="thoi_han_hop_hoi_dong_giay_khen_khu"),
            _buoc("quyet_dinh", _CHU_TICH_HUYEN, "Ra quyết định tặng giấy khen", "issue the decision", "nd_122_2018/17", after="hop_hoi_dong", within="thoi_han_quyet_dinh_giay_khen_khu"),
        ),
        citation=Citation("nd_122_2018", "17"),
    ),
    Procedure(
        id="lay_y_kien_cap_nha_nuoc",
        label_vi="Lấy ý kiến nhân dân về đề nghị khen thưởng cấp Nhà nước",
        label_en="public consultation on proposals for State-level awards",
        awards=(
            "chien_si_thi_dua_toan_quoc",
            "bang_khen_thu_tuong",
            "huan_chuong_lao_dong_ba",
            "huan_chuong_lao_dong_nhi",
            "huan_chuong_lao_dong_nhat",
        ),
        recipients=_CA_NHAN_TAP_THE,
        steps=(
            _buoc("dang_tai", _CAP_TINH, "Đăng tải, bắt đầu lấy ý kiến", "publish, and open the consultation", "nd_91_2017/45/10"),
            _buoc("tong_hop_y_kien", _CAP_TINH, "Kết thúc, tổng hợp ý kiến", "close the consultation and sum it up", "nd_91_2017/45/10", after="dang_tai", wait="thoi_gian_lay_y_kien", before="hop_hoi_dong"),
            _buoc("hop_hoi_dong", _HOI_DONG_TINH, "Hội đồng họp, được báo cáo kết quả lấy ý kiến", "the council meets and hears the outcome", "nd_91_2017/45/10"),
        ),
        citation=Citation("nd_91_2017", "45", "10"),
    ),
    Procedure(
        id="trinh_chien_si_thi_dua_toan_quoc",
        label_vi="Trình danh hiệu Chiến sĩ thi đua toàn quốc",
        label_en="submission for the national title",
        awards=("chien_si_thi_dua_toan_quoc",),
        recipients=_CA_NHAN,
        papers=(
            _giay("to_trinh", "Tờ trình", "the submission", "nd_91_2017/49"),
            _giay("bao_cao_thanh_tich", "Báo cáo thành tích", "report of achievements", "nd_91_2017/49"),
            _giay("bien_ban_va_ket_qua_phieu", "Biên bản họp Hội đồng và kết quả bỏ phiếu", "minutes of the council and outcome of the ballot", "nd_91_2017/49"),
            _giay("xac_nhan_pham_vi", "Xác nhận phạm vi ảnh hưởng của sáng kiến, đề tài", "certificate of the initiative's scope", "nd_91_2017/49"),
        ),
        steps=(
            _buoc("quyet_dinh_cap_tinh", _CHU_TICH_TINH, "Quyết định tặng Chiến sĩ thi đua cấp tỉnh lần thứ hai liên tục", "the decision on the second provincial title in a row", "nd_91_2017/48/1/a"),
            _buoc("trinh", _CHU_TICH_TINH, "Trình trong năm liền kề với năm có quyết định", "submit in the year next to that of the decision", "nd_91_2017/48/1/a", after="quyet_dinh_cap_tinh", within="nam_trinh_cstdtq", wait="nam_trinh_cstdtq", counting="years"),
        ),
        citation=Citation("nd_91_2017", "48", "1", "a"),
    ),
)
# fmt: on


def _cot(name: str, kind: FactType, vi: str, en: str, choices: tuple[Choice, ...] = ()) -> FactSpec:
    return FactSpec(id=name, type=kind, label_vi=vi, label_en=en, choices=choices)


_HO_SO = (
    _cot("thu_tuc", FactType.TEXT, "Mã thủ tục", "procedure"),
    _cot("danh_hieu", FactType.CHOICE, "Danh hiệu, hình thức", "award", DANH_HIEU),
    _cot(
        "doi_tuong",
        FactType.TEXT,
        "Mã đối tượng; bỏ trống nếu hồ sơ cho cả danh sách",
        "subject; none for a whole list",
    ),
    _cot("ho_so", FactType.TEXT, "Số hồ sơ", "number of the dossier"),
)

FACTS = (
    FactSpec(
        id=STEPS,
        type=FactType.RECORDS,
        label_vi="Các bước đã làm của hồ sơ",
        label_en="steps taken of dossiers",
        subjects=(SubjectKind.XA,),
        fields=(
            *_HO_SO,
            _cot("buoc", FactType.TEXT, "Mã bước", "step"),
            _cot("ngay", FactType.DATE, "Ngày làm", "day"),
        ),
    ),
    FactSpec(
        id=PAPERS,
        type=FactType.RECORDS,
        label_vi="Giấy tờ của hồ sơ",
        label_en="papers of dossiers",
        subjects=(SubjectKind.XA,),
        fields=(
            *_HO_SO,
            _cot("giay_to", FactType.TEXT, "Mã giấy tờ", "paper"),
            _cot("co", FactType.FLAG, "Đã có", "there"),
            _cot("ngay", FactType.DATE, "Ngày có", "day"),
        ),
    ),
)
