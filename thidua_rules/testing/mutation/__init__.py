"""
Mutation of rules: a policy changed in one place at a time, to see whether a conformance case notices.

Never source code: the policy's value. A mutant that survives is a provision that no case holds in place.
"""

from thidua_rules.testing.mutation.explained import Explained, Explanation, load_explained
from thidua_rules.testing.mutation.model import Mutant
from thidua_rules.testing.mutation.report import MutationReport, Tried
from thidua_rules.testing.mutation.running import run_mutants
from thidua_rules.testing.mutation.walking import mutants, silent_kinds

__all__ = [
    "Explained",
    "Explanation",
    "MutationReport",
    "Mutant",
    "Tried",
    "load_explained",
    "mutants",
    "run_mutants",
    "silent_kinds",
]
