"""Policies, rosters and evaluations as JSON, and the JSON Schema of each."""

from thidua_rules.serialization.evaluations import dumps, evaluation_to_json
from thidua_rules.serialization.policies import (
    load_policy,
    policy_from_json,
    policy_to_json,
    whole_vocabulary,
)
from thidua_rules.serialization.rosters import load_roster, roster_from_json, roster_to_json
from thidua_rules.serialization.schema import schema

__all__ = [
    "dumps",
    "evaluation_to_json",
    "load_policy",
    "load_roster",
    "policy_from_json",
    "policy_to_json",
    "roster_from_json",
    "roster_to_json",
    "schema",
    "whole_vocabulary",
]
