"""What the plan demands as tables: rankings of units, targets, movements, and who did what by which day."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import Final

from thidua_rules.citations import Standing
from thidua_rules.evaluation.results import (
    Evaluation,
    Exact,
    Fulfilment,
    MovementResult,
    ObligationResult,
    StandingRow,
    TargetResult,
)
from thidua_rules.rendering.sentences import MARKS
from thidua_rules.rendering.speaker import Speaker
from thidua_rules.rendering.tables import Column, Detail, Group, Table
from thidua_rules.verdicts import Verdict

ASSUMED: Final = "*"
"""Marks a day that the plan does not give."""


def _columns(speaker: Speaker, *names: str, numbers: tuple[str, ...] = ()) -> tuple[Column, ...]:
    return tuple(Column(speaker.words[f"{name}_column"], number=name in numbers) for name in names)


def standings_tables(evaluation: Evaluation, speaker: Speaker) -> list[Table]:
    """Every ranking of units, one group a stratum."""
    found: dict[str, list[Group]] = {}
    titles: dict[str, tuple[str, tuple[str, ...]]] = {}
    for result in evaluation.standings:
        one = result.standings
        spec = speaker.spec(one.stratum)
        label = spec.value_label(result.stratum, speaker.lang) if spec is not None else None
        rows = tuple(_standing(row, speaker) for row in result.rows)
        found.setdefault(one.id, []).append(Group(label or result.stratum, rows))
        title = one.label_en if speaker.lang == "en" else one.label_vi
        scale = speaker.policy.scales[one.scale].label(speaker.lang)
        titles[one.id] = (title, (f"{scale} [{speaker.citation(one.citation)}]",))
    columns = _columns(speaker, "rank", "unit", "score", "proposes", numbers=("rank", "score"))
    return [
        Table(f"standings.{name}", *titles[name], columns, tuple(groups)) for name, groups in found.items()
    ]


def _standing(row: StandingRow, speaker: Speaker) -> tuple[str, ...]:
    settled = row.best == row.worst
    place = str(row.best) if settled else speaker.listed((row.best, row.worst))
    proposes = speaker.award(row.proposes) if row.proposes else ""
    if row.tied_with:
        proposes = "; ".join(
            one
            for one in (
                proposes,
                speaker.say("tied_with", names=", ".join(map(speaker.subject, row.tied_with))),
            )
            if one
        )
    return place, speaker.subject(row.subject), span(row.score.low, row.score.high, speaker), proposes


def span(low: Exact, high: Exact, speaker: Speaker) -> str:
    """A score, or its bounds; a fraction that no decimal writes is shown to two places, marked as rounded."""
    if low == high:
        return _short(low, speaker)
    return f"{_short(low, speaker)} {speaker.words['to']} {_short(high, speaker)}"


def _short(value: Exact, speaker: Speaker) -> str:
    if isinstance(value, Fraction) and value.denominator != 1:
        return f"≈ {speaker.number(Fraction(round(value * 100), 100))}"
    return speaker.number(value)


def target_table(evaluation: Evaluation, speaker: Speaker, detail: Detail = Detail.USUAL) -> Table:
    """Every target: what was assigned, what was reached; in brief, those that are met are only counted."""
    columns = _columns(speaker, "target", "assigned", "actual", "result", numbers=("assigned", "actual"))
    shown = evaluation.targets
    lines: tuple[str, ...] = ()
    if detail is Detail.BRIEF and shown:
        shown = tuple(one for one in shown if one.verdict is not Verdict.MET)
        lines = (speaker.say("targets_count", met=len(evaluation.targets) - len(shown)),)
    rows = tuple(_target(one, speaker) for one in shown)
    return Table("targets", speaker.words["targets"], lines, columns, (Group("", rows),))


def _target(result: TargetResult, speaker: Speaker) -> tuple[str, ...]:
    target = result.target
    label = target.label_en if speaker.lang == "en" else target.label_vi
    figures = [
        speaker.words["unknown"] if one is None else speaker.quantity(one, target.unit)
        for one in (result.assigned, result.actual)
    ]
    margin = result.margin
    year_open = result.verdict is Verdict.UNKNOWN and not result.missing
    text = f"{MARKS[result.verdict]} {speaker.words['year_open' if year_open else result.verdict.value]}"
    if result.verdict is not Verdict.MET and margin is not None:
        text += f" ({speaker.margin(margin, target.unit)})"
    cited = f"{target.id} {label} [{speaker.citation(target.citation)}]"
    return cited, figures[0], figures[1], text


def movement_table(evaluation: Evaluation, speaker: Speaker) -> Table:
    """Whatever movement is not met: when it was launched, and what it lacks; those that are met are counted."""
    open_ = [one for one in evaluation.movements if one.verdict is not Verdict.MET]
    rows = tuple(_movement(one, speaker) for one in open_)
    met = len(evaluation.movements) - len(open_)
    lines = (speaker.say("movements_count", met=met),) if evaluation.movements else ()
    columns = _columns(speaker, "movement", "launched", "result")
    return Table("movements", speaker.words["movements"], lines, columns, (Group("", rows),))


def _movement(result: MovementResult, speaker: Speaker) -> tuple[str, ...]:
    one = result.movement
    label = one.label_en if speaker.lang == "en" else one.label_vi
    texts = [
        speaker.say(key, names=", ".join(speaker.words[name] for name in names))
        for key, names in (("lacks", result.lacking), ("unknown_of", result.missing))
        if names
    ]
    text = f"{MARKS[result.verdict]} {'; '.join(texts) or speaker.words[result.verdict.value]}"
    return f"{one.id} {label}", speaker.day(result.launched) if result.launched else "", text


def obligation_table(evaluation: Evaluation, speaker: Speaker) -> Table:
    """Whatever was not done in time; what was is counted."""
    counts = Counter(one.state for one in evaluation.obligations)
    line = speaker.say(
        "obligations_count",
        done=counts[Fulfilment.DONE],
        late=counts[Fulfilment.LATE],
        missing=counts[Fulfilment.MISSING],
        not_due=counts[Fulfilment.NOT_DUE],
        open=counts[Fulfilment.UNDETERMINED],
    )
    groups = []
    for state in (Fulfilment.MISSING, Fulfilment.LATE, Fulfilment.UNDETERMINED):
        rows = tuple(_obligation(one, speaker) for one in evaluation.obligations if one.state is state)
        if rows:
            groups.append(Group(f"{speaker.words[f'state_{state.value}']}: {len(rows)}", rows, state.value))
    columns = _columns(speaker, "task", "due", "decided")
    assumed = any(row[1].endswith(ASSUMED) for group in groups for row in group.rows)
    note = (speaker.words["assumed_due"],) if assumed else ()
    lines = (line, *note) if evaluation.obligations else ()
    return Table("obligations", speaker.words["obligations"], lines, columns, tuple(groups))


def _obligation(result: ObligationResult, speaker: Speaker) -> tuple[str, ...]:
    one = result.obligation
    label = one.label_en if speaker.lang == "en" else one.label_vi
    body = one.actor_en if speaker.lang == "en" else one.actor_vi
    actor = speaker.subject(result.actor) if result.actor else body
    spec = speaker.policy.parameters.get(one.due)
    due = speaker.day(result.due) if result.due else ""
    if spec is not None and spec.standing is Standing.ASSUMED:
        due += f" {ASSUMED}"
    key = "done_on" if result.done else "not_done_on"
    decided = speaker.say(key, day=speaker.day(result.decided_by))
    if result.state is Fulfilment.UNDETERMINED:
        decided = speaker.words["unknown"]
    if result.days_late is not None:
        decided += f", {speaker.say('days_late', days=result.days_late)}"
    return f"{actor}: {label} [{speaker.citation(one.citation)}]", due, decided
