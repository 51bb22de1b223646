"""Everybody in the example who is written by hand: the commune, its units, its officials, and who shows what."""

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


def proposed(*awards: str | tuple[str, str]) -> list[Row]:
    """Proposals at the end of the year; a pair names the achievement."""
    rows: list[Row] = []
    for award in awards:
        name, done = award if isinstance(award, tuple) else (award, "")
        row: Row = {"danh_hieu": name, "ngay": "2022-12-12", "dong_y": True}
        rows.append(row | {"thanh_tich": done} if done else row)
    return rows


def initiative(name: str, level: str) -> list[Row]:
    """One initiative, recognised by *level* in the year."""
    return [{"ma": name, "pham_vi": "co_so", "cap_cong_nhan": level, "ngay": "2022-11-10"}]


def fighter(*years: int) -> list[Row]:
    """Chiến sĩ thi đua cơ sở in earlier years."""
    return [{"danh_hieu": CSTDCS, "nam": year, "so_quyet_dinh": f"{year - 2000}/QĐ-UBND"} for year in years]


def person(name: str, shown: str, unit: str, sex: str, **change: Any) -> Row:
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
    }
    facts: Row = {
        "loai_doi_tuong": "cong_chuc",
        "chuc_danh": "Công chức",
        "la_lanh_dao": False,
        "gioi_tinh": sex,
        "ngay_sinh": "1980-05-12",
        "so_cccd": f"001080{int(name[-2:]):06}",
        "ngay_tuyen_dung": "2012-04-01",
        "xep_loai_chat_luong": "HTTNV",
        "chap_hanh_doan_ket_thi_dua": True,
        "tich_cuc_hoc_tap": True,
        "dao_duc_loi_song": True,
        "hoan_thanh_tot_nghia_vu_cong_dan": True,
        "thang_nghi_viec": 0,
        "thang_nghi_thai_san": 0,
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

OFFICIALS = [
    # the leader with an excellent rating and no initiative: no title above the base one
    person("cb-01", "Đinh Quang Thắng", DANG, "nam", loai_doi_tuong="can_bo", chuc_danh="Bí thư Đảng ủy", la_lanh_dao=True, xep_loai_chat_luong="HTXSNV", diem_binh_xet=97, dang_ky_thi_dua=registered(*BOTH), de_nghi_khen_thuong=proposed(*BOTH)),
    person("cb-02", "Phùng Thị Nhàn", DANG, "nu", loai_doi_tuong="can_bo", chuc_danh="Phó Bí thư thường trực Đảng ủy", la_lanh_dao=True, tich_danh_hieu=fighter(2021)),
    person("cb-03", "Kiều Văn Lượng", DANG, "nam", loai_doi_tuong="can_bo", chuc_danh="Phó Chủ tịch HĐND", la_lanh_dao=True),
    person("cb-04", "Chu Bá Hưởng", UBND, "nam", loai_doi_tuong="can_bo", chuc_danh="Chủ tịch UBND", la_lanh_dao=True, tich_danh_hieu=fighter(2021)),
    # as many points as the two who are tied, but a leader: the preference for direct workers separates her
    person("cb-05", "Đoàn Thị Hảo", UBND, "nu", loai_doi_tuong="can_bo", chuc_danh="Phó Chủ tịch UBND", la_lanh_dao=True, diem_binh_xet=94, dang_ky_thi_dua=registered(*BOTH), de_nghi_khen_thuong=proposed(*BOTH), sang_kien=initiative("SK-04", "thi_xa")),
    person("cb-06", "Lưu Đức Toàn", UBND, "nam", loai_doi_tuong="can_bo", chuc_danh="Phó Chủ tịch UBND", la_lanh_dao=True),
    # first and second under the quota
    person("cb-07", "Nguyễn Thị Hương", UBND, "nu", chuc_danh="Văn phòng – thống kê", xep_loai_chat_luong="HTXSNV", diem_binh_xet=96, dang_ky_thi_dua=registered(*BOTH), de_nghi_khen_thuong=proposed(*BOTH), sang_kien=initiative("SK-01", "thi_xa"), tich_danh_hieu=fighter(2020, 2021)),
    person("cb-08", "Tạ Minh Khôi", UBND, "nam", chuc_danh="Địa chính – xây dựng", xep_loai_chat_luong="HTXSNV", diem_binh_xet=95, dang_ky_thi_dua=registered(*BOTH), de_nghi_khen_thuong=proposed(*BOTH), sang_kien=initiative("SK-02", "thi_xa"), tich_danh_hieu=fighter(2021)),
    # two women with one initiative between them and equal points: the tie at the quota's line
    person("cb-09", "Hà Thị Diệu", UBND, "nu", chuc_danh="Tài chính – kế toán", diem_binh_xet=94, dang_ky_thi_dua=registered(*BOTH), de_nghi_khen_thuong=proposed(*BOTH), sang_kien=initiative("SK-03", "thi_xa")),
    person("cb-10", "Nguyễn Thị Hương", DANG, "nu", loai_doi_tuong="nguoi_hoat_dong_khong_chuyen_trach", chuc_danh="Phó Chủ tịch Hội Phụ nữ", diem_binh_xet=94, dang_ky_thi_dua=registered(*BOTH), de_nghi_khen_thuong=proposed(*BOTH), sang_kien=initiative("SK-03", "thi_xa")),
    # an initiative that only the commune recognised: a person must decide
    person("cb-11", "Vương Thế Anh", UBND, "nam", chuc_danh="Văn hóa – xã hội", diem_binh_xet=80, dang_ky_thi_dua=registered(*BOTH), de_nghi_khen_thuong=proposed(*BOTH), sang_kien=initiative("SK-05", "xa")),
    # maternity leave of six months: not counted as absence
    person("cb-12", "Khuất Thị Mến", DANG, "nu", loai_doi_tuong="can_bo", chuc_danh="Chủ tịch Hội Phụ nữ", la_lanh_dao=True, thang_nghi_viec=6, thang_nghi_thai_san=6, nam_gian_doan=[]),
    # a run of three years broken in 2020, the year of a maternity leave
    person("cb-13", "Trịnh Thị Loan", DANG, "nu", loai_doi_tuong="can_bo", chuc_danh="Bí thư Đoàn Thanh niên", la_lanh_dao=True, tich_danh_hieu=fighter(2018, 2019, 2021), nam_gian_doan=[{"nam": 2020, "ly_do": "thai_san"}]),
    # transferred in May, with the old unit's opinion
    person("cb-14", "Mai Xuân Bách", UBND, "nam", chuc_danh="Tư pháp – hộ tịch", chuyen_cong_tac=[{"don_vi_cu": "UBND phường Viên Sơn", "so_thang_don_vi_cu": 7, "co_y_kien": True}]),
    # a course of fourteen months with a fair result; a name written in decomposed Unicode
    person("cb-15", unicodedata.normalize("NFD", "Đặng Hữu Nghĩa"), UBND, "nam", chuc_danh="Văn phòng – thống kê", dao_tao=[{"so_thang": 14, "chap_hanh": True, "ket_qua": "kha"}]),
    # recruited eleven months before the year's end
    person("cb-16", "Bạch Thị Thơm", UBND, "nu", chuc_danh="Văn hóa – xã hội", ngay_tuyen_dung="2022-02-01"),
    # nine months of service
    person("cb-17", "Lã Văn Hiệp", UBND, "nam", chuc_danh="Địa chính – môi trường", ngay_tuyen_dung="2022-04-01"),
    # an administrative reprimand, and the rating that follows from it
    person("cb-18", "Quách Văn Tuấn", DANG, "nam", loai_doi_tuong="nguoi_hoat_dong_khong_chuyen_trach", chuc_danh="Văn thư Đảng ủy", xep_loai_chat_luong="KHTNV", hinh_thuc_ky_luat=[{"ngay": "2022-08-03", "hinh_thuc": "khien_trach", "co_quan": "chinh_quyen"}]),
    # a reprimand by the Party alone
    person("cb-19", "Hoàng Trọng Đạt", QUAN, "nam", chuc_danh="Chỉ huy trưởng quân sự", hinh_thuc_ky_luat=[{"ngay": "2022-06-20", "hinh_thuc": "khien_trach", "co_quan": "dang"}]),
    # the title was given, then cancelled after a complaint; the higher title stood on it
    person("cb-20", "Ngô Thị Thu", UBND, "nu", chuc_danh="Tài chính – kế toán", dang_ky_thi_dua=registered(*BOTH), de_nghi_khen_thuong=proposed(*BOTH), sang_kien=initiative("SK-06", "thi_xa"), diem_binh_xet=90),
    # a denunciation is being verified
    person("cb-21", "Phí Văn Sửu", DANG, "nam", loai_doi_tuong="can_bo", chuc_danh="Chủ tịch Hội Nông dân", la_lanh_dao=True, vu_viec_dang_xem_xet=[{"loai": "khieu_nai_to_cao", "ngay": "2022-11-28", "da_ket_thuc": False}]),
    # an inspection with signs of a violation
    person("cb-22", "Tống Thị Là", UBND, "nu", chuc_danh="Địa chính – xây dựng", vu_viec_dang_xem_xet=[{"loai": "dau_hieu_vi_pham", "ngay": "2022-10-04", "da_ket_thuc": False}]),
    # excellent, and never registered
    person("cb-23", "Giáp Văn Cảnh", DANG, "nam", loai_doi_tuong="nguoi_hoat_dong_khong_chuyen_trach", chuc_danh="Phó Chủ tịch MTTQ", xep_loai_chat_luong="HTXSNV", diem_binh_xet=98, dang_ky_thi_dua=[]),
    # four months of sick leave
    person("cb-24", "Đào Thị Sen", UBND, "nu", chuc_danh="Văn phòng – thống kê", xep_loai_chat_luong="HTNV", thang_nghi_viec=4, dang_ky_thi_dua=[]),
    # the rating is missing, and it matters
    person("cb-25", "Cao Văn Lực", UBND, "nam", loai_doi_tuong="nguoi_hoat_dong_khong_chuyen_trach", chuc_danh="Đài truyền thanh", xep_loai_chat_luong=None),
    # a fact is missing, and it does not matter
    person("cb-26", "La Thị Hạnh", QUAN, "nu", loai_doi_tuong="nguoi_hoat_dong_khong_chuyen_trach", chuc_danh="Văn thư – thủ quỹ", xep_loai_chat_luong="HTNV", tich_cuc_hoc_tap=None, dang_ky_thi_dua=[]),
    person("cb-27", "Thạch Văn Quân", QUAN, "nam", loai_doi_tuong="nguoi_hoat_dong_khong_chuyen_trach", chuc_danh="Chỉ huy phó quân sự", ngay_sinh="1975"),
    person("cb-28", "Nhữ Đình Khang", QUAN, "nam", loai_doi_tuong="nguoi_hoat_dong_khong_chuyen_trach", chuc_danh="Phó ban chỉ huy quân sự", so_cccd="1080000028"),
    person("cb-29", "Doãn Văn Thịnh", DANG, "nam", loai_doi_tuong="can_bo", chuc_danh="Chủ tịch MTTQ", la_lanh_dao=True, tich_danh_hieu=fighter(2021)),
    person("cb-30", "Cấn Văn Tú", DANG, "nam", loai_doi_tuong="can_bo", chuc_danh="Chủ tịch Hội Cựu chiến binh", la_lanh_dao=True),
    person("cb-31", "Phan Quốc Việt", UBND, "nam", chuc_danh="Văn hóa – xã hội", tich_danh_hieu=fighter(2021), chuyen_cong_tac=[{"don_vi_cu": "UBND Phường Viên sơn", "so_thang_don_vi_cu": 2, "co_y_kien": False}]),
    person("cb-32", "Âu Thị Yến", UBND, "nu", loai_doi_tuong="nguoi_hoat_dong_khong_chuyen_trach", chuc_danh="Thủ quỹ", tich_danh_hieu=fighter(2019, 2020)),
    person("cb-33", "Từ Văn Phú", UBND, "nam", loai_doi_tuong="nguoi_hoat_dong_khong_chuyen_trach", chuc_danh="Thú y", tich_danh_hieu=fighter(2021)),
]  # fmt: skip

# certificates proposed at the year's end, by achievement
for _name, _rows in {
    "cb-02": [(XA, "tt-chuyen-doi-so")],
    "cb-07": [(XA, "tt-mot-cua"), (HUYEN, "tt-mot-cua")],
    "cb-08": [(XA, "tt-dat-dai"), (HUYEN, "tt-ho-so-so")],
    "cb-12": [(XA, "tt-phu-nu")],
    "cb-14": [(XA, "tt-ho-tich")],
    "cb-21": [(XA, "tt-nong-dan")],
    "cb-29": [(XA, "tt-mat-tran")],
    "cb-31": [(XA, "tt-the-thao"), (HUYEN, "tt-the-thao")],
}.items():
    _one = next(one for one in OFFICIALS if one["id"] == _name)
    _one["records"]["de_nghi_khen_thuong"] += proposed(*_rows)

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
                "xep_loai_chat_luong": None,
                "hoan_thanh_nhiem_vu_nguoi_lao_dong": True,
                "guong_mau_cong_dong": True,
                "dang_ky_thi_dua": [],
                "de_nghi_khen_thuong": proposed((XA, f"tt-nd-{number:02}")) if number <= 12 else [],
            }
            | more
        ),
    )
    for number, (shown, area, sex, more) in enumerate(
        [
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
        ],
        start=1,
    )
]

POLICE = [
    person(f"ca-{n:02}", shown, "xa-xuan-lam", "nam", loai_doi_tuong="cong_an", chuc_danh="Công an xã", dang_ky_thi_dua=[], de_nghi_khen_thuong=[])
    for n, shown in enumerate(("Đỗ Mạnh Hà", "Lê Hải Sơn", "Vũ Đức Kiên", "Bùi Tiến Dũng", "Trần Huy Bảo"), start=1)
]  # fmt: skip

MILITIA = [
    person(f"dq-{n:02}", shown, "xa-xuan-lam", "nam", loai_doi_tuong="dan_quan", chuc_danh="Dân quân thường trực", xep_loai_chat_luong=None, hoan_thanh_nhiem_vu_nguoi_lao_dong=True, guong_mau_cong_dong=True, dang_ky_thi_dua=[], de_nghi_khen_thuong=[])
    for n, shown in enumerate(("Nguyễn Văn Sáu", "Hoàng Văn Bảy", "Lê Văn Tám", "Phạm Văn Chín", "Đặng Văn Mười", "Trần Văn Mốt", "Bùi Văn Ba", "Hồ Văn Tư"), start=1)
]  # fmt: skip


def unit(name: str, kind: str, shown: str, loai: str, khoi: str, own: list[float], **change: Any) -> Row:
    """A unit that meets everything, with its self-score in five parts; *change* says what is different."""
    total = sum(own)
    records: Row = {
        "dang_ky_thi_dua": [],
        "de_nghi_khen_thuong": [],
        "vu_viec_dang_xem_xet": [],
        "tich_danh_hieu": [],
        "diem_cham_cheo": [
            {"nguoi_cham": "Hội Nông dân", "diem": total - 1},
            {"nguoi_cham": "Thôn Gò Sim", "diem": total + 1 if total < 99 else total - 1},
        ],
    }
    facts: Row = {
        "loai": loai,
        "khoi_thi_dua": khoi,
        "hoan_thanh_tot_nhiem_vu": True,
        "hoan_thanh_xuat_sac_nhiem_vu": False,
        "phong_trao_thuong_xuyen_hieu_qua": True,
        "noi_bo_doan_ket_chap_hanh": True,
        "dan_chu_tiet_kiem": True,
        "du_che_do_thanh_vien": True,
        "ty_le_nu": 40,
        "so_bao_cao_tre": 0,
        "lanh_dao_bi_ky_luat": False,
        "diem_thuong": 0,
    }
    facts |= {f"diem_tu_cham_{i}": value for i, value in enumerate(own, start=1)}
    for key, value in change.items():
        (records if key in records else facts)[key] = value
    kept = {key: value for key, value in facts.items() if value is not None}
    return {"id": name, "kind": kind, "name": shown, "unit": "xa-xuan-lam", "facts": kept, "records": records}


def block(name: str, shown: str, own: list[float], **change: Any) -> Row:
    """A block of the commune office."""
    loai = "don_vi_llvt" if name == QUAN else "co_quan"
    return unit(name, "tap_the", shown, loai, "khoi_co_quan", own, **change)


BLOCKS = [
    # three quarters of its members hold the base title, and nobody proposed it
    block(DANG, "Khối Đảng – đoàn thể", [24, 24, 14, 14, 18], dang_ky_thi_dua=registered(TTLDTT), ty_le_nu=42),
    block(UBND, "Khối chuyên môn UBND", [24, 24, 14, 14.5, 19.5], dang_ky_thi_dua=registered(TTLDTT, TTLDXS), de_nghi_khen_thuong=proposed(TTLDTT, TTLDXS, (XA, "tt-ubnd-cai-cach")), hoan_thanh_xuat_sac_nhiem_vu=True, ty_le_nu=41),
    # exactly half of its members
    block(QUAN, "Ban Chỉ huy quân sự", [22, 22, 15, 13, 18], dang_ky_thi_dua=registered(TTLDTT), de_nghi_khen_thuong=proposed(TTLDTT), ty_le_nu=25),
]  # fmt: skip


def organisation(name: str, shown: str, own: list[float], **change: Any) -> Row:
    """A mass organisation."""
    return unit(name, "tap_the", shown, "doan_the", "khoi_doan_the", own, **change)


ORGANISATIONS = [
    organisation("dt-mttq", "Ủy ban MTTQ xã", [25, 25, 14, 15, 18], de_nghi_khen_thuong=proposed((XA, "tt-mttq"))),
    # equal scores for the second place of the cluster: a tie
    organisation("dt-nong-dan", "Hội Nông dân xã", [24, 24, 14, 14, 18], de_nghi_khen_thuong=proposed((XA, "tt-hnd"))),
    organisation("dt-ccb", "Hội Cựu chiến binh xã", [23, 24, 15, 14, 18], de_nghi_khen_thuong=proposed((XA, "tt-ccb"))),
    organisation("dt-thanh-nien", "Đoàn Thanh niên xã", [22, 23, 14, 13, 18], de_nghi_khen_thuong=proposed((XA, "tt-dtn")), so_bao_cao_tre=2),
    organisation("dt-phu-nu", "Hội Liên hiệp Phụ nữ xã", [24, 25, 14, 14, 17], ty_le_nu=100),
    # nobody has filed whether its members get what is due to them
    organisation("dt-cong-doan", "Công đoàn cơ sở xã", [21, 22, 13, 13, 16], de_nghi_khen_thuong=proposed((XA, "tt-cd")), du_che_do_thanh_vien=None),
]  # fmt: skip


def area(number: int, shown: str, houses: int, own: list[float], **change: Any) -> Row:
    """A village or residential group."""
    loai = "to_dan_pho" if shown.startswith("TDP") else "thon"
    title = f"{loai}_van_hoa"
    facts: Row = {
        "so_ho": houses,
        "khu_vuc": "thi_xa_thanh_pho_trung_uong",
        "ty_le_du_hop_binh_xet_ho": 84 - number * 2,
        "ty_le_du_hop_binh_xet_khu": 88 - number,
        "phieu_dong_y": 100 - number,
        "khong_thuoc_truong_hop_khong_xet": True,
        "diem_tieu_chuan_khu_1": 19,
        "diem_tieu_chuan_khu_2": 19,
        "diem_tieu_chuan_khu_3": 19 - number * 0.25,
        "diem_tieu_chuan_khu_4": 28,
        "diem_tieu_chuan_khu_5": 9.5,
        "dang_ky_thi_dua": registered(title),
    } | change
    return unit(f"th-{number:02}", "khu_dan_cu", shown, loai, "khoi_thon_to_dan_pho", own, **facts)


AREAS = [
    area(1, "Thôn Đồng Mít", 320, [25, 25, 15, 15, 19], de_nghi_khen_thuong=proposed((XA, "tt-th-01"))),
    # self-score 97, cross-scores 92, 93 and 71: the cluster's meeting has still to decide
    area(2, "Thôn Gò Sim", 285, [24.5, 24.5, 14.5, 14.5, 19], de_nghi_khen_thuong=proposed((XA, "tt-th-02")), diem_cham_cheo=[{"nguoi_cham": "Thôn Đồng Mít", "diem": 92}, {"nguoi_cham": "Hội nông dân xã", "diem": 93}, {"nguoi_cham": "Thôn Bãi Dâu", "diem": 71}]),
    area(3, "Thôn Bãi Dâu", 260, [23, 23, 14, 14, 18], de_nghi_khen_thuong=proposed((XA, "tt-th-03"))),
    area(4, "Thôn Xóm Vối", 240, [20, 21, 13, 13, 16], de_nghi_khen_thuong=proposed((XA, "tt-th-04"))),
    # the district rewards the same achievement
    area(5, "Thôn Cầu Đá", 215, [24, 24, 14, 14, 19], de_nghi_khen_thuong=proposed((XA, "tt-th-05"), (HUYEN, "tt-th-05"))),
    area(6, "Thôn Ao Sen", 195, [22, 22, 13, 13, 17]),
    area(7, "Thôn Rừng Thông", 160, [21, 22, 13, 13, 17], so_bao_cao_tre=1),
    area(8, "Thôn Bến Lau", 140, [21, 21, 13, 13, 16]),
    # fails by the quorum alone
    area(9, "Thôn Vườn Chè", 110, [22, 21, 13, 13, 16], ty_le_du_hop_binh_xet_khu=58),
    area(10, "TDP Cơ khí", 75, [20, 21, 14, 13, 16]),
    area(11, "TDP Xưởng gỗ", 60, [20, 20, 13, 13, 15]),
]  # fmt: skip

UNITS = [*BLOCKS, *ORGANISATIONS, *AREAS]

DEEDS = {
    "gui_noi_nhan": "2022-01-25",
    "tong_hop_dang_ky": "2022-03-14",
    "III.2": "2022-02-18",
    "III.3": "2022-02-10",
    "chu_de_tuyen_truyen_giai_doan_1": "2022-01-28",
    "tin_bai_giai_doan_1": "2022-06-30",
    "kiem_tra_giai_doan_1": "2022-05-19",
    "so_ket_bao_cao": "2022-07-22",
    "so_ket_hoi_nghi": "2022-08-05",
    "tin_bai_giai_doan_2": "2022-12-20",
    "kiem_tra_giai_doan_2": "2022-11-02",
    "tu_cham_diem": "2022-11-28",
    "cham_cheo": "2022-12-09",
    "xep_loai_truoc_binh_xet": "2022-12-12",
    "binh_xet": "2022-12-23",
    "bao_cao": "2022-12-27",
    "tong_ket": "2022-12-30",
    "phoi_hop_tong_ket": "2022-12-30",
}

LATE = {("dang_ky", "th-07"): "2022-03-09", ("III.0", "th-10"): "2022-03-02", ("III.5", "th-11"): "2022-04-11"}
NEVER = {("lap_chi_tieu_rieng", "dt-cong-doan"), ("III.1", "dt-thanh-nien")}
BY_UNIT = (
    ("lap_chi_tieu_rieng", [*BLOCKS, *ORGANISATIONS]),
    ("III.0", UNITS),
    ("dang_ky", UNITS),
    ("III.1", ORGANISATIONS),
    ("III.5", UNITS),
)

TARGETS = {
    "CT-1.1": (100, 103.4),
    "CT-1.2": (200, 214),
    "CT-1.3": (0.25, 0.31),
    "CT-1.4": (3, 3),
    "CT-1.5": (1, 1),
    "CT-1.6": (100, 98.6),
    "CT-1.7": (92, 95.3),
    "CT-1.8": (90, 90.9),
    "CT-1.9": (8, None),
    "CT-4": (0, 2),
    "CT-5": (100, 95.8),
    "CT-5.1": (3, 3),
}

MOVEMENTS = [f"PT-{n:02}" for n in range(1, 12)] + ["CT-3.1", "CT-3.2"]


def movement(name: str) -> Row:
    """A movement that was launched in February and reported on twice."""
    row: Row = {"ma": name, "ngay_phat_dong": "2022-02-10", "co_ke_hoach": True, "co_nguoi_phu_trach": True}
    row |= {"so_bao_cao": 2, "co_ket_qua": True}
    if name == "PT-02":
        row["so_bao_cao"] = 0
    if name == "PT-07":
        del row["co_ket_qua"]
    return row


COMMUNE: Row = {
    "id": "xa-xuan-lam",
    "kind": "xa",
    "name": "Xã Xuân Lâm",
    "unit": None,
    "facts": {"chi_thuong_xuyen": 6_200_000_000},
    "records": {
        "chi_tieu": [
            {key: value for key, value in (("ma", name), ("giao", given), ("thuc_hien", done)) if value is not None}
            for name, (given, done) in TARGETS.items()
        ],
        "phong_trao": [movement(name) for name in MOVEMENTS],
        "nghia_vu": [
            *({"ma": name, "don_vi": "xa-xuan-lam", "ngay": day} for name, day in DEEDS.items()),
            *(
                {"ma": name, "don_vi": one["id"], "ngay": LATE.get((name, one["id"]), "2022-02-24")}
                for name, units in BY_UNIT
                for one in units
                if (name, one["id"]) not in NEVER
            ),
        ],
    },
}

DECISIONS: list[Row] = [
    # given in December, cancelled after a complaint; the district's decision still stands on it
    {"award": LDTT, "subject": "cb-20", "state": "huy_bo", "date": "2022-12-20", "number": "310/QĐ-UBND", "cancelled_on": "2022-12-29"},
    {"award": CSTDCS, "subject": "cb-20", "state": "hieu_luc", "date": "2022-12-26", "number": "2210/QĐ-UBND", "cancelled_on": None},
    # the district has already rewarded this achievement
    {"award": HUYEN, "subject": "cb-31", "state": "hieu_luc", "date": "2022-09-10", "number": "1544/QĐ-UBND", "cancelled_on": None},
    # certificates given after the first phase
    {"award": XA, "subject": "cb-02", "state": "hieu_luc", "date": "2022-08-05", "number": "201/QĐ-UBND", "cancelled_on": None},
    {"award": XA, "subject": "nd-01", "state": "hieu_luc", "date": "2022-08-05", "number": "201/QĐ-UBND", "cancelled_on": None},
    {"award": XA, "subject": "dt-mttq", "state": "hieu_luc", "date": "2022-08-05", "number": "202/QĐ-UBND", "cancelled_on": None},
]  # fmt: skip
