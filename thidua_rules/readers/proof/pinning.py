"""The formula of a criterion at one given case: what this reader says of it, to be held against ``verdict``."""

from __future__ import annotations

from collections.abc import Iterator

import z3

from thidua_rules.criteria.base import Case, Criterion
from thidua_rules.errors import PolicyError
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.readers.proof.encoding import Encoder
from thidua_rules.readers.proof.logic import Formula, opposite
from thidua_rules.readers.proof.operands import of_value
from thidua_rules.readers.proof.persons import DECISIONS, Person, Unit
from thidua_rules.readers.proof.reasons import OpaqueError
from thidua_rules.readers.proof.space import Bounds, Cell, Rows, Space
from thidua_rules.readers.proof.words import text_of
from thidua_rules.subjects import Record, Subject
from thidua_rules.values import Marker, Value
from thidua_rules.verdicts import MET, UNMET, Verdict


def verdict_of(criterion: Criterion, case: Case, policy: Policy | None = None) -> Verdict | None:
    """
    What the formula of *criterion* says of *case*; None where two exceptions clash.

    Args:
        criterion: The criterion.

        case: A subject in a world whose specifications it fits.

        policy: Whose scales are read, where the criterion asks for a score.

    Raises:
        PolicyError: The criterion cannot be encoded, or the case is none that its specifications allow.
    """
    world = case.world
    people = [case.subject, *(one.subject for one in case.members())]
    rows = max((len(rows) for one in people for rows in one.records.values()), default=0)
    unit = _unit_of(case)
    rows = max([rows, *(len(one) for one in (unit.records.values() if unit else ()))])
    space = Space(world.specs, Bounds(rows=rows, members=len(people) - 1))
    encoder = Encoder(space, world.period, world.parameters, policy.scales if policy else {}, {})
    person = Person(case.subject.id, case.subject.kind, space, main=True)
    try:
        truth = encoder.truth(criterion, person)
    except OpaqueError as error:
        problem = text_of(f"why_{error.reason.code}", "en", {"what": error.reason.what})
        raise PolicyError.one(criterion.kind, f"cannot be encoded: {problem}") from None
    solver = z3.Solver()
    solver.add(*space.conditions, *_pins(person, case))
    if solver.check() != z3.sat:
        raise PolicyError.one(case.subject.id, "expected a subject that its specifications allow")
    model = solver.model()
    met, unmet, clash = (
        z3.is_true(model.eval(one, model_completion=True)) for one in (truth.met, truth.unmet, truth.clash)
    )
    return None if clash else MET if met else UNMET if unmet else Verdict.UNKNOWN


def _unit_of(case: Case) -> Subject | None:
    unit = case.subject.unit
    return (
        case.world.roster.subject(unit) if unit is not None and case.world.roster.has_subject(unit) else None
    )


def _pins(person: Person, case: Case) -> Iterator[Formula]:
    yield from _subject(person, case)
    if person.has_unit:
        yield from _unit(person.unit, case)
    if person.has_members:
        for (there, member), one in zip(person.members, case.members(), strict=True):
            yield there
            yield from _subject(member, one)


def _subject(person: Person, case: Case) -> Iterator[Formula]:
    subject = case.subject
    if person.kind is None:
        yield person.is_(subject.kind)
    for name, cell in person.facts.items():
        yield from _cell(cell, subject.facts.get(name), person.space)
    for name, rows in person.lists.items():
        yield from _rows(rows, subject.records.get(name), person.space)
    for name, code in person.decisions.items():
        if name.startswith("?"):
            found = case.world.earned(name[1:], subject).verdict
            yield code == (1 if found is MET else 2 if found is UNMET else 0)
        else:
            decision = case.world.roster.decision(name, subject.id)
            yield code == DECISIONS.index(decision.state.value if decision else None)


def _unit(unit: Unit, case: Case) -> Iterator[Formula]:
    found = _unit_of(case)
    if found is None:
        yield opposite(unit.given)
        return
    texts = unit.person.space.texts
    yield unit.given
    yield unit.code == texts.code(found.id)
    yield from _subject(unit.person, case.other(found))
    upper = _unit_of(case.other(found))
    if upper is None:
        yield opposite(unit.upper_given)
        return
    yield unit.upper_given
    yield unit.upper_code == texts.code(upper.id)
    yield unit.upper_is_commune == (upper.kind is SubjectKind.XA)


def _cell(cell: Cell, value: Value | None, space: Space) -> Iterator[Formula]:
    if value is None:
        yield opposite(cell.known)
        return
    yield cell.known
    if isinstance(value, Marker):
        yield cell.marked
        yield cell.applies == (value is Marker.NOT_ASSIGNED)
        return
    yield opposite(cell.marked)
    yield cell.value == of_value(value, space).value


def _rows(rows: Rows, given: tuple[Record, ...] | None, space: Space) -> Iterator[Formula]:
    if given is None:
        yield opposite(rows.known)
        return
    yield rows.known
    for index, row in enumerate(rows.rows):
        if index >= len(given):
            yield opposite(row.present)
            continue
        yield row.present
        for name, cell in row.cells.items():
            yield from _cell(cell, given[index].get(name), space)
