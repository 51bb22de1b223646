"""
The twelve conditions as somebody writes them by hand who wants to know the reasons afterwards.

A missing fact is unknown, every condition leaves a typed reason, and a title is met, unknown or unmet.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any, NamedTuple

import population as task


class Verdict(Enum):
    """The answer to one condition, or to a title."""

    MET = "MET"
    UNKNOWN = "UNKNOWN"
    UNMET = "UNMET"


MET, UNKNOWN, UNMET = Verdict.MET, Verdict.UNKNOWN, Verdict.UNMET


class Reason(NamedTuple):
    """One condition: what was asked, the answer, what was found, what it was compared with."""

    kind: str
    verdict: Verdict
    observed: object
    expected: object


class Answer(NamedTuple):
    """Both titles of one person, with the reasons of each."""

    ldtt: Verdict
    cstdcs: Verdict
    reasons: tuple[Reason, ...]


def _compare(kind: str, holds: Callable[[Any, Any], bool], observed: object, expected: object) -> Reason:
    if observed is None:
        return Reason(kind, UNKNOWN, None, expected)
    return Reason(kind, MET if holds(observed, expected) else UNMET, observed, expected)


def _one_of(kind: str, observed: object, expected: frozenset[str]) -> Reason:
    if observed is None:
        return Reason(kind, UNKNOWN, None, expected)
    return Reason(kind, MET if observed in expected else UNMET, observed, expected)


def _all(reasons: Sequence[Reason]) -> Verdict:
    answer = MET
    for reason in reasons:
        if reason.verdict is UNMET:
            return UNMET
        if reason.verdict is UNKNOWN:
            answer = UNKNOWN
    return answer


_GOOD, _STAFF, _LEVELS = frozenset(task.GOOD), frozenset(task.STAFF), frozenset(task.LEVELS)


def judge(person: task.Person) -> Answer:
    """Both titles of *person*, every condition asked."""
    fact = person.get
    grade = fact("xep_loai")
    first = (
        _one_of("xep_loai", grade, _GOOD),
        _one_of("loai_doi_tuong", fact("loai_doi_tuong"), _STAFF),
        _compare("ngay_vao", operator.le, fact("ngay_vao"), task.JOINED_BY),
        _compare("so_ky_luat", operator.eq, fact("so_ky_luat"), 0),
        _compare("so_ngay_nghi", operator.le, fact("so_ngay_nghi"), task.MOST_ABSENT),
        _compare("gio_boi_duong", operator.ge, fact("gio_boi_duong"), task.LEAST_TRAINING),
    )
    ldtt = _all(first)
    second = (
        Reason("ldtt", ldtt, None, None),
        _compare("xep_loai", operator.eq, grade, task.TOP),
        _compare("so_sang_kien", operator.ge, fact("so_sang_kien"), task.LEAST_INITIATIVES),
        _one_of("cap_sang_kien", fact("cap_sang_kien"), _LEVELS),
        _compare("so_lan_ldtt", operator.ge, fact("so_lan_ldtt"), task.LEAST_TITLES),
        _compare("ngay_het_ky_luat", operator.le, fact("ngay_het_ky_luat"), task.SANCTION_BY),
    )
    return Answer(ldtt, _all(second), first + second)


def findings(people: list[task.Person]) -> tuple[task.Eligible, object]:
    """Who is eligible, and the reasons of everybody."""
    answers = [judge(person) for person in people]
    pairs = list(zip(people, answers, strict=True))
    ldtt = [person["id"] for person, answer in pairs if answer.ldtt is MET]
    cstdcs = [person["id"] for person, answer in pairs if answer.cstdcs is MET]
    return (ldtt, cstdcs), answers


def explain(person: task.Person) -> object:
    """The reasons that decide the higher title of *person*."""
    answer = judge(person)
    return answer.cstdcs, [reason for reason in answer.reasons if reason.verdict is answer.cstdcs]
