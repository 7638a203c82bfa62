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
from namesake.model.values import Kind
from namesake.screening.result import Screening
from namesake.screening.standing import Freshness

if TYPE_CHECKING:
    from namesake.screening.screener import Screener

__all__ = ["screen_many"]

_AT_ONCE: Final = 64
"""Subjects; more of them save no more, and what is known of them falls out of the processor's caches."""
_One = TypeVar("_One")


def screen_many(
    screener: Screener,
    subjects: Iterable[Subject | str],
    kind: str | Kind | None,
    day: dt.date | None,
    limit: int,
    near: bool,
    workers: int,
) -> Iterator[Screening]:
    """The answers for the subjects, in their order, some dozen at a time.

    Args:
        screener: what to ask.
        subjects: taken as the answers are.
        kind: of those that are names only.
        day: the day to answer for; None asks about now.
        limit: as `Screener.screen` takes it.
        near: as `Screener.screen` takes it.
        workers: how many processes; 1 for this one alone.

    Raises:
        InputError: a subject that can't be screened, behind the answers for those before it; the message
            says which.
    """
    chunks = enumerate(_chunks(subjects))
    with ExitStack() as stack:
        answered: Iterator[_Answers]
        if workers == 1:
            answered = (_answers(screener, kind, day, limit, near, chunk) for chunk in chunks)
        else:
            folder = screener.snapshot.folder
            if folder is None:
                folder = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "index"
                screener.snapshot.save(folder)
            work = partial(_answers_of, folder, screener.policy, screener.freshness, kind, day, limit, near)
            answered = stack.enter_context(Processes(workers)).in_order(work, chunks)
        for answers, wrong in answered:
            yield from answers
            if wrong is not None:
                raise InputError(wrong)


_Answers = tuple[list[Screening], str | None]
"""Those for a chunk, and what is wrong with the subject behind the last of them, where something is."""


def _answers_of(
    folder: Path,
    policy: Policy,
    freshness: Freshness | None,
    kind: str | Kind | None,
    day: dt.date | None,
    limit: int,
    near: bool,
    chunk: tuple[int, list[Subject | str]],
) -> _Answers:
    """The work of another process."""
    return _answers(_opened(folder, policy, freshness), kind, day, limit, near, chunk)


@lru_cache(maxsize=1)
def _opened(folder: Path, policy: Policy, freshness: Freshness | None) -> Screener:
    from namesake.screening.screener import Screener

    return Screener(Snapshot.open(folder), policy, freshness=freshness)


def _answers(
    screener: Screener,
    kind: str | Kind | None,
    day: dt.date | None,
    limit: int,
    near: bool,
    chunk: tuple[int, list[Subject | str]],
) -> _Answers:
    number, given = chunk
    try:
        return screener.answers([_subject(one, kind) for one in given], day, limit, near), None
    except InputError:
        answers: list[Screening] = []
        for place, one in enumerate(given):
            try:
                answers += screener.answers([_subject(one, kind)], day, limit, near)
            except InputError as error:
                id = f" ({one.id})" if isinstance(one, Subject) and one.id else ""
                return answers, f"subject {number * _AT_ONCE + place + 1}{id}: {error}"
        raise


def _subject(given: Subject | str, kind: str | Kind | None) -> Subject:
    return Subject.of(given, kind=kind) if isinstance(given, str) else given


def _chunks(items: Iterable[_One]) -> Iterator[list[_One]]:
    rest = iter(items)
    while chunk := list(islice(rest, _AT_ONCE)):
        yield chunk
