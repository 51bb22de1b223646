"""The twelve conditions as criteria of this library."""

from __future__ import annotations

import population as task

from thidua_rules.citations import Citation
from thidua_rules.criteria import All, Case, Clause, Compare, Criterion, OneOf, World
from thidua_rules.facts import SubjectKind
from thidua_rules.subjects import Roster, Subject
from thidua_rules.values import FrozenMap
from thidua_rules.verdicts import MET

LDTT_PARTS: tuple[Criterion, ...] = (
    OneOf("xep_loai", task.GOOD),
    OneOf("loai_doi_tuong", task.STAFF),
    Compare("ngay_vao", "<=", task.JOINED_BY),
    Compare("so_ky_luat", "==", 0),
    Compare("so_ngay_nghi", "<=", task.MOST_ABSENT),
    Compare("gio_boi_duong", ">=", task.LEAST_TRAINING),
)
CSTDCS_PARTS: tuple[Criterion, ...] = (
    Compare("xep_loai", "==", task.TOP),
    Compare("so_sang_kien", ">=", task.LEAST_INITIATIVES),
    OneOf("cap_sang_kien", task.LEVELS),
    Compare("so_lan_ldtt", ">=", task.LEAST_TITLES),
    Compare("ngay_het_ky_luat", "<=", task.SANCTION_BY),
)
LDTT = All(LDTT_PARTS)
CSTDCS_OWN = All(CSTDCS_PARTS)
CSTDCS = All((LDTT, *CSTDCS_PARTS))


def _clauses(parts: tuple[Criterion, ...], prefix: str) -> tuple[Clause, ...]:
    labels = [f"{prefix}-{index}" for index, _ in enumerate(parts)]
    pairs = zip(labels, parts, strict=True)
    return tuple(Clause(label, Citation("luat", label), label, label, part) for label, part in pairs)


CITED = All((All(_clauses(LDTT_PARTS, "ldtt")), *_clauses(CSTDCS_PARTS, "cstdcs")))
"""The same rule with each condition under its provision, as policies hold it."""


def subjects(people: list[task.Person]) -> tuple[World, list[tuple[task.Value, Subject]]]:
    """*people* as subjects, each with its number, and the world in which they are judged."""
    found = []
    for person in people:
        facts = FrozenMap({name: value for name, value in person.items() if name != "id"})
        name = f"p-{person['id']}"
        found.append((person["id"], Subject(name, SubjectKind.CA_NHAN, name, facts=facts)))
    return World(Roster("r", "Xã", 2025, tuple(one for _, one in found))), found


Ready = tuple[World, list[tuple[task.Value, Subject]]]


def verdicts(ready: Ready) -> task.Eligible:
    """Who is eligible; the higher title is asked of those who hold the lower one."""
    world, people = ready
    ldtt: list[task.Value] = []
    cstdcs: list[task.Value] = []
    for number, subject in people:
        case = Case(subject, world)
        if LDTT.verdict(case) is MET:
            ldtt.append(number)
            if CSTDCS_OWN.verdict(case) is MET:
                cstdcs.append(number)
    return ldtt, cstdcs


def findings(ready: Ready, rule: Criterion = CSTDCS) -> tuple[task.Eligible, object]:
    """Who is eligible, and the findings of everybody."""
    world, people = ready
    found = [rule.check(Case(subject, world)) for _, subject in people]
    pairs = list(zip(people, found, strict=True))
    ldtt = [number for (number, _), finding in pairs if finding.children[0].verdict is MET]
    return (ldtt, [number for (number, _), finding in pairs if finding.verdict is MET]), found


def cited_findings(ready: Ready) -> tuple[task.Eligible, object]:
    """As :func:`findings`, each condition under its provision."""
    return findings(ready, CITED)


def on_demand(ready: Ready, one_in: int = 100) -> tuple[task.Eligible, object]:
    """Who is eligible, and the findings of the few whom somebody asks about."""
    world, people = ready
    return verdicts(ready), [CITED.check(Case(subject, world)) for _, subject in people[::one_in]]


def explain(case: Case) -> object:
    """The finding of *case*, the conditions that decide it, and the missing facts that still matter."""
    finding = CITED.check(case)
    return finding.verdict, finding.reasons(), finding.relevant_missing()
