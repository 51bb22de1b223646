"""What is wrong with a policy, or with a roster that was built in code."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import ClassVar

import attrs
import pytest

from tests.small import (
    BANG,
    CONDITIONS,
    GIOI,
    LAW,
    PLAN,
    POLICY,
    ROSTER,
    XUAT_SAC,
    clause,
    parameter,
    spec,
    text,
)
from thidua_rules.awards import ByFact, ByScore
from thidua_rules.citations import Citation
from thidua_rules.criteria import (
    Between,
    Chosen,
    Compare,
    ConsecutiveYears,
    Constant,
    Count,
    Criterion,
    Earned,
    Exists,
    Fact,
    Is,
    MemberCount,
    MemberShare,
    MonthsSince,
    NoneOf,
    OneOf,
    Parameter,
    Registered,
    Sum,
    Where,
    WhereIn,
    WhereWithin,
)
from thidua_rules.criteria.base import Uses
from thidua_rules.facts import Choice, FactType, SubjectKind
from thidua_rules.policies.layers import Addition, Dated, Layer, Setting
from thidua_rules.policies.obligations import Proposal, Provision, Standings
from thidua_rules.policies.validation import check_policy, check_roster
from thidua_rules.scales import (
    AgainstBest,
    AgainstMean,
    AllOrNothing,
    AwardLevel,
    AwardPoints,
    BySize,
    ClassAtLeast,
    Evidence,
    Item,
    Judged,
    Linear,
    Parts,
    PastAwards,
    PeriodAverage,
    PerUnit,
    Sample,
    ScoreReaches,
    SizeClass,
    Stages,
    StandardsReach,
    Steps,
    TieKey,
)
from thidua_rules.serialization import load_policy, roster_from_json
from thidua_rules.subjects import Ballot, Decision, DecisionState, Roster, Subject
from thidua_rules.values import FrozenMap, Marker


def lines(policy) -> list[str]:
    """The faults of a policy, one a line."""
    return [str(fault) for fault in check_policy(policy)]


def changed(layer: int = 0, **fields: object):
    """The small policy with other fields of one layer."""
    layers = list(POLICY.layers)
    layers[layer] = attrs.evolve(layers[layer], **fields)
    return attrs.evolve(POLICY, layers=tuple(layers))


def asking(criterion: Criterion):
    """The small policy with one more condition on its first award."""
    award = attrs.evolve(GIOI, eligibility=(*CONDITIONS, clause("them", criterion)))
    return changed(awards=(award, XUAT_SAC))


AT = "layers[0].awards[0].eligibility[4].criterion"


def found(criterion: Criterion) -> list[str]:
    """The faults of one criterion, without the path to it."""
    result = lines(asking(criterion))
    assert all(line.startswith(AT) for line in result)
    return [line.removeprefix(AT).removeprefix(".") for line in result]


@attrs.frozen
class Foreign(Criterion):
    """A criterion of another package that only says what it uses."""

    kind: ClassVar[str] = "acme.foreign"

    name: str = "diem"
    limit: Parameter | Fact | None = None

    def own_uses(self) -> Uses:
        """Names of every sort, all of them unknown."""
        return Uses(
            facts=frozenset({self.name, "diemm"}),
            member_facts=frozenset({"luongg"}),
            records=frozenset({("sang_kienn", ""), ("sang_kien", "namm"), ("sang_kien", "nam")}),
            parameters=frozenset({"ty_lee", "ty_le"}),
            awards=frozenset({"gioii"}),
            scales=frozenset({"qqq"}),
        )


def test_sound():
    """
    The small policy has no fault.
    """
    assert check_policy(POLICY) == ()


class TestCriteria:
    @pytest.mark.parametrize(
        ("criterion", "expected"),
        [
            (Compare("diemm", ">=", 3), ["fact: unknown fact 'diemm', did you mean 'diem'?"]),
            (Compare("sang_kien", ">=", 3), ["fact: expected a fact, got the list of records 'sang_kien'"]),
            (Compare("nam_sinh", "==", "1987"), ["fact: expected true or false or a number or a day or text, got 'nam_sinh', which is a partial day, which nothing compares"]),
            (Compare("diem", ">=", True), ["value.value: expected a number (diem), got true"]),
            (Compare("diem", ">=", "80"), ["value.value: expected a number (diem), got '80'"]),
            (Compare("diem", ">=", Parameter("ty_le")), ["value.name: expected a number (diem), got 'ty_le' in 'ty_le'"]),
            (Compare("diem", ">=", Parameter("han_nop")), ["value.name: expected a number (diem), got 2022-11-30, the value of 'han_nop'"]),
            (Compare("diem", ">=", Parameter("diem_toi")), ["value.name: unknown parameter 'diem_toi', did you mean 'diem_toi_thieu'?"]),
            (Compare("diem", ">=", Fact("thang_nghi")), ["value.name: expected a number (diem), got 'thang_nghi' in 'thang'"]),
            (Compare("diem", ">=", Fact("dong_y")), ["value.name: expected a number (diem), got 'dong_y', which is true or false"]),
            (Compare("diem", ">=", Fact("xxx")), ["value.name: unknown fact 'xxx'"]),
            (Compare("diem", ">=", Sum((Constant("a"), Fact("luong")))), ["value.terms[0].value: expected a number (diem), got 'a'", "value.terms[1].name: expected a number (diem), got 'luong' in 'dong'"]),
            (Compare("ghi_chu", "==", Sum((Constant(1),))), ["value: expected text, got a sum"]),
            (Compare("dong_y", ">=", True), ["op: expected '==' or '!=' for true or false, got '>='"]),
            (Compare("xep_loai", "==", "HTTN"), ["value.value: expected one of HTNV, HTTNV, got 'HTTN', did you mean 'HTTNV'?"]),
            (Compare("ngay_vao", "<", 2022), ["value.value: expected a day, got 2022"]),
            (Between("dong_y", 0, 1), ["fact: expected a number or a day, got 'dong_y', which is true or false"]),
            (Between("thang_nghi", dt.date(2022, 1, 1), 3), ["low.value: expected a number (thang), got 2022-01-01"]),
            (Between("thang_nghi", 0, Parameter("he_so")), ["high.name: expected a number (thang), got 'he_so' in 'lan'"]),
            (OneOf("xep_loai", ("HTTNV", "tot")), ["values[1]: expected one of HTNV, HTTNV, got 'tot'"]),
            (Chosen("lam_tron", ("floor",)), []),
            (Chosen("lam_tron", ("floor", "cel")), ["values[1]: unknown reading 'cel', did you mean 'ceil'?"]),
            (Chosen("lam_tro", ("floor",)), ["parameter: unknown parameter 'lam_tro', did you mean 'lam_tron'?"]),
            (OneOf("diem", ("1",)), ["fact: expected text, got 'diem', which is a number"]),
            (Is("diem"), ["fact: expected true or false, got 'diem', which is a number"]),
            (MonthsSince("diem", ">=", 3), ["fact: expected a day, got 'diem', which is a number"]),
            (MonthsSince("ngay_vao", ">=", Parameter("luong_co_so")), ["months.name: expected a number (thang), got 'luong_co_so' in 'dong'"]),
            (Exists("sang_kienn"), ["records: unknown list of records 'sang_kienn', did you mean 'sang_kien'?"]),
            (NoneOf("diem"), ["records: expected a list of records, got the fact 'diem'"]),
            (Exists("sang_kien", (WhereWithin("namm"),)), ["where[0].field: unknown column 'namm', did you mean 'nam'?"]),
            (Exists("sang_kien", (WhereWithin("cap"),)), ["where[0].field: expected a day or a year, got 'cap', which is text"]),
            (Exists("sang_kien", (WhereIn("cap", ("xa", "huyen")),)), ["where[0].values[1]: expected one of xa, tinh, got 'huyen'"]),
            (Exists("sang_kien", (Where("cap", ">", "xa"),)), ["where[0].op: expected '==' or '!=' for text, got '>'"]),
            (Count("sang_kien", ">=", Constant("hai")), ["value.value: expected a number, got 'hai'"]),
            (ConsecutiveYears("gioi", Constant(True)), ["years.value: expected a number (nam), got true"]),
            (ConsecutiveYears("gioi", 3, history="sang_kien"), ["history: expected a list with a column 'danh_hieu', got 'sang_kien'"]),
            (ConsecutiveYears("gioi", 3, bridges="gian_doan", bridged_by=("a",)), ["bridges: unknown list of records 'gian_doan', did you mean 'nam_gian_doan'?"]),
            (MemberCount(Is("dong_yy"), ">", "a"), ["of.fact: unknown fact 'dong_yy', did you mean 'dong_y'?", "value.value: expected a number, got 'a'"]),
            (MemberShare(Is("dong_y"), ">", 70), ["value.value: expected a share from 0 to 1, got 70"]),
            (MemberShare(Is("dong_y"), ">", Sum((Constant(70), Constant(-70)))), []),
            (Earned("xuat_sa"), ["award: unknown award 'xuat_sa', did you mean 'xuat_sac'?"]),
            (Registered(("gioi", "kha")), ["awards[1]: unknown award 'kha'"]),
            (Foreign(), [
                ": unknown fact 'diemm', did you mean 'diem'?",
                ": unknown fact 'luongg', did you mean 'luong'?",
                ": unknown parameter 'ty_lee', did you mean 'ty_le'?",
                ": expected a list with a column 'namm', got 'sang_kien'",
                ": unknown list of records 'sang_kienn', did you mean 'sang_kien'?",
                ": unknown award 'gioii', did you mean 'gioi'?",
                ": unknown scale 'qqq'",
            ]),
            (Foreign("xyz", Parameter("ty_lee")), [
                ": unknown fact 'diemm', did you mean 'diem'?",
                ": unknown fact 'luongg', did you mean 'luong'?",
                "name: unknown fact 'xyz'",
                ": expected a list with a column 'namm', got 'sang_kien'",
                ": unknown list of records 'sang_kienn', did you mean 'sang_kien'?",
                ": unknown award 'gioii', did you mean 'gioi'?",
                ": unknown scale 'qqq'",
                "limit.name: unknown parameter 'ty_lee', did you mean 'ty_le'?",
            ]),
            (Foreign("diem", Fact("diemm")), [
                ": unknown fact 'luongg', did you mean 'luong'?",
                ": unknown parameter 'ty_lee', did you mean 'ty_le'?",
                ": expected a list with a column 'namm', got 'sang_kien'",
                ": unknown list of records 'sang_kienn', did you mean 'sang_kien'?",
                ": unknown award 'gioii', did you mean 'gioi'?",
                ": unknown scale 'qqq'",
                "limit.name: unknown fact 'diemm', did you mean 'diem'?",
            ]),
        ],
    )  # fmt: skip
    def test_wrong(self, criterion, expected):
        """
        A criterion that names what is not there, or compares what does not match, is a fault at its field.
        """
        assert expected == found(criterion)

    def test_path(self):
        """
        The path of a fault is the path in the policy's JSON.
        """
        (line,) = lines(asking(Is("dong_yy")))

        assert line.startswith("layers[0].awards[0].eligibility[4].criterion.fact: ")

    def test_parameter_without_value(self):
        """
        A parameter that no layer gives a value is a fault where it is used.
        """
        policy = changed(parameters=(*POLICY.layers[0].parameters[1:], parameter("diem_toi_thieu")))

        assert len(lines(policy)) == 3
        assert (
            "value.name: expected a parameter with a value, got 'diem_toi_thieu', which has none"
            in lines(policy)[0]
        )

    def test_value_set_by_a_lower_layer(self):
        """
        A parameter whose value a lower layer sets has a value.
        """
        parameters = (*POLICY.layers[0].parameters[1:], parameter("diem_toi_thieu"))
        setting = Setting(parameter="diem_toi_thieu", value=80, citation=PLAN)
        policy = attrs.evolve(changed(parameters=parameters))
        lower = attrs.evolve(policy.layers[1], settings=(setting,))

        assert lines(attrs.evolve(policy, layers=(policy.layers[0], lower))) == []


class TestAwards:
    def test_circle(self):
        """
        Awards that depend on each other in a circle are named.
        """
        award = attrs.evolve(XUAT_SAC, eligibility=(clause("a", Earned("gioi")),), coverage=None)

        assert lines(changed(awards=(GIOI, award))) == [
            "layers[0].awards[0]: expected no circle of dependencies, got gioi -> xuat_sac -> gioi"
        ]

    def test_two_circles(self):
        """
        Each of several circles is named.
        """
        awards = tuple(
            attrs.evolve(XUAT_SAC, id=name, eligibility=(clause("a", Earned(other)),))
            for name, other in (("a", "b"), ("b", "a"), ("c", "c"))
        )
        result = [line for line in lines(changed(awards=(GIOI, XUAT_SAC, *awards))) if "circle" in line]

        assert result == [
            "layers[0].awards[2]: expected no circle of dependencies, got a -> b -> a",
            "layers[0].awards[4]: expected no circle of dependencies, got c -> c",
        ]

    def test_clause_ids(self):
        """
        A clause's id is unique in its award; the same clause may stand inside several exceptions.
        """
        twice = attrs.evolve(GIOI, holds=(attrs.evolve(CONDITIONS[3]),))
        nested = attrs.evolve(
            GIOI, eligibility=(*CONDITIONS, clause("hai", CONDITIONS[3] & clause("nghi", Is("dong_y"))))
        )

        assert lines(changed(awards=(twice, XUAT_SAC))) == [
            "layers[0].awards[0].holds[0].id: expected a clause id of its own in the award, got 'khong_ky_luat' again"
        ]
        assert lines(changed(awards=(nested, XUAT_SAC))) == [
            "layers[0].awards[0].eligibility[4].criterion.criteria[1].id: expected a clause id of its own in the award, got 'nghi' again"
        ]

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"rate": "ty_lee"}, ["rate: unknown parameter 'ty_lee', did you mean 'ty_le'?"]),
            ({"rate": "lam_tron"}, ["rate: expected a number (ty_le), got 'floor', the value of 'lam_tron'"]),
            ({"rounding": ""}, ["rounding: expected the parameter that names the rounding, got none"]),
            ({"rounding": "he_so"}, ["rounding: expected text, got 0.3, the value of 'he_so'"]),
            ({"rounding": "", "base": None}, []),
            ({"group": "xep_loai"}, []),
            ({"group": "unit"}, []),
            ({"group": "khoi"}, ["group: unknown fact 'khoi'"]),
            ({"citation": Citation("luatt")}, ["citation.instrument: unknown instrument 'luatt', did you mean 'luat'?"]),
            ({"label_vi": " "}, ["label_vi: expected a label, got an empty text"]),
        ],
    )  # fmt: skip
    def test_quota(self, fields, expected):
        """
        A quota names a number, a rounding and a group.
        """
        award = attrs.evolve(GIOI, quotas=(attrs.evolve(GIOI.quotas[0], **fields),))
        at = "layers[0].awards[0].quotas[0]."

        assert [at + line for line in expected] == lines(changed(awards=(award, XUAT_SAC)))

    def test_rounding_that_is_none(self):
        """
        The parameter that names a rounding must have a rounding as its value.
        """
        parameters = (*POLICY.layers[0].parameters, parameter("cach", "xuong"))
        award = attrs.evolve(GIOI, quotas=(attrs.evolve(GIOI.quotas[0], rounding="cach"),))
        (line,) = lines(changed(awards=(award, XUAT_SAC), parameters=parameters))

        assert line.startswith("layers[0].awards[0].quotas[0].rounding: expected one of floor, ceil, half_up")

    def test_ranking(self):
        """
        Ranking keys have ids of their own and read numbers and scales that are there.
        """
        keys = (
            ByFact(id="a", label_vi="a", label_en="a", citation=LAW, fact="ghi_chu"),
            ByScore(id="a", label_vi="a", label_en="a", citation=LAW, scale="xyz"),
        )

        assert lines(changed(awards=(attrs.evolve(GIOI, ranking=keys), XUAT_SAC))) == [
            "layers[0].awards[0].ranking[0].fact: expected a number, got 'ghi_chu', which is text",
            "layers[0].awards[0].ranking[1].id: expected an id of its own, got 'a' as in [0]",
            "layers[0].awards[0].ranking[1].scale: unknown scale 'xyz'",
        ]

    def test_coverage_and_bonus(self):
        """
        Coverage names awards and a list, a bonus a number.
        """
        award = attrs.evolve(
            GIOI,
            coverage=attrs.evolve(GIOI.coverage, by=("xuat",), records="sang_kien"),
            bonus=attrs.evolve(
                GIOI.bonus, multiples=(attrs.evolve(GIOI.bonus.multiples[0], parameter="he_soo"),)
            ),
        )

        assert lines(changed(awards=(award, XUAT_SAC))) == [
            "layers[0].awards[0].coverage.records: expected a list with a column 'danh_hieu', got 'sang_kien'",
            "layers[0].awards[0].coverage.records: expected a list with a column 'thanh_tich', got 'sang_kien'",
            "layers[0].awards[0].coverage.by[0]: unknown award 'xuat', did you mean 'xuat_sac'?",
            "layers[0].awards[0].bonus.multiples[0].parameter: unknown parameter 'he_soo', did you mean 'he_so'?",
        ]


def scale_with(item: Item):
    """The small policy with one more item in its scale."""
    return changed(scales=(attrs.evolve(BANG, groups=(*BANG.groups, item)),))


LABELS = {"id": "them", "label_vi": "Thêm", "label_en": "more", "maximum": 10}


@attrs.frozen(kw_only=True)
class ForeignItem(Item):
    """An item of another package that only says what it uses."""

    kind: ClassVar[str] = "acme.item"

    id: str
    label_vi: str
    label_en: str
    maximum: int
    fact: str
    when: Criterion

    def own_uses(self) -> Uses:
        """The fact, and what the condition uses."""
        return Uses(facts=frozenset({self.fact})) | self.when.uses()


class TestScales:
    @pytest.mark.parametrize(
        ("item", "expected"),
        [
            (Judged(**LABELS, fact="xep_loai"), ["fact: expected a number, got 'xep_loai', which is text"]),
            (Linear(**LABELS, fact="diemm", full_at=1), ["fact: unknown fact 'diemm', did you mean 'diem'?"]),
            (PerUnit(**LABELS, fact="ky_luat", points_per_unit=1), ["fact: expected a fact, got the list of records 'ky_luat'"]),
            (Steps(**LABELS, fact="dong_y", start=1, step=1, points_per_step=1), ["fact: expected a number, got 'dong_y', which is true or false"]),
            (Sample(**LABELS, fact="a1", asked="b2", size=3, points_per_yes=1), ["fact: unknown fact 'a1'", "asked: unknown fact 'b2'"]),
            (BySize(**LABELS, fact="a1", size_fact="b2", starts=(1,), classes=(SizeClass(id="a", start=1, row=(1,)),)), ["size_fact: unknown fact 'b2'", "fact: unknown fact 'a1'"]),
            (Parts(**LABELS, facts=("diem", "dong_y", "ghi_chu"), weight=1), ["facts[2]: expected a number or true or false, got 'ghi_chu', which is text"]),
            (Evidence(**LABELS, item=Judged(**LABELS, fact="diem"), fact="diem"), ["fact: expected true or false, got 'diem', which is a number"]),
            (AgainstMean(**LABELS, fact="diem", mean=Parameter("he_so"), reached=1), ["mean.name: expected a number (diem), got 'he_so' in 'lan'"]),
            (AgainstMean(**LABELS, fact="diemm", mean=Constant(3), reached=1), ["fact: unknown fact 'diemm', did you mean 'diem'?"]),
            (AgainstBest(**LABELS, fact="diem", target="ngay_vao"), ["target: expected a number, got 'ngay_vao', which is a day"]),
            (AgainstBest(**LABELS, fact="diem", target="diem", stratum="cum"), ["stratum: unknown fact 'cum'"]),
            (
                Stages(**LABELS, own=Judged(**LABELS, fact="diem"), cross="sang_kien", column="diemm", limit_percent=5, decided="dong_y", reason="ly_do", appraised="diem"),
                [
                    "cross: expected a list with a column 'diemm', got 'sang_kien'",
                    "decided: expected a number, got 'dong_y', which is true or false",
                    "reason: unknown fact 'ly_do'",
                ],
            ),
            (PeriodAverage(**LABELS, records="diem", periods=4), ["records: expected a list of records, got the fact 'diem'"]),
            (PastAwards(**LABELS, levels=(), records="sang_kien"), ["records: expected a list with a column 'danh_hieu', got 'sang_kien'"]),
            (AwardPoints(**LABELS, levels=(AwardLevel(award="xuat", points=1),)), ["levels[0].award: unknown award 'xuat', did you mean 'xuat_sac'?"]),
            (AllOrNothing(**LABELS, when=Is("dong_yy")), ["when.fact: unknown fact 'dong_yy', did you mean 'dong_y'?"]),
            (ForeignItem(**LABELS, fact="diemm", when=Is("dong_yy")), ["fact: unknown fact 'diemm', did you mean 'diem'?", "when.fact: unknown fact 'dong_yy', did you mean 'dong_y'?"]),
        ],
    )  # fmt: skip
    def test_item(self, item, expected):
        """
        An item reads facts that are there, of the types that it can use.
        """
        at = "layers[0].scales[0].groups[2]."

        assert [at + line for line in expected] == lines(scale_with(item))

    def test_tie(self):
        """
        A step of a chain for ties reads a fact, or leaves the tie to people.
        """
        scale = attrs.evolve(BANG, ties=(TieKey(id="a", fact="diemm"), TieKey(id="b")))

        assert lines(changed(scales=(scale,))) == [
            "layers[0].scales[0].ties[0].fact: unknown fact 'diemm', did you mean 'diem'?"
        ]

    @pytest.mark.parametrize(
        ("criterion", "expected"),
        [
            (ScoreReaches("bangg", ">=", 80), ["scale: unknown scale 'bangg', did you mean 'bang'?"]),
            (ScoreReaches("bang", ">=", Parameter("he_so")), ["value.name: expected a number (diem), got 'he_so' in 'lan'"]),
            (StandardsReach("bang", Constant("50%")), ["percent.value: expected a number (phan_tram), got '50%'"]),
            (ClassAtLeast("bang", ("tot", "to")), ["classes[1]: unknown class 'to', did you mean 'tot'?"]),
            (ClassAtLeast("bangg", ("tot",)), ["scale: unknown scale 'bangg', did you mean 'bang'?"]),
        ],
    )  # fmt: skip
    def test_criteria(self, criterion, expected):
        """
        A criterion on a score names a scale, and a number or a class of it.
        """
        assert expected == found(criterion)

    def test_circle_through_a_scale(self):
        """
        An award that is ranked by points for itself depends on itself.
        """
        item = AwardPoints(**LABELS, levels=(AwardLevel(award="gioi", points=1),))

        assert lines(scale_with(item)) == [
            "layers[0].awards[0]: expected no circle of dependencies, got gioi -> gioi"
        ]


class TestDefinitions:
    def test_ids(self):
        """
        Ids are unique in a layer, and a lower layer may not define one otherwise.
        """
        facts = POLICY.layers[0].facts
        lower = attrs.evolve(
            POLICY.layers[1], id="luat", facts=(facts[0], attrs.evolve(facts[1], unit="ngay")), parameters=()
        )
        policy = attrs.evolve(
            changed(facts=(*facts, facts[0])), layers=(changed(facts=(*facts, facts[0])).layers[0], lower)
        )

        assert [
            f"layers[0].facts[{len(facts)}].id: expected an id of its own, got 'diem' as in [0]",
            "layers[1].id: expected an id of its own, got 'luat' as in [0]",
            "layers[1].facts[1].id: expected an id of its own, got 'thang_nghi' of layers[0]",
        ] == lines(policy)

    @pytest.mark.parametrize(
        ("fact", "expected"),
        [
            (spec("a", FactType.CHOICE), ["choices: expected choices for the type 'choice'"]),
            (spec("a", FactType.TEXT, choices=(Choice("x", "x", "x"),)), ["choices: expected no choices for the type 'text'"]),
            (spec("a", FactType.RECORDS), ["fields: expected columns for the type 'records'"]),
            (spec("a", FactType.FLAG, fields=(spec("b", FactType.FLAG),)), ["fields: expected no columns for the type 'flag'"]),
            (spec("a", FactType.INTEGER, minimum=3, maximum=2), ["maximum: expected at least 3, got 2"]),
            (spec("a", FactType.CHOICE, choices=(Choice("x", "x", "x"),) * 2), ["choices: expected each id once, got 'x' again"]),
            (
                spec("a", FactType.RECORDS, fields=(spec("b", FactType.RECORDS, fields=(spec("c", FactType.FLAG),)),)),
                ["fields[0].type: expected no list inside a list"],
            ),
        ],
    )  # fmt: skip
    def test_fact(self, fact, expected):
        """
        The specification of a fact fits its type.
        """
        at = f"layers[0].facts[{len(POLICY.layers[0].facts)}]."

        assert [at + line for line in expected] == lines(changed(facts=(*POLICY.layers[0].facts, fact)))

    def test_parameter(self):
        """
        The values of a parameter are of one type, among its choices, and their days are in order.
        """
        dated = Dated(value="x", valid_from=dt.date(2022, 2, 1), valid_to=dt.date(2022, 1, 1))
        wrong = attrs.evolve(parameter("a", 3, choices=("x", "y")), values=(Dated(value=3), dated))
        at = f"layers[0].parameters[{len(POLICY.layers[0].parameters)}].values"

        assert [
            f"{at}: expected values of one type, got a number and text",
            f"{at}[0].value: expected one of x, y, got 3",
            f"{at}[1].valid_to: expected a day from 2022-02-01 on, got 2022-01-01",
        ] == lines(changed(parameters=(*POLICY.layers[0].parameters, wrong)))

    @pytest.mark.parametrize(
        ("days", "expected"),
        [
            (((None, (2022, 1, 1)), ((2022, 1, 2), None)), []),
            ((((2022, 1, 2), None), (None, (2022, 1, 1))), []),
            (((None, (2022, 1, 1)), ((2022, 1, 1), None)), [(0, 1)]),
            ((((2022, 1, 1), None), ((2023, 1, 1), None)), [(0, 1)]),
            ((((2023, 1, 1), None), ((2022, 1, 1), None)), [(0, 1)]),
            (((None, None), (None, None), ((2022, 1, 1), (2022, 2, 1))), [(0, 1), (0, 2)]),
            ((((2020, 1, 1), (2029, 1, 1)), ((2021, 1, 1), (2022, 1, 1)), ((2023, 1, 1), None)), [(0, 1), (0, 2)]),
        ],
    )  # fmt: skip
    def test_overlap(self, days, expected):
        """
        On one day a parameter has one value.
        """
        values = tuple(
            Dated(value=3, valid_from=start and dt.date(*start), valid_to=end and dt.date(*end))
            for start, end in days
        )
        twice = attrs.evolve(parameter("a", 3), values=values)
        at = f"layers[0].parameters[{len(POLICY.layers[0].parameters)}].values"

        assert [
            f"{at}: expected one value on a day, got those of values[{first}] and values[{second}]"
            for first, second in expected
        ] == lines(changed(parameters=(*POLICY.layers[0].parameters, twice)))

    @pytest.mark.parametrize(
        ("value", "limits", "expected"),
        [
            (Decimal("0.21"), {"maximum": Decimal("0.2")}, ["expected at most 0.2, got 0.21"]),
            (Decimal("0.2"), {"maximum": Decimal("0.2")}, []),
            (1, {"minimum": 2, "maximum": 3}, ["expected at least 2, got 1"]),
            (2, {"minimum": 2, "maximum": 3}, []),
            (dt.date(2022, 1, 1), {"minimum": dt.date(2022, 1, 2)}, ["expected at least 2022-01-02, got 2022-01-01"]),
        ],
    )  # fmt: skip
    def test_range(self, value, limits, expected):
        """
        The instrument's own value lies in the range that it allows to others.
        """
        at = f"layers[0].parameters[{len(POLICY.layers[0].parameters)}].values[0].value: "
        own = parameter("a", value, **limits)

        assert [at + line for line in expected] == lines(
            changed(parameters=(*POLICY.layers[0].parameters, own))
        )

    def test_trial_beyond_the_range(self):
        """
        A trial may go beyond the range: that is for the review.
        """
        assert lines(POLICY.with_parameter("ty_le", Decimal("0.9"))) == []

    @pytest.mark.parametrize(
        ("setting", "expected"),
        [
            (("ty_lee", 1), ["parameter: unknown parameter 'ty_lee', did you mean 'ty_le'?"]),
            (("ty_le", "nhiều"), ["value: expected a number, got 'nhiều'"]),
            (("lam_tron", "up"), ["value: expected one of floor, ceil, got 'up'"]),
            (("ty_le", Decimal("0.9")), []),
        ],
    )
    def test_setting(self, setting, expected):
        """
        A setting names a parameter and gives it a value of its type; whether the law allows it is for the review.
        """
        policy = changed(1, settings=(Setting(parameter=setting[0], value=setting[1], citation=PLAN),))
        at = "layers[1].settings[0]."

        assert [at + line for line in expected] == [line for line in lines(policy) if line.startswith(at)]

    def test_demands(self):
        """
        What a plan demands names days, awards, scales and rules that are there.
        """
        plan = POLICY.layers[1]
        standings = Standings(
            id="s",
            label_vi="s",
            label_en="s",
            subjects=Is("dong_y"),
            scale="xyz",
            stratum="diem",
            proposals=(Proposal(first=2, last=1, award="gioii"), Proposal(first=1, last=1, award="gioi")),
            citation=PLAN,
        )
        policy = changed(
            1,
            additions=(Addition(awards=("gioii",), clause=plan.additions[0].clause),),
            obligations=(
                attrs.evolve(plan.obligations[0], due="ty_le"),
                attrs.evolve(plan.obligations[0], id="b", due=""),
            ),
            standings=(standings, attrs.evolve(standings, id="t", stratum="", proposals=())),
            provisions=(
                Provision(id="p", citation=PLAN, summary_vi="p", summary_en="p", encoded_by=("dang_ki",)),
                Provision(id="p", citation=PLAN, summary_vi="p", summary_en="p", why_not="none"),
            ),
            fund=attrs.evolve(plan.fund, rate="han_nop", spending="dong_y"),
        )

        assert lines(policy) == [
            "layers[1].additions[0].awards[0]: unknown award 'gioii', did you mean 'gioi'?",
            "layers[1].obligations[0].due: expected a day, got 0.1, the value of 'ty_le'",
            "layers[1].standings[0].scale: unknown scale 'xyz'",
            "layers[1].standings[0].stratum: expected text, got 'diem', which is a number",
            "layers[1].standings[0].proposals[0].award: unknown award 'gioii', did you mean 'gioi'?",
            "layers[1].standings[0].proposals[0].first: expected a place from 1 to 1, got 2",
            "layers[1].standings[1].scale: unknown scale 'xyz'",
            "layers[1].provisions[0].encoded_by[0]: unknown rule 'dang_ki', did you mean 'dang_ky'?",
            "layers[1].provisions[1].id: expected an id of its own, got 'p' as in [0]",
            "layers[1].fund.rate: expected a number (ty_le), got 2022-11-30, the value of 'han_nop'",
            "layers[1].fund.spending: expected a number, got 'dong_y', which is true or false",
        ]

    def test_layer_of_nothing(self):
        """
        A layer that brings nothing is no fault, one without a title is.
        """
        empty = Layer(id="x", title_vi="", title_en="x", level="xa")

        assert lines(POLICY.with_layer(empty)) == ["layers[2].title_vi: expected a label, got an empty text"]


class TestRoster:
    def test_sound(self):
        """
        What was loaded without a fault has none.
        """
        assert check_roster(POLICY, roster_from_json(text(ROSTER), POLICY)) == ()

    def test_faults(self):
        """
        A roster built in code is checked like one that is read, in its order.
        """
        roster = roster_from_json(text(ROSTER), POLICY)
        wrong = Subject(
            "cb-01",
            SubjectKind.CA_NHAN,
            "x\ny",
            "khong_co",
            FrozenMap(
                {
                    "diemm": 1,
                    "diem": 3.5,
                    "luong": True,
                    "ngay_vao": dt.datetime(2022, 1, 1, tzinfo=dt.UTC),
                    "thang_nghi": Marker.NOT_ASSIGNED,
                }
            ),
            FrozenMap({"ky_luat": (FrozenMap({"ngayy": 1, "ngay": "x"}),), "sang": ()}),
        )
        broken = attrs.evolve(
            roster,
            id="",
            commune=7,
            year=True,
            subjects=(
                *roster.subjects,
                wrong,
                attrs.evolve(wrong, id="a\nb", facts=FrozenMap(), records=FrozenMap()),
            ),
            decisions=(Decision("gioi", "ai", DecisionState.HIEU_LUC, dt.date(1800, 1, 1)),),
            ballots=(Ballot("x", "cb-01", dt.date(2022, 1, 1), 3, 4, 5),),
        )

        assert [str(fault) for fault in check_roster(POLICY, broken)] == [
            "id: expected an id, got an empty text",
            "commune: expected text, got 7",
            "year: expected a year from 1948 to 2100, got true",
            "subjects[5].name: expected no control character",
            "subjects[5].facts.diemm: unknown fact 'diemm', did you mean 'diem'?",
            "subjects[5].facts.diem: expected a number (diem), got a float",
            "subjects[5].facts.luong: expected a number (dong), got a value that is not shown",
            "subjects[5].facts.ngay_vao: expected a day as YYYY-MM-DD, got 2022-01-01 00:00:00+00:00",
            "subjects[5].facts.thang_nghi: expected a whole number (thang), got 'khong_giao'",
            "subjects[5].records.ky_luat[0].ngayy: unknown column 'ngayy', did you mean 'ngay'?",
            "subjects[5].records.ky_luat[0].ngay: expected a day as YYYY-MM-DD, got a value that is not shown",
            "subjects[5].records.sang: unknown list of records 'sang', did you mean 'sang_kien'?",
            "subjects[5].id: expected an id of its own, got 'cb-01' as in subjects[2]",
            "subjects[5].unit: unknown unit 'khong_co'",
            "subjects[6].id: expected no control character",
            "subjects[6].name: expected no control character",
            "subjects[6].unit: unknown unit 'khong_co'",
            "decisions[0].date: expected a day from 1900-01-01 to 2200-12-31, got 1800-01-01",
            "decisions[0].subject: unknown subject 'ai'",
            "ballots[0].present: expected a whole number from 0 to 'members', got 4",
            "ballots[0].approvals: expected a whole number from 0 to 'present', got 5",
            "ballots[0].award: unknown award 'x'",
        ]

    def test_second_commune_and_state(self):
        """
        A roster built in code has one commune too, and one state of an award and a subject on one day.
        """
        roster = roster_from_json(text(ROSTER), POLICY)
        again = attrs.evolve(roster.decisions[0], state=DecisionState.TU_CHOI, cancelled_on=None)
        broken = attrs.evolve(
            roster,
            subjects=(*roster.subjects, Subject("xa2", SubjectKind.XA, "\u202ax")),
            decisions=(*roster.decisions, again),
        )

        assert [str(fault) for fault in check_roster(POLICY, broken)] == [
            "subjects[5].name: expected no bidirectional control character",
            "subjects[5].kind: expected one commune in a roster, got 'xa' as in subjects[0]",
            "decisions[1].state: expected one state, got 'tu_choi', and 'huy_bo' as in decisions[0]",
        ]

    @pytest.mark.parametrize(
        ("kind", "name", "expected"),
        [
            (SubjectKind.CA_NHAN, "xep_loai", "xep_loai_chat_luong"),
            (SubjectKind.TAP_THE, "xep_loai", "loai"),
            (SubjectKind.KHU_DAN_CU, "so_nhan_khauu", "so_nhan_khau"),
        ],
    )
    def test_name_that_the_kind_may_have(self, kind, name, expected):
        """
        Of the nearest names one is meant that may be asked of such a subject.
        """
        one = Subject("a", kind, "A", facts=FrozenMap({name: 1}))
        (fault,) = check_roster(load_policy("xuan_son_2022"), Roster("r", "Xã", 2022, (one,)))

        assert fault.problem == f"unknown fact {name!r}, did you mean {expected!r}?"
