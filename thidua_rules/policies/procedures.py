"""The route of a dossier: its papers, its steps, who takes each, and by when."""

from __future__ import annotations

from typing import ClassVar, Final

import attrs

from thidua_rules.calendars import Counting
from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria.base import Part
from thidua_rules.facts import SubjectKind

STEPS: Final = "buoc_ho_so"
"""The commune's list of the steps that were taken: ``thu_tuc``, ``danh_hieu``, ``doi_tuong``, ``ho_so``, ``buoc``, ``ngay``."""

PAPERS: Final = "giay_to_ho_so"
"""The commune's list of papers: the same dossier columns, ``giay_to``, ``co`` (whether it is there) and ``ngay``."""


@attrs.frozen(kw_only=True)
class Paper(Part):
    """
    What a dossier must hold.

    Args:
        id: Its name, unique in its procedure.

        label_vi: What it is.

        label_en: The same in English.

        awards: The awards whose dossier must hold it; empty: all of the procedure.

        citation: Where it stands.

        standing: How well it was confirmed.
    """

    kind: ClassVar[str] = "paper"

    id: str
    label_vi: str
    label_en: str
    awards: tuple[str, ...] = ()
    citation: Citation
    standing: Standing = Standing.CONFIRMED

    def label(self, lang: str) -> str:
        """The label in ``vi`` or ``en``."""
        return self.label_en if lang == "en" else self.label_vi


@attrs.frozen(kw_only=True)
class Step(Part):
    """
    One step of a procedure.

    Args:
        id: Its name, unique in its procedure.

        label_vi: What is done.

        label_en: The same in English.

        actor_vi: Who is to do it.

        actor_en: The same in English.

        after: The step that it follows and that starts its clock, or empty.

        within: The parameter that holds the number of days (or years) after that step, or empty.

        wait: The parameter that holds how many must be over before it may be taken, or empty.

        counting: What those are counted in.

        due: The parameter that holds a fixed last day instead, or empty; such a day stands as it is written.

        before: Another step that it must come before, or empty.

        citation: Where it stands.

        standing: How well it was confirmed.
    """

    kind: ClassVar[str] = "step"

    id: str
    label_vi: str
    label_en: str
    actor_vi: str
    actor_en: str
    after: str = ""
    within: str = ""
    wait: str = ""
    counting: Counting = Counting.WORKING
    due: str = ""
    before: str = ""
    citation: Citation
    standing: Standing = Standing.CONFIRMED

    def label(self, lang: str) -> str:
        """The label in ``vi`` or ``en``."""
        return self.label_en if lang == "en" else self.label_vi

    def actor(self, lang: str) -> str:
        """Who is to do it, in ``vi`` or ``en``."""
        return self.actor_en if lang == "en" else self.actor_vi

    @property
    def parameters(self) -> tuple[str, ...]:
        """The parameters that it names."""
        return tuple(name for name in (self.within, self.wait, self.due) if name)


@attrs.frozen(kw_only=True)
class Procedure(Part):
    """
    How a dossier goes from its first step to the decision.

    Args:
        id: Its name, ascii Vietnamese.

        label_vi: What it is.

        label_en: The same in English.

        awards: The awards that it is for; empty for what is done once for all of them.

        recipients: The kinds of subject that a dossier may be about; one that names nobody is for a whole list.

        papers: What its dossier holds.

        steps: In the order in which they are usually taken.

        citation: Where it stands.

        standing: How well it was confirmed.
    """

    kind: ClassVar[str] = "procedure"

    id: str
    label_vi: str
    label_en: str
    awards: tuple[str, ...] = ()
    recipients: tuple[SubjectKind, ...] = ()
    papers: tuple[Paper, ...] = ()
    steps: tuple[Step, ...] = ()
    citation: Citation
    standing: Standing = Standing.CONFIRMED

    def label(self, lang: str) -> str:
        """The label in ``vi`` or ``en``."""
        return self.label_en if lang == "en" else self.label_vi

    def step(self, name: str) -> Step | None:
        """The step *name*, or None."""
        return next((one for one in self.steps if one.id == name), None)

    def papers_for(self, award: str | None) -> tuple[Paper, ...]:
        """The papers of a dossier for *award*; where the award is not known, those that every dossier holds."""
        return tuple(one for one in self.papers if not one.awards or award in one.awards)

    @property
    def provisions(self) -> tuple[Procedure | Paper | Step, ...]:
        """Whatever of it has a citation and a standing: itself, its papers and its steps."""
        return (self, *self.papers, *self.steps)

    @property
    def parameters(self) -> frozenset[str]:
        """The parameters that its steps name."""
        return frozenset(name for step in self.steps for name in step.parameters)
