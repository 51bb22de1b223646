"""What the columns reader answers: a wide frame, a narrow one for each award, and the scalar finding of one subject."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import narwhals as nw

from thidua_rules.errors import Fault, RosterError, UnknownNameError
from thidua_rules.evaluation.results import Outcome
from thidua_rules.policies.model import Policy
from thidua_rules.readers.columns.awards import OUTPUT
from thidua_rules.readers.columns.backends import Backend
from thidua_rules.readers.columns.build import FAULT
from thidua_rules.readers.columns.checks import check_frames, plain
from thidua_rules.readers.columns.frames import ID, KEYS, ROSTER, Frames
from thidua_rules.readers.columns.plan import Plan
from thidua_rules.readers.columns.rebuild import rebuilt
from thidua_rules.values import nearest

SHOWN = 20
"""How many faults are listed."""


@attrs.frozen
class Result:
    """
    What a policy says of everybody in some frames.

    Args:
        policy: The rules.

        frames: The facts.

        day: The day of the evaluation.

        awards: The awards evaluated, in the order of work.
    """

    policy: Policy = attrs.field(repr=False)
    frames: Frames = attrs.field(repr=False)
    day: dt.date
    awards: tuple[str, ...]
    _plan: Plan = attrs.field(repr=False)

    @property
    def _backend(self) -> Backend:
        return self._plan.backend

    @property
    def frame(self) -> Any:  # noqa: ANN401  # a frame of the engine that was given
        """
        A lazy frame of the same engine: ``roster``, ``id``, ``kind``, ``unit``, and of each award its columns.

        ``<award>.verdict`` (true, false, or null for UNKNOWN), ``.status`` (null outside the award's scope), ``.rank``,
        ``.best``, ``.worst``, ``.score_low`` and ``.score_high`` (whole numbers over ``.score_unit``), ``.quota_low``,
        ``.quota_high``, ``.bonus`` (whole đồng), ``.paid``, and ``.mask_unmet`` and ``.mask_unknown``: bit i for the
        i-th clause that is asked of the row's kind. ``fault`` says what is wrong with a row's input; null where nothing
        is. Whoever collects the frame has to look at it; :meth:`collect` and :meth:`write_parquet` do.
        """
        names = {f"{award}__{part}": f"{award}.{part}" for award in self.awards for part in OUTPUT}
        columns = {name: nw.col(name) for name in (*KEYS, *names)}
        chosen = self._plan.rows(columns | {"fault": nw.col(FAULT)})
        return self._backend.renamed(chosen, names).to_native()

    def award(self, award: str) -> Any:  # noqa: ANN401  # a frame of the engine that was given
        """
        The rows in the scope of one award, with plain names: ``verdict``, ``status``, ``rank`` and so on.

        Raises:
            UnknownNameError: It was not evaluated.
        """
        if award not in self.awards:
            raise UnknownNameError("award", award, nearest(award, self.awards))
        columns = {name: nw.col(name) for name in KEYS}
        columns |= {part: nw.col(f"{award}__{part}") for part in OUTPUT}
        inside = ~nw.col(f"{award}__status").is_null()
        return self._plan.rows(columns | {"fault": nw.col(FAULT)}, inside).to_native()

    def rows(self) -> list[dict[str, Any]]:
        """
        Every row of :attr:`frame`, brought here.

        Raises:
            RosterError: Rows have faults.
        """
        found = self._backend.rows(nw.from_native(self.frame))
        _refuse([row for row in found if row["fault"] is not None])
        return found

    def check(self) -> None:
        """
        Looks for faults in the input: of every row, and what only an evaluation finds, such as a clash of exceptions.

        Raises:
            RosterError: Rows have faults; every one is listed, and of the latter the first.
        """
        check_frames(self.policy, self.frames)
        columns = {ROSTER: nw.col(ROSTER), ID: nw.col(ID), "fault": nw.col(FAULT)}
        wrong = self._plan.rows(columns, ~nw.col(FAULT).is_null())
        _refuse(self._backend.rows(wrong.head(SHOWN)))

    def write_parquet(self, folder: str | Path, *, part: int = 0) -> None:
        """
        Writes :attr:`frame` as one part of *folder*, streamed.

        Raises:
            RosterError: Rows have faults; what was written says which.
        """
        self._backend.write(nw.from_native(self.frame), Path(folder), part)
        written = self._backend.scan(Path(folder))
        wrong = written.filter(~nw.col("fault").is_null()).select(ROSTER, ID, "fault")
        _refuse(self._backend.rows(wrong.head(SHOWN)))

    def explain(self, roster: str, subject: str, award: str) -> Outcome:
        """
        The outcome of one subject by the scalar path, with its finding: its commune alone is rebuilt and evaluated.

        Raises:
            UnknownNameError: There is no such subject or award, or the subject is outside the award's scope.
        """
        from thidua_rules.api import evaluate  # noqa: PLC0415  # only whoever asks for reasons pays for them

        (rebuilt_roster,) = rebuilt(self.policy, self.frames, [roster])
        # all of them: which bonus is paid depends on the others
        return evaluate(self.policy, rebuilt_roster, on=self.day, awards=self.awards).outcome(subject, award)

    def release(self) -> None:
        """Lets go of what the engine keeps for this result; its frames can't be read afterwards."""
        self._backend.release()


def _refuse(rows: list[dict[str, Any]]) -> None:
    if rows:
        listed = sorted((str(row[ROSTER]), str(row[ID]), str(row["fault"])) for row in rows)[:SHOWN]
        raise RosterError(
            Fault(f"rosters[{plain(r)}].subjects[{plain(s)}]", problem) for r, s, problem in listed
        )


def batches(names: list[str], size: int) -> Iterator[list[str]]:
    """*names* in runs of *size*."""
    for start in range(0, len(names), size):
        yield names[start : start + size]
