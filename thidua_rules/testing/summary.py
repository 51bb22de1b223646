"""The end of a run of pytest: what its cases reach and notice, gathered from every process that ran some."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from thidua_rules.errors import ThiduaError
from thidua_rules.policies.model import Policy
from thidua_rules.rendering import Speaker
from thidua_rules.serialization import load_policy
from thidua_rules.serialization.policies import shipped_policy
from thidua_rules.testing.cases import AwardTask
from thidua_rules.testing.mutation.explained import Explanation, load_explained
from thidua_rules.testing.mutation.running import run_mutants
from thidua_rules.testing.provisions import PolicyCoverage, Reach, covered, reach_of
from thidua_rules.testing.reached import Reached
from thidua_rules.testing.reading import load_cases
from thidua_rules.testing.results import CaseResult
from thidua_rules.testing.tables import coverage_tables, mutation_tables, plain_lines, unexplained

LANG = "en"


def packed(result: CaseResult) -> Iterator[str]:
    """What the case of *result* reaches as text that another process can send; nothing where it is about no award."""
    reach, task = reach_of(result), result.case.task
    if reach is not None and isinstance(task, AwardTask):
        rows = [[one.kind, one.owner, one.name, one.value] for one in reach.found]
        yield json.dumps([task.policy.id, reach.case, sorted(reach.layers), rows])


def summary(texts: Iterable[str], names: Sequence[str], explained: Iterable[Path]) -> list[str]:
    """
    The lines to print.

    Args:
        texts: What :func:`packed` gave for each case.

        names: The policies to list; a line for each policy of the cases where there is none.

        explained: Files of what was looked at.
    """
    given = [json.loads(text) for text in texts]
    reaches = [
        Reach(case, frozenset(layers), tuple(Reached(*row) for row in rows))
        for _, case, layers, rows in given
    ]
    reasons = tuple(one for path in explained for one in load_explained(path).provisions)
    if not names:
        shipped = (_shipped(name) for name in sorted({row[0] for row in given}))
        return [_line(covered(one, reaches), reasons) for one in shipped if one is not None]
    lines: list[str] = []
    for name in names:
        policy = load_policy(name)
        lines += plain_lines(coverage_tables(covered(policy, reaches), Speaker(policy, LANG), reasons))
    return lines


def mutated(
    cases: Iterable[tuple[str, str]], names: Iterable[str], explained: Iterable[Path], processes: int
) -> tuple[list[str], bool]:
    """
    The lines on the changes of policies that no case notices, and whether there is none.

    Args:
        cases: The file and the id of each case that passed.

        names: The policies to change.

        explained: Files of what was looked at.

        processes: How many processes share the work.
    """
    passed = set(cases)
    paths = sorted({path for path, _ in passed})
    given = [case for path in paths for case in load_cases([Path(path)]) if (path, case.id) in passed]
    policies = [load_policy(name) for name in names]
    reasons = [one for path in explained for one in load_explained(path).mutants]
    report = run_mutants(policies, given, explained=reasons, processes=processes)
    return plain_lines(mutation_tables(report, Speaker(policies[-1], LANG))), report.sound


def _shipped(name: str) -> Policy | None:
    """The policy that ships as *name*; None for one of a case's own file."""
    try:
        return shipped_policy(name)
    except ThiduaError:
        return None


def _line(coverage: PolicyCoverage, reasons: tuple[Explanation, ...]) -> str:
    left = len(unexplained(coverage, reasons))
    told = f"{coverage.policy}: {coverage.reached} of {coverage.wanted} values reached"
    more = f", {left} not explained (--provisions {coverage.policy} lists them)" if left else ""
    return told + more
