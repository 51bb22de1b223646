"""A small policy and rosters for it, which the tests of evaluation share."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs

from thidua_rules.awards import (
    Authority,
    Award,
    Bonus,
    ByBallot,
    ByCriterion,
    ByFact,
    Coverage,
    Form,
    Multiple,
    Quota,
)
from thidua_rules.citations import Citation, Instrument
from thidua_rules.criteria import (
    Clause,
    Compare,
    Constant,
    Earned,
    Exists,
    Is,
    MemberShare,
    Parameter,
    Where,
)
from thidua_rules.facts import Choice, FactSpec, FactType, SubjectKind
from thidua_rules.policies.layers import Dated, Layer, ParameterSpec
from thidua_rules.policies.model import Policy
from thidua_rules.policies.procedures import PAPERS, STEPS
from thidua_rules.subjects import Roster, Subject
from thidua_rules.values import FrozenMap

CITE = Citation("luat", "1")
PERSON, GROUP = SubjectKind.CA_NHAN, SubjectKind.TAP_THE
DAY = dt.date(2022, 12, 31)


def clause(name, criterion, **more):
    """A clause with labels that say its name."""
    return Clause(name, CITE, f"{name} vi", f"{name} en", criterion, **more)


def parameter(name, value, **more):
    """A parameter with one value that always holds."""
    return ParameterSpec(
        id=name, label_vi=name, label_en=name, values=(Dated(value=value),), citation=CITE, **more
    )


FACTS = (
    FactSpec(id="tot", type=FactType.FLAG, label_vi="tốt", label_en="good", changeable=True),
    FactSpec(id="lanh_dao", type=FactType.FLAG, label_vi="lãnh đạo", label_en="leader"),
    FactSpec(
        id="diem", type=FactType.INTEGER, label_vi="điểm", label_en="points", minimum=0, maximum=3, changeable=True
    ),
    FactSpec(
        id="khoi", type=FactType.CHOICE, label_vi="khối", label_en="cluster",
        choices=(Choice("k1", "một", "one"), Choice("k2", "hai", "two")),
    ),
    FactSpec(
        id="vu_viec", type=FactType.RECORDS, label_vi="vụ việc", label_en="matters",
        fields=(FactSpec(id="mo", type=FactType.FLAG, label_vi="mở", label_en="open"),),
    ),
    FactSpec(
        id="de_nghi_khen_thuong", type=FactType.RECORDS, label_vi="đề nghị", label_en="proposals",
        fields=(
            FactSpec(id="danh_hieu", type=FactType.TEXT, label_vi="danh hiệu", label_en="award"),
            FactSpec(id="thanh_tich", type=FactType.TEXT, label_vi="thành tích", label_en="achievement"),
        ),
    ),
)  # fmt: skip

HOLD = clause("tam_hoan", Exists("vu_viec", (Where("mo", "==", Constant(value=True)),)))

BASE = Award(
    id="co_ban",
    title_vi="Cơ bản",
    title_en="Base",
    form=Form.DANH_HIEU,
    recipients=(PERSON,),
    authority=Authority.CHU_TICH_UBND_XA,
    citations=(CITE,),
    eligibility=(clause("tot", Is("tot")),),
    holds=(HOLD,),
    bonus=Bonus(
        multiples=(Multiple(subject_kind=PERSON, parameter="he_so_thap"),), group="danh_hieu", citation=CITE
    ),
)

UPPER = Award(
    id="nang_cao",
    title_vi="Nâng cao",
    title_en="Upper",
    form=Form.DANH_HIEU,
    recipients=(PERSON,),
    authority=Authority.CHU_TICH_UBND_XA,
    citations=(CITE,),
    eligibility=(
        clause("co_ban", Earned("co_ban")),
        clause("du_diem", Compare("diem", ">=", Parameter("nguong"))),
    ),
    holds=(HOLD,),
    ranking=(
        ByFact(id="diem", label_vi="điểm", label_en="points", citation=CITE, fact="diem"),
        ByCriterion(
            id="truc_tiep",
            label_vi="trực tiếp",
            label_en="direct",
            citation=CITE,
            criterion=Is("lanh_dao", wanted=False),
        ),
        ByBallot(id="phieu", label_vi="phiếu", label_en="ballot", citation=CITE),
    ),
    quotas=(
        Quota(
            rate="ty_le",
            rounding="lam_tron",
            base=Earned("co_ban"),
            base_kinds=(PERSON,),
            label_vi="tỷ lệ",
            label_en="rate",
            citation=CITE,
        ),
    ),
    bonus=Bonus(
        multiples=(Multiple(subject_kind=PERSON, parameter="he_so_cao"),), group="danh_hieu", citation=CITE
    ),
)

CLUSTER = Award(
    id="theo_khoi",
    title_vi="Theo khối",
    title_en="By cluster",
    form=Form.HINH_THUC,
    recipients=(PERSON,),
    authority=Authority.CHU_TICH_UBND_XA,
    citations=(CITE,),
    eligibility=(clause("tot", Is("tot")),),
    ranking=(ByFact(id="diem", label_vi="điểm", label_en="points", citation=CITE, fact="diem"),),
    quotas=(Quota(rate="so_cho", group="khoi", label_vi="số chỗ", label_en="places", citation=CITE),),
    coverage=Coverage(by=("cap_tren",), citation=CITE, label_vi="một thành tích", label_en="one achievement"),
)

HIGHER = Award(
    id="cap_tren",
    title_vi="Cấp trên",
    title_en="Higher",
    form=Form.HINH_THUC,
    recipients=(PERSON,),
    authority=Authority.CHU_TICH_UBND_HUYEN,
    citations=(CITE,),
    scope=Exists("de_nghi_khen_thuong", (Where("danh_hieu", "==", Constant("cap_tren")),)),
    eligibility=(clause("tot", Is("tot")),),
)

SHARE = Award(
    id="tap_the",
    title_vi="Tập thể",
    title_en="Collective",
    form=Form.DANH_HIEU,
    recipients=(GROUP,),
    authority=Authority.CHU_TICH_UBND_HUYEN,
    citations=(CITE,),
    eligibility=(clause("tren_nua", MemberShare(Earned("co_ban"), ">", Constant(Decimal("0.5")))),),
)

PARAMETERS = (
    parameter("nguong", 1),
    parameter("ty_le", Decimal("0.4"), minimum=0, maximum=1, settable=True),
    parameter("lam_tron", "floor", choices=("floor", "half_up", "ceil"), settable=True),
    parameter("so_cho", 2, settable=True),
    parameter("he_so_thap", Decimal("0.3")),
    parameter("he_so_cao", 1),
    ParameterSpec(
        id="luong_co_so",
        label_vi="lương cơ sở",
        label_en="base salary",
        values=(
            Dated(value=1_490_000, valid_to=dt.date(2023, 6, 30)),
            Dated(value=1_800_000, valid_from=dt.date(2023, 7, 1)),
        ),
        citation=CITE,
    ),
    parameter("buoc_lam_tron_tien", 10_000),
    parameter("cach_lam_tron_tien", "ceil"),
)


def policy(*awards, **parameters):
    """The small policy, with these awards only where some are given, and parameters replaced."""
    layer = Layer(
        id="luat",
        title_vi="Luật",
        title_en="Law",
        level="luat",
        instruments=(Instrument("luat", "Luật", "Law"),),
        facts=FACTS,
        parameters=PARAMETERS,
        awards=awards or (BASE, UPPER, CLUSTER, HIGHER, SHARE),
    )
    found = Policy(id="nho", title_vi="Nhỏ", title_en="Small", layers=(layer,))
    for name, value in parameters.items():
        found = found.with_parameter(name, value)
    return found


def person(name, *, unit="don_vi", records=None, **facts):
    """A person; a fact that is None is missing, and so is a list that is None."""
    lists = {"vu_viec": (), "de_nghi_khen_thuong": ()} | (records or {})
    return Subject(
        name,
        PERSON,
        f"Người {name}",
        unit,
        FrozenMap({key: value for key, value in facts.items() if value is not None}),
        FrozenMap({key: tuple(map(FrozenMap, rows)) for key, rows in lists.items() if rows is not None}),
    )


def good(name, diem=1, **more):
    """A person who meets everything, with so many points."""
    return person(name, **({"tot": True, "lanh_dao": False, "diem": diem, "khoi": "k1"} | more))


def roster(*subjects, **more):
    """A roster of *subjects* and the unit that they belong to."""
    unit = Subject("don_vi", GROUP, "Đơn vị")
    return Roster("r", "Xã", 2022, (unit, *subjects), **more)


def without_dossiers(subject):
    """*subject* without the lists of dossiers, which may be about somebody who is left out of a roster."""
    kept = {name: rows for name, rows in subject.records.items() if name not in {STEPS, PAPERS}}
    return attrs.evolve(subject, records=FrozenMap(kept))
