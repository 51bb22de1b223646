"""Shares and counts over members, units, earned awards, and the case itself."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from tests.criteria.cases import case, subject
from thidua_rules.criteria import (
    Case,
    Earned,
    Fact,
    Is,
    MemberCount,
    MemberOf,
    MemberShare,
    NotCancelled,
    OfUnit,
    Settled,
    Vocabulary,
)
from thidua_rules.errors import PolicyError, RosterError
from thidua_rules.facts import SubjectKind
from thidua_rules.findings import Missing
from thidua_rules.subjects import Decision, DecisionState
from thidua_rules.values import FrozenMap, Marker
from thidua_rules.verdicts import MET, UNKNOWN, UNMET

DAY = dt.date(2022, 12, 1)


def unit(*flags, base=()):
    """A unit whose members have flag ``x`` as given, and flag ``b`` as in *base*."""
    facts = [{} if flag is None else {"x": flag} for flag in flags]
    for one, inside in zip(facts, base, strict=False):
        if inside is not None:
            one["b"] = inside
    members = [subject(f"m{i}", unit="a", facts=one) for i, one in enumerate(facts)]
    return case(others=members, kind=SubjectKind.TAP_THE)


class TestShare:
    @pytest.mark.parametrize(
        ("flags", "expected"),
        [
            ((True, True, False), MET),
            ((True, False), UNMET),
            ((True, None, False), UNKNOWN),
            ((True, True, None), MET),
            ((), UNKNOWN),
        ],
    )
    def test_more_than_half(self, flags, expected):
        """
        Exactly half is not more than half, and members whose fact is missing give bounds.
        """
        criterion = MemberShare(Is("x"), ">", Decimal("0.5"))

        assert (expected, expected) == (
            criterion.verdict(unit(*flags)),
            criterion.check(unit(*flags)).verdict,
        )

    def test_exact_share(self):
        """
        A share is an exact fraction.
        """
        assert Fraction(1, 3) == MemberShare(Is("x"), ">", 0).check(unit(True, False, False)).observed

    def test_missing_members_are_named(self):
        """
        The members' missing facts are what to fetch.
        """
        finding = MemberShare(Is("x"), ">", Decimal("0.5")).check(unit(True, None))

        assert (Missing("m1", "x"),) == finding.relevant_missing()

    def test_no_members(self):
        """
        A unit without members lacks its list of members.
        """
        finding = MemberShare(Is("x"), ">", 0).check(unit())

        assert (Missing("a", "thanh_vien"),) == finding.relevant_missing()

    def test_base(self):
        """
        Only members of the base are counted; one who may be outside widens the bounds both ways.
        """
        criterion = MemberShare(Is("x"), ">", Decimal("0.5"), among=Is("b"))
        finding = criterion.check(unit(True, False, True, base=(True, True, None)))

        assert (Fraction(1, 2), Fraction(2, 3)) == finding.observed

    def test_open_base_and_open_condition(self):
        """
        One of whom nothing is known may lower the share as well as raise it.
        """
        finding = MemberShare(Is("x"), ">", Decimal("0.5"), among=Is("b")).check(
            unit(True, None, base=(True, None))
        )

        assert (UNKNOWN, (Fraction(1, 2), 1)) == (finding.verdict, finding.observed)

    def test_base_that_may_be_empty(self):
        """
        A share of a base that may be empty is unknown.
        """
        criterion = MemberShare(Is("x"), ">", 0, among=Is("b"))

        assert UNKNOWN is criterion.verdict(unit(True, base=(False,)))

    def test_missing_number(self):
        """
        A number that is missing is named.
        """
        finding = MemberShare(Is("x"), ">", Fact("n")).check(unit(True))

        assert (UNKNOWN, (Missing("a", "n"),)) == (finding.verdict, finding.missing)

    def test_uses(self):
        """
        What is asked of members is told apart from the subject's own facts.
        """
        uses = MemberShare(Is("x"), ">", Fact("n"), among=Is("b")).uses()

        assert ({"n"}, {"x", "b"}) == (set(uses.facts), set(uses.member_facts))

    def test_missing_number_and_member(self):
        """
        Where both the number and a member's fact are missing, both are named: either could settle it.
        """
        finding = MemberShare(Is("x"), ">=", Fact("n")).check(unit(True, None))

        assert (Missing("a", "n"), Missing("m1", "x")) == finding.relevant_missing()

    def test_member_who_may_lower_the_share(self):
        """
        A member who fails the condition and may belong to the base is one to ask about.
        """
        finding = MemberShare(Is("x"), ">", Decimal("0.5"), among=Is("b")).check(
            unit(True, False, base=(True, None))
        )

        assert (Missing("m1", "b"),) == finding.relevant_missing()

    def test_number_that_was_not_assigned(self):
        """
        A number that was not assigned leaves it open, and no member is missing.
        """
        asked = unit(True)
        marked = attrs.evolve(asked.subject, facts=FrozenMap({"n": Marker.NOT_ASSIGNED}))
        finding = MemberShare(Is("x"), ">", Fact("n")).check(Case(marked, asked.world))

        assert (UNKNOWN, ()) == (finding.verdict, finding.missing)


class TestCount:
    @pytest.mark.parametrize(
        ("flags", "expected"), [((True, True), MET), ((True, None), UNKNOWN), ((True, False), UNMET)]
    )
    def test_at_least_two(self, flags, expected):
        """
        Members whose fact is missing may count.
        """
        assert expected is MemberCount(Is("x"), ">=", 2).verdict(unit(*flags))

    def test_base(self):
        """
        Members outside the base do not count.
        """
        criterion = MemberCount(Is("x"), ">=", 2, among=Is("b"))

        assert UNMET is criterion.verdict(unit(True, True, base=(True, False)))


class TestUnits:
    def test_of_unit(self):
        """
        A criterion can be asked of the subject's unit.
        """
        found = case(unit="u", others=(subject("u", facts={"x": True}),))
        criterion = OfUnit(Is("x"))

        assert (MET, "u") == (criterion.verdict(found), criterion.check(found).subject)

    @pytest.mark.parametrize("name", [None, "nowhere"])
    def test_no_unit(self, name):
        """
        Without its unit the answer is unknown.
        """
        finding = OfUnit(Is("x")).check(case(unit=name))

        assert (UNKNOWN, UNKNOWN, (Missing("a", "unit"),)) == (
            OfUnit(Is("x")).verdict(case(unit=name)),
            finding.verdict,
            finding.missing,
        )

    def test_of_unit_uses(self):
        """
        It reads facts of another subject.
        """
        assert {"x"} == set(OfUnit(Is("x")).uses().member_facts)

    @pytest.mark.parametrize(("group", "expected"), [("u", MET), ("v", MET), ("w", UNMET)])
    def test_member_of(self, group, expected):
        """
        A subject belongs to its unit and to that unit's unit.
        """
        others = (subject("u", unit="v"), subject("v", SubjectKind.XA))
        criterion = MemberOf((group,))

        assert (expected, expected) == (
            criterion.verdict(case(unit="u", others=others)),
            criterion.check(case(unit="u", others=others)).verdict,
        )

    def test_member_of_an_open_chain(self):
        """
        Where the unit's own unit is not given, the subject may belong to it: only a commune has none.
        """
        asked = case(unit="u", others=(subject("u"),))

        assert (UNKNOWN, (Missing("u", "unit"),)) == (
            MemberOf(("w",)).verdict(asked),
            MemberOf(("w",)).check(asked).missing,
        )

    def test_member_of_nothing_known(self):
        """
        A subject whose unit is not given may belong anywhere.
        """
        assert (Missing("a", "unit"),) == MemberOf(("u",)).check(case()).missing


class TestEarned:
    @pytest.mark.parametrize(
        ("state", "expected"),
        [(DecisionState.HIEU_LUC, MET), (DecisionState.TU_CHOI, UNMET), (DecisionState.HUY_BO, UNMET)],
    )
    def test_by_decision(self, state, expected):
        """
        A decision settles it: given, refused, or cancelled.
        """
        found = case(decisions=(Decision("t", "a", state, DAY),))

        assert (expected, expected) == (Earned("t").verdict(found), Earned("t").check(found).verdict)

    def test_without_decision(self):
        """
        Without decision or evaluation it is unknown, and the title is what is waited for.
        """
        finding = Earned("t").check(case())

        assert (UNKNOWN, (Missing("a", "danh_hieu:t"),)) == (finding.verdict, finding.missing)

    def test_uses(self):
        """
        It depends on the award.
        """
        assert {"t"} == set(Earned("t").uses().awards)

    @pytest.mark.parametrize(
        ("decisions", "expected"),
        [
            ((), MET),
            ((Decision("t", "a", DecisionState.HIEU_LUC, DAY),), MET),
            ((Decision("t", "a", DecisionState.HUY_BO, DAY, cancelled_on=DAY),), UNMET),
        ],
    )
    def test_not_cancelled(self, decisions, expected):
        """
        Only a cancelled decision stands in the way.
        """
        found = case(decisions=decisions)

        assert (expected, expected) == (
            NotCancelled("t").verdict(found),
            NotCancelled("t").check(found).verdict,
        )


class TestCase:
    def test_typed_reads(self):
        """
        Numbers, flags and days are read by type, markers as nothing.
        """
        found = case({"n": 3, "f": True, "d": DAY, "m": Marker.NOT_ASSIGNED})

        assert (3, True, DAY, None, None, None, None) == (
            found.number("n"),
            found.flag("f"),
            found.date("d"),
            found.number("m"),
            found.number("z"),
            found.flag("z"),
            found.date("z"),
        )

    @pytest.mark.parametrize(("method", "fact"), [("number", "f"), ("flag", "n"), ("date", "n")])
    def test_wrong_type(self, method, fact):
        """
        Another type is a fault that names the place.
        """
        with pytest.raises(RosterError, match=rf"subjects\[a\]\.facts\.{fact}: expected"):
            getattr(case({"n": 3, "f": True}), method)(fact)

    def test_no_scales(self):
        """
        A plain world knows no scale.
        """
        found = case()
        with pytest.raises(PolicyError, match="unknown scale 's'"):
            found.world.score("s", found)


class TestVocabulary:
    def test_every_kind_once(self):
        """
        The built-in kinds have names of their own.
        """
        found = Vocabulary.builtin()

        assert (Is, "member-share") == (found.find("is"), found.nearest("member_shares"))

    def test_with_kind(self):
        """
        Adding a kind gives a new vocabulary.
        """
        base = Vocabulary.builtin()

        assert base == base.with_kind(Settled)

    @pytest.mark.parametrize("one", [int, type("Thing", (), {"kind": "is"})])
    def test_refused(self, one):
        """
        A class without a kind, or that is no attrs class, is refused.
        """
        with pytest.raises(PolicyError, match="expected an attrs class"):
            Vocabulary.builtin().with_kind(one)

    def test_taken(self):
        """
        A kind cannot be taken over.
        """

        @attrs.frozen
        class Other:
            kind = "is"

        with pytest.raises(PolicyError, match="is taken by Is"):
            Vocabulary.builtin().with_kind(Other)
