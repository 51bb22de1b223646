"""What a reader or a testing tool writes of a conformance case that it found: plain data in YAML's flow style."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal

from thidua_rules.subjects import Decision
from thidua_rules.values import Marker


def flow(value: object, *, quoted_keys: bool = False) -> str:
    """
    *value* in YAML's flow style, in which text is always quoted, so that none of it reads as something else.

    Args:
        value: Plain data: mappings, lists, text, numbers, flags, days, markers, None.

        quoted_keys: Whether keys are quoted too; needed where they are ids that anybody may have chosen.
    """
    if isinstance(value, dict):
        pairs = (
            f"{flow(key) if quoted_keys else key}: {flow(item, quoted_keys=quoted_keys)}"
            for key, item in value.items()
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(one, quoted_keys=quoted_keys) for one in value) + "]"
    if isinstance(value, Marker):
        return flow(value.value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    return value.isoformat() if isinstance(value, dt.date) else json.dumps(value, ensure_ascii=False)


def case_decision(decision: Decision) -> dict[str, object]:
    """*decision* as a case writes it; its number is none of a rule's business."""
    row: dict[str, object] = {
        "award": decision.award,
        "subject": decision.subject,
        "state": decision.state.value,
        "date": decision.date,
    }
    return row | ({"cancelled_on": decision.cancelled_on} if decision.cancelled_on else {})
