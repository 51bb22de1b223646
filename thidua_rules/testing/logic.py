"""
Bare logic in a case: ``{all: [MET, {not: UNKNOWN}]}`` as a criterion whose leaves are verdicts.

The words are ``all``, ``any``, ``not``, ``at_least`` (``minimum``, ``of``) and ``unless`` (``rule``, ``exceptions``, each with
``name``, ``when`` and ``then``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from thidua_rules.criteria import All, Any, AtLeastOf, Criterion, Exempt, Not, Settled, Unless
from thidua_rules.policies.validation.places import Faults, Place, meant, shown
from thidua_rules.verdicts import UNKNOWN, Verdict

WORDS: Final = ("all", "any", "not", "at_least", "unless")
_PLACEHOLDER: Final = Settled(UNKNOWN)


class LogicReader:
    """Reads the notation; what is wrong is added to *faults*, and a placeholder stands in for it."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults

    def read(self, data: object, place: Place) -> Criterion:
        """The criterion that *data* writes."""
        if isinstance(data, str) and data in Verdict.__members__:
            return Settled(Verdict(data))
        if isinstance(data, Mapping) and len(data) == 1:
            word = next(iter(data))
            return self._word(word, data[word], (*place, word))
        verdicts = ", ".join(Verdict.__members__)
        advice = meant(data, Verdict.__members__) if isinstance(data, str) else ""
        expected = f"expected one of {verdicts}, or one of {', '.join(WORDS)} with its parts"
        return self._wrong(place, f"{expected}, got {shown(data)}{advice}")

    def _wrong(self, place: Place, problem: str) -> Criterion:
        self._faults.add(place, problem)
        return _PLACEHOLDER

    def _word(self, word: str, data: object, place: Place) -> Criterion:
        match word:
            case "all":
                return All(self._parts(data, place))
            case "any":
                return Any(self._parts(data, place))
            case "not":
                return Not(self.read(data, place))
            case "at_least":
                return self._at_least(self._keys(data, ("minimum", "of"), place), place)
            case "unless":
                return self._unless(self._keys(data, ("rule", "exceptions"), place), place)
            case _:
                return self._wrong(place, f"unknown word{meant(word, WORDS)}")

    def _parts(self, data: object, place: Place) -> tuple[Criterion, ...]:
        if not isinstance(data, list):
            self._faults.add(place, f"expected a list, got {shown(data)}")
            return ()
        return tuple(self.read(part, (*place, index)) for index, part in enumerate(data))

    def _keys(self, data: object, known: tuple[str, ...], place: Place) -> Mapping[str, object]:
        """The values of the *known* keys, which must all be given; else nothing."""
        if not isinstance(data, Mapping):
            self._faults.add(place, f"expected the keys {', '.join(known)}, got {shown(data)}")
            return {}
        for key in data:
            if key not in known:
                self._faults.add((*place, key), f"unknown key{meant(key, known)}")
        absent = [key for key in known if key not in data]
        for key in absent:
            self._faults.add((*place, key), "expected a value, got nothing")
        return {} if absent else {key: data[key] for key in known}

    def _at_least(self, given: Mapping[str, object], place: Place) -> Criterion:
        if not given:
            return _PLACEHOLDER
        minimum, parts = given["minimum"], self._parts(given["of"], (*place, "of"))
        if isinstance(minimum, bool) or not isinstance(minimum, int) or not 0 <= minimum <= len(parts):
            wanted = f"expected a whole number from 0 to {len(parts)}"
            return self._wrong((*place, "minimum"), f"{wanted}, got {shown(minimum)}")
        return AtLeastOf(minimum, parts)

    def _unless(self, given: Mapping[str, object], place: Place) -> Criterion:
        if not given:
            return _PLACEHOLDER
        rows = given["exceptions"]
        if not isinstance(rows, list):
            return self._wrong((*place, "exceptions"), f"expected a list, got {shown(rows)}")
        exempts = [self._exempt(row, (*place, "exceptions", index)) for index, row in enumerate(rows)]
        return Unless(self.read(given["rule"], (*place, "rule")), tuple(exempts))

    def _exempt(self, row: object, place: Place) -> Exempt:
        given = self._keys(row, ("name", "when", "then"), place)
        if not given:
            return Exempt("", _PLACEHOLDER, _PLACEHOLDER)
        name = given["name"]
        if not isinstance(name, str):
            self._faults.add((*place, "name"), f"expected text, got {shown(name)}")
        when, then = self.read(given["when"], (*place, "when")), self.read(given["then"], (*place, "then"))
        return Exempt(str(name), when, then)
