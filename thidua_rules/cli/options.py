"""The options that commands share, and the files that they read and write."""

from __future__ import annotations

import datetime as dt
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

import click

from thidua_rules.cli.screen import Screen
from thidua_rules.policies.model import Policy
from thidua_rules.rendering import Speaker
from thidua_rules.serialization import dumps, dumps_rows, load_policy, load_roster
from thidua_rules.serialization.rosters import DEFAULT_POLICY
from thidua_rules.subjects import Roster

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

lang = click.option(
    "--lang", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Language of the result."
)

policy = click.option(
    "--policy",
    "policy_name",
    default=DEFAULT_POLICY,
    show_default=True,
    metavar="P",
    help="A policy that ships, or the path of a JSON policy.",
)

output = click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write to a file."
)

roster_argument = click.argument("roster_path", metavar="ROSTER")


def formats(*names: str) -> Decorator:
    """The option ``--format`` with *names*, the first of which is the default."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(names),
        default=names[0],
        show_default=True,
        help="Form of the result.",
    )


class Day(click.ParamType[dt.date]):
    """A day such as 2022-12-31."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        """The day that *value* names."""
        if isinstance(value, dt.date):
            return value
        day = day_of(str(value))
        if day is None:
            self.fail(f"expected a day such as 2022-12-31, got {value!r}", param, ctx)
        return day


def day_of(text: str) -> dt.date | None:
    """The day that *text* writes as YYYY-MM-DD, or None."""
    if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


on_day = click.option(
    "--on",
    "day",
    type=Day(),
    metavar="DAY",
    help="The day of the evaluation; by default the last of the year.",
)


def _standard_input() -> BinaryIO:
    """
    Standard input, which can be read once.

    Raises:
        click.UsageError: Two inputs are asked of it, or it is closed.
    """
    given = click.get_current_context().params.values()
    if sum(one == "-" for one in given if isinstance(one, str)) > 1:
        raise click.UsageError("expected '-' only once, standard input is read once")
    if sys.stdin is None:
        raise click.UsageError("standard input is closed")
    return sys.stdin.buffer


def read_roster(path: str, of: Policy) -> Roster:
    """The roster in the file *path*, or on standard input where it is ``-``."""
    return load_roster(_standard_input() if path == "-" else path, of)


def read_policy(name: str) -> Policy:
    """The policy *name*: a shipped one, a file, or standard input where it is ``-``."""
    return load_policy(_standard_input() if name == "-" else name)


def speaker_of(policy: Policy, language: str, roster: Roster | None = None) -> Speaker:
    """The words of *language* for *policy* and *roster*."""
    return Speaker(policy, language, roster)


def write(text: str, to: Path | None, speaker: Speaker) -> None:
    """
    *text* to the file *to*, or to standard output where that is None or ``-``.

    Raises:
        click.ClickException: The file cannot be written.
    """
    if to is None or str(to) == "-":
        click.echo(text, nl=not text.endswith("\n"))
        return
    try:
        to.write_text(text if text.endswith("\n") else text + "\n", encoding="utf-8")
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise click.ClickException(f"cannot write {to.name}: {reason}") from None
    click.echo(speaker.say("wrote", file=to.name), err=True)


def finish(screen: Screen, to: Path | None, speaker: Speaker) -> None:
    """What was drawn on *screen*, to the file *to* or to standard output."""
    if to is None:
        screen.show()
    else:
        write(screen.text, to, speaker)


def write_json(data: Mapping[str, object], to: Path | None, speaker: Speaker, *, rows: bool = False) -> None:
    """*data* as JSON to the file *to*, or to standard output; with *rows*, a line for each item of its lists."""
    write(dumps_rows(data) if rows else dumps(data), to, speaker)
