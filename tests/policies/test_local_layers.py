"""What provinces bring: their own scales in the places of the law's sample, settings within limits, days of validity."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs
import pytest

from thidua_rules import evaluate, load_policy
from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.criteria import Voted
from thidua_rules.errors import PolicyError
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003 import LAYER as LAW
from thidua_rules.policies.catalogue.phap_luat_2003.hoi_dong import TU_VAN
from thidua_rules.policies.catalogue.phap_luat_2003.thang_diem_van_hoa import (
    THANG_DIEM_HO,
    THANG_DIEM_KHU,
    cua_tinh,
    thang_diem_ho,
    thang_diem_khu,
)
from thidua_rules.policies.catalogue.phap_luat_2003.tieu_chuan_van_hoa import (
    TIEU_CHUAN_GIA_DINH,
    TIEU_CHUAN_KHU_DAN_CU,
)
from thidua_rules.policies.layers import Layer, Setting
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation import check_policy
from thidua_rules.review import review_policy
from thidua_rules.subjects import Roster, Subject
from thidua_rules.values import FrozenMap

DECISION = Instrument("qd_tinh", "Quyết định của tỉnh", "decision of a province")
PROVINCES = ("ha_noi_2020", "ha_tinh_2019", "kon_tum_2022", "ninh_thuan_2015")


def province(*, ho=None, khu=None, **parts):
    """The law with a layer of a province."""
    layer = Layer(
        id="tinh", title_vi="tỉnh", title_en="province", level="tinh", instruments=(DECISION,), **parts
    )
    if ho is not None and khu is not None:
        layer = cua_tinh(layer, ho, khu)
    return Policy(id="tinh", title_vi="tỉnh", title_en="province", layers=(LAW, layer))


def families(points=(40, 30, 30), **parts):
    """A scale of families."""
    return thang_diem_ho("ho", "hộ", "families", points, "qd_tinh", **parts)


def areas(points=(25, 25, 20, 20, 10), **parts):
    """A scale of areas."""
    return thang_diem_khu("khu", "khu", "areas", points, "qd_tinh", **parts)


def every(standards, **points):
    """No points for each criterion of *standards*, but for those named."""
    found = {f"{one.khoan}{part.diem}": 0 for one in standards for part in one.tieu_chi}
    return found | {name.removeprefix("_"): value for name, value in points.items()}


def maxima(scale):
    """The points of each standard."""
    return [one.maximum for one in scale.groups]


class TestStandards:
    def test_counts(self):
        """
        24 criteria in three standards (11, 6, 7) for families, 27 in five for areas.
        """
        assert [11, 6, 7] == [len(one.tieu_chi) for one in TIEU_CHUAN_GIA_DINH]
        assert [6, 5, 6, 5, 5] == [len(one.tieu_chi) for one in TIEU_CHUAN_KHU_DAN_CU]

    @pytest.mark.parametrize("standards", [TIEU_CHUAN_GIA_DINH, TIEU_CHUAN_KHU_DAN_CU])
    def test_letters(self, standards):
        """
        The criteria of a standard have the letters of points in Vietnamese order, each once.
        """
        for one in standards:
            assert list("abcdđeghikl")[: len(one.tieu_chi)] == [part.diem for part in one.tieu_chi]

    def test_accounted_for(self):
        """
        Each criterion is a provision of the law that leads to the scale that judges it.
        """
        found = [
            one.encoded_by for one in LAW.provisions if one.citation.point and "nd_122" in str(one.citation)
        ]

        assert 24 + 27 == len(found)
        assert {THANG_DIEM_HO, THANG_DIEM_KHU} == {one[0] for one in found}


class TestScales:
    @pytest.mark.parametrize(
        ("policy", "ho", "khu"),
        [
            ("phap_luat_2003", [45, 30, 25], [20, 20, 20, 30, 10]),
            ("ha_noi_2020", [45, 30, 25], [20, 20, 20, 30, 10]),
            ("xuan_son_2022", [45, 30, 25], [20, 20, 20, 30, 10]),
            ("ha_tinh_2019", [45, 30, 25], [20, 20, 20, 30, 10]),
            ("kon_tum_2022", [45, 25, 30], [25, 25, 20, 20, 10]),
        ],
    )
    def test_shipped(self, policy, ho, khu):
        """
        Each policy judges culture titles by the points of its own province.
        """
        scales = load_policy(policy).scales

        assert (ho, khu) == (maxima(scales[THANG_DIEM_HO]), maxima(scales[THANG_DIEM_KHU]))

    @pytest.mark.parametrize(
        ("policy", "standing"),
        [
            ("phap_luat_2003", Standing.ASSUMED),
            ("xuan_son_2022", Standing.ASSUMED),
            ("ha_tinh_2019", Standing.SECONDARY),
            ("kon_tum_2022", Standing.SECONDARY),
        ],
    )
    def test_standing(self, policy, standing):
        """
        Hà Nội's split is assumed; those of the others were read in summaries.
        """
        assert standing is load_policy(policy).scales[THANG_DIEM_HO].standing

    def test_own_scale(self):
        """
        A province puts its own scale in the law's place, and the range of the points follows it.
        """
        policy = province(ho=families(), khu=areas())

        assert () == check_policy(policy)
        assert [40, 30, 30] == maxima(policy.scales[THANG_DIEM_HO])
        assert 40 == policy.facts["diem_tieu_chuan_1"].maximum

    def test_points_of_each_criterion(self):
        """
        Where a province publishes them, the standard is the sum of its criteria.
        """
        points = every(TIEU_CHUAN_GIA_DINH, _1a=25, _1b=15, _2a=30, _3a=30)
        policy = province(ho=families(tieu_chi=points), khu=areas())
        marks = {
            "diem_tieu_chuan_1a": 20,
            "diem_tieu_chuan_1b": 15,
            "diem_tieu_chuan_2a": 28,
            "diem_tieu_chuan_3a": 30,
        }
        zeros = {spec.id: 0 for spec in policy.layers[1].facts if spec.maximum == 0}
        ho = Subject("h", SubjectKind.HO_GIA_DINH, "h", facts=FrozenMap({**zeros, **marks}))
        outcome = evaluate(policy, Roster("r", "x", 2022, (ho,))).outcome("h", "gia_dinh_van_hoa")

        assert () == check_policy(policy)
        assert [35, 28, 30] == [one.low for one in outcome.score.standards]
        assert 93 == outcome.score.low

    def test_every_criterion_of_areas(self):
        """
        The 27 criteria of areas may have points too.
        """
        points = every(TIEU_CHUAN_KHU_DAN_CU, _1a=25, _2b=25, _3d=20, _4c=20, _5đ=10)

        assert "diem_tieu_chuan_khu_5dd" in {spec.id for spec in areas(tieu_chi=points).FACTS}

    def test_a_criterion_is_missing(self):
        """
        Points for some criteria only are refused, with the names that are wrong.
        """
        with pytest.raises(PolicyError, match="1b, 9z"):
            families(tieu_chi={k: v for k, v in every(TIEU_CHUAN_GIA_DINH, _9z=1).items() if k != "1b"})

    def test_a_standard_is_missing(self):
        """
        A family has three standards, an area five.
        """
        with pytest.raises(PolicyError, match="5 standards, got 3"):
            areas((25, 25, 50))

    def test_a_scale_that_is_not_settable(self):
        """
        Another scale of the law cannot be replaced.
        """
        units = attrs.evolve(load_policy("phap_luat_2003").scales["cham_diem_don_vi_xa_mac_dinh"], maximum=99)
        (fault,) = check_policy(province(scales=(units,)))

        assert "expected an id of its own" in str(fault)

    @pytest.mark.parametrize(
        ("change", "faults"),
        [
            ({"maximum": 45}, 0),
            ({"minimum": 1}, 0),
            ({"maximum": 101}, 1),
            ({"maximum": None}, 1),
            ({"minimum": None}, 1),
            ({"label_vi": "khác"}, 1),
        ],
    )
    def test_a_fact_given_again(self, change, faults):
        """
        A lower layer may narrow the range of a fact, and change nothing else of it.
        """
        spec = attrs.evolve(load_policy("phap_luat_2003").facts["diem_tieu_chuan_1"], **change)

        assert faults == len(check_policy(province(facts=(spec,))))


class TestLimits:
    @pytest.mark.parametrize(
        ("name", "value", "over"),
        [
            ("ty_le_cstdcs", Decimal("0.15"), False),
            ("ty_le_cstdcs", Decimal("0.20"), True),
            ("ty_le_ldtt_ttldtt", Decimal("0.4"), True),
            ("nguong_gdvh_con_lai", 80, True),
            ("ty_le_giay_khen_gdvh", Decimal("0.2"), True),
            ("ty_le_phieu_hoi_dong", Decimal("0.8"), False),
        ],
    )
    def test_overreach(self, name, value, over):
        """
        What the law fixes a province cannot set; where it goes too far, the review says so.
        """
        setting = Setting(parameter=name, value=value, citation=Citation("qd_tinh"))
        found = review_policy(province(settings=(setting,))).with_code("vuot_uy_quyen")

        assert over is bool(found)

    @pytest.mark.parametrize("name", PROVINCES)
    def test_provinces_stay_within(self, name):
        """
        No shipped province has a fault or goes beyond what the law lets it set.
        """
        review = review_policy(load_policy(name))

        assert () == (*review.with_code("loi"), *review.with_code("vuot_uy_quyen"))

    def test_older_than_the_decree(self):
        """
        An evaluation of 2022 says that Ninh Thuận's rules, made under an older decree, were not in force.
        """
        roster = Roster("r", "x", 2022)

        assert ["ninh_thuan_2015"] == [
            one.layer for one in evaluate(load_policy("ninh_thuan_2015"), roster).cautions
        ]
        assert dt.date(2017, 9, 30) == load_policy("ninh_thuan_2015").layers[1].valid_to


class TestCouncil:
    def test_whom_it_advises_on(self):
        """
        The council's vote is a condition of each award that it advises on, and of no culture title.
        """
        voted = {
            one.id
            for one in LAW.awards
            if any(
                isinstance(part, Voted) and part.above for clause in one.eligibility for part in clause.walk()
            )
        }

        assert set(TU_VAN) == voted

    def test_no_commune_title(self):
        """
        This regime has no title for a model commune.
        """
        assert [] == [name for name in load_policy("xuan_son_2022").awards if "xa_tieu_bieu" in name]
