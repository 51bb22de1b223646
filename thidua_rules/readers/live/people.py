"""People and units that come, go and move."""

from __future__ import annotations

from thidua_rules.facts import SubjectKind
from thidua_rules.policies.validation.dossiers import LISTS, check_dossiers
from thidua_rules.policies.validation.places import Names, Place, shown
from thidua_rules.policies.validation.rosters import NEVER_UNITS, check_subject
from thidua_rules.readers.live.events import Joined, Left, Moved
from thidua_rules.readers.live.plans import Plan, Planner
from thidua_rules.subjects import Record


class People(Planner):
    """Plans the events by which a roster grows and shrinks."""

    def joined(self, event: Joined) -> Plan:
        """One more subject."""
        one, place = event.subject, ("subject",)
        dossiers: dict[str, list[tuple[Place, Record]]] = {name: [] for name in LISTS}
        check_subject(one, place, self._checker, dossiers)
        if any(dossiers.values()):
            kinds = {other.id: other.kind for other in self._roster.subjects}
            check_dossiers(self._policy, dossiers, kinds | {one.id: one.kind}, self._faults)
        if self._roster.has_subject(one.id):
            self._refuse(
                (*place, "id"), f"expected an id of its own, got {shown(one.id)}: it is in the roster"
            )
        if one.kind is SubjectKind.XA and self._roster.has_commune:
            self._refuse((*place, "kind"), "expected one commune in a roster, got 'xa': there is one")
        self._unit(one.id, one.unit, (*place, "unit"))
        return Plan(lambda: self._roster.join(one), lambda state: state.touch_joined(one.id))

    def left(self, event: Left) -> Plan:
        """One subject less."""
        subject = self._subject(event.subject)
        members, rows = len(self._roster.member_ids(event.subject)), self._roster.rows_on(event.subject)
        if members:
            self._refuse(
                ("subject",), f"expected somebody without members, got one with {members}: move them first"
            )
        if rows:
            problem = (
                f"expected no decision or ballot on somebody who leaves, got {rows}: withdraw them first"
            )
            self._refuse(("subject",), problem)
        if self._roster.in_dossiers(event.subject):
            self._refuse(
                ("subject",),
                "expected nobody whom a dossier is about: withdraw the rows of the dossier first",
            )
        unit = subject.unit if subject else None
        return Plan(
            lambda: self._roster.leave(event.subject), lambda state: state.touch_left(event.subject, unit)
        )

    def moved(self, event: Moved) -> Plan:
        """Another unit."""
        subject = self._subject(event.subject)
        self._unit(event.subject, event.unit, ("unit",))
        unit = subject.unit if subject else None
        return Plan(
            lambda: self._roster.move(event.subject, event.unit),
            lambda state: state.touch_moved(event.subject, unit),
        )

    def _unit(self, subject: str, unit: str | None, place: Place) -> None:
        """Add what is wrong with *unit* as the unit of *subject*."""
        if unit is None:
            return
        above = self._roster.units_of(self._roster.subject(unit)) if self._roster.has_subject(unit) else ()
        if subject in {unit, *above}:
            self._refuse(place, f"expected no unit that contains itself, got {shown(unit)}")
        elif not self._roster.has_subject(unit):
            known = Names(one.id for one in self._roster.subjects if one.kind not in NEVER_UNITS)
            self._refuse(place, known.unknown("unit", unit))
