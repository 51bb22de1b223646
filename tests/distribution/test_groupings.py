"""Which class somebody is in, and when that isn't known."""

from __future__ import annotations

import pytest

from tests.distribution.worlds_of_thirty import small_policy
from tests.worlds import GROUP, PERSON, good, person, roster
from thidua_rules.distribution import GROUPINGS, ByFact, ByTests, ByUnit
from thidua_rules.facts import SubjectKind
from thidua_rules.serialization import load_policy
from thidua_rules.subjects import Roster, Subject
from thidua_rules.values import FrozenMap

CATALOGUE = {one.id: one for one in GROUPINGS}


def class_of(grouping, one, people=(), policy=None):
    """The id of the class of *one*."""
    found = roster(one, *people)
    return grouping.class_of(one, policy or small_policy(), found, "giai").id


class TestByFact:
    def test_choice(self):
        """
        A choice's class has the labels of its specification.
        """
        grouping = ByFact("khoi", "Khối", "Cluster", (PERSON,), "khoi")
        found = grouping.class_of(good("a"), small_policy(), roster(good("a")), "giai")

        assert ("k1", "một", "one") == (found.id, found.text("vi"), found.text("en"))

    def test_no_specification(self):
        """
        A fact that the policy doesn't have is named by its value.
        """
        assert "x" == class_of(ByFact("a", "a", "a", (PERSON,), "la"), person("a", la="x"))

    def test_value_that_names_a_person(self):
        """
        The values of a personal fact that has no choices are never the name of a class.
        """
        grouping = ByFact("bi_mat", "x", "x", (PERSON,), "bi_mat")

        assert "khac" == class_of(grouping, person("a", bi_mat=7))
        assert "chua_ro" == class_of(grouping, person("a"))

    def test_of_units(self):
        """
        With of_units the nearest unit that has the fact says it; without, nobody does.
        """
        hamlet = Subject("thon", SubjectKind.KHU_DAN_CU, "Thôn", None, FrozenMap({"khoi": "k2"}))
        inside = Subject("nha", GROUP, "Nhà", "thon")
        one = person("a", unit="nha")

        assert "k2" == class_of(
            ByFact("k", "k", "k", (PERSON,), "khoi", of_units=True), one, (hamlet, inside)
        )
        assert "chua_ro" == class_of(ByFact("k", "k", "k", (PERSON,), "khoi"), one, (hamlet, inside))


class TestByUnit:
    def test_household_is_no_unit(self):
        """
        Who lives in a household is counted in the hamlet above it: a household bears people's names.
        """
        hamlet = Subject("thon", SubjectKind.KHU_DAN_CU, "Thôn Đông")
        home = Subject("ho", SubjectKind.HO_GIA_DINH, "Hộ ông A", "thon")

        assert "thon" == class_of(ByUnit("u", "u", "u", (PERSON,)), person("a", unit="ho"), (hamlet, home))

    def test_unit_that_is_not_there(self):
        """
        A unit that the roster doesn't hold is not known.
        """
        one = person("a", unit="nothing")
        found = ByUnit("u", "u", "u", (PERSON,)).class_of(
            one, small_policy(), Roster("r", "x", 2022, (one,)), "giai"
        )

        assert "chua_ro" == found.id


class TestStatistics:
    @pytest.mark.parametrize(
        ("facts", "expected"),
        [
            ({"loai_doi_tuong": "nong_dan", "la_lanh_dao": False}, "truc_tiep"),
            ({"loai_doi_tuong": "doanh_nhan", "la_lanh_dao": False}, "doanh_nhan"),
            ({"loai_doi_tuong": "can_bo", "la_lanh_dao": True, "cap_lanh_dao": "phong"}, "lanh_dao_khac"),
            ({"loai_doi_tuong": "can_bo", "la_lanh_dao": True, "cap_lanh_dao": "so"}, "lanh_dao_vu_so"),
            ({"loai_doi_tuong": "can_bo", "la_lanh_dao": True}, "chua_ro"),
            ({"loai_doi_tuong": "can_bo"}, "chua_ro"),
            ({"loai_doi_tuong": "khac", "la_lanh_dao": False}, "khac"),
            ({"loai_doi_tuong": "can_bo", "la_lanh_dao": True, "cap_lanh_dao": "thon"}, "khac"),
        ],
    )
    def test_classes(self, facts, expected):
        """
        The State's classes: a leader whose rank is missing is not known, and who fits no class is in another one.
        """
        assert expected == class_of(CATALOGUE["thong_ke"], person("a", **facts))

    def test_two_classes(self):
        """
        Who fits two classes is put in neither.
        """
        statistics = CATALOGUE["thong_ke"]
        twice = ByTests("x", "x", "x", (PERSON,), (*statistics.classes, statistics.classes[-1]))

        assert "khac" == class_of(twice, person("a", loai_doi_tuong="nong_dan", la_lanh_dao=False))


@pytest.mark.parametrize("name", ["phap_luat_2003", "xuan_son_2022"])
def test_defaults_fit_the_catalogue(name):
    """
    The facts of the default groupings are facts of the catalogue, asked of the kinds that are counted.
    """
    policy = load_policy(name)
    facts = [one.fact for one in GROUPINGS if isinstance(one, ByFact)]

    assert [] == [fact for fact in facts if fact not in policy.facts]
