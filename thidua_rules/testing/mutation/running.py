"""Runs every mutant against the cases that can notice it, until one does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Final

import attrs

from thidua_rules.evaluation.run import judge
from thidua_rules.policies.model import Policy
from thidua_rules.testing.cases import (
    AwardTask,
    ConformanceCase,
    CriterionTask,
    ProcedureTask,
    ScaleTask,
    Task,
)
from thidua_rules.testing.mutation.explained import Explanation
from thidua_rules.testing.mutation.index import Index, Reading, readings
from thidua_rules.testing.mutation.model import Mutant
from thidua_rules.testing.mutation.report import MutationReport, Tried
from thidua_rules.testing.mutation.unmoved import Unmoved
from thidua_rules.testing.mutation.walking import mutants, silent_kinds, unread_parameters
from thidua_rules.testing.procedures import run_procedure
from thidua_rules.testing.running import answers, found_in, run_case

Progress = Callable[[int, int], None]
"""Is told how many mutants were tried, and how many there are."""

_CHUNK: Final = 8


def run_mutants(
    policies: Iterable[Policy],
    cases: Iterable[ConformanceCase],
    *,
    explained: Iterable[Explanation] = (),
    progress: Progress | None = None,
    processes: int = 1,
) -> MutationReport:
    """
    Every mutant of *policies*, and whether one of *cases* notices it.

    A case notices a mutant where something that it expects is no longer found. Cases that fail without any change
    are named and left out. A layer that several policies share is changed once, and every case of a policy that holds it
    is asked.

    Args:
        policies: What is changed; a layer of several of them only once.

        cases: What has to notice.

        explained: Survivors that were looked at, each with a reason.

        progress: Is called after each mutant.

        processes: How many processes share the work; the report is the same whatever their number.

    Raises:
        ValueError: *processes* is below 1.
    """
    if processes < 1:
        message = f"expected at least 1 process, got {processes}"
        raise ValueError(message)
    given = tuple(policies)
    results = [run_case(case) for case in cases]
    rows = readings(results)
    every = tuple({one.id: one for policy in given for one in mutants(policy)}.values())
    noticed = _shared(given, rows, len(every), processes) if processes > 1 else _alone(every, rows)
    tried = []
    for one, (by, asked) in zip(every, noticed, strict=True):
        tried.append(Tried(one, by, asked))
        if progress is not None:
            progress(len(tried), len(every))
    return MutationReport.of(
        tried,
        explained,
        layers=[layer.id for policy in given for layer in policy.layers],
        failing=[one.case.id for one in results if not one.passed],
        silent=[kind for policy in given for kind in silent_kinds(policy)],
        unread=[name for policy in given for name in unread_parameters(policy)],
    )


_Answer = tuple[str | None, int]


def _alone(every: Sequence[Mutant], rows: Sequence[Reading]) -> Iterator[_Answer]:
    trial = _Trial(rows)
    return (trial.of(one) for one in every)


_work: list[tuple[tuple[Mutant, ...], _Trial]] = []
"""What a process of a pool works on, set once when it starts."""


def _shared(
    policies: tuple[Policy, ...], rows: tuple[Reading, ...], count: int, processes: int
) -> Iterator[_Answer]:
    with ProcessPoolExecutor(processes, initializer=_start, initargs=(policies, rows)) as pool:
        yield from pool.map(_one, range(count), chunksize=_CHUNK)


def _start(policies: tuple[Policy, ...], rows: tuple[Reading, ...]) -> None:
    """The mutants are made again in each process: their order is the same, and policies cost less to send."""
    every = {one.id: one for policy in policies for one in mutants(policy)}
    _work[:] = [(tuple(every.values()), _Trial(rows))]


def _one(position: int) -> _Answer:
    every, trial = _work[0]
    return trial.of(every[position])


class _Trial:
    """The cases, ready to try mutants on."""

    def __init__(self, rows: Sequence[Reading]) -> None:
        self._index = Index(rows)
        self._unmoved = Unmoved()

    def of(self, mutant: Mutant) -> _Answer:
        """The first case that notices *mutant*, and how many were asked."""
        world = _Mutated(mutant)
        asked = 0
        for row in self._index.concerned(mutant):
            if not world.concerns(row.case.task):
                continue
            asked += 1
            if not self._unmoved.cannot_notice(mutant, row) and world.differs(row):
                return row.case.id, asked
        return None, asked


class _Mutated:
    """The policies of the cases with one mutant in them, each made once."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        self._made: dict[int, Policy] = {}

    def _policy(self, policy: Policy) -> Policy:
        found = self._made.get(id(policy))
        if found is None:
            found = self._made[id(policy)] = self._mutant.applied_to(policy)
        return found

    def concerns(self, task: Task) -> bool:
        """Whether the policy of *task* holds the layer that is changed."""
        policy = getattr(task, "policy", None)
        return isinstance(policy, Policy) and self._mutant.concerns(policy)

    def differs(self, row: Reading) -> bool:
        """Whether something that the case expects is no longer found."""
        expected = row.case.expected
        try:
            found = self._found(row)
        except Exception:  # noqa: BLE001  # a mutant may break anything, and that is noticed too
            return True
        return any(found.get(key) != value for key, value in expected.items())

    def _found(self, row: Reading) -> dict[str, object]:
        task = row.case.task
        match task:
            case AwardTask():
                changed = attrs.evolve(task, policy=self._policy(task.policy))
                judged = judge(changed.policy, task.roster, on=task.on, awards=row.awards)
                discrepancies = judged.discrepancies if "discrepancies" in row.case.expected else ()
                return {**answers(changed, judged.outcomes, discrepancies, row.case.expected)}
            case ScaleTask() | CriterionTask() if task.policy is not None:
                policy = self._policy(task.policy)
                other: ScaleTask | CriterionTask = attrs.evolve(task, policy=policy)
                if isinstance(other, ScaleTask) and task.policy.scales.get(other.scale.id) == other.scale:
                    other = attrs.evolve(other, scale=policy.scales[other.scale.id])
                return {**found_in(attrs.evolve(row.case, task=other))[0]}
            case ProcedureTask():
                return {**run_procedure(attrs.evolve(task, policy=self._policy(task.policy)))}
            case _:
                return {**row.case.expected}
