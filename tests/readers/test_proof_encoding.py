"""The formula of a criterion, at a given person, says what the criterion itself says."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

z3 = pytest.importorskip("z3", reason="proofs need z3")

from hypothesis import HealthCheck, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from thidua_rules.citations import Citation  # noqa: E402
from thidua_rules.criteria import (  # noqa: E402
    All,
    Any,
    AtLeastOf,
    Between,
    Case,
    Chosen,
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
    NotCancelled,
    OfUnit,
    OneOf,
    Parameter,
    Registered,
    Settled,
    Sum,
    Unless,
    Voted,
    Where,
    WhereIn,
    WhereWithin,
    World,
    YearsBefore,
)
from thidua_rules.criteria.base import Criterion  # noqa: E402
from thidua_rules.criteria.vocabulary import BUILTIN as CRITERIA  # noqa: E402
from thidua_rules.errors import ClashError, PolicyError  # noqa: E402
from thidua_rules.facts import Choice, FactSpec, FactType, SubjectKind  # noqa: E402
from thidua_rules.policies.layers import Layer  # noqa: E402
from thidua_rules.policies.model import Policy  # noqa: E402
from thidua_rules.readers.proof import verdict_of  # noqa: E402
from thidua_rules.readers.proof.kinds import WRITERS  # noqa: E402
from thidua_rules.scales import BUILTIN as SCALES  # noqa: E402
from thidua_rules.scales import (  # noqa: E402
    AllOrNothing,
    BestOf,
    Cap,
    ClassAtLeast,
    Group,
    Guard,
    Judged,
    Linear,
    PerUnit,
    Scale,
    ScoreReaches,
    StandardsReach,
)
from thidua_rules.subjects import Decision, DecisionState, Roster, Subject  # noqa: E402
from thidua_rules.values import FrozenMap, Marker  # noqa: E402
from thidua_rules.verdicts import Verdict  # noqa: E402

YEAR = 2022
PARAMETERS = {"hai": 2, "nua": Decimal("0.5"), "moc": dt.date(2022, 3, 1), "chu": "a"}


def _spec(name, kind, **more):
    return FactSpec(id=name, type=kind, label_vi=name, label_en=name, **more)


_CHOICES = tuple(Choice(one, one, one) for one in ("a", "b", "c"))
SPECS = {
    spec.id: spec
    for spec in (
        _spec("co", FactType.FLAG),
        _spec("so", FactType.INTEGER, minimum=0, maximum=4),
        _spec("diem", FactType.DECIMAL, minimum=0, maximum=5, may_be_unassigned=True),
        _spec("ty_le", FactType.DECIMAL, minimum=0, maximum=1),
        _spec("ngay", FactType.DATE),
        _spec("loai", FactType.CHOICE, choices=_CHOICES),
        _spec("ten", FactType.TEXT),
        _spec(
            "viec",
            FactType.RECORDS,
            fields=(
                _spec("danh_hieu", FactType.TEXT),
                _spec("ngay", FactType.DATE),
                _spec("nam", FactType.INTEGER),
                _spec("chap_nhan", FactType.FLAG),
                _spec(
                    "trang_thai",
                    FactType.CHOICE,
                    choices=(Choice("huy_bo", "", ""), Choice("hieu_luc", "", "")),
                ),
            ),
        ),
        _spec(
            "gian_doan",
            FactType.RECORDS,
            fields=(_spec("nam", FactType.INTEGER), _spec("ly_do", FactType.CHOICE, choices=_CHOICES)),
        ),
    )
}


def _judged(name, fact, **more):
    return Judged(id=name, label_vi=name, label_en=name, maximum=5, fact=fact, **more)


SCALE = Scale(
    id="thang",
    label_vi="thang",
    label_en="scale",
    maximum=30,
    groups=(
        Group(
            id="nhom",
            label_vi="",
            label_en="",
            maximum=10,
            capped=True,
            parts=(
                _judged("mot", "diem", caps=(Cap(when=Is("co"), maximum=2),)),
                PerUnit(id="hai", label_vi="", label_en="", maximum=3, fact="so", points_per_unit=2),
            ),
        ),
        Linear(id="ba", label_vi="", label_en="", maximum=6, fact="ty_le", full_at=Decimal("0.5")),
        Guard(
            id="bon",
            label_vi="",
            label_en="",
            maximum=4,
            item=AllOrNothing(
                id="nam", label_vi="", label_en="", maximum=4, when=Compare("diem", ">", Constant(1))
            ),
            needs=OneOf("loai", ("a",)),
        ),
        BestOf(
            id="sau",
            label_vi="",
            label_en="",
            maximum=5,
            parts=(
                _judged("bay", "diem"),
                AllOrNothing(id="tam", label_vi="", label_en="", maximum=3, when=Is("co")),
            ),
        ),
    ),
)
PART = Scale(id="mot_phan", label_vi="", label_en="", maximum=5, groups=(_judged("chin", "diem"),))
POLICY = Policy(
    id="p",
    title_vi="",
    title_en="",
    layers=(
        Layer(
            id="l", title_vi="", title_en="", level="luat", scales=(SCALE, PART), facts=tuple(SPECS.values())
        ),
    ),
)

DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2023, 12, 31))
TEXTS = st.sampled_from(("a", "b", "x"))
OPS = st.sampled_from((">=", ">", "<=", "<", "==", "!="))
SAME = st.sampled_from(("==", "!="))
TENTHS = st.integers(0, 50).map(lambda n: Decimal(n) / 10)
NUMBERS = st.one_of(
    st.integers(-1, 5).map(Constant),
    TENTHS.map(Constant),
    st.sampled_from((Parameter("hai"), Parameter("nua"), Fact("so"), Fact("diem"))),
    st.just(Sum((Fact("so"), Parameter("hai")))),
)
FIXED = st.one_of(st.integers(-1, 5).map(Constant), TENTHS.map(Constant), st.just(Parameter("hai")))

ROW_TESTS = st.one_of(
    st.builds(Where, st.just("danh_hieu"), SAME, TEXTS.map(Constant)),
    st.builds(Where, st.just("nam"), OPS, st.integers(2019, 2023).map(Constant)),
    st.builds(Where, st.just("ngay"), OPS, st.one_of(DAYS.map(Constant), st.just(Parameter("moc")))),
    st.builds(Where, st.just("nam"), OPS, st.sampled_from((Fact("so"), YearsBefore("hai")))),
    st.builds(WhereIn, st.just("danh_hieu"), st.just(("a", "x"))),
    st.builds(WhereWithin, st.sampled_from(("ngay", "nam")), st.integers(0, 2)),
)
WHERE = st.lists(ROW_TESTS, max_size=2).map(tuple)
YEARS = st.one_of(
    st.integers(0, 3).map(Constant), st.just(Fact("so")), st.sampled_from((100, 102, 103)).map(Constant)
)
MONTHS = st.one_of(st.integers(-3, 30).map(Constant), TENTHS.map(Constant))
LEAF = st.one_of(
    st.sampled_from(Verdict).map(Settled),
    st.builds(Is, st.just("co")),
    st.builds(Compare, st.just("so"), OPS, st.integers(0, 4).map(Constant)),
)


def _exempts(parts):
    return st.lists(st.builds(Exempt, st.sampled_from(("m", "n")), parts, parts), min_size=1, max_size=3).map(
        tuple
    )


def _some(parts):
    return st.lists(parts, max_size=3).map(tuple)


def _at_least(parts):
    return _some(parts).flatmap(lambda one: st.builds(AtLeastOf, st.integers(0, len(one)), st.just(one)))


def _rule(parts):
    return st.builds(Unless, parts, _exempts(parts))


ALONE = {
    All: _some(LEAF).map(All),
    Any: _some(LEAF).map(Any),
    AtLeastOf: _at_least(LEAF),
    Between: st.builds(
        Between, st.sampled_from(("so", "diem")), NUMBERS, NUMBERS, st.booleans(), st.booleans()
    ),
    Chosen: st.builds(Chosen, st.just("chu"), st.sampled_from((("a", "b"), ("x",)))),
    Clause: LEAF.map(lambda one: Clause("dk", Citation("l"), "", "", one)),
    Compare: st.one_of(
        st.builds(Compare, st.sampled_from(("so", "diem", "ty_le")), OPS, NUMBERS),
        st.builds(Compare, st.just("ngay"), OPS, DAYS.map(Constant)),
        st.builds(
            Compare,
            st.sampled_from(("loai", "ten")),
            SAME,
            st.one_of(TEXTS.map(Constant), st.just(Parameter("chu"))),
        ),
    ),
    ConsecutiveYears: st.builds(
        ConsecutiveYears,
        st.just("a"),
        YEARS,
        st.just("viec"),
        st.just("gian_doan"),
        st.sampled_from(((), ("a",), ("a", "b"))),
    ),
    Count: st.builds(Count, st.just("viec"), OPS, NUMBERS, WHERE),
    Exists: st.builds(Exists, st.just("viec"), WHERE),
    Is: st.builds(Is, st.just("co"), st.booleans()),
    MonthsSince: st.builds(MonthsSince, st.just("ngay"), OPS, MONTHS),
    NoneOf: st.builds(NoneOf, st.just("viec"), WHERE),
    Not: st.builds(Not, LEAF),
    OneOf: st.builds(OneOf, st.sampled_from(("loai", "ten")), st.just(("a", "c"))),
    Registered: st.builds(Registered, st.sampled_from((("a",), ("a", "x"))), st.just("viec")),
    ScoreReaches: st.builds(ScoreReaches, st.just("thang"), OPS, st.integers(0, 15).map(Constant)),
    Settled: st.sampled_from(Verdict).map(Settled),
    StandardsReach: st.builds(
        StandardsReach, st.sampled_from(("thang", "mot_phan")), st.integers(0, 100).map(Constant)
    ),
    Unless: _rule(st.one_of(LEAF, _rule(LEAF))),
}
"""Criteria about one subject alone, by kind."""

AMONG = st.one_of(st.none(), LEAF)
AROUND = {
    Earned: st.builds(Earned, st.sampled_from(("mot", "hai"))),
    MemberCount: st.builds(MemberCount, LEAF, OPS, NUMBERS, AMONG),
    MemberOf: st.builds(MemberOf, st.sampled_from((("don_vi",), ("xa", "khac"), ("huyen",)))),
    MemberShare: st.builds(MemberShare, LEAF, OPS, FIXED, AMONG),
    NotCancelled: st.builds(NotCancelled, st.sampled_from(("mot", "hai"))),
    OfUnit: st.builds(OfUnit, LEAF),
    Voted: st.builds(Voted, st.just("mot"), FIXED, before=st.sampled_from(Verdict)),
}
"""Criteria that look at others, or at decisions, by kind."""


def _joined(parts):
    return st.one_of(
        _some(parts).map(All), _some(parts).map(Any), st.builds(Not, parts), _at_least(parts), _rule(parts)
    )


ANY_KIND = st.recursive(st.one_of(*ALONE.values(), *AROUND.values()), _joined, max_leaves=4)


def _maybe(name, values):
    """Unknown one time in five."""
    known = values.map(lambda value: {name: value})
    return st.sampled_from((False, True, True, True, True)).flatmap(lambda yes: known if yes else st.just({}))


def _merged(*parts):
    return st.tuples(*parts).map(lambda dicts: FrozenMap({k: v for one in dicts for k, v in one.items()}))


FACTS = _merged(
    _maybe("co", st.booleans()),
    _maybe("so", st.integers(0, 4)),
    _maybe("diem", st.one_of(TENTHS, st.sampled_from(Marker))),
    _maybe("ty_le", st.integers(0, 10).map(lambda n: Decimal(n) / 10)),
    _maybe("ngay", DAYS),
    _maybe("loai", st.sampled_from(("a", "b", "c"))),
    _maybe("ten", TEXTS),
)
ROW = _merged(
    _maybe("danh_hieu", TEXTS),
    _maybe("ngay", DAYS),
    _maybe("nam", st.integers(2018, 2023)),
    _maybe("chap_nhan", st.booleans()),
    _maybe("trang_thai", st.sampled_from(("huy_bo", "hieu_luc"))),
)
BRIDGE = _merged(_maybe("nam", st.integers(2018, 2023)), _maybe("ly_do", st.sampled_from(("a", "b", "c"))))
LISTS = _merged(
    _maybe("viec", st.lists(ROW, max_size=3).map(tuple)),
    _maybe("gian_doan", st.lists(BRIDGE, max_size=2).map(tuple)),
)


@st.composite
def alone(draw):
    """One person, with nobody around."""
    roster = Roster(
        "r", "x", YEAR, (Subject("doi_tuong", SubjectKind.CA_NHAN, "", None, draw(FACTS), draw(LISTS)),)
    )
    return Case(roster.subjects[0], _World(roster, parameters=PARAMETERS, specs=SPECS))


@st.composite
def around(draw):
    """A collective with members and, perhaps, a unit and that unit's own; decisions on some of them."""
    unit = draw(st.sampled_from((None, "don_vi")))
    upper = draw(st.sampled_from((None, "xa", "huyen")))
    subjects = [Subject("doi_tuong", SubjectKind.TAP_THE, "", unit, draw(FACTS))]
    if unit is not None:
        kind = draw(st.sampled_from((SubjectKind.TAP_THE, SubjectKind.XA)))
        subjects.append(Subject(unit, kind, "", upper, draw(FACTS)))
        if upper is not None:
            kind = SubjectKind.XA if upper == "xa" else SubjectKind.TAP_THE
            subjects.append(Subject(upper, kind, ""))
    members = [f"tv-{index}" for index in range(draw(st.integers(0, 3)))]
    subjects += [Subject(name, SubjectKind.CA_NHAN, "", "doi_tuong", draw(FACTS)) for name in members]
    decisions = [
        Decision(award, subjects[0].id, draw(st.sampled_from(DecisionState)), dt.date(2022, 12, 1))
        for award in ("mot", "hai")
        if draw(st.booleans())
    ]
    roster = Roster("r", "x", YEAR, tuple(subjects), tuple(decisions))
    return Case(subjects[0], _World(roster, parameters=PARAMETERS, specs=SPECS))


class _World(World):
    """A world that knows the scale of these tests."""

    def score(self, scale, case):
        return POLICY.scales[scale].score(case)


def _by_itself(criterion, case):
    try:
        return criterion.check(case).verdict
    except ClashError:
        return None


EASY = settings(deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)


@pytest.mark.parametrize("kind", ALONE, ids=lambda one: one.kind)
def test_each_kind_about_one_subject(kind):
    """
    For any criterion of the kind and any subject, the formula gives the same verdict.
    """

    @given(criterion=ALONE[kind], case=alone())
    @settings(EASY, max_examples=120)
    def same(criterion, case):
        assert _by_itself(criterion, case) == verdict_of(criterion, case, POLICY)

    same()


@pytest.mark.parametrize("kind", AROUND, ids=lambda one: one.kind)
def test_each_kind_about_others(kind):
    """
    The same of a subject with its unit, members and decisions.
    """

    @given(criterion=AROUND[kind], case=around())
    @settings(EASY, max_examples=80)
    def same(criterion, case):
        assert _by_itself(criterion, case) == verdict_of(criterion, case, POLICY)

    same()


@given(criterion=ANY_KIND, case=around())
@settings(EASY, max_examples=100)
def test_criteria_that_are_made_of_others(criterion, case):
    """
    The same of any criterion that is made of several kinds.
    """
    assert _by_itself(criterion, case) == verdict_of(criterion, case, POLICY)


def test_every_kind_is_tried():
    """
    No kind of the table is left out of these tests.
    """
    assert set(WRITERS) == set(ALONE) | set(AROUND)


def test_every_built_in_kind_is_known():
    """
    No criterion that ships is missing from the table but the class of a scale, whose thresholds are not encoded.
    """
    built_in = {one for one in (*CRITERIA, *SCALES) if issubclass(one, Criterion)}

    assert {ClassAtLeast} == built_in - set(WRITERS)


def _one(facts=None, **lists):
    rows = {name: tuple(map(FrozenMap, given)) for name, given in lists.items()}
    subject = Subject("doi_tuong", SubjectKind.CA_NHAN, "", None, FrozenMap(facts or {}), FrozenMap(rows))
    return Case(subject, _World(Roster("r", "x", YEAR, (subject,)), parameters=PARAMETERS, specs=SPECS))


def _both(criterion, case):
    return _by_itself(criterion, case), verdict_of(criterion, case, POLICY)


def test_months_that_are_not_whole():
    """
    Nine months do not reach nine and a half.
    """
    case = _one({"ngay": dt.date(2022, 4, 1)})

    assert (Verdict.UNMET, Verdict.UNMET) == _both(MonthsSince("ngay", ">=", Constant(Decimal("9.5"))), case)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2019, Verdict.UNMET),
        (2020, Verdict.MET),
        (2021, Verdict.UNMET),
        (2024, Verdict.UNMET),
        (None, Verdict.UNKNOWN),
    ],
)
def test_a_year_counted_back(year, expected):
    """
    Two years before the year under review is 2020, and no other year.
    """
    row = {} if year is None else {"nam": year}
    criterion = Exists("viec", (Where("nam", "==", YearsBefore("hai")),))

    assert (expected, expected) == _both(criterion, _one(viec=[row]))


@pytest.mark.parametrize(("years", "expected"), [(2, Verdict.UNKNOWN), (3, Verdict.UNMET)])
def test_years_that_unknown_bridges_may_join(years, expected):
    """
    Where the list of bridges is unknown, years apart may be one run, each year counted once.
    """
    rows = [{"danh_hieu": "a", "nam": year} for year in (2021, 2018, 2018)]
    criterion = ConsecutiveYears("a", Constant(years), "viec", "gian_doan", ("a",))

    assert (expected, expected) == _both(criterion, _one(viec=rows))


def test_a_share_that_an_open_member_may_lower():
    """
    One who may belong to the base lowers the share, so that a half is open.
    """
    members = (
        Subject("tv-1", SubjectKind.CA_NHAN, "", "doi_tuong", FrozenMap({"co": True, "so": 1})),
        Subject("tv-2", SubjectKind.CA_NHAN, "", "doi_tuong", FrozenMap({"co": False})),
    )
    roster = Roster("r", "x", YEAR, (Subject("doi_tuong", SubjectKind.TAP_THE, ""), *members))
    case = Case(roster.subjects[0], _World(roster, parameters=PARAMETERS, specs=SPECS))
    criterion = MemberShare(Is("co"), ">", Constant(Decimal("0.6")), Compare("so", "==", Constant(1)))

    assert (Verdict.UNKNOWN, Verdict.UNKNOWN) == _both(criterion, case)


def test_a_clash_inside_an_exception_that_does_not_apply():
    """
    What an exception says instead is not asked where the exception does not apply, and so cannot clash.
    """
    clash = Unless(
        Settled(Verdict.MET),
        (
            Exempt("m", Settled(Verdict.MET), Settled(Verdict.MET)),
            Exempt("n", Settled(Verdict.MET), Settled(Verdict.UNMET)),
        ),
    )
    criterion = Unless(Settled(Verdict.MET), (Exempt("k", Settled(Verdict.UNMET), clash),))

    assert (Verdict.MET, Verdict.MET) == _both(criterion, _one())
    assert (None, None) == _both(clash, _one())


def test_a_case_outside_its_specifications():
    """
    A subject that its specifications do not allow is an error, not a verdict.
    """
    with pytest.raises(PolicyError, match="its specifications allow"):
        verdict_of(Compare("so", ">", Constant(2)), _one({"so": 9}))
