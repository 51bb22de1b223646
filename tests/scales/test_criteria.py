"""Criteria that ask for a score: a total, a share of every standard, a class."""

from __future__ import annotations

import pytest

from tests.scales.cases import D, case, judged, labelled, names, scale
from thidua_rules.criteria import Case, Fact, Is, Parameter, World
from thidua_rules.errors import PolicyError
from thidua_rules.policies.catalogue import rubrics
from thidua_rules.scales import (
    Ceiling,
    ClassAtLeast,
    ScoreClass,
    ScoreReaches,
    StandardsReach,
    Threshold,
)
from thidua_rules.verdicts import MET, UNKNOWN, UNMET

TABLE = scale(
    judged("x", 60), judged("y", 40),
    classes=(labelled(ScoreClass, "dat", start=None), labelled(ScoreClass, "khong", start=0)),
    thresholds=(Threshold(when=Is("ngheo"), start=50), Threshold(when=Is("ngheo", wanted=False), start=80)),
    ceilings=(Ceiling(when=Is("vi_pham"), at_most="khong"),),
)  # fmt: skip


class Scored(World):
    """A world that knows one table."""

    def score(self, name, one):
        """The score of that table."""
        return TABLE.score(one) if name == "s" else None


def asked(criterion, parameters=None, **facts):
    """The verdict and the facts that could still change it."""
    one = case(**facts)
    world = Scored(one.world.roster, parameters=parameters)
    finding = criterion.check(Case(one.subject, world))
    return finding.verdict, names(finding.relevant_missing())


class TestScoreReaches:
    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"x": 50, "y": 30}, (MET, set())),
            ({"x": 50, "y": D("29.9")}, (UNMET, set())),
            ({"x": 50}, (UNKNOWN, {"y"})),
            ({"x": 30}, (UNMET, set())),
            ({}, (UNKNOWN, {"x", "y"})),
        ],
    )
    def test_total(self, facts, expected):
        """
        A total that surely passes, surely fails, or may do either; what only the class needs is not named.
        """
        assert expected == asked(ScoreReaches("s", ">=", 80), **facts)

    def test_missing_number(self):
        """
        A missing number of points leaves it open, and so does a missing total beside it.
        """
        criterion = ScoreReaches("s", ">=", Fact("nguong"))

        assert (UNKNOWN, {"nguong"}) == asked(criterion, x=1, y=1)
        assert (UNKNOWN, {"nguong", "y"}) == asked(criterion, x=1)

    def test_observed(self):
        """
        The total is told as one figure, or as its bounds.
        """
        one = case(x=50)
        found = ScoreReaches("s", ">=", 80).check(Case(one.subject, Scored(one.world.roster)))

        assert ((50, 90), 80) == (found.observed, found.expected)

    def test_households(self):
        """
        The families' table does not name the area where only the class depends on it.
        """
        table = rubrics.load("gia_dinh_van_hoa_ha_noi_gia_dinh")
        facts = {f"diem_tieu_chuan_{n}": 20 for n in (1, 2)}
        score = table.SCALE.score(case(specs=table.FACTS, **facts))

        assert {"diem_tieu_chuan_3"} == names(score.missing)
        assert {"diem_tieu_chuan_3", "khu_vuc", "ho_ngheo_can_ngheo"} >= names(score.class_missing)

    def test_unknown_scale(self):
        """
        A world without the scale says so; one that gives something else is a fault of its maker.
        """
        with pytest.raises(PolicyError, match="unknown scale"):
            ScoreReaches("s", ">=", 1).check(case())
        with pytest.raises(TypeError):
            asked(ScoreReaches("khac", ">=", 1))


class TestStandardsReach:
    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"x": 30, "y": 20}, (MET, set())),
            ({"x": 60, "y": D("19.9")}, (UNMET, set())),
            ({"x": 30}, (UNKNOWN, {"y"})),
            ({"x": 1}, (UNMET, set())),
        ],
    )
    def test_share(self, facts, expected):
        """
        Every standard reaches its share; one that surely fails settles it.
        """
        assert expected == asked(StandardsReach("s", 50), **facts)

    def test_missing_share(self):
        """
        A missing share leaves it open.
        """
        assert (UNKNOWN, {"ty_le"}) == asked(StandardsReach("s", Fact("ty_le")), x=60, y=40)


class TestClassAtLeast:
    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"x": 60, "y": 20, "vi_pham": False}, (MET, set())),
            ({"x": 40, "y": 9}, (UNMET, set())),
            ({"x": 60, "y": 0, "vi_pham": False}, (UNKNOWN, {"ngheo"})),
            ({"x": 60, "y": 20}, (UNKNOWN, {"vi_pham"})),
            ({"x": 60, "y": 20, "vi_pham": True}, (UNMET, set())),
            ({"x": 60, "vi_pham": False}, (UNKNOWN, {"y", "ngheo"})),
        ],
    )
    def test_class(self, facts, expected):
        """
        The classes that are possible against those that meet it; only what could change the class is named.
        """
        assert expected == asked(ClassAtLeast("s", ("dat",)), **facts)


def test_uses():
    """
    Each names its scale, and the number that it is compared with.
    """
    uses = (
        ScoreReaches("s", ">=", Parameter("p")) & StandardsReach("s", 1) & ClassAtLeast("t", ("a",))
    ).uses()

    assert ({"s", "t"}, {"p"}) == (uses.scales, uses.parameters)
