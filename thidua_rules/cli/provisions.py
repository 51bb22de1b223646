"""What cases reach of a policy, and which changes of it they notice: for ``test``, loaded only where it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import attrs
import click

from thidua_rules.cli import options
from thidua_rules.cli.screen import working
from thidua_rules.policies.model import Policy
from thidua_rules.rendering.tables import Table

if TYPE_CHECKING:
    from thidua_rules.testing import Explained, MutationReport, PolicyCoverage, Report


class Wanted(Protocol):
    """What is asked; see :class:`thidua_rules.cli.test.Asked`."""

    @property
    def covered(self) -> bool:
        """Which provisions are reached."""

    @property
    def mutants(self) -> bool:
        """Which changes are noticed."""

    @property
    def policies(self) -> tuple[str, ...]:
        """The policies."""

    @property
    def explained(self) -> str | None:
        """The file of explanations."""

    @property
    def processes(self) -> int:
        """How many processes."""


@attrs.frozen
class Answers:
    """
    What was asked for, each part empty where it was not.

    Args:
        policies: The policies.

        coverages: Their provisions.

        report: The changes.

        explained: What was looked at.
    """

    policies: tuple[Policy, ...] = ()
    coverages: tuple[PolicyCoverage, ...] = ()
    report: MutationReport | None = None
    explained: Explained | None = None

    @property
    def sound(self) -> bool:
        """Whether every change is noticed or explained."""
        return self.report is None or self.report.sound

    def tables(self, lang: str) -> tuple[Table, ...]:
        """The tables, in ``vi`` or ``en``."""
        if not self.policies:
            return ()
        from thidua_rules.testing import tables  # noqa: PLC0415  # the testing kit is an extra

        reasons = self.explained.provisions if self.explained is not None else ()
        found: list[Table] = []
        for policy, coverage in zip(self.policies, self.coverages, strict=False):
            found += tables.coverage_tables(coverage, options.speaker_of(policy, lang), reasons)
        if self.report is not None:
            found += tables.mutation_tables(self.report, options.speaker_of(self.policies[-1], lang))
        return tuple(found)

    def data(self, lang: str) -> dict[str, object]:
        """The same as data that JSON can write."""
        data: dict[str, object] = {}
        if self.coverages:
            data["provisions"] = [one.data() for one in self.coverages]
        if self.report is not None:
            data["mutants"] = self.report.data(lang)
        return data


def asked(report: Report, wanted: Wanted) -> Answers:
    """What *wanted* asks of the cases of *report*."""
    if not wanted.covered and not wanted.mutants:
        return Answers()
    from thidua_rules import testing  # noqa: PLC0415  # an extra
    from thidua_rules.testing.provisions import covered, reach_of  # noqa: PLC0415

    policies = tuple(options.read_policy(name) for name in wanted.policies) or _policies(report)
    explained = testing.load_explained(wanted.explained) if wanted.explained else testing.Explained()
    reaches = [reach for one in report.results if (reach := reach_of(one)) is not None]
    coverages = tuple(covered(one, reaches) for one in policies) if wanted.covered else ()
    tried = None
    if wanted.mutants:
        tried = _tried(report, policies, explained, wanted.processes)
    return Answers(policies, coverages, tried, explained)


def _tried(
    report: Report, policies: tuple[Policy, ...], explained: Explained, processes: int
) -> MutationReport:
    from thidua_rules import testing  # noqa: PLC0415  # an extra

    def tell(done: int, count: int) -> None:
        if done == count or done % 100 == 0:
            click.echo(f"{done}/{count}", err=True)

    with working("..."):
        return testing.run_mutants(
            policies,
            [one.case for one in report.results],
            explained=explained.mutants,
            progress=tell,
            processes=processes,
        )


def _policies(report: Report) -> tuple[Policy, ...]:
    """The policies of the cases, each once, without what a case itself sets; the widest last."""
    from thidua_rules.policies.model import REFORM  # noqa: PLC0415

    found: dict[tuple[str, ...], Policy] = {}
    for one in report.results:
        policy = getattr(one.case.task, "policy", None)
        if isinstance(policy, Policy):
            layers = tuple(layer for layer in policy.layers if layer.id != REFORM)
            found.setdefault(tuple(layer.id for layer in layers), attrs.evolve(policy, layers=layers))
    return tuple(sorted(found.values(), key=lambda policy: (len(policy.layers), policy.id)))
