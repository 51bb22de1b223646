"""A criterion of another commune system, and a policy that asks it."""

from __future__ import annotations

from acme_rules.courses import COURSES, VOCABULARY, CompletedCourse, policy

__all__ = ["COURSES", "VOCABULARY", "CompletedCourse", "policy"]
