"""What was tried of a policy as tables and as data: of people only how they stand, never a value of a personal fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, cast

from thidua_rules.citations import Citation
from thidua_rules.cli.fairness_run import OVER, Trial
from thidua_rules.errors import InputError
from thidua_rules.rendering import Speaker
from thidua_rules.rendering.tables import Column, Group, Table
from thidua_rules.testing.fairness import (
    ALL,
    Answer,
    Counterexample,
    Report,
    Result,
    Rule,
    Seen,
    report_to_json,
)
from thidua_rules.testing.fairness.edits import AddRow, Decide, Edit, SetFact, SetRows, Swap
from thidua_rules.testing.fairness.results import REASONS

ORDER: Final = (
    Answer.REFUTED,
    Answer.ACCEPTED,
    Answer.NO_COUNTEREXAMPLE,
    Answer.PROVED,
    Answer.NOT_TRIED,
)
MOST: Final = 4
"""How many refutations the first page has room for."""

KEPT: Final = ("kind", "subjects", "subject", "fact", "records", "award")
"""What is written of a change: whom and what it is about, and no value."""


def front_table(trial: Trial, speaker: Speaker) -> Table:
    """What a council reads first: how the properties stand, and what is refuted by which rule, what nobody accepted first."""
    report, words = trial.report, speaker.words
    lines = [
        speaker.say("fair_meaning", tries=speaker.number(report.tries)),
        speaker.say("fair_summary", **_summary(report, speaker)),
    ]
    if not trial.complete:
        lines.append(words["fair_ended"])
    refuted = {one.hash: one for one in report.having(Answer.REFUTED, Answer.ACCEPTED)}
    shown = sorted(refuted.values(), key=lambda one: one.answer is Answer.ACCEPTED)
    if len(shown) > MOST:
        lines.append(speaker.say("fair_more", number=speaker.number(len(shown) - MOST)))
    rows = tuple(
        (_head(one, speaker), _blamed(one, speaker), words[f"taken_{one.answer.value}"])
        for one in shown[:MOST]
    )
    columns = tuple(Column(words[name]) for name in ("refuted_column", "rule_column", "taken_column"))
    return Table("front", words["fair_front"], tuple(lines), columns if rows else (), (Group("", rows),))


def _blamed(one: Result, speaker: Speaker) -> str:
    """The rule that did it, with its provision; nothing where none was found."""
    rule = next(iter(one.rules), None)
    return "" if rule is None else f"{_rule(rule, speaker)} [{_written(rule.citation, speaker)}]"


def trial_tables(trial: Trial, speaker: Speaker) -> list[Table]:
    """The properties, and what is refuted with its smallest pair."""
    report = trial.report
    refuted = report.having(Answer.REFUTED, Answer.ACCEPTED)
    tables = [_properties(trial, speaker)]
    if refuted or report.stale:
        stale = tuple(speaker.say("fair_stale", hash=one.hash, reason=one.reason) for one in report.stale)
        rows = tuple(
            (_head(one, speaker), *_texts(one, one.counterexample, trial, speaker))
            for one in refuted
            if one.counterexample is not None
        )
        group = Group("", rows, stacked=True)
        tables.append(Table("refuted", speaker.words["fair_refuted"], stale, (), (group,)))
    return tables


def _properties(trial: Trial, speaker: Speaker) -> Table:
    report = trial.report
    lines = [
        speaker.say("fair_how"),
        speaker.say("fair_meaning", tries=speaker.number(report.tries)),
        speaker.say("fair_numbers"),
        speaker.say("fair_summary", **_summary(report, speaker)),
    ]
    if not trial.complete:
        lines.append(speaker.say("fair_ended"))
    if report.undeclared:
        facts = ", ".join(speaker.fact(name) for name in report.undeclared)
        lines.append(speaker.say("fair_undeclared", facts=facts))
    columns = (Column(speaker.words["property_column"]), Column(speaker.words["answer_column"]))
    rows = tuple(
        (
            one.statement(speaker.lang),
            _answer([it for it in report.results if it.property_id == one.id], speaker),
        )
        for one in ALL
    )
    return Table("properties", speaker.words["fair_properties"], tuple(lines), columns, (Group("", rows),))


def _summary(report: Report, speaker: Speaker) -> dict[str, str]:
    names = {
        "refuted": Answer.REFUTED,
        "accepted": Answer.ACCEPTED,
        "proved": Answer.PROVED,
        "tried": Answer.NO_COUNTEREXAMPLE,
        "left": Answer.NOT_TRIED,
    }
    return {name: speaker.number(len(report.having(answer))) for name, answer in names.items()}


def _answer(results: Sequence[Result], speaker: Speaker) -> str:
    """What became of one property, the worst first, each with how many awards or facts it is about."""
    parts = []
    for answer in ORDER:
        some = [one for one in results if one.answer is answer]
        if some:
            told = {
                "number": speaker.number(len(some)),
                "tries": speaker.number(sum(one.tries for one in some)),
                "reasons": ", ".join(dict.fromkeys(reason(one.reason, speaker) for one in some)),
            }
            parts.append(speaker.say(f"answer_{answer.value}", **told))
    return "; ".join(parts)


def reason(code: str, speaker: Speaker) -> str:
    """Why something was not tried, in words."""
    if code == OVER:
        return speaker.words["reason_budget"]
    vi, en = REASONS.get(code, (code, code))
    return en if speaker.lang == "en" else vi


def _head(one: Result, speaker: Speaker) -> str:
    known = {it.id: it for it in ALL}
    statement = known[one.property_id].statement(speaker.lang)
    return speaker.say("refuted_head", statement=statement, award=speaker.award(one.award))


def _texts(one: Result, shown: Counterexample, trial: Trial, speaker: Speaker) -> Iterator[str]:
    if one.fact:
        yield speaker.say("refuted_fact", fact=_fact(one.fact, speaker))
    after = {it.subject: it for it in shown.seen_after}
    for seen in shown.seen_before:
        yield speaker.say(
            "refuted_seen",
            subject=_who(seen.subject, speaker),
            before=_standing(seen, speaker),
            after=_standing(after.get(seen.subject, seen), speaker),
        )
    changes = [_edit(one, edit, speaker) for edit in shown.edits]
    for name, value in shown.parameters:
        spec = speaker.policy.parameters.get(name)
        label = name if spec is None else spec.label(speaker.lang)
        changes.append(speaker.say("edit_parameter", parameter=label, value=value))
    if changes:
        yield speaker.say("refuted_changes", changes="; ".join(dict.fromkeys(changes)))
    else:
        yield speaker.words["refuted_alone"]
    for rule in shown.rules[:1]:
        yield speaker.say(
            "refuted_rule", rule=_rule(rule, speaker), citation=_written(rule.citation, speaker)
        )
    taken = next((it for it in trial.accepted if it.hash == one.hash), None)
    if taken is None:
        yield speaker.say("refuted_hash", hash=one.hash)
    else:
        citation = _written(taken.citation, speaker)
        yield speaker.say("refuted_accepted", reason=taken.reason, citation=citation)


def _standing(seen: Seen, speaker: Speaker) -> str:
    status = speaker.words.get(seen.status) or speaker.words.get(seen.status.lower(), seen.status)
    if seen.best is None:
        return status
    if seen.best == seen.worst:
        return speaker.say("refuted_place", status=status, best=seen.best)
    return speaker.say("refuted_places", status=status, best=seen.best, worst=seen.worst)


def _rule(rule: Rule, speaker: Speaker) -> str:
    return (rule.label_en if speaker.lang == "en" else rule.label_vi) or rule.id


def _written(citation: str, speaker: Speaker) -> str:
    """A citation the way it is cited; as it stands where it is none."""
    try:
        return speaker.citation(Citation.parse(citation))
    except InputError:
        return citation or "–"


def _who(name: str, speaker: Speaker) -> str:
    """What somebody who was made up is called: the kind and a number, where the id says so."""
    kind, _, number = name.rpartition("-")
    label = speaker.words.get(f"kind_{kind}")
    if label is None or not number.isdecimal():
        return speaker.words["somebody"] if name else ""
    return speaker.say("made_up", kind=label, number=number)


def _fact(name: str, speaker: Speaker) -> str:
    """The label of a fact, or of a list and its column."""
    records, _, column = name.partition(".")
    spec = speaker.spec(records)
    field = spec.field(column) if spec is not None and column else None
    return speaker.fact(records) if field is None else f"{speaker.fact(records)}, {field.label(speaker.lang)}"


def _edit(result: Result, edit: Edit, speaker: Speaker) -> str:
    """One change in words."""
    if isinstance(edit, SetFact):
        return _set_fact(result, edit, speaker)
    if isinstance(edit, SetRows):
        return _set_rows(result, edit, speaker)
    key = f"edit_{edit.kind}"
    key = key if key in speaker.words else "edit_other"
    names = sorted(edit.names()) or [""]
    first, last = _who(names[0], speaker), _who(names[-1], speaker)
    told = {"kind": edit.kind, "subject": first, "other": last}
    told["fact"] = speaker.fact(edit.records) if isinstance(edit, AddRow) else ""
    told["award"] = speaker.award(edit.award) if isinstance(edit, Decide) else ""
    if isinstance(edit, Swap):
        told |= {"subject": _who(edit.first, speaker), "other": _who(edit.second, speaker)}
    return speaker.say(key, **told)


def _set_fact(result: Result, edit: SetFact, speaker: Speaker) -> str:
    shown, spec = result.counterexample, speaker.spec(edit.fact)
    before = None
    if shown is not None and shown.before.has_subject(edit.subject):
        before = shown.before.subject(edit.subject).facts.get(edit.fact)
    hidden = spec is not None and spec.personal
    values = [speaker.words["hidden"] if hidden else speaker.value(it, spec) for it in (before, edit.value)]
    return speaker.say(
        "edit_set-fact",
        subject=_who(edit.subject, speaker),
        fact=speaker.fact(edit.fact),
        before=values[0],
        after=values[1],
    )


def _set_rows(result: Result, edit: SetRows, speaker: Speaker) -> str:
    shown, spec = result.counterexample, speaker.spec(edit.records)
    rows = None
    if shown is not None and shown.before.has_subject(edit.subject):
        rows = shown.before.subject(edit.subject).records.get(edit.records)
    fact, hidden = speaker.fact(edit.records), spec is None or spec.personal
    cells = []
    if edit.rows is None:
        cells.append(speaker.words["edit_rows_gone"])
    elif rows is None or hidden or len(rows) != len(edit.rows):
        cells.append(speaker.say("edit_rows", before=len(rows or ()), after=len(edit.rows)))
    else:
        for number, (old, new) in enumerate(zip(rows, edit.rows, strict=True), 1):
            for column in sorted({*old, *new}):
                field = spec.field(column) if spec is not None else None
                if old.get(column) != new.get(column) and field is not None:
                    told = [speaker.value(it.get(column), field) for it in (old, new)]
                    cells.append(
                        speaker.say(
                            "edit_cell",
                            row=number,
                            column=field.label(speaker.lang),
                            before=told[0],
                            after=told[1],
                        )
                    )
    return speaker.say(
        "edit_set-rows", subject=_who(edit.subject, speaker), fact=fact, cells=", ".join(cells)
    )


def trial_to_json(trial: Trial) -> dict[str, object]:
    """What was tried as data: as ``report_to_json`` writes it, without the people and without what was changed to what."""
    data = report_to_json(trial.report)
    del data["roster_hash"]
    for one in cast("list[dict[str, object]]", data["results"]):
        shown = cast("dict[str, object] | None", one.get("counterexample"))
        if one["reason"] == OVER:
            one |= {"reason_vi": "hết thời gian", "reason_en": "the time was over"}
        if shown is not None:
            shown.pop("before", None)
            shown.pop("after", None)
            case = next(
                it for it in trial.report.results if it.counterexample is not None and it.hash == one["hash"]
            )
            shown["edits"] = [_about(it) for it in case.counterexample.edits] if case.counterexample else []
    return data | {"complete": trial.complete}


def _about(edit: Edit) -> dict[str, object]:
    about = {name: getattr(edit, name) for name in ("fact", "records", "award") if hasattr(edit, name)}
    return {"kind": edit.kind, "subjects": sorted(edit.names()), **about}
