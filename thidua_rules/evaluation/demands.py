"""Targets, movements, obligations and rankings of units: what the plan demands, and how it stands."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from itertools import takewhile

from thidua_rules.awards import ByFact, ByScore, RankKey
from thidua_rules.criteria.comparisons import Op, compare
from thidua_rules.evaluation.ranking import Entry, Ranking, key_value
from thidua_rules.evaluation.results import (
    Exact,
    Fulfilment,
    MovementResult,
    ObligationResult,
    StandingRow,
    StandingsResult,
    TargetResult,
)
from thidua_rules.evaluation.world import EvaluationWorld
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.obligations import Direction, Movement, Obligation, Standings, Target
from thidua_rules.scales import Score, TieKey
from thidua_rules.subjects import Record
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, conjunction, truth

TARGETS, MOVEMENTS, DEEDS = "chi_tieu", "phong_trao", "nghia_vu"
"""The lists of the commune that hold what was reached, held and done."""

UNITS = {SubjectKind.TAP_THE, SubjectKind.KHU_DAN_CU}
"""The kinds of subject of whom a plan demands deeds, and that are ranked."""


def commune_rows(world: EvaluationWorld, name: str) -> tuple[Record, ...] | None:
    """The rows of the commune's list *name*; None where no commune gives it."""
    found = [one.records.get(name) for one in world.roster.subjects if one.kind is SubjectKind.XA]
    lists = [rows for rows in found if rows is not None]
    return tuple(row for rows in lists for row in rows) if lists else None


def target_results(world: EvaluationWorld) -> tuple[TargetResult, ...]:
    """Every target, in the order of the policy; before the year's end no figure is final, so each stays open."""
    rows = {row.get("ma"): row for row in commune_rows(world, TARGETS) or ()}
    return tuple(_target(target, rows.get(target.id), world) for target in world.policy.targets)


def _target(target: Target, row: Record | None, world: EvaluationWorld) -> TargetResult:
    assigned = _exact(row.get("giao")) if row is not None else None
    actual = _exact(row.get("thuc_hien")) if row is not None else None
    assigned = target.assigned if assigned is None else assigned
    missing = tuple(name for name, value in (("giao", assigned), ("thuc_hien", actual)) if value is None)
    if assigned is None or actual is None:
        return TargetResult(target, UNKNOWN, assigned, actual, missing)
    if world.day < world.period.end:
        return TargetResult(target, UNKNOWN, assigned, actual)
    op = Op.AT_LEAST if target.direction is Direction.AT_LEAST else Op.AT_MOST
    return TargetResult(target, truth(holds=compare(actual, op, assigned)), assigned, actual)


def _exact(value: object) -> Exact | None:
    return value if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else None


def movement_results(world: EvaluationWorld) -> tuple[MovementResult, ...]:
    """Every movement, in the order of the policy; what it lacks before the year's end may still come."""
    rows = commune_rows(world, MOVEMENTS)
    by_id = {row.get("ma"): row for row in rows or ()}
    return tuple(_movement(one, rows is not None, by_id.get(one.id), world) for one in world.policy.movements)


def _movement(
    movement: Movement,
    listed: bool,
    row: Record | None,
    world: EvaluationWorld,
) -> MovementResult:
    if row is None:
        if listed:
            verdict = UNKNOWN if world.day < world.period.end else UNMET
            return MovementResult(movement, verdict, None, ("ngay_phat_dong",))
        return MovementResult(movement, UNKNOWN, None, (), (MOVEMENTS,))
    launched = row.get("ngay_phat_dong")
    day = launched if isinstance(launched, dt.date) else None
    reports = row.get("so_bao_cao")
    checks = {
        "ngay_phat_dong": UNKNOWN if day is None else truth(holds=day in world.period),
        "so_bao_cao": UNKNOWN if not isinstance(reports, int) else truth(holds=reports >= 1),
    }
    for name in ("co_ke_hoach", "co_nguoi_phu_trach", "co_ket_qua"):
        value = row.get(name)
        checks[name] = UNKNOWN if value is None else truth(holds=value is True)
    lacking = tuple(name for name, verdict in checks.items() if verdict is UNMET)
    missing = tuple(name for name, verdict in checks.items() if verdict is UNKNOWN)
    verdict = conjunction(checks.values())
    if verdict is UNMET and world.day < world.period.end:
        verdict = UNKNOWN
    return MovementResult(movement, verdict, day, lacking, missing)


def obligation_results(world: EvaluationWorld) -> tuple[ObligationResult, ...]:
    """Every demand on every actor: in the order of the policy, actors by id."""
    rows = commune_rows(world, DEEDS)
    return tuple(
        _obligation(one, actor, rows, world)
        for one in world.policy.obligations
        for actor in _actors(one, world)
    )


def _actors(obligation: Obligation, world: EvaluationWorld) -> list[str | None]:
    criterion = obligation.actors
    if criterion is None:
        return [None]
    subjects = sorted(world.roster.subjects, key=lambda one: one.id)
    return [one.id for one in subjects if one.kind in UNITS and criterion.verdict(world.case(one)) is MET]


def _obligation(
    obligation: Obligation, actor: str | None, rows: tuple[Record, ...] | None, world: EvaluationWorld
) -> ObligationResult:
    due = world.parameters.get(obligation.due) if obligation.due else None
    due = due if isinstance(due, dt.date) else None
    matching = [
        row
        for row in rows or ()
        if row.get("ma") == obligation.id and (actor is None or row.get("don_vi") == actor)
    ]
    days = [day for row in matching if isinstance(day := row.get("ngay"), dt.date) and day <= world.day]
    done = min(days, default=None)
    if done is not None:
        state = Fulfilment.LATE if due is not None and done > due else Fulfilment.DONE
        return ObligationResult(obligation, actor, state, due, done, done)
    undated = any(row.get("ngay") is None for row in matching)
    return ObligationResult(obligation, actor, _undone(due, rows, undated, world.day), due, None, world.day)


def _undone(
    due: dt.date | None,
    rows: tuple[Record, ...] | None,
    undated: bool,
    day: dt.date,
) -> Fulfilment:
    if due is not None and day <= due:
        return Fulfilment.NOT_DUE
    if rows is None or undated or due is None:
        return Fulfilment.UNDETERMINED
    return Fulfilment.MISSING


def standings_results(world: EvaluationWorld) -> tuple[StandingsResult, ...]:
    """Every ranking of units, stratum by stratum."""
    return tuple(one for standings in world.policy.standings for one in _standings(standings, world))


def _standings(standings: Standings, world: EvaluationWorld) -> list[StandingsResult]:
    """
    The ranking of each stratum, and of the units whose stratum is not known.

    A unit that may take part, or may belong to any stratum, stands before others as one who may compete: it leaves
    their places between two ends, and has no place of its own.
    """
    strata: dict[str, list[Entry]] = {}
    anywhere: list[Entry] = []
    keys = _rank_keys(standings, world)
    for subject in sorted(world.roster.subjects, key=lambda one: one.id):
        case = world.case(subject)
        takes_part = standings.subjects.verdict(case) if subject.kind in UNITS else UNMET
        if takes_part is UNMET:
            continue
        values = tuple([key_value(key, "", case) for key in keys])
        stratum = subject.facts.get(standings.stratum)
        entry = Entry(subject.id, sure=takes_part is MET and stratum is not None, values=values)
        (anywhere if stratum is None else strata.setdefault(str(stratum), [])).append(entry)
    found = [
        StandingsResult(standings, name, _standing_rows(standings, entries, anywhere, world))
        for name, entries in sorted(strata.items())
    ]
    if anywhere:
        most = max((len(entries) for entries in strata.values()), default=0) + len(anywhere)
        rows = tuple(
            StandingRow(one.subject, _score(standings, one, world), 1, most, None) for one in anywhere
        )
        found.append(StandingsResult(standings, "", rows))
    return found


def _score(standings: Standings, entry: Entry, world: EvaluationWorld) -> Score:
    return world.score(standings.scale, world.case(world.roster.subject(entry.subject)))


def _rank_keys(standings: Standings, world: EvaluationWorld) -> list[RankKey]:
    """The score, then the table's own chain for ties as far as facts carry it: a ballot or an authority decides the rest."""
    score = ByScore(
        id=standings.id,
        label_vi=standings.label_vi,
        label_en=standings.label_en,
        citation=standings.citation,
        standing=standings.standing,
        scale=standings.scale,
    )
    chain = takewhile(lambda tie: tie.fact, world.policy.scales[standings.scale].ties)
    return [score, *(_tie_key(tie, standings) for tie in chain)]


def _tie_key(tie: TieKey, standings: Standings) -> ByFact:
    return ByFact(
        id=tie.id,
        label_vi=standings.label_vi,
        label_en=standings.label_en,
        citation=standings.citation,
        standing=standings.standing,
        fact=tie.fact,
        highest_first=tie.highest_first,
    )


def _standing_rows(
    standings: Standings, entries: list[Entry], anywhere: list[Entry], world: EvaluationWorld
) -> tuple[StandingRow, ...]:
    ranking = Ranking([*entries, *anywhere])
    rows = []
    for entry in entries:
        place, score = ranking.place(entry.subject), _score(standings, entry, world)
        worst = place.worst + len(place.tied_with)
        proposed = _proposed(standings, place.best, worst) if entry.sure else None
        rows.append(StandingRow(entry.subject, score, place.best, place.worst, proposed, place.tied_with))
    return tuple(sorted(rows, key=lambda row: (row.best, row.worst, row.subject)))


def _proposed(standings: Standings, best: int, worst: int) -> str | None:
    """The award that every place from *best* to *worst* proposes, or None where they differ."""
    for one in standings.proposals:
        if one.first <= best and worst <= one.last:
            return one.award
    return None
