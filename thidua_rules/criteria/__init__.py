"""Yes-no questions about a case, as frozen values that combine."""

from thidua_rules.criteria.awards import Earned, MemberOf, NotCancelled, OfUnit, Registered
from thidua_rules.criteria.base import Case, Constant, Criterion, Fact, Parameter, Sum, World, YearsBefore
from thidua_rules.criteria.choices import Chosen
from thidua_rules.criteria.comparisons import Between, Compare, Is, MonthsSince, OneOf
from thidua_rules.criteria.histories import ConsecutiveYears
from thidua_rules.criteria.logic import All, Any, AtLeastOf, Clause, Exempt, Not, Settled, Unless
from thidua_rules.criteria.members import MemberCount, MemberShare
from thidua_rules.criteria.records import Count, Exists, NoneOf, Where, WhereIn, WhereWithin
from thidua_rules.criteria.vocabulary import Vocabulary
from thidua_rules.criteria.votes import Voted

__all__ = [
    "All",
    "Any",
    "AtLeastOf",
    "Between",
    "Case",
    "Chosen",
    "Clause",
    "Compare",
    "ConsecutiveYears",
    "Constant",
    "Count",
    "Criterion",
    "Earned",
    "Exempt",
    "Exists",
    "Fact",
    "Is",
    "MemberCount",
    "MemberOf",
    "MemberShare",
    "MonthsSince",
    "NoneOf",
    "Not",
    "NotCancelled",
    "OfUnit",
    "OneOf",
    "Parameter",
    "Registered",
    "Settled",
    "Sum",
    "Unless",
    "Vocabulary",
    "Voted",
    "Where",
    "WhereIn",
    "WhereWithin",
    "World",
    "YearsBefore",
]
