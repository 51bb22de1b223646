"""
Rule sets of durable-rules, asked one number at a time.

What the library is sound at is a rule with one pattern over small integers, and an event that is consumed at once. So a
leaf becomes a pair of rules, met and unmet, over a property of its own, and an event carries one number in that
property. The C engine is called itself: its Python host is global, starts threads that may run an action in our place,
reads the clock for each of them, and raises where an event matches no rule.
"""

from __future__ import annotations

import json
import threading
from typing import Any, Final

from thidua_rules.errors import MissingExtraError
from thidua_rules.verdicts import MET, UNMET, Verdict

LOWEST: Final = -(2**52)
HIGHEST: Final = 2**52
"""The least and the largest number that an event carries: the engine merges integers beyond 2 to the power of 53."""

Ranges = tuple[tuple[int, int], ...]
"""Numbers from the first to the second of each pair, both included; rising, with gaps between."""

_SHARD: Final = 64
"""Leaves a rule set of the engine: from some 256 on it never answers."""

_MOST: Final = 200
"""Rule sets a process: they are never freed."""

_LOCK: Final = threading.RLock()
"""The engine is one for the whole process, so one call is made at a time."""

_RULE_SETS: Final[dict[str, RuleSet]] = {}
"""What was made stays, in the engine too: whoever asks for the same rules gets the same rule set."""


def load() -> Any:  # noqa: ANN401  # it has no types
    """
    The engine.

    Raises:
        MissingExtraError: It is not installed, or does not load on this Python.
    """
    try:
        import durable_rules_engine  # noqa: PLC0415  # only when a session is asked for
    except ImportError as problem:
        reason = (str(problem).splitlines() or ["no reason given"])[0]
        message = (
            f"live sessions need durable-rules, which cannot be loaded ({reason}): install 'thidua-rules[live]' "
            "on Python 3.11 or 3.12; it is built by a C compiler and does not load on Python 3.13"
        )
        raise MissingExtraError("live", message) from None
    return durable_rules_engine


def rule_set(key: str, leaves: tuple[Ranges, ...]) -> RuleSet | None:
    """
    The rules of *leaves*, made and tried out at the first call with *key*; None where the process has too many.

    Raises:
        MissingExtraError: The engine cannot be loaded.
    """
    engine = load()
    with _LOCK:
        found = _RULE_SETS.get(key)
        if found is None and len(_RULE_SETS) < _MOST:
            found = _RULE_SETS[key] = RuleSet(engine, key, leaves)
        return found


def rule_sets() -> int:
    """How many rule sets this process has made."""
    return len(_RULE_SETS)


class RuleSet:
    """
    The rules of some leaves, in as many rule sets of the engine as that takes.

    Args:
        engine: The engine.

        key: The name, one for the process.

        leaves: For each leaf the numbers on which it is met.
    """

    def __init__(self, engine: Any, key: str, leaves: tuple[Ranges, ...]) -> None:  # noqa: ANN401
        self._engine = engine
        self._handles = [
            self._engine.create_ruleset(f"{key}:{start}", json.dumps(_rules(leaves[start : start + _SHARD])))
            for start in range(0, len(leaves), _SHARD)
        ]
        self.broken = False
        self._warm_up(leaves)

    def verdict(self, leaf: int, number: int) -> Verdict | None:
        """Whether *leaf* is met on *number*; None where the engine gave no answer, after which it is not asked again."""
        with _LOCK:
            if self.broken:
                return None
            self.broken = True
            found = self._posted(leaf, number)
            self.broken = found is None
            return found

    def _posted(self, leaf: int, number: int) -> Verdict | None:
        shard, place = divmod(leaf, _SHARD)
        handle = self._handles[shard]
        try:
            code, state = self._engine.assert_event(handle, f'{{"v{place}":{number}}}')
            action = self._engine.start_action_for_state(handle, state) if code == 0 else None
            more = self._engine.complete_and_start_action(handle, state) if action else None
        except (self._engine.error, MemoryError):
            return None
        return _answer(json.loads(action[1]), place, number) if action and not more else None

    def _warm_up(self, leaves: tuple[Ranges, ...]) -> None:
        """Ask each leaf about the ends of its ranges: the first use is the dangerous one, and a wrong answer ends it."""
        for leaf, ranges in enumerate(leaves):
            for number in _ends(ranges):
                inside = any(low <= number <= high for low, high in ranges)
                if self.verdict(leaf, number) is not (MET if inside else UNMET):
                    self.broken = True


def _answer(fired: dict[str, object], place: int, number: int) -> Verdict | None:
    """The verdict by the rule that fired, where it fired for what was posted."""
    for verdict, letter in ((MET, "m"), (UNMET, "u")):
        if fired == {f"{letter}{place}": {"m": {f"v{place}": number}}}:
            return verdict
    return None


def _ends(ranges: Ranges) -> list[int]:
    """Numbers at the ends of *ranges* and just outside."""
    found = {LOWEST, HIGHEST}
    for low, high in ranges:
        found |= {low - 1, low, high, high + 1}
    return sorted(number for number in found if LOWEST <= number <= HIGHEST)


def _rules(leaves: tuple[Ranges, ...]) -> dict[str, object]:
    found: dict[str, object] = {}
    for place, ranges in enumerate(leaves):
        for letter, numbers in (("m", ranges), ("u", _others(ranges))):
            if numbers:
                found[f"{letter}{place}"] = {"all": [{"m": _within(f"v{place}", numbers)}]}
    return found


def _others(ranges: Ranges) -> Ranges:
    """The numbers outside *ranges*."""
    found, start = [], LOWEST
    for low, high in ranges:
        if start < low:
            found.append((start, low - 1))
        start = high + 1
    return (*found, (start, HIGHEST)) if start <= HIGHEST else tuple(found)


def _within(name: str, ranges: Ranges) -> dict[str, object]:
    parts = [_part(name, low, high) for low, high in ranges]
    return parts[0] if len(parts) == 1 else {"$or": parts}


def _part(name: str, low: int, high: int) -> dict[str, object]:
    if low == high:
        return {name: low}
    if high == HIGHEST:
        return {"$gte": {name: low}}
    if low == LOWEST:
        return {"$lte": {name: high}}
    return {"$and": [{"$gte": {name: low}}, {"$lte": {name: high}}]}
