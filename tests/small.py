"""A small policy that uses every kind of rule, and a roster that fits it: for tests of input and output."""

from __future__ import annotations

import copy
import datetime as dt
import json
from decimal import Decimal

from thidua_rules.awards import (
    Authority,
    Award,
    Bonus,
    ByBallot,
    ByCount,
    ByCriterion,
    ByFact,
    ByScore,
    Coverage,
    Form,
    Multiple,
    Quota,
)
from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.criteria import (
    All,
    Any,
    AtLeastOf,
    Between,
    Clause,
    Compare,
    ConsecutiveYears,
    Constant,
    Count,
    Earned,
    Exempt,
    Exists,
    Fact,
    Is,
    MemberCount,
    MemberOf,
    MemberShare,
    MonthsSince,
    NoneOf,
    Not,
    OfUnit,
    OneOf,
    Parameter,
    Registered,
    Settled,
    Sum,
    Unless,
    Where,
    WhereIn,
    WhereWithin,
)
from thidua_rules.facts import Choice, FactSpec, FactType, SubjectKind
from thidua_rules.policies.layers import Addition, Dated, Layer, ParameterSpec, Setting
from thidua_rules.policies.model import Policy
from thidua_rules.policies.obligations import Fund, Movement, Obligation, Provision, Target
from thidua_rules.scales import Band, Bands, Entry, Evidence, Group, Judged, Ledger, Scale, ScoreClass
from thidua_rules.verdicts import Verdict

LAW = Citation("luat", "1", "2", "a")
PLAN = Citation("ke_hoach", "I.2")
PRIVATE = "bí mật gia đình"


def spec(name: str, kind: FactType, **more: object) -> FactSpec:
    """A specification with labels."""
    return FactSpec(id=name, type=kind, label_vi=f"Hỏi {name}", label_en=f"asked {name}", **more)


def clause(name: str, criterion: object, **more: object) -> Clause:
    """A clause of the law."""
    return Clause(name, LAW, f"Điều kiện {name}", f"condition {name}", criterion, **more)


def parameter(name: str, *values: object, unit: str = "", **more: object) -> ParameterSpec:
    """A parameter with values that always hold."""
    dated = tuple(Dated(value=value) for value in values)
    return ParameterSpec(id=name, label_vi=name, label_en=name, unit=unit, values=dated, citation=LAW, **more)


FACTS = (
    spec("diem", FactType.DECIMAL, unit="diem", minimum=0, maximum=100, may_be_unassigned=True),
    spec("thang_nghi", FactType.INTEGER, unit="thang", minimum=0, maximum=12),
    spec("ngay_vao", FactType.DATE),
    spec("nam_sinh", FactType.PARTIAL_DATE, personal=True),
    spec("luong", FactType.DECIMAL, unit="dong", personal=True, minimum=0),
    spec("ghi_chu", FactType.TEXT),
    spec("benh", FactType.TEXT, personal=True),
    spec("dong_y", FactType.FLAG),
    spec(
        "xep_loai",
        FactType.CHOICE,
        choices=(Choice("HTNV", "Hoàn thành", "fulfilled"), Choice("HTTNV", "Tốt", "well")),
    ),
    spec("dan_so", FactType.INTEGER, unit="nguoi", subjects=(SubjectKind.KHU_DAN_CU, SubjectKind.XA)),
    spec("chi_thuong_xuyen", FactType.INTEGER, unit="dong", subjects=(SubjectKind.XA,)),
    spec(
        "ky_luat",
        FactType.RECORDS,
        personal=True,
        fields=(spec("ngay", FactType.DATE), spec("ly_do", FactType.TEXT)),
    ),
    spec(
        "sang_kien",
        FactType.RECORDS,
        fields=(
            spec("nam", FactType.INTEGER),
            spec("diem", FactType.DECIMAL, unit="diem"),
            spec(
                "cap",
                FactType.CHOICE,
                choices=(Choice("xa", "Xã", "commune"), Choice("tinh", "Tỉnh", "province")),
            ),
        ),
    ),
    spec(
        "dang_ky_thi_dua",
        FactType.RECORDS,
        fields=(
            spec("danh_hieu", FactType.TEXT),
            spec("ngay", FactType.DATE),
            spec("chap_nhan", FactType.FLAG),
        ),
    ),
    spec(
        "de_nghi_khen_thuong",
        FactType.RECORDS,
        fields=(spec("danh_hieu", FactType.TEXT), spec("thanh_tich", FactType.TEXT)),
    ),
    spec(
        "tich_danh_hieu",
        FactType.RECORDS,
        fields=(spec("danh_hieu", FactType.TEXT), spec("nam", FactType.INTEGER)),
    ),
    spec(
        "nam_gian_doan",
        FactType.RECORDS,
        fields=(spec("nam", FactType.INTEGER), spec("ly_do", FactType.TEXT)),
    ),
)

PARAMETERS = (
    parameter("diem_toi_thieu", Decimal("79.5"), unit="diem"),
    parameter("han_nop", dt.date(2022, 11, 30)),
    parameter("ty_le", Decimal("0.15"), unit="ty_le", settable=True, maximum=Decimal("0.2")),
    parameter("lam_tron", "floor", choices=("floor", "ceil")),
    parameter("he_so", Decimal("0.3"), unit="lan"),
    parameter("luong_co_so", 1_490_000, unit="dong"),
    parameter("buoc_lam_tron_tien", 10_000, unit="dong"),
    parameter("cach_lam_tron_tien", "ceil"),
)

BANG = Scale(
    id="bang",
    label_vi="Bảng điểm",
    label_en="table",
    maximum=150,
    groups=(
        Group(
            id="nhom",
            label_vi="Nhóm",
            label_en="group",
            maximum=130,
            parts=(
                Evidence(
                    id="co_minh_chung",
                    label_vi="Có minh chứng",
                    label_en="with evidence",
                    maximum=100,
                    item=Judged(
                        id="cham",
                        label_vi="Chấm",
                        label_en="judged",
                        maximum=100,
                        fact="diem",
                        step=Decimal("0.25"),
                    ),
                    fact="dong_y",
                ),
                Bands(
                    id="muc_luong",
                    label_vi="Mức",
                    label_en="bands",
                    maximum=30,
                    fact="luong",
                    bands=(Band(start=0, points=Decimal("12.5")), Band(start=5_000_000, points=30)),
                ),
            ),
        ),
        Ledger(
            id="so_theo_doi",
            label_vi="Sổ",
            label_en="ledger",
            maximum=20,
            start=20,
            entries=(
                Entry(
                    id="nghi", label_vi="Nghỉ", label_en="absent", fact="thang_nghi", effect=Decimal("-0.5")
                ),
            ),
        ),
    ),
    classes=(
        ScoreClass(id="tot", label_vi="Tốt", label_en="good", start=80),
        ScoreClass(id="con_lai", label_vi="Còn lại", label_en="other", start=None),
    ),
    defects=(("thiếu mục", "an item is missing"),),
    citation=LAW,
)

CONDITIONS = (
    clause(
        "diem_va_xep_loai",
        All(
            (
                Compare("diem", ">=", Parameter("diem_toi_thieu")),
                OneOf("xep_loai", ("HTTNV",)),
                Compare("luong", "<", Constant(Decimal("12345678.5"))),
                Compare("diem", "<=", Sum((Constant(50), Fact("diem"), Parameter("diem_toi_thieu")))),
            )
        ),
    ),
    clause(
        "nghi",
        Unless(
            Between("thang_nghi", 0, 2, high_included=False),
            (Exempt("dong_y", Is("dong_y"), Settled(Verdict.MET), "đã đồng ý", "agreed"),),
        ),
        standing=Standing.ASSUMED,
    ),
    clause("tham_nien", MonthsSince("ngay_vao", ">=", 10), recipients=(SubjectKind.CA_NHAN,)),
    clause("khong_ky_luat", NoneOf("ky_luat", (WhereWithin("ngay"),))),
)

GIOI = Award(
    id="gioi",
    title_vi="Giỏi",
    title_en="good",
    form=Form.DANH_HIEU,
    recipients=(SubjectKind.CA_NHAN,),
    authority=Authority.CHU_TICH_UBND_XA,
    citations=(LAW,),
    scope=Not(MemberOf(("khac",))),
    eligibility=CONDITIONS,
    holds=(clause("cho", Compare("ghi_chu", "==", Constant("chờ"))),),
    ranking=(
        ByScore(id="theo_bang", label_vi="Bảng", label_en="table", citation=LAW, scale="bang"),
        ByFact(id="theo_diem", label_vi="Điểm", label_en="points", citation=LAW, fact="diem"),
        ByFact(id="theo_luong", label_vi="Lương", label_en="pay", citation=LAW, fact="luong"),
        ByCriterion(
            id="uu_tien", label_vi="Ưu tiên", label_en="preferred", citation=LAW, criterion=Is("dong_y")
        ),
        ByCount(
            id="so_sang_kien",
            label_vi="Sáng kiến",
            label_en="initiatives",
            citation=LAW,
            records="sang_kien",
            where=(Where("diem", ">=", Parameter("diem_toi_thieu")), WhereIn("cap", ("xa", "tinh"))),
        ),
        ByBallot(id="phieu", label_vi="Phiếu", label_en="ballot", citation=LAW),
    ),
    quotas=(
        Quota(
            rate="ty_le",
            rounding="lam_tron",
            base=Settled(Verdict.MET),
            base_kinds=(SubjectKind.CA_NHAN,),
            label_vi="Hạn mức",
            label_en="quota",
            citation=LAW,
        ),
    ),
    bonus=Bonus(multiples=(Multiple(subject_kind=SubjectKind.CA_NHAN, parameter="he_so"),), citation=LAW),
    coverage=Coverage(by=("xuat_sac",), citation=LAW, label_vi="Một thành tích", label_en="one achievement"),
)

XUAT_SAC = Award(
    id="xuat_sac",
    title_vi="Xuất sắc",
    title_en="excellent",
    form=Form.HINH_THUC,
    recipients=(SubjectKind.TAP_THE, SubjectKind.KHU_DAN_CU),
    authority=Authority.CHU_TICH_UBND_HUYEN,
    citations=(LAW, PLAN),
    eligibility=(
        clause(
            "thanh_vien",
            AtLeastOf(
                1,
                (
                    MemberShare(Is("dong_y"), ">=", Decimal("0.5"), among=Is("dong_y", wanted=False)),
                    MemberCount(Is("dong_y"), ">", 2),
                ),
            ),
        ),
        clause(
            "lich_su",
            Any(
                (
                    ConsecutiveYears("xuat_sac", 3, bridged_by=("thai_san",)),
                    Exists("sang_kien", (WhereWithin("nam", 2),)),
                    Count("sang_kien", "==", Constant(2)),
                    Registered(("xuat_sac",)),
                    OfUnit(Is("dong_y")),
                )
            ),
        ),
    ),
)

POLICY = Policy(
    id="nho",
    title_vi="Chính sách nhỏ",
    title_en="small policy",
    layers=(
        Layer(
            id="luat",
            title_vi="Luật",
            title_en="law",
            level="luat",
            valid_from=dt.date(2020, 1, 1),
            instruments=(Instrument("luat", "Luật", "law", dt.date(2020, 1, 1)),),
            facts=FACTS,
            parameters=PARAMETERS,
            scales=(BANG,),
            awards=(GIOI, XUAT_SAC),
        ),
        Layer(
            id="ke_hoach",
            title_vi="Kế hoạch",
            title_en="plan",
            level="xa",
            instruments=(Instrument("ke_hoach", "Kế hoạch", "plan"),),
            additions=(
                Addition(
                    awards=("gioi",),
                    clause=Clause(
                        "dang_ky", PLAN, "Đăng ký", "registered", Earned("xuat_sac") | Is("dong_y")
                    ),
                ),
            ),
            settings=(Setting(parameter="ty_le", value=Decimal("0.1"), citation=PLAN),),
            obligations=(
                Obligation(
                    id="bao_cao",
                    label_vi="Báo cáo",
                    label_en="report",
                    actor_vi="Xã",
                    actor_en="commune",
                    due="han_nop",
                    citation=PLAN,
                ),
            ),
            targets=(
                Target(
                    id="CT-1", label_vi="Thu", label_en="revenue", metric="thu", unit="dong", citation=PLAN
                ),
            ),
            movements=(Movement(id="pt_1", label_vi="Phong trào", label_en="movement", citation=PLAN),),
            provisions=(
                Provision(
                    id="I.2",
                    citation=PLAN,
                    summary_vi="Phải đăng ký",
                    summary_en="must register",
                    encoded_by=("dang_ky", "bao_cao"),
                ),
            ),
            fund=Fund(rate="ty_le", spending="chi_thuong_xuyen", citation=PLAN),
        ),
    ),
)

ROSTER: dict[str, object] = {
    "id": "nho_2022",
    "commune": "xã Nhỏ",
    "year": 2022,
    "subjects": [
        {"id": "xa", "kind": "xa", "name": "Xã Nhỏ", "facts": {"chi_thuong_xuyen": 6_200_000_000}},
        {"id": "khoi", "kind": "tap_the", "name": "Khối", "unit": "xa", "facts": {"dong_y": True}},
        {
            "id": "cb-01",
            "kind": "ca_nhan",
            "name": PRIVATE,
            "unit": "khoi",
            "facts": {
                "diem": "87.25",
                "thang_nghi": 0,
                "ngay_vao": "2019-03-01",
                "nam_sinh": "1987",
                "luong": "7654321.5",
                "ghi_chu": "đã họp",
                "benh": PRIVATE,
                "dong_y": True,
                "xep_loai": "HTTNV",
            },
            "records": {
                "ky_luat": [],
                "sang_kien": [{"nam": 2022, "diem": 80, "cap": "xa"}],
                "dang_ky_thi_dua": [{"danh_hieu": "gioi", "ngay": "2022-02-01", "chap_nhan": True}],
            },
        },
        {
            "id": "cb-02",
            "kind": "ca_nhan",
            "name": "Hai",
            "unit": "khoi",
            "facts": {"diem": "khong_giao", "luong": 1, "thang_nghi": 3},
            "records": {"ky_luat": [{"ngay": "2022-05-05", "ly_do": PRIVATE}]},
        },
        {"id": "thon", "kind": "khu_dan_cu", "name": "Thôn", "unit": "xa", "facts": {"dan_so": 320}},
    ],
    "decisions": [
        {
            "award": "gioi",
            "subject": "cb-02",
            "state": "huy_bo",
            "date": "2022-12-20",
            "number": "12/QĐ",
            "cancelled_on": "2022-12-25",
        }
    ],
    "ballots": [
        {
            "award": "gioi",
            "subject": "cb-01",
            "date": "2022-12-15",
            "members": 11,
            "present": 10,
            "approvals": 9,
        }
    ],
}


def roster_data() -> dict[str, object]:
    """A copy of the roster as data, to be changed."""
    return copy.deepcopy(ROSTER)


def text(data: object) -> str:
    """*data* as JSON text."""
    return json.dumps(data, ensure_ascii=False)
