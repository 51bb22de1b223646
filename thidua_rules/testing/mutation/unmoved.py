"""
Tells without evaluating anything that a case cannot notice a mutant.

Where the change lies inside one condition, an award answers as before if that condition does: the same verdict, the same
missing facts, the same provisions that decide, for every subject that it may be asked of.
"""

from __future__ import annotations

from thidua_rules.criteria.base import Case
from thidua_rules.criteria.logic import Clause
from thidua_rules.evaluation.run import judge
from thidua_rules.evaluation.world import EvaluationWorld
from thidua_rules.testing.cases import AwardTask
from thidua_rules.testing.mutation.index import Reading
from thidua_rules.testing.mutation.model import Mutant
from thidua_rules.verdicts import UNKNOWN


class Unmoved:
    """The worlds of the cases as they are without any change, each made once."""

    def __init__(self) -> None:
        self._worlds: dict[str, EvaluationWorld] = {}

    def cannot_notice(self, mutant: Mutant, row: Reading) -> bool:
        """Whether the case of *row* surely answers as before; False where only evaluating can tell."""
        task = row.case.task
        if mutant.asked is None or not isinstance(task, AwardTask):
            return False
        before, after = mutant.asked
        if before.uses().scales != after.uses().scales:  # the score that is shown may be that of another scale
            return False
        world = self._world(row, task)
        kinds = {
            kind
            for name in mutant.touches
            for kind in task.policy.awards[name.removeprefix("award:")].recipients
            if before.applies(kind)
        }
        subjects = (one for one in task.roster.subjects if one.kind in kinds)
        return all(_alike(before, after, world.case(one)) for one in subjects)

    def _world(self, row: Reading, task: AwardTask) -> EvaluationWorld:
        found = self._worlds.get(row.case.id)
        if found is None:
            judged = judge(task.policy, task.roster, on=task.on, awards=row.awards)
            found = self._worlds[row.case.id] = judged.world
        return found


def _alike(before: Clause, after: Clause, case: Case) -> bool:
    """Whether both clauses say the same of *case*, as far as an outcome shows it."""
    try:
        verdict = before.verdict(case)
        if after.verdict(case) is not verdict:
            return False
        one, other = before.check(case), after.check(case)
    except Exception:  # noqa: BLE001  # what breaks a criterion is noticed where it is evaluated
        return False
    if verdict is UNKNOWN and one.relevant_missing() != other.relevant_missing():
        return False
    return {r.heading for r in one.reasons()} == {r.heading for r in other.reasons()}
