"""Each kind that the columns reader calls native, asked of a few people by hand; none of them may fall back."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import pytest

# without the extra nothing below can be imported
pytest.importorskip("narwhals", reason="needs the extra 'columns'")
pytest.importorskip("polars", reason="needs the extra 'columns'")

from tests.readers.generated import CITE, DAYS, FACTS, GROUP, LABELS, PARAMETERS, PERSON
from tests.readers.same import by_scalar
from thidua_rules import evaluate
from thidua_rules.awards import Authority, Award, ByScore, Form
from thidua_rules.citations import Instrument
from thidua_rules.criteria import (
    All,
    Any,
    AtLeastOf,
    Between,
    Chosen,
    Clause,
    Compare,
    ConsecutiveYears,
    Constant,
    Count,
    Earned,
    Exempt,
    Exists,
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
)
from thidua_rules.errors import RosterError
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.layers import Dated, Layer, ParameterSpec
from thidua_rules.policies.model import Policy
from thidua_rules.readers import columns
from thidua_rules.readers.columns.criteria import HANDLERS
from thidua_rules.readers.columns.items import ITEMS
from thidua_rules.scales import (
    AgainstMean,
    AllOrNothing,
    AwardLevel,
    AwardPoints,
    Band,
    Bands,
    BestOf,
    BySize,
    ClassAtLeast,
    Entry,
    Evidence,
    Group,
    Guard,
    Judged,
    Ledger,
    Linear,
    Parts,
    PastAwards,
    PerUnit,
    Sample,
    Scale,
    ScoreClass,
    ScoreReaches,
    SizeClass,
    StandardsReach,
    Steps,
)
from thidua_rules.subjects import Ballot, Decision, DecisionState, Roster, Subject
from thidua_rules.values import FrozenMap
from thidua_rules.verdicts import Verdict

MET, UNMET, UNKNOWN = True, False, None
COMMUNE = SubjectKind.XA


def one(name, kind=PERSON, unit=None, records=None, **facts):
    """
    A subject.
    """
    rows = {key: tuple(map(FrozenMap, found)) for key, found in (records or {}).items()}
    return Subject(name, kind, name, unit, FrozenMap(facts), FrozenMap(rows))


TITLES = [{"danh_hieu": "a1", "nam": year, "trang_thai": "con"} for year in (2020, 2021)]

ROSTER = Roster(
    "r",
    "Xã",
    2022,
    (
        one("xa", COMMUNE),
        one("tot", GROUP, "xa", tot=True),
        one("kem", GROUP, "xa", tot=False),
        one(
            "du",
            unit="tot",
            tot=True,
            so=3,
            it=1,
            hoi=5,
            diem=Decimal("4.5"),
            dau=5,
            ngay=dt.date(2022, 3, 31),
            loai="a",
            records={
                "viec": ({"mo": True, "muc": 1}, {"mo": False, "muc": 5}),
                "tich_danh_hieu": TITLES,
                "dang_ky_thi_dua": ({"danh_hieu": "a1", "ngay": DAYS[2], "chap_nhan": True},),
            },
        ),
        one(
            "khong",
            unit="kem",
            tot=False,
            dung=False,
            so=0,
            it=0,
            hoi=5,
            diem=0,
            dau=0,
            ngay=dt.date(2020, 2, 29),
            loai="c",
            records={"viec": (), "tich_danh_hieu": (), "dang_ky_thi_dua": ()},
        ),
        one("thieu"),
    ),
    decisions=(Decision("a0", "khong", DecisionState.HUY_BO, DAYS[-1]),),
    ballots=(
        Ballot("a2", "du", DAYS[-1], 10, 10, 8, secret=True),
        Ballot("a2", "du", DAYS[-1], 10, 10, 7, secret=True),
        Ballot("a2", "du", DAYS[0], 10, 10, 1, secret=False),
        Ballot("a2", "khong", DAYS[-1], 10, 10, 6, secret=True),
    ),
)
"""Somebody of whom everything is known and good, somebody of whom everything is known and bad, and a stranger."""


def judged(maximum=10):
    """
    Points as they were given.
    """
    return Judged(id="cham", **LABELS, maximum=maximum, fact="dau")


def all_or_nothing():
    """
    Five points for whoever is good.
    """
    return AllOrNothing(id="tron", **LABELS, maximum=5, when=Is("tot"))


def scale(*groups):
    """
    A scale of *groups*, with two classes.
    """
    classes = (ScoreClass(id="kha", **LABELS, start=4), ScoreClass(id="kem", **LABELS, start=None))
    return Scale(id="bang", **LABELS, maximum=30, groups=groups, classes=classes)


def policy(award, *scales):
    """
    A policy of *award*, and of one that the good earn.
    """
    parameters = [
        ParameterSpec(id=k, label_vi=k, label_en=k, values=(Dated(value=v),), citation=CITE)
        for k, v in PARAMETERS.items()
    ]
    earlier = _award("a1", Is("tot"))
    layer = Layer(
        id="luat",
        title_vi="vi",
        title_en="en",
        level="luat",
        instruments=(Instrument("luat", "vi", "en"),),
        facts=FACTS,
        parameters=tuple(parameters),
        scales=scales or (scale(judged()),),
        awards=(_award("a0", Is("tot")), earlier, award),
    )
    return Policy(id="tay", title_vi="vi", title_en="en", layers=(layer,))


def _award(name, criterion, **more):
    return Award(
        id=name,
        title_vi=name,
        title_en=name,
        form=Form.DANH_HIEU,
        recipients=(PERSON, GROUP),
        authority=Authority.CHU_TICH_UBND_XA,
        citations=(CITE,),
        eligibility=(Clause("c", CITE, "vi", "en", criterion),),
        **more,
    )


def found(rules, roster=ROSTER):
    """
    Of each subject what the columns reader says of the last award.
    """
    result = columns.evaluate(rules, columns.Frames.from_rosters(rules, [roster]))
    return {row["id"]: {name: row[f"a2.{name}"] for name in columns.result.OUTPUT} for row in result.rows()}


PEOPLE = ("du", "khong", "thieu")

CRITERIA = [
    (All((Is("tot"), Compare("so", ">=", 3))), (MET, UNMET, UNKNOWN)),
    (Any((Is("tot"), Compare("so", ">=", 100))), (MET, UNMET, UNKNOWN)),
    (AtLeastOf(1, (Is("tot"), Is("dung"))), (MET, UNMET, UNKNOWN)),
    (Between("so", Constant(1), Constant(3)), (MET, UNMET, UNKNOWN)),
    (Chosen("cach_lam_tron_tien", ("ceil",)), (MET, MET, MET)),
    (ClassAtLeast("bang", ("kha",)), (MET, UNMET, UNKNOWN)),
    (Clause("d", CITE, "vi", "en", Is("tot")), (MET, UNMET, UNKNOWN)),
    (Compare("diem", ">=", Parameter("nguong")), (MET, UNMET, UNKNOWN)),
    (ConsecutiveYears("a1", 2), (MET, UNMET, UNKNOWN)),
    (Count("viec", ">=", 2), (MET, UNMET, UNKNOWN)),
    (Earned("a1"), (MET, UNMET, UNKNOWN)),
    (Exists("viec", (Where("muc", ">", Constant(4)),)), (MET, UNMET, UNKNOWN)),
    (Is("tot", wanted=False), (UNMET, MET, UNKNOWN)),
    (MemberOf(("tot",)), (MET, UNMET, UNKNOWN)),
    (MonthsSince("ngay", "<=", 9), (MET, UNMET, UNKNOWN)),
    (NoneOf("viec", (Where("mo", "==", Constant(value=True)),)), (UNMET, MET, UNKNOWN)),
    (Not(Is("tot")), (UNMET, MET, UNKNOWN)),
    (NotCancelled("a0"), (MET, UNMET, MET)),
    (OfUnit(Is("tot")), (MET, UNMET, UNKNOWN)),
    (OneOf("loai", ("a", "b")), (MET, UNMET, UNKNOWN)),
    (Registered(("a1",)), (MET, UNMET, UNKNOWN)),
    (ScoreReaches("bang", ">=", 5), (MET, UNMET, UNKNOWN)),
    (Settled(Verdict.UNMET), (UNMET, UNMET, UNMET)),
    (StandardsReach("bang", 50), (MET, UNMET, UNKNOWN)),
    (Voted("a2", Decimal("0.7"), quorum=Decimal("0.8"), secret=True), (MET, UNMET, UNKNOWN)),
    (Unless(Is("tot"), (Exempt("e", Compare("so", "==", 0), Settled(Verdict.MET)),)), (MET, MET, UNKNOWN)),
]

OF_UNITS = [
    (MemberCount(Is("tot"), ">=", 1), {"tot": MET, "kem": UNMET}),
    (MemberShare(Is("tot"), ">", Decimal("0.5")), {"tot": MET, "kem": UNMET}),
]


@pytest.mark.parametrize(("criterion", "expected"), CRITERIA, ids=lambda one: getattr(one, "kind", ""))
def test_criterion(criterion, expected):
    """
    What it says of the good, the bad and the stranger.
    """
    rows = found(policy(_award("a2", criterion)))

    assert expected == tuple(rows[name]["verdict"] for name in PEOPLE)


@pytest.mark.parametrize(("criterion", "expected"), OF_UNITS, ids=lambda one: getattr(one, "kind", ""))
def test_members(criterion, expected):
    """
    What it says of a unit whose only member is good, and of one whose only member is not.
    """
    rows = found(policy(_award("a2", criterion)))

    assert expected == {name: rows[name]["verdict"] for name in expected}


def entry(effect=-2):
    """
    So many points for each case.
    """
    return Entry(id="e", **LABELS, fact="so", effect=effect, per="case")


def item(kind, maximum, **more):
    """
    An item.
    """
    return kind(id="muc", **LABELS, maximum=maximum, **more)


LEVELS = (AwardLevel(award="a1", points=3), AwardLevel(award="a2", points=7))
SIZES = (SizeClass(id="s", start=0, row=(1, 2)), SizeClass(id="l", start=3, row=(4, 9)))

SCORES = [
    (judged(), (5, 0, (0, 10))),
    (all_or_nothing(), (5, 0, (0, 5))),
    (item(Linear, 10, fact="so", full_at=9), (Fraction(10, 3), 0, (0, 10))),
    (item(PerUnit, 5, fact="so", points_per_unit=2), (5, 0, (0, 5))),
    (item(Parts, 6, facts=("tot", "it"), weight=3), (4, 0, (0, 6))),
    (item(Sample, 6, fact="it", asked="hoi", size=5, points_per_yes=2), (2, 0, (0, 6))),
    (item(Bands, 10, fact="so", bands=(Band(start=2, points=7),), below=1), (7, 1, (0, 7))),
    (
        item(Steps, 5, fact="so", start=1, start_included=True, step=1, points_per_step=1),
        (3, 0, (0, 5)),
    ),
    (
        item(BySize, 9, size_fact="so", fact="dau", starts=(1, 5), first_included=True, classes=SIZES),
        (9, 0, (0, 9)),
    ),
    (item(Ledger, 10, entries=(entry(),), start=8, floored=True), (2, 8, (0, 8))),
    (
        item(AgainstMean, 5, fact="dau", mean=Parameter("nguong"), reached=5, below=1),
        (5, 1, (1, 5)),
    ),
    (item(AwardPoints, 4, levels=LEVELS[:1]), (3, 0, (0, 3))),
    (item(PastAwards, 10, levels=LEVELS), (3, 0, (0, 7))),
    (item(Group, 20, parts=(judged(), all_or_nothing())), (10, 0, (0, 15))),
    (item(Guard, 10, item=judged(), needs=Is("tot")), (5, 0, (0, 10))),
    (item(Evidence, 10, item=judged(), fact="tot"), (5, 0, 0)),  # not recorded is not filed
    (item(BestOf, 10, parts=(judged(), all_or_nothing())), (5, 0, (0, 10))),
]


@pytest.mark.parametrize(("points", "expected"), SCORES, ids=lambda one: getattr(one, "kind", ""))
def test_item(points, expected):
    """
    The fewest and the most points that it gives the good, the bad and the stranger.
    """
    key = ByScore(id="diem", **LABELS, citation=CITE, scale="bang")
    rules = policy(_award("a2", Settled(Verdict.MET), ranking=(key,)), scale(points))
    rows = found(rules)
    said = [rows[name] for name in PEOPLE]

    assert [end if isinstance(end, tuple) else (end, end) for end in expected] == [
        (Fraction(row["score_low"], row["score_unit"]), Fraction(row["score_high"], row["score_unit"]))
        for row in said
    ]
    assert [by_scalar(rules, [ROSTER])["r", name, "a2"]["score"] for name in PEOPLE] == [
        (Fraction(row["score_low"], row["score_unit"]), Fraction(row["score_high"], row["score_unit"]))
        for row in said
    ]


def test_every_kind():
    """
    The tables above hold each kind that the reader calls native.
    """
    assert set(HANDLERS) == {type(criterion) for criterion, _ in (*CRITERIA, *OF_UNITS)}
    assert set(ITEMS) == {type(points) for points, _ in SCORES}


class TestClashes:
    """Two exceptions that say different things of one subject."""

    CLASH = Unless(
        Is("tot"),
        (
            Exempt("e", Settled(Verdict.MET), Settled(Verdict.MET)),
            Exempt("f", Settled(Verdict.MET), Settled(Verdict.UNMET)),
        ),
    )

    def refused(self, rules):
        with pytest.raises(RosterError) as caught:
            found(rules)
        return [str(fault) for fault in caught.value.faults]

    def test_reached(self):
        """
        It is a fault of each row that the scalar path would refuse.
        """
        behind = All((Is("tot", wanted=False), self.CLASH))

        assert [
            "rosters[r].subjects[kem]: exceptions 'e' and 'f' both apply and contradict each other",
            "rosters[r].subjects[khong]: exceptions 'e' and 'f' both apply and contradict each other",
            "rosters[r].subjects[thieu]: exceptions 'e' and 'f' both apply and contradict each other",
        ] == self.refused(policy(_award("a2", behind)))

    def test_in_columns_only(self):
        """
        Of members it is reported also where the scalar path never came to ask them.
        """
        behind = All((Compare("so", ">", 100), MemberCount(self.CLASH, ">=", 1)))
        rules = policy(_award("a2", behind & Settled(Verdict.UNMET)))
        roster = Roster("r", "Xã", 2022, (one("to", GROUP, tot=True, so=1), one("n", unit="to", so=1)))

        assert ["INELIGIBLE", "INELIGIBLE"] == [
            outcome.status.value for outcome in evaluate(rules, roster, awards=["a2"]).outcomes
        ]
        with pytest.raises(RosterError, match=r"subjects\[n\]: exceptions 'e' and 'f' .*contradict"):
            found(rules, roster)
