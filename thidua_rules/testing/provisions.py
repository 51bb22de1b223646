"""
Coverage by provision: which values of each provision of a policy some case reaches.

A clause is met, unmet or unknown; a quota has room, is just filled or is exceeded; a ranking key separates or not; one
achievement is covered or not; a multiple is paid; each reading of an open choice is tried; what a layer set is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

import attrs

from thidua_rules.awards import Award, ByBallot
from thidua_rules.citations import Citation
from thidua_rules.policies.layers import ParameterSpec
from thidua_rules.policies.model import Policy
from thidua_rules.testing.cases import AwardTask, ConformanceCase
from thidua_rules.testing.reached import Reached, dated_name, parameters_of
from thidua_rules.testing.reading import clauses_in
from thidua_rules.testing.results import CaseResult
from thidua_rules.testing.running import run_case
from thidua_rules.values import FrozenMap

VERDICTS: Final = ("MET", "UNMET", "UNKNOWN")


@attrs.frozen
class Coverage:
    """
    One provision of a policy, and the cases that reach each value that it can have.

    Args:
        kind: As in :class:`Reached`; ``hold`` for a clause that only holds an award back.

        owner: The award, or the layer of a setting; empty for a parameter.

        name: The provision's own name.

        citation: Where it stands.

        label_vi: The provision in a few words.

        label_en: The same in English.

        wanted: Every value that it can have.

        reached: Each value that was reached, with the ids of the cases, in their order.
    """

    kind: str
    owner: str
    name: str
    citation: Citation
    label_vi: str
    label_en: str
    wanted: tuple[str, ...]
    reached: FrozenMap[str, tuple[str, ...]] = attrs.field(factory=FrozenMap)

    @property
    def id(self) -> str:
        """Its name in the file of explanations: kind, owner and name, as far as it has them."""
        return "/".join(part for part in (self.kind, self.owner, self.name) if part)

    @property
    def missing(self) -> tuple[str, ...]:
        """The values that no case reaches."""
        return tuple(value for value in self.wanted if value not in self.reached)

    def label(self, lang: str) -> str:
        """The label in ``vi`` or ``en``."""
        return self.label_en if lang == "en" else self.label_vi


@attrs.frozen
class PolicyCoverage:
    """
    Every provision of one policy, with what the cases reach.

    Args:
        policy: The policy's id.

        rows: The provisions, award by award, then the parameters and settings.
    """

    policy: str
    rows: tuple[Coverage, ...]

    @property
    def wanted(self) -> int:
        """How many values there are to reach."""
        return sum(len(one.wanted) for one in self.rows)

    @property
    def reached(self) -> int:
        """How many of them are reached."""
        return self.wanted - sum(len(one.missing) for one in self.rows)

    def missing(self) -> tuple[tuple[Coverage, str], ...]:
        """Each value that is not reached, with its provision."""
        return tuple((one, value) for one in self.rows for value in one.missing)

    def by_article(self) -> dict[Citation, tuple[Coverage, ...]]:
        """The provisions under the article that each stands in: instruments and articles as they first come."""
        order: dict[str, dict[Citation, list[Coverage]]] = {}
        for one in self.rows:
            article = Citation(one.citation.instrument, one.citation.article)
            order.setdefault(article.instrument, {}).setdefault(article, []).append(one)
        return {article: tuple(rows) for articles in order.values() for article, rows in articles.items()}

    def data(self) -> dict[str, object]:
        """The coverage as data that JSON can write."""
        rows = [
            {
                "id": one.id,
                "citation": str(one.citation),
                "wanted": list(one.wanted),
                "reached": {value: list(cases) for value, cases in sorted(one.reached.items())},
            }
            for one in self.rows
        ]
        return {"policy": self.policy, "wanted": self.wanted, "reached": self.reached, "provisions": rows}


@attrs.frozen
class Reach:
    """
    What one case that passed reaches, apart from the case itself: plain enough to be sent to another process.

    Args:
        case: The case's id.

        layers: The ids of the layers that its policy holds.

        found: What it reaches.
    """

    case: str
    layers: frozenset[str]
    found: tuple[Reached, ...]


def provision_coverage(policy: Policy, cases: Iterable[ConformanceCase]) -> PolicyCoverage:
    """
    Which values of each provision of *policy* one of *cases* reaches.

    A case that fails reaches nothing. A case of another policy that shares a layer counts for what both say.
    """
    return covered(policy, (found for case in cases if (found := reach_of(run_case(case))) is not None))


def reach_of(result: CaseResult) -> Reach | None:
    """What the case of *result* reaches; None where it failed, or is about no award."""
    task = result.case.task
    if not result.passed or not isinstance(task, AwardTask):
        return None
    clauses = {Reached("clause", one.award, one.clause, one.verdict.value) for one in result.visits}
    layers = frozenset(layer.id for layer in task.policy.layers)
    return Reach(result.case.id, layers, tuple(sorted({*clauses, *result.reached})))


def covered(policy: Policy, reaches: Iterable[Reach]) -> PolicyCoverage:
    """The provisions of *policy*, with what *reaches* say of them."""
    own = {layer.id for layer in policy.layers}
    found: dict[tuple[str, str, str], dict[str, list[str]]] = {}
    for reach in reaches:
        for one in reach.found if own & reach.layers else ():
            values = found.setdefault((one.kind, one.owner, one.name), {})
            values.setdefault(one.value, []).append(reach.case)
    return PolicyCoverage(policy.id, tuple(_with(one, found) for one in provisions_of(policy)))


def _with(row: Coverage, found: Mapping[tuple[str, str, str], Mapping[str, list[str]]]) -> Coverage:
    kind = "clause" if row.kind == "hold" else row.kind
    values = found.get((kind, row.owner, row.name), {})
    reached = {value: tuple(values[value]) for value in row.wanted if value in values}
    return attrs.evolve(row, reached=FrozenMap(reached))


def provisions_of(policy: Policy) -> Iterator[Coverage]:
    """Every provision of *policy* that cases can reach, with the values that it can have."""
    for award in policy.awards.values():
        yield from _award(award, policy)
    read = frozenset().union(*(parameters_of(policy, name) for name in policy.awards))
    for spec in policy.parameters.values():
        if spec.id in read:
            yield from _parameter(spec)
    for layer in policy.layers:
        for one in layer.settings:
            if one.parameter in read:
                spec = policy.parameters[one.parameter]
                yield Coverage(
                    "setting", layer.id, one.parameter, one.citation, spec.label_vi, spec.label_en, ("read",)
                )


def _award(award: Award, policy: Policy) -> Iterator[Coverage]:
    for kind, criteria in (("clause", award.eligibility), ("hold", award.holds), ("note", award.notes)):
        for clause in clauses_in(*criteria).values():
            yield Coverage(
                kind, award.id, clause.id, clause.citation, clause.label_vi, clause.label_en, VERDICTS
            )
    for key in award.ranking:
        wanted = ("separates", "equal") if isinstance(key, ByBallot) else ("separates", "equal", "UNKNOWN")
        yield Coverage("key", award.id, key.id, key.citation, key.label_vi, key.label_en, wanted)
    for quota in award.quotas:
        yield Coverage(
            "quota",
            award.id,
            quota.rate,
            quota.citation,
            quota.label_vi,
            quota.label_en,
            ("under", "at", "over"),
        )
    if award.coverage is not None:
        rule = award.coverage
        yield Coverage("coverage", award.id, "", rule.citation, rule.label_vi, rule.label_en, VERDICTS)
    yield from _multiples(award, policy)


def _multiples(award: Award, policy: Policy) -> Iterator[Coverage]:
    if award.bonus is None:
        return
    group = award.bonus.group
    rivals = [one for one in policy.awards.values() if one.bonus is not None and one.bonus.group == group]
    for one in award.bonus.multiples:
        rivalled = group and any(
            one.subject_kind in rival.recipients for rival in rivals if rival.id != award.id
        )
        wanted = ("paid", "unpaid") if rivalled else ("paid",)
        spec = policy.parameters.get(one.parameter)
        labels = (award.title_vi, award.title_en) if spec is None else (spec.label_vi, spec.label_en)
        yield Coverage("multiple", award.id, one.subject_kind.value, award.bonus.citation, *labels, wanted)


def _parameter(spec: ParameterSpec) -> Iterator[Coverage]:
    if spec.choices:
        yield Coverage("parameter", "", spec.id, spec.citation, spec.label_vi, spec.label_en, spec.choices)
    if len(spec.values) > 1:
        days = tuple(dated_name(one.valid_from) for one in spec.values)
        yield Coverage("dated", "", spec.id, spec.citation, spec.label_vi, spec.label_en, days)
