"""What a process that died left behind in a home folder: known as such, and removed."""

from __future__ import annotations

import shutil
import time
from collections.abc import Container
from pathlib import Path
from typing import Final

__all__ = ["is_left_over", "remove"]

_LONGEST_BUILD: Final = 3600.0  # seconds


def is_left_over(item: Path, wanted: Container[str]) -> bool:
    """Whether a process that died left it: what is younger, another process may be building just now."""
    try:
        return item.name not in wanted and item.stat().st_mtime < time.time() - _LONGEST_BUILD
    except OSError:
        return False


def remove(item: Path) -> None:
    """Remove a file or folder; one that will not go stays for the next time."""
    if item.is_dir():
        shutil.rmtree(item, ignore_errors=True)
    else:
        item.unlink(missing_ok=True)
