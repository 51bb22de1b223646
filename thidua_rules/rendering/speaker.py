"""How values, names and places in the law are written in one language."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from thidua_rules.citations import Citation
from thidua_rules.errors import UnknownNameError
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.findings import Finding, Missing
from thidua_rules.policies.model import Policy
from thidua_rules.rendering.words import LANGUAGES
from thidua_rules.subjects import Roster
from thidua_rules.values import Marker, nearest, nfc, tidy


class Speaker:
    """
    One language, with the labels of one policy and the names of one roster.

    Args:
        policy: Where labels come from.

        lang: ``vi`` or ``en``.

        roster: Where names come from, or None: then ids stand for them.

    Raises:
        UnknownNameError: There is no such language.
    """

    def __init__(self, policy: Policy, lang: str, roster: Roster | None = None) -> None:
        if lang not in LANGUAGES:
            raise UnknownNameError("language", lang, nearest(lang, LANGUAGES))
        self.policy = policy
        self.lang = lang
        self.roster = roster
        self.words = LANGUAGES[lang]

    def say(self, key: str, /, **values: object) -> str:
        """The words of *key*, filled in."""
        return self.words[key].format(**values)

    def number(self, value: Decimal | Fraction | int) -> str:
        """A number: in Vietnamese with points for thousands and a decimal comma."""
        exact = tidy(value)
        if isinstance(exact, Fraction):
            return f"{exact.numerator}/{exact.denominator}"
        text = f"{exact:,f}" if isinstance(exact, Decimal) else f"{exact:,}"
        return text.translate(str.maketrans(",.", ".,")) if self.lang == "vi" else text

    def quantity(self, value: Decimal | Fraction | int, unit: str) -> str:
        """A number with its unit; a year is written as it is."""
        if unit == "nam":
            return str(value)
        written = self.number(value)
        words = self.words.get(f"unit_{unit}")
        return words.format(number=written) if words is not None else written

    def margin(self, value: Decimal | Fraction | int, unit: str = "") -> str:
        """By how much something falls short (negative) or goes over; that of percentages in percentage points."""
        unit = "diem_phan_tram" if unit == "phan_tram" else unit
        size = -value if value < 0 else value
        written = self.number(size) if unit == "nam" else self.quantity(size, unit)
        return self.say("short" if value < 0 else "over", margin=written)

    def day(self, value: dt.date) -> str:
        """A day, as dd/mm/yyyy in Vietnamese."""
        return value.strftime("%d/%m/%Y") if self.lang == "vi" else value.isoformat()

    def value(self, value: object, spec: FactSpec | None = None) -> str:
        """Any value of a finding; that of a personal fact is not shown."""
        if value is None:
            return self.words["unknown"]
        if spec is not None and spec.personal:
            return self.words["hidden"]
        if isinstance(value, tuple):
            return self.listed(value, spec)
        if isinstance(value, bool):
            return self.words["yes" if value else "no"]
        if isinstance(value, Marker):
            return self.words[value.value]
        if isinstance(value, dt.date):
            return self.day(value)
        if isinstance(value, (int, Decimal, Fraction)):
            return self.quantity(value, spec.unit if spec is not None else "")
        label = spec.value_label(str(value), self.lang) if spec is not None else None
        return label or nfc(str(value))

    def listed(self, values: Iterable[object], spec: FactSpec | None = None) -> str:
        """Several values; two numbers are a range."""
        items = list(values)
        numbers = [
            one for one in items if isinstance(one, (int, Decimal, Fraction)) and not isinstance(one, bool)
        ]
        if len(items) == len(numbers) == 2:  # noqa: PLR2004  # the two ends
            return f"{self.value(items[0])} {self.words['to']} {self.value(items[1])}"
        return ", ".join(self.value(one, spec) for one in items) if items else self.words["nothing"]

    def spec(self, fact: object) -> FactSpec | None:
        """The specification of a fact, or None."""
        return self.policy.facts.get(str(fact))

    def is_personal(self, asked: object) -> bool:
        """Whether *asked*, a fact or a side of a comparison, is or holds a personal fact."""
        if isinstance(asked, (tuple, list)):
            return any(self.is_personal(one) for one in asked)
        spec = self.spec(str(asked).removeprefix("fact:"))
        return spec is not None and spec.personal

    def hides(self, finding: Finding) -> bool:
        """Whether *finding* is about a personal fact, on either side."""
        return any(self.is_personal(value) for _, value in finding.asked)

    def fact(self, fact: object) -> str:
        """The label of a fact, or its name."""
        spec = self.spec(fact)
        return spec.label(self.lang) if spec is not None else str(fact)

    def award(self, award: object) -> str:
        """The title of an award, or its name."""
        found = self.policy.awards.get(str(award))
        return found.label(self.lang) if found is not None else str(award)

    def operand(self, value: object, spec: FactSpec | None = None) -> str:
        """A side of a comparison: a value, or the label of the parameter or fact that holds it."""
        kind, _, name = str(value).partition(":")
        if kind in {"parameter", "years-before"} and (found := self.policy.parameters.get(name)) is not None:
            return found.label(self.lang)
        return self.fact(name) if kind == "fact" and name else self.value(value, spec)

    def expected(self, value: object, spec: FactSpec | None) -> str:
        """What a fact is compared with, in the fact's own unit; it is shown where the fact is not."""
        if spec is not None and isinstance(value, (int, Decimal, Fraction)) and not isinstance(value, bool):
            return self.quantity(value, spec.unit)
        label = spec.value_label(str(value), self.lang) if spec is not None else None
        return label or self.operand(value)

    def subject(self, subject: str) -> str:
        """The name of a subject, or its id."""
        if self.roster is None or not self.roster.has_subject(subject):
            return subject
        return f"{nfc(self.roster.subject(subject).name)} ({subject})"

    def citation(self, citation: Citation) -> str:
        """
        A place in the law, the way it is cited: "điểm a khoản 1 Điều 24 Luật …".

        A plan has sections instead of articles.
        """
        found = self.policy.instruments.get(citation.instrument)
        title = found.cited(self.lang) if found is not None else citation.instrument
        parts = []
        if citation.point:
            parts.append(f"{self.words['point']} {citation.point}")
        if citation.clause:
            parts.append(f"{self.words['clause']} {citation.clause}")
        if citation.article:
            parts.append(self._article(citation.article))
        return " ".join([*parts, title])

    def _article(self, article: str) -> str:
        """An article by its number, a section of a plan by its mark, or a part of a document that has a name."""
        if article.isdecimal():
            return f"{self.words['article']} {article}"
        head, _, number = article.partition(".")
        named = self.words.get(f"section_{head}")
        if named is None:
            return f"{self.words['section']} {article}"
        return f"{named}, {self.words['paragraph']} {number}" if number else named

    def figure(self, finding: Finding, spec: FactSpec | None) -> tuple[str, str]:
        """What a finding observed and expected, each with the unit of the fact; shares as percentages."""
        if finding.kind == "member-share":
            return self.share(finding.observed), self.share(finding.expected)
        if finding.kind == "months-since":
            return self.value(finding.observed, MONTHS), self.expected(finding.expected, MONTHS)
        return self.value(finding.observed, spec), self.expected(finding.expected, spec)

    def share(self, value: object) -> str:
        """A fraction as a percentage, to two places; the comparison itself was exact."""
        if isinstance(value, tuple):
            return f"{self.share(value[0])} {self.words['to']} {self.share(value[1])}"
        if isinstance(value, (int, Decimal, Fraction)) and not isinstance(value, bool):
            hundredths = round(Fraction(value) * 10000)
            return f"{self.number(Decimal(hundredths).scaleb(-2))}%"
        return self.operand(value)

    def missing(self, item: Missing) -> str:
        """A missing fact in words, with whose it is."""
        wanted = self.fact_wanted(item.fact)
        return f"{self.subject(item.subject)}: {wanted}" if item.subject else wanted

    def fact_wanted(self, fact: str) -> str:
        """What is missing in words: a fact, a column of a row, or an outcome that is waited for."""
        kind, _, name = fact.partition(":")
        if kind in _WAITS and name:
            return self.say(_WAITS[kind], award=self.award(name))
        if fact in _WAITS:
            return self.words[_WAITS[fact]]
        records, bracket, column = fact.partition("[")
        if not bracket:
            return self.fact(fact)
        index, _, field = column.partition("].")
        spec = self.spec(records)
        found = spec.field(field) if spec is not None else None
        label = found.label(self.lang) if found is not None else field
        return f"{self.fact(records)}, {int(index) + 1}: {label}"


MONTHS = FactSpec(id="", type=FactType.INTEGER, label_vi="", label_en="", unit="thang")
"""How a number of months is written that no fact holds, but is counted from a day."""

_WAITS = {
    "danh_hieu": "wait_award",
    "phieu": "wait_ballot",
    "han_muc": "wait_quota",
    "du_dieu_kien": "wait_eligible",
    "thanh_vien": "wait_members",
    "unit": "wait_unit",
}
