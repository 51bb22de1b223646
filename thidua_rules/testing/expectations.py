"""What a case expects: which keys each task knows, and how each is written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from decimal import Decimal
from typing import Final, cast

from thidua_rules.awards import Authority
from thidua_rules.evaluation.results import Status
from thidua_rules.policies.validation.places import Faults, meant, shown
from thidua_rules.testing.cases import Expectable
from thidua_rules.testing.results import NO_OUTCOME
from thidua_rules.values import FrozenMap
from thidua_rules.verdicts import Verdict

VERDICTS: Final = tuple(Verdict.__members__)
STATUSES: Final = (*(one.value for one in Status), NO_OUTCOME)
AUTHORITIES: Final = tuple(one.value for one in Authority)
DISCREPANCIES: Final = (
    "given_covered",
    "given_on_hold",
    "given_out_of_scope",
    "given_over_quota",
    "given_to_ineligible",
    "given_undetermined",
    "refused_though_recommended",
)

OF_AWARDS: Final = (
    "verdict",
    "status",
    "rank",
    "score",
    "bonus",
    "limit",
    "missing",
    "decisive",
    "separated_by",
    "tied_with",
    "covered_by",
    "authority",
    "notes",
    "discrepancies",
)
OF_CRITERIA: Final = ("verdict", "missing", "decisive", "clash")
OF_SCALES: Final = ("score", "missing", "class")
OF_ROUNDINGS: Final = ("value",)


class ExpectationReader:
    """
    Reads the ``expected`` of one case; what is wrong is added to *faults*.

    Args:
        faults: Where faults go.

        clauses: The clauses that ``decisive`` may name; None where any may stand.

        notes: Those that ``notes`` may name, with a question mark behind where it is not known; None where any may.
    """

    def __init__(
        self,
        faults: Faults,
        clauses: Collection[str] | None = None,
        notes: Collection[str] | None = None,
    ) -> None:
        self._faults = faults
        self._known: dict[str, Collection[str] | None] = {
            **_LISTS,
            "decisive": clauses,
            "notes": None if notes is None else [name for one in notes for name in (one, f"{one}?")],
        }

    def read(self, data: object, keys: tuple[str, ...]) -> FrozenMap[str, Expectable]:
        """What *data* expects under *keys*."""
        if not isinstance(data, Mapping) or not data:
            got = "nothing" if data is None or data == {} else shown(data)
            self._faults.add(("expected",), f"expected at least one of the keys {', '.join(keys)}, got {got}")
            return FrozenMap()
        found: dict[str, Expectable] = {}
        for key, value in data.items():
            if key in keys:
                found[key] = self._one(key, value)
            else:
                self._faults.add(("expected", key), f"unknown key{meant(key, keys)}")
        return FrozenMap(found)

    def _one(self, key: str, value: object) -> Expectable:
        if key in _LISTS:
            return self._names(key, value)
        if key in _WORDS:
            return self._word(key, value, _WORDS[key])
        fits, wanted = _PLAIN[key]
        if not fits(value):
            self._wrong(key, wanted, value)
            return None
        return cast("Expectable", tuple(value) if isinstance(value, list) else value)

    def _wrong(self, key: str, wanted: str, value: object, advice: str = "") -> None:
        self._faults.add(("expected", key), f"expected {wanted}, got {shown(value)}{advice}")

    def _word(self, key: str, value: object, known: tuple[str, ...]) -> Expectable:
        if isinstance(value, str) and value in known:
            return value
        advice = meant(value, known) if isinstance(value, str) else ""
        self._wrong(key, f"one of {', '.join(known)}", value, advice)
        return None

    def _names(self, key: str, value: object) -> Expectable:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self._wrong(key, "a list of names", value)
            return ()
        known = self._known[key]
        for index, one in enumerate(value):
            if known is not None and one not in known:
                names = [name for name in known if not name.endswith("?")]
                self._faults.add(("expected", key, index), f"unknown name {shown(one)}{meant(one, names)}")
        return tuple(sorted(set(value)))


def _is_whole(value: object) -> bool:
    return value is None or (isinstance(value, int) and not isinstance(value, bool))


def _is_number(value: object) -> bool:
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


def _is_range(value: object) -> bool:
    if isinstance(value, list):
        return len(value) == 2 and all(map(_is_number, value))  # noqa: PLR2004
    return value is None or _is_number(value)


def _is_text(value: object) -> bool:
    return value is None or isinstance(value, str)


_WORDS: Final = {"verdict": VERDICTS, "status": STATUSES, "authority": AUTHORITIES}
_LISTS: Final[Mapping[str, tuple[str, ...] | None]] = {
    "missing": None,
    "decisive": None,
    "notes": None,
    "tied_with": None,
    "discrepancies": DISCREPANCIES,
    "clash": None,
    "class": None,
}
_PLAIN: Final[Mapping[str, tuple[Callable[[object], bool], str]]] = {
    "rank": (_is_whole, "a whole number or null"),
    "score": (_is_range, "a number, a list of the lowest and the highest, or null"),
    "bonus": (_is_whole, "a whole number or null"),
    "limit": (_is_range, "a number, a list of the lowest and the highest, or null"),
    "separated_by": (_is_text, "text or null"),
    "covered_by": (_is_text, "text or null"),
    "value": (_is_number, "a number"),
}
