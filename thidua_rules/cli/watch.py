"""``watch``: the year as it happens: events come in as JSON lines, and what each one changed goes out."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Iterator
from typing import BinaryIO, Final

import click

from thidua_rules.cli import options
from thidua_rules.cli.app import FAULTS
from thidua_rules.errors import InputError, ThiduaError
from thidua_rules.readers.live import Answer, Change, Joined, Session, change_to_json, event_from_json
from thidua_rules.rendering import Speaker

LONGEST: Final = 1_000_000
"""The most bytes of one line."""


@click.command(name="watch")
@options.roster_argument
@options.policy
@options.on_day
@options.formats("json", "text")
@options.lang
def command(roster_path: str, policy_name: str, day: dt.date | None, form: str, lang: str) -> int:
    """
    Follow a year from ROSTER on: events as JSON lines on standard input, changes as JSON lines out.

    Theo dõi cả năm: mỗi dòng vào là một sự kiện, mỗi dòng ra là một thay đổi và vì sao.

    A line that does not fit is named on standard error and skipped; the exit code is then 1.
    """
    if "-" in (roster_path, policy_name):
        raise click.UsageError("expected a file, standard input holds the events")
    if sys.stdin is None:
        raise click.UsageError("standard input is closed")
    policy = options.read_policy(policy_name)
    roster = options.read_roster(roster_path, policy)
    session = Session(policy, roster, on=day)
    speaker = options.speaker_of(policy, lang, roster) if form == "text" else None
    faults = 0
    for number, line in _lines(sys.stdin.buffer):
        for problem in _follow(session, number, line, speaker):
            click.echo(f"line {number}: {problem}", err=True)
            faults += 1
    return FAULTS if faults else 0


def _lines(source: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Each line that is not empty with its number, from 1; None for one that is too long."""
    number = 0
    while line := source.readline(LONGEST + 1):
        number += 1
        whole = len(line) <= LONGEST
        while not whole and line and not line.endswith(b"\n"):
            line = source.readline(LONGEST + 1)
        if line.strip():
            yield number, line if whole else None


def _follow(session: Session, number: int, line: bytes | None, speaker: Speaker | None) -> list[str]:
    """Let one line happen and write what it changed; gives what is wrong with it."""
    if line is None:
        return [f"expected at most {LONGEST} bytes, got more"]
    try:
        event = event_from_json(line, session.policy)
        changes = session.apply(event)
    except InputError as error:
        return [str(fault) for fault in error.faults]
    except ThiduaError as error:
        return [str(error)]
    if isinstance(event, Joined) and speaker is not None and speaker.roster is not None:
        speaker.roster = speaker.roster.joined_by(event.subject)
    for change in changes:
        # click flushes after each line, so that whoever reads us need not wait
        click.echo(_data(number, change) if speaker is None else _words(change, speaker))
    return []


def _data(number: int, change: Change) -> str:
    return json.dumps({"line": number, **change_to_json(change)}, ensure_ascii=False)


def _words(change: Change, speaker: Speaker) -> str:
    """*change* in one line: who, what for, how it stood and how it stands."""
    before, after = (_standing(answer, speaker) for answer in (change.before, change.after))
    return f"{speaker.subject(change.subject)}, {speaker.award(change.award)}: {before} → {after}"


def _standing(answer: Answer | None, speaker: Speaker) -> str:
    if answer is None:
        return "–"
    rank = "" if answer.rank is None else f" ({answer.rank})"
    money = "" if answer.bonus is None or not answer.paid else f", {speaker.quantity(answer.bonus, 'dong')}"
    return f"{speaker.say(answer.status.value)}{rank}{money}"
