"""
Tells without evaluating anything that a case cannot notice a mutant.

Where the change lies inside one condition, an award answers as before if that condition does: the same verdict, the same
missing facts, the same provisions that decide, for every subject that it may be asked of.
"""

from __future__ import annotations

from thidua_rules.criteria.base import Case
from thidua_rules.criteria.logic import Clause
from thidua_rules.errors import ThiduaError
from thidua_rules.evaluation.run import judge
from thidua_rules.evaluation.world import EvaluationWorld
from thidua_rules.findings import Heading, Missing
from thidua_rules.testing.cases import AwardTask
from thidua_rules.testing.mutation.index import Reading
from thidua_rules.testing.mutation.model import Mutant
from thidua_rules.verdicts import Verdict

_Answer = tuple[Verdict, tuple[Missing, ...], frozenset[Heading | None]]


class Unmoved:
    """The worlds of the cases as they are without any change, and what the clauses say there, each worked out once."""

    def __init__(self) -> None:
        self._worlds: dict[str, EvaluationWorld] = {}
        self._before: dict[tuple[int, str], list[tuple[Case, _Answer]] | None] = {}

    def cannot_notice(self, mutant: Mutant, row: Reading) -> bool:
        """Whether the case of *row* surely answers as before; False where only evaluating can tell."""
        task = row.case.task
        if mutant.asked is None or not isinstance(task, AwardTask):
            return False
        before, after = mutant.asked
        key = (id(before), row.case.id)
        if key not in self._before:
            self._before[key] = self._answers(mutant, before, row, task)
        said = self._before[key]
        return said is not None and all(_says(after, case, answer) for case, answer in said)

    def _answers(
        self, mutant: Mutant, clause: Clause, row: Reading, task: AwardTask
    ) -> list[tuple[Case, _Answer]] | None:
        """What *clause* says of everybody it may be asked of; None where something breaks."""
        world = self._world(row, task)
        kinds = {
            kind
            for name in mutant.touches
            for kind in task.policy.awards[name.removeprefix("award:")].recipients
            if clause.applies(kind)
        }
        cases = [world.case(one) for one in task.roster.subjects if one.kind in kinds]
        try:
            return [(case, _answer(clause, case)) for case in cases]
        except ThiduaError:
            return None

    def _world(self, row: Reading, task: AwardTask) -> EvaluationWorld:
        found = self._worlds.get(row.case.id)
        if found is None:
            judged = judge(task.policy, task.roster, on=task.on, awards=row.awards)
            found = self._worlds[row.case.id] = judged.world
        return found


def _answer(clause: Clause, case: Case) -> _Answer:
    """What an outcome shows of a clause: the verdict, what it waits for, and the provisions that decide."""
    finding = clause.check(case)
    return finding.verdict, finding.relevant_missing(), frozenset(one.heading for one in finding.reasons())


def _says(clause: Clause, case: Case, answer: _Answer) -> bool:
    try:
        return clause.verdict(case) is answer[0] and _answer(clause, case) == answer
    except Exception:  # noqa: BLE001  # what breaks a criterion is noticed where it is evaluated
        return False
