"""A whole evaluation as tables, in the order in which a council reads it."""

from __future__ import annotations

from collections.abc import Iterator

from thidua_rules.citations import Standing
from thidua_rules.criteria.logic import Clause
from thidua_rules.evaluation.results import Evaluation, FundResult
from thidua_rules.policies.model import Policy
from thidua_rules.rendering.award_tables import award_tables
from thidua_rules.rendering.demand_tables import (
    movement_table,
    obligation_table,
    standings_tables,
    target_table,
)
from thidua_rules.rendering.dossier_tables import dossier_table
from thidua_rules.rendering.speaker import Speaker
from thidua_rules.rendering.tables import Column, Detail, Table, plain
from thidua_rules.values import nfc
from thidua_rules.verdicts import Verdict

MOST_WANTED = 10
"""How many missing facts the overview lists; JSON holds all of them."""


def overview(evaluation: Evaluation, speaker: Speaker, detail: Detail = Detail.USUAL) -> tuple[Table, ...]:
    """
    Everything that *evaluation* says, as tables; those that would be empty are left out.

    Args:
        evaluation: What was evaluated.

        speaker: The language.

        detail: How much of each award is listed.

    A roster without anybody gives one table that says so.
    """
    if not evaluation.roster.subjects:
        return (Table("nobody", speaker.words["nobody"], (speaker.words["nobody_here"],)),)
    found = [
        *award_tables(evaluation, speaker, detail),
        *standings_tables(evaluation, speaker),
        target_table(evaluation, speaker, detail),
        movement_table(evaluation, speaker),
        obligation_table(evaluation, speaker),
        dossier_table(evaluation, speaker),
        money_table(evaluation, speaker),
        discrepancy_table(evaluation, speaker),
        wanted_table(evaluation, speaker),
    ]
    return tuple(one for one in found if not one.empty)


def head(evaluation: Evaluation, speaker: Speaker) -> tuple[str, ...]:
    """What was evaluated: the policy, the commune, the year and the day."""
    policy, roster = evaluation.policy, evaluation.roster
    line = speaker.say(
        "head_roster",
        year=roster.year,
        day=speaker.day(evaluation.day),
        subjects=speaker.number(len(roster.subjects)),
    )
    return policy.title_en if speaker.lang == "en" else policy.title_vi, nfc(roster.commune), line


def caution_lines(evaluation: Evaluation, speaker: Speaker) -> list[str]:
    """What the reader of the whole evaluation has to know first."""
    titles = {
        one.id: one.title_en if speaker.lang == "en" else one.title_vi for one in evaluation.policy.layers
    }
    found = []
    for one in evaluation.cautions:
        days = [
            speaker.say(key, day=speaker.day(day))
            for key, day in (("from_day", one.valid_from), ("to_day", one.valid_to))
            if day is not None
        ]
        found.append(speaker.say(one.code, layer=titles[one.layer], days=" ".join(days)))
    return found


def money_table(evaluation: Evaluation, speaker: Speaker) -> Table:
    """What the commune pays by award, and the total against the fund's ceiling."""
    fund = evaluation.fund
    if fund is None:
        return Table("money", speaker.words["money"])
    words = speaker.words
    columns = (
        Column(words["award_column"]),
        Column(words["number_column"], number=True),
        Column(words["sum_column"], number=True),
    )
    rows = [(speaker.award(a), speaker.number(n), f"{speaker.number(s)} đ") for a, n, s in fund.by_award]
    table = plain("money", words["money"], columns, rows)
    return Table(table.id, table.title, tuple(_fund(fund, speaker)), table.columns, table.groups)


def _fund(fund: FundResult, speaker: Speaker) -> list[str]:
    """The total, what it may come to, and whether that stays under the ceiling."""
    lines = [speaker.say("fund_total", total=speaker.number(fund.total))]
    if fund.total_low != fund.total_high:
        low, high = speaker.number(fund.total_low), speaker.number(fund.total_high)
        lines.append(speaker.say("fund_bounds", low=low, high=high))
    if fund.ceiling is None or fund.rate is None or fund.citation is None:
        return [*lines, speaker.words["fund_unknown"]]
    key = {Verdict.MET: "fund_within", Verdict.UNMET: "fund_above", Verdict.UNKNOWN: "fund_open"}[
        fund.verdict
    ]
    words = {"ceiling": speaker.number(fund.ceiling), "rate": speaker.share(fund.rate)}
    return [*lines, speaker.say(key, citation=speaker.citation(fund.citation), **words)]


def discrepancy_table(evaluation: Evaluation, speaker: Speaker) -> Table:
    """Decisions that the rules do not support."""
    words = speaker.words
    columns = tuple(Column(words[f"{name}_column"]) for name in ("award", "who", "result"))
    rows = [
        (speaker.award(one.award), speaker.subject(one.subject), words[one.code])
        for one in evaluation.discrepancies
    ]
    return plain("discrepancies", words["discrepancies"], columns, rows)


def wanted_table(evaluation: Evaluation, speaker: Speaker) -> Table:
    """The missing facts, those that settle the most outcomes first."""
    words = speaker.words
    columns = (Column(words["fact_column"]), Column(words["settles_column"], number=True))
    facts = [one for one in evaluation.wanted if one.missing.subject]
    rows = [(speaker.missing(one.missing), str(one.settles)) for one in facts[:MOST_WANTED]]
    if len(facts) > MOST_WANTED:
        rows.append((speaker.say("lacking_more", number=len(facts) - MOST_WANTED), ""))
    return plain("wanted", words["wanted"], columns, rows)


def unconfirmed(policy: Policy) -> int:
    """How many provisions and figures of *policy* were not confirmed with the text."""
    return sum(standing is not Standing.CONFIRMED for standing in _standings(policy))


def _standings(policy: Policy) -> Iterator[Standing]:
    yield from (spec.standing for spec in policy.parameters.values())
    for one in policy.procedures.values():
        yield from (part.standing for part in one.provisions)
    if policy.calendar is not None:
        yield from (policy.calendar.standing, policy.calendar.rule.standing)
    for award in policy.awards.values():
        yield from (one.standing for one in (*award.ranking, *award.quotas))
        for criterion in award.criteria():
            yield from (one.standing for one in criterion.walk() if isinstance(one, Clause))
