"""
The three answers to a question of law, and Kleene's strong logic over them.

S. C. Kleene, *Introduction to Metamathematics* (1952), section 64: an operand that settles the answer does
so from any side; only what is left open is unknown.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NoReturn

from thidua_rules.errors import BooleanUseError

if TYPE_CHECKING:
    from collections.abc import Iterable


class Verdict(Enum):
    """MET, UNKNOWN or UNMET; it has no truth value of its own."""

    MET = "MET"
    UNKNOWN = "UNKNOWN"
    UNMET = "UNMET"

    def __bool__(self) -> NoReturn:
        message = "a verdict has three values: write 'verdict is Verdict.MET'"
        raise BooleanUseError(message)

    def __invert__(self) -> Verdict:
        return negation(self)

    def __and__(self, other: Verdict) -> Verdict:
        return conjunction((self, other))

    def __or__(self, other: Verdict) -> Verdict:
        return disjunction((self, other))


MET, UNKNOWN, UNMET = Verdict.MET, Verdict.UNKNOWN, Verdict.UNMET


def negation(verdict: Verdict) -> Verdict:
    """MET becomes UNMET and the reverse; UNKNOWN stays."""
    if verdict is UNKNOWN:
        return UNKNOWN
    return UNMET if verdict is MET else MET


def conjunction(verdicts: Iterable[Verdict]) -> Verdict:
    """UNMET if any is, else UNKNOWN if any is, else MET."""
    answer = MET
    for verdict in verdicts:
        if verdict is UNMET:
            return UNMET
        if verdict is UNKNOWN:
            answer = UNKNOWN
    return answer


def disjunction(verdicts: Iterable[Verdict]) -> Verdict:
    """MET if any is, else UNKNOWN if any is, else UNMET."""
    answer = UNMET
    for verdict in verdicts:
        if verdict is MET:
            return MET
        if verdict is UNKNOWN:
            answer = UNKNOWN
    return answer


def at_least(minimum: int, verdicts: Iterable[Verdict]) -> Verdict:
    """MET if *minimum* are met for sure, UNMET if they cannot be, else UNKNOWN."""
    met = unknown = 0
    for verdict in verdicts:
        if verdict is MET:
            met += 1
        elif verdict is UNKNOWN:
            unknown += 1
    if met >= minimum:
        return MET
    return UNKNOWN if met + unknown >= minimum else UNMET


def truth(*, holds: bool) -> Verdict:
    """MET for True, UNMET for False."""
    return MET if holds else UNMET
