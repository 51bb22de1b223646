"""``test``: conformance cases, yours or ours."""

from __future__ import annotations

import importlib
import sys
from typing import TYPE_CHECKING, Final

import click

from thidua_rules.cli import options
from thidua_rules.cli.app import FAULTS
from thidua_rules.cli.screen import Screen
from thidua_rules.rendering.tables import Column, Group, Table
from thidua_rules.serialization import dumps
from thidua_rules.serialization.rosters import DEFAULT_POLICY

if TYPE_CHECKING:
    from thidua_rules.rendering import Speaker
    from thidua_rules.testing import Provision, Report

NEEDS: Final = {"yaml", "pytest", "hypothesis"}


@click.command(name="test")
@click.argument("cases", nargs=-1, required=True, metavar="CASES...")
@click.option("--coverage", "covered", is_flag=True, help="Also list the provisions that the cases reach.")
@options.formats("table", "json")
@options.lang
def command(cases: tuple[str, ...], covered: bool, form: str, lang: str) -> int:  # a flag
    """
    Run conformance CASES: YAML files, or folders of them; - reads one file from standard input.

    Chạy các tình huống kiểm chứng: tệp YAML hoặc thư mục.
    """
    try:
        kit = importlib.import_module("thidua_rules.testing")
        sources = [sys.stdin.buffer if one == "-" else one for one in cases]
        report: Report = kit.run(sources)
    except ModuleNotFoundError as error:
        if error.name not in NEEDS:
            raise
        raise click.ClickException(
            "cases need the extra 'testing': pip install 'thidua-rules[testing]'"
        ) from None
    if form == "json":
        click.echo(dumps(report_data(report, lang)), nl=False)
    else:
        _draw(report, options.speaker_of(options.read_policy(DEFAULT_POLICY), lang), covered=covered)
    return FAULTS if report.failed else 0


def _draw(report: Report, speaker: Speaker, *, covered: bool) -> None:
    screen = Screen()
    for result in report.failures():
        for line in result.lines(speaker.lang):
            screen.line(line)
    if covered:
        screen.table(_coverage(report, speaker))
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
