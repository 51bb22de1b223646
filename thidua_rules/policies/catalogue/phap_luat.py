"""Which policy of the law was in force when. Data only; the regimes from 2024 on are not encoded yet."""

from __future__ import annotations

import datetime as dt

from thidua_rules.periods import Period
from thidua_rules.policies.timeline import Span, Timeline

TIMELINE = Timeline(
    "phap_luat", (Span("phap_luat_2003", Period(dt.date(2020, 8, 20), dt.date(2023, 12, 31))),)
)
