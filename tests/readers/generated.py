"""Strategies for policies of every kind of criterion, key, quota and item, and for rosters that fit them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

from hypothesis import strategies as st

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
from thidua_rules.citations import Citation, Instrument
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
    YearsBefore,
)
from thidua_rules.facts import Choice, FactSpec, FactType, SubjectKind
from thidua_rules.policies.layers import Dated, Layer, ParameterSpec
from thidua_rules.policies.model import Policy
from thidua_rules.scales import (
    Absence,
    AgainstBest,
    AgainstMean,
    AllOrNothing,
    AwardLevel,
    AwardPoints,
    Band,
    Bands,
    BestOf,
    BySize,
    Cap,
    Ceiling,
    ClassAtLeast,
    CrossMethod,
    Entry,
    Evidence,
    Group,
    Guard,
    Judged,
    Ledger,
    Linear,
    MissingMark,
    Parts,
    PastAwards,
    PeriodAverage,
    PerUnit,
    Sample,
    Scale,
    ScoreClass,
    ScoreReaches,
    SizeClass,
    Stages,
    StandardsReach,
    Steps,
    Threshold,
)
from thidua_rules.subjects import Ballot, Decision, DecisionState, Roster, Subject
from thidua_rules.values import FrozenMap, Marker, Rounding
from thidua_rules.verdicts import Verdict

CITE = Citation("luat", "1")
PERSON, GROUP, HOME = SubjectKind.CA_NHAN, SubjectKind.TAP_THE, SubjectKind.HO_GIA_DINH
DAY = dt.date(2022, 12, 31)
LABELS = {"label_vi": "vi", "label_en": "en"}
AWARDS = ("a1", "a2", "a3")


def _spec(name, kind, **more):
    return FactSpec(id=name, type=kind, **LABELS, **more)


def _choices(*names):
    return tuple(Choice(name, name, name) for name in names)


def _list(name, **fields):
    return _spec(name, FactType.RECORDS, fields=tuple(_spec(key, kind) for key, kind in fields.items()))


FACTS = (
    _spec("tot", FactType.FLAG),
    _spec("dung", FactType.FLAG),
    _spec("so", FactType.INTEGER, minimum=0, maximum=10),
    _spec("hoi", FactType.INTEGER, minimum=3, maximum=5),
    _spec("it", FactType.INTEGER, minimum=0, maximum=3, may_be_unassigned=True),
    _spec("diem", FactType.DECIMAL, minimum=0, maximum=10, may_be_unassigned=True),
    _spec("dau", FactType.DECIMAL, minimum=0, maximum=10),
    _spec("tu_do", FactType.DECIMAL),
    _spec("ngay", FactType.DATE),
    _spec("loai", FactType.CHOICE, choices=_choices("a", "b", "c")),
    _spec("khoi", FactType.CHOICE, choices=_choices("k1", "k2"), may_be_unassigned=True),
    _spec("ghi", FactType.TEXT),
    _list(
        "viec",
        mo=FactType.FLAG,
        ngay=FactType.DATE,
        nam=FactType.INTEGER,
        loai=FactType.TEXT,
        muc=FactType.DECIMAL,
    ),
    _list("thang", diem=FactType.DECIMAL),
    _list("tich_danh_hieu", danh_hieu=FactType.TEXT, nam=FactType.INTEGER, trang_thai=FactType.TEXT),
    _list("nam_gian_doan", nam=FactType.INTEGER, ly_do=FactType.TEXT),
    _list("dang_ky_thi_dua", danh_hieu=FactType.TEXT, ngay=FactType.DATE, chap_nhan=FactType.FLAG),
    _list("de_nghi_khen_thuong", danh_hieu=FactType.TEXT, thanh_tich=FactType.TEXT),
)

PARAMETERS = {
    "nguong": Decimal("4.5"),
    "ty_le": Decimal("0.4"),
    "so_cho": 2,
    "he_so": Decimal("0.3"),
    "he_so_cao": 1,
    "buoc_lam_tron_tien": 10_000,
    "cach_lam_tron_tien": "ceil",
}

DAYS = (
    dt.date(2020, 2, 29),
    dt.date(2022, 1, 1),
    dt.date(2022, 3, 1),
    dt.date(2022, 3, 31),
    dt.date(2022, 12, 31),
)
HALVES = tuple(Decimal(number) / 2 for number in range(21))

VALUES = {
    "tot": (True, True, False),
    "dung": (True, False),
    "so": (0, 1, 2, 3, 7, 10),
    "hoi": (3, 5),
    "it": (0, 1, 3, Marker.NOT_ASSIGNED, Marker.NOT_APPLICABLE),
    "diem": (*HALVES[::3], Marker.NOT_ASSIGNED, Marker.NOT_APPLICABLE),
    "dau": HALVES[::4],
    "tu_do": (Decimal("-3.25"), 0, 5, Decimal("4.5"), 123456),
    "ngay": DAYS,
    "loai": ("a", "b", "c"),
    "khoi": ("k1", "k1", "k2", Marker.NOT_APPLICABLE),
    "ghi": ("x", "ý"),
}

CELLS = {
    "viec": {
        "mo": (True, False),
        "ngay": DAYS,
        "nam": (2020, 2021, 2022),
        "loai": ("x", "y"),
        "muc": (1, Decimal("4.5"), Decimal("7.25")),
    },
    "thang": {"diem": HALVES[::5]},
    "tich_danh_hieu": {
        "danh_hieu": ("a1", "a1", "a2"),
        "nam": (2018, 2019, 2020, 2021, 2021, 2022),
        "trang_thai": ("con", "huy_bo"),
    },
    "nam_gian_doan": {"nam": (2019, 2020, 2021), "ly_do": ("thai_san", "khac")},
    "dang_ky_thi_dua": {"danh_hieu": AWARDS, "ngay": DAYS, "chap_nhan": (True, False)},
    "de_nghi_khen_thuong": {"danh_hieu": AWARDS, "thanh_tich": ("m", "n")},
}

OPS = st.sampled_from((">=", ">", "<=", "<", "==", "!="))
NUMBERS = ("so", "hoi", "it", "diem", "dau", "tu_do")


def _constant():
    return st.sampled_from((0, 1, 3, Decimal("4.5"), Decimal("7.25"), 10)).map(Constant)


def numbers():
    """An operand that is a number."""
    single = st.one_of(_constant(), st.just(Parameter("nguong")), st.sampled_from(NUMBERS).map(Fact))
    return st.one_of(single, st.lists(single, min_size=1, max_size=3).map(lambda terms: Sum(tuple(terms))))


def row_tests():
    """What a row of the list of matters must meet."""
    test = st.one_of(
        st.builds(
            Where,
            st.just("muc"),
            OPS,
            st.one_of(_constant(), st.just(Parameter("nguong")), st.just(Fact("dau"))),
        ),
        st.builds(Where, st.just("nam"), OPS, st.just(YearsBefore("so_cho"))),
        st.builds(Where, st.just("mo"), st.just("=="), st.booleans().map(Constant)),
        st.builds(Where, st.just("ngay"), OPS, st.sampled_from((Constant(DAYS[1]), Fact("ngay")))),
        st.builds(WhereIn, st.just("loai"), st.sampled_from((("x",), ("x", "y"), ()))),
        st.builds(WhereIn, st.just("nam"), st.just((2021, 2022))),
        st.builds(WhereWithin, st.sampled_from(("ngay", "nam")), st.integers(0, 2)),
    )
    return st.lists(test, max_size=2).map(tuple)


def _leaves(awards, scales):
    found = [
        st.builds(Compare, st.sampled_from(NUMBERS), OPS, numbers()),
        st.builds(Compare, st.just("ngay"), OPS, st.sampled_from(DAYS)),
        st.builds(Compare, st.just("ghi"), OPS, st.sampled_from(("x", "ý"))),
        st.builds(Between, st.sampled_from(NUMBERS), numbers(), numbers(), st.booleans(), st.booleans()),
        st.builds(OneOf, st.just("loai"), st.sampled_from((("a",), ("a", "b"), ()))),
        st.builds(OneOf, st.just("khoi"), st.just(("k1",))),
        st.builds(Is, st.sampled_from(("tot", "dung")), st.booleans()),
        st.builds(
            MonthsSince, st.just("ngay"), OPS, st.one_of(st.sampled_from((0, 9, 10, 12)), st.just(Fact("so")))
        ),
        st.builds(Settled, st.sampled_from(Verdict)),
        st.builds(Exists, st.just("viec"), row_tests()),
        st.builds(NoneOf, st.just("viec"), row_tests()),
        st.builds(
            Count, st.just("viec"), OPS, st.one_of(st.integers(0, 2), st.just(Fact("it"))), row_tests()
        ),
        st.builds(
            ConsecutiveYears,
            st.sampled_from(("a1", "a2")),
            st.sampled_from((1, 2, 3)),
            bridged_by=st.sampled_from(((), ("thai_san",))),
        ),
        st.builds(Registered, st.sampled_from((("a1",), ("a1", "a2")))),
        st.builds(MemberOf, st.sampled_from((("khoi",), ("don_vi_0", "khong_co"), ()))),
        st.builds(NotCancelled, st.sampled_from(AWARDS)),
        st.builds(
            Voted,
            st.sampled_from(AWARDS),
            st.sampled_from((Decimal("0.7"), Constant(Decimal("0.34")), Parameter("ty_le"), 1)),
            st.sampled_from(("members", "present")),
            st.sampled_from((None, Decimal("0.8"))),
            st.booleans(),
            st.sampled_from(Verdict),
        ),
    ]
    if awards:
        found.append(st.builds(Earned, st.sampled_from(awards)))
    if scales:
        found.append(st.builds(ScoreReaches, st.just("bang"), OPS, numbers()))
        found.append(st.builds(StandardsReach, st.just("bang"), st.sampled_from((50, Decimal("33.3")))))
        found.append(
            st.builds(ClassAtLeast, st.just("bang"), st.sampled_from((("tot",), ("tot", "kha"), ("kem",))))
        )
    return st.one_of(found)


def criteria(awards=(), scales=(), *, related=True):
    """A criterion of any kind; what it says of other subjects is asked one step away."""

    def wider(inner):
        some = st.lists(inner, max_size=3).map(tuple)
        exempts = st.lists(st.builds(Exempt, st.sampled_from(("e", "f")), inner, inner), max_size=2).map(
            tuple
        )
        shares = st.sampled_from((Decimal("0.5"), Decimal("0.34"), 1))
        options = [
            st.builds(All, some),
            st.builds(Any, some),
            st.builds(Not, inner),
            st.lists(inner, min_size=1, max_size=3).flatmap(
                lambda parts: st.builds(AtLeastOf, st.integers(0, len(parts)), st.just(tuple(parts)))
            ),
            st.builds(Unless, inner, exempts),
        ]
        if related:
            options += [
                st.builds(OfUnit, inner),
                st.builds(MemberShare, inner, OPS, shares, st.one_of(st.none(), inner)),
                st.builds(MemberCount, inner, OPS, st.integers(0, 3), st.one_of(st.none(), inner)),
            ]
        return st.one_of(options)

    return st.recursive(_leaves(awards, scales), wider, max_leaves=5)


def _item(kind, **fields):
    values = {
        name: one if isinstance(one, st.SearchStrategy) else st.just(one) for name, one in fields.items()
    }
    return st.builds(kind, id=st.just("muc"), label_vi=st.just("vi"), label_en=st.just("en"), **values)


def _bands():
    band = st.builds(
        Band,
        start=st.sampled_from((0, 2, 5, Decimal("7.5"))),
        start_included=st.booleans(),
        end=st.sampled_from((None, None, 6, 8)),
        end_included=st.booleans(),
        points=st.sampled_from((0, 2, 5, 10)),
    )
    return st.lists(band, min_size=1, max_size=3).map(tuple)


def _entries():
    entry = st.builds(
        Entry,
        id=st.sampled_from(("e1", "e2", "e3")),
        label_vi=st.just("vi"),
        label_en=st.just("en"),
        fact=st.sampled_from(("so", "it", "tot")),
        effect=st.sampled_from((-2, Decimal("-0.5"), 1, 3)),
        per=st.sampled_from(("case", "once")),
        limit=st.sampled_from((None, 4)),
        exclusive_with=st.sampled_from(((), ("e1",))),
        requires_full_base=st.booleans(),
    )
    return st.lists(entry, max_size=3, unique_by=lambda one: one.id).map(tuple)


def ledgers(inner):
    """A ledger, also for penalties."""
    return _item(
        Ledger,
        maximum=10,
        entries=_entries(),
        start=st.sampled_from((None, 8)),
        max_deduction=st.sampled_from((None, 5)),
        max_bonus=st.sampled_from((None, 3)),
        floored=st.booleans(),
        waived_when=st.one_of(st.none(), inner),
    )


def _native_items(inner, awards):
    rounding = st.one_of(st.none(), st.sampled_from(Rounding))
    found = [
        _item(
            Judged,
            maximum=10,
            fact=st.sampled_from(("diem", "dau")),
            step=st.sampled_from((None, Decimal("0.5"))),
            caps=st.lists(st.builds(Cap, when=inner, maximum=st.sampled_from((3, 5))), max_size=2).map(tuple),
            absence=st.one_of(st.none(), st.sampled_from(Absence)),
        ),
        _item(
            Parts,
            maximum=6,
            facts=st.sampled_from((("tot", "it"), ("it",), ("tot", "dung"))),
            weight=3,
            full_when_not_applicable=st.sampled_from(((), ("it",))),
        ),
        _item(AllOrNothing, maximum=5, when=inner, points=st.sampled_from((None, 4))),
        _item(
            Linear,
            maximum=10,
            fact=st.sampled_from(NUMBERS),
            full_at=st.sampled_from((3, 7, Decimal("2.5"))),
            rounding=rounding,
            step=st.sampled_from((1, Decimal("0.5"))),
        ),
        _item(
            PerUnit,
            maximum=5,
            fact=st.sampled_from(("so", "it")),
            points_per_unit=st.sampled_from((2, Decimal("0.25"))),
        ),
        _item(Sample, maximum=6, fact="it", asked="hoi", size=5, points_per_yes=2),
        _item(
            Bands,
            maximum=10,
            fact=st.sampled_from(NUMBERS),
            bands=_bands(),
            below=st.sampled_from((None, 0, 1)),
            zero_when=st.one_of(st.none(), inner),
        ),
        _item(
            Steps,
            maximum=5,
            fact=st.sampled_from(NUMBERS),
            start=st.sampled_from((1, Decimal("2.5"))),
            start_included=st.booleans(),
            step=st.sampled_from((1, Decimal("0.75"))),
            points_per_step=st.sampled_from((1, Decimal("0.5"))),
        ),
        ledgers(inner),
        _item(
            BySize,
            maximum=9,
            size_fact=st.sampled_from(("so", "it")),
            fact=st.sampled_from(("dau", "diem")),
            starts=(1, 5),
            first_included=st.booleans(),
            classes=st.sampled_from(
                (
                    (SizeClass(id="s", start=0, row=(1, 2)), SizeClass(id="l", start=3, row=(4, 9))),
                    (SizeClass(id="m", start=2, row=(3, 3)),),
                )
            ),
            sign=st.sampled_from((1, -1)),
            requires=st.one_of(st.none(), inner),
        ),
        _item(
            AgainstMean,
            maximum=5,
            fact=st.sampled_from(("diem", "dau")),
            mean=st.sampled_from((Parameter("nguong"), Fact("it"), Fact("so"))),
            reached=st.sampled_from((5, 3)),
            below=st.sampled_from((0, 4, -1)),
        ),
        _item(
            PastAwards,
            maximum=10,
            levels=(AwardLevel(award="a1", points=3), AwardLevel(award="a2", points=7)),
            years=st.sampled_from((None, 2)),
        ),
    ]
    if awards:
        levels = tuple(AwardLevel(award=name, points=2 + i) for i, name in enumerate(awards))
        found.append(_item(AwardPoints, maximum=4, levels=levels, best_only=st.booleans()))
    return found


def _odd_items():
    return [
        _item(AgainstBest, maximum=10, fact="dau", target="diem", stratum=st.sampled_from(("", "loai"))),
        _item(
            PeriodAverage,
            maximum=10,
            records="thang",
            periods=st.sampled_from((2, 3)),
            when_missing=st.sampled_from(MissingMark),
        ),
        _item(
            Stages,
            maximum=10,
            own=Judged(id="tu_cham", **LABELS, maximum=10, fact="dau"),
            cross="thang",
            method=st.sampled_from(CrossMethod),
            limit_percent=20,
            decided="diem",
            reason="ghi",
            appraised="it",
        ),
    ]


def items(awards=(), *, odd=False):
    """A scoring item of any kind."""
    inner = criteria(related=False)
    leaves = _native_items(inner, awards) + (_odd_items() if odd else [])

    def wider(below):
        some = st.lists(below, max_size=3).map(tuple)
        return st.one_of(
            _item(
                Group,
                maximum=20,
                parts=some,
                absence=st.sampled_from(Absence),
                capped=st.booleans(),
                bonus=st.booleans(),
            ),
            _item(Guard, maximum=10, item=below, needs=inner),
            _item(Evidence, maximum=10, item=below, fact=st.sampled_from(("tot", "dung"))),
            _item(BestOf, maximum=10, parts=some),
        )

    return st.recursive(st.one_of(leaves), wider, max_leaves=4)


@st.composite
def scales(draw, awards=(), *, odd=False):
    """A scale of a few groups, with classes."""
    inner = criteria(related=False)
    classes = (
        draw(
            st.builds(
                ScoreClass,
                id=st.just("tot"),
                label_vi=st.just("vi"),
                label_en=st.just("en"),
                start=st.sampled_from((None, 8, 12)),
                start_included=st.booleans(),
                requires=st.lists(inner, max_size=1).map(tuple),
                no_zero_item=st.booleans(),
            )
        ),
        ScoreClass(id="kha", **LABELS, start=4),
        ScoreClass(id="kem", **LABELS, start=None),
    )
    thresholds = (Threshold(when=draw(inner), start=9), Threshold(when=draw(inner), start=6))
    return Scale(
        id="bang",
        **LABELS,
        maximum=30,
        groups=tuple(draw(st.lists(items(awards, odd=odd), min_size=1, max_size=3))),
        penalties=draw(st.one_of(st.none(), ledgers(inner))),
        penalty_max=draw(st.sampled_from((None, 4))),
        minimum_percent=draw(st.sampled_from((None, 30))),
        thresholds=thresholds[: draw(st.integers(0, 2))],
        classes=classes,
        ceilings=tuple(
            draw(
                st.lists(st.builds(Ceiling, when=inner, at_most=st.sampled_from(("kha", "kem"))), max_size=1)
            )
        ),
        rounding=draw(st.one_of(st.none(), st.sampled_from(Rounding))),
        step=draw(st.sampled_from((1, Decimal("0.5")))),
    )


def _key(awards, scored):
    common = {"label_vi": st.just("vi"), "label_en": st.just("en"), "citation": st.just(CITE)}
    ids = st.sampled_from(("x", "y"))
    found = [
        st.builds(ByFact, id=ids, **common, fact=st.sampled_from(NUMBERS), highest_first=st.booleans()),
        st.builds(ByCriterion, id=ids, **common, criterion=criteria(awards)),
        st.builds(ByCount, id=ids, **common, records=st.just("viec"), where=row_tests()),
        st.builds(ByBallot, id=ids, **common),
    ]
    if scored:
        found.append(st.builds(ByScore, id=ids, **common, scale=st.just("bang")))
    return st.one_of(found)


@st.composite
def quotas(draw, awards):
    """A quota by rate or by number, over everybody or by group."""
    by_rate = draw(st.booleans())
    return Quota(
        rate="ty_le" if by_rate else "so_cho",
        rounding="lam_tron",
        base=draw(criteria(awards)) if by_rate else None,
        base_kinds=draw(st.sampled_from(((PERSON,), (PERSON, GROUP)))) if by_rate else (),
        group=draw(st.sampled_from(("", "unit", "khoi", "so"))),
        recipients=draw(st.sampled_from(((), (PERSON,)))),
        **LABELS,
        citation=CITE,
    )


@st.composite
def awards(draw, name, earlier, kinds, scored):
    """An award that may depend on the earlier ones."""
    rules = criteria(earlier, ("bang",) if scored else ())
    clauses = [
        Clause(f"c{i}", CITE, "vi", "en", draw(rules), recipients=draw(st.sampled_from(((), (), (PERSON,)))))
        for i in range(draw(st.integers(0, 3)))
    ]
    holds = [
        Clause(f"h{i}", CITE, "vi", "en", draw(criteria(earlier))) for i in range(draw(st.integers(0, 1)))
    ]
    covered = earlier and draw(st.booleans())
    ranked = draw(st.booleans())
    return Award(
        id=name,
        title_vi=name,
        title_en=name,
        form=Form.DANH_HIEU,
        recipients=kinds,
        authority=Authority.CHU_TICH_UBND_XA,
        citations=(CITE,),
        scope=draw(st.one_of(st.none(), rules)),
        eligibility=tuple(clauses),
        holds=tuple(holds),
        ranking=tuple(draw(st.lists(_key(earlier, scored), max_size=3))) if ranked else (),
        quotas=(draw(quotas(earlier)),) if draw(st.booleans()) else (),
        coverage=Coverage(by=earlier, citation=CITE, **LABELS) if covered else None,
        bonus=Bonus(
            multiples=(
                Multiple(subject_kind=PERSON, parameter=draw(st.sampled_from(("he_so", "he_so_cao")))),
            ),
            group=draw(st.sampled_from(("", "nhom"))),
            achievement=draw(st.sampled_from(("", "mot_thanh_tich"))),
            citation=CITE,
        ),
    )


@st.composite
def policies(draw, *, odd=False):
    """A policy of three awards, each of which may depend on those before it, and a scale where one is asked for."""
    scored = draw(st.booleans())
    rounding = draw(st.sampled_from(Rounding))
    parameters = [_parameter(name, Dated(value=value)) for name, value in PARAMETERS.items()]
    parameters.append(_parameter("lam_tron", Dated(value=rounding.value)))
    once = draw(st.sampled_from(("cao_nhat", "cao_nhat", "ca_hai")))
    parameters.append(_parameter("mot_thanh_tich", Dated(value=once)))
    parameters.append(
        _parameter(
            "luong_co_so",
            Dated(value=1_490_000, valid_to=dt.date(2022, 6, 30)),
            Dated(value=1_800_000, valid_from=dt.date(2022, 7, 1)),
        )
    )
    found = (
        draw(awards("a1", (), (PERSON,), scored)),
        draw(awards("a2", ("a1",), (PERSON, GROUP), scored)),
        draw(awards("a3", ("a1", "a2"), (GROUP, PERSON), scored)),
    )
    layer = Layer(
        id="luat",
        title_vi="vi",
        title_en="en",
        level="luat",
        instruments=(Instrument("luat", "vi", "en"),),
        facts=FACTS,
        parameters=tuple(parameters),
        scales=(draw(scales((), odd=odd)),) if scored else (),
        awards=found,
    )
    return Policy(id="sinh", title_vi="vi", title_en="en", layers=(layer,))


def _parameter(name, *values):
    return ParameterSpec(id=name, label_vi=name, label_en=name, values=values, citation=CITE)


@st.composite
def subjects(draw, name, kind, unit):
    """A subject any of whose facts, lists and cells may be missing."""
    full = draw(st.booleans())
    facts = {}
    for fact, values in VALUES.items():
        if draw(st.integers(0, 9)) >= (1 if full else 4):
            facts[fact] = draw(st.sampled_from(values))
    lists = {}
    for record, cells in CELLS.items():
        if draw(st.integers(0, 9)) >= 2:
            rows = draw(st.integers(0, 3))
            lists[record] = tuple(FrozenMap(draw(_row(cells))) for _ in range(rows))
    return Subject(name, kind, name, unit, FrozenMap(facts), FrozenMap(lists))


@st.composite
def _row(draw, cells):
    return {
        name: draw(st.sampled_from(values)) for name, values in cells.items() if draw(st.integers(0, 9)) >= 1
    }


@st.composite
def _ballot(draw, award, subject):
    """A ballot, now and then of nobody, with opinions in writing."""
    members = draw(st.sampled_from((0, 7, 9)))
    present = members - draw(st.integers(0, min(members, 3)))
    approvals = draw(st.integers(present // 2, present))
    written = draw(st.integers(0, members - present))
    secret = draw(st.sampled_from((True, True, False, None)))
    return Ballot(
        award, subject, draw(st.sampled_from(DAYS[-2:])), members, present, approvals, written, secret
    )


@st.composite
def rosters(draw, name="r"):
    """A commune of a few people in two units of one cluster, with decisions and ballots."""
    people = [
        draw(subjects(f"p{i}", PERSON, draw(st.sampled_from(("don_vi_0", "don_vi_0", "don_vi_1", None)))))
        for i in range(draw(st.integers(1, 6)))
    ]
    units = [draw(subjects(f"don_vi_{i}", GROUP, draw(st.sampled_from(("khoi", None))))) for i in range(2)]
    cluster = draw(subjects("khoi", GROUP, None))
    homes = [draw(subjects("ho", HOME, "don_vi_0"))]
    everybody = (cluster, *units, *people, *homes)
    decisions = [
        Decision(award, one.id, draw(st.sampled_from(DecisionState)), draw(st.sampled_from(DAYS)), str(i))
        for one in everybody
        for i, award in enumerate(AWARDS)
        if draw(st.integers(0, 9)) == 0
    ]
    ballots = [
        draw(_ballot(award, one.id))
        for one in everybody
        for award in AWARDS[:2]
        if draw(st.integers(0, 5)) == 0
        for _ in range(draw(st.integers(1, 2)))
    ]
    return Roster(name, "Xã", 2022, everybody, tuple(decisions), tuple(ballots))


class Country:
    """One or two communes and the rules for them; too long to be shown."""

    def __init__(self, policy, rosters):
        self.policy, self.rosters = policy, rosters

    def __repr__(self):
        return f"Country({self.policy.id!r}, {len(self.rosters)} communes)"


@st.composite
def countries(draw, *, odd=False):
    """A policy, and one or two communes."""
    rules = draw(policies(odd=odd))
    return Country(rules, [draw(rosters(f"r{i}")) for i in range(draw(st.integers(1, 2)))])
