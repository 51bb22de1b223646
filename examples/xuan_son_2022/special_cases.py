"""The people of the example, written by hand: the 33 officials, the villages' people, police and militia, and who shows what."""

from __future__ import annotations

import unicodedata
from typing import Any

Row = dict[str, Any]

LDTT, CSTDCS = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"
TTLDTT, TTLDXS = "tap_the_lao_dong_tien_tien", "tap_the_lao_dong_xuat_sac"
XA, HUYEN = "giay_khen_chu_tich_ubnd_xa", "giay_khen_chu_tich_ubnd_huyen"


def registered(*awards: str) -> list[Row]:
    """Registrations at the start of the year."""
    return [{"danh_hieu": award, "ngay": "2022-02-15", "chap_nhan": True} for award in awards]


def proposed(*awards: str | tuple[str, str], day: str = "2022-12-12") -> list[Row]:
    """Proposals, by default at the end of the year; a pair names the achievement."""
    rows: list[Row] = []
    for award in awards:
        name, done = award if isinstance(award, tuple) else (award, "")
        row: Row = {"danh_hieu": name, "ngay": day, "dong_y": True}
        if name == XA:
            row["loai_giay_khen"] = "giay_khen_xa_nhiem_vu_chinh_tri"
        rows.append(row | {"thanh_tich": done} if done else row)
    return rows


def initiative(name: str, level: str) -> list[Row]:
    """One initiative, recognised by *level* in the year."""
    return [{"ma": name, "pham_vi": "co_so", "cap_cong_nhan": level, "ngay": "2022-11-10"}]


def fighter(*years: int) -> list[Row]:
    """Chiến sĩ thi đua cơ sở in earlier years."""
    return [{"danh_hieu": CSTDCS, "nam": year, "so_quyet_dinh": f"{year - 2000}/QĐ-UBND"} for year in years]


def citizen_number(name: str) -> str:
    """A number of the right shape that nobody can have: no province has the code 099."""
    return f"0990{GROUPS.index(name[:2]):02}{int(name[-2:]):06}"


GROUPS = ("cb", "nd", "ca", "dq")


def person(name: str, shown: str, unit: str, sex: str, **change: object) -> Row:
    """A person who meets everything; *change* says what is different, None what is not known."""
    records: Row = {
        "dang_ky_thi_dua": registered(LDTT),
        "de_nghi_khen_thuong": proposed(LDTT),
        "vu_viec_dang_xem_xet": [],
        "hinh_thuc_ky_luat": [],
        "sang_kien": [],
        "de_tai_nghien_cuu": [],
        "dao_tao": [],
        "chuyen_cong_tac": [],
        "tich_danh_hieu": [],
        "nam_gian_doan": [],
        "binh_chon_phong_trao": None,
    }
    facts: Row = {
        "loai_doi_tuong": "cong_chuc",
        "chuc_danh": "Công chức",
        "la_lanh_dao": False,
        "gioi_tinh": sex,
        "ngay_sinh": "1980-05-12",
        "so_cccd": citizen_number(name),
        "ngay_tuyen_dung": "2012-04-01",
        "xep_loai_chat_luong": "HTTNV",
        "chap_hanh_doan_ket_thi_dua": True,
        "tich_cuc_hoc_tap": True,
        "dao_duc_loi_song": True,
        "hoan_thanh_tot_nghia_vu_cong_dan": True,
        "thang_nghi_viec": 0,
        "thang_nghi_thai_san": 0,
        "thang_dieu_tri_vet_thuong": 0,
        "diem_binh_xet": 88,
    }
    for key, value in change.items():
        (records if key in records else facts)[key] = value
    return {
        "id": name,
        "kind": "ca_nhan",
        "name": shown,
        "unit": unit,
        "facts": {key: value for key, value in facts.items() if value is not None},
        "records": {key: value for key, value in records.items() if value is not None},
    }


DANG, UBND, QUAN = "khoi-dang-doan-the", "khoi-ubnd", "khoi-bchqs"
BOTH = (LDTT, CSTDCS)
CAN_BO, CONG_CHUC, KCT = "can_bo", "cong_chuc", "nguoi_hoat_dong_khong_chuyen_trach"

BORN_AND_RECRUITED = {
    "cb-01": ("1966-03-14", "1994-09-01"),
    "cb-02": ("1970-08-21", "1998-05-01"),
    "cb-03": ("1968-11-02", "1999-03-01"),
    "cb-04": ("1972-01-19", "1997-10-01"),
    "cb-05": ("1978-06-25", "2003-07-01"),
    "cb-06": ("1976-02-10", "2001-09-01"),
    "cb-07": ("1982-04-17", "2006-08-01"),
    "cb-08": ("1984-12-05", "2009-02-01"),
    "cb-09": ("1986-09-13", "2010-10-01"),
    "cb-10": ("1988-05-12", "2013-04-01"),
    "cb-11": ("1987-10-30", "2012-06-01"),
    "cb-12": ("1990-07-08", "2014-03-01"),
    "cb-13": ("1989-01-27", "2011-09-01"),
    "cb-14": ("1985-03-03", "2008-05-01"),
    "cb-15": ("1983-07-16", "2007-11-01"),
    "cb-16": ("1997-11-23", "2022-02-01"),
    "cb-17": ("1998-02-11", "2022-04-01"),
    "cb-18": ("1979-05-05", "2004-04-01"),
    "cb-19": ("1977-09-29", "2002-08-01"),
    "cb-20": ("1980-12-18", "2005-06-01"),
    "cb-21": ("1974-04-04", "2000-01-01"),
    "cb-22": ("1980-08-15", "2004-10-01"),
    "cb-23": ("1971-06-06", "2015-02-01"),
    "cb-24": ("1973-10-20", "2003-03-01"),
    "cb-25": ("1994-03-28", "2018-07-01"),
    "cb-26": ("1992-12-01", "2016-05-01"),
    "cb-27": ("1975", "2010-01-01"),
    "cb-28": ("1991-05-19", "2017-09-01"),
    "cb-29": ("1969-02-24", "1996-04-01"),
    "cb-30": ("1962-09-09", "2005-01-01"),
    "cb-31": ("1993-06-13", "2019-10-01"),
    "cb-32": ("1980-01-31", "2009-12-01"),
    "cb-33": ("1995-08-07", "2021-11-01"),
}
"""Birth and recruitment of the officials: 24 to 60 years old, 42 in the middle; 1 to 28 years in post, two of them new."""


def official(number: int, shown: str, unit: str, sex: str, post: str, kind: str, **change: object) -> Row:
    """One of the 33 officials."""
    name = f"cb-{number:02}"
    born, recruited = BORN_AND_RECRUITED[name]
    own: Row = {"loai_doi_tuong": kind, "chuc_danh": post, "ngay_sinh": born, "ngay_tuyen_dung": recruited}
    return person(name, shown, unit, sex, **(own | change))


def fighter_candidate(points: float, found: list[Row], **change: object) -> Row:
    """What goes with a candidate for the higher title: registered and proposed for both, points, an initiative."""
    own: Row = {"dang_ky_thi_dua": registered(*BOTH), "de_nghi_khen_thuong": proposed(*BOTH)}
    return own | {"diem_binh_xet": points, "sang_kien": found} | change


OFFICIALS = [
    # the leader with an excellent rating and no initiative, proposed above what he registered for
    official(1, "Đinh Quang Thắng", DANG, "nam", "Bí thư Đảng ủy, Chủ tịch HĐND", CAN_BO, la_lanh_dao=True, xep_loai_chat_luong="HTXSNV", diem_binh_xet=97, de_nghi_khen_thuong=proposed(*BOTH)),
    official(2, "Phùng Đức Nhàn", DANG, "nam", "Phó Bí thư thường trực Đảng ủy, Phó Chủ tịch HĐND", CAN_BO, la_lanh_dao=True, tich_danh_hieu=fighter(2021)),
    official(3, "Kiều Văn Lượng", DANG, "nam", "Chủ tịch Hội Nông dân", CAN_BO, la_lanh_dao=True),
    official(4, "Chu Bá Hưởng", UBND, "nam", "Chủ tịch UBND", CAN_BO, la_lanh_dao=True, tich_danh_hieu=fighter(2021)),
    # as many points as the two who are tied, but a leader: the preference for direct workers separates her
    official(5, "Đoàn Thị Hảo", UBND, "nu", "Phó Chủ tịch UBND", CAN_BO, la_lanh_dao=True, **fighter_candidate(94, initiative("SK-04", "thi_xa"))),
    official(6, "Lưu Đức Toàn", UBND, "nam", "Phó Chủ tịch UBND", CAN_BO, la_lanh_dao=True, tich_danh_hieu=fighter(2020)),
    # first and second under the quota; the first has the title of two years in a row behind her
    official(7, "Nguyễn Thị Hương", UBND, "nu", "Văn phòng – thống kê", CONG_CHUC, xep_loai_chat_luong="HTXSNV", **fighter_candidate(96, initiative("SK-01", "thi_xa"), tich_danh_hieu=fighter(2020, 2021))),
    # the second is also proposed to the city, for results with influence in a field of it
    official(8, "Tạ Minh Khôi", UBND, "nam", "Địa chính – xây dựng", CONG_CHUC, xep_loai_chat_luong="HTXSNV", **fighter_candidate(95, initiative("SK-02", "thi_xa"), tich_danh_hieu=fighter(2021), binh_chon_phong_trao=[], thanh_tich_anh_huong_linh_vuc=True)),
    # two women with one initiative between them and equal points: the tie at the quota's line; a name that occurs twice
    official(9, "Hà Thị Diệu", UBND, "nu", "Tài chính – kế toán", CONG_CHUC, **fighter_candidate(94, initiative("SK-03", "thi_xa"))),
    official(10, "Nguyễn Thị Hương", UBND, "nu", "Công tác xã hội", KCT, **fighter_candidate(94, initiative("SK-03", "thi_xa"))),
    # an initiative that only the commune recognised: a person must decide
    official(11, "Vương Thế Anh", UBND, "nam", "Văn hóa – xã hội", CONG_CHUC, **fighter_candidate(80, initiative("SK-05", "xa"))),
    # maternity leave of six months: not counted as absence
    official(12, "Khuất Thị Mến", DANG, "nu", "Chủ tịch Hội Liên hiệp Phụ nữ", CAN_BO, la_lanh_dao=True, thang_nghi_viec=6, thang_nghi_thai_san=6),
    # a run of three years broken in 2020, the year of a maternity leave; whether the post is a leading one is not filed
    official(13, "Trịnh Thị Loan", DANG, "nu", "Bí thư Đoàn Thanh niên", CAN_BO, la_lanh_dao=None, tich_danh_hieu=fighter(2018, 2019, 2021), nam_gian_doan=[{"nam": 2020, "ly_do": "thai_san"}]),
    # transferred in the year, with the old unit's opinion
    official(14, "Mai Xuân Bách", UBND, "nam", "Tư pháp – hộ tịch", CONG_CHUC, chuyen_cong_tac=[{"hinh_thuc": "chuyen_den", "don_vi_cu": "UBND phường Viên Sơn", "so_thang_don_vi_cu": 7, "co_y_kien": True}], tich_danh_hieu=fighter(2019)),
    # a course of fourteen months with a fair result; a name written in decomposed Unicode
    official(15, unicodedata.normalize("NFD", "Đặng Hữu Nghĩa"), UBND, "nam", "Văn phòng – thống kê", CONG_CHUC, dao_tao=[{"so_thang": 14, "chap_hanh": True, "ket_qua": "kha"}]),
    # recruited eleven months before the year's end
    official(16, "Bạch Thị Thơm", UBND, "nu", "Văn hóa – xã hội", CONG_CHUC),
    # nine months of service
    official(17, "Lã Văn Hiệp", UBND, "nam", "Địa chính – môi trường", CONG_CHUC),
    # an administrative reprimand, and the rating that follows from it
    official(18, "Quách Văn Tuấn", DANG, "nam", "Văn thư Đảng ủy", KCT, xep_loai_chat_luong="KHTNV", hinh_thuc_ky_luat=[{"ngay": "2022-08-03", "hinh_thuc": "khien_trach", "co_quan": "chinh_quyen"}]),
    # a reprimand by the Party alone
    official(19, "Hoàng Trọng Đạt", QUAN, "nam", "Chỉ huy trưởng quân sự", CONG_CHUC, hinh_thuc_ky_luat=[{"ngay": "2022-06-20", "hinh_thuc": "khien_trach", "co_quan": "dang"}]),
    # the title was given, then cancelled after a complaint that brought the rating down; her unit's title stood on it
    official(20, "Ngô Thị Thu", QUAN, "nu", "Thủ quỹ Ban Chỉ huy quân sự", KCT, xep_loai_chat_luong="HTNV"),
    # a denunciation is being verified
    official(21, "Phí Văn Sửu", UBND, "nam", "Tư pháp – hộ tịch", CONG_CHUC, vu_viec_dang_xem_xet=[{"loai": "khieu_nai_to_cao", "ngay": "2022-11-28", "da_ket_thuc": False}]),
    # a denunciation that was verified and closed holds nothing
    official(22, "Tống Thị Là", UBND, "nu", "Tài chính – kế toán", CONG_CHUC, vu_viec_dang_xem_xet=[{"loai": "khieu_nai_to_cao", "ngay": "2022-05-04", "da_ket_thuc": True}]),
    # excellent, and never registered
    official(23, "Giáp Văn Cảnh", DANG, "nam", "Phó Chủ tịch MTTQ", KCT, xep_loai_chat_luong="HTXSNV", diem_binh_xet=98, dang_ky_thi_dua=[]),
    # four months of sick leave
    official(24, "Đào Thị Sen", UBND, "nu", "Tạp vụ – lưu trữ", KCT, xep_loai_chat_luong="HTNV", thang_nghi_viec=4, dang_ky_thi_dua=[]),
    # the rating is missing, and it matters
    official(25, "Cao Văn Lực", UBND, "nam", "Đài truyền thanh", KCT, xep_loai_chat_luong=None),
    # on leave for seven months, so not rated; a fact is missing, and it does not matter
    official(26, "La Thị Hạnh", DANG, "nu", "Phó Chủ tịch Hội Nông dân", KCT, xep_loai_chat_luong="khong_xep_loai", thang_nghi_viec=7, tich_cuc_hoc_tap=None, dang_ky_thi_dua=[]),
    # a birth date with only a year; a citizen number that lost its leading zero
    official(27, "Thạch Văn Quân", QUAN, "nam", "Chỉ huy phó quân sự", KCT),
    official(28, "Nhữ Đình Khang", QUAN, "nam", "Trợ lý quân sự", KCT, so_cccd="99000000028"),
    official(29, "Doãn Văn Thịnh", DANG, "nam", "Chủ tịch MTTQ", CAN_BO, la_lanh_dao=True, tich_danh_hieu=fighter(2021)),
    official(30, "Cấn Văn Tú", DANG, "nam", "Chủ tịch Hội Cựu chiến binh", CAN_BO, la_lanh_dao=True),
    # transferred after two months: no opinion is needed; the old unit's name is spelled in another way
    official(31, "Phan Quốc Việt", UBND, "nam", "Văn hóa – thể thao", KCT, tich_danh_hieu=fighter(2021), chuyen_cong_tac=[{"hinh_thuc": "chuyen_den", "don_vi_cu": "UBND Phường Viên sơn", "so_thang_don_vi_cu": 2, "co_y_kien": False}]),
    # two years in a row, and none since
    official(32, "Âu Thị Yến", UBND, "nu", "Thủ quỹ", KCT, tich_danh_hieu=fighter(2019, 2020)),
    official(33, "Từ Thị Phương", UBND, "nu", "Thú y", KCT, tich_danh_hieu=fighter(2021)),
]  # fmt: skip

VILLAGERS: tuple[tuple[str, str, str, Row], ...] = (
    ("Nguyễn Văn Bể", "th-01", "nam", {}),
    ("Trần Thị Cúc", "th-01", "nu", {}),
    ("Lê Văn Đông", "th-02", "nam", {}),
    ("Phạm Thị Én", "th-02", "nu", {}),
    ("Bùi Văn Gia", "th-03", "nam", {}),
    ("Đỗ Thị Hoa", "th-04", "nu", {}),
    ("Vũ Văn Ích", "th-05", "nam", {"hoan_thanh_tot_nghia_vu_cong_dan": None}),
    ("Lý Thị Kén", "th-06", "nu", {}),
    ("Hồ Văn Lam", "th-07", "nam", {"hoan_thanh_tot_nghia_vu_cong_dan": False}),
    ("Dương Thị Mơ", "th-08", "nu", {}),
    ("Phan Văn Nếp", "th-09", "nam", {}),
    ("Đặng Thị Oanh", "th-11", "nu", {"dang_ky_thi_dua": registered(LDTT)}),
    ("Ngô Văn Phách", "th-03", "nam", {}),
    ("Tô Thị Quế", "th-05", "nu", {}),
    ("Hà Văn Rạng", "th-06", "nam", {}),
    ("Mạc Thị Sim", "th-07", "nu", {}),
    ("Lục Văn Tài", "th-08", "nam", {}),
    ("Kim Thị Út", "th-09", "nu", {}),
    ("Đinh Văn Vinh", "th-10", "nam", {}),
    ("Chử Thị Xuyến", "th-11", "nu", {}),
)

FARMERS = [
    person(
        f"nd-{number:02}",
        shown,
        area,
        sex,
        **(
            {
                "loai_doi_tuong": "nong_dan",
                "chuc_danh": "Nông dân",
                "ngay_sinh": f"{1958 + number * 7 % 40}-{1 + number % 12:02}-{1 + number:02}",
                "ngay_tuyen_dung": None,
                "xep_loai_chat_luong": None,
                "hoan_thanh_nhiem_vu_nguoi_lao_dong": True,
                "guong_mau_cong_dong": True,
                "dang_ky_thi_dua": [],
                "de_nghi_khen_thuong": [],
            }
            | more
        ),
    )
    for number, (shown, area, sex, more) in enumerate(VILLAGERS, start=1)
]

POLICE = [
    person(f"ca-{n:02}", shown, "xa-xuan-lam", "nam", loai_doi_tuong="cong_an", chuc_danh="Công an xã", ngay_sinh=f"{1984 + n}-0{n}-20", ngay_tuyen_dung=f"{2008 + n}-09-01", dang_ky_thi_dua=[], de_nghi_khen_thuong=[])
    for n, shown in enumerate(("Đỗ Mạnh Hà", "Lê Hải Sơn", "Vũ Đức Kiên", "Bùi Tiến Dũng", "Trần Huy Bảo"), start=1)
]  # fmt: skip

MILITIA = [
    person(f"dq-{n:02}", shown, "xa-xuan-lam", "nam", loai_doi_tuong="dan_quan", chuc_danh="Dân quân thường trực", ngay_sinh=f"{1997 + n % 5}-{n:02}-15", ngay_tuyen_dung="2021-02-01", xep_loai_chat_luong=None, hoan_thanh_nhiem_vu_nguoi_lao_dong=True, guong_mau_cong_dong=True, dang_ky_thi_dua=[], de_nghi_khen_thuong=[])
    for n, shown in enumerate(("Nguyễn Văn Sáu", "Hoàng Văn Bảy", "Lê Văn Tám", "Phạm Văn Chín", "Đặng Văn Mười", "Trần Văn Mốt", "Bùi Văn Ba", "Hồ Văn Tư"), start=1)
]  # fmt: skip

# certificates, by achievement: proposed after the first phase, or at the year's end
MID_YEAR_PERSONS = ("cb-02", "cb-06", "cb-16", "nd-01", *(f"nd-{n}" for n in range(13, 21)))
YEAR_END = (
    *(f"cb-{n:02}" for n in (1, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 21, 22, 27, 28, 29, 31, 32, 33)),
    *(f"nd-{n:02}" for n in range(2, 13)),
    *(f"dq-{n:02}" for n in range(1, 4)),
)

TO_THE_TOWN = {
    "cb-04": proposed((HUYEN, "tt-cai-cach")),
    # the same achievement as the commune's certificate: the higher one covers it
    "cb-07": proposed((HUYEN, "tt-cb-07")),
    "cb-08": [*proposed((HUYEN, "tt-ho-so-so")), *proposed(("bang_khen_cap_tinh", "tt-dat-dai-5-nam"))],
    "cb-09": proposed((HUYEN, "tt-quyet-toan")),
    "cb-29": proposed((HUYEN, "tt-dai-doan-ket")),
    # and here the town has already decided
    "cb-31": proposed((HUYEN, "tt-cb-31"), day="2022-08-20"),
}

GOOD_DEEDS = {"nd-02": True, "nd-05": True, "nd-08": False, "nd-13": False}
"""Who was proposed for "Người tốt, việc tốt", and whether it was agreed."""

PEOPLE = [*OFFICIALS, *FARMERS, *POLICE, *MILITIA]

for _one in PEOPLE:
    _name, _rows = _one["id"], _one["records"]["de_nghi_khen_thuong"]
    if _name in MID_YEAR_PERSONS:
        _rows += proposed((XA, f"tt-{_name}"), day="2022-07-25")
    if _name in YEAR_END:
        _rows += proposed((XA, f"tt-{_name}"))
    _rows += TO_THE_TOWN.get(_name, [])
    if _name in GOOD_DEEDS:
        _rows += [row | {"dong_y": GOOD_DEEDS[_name]} for row in proposed("nguoi_tot_viec_tot")]
