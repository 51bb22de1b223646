"""``test``: conformance cases, yours or ours."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Any, Final

import attrs
import click

from thidua_rules.cli import options, provisions
from thidua_rules.cli.app import FAULTS
from thidua_rules.cli.screen import Screen
from thidua_rules.rendering.tables import Column, Group, Table
from thidua_rules.serialization import dumps
from thidua_rules.serialization.rosters import DEFAULT_POLICY

if TYPE_CHECKING:
    from thidua_rules.rendering import Speaker
    from thidua_rules.testing import Provision, Report

NEEDS: Final = {"yaml", "pytest", "hypothesis"}


@attrs.frozen
class Asked:
    """
    What is asked of the cases beside whether they pass.

    Args:
        covered: Which provisions they reach.

        mutants: Whether they notice a change of the rules.

        policies: The policies that this is asked of; those of the cases where none is named.

        explained: The file of what was looked at, or None.

        processes: How many processes try changes.
    """

    covered: bool
    mutants: bool
    policies: tuple[str, ...]
    explained: str | None
    processes: int


@click.command(name="test")
@click.argument("cases", nargs=-1, required=True, metavar="CASES...")
@click.option("--coverage", "covered", is_flag=True, help="Also list the provisions that the cases reach.")
@click.option(
    "--mutants",
    is_flag=True,
    help="Also change the rules in one place at a time, and list what no case notices.",
)
@click.option(
    "--policy",
    "policies",
    multiple=True,
    metavar="P",
    help="The policy to cover or change; those of the cases.",
)
@click.option("--accepted", "explained", metavar="FILE", help="A YAML file that explains what is left.")
@click.option(
    "--processes", type=click.IntRange(1, 64), default=1, show_default=True, help="For --mutants: how many."
)
@options.formats("table", "json")
@options.lang
def command(cases: tuple[str, ...], form: str, lang: str, **asked: Any) -> int:  # noqa: ANN401  # see Asked
    """
    Run conformance CASES: YAML files, or folders of them; - reads one file from standard input.

    Chạy các tình huống kiểm chứng: tệp YAML hoặc thư mục.
    """
    try:
        kit = importlib.import_module("thidua_rules.testing")
        sources = [sys.stdin.buffer if one == "-" else one for one in cases]
        report: Report = kit.run(sources)
        found = provisions.asked(report, Asked(**asked))
    except ModuleNotFoundError as error:
        if error.name not in NEEDS:
            raise
        raise click.ClickException(
            "cases need the extra 'testing': pip install 'thidua-rules[testing]'"
        ) from None
    if form == "json":
        click.echo(dumps(report_data(report, lang) | found.data(lang)), nl=False)
    else:
        speaker = options.speaker_of(options.read_policy(DEFAULT_POLICY), lang)
        _draw(report, speaker, found, covered=asked["covered"])
    return FAULTS if report.failed or not found.sound else 0


def _draw(report: Report, speaker: Speaker, found: provisions.Answers, *, covered: bool) -> None:
    screen = Screen()
    for result in report.failures():
        for line in result.lines(speaker.lang):
            screen.line(line)
    for table in (*([_coverage(report, speaker)] if covered else ()), *found.tables(speaker.lang)):
        screen.table(table)
        screen.line()
    screen.line(speaker.say("cases", passed=report.passed, failed=report.failed), style="bold")
    screen.show()


def _coverage(report: Report, speaker: Speaker) -> Table:
    words = speaker.words
    counts = [Column(words[name], number=True) for name in ("MET", "UNMET", "UNKNOWN")]
    groups: dict[str, list[tuple[str, ...]]] = {}
    for one in report.coverage:
        groups.setdefault(speaker.award(one.award), []).append(_row(one, speaker))
    columns = (Column(words["provision_column"]), Column(words["citation_column"]), *counts)
    return Table(
        "coverage",
        words["coverage"],
        (),
        columns,
        tuple(Group(name, tuple(rows)) for name, rows in groups.items()),
    )


def _row(one: Provision, speaker: Speaker) -> tuple[str, ...]:
    numbers = [str(len(cases)) for cases in (one.met, one.unmet, one.unknown)]
    return one.label(speaker.lang), speaker.citation(one.citation), *numbers


def report_data(report: Report, lang: str) -> dict[str, object]:
    """*report* as data that JSON can write."""
    results = [
        {"id": one.case.id, "passed": one.passed, "place": one.case.place, "lines": list(one.lines(lang))}
        for one in report.results
    ]
    covered = [
        {
            "award": one.award,
            "clause": one.clause,
            "citation": str(one.citation),
            "met": list(one.met),
            "unmet": list(one.unmet),
            "unknown": list(one.unknown),
        }
        for one in report.coverage
    ]
    return {"passed": report.passed, "failed": report.failed, "results": results, "coverage": covered}
