"""How outcomes are compared: the same, not worse, not better; and what else a property may demand of an evaluation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import Enum
from typing import Final

import attrs

from thidua_rules.errors import ThiduaError
from thidua_rules.evaluation import Evaluation, Outcome, Status, evaluate
from thidua_rules.policies.model import Policy
from thidua_rules.subjects import Roster
from thidua_rules.testing.fairness.edits import Edit, applied
from thidua_rules.testing.fairness.places import Place, read_by
from thidua_rules.testing.fairness.results import Seen
from thidua_rules.values import FrozenMap, Value
from thidua_rules.verdicts import MET


class Demand(Enum):
    """
    What must hold between the outcomes before and after a change, or inside one evaluation.

    ``SAME``: status, place and money are equal. ``NOT_WORSE``, ``NOT_BETTER``: nobody concerned loses, or gains, the
    award, the conditions for it, or a place. ``SETTLED``: what is
    settled after the change was so before. ``NO_GAIN``: nobody concerned gets the award by the change. ``EQUAL_PAIR``:
    two have one status. ``EXCHANGED``: two exchange their outcomes, everybody else keeps theirs. ``WINNERS``: the same
    people get the award. ``MERIT_FIRST``: who is ahead on every key of merit is not behind.
    """

    SAME = "same"
    NOT_WORSE = "not_worse"
    NOT_BETTER = "not_better"
    SETTLED = "settled"
    NO_GAIN = "no_gain"
    EQUAL_PAIR = "equal_pair"
    EXCHANGED = "exchanged"
    WINNERS = "winners"
    MERIT_FIRST = "merit_first"


@attrs.frozen
class Attempt:
    """
    One thing that is tried on one roster.

    Args:
        edits: What is changed.

        demand: What must hold.

        who: Whom it concerns; of everybody where empty.

        but: Who is left out of that.

        settings: Parameters that are changed with it.

        renamed: New ids, where subjects are renamed.

        same_base: Whether it counts only where every quota's base stays what it was.
    """

    edits: tuple[Edit, ...]
    demand: Demand
    who: tuple[str, ...] = ()
    but: frozenset[str] = frozenset()
    settings: tuple[tuple[str, Value], ...] = ()
    renamed: FrozenMap[str, str] = attrs.field(factory=FrozenMap)
    same_base: bool = False


@attrs.frozen
class Sight:
    """One evaluation, as far as one award goes."""

    evaluation: Evaluation = attrs.field(repr=False)
    award: str
    outcomes: FrozenMap[str, Outcome] = attrs.field(repr=False)

    def of(self, subject: str) -> Outcome | None:
        """The outcome of *subject*; None where it has none."""
        return self.outcomes.get(subject)

    def seen(self, subject: str) -> Seen:
        """How *subject* stands."""
        one = self.of(subject)
        if one is None:
            return Seen(subject, "OUT_OF_SCOPE")
        place = one.place
        money = one.bonus.amount if one.bonus is not None and one.bonus.paid else None
        return Seen(
            subject,
            one.status.value,
            None if place is None else place.best,
            None if place is None else place.worst,
            money,
        )

    def bases(self) -> tuple[tuple[str, str, int | None, int | None], ...]:
        """What every quota is counted on."""
        return tuple((one.award, one.group, one.base_low, one.base_high) for one in self.evaluation.quotas)


def sight(policy: Policy, roster: Roster, award: str, day: dt.date) -> Sight | None:
    """*award* under *policy* on *roster*; None where the roster doesn't fit, or exceptions clash."""
    try:
        found = evaluate(policy, roster, on=day, awards=[award])
    except ThiduaError:
        return None
    mine = FrozenMap({one.subject.id: one for one in found.outcomes if one.award.id == award})
    return Sight(found, award, mine)


def level(one: Outcome | None) -> int:
    """2 where the award is given, or a higher one for the same achievement; 1 where a tie or a missing fact leaves it open."""
    if one is None:
        return 0
    if one.status in {Status.RECOMMENDED, Status.COVERED}:
        return 2
    return int(one.status in {Status.TIED, Status.UNDETERMINED})


def fitness(one: Outcome | None) -> int:
    """0 where the conditions are not met, 1 where that is open, 2 where they are met."""
    if one is None or one.status is Status.INELIGIBLE:
        return 0
    if one.status is not Status.UNDETERMINED:
        return MOST_FIT
    return MOST_FIT if one.finding.verdict is MET else 1


MOST_FIT: Final = 2
"""The :func:`fitness` of one who meets the conditions."""


def _open(one: Outcome | None) -> bool:
    return one is not None and one.status is Status.UNDETERMINED


def worse(after: Outcome | None, before: Outcome | None) -> bool:
    """
    Whether *after* surely gives less than *before*: the conditions, the award, or a place in the ranking.

    What a ranking leaves UNDETERMINED is no loss and no gain: the rules say less there than they could. Nor is a condition
    that was unmet and is now open; one that was met, and is so no longer, is a loss.
    """
    fit = fitness(before), fitness(after)
    if fit[0] != fit[1]:
        return fit[0] == MOST_FIT > fit[1]
    if before is None or after is None or _open(before) or _open(after):
        return False
    if level(after) != level(before):
        return level(after) < level(before)
    if before.status is Status.COVERED or after.status is Status.COVERED:
        return False
    return _behind(after, before)


def _behind(after: Outcome, before: Outcome) -> bool:
    if after.place is None or before.place is None or not settled_places(after, before):
        return False
    return after.place.best > before.place.best or (
        after.place.best == before.place.best and after.place.worst > before.place.worst
    )


def settled_places(*outcomes: Outcome) -> bool:
    """Whether every key of each is one number, so that places can be compared."""
    return all(one.place is not None and all(key.settled for key in one.place.keys) for one in outcomes)


def same(one: Outcome | None, other: Outcome | None) -> bool:
    """Whether two outcomes are one: status, place and money."""
    if one is None or other is None:
        return one is other
    places = [None if it.place is None else (it.place.best, it.place.worst) for it in (one, other)]
    money = [None if it.bonus is None else (it.bonus.amount, it.bonus.paid) for it in (one, other)]
    return one.status is other.status and places[0] == places[1] and money[0] == money[1]


def broken(attempt: Attempt, before: Sight, after: Sight) -> tuple[str, ...]:
    """Whom the demand of *attempt* fails, by id; nobody where it holds."""
    if attempt.same_base and before.bases() != after.bases():
        return ()
    return tuple(_FAILS[attempt.demand](attempt, before, after))


def _concerned(attempt: Attempt, before: Sight, after: Sight) -> list[str]:
    names: Iterable[str] = attempt.who or sorted({*before.outcomes, *after.outcomes})
    return [name for name in names if name not in attempt.but]


def _same(attempt: Attempt, before: Sight, after: Sight) -> list[str]:
    names = [name for name in _concerned(attempt, before, after) if name not in attempt.renamed.values()]
    new = attempt.renamed
    return [name for name in names if not same(before.of(name), after.of(new.get(name, name) or name))]


def _not_worse(attempt: Attempt, before: Sight, after: Sight) -> list[str]:
    return [name for name in _concerned(attempt, before, after) if worse(after.of(name), before.of(name))]


def _not_better(attempt: Attempt, before: Sight, after: Sight) -> list[str]:
    return [name for name in _concerned(attempt, before, after) if worse(before.of(name), after.of(name))]


def _settled(attempt: Attempt, before: Sight, after: Sight) -> list[str]:
    found = []
    for name in _concerned(attempt, before, after):
        one, other = after.of(name), before.of(name)
        # Whoever turns out to be outside the scope has no outcome there: that agrees with INELIGIBLE.
        statuses = [Status.INELIGIBLE if it is None else it.status for it in (one, other)]
        if statuses[0] is not Status.UNDETERMINED and statuses[0] is not statuses[1]:
            found.append(name)
    return found


def _no_gain(attempt: Attempt, before: Sight, after: Sight) -> list[str]:
    names = _concerned(attempt, before, after)
    return [name for name in names if level(after.of(name)) == 2 > level(before.of(name))]  # noqa: PLR2004


def _equal_pair(attempt: Attempt, before: Sight, after: Sight) -> list[str]:
    del before
    one, other = (after.of(name) for name in attempt.who)
    return [] if (one and one.status) is (other and other.status) else list(attempt.who)


def _exchanged(attempt: Attempt, before: Sight, after: Sight) -> list[str]:
    one, other = attempt.who
    new = {one: other, other: one}
    names = sorted({*before.outcomes, *after.outcomes} - attempt.but)
    return [name for name in names if not same(before.of(name), after.of(new.get(name, name)))]


def _winners(attempt: Attempt, before: Sight, after: Sight) -> list[str]:
    names = _concerned(attempt, before, after)
    sides = ((name, before.of(name), after.of(name)) for name in names)
    return [
        name
        for name, one, other in sides
        if level(one) != level(other) and not _open(one) and not _open(other)
    ]


def _merit_first(attempt: Attempt, before: Sight, after: Sight) -> list[str]:
    """The keys of merit are those that *attempt* names in *who*."""
    del after
    ranked = [one for _, one in sorted(before.outcomes.items()) if settled_places(one)]
    for one in ranked:
        for other in ranked:
            if _ahead(one, other, attempt.who) and _placed_behind(one, other):
                return [one.subject.id, other.subject.id]
    return []


def _ahead(one: Outcome, other: Outcome, keys: tuple[str, ...]) -> bool:
    apart = one.quota != other.quota or one.subject.kind is not other.subject.kind
    if one.place is None or other.place is None or apart:
        return False
    mine = {it.key.id: it.low for it in one.place.keys if it.key.id in keys}
    theirs = {it.key.id: it.low for it in other.place.keys if it.key.id in keys}
    if mine.keys() != theirs.keys() or not mine:
        return False
    return all(mine[name] >= theirs[name] for name in mine) and mine != theirs


def _placed_behind(one: Outcome, other: Outcome) -> bool:
    return one.place is not None and other.place is not None and one.place.best > other.place.best


_FAILS = {
    Demand.SAME: _same,
    Demand.NOT_WORSE: _not_worse,
    Demand.NOT_BETTER: _not_better,
    Demand.SETTLED: _settled,
    Demand.NO_GAIN: _no_gain,
    Demand.EQUAL_PAIR: _equal_pair,
    Demand.EXCHANGED: _exchanged,
    Demand.WINNERS: _winners,
    Demand.MERIT_FIRST: _merit_first,
}


@attrs.frozen
class Trial:
    """
    An attempt on a roster, ready to be made, and made again on a smaller one.

    Args:
        policy: The rules, what may lawfully bend the property set aside.

        award: The award that is looked at.

        day: The day of the evaluation.

        attempt: What is tried.

        places: The rules of the award and of those that it depends on, with what each reads.
    """

    policy: Policy = attrs.field(repr=False)
    award: str
    day: dt.date
    attempt: Attempt
    places: tuple[Place, ...] = attrs.field(repr=False)

    @property
    def reads(self) -> frozenset[str]:
        """What the rules read, by name."""
        return read_by(self.places)

    def after(self, roster: Roster) -> Sight | None:
        """The evaluation after the change; None where the change can't be made."""
        changed = applied(self.attempt.edits, roster)
        if changed is None:
            return None
        policy = self.policy
        for name, value in self.attempt.settings:
            policy = policy.with_parameter(name, value)
        return sight(policy, changed, self.award, self.day)

    def before(self, roster: Roster) -> Sight | None:
        """The evaluation to start from."""
        return sight(self.policy, roster, self.award, self.day)
