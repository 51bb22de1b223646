"""
Tables that show no small group: what is shown is complete, so that nothing is left to be found by subtraction.

People are counted by class and by the stage at which they left. Whoever reads a table of counts can subtract neighbouring
stages, and rows from the total; so each *difference* has to be nobody or at least the fewest allowed. Where one is not,
two stages become one (the stage between them is held back) or two rows become one. The total may keep stages that
its rows don't: a group that both determine is then a union of groups that one of them shows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final, TypeVar

K = TypeVar("K")

LEAST: Final = 5
"""The fewest people of whom a count is shown."""

WEIGHTS: Final = (0, 3, 4, 1, 8, 2, 2, 16)
"""How much it is worth to show each stage after the first, which is always shown: those put forward come first."""

Kept = tuple[int, ...]
"""The stages that are shown, by their index; the first one is always among them."""


def sums(exits: Sequence[int], kept: Kept) -> tuple[int, ...]:
    """The people between each kept stage and the next kept one."""
    ends = (*kept[1:], len(exits))
    return tuple(sum(exits[start:end]) for start, end in zip(kept, ends, strict=True))


def is_shown(exits: Sequence[int], kept: Kept, least: int) -> bool:
    """Whether every difference of what *kept* shows is nobody, or enough people."""
    return all(count == 0 or count >= least for count in sums(exits, kept))


def _choices(stages: Kept) -> list[Kept]:
    """Every selection of *stages* that has the first one, the most valuable first."""
    first, *others = stages
    found = [(first, *some) for size in range(len(others) + 1) for some in combinations(others, size)]
    return sorted(found, key=lambda one: (-worth(one), one))


def worth(kept: Kept) -> int:
    """What it is worth to show these stages."""
    return sum(WEIGHTS[index] if index < len(WEIGHTS) else 1 for index in kept)


def stages_of_total(exits: Sequence[int], stages: Kept, least: int) -> Kept:
    """
    The stages at which the total may be shown; nothing where everybody together is too few.

    Args:
        exits: For each stage, how many came so far and no further.

        stages: The stages that exist, the first one among them.

        least: The fewest people of whom a count is shown.
    """
    return next((kept for kept in _choices(stages) if is_shown(exits, kept, least)), ())


def rows_of(
    exits: Mapping[K, Sequence[int]], kept: Kept, least: int
) -> tuple[tuple[tuple[K, ...], ...], Kept]:
    """
    The rows that may be shown beside a total, each of one or more classes, and at which stages.

    Args:
        exits: For each class, how many came to each stage and no further.

        kept: The stages at which the total is shown.

        least: The fewest people of whom a count is shown.

    The rows cover every class; nothing where fewer than two rows can be shown.
    """
    best: tuple[tuple[tuple[K, ...], ...], Kept] = ((), ())
    value = 0
    for choice in _choices(kept) if kept else ():
        rows = _joined(exits, choice, least)
        if len(rows) > 1 and (len(rows) - 1) * (1 + worth(choice)) > value:
            best, value = (rows, choice), (len(rows) - 1) * (1 + worth(choice))
    return best


def _joined(exits: Mapping[K, Sequence[int]], kept: Kept, least: int) -> tuple[tuple[K, ...], ...]:
    """
    Every class by itself where it may be shown; the others together, with the smallest that they need to be enough.

    All together are the total, which may be shown at these stages: so they are enough at the latest.
    """
    present = [name for name in exits if any(exits[name])]
    shown = [name for name in present if is_shown(exits[name], kept, least)]
    rest = [name for name in present if name not in shown]
    order = sorted(shown, key=lambda name: (sum(exits[name]), present.index(name)))
    while rest and not is_shown(added([exits[name] for name in rest]), kept, least):
        smallest = order.pop(0)
        shown.remove(smallest)
        rest.append(smallest)
    together = (tuple(name for name in present if name in rest),) if rest else ()
    return (*((name,) for name in shown), *together)


def added(exits: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """The people of several classes together, at each stage."""
    return tuple(map(sum, zip(*exits, strict=True)))


def counts_of(exits: Sequence[int], kept: Kept) -> tuple[int | None, ...]:
    """How many reached each stage, with None at those that are held back."""
    reached = [sum(exits[index:]) for index in range(len(exits))]
    return tuple(count if index in kept else None for index, count in enumerate(reached))
