"""``evaluate``: who is recommended for what, in which order, under which limit, who is not and why."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from thidua_rules.api import evaluate
from thidua_rules.cli import options
from thidua_rules.cli.screen import Screen, working
from thidua_rules.evaluation import Evaluation
from thidua_rules.rendering import Speaker
from thidua_rules.rendering.overview import caution_lines, head, overview, unconfirmed
from thidua_rules.rendering.tables import Detail
from thidua_rules.serialization import evaluation_to_json


@click.command(name="evaluate")
@options.roster_argument
@options.policy
@options.on_day
@click.option("--award", "awards", multiple=True, metavar="AWARD", help="Only this award; may be repeated.")
@click.option("--households", is_flag=True, help="A row for every household, not only counts by reason.")
@options.formats("table", "json")
@options.output
@options.lang
def command(
    roster_path: str,
    policy_name: str,
    day: dt.date | None,
    awards: tuple[str, ...],
    households: bool,  # a flag of the command line
    form: str,
    output: Path | None,
    lang: str,
) -> None:
    """
    Apply a policy to a ROSTER: every award, every quota, every demand of the plan.

    Xét danh sách: ai được đề nghị, thứ tự, hạn mức, ai không và vì sao, còn thiếu thông tin gì.
    """
    policy = options.read_policy(policy_name)
    roster = options.read_roster(roster_path, policy)
    speaker = options.speaker_of(policy, lang, roster)
    with working(speaker.say("working", subjects=speaker.number(len(roster.subjects)))):
        evaluation = evaluate(policy, roster, on=day, awards=awards or None)
    if form == "json":
        options.write_json(evaluation_to_json(evaluation), output, speaker, rows=True)
        return
    screen = Screen(to_text=output is not None)
    draw(evaluation, speaker, screen, Detail.EVERYBODY if households else Detail.USUAL)
    options.finish(screen, output, speaker)


def draw(evaluation: Evaluation, speaker: Speaker, screen: Screen, detail: Detail) -> None:
    """*evaluation* as tables on *screen*."""
    title, *lines = head(evaluation, speaker)
    screen.line(title, style="bold")
    for line in lines:
        screen.line(line)
    for line in caution_lines(evaluation, speaker):
        screen.line(line, style="bold red")
    for table in overview(evaluation, speaker, detail):
        screen.table(table)
    number = unconfirmed(evaluation.policy)
    if number:
        screen.line()
        screen.line(speaker.say("unconfirmed_count", number=number, policy=evaluation.policy.id), style="dim")
