"""Whatever comes in: a result, or every fault with its place; never an exception from the inside."""

from __future__ import annotations

import copy
import datetime as dt
import json
import string
from decimal import Decimal

from hypothesis import example, given
from hypothesis import strategies as st

from tests.small import FACTS, POLICY, PRIVATE, ROSTER, clause
from thidua_rules.citations import Standing
from thidua_rules.criteria import (
    All,
    Any,
    AtLeastOf,
    Between,
    Compare,
    Constant,
    Count,
    Criterion,
    Exempt,
    Fact,
    Is,
    MemberShare,
    Not,
    OneOf,
    Parameter,
    Sum,
    Unless,
    Vocabulary,
    Where,
    WhereIn,
    WhereWithin,
)
from thidua_rules.errors import InputError
from thidua_rules.facts import FactType, SubjectKind
from thidua_rules.policies.validation.places import Faults
from thidua_rules.serialization import (
    dumps,
    policy_from_json,
    policy_to_json,
    roster_from_json,
    roster_to_json,
)
from thidua_rules.serialization.rosters import converted
from thidua_rules.serialization.shapes import Kinds
from thidua_rules.serialization.structure import Reader
from thidua_rules.subjects import Roster, Subject
from thidua_rules.values import FrozenMap, Marker, content_hash, nfc, plain_data

LOADERS = (policy_from_json, lambda source: roster_from_json(source, POLICY))
POLICY_DATA = json.loads(dumps(policy_to_json(POLICY)))

scalars = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from(
        ["ca_nhan", "gioi", "diem", "2022-02-31", "12,5", "khong_giao", "all", "\ud800", 10**400]
    )
)
names = st.sampled_from(["kind", "id", "facts", "subjects", "layers", "year", "decimal", "date", "records"])
json_values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(names | st.text(string.printable, max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)


def refused(load, source) -> InputError | None:
    """The faults of *source*, checked: each has a path and stands on one line."""
    error = None
    try:
        load(source)
    except InputError as caught:
        error = caught
    if error is not None:
        assert error.faults
        assert all(fault.path and fault.problem for fault in error.faults)
        assert len(error.faults) == len(str(error).split("\n")) == len(str(error).splitlines())
    return error


def places(data: object, place: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The place of every value inside *data*."""
    found = [place] if place else []
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, inner in items:
        found += places(inner, (*place, step))
    return found


def mutated(data: object, place: tuple[str | int, ...], change: str, value: object) -> object:
    """*data* with one value replaced, taken away, or given another name."""
    data = copy.deepcopy(data)
    target = data
    for step in place[:-1]:
        target = target[step]
    if change == "replace":
        target[place[-1]] = value
    elif change == "rename" and isinstance(target, dict):
        target[str(value)[:20]] = target.pop(place[-1])
    else:
        del target[place[-1]]
    return data


ROSTER_PLACES = places(ROSTER)
POLICY_PLACES = places(POLICY_DATA)
changes = st.sampled_from(["replace", "rename", "remove"])


@given(st.binary(max_size=200))
def test_random_bytes(source):
    """
    Any bytes give a result or faults.
    """
    for load in LOADERS:
        refused(load, source)


@given(st.text(max_size=200))
@example("[" * 5000 + "]" * 5000)
@example('{"a": ' * 200)
@example('"' + '\\"[' * 300)
def test_random_text(source):
    """
    Any text gives a result or faults.
    """
    for load in LOADERS:
        refused(load, source)


@given(json_values)
def test_random_json(value):
    """
    Any JSON gives a result or faults, as text and as parsed data.
    """
    for load in LOADERS:
        refused(load, json.dumps(value))
        if isinstance(value, dict):
            refused(load, value)


@given(st.lists(st.tuples(st.sampled_from(ROSTER_PLACES), changes, json_values), min_size=1, max_size=3))
def test_mutated_roster(edits):
    """
    A roster with a few things changed gives a result or faults, in which no personal value stands.
    """
    data = ROSTER
    for place, change, value in edits:
        try:
            data = mutated(data, place, change, value)
        except (KeyError, IndexError, TypeError):
            continue
    error = refused(LOADERS[1], json.dumps(data))

    assert error is None or (PRIVATE not in str(error) and "7654321.5" not in str(error))


@given(st.sampled_from(POLICY_PLACES), changes, json_values)
def test_mutated_policy(place, change, value):
    """
    A policy with something changed gives a result or faults.
    """
    refused(policy_from_json, json.dumps(mutated(POLICY_DATA, place, change, value)))


personal = [spec for spec in FACTS if spec.personal and spec.type is not FactType.RECORDS]


@given(st.sampled_from(personal), st.text("abcdefgh,;", min_size=12, max_size=40))
def test_personal_values_stay_inside(spec, value):
    """
    A personal value that does not fit is never repeated.
    """
    data = copy.deepcopy(ROSTER)
    data["subjects"][2]["facts"][spec.id] = value
    error = refused(LOADERS[1], json.dumps(data))

    assert error is None or value not in str(error)


numbers = st.integers(-(10**20), 10**20) | st.decimals(
    -(10**9), 10**9, places=4, allow_nan=False, allow_infinity=False
)
words = st.text("abcđêôư ", min_size=1, max_size=8).map(nfc)
days = st.dates()
values = st.booleans() | numbers | words | days | st.sampled_from(list(Marker))
terms = values.map(Constant) | words.map(Parameter) | words.map(Fact)
operands = terms | st.lists(terms, min_size=1, max_size=3).map(lambda parts: Sum(tuple(parts)))
ops = st.sampled_from([">=", ">", "<=", "<", "==", "!="])
tests = (
    st.builds(Where, words, ops, operands)
    | st.builds(WhereIn, words, st.lists(values, max_size=3).map(tuple))
    | st.builds(WhereWithin, words, st.integers(0, 5))
)
leaves = (
    st.builds(Compare, words, ops, operands)
    | st.builds(Between, words, operands, operands, st.booleans(), st.booleans())
    | st.builds(OneOf, words, st.lists(words, max_size=3).map(tuple))
    | st.builds(Is, words, st.booleans())
    | st.builds(Count, words, ops, operands, st.lists(tests, max_size=2).map(tuple))
)
criteria = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, max_size=3).map(lambda parts: Any(tuple(parts))),
        inner.map(Not),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AtLeastOf(1, tuple(parts))),
        st.builds(lambda rule, when, then: Unless(rule, (Exempt("e", when, then),)), inner, inner, inner),
        st.builds(MemberShare, inner, ops, operands, inner),
        inner.map(lambda one: clause("c", one, standing=Standing.ASSUMED, recipients=(SubjectKind.XA,))),
    ),
    max_leaves=8,
)


@given(criteria)
def test_criteria_round_trip(criterion):
    """
    A criterion is read back from its JSON as an equal one with the same hash.
    """
    faults = Faults()
    reader = Reader(Kinds(Vocabulary.builtin()), faults)
    again = reader.read(Criterion, json.loads(json.dumps(plain_data(criterion)), parse_float=Decimal), ())

    assert faults.found == []
    assert criterion == again
    assert content_hash(criterion) == content_hash(again)


FACT_VALUES = {
    FactType.FLAG: st.booleans(),
    FactType.INTEGER: st.integers(0, 12),
    FactType.DECIMAL: st.decimals(0, 100, places=3) | st.integers(0, 100),
    FactType.DATE: st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)),
    FactType.PARTIAL_DATE: st.sampled_from(["1987", "1987-02", "1987-02-28"]),
    FactType.TEXT: words,
}


def fact_values(spec) -> st.SearchStrategy[object]:
    """Values that fit a specification."""
    if spec.type is FactType.CHOICE:
        return st.sampled_from([choice.id for choice in spec.choices])
    plain = FACT_VALUES[spec.type]
    return plain | st.sampled_from(list(Marker)) if spec.may_be_unassigned else plain


def rows(spec) -> st.SearchStrategy[tuple[object, ...]]:
    """Rows that fit the specification of a list."""
    columns = st.fixed_dictionaries({}, optional={field.id: fact_values(field) for field in spec.fields})
    return st.lists(columns.map(FrozenMap), max_size=3).map(tuple)


of_person = [spec for spec in FACTS if SubjectKind.CA_NHAN in spec.subjects]
facts = st.fixed_dictionaries(
    {}, optional={spec.id: fact_values(spec) for spec in of_person if spec.type is not FactType.RECORDS}
)
records = st.fixed_dictionaries(
    {}, optional={spec.id: rows(spec) for spec in of_person if spec.type is FactType.RECORDS}
)


@given(st.lists(st.tuples(words, facts, records), max_size=4))
def test_rosters_round_trip(people):
    """
    A roster is read back from its JSON as an equal one with the same hash.
    """
    subjects = [
        Subject(f"cb-{index}", SubjectKind.CA_NHAN, name, None, FrozenMap(known), FrozenMap(lists))
        for index, (name, known, lists) in enumerate(people)
    ]
    roster = Roster("r", "xã", 2022, tuple(subjects))
    again = roster_from_json(dumps(roster_to_json(roster)), POLICY)

    assert roster == again
    assert content_hash(roster) == content_hash(again)


@given(st.sampled_from(FACTS), st.text(max_size=30))
def test_conversion_is_total(spec, text):
    """
    Whatever text stands for a fact, it becomes a value or stays text.
    """
    assert converted(spec, text) is not None
