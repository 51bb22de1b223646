"""The group of commands: each is loaded when it is called, and every error becomes lines and an exit code."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Final

import click

from thidua_rules.errors import ThiduaError, UnknownNameError
from thidua_rules.version import VERSION

COMMANDS: Final = {
    "demo": "thidua_rules.cli.demo",
    "evaluate": "thidua_rules.cli.evaluate",
    "explain": "thidua_rules.cli.explain",
    "compare": "thidua_rules.cli.compare",
    "check": "thidua_rules.cli.check",
    "policies": "thidua_rules.cli.policies",
    "review": "thidua_rules.cli.review",
    "schema": "thidua_rules.cli.schema",
    "test": "thidua_rules.cli.test",
    "fairness": "thidua_rules.cli.fairness",
    "watch": "thidua_rules.cli.watch",
}
"""Each command and the module that holds it, as ``command``; in the order of the help."""

FAULTS: Final = 1
USAGE: Final = 2


class Commands(click.Group):
    """The commands of the table above."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every name, in the order of the table."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, loaded now."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        found: click.Command = importlib.import_module(COMMANDS[cmd_name]).command
        return found


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(VERSION, "-V", "--version", prog_name="thidua-rules")
def app() -> None:
    """
    Rules of Vietnamese emulation and commendation, applied to a commune's roster.

    Quy tắc thi đua, khen thưởng áp dụng cho danh sách của một xã: ai được đề nghị, theo thứ tự nào, vì sao.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        # Vietnamese goes out whole, also into a file on a system whose own encoding lacks its letters
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8")
    try:
        code = app.main(args=arguments, prog_name="thidua-rules", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return USAGE
    except click.exceptions.Exit as error:
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return 130
    except UnknownNameError as error:
        _say(f"Error: {error}")
        return USAGE
    except ThiduaError as error:
        _say(str(error))
        return FAULTS
    except (BrokenPipeError, SystemExit):
        # whoever read our output has stopped reading, which click turns into an exit; nothing is left to say
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code if isinstance(code, int) else 0


def _say(message: str) -> None:
    click.echo(message, err=True)
