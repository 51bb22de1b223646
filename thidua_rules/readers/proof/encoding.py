"""What one policy says of the subjects of one question: criteria, awards and scores as formulas, each written once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Final, Self

import attrs

from thidua_rules.awards import Award
from thidua_rules.criteria import comparisons, histories, logic, records
from thidua_rules.criteria.base import Criterion, Operand
from thidua_rules.periods import Period
from thidua_rules.policies.model import Policy
from thidua_rules.readers.proof.kinds import WRITERS, Writer
from thidua_rules.readers.proof.logic import (
    UNKNOWN,
    Truth,
    conjunction,
    disjunction,
    every,
    settled,
    some,
)
from thidua_rules.readers.proof.operands import (
    Parameters,
    Side,
    of_operand,
    of_parameter,
)
from thidua_rules.readers.proof.persons import DECISIONS, Person
from thidua_rules.readers.proof.reasons import OpaqueError, Reason
from thidua_rules.readers.proof.scores import ScoreBounds, score_bounds
from thidua_rules.readers.proof.space import Space
from thidua_rules.readers.proof.world import worked_out
from thidua_rules.scales import Scale
from thidua_rules.values import Value
from thidua_rules.verdicts import Verdict

_SAME_SUBJECT: Final = (logic.All, logic.Any, logic.Not, logic.AtLeastOf, logic.Clause, logic.Unless)
_OWN: Final = (
    comparisons.Between,
    comparisons.Compare,
    comparisons.Is,
    comparisons.MonthsSince,
    comparisons.OneOf,
    histories.ConsecutiveYears,
    records.Count,
    records.Exists,
    records.NoneOf,
)
"""What reads nothing but the facts and lists of the subject itself."""

_GIVEN: Final = DECISIONS.index("hieu_luc")


@attrs.frozen(eq=False)
class Visit:
    """
    One criterion that was encoded, of one subject.

    Args:
        criterion: The criterion.

        person: The subject that it was asked of.

        truth: Its verdict.
    """

    criterion: Criterion
    person: Person
    truth: Truth


class Encoder:
    """
    Criteria about the subjects of one space, under the rules of one policy.

    Args:
        space: Where the subjects live.

        period: The period under review.

        parameters: The named numbers in force.

        scales: The scales, by id.

        awards: The awards that may be worked out from their own conditions; what any other gives is left open.
    """

    def __init__(
        self,
        space: Space,
        period: Period,
        parameters: Parameters,
        scales: Mapping[str, Scale],
        awards: Mapping[str, Award],
    ) -> None:
        self.space = space
        self.period = period
        self.parameters = parameters
        self.scales = scales
        self.awards = awards
        self.visits: list[Visit] = []
        self._done: dict[tuple[int, int], Visit] = {}
        self._own: dict[tuple[Criterion, int], Truth] = {}
        self._reads: dict[Criterion, frozenset[str]] = {}
        self._open: list[str] = []
        self._scores: dict[tuple[str, int], ScoreBounds] = {}

    @classmethod
    def of(cls, policy: Policy, on: dt.date, space: Space, *, any_setting: bool = False) -> Self:
        """
        The rules of *policy* on a day; the year under review is its year.

        Args:
            policy: The policy.

            on: The day.

            space: Where the subjects live.

            any_setting: Whether the parameters range over everything that a lower layer may set.
        """
        values: dict[str, Value | Side] = dict(policy.parameters_on(on))
        if any_setting:
            specs = policy.parameters
            values = {
                name: of_parameter(specs[name], value, space)
                for name, value in policy.parameters_on(on).items()
            }
        return cls(space, Period.year(on.year), values, policy.scales, policy.awards)

    def truth(self, criterion: Criterion, person: Person) -> Truth:
        """
        The verdict of *criterion* on *person*.

        Raises:
            OpaqueError: It, or a part of it, cannot be encoded.
        """
        key = (id(criterion), id(person))
        if key not in self._done:
            writer = WRITERS.get(type(criterion))
            if writer is None:
                raise OpaqueError("kind", criterion.kind)
            visit = Visit(criterion, person, self._written(writer, criterion, person))
            self._done[key] = visit
            self.visits.append(visit)
        return self._done[key].truth

    def _written(self, writer: Writer, criterion: Criterion, person: Person) -> Truth:
        """What reads the subject alone is written once for all equal criteria, and for a twin that is like its base in it."""
        if not isinstance(criterion, _OWN):
            return writer(self, criterion, person)
        holder = person
        while holder.base is not None and not holder.differs(self._read(criterion)):
            holder = holder.base
        key = (criterion, id(holder))
        if key not in self._own:
            self._own[key] = writer(self, criterion, holder)
        return self._own[key]

    def _read(self, criterion: Criterion) -> frozenset[str]:
        if criterion not in self._reads:
            uses = criterion.uses()
            self._reads[criterion] = uses.facts | {name for name, _ in uses.records}
        return self._reads[criterion]

    def each(self, criteria: Iterable[Criterion], person: Person) -> list[Truth]:
        """The verdicts of several criteria."""
        return [self.truth(one, person) for one in criteria]

    def side(self, operand: Operand, person: Person) -> Side:
        """One side of a comparison."""
        return of_operand(operand, person, self.parameters, self.period.start.year)

    def eligible(self, award: Award, person: Person) -> Truth:
        """The award's scope and its conditions on a subject whose kind is known."""
        kind = person.kind
        if kind is None or kind not in award.recipients:
            return settled(Verdict.UNMET)
        parts = () if award.scope is None else (award.scope,)
        return conjunction(self.each((*parts, *award.condition(kind).criteria), person))

    def reasons(self, award: Award, person: Person) -> tuple[Reason, ...]:
        """Why the award cannot be encoded: every reason, each once; none where it can."""
        found: dict[Reason, None] = {}
        parts = () if award.scope is None else (award.scope,)
        kind = person.kind
        for one in (*parts, *(award.condition(kind).criteria if kind else ())):
            self._reasons(one, person, found)
        return tuple(found)

    def _reasons(self, criterion: Criterion, person: Person, found: dict[Reason, None]) -> None:
        """The reasons of *criterion*, from its parts where those are about the same subject."""
        try:
            self.truth(criterion, person)
        except OpaqueError as error:
            if isinstance(criterion, _SAME_SUBJECT):
                for part in criterion.parts():
                    self._reasons(part, person, found)
            found[error.reason] = None

    def earned(self, award_id: str, person: Person) -> Truth:
        """By a decision; else as worked out, where no quota stands between the conditions and the award."""
        decision = person.decision(award_id)
        none = decision == 0
        found = self._worked_out(award_id, person)
        return Truth(
            some((decision == _GIVEN, every((none, found.met)))),
            some((decision > _GIVEN, every((none, found.unmet)))),
            every((none, found.clash)),
        )

    def _worked_out(self, award_id: str, person: Person) -> Truth:
        if not worked_out(self.awards, award_id, person.kind):
            return person_free(person, award_id)
        if award_id in self._open:
            raise OpaqueError("circle", award_id)
        award = self.awards[award_id]
        self._open.append(award_id)
        try:
            eligible = self.eligible(award, person)
            held = self._held(award, person)
        finally:
            self._open.pop()
        met = every((eligible.met, held.unmet))
        return Truth(met, eligible.unmet, some((eligible.clash, held.clash)))

    def _held(self, award: Award, person: Person) -> Truth:
        kind = person.kind
        return UNKNOWN if kind is None else disjunction(self.each(award.hold(kind).criteria, person))

    def score(self, scale_id: str, person: Person) -> ScoreBounds:
        """
        The score under a scale.

        Raises:
            OpaqueError: The scale cannot be encoded.
        """
        key = (scale_id, id(person))
        if key not in self._scores:
            scale = self.scales.get(scale_id)
            if scale is None:
                raise OpaqueError("scale", scale_id)
            self._scores[key] = score_bounds(scale, person, self.truth)
        return self._scores[key]


def person_free(person: Person, award_id: str) -> Truth:
    """An award that nothing here settles: it may be earned, not, or open."""
    holder = person
    while holder.base is not None:
        holder = holder.base
    name = f"?{award_id}"
    if name not in holder.decisions:
        holder.decisions[name] = holder.space.whole(f"{holder.id}.earned.{award_id}", 0, 2)
    code = holder.decisions[name]
    return Truth(code == 1, code == 2)  # noqa: PLR2004
