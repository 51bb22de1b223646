"""How far an event reaches: each way in which one subject's answer depends on another's facts, by itself."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs
import pytest

pytest.importorskip("durable_rules_engine", reason="durable-rules does not load here", exc_type=ImportError)

from tests.readers.years import (
    GROUP,
    HIGHER,
    PERSON,
    PROPOSED,
    AnyPeer,
    Refused,
    award,
    bare,
    clause,
    evaluated,
    key,
    policy_of,
    quota,
    said,
    subject,
)
from thidua_rules.awards import ByBallot, ByCount, ByCriterion, ByFact, ByScore, Coverage
from thidua_rules.criteria import (
    Compare,
    Constant,
    Count,
    Earned,
    Fact,
    Is,
    MemberCount,
    MemberOf,
    MemberShare,
    NotCancelled,
    OfUnit,
    Voted,
    Where,
)
from thidua_rules.readers.live import (
    BallotCast,
    BallotWithdrawn,
    Decided,
    DecisionCancelled,
    FactCorrected,
    FactGiven,
    FactWithdrawn,
    Joined,
    Left,
    ListWithdrawn,
    Moved,
    RowAdded,
    RowChanged,
    Session,
)
from thidua_rules.scales import ScoreReaches
from thidua_rules.subjects import Ballot, Decision, DecisionState
from thidua_rules.values import FrozenMap

DAY = dt.date(2022, 12, 20)
OTHER = FrozenMap({"danh_hieu": "cao", "thanh_tich": "b"})
OPEN = FrozenMap({"mo": True, "muc": 2})
HALF = Constant(1)


def asks(criterion, recipients=(PERSON,), **more):
    """An award with one condition."""
    return award("mot", recipients, eligibility=(clause("c", criterion),), **more)


def given(name, state=DecisionState.HIEU_LUC, subject="n0"):
    """A decision."""
    return Decided(Decision(name, subject, state, DAY))


def joins(unit="u0", **facts):
    """One more person."""
    return Joined(attrs.evolve(subject("n5", facts), unit=unit))


BASE = award("nen", (PERSON,), multiple="he_so_thap", eligibility=(clause("tot", Is("tot")),))
MORE = award("hon", (PERSON,), multiple="he_so_cao", eligibility=(clause("mo", Is("mo")),))
COVERED = award(
    "cao",
    (PERSON,),
    eligibility=(clause("tot", Is("tot")),),
    coverage=Coverage(by=("tren",), citation=HIGHER.citations[0], label_vi="một", label_en="one"),
)
LOWER_PAID, HIGHER_PAID = (
    award(
        name,
        (PERSON,),
        multiple=multiple,
        group="",
        achievement="cung_thanh_tich",
        eligibility=(clause("tot", Is("tot")),),
    )
    for name, multiple in (("cao", "he_so_thap"), ("tren", "he_so_cao"))
)
SIMPLE_HIGHER = attrs.evolve(HIGHER, eligibility=(clause("mo", Is("mo")),), ranking=(), quotas=())
SO = key(ByFact, "so", fact="so")
OFF, ON = FactCorrected("n0", "tot", False), FactCorrected("n0", "tot", True)

CASES = {
    "its own fact": (policy_of(BASE), [OFF]),
    "an award below": (policy_of(BASE, asks(Earned("nen"))), [OFF]),
    "a decision below": (policy_of(BASE, asks(Earned("nen"))), [given("nen", DecisionState.TU_CHOI)]),
    "a fact of its unit": (policy_of(asks(OfUnit(Is("tot")))), [FactCorrected("u0", "tot", False)]),
    "members of its unit": (policy_of(asks(OfUnit(MemberShare(Is("tot"), ">=", HALF)))), [OFF]),
    "a share of members": (policy_of(asks(MemberShare(Is("tot"), ">=", HALF), (GROUP,))), [OFF]),
    "who is among them": (
        policy_of(asks(MemberShare(Is("mo"), ">=", HALF, Is("tot")), (GROUP,))),
        [FactCorrected("n0", "mo", True), FactCorrected("n1", "tot", False), FactCorrected("n2", "tot", False)],
    ),
    "titles of members": (policy_of(BASE, asks(MemberCount(Earned("nen"), ">=", 3), (GROUP,))), [OFF]),
    "its own number of members": (
        policy_of(asks(MemberCount(Is("tot"), ">", Fact("moc")), (GROUP,))),
        [FactCorrected("u1", "moc", 0)],
    ),
    "a leaf inside and outside": (
        policy_of(asks(OfUnit(Is("tot") & MemberShare(Is("tot"), ">=", HALF)) & Is("tot"))),
        [FactCorrected("u0", "tot", False)],
    ),
    "anybody": (policy_of(asks(AnyPeer(Compare("moc", ">=", 3)))), [FactCorrected("n4", "moc", 3)]),
    "a decision it does not name": (policy_of(BASE, asks(Refused("nen"))), [given("nen", DecisionState.TU_CHOI)]),
    "a cancelled decision": (
        policy_of(BASE, asks(NotCancelled("nen"))),
        [given("nen"), DecisionCancelled("nen", "n0", DAY)],
    ),
    "a score": (policy_of(asks(ScoreReaches("bang", ">=", 10))), [FactCorrected("n0", "diem", 0)]),
    "the best of its cluster": (
        policy_of(asks(ScoreReaches("bang", ">=", 19))),
        [FactCorrected("n1", "chi_tieu", Decimal("0.5"))],
    ),
    "rows": (policy_of(asks(Count("vu_viec", "<=", 0))), [RowAdded("n0", "vu_viec", OPEN)]),
    "a list": (policy_of(asks(Count("vu_viec", "<=", 0))), [ListWithdrawn("n0", "vu_viec")]),
    "a ranking by number": (
        policy_of(asks(Is("tot"), ranking=(SO,), quotas=(quota(rate="so_cho"),))),
        [FactCorrected("n0", "so", 4), FactCorrected("n1", "so", 1), OFF],
    ),
    "a ranking by criterion": (
        policy_of(asks(Is("tot"), ranking=(key(ByCriterion, "mo", criterion=OfUnit(Is("mo"))),), quotas=(quota(rate="so_cho"),))),
        [FactCorrected("u1", "mo", True), FactCorrected("u0", "mo", True)],
    ),
    "a ranking by rows": (
        policy_of(
            asks(
                Is("tot"),
                ranking=(key(ByCount, "v", records="vu_viec", where=(Where("muc", ">=", Fact("moc")),)),),
                quotas=(quota(rate="so_cho"),),
            )
        ),
        [RowAdded("n0", "vu_viec", OPEN), RowAdded("n1", "vu_viec", OPEN), FactCorrected("n0", "moc", 3)],
    ),
    "a ranking by score": (
        policy_of(asks(Is("tot"), ranking=(key(ByScore, "b", scale="bang"),), quotas=(quota(rate="so_cho"),))),
        [FactCorrected("n0", "diem", 2), FactCorrected("n1", "chi_tieu", 2)],
    ),
    "the first ballot and the last": (
        policy_of(asks(Is("tot"), ranking=(key(ByBallot, "p"),), quotas=(quota(rate="so_cho"),))),
        [BallotCast(Ballot("mot", "n0", DAY, 9, 9, 9)), BallotWithdrawn("mot", "n0")],
    ),
    "the base of a quota": (
        policy_of(BASE, asks(Is("mo"), quotas=(quota(rate="ty_le", base=Earned("nen"), base_kinds=(PERSON,)),))),
        [FactCorrected("n3", "mo", True), FactCorrected("n4", "mo", True), OFF, FactCorrected("n1", "tot", False), FactCorrected("n2", "tot", False)],
    ),
    "a base that may lie anywhere": (
        policy_of(asks(Is("tot"), quotas=(quota(rate="ty_le", base=Is("tot"), base_kinds=(PERSON,), group="khoi"),))),
        [FactWithdrawn("n0", "khoi"), FactWithdrawn("n1", "khoi"), FactWithdrawn("n1", "tot"), FactGiven("n1", "tot", False)],
    ),
    "a group that moves": (
        policy_of(asks(Is("tot"), ranking=(SO,), quotas=(quota(rate="so_cho", group="khoi"),))),
        [FactCorrected("n0", "khoi", "k2"), *(FactWithdrawn(one, "khoi") for one in ("n1", "n3", "n4")), FactCorrected("n2", "khoi", "k3")],
    ),
    "a group for each unit": (
        policy_of(asks(Is("tot"), ranking=(SO,), quotas=(quota(rate="ty_le", base=Is("tot"), base_kinds=(PERSON,), group="unit"),))),
        [OFF, FactCorrected("n1", "so", 4), ON],
    ),
    "an award above that covers": (policy_of(COVERED, SIMPLE_HIGHER), [FactCorrected("n0", "mo", True)]),
    "a decision above that covers": (policy_of(COVERED, SIMPLE_HIGHER), [given("tren")]),
    "a proposal": (
        policy_of(COVERED, SIMPLE_HIGHER),
        [FactCorrected("n0", "mo", True), RowChanged("n0", "de_nghi_khen_thuong", 1, OTHER)],
    ),
    "a scope": (policy_of(asks(Is("tot"), scope=Is("mo"))), [FactCorrected("n0", "mo", True), FactWithdrawn("n0", "mo")]),
    "a hold": (
        policy_of(asks(Is("tot"), holds=(clause("h", OfUnit(Is("mo"))),))),
        [FactCorrected("u0", "mo", True)],
    ),
    "a member who comes": (
        policy_of(asks(MemberShare(Is("tot"), ">=", HALF), (GROUP,))),
        [joins(tot=False), Left("n5"), Moved("n0", "u1"), Moved("n3", "u0"), joins("u1", tot=False)],
    ),
    "a member who counts": (
        policy_of(BASE, asks(MemberCount(Earned("nen"), ">=", 4), (GROUP,))),
        [joins(tot=True), OFF, Moved("n3", "u0"), Left("n1")],
    ),
    "the unit of whoever moves": (
        policy_of(asks(OfUnit(Is("tot")))),
        [FactCorrected("u1", "tot", False), Moved("n0", "u1"), Moved("n0", None), Moved("n4", "u1")],
    ),
    "a unit above": (
        policy_of(asks(MemberOf(("u1",)))),
        [Moved("u0", "u1"), Moved("n4", "u0"), Moved("u1", None), Moved("u0", None)],
    ),
    "anybody who comes": (
        policy_of(asks(AnyPeer(Compare("moc", ">=", 3)))),
        [joins(moc=3), Left("n5")],
    ),
    "the best who comes": (
        policy_of(asks(ScoreReaches("bang", ">=", 19))),
        [joins(diem=9, chi_tieu=Decimal("0.5"), khoi="k1"), Left("n5")],
    ),
    "a group of whoever moves": (
        policy_of(asks(Is("tot"), ranking=(SO,), quotas=(quota(rate="ty_le", base=Is("tot"), base_kinds=(PERSON,), group="unit"),))),
        [Moved("n0", "u1"), Moved("n4", "u1"), Moved("n1", None), joins(tot=True, so=4), Left("n2")],
    ),
    "a base that comes": (
        policy_of(BASE, asks(Is("tot"), quotas=(quota(rate="ty_le", base=Earned("nen"), base_kinds=(PERSON,)),))),
        [joins(tot=True), Left("n0"), Left("n1"), Left("n2")],
    ),
    "a vote": (
        policy_of(BASE, asks(Voted("nen", Constant(Decimal("0.5"))))),
        [BallotCast(Ballot("nen", "n0", DAY, 9, 9, 9)), BallotWithdrawn("nen", "n0")],
    ),
    "one achievement paid once": (policy_of(LOWER_PAID, HIGHER_PAID), [RowChanged("n0", "de_nghi_khen_thuong", 1, OTHER)]),
    "another bonus": (policy_of(BASE, MORE), [FactCorrected("n0", "mo", True)]),
    "the day of a decision": (policy_of(BASE), [Decided(Decision("nen", "n0", DecisionState.HIEU_LUC, dt.date(2023, 8, 1)))]),
}  # fmt: skip


def start():
    """Everybody with good values, and proposals that a higher award may cover."""
    roster = bare(full=True)
    lists = FrozenMap(PROPOSED)
    return attrs.evolve(roster, subjects=tuple(attrs.evolve(one, records=lists) for one in roster.subjects))


@pytest.mark.parametrize("name", CASES)
def test_reach(name):
    """
    After each event the session says what an evaluation says, and it does not say the same all along.
    """
    policy, year = CASES[name]
    session = Session(policy, start())
    before, after = said(session), []
    for event in year:
        session.apply(event)
        after.append(said(session))

        assert evaluated(policy, session.roster) == after[-1]
    assert any(before != one for one in after)
