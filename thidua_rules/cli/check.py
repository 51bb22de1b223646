"""``check``: every fault of a roster, with its place."""

from __future__ import annotations

import click

from thidua_rules.cli import options
from thidua_rules.cli.app import FAULTS
from thidua_rules.errors import Fault, InputError
from thidua_rules.subjects import Roster


@click.command(name="check")
@options.roster_argument
@options.policy
@options.formats("table", "json")
@options.lang
def command(roster_path: str, policy_name: str, form: str, lang: str) -> int:
    """
    Every fault of ROSTER, one line each, with its place.

    Mọi lỗi của danh sách, mỗi lỗi một dòng, kèm chỗ sai.
    """
    policy = options.read_policy(policy_name)
    speaker = options.speaker_of(policy, lang)
    roster: Roster | None = None
    faults: tuple[Fault, ...] = ()
    try:
        roster = options.read_roster(roster_path, policy)
    except InputError as error:
        faults = error.faults
    if form == "json":
        rows = [{"path": one.path, "problem": one.problem} for one in faults]
        options.write_json({"policy": policy.id, "faults": rows}, None, speaker)
    elif roster is not None:
        numbers = {
            name: speaker.number(len(getattr(roster, name))) for name in ("subjects", "decisions", "ballots")
        }
        click.echo(speaker.say("no_faults", **numbers))
    else:
        click.echo("\n".join(str(one) for one in faults))
        click.echo(speaker.say("faults", number=speaker.number(len(faults))), err=True)
    return FAULTS if faults else 0
