"""What trying mutants gives: who was noticed, who survived, and which explanations no longer hold."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from thidua_rules.citations import Citation
from thidua_rules.testing.mutation.explained import Explanation, reason_for
from thidua_rules.testing.mutation.fields import UNASKED
from thidua_rules.testing.mutation.model import Mutant


@attrs.frozen
class Tried:
    """
    One mutant after it was tried.

    Args:
        mutant: The mutant.

        noticed_by: The id of the first case that notices it, or None.

        asked: How many cases were asked; 0 where none reads what was changed.
    """

    mutant: Mutant
    noticed_by: str | None
    asked: int


@attrs.frozen
class MutationReport:
    """
    Every mutant of some policies, tried.

    Args:
        tried: In the order in which the policies are written.

        explained: The survivors that have a reason, with it.

        stale: Explanations of what is no survivor, or is no mutant at all.

        failing: The ids of cases that fail without any change, which were not asked.

        silent: The kinds in the policies that have no operator and no stated reason for that.

        unread: The parameters that no award, scale or procedure reads, which were left as they are.
    """

    tried: tuple[Tried, ...]
    explained: tuple[tuple[Tried, Explanation], ...] = ()
    stale: tuple[Explanation, ...] = ()
    failing: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        tried: Iterable[Tried],
        explained: Iterable[Explanation],
        *,
        layers: Iterable[str] = (),
        failing: Iterable[str] = (),
        silent: Iterable[str] = (),
        unread: Iterable[str] = (),
    ) -> MutationReport:
        """
        The report on *tried*, whose survivors may be *explained*.

        Args:
            tried: Every mutant.

            explained: What was looked at; what it says of layers that are not among *layers* is left aside.

            layers: The layers that were changed.

            failing: Cases that were not asked.

            silent: Kinds that have no operator.

            unread: Parameters that were left as they are.
        """
        every, reasons, known = tuple(tried), tuple(explained), set(layers)
        survived = [one for one in every if one.noticed_by is None]
        pairs = ((one, reason_for(one.mutant.id, reasons)) for one in survived)
        return cls(
            every,
            tuple((one, reason) for one, reason in pairs if reason is not None),
            tuple(
                one
                for one in reasons
                if one.id.partition("/")[0] in known and not any(one.about(row.mutant.id) for row in survived)
            ),
            tuple(failing),
            tuple(sorted(set(silent))),
            tuple(sorted(set(unread))),
        )

    @property
    def noticed(self) -> int:
        """How many mutants a case notices."""
        return sum(one.noticed_by is not None for one in self.tried)

    @property
    def survivors(self) -> tuple[Tried, ...]:
        """The mutants that no case notices and nobody explained."""
        reasons = {one.mutant.id for one, _ in self.explained}
        return tuple(one for one in self.tried if one.noticed_by is None and one.mutant.id not in reasons)

    @property
    def sound(self) -> bool:
        """Whether every mutant is noticed or explained, and nothing else is wrong."""
        return not (self.survivors or self.stale or self.failing or self.silent)

    def by_article(self) -> dict[Citation | None, tuple[Tried, ...]]:
        """The survivors under the article that each is about, in the order in which the articles first come."""
        found: dict[Citation | None, list[Tried]] = {}
        for one in self.survivors:
            cited = one.mutant.citation
            article = None if cited is None else Citation(cited.instrument, cited.article)
            found.setdefault(article, []).append(one)
        return {article: tuple(rows) for article, rows in found.items()}

    def data(self, lang: str = "vi") -> dict[str, object]:
        """The report as data that JSON can write, its sentences in ``vi`` or ``en``."""
        return {
            "mutants": len(self.tried),
            "noticed": self.noticed,
            "survivors": [_row(one, lang) for one in self.survivors],
            "explained": [_row(one, lang) | {"why": reason.why} for one, reason in self.explained],
            "stale": [{"id": one.id, "place": one.place} for one in self.stale],
            "failing": list(self.failing),
            "kinds_without_operator": list(self.silent),
            "parameters_unread": list(self.unread),
            "kinds_left": {getattr(kind, "kind", kind.__name__): why for kind, why in UNASKED.items()},
        }


def _row(one: Tried, lang: str) -> dict[str, object]:
    cited = one.mutant.citation
    return {
        "id": one.mutant.id,
        "citation": None if cited is None else str(cited),
        "text": one.mutant.text(lang),
        "asked": one.asked,
    }
