"""
Writes ``docs/reference/law/``: one page for each instrument, article by article; run it after the law changed.

An article leads to the rules that encode it and to the conformance cases that show it, or says why nothing encodes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from thidua_rules import load_policy
from thidua_rules.awards import Bonus
from thidua_rules.citations import Citation, Instrument
from thidua_rules.criteria.logic import Clause
from thidua_rules.policies import Policy
from thidua_rules.policies.obligations import Provision
from thidua_rules.rendering import Speaker
from thidua_rules.rendering.lines import cell
from thidua_rules.testing import ConformanceCase, load_cases
from thidua_rules.testing.cases import AwardTask, ProcedureTask

HERE = Path(__file__).resolve().parent
PAGES = HERE / "reference" / "law"
CHOICES = PAGES / "choices.md"
"""Written by another script."""

CASES = HERE.parent / "tests" / "conformance"
POLICIES = ("phap_luat_2003",)
SHOWN = 4
"""How many cases a row names before it counts the rest."""

HEAD = """# {title_vi}

*{title_en}* (`{id}`)

This page is generated from the policy `{policy}` by `docs/make_law.py`; a test fails when it is out of date.
Summaries are ours, not the instrument's words. An article that no source reached is not listed.
A standing other than `CONFIRMED` says that nobody has compared the rule with the official text.

{encoded} of {total} articles and clauses are encoded; the others say why not.

| Place | What it says | Encoded by | Standing | Cases | Why not, or what of it is not |
| --- | --- | --- | --- | --- | --- |
"""

INDEX = """# The law of 2003, article by article

These pages are generated from the policy `phap_luat_2003` by `docs/make_law.py`; a test fails when they are out of date.
Each article leads to the rule that encodes it and to the conformance cases that show it, or says why nothing does.
To read one award with its conditions: `thidua-rules policies phap_luat_2003 --lang vi`.

| Instrument | In force | Articles and clauses | Encoded | Cases |
| --- | --- | --- | --- | --- |
"""


@attrs.frozen
class Rule:
    """What an id that a provision names is, where it stands in the law, and how well that was confirmed."""

    what: str
    standing: str


def rules_of(policy: Policy) -> dict[str, Rule]:
    """Every id that a provision may name."""
    found = {key: Rule("scale", one.standing.value) for key, one in policy.scales.items()}
    found |= {key: Rule("parameter", one.standing.value) for key, one in policy.parameters.items()}
    for award in policy.awards.values():
        for one in (*_clauses(award.criteria()), *award.ranking):
            here = found.get(one.id, Rule("clause" if isinstance(one, Clause) else "ranking key", ""))
            found[one.id] = attrs.evolve(here, standing=one.standing.value)
    found |= {key: Rule("award", one.standing.value) for key, one in policy.awards.items()}
    found |= {key: Rule("procedure", one.standing.value) for key, one in policy.procedures.items()}
    return found


def _clauses(criteria: Iterable[object]) -> Iterator[Clause]:
    for criterion in criteria:
        yield from (one for one in criterion.walk() if isinstance(one, Clause))  # type: ignore[attr-defined]


def below(place: Citation, citation: Citation | None) -> bool:
    """Whether *citation* is *place*, or stands inside it."""
    return citation is not None and f"{citation}/".startswith(f"{place}/")


def cases_of(provision: Provision, rules: dict[str, Rule], cases: Iterable[ConformanceCase]) -> list[str]:
    """The cases that cite the place, or whose expected answer names what encodes it; else those that ask for it."""
    names = set(provision.encoded_by)
    clauses = {name for name in names if rules[name].what == "clause"}
    figures = {getattr(attrs.fields(Bonus), name).default for name in ("base", "step", "rounding")}
    cited, named, asked = [], [], []
    for case in cases:
        decisive, separated = (case.expected.get(key) for key in ("decisive", "separated_by"))
        if below(provision.citation, case.citation):
            cited.append(case.id)
        elif (
            (isinstance(decisive, tuple) and clauses & set(map(str, decisive)))
            or separated in names
            or (names & figures and case.expected.get("bonus"))
        ):
            named.append(case.id)
        elif (isinstance(case.task, AwardTask) and case.task.award in names) or (
            isinstance(case.task, ProcedureTask) and case.task.procedure in names
        ):
            asked.append(case.id)
    return cited + named or asked


def row(one: Provision, rules: dict[str, Rule], found: list[str], speaker: Speaker) -> str:
    """One line of a page; *found* are the cases of the provision."""
    names = [name for name in one.encoded_by if name in rules]
    by = "; ".join(f"{rules[name].what} `{name}`" for name in names)
    standing = ", ".join(dict.fromkeys(f"`{rules[name].standing}`" for name in names))
    shown = ", ".join(f"`{name}`" for name in found[:SHOWN])
    rest = f" and {len(found) - SHOWN} more" if len(found) > SHOWN else ""
    why = f"{cell(one.why_not_vi)}<br>*{cell(one.why_not)}*" if one.why_not else ""
    says = f"{cell(one.summary_vi)}<br>*{cell(one.summary_en)}*"
    return f"| {speaker.citation(one.citation)} | {says} | {by} | {standing} | {shown}{rest} | {why} |"


def page(
    instrument: Instrument, policy: Policy, shown: dict[Provision, list[str]], rules: dict[str, Rule]
) -> str:
    """The page of one instrument, whose provisions are *shown* by cases."""
    speaker = Speaker(policy, "vi")
    head = HEAD.format(
        title_vi=instrument.title_vi,
        title_en=instrument.title_en,
        id=instrument.id,
        policy=policy.id,
        encoded=sum(bool(one.encoded_by) for one in shown),
        total=len(shown),
    )
    return head + "\n".join(row(one, rules, cases, speaker) for one, cases in shown.items()) + "\n"


def _force(instrument: Instrument) -> str:
    return f"{instrument.valid_from or '…'} to {instrument.valid_to or '…'}"


def pages() -> dict[Path, str]:
    """Every page, by its path."""
    cases = list(load_cases([CASES]))
    found: dict[Path, str] = {}
    index = INDEX
    for name in POLICIES:
        policy = load_policy(name)
        by_instrument: dict[str, list[Provision]] = {}
        for one in policy.provisions:
            by_instrument.setdefault(one.citation.instrument, []).append(one)
        rules = rules_of(policy)
        for key, provisions in by_instrument.items():
            instrument = policy.instruments[key]
            by_place = {one: cases_of(one, rules, cases) if one.encoded_by else [] for one in provisions}
            found[PAGES / f"{key}.md"] = page(instrument, policy, by_place, rules)
            shown = {case for names in by_place.values() for case in names}
            encoded = sum(bool(one.encoded_by) for one in provisions)
            title = f"[{instrument.title_vi}]({key}.md)"
            index += f"| {title} | {_force(instrument)} | {len(provisions)} | {encoded} | {len(shown)} |\n"
    found[PAGES / "README.md"] = index
    return found


if __name__ == "__main__":
    PAGES.mkdir(exist_ok=True)
    made = pages()
    for stale in set(PAGES.glob("*.md")) - set(made) - {CHOICES}:
        stale.unlink()
    for path, text in made.items():
        path.write_text(text, encoding="utf-8")
