"""Where a rule stands in the law, and how well that was confirmed."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum
from typing import Self

import attrs

from thidua_rules.errors import PolicyError
from thidua_rules.periods import Period


class Standing(Enum):
    """
    How well a provision was confirmed.

    ``CONFIRMED``: read in a public copy of the text, or in the plan itself. ``SECONDARY``: read only in a retelling.
    ``UNCONFIRMED``: from memory, not confronted with a text. ``ASSUMED``: a choice of the model, not law.
    """

    CONFIRMED = "CONFIRMED"
    SECONDARY = "SECONDARY"
    UNCONFIRMED = "UNCONFIRMED"
    ASSUMED = "ASSUMED"


@attrs.frozen
class Instrument:
    """
    A law, decree, decision or plan.

    Args:
        id: Its name in this library, such as ``nd_91_2017``.

        title_vi: How it is cited in Vietnamese, such as ``Nghị định 91/2017/NĐ-CP``.

        title_en: The same in English.

        valid_from: The first day in force, where known.

        valid_to: The last day in force, where known.

        short_vi: How it is cited where room is scarce, such as ``NĐ 91/2017``; the title where empty.

        short_en: The same in English.
    """

    id: str
    title_vi: str
    title_en: str
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    short_vi: str = ""
    short_en: str = ""

    def cited(self, lang: str) -> str:
        """How it is cited in ``vi`` or ``en``."""
        return (self.short_en or self.title_en) if lang == "en" else (self.short_vi or self.title_vi)

    def covers(self, period: Period) -> bool:
        """Whether it was in force on the last day of *period*."""
        after_start = self.valid_from is None or self.valid_from <= period.end
        return after_start and (self.valid_to is None or period.end <= self.valid_to)


_PART = re.compile(r"[0-9A-Za-zĐđ._-]{1,60}")


@attrs.frozen(order=True)
class Citation:
    """
    A place in an instrument: ``nd_91_2017/10/4`` is clause 4 of article 10; a fourth part is the point.

    Plans have no articles: ``ke_hoach_14_2022/I.2`` names a section.
    """

    instrument: str
    article: str = ""
    clause: str = ""
    point: str = ""

    @classmethod
    def parse(cls, text: str) -> Self:
        """
        The citation written as *text*.

        Raises:
            PolicyError: The text is not ``instrument/article/clause/point`` or a shortening of it.
        """
        parts = text.split("/")
        if len(parts) > 4 or not all(_PART.fullmatch(part) for part in parts):  # noqa: PLR2004
            raise PolicyError.one("", f"expected a citation such as 'nd_91_2017/10/4', got {text[:80]!r}")
        return cls(*parts)

    def __str__(self) -> str:
        return "/".join(part for part in (self.instrument, self.article, self.clause, self.point) if part)
