"""Circles of things that come before each other (found by ``graphlib``)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from graphlib import CycleError, TopologicalSorter


def circle(graph: Mapping[str, Collection[str]]) -> list[str]:
    """A circle in *graph*, each followed by what it depends on; empty where there is none."""
    try:
        TopologicalSorter({name: sorted(graph[name]) for name in sorted(graph)}).prepare()
    except CycleError as error:
        return list(reversed(error.args[1]))[:-1]
    return []
