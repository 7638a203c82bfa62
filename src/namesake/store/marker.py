"""Which editions the store holds, in one word kept beside it, so that an old index is known as old.

The screening path compares this word with the one its index was built from, and opens no database.
The word is written *before* the commit it announces: an add killed between the two leaves a word that
no index bears, which costs a look into the store (`Store.mark` puts it right) and never a stale answer.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from namesake.model.edition import Edition
from namesake.store.history import in_order

__all__ = ["marker_path", "read_marker", "state_of", "write_marker"]


def state_of(editions: Iterable[Edition]) -> str:
    """The word for this set of editions: the same for the same set, in whatever order it arrived.

    An undated edition counts with the time it was received, because its place in history hangs on that; and
    all count in the order of history, in which of two of one day the time of receipt may decide.
    """
    lines = [f"{e.list}\t{e.sha256}\t{e.published or e.received}\n" for e in in_order(editions)]
    return hashlib.sha256("".join(lines).encode()).hexdigest()[:32]


def marker_path(store: Path) -> Path:
    """Where the word of the store at this path is kept."""
    return store.with_name(store.name + ".state")


def read_marker(store: Path) -> str | None:
    """The word of the store at this path; None when there is none, and only the store itself can tell."""
    try:
        return marker_path(store).read_text("ascii").strip() or None
    except (FileNotFoundError, UnicodeDecodeError):
        return None


def write_marker(store: Path, state: str) -> None:
    """Keep this word, whole or not at all, and on the disk when this returns; `OSError` when it can't."""
    path = marker_path(store)
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        with aside.open("w", encoding="ascii") as file:
            file.write(state + "\n")
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    _settle_folder(path.parent)


def _settle_folder(folder: Path) -> None:
    """Write the folder's own entry to disk, where the system can (Windows can't open a folder)."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
