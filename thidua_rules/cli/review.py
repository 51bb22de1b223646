"""``review``: what is wrong with a policy, or wants a decision."""

from __future__ import annotations

import click

from thidua_rules.cli import options
from thidua_rules.cli.app import FAULTS
from thidua_rules.cli.screen import Screen
from thidua_rules.rendering.policy_tables import review_table
from thidua_rules.review import Weight, review_policy
from thidua_rules.serialization import review_to_json


@click.command(name="review")
@click.argument("policy_name", metavar="POLICY")
@options.formats("table", "json")
@options.lang
def command(policy_name: str, form: str, lang: str) -> int:
    """
    Gaps, overlaps, overreach, dead thresholds and unconfirmed provisions of POLICY.

    Rà soát một bộ quy định: chỗ thiếu, chỗ vượt ủy quyền, ngưỡng không bao giờ đạt, điều khoản chưa xác nhận.
    """
    policy = options.read_policy(policy_name)
    speaker = options.speaker_of(policy, lang)
    found = review_policy(policy)
    if form == "json":
        options.write_json(review_to_json(found), None, speaker)
    else:
        screen = Screen()
        screen.table(review_table(found, policy, speaker))
        screen.show()
    return FAULTS if any(one.weight is Weight.ERROR for one in found.remarks) else 0
