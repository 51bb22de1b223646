"""How many may be given: the base counted with bounds, the rate, the rounding, and what other roundings would give."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from thidua_rules.awards import Quota
from thidua_rules.criteria.base import Case
from thidua_rules.errors import PolicyError
from thidua_rules.evaluation.ranking import Counts
from thidua_rules.evaluation.results import Exact, QuotaResult, Status
from thidua_rules.evaluation.world import EvaluationWorld
from thidua_rules.facts import SubjectKind
from thidua_rules.findings import Missing
from thidua_rules.subjects import Subject
from thidua_rules.values import Rounding, as_fraction, tidy
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict

COMMON = (Rounding.FLOOR, Rounding.HALF_UP, Rounding.CEIL)


def group_of(quota: Quota | None, subject: Subject) -> str | None:
    """The group in which *subject* competes: its kind, with unit or fact; None where that is missing."""
    part = "" if quota is None else part_of(quota, subject)
    return None if part is None else group_named(quota, subject.kind, part)


def group_named(quota: Quota | None, kind: SubjectKind, part: str) -> str:
    """The group of *kind* in that part of the roster; where nothing divides the roster, the kind alone."""
    return kind.value if quota is None or quota.group == "" else f"{kind.value}/{part}"


def quota_result(
    award: str, quota: Quota, group: str, world: EvaluationWorld, base: tuple[int, int] | None = None
) -> QuotaResult:
    """
    The places in *group*, as an interval where the base holds undetermined subjects.

    Args:
        award: The award's id.

        quota: What limits it.

        group: The group.

        world: The world that it is counted in.

        base: The fewest and the most that the base may count, where they are counted already.

    Raises:
        PolicyError: The rate is not a number, or the rounding is not known.
    """
    rate = world.parameters.get(quota.rate)
    if rate is None or isinstance(rate, bool) or not isinstance(rate, (int, Decimal)):
        raise PolicyError.one(f"parameters.{quota.rate}", f"expected a number on {world.day}")
    if quota.base is None:
        places = Rounding.FLOOR.whole(rate)
        return _result(award, quota, group, rate, None, (rate, rate), None, (places, places))
    low, high = base or _base(quota, group, world)
    exact = (tidy(as_fraction(rate) * low), tidy(as_fraction(rate) * high))
    rounding = _rounding(quota, world)
    places_low, places_high = rounding.whole(exact[0]), rounding.whole(exact[1])
    return _result(award, quota, group, rate, (low, high), exact, rounding, (places_low, places_high))


def _rounding(quota: Quota, world: EvaluationWorld) -> Rounding:
    name = world.parameters.get(quota.rounding, Rounding.FLOOR.value)
    try:
        return Rounding(name)
    except ValueError:
        known = ", ".join(one.value for one in Rounding)
        raise PolicyError.one(f"parameters.{quota.rounding}", f"expected one of {known}") from None


def _base(quota: Quota, group: str, world: EvaluationWorld) -> tuple[int, int]:
    suffix = group.partition("/")[2]
    low = high = 0
    for subject in world.roster.subjects:
        if subject.kind not in quota.base_kinds:
            continue
        inside = _inside(quota, subject, suffix)
        verdict = inside if inside is UNMET else inside & in_base(quota, world.case(subject))
        low += verdict is MET
        high += verdict is not UNMET
    return low, high


def base_missing(
    quota: Quota, group: str, world: EvaluationWorld, among: Iterable[Subject] | None = None
) -> tuple[Missing, ...]:
    """
    What is missing to count the base of *group*: of each subject that it may count, what keeps that open.

    Args:
        quota: What limits the group.

        group: The group.

        world: The world that it is counted in.

        among: Whom it may count, where that is known already.
    """
    suffix = group.partition("/")[2]
    found: set[Missing] = set()
    for subject in world.roster.subjects if among is None else among:
        if subject.kind not in quota.base_kinds or quota.base is None:
            continue
        inside, case = _inside(quota, subject, suffix), world.case(subject)
        if inside & in_base(quota, case) is UNKNOWN:
            found |= set(case.missing(quota.group)) if inside is UNKNOWN else set()
            found |= set(quota.base.check(case).relevant_missing())
    return tuple(sorted(found))


def in_base(quota: Quota, case: Case) -> Verdict:
    """Whether *case* is of those that the base counts, its group left aside."""
    return MET if quota.base is None else quota.base.verdict(case)


def _inside(quota: Quota, subject: Subject, suffix: str) -> Verdict:
    part = part_of(quota, subject)
    if part is None:
        return UNKNOWN
    return MET if part == suffix else UNMET


def part_of(quota: Quota, subject: Subject) -> str | None:
    """The part of the roster whose base may count *subject*; None where that is not known."""
    if quota.group == "":
        return ""
    value = subject.unit if quota.group == "unit" else subject.facts.get(quota.group)
    return None if value is None else str(value)


def _result(  # one row of figures, built in one place
    award: str,
    quota: Quota,
    group: str,
    rate: Exact,
    base: tuple[int, int] | None,
    exact: tuple[Exact, Exact],
    rounding: Rounding | None,
    places: tuple[int, int],
) -> QuotaResult:
    others = [] if rounding is None else [(r, r.whole(exact[0]), r.whole(exact[1])) for r in COMMON]
    return QuotaResult(
        award=award,
        group=group,
        rate=rate,
        parameter=quota.rate,
        base_low=base[0] if base else None,
        base_high=base[1] if base else None,
        exact_low=exact[0],
        exact_high=exact[1],
        rounding=rounding,
        low=places[0],
        high=places[1],
        others=tuple(one for one in others if one[1:] != places),
        citation=quota.citation,
        label_vi=quota.label_vi,
        label_en=quota.label_en,
    )


def status_under(quota: QuotaResult | None, counts: Counts) -> Status:
    """
    The status of one who competes for sure.

    RECOMMENDED, OVER_QUOTA and TIED are given only where they hold for every number of places and every
    completion that the bounds allow; anything else is UNDETERMINED.
    """
    if quota is None:
        return Status.RECOMMENDED
    if counts.not_behind_high + 1 <= quota.low:
        return Status.RECOMMENDED
    if counts.before_low >= quota.high:
        return Status.OVER_QUOTA
    if counts.before_high < quota.low and counts.not_behind_low + 1 > quota.high:
        return Status.TIED
    return Status.UNDETERMINED
