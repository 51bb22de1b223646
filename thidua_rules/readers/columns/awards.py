"""One award for every row: eligibility, holds, coverage, ranking and quota, and what was decided and is paid."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import attrs
import narwhals as nw

from thidua_rules.awards import Award, Bonus, ByScore, Coverage
from thidua_rules.criteria.logic import Clause
from thidua_rules.errors import PolicyError
from thidua_rules.evaluation.money import bonus_on
from thidua_rules.evaluation.results import Status
from thidua_rules.facts import SubjectKind
from thidua_rules.readers.columns.achievements import paid_once, same_achievement
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import (
    Expr,
    boolean,
    choose,
    conjunction,
    disjunction,
    possibly,
    surely,
)
from thidua_rules.readers.columns.frames import KIND
from thidua_rules.readers.columns.ranking import Contest, Placed, group_of, placed
from thidua_rules.readers.columns.related import decision, earned_verdict
from thidua_rules.readers.columns.totals import shown_score
from thidua_rules.subjects import DecisionState
from thidua_rules.verdicts import UNKNOWN

WIDEST = 62
"""The most clauses whose bits fit into one whole number."""

_WIDTHS = {nw.Int8: 7, nw.Int32: 31, nw.Int64: WIDEST}
"""How many bits a whole number of each kind holds: the narrowest adds up several times as fast."""

NOTHING = boolean(UNKNOWN)
EMPTY = nw.lit(None, dtype=nw.Int64)

OUTPUT = (
    "verdict",
    "status",
    "rank",
    "best",
    "worst",
    "score_low",
    "score_high",
    "score_unit",
    "quota_low",
    "quota_high",
    "bonus",
    "paid",
    "mask_unmet",
    "mask_unknown",
)
"""What there is of each award, in this order."""


@attrs.frozen
class _Clauses:
    """The clauses of one award as columns, each with its index among them, and the award's scope."""

    eligible: Sequence[Expr]
    holds: Sequence[Expr]
    scope: Expr


def add_award(award: Award, build: Build) -> None:
    """Adds everything about *award* to the frame."""
    with build.among(award.recipients):
        build.finish(award.id, _found(award, build))


def _found(award: Award, build: Build) -> dict[str, Expr]:
    here = build.of_kinds(award.recipients)
    scope: Expr = nw.lit(value=True)
    if award.scope is not None:
        (scope,) = build.hold(build.verdict(award.scope))
        here = here & possibly(scope)
    (inside,) = build.hold(here)
    with build.where(inside):
        asked = _asked(award.eligibility, possibly, build)
    clauses = _Clauses(asked, (), scope)
    (eligible,) = build.hold(_by_kind(award, lambda kind: _eligible(award, kind, clauses), NOTHING))
    with build.where(inside & possibly(eligible)):
        clauses = attrs.evolve(clauses, holds=_asked(award.holds, lambda held: ~surely(held), build))
    held, covered = _kept_back(award, clauses, eligible, build)
    competes = eligible
    if award.holds or award.coverage is not None:
        (competes,) = build.hold(conjunction([eligible, ~held, ~covered]))
    status, place = _status(award, (eligible, held, competes, inside), build)
    state, day = decision(award.id, build)
    score = _score(award, scope, build)
    masks = [_mask(award, clauses, unmet=flag) for flag in (True, False)]
    (status,) = build.let(nw.when(inside).then(status))
    given = _given(award, status, state, day, build)
    shown = {"verdict": eligible, **place, **score, "mask_unmet": masks[0], "mask_unknown": masks[1]}
    shown = {n: e if e is EMPTY else nw.when(inside).then(e) for n, e in shown.items()}
    plain = not (award.holds or award.coverage or award.ranking or award.quotas)
    reached = nw.when(inside).then(eligible).otherwise(nw.lit(value=False)) if plain else _reached(status)
    if build.frames.decisions is not None:
        reached = nw.when(~state.is_null()).then(state == DecisionState.HIEU_LUC.value).otherwise(reached)
    return shown | {"status": status, "bonus": given, "earned": reached}


def _asked(clauses: Sequence[Clause], goes_on: Callable[[Expr], Expr], build: Build) -> list[Expr]:
    """*clauses* as columns; the scalar path asks one only where those before it let it go on."""
    found: list[Expr] = []
    reached: list[Expr] = []
    for one in clauses:
        with build.where(conjunction(reached)):
            (verdict,) = build.hold(build.verdict(one.criterion))
        found.append(verdict)
        elsewhere = [~build.of_kinds(one.recipients)] if one.recipients else []
        reached.append(disjunction([goes_on(verdict), *elsewhere]))
    return found


def _by_kind(award: Award, make: Callable[[SubjectKind], Expr], otherwise: Expr) -> Expr:
    kinds = award.recipients
    made = [make(kind) for kind in kinds]
    if len({id(one) for one in made}) == 1 and len(kinds) == 1:
        return made[0]
    return choose([(nw.col(KIND) == k.value, e) for k, e in zip(kinds, made, strict=True)], otherwise)


def _eligible(award: Award, kind: SubjectKind, clauses: _Clauses) -> Expr:
    asked = [e for one, e in zip(award.eligibility, clauses.eligible, strict=True) if one.applies(kind)]
    return conjunction(asked if award.scope is None else [clauses.scope, *asked])


def _held(award: Award, kind: SubjectKind, clauses: _Clauses) -> Expr:
    return disjunction([e for one, e in zip(award.holds, clauses.holds, strict=True) if one.applies(kind)])


def _kept_back(award: Award, clauses: _Clauses, eligible: Expr, build: Build) -> tuple[Expr, Expr]:
    """Whether a pending matter holds those who may be eligible, and whether a higher award covers them."""
    never: Expr = nw.lit(value=False)
    held = covered = never
    if award.holds:
        pending = _by_kind(award, lambda kind: _held(award, kind, clauses), NOTHING)
        (held,) = build.hold(nw.when(possibly(eligible)).then(pending).otherwise(never))
    if award.coverage is not None:
        above = _covered(award.id, award.coverage, build)
        (covered,) = build.hold(nw.when(possibly(eligible)).then(above).otherwise(never))
    return held, covered


def _mask(award: Award, clauses: _Clauses, *, unmet: bool) -> Expr:
    """Bit i stands for the i-th clause that is asked of the row's kind."""

    def bits(kind: SubjectKind) -> Expr:
        asked = [e for one, e in zip(award.eligibility, clauses.eligible, strict=True) if one.applies(kind)]
        if len(asked) > WIDEST:
            raise PolicyError.one(
                f"awards.{award.id}.eligibility", f"expected at most {WIDEST} clauses for columns"
            )
        flags = [~possibly(one) if unmet else one.is_null() for one in asked]
        if not flags:
            return nw.lit(0, dtype=nw.Int64)
        narrow = next(kind for kind, most in _WIDTHS.items() if len(flags) <= most)
        none = nw.lit(0, dtype=narrow)
        numbers = [
            nw.when(flag).then(nw.lit(2**index, dtype=narrow)).otherwise(none)
            for index, flag in enumerate(flags)
        ]
        return nw.sum_horizontal(*numbers).cast(nw.Int64)

    return _by_kind(award, bits, nw.lit(0, dtype=nw.Int64))


def _covered(award: str, coverage: Coverage, build: Build) -> Expr:
    """Whether a higher award rewards the same achievement."""
    parts = []
    for higher in sorted(coverage.by):
        same = same_achievement(coverage.records, award, higher, build)
        parts.append(conjunction([earned_verdict(higher, build), same]))
    return disjunction(parts)


def _status(
    award: Award, verdicts: tuple[Expr, Expr, Expr, Expr], build: Build
) -> tuple[Expr, dict[str, Expr]]:
    """The status of each row of the award, and its place where there is a ranking or a quota."""
    eligible, held, competes, inside = verdicts
    out: Expr = nw.lit(Status.INELIGIBLE.value)
    if award.holds or award.coverage is not None:
        out = choose(
            [
                (~possibly(eligible), out),
                (eligible.is_null(), nw.lit(Status.UNDETERMINED.value)),
                (surely(held), nw.lit(Status.ON_HOLD.value)),
                (~possibly(held), nw.lit(Status.COVERED.value)),
            ],
            nw.lit(Status.UNDETERMINED.value),
        )
    places = {}
    contests = [kind for kind in award.recipients if award.keys(kind) or award.quota(kind)]
    if contests:
        build.work_out()
    for kind in contests:
        places[kind] = placed(Contest(award, kind, competes, inside), build)
    plain = nw.lit(Status.RECOMMENDED.value)
    sure = choose([(nw.col(KIND) == k.value, _sure(award, k, p, build)) for k, p in places.items()], plain)
    found = choose(
        [(~possibly(competes), out), (competes.is_null(), nw.lit(Status.UNDETERMINED.value))],
        sure,
    )
    (found,) = build.let(found)
    return found, _places(award, places, found)


def _sure(award: Award, kind: SubjectKind, place: Placed, build: Build) -> Expr:
    """The status of one who competes for sure; undetermined where its group is not known."""
    homeless = group_of(award.quota(kind), build).is_null()
    return nw.when(homeless).then(nw.lit(Status.UNDETERMINED.value)).otherwise(place.status)


def _places(award: Award, places: dict[SubjectKind, Placed], status: Expr) -> dict[str, Expr]:
    found = {}
    for name in ("best", "worst", "low", "high"):
        wanted = [
            (k, p) for k, p in places.items() if name in {"best", "worst"} or award.quota(k) is not None
        ]
        found[name] = choose([(nw.col(KIND) == k.value, getattr(p, name)) for k, p in wanted], EMPTY)
    ranked = [one.value for one in (Status.RECOMMENDED, Status.TIED, Status.OVER_QUOTA)]
    certain = status.is_in(ranked) & surely(found["best"] == found["worst"])
    return {
        "rank": nw.when(certain).then(found["best"]) if places else EMPTY,
        "best": found["best"],
        "worst": found["worst"],
        "quota_low": found["low"],
        "quota_high": found["high"],
    }


def _reached(status: Expr) -> Expr:
    """Whether it is earned by the outcome; outside the award's scope it is not."""
    over = [one.value for one in (Status.INELIGIBLE, Status.OVER_QUOTA, Status.COVERED)]
    return choose(
        [
            (status.is_null(), nw.lit(value=False)),
            (status == Status.RECOMMENDED.value, nw.lit(value=True)),
            (status.is_in(over), nw.lit(value=False)),
        ],
        NOTHING,
    )


def _score(award: Award, scope: Expr, build: Build) -> dict[str, Expr]:
    """The score that is shown: on the first ranking key that is one, else of the first scale that a condition reads."""
    cases: list[tuple[Expr, str, SubjectKind]] = []
    for kind in award.recipients:
        here = nw.col(KIND) == kind.value
        keys = [key.scale for key in award.keys(kind) if isinstance(key, ByScore)]
        plain = keys or sorted(award.condition(kind).uses().scales)
        wide = keys or sorted(
            award.condition(kind).uses().scales
            | (frozenset() if award.scope is None else award.scope.uses().scales)
        )
        if wide and wide[:1] != plain[:1]:
            cases.append((here & scope.is_null(), wide[0], kind))
        if plain:
            cases.append((here & ~scope.is_null() if wide[:1] != plain[:1] else here, plain[0], kind))
    scores = []
    for condition, name, kind in cases:
        with build.among((kind,)):
            scores.append((condition, shown_score(name, build)))
    return {
        "score_low": choose([(c, s.low) for c, s in scores], EMPTY),
        "score_high": choose([(c, s.high) for c, s in scores], EMPTY),
        "score_unit": choose([(c, s.unit) for c, s in scores], EMPTY),
    }


def _given(award: Award, status: Expr, state: Expr, day: Expr, build: Build) -> Expr:
    """The bonus of whoever is recommended or holds a decision, on the decision's day."""
    rule = award.bonus
    if rule is None:
        return EMPTY
    given = surely(state == DecisionState.HIEU_LUC.value)
    recommended = state.is_null() & surely(status == Status.RECOMMENDED.value)
    cases = []
    for kind in award.recipients:
        if not any(one.subject_kind is kind for one in rule.multiples):
            continue
        here = nw.col(KIND) == kind.value
        with build.where(here & (given | recommended)):
            now = _amount(rule, kind, build.day, recommended, build)
            then = _amounts(rule, kind, given, day, build)
        cases.append((here & given & ~status.is_null(), then))
        cases.append((here & recommended, now))
    return choose(cases, EMPTY)


def _amount(rule: Bonus, kind: SubjectKind, day: dt.date, where: Expr, build: Build) -> Expr:
    try:
        money = bonus_on(rule, kind, build.policy.parameters_on(day), day)
    except PolicyError as error:
        build.fault(f"{error} ({day})", where)
        money = None
    return nw.lit(None if money is None else money.amount, dtype=nw.Int64)


def _amounts(rule: Bonus, kind: SubjectKind, given: Expr, day: Expr, build: Build) -> Expr:
    """The amount by the decision's day: from each day on which a parameter changes."""
    if build.frames.decisions is None:
        return nw.lit(None, dtype=nw.Int64)
    names = {rule.base, rule.step, rule.rounding, *(one.parameter for one in rule.multiples)}
    specs = [build.policy.parameters[name] for name in names if name in build.policy.parameters]
    turns = {one.valid_from for spec in specs for one in spec.values if one.valid_from is not None}
    ends = {one.valid_to for spec in specs for one in spec.values if one.valid_to is not None}
    turns |= {one + dt.timedelta(days=1) for one in ends if one < dt.date.max}
    starts = sorted(turns)
    first = starts[0] - dt.timedelta(days=1) if starts else build.day
    before = [surely(day < nw.lit(one)) for one in starts]
    found = _amount(rule, kind, first, conjunction([given, *before[:1]]), build)
    for index, start in enumerate(starts):
        here = surely(day >= nw.lit(start))
        inside = conjunction([given, here, *before[index + 1 : index + 2]])
        found = nw.when(here).then(_amount(rule, kind, start, inside, build)).otherwise(found)
    return found


def add_paid(awards: Sequence[Award], build: Build) -> None:
    """Says which bonuses are paid: of rivals only the highest, of equal ones the first in the order of work."""
    beaten: dict[str, list[Expr]] = {award.id: [] for award in awards}
    for index, earlier in enumerate(awards):
        for later in awards[index + 1 :]:
            rivals = _rivals(earlier, later, build)
            if rivals is None:
                continue
            first, second = nw.col(f"{earlier.id}__bonus"), nw.col(f"{later.id}__bonus")
            beaten[earlier.id].append(surely(second > first) & rivals)
            beaten[later.id].append(surely(first >= second) & rivals)
    columns = {}
    for award in awards:
        own = nw.col(f"{award.id}__bonus")
        columns[f"{award.id}__paid"] = nw.when(~own.is_null()).then(~disjunction(beaten[award.id]))
    build.plan.add(columns)


def _rivals(one: Award, other: Award, build: Build) -> Expr | None:
    """Whether only one of the two bonuses is paid: awards of one group, or for one achievement; None where never."""
    if one.bonus is None or other.bonus is None:
        return None
    if one.bonus.group and one.bonus.group == other.bonus.group:
        return nw.lit(value=True)
    return paid_once(one, other, build) if one.bonus.achievement and other.bonus.achievement else None
