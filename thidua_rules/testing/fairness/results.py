"""What a trial of properties gives: plain frozen data, with a conversion to JSON and no words beyond labels."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from enum import Enum

import attrs

from thidua_rules.subjects import Roster
from thidua_rules.testing.fairness.edits import Edit


class Answer(Enum):
    """
    What became of a property under one award.

    ``PROVED``: for everybody, within the bounds that the result names. ``NO_COUNTEREXAMPLE``: in so many tries.
    ``REFUTED``: by a counterexample. ``ACCEPTED``: refuted, and somebody reviewed and accepted it. ``NOT_TRIED``: with
    the reason.
    """

    PROVED = "PROVED"
    NO_COUNTEREXAMPLE = "NO_COUNTEREXAMPLE"
    REFUTED = "REFUTED"
    ACCEPTED = "ACCEPTED"
    NOT_TRIED = "NOT_TRIED"


@attrs.frozen
class Rule:
    """
    The rule that did it.

    Args:
        award: The award that it stands in.

        part: ``scope``, ``eligibility``, ``hold``, ``key``, ``quota``, ``coverage``, ``scale``, ``bonus`` or ``order``.

        id: The id of the clause, key, scale or parameter.

        citation: Where it stands, as text; empty where it stands nowhere.

        label_vi: What it is.

        label_en: The same in English.

        content: A hash of what it says, so that a changed rule is another rule.
    """

    award: str
    part: str
    id: str
    citation: str
    label_vi: str
    label_en: str
    content: str = ""


@attrs.frozen
class Seen:
    """How one subject stands under the award: its status and its best and worst place, where it has any."""

    subject: str
    status: str
    best: int | None = None
    worst: int | None = None
    money: int | None = None


@attrs.frozen
class Counterexample:
    """
    The smallest pair that was found.

    Args:
        before: The roster to start from.

        edits: What was changed in it; empty where one evaluation shows it.

        after: The roster that this gives.

        parameters: Parameters that were changed with it.

        subjects: Whom it shows: whose outcome is not as the property demands, that subject first.

        seen_before: How they stand before.

        seen_after: How they stand after.

        demanded: What the property demands, as a code: ``same``, ``not_worse``, ``not_better``, ``equal_pair`` …

        rules: The rules that did it, the one that decided first.

        on: The day of the evaluation.
    """

    before: Roster = attrs.field(repr=False)
    edits: tuple[Edit, ...]
    after: Roster = attrs.field(repr=False)
    parameters: tuple[tuple[str, str], ...]
    subjects: tuple[str, ...]
    seen_before: tuple[Seen, ...]
    seen_after: tuple[Seen, ...]
    demanded: str
    rules: tuple[Rule, ...]
    on: dt.date


@attrs.frozen
class Result:
    """
    One property under one award, and of one fact where it is about facts.

    Args:
        property_id: The property's id.

        award: The award's id; empty for the policy as a whole.

        fact: The fact, list or column, or an empty text.

        answer: What became of it.

        tries: How many tries were made that could have shown something.

        reason: Why it was not tried, or how it was proved: a code of :data:`REASONS`.

        under: What a proof rests on: codes with what they are about.

        counterexample: What refutes it, or None.

        bent_by: The rules that may lawfully name the fact, and were set aside while the rest was tried.
    """

    property_id: str
    award: str
    fact: str
    answer: Answer
    tries: int = 0
    reason: str = ""
    under: tuple[tuple[str, str], ...] = ()
    counterexample: Counterexample | None = None
    bent_by: tuple[Rule, ...] = ()

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules that did it; nothing where nothing is refuted."""
        return () if self.counterexample is None else self.counterexample.rules

    @property
    def hash(self) -> str:
        """
        By what an acceptance names it: the property, the fact and the rule, with its award and all that it says.

        It doesn't hold the people who show it, so that another seed finds the same; a changed rule has another hash. What
        a rule does to awards that rest on its own has the same hash as what it does there.
        """
        rule = self.rules[0] if self.rules else None
        told = [self.property_id, self.fact]
        told += [rule.award, rule.part, rule.id, rule.citation, rule.content] if rule else [self.award]
        return hashlib.sha256(json.dumps(told, ensure_ascii=False).encode()).hexdigest()[:16]

    def as_case(self, policy: str, statement: str = "", *, found: bool = False) -> str:
        """
        The conformance cases that it becomes, as YAML in the format of ``thidua_rules.testing``; see ``case_text``.

        Args:
            policy: The policy as a case names it: an id of the catalogue, or the path of a file.

            statement: What the property says, for the description.

            found: Whether to expect what was found, as for a refutation that was accepted.
        """
        from thidua_rules.testing.fairness.cases import case_text  # noqa: PLC0415  # it is built on this module

        return case_text(self, policy, statement, found=found)


@attrs.frozen
class Accepted:
    """
    A refutation that somebody reviewed and accepted.

    Args:
        hash: The hash of the result.

        reason: Why it is accepted.

        citation: The provision that wants it so, as text.
    """

    hash: str
    reason: str
    citation: str


@attrs.frozen
class Report:
    """
    Everything that was tried of a policy.

    Args:
        policy: The policy's id.

        policy_hash: Its content.

        roster_hash: The roster whose people were taken, or an empty text.

        seed: What the tries were drawn from.

        tries: How many rosters were drawn for each award.

        results: Property by property, award by award.

        undeclared: The facts that have no role, so that no property of roles was tried on them.

        stale: Acceptances that nothing refuted calls for any more.
    """

    policy: str
    policy_hash: str
    roster_hash: str
    seed: int
    tries: int
    results: tuple[Result, ...]
    undeclared: tuple[str, ...] = ()
    stale: tuple[Accepted, ...] = ()

    def having(self, *answers: Answer) -> tuple[Result, ...]:
        """The results with one of *answers*."""
        return tuple(one for one in self.results if one.answer in answers)

    @property
    def refuted(self) -> tuple[Result, ...]:
        """What is refuted and not accepted."""
        return self.having(Answer.REFUTED)

    @property
    def fair(self) -> bool:
        """Whether nothing is refuted but what was accepted, and no acceptance is stale."""
        return not self.refuted and not self.stale


REASONS = {
    "not_read": ("không điều khoản nào hỏi đến", "no rule of the award reads it"),
    "solver": ("bộ giải chứng minh cho mọi trường hợp", "proved by the solver for every case"),
    "by_definition": ("suy từ chính các con số của chính sách", "follows from the policy's own numbers"),
    "no_ranking": ("không xếp hạng", "nothing is ranked"),
    "no_quota": ("không có hạn mức", "there is no quota"),
    "no_groups": ("hạn mức không chia theo nhóm", "the quota has no groups"),
    "no_money": ("không có tiền thưởng", "no money goes with it"),
    "no_lower": ("không có hình thức thấp hơn để so", "there is no lower award to compare with"),
    "no_role": ("chưa khai báo vai trò của dữ kiện", "no fact has the role that it is about"),
    "nobody": ("không lần thử nào có người liên quan", "no try had anybody whom it is about"),
    "unordered": ("giá trị không có thứ tự", "its values stand in no order"),
}
"""The codes of :attr:`Result.reason`, in Vietnamese and English."""
