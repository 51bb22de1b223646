"""What the solver says of a property: proved for every possible subject, refuted by a pair, or nothing."""

from __future__ import annotations

import datetime as dt
from typing import Final

import attrs

from thidua_rules.errors import MissingExtraError, ThiduaError
from thidua_rules.policies.model import Policy
from thidua_rules.subjects import Roster, Subject
from thidua_rules.testing.fairness.edits import Edit, SetFact, SetRows
from thidua_rules.testing.fairness.places import closure, places

WEAK: Final = frozenset({"same", "ranking", "clash", "no_decisions", "no_votes"})
"""What a proof may rest on that leaves something of the whole award open."""


@attrs.frozen
class Proof:
    """
    What the solver found.

    Args:
        proved: Whether it holds for everybody.

        under: What the proof rests on.

        roster: Where it is refuted: a roster that may show it.

        edits: The change that may show it.

        subject: Whom it is about.
    """

    proved: bool
    under: tuple[tuple[str, str], ...] = ()
    roster: Roster | None = None
    edits: tuple[Edit, ...] = ()
    subject: str = ""


def proof_of(question: str, policy: Policy, award: str, fact: str, day: dt.date) -> Proof | None:
    """
    What the solver says; None where it isn't installed, can't tell, or would tell of a part only.

    Args:
        question: ``irrelevant``, ``more_is_better`` or ``more_is_worse``.

        policy: The policy.

        award: The award's id.

        fact: The fact, list or column.

        day: The day of the evaluation.

    A proof is about scope and conditions, and about the subject's own facts. It is one of the whole award only where no
    ranking key, quota, hold or coverage reads the fact, where no rule reads it of members or of the unit, and, for more
    and less, where nothing on the way to the award is limited.
    """
    if not question or not _whole(question, policy, award, fact):
        return None
    try:
        from thidua_rules.readers import proof  # noqa: PLC0415  # an extra
    except MissingExtraError:
        return None
    prover = proof.Prover(policy, day)
    try:
        if question == "irrelevant":
            answer = prover.irrelevant(award, fact)
        else:
            answer = prover.monotone(award, fact, proof.Direction(question))
    except ThiduaError:
        return None
    if isinstance(answer, proof.Proved):
        under = tuple((one.code, one.what) for one in answer.under)
        return None if any(code in WEAK for code, _ in under) else Proof(proved=True, under=under)
    if isinstance(answer, proof.Refuted) and answer.witness is not None and answer.other is not None:
        one, other = answer.witness, answer.other
        return Proof(
            proved=False,
            roster=one.roster,
            edits=tuple(_changes(one.subject, other.subject)),
            subject=one.subject.id,
        )
    return None


def _whole(question: str, policy: Policy, award: str, fact: str) -> bool:
    name = fact.partition(".")[0]
    for one in closure(policy, award):
        definition = policy.award(one)
        if name in definition.uses().member_facts:
            return False
        if definition.quotas and (question != "irrelevant" or one != award):
            return False
        for place in places(policy, definition):
            apart = place.rule.part not in {"eligibility", "scope"} or one != award
            if apart and {fact, name} & place.reads:
                return False
    return True


def _changes(one: Subject, other: Subject) -> list[Edit]:
    found: list[Edit] = [
        SetFact(one.id, name, other.facts.get(name))
        for name in sorted({*one.facts, *other.facts})
        if one.facts.get(name) != other.facts.get(name)
    ]
    found += [
        SetRows(one.id, name, other.records.get(name))
        for name in sorted({*one.records, *other.records})
        if one.records.get(name) != other.records.get(name)
    ]
    return found
