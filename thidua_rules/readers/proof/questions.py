"""The questions: what is asked of every possible subject, and what would show that it does not hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from enum import Enum

import attrs
import z3

from thidua_rules.awards import Award
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.readers.proof.answers import Answer, Claim, Proved, Refuted
from thidua_rules.readers.proof.lawful import inside, legal_ranges
from thidua_rules.readers.proof.logic import TRUE, Formula, Truth, every, opposite, some
from thidua_rules.readers.proof.pairs import claim_of, differ, pairwise
from thidua_rules.readers.proof.parts import EncodedAward, dead_clauses, exceptions, thresholds
from thidua_rules.readers.proof.persons import Person
from thidua_rules.readers.proof.reasons import OpaqueError
from thidua_rules.readers.proof.session import (
    Pair,
    Session,
    Side,
    attempt,
    checked,
    clash_of,
    merged,
    no_clash,
)
from thidua_rules.readers.proof.sizes import enough
from thidua_rules.readers.proof.space import Bounds, Cell, Rows
from thidua_rules.readers.proof.witnesses import Witness, shown


class Direction(Enum):
    """Whether more of something must never lose an award, or must never gain one."""

    BETTER = "more_is_better"
    WORSE = "more_is_worse"


class Prover:
    """
    Asks what holds for every possible subject of a policy.

    Args:
        policy: The rules.

        on: The day of the evaluation; the year under review is its year.

        bounds: How many rows and members a case may have; by default as many as the rules ask for, and one more.

        decisions: Whether decisions may have been taken on awards that follow from their own conditions.
    """

    def __init__(
        self, policy: Policy, on: dt.date, bounds: Bounds | None = None, *, decisions: bool = True
    ) -> None:
        self.policy = policy
        self.on = on
        self.bounds = bounds or enough(policy, on)
        self.decisions = decisions
        self._encoded: dict[tuple[Side, SubjectKind], EncodedAward] = {}

    def encoded(self, side: Side, kind: SubjectKind) -> EncodedAward:
        """An award encoded once for subjects of one kind, for all the questions about its parts."""
        key = (side, kind)
        if key not in self._encoded:
            self._encoded[key] = EncodedAward(self.session, side, kind)
        return self._encoded[key]

    def side(self, award: str) -> Side:
        """An award of this policy."""
        return Side(policy=self.policy, award=award)

    def _of(self, one: Side | str) -> Side:
        return self.side(one) if isinstance(one, str) else one

    def session(self, sides: tuple[Side, ...], kind: SubjectKind, *, any_setting: bool = False) -> Session:
        """One question about subjects of one kind, under the parameters as set, or under any that may be set."""
        return Session(sides, kind, self.on, self.bounds, decisions=self.decisions, any_setting=any_setting)

    def implied(self, first: Side | str, second: Side | str) -> Answer:
        """Whether whoever is eligible under *first* is eligible under *second*."""
        return self._related("implied", first, second, lambda a, b: every((a.met, opposite(b.met))))

    def equivalent(self, first: Side | str, second: Side | str) -> Answer:
        """Whether both give everybody the same verdict, also where facts are missing."""
        return self._related("equivalent", first, second, lambda a, b: opposite(a.same(b)))

    def disjoint(self, first: Side | str, second: Side | str) -> Answer:
        """Whether nobody is eligible under both."""
        return self._related("disjoint", first, second, lambda a, b: every((a.met, b.met)))

    def reform(self, other: Policy) -> tuple[Answer, ...]:
        """For each award of both policies: whether *other* gives everybody the same verdict."""
        shared = [name for name in self.policy.awards if name in other.awards]
        return tuple(self.equivalent(name, Side(policy=other, award=name)) for name in shared)

    def _related(
        self, code: str, first: Side | str, second: Side | str, broken: Callable[[Truth, Truth], Formula]
    ) -> Answer:
        sides = (self._of(first), self._of(second))
        return pairwise(self, claim_of(code, sides), sides, broken)

    def irrelevant(self, award: str, name: str) -> Answer:
        """Whether the fact, list or ``unit`` *name* never changes who is eligible."""
        side = self.side(award)
        words = (("award", side.label()), ("fact", _label(self.policy, name)))
        claim = Claim("irrelevant", f"awards.{award}.{name}", words)
        found = self._twins(claim, side, lambda one: _replaced(one, name), lambda a, b: opposite(a.same(b)))
        if isinstance(found, Proved) and name in _ranks(side.definition):
            return found.resting_on("ranking")
        return found

    def monotone(self, award: str, name: str, direction: Direction = Direction.BETTER) -> Answer:
        """
        Whether more of *name* never loses the award, or never gains it.

        Args:
            award: The award's id.

            name: A number, a day, a flag, or a fact whose choices stand in order; a list, of which one more row is more;
                or a column of a list, as ``list.column``.

            direction: Which of the two is asked.
        """
        side = self.side(award)
        words = (("award", side.label()), ("fact", _label(self.policy, name)))
        claim = Claim(direction.value, f"awards.{award}.{name}", words)

        def broken(before: Truth, after: Truth) -> Formula:
            worse, better = (after, before) if direction is Direction.BETTER else (before, after)
            lost = every((better.met, opposite(worse.met)))
            return some((lost, every((worse.unmet, opposite(better.unmet)))))

        return self._twins(claim, side, lambda one: _more(one, name), broken)

    def _twins(
        self,
        claim: Claim,
        side: Side,
        change: Callable[[Session], tuple[Person, list[Formula]]],
        broken: Callable[[Truth, Truth], Formula],
    ) -> Answer:
        return merged(
            claim, (self._twin(claim, side, kind, change, broken) for kind in side.definition.recipients)
        )

    def _twin(
        self,
        claim: Claim,
        side: Side,
        kind: SubjectKind,
        change: Callable[[Session], tuple[Person, list[Formula]]],
        broken: Callable[[Truth, Truth], Formula],
    ) -> Answer:
        session = self.encoded(side, kind).session

        def ask() -> Answer:
            before = session.eligible(side)
            twin, how = change(session)
            after = session.eligible(side, twin)
            asked = [broken(before, after), no_clash(before, after), *how]
            found = session.model(asked, session.main, twin)
            if found is None:
                return Proved(claim, session.under(clash_of(before), twins=True))
            checked(claim, holds=differ(claim.code, found.before.verdict, found.after.verdict))
            return Refuted(claim, found.before, found.after, shows_verdicts(found))

        return attempt(claim, session, ask)

    def dead(self, award: str) -> tuple[Answer, ...]:
        """For each condition of the award: whether it never decides, since the others leave nothing to it."""
        return dead_clauses(self, self.side(award))

    def thresholds(self, award: str) -> tuple[Answer, ...]:
        """For each comparison in the award that cannot be met, or cannot be failed: that it is so; else nothing."""
        return thresholds(self, self.side(award))

    def exceptions(self, award: str) -> tuple[Answer, ...]:
        """For each exception in the award: whether it never applies; for each two of a rule: whether they never clash."""
        return exceptions(self, self.side(award))

    def lawful(self) -> tuple[Answer, ...]:
        """
        For each layer below the first and each award of those above: whether it is never more generous than they are.

        What it sets within its legal range counts as theirs; what it sets beyond that is an answer of its own.
        """
        return (*self.legal_ranges(), *(one for name in self.policy.awards for one in self.inside(name)))

    def legal_ranges(self) -> tuple[Answer, ...]:
        """For each setting of a layer: whether the layers above allow it."""
        return legal_ranges(self.policy)

    def inside(self, award: str) -> tuple[Answer, ...]:
        """For each layer below the one that has *award*: whether it is never more generous than those above."""
        return tuple(inside(self, award))


def shows_verdicts(found: Pair) -> Claim:
    """That the verdict changes, and what of the subject changed."""
    change = " + ".join(_changes(found.before, found.after)) or "="
    pair = (found.before.answer, found.after.answer)
    words = (("change", (change, change)), ("before", (pair[0], pair[0])), ("after", (pair[1], pair[1])))
    return Claim("shows_pair", "", words)


def _changes(before: Witness, after: Witness) -> Iterator[str]:
    """What differs between two subjects, with both values; of lists and units only the names."""
    one, two = before.subject, after.subject
    for name in sorted({*one.facts, *two.facts}):
        if one.facts.get(name) != two.facts.get(name):
            yield f"{name} {shown(one.facts.get(name))} → {shown(two.facts.get(name))}"
    for name in sorted({*one.records, *two.records}):
        if one.records.get(name) != two.records.get(name):
            yield name
    if one.unit != two.unit or before.roster.subjects[1:2] != after.roster.subjects[1:2]:
        yield "unit"


def _label(policy: Policy, name: str) -> tuple[str, str]:
    lists, _, inner = name.partition(".")
    spec = policy.facts.get(lists)
    if spec is None:
        return ("Đơn vị", "unit") if name == "unit" else (name, name)
    column = spec.field(inner) if inner else None
    if column is None:
        return spec.label_vi, spec.label_en
    return f"{spec.label_vi} – {column.label_vi}", f"{spec.label_en} – {column.label_en}"


def _ranks(award: Award) -> frozenset[str]:
    """What the award reads beside its scope and conditions: keys, quotas, coverage."""
    return attrs.evolve(award, scope=None, eligibility=(), holds=(), notes=()).uses().facts | {
        name for key in award.quotas for name in ({"unit"} if key.group == "unit" else set())
    }


def _replaced(session: Session, name: str) -> tuple[Person, list[Formula]]:
    twin = session.twin()
    if name == "unit":
        twin.move()
        return twin, []
    spec = session.space.spec(name)
    if spec.type is FactType.RECORDS:
        session.main.records(name)
        twin._own_list(name)  # noqa: SLF001
    else:
        session.main.fact(name)
        twin._own_fact(name)  # noqa: SLF001
    return twin, []


def _more(session: Session, name: str) -> tuple[Person, list[Formula]]:
    """A twin with more of *name*, and what says so."""
    twin = session.twin()
    lists, _, column = name.partition(".")
    spec = session.space.spec(lists)
    if column:
        return twin, _more_column(session, twin, spec, column)
    if spec.type is FactType.RECORDS:
        rows = session.main.records(lists)
        extra = session.space.row(f"{lists}.extra", spec, TRUE)
        twin.lists[lists] = Rows(rows.known, (*rows.rows, extra), spec)
        return twin, [rows.known]
    before, after = session.main.fact(lists), twin.new_fact(spec)
    twin.facts[lists] = after
    return twin, [before.usable, after.usable, _less(session, before, after)]


def _more_column(session: Session, twin: Person, spec: FactSpec, column: str) -> list[Formula]:
    """A row with more in one column; the first, since the order of rows has no meaning."""
    rows = session.main.records(spec.id)
    first, *rest = rows.rows
    before = first.cell(column)
    after = session.space.cell(f"{spec.id}.{column}.more", before.spec)
    changed = attrs.evolve(first, cells={**first.cells, column: after})
    twin.lists[spec.id] = Rows(rows.known, (changed, *rest), spec)
    return [rows.known, first.present, before.usable, after.usable, _less(session, before, after)]


def _less(session: Session, before: Cell, after: Cell) -> Formula:
    """That one value is less than another, in the order of its type or of its choices."""
    match before.spec.type:
        case FactType.FLAG:
            return every((opposite(before.value), after.value))
        case FactType.CHOICE:
            ranks = [_rank(session, one) for one in (before, after)]
            return ranks[0] < ranks[1]
        case FactType.INTEGER | FactType.DECIMAL | FactType.DATE:
            return before.value < after.value
        case _:
            raise OpaqueError("unordered", before.spec.id)


def _rank(session: Session, cell: Cell) -> Formula:
    codes = [session.space.texts.code(one.id) for one in cell.spec.choices]
    return z3.Sum([z3.If(cell.value == code, index, 0) for index, code in enumerate(codes)])
