"""Thirty people whose distribution can be counted by hand: ten leaders, twenty who work directly."""

from __future__ import annotations

import datetime as dt

import attrs

from tests.worlds import CITE, PERSON, clause, good, policy, roster
from thidua_rules.awards import Authority, Award, ByFact, Form, Quota
from thidua_rules.criteria import Is, Registered
from thidua_rules.distribution import ByFact as ByValue
from thidua_rules.distribution import ByPast, ByUnit, Label
from thidua_rules.evaluation import evaluate
from thidua_rules.facts import FactSpec, FactType

DAY_OF_REGISTRATION = dt.date(2022, 2, 1)
TEXT, INTEGER, FLAG, DATE = FactType.TEXT, FactType.INTEGER, FactType.FLAG, FactType.DATE


def column(name, kind):
    """A column with labels."""
    return FactSpec(id=name, type=kind, label_vi=name, label_en=name)


LISTS = (
    FactSpec(
        id="dang_ky_thi_dua", type=FactType.RECORDS, label_vi="đăng ký", label_en="registrations",
        fields=(column("danh_hieu", TEXT), column("ngay", DATE), column("chap_nhan", FLAG)),
    ),
    FactSpec(
        id="tich_danh_hieu", type=FactType.RECORDS, label_vi="đã đạt", label_en="earlier awards",
        fields=(column("danh_hieu", TEXT), column("nam", INTEGER), column("trang_thai", TEXT)),
    ),
    FactSpec(id="bi_mat", type=INTEGER, label_vi="bí mật", label_en="secret", personal=True),
)  # fmt: skip

PRIZE = Award(
    id="giai",
    title_vi="Giải",
    title_en="Prize",
    form=Form.DANH_HIEU,
    recipients=(PERSON,),
    authority=Authority.CHU_TICH_UBND_XA,
    citations=(CITE,),
    eligibility=(clause("dang_ky", Registered(("giai",))), clause("tot", Is("tot"))),
    ranking=(ByFact(id="diem", label_vi="điểm", label_en="points", citation=CITE, fact="diem"),),
    quotas=(Quota(rate="so_cho", label_vi="số chỗ", label_en="places", citation=CITE),),
)

POSITION = ByValue(
    "vi_tri",
    "Vị trí",
    "Position",
    (PERSON,),
    "lanh_dao",
    names=(
        (True, Label("lanh_dao", "lãnh đạo", "leaders")),
        (False, Label("truc_tiep", "trực tiếp", "direct")),
    ),
)
PAST = ByPast("lan_truoc", "Năm trước", "Before", (PERSON,))
UNIT = ByUnit("don_vi", "Đơn vị", "Unit", (PERSON,))


def small_policy(award=PRIZE, **parameters):
    """One award that asks for a registration, ranks by points and has ten places."""
    found = policy(award)
    layer = attrs.evolve(found.layers[0], facts=(*found.layers[0].facts, *LISTS))
    found = attrs.evolve(found, layers=(layer,))
    for name, value in ({"so_cho": 10} | parameters).items():
        found = found.with_parameter(name, value)
    return found


def member(name, *, registered=True, held=(), **more):
    """Somebody who meets everything, and has registered or not."""
    rows = [{"danh_hieu": "giai", "ngay": DAY_OF_REGISTRATION, "chap_nhan": True}] if registered else []
    past = None if held is None else [{"danh_hieu": "giai", "nam": year} for year in held]
    return good(name, records={"dang_ky_thi_dua": rows, "tich_danh_hieu": past}, **more)


def leaders(count=10, **more):
    """So many leaders with three points."""
    return [member(f"l{index:02d}", lanh_dao=True, diem=3, **more) for index in range(count)]


def direct(count=20, registered=10, **more):
    """So many direct workers with two points, of whom the first ones registered."""
    return [member(f"t{index:02d}", registered=index < registered, diem=2, **more) for index in range(count)]


def evaluated(*people, award=PRIZE, decisions=(), ballots=(), **parameters):
    """The evaluation of *people* under the small policy."""
    return evaluate(
        small_policy(award, **parameters), roster(*people, decisions=tuple(decisions), ballots=tuple(ballots))
    )
