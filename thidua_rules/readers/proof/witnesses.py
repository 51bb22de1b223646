"""A model of the solver as a subject that a person can read, replay, and write down as a conformance case."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import attrs
import z3

from thidua_rules.criteria.base import Case
from thidua_rules.errors import ClashError
from thidua_rules.facts import ALL_KINDS, FactType, SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.readers.proof.logic import Formula
from thidua_rules.readers.proof.persons import DECISIONS, Person
from thidua_rules.readers.proof.space import Cell, Row, Rows, Space
from thidua_rules.readers.proof.world import WitnessWorld, eligibility
from thidua_rules.serialization.case_text import case_decision, flow
from thidua_rules.subjects import Decision, DecisionState, Record, Roster, Subject
from thidua_rules.values import FrozenMap, Marker, Value, tidy
from thidua_rules.verdicts import Verdict

ROSTER = "chung_cu"
WHO = "doi_tuong"
"""The id of a witness."""

_BRIEF = 4
_EARNED = (Verdict.UNKNOWN, Verdict.MET, Verdict.UNMET)


class NotDecimalError(Exception):
    """A model gives a fact a number that no decimal can write."""


@attrs.frozen
class Witness:
    """
    A subject that shows something, with those around it.

    Args:
        policy: The rules that it was judged under.

        award: The award that it was judged for.

        on: The day of the evaluation.

        roster: The subject, its unit and members, and the decisions taken.

        subject: Who it is about.

        verdict: Whether it is eligible, as the rules themselves say; None where two exceptions clash.

        assumed: What nothing in the roster settles and the question took as earned, not earned, or open.
    """

    policy: Policy = attrs.field(repr=False)
    award: str
    on: dt.date
    roster: Roster = attrs.field(repr=False)
    subject: Subject
    verdict: Verdict | None
    assumed: FrozenMap[tuple[str, str], Verdict] = attrs.field(factory=FrozenMap)

    @property
    def answer(self) -> str:
        """The verdict in a word."""
        return "CLASH" if self.verdict is None else self.verdict.value

    @property
    def brief(self) -> str:
        """The first of its facts and lists, as the names of the policy have them."""
        facts = [f"{name} {shown(value)}" for name, value in sorted(self.subject.facts.items())]
        lists = [f"{name} ×{len(rows)}" for name, rows in sorted(self.subject.records.items())]
        found = [*facts, *lists]
        return ", ".join([*found[:_BRIEF], *(["…"] if found[_BRIEF:] else [])]) or WHO

    @property
    def case(self) -> Case:
        """The subject as a criterion sees it."""
        return Case(self.subject, WitnessWorld(self.policy, self.roster, self.on, self.assumed))

    def to_case(self, case_id: str, description: str, *, policy: str = "") -> str:
        """
        The witness as a conformance case in YAML: one item of a list under ``cases``.

        Args:
            case_id: The id of the case.

            description: What it shows.

            policy: The file of the policy, where it does not ship with the library.
        """
        found: dict[str, object] = {
            "id": case_id,
            "description": description,
            "policy": {"file": policy} if policy else self.policy.id,
            "award": self.award,
            "on": self.on,
            "subject": {"id": self.subject.id, **_subject_data(self.subject)},
            "with": self._around(),
            "expected": self._expected(),
        }
        first, *rest = (f"{key}: {flow(value)}" for key, value in found.items())
        lines = [f"- {first}", *(f"  {line}" for line in rest)]
        lines += [f"  # assumed: {award} {who} {one.value}" for (award, who), one in self.assumed.items()]
        return "\n".join(lines) + "\n"

    def _around(self) -> dict[str, object]:
        others = {one.id: _subject_data(one) for one in self.roster.subjects if one.id != self.subject.id}
        rows = [case_decision(one) for one in self.roster.decisions]
        return ({"subjects": others} if others else {}) | ({"decisions": rows} if rows else {})

    def _expected(self) -> dict[str, object]:
        if self.verdict is None:
            return {}
        scope = self.policy.award(self.award).scope
        out = scope is not None and scope.verdict(self.case) is Verdict.UNMET
        return {"status": "OUT_OF_SCOPE"} if out else {"verdict": self.verdict.value}


def shown(value: Value | None) -> str:
    """A value in a few letters; what is not known as a question mark."""
    return "?" if value is None else flow(value).strip('"')


def _subject_data(subject: Subject) -> dict[str, object]:
    unit: dict[str, object] = {"unit": subject.unit} if subject.unit is not None else {}
    records = {name: [dict(row) for row in rows] for name, rows in sorted(subject.records.items())}
    facts = dict(sorted(subject.facts.items()))
    return {"kind": subject.kind.value, **unit, "facts": facts, "records": records}


class Decoder:
    """
    Reads a model of the solver.

    Args:
        model: The model.

        space: Whose variables it gives values to.

        context: Where the solver keeps it.
    """

    def __init__(self, model: Formula, space: Space, context: Formula) -> None:
        self._model = model
        self._context = context
        self._space = space

    def _of(self, formula: Formula) -> Formula:
        return self._model.eval(formula.translate(self._context), model_completion=True)

    def holds(self, formula: Formula) -> bool:
        """Whether a condition holds in the model."""
        return bool(z3.is_true(self._of(formula)))

    def whole(self, formula: Formula) -> int:
        """A whole number of the model."""
        return int(self._of(formula).as_long())

    def _decimal(self, formula: Formula) -> Decimal | int:
        found = self._of(formula)
        value = tidy(Fraction(found.numerator_as_long(), found.denominator_as_long()))
        if isinstance(value, Fraction):
            raise NotDecimalError
        return value

    def value(self, cell: Cell) -> Value:
        """The value of a fact that is known."""
        if self.holds(cell.marked):
            return Marker.NOT_ASSIGNED if self.holds(cell.applies) else Marker.NOT_APPLICABLE
        match cell.spec.type:
            case FactType.FLAG:
                return self.holds(cell.value)
            case FactType.INTEGER:
                return self.whole(cell.value)
            case FactType.DECIMAL:
                return self._decimal(cell.value)
            case FactType.DATE:
                return dt.date.fromordinal(self.whole(cell.value))
            case _:
                return self._space.texts.text(self.whole(cell.value))

    def record(self, row: Row) -> Record:
        """One row with the columns that are known."""
        return FrozenMap(
            {name: self.value(cell) for name, cell in row.cells.items() if self.holds(cell.known)}
        )

    def rows(self, rows: Rows) -> tuple[Record, ...]:
        """The rows that are there."""
        return tuple(self.record(row) for row in rows.rows if self.holds(row.present))

    def subject(self, person: Person, subject_id: str, unit: str | None) -> Subject:
        """One subject with what is known of it."""
        facts = {n: self.value(c) for n, c in sorted(_facts(person).items()) if self.holds(c.known)}
        lists = {n: self.rows(r) for n, r in sorted(_lists(person).items()) if self.holds(r.known)}
        kind = person.kind or ALL_KINDS[self.whole(person.kind_code)]
        return Subject(subject_id, kind, "", unit, FrozenMap(facts), FrozenMap(lists))

    def around(self, person: Person) -> tuple[Subject, tuple[Subject, ...]]:
        """A subject, and its unit with that unit's own, and its members."""
        units = list(self._units(person))
        main = self.subject(person, person.id, units[0].id if units else None)
        there = [member for here, member in person.members if self.holds(here)] if person.has_members else []
        return main, (*units, *(self.subject(one, one.id, person.id) for one in there))

    def _units(self, person: Person) -> Iterator[Subject]:
        if not person.has_unit or not self.holds(person.unit.given):
            return
        unit, texts = person.unit, self._space.texts
        upper = texts.text(self.whole(unit.upper_code)) if self.holds(unit.upper_given) else None
        yield self.subject(unit.person, texts.text(self.whole(unit.code)), upper)
        if upper is not None:
            kind = SubjectKind.XA if self.holds(unit.upper_is_commune) else SubjectKind.TAP_THE
            yield Subject(upper, kind, "")

    def decided(self, person: Person, subject_id: str, day: dt.date) -> Iterator[Decision]:
        """The decisions on a subject."""
        for award, code in sorted(_root(person).decisions.items()):
            state = None if award.startswith("?") else DECISIONS[self.whole(code)]
            if state is not None:
                cancelled = day if state == "huy_bo" else None
                yield Decision(award, subject_id, DecisionState(state), day, "", cancelled)

    def assumed(self, person: Person, subject_id: str) -> Iterator[tuple[tuple[str, str], Verdict]]:
        """What was left open of the awards of a subject, and that no decision settles."""
        decisions = _root(person).decisions
        for name, code in sorted(decisions.items()):
            if name.startswith("?") and self.whole(decisions[name[1:]]) == 0:
                yield (name[1:], subject_id), _EARNED[self.whole(code)]

    def witness(self, person: Person, policy: Policy, award: str, on: dt.date) -> Witness:
        """
        The subject that *person* stands for in the model, judged again by the rules themselves.

        Raises:
            NotDecimalError: A number of the model cannot be written.
        """
        main, others = self.around(person)
        people = [(person, main.id), *self._near(person, others)]
        decisions = tuple(one for who, name in people for one in self.decided(who, name, on))
        assumed = FrozenMap(pair for who, name in people for pair in self.assumed(who, name))
        roster = Roster(ROSTER, ROSTER, on.year, (main, *others), decisions)
        case = Case(main, WitnessWorld(policy, roster, on, assumed))
        try:
            verdict = eligibility(policy.award(award), case)
        except ClashError:
            verdict = None
        return Witness(policy, award, on, roster, main, verdict, assumed)

    def _near(self, person: Person, others: tuple[Subject, ...]) -> Iterator[tuple[Person, str]]:
        if person.has_unit and self.holds(person.unit.given):
            yield person.unit.person, others[0].id
        if person.has_members:
            yield from ((one, one.id) for here, one in person.members if self.holds(here))


def _root(person: Person) -> Person:
    return person if person.base is None else _root(person.base)


def _facts(person: Person) -> dict[str, Cell]:
    """The facts of a subject, with those of the subject that it is like."""
    return (_facts(person.base) if person.base is not None else {}) | person.facts


def _lists(person: Person) -> dict[str, Rows]:
    """The lists of a subject, with those of the subject that it is like."""
    return (_lists(person.base) if person.base is not None else {}) | person.lists
