"""The way to an award in sentences."""

from __future__ import annotations

from thidua_rules.paths import Change, Paths
from thidua_rules.rendering.lines import Line
from thidua_rules.rendering.outcomes import reason_lines
from thidua_rules.rendering.speaker import Speaker


def path_lines(paths: Paths, speaker: Speaker) -> list[Line]:
    """The smallest changes, or why there are none; nothing where none are needed."""
    if not paths.needed:
        return []
    if not paths.paths:
        found = [Line(0, speaker.words["blocked"], title=True)]
        found += [Line(0, text) for text in reason_lines(paths.blocked_by, speaker)]
        return found + [Line(0, f"? {speaker.missing(item)}") for item in paths.missing]
    found = [Line(0, speaker.words["path"], title=True)]
    for index, path in enumerate(paths.paths):
        if index:
            found.append(Line(0, speaker.words["or"]))
        found += [Line(0, f"• {change_text(one, speaker, paths.subject)}") for one in path.changes]
        found.append(Line(1, f"→ {speaker.say('then', status=speaker.words[path.status.value])}"))
    return found


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
