"""
The answer to a criterion and its reasons, as plain data: a tree that holds no criterion.

What a finding contains is a contract with its own version, :data:`VERSION`; how it is worded is not.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import attrs

from thidua_rules.citations import Citation, Standing
from thidua_rules.values import tidy
from thidua_rules.verdicts import Verdict

VERSION: Final = 1

Asked = tuple[tuple[str, object], ...]
"""What was asked, as pairs of a name and a plain value."""


@attrs.frozen(order=True)
class Missing:
    """A fact of a subject that nobody has given."""

    subject: str
    fact: str


@attrs.frozen
class Heading:
    """
    Under which provision a question stands.

    Args:
        id: The clause's id, unique in its award.

        citation: Where it stands in the law.

        label_vi: The provision in a few words.

        label_en: The same in English.

        standing: How well it was confirmed.
    """

    id: str
    citation: Citation
    label_vi: str
    label_en: str
    standing: Standing = Standing.CONFIRMED

    def label(self, lang: str) -> str:
        """The label in ``vi`` or ``en``."""
        return self.label_en if lang == "en" else self.label_vi


@attrs.frozen
class Reason:
    """
    A finding that decided, and the innermost provision that it stands under.

    Args:
        heading: The provision, or None.

        finding: What decided.

        verdict: The verdict of the provision; a part of it may have another one, such as an exception that applies.
    """

    heading: Heading | None
    finding: Finding
    verdict: Verdict


@attrs.frozen(weakref_slot=False)
class Finding:
    """
    The verdict on one criterion for one case, with its reasons.

    Args:
        kind: The kind of the criterion.

        verdict: MET, UNKNOWN or UNMET.

        asked: What was asked, such as the name of the fact and the comparison.

        observed: What was found, or None.

        expected: What it was compared with, parameters resolved, or None.

        missing: The facts that this question lacked itself.

        children: The findings that this one is made of.

        deciders: Which of *children* (by index) settle the verdict; each of the unmet parts of a
            conjunction is enough on its own, so all of them are named.

        heading: The provision, for a clause.

        subject: The subject asked about, where it is not the one of the whole finding.
    """

    kind: str
    verdict: Verdict
    asked: Asked = ()
    observed: object = None
    expected: object = None
    missing: tuple[Missing, ...] = ()
    children: tuple[Finding, ...] = ()
    deciders: tuple[int, ...] = ()
    heading: Heading | None = None
    subject: str | None = None

    @property
    def margin(self) -> Decimal | Fraction | int | None:
        """
        By how much the observed value lies above (or, negative, below) the expected one.

        Numbers give their difference, days the days between them; anything else gives None.
        """
        return difference(self.observed, self.expected)

    def walk(self) -> Iterator[Finding]:
        """This finding and every one below it, parents first."""
        stack = [self]
        while stack:
            finding = stack.pop()
            yield finding
            stack.extend(reversed(finding.children))

    def reasons(self) -> tuple[Reason, ...]:
        """The leaves that settle the verdict, each with its innermost provision, in the order of the rule."""
        found: list[Reason] = []
        stack: list[tuple[Finding, Finding | None]] = [(self, None)]
        while stack:
            finding, clause = stack.pop()
            clause = finding if finding.heading is not None else clause
            if finding.deciders:
                stack.extend((finding.children[i], clause) for i in reversed(finding.deciders))
            elif clause is None:
                found.append(Reason(None, finding, finding.verdict))
            else:
                found.append(Reason(clause.heading, finding, clause.verdict))
        return tuple(found)

    def relevant_missing(self) -> tuple[Missing, ...]:
        """The missing facts that could still change the verdict; none where it is settled."""
        if self.verdict is not Verdict.UNKNOWN:
            return ()
        found: set[Missing] = set()
        stack = [self]
        while stack:
            finding = stack.pop()
            if finding.verdict is not Verdict.UNKNOWN:
                continue
            found.update(finding.missing)
            stack.extend(finding.children[i] for i in finding.deciders)
        return tuple(sorted(found))

    def deciding(self) -> Iterator[Finding]:
        """This finding and those below it that settle the verdict, parents first."""
        stack = [self]
        while stack:
            finding = stack.pop()
            yield finding
            stack.extend(finding.children[i] for i in reversed(finding.deciders))

    def headings(self) -> tuple[Heading, ...]:
        """The provisions that the verdict rests on, without repetition."""
        found: dict[str, Heading] = {}
        for finding in self.deciding():
            if finding.heading is not None:
                found.setdefault(finding.heading.id, finding.heading)
        return tuple(found.values())


class _Draft:
    """A finding on its way: its slots, without the guard that makes it frozen."""

    __slots__ = Finding.__slots__  # type: ignore[attr-defined]  # attrs makes them


def new_finding(  # noqa: PLR0913, PLR0917  # those of Finding
    kind: str,
    verdict: Verdict,
    asked: Asked = (),
    observed: object = None,
    expected: object = None,
    missing: tuple[Missing, ...] = (),
    children: tuple[Finding, ...] = (),
    deciders: tuple[int, ...] = (),
    heading: Heading | None = None,
    subject: str | None = None,
) -> Finding:
    """
    ``Finding(...)``, more than three times as fast, for criteria that are asked of everybody.

    A frozen class passes its guard once for each field; a draft that becomes a finding at the end never does.
    """
    draft: Any = _Draft()
    draft.kind = kind
    draft.verdict = verdict
    draft.asked = asked
    draft.observed = observed
    draft.expected = expected
    draft.missing = missing
    draft.children = children
    draft.deciders = deciders
    draft.heading = heading
    draft.subject = subject
    draft.__class__ = Finding
    finding: Finding = draft
    return finding


def difference(observed: object, expected: object) -> Decimal | Fraction | int | None:
    """*observed* minus *expected*: numbers exactly, days in days, else None."""
    if isinstance(observed, bool) or isinstance(expected, bool):
        return None
    if isinstance(observed, dt.date) and isinstance(expected, dt.date):
        return (observed - expected).days
    numbers = (int, Decimal, Fraction)
    if isinstance(observed, numbers) and isinstance(expected, numbers):
        return tidy(Fraction(observed) - Fraction(expected))
    return None
