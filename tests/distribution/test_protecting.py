"""What is shown of a table holds no small group, and none can be found from it."""

from __future__ import annotations

import itertools
from collections import defaultdict
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_rules.distribution.protecting import (
    LEAST,
    counts_of,
    is_shown,
    rows_of,
    stages_of_total,
    sums,
)

STAGES = 4
ALL_STAGES = tuple(range(STAGES))
TABLES = st.lists(
    st.lists(
        st.one_of(st.integers(0, 12), st.sampled_from((0, 1, 4, 5, 30))), min_size=STAGES, max_size=STAGES
    ),
    min_size=1,
    max_size=4,
)


def published(table, least=LEAST):
    """What a reader sees: the total's counts, and the rows with theirs."""
    total = [sum(column) for column in zip(*table, strict=True)]
    kept = stages_of_total(total, ALL_STAGES, least)
    rows, stages = rows_of(dict(enumerate(table)), kept, least)
    seen = [
        (name, counts_of([sum(table[one][i] for one in name) for i in ALL_STAGES], stages)) for name in rows
    ]
    return (counts_of(total, kept), tuple(seen))


def vectors(seen, classes):
    """Each published count as the cells (class, stage left) that it adds up."""
    totals, rows = seen
    found = []
    for names, counts in ((tuple(range(classes)), totals), *rows):
        for stage, count in enumerate(counts):
            if count is not None:
                cells = [int(one in names and left >= stage) for one in range(classes) for left in ALL_STAGES]
                found.append(cells)
    return found


def groups(classes):
    """Every group that somebody could ask about: some classes, between two stages."""
    some = [c for n in range(1, classes + 1) for c in itertools.combinations(range(classes), n)]
    spans = list(itertools.combinations(range(STAGES + 1), 2))
    return [(names, span) for names in some for span in spans]


def cells_of(names, span, classes):
    """A group as the cells that it adds up."""
    return [int(one in names and span[0] <= left < span[1]) for one in range(classes) for left in ALL_STAGES]


def reduced(rows):
    """The rows as an echelon form, in exact fractions."""
    basis: list[tuple[int, list[Fraction]]] = []
    for row in rows:
        rest = remainder(basis, row)
        pivot = next((i for i, value in enumerate(rest) if value), None)
        if pivot is not None:
            basis.append((pivot, [value / rest[pivot] for value in rest]))
    return basis


def remainder(basis, row):
    """What is left of *row* when the rows of *basis* are taken away."""
    rest = [Fraction(value) for value in row]
    for pivot, one in basis:
        if rest[pivot]:
            rest = [a - rest[pivot] * b for a, b in zip(rest, one, strict=True)]
    return rest


@settings(max_examples=150, deadline=None)
@given(TABLES)
def test_no_small_group_by_addition_and_subtraction(table):
    """
    No group under five is a sum or difference of published counts.
    """
    basis = reduced(vectors(published(table), len(table)))

    found = [
        (names, span)
        for names, span in groups(len(table))
        if 0 < sum(table[one][left] for one in names for left in range(*span)) < LEAST
        and not any(remainder(basis, cells_of(names, span, len(table))))
    ]

    assert [] == found


def test_no_small_group_by_any_reasoning():
    """
    Of all tables of two classes and three stages that look alike, no group has the same small size in every one.

    The reader is taken to know the method: what it holds back tells nothing either.
    """
    least, most = 3, 9
    alike = defaultdict(list)
    for cells in tables_up_to(most, 6):
        table = (cells[:3], cells[3:])
        total = [sum(column) for column in zip(*table, strict=True)]
        kept = stages_of_total(total, (0, 1, 2), least)
        rows, stages = rows_of(dict(enumerate(table)), kept, least)
        seen = tuple(
            counts_of([sum(table[one][i] for one in name) for i in range(3)], stages) for name in rows
        )
        alike[counts_of(total, kept), rows, seen].append(cells)

    asked = [
        [row * 3 + left for row in names for left in range(*span)]
        for names in ((0,), (1,), (0, 1))
        for span in itertools.combinations(range(4), 2)
    ]
    found = [
        (seen, group)
        for seen, tables in alike.items()
        for group in asked
        if {sum(cells[index] for index in group) for cells in tables} in ({1}, {2})
    ]

    assert [] == found


def tables_up_to(most, cells):
    """Every row of so many cells whose sum is at most *most*."""
    if cells == 0:
        return [()]
    return [(first, *rest) for first in range(most + 1) for rest in tables_up_to(most - first, cells - 1)]


@settings(max_examples=200, deadline=None)
@given(TABLES)
def test_rows_are_complete(table):
    """
    Rows cover every class that has anybody once, and none stands alone: their counts add up to the total's.
    """
    total, rows = published(table)
    names = sorted(name for row, _ in rows for name in row)

    assert len(rows) != 1
    assert not rows or [index for index, row in enumerate(table) if any(row)] == names
    for stage in ALL_STAGES if rows else ():
        shown = [counts[stage] for _, counts in rows]
        assert None in shown or sum(shown) == total[stage]


@given(TABLES)
def test_nothing_is_held_back_from_one_on(table):
    """
    Where a group of one may be shown, everything is.
    """
    total, rows = published(table, least=1)
    present = [index for index, row in enumerate(table) if any(row)]

    assert None not in total
    assert len(present) < 2 or [(index,) for index in present] == [name for name, _ in rows]


def test_small_difference_hides_a_stage():
    """
    24 of 25 who are put forward would show the one who is not: the 25 are held back.
    """
    exits = (36, 1, 0, 24)
    kept = stages_of_total(exits, ALL_STAGES, LEAST)

    assert (0, 2, 3) == kept
    assert (61, None, 24, 24) == counts_of(exits, kept)
    assert (37, 0, 24) == sums(exits, kept)
    assert not is_shown(exits, (0, 1), LEAST + 21)


def test_smallest_class_joins_the_one_that_is_too_small():
    """
    One person whose class is not known stands with the smaller of the two other classes, not with the larger.
    """
    rows, stages = rows_of({"nam": (30, 20), "nu": (10, 8), "chua_ro": (1, 0)}, (0, 1), LEAST)

    assert (("nam",), ("nu", "chua_ro")) == rows
    assert (0, 1) == stages


def test_nobody_is_shown_of_too_few():
    """
    Four people are shown neither together nor by class.
    """
    assert () == stages_of_total((2, 2), (0, 1), LEAST)
    assert ((), ()) == rows_of({"a": (2, 0), "b": (0, 2)}, (), LEAST)
