"""
From items to a result: the total, bonuses and penalties, the class with its side conditions, vetoes and caps.

The total is what the groups give, bonuses inside or outside the maximum, less penalties up to their cap. The class
is read off the total; a veto or a cap can only lower it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import ClassVar

import attrs

from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria.base import Case, Criterion, Part, Uses
from thidua_rules.criteria.comparisons import Op, compare_bounds
from thidua_rules.errors import PolicyError
from thidua_rules.findings import Missing
from thidua_rules.scales.base import ABSENT, BEATEN, Exact, Item, Number, Points, total
from thidua_rules.scales.groups import Group
from thidua_rules.scales.ledgers import Ledger
from thidua_rules.values import Rounding, as_fraction, tidy
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict, conjunction

Open = Callable[[], Iterable[Missing]]
"""What a condition still depends on, looked for when it matters."""


@attrs.frozen(kw_only=True)
class Threshold(Part):
    """
    The points that a class needs of subjects that meet a condition.

    Of several that hold the lowest counts; where none holds, the highest of all.
    """

    kind: ClassVar[str] = "threshold"

    when: Criterion
    start: Number


@attrs.frozen(kw_only=True)
class ScoreClass(Part):
    """
    A class of the scale.

    Args:
        id: Its name.

        label_vi: What people call it.

        label_en: The same in English.

        start: The points from which it is given; None: as the scale's thresholds say.

        start_included: Whether the start itself is enough.

        end: The points up to which the source gives it, or None: for the review.

        requires: Side conditions, all of them.

        no_zero_item: Whether no item may stand at 0.

        contradictory: Whether the source says both "above" and "from" of the start: for the review.
    """

    kind: ClassVar[str] = "score-class"

    id: str
    label_vi: str
    label_en: str
    start: Number | None
    start_included: bool = True
    end: Number | None = None
    requires: tuple[Criterion, ...] = ()
    no_zero_item: bool = False
    contradictory: bool = False


@attrs.frozen(kw_only=True)
class Ceiling(Part):
    """
    A condition under which the class is at most another one: a veto, where that is the lowest.

    Args:
        when: The condition.

        at_most: The best class that it leaves.
    """

    kind: ClassVar[str] = "ceiling"

    when: Criterion
    at_most: str


@attrs.frozen(kw_only=True)
class TieKey(Part):
    """One step of the table's own chain for ties: a fact, or a ballot or authority where *fact* is empty."""

    kind: ClassVar[str] = "tie-key"

    id: str
    fact: str = ""
    highest_first: bool = True


@attrs.frozen(kw_only=True)
class Share(Part):
    """
    How many the table lets through after ranking.

    Args:
        of: What is counted, or the stratum.

        percent: The rate, or None.

        places: The number of places, or None.
    """

    kind: ClassVar[str] = "share"

    of: str
    percent: Number | None = None
    places: int | None = None


@attrs.frozen
class Score:
    """
    The result of a scale for one case.

    Args:
        scale: The scale's id.

        low: The smallest total that the missing facts allow.

        high: The largest.

        maximum: The stated maximum.

        points: The items' points.

        classes: From the best class that the missing facts allow to the worst, all between included; one where it is settled.

        missing: The missing facts that could still change the total.

        class_missing: The missing facts that could still change the class.

        standards: For each group inside the maximum, its points and its stated maximum.
    """

    scale: str
    low: Exact
    high: Exact
    maximum: Exact
    points: tuple[Points, ...]
    classes: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    class_missing: tuple[Missing, ...] = ()
    standards: tuple[Points, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether one total is known."""
        return self.low == self.high

    def item(self, item_id: str) -> Points | None:
        """The points of one item, or None."""
        found = (one for points in self.points for one in points.walk())
        return next((one for one in found if one.item == item_id), None)


@attrs.frozen(kw_only=True)
class Scale(Part):
    """
    How points are given.

    Args:
        id: Its name, ascii Vietnamese.

        label_vi: What it is.

        label_en: The same in English.

        maximum: The maximum that the table states.

        groups: What gives points.

        penalties: What takes points from the total, or None.

        penalty_max: The most that penalties take, or None.

        minimum_percent: The least share of its own maximum that every group inside the maximum must reach, or None.

        thresholds: The points that the class without a start needs, by condition.

        classes: The classes, the best first; the last one takes everybody.

        ceilings: Vetoes and caps on the class.

        rounding: The rounding of the total, or None: exact.

        step: The step that it rounds to.

        point_step: The smallest part of a point in the table, or None: for the review.

        ties: The table's own chain for ties.

        shares: How many the table lets through.

        stated_total: What the source itself adds its parts up to, where that differs: for the review.

        settable: Whether a lower layer may put a scale of its own in its place, under the same id.

        defects: What is wrong with the source, in its readers' words, vi then en, where no rule can find it.

        citation: Where it stands, or None.

        standing: How well it was confirmed.
    """

    kind: ClassVar[str] = "scale"

    id: str
    label_vi: str
    label_en: str
    maximum: Number
    groups: tuple[Item, ...]
    penalties: Ledger | None = None
    penalty_max: Number | None = None
    minimum_percent: Number | None = None
    thresholds: tuple[Threshold, ...] = ()
    classes: tuple[ScoreClass, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()
    rounding: Rounding | None = None
    step: Number = 1
    point_step: Number | None = None
    ties: tuple[TieKey, ...] = ()
    shares: tuple[Share, ...] = ()
    stated_total: Number | None = None
    settable: bool = False
    defects: tuple[tuple[str, str], ...] = ()
    citation: Citation | None = None
    standing: Standing = Standing.CONFIRMED

    def __attrs_post_init__(self) -> None:
        known = [one.id for one in self.classes]
        for ceiling in self.ceilings:
            if ceiling.at_most not in known:
                raise PolicyError.one("ceilings", f"unknown class {ceiling.at_most!r}")

    @property
    def standards(self) -> tuple[Item, ...]:
        """The groups inside the maximum that are no bonus."""
        return tuple(g for g in self.groups if not (isinstance(g, Group) and (g.bonus or g.outside)))

    def walk(self) -> tuple[Item, ...]:
        """Every item, parents first."""
        found = [item for group in self.groups for item in group.walk()]
        return tuple(found if self.penalties is None else [*found, self.penalties])

    @property
    def ceiling(self) -> Exact | None:
        """The most points that the rules can reach, bonuses outside the maximum left aside; None where unlimited."""
        inside = [g for g in self.groups if not (isinstance(g, Group) and g.outside)]
        tops = [group.ceiling for group in inside]
        if any(top is None for top in tops):
            return None
        return tidy(sum((as_fraction(top) for top in tops if top is not None), start=Fraction(0)))

    def score(self, case: Case) -> Score:
        """
        The total of *case* with its class, both as bounds where facts are missing.

        Raises:
            RosterError: A fact is not of the type that an item needs, or more than its maximum.
        """
        points = tuple([group.score(case) for group in self.groups])
        inside = self.standards
        standards = tuple([one for group, one in zip(self.groups, points, strict=True) if group in inside])
        low, high = total(points)
        if self.penalties is not None:
            taken = self._penalised(self.penalties, case)
            points = (*points, taken)
            low, high = low - self._taken(taken.low), high - self._taken(taken.high)
        low, high = self._rounded(max(low, Fraction(0))), self._rounded(max(high, Fraction(0)))
        missing = set() if low == high else {item for one in points for item in one.open_facts()}
        return self._classified(
            Score(
                self.id,
                tidy(low),
                tidy(high),
                self.maximum,
                points,
                missing=tuple(sorted(missing)),
                standards=standards,
            ),
            case,
        )

    def _penalised(self, penalties: Ledger, case: Case) -> Points:
        """What the penalties leave of their start; what they can no longer take, no missing fact changes."""
        points = penalties.counted(case)
        settled = self._taken(points.low) == self._taken(points.high)
        return attrs.evolve(points, note=BEATEN) if settled else points

    def _taken(self, rest: Exact) -> Fraction:
        """What the penalties take: a ledger that starts at its maximum and falls."""
        start = as_fraction(0 if self.penalties is None else self.penalties.begin)
        taken = start - as_fraction(rest)
        return taken if self.penalty_max is None else min(taken, as_fraction(self.penalty_max))

    def _rounded(self, total: Fraction) -> Fraction:
        return total if self.rounding is None else as_fraction(self.rounding.to_step(total, self.step))

    def _classified(self, score: Score, case: Case) -> Score:
        if not self.classes:
            return score
        best, worst = self._class_bounds(score, case)
        names = tuple(one.id for one in self.classes[best : worst + 1])
        open_ = self._class_missing(score, case, best, worst) if best < worst else set()
        return attrs.evolve(score, classes=names, class_missing=tuple(sorted(open_)))

    def _class_bounds(self, score: Score, case: Case) -> tuple[int, int]:
        """The indices of the best and the worst class that the missing facts allow; the last takes everybody."""
        best = worst = len(self.classes) - 1
        for index, one in enumerate(self.classes[:-1]):
            reached = conjunction(verdict for verdict, _ in self._conditions(one, score, case))
            if reached is not UNMET:
                best = min(best, index)
            if reached is MET:
                worst = index
                break
        for ceiling in self.ceilings:
            verdict = ceiling.when.verdict(case)
            if verdict is not UNMET:
                worst = max(worst, self._index(ceiling))
            if verdict is MET:
                best = max(best, self._index(ceiling))
        return best, worst

    def _index(self, ceiling: Ceiling) -> int:
        return [one.id for one in self.classes].index(ceiling.at_most)

    def _conditions(self, one: ScoreClass, score: Score, case: Case) -> Iterator[tuple[Verdict, Open]]:
        """Everything that the class needs: whether it holds, and the missing facts that it still depends on."""
        yield self._total_reaches(one, score, case)
        for points in score.standards:
            if one.no_zero_item:
                yield from (_given(leaf) for leaf in points.walk() if not leaf.children)
            if self.minimum_percent is not None:
                least = as_fraction(points.maximum) * as_fraction(self.minimum_percent) / 100
                yield compare_bounds(points.low, points.high, Op.AT_LEAST, least), points.open_facts
        for criterion in one.requires:
            finding = criterion.check(case)
            yield finding.verdict, finding.relevant_missing

    def _total_reaches(self, one: ScoreClass, score: Score, case: Case) -> tuple[Verdict, Open]:
        op = Op.AT_LEAST if one.start_included else Op.ABOVE
        least, most = self._start(one, case)
        verdicts = {compare_bounds(score.low, score.high, op, start) for start in (least, most)}
        if least == most or verdicts in ({MET}, {UNMET}):
            return verdicts.pop(), lambda: score.missing
        return UNKNOWN, lambda: {*self._start_missing(most, case), *score.missing}

    def _start(self, one: ScoreClass, case: Case) -> tuple[Number, Number]:
        """The least and the most that the class may need."""
        if one.start is not None:
            return one.start, one.start
        found = [(t.when.verdict(case), t.start) for t in self.thresholds]
        every = max((start for _, start in found), default=0)
        least = min((start for verdict, start in found if verdict is not UNMET), default=every)
        most = min((start for verdict, start in found if verdict is MET), default=every)
        return least, most

    def _start_missing(self, most: Number, case: Case) -> set[Missing]:
        """What is missing to know whether less than *most* is enough."""
        findings = [one.when.check(case) for one in self.thresholds if one.start < most]
        return {item for finding in findings for item in finding.relevant_missing()}

    def _class_missing(self, score: Score, case: Case, best: int, worst: int) -> set[Missing]:
        """The missing facts that keep the class between *best* and *worst*."""
        found: set[Missing] = set()
        for one in self.classes[best:worst]:
            conditions = list(self._conditions(one, score, case))
            if all(verdict is not UNMET for verdict, _ in conditions):
                found |= {item for verdict, open_ in conditions if verdict is UNKNOWN for item in open_()}
        for ceiling in self.ceilings:
            finding = ceiling.when.check(case)
            if self._index(ceiling) > best:
                found |= set(finding.relevant_missing())
        return found

    def side_conditions(self) -> tuple[Criterion, ...]:
        """Every criterion that the class depends on."""
        return (
            *(criterion for one in self.classes for criterion in one.requires),
            *(ceiling.when for ceiling in self.ceilings),
            *(threshold.when for threshold in self.thresholds),
        )

    def uses(self) -> Uses:
        """Everything that it reads, by name."""
        found = Uses(facts=frozenset(key.fact for key in self.ties if key.fact))
        for item in self.walk():
            found |= item.own_uses()
        for criterion in self.side_conditions():
            found |= criterion.uses()
        return found

    def label(self, lang: str) -> str:
        """The label in ``vi`` or ``en``."""
        return self.label_en if lang == "en" else self.label_vi


def _given(leaf: Points) -> tuple[Verdict, Open]:
    """Whether *leaf* stands above 0; an item of no maximum, or that is absent, need not."""
    if not leaf.maximum or leaf.state in ABSENT:
        return MET, tuple
    return compare_bounds(leaf.low, leaf.high, Op.ABOVE, 0), leaf.open_facts
