"""The units of the example, written by hand: blocks, organisations, villages, the commune itself, and what was decided."""

from __future__ import annotations

from special_cases import (
    CSTDCS,
    DANG,
    HUYEN,
    LDTT,
    MID_YEAR_PERSONS,
    QUAN,
    TTLDTT,
    TTLDXS,
    UBND,
    XA,
    Row,
    proposed,
    registered,
)

MID_YEAR_UNITS = (UBND, QUAN, "dt-mttq", "th-01", "th-06")


def mid_year(name: str) -> list[Row]:
    """The proposal of a certificate after the first phase."""
    return proposed((XA, f"tt-{name}"), day="2022-07-25")


def unit(name: str, kind: str, shown: str, loai: str, khoi: str, own: list[float], **change: object) -> Row:
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
        "diem_tham_dinh": "khong_giao",  # nobody appraises beyond the cluster
    }
    facts |= {f"diem_tu_cham_{i}": value for i, value in enumerate(own, start=1)}
    for key, value in change.items():
        (records if key in records else facts)[key] = value
    kept = {key: value for key, value in facts.items() if value is not None}
    return {"id": name, "kind": kind, "name": shown, "unit": "xa-xuan-lam", "facts": kept, "records": records}


def block(name: str, shown: str, own: list[float], **change: object) -> Row:
    """A block of the commune office."""
    loai = "don_vi_llvt" if name == QUAN else "co_quan"
    return unit(name, "tap_the", shown, loai, "khoi_co_quan", own, **change)


BLOCKS = [
    # exactly seven in ten of its members hold the base title; an inspection found signs of a violation
    block(DANG, "Khối Đảng – đoàn thể", [24, 24, 14, 14, 18], dang_ky_thi_dua=registered(TTLDTT), de_nghi_khen_thuong=proposed(TTLDTT), ty_le_nu=30, vu_viec_dang_xem_xet=[{"loai": "dau_hieu_vi_pham", "ngay": "2022-10-04", "da_ket_thuc": False}]),
    block(UBND, "Khối chuyên môn UBND", [24, 24, 14, 14.5, 19.5], dang_ky_thi_dua=registered(TTLDTT, TTLDXS), de_nghi_khen_thuong=[*proposed(TTLDTT, TTLDXS, (HUYEN, "tt-ubnd-xa-so"), ("co_thi_dua_cap_tinh", "tt-ubnd-2022")), *mid_year(UBND)], hoan_thanh_xuat_sac_nhiem_vu=True, ty_le_nu=47.4),
    # exactly half of its members, since the title of one of them was cancelled
    block(QUAN, "Ban Chỉ huy quân sự", [22, 22, 15, 13, 18], dang_ky_thi_dua=registered(TTLDTT), de_nghi_khen_thuong=[*proposed(TTLDTT), *mid_year(QUAN)], ty_le_nu=25),
]  # fmt: skip


def organisation(name: str, shown: str, own: list[float], **change: object) -> Row:
    """A mass organisation."""
    return unit(name, "tap_the", shown, "doan_the", "khoi_doan_the", own, **change)


ORGANISATIONS = [
    organisation("dt-mttq", "Ủy ban MTTQ xã", [25, 25, 14, 15, 18], de_nghi_khen_thuong=[*mid_year("dt-mttq"), *proposed((HUYEN, "tt-mttq-vi-nguoi-ngheo"))]),
    # equal scores for the second place of the cluster: a tie
    organisation("dt-nong-dan", "Hội Nông dân xã", [24, 24, 14, 14, 18], de_nghi_khen_thuong=proposed((XA, "tt-hnd"))),
    organisation("dt-ccb", "Hội Cựu chiến binh xã", [23, 24, 15, 14, 18], de_nghi_khen_thuong=proposed((XA, "tt-ccb"))),
    organisation("dt-thanh-nien", "Đoàn Thanh niên xã", [22, 23, 14, 13, 18], de_nghi_khen_thuong=proposed((XA, "tt-dtn")), so_bao_cao_tre=2),
    organisation("dt-phu-nu", "Hội Liên hiệp Phụ nữ xã", [24, 25, 14, 14, 17], ty_le_nu=100),
    # nobody has filed whether its members get what is due to them
    organisation("dt-cong-doan", "Công đoàn cơ sở xã", [21, 22, 13, 13, 16], de_nghi_khen_thuong=proposed((XA, "tt-cd")), du_che_do_thanh_vien=None),
]  # fmt: skip


HOUSES = (320, 285, 260, 240, 215, 195, 160, 140, 110, 75, 60)
"""How many households each area has, the largest first."""


def area(number: int, shown: str, own: list[float], **change: object) -> Row:
    """A village or residential group."""
    loai = "to_dan_pho" if shown.startswith("TDP") else "thon"
    title = f"{loai}_van_hoa"
    facts: Row = {
        "so_ho": HOUSES[number - 1],
        "khu_vuc": "thi_xa_thanh_pho_trung_uong",
        "ty_le_du_hop_binh_xet_ho": 86 - number * 2,
        "ty_le_du_hop_binh_xet_khu": 86 - number * 2 if number < len(HOUSES) else 62,
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
    area(1, "Thôn Đồng Mít", [25, 25, 15, 15, 19], de_nghi_khen_thuong=mid_year("th-01")),
    # self-score 97, cross-scores 92, 93 and 71: the cluster's meeting has still to decide
    area(2, "Thôn Gò Sim", [24.5, 24.5, 14.5, 14.5, 19], de_nghi_khen_thuong=proposed((XA, "tt-th-02")), diem_cham_cheo=[{"nguoi_cham": "Thôn Đồng Mít", "diem": 92}, {"nguoi_cham": "Hội nông dân xã", "diem": 93}, {"nguoi_cham": "Thôn Bãi Dâu", "diem": 71}]),
    area(3, "Thôn Bãi Dâu", [23, 23, 14, 14, 18], de_nghi_khen_thuong=proposed((XA, "tt-th-03"))),
    area(4, "Thôn Xóm Vối", [20, 21, 13, 13, 16], de_nghi_khen_thuong=proposed((XA, "tt-th-04"))),
    # the district rewards the same achievement
    area(5, "Thôn Cầu Đá", [24, 24, 14, 14, 19], de_nghi_khen_thuong=proposed((XA, "tt-th-05"), (HUYEN, "tt-th-05"))),
    # given after the first phase, and by now beyond the cluster's places
    area(6, "Thôn Ao Sen", [22, 22, 13, 13, 17], de_nghi_khen_thuong=mid_year("th-06")),
    area(7, "Thôn Rừng Thông", [21, 22, 13, 13, 17], so_bao_cao_tre=1, de_nghi_khen_thuong=proposed((XA, "tt-th-07"))),
    area(8, "Thôn Bến Lau", [21, 21, 13, 13, 16]),
    # fails by the quorum alone
    area(9, "Thôn Vườn Chè", [22, 21, 13, 13, 16], ty_le_du_hop_binh_xet_khu=58),
    area(10, "TDP Cơ khí", [20, 21, 14, 13, 16]),
    area(11, "TDP Xưởng gỗ", [20, 20, 13, 13, 15]),
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

LATE = {
    ("dang_ky", "th-07"): "2022-03-09",
    ("III.0", "th-10"): "2022-03-02",
    ("III.5", "th-11"): "2022-04-11",
}
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


Dossier = tuple[dict[str, str], dict[str, str | None], dict[str, str | bool | None]]

DOSSIERS: list[Dossier] = [
    # the order of the year: all in time
    (
        {"thu_tuc": "xet_nam"},
        {"dang_ky": "2022-03-14", "xep_loai": "2022-12-12", "binh_xet": "2022-12-23", "tong_ket": "2022-12-30"},
        {},
    ),
    # in time: the mid-year certificates, on the last of ten working days
    (
        {"thu_tuc": "tang_giay_khen_xa", "ho_so": "01-GK"},
        {"tiep_nhan": "2022-07-22", "tham_dinh": "2022-07-27", "hop_hoi_dong": "2022-08-03", "quyet_dinh": "2022-08-05"},
        {"van_ban_de_nghi": True, "bao_cao_thanh_tich": True, "bien_ban_xet": True},
    ),
    # for a merit of 2021, two working days late: the last day was 9 February, since Tết took five of the days between
    (
        {"thu_tuc": "tang_giay_khen_xa", "doi_tuong": "dt-phu-nu", "ho_so": "02-GK"},
        {"tiep_nhan": "2022-01-19", "tham_dinh": "2022-01-24", "hop_hoi_dong": "2022-02-10", "quyet_dinh": "2022-02-11"},
        {"van_ban_de_nghi": True, "bao_cao_thanh_tich": True, "bien_ban_xet": True},
    ),
    # a paper is missing: the initiative has no certificate on file
    (
        {"thu_tuc": "de_nghi_danh_hieu_huyen", "danh_hieu": CSTDCS, "doi_tuong": "cb-09"},
        {"xa_binh_xet": "2022-12-23", "trinh_huyen": "2022-12-26", "tiep_nhan": "2022-12-27"},
        {"van_ban_de_nghi": True, "bao_cao_thanh_tich": True, "bien_ban_binh_xet": True, "chung_nhan_sang_kien": False},
    ),
    # overdue: the meeting was held, and after three working days nothing had been sent to the town
    (
        {"thu_tuc": "cong_nhan_khu_dan_cu_van_hoa", "danh_hieu": "thon_van_hoa", "doi_tuong": "th-08"},
        {"hop_binh_xet": "2022-12-19"},
        {"van_ban_de_nghi": True, "ban_dang_ky": True, "ban_tu_danh_gia": True, "bien_ban_hop": True},
    ),
    # not known: nobody wrote down when the families' file reached the commune
    (
        {"thu_tuc": "cong_nhan_gia_dinh_van_hoa", "ho_so": "th-03"},
        {"hop_binh_xet": "2022-11-18", "gui_ho_so": None, "quyet_dinh": "2022-11-28"},
        {"van_ban_de_nghi": True, "ban_dang_ky": True, "ban_tu_danh_gia": True, "bien_ban_hop": None},
    ),
]  # fmt: skip
"""Dossiers, each with its days and papers; None where it is not known when, or whether."""


def dossier_rows(column: str, value: str, part: int) -> list[Row]:
    """The rows of one list of dossiers: the steps, or the papers."""
    found: list[Row] = []
    for dossier in DOSSIERS:
        head, items = dossier[0], dossier[part]
        for name, item in items.items():
            row: Row = {**head, column: name}
            found.append(row if item is None else row | {value: item})
    return found


COMMUNE: Row = {
    "id": "xa-xuan-lam",
    "kind": "xa",
    "name": "Xã Xuân Lâm",
    "unit": None,
    "facts": {"chi_thuong_xuyen": 6_200_000_000, "so_nhan_khau": 7900},
    "records": {
        "chi_tieu": [
            {
                key: value
                for key, value in (("ma", name), ("giao", given), ("thuc_hien", done))
                if value is not None
            }
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
        "buoc_ho_so": dossier_rows("buoc", "ngay", 1),
        "giay_to_ho_so": dossier_rows("giay_to", "co", 2),
    },
}


def decision(award: str, subject: str, date: str, number: str, **change: object) -> Row:
    """A decision that stands; *change* says what is different."""
    row: Row = {"award": award, "subject": subject, "state": "hieu_luc", "date": date, "number": number}
    return row | {"cancelled_on": None} | change


DECISIONS: list[Row] = [
    # given in December, cancelled after a complaint; the town's decision on her unit still stands on it
    decision(LDTT, "cb-20", "2022-12-20", "310/QĐ-UBND", state="huy_bo", cancelled_on="2022-12-29"),
    decision(TTLDTT, QUAN, "2022-12-26", "2210/QĐ-UBND"),
    # the town has already rewarded this achievement
    decision(HUYEN, "cb-31", "2022-09-10", "1544/QĐ-UBND"),
    # certificates given after the first phase
    *(decision(XA, name, "2022-08-05", "201/QĐ-UBND") for name in MID_YEAR_PERSONS),
    *(decision(XA, name, "2022-08-05", "202/QĐ-UBND") for name in MID_YEAR_UNITS),
]
