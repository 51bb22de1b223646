"""A policy whose awards rank people in the whole roster, in their unit and by choice, and rosters of any size for it."""

from __future__ import annotations

import datetime as dt

from tests.readers.years import GROUP, PERSON, award, clause, key, policy_of, quota
from thidua_rules.awards import ByBallot, ByCount, ByCriterion, ByFact
from thidua_rules.criteria import Constant, Earned, Exists, Is, MemberShare, OfUnit
from thidua_rules.subjects import Roster, Subject
from thidua_rules.values import FrozenMap

DAY = dt.date(2022, 12, 20)
BELOW = award(
    "duoi",
    (PERSON,),
    multiple="he_so_thap",
    eligibility=(clause("tot", Is("tot")),),
    holds=(clause("vu_viec", Exists("vu_viec")),),
)
WITH_ALL = award(
    "chung",
    (PERSON,),
    multiple="he_so_cao",
    eligibility=(clause("duoi", Earned("duoi")),),
    ranking=(
        key(ByFact, "so", fact="so"),
        key(ByCriterion, "mo", criterion=Is("mo")),
        key(ByBallot, "phieu"),
    ),
    quotas=(quota(rate="ty_le", base=Earned("duoi"), base_kinds=(PERSON,)),),
)
WITH_ITS_UNIT = award(
    "don_vi",
    (PERSON,),
    eligibility=(clause("ty_le", OfUnit(MemberShare(Earned("duoi"), ">=", Constant(1)))),),
    ranking=(key(ByFact, "so", fact="so"),),
    quotas=(quota(rate="ty_le", base=Is("tot"), base_kinds=(PERSON,), group="unit"),),
)
UNITED = award(
    "tap_the",
    (GROUP,),
    eligibility=(clause("ty_le", MemberShare(Is("tot"), ">=", Constant(1))),),
    ranking=(key(ByFact, "diem", fact="diem"),),
    quotas=(quota(rate="so_cho"),),
)
BY_CHOICE = award(
    "khoi",
    (PERSON, GROUP),
    scope=Is("mo"),
    eligibility=(clause("tot", Is("tot")),),
    ranking=(key(ByCount, "vu_viec", records="vu_viec"), key(ByFact, "so", fact="so", highest_first=False)),
    quotas=(
        quota(rate="so_cho", group="khoi", recipients=(PERSON,)),
        quota(rate="mot_nua", base=Is("tot"), base_kinds=(PERSON, GROUP), group="khoi", recipients=(GROUP,)),
    ),
)
POLICY = policy_of(BELOW, WITH_ALL, WITH_ITS_UNIT, UNITED)
BY_CHOICE_TOO = policy_of(BELOW, WITH_ALL, WITH_ITS_UNIT, UNITED, BY_CHOICE)


def people(units):
    """So many units with eight people in each, every tenth of them with points or a flag still open."""
    found = []
    for place in range(units):
        name = f"u{place:04}"
        found.append(Subject(name, GROUP, name, None, FrozenMap({"diem": place % 7})))
        for number in range(8):
            facts = {"tot": True, "mo": number % 2 == 0, "so": (place * 5 + number * 3) % 97}
            if (place * 8 + number) % 10 == 3:
                facts.pop("so" if number % 2 else "tot")
            found.append(
                Subject(
                    f"{name}-{number}",
                    PERSON,
                    name,
                    name,
                    FrozenMap(facts),
                    FrozenMap({"vu_viec": ()}),
                )
            )
    return Roster("r", "xã", 2022, tuple(found))
