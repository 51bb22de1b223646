"""Layers of the law, composed into policies; and the catalogue of those that ship."""

from thidua_rules.policies.layers import Layer, ParameterSpec
from thidua_rules.policies.model import Policy
from thidua_rules.policies.timeline import Span, Timeline

__all__ = ["Layer", "ParameterSpec", "Policy", "Span", "Timeline"]
