"""Evaluation: statuses, ranking, quotas, coverage, money, decisions."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from tests.worlds import (
    BASE,
    CITE,
    CLUSTER,
    DAY,
    HIGHER,
    PERSON,
    SHARE,
    UPPER,
    clause,
    good,
    person,
    policy,
    roster,
)
from thidua_rules.awards import ByCount, ByFact, Quota
from thidua_rules.criteria import Constant, Earned, Is, Settled, Where
from thidua_rules.errors import PolicyError, RosterError, UnknownNameError
from thidua_rules.evaluation import Status, evaluate
from thidua_rules.evaluation.run import judge
from thidua_rules.facts import SubjectKind
from thidua_rules.findings import Missing
from thidua_rules.policies.obligations import Fund
from thidua_rules.subjects import Ballot, Decision, DecisionState, Subject
from thidua_rules.values import FrozenMap, Rounding
from thidua_rules.verdicts import UNKNOWN, Verdict

POLICY = policy()
PENDING = {"vu_viec": ({"mo": True},)}


def status(one, award, name="a", rules=POLICY, **more):
    """The status of one subject under one award."""
    return evaluate(rules, one, **more).outcome(name, award).status


def proposals(*pairs):
    """The list of proposals as (award, achievement)."""
    rows = tuple(
        {key: value for key, value in (("danh_hieu", award), ("thanh_tich", done)) if value}
        for award, done in pairs
    )
    return {"de_nghi_khen_thuong": rows}


class TestStatuses:
    def test_recommended(self):
        """
        Whoever meets every condition and is not held is recommended.
        """
        assert Status.RECOMMENDED is status(roster(good("a")), "co_ban")

    def test_ineligible(self):
        """
        Whoever fails a condition is not eligible, and the condition is named.
        """
        outcome = evaluate(POLICY, roster(good("a", tot=False))).outcome("a", "co_ban")

        assert (Status.INELIGIBLE, ["tot"]) == (outcome.status, [r.heading.id for r in outcome.decisive])

    def test_undetermined(self):
        """
        A missing fact that matters leaves it open and is named.
        """
        outcome = evaluate(POLICY, roster(good("a", tot=None))).outcome("a", "co_ban")

        assert (Status.UNDETERMINED, (Missing("a", "tot"),)) == (outcome.status, outcome.missing)

    def test_on_hold(self):
        """
        A pending matter holds whoever is eligible, and is what decides.
        """
        outcome = evaluate(POLICY, roster(good("a", records=PENDING))).outcome("a", "co_ban")

        assert (Status.ON_HOLD, ["tam_hoan"]) == (outcome.status, [r.heading.id for r in outcome.decisive])

    def test_unknown_matter(self):
        """
        Where it is not known whether a matter is pending, it is open.
        """
        one = roster(good("a", records={"vu_viec": None}))

        assert (Missing("a", "vu_viec"),) == evaluate(POLICY, one).outcome("a", "co_ban").missing

    def test_held_and_ineligible(self):
        """
        A pending matter does not hold whoever is not eligible anyway.
        """
        assert Status.INELIGIBLE is status(roster(good("a", tot=False, records=PENDING)), "co_ban")

    @pytest.mark.parametrize(
        ("leads", "noted"), [(True, [("luu_y", "MET")]), (False, []), (None, [("luu_y", "UNKNOWN")])]
    )
    @pytest.mark.parametrize("tot", [True, False, None])
    def test_notes(self, leads, noted, tot):
        """
        What whoever decides has to know, or perhaps has to, is noted, and changes nothing else.
        """
        award = attrs.evolve(BASE, notes=(clause("luu_y", Is("lanh_dao")),))
        one = roster(good("a", lanh_dao=leads, tot=tot))
        found = evaluate(policy(award), one).outcome("a", "co_ban")
        plain = evaluate(policy(BASE), one).outcome("a", "co_ban")

        assert noted == [(each.heading.id, each.verdict.value) for each in found.notes]
        assert () == plain.notes
        assert (plain.status, plain.missing, plain.decisive) == (found.status, found.missing, found.decisive)

    def test_notes_of_a_kind(self):
        """
        A note that is about some kinds of recipients is made of no other.
        """
        award = attrs.evolve(
            BASE, notes=(clause("luu_y", Is("lanh_dao"), recipients=(SubjectKind.TAP_THE,)),)
        )
        found = evaluate(policy(award), roster(good("a", lanh_dao=True))).outcome("a", "co_ban")

        assert () == found.notes

    def test_out_of_scope(self):
        """
        Whoever is outside the scope has no outcome, and asking for it says so.
        """
        with pytest.raises(UnknownNameError, match="unknown outcome 'a/cap_tren'"):
            evaluate(POLICY, roster(good("a"))).outcome("a", "cap_tren")

    def test_unknown_scope(self):
        """
        Whoever may be inside the scope has an open outcome.
        """
        one = roster(good("a", records={"de_nghi_khen_thuong": None}))

        assert Status.UNDETERMINED is status(one, "cap_tren")

    @pytest.mark.parametrize(("subject", "award"), [("z", "co_ban"), ("a", "khong_co")])
    def test_unknown_names(self, subject, award):
        """
        An unknown subject or award is an error.
        """
        with pytest.raises(UnknownNameError):
            evaluate(POLICY, roster(good("a"))).outcome(subject, award)


class TestEarned:
    def test_on_recommendation(self):
        """
        A recommendation is earned while no decision is recorded.
        """
        people = [good(name) for name in "abc"]

        assert Status.RECOMMENDED is status(roster(*people, good("d", 2)), "nang_cao", "d")

    def test_on_cancelled_decision(self):
        """
        A cancelled decision is not earned, and what was built on it falls.
        """
        cancelled = Decision("co_ban", "a", DecisionState.HUY_BO, DAY, cancelled_on=DAY)

        assert Status.INELIGIBLE is status(roster(good("a"), decisions=(cancelled,)), "nang_cao")

    def test_on_hold_is_open(self):
        """
        What is built on a held title is open, and what is waited for is named.
        """
        outcome = evaluate(POLICY, roster(good("a", records=PENDING))).outcome("a", "nang_cao")

        assert (Status.UNDETERMINED, (Missing("a", "danh_hieu:co_ban"),)) == (outcome.status, outcome.missing)

    def test_missing_behind_a_title(self):
        """
        Where an open title is waited for, the facts that it lacks are named instead.
        """
        outcome = evaluate(POLICY, roster(good("a", tot=None))).outcome("a", "nang_cao")

        assert (Missing("a", "tot"),) == outcome.missing

    def test_outside_the_scope(self):
        """
        An award that a subject is not considered for is not earned.
        """
        wants = attrs.evolve(
            CLUSTER, id="can", coverage=None, quotas=(), eligibility=(clause("c", Earned("cap_tren")),)
        )

        assert Status.INELIGIBLE is status(roster(good("a")), "can", rules=policy(HIGHER, wants))

    def test_award_of_no_policy(self):
        """
        An award that the policy does not hold is unknown.
        """
        wants = attrs.evolve(BASE, eligibility=(clause("c", Earned("khac")),))

        assert Status.UNDETERMINED is status(roster(good("a")), "co_ban", rules=policy(wants))

    @pytest.mark.parametrize(("others", "expected"), [(0, Status.RECOMMENDED), (1, Status.INELIGIBLE)])
    def test_share_of_members(self, others, expected):
        """
        A collective's title needs more than half: exactly half is not enough.
        """
        people = [good("a"), *(good(f"x{i}", tot=False) for i in range(others))]

        assert expected is status(roster(*people), "tap_the", "don_vi")


class TestQuota:
    def test_places_and_ranks(self):
        """
        Two of five places: the best two are recommended, the next are over the quota.
        """
        found = evaluate(
            POLICY,
            roster(good("a", 3), good("b", 2), good("c", 1), good("d", 0), good("e", 1, lanh_dao=True)),
        )
        upper = {o.subject.id: (o.status, o.rank) for o in found.outcomes if o.award.id == "nang_cao"}

        assert {
            "a": (Status.RECOMMENDED, 1),
            "b": (Status.RECOMMENDED, 2),
            "c": (Status.OVER_QUOTA, 3),
            "e": (Status.OVER_QUOTA, 4),
            "d": (Status.INELIGIBLE, None),
        } == upper

    def test_separating_key(self):
        """
        The key that separates a subject from the next is shown.
        """
        found = evaluate(POLICY, roster(good("a", 2), good("b", 2, lanh_dao=True), good("c", 1)))
        places = [found.outcome(name, "nang_cao").place for name in "abc"]

        assert ["truc_tiep", "diem", None] == [place.separated_by for place in places]

    def test_tie(self):
        """
        A quota that falls inside equals is a tie, and each is told with whom.
        """
        found = evaluate(POLICY, roster(good("a", 2), good("b", 2), good("c", 1)))

        assert [(Status.TIED, ("b",)), (Status.TIED, ("a",))] == [
            (found.outcome(name, "nang_cao").status, found.outcome(name, "nang_cao").place.tied_with)
            for name in "ab"
        ]

    def test_ballot_breaks_a_tie(self):
        """
        A recorded ballot orders those whom every other key leaves equal.
        """
        ballots = (Ballot("nang_cao", "a", DAY, 9, 9, 4), Ballot("nang_cao", "b", DAY, 9, 9, 5))
        one = roster(good("a", 2), good("b", 2), good("c", 1), ballots=ballots)

        assert [Status.OVER_QUOTA, Status.RECOMMENDED] == [status(one, "nang_cao", name) for name in "ab"]

    def test_ballot_still_to_be_held(self):
        """
        Where some have a ballot and others not, the others' is what is missing.
        """
        ballots = (Ballot("nang_cao", "a", DAY, 9, 9, 4),)
        found = evaluate(POLICY, roster(good("a", 2), good("b", 2), good("c", 1), ballots=ballots))

        assert Missing("b", "phieu:nang_cao") in found.outcome("a", "nang_cao").missing

    def test_empty_ballot(self):
        """
        A ballot of nobody counts as no approval.
        """
        ballots = tuple(Ballot("nang_cao", name, DAY, 0, 0, 0) for name in "ab")

        assert Status.TIED is status(
            roster(good("a", 2), good("b", 2), good("c", 1), ballots=ballots), "nang_cao"
        )

    @pytest.mark.parametrize(("rounding", "places"), [("floor", 1), ("half_up", 2), ("ceil", 2)])
    def test_roundings(self, rounding, places):
        """
        The rounding is the policy's; what the others would give is shown.
        """
        people = [good(name) for name in "abcd"]
        quota = evaluate(policy(lam_tron=rounding), roster(*people)).quotas[0]

        assert (places, Decimal("1.6")) == (quota.low, quota.exact_low)
        assert {Rounding.FLOOR, Rounding.HALF_UP, Rounding.CEIL} - {quota.rounding} >= {
            r for r, _, _ in quota.others
        }

    def test_interval(self):
        """
        A base that holds undetermined subjects gives an interval, and both sides of the line are open.
        """
        people = [good("a", 3), good("b", 2), good("c", 1), good("d", 1), good("e", 0, tot=None)]
        found = evaluate(POLICY, roster(*people))
        quota = found.quotas[0]

        assert (4, 5, 1, 2) == (quota.base_low, quota.base_high, quota.low, quota.high)
        assert Status.UNDETERMINED is found.outcome("b", "nang_cao").status
        assert (Missing("e", "tot"),) == found.outcome("b", "nang_cao").missing

    def test_interval_without_a_fact(self):
        """
        Where no fact would settle the base, the quota itself is what is waited for.
        """
        (quota,) = UPPER.quotas
        award = attrs.evolve(UPPER, quotas=(attrs.evolve(quota, base=Settled(UNKNOWN)),))
        found = evaluate(policy(BASE, award), roster(*(good(name, 3) for name in "abc")))

        assert Missing("", "han_muc:nang_cao") in found.outcome("a", "nang_cao").missing

    def test_interval_by_group(self):
        """
        Whose group is not known may count in any: the group is named as missing.
        """
        (quota,) = UPPER.quotas
        award = attrs.evolve(UPPER, quotas=(attrs.evolve(quota, group="khoi"),))
        people = [good("a", 3), good("b", 2), good("c", 1), good("d", 1), good("e", 0, khoi=None)]
        found = evaluate(policy(BASE, award), roster(*people))

        assert Missing("e", "khoi") in found.outcome("b", "nang_cao").missing

    def test_sure_at_both_ends(self):
        """
        Whoever has a place at both ends of the interval is recommended all the same.
        """
        people = [good("a", 3), good("b", 2), good("c", 1), good("d", 1), good("e", 0, tot=None)]

        assert Status.RECOMMENDED is status(roster(*people), "nang_cao", "a")

    def test_unknown_rival(self):
        """
        Somebody who may compete and may be better keeps a place open, and is named.
        """
        people = [good("a", 2), good("b", 1), good("c", 1), good("d", 3, tot=None)]
        outcome = evaluate(POLICY, roster(*people)).outcome("a", "nang_cao")

        assert (Status.UNDETERMINED, True) == (outcome.status, Missing("d", "tot") in outcome.missing)

    def test_own_points_missing(self):
        """
        Whoever lacks the points of the ranking is open, between the best and the worst place.
        """
        people = [good(name, 1) for name in "bcdef"]
        found = evaluate(POLICY, roster(*people, good("a", None)))
        place = found.outcome("a", "nang_cao").place

        assert (1, 6) == (place.best, place.worst)

    def test_groups(self):
        """
        Places of a fixed number are given in each cluster.
        """
        people = [good("a", 3), good("b", 2), good("c", 1), good("d", 0, khoi="k2")]
        found = evaluate(POLICY, roster(*people))

        assert [Status.OVER_QUOTA, Status.RECOMMENDED] == [found.outcome(n, "theo_khoi").status for n in "cd"]
        assert ["ca_nhan", "ca_nhan/k1", "ca_nhan/k2"] == [quota.group for quota in found.quotas]

    def test_unknown_group(self):
        """
        Whoever's cluster is not known may compete in any, so nobody's place near the line is sure.
        """
        people = [good("a", 3), good("b", 2), good("d", 2, khoi=None)]
        found = evaluate(POLICY, roster(*people))

        assert [Status.RECOMMENDED, Status.UNDETERMINED] == [
            found.outcome(n, "theo_khoi").status for n in "ab"
        ]
        assert (Missing("d", "khoi"),) == found.outcome("d", "theo_khoi").missing

    def test_group_by_unit(self):
        """
        A quota can be given to each unit, its base counted there.
        """
        quota = Quota(
            rate="ty_le", rounding="lam_tron", base=Is("tot"), base_kinds=(PERSON,), group="unit", label_vi="x",
            label_en="x", citation=CITE,
        )  # fmt: skip
        award = attrs.evolve(CLUSTER, quotas=(quota,), coverage=None)
        found = evaluate(
            policy(award),
            roster(good("a", 3), good("b"), good("c"), good("d", unit=None), good("e", unit="a")),
        )

        assert {"ca_nhan/don_vi": (3, 4), "ca_nhan/a": (1, 2)} == {
            q.group: (q.base_low, q.base_high) for q in found.quotas
        }
        assert (Missing("d", "unit"),) == found.outcome("d", "theo_khoi").missing

    @pytest.mark.parametrize(("name", "value"), [("so_cho", "hai"), ("lam_tron", "gan")])
    def test_bad_parameters(self, name, value):
        """
        A rate that is no number, and an unknown rounding, are faults of the policy.
        """
        with pytest.raises(PolicyError, match=f"parameters.{name}"):
            evaluate(policy(**{name: value}), roster(good("a")))

    def test_default_rounding(self):
        """
        Without a named rounding a quota rounds down.
        """
        quota = attrs.evolve(UPPER.quotas[0], rounding="")
        found = evaluate(
            policy(BASE, attrs.evolve(UPPER, quotas=(quota,))), roster(good("a"), good("b"), good("c"))
        )

        assert Rounding.FLOOR is found.quotas[0].rounding


class TestKeys:
    def test_count(self):
        """
        Rows that count can order.
        """
        key = ByCount(
            id="so", label_vi="số", label_en="number", citation=CITE, records="vu_viec",
            where=(Where("mo", "==", Constant(value=False)),),
        )  # fmt: skip
        award = attrs.evolve(CLUSTER, ranking=(key,), coverage=None)
        closed = {"vu_viec": ({"mo": False},)}
        one = roster(
            good("a"),
            good("b", records=closed),
            good("c", records={"vu_viec": None}),
            good("d", records={"vu_viec": ({},)}),
        )
        found = evaluate(policy(award), one)
        values = [found.outcome(n, "theo_khoi").place.keys[0] for n in "abcd"]

        assert [(0, 0), (1, 1), (0, 1)] == [(v.low, v.high) for v in (values[0], values[1], values[3])]
        assert (Missing("c", "vu_viec"),) == values[2].missing

    def test_least_first(self):
        """
        Less can be better, also where it is missing.
        """
        key = ByFact(id="it", label_vi="ít", label_en="few", citation=CITE, fact="diem", highest_first=False)
        award = attrs.evolve(CLUSTER, ranking=(key,), coverage=None)
        found = evaluate(policy(award), roster(good("a", 1), good("b", 2), good("c", None)))
        values = [found.outcome(n, "theo_khoi").place.keys[0] for n in "ac"]

        assert [(-1, -1, True), (-3, 0, False)] == [(v.low, v.high, v.settled) for v in values]

    def test_unlimited(self):
        """
        A missing number whose specification has no limits may be anything.
        """
        key = ByFact(id="la", label_vi="lạ", label_en="other", citation=CITE, fact="la")
        award = attrs.evolve(CLUSTER, ranking=(key,), coverage=None)
        spec = attrs.evolve(POLICY.facts["diem"], id="la", minimum=None, maximum=None)
        rules = policy(award)
        layer = attrs.evolve(rules.layers[0], facts=(*rules.layers[0].facts, spec))
        found = evaluate(attrs.evolve(rules, layers=(layer,)), roster(good("a")))
        value = found.outcome("a", "theo_khoi").place.keys[0]

        assert value.low < -(10**30) < 10**30 < value.high


class TestCoverage:
    def test_covered(self):
        """
        A higher award for the same achievement covers the lower one, and takes no place.
        """
        both = proposals(("theo_khoi", "x"), ("cap_tren", "x"))
        found = evaluate(POLICY, roster(good("a", 3, records=both), good("b", 2), good("c", 1)))

        assert (Status.COVERED, "cap_tren") == (
            found.outcome("a", "theo_khoi").status,
            found.outcome("a", "theo_khoi").covered_by,
        )
        assert Status.RECOMMENDED is found.outcome("c", "theo_khoi").status

    @pytest.mark.parametrize(
        ("pairs", "expected"),
        [
            ((("theo_khoi", "x"), ("cap_tren", "y")), Status.RECOMMENDED),
            ((("theo_khoi", "x"), ("cap_tren", None)), Status.UNDETERMINED),
            ((("cap_tren", "y"),), Status.UNDETERMINED),
            ((("theo_khoi", "x"), ("theo_khoi", "y"), ("cap_tren", "x")), Status.RECOMMENDED),
            ((("theo_khoi", "x"), ("theo_khoi", "y"), ("cap_tren", "x"), ("cap_tren", "y")), Status.COVERED),
            ((("theo_khoi", "x"), ("theo_khoi", None), ("cap_tren", "x")), Status.UNDETERMINED),
        ],
    )
    def test_achievements(self, pairs, expected):
        """
        Different achievements may both be rewarded; unknown ones leave it open.
        """
        assert expected is status(roster(good("a", records=proposals(*pairs))), "theo_khoi")

    def test_unknown_proposals(self):
        """
        Without the list of proposals coverage is open, and the list is named.
        """
        one = roster(good("a", records={"de_nghi_khen_thuong": None}))

        assert Missing("a", "de_nghi_khen_thuong") in evaluate(POLICY, one).outcome("a", "theo_khoi").missing

    def test_open_higher_award(self):
        """
        Where the higher award is open for the same achievement, it is what is waited for.
        """
        both = proposals(("theo_khoi", "x"), ("cap_tren", "x"))
        held = attrs.evolve(HIGHER, holds=BASE.holds)
        one = roster(good("a", records=both | PENDING))
        outcome = evaluate(policy(CLUSTER, held), one).outcome("a", "theo_khoi")

        assert (Status.UNDETERMINED, (Missing("a", "danh_hieu:cap_tren"),)) == (
            outcome.status,
            outcome.missing,
        )

    def test_covered_while_held_unknown(self):
        """
        Covered or held: while it is unknown which, it is open.
        """
        both = proposals(("theo_khoi", "x"), ("cap_tren", "x")) | {"vu_viec": None}
        award = attrs.evolve(CLUSTER, holds=BASE.holds)

        assert Status.UNDETERMINED is status(
            roster(good("a", records=both)), "theo_khoi", rules=policy(award, HIGHER)
        )

    def test_ineligible_before_coverage(self):
        """
        Whoever may be covered but is surely held is on hold.
        """
        both = proposals(("theo_khoi", "x"), ("cap_tren", "x")) | PENDING
        award = attrs.evolve(CLUSTER, holds=BASE.holds)

        assert Status.ON_HOLD is status(
            roster(good("a", records=both)), "theo_khoi", rules=policy(award, HIGHER)
        )

    def test_unknown_condition_and_covered(self):
        """
        Whoever is covered and may be ineligible is open.
        """
        both = proposals(("theo_khoi", "x"), ("cap_tren", "x"))
        given = Decision("cap_tren", "a", DecisionState.HIEU_LUC, DAY)
        one = roster(good("a", tot=None, records=both), decisions=(given,))

        assert Status.UNDETERMINED is status(one, "theo_khoi")


class TestMoney:
    def test_amount(self):
        """
        0.3 of 1,490,000 is 447,000, rounded up to 450,000.
        """
        bonus = evaluate(POLICY, roster(good("a", 0))).outcome("a", "co_ban").bonus

        assert (447_000, 450_000, True) == (bonus.raw, bonus.amount, bonus.paid)

    def test_day_of_the_decision(self):
        """
        The base salary is that of the decision's day.
        """
        late = Decision("co_ban", "a", DecisionState.HIEU_LUC, dt.date(2023, 7, 1))
        bonus = evaluate(POLICY, roster(good("a"), decisions=(late,))).outcome("a", "co_ban").bonus

        assert (1_800_000, 540_000, dt.date(2023, 7, 1)) == (bonus.base, bonus.amount, bonus.day)

    def test_only_the_highest_of_a_group(self):
        """
        Of several titles in one year only the highest bonus is paid.
        """
        people = [good("a", 3), good("b"), good("c")]
        found = evaluate(POLICY, roster(*people))

        assert (False, "nang_cao") == (
            found.outcome("a", "co_ban").bonus.paid,
            found.outcome("a", "co_ban").bonus.instead,
        )
        assert found.outcome("a", "nang_cao").bonus.paid

    def test_no_money(self):
        """
        No bonus without a recommendation, after a refusal, or for a kind of recipient without a multiple.
        """
        refused = Decision("co_ban", "a", DecisionState.TU_CHOI, DAY)
        wide = attrs.evolve(BASE, recipients=(SubjectKind.TAP_THE,), holds=(), eligibility=())
        one = roster(good("a"), good("b", tot=False), decisions=(refused,))

        assert [None, None] == [evaluate(POLICY, one).outcome(n, "co_ban").bonus for n in "ab"]
        assert None is evaluate(policy(wide), one).outcome("don_vi", "co_ban").bonus

    def test_missing_salary(self):
        """
        A number that the bonus needs and that has no value on that day is a fault of the policy.
        """
        with pytest.raises(PolicyError, match=r"parameters.he_so_thap: expected a number"):
            evaluate(policy(he_so_thap="x"), roster(good("a")))

    @pytest.mark.parametrize(
        ("spending", "verdict"), [(100_000_000, Verdict.MET), (1_000_000, Verdict.UNMET), (None, UNKNOWN)]
    )
    def test_fund(self, spending, verdict):
        """
        The total of what the commune pays is held against its ceiling.
        """
        rules = policy(ty_le=Decimal("0.4"))
        layer = attrs.evolve(rules.layers[0], fund=Fund(rate="ty_le", spending="chi", citation=CITE))
        facts = FrozenMap({"chi": spending} if spending else {})
        spec = attrs.evolve(POLICY.facts["diem"], id="chi", maximum=None)
        layer = attrs.evolve(layer, facts=(*layer.facts, spec))
        commune = Subject("xa", SubjectKind.XA, "Xã", None, facts)
        rules = attrs.evolve(rules, layers=(layer, *rules.layers[1:]))
        fund = evaluate(rules, roster(good("a", 0), commune)).fund
        more = evaluate(rules, roster(*(good(n, 0) for n in "abcde"), commune)).fund

        assert (450_000, (("co_ban", 1, 450_000),)) == (fund.total, fund.by_award)
        assert verdict is more.verdict

    def test_no_fund(self):
        """
        Without a rule on the fund there is a total and no ceiling.
        """
        fund = evaluate(POLICY, roster(good("a", 0))).fund

        assert (450_000, None, UNKNOWN) == (fund.total, fund.ceiling, fund.verdict)


class TestDecisions:
    @pytest.mark.parametrize(
        ("subject", "state", "award", "code"),
        [
            (good("a", tot=False), DecisionState.HIEU_LUC, "co_ban", "given_to_ineligible"),
            (good("a", tot=None), DecisionState.HIEU_LUC, "co_ban", "given_undetermined"),
            (good("a", records=PENDING), DecisionState.HIEU_LUC, "co_ban", "given_on_hold"),
            (good("a"), DecisionState.HIEU_LUC, "nang_cao", "given_over_quota"),
            (good("a"), DecisionState.TU_CHOI, "co_ban", "refused_though_recommended"),
            (good("a"), DecisionState.HIEU_LUC, "cap_tren", "given_out_of_scope"),
        ],
    )
    def test_discrepancies(self, subject, state, award, code):
        """
        A decision that the rules do not support stands and is reported.
        """
        one = roster(subject, decisions=(Decision(award, "a", state, DAY),))

        assert [(award, "a", code)] == [
            (d.award, d.subject, d.code) for d in evaluate(POLICY, one).discrepancies
        ]

    @pytest.mark.parametrize("state", DecisionState)
    def test_supported(self, state):
        """
        A decision that the rules support, or one on something else, is no discrepancy.
        """
        refusable = good("a", tot=state is DecisionState.HIEU_LUC)
        one = roster(
            refusable,
            decisions=(
                Decision("co_ban", "a", state, DAY),
                Decision("cap_tren", "a", DecisionState.TU_CHOI, DAY),
            ),
        )

        assert () == evaluate(POLICY, one).discrepancies == judge(POLICY, one).discrepancies

    def test_decided(self):
        """
        An outcome carries the recorded decision.
        """
        one = roster(good("a"), decisions=(Decision("co_ban", "a", DecisionState.HIEU_LUC, DAY),))

        assert "hieu_luc" == evaluate(POLICY, one).outcome("a", "co_ban").decided


class TestWhole:
    def test_selected_awards(self):
        """
        Only the awards asked for, and those that they depend on, are evaluated.
        """
        found = evaluate(POLICY, roster(good("a")), awards=("nang_cao",))

        assert {"co_ban", "nang_cao"} == {one.award.id for one in found.outcomes}

    def test_unknown_award(self):
        """
        An unknown award is an error with the nearest name.
        """
        with pytest.raises(UnknownNameError, match="did you mean 'nang_cao'"):
            evaluate(POLICY, roster(good("a")), awards=("nangcao",))

    def test_faulty_roster(self):
        """
        A roster that does not fit the policy is refused with every fault.
        """
        with pytest.raises(RosterError) as caught:
            evaluate(POLICY, roster(person("a", la=1), person("a", diem="x")))

        assert 3 <= len(caught.value.faults)

    def test_cycle(self):
        """
        Awards that depend on each other are refused, and the circle is named.
        """
        one = attrs.evolve(BASE, eligibility=(clause("c", Earned("nang_cao")),))
        with pytest.raises(PolicyError, match=r"co_ban -> nang_cao -> co_ban|nang_cao -> co_ban -> nang_cao"):
            evaluate(policy(one, UPPER), roster(good("a")))

    def test_equal_evaluations(self):
        """
        The same policy, roster and day give an equal evaluation, with the hashes that it can be replayed from.
        """
        one, other = (evaluate(POLICY, roster(good("a"))) for _ in range(2))

        assert one == other
        assert (64, 64, "0.1.0") == (len(one.policy_hash), len(one.roster_hash), one.library)

    def test_recommendations(self):
        """
        Recommendations come by award, in the order of the policy, and by rank.
        """
        found = evaluate(
            policy(BASE, UPPER), roster(good("a", 1), good("b", 3), good("c", 2), good("d", 2), good("e", 0))
        )

        assert [("co_ban", name) for name in "abcde"] + [("nang_cao", "b")] == [
            (o.award.id, o.subject.id) for o in found.recommendations
        ]

    def test_wanted(self):
        """
        The missing facts that settle the most come first.
        """
        found = evaluate(POLICY, roster(good("a", tot=None), good("b", khoi=None)))

        assert [Missing("a", "tot"), Missing("b", "khoi")] == [one.missing for one in found.wanted][:2]

    def test_views(self):
        """
        The engine's own outcomes have no views; those of the facade have.
        """
        with pytest.raises(UnknownNameError):
            evaluate(POLICY, roster(good("a"))).outcome("a", "co_ban").explain()

    def test_finding_is_built_on_demand(self):
        """
        An outcome's finding is the condition's own.
        """
        outcome = evaluate(POLICY, roster(good("a"))).outcome("a", "co_ban")

        assert (Verdict.MET, "all", Verdict.UNMET) == (
            outcome.finding.verdict,
            outcome.finding.kind,
            outcome.hold.verdict,
        )

    def test_replay_on_another_day(self):
        """
        The day is given, and decides which parameters hold.
        """
        found = evaluate(POLICY, roster(good("a", 0)), on=dt.date(2023, 8, 1))

        assert 540_000 == found.outcome("a", "co_ban").bonus.amount

    def test_share_of_fractions(self):
        """
        A third is compared exactly.
        """
        members = [good("a"), good("b", tot=False), good("c", tot=False)]
        finding = evaluate(policy(BASE, SHARE), roster(*members)).outcome("don_vi", "tap_the").finding

        assert Fraction(1, 3) == next(f for f in finding.walk() if f.kind == "member-share").observed
