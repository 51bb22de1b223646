"""Every fault of a policy, or of a roster under a policy, with its place."""

from thidua_rules.policies.validation.policies import check_policy
from thidua_rules.policies.validation.rosters import check_roster

__all__ = ["check_policy", "check_roster"]
