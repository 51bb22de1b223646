"""The columns reader against the scalar path: every outcome of every subject under every award."""

from __future__ import annotations

from fractions import Fraction

from thidua_rules import evaluate
from thidua_rules.errors import ClashError
from thidua_rules.readers import columns
from thidua_rules.verdicts import Verdict

VERDICTS = {Verdict.MET: True, Verdict.UNMET: False, Verdict.UNKNOWN: None}


def by_scalar(policy, rosters, **more):
    """
    What the scalar path says, as the columns reader words it.

    Reasons are worked out when somebody reads them, and look further than a status: where exceptions clash only there,
    nothing is said of the clauses.
    """
    return {
        (roster.id, outcome.subject.id, outcome.award.id): _worded(outcome)
        for roster in rosters
        for outcome in evaluate(policy, roster, **more).outcomes
    }


def _worded(outcome):
    place, score, quota, bonus = outcome.place, outcome.score, outcome.quota, outcome.bonus
    return {
        "status": outcome.status.value,
        "rank": outcome.rank,
        "best": place.best if place else None,
        "worst": place.worst if place else None,
        "score": (Fraction(score.low), Fraction(score.high)) if score else None,
        "quota": (quota.low, quota.high) if quota else None,
        "bonus": bonus.amount if bonus else None,
        "paid": bonus.paid if bonus else None,
        **_clauses(outcome),
    }


def _clauses(outcome):
    try:
        condition = outcome.finding
    except ClashError:
        return {}
    clauses = [one for one in condition.children if one.kind == "clause"]
    offset = [
        one.heading is None or one.heading.id in {c.id for c in outcome.award.eligibility} for one in clauses
    ]
    masks = [one.verdict for one, kept in zip(clauses, offset, strict=True) if kept]
    return {
        "verdict": VERDICTS[condition.verdict],
        "mask_unmet": sum(1 << i for i, one in enumerate(masks) if one is Verdict.UNMET),
        "mask_unknown": sum(1 << i for i, one in enumerate(masks) if one is Verdict.UNKNOWN),
    }


def by_columns(policy, rosters, backend=None, **more):
    """
    What the columns reader says.
    """
    frames = columns.Frames.from_rosters(policy, rosters, backend)
    result = columns.evaluate(policy, frames, **more)
    found = read_all(result)
    result.release()
    return found


def read_all(result):
    """
    What a result says, in the words of :func:`by_scalar`.
    """
    found = {}
    for row in result.rows():
        for award in result.awards:
            if row[f"{award}.status"] is not None:
                found[row["roster"], row["id"], award] = _read(row, award)
    return found


def _read(row, award):
    cell = {name: row[f"{award}.{name}"] for name in columns.result.OUTPUT}
    unit = cell.pop("score_unit")
    low, high = cell.pop("score_low"), cell.pop("score_high")
    quota = (cell.pop("quota_low"), cell.pop("quota_high"))
    score = None if unit is None else (Fraction(low, unit), Fraction(high, unit))
    return {**cell, "score": score, "quota": None if quota == (None, None) else quota}


def differences(policy, rosters, backend=None, **more):
    """
    Where the two paths differ: (roster, subject, award) with what each says.
    """
    scalar, found = by_scalar(policy, rosters, **more), by_columns(policy, rosters, backend, **more)
    return {
        key: different
        for key in scalar.keys() | found.keys()
        if (different := _different(scalar.get(key), found.get(key)))
    }


def _different(scalar, found):
    if scalar is None or found is None:
        return {"there": (scalar is not None, found is not None)}
    return {name: (scalar[name], found[name]) for name in scalar if scalar[name] != found[name]}
