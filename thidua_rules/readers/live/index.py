"""Who reads what, by name: leaves, scales, and awards by themselves."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from thidua_rules.awards import Award, ByBallot, ByCount, ByFact, ByScore
from thidua_rules.criteria.awards import NotCancelled
from thidua_rules.criteria.base import Criterion, Part, Uses, operand_uses
from thidua_rules.criteria.records import Where
from thidua_rules.criteria.votes import Voted
from thidua_rules.policies.model import Policy
from thidua_rules.readers.live.nodes import Node
from thidua_rules.readers.live.reach import LOGIC, OWN, reach_of
from thidua_rules.scales import Scale


@attrs.define
class Readers:
    """Who reads one name."""

    nodes: list[Node] = attrs.field(factory=list)
    scales: list[str] = attrs.field(factory=list)
    awards: list[str] = attrs.field(factory=list)


Table = dict[str, Readers]


class Index:
    """
    Who reads what.

    Args:
        policy: The rules.

        nodes: Every node of them, made already.

    Attributes:
        facts: Who reads each fact.

        lists: Who reads each list.

        awards: Who reads what became of each award.

        scales: Who reads each score.

        wide_scales: The scales whose score may read other subjects.

        by_ballot: The awards that are ranked by ballots.

        paid_by: The lists that say which bonus takes the place of which.
    """

    def __init__(self, policy: Policy, nodes: Iterable[Node]) -> None:
        self._policy = policy
        self.facts: Table = {}
        self.lists: Table = {}
        self.awards: Table = {}
        self.scales: Table = {}
        self.wide_scales = {name for name, scale in policy.scales.items() if _looks_around(scale, policy)}
        self.by_ballot = {
            name
            for name, award in policy.awards.items()
            if any(isinstance(key, ByBallot) for key in award.ranking)
        }
        bonuses = [award.bonus for award in policy.awards.values() if award.bonus is not None]
        self.paid_by = {bonus.records for bonus in bonuses if bonus.achievement}
        self._index_nodes(nodes)
        for name, scale in policy.scales.items():
            self._index_scale(name, _scale_uses(scale, policy))
        for award in policy.awards.values():
            self._index_award(award)

    def _index_nodes(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            uses = node.uses
            awards = uses.awards | _decided([node.leaf])
            for table, names in (
                (self.facts, uses.facts | uses.member_facts),
                (self.lists, {name for name, _ in uses.records}),
                (self.awards, awards),
                (self.scales, uses.scales),
            ):
                for name in names:
                    _of(table, name).nodes.append(node)

    def _index_scale(self, name: str, uses: Uses) -> None:
        for fact in uses.facts | uses.member_facts:
            _of(self.facts, fact).scales.append(name)
        for records in {records for records, _ in uses.records}:
            _of(self.lists, records).scales.append(name)
        for award in uses.awards | _decided(_criteria(self._policy.scales[name])):
            _of(self.awards, award).scales.append(name)

    def _index_award(self, award: Award) -> None:
        """What an award reads beside its criteria: keys, groups, coverage, and the scale whose score it shows."""
        facts = {key.fact for key in award.ranking if isinstance(key, ByFact)}
        facts |= {quota.group for quota in award.quotas} - {"", "unit"}
        lists = {key.records for key in award.ranking if isinstance(key, ByCount)}
        for key in award.ranking:
            if isinstance(key, ByCount):
                facts |= _row_facts(key)
        if award.coverage is not None:
            lists.add(award.coverage.records)
            for higher in award.coverage.by:
                _of(self.awards, higher).awards.append(award.id)
        scales = {key.scale for key in award.ranking if isinstance(key, ByScore)}
        for criterion in (*award.eligibility, *([] if award.scope is None else [award.scope])):
            scales |= criterion.uses().scales
        for table, names in ((self.facts, facts), (self.lists, lists), (self.scales, scales)):
            for name in names:
                _of(table, name).awards.append(award.id)


def _of(table: Table, name: str) -> Readers:
    return table.setdefault(name, Readers())


def _decided(criteria: Iterable[Criterion]) -> set[str]:
    """The awards whose decisions or ballots *criteria* read beside what they say that they use."""
    return {one.award for one in criteria if isinstance(one, (NotCancelled, Voted))}


def _row_facts(key: ByCount) -> set[str]:
    """The facts of the subject with which the rows of *key* are compared."""
    return set(operand_uses(*(test.value for test in key.where if isinstance(test, Where))).facts)


def _scale_uses(scale: Scale, policy: Policy) -> Uses:
    """What *scale* reads, through other scales too."""
    found, seen, stack = Uses(), set(), [scale.id]
    while stack:
        name = stack.pop()
        if name in seen or name not in policy.scales:
            continue
        seen.add(name)
        uses = policy.scales[name].uses()
        found |= uses
        stack += uses.scales
    return found


def _looks_around(scale: Scale, policy: Policy) -> bool:
    """Whether a score under *scale* may read other subjects."""
    uses = _scale_uses(scale, policy)
    names = [scale.id, *uses.scales]
    parts = [part for name in names if name in policy.scales for part in _criteria(policy.scales[name])]
    return bool(uses.member_facts) or any(type(one) not in LOGIC and reach_of(one) != OWN for one in parts)


def _criteria(value: object) -> Iterable[Criterion]:
    """Every criterion inside *value*."""
    stack = [value]
    while stack:
        one = stack.pop()
        if isinstance(one, Criterion):
            yield one
        if isinstance(one, (Part, Criterion)) and attrs.has(type(one)):
            fields = attrs.fields(type(one))  # type: ignore[arg-type]
            stack.extend(getattr(one, field.name) for field in fields if field.init)
        elif isinstance(one, tuple):
            stack.extend(one)
