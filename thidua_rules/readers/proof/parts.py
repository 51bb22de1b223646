"""Questions about the parts of an award: what never decides, what no subject reaches, which exceptions never apply."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from thidua_rules.criteria import comparisons, histories, logic, members, records, votes
from thidua_rules.criteria.base import Case, Criterion
from thidua_rules.errors import ClashError
from thidua_rules.facts import SubjectKind
from thidua_rules.readers.proof.answers import Answer, Claim, NotEncodable, Proved, Refuted
from thidua_rules.readers.proof.encoding import Visit
from thidua_rules.readers.proof.logic import Formula, Truth, every, some
from thidua_rules.readers.proof.persons import Person
from thidua_rules.readers.proof.reasons import OpaqueError
from thidua_rules.readers.proof.session import Session, Side, attempt, checked, clash_of, merged, no_clash
from thidua_rules.readers.proof.sizes import numbers
from thidua_rules.readers.proof.witnesses import Witness
from thidua_rules.scales import criteria as scored
from thidua_rules.verdicts import MET, UNMET, Verdict

if TYPE_CHECKING:
    from thidua_rules.readers.proof.questions import Prover

TESTS: Final = (
    comparisons.Between,
    comparisons.Compare,
    comparisons.MonthsSince,
    comparisons.OneOf,
    histories.ConsecutiveYears,
    members.MemberCount,
    members.MemberShare,
    records.Count,
    scored.ScoreReaches,
    scored.StandardsReach,
)
"""The kinds that have a threshold or a range of values."""


def dead_clauses(prover: Prover, side: Side) -> tuple[Answer, ...]:
    """For each condition: that nobody meets all the others and fails it."""
    return tuple(_dead(prover, side, clause) for clause in side.definition.eligibility)


def _dead(prover: Prover, side: Side, clause: logic.Clause) -> Answer:
    words = (("award", side.label()), ("clause", (clause.label_vi, clause.label_en)))
    claim = Claim("dead_clause", f"awards.{side.award}.{clause.id}", words, wanted=False)
    kinds = [one for one in side.definition.recipients if clause.applies(one)]
    return merged(claim, (_dead_for(prover, side, clause, claim, kind) for kind in kinds))


def _dead_for(prover: Prover, side: Side, clause: logic.Clause, claim: Claim, kind: SubjectKind) -> Answer:
    encoded = prover.encoded(side, kind)
    session = encoded.session
    award = side.definition
    scope = () if award.scope is None else (award.scope,)
    others = [one for one in (*scope, *award.condition(kind).criteria) if one is not clause]

    def ask() -> Answer:
        mine, rest = _alone(session, side, clause, others)
        found = session.model(_fails_alone(mine, rest), session.main, plain=False)
        if found is None:
            proved = Proved(claim, session.under(clash_of(mine, *rest)))
            return _never_decides(encoded, proved, clause, others)
        case = found.before.case
        alone = clause.verdict(case) is UNMET and all(one.verdict(case) is MET for one in others)
        checked(claim, holds=alone)
        return Refuted(claim, found.before)

    return attempt(claim, session, ask)


def _alone(
    session: Session, side: Side, clause: logic.Clause, others: list[Criterion]
) -> tuple[Truth, list[Truth]]:
    encoder = session.encoder(side)
    return encoder.truth(clause, session.main), encoder.each(others, session.main)


def _fails_alone(mine: Truth, rest: list[Truth]) -> list[Formula]:
    return [mine.unmet, *(one.met for one in rest), no_clash(mine, *rest)]


def _never_decides(
    encoded: EncodedAward, proved: Proved, clause: logic.Clause, others: list[Criterion]
) -> Proved:
    """That *clause* never decides; it says so where a ballot, or another setting of a parameter, would change that."""
    if any(isinstance(part, votes.Voted) for part in clause.walk()):
        return proved.resting_on("vote")
    wider = encoded.wider.session
    try:
        possible = wider.possible(_fails_alone(*_alone(wider, encoded.side, clause, others)))
    except OpaqueError:
        return proved
    return proved.resting_on("setting") if possible else proved


class EncodedAward:
    """
    An award encoded once, whose parts are then asked about.

    Args:
        start: How a question is begun.

        side: The award.

        kind: The kind of subject.

        any_setting: Whether the parameters range over everything that a lower layer may set.
    """

    def __init__(
        self, start: Callable[..., Session], side: Side, kind: SubjectKind, *, any_setting: bool = False
    ) -> None:
        self.session = start((side,), kind, any_setting=any_setting)
        self.side = side
        self._wider = (
            None if any_setting else functools.partial(EncodedAward, start, side, kind, any_setting=True)
        )
        self.opaque: list[logic.Clause] = []
        encoder = self.session.encoder(side)
        for clause in side.definition.eligibility:
            if not clause.applies(kind):
                continue
            try:
                encoder.truth(clause, self.session.main)
            except OpaqueError:
                self.opaque.append(clause)
        self.visits = tuple(encoder.visits)

    def witness(self, asked: list[Formula], truth: Truth) -> Witness | None:
        """A subject for which *asked* holds and *truth* does not clash."""
        found = self.session.model([*asked, no_clash(truth)], self.session.main, plain=False)
        return None if found is None else found.before

    @functools.cached_property
    def wider(self) -> EncodedAward:
        """The same award where the parameters range over everything that a lower layer may set."""
        return self if self._wider is None else self._wider()

    def proved(
        self, claim: Claim, clash: Formula, criterion: Criterion, person: Person, verdict: Verdict
    ) -> Proved:
        """That *criterion* never has *verdict*; it says so where another setting of a parameter would change that."""
        found = Proved(claim, self.session.under(clash))
        wider = self.wider
        for visit in wider.visits:
            if visit.criterion is criterion and visit.person.id == person.id:
                asked = [visit.truth.is_(verdict), *_there(visit.person, wider.session.main)]
                if wider.session.possible(asked):
                    return found.resting_on("setting")
        return found

    def any_witness(self, asked: list[Formula]) -> Witness | None:
        """A subject for which *asked* holds, whatever else clashes."""
        found = self.session.model(asked, self.session.main)
        return None if found is None else found.before


def case_of(witness: Witness, person: Person) -> Case:
    """The case of whom *person* stands for: the witness, its unit, or one of its members."""
    case = witness.case
    if person.main:
        return case
    if witness.roster.has_subject(person.id):
        return case.other(witness.roster.subject(person.id))
    unit = witness.subject.unit
    return case if unit is None else case.other(witness.roster.subject(unit))


def thresholds(prover: Prover, side: Side) -> tuple[Answer, ...]:
    """For each comparison: that it is never met, and that it is never failed."""
    found: dict[tuple[str, int], tuple[Claim, list[Answer]]] = {}
    for kind in side.definition.recipients:
        award = prover.encoded(side, kind)
        for clause, visit in _tests(award):
            for code, verdict in (("never_met", MET), ("never_unmet", UNMET)):
                words = (
                    ("award", side.label()),
                    ("clause", (clause.label_vi, clause.label_en)),
                    ("test", _test(visit.criterion)),
                )
                claim = Claim(code, f"awards.{side.award}.{clause.id}", words, wanted=False)
                key = (code, id(visit.criterion))
                answers = found.setdefault(key, (claim, []))[1]
                answers.append(_reached(award, claim, visit, verdict))
        for clause in award.opaque:
            claim = _opaque_claim(award, clause, "never_met")
            answer = NotEncodable(claim, award.session.why())
            found.setdefault((claim.code, id(clause)), (claim, []))[1].append(answer)
    return tuple(merged(claim, answers) for claim, answers in found.values())


def _tests(award: EncodedAward) -> Iterator[tuple[logic.Clause, Visit]]:
    """Every comparison with the clause of the award that it stands in; those of other awards are theirs."""
    for clause in award.side.definition.eligibility:
        inside = {id(part) for part in clause.walk()}
        for visit in award.visits:
            if id(visit.criterion) in inside and isinstance(visit.criterion, TESTS):
                yield clause, visit


def _test(criterion: Criterion) -> tuple[str, str]:
    """A comparison in a few words: its kind and the names that it reads."""
    uses = criterion.uses()
    names = sorted(
        {*uses.facts, *uses.member_facts, *uses.parameters, *uses.scales, *(n for n, _ in uses.records)}
    )
    text = f"{criterion.kind}({', '.join(names)})"
    return text, text


def _reached(award: EncodedAward, claim: Claim, visit: Visit, verdict: Verdict) -> Answer:
    def ask() -> Answer:
        there = _there(visit.person, award.session.main)
        witness = award.witness([visit.truth.is_(verdict), *there], visit.truth)
        if witness is None:
            _within_bounds(award, visit)
            return award.proved(claim, visit.truth.clash, visit.criterion, visit.person, verdict)
        checked(claim, holds=visit.criterion.verdict(case_of(witness, visit.person)) is verdict)
        return Refuted(claim, witness)

    return attempt(claim, award.session, ask)


def _within_bounds(award: EncodedAward, visit: Visit) -> None:
    """
    Make sure that the bounds, and not the rule, are not what keeps a count from being reached.

    Raises:
        OpaqueError: The count asks for more than the bounds allow.
    """
    bounds, parameters = award.session.space.bounds, award.session.encoder(award.side).parameters
    for what, most in (("rows", bounds.rows), ("members", bounds.members)):
        for wanted in numbers(visit.criterion, what, parameters):
            if wanted > most + 1:
                raise OpaqueError("bound", str(wanted - 1))


def _there(person: Person, main: Person) -> list[Formula]:
    """That a unit or member is there at all."""
    if person.main:
        return []
    if main.has_unit and person is main.unit.person:
        return [main.unit.given]
    return [there for there, one in main.members if one is person] if main.has_members else []


def exceptions(prover: Prover, side: Side) -> tuple[Answer, ...]:
    """For each exception: that it never applies; for each two of one rule: that they never clash."""
    found: dict[tuple[str, int, str], tuple[Claim, list[Answer]]] = {}
    for kind in side.definition.recipients:
        award = prover.encoded(side, kind)
        inside = {id(part) for one in side.definition.eligibility for part in one.walk()}
        for visit in award.visits:
            if isinstance(visit.criterion, logic.Unless) and id(visit.criterion) in inside:
                for name, claim, answer in _of_rule(award, visit.criterion, visit.person):
                    found.setdefault((claim.code, id(visit.criterion), name), (claim, []))[1].append(answer)
        for clause in award.opaque:
            claim = _opaque_claim(award, clause, "dead_exception")
            answer = NotEncodable(claim, award.session.why())
            found.setdefault((claim.code, id(clause), ""), (claim, []))[1].append(answer)
    return tuple(merged(claim, answers) for claim, answers in found.values())


def _opaque_claim(award: EncodedAward, clause: logic.Clause, code: str) -> Claim:
    label = (clause.label_vi, clause.label_en)
    words = (("award", award.side.label()), ("clause", label), ("exception", label), ("test", ("*", "*")))
    return Claim(code, f"awards.{award.side.award}.{clause.id}", words, wanted=False)


def _of_rule(award: EncodedAward, rule: logic.Unless, person: Person) -> Iterator[tuple[str, Claim, Answer]]:
    for index, one in enumerate(rule.exceptions):
        label = (one.label_vi or one.name, one.label_en or one.name)
        words = (("award", award.side.label()), ("exception", label))
        claim = Claim("dead_exception", f"awards.{award.side.award}.{one.name}", words, wanted=False)
        yield one.name, claim, _applies(award, claim, one, person)
        for other in rule.exceptions[index + 1 :]:
            pair = f"{one.name} / {other.name}"
            both = (
                ("award", award.side.label()),
                ("first", (one.name, one.name)),
                ("second", (other.name, other.name)),
            )
            claim = Claim("no_clash", f"awards.{award.side.award}.{pair}", both)
            yield pair, claim, _clash(award, claim, (one, other), rule, person)


def _applies(award: EncodedAward, claim: Claim, one: logic.Exempt, person: Person) -> Answer:
    def ask() -> Answer:
        when = award.session.encoder(award.side).truth(one.when, person)
        witness = award.witness([when.met, *_there(person, award.session.main)], when)
        if witness is None:
            return award.proved(claim, when.clash, one.when, person, MET)
        checked(claim, holds=one.when.verdict(case_of(witness, person)) is MET)
        return Refuted(claim, witness)

    return attempt(claim, award.session, ask)


def _clash(
    award: EncodedAward,
    claim: Claim,
    pair: tuple[logic.Exempt, logic.Exempt],
    rule: logic.Unless,
    person: Person,
) -> Answer:
    def ask() -> Answer:
        encoder = award.session.encoder(award.side)
        (when, then), (other_when, other_then) = (
            (encoder.truth(one.when, person), encoder.truth(one.then, person)) for one in pair
        )
        apart = _apart(then, other_then)
        parts = (when, then, other_when, other_then)
        asked = [when.met, other_when.met, apart, no_clash(*parts), *_there(person, award.session.main)]
        # the award itself may have no verdict here, so only the rule is replayed
        found = award.any_witness(asked)
        if found is None:
            return Proved(claim, award.session.under(clash_of(*parts)))
        checked(claim, holds=_clashes(rule, case_of(found, person)))
        return Refuted(claim, found)

    return attempt(claim, award.session, ask)


def _apart(one: Truth, other: Truth) -> Formula:
    return some((every((one.met, other.unmet)), every((one.unmet, other.met))))


def _clashes(rule: logic.Unless, case: Case) -> bool:
    try:
        rule.verdict(case)
    except ClashError:
        return True
    return False
