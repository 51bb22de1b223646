"""Targets, movements, obligations, rankings of units."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from tests.worlds import BASE, CITE, DAY, good, parameter, policy, roster
from thidua_rules.criteria import Is, Settled
from thidua_rules.evaluation import Fulfilment, evaluate
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.policies.obligations import (
    Direction,
    Fund,
    Movement,
    Obligation,
    Proposal,
    Standings,
    Target,
)
from thidua_rules.scales import Judged, Scale, TieKey
from thidua_rules.subjects import Subject
from thidua_rules.values import FrozenMap
from thidua_rules.verdicts import MET, UNKNOWN, UNMET


def _column(name, kind):
    return FactSpec(id=name, type=kind, label_vi=name, label_en=name)


LISTS = (
    FactSpec(
        id="chi_tieu", type=FactType.RECORDS, label_vi="x", label_en="x",
        fields=(_column("ma", FactType.TEXT), _column("giao", FactType.DECIMAL), _column("thuc_hien", FactType.DECIMAL)),
    ),
    FactSpec(
        id="phong_trao", type=FactType.RECORDS, label_vi="x", label_en="x",
        fields=(
            _column("ma", FactType.TEXT), _column("ngay_phat_dong", FactType.DATE), _column("so_bao_cao", FactType.INTEGER),
            *(_column(n, FactType.FLAG) for n in ("co_ke_hoach", "co_nguoi_phu_trach", "co_ket_qua")),
        ),
    ),
    FactSpec(
        id="nghia_vu", type=FactType.RECORDS, label_vi="x", label_en="x",
        fields=(_column("ma", FactType.TEXT), _column("don_vi", FactType.TEXT), _column("ngay", FactType.DATE)),
    ),
    FactSpec(id="cham", type=FactType.DECIMAL, label_vi="x", label_en="x"),
)  # fmt: skip
LABELS = {"label_vi": "x", "label_en": "x", "citation": CITE}
DUE = dt.date(2022, 6, 30)


def evaluated(*subjects, rows=None, on=None, **demands):
    """An evaluation of a policy with these demands, and a commune with these lists."""
    base = policy(BASE)
    layer = attrs.evolve(
        base.layers[0],
        facts=(*base.layers[0].facts, *LISTS),
        parameters=(*base.layers[0].parameters, parameter("han", DUE)),
        **demands,
    )
    lists = {key: tuple(map(FrozenMap, value)) for key, value in (rows or {}).items()}
    commune = Subject("xa", SubjectKind.XA, "Xã", None, FrozenMap(), FrozenMap(lists))
    whole = roster(*subjects, commune)
    outside = attrs.evolve(whole.subject("don_vi"), facts=FrozenMap({"tot": False}))
    return evaluate(attrs.evolve(base, layers=(layer,)), whole.with_subject(outside), on=on)


class TestTargets:
    @pytest.mark.parametrize(
        ("row", "direction", "verdict", "margin"),
        [
            ({"giao": 100, "thuc_hien": 103}, Direction.AT_LEAST, MET, 3),
            ({"giao": 100, "thuc_hien": 99}, Direction.AT_LEAST, UNMET, -1),
            ({"giao": 0, "thuc_hien": 0}, Direction.AT_MOST, MET, 0),
            ({"giao": 0, "thuc_hien": 1}, Direction.AT_MOST, UNMET, 1),
            ({"giao": 100}, Direction.AT_LEAST, UNKNOWN, None),
            ({"thuc_hien": 100}, Direction.AT_LEAST, UNKNOWN, None),
        ],
    )
    def test_figures(self, row, direction, verdict, margin):
        """
        A figure is reached or missed by its margin; one that nobody gave leaves it open.
        """
        target = Target(id="t", metric="m", unit="u", direction=direction, **LABELS)
        result = evaluated(rows={"chi_tieu": ({"ma": "t"} | row,)}, targets=(target,)).targets[0]

        assert (verdict, margin) == (result.verdict, result.margin)

    @pytest.mark.parametrize("direction", list(Direction))
    @pytest.mark.parametrize("actual", [99, 101])
    def test_before_the_end(self, direction, actual):
        """
        A figure that is given before the year's end may still move either way; its margin so far is shown.
        """
        target = Target(id="t", metric="m", unit="u", direction=direction, **LABELS)
        rows = {"chi_tieu": ({"ma": "t", "giao": 100, "thuc_hien": actual},)}
        result = evaluated(rows=rows, targets=(target,), on=dt.date(2022, 12, 30)).targets[0]

        assert (UNKNOWN, actual - 100, ()) == (result.verdict, result.margin, result.missing)

    def test_no_row(self):
        """
        Without a row both figures are missing.
        """
        target = Target(id="t", metric="m", unit="u", **LABELS)

        assert ("giao", "thuc_hien") == evaluated(targets=(target,)).targets[0].missing

    def test_assigned_by_the_plan(self):
        """
        A figure that the plan gives itself stands where the roster gives none.
        """
        target = Target(id="t", metric="m", unit="u", assigned=5, **LABELS)
        rows = {"chi_tieu": ({"ma": "t", "thuc_hien": 6},)}

        assert MET is evaluated(rows=rows, targets=(target,)).targets[0].verdict


class TestMovements:
    FULL = {  # noqa: RUF012  # read only
        "ma": "p", "ngay_phat_dong": DUE, "so_bao_cao": 2, "co_ke_hoach": True, "co_nguoi_phu_trach": True, "co_ket_qua": True,
    }  # fmt: skip

    @pytest.mark.parametrize(
        "row", [{"ma": "anh_em"}, FULL | {"so_bao_cao": 0}, FULL | {"ngay_phat_dong": dt.date(2021, 1, 1)}]
    )
    def test_before_the_end(self, row):
        """
        What a movement lacks before the year's end may still come.
        """
        movement = Movement(id="p", **LABELS)
        result = evaluated(rows={"phong_trao": (row,)}, movements=(movement,), on=dt.date(2022, 12, 30))

        assert (UNKNOWN, 1) == (result.movements[0].verdict, len(result.movements[0].lacking))

    @pytest.mark.parametrize(
        ("change", "verdict", "lacking", "missing"),
        [
            ({}, MET, (), ()),
            ({"so_bao_cao": 0}, UNMET, ("so_bao_cao",), ()),
            ({"ngay_phat_dong": dt.date(2021, 1, 1)}, UNMET, ("ngay_phat_dong",), ()),
            ({"co_ke_hoach": False}, UNMET, ("co_ke_hoach",), ()),
            ({"co_ket_qua": None}, UNKNOWN, (), ("co_ket_qua",)),
            ({"ngay_phat_dong": None, "so_bao_cao": None}, UNKNOWN, (), ("ngay_phat_dong", "so_bao_cao")),
        ],
    )
    def test_parts(self, change, verdict, lacking, missing):
        """
        A movement is launched in the year, planned, led, reported on and has results.
        """
        row = {key: value for key, value in (self.FULL | change).items() if value is not None}
        result = evaluated(rows={"phong_trao": (row,)}, movements=(Movement(id="p", **LABELS),)).movements[0]

        assert (verdict, lacking, missing) == (result.verdict, result.lacking, result.missing)

    def test_not_held(self):
        """
        A movement that is not in the list was not launched; without a list that is unknown.
        """
        movements = (Movement(id="p", **LABELS),)

        assert [UNMET, UNKNOWN] == [
            evaluated(rows=rows, movements=movements).movements[0].verdict
            for rows in ({"phong_trao": ()}, {})
        ]


class TestObligations:
    ONE = Obligation(id="n", actor_vi="x", actor_en="x", due="han", **LABELS)

    @pytest.mark.parametrize(
        ("rows", "on", "state", "decided_by", "late"),
        [
            (({"ma": "n", "ngay": DUE},), None, Fulfilment.DONE, DUE, None),
            (({"ma": "n", "ngay": dt.date(2022, 7, 2)},), None, Fulfilment.LATE, dt.date(2022, 7, 2), 2),
            (
                ({"ma": "n", "ngay": dt.date(2022, 7, 2)}, {"ma": "n", "ngay": DUE}),
                None,
                Fulfilment.DONE,
                DUE,
                None,
            ),
            (({"ma": "khac", "ngay": DUE},), None, Fulfilment.MISSING, DAY, 184),
            ((), DUE, Fulfilment.NOT_DUE, DUE, None),
            (({"ma": "n"},), None, Fulfilment.UNDETERMINED, DAY, None),
            (None, None, Fulfilment.UNDETERMINED, DAY, None),
            (
                ({"ma": "n", "ngay": dt.date(2022, 7, 2)},),
                dt.date(2022, 7, 1),
                Fulfilment.MISSING,
                dt.date(2022, 7, 1),
                1,
            ),
        ],
    )
    def test_states(self, rows, on, state, decided_by, late):
        """
        Done, late, missing, not due or open, with the day that decides.
        """
        lists = {} if rows is None else {"nghia_vu": rows}
        result = evaluated(rows=lists, on=on, obligations=(self.ONE,)).obligations[0]

        assert (state, decided_by, late) == (result.state, result.decided_by, result.days_late)

    def test_without_a_last_day(self):
        """
        A deed without a last day is done when done, and else open: nothing says that it is missing.
        """
        one = attrs.evolve(self.ONE, due="")
        states = [
            evaluated(rows={"nghia_vu": rows}, obligations=(one,)).obligations[0].state
            for rows in (({"ma": "n", "ngay": DUE},), ())
        ]

        assert [Fulfilment.DONE, Fulfilment.UNDETERMINED] == states

    def test_each_actor(self):
        """
        A demand on each unit is held against each.
        """
        one = attrs.evolve(self.ONE, actors=Settled(MET))
        rows = {"nghia_vu": ({"ma": "n", "don_vi": "don_vi", "ngay": DUE},)}
        other = Subject("don_vi_2", SubjectKind.TAP_THE, "Đơn vị 2")
        found = evaluated(other, rows=rows, obligations=(one,)).obligations

        assert [("don_vi", Fulfilment.DONE), ("don_vi_2", Fulfilment.MISSING)] == [
            (r.actor, r.state) for r in found
        ]


class TestStandings:
    SCALE = Scale(
        id="s", label_vi="x", label_en="x", maximum=10,
        groups=(Judged(id="cham", label_vi="x", label_en="x", maximum=10, fact="cham"),),
    )  # fmt: skip
    RANKING = Standings(
        id="x",
        subjects=Is("tot"),
        scale="s",
        stratum="khoi",
        proposals=(Proposal(first=1, last=1, award="co_ban"),),
        **LABELS,
    )

    @staticmethod
    def unit(name, points, stratum="k1"):
        """A unit with so many points; None is missing."""
        facts = {"tot": True, "khoi": stratum} | ({} if points is None else {"cham": points})
        return Subject(name, SubjectKind.TAP_THE, name, None, FrozenMap(facts))

    def ranked(self, *units):
        """The rows of every stratum."""
        found = evaluated(*units, scales=(self.SCALE,), standings=(self.RANKING,)).standings
        return {one.stratum: [(r.subject, r.best, r.worst, r.proposes) for r in one.rows] for one in found}

    def test_strata(self):
        """
        Units are ranked inside their stratum, and the first place proposes.
        """
        found = self.ranked(self.unit("a", 5), self.unit("b", 7), self.unit("c", 1, "k2"))

        assert {"k1": [("b", 1, 1, "co_ban"), ("a", 2, 2, None)], "k2": [("c", 1, 1, "co_ban")]} == found

    def test_tie(self):
        """
        Equal units share the place, and what only one of them can have is proposed for none.
        """
        assert {"k1": [("a", 1, 1, None), ("b", 1, 1, None)]} == self.ranked(
            self.unit("a", 5), self.unit("b", 5)
        )

    @pytest.mark.parametrize(("highest", "first"), [(True, "b"), (False, "a")])
    def test_tie_broken_by_the_table(self, highest, first):
        """
        Equal units are told apart by the table's own chain, as far as facts carry it.
        """
        chain = (
            TieKey(id="t", fact="diem", highest_first=highest),
            TieKey(id="phieu"),
            TieKey(id="u", fact="cham"),
        )
        units = [
            attrs.evolve(one, facts=FrozenMap({**one.facts, "diem": number}))
            for one, number in ((self.unit("a", 5), 1), (self.unit("b", 5), 2))
        ]
        found = evaluated(
            *units, scales=(attrs.evolve(self.SCALE, ties=chain),), standings=(self.RANKING,)
        ).standings

        assert (first, "co_ban", 1) == (
            found[0].rows[0].subject,
            found[0].rows[0].proposes,
            found[0].rows[0].worst,
        )

    def test_missing_points(self):
        """
        A unit whose points are missing may stand anywhere, and keeps the others' places open.
        """
        found = self.ranked(self.unit("a", 5), self.unit("b", None))

        assert {"k1": [("a", 1, 2, None), ("b", 1, 2, None)]} == found

    def test_unknown_stratum(self):
        """
        A unit whose stratum is missing may belong to any: it has no place of its own, and leaves the others' open.
        """
        lost = self.unit("c", 9)
        lost = attrs.evolve(lost, facts=FrozenMap({"tot": True, "cham": 9}))
        found = self.ranked(self.unit("a", 5), self.unit("b", 7), lost)

        assert {
            "k1": [("b", 1, 2, None), ("a", 2, 3, None)],
            "": [("c", 1, 3, None)],
        } == found

    def test_perhaps_taking_part(self):
        """
        A unit that may take part keeps the others' places open, and nothing is proposed for it.
        """
        perhaps = attrs.evolve(self.unit("c", 9), facts=FrozenMap({"khoi": "k1", "cham": 9}))
        found = self.ranked(self.unit("a", 5), perhaps)

        assert {"k1": [("c", 1, 1, None), ("a", 1, 2, None)]} == found


class TestFundBounds:
    """What the commune may come to pay, where outcomes are open or tied."""

    def fund(self, *people, spending, awards=()):
        """The fund of a roster whose commune spends so much."""
        base = policy(*awards) if awards else policy(BASE)
        spec = attrs.evolve(base.facts["diem"], id="chi", maximum=None)
        layer = attrs.evolve(
            base.layers[0],
            facts=(*base.layers[0].facts, spec),
            fund=Fund(rate="ty_le", spending="chi", citation=CITE),
        )
        commune = Subject("xa", SubjectKind.XA, "Xã", None, FrozenMap({"chi": spending}))
        return evaluate(attrs.evolve(base, layers=(layer,)), roster(*people, commune)).fund

    def test_open(self):
        """
        Somebody undetermined leaves the total between two figures, and the ceiling between them open.
        """
        found = self.fund(good("a"), good("b", tot=None), spending=1_500_000)

        assert (450_000, 450_000, 900_000) == (found.total, found.total_low, found.total_high)
        assert (600_000, UNKNOWN) == (found.ceiling, found.verdict)

    @pytest.mark.parametrize(("spending", "verdict"), [(2_250_000, MET), (1_000_000, UNMET)])
    def test_both_ends(self, spending, verdict):
        """
        Where both ends stand on one side of the ceiling, the answer is known.
        """
        assert verdict is self.fund(good("a"), good("b", tot=None), spending=spending).verdict
