"""Courses that somebody completed."""

from __future__ import annotations

from importlib.resources import files
from typing import ClassVar

import attrs

from thidua_rules import Case, Criterion, Finding, Policy, Verdict, Vocabulary
from thidua_rules.criteria.base import Uses
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.serialization import policy_from_json

COURSES = FactSpec(
    id="khoa_hoc",
    type=FactType.RECORDS,
    label_vi="Khóa học đã hoàn thành",
    label_en="courses completed",
    subjects=(SubjectKind.CA_NHAN,),
    fields=(FactSpec(id="ma", type=FactType.TEXT, label_vi="Mã khóa học", label_en="course"),),
)


@attrs.frozen
class CompletedCourse(Criterion):
    """
    Met when the subject's list ``khoa_hoc`` names a course.

    Args:
        course: The course's code.
    """

    kind: ClassVar[str] = "acme.completed-course"

    course: str

    def check(self, case: Case) -> Finding:
        """Whether the course is in the list; an absent list, or a row without a code, leaves it unknown."""
        asked = (("course", self.course),)
        rows = case.records("khoa_hoc")
        if rows is None:
            return Finding(self.kind, Verdict.UNKNOWN, asked, missing=case.missing("khoa_hoc"))
        codes = [row.get("ma") for row in rows]
        if self.course in codes:
            return Finding(self.kind, Verdict.MET, asked, observed=len(rows))
        if None in codes:
            missing = case.missing(f"khoa_hoc[{codes.index(None)}].ma")
            return Finding(self.kind, Verdict.UNKNOWN, asked, observed=len(rows), missing=missing)
        return Finding(self.kind, Verdict.UNMET, asked, observed=len(rows))

    def own_uses(self) -> Uses:
        """The list and its column."""
        return Uses(records=frozenset({("khoa_hoc", ""), ("khoa_hoc", "ma")}))


VOCABULARY = Vocabulary.builtin().with_kind(CompletedCourse)


def policy() -> Policy:
    """The policy that ships with this package."""
    return policy_from_json((files("acme_rules") / "policy.json").read_bytes(), VOCABULARY)
