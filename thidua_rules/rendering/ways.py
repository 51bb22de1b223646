"""The way to an award in sentences."""

from __future__ import annotations

from thidua_rules.paths import Change, Paths
from thidua_rules.rendering.lines import Line
from thidua_rules.rendering.outcomes import reason_lines
from thidua_rules.rendering.speaker import Speaker
from thidua_rules.verdicts import Verdict


def path_lines(paths: Paths, speaker: Speaker) -> list[Line]:
    """The smallest changes, or why there are none; nothing where none are needed."""
    if not paths.needed:
        return []
    if not paths.paths:
        return _no_way(paths, speaker)
    found = [Line(0, speaker.words["path"], title=True)]
    for index, path in enumerate(paths.paths):
        if index:
            found.append(Line(0, speaker.words["or"]))
        found += [Line(0, f"• {change_text(one, speaker, paths.subject)}") for one in path.changes]
        found.append(Line(1, f"→ {speaker.say('then', status=speaker.words[path.status.value])}"))
    return found


def _no_way(paths: Paths, speaker: Speaker) -> list[Line]:
    """What stands in the way: conditions that nothing mends, else what has to be known first."""
    unmet = tuple(one for one in paths.blocked_by if one.verdict is Verdict.UNMET)
    if unmet:
        found = [Line(0, speaker.words["blocked"], title=True)]
        return found + [Line(0, text) for text in reason_lines(unmet, speaker)]
    found = [Line(0, speaker.words["blocked_unknown"], title=True)]
    if paths.missing:
        return found + [Line(0, f"? {speaker.missing(item)}") for item in paths.missing]
    unknown = tuple(one for one in paths.blocked_by if one.verdict is Verdict.UNKNOWN)
    return found + [Line(0, text) for text in reason_lines(unknown, speaker)]


def change_text(change: Change, speaker: Speaker, about: str) -> str:
    """One change: a fact from one value to another, or a row to add; with whose it is, where not that of *about*."""
    text = _what(change, speaker)
    return text if change.subject == about else f"{speaker.subject(change.subject)}: {text}"


def _what(change: Change, speaker: Speaker) -> str:
    spec = speaker.spec(change.fact)
    if isinstance(change.after, tuple):
        columns = []
        for column, value in change.after:
            field = spec.field(str(column)) if spec is not None else None
            label = field.label(speaker.lang) if field is not None else str(column)
            shown = speaker.award(value) if column == "danh_hieu" else speaker.value(value, field)
            columns.append(f"{label} = {shown}")
        return speaker.say("add_row", fact=speaker.fact(change.fact), row=", ".join(columns))
    before, after = speaker.value(change.before, spec), speaker.value(change.after, spec)
    return speaker.say("set", fact=speaker.fact(change.fact), before=before, after=after)
