"""
The command line, one module a command.

Results go to standard output, messages to standard error. Exit codes: 0 done, 1 the input has faults (all of them
are listed), 2 wrong usage.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from typing import Final

NEEDS: Final = {"click", "rich"}


def main(arguments: Sequence[str] | None = None) -> int:
    """
    Run the command line and give its exit code.

    Args:
        arguments: What stands behind the program's name; by default what the process was given.
    """
    try:
        code: int = importlib.import_module("thidua_rules.cli.app").run(arguments)
    except ModuleNotFoundError as error:
        if str(error.name).partition(".")[0] not in NEEDS:
            raise
        print("the command line needs the extra 'cli': pip install 'thidua-rules[cli]'", file=sys.stderr)  # noqa: T201
        return 2
    return code
