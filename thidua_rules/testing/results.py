"""What running cases gives: for each key what was expected and what was found, and which provisions were reached."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Final

import attrs

from thidua_rules.citations import Citation
from thidua_rules.testing.cases import ConformanceCase, Expectable
from thidua_rules.testing.reached import Reached
from thidua_rules.values import as_fraction, tidy
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict

NO_OUTCOME: Final = "OUT_OF_SCOPE"
"""The status of a subject that the award does not consider at all."""


@attrs.frozen
class Check:
    """One key of a case: what was expected there, and what was found."""

    key: str
    expected: Expectable
    found: Expectable

    @property
    def passed(self) -> bool:
        """Whether the two are equal."""
        return self.expected == self.found


@attrs.frozen
class Visit:
    """A provision that decided the outcome of a case, with the verdict that it had there."""

    award: str
    clause: str
    verdict: Verdict


@attrs.frozen
class CaseResult:
    """
    One case after it was run.

    Args:
        case: The case.

        checks: One for each key of ``expected``.

        problem: Why the case could not be evaluated at all, or an empty text.

        visits: The provisions that decided.

        reached: What else it reaches: quotas, ranking keys, coverage, money, readings.
    """

    case: ConformanceCase
    checks: tuple[Check, ...] = ()
    problem: str = ""
    visits: tuple[Visit, ...] = ()
    reached: tuple[Reached, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether it was evaluated and every key is as expected."""
        return not self.problem and all(check.passed for check in self.checks)

    def lines(self, lang: str = "vi") -> tuple[str, ...]:
        """The case in a few lines of ``vi`` or ``en``: what it shows, where it stands, and what differs."""
        words = _EN if lang == "en" else _VI
        head = f"{words['passed' if self.passed else 'failed']} {self.case.id}: {self.case.description}"
        if self.passed:
            return (head,)
        where = str(self.case.citation) if self.case.citation else words["no_citation"]
        found = [f"  {words['citation']}: {where} ({self.case.place})"]
        if self.problem:
            found += [f"  {words['problem']}: {line}" for line in self.problem.splitlines()]
        for check in self.checks:
            if not check.passed:
                expected, got = shown(check.expected), shown(check.found)
                found.append(f"  {check.key}: {words['expected']} {expected}, {words['found']} {got}")
        return (head, *found)


_VI: Final = {
    "passed": "ĐẠT",
    "failed": "KHÔNG ĐẠT",
    "citation": "căn cứ",
    "no_citation": "không có căn cứ",
    "problem": "không đánh giá được",
    "expected": "phải là",
    "found": "nhưng kết quả là",
}
_EN: Final = {
    "passed": "PASSED",
    "failed": "FAILED",
    "citation": "provision",
    "no_citation": "no provision",
    "problem": "could not be evaluated",
    "expected": "expected",
    "found": "found",
}


def shown(value: Expectable) -> str:
    """*value* as a case writes it."""
    if value is None:
        return "null"
    if isinstance(value, tuple):
        return f"[{', '.join(shown(one) for one in value)}]"
    return value if isinstance(value, (str, dt.date)) else str(tidy(as_fraction(value)))


@attrs.frozen
class Provision:
    """
    A clause of an award, and the cases whose outcome it decided, by the verdict that it had in them.

    Args:
        award: The award's id.

        clause: The clause's id.

        citation: Where it stands.

        label_vi: The provision in a few words.

        label_en: The same in English.

        met: The ids of the cases in which it was MET.

        unmet: Of those in which it was UNMET.

        unknown: Of those in which it was UNKNOWN.
    """

    award: str
    clause: str
    citation: Citation
    label_vi: str
    label_en: str
    met: tuple[str, ...] = ()
    unmet: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[Verdict, ...]:
        """The verdicts that no case reaches."""
        reached = ((MET, self.met), (UNMET, self.unmet), (UNKNOWN, self.unknown))
        return tuple(verdict for verdict, cases in reached if not cases)

    def label(self, lang: str) -> str:
        """The label in ``vi`` or ``en``."""
        return self.label_en if lang == "en" else self.label_vi


@attrs.frozen
class Report:
    """
    A set of cases after it was run.

    Args:
        results: One for each case, in the order of the files.

        coverage: Every clause of the awards that the cases ask about, each with the cases that it decided.
    """

    results: tuple[CaseResult, ...]
    coverage: tuple[Provision, ...] = ()

    @property
    def passed(self) -> int:
        """How many cases passed."""
        return sum(result.passed for result in self.results)

    @property
    def failed(self) -> int:
        """How many did not."""
        return len(self.results) - self.passed

    def failures(self) -> Iterable[CaseResult]:
        """The results that did not pass."""
        return tuple(result for result in self.results if not result.passed)
