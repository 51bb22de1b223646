"""One outcome in full: the status, what decided it, the way to the award, what is missing, every condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from thidua_rules.citations import Citation, Standing
from thidua_rules.errors import UnknownNameError
from thidua_rules.evaluation.results import Evaluation, Money, Outcome, Place, QuotaResult, Status
from thidua_rules.findings import Finding, Heading, Reason
from thidua_rules.policies.model import Policy
from thidua_rules.rendering.lines import WRITTEN, Line
from thidua_rules.rendering.sentences import MARKS, sentence
from thidua_rules.rendering.speaker import Speaker
from thidua_rules.values import nearest, nfc
from thidua_rules.verdicts import Verdict

QUIET = {"all", "clause"}
"""Kinds that only hold others: their parts stand in their place."""


def explain_outcome(
    evaluation: Evaluation,
    outcome: Outcome,
    lang: str = "vi",
    form: str = "text",
    *,
    full: bool = True,
    ways: Sequence[Line] = (),
) -> str:
    """
    *outcome* in sentences.

    Args:
        evaluation: The evaluation that it belongs to.

        outcome: What to explain.

        lang: ``vi`` or ``en``.

        form: ``text``, ``markdown`` or ``html``.

        full: Whether every condition is shown, or only those that decided.

        ways: The way to the award, from :func:`path_lines`, to stand at the end.

    Raises:
        UnknownNameError: There is no such language or form.
    """
    speaker = Speaker(evaluation.policy, lang, evaluation.roster)
    if form not in WRITTEN:
        what = "form"
        raise UnknownNameError(what, form, nearest(form, WRITTEN))
    others = [one for one in evaluation.outcomes if one.award.id == outcome.award.id]
    lines = [*_lines(outcome, others, speaker, full=full), *ways]
    return "\n".join(map(WRITTEN[form], lines))


def _lines(outcome: Outcome, others: Sequence[Outcome], speaker: Speaker, *, full: bool) -> Iterator[Line]:
    name = nfc(outcome.subject.name)
    status = speaker.words[outcome.status.value]
    yield Line(
        0, f"{outcome.award.label(speaker.lang)} – {name} ({outcome.subject.id}): {status}", title=True
    )
    if outcome.award.tracked:
        yield Line(0, speaker.words["only_tracked"])
    for text in standing_lines(outcome, speaker, others):
        yield Line(0, text)
    yield from _notes(outcome, speaker, full=full)
    yield Line(0, speaker.words["decisive"], title=True)
    for text in reason_lines(outcome.decisive, speaker, holding=outcome.status is Status.ON_HOLD):
        yield Line(0, text)
    if full:
        yield Line(0, speaker.words["conditions"], title=True)
        yield from tree_lines(outcome.finding, speaker)
        yield from _holds(outcome, speaker)
    if outcome.missing:
        yield Line(0, speaker.words["missing"], title=True)
        for item in outcome.missing:
            yield Line(0, speaker.missing(item))
    yield from _unconfirmed(outcome, speaker)


def _notes(outcome: Outcome, speaker: Speaker, *, full: bool) -> Iterator[Line]:
    """What whoever decides has to know; with *full* also what may turn out to be so."""
    shown = []
    for finding in outcome.notes:
        known = finding.verdict is Verdict.MET
        if finding.heading is not None and (known or full):
            text = _cited(finding.heading.label(speaker.lang), finding.heading.citation, speaker)
            shown.append(text if known else speaker.say("note_unknown", note=text))
    if shown:
        yield Line(0, speaker.words["notes"], title=True)
    yield from (Line(0, text) for text in shown)


def _holds(outcome: Outcome, speaker: Speaker) -> Iterator[Line]:
    """The pending matters: whether each is there, which is not whether a condition is met."""
    if outcome.hold is None:
        return
    yield Line(0, speaker.words["holds"], title=True)
    for finding in outcome.hold.children:
        if finding.heading is not None:
            cited = speaker.citation(finding.heading.citation)
            there = speaker.words[f"hold_{finding.verdict.value}"]
            yield Line(0, f"{finding.heading.label(speaker.lang)} [{cited}]: {there}")


def standing_lines(outcome: Outcome, speaker: Speaker, others: Iterable[Outcome] = ()) -> list[str]:
    """
    The place, the quota, what covers it, the money and the decision, as far as each applies.

    Args:
        outcome: The outcome.

        speaker: The language.

        others: The outcomes of the same award: where given, one beyond the quota is told what it is behind in.
    """
    found: list[str] = []
    if outcome.quota is not None:
        found += quota_lines(outcome.quota, speaker)
        if outcome.place is not None:
            found += _place_lines(outcome, outcome.place, speaker)
    if outcome.status is Status.OVER_QUOTA:
        found += behind(outcome, others, speaker)
    if outcome.covered_by is not None:
        coverage = outcome.award.coverage
        text = speaker.say("covered_by", award=speaker.award(outcome.covered_by))
        found.append(_cited(text, coverage.citation, speaker) if coverage is not None else text)
    if outcome.bonus is not None:
        found.append(money_line(outcome.bonus, speaker))
    if outcome.decided is not None:
        found.append(speaker.words[f"decided_{outcome.decided}"])
    return found


def behind(outcome: Outcome, others: Iterable[Outcome], speaker: Speaker) -> list[str]:
    """What separates one beyond the quota from the nearest before it among *others*."""
    mine = outcome.place.best if outcome.place is not None else 0
    before = [
        (one.place.best, one.place.separated_by)
        for one in others
        if one.place is not None and one.quota == outcome.quota and one.place.best < mine
    ]
    key = max(before, key=lambda pair: pair[0])[1] if before else None
    return [speaker.say("behind", key=key_text(outcome, key, speaker))] if key is not None else []


def key_text(outcome: Outcome, name: str, speaker: Speaker) -> str:
    """The ranking key *name* of the award, with its place in the law."""
    key = next(one for one in outcome.award.ranking if one.id == name)
    return _cited(key.label_en if speaker.lang == "en" else key.label_vi, key.citation, speaker)


def _cited(text: str, citation: Citation, speaker: Speaker) -> str:
    return f"{text} [{speaker.citation(citation)}]"


def _place_lines(outcome: Outcome, place: Place, speaker: Speaker) -> list[str]:
    settled = place.best == place.worst
    found = [
        speaker.say("rank", rank=place.best)
        if settled
        else speaker.say("between_ranks", best=place.best, worst=place.worst)
    ]
    if place.separated_by is not None and settled:
        found.append(speaker.say("separated", key=key_text(outcome, place.separated_by, speaker)))
    if place.tied_with:
        names = ", ".join(speaker.subject(one) for one in place.tied_with)
        found.append(speaker.say("tied_with", names=names))
    return found


def quota_lines(quota: QuotaResult, speaker: Speaker) -> list[str]:
    """The quota with its exact value, the rounding used, and what the other roundings would give."""
    label = quota.label_en if speaker.lang == "en" else quota.label_vi
    places = speaker.listed((quota.low, quota.high)) if quota.low != quota.high else str(quota.low)
    cited = f" [{speaker.citation(quota.citation)}]"
    if quota.rounding is None or quota.base_low is None or quota.base_high is None:
        return [speaker.say("quota_fixed", label=label, places=places) + cited]
    span = quota.base_low != quota.base_high
    base = f"({speaker.listed((quota.base_low, quota.base_high))})" if span else str(quota.base_low)
    exact = speaker.listed((quota.exact_low, quota.exact_high)) if span else speaker.number(quota.exact_low)
    text = speaker.say(
        "quota_base",
        label=label,
        rate=speaker.number(quota.rate),
        base=base,
        exact=exact,
        rounding=speaker.words.get(quota.rounding.value, quota.rounding.value),
        places=places,
    )
    others = ", ".join(
        speaker.say(
            "other_rounding",
            rounding=speaker.words[one.value],
            places=low if low == high else speaker.listed((low, high)),
        )
        for one, low, high in quota.others
    )
    return [text + cited, *([speaker.say("others", others=others)] if others else [])]


def money_line(money: Money, speaker: Speaker) -> str:
    """The bonus, how it came about, and whether it is paid."""
    text = speaker.say(
        "bonus",
        multiple=speaker.number(money.multiple),
        base=speaker.number(money.base),
        raw=speaker.number(money.raw),
        amount=speaker.number(money.amount),
        citation=speaker.citation(money.citation),
    )
    return text if money.paid else f"{text}; {speaker.say('not_paid', award=speaker.award(money.instead))}"


def reason_lines(reasons: tuple[Reason, ...], speaker: Speaker, *, holding: bool = False) -> list[str]:
    """
    What decided, each with its provision and margin; the same provision is named once.

    Args:
        reasons: What decided.

        speaker: The language.

        holding: Whether these are pending matters, which are there or not, and no conditions that are met or not.
    """
    found: dict[str, list[str]] = {}
    for reason in reasons:
        text = _said(reason, speaker)
        mark = "" if holding else f"{MARKS[reason.verdict]} "
        if reason.heading is None:
            found.setdefault(f"{mark}{text}", [])
            continue
        label = _cited(reason.heading.label(speaker.lang), reason.heading.citation, speaker)
        found.setdefault(f"{mark}{label}", []).append(text)
    return [f"{head}: {'; '.join(dict.fromkeys(texts))}" if texts else head for head, texts in found.items()]


def _said(reason: Reason, speaker: Speaker) -> str:
    """What decided, with a mark of its own where it is not that of the provision: an exception that applies."""
    own = reason.heading is not None and reason.finding.verdict is not reason.verdict
    mark = f"{MARKS[reason.finding.verdict]} " if own else ""
    return mark + sentence(reason.finding, speaker)


def tree_lines(finding: Finding, speaker: Speaker, depth: int = 0) -> Iterator[Line]:
    """The whole tree, indented; what only holds others is left out, and members are named."""
    stack: list[tuple[Finding, int]] = [(finding, depth)]
    while stack:
        one, level = stack.pop()
        quiet = one.kind == "all" and one.heading is None
        if not quiet:
            cited = f" [{speaker.citation(one.heading.citation)}]" if one.heading is not None else ""
            yield Line(level, f"{MARKS[one.verdict]} {sentence(one, speaker)}{cited}")
        below = level if quiet else level + 1
        stack.extend((child, below) for child in reversed(_shown(one)))


def _shown(finding: Finding) -> tuple[Finding, ...]:
    """Members who are settled are not listed, there may be hundreds; nor what an exception that does not apply says."""
    if finding.kind in {"member-share", "member-count"}:
        return tuple(child for child in finding.children if child.verdict is Verdict.UNKNOWN)
    if finding.kind == "exempt" and finding.children[0].verdict is Verdict.UNMET:
        return finding.children[:1]
    return finding.children


def _unconfirmed(outcome: Outcome, speaker: Speaker) -> Iterator[Line]:
    """Whatever the status rests on and nobody confirmed: provisions, figures, the quota, the keys of the ranking."""
    shown = {
        f"{one.label(speaker.lang)} [{speaker.citation(one.citation)}]: {speaker.words[one.standing.value]}": None
        for one in resting_on(outcome, speaker.policy)
        if one.standing is not Standing.CONFIRMED
    }
    if shown:
        yield Line(0, speaker.words["unconfirmed"], title=True)
    for text in shown:
        yield Line(0, text)


def resting_on(outcome: Outcome, policy: Policy) -> list[Heading]:
    """What the status rests on: the provisions that decided, the figures they read, and, where it counts, the quota."""
    trees = [outcome.finding]
    if outcome.hold is not None and outcome.status is not Status.INELIGIBLE:
        trees.append(outcome.hold)
    found = [heading for tree in trees for heading in tree.headings()]
    names = [name for tree in trees for one in tree.deciding() for name in _parameters(one.asked)]
    quota = outcome.award.quota(outcome.subject.kind) if outcome.quota is not None else None
    if quota is not None:
        found.append(Heading("quota", quota.citation, quota.label_vi, quota.label_en, quota.standing))
        names += [name for name in (quota.rate, quota.rounding) if name]
        found += [
            Heading(key.id, key.citation, key.label_vi, key.label_en, key.standing)
            for key in outcome.award.keys(outcome.subject.kind)
        ]
    specs = [policy.parameters[name] for name in dict.fromkeys(names) if name in policy.parameters]
    return found + [Heading(one.id, one.citation, one.label_vi, one.label_en, one.standing) for one in specs]


def _parameters(asked: object) -> Iterator[str]:
    """The names of the parameters that a question names."""
    kind, _, name = asked.partition(":") if isinstance(asked, str) else ("", "", "")
    if kind in {"parameter", "years-before"}:
        yield name
    elif isinstance(asked, tuple):
        for item in asked:
            yield from _parameters(item)
