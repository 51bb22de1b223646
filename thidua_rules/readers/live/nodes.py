"""
The leaves of a policy with their verdicts on each subject, and what depends on them.

A tree keeps its own connectives; each leaf becomes a :class:`Seen` that looks its verdict up. A leaf that stands in
several trees is one node. What looks at other subjects is a node too, made of nodes: the tally of a unit's members, and
what is asked of a subject's unit. Children are made before their parents, so that one pass in order settles a change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import ClassVar, Final

import attrs

from thidua_rules.criteria.base import Case, Criterion, Uses
from thidua_rules.criteria.members import OverMembers, Pair, Tally
from thidua_rules.errors import ThiduaError
from thidua_rules.findings import Finding
from thidua_rules.readers.live.changes import Cause
from thidua_rules.readers.live.codes import Coded
from thidua_rules.readers.live.engine import RuleSet, rule_set
from thidua_rules.readers.live.reach import (
    LOGIC,
    MEMBERS,
    OWN,
    UNIT,
    WIDE,
    asks_above,
    key_of,
    reach_of,
    rebuilt,
)
from thidua_rules.readers.live.roster import LiveRoster
from thidua_rules.values import content_hash
from thidua_rules.verdicts import MET, UNKNOWN, Verdict

Owner = tuple[str, str, int]
"""What reads a node: ``(what, award, number)``."""

Causes = set[Cause]

_PARENT: Final = "parent"
"""What reads a node of which another node is made; the number is that node's place."""


@attrs.frozen
class Seen(Criterion):
    """
    A leaf whose verdict is looked up.

    Args:
        node: Its node.
    """

    kind: ClassVar[str] = "seen"

    node: Node = attrs.field(eq=False, repr=False)

    def verdict(self, case: Case) -> Verdict:
        """The verdict, worked out where it is not known yet."""
        found = self.node.verdicts.get(case.subject.id)
        return self.node.settle(case) if found is None else found

    def check(self, case: Case) -> Finding:
        """The leaf's own finding."""
        return self.node.leaf.check(case)

    def uses(self) -> Uses:
        """What the leaf reads."""
        return self.node.leaf.uses()

    def parts(self) -> tuple[Criterion, ...]:
        """The leaf."""
        return (self.node.leaf,)


class Node:
    """
    One leaf with its verdicts.

    Attributes:
        leaf: The criterion; its parts are seen ones where it is made of nodes.

        verdicts: The verdict on each subject that was asked about.

        owners: What reads it.
    """

    __slots__ = ("code", "leaf", "owners", "pairs", "place", "reach", "rules", "tallies", "uses", "verdicts")

    def __init__(self, place: int, leaf: Criterion, reach: str, code: Coded | None) -> None:
        self.place = place
        self.leaf = leaf
        self.reach = reach
        self.code = code
        self.rules: tuple[RuleSet, int] | None = None
        self.uses = leaf.own_uses() if reach in {MEMBERS, UNIT} else leaf.uses()
        self.verdicts: dict[str, Verdict] = {}
        self.owners: list[Owner] = []
        self.tallies: dict[str, Tally] = {}
        self.pairs: dict[str, Pair] = {}

    def settle(self, case: Case) -> Verdict:
        """Work the verdict on *case* out and keep it."""
        found = self._counted(case) if self.reach is MEMBERS else self.leaf.verdict(case)
        self.verdicts[case.subject.id] = found
        return found

    def ask(self, case: Case) -> Verdict:
        """The verdict on *case* by the engine, where it decides this leaf; it is kept."""
        if self.rules is None or self.code is None:
            return self.settle(case)
        value = case.fact(self.code.fact)
        if value is not None and not self.code.fits(value):
            return self.settle(case)
        rules, leaf = self.rules
        found = UNKNOWN if value is None else rules.verdict(leaf, self.code.number(value))
        if found is None:
            return self.settle(case)
        self.verdicts[case.subject.id] = found
        return found

    def _counted(self, case: Case) -> Verdict:
        leaf = self.leaf
        assert isinstance(leaf, OverMembers)  # noqa: S101  # by the table of reaches
        tally = self.tallies.get(case.subject.id)
        if tally is None:
            members = case.members()
            found = {member.subject.id: pair_of(leaf, member) for member in members}
            self.pairs |= found
            tally = self.tallies[case.subject.id] = Tally(found.values())
        return leaf.settle(case, tally)[0]

    def recount(self, unit: str, member: Case) -> bool:
        """Count *member* of *unit* anew; whether that changed anything."""
        old = self.pairs.get(member.subject.id)
        if old is None:
            return False
        leaf = self.leaf
        assert isinstance(leaf, OverMembers)  # noqa: S101  # by the table of reaches
        new = self.pairs[member.subject.id] = pair_of(leaf, member)
        if new == old:
            return False
        pairs: Counter[Pair] = self.tallies[unit].pairs
        pairs[old] -= 1
        pairs[new] += 1
        return True

    def admit(self, unit: str, member: Case) -> None:
        """Count *member* in, which came to *unit*, where its members are counted already."""
        tally, leaf = self.tallies.get(unit), self.leaf
        if tally is not None and isinstance(leaf, OverMembers):
            pair = self.pairs[member.subject.id] = pair_of(leaf, member)
            tally.pairs[pair] += 1

    def dismiss(self, unit: str, member: str) -> None:
        """Count *member* out, which belongs to *unit* no more."""
        pair = self.pairs.pop(member, None)
        if pair is not None:
            self.tallies[unit].pairs[pair] -= 1

    def forget(self, unit: str, members: Iterable[str]) -> None:
        """Drop the tally of *unit*."""
        self.tallies.pop(unit, None)
        for member in members:
            self.pairs.pop(member, None)


def pair_of(leaf: OverMembers, member: Case) -> Pair:
    """Whether *member* is in the base of *leaf*, and whether it meets the condition."""
    return MET if leaf.among is None else leaf.among.verdict(member), leaf.of.verdict(member)


class Nodes:
    """
    Every node of a policy.

    Args:
        roster: The subjects.

        case_of: A subject's case, by id.

        code_of: How the engine is asked a leaf, or None.

        notify: Called with an owner, a subject and the causes where a verdict that the owner read has changed.
    """

    def __init__(
        self,
        roster: LiveRoster,
        case_of: Callable[[str], Case],
        code_of: Callable[[Criterion], Coded | None],
        notify: Callable[[Owner, str, Causes], None],
    ) -> None:
        self._roster, self._case_of, self._code_of, self._notify = roster, case_of, code_of, notify
        self.nodes: list[Node] = []
        self._by_key: dict[str, Node] = {}
        self._dirty: dict[int, dict[str, Causes]] = {}
        self._recounts: dict[int, dict[str, Causes]] = {}

    def seen(self, criterion: Criterion, owner: Owner) -> Criterion:
        """*criterion* with its leaves looked up; *owner* is told when one of them changes."""
        if type(criterion) in LOGIC:
            return rebuilt(criterion, lambda part: self.seen(part, owner))
        node = self._node(criterion)
        if owner not in node.owners:
            node.owners.append(owner)
        return Seen(node)

    def _node(self, leaf: Criterion) -> Node:
        key = key_of(leaf)
        if key not in self._by_key:
            reach = reach_of(leaf)
            children: list[Node] = []
            built = leaf
            if reach in {MEMBERS, UNIT}:
                built = rebuilt(leaf, lambda part: self.seen(part, (_PARENT, key, -1)))
                children = [one for one in self.nodes if (_PARENT, key, -1) in one.owners]
            node = Node(len(self.nodes), built, reach, self._code_of(leaf) if reach is OWN else None)
            for child in children:
                child.owners[child.owners.index((_PARENT, key, -1))] = (_PARENT, "", node.place)
            self.nodes.append(node)
            self._by_key[key] = node
        return self._by_key[key]

    def attach(self, key: str) -> None:
        """Make the engine's rules for the leaves that it may decide; sessions with the same leaves share them."""
        asked = [node for node in self.nodes if node.code is not None]
        ranges = tuple(node.code.ranges for node in asked if node.code is not None)
        found = rule_set(f"{key}:{content_hash(ranges)}", ranges)
        for place, node in enumerate(asked):
            node.rules = None if found is None else (found, place)

    def mark(self, node: Node, subject: str, causes: Causes) -> None:
        """The verdict of *node* on *subject*, or on everybody where it may read anybody, is to be asked again."""
        subjects = list(node.verdicts) if node.reach is WIDE else [subject]
        for one in subjects:
            self._dirty.setdefault(node.place, {}).setdefault(one, set()).update(causes)

    def admit(self, unit: str, member: str, causes: Causes) -> None:
        """*member* came to *unit*: what counts its members is to be asked again."""
        for node in self._counting():
            try:
                node.admit(unit, self._case_of(member))
            except ThiduaError:
                node.forget(unit, self._roster.member_ids(unit))
            self.mark(node, unit, causes)

    def dismiss(self, unit: str, member: str, causes: Causes) -> None:
        """*member* belongs to *unit* no more."""
        for node in self._counting():
            node.dismiss(unit, member)
            self.mark(node, unit, causes)

    def _counting(self) -> Iterable[Node]:
        return (node for node in self.nodes if node.reach is MEMBERS)

    def forget(self, subject: str) -> None:
        """Drop what is known of *subject*, who left."""
        for node in self.nodes:
            node.verdicts.pop(subject, None)
            node.tallies.pop(subject, None)

    def mark_wide(self, causes: Causes) -> None:
        """Whatever may read anybody is to be asked again."""
        for node in self.nodes:
            if node.reach is WIDE:
                self.mark(node, "", causes)

    def mark_own(self, subject: str, causes: Causes) -> None:
        """Everything about *subject* itself is to be asked again."""
        for node in self.nodes:
            self.mark(node, subject, causes)

    def mark_above(self, subject: str, causes: Causes) -> None:
        """Whatever looks at the units above *subject* is to be asked again."""
        for node in self.nodes:
            if asks_above(node.leaf):
                self.mark(node, subject, causes)

    def flush(self) -> None:
        """Ask again what is marked, children before parents, and tell the owners of what changed."""
        while self._dirty or self._recounts:
            place = min([*self._dirty, *self._recounts])
            node = self.nodes[place]
            for member, causes in self._recounts.pop(place, {}).items():
                self._recount(node, member, causes)
            for subject, causes in self._dirty.pop(place, {}).items():
                if self._changed(node, subject):
                    self._tell(node, subject, causes)

    def _changed(self, node: Node, subject: str) -> bool:
        old = node.verdicts.pop(subject, None)
        if old is None:
            return False
        try:
            return node.ask(self._case_of(subject)) is not old
        except ThiduaError:
            return True  # whoever still reads it meets the error

    def _recount(self, node: Node, member: str, causes: Causes) -> None:
        unit = self._roster.subject(member).unit
        if unit is None:
            return
        try:
            changed = node.recount(unit, self._case_of(member))
        except ThiduaError:
            node.forget(unit, self._roster.member_ids(unit))
            changed = True
        if changed:
            self.mark(node, unit, causes)

    def _tell(self, node: Node, subject: str, causes: Causes) -> None:
        for owner in node.owners:
            if owner[0] != _PARENT:
                self._notify(owner, subject, causes)
                continue
            parent = self.nodes[owner[2]]
            if parent.reach is MEMBERS:
                self._recounts.setdefault(parent.place, {}).setdefault(subject, set()).update(causes)
                continue
            for member in self._roster.member_ids(subject):
                self.mark(parent, member, causes)
