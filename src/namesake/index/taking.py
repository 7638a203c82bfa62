"""Names taken apart for the index, many at once, on one core or several.

Taking a name apart is most of the work of building an index and knows nothing of other names, so it can be
given to other processes. They are started afresh (`spawn`), which is safe whatever threads this one has.
"""

from __future__ import annotations

import gc
import multiprocessing
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from types import TracebackType
from typing import Any, Final, NamedTuple, Self, TypeVar

import numpy as np

from namesake.index.garbage import uncollected
from namesake.index.layout import Array
from namesake.index.packing import pack_span, traits_of
from namesake.match.joining import Run, run_marks_anew, runs_anew
from namesake.names.together import learnt
from namesake.names.tokens import parse_anew

__all__ = ["MOST", "Processes", "Taken", "taken_apart"]

MOST: Final = 1 << 16
"""Names that can be taken apart at once."""

_START: Final = "spawn"
_Asked = TypeVar("_Asked")
_Given = TypeVar("_Given")


class Taken(NamedTuple):
    """What names are made of.

    Attributes:
        texts: the distinct tokens.
        words: how many tokens each name has.
        tokens: those, name by name, as places in `texts`.
        traits: what each is there, as `packing.traits_of` has it.
        runs: how many marks of runs each name has.
        marks: those, name by name, each once for a span.
        spans: theirs, as `packing.pack_span` has them.
    """

    texts: list[str]
    words: Array
    tokens: Array
    traits: Array
    runs: Array
    marks: Array
    spans: Array


def taken_apart(names: Sequence[tuple[str, bool]]) -> Taken:
    """What these names are made of.

    Args:
        names: each with whether it is read as a person's; at most `MOST`.
    """
    texts: dict[str, int] = {}
    words: list[int] = []
    tokens: list[int] = []
    traits: list[int] = []
    runs: list[Run] = []
    counts: list[int] = []
    for text, person in names:
        parsed = parse_anew(text, person=person)
        words.append(len(parsed.tokens))
        tokens += [texts.setdefault(token.text, len(texts)) for token in parsed.tokens]
        traits += [traits_of(token) for token in parsed.tokens]
        of_name = runs_anew(parsed)
        counts.append(len(of_name))
        runs += of_name
    return Taken(
        list(texts),
        np.array(words, dtype=np.int32),
        np.array(tokens, dtype=np.int32),
        np.array(traits, dtype=np.uint32),
        *_marks(runs, counts),
    )


def _marks(runs: Sequence[Run], counts: Sequence[int]) -> tuple[Array, Array, Array]:
    """How many marks each name has, and those with their spans; `counts` says how many runs are each's."""
    marks: list[int] = []
    of_run: list[int] = []
    with learnt(run.text for run in runs):
        for run in runs:
            found = run_marks_anew(run.text, run.acronym)
            marks += found
            of_run.append(len(found))
    spans = np.array([pack_span(run) for run in runs], dtype=np.uint64)
    names = np.repeat(np.arange(len(counts), dtype=np.uint64), counts)
    # Name, mark and span side by side in one number: so they sort in a tenth of the time.
    low = np.repeat(names << np.uint64(48) | spans, of_run)
    both = np.unique(low | np.array(marks, dtype=np.uint64) << np.uint64(16))
    return (
        np.bincount((both >> np.uint64(48)).astype(np.int64), minlength=len(counts)).astype(np.int32),
        (both >> np.uint64(16)).astype(np.uint32),
        both.astype(np.uint16),
    )


class Processes:
    """Other processes to work in, started once there is much to do; where there can be none, this one works.

    A script that wants more than one process must stand under `if __name__ == "__main__":`, as for all of
    Python's own `multiprocessing`, because each process reads it anew.

    Args:
        count: how many; 1 for none but this one.
        worth: so many chunks must have come before they are started.
    """

    def __init__(self, count: int, *, worth: int = 1) -> None:
        self._count = count
        self._worth = worth
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def in_order(self, work: Callable[[_Asked], _Given], chunks: Iterable[_Asked]) -> Iterator[_Given]:
        """What `work`, a function of a module, gives for each chunk, in order; few are held at a time."""
        chunks = iter(chunks)
        first = [] if self._pool is not None or self._count <= 1 else list(islice(chunks, self._worth))
        if len(first) == self._worth:
            self._pool = ProcessPoolExecutor(
                self._count, mp_context=multiprocessing.get_context(_START), initializer=gc.disable
            )
        chunks = chain(first, chunks)
        if self._pool is None:
            for chunk in chunks:
                yield _uncollected(work, chunk)
            return
        waiting: deque[tuple[_Asked, Future[_Given] | None]] = deque()
        for chunk in chunks:
            waiting.append((chunk, self._asked(work, chunk)))
            if len(waiting) > 2 * self._count:
                yield self._given(work, *waiting.popleft())
        while waiting:
            yield self._given(work, *waiting.popleft())

    def _asked(self, work: Callable[[_Asked], _Given], chunk: _Asked) -> Future[_Given] | None:
        try:
            return self._pool.submit(work, chunk) if self._pool is not None else None
        except (BrokenProcessPool, OSError) as error:
            self._give_up(error)
            return None

    def _given(self, work: Callable[[_Asked], _Given], chunk: _Asked, future: Future[Any] | None) -> _Given:
        if future is not None:
            try:
                result: _Given = future.result()
                return result
            except (BrokenProcessPool, CancelledError, OSError) as error:
                self._give_up(error)
        return _uncollected(work, chunk)

    def _give_up(self, error: Exception) -> None:
        if self._pool is not None:
            warnings.warn(
                f"the index is built in one process, because others can't be had: {error}", stacklevel=2
            )
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool, self._count = None, 1


def _uncollected(work: Callable[[_Asked], _Given], chunk: _Asked) -> _Given:
    """What `work` gives. It makes no cycles: nobody looks for any, which would be a fifth of the time."""
    with uncollected():
        return work(chunk)
