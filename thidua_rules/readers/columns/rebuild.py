"""From frames back to rosters: for whatever is asked of the scalar path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

import attrs
import narwhals as nw

from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.readers.columns.frames import ID, KEYS, KIND, MARKER, NAME, ROSTER, SUBJECT, UNIT, Frames
from thidua_rules.subjects import Ballot, Decision, DecisionState, Record, Roster, Subject
from thidua_rules.values import FrozenMap, Marker, Value

Cells = Mapping[str, Any]


def rebuilt(
    policy: Policy, frames: Frames, rosters: Sequence[str], kinds: Sequence[SubjectKind] | None = None
) -> Iterator[Roster]:
    """
    The rosters named, with everything that the frames know of them; an id stands for a name that they lack.

    Only subjects of *kinds* are rebuilt where some are named.
    """
    part = frames.only(rosters)
    if kinds is not None:
        part = _of_kinds(part, kinds)
    subjects = _by_roster(part, part.subjects)
    lists = {name: _by_roster(part, native) for name, native in part.records.items()}
    decisions, ballots = _by_roster(part, part.decisions), _by_roster(part, part.ballots)
    for name in rosters:
        rows = {record: _by_subject(found.get(name, ())) for record, found in lists.items()}
        yield Roster(
            name,
            name,
            frames.year,
            tuple(_subject(row, rows, policy) for row in subjects.get(name, ())),
            tuple(_decision(row) for row in decisions.get(name, ())),
            tuple(_ballot(row) for row in ballots.get(name, ())),
        )


def _of_kinds(frames: Frames, kinds: Sequence[SubjectKind]) -> Frames:
    """*frames* without subjects of other kinds, and without their rows."""
    subjects = nw.from_native(frames.subjects).filter(nw.col(KIND).is_in([kind.value for kind in kinds]))
    keys = subjects.select(nw.col(ROSTER), nw.col(ID).alias(SUBJECT))

    def theirs(native: Any) -> Any:  # noqa: ANN401  # a frame of any engine
        return nw.from_native(native).join(keys, on=[ROSTER, SUBJECT], how="semi").to_native()

    records = FrozenMap({name: theirs(one) for name, one in frames.records.items()})
    return attrs.evolve(frames, subjects=subjects.to_native(), records=records, decisions=None, ballots=None)


def _by_roster(frames: Frames, native: Any) -> dict[str, list[Cells]]:  # noqa: ANN401  # a frame of any engine
    found: dict[str, list[Cells]] = {}
    if native is not None:
        for row in frames.backend.rows(nw.from_native(native)):
            found.setdefault(row[ROSTER], []).append(row)
    return found


def _by_subject(rows: Iterable[Cells]) -> dict[str, list[Cells]]:
    found: dict[str, list[Cells]] = {}
    for row in rows:
        found.setdefault(row[SUBJECT], []).append(row)
    return found


def _subject(row: Cells, lists: Mapping[str, dict[str, list[Cells]]], policy: Policy) -> Subject:
    facts: dict[str, Value] = {}
    records: dict[str, tuple[Record, ...]] = {}
    for name, cell in row.items():
        if name in (*KEYS, NAME) or cell is None:
            continue
        if name.endswith(MARKER):
            facts[name.removesuffix(MARKER)] = Marker(cell)
            continue
        spec = policy.facts.get(name)
        if spec is None or spec.type is not FactType.RECORDS:
            facts[name] = _value(cell, spec)
        elif cell is True:
            records[name] = tuple(_record(one, spec) for one in lists.get(name, {}).get(row[ID], ()))
    name = row.get(NAME) or row[ID]
    return Subject(row[ID], SubjectKind(row[KIND]), name, row.get(UNIT), FrozenMap(facts), FrozenMap(records))


def _record(row: Cells, spec: FactSpec) -> Record:
    cells = {name: _value(cell, spec.field(name)) for name, cell in row.items() if cell is not None}
    return FrozenMap({name: value for name, value in cells.items() if name not in {ROSTER, SUBJECT}})


def _value(cell: Value, spec: FactSpec | None) -> Value:
    """A cell as the scalar path reads it: a decimal without places is whole where the fact is."""
    if spec is not None and spec.type is FactType.INTEGER and isinstance(cell, Decimal):
        return int(cell)
    return cell


def _decision(row: Cells) -> Decision:
    state, number, cancelled = DecisionState(row["state"]), row.get("number") or "", row.get("cancelled_on")
    return Decision(row["award"], row[SUBJECT], state, row["date"], number, cancelled)


def _ballot(row: Cells) -> Ballot:
    numbers = (row["members"], row["present"], row["approvals"], row.get("written") or 0)
    return Ballot(row["award"], row[SUBJECT], row["date"], *numbers, row.get("secret"))
