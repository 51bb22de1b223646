"""A counterexample as conformance cases, in YAML: one for each side, each with the status that it has or should have."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from thidua_rules.serialization.case_text import case_decision, flow
from thidua_rules.subjects import Ballot, Roster, Subject
from thidua_rules.testing.fairness.results import Counterexample, Result, Seen

SIDES: Final = ("truoc", "sau")
"""How the ids of the two cases end: before the change, and after it."""

OPEN: Final = frozenset({"settled", "no_gain"})
"""Demands under which the changed side has to be open."""


def case_text(result: Result, policy: str, statement: str = "", *, found: bool = False) -> str:
    """
    The conformance cases that *result* becomes, as YAML; an empty text where nothing is refuted, or nobody shows it.

    Args:
        result: What was refuted.

        policy: The policy as a case names it: an id of the catalogue; anything else is read as the name of a file.

        statement: What the property says, for the description; its id where empty.

        found: Whether the second case expects what was found, so that it pins what was accepted; by default it expects
            what the property demands, and fails until the rule is mended.
    """
    case = result.counterexample
    if case is None or not case.subjects:
        return ""
    sides = ((case.before, case.seen_before), (case.after, case.seen_after))
    texts = []
    for side, (roster, seen) in zip(SIDES, sides, strict=True):
        if not case.edits and not case.parameters and side == SIDES[1] and case.demanded != "equal_pair":
            break
        stands = seen[0]
        changed = side == SIDES[1]
        expected = _found(stands) if found or not changed else _demanded(case)
        data: dict[str, object] = {
            "id": f"{result.property_id}-{result.award}-{result.hash}-{side}",
            "description": f"{statement or result.property_id} ({side})",
            **({"citation": result.rules[0].citation} if result.rules[0].citation else {}),
            "policy": policy if policy.isidentifier() else {"file": policy},
            "award": result.award,
            "on": case.on,
            "subject": _subject(roster.subject(stands.subject)),
            "with": _around(roster, stands.subject, case.parameters if changed else ()),
            "expected": expected,
        }
        texts.append(_block(data))
    return "\n".join(texts)


def _found(seen: Seen) -> dict[str, object]:
    return {"status": seen.status}


def _demanded(case: Counterexample) -> dict[str, object]:
    """What the property wants of the changed side: what the first has, or that it is open."""
    if case.demanded in OPEN:
        return {"status": "UNDETERMINED"}
    if case.demanded == "equal_pair":
        return {"status": case.seen_after[-1].status}
    one, other = case.seen_before[0], case.seen_after[0]
    if one.status == other.status and one.best is not None and one.best == one.worst:
        return {"status": one.status, "rank": one.best}
    return {"status": one.status}


def _subject(one: Subject) -> dict[str, object]:
    unit: dict[str, object] = {"unit": one.unit} if one.unit is not None else {}
    return {
        "id": one.id,
        "kind": one.kind.value,
        "name": one.name,
        **unit,
        "facts": dict(sorted(one.facts.items())),
        "records": {name: [dict(row) for row in rows] for name, rows in sorted(one.records.items())},
    }


def _around(roster: Roster, subject: str, parameters: tuple[tuple[str, str], ...]) -> dict[str, object]:
    found: dict[str, object] = {
        "subjects": [_subject(one) for one in roster.subjects if one.id != subject],
        "decisions": [case_decision(one) for one in roster.decisions],
        "ballots": [_ballot(one) for one in roster.ballots],
        "parameters": {name: _number(value) for name, value in parameters},
    }
    return {name: value for name, value in found.items() if value}


def _number(text: str) -> object:
    try:
        value = Decimal(text)
    except ArithmeticError:
        return text
    return int(value) if value == value.to_integral_value() else value


def _ballot(one: Ballot) -> dict[str, object]:
    row: dict[str, object] = {
        "award": one.award,
        "subject": one.subject,
        "date": one.date,
        "members": one.members,
        "present": one.present,
        "approvals": one.approvals,
        "written": one.written,
    }
    return row | ({"secret": one.secret} if one.secret is not None else {})


def _block(data: dict[str, object]) -> str:
    lines = [f"{key}: {flow(value, quoted_keys=True)}" for key, value in data.items()]
    return "- " + "\n  ".join(lines) + "\n"
