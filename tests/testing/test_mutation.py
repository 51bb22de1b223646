"""Mutation of rules: what each operator does, what notices it, and that no shipped kind is passed over."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import attrs
import pytest

from tests.small import POLICY as SMALL
from tests.testing.trial_policies import LAW, WORDS, clause, parameter, policy_of
from thidua_rules.awards import Award, ByCriterion, ByFact, Coverage, Multiple, Quota
from thidua_rules.criteria import (
    All,
    Any,
    AtLeastOf,
    Compare,
    ConsecutiveYears,
    Exempt,
    Exists,
    Is,
    Not,
    OneOf,
    Parameter,
    Unless,
    WhereIn,
    WhereWithin,
)
from thidua_rules.criteria.base import Criterion
from thidua_rules.criteria.vocabulary import BUILTIN
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.layers import Addition, ParameterSpec, Setting
from thidua_rules.scales import BUILTIN as SCALES
from thidua_rules.testing import mutants, run_mutants
from thidua_rules.testing.mutation.fields import HELD, LEFT, UNASKED, fields_of, is_silent
from thidua_rules.testing.mutation.walking import silent_kinds


def ids(policy):
    """What follows the award, or else the layer, in each mutant's id."""
    return {one.id.removeprefix("luat/").removeprefix("awards[giay].") for one in mutants(policy)}


def inside(criterion):
    """The mutants inside the only condition *criterion*, by the rest of their ids."""
    start = "eligibility[c1].criterion"
    found = {one.removeprefix(start) for one in ids(policy_of(criterion)) if one.startswith(start)}
    return {one.removeprefix(".") for one in found}


class TestOperators:
    @pytest.mark.parametrize(
        ("criterion", "expected"),
        [
            (Compare("diem", ">=", 60), {"op:above", "value.value:plus", "value.value:minus"}),
            (Compare("tuoi", ">=", 6), {"op:above", "value.value:minus"}),
            (Compare("tuoi", "<", 6), {"op:at_most", "value.value:minus"}),
            (Compare("tuoi", ">=", 0), {"op:above"}),
            (Compare("tuoi", "==", 6), {"op:different", "value.value:plus", "value.value:minus"}),
            (
                Compare("diem", ">", Decimal("0.70")),
                {"op:at_least", "value.value:plus", "value.value:minus"},
            ),
            (
                Compare("ngay", "<=", dt.date(2022, 3, 1)),
                {"op:below", "value.value:plus", "value.value:minus"},
            ),
            (Is("tot"), {"wanted:flip"}),
            (Not(Is("tot")), {":not-dropped", "criterion.wanted:flip"}),
            (OneOf("loai", ("a", "b", "khong_co")), {"values:drop=a", "values:drop=b"}),
            (
                All((Is("tot"), OneOf("loai", ("a",)))),
                {
                    ":any",
                    "criteria:drop=is:tot",
                    "criteria:drop=one-of:loai",
                    "criteria[is:tot].wanted:flip",
                    "criteria[one-of:loai].values:drop=a",
                },
            ),
            (
                Any((Is("tot"), Is("tot"))),
                {
                    ":all",
                    "criteria:drop=is:tot",
                    "criteria:drop=is:tot#2",
                    "criteria[is:tot].wanted:flip",
                    "criteria[is:tot#2].wanted:flip",
                },
            ),
            (
                Unless(Is("tot"), (Exempt("x", OneOf("loai", ("a",)), Is("tot")),)),
                {
                    "rule.wanted:flip",
                    "exceptions:drop=x",
                    "exceptions[x].when:negate",
                    "exceptions[x].when.values:drop=a",
                    "exceptions[x].then.wanted:flip",
                },
            ),
            (
                Exists("ky_luat", (WhereWithin("ngay", 2), WhereIn("muc", ("nang",)))),
                {
                    "where:drop=where-within:ngay",
                    "where:drop=where-in:muc",
                    "where[where-within:ngay].years_before:plus",
                    "where[where-within:ngay].years_before:minus",
                    "where[where-in:muc].values:drop=nang",
                },
            ),
            (ConsecutiveYears("ldtt", 3), {"years.value:plus", "years.value:minus"}),
        ],
    )
    def test_criteria(self, criterion, expected):
        """
        Each criterion is changed in its own ways, and in none that nothing could tell from it.
        """
        found = inside(criterion)

        assert expected == found

    def test_k_of_n(self):
        """
        One part more or less of those that are enough; more than there are is none.
        """
        both = inside(AtLeastOf(1, (Is("tot"), OneOf("loai", ("a",)))))
        every = inside(AtLeastOf(2, (Is("tot"), OneOf("loai", ("a",)))))

        assert {"minimum:plus", "minimum:minus"} <= both
        assert ("minimum:plus" in every, "minimum:minus" in every) == (False, True)

    def test_awards(self):
        """
        Of an award: its conditions, holds, quotas, order, coverage, money, recipients, scope and authority.
        """
        award = policy_of(
            Is("tot"),
            parameters=(parameter("so", 3), parameter("tron", "floor", choices=("floor", "ceil"))),
            scope=OneOf("loai", ("a",)),
            holds=(clause("h", Is("tot")),),
            notes=(clause("n", Is("tot")),),
            ranking=(
                ByFact(id="k1", citation=LAW, fact="diem", **WORDS),
                ByCriterion(id="k2", citation=LAW, criterion=OneOf("loai", ("a",)), **WORDS),
            ),
            quotas=(
                Quota(
                    rate="so",
                    rounding="tron",
                    base=OneOf("loai", ("a",)),
                    base_kinds=(SubjectKind.CA_NHAN,),
                    citation=LAW,
                    **WORDS,
                ),
            ),
            coverage=Coverage(by=("cao",), citation=LAW, **WORDS),
        )

        assert {
            "eligibility:drop=c1",
            "holds:drop=h",
            "notes:drop=n",
            "scope:drop",
            "scope:negate",
            "authority:to=chu_tich_ubnd_huyen",
            "recipients:drop=tap_the",
            "ranking:drop=k1",
            "ranking:swap=k1,k2",
            "ranking[k1].highest_first:flip",
            "ranking[k2].criterion:negate",
            "quotas:drop=quota:so",
            "quotas[quota:so].base:drop",
            "quotas[quota:so].base:negate",
            "quotas[quota:so].base_kinds:drop=ca_nhan",
            "quotas[quota:so].group:to=unit",
            "coverage:drop",
            "coverage.by:drop=cao",
            "parameters[tron].values[dated:floor].value:to=ceil",
            "parameters[so].values[dated].value:plus",
        } <= ids(award)

    def test_lower_layers(self):
        """
        What a layer sets and adds is dropped and changed too.
        """
        policy = policy_of(
            Compare("diem", ">=", Parameter("so")),
            parameters=(parameter("so", 3, settable=True),),
            settings=(Setting(parameter="so", value=5, citation=LAW),),
            additions=(Addition(awards=("giay",), clause=clause("them", Is("tot"))),),
        )

        assert {
            "settings:drop=so",
            "settings[so].value:plus",
            "additions:drop=them@giay",
            "additions[them@giay].clause.criterion.wanted:flip",
        } <= ids(policy)

    def test_unread_parameters(self):
        """
        A parameter that nothing reads is left as it is, and named.
        """
        policy = policy_of(Is("tot"), parameters=(parameter("thua", 3),))

        assert set() == {one for one in ids(policy) if "thua" in one}
        assert ("thua",) == run_mutants([policy], []).unread

    def test_money(self):
        """
        A step of money is its last digit that is not zero, of a decimal its last place.
        """
        read = Compare("diem", ">=", Parameter("so"))
        money = policy_of(read, parameters=(parameter("so", 1_490_000, unit="dong"),))
        share = policy_of(read, parameters=(parameter("so", Decimal("0.15")),))

        assert {1_480_000, 1_500_000} == {_value(one) for one in mutants(money) if ".value:" in one.id}
        assert {Decimal("0.14"), Decimal("0.16")} == {
            _value(one) for one in mutants(share) if ".value:" in one.id
        }


def _value(mutant):
    return mutant.changed.parameters[0].values[0].value


class TestMutant:
    def test_same_in_every_run(self):
        """
        Ids are unique, and do not depend on the run.
        """
        once, again = mutants(SMALL), mutants(SMALL)

        assert [one.id for one in once] == [one.id for one in again]
        assert len(once) == len({one.id for one in once})

    def test_sentence(self):
        """
        A mutant says in both languages what was done, under the nearest provision.
        """
        policy = policy_of(Compare("diem", ">=", 60), OneOf("loai", ("a", "b")))
        found = {one.id.partition(".")[2]: one for one in mutants(policy)}
        dropped, value = found["eligibility:drop=c1"], found["eligibility[c2].criterion.values:drop=b"]

        assert (LAW, "Giấy khen: bỏ «Điều kiện c1»", "Certificate: without «condition c1»") == (
            dropped.citation,
            dropped.text("vi"),
            dropped.text("en"),
        )
        assert (
            "Giấy khen – «Điều kiện c2»: bỏ «Loại B» khỏi các giá trị",
            "Certificate – «condition c2»: «kind B» taken out of the values",
        ) == (value.text("vi"), value.text("en"))

    def test_one_provision_in_several_awards(self):
        """
        A condition that two awards hold word for word is changed once and in both, and dropped from each.
        """
        made = policy_of(Is("tot"))
        law = made.layers[0]
        other = attrs.evolve(law.awards[0], id="bang")
        policy = attrs.evolve(made, layers=(attrs.evolve(law, awards=(*law.awards, other)),))
        found = {one.id.removeprefix("luat/"): one for one in mutants(policy)}
        flipped = found["awards[giay].eligibility[c1].criterion.wanted:flip"]

        assert {"award:giay", "award:bang"} == flipped.touches
        assert [Is("tot", wanted=False)] * 2 == [
            one.eligibility[0].criterion for one in flipped.policy.awards.values()
        ]
        assert "awards[bang].eligibility[c1].criterion.wanted:flip" not in found
        assert {"awards[giay].eligibility:drop=c1", "awards[bang].eligibility:drop=c1"} <= found.keys()

    def test_policy(self):
        """
        It is the policy with one change; policies that do not hold the layer stay as they are.
        """
        policy = policy_of(Is("tot"))
        mutant = next(one for one in mutants(policy) if one.id.endswith("eligibility:drop=c1"))

        assert () == mutant.policy.awards["giay"].eligibility
        assert mutant.applied_to(SMALL) is SMALL

    def test_every_mutant_is_another_policy(self):
        """
        No mutant says the same as the policy that it was made from, and none the same as another one.
        """
        hashes = [one.policy.content_hash for one in mutants(SMALL)]

        assert SMALL.content_hash not in hashes
        assert len(hashes) == len(set(hashes))


SHIPPED = sorted({*BUILTIN, *SCALES}, key=lambda cls: cls.__name__)


class TestReach:
    @pytest.mark.parametrize(
        "cls", [*SHIPPED, Award, Coverage, Quota, Multiple, Addition, Setting, ParameterSpec]
    )
    def test_every_kind_has_an_operator(self, cls):
        """
        Each shipped kind has an operator, or stands in a table with the reason why not.
        """
        assert not is_silent(cls)

    def test_tables_name_what_there_is(self):
        """
        Every field that is left alone exists, and no kind that is held or unasked has an operator after all.
        """
        assert [] == [(cls, name) for cls, name in LEFT if name not in {f.name for f in attrs.fields(cls)}]
        assert [] == [cls for cls in (*HELD, *UNASKED) if fields_of(cls)]

    def test_unknown_kind_is_covered_by_its_fields(self):
        """
        A kind of another package is changed by the types of its fields.
        """
        found = inside(Foreign(3, Is("tot")))

        assert {"least:plus", "least:minus", "part.wanted:flip"} == found

    def test_kind_without_operator_is_named(self):
        """
        A kind of another package that nothing can be changed of is named, not passed over.
        """
        assert ("khac.ten",) == silent_kinds(policy_of(Named("x")))
        assert ("khac.ten",) == run_mutants([policy_of(Named("x"))], []).silent


@attrs.frozen
class Foreign(Criterion):
    """A criterion of another package."""

    kind = "khac.la"

    least: int
    part: Criterion


@attrs.frozen
class Named(Criterion):
    """A criterion that has nothing but a name."""

    kind = "khac.ten"

    name: str
