"""What the properties of whole rosters try: bystanders, withdrawals, quotas, leave, turns, units, colleagues."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from thidua_rules.awards import ByCount, ByCriterion, ByFact, ByScore
from thidua_rules.evaluation import Status
from thidua_rules.facts import FactType, SubjectKind
from thidua_rules.testing.fairness.edges import is_number
from thidua_rules.testing.fairness.edits import AddRow, Copy, Decide, Edit, Move, Remove, SetFact
from thidua_rules.testing.fairness.judging import Attempt, Demand
from thidua_rules.testing.fairness.places import key_uses, names_in
from thidua_rules.testing.fairness.roles import Role
from thidua_rules.testing.fairness.scenes import Scene
from thidua_rules.values import FrozenMap, as_fraction

OTHER_UNIT = "don_vi_moi"
OTHER = "nguoi_khac"


def merit_keys(scene: Scene) -> tuple[str, ...]:
    """The ids of the ranking keys that are about merit or faults and nothing else."""
    merit = scene.roles.having(Role.MERIT, Role.FAULT)
    good = {one.fact for one in merit} | {one.records for one in merit}
    found = []
    for key in scene.award.ranking:
        if isinstance(key, (ByFact, ByScore, ByCount, ByCriterion)):
            names = {name.partition(".")[0] for name in names_in(key_uses(key), scene.policy.scales)}
            if names & good and not any(_trait(scene, name) for name in names):
                found.append(key.id)
    return tuple(found)


def _trait(scene: Scene, name: str) -> bool:
    one = scene.roles.of(name)
    return one is not None and one.role in {Role.TRAIT, Role.LEADER, Role.PAST, Role.ENTRY, Role.DISCRETION}


def merit_first(scene: Scene) -> Iterator[Attempt]:
    """Nothing is changed: whoever is ahead on every key of merit may not stand behind."""
    keys = merit_keys(scene)
    if keys:
        yield Attempt((), Demand.MERIT_FIRST, keys)


def bystander(scene: Scene) -> Iterator[Attempt]:
    """Somebody ineligible comes, goes or changes; counts where no quota's base counts them."""
    people = [one for one in scene.roster.subjects if one.kind in scene.award.recipients]
    out = [one for one in people if _ineligible(scene, one.id)]
    who = scene.one(out)
    if who is None:
        return
    others = tuple(sorted(scene.sight.outcomes.keys() - set(scene.related(who.id))))
    edits: list[Edit] = [Remove(who.id), Copy(who.id, OTHER)]
    edit = edits[scene.pick.randrange(2)]
    if others:
        yield Attempt((edit,), Demand.SAME, others, same_base=True)


def _ineligible(scene: Scene, name: str) -> bool:
    one = scene.sight.of(name)
    return one is None or one.status is Status.INELIGIBLE


def withdrawal(scene: Scene) -> Iterator[Attempt]:
    """Somebody who would get the award is not there."""
    winners = [name for name, one in sorted(scene.sight.outcomes.items()) if one.status is Status.RECOMMENDED]
    who = scene.one(winners)
    if who is not None:
        yield Attempt((Remove(who),), Demand.NOT_WORSE, but=frozenset(scene.related(who)))


def more_places(scene: Scene) -> Iterator[Attempt]:
    """The rate is raised, or there is one more place."""
    parameters = scene.policy.parameters_on(scene.day)
    quota = scene.one(scene.award.quotas)
    rate = parameters.get(quota.rate) if quota is not None else None
    if quota is None or not is_number(rate):
        return
    if quota.base is None:
        yield Attempt((), Demand.NOT_WORSE, settings=((quota.rate, rate + 1),))
        return
    step = Decimal(scene.pick.randint(1, 30)) / 100
    more = rate + step
    if as_fraction(more) <= 1:
        yield Attempt((), Demand.NOT_WORSE, settings=((quota.rate, more),))


def regrouped(scene: Scene) -> Iterator[Attempt]:
    """Two groups become one, or a unit is split: the same people have to win."""
    quota = scene.one(one for one in scene.award.quotas if one.group)
    if quota is None:
        return
    if quota.group == "unit":
        yield from _moved(scene)
        return
    values = sorted(
        {str(one.facts[quota.group]) for one in scene.roster.subjects if quota.group in one.facts}
    )
    spec = scene.policy.facts.get(quota.group)
    if len(values) > 1 and spec is not None and spec.type in {FactType.CHOICE, FactType.TEXT}:
        edits = [
            SetFact(one.id, quota.group, values[0])
            for one in scene.roster.subjects
            if one.facts.get(quota.group) == values[1]
        ]
        yield Attempt(tuple(edits), Demand.WINNERS)


def _moved(scene: Scene) -> Iterator[Attempt]:
    units = sorted(
        {one.unit for one in scene.roster.subjects if one.unit and one.kind in scene.award.recipients}
    )
    if not units:
        return
    edits: list[Edit] = []
    if len(units) > 1 and scene.pick.randrange(2):
        edits = [Move(one.id, units[0]) for one in scene.roster.members(units[1])]
    else:
        people = scene.roster.members(units[scene.pick.randrange(len(units))])
        edits = [Move(one.id, OTHER_UNIT) for one in people[: len(people) // 2]]
    if edits:
        yield Attempt(tuple(edits), Demand.WINNERS)


def leave(scene: Scene) -> Iterator[Attempt]:
    """Somebody was on protected leave, and the record is otherwise the same."""
    who, spec, meaning = scene.subject(), scene.spec(), scene.meaning
    if who is None or spec is None or meaning is None:
        return
    related = scene.related(who.id)
    if spec.type is FactType.RECORDS:
        if who.records.get(meaning.fact) is not None:
            yield Attempt(
                (AddRow(who.id, meaning.fact, scene.good_row(meaning.fact)),), Demand.NOT_WORSE, related
            )
        return
    now = who.facts.get(meaning.fact)
    more = scene.more(spec, now, meaning.fact)
    if more is None or now is None:
        return
    edits: list[Edit] = [SetFact(who.id, meaning.fact, more)]
    if meaning.part_of:
        numbers = [one for one in (who.facts.get(meaning.part_of), more, now) if is_number(one)]
        if len(numbers) < 3:  # noqa: PLR2004  # the whole, and the leave before and after
            return
        total = numbers[0] + numbers[1] - numbers[2]
        limit = scene.policy.facts[meaning.part_of].maximum
        if limit is not None and total > limit:
            return
        edits.append(SetFact(who.id, meaning.part_of, total))
    yield Attempt(tuple(edits), Demand.NOT_WORSE, related)


def won_before(scene: Scene) -> Iterator[Attempt]:
    """Somebody won something in an earlier year."""
    who, meaning, spec = scene.subject(), scene.meaning, scene.spec()
    if who is None or meaning is None or spec is None:
        return
    if spec.type is not FactType.RECORDS:
        value = scene.other_value(spec, who.facts.get(meaning.fact), meaning.fact)
        if value is not None:
            yield Attempt((SetFact(who.id, meaning.fact, value),), Demand.SAME)
        return
    if who.records.get(meaning.fact) is None:
        return
    row = dict(scene.good_row(meaning.fact))
    for column in spec.fields:
        if column.type is FactType.INTEGER and column.id == "nam":
            row[column.id] = scene.day.year - scene.pick.randint(1, 3)
        if column.id == "danh_hieu" and column.choices and scene.pick.randrange(2):
            row[column.id] = scene.award.id
        if column.id == "trang_thai":
            row.pop(column.id, None)
    yield Attempt((AddRow(who.id, meaning.fact, FrozenMap(row)),), Demand.NOT_WORSE, scene.related(who.id))


def preferred(scene: Scene) -> Iterator[Attempt]:
    """Somebody is one of those whom the law prefers among equals, and must not stand worse for it."""
    who, meaning = scene.subject(), scene.meaning
    if who is None or meaning is None or meaning.prefers is None or meaning.fact not in who.facts:
        return
    if who.facts[meaning.fact] != meaning.prefers:
        yield Attempt((SetFact(who.id, meaning.fact, meaning.prefers),), Demand.NOT_WORSE, (who.id,))


def other_unit(scene: Scene) -> Iterator[Attempt]:
    """Somebody belongs to another unit, which is like the old one in its own facts."""
    who = scene.recipient()
    if who is not None and not any(one.group == "unit" for one in scene.award.quotas):
        yield Attempt((Move(who.id, OTHER_UNIT),), Demand.SAME, (who.id,))


def colleagues(scene: Scene) -> Iterator[Attempt]:
    """A colleague was given some award."""
    who = scene.recipient()
    people = [one for one in scene.roster.subjects if one is not who and one.kind is not SubjectKind.XA]
    near = [one for one in people if who is not None and one.unit == who.unit]
    other = scene.one(near) if near and scene.pick.randrange(4) else scene.one(people)
    if who is None or other is None:
        return
    awards = [name for name, one in scene.policy.awards.items() if other.kind in one.recipients]
    award = scene.one(awards)
    if award is not None:
        family = frozenset(scene.related(other.id)) - {who.id}
        edit = Decide(award, other.id, scene.day)
        yield Attempt((edit,), Demand.SAME, but=family, same_base=True)
