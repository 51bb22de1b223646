"""Everything that is asked of a policy in its review."""

from __future__ import annotations

import datetime as dt
import functools
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from typing import Final

from thidua_rules.awards import Award, ByFact
from thidua_rules.facts import FactType
from thidua_rules.policies.model import Policy
from thidua_rules.readers.proof.answers import Answer
from thidua_rules.readers.proof.questions import Direction, Prover
from thidua_rules.readers.proof.sizes import enough
from thidua_rules.readers.proof.space import Bounds
from thidua_rules.scales.items import Judged

ASIDE: Final = ("gioi_tinh", "la_lanh_dao", "unit")
"""What a person is beside their merit: asked of every award whether it changes who is eligible."""

DIRECTIONS: Final = {
    "xep_loai_chat_luong": Direction.BETTER,
    "hoan_thanh_tot_nhiem_vu": Direction.BETTER,
    "hoan_thanh_xuat_sac_nhiem_vu": Direction.BETTER,
    "phieu_dong_y": Direction.BETTER,
    "sang_kien": Direction.BETTER,
    "hinh_thuc_ky_luat": Direction.WORSE,
    "hinh_thuc_ky_luat.hinh_thuc": Direction.WORSE,
    "thang_nghi_viec": Direction.WORSE,
}
"""Facts of the library's own vocabulary of which more is plainly better, or plainly worse."""

DAY: Final = dt.date(2022, 12, 31)
"""The day of a review where nothing in the policy names one."""


def review_day(policy: Policy) -> dt.date:
    """The last day on which every layer is in force, as far as they say; else the end of the year that the last began in."""
    ends = [layer.valid_to for layer in policy.layers if layer.valid_to is not None]
    if ends:
        return min(ends)
    starts = [layer.valid_from for layer in policy.layers if layer.valid_from is not None]
    return dt.date(max(starts).year, 12, 31) if starts else DAY


def prove_policy(
    policy: Policy, on: dt.date | None = None, bounds: Bounds | None = None, *, processes: int = 1
) -> tuple[Answer, ...]:
    """
    What a review asks of every possible subject of *policy*: first of its settings, then award by award.

    Args:
        policy: The policy.

        on: The day of the evaluation; by default :func:`review_day`.

        bounds: How large a case may be; by default as large as the numbers of each award ask for.

        processes: How many processes share the work; the answers are the same whatever their number.

    Lawful layers, facts that must not matter, more merit and more severe discipline, conditions that never decide,
    comparisons that nobody meets or fails, exceptions that never apply or that clash.

    Raises:
        ValueError: *processes* is below 1.
    """
    if processes < 1:
        message = f"expected at least 1 process, got {processes}"
        raise ValueError(message)
    day = on or review_day(policy)
    ask = functools.partial(_ask, policy, day, bounds)
    names = tuple(policy.awards)
    if min(processes, len(names)) < 2:  # noqa: PLR2004
        found = [ask(name) for name in names]
    else:
        with ProcessPoolExecutor(processes) as pool:
            found = list(pool.map(ask, names))
    return (*Prover(policy, day, bounds).legal_ranges(), *(one for answers in found for one in answers))


def _ask(policy: Policy, day: dt.date, bounds: Bounds | None, name: str) -> tuple[Answer, ...]:
    prover = Prover(policy, day, bounds or enough(policy, day, name))
    return (*prover.inside(name), *_of_award(prover, name))


def _of_award(prover: Prover, name: str) -> Iterator[Answer]:
    award = prover.policy.awards[name]
    for fact in ASIDE:
        if _may_have(prover.policy, award, fact):
            yield prover.irrelevant(name, fact)
    for fact, direction in directions(prover.policy, award).items():
        yield prover.monotone(name, fact, direction)
    yield from prover.dead(name)
    yield from prover.thresholds(name)
    yield from prover.exceptions(name)


def _may_have(policy: Policy, award: Award, fact: str) -> bool:
    spec = policy.facts.get(fact)
    return fact == "unit" or (spec is not None and bool(set(spec.subjects) & set(award.recipients)))


def directions(policy: Policy, award: Award) -> dict[str, Direction]:
    """
    Of which facts more is better, or worse, for *award*: those of the table above, the numbers that rank it, and the
    points that its scales are made of.
    """
    found = {name: way for name, way in DIRECTIONS.items() if _may_have(policy, award, name.split(".")[0])}
    for key in award.ranking:
        if isinstance(key, ByFact):
            found.setdefault(key.fact, Direction.BETTER if key.highest_first else Direction.WORSE)
    for name in sorted(award.uses().scales & policy.scales.keys()):
        found |= {one.fact: Direction.BETTER for one in policy.scales[name].walk() if isinstance(one, Judged)}
    used = award.uses()
    read = used.facts | {name for name, _ in used.records}
    return {
        name: way
        for name, way in found.items()
        if name.split(".")[0] in read | _scored(policy, award) and _ordered(policy, name)
    }


def _scored(policy: Policy, award: Award) -> frozenset[str]:
    names = award.uses().scales & policy.scales.keys()
    return frozenset(fact for name in names for fact in policy.scales[name].uses().facts)


def _ordered(policy: Policy, name: str) -> bool:
    lists, _, column = name.partition(".")
    spec = policy.facts.get(lists)
    if spec is None:
        return False
    inner = spec.field(column) if column else spec
    return inner is not None and inner.type not in {FactType.TEXT, FactType.PARTIAL_DATE}
