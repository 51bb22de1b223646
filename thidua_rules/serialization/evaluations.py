"""
Evaluations as JSON: statuses in capitals, money and points as whole numbers or as text, no personal value.

What an officer's sentence, a minute and this file say comes from one finding.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Final, cast

import attrs

from thidua_rules.awards import ByFact
from thidua_rules.citations import Citation
from thidua_rules.evaluation.results import Evaluation, KeyValue, Outcome
from thidua_rules.facts import FactSpec
from thidua_rules.findings import VERSION, Finding, Heading, Reason
from thidua_rules.policies.obligations import Movement, Obligation, Standings, Target
from thidua_rules.policies.procedures import Paper, Procedure, Step
from thidua_rules.scales import Item, Points, Scale, Score
from thidua_rules.values import tidy

NAME: Final = "thidua_rules"
DEMANDS: Final = (Target, Movement, Obligation, Standings, Procedure, Paper)
"""What a result names by its id, labels and citation."""

PROPERTIES: Final[Mapping[str, str]] = {"TargetResult": "margin", "ObligationResult": "days_late"}
"""What a result says beside its fields."""

SECTIONS: Final = (
    "quotas",
    "targets",
    "movements",
    "obligations",
    "dossiers",
    "standings",
    "fund",
    "discrepancies",
    "wanted",
    "cautions",
)


def evaluation_to_json(evaluation: Evaluation, *, full: bool = True) -> dict[str, object]:
    """
    *evaluation* as data that JSON can write.

    Args:
        evaluation: What to write.

        full: Whether each outcome carries the tree of its finding, or only what decided.
    """
    policy, roster = evaluation.policy, evaluation.roster
    writer = Writer(policy.facts, policy.scales)
    return {
        "policy": {
            "id": policy.id,
            "hash": evaluation.policy_hash,
            "title_vi": policy.title_vi,
            "title_en": policy.title_en,
        },
        "roster": {
            "id": roster.id,
            "commune": roster.commune,
            "year": roster.year,
            "hash": evaluation.roster_hash,
        },
        "library": {"name": NAME, "version": evaluation.library, "findings_version": VERSION},
        "day": evaluation.day.isoformat(),
        "outcomes": [writer.outcome(one, full=full) for one in evaluation.outcomes],
    } | {section: writer.data(getattr(evaluation, section)) for section in SECTIONS}


def dumps(data: Mapping[str, object], *, indent: int | None = 2) -> str:
    """*data* as JSON text, with Vietnamese letters as they are and a line break at the end."""
    return json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False) + "\n"


def dumps_rows(data: Mapping[str, object]) -> str:
    """
    *data* as JSON text, with a line for each item of its lists.

    An evaluation of a commune is some fifty million letters so, and twice as many with every part on a line of its own.
    """
    parts = [f"{_compact(name)}: {_rows(value)}" for name, value in data.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _rows(value: object) -> str:
    if not isinstance(value, list) or not value:
        return _compact(value)
    return "[\n" + ",\n".join(map(_compact, value)) + "\n]"


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def number(value: Decimal | Fraction | int) -> int | str:
    """*value* exactly: a whole number as such, another one as text, such as ``1.25`` or ``1/3``."""
    plain = tidy(value)
    if isinstance(plain, int):
        return plain
    return str(plain) if isinstance(plain, Fraction) else f"{plain.normalize():f}"


class Writer:
    """
    Writes results.

    Args:
        specs: The specifications of the facts, which say what is personal.

        scales: The scales, which say what an item reads.
    """

    def __init__(self, specs: Mapping[str, FactSpec], scales: Mapping[str, Scale]) -> None:
        self._personal = frozenset(
            name
            for name, spec in specs.items()
            if spec.personal or any(field.personal for field in spec.fields)
        )
        self._headings: dict[Heading, object] = {}
        items = [item for scale in scales.values() for item in scale.walk()]
        self._hidden_items = frozenset(item.id for item in items if self._reads_personal(item))

    def _reads_personal(self, item: Item) -> bool:
        used = item.own_uses()
        return not self._personal.isdisjoint(used.facts | {name for name, _ in used.records})

    def data(self, value: object) -> object:
        """Any part of a result as data."""
        if value is None or isinstance(value, (bool, str, int)):
            return value
        if isinstance(value, (Decimal, Fraction)):
            return number(value)
        if isinstance(value, (tuple, list)):
            return [self.data(item) for item in value]
        if isinstance(value, (set, frozenset)):
            return sorted((self.data(item) for item in value), key=str)
        return self._named(value)

    def _named(self, value: object) -> object:
        """What is written as one text, or by a form of its own."""
        if isinstance(value, Enum):
            return value.value
        if isinstance(value, dt.date):
            return value.isoformat()
        if isinstance(value, Citation):
            return str(value)
        if isinstance(value, Score):
            return score_data(value)
        return self._object(value)

    def _object(self, value: object) -> dict[str, object]:
        if isinstance(value, Step):
            return step_data(value)
        if isinstance(value, DEMANDS):
            return demand_data(value)
        if isinstance(value, KeyValue):
            return self._key_value(value)
        names = [field.name for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(value)))]
        more = PROPERTIES.get(type(value).__name__)
        return {name: self.data(getattr(value, name)) for name in (*names, *([more] if more else ()))}

    def _key_value(self, value: KeyValue) -> dict[str, object]:
        hidden = isinstance(value.key, ByFact) and value.key.fact in self._personal
        low, high = (None, None) if hidden else (number(value.low), number(value.high))
        shown = {"key": value.key.id, "low": low, "high": high, "missing": self.data(value.missing)}
        return shown | ({"hidden": True} if hidden else {})

    def outcome(self, one: Outcome, *, full: bool) -> dict[str, object]:
        """One subject under one award."""
        found = {
            "award": one.award.id,
            "subject": one.subject.id,
            "status": one.status.value,
            "rank": one.rank,
            "score": self.data(one.score),
            "bonus": one.bonus.amount if one.bonus and one.bonus.paid else None,
            "money": self.data(one.bonus),
            "place": self.data(one.place),
            "covered_by": one.covered_by,
            "decided": one.decided,
            "quota": one.quota.group if one.quota else None,
            "decisive": [self.reason(reason) for reason in one.decisive],
            "missing": self.data(one.missing),
            "notes": [self._note(finding) for finding in one.notes],
        }
        return found | (self._trees(one) if full else {})

    def _note(self, finding: Finding) -> dict[str, object]:
        """What is noted, or may have to be, and its provision."""
        return {"verdict": finding.verdict.value, "heading": self._heading(finding.heading)}

    def _trees(self, one: Outcome) -> dict[str, object]:
        points = one.score.points if one.score else ()
        return {
            "finding": self.finding(one.finding),
            "hold": self.finding(one.hold) if one.hold else None,
            "points": [self.points(item) for item in points],
        }

    def points(self, points: Points) -> dict[str, object]:
        """The points of one item with everything below it."""
        hidden = points.item in self._hidden_items
        found = {
            "item": points.item,
            "low": number(points.low),
            "high": number(points.high),
            "maximum": number(points.maximum),
            "state": points.state.value,
            "observed": None if hidden else self.data(points.observed),
            "note": points.note,
            "missing": self.data(points.missing),
            "children": [self.points(child) for child in points.children],
        }
        return found | ({"hidden": True} if hidden else {})

    def is_personal(self, fact: str) -> bool:
        """Whether the value of *fact* is never written."""
        return fact in self._personal

    def reason(self, reason: Reason) -> dict[str, object]:
        """A finding that decided, without what lies below it, and its provision."""
        leaf = self._leaf(reason.finding)
        return leaf | {"heading": self._heading(reason.heading)}

    def finding(self, finding: Finding) -> dict[str, object]:
        """A finding with everything below it."""
        children = [self.finding(child) for child in finding.children]
        return self._leaf(finding) | {"children": children, "deciders": list(finding.deciders)}

    def _leaf(self, finding: Finding) -> dict[str, object]:
        observed, expected = self._hides(finding)
        found = {
            "kind": finding.kind,
            "verdict": finding.verdict.value,
            "asked": {name: self.data(value) for name, value in finding.asked},
            "observed": None if observed else self.data(finding.observed),
            "expected": None if expected else self.data(finding.expected),
            "margin": None if observed or expected else self.data(finding.margin),
            "missing": self.data(finding.missing),
            "heading": self._heading(finding.heading),
            "subject": finding.subject,
        }
        return found | ({"hidden": True} if observed or expected else {})

    def _heading(self, heading: Heading | None) -> object:
        """The provision, made once: the same one stands in the findings of every subject."""
        if heading is None:
            return None
        if heading not in self._headings:
            self._headings[heading] = self.data(heading)
        return self._headings[heading]

    def _hides(self, finding: Finding) -> tuple[bool, bool]:
        """Whether what was observed, and what was expected, is the value of a personal fact."""
        observed = any(self._names(value) for name, value in finding.asked if name not in _OPERANDS)
        expected = any(self._names(value) for name, value in finding.asked if name in _OPERANDS)
        return observed, expected

    def _names(self, asked: object) -> bool:
        if isinstance(asked, (tuple, list)):
            return any(self._names(item) for item in asked)
        return isinstance(asked, str) and asked.removeprefix("fact:") in self._personal


_OPERANDS: Final = frozenset({"value", "low", "high"})


def score_data(score: Score) -> object:
    """A score as one number, or as its bounds where missing facts leave it open."""
    low, high = number(score.low), number(score.high)
    return low if low == high else {"low": low, "high": high}


def demand_data(
    demand: Target | Movement | Obligation | Standings | Procedure | Paper | Step,
) -> dict[str, object]:
    """What a result is about: its id, labels, citation and standing."""
    return {
        "id": demand.id,
        "label_vi": demand.label_vi,
        "label_en": demand.label_en,
        "citation": str(demand.citation),
        "standing": demand.standing.value,
    }


def step_data(step: Step) -> dict[str, object]:
    """A step of a procedure: also who is to take it, and what its deadline is counted in."""
    found = {"actor_vi": step.actor_vi, "actor_en": step.actor_en, "counting": step.counting.value}
    return demand_data(step) | found
