"""
The contract of a criterion, as a check that the author of one in another package can run.

``violations`` gives one line for each promise that a criterion breaks; ``assert_contract`` raises with all of them.
What is promised stands in :class:`thidua_rules.criteria.Criterion`: the same case gives the same finding, a missing
fact is UNKNOWN, ``verdict`` agrees with ``check``, ``own_uses`` names what is read, JSON and text lose nothing. Where
all of that holds, every reader that is installed is asked too, and has to say what ``evaluate`` says.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final

import attrs

from thidua_rules.awards import Authority, Award, Form
from thidua_rules.citations import Citation, Instrument
from thidua_rules.criteria.base import Case, Criterion, World
from thidua_rules.criteria.logic import Clause
from thidua_rules.criteria.vocabulary import Vocabulary
from thidua_rules.errors import ThiduaError
from thidua_rules.facts import ALL_KINDS, FactSpec
from thidua_rules.policies.layers import Layer, ParameterSpec
from thidua_rules.policies.model import Policy
from thidua_rules.rendering import Speaker, sentence
from thidua_rules.serialization import dumps, policy_from_json, policy_to_json
from thidua_rules.subjects import Record, Roster, Subject
from thidua_rules.testing.readers import disagreements
from thidua_rules.values import FrozenMap
from thidua_rules.verdicts import UNKNOWN, Verdict

IMPURE_MODULES: Final = frozenset(
    {"time", "random", "_random", "posix", "nt", "_socket", "_io", "io", "_ssl"}
)
IMPURE_NAMES: Final = frozenset({"datetime.now", "datetime.utcnow", "datetime.today", "date.today"})
YEAR: Final = 2022


def assert_contract(
    criterion: Criterion,
    subjects: Sequence[Subject],
    *,
    facts: Iterable[FactSpec] = (),
    parameters: Iterable[ParameterSpec] = (),
    vocabulary: Vocabulary | None = None,
) -> None:
    """
    Raise where *criterion* breaks a promise; see :func:`violations`.

    Raises:
        AssertionError: It breaks one; every one is listed.
    """
    found = violations(criterion, subjects, facts=facts, parameters=parameters, vocabulary=vocabulary)
    if found:
        raise AssertionError("\n".join(found))


def violations(
    criterion: Criterion,
    subjects: Sequence[Subject],
    *,
    facts: Iterable[FactSpec] = (),
    parameters: Iterable[ParameterSpec] = (),
    vocabulary: Vocabulary | None = None,
) -> tuple[str, ...]:
    """
    The promises that *criterion* breaks, one line each; nothing where it keeps them all.

    Args:
        criterion: What is checked.

        subjects: Persons, units … to ask it of: at least one that meets it and one that does not.

        facts: The specifications of the facts and records that it reads.

        parameters: The parameters that it reads.

        vocabulary: The kinds that it may be written in, itself included.
    """
    if not attrs.has(type(criterion)):
        return (*_value(criterion),)
    policy = _policy(criterion, tuple(facts), tuple(parameters))
    roster = Roster("hop_dong", "xa", YEAR, tuple(subjects))
    world = World(
        roster,
        day=dt.date(YEAR, 12, 31),
        parameters=policy.parameters_on(dt.date(YEAR, 12, 31)),
        specs=policy.facts,
    )
    checks: tuple[Callable[[], Iterator[str]], ...] = (
        lambda: _value(criterion),
        lambda: _both_verdicts(criterion, roster, world),
        lambda: _agreement(criterion, roster, world),
        lambda: _purity(criterion, roster, world),
        lambda: _reads(criterion, roster, world),
        lambda: _absence(criterion, roster, world),
        lambda: _round_trip(policy, vocabulary),
        lambda: _words(criterion, roster, world, policy),
    )
    found = tuple(line for check in checks for line in _guarded(check))
    return found or tuple(_guarded(lambda: disagreements(criterion, policy, roster, world)))


def _guarded(check: Callable[[], Iterator[str]]) -> list[str]:
    try:
        return list(check())
    except ThiduaError as error:
        return [f"raises {type(error).__name__}: {error}"]


def _policy(
    criterion: Criterion, facts: tuple[FactSpec, ...], parameters: tuple[ParameterSpec, ...]
) -> Policy:
    """The smallest policy that asks *criterion*."""
    citation = Citation("hop_dong")
    award = Award(
        id="thu",
        title_vi="Thử",
        title_en="Trial",
        form=Form.DANH_HIEU,
        recipients=ALL_KINDS,
        authority=Authority.CHU_TICH_UBND_XA,
        citations=(citation,),
        eligibility=(Clause("dieu_kien", citation, "Điều kiện", "condition", criterion),),
    )
    layer = Layer(
        id="hop_dong",
        title_vi="Hợp đồng",
        title_en="Contract",
        level="luat",
        instruments=(Instrument("hop_dong", "Hợp đồng", "contract"),),
        facts=facts,
        parameters=parameters,
        awards=(award,),
    )
    return Policy(id="hop_dong", title_vi="Hợp đồng", title_en="Contract", layers=(layer,))


def _value(criterion: Criterion) -> Iterator[str]:
    """It is a frozen value with a kind of its own."""
    cls = type(criterion)
    if not isinstance(getattr(cls, "kind", None), str):
        yield f"{cls.__name__} has no kind"
    if not attrs.has(cls):
        yield f"{cls.__name__} is no attrs class"
        return
    try:
        hash(criterion)
    except TypeError as error:
        yield f"{cls.__name__} cannot be hashed: {error}"
    field = next((one for one in attrs.fields(cls) if one.init), None)
    if field is not None:
        try:
            setattr(criterion, field.name, getattr(criterion, field.name))
        except attrs.exceptions.FrozenInstanceError:
            return
        yield f"{cls.__name__} can be changed: make it attrs.frozen"


def _cases(roster: Roster, world: World) -> Iterator[Case]:
    yield from (Case(one, world) for one in roster.subjects)


def _both_verdicts(criterion: Criterion, roster: Roster, world: World) -> Iterator[str]:
    """The subjects show it met and unmet, else little is tried."""
    found = {criterion.check(case).verdict for case in _cases(roster, world)}
    for verdict in (Verdict.MET, Verdict.UNMET):
        if verdict not in found:
            yield f"no subject makes it {verdict.value}: give one that does"


def _agreement(criterion: Criterion, roster: Roster, world: World) -> Iterator[str]:
    """``verdict`` agrees with ``check``; asked twice, both say the same."""
    for case in _cases(roster, world):
        first, again = criterion.check(case), criterion.check(case)
        if first != again:
            yield f"check gives two findings for {case.subject.id!r}"
        if criterion.verdict(case) is not first.verdict:
            yield f"verdict and check disagree on {case.subject.id!r}"
        if first.kind != criterion.kind:
            yield f"the finding is of kind {first.kind!r}, expected {criterion.kind!r}"


def _purity(criterion: Criterion, roster: Roster, world: World) -> Iterator[str]:
    """No clock, no randomness, no file, no network while it is asked."""
    called: set[str] = set()
    with _watching(called):
        for case in _cases(roster, world):
            criterion.check(case)
            criterion.verdict(case)
    for name in sorted(called):
        yield f"calls {name} while it is asked"


@contextmanager
def _watching(called: set[str]) -> Iterator[None]:
    """Notes the built-in functions that read something from outside."""

    def note(frame: FrameType, event: str, function: object) -> None:
        if event == "call" and frame.f_globals.get("__name__") == "os" and "environ" in frame.f_globals:
            called.add(f"os.{frame.f_code.co_qualname}")
        if event != "c_call":
            return
        owner = getattr(function, "__self__", None)
        module = getattr(function, "__module__", None) or type(owner).__module__
        qualified = getattr(function, "__qualname__", "")
        name = f"{module}.{qualified}"
        if module in IMPURE_MODULES or qualified in IMPURE_NAMES:
            called.add(name)

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield
    finally:
        sys.setprofile(before)


def _reads(criterion: Criterion, roster: Roster, world: World) -> Iterator[str]:
    """It reads no fact or record of its subject that ``uses`` does not name."""
    uses = criterion.uses()
    named = uses.facts | {name for name, _ in uses.records}
    read: set[str] = set()
    for case in _cases(roster, world):
        spied = Case(case.subject, world)
        spied.fact = _spied(case.fact, read)
        spied.records = _spied(case.records, read)
        criterion.check(spied)
    for name in sorted(read - named):
        yield f"reads {name!r}, which own_uses does not name"


def _spied(get: Callable[..., Any], read: set[str]) -> Any:  # noqa: ANN401  # it stands in for either look-up
    def spy(name: str, default: object = None) -> object:
        read.add(name)
        return get(name, default)

    return spy


def _absence(criterion: Criterion, roster: Roster, world: World) -> Iterator[str]:
    """A missing fact makes it UNKNOWN, or leaves it as it was; it never turns one answer into the other."""
    uses = criterion.uses()
    own = sorted(uses.facts | {name for name, _ in uses.records})
    for case in _cases(roster, world):
        whole = criterion.check(case).verdict
        for name in own:
            verdict = criterion.check(Case(without(case.subject, (name,)), world)).verdict
            if verdict not in {whole, UNKNOWN}:
                yield f"without {name!r}, {case.subject.id!r} turns from {whole.value} to {verdict.value}"
        bare = criterion.check(Case(without(case.subject, own), world))
        if own and bare.verdict is not UNKNOWN:
            yield f"with nothing known, {case.subject.id!r} is {bare.verdict.value}, expected UNKNOWN"
        if own and bare.verdict is UNKNOWN and not bare.relevant_missing():
            yield f"with nothing known, the finding for {case.subject.id!r} names no missing fact"


def without(subject: Subject, names: Iterable[str]) -> Subject:
    """*subject* without the facts and records *names*."""
    gone = set(names)
    facts = {key: value for key, value in subject.facts.items() if key not in gone}
    records: dict[str, tuple[Record, ...]] = {
        key: rows for key, rows in subject.records.items() if key not in gone
    }
    return attrs.evolve(subject, facts=FrozenMap(facts), records=FrozenMap(records))


def _round_trip(policy: Policy, vocabulary: Vocabulary | None) -> Iterator[str]:
    """JSON gives back an equal criterion."""
    text = dumps(policy_to_json(policy, vocabulary))
    json.loads(text)
    if policy_from_json(text, vocabulary) != policy:
        yield "JSON does not give back an equal criterion"


def _words(criterion: Criterion, roster: Roster, world: World, policy: Policy) -> Iterator[str]:
    """Both languages say something of every finding."""
    for lang in ("vi", "en"):
        speaker = Speaker(policy, lang, roster)
        for case in _cases(roster, world):
            if not sentence(criterion.check(case), speaker).strip():
                yield f"nothing is said of {case.subject.id!r} in {lang!r}"
