"""The way to an award: smallest, replayed, and none where nothing changeable helps."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs
import pytest

from tests.worlds import BASE, DAY, UPPER, clause, good, policy, roster
from thidua_rules.criteria import (
    All,
    AtLeastOf,
    Compare,
    Count,
    Exempt,
    Exists,
    Fact,
    Is,
    MemberCount,
    MemberShare,
    NoneOf,
    Not,
    OfUnit,
    OneOf,
    Settled,
    Unless,
    Where,
    WhereIn,
    WhereWithin,
)
from thidua_rules.evaluation import Status, evaluate
from thidua_rules.facts import Choice, FactSpec, FactType, SubjectKind
from thidua_rules.findings import Missing
from thidua_rules.paths import apply, path_to_award
from thidua_rules.subjects import Decision, DecisionState, Roster, Subject
from thidua_rules.values import FrozenMap
from thidua_rules.verdicts import UNKNOWN

RECORDS = FactSpec(
    id="sang_kien", type=FactType.RECORDS, label_vi="sáng kiến", label_en="initiatives", changeable=True,
    fields=(
        FactSpec(id="ngay", type=FactType.DATE, label_vi="ngày", label_en="day"),
        FactSpec(id="nam", type=FactType.INTEGER, label_vi="năm", label_en="year"),
        FactSpec(id="cap", type=FactType.CHOICE, label_vi="cấp", label_en="level", choices=(Choice("xa", "xã", "commune"), Choice("thi_xa", "thị xã", "town"))),
    ),
)  # fmt: skip
RATING = FactSpec(
    id="loai", type=FactType.CHOICE, label_vi="loại", label_en="rating", changeable=True,
    choices=(Choice("kem", "kém", "poor"), Choice("kha", "khá", "fair"), Choice("tot", "tốt", "good")),
)  # fmt: skip
FIXED = FactSpec(id="co_dinh", type=FactType.FLAG, label_vi="cố định", label_en="fixed")


def rules(*criteria):
    """A policy with one award that asks *criteria*, and the facts of this module."""
    eligibility = tuple(clause(f"c{i}", one) for i, one in enumerate(criteria))
    found = policy(attrs.evolve(BASE, eligibility=eligibility, holds=(), bonus=None))
    layer = attrs.evolve(found.layers[0], facts=(*found.layers[0].facts, RECORDS, RATING, FIXED))
    return attrs.evolve(found, layers=(layer,))


def ways(found, one, name="a", award="co_ban"):
    """The smallest ways, as sets of (fact, new value)."""
    evaluation = evaluate(found, one)
    paths = path_to_award(evaluation, evaluation.outcome(name, award))
    return [{(c.fact, c.after) for c in path.changes} for path in paths.paths], paths


class TestWays:
    @pytest.mark.parametrize(
        ("criterion", "facts", "expected"),
        [
            (Is("tot"), {"tot": False}, [{("tot", True)}]),
            (Is("tot"), {"tot": None}, [{("tot", True)}]),
            (Not(Is("tot")), {"tot": True}, [{("tot", False)}]),
            (Compare("diem", ">=", 2), {"diem": 1}, [{("diem", 2)}]),
            (Compare("diem", ">", 2), {"diem": 1}, [{("diem", 3)}]),
            (Compare("diem", "<", 2), {"diem": 3}, [{("diem", 1)}]),
            (Compare("diem", "<=", 2), {"diem": 3}, [{("diem", 2)}]),
            (Compare("diem", "==", 2), {"diem": 3}, [{("diem", 2)}]),
            (Compare("diem", "!=", 2), {"diem": 2}, [{("diem", 3)}]),
            (Compare("diem", "!=", 3), {"diem": 3}, [{("diem", 2)}]),
            (Not(Compare("diem", ">=", 2)), {"diem": 3}, [{("diem", 1)}]),
            (Compare("diem", ">", 3), {"diem": 1}, []),
            (Compare("diem", "<", 0), {"diem": 1}, []),
            (OneOf("loai", ("kha", "tot")), {"loai": "kem"}, [{("loai", "kha")}]),
            (Not(OneOf("loai", ("kem", "kha"))), {"loai": "kha"}, [{("loai", "tot")}]),
            (OneOf("loai", ("tot",)), {}, [{("loai", "tot")}]),
            (Is("tot") | Compare("diem", ">=", 2), {"tot": False, "diem": 0}, [{("diem", 2)}, {("tot", True)}]),
            (Is("tot") & Compare("diem", ">=", 2), {"tot": False, "diem": 0}, [{("diem", 2), ("tot", True)}]),
            (Not(Is("tot") & Is("lanh_dao")), {"tot": True, "lanh_dao": True}, [{("tot", False)}]),
            (Not(Is("tot") | OneOf("loai", ("tot",))), {"tot": True, "loai": "tot"}, [{("tot", False), ("loai", "kha")}]),
            (AtLeastOf(1, (Is("co_dinh"), Is("tot"))), {"tot": False}, [{("tot", True)}]),
            (Not(AtLeastOf(1, (Is("tot"),))), {"tot": True}, [{("tot", False)}]),
            (Unless(Is("co_dinh"), (Exempt("e", Is("tot"), Compare("diem", ">=", 2)),)), {"co_dinh": False, "tot": False, "diem": 0}, [{("tot", True), ("diem", 2)}]),
            (Unless(Is("co_dinh"), (Exempt("e", Is("tot"), Is("lanh_dao")),)), {"co_dinh": True, "tot": True, "lanh_dao": False}, [{("tot", False)}]),
        ],
    )  # fmt: skip
    def test_smallest(self, criterion, facts, expected):
        """
        Each kind of condition is met by its smallest change.
        """
        found, _ = ways(rules(criterion), roster(good("a", **({"diem": 0} | facts))))

        assert sorted(map(sorted, expected)) == sorted(map(sorted, found))

    def test_row(self):
        """
        A missing row is given with everything that it needs to count.
        """
        where = (
            WhereWithin("ngay"),
            WhereWithin("nam"),
            WhereIn("cap", ("thi_xa",)),
            Where("nam", ">=", 2022),
        )
        row = (("cap", "thi_xa"), ("nam", 2022), ("ngay", dt.date(2022, 12, 31)))
        found, _ = ways(rules(Exists("sang_kien", where)), roster(good("a", records={"sang_kien": ()})))

        assert [{("sang_kien", row)}] == found

    @pytest.mark.parametrize(
        "criterion",
        [
            Exists("vu_viec"),
            Exists("sang_kien", (Where("nam", "<", 2000),)),
            Exists("sang_kien", (Where("nam", "==", Fact("diem")),)),
            Count("sang_kien", "<=", 0),
            NoneOf("sang_kien"),
            Not(Exists("sang_kien", (WhereIn("cap", ("xa",)),))),
            Is("co_dinh"),
            OneOf("khoi", ("k2",)),
            Compare("diem", ">=", Fact("khac")),
        ],
    )
    def test_none(self, criterion):
        """
        Where no changeable fact helps there is no way, and what stands in the way is named.
        """
        records = {"sang_kien": ({"cap": "xa", "nam": 2022, "ngay": DAY},), "vu_viec": ()}
        rulebook = rules(criterion)
        one = roster(good("a", co_dinh=False, records=records))
        extra = attrs.evolve(
            rulebook.layers[0],
            facts=(*rulebook.layers[0].facts, attrs.evolve(FIXED, id="khac", type=FactType.INTEGER)),
        )
        found, paths = ways(attrs.evolve(rulebook, layers=(extra,)), one)

        assert [] == found
        assert paths.blocked_by or paths.missing

    def test_count(self):
        """
        A count that lacks one row is met by adding it.
        """
        records = {"sang_kien": ({"cap": "xa"},)}
        found, _ = ways(
            rules(Count("sang_kien", ">=", 2, (WhereIn("cap", ("xa",)),))), roster(good("a", records=records))
        )

        assert [{("sang_kien", (("cap", "xa"),))}] == found

    def test_one_row_answers_two_questions(self):
        """
        Where one new row meets a condition and switches an exception off, it is added once.
        """
        recognised = Exists("sang_kien", (WhereWithin("nam"), WhereIn("cap", ("thi_xa",))))
        only_below = NoneOf("sang_kien", (WhereIn("cap", ("thi_xa",)),))
        rule = Unless(recognised, (Exempt("e", only_below, Settled(UNKNOWN), "chỉ xã", "only below"),))
        found, _ = ways(rules(rule), roster(good("a", records={"sang_kien": ()})))

        assert [{("sang_kien", (("cap", "thi_xa"), ("nam", 2022)))}] == found

    def test_of_the_unit(self):
        """
        A fact of the unit is named with whose it is, and replayed there.
        """
        unit = Subject("khoi", SubjectKind.TAP_THE, "Khối", None, FrozenMap({"tot": False}))
        rulebook = rules(OfUnit(Is("tot")))
        one = Roster("r", "Xã", 2022, (unit, good("a", unit="khoi")))
        _, paths = ways(rulebook, one)

        assert [[("khoi", "tot", True)]] == [
            [(change.subject, change.fact, change.after) for change in path.changes] for path in paths.paths
        ]

    def test_of_a_unit_that_is_not_known(self):
        """
        Where the unit is not given, nothing about it can be changed.
        """
        rulebook = rules(OfUnit(Is("tot")))
        found, paths = ways(rulebook, Roster("r", "Xã", 2022, (good("a", unit=None),)))

        assert ([], (Missing("a", "unit"),)) == (found, paths.missing)

    def test_through_another_award(self):
        """
        An award that another one needs is reached through that one's conditions.
        """
        people = [good(name) for name in "bcdef"]
        found, paths = ways(policy(BASE, UPPER), roster(*people, good("a", 3, tot=False)), award="nang_cao")

        assert [{("tot", True)}] == found
        assert [Status.RECOMMENDED] == [path.status for path in paths.paths]

    def test_decided_award(self):
        """
        A refused title cannot be reached by changing facts.
        """
        refused = Decision("co_ban", "a", DecisionState.TU_CHOI, DAY)
        found, _ = ways(policy(BASE, UPPER), roster(good("a", 3), decisions=(refused,)), award="nang_cao")

        assert [] == found

    def test_not_needed(self):
        """
        Whoever is eligible needs no way.
        """
        _, paths = ways(policy(BASE), roster(good("a")))

        assert (False, ()) == (paths.needed, paths.paths)

    def test_unknown_and_fixed(self):
        """
        Where an unchangeable fact is missing, it is what has to be learnt.
        """
        _, paths = ways(rules(Is("co_dinh")), roster(good("a")))

        assert (Missing("a", "co_dinh"),) == paths.missing

    def test_every_way_is_replayed(self):
        """
        Each way, applied to the subject, makes it eligible.
        """
        rulebook = rules(Is("tot") | Compare("diem", ">=", 2), OneOf("loai", ("tot",)))
        one = roster(good("a", 0, tot=False, loai="kem"))
        evaluation = evaluate(rulebook, one)
        outcome = evaluation.outcome("a", "co_ban")
        paths = path_to_award(evaluation, outcome).paths

        assert 2 == len(paths)
        for path in paths:
            again = evaluate(rulebook, one.with_subject(apply(outcome.subject, path.changes)))
            assert path.status is again.outcome("a", "co_ban").status is Status.RECOMMENDED


class TestNone:
    def test_open_beside_mendable(self):
        """
        A condition that can be mended is no obstacle: what is named is the fact to be learnt.
        """
        _, paths = ways(rules(Is("tot"), Is("co_dinh")), roster(good("a", tot=False)))

        assert ((), (Missing("a", "co_dinh"),)) == (paths.blocked_by, paths.missing)

    def test_only_the_part_that_blocks(self):
        """
        Of a condition with several parts only the part that nothing mends is named, under its provision.
        """
        inner = clause("trong", Is("co_dinh"))
        rule = Unless(All((Is("tot"), inner)), (Exempt("e", Is("lanh_dao"), Settled(UNKNOWN), "x", "x"),))
        _, paths = ways(rules(rule), roster(good("a", tot=False, co_dinh=False)))

        assert [("trong", "is")] == [(one.heading.id, one.finding.kind) for one in paths.blocked_by]

    def test_exception_that_applies(self):
        """
        Where an exception applies, what it says instead is what blocks.
        """
        rule = Unless(Is("tot"), (Exempt("e", Is("co_dinh"), clause("khac", Is("co_dinh", wanted=False))),))
        _, paths = ways(rules(rule), roster(good("a", co_dinh=True)))

        assert ["khac"] == [one.heading.id for one in paths.blocked_by]

    def test_together_only(self):
        """
        Where each condition alone could be mended and both cannot, everything that decided is named.
        """
        _, paths = ways(rules(Compare("diem", ">=", 2), Compare("diem", "<", 2)), roster(good("a", 1)))

        assert (["c0"], ()) == ([one.heading.id for one in paths.blocked_by], paths.paths)


class TestMembers:
    @staticmethod
    def of(criterion, *states):
        """The ways of a unit whose members are, one after another, so good."""
        unit = Subject("khoi", SubjectKind.TAP_THE, "Khối")
        people = [good(f"m{i}", unit="khoi", tot=state) for i, state in enumerate(states)]
        rulebook = rules(criterion)
        award = attrs.evolve(rulebook.awards["co_ban"], recipients=(SubjectKind.TAP_THE,))
        rulebook = attrs.evolve(rulebook, layers=(attrs.evolve(rulebook.layers[0], awards=(award,)),))
        _, paths = ways(rulebook, Roster("r", "Xã", 2022, (unit, *people)), name="khoi")
        return [[(c.subject, c.after) for c in path.changes] for path in paths.paths]

    def test_share(self):
        """
        A share is reached by every choice of as few members as it takes.
        """
        found = self.of(MemberShare(Is("tot"), ">", Decimal("0.5")), True, False, False)

        assert [[("m1", True)], [("m2", True)]] == found

    def test_count(self):
        """
        So is a number; where two are lacking, two change.
        """
        assert [[("m0", True), ("m1", True)]] == self.of(MemberCount(Is("tot"), ">=", 2), False, False)

    @pytest.mark.parametrize(
        "criterion",
        [
            MemberCount(Is("tot"), "<=", 0),
            MemberCount(Is("tot"), ">=", 3),
            MemberShare(Is("co_dinh"), ">=", 1),
            MemberShare(Is("tot"), ">=", 1, Is("lanh_dao", wanted=False)),
            MemberShare(Is("tot"), ">=", Fact("khong_co")),
        ],
    )
    def test_none(self, criterion):
        """
        Where fewer would be asked, too few are there, nothing mends them, the base moves, or the limit is open: none.
        """
        assert [] == self.of(criterion, True, False)


class TestText:
    def test_ways(self):
        """
        A way is written with whose fact changes, from what, to what, and to which status it leads.
        """
        _, paths = ways(rules(Compare("diem", ">=", 2)), roster(good("a", 0)))

        assert str(paths) == ("co_ban for a: INELIGIBLE, ways: 1\na.diem: 0 -> 2 => RECOMMENDED")

    def test_missing_and_rows(self):
        """
        A missing fact and a row to add are written as such.
        """
        rule = All((Is("tot"), Exists("sang_kien", (WhereIn("cap", ("xa",)),))))
        _, paths = ways(rules(rule), roster(good("a", tot=None, records={"sang_kien": ()})))

        assert "a.sang_kien: one more row (cap=xa) and a.tot: missing -> True" in str(paths)

    def test_none_needed(self):
        """
        Whoever is eligible is told so.
        """
        _, paths = ways(policy(BASE), roster(good("a")))

        assert "co_ban for a: RECOMMENDED, no change needed" == str(paths)

    def test_none(self):
        """
        Where there is no way, the conditions and the missing facts that stand in it are named.
        """
        _, paths = ways(rules(Is("co_dinh")), roster(good("a")))

        assert "co_ban for a: UNDETERMINED, none, because of a.co_dinh missing" == str(paths)

    def test_personal(self):
        """
        The value of a personal fact is in no text and no repr.
        """
        rulebook = rules(OneOf("loai", ("tot",)))
        secret = attrs.evolve(RATING, personal=True)
        facts = (*(one for one in rulebook.layers[0].facts if one.id != "loai"), secret)
        rulebook = attrs.evolve(rulebook, layers=(attrs.evolve(rulebook.layers[0], facts=facts),))
        _, paths = ways(rulebook, roster(good("a", loai="kem")))

        assert "a.loai: changed => RECOMMENDED" in str(paths)
        assert "kem" not in f"{paths}{paths!r}"
