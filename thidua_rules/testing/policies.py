"""The policy that a case names: an id of the catalogue, a dated choice from a timeline, or a file of its own."""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from thidua_rules.criteria.vocabulary import Vocabulary
from thidua_rules.errors import PolicyError, UnknownNameError
from thidua_rules.policies import catalogue
from thidua_rules.policies.model import Policy
from thidua_rules.policies.timeline import Timeline
from thidua_rules.policies.validation.places import meant, shown
from thidua_rules.serialization import load_policy
from thidua_rules.serialization.policies import shipped_policy
from thidua_rules.values import nearest

_FORMS: Final = "an id of the catalogue, {timeline, on} or {file}"


class Policies:
    """Policies as they are asked for, each loaded once."""

    def __init__(self, vocabulary: Vocabulary | None = None) -> None:
        self._vocabulary = vocabulary
        self._found: dict[str, Policy] = {}

    def find(self, data: object, beside: str) -> Policy:
        """
        The policy that *data* names.

        Args:
            data: What the case says.

            beside: The file of the case, from which the path of a policy's file is read.

        Raises:
            PolicyError: It is written wrongly, or the file has faults.
            UnknownNameError: There is no such policy.
        """
        if isinstance(data, str):
            return self._load(data, shipped=True)
        if isinstance(data, Mapping) and set(data) == {"file"} and isinstance(data["file"], str):
            return self._load(str(Path(beside).parent / data["file"]), shipped=False)
        if isinstance(data, Mapping) and set(data) == {"timeline", "on"}:
            return self._load(_dated(data["timeline"], data["on"]), shipped=True)
        keys = ("file", "timeline", "on")
        extra = [key for key in data if key not in keys] if isinstance(data, Mapping) else []
        got = "nothing" if data is None else shown(data)
        advice = f" with {extra[0]!r}{meant(extra[0], keys)}" if extra else ""
        raise PolicyError.one("", f"expected {_FORMS}, got {got}{advice}")

    def _load(self, name: str, *, shipped: bool) -> Policy:
        if name not in self._found:
            loaded = shipped_policy(name) if shipped else load_policy(Path(name), self._vocabulary)
            self._found[name] = loaded
        return self._found[name]


def _dated(name: object, day: object) -> str:
    if not isinstance(name, str):
        raise PolicyError.one("timeline", f"expected the name of a timeline, got {shown(name)}")
    if not isinstance(day, dt.date):
        raise PolicyError.one("on", f"expected a day as YYYY-MM-DD, got {shown(day)}")
    try:
        return timeline(name).on(day)
    except PolicyError as error:
        raise PolicyError.one("on", error.faults[0].problem) from None


def timeline(name: str) -> Timeline:
    """
    The timeline that ships under *name*.

    Raises:
        UnknownNameError: There is none.
    """
    known = [module.name for module in pkgutil.iter_modules(catalogue.__path__)]
    if name in known:
        found = getattr(importlib.import_module(f"{catalogue.__name__}.{name}"), "TIMELINE", None)
        if isinstance(found, Timeline):
            return found
    what = "timeline"
    raise UnknownNameError(what, name, nearest(name, [one for one in known if one != name]))
