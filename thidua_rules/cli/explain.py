"""``explain``: one answer, in full, with the way to the award."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from thidua_rules.api import evaluate
from thidua_rules.cli import options
from thidua_rules.cli.screen import Screen, working
from thidua_rules.evaluation import Evaluation, Outcome
from thidua_rules.paths import path_to_award
from thidua_rules.rendering import Speaker, explain_outcome, path_lines
from thidua_rules.serialization import explanation_to_json


@click.command(name="explain")
@options.roster_argument
@click.argument("subject")
@click.argument("award")
@options.policy
@options.on_day
@click.option("--brief", is_flag=True, help="Only what decided, without every condition.")
@options.formats("text", "markdown", "html", "json")
@options.output
@options.lang
def command(  # noqa: PLR0913, PLR0917  # an option of the command line each
    roster_path: str,
    subject: str,
    award: str,
    policy_name: str,
    day: dt.date | None,
    brief: bool,  # a flag of the command line
    form: str,
    output: Path | None,
    lang: str,
) -> None:
    """
    Why SUBJECT of ROSTER is, or is not, recommended for AWARD; what is missing; which article.

    Giải thích một kết quả: vì sao, theo điều nào, còn thiếu gì, cần thay đổi gì ít nhất.
    """
    policy = options.read_policy(policy_name)
    roster = options.read_roster(roster_path, policy)
    speaker = options.speaker_of(policy, lang, roster)
    roster.subject(subject)
    policy.award(award)
    with working(speaker.say("working", subjects=speaker.number(len(roster.subjects)))):
        evaluation = evaluate(policy, roster, on=day, awards=(award,))
        if (subject, award) not in {(one.subject.id, one.award.id) for one in evaluation.outcomes}:
            title = policy.award(award).label(lang)
            raise click.ClickException(speaker.say("outside", subject=subject, award=title))
        outcome = evaluation.outcome(subject, award)
        if form == "json":
            data = explanation_to_json(evaluation, outcome, path_to_award(evaluation, outcome))
        else:
            text = explanation(evaluation, outcome, speaker, form, full=not brief)
    if form == "json":
        options.write_json(data, output, speaker)
    elif form == "text":
        screen = Screen(to_text=output is not None)
        for line in text.splitlines():
            screen.line(line)
        options.finish(screen, output, speaker)
    else:
        options.write(text, output, speaker)


def explanation(
    evaluation: Evaluation, outcome: Outcome, speaker: Speaker, form: str = "text", *, full: bool = True
) -> str:
    """*outcome* in sentences, with the way to the award."""
    ways = path_lines(path_to_award(evaluation, outcome), speaker)
    return explain_outcome(evaluation, outcome, speaker.lang, form, full=full, ways=ways)
