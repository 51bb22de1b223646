"""
Strategies for Hypothesis: rosters of a policy, twins in them, criteria, small policies, and reforms.

They draw believable values and the edges: each threshold of the policy, one unit below and one above. Everything is drawn
through Hypothesis, which makes what fails smaller.
"""

from __future__ import annotations

import datetime as dt
import random
from decimal import Decimal
from typing import Final

from hypothesis import strategies as st

from thidua_rules.awards import Authority, Award, ByFact, Form, Quota
from thidua_rules.citations import Citation, Instrument
from thidua_rules.criteria import (
    All,
    Any,
    AtLeastOf,
    Clause,
    Compare,
    Constant,
    Criterion,
    Exists,
    Is,
    NoneOf,
    Not,
    OneOf,
    WhereWithin,
)
from thidua_rules.facts import Choice, FactSpec, FactType, SubjectKind
from thidua_rules.policies.layers import Dated, Layer, ParameterSpec
from thidua_rules.policies.model import Policy
from thidua_rules.subjects import Roster
from thidua_rules.testing.fairness.edges import is_number
from thidua_rules.testing.fairness.edits import Copy
from thidua_rules.testing.fairness.places import bare
from thidua_rules.testing.fairness.running import policy_day
from thidua_rules.testing.fairness.worlds import Worlds
from thidua_rules.values import Value

CITE: Final = Citation("luat_thu", "1")
PERSON: Final = (SubjectKind.CA_NHAN,)
TWIN: Final = "nguoi_sinh_doi"


def _fact(name: str, kind: FactType, low: int | None = None, high: int | None = None) -> FactSpec:
    choices = tuple(Choice(one, one, one) for one in ("kem", "kha", "tot")) if kind is FactType.CHOICE else ()
    fields = (_fact("ngay", FactType.DATE),) if kind is FactType.RECORDS else ()
    return FactSpec(
        id=name,
        type=kind,
        label_vi=name,
        label_en=name,
        choices=choices,
        fields=fields,
        minimum=low,
        maximum=high,
    )


FACTS: Final = (
    _fact("diem", FactType.INTEGER, 0, 10),
    _fact("ty_le", FactType.DECIMAL, 0, 1),
    _fact("tot", FactType.FLAG),
    _fact("xep_loai", FactType.CHOICE),
    _fact("ky_luat", FactType.RECORDS),
)
"""The facts of the policies that :func:`policies` gives."""


def rosters(policy: Policy, award: str | None = None, on: dt.date | None = None) -> st.SearchStrategy[Roster]:
    """
    Rosters of *policy*: people who reach its awards, who just fail them, and whose facts are missing.

    Args:
        policy: The policy.

        award: The award that they are about; by default any.

        on: The day of the evaluation; by default the last day on which every layer is in force.

    Raises:
        UnknownNameError: The policy has no such award.
    """
    lean, day = bare(policy), on or policy_day(policy)
    names = [policy.award(award).id] if award is not None else list(policy.awards)
    worlds = [Worlds.of(lean, name, day) for name in names]
    return st.builds(_roster, st.sampled_from(worlds), st.randoms(use_true_random=False))


def _roster(worlds: Worlds, pick: random.Random) -> Roster:
    return worlds.roster(pick)


def twins(policy: Policy, award: str | None = None) -> st.SearchStrategy[tuple[Roster, str, str]]:
    """
    Rosters with two subjects who are equal in everything but id and name, and the ids of both.

    Args:
        policy: The policy.

        award: The award that the rosters are about; by default any.
    """
    return rosters(policy, award).flatmap(_with_twin)


def _with_twin(roster: Roster) -> st.SearchStrategy[tuple[Roster, str, str]]:
    alone = [one.id for one in roster.subjects if not roster.members(one.id)]
    found = [(copy, name) for name in alone if (copy := Copy(name, TWIN).apply(roster)) is not None]
    return st.sampled_from(found).map(lambda pair: (pair[0], pair[1], TWIN))


def reforms(policy: Policy, on: dt.date | None = None) -> st.SearchStrategy[Policy]:
    """
    *policy* with one number set differently, within what its law allows where it says so.

    Args:
        policy: The policy.

        on: The day whose numbers are changed; by default the last day on which every layer is in force.
    """
    today = policy.parameters_on(on or policy_day(policy))
    numbers = {name: value for name, value in today.items() if is_number(value)}
    return st.sampled_from(sorted(numbers)).flatmap(lambda name: _reform(policy, name, numbers[name]))


def _reform(policy: Policy, name: str, now: int | Decimal) -> st.SearchStrategy[Policy]:
    spec = policy.parameters[name]
    step = 1 if isinstance(now, int) else Decimal("0.01")
    low = spec.minimum if is_number(spec.minimum) else max(now - 5 * step, 0 * step)
    high = spec.maximum if is_number(spec.maximum) else now + 5 * step
    steps = st.integers(0, max(0, int((high - low) / step)))
    return steps.map(lambda number: policy.with_parameter(name, low + number * step))


def criteria(policy: Policy | None = None, max_leaves: int = 5) -> st.SearchStrategy[Criterion]:
    """
    Trees of criteria about the facts of a policy.

    Args:
        policy: Whose facts they ask; by default those of :func:`policies`.

        max_leaves: About how many conditions a tree has at most.
    """
    specs = FACTS if policy is None else tuple(policy.facts.values())
    leaves = [found for spec in specs if (found := _leaf(spec)) is not None]
    return st.recursive(st.one_of(leaves), _node, max_leaves=max_leaves)


def _leaf(spec: FactSpec) -> st.SearchStrategy[Criterion] | None:
    match spec.type:
        case FactType.FLAG:
            return st.builds(Is, st.just(spec.id), st.booleans())
        case FactType.CHOICE if spec.choices:
            values = st.lists(st.sampled_from([one.id for one in spec.choices]), min_size=1, unique=True)
            return st.builds(OneOf, st.just(spec.id), values.map(tuple))
        case FactType.INTEGER | FactType.DECIMAL:
            ops = st.sampled_from((">=", ">", "<=", "<", "==", "!="))
            return st.builds(Compare, st.just(spec.id), ops, _limits(spec).map(Constant))
        case FactType.RECORDS:
            day = next((one.id for one in spec.fields if one.type is FactType.DATE), None)
            where = () if day is None else (WhereWithin(day),)
            return st.sampled_from((Exists(spec.id, where), NoneOf(spec.id, where)))
        case _:
            return None


def _limits(spec: FactSpec) -> st.SearchStrategy[Value]:
    low = int(spec.minimum) if spec.minimum is not None else 0
    return st.integers(low, int(spec.maximum) if spec.maximum is not None else low + 12)


def _node(inner: st.SearchStrategy[Criterion]) -> st.SearchStrategy[Criterion]:
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    some = parts.flatmap(lambda row: st.builds(AtLeastOf, st.integers(0, len(row)), st.just(row)))
    return st.one_of(parts.map(All), parts.map(Any), inner.map(Not), some)


def policies() -> st.SearchStrategy[Policy]:
    """Small policies: one award with up to three conditions, ranked by points, with or without a limit."""
    clauses = st.lists(criteria(max_leaves=3), min_size=1, max_size=3)
    return st.builds(_policy, clauses, st.sampled_from((None, 1, 2)), st.booleans())


def _policy(conditions: list[Criterion], places: int | None, ranked: bool) -> Policy:
    clauses = tuple(
        Clause(f"dieu_kien_{index}", CITE, f"Điều kiện {index}", f"condition {index}", one)
        for index, one in enumerate(conditions, 1)
    )
    key = ByFact(id="diem", label_vi="Điểm", label_en="points", citation=CITE, fact="diem")
    quota = Quota(rate="so_cho", label_vi="Số chỗ", label_en="places", citation=CITE)
    award = Award(
        id="khen",
        title_vi="Khen",
        title_en="Award",
        form=Form.HINH_THUC,
        recipients=PERSON,
        authority=Authority.CHU_TICH_UBND_XA,
        citations=(CITE,),
        eligibility=clauses,
        ranking=(key,) if ranked else (),
        quotas=() if places is None else (quota,),
    )
    number = ParameterSpec(
        id="so_cho", label_vi="số chỗ", label_en="places", values=(Dated(value=places or 1),), citation=CITE
    )
    layer = Layer(
        id="luat_thu",
        title_vi="Luật thử",
        title_en="Trial law",
        level="luat",
        instruments=(Instrument("luat_thu", "Luật thử", "Trial law"),),
        facts=FACTS,
        parameters=(number,),
        awards=(award,),
    )
    return Policy(id="luat_thu", title_vi="Luật thử", title_en="Trial law", layers=(layer,))
