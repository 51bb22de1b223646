"""``policies``: what is shipped; one policy with its provisions and how well each was confirmed."""

from __future__ import annotations

import click

from thidua_rules.cli import options
from thidua_rules.cli.screen import Screen
from thidua_rules.rendering.policy_tables import catalogue_table, policy_tables
from thidua_rules.serialization import policy_to_json, shipped_policies
from thidua_rules.serialization.rosters import DEFAULT_POLICY


@click.command(name="policies")
@click.argument("policy_name", metavar="[ID]", required=False)
@options.formats("table", "json")
@options.lang
def command(policy_name: str | None, form: str, lang: str) -> None:
    """
    What is shipped; with an ID, that policy's layers, conditions and numbers, each with its article.

    Các bộ quy định có sẵn; kèm mã thì in từng điều kiện, con số, điều khoản và mức xác nhận.
    """
    policy = options.read_policy(policy_name or DEFAULT_POLICY)
    speaker = options.speaker_of(policy, lang)
    if policy_name is None:
        found = shipped_policies()
        if form == "json":
            rows = [{"id": one.id, "title_vi": one.title_vi, "title_en": one.title_en} for one in found]
            options.write_json({"policies": rows}, None, speaker)
        else:
            screen = Screen()
            screen.table(catalogue_table(found, speaker))
            screen.show()
    elif form == "json":
        options.write_json(policy_to_json(policy), None, speaker)
    else:
        screen = Screen()
        for table in policy_tables(policy, speaker):
            screen.table(table)
        screen.show()
