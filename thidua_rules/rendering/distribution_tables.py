"""A distribution as tables: an overview, award by award, marks that are alike, the last winners, and what none of it proves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Final

from thidua_rules.distribution import (
    Alike,
    AwardDistribution,
    Breakdown,
    Cause,
    Distribution,
    Label,
    Parting,
    Row,
    Stage,
    Threshold,
)
from thidua_rules.rendering.speaker import Speaker
from thidua_rules.rendering.tables import Column, Group, Table, plain

HIDDEN: Final = "•"
"""What stands for a number that is held back."""

NOTHING: Final = "–"
"""What stands for a share of nobody."""

MOST_NAMES: Final = 3
"""How many classes of a joined row are named."""

MOST_CAUSES: Final = 3

CANNOT: Final = (
    "cannot_merit",
    "cannot_equal",
    "cannot_step",
    "cannot_few",
    "cannot_listed",
    "cannot_across",
)


def distribution_tables(found: Distribution, speaker: Speaker) -> list[Table]:
    """Every table of *found*, the short answers first."""
    tables = [_in_short(found, speaker), _overview(found, speaker)]
    tables += [award_table(one, speaker) for one in _asked(found) if one.totals[Stage.LISTED] is not None]
    if found.alike:
        tables.append(_alike(found.alike, speaker))
    last = [(one, mark) for one in found.awards for mark in one.thresholds]
    if last:
        tables.append(_thresholds(last, speaker))
    lines = tuple(speaker.say(key) for key in CANNOT)
    return [*tables, Table("cannot", speaker.words["cannot"], lines)]


def front_tables(found: Distribution, speaker: Speaker) -> list[Table]:
    """The two tables of *found* that a council reads first: the short answers, and who is put forward."""
    return [_in_short(found, speaker), _overview(found, speaker, brief=True)]


def _asked(found: Distribution) -> list[AwardDistribution]:
    """The awards that anybody was considered for."""
    return [one for one in found.awards if one.totals[Stage.CONSIDERED] != 0]


def _in_short(found: Distribution, speaker: Speaker) -> Table:
    """Where the shares of leaders, of men and women part, award by award; those that can't be answered last."""
    lines, silent = [], []
    for one in _asked(found):
        asked = [it for it in one.breakdowns if it.grouping.id in IN_SHORT]
        told = [it for it in asked if len(it.rows) > 1 and Stage.RECOMMENDED in it.stages]
        lines += [
            speaker.say("in_short_of", award=_title(one, speaker), parting=_heading(it, one, speaker))
            for it in told
        ]
        if asked and not told:
            silent.append(_title(one, speaker))
    if silent:
        lines.append(speaker.say("in_short_not", awards="; ".join(silent)))
    return Table("in_short", speaker.words["in_short"], tuple(lines))


IN_SHORT: Final = ("vi_tri", "gioi_tinh")
"""The groupings that are asked about first."""


def _title(one: AwardDistribution, speaker: Speaker) -> str:
    kind = speaker.say(f"kind_{one.kind.value}")
    return speaker.say("distribution_award", award=one.award.label(speaker.lang), kind=kind)


def _overview(found: Distribution, speaker: Speaker, *, brief: bool = False) -> Table:
    words = speaker.words
    stages = (Stage.CONSIDERED, Stage.REGISTERED, Stage.ELIGIBLE, Stage.RECOMMENDED)
    columns = (
        Column(words["fair_award_column"]),
        *(Column(words[f"stage_{stage.name}"], number=True) for stage in stages),
        Column(words["of_eligible_column"], number=True),
        Column(words["of_all_column"], number=True),
    )
    rows = [
        (
            _title(one, speaker),
            *(_number(one.totals[at], speaker) if at in one.stages else NOTHING for at in stages),
            _share(one, Stage.ELIGIBLE, one.of_eligible, speaker),
            _share(one, Stage.CONSIDERED, one.of_all, speaker),
        )
        for one in _asked(found)
    ]
    lines = [
        speaker.say("distribution_columns"),
        speaker.say("distribution_fewest", least=speaker.number(found.least)),
    ]
    nobody = [_title(one, speaker) for one in found.awards if one.totals[Stage.CONSIDERED] == 0]
    if nobody and not brief:
        lines.append(speaker.say("nobody_in_scope", awards="; ".join(nobody)))
    return Table("distribution", words["distribution"], tuple(lines), columns, (Group("", tuple(rows)),))


def _share(one: AwardDistribution, of: Stage, share: Fraction | None, speaker: Speaker) -> str:
    if share is not None:
        return speaker.share(share)
    return NOTHING if one.totals[of] == 0 else HIDDEN


def _number(count: int | None, speaker: Speaker) -> str:
    return HIDDEN if count is None else speaker.number(count)


def award_table(one: AwardDistribution, speaker: Speaker) -> Table:
    """One award among one kind of recipients: everybody, then class by class."""
    shown = _columns(one)
    columns = (
        Column(speaker.words["class_column"]),
        *(Column(speaker.words[f"stage_{stage.name}"], number=True) for stage in shown),
    )
    everybody = (speaker.words["everybody"], *(_number(one.totals[stage], speaker) for stage in shown))
    divided = [it for it in one.breakdowns if _says_something(it)]
    groups = [
        Group(
            _heading(it, one, speaker),
            tuple(
                (row_name(row.classes, speaker), *(_number(row.counts[stage], speaker) for stage in shown))
                for row in it.rows
            ),
        )
        for it in divided
    ]
    return Table(
        f"distribution.{one.award.id}.{one.kind.value}",
        _title(one, speaker),
        tuple(_lines(one, speaker)),
        columns,
        (Group("", (everybody,)), *groups),
    )


def _columns(one: AwardDistribution) -> list[Stage]:
    """The stages that the total shows, without those that nobody was stopped at; the last stage in any case."""
    found: list[Stage] = []
    for stage in one.stages:
        count = one.totals[stage]
        if count is not None and (not found or count != one.totals[found[-1]]):
            found.append(stage)
    if one.totals[Stage.RECOMMENDED] is not None and len(found) > 1:
        # nobody was stopped since the last column: it stands for those who are put forward
        found.pop()
    return [*found, Stage.RECOMMENDED]


def _says_something(one: Breakdown) -> bool:
    """Whether it shows two rows, and more of them than how many there are."""
    return len(one.rows) > 1 and len(one.stages) > 1


def _heading(one: Breakdown, award: AwardDistribution, speaker: Speaker) -> str:
    name = _grouping(one, speaker)
    at = one.parting
    if at is None:
        return speaker.say("no_parting", grouping=name)
    row = one.rows[at.row]
    before, after = (_part(row, award, stage, speaker) for stage in (at.since, at.to))
    return speaker.say(
        "parting",
        grouping=name,
        steps=_steps(at, award, speaker),
        row=row_name(row.classes, speaker),
        before=before,
        after=after,
    )


def _part(row: Row, award: AwardDistribution, stage: Stage, speaker: Speaker) -> str:
    part, whole = row.counts[stage] or 0, award.totals[stage] or 1
    written = [speaker.number(count) for count in (part, whole)]
    return speaker.say(
        "part_of", part=written[0], whole=written[1], share=speaker.share(Fraction(part, whole))
    )


def _steps(at: Parting, award: AwardDistribution, speaker: Speaker) -> str:
    """Every step between the two stages: more than one where the stages between them are held back."""
    steps = [stage for stage in award.stages if at.since < stage <= at.to]
    return ", ".join(speaker.say(f"step_{stage.name}") for stage in steps)


def _grouping(one: Breakdown, speaker: Speaker) -> str:
    return one.grouping.label_en if speaker.lang == "en" else one.grouping.label_vi


def row_name(classes: Sequence[Label], speaker: Speaker) -> str:
    """The classes of a row; of many the first ones, and how many more."""
    names = [one.text(speaker.lang) for one in classes]
    if len(names) > MOST_NAMES + 1:
        more = speaker.say("and_more", number=speaker.number(len(names) - MOST_NAMES))
        return f"{'; '.join(names[:MOST_NAMES])}; {more}"
    return "; ".join(names)


def _lines(one: AwardDistribution, speaker: Speaker) -> Iterator[str]:
    for stage, causes in groupby(one.causes, key=_at):
        named = [
            f"{cause.label(speaker.lang)} [{speaker.citation(cause.citation)}]"
            for cause in list(causes)[:MOST_CAUSES]
        ]
        yield speaker.say("causes_at", step=speaker.say(f"step_{stage.name}"), causes="; ".join(named))
    alone = [
        f"{_grouping(it, speaker)} ({row_name(it.rows[0].classes, speaker)})"
        for it in one.breakdowns
        if len(it.rows) == 1
    ]
    if alone:
        yield speaker.say("not_divided", groupings="; ".join(alone))
    small = [_grouping(it, speaker) for it in one.breakdowns if len(it.rows) != 1 and not _says_something(it)]
    if small:
        yield speaker.say("not_shown", groupings=", ".join(small))


def _at(cause: Cause) -> Stage:
    return cause.at


def _alike(found: Sequence[Alike], speaker: Speaker) -> Table:
    words = speaker.words
    columns = (
        Column(words["alike_column"]),
        Column(words["kind_column"]),
        *(Column(words[name], number=True) for name in ("people_column", "same_column", "share_column")),
    )
    rows = []
    for one in found:
        label = one.label_en if speaker.lang == "en" else one.label_vi
        if one.award:
            label = speaker.say("alike_votes", label=label, award=speaker.award(one.award))
        share = HIDDEN if one.share is None else speaker.share(one.share)
        rows.append(
            (
                label,
                speaker.say(f"kind_{one.kind.value}"),
                speaker.number(one.people),
                _number(one.alike, speaker),
                share,
            )
        )
    return plain("alike", words["alike"], columns, rows)


def _thresholds(found: Sequence[tuple[AwardDistribution, Threshold]], speaker: Speaker) -> Table:
    words = speaker.words
    columns = (
        Column(words["class_column"]),
        Column(words["threshold_column"]),
        Column(words["mark_column"], number=True),
        Column(words["winners_column"], number=True),
    )
    groups = []
    for title, marks in groupby(found, key=lambda it: _title(it[0], speaker)):
        rows = [
            (
                one.of.text(speaker.lang),
                one.label_en if speaker.lang == "en" else one.label_vi,
                speaker.number(one.mark),
                speaker.number(one.winners),
            )
            for _, one in marks
        ]
        groups.append(Group(title, tuple(rows)))
    return Table("thresholds", words["thresholds"], (), columns, tuple(groups))
