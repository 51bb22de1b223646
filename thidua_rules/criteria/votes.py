"""Votes of a council: quorum, the base of the percentage, opinions in writing, secret ballots."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

import attrs

from thidua_rules.criteria.base import (
    Case,
    Criterion,
    Operand,
    Uses,
    as_operand,
    operand_asked,
    operand_missing,
    operand_uses,
)
from thidua_rules.criteria.comparisons import exact
from thidua_rules.findings import Asked, Finding, Missing, new_finding
from thidua_rules.subjects import Ballot
from thidua_rules.values import as_fraction
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict, truth


class Base(Enum):
    """Of whom the share of approvals is taken."""

    MEMBERS = "members"
    PRESENT = "present"


@attrs.frozen
class Voted(Criterion):
    """
    Met when the council's recorded ballot on an award is valid and reaches a share of approvals.

    Args:
        award: The award's id.

        share: The least share of approvals, from 0 to 1.

        base: Of all members, or of those present. An absent member's opinion in writing counts as an approval in the
            first and takes no part in the second.

        quorum: The least share of the members who must be present, from 0 to 1, or None where none is asked.

        secret: Whether the ballot must be secret.

        above: Whether the share must be passed, not only reached: a simple majority is more than a half.

        before: The verdict while no ballot is recorded: UNKNOWN where the vote must come first, MET where what is
            recommended is what the council will vote on.

    Shares are compared by cross-multiplication. A ballot without members is UNKNOWN: it tells nothing.
    """

    kind: ClassVar[str] = "voted"

    award: str
    share: Operand = attrs.field(converter=as_operand)
    base: Base = attrs.field(default=Base.PRESENT, converter=Base)
    quorum: Operand | None = attrs.field(default=None, converter=attrs.converters.optional(as_operand))
    secret: bool = False
    before: Verdict = UNKNOWN
    above: bool = False

    def verdict(self, case: Case) -> Verdict:
        """The quorum, the share and the secrecy, all of them; ``before`` without a ballot."""
        ballot = case.world.roster.ballot(self.award, case.subject.id)
        if ballot is None:
            return self.before
        return self._secrecy(ballot) & self._quorum(ballot, case) & self._share(ballot, case)

    def _secrecy(self, ballot: Ballot) -> Verdict:
        if not self.secret:
            return MET
        return UNKNOWN if ballot.secret is None else truth(holds=ballot.secret)

    def _quorum(self, ballot: Ballot, case: Case) -> Verdict:
        return MET if self.quorum is None else _reaches(ballot.present, ballot.members, self.quorum, case)

    def _share(self, ballot: Ballot, case: Case) -> Verdict:
        if self.base is Base.MEMBERS:
            return _reaches(
                ballot.approvals + ballot.written, ballot.members, self.share, case, above=self.above
            )
        return _reaches(ballot.approvals, ballot.present, self.share, case, above=self.above)

    def check(self, case: Case) -> Finding:
        """Whether the ballot stands; it observes approvals and the number that they are taken of."""
        verdict = self.verdict(case)
        ballot = case.world.roster.ballot(self.award, case.subject.id)
        asked: Asked = (
            ("award", self.award),
            ("value", operand_asked(self.share)),
            ("base", self.base.value),
            ("quorum", None if self.quorum is None else operand_asked(self.quorum)),
            ("secret", self.secret),
            ("above", self.above),
        )
        observed = expected = None
        if ballot is not None:
            members = self.base is Base.MEMBERS
            observed = (ballot.approvals + ballot.written, ballot.members) if members else None
            observed = observed or (ballot.approvals, ballot.present)
            asked = (
                *asked,
                ("present", (ballot.present, ballot.members)),
                ("fails", tuple(self._fails(ballot, case))),
            )
            expected = exact(self.share.resolve(case), "share")
        missing = self._missing(ballot, case) if verdict is UNKNOWN else ()
        return new_finding("voted", verdict, asked, observed, expected, missing)

    def _fails(self, ballot: Ballot, case: Case) -> list[str]:
        parts = {
            "secret": self._secrecy(ballot),
            "quorum": self._quorum(ballot, case),
            "share": self._share(ballot, case),
        }
        return [name for name, verdict in parts.items() if verdict is UNMET]

    def _missing(self, ballot: Ballot | None, case: Case) -> tuple[Missing, ...]:
        if ballot is None or self._secrecy(ballot) is UNKNOWN or not ballot.members:
            return case.missing(f"phieu:{self.award}")
        return operand_missing(self.share, case) + operand_missing(self.quorum, case)

    def own_uses(self) -> Uses:
        """The share and the quorum; which award is voted on is no outcome that it reads."""
        return operand_uses(self.share, self.quorum)


def _reaches(part: int, whole: int, share: Operand, case: Case, *, above: bool = False) -> Verdict:
    wanted = exact(share.resolve(case), "share")
    if wanted is None or whole <= 0:
        return UNKNOWN
    least = as_fraction(wanted) * whole
    return truth(holds=part > least if above else part >= least)
