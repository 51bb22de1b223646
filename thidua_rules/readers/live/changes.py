"""What an event changed: the answer for one subject under one award before and after, and because of what."""

from __future__ import annotations

import attrs

from thidua_rules.evaluation.results import Status


@attrs.frozen(order=True)
class Cause:
    """
    Why something changed.

    Args:
        kind: ``fact``, ``records``, ``decision``, ``ballot`` or ``subject``: what the event brought; ``award``: an award
            that this one builds on; ``ranking``: somebody else's place moved; ``quota``: the number of places did.

        subject: Whose it is; empty for a quota.

        name: The fact, list, award or group; of a subject ``joined``, ``left`` or ``moved``.
    """

    kind: str
    subject: str
    name: str


@attrs.frozen
class Answer:
    """
    How one subject stands under one award.

    Args:
        status: One of the seven.

        rank: The place, where it is certain and the status depends on it.

        covered_by: The award that covers it, or None.

        decided: The state of the recorded decision, or None.

        bonus: The money in whole đồng, or None.

        paid: Whether that money is paid; False where a higher bonus of the same group is paid instead.
    """

    status: Status
    rank: int | None = None
    covered_by: str | None = None
    decided: str | None = None
    bonus: int | None = None
    paid: bool = False


@attrs.frozen
class Change:
    """
    One answer that an event changed.

    Args:
        subject: The subject's id.

        award: The award's id.

        before: The answer before; None where the subject was outside the award's scope.

        after: The answer after, likewise.

        because: Every cause, in order.
    """

    subject: str
    award: str
    before: Answer | None
    after: Answer | None
    because: tuple[Cause, ...]


def change_to_json(change: Change) -> dict[str, object]:
    """*change* as data that JSON can write."""
    return {
        "subject": change.subject,
        "award": change.award,
        "before": _answer_data(change.before),
        "after": _answer_data(change.after),
        "because": [attrs.asdict(cause) for cause in change.because],
    }


def _answer_data(answer: Answer | None) -> dict[str, object] | None:
    return None if answer is None else attrs.asdict(answer) | {"status": answer.status.value}
