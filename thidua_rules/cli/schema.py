"""``schema``: the JSON Schema of what is read and written."""

from __future__ import annotations

import click

from thidua_rules.cli import options
from thidua_rules.serialization import dumps, schema


@click.command(name="schema")
@click.argument("what", type=click.Choice(["roster", "policy", "evaluation", "fairness"]))
@options.policy
@options.formats("json")
@options.lang
def command(what: str, policy_name: str, form: str, lang: str) -> None:
    """
    The JSON Schema of a roster (with the facts of a policy), a policy, an evaluation or a fairness report.

    Lược đồ JSON của danh sách, bộ quy định, kết quả xét hoặc báo cáo công bằng.
    """
    del form, lang
    policy = options.read_policy(policy_name) if what == "roster" else None
    click.echo(dumps(schema(what, policy)), nl=False)  # type: ignore[arg-type]  # click checked it
