"""Who is put forward, stage by stage and class by class: every number worked by hand."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import attrs
import pytest

from tests.distribution.worlds_of_thirty import (
    PAST,
    POSITION,
    PRIZE,
    UNIT,
    direct,
    evaluated,
    leaders,
    member,
    small_policy,
)
from tests.worlds import CITE, clause, person, roster
from thidua_rules.awards import ByScore, Form, Quota
from thidua_rules.criteria import Exists
from thidua_rules.distribution import Stage, distribute
from thidua_rules.evaluation import evaluate
from thidua_rules.scales import Judged, Scale
from thidua_rules.subjects import Ballot, Decision, DecisionState

EVERYBODY = [*leaders(), *direct()]
S = Stage


def prize(*people, groupings=(POSITION,), **more):
    """The distribution of the one award."""
    return distribute(evaluated(*people, **more), groupings, ()).awards[0]


def rows(found, index=0):
    """The classes and counts of one breakdown."""
    return {"+".join(label.id for label in row.classes): row.counts for row in found.breakdowns[index].rows}


class TestStages:
    def test_totals(self):
        """
        30 are considered, 20 registered, 20 are eligible, 10 are within the ten places.
        """
        found = prize(*EVERYBODY)

        assert (
            S.LISTED,
            S.CONSIDERED,
            S.REGISTERED,
            S.POSSIBLE,
            S.ELIGIBLE,
            S.PLACED,
            S.RECOMMENDED,
        ) == found.stages
        assert (30, 30, 20, 20, 20, None, 10, 10) == found.totals

    def test_selectivity(self):
        """
        Ten of twenty who are eligible, ten of thirty who were considered.
        """
        found = prize(*EVERYBODY)

        assert (Fraction(1, 2), Fraction(1, 3)) == (found.of_eligible, found.of_all)

    def test_by_position(self):
        """
        All ten leaders stay to the end; of twenty direct workers ten registered, and none is within the places.
        """
        assert {
            "lanh_dao": (10, 10, 10, 10, 10, None, 10, 10),
            "truc_tiep": (20, 20, 10, 10, 10, None, 0, 0),
        } == rows(prize(*EVERYBODY))

    def test_parting(self):
        """
        Leaders are a third of all, half of those who registered, and all who are within the places: there it parts most.
        """
        found = prize(*EVERYBODY).breakdowns[0].parting

        assert (S.ELIGIBLE, S.PLACED) == (found.since, found.to)
        assert (Fraction(1, 2), Fraction(1), Fraction(1, 2)) == (found.before, found.after, found.change)

    def test_parting_at_the_registration(self):
        """
        With places for all, the shares part where ten direct workers did not register.
        """
        found = prize(*EVERYBODY, so_cho=30).breakdowns[0].parting

        assert (S.CONSIDERED, S.REGISTERED) == (found.since, found.to)
        assert (Fraction(1, 3), Fraction(1, 2)) == (found.before, found.after)

    def test_no_parting(self):
        """
        Where every share stays as it is, nothing parts.
        """
        assert prize(*leaders(), *direct(10), so_cho=30).breakdowns[0].parting is None

    def test_causes(self):
        """
        Ten lack the registration, ten stand behind by points: both provisions are named, with their place.
        """
        found = prize(*EVERYBODY).causes

        assert [(S.REGISTERED, "dang_ky", CITE), (S.PLACED, "diem", CITE)] == [
            (one.at, one.id, one.citation) for one in found
        ]

    def test_cause_of_few_is_not_named(self):
        """
        A condition that stopped four people isn't named: nobody is to be guessed from it.
        """
        bad = [member(f"x{index}", tot=False) for index in range(4)]

        assert ["diem"] == [one.id for one in prize(*leaders(), *direct(10), *bad).causes]

    def test_not_known_is_not_counted_as_ineligible(self):
        """
        Five of whom a fact is missing are possible and not eligible.
        """
        open_ = [member(f"x{index}", tot=None) for index in range(5)]

        assert (25, 25, 25, 25, 20, None, 10, 10) == prize(*leaders(), *direct(10), *open_).totals

    def test_tied(self):
        """
        Where the line falls into a tie, those on it are placed and not put forward.
        """
        assert (12, 12, 12, 12, 12, None, 12, 0) == prize(*leaders(12)).totals

    def test_held(self):
        """
        Whoever is held by a pending matter is eligible and doesn't compete.
        """
        hold = clause("tam_hoan", Exists("vu_viec"))
        held = [
            attrs.evolve(one, records=one.records.with_items(vu_viec=(one.records["dang_ky_thi_dua"][0],)))
            for one in direct(6)
        ]
        held = [
            attrs.evolve(
                one, records=type(one.records)({**one.records, "vu_viec": (type(one.facts)({"mo": True}),)})
            )
            for one in held
        ]
        award = attrs.evolve(PRIZE, holds=(hold,), quotas=())
        found = prize(*leaders(), *held, award=award)

        assert (16, 16, 16, 16, 16, 10, None, 10) == found.totals
        assert S.PLACED not in found.stages

    def test_out_of_scope(self):
        """
        Whoever is out of scope is listed and not considered.
        """
        award = attrs.evolve(PRIZE, scope=Exists("de_nghi_khen_thuong"))
        outside = [person(f"x{index}", tot=True, records={"dang_ky_thi_dua": []}) for index in range(6)]

        assert (6, 0, 0, 0, 0, None, 0, 0) == prize(*outside, award=award).totals

    def test_ratings_and_tracked_awards_are_left_out(self):
        """
        Nobody is put forward for a rating, nor for an award that is only followed.
        """
        rating, tracked = attrs.evolve(PRIZE, form=Form.XEP_LOAI), attrs.evolve(PRIZE, tracked=True)

        assert () == distribute(evaluated(*EVERYBODY, award=rating)).awards
        assert () == distribute(evaluated(*EVERYBODY, award=tracked)).awards


class TestClasses:
    def test_unknown_is_a_class_of_its_own(self):
        """
        Six people of whom nobody knows whether they lead are in neither of the other classes.
        """
        unknown = [member(f"x{index}", lanh_dao=None) for index in range(6)]

        assert ["chua_ro", "lanh_dao", "truc_tiep"] == sorted(rows(prize(*EVERYBODY, *unknown)))

    def test_one_unknown_joins_the_smaller_class(self):
        """
        One person alone isn't shown: the row names both classes that stand in it.
        """
        found = rows(prize(*EVERYBODY, member("x", lanh_dao=None, registered=False)))

        assert ["chua_ro+lanh_dao", "truc_tiep"] == sorted(found)
        assert 31 == sum(counts[S.LISTED] for counts in found.values())

    def test_everybody_in_one_class(self):
        """
        Where there is one class its row is the total.
        """
        found = prize(*leaders())

        assert {"lanh_dao": found.totals} == rows(found)

    def test_two_few(self):
        """
        Two people of another class can't be shown, nor who is left when they are taken away.
        """
        found = prize(*leaders(), *direct(2))

        assert {} == rows(found)
        assert 12 == found.totals[S.LISTED]

    def test_nobody_of_four(self):
        """
        Of four people nothing is shown.
        """
        found = prize(*leaders(4))

        assert {None} == set(found.totals)
        assert ({}, None, None) == (rows(found), found.of_eligible, found.of_all)

    def test_units(self):
        """
        Each unit is a class by its id and name; belonging to none is not known.
        """
        found = prize(*leaders(), *(attrs.evolve(one, unit=None) for one in direct()), groupings=(UNIT,))

        assert {"don_vi": "Đơn vị", "chua_ro": "chưa rõ"} == {
            label.id: label.vi for row in found.breakdowns[0].rows for label in row.classes
        }

    def test_least(self):
        """
        The fewest people of a count can be set, not under one.
        """
        assert (4, 4) == distribute(evaluated(*leaders(4)), least=2).awards[0].totals[:2]
        with pytest.raises(ValueError, match="from 1 on"):
            distribute(evaluated(), least=0)


class TestPast:
    def counted(self, *people, **more):
        """How many of each class are listed."""
        found = prize(*people, groupings=(PAST,), **more)
        return {name: counts[S.LISTED] for name, counts in rows(found).items()}

    def test_history(self):
        """
        A row of an earlier year counts; a row of this year, or that was cancelled, doesn't; no list is not known.
        """
        cancelled = [
            attrs.evolve(
                one,
                records=type(one.records)(
                    {
                        **one.records,
                        "tich_danh_hieu": (
                            type(one.facts)({"danh_hieu": "giai", "nam": 2021, "trang_thai": "huy_bo"}),
                        ),
                    }
                ),
            )
            for one in direct(5)
        ]
        people = [
            *leaders(6, held=(2019, 2021)),
            *(member(f"n{index}", held=(2022,)) for index in range(5)),
            *(member(f"u{index}", held=None) for index in range(7)),
            *cancelled,
        ]

        assert {"da_dat": 6, "chua_dat": 10, "chua_ro": 7} == self.counted(*people)

    def test_row_without_its_year(self):
        """
        A row that doesn't say its year, or its award, leaves it not known.
        """
        no_year = [member(f"y{index}", held=(None,)) for index in range(6)]
        no_year = [
            attrs.evolve(
                one,
                records=type(one.records)(
                    {**one.records, "tich_danh_hieu": (type(one.facts)({"danh_hieu": "giai"}),)}
                ),
            )
            for one in no_year
        ]

        assert {"chua_ro": 6, "chua_dat": 10} == self.counted(*no_year, *leaders())

    def test_decision_of_an_earlier_year(self):
        """
        A decision of an earlier year in the roster counts as well as a row.
        """
        decisions = [
            Decision("giai", f"l{index:02d}", DecisionState.HIEU_LUC, dt.date(2021, 12, 1))
            for index in range(5)
        ]

        assert {"da_dat": 5, "chua_dat": 10} == self.counted(*leaders(5), *direct(10), decisions=decisions)


def scored(fact):
    """The distribution where a scale over one fact ranks."""
    item = Judged(id="muc", label_vi="x", label_en="x", maximum=10, fact=fact)
    scale = Scale(id="thang", label_vi="x", label_en="x", maximum=10, groups=(item,))
    key = ByScore(id="diem_so", label_vi="điểm", label_en="score", citation=CITE, scale="thang")
    policy = small_policy(attrs.evolve(PRIZE, ranking=(key,)))
    policy = attrs.evolve(
        policy, layers=(attrs.evolve(policy.layers[0], scales=(scale,)), *policy.layers[1:])
    )
    return distribute(evaluate(policy, roster(*leaders(bi_mat=7))), (UNIT,), ()).awards[0]


class TestFigures:
    def test_marks(self):
        """
        Of twenty, eleven have three points and nine two: eleven are alike. Of twelve with one other, nothing is said.
        """
        found = distribute(evaluated(*leaders(11), *direct(9)), (), ("diem",)).alike[0]
        few = distribute(evaluated(*leaders(11), *direct(1)), (), ("diem", "nothing")).alike[0]

        assert (20, 11, Fraction(11, 20)) == (found.people, found.alike, found.share)
        assert (12, None, None) == (few.people, few.alike, few.share)

    def test_no_marks(self):
        """
        Of four marks nothing is said at all.
        """
        assert () == distribute(evaluated(*leaders(4)), (), ("diem",)).alike

    def test_votes(self):
        """
        Of ten ballots five were unanimous: everybody who took part approved.
        """
        day = dt.date(2022, 12, 1)
        ballots = [
            Ballot("giai", f"l{index:02d}", day, members=9, present=7, approvals=7 if index < 5 else 6)
            for index in range(10)
        ]
        found = distribute(evaluated(*leaders(), ballots=ballots), (), ()).alike[0]

        assert ("giai", 10, 5) == (found.award, found.people, found.alike)

    def test_last_winner(self):
        """
        The last of ten who were put forward has three points, in the one unit that they all belong to.
        """
        found = prize(*EVERYBODY, groupings=(UNIT, POSITION)).thresholds

        assert [("don_vi", "don_vi", "diem", 3, 10)] == [
            (one.grouping, one.of.id, one.key, one.mark, one.winners) for one in found
        ]

    def test_last_winner_of_few(self):
        """
        The mark of one of four winners isn't shown, nor one that is personal, nor any where there is no quota.
        """
        secret = attrs.evolve(PRIZE, ranking=(attrs.evolve(PRIZE.ranking[0], fact="bi_mat"),))
        no_quota = attrs.evolve(PRIZE, quotas=())
        people = leaders(bi_mat=7)

        assert () == prize(*leaders(4), *direct(), groupings=(UNIT,), so_cho=4).thresholds
        assert () == prize(*people, groupings=(UNIT,), award=secret).thresholds
        assert () == prize(*people, groupings=(UNIT,), award=no_quota).thresholds

    def test_last_winner_whose_mark_is_missing(self):
        """
        Where one of those who are put forward has no mark yet, nobody can say which was the last.
        """
        assert () == prize(*leaders(9), member("x", diem=None), groupings=(UNIT,)).thresholds

    def test_last_winner_by_a_score(self):
        """
        The mark may be a score; where its scale reads a personal fact it isn't shown.
        """
        assert [3] == [one.mark for one in scored("diem").thresholds]
        assert () == scored("bi_mat").thresholds

    def test_less_is_more(self):
        """
        Where fewer points are better, the last winner's mark is written as it is.
        """
        falling = attrs.evolve(PRIZE, ranking=(attrs.evolve(PRIZE.ranking[0], highest_first=False),))

        assert [3] == [one.mark for one in prize(*leaders(), award=falling, groupings=(UNIT,)).thresholds]

    def test_places_by_group(self):
        """
        Behind the last winner of one's own group by a key: what divides the groups is no cause.
        """
        by_group = attrs.evolve(
            PRIZE, quotas=(Quota(rate="so_cho", group="khoi", label_vi="x", label_en="x", citation=CITE),)
        )
        second = [attrs.evolve(one, facts=one.facts.with_items(khoi="k2")) for one in direct(6)]
        found = prize(*leaders(8), *second, award=by_group, so_cho=5)

        assert [] == [one.id for one in found.causes]
