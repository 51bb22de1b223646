"""Where a policy names a fact, read off its tree; and the policy without some of its rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from thidua_rules.awards import Award, ByCount, ByCriterion, ByFact, ByScore, Quota, RankKey
from thidua_rules.citations import Citation
from thidua_rules.criteria.base import Criterion, Uses
from thidua_rules.criteria.logic import Clause
from thidua_rules.criteria.records import tests_uses
from thidua_rules.policies.layers import Addition, Layer
from thidua_rules.policies.model import Policy
from thidua_rules.scales import Scale
from thidua_rules.serialization import whole_vocabulary
from thidua_rules.testing.fairness.results import Rule
from thidua_rules.values import content_hash


@attrs.frozen
class Place:
    """
    One rule of an award, and what it reads.

    Args:
        rule: The rule.

        citation: Where it stands.

        reads: Facts and lists by name, columns as ``list.column``; of members and units too.

        awards: The awards whose outcome it reads.
    """

    rule: Rule
    citation: Citation
    reads: frozenset[str]
    awards: frozenset[str] = frozenset()


def names_in(uses: Uses, scales: Mapping[str, Scale]) -> frozenset[str]:
    """The facts, lists and columns in *uses*, also those that its scales read."""
    found = set(uses.facts | uses.member_facts)
    found |= {f"{name}.{column}" if column else name for name, column in uses.records}
    found |= {name for name, _ in uses.records}
    for name in uses.scales & scales.keys():
        found |= names_in(attrs.evolve(scales[name].uses(), scales=frozenset()), scales)
    return frozenset(found)


def key_uses(key: RankKey) -> Uses:
    """What a ranking key reads."""
    if isinstance(key, ByScore):
        return Uses(scales=frozenset({key.scale}))
    if isinstance(key, ByFact):
        return Uses(facts=frozenset({key.fact}))
    if isinstance(key, ByCriterion):
        return key.criterion.uses()
    return tests_uses(key.records, key.where) if isinstance(key, ByCount) else Uses()


def clause_rule(award: str, part: str, one: Clause) -> Rule:
    """A clause as the rule that did it."""
    return Rule(
        award, part, one.id, str(one.citation), one.label_vi, one.label_en, content_hash(one.criterion)[:16]
    )


def key_rule(award: str, key: RankKey) -> Rule:
    """A ranking key as the rule that did it."""
    return Rule(award, "key", key.id, str(key.citation), key.label_vi, key.label_en, content_hash(key)[:16])


def quota_rule(award: str, one: Quota) -> Rule:
    """A quota as the rule that did it."""
    return Rule(
        award, "quota", one.rate, str(one.citation), one.label_vi, one.label_en, content_hash(one)[:16]
    )


def scope_rule(award: Award) -> Rule:
    """The scope as the rule that did it; it has no provision of its own, so that of the award stands for it."""
    cited = str(award.citations[0]) if award.citations else ""
    return Rule(
        award.id, "scope", "scope", cited, award.title_vi, award.title_en, content_hash(award.scope)[:16]
    )


def coverage_rule(award: Award) -> Rule | None:
    """The coverage as the rule that did it."""
    one = award.coverage
    if one is None:
        return None
    by = " ".join(one.by)
    return Rule(
        award.id, "coverage", by, str(one.citation), one.label_vi, one.label_en, content_hash(one)[:16]
    )


def _scope(award: Award, scales: Mapping[str, Scale]) -> Iterator[Place]:
    if award.scope is not None:
        uses = award.scope.uses()
        citation = award.citations[0] if award.citations else Citation("")
        yield Place(scope_rule(award), citation, names_in(uses, scales), uses.awards)


def places(policy: Policy, award: Award) -> tuple[Place, ...]:
    """Every rule of *award*, with what it reads."""
    scales = policy.scales
    found = list(_scope(award, scales))
    for part, clauses in (("eligibility", award.eligibility), ("hold", award.holds)):
        for one in clauses:
            uses = one.uses()
            found.append(
                Place(clause_rule(award.id, part, one), one.citation, names_in(uses, scales), uses.awards)
            )
    for key in award.ranking:
        uses = key_uses(key)
        found.append(Place(key_rule(award.id, key), key.citation, names_in(uses, scales), uses.awards))
    for quota in award.quotas:
        uses = quota.base.uses() if quota.base is not None else Uses()
        group = {quota.group} - {""}
        found.append(
            Place(quota_rule(award.id, quota), quota.citation, names_in(uses, scales) | group, uses.awards)
        )
    covered = coverage_rule(award)
    if covered is not None and award.coverage is not None:
        columns = {f"{award.coverage.records}.{one}" for one in ("danh_hieu", "thanh_tich")}
        reads = frozenset({award.coverage.records, *columns})
        found.append(Place(covered, award.coverage.citation, reads, frozenset(award.coverage.by)))
    return tuple(found)


def closure(policy: Policy, award: str) -> tuple[str, ...]:
    """*award* and every award that it depends on, in the order of evaluation."""
    wanted: set[str] = set()
    stack = [award]
    while stack:
        name = stack.pop()
        if name not in wanted:
            wanted.add(name)
            stack += policy.needs(policy.award(name)) & policy.awards.keys()
    return tuple(name for name in policy.order() if name in wanted)


def all_places(policy: Policy, award: str) -> tuple[Place, ...]:
    """Every rule of *award* and of the awards that it depends on."""
    return tuple(one for name in closure(policy, award) for one in places(policy, policy.award(name)))


def read_by(found: Iterable[Place]) -> frozenset[str]:
    """What these rules read, by name."""
    return frozenset(name for one in found for name in one.reads)


def reads(policy: Policy, award: str) -> frozenset[str]:
    """What decides *award*, also through the awards that it depends on, by name."""
    return read_by(all_places(policy, award))


def foreign(policy: Policy, award: str) -> bool:
    """Whether some criterion is of a kind that does not ship: what it says that it reads is not taken on trust."""
    known = set(whole_vocabulary().kinds.values())
    criteria = [one for name in closure(policy, award) for one in policy.award(name).criteria()]
    return any(type(part) not in known for one in criteria for part in one.walk())


def criteria_of(policy: Policy, award: str) -> Iterator[Criterion]:
    """Every criterion of *award*, of what it depends on, and of the scales that they read, with all of its parts."""
    for name in closure(policy, award):
        one = policy.award(name)
        for criterion in one.criteria():
            yield from criterion.walk()
        for scale in sorted(one.uses().scales & policy.scales.keys()):
            for side in policy.scales[scale].side_conditions():
                yield from side.walk()


def without(policy: Policy, rules: Iterable[Rule]) -> Policy:
    """*policy* with *rules* taken out: clauses, holds and ranking keys; quotas and scopes stay."""
    gone = {(one.award, one.part, one.id) for one in rules}
    if not gone:
        return policy
    return attrs.evolve(policy, layers=tuple(_thinner(one, gone) for one in policy.layers))


def _thinner(layer: Layer, gone: set[tuple[str, str, str]]) -> Layer:
    additions = []
    for one in layer.additions:
        kept = tuple(name for name in one.awards if (name, "eligibility", one.clause.id) not in gone)
        additions += [Addition(awards=kept, clause=one.clause)] if kept else []
    awards = tuple(
        attrs.evolve(
            one,
            eligibility=tuple(it for it in one.eligibility if (one.id, "eligibility", it.id) not in gone),
            holds=tuple(it for it in one.holds if (one.id, "hold", it.id) not in gone),
            ranking=tuple(it for it in one.ranking if (one.id, "key", it.id) not in gone),
        )
        for one in layer.awards
    )
    return attrs.evolve(layer, awards=awards, additions=tuple(additions))


def bare(policy: Policy) -> Policy:
    """*policy* with nothing but what decides awards and money, so that it is evaluated faster."""
    layers = tuple(
        attrs.evolve(one, obligations=(), targets=(), movements=(), standings=(), provisions=())
        for one in policy.layers
    )
    return attrs.evolve(policy, layers=layers)
