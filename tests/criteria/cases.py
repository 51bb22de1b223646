"""Cases for the tests of criteria."""

from __future__ import annotations

from thidua_rules.criteria import Case, World
from thidua_rules.facts import SubjectKind
from thidua_rules.periods import Period
from thidua_rules.subjects import Roster, Subject
from thidua_rules.values import FrozenMap


def subject(name="a", kind=SubjectKind.CA_NHAN, unit=None, facts=None, records=None):
    """A subject with these facts and lists."""
    lists = {key: tuple(map(FrozenMap, rows)) for key, rows in (records or {}).items()}
    return Subject(name, kind, name.upper(), unit, FrozenMap(facts or {}), FrozenMap(lists))


def case(
    facts=None, records=None, *, others=(), parameters=None, unit=None, decisions=(), kind=SubjectKind.CA_NHAN
):
    """The case of subject ``a`` in a roster of 2022 with *others*."""
    me = subject(facts=facts, records=records, unit=unit, kind=kind)
    roster = Roster("r", "x", 2022, (me, *others), tuple(decisions))
    return Case(me, World(roster, Period.year(2022), parameters=parameters))
