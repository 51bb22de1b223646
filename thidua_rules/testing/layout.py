"""Files of cases: the list in each, laid over the file's defaults, and where a fault of the whole stands in the file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final

import attrs

from thidua_rules.errors import Fault
from thidua_rules.policies.validation.places import Faults, meant, shown, written
from thidua_rules.testing.documents import BAD, MAX_BYTES, parsed
from thidua_rules.testing.mutation.explained import holds_explanations

Source = str | os.PathLike[str] | BinaryIO
"""A file, a folder of files, or an open file of bytes."""

SUFFIXES: Final = (".yaml", ".yml")
DEFAULTS: Final = ("policy", "award", "citation", "subject", "with", "on", "year")
"""What a file may say once for all of its cases."""

_TOP: Final = ("defaults", "cases")
_STEP: Final = re.compile(r"\.?(\w[\w-]*)|\[(\d+)\]")


@attrs.frozen
class RawCase:
    """
    One case as data, laid over its file's defaults.

    Args:
        file: The name of the file.

        place: Its place there, such as ``cases[3]``.

        data: Everything that is said of it.

        own: What it says itself.

        defaults: What the file says of all its cases.
    """

    file: str
    place: str
    data: Mapping[str, object]
    own: Mapping[str, object]
    defaults: Mapping[str, object]

    @property
    def name(self) -> str:
        """The file and the place in it."""
        return joined(self.file, self.place)

    def fault(self, path: str, problem: str) -> Fault:
        """The fault *problem* at *path* of the case, placed where the file says what is wrong."""
        inherited = not _holds(self.own, path) and _holds(self.defaults, path)
        return Fault(joined(joined(self.file, "defaults" if inherited else self.place), path), problem)


def joined(*parts: str) -> str:
    """Places one inside the other, as one text."""
    text = ""
    for part in parts:
        text += part if not text or not part or part.startswith("[") else f".{part}"
    return text


def _holds(data: object, path: str) -> bool:
    for name, index in _STEP.findall(path):
        if isinstance(data, Mapping) and name in data:
            data = data[name]
        elif isinstance(data, list) and index and int(index) < len(data):
            data = data[int(index)]
        else:
            return False
    return True


def raw_cases(sources: Iterable[Source], faults: list[Fault]) -> Iterator[RawCase]:
    """The cases of all *sources*, in the order of the files; what is wrong with the files is added to *faults*."""
    for source in sources:
        for name, text in texts_of(source, faults):
            yield from _of_file(name, text, faults)


def texts_of(source: Source, faults: list[Fault]) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of every file that *source* stands for; what cannot be read is added to *faults*."""
    if not isinstance(source, (str, os.PathLike)):
        yield str(getattr(source, "name", "input")), source.read(MAX_BYTES + 1)
        return
    path = Path(source)
    paths = _inside(path) if path.is_dir() else [path]
    if not paths:
        faults.append(Fault(str(path), "expected at least one file of cases, named '*.yaml', got none"))
    for one in paths:
        try:
            with one.open("rb") as file:
                yield str(one), file.read(MAX_BYTES + 1)
        except (OSError, ValueError) as problem:
            reason = problem.strerror if isinstance(problem, OSError) and problem.strerror else "not a path"
            faults.append(Fault(str(one), f"cannot read the file: {reason.lower()}"))


def _inside(folder: Path) -> list[Path]:
    return sorted(one for one in folder.rglob("*") if one.suffix in SUFFIXES and one.is_file())


def _of_file(name: str, text: bytes, faults: list[Fault]) -> Iterator[RawCase]:
    found = Faults()
    data = parsed(text, found)
    faults += [
        Fault(joined(name, written(place, "")), problem) for place, problem in dict.fromkeys(found.found)
    ]
    if data is BAD:
        return
    if holds_explanations(data):
        return
    defaults: dict[str, object] = {}
    rows, prefix = data, ""
    if isinstance(data, dict):
        defaults = _defaults(name, data, faults)
        rows, prefix = data.get("cases"), "cases"
    if not isinstance(rows, list) or not rows:
        got = "nothing" if rows is None or rows == [] else shown(rows)
        faults.append(Fault(joined(name, prefix), f"expected a list of cases, got {got}"))
        return
    for index, row in enumerate(rows):
        place = f"{prefix}[{index}]"
        if isinstance(row, dict):
            yield RawCase(name, place, laid_over(defaults, row), row, defaults)
        else:
            faults.append(Fault(joined(name, place), f"expected a case, got {shown(row)}"))


def _defaults(name: str, data: dict[str, object], faults: list[Fault]) -> dict[str, object]:
    faults += [Fault(joined(name, key), f"unknown key{meant(key, _TOP)}") for key in data if key not in _TOP]
    defaults = data.get("defaults", {})
    if not isinstance(defaults, dict):
        faults.append(Fault(f"{name}.defaults", f"expected keys with values, got {shown(defaults)}"))
        return {}
    for key in defaults.keys() - set(DEFAULTS):
        faults.append(Fault(f"{name}.defaults.{key}", f"unknown key{meant(key, DEFAULTS)}"))
    return {key: value for key, value in defaults.items() if key in DEFAULTS}


def laid_over(below: Mapping[str, object], above: Mapping[str, object]) -> dict[str, object]:
    """
    *above* with what it does not say taken from *below*, map by map; lists are replaced as a whole.

    A value of ``null`` takes away what stands below, so that a fact of the defaults becomes unknown.
    """
    found = dict(below)
    for key, value in above.items():
        under = found.get(key)
        if value is None and key in below:
            del found[key]
            continue
        nested = isinstance(value, Mapping) and isinstance(under, Mapping)
        found[key] = laid_over(under, value) if nested else value  # type: ignore[arg-type]
    return found
