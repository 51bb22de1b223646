"""A mutant: a policy that differs from the one under test in one place, and what is said of that place."""

from __future__ import annotations

import attrs

from thidua_rules.citations import Citation
from thidua_rules.criteria.logic import Clause
from thidua_rules.policies.layers import Layer
from thidua_rules.policies.model import Policy


@attrs.frozen
class Change:
    """
    One other value for a field, or for a part that stands in one.

    Args:
        operator: What was done, as it stands in the mutant's id: ``drop``, ``plus``, ``negate`` …

        value: The other value.

        words: Which sentence tells it.

        what: What the sentence is about: a part, a name, or nothing where the field itself is meant.

        before: What stood there, where the sentence says so.

        after: What stands there now.
    """

    operator: str
    value: object = attrs.field(repr=False)
    words: str
    what: object = attrs.field(default=None, repr=False)
    before: object = attrs.field(default=None, repr=False)
    after: object = attrs.field(default=None, repr=False)


@attrs.frozen
class Mutant:
    """
    A policy changed in one place.

    Args:
        id: The layer, the place in it and the operator: the same in every run.

        citation: The nearest provision above the place, or None.

        text_vi: What was done, in a sentence.

        text_en: The same in English.

        touches: What it changes, as ``award:x``, ``bonus:x``, ``scale:x``, ``parameter:x``, ``procedure:x`` or
            ``calendar:x``.

        clauses: The award and id of each clause that stands around the place, or reads what was changed.

        of: The policy that it was made from.

        original: The layer that it replaces.

        changed: The layer that stands there instead.

        asked: Where the change lies inside one condition or pending matter of an award: that clause before and after.
    """

    id: str
    citation: Citation | None
    text_vi: str
    text_en: str
    touches: frozenset[str]
    clauses: frozenset[tuple[str, str]] = attrs.field(repr=False)
    of: Policy = attrs.field(repr=False)
    original: Layer = attrs.field(repr=False)
    changed: Layer = attrs.field(repr=False)
    asked: tuple[Clause, Clause] | None = attrs.field(default=None, repr=False)

    @property
    def policy(self) -> Policy:
        """The policy that it was made from, with the change."""
        return self.applied_to(self.of)

    def applied_to(self, policy: Policy) -> Policy:
        """*policy* with the change; the same policy where it does not hold the layer."""
        if not self.concerns(policy):
            return policy
        layers = tuple(self.changed if _same(one, self.original) else one for one in policy.layers)
        return attrs.evolve(policy, layers=layers)

    def concerns(self, policy: Policy) -> bool:
        """Whether *policy* holds the layer that is changed."""
        return any(_same(one, self.original) for one in policy.layers)

    def text(self, lang: str) -> str:
        """What was done, in ``vi`` or ``en``."""
        return self.text_en if lang == "en" else self.text_vi


def _same(one: Layer, other: Layer) -> bool:
    return one is other or (one.id == other.id and one == other)
