"""
The one table of criteria that this reader knows; a kind that is not in it is named, and nothing is dropped.

Each writer states the same verdict as the criterion's own ``verdict``; a property test holds the two together.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final
from typing import Any as Anything

from thidua_rules.criteria import awards, choices, comparisons, histories, logic, members, records, votes
from thidua_rules.criteria.base import Criterion
from thidua_rules.readers.proof import around, listed, plain
from thidua_rules.readers.proof.logic import Truth
from thidua_rules.readers.proof.persons import Person
from thidua_rules.scales import criteria as scored

if TYPE_CHECKING:
    from thidua_rules.readers.proof.encoding import Encoder

Writer = Callable[["Encoder", Anything, Person], Truth]
"""How one kind is written."""

WRITERS: Final[dict[type[Criterion], Writer]] = {
    logic.All: plain.all_formula,
    logic.Any: plain.any_formula,
    logic.AtLeastOf: plain.at_least_of_formula,
    logic.Clause: plain.clause_formula,
    logic.Not: plain.not_formula,
    logic.Settled: plain.settled_formula,
    logic.Unless: plain.unless_formula,
    choices.Chosen: plain.chosen_formula,
    comparisons.Between: plain.between_formula,
    comparisons.Compare: plain.compare_formula,
    comparisons.Is: plain.is_formula,
    comparisons.MonthsSince: plain.months_since_formula,
    comparisons.OneOf: plain.one_of_formula,
    records.Count: listed.count_formula,
    records.Exists: listed.exists_formula,
    records.NoneOf: listed.none_of_formula,
    histories.ConsecutiveYears: around.years_formula,
    members.MemberCount: around.member_count_formula,
    members.MemberShare: around.member_share_formula,
    awards.Earned: around.earned_formula,
    awards.MemberOf: around.member_of_formula,
    awards.NotCancelled: around.not_cancelled_formula,
    awards.OfUnit: around.of_unit_formula,
    awards.Registered: listed.registered_formula,
    votes.Voted: plain.voted_formula,
    scored.ScoreReaches: around.score_reaches_formula,
    scored.StandardsReach: around.standards_reach_formula,
}
