"""The three answers to a question about every possible person, as plain values."""

from __future__ import annotations

from typing import TypeAlias

import attrs

from thidua_rules.readers.proof.reasons import Reason
from thidua_rules.readers.proof.witnesses import Witness
from thidua_rules.readers.proof.words import text_of


@attrs.frozen
class Claim:
    """
    What is claimed.

    Args:
        code: Which question: a key of the words.

        path: Where it stands in the policy.

        words: What the words are filled with: names, each in Vietnamese and English.

        wanted: Whether a sound policy is one where the claim holds; a condition that never decides is not wanted.
    """

    code: str
    path: str
    words: tuple[tuple[str, tuple[str, str]], ...] = ()
    wanted: bool = True

    def text(self, lang: str) -> str:
        """The claim as a sentence, in ``vi`` or ``en``."""
        return text_of(self.code, lang, self.words)


@attrs.frozen
class Proved:
    """
    It holds for every possible subject.

    Args:
        claim: What holds.

        under: What the proof rests on: the bounds of lists and members that it looked at, and other conditions.
    """

    claim: Claim
    under: tuple[Reason, ...] = ()

    @property
    def alarming(self) -> bool:
        """Whether a policy should not be so; what only the present settings or a ballot make so is theirs to choose."""
        return not self.claim.wanted and all(one.code not in {"setting", "vote"} for one in self.under)

    def resting_on(self, code: str) -> Proved:
        """The same, with one more condition that it rests on."""
        return attrs.evolve(self, under=(*self.under, Reason(code, "")))

    def text(self, lang: str) -> str:
        """The answer in ``vi`` or ``en``."""
        rests = "; ".join(text_of(f"under_{one.code}", lang, {"what": one.what}) for one in self.under)
        found = text_of("proved", lang, {"claim": self.claim.text(lang)})
        return f"{found} ({rests})" if rests else found


@attrs.frozen
class Refuted:
    """
    It does not hold: a witness shows it, confirmed by the rules themselves.

    Args:
        claim: What does not hold.

        witness: A subject that shows it; None where what shows it is no subject, such as a parameter.

        other: The second subject, where two are compared: the same one but for what the claim is about.

        because: What the witness shows, in a few words, filled in like a claim.
    """

    claim: Claim
    witness: Witness | None
    other: Witness | None = None
    because: Claim | None = None

    @property
    def alarming(self) -> bool:
        """Whether a policy should not be so."""
        return self.claim.wanted

    def text(self, lang: str) -> str:
        """The answer in ``vi`` or ``en``."""
        found = text_of("refuted", lang, {"claim": self.claim.text(lang)})
        return f"{found}: {self.because.text(lang)}" if self.because else found


@attrs.frozen
class NotEncodable:
    """
    The question cannot be put to the solver, or it gave no answer.

    Args:
        claim: What was asked.

        why: Every reason.
    """

    claim: Claim
    why: tuple[Reason, ...]

    @property
    def alarming(self) -> bool:
        """Never: nothing was found out."""
        return False

    def text(self, lang: str) -> str:
        """The answer in ``vi`` or ``en``."""
        why = "; ".join(text_of(f"why_{one.code}", lang, {"what": one.what}) for one in self.why)
        return text_of("not_encodable", lang, {"claim": self.claim.text(lang), "why": why})


Answer: TypeAlias = Proved | Refuted | NotEncodable
