"""How a command speaks to its caller: standard output, standard error, and the exit code."""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from namesake.errors import LossyEditionError, NamesakeError, SnapshotError
from namesake.service import Service

if TYPE_CHECKING:
    from rich.console import Console

__all__ = [
    "ExitCode",
    "Json",
    "code_of",
    "complain",
    "our_service",
    "print_json",
    "standard_error",
    "standard_output",
]


Json = Annotated[bool, typer.Option("--json", help="One JSON document on standard output, nothing else.")]


class ExitCode(IntEnum):
    """What the process tells its caller."""

    DONE = 0
    USAGE = 2
    HITS = 3
    PARTLY = 4
    REFUSED = 5
    OURS = 70
    STOPPED = 130
    UNREAD = 141


def standard_output() -> Console:
    """Standard output, as wide and colourful as it is."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)


def standard_error() -> Console:
    """Standard error, as wide and colourful as it is."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, soft_wrap=False)


def print_json(document: Any) -> None:
    """Write one JSON document to standard output."""
    text = msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
    sys.stdout.buffer.write(text)  # JSON is UTF-8, whatever the terminal speaks.


def complain(message: str) -> None:
    """Say on standard error what was refused."""
    from namesake.cli.terminal import clean

    lines = [clean(line) for line in message.split("\n")]
    sys.stderr.write("namesake: " + "\n".join(lines) + "\n")


def code_of(error: NamesakeError) -> ExitCode:
    """The exit code of a refusal."""
    return ExitCode.REFUSED if isinstance(error, (LossyEditionError, SnapshotError)) else ExitCode.USAGE


def our_service() -> Service:
    """What works in the home folder; whoever started a command reads no script anew, so on all cores."""
    return Service(processes=os.cpu_count() or 1)
