"""Items made of items: groups with what happens to absent parts, guards, evidence, alternatives, penalties."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

import attrs

from thidua_rules.criteria.base import Case, Criterion, Uses
from thidua_rules.scales.base import ABSENT, Absence, Exact, Item, Number, Points, State, added, holds
from thidua_rules.scales.items import Judged
from thidua_rules.values import as_fraction, tidy


@attrs.frozen(kw_only=True)
class Group(Item):
    """
    Items that are added up.

    Args:
        parts: The items.

        absence: What becomes of a part that was not assigned or does not apply. ``full``: it counts in full; ``spread``:
            its points go to the other parts of this group in proportion; ``rescale``: what all the parts below give is
            raised to the size of the block; ``zero``: it gives nothing.

        stated_block: The size of the block that the source names, where it names one: for the review.

        bonus: Whether its points are a bonus.

        outside: Whether they lie outside the scale's maximum.

        capped: Whether the sum never passes the stated maximum.
    """

    kind: ClassVar[str] = "group"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    parts: tuple[Item, ...]
    absence: Absence = Absence.ZERO
    stated_block: Number | None = None
    bonus: bool = False
    outside: bool = False
    capped: bool = False

    def score(self, case: Case) -> Points:
        """The sum of the parts, absent ones treated as the group says."""
        children = tuple([self._part(part, case) for part in self.parts])
        points = added(self, children)
        factor = self._factor(children)
        if factor is None:
            return attrs.evolve(points, state=State.NOT_ASSIGNED)
        limit = as_fraction(self.maximum) if self.capped else None
        low, high = as_fraction(points.low) * factor, as_fraction(points.high) * factor
        if limit is not None:
            low, high = min(low, limit), min(high, limit)
        note = f"rescaled:{tidy(factor)}" if factor != 1 else ""
        return attrs.evolve(points, low=tidy(low), high=tidy(high), note=note)

    def _part(self, part: Item, case: Case) -> Points:
        points = part.score(case)
        own = part.absence if isinstance(part, Judged) and part.absence is not None else self.absence
        if points.state in ABSENT and own is Absence.FULL:
            return attrs.evolve(points, low=part.maximum, high=part.maximum)
        return points

    def _factor(self, children: tuple[Points, ...]) -> Fraction | None:
        """What the sum is multiplied by; None where no part at all was assigned."""
        owns = {part.absence for part in self.parts if isinstance(part, Judged)}
        spreads = self.absence in {Absence.SPREAD, Absence.RESCALE} or Absence.SPREAD in owns
        if not spreads:
            return Fraction(1)
        gone = sum((as_fraction(one.maximum) for one in _absent(children)), start=Fraction(0))
        if gone == 0:
            return Fraction(1)
        size = sum((as_fraction(part.maximum) for part in self.parts), start=Fraction(0))
        return size / (size - gone) if size > gone else None

    def items(self) -> tuple[Item, ...]:
        """The parts."""
        return self.parts

    @property
    def floor(self) -> Exact:
        """The floors of the parts, added up."""
        return tidy(sum((as_fraction(part.floor) for part in self.parts), start=Fraction(0)))

    @property
    def ceiling(self) -> Exact | None:
        """The ceilings of the parts, added up; None where nothing limits one of them and the group has no cap."""
        tops = [part.ceiling for part in self.parts]
        if any(top is None for top in tops):
            return self.maximum if self.capped else None
        total = tidy(sum((as_fraction(top) for top in tops if top is not None), start=Fraction(0)))
        return min(total, self.maximum) if self.capped else total


def _absent(children: tuple[Points, ...]) -> list[Points]:
    """The absent parts, also those inside groups, that give nothing of their own."""
    found = []
    for one in children:
        if one.state in ABSENT and one.high == 0:
            found.append(one)
        elif one.children:
            found += _absent(one.children)
    return found


@attrs.frozen(kw_only=True)
class Guard(Item):
    """
    Another item's points, or none where a precondition is not met.

    Args:
        item: The item.

        needs: The precondition.
    """

    kind: ClassVar[str] = "guard"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    item: Item
    needs: Criterion

    def score(self, case: Case) -> Points:
        """The item's points where the precondition is surely met; from 0 where that is unknown."""
        sure, may, missing = holds(self.needs, case)
        if not may:
            return self.without(State.GUARDED)
        points = self.item.score(case)
        if sure or points.high == 0:
            return attrs.evolve(points, item=self.id)
        open_ = (*points.missing, *missing)
        return Points(self.id, 0, points.high, self.maximum, State.MISSING, None, "", open_, points.children)

    def items(self) -> tuple[Item, ...]:
        """The item."""
        return (self.item,)

    @property
    def ceiling(self) -> Exact | None:
        """The item's ceiling."""
        return self.item.ceiling

    def own_uses(self) -> Uses:
        """What the precondition reads."""
        return self.needs.uses()


@attrs.frozen(kw_only=True)
class Evidence(Item):
    """
    Another item's points, or none where there is no evidence.

    Here alone an absent fact counts as no: the table says "no evidence, no points", so evidence that nobody has
    recorded gives 0, with NO_EVIDENCE as its reason.

    Args:
        item: The item.

        fact: The flag that says that evidence was filed.
    """

    kind: ClassVar[str] = "evidence"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    item: Item
    fact: str

    def score(self, case: Case) -> Points:
        """The item's points where evidence was filed, else 0."""
        filed = case.flag(self.fact)
        if not filed:
            note = "evidence_refused" if filed is False else "evidence_not_recorded"
            return self.without(State.NO_EVIDENCE, note)
        return attrs.evolve(self.item.score(case), item=self.id)

    def items(self) -> tuple[Item, ...]:
        """The item."""
        return (self.item,)

    @property
    def ceiling(self) -> Exact | None:
        """The item's ceiling."""
        return self.item.ceiling

    def own_uses(self) -> Uses:
        """The flag."""
        return Uses(facts=frozenset({self.fact}))


@attrs.frozen(kw_only=True)
class BestOf(Item):
    """
    Alternatives of which only the one with the most points counts.

    Args:
        parts: The alternatives.
    """

    kind: ClassVar[str] = "best-of"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    parts: tuple[Item, ...]

    def score(self, case: Case) -> Points:
        """The best of the alternatives."""
        children = tuple([part.score(case) for part in self.parts])
        low = max((as_fraction(one.low) for one in children), default=Fraction(0))
        high = max((as_fraction(one.high) for one in children), default=Fraction(0))
        state = State.GIVEN if low == high else State.MISSING
        return Points(self.id, tidy(low), tidy(high), self.maximum, state, children=children)

    def items(self) -> tuple[Item, ...]:
        """The alternatives."""
        return self.parts

    @property
    def ceiling(self) -> Exact | None:
        """The best ceiling."""
        tops = [part.ceiling for part in self.parts]
        if any(top is None for top in tops):
            return None
        return max((top for top in tops if top is not None), default=0)
