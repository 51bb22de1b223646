"""A policy applied to frames: its awards in the order of work, each as columns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from thidua_rules.awards import Award
from thidua_rules.errors import RosterError
from thidua_rules.periods import Period
from thidua_rules.policies.model import Policy
from thidua_rules.readers.columns.awards import add_award, add_paid
from thidua_rules.readers.columns.backends import Backend
from thidua_rules.readers.columns.build import Build
from thidua_rules.readers.columns.checks import check_frames
from thidua_rules.readers.columns.frames import Frames
from thidua_rules.readers.columns.gathering import prepare
from thidua_rules.readers.columns.result import Result, batches
from thidua_rules.readers.columns.schema import schema_faults
from thidua_rules.scales import Scale


def evaluate(
    policy: Policy, frames: Frames, *, on: dt.date | None = None, awards: Iterable[str] | None = None
) -> Result:
    """
    What *policy* says of everybody in *frames*: the statuses of ``thidua_rules.evaluate``, as columns.

    Args:
        policy: The rules.

        frames: The facts of many communes.

        on: The day of the evaluation; by default the last day of the frames' year.

        awards: Only these awards and those that they depend on; by default all.

    Raises:
        RosterError: A column is not known, or not of the type that its fact has; every one is listed.
        PolicyError: The policy cannot be evaluated on that day, or a criterion of another package reads an award
            without saying so.
        UnknownNameError: *awards* names one that the policy has not.
    """
    faults = schema_faults(policy, frames)
    if faults:
        raise RosterError(faults)
    chosen = [policy.awards[name] for name in policy.selected(awards)]
    names = {name for award in chosen for name in award.uses().scales}
    scales = [policy.scales[name] for name in sorted(names & policy.scales.keys())]
    build = Build(policy, frames, on or Period.year(frames.year).end, _used(chosen, scales))
    prepare([*chosen, *scales], build)
    for award in chosen:
        add_award(award, build)
    add_paid(chosen, build)
    build.close()
    return Result(
        policy=policy,
        frames=frames,
        day=build.day,
        awards=tuple(award.id for award in chosen),
        plan=build.plan,
    )


def _used(awards: list[Award], scales: list[Scale]) -> frozenset[str]:
    """The facts and lists that *awards* and *scales* read, of whatever subject."""
    found: set[str] = set()
    for uses in (*(one.uses() for one in awards), *(one.uses() for one in scales)):
        found |= uses.facts | uses.member_facts | {name for name, _ in uses.records}
    return frozenset(found)


def evaluate_parquet(
    policy: Policy,
    source: str | Path,
    target: str | Path,
    *,
    on: dt.date | None = None,
    awards: Iterable[str] | None = None,
    rosters: int = 100,
    backend: Backend | None = None,
    check: bool = True,
) -> int:
    """
    Evaluates the Parquet folder *source* into *target*, some communes at a time, so that memory stays bounded.

    Args:
        policy: The rules.

        source: What ``Frames.write_parquet`` wrote; reading is cheap where each file holds whole communes.

        target: The folder for the results.

        on: The day of the evaluation.

        awards: Only these awards and those that they depend on.

        rosters: How many communes are held at a time.

        backend: The engine; lazy Polars by default.

        check: Whether every row is checked before it is evaluated; spare it only for rows that were checked before.

    Returns:
        How many communes there were.

    Raises:
        RosterError: Rows have faults; what was written so far says which.
    """
    frames = Frames.scan_parquet(source, backend)
    names = frames.roster_ids()
    chosen_awards = None if awards is None else tuple(awards)
    for part, chosen in enumerate(batches(names, rosters)):
        reader = frames.backend
        part_frames = frames.only(chosen).read(reader)
        if check:
            check_frames(policy, part_frames)
        result = evaluate(policy, part_frames, on=on, awards=chosen_awards)
        result.write_parquet(target, part=part)
        result.release()
        reader.release()
    return len(names)
