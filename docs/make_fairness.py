"""
Writes ``docs/reference/fairness.md``: what the fairness kit says of each shipped policy; run it after a policy changed.

``python docs/make_fairness.py`` tries everything again; with ``--new`` it prints what is refuted and not yet accepted, in the
form of the file in which a reviewer accepts it with a reason and a citation.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from thidua_rules import Policy, load_policy, load_roster
from thidua_rules.serialization.policies import shipped_policies
from thidua_rules.testing.fairness import (
    ALL,
    Accepted,
    Answer,
    Budget,
    Property,
    Report,
    Result,
    accepted_text,
    load_accepted,
    run,
)
from thidua_rules.testing.fairness.results import REASONS

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "fairness.md"
ACCEPTED = ROOT / "tests" / "fairness" / "accepted"
POLICIES = tuple(one.id for one in shipped_policies())
ROSTERS = {"xuan_son_2022": ROOT / "examples" / "xuan_son_2022" / "roster.json"}
BUDGET = Budget(tries=25)

HEAD = """# What the shipped policies keep of fairness

This page is written by `docs/make_fairness.py`, which tries every property of `thidua_rules.testing.fairness` on every award.
People are drawn from the policy's own tree, {tries} rosters an award from seed {seed}, and again from the example's roster where there is one.
*Proved* means: for everybody, by the solver, or because no rule of the award reads the fact.
*Held* means: no counterexample in the tries that could have shown one; it is no proof.
A finding that somebody reviewed stands below with the provision and the reason; anything else that is refuted fails a test.
*Refuted* counts awards: a rule that makes itself felt in awards that rest on its own is one finding."""


def accepted_of(policy: str) -> tuple[Accepted, ...]:
    """What was accepted of *policy*, or of the law that it stands on."""
    own = ACCEPTED / f"{policy}.yaml"
    return load_accepted(own if own.exists() else ACCEPTED / "phap_luat_2003.yaml")


def reports(policy_id: str) -> Iterator[Report]:
    """What is found of a shipped policy: on people drawn from its tree, and on those of its example."""
    policy = load_policy(policy_id)
    accepted = accepted_of(policy_id)
    yield run(policy, budget=BUDGET, accepted=accepted)
    if policy_id in ROSTERS:
        roster = load_roster(str(ROSTERS[policy_id]), policy)
        yield run(policy, roster=roster, budget=BUDGET, accepted=accepted)


def new(found: Iterable[Report]) -> tuple[Result, ...]:
    """What is refuted and not accepted, each hash once."""
    return tuple(
        {one.hash: one for report in reversed(tuple(found)) for one in reversed(report.refuted)}.values()
    )


def stale(found: Iterable[Report]) -> set[Accepted]:
    """The acceptances that no report calls for."""
    rows = [set(report.stale) for report in found]
    return set.intersection(*rows) if rows else set()


def tried_on(policy: Policy) -> str:
    """The line that says which rules were tried, so that a page of other rules shows itself."""
    return f"Tried on the rules with the hash `{policy.content_hash[:16]}`."


def _of_policy(policy_id: str, found: tuple[Report, ...]) -> Iterator[str]:
    policy = load_policy(policy_id)
    yield f"\n## {policy.title_vi} (`{policy_id}`)\n"
    yield f"{tried_on(policy)}\n"
    yield "| Property | What must hold | Proved | Held | Not tried | Refuted | Tries |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    results = [one for report in found for one in report.results]
    for law in ALL:
        yield _row(law, [one for one in results if one.property_id == law.id])
    yield from _findings(policy_id, results)
    yield from _not_tried(results)
    undeclared = sorted({name for report in found for name in report.undeclared})
    if undeclared:
        names = ", ".join(f"`{name}`" for name in undeclared)
        yield f"\nFacts without a role, on which no property of roles was tried: {names}."


def _row(law: Property, results: list[Result]) -> str:
    counts = Counter(one.answer for one in results)
    refuted = counts[Answer.REFUTED] + counts[Answer.ACCEPTED]
    held, tries = counts[Answer.NO_COUNTEREXAMPLE], sum(one.tries for one in results)
    cells = (counts[Answer.PROVED], held, counts[Answer.NOT_TRIED], refuted, tries)
    return f"| `{law.id}` | {law.statement_en} | " + " | ".join(str(one or "") for one in cells) + " |"


def _findings(policy_id: str, results: list[Result]) -> Iterator[str]:
    reasons = {one.hash: one for one in accepted_of(policy_id)}
    refuted = [one for one in results if one.answer in {Answer.REFUTED, Answer.ACCEPTED}]
    shown = {one.hash: one for one in reversed(refuted)}
    if not shown:
        return
    yield "\n### Findings\n"
    yield "| Property | Award of the rule | Fact | The rule that does it | Provision | What of it |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for name, one in sorted(shown.items(), key=lambda pair: (pair[1].property_id, pair[1].rules[0].award)):
        rule, taken = one.rules[0], reasons.get(name)
        what = f"accepted: {taken.reason} [`{taken.citation}`]" if taken else "**open**"
        fact = f"`{one.fact}`" if one.fact else ""
        label = f"{rule.part} `{rule.id}`: {rule.label_vi}"
        yield f"| `{one.property_id}` | `{rule.award}` | {fact} | {label} | `{rule.citation}` | {what} |"


def _not_tried(results: list[Result]) -> Iterator[str]:
    rows: dict[tuple[str, str], set[str]] = {}
    for one in results:
        if one.answer is Answer.NOT_TRIED:
            rows.setdefault((one.property_id, one.reason), set()).add(one.award)
    if rows:
        yield "\n### Not tried\n"
        yield "| Property | Why | Awards |"
        yield "| --- | --- | --- |"
    for (law, reason), awards in rows.items():
        names = ", ".join(f"`{name}`" for name in sorted(awards))
        yield f"| `{law}` | {REASONS[reason][1]} | {names} |"


def page(found: dict[str, tuple[Report, ...]]) -> str:
    """The page for what was found of each policy."""
    lines = [HEAD.format(**attrs.asdict(BUDGET))]
    for policy_id, rows in found.items():
        lines += _of_policy(policy_id, rows)
    return "\n".join(lines) + "\n"


def main() -> int:
    """Tries everything and writes the page; 1 where something is refuted that nobody accepted, or an acceptance is stale."""
    found = {name: tuple(reports(name)) for name in POLICIES}
    fresh = {name: new(rows) for name, rows in found.items()}
    if "--new" in sys.argv:
        for name, results in fresh.items():
            print(f"# {name}\n{accepted_text(results, '')}", end="")
        return 0
    PAGE.write_text(page(found), encoding="utf-8")
    knows = {name: set(accepted_of(name)) for name in POLICIES}
    old = {
        one
        for one in set().union(*knows.values())
        if all(one in stale(rows) for name, rows in found.items() if one in knows[name])
    }
    for one in sorted(old, key=lambda it: it.hash):
        print(f"stale: {one.hash} {one.reason}", file=sys.stderr)
    return int(any(fresh.values()) or bool(old))


if __name__ == "__main__":
    sys.exit(main())
