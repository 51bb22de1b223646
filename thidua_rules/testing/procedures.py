"""
Cases of a dossier: the days of its steps and its papers in, who is late and by how much out.

Of each step that a case names, only what it says is compared: its state, its last day, by how many days it is late.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Final

from thidua_rules.evaluation.results import DossierResult, Fulfilment
from thidua_rules.evaluation.run import evaluate
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.policies.procedures import PAPERS, STEPS, Procedure
from thidua_rules.policies.validation.places import Faults, meant, shown
from thidua_rules.subjects import Record, Roster, Subject
from thidua_rules.testing.cases import Expectable, ProcedureTask
from thidua_rules.testing.expectations import VERDICTS
from thidua_rules.values import FrozenMap, Value
from thidua_rules.verdicts import UNMET

OF_PROCEDURES: Final = ("states", "due", "late", "early", "papers", "disorder")
STATES: Final = tuple(Fulfilment.__members__)
COMMUNE: Final = "xa"
_FORM: Final = "a procedure of the policy, or {id, award}"


class ProcedureReader:
    """
    Reads what a case says of a dossier; what is wrong is added to *faults*.

    Args:
        faults: Where faults go.

        policy: The policy of the case.
    """

    def __init__(self, faults: Faults, policy: Policy) -> None:
        self._faults = faults
        self._policy = policy

    def read(self, data: Mapping[str, object], day: dt.date, year: int) -> ProcedureTask | None:
        """The task of a case that holds ``procedure``, ``steps`` and ``papers``; None where it has none to ask."""
        found = self._procedure(data["procedure"])
        if found is None:
            return None
        procedure, award = found
        head = _given("thu_tuc", procedure.id) | _given("danh_hieu", award)
        steps = self._rows(data.get("steps"), "steps", [one.id for one in procedure.steps])
        papers = self._rows(data.get("papers"), "papers", [one.id for one in procedure.papers])
        if not steps:
            self._wrong(("steps",), "expected at least one step with its day, or null, got nothing")
        lists: dict[str, tuple[Record, ...]] = {
            STEPS: tuple(
                FrozenMap(head | {"buoc": name} | _given("ngay", day)) for name, day in steps.items()
            )
        }
        if "papers" in data:
            lists[PAPERS] = tuple(
                FrozenMap(head | {"giay_to": name} | _given("co", there)) for name, there in papers.items()
            )
        commune = Subject(COMMUNE, SubjectKind.XA, COMMUNE, records=FrozenMap(lists))
        return ProcedureTask(self._policy, procedure.id, Roster("case", "case", year, (commune,)), day)

    def _wrong(self, place: tuple[str, ...], problem: str) -> None:
        self._faults.add(place, problem)

    def _procedure(self, data: object) -> tuple[Procedure, str | None] | None:
        name, award = data, None
        if isinstance(data, Mapping):
            name, award = data.get("id"), data.get("award")
            for key in data.keys() - {"id", "award"}:
                self._wrong(("procedure", str(key)), f"unknown key{meant(str(key), ('id', 'award'))}")
        procedure = self._policy.procedures.get(name) if isinstance(name, str) else None
        if procedure is None:
            advice = meant(name, self._policy.procedures) if isinstance(name, str) else ""
            self._wrong(("procedure",), f"expected {_FORM}, got {shown(name)}{advice}")
            return None
        if award is not None and award not in procedure.awards:
            advice = meant(str(award), procedure.awards)
            self._wrong(("procedure", "award"), f"expected an award of it, got {shown(award)}{advice}")
            return None
        return procedure, award if isinstance(award, str) else None

    def _rows(self, data: object, section: str, known: Collection[str]) -> dict[str, Value | None]:
        if data is None:
            return {}
        if not isinstance(data, Mapping):
            self._wrong((section,), f"expected names with values, got {shown(data)}")
            return {}
        kind, wanted = (dt.date, "a day as YYYY-MM-DD") if section == "steps" else (bool, "true or false")
        found: dict[str, Value | None] = {}
        for name, value in data.items():
            if name not in known:
                self._wrong((section, name), f"unknown name{meant(name, known)}")
            elif value is not None and not isinstance(value, kind):
                self._wrong((section, name), f"expected {wanted}, or null, got {shown(value)}")
            else:
                found[name] = value
        return found


def _given(column: str, value: Value | None) -> dict[str, Value]:
    return {} if value is None else {column: value}


def read_expected(data: object, task: ProcedureTask | None, faults: Faults) -> FrozenMap[str, Expectable]:
    """What *data*, the ``expected`` of a case about a dossier, says: a key such as ``states.quyet_dinh`` for each name."""
    if not isinstance(data, Mapping) or not data:
        got = "nothing" if data is None or data == {} else shown(data)
        faults.add(("expected",), f"expected at least one of the keys {', '.join(OF_PROCEDURES)}, got {got}")
        return FrozenMap()
    found: dict[str, Expectable] = {}
    for key, value in data.items():
        if key not in OF_PROCEDURES:
            faults.add(("expected", key), f"unknown key{meant(key, OF_PROCEDURES)}")
        elif key == "disorder":
            found[key] = _pairs(value, faults)
        elif not isinstance(value, Mapping):
            faults.add(("expected", key), f"expected names with values, got {shown(value)}")
        else:
            found |= _named(key, value, task, faults)
    return FrozenMap(found)


def _pairs(value: object, faults: Faults) -> Expectable:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        problem = f"expected a list of 'first -> then', got {shown(value)}"
        faults.add(("expected", "disorder"), problem)
        return ()
    return tuple(sorted(value))


def _named(
    key: str, value: Mapping[str, object], task: ProcedureTask | None, faults: Faults
) -> dict[str, Expectable]:
    found: dict[str, Expectable] = {}
    known = None if task is None else _names(task, key)
    for name, one in value.items():
        if known is not None and name not in known:
            faults.add(("expected", key, name), f"unknown name{meant(name, known)}")
        elif problem := _problem(key, one):
            faults.add(("expected", key, name), f"expected {problem}, got {shown(one)}")
        else:
            found[f"{key}.{name}"] = _written(one)
    return found


def _names(task: ProcedureTask, key: str) -> list[str]:
    procedure = task.policy.procedures[task.procedure]
    return [one.id for one in (procedure.papers if key == "papers" else procedure.steps)]


def _problem(key: str, value: object) -> str:
    """What is expected under *key* where *value* is not that, or an empty text."""
    words = {"states": STATES, "papers": VERDICTS}.get(key)
    if words is not None:
        fits = (isinstance(value, str) and value in words) or (key == "papers" and value is None)
        return "" if fits else f"one of {', '.join(words)}"
    if key == "due":
        return "" if value is None or isinstance(value, dt.date) else "a day as YYYY-MM-DD or null"
    whole = value is None or (isinstance(value, int) and not isinstance(value, bool))
    return "" if whole else "a whole number or null"


def _written(value: object) -> Expectable:
    if isinstance(value, dt.date):
        return value.isoformat()
    return value if isinstance(value, (int, str)) else None


def run_procedure(task: ProcedureTask) -> dict[str, Expectable]:
    """Everything that a case may expect of the one dossier of *task*."""
    (dossier,) = evaluate(task.policy, task.roster, on=task.on, awards=()).dossiers
    return found_in(dossier)


def found_in(dossier: DossierResult) -> dict[str, Expectable]:
    """*dossier* as a case writes it."""
    found: dict[str, Expectable] = {}
    for one in dossier.steps:
        name = one.step.id
        found[f"states.{name}"] = one.state.value
        found[f"due.{name}"] = None if one.due is None else one.due.isoformat()
        found[f"late.{name}"] = one.late
        found[f"early.{name}"] = None
    found |= {f"early.{one.then}": one.early for one in dossier.orders if one.early is not None}
    there = {one.paper.id: one.verdict.value for one in dossier.papers}
    found |= {f"papers.{one.id}": there.get(one.id) for one in dossier.procedure.papers}
    disorder = (f"{one.first} -> {one.then}" for one in dossier.orders if one.verdict is UNMET)
    return found | {"disorder": tuple(sorted(disorder))}
