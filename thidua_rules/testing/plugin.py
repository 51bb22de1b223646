"""
The pytest plugin: each conformance case of a YAML file becomes a test, named by its id.

It leaves other people's YAML alone. A file is taken as one of cases where it is asked for by its name, where it lies in a
folder that the option ``thidua_conformance`` names, or where it has our shape: a list of maps (at the top, or under
``cases``) among which one has an ``id``, a ``description`` and an ``expected``. What has faults in such a file is an
error of collection that lists every one.

Nothing of the library is imported before the first such file: this module is loaded at the start of every run.

At the end of a run that had cases it says how many values of their policies' provisions they reach; ``--provisions POLICY``
lists them by article, with what no case reaches and the option ``thidua_explained`` does not explain. ``--rule-mutants
POLICY`` then changes the policy in one place after another, and the run fails where neither a case of the run notices a
change nor that option explains it; with ``-n`` as many processes share the work.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

if TYPE_CHECKING:
    from thidua_rules.testing.cases import ConformanceCase
    from thidua_rules.testing.results import CaseResult

OPTION: Final = "thidua_conformance"
EXPLAINED: Final = "thidua_explained"
REACHED: Final = "thidua_reached"
CASE: Final = "thidua_case"
SUFFIXES: Final = (".yaml", ".yml")
SHAPE: Final = {"id", "description", "expected"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Adds the option that names folders of cases."""
    parser.addini(OPTION, "folders of conformance cases, relative to the root", type="paths", default=[])
    parser.addini(EXPLAINED, "files that explain what no case reaches", type="paths", default=[])
    group = parser.getgroup("thidua_rules")
    group.addoption(
        "--provisions",
        action="append",
        default=[],
        metavar="POLICY",
        help="list the provisions of POLICY that the conformance cases reach",
    )
    group.addoption(
        "--rule-mutants",
        action="append",
        default=[],
        metavar="POLICY",
        help="change POLICY in one place after another and list the changes that no case of this run notices",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Keeps what the cases reach, also where other processes run them."""
    config.pluginmanager.register(_Ending(config), "thidua_rules_ending")


class _Ending:
    """What the cases of a run reach, gathered from their reports and told at its end."""

    def __init__(self, config: pytest.Config) -> None:
        self._config = config
        self._reached: list[str] = []
        self._cases: list[tuple[str, str]] = []
        self._mutants: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Takes what a case that passed reached, and where it stands, out of its report."""
        if report.when == "call" and report.passed:
            self._reached += [str(text) for name, text in report.user_properties if name == REACHED]
            for name, text in report.user_properties:
                if name == CASE:
                    path, _, case = str(text).partition("\n")
                    self._cases.append((path, case))

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self, session: pytest.Session) -> Iterator[None]:
        """After the last test, tries the changes that were asked for; one that survives fails the run."""
        found: object = yield
        names: list[str] = self._config.getoption("--rule-mutants")
        if names and not hasattr(self._config, "workerinput") and not self._config.option.collectonly:
            from thidua_rules.testing.summary import mutated  # noqa: PLC0415  # see the module's docstring

            shared = self._config.getoption("numprocesses", None)
            processes = shared if isinstance(shared, int) and shared > 0 else 1
            self._mutants, sound = mutated(self._cases, names, self._config.getini(EXPLAINED), processes)
            session.testsfailed += not sound
        return found  # type: ignore[return-value]  # what the hook inside gave

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """One line for each policy of the cases, or what was asked for."""
        names: list[str] = self._config.getoption("--provisions")
        if self._mutants:
            terminalreporter.section("mutants of the rules")
        for line in self._mutants:
            terminalreporter.write_line(line)
        if not names and not self._reached:
            return
        from thidua_rules.testing.summary import summary  # noqa: PLC0415  # see the module's docstring

        lines = summary(self._reached, names, self._config.getini(EXPLAINED))
        if lines:
            terminalreporter.section("provisions of the law")
        for line in lines:
            terminalreporter.write_line(line)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A collector of cases for a file of cases, else None."""
    if file_path.suffix not in SUFFIXES or not _is_ours(file_path, parent):
        return None
    return ConformanceFile.from_parent(parent, path=file_path)


def _is_ours(path: Path, parent: pytest.Collector) -> bool:
    folders: list[Path] = parent.config.getini(OPTION)
    if parent.session.isinitpath(path) or any(folder in path.parents for folder in folders):
        return True
    try:
        return has_our_shape(path.read_bytes())
    except OSError:
        return False


def has_our_shape(text: bytes) -> bool:
    """Whether *text* is a list of maps among which one has the keys of a case."""
    if any(key.encode() not in text for key in SHAPE):
        return False
    from thidua_rules.policies.validation.places import Faults  # noqa: PLC0415  # see the module's docstring
    from thidua_rules.testing.documents import parsed  # noqa: PLC0415

    data = parsed(text, Faults())
    rows = data.get("cases") if isinstance(data, dict) else data
    return isinstance(rows, list) and any(isinstance(row, dict) and row.keys() >= SHAPE for row in rows)


class ConformanceFile(pytest.File):
    """A file of cases."""

    def collect(self) -> Iterator[pytest.Item]:
        """One item for each case."""
        from thidua_rules.errors import CaseError  # noqa: PLC0415
        from thidua_rules.testing.reading import load_cases  # noqa: PLC0415

        try:
            cases = load_cases([self.path])
        except CaseError as error:
            raise self.CollectError(str(error)) from None
        for case in cases:
            yield ConformanceItem.from_parent(self, name=case.id, case=case)


class CaseFailedError(Exception):
    """A case whose result is not as expected."""

    def __init__(self, result: CaseResult) -> None:
        self.result = result
        super().__init__("\n".join(result.lines("en")))


class ConformanceItem(pytest.Item):
    """One case."""

    def __init__(self, *, case: ConformanceCase, **others: object) -> None:
        super().__init__(**others)  # type: ignore[arg-type]
        self.case = case

    def runtest(self) -> None:
        """
        Runs the case.

        Raises:
            CaseFailedError: Something is not as expected.
        """
        from thidua_rules.testing.running import run_case  # noqa: PLC0415
        from thidua_rules.testing.summary import packed  # noqa: PLC0415

        result = run_case(self.case)
        if not result.passed:
            raise CaseFailedError(result)
        self.user_properties += [(REACHED, text) for text in packed(result)]
        self.user_properties.append((CASE, f"{self.path}\n{self.case.id}"))

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """A failed case in its own few lines, anything else as pytest shows it."""
        del style
        if isinstance(excinfo.value, CaseFailedError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, None, str]:
        """Where the case stands, and its id."""
        return self.path, None, self.case.id
