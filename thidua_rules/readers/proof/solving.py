"""Puts one question to the solver: a model that a person can read, or none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import z3

from thidua_rules.readers.proof.logic import Formula, every, opposite
from thidua_rules.readers.proof.persons import Person
from thidua_rules.readers.proof.reasons import OpaqueError
from thidua_rules.readers.proof.space import Space
from thidua_rules.readers.proof.witnesses import Decoder

_PLACES = (0, 2, 6)
"""The decimal places that are tried, in turn, where a model has a number that no decimal can write."""


def solve(space: Space, asked: Iterable[Formula], people: Iterable[Person], *, plain: bool) -> Decoder | None:
    """
    A model of everything *asked* within what holds of *space*, or None where there is none.

    Args:
        space: Where the subjects live.

        asked: What the model must meet.

        people: The subjects that the question is about.

        plain: Whether to take away what the model does not need, so that a person sees what matters.

    Raises:
        OpaqueError: The solver gave no answer within its limit.
    """
    # a context of its own: what was asked before must not lead to another model
    context = z3.Context()
    solver = z3.Solver(ctx=context)
    solver.set("rlimit", space.bounds.effort)
    solver.add(*(one.translate(context) for one in (*space.conditions, *asked)))
    if _check(solver, space) == z3.unsat:
        return None
    wishes = [*_settled(people), *(_wishes(people) if plain else ())]
    found = _plainer(solver, [one.translate(context) for one in wishes])
    decimals = [one.translate(context) for one in space.decimals]
    return Decoder(_written(solver, found, decimals), space, context)


def _check(solver: Formula, space: Space) -> Formula:
    result = solver.check()
    if result == z3.unknown:
        raise OpaqueError("effort", str(space.bounds.effort))
    return result


def _plainer(solver: Formula, wishes: list[Formula]) -> Formula:
    """A model that meets as many of *wishes*, in their order, as can be met together."""
    found = solver.model()
    for wish in wishes:
        solver.push()
        solver.add(wish)
        if z3.is_true(found.eval(wish, model_completion=True)):
            continue
        if solver.check() == z3.sat:
            found = solver.model()
        else:
            solver.pop()
    return found


def _written(solver: Formula, found: Formula, decimals: list[Formula]) -> Formula:
    """A model whose numbers can be written as decimals."""
    for places in _PLACES:
        if all(_finite(found.eval(one, model_completion=True)) for one in decimals):
            return found
        solver.push()
        solver.add(*(z3.IsInt(one * 10**places) for one in decimals))
        if solver.check() == z3.sat:
            found = solver.model()
        solver.pop()
    if all(_finite(found.eval(one, model_completion=True)) for one in decimals):
        return found
    raise OpaqueError("decimal", "")


def _finite(value: Formula) -> bool:
    if not z3.is_rational_value(value) and not z3.is_int_value(value):
        return False
    rest = value.denominator_as_long()
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return bool(rest == 1)


def _settled(people: Iterable[Person]) -> Iterator[Formula]:
    """That every award that nothing settles was decided on, so that the witness holds in any evaluation."""
    for person in people:
        near = [person.unit.person] if person.has_unit else []
        near += [member for _, member in person.members] if person.has_members else []
        for one in (person, *near):
            yield from (one.decisions[name[1:]] != 0 for name in one.decisions if name.startswith("?"))


def _wishes(people: Iterable[Person]) -> Iterator[Formula]:
    """That no award was decided on, no member is there, no list has rows, no fact is known."""
    for person in people:
        if person.has_members:
            yield from (opposite(there) for there, _ in reversed(person.members))
        if person.has_unit:
            yield opposite(person.unit.given)
            yield person.unit.code >= person.space.texts.size
            yield opposite(person.unit.upper_given)
        for rows in person.lists.values():
            yield from (opposite(row.present) for row in reversed(rows.rows))
            yield opposite(rows.known)
        yield from (opposite(cell.known) for cell in person.facts.values())
        yield every(opposite(cell.marked) for cell in person.facts.values())
        yield from (code == 0 for name, code in person.decisions.items() if not name.startswith("?"))
