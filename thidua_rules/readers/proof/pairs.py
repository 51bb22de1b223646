"""Two awards, or two subjects, held against each other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from thidua_rules.facts import SubjectKind
from thidua_rules.readers.proof.answers import Answer, Claim, NotEncodable, Proved, Refuted
from thidua_rules.readers.proof.logic import Formula, Truth
from thidua_rules.readers.proof.reasons import Reason
from thidua_rules.readers.proof.session import (
    Pair,
    Side,
    attempt,
    checked,
    clash_of,
    merged,
    no_clash,
    specified_alike,
)
from thidua_rules.verdicts import MET, UNMET, Verdict

if TYPE_CHECKING:
    from thidua_rules.readers.proof.questions import Prover

_ORDER = (UNMET, Verdict.UNKNOWN, MET)


def claim_of(code: str, sides: tuple[Side, Side]) -> Claim:
    """A claim about two awards; of one award under two policies, the policies are named."""
    first, second = sides
    names = [side.label() for side in sides]
    if first.award == second.award:
        names = [
            (f"{vi} ({s.policy.id})", f"{en} ({s.policy.id})")
            for (vi, en), s in zip(names, sides, strict=True)
        ]
    return Claim(code, f"awards.{first.award}", (("first", names[0]), ("second", names[1])))


def pairwise(
    prover: Prover, claim: Claim, sides: tuple[Side, Side], broken: Callable[[Truth, Truth], Formula]
) -> Answer:
    """Whether no subject of a kind that both are given to breaks the claim."""
    unlike = specified_alike(sides)
    if unlike:
        return NotEncodable(claim, unlike)
    kinds = [one for one in sides[0].definition.recipients if one in sides[1].definition.recipients]
    if not kinds:
        return NotEncodable(claim, (Reason("recipients", " / ".join(side.award for side in sides)),))
    return merged(claim, (_pair(prover, claim, sides, kind, broken) for kind in kinds))


def _pair(
    prover: Prover,
    claim: Claim,
    sides: tuple[Side, Side],
    kind: SubjectKind,
    broken: Callable[[Truth, Truth], Formula],
) -> Answer:
    session = prover.session(sides, kind)

    def ask() -> Answer:
        first, second = (session.eligible(side) for side in sides)
        found = session.model([broken(first, second), no_clash(first, second)], session.main)
        if found is None:
            return Proved(claim, session.under(clash_of(first, second)))
        checked(claim, holds=differ(claim.code, found.before.verdict, found.after.verdict))
        return Refuted(claim, found.before, found.after, _shows_sides(sides, found))

    return attempt(claim, session, ask)


def differ(code: str, before: Verdict | None, after: Verdict | None) -> bool:
    """Whether two verdicts show what a question of this code is refuted by."""
    if before is None or after is None:
        return False
    rise = _ORDER.index(after) - _ORDER.index(before)
    match code:
        case "implied" | "lawful":
            return before is MET and after is not MET
        case "disjoint":
            return before is after is MET
        case "more_is_better":
            return rise < 0
        case "more_is_worse":
            return rise > 0
        case _:
            return rise != 0


def _shows_sides(sides: tuple[Side, Side], found: Pair) -> Claim:
    who = found.before.brief
    words = (
        ("who", (who, who)),
        ("first", (sides[0].award, sides[0].award)),
        ("before", (found.before.answer, found.before.answer)),
        ("second", (sides[1].award, sides[1].award)),
        ("after", (found.after.answer, found.after.answer)),
    )
    return Claim("shows_sides", "", words)
