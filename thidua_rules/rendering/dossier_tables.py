"""Dossiers as a table: who is late and by how much, what is missing, what came in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from thidua_rules.calendars import Counting
from thidua_rules.citations import Standing
from thidua_rules.evaluation.results import (
    DossierResult,
    Evaluation,
    Fulfilment,
    OrderResult,
    PaperResult,
    StepResult,
)
from thidua_rules.policies.procedures import Procedure, Step
from thidua_rules.rendering.sentences import MARKS
from thidua_rules.rendering.speaker import Speaker
from thidua_rules.rendering.tables import Column, Group, Table
from thidua_rules.verdicts import Verdict

ASSUMED: Final = "*"
"""Marks a deadline that no text gives."""

Row = tuple[str, ...]


def dossier_table(evaluation: Evaluation, speaker: Speaker) -> Table:
    """Each dossier that is not in time, complete and in order, with what is wrong or open; the others are counted."""
    words = speaker.words
    groups = [
        Group(title(one, speaker), rows)
        for one in evaluation.dossiers
        if (rows := tuple(_rows(one, speaker, evaluation)))
    ]
    columns = tuple(Column(words[f"{name}_column"]) for name in ("step", "due", "decided"))
    number = len(evaluation.dossiers)
    key = "dossiers_count" if groups else "dossiers_good"
    count = speaker.say(key, number=number, good=number - len(groups))
    assumed = any(row[1].endswith(ASSUMED) for group in groups for row in group.rows)
    lines = (count, *((words["assumed_within"],) if assumed else ())) if number else ()
    return Table("dossiers", words["dossiers"], lines, columns, tuple(groups))


def title(one: DossierResult, speaker: Speaker) -> str:
    """What a dossier is about: its procedure, its award where it has several, its subject, its number."""
    parts = [one.procedure.label(speaker.lang)]
    if one.award is not None and len(one.procedure.awards) > 1:
        parts.append(award_label(one.award, speaker))
    parts.append(speaker.subject(one.subject) if one.subject else speaker.words["dossier_of_list"])
    if one.number:
        parts.append(speaker.say("dossier_number", number=one.number))
    return " – ".join(parts)


def award_label(award: str, speaker: Speaker) -> str:
    """The title of an award, also of one that only the lists of the policy know."""
    if award in speaker.policy.awards:
        return speaker.award(award)
    columns = (field for spec in speaker.policy.facts.values() for field in spec.fields)
    labels = (field.value_label(award, speaker.lang) for field in columns if field.id == "danh_hieu")
    return next((label for label in labels if label), award)


def _rows(one: DossierResult, speaker: Speaker, evaluation: Evaluation) -> Iterator[Row]:
    for step in one.steps:
        waits = step.state is Fulfilment.NOT_DUE and step.due is None
        if step.state is not Fulfilment.DONE and not waits:
            yield _step(step, speaker, evaluation)
    yield from (_paper(paper, speaker) for paper in one.papers if paper.verdict is not Verdict.MET)
    unknown = {step.step.id for step in one.steps if step.state is Fulfilment.UNDETERMINED}
    for order in one.orders:
        said = order.verdict is Verdict.UNKNOWN and {order.first, order.then} & unknown
        if order.verdict is not Verdict.MET and not said:
            yield _order(order, one.procedure, speaker)


def _step(result: StepResult, speaker: Speaker, evaluation: Evaluation) -> Row:
    step = result.step
    spec = speaker.policy.parameters.get(step.due or step.within)
    places = dict.fromkeys([step.citation] if spec is None else [step.citation, spec.citation])
    named = f"{step.actor(speaker.lang)}: {step.label(speaker.lang)}"
    cited = f"{named} [{'; '.join(map(speaker.citation, places))}]"
    return cited, _due(result, speaker), _decided(result, speaker, evaluation)


def _due(result: StepResult, speaker: Speaker) -> str:
    if result.due is None:
        return ""
    text = speaker.day(result.due)
    if result.allowed is not None and result.start is not None:
        allowed = counted(result.allowed, result.step.counting, speaker)
        text = speaker.say("counted_from", day=text, allowed=allowed, start=speaker.day(result.start))
    return f"{text} {ASSUMED}" if is_assumed(result.step, speaker) else text


def is_assumed(step: Step, speaker: Speaker) -> bool:
    """Whether the number or day that sets its deadline is a choice of the model."""
    spec = speaker.policy.parameters.get(step.due or step.within)
    return spec is not None and spec.standing is Standing.ASSUMED


def counted(number: int, counting: Counting, speaker: Speaker) -> str:
    """A number of working days, days or years."""
    return speaker.say(f"count_{counting.value}", number=speaker.number(number))


def _decided(result: StepResult, speaker: Speaker, evaluation: Evaluation) -> str:
    words = speaker.words
    if result.gap is not None:
        return f"? {words[f'gap_{result.gap.value}']}"
    if result.state is Fulfilment.NOT_DUE:
        return words["not_yet_due"]
    key = "done_on" if result.done else "not_done_on"
    decided = speaker.say(key, day=speaker.day(result.done or evaluation.day))
    if result.late is None:
        return f"{decided}, {words['late_unmeasured']}"
    return f"{decided}, {speaker.say('late_by', days=counted(result.late, result.counting, speaker))}"


def _paper(result: PaperResult, speaker: Speaker) -> Row:
    label = f"{result.paper.label(speaker.lang)} [{speaker.citation(result.paper.citation)}]"
    state = speaker.words[f"paper_{result.verdict.value}"]
    return speaker.say("paper_row", paper=label), "", f"{MARKS[result.verdict]} {state}"


def _order(result: OrderResult, procedure: Procedure, speaker: Speaker) -> Row:
    names = {one.id: one.label(speaker.lang) for one in procedure.steps}
    label = speaker.say("order_row", first=names[result.first], then=names[result.then])
    text = speaker.words[f"order_{result.verdict.value}"]
    if result.early is not None and result.earliest is not None:
        days = counted(result.early, result.counting, speaker)
        text = speaker.say("order_early", days=days, day=speaker.day(result.earliest))
    return label, "", f"{MARKS[result.verdict]} {text}"


def procedure_table(speaker: Speaker) -> Table:
    """The procedures of a policy: each step with its deadline, and each paper."""
    words = speaker.words
    columns = tuple(Column(words[f"{name}_column"]) for name in ("step", "deadline", "citation", "standing"))
    groups = tuple(
        Group(f"{one.label(speaker.lang)} ({one.id})", tuple(_parts(one, speaker)))
        for one in speaker.policy.procedures.values()
    )
    return Table("procedures", words["procedures"], (), columns, groups)


def _parts(procedure: Procedure, speaker: Speaker) -> Iterator[Row]:
    names = {one.id: one.label(speaker.lang) for one in procedure.steps}
    for step in procedure.steps:
        label = f"{names[step.id]} – {step.actor(speaker.lang)} ({step.id})"
        deadline = "; ".join(_deadlines(step, names, speaker))
        yield label, deadline, speaker.citation(step.citation), speaker.words[step.standing.value]
    for paper in procedure.papers:
        label = speaker.say("paper_row", paper=f"{paper.label(speaker.lang)} ({paper.id})")
        yield label, "", speaker.citation(paper.citation), speaker.words[paper.standing.value]


def _deadlines(step: Step, names: dict[str, str], speaker: Speaker) -> Iterator[str]:
    for name, key in ((step.within, "counted_after"), (step.wait, "waited_after")):
        if name:
            allowed = " / ".join(_values(name, step.counting, speaker))
            yield speaker.say(key, allowed=allowed, step=names[step.after])
    if step.after and not step.within and not step.wait:
        yield speaker.say("taken_after", step=names[step.after])
    if step.due:
        yield speaker.say("taken_by", day=" / ".join(_values(step.due, step.counting, speaker)))
    if step.before:
        yield speaker.say("taken_before", step=names[step.before])


def _values(parameter: str, counting: Counting, speaker: Speaker) -> Iterator[str]:
    for dated in speaker.policy.parameters[parameter].values:
        value = dated.value
        yield counted(value, counting, speaker) if isinstance(value, int) else speaker.value(value)
