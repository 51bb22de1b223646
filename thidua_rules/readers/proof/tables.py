"""The answers of a review as a table and as JSON: what alarms first, what is as it should be in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

import attrs

from thidua_rules.readers.proof.answers import Answer, NotEncodable, Proved, Refuted
from thidua_rules.readers.proof.witnesses import Witness
from thidua_rules.readers.proof.words import text_of
from thidua_rules.rendering.tables import Column, Group, Table
from thidua_rules.serialization.rosters import roster_to_json

_WORDS: Final = {
    "title": ("Chứng minh cho mọi đối tượng có thể có", "Proofs, for every possible subject"),
    "nothing": ("không có gì để hỏi", "there is nothing to ask"),
    "answer": ("Kết luận", "answer"),
    "where": ("Ở đâu", "where"),
    "bounds": ("Chứng minh", "Proved"),
    "alarming": ("Cần xem lại", "to be looked at"),
    "proved": ("Đã chứng minh", "proved"),
    "opaque": ("Không mã hóa được", "not encodable"),
    "healthy": ("đã bác bỏ bằng một đối tượng cụ thể", "refuted by a witness"),
    "dead_clause": ("{n} điều kiện không bao giờ quyết định", "{n} conditions that never decide"),
    "never_met": ("{n} phép so sánh không bao giờ đạt", "{n} comparisons that are never met"),
    "never_unmet": ("{n} phép so sánh không bao giờ trượt", "{n} comparisons that are never failed"),
    "dead_exception": ("{n} ngoại lệ không bao giờ áp dụng", "{n} exceptions that never apply"),
}


_BOUNDS: Final = {"rows", "members"}


def _say(key: str, lang: str) -> str:
    return _WORDS[key][1 if lang == "en" else 0]


def proofs_table(answers: Sequence[Answer], lang: str) -> Table:
    """What a review shows: alarms, what could not be encoded, proofs; and in numbers what a witness speaks against."""
    alarming = [(one, one.text(lang)) for one in answers if one.alarming]
    opaque = [(one, one.text(lang)) for one in answers if isinstance(one, NotEncodable)]
    proved = [(one, _claimed(one, lang)) for one in answers if isinstance(one, Proved) and not one.alarming]
    groups = [
        _group("alarming", alarming, lang),
        _group("opaque", opaque, lang),
        _group("proved", proved, lang),
    ]
    columns = (Column(_say("answer", lang)), Column(_say("where", lang)))
    lines = (*_bounds(answers, lang), *_healthy(answers, lang)) if answers else (_say("nothing", lang),)
    return Table("proofs", _say("title", lang), lines, columns, tuple(one for one in groups if one.rows))


def _group(key: str, answers: Iterable[tuple[Answer, str]], lang: str) -> Group:
    rows = tuple(dict.fromkeys((text, one.claim.path) for one, text in answers))
    return Group(f"{_say(key, lang)}: {len(rows)}", rows)


def _claimed(one: Proved, lang: str) -> str:
    """What is proved, and what it rests on beside the bounds, which stand above the table."""
    rests = [reason for reason in one.under if reason.code not in _BOUNDS]
    return attrs.evolve(one, under=tuple(rests)).text(lang)


def _bounds(answers: Iterable[Answer], lang: str) -> tuple[str, ...]:
    """How large the cases were that the proofs looked at."""
    found = {reason: None for one in answers if isinstance(one, Proved) for reason in one.under}
    kept = [text_of(f"under_{one.code}", lang, {"what": one.what}) for one in found if one.code in _BOUNDS]
    return (f"{_say('bounds', lang)} {'; '.join(sorted(kept))}",) if kept else ()


def _healthy(answers: Iterable[Answer], lang: str) -> tuple[str, ...]:
    """How many claims that nobody wants to hold a witness speaks against."""
    counts = Counter(one.claim.code for one in answers if isinstance(one, Refuted) and not one.alarming)
    return tuple(
        f"{_say(code, lang).format(n=number)}: {_say('healthy', lang)}"
        for code, number in sorted(counts.items())
    )


def proofs_to_json(answers: Iterable[Answer]) -> list[dict[str, object]]:
    """Every answer, with its witness as a roster; a witness is invented, so nothing of it is hidden."""
    return [_answer(one) for one in answers]


def _answer(one: Answer) -> dict[str, object]:
    claim = one.claim
    found: dict[str, object] = {
        "claim": claim.code,
        "path": claim.path,
        "text_vi": one.text("vi"),
        "text_en": one.text("en"),
        "alarming": one.alarming,
    }
    match one:
        case Proved():
            under = [{"code": reason.code, "what": reason.what} for reason in one.under]
            return {"answer": "proved", **found, "under": under}
        case Refuted():
            pair = {"witness": _witness(one.witness), "other": _witness(one.other)}
            return {"answer": "refuted", **found, **pair}
        case NotEncodable():
            why = [{"code": reason.code, "what": reason.what} for reason in one.why]
            return {"answer": "not_encodable", **found, "why": why}


def _witness(one: Witness | None) -> dict[str, object] | None:
    if one is None:
        return None
    verdict = one.verdict.value if one.verdict is not None else None
    return {
        "award": one.award,
        "on": one.on.isoformat(),
        "verdict": verdict,
        "roster": roster_to_json(one.roster),
    }
