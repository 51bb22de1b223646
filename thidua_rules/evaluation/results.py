"""What an evaluation says: outcomes, quotas, rankings, demands, money, and what does not fit the decisions taken."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cached_property
from typing import Any, Protocol

import attrs

from thidua_rules.awards import Award, Form, RankKey
from thidua_rules.calendars import Counting
from thidua_rules.citations import Citation
from thidua_rules.errors import UnknownNameError
from thidua_rules.findings import Finding, Missing, Reason, difference
from thidua_rules.policies.model import Policy
from thidua_rules.policies.obligations import Movement, Obligation, Standings, Target
from thidua_rules.policies.procedures import Paper, Procedure, Step
from thidua_rules.scales import Score
from thidua_rules.subjects import Roster, Subject
from thidua_rules.values import FrozenMap, Rounding, nearest
from thidua_rules.verdicts import Verdict

Exact = int | Decimal | Fraction


class Status(Enum):
    """
    The seven answers for one subject under one award; they exclude each other.

    ``RECOMMENDED``; ``TIED``: the quota's line falls inside a group that every key leaves equal; ``OVER_QUOTA``: eligible,
    beyond the quota; ``COVERED``: a higher award rewards the same achievement; ``ON_HOLD``: eligible but
    for a pending matter; ``UNDETERMINED``: facts are missing; ``INELIGIBLE``.
    """

    RECOMMENDED = "RECOMMENDED"
    TIED = "TIED"
    OVER_QUOTA = "OVER_QUOTA"
    COVERED = "COVERED"
    ON_HOLD = "ON_HOLD"
    UNDETERMINED = "UNDETERMINED"
    INELIGIBLE = "INELIGIBLE"


@attrs.frozen
class KeyValue:
    """
    Where a subject stands on one ranking key: from *low* to *high*, equal where nothing is missing; more is better.
    """

    key: RankKey
    low: Exact
    high: Exact
    missing: tuple[Missing, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether one number is known."""
        return self.low == self.high


@attrs.frozen
class Place:
    """
    Where a subject stands in the ranking of its group.

    Args:
        best: The best place that the missing facts allow, from 1; equals share a place.

        worst: The worst place, behind all who may equal it.

        keys: Its value on every key.

        separated_by: The id of the key that separates it from the next lower subject of another rank, or None.

        tied_with: The ids of those who are equal on every key.
    """

    best: int
    worst: int
    keys: tuple[KeyValue, ...]
    separated_by: str | None = None
    tied_with: tuple[str, ...] = ()


@attrs.frozen
class Money:
    """
    The bonus of one outcome, in whole đồng.

    Args:
        base: The base salary of the decision's day.

        multiple: What it is multiplied by.

        raw: The product.

        amount: The product, rounded as the law says.

        day: The day whose base salary holds.

        paid: Whether it is paid, or a higher bonus of the same group is paid instead.

        instead: The award whose bonus is paid instead, or None.

        citation: Where the multiple stands.
    """

    base: int
    multiple: Exact
    raw: Exact
    amount: int
    day: dt.date
    paid: bool
    instead: str | None
    citation: Citation


class Views(Protocol):
    """What the modules above give to an outcome: its explanation, and the way to its award."""

    def explain(self, outcome: Outcome, lang: str) -> str:
        """The outcome in sentences."""

    def path(self, outcome: Outcome) -> object:
        """The smallest changes that would make the subject eligible."""


@attrs.frozen
class Outcome:
    """
    One subject under one award.

    Args:
        award: The award.

        subject: The subject.

        status: One of the seven.

        finding: The conditions with their reasons; built when first asked for.

        hold: The pending matters with their reasons, or None where nothing can hold the award.

        notes: What whoever decides has to know, or perhaps has to: it is met or unknown, and changes no outcome.

        place: Its place in the ranking; None for those who are surely not eligible.

        score: The score on the first ranking key that is a scale, or None.

        quota: The quota that applies, or None.

        covered_by: The award that covers it.

        bonus: The money, for whoever is recommended or holds a decision.

        missing: The missing facts that could still change the status.

        decided: The state of the recorded decision, or None.
    """

    award: Award
    subject: Subject
    status: Status
    place: Place | None = attrs.field(default=None, repr=False)
    score: Score | None = attrs.field(default=None, repr=False)
    quota: QuotaResult | None = attrs.field(default=None, repr=False)
    covered_by: str | None = None
    bonus: Money | None = attrs.field(default=None, repr=False)
    missing: tuple[Missing, ...] = attrs.field(default=(), repr=False)
    decided: str | None = None
    _check: Callable[[], tuple[Finding, Finding | None]] | None = attrs.field(
        default=None, eq=False, repr=False
    )
    _note: Callable[[], tuple[Finding, ...]] | None = attrs.field(default=None, eq=False, repr=False)
    _views: Views | None = attrs.field(default=None, eq=False, repr=False)

    def explain(self, lang: str = "vi") -> str:
        """
        Why, why not, which facts are missing, which article: in ``vi`` or ``en``.

        Raises:
            UnknownNameError: The outcome was not made by ``thidua_rules.evaluate``.
        """
        return self._seen().explain(self, lang)

    def path_to_award(self) -> Any:  # noqa: ANN401  # its type lives in a module above
        """
        The smallest changes that would make the subject eligible: a ``thidua_rules.paths.Paths``.

        Raises:
            UnknownNameError: The outcome was not made by ``thidua_rules.evaluate``.
        """
        return self._seen().path(self)

    def _seen(self) -> Views:
        if self._views is None:
            raise UnknownNameError("view", "explain")
        return self._views

    @cached_property
    def _findings(self) -> tuple[Finding, Finding | None]:
        return self._check() if self._check else (Finding("all", Verdict.UNKNOWN), None)

    @property
    def finding(self) -> Finding:
        """The conditions with their reasons."""
        return self._findings[0]

    @property
    def hold(self) -> Finding | None:
        """The pending matters with their reasons."""
        return self._findings[1]

    @cached_property
    def noted(self) -> tuple[Finding, ...]:
        """Everything that the award may note of the subject, whether it is so or not."""
        return self._note() if self._note else ()

    @property
    def notes(self) -> tuple[Finding, ...]:
        """What is noted of the subject, or may have to be."""
        return tuple(one for one in self.noted if one.verdict is not Verdict.UNMET)

    @property
    def rank(self) -> int | None:
        """The place, where it is certain and the status depends on it."""
        if self.place is None or self.status not in _RANKED or self.place.best != self.place.worst:
            return None
        return self.place.best

    @property
    def decisive(self) -> tuple[Reason, ...]:
        """The conditions that settle the status: those that hold it, for a held one."""
        if self.status is Status.ON_HOLD and self.hold is not None:
            return self.hold.reasons()
        return self.finding.reasons()


_RANKED = {Status.RECOMMENDED, Status.TIED, Status.OVER_QUOTA, Status.COVERED}


@attrs.frozen
class QuotaResult:
    """
    How many may be given in one group.

    Args:
        award: The award's id.

        group: The group, such as ``ca_nhan`` or ``ca_nhan/khoi_1``.

        rate: The rate or number in force.

        parameter: The parameter that holds it.

        base_low: The fewest that the base may count; None for a fixed number.

        base_high: The most.

        exact_low: Rate times the lowest base, before rounding.

        exact_high: Rate times the highest base.

        rounding: The rounding used, or None for a fixed number.

        low: The fewest places.

        high: The most places.

        others: What each other rounding would give, as (rounding, fewest, most), where it differs.

        citation: Where it stands.

        candidates: How many compete for sure.

        open: How many may compete, their facts missing.
    """

    award: str
    group: str
    rate: Exact
    parameter: str
    base_low: int | None
    base_high: int | None
    exact_low: Exact
    exact_high: Exact
    rounding: Rounding | None
    low: int
    high: int
    others: tuple[tuple[Rounding, int, int], ...]
    citation: Citation
    label_vi: str
    label_en: str
    candidates: int = 0
    open: int = 0


@attrs.frozen
class TargetResult:
    """
    A figure of the year against what was assigned; *missing* names the columns that nobody gave.

    Before the year's end it is open even where nothing is missing: the margin says how it stands so far.
    """

    target: Target
    verdict: Verdict
    assigned: Exact | None
    actual: Exact | None
    missing: tuple[str, ...] = ()

    @property
    def margin(self) -> Exact | None:
        """Actual minus assigned."""
        if self.assigned is None or self.actual is None:
            return None
        return difference(self.actual, self.assigned)


@attrs.frozen
class MovementResult:
    """Whether a movement was launched, planned, led and reported on; *lacking* names what was not, or not yet."""

    movement: Movement
    verdict: Verdict
    launched: dt.date | None = None
    lacking: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


class Fulfilment(Enum):
    """How a demand on an actor stands on the day of the evaluation."""

    DONE = "DONE"
    LATE = "LATE"
    MISSING = "MISSING"
    NOT_DUE = "NOT_DUE"
    UNDETERMINED = "UNDETERMINED"


@attrs.frozen
class ObligationResult:
    """
    One demand on one actor.

    Args:
        obligation: What is demanded.

        actor: The id of the subject, or None for the commune as a whole.

        state: How it stands.

        due: The last day, or None where nothing sets one.

        done: The day it was done, or None.

        decided_by: The day that decides the state: the day it was done, or the day of the evaluation.
    """

    obligation: Obligation
    actor: str | None
    state: Fulfilment
    due: dt.date | None
    done: dt.date | None
    decided_by: dt.date

    @property
    def days_late(self) -> int | None:
        """How many days after the last day it was done, or is still not done."""
        if self.due is None or self.state not in {Fulfilment.LATE, Fulfilment.MISSING}:
            return None
        return (self.decided_by - self.due).days


class Gap(Enum):
    """
    Why the state of a step is not known.

    ``LIST``: nobody gave the list of steps. ``DAY``: its own row has no day. ``START``: the day that starts its clock
    is not known. ``NUMBER``: the number of days, or the fixed last day, has no value. ``CALENDAR``: the calendar does not
    reach so far, or there is none. ``FIRST``: it has no last day of its own and no row, though a step that follows it was
    taken, or may have been.
    """

    LIST = "list"
    DAY = "day"
    START = "start"
    NUMBER = "number"
    CALENDAR = "calendar"
    FIRST = "first"


@attrs.frozen
class StepResult:
    """
    One step of one dossier.

    Args:
        step: The step.

        state: How it stands on the day of the evaluation.

        start: The day that started its clock, or None.

        allowed: How many days or years, by the step's own counting, it may take from there, or None.

        due: The last day, or None.

        done: The day it was taken, or None.

        late: By how many days it was late or is overdue; None where it is neither, or where the calendar does not reach
            so far.

        counting: What *late* is counted in: working days where the deadline is, else days.

        gap: Why the state is not known, or None.
    """

    step: Step
    state: Fulfilment
    start: dt.date | None
    allowed: int | None
    due: dt.date | None
    done: dt.date | None
    late: int | None
    counting: Counting
    gap: Gap | None = None


@attrs.frozen
class PaperResult:
    """Whether a paper is in a dossier: MET there, UNMET not there, UNKNOWN where nobody said."""

    paper: Paper
    verdict: Verdict


@attrs.frozen
class OrderResult:
    """
    Whether two steps were taken in their order; only for a step *then* that was taken.

    Args:
        first: The id of the step that comes first.

        then: The id of the step that comes after it.

        verdict: UNMET where *then* came first, or too early; UNKNOWN where their days do not tell.

        earliest: The first day on which *then* could be taken, where days must be over between the two, else None.

        early: By how many days it came too early, where that is known.

        counting: What *early* is counted in.
    """

    first: str
    then: str
    verdict: Verdict
    earliest: dt.date | None = None
    early: int | None = None
    counting: Counting = Counting.CALENDAR


@attrs.frozen
class DossierResult:
    """
    One dossier: who took which step by when, what it lacks, and what came in the wrong order.

    Args:
        procedure: Its procedure.

        award: The award that it is for; None where it is for several, or for none.

        subject: The id of the subject that it is about, or None for a whole list.

        number: Its own number, where one procedure has several dossiers of the same kind, else empty.

        steps: Every step, in the order of the procedure.

        papers: Every paper.

        orders: Every pair of steps that have an order, where the later one was taken.
    """

    procedure: Procedure
    award: str | None
    subject: str | None
    number: str
    steps: tuple[StepResult, ...]
    papers: tuple[PaperResult, ...]
    orders: tuple[OrderResult, ...]

    def step(self, name: str) -> StepResult:
        """
        The result of the step *name*.

        Raises:
            UnknownNameError: The procedure has no such step.
        """
        known = {one.step.id: one for one in self.steps}
        if name not in known:
            raise UnknownNameError("step", name, nearest(name, known))
        return known[name]


@attrs.frozen
class StandingRow:
    """
    One unit in a ranking of units.

    Args:
        subject: The unit's id.

        score: Its score.

        best: The best place that the missing facts allow.

        worst: The worst.

        proposes: The award that the place proposes, or None.

        tied_with: The units that are surely equal.
    """

    subject: str
    score: Score
    best: int
    worst: int
    proposes: str | None
    tied_with: tuple[str, ...] = ()


@attrs.frozen
class StandingsResult:
    """The ranking of one stratum, from the first place on."""

    standings: Standings
    stratum: str
    rows: tuple[StandingRow, ...]


@attrs.frozen
class FundResult:
    """
    The money that the commune itself pays, against the ceiling of its fund.

    Args:
        total: The sum of the bonuses paid by the commune as outcomes stand.

        total_low: The least that it comes to whatever open and tied outcomes become.

        total_high: The most.

        by_award: The sum for each award and how many are paid.

        ceiling: The most that the fund may hold, or None where the spending is missing.

        rate: The share in force.

        verdict: MET within the ceiling, UNMET above it, UNKNOWN where the ceiling is unknown.
    """

    total: int
    total_low: int
    total_high: int
    by_award: tuple[tuple[str, int, int], ...]
    ceiling: Exact | None
    rate: Exact | None
    verdict: Verdict
    citation: Citation | None


@attrs.frozen
class Discrepancy:
    """
    A recorded decision that the rules do not support; it stands, because the council decides.

    Args:
        award: The award.

        subject: The subject.

        code: ``given_to_ineligible``, ``given_undetermined``, ``given_on_hold``, ``given_over_quota``,
            ``given_covered``, ``refused_though_recommended``, ``unknown_award``.

        status: The status that the rules give.
    """

    award: str
    subject: str
    code: str
    status: Status | None


@attrs.frozen
class Wanted:
    """A missing fact, and how many open outcomes name it: those that settle the most come first."""

    missing: Missing
    settles: int


@attrs.frozen
class Caution:
    """
    Something about the evaluation as a whole that its reader has to know.

    Args:
        code: ``not_in_force``: the layer was not in force on the last day of the roster's year.

        layer: The layer's id.

        valid_from: The first day on which it was, where known.

        valid_to: The last day, where known.
    """

    code: str
    layer: str
    valid_from: dt.date | None
    valid_to: dt.date | None


@attrs.frozen
class Evaluation:
    """
    Everything that a policy says of a roster on a day.

    The same policy, roster and day give an equal evaluation on every machine.
    """

    policy: Policy = attrs.field(repr=False)
    roster: Roster = attrs.field(repr=False)
    day: dt.date
    library: str
    policy_hash: str
    roster_hash: str
    outcomes: tuple[Outcome, ...] = attrs.field(repr=False)
    quotas: tuple[QuotaResult, ...] = attrs.field(repr=False)
    targets: tuple[TargetResult, ...] = attrs.field(repr=False)
    movements: tuple[MovementResult, ...] = attrs.field(repr=False)
    obligations: tuple[ObligationResult, ...] = attrs.field(repr=False)
    dossiers: tuple[DossierResult, ...] = attrs.field(repr=False)
    standings: tuple[StandingsResult, ...] = attrs.field(repr=False)
    fund: FundResult | None = attrs.field(repr=False)
    discrepancies: tuple[Discrepancy, ...] = attrs.field(repr=False)
    wanted: tuple[Wanted, ...] = attrs.field(repr=False)
    cautions: tuple[Caution, ...] = ()

    @cached_property
    def _by_key(self) -> FrozenMap[tuple[str, str], Outcome]:
        return FrozenMap({(one.subject.id, one.award.id): one for one in self.outcomes})

    @property
    def recommendations(self) -> tuple[Outcome, ...]:
        """
        The outcomes put forward, by award and rank; the order inside a rank has no meaning.

        Awards that the commune only follows, and ratings, are not put forward by it.
        """
        return tuple(
            one
            for one in self.outcomes
            if one.status is Status.RECOMMENDED
            and not one.award.tracked
            and one.award.form is not Form.XEP_LOAI
        )

    def outcome(self, subject: str, award: str) -> Outcome:
        """
        The outcome of one subject under one award.

        Raises:
            UnknownNameError: There is no such subject or award, or the subject is outside the award's scope.
        """
        found = self._by_key.get((subject, award))
        if found is None:
            self.roster.subject(subject)
            self.policy.award(award)
            raise UnknownNameError("outcome", f"{subject}/{award}")
        return found
