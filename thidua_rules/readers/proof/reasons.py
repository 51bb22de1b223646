"""Why something cannot be encoded: plain data, raised inside this reader and never outside it."""

from __future__ import annotations

import attrs

from thidua_rules.errors import ThiduaError


@attrs.frozen
class Reason:
    """
    One reason why a question cannot be put to the solver.

    Args:
        code: Which one: a key of the words.

        what: What it is about: a kind, a fact, a scale.
    """

    code: str
    what: str


class OpaqueError(ThiduaError):
    """
    Something that the solver cannot be told.

    Attributes:
        reason: Why.
    """

    def __init__(self, code: str, what: str) -> None:
        self.reason = Reason(code, what)
        super().__init__(f"not encodable: {code} {what}")
