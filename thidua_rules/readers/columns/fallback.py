"""
What has no expression, asked of the scalar path: rosters rebuilt in batches, verdicts and scores brought back as columns.

A foreign kind may read anything, so whole rosters are rebuilt, with what was earned so far of the awards that it names.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Final

import attrs
import narwhals as nw

from thidua_rules.criteria.awards import MemberOf, NotCancelled, OfUnit
from thidua_rules.criteria.base import Case, Criterion, Earning, Uses, World
from thidua_rules.criteria.members import MemberCount, MemberShare
from thidua_rules.criteria.votes import Voted
from thidua_rules.errors import ClashError, PolicyError
from thidua_rules.policies.model import Policy
from thidua_rules.readers.columns.backends import FLAG, TEXT, WHOLE, Row, Type
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.expressions import LARGEST, Expr
from thidua_rules.readers.columns.frames import ID, ROSTER
from thidua_rules.readers.columns.gathering import walked
from thidua_rules.readers.columns.rebuild import rebuilt
from thidua_rules.readers.columns.related import earned_verdict
from thidua_rules.scales import ClassAtLeast, Scale, Score, ScoreReaches, StandardsReach
from thidua_rules.subjects import Roster, Subject
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict

BATCH: Final = 50
"""How many rosters are rebuilt at a time."""

_BACK: Final = {MET: True, UNMET: False, UNKNOWN: None}
_FORTH: Final = {True: MET, False: UNMET, None: UNKNOWN}

_OTHERS: Final = (
    OfUnit,
    MemberOf,
    MemberShare,
    MemberCount,
    NotCancelled,
    Voted,
    ScoreReaches,
    StandardsReach,
    ClassAtLeast,
)

CLASH: Final = "clash"

Clashes = tuple[str, tuple[str, ...]]
"""The column that holds what clashed, and everything that is in it."""

Earnings = dict[tuple[str, str, str], Verdict]


class _World(World):
    """A world that knows what the columns have found so far of some awards."""

    def __init__(self, policy: Policy, roster: Roster, day: dt.date, earnings: Earnings, asker: str) -> None:
        super().__init__(roster, day=day, parameters=policy.parameters_on(day), specs=policy.facts)
        self.policy, self.earnings, self.asker = policy, earnings, asker
        self.name, self.everybody = roster.id, roster.subjects

    def earned(self, award: str, subject: Subject) -> Earning:
        """
        What the columns found.

        Raises:
            PolicyError: The criterion did not say that it reads the award.
        """
        key = (self.name, award, subject.id)
        if key not in self.earnings:
            problem = (
                f"reads the award {award!r} without saying so in own_uses(), so columns cannot evaluate it"
            )
            raise PolicyError.one(self.asker, problem)
        return Earning(self.earnings[key], "columns")

    def score(self, scale: str, case: Case) -> Score:
        """The score by the scalar path."""
        return self.policy.scales[scale].score(case)


def fall_back(criterion: Criterion, reason: str, build: Build) -> Expr:
    """The verdicts of *criterion* by the scalar path, as a column."""
    key = ("fallback", criterion, build.kinds)
    if key not in build.memo:
        build.warn(criterion.kind, reason)
        name = build.name()

        def verdict(case: Case) -> Row:
            return {name: _BACK[criterion.verdict(case)]}

        clashes = _ask(
            criterion.kind,
            _uses(criterion.uses(), build),
            verdict,
            {name: FLAG},
            build,
            alone=_alone(criterion),
        )
        build.memo[key] = nw.col(name), clashes
    found: Expr
    found, clashes = build.memo[key]
    _refuse(clashes, build)
    return found


def _alone(value: object) -> bool:
    """Whether *value* reads nothing but the subject and others of its kind: so much is known of our own kinds."""
    return all(
        type(one).__module__.startswith("thidua_rules.") and not isinstance(one, _OTHERS)
        for one in walked(value)
    )


def _uses(uses: Uses, build: Build) -> frozenset[str]:
    awards = uses.awards
    for scale in uses.scales & build.policy.scales.keys():
        awards |= build.policy.scales[scale].uses().awards
    return awards


@attrs.frozen
class Scored:
    """A score as columns: exact numerators over a unit of each row, and numbers that order it within its roster."""

    low: Expr
    high: Expr
    unit: Expr
    order_low: Expr
    order_high: Expr


def fall_back_score(scale: Scale, reason: str, build: Build) -> Scored:
    """The scores under *scale* by the scalar path, as columns."""
    key = ("fallback", scale.id, build.kinds)
    if key not in build.memo:
        build.warn(f"scale {scale.id}", reason)
        names = [build.name() for _ in range(5)]
        types: dict[str, Type] = dict.fromkeys(names, WHOLE)

        def score(case: Case) -> Row:
            found = scale.score(case)
            return dict(zip(names, (*_over(found), Fraction(found.low), Fraction(found.high)), strict=True))

        clashes = _ask(
            scale.id,
            _uses(Uses(scales=frozenset({scale.id})), build),
            score,
            types,
            build,
            names[3:],
            alone=_alone(scale),
        )
        build.memo[key] = Scored(*[nw.col(name) for name in names]), clashes
    found: Scored
    found, clashes = build.memo[key]
    _refuse(clashes, build)
    return found


def _over(score: Score) -> tuple[int, int, int]:
    low, high = Fraction(score.low), Fraction(score.high)
    unit = math.lcm(low.denominator, high.denominator)
    numbers = (int(low * unit), int(high * unit), unit)
    if max(map(abs, numbers)) > LARGEST:
        raise PolicyError.one(f"scales.{score.scale}", "expected scores that fit into 64 bits as fractions")
    return numbers


def _ask(
    asker: str,
    awards: frozenset[str],
    answer: Callable[[Case], Row],
    types: dict[str, Type],
    build: Build,
    order: Sequence[str] = (),
    *,
    alone: bool = False,
) -> Clashes:
    earnings = _earnings(awards, build)
    rows: list[Row] = []
    ids = build.frames.roster_ids()
    for start in range(0, len(ids), BATCH):
        for roster in rebuilt(
            build.policy, build.frames, ids[start : start + BATCH], build.kinds if alone else None
        ):
            world = _World(build.policy, roster, build.day, earnings, asker)
            found = list(_answers(world, answer, build))
            rows += _ordered(found, order)
    clash = build.name()
    named = [{**row, clash: row.get(CLASH)} for row in rows]
    side = build.backend.made({"_r": TEXT, "_s": TEXT, **types, clash: TEXT}, named)
    build.attach(side, [*types, clash])
    return clash, tuple(sorted({row[CLASH] for row in rows if CLASH in row}))


def _answers(world: _World, answer: Callable[[Case], Row], build: Build) -> Iterator[Row]:
    for subject in world.everybody:
        if subject.kind in build.kinds:
            keys = {"_r": world.name, "_s": subject.id}
            try:
                yield {**keys, **answer(Case(subject, world))}
            except ClashError as error:
                yield {**keys, CLASH: str(error)}


def _refuse(clashes: Clashes, build: Build) -> None:
    """A clash that the scalar path met is a fault where the answer is asked for."""
    name, messages = clashes
    for message in messages:
        build.fault(message, (nw.col(name) == message).fill_null(value=False))


def _ordered(rows: list[Row], names: Sequence[str]) -> list[Row]:
    """*rows* with their place among all values of *names* instead of each value: the order of fractions, kept exactly."""
    if not names:
        return rows
    answered = [row for row in rows if CLASH not in row]
    values = sorted({row[name] for row in answered for name in names})
    place = {value: index for index, value in enumerate(values)}
    return [{**row, **{name: place[row[name]] for name in names if name in row}} for row in rows]


def _earnings(awards: frozenset[str], build: Build) -> Earnings:
    if not awards:
        return {}
    names = sorted(awards)
    columns = build.let(*[earned_verdict(name, build) for name in names])
    keys = {ROSTER: nw.col(ROSTER), ID: nw.col(ID)}
    frame = build.plan.rows(keys | {f"_e{i}": column for i, column in enumerate(columns)})
    return {
        (row[ROSTER], name, row[ID]): _FORTH[row[f"_e{i}"]]
        for row in build.backend.rows(frame)
        for i, name in enumerate(names)
    }
