"""What is wrong with a policy."""
from __future__ import annotations
from thidua_rules.policies.validation.places import Faults
def policy_faults(policy, also_known=frozenset()):
    return Faults()
def check_policy(policy):
    return policy_faults(policy).listed("policy")
