"""Findings as sentences: one explicit table of kinds; a kind that it does not know is shown by what was asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any, cast

from thidua_rules.facts import FactSpec
from thidua_rules.findings import Finding
from thidua_rules.rendering.speaker import MONTHS, Speaker
from thidua_rules.verdicts import Verdict

MARKS = {Verdict.MET: "✓", Verdict.UNMET: "✗", Verdict.UNKNOWN: "?"}
OPS = {">=": "≥", "<=": "≤", "==": "=", "!=": "≠", ">": ">", "<": "<"}


def sentence(finding: Finding, speaker: Speaker) -> str:
    """One finding in words, with the margin by which it missed."""
    asked: dict[str, Any] = dict(finding.asked)
    if finding.heading is not None:
        return finding.heading.label(speaker.lang)
    writer = _WRITERS.get(finding.kind)
    if writer is None:
        pairs = "; ".join(f"{key} = {value}" for key, value in finding.asked)
        return speaker.say("other", kind=finding.kind, asked=pairs or speaker.words[finding.verdict.value])
    return writer(finding, asked, speaker)


def _op(asked: dict[str, Any]) -> str:
    return OPS.get(str(asked.get("op")), "")


def _margin(finding: Finding, speaker: Speaker, unit: str = "") -> str:
    margin = finding.margin
    if margin is None or margin == 0 or finding.verdict is not Verdict.UNMET or speaker.hides(finding):
        return ""
    return f" ({speaker.margin(margin, unit)})"


def _other_side(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> object:
    """What a fact is compared with; in words where it is not known, or worked out from a personal fact."""
    value = asked["value"]
    if finding.expected is not None and not speaker.is_personal(value):
        return finding.expected
    return " + ".join(map(speaker.operand, value if isinstance(value, tuple) else (value,)))


def _compare(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    spec = speaker.spec(asked["fact"])
    shown = _other_side(finding, asked, speaker)
    text = speaker.say(
        finding.kind,
        fact=speaker.fact(asked["fact"]),
        observed=speaker.value(finding.observed, spec),
        op=_op(asked),
        expected=speaker.expected(shown, spec),
    )
    return text + _margin(finding, speaker, _margin_unit(finding, spec))


def _margin_unit(finding: Finding, spec: FactSpec | None) -> str:
    """Days apart for days, else the unit of the fact."""
    if isinstance(finding.observed, dt.date):
        return "ngay"
    return spec.unit if spec is not None else ""


def _months(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    hidden = speaker.is_personal(asked["fact"])
    text = speaker.say(
        "months-since",
        fact=speaker.fact(asked["fact"]),
        observed=speaker.words["hidden"] if hidden else speaker.value(finding.observed, MONTHS),
        op=_op(asked),
        expected=speaker.expected(_other_side(finding, asked, speaker), MONTHS),
    )
    return text + _margin(finding, speaker, "thang")


def _between(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    spec = speaker.spec(asked["fact"])
    ends = finding.expected if isinstance(finding.expected, tuple) else (None, None)
    low, high = (
        speaker.expected(asked[name] if end is None or speaker.is_personal(asked[name]) else end, spec)
        for name, end in zip(("low", "high"), ends, strict=True)
    )
    closed = asked["low_included"] and asked["high_included"]
    return speaker.say(
        "between" if closed else "between_open",
        fact=speaker.fact(asked["fact"]),
        observed=speaker.value(finding.observed, spec),
        low=low if closed else f"{'≥' if asked['low_included'] else '>'} {low}",
        high=high if closed else f"{'≤' if asked['high_included'] else '<'} {high}",
    )


def _one_of(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    spec = speaker.spec(asked["fact"])
    observed = speaker.value(finding.observed, spec)
    expected = speaker.listed(asked["values"], spec)
    return speaker.say("one-of", fact=speaker.fact(asked["fact"]), observed=observed, expected=expected)


def _is(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    spec = speaker.spec(asked["fact"])
    observed = speaker.value(finding.observed, spec)
    expected = speaker.value(asked["wanted"])
    return speaker.say("is", fact=speaker.fact(asked["fact"]), observed=observed, expected=expected)


def _rows(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    tests = ", ".join(_test(test, asked["records"], speaker) for test in asked["where"])
    spec = speaker.spec(asked["records"])
    number = speaker.value(finding.observed, spec)
    known = finding.observed is not None and not (spec is not None and spec.personal)
    return speaker.say(
        finding.kind,
        fact=speaker.fact(asked["records"]),
        observed=speaker.say("rows", number=number) if known else number,
        where=speaker.say("where", tests=tests) if tests else "",
        op=_op(asked),
        expected=speaker.operand(_other_side(finding, asked, speaker)) if "value" in asked else "",
    )


def _test(test: tuple[Any, ...], records: str, speaker: Speaker) -> str:
    column, op, value = test
    spec = speaker.spec(records)
    field = spec.field(column) if spec is not None else None
    label = field.label(speaker.lang) if field is not None else str(column)
    if op == "within":
        words = speaker.say("within") if value == 0 else speaker.say("within_years", years=value)
        return f"{label} {words}"
    shown = speaker.award(value) if column == "danh_hieu" else speaker.operand(value, field)
    return f"{label} {OPS.get(op, '=')} {shown}"


def _years(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    shown = _other_side(finding, asked, speaker)
    text = speaker.say(
        "consecutive-years",
        award=speaker.award(asked["award"]),
        observed=speaker.value(finding.observed),
        expected=speaker.operand(shown),
    )
    return f"{text}; {speaker.say('broken', year=asked['broken_in'])}" if "broken_in" in asked else text


def _members(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    shown = _other_side(finding, asked, speaker)
    return speaker.say(
        finding.kind,
        met=asked["met"],
        base=asked["base"],
        observed=speaker.share(finding.observed)
        if finding.kind == "member-share"
        else speaker.value(finding.observed),
        op=_op(asked),
        expected=speaker.share(shown) if finding.kind == "member-share" else speaker.operand(shown),
    )


def _member(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    del asked
    return speaker.say("member", subject=speaker.subject(finding.subject or ""))


def _earned(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    because = speaker.words.get(str(finding.observed), str(finding.observed))
    return speaker.say("earned", award=speaker.award(asked["award"]), observed=because)


def _registered(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    awards = ", ".join(speaker.award(award) for award in asked["awards"])
    observed = finding.observed
    shown = speaker.words["unknown"]
    if isinstance(observed, tuple):
        shown = ", ".join(speaker.award(award) for award in observed) or speaker.words["nothing"]
    return speaker.say("registered", awards=awards, observed=shown)


def _not_cancelled(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    award = speaker.award(asked["award"])
    if isinstance(finding.observed, dt.date):
        return speaker.say("cancelled_on", award=award, day=speaker.day(finding.observed))
    return speaker.say("not-cancelled", award=award)


def _voted(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    """The vote that was held, each demand that it failed, or what is demanded of it."""
    wanted = speaker.share(asked["value"] if finding.expected is None else finding.expected)
    words = {
        "award": speaker.award(asked["award"]),
        "expected": wanted,
        "base": speaker.words[f"base_{asked['base']}"],
        "least": speaker.words["vote_above" if asked["above"] else "vote_from"],
    }
    if finding.observed is None:
        return speaker.say("voted_not_yet", **words)
    approvals, base = cast("tuple[int, int]", finding.observed)
    present, members = asked["present"]
    text = speaker.say("voted", approvals=approvals, of=base, present=present, members=members, **words)
    fails = "; ".join(speaker.words[f"vote_{name}"] for name in asked["fails"])
    return f"{text} ({fails})" if fails else text


def _score(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    shown = _other_side(finding, asked, speaker)
    scale = speaker.policy.scales.get(asked["scale"])
    text = speaker.say(
        "score-reaches",
        scale=scale.label(speaker.lang) if scale is not None else asked["scale"],
        observed=speaker.value(finding.observed),
        op=_op(asked),
        expected=speaker.operand(shown),
    )
    return text + _margin(finding, speaker, "diem")


def _standard(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    scale = speaker.policy.scales.get(asked["scale"])
    items = {item.id: item.label(speaker.lang) for item in scale.walk()} if scale is not None else {}
    text = speaker.say(
        "standard",
        standard=items.get(asked["standard"], asked["standard"]),
        observed=speaker.value(finding.observed),
        maximum=speaker.value(asked["maximum"]),
        expected=speaker.value(finding.expected),
    )
    return text + _margin(finding, speaker, "diem")


def _class(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    scale = speaker.policy.scales.get(asked["scale"])
    labels: dict[str, str] = {}
    if scale is not None:
        labels = {one.id: one.label_en if speaker.lang == "en" else one.label_vi for one in scale.classes}
    found = finding.observed if isinstance(finding.observed, tuple) else ()
    observed = ", ".join(labels.get(str(one), str(one)) for one in found)
    expected = ", ".join(labels.get(str(one), str(one)) for one in asked["classes"])
    return speaker.say("class-at-least", observed=observed, expected=expected)


def _settled(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    del asked
    return speaker.words["person_decides" if finding.verdict is Verdict.UNKNOWN else "settled"]


def _plain(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    values = {key: value if isinstance(value, str) else speaker.value(value) for key, value in asked.items()}
    subject = speaker.subject(finding.subject or "")
    groups = ", ".join(speaker.subject(one) for one in asked.get("groups", ()))
    values |= {"subject": subject, "observed": speaker.value(finding.observed), "groups": groups}
    return speaker.say(finding.kind, **(values | {"expected": speaker.value(finding.expected)}))


def _exempt(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    label = asked.get(f"label_{speaker.lang}") or asked["name"]
    applies = finding.children[0].verdict is not Verdict.UNMET
    return speaker.say("exempt" if applies else "not_exempt", name=label)


def _chosen(finding: Finding, asked: dict[str, Any], speaker: Speaker) -> str:
    chosen, values = (
        [speaker.words.get(str(one), str(one)) for one in names]
        for names in ((finding.observed,), asked["values"])
    )
    label = speaker.operand(asked["value"])
    return speaker.say("chosen", label=label, chosen=chosen[0], values=", ".join(values))


_WRITERS: dict[str, Callable[[Finding, dict[str, Any], Speaker], str]] = {
    "all": _plain,
    "chosen": _chosen,
    "clash": _plain,
    "any": _plain,
    "not": _plain,
    "at-least-of": _plain,
    "settled": _settled,
    "unless": _plain,
    "exempt": _exempt,
    "compare": _compare,
    "between": _between,
    "one-of": _one_of,
    "is": _is,
    "months-since": _months,
    "exists": _rows,
    "none-of": _rows,
    "count": _rows,
    "consecutive-years": _years,
    "member-share": _members,
    "member-count": _members,
    "member": _member,
    "earned": _earned,
    "registered": _registered,
    "member-of": _plain,
    "of-unit": _plain,
    "not-cancelled": _not_cancelled,
    "voted": _voted,
    "score-reaches": _score,
    "standards-reach": _plain,
    "standard": _standard,
    "class-at-least": _class,
}
KINDS = frozenset(_WRITERS) | {"clause"}
"""The kinds that have a sentence of their own."""
