"""Work that makes no circles of objects, while which nobody needs to look for some."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["uncollected"]


@contextmanager
def uncollected() -> Iterator[None]:
    """Python looks for no garbage in circles meanwhile; what this costs is up to half of the work.

    For the whole process, so for a short time only.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
