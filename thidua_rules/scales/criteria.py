"""Criteria that ask for a score: a total, a share of every standard, a class."""

from __future__ import annotations

from typing import ClassVar

import attrs

from thidua_rules.criteria.base import (
    Case,
    Criterion,
    Operand,
    Uses,
    as_operand,
    operand_asked,
    operand_missing,
    operand_uses,
)
from thidua_rules.criteria.comparisons import Op, as_op, compare_bounds, exact
from thidua_rules.findings import Finding, new_finding
from thidua_rules.scales.totals import Score
from thidua_rules.values import as_fraction, tidy
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, conjunction


def score_of(scale: str, case: Case) -> Score:
    """The score of *case*, as the scales of this package give it."""
    score = case.world.score(scale, case)
    if not isinstance(score, Score):
        raise TypeError(scale)
    return score


@attrs.frozen
class ScoreReaches(Criterion):
    """
    Met when a total stands to a number as asked.

    Args:
        scale: The scale's id.

        op: The comparison.

        value: The number of points.
    """

    kind: ClassVar[str] = "score-reaches"

    scale: str
    op: Op = attrs.field(converter=as_op)
    value: Operand = attrs.field(converter=as_operand)

    def check(self, case: Case) -> Finding:
        """The total, as bounds where facts are missing."""
        score, wanted = score_of(self.scale, case), exact(self.value.resolve(case), self.scale)
        asked = (("scale", self.scale), ("op", self.op.value), ("value", operand_asked(self.value)))
        observed: object = score.low if score.settled else (score.low, score.high)
        if wanted is None:
            missing = (*operand_missing(self.value, case), *score.missing)
            return new_finding(self.kind, UNKNOWN, asked, observed, None, missing)
        verdict = compare_bounds(score.low, score.high, self.op, wanted)
        missing = score.missing if verdict is UNKNOWN else ()
        return new_finding(self.kind, verdict, asked, observed, wanted, missing)

    def own_uses(self) -> Uses:
        """The scale and the number."""
        return Uses(scales=frozenset({self.scale})) | operand_uses(self.value)


@attrs.frozen
class StandardsReach(Criterion):
    """
    Met when every standard reaches a share of its own maximum.

    Args:
        scale: The scale's id.

        percent: The share, in percent.
    """

    kind: ClassVar[str] = "standards-reach"

    scale: str
    percent: Operand = attrs.field(converter=as_operand)

    def check(self, case: Case) -> Finding:
        """One finding for each standard."""
        wanted = exact(self.percent.resolve(case), self.scale)
        asked = (("scale", self.scale), ("percent", operand_asked(self.percent)))
        if wanted is None:
            return new_finding(self.kind, UNKNOWN, asked, None, None, operand_missing(self.percent, case))
        children, share = [], as_fraction(wanted) / 100
        for one in score_of(self.scale, case).standards:
            least = tidy(as_fraction(one.maximum) * share)
            verdict = compare_bounds(one.low, one.high, Op.AT_LEAST, least)
            observed: object = one.low if one.settled else (one.low, one.high)
            missing = one.open_facts() if verdict is UNKNOWN else ()
            question = (("scale", self.scale), ("standard", one.item), ("maximum", one.maximum))
            children.append(new_finding("standard", verdict, question, observed, least, missing))
        verdict = conjunction(child.verdict for child in children)
        deciders = tuple(i for i, child in enumerate(children) if child.verdict is verdict)
        return new_finding(self.kind, verdict, asked, None, wanted, (), tuple(children), deciders)

    def own_uses(self) -> Uses:
        """The scale and the share."""
        return Uses(scales=frozenset({self.scale})) | operand_uses(self.percent)


@attrs.frozen
class ClassAtLeast(Criterion):
    """
    Met when the class is one of those named.

    Args:
        scale: The scale's id.

        classes: The classes that meet it.
    """

    kind: ClassVar[str] = "class-at-least"

    scale: str
    classes: tuple[str, ...]

    def check(self, case: Case) -> Finding:
        """The classes that the missing facts allow, against those named."""
        score = score_of(self.scale, case)
        inside = [name in self.classes for name in score.classes]
        verdict = UNMET if not any(inside) else MET if all(inside) else UNKNOWN
        asked = (("scale", self.scale), ("classes", self.classes))
        missing = score.class_missing if verdict is UNKNOWN else ()
        return new_finding(self.kind, verdict, asked, score.classes, self.classes, missing)

    def own_uses(self) -> Uses:
        """The scale."""
        return Uses(scales=frozenset({self.scale}))
