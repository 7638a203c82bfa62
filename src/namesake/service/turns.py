"""Work of which there may be only one at a time, whichever process does it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from namesake.errors import StoreError

__all__ = ["alone"]


@contextmanager
def alone(path: Path, what: str) -> Iterator[None]:
    """Hold the lock that the file at `path` stands for; it goes with the process, however that ends.

    Raises:
        StoreError: another holds it, or the file can't be made.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise StoreError(
            f"{path} can't be made ({error.strerror}): get the right to write there, or name another folder "
            "with NAMESAKE_HOME"
        ) from error
    try:
        try:
            _lock(handle)
        except OSError as error:
            raise StoreError(f"{what} is running already: wait until it is done, or stop it") from error
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
