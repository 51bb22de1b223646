"""What a review finds in a policy."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from tests.worlds import BASE, CITE, FACTS, clause, policy
from thidua_rules.citations import Standing
from thidua_rules.criteria import Compare, Constant, Exempt, Is, OfUnit, OneOf, Parameter, Settled, Unless
from thidua_rules.facts import Choice, FactSpec, FactType
from thidua_rules.policies.catalogue.xuan_son_2022 import POLICY as XUAN_SON
from thidua_rules.policies.layers import Addition, Setting
from thidua_rules.policies.obligations import Obligation, Provision, Target
from thidua_rules.review import Weight, review_policy
from thidua_rules.scales import Judged, Scale
from thidua_rules.verdicts import MET, UNMET

LABELS = {"label_vi": "x", "label_en": "x", "citation": CITE}
LOAI = FactSpec(
    id="loai", type=FactType.CHOICE, label_vi="loại", label_en="kind",
    choices=(Choice("co_quan", "cơ quan", "office"), Choice("thon", "thôn", "village")),
)  # fmt: skip


def codes(found, weight=None):
    """The codes of the remarks, of one weight where given."""
    return [one.code for one in review_policy(found).remarks if weight is None or one.weight is weight]


def with_layer(**parts):
    """The small policy with its layer changed."""
    base = policy(BASE)
    layer = base.layers[0]
    return attrs.evolve(base, layers=(attrs.evolve(layer, **parts),))


class TestReview:
    def test_clean(self):
        """
        A policy in order has nothing but parameters that its one award does not use.
        """
        assert {"tham_so_khong_dung"} == set(codes(policy(BASE)))

    def test_fault(self):
        """
        What evaluation would refuse comes first, as an error.
        """
        broken = policy(attrs.evolve(BASE, eligibility=(clause("c", Is("khong_co")),)))
        first = review_policy(broken).remarks[0]

        assert (Weight.ERROR, "loi") == (first.weight, first.code)
        assert "khong_co" in first.message("vi") + first.message("en")

    @pytest.mark.parametrize(
        ("name", "value", "over"),
        [
            ("ty_le", Decimal("0.5"), False),
            ("ty_le", 2, True),
            ("ty_le", -1, True),
            ("nguong", 2, True),
            ("lam_tron", "ceil", False),
            ("lam_tron", "gan", True),
        ],
    )
    def test_overreach(self, name, value, over):
        """
        A lower layer may set what the law lets it set, within the law's limits.
        """
        setting = Setting(parameter=name, value=value, citation=CITE)
        lower = attrs.evolve(
            policy(BASE).layers[0], id="xa", awards=(), facts=(), parameters=(), settings=(setting,)
        )
        found = attrs.evolve(policy(BASE), layers=(policy(BASE).layers[0], lower))

        assert over is ("vuot_uy_quyen" in codes(found))

    @pytest.mark.parametrize(
        ("limits", "value", "allowed"),
        [
            ({"maximum": 2}, 3, "≤ 2"),
            ({"minimum": 2}, 1, "≥ 2"),
            ({"minimum": 1, "maximum": 2}, 3, "1–2"),
            ({"choices": ("a", "b")}, "c", "a, b"),
            ({"settable": False}, 3, "–"),
        ],
    )
    def test_what_is_allowed(self, limits, value, allowed):
        """
        An overreach names what a lower layer may set.
        """
        bare = {"id": "rieng", "minimum": None, "maximum": None}
        own = attrs.evolve(policy(BASE).parameters["ty_le"], **(bare | limits))
        found = with_layer(parameters=(own,)).with_parameter("rieng", value)
        (remark,) = review_policy(found).with_code("vuot_uy_quyen")

        assert remark.about_vi.endswith(f"văn bản cấp trên cho phép {allowed}")

    def test_own_parameter(self):
        """
        A layer may set its own parameter, and an unknown one is a fault, no overreach.
        """
        own = Setting(parameter="nguong", value=2, citation=CITE)
        other = Setting(parameter="khong_co", value=2, citation=CITE)

        assert "vuot_uy_quyen" not in codes(with_layer(settings=(own, other)))

    def test_target_without_a_figure(self):
        """
        A target for which the plan gives no figure is named; one with a figure is not.
        """
        targets = (
            Target(id="a", metric="m", unit="u", **LABELS),
            Target(id="b", metric="m", unit="u", assigned=1, **LABELS),
        )
        found = review_policy(with_layer(targets=targets)).with_code("khong_co_chi_tieu_so")

        assert ["layers.luat.targets.a"] == [one.path for one in found]

    @pytest.mark.parametrize(("due", "found"), [("", True), ("nguong", False), ("gia_dinh", True)])
    def test_deed_without_a_day(self, due, found):
        """
        A deed whose last day nothing sets, or a model assumed, is named.
        """
        base = policy(BASE).layers[0]
        assumed = attrs.evolve(base.parameters[0], id="gia_dinh", standing=Standing.ASSUMED)
        one = Obligation(id="n", actor_vi="x", actor_en="x", due=due, **LABELS)

        assert found is (
            "khong_co_thoi_han"
            in codes(with_layer(parameters=(*base.parameters, assumed), obligations=(one,)))
        )

    @pytest.mark.parametrize(("actors", "found"), [(("co_quan",), False), (("co_quan", "thon"), True)])
    def test_narrow_scope(self, actors, found):
        """
        A layer that limits its titles to offices and obliges villages has a scope narrower than its audience.
        """
        scope = Addition(awards=("co_ban",), clause=clause("pham_vi", OfUnit(OneOf("loai", ("co_quan",)))))
        one = Obligation(
            id="n", actor_vi="x", actor_en="x", due="nguong", actors=OneOf("loai", actors), **LABELS
        )
        layer = with_layer(facts=(*FACTS, LOAI), additions=(scope,), obligations=(one,))

        assert found is ("pham_vi_hep_hon_doi_tuong" in codes(layer))

    def test_provision_defects(self):
        """
        A defect that only a reader can see is taken from the provision.
        """
        one = Provision(
            id="p", citation=CITE, summary_vi="x", summary_en="x", encoded_by=("tot",),
            defects=("hai_ten_phong_trao", "khong_co_thoi_han"),
        )  # fmt: skip

        assert ["hai_ten_phong_trao"] == codes(with_layer(provisions=(one,)), Weight.WARNING)

    @pytest.mark.parametrize(
        ("op", "end", "dead"),
        [
            (">=", 0, True),
            (">=", 1, False),
            (">", 3, True),
            (">", 2, False),
            ("==", 9, False),
            ("<=", 3, True),
        ],
    )
    def test_dead_threshold(self, op, end, dead):
        """
        A threshold that everybody or nobody reaches tells nobody apart.
        """
        found = policy(attrs.evolve(BASE, eligibility=(clause("c", Compare("diem", op, Constant(end))),)))

        assert dead is ("nguong_chet" in codes(found))

    def test_dead_parameter(self):
        """
        A threshold that a parameter holds is looked at as well.
        """
        award = attrs.evolve(BASE, eligibility=(clause("c", Compare("diem", ">=", Parameter("nguong"))),))

        assert "nguong_chet" in codes(policy(award, nguong=0))
        assert "nguong_chet" not in codes(policy(award, nguong=2))

    @pytest.mark.parametrize(("then", "found"), [(MET, True), (UNMET, False)])
    def test_clashing_exceptions(self, then, found):
        """
        Two exceptions with one condition that say different things clash whenever they apply.
        """
        rule = Unless(
            Settled(MET),
            (Exempt("a", Is("tot"), Settled(UNMET)), Exempt("b", Is("tot"), Settled(then))),
        )

        assert found is (
            "ngoai_le_mau_thuan" in codes(policy(attrs.evolve(BASE, eligibility=(clause("c", rule),))))
        )

    def test_scale(self):
        """
        The defects of a scale are reported, those that stop nobody as notes.
        """
        scale = Scale(
            id="s", label_vi="x", label_en="x", maximum=9,
            groups=(Judged(id="g", label_vi="x", label_en="x", maximum=3, fact="diem"),),
        )  # fmt: skip
        found = with_layer(scales=(scale,))

        assert "cong_khong_khop" in codes(found, Weight.WARNING)
        assert "khong_quy_dinh_khi_bang_diem" in codes(found, Weight.NOTE)

    @pytest.mark.parametrize(
        ("standing", "code"),
        [
            (Standing.SECONDARY, "nguon_thu_cap"),
            (Standing.UNCONFIRMED, "chua_doi_chieu"),
            (Standing.ASSUMED, "gia_dinh"),
        ],
    )
    def test_unconfirmed(self, standing, code):
        """
        What was not confirmed is listed by how well it is known.
        """
        award = attrs.evolve(BASE, eligibility=(clause("c", Is("tot"), standing=standing),))

        assert code in codes(policy(award), Weight.NOTE)


class TestXuanSon:
    def test_defects_of_the_plan(self):
        """
        The plan's defects are found: no figure, no day, a scope narrower than its audience, and what readers saw.
        """
        wanted = {
            "khong_co_chi_tieu_so",
            "khong_co_thoi_han",
            "pham_vi_hep_hon_doi_tuong",
            "so_dai_hoi_khong_nhat_quan",
            "hai_ten_phong_trao",
            "ngoac_kep_khong_dong",
            "liet_ke_lech_cap",
        }

        assert wanted <= set(codes(XUAN_SON, Weight.WARNING))
        assert [] == codes(XUAN_SON, Weight.ERROR)
