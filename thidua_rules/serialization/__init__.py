"""Policies, rosters and evaluations as JSON, and the JSON Schema of each."""

from thidua_rules.serialization.distributions import distribution_to_json
from thidua_rules.serialization.evaluations import dumps, dumps_rows, evaluation_to_json
from thidua_rules.serialization.policies import (
    load_policy,
    policy_from_json,
    policy_to_json,
    shipped_policies,
    whole_vocabulary,
)
from thidua_rules.serialization.reports import comparison_to_json, explanation_to_json, review_to_json
from thidua_rules.serialization.rosters import load_roster, roster_from_json, roster_to_json
from thidua_rules.serialization.schema import schema

__all__ = [
    "comparison_to_json",
    "distribution_to_json",
    "dumps",
    "dumps_rows",
    "evaluation_to_json",
    "explanation_to_json",
    "load_policy",
    "load_roster",
    "policy_from_json",
    "policy_to_json",
    "review_to_json",
    "roster_from_json",
    "roster_to_json",
    "schema",
    "shipped_policies",
    "whole_vocabulary",
]
