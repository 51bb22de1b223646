"""Findings and outcomes as text, in Vietnamese and English."""

from thidua_rules.rendering.outcomes import (
    explain_outcome,
    money_line,
    quota_lines,
    reason_lines,
    standing_lines,
    tree_lines,
)
from thidua_rules.rendering.sentences import sentence
from thidua_rules.rendering.speaker import Speaker
from thidua_rules.rendering.ways import path_lines

__all__ = [
    "Speaker",
    "explain_outcome",
    "money_line",
    "path_lines",
    "quota_lines",
    "reason_lines",
    "sentence",
    "standing_lines",
    "tree_lines",
]
