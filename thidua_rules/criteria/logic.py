"""All, any, not, k of n, the general rule with exceptions, and the clause that gives a rule its citation."""

from __future__ import annotations

from typing import ClassVar

import attrs

from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria.base import Case, Criterion, Part
from thidua_rules.errors import ClashError, PolicyError
from thidua_rules.facts import SubjectKind
from thidua_rules.findings import Finding, Heading, new_finding
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict, at_least, negation


def _joined(kind: str, criteria: tuple[Criterion, ...], case: Case, weakest: Verdict) -> Finding:
    """The findings of all *criteria* as one of *kind*: UNKNOWN outweighs *weakest*, its opposite both."""
    children = tuple([criterion.check(case) for criterion in criteria])
    answer, deciders = weakest, []
    for index, child in enumerate(children):
        verdict = child.verdict
        if verdict is answer:
            deciders.append(index)
        elif answer is weakest or (verdict is not UNKNOWN and verdict is not weakest):
            answer, deciders = verdict, [index]
    return new_finding(kind, answer, (), None, None, (), children, tuple(deciders))


@attrs.frozen
class All(Criterion):
    """
    Met when every part is; with no part at all it is met.

    Args:
        criteria: The parts.
    """

    kind: ClassVar[str] = "all"

    criteria: tuple[Criterion, ...]

    def verdict(self, case: Case) -> Verdict:
        """The conjunction of the parts; an unmet part ends the search."""
        answer = MET
        for criterion in self.criteria:
            verdict = criterion.verdict(case)
            if verdict is UNMET:
                return UNMET
            if verdict is UNKNOWN:
                answer = UNKNOWN
        return answer

    def check(self, case: Case) -> Finding:
        """The conjunction of the parts; every part is asked, so that every reason is known."""
        return _joined("all", self.criteria, case, MET)


@attrs.frozen
class Any(Criterion):
    """
    Met when at least one part is; with no part at all it is unmet.

    Args:
        criteria: The parts.
    """

    kind: ClassVar[str] = "any"

    criteria: tuple[Criterion, ...]

    def verdict(self, case: Case) -> Verdict:
        """The disjunction of the parts; a met part ends the search."""
        answer = UNMET
        for criterion in self.criteria:
            verdict = criterion.verdict(case)
            if verdict is MET:
                return MET
            if verdict is UNKNOWN:
                answer = UNKNOWN
        return answer

    def check(self, case: Case) -> Finding:
        """The disjunction of the parts."""
        return _joined("any", self.criteria, case, UNMET)


@attrs.frozen
class Not(Criterion):
    """
    Met when the part is unmet.

    Args:
        criterion: The part.
    """

    kind: ClassVar[str] = "not"

    criterion: Criterion

    def verdict(self, case: Case) -> Verdict:
        """The opposite of the part."""
        return negation(self.criterion.verdict(case))

    def check(self, case: Case) -> Finding:
        """The opposite of the part."""
        child = self.criterion.check(case)
        return new_finding("not", negation(child.verdict), children=(child,), deciders=(0,))


@attrs.frozen
class AtLeastOf(Criterion):
    """
    Met when at least *minimum* of the parts are.

    Args:
        minimum: How many must be met; from 0 to the number of parts.

        criteria: The parts.

    Raises:
        PolicyError: The minimum is negative or above the number of parts.
    """

    kind: ClassVar[str] = "at-least-of"

    minimum: int
    criteria: tuple[Criterion, ...]

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.minimum <= len(self.criteria):
            raise PolicyError.one("minimum", f"expected 0 to {len(self.criteria)}, got {self.minimum}")

    def verdict(self, case: Case) -> Verdict:
        """Whether enough parts are met."""
        return at_least(self.minimum, [criterion.verdict(case) for criterion in self.criteria])

    def check(self, case: Case) -> Finding:
        """Whether enough parts are met; it observes how many are."""
        children = tuple([criterion.check(case) for criterion in self.criteria])
        verdicts = [child.verdict for child in children]
        verdict = at_least(self.minimum, verdicts)
        deciders = tuple(i for i, one in enumerate(verdicts) if one is verdict)
        asked = (("minimum", self.minimum), ("of", len(children)))
        met = verdicts.count(MET)
        return new_finding("at-least-of", verdict, asked, met, self.minimum, (), children, deciders)


@attrs.frozen
class Settled(Criterion):
    """
    Always the same verdict: for a provision that holds by itself, or an exception that forbids outright.

    Args:
        answer: The verdict.
    """

    kind: ClassVar[str] = "settled"

    answer: Verdict

    def verdict(self, case: Case) -> Verdict:
        """The answer."""
        del case
        return self.answer

    def check(self, case: Case) -> Finding:
        """The answer."""
        del case
        return new_finding("settled", self.answer)


@attrs.frozen
class Exempt(Part):
    """
    One exception to a general rule.

    Args:
        name: What a clash is reported under.

        when: The condition under which it takes the rule's place.

        then: What holds instead.

        label_vi: The exception in a few words; its name where empty.

        label_en: The same in English.
    """

    kind: ClassVar[str] = "exempt"

    name: str
    when: Criterion
    then: Criterion
    label_vi: str = ""
    label_en: str = ""


@attrs.frozen
class Unless(Criterion):
    """
    A general rule with exceptions, written as the law writes them.

    Args:
        rule: What holds where no exception applies.

        exceptions: What may take its place. They have no order.

    An exception that applies replaces the rule. Several that apply must agree. Where it is unknown
    whether one applies, the answer is known only if it is the same either way (default logic with
    exceptions as in D. Merigoux et al., *Catala*, 2021, with a third value).
    """

    kind: ClassVar[str] = "unless"

    rule: Criterion
    exceptions: tuple[Exempt, ...]

    def verdict(self, case: Case) -> Verdict:
        """
        The rule, or the exception that applies.

        Raises:
            ClashError: Two exceptions apply, one met and the other unmet.
        """
        applied = [exempt.when.verdict(case) for exempt in self.exceptions]
        results = [
            UNMET if verdict is UNMET else exempt.then.verdict(case)
            for verdict, exempt in zip(applied, self.exceptions, strict=True)
        ]
        rule = UNKNOWN if MET in applied else self.rule.verdict(case)
        return self._settle(rule, applied, results)[0]

    def check(self, case: Case) -> Finding:
        """
        The rule, or the exception that applies.

        Raises:
            ClashError: Two exceptions apply, one met and the other unmet.
        """
        whens = [exempt.when.check(case) for exempt in self.exceptions]
        applied = [when.verdict for when in whens]
        rule = _replaced(self.rule, case) if MET in applied else self.rule.check(case)
        thens = [
            _replaced(exempt.then, case) if verdict is UNMET else exempt.then.check(case)
            for verdict, exempt in zip(applied, self.exceptions, strict=True)
        ]
        verdict, indices = self._settle(rule.verdict, applied, [then.verdict for then in thens])
        exempts = tuple(
            _exempt_finding(exempt, when, then)
            for exempt, when, then in zip(self.exceptions, whens, thens, strict=True)
        )
        return new_finding("unless", verdict, children=(rule, *exempts), deciders=indices)

    def _settle(
        self, rule: Verdict, applied: list[Verdict], results: list[Verdict]
    ) -> tuple[Verdict, tuple[int, ...]]:
        """The verdict, and which children decided: 0 is the rule, i the i-th exception."""
        sure = [i for i, verdict in enumerate(applied) if verdict is MET]
        self._refuse_clash(sure, results)
        open_ = [i for i, verdict in enumerate(applied) if verdict is UNKNOWN]
        base = tuple(i + 1 for i in sure) or (0,)
        answers = {results[i] for i in (*sure, *open_)} | (set() if sure else {rule})
        if answers in ({MET}, {UNMET}):
            return answers.pop(), base
        return UNKNOWN, base + tuple(i + 1 for i in open_)

    def _refuse_clash(self, sure: list[int], results: list[Verdict]) -> None:
        met = [i for i in sure if results[i] is MET]
        unmet = [i for i in sure if results[i] is UNMET]
        if met and unmet:
            first, second = sorted((self.exceptions[met[0]].name, self.exceptions[unmet[0]].name))
            raise ClashError(first, second)


def _replaced(criterion: Criterion, case: Case) -> Finding:
    """The finding of what does not hold here: a clash inside it decides nothing, and is only noted."""
    try:
        return criterion.check(case)
    except ClashError as clash:
        return new_finding("clash", UNKNOWN, (("first", clash.first), ("second", clash.second)))


def _exempt_finding(exempt: Exempt, when: Finding, then: Finding) -> Finding:
    """An exception that does not apply is UNMET; one that does has the verdict of what it says instead."""
    verdict = then.verdict if when.verdict is MET else when.verdict
    says = when.verdict is MET or (when.verdict is UNKNOWN and then.verdict is UNKNOWN)
    deciders = (0, 1) if says else (0,)
    asked = (("name", exempt.name), ("label_vi", exempt.label_vi), ("label_en", exempt.label_en))
    return new_finding("exempt", verdict, asked, children=(when, then), deciders=deciders)


@attrs.frozen
class Clause(Criterion):
    """
    A criterion under its provision: what an explanation has as a heading.

    Args:
        id: Unique in its award.

        citation: Where the provision stands.

        label_vi: The provision in a few words.

        label_en: The same in English.

        criterion: What it demands.

        standing: How well it was confirmed.

        recipients: The kinds of subject that it is asked of in an award; none named means all.
    """

    kind: ClassVar[str] = "clause"

    id: str
    citation: Citation
    label_vi: str
    label_en: str
    criterion: Criterion
    standing: Standing = Standing.CONFIRMED
    recipients: tuple[SubjectKind, ...] = ()
    _heading: Heading = attrs.field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        heading = Heading(self.id, self.citation, self.label_vi, self.label_en, self.standing)
        object.__setattr__(self, "_heading", heading)

    def applies(self, kind: SubjectKind) -> bool:
        """Whether it is asked of subjects of *kind*."""
        return not self.recipients or kind in self.recipients

    def label(self, lang: str) -> str:
        """The label in ``vi`` or ``en``."""
        return self._heading.label(lang)

    @property
    def heading(self) -> Heading:
        """The provision, as it stands in findings."""
        return self._heading

    def verdict(self, case: Case) -> Verdict:
        """The verdict of the criterion."""
        return self.criterion.verdict(case)

    def check(self, case: Case) -> Finding:
        """The finding of the criterion, under its provision."""
        child = self.criterion.check(case)
        return new_finding("clause", child.verdict, (), None, None, (), (child,), (0,), self._heading)
