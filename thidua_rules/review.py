"""
What is wrong with a policy: gaps, overreach, dead thresholds, unconfirmed provisions, defects of a plan.

A review reads the policy only; it needs no roster. Each remark names the place and says what it means, in both
languages. What a rule cannot find in the policy's values stands in the provisions' own ``defects``.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import Enum

import attrs

from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria.awards import OfUnit
from thidua_rules.criteria.base import Criterion
from thidua_rules.criteria.comparisons import Compare, OneOf, Op, compare
from thidua_rules.criteria.logic import Clause, Unless
from thidua_rules.policies.layers import Layer, ParameterSpec, Setting
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation import check_policy
from thidua_rules.review_words import ABOUT, PROVISION_DEFECTS, QUIET_DEFECTS, WORDS
from thidua_rules.scales import defects
from thidua_rules.values import Value


class Weight(Enum):
    """How much a remark weighs: an error stops evaluation, a warning wants a decision, a note is to be known."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@attrs.frozen
class Remark:
    """
    One thing that a review found.

    Args:
        code: What kind of thing, such as ``vuot_uy_quyen``.

        weight: How much it weighs.

        path: Where it stands in the policy.

        title_vi: What that means; the same for every remark of the code, but for defects of a scale.

        title_en: The same in English.

        about_vi: What it is about, or empty.

        about_en: The same in English.

        citation: The provision, where there is one.
    """

    code: str
    weight: Weight
    path: str
    title_vi: str
    title_en: str
    about_vi: str = ""
    about_en: str = ""
    citation: Citation | None = None

    def title(self, lang: str) -> str:
        """What it means, in ``vi`` or ``en``."""
        return self.title_en if lang == "en" else self.title_vi

    def about(self, lang: str) -> str:
        """What it is about, in ``vi`` or ``en``."""
        return self.about_en if lang == "en" else self.about_vi

    def message(self, lang: str) -> str:
        """Both in one line."""
        return ": ".join(part for part in (self.title(lang), self.about(lang)) if part)


@attrs.frozen
class Review:
    """
    Everything that was found, errors first, in the order of the policy.

    Args:
        policy: The policy's id.

        remarks: What was found.
    """

    policy: str
    remarks: tuple[Remark, ...]

    def with_code(self, code: str) -> tuple[Remark, ...]:
        """The remarks of one kind."""
        return tuple(one for one in self.remarks if one.code == code)


def review_policy(policy: Policy) -> Review:
    """What is wrong with *policy*, or wants a decision."""
    found = [
        *_faults(policy),
        *overreach(policy),
        *_plan(policy),
        *_dead_thresholds(policy),
        *_equal_exceptions(policy),
        *_unused(policy),
        *_scales(policy),
        *_unconfirmed(policy),
    ]
    order = list(Weight)
    return Review(policy.id, tuple(sorted(found, key=lambda one: order.index(one.weight))))


def _remark(
    code: str, weight: Weight, path: str, citation: Citation | None = None, **words: object
) -> Remark:
    about_vi, about_en = ABOUT.get(code, ("{label}", "{en}"))
    return Remark(
        code, weight, path, *WORDS[code], about_vi.format(**words), about_en.format(**words), citation
    )


def _faults(policy: Policy) -> Iterator[Remark]:
    for fault in check_policy(policy):
        yield _remark("loi", Weight.ERROR, fault.path, problem=fault.problem)


def overreach(policy: Policy) -> Iterator[Remark]:
    """Each value that a layer of *policy* sets and that the higher instrument does not let it set."""
    owners = {spec.id: (spec, layer.id) for layer in policy.layers for spec in layer.parameters}
    for layer in policy.layers:
        for setting in layer.settings:
            spec, owner = owners.get(setting.parameter, (None, ""))
            if spec is None or owner == layer.id or (spec.settable and _allowed(spec, setting)):
                continue
            path = f"layers.{layer.id}.settings.{setting.parameter}"
            yield _remark(
                "vuot_uy_quyen", Weight.WARNING, path, spec.citation, label=spec.label_vi, en=spec.label_en,
                found=setting.value, allowed=_limits(spec) if spec.settable else "–",
            )  # fmt: skip


def _limits(spec: ParameterSpec) -> str:
    """What a lower layer may set, with signs that both languages read."""
    if spec.choices:
        return ", ".join(spec.choices)
    if spec.minimum is None:
        return f"≤ {spec.maximum}"
    return f"≥ {spec.minimum}" if spec.maximum is None else f"{spec.minimum}–{spec.maximum}"


def _allowed(spec: ParameterSpec, setting: Setting) -> bool:
    value = setting.value
    if spec.choices and value not in spec.choices:
        return False
    low = spec.minimum is None or compare(value, Op.AT_LEAST, spec.minimum)
    return low and (spec.maximum is None or compare(value, Op.AT_MOST, spec.maximum))


def _plan(policy: Policy) -> Iterator[Remark]:
    for layer in policy.layers:
        for target in layer.targets:
            if target.assigned is None:
                path = f"layers.{layer.id}.targets.{target.id}"
                yield _remark(
                    "khong_co_chi_tieu_so", Weight.WARNING, path, target.citation,
                    label=target.label_vi, en=target.label_en,
                )  # fmt: skip
        yield from _deadlines(layer, policy)
        yield from _narrow_scope(layer, policy)
        for provision in layer.provisions:
            for code in provision.defects:
                if code in PROVISION_DEFECTS:
                    path = f"layers.{layer.id}.provisions.{provision.id}"
                    yield _remark(code, Weight.WARNING, path, provision.citation,
                        label=provision.summary_vi, en=provision.summary_en)  # fmt: skip


def _deadlines(layer: Layer, policy: Policy) -> Iterator[Remark]:
    for one in layer.obligations:
        spec = policy.parameters.get(one.due)
        if spec is None or spec.standing is Standing.ASSUMED:
            path = f"layers.{layer.id}.obligations.{one.id}"
            yield _remark(
                "khong_co_thoi_han", Weight.WARNING, path, one.citation, label=one.label_vi, en=one.label_en
            )


def _kinds_named(criterion: Criterion | None) -> set[str]:
    """The values of the fact ``loai`` that *criterion* names for units."""
    found: set[str] = set()
    for one in criterion.walk() if criterion is not None else ():
        inner = one.criterion if isinstance(one, OfUnit) else one
        if isinstance(inner, OneOf) and inner.fact == "loai":
            found |= set(inner.values)
    return found


def _labels(kinds: set[str], policy: Policy, lang: str) -> str:
    """The kinds of unit *kinds* as people call them, in the order of the fact ``loai``."""
    spec = policy.facts.get("loai")
    names = [choice.id for choice in spec.choices] if spec is not None else []
    ordered = sorted(kinds, key=lambda one: (names.index(one) if one in names else len(names), one))
    return ", ".join((spec.value_label(one, lang) if spec is not None else None) or one for one in ordered)


def _narrow_scope(layer: Layer, policy: Policy) -> Iterator[Remark]:
    """A layer that limits its awards to some kinds of unit, and addresses its demands to others as well."""
    scopes = [one.clause for one in layer.additions if _kinds_named(one.clause)]
    if not scopes:
        return
    inside = set().union(*(_kinds_named(one) for one in scopes))
    audience = set().union(*(_kinds_named(one.actors) for one in layer.obligations))
    outside = audience - inside
    if outside:
        yield _remark(
            "pham_vi_hep_hon_doi_tuong", Weight.WARNING, f"layers.{layer.id}.additions", scopes[0].citation,
            inside=_labels(inside, policy, "vi"), outside=_labels(outside, policy, "vi"),
            inside_en=_labels(inside, policy, "en"), outside_en=_labels(outside, policy, "en"),
        )  # fmt: skip


def _clauses(policy: Policy) -> Iterator[tuple[str, Clause]]:
    for award in policy.awards.values():
        for criterion in award.criteria():
            for one in criterion.walk():
                if isinstance(one, Clause):
                    yield f"awards.{award.id}.{one.id}", one


def _dead_thresholds(policy: Policy) -> Iterator[Remark]:
    for path, clause in _clauses(policy):
        for one in clause.walk():
            if not isinstance(one, Compare):
                continue
            spec = policy.facts.get(one.fact)
            end = _threshold(one, policy)
            if spec is None or end is None or spec.minimum is None or spec.maximum is None:
                continue
            ends = {compare(spec.minimum, one.op, end), compare(spec.maximum, one.op, end)}
            if len(ends) == 1 and one.op not in {Op.EQUAL, Op.DIFFERENT}:
                yield _remark(
                    "nguong_chet", Weight.WARNING, path, clause.citation, fact=spec.label_vi, en=spec.label_en,
                    end=end, low=spec.minimum, high=spec.maximum,
                )  # fmt: skip


def _threshold(one: Compare, policy: Policy) -> int | Decimal | None:
    name = getattr(one.value, "name", None)
    value: Value | None = getattr(one.value, "value", None)
    spec = policy.parameters.get(name) if isinstance(name, str) else None
    if spec is not None and spec.values:
        value = spec.values[-1].value
    return value if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else None


def _equal_exceptions(policy: Policy) -> Iterator[Remark]:
    for path, clause in _clauses(policy):
        for one in clause.walk():
            if not isinstance(one, Unless):
                continue
            pairs = [(a, b) for i, a in enumerate(one.exceptions) for b in one.exceptions[i + 1 :]]
            for first, second in pairs:
                if first.when == second.when and first.then != second.then:
                    yield _remark(
                        "ngoai_le_mau_thuan", Weight.WARNING, path, clause.citation,
                        first=first.name, second=second.name,
                    )  # fmt: skip


def _unused(policy: Policy) -> Iterator[Remark]:
    used = {name for award in policy.awards.values() for name in award.uses().parameters}
    used |= {one.due for one in policy.obligations}
    used |= {name for one in policy.procedures.values() for name in one.parameters}
    used |= {policy.fund.rate} if policy.fund else set()
    for spec in policy.parameters.values():
        if spec.id not in used:
            yield _remark(
                "tham_so_khong_dung", Weight.NOTE, f"parameters.{spec.id}", spec.citation,
                label=spec.label_vi, en=spec.label_en,
            )  # fmt: skip


def _scales(policy: Policy) -> Iterator[Remark]:
    for scale in policy.scales.values():
        for one in defects(scale):
            path = f"scales.{scale.id}.{one.path}"
            weight = Weight.NOTE if one.code in QUIET_DEFECTS else Weight.WARNING
            yield Remark(one.code, weight, path, one.message_vi, one.message_en)


def _unconfirmed(policy: Policy) -> Iterator[Remark]:
    for path, clause in _clauses(policy):
        if clause.standing is not Standing.CONFIRMED:
            yield _unread(path, clause.standing, clause.citation, clause.label_vi, clause.label_en)
    for spec in policy.parameters.values():
        if spec.standing is not Standing.CONFIRMED:
            path = f"parameters.{spec.id}"
            yield _unread(path, spec.standing, spec.citation, spec.label_vi, spec.label_en)
    yield from _unconfirmed_procedures(policy)
    for award in policy.awards.values():
        for key in (*award.ranking, *award.quotas):
            if key.standing is not Standing.CONFIRMED:
                path = f"awards.{award.id}.{getattr(key, 'id', key.kind)}"
                yield _unread(path, key.standing, key.citation, key.label_vi, key.label_en)


def _unconfirmed_procedures(policy: Policy) -> Iterator[Remark]:
    for procedure in policy.procedures.values():
        for one in procedure.provisions:
            if one.standing is not Standing.CONFIRMED:
                path = f"procedures.{procedure.id}.{one.id}"
                yield _unread(path, one.standing, one.citation, one.label_vi, one.label_en)
    if (days := policy.calendar) is None:
        return
    for where, citation, standing in (
        ("calendar", days.citation, days.standing),
        ("calendar.rule", days.rule.citation, days.rule.standing),
    ):
        if standing is not Standing.CONFIRMED:
            yield _unread(where, standing, citation, days.label_vi, days.label_en)


def _unread(path: str, standing: Standing, citation: Citation, vi: str, en: str) -> Remark:
    code = {
        Standing.SECONDARY: "nguon_thu_cap",
        Standing.UNCONFIRMED: "chua_doi_chieu",
        Standing.ASSUMED: "gia_dinh",
    }[standing]
    return _remark(code, Weight.NOTE, path, citation, label=vi, en=en)
