"""
The shapes above the leaf met in real tables, each met, at its edge on both sides, and with its fact missing.

====  =====================================  ==============================================================
no.   shape                                  test
====  =====================================  ==============================================================
T1    sum of groups                          ``TestSum``
T2    bonus inside the maximum               ``TestBonus.test_inside``
T3    bonus outside, capped                  ``TestBonus.test_outside_capped``
T4    bonus outside, uncapped                ``TestBonus.test_uncapped``
T5    penalty capped                         ``TestPenalties``
T6    minimum share for each standard        ``TestMinimumShare``
T7    threshold by area or poverty           ``TestThresholds``
T8    classes with side conditions           ``TestClasses``
T9    veto                                   ``TestCeilings.test_veto``
T10   cap on the class                       ``TestCeilings.test_cap``
T11   not assigned: full, spread, rescale    ``TestAbsence``
T12   several scores, one final              ``TestStages``
T13   rank to award                          ``TestRanking.test_rank_to_award``
T14   award to points                        ``TestAwardPoints``
T15   rank scale of past awards              ``TestPastAwards``
T16   quota after ranking                    ``TestRanking.test_quota_of_a_share``, ``test_places_by_stratum``
T17   strata before ranking                  ``TestRanking.test_places_by_stratum``, ``test_strata``
T18   tie chain                              ``TestRanking.test_tie_chain``
T19   average of periods                     ``TestPeriodAverage``
====  =====================================  ==============================================================
"""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import attrs
import pytest

from tests.scales.cases import (
    KIND,
    NOT_APPLICABLE,
    NOT_ASSIGNED,
    D,
    bounds,
    case,
    given,
    group,
    judged,
    labelled,
    names,
    number,
    scale,
    told,
    unit,
)
from tests.worlds import BASE, CITE, parameter, policy
from thidua_rules.awards import ByFact, ByScore, Coverage, Quota
from thidua_rules.criteria import Clause, Compare, Constant, Is, OneOf, Settled
from thidua_rules.errors import PolicyError, RosterError
from thidua_rules.evaluation import evaluate
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.policies.obligations import Proposal, Standings
from thidua_rules.scales import (
    Absence,
    AgainstMean,
    AwardLevel,
    AwardPoints,
    BestOf,
    Ceiling,
    CrossMethod,
    Entry,
    Evidence,
    Guard,
    Ledger,
    MissingMark,
    PastAwards,
    PeriodAverage,
    ScoreClass,
    Stages,
    State,
    Threshold,
    TieKey,
    combined,
)
from thidua_rules.subjects import Decision, DecisionState, Roster
from thidua_rules.values import Rounding
from thidua_rules.verdicts import MET

X, Y = judged("x", 10), judged("y", 5)


def ledger(*entries, maximum, **fields):
    """A ledger whose entries read the facts of their own names."""
    made = tuple(labelled(Entry, name, fact=name, effect=effect) for name, effect in entries)
    return labelled(Ledger, "so", maximum=maximum, entries=made, **fields)


def total(score):
    """The bounds of a total, and the facts that could still change it."""
    return score.low, score.high, names(score.missing)


class TestSum:
    TABLE = scale(group(X, name="g1"), group(Y, name="g2"))

    def test_sum(self):
        """
        The groups add up.
        """
        assert (13, 13, set()) == total(self.TABLE.score(case(x=8, y=5)))

    def test_missing(self):
        """
        A missing fact leaves bounds, and is the only one named.
        """
        assert (8, 13, {"y"}) == total(self.TABLE.score(case(x=8)))

    def test_order(self):
        """
        The order of groups changes nothing.
        """
        other = attrs.evolve(self.TABLE, groups=self.TABLE.groups[::-1])

        assert total(other.score(case(x=8))) == total(self.TABLE.score(case(x=8)))

    @pytest.mark.parametrize(("x", "low"), [(D("7.25"), D("12.5")), (D("7.2"), 12)])
    def test_rounding(self, x, low):
        """
        A named rounding of the total goes to its step.
        """
        rounded = attrs.evolve(self.TABLE, rounding=Rounding.HALF_UP, step=D("0.5"))

        assert low == rounded.score(case(x=x, y=5)).low

    def test_rounding_settles(self):
        """
        A fact that the rounding swallows is not asked for.
        """
        small = scale(X, judged("z", D("0.1")), rounding=Rounding.FLOOR)

        assert (8, 8, set()) == total(small.score(case(x=8)))

    def test_item(self):
        """
        The points of an item are found by its id.
        """
        score = self.TABLE.score(case(x=8, y=5))

        assert (8, None, True) == (score.item("x").low, score.item("khong_co"), score.settled)

    def test_unlimited(self):
        """
        The ceiling is what the rules reach; None where nothing limits a bonus, unless its group is capped.
        """
        free = ledger(("b", 1), maximum=2)

        assert (15, None, 2) == (
            self.TABLE.ceiling,
            scale(group(free), X).ceiling,
            scale(group(free, capped=True)).ceiling,
        )

    def test_group_reach(self):
        """
        A group reaches the floors and ceilings of its parts; a cap holds the ceiling down.
        """
        low = ledger(("tru", -1), maximum=1, floored=False, max_deduction=3)

        assert (-2, 11, 4) == (
            group(low, X).floor,
            group(low, X).ceiling,
            group(low, X, maximum=4, capped=True).ceiling,
        )

    def test_words(self):
        """
        Items and scales have a label in both languages.
        """
        named = attrs.evolve(X, label_vi="điểm", label_en="points")
        table = attrs.evolve(self.TABLE, label_vi="bảng", label_en="table")

        assert ["điểm", "points", "bảng", "table"] == [
            named.label("vi"), named.label("en"), table.label("vi"), table.label("en")
        ]  # fmt: skip

    def test_uses(self):
        """
        Whatever an item or a condition reads is known, also from below groups.
        """
        table = attrs.evolve(
            self.TABLE,
            classes=(
                labelled(ScoreClass, "a", start=1, requires=(Is("sach"),)),
                labelled(ScoreClass, "b", start=0),
            ),
            ceilings=(Ceiling(when=Is("ky_luat"), at_most="b"),),
            thresholds=(Threshold(when=Is("ngheo"), start=1),),
            penalties=ledger(("tre", -1), maximum=3),
            ties=(TieKey(id="t", fact="so"), TieKey(id="phieu")),
        )
        assert {"x", "y", "sach", "ky_luat", "ngheo", "tre", "so"} == table.uses().facts
        assert {"x"} == group(X).uses().facts


class TestBonus:
    def test_inside(self):
        """
        A bonus inside the maximum is part of it: 100 and 15 are called 115, and it is no standard.
        """
        base, bonus = group(judged("x", 100), name="nen"), group(judged("y", 15), name="cong", bonus=True)
        table = scale(base, bonus)
        score = table.score(case(x=100, y=15))

        assert (115, 115, 115, ["nen"]) == (
            table.maximum,
            table.ceiling,
            score.low,
            [one.item for one in score.standards],
        )

    @pytest.mark.parametrize(("y", "points"), [(0, 8), (3, 11), (5, 11), (None, (8, 11))])
    def test_outside_capped(self, y, points):
        """
        A bonus outside the maximum counts up to its cap, and leaves the table's ceiling alone.
        """
        table = scale(X, group(Y, maximum=3, bonus=True, outside=True, capped=True), maximum=10)
        score = table.score(case(x=8, y=y))

        assert (points if isinstance(points, tuple) else (points, points), 10) == (
            bounds(score),
            table.ceiling,
        )

    def test_cap_reached(self):
        """
        A bonus that is full whatever the missing fact is leaves nothing open.
        """
        table = scale(group(Y, judged("z", 5), maximum=3, outside=True, capped=True))

        assert (3, 3, set()) == total(table.score(case(y=4)))

    @pytest.mark.parametrize(("count", "points"), [(0, 3), (8, 11), (None, (3, 1003))])
    def test_uncapped(self, count, points):
        """
        A bonus per case that nothing limits grows with every case.
        """
        score = scale(group(ledger(("giai_phap", 1), maximum=3))).score(case(giai_phap=count))

        assert (points if isinstance(points, tuple) else (points, points)) == bounds(score)


class TestPenalties:
    TABLE = scale(X, penalties=ledger(("d1", -1), ("d2", -2), maximum=5), penalty_max=3)

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"d1": 0, "d2": 0}, (8, 8, set())),
            ({"d1": 2, "d2": 0}, (6, 6, set())),
            ({"d1": 1, "d2": 1}, (5, 5, set())),
            ({"d1": 9, "d2": 9}, (5, 5, set())),
            ({"d1": 0}, (5, 8, {"d2"})),
            ({"d1": 3}, (5, 5, set())),
            ({"d1": NOT_ASSIGNED, "d2": NOT_ASSIGNED}, (8, 8, set())),
        ],
    )
    def test_capped(self, facts, expected):
        """
        Penalties take up to their cap; beyond it no count matters, and marked ones take nothing.
        """
        assert expected == total(self.TABLE.score(case(x=8, **facts)))

    def test_floor(self):
        """
        A total never falls below 0.
        """
        assert (0, 0, set()) == total(self.TABLE.score(case(x=2, d1=9, d2=0)))

    def test_uncapped(self):
        """
        Without a cap the ledger's own start is the limit.
        """
        free = attrs.evolve(self.TABLE, penalty_max=None)

        assert 3 == free.score(case(x=8, d1=9, d2=0)).low

    def test_outside_the_range(self):
        """
        A penalty that can no longer lower a total of 0 is not asked for.
        """
        assert (0, 0, set()) == total(self.TABLE.score(case(x=0)))


CLASSES = (labelled(ScoreClass, "dat", start=None), labelled(ScoreClass, "khong_dat", start=0))


def classed(score):
    """The classes that are possible, and the facts that could still change them."""
    return score.classes, names(score.class_missing)


class TestMinimumShare:
    TABLE = scale(
        judged("x", 40), judged("y", 60), minimum_percent=50,
        classes=(labelled(ScoreClass, "dat", start=70), labelled(ScoreClass, "khong_dat", start=0)),
    )  # fmt: skip

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"x": 20, "y": 60}, (("dat",), set())),
            ({"x": D("19.9"), "y": 60}, (("khong_dat",), set())),
            ({"x": 40, "y": 30}, (("dat",), set())),
            ({"x": 40, "y": D("29.9")}, (("khong_dat",), set())),
            ({"y": 60}, (("dat", "khong_dat"), {"x"})),
            ({"x": 10}, (("khong_dat",), set())),
            ({}, (("dat", "khong_dat"), {"x", "y"})),
        ],
    )
    def test_share(self, facts, expected):
        """
        A total above the line still fails where one standard stays below half.
        """
        assert expected == classed(self.TABLE.score(case(**facts)))


class TestThresholds:
    TABLE = scale(
        judged("x", 100),
        classes=CLASSES,
        thresholds=(
            Threshold(when=OneOf("khu_vuc", ("do_thi",)), start=90),
            Threshold(when=OneOf("khu_vuc", ("mien_nui",)) | Is("ho_ngheo"), start=60),
            Threshold(when=OneOf("khu_vuc", ("con_lai",)), start=85),
        ),
    )

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"x": 90, "khu_vuc": "do_thi", "ho_ngheo": False}, (("dat",), set())),
            ({"x": D("89.9"), "khu_vuc": "do_thi", "ho_ngheo": False}, (("khong_dat",), set())),
            ({"x": 85, "khu_vuc": "con_lai", "ho_ngheo": False}, (("dat",), set())),
            ({"x": D("84.9"), "khu_vuc": "con_lai", "ho_ngheo": False}, (("khong_dat",), set())),
            ({"x": 60, "khu_vuc": "mien_nui", "ho_ngheo": False}, (("dat",), set())),
            ({"x": D("59.9"), "khu_vuc": "mien_nui", "ho_ngheo": False}, (("khong_dat",), set())),
            ({"x": 60, "khu_vuc": "do_thi", "ho_ngheo": True}, (("dat",), set())),
            ({"x": 90}, (("dat",), set())),
            ({"x": 59}, (("khong_dat",), set())),
            ({"x": 70, "khu_vuc": "do_thi"}, (("dat", "khong_dat"), {"ho_ngheo"})),
            ({"x": 70, "ho_ngheo": False}, (("dat", "khong_dat"), {"khu_vuc"})),
            ({"x": 70}, (("dat", "khong_dat"), {"ho_ngheo", "khu_vuc"})),
            ({"khu_vuc": "con_lai", "ho_ngheo": False}, (("dat", "khong_dat"), {"x"})),
            ({}, (("dat", "khong_dat"), {"x", "khu_vuc", "ho_ngheo"})),
            ({"x": 89, "khu_vuc": "khac", "ho_ngheo": False}, (("khong_dat",), set())),
            ({"x": 90, "khu_vuc": "khac", "ho_ngheo": False}, (("dat",), set())),
        ],
    )
    def test_threshold(self, facts, expected):
        """
        Of the thresholds that hold the lowest counts, where none holds the highest; an area that cannot matter is not named.
        """
        assert expected == classed(self.TABLE.score(case(**facts)))

    @pytest.mark.parametrize("x", [60, 70, 90])
    def test_total_does_not_need_the_area(self, x):
        """
        The area can change the class and never the total, so the total does not name it.
        """
        assert (x, x, set()) == total(self.TABLE.score(case(x=x)))

    def test_no_threshold(self):
        """
        A class without a start and without thresholds takes everybody.
        """
        assert ("dat",) == scale(judged("x", 100), classes=CLASSES).score(case(x=0)).classes


class TestClasses:
    TABLE = scale(
        group(judged("x", 60), judged("y", 40)),
        classes=(
            labelled(
                ScoreClass,
                "xuat_sac",
                start=90,
                start_included=False,
                requires=(Is("vuot"),),
                no_zero_item=True,
            ),
            labelled(ScoreClass, "tot", start=80, requires=(Is("dung_han"),)),
            labelled(ScoreClass, "dat", start=50),
            labelled(ScoreClass, "kem", start=0),
        ),
    )

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"x": 60, "y": D("30.1"), "vuot": True, "dung_han": True}, (("xuat_sac",), set())),
            ({"x": 60, "y": 30, "vuot": True, "dung_han": True}, (("tot",), set())),
            ({"x": 60, "y": 31, "vuot": False, "dung_han": True}, (("tot",), set())),
            ({"x": 60, "y": 31, "vuot": False, "dung_han": False}, (("dat",), set())),
            ({"x": 60, "y": 20, "vuot": False, "dung_han": True}, (("tot",), set())),
            ({"x": 60, "y": D("19.9"), "vuot": True, "dung_han": True}, (("dat",), set())),
            ({"x": 50, "y": 0, "vuot": True}, (("dat",), set())),
            ({"x": D("49.9"), "y": 0}, (("kem",), set())),
            ({"x": 60, "y": 31, "dung_han": True}, (("xuat_sac", "tot"), {"vuot"})),
            ({"x": 60, "y": 31, "vuot": False}, (("tot", "dat"), {"dung_han"})),
            ({"x": 60, "y": 31}, (("xuat_sac", "tot", "dat"), {"vuot", "dung_han"})),
            ({"x": 60, "vuot": False}, (("tot", "dat"), {"y", "dung_han"})),
            ({"x": 60}, (("xuat_sac", "tot", "dat"), {"y", "vuot", "dung_han"})),
        ],
    )
    def test_side_conditions(self, facts, expected):
        """
        The score alone never gives the class, and only the facts that could change it are named.
        """
        assert expected == classed(self.TABLE.score(case(**facts)))

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"x": 100, "y": 1}, ("a",)),
            ({"x": 100, "y": 0}, ("b",)),
            ({"x": 100, "y": NOT_ASSIGNED}, ("a",)),
            ({"x": 100}, ("a", "b")),
        ],
    )
    def test_no_zero_item(self, facts, expected):
        """
        An item at 0 keeps the class away; one that was not assigned does not, nor does one without a maximum.
        """
        table = scale(
            group(judged("x", 100), judged("y", 5), judged("z", 0)),
            classes=(
                labelled(ScoreClass, "a", start=1, no_zero_item=True),
                labelled(ScoreClass, "b", start=0),
            ),
        )
        assert expected == table.score(case(z=0, **facts)).classes

    def test_class_out_of_reach_between_others(self):
        """
        What would settle a class that is ruled out already, between two that are open, is not asked for.
        """
        table = scale(
            judged("x", 100),
            classes=(
                labelled(ScoreClass, "a", start=90, requires=(Is("dac_biet"),)),
                labelled(ScoreClass, "b", start=90, requires=(Is("vuot"), Is("khen"))),
                labelled(ScoreClass, "c", start=0),
            ),
        )

        assert (("a", "b", "c"), {"dac_biet"}) == classed(table.score(case(x=95, vuot=False)))

    def test_no_classes(self):
        """
        A table without classes gives none.
        """
        assert ((), set()) == classed(scale(X).score(case()))


class TestCeilings:
    TABLE = scale(
        judged("x", 100),
        classes=tuple(
            labelled(ScoreClass, name, start=start) for name, start in (("a", 95), ("b", 85), ("c", 0))
        ),
        ceilings=(Ceiling(when=Is("tham_nhung"), at_most="c"), Ceiling(when=Is("khien_trach"), at_most="b")),
    )

    @pytest.mark.parametrize(
        ("x", "veto", "expected"),
        [
            (100, True, (("c",), set())),
            (100, False, (("a",), set())),
            (0, True, (("c",), set())),
            (100, None, (("a", "b", "c"), {"tham_nhung"})),
            (0, None, (("c",), set())),
        ],
    )
    def test_veto(self, x, veto, expected):
        """
        A veto gives the lowest class whatever the score, and is not asked for where nothing is left to lose.
        """
        assert expected == classed(self.TABLE.score(case(x=x, tham_nhung=veto, khien_trach=False)))

    @pytest.mark.parametrize(
        ("x", "cap", "expected"),
        [
            (100, True, (("b",), set())),
            (85, True, (("b",), set())),
            (0, True, (("c",), set())),
            (100, None, (("a", "b"), {"khien_trach"})),
            (85, None, (("b",), set())),
        ],
    )
    def test_cap(self, x, cap, expected):
        """
        A cap holds the class down and never raises it.
        """
        assert expected == classed(self.TABLE.score(case(x=x, tham_nhung=False, khien_trach=cap)))

    def test_both_open(self):
        """
        A cap that cannot lower the best class that is possible is not named beside the veto.
        """
        assert (("b", "c"), {"tham_nhung"}) == classed(self.TABLE.score(case(x=90)))

    def test_unknown_class(self):
        """
        A ceiling names a class of the table.
        """
        with pytest.raises(PolicyError, match="unknown class 'z'"):
            scale(X, ceilings=(Ceiling(when=Is("x"), at_most="z"),))


class TestAbsence:
    PARTS = (judged("x", 10), judged("y", 6), judged("z", 4))

    @pytest.mark.parametrize(
        ("absence", "points"),
        [
            (Absence.ZERO, 10),
            (Absence.FULL, 14),
            (Absence.SPREAD, D("12.5")),
            (Absence.RESCALE, D("12.5")),
        ],
    )
    @pytest.mark.parametrize("mark", [NOT_ASSIGNED, NOT_APPLICABLE])
    def test_ways(self, absence, points, mark):
        """
        An absent part counts nothing, counts in full, or leaves its points to the others: 10 x 20/16 = 12,5.
        """
        item = group(*self.PARTS, absence=absence)

        assert given(points) == told(item.score(case(x=5, y=5, z=mark)))

    def test_note(self):
        """
        A group that was raised says by how much.
        """
        item = group(*self.PARTS, absence=Absence.RESCALE)

        assert ["rescaled:1.25", ""] == [item.score(case(x=5, y=5, z=z)).note for z in (NOT_ASSIGNED, 4)]

    @pytest.mark.parametrize("absence", [Absence.ZERO, Absence.SPREAD, Absence.RESCALE])
    @pytest.mark.parametrize(
        ("mark", "state"), [(NOT_ASSIGNED, State.NOT_ASSIGNED), (NOT_APPLICABLE, State.NOT_APPLICABLE)]
    )
    def test_nothing_assigned(self, absence, mark, state):
        """
        A group none of whose parts was assigned was not assigned itself.
        """
        item = group(*self.PARTS, absence=absence)

        assert (0, 0, state, ()) == told(item.score(case(x=mark, y=mark, z=mark)))

    def test_own_rule_of_a_part(self):
        """
        A part may have a rule of its own, and only its own points are spread: 5 x 20/16, and y stays at nothing.
        """
        spread = group(judged("x", 10), judged("y", 6), judged("z", 4, absence=Absence.SPREAD))
        facts = {"x": 5, "y": NOT_ASSIGNED, "z": NOT_ASSIGNED}

        assert given(D("6.25")) == told(spread.score(case(**facts)))

    def test_own_zero(self):
        """
        A part that keeps its own points at nothing is not taken out of the block: 10 of 20 stays 10.
        """
        item = group(
            judged("x", 10), judged("y", 6), judged("z", 4, absence=Absence.ZERO), absence=Absence.RESCALE
        )

        assert given(10) == told(item.score(case(x=5, y=5, z=NOT_ASSIGNED)))

    def test_nested_rescale(self):
        """
        Rescaling reaches through groups that leave absent parts at nothing: (5 + 5) x 20/16; spreading does not.
        """
        inner = group(judged("y", 6), judged("z", 4, absence=None), name="trong")
        facts = {"x": 5, "y": 5, "z": NOT_ASSIGNED}

        assert [D("12.5"), 10] == [
            group(judged("x", 10), inner, absence=absence).score(case(**facts)).low
            for absence in (Absence.RESCALE, Absence.SPREAD)
        ]

    def test_nested_own_rule(self):
        """
        A part with its own rule inside such a group is left to it.
        """
        inner = group(judged("y", 6), judged("z", 4, absence=Absence.ZERO), name="trong")
        item = group(judged("x", 10), inner, absence=Absence.RESCALE)

        assert given(10) == told(item.score(case(x=5, y=5, z=NOT_ASSIGNED)))

    def test_not_twice(self):
        """
        What an inner group has raised the outer one does not raise again: 5 + 5 x 10/6.
        """
        inner = group(judged("y", 6), judged("z", 4), name="trong", absence=Absence.RESCALE)
        item = group(judged("x", 10), inner, absence=Absence.RESCALE)

        assert given(Fraction(40, 3)) == told(item.score(case(x=5, y=5, z=NOT_ASSIGNED)))

    def test_absent_group(self):
        """
        A whole group that was not assigned leaves its points to its neighbours.
        """
        inner = group(judged("y", 6), judged("z", 4), name="trong")
        item = group(judged("x", 10), inner, absence=Absence.SPREAD)

        assert given(10) == told(item.score(case(x=5, y=NOT_ASSIGNED, z=NOT_ASSIGNED)))

    def test_behind_a_guard(self):
        """
        An absent item stays absent behind a precondition or evidence.
        """
        guarded = labelled(Guard, "canh", maximum=6, item=judged("y", 6), needs=Is("k"))
        proven = labelled(Evidence, "mc", maximum=4, item=judged("z", 4), fact="co")
        item = group(judged("x", 10), guarded, proven, absence=Absence.RESCALE)

        assert given(10) == told(item.score(case(x=5, y=NOT_ASSIGNED, z=NOT_ASSIGNED)))

    @pytest.mark.parametrize(
        ("absence", "expected"),
        [
            (Absence.ZERO, (10, 11)),
            (Absence.FULL, (10, 12)),
            (Absence.SPREAD, (10, 12)),
            (Absence.RESCALE, (10, 12)),
        ],
    )
    def test_may_be_absent(self, absence, expected):
        """
        A missing fact that may turn out to be marked leaves room for what its absence would bring.

        The index gives at most 1 of its 2 points; taken out of the block it costs nothing: 10 x 12/10.
        """
        index = labelled(AgainstMean, "m", maximum=2, fact="m", mean=Constant(5), reached=1)
        item = group(judged("x", 10), index, absence=absence)

        assert expected == bounds(item.score(case(x=10, specs=[number("m", unassigned=True)])))

    @pytest.mark.parametrize(
        "around",
        [
            lambda one: labelled(Guard, "canh", maximum=2, item=one, needs=Is("k")),
            lambda one: labelled(BestOf, "nhat", maximum=2, parts=(one,)),
        ],
        ids=["guard", "best_of"],
    )
    def test_may_be_absent_behind(self, around):
        """
        So it does behind a precondition, and inside a choice of the best of which nothing else was assigned.
        """
        index = labelled(AgainstMean, "m", maximum=2, fact="m", mean=Constant(5), reached=1)
        item = group(judged("x", 10), around(index), absence=Absence.RESCALE)

        assert (10, 12) == bounds(item.score(case(x=10, k=True, specs=[number("m", unassigned=True)])))

    def test_everything_may_be_absent(self):
        """
        Where the only part left may turn out to be absent nothing at all may be assigned.
        """
        item = group(
            judged("x", 10),
            labelled(AgainstMean, "m", maximum=2, fact="m", mean=Constant(5), reached=2, below=1),
            absence=Absence.RESCALE,
        )
        found = item.score(case(x=NOT_ASSIGNED, specs=[number("m", unassigned=True)]))

        assert (0, 12) == bounds(found)

    def test_nothing_to_raise(self):
        """
        Where all that has a size is absent, what has none counts as it is.
        """
        extra = ledger(("b", 1), maximum=0)
        item = group(judged("x", 10), extra, absence=Absence.SPREAD)

        assert given(2) == told(item.score(case(x=NOT_ASSIGNED, b=2)))

    def test_capped(self):
        """
        A capped group stays at its maximum however it is raised.
        """
        item = group(judged("x", 10), judged("y", 10), maximum=12, absence=Absence.RESCALE, capped=True)

        assert given(12) == told(item.score(case(x=9, y=NOT_ASSIGNED)))

    def test_item_of_nobody(self):
        """
        After rescaling, an item that is assigned to nobody changes nothing.
        """
        with_it = scale(
            group(judged("x", 10), judged("y", 10), judged("z", 5), absence=Absence.RESCALE), maximum=20
        )
        without = scale(group(judged("x", 10), judged("y", 10), maximum=20))
        shares = [
            Fraction(table.score(case(x=7, y=6, z=NOT_ASSIGNED)).low) / table.groups[0].maximum
            for table in (with_it, without)
        ]
        assert [Fraction(13, 20)] * 2 == shares


def stages(**fields):
    """A self-score of up to 100 with cross-scores that may correct it."""
    base = {"maximum": 100, "own": judged("tu", 100), "cross": "cheo", "limit_percent": 5}
    return labelled(Stages, **(base | fields), decided="quyet", reason="ly_do", appraised="tham_dinh")


def crossed(*marks):
    """A list of cross-scores."""
    return {"cheo": [{} if mark is None else {"diem": mark} for mark in marks]}


def unappraised(**known):
    """The case of a unit that nobody appraises, unless *known* says otherwise."""
    return case(**({"tham_dinh": NOT_ASSIGNED} | known))


class TestStages:
    @pytest.mark.parametrize(
        ("own", "points", "state"),
        [
            (85, 80, State.GIVEN),
            (75, 80, State.GIVEN),
            (80, 80, State.GIVEN),
            (D("85.1"), None, State.MISSING),
        ],
    )
    def test_limit(self, own, points, state):
        """
        The mean of the cross-scores stands while the self-score is within the limit, itself included.
        """
        found = stages().score(unappraised(tu=own, records=crossed(78, 82)))

        assert (points, state) == (found.low if found.settled else None, found.state)

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"quyet": 83, "ly_do": "biên bản"}, given(83)),
            ({"quyet": 83}, (0, 100, State.MISSING, ("ly_do",))),
            ({}, (0, 100, State.MISSING, ("quyet",))),
            ({"quyet": 83, "ly_do": NOT_ASSIGNED}, (0, 100, State.MISSING, ("ly_do",))),
            ({"tham_dinh": 70}, given(70)),
        ],
    )
    def test_meeting(self, facts, expected):
        """
        Beyond the limit the meeting decides, with a reason; the appraised score replaces everything.
        """
        assert expected == told(stages().score(unappraised(tu=90, records=crossed(80), **facts)))

    @pytest.mark.parametrize("mark", [NOT_ASSIGNED, NOT_APPLICABLE])
    def test_no_appraisal(self, mark):
        """
        Where it is filed that there is no appraisal, the cross-scores stand.
        """
        assert given(80) == told(stages().score(case(tu=82, records=crossed(80), tham_dinh=mark)))

    @pytest.mark.parametrize(
        ("unassigned", "facts", "marks", "asked"),
        [
            (True, {"tu": 82}, (80,), ("tham_dinh",)),
            (True, {"tu": 90, "quyet": 66, "ly_do": "x"}, (80,), ("tham_dinh",)),
            (True, {"tu": 90}, (80,), ("quyet", "tham_dinh")),
            (True, {}, (80,), ("quyet", "tham_dinh", "tu")),
            (False, {}, (80,), ("tham_dinh",)),
            (False, {"tu": 90}, (), ("tham_dinh",)),
        ],
    )
    def test_appraisal_not_filed(self, unassigned, facts, marks, asked):
        """
        An appraised score that is absent leaves everything open; the other stages matter where it may be unassigned.
        """
        specs = (number("tham_dinh", 100, unassigned=unassigned),)
        found = stages().score(case(specs=specs, records=crossed(*marks), **facts))

        assert ((0, 100, State.MISSING, asked), "appraisal_may_decide") == (told(found), found.note)

    def test_one_figure_left(self):
        """
        Where every completion gives the same figure, an absent appraised score leaves nothing open.
        """
        found = stages(maximum=0, own=judged("tu", 0)).score(case(tu=0, records=crossed(0)))

        assert (0, 0, ()) == (found.low, found.high, found.open_facts())

    @pytest.mark.parametrize(
        ("records", "low", "high"),
        [(None, 0, 100), (crossed(), 0, 100), (crossed(80, None), 0, 100)],
    )
    def test_no_cross_score(self, records, low, high):
        """
        Without every cross-score nothing is known, and a meeting may have to decide.
        """
        found = stages().score(unappraised(tu=80, records=records))

        assert (low, high, State.MISSING, ("cheo", "quyet")) == told(found)

    @pytest.mark.parametrize(
        ("parts", "facts", "expected"),
        [
            ((judged("t1", 96), judged("t2", 4)), {"t1": 80}, given(80)),
            ((judged("t1", 90), judged("t2", 10)), {"t1": 78}, (0, 100, State.MISSING, ("quyet", "t2"))),
            ((judged("t1", 90), judged("t2", 10)), {"t1": 90}, (0, 100, State.MISSING, ("quyet",))),
            ((judged("t1", 50), judged("t2", 50)), {"t1": 50}, (0, 100, State.MISSING, ("quyet", "t2"))),
            ((judged("t1", 90), judged("t2", 10)), {"t1": 78, "quyet": 80, "ly_do": "x"}, given(80)),
            (
                (judged("t1", 90), judged("t2", 10)),
                {"t1": 78, "quyet": 85, "ly_do": "x"},
                (80, 85, State.MISSING, ("t2",)),
            ),
        ],
    )
    def test_open_self_score(self, parts, facts, expected):
        """
        A self-score that is open matters only where it could pass the limit.
        """
        item = stages(own=group(*parts))

        assert expected == told(item.score(unappraised(records=crossed(80), **facts)))

    def test_kept_apart(self):
        """
        The self-score stays below the figure that stands.
        """
        found = stages().score(unappraised(tu=82, records=crossed(80)))

        assert ("mean:1", ["tu"], [82]) == (
            found.note, [one.item for one in found.children], [one.low for one in found.children]
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("facts", "records"),
        [({"tham_dinh": 101}, {}), ({}, crossed(101)), ({"quyet": -1}, crossed(50)), ({}, crossed(True))],
    )
    def test_refused(self, facts, records):
        """
        A figure of any stage lies between 0 and the maximum.
        """
        with pytest.raises(RosterError, match="from 0 to 100"):
            stages().score(case(tu=90, records=records, **facts))

    @pytest.mark.parametrize(
        ("method", "marks", "expected"),
        [
            (CrossMethod.MEAN, [1, 2, 4], Fraction(7, 3)),
            (CrossMethod.MEDIAN, [9, 1, 2], 2),
            (CrossMethod.MEDIAN, [1, 2, 4, 9], 3),
            (CrossMethod.TRIMMED, [0, 4, 5, 9], Fraction(9, 2)),
            (CrossMethod.TRIMMED, [1, 2], Fraction(3, 2)),
            (CrossMethod.HIGHEST, [1, 7, 2], 7),
        ],
    )
    def test_methods(self, method, marks, expected):
        """
        Several cross-scores become one by mean, median, trimmed mean or the highest.
        """
        assert expected == combined(method, [Fraction(mark) for mark in marks])

    def test_maximum_of_all(self):
        """
        A program that takes the highest of every stage is the best of them.
        """
        item = labelled(
            BestOf, maximum=100, parts=(judged("tu", 100), judged("cheo", 100), judged("duyet", 100))
        )

        assert given(90) == told(item.score(case(tu=90, cheo=80, duyet=85)))

    def test_reach_and_uses(self):
        """
        It reaches its maximum, and reads every stage.
        """
        uses = stages().uses()

        assert (100, {"tu", "quyet", "ly_do", "tham_dinh"}, {("cheo", ""), ("cheo", "diem")}) == (
            stages().ceiling, uses.facts, uses.records
        )  # fmt: skip


LEVELS = (AwardLevel(award="co_thanh_pho", points=10), AwardLevel(award="co_chinh_phu", points=15))


def decided(award, state=DecisionState.HIEU_LUC):
    """A decision on *award* for unit ``a``."""
    return Decision(award, "a", state, dt.date(2022, 12, 1))


class TestAwardPoints:
    @pytest.mark.parametrize(
        ("states", "best_only", "expected"),
        [
            ((DecisionState.HIEU_LUC, DecisionState.TU_CHOI), False, (10, 10)),
            ((DecisionState.HIEU_LUC, DecisionState.HIEU_LUC), False, (20, 20)),
            ((DecisionState.HIEU_LUC, DecisionState.HIEU_LUC), True, (15, 15)),
            ((DecisionState.HUY_BO, DecisionState.TU_CHOI), False, (0, 0)),
            ((DecisionState.HIEU_LUC, None), False, (10, 20)),
            ((None, DecisionState.HIEU_LUC), True, (15, 15)),
            ((None, None), False, (0, 20)),
        ],
    )
    def test_points(self, states, best_only, expected):
        """
        Awards of the year give points, together up to the maximum or the best alone; an open one leaves bounds.
        """
        item = labelled(AwardPoints, maximum=20, levels=LEVELS, best_only=best_only)
        pairs = zip(LEVELS, states, strict=True)
        decisions = [decided(level.award, state) for level, state in pairs if state is not None]

        assert expected == bounds(item.score(case(decisions=decisions)))

    def test_missing(self):
        """
        The award that is open is named.
        """
        item = labelled(AwardPoints, maximum=30, levels=LEVELS)
        found = item.score(case(decisions=[decided("co_thanh_pho")]))

        assert (10, 25, State.MISSING, ("danh_hieu:co_chinh_phu",)) == told(found)

    def test_reach(self):
        """
        It reaches every award together, or the best, at most its maximum.
        """
        assert [25, 20, 15] == [
            labelled(AwardPoints, maximum=most, levels=LEVELS, best_only=best).ceiling
            for most, best in ((30, False), (20, False), (30, True))
        ]

    def test_uses(self):
        """
        It depends on its awards, so they are evaluated before it.
        """
        assert {"co_thanh_pho", "co_chinh_phu"} == labelled(
            AwardPoints, maximum=1, levels=LEVELS
        ).uses().awards


RANKS = tuple(
    AwardLevel(award=name, points=points)
    for name, points in (("hc", 14), ("bk_tinh", 3), ("bk_bo", 3), ("gk", 1))
)


def past(*rows):
    """The points of a history, at most three years back."""
    item = labelled(PastAwards, maximum=14, levels=RANKS, years=3)
    records = None if rows == (None,) else {"tich_danh_hieu": rows}
    return item.score(case(records=records))


class TestPastAwards:
    @pytest.mark.parametrize(
        ("rows", "expected"),
        [
            ([{"danh_hieu": "hc", "nam": 2019}, {"danh_hieu": "gk", "nam": 2021}], (14, 14)),
            ([{"danh_hieu": "hc", "nam": 2018}, {"danh_hieu": "gk", "nam": 2021}], (1, 1)),
            ([{"danh_hieu": "hc", "nam": 2022}], (0, 0)),
            ([{"danh_hieu": "hc", "nam": 2021, "trang_thai": "huy_bo"}], (0, 0)),
            ([{"danh_hieu": "khac", "nam": 2021}], (0, 0)),
            ([], (0, 0)),
            ([None], (0, 14)),
            ([{"danh_hieu": "bk_bo"}, {"danh_hieu": "gk", "nam": 2021}], (1, 3)),
            ([{"nam": 2021}], (0, 14)),
            ([{"nam": 2010}], (0, 0)),
            ([{"danh_hieu": "bk_bo"}, {"danh_hieu": "bk_tinh", "nam": 2021}], (3, 3)),
        ],
    )
    def test_best_level(self, rows, expected):
        """
        The best award of the years that count; an absent list or an incomplete row leaves bounds.
        """
        assert expected == bounds(past(*rows))

    def test_one_level(self):
        """
        Awards of one level are equal.
        """
        assert [3, 3] == [past({"danh_hieu": name, "nam": 2021}).low for name in ("bk_tinh", "bk_bo")]

    def test_all_years(self):
        """
        Without a number of years every earlier one counts.
        """
        item = labelled(PastAwards, maximum=14, levels=RANKS)
        found = item.score(case(records={"tich_danh_hieu": [{"danh_hieu": "hc", "nam": 1999}]}))

        assert (14, 14) == (found.low, item.ceiling)

    def test_no_levels(self):
        """
        A scale of no awards gives nothing.
        """
        item = labelled(PastAwards, maximum=0, levels=())

        assert (0, 0, {("tich_danh_hieu", c) for c in ("", "danh_hieu", "nam")}) == (
            item.score(case(records={"tich_danh_hieu": [{"nam": 2021}]})).high, item.ceiling, item.uses().records
        )  # fmt: skip


class TestPeriodAverage:
    @pytest.mark.parametrize(
        ("marks", "when", "expected"),
        [
            ([80, 90, 100, 70], MissingMark.UNKNOWN, (85, 85)),
            ([80, 90, 100], MissingMark.SKIP, (90, 90)),
            ([80, 90, 100], MissingMark.ZERO, (D("67.5"), D("67.5"))),
            ([80, 90, 100], MissingMark.UNKNOWN, (D("67.5"), D("92.5"))),
            ([80, 90, 100, None], MissingMark.SKIP, (90, 90)),
            ([], MissingMark.SKIP, (0, 100)),
            ([], MissingMark.ZERO, (0, 0)),
            ([], MissingMark.UNKNOWN, (0, 100)),
            (None, MissingMark.ZERO, (0, 100)),
            ([80, 80, 80, 80, 100], MissingMark.UNKNOWN, (84, 84)),
        ],
    )
    def test_mean(self, marks, when, expected):
        """
        The mean of the marks; a missing month is skipped, counts as 0, or leaves bounds, as the source says.
        """
        item = labelled(PeriodAverage, maximum=100, records="thang", periods=4, when_missing=when)
        rows = None if marks is None else [{} if mark is None else {"diem": mark} for mark in marks]

        assert expected == bounds(item.score(case(records=None if rows is None else {"thang": rows})))

    def test_exact(self):
        """
        The mean stays a fraction.
        """
        item = labelled(PeriodAverage, maximum=100, records="thang", periods=3)

        assert (
            Fraction(200, 3) == item.score(case(records={"thang": [{"diem": d} for d in (100, 100, 0)]})).low
        )

    def test_uses(self):
        """
        It reads its list and the column of marks.
        """
        item = labelled(PeriodAverage, maximum=100, records="thang", periods=3)

        assert {("thang", ""), ("thang", "diem")} == item.uses().records

    @pytest.mark.parametrize("mark", [101, -1, "tốt"])
    def test_refused(self, mark):
        """
        A mark lies between 0 and the maximum.
        """
        item = labelled(PeriodAverage, maximum=100, records="thang", periods=1)
        with pytest.raises(RosterError, match=r"thang\.diem: expected marks from 0 to 100"):
            item.score(case(records={"thang": [{"diem": mark}]}))


FACTS = (
    number("x", 10),
    number("so_moi", 99),
    FactSpec(id="khoi", type=FactType.TEXT, label_vi="khối", label_en="block"),
)
WORDS = {"label_vi": "x", "label_en": "x", "citation": CITE}


def ranked(*units, awards=(), standings=(), ties=(), **parameters):
    """The evaluation of units that a table of ten points ranks."""
    base = policy(BASE)
    layer = base.layers[0]
    known = tuple(parameter(name, value) for name, value in parameters.items())
    layer = attrs.evolve(
        layer,
        facts=(*layer.facts, *FACTS),
        parameters=(*known, *(one for one in layer.parameters if one.id not in parameters)),
        scales=(scale(X, ties=ties),),
        awards=awards or layer.awards,
        standings=standings,
    )
    return evaluate(attrs.evolve(base, layers=(layer,)), Roster("r", "Xã", 2022, units))


def award(name, *, ties=(), rate, group="", over=(), **quota):
    """An award by score with a quota."""
    return attrs.evolve(
        BASE,
        id=name,
        recipients=(KIND,),
        eligibility=(Clause("du", CITE, "đủ", "enough", Compare("x", ">=", Constant(0))),),
        holds=(),
        bonus=None,
        ranking=(ByScore(id="diem", scale="s", **WORDS), *ties),
        quotas=(Quota(rate=rate, group=group, **quota, **WORDS),),
        coverage=Coverage(by=over, **WORDS) if over else None,
    )


def statuses(found):
    """The status of each unit under each award, by the first letters."""
    return {(one.award.id, one.subject.id): one.status.value.upper() for one in found.outcomes}


class TestRanking:
    UNITS = tuple(
        unit(name, x=points, khoi=khoi)
        for name, points, khoi in (("a", 9, "1"), ("b", 8, "1"), ("c", 7, "2"), ("d", 6, "1"))
    )

    def test_rank_to_award(self):
        """
        The first place proposes the flag, the next ones the certificate, the rest the paper; a tie across the line nothing.
        """
        places = (Proposal(first=1, last=1, award="co_ban"), Proposal(first=2, last=4, award="nang_cao"))
        row = Standings(id="xep", subjects=Settled(MET), scale="s", stratum="cum", proposals=places, **WORDS)
        awards = (
            attrs.evolve(BASE, recipients=(KIND,)),
            attrs.evolve(BASE, id="nang_cao", recipients=(KIND,)),
        )
        facts = (*FACTS, FactSpec(id="cum", type=FactType.TEXT, label_vi="cụm", label_en="cluster"))
        base = policy(*awards)
        layer = attrs.evolve(
            base.layers[0], facts=(*base.layers[0].facts, *facts), scales=(scale(X),), standings=(row,)
        )
        units = tuple(unit(n, x=x, cum="1") for n, x in (("a", 9), ("b", 8), ("c", 7), ("d", 6), ("e", 1)))
        found = evaluate(attrs.evolve(base, layers=(layer,)), Roster("r", "Xã", 2022, units)).standings[0]

        assert ["co_ban", "nang_cao", "nang_cao", "nang_cao", None] == [one.proposes for one in found.rows]

    @pytest.mark.parametrize(
        ("rate", "through"), [(D("0.25"), {"a"}), (D("0.5"), {"a", "b"}), (D("0.49"), {"a"})]
    )
    def test_quota_of_a_share(self, rate, through):
        """
        A share of those who take part, after ranking, rounded down.
        """
        one = award("chon", rate="ty_le", rounding="lam_tron", base=Settled(MET), base_kinds=(KIND,))
        found = statuses(ranked(*self.UNITS, awards=(one,), ty_le=rate))

        assert through == {subject for (_, subject), status in found.items() if status == "RECOMMENDED"}

    def test_places_by_stratum(self):
        """
        Each stratum has its own places, and ranking is inside it only.
        """
        found = statuses(ranked(*self.UNITS, awards=(award("chon", rate="so_cho", group="khoi"),), so_cho=1))

        assert {"a", "c"} == {subject for (_, subject), status in found.items() if status == "RECOMMENDED"}

    def test_strata(self):
        """
        A ranking of units stays inside its strata.
        """
        row = Standings(id="xep", subjects=Settled(MET), scale="s", stratum="khoi", **WORDS)
        found = ranked(*self.UNITS, standings=(row,)).standings

        assert {"1": ["a", "b", "d"], "2": ["c"]} == {
            one.stratum: [r.subject for r in one.rows] for one in found
        }

    @pytest.mark.parametrize(
        ("first", "second", "places"),
        [
            (3, 5, [("b", 1, 1), ("a", 2, 2)]),
            (5, 5, [("a", 1, 1), ("b", 1, 1)]),
            (None, 5, [("a", 1, 2), ("b", 1, 2)]),
        ],
    )
    def test_tie_chain(self, first, second, places):
        """
        Equal scores go by the table's own chain; what it leaves equal is a tie for the ballot, what is missing stays open.
        """
        row = Standings(id="xep", subjects=Settled(MET), scale="s", stratum="khoi", **WORDS)
        chain = (TieKey(id="moi", fact="so_moi"), TieKey(id="phieu"), TieKey(id="sau_phieu", fact="x"))
        units = (unit("a", x=5, so_moi=first, khoi="1"), unit("b", x=5, so_moi=second, khoi="1"))
        found = ranked(*units, standings=(row,), ties=chain).standings[0]

        assert places == [(one.subject, one.best, one.worst) for one in found.rows]

    def test_tie_chain_lowest_first(self):
        """
        A step of the chain may put the lowest first.
        """
        row = Standings(id="xep", subjects=Settled(MET), scale="s", stratum="khoi", **WORDS)
        units = (unit("a", x=5, so_moi=3), unit("b", x=5, so_moi=5))
        chain = (TieKey(id="moi", fact="so_moi", highest_first=False),)

        assert ["a", "b"] == [
            one.subject for one in ranked(*units, standings=(row,), ties=chain).standings[0].rows
        ]

    def test_tie_chain_of_an_award(self):
        """
        An award's own keys break a tie of points, and what they leave equal the ballot decides.
        """
        key = ByFact(id="moi", fact="so_moi", **WORDS)
        one = award("chon", ties=(key,), rate="so_cho")
        units = (unit("a", x=5, so_moi=3), unit("b", x=5, so_moi=5), unit("c", x=5, so_moi=3))
        found = ranked(*units, awards=(one,), so_cho=2)

        assert {"b": "RECOMMENDED", "a": "TIED", "c": "TIED"} == {
            s: status for (_, s), status in statuses(found).items()
        }
