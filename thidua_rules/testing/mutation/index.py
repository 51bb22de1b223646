"""Which cases can notice a mutant at all, and which are most likely to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final

import attrs

from thidua_rules.awards import Award
from thidua_rules.criteria.base import Uses
from thidua_rules.policies.model import Policy
from thidua_rules.testing.cases import AwardTask, ConformanceCase, CriterionTask, ProcedureTask, ScaleTask
from thidua_rules.testing.mutation.model import Mutant
from thidua_rules.testing.results import CaseResult


@attrs.frozen
class Reading:
    """
    One case, with what it reads.

    Args:
        case: The case.

        awards: The awards that have to be judged to answer it.

        reads: Everything that its answer may hang on, as ``award:x``, ``bonus:x``, ``scale:x``,
            ``parameter:x``, ``procedure:x`` or ``calendar:x``.

        decided: The award and id of each clause that decided it.
    """

    case: ConformanceCase
    awards: frozenset[str]
    reads: frozenset[str]
    decided: frozenset[tuple[str, str]]


def readings(results: Iterable[CaseResult]) -> tuple[Reading, ...]:
    """The cases of *results* that passed and are about a policy, each with what it reads."""
    return tuple(found for one in results if one.passed and (found := _reading(one)) is not None)


def _reading(result: CaseResult) -> Reading | None:
    task = result.case.task
    decided = frozenset((one.award, one.clause) for one in result.visits)
    match task:
        case AwardTask():
            paid = _paid(task) if _MONEY & result.case.expected.keys() else frozenset()
            awards = _judged(task.policy, {task.award} | paid)
            found = _under(awards, Uses(), task.policy, paid)
        case ScaleTask() | CriterionTask() if task.policy is not None:
            asked = task.scale if isinstance(task, ScaleTask) else task.criterion
            awards = frozenset()
            found = _under(awards, asked.uses(), task.policy)
            if isinstance(task, ScaleTask):
                found |= {f"scale:{task.scale.id}"}
        case ProcedureTask():
            awards, found = frozenset(), _on_the_route(task)
        case _:
            return None
    return Reading(result.case, awards, found, decided)


def _on_the_route(task: ProcedureTask) -> frozenset[str]:
    """The procedure of *task*, the parameters that its steps name, and the calendar that they are counted on."""
    procedure, calendar = task.policy.procedures[task.procedure], task.policy.calendar
    return frozenset(
        [
            f"procedure:{procedure.id}",
            *(f"parameter:{name}" for name in procedure.parameters),
            *([] if calendar is None else [f"calendar:{calendar.id}"]),
        ]
    )


_MONEY: Final = {"bonus", "discrepancies"}
"""What a case may expect that hangs on money; the rules of it change no other answer."""


def _paid(task: AwardTask) -> frozenset[str]:
    """The awards whose money bears on that of *task*: of its group, or proposed for its subject too."""
    bonus = task.policy.award(task.award).bonus
    if bonus is None:
        return frozenset({task.award})
    rows = task.roster.subject(task.subject).records.get(bonus.records) or ()
    proposed = {row.get("danh_hieu") for row in rows} if bonus.achievement else set()
    return frozenset({task.award}) | {
        one.id
        for one in task.policy.awards.values()
        if one.bonus and (one.id in proposed or (bonus.group and one.bonus.group == bonus.group))
    }


def _judged(policy: Policy, awards: Iterable[str]) -> frozenset[str]:
    """*awards* and what they depend on."""
    stack = [*awards]
    found: set[str] = set()
    while stack:
        name = stack.pop()
        if name not in found and name in policy.awards:
            found.add(name)
            stack += policy.needs(policy.awards[name])
    return frozenset(found)


def _under(
    awards: frozenset[str], asked: Uses, policy: Policy, paid: frozenset[str] = frozenset()
) -> frozenset[str]:
    uses = asked
    for name in awards:
        uses = uses | _uses_of(policy.awards[name], money=name in paid)
    for name in sorted(uses.scales & policy.scales.keys()):
        uses = uses | policy.scales[name].uses()
    return frozenset(
        [
            *(f"award:{name}" for name in awards),
            *(f"bonus:{name}" for name in paid & awards),
            *(f"scale:{name}" for name in uses.scales),
            *(f"parameter:{name}" for name in uses.parameters),
        ]
    )


@cache
def _uses_of(award: Award, *, money: bool) -> Uses:
    """What *award* reads, with its bonus or without."""
    return (award if money or award.bonus is None else attrs.evolve(award, bonus=None)).uses()


class Index:
    """
    The cases, ready to be asked which of them a mutant concerns.

    Args:
        rows: The cases with what they read.
    """

    def __init__(self, rows: Sequence[Reading]) -> None:
        self._by_name: dict[str, list[int]] = {}
        self._rows = rows
        for position, row in enumerate(rows):
            for name in row.reads:
                self._by_name.setdefault(name, []).append(position)

    def concerned(self, mutant: Mutant) -> list[Reading]:
        """The cases whose answer may hang on what *mutant* touches, first those most likely to differ."""
        found = {position for name in mutant.touches for position in self._by_name.get(name, ())}
        ordered = sorted(found, key=lambda position: (-_likelihood(mutant, self._rows[position]), position))
        return [self._rows[position] for position in ordered]


def _likelihood(mutant: Mutant, row: Reading) -> int:
    """A clause around the change decided the case; the case cites the provision; it asks about the award itself."""
    decided = 4 * (not mutant.clauses.isdisjoint(row.decided))
    task, cited = row.case.task, row.case.citation
    same = 2 * (cited is not None and cited == mutant.citation)
    return decided + same + (isinstance(task, AwardTask) and f"award:{task.award}" in mutant.touches)
