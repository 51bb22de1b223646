"""``fairness``: what a policy keeps of fairness, and how a roster's awards are distributed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import attrs
import click

from thidua_rules.cli import options
from thidua_rules.cli.app import FAULTS
from thidua_rules.cli.screen import Screen, working
from thidua_rules.distribution import Distribution, distribute
from thidua_rules.errors import MissingExtraError
from thidua_rules.evaluation.run import evaluate
from thidua_rules.policies.model import Policy
from thidua_rules.rendering import Speaker
from thidua_rules.rendering.distribution_tables import distribution_tables, front_tables
from thidua_rules.rendering.tables import Table
from thidua_rules.serialization import distribution_to_json
from thidua_rules.subjects import Roster
from thidua_rules.version import VERSION

NEEDS: Final = {"yaml", "pytest", "hypothesis"}
TRIES: Final = 40
SEED: Final = 0


@attrs.frozen
class Asked:
    """
    What is tried.

    Args:
        tries: Rosters for each award.

        seconds: How long it may take, or None.

        accepted: The file of what was accepted, or None.

        day: The day of the evaluations, or None.
    """

    tries: int
    seconds: float | None
    accepted: str | None
    day: dt.date | None


@attrs.frozen
class Found:
    """
    What a report is made of.

    Args:
        front: What of it is read first.

        tables: What was tried of the policy.

        data: The same as data.

        fair: Whether nothing is refuted but what was accepted. That an acceptance isn't called for is said and is no
            fault here: with fewer tries what was accepted may not be found.
    """

    front: Table
    tables: list[Table]
    data: dict[str, object]
    fair: bool


@click.command(name="fairness")
@click.argument("policy_name", metavar="POLICY")
@click.option("--roster", "roster_path", metavar="R", help="Also say who is put forward in this roster.")
@click.option(
    "--budget", "seconds", type=click.FloatRange(0), metavar="SECONDS", help="Stop trying after so long."
)
@click.option(
    "--tries",
    type=click.IntRange(1, 10_000),
    default=TRIES,
    show_default=True,
    help="Rosters that are tried for each award.",
)
@click.option(
    "--accepted", metavar="FILE", help="A YAML file of refutations that were reviewed and accepted."
)
@options.on_day
@options.formats("table", "json", "html")
@options.output
@options.lang
def command(  # noqa: PLR0913, PLR0917  # one for each option
    policy_name: str,
    roster_path: str | None,
    seconds: float | None,
    tries: int,
    accepted: str | None,
    day: dt.date | None,
    form: str,
    output: Path | None,
    lang: str,
) -> int:
    """
    What POLICY keeps of fairness, tried on people who are made up; with --roster also who is put forward.

    Thử xem một bộ quy định có công bằng không; với --roster, thống kê ai được đề nghị theo giới tính, vị trí, đơn vị, khu
    vực. Kết thúc bằng mã 1 khi có điều bị bác bỏ mà chưa được chấp nhận.
    """
    # what is not installed is said before the work, which may take minutes
    page = _pages() if form == "html" else None
    policy = options.read_policy(policy_name)
    roster = None if roster_path is None else options.read_roster(roster_path, policy)
    speaker = options.speaker_of(policy, lang, roster)
    counted = None if roster is None else _distribution(policy, roster, day, speaker)
    found = _tried(policy, Asked(tries, seconds, accepted, day), speaker)
    tables = [*found.tables, *([] if counted is None else distribution_tables(counted, speaker))]
    if form == "json":
        data = None if counted is None else distribution_to_json(counted)
        options.write_json(found.data | {"distribution": data}, output, speaker)
    elif page is not None:
        title, about = speaker.words["fair_title"], _about(speaker, counted)
        footer = _footer(speaker, counted, tries)
        front = [found.front, *([] if counted is None else front_tables(counted, speaker))]
        details = (speaker.words["fair_details"], tables)
        text = page(title, front, lang=lang, lines=about, footer=footer, details=details)
        options.write(text, output, speaker)
    else:
        screen = Screen(to_text=output is not None)
        for line in _about(speaker, counted):
            screen.line(line)
        for table in tables:
            screen.table(table)
        options.finish(screen, output, speaker)
    return 0 if found.fair else FAULTS


def _distribution(policy: Policy, roster: Roster, day: dt.date | None, speaker: Speaker) -> Distribution:
    with working(speaker.say("working", subjects=speaker.number(len(roster.subjects)))):
        return distribute(evaluate(policy, roster, on=day))


def _tried(policy: Policy, asked: Asked, speaker: Speaker) -> Found:
    """What is tried of *policy*; the kit is loaded only here."""
    try:
        from thidua_rules.cli import fairness_run, fairness_tables  # noqa: PLC0415  # an extra
        from thidua_rules.testing.fairness import Budget, load_accepted  # noqa: PLC0415  # the same
    except ModuleNotFoundError as error:
        if error.name not in NEEDS:
            raise
        raise click.ClickException(
            "fairness needs the extra 'testing': pip install 'thidua-rules[testing]'"
        ) from None

    def progress(award: str, position: int, of: int) -> None:
        click.echo(
            speaker.say("fair_progress", award=speaker.award(award), position=position, of=of), err=True
        )

    accepted: tuple[Any, ...] = () if asked.accepted is None else load_accepted(asked.accepted)
    trial = fairness_run.tried(
        policy, Budget(tries=asked.tries, seed=SEED), accepted, asked.seconds, progress, asked.day
    )
    return Found(
        fairness_tables.front_table(trial, speaker),
        fairness_tables.trial_tables(trial, speaker),
        fairness_tables.trial_to_json(trial),
        not trial.report.refuted,
    )


def _about(speaker: Speaker, counted: Distribution | None) -> list[str]:
    """What the report is about, in a line each."""
    policy, roster = speaker.policy, speaker.roster
    title = policy.title_en if speaker.lang == "en" else policy.title_vi
    lines = [speaker.say("fair_policy", policy=title)]
    if counted is not None and roster is not None:
        day = speaker.day(counted.day)
        lines.append(speaker.say("fair_roster", commune=roster.commune, year=roster.year, day=day))
    return lines


def _pages() -> Callable[..., str]:
    """What makes a page of tables; it is loaded only here."""
    try:
        from thidua_rules.reports import page  # noqa: PLC0415  # an extra, needed here alone
    except MissingExtraError as error:
        raise click.ClickException(str(error)) from None
    return page


def _footer(speaker: Speaker, counted: Distribution | None, tries: int) -> tuple[str, str]:
    """What the report was made from, so that it can be made again."""
    policy = speaker.policy.content_hash
    made = speaker.say("fair_made", version=VERSION, seed=SEED, tries=speaker.number(tries))
    if counted is None:
        return made, speaker.say("fair_hash", policy=policy)
    return made, speaker.say("fair_hashes", policy=policy, roster=counted.roster_hash)
