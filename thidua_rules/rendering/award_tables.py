"""One award as a table: who is put forward, in which order, under which limit, who is not and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thidua_rules.awards import Award, Form
from thidua_rules.evaluation.results import Evaluation, Outcome, Status
from thidua_rules.facts import SubjectKind
from thidua_rules.findings import Finding, Reason
from thidua_rules.rendering.outcomes import behind, key_text, quota_lines
from thidua_rules.rendering.sentences import MARKS, OPS, sentence
from thidua_rules.rendering.speaker import Speaker
from thidua_rules.rendering.tables import Column, Detail, Group, Table
from thidua_rules.values import nfc
from thidua_rules.verdicts import Verdict

_WITH_FIGURES = {"compare", "months-since", "count", "member-share", "score-reaches", "standard"}
"""Kinds whose figures say more than their provision does."""

ORDER = (
    SubjectKind.CA_NHAN,
    SubjectKind.TAP_THE,
    SubjectKind.KHU_DAN_CU,
    SubjectKind.HO_GIA_DINH,
    SubjectKind.XA,
)
"""In which order kinds of subject are listed; the order inside a kind is that of the evaluation."""

MOST_FACTS = 4
"""How many missing facts a row names before it counts the rest."""

_TOGETHER = {Status.INELIGIBLE, Status.COVERED, Status.ON_HOLD}
"""Statuses whose rows are put together where their reasons are the same."""


def award_tables(evaluation: Evaluation, speaker: Speaker, detail: Detail = Detail.USUAL) -> list[Table]:
    """
    Every award as a table, in the order of the policy.

    Args:
        evaluation: What was evaluated.

        speaker: The language.

        detail: How much is listed.
    """
    found: list[Table] = []
    nobody: list[Award] = []
    by_award: dict[str, list[Outcome]] = {name: [] for name in evaluation.policy.awards}
    for one in evaluation.outcomes:
        by_award[one.award.id].append(one)
    for award in evaluation.policy.awards.values():
        outcomes = by_award[award.id]
        if not outcomes:
            nobody += [] if _only_if_named(award) else [award]
            continue
        outcomes.sort(key=lambda one: ORDER.index(one.subject.kind))
        houses = [] if detail is Detail.EVERYBODY else [one for one in outcomes if _is_household(one)]
        others = [one for one in outcomes if not _is_household(one)] if houses else outcomes
        if others or not houses:
            found.append(_table(evaluation, award, others, speaker, detail))
        if houses:
            found.append(_household_table(award, houses, speaker, alone=not others))
    if nobody and detail is not Detail.BRIEF:
        names = "; ".join(one.label(speaker.lang) for one in nobody)
        found.append(Table("awards", speaker.words["no_candidates"], (names,)))
    return found


def _only_if_named(award: Award) -> bool:
    """Whether nothing is said of *award* where it has no outcome: it is only followed, or a rating not worked out."""
    return award.tracked or award.form is Form.XEP_LOAI


def _is_household(outcome: Outcome) -> bool:
    return outcome.subject.kind is SubjectKind.HO_GIA_DINH


def _title(award: Award, speaker: Speaker) -> str:
    who = speaker.words["tracked" if award.tracked else award.authority.value]
    return f"{award.label(speaker.lang)} – {who}"


def _table(
    evaluation: Evaluation, award: Award, outcomes: list[Outcome], speaker: Speaker, detail: Detail
) -> Table:
    lines = ["; ".join(speaker.citation(one) for one in award.citations)]
    for quota in evaluation.quotas:
        if quota.award == award.id:
            lines += _quota_lines(quota.group, quota_lines(quota, speaker), speaker)
    words = speaker.words
    columns = (
        Column(words["rank_column"], number=True),
        Column(words["who_column"]),
        Column(words["why_column"]),
        Column(words["money_column"], number=True),
    )
    groups: list[Group] = []
    for status in Status:
        found = [one for one in outcomes if one.status is status]
        if found:
            groups += _groups(status, found, outcomes, speaker, detail)
    return Table(f"awards.{award.id}", _title(award, speaker), tuple(lines), columns, tuple(groups))


def _quota_lines(group: str, lines: list[str], speaker: Speaker) -> list[str]:
    """The lines of one quota, the first one with the group that it limits."""
    _, _, name = group.partition("/")
    label = next(
        (
            found
            for spec in speaker.policy.facts.values()
            if (found := spec.value_label(name, speaker.lang)) is not None
        ),
        name,
    )
    return [f"{label}: {lines[0]}" if label else lines[0], *(f"  {line}" for line in lines[1:])]


def _groups(
    status: Status, outcomes: list[Outcome], all_: list[Outcome], speaker: Speaker, detail: Detail
) -> list[Group]:
    """The outcomes of one status: those that stand together, then those that have a row each."""
    title = f"{speaker.words[status.value]}: {len(outcomes)}"
    together = [one for one in outcomes if status in _TOGETHER or (detail is Detail.BRIEF and _alike(one))]
    chosen = {one.subject.id for one in together}
    single = [one for one in outcomes if one.subject.id not in chosen]
    groups = []
    if together:
        groups.append(Group(title, _stacked(together, speaker), status.value, stacked=True))
    if single:
        cells = [(_rank(one), _who(one), why(one, speaker, all_), _money(one, speaker)) for one in single]
        groups.append(Group("" if together else title, tuple(cells), status.value))
    return groups


def _alike(outcome: Outcome) -> bool:
    """Whether a row of its own would say nothing but the name, and what it shares with others."""
    return outcome.status in {Status.RECOMMENDED, Status.UNDETERMINED} and not _rank(outcome)


def _stacked(outcomes: list[Outcome], speaker: Speaker) -> tuple[tuple[str, ...], ...]:
    by_reason: dict[str, list[str]] = {}
    for one in outcomes:
        money = _money(one, speaker)
        texts = (why(one, speaker), speaker.say("paid", amount=money) if money else "")
        by_reason.setdefault("; ".join(text for text in texts if text), []).append(_who(one))
    return tuple((", ".join(names), reason) for reason, names in by_reason.items())


def _who(outcome: Outcome) -> str:
    return f"{nfc(outcome.subject.name)} ({outcome.subject.id})"


def _rank(outcome: Outcome) -> str:
    """The place, or the places that missing facts allow; nothing where no quota makes it matter."""
    place = outcome.place
    if place is None or outcome.quota is None or outcome.status is Status.UNDETERMINED:
        return ""
    return str(place.best) if place.best == place.worst else f"{place.best}–{place.worst}"


def _money(outcome: Outcome, speaker: Speaker) -> str:
    if outcome.bonus is None or not outcome.bonus.paid:
        return ""
    return f"{speaker.number(outcome.bonus.amount)} đ"


def _household_table(award: Award, outcomes: list[Outcome], speaker: Speaker, *, alone: bool) -> Table:
    """Households as counts, by status and reason."""
    words = speaker.words
    counts: dict[Status, dict[str, int]] = {}
    for one in outcomes:
        reasons = counts.setdefault(one.status, {})
        text = household_why(one, speaker)
        reasons[text] = reasons.get(text, 0) + 1
    groups = []
    for status in Status:
        if status in counts:
            ordered = sorted(counts[status].items(), key=lambda pair: (-pair[1], pair[0]))
            rows = tuple((speaker.number(number), reason) for reason, number in ordered)
            title = f"{words[status.value]}: {speaker.number(sum(counts[status].values()))}"
            groups.append(Group(title, rows, status.value))
    title = _title(award, speaker) if alone else f"{award.label(speaker.lang)} – {words['households']}"
    lines = ("; ".join(speaker.citation(one) for one in award.citations),) if alone else ()
    columns = (Column(words["count_column"], number=True), Column(words["why_column"]))
    return Table(f"awards.{award.id}.ho_gia_dinh", title, lines, columns, tuple(groups))


def household_why(outcome: Outcome, speaker: Speaker) -> str:
    """Why, without what differs from household to household."""
    if outcome.status is Status.UNDETERMINED:
        facts = dict.fromkeys(speaker.fact_wanted(item.fact) for item in outcome.missing)
        return speaker.say("lacking", facts=", ".join(facts))
    if outcome.covered_by is not None:
        return "; ".join(_standing(outcome, speaker))
    if outcome.status in {Status.RECOMMENDED, Status.TIED, Status.OVER_QUOTA}:
        return speaker.words["everything_met"]
    holding = outcome.status is Status.ON_HOLD
    heads = [_head(one, speaker, holding=holding) for one in outcome.decisive if one.heading is not None]
    return "; ".join(dict.fromkeys(heads))


def why(outcome: Outcome, speaker: Speaker, others: Iterable[Outcome] = ()) -> str:
    """
    What settled the status, in one cell.

    Args:
        outcome: The outcome.

        speaker: The language.

        others: The outcomes of the same award: where given, one beyond the quota is told what it is behind in.
    """
    found = _standing(outcome, speaker)
    if outcome.status is Status.OVER_QUOTA:
        found += behind(outcome, others, speaker)
    if outcome.status is Status.UNDETERMINED:
        found += _open(outcome, speaker)
    if outcome.status in {Status.INELIGIBLE, Status.ON_HOLD}:
        found += briefs(outcome.decisive, speaker, holding=outcome.status is Status.ON_HOLD)
    if outcome.bonus is not None and not outcome.bonus.paid:
        found.append(speaker.say("paid_instead", award=speaker.award(outcome.bonus.instead)))
    if outcome.decided is not None:
        found.append(speaker.words[f"decided_{outcome.decided}"])
    if outcome.status is not Status.INELIGIBLE:
        found += _noted(outcome, speaker)
    return "; ".join(found)


def _noted(outcome: Outcome, speaker: Speaker) -> Iterator[str]:
    """What whoever decides has to know."""
    for one in outcome.notes:
        if one.verdict is Verdict.MET and one.heading is not None:
            yield speaker.say("noted", note=one.heading.label(speaker.lang))


def _standing(outcome: Outcome, speaker: Speaker) -> list[str]:
    if outcome.covered_by is not None:
        coverage = outcome.award.coverage
        cited = f" [{speaker.citation(coverage.citation)}]" if coverage is not None else ""
        return [speaker.award(outcome.covered_by) + cited]
    place = outcome.place
    if place is None or outcome.rank is None or outcome.quota is None:
        return []
    if outcome.status is Status.TIED:
        names = ", ".join(speaker.subject(one) for one in place.tied_with)
        return [speaker.say("tied_with", names=names)]
    if place.separated_by is None or outcome.status is not Status.RECOMMENDED:
        return []
    return [speaker.say("separated", key=key_text(outcome, place.separated_by, speaker))]


def _open(outcome: Outcome, speaker: Speaker) -> list[str]:
    """The missing facts, those of the subject itself first, the others by whose they are."""
    mine = [speaker.fact_wanted(one.fact) for one in outcome.missing if one.subject == outcome.subject.id]
    rest = [one for one in outcome.missing if one.subject != outcome.subject.id]
    found = [speaker.say("lacking", facts=_some(mine, speaker))] if mine else []
    if rest:
        found.append(speaker.say("waits", names=_some([speaker.missing(one) for one in rest], speaker)))
    unknown = tuple(one for one in outcome.decisive if one.verdict is Verdict.UNKNOWN)
    return found or briefs(unknown, speaker)


def _some(items: Iterable[str], speaker: Speaker) -> str:
    names = list(dict.fromkeys(items))
    more = len(names) - MOST_FACTS
    shown = names if more <= 0 else [*names[:MOST_FACTS], speaker.say("lacking_more", number=more)]
    return ", ".join(shown)


def briefs(reasons: tuple[Reason, ...], speaker: Speaker, *, holding: bool = False) -> list[str]:
    """
    What decided, one text for each provision: its label, what was found against what is asked, its place.

    Args:
        reasons: What decided.

        speaker: The language.

        holding: Whether these are pending matters, which are there or not, and no conditions that are met or not.
    """
    found: dict[str, list[str]] = {}
    for reason in reasons:
        if reason.heading is None:
            found.setdefault(sentence(reason.finding, speaker), [])
            continue
        texts = found.setdefault(_head(reason, speaker, holding=holding), [])
        texts.append(brief(reason.finding, speaker))
    return [
        f"{head}: {', '.join(texts)}" if (texts := [one for one in dict.fromkeys(all_) if one]) else head
        for head, all_ in found.items()
    ]


def _head(reason: Reason, speaker: Speaker, *, holding: bool) -> str:
    """The provision that *reason* stands under: whether it is met, its label and its place."""
    if reason.heading is None:
        return ""
    mark = "" if holding else f"{MARKS[reason.verdict]} "
    return f"{mark}{reason.heading.label(speaker.lang)} [{speaker.citation(reason.heading.citation)}]"


def brief(finding: Finding, speaker: Speaker) -> str:
    """What was found against what is asked, where that is a number; else nothing."""
    if finding.verdict is Verdict.UNKNOWN and finding.kind == "settled":
        return speaker.words["person_decides"]
    asked = dict(finding.asked)
    spec = speaker.spec(asked.get("fact"))
    if finding.verdict is Verdict.MET or finding.margin is None or speaker.hides(finding):
        return ""
    if finding.kind not in _WITH_FIGURES:
        return ""
    op = OPS.get(str(asked.get("op")), "≥")
    observed, expected = speaker.figure(finding, spec)
    return speaker.say("brief", observed=observed, op=op, expected=expected)
