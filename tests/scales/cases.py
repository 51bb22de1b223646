"""Cases and short items for the tests of scales."""

from __future__ import annotations

from decimal import Decimal

from thidua_rules.criteria import Case, World
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.periods import Period
from thidua_rules.policies.catalogue import rubrics
from thidua_rules.scales import Group, Judged, Scale, State
from thidua_rules.subjects import Roster, Subject
from thidua_rules.values import FrozenMap, Marker

D = Decimal
NOT_ASSIGNED, NOT_APPLICABLE = Marker.NOT_ASSIGNED, Marker.NOT_APPLICABLE
KIND = SubjectKind.TAP_THE


def unit(name, records=None, **facts):
    """A collective; a fact that is None is missing."""
    lists = {key: tuple(map(FrozenMap, rows)) for key, rows in (records or {}).items()}
    known = {key: value for key, value in facts.items() if value is not None}
    return Subject(name, KIND, f"Đơn vị {name}", None, FrozenMap(known), FrozenMap(lists))


def case(*others, records=None, specs=(), decisions=(), parameters=None, **facts):
    """The case of unit ``a`` with these facts, beside *others*."""
    me = unit("a", records, **facts)
    roster = Roster("r", "x", 2022, (me, *others), tuple(decisions))
    known = {spec.id: spec for spec in specs}
    return Case(me, World(roster, Period.year(2022), parameters=parameters, specs=known))


def labelled(cls, name="i", **fields):
    """An item, class or entry with labels that say its name."""
    return cls(id=name, label_vi=name, label_en=name, **fields)


def judged(name, maximum, **fields):
    """A judged item that reads the fact of its own name."""
    return labelled(Judged, name, maximum=maximum, fact=name, **fields)


def group(*parts, name="g", maximum=None, **fields):
    """A group whose maximum is that of its parts unless given."""
    most = sum(part.maximum for part in parts) if maximum is None else maximum
    return labelled(Group, name, maximum=most, parts=parts, **fields)


def scale(*groups, maximum=None, **fields):
    """A scale whose maximum is that of its groups unless given."""
    most = sum(one.maximum for one in groups) if maximum is None else maximum
    return labelled(Scale, "s", maximum=most, groups=groups, **fields)


def number(name, maximum=None, *, unassigned=False):
    """A specification of a number from 0 on."""
    return FactSpec(
        id=name,
        type=FactType.DECIMAL,
        label_vi=name,
        label_en=name,
        minimum=0,
        maximum=maximum,
        may_be_unassigned=unassigned,
    )


def bounds(points):
    """The least and the most points."""
    return points.low, points.high


def told(points):
    """The bounds, how they came about, and the facts that are missing."""
    return points.low, points.high, points.state, tuple(one.fact for one in points.open_facts())


def given(points):
    """What is told of *points* that are known."""
    return points, points, State.GIVEN, ()


def names(missing):
    """The facts named as missing."""
    return {one.fact for one in missing}


def table(name):
    """A scale of the catalogue."""
    return rubrics.load(name).SCALE


def on_table(name, facts, *others, records=None):
    """The score of unit ``a`` under a table of the catalogue, with the table's own facts specified."""
    found = rubrics.load(name)
    known = {key: value for key, value in facts.items() if value is not None}
    return found.SCALE.score(case(*others, records=records, specs=found.FACTS, **known))
