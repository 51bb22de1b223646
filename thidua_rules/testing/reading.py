"""Conformance cases out of YAML: every fault of every file is reported, each with its place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final, cast

import attrs

from thidua_rules.citations import Citation
from thidua_rules.criteria.base import Criterion
from thidua_rules.criteria.logic import Clause
from thidua_rules.criteria.vocabulary import Vocabulary
from thidua_rules.errors import CaseError, Fault, InputError, UnknownNameError
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.places import HIDDEN, Faults, meant, shown
from thidua_rules.policies.validation.rosters import FIRST_YEAR, LAST_YEAR, id_problem, year_problem
from thidua_rules.scales import Scale
from thidua_rules.serialization import whole_vocabulary
from thidua_rules.serialization.shapes import Kinds
from thidua_rules.serialization.structure import BAD as BAD_VALUE
from thidua_rules.serialization.structure import Reader
from thidua_rules.subjects import Roster
from thidua_rules.testing.cases import (
    AwardTask,
    ConformanceCase,
    CriterionTask,
    Expectable,
    ProcedureTask,
    RoundingTask,
    ScaleTask,
    Task,
)
from thidua_rules.testing.documents import BAD
from thidua_rules.testing.expectations import (
    OF_AWARDS,
    OF_CRITERIA,
    OF_ROUNDINGS,
    OF_SCALES,
    ExpectationReader,
)
from thidua_rules.testing.layout import RawCase, Source, joined, raw_cases
from thidua_rules.testing.logic import LogicReader
from thidua_rules.testing.policies import Policies
from thidua_rules.testing.procedures import OF_PROCEDURES, ProcedureReader, read_expected
from thidua_rules.testing.rosters import SHAPELESS, RosterReader, place_text, roster_of
from thidua_rules.values import FrozenMap, Rounding, Value

TASKS: Final = ("award", "criterion", "scale", "logic", "rounding", "procedure")
KEYS: Final = (
    *("id", "description", "citation", "policy"),
    *TASKS,
    *("steps", "papers", "subject", "with", "on", "year", "expected"),
)
_NEED_A_POLICY: Final = ("award", "procedure")
ANY_DAY: Final = dt.date(2022, 12, 31)
"""The day of a case that is about no award and names none: nothing that it asks depends on it."""


def load_cases(
    sources: Iterable[Source], vocabulary: Vocabulary | None = None
) -> tuple[ConformanceCase, ...]:
    """
    The cases that *sources* hold, in the order of the files.

    Args:
        sources: Files, folders of files, or open files of bytes.

        vocabulary: The kinds that criteria may be written in; the built-in ones by default.

    Raises:
        CaseError: A file has faults; every one is listed, with its place.
    """
    faults: list[Fault] = []
    policies = Policies(vocabulary)
    found: list[ConformanceCase] = []
    places: dict[str, str] = {}
    for raw in raw_cases(sources, faults):
        one = _Reading(raw, policies, vocabulary, faults).case()
        name = raw.data.get("id")
        if isinstance(name, str) and name in places:
            problem = f"expected an id of its own, got {shown(name)} as in {places[name]}"
            faults.append(raw.fault("id", problem))
        places.setdefault(str(name), raw.name)
        found += [one] if one is not None else []
    if faults:
        raise CaseError(_once(faults))
    return tuple(found)


def _once(faults: list[Fault]) -> Iterator[Fault]:
    """*faults*, each once; what only follows from a value that could not be read is left out."""
    unread = [fault.path for fault in faults if fault.problem.startswith(SHAPELESS)]
    placed: set[str] = set()
    for fault in dict.fromkeys(faults):
        follows = BAD.description in fault.problem or HIDDEN in fault.problem
        inside = any(fault.path.startswith((f"{path}.", f"{path}[")) for path in unread)
        if not inside and not (follows and fault.path in placed):
            yield fault
        placed.add(fault.path)


class _Reading:
    """One case on its way in."""

    def __init__(
        self, raw: RawCase, policies: Policies, vocabulary: Vocabulary | None, faults: list[Fault]
    ) -> None:
        self._raw = raw
        self._data = {key: value for key, value in raw.data.items() if value is not None}
        self._policies = policies
        self._all = faults
        self._faults = Faults()
        self._reader = Reader(Kinds(whole_vocabulary(vocabulary)), self._faults)

    def case(self) -> ConformanceCase | None:
        """The case, or None where it has faults."""
        for key in self._raw.data:
            if key not in KEYS:
                self._wrong(key, f"unknown key{meant(key, KEYS)}")
        name, description, task = self._id(), self._description(), self._task()
        citation = self._citation(None if task is None or isinstance(task, RoundingTask) else task.policy)
        expected = self._expected(task)
        self._all += [self._raw.fault(path, problem) for path, problem in place_text(self._faults)]
        if task is None or self._faults:
            return None
        return ConformanceCase(name, description, citation, self._raw.name, task, expected)

    def _expected(self, task: Task | None) -> FrozenMap[str, Expectable]:
        data = self._data.get("expected")
        if isinstance(task, ProcedureTask) or (task is None and "procedure" in self._data):
            return read_expected(data, task, self._faults)
        keys, clauses = _expectable(task)
        notes = clauses_in(*task.policy.award(task.award).notes) if isinstance(task, AwardTask) else None
        return ExpectationReader(self._faults, clauses, notes).read(data, keys)

    def _wrong(self, place: str, problem: str) -> None:
        self._faults.add((place,), problem)

    def _id(self) -> str:
        value = self._data.get("id")
        if problem := "expected an id, got nothing" if value is None else id_problem(value):
            self._wrong("id", problem)
        return str(value)

    def _description(self) -> str:
        value = self._data.get("description")
        if not isinstance(value, str) or not value.strip():
            self._wrong("description", f"expected a sentence, got {_got(value)}")
        return " ".join(str(value).split())

    def _citation(self, policy: Policy | None) -> Citation | None:
        value = self._data.get("citation")
        if value is None:
            return None
        if not isinstance(value, str):
            self._wrong("citation", f"expected a citation such as 'nd_91_2017/10/4', got {shown(value)}")
            return None
        try:
            found = Citation.parse(value)
        except InputError as error:
            self._wrong("citation", error.faults[0].problem)
            return None
        if policy is not None and found.instrument not in policy.instruments:
            advice = meant(found.instrument, policy.instruments)
            self._wrong("citation", f"unknown instrument {shown(found.instrument)}{advice}")
        return found

    def _task(self) -> Task | None:
        named = [key for key in TASKS if key in self._data]
        if len(named) != 1:
            got = " and ".join(named) or "none"
            self._wrong("", f"expected exactly one of the keys {', '.join(TASKS)}, got {got}")
            return None
        if named == ["rounding"]:
            return self._rounding(self._data["rounding"])
        day = self._day()
        year = self._year(day)
        policy = self._policy(needed=named[0] in _NEED_A_POLICY)
        if named[0] in _NEED_A_POLICY and policy is None:
            return None
        if named == ["procedure"] and policy is not None:
            policy = _with_parameters(policy, self._parameters(policy))
            return ProcedureReader(self._faults, policy).read(self._data, day, year)
        award = self._award(policy) if named == ["award"] and policy is not None else None
        found = RosterReader(self._faults, award, year).read(
            self._data.get("subject"), self._data.get("with")
        )
        roster = roster_of(found, policy, year, self._faults)
        parameters = self._parameters(policy)
        return self._asked(named[0], award, _Around(policy, found.subject, roster, day, parameters))

    def _asked(self, name: str, award: str | None, around: _Around) -> Task | None:
        policy, subject, roster, day, parameters = attrs.astuple(around, recurse=False)
        if name == "award":
            if award is None or policy is None:
                return None
            return AwardTask(_with_parameters(policy, parameters), award, subject, roster, day)
        if name == "scale":
            scale = self._scale(policy)
            return None if scale is None else ScaleTask(policy, scale, subject, roster, day, parameters)
        criterion = self._criterion(name)
        return (
            None if criterion is None else CriterionTask(policy, criterion, subject, roster, day, parameters)
        )

    def _given_day(self) -> object:
        policy, value = self._data.get("policy"), self._data.get("on")
        return policy.get("on") if value is None and isinstance(policy, Mapping) else value

    def _day(self) -> dt.date:
        value = self._given_day()
        if isinstance(value, dt.date) and FIRST_YEAR <= value.year <= LAST_YEAR:
            return value
        if value is not None or any(name in self._data for name in _NEED_A_POLICY):
            self._wrong("on", f"expected a day as YYYY-MM-DD, got {_got(value)}")
        return ANY_DAY

    def _year(self, day: dt.date) -> int:
        value = self._data.get("year", day.year)
        if problem := year_problem(value):
            self._wrong("year", problem)
            return day.year
        return cast("int", value)

    def _policy(self, *, needed: bool) -> Policy | None:
        data = self._data.get("policy")
        if data is None and not needed:
            return None
        try:
            return self._policies.find(data, self._raw.file)
        except UnknownNameError as error:
            self._wrong("policy", str(error))
        except InputError as error:
            for fault in error.faults:
                self._wrong(joined("policy", fault.path), fault.problem)
        return None

    def _award(self, policy: Policy) -> str | None:
        name = self._data["award"]
        if isinstance(name, str) and name in policy.awards:
            return name
        advice = meant(name, policy.awards) if isinstance(name, str) else ""
        self._wrong("award", f"expected an award of the policy, got {shown(name)}{advice}")
        return None

    def _parameters(self, policy: Policy | None) -> FrozenMap[str, Value]:
        around = self._data.get("with")
        given = around.get("parameters") if isinstance(around, Mapping) else None
        if given is None:
            return FrozenMap()
        if not isinstance(given, Mapping):
            self._wrong("with.parameters", f"expected names with values, got {shown(given)}")
            return FrozenMap()
        for name, value in given.items():
            if policy is not None and name not in policy.parameters:
                self._wrong(f"with.parameters.{name}", f"unknown parameter{meant(name, policy.parameters)}")
            elif not isinstance(value, (bool, int, Decimal, str, dt.date)):
                self._wrong(f"with.parameters.{name}", f"expected one value, got {shown(value)}")
        return FrozenMap(given)

    def _criterion(self, name: str) -> Criterion | None:
        data = self._data[name]
        if name == "logic":
            return LogicReader(self._faults).read(data, ("logic",))
        found = self._reader.read(Criterion, data, ("criterion",))
        return None if found is BAD_VALUE else cast("Criterion", found)

    def _scale(self, policy: Policy | None) -> Scale | None:
        data = self._data["scale"]
        if isinstance(data, str):
            known = policy.scales if policy is not None else {}
            if data not in known:
                self._wrong("scale", f"expected a scale of the policy, got {shown(data)}{meant(data, known)}")
            return known.get(data)
        found = self._reader.read(Scale, data, ("scale",))
        return None if found is BAD_VALUE else cast("Scale", found)

    def _rounding(self, data: object) -> RoundingTask | None:
        found = self._reader.read(_Rounding, data, ("rounding",))
        if not isinstance(found, _Rounding):
            return None
        if found.step <= 0:
            self._wrong("rounding.step", f"expected a number above 0, got {found.step}")
        return RoundingTask(found.how, found.value, found.step)


@attrs.frozen
class _Around:
    policy: Policy | None
    subject: str
    roster: Roster
    on: dt.date
    parameters: FrozenMap[str, Value]


@attrs.frozen
class _Rounding:
    """A rounding as a case writes it."""

    how: Rounding
    value: Decimal | Fraction
    step: Decimal = Decimal(1)


def _got(value: object) -> str:
    return "nothing" if value is None else shown(value)


def _with_parameters(policy: Policy, parameters: Mapping[str, Value]) -> Policy:
    for name, value in parameters.items():
        if name in policy.parameters:
            policy = policy.with_parameter(name, value)
    return policy


def _expectable(task: Task | None) -> tuple[tuple[str, ...], Collection[str] | None]:
    """Which keys a task may expect, and which clauses may decide it."""
    match task:
        case AwardTask():
            award = task.policy.award(task.award)
            return OF_AWARDS, clauses_in(*award.eligibility, *award.holds)
        case CriterionTask():
            return OF_CRITERIA, clauses_in(task.criterion)
        case ScaleTask():
            return OF_SCALES, None
        case RoundingTask():
            return OF_ROUNDINGS, None
        case ProcedureTask():
            return OF_PROCEDURES, None
        case None:
            return tuple(dict.fromkeys((*OF_AWARDS, *OF_CRITERIA, *OF_SCALES, *OF_ROUNDINGS))), None


def clauses_in(*criteria: Criterion) -> dict[str, Clause]:
    """The clauses in *criteria*, those inside others too, by id."""
    found = (part for criterion in criteria for part in criterion.walk())
    return {one.id: one for one in found if isinstance(one, Clause)}
