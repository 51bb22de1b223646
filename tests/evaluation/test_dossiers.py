"""Dossiers: each step done, late, missing, not due or open; papers; the order of the steps."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from tests.worlds import BASE, CITE, parameter, policy, roster
from thidua_rules.calendars import Calendar, Counting, CountingRule
from thidua_rules.errors import UnknownNameError
from thidua_rules.evaluation import Fulfilment, evaluate
from thidua_rules.evaluation.results import Gap
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.policies.layers import Dated, ParameterSpec
from thidua_rules.policies.procedures import Paper, Procedure, Step
from thidua_rules.subjects import Subject
from thidua_rules.values import FrozenMap
from thidua_rules.verdicts import MET, UNKNOWN, UNMET

DONE, LATE, MISSING, NOT_DUE, OPEN = Fulfilment
LABELS = {"label_vi": "x", "label_en": "x", "citation": CITE}
PEOPLE = (SubjectKind.CA_NHAN,)


def day(text):
    """The day *text* of 2022, as month-day; None stays None."""
    return None if text is None else dt.date.fromisoformat(f"2022-{text}")


CALENDAR = Calendar(
    id="lich", first=day("01-01"), last=day("12-31"), days_off=(day("09-01"), day("09-02")), rule=CountingRule(citation=CITE), **LABELS
)  # fmt: skip


def column(name, kind=FactType.TEXT):
    """A column of a list."""
    return FactSpec(id=name, type=kind, label_vi=name, label_en=name)


HEAD = tuple(map(column, ("thu_tuc", "danh_hieu", "doi_tuong", "ho_so")))
LISTS = (
    FactSpec(
        id="buoc_ho_so", type=FactType.RECORDS, label_vi="x", label_en="x",
        fields=(*HEAD, column("buoc"), column("ngay", FactType.DATE)),
    ),
    FactSpec(
        id="giay_to_ho_so", type=FactType.RECORDS, label_vi="x", label_en="x",
        fields=(*HEAD, column("giay_to"), column("co", FactType.FLAG), column("ngay", FactType.DATE)),
    ),
)  # fmt: skip


def step(name, **more):
    """A step of which only this is said."""
    return Step(id=name, actor_vi="x", actor_en="x", **(LABELS | more))


STEPS = (
    step("nhan"),
    step("xet", after="nhan", before="ky"),
    step("ky", after="nhan", within="muoi"),
    step("gui", after="ky", within="nam_ngay", counting=Counting.CALENDAR),
    step("nop", due="han"),
)
ROUTE = Procedure(
    id="duong", awards=("co_ban",), recipients=PEOPLE, steps=STEPS,
    papers=(Paper(id="don", **LABELS), Paper(id="bang", awards=("co_ban",), **LABELS), Paper(id="khac", awards=("nang_cao",), **LABELS)), **LABELS,
)  # fmt: skip
DATED = ParameterSpec(
    id="theo_ngay", label_vi="x", label_en="x", citation=CITE,
    values=(
        Dated(value=10, valid_from=day("03-01"), valid_to=day("06-30")), Dated(value=2, valid_from=day("07-01")),
    ),
)  # fmt: skip


def evaluated(steps=(), papers=None, *, on=None, procedures=(ROUTE,), calendar=CALENDAR):
    """An evaluation of these rows: ``{buoc: ngay}`` of the usual dossier, or rows as they are."""
    base = policy(BASE)
    layer = attrs.evolve(
        base.layers[0],
        facts=(*base.layers[0].facts, *LISTS),
        parameters=(
            *base.layers[0].parameters,
            parameter("muoi", 10),
            parameter("nam_ngay", 5),
            parameter("han", day("06-30")),
            DATED,
        ),
        procedures=procedures,
        calendar=calendar,
    )
    lists = {"buoc_ho_so": _rows(steps, "buoc", "ngay"), "giay_to_ho_so": _rows(papers, "giay_to", "co")}
    given = FrozenMap({key: rows for key, rows in lists.items() if rows is not None})
    commune = Subject("xa", SubjectKind.XA, "Xã", None, FrozenMap(), given)
    return evaluate(attrs.evolve(base, layers=(layer,)), roster(commune), on=day(on) or day("12-31"))


def _rows(given, name, value):
    if given is None:
        return None
    if isinstance(given, dict):
        head = {"thu_tuc": "duong"}
        given = [head | {name: key} | ({} if one is None else {value: one}) for key, one in given.items()]
    return tuple(map(FrozenMap, given))


def dossier(steps=(), papers=None, **more):
    """The only dossier of these rows."""
    dated = {name: day(one) for name, one in steps.items()} if isinstance(steps, dict) else steps
    (found,) = evaluated(dated, papers, **more).dossiers
    return found


class TestStates:
    @pytest.mark.parametrize(
        ("steps", "on", "state", "due", "late"),
        [
            ({"nhan": "06-06", "ky": "06-20"}, None, DONE, "06-20", None),
            ({"nhan": "06-06", "ky": "06-21"}, None, LATE, "06-20", 1),
            ({"nhan": "08-22", "ky": "09-08"}, None, LATE, "09-07", 1),
            ({"nhan": "06-06"}, "06-20", NOT_DUE, "06-20", None),
            ({"nhan": "06-06"}, "06-21", MISSING, "06-20", 1),
            ({"nhan": "06-06", "ky": "06-22"}, "06-21", MISSING, "06-20", 1),
            ({"nhan": None, "ky": "06-20"}, None, OPEN, None, None),
            ({"nhan": "06-06", "ky": None}, None, OPEN, "06-20", None),
            ({"nhan": "12-28", "ky": "12-30"}, None, OPEN, None, None),
            ({"nhan": "12-28"}, None, OPEN, None, None),
            ({"xet": "06-08"}, None, NOT_DUE, None, None),
        ],
    )
    def test_working_days(self, steps, on, state, due, late):
        """
        Ten working days: met, missed by a day, over days off, not yet due, overdue, and what keeps it open.
        """
        found = dossier(steps, on=on).step("ky")

        assert (state, day(due), late) == (found.state, found.due, found.late)

    @pytest.mark.parametrize(
        ("done", "state", "late"), [("06-27", DONE, None), ("06-28", LATE, 1), ("07-01", LATE, 4)]
    )
    def test_calendar_days(self, done, state, late):
        """
        Five days from the 20th end on a Saturday, so on Monday the 27th; lateness is counted in days.
        """
        found = dossier({"nhan": "06-06", "ky": "06-20", "gui": done}).step("gui")

        assert (day("06-27"), state, late, 5) == (found.due, found.state, found.late, found.allowed)

    @pytest.mark.parametrize(
        ("steps", "on", "state", "late"),
        [
            ({"nop": "06-30"}, None, DONE, None),
            ({"nop": "07-02"}, None, LATE, 2),
            ({"nhan": "06-06"}, "07-10", MISSING, 10),
            ({"nhan": "06-06"}, "06-30", NOT_DUE, None),
        ],
    )
    def test_fixed_day(self, steps, on, state, late):
        """
        A fixed day stands as it is written, and lateness after it is counted in days.
        """
        found = dossier(steps, on=on).step("nop")

        assert (state, late, Counting.CALENDAR) == (found.state, found.late, found.counting)

    @pytest.mark.parametrize(
        ("steps", "name", "gap"),
        [
            ({"nhan": None}, "nhan", Gap.DAY),
            ({"nhan": None, "ky": "06-20"}, "ky", Gap.START),
            ({"nhan": None, "xet": "06-07"}, "ky", Gap.START),
            ({"ky": "06-20"}, "ky", Gap.START),
            ({"ky": "06-20"}, "nhan", Gap.FIRST),
            ({"nhan": "12-28"}, "ky", Gap.CALENDAR),
            ({"gui": "06-20"}, "ky", Gap.FIRST),
            ({"gui": None}, "ky", Gap.FIRST),
        ],
    )
    def test_why_open(self, steps, name, gap):
        """
        An open step says what is missing.
        """
        found = dossier(steps).step(name)

        assert (OPEN, gap) == (found.state, found.gap)

    def test_clock_that_has_not_begun(self):
        """
        A step whose clock has not begun is not due, whatever the day.
        """
        found = dossier({"nhan": "06-06"})

        assert [MISSING, NOT_DUE] == [found.step(name).state for name in ("ky", "gui")]

    def test_first_step(self):
        """
        A step that nothing sets a day for is done when done, and not due before.
        """
        states = [dossier(steps).step("nhan").state for steps in ({"nhan": "06-06"}, {"nop": "06-06"})]

        assert [DONE, NOT_DUE] == states

    def test_no_list(self):
        """
        Where only papers are listed, nothing is known of the steps, and nothing is said of their order.
        """
        found = dossier(None, {"don": True})

        assert {OPEN} == {one.state for one in found.steps}
        assert ({Gap.LIST}, ()) == ({one.gap for one in found.steps}, found.orders)

    def test_no_calendar(self):
        """
        Without a calendar no number of days is counted.
        """
        found = dossier({"nhan": "06-06", "ky": "06-07"}, calendar=None).step("ky")

        assert (OPEN, Gap.CALENDAR) == (found.state, found.gap)

    def test_late_by_an_unknown_number(self):
        """
        Beyond the calendar it is still known that a step is late, but not by how many working days.
        """
        short = attrs.evolve(CALENDAR, last=day("06-20"))
        found = dossier({"nhan": "06-06", "ky": "06-21"}, calendar=short).step("ky")

        assert (LATE, None) == (found.state, found.late)

    @pytest.mark.parametrize(
        ("start", "expected"),
        [("06-27", (day("07-11"), NOT_DUE)), ("07-01", (day("07-05"), NOT_DUE)), ("02-01", (None, OPEN))],
    )
    def test_number_of_the_day_that_starts(self, start, expected):
        """
        A deadline is as long as the rules say on the day that starts it, and open where they say nothing.
        """
        steps = (step("nhan"), step("ky", after="nhan", within="theo_ngay"))
        found = dossier({"nhan": start}, procedures=(attrs.evolve(ROUTE, steps=steps),), on=start).step("ky")

        assert expected == (found.due, found.state)

    @pytest.mark.parametrize(
        ("change", "steps"),
        [
            ({"within": "lam_tron", "after": "nhan"}, {"nhan": "06-06", "ky": "06-06"}),
            ({"due": "muoi"}, {"ky": "06-06"}),
        ],
    )
    def test_number_that_is_none(self, change, steps):
        """
        A policy that names something else than a number or a day leaves the step open.
        """
        found = dossier(
            steps, procedures=(attrs.evolve(ROUTE, steps=(step("nhan"), step("ky", **change))),)
        ).step("ky")

        assert (OPEN, Gap.NUMBER) == (found.state, found.gap)

    def test_unknown_step(self):
        """
        A step that the procedure has not is an error with the nearest name.
        """
        with pytest.raises(UnknownNameError, match="did you mean 'nhan'"):
            dossier({"nhan": "06-06"}).step("nhann")


class TestPapers:
    @pytest.mark.parametrize(
        ("rows", "on", "expected"),
        [
            (None, None, UNKNOWN),
            ({}, None, UNMET),
            ({"don": True}, None, MET),
            ({"don": False}, None, UNMET),
            ({"don": None}, None, UNKNOWN),
            ([{"ngay": day("06-10")}], "06-10", MET),
            ([{"ngay": day("06-10")}], "06-09", UNMET),
            ([{"co": True, "ngay": day("06-10")}], "06-10", MET),
            ([{}, {"co": True}], None, MET),
            ([{}, {"co": False}], None, UNKNOWN),
        ],
    )
    def test_verdicts(self, rows, on, expected):
        """
        A paper is there, is not there, or nobody said; one filed later is not there yet.
        """
        if isinstance(rows, list):
            rows = [{"thu_tuc": "duong", "giay_to": "don"} | row for row in rows]
        found = dossier({"nhan": "06-06"}, rows, on=on).papers[0]

        assert ("don", expected) == (found.paper.id, found.verdict)

    def test_papers_of_an_award(self):
        """
        A dossier holds the papers of its own award only.
        """
        found = dossier({"nhan": "06-06"}, {}).papers

        assert ["don", "bang"] == [one.paper.id for one in found]


class TestOrder:
    @pytest.mark.parametrize(
        ("steps", "expected"),
        [
            (
                {"nhan": "06-06", "xet": "06-07", "ky": "06-08"},
                {"nhan-xet": MET, "xet-ky": MET, "nhan-ky": MET},
            ),
            (
                {"nhan": "06-06", "xet": "06-06", "ky": "06-06"},
                {"nhan-xet": MET, "xet-ky": UNKNOWN, "nhan-ky": MET},
            ),
            (
                {"nhan": "06-06", "xet": "06-09", "ky": "06-08"},
                {"nhan-xet": MET, "xet-ky": UNMET, "nhan-ky": MET},
            ),
            ({"nhan": "06-09", "ky": "06-08"}, {"xet-ky": UNMET, "nhan-ky": UNMET}),
            ({"nhan": None, "xet": None, "ky": "06-08"}, {"xet-ky": UNKNOWN, "nhan-ky": UNKNOWN}),
            ({"nhan": "06-06"}, {}),
        ],
    )
    def test_order(self, steps, expected):
        """
        A later step that was taken tells of its order: kept, broken, or not known.
        """
        found = dossier(steps).orders

        assert expected == {f"{one.first}-{one.then}": one.verdict for one in found}

    @pytest.mark.parametrize(
        ("steps", "counting", "expected"),
        [
            ({"nhan": "06-06", "ky": "06-20"}, Counting.WORKING, (MET, day("06-20"), None)),
            ({"nhan": "06-06", "ky": "06-17"}, Counting.WORKING, (UNMET, day("06-20"), 1)),
            ({"nhan": "06-06", "ky": "06-10"}, Counting.CALENDAR, (UNMET, day("06-16"), 6)),
            ({"nhan": "12-28", "ky": "12-30"}, Counting.WORKING, (UNKNOWN, None, None)),
            ({"nhan": "06-06", "ky": "06-17"}, Counting.YEARS, (UNKNOWN, None, None)),
            ({"nhan": None, "ky": "06-17"}, Counting.WORKING, (UNKNOWN, None, None)),
        ],
    )
    def test_wait(self, steps, counting, expected):
        """
        A step that has to wait is too early by so many days, or that is not known.
        """
        wait = "muoi" if counting is not Counting.YEARS else "he_so_thap"
        steps_ = (step("nhan"), step("ky", after="nhan", wait=wait, counting=counting))
        (found,) = dossier(steps, procedures=(attrs.evolve(ROUTE, steps=steps_),)).orders

        assert expected == (found.verdict, found.earliest, found.early)

    def test_wait_of_a_year(self):
        """
        A step of the year after is too early in the same one, by days.
        """
        years = parameter("sang_nam", 1)
        steps_ = (step("nhan"), step("ky", after="nhan", wait="sang_nam", counting=Counting.YEARS))
        base = evaluated({}, procedures=(attrs.evolve(ROUTE, steps=steps_),))
        layer = attrs.evolve(base.policy.layers[0], parameters=(*base.policy.layers[0].parameters, years))
        commune = base.roster.subject("xa")
        rows = _rows({"nhan": day("06-06"), "ky": day("12-30")}, "buoc", "ngay")
        filled = base.roster.with_subject(attrs.evolve(commune, records=FrozenMap({"buoc_ho_so": rows})))
        ((found,),) = [
            one.orders for one in evaluate(attrs.evolve(base.policy, layers=(layer,)), filled).dossiers
        ]

        assert (dt.date(2023, 1, 1), 2, Counting.CALENDAR) == (found.earliest, found.early, found.counting)


class TestWhich:
    def test_none(self):
        """
        Without a row there is no dossier.
        """
        assert () == evaluated(None).dossiers

    def test_several(self):
        """
        Dossiers are told apart by procedure, award, subject and number, and come in that order.
        """
        other = attrs.evolve(ROUTE, id="khac", awards=("co_ban", "nang_cao"))
        rows = [
            {"thu_tuc": "khac", "danh_hieu": "nang_cao", "buoc": "nhan"},
            {"thu_tuc": "khac", "buoc": "nhan"},
            {"thu_tuc": "duong", "doi_tuong": "b", "buoc": "nhan"},
            {"thu_tuc": "duong", "danh_hieu": "co_ban", "doi_tuong": "b", "buoc": "xet"},
            {"thu_tuc": "duong", "doi_tuong": "a", "ho_so": "2", "buoc": "nhan"},
            {"thu_tuc": "duong", "doi_tuong": "a", "buoc": "nhan"},
        ]
        papers = [{"thu_tuc": "duong", "giay_to": "don", "doi_tuong": "a", "ho_so": "3"}]
        people = [Subject(name, SubjectKind.CA_NHAN, name) for name in ("a", "b")]
        start = evaluated(rows[:0], papers[:0], procedures=(ROUTE, other))
        commune = attrs.evolve(
            start.roster.subject("xa"),
            records=FrozenMap({"buoc_ho_so": _rows(rows, "", ""), "giay_to_ho_so": _rows(papers, "", "")}),
        )
        found = evaluate(start.policy, roster(*people, commune)).dossiers

        assert [
            ("duong", "co_ban", "a", ""),
            ("duong", "co_ban", "a", "2"),
            ("duong", "co_ban", "a", "3"),
            ("duong", "co_ban", "b", ""),
            ("khac", None, None, ""),
            ("khac", "nang_cao", None, ""),
        ] == [(one.procedure.id, one.award, one.subject, one.number) for one in found]
