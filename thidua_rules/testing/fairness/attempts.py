"""What each property of persons tries on a roster: for each, the changes that must not matter, or must matter one way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from thidua_rules.criteria import MemberOf
from thidua_rules.facts import FactType
from thidua_rules.subjects import Subject
from thidua_rules.testing.fairness.edges import fits
from thidua_rules.testing.fairness.edits import (
    AddRow,
    Copy,
    Edit,
    Rename,
    Reverse,
    SetFact,
    SetName,
    SetRows,
    Swap,
    family,
)
from thidua_rules.testing.fairness.judging import Attempt, Demand
from thidua_rules.testing.fairness.places import criteria_of
from thidua_rules.testing.fairness.roles import Meaning
from thidua_rules.testing.fairness.scenes import Scene
from thidua_rules.values import FrozenMap, Value

LETTERS = "abcdeghiklmnopqrstuvxy"
LOOKS = 6
"""How many people are looked at for one whose fact can be changed."""

SILENCES = 4
"""How many things are left out of one roster, one at a time."""

TWIN = "nguoi_thu_hai"
LONG_AGO = 30
"""How many years ago a discipline lies that no bar may still count."""


def _spread(count: int) -> list[str]:
    """As many names as asked, from the end of the alphabet to its beginning."""
    letters = [LETTERS[-1 - index * len(LETTERS) // max(1, count)] for index in range(count)]
    return [f"{letter}{index:03d}" for index, letter in enumerate(letters)]


def renamed(scene: Scene) -> Iterator[Attempt]:
    """Everybody is called something else, so that the order of names turns round."""
    people = sorted(scene.roster.subjects, key=lambda one: one.name)
    pairs = zip(people, _spread(len(people)), strict=True)
    yield Attempt(tuple(SetName(one.id, name) for one, name in pairs), Demand.SAME)


def other_ids(scene: Scene) -> Iterator[Attempt]:
    """Everybody has another id, in the opposite order; units that a rule names by their id keep theirs."""
    criteria = criteria_of(scene.policy, scene.award.id)
    named = {name for one in criteria if isinstance(one, MemberOf) for name in one.groups}
    ids = sorted(one.id for one in scene.roster.subjects if one.id not in named)
    new = FrozenMap(dict(zip(ids, _spread(len(ids)), strict=True)))
    yield Attempt((Rename(new),), Demand.SAME, renamed=new)


def reversed_order(scene: Scene) -> Iterator[Attempt]:
    """Everything stands in the opposite order."""
    del scene
    yield Attempt((Reverse(),), Demand.SAME)


def other_value(scene: Scene) -> Iterator[Attempt]:
    """Somebody has another value of the fact, and is otherwise the same."""
    who, spec, meaning = scene.subject(), scene.spec(), scene.meaning
    if who is None or spec is None or meaning is None:
        return
    if spec.type is FactType.RECORDS:
        if who.records.get(meaning.fact) is not None:
            yield Attempt((AddRow(who.id, meaning.fact, scene.good_row(meaning.fact)),), Demand.SAME)
        return
    if meaning.column:
        yield from _other_cell(scene, who, meaning)
        return
    value = scene.other_value(spec, who.facts.get(meaning.fact), meaning.fact)
    if spec.type is FactType.PARTIAL_DATE or value is None:
        value = "1999" if who.facts.get(meaning.fact) != "1999" else "1970"
    if spec.type is FactType.PARTIAL_DATE or fits(spec, value):
        yield Attempt((SetFact(who.id, meaning.fact, value),), Demand.SAME)


def _other_cell(scene: Scene, who: Subject, meaning: Meaning) -> Iterator[Attempt]:
    spec, rows = scene.spec(), list(who.records.get(meaning.records, ()))
    if spec is None or not rows:
        return
    index = scene.pick.randrange(len(rows))
    now = rows[index].get(meaning.column)
    value = scene.other_value(spec, now, meaning.fact)
    if isinstance(now, dt.date):
        value = now.replace(month=1 + scene.pick.randrange(12), day=1 + scene.pick.randrange(28))
    if value is not None and value != now:
        rows[index] = FrozenMap({**rows[index], meaning.column: value})
        yield Attempt((SetRows(who.id, meaning.records, tuple(rows)),), Demand.SAME)


def other_day(scene: Scene) -> Iterator[Attempt]:
    """Something of somebody was entered on another day of the same year."""
    who, spec, meaning = scene.subject(), scene.spec(), scene.meaning
    if who is None or spec is None or meaning is None:
        return
    if meaning.column:
        yield from _other_cell(scene, who, meaning)
        return
    now = who.facts.get(meaning.fact)
    value = scene.other_value(spec, now, meaning.fact)
    if isinstance(now, dt.date):
        value = now.replace(month=1 + scene.pick.randrange(12), day=1 + scene.pick.randrange(28))
    if value is not None and now is not None and value != now:
        yield Attempt((SetFact(who.id, meaning.fact, value),), Demand.SAME)


def _changed(scene: Scene, who: Subject, meaning: Meaning, *, up: bool) -> Edit | None:
    """More of the fact, or less: another value, one row more or less, another cell; None where there is none."""
    spec = scene.spec()
    if spec is None:
        return None
    step = scene.more if up else scene.fewer
    if spec.type is FactType.RECORDS:
        return _more_rows(scene, who, meaning, up=up)
    if not meaning.column:
        value = step(spec, who.facts.get(meaning.fact), meaning.fact)
        return None if value is None else SetFact(who.id, meaning.fact, value)
    rows = list(who.records.get(meaning.records, ()))
    if not rows:
        return None
    index = scene.pick.randrange(len(rows))
    cell = step(spec, rows[index].get(meaning.column), meaning.fact)
    if cell is None:
        return None
    rows[index] = FrozenMap({**rows[index], meaning.column: cell})
    return SetRows(who.id, meaning.records, tuple(rows))


def _more_rows(scene: Scene, who: Subject, meaning: Meaning, *, up: bool) -> Edit | None:
    rows = who.records.get(meaning.fact)
    if rows is None:
        return None
    if up:
        return AddRow(who.id, meaning.fact, scene.good_row(meaning.fact))
    if not rows:
        return None
    index = scene.pick.randrange(len(rows))
    return SetRows(who.id, meaning.fact, rows[:index] + rows[index + 1 :])


def _stepped(scene: Scene, rising: Demand, falling: Demand) -> Iterator[Attempt]:
    """Two people, one after the other, have more of the fact, or less; of a few the first who can."""
    meaning, left = scene.meaning, 2
    for _ in range(LOOKS if meaning is not None else 0):
        who, up = scene.subject(), bool(scene.pick.randrange(2))
        edit = None if who is None or meaning is None else _changed(scene, who, meaning, up=up)
        if who is not None and edit is not None and left > 0:
            left -= 1
            yield Attempt((edit,), rising if up else falling, scene.related(who.id))


def more_merit(scene: Scene) -> Iterator[Attempt]:
    """With more merit nobody loses: not the one who has it, nor their unit, nor their members; with less nobody gains."""
    yield from _stepped(scene, Demand.NOT_WORSE, Demand.NOT_BETTER)


def more_fault(scene: Scene) -> Iterator[Attempt]:
    """With more faults nobody gains, with fewer nobody loses."""
    yield from _stepped(scene, Demand.NOT_BETTER, Demand.NOT_WORSE)


def fault_long_ago(scene: Scene) -> Iterator[Attempt]:
    """Somebody was disciplined long ago."""
    who, meaning = scene.subject(), scene.meaning
    if who is None or meaning is None or not meaning.day or who.records.get(meaning.fact) is None:
        return
    row = dict(scene.good_row(meaning.fact))
    spec = scene.policy.facts[meaning.fact]
    for column in spec.fields:
        if column.type is FactType.DATE or column.id == meaning.day:
            past = dt.date(scene.day.year - LONG_AGO, 6, 15)
            row[column.id] = past if column.type is FactType.DATE else past.year
    yield Attempt((AddRow(who.id, meaning.fact, FrozenMap(row)),), Demand.SAME)


def counted_again(scene: Scene) -> Iterator[Attempt]:
    """An achievement stands in the list twice, under the same id; of a few people the first who has one."""
    meaning = scene.meaning
    for _ in range(LOOKS if meaning is not None and meaning.key else 0):
        who = scene.subject()
        rows = who.records.get(meaning.fact, ()) if who is not None and meaning is not None else ()
        row = scene.one(it for it in rows if meaning is not None and meaning.key in it)
        if who is not None and meaning is not None and row is not None:
            yield Attempt((AddRow(who.id, meaning.fact, row),), Demand.NOT_BETTER, scene.related(who.id))
            return


def _silenced(scene: Scene) -> tuple[Subject, Edit] | None:
    """Something that somebody has given, left out: a fact, a list, or a cell."""
    who = scene.subject()
    if who is None:
        return None
    names = [name for name in sorted(scene.names) if name in who.facts or name in who.records]
    name = scene.one(names)
    if name is None:
        return None
    if name in who.facts:
        return who, SetFact(who.id, name, None)
    rows = who.records[name]
    if not rows or scene.pick.randrange(2):
        return who, SetRows(who.id, name, None)
    index = scene.pick.randrange(len(rows))
    column = scene.one(sorted(rows[index]))
    row: dict[str, Value] = {key: value for key, value in rows[index].items() if key != column}
    return who, SetRows(who.id, name, (*rows[:index], FrozenMap(row), *rows[index + 1 :]))


def silent(scene: Scene) -> Iterator[Attempt]:
    """Somebody leaves something out, and may not get an award by that."""
    for _ in range(SILENCES):
        if found := _silenced(scene):
            yield Attempt((found[1],), Demand.NO_GAIN, scene.related(found[0].id))


def unlearned(scene: Scene) -> Iterator[Attempt]:
    """Something is not known yet: whatever is settled all the same has to come out so."""
    for _ in range(SILENCES):
        if found := _silenced(scene):
            yield Attempt((found[1],), Demand.SETTLED)


def twin(scene: Scene) -> Iterator[Attempt]:
    """Somebody has a twin."""
    who = scene.recipient()
    if who is not None:
        yield Attempt((Copy(who.id, TWIN),), Demand.EQUAL_PAIR, (who.id, TWIN))


def swapped(scene: Scene) -> Iterator[Attempt]:
    """Two people change places in everything but their ids and names."""
    one = scene.recipient()
    others = [it for it in scene.roster.subjects if one is not None and it.kind is one.kind]
    other = scene.one(it for it in others if it is not one)
    if one is not None and other is not None and one.id != other.unit and other.id != one.unit:
        edit = Swap(one.id, other.id)
        inside = {it.id for name in (one.id, other.id) for it in family(scene.roster, name)}
        yield Attempt((edit,), Demand.EXCHANGED, (one.id, other.id), frozenset(inside - {one.id, other.id}))
