"""
What holds for every possible person: a policy's eligibility as a formula, put to the solver z3.

Every answer is one of three: proved, refuted by a witness that the rules themselves confirm, or not encodable, with the
reasons. Nothing that cannot be encoded is left out of a formula.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_rules.errors import MissingExtraError

try:
    import z3 as _z3
except ModuleNotFoundError:
    _MESSAGE = "proofs need z3, which is not installed: pip install 'thidua-rules[proof]'"
    raise MissingExtraError("proof", _MESSAGE) from None

from thidua_rules.readers.proof.answers import Answer, Claim, NotEncodable, Proved, Refuted
from thidua_rules.readers.proof.pinning import verdict_of
from thidua_rules.readers.proof.questions import Direction, Prover
from thidua_rules.readers.proof.reasons import Reason
from thidua_rules.readers.proof.review import prove_policy
from thidua_rules.readers.proof.session import Side
from thidua_rules.readers.proof.space import Bounds
from thidua_rules.readers.proof.tables import proofs_table, proofs_to_json
from thidua_rules.readers.proof.witnesses import Witness

if TYPE_CHECKING:
    del _z3

__all__ = [
    "Answer",
    "Bounds",
    "Claim",
    "Direction",
    "NotEncodable",
    "Proved",
    "Prover",
    "Reason",
    "Refuted",
    "Side",
    "Witness",
    "proofs_table",
    "proofs_to_json",
    "prove_policy",
    "verdict_of",
]
