"""What is settled of a dossier stays settled when a day or a paper becomes known."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.evaluation.test_dossiers import ROUTE, evaluated
from thidua_rules.evaluation import Fulfilment
from thidua_rules.verdicts import UNKNOWN

DAYS = st.dates(dt.date(2022, 5, 20), dt.date(2022, 7, 31))
STEPS = st.dictionaries(st.sampled_from([one.id for one in ROUTE.steps]), st.none() | DAYS, min_size=1)
PAPERS = st.none() | st.dictionaries(st.sampled_from(["don", "bang"]), st.none() | st.booleans())


@st.composite
def told(draw, found, values):
    """What was found, where some of what is not known was told."""
    return {
        name: draw(st.none() | values) if value is None else value for name, value in (found or {}).items()
    }


@given(st.data(), STEPS, PAPERS, DAYS)
@settings(max_examples=300)
def test_settled_stays_settled(data, steps, papers, on):
    """
    A state, a paper or an order that is not open holds whatever the missing days and papers turn out to be.
    """
    day = f"{on:%m-%d}"
    more = data.draw(told(steps, DAYS))
    (before,) = evaluated(steps, papers, on=day).dossiers
    (after,) = evaluated(
        more, None if papers is None else data.draw(told(papers, st.booleans())), on=day
    ).dossiers

    for one, other in zip(before.steps, after.steps, strict=True):
        if one.state is not Fulfilment.UNDETERMINED:
            assert (one.state, one.due, one.late) == (other.state, other.due, other.late)
    for one, other in zip(before.papers, after.papers, strict=True):
        assert one.verdict in {UNKNOWN, other.verdict}
    known = {(one.first, one.then): one.verdict for one in after.orders}
    for one in before.orders:
        assert one.verdict in {UNKNOWN, known[one.first, one.then]}
