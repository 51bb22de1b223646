"""What a subject earned this year, what it registered for, and which group it belongs to."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs

from thidua_rules.criteria.base import Case, Criterion, Uses
from thidua_rules.facts import SubjectKind
from thidua_rules.findings import Finding, new_finding
from thidua_rules.subjects import DecisionState, Record, Subject
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict, disjunction, truth


@attrs.frozen
class Earned(Criterion):
    """
    Met by a council decision recorded in the roster; else, while none is recorded, by a recommendation.

    A cancelled or refused award is not earned. A tied, held or undetermined one is UNKNOWN.

    Args:
        award: The award's id.
    """

    kind: ClassVar[str] = "earned"

    award: str

    def verdict(self, case: Case) -> Verdict:
        """Whether it is earned."""
        return case.earned(self.award).verdict

    def check(self, case: Case) -> Finding:
        """Whether it is earned, and by what."""
        earning = case.earned(self.award)
        missing = case.missing(f"danh_hieu:{self.award}") if earning.verdict is UNKNOWN else ()
        return new_finding(
            "earned", earning.verdict, (("award", self.award),), earning.because, None, missing
        )

    def own_uses(self) -> Uses:
        """The award."""
        return Uses(awards=frozenset({self.award}))


@attrs.frozen
class Registered(Criterion):
    """
    Met when the subject registered, in the year, for one of the awards, and the registration was not refused.

    Args:
        awards: The awards of which any one is enough.

        records: The list of registrations, with columns ``danh_hieu``, ``ngay`` and ``chap_nhan``.
    """

    kind: ClassVar[str] = "registered"

    awards: tuple[str, ...]
    records: str = "dang_ky_thi_dua"

    def verdict(self, case: Case) -> Verdict:
        """UNKNOWN where the list is absent, or a row lacks what would settle it."""
        rows = case.records(self.records)
        if rows is None:
            return UNKNOWN
        return disjunction([self._row(row, case) for row in rows])

    def _row(self, row: Record, case: Case) -> Verdict:
        award, day, accepted = row.get("danh_hieu"), row.get("ngay"), row.get("chap_nhan")
        asked = UNKNOWN if award is None else truth(holds=award in self.awards)
        in_year = (
            UNKNOWN if day is None else truth(holds=isinstance(day, dt.date) and day in case.world.period)
        )
        return asked & in_year & (UNKNOWN if accepted is None else truth(holds=accepted is True))

    def check(self, case: Case) -> Finding:
        """Whether it registered, with the awards that it did register for."""
        verdict = self.verdict(case)
        rows = case.records(self.records)
        asked = (("awards", self.awards), ("records", self.records))
        if rows is None:
            return new_finding("registered", verdict, asked, None, None, case.missing(self.records))
        observed = tuple(sorted({str(row.get("danh_hieu")) for row in rows if row.get("danh_hieu")}))
        names = [
            f"{self.records}[{index}].{column}"
            for index, row in enumerate(rows)
            if self._row(row, case) is UNKNOWN
            for column in ("danh_hieu", "ngay", "chap_nhan")
            if row.get(column) is None
        ]
        missing = tuple(item for name in names for item in case.missing(name))
        return new_finding(
            "registered", verdict, asked, observed, None, missing if verdict is UNKNOWN else ()
        )

    def own_uses(self) -> Uses:
        """The list of registrations."""
        columns = ("", "danh_hieu", "ngay", "chap_nhan")
        return Uses(records=frozenset((self.records, column) for column in columns))


@attrs.frozen
class MemberOf(Criterion):
    """
    Met when the subject belongs to a group: directly, or through its unit's unit.

    Only the commune stands at the top: where another unit's own unit is not given, the answer is open.

    Args:
        groups: The ids of the groups, of which any one is enough.
    """

    kind: ClassVar[str] = "member-of"

    groups: tuple[str, ...]

    def verdict(self, case: Case) -> Verdict:
        """UNKNOWN where the subject's unit, or that unit's, is not given."""
        units = case.world.roster.units_of(case.subject)
        if any(unit in self.groups for unit in units):
            return MET
        return UNMET if _top(units, case).kind is SubjectKind.XA else UNKNOWN

    def check(self, case: Case) -> Finding:
        """Whether it belongs there, with the units that it does belong to."""
        verdict = self.verdict(case)
        units = case.world.roster.units_of(case.subject)
        missing = case.other(_top(units, case)).missing("unit") if verdict is UNKNOWN else ()
        return new_finding("member-of", verdict, (("groups", self.groups),), units, None, missing)


def _top(units: tuple[str, ...], case: Case) -> Subject:
    """The last subject of a chain of units that the roster holds, or the subject itself."""
    held = [unit for unit in units if case.world.roster.has_subject(unit)]
    return case.world.roster.subject(held[-1]) if held else case.subject


@attrs.frozen
class OfUnit(Criterion):
    """
    Asks a criterion of the unit that the subject belongs to.

    Args:
        criterion: What is asked of the unit.
    """

    kind: ClassVar[str] = "of-unit"

    criterion: Criterion

    def check(self, case: Case) -> Finding:
        """The unit's finding; UNKNOWN where the unit is not given."""
        unit = case.subject.unit
        if unit is None or not case.world.roster.has_subject(unit):
            return new_finding("of-unit", UNKNOWN, missing=case.missing("unit"))
        child = self.criterion.check(case.other(case.world.roster.subject(unit)))
        return new_finding("of-unit", child.verdict, children=(child,), deciders=(0,), subject=unit)

    def verdict(self, case: Case) -> Verdict:
        """The unit's verdict; UNKNOWN where the unit is not given."""
        unit = case.subject.unit
        if unit is None or not case.world.roster.has_subject(unit):
            return UNKNOWN
        return self.criterion.verdict(case.other(case.world.roster.subject(unit)))

    def uses(self) -> Uses:
        """What the criterion reads, as facts of another subject."""
        inner = self.criterion.uses()
        return attrs.evolve(inner, facts=frozenset(), member_facts=inner.facts | inner.member_facts)


@attrs.frozen
class NotCancelled(Criterion):
    """
    Met unless a decision that gave the award to the subject this year was cancelled.

    Args:
        award: The award's id.
    """

    kind: ClassVar[str] = "not-cancelled"

    award: str

    def verdict(self, case: Case) -> Verdict:
        """MET without a cancelled decision; never UNKNOWN, since the roster holds the decisions taken."""
        decision = case.world.roster.decision(self.award, case.subject.id)
        return truth(holds=decision is None or decision.state is not DecisionState.HUY_BO)

    def check(self, case: Case) -> Finding:
        """Whether the decision stands, with the day on which it was cancelled."""
        verdict = self.verdict(case)
        decision = case.world.roster.decision(self.award, case.subject.id)
        day = decision.cancelled_on if decision is not None and verdict is UNMET else None
        return new_finding("not-cancelled", verdict, (("award", self.award),), day)
