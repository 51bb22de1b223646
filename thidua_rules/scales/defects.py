"""
What is wrong with a scale's source, found by rule.

Found from the values: bands that overlap or leave a hole; a start that is both "above" and "from"; a maximum that no
rule reaches, or that a rule passes; parts that do not add up; a deduction larger than its item; a negative number in
the bonus column; a list with fewer names than it says; classes with holes between the steps; a block that is rescaled
to a size not its own; a bonus that nothing limits; a figure that depends on the cluster's best. A cap that is ignored
in practice shows in :func:`stage_defects`, which compares a worked case with the caps. What no rule can find stands in
the scale's own ``defects``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

import attrs

from thidua_rules.scales.bands import Bands, Steps
from thidua_rules.scales.base import Exact, Item
from thidua_rules.scales.defect_words import WORDS
from thidua_rules.scales.groups import Group
from thidua_rules.scales.items import PerUnit
from thidua_rules.scales.ledgers import Ledger
from thidua_rules.scales.relative import AgainstBest
from thidua_rules.scales.totals import Scale
from thidua_rules.values import as_fraction, tidy


@attrs.frozen
class Defect:
    """
    One thing that is wrong with a scale.

    Args:
        code: What kind of thing.

        path: The item or class.

        message_vi: What it means.

        message_en: The same in English.
    """

    code: str
    path: str
    message_vi: str
    message_en: str


def _defect(code: str, path: str, **words: object) -> Defect:
    vi, en = WORDS[code]
    return Defect(code, path, vi.format(**words), en.format(**words))


def defects(scale: Scale) -> tuple[Defect, ...]:
    """What is wrong with *scale*, in the order of its items."""
    found: list[Defect] = []
    for item in scale.walk():
        found += _item(item)
    found += _scale(scale)
    found += [Defect("nguon", scale.id, vi, en) for vi, en in scale.defects]
    return tuple(found)


def _item(item: Item) -> Iterator[Defect]:
    if isinstance(item, Bands):
        yield from _bands(item)
    if isinstance(item, Ledger):
        yield from _ledger(item)
    if isinstance(item, Group):
        yield from _group(item)
    if isinstance(item, PerUnit) and item.listed is not None:
        needed = as_fraction(item.maximum) / as_fraction(item.points_per_unit)
        if needed != item.listed:
            yield _defect("danh_sach_thieu", item.id, listed=item.listed, needed=tidy(needed))
    if isinstance(item, AgainstBest):
        yield _defect("phu_thuoc_don_vi_dan_dau", item.id)
    if not isinstance(item, Group) and item.ceiling is not None and item.ceiling < item.maximum:
        yield _defect("khong_dat_toi_da", item.id, best=item.ceiling, maximum=item.maximum)


def _bands(item: Bands) -> Iterator[Defect]:
    for one, following in pairwise(item.bands):
        if one.end is None:
            continue
        gap = following.start - one.end
        if gap < 0 or (gap == 0 and one.end_included and following.start_included):
            yield _defect("dai_chong_nhau", item.id, at=following.start)
        if gap > 0 or (gap == 0 and not one.end_included and not following.start_included):
            yield _defect("dai_ho", item.id, at=one.end)
    if item.below is None:
        yield _defect("dai_ho_duoi", item.id, at=item.bands[0].start)
    if any(later.points < one.points for one, later in pairwise(item.bands)):
        yield _defect("dai_giam", item.id)


def _ledger(item: Ledger) -> Iterator[Defect]:
    for entry in item.entries:
        if entry.column == "bonus" and entry.effect < 0:
            yield _defect("so_am_trong_cot_thuong", f"{item.id}.{entry.id}", effect=entry.effect)
        if entry.effect < 0 and -entry.effect > item.maximum:
            yield _defect(
                "tru_vuot_toi_da", f"{item.id}.{entry.id}", effect=entry.effect, maximum=item.maximum
            )
        if entry.effect > 0 and entry.limit is None and entry.per != "once" and item.max_bonus is None:
            yield _defect("thuong_khong_tran", f"{item.id}.{entry.id}", per=entry.per)


def _group(item: Group) -> Iterator[Defect]:
    inside = [part for part in item.parts if not isinstance(part, Steps)]
    total = tidy(sum((as_fraction(part.maximum) for part in inside), start=Fraction(0)))
    if item.parts and total != item.maximum and not item.capped:
        yield _defect("cong_khong_khop", item.id, total=total, maximum=item.maximum)
    if item.stated_block is not None and item.stated_block != item.maximum:
        yield _defect("quy_doi_sai_khoi", item.id, block=item.stated_block, maximum=item.maximum)


def _scale(scale: Scale) -> Iterator[Defect]:
    inside = [g for g in scale.groups if not (isinstance(g, Group) and g.outside)]
    total = tidy(sum((as_fraction(group.maximum) for group in inside), start=Fraction(0)))
    if total != scale.maximum:
        yield _defect("cong_khong_khop", scale.id, total=total, maximum=scale.maximum)
    if scale.stated_total is not None and scale.stated_total != scale.maximum:
        yield _defect("cong_khong_khop", scale.id, total=scale.stated_total, maximum=scale.maximum)
    if scale.ceiling is not None and scale.ceiling < scale.maximum:
        yield _defect("khong_dat_toi_da", scale.id, best=scale.ceiling, maximum=scale.maximum)
    yield from _classes(scale)
    if not scale.ties:
        yield _defect("khong_quy_dinh_khi_bang_diem", scale.id)


def _classes(scale: Scale) -> Iterator[Defect]:
    for better, one in pairwise(scale.classes):
        if one.end is not None and better.start is not None and one.end < better.start:
            yield _defect("lop_ho", one.id, end=one.end, start=better.start, step=scale.point_step or "–")
    for one in scale.classes:
        if one.contradictory:
            yield _defect("tren_hay_tu", one.id, start=one.start)


def stage_defects(scale: Scale, stages: Mapping[str, Mapping[str, Exact]], strict: str) -> tuple[Defect, ...]:
    """
    Where the stages of a worked case go beyond what the table's letter gives.

    Args:
        scale: The table.

        stages: For each stage its points by item.

        strict: The stage that was worked out by the letter.
    """
    letter = stages[strict]
    known = {item.id for item in scale.walk()}
    return tuple(
        _defect("vuot_tran_khi_cham", item, stage=stage, given=points, letter=letter[item])
        for stage, row in stages.items()
        for item, points in row.items()
        if stage != strict and item in letter and points > letter[item] and item in known
    )
