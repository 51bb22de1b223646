"""One question in the making: its space, its encoders, the subjects that it is about, and how its answer is reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

import attrs

from thidua_rules.awards import Award
from thidua_rules.errors import ReplayError
from thidua_rules.facts import FactSpec, SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.readers.proof.answers import Answer, Claim, NotEncodable, Proved, Refuted
from thidua_rules.readers.proof.encoding import Encoder
from thidua_rules.readers.proof.logic import FALSE, Formula, Truth, opposite, some
from thidua_rules.readers.proof.persons import Person
from thidua_rules.readers.proof.reasons import OpaqueError, Reason
from thidua_rules.readers.proof.solving import solve
from thidua_rules.readers.proof.space import Bounds, Space
from thidua_rules.readers.proof.witnesses import WHO, Witness


@attrs.frozen(kw_only=True)
class Side:
    """
    An award under a policy.

    Args:
        policy: The policy.

        award: The award's id.
    """

    policy: Policy = attrs.field(repr=False)
    award: str

    @property
    def definition(self) -> Award:
        """The award itself."""
        return self.policy.award(self.award)

    def label(self) -> tuple[str, str]:
        """What the award is called, in Vietnamese and English."""
        return self.definition.title_vi, self.definition.title_en


Show = Callable[[Witness, Witness], Claim | None]
"""What a pair of witnesses shows, in a few words."""


class Session:
    """
    The subjects of one question, and the rules that they are asked about.

    Args:
        sides: The awards; their policies must specify facts alike.

        kind: The kind of subject.

        on: The day of the evaluation.

        bounds: How large a case may be.

        decisions: Whether decisions on awards that follow from their own conditions may have been taken.

        any_setting: Whether the parameters range over everything that a lower layer may set.
    """

    def __init__(
        self,
        sides: tuple[Side, ...],
        kind: SubjectKind,
        on: dt.date,
        bounds: Bounds,
        *,
        decisions: bool = True,
        any_setting: bool = False,
    ) -> None:
        self.on = on
        self.any_setting = any_setting
        self.sides = sides
        self.decisions = decisions
        self.space = Space(_specs(sides), bounds)
        self.main = Person(WHO, kind, self.space, main=True)
        self._encoders: dict[str, Encoder] = {}
        self._twins: list[Person] = []

    def encoder(self, side: Side) -> Encoder:
        """The encoder of a policy."""
        key = side.policy.content_hash
        if key not in self._encoders:
            self._encoders[key] = Encoder.of(side.policy, self.on, self.space, any_setting=self.any_setting)
        return self._encoders[key]

    def eligible(self, side: Side, person: Person | None = None) -> Truth:
        """
        Whether a subject is eligible for an award.

        Raises:
            OpaqueError: It cannot be encoded.
        """
        return self.encoder(side).eligible(side.definition, person or self.main)

    def why(self) -> tuple[Reason, ...]:
        """Every reason why the awards cannot be encoded, each once."""
        found = [one for side in self.sides for one in self.encoder(side).reasons(side.definition, self.main)]
        return tuple(dict.fromkeys(found))

    def twin(self) -> Person:
        """A subject that is like the main one until something of it is changed."""
        # kept, since encoders know people by their identity
        self._twins.append(Person(WHO, self.main.kind, self.space, self.main, main=True))
        return self._twins[-1]

    def model(self, asked: Iterable[Formula], *people: Person, plain: bool = True) -> Pair | None:
        """The subjects of a model in which *asked* holds, or None; each is judged again by the rules."""
        undecided = () if self.decisions else self._undecided()
        found = solve(self.space, (*asked, *undecided), people, plain=plain)
        if found is None:
            return None
        first, last = self.sides[0], self.sides[-1]
        before = found.witness(people[0], first.policy, first.award, self.on)
        return Pair(before, found.witness(people[-1], last.policy, last.award, self.on))

    def possible(self, asked: Iterable[Formula]) -> bool:
        """Whether *asked* can hold at all; nothing is replayed."""
        return solve(self.space, asked, (), plain=False) is not None

    def _undecided(self) -> list[Formula]:
        names = self.main.decisions
        return [
            code == 0 for name, code in names.items() if not name.startswith("?") and f"?{name}" not in names
        ]

    def under(self, clash: Formula = FALSE, *, twins: bool = False) -> tuple[Reason, ...]:
        """What a proof in this space rests on; *twins* where it is about two subjects who are otherwise alike."""
        bounds: dict[str, int] = {"rows": self.space.bounds.rows, "members": self.space.bounds.members}
        found = [Reason(name, str(bounds[name])) for name in sorted(self.space.touched)]
        if self.possible([clash]):
            found.append(Reason("clash", ""))
        if twins:
            found += [Reason("same", name) for name in sorted(self.main.left_open())]
        if not self.decisions:
            found.append(Reason("no_decisions", ""))
        if self.space.unvoted:
            found.append(Reason("no_votes", ""))
        return tuple(found)


@attrs.frozen
class Pair:
    """The two subjects of a model; the same one twice where a question is about one."""

    before: Witness
    after: Witness


def no_clash(*found: Truth) -> Formula:
    """That asking none of them raises a clash."""
    return opposite(some(one.clash for one in found))


def clash_of(*found: Truth) -> Formula:
    """That asking one of them raises a clash."""
    return some(one.clash for one in found)


def checked(claim: Claim, *, holds: bool) -> None:
    """
    Make sure that what a model promises is what the rules say.

    Raises:
        ReplayError: It is not.
    """
    if not holds:
        message = f"the witness against {claim.code} at {claim.path} does not replay: a fault of this library"
        raise ReplayError(message)


def merged(claim: Claim, answers: Iterable[Answer]) -> Answer:
    """One answer for several kinds of subject: refuted by any, else not encodable for any, else proved."""
    found = list(answers)
    refuted = [one for one in found if isinstance(one, Refuted)]
    if refuted:
        return refuted[0]
    why = tuple(dict.fromkeys(r for one in found if isinstance(one, NotEncodable) for r in one.why))
    if why:
        return NotEncodable(claim, why)
    return Proved(
        claim, tuple(dict.fromkeys(r for one in found if isinstance(one, Proved) for r in one.under))
    )


def attempt(claim: Claim, session: Session, ask: Callable[[], Answer]) -> Answer:
    """*ask*, or why it cannot be answered."""
    try:
        return ask()
    except OpaqueError as error:
        return NotEncodable(claim, session.why() or (error.reason,))


def _specs(sides: tuple[Side, ...]) -> Mapping[str, FactSpec]:
    found: dict[str, FactSpec] = {}
    for side in sides:
        for name, spec in side.policy.facts.items():
            found[name] = _joined(found.get(name, spec), spec) or spec
    return found


def specified_alike(sides: Iterable[Side]) -> tuple[Reason, ...]:
    """The facts that two policies specify differently; that one allows more values than the other is no difference."""
    first: dict[str, FactSpec] = {}
    found = []
    for side in sides:
        for name, spec in side.policy.facts.items():
            if _joined(first.setdefault(name, spec), spec) is None:
                found.append(Reason("specs", name))
    return tuple(dict.fromkeys(found))


def _joined(first: FactSpec, other: FactSpec) -> FactSpec | None:
    """
    The specification that allows what either does; None where they differ in more than which values there are.

    A value that only one policy has, such as a title of a lower layer, is to the other one more that no rule names.
    """
    if _meaning(first) != _meaning(other):
        return None
    wide, narrow = (first, other) if len(first.choices) >= len(other.choices) else (other, first)
    allowed = [one.id for one in wide.choices]
    named = {one.id for one in narrow.choices}
    if [one for one in allowed if one in named] != [one.id for one in narrow.choices]:
        return None
    fields = [_joined(a, b) for a, b in zip(first.fields, other.fields, strict=True)]
    kept = tuple(one for one in fields if one is not None)
    return attrs.evolve(wide, fields=kept) if len(kept) == len(fields) else None


def _meaning(spec: FactSpec) -> tuple[object, ...]:
    """What a specification allows, its labels and the values of a choice left aside."""
    return (
        spec.type,
        spec.subjects,
        spec.minimum,
        spec.maximum,
        spec.may_be_unassigned,
        tuple(one.id for one in spec.fields),
    )
