"""``review``: what is wrong with a policy, or wants a decision."""

from __future__ import annotations

import click

from thidua_rules.cli import options
from thidua_rules.cli.app import FAULTS
from thidua_rules.cli.screen import Screen
from thidua_rules.errors import MissingExtraError
from thidua_rules.policies.model import Policy
from thidua_rules.rendering import Speaker
from thidua_rules.rendering.policy_tables import review_table
from thidua_rules.rendering.tables import Table
from thidua_rules.review import Review, Weight, review_policy
from thidua_rules.serialization import review_to_json


@click.command(name="review")
@click.argument("policy_name", metavar="POLICY")
@click.option(
    "--proofs/--no-proofs", default=True, show_default=True, help="Whether to prove what holds for everybody."
)
@click.option(
    "--processes", type=click.IntRange(1, 64), default=2, show_default=True, help="For the proofs: how many."
)
@options.formats("table", "json")
@options.lang
def command(policy_name: str, proofs: bool, processes: int, form: str, lang: str) -> int:
    """
    Gaps, overlaps, overreach, dead thresholds and unconfirmed provisions of POLICY; what holds for every person.

    Rà soát một bộ quy định: chỗ thiếu, chỗ vượt ủy quyền, ngưỡng không bao giờ đạt, điều khoản chưa xác nhận; chứng minh
    điều gì đúng với mọi người.
    """
    policy = options.read_policy(policy_name)
    speaker = options.speaker_of(policy, lang)
    found = review_policy(policy)
    faulty = any(one.weight is Weight.ERROR for one in found.remarks)
    # a policy with errors cannot be evaluated, so nothing can be proved of it
    problem = "" if not faulty else speaker.say("proofs_faulty")
    table, data = _proofs(policy, speaker, problem, processes) if proofs else (None, None)
    if form == "json":
        shown = review_to_json(found)
        options.write_json(shown | {"proofs": data} if proofs else shown, None, speaker)
    else:
        _show(found, policy, speaker, table)
    return FAULTS if faulty else 0


def _show(found: Review, policy: Policy, speaker: Speaker, proofs: Table | None) -> None:
    screen = Screen()
    screen.table(review_table(found, policy, speaker))
    if proofs is not None:
        screen.table(proofs)
    screen.show()


def _proofs(policy: Policy, speaker: Speaker, problem: str, processes: int) -> tuple[Table, object]:
    """The proofs as a table and as data; one line that says why where there are none."""
    if not problem:
        try:
            from thidua_rules.readers import proof  # noqa: PLC0415  # an extra, needed here alone
        except MissingExtraError as error:
            problem = str(error)
        else:
            answers = proof.prove_policy(policy, processes=processes)
            return proof.proofs_table(answers, speaker.lang), proof.proofs_to_json(answers)
    line = speaker.say("no_proofs", problem=problem)
    return Table("proofs", speaker.say("proofs"), (line,)), {"problem": problem}
