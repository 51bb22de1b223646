"""Reports as JSON: what was found in full, and of people only what was drawn."""

from __future__ import annotations

from collections.abc import Iterable

from thidua_rules.testing.fairness.edits import Edit
from thidua_rules.testing.fairness.properties import ALL, Property
from thidua_rules.testing.fairness.results import REASONS, Counterexample, Report, Result
from thidua_rules.values import plain_data


def report_to_json(report: Report, properties: Iterable[Property] = ALL) -> dict[str, object]:
    """
    *report* as JSON data.

    Args:
        report: The report.

        properties: Where the statements of the properties are taken from.

    Of a counterexample whose people were taken from a roster only ids and what changed are written, and no value: facts
    may be personal. Where everybody was drawn, both rosters are written in full.
    """
    drawn = not report.roster_hash
    return {
        "policy": report.policy,
        "policy_hash": report.policy_hash,
        "roster_hash": report.roster_hash,
        "seed": report.seed,
        "tries": report.tries,
        "fair": report.fair,
        "properties": [_property(one) for one in properties],
        "results": [_result(one, drawn=drawn) for one in report.results],
        "undeclared": list(report.undeclared),
        "stale": plain_data(report.stale),
    }


def _property(one: Property) -> dict[str, object]:
    return {
        "id": one.id,
        "family": one.family,
        "statement_vi": one.statement_vi,
        "statement_en": one.statement_en,
        "roles": [role.value for role in one.roles],
        "scope": one.scope.value,
        "bend": one.bend.value,
    }


def _result(one: Result, *, drawn: bool) -> dict[str, object]:
    vi, en = REASONS.get(one.reason, ("", ""))
    found: dict[str, object] = {
        "property": one.property_id,
        "award": one.award,
        "fact": one.fact,
        "answer": one.answer.value,
        "tries": one.tries,
        "reason": one.reason,
        "reason_vi": vi,
        "reason_en": en,
        "under": plain_data(one.under),
        "bent_by": plain_data(one.bent_by),
    }
    if one.counterexample is not None:
        found |= {"hash": one.hash, "counterexample": _counterexample(one.counterexample, drawn=drawn)}
    return found


def _counterexample(one: Counterexample, *, drawn: bool) -> dict[str, object]:
    found: dict[str, object] = {
        "demanded": one.demanded,
        "on": one.on.isoformat(),
        "subjects": list(one.subjects),
        "seen_before": plain_data(one.seen_before),
        "seen_after": plain_data(one.seen_after),
        "rules": plain_data(one.rules),
        "parameters": dict(one.parameters),
        "edits": [_edit(it, drawn=drawn) for it in one.edits],
    }
    return found | ({"before": plain_data(one.before), "after": plain_data(one.after)} if drawn else {})


def _edit(one: Edit, *, drawn: bool) -> dict[str, object]:
    data = plain_data(one)
    if drawn and isinstance(data, dict):
        return data
    about = {name: getattr(one, name) for name in ("fact", "records", "award") if hasattr(one, name)}
    return {"kind": one.kind, "subjects": sorted(one.names()), **about}
