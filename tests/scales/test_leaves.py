"""
The leaf shapes met in real tables, each met, at its edge on both sides, and with its fact missing.

====  =====================================  =============================================
no.   shape                                  test
====  =====================================  =============================================
L1    judged, step, per-case cap             ``TestJudged``
L2    judged parts                           ``TestParts``
L3    all or nothing                         ``TestAllOrNothing``
L4    linear                                 ``TestLinear``
L5    bands                                  ``TestBands``
L6    bands above the maximum                ``TestBandsAboveMaximum``
L7    stepped bonus                          ``TestSteps``
L8    ledger                                 ``TestLedger``
L9    per unit                               ``TestPerUnit``
L10   sampled sum                            ``TestSample``
L11   against the mean                       ``TestAgainstMean``
L12   against the best of the cluster        ``TestAgainstBest``
L13   against the best, no target assigned   ``TestWithoutTarget``
L14   two-way table by size                  ``TestBySize``
L15   exclusive alternatives, full base      ``TestExclusive``
L16   waiver                                 ``TestWaiver``
L17   precondition or nothing                ``TestGuard``
L18   no evidence, no points                 ``TestEvidence``
====  =====================================  =============================================

``TestFourAbsences`` holds apart what is not assigned, does not apply, has no evidence, and was not judged yet.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.scales.cases import (
    NOT_APPLICABLE,
    NOT_ASSIGNED,
    D,
    bounds,
    case,
    given,
    group,
    judged,
    labelled,
    number,
    told,
    unit,
)
from thidua_rules.criteria import Compare, Constant, Fact, Is, Parameter
from thidua_rules.errors import PolicyError, RosterError
from thidua_rules.scales import (
    AgainstBest,
    AgainstMean,
    AllOrNothing,
    Band,
    Bands,
    BestOf,
    BySize,
    Cap,
    Entry,
    Evidence,
    Guard,
    Ledger,
    Linear,
    Parts,
    PerUnit,
    Sample,
    SizeClass,
    State,
    Steps,
)
from thidua_rules.values import Rounding

MARKS = [(NOT_ASSIGNED, State.NOT_ASSIGNED), (NOT_APPLICABLE, State.NOT_APPLICABLE)]


def missing(low, high, *facts):
    """What is told of points that missing facts leave open."""
    return low, high, State.MISSING, tuple(sorted(facts))


def absent(state):
    """What is told of an item that is absent."""
    return 0, 0, state, ()


def entry(name, effect, **fields):
    """An entry that reads the fact of its own name."""
    return labelled(Entry, name, fact=name, effect=effect, **fields)


def ledger(*entries, maximum=3, **fields):
    """A ledger of *entries*."""
    return labelled(Ledger, maximum=maximum, entries=entries, **fields)


class TestJudged:
    ITEM = judged("x", 5, step=D("0.5"))
    CAPPED = judged("x", 5, caps=(Cap(when=Is("nho"), maximum=D("3.5")), Cap(when=Is("cam"), maximum=0)))

    @pytest.mark.parametrize("points", [0, D("0.5"), 5])
    def test_given(self, points):
        """
        What the assessor gave stands, from nothing to the maximum.
        """
        assert given(points) == told(self.ITEM.score(case(x=points)))

    @pytest.mark.parametrize("points", [D("-0.5"), D("5.5"), D("0.25"), True, "năm"])
    def test_refused(self, points):
        """
        Points outside the range, off the step or of another type are an error that does not quote them.
        """
        with pytest.raises(RosterError, match=r"subjects\[a\]\.facts\.x: expected"):
            self.ITEM.score(case(x=points))

    def test_missing(self):
        """
        Not judged yet is anything from 0 to the maximum.
        """
        assert missing(0, 5, "x") == told(self.ITEM.score(case()))

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"x": 5, "nho": True, "cam": False}, given(D("3.5"))),
            ({"x": D("3.5"), "nho": True, "cam": False}, given(D("3.5"))),
            ({"x": 5, "nho": False, "cam": False}, given(5)),
            ({"x": 5, "cam": False}, missing(D("3.5"), 5, "nho")),
            ({"x": 3, "cam": False}, given(3)),
            ({"cam": False}, missing(0, 5, "nho", "x")),
            ({"nho": True, "cam": False}, missing(0, D("3.5"), "x")),
            ({"cam": True}, given(0)),
            ({"x": 5, "nho": NOT_APPLICABLE, "cam": False}, (D("3.5"), 5, State.SILENT, ())),
            ({"x": NOT_ASSIGNED, "cam": True}, absent(State.NOT_ASSIGNED)),
        ],
    )
    def test_cap(self, facts, expected):
        """
        A cap lowers the maximum while its condition holds, and leaves bounds only where it could bite.
        """
        assert expected == told(self.CAPPED.score(case(**facts)))

    def test_cap_is_noted(self):
        """
        A cap that bit is told, with what was given; one that did not bite is not.
        """
        found = self.CAPPED.score(case(x=5, nho=True, cam=False))

        assert ("cap:3.5", 5) == (found.note, found.observed)
        assert "" == self.CAPPED.score(case(x=D("3.5"), nho=True, cam=False)).note


class TestParts:
    ITEM = labelled(
        Parts, maximum=5, facts=("a1", "a2", "a3", "a4"), weight=D("1.25"), full_when_not_applicable=("a4",)
    )

    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            ((True, True, True, True), given(5)),
            ((True, False, D("0.5"), D("1.25")), given(3)),
            ((False, False, False, False), given(0)),
            ((True, None, True, True), missing(D("3.75"), 5, "a2")),
            ((None, None, None, None), missing(0, 5, "a1", "a2", "a3", "a4")),
            ((True, True, True, NOT_APPLICABLE), given(5)),
            ((True, True, True, NOT_ASSIGNED), given(D("3.75"))),
            ((True, True, NOT_APPLICABLE, True), given(D("3.75"))),
            ((NOT_ASSIGNED,) * 4, absent(State.NOT_ASSIGNED)),
            ((NOT_APPLICABLE, NOT_APPLICABLE, NOT_APPLICABLE, NOT_ASSIGNED), absent(State.NOT_ASSIGNED)),
            ((NOT_APPLICABLE,) * 4, given(D("1.25"))),
        ],
    )
    def test_sum(self, values, expected):
        """
        Equal parts add up; one that does not apply counts in full only where the table says so.
        """
        assert expected == told(self.ITEM.score(case(**dict(zip(self.ITEM.facts, values, strict=True)))))

    def test_all_not_applicable(self):
        """
        An item all of whose parts cannot apply does not apply itself.
        """
        item = labelled(Parts, maximum=2, facts=("a1", "a2"), weight=1)

        assert absent(State.NOT_APPLICABLE) == told(item.score(case(a1=NOT_APPLICABLE, a2=NOT_APPLICABLE)))

    @pytest.mark.parametrize("value", [D("1.26"), -1, "x"])
    def test_refused(self, value):
        """
        A part is met, not met, or given up to its weight.
        """
        with pytest.raises(RosterError, match=r"points from 0 to 1\.25"):
            self.ITEM.score(case(a1=value))

    def test_weights_beyond_the_maximum(self):
        """
        The ceiling is what the parts reach, whatever the stated maximum.
        """
        assert 5 == self.ITEM.ceiling


class TestAllOrNothing:
    ITEM = labelled(AllOrNothing, maximum=5, when=Compare("x", ">=", Constant(95)), points=4)

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (95, given(4)),
            (D("95.1"), given(4)),
            (D("94.9"), given(0)),
            (None, missing(0, 4, "x")),
            (NOT_ASSIGNED, absent(State.NOT_ASSIGNED)),
            (NOT_APPLICABLE, absent(State.NOT_APPLICABLE)),
        ],
    )
    def test_threshold(self, value, expected):
        """
        All from the threshold on, nothing below, both ends while it is unknown.
        """
        assert expected == told(self.ITEM.score(case(x=value)))

    def test_may_be_marked(self):
        """
        A condition that surely holds still leaves room for a missing fact of it that may turn out to be marked.
        """
        item = labelled(
            AllOrNothing, maximum=3, when=Compare("x", ">=", Constant(1)) | Compare("y", ">=", Constant(1))
        )
        assert given(3) == told(item.score(case(x=1)))
        assert missing(0, 3, "y") == told(item.score(case(x=1, specs=[number("y", unassigned=True)])))

    def test_ceiling(self):
        """
        What it gives when met is its ceiling; the maximum where nothing else is said.
        """
        assert (4, 5) == (self.ITEM.ceiling, labelled(AllOrNothing, maximum=5, when=Is("x")).ceiling)


class TestLinear:
    ITEM = labelled(Linear, maximum=40, fact="x", full_at=100)

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (100, given(40)),
            (D("100.1"), given(40)),
            (D("99.9"), given(D("39.96"))),
            (0, given(0)),
            (-1, given(0)),
            (None, missing(0, 40, "x")),
            (NOT_ASSIGNED, absent(State.NOT_ASSIGNED)),
            (NOT_APPLICABLE, absent(State.NOT_APPLICABLE)),
        ],
    )
    def test_share(self, value, expected):
        """
        In proportion up to the full figure, never beyond, never below 0.
        """
        assert expected == told(self.ITEM.score(case(x=value)))

    def test_exact(self):
        """
        A share that no decimal holds stays a fraction until a named rounding.
        """
        item = labelled(Linear, maximum=10, fact="x", full_at=3)

        assert Fraction(10, 3) == item.score(case(x=1)).low

    @pytest.mark.parametrize(
        ("rounding", "value", "points"),
        [
            (Rounding.FLOOR, 1, 2),
            (Rounding.CEIL, 1, 4),
            (Rounding.CEIL, 3, 5),
            (Rounding.HALF_UP, 3, 5),
        ],
    )
    def test_rounding(self, rounding, value, points):
        """
        A named rounding goes to its step and never past the maximum.
        """
        item = labelled(Linear, maximum=5, fact="x", full_at=2, rounding=rounding, step=2)

        assert given(points) == told(item.score(case(x=value)))

    def test_full_at_nothing(self):
        """
        A figure that is full from 0 on tells nobody apart and is refused.
        """
        with pytest.raises(PolicyError, match="above 0"):
            labelled(Linear, maximum=5, fact="x", full_at=0)


def bands(*rows, **fields):
    """Bands from tuples of start and points."""
    made = tuple(row if isinstance(row, Band) else Band(start=row[0], points=row[1]) for row in rows)
    return labelled(Bands, maximum=5, fact="x", bands=made, **fields)


class TestBands:
    ITEM = bands((88, 2), (90, 3), (95, 4), (100, 5))
    HOLES = bands(
        Band(start=70, end=80, points=3),
        Band(start=80, end=90, points=4),
        Band(start=90, start_included=False, points=5),
        below=None,
    )
    ENDED = bands(Band(start=0, end=10, end_included=True, points=2))

    @pytest.mark.parametrize(
        ("value", "points"),
        [
            (87, 0),
            (D("87.99"), 0),
            (88, 2),
            (D("89.99"), 2),
            (90, 3),
            (95, 4),
            (D("99.99"), 4),
            (100, 5),
            (120, 5),
        ],
    )
    def test_edges(self, value, points):
        """
        A band begins at its start; an overlap at an end is read as the higher band.
        """
        assert given(points) == told(self.ITEM.score(case(x=value)))

    @pytest.mark.parametrize(
        ("value", "low", "high"),
        [(69, 0, 3), (90, 4, 5)],
    )
    def test_silent(self, value, low, high):
        """
        Where the source gives nothing for a figure there are bounds between its neighbours, and no fact to fetch.
        """
        assert (low, high, State.SILENT, ()) == told(self.HOLES.score(case(x=value)))

    def test_beside_a_hole(self):
        """
        The figures next to a hole are known.
        """
        assert [4, 5] == [self.HOLES.score(case(x=value)).low for value in (D("89.99"), D("90.01"))]

    @pytest.mark.parametrize(("value", "expected"), [(10, (2, 2)), (11, (2, 5))])
    def test_last_end(self, value, expected):
        """
        Beyond the last band's end the source is silent, up to the maximum, which is then the ceiling.
        """
        assert (*expected, 5) == (*bounds(self.ENDED.score(case(x=value))), self.ENDED.ceiling)

    def test_missing(self):
        """
        A missing figure may lie in any band.
        """
        assert missing(0, 5, "x") == told(self.ITEM.score(case()))

    @pytest.mark.parametrize(("mark", "state"), MARKS)
    def test_marked(self, mark, state):
        """
        A marked figure makes the item absent.
        """
        assert absent(state) == told(self.ITEM.score(case(x=mark)))

    def test_order_of_bands(self):
        """
        The order in which the bands are written changes nothing.
        """
        other = bands(*reversed(self.HOLES.bands), below=None)

        assert [told(self.HOLES.score(case(x=v))) for v in (60, 75, 85, 90, 95)] == [
            told(other.score(case(x=v))) for v in (60, 75, 85, 90, 95)
        ]

    def test_no_band(self):
        """
        There has to be a band.
        """
        with pytest.raises(PolicyError, match="at least one band"):
            bands()


class TestBandsAboveMaximum:
    ITEM = labelled(
        Bands,
        maximum=3,
        fact="x",
        below=1,
        zero_when=Is("khong_ke_hoach"),
        bands=(
            Band(start=95, points=2),
            Band(start=100, points=3),
            Band(start=100, start_included=False, points=4),
            Band(start=120, points=5),
        ),
    )

    @pytest.mark.parametrize(
        ("value", "points"),
        [(D("94.9"), 1), (95, 2), (100, 3), (D("100.1"), 4), (D("119.9"), 4), (120, 5)],
    )
    def test_extra(self, value, points):
        """
        The ceiling lies above the maximum, and "exactly at" is told from "above".
        """
        assert given(points) == told(self.ITEM.score(case(x=value, khong_ke_hoach=False)))

    def test_ceiling(self):
        """
        The ceiling is the best band.
        """
        assert (5, 3) == (self.ITEM.ceiling, self.ITEM.maximum)

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"x": 120, "khong_ke_hoach": True}, absent(State.GUARDED)),
            ({"khong_ke_hoach": True}, absent(State.GUARDED)),
            ({"x": 120}, missing(0, 5, "khong_ke_hoach")),
            ({}, missing(0, 5, "khong_ke_hoach", "x")),
            ({"x": NOT_ASSIGNED}, absent(State.NOT_ASSIGNED)),
            ({"x": NOT_ASSIGNED, "khong_ke_hoach": True}, absent(State.NOT_ASSIGNED)),
        ],
    )
    def test_zero_when(self, facts, expected):
        """
        A condition that gives nothing stands in front of every band.
        """
        assert expected == told(self.ITEM.score(case(**facts)))

    def test_zero_when_of_nothing(self):
        """
        A condition that cannot lower the points any more is not asked for.
        """
        item = bands((10, 2), zero_when=Is("khong_ke_hoach"))

        assert given(0) == told(item.score(case(x=5)))


class TestSteps:
    ITEM = labelled(Steps, maximum=D("0.5"), fact="x", start=92, step=1, points_per_step=D("0.1"))

    @pytest.mark.parametrize(
        ("value", "points"),
        [(91, 0), (92, 0), (D("92.9"), 0), (93, D("0.1")), (97, D("0.5")), (99, D("0.5"))],
    )
    def test_steps(self, value, points):
        """
        Whole steps beyond the start count, up to the cap.
        """
        assert given(points) == told(self.ITEM.score(case(x=value)))

    @pytest.mark.parametrize(("value", "points"), [(D("91.9"), 0), (92, D("0.1")), (93, D("0.2"))])
    def test_start_included(self, value, points):
        """
        Where the start itself counts it is the first step.
        """
        item = labelled(
            Steps, maximum=1, fact="x", start=92, step=1, points_per_step=D("0.1"), start_included=True
        )
        assert given(points) == told(item.score(case(x=value)))

    def test_missing(self):
        """
        A missing figure may bring nothing or the cap.
        """
        assert missing(0, D("0.5"), "x") == told(self.ITEM.score(case()))

    @pytest.mark.parametrize(("mark", "state"), MARKS)
    def test_marked(self, mark, state):
        """
        A marked figure makes the bonus absent.
        """
        assert absent(state) == told(self.ITEM.score(case(x=mark)))

    def test_no_step(self):
        """
        A step has a width.
        """
        with pytest.raises(PolicyError, match="above 0"):
            labelled(Steps, maximum=1, fact="x", start=1, step=0, points_per_step=1)


class TestLedger:
    ITEM = ledger(entry("cham", D("-0.5")), entry("tot", 1), max_deduction=D("1.5"), max_bonus=2)

    @pytest.mark.parametrize(
        ("cham", "tot", "points"),
        [
            (0, 0, 3),
            (1, 0, D("2.5")),
            (3, 0, D("1.5")),
            (4, 0, D("1.5")),
            (0, 2, 5),
            (0, 3, 5),
            (4, 3, D("3.5")),
            (True, False, D("2.5")),
        ],
    )
    def test_limits(self, cham, tot, points):
        """
        Each event moves its effect; minus and plus have limits apart.
        """
        assert given(points) == told(self.ITEM.score(case(cham=cham, tot=tot)))

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"tot": 0}, missing(D("1.5"), 3, "cham")),
            ({"tot": 5}, missing(D("3.5"), 5, "cham")),
            ({"cham": 1}, missing(D("2.5"), D("4.5"), "tot")),
            ({}, missing(D("1.5"), 5, "cham", "tot")),
        ],
    )
    def test_missing(self, facts, expected):
        """
        A missing count leaves everything that its events could move.
        """
        assert expected == told(self.ITEM.score(case(**facts)))

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"a": 3, "b": None, "c": None, "d": 0}, missing(D("1.5"), D("3.5"), "c")),
            ({"a": 0, "b": None, "c": 2, "d": None}, missing(D("3.5"), 5, "b")),
            ({"a": 0, "b": None, "c": 0, "d": 2}, missing(D("1.5"), 3, "b")),
        ],
    )
    def test_only_what_matters(self, facts, expected):
        """
        A missing count is not named where the limit is already reached.
        """
        item = ledger(
            entry("a", D("-0.5")), entry("b", D("-0.5")), entry("c", 1), entry("d", 1, limit=0),
            max_deduction=D("1.5"), max_bonus=2,
        )  # fmt: skip
        assert expected == told(item.score(case(**facts)))

    @pytest.mark.parametrize(("count", "points"), [(0, 3), (2, D("2.6")), (5, 2), (9, 2)])
    def test_limit_of_an_entry(self, count, points):
        """
        A kind of event has a limit of its own.
        """
        assert given(points) == told(ledger(entry("x", D("-0.2"), limit=1)).score(case(x=count)))

    @pytest.mark.parametrize(("count", "points"), [(0, 3), (1, 2), (7, 2), (True, 2)])
    def test_once(self, count, points):
        """
        What counts once moves its effect once.
        """
        assert given(points) == told(ledger(entry("x", -1, per="once")).score(case(x=count)))

    @pytest.mark.parametrize(("floored", "points"), [(True, 0), (False, -1)])
    def test_floor(self, floored, points):
        """
        A deduction larger than the item stops at 0, unless it is carried.
        """
        item = ledger(entry("x", -2, per="once"), maximum=1, floored=floored)

        assert (given(points), points) == (told(item.score(case(x=1))), item.floor)

    def test_start(self):
        """
        A ledger may start at another figure than its maximum.
        """
        assert given(1) == told(ledger(entry("x", -1), start=2).score(case(x=1)))

    @pytest.mark.parametrize("count", [-1, 1001, "hai"])
    def test_refused(self, count):
        """
        A count is a number from 0 to the most that a ledger takes, on which the bounds of a missing one rest.
        """
        with pytest.raises(RosterError, match="a count from 0 to 1000"):
            self.ITEM.score(case(cham=count))

    def test_most_events(self):
        """
        A missing count ranges over what its specification allows, else to the most that a ledger takes.
        """
        item = ledger(entry("x", 1))

        assert [(3, 1003), (3, 10)] == [
            bounds(item.score(one)) for one in (case(), case(specs=[number("x", 7)]))
        ]

    @pytest.mark.parametrize(("mark", "state"), MARKS)
    def test_marked(self, mark, state):
        """
        A ledger none of whose events was asked for is absent; a single one counts nothing.
        """
        assert absent(state) == told(self.ITEM.score(case(cham=mark, tot=mark)))
        assert given(D("2.5")) == told(self.ITEM.score(case(cham=1, tot=mark)))

    def test_may_be_marked(self):
        """
        A ledger whose missing counts may turn out to be marked may give nothing at all.
        """
        specs = [number("cham", 9, unassigned=True), number("tot", 9, unassigned=True)]

        assert missing(0, 5, "cham", "tot") == told(self.ITEM.score(case(specs=specs)))
        assert missing(D("2.5"), D("4.5"), "tot") == told(self.ITEM.score(case(specs=specs, cham=1)))

    def test_may_be_marked_at_the_floor(self):
        """
        A ledger that may fall to 0 anyway has the same bounds, and one that gives 0 for sure asks for nothing.
        """
        item = ledger(entry("x", -9, per="once"))
        nothing = ledger(entry("x", -9), maximum=0)

        assert given(0) == told(nothing.score(case(specs=[number("x", 1, unassigned=True)])))

        assert missing(0, 3, "x") == told(item.score(case(specs=[number("x", 1, unassigned=True)])))

    @pytest.mark.parametrize(
        ("item", "floor", "ceiling"),
        [
            (ledger(entry("a", -1), entry("b", 1), max_deduction=1, max_bonus=2), 0, 5),
            (ledger(entry("a", -1, limit=5), entry("b", 1, limit=4), floored=False), -2, 7),
            (ledger(entry("a", -1), floored=False), -997, 3),
            (ledger(entry("a", 1)), 0, None),
            (ledger(entry("a", 1, per="once"), entry("b", 1, limit=0), max_bonus=9), 0, 4),
            (ledger(entry("a", 1, per="once", limit=D("0.5"))), 0, D("3.5")),
        ],
    )
    def test_reach(self, item, floor, ceiling):
        """
        Floor and ceiling are what the rules reach, also where nothing limits a deduction or a bonus.
        """
        assert (floor, ceiling) == (item.floor, item.ceiling)

    def test_no_entries(self):
        """
        A ledger of nothing gives its start.
        """
        assert given(3) == told(ledger().score(case()))


class TestPerUnit:
    ITEM = labelled(PerUnit, maximum=9, fact="x", points_per_unit=D("1.5"))

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (0, given(0)),
            (5, given(D("7.5"))),
            (6, given(9)),
            (D("7.0"), given(9)),
            (None, missing(0, 9, "x")),
            (NOT_ASSIGNED, absent(State.NOT_ASSIGNED)),
            (NOT_APPLICABLE, absent(State.NOT_APPLICABLE)),
        ],
    )
    def test_count(self, value, expected):
        """
        Each unit gives its points, up to the maximum.
        """
        assert expected == told(self.ITEM.score(case(x=value)))

    @pytest.mark.parametrize("value", [-1, D("1.5"), True])
    def test_refused(self, value):
        """
        Units are whole, and not fewer than none.
        """
        with pytest.raises(RosterError):
            self.ITEM.score(case(x=value))


class TestSample:
    ITEM = labelled(Sample, maximum=20, fact="co", asked="hoi", size=50, points_per_yes=D("0.4"))

    @pytest.mark.parametrize(
        ("co", "hoi", "expected"),
        [
            (50, 50, given(20)),
            (49, 50, given(D("19.6"))),
            (0, 50, given(0)),
            (49, 49, (0, D("19.6"), State.SILENT, ())),
            (51, 51, (0, 20, State.SILENT, ())),
            (None, 50, missing(0, 20, "co")),
            (30, None, missing(0, 12, "hoi")),
            (0, None, given(0)),
            (None, None, missing(0, 20, "co", "hoi")),
            (NOT_ASSIGNED, None, absent(State.NOT_ASSIGNED)),
            (None, NOT_APPLICABLE, absent(State.NOT_APPLICABLE)),
        ],
    )
    def test_sample(self, co, hoi, expected):
        """
        Each yes counts in a sample of the size asked for; another size settles nothing.
        """
        assert expected == told(self.ITEM.score(case(co=co, hoi=hoi)))

    def test_note(self):
        """
        The size of the sample is told.
        """
        assert ["sample:50", "sample:40/50"] == [
            self.ITEM.score(case(co=1, hoi=asked)).note for asked in (50, 40)
        ]

    @pytest.mark.parametrize("facts", [{"co": 51, "hoi": 50}, {"co": -1, "hoi": 50}, {"co": -1}])
    def test_refused(self, facts):
        """
        No more can answer yes than were asked.
        """
        with pytest.raises(RosterError, match="number asked"):
            self.ITEM.score(case(**facts))


class TestAgainstMean:
    ITEM = labelled(AgainstMean, maximum=2, fact="x", mean=Fact("tb"), reached=2, below=D("0.5"))

    @pytest.mark.parametrize(
        ("x", "tb", "expected"),
        [
            (80, 80, given(2)),
            (D("80.01"), 80, given(2)),
            (D("79.99"), 80, given(D("0.5"))),
            (None, 80, missing(D("0.5"), 2, "x")),
            (80, None, missing(D("0.5"), 2, "tb")),
            (None, None, missing(D("0.5"), 2, "tb", "x")),
            (NOT_ASSIGNED, 80, absent(State.NOT_ASSIGNED)),
            (NOT_APPLICABLE, None, absent(State.NOT_APPLICABLE)),
            (80, NOT_ASSIGNED, absent(State.NOT_ASSIGNED)),
        ],
    )
    def test_mean(self, x, tb, expected):
        """
        The mean itself is reached; either side missing leaves both ends.
        """
        assert expected == told(self.ITEM.score(case(x=x, tb=tb)))

    def test_note(self):
        """
        The mean that was met is told.
        """
        assert "mean:80" == self.ITEM.score(case(x=81, tb=80)).note

    def test_parameter(self):
        """
        The mean may be published as a parameter.
        """
        item = labelled(AgainstMean, maximum=2, fact="x", mean=Parameter("tb"), reached=2)

        assert given(2) == told(item.score(case(x=80, parameters={"tb": 80})))

    def test_may_be_marked(self):
        """
        Where a missing figure may turn out to be marked, nothing at all is possible too.
        """
        assert missing(0, 2, "x") == told(self.ITEM.score(case(tb=80, specs=[number("x", unassigned=True)])))

    def test_same_either_way(self):
        """
        A mean that changes nothing is not asked for.
        """
        item = labelled(AgainstMean, maximum=2, fact="x", mean=Fact("tb"), reached=1, below=1)

        assert given(1) == told(item.score(case(x=1)))

    def test_reach(self):
        """
        Floor and ceiling are the worse and the better of the two, whatever the stated maximum.
        """
        item = labelled(AgainstMean, maximum=2, fact="x", mean=Fact("tb"), reached=1, below=-1)

        assert (-1, 1) == (item.floor, item.ceiling)


BEST = labelled(AgainstBest, maximum=10, fact="kq", target="ct")


class TestAgainstBest:
    CLUSTER = (unit("b", kq=150, ct=100), unit("c", kq=100, ct=100), unit("d", kq=50, ct=100))

    @pytest.mark.parametrize(
        ("kq", "points"),
        [
            (0, 0),
            (50, D("2.5")),
            (D("99.9"), D("4.995")),
            (100, 5),
            (125, D("7.5")),
            (150, 10),
            (200, 10),
        ],
    )
    def test_formula(self, kq, points):
        """
        Half of A/T below the target, half at it, the maximum for the best, in between by the excess.
        """
        assert given(points) == told(BEST.score(case(*self.CLUSTER, kq=kq, ct=100)))

    def test_exact(self):
        """
        The proportion of excesses stays a fraction.
        """
        assert Fraction(25, 3) == BEST.score(case(unit("b", kq=130, ct=100), kq=120, ct=100)).low

    @pytest.mark.parametrize(
        ("kq", "note"), [(50, "below_target"), (100, "at_target"), (125, "best:b"), (151, "best:a")]
    )
    def test_note(self, kq, note):
        """
        The peer that set the scale is named.
        """
        assert note == BEST.score(case(*self.CLUSTER, kq=kq, ct=100)).note

    def test_tie_at_the_top(self):
        """
        Two that are best alike both have the maximum.
        """
        assert given(10) == told(BEST.score(case(unit("b", kq=150, ct=100), kq=300, ct=200)))

    def test_no_positive_excess(self):
        """
        Where nobody passes the target, half is the most.
        """
        assert given(5) == told(BEST.score(case(unit("b", kq=90, ct=100), kq=100, ct=100)))

    def test_zero_target(self):
        """
        A target of 0 gives no proportion: silent for its holder, no scale for the others.
        """
        assert (0, 10, State.SILENT, ()) == told(BEST.score(case(kq=5, ct=0)))
        assert given(10) == told(BEST.score(case(unit("b", kq=5, ct=0), kq=101, ct=100)))

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"ct": 100}, missing(0, 10, "kq")),
            ({"kq": 100}, missing(0, 10, "ct")),
            ({}, missing(0, 10, "ct", "kq")),
            ({"kq": NOT_ASSIGNED, "ct": 100}, absent(State.NOT_ASSIGNED)),
            ({"kq": NOT_APPLICABLE}, absent(State.NOT_APPLICABLE)),
            ({"kq": 10, "ct": NOT_APPLICABLE}, absent(State.NOT_APPLICABLE)),
        ],
    )
    def test_own_facts(self, facts, expected):
        """
        Own facts missing leave everything open; a result or target that does not apply makes the item absent.
        """
        assert expected == told(BEST.score(case(**facts)))

    @pytest.mark.parametrize(
        ("peer", "expected"),
        [
            (unit("b", ct=100), missing(5, 10, "kq")),
            (unit("b", kq=300), missing(5, 10, "ct")),
            (unit("b", kq=NOT_ASSIGNED, ct=100), given(10)),
            (unit("b", kq=300, ct=NOT_APPLICABLE), given(10)),
            (unit("b", kq=300, ct=NOT_ASSIGNED), given(10)),
        ],
    )
    def test_peers(self, peer, expected):
        """
        A peer whose facts are missing may pass everybody or nobody; one that is absent sets no scale.
        """
        assert expected == told(BEST.score(case(peer, kq=120, ct=100)))

    def test_peer_that_cannot_matter(self):
        """
        Nobody's figures matter to a subject at or below its own target.
        """
        assert given(5) == told(BEST.score(case(unit("b"), kq=100, ct=100)))

    def test_whose_fact(self):
        """
        The missing fact is named as the peer's.
        """
        found = BEST.score(case(unit("b", ct=100), kq=120, ct=100)).open_facts()

        assert [("b", "kq")] == [(one.subject, one.fact) for one in found]

    def test_negative(self):
        """
        A result below 0 is an error.
        """
        with pytest.raises(RosterError, match="from 0 on"):
            BEST.score(case(kq=-1, ct=100))

    def test_clusters(self):
        """
        Only the same cluster counts; whoever may belong to it leaves bounds, and so does an unknown own cluster.
        """
        item = labelled(AgainstBest, maximum=10, fact="kq", target="ct", stratum="cum")
        strong = {"kq": 200, "ct": 100}

        assert given(10) == told(item.score(case(unit("b", cum="2", **strong), kq=120, ct=100, cum="1")))
        assert missing(5, 10, "cum") == told(item.score(case(unit("b", **strong), kq=120, ct=100, cum="1")))
        assert missing(0, 10, "cum") == told(item.score(case(unit("b", cum="2", **strong), kq=120, ct=100)))

    def test_a_strong_unit_lowers_the_rest(self):
        """
        Adding one strong unit lowers everybody beyond the target, and flips no two inside the item.
        """
        before = [
            BEST.score(case(unit("b", kq=x, ct=100), kq=y, ct=100)).low for x, y in ((150, 120), (120, 150))
        ]
        strong = unit("z", kq=300, ct=100)
        after = [
            BEST.score(case(strong, unit("b", kq=x, ct=100), kq=y, ct=100)).low
            for x, y in ((150, 120), (120, 150))
        ]
        assert [[7, 10], [D("5.5"), D("6.25")]] == [before, after]

    def test_totals_can_flip(self):
        """
        Beside another item the same strong unit flips the order of two others: 8 + 10 > 10 + 7, 8 + 6.25 < 10 + 5.5.
        """
        item = group(judged("x", 10), BEST)

        def totals(*more):
            strong, weak = unit("b", x=8, kq=150, ct=100), unit("b", x=10, kq=120, ct=100)
            return (
                item.score(case(*more, weak, x=8, kq=150, ct=100)).low,
                item.score(case(*more, strong, x=10, kq=120, ct=100)).low,
            )

        assert [(18, 17), (D("14.25"), D("15.5"))] == [totals(), totals(unit("z", kq=300, ct=100))]


class TestWithoutTarget:
    @pytest.mark.parametrize(("kq", "points"), [(0, 0), (10, 5), (D("19.9"), D("9.95")), (20, 10), (25, 10)])
    def test_share_of_the_best(self, kq, points):
        """
        Without a target: the share of the best among those without one.
        """
        peers = (unit("b", kq=20, ct=NOT_ASSIGNED), unit("c", kq=900, ct=100))

        assert given(points) == told(BEST.score(case(*peers, kq=kq, ct=NOT_ASSIGNED)))

    def test_nobody_has_anything(self):
        """
        Where nobody has a result there is nothing to share.
        """
        assert given(0) == told(BEST.score(case(unit("b", kq=0, ct=NOT_ASSIGNED), kq=0, ct=NOT_ASSIGNED)))

    def test_both_groups_reach_the_maximum(self):
        """
        The best with a target and the best without one both have the maximum.
        """
        one, other = {"kq": 150, "ct": 100}, {"kq": 3, "ct": NOT_ASSIGNED}

        assert [10, 10] == [
            BEST.score(case(unit("b", **other), **one)).low,
            BEST.score(case(unit("b", **one), **other)).low,
        ]

    @pytest.mark.parametrize(
        ("peer", "expected"),
        [(unit("b", ct=NOT_ASSIGNED), missing(0, 10, "kq")), (unit("b", kq=1), missing(0, 10, "ct"))],
    )
    def test_missing_peer(self, peer, expected):
        """
        A peer whose result or target is missing may leave nothing of the share.
        """
        assert expected == told(BEST.score(case(peer, kq=5, ct=NOT_ASSIGNED)))


def by_size(**fields):
    """The bonus of early files by size, after a real table."""
    rows = (
        SizeClass(id="nho", start=0, row=(D("0.5"), 1)),
        SizeClass(id="lon", start=1000, row=(1, D("1.5"))),
    )
    return labelled(BySize, maximum=0, size_fact="so", fact="tl", starts=(1, 5), classes=rows, **fields)


class TestBySize:
    @pytest.mark.parametrize(
        ("so", "tl", "points"),
        [
            (0, D("0.9"), 0),
            (999, 1, D("0.5")),
            (999, D("4.9"), D("0.5")),
            (999, 5, 1),
            (1000, 1, 1),
            (1000, 5, D("1.5")),
            (9999, 99, D("1.5")),
        ],
    )
    def test_cell(self, so, tl, points):
        """
        The size names the row, the share the column, each from its start on.
        """
        assert given(points) == told(by_size().score(case(so=so, tl=tl)))

    @pytest.mark.parametrize(("tl", "points"), [(0, 0), (D("0.1"), -1), (5, D("-1.5"))])
    def test_deduction(self, tl, points):
        """
        With a minus the cells are taken, and the first column may leave its own start out.
        """
        rows = (SizeClass(id="lon", start=0, row=(1, D("1.5"))),)
        item = labelled(
            BySize,
            maximum=0,
            size_fact="so",
            fact="tl",
            starts=(0, 5),
            classes=rows,
            sign=-1,
            first_included=False,
        )
        assert (given(points), D("-1.5"), 0) == (
            told(item.score(case(so=1, tl=tl))),
            item.floor,
            item.ceiling,
        )

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"tl": 5}, missing(1, D("1.5"), "so")),
            ({"so": 1}, missing(0, 1, "tl")),
            ({}, missing(0, D("1.5"), "so", "tl")),
            ({"tl": 0}, given(0)),
            ({"so": NOT_ASSIGNED}, absent(State.NOT_ASSIGNED)),
            ({"so": 1, "tl": NOT_APPLICABLE}, absent(State.NOT_APPLICABLE)),
        ],
    )
    def test_missing(self, facts, expected):
        """
        A missing figure leaves its rows or columns open, and is named only where they differ.
        """
        assert expected == told(by_size().score(case(**facts)))

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"du": True}, given(1)),
            ({"du": False}, absent(State.GUARDED)),
            ({}, missing(0, 1, "du")),
        ],
    )
    def test_requires(self, facts, expected):
        """
        Without what it requires nothing is given.
        """
        assert expected == told(by_size(requires=Is("du")).score(case(so=1, tl=5, **facts)))

    def test_may_be_marked(self):
        """
        A size that does not matter still may turn out to be marked.
        """
        rows = (SizeClass(id="moi_co", start=0, row=(2,)),)
        item = labelled(BySize, maximum=0, size_fact="so", fact="tl", starts=(1,), classes=rows)

        assert given(2) == told(item.score(case(tl=1)))
        assert missing(0, 2, "so") == told(item.score(case(tl=1, specs=[number("so", unassigned=True)])))

    def test_below_every_row(self):
        """
        A size below the first row gives nothing, and a missing size may be such a one.
        """
        rows = (SizeClass(id="lon", start=10, row=(2,)),)
        item = labelled(BySize, maximum=0, size_fact="so", fact="tl", starts=(1,), classes=rows)

        assert [given(0), missing(0, 2, "so")] == [
            told(item.score(one)) for one in (case(so=9, tl=1), case(tl=1))
        ]

    def test_refused(self):
        """
        A size is not below 0, and every row has its columns.
        """
        with pytest.raises(RosterError, match="from 0 on"):
            by_size().score(case(so=-1, tl=1))
        with pytest.raises(PolicyError, match="rows of 1 points"):
            labelled(BySize, maximum=0, size_fact="so", fact="tl", starts=(1,), classes=())


class TestExclusive:
    ITEM = ledger(
        entry("thieu", -1, per="once"),
        entry("tu_99", 1, per="once", requires_full_base=True),
        entry("ca_hai", 2, per="once", requires_full_base=True, exclusive_with=("tu_99",)),
    )

    @pytest.mark.parametrize(
        ("thieu", "tu_99", "ca_hai", "points"),
        [(0, 0, 0, 3), (0, 1, 0, 4), (0, 1, 1, 5), (0, 0, 1, 5), (1, 1, 1, 2)],
    )
    def test_one_counts(self, thieu, tu_99, ca_hai, points):
        """
        Of exclusive bonuses the larger counts, and only where nothing was deducted.
        """
        assert given(points) == told(self.ITEM.score(case(thieu=thieu, tu_99=tu_99, ca_hai=ca_hai)))

    def test_order(self):
        """
        It does not matter which names the other, nor which stands first.
        """
        other = ledger(*reversed(self.ITEM.entries))

        assert given(5) == told(other.score(case(thieu=0, tu_99=1, ca_hai=1)))
        assert (5, 5) == (self.ITEM.ceiling, other.ceiling)

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"tu_99": 1, "ca_hai": 0}, missing(2, 4, "thieu")),
            ({"thieu": 0, "tu_99": 1}, missing(4, 5, "ca_hai")),
            ({"thieu": 0, "ca_hai": 1}, given(5)),
            ({"thieu": 1}, given(2)),
            ({}, missing(2, 5, "ca_hai", "thieu", "tu_99")),
        ],
    )
    def test_missing(self, facts, expected):
        """
        A missing count is named only where it could still change the points.
        """
        assert expected == told(self.ITEM.score(case(**facts)))

    def test_chain(self):
        """
        Three that exclude each other pairwise in a chain are one group.
        """
        item = ledger(
            entry("a", 1, per="once"),
            entry("c", 3, per="once", exclusive_with=("b",)),
            entry("b", 2, per="once", exclusive_with=("a",)),
        )
        assert given(6) == told(item.score(case(a=1, b=1, c=1)))

    def test_base_already_lost(self):
        """
        A deduction that no longer lowers the base is named while it could still forfeit the bonus.
        """
        item = ledger(
            entry("tre", -1), entry("thuong", 1, per="once", requires_full_base=True), max_deduction=0
        )

        assert missing(3, 4, "tre") == told(item.score(case(thuong=1)))

    def test_best_of(self):
        """
        Alternatives of any shape: the one with the most counts, one that cannot be it is not asked for.
        """
        item = labelled(BestOf, maximum=5, parts=(judged("x", 5), judged("y", 2)))

        assert given(3) == told(item.score(case(x=3, y=2)))
        assert missing(2, 5, "x") == told(item.score(case(y=2)))
        assert given(3) == told(item.score(case(x=3)))
        assert missing(0, 5, "x", "y") == told(item.score(case()))

    def test_best_of_uses(self):
        """
        Every alternative is read.
        """
        assert {"x", "y"} == labelled(BestOf, maximum=5, parts=(judged("x", 5), judged("y", 2))).uses().facts

    def test_best_of_absent(self):
        """
        Alternatives that are all absent are absent.
        """
        item = labelled(BestOf, maximum=5, parts=(judged("x", 5), judged("y", 2)))

        assert absent(State.NOT_ASSIGNED) == told(item.score(case(x=NOT_ASSIGNED, y=NOT_APPLICABLE)))

    def test_best_of_reach(self):
        """
        Floor and ceiling are the best of the alternatives'; unlimited where one is.
        """
        carried = ledger(entry("a", -9, per="once"), floored=False)
        free = ledger(entry("b", 1))
        item = labelled(BestOf, maximum=5, parts=(carried, judged("y", 2)))

        assert (0, 3) == (item.floor, item.ceiling)
        assert labelled(BestOf, maximum=5, parts=(free, carried)).ceiling is None
        assert (0, 0) == (
            labelled(BestOf, maximum=0, parts=()).floor,
            labelled(BestOf, maximum=0, parts=()).ceiling,
        )


class TestWaiver:
    ITEM = ledger(entry("loi", -1), entry("tot", 1, limit=1), waived_when=Is("tu_xu_ly"))

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"loi": 1, "tot": 0, "tu_xu_ly": False}, given(2)),
            ({"loi": 1, "tot": 0, "tu_xu_ly": True}, (3, 3, State.WAIVED, ())),
            ({"loi": 1, "tot": 0}, missing(2, 3, "tu_xu_ly")),
            ({"loi": 0, "tot": 0}, given(3)),
            ({"tot": 0, "tu_xu_ly": True}, (3, 3, State.WAIVED, ())),
            ({"loi": 1, "tu_xu_ly": True}, missing(3, 4, "tot")),
            ({"tot": 0}, missing(0, 3, "loi", "tu_xu_ly")),
            ({"loi": 0}, missing(3, 4, "tot")),
        ],
    )
    def test_waiver(self, facts, expected):
        """
        While the waiver holds nothing is deducted; it is asked for only where there is something to waive.
        """
        assert expected == told(self.ITEM.score(case(**facts)))


class TestGuard:
    ITEM = labelled(Guard, maximum=5, item=judged("x", 5), needs=Is("ke_hoach") & Is("minh_chung"))

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"x": 4, "ke_hoach": True, "minh_chung": True}, given(4)),
            ({"x": 4, "ke_hoach": True, "minh_chung": False}, absent(State.GUARDED)),
            ({"ke_hoach": False}, absent(State.GUARDED)),
            ({"x": 4, "ke_hoach": True}, missing(0, 4, "minh_chung")),
            ({"ke_hoach": True, "minh_chung": True}, missing(0, 5, "x")),
            ({"ke_hoach": True}, missing(0, 5, "minh_chung", "x")),
            ({"x": 0}, given(0)),
            ({"x": NOT_ASSIGNED, "ke_hoach": False}, absent(State.NOT_ASSIGNED)),
            ({"x": 4, "ke_hoach": NOT_ASSIGNED, "minh_chung": True}, (0, 4, State.SILENT, ())),
        ],
    )
    def test_guard(self, facts, expected):
        """
        Nothing without the precondition; both ends while it is unknown.
        """
        assert expected == told(self.ITEM.score(case(**facts)))

    def test_reach(self):
        """
        A guard in front of what can fall below 0 reaches its floor, and opens from there.
        """
        item = labelled(
            Guard,
            maximum=1,
            item=ledger(entry("loi", -3), maximum=1, floored=False, max_deduction=3),
            needs=Is("k"),
        )

        assert (-2, 1) == (item.floor, item.ceiling)
        assert missing(-2, 0, "k") == told(item.score(case(loi=1)))


class TestEvidence:
    ITEM = labelled(Evidence, maximum=5, item=judged("x", 5), fact="mc")

    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"x": 4, "mc": True}, given(4)),
            ({"x": 4, "mc": False}, absent(State.NO_EVIDENCE)),
            ({"x": 4}, absent(State.NO_EVIDENCE)),
            ({"mc": True}, missing(0, 5, "x")),
            ({}, absent(State.NO_EVIDENCE)),
            ({"x": NOT_ASSIGNED}, absent(State.NOT_ASSIGNED)),
            ({"x": 4, "mc": NOT_APPLICABLE}, absent(State.NOT_APPLICABLE)),
        ],
    )
    def test_evidence(self, facts, expected):
        """
        Here alone an absent fact counts as no, and says so.
        """
        assert expected == told(self.ITEM.score(case(**facts)))

    def test_note(self):
        """
        Evidence that was refused is told from evidence that nobody recorded.
        """
        assert ["evidence_refused", "evidence_not_recorded"] == [
            self.ITEM.score(one).note for one in (case(x=4, mc=False), case(x=4))
        ]

    def test_wrong_type(self):
        """
        Evidence is a flag.
        """
        with pytest.raises(RosterError, match="true or false"):
            self.ITEM.score(case(x=4, mc="có"))

    def test_reach(self):
        """
        It reaches what its item reaches.
        """
        assert (0, 5) == (self.ITEM.floor, self.ITEM.ceiling)


class TestFourAbsences:
    @pytest.mark.parametrize(
        ("facts", "state"),
        [
            ({"x": NOT_ASSIGNED, "mc": True}, State.NOT_ASSIGNED),
            ({"x": NOT_APPLICABLE, "mc": True}, State.NOT_APPLICABLE),
            ({"x": 4}, State.NO_EVIDENCE),
            ({"mc": True}, State.MISSING),
            ({"x": 0, "mc": True}, State.GIVEN),
        ],
    )
    def test_told_apart(self, facts, state):
        """
        Not assigned, not applicable, no evidence, not judged yet and judged at 0 are five different answers.
        """
        assert state is TestEvidence.ITEM.score(case(**facts)).state
