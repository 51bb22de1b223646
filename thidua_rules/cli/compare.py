"""``compare``: one roster under two policies, or under a policy and a changed parameter."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation
from pathlib import Path

import click

from thidua_rules.cli import options
from thidua_rules.cli.screen import Screen, working
from thidua_rules.comparison import compare
from thidua_rules.errors import UnknownNameError
from thidua_rules.policies.model import Policy
from thidua_rules.rendering.policy_tables import comparison_table
from thidua_rules.serialization import comparison_to_json
from thidua_rules.values import Value, nearest


@click.command(name="compare")
@options.roster_argument
@options.policy
@click.option("--against", metavar="Q", help="The other policy.")
@click.option(
    "--set", "settings", multiple=True, metavar="PARAMETER=VALUE", help="Change it; may be repeated."
)
@options.on_day
@options.formats("table", "json")
@options.output
@options.lang
def command(
    roster_path: str,
    policy_name: str,
    against: str | None,
    settings: tuple[str, ...],
    day: dt.date | None,
    form: str,
    output: Path | None,
    lang: str,
) -> None:
    """
    Whose outcome in ROSTER changes, by which provision, and what it costs.

    So sánh hai phương án: ai được thêm, ai bị mất, do điều khoản nào, chi thêm bao nhiêu.
    """
    if (against is None) == (not settings):
        raise click.UsageError("expected either --against Q or --set PARAMETER=VALUE")
    policy = options.read_policy(policy_name)
    other = options.read_policy(against) if against is not None else changed(policy, settings)
    roster = options.read_roster(roster_path, policy)
    speaker = options.speaker_of(policy, lang, roster)
    with working(speaker.say("working", subjects=speaker.number(len(roster.subjects)))):
        comparison = compare(policy, other, roster, on=day)
    if form == "json":
        options.write_json(comparison_to_json(comparison), output, speaker)
        return
    screen = Screen(to_text=output is not None)
    label = against if against is not None else ", ".join(settings)
    screen.table(comparison_table(comparison, label, speaker))
    options.finish(screen, output, speaker)


def changed(policy: Policy, settings: tuple[str, ...]) -> Policy:
    """
    *policy* with every ``PARAMETER=VALUE`` of *settings*.

    Raises:
        click.UsageError: One is not written so, or its value is not of the parameter's type.
        UnknownNameError: There is no such parameter.
    """
    for setting in settings:
        name, equals, text = setting.partition("=")
        if not equals:
            raise click.UsageError(f"expected PARAMETER=VALUE, got {setting!r}")
        spec = policy.parameters.get(name)
        if spec is None:
            raise UnknownNameError("parameter", name, nearest(name, policy.parameters))
        policy = policy.with_parameter(name, _value(text, spec.values[-1].value, name))
    return policy


def _value(text: str, like: Value, name: str) -> Value:
    """*text* as a value of the type of *like*."""
    try:
        if isinstance(like, bool):
            return {"true": True, "false": False}[text]
        if isinstance(like, (int, Decimal)):
            number = Decimal(text)
            if not number.is_finite():
                raise InvalidOperation  # noqa: TRY301
            return int(number) if number == number.to_integral_value() else number
        return dt.date.fromisoformat(text) if isinstance(like, dt.date) else text
    except (KeyError, ValueError, InvalidOperation):
        wanted = {bool: "true or false", str: "text", dt.date: "a day such as 2022-12-31"}.get(
            type(like), "a number"
        )
        raise click.UsageError(f"expected {wanted} for {name}, got {text!r}") from None
