"""``demo``: the shipped example, evaluated and explained."""

from __future__ import annotations

from importlib.resources import files
from io import BytesIO
from pathlib import Path

import click

from thidua_rules.api import evaluate
from thidua_rules.cli import options
from thidua_rules.cli.evaluate import draw
from thidua_rules.cli.explain import explanation
from thidua_rules.cli.screen import Screen, working
from thidua_rules.rendering.tables import Detail
from thidua_rules.serialization import evaluation_to_json, load_policy, load_roster

POLICY = "xuan_son_2022"
SHOWN = ("cb-11", "chien_si_thi_dua_co_so")
"""Whose outcome is explained: an initiative that only the commune recognised, and what would settle it."""


MORE = (
    ("evaluate ROSTER", "more_rows"),
    ("evaluate ROSTER --households", "more_evaluate"),
    ("explain ROSTER cb-09 chien_si_thi_dua_co_so", "more_explain"),
    (f"review {POLICY}", "more_review"),
)
"""What to call for more."""


def example() -> bytes:
    """The roster of the example, from the installed package or, in a checkout, from ``examples``."""
    packed = files("thidua_rules.cli") / "data" / f"{POLICY}.json"
    if packed.is_file():
        return packed.read_bytes()
    return (Path(__file__).parents[2] / "examples" / POLICY / "roster.json").read_bytes()


@click.command(name="demo")
@options.formats("table", "json")
@options.lang
def command(form: str, lang: str) -> None:
    """
    The Xuân Sơn example: plan 14/KH-HĐTĐKT of 2022 applied to an invented commune.

    Ví dụ Xuân Sơn: kế hoạch có thật, người và thôn đều là hư cấu.
    """
    policy = load_policy(POLICY)
    roster = load_roster(BytesIO(example()), policy)
    speaker = options.speaker_of(policy, lang, roster)
    with working(speaker.say("working", subjects=speaker.number(len(roster.subjects)))):
        evaluation = evaluate(policy, roster)
    if form == "json":
        options.write_json(evaluation_to_json(evaluation), None, speaker, rows=True)
        return
    screen = Screen()
    draw(evaluation, speaker, screen, Detail.BRIEF)
    screen.line()
    screen.line(speaker.words["explained"], style="bold")
    for text in explanation(evaluation, evaluation.outcome(*SHOWN), speaker, full=False).splitlines():
        screen.line(text, indent=2)
    screen.line()
    screen.line(speaker.words["more"], style="bold")
    width = max(len(call) for call, _ in MORE) + 2
    for call, key in MORE:
        screen.line(f"thidua-rules {call:<{width}}{speaker.words[key]}", indent=2)
    screen.show()
