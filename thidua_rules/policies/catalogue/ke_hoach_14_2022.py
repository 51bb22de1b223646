"""
Plan 14/KH-HĐTĐKT of the emulation council of Xuân Sơn commune, 20/01/2022. Data only.

What the plan demands stands in ``ke_hoach_14_2022_nghia_vu``, what became of its every sentence in
``ke_hoach_14_2022_dieu_khoan``.
"""

from __future__ import annotations

import datetime as dt

from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.criteria import (
    All,
    Any,
    Chosen,
    Clause,
    Constant,
    Criterion,
    Exempt,
    Exists,
    NoneOf,
    OfUnit,
    OneOf,
    Parameter,
    Settled,
    Unless,
    Where,
    WhereIn,
    WhereWithin,
)
from thidua_rules.criteria.records import RowTest
from thidua_rules.policies.catalogue.ke_hoach_14_2022_dieu_khoan import PROVISIONS
from thidua_rules.policies.catalogue.ke_hoach_14_2022_nghia_vu import (
    DON_VI_THI_DUA,
    LUC_LUONG_TAI_UBND,
    OBLIGATIONS,
    PARAMETERS,
    PLAN,
    muc,
)
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import de_nghi_trong_nam
from thidua_rules.policies.layers import Addition, Layer
from thidua_rules.policies.obligations import Direction, Movement, Proposal, Standings, Target
from thidua_rules.verdicts import Verdict

_P = Standing.ASSUMED

INSTRUMENTS = (
    Instrument(
        PLAN,
        "Kế hoạch 14/KH-HĐTĐKT ngày 20/01/2022 của Hội đồng TĐKT xã Xuân Sơn",
        "Plan 14/KH-HĐTĐKT of 20 January 2022 of the emulation council of Xuân Sơn commune",
        dt.date(2022, 1, 1),
        dt.date(2022, 12, 31),
        short_vi="KH 14/KH-HĐTĐKT",
        short_en="plan 14/KH-HĐTĐKT",
    ),
    Instrument(
        "chi_thi_34_ct_tw_2014",
        "Chỉ thị 34-CT/TW ngày 07/4/2014 của Bộ Chính trị",
        "Directive 34-CT/TW of 7 April 2014 of the Politburo",
        dt.date(2014, 4, 7),
    ),
    Instrument(
        "chi_thi_19_ct_ttg_2021",
        "Chỉ thị 19/CT-TTg ngày 16/7/2021 của Thủ tướng Chính phủ",
        "Directive 19/CT-TTg of 16 July 2021 of the Prime Minister",
        dt.date(2021, 7, 16),
    ),
    Instrument(
        "chi_thi_19_ct_ubnd_2021",
        "Chỉ thị 19/CT-UBND ngày 16/8/2021 của Chủ tịch UBND thành phố Hà Nội",
        "Directive 19/CT-UBND of 16 August 2021 of the chairman of Hà Nội",
        dt.date(2021, 8, 16),
    ),
    Instrument(
        "chi_thi_03_ct_ubnd_2021",
        "Chỉ thị 03/CT-UBND ngày 29/9/2021",
        "Directive 03/CT-UBND of 29 September 2021",
        dt.date(2021, 9, 29),
    ),
    Instrument(
        "ke_hoach_39_kh_tu_2021",
        "Kế hoạch 39-KH/TU ngày 21/9/2021 của Thành ủy Hà Nội",
        "Plan 39-KH/TU of 21 September 2021 of the Party committee of Hà Nội",
        dt.date(2021, 9, 21),
    ),
    Instrument(
        "ket_luan_01_kl_tw_2021",
        "Kết luận 01-KL/TW ngày 18/5/2021 của Bộ Chính trị",
        "Conclusion 01-KL/TW of 18 May 2021 of the Politburo",
        dt.date(2021, 5, 18),
    ),
    Instrument(
        "chi_thi_05_ct_tw",
        "Chỉ thị 05-CT/TW của Bộ Chính trị",
        "Directive 05-CT/TW of the Politburo",
    ),
)

CA_NHAN = ("lao_dong_tien_tien", "chien_si_thi_dua_co_so")
TAP_THE = ("tap_the_lao_dong_tien_tien", "tap_the_lao_dong_xuat_sac")


def _de_nghi(award: str) -> Addition:
    clause = Clause(
        "de_nghi_cua_co_quan_cum",
        muc("I.2.c"),
        "Được cơ quan hoặc Cụm thi đua khối xã xét, đề nghị trong năm",
        "reviewed and proposed in the year by the agency or the commune's cluster",
        de_nghi_trong_nam(award),
    )
    return Addition(awards=(award,), clause=clause)


_LDTT, _CSTDCS, _TTLDTT, _TTLDXS = *CA_NHAN, *TAP_THE
_CO = ("co_thi_dua_cap_tinh", "co_thi_dua_chinh_phu")
_CAP_TREN = ("chien_si_thi_dua_cap_tinh", "chien_si_thi_dua_toan_quoc")
_CUNG_MO = {
    _LDTT: (*CA_NHAN, *_CAP_TREN),
    _CSTDCS: (_CSTDCS, *_CAP_TREN),
    _TTLDTT: (*TAP_THE, *_CO),
    _TTLDXS: (_TTLDXS, *_CO),
}
"""The titles whose registration opens a title: itself, and the higher ones of its kind."""

_THAP_HON = {_CSTDCS: _LDTT, _TTLDXS: _TTLDTT}


def _dang_ky_den(last_day: str, awards: tuple[str, ...]) -> tuple[RowTest, ...]:
    return (
        WhereIn("danh_hieu", awards),
        WhereWithin("ngay"),
        Where("ngay", "<=", Parameter(last_day)),
        Where("chap_nhan", "==", Constant(value=True)),
    )


def _dang_ky_dau_nam(award: str) -> Addition:
    in_time = _dang_ky_den("han_dang_ky", _CUNG_MO[award])
    not_in_time = NoneOf("dang_ky_thi_dua", in_time)
    late = Exists("dang_ky_thi_dua", _dang_ky_den("giai_doan_1_den", _CUNG_MO[award]))
    exceptions = [
        Exempt(
            "dang_ky_muon",
            All((not_in_time, late)),
            Settled(Verdict.UNKNOWN),
            "đăng ký sau hạn giả định nhưng còn trong giai đoạn 1",
            "registered after the assumed last day, and still in phase 1",
        )
    ]
    if award in _THAP_HON:
        lower = Exists("dang_ky_thi_dua", _dang_ky_den("han_dang_ky", (_THAP_HON[award],)))
        enough = Any((Chosen("dang_ky_danh_hieu_thap_hon", ("du",)), Settled(Verdict.UNKNOWN)))
        exceptions.append(
            Exempt(
                "dang_ky_danh_hieu_thap_hon_dau_nam",
                All((not_in_time, lower)),
                enough,
                "đầu năm mới đăng ký danh hiệu thấp hơn",
                "at the start of the year registered only for a lower title",
            )
        )
    clause = Clause(
        "dang_ky_dau_nam",
        muc("I.2.c"),
        "Đã đăng ký thi đua từ đầu năm",
        "registered at the start of the year",
        Unless(Exists("dang_ky_thi_dua", in_time), tuple(exceptions)),
        _P,  # "at the start of the year" was read; the day was not
    )
    return Addition(awards=(award,), clause=clause)


def _pham_vi(awards: tuple[str, ...], criterion: Criterion) -> Addition:
    clause = Clause(
        "pham_vi_ke_hoach",
        muc("II.2"),
        "Đang công tác tại UBND xã (khối cơ quan, đơn vị lực lượng vũ trang của xã)",
        "now works at the commune's People's Committee (its office blocks and armed-forces units)",
        criterion,
        _P,
    )
    return Addition(awards=awards, clause=clause)


ADDITIONS = (
    *(_dang_ky_dau_nam(award) for award in (*CA_NHAN, *TAP_THE)),
    *(_de_nghi(award) for award in (*CA_NHAN, *TAP_THE)),
    _pham_vi(CA_NHAN, OfUnit(OneOf("loai", LUC_LUONG_TAI_UBND))),
    _pham_vi(TAP_THE, OneOf("loai", LUC_LUONG_TAI_UBND)),
)


def _chi_tieu(
    name: str, section: str, vi: str, en: str, metric: str, unit: str, standing: Standing = Standing.CONFIRMED
) -> Target:
    return Target(
        id=name,
        label_vi=vi,
        label_en=en,
        metric=metric,
        unit=unit,
        direction=Direction.AT_MOST if metric == "so_vu_ky_luat" else Direction.AT_LEAST,
        citation=muc(section),
        standing=standing,
    )


# fmt: off
TARGETS = (
    _chi_tieu("CT-1.1", "II.3.a.1", "Thu ngân sách trên địa bàn so với số giao", "budget revenue of the commune, of the figure assigned", "thu_ngan_sach", "phan_tram"),
    _chi_tieu("CT-1.2", "II.3.a.1", "Số lao động được giải quyết việc làm mới", "workers given new jobs", "viec_lam_moi", "nguoi"),
    _chi_tieu("CT-1.3", "II.3.a.1", "Mức giảm tỷ lệ hộ nghèo", "fall of the share of poor households", "giam_ty_le_ho_ngheo", "diem_phan_tram"),
    _chi_tieu("CT-1.4", "II.3.a.2", "Số trường học đạt và giữ chuẩn quốc gia", "schools that reach and keep the national standard", "truong_dat_chuan", "truong"),
    _chi_tieu("CT-1.5", "II.3.a.2", "Trạm y tế đạt và giữ chuẩn quốc gia", "health stations that reach and keep the national standard", "tram_y_te_dat_chuan", "tram"),
    _chi_tieu("CT-1.6", "II.3.a.3", "Tỷ lệ hồ sơ thương binh, liệt sĩ, người có công giải quyết đúng hạn", "cases of war invalids, martyrs and people of merit settled on time", "ho_so_nguoi_co_cong_dung_han", "phan_tram", _P),
    _chi_tieu("CT-1.7", "II.3.a.4", "Tỷ lệ hộ đạt Gia đình văn hóa", "share of cultural families", "ty_le_gia_dinh_van_hoa", "phan_tram"),
    _chi_tieu("CT-1.8", "II.3.a.4", "Tỷ lệ thôn, đơn vị đạt danh hiệu văn hóa", "share of cultural villages and units", "ty_le_thon_van_hoa", "phan_tram"),
    _chi_tieu("CT-1.9", "II.3.a.4", "Số nội dung của Quy chế dân chủ ở cơ sở đã thực hiện", "points of the regulation on grass-roots democracy carried out", "noi_dung_dan_chu_co_so", "noi_dung", _P),
    _chi_tieu("CT-4", "II.3.d", "Số vụ kỷ luật, tham nhũng, lãng phí trong bộ máy xã", "cases of discipline, corruption or waste in the commune's bodies", "so_vu_ky_luat", "vu", _P),
    _chi_tieu("CT-5", "II.3.e.3", "Tỷ lệ báo cáo thi đua, khen thưởng gửi đúng hạn", "reports on emulation sent on time", "bao_cao_dung_han", "phan_tram", _P),
    _chi_tieu("CT-5.1", "II.3.e.3", "Số gương điển hình, người tốt việc tốt được phát hiện, nhân rộng", "models found, fostered and spread", "guong_dien_hinh", "guong", _P),
)


def _phong_trao(name: str, section: str, vi: str, en: str) -> Movement:
    return Movement(id=name, label_vi=vi, label_en=en, citation=muc(section))


MOVEMENTS = (
    _phong_trao("PT-01", "II.3.b", "Toàn dân chung sức xây dựng nông thôn mới", "The people join hands to build the new countryside"),
    _phong_trao("PT-02", "II.3.b", "Doanh nghiệp Thủ đô hội nhập và phát triển", "The capital's enterprises integrate and develop"),
    _phong_trao("PT-03", "II.3.b", "Sáng kiến, sáng tạo thị xã Sơn Tây", "Initiative and creativity of Sơn Tây town"),
    _phong_trao("PT-04", "II.3.b", "Cả nước chung tay vì người nghèo – không để ai bỏ lại phía sau", "The nation joins hands for the poor: nobody is left behind"),
    _phong_trao("PT-05", "II.3.b", "Thi đua thực hiện văn hóa công sở và nơi công cộng", "Culture in offices and public places"),
    _phong_trao("PT-06", "II.3.b", "Đẩy mạnh cải cách hành chính", "Push administrative reform"),
    _phong_trao("PT-07", "II.3.b", "An toàn thực phẩm", "Food safety"),
    _phong_trao("PT-08", "II.3.b", "Toàn dân đoàn kết xây dựng đời sống văn hóa", "The people unite to build a cultural life"),
    _phong_trao("PT-09", "II.3.b", "Người tốt, việc tốt", "Good people, good deeds"),
    _phong_trao("PT-10", "II.3.b", "Toàn dân đoàn kết, chung sức thi đua phòng, chống và chiến thắng đại dịch Covid-19", "The people unite to prevent, fight and defeat Covid-19"),
    _phong_trao("PT-11", "II.3.b", "Thi đua chào mừng các ngày lễ lớn trong năm 2022", "Emulation for the great anniversaries of 2022"),
    _phong_trao("CT-3.1", "II.3.c", "Thi đua quyết thắng (lực lượng vũ trang)", "Determined to win (armed forces)"),
    _phong_trao("CT-3.2", "II.3.c", "Toàn dân bảo vệ an ninh Tổ quốc", "The people protect the Fatherland's security"),
)
# fmt: on

XEP_HANG = Standings(
    id="xep_hang_don_vi",
    label_vi="Xếp hạng ngành, đoàn thể, thôn, tổ dân phố theo khối thi đua",
    label_en="ranking of sectors, organisations, villages and residential groups inside their cluster",
    subjects=OneOf("loai", DON_VI_THI_DUA),
    scale="cham_diem_don_vi_xa_mac_dinh",
    stratum="khoi_thi_dua",
    proposals=(Proposal(first=1, last=2, award="giay_khen_chu_tich_ubnd_xa"),),
    citation=Citation(PLAN, "II.4.c.3"),
    standing=_P,
)

LAYER = Layer(
    id=PLAN,
    title_vi=INSTRUMENTS[0].title_vi,
    title_en=INSTRUMENTS[0].title_en,
    level="xa",
    valid_from=INSTRUMENTS[0].valid_from,
    valid_to=INSTRUMENTS[0].valid_to,
    instruments=INSTRUMENTS,
    parameters=PARAMETERS,
    additions=ADDITIONS,
    obligations=OBLIGATIONS,
    targets=TARGETS,
    movements=MOVEMENTS,
    standings=(XEP_HANG,),
    provisions=PROVISIONS,
)
