"""Policies one after another: which one was in force on a day."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import attrs

from thidua_rules.errors import PolicyError
from thidua_rules.periods import Period


@attrs.frozen
class Span:
    """The period in which a policy of the catalogue is in force."""

    policy: str
    period: Period


@attrs.frozen
class Timeline:
    """
    Policies one after another.

    Args:
        id: Its name.

        spans: Which policy holds when; they must not overlap.

    Raises:
        PolicyError: Two spans overlap.
    """

    id: str
    spans: tuple[Span, ...]

    def __attrs_post_init__(self) -> None:
        ordered = sorted(self.spans, key=lambda span: span.period.start)
        for before, after in pairwise(ordered):
            if before.period.end >= after.period.start:
                raise PolicyError.one(self.id, f"{before.policy!r} and {after.policy!r} overlap")

    def on(self, day: dt.date) -> str:
        """
        The id of the policy in force on *day*.

        Raises:
            PolicyError: None is.
        """
        found = next((span.policy for span in self.spans if day in span.period), None)
        if found is None:
            known = ", ".join(f"{s.period.start} to {s.period.end}" for s in self.spans)
            raise PolicyError.one(self.id, f"expected a day within {known}, got {day}")
        return found
