"""
What a scale promises, whatever its items and facts are.

Points lie between floor and ceiling; more of a good fact never lowers them; order changes nothing; scaling the maxima scales
the points; points are exact; and missing facts give bounds that contain every completion, naming no fact that cannot matter.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.scales.cases import (
    NOT_APPLICABLE,
    NOT_ASSIGNED,
    case,
    group,
    judged,
    labelled,
    names,
    number,
    scale,
    unit,
)
from thidua_rules.criteria import Compare, Constant, Is
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.scales import (
    Absence,
    AgainstBest,
    AgainstMean,
    AllOrNothing,
    Band,
    Bands,
    BestOf,
    BySize,
    Cap,
    Ceiling,
    CrossMethod,
    Entry,
    Guard,
    Judged,
    Ledger,
    Linear,
    Parts,
    PerUnit,
    ScoreClass,
    SizeClass,
    Stages,
    Steps,
    Threshold,
)
from thidua_rules.values import Rounding

NUMBERS = tuple(f"so_{n}" for n in range(4))
FLAGS = ("co_a", "co_b")
MARKS = (NOT_ASSIGNED, NOT_APPLICABLE)
FIGURES = tuple(range(6))
SPECS = (
    *(number(name, 5, unassigned=True) for name in NUMBERS),
    *(FactSpec(id=name, type=FactType.FLAG, label_vi=name, label_en=name) for name in FLAGS),
)
WANTED = {**dict.fromkeys(NUMBERS, (*FIGURES, *MARKS)), **dict.fromkeys(FLAGS, (True, False))}
fact = st.sampled_from(NUMBERS)
flag = st.sampled_from(FLAGS)
small = st.integers(1, 5)


@st.composite
def judged_items(draw):
    """
    A judged item with room for every figure, perhaps with a cap.
    """
    caps = draw(
        st.lists(
            st.builds(lambda name, most: Cap(when=Is(name), maximum=most), flag, st.integers(0, 5)),
            max_size=2,
        )
    )
    own = draw(st.sampled_from((None, None, *Absence)))
    return labelled(Judged, maximum=5, fact=draw(fact), caps=tuple(caps), absence=own)


@st.composite
def banded(draw):
    """
    Bands, rising or not, perhaps with ends that leave holes or overlap, and perhaps silent below.
    """
    starts = sorted(draw(st.sets(st.integers(0, 5), min_size=1, max_size=3)))
    made = tuple(
        Band(
            start=start, points=draw(st.integers(0, 6)), start_included=draw(st.booleans()),
            end=draw(st.none() | st.integers(start, 6)), end_included=draw(st.booleans()),
        )
        for start in starts
    )  # fmt: skip
    below = draw(st.none() | st.integers(0, 2))
    zero = draw(st.none() | st.builds(Is, flag))
    return labelled(Bands, maximum=5, fact=draw(fact), bands=made, below=below, zero_when=zero)


@st.composite
def ledgers(draw):
    """
    A ledger with deductions and bonuses, limits, rivals, a waiver, carried or not.
    """
    entries = tuple(
        labelled(
            Entry,
            f"e{n}",
            fact=draw(fact),
            effect=draw(st.sampled_from((-3, -1, Decimal("-0.5"), 1, 2))),
            per=draw(st.sampled_from(("case", "once"))),
            limit=draw(st.none() | st.integers(0, 3)),
            exclusive_with=draw(st.sampled_from(((), ("e0",), ("e1",)))),
            requires_full_base=draw(st.booleans()),
        )
        for n in range(draw(st.integers(1, 3)))
    )
    return labelled(
        Ledger,
        maximum=draw(small),
        entries=entries,
        max_deduction=draw(st.none() | st.integers(0, 4)),
        max_bonus=draw(st.none() | st.integers(0, 4)),
        floored=draw(st.booleans()),
        waived_when=draw(st.none() | st.builds(Is, flag)),
    )


@st.composite
def tables_by_size(draw):
    """
    A two-way table of bonuses or deductions.
    """
    rows = tuple(
        SizeClass(
            id=str(start), start=start, row=tuple(draw(st.lists(st.integers(0, 3), min_size=2, max_size=2)))
        )
        for start in draw(st.sampled_from(((0,), (0, 3), (2, 4))))
    )
    return labelled(
        BySize, maximum=draw(st.integers(0, 3)), size_fact=draw(fact), fact=draw(fact), starts=(1, 3), classes=rows,
        sign=draw(st.sampled_from((1, -1))), requires=draw(st.none() | st.builds(Is, flag)),
        first_included=draw(st.booleans()),
    )  # fmt: skip


def _plain():
    mean = st.builds(
        lambda name, end, good, bad: labelled(
            AgainstMean, maximum=max(good, bad, 1), fact=name, mean=Constant(end), reached=good, below=bad
        ),
        fact, st.integers(0, 5), st.integers(-1, 3), st.integers(-1, 3),
    )  # fmt: skip
    return st.one_of(
        judged_items(),
        banded(),
        ledgers(),
        tables_by_size(),
        mean,
        st.builds(lambda name, end: labelled(AllOrNothing, maximum=3, when=Compare(name, ">=", Constant(end))), fact, small),
        st.builds(
            lambda name, end, way: labelled(Linear, maximum=4, fact=name, full_at=end, rounding=way),
            fact, small, st.sampled_from((None, *Rounding)),
        ),
        st.builds(lambda name, per: labelled(PerUnit, maximum=4, fact=name, points_per_unit=per), fact, small),
        st.builds(
            lambda name, start: labelled(Steps, maximum=2, fact=name, start=start, step=2, points_per_step=1), fact, small
        ),
        st.builds(
            lambda one, other, full: labelled(
                Parts, maximum=10, facts=(one, other), weight=5, full_when_not_applicable=(one,) if full else ()
            ),
            fact, fact, st.booleans(),
        ),
    )  # fmt: skip


def items():
    """
    Items of every own-fact shape, alone, behind a precondition, as alternatives or in groups that treat absence their way.
    """
    return st.recursive(
        _plain(),
        lambda inner: st.one_of(
            st.builds(
                lambda one, name: labelled(Guard, maximum=one.maximum, item=one, needs=Is(name)), inner, flag
            ),
            st.builds(
                lambda parts: labelled(BestOf, maximum=max(one.maximum for one in parts), parts=tuple(parts)),
                st.lists(inner, min_size=1, max_size=3),
            ),
            st.builds(
                lambda parts, way: group(*parts, absence=way),
                st.lists(inner, min_size=1, max_size=3),
                st.sampled_from(Absence),
            ),
        ),
        max_leaves=4,
    )


def facts(*, marks=True, missing=True):
    """
    What is known of a subject: figures, flags, perhaps marks, and perhaps not everything.
    """
    figures = st.sampled_from((*FIGURES, *(MARKS if marks else ())))
    gaps = st.none() if missing else st.nothing()
    return st.fixed_dictionaries(
        {**dict.fromkeys(NUMBERS, gaps | figures), **dict.fromkeys(FLAGS, gaps | st.booleans())}
    )


def completed(known):
    """
    *known* with every missing fact given some value that its specification allows.
    """
    return st.fixed_dictionaries(
        {
            name: st.just(value) if value is not None else st.sampled_from(WANTED[name])
            for name, value in known.items()
        }
    )


def score(item, known):
    """The points of a subject of whom so much is known."""
    return item.score(case(specs=SPECS, **known))


@given(items(), st.data())
@settings(max_examples=150)
def test_bounds_contain_every_completion(item, data):
    """
    Whatever the missing facts turn out to be, the points stay within the bounds given before.
    """
    known = data.draw(facts())
    before, after = score(item, known), score(item, data.draw(completed(known)))

    assert before.low <= after.low <= after.high <= before.high


@given(items(), st.data())
@settings(max_examples=400)
def test_only_named_facts_matter(item, data):
    """
    A missing fact that is not named changes nothing, whatever it and the others turn out to be.
    """
    known = data.draw(facts())
    wanted = names(score(item, known).open_facts())
    one = data.draw(completed(known))
    other = one | {name: value for name, value in data.draw(completed(known)).items() if name not in wanted}
    first, second = score(item, one), score(item, other)

    assert (first.low, first.high) == (second.low, second.high)


@given(items(), facts(missing=False))
@settings(max_examples=200)
def test_nothing_is_missing_where_all_is_known(item, known):
    """
    A subject of whom everything is known is told of no missing fact.
    """
    assert () == score(item, known).open_facts()


ASSIGNED = tuple(attrs.evolve(spec, may_be_unassigned=False) for spec in SPECS)


@given(items(), facts(marks=False))
@settings(max_examples=250)
def test_floor_and_ceiling(item, known):
    """
    Points never leave what the rules can reach where everything is assigned.
    """
    found = item.score(case(specs=ASSIGNED, **known))

    assert item.floor <= found.low
    assert item.ceiling is None or found.high <= item.ceiling


@given(items(), facts())
@settings(max_examples=150)
def test_exact(item, known):
    """
    Points are exact: whole numbers, decimals or fractions, never binary floats.
    """
    assert {True} == {
        type(end) in {int, Decimal, Fraction}
        for one in score(item, known).walk()
        for end in (one.low, one.high)
    }


@given(
    st.lists(items(), min_size=1, max_size=4),
    st.sampled_from(Absence),
    facts(),
    st.randoms(use_true_random=False),
)
@settings(max_examples=150)
def test_order_of_items(parts, way, known, random):
    """
    The order of items changes neither points nor the facts named as missing.
    """
    shuffled = list(parts)
    random.shuffle(shuffled)
    one, other = (score(group(*made, absence=way), known) for made in (parts, shuffled))

    assert (one.low, one.high, one.state, one.open_facts()) == (
        other.low,
        other.high,
        other.state,
        other.open_facts(),
    )


@given(ledgers(), facts())
@settings(max_examples=150)
def test_order_of_entries(item, known):
    """
    The order of a ledger's entries changes nothing.
    """
    one, other = score(item, known), score(attrs.evolve(item, entries=item.entries[::-1]), known)

    assert (one.low, one.high, one.open_facts()) == (other.low, other.high, other.open_facts())
    assert item.ceiling == attrs.evolve(item, entries=item.entries[::-1]).ceiling


@given(banded(), facts())
@settings(max_examples=120)
def test_order_of_bands(item, known):
    """
    The order of bands changes nothing.
    """
    one, other = score(item, known), score(attrs.evolve(item, bands=item.bands[::-1]), known)

    assert (one.low, one.high, one.state) == (other.low, other.high, other.state)


GOOD = st.one_of(
    st.builds(lambda end: labelled(Linear, maximum=4, fact="so_0", full_at=end), small),
    st.builds(lambda per: labelled(PerUnit, maximum=4, fact="so_0", points_per_unit=per), small),
    st.builds(lambda end: labelled(AllOrNothing, maximum=4, when=Compare("so_0", ">=", Constant(end))), small),
    st.builds(lambda start: labelled(Steps, maximum=2, fact="so_0", start=start, step=2, points_per_step=1), small),
    st.builds(
        lambda points: labelled(
            Bands, maximum=6, fact="so_0", below=0,
            bands=tuple(Band(start=n, points=p) for n, p in enumerate(sorted(points), start=1)),
        ),
        st.lists(st.integers(0, 6), min_size=1, max_size=4),
    ),
    st.builds(
        lambda limit, full: labelled(
            Ledger, maximum=3, max_bonus=limit,
            entries=(labelled(Entry, "e", fact="so_0", effect=1, requires_full_base=full),
                     labelled(Entry, "f", fact="so_1", effect=-1)),
        ),
        st.none() | small, st.booleans(),
    ),
    st.just(labelled(AgainstMean, maximum=2, fact="so_0", mean=Constant(3), reached=2)),
    st.just(labelled(AgainstBest, maximum=2, fact="so_0", target="so_1")),
    st.just(judged("so_0", 5, caps=(Cap(when=Is("co_a"), maximum=3),))),
)  # fmt: skip


@given(st.lists(GOOD, min_size=1, max_size=4), facts(marks=False), small, small)
@settings(max_examples=200)
def test_more_of_a_good_fact(parts, known, less, more):
    """
    More of a good fact never lowers the subject's own points, also beside a peer.
    """
    low, high = sorted((less, more))
    peer = unit("b", so_0=4, so_1=2)
    item = group(*parts)
    one, other = (item.score(case(peer, specs=SPECS, **(known | {"so_0": figure}))) for figure in (low, high))

    assert one.low <= other.low
    assert one.high <= other.high


@given(st.integers(1, 4), st.lists(st.integers(0, 5), min_size=2, max_size=5))
def test_best_of_the_cluster(target, figures):
    """
    Equal facts give equal points, more never gives less, and somebody who passes the target has the maximum.
    """
    item = labelled(AgainstBest, maximum=10, fact="so_0", target="so_1")
    units = [unit(f"u{n}", so_0=figure, so_1=target) for n, figure in enumerate(figures)]
    points = [
        item.score(case(*units[:n], *units[n + 1 :], so_0=figure, so_1=target)).low
        for n, figure in enumerate(figures)
    ]

    ranked = sorted(zip(figures, points, strict=True))
    assert [one for _, one in ranked] == sorted(points)
    assert len(set(figures)) >= len(set(points))
    assert (10 in points) is any(figure > target for figure in figures)


@given(
    st.lists(
        st.tuples(st.none() | st.integers(0, 5), st.none() | st.integers(1, 4) | st.just(NOT_ASSIGNED)),
        max_size=3,
    ),
    st.data(),
)
@settings(max_examples=120)
def test_bounds_of_the_cluster(peers, data):
    """
    Bounds that peers' missing figures leave contain the points in every completion.
    """
    item = labelled(AgainstBest, maximum=10, fact="so_0", target="so_1")
    mine = {
        "so_0": data.draw(st.none() | st.integers(0, 5)),
        "so_1": data.draw(st.none() | st.sampled_from((2, NOT_ASSIGNED))),
    }

    def filled(pair):
        figure = data.draw(st.integers(0, 5)) if pair[0] is None else pair[0]
        target = data.draw(st.sampled_from((1, 3, *MARKS))) if pair[1] is None else pair[1]
        return figure, target

    def scored(me, others):
        return item.score(case(*(unit(f"u{n}", so_0=f, so_1=t) for n, (f, t) in enumerate(others)), **me))

    before = scored(mine, peers)
    figure, target = filled((mine["so_0"], mine["so_1"]))
    after = scored({"so_0": figure, "so_1": target}, [filled(pair) for pair in peers])

    assert before.low <= after.low <= after.high <= before.high


FILED = ("tu_1", "tu_2", "quyet", "tham_dinh")
STAGE_SPECS = tuple(number(name, 10, unassigned=name == "tham_dinh") for name in FILED)
NEVER_MARKED = tuple(number(name, 10) for name in FILED)
figures = st.integers(0, 10)


@st.composite
def staged(draw):
    """
    A self-score of two parts, cross-scores, a meeting and an appraisal, out of ten.
    """
    parts = (judged("tu_1", 5), judged("tu_2", 5))
    return labelled(
        Stages, maximum=10, own=group(*parts), cross="cheo", method=draw(st.sampled_from(CrossMethod)),
        limit_percent=draw(st.sampled_from((0, 5, 20, 100))), decided="quyet", reason="ly_do", appraised="tham_dinh",
    )  # fmt: skip


@st.composite
def stages_known(draw, specs, before=None):
    """
    What is known of the stages of a subject: perhaps not everything, or else a completion of *before*.
    """
    half, marks = st.integers(0, 5), st.sampled_from(MARKS)
    values = {"tu_1": half, "tu_2": half, "quyet": figures, "ly_do": st.sampled_from(("biên bản", "đã họp"))}
    values["tham_dinh"] = marks | figures if specs is STAGE_SPECS else figures
    lists = st.lists(figures, min_size=1, max_size=3)
    if before is None:
        gaps = st.fixed_dictionaries({name: st.none() | value for name, value in values.items()})
        # in every second one the appraisal is missing, or it would mostly hide what the other stages say
        known = draw(gaps) | draw(st.sampled_from(({}, {"tham_dinh": None})))
        return known, draw(st.none() | st.lists(st.none() | figures, min_size=1, max_size=3))
    known = {name: draw(values[name]) if value is None else value for name, value in before[0].items()}
    rows = draw(lists) if before[1] is None else [draw(figures) if m is None else m for m in before[1]]
    return known, rows


def staged_score(item, specs, known):
    """The points of a subject of whose stages so much is known."""
    rows = [{} if mark is None else {"diem": mark} for mark in known[1] or ()]
    return item.score(case(specs=specs, records=None if known[1] is None else {"cheo": rows}, **known[0]))


either = st.sampled_from((STAGE_SPECS, NEVER_MARKED))


@given(staged(), either, st.data())
@settings(max_examples=400)
def test_bounds_of_the_stages(item, specs, data):
    """
    Whatever is filed later at any stage, an appraisal or that there is none, the points stay within the bounds.
    """
    known = data.draw(stages_known(specs))
    before = staged_score(item, specs, known)
    after = staged_score(item, specs, data.draw(stages_known(specs, known)))

    assert before.low <= after.low == after.high <= before.high
    assert () == after.open_facts()


@given(staged(), either, st.data())
@settings(max_examples=600)
def test_only_named_stages_matter(item, specs, data):
    """
    What is missing at a stage and is not named changes nothing, whatever it and the rest turn out to be.
    """
    known = data.draw(stages_known(specs))
    wanted = names(staged_score(item, specs, known).open_facts())
    one, other = data.draw(stages_known(specs, known)), data.draw(stages_known(specs, known))
    kept = {name: value for name, value in other[0].items() if name not in wanted}
    rows = one[1] if "cheo" in wanted else other[1]
    first, second = staged_score(item, specs, one), staged_score(item, specs, (one[0] | kept, rows))

    assert (first.low, first.high) == (second.low, second.high)


def times(item, k):
    """*item* with all its points multiplied by *k*."""
    if isinstance(item, Bands):
        made = tuple(attrs.evolve(one, points=one.points * k) for one in item.bands)
        below = None if item.below is None else item.below * k
        return attrs.evolve(item, maximum=item.maximum * k, bands=made, below=below)
    if isinstance(item, PerUnit):
        return attrs.evolve(item, maximum=item.maximum * k, points_per_unit=item.points_per_unit * k)
    if isinstance(item, Parts):
        return attrs.evolve(item, maximum=item.maximum * k, weight=item.weight * k)
    return attrs.evolve(item, maximum=item.maximum * k)


SCALABLE = st.one_of(
    banded(),
    st.builds(lambda name, per: labelled(PerUnit, maximum=4, fact=name, points_per_unit=per), fact, small),
    st.builds(lambda name, end: labelled(Linear, maximum=4, fact=name, full_at=end), fact, small),
    st.builds(
        lambda name, end: labelled(AllOrNothing, maximum=3, when=Compare(name, ">=", Constant(end))),
        fact,
        small,
    ),
    st.just(labelled(AgainstBest, maximum=10, fact="so_0", target="so_1")),
)


@given(
    st.lists(SCALABLE, min_size=1, max_size=4),
    st.sampled_from(Absence),
    st.lists(facts(), min_size=2, max_size=3),
    st.integers(2, 9),
)
@settings(max_examples=150)
def test_scaling_by_k(parts, way, subjects, k):
    """
    Multiplying all maxima by k multiplies every total by k, so the ranking stays.
    """
    assume(all(one.get("so_1") != 0 for one in subjects))
    plain, larger = group(*parts, absence=way), group(*(times(part, k) for part in parts), absence=way)
    ends = [(score(plain, known), score(larger, known)) for known in subjects]

    assert [(one.low * k, one.high * k) for one, _ in ends] == [(other.low, other.high) for _, other in ends]


@given(
    st.lists(_plain(), min_size=1, max_size=3), st.sampled_from((Absence.SPREAD, Absence.RESCALE)), facts()
)
@settings(max_examples=120)
def test_item_assigned_to_nobody(parts, way, known):
    """
    After rescaling, an item that is assigned to nobody changes nobody's share of the block.
    """
    block = group(*parts, absence=way)
    assume(block.maximum > 0)
    wider = group(*parts, judged("khong_ai", 5), absence=way)
    plain = score(block, known)
    other = wider.score(case(specs=SPECS, khong_ai=NOT_ASSIGNED, **known))

    assert [Fraction(end) / block.maximum for end in (plain.low, plain.high)] == [
        Fraction(end) / wider.maximum for end in (other.low, other.high)
    ]


@st.composite
def tables(draw):
    """
    A table with penalties, standards, thresholds, side conditions, a veto and a cap.
    """
    parts = draw(st.lists(items(), min_size=1, max_size=2))
    penalties = draw(st.none() | ledgers())
    classes = (
        labelled(
            ScoreClass, "a", start=draw(st.none() | st.integers(1, 9)), start_included=draw(st.booleans()),
            no_zero_item=draw(st.booleans()), requires=draw(st.sampled_from(((), (Is("co_a"),)))),
        ),
        labelled(ScoreClass, "b", start=draw(st.integers(0, 4))),
        labelled(ScoreClass, "c", start=0),
    )  # fmt: skip
    return scale(
        *parts,
        penalties=penalties,
        penalty_max=draw(st.none() | st.integers(0, 3)),
        minimum_percent=draw(st.none() | st.sampled_from((25, 50))),
        classes=classes,
        thresholds=(Threshold(when=Is("co_a"), start=2), Threshold(when=Is("co_b"), start=6)),
        ceilings=draw(
            st.sampled_from(
                ((), (Ceiling(when=Is("co_b"), at_most="b"), Ceiling(when=Is("co_a"), at_most="c")))
            )
        ),
        rounding=draw(st.sampled_from((None, Rounding.HALF_UP))),
    )


@given(tables(), st.data())
@settings(max_examples=250)
def test_totals_contain_every_completion(table, data):
    """
    Total and class lie among those that were possible before, whatever the missing facts turn out to be.
    """
    known = data.draw(facts())
    before = table.score(case(specs=SPECS, **known))
    after = table.score(case(specs=SPECS, **data.draw(completed(known))))

    assert before.low <= after.low <= after.high <= before.high
    assert set(after.classes) <= set(before.classes)


@given(tables(), st.data())
@settings(max_examples=200)
def test_only_named_facts_change_a_total(table, data):
    """
    A missing fact that is not named under the total, or the class, does not change it.
    """
    known = data.draw(facts())
    before = table.score(case(specs=SPECS, **known))
    one, drawn = data.draw(completed(known)), data.draw(completed(known))

    def changed(wanted):
        kept = {name: value for name, value in drawn.items() if name not in names(wanted)}
        return table.score(case(specs=SPECS, **(one | kept)))

    first = table.score(case(specs=SPECS, **one))
    assert (first.low, first.high) == (changed(before.missing).low, changed(before.missing).high)
    assert first.classes == changed(before.class_missing).classes


@given(tables(), facts())
@settings(max_examples=150)
def test_settled_totals_name_nothing(table, known):
    """
    A total, and a class, that is settled names no missing fact; there is always a class.
    """
    found = table.score(case(specs=SPECS, **known))

    assert found.classes
    assert not found.settled or not found.missing
    assert len(found.classes) > 1 or not found.class_missing


@given(tables(), facts(missing=False), facts(missing=False))
@settings(max_examples=150)
def test_class_is_monotone(table, known, other):
    """
    Among subjects that meet the same side conditions the higher total never has the lower class.
    """
    other = other | {name: known[name] for name in FLAGS}
    plain = attrs.evolve(
        table,
        minimum_percent=None,
        classes=tuple(attrs.evolve(one, no_zero_item=False) for one in table.classes),
    )
    plain = attrs.evolve(
        plain,
        classes=tuple(sorted(plain.classes, key=lambda one: -(one.start if one.start is not None else 10))),
    )
    low, high = sorted(
        (plain.score(case(specs=SPECS, **one)) for one in (known, other)), key=lambda one: (one.low, one.high)
    )
    assume(low.settled and high.settled)
    places = [one.id for one in plain.classes]

    assert places.index(high.classes[0]) <= places.index(low.classes[0])


@given(tables(), facts())
@settings(max_examples=120)
def test_ceilings_never_raise(table, known):
    """
    A veto or a cap never raises a class.
    """
    places = [one.id for one in table.classes]
    bare, held = (one.score(case(specs=SPECS, **known)) for one in (attrs.evolve(table, ceilings=()), table))

    assert places.index(bare.classes[0]) <= places.index(held.classes[0])
    assert places.index(bare.classes[-1]) <= places.index(held.classes[-1])
