"""
Writes the generated pages of the reference; run it after the catalogue changed.

``docs/reference/plan-xuan-son-2022.md``: every rule sentence of the plan, the rule that encodes it, or why none does.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from thidua_rules import load_policy
from thidua_rules.criteria.logic import Clause
from thidua_rules.policies import Policy
from thidua_rules.policies.layers import Layer
from thidua_rules.policies.obligations import Provision

HERE = Path(__file__).resolve().parent
PLAN = "ke_hoach_14_2022"
PAGE = HERE / "reference" / "plan-xuan-son-2022.md"

HEAD = """# The plan of Xuân Sơn 2022, sentence by sentence

This page is generated from the policy `xuan_son_2022` by `docs/make_reference.py`; a test fails when it is out of date.
The plan numbers its sections as far as II.3; below that `a`, `b` … are its bullets in order, and a last number is the sentence inside a bullet.
Each row is one sentence that says something: what encodes it, or why nothing does.
Summaries are ours, not the plan's words.

{total} sentences: {encoded} are encoded, {left} hold no rule, and the reason stands beside each.
{defective} have a defect of their own, which `thidua-rules review xuan_son_2022` reports.

| Place | What it says | Encoded by | Why not, or what of it is not | Defects |
| --- | --- | --- | --- | --- |
"""


def kinds_of(policy: Policy, layer: Layer) -> dict[str, str]:
    """What each id that a provision may name is: a clause, an obligation, a target …"""
    found = {layer.id: "layer"}
    found |= {one.id: "instrument" for one in policy.instruments.values() if one.id != layer.id}
    found |= {one.id: "parameter" for one in policy.parameters.values()}
    found |= {one.id: "award" for one in policy.awards.values()}
    found |= {one.id: "scale" for one in policy.scales.values()}
    for award in policy.awards.values():
        for criterion in award.criteria():
            found |= {one.id: "clause" for one in criterion.walk() if isinstance(one, Clause)}
    for name, rows in (
        ("obligation", policy.obligations),
        ("target", policy.targets),
        ("movement", policy.movements),
        ("ranking", policy.standings),
    ):
        found |= {one.id: name for one in rows}
    return found


def cell(text: str) -> str:
    """*text* as it may stand in a cell of a Markdown table."""
    return text.replace("|", "\\|").replace("\n", " ")


def rows(layer: Layer, kinds: dict[str, str]) -> Iterator[str]:
    """One line of the table for each sentence."""
    for one in layer.provisions:
        by = "; ".join(f"{kinds.get(name, 'rule')} `{name}`" for name in one.encoded_by)
        place = str(one.citation).removeprefix(f"{layer.id}/")
        says = f"{cell(one.summary_vi)}<br>*{cell(one.summary_en)}*"
        why = f"{cell(one.why_not_vi)}<br>*{cell(one.why_not)}*" if one.why_not else ""
        defects = ", ".join(f"`{code}`" for code in one.defects)
        yield f"| {place} | {says} | {by} | {why} | {defects} |"


def page(policy: Policy) -> str:
    """The whole page."""
    layer = next(one for one in policy.layers if one.id == PLAN)
    found: tuple[Provision, ...] = layer.provisions
    encoded = sum(bool(one.encoded_by) for one in found)
    head = HEAD.format(
        total=len(found),
        encoded=encoded,
        left=len(found) - encoded,
        defective=sum(bool(one.defects) for one in found),
    )
    return head + "\n".join(rows(layer, kinds_of(policy, layer))) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(load_policy("xuan_son_2022")), encoding="utf-8")
