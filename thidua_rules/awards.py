"""What can be given: to whom, on which conditions, in which order, how many, by whom, for how much."""

from __future__ import annotations

from enum import Enum
from functools import cached_property
from typing import ClassVar

import attrs

from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria.base import Criterion, Part, Uses
from thidua_rules.criteria.logic import All, Any, Clause
from thidua_rules.criteria.records import RowTest, tests_uses
from thidua_rules.facts import SubjectKind


class Form(Enum):
    """An emulation title, a form of commendation, or a rating that other awards rest on."""

    DANH_HIEU = "danh_hieu"
    HINH_THUC = "hinh_thuc"
    XEP_LOAI = "xep_loai"


class Authority(Enum):
    """Who decides an award."""

    CHU_TICH_UBND_XA = "chu_tich_ubnd_xa"
    CHU_TICH_UBND_HUYEN = "chu_tich_ubnd_huyen"
    CHU_TICH_UBND_TINH = "chu_tich_ubnd_tinh"
    TRUNG_UONG = "trung_uong"
    LUC_LUONG_VU_TRANG = "luc_luong_vu_trang"
    CAP_CO_THAM_QUYEN = "cap_co_tham_quyen"


@attrs.frozen(kw_only=True)
class ByScore(Part):
    """
    Ranking by the score of a scale, the highest first.

    Every ranking key may be limited to some kinds of *recipients*; none named means all.
    """

    kind: ClassVar[str] = "by-score"

    id: str
    label_vi: str
    label_en: str
    citation: Citation
    standing: Standing = Standing.CONFIRMED
    scale: str
    recipients: tuple[SubjectKind, ...] = ()


@attrs.frozen(kw_only=True)
class ByFact(Part):
    """
    Ranking by a number of the subject.

    Args:
        fact: The number's name.

        highest_first: Whether more is better.
    """

    kind: ClassVar[str] = "by-fact"

    id: str
    label_vi: str
    label_en: str
    citation: Citation
    standing: Standing = Standing.CONFIRMED
    fact: str
    highest_first: bool = True
    recipients: tuple[SubjectKind, ...] = ()


@attrs.frozen(kw_only=True)
class ByCriterion(Part):
    """Ranking of those who meet a criterion before those who do not: a preference of the law."""

    kind: ClassVar[str] = "by-criterion"

    id: str
    label_vi: str
    label_en: str
    citation: Citation
    standing: Standing = Standing.CONFIRMED
    criterion: Criterion
    recipients: tuple[SubjectKind, ...] = ()


@attrs.frozen(kw_only=True)
class ByCount(Part):
    """Ranking by the number of rows that count, the most first."""

    kind: ClassVar[str] = "by-count"

    id: str
    label_vi: str
    label_en: str
    citation: Citation
    standing: Standing = Standing.CONFIRMED
    records: str
    where: tuple[RowTest, ...] = ()
    recipients: tuple[SubjectKind, ...] = ()


@attrs.frozen(kw_only=True)
class ByBallot(Part):
    """Ranking by the share of approvals in the council's recorded ballot; equal while no ballot on the award is recorded."""

    kind: ClassVar[str] = "by-ballot"

    id: str
    label_vi: str
    label_en: str
    citation: Citation
    standing: Standing = Standing.CONFIRMED
    recipients: tuple[SubjectKind, ...] = ()


RankKey = ByScore | ByFact | ByCriterion | ByCount | ByBallot


@attrs.frozen(kw_only=True)
class Quota(Part):
    """
    How many may be given in one group.

    Args:
        rate: The parameter that holds the rate (with *base*) or the number of places (without).

        rounding: The parameter that names the rounding of rate times base.

        base: Who is counted: all subjects of *base_kinds* in the group that meet it. None: *rate* is a number of places.

        base_kinds: The kinds of subject that are counted.

        group: ``""`` for the whole roster, ``unit`` for each unit, or a fact whose value names the group.

        recipients: The kinds of recipient that it limits; none named means all, each kind by itself.

        label_vi: What the quota is, in a few words.

        label_en: The same in English.

        citation: Where it stands.

        standing: How well it was confirmed.
    """

    kind: ClassVar[str] = "quota"

    rate: str
    rounding: str = ""
    base: Criterion | None = None
    base_kinds: tuple[SubjectKind, ...] = ()
    group: str = ""
    recipients: tuple[SubjectKind, ...] = ()
    label_vi: str
    label_en: str
    citation: Citation
    standing: Standing = Standing.CONFIRMED


@attrs.frozen(kw_only=True)
class Coverage(Part):
    """
    One award per achievement: a higher award for the same achievement covers this one.

    Args:
        by: The higher awards.

        records: The list of proposals, with columns ``danh_hieu`` and ``thanh_tich``.

        citation: Where the rule stands.
    """

    kind: ClassVar[str] = "coverage"

    by: tuple[str, ...]
    records: str = "de_nghi_khen_thuong"
    citation: Citation
    standing: Standing = Standing.CONFIRMED
    label_vi: str
    label_en: str


@attrs.frozen(kw_only=True)
class Multiple(Part):
    """The bonus of one kind of recipient: a parameter that multiplies the base salary."""

    kind: ClassVar[str] = "multiple"

    subject_kind: SubjectKind
    parameter: str


@attrs.frozen(kw_only=True)
class Bonus(Part):
    """
    The money that goes with an award.

    Args:
        multiples: The multiple for each kind of recipient; a kind without one gets no money.

        group: Of several awards of one group in one year, only the highest bonus is paid.

        achievement: The parameter that says what is paid where two awards are proposed for one achievement:
            ``cao_nhat``, the higher bonus only, or ``ca_hai``, both. Empty: both.

        records: The list of proposals, with columns ``danh_hieu`` and ``thanh_tich``.

        base: The parameter that holds the base salary.

        step: The parameter that holds the step of rounding.

        rounding: The parameter that names the rounding.

        citation: Where the multiple stands.
    """

    kind: ClassVar[str] = "bonus"

    multiples: tuple[Multiple, ...]
    group: str = ""
    achievement: str = ""
    records: str = "de_nghi_khen_thuong"
    base: str = "luong_co_so"
    step: str = "buoc_lam_tron_tien"
    rounding: str = "cach_lam_tron_tien"
    citation: Citation
    standing: Standing = Standing.CONFIRMED


@attrs.frozen(kw_only=True)
class Award(Part):
    """
    A title or a form of commendation.

    Args:
        id: Its name, ascii Vietnamese.

        title_vi: Its official name.

        title_en: The same in English.

        form: Title or form of commendation.

        recipients: The kinds of subject that it can be given to.

        authority: Who decides it.

        citations: Where it stands.

        scope: Who is considered at all; whoever is surely outside has no outcome. None: every recipient.

        eligibility: The conditions, all of them.

        holds: Pending matters: while one is met, an eligible subject is not yet proposed.

        ranking: The keys that order those who are eligible, the first one first.

        quotas: How many may be given; at most one for each kind of recipient.

        coverage: What covers it, or None.

        bonus: The money, or None.

        notes: What whoever decides has to know of a subject where it is so; it changes no outcome.

        tracked: Whether the commune only follows it: it keeps the conditions in view, and neither decides nor proposes.
    """

    kind: ClassVar[str] = "award"

    id: str
    title_vi: str
    title_en: str
    form: Form
    recipients: tuple[SubjectKind, ...]
    authority: Authority
    citations: tuple[Citation, ...]
    standing: Standing = Standing.CONFIRMED
    scope: Criterion | None = None
    eligibility: tuple[Clause, ...] = ()
    holds: tuple[Clause, ...] = ()
    ranking: tuple[RankKey, ...] = ()
    quotas: tuple[Quota, ...] = ()
    coverage: Coverage | None = None
    bonus: Bonus | None = None
    notes: tuple[Clause, ...] = ()
    tracked: bool = False

    @property
    def title(self) -> str:
        """The official name."""
        return self.title_vi

    def condition(self, kind: SubjectKind) -> All:
        """The conditions on a recipient of *kind*, as one criterion."""
        return All(tuple(one for one in self.eligibility if one.applies(kind)))

    def hold(self, kind: SubjectKind) -> Any:
        """The pending matters of a recipient of *kind*, any of which holds it."""
        return Any(tuple(one for one in self.holds if one.applies(kind)))

    def noted(self, kind: SubjectKind) -> tuple[Clause, ...]:
        """What may be noted of a recipient of *kind*."""
        return tuple(one for one in self.notes if one.applies(kind))

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """Its conditions, its pending matters and its notes."""
        return (*self.eligibility, *self.holds, *self.notes)

    def keys(self, kind: SubjectKind) -> tuple[RankKey, ...]:
        """The ranking keys among recipients of *kind*."""
        return tuple(key for key in self.ranking if not key.recipients or kind in key.recipients)

    def quota(self, kind: SubjectKind) -> Quota | None:
        """The quota that limits recipients of *kind*, or None."""
        return next((one for one in self.quotas if not one.recipients or kind in one.recipients), None)

    def label(self, lang: str) -> str:
        """The title in ``vi`` or ``en``."""
        return self.title_en if lang == "en" else self.title_vi

    def criteria(self) -> tuple[Criterion, ...]:
        """Every criterion in it: scope, conditions, holds, notes, preferences and the quota's base."""
        found: list[Criterion] = [*self.clauses]
        if self.scope is not None:
            found.append(self.scope)
        found += [key.criterion for key in self.ranking if isinstance(key, ByCriterion)]
        found += [quota.base for quota in self.quotas if quota.base is not None]
        return tuple(found)

    def uses(self) -> Uses:
        """Everything that it reads, by name; a higher award that covers it counts as read."""
        return self._uses

    @cached_property
    def _uses(self) -> Uses:
        found = Uses(
            awards=frozenset(self.coverage.by if self.coverage else ()),
            scales=frozenset(key.scale for key in self.ranking if isinstance(key, ByScore)),
            facts=frozenset(key.fact for key in self.ranking if isinstance(key, ByFact)),
        )
        for criterion in self.criteria():
            found |= criterion.uses()
        return found | self._quota_uses() | self._record_uses()

    def _quota_uses(self) -> Uses:
        names = {name for quota in self.quotas for name in (quota.rate, quota.rounding)} - {""}
        group = {quota.group for quota in self.quotas} - {"", "unit"}
        return Uses(parameters=frozenset(names), facts=frozenset(group))

    def _record_uses(self) -> Uses:
        found = Uses()
        for key in self.ranking:
            if isinstance(key, ByCount):
                found |= tests_uses(key.records, key.where)
        bonus = self.bonus
        lists = {self.coverage.records} if self.coverage is not None else set()
        lists |= {bonus.records} if bonus is not None and bonus.achievement else set()
        columns = ("", "danh_hieu", "thanh_tich")
        found |= Uses(records=frozenset((name, one) for name in lists for one in columns))
        multiples = {m.parameter for m in bonus.multiples} if bonus else set()
        multiples |= {bonus.base, bonus.step, bonus.rounding, bonus.achievement} - {""} if bonus else set()
        return found | Uses(parameters=frozenset(multiples))
