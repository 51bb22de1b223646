"""A policy applied to a roster."""

from thidua_rules.evaluation.results import Evaluation, Fulfilment, Outcome, Status
from thidua_rules.evaluation.run import evaluate

__all__ = ["Evaluation", "Fulfilment", "Outcome", "Status", "evaluate"]
