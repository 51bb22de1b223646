"""A policy with every kind of rule that looks at others, rosters for it, and events over a year."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

import attrs
from hypothesis import strategies as st

from tests.worlds import CITE, GROUP, PARAMETERS, PERSON, clause, parameter
from thidua_rules import evaluate
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
from thidua_rules.citations import Instrument
from thidua_rules.criteria import (
    All,
    Any,
    AtLeastOf,
    Between,
    Compare,
    ConsecutiveYears,
    Constant,
    Count,
    Criterion,
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
    NotCancelled,
    OfUnit,
    OneOf,
    Parameter,
    Registered,
    Settled,
    Unless,
    Voted,
    Where,
    WhereIn,
)
from thidua_rules.criteria.base import Uses
from thidua_rules.facts import Choice, FactSpec, FactType, SubjectKind
from thidua_rules.findings import Finding
from thidua_rules.policies.layers import Layer
from thidua_rules.policies.model import Policy
from thidua_rules.readers.live import (
    Answer,
    BallotCast,
    BallotWithdrawn,
    Decided,
    DecisionCancelled,
    DecisionWithdrawn,
    FactCorrected,
    FactGiven,
    FactWithdrawn,
    Joined,
    Left,
    ListGiven,
    ListWithdrawn,
    Moved,
    RowAdded,
    RowChanged,
    RowWithdrawn,
)
from thidua_rules.scales import AgainstBest, Judged, Scale, ScoreClass, ScoreReaches
from thidua_rules.subjects import Ballot, Decision, DecisionState, Roster, Subject
from thidua_rules.values import FrozenMap, Marker
from thidua_rules.verdicts import MET, UNKNOWN, UNMET

DAYS = [dt.date(2022, 3, 1), dt.date(2022, 12, 20), dt.date(2023, 8, 1)]


@attrs.frozen
class Refused(Criterion):
    """A criterion of another package: met where a decision refused the award, which it does not say that it reads."""

    kind: ClassVar[str] = "test.refused"

    award: str

    def check(self, case):
        decision = case.world.roster.decision(self.award, case.subject.id)
        refused = decision is not None and decision.state is DecisionState.TU_CHOI
        return Finding(self.kind, MET if refused else UNMET)


@attrs.frozen
class AnyPeer(Criterion):
    """A criterion of another package: asks something of everybody of the same kind."""

    kind: ClassVar[str] = "test.any-peer"

    of: Criterion

    def check(self, case):
        peers = [one for one in case.world.roster.subjects if one.kind is case.subject.kind]
        verdicts = {self.of.verdict(case.other(one)) for one in peers}
        return Finding(self.kind, MET if MET in verdicts else UNKNOWN if UNKNOWN in verdicts else UNMET)

    def uses(self):
        inner = self.of.uses()
        return attrs.evolve(inner, facts=frozenset(), member_facts=inner.facts | inner.member_facts)


@attrs.frozen
class Named(Criterion):
    """A criterion of another package that reads one fact."""

    kind: ClassVar[str] = "test.named"

    fact: str

    def check(self, case):
        value = case.fact(self.fact)
        return Finding(self.kind, UNKNOWN if value is None else MET if value == "một" else UNMET)

    def own_uses(self):
        return Uses(facts=frozenset({self.fact}))


def spec(name, kind, **more):
    """A specification whose labels are its name."""
    return FactSpec(id=name, type=kind, label_vi=name, label_en=name, **more)


FACTS = (
    spec("tot", FactType.FLAG),
    spec("mo", FactType.FLAG),
    spec("so", FactType.INTEGER),
    spec("moc", FactType.INTEGER, minimum=0, maximum=4),
    spec("diem", FactType.DECIMAL, minimum=0, maximum=10, may_be_unassigned=True),
    spec("chi_tieu", FactType.DECIMAL, minimum=0, maximum=10, may_be_unassigned=True),
    spec("ngay_vao", FactType.DATE),
    spec("ten", FactType.TEXT),
    spec(
        "khoi",
        FactType.CHOICE,
        choices=(Choice("k1", "k1", "k1"), Choice("k2", "k2", "k2"), Choice("k3", "k3", "k3")),
    ),
    spec(
        "vu_viec",
        FactType.RECORDS,
        fields=(spec("mo", FactType.FLAG), spec("muc", FactType.INTEGER), spec("ten", FactType.TEXT)),
    ),
    spec(
        "dang_ky_thi_dua",
        FactType.RECORDS,
        fields=(spec("danh_hieu", FactType.TEXT), spec("ngay", FactType.DATE), spec("chap_nhan", FactType.FLAG)),
    ),
    spec(
        "tich_danh_hieu",
        FactType.RECORDS,
        fields=(spec("danh_hieu", FactType.TEXT), spec("nam", FactType.INTEGER)),
    ),
    spec(
        "de_nghi_khen_thuong",
        FactType.RECORDS,
        fields=(spec("danh_hieu", FactType.TEXT), spec("thanh_tich", FactType.TEXT)),
    ),
)  # fmt: skip

SCALE = Scale(
    id="bang",
    label_vi="bảng",
    label_en="table",
    maximum=20,
    groups=(
        Judged(id="cham", label_vi="chấm", label_en="judged", maximum=10, fact="diem"),
        AgainstBest(
            id="hon",
            label_vi="hơn",
            label_en="best",
            maximum=10,
            fact="diem",
            target="chi_tieu",
            stratum="khoi",
        ),
    ),
    classes=(
        ScoreClass(id="tot", label_vi="tốt", label_en="good", start=10, requires=(Is("tot"),)),
        ScoreClass(id="con_lai", label_vi="còn lại", label_en="other", start=None),
    ),
)


def award(
    name,
    recipients,
    *,
    authority=Authority.CHU_TICH_UBND_XA,
    multiple=None,
    group="chung",
    achievement="",
    **more,
):
    """An award; *multiple* is the parameter of its bonus, of one *group*; *achievement*: of one achievement too."""
    bonus = None
    if multiple:
        multiples = tuple(Multiple(subject_kind=kind, parameter=multiple) for kind in recipients)
        bonus = Bonus(multiples=multiples, group=group, achievement=achievement, citation=CITE)
    return Award(
        id=name,
        title_vi=name,
        title_en=name,
        form=Form.DANH_HIEU,
        recipients=recipients,
        authority=authority,
        citations=(CITE,),
        bonus=bonus,
        **more,
    )


def key(kind, name, **more):
    """A ranking key."""
    return kind(id=name, label_vi=name, label_en=name, citation=CITE, **more)


def quota(**more):
    """A quota."""
    return Quota(label_vi="hạn mức", label_en="quota", citation=CITE, **more)


BASIC = award(
    "nen",
    (PERSON,),
    multiple="he_so_thap",
    scope=Any((Compare("so", ">=", -1), Is("tot"))),
    eligibility=(
        clause("so", Between("so", 1, Parameter("nguong"), high_included=False) | Compare("so", ">", 2**53)),
        clause("le", Compare("diem", ">=", Constant(Decimal("2.25"))) | Compare("so", ">=", Fact("moc"))),
        clause(
            "tot",
            Unless(
                Is("tot"),
                (
                    Exempt("mo", Is("mo"), OneOf("khoi", ("k1", "k2"))),
                    Exempt("ten", Named("ten"), Settled(MET)),
                ),
            ),
        ),
        clause("khong_tu_choi", Not(Refused("tren"))),
    ),
    holds=(
        clause(
            "vu_viec",
            Exists("vu_viec", (Where("mo", "==", Constant(value=True)), Where("muc", ">=", Fact("moc")))),
        ),
        clause("huy", Not(NotCancelled("tren"))),
    ),
)
SENIOR = award(
    "cao",
    (PERSON,),
    multiple="he_so_cao",
    achievement="cung_thanh_tich",
    eligibility=(
        clause("nen", Earned("nen")),
        clause(
            "hai_trong_ba",
            AtLeastOf(
                2,
                (
                    MonthsSince("ngay_vao", ">=", 10),
                    Count("vu_viec", "<=", 1, (WhereIn("ten", ("một", "hai")),)),
                    OfUnit(All((Is("tot"), MemberShare(Is("tot"), ">=", Constant(Decimal("0.5")))))),
                ),
            ),
        ),
        clause("diem", ScoreReaches("bang", ">=", 4)),
    ),
    ranking=(
        key(ByScore, "bang", scale="bang"),
        key(ByCriterion, "mo", criterion=Any((Is("mo"), OfUnit(Is("mo")), MemberOf(("u1", "u2"))))),
        key(ByCount, "vu_viec", records="vu_viec", where=(Where("muc", ">=", Fact("moc")),)),
        key(ByBallot, "phieu"),
    ),
    quotas=(
        quota(rate="ty_le", rounding="lam_tron", base=Earned("nen"), base_kinds=(PERSON,), group="unit"),
    ),
    coverage=Coverage(by=("tren",), citation=CITE, label_vi="một", label_en="one"),
)
HIGHER = award(
    "tren",
    (PERSON,),
    authority=Authority.CHU_TICH_UBND_HUYEN,
    multiple="he_so_thap",
    group="",
    achievement="cung_thanh_tich",
    scope=Exists("de_nghi_khen_thuong", (Where("danh_hieu", "==", Constant("tren")),)),
    eligibility=(
        clause(
            "ten",
            Compare("ten", "!=", Constant("không")) & Compare("ngay_vao", "<", Constant(dt.date(2022, 6, 1))),
        ),
        clause("lien_tuc", ConsecutiveYears("nen", 1) | Registered(("tren",))),
        clause(
            "phieu",
            Voted("cao", Constant(Decimal("0.5")), secret=True, before=MET)
            | Voted("cao", Constant(Decimal("0.7")), base="members"),
        ),
        clause("ai_do", AnyPeer(Compare("moc", ">=", 3))),
    ),
    ranking=(key(ByFact, "so", fact="so", highest_first=False),),
    quotas=(quota(rate="so_cho", group="khoi"),),
)
UNITED = award(
    "tap_the",
    (GROUP,),
    multiple="he_so_cao",
    eligibility=(
        clause("ty_le", MemberShare(Earned("nen"), ">=", Constant(Decimal("0.5")), NoneOf("vu_viec"))),
        clause("so", MemberCount(Is("tot") & OfUnit(Compare("moc", ">=", 1)), ">=", Fact("moc"))),
    ),
    ranking=(key(ByFact, "diem", fact="diem"),),
    quotas=(
        quota(rate="mot_nua", base=Is("tot"), base_kinds=(PERSON, GROUP), group="khoi", recipients=(GROUP,)),
    ),
)


def policy_of(*awards):
    """A policy of *awards*, with the facts, parameters and the scale of this module."""
    layer = Layer(
        id="luat",
        title_vi="Luật",
        title_en="Law",
        level="luat",
        instruments=(Instrument("luat", "Luật", "Law"),),
        facts=FACTS,
        parameters=(
            *(one for one in PARAMETERS if one.id not in {"nguong", "ty_le"}),
            parameter("nguong", 4),
            parameter("ty_le", Decimal("0.7")),
            parameter("mot_nua", Decimal("0.5")),
            parameter("cung_thanh_tich", "cao_nhat"),
        ),
        awards=awards,
        scales=(SCALE,),
    )
    return Policy(id="nam", title_vi="Năm", title_en="Year", layers=(layer,))


POLICY = policy_of(UNITED, SENIOR, BASIC, HIGHER)

VALUES = {
    "tot": [True, True, True, False],
    "mo": [False, True],
    "so": [3, 1, 2, 3, 4, 0, -2, 2**53, 2**53 + 1],
    "moc": [1, 0, 2, 3],
    "diem": [9, 8, Decimal("2.25"), Decimal("2.2499"), 0, 2, Marker.NOT_ASSIGNED],
    "chi_tieu": [1, 2, Decimal("4.5"), Marker.NOT_ASSIGNED, Marker.NOT_APPLICABLE],
    "ngay_vao": [DAYS[0], dt.date(2020, 1, 1), *DAYS, dt.date(2022, 6, 1)],
    "ten": ["hai", "một", "không", "mo\u0302\u0323t"],
    "khoi": ["k1", "k2", "k3"],
}
ROWS = {
    "vu_viec": [{}, {"mo": True}, {"mo": True, "muc": 2, "ten": "một"}, {"mo": False, "muc": 1, "ten": "ba"}],
    "dang_ky_thi_dua": [{"danh_hieu": "tren", "ngay": DAYS[0], "chap_nhan": True}, {"danh_hieu": "tren"}],
    "tich_danh_hieu": [
        {"danh_hieu": "nen", "nam": 2021},
        {"danh_hieu": "nen"},
        {"danh_hieu": "nen", "nam": 2019},
    ],
    "de_nghi_khen_thuong": [
        {"danh_hieu": "tren", "thanh_tich": "a"},
        {"danh_hieu": "cao", "thanh_tich": "a"},
        {"danh_hieu": "cao", "thanh_tich": "b"},
    ],
}
PEOPLE = ("n0", "n1", "n2", "n3", "n4")
UNITS = ("u0", "u1")
COMERS = ("n5", "u2")
"""A person and a unit that may join."""
COMMUNE = "x"
HOMES = dict(zip(PEOPLE + UNITS, ("u0", "u0", "u0", "u1", None, COMMUNE, COMMUNE), strict=True))
KINDS = {"n": PERSON, "u": GROUP, "x": SubjectKind.XA}
PROPOSED = {
    "de_nghi_khen_thuong": tuple(FrozenMap(row) for row in ROWS["de_nghi_khen_thuong"][:2]),
    "tich_danh_hieu": (FrozenMap(ROWS["tich_danh_hieu"][0]),),
    "vu_viec": (),
    "dang_ky_thi_dua": (),
}
"""Lists with which somebody has everything that the higher award asks for, and the lower one is covered by it."""


def subject(name, facts=(), lists=()):
    """One of the people or units, or the commune."""
    return Subject(name, KINDS[name[0]], name, HOMES.get(name), FrozenMap(facts), FrozenMap(lists))


def bare(*, full=False):
    """Two units with people in them, one in none; *full*: with a value of every fact and an empty list of every kind."""
    facts = {name: values[0] for name, values in VALUES.items()} if full else {}
    lists = dict.fromkeys(ROWS, ()) if full else {}
    known = [subject(name, facts, lists) for name in UNITS + PEOPLE]
    return Roster("r", "xã", 2022, (subject(COMMUNE), *known))


@st.composite
def rosters(draw):
    """The same, where most facts are known and many good, but not all of them, and not of everybody."""
    subjects = [subject(COMMUNE)]
    for name in UNITS + PEOPLE:
        good = draw(st.integers(0, 3))
        facts = {fact: values[0] for fact, values in VALUES.items()}
        for fact in draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=3)):
            facts[fact] = draw(st.sampled_from(VALUES[fact]))
        for fact in draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=2)) if good < 2 else ():
            facts.pop(fact, None)
        lists = PROPOSED if good in {1, 3} else dict.fromkeys(ROWS, ())
        subjects.append(subject(name, facts, lists) if good or draw(st.booleans()) else subject(name))
    return Roster("r", "xã", 2022, tuple(subjects))


@st.composite
def comings(draw, who):
    """*who* joins with everything, something or nothing known, leaves, or moves to another unit or to none."""
    unit = draw(st.sampled_from([*UNITS, "u2", "u2", None, COMMUNE]))
    facts = {name: values[0] for name, values in VALUES.items()}
    for name in draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=3)):
        facts[name] = draw(st.sampled_from(VALUES[name]))
    for name in draw(st.lists(st.sampled_from(sorted(VALUES)), max_size=1)):
        facts.pop(name, None)
    lists = draw(st.sampled_from([PROPOSED, dict.fromkeys(ROWS, ()), {}]))
    joined = Joined(attrs.evolve(subject(who, facts, lists), unit=unit))
    bare_ = Joined(attrs.evolve(subject(who), unit=unit))
    return draw(
        st.sampled_from([joined, joined, bare_, Left(who), Left(who), Moved(who, unit), Moved(who, unit)])
    )


@st.composite
def ballots(draw, who, day):
    """A ballot on *who*, some members absent, some of them voting in writing."""
    written = draw(st.sampled_from([0, 0, 1]))
    secret = draw(st.sampled_from([None, True, True, False]))
    return Ballot("cao", who, day, 9, 8, draw(st.integers(0, 8)), written, secret)


@st.composite
def events(draw):
    """Any event; it may not fit what is known."""
    who = draw(st.sampled_from(PEOPLE + UNITS + COMERS))
    what = draw(st.integers(0, 11))
    if what >= 10:
        return draw(comings(who))
    if what <= 4:
        name = draw(st.sampled_from(sorted(VALUES)))
        value = draw(st.sampled_from(VALUES[name]))
        given, corrected = FactGiven(who, name, value), FactCorrected(who, name, value)
        return draw(st.sampled_from([given, given, corrected, FactWithdrawn(who, name)]))
    if what <= 7:
        name = draw(st.sampled_from(sorted(ROWS)))
        row, index = FrozenMap(draw(st.sampled_from(ROWS[name]))), draw(st.integers(0, 1))
        return draw(
            st.sampled_from(
                [
                    ListGiven(who, name, (row,)),
                    ListGiven(who, name),
                    ListWithdrawn(who, name),
                    RowAdded(who, name, row),
                    RowChanged(who, name, index, row),
                    RowWithdrawn(who, name, index),
                ]
            )
        )
    name, day = draw(st.sampled_from(sorted(POLICY.awards))), draw(st.sampled_from(DAYS))
    return draw(
        st.sampled_from(
            [
                *(Decided(Decision(name, who, state, day)) for state in DecisionState),
                DecisionCancelled(name, who, dt.date(2023, 12, 1)),
                DecisionWithdrawn(name, who),
                BallotCast(draw(ballots(who, day))),
                BallotWithdrawn("cao", who),
            ]
        )
    )


def evaluated(policy, roster):
    """What an evaluation says, in the form in which a session says it: answers, missing facts, quotas."""
    evaluation = evaluate(policy, roster)
    answers = {
        (one.subject.id, one.award.id): Answer(
            one.status,
            one.rank,
            one.covered_by,
            one.decided,
            one.bonus.amount if one.bonus else None,
            one.bonus.paid if one.bonus else False,
        )
        for one in evaluation.outcomes
    }
    missing = {(one.subject.id, one.award.id): one.missing for one in evaluation.outcomes}
    return answers, missing, evaluation.quotas


def said(session):
    """What *session* says, likewise."""
    answers = session.answers()
    return answers, {pair: session.missing(*pair) for pair in answers}, session.quotas()
