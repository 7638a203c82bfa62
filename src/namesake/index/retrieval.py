"""The listed names that score at a floor or above, with how their tokens belong together.

**No name that would score at the floor is lost**: `tests/laws` compares with scoring every name.
"""

from __future__ import annotations

import threading
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import msgspec
import numpy as np

from namesake.index import kernels
from namesake.index.lattice import REASONS
from namesake.index.layout import Array
from namesake.index.packing import (
    AS_PERSON,
    AS_THING,
    HELD,
    MOST_PAIRS,
    STAMPS,
    TABLE,
    TELLS,
    Answers,
    Postings,
    Work,
    initial,
)
from namesake.index.queries import Queries, Slips
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import Pair, align, evidence_of
from namesake.match.alike import Reason
from namesake.match.evidence import fold
from namesake.match.joining import meet, runs_of
from namesake.names.tokens import Parsed, parse

__all__ = ["Found", "Retrieval", "pairs_of"]

_ROOM: Final = 1 << 10
_MOST_STAMPS: Final = int(np.iinfo(np.int32).max)


class Found(msgspec.Struct, gc=False):
    """A listed name that a search found.

    Attributes:
        name: its number.
        score: in ten thousandths.
        pairs: the pairs of tokens, in the order in which `match.alignment.align` gives them.
    """

    name: int
    score: int
    pairs: list[int]


class _Room(msgspec.Struct):
    """What a thread works in.

    Attributes:
        work: what the kernels need.
        answers: where they write what they find.
        stamp: above all those used with it before.
    """

    work: Work
    answers: Answers
    stamp: int = STAMPS


class _Threads(threading.local):
    """What each thread works in, and how many answers it has room for."""

    room: _Room | None = None
    size: int = _ROOM


class Retrieval:
    """Finds names in one snapshot; safe to share between threads.

    Args:
        snapshot: the index.
        slips: which slips of the pen are looked for too; without them a text's many names cost less.
    """

    def __init__(self, snapshot: Snapshot, *, slips: Slips = Slips.ANY) -> None:
        self._queries = Queries(snapshot, slips=slips)
        self.lattice = self._queries.lattice
        stored = {name: snapshot.arrays[name] for name in Postings._fields if name != "with_initials"}
        self._postings = tuple(Postings(**stored, with_initials=_with_initials(snapshot)))
        self._texts = snapshot.name_texts
        words = np.minimum(snapshot.arrays["name_tells"], 255 >> TELLS)
        reading = np.where(snapshot.arrays["name_person"], np.uint8(AS_PERSON), np.uint8(AS_THING))
        self._wanting = words << TELLS | reading
        self._tokens = len(snapshot.tokens)
        self._names = len(snapshot.name_texts)
        self._threads = _Threads()

    def find(self, queries: Sequence[Parsed], floors: Sequence[float], allowed: Array) -> list[list[Found]]:
        """For each query the allowed names, read as the query is, whose score reaches its floor; each once.

        Args:
            queries: the names asked about; together they cost less than one by one.
            floors: for each the least name score of interest, above 0.
            allowed: what `wanting` makes of the names wanted.
        """
        least = [round(floor * 10000) for floor in floors]
        packed = self._queries.packed(queries, least)
        while True:
            room = self._room_for(len(queries))
            stamp, answers = room.stamp, room.answers
            done = kernels.find(
                self._postings, packed, allowed, TABLE, HELD, tuple(room.work), stamp, tuple(answers)
            )
            room.stamp = stamp + STAMPS * len(queries)
            if done:
                return self._read(queries, least, answers)
            self._make_room()

    def wanting(self, names: Array) -> Array:
        """From whether each listed name is wanted what `find` takes.

        That is 0 for a name that is not, else how it is read, and above that how many of its words tell.
        """
        allowed: Array = names * self._wanting
        return allowed

    def scores(self, queries: Sequence[Parsed], names: Sequence[int]) -> list[int]:
        """What each query scores with the listed name at its place, in ten thousandths.

        For many pairs of names that are given; the names must be read as the queries are.
        """
        packed = self._queries.packed(queries, [1] * len(queries))
        numbers = np.array(names, dtype=np.int64)
        while True:
            room = self._room_for(len(queries))
            work, answers = tuple(room.work), tuple(room.answers)
            done = kernels.weigh_each(self._postings, packed, numbers, TABLE, HELD, work, room.stamp, answers)
            room.stamp += STAMPS
            if done:
                found = self._read(queries, [1] * len(queries), room.answers)
                return [one[0].score if one else 0 for one in found]
            self._make_room()

    def _read(self, queries: Sequence[Parsed], least: list[int], answers: Answers) -> list[list[Found]]:
        """What the kernels wrote down, for each query."""
        ends = answers.ends[: len(queries)].tolist()
        count = ends[-1] if ends else 0
        if not count:
            return [[] for _ in queries]
        keys = answers.pairs[: answers.rows.item(count - 1, 3)].tolist()
        every: list[Found] = []
        less = False
        start = 0
        for name, score, marked, end in answers.rows[:count].tolist():
            pairs = keys[start:end]
            start = end
            if marked:
                place = bisect_right(ends, len(every))
                score, pairs = self._checked(queries[place], name, score, pairs)
                less = less or score < least[place]
            every.append(Found(name, score, pairs))
        if len(queries) == 1:
            found = [every]
        else:
            found = [every[start:end] for start, end in zip([0, *ends], ends, strict=False)]
        if less:
            found = [
                [each for each in one if each.score >= floor] for one, floor in zip(found, least, strict=True)
            ]
        return found

    def _checked(self, query: Parsed, name: int, score: int, keys: list[int]) -> tuple[int, list[int]]:
        """The same, or what is right where two marks of runs had one number by chance."""
        listed = parse(self._texts[name], person=query.person)
        if all(_meets(query, listed, pair) for pair in pairs_of(keys)):
            return score, keys
        pairs = align(query, listed)
        weights = [min(_weight(query, pair.left), _weight(listed, pair.right)) for pair in pairs]
        keys = [
            kernels.pair_key(1, *pair.left, *pair.right, pair.value, REASONS.index(pair.reason), weight)
            for pair, weight in zip(pairs, weights, strict=True)
        ]
        return round(fold(evidence_of(query, listed, pairs)) * 10000), keys

    def _room_for(self, queries: int) -> _Room:
        """Room to work in for so many queries."""
        room = self._threads.room
        if room is None or room.stamp + STAMPS * queries > _MOST_STAMPS:
            work = Work(
                np.full(self._tokens, -1, dtype=np.int32),
                np.zeros(self._names, dtype=np.int32),
                np.empty(max(1, self._names), dtype=np.int32),
                np.zeros(MOST_PAIRS, dtype=np.int64),
            )
            room = self._threads.room = _Room(work, _answers(self._threads.size))
        if queries > len(room.answers.ends):
            room.answers = room.answers._replace(ends=np.zeros(queries, dtype=np.int64))
        return room

    def _make_room(self) -> None:
        """More room for answers; what was left undone is undone, so the work begins anew."""
        self._threads.size *= 4
        self._threads.room = None


def _answers(size: int) -> Answers:
    """Room for so many answers."""
    return Answers(*(np.zeros(shape, dtype=np.int64) for shape in (size, (size, 4), size * 8)))


def _meets(query: Parsed, listed: Parsed, pair: Pair) -> bool:
    """Whether a pair that may have been found by the number of a mark is one by the mark itself."""
    if pair.right[1] - pair.right[0] == 1:
        return True
    acronym = pair.reason is Reason.ACRONYM
    theirs = [run for run in runs_of(listed) if run[:2] == pair.right and run.acronym is acronym]
    if pair.left[1] - pair.left[0] == 1:
        token = query.tokens[pair.left[0]]
        return any(meet(run, token) for run in theirs)
    ours = [run for run in runs_of(query) if run[:2] == pair.left]
    return any(meet(run, other) for run in ours for other in theirs)


def _weight(name: Parsed, span: tuple[int, int]) -> int:
    return sum(token.weight for token in name.tokens[slice(*span)])


def _with_initials(snapshot: Snapshot) -> Array:
    """The names that have initials, ascending."""
    arrays = snapshot.arrays
    words = np.flatnonzero(initial(arrays["name_traits"]))
    names = np.searchsorted(arrays["name_token_starts"], words, side="right") - 1
    return np.unique(names).astype(np.int32)


def pairs_of(keys: list[int]) -> list[Pair]:
    """The pairs that the walk wrote down as numbers."""
    return [_pair(key & _PAIR) for key in keys]


# What is left of a pair's number without its order: few, so that most have been met before.
_PAIR: Final = (1 << 36) - 1


@lru_cache(maxsize=1 << 14)
def _pair(key: int) -> Pair:
    return Pair(
        ((key >> 30) & 63, (key >> 24) & 63),
        ((key >> 18) & 63, (key >> 12) & 63),
        (key >> 5) & 127,
        REASONS[key & 31],
    )
