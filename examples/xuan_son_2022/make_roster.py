"""
Makes ``roster.json``: an invented commune of the true shape of Xuân Sơn, 2022.

The figures of households are drawn with a fixed seed; everybody who shows something is written by hand in
``special_cases.py`` (people) and ``special_units.py``. Run it from anywhere; it writes beside itself and gives the same bytes on every machine.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

from special_cases import PEOPLE, Row
from special_units import AREAS, BLOCKS, COMMUNE, DECISIONS, ORGANISATIONS

HERE = Path(__file__).resolve().parent

SURNAMES = (
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Phan",
    "Vũ",
    "Đặng",
    "Bùi",
    "Đỗ",
    "Hồ",
    "Ngô",
    "Dương",
    "Lý",
)
MIDDLES = ("Văn", "Thị", "Đức", "Hữu", "Ngọc", "Quang", "Minh", "Thanh", "Xuân", "Đình")
GIVEN = (
    "An",
    "Bình",
    "Cường",
    "Dung",
    "Giang",
    "Hà",
    "Hải",
    "Khánh",
    "Lan",
    "Long",
    "Mai",
    "Nam",
    "Oanh",
    "Phúc",
)

BARS = (
    "vi_pham_truy_to",
    "vi_pham_nghia_vu",
    "vi_pham_xay_dung_chay_no_moi_truong",
    "vi_pham_tao_hon",
    "vi_pham_bao_luc_gia_dinh",
    "vi_pham_te_nan",
    "vi_pham_gay_roi",
)

GROUPS = (
    ("khong_dang_ky", 40),
    ("vi_pham", 14),
    ("thieu_diem", 46),
    ("thieu_mot_tieu_chuan", 11),
    ("thieu_phieu", 4),
    ("chua_ro", 20),
    ("dat", 1925),
)
"""How many households of each kind; 2,060 in all."""

POOR = 40
"""Poor and near-poor households (9 and 31): those with one standard under half, and others that meet everything."""

THREE_YEARS = 1610
PROPOSED = 60


def full_points(rng: random.Random) -> list[float]:
    """Points of the three standards (45, 30, 25), 90 or more in all and half of each."""
    lost = [rng.choice((0, 0.5, 1, 1.5, 2, 3)) for _ in range(3)]
    return [45 - lost[0], 30 - lost[1], 25 - lost[2]]


def household(name: str, area: str, kind: str, rng: random.Random) -> Row:
    """One household of *kind*; what is wrong with it is drawn."""
    points = full_points(rng)
    facts: Row = dict.fromkeys(BARS, False)
    facts |= {"ho_ngheo_can_ngheo": False, "phieu_dong_y": rng.randint(70, 100), "guong_mau_dong_gop": False}
    registered: list[Row] = [{"danh_hieu": "gia_dinh_van_hoa", "ngay": "2022-02-20", "chap_nhan": True}]
    match kind:
        case "khong_dang_ky":
            registered = []
        case "vi_pham":
            facts[rng.choice(BARS)] = True
        case "thieu_diem":
            points = [rng.randint(28, 38), rng.randint(18, 26), rng.randint(14, 21)]
        case "thieu_mot_tieu_chuan":
            points = [45, 30 - rng.choice((0, 0.5)), rng.choice((12, 11.5))]
            facts["ho_ngheo_can_ngheo"] = True
        case "thieu_phieu":
            facts["phieu_dong_y"] = rng.randint(35, 59)
        case _:
            pass
    facts |= {f"diem_tieu_chuan_{i}": value for i, value in enumerate(points, start=1)}
    if kind == "chua_ro":
        del facts[rng.choice(("phieu_dong_y", "diem_tieu_chuan_3", "vi_pham_nghia_vu"))]
    return {
        "id": name,
        "kind": "ho_gia_dinh",
        "name": f"Hộ {rng.choice(SURNAMES)} {rng.choice(MIDDLES)} {rng.choice(GIVEN)}",
        "unit": area,
        "facts": facts,
        "records": {
            "dang_ky_thi_dua": registered,
            "de_nghi_khen_thuong": [],
            "vu_viec_dang_xem_xet": [],
            "tich_danh_hieu": family_of(*rng.choice(((), (2021,), (2019, 2021)))),
        },
    }


def family_of(*years: int) -> list[Row]:
    """The title Gia đình văn hóa in earlier years."""
    return [{"danh_hieu": "gia_dinh_van_hoa", "nam": year} for year in years]


def households(rng: random.Random) -> list[Row]:
    """All households, spread over the areas by their size."""
    kinds = [kind for kind, number in GROUPS for _ in range(number)]
    rng.shuffle(kinds)
    found: list[Row] = []
    for area in AREAS:
        for number in range(1, int(area["facts"]["so_ho"]) + 1):
            found.append(household(f"ho-{area['id'][3:]}-{number:03}", area["id"], kinds[len(found)], rng))
    by_kind = {kind: [h for h, k in zip(found, kinds, strict=True) if k == kind] for kind, _ in GROUPS}
    special(by_kind)
    for one in rng.sample(by_kind["dat"], POOR - len(by_kind["thieu_mot_tieu_chuan"]) - 1):
        one["facts"]["ho_ngheo_can_ngheo"] = True
    for one in rng.sample(by_kind["dat"], THREE_YEARS):
        one["records"]["tich_danh_hieu"] = family_of(2020, 2021)
    for one in rng.sample(by_kind["dat"], PROPOSED):
        one["facts"]["guong_mau_dong_gop"] = True
        one["records"]["de_nghi_khen_thuong"] = [
            {
                "danh_hieu": "giay_khen_chu_tich_ubnd_xa",
                "ngay": "2022-12-12",
                "dong_y": True,
                "thanh_tich": f"tt-{one['id']}",
                "loai_giay_khen": "giay_khen_xa_gia_dinh",
            }
        ]
    return found


def special(by_kind: dict[str, list[Row]]) -> None:
    """
    The households that show something.

    With 45, 30 and 25 points to the standards, one under half leaves at most 87.5 points: too few for 90, so that only
    a poor household, which needs 60, fails by the standard alone.
    """
    half = by_kind["thieu_mot_tieu_chuan"][0]
    half["facts"] |= {"diem_tieu_chuan_1": 45, "diem_tieu_chuan_2": 30, "diem_tieu_chuan_3": 12}
    poor = by_kind["dat"].pop(0)
    poor["facts"] |= {"diem_tieu_chuan_1": 28, "diem_tieu_chuan_2": 20, "diem_tieu_chuan_3": 15}
    poor["facts"]["ho_ngheo_can_ngheo"] = True
    for one in by_kind["vi_pham"][:5]:
        del one["facts"]["phieu_dong_y"]


def roster() -> Row:
    """The whole roster."""
    rng = random.Random(2022)
    subjects = [COMMUNE, *BLOCKS, *ORGANISATIONS, *AREAS, *PEOPLE, *households(rng)]
    return {
        "id": "xuan_son_2022",
        "commune": "Xã Xuân Lâm (hư cấu), theo Kế hoạch 14/KH-HĐTĐKT của xã Xuân Sơn",
        "year": 2022,
        "subjects": subjects,
        "decisions": DECISIONS,
        "ballots": [],
    }


def text() -> str:
    """The roster as JSON, one subject a line."""
    whole = roster()
    lines = [json.dumps(one, ensure_ascii=False) for one in whole["subjects"]]
    head = {key: value for key, value in whole.items() if key not in {"subjects", "decisions"}}
    parts = [f'"{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in head.items()]
    parts.append(
        '"decisions": [\n' + ",\n".join(json.dumps(d, ensure_ascii=False) for d in DECISIONS) + "\n]"
    )
    parts.append('"subjects": [\n' + ",\n".join(lines) + "\n]")
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    (HERE / "roster.json").write_text(text(), encoding="utf-8")
