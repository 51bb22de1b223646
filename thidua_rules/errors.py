"""
Everything that the library raises.

::

    ThiduaError
    ├── InputError (ValueError)           input with faults, every one listed
    │   ├── RosterError                   a roster or its parts
    │   ├── PolicyError                   a policy, layer, criterion or scale
    │   └── CaseError                     conformance cases
    ├── UnknownNameError (LookupError)    a name asked for in code that does not exist
    ├── MissingExtraError (ImportError)   a library that is installed only on demand is needed, and missing
    ├── ClashError                        two exceptions of one rule that contradict each other
    ├── MissingExtraError (ImportError)   a library that is installed only on demand is needed, and missing
    ├── ReplayError                       a fault of ours: a proof's witness that the rules themselves refute
    └── BooleanUseError (TypeError)       ``bool()`` of something that has three values

A message has one line a fault: the path, what was expected, what was found. The found value is
quoted only where its field is not marked personal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable


@attrs.frozen(order=True)
class Fault:
    """
    One thing that is wrong with an input.

    Args:
        path: Where it stands, such as ``subjects[3].facts.ngay_nghi_khac``.

        problem: What was expected and what was found, lower case and without a full stop.
    """

    path: str
    problem: str

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}" if self.path else self.problem


class ThiduaError(Exception):
    """The base of every exception that the library raises on purpose."""


class InputError(ThiduaError, ValueError):
    """
    Input that cannot be used.

    Attributes:
        faults: Every fault found, in the order of the input.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    @classmethod
    def one(cls, path: str, problem: str) -> Self:
        """An error with a single fault."""
        return cls((Fault(path, problem),))


class RosterError(InputError):
    """A roster that cannot be used."""


class PolicyError(InputError):
    """A policy, or a part of one, that cannot be used."""


class CaseError(InputError):
    """Conformance cases that cannot be used."""


class UnknownNameError(ThiduaError, LookupError):
    """
    A name that does not exist where it was looked up.

    Attributes:
        name: What was asked for.
    """

    def __init__(self, what: str, name: str, nearest: str | None = None) -> None:
        self.name = name
        advice = f", did you mean {nearest!r}?" if nearest else ""
        super().__init__(f"unknown {what} {name!r}{advice}")


class MissingExtraError(ThiduaError, ImportError):
    """
    A library that is installed only on demand is needed, and cannot be loaded.

    Attributes:
        extra: The extra that installs it, such as ``live``.
    """

    def __init__(self, extra: str, problem: str) -> None:
        self.extra = extra
        super().__init__(problem)


class ClashError(ThiduaError):
    """
    Two exceptions of one general rule hold at once and say different things.

    Attributes:
        first: The name of the one.

        second: The name of the other.
    """

    def __init__(self, first: str, second: str) -> None:
        self.first = first
        self.second = second
        super().__init__(f"exceptions {first!r} and {second!r} both apply and contradict each other")


class ReplayError(ThiduaError):
    """The witness of a proof does not replay: the formula and the rules disagree, which is a fault of ours."""


class BooleanUseError(ThiduaError, TypeError):
    """Something with three values was used where Python wants two."""
