"""
Criteria of every kind, and rosters with holes in them, for the laws.

One small universe serves them all: subject ``a`` is judged; it belongs to ``u``, which belongs to ``v``, and has
members of its own. A *hole* is something that nobody has given: a fact, a list, a column of a row, a unit, the
members, or what was decided on a title. Holes are named as findings name what is missing.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from decimal import Decimal

import attrs
from hypothesis import strategies as st

from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.criteria import (
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
    Sum,
    Unless,
    Voted,
    Where,
    WhereIn,
    WhereWithin,
)
from thidua_rules.errors import ClashError
from thidua_rules.evaluation.world import EvaluationWorld
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.findings import Missing
from thidua_rules.policies.layers import Dated, Layer, ParameterSpec
from thidua_rules.policies.model import Policy
from thidua_rules.scales import ClassAtLeast, Group, Judged, Scale, ScoreClass, ScoreReaches, StandardsReach
from thidua_rules.serialization import whole_vocabulary
from thidua_rules.subjects import Decision, DecisionState, Roster, Subject
from thidua_rules.values import FrozenMap, Marker
from thidua_rules.verdicts import Verdict

DAY = dt.date(2022, 12, 31)
CITE = Citation("luat", "1")
OPS = (">=", ">", "<=", "<", "==", "!=")

VALUES = {
    "co": (True, False),
    "khong": (True, False),
    "nua": (True, False),
    "so": (0, 1, 2, Decimal("1.5")),
    "so_khac": (0, 1, 2),
    "diem": (0, 1, 2),
    "diem_khac": (0, 1, 2),
    "ngay": (dt.date(2022, 1, 1), dt.date(2022, 3, 1), dt.date(2022, 12, 31), dt.date(2020, 2, 29)),
    "loai": ("kem", "kha", "tot"),
}
"""Every fact, and the values that it may have."""

COLUMNS = {
    "su_kien": {
        "ngay": (dt.date(2022, 5, 1), dt.date(2021, 12, 31), dt.date(2023, 1, 1)),
        "nam": (2020, 2021, 2022),
        "muc": ("a", "b"),
        "so": (0, 1, 2),
    },
    "dang_ky_thi_dua": {
        "danh_hieu": ("x", "y"),
        "ngay": (dt.date(2022, 2, 1), dt.date(2021, 2, 1)),
        "chap_nhan": (True, False),
    },
    "tich_danh_hieu": {"danh_hieu": ("x", "y"), "nam": (2019, 2020, 2021)},
    "nam_gian_doan": {"nam": (2019, 2020, 2021), "ly_do": ("thai_san", "khac")},
}
"""Every list, and its columns with the values that they may have."""

AWARDS, UNITS = ("x", "y"), ("u", "v", "w")


def _judged(name: str) -> Judged:
    return Judged(id=f"muc_{name}", label_vi=name, label_en=name, maximum=2, fact=name)


def _group(name: str) -> Group:
    return Group(id=f"nhom_{name}", label_vi=name, label_en=name, maximum=2, parts=(_judged(name),))


SCALE = Scale(
    id="bang",
    label_vi="bảng",
    label_en="table",
    maximum=4,
    groups=(_group("diem"), _group("diem_khac")),
    classes=(
        ScoreClass(id="tot", label_vi="tốt", label_en="good", start=3),
        ScoreClass(id="con_lai", label_vi="còn lại", label_en="other", start=None),
    ),
    citation=CITE,
)

POLICY = Policy(
    id="luat_choi",
    title_vi="Luật chơi",
    title_en="rules of the game",
    layers=(
        Layer(
            id="luat",
            title_vi="Luật",
            title_en="law",
            level="luat",
            instruments=(Instrument("luat", "Luật", "law"),),
            facts=tuple(
                FactSpec(id=name, type=FactType.DECIMAL, label_vi=name, label_en=name, minimum=0, maximum=2)
                for name in ("so", "so_khac", "diem", "diem_khac")
            ),
            parameters=(
                ParameterSpec(
                    id="cach_hieu",
                    label_vi="cách hiểu",
                    label_en="reading",
                    values=(Dated(value="rong"),),
                    citation=CITE,
                ),
                ParameterSpec(
                    id="nguong", label_vi="ngưỡng", label_en="limit", values=(Dated(value=1),), citation=CITE
                ),
            ),
            scales=(SCALE,),
        ),
    ),
)


def unit_of_world(roster: Roster) -> Case:
    """The case of ``a`` in *roster*, in a world that knows the scale, the parameter and the decisions."""
    return EvaluationWorld(POLICY, roster, DAY).case(roster.subject("a"))


# Rosters: drawn from a seed, since thousands of them are needed and each holds hundreds of values


def rows(pick, name, *, holes=True):
    """The rows of one list; in every second one a column may be missing."""
    found = []
    for _ in range(pick.randint(0, 2)):
        row = {column: pick.choice(values) for column, values in COLUMNS[name].items()}
        if holes and pick.random() < 0.5:
            del row[pick.choice(sorted(row))]
        found.append(FrozenMap(row))
    return tuple(found)


def _subject(pick, name, kind, unit, *, markers):
    facts = {}
    for fact, values in VALUES.items():
        chance = pick.random()
        if chance < 0.65:
            facts[fact] = pick.choice(values)
        elif markers and chance < 0.75:
            facts[fact] = pick.choice(list(Marker))
    records = {name: rows(pick, name) for name in COLUMNS if pick.random() < 0.7}
    return Subject(name, kind, name, unit, FrozenMap(facts), FrozenMap(records))


def _roster(seed, *, markers):
    pick = random.Random(seed)  # noqa: S311
    found = [_subject(pick, "a", SubjectKind.TAP_THE, pick.choice((None, *UNITS)), markers=markers)]
    names = [f"m{i}" for i in range(pick.randint(0, 3))]
    found += [_subject(pick, name, SubjectKind.CA_NHAN, "a", markers=markers) for name in names]
    found.append(_subject(pick, "u", SubjectKind.TAP_THE, "v", markers=markers))
    found += [Subject("v", SubjectKind.XA, "v"), Subject("w", SubjectKind.TAP_THE, "w", "v")]
    decisions = [
        Decision(award, one.id, pick.choice(list(DecisionState)), DAY)
        for one in found
        for award in AWARDS
        if pick.random() < 0.3
    ]
    return Roster("r", "xã", 2022, tuple(found), tuple(decisions))


seeds = st.integers(0, 2**32)


def rosters(*, markers=False):
    """The small universe with holes: ``a`` and its members, in ``u`` in ``v``, some titles decided on."""
    return seeds.map(lambda seed: _roster(seed, markers=markers))


def holes(roster: Roster) -> list[Missing]:
    """Everything that nobody has given in *roster*."""
    found = []
    decided = {(one.subject, one.award) for one in roster.decisions}
    for one in roster.subjects:
        names = [name for name in VALUES if name not in one.facts]
        names += [name for name in COLUMNS if name not in one.records]
        for name, listed in one.records.items():
            for index, row in enumerate(listed):
                names += [f"{name}[{index}].{column}" for column in COLUMNS[name] if column not in row]
        names += [f"danh_hieu:{award}" for award in AWARDS if (one.id, award) not in decided]
        names += ["unit"] if one.unit is None else []
        names += [] if roster.members(one.id) else ["thanh_vien"]
        found += [Missing(one.id, name) for name in names]
    return found


_CELL = re.compile(r"(\w+)\[(\d+)\]\.(\w+)")


def filled(roster, wanted, seed, *, complete=False):
    """*roster* with each hole of *wanted* given some value; in *complete* lists no column is left out."""
    pick = random.Random(seed)  # noqa: S311
    for hole in sorted(wanted):
        roster = _filled(pick, roster, hole, complete=complete)
    return roster


def _filled(pick, roster, hole, *, complete):
    one, name = roster.subject(hole.subject), hole.fact
    if name == "thanh_vien":
        member = Subject(f"{one.id}_0", SubjectKind.CA_NHAN, "0", one.id)
        if complete:
            facts = {fact: pick.choice(values) for fact, values in VALUES.items()}
            lists = {key: rows(pick, key, holes=False) for key in COLUMNS}
            member = attrs.evolve(member, facts=FrozenMap(facts), records=FrozenMap(lists))
        return attrs.evolve(roster, subjects=(*roster.subjects, member))
    if name.startswith("danh_hieu:"):
        state = pick.choice((DecisionState.HIEU_LUC, DecisionState.TU_CHOI))
        decision = Decision(name.removeprefix("danh_hieu:"), one.id, state, DAY)
        return attrs.evolve(roster, decisions=(*roster.decisions, decision))
    if name == "unit" and one.id != "a":
        above = Subject(f"{one.id}_tren", SubjectKind.XA, "trên")
        roster = attrs.evolve(roster, subjects=(*roster.subjects, above))
        return roster.with_subject(attrs.evolve(one, unit=above.id))
    return roster.with_subject(_filled_subject(pick, one, name, complete=complete))


def _filled_subject(pick, one, name, *, complete):
    if name == "unit":
        return attrs.evolve(one, unit=pick.choice(UNITS))
    if name in COLUMNS:
        listed = {**one.records, name: rows(pick, name, holes=not complete)}
        return attrs.evolve(one, records=FrozenMap(listed))
    cell = _CELL.fullmatch(name)
    if cell is None:
        return attrs.evolve(one, facts=FrozenMap({**one.facts, name: pick.choice(VALUES[name])}))
    records, index, column = cell[1], int(cell[2]), cell[3]
    changed = list(one.records[records])
    changed[index] = FrozenMap({**changed[index], column: pick.choice(COLUMNS[records][column])})
    return attrs.evolve(one, records=FrozenMap({**one.records, records: tuple(changed)}))


# Criteria

numbers = st.sampled_from((0, 1, 2, Decimal("0.5"))).map(Constant)
terms = st.one_of(numbers, st.just(Parameter("nguong")), st.sampled_from(("so", "so_khac")).map(Fact))
operands = st.one_of(terms, st.lists(terms, min_size=1, max_size=2).map(lambda parts: Sum(tuple(parts))))
ops = st.sampled_from(OPS)
row_tests = st.lists(
    st.one_of(
        st.builds(Where, st.just("so"), ops, operands),
        st.builds(WhereIn, st.just("muc"), st.sampled_from((("a",), ("b",), ("a", "b")))),
        st.builds(WhereWithin, st.sampled_from(("ngay", "nam")), st.integers(0, 1)),
    ),
    max_size=2,
).map(tuple)
awards = st.sampled_from(AWARDS)
groups = st.sampled_from((("u",), ("v",), ("w", "u")))

LEAVES = {
    "settled": st.sampled_from(Verdict).map(Settled),
    "chosen": st.builds(Chosen, st.just("cach_hieu"), st.sampled_from((("rong",), ("hep", "khac"), ()))),
    "compare": st.builds(Compare, st.sampled_from(("so", "so_khac")), ops, operands),
    "between": st.builds(Between, st.just("so"), operands, operands, st.booleans(), st.booleans()),
    "one-of": st.builds(OneOf, st.just("loai"), st.sampled_from((("tot",), ("tot", "kha"), ()))),
    "is": st.builds(Is, st.sampled_from(("co", "khong", "nua")), st.booleans()),
    "months-since": st.builds(
        MonthsSince, st.just("ngay"), ops, st.one_of(st.just(Constant(10)), st.just(Fact("so")))
    ),
    "exists": st.builds(Exists, st.just("su_kien"), row_tests),
    "none-of": st.builds(NoneOf, st.just("su_kien"), row_tests),
    "count": st.builds(Count, st.just("su_kien"), ops, operands, row_tests),
    "consecutive-years": st.builds(
        ConsecutiveYears, awards, operands, bridged_by=st.sampled_from(((), ("thai_san",)))
    ),
    "earned": st.builds(Earned, awards),
    "member-of": st.builds(MemberOf, groups),
    "not-cancelled": st.builds(NotCancelled, awards),
    "voted": st.builds(
        Voted,
        awards,
        numbers,
        st.sampled_from(("members", "present")),
        st.one_of(st.none(), operands),
        st.booleans(),
        st.sampled_from((Verdict.MET, Verdict.UNMET)),
        st.booleans(),
    ),
    "registered": st.builds(Registered, st.sampled_from((("x",), ("x", "y")))),
    "score-reaches": st.builds(ScoreReaches, st.just("bang"), ops, operands),
    "standards-reach": st.builds(StandardsReach, st.just("bang"), st.sampled_from((50, 100, Fact("so")))),
    "class-at-least": st.builds(ClassAtLeast, st.just("bang"), st.sampled_from((("tot",), ("con_lai",)))),
}
"""A strategy for each kind that has no part."""


def _tuples(inner, least=0):
    return st.lists(inner, min_size=least, max_size=3).map(tuple)


@st.composite
def _at_least_of(draw, inner):
    parts = draw(_tuples(inner))
    return AtLeastOf(draw(st.integers(0, len(parts))), parts)


@st.composite
def _unless(draw, inner, most=2):
    pairs = draw(st.lists(st.tuples(inner, inner), max_size=most))
    exempts = tuple(Exempt(f"e{i}", when, then) for i, (when, then) in enumerate(pairs))
    return Unless(draw(inner), exempts)


NODES = {
    "all": lambda inner: _tuples(inner).map(All),
    "any": lambda inner: _tuples(inner).map(Any),
    "not": lambda inner: inner.map(Not),
    "at-least-of": _at_least_of,
    "unless": _unless,
    "clause": lambda inner: st.builds(
        lambda name, one: Clause(name, CITE, name, name, one, standing=Standing.ASSUMED),
        st.sampled_from(("k1", "k2")),
        inner,
    ),
    "of-unit": lambda inner: inner.map(OfUnit),
    "member-share": lambda inner: st.builds(MemberShare, inner, ops, operands, st.none() | inner),
    "member-count": lambda inner: st.builds(MemberCount, inner, ops, operands, st.none() | inner),
}
"""A strategy for each kind that has parts, from one for the parts."""

KINDS = tuple(sorted(name for name, one in whole_vocabulary().kinds.items() if issubclass(one, Criterion)))
"""Every kind of criterion that ships."""


def criteria(leaves=tuple(LEAVES), nodes=tuple(NODES), max_leaves=5):
    """Trees of these kinds."""
    leaf = st.one_of([LEAVES[name] for name in leaves])
    return st.recursive(
        leaf, lambda inner: st.one_of([NODES[name](inner) for name in nodes]), max_leaves=max_leaves
    )


def of_kind(kind):
    """Criteria of one kind, whose parts are of any kind."""
    return LEAVES[kind] if kind in LEAVES else NODES[kind](criteria(max_leaves=2))


def answer(ask):
    """What *ask* gives, or ``clash`` where two exceptions contradict each other."""
    try:
        return ask()
    except ClashError:
        return "clash"
