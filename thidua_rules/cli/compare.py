"""``compare``: one roster under two policies, or under a policy and a changed parameter."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

import click

from thidua_rules.cli import options
from thidua_rules.cli.screen import Screen, working
from thidua_rules.comparison import compare
from thidua_rules.errors import UnknownNameError
from thidua_rules.policies.layers import ParameterSpec
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.facts import is_short
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
        click.UsageError: One is not written so, or its value is none that the parameter may have.
        UnknownNameError: There is no such parameter.
    """
    for setting in settings:
        name, equals, text = setting.partition("=")
        if not equals:
            raise click.UsageError(f"expected PARAMETER=VALUE, got {setting!r}")
        spec = policy.parameters.get(name)
        if spec is None:
            raise UnknownNameError("parameter", name, nearest(name, policy.parameters))
        policy = policy.with_parameter(name, _value(text, spec))
    return policy


def _value(text: str, spec: ParameterSpec) -> Value:
    """*text* as a value of the type that the parameter has."""
    if spec.choices and text not in spec.choices:
        raise click.UsageError(f"expected one of {', '.join(spec.choices)} for {spec.id}, got {text!r}")
    like = spec.values[-1].value
    found: Value | None = text
    if isinstance(like, bool):
        found = {"true": True, "false": False}.get(text)
    elif isinstance(like, (int, Decimal)):
        found = _number(text)
        if found is not None and spec.unit == "ty_le" and not 0 <= found <= 1:
            raise click.UsageError(f"expected a share from 0 to 1 for {spec.id}, such as 0.15, got {text!r}")
    elif isinstance(like, dt.date):
        found = options.day_of(text)
    if found is None:
        advice = ": write a point, not a comma" if _number(text.replace(",", ".", 1)) is not None else ""
        wanted = _WANTED.get(type(like), "a number")
        raise click.UsageError(f"expected {wanted} for {spec.id}, got {text!r}{advice}")
    return found


_WANTED: Final = {bool: "true or false", dt.date: "a day such as 2022-12-31"}


def _number(text: str) -> int | Decimal | None:
    """The number that *text* writes, or None where it is none, or has more digits than a number may have."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not is_short(number):
        return None
    return int(number) if number == number.to_integral_value() else number
