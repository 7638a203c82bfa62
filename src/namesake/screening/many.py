"""Many subjects at once, on one core or several.

What is new among the words of some dozen subjects is looked up together, which costs less than one by
one. Other processes open the index where it lies on disk, so that all share its pages; a snapshot that lies
nowhere yet is written to a temporary folder first.
"""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from namesake.errors import InputError
from namesake.index.snapshot import Snapshot
from namesake.index.taking import Processes
from namesake.model.policy import Policy
from namesake.model.subject import Subject
from namesake.screening.result import Screening
from namesake.screening.standing import Freshness

if TYPE_CHECKING:
    from namesake.screening.screener import Screener

__all__ = ["screen_many"]

_AT_ONCE: Final = 64
"""Subjects; more of them save no more, and what is known of them falls out of the processor's caches."""
_One = TypeVar("_One")


def screen_many(
    screener: Screener, subjects: Iterable[Subject], day: dt.date | None, limit: int, near: bool, workers: int
) -> Iterator[Screening]:
    """The answers for the subjects, in their order, some dozen at a time.

    Args:
        screener: what to ask.
        subjects: taken as the answers are.
        day: the day to answer for; None asks about now.
        limit: as `Screener.screen` takes it.
        near: as `Screener.screen` takes it.
        workers: how many processes; 1 for this one alone.

    Raises:
        InputError: a subject that can't be screened; the message says which.
    """
    chunks = enumerate(_chunks(subjects))
    if workers == 1:
        for chunk in chunks:
            yield from _answers(screener, day, limit, near, chunk)
        return
    with ExitStack() as stack:
        folder = screener.snapshot.folder
        if folder is None:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "index"
            screener.snapshot.save(folder)
        work = partial(_answers_of, folder, screener.policy, screener.freshness, day, limit, near)
        for answers in stack.enter_context(Processes(workers)).in_order(work, chunks):
            yield from answers


def _answers_of(
    folder: Path,
    policy: Policy,
    freshness: Freshness | None,
    day: dt.date | None,
    limit: int,
    near: bool,
    chunk: tuple[int, list[Subject]],
) -> list[Screening]:
    """The work of another process."""
    return _answers(_opened(folder, policy, freshness), day, limit, near, chunk)


@lru_cache(maxsize=1)
def _opened(folder: Path, policy: Policy, freshness: Freshness | None) -> Screener:
    from namesake.screening.screener import Screener

    return Screener(Snapshot.open(folder), policy, freshness=freshness)


def _answers(
    screener: Screener, day: dt.date | None, limit: int, near: bool, chunk: tuple[int, list[Subject]]
) -> list[Screening]:
    number, subjects = chunk
    try:
        return screener.answers(subjects, day, limit, near)
    except InputError:
        for place, subject in enumerate(subjects):
            try:
                screener.answers([subject], day, limit, near)
            except InputError as error:
                which = f"subject {number * _AT_ONCE + place + 1}" + (
                    f" ({subject.id})" if subject.id else ""
                )
                raise InputError(f"{which}: {error}") from None
        raise


def _chunks(items: Iterable[_One]) -> Iterator[list[_One]]:
    rest = iter(items)
    while chunk := list(islice(rest, _AT_ONCE)):
        yield chunk
