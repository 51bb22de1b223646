"""Runs conformance cases: never a traceback, but a result that says what differs."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import BinaryIO

from thidua_rules.criteria.vocabulary import Vocabulary
from thidua_rules.testing.cases import ConformanceCase
from thidua_rules.testing.results import CaseResult, Report

Source = str | os.PathLike[str] | BinaryIO


def run(paths: Iterable[Source], vocabulary: Vocabulary | None = None) -> Report:
    """
    Every case under *paths*, run.

    Args:
        paths: Files of cases, folders that hold such files (at any depth), or open files of bytes.

        vocabulary: The kinds that criteria may be written in; the built-in ones by default.

    Raises:
        CaseError: A file has faults; every fault of every file is listed, with its place.
    """
    raise NotImplementedError


def run_case(case: ConformanceCase) -> CaseResult:
    """*case*, run."""
    raise NotImplementedError
