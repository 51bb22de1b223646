"""What each kind of rule may name, and of which type: an explicit table of checks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeAlias, cast

from attrs import AttrsInstance, fields

from thidua_rules.awards import Bonus, ByCount, ByFact, ByScore, Coverage, Multiple, Quota
from thidua_rules.criteria.awards import Earned, Registered
from thidua_rules.criteria.base import Criterion, Fact, Parameter, Uses, YearsBefore, operand_uses
from thidua_rules.criteria.choices import Chosen
from thidua_rules.criteria.comparisons import Between, Compare, Is, MonthsSince, OneOf
from thidua_rules.criteria.histories import ConsecutiveYears
from thidua_rules.criteria.members import MemberCount, MemberShare
from thidua_rules.criteria.records import Count, Exists, NoneOf, Where, WhereIn, WhereWithin
from thidua_rules.criteria.votes import Voted
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.policies.validation.names import Known
from thidua_rules.policies.validation.places import Names, Place
from thidua_rules.policies.validation.types import DAY, FLAG, NUMBER, TEXT, Wanted, wanted_by
from thidua_rules.policies.validation.walking import walk
from thidua_rules.scales import Item
from thidua_rules.values import Rounding

Check: TypeAlias = Callable[[Any, Place, Known], None]

_ANY: Final = (FLAG, NUMBER, DAY, TEXT)
_ROUNDINGS: Final = tuple(rounding.value for rounding in Rounding)


def _compare(part: Compare, place: Place, known: Known) -> None:
    spec = known.typed_fact(part.fact, _ANY, (*place, "fact"))
    if spec is not None:
        wanted = wanted_by(spec)
        known.sides.op(wanted, part.op, (*place, "op"))
        known.sides.operand(wanted, part.value, (*place, "value"))


def _between(part: Between, place: Place, known: Known) -> None:
    spec = known.typed_fact(part.fact, (NUMBER, DAY), (*place, "fact"))
    if spec is not None:
        known.sides.operand(wanted_by(spec), part.low, (*place, "low"))
        known.sides.operand(wanted_by(spec), part.high, (*place, "high"))


def _one_of(part: OneOf, place: Place, known: Known) -> None:
    spec = known.typed_fact(part.fact, (TEXT,), (*place, "fact"))
    if spec is not None:
        for index, value in enumerate(part.values):
            known.sides.value(wanted_by(spec), value, (*place, "values", index))


def _is(part: Is, place: Place, known: Known) -> None:
    known.typed_fact(part.fact, (FLAG,), (*place, "fact"))


def _months_since(part: MonthsSince, place: Place, known: Known) -> None:
    known.typed_fact(part.fact, (DAY,), (*place, "fact"))
    known.sides.operand(Wanted(NUMBER, "thang"), part.months, (*place, "months"))


def _rows(part: Exists | NoneOf | Count | ByCount, place: Place, known: Known) -> None:
    spec = known.record(part.records, (*place, "records"))
    if spec is None:
        return
    for index, test in enumerate(part.where):
        here = (*place, "where", index)
        field = known.column(spec, test.field, (*here, "field"))
        if field is not None:
            _row_test(test, field, here, known)


def _row_test(test: Where | WhereIn | WhereWithin, field: FactSpec, place: Place, known: Known) -> None:
    wanted = wanted_by(field)
    if isinstance(test, Where):
        known.sides.op(wanted, test.op, (*place, "op"))
        known.sides.operand(wanted, test.value, (*place, "value"))
    elif isinstance(test, WhereIn):
        for index, value in enumerate(test.values):
            known.sides.value(wanted, value, (*place, "values", index))
    elif field.type not in {FactType.DATE, FactType.INTEGER}:
        problem = f"expected a day or a year, got {field.id!r}, which is {wanted.family}"
        known.faults.add((*place, "field"), problem)


def _count(part: Count, place: Place, known: Known) -> None:
    _rows(part, place, known)
    known.sides.operand(Wanted(NUMBER), part.value, (*place, "value"))


def _consecutive(part: ConsecutiveYears, place: Place, known: Known) -> None:
    known.columns(part.history, ("danh_hieu", "nam"), (*place, "history"))
    if part.bridged_by:
        known.columns(part.bridges, ("nam", "ly_do"), (*place, "bridges"))
    known.sides.operand(Wanted(NUMBER, "nam"), part.years, (*place, "years"))


def _member_count(part: MemberCount, place: Place, known: Known) -> None:
    known.sides.operand(Wanted(NUMBER), part.value, (*place, "value"))


def _member_share(part: MemberShare, place: Place, known: Known) -> None:
    known.sides.operand(Wanted(NUMBER, share=True), part.value, (*place, "value"))


def _earned(part: Earned, place: Place, known: Known) -> None:
    known.award(part.award, (*place, "award"))


def _registered(part: Registered, place: Place, known: Known) -> None:
    known.columns(part.records, ("danh_hieu", "ngay", "chap_nhan"), (*place, "records"))
    for index, name in enumerate(part.awards):
        known.award(name, (*place, "awards", index))


def _parameter(part: Parameter, place: Place, known: Known) -> None:
    known.parameter(part.name, (*place, "name"))


def _chosen(part: Chosen, place: Place, known: Known) -> None:
    known.parameter(part.parameter, (*place, "parameter"), Wanted(TEXT))
    spec = known.parameter_specs.get(part.parameter)
    names = Names(spec.choices if spec is not None else ())
    for index, value in enumerate(part.values):
        if spec is not None and spec.choices and value not in names:
            known.faults.add((*place, "values", index), names.unknown("reading", value))


def _years_before(part: YearsBefore, place: Place, known: Known) -> None:
    known.parameter(part.name, (*place, "name"), Wanted(NUMBER))


def _voted(part: Voted, place: Place, known: Known) -> None:
    known.award(part.award, (*place, "award"))
    known.sides.operand(Wanted(NUMBER, share=True), part.share, (*place, "share"))
    if part.quorum is not None:
        known.sides.operand(Wanted(NUMBER, share=True), part.quorum, (*place, "quorum"))


def _fact(part: Fact, place: Place, known: Known) -> None:
    known.fact(part.name, (*place, "name"))


def _by_score(part: ByScore, place: Place, known: Known) -> None:
    known.scale(part.scale, (*place, "scale"))


def _by_fact(part: ByFact, place: Place, known: Known) -> None:
    known.typed_fact(part.fact, (NUMBER,), (*place, "fact"))


def _quota(part: Quota, place: Place, known: Known) -> None:
    counted = part.base is not None
    rate = Wanted(NUMBER, "ty_le", share=True) if counted else Wanted(NUMBER)
    known.parameter(part.rate, (*place, "rate"), rate)
    if part.rounding:
        known.parameter(part.rounding, (*place, "rounding"), Wanted(TEXT, choices=_ROUNDINGS))
    elif part.base is not None:
        known.faults.add((*place, "rounding"), "expected the parameter that names the rounding, got none")
    if part.group not in {"", "unit"}:
        known.fact(part.group, (*place, "group"))


def _coverage(part: Coverage, place: Place, known: Known) -> None:
    known.columns(part.records, ("danh_hieu", "thanh_tich"), (*place, "records"))
    for index, name in enumerate(part.by):
        known.award(name, (*place, "by", index))


def _bonus(part: Bonus, place: Place, known: Known) -> None:
    if part.achievement:
        known.parameter(part.achievement, (*place, "achievement"), Wanted(TEXT))
        known.columns(part.records, ("danh_hieu", "thanh_tich"), (*place, "records"))


def _multiple(part: Multiple, place: Place, known: Known) -> None:
    known.parameter(part.parameter, (*place, "parameter"), Wanted(NUMBER))


RULES: Final[dict[type, Check]] = {
    Between: _between,
    Bonus: _bonus,
    ByCount: _rows,
    ByFact: _by_fact,
    ByScore: _by_score,
    Compare: _compare,
    ConsecutiveYears: _consecutive,
    Count: _count,
    Coverage: _coverage,
    Earned: _earned,
    Exists: _rows,
    Fact: _fact,
    Is: _is,
    MemberCount: _member_count,
    MemberShare: _member_share,
    MonthsSince: _months_since,
    Multiple: _multiple,
    NoneOf: _rows,
    OneOf: _one_of,
    Chosen: _chosen,
    Parameter: _parameter,
    Quota: _quota,
    Registered: _registered,
    Voted: _voted,
    YearsBefore: _years_before,
}


def check_other(part: object, place: Place, known: Known) -> None:
    """A rule of another package, by what it says that it uses; its parts are checked where they stand."""
    if not isinstance(part, (Criterion, Item)):
        return
    used, inner = part.own_uses(), _used_inside(part)
    for name in sorted((used.facts | used.member_facts) - inner.facts - inner.member_facts):
        known.fact(name, _field(part, name, place))
    for name in sorted(used.parameters - inner.parameters):
        known.parameter(name, _field(part, name, place))
    for name, column in sorted(used.records - inner.records):
        known.columns(name, (column,) if column else (), _field(part, name, place))
    for name in sorted(used.awards - inner.awards):
        known.award(name, _field(part, name, place))
    for name in sorted(used.scales - inner.scales):
        known.scale(name, _field(part, name, place))


def _used_inside(part: Criterion | Item) -> Uses:
    found = Uses()
    for place, one in walk(part):
        if isinstance(one, (Fact, Parameter, YearsBefore)):
            found |= operand_uses(one)
        elif place and isinstance(one, (Criterion, Item)):
            found |= one.own_uses()
    return found


def _field(part: Criterion | Item, name: str, place: Place) -> Place:
    """The place of the field of *part* that holds *name*, or of *part* itself."""
    for field in fields(cast("type[AttrsInstance]", type(part))):
        if getattr(part, field.name) == name:
            return (*place, field.name)
    return place
