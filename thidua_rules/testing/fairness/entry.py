"""
What Hypothesis calls when it starts, through its entry point.

The strategies import Hypothesis, which calls this; so nothing of either is loaded before the other is whole, and whichever
of the two is imported first finds the other.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

STRATEGIES: Final = "thidua_rules.testing.fairness.strategies"


def register() -> None:
    """Tells Hypothesis how a policy, a criterion and a roster are drawn, so that ``st.from_type`` finds them."""
    from hypothesis import strategies as st  # noqa: PLC0415  # see above

    from thidua_rules.criteria import Criterion  # noqa: PLC0415
    from thidua_rules.policies.model import Policy  # noqa: PLC0415
    from thidua_rules.subjects import Roster  # noqa: PLC0415

    st.register_type_strategy(Policy, st.deferred(lambda: _strategies().policies()))
    st.register_type_strategy(Criterion, st.deferred(lambda: _strategies().criteria()))
    st.register_type_strategy(
        Roster, st.deferred(lambda: _strategies().policies().flatmap(_strategies().rosters))
    )


def _strategies() -> Any:  # noqa: ANN401  # a module
    return import_module(STRATEGIES)
