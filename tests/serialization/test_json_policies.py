"""Policies as JSON: what is read, what is refused, and with which words."""

from __future__ import annotations

import datetime as dt
import json
import unicodedata
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import ClassVar

import attrs
import pytest

from tests.small import LAW, POLICY, text
from thidua_rules import awards, scales
from thidua_rules.citations import Citation
from thidua_rules.criteria import Between, Compare, Constant, Criterion, Is, Parameter, Vocabulary
from thidua_rules.criteria.base import Part
from thidua_rules.errors import PolicyError, UnknownNameError
from thidua_rules.policies import layers, obligations, procedures
from thidua_rules.policies.catalogue.phap_luat_2003 import su_kien
from thidua_rules.policies.layers import Layer
from thidua_rules.policies.validation.places import Faults
from thidua_rules.serialization import (
    dumps,
    load_policy,
    policy_from_json,
    policy_to_json,
    whole_vocabulary,
)
from thidua_rules.serialization.policies import PARTS
from thidua_rules.serialization.shapes import Kinds, fields_of, kind_of, shape_of
from thidua_rules.serialization.structure import BAD, Reader
from thidua_rules.values import Marker, Value


def data() -> dict[str, object]:
    """The small policy as data, to be changed."""
    return json.loads(dumps(policy_to_json(POLICY)))


def faults(source) -> list[str]:
    """The lines of what is wrong with a policy."""
    with pytest.raises(PolicyError) as caught:
        policy_from_json(source if isinstance(source, (str, bytes)) else text(source))
    return [str(fault) for fault in caught.value.faults]


def award(changed: dict[str, object], index: int = 0) -> dict[str, object]:
    """One award of the first layer."""
    return changed["layers"][0]["awards"][index]


def first(changed: dict[str, object]) -> dict[str, object]:
    """The first comparison of the first award."""
    return award(changed)["eligibility"][0]["criterion"]["criteria"][0]


AT = "layers[0].awards[0].eligibility[0].criterion.criteria[0]"


class TestRoundTrip:
    def test_equal(self):
        """
        What is written is read back as an equal policy with the same hash.
        """
        again = policy_from_json(dumps(policy_to_json(POLICY)))

        assert again == POLICY
        assert POLICY.content_hash == again.content_hash

    def test_twice(self):
        """
        Writing what was read gives the same text.
        """
        written = dumps(policy_to_json(POLICY))

        assert written == dumps(policy_to_json(policy_from_json(written)))

    def test_defaults_left_out(self):
        """
        A field may be left out where its class has a default.
        """
        changed = data()
        for clause in award(changed)["eligibility"]:
            if clause["standing"] == "CONFIRMED":
                del clause["standing"]
        del award(changed)["quotas"][0]["group"]

        assert policy_from_json(text(changed)) == POLICY

    def test_kind_left_out(self):
        """
        A kind may be left out where only one can stand.
        """
        changed = data()
        del changed["kind"]
        del changed["layers"][0]["kind"]
        del award(changed)["eligibility"][0]["kind"]

        assert policy_from_json(text(changed)) == POLICY

    def test_plain_forms(self):
        """
        A citation, a day and a decimal may be written as text where their field is of that type.
        """
        changed = data()
        award(changed)["citations"] = ["luat/1/2/a"]
        changed["layers"][0]["valid_from"] = "2020-01-01"
        changed["layers"][0]["facts"][0]["minimum"] = "0"
        again = policy_from_json(text(changed))

        assert again == POLICY

    def test_exact_number(self):
        """
        A JSON number with a point is the exact decimal that it shows.
        """
        changed = data()
        changed["layers"][0]["parameters"][0]["values"][0]["value"] = 79.5

        assert policy_from_json(text(changed)) == POLICY

    def test_decomposed_text(self):
        """
        Text in NFD is the same policy as in NFC.
        """
        assert policy_from_json(unicodedata.normalize("NFD", text(data()))) == POLICY

    def test_text_that_looks_like_a_number(self):
        """
        Where any value may stand, text stays text.
        """
        changed = data()
        first(changed)["fact"] = "ghi_chu"
        first(changed)["op"] = "=="
        first(changed)["value"] = {"kind": "constant", "value": "0.15"}
        criterion = policy_from_json(text(changed)).awards["gioi"].eligibility[0].criterion.criteria[0]

        assert Compare("ghi_chu", "==", Constant("0.15")) == criterion


class TestSources:
    def test_file(self, tmp_path):
        """
        A policy is loaded from a path.
        """
        path = tmp_path / "policy.json"
        path.write_text(dumps(policy_to_json(POLICY)), encoding="utf-8")

        assert POLICY == load_policy(path) == load_policy(str(path))

    def test_shipped(self):
        """
        A policy that ships is loaded by its id.
        """
        assert load_policy("phap_luat_2003").id == "phap_luat_2003"

    def test_unknown_id(self):
        """
        An id that does not ship is named, with the nearest that does.
        """
        with pytest.raises(
            UnknownNameError, match="unknown policy 'xuan_son_202', did you mean 'xuan_son_2022'"
        ):
            load_policy("xuan_son_202")

    def test_module_without_policy(self):
        """
        A module of the catalogue that holds no policy is no policy.
        """
        assert not hasattr(su_kien, "POLICY")
        with pytest.raises(UnknownNameError):
            load_policy("su_kien")

    @pytest.mark.parametrize("source", ["../errors", "no/such.json", "os.path", ""])
    def test_no_file(self, source):
        """
        What is neither an id nor a file is refused, and nothing is imported.
        """
        with pytest.raises(PolicyError, match=r"^policy: cannot read the file: "):
            load_policy(source)

    @pytest.mark.parametrize(
        ("source", "line"),
        [
            ("", "policy: expected JSON, got nothing at all"),
            ("[]", "policy: expected an object of kind 'policy', got a list"),
            ("3", "policy: expected an object of kind 'policy', got 3"),
            ('{"kind": "layer"}', "kind: expected 'policy', got 'layer'"),
            ("[" * 10_000, "policy: expected at most 100 levels inside each other, got more"),
        ],
    )
    def test_no_policy_at_all(self, source, line):
        """
        What is no object of the right kind gives one fault.
        """
        assert [line] == faults(source)


class TestStructure:
    @pytest.mark.parametrize(
        ("fields", "lines"),
        [
            ({"kind": "compar"}, [".kind: unknown kind 'compar', did you mean 'compare'?"]),
            ({"kind": 3}, [".kind: expected text, got 3"]),
            ({"op": "=>"}, [".op: expected one of '!=', '<', '<=', '==', '>', '>=', got '=>'"]),
            ({"op": None}, [".op: expected one of '!=', '<', '<=', '==', '>', '>=', got null"]),
            ({"fact": 3, "facts": 1}, [".fact: expected text, got 3", ".facts: unknown field, did you mean 'fact'?"]),
            ({"fact": "\ud800"}, [".fact: expected Unicode text, got half of a surrogate pair"]),
            ({"value": 3}, [".value: expected an object of kind one of 'constant', 'fact', 'parameter', 'sum', 'years-before', got 3"]),
            ({"value": {}}, [".value.kind: expected one of 'constant', 'fact', 'parameter', 'sum', 'years-before', got nothing"]),
            ({"value": {"kind": "is", "fact": "x"}}, [".value.kind: expected one of 'constant', 'fact', 'parameter', 'sum', 'years-before', got 'is'"]),
            ({"value": {"kind": "constant"}}, [".value.value: expected true or false or a number or text or a day as YYYY-MM-DD, got nothing"]),
            ({"value": {"kind": "constant", "value": [1]}}, [".value.value: expected true or false or a number or text or a day as YYYY-MM-DD, got a list"]),
            ({"value": {"kind": "constant", "value": {"decimal": "0,15"}}}, [".value.value.decimal: expected a number as text, got '0,15'"]),
            ({"value": {"kind": "constant", "value": {"decimal": 3}}}, [".value.value.decimal: expected a number as text, got 3"]),
            ({"value": {"kind": "constant", "value": {"date": "2022-02-31"}}}, [".value.value.date: expected a day as YYYY-MM-DD as text, got '2022-02-31'"]),
            ({"value": {"kind": "constant", "value": {"marker": "khong giao"}}}, [".value.value.marker: expected one of 'khong_ap_dung', 'khong_giao', got 'khong giao', did you mean 'khong_giao'?"]),
            ({"value": {"kind": "constant", "value": {"marker": 1}}}, [".value.value.marker: expected one of 'khong_ap_dung', 'khong_giao', got 1"]),
            ({"value": {"kind": "constant", "value": {"a": 1}}}, [".value.value: expected true or false or a number or text or a day as YYYY-MM-DD, got an object"]),
            ({"value": {"kind": "constant", "value": float("nan")}}, [".value.value: expected true or false or a number or text or a day as YYYY-MM-DD, got NaN"]),
            ({"value": {"kind": "constant", "value": 10**400}}, [".value.value: expected true or false or a number or text or a day as YYYY-MM-DD, got a number of 401 digits"]),
        ],
    )  # fmt: skip
    def test_criterion(self, fields, lines):
        """
        Each field of a criterion is checked by its type.
        """
        changed = data()
        first(changed).update(fields)

        assert [AT + line for line in lines] == faults(json.dumps(changed))

    def test_many_digits(self):
        """
        A decimal of too many digits is described, not shown.
        """
        for literal in ("1e999", "1e99999999999999999999", "0." + "1" * 99):
            source = text(data()).replace('{"decimal": "79.5"}', literal)

            assert faults(source)[0].endswith("got a number of too many digits")

    @pytest.mark.parametrize(
        ("fields", "line"),
        [
            ({"form": "danh hiệu"}, "form: expected one of 'danh_hieu', 'hinh_thuc', 'xep_loai', got 'danh hiệu', did you mean 'danh_hieu'?"),
            ({"recipients": "ca_nhan"}, "recipients: expected a list, got 'ca_nhan'"),
            ({"recipients": ["ca_nhan", 3]}, "recipients[1]: expected one of 'ca_nhan', 'ho_gia_dinh', 'khu_dan_cu', 'tap_the', 'xa', got 3"),
            ({"citations": ["luat/1/2/3/4"]}, "citations[0]: expected a citation such as 'nd_91_2017/10/4', got 'luat/1/2/3/4'"),
            ({"citations": [{"instrumen": "luat"}]}, "citations[0].instrumen: unknown field, did you mean 'instrument'?"),
            ({"citations": [{"kind": "citation", "instrument": "luat"}]}, "citations[0].kind: unknown field"),
            ({"bonus": {"kind": "bonus", "citation": "luat"}}, "bonus.multiples: expected a list, got nothing"),
            ({"eligibilty": []}, "eligibilty: unknown field, did you mean 'eligibility'?"),
        ],
    )  # fmt: skip
    def test_award(self, fields, line):
        """
        Each field of an award is checked by its type.
        """
        changed = data()
        award(changed).update(fields)

        assert f"layers[0].awards[0].{line}" in faults(changed)

    @pytest.mark.parametrize(
        ("field", "value", "line"),
        [
            ("valid_from", "31/12/2021", "expected a day as YYYY-MM-DD or null, got '31/12/2021', did you mean '2021-12-31'?"),
            ("valid_from", 2021, "expected a day as YYYY-MM-DD or null, got 2021"),
            ("title_vi", None, "expected text, got null"),
        ],
    )  # fmt: skip
    def test_layer(self, field, value, line):
        """
        Each field of a layer is checked by its type.
        """
        changed = data()
        changed["layers"][0][field] = value

        assert f"layers[0].{field}: {line}" in faults(changed)

    def test_decimal_with_a_comma(self):
        """
        A decimal with a comma is refused, with how to write it.
        """
        changed = data()
        changed["layers"][0]["facts"][0]["maximum"] = "99,5"

        assert faults(changed) == [
            "layers[0].facts[0].maximum: expected a number or null, got '99,5': write a point, not a comma, as in '99.5'"
        ]

    def test_what_a_class_refuses(self):
        """
        What a class refuses when it is made is a fault at its place.
        """
        changed = data()
        award(changed, 1)["eligibility"][0]["criterion"]["minimum"] = 5

        assert faults(changed) == [
            "layers[0].awards[1].eligibility[0].criterion.minimum: expected 0 to 2, got 5"
        ]

    def test_nothing_follows_inside_a_part(self):
        """
        A list out of which something could not be read is not judged as a whole.
        """
        changed = data()
        dated = [{"value": 1}, {"value": [1]}, {"value": "x"}]
        changed["layers"][0]["parameters"][4]["values"] = dated

        assert sorted(faults(changed)) == [
            "layers[0].awards[0].bonus.multiples[0].parameter: expected a number, got 'x', the value of 'he_so'",
            "layers[0].parameters[4].values[1].value: expected true or false or a number or text or a day as YYYY-MM-DD, got a list",
        ]

    def test_list_of_fixed_length(self):
        """
        A list of fixed length has just so many items, each of its type.
        """
        for defects, line in (
            ([["a"]], "layers[0].scales[0].defects[0]: expected a list of 2, got one of 1"),
            ([["a", 3]], "layers[0].scales[0].defects[0][1]: expected text, got 3"),
            (["a"], "layers[0].scales[0].defects[0]: expected a list, got 'a'"),
        ):
            changed = data()
            changed["layers"][0]["scales"][0]["defects"] = defects

            assert [line] == faults(changed)

    def test_unknown_instrument_in_text(self):
        """
        A citation as text of an instrument that no layer names is a fault.
        """
        changed = data()
        award(changed)["citations"] = ["luatt/1"]

        assert faults(changed) == [
            "layers[0].awards[0].citations[0].instrument: unknown instrument 'luatt', did you mean 'luat'?"
        ]

    def test_nothing_follows_from_what_was_left_out(self):
        """
        What only follows from a part that could not be read is no fault of its own.
        """
        changed = data()
        award(changed, 1)["eligibility"][0]["criterion"]["minimum"] = 2
        award(changed, 1)["eligibility"][0]["criterion"]["criteria"][0]["kind"] = "member-shar"
        changed["layers"][0]["parameters"][0]["values"][0]["value"] = [1]
        changed["layers"][0]["instruments"][0]["valid_from"] = "x"

        assert len(faults(changed)) == 3

    def test_both_structure_and_meaning(self):
        """
        Faults of structure and of meaning are listed together, each at its place in the text.
        """
        changed = data()
        criteria = award(changed)["eligibility"][0]["criterion"]["criteria"]
        criteria[0]["op"] = "=>"
        criteria[1]["fact"] = "xep_loaii"
        criteria[2]["value"]["value"] = True

        lines = faults(changed)

        assert [line.removeprefix("layers[0].awards[0].eligibility[0].criterion.") for line in lines] == [
            "criteria[0].op: expected one of '!=', '<', '<=', '==', '>', '>=', got '=>'",
            "criteria[1].fact: unknown fact 'xep_loaii', did you mean 'xep_loai'?",
            "criteria[2].value.value: expected a number (dong), got true",
        ]


class Colour(Enum):
    """An enumeration of another package."""

    RED = "red"


@attrs.frozen
class Inner(Part):
    """A part of another package, without a table entry of its own."""

    kind: ClassVar[str] = "acme.inner"

    share: Fraction


@attrs.frozen
class Completed(Criterion):
    """A criterion of another package."""

    kind: ClassVar[str] = "acme.completed"

    course: str
    inner: Inner | None = None
    colour: Colour = Colour.RED
    exact: Decimal = Decimal(1)
    number: int = 0
    days: tuple[dt.date, ...] = ()

    def __attrs_post_init__(self) -> None:
        if self.course == "wrong":
            message = "no such course\nat all"
            raise ValueError(message)
        if self.course == "empty":
            raise ValueError


@attrs.frozen
class Odd(Criterion):
    """A criterion whose hints data has no form for."""

    kind: ClassVar[str] = "acme.odd"

    pairs: dict[str, int]


@attrs.frozen
class Broken(Criterion):
    """A criterion whose hints cannot be read."""

    kind: ClassVar[str] = "acme.broken"

    value: NoSuchName  # noqa: F821


def read(cls: type, source: object) -> tuple[object, list[str]]:
    """What *source* is under the hint *cls*, and the faults."""
    found = Faults()
    reader = Reader(Kinds(Vocabulary.builtin().with_kind(Completed)), found)
    return reader.read(cls, source, ()), [str(fault) for fault in found.listed("it")]


class TestVocabulary:
    def test_kind_of_another_package(self):
        """
        A criterion of another package is read and written where the vocabulary knows it.
        """
        vocabulary = Vocabulary.builtin().with_kind(Completed)
        criterion = Completed("a", Inner(Fraction(1, 3)), days=(dt.date(2022, 1, 1),))
        changed = data()
        first(changed).clear()
        first(changed).update(
            {"kind": "acme.completed", "course": "a", "inner": {"share": {"fraction": "1/3"}}}
        )
        first(changed)["days"] = ["2022-01-01"]
        policy = policy_from_json(text(changed), vocabulary)

        assert criterion == policy.awards["gioi"].eligibility[0].criterion.criteria[0]
        with pytest.raises(PolicyError, match=r"acme\.inner"):
            policy_to_json(policy, vocabulary)
        written = policy_to_json(policy, vocabulary.with_kind(Inner))
        assert policy == policy_from_json(written, vocabulary)

    def test_unknown_kinds_are_not_written(self):
        """
        What the vocabulary does not know is not written, since nobody could read it.
        """
        clause = attrs.evolve(POLICY.layers[0].awards[0].eligibility[0], criterion=Completed("a"))
        changed = attrs.evolve(POLICY.layers[0].awards[0], eligibility=(clause,))
        policy = attrs.evolve(POLICY, layers=(attrs.evolve(POLICY.layers[0], awards=(changed,)),))
        with pytest.raises(PolicyError) as caught:
            policy_to_json(policy)

        assert (
            str(caught.value)
            == "layers[0].awards[0].eligibility[0].criterion: unknown kind 'acme.completed' of Completed"
        )

    @pytest.mark.parametrize(
        ("source", "line"),
        [
            ({"course": "wrong"}, "it: expected other values: no such course"),
            ({"course": "empty"}, "it: expected other values: ValueError"),
            ({"course": "a", "inner": {"share": {"fraction": "1/0"}}}, "inner.share.fraction: expected a fraction as text, got '1/0'"),
            ({"course": "a", "inner": {"share": "1/x"}}, "inner.share: expected a fraction, got '1/x'"),
            ({"course": "a", "colour": "rot"}, "colour: expected 'red', got 'rot'"),
            ({"course": "a", "number": "3"}, "number: expected a whole number, got '3'"),
            ({"course": "a", "number": Decimal("2.5")}, "number: expected a whole number, got 2.5"),
            ({"course": "a", "exact": "1e999"}, "exact: expected a number, got '1e999'"),
            ({"course": "a", "exact": True}, "exact: expected a number, got true"),
            ({"course": "a", "exact": 1.5}, "exact: expected a number, got a float"),
            ({"course": "a", "days": [{"date": "2022"}]}, "days[0].date: expected a day as YYYY-MM-DD as text, got '2022'"),
            ({"course": "a", "days": ["2022-02-30"]}, "days[0]: expected a day as YYYY-MM-DD, got '2022-02-30', which is no day of the calendar"),
        ],
    )  # fmt: skip
    def test_fields_of_another_package(self, source, line):
        """
        Whatever type a field has, a wrong value is a fault at its place.
        """
        assert [line] == read(Completed, source)[1]

    def test_plain_numbers(self):
        """
        Whole numbers may stand for decimals, and whole decimals for numbers.
        """
        value, _ = read(Completed, {"course": "a", "exact": 2, "number": Decimal("3.0")})

        assert Completed("a", exact=Decimal(2), number=3) == value
        assert Decimal is type(value.exact)

    def test_any_value(self):
        """
        Where any value may stand, each of its types has one form.
        """
        for source, expected in (
            ({"marker": "khong_giao"}, Marker.NOT_ASSIGNED),
            ({"date": "2022-01-31"}, dt.date(2022, 1, 31)),
            ({"decimal": "0.15"}, Decimal("0.15")),
            (dt.date(2022, 1, 31), dt.date(2022, 1, 31)),
            ("khong_giao", "khong_giao"),
            (False, False),
            (7, 7),
        ):
            assert (expected, []) == read(Value, source)

    def test_hints_that_data_has_no_form_for(self):
        """
        A class whose hints data has no form for is refused with its reason.
        """
        with pytest.raises(PolicyError, match="data has a form for"):
            read(Odd, {"pairs": {}})
        with pytest.raises(PolicyError, match="type hints that can be read"):
            fields_of(Broken)

    def test_base_class_without_kinds(self):
        """
        A base class of which no kind is known takes nothing.
        """

        class Nobody:
            pass

        value, lines = read(Nobody, {"kind": "x"})

        assert value is BAD
        assert lines == ["kind: unknown kind 'x'"]

    def test_every_part_is_in_the_table(self):
        """
        Each class with a kind, in every module that a policy is made of, is in the whole vocabulary.
        """
        modules = (awards, layers, obligations, procedures)
        classes = {one for module in modules for one in vars(module).values() if isinstance(one, type)}
        known = set(whole_vocabulary().kinds.values())

        assert {one for one in classes if attrs.has(one) and kind_of(one)} <= known
        assert set(PARTS) | set(scales.BUILTIN) <= known

    def test_every_field_has_a_form(self):
        """
        Data has a form for every field of every kind.
        """
        for cls in whole_vocabulary().kinds.values():
            for field in fields_of(cls):
                assert shape_of(field.hint)

    def test_criteria_by_themselves(self):
        """
        A criterion is read by itself, with operands of all kinds.
        """
        source = {
            "kind": "between",
            "fact": "diem",
            "low": {"kind": "parameter", "name": "a"},
            "high": {"kind": "sum", "terms": [{"kind": "constant", "value": 3}]},
        }
        value, lines = read(Criterion, source)

        assert lines == []
        assert Parameter("a") == value.low
        assert isinstance(value, Between)


def test_layer_by_itself():
    """
    A citation that is written as text is the same as one of fields.
    """
    assert read(Citation, "luat/1/2/a") == (LAW, [])
    assert read(Citation, {"instrument": "luat", "article": "1", "clause": "2", "point": "a"}) == (LAW, [])
    assert (kind_of(Layer), kind_of(Is)) == ("layer", "is")
