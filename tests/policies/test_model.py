"""Policies: layers composed, reforms, the order of awards."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs
import pytest

from tests.small import LAW, PLAN
from tests.small import POLICY as SMALL
from tests.worlds import BASE, CITE, CLUSTER, HIGHER, UPPER, clause, policy
from thidua_rules.awards import ByScore
from thidua_rules.citations import Standing
from thidua_rules.criteria import Earned
from thidua_rules.errors import PolicyError, UnknownNameError
from thidua_rules.policies.layers import Layer, Setting
from thidua_rules.policies.model import REFORM, award_order
from thidua_rules.policies.obligations import Fund
from thidua_rules.scales import AwardLevel, AwardPoints, Scale
from thidua_rules.serialization import load_policy

DAY = dt.date(2022, 12, 31)


class TestLayers:
    def test_added_conditions(self):
        """
        A lower layer's conditions stand behind those of the law, for the awards that it names.
        """
        ids = [one.id for one in SMALL.awards["gioi"].eligibility]

        assert "dang_ky" == ids[-1]
        assert "dang_ky" not in [one.id for one in SMALL.awards["xuat_sac"].eligibility]

    def test_set_parameter(self):
        """
        A lower layer's setting replaces the value, with its own citation.
        """
        spec = SMALL.parameters["ty_le"]

        assert (Decimal("0.1"), PLAN) == (spec.on(DAY), spec.citation)

    def test_unknown_names_change_nothing(self):
        """
        A setting or a condition for something that is not there is passed over: review reports it.
        """
        plan = SMALL.layers[1]
        odd = attrs.evolve(
            plan,
            additions=(attrs.evolve(plan.additions[0], awards=("khong_co",)),),
            settings=(Setting(parameter="khong_co", value=1, citation=PLAN),),
        )
        found = attrs.evolve(SMALL, layers=(SMALL.layers[0], odd))

        assert SMALL.layers[0].awards == tuple(found.awards.values())
        assert "khong_co" not in found.parameters

    def test_demands_of_all_layers(self):
        """
        Obligations, targets, movements, provisions and instruments of every layer are gathered.
        """
        twice = SMALL.with_layer(attrs.evolve(SMALL.layers[1], id="them"))

        assert [2, 2, 2, 2, 0] == [
            len(twice.obligations),
            len(twice.targets),
            len(twice.movements),
            len(twice.provisions),
            len(twice.standings),
        ]
        assert {"luat", "ke_hoach"} == set(twice.instruments)

    def test_fund(self):
        """
        The lowest layer that has a fund sets it.
        """
        fund = Fund(rate="he_so", spending="luong", citation=LAW)
        lower = attrs.evolve(SMALL.layers[1], id="them", fund=fund)

        assert (fund, None) == (SMALL.with_layer(lower).fund, policy().fund)

    def test_unknown_award(self):
        """
        An unknown award is an error that names the nearest one.
        """
        with pytest.raises(UnknownNameError, match="unknown award 'nang_cap', did you mean 'nang_cao'"):
            policy().award("nang_cap")

    def test_titles_that_a_column_lists(self):
        """
        A column that lists titles knows those of lower layers too, with the labels of the awards.
        """
        law = load_policy("phap_luat_2003")
        own = attrs.evolve(BASE, id="guong_sang", title_vi="Gương sáng", title_en="Shining example")
        found = law.with_layer(Layer(id="xa", title_vi="Xã", title_en="commune", level="xa", awards=(own,)))
        columns = [
            found.facts[name].field("danh_hieu")
            for name in ("dang_ky_thi_dua", "de_nghi_khen_thuong", "tich_danh_hieu")
        ]

        assert ["Gương sáng"] * 3 == [column.value_label("guong_sang", "vi") for column in columns]
        assert law.facts["dang_ky_thi_dua"].field("danh_hieu").value_label("guong_sang", "vi") is None

    def test_titles_of_the_law(self):
        """
        A title is called the same in the column that lists titles and as an award.
        """
        law = load_policy("xuan_son_2022")
        column = law.facts["dang_ky_thi_dua"].field("danh_hieu")
        titles = {one.id: (one.title_vi, one.title_en) for one in law.awards.values()}

        assert titles == {
            one.id: (one.label_vi, one.label_en) for one in column.choices if one.id in law.awards
        }

    def test_parameters_on_a_day(self):
        """
        Only parameters with a value on the day are in force.
        """
        spec = policy().parameters["luong_co_so"]
        layer = policy().layers[0]
        late = attrs.evolve(spec, id="muon", values=spec.values[1:])
        found = attrs.evolve(policy(), layers=(attrs.evolve(layer, parameters=(*layer.parameters, late)),))

        assert 1_490_000 == found.parameters_on(DAY)["luong_co_so"]
        assert "muon" not in found.parameters_on(DAY)


class TestReforms:
    def test_with_parameter(self):
        """
        A reform holds on every day, is marked as assumed, and leaves the policy as it was.
        """
        before = policy()
        after = before.with_parameter("luong_co_so", 2)
        spec = after.parameters["luong_co_so"]

        assert (2, 2, 1_490_000) == (
            spec.on(DAY),
            spec.on(dt.date(2030, 1, 1)),
            before.parameters["luong_co_so"].on(DAY),
        )
        assert (Standing.ASSUMED, REFORM) == (spec.standing, after.layers[-1].id)

    def test_several_parameters_share_a_layer(self):
        """
        Several reforms stand in one layer, and the last value of each parameter holds.
        """
        found = policy().with_parameter("nguong", 2).with_parameter("so_cho", 3).with_parameter("nguong", 1)

        assert (2, 1, 3) == (
            len(found.layers),
            found.parameters["nguong"].on(DAY),
            found.parameters["so_cho"].on(DAY),
        )
        assert found == policy().with_parameter("so_cho", 3).with_parameter("nguong", 1)

    def test_unknown_parameter(self):
        """
        A parameter that the policy has not cannot be reformed.
        """
        with pytest.raises(UnknownNameError, match="unknown parameter 'ty_lệ', did you mean 'ty_le'"):
            policy().with_parameter("ty_lệ", 1)

    def test_hash(self):
        """
        A reform has a hash of its own; an equal policy has the same.
        """
        assert policy().content_hash == policy().content_hash != policy(nguong=2).content_hash


class TestOrder:
    def test_topological(self):
        """
        An award stands behind those that it is built on or that cover it; else they stand by id.
        """
        order = policy().order()

        assert order.index("co_ban") < order.index("nang_cao")
        assert order.index("cap_tren") < order.index("theo_khoi")
        assert ("cap_tren", "co_ban") == order[:2]

    def test_order_of_layers_does_not_matter(self):
        """
        The order does not depend on the order in which awards are written.
        """
        awards = (BASE, UPPER, CLUSTER, HIGHER)

        assert award_order(awards, {}) == award_order(awards[::-1], {})

    def test_through_a_scale(self):
        """
        An award that ranks by a scale which counts another award's holders stands behind that one.
        """
        scale = Scale(
            id="bang",
            label_vi="b",
            label_en="b",
            maximum=10,
            groups=(
                AwardPoints(
                    id="danh_hieu",
                    label_vi="d",
                    label_en="d",
                    maximum=10,
                    levels=(AwardLevel(award="nang_cao", points=10),),
                ),
            ),
            citation=CITE,
        )
        first = attrs.evolve(
            HIGHER,
            id="a_dau",
            scope=None,
            ranking=(ByScore(id="s", label_vi="s", label_en="s", citation=CITE, scale="bang"),),
        )

        assert ("co_ban", "nang_cao", "a_dau") == award_order((first, UPPER, BASE), {"bang": scale})

    def test_circle(self):
        """
        Awards that depend on each other are an error that names the circle.
        """
        one = attrs.evolve(BASE, eligibility=(clause("c", Earned("nang_cao")),))

        with pytest.raises(PolicyError, match="expected no circle of dependencies, got") as caught:
            award_order((one, UPPER), {})
        assert {"co_ban", "nang_cao"} == set(str(caught.value).partition("got ")[2].split(" -> "))

    def test_needs(self):
        """
        What an award needs is named, also where the policy does not hold it.
        """
        assert {"co_ban"} == policy(UPPER).needs(UPPER)
