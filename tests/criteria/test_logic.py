"""All, any, not, k of n, exceptions, clauses."""

from __future__ import annotations

import pytest

from tests.criteria.cases import case
from thidua_rules.citations import Citation
from thidua_rules.criteria import All, Any, AtLeastOf, Clause, Exempt, Is, Not, Settled, Unless
from thidua_rules.criteria.base import Criterion
from thidua_rules.errors import BooleanUseError, ClashError, PolicyError
from thidua_rules.facts import SubjectKind
from thidua_rules.findings import Missing
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict

ANSWERS = (MET, UNKNOWN, UNMET)
YES, OPEN, NO = Settled(MET), Settled(UNKNOWN), Settled(UNMET)


def both(criterion, facts=None):
    """The bare verdict, which must equal the explained one."""
    verdict = criterion.verdict(case(facts))
    assert verdict is criterion.check(case(facts)).verdict
    return verdict


class TestTables:
    @pytest.mark.parametrize("left", ANSWERS)
    @pytest.mark.parametrize("right", ANSWERS)
    def test_kleene(self, left, right):
        """
        The tables of Kleene's strong logic, with the order MET over UNKNOWN over UNMET.
        """
        order = [UNMET, UNKNOWN, MET]
        low, high = sorted((left, right), key=order.index)
        pair = (Settled(left), Settled(right))

        assert (low, high) == (both(All(pair)), both(Any(pair)))

    @pytest.mark.parametrize(("answer", "expected"), [(MET, UNMET), (UNKNOWN, UNKNOWN), (UNMET, MET)])
    def test_not(self, answer, expected):
        """
        Not turns MET and UNMET round and leaves UNKNOWN.
        """
        assert expected is both(Not(Settled(answer)))

    def test_empty(self):
        """
        All of nothing is met, any of nothing is unmet.
        """
        assert (MET, UNMET) == (both(All(())), both(Any(())))

    @pytest.mark.parametrize(
        ("minimum", "parts", "expected"),
        [(2, (YES, YES, NO), MET), (2, (YES, OPEN, NO), UNKNOWN), (2, (YES, NO, NO), UNMET), (0, (), MET)],
    )
    def test_at_least_of(self, minimum, parts, expected):
        """
        K of n is met when k surely are, unmet when k cannot be.
        """
        assert expected is both(AtLeastOf(minimum, parts))

    def test_at_least_of_limits(self):
        """
        More than there are parts can never be asked.
        """
        with pytest.raises(PolicyError, match="expected 0 to 1, got 2"):
            AtLeastOf(2, (YES,))

    def test_operators(self):
        """
        The operators are the named criteria.
        """
        one, other = Is("x"), Is("y")

        assert (All((one, other)), Any((one, other)), Not(one)) == (one & other, one | other, ~one)

    def test_no_truth_value(self):
        """
        Neither a criterion nor a verdict is true or false.
        """
        for value in (YES, MET):
            with pytest.raises(BooleanUseError):
                bool(value)

    def test_verdict_operators(self):
        """
        Verdicts combine by the same tables.
        """
        assert (UNMET, MET, UNKNOWN) == (MET & UNMET, MET | UNMET, ~UNKNOWN)


class TestUnless:
    @staticmethod
    def rule(base, *exceptions):
        """A rule with exceptions given as (applies, says)."""
        exempts = tuple(Exempt(f"e{i}", when, then) for i, (when, then) in enumerate(exceptions))
        return Unless(base, exempts)

    @pytest.mark.parametrize(
        ("base", "exceptions", "expected"),
        [
            (YES, (), MET),
            (YES, ((NO, NO),), MET),
            (YES, ((YES, NO),), UNMET),
            (NO, ((YES, YES),), MET),
            (YES, ((OPEN, YES),), MET),
            (YES, ((OPEN, NO),), UNKNOWN),
            (OPEN, ((YES, YES),), MET),
            (YES, ((YES, OPEN),), UNKNOWN),
            (YES, ((YES, NO), (YES, NO)), UNMET),
            (YES, ((YES, NO), (OPEN, NO)), UNMET),
            (YES, ((YES, NO), (OPEN, YES)), UNKNOWN),
            (YES, ((YES, NO), (YES, OPEN)), UNKNOWN),
            (OPEN, ((OPEN, YES),), UNKNOWN),
        ],
    )
    def test_exceptions(self, base, exceptions, expected):
        """
        An exception that applies replaces the rule; an unknown one leaves what both agree on.
        """
        assert expected is both(self.rule(base, *exceptions))

    @pytest.mark.parametrize("method", ["verdict", "check"])
    def test_clash(self, method):
        """
        Two exceptions that apply and contradict each other are an error that names both.
        """
        criterion = self.rule(YES, (YES, NO), (YES, YES))

        with pytest.raises(ClashError) as caught:
            getattr(criterion, method)(case())
        assert ("e0", "e1") == (caught.value.first, caught.value.second)

    @pytest.mark.parametrize("applies", [YES, NO])
    def test_clash_inside_what_is_replaced(self, applies):
        """
        Two exceptions that clash inside a rule, or an exception, that does not hold decide nothing.
        """
        clash = self.rule(YES, (YES, NO), (YES, YES))
        criterion = Unless(clash, (Exempt("e", YES, NO),)) if applies is YES else self.rule(NO, (NO, clash))

        assert UNMET is both(criterion)

    def test_missing_of_a_replaced_rule_does_not_matter(self):
        """
        While an exception applies, what the rule lacks is nothing to fetch.
        """
        criterion = Unless(Is("x"), (Exempt("e", YES, Is("y")),))

        assert (Missing("a", "y"),) == criterion.check(case()).relevant_missing()

    def test_missing_of_everything(self):
        """
        Where the rule, its exception and what that says are all open, each is something to fetch.
        """
        criterion = Unless(Is("x"), (Exempt("e", Is("y"), Is("z")),))

        assert tuple(Missing("a", name) for name in "xyz") == criterion.check(case()).relevant_missing()

    def test_missing_of_an_exception_that_does_not_apply(self):
        """
        What an exception would ask does not matter while it does not apply.
        """
        criterion = Unless(Is("x"), (Exempt("e", NO, Is("y")),))

        assert (Missing("a", "x"),) == criterion.check(case()).relevant_missing()


class TestFindings:
    def test_all_unmet_parts_decide(self):
        """
        Every unmet part of a conjunction is named: each is enough by itself.
        """
        finding = All((Is("x"), Is("y"), Is("z"))).check(case({"x": False, "y": True, "z": False}))

        assert ["x", "z"] == [dict(reason.finding.asked)["fact"] for reason in finding.reasons()]

    def test_settled_lists_nothing_missing(self):
        """
        A missing fact that cannot change the answer is not listed.
        """
        assert () == All((Is("x"), Is("y"))).check(case({"x": False})).relevant_missing()

    def test_heading(self):
        """
        A reason carries the innermost provision.
        """
        clause = Clause("k", Citation("luat", "1"), "nhãn", "label", Is("x"))
        finding = All((clause,)).check(case({"x": True}))

        assert ("k", ["k"]) == (finding.reasons()[0].heading.id, [one.id for one in finding.headings()])

    def test_clause(self):
        """
        A clause has its criterion's verdict, its labels, and the kinds of subject that it is asked of.
        """
        clause = Clause("k", Citation("luat"), "nhãn", "label", YES, recipients=(SubjectKind.CA_NHAN,))

        assert (MET, "label", "label", "nhãn", True, False) == (
            both(clause),
            clause.label("en"),
            clause.heading.label("en"),
            clause.heading.label("vi"),
            clause.applies(SubjectKind.CA_NHAN),
            clause.applies(SubjectKind.XA),
        )

    def test_walk(self):
        """
        A finding and a criterion are walked parents first.
        """
        criterion = Not(All((Is("x"), Is("y"))))

        assert ["not", "all", "is", "is"] == [one.kind for one in criterion.walk()]
        assert ["not", "all", "is", "is"] == [one.kind for one in criterion.check(case()).walk()]

    def test_default_verdict(self):
        """
        A criterion that gives only ``check`` has its verdict.
        """

        class Mine(Criterion):
            kind = "mine"

            def check(self, asked):
                return YES.check(asked)

        assert Verdict.MET is Mine().verdict(case())
