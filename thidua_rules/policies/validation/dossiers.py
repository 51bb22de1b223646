"""What is wrong with the rows of dossiers: procedures, steps, papers and subjects that nothing knows, steps taken twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from thidua_rules.facts import SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.policies.procedures import PAPERS, STEPS, Procedure
from thidua_rules.policies.validation.places import Faults, Names, Place, shown
from thidua_rules.subjects import Record
from thidua_rules.values import Value

LISTS: Final = (STEPS, PAPERS)
"""The lists whose rows are checked here, beside their columns."""

Rows = Mapping[str, Iterable[tuple[Place, Record]]]


def check_dossiers(
    policy: Policy, rows: Rows, kinds: Mapping[str, SubjectKind | None], faults: Faults
) -> None:
    """
    Add what is wrong with *rows* of dossiers.

    Args:
        policy: Its procedures are what they may name.

        rows: Those of each list, with their places.

        kinds: The kind of each subject of the roster, by id; None where that could not be read.

        faults: Where faults are added.
    """
    check = _Check(policy, kinds, faults)
    for place, row in rows.get(STEPS, ()):
        check.step(row, place)
    for place, row in rows.get(PAPERS, ()):
        check.paper(row, place)


class _Check:
    def __init__(self, policy: Policy, kinds: Mapping[str, SubjectKind | None], faults: Faults) -> None:
        self._procedures = policy.procedures
        self._names = Names(policy.procedures)
        self._kinds = kinds
        self._subjects = Names(kinds)
        self._parts: dict[tuple[str, str], Names] = {}
        self._first: dict[tuple[Value | None, ...], tuple[Place, Value | None]] = {}
        self._faults = faults

    def step(self, row: Record, place: Place) -> None:
        """A row of a step: one step of one dossier is taken once."""
        procedure = self._dossier(row, place)
        if procedure is None or not self._part(row, "buoc", "step", procedure, place):
            return
        key = tuple(row.get(name) for name in ("thu_tuc", "danh_hieu", "doi_tuong", "ho_so", "buoc"))
        first, day = self._first.setdefault(key, (place, row.get("ngay")))
        if first != place and day != row.get("ngay"):
            self._faults.add(
                (*place, "ngay"), f"expected one day for a step, got another one than in [{first[-1]}]"
            )

    def paper(self, row: Record, place: Place) -> None:
        """A row of a paper: what is not there has no day."""
        procedure = self._dossier(row, place)
        if procedure is None or not self._part(row, "giay_to", "paper", procedure, place):
            return
        if row.get("co") is False and (day := row.get("ngay")) is not None:
            self._faults.add(
                (*place, "ngay"), f"expected no day of a paper that is not there, got {shown(day)}"
            )

    def _dossier(self, row: Record, place: Place) -> Procedure | None:
        name = row.get("thu_tuc")
        if not isinstance(name, str):
            self._faults.add((*place, "thu_tuc"), "expected a procedure, got nothing")
            return None
        procedure = self._procedures.get(name)
        if procedure is None:
            self._faults.add((*place, "thu_tuc"), self._names.unknown("procedure", name))
            return None
        self._award(row.get("danh_hieu"), procedure, place)
        self._subject(row.get("doi_tuong"), procedure, place)
        return procedure

    def _award(self, name: Value | None, procedure: Procedure, place: Place) -> None:
        if isinstance(name, str) and name not in procedure.awards:
            wanted = f"one of {', '.join(procedure.awards)}" if procedure.awards else "no award"
            self._faults.add((*place, "danh_hieu"), f"expected {wanted}, got {shown(name)}")

    def _subject(self, name: Value | None, procedure: Procedure, place: Place) -> None:
        if not isinstance(name, str):
            return
        if name not in self._kinds:
            self._faults.add((*place, "doi_tuong"), self._subjects.unknown("subject", name))
        elif (kind := self._kinds[name]) is not None and kind not in procedure.recipients:
            wanted = " or ".join(one.value for one in procedure.recipients) or "no subject"
            self._faults.add(
                (*place, "doi_tuong"), f"expected {wanted}, got {shown(name)}, which is {kind.value}"
            )

    def _part(self, row: Record, column: str, what: str, procedure: Procedure, place: Place) -> bool:
        """Whether the row names a step or paper of its procedure."""
        name = row.get(column)
        if not isinstance(name, str):
            self._faults.add((*place, column), f"expected a {what}, got nothing")
            return False
        parts = procedure.steps if what == "step" else procedure.papers
        names = self._parts.setdefault((procedure.id, what), Names(one.id for one in parts))
        if name not in names:
            self._faults.add((*place, column), names.unknown(f"{what} of {procedure.id!r}", name))
        return name in names
