"""The parts of the kit: edges, places, roles, changes, proofs, and the list of properties."""

from __future__ import annotations

import datetime as dt
import tomllib
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import attrs
import pytest

from tests.fairness.planted.base import ROLES, award, clause, policy
from tests.fairness.planted.merits import OF_GOOD, OTHER, paid, plain, shared, unit_share
from tests.fairness.planted.persons import FAIR, GOOD, PLANTED, POINTS, WOMEN, ranked
from tests.worlds import DAY, good, person, roster
from thidua_rules import load_policy
from thidua_rules.criteria import Compare, Constant, Earned, Exists, Is, Parameter, WhereWithin
from thidua_rules.errors import RosterError
from thidua_rules.subjects import Decision, DecisionState
from thidua_rules.testing import fairness
from thidua_rules.testing.fairness import ALL, CATALOGUE, Answer, Budget, Meaning, Role, Roles, named, run
from thidua_rules.testing.fairness.edges import edges
from thidua_rules.testing.fairness.edits import (
    AddRow,
    Copy,
    Decide,
    Move,
    Remove,
    Rename,
    Reverse,
    SetFact,
    SetRows,
    Swap,
    applied,
)
from thidua_rules.testing.fairness.places import places, reads, without
from thidua_rules.testing.fairness.proving import proof_of
from thidua_rules.values import FrozenMap

FEW = Budget(tries=8)
VILLAGE = next(one.faulty for one in PLANTED if one.id == "chi_mot_thon")


class TestEdges:
    def test_parameter(self):
        """
        A parameter as threshold gives itself and one unit to both sides.
        """
        assert {79, 80, 81} <= set(edges(FAIR, "khen", DAY)["diem"])

    def test_range(self):
        """
        A value outside the fact's range is no edge.
        """
        rules = plain(clause("du_diem", Compare("diem", ">=", Constant(100))))

        assert [99, 100] == edges(rules, "khen", DAY)["diem"]

    def test_months(self):
        """
        A span of months gives the first days on both sides of it: six months for a rating, ten for the title.
        """
        found = edges(load_policy("phap_luat_2003"), "lao_dong_tien_tien", DAY)["ngay_tuyen_dung"]

        assert [dt.date(2022, month, 1) for month in (8, 7, 6, 4, 3, 2)] == found

    def test_rows(self):
        """
        A row's day gives the first and the last day that count, and those beside them.
        """
        rules = plain(clause("co", Exists("sang_kien", (WhereWithin("ngay"),))))
        days = [dt.date(2021, 12, 31), dt.date(2022, 1, 1), dt.date(2022, 12, 31), dt.date(2023, 1, 1)]

        assert days == edges(rules, "khen", DAY)["sang_kien.ngay"]

    def test_through(self):
        """
        The edges of an award that is needed count as well.
        """
        assert {79, 80, 81} <= set(edges(paid(1, 1), "khen_cao", DAY)["diem"])


class TestPlaces:
    def test_named(self):
        """
        A preference stands where it is written, and nowhere else.
        """
        rules = ranked(POINTS, WOMEN)

        assert ["uu_tien_nu"] == [
            one.rule.id for one in places(rules, rules.award("khen")) if "gioi_tinh" in one.reads
        ]

    def test_members(self):
        """
        What is asked of members is read.
        """
        assert {"diem", "tot"} <= reads(unit_share(Is("tot")), "khen")

    def test_without(self):
        """
        A policy without a rule has everything but that rule.
        """
        rules = ranked(POINTS, WOMEN)
        (gone,) = [one.rule for one in places(rules, rules.award("khen")) if one.rule.id == "uu_tien_nu"]

        assert attrs.evolve(rules.award("khen"), ranking=(POINTS,)) == without(rules, [gone]).award("khen")

    def test_quota(self):
        """
        A quota reads what its base asks.
        """
        rules = shared(OF_GOOD)
        (quota,) = [one for one in places(rules, rules.award("khen")) if one.rule.part == "quota"]

        assert {"diem"} == quota.reads


class TestRoles:
    def test_last(self):
        """
        Of two meanings of one fact the last holds.
        """
        assert Role.CLASS is ROLES.with_meanings([Meaning("diem", Role.CLASS)]).of("diem").role

    def test_permits(self):
        """
        A provision is allowed with all that stands below it, in a ranking key only.
        """
        one = Meaning("gioi_tinh", Role.TRAIT, allowed=("luat/6",))
        asked = [("key", "luat/6/1"), ("key", "luat/60"), ("eligibility", "luat/6")]
        parse = type(POINTS.citation).parse

        assert [True, False, False] == [one.permits(part, parse(text)) for part, text in asked]

    def test_undeclared(self):
        """
        A list of which only a column has a role counts as declared.
        """
        assert "ky_luat" not in Roles((Meaning("ky_luat.ngay", Role.ENTRY),)).undeclared(FAIR)


class TestEdits:
    people = roster(good("a", 1), good("b", 2), decisions=(Decision("x", "a", DecisionState.HIEU_LUC, DAY),))

    def test_swap(self):
        """
        Two people who change places twice stand where they stood.
        """
        edit = Swap("a", "b")
        once = edit.apply(self.people)

        assert ("b", 2) == (once.decisions[0].subject, once.subject("a").facts["diem"])
        assert self.people == edit.apply(once)

    def test_swap_units(self):
        """
        Collectives change places with their members.
        """
        two = attrs.evolve(
            self.people,
            subjects=(*self.people.subjects, attrs.evolve(self.people.subject("don_vi"), id="hai")),
        )

        assert {"hai"} == {one.unit for one in Swap("don_vi", "hai").apply(two).subjects if one.unit}

    def test_copy(self):
        """
        A collective is copied with its members and their decisions.
        """
        found = Copy("don_vi", "moi").apply(self.people)

        assert ["moi-1", "moi-2"] == [one.id for one in found.members("moi")]
        assert {"a", "moi-1"} == {one.subject for one in found.decisions}

    def test_remove(self):
        """
        Whoever leaves takes decisions and members along.
        """
        found = Remove("don_vi").apply(self.people)

        assert ((), ()) == (found.subjects, found.decisions)

    def test_rename(self):
        """
        A new id stands wherever the old one stood.
        """
        found = Rename(FrozenMap({"a": "z", "don_vi": "y"})).apply(self.people)

        assert ("y", "z") == (found.subject("z").unit, found.decisions[0].subject)

    def test_move(self):
        """
        A unit that is not there is made like the old one.
        """
        found = Move("a", "moi").apply(self.people)

        assert [["a"], ["b"]] == [[one.id for one in found.members(name)] for name in ("moi", "don_vi")]

    def test_reverse(self):
        """
        The opposite order of the opposite order is the order itself.
        """
        assert self.people == applied((Reverse(), Reverse()), self.people)

    @pytest.mark.parametrize(
        "edit",
        [
            SetFact("x", "diem", 1),
            AddRow("x", "vu_viec", FrozenMap()),
            AddRow("a", "khong_co", FrozenMap()),
            SetRows("x", "vu_viec", ()),
            Remove("x"),
            Copy("a", "b"),
            Rename(FrozenMap({"a": "b"})),
            Move("x", "moi"),
            Move("don_vi", "moi"),
            Decide("x", "a", DAY),
            Swap("a", "x"),
        ],
        ids=lambda one: one.kind,
    )
    def test_impossible(self, edit):
        """
        What cannot be changed gives nothing.
        """
        assert edit.apply(self.people) is None

    def test_taken_away(self):
        """
        A fact and a list can be taken away.
        """
        found = applied((SetFact("a", "diem", None), SetRows("a", "vu_viec", None)), self.people)

        assert ("diem" in found.subject("a").facts, "vu_viec" in found.subject("a").records) == (False, False)


class TestProofs:
    def test_solver(self):
        """
        What the solver proves is no longer tried.
        """
        pytest.importorskip("z3")
        report = run(plain(GOOD), named("more-merit"), budget=FEW, roles=ROLES)
        (found,) = [one for one in report.results if one.fact == "diem"]

        assert (Answer.PROVED, "solver", 0) == (found.answer, found.reason, found.tries)

    @pytest.mark.parametrize(
        ("rules", "fact"),
        [
            (FAIR, "diem"),
            (policy(award(clause("da_khen", Earned("khac"))), OTHER), "tot"),
            (unit_share(None), "diem"),
        ],
        ids=["limited", "through", "members"],
    )
    def test_part(self, rules, fact):
        """
        A proof of a part is none of the whole: where there is a limit, another award, or members.
        """
        assert proof_of("more_is_better", rules, "khen", fact, DAY) is None

    def test_refuted(self):
        """
        A pair of the solver is a counterexample like any other, made as small.
        """
        pytest.importorskip("z3")
        rules = plain(clause("du_diem", Compare("diem", "<=", Parameter("nguong"))))
        proof = proof_of("more_is_better", rules, "khen", "diem", DAY)

        assert (False, 1) == (proof.proved, len(proof.edits))

    def test_unread(self):
        """
        A trait that no rule reads is proved to play no part.
        """
        report = run(FAIR, named("blind-to-trait"), budget=FEW, roles=ROLES)

        assert {(Answer.PROVED, "not_read")} == {(one.answer, one.reason) for one in report.results}

    def test_bent(self):
        """
        The rule that may name a trait is told, where it was set aside.
        """
        report = run(ranked(POINTS, WOMEN), named("blind-to-trait"), budget=FEW, roles=ROLES)
        (found,) = [one for one in report.results if one.fact == "gioi_tinh"]

        assert ["uu_tien_nu"] == [one.id for one in found.bent_by]


class TestReasons:
    @pytest.mark.parametrize(
        ("law", "reason"),
        [
            ("no-envy", "no_ranking"),
            ("more-places", "no_quota"),
            ("split-merge", "no_groups"),
            ("higher-pays", "no_money"),
        ],
    )
    def test_outside(self, law, reason):
        """
        A property that has nothing to say of an award says why.
        """
        report = run(plain(GOOD), named(law), budget=FEW, roles=ROLES)

        assert [(Answer.NOT_TRIED, reason)] == [(one.answer, one.reason) for one in report.results]

    def test_nobody(self):
        """
        Where no try had anybody whom it is about, that is no success.
        """
        never = plain(clause("khong_the", Compare("diem", ">", Constant(100))))
        report = run(never, named("withdrawal"), budget=FEW, roles=ROLES)

        assert [(Answer.NOT_TRIED, "nobody")] == [(one.answer, one.reason) for one in report.results]


class TestProperties:
    def test_ids(self):
        """
        Every property has an id of its own and a statement in both languages.
        """
        assert len(ALL) == len({one.id for one in ALL}) == len({one.statement("vi") for one in ALL})
        assert len(ALL) == len({one.statement("en") for one in ALL})

    def test_one_way(self):
        """
        Each is tried in exactly one way.
        """
        assert {1} == {sum(way is not None for way in (one.attempts, one.check, one.numbers)) for one in ALL}

    def test_named(self):
        """
        An unknown id is an error.
        """
        with pytest.raises(LookupError):
            named("no-such-law")

    def test_roles(self):
        """
        The catalogue's roles name no fact twice.
        """
        facts = [one.fact for one in CATALOGUE.meanings]

        assert len(facts) == len(set(facts))


class TestPublic:
    @pytest.mark.parametrize("name", fairness.__all__)
    def test_there(self, name):
        """
        Every public name can be taken from the package.
        """
        assert getattr(fairness, name) is not None

    def test_sorted(self):
        """
        They are sorted, and what ``dir`` shows.
        """
        assert sorted(fairness.__all__) == dir(fairness)

    def test_unknown(self):
        """
        Another name is an AttributeError.
        """
        with pytest.raises(AttributeError, match="no attribute 'nothing'"):
            _ = fairness.nothing

    def test_entry_point(self):
        """
        Hypothesis is told where to register what is drawn by type.
        """
        project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
        module, _, name = project["project"]["entry-points"]["hypothesis"]["thidua_rules"].partition(":")

        assert callable(getattr(import_module(module), name))


def test_exact_money():
    """
    A bonus is worked out again from the parameters alone, and comes out the same.
    """
    report = run(
        paid(Decimal("0.3"), Decimal("1.05")), named("exact-money", "total-is-sum"), budget=FEW, roles=ROLES
    )

    assert {Answer.NO_COUNTEREXAMPLE} == {one.answer for one in report.results}


def test_given():
    """
    People are taken from a roster where one is given; nobody is made up.
    """
    empty = {"vu_viec": None, "de_nghi_khen_thuong": None}
    people = roster(*(person(f"n{index}", diem=70 + 5 * index, records=empty) for index in range(6)))
    report = run(VILLAGE, named("blind-to-trait"), people, FEW, ROLES)
    (found,) = report.refuted

    assert {one.id for one in found.counterexample.before.subjects} <= {one.id for one in people.subjects}


def test_wrong_roster():
    """
    A roster that doesn't fit the policy is an error before anything is tried.
    """
    with pytest.raises(RosterError, match="unknown fact 'lanh_dao'"):
        run(load_policy("phap_luat_2003"), ALL, roster(good("a")), FEW)
