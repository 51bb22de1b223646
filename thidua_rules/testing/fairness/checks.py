"""Properties that one evaluation shows, or the policy's own numbers: caps, the law's sums, what pays more than what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

import attrs

from thidua_rules.awards import Authority, Award, Bonus
from thidua_rules.evaluation import Evaluation, Outcome
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.testing.fairness.edges import is_number
from thidua_rules.testing.fairness.places import quota_rule
from thidua_rules.testing.fairness.results import Rule
from thidua_rules.values import Rounding, Value, as_fraction, content_hash


@attrs.frozen
class Failed:
    """Whom it fails, by which rule."""

    subjects: tuple[str, ...]
    rule: Rule


def within_cap(evaluation: Evaluation, award: Award) -> Iterator[Failed]:
    """No more places than the highest lawful rate times the base."""
    for one in evaluation.quotas:
        quota = next((it for it in award.quotas if it.rate == one.parameter), None)
        if one.award != award.id or quota is None or one.base_high is None:
            continue
        spec = evaluation.policy.parameters[one.parameter]
        rate = spec.maximum if is_number(spec.maximum) else one.rate
        if one.high > as_fraction(rate) * one.base_high:
            yield Failed((), quota_rule(award.id, quota))


def exact_money(evaluation: Evaluation, award: Award) -> Iterator[Failed]:
    """A bonus is the multiple times the base salary of its day, made whole as the law says, to the đồng."""
    for one in evaluation.outcomes:
        money, rule = one.bonus, award.bonus
        if one.award.id != award.id or money is None or rule is None:
            continue
        parameters = evaluation.policy.parameters_on(money.day)
        if money.amount != amount(rule, one.subject.kind, parameters.get):
            yield Failed((one.subject.id,), bonus_rule(award.id, rule, one.subject.kind))


def amount(rule: Bonus, kind: SubjectKind, parameter: object) -> int | None:
    """What *rule* pays a recipient of *kind*, worked out from the parameters alone; None where it pays nothing."""
    get = parameter
    if not callable(get):
        return None
    name = next((one.parameter for one in rule.multiples if one.subject_kind is kind), None)
    if name is None:
        return None
    base, multiple, step = (_fraction(get(it)) for it in (rule.base, name, rule.step))
    if base is None or multiple is None or not step:
        return None
    steps = Rounding(get(rule.rounding) or Rounding.CEIL.value).whole(base * multiple / step)
    return int(steps * step)


def _fraction(value: Value | None) -> Fraction | None:
    return as_fraction(value) if is_number(value) else None


def bonus_rule(award: str, rule: Bonus, kind: SubjectKind) -> Rule:
    """A bonus as the rule that did it."""
    name = next((one.parameter for one in rule.multiples if one.subject_kind is kind), "")
    return Rule(award, "bonus", name, str(rule.citation), "Tiền thưởng", "bonus", content_hash(rule)[:16])


def total_is_sum(evaluation: Evaluation, award: Award) -> Iterator[Failed]:
    """The commune's total is the sum of what it pays, and of one group nobody is paid twice."""
    rule = award.bonus
    fund = evaluation.fund
    if rule is None:
        return
    paid = [one for one in evaluation.outcomes if one.bonus is not None and one.bonus.paid]
    mine = [one for one in paid if one.award.authority is Authority.CHU_TICH_UBND_XA]
    total = sum(one.bonus.amount for one in mine if one.bonus is not None)
    if fund is not None and fund.total != total:
        yield Failed((), bonus_rule(award.id, rule, award.recipients[0]))
    seen: set[tuple[str, str]] = set()
    for one in paid:
        key = (one.subject.id, _group(one))
        if key[1] and key in seen:
            yield Failed((one.subject.id,), bonus_rule(award.id, rule, one.subject.kind))
        seen.add(key)


def _group(one: Outcome) -> str:
    return one.award.bonus.group if one.award.bonus is not None else ""


def higher_pays(policy: Policy, award: Award, day: dt.date) -> Iterator[Failed]:
    """An award that rests on another, or takes its place for the same achievement, pays no less than it."""
    parameters = policy.parameters_on(day)
    for lower in lower_awards(policy, award):
        for kind in award.recipients:
            if kind not in lower.recipients or award.bonus is None or lower.bonus is None:
                continue
            more = amount(award.bonus, kind, parameters.get)
            less = amount(lower.bonus, kind, parameters.get)
            if less is not None and (more or 0) < less:
                yield Failed((), bonus_rule(award.id, award.bonus, kind))


def lower_awards(policy: Policy, award: Award) -> tuple[Award, ...]:
    """The awards that *award* asks of its own recipients first, and those that it covers."""
    asked: set[str] = set()
    for clause in award.eligibility:
        for part in clause.walk():
            name = getattr(part, "award", "")
            if part.kind == "earned" and name in policy.awards and not clause.uses().member_facts:
                asked.add(name)
    covered = {one.id for one in policy.awards.values() if one.coverage and award.id in one.coverage.by}
    found = (policy.awards[name] for name in sorted(asked | covered) if name != award.id)
    return tuple(one for one in found if set(one.recipients) & set(award.recipients))
