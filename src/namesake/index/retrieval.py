"""The listed names that score at a floor or above, with how their tokens belong together.

**No name that would score at the floor is lost**: `tests/laws` compares with scoring every name.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from namesake.index import kernels
from namesake.index.kernels import MOST_PAIRS, Asked, Postings, Work, pack_span, traits_of
from namesake.index.lattice import REASONS, Lattice
from namesake.index.layout import Array
from namesake.index.snapshot import Snapshot
from namesake.match.alignment import Pair, align, evidence_of
from namesake.match.alike import Reason
from namesake.match.evidence import HELD_BACK, SCORING, fold
from namesake.match.joining import mark_of, own_key, runs_of, token_marks
from namesake.names.tokens import WEIGHTS, Parsed, Role, parse

__all__ = ["Found", "Retrieval", "pairs_of"]

_TABLE: Final = np.array(
    [
        SCORING.added,
        SCORING.omitted,
        SCORING.contradiction,
        SCORING.contradicted_part,
        SCORING.one_part,
        SCORING.initial,
        SCORING.joined,
        SCORING.acronym,
        SCORING.initial_bits,
        WEIGHTS[Role.INITIAL],
        round(SCORING.exact * 10000),
        SCORING.distinguishing,
        SCORING.respaced,
        SCORING.joined_across,
        SCORING.added_syllable,
    ],
    dtype=np.int64,
)
_HELD: Final = np.array(HELD_BACK)
_RUN_REASONS: Final = (REASONS.index(Reason.JOINED), REASONS.index(Reason.ACRONYM))
_ROOM: Final = 1 << 10
_MOST_REMEMBERED: Final = 1 << 14


class Found(NamedTuple):
    """What a search found; the places of the three go together.

    Attributes:
        names: numbers of names.
        scores: theirs, in ten thousandths.
        pairs: for each the pairs of tokens, in the order in which `match.alignment.align` gives them.
    """

    names: list[int]
    scores: list[int]
    pairs: list[list[int]]


class _Room(threading.local):
    """What a thread works in."""

    work: Work | None = None
    stamp: int = 0
    size: int = _ROOM
    names: Array
    scores: Array
    ends: Array
    pairs: Array


class Retrieval:
    """Finds names in one snapshot; safe to share between threads."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._lattice = Lattice(snapshot)
        stored = {name: snapshot.arrays[name] for name in Postings._fields if name != "with_initials"}
        self._postings = Postings(**stored, with_initials=_with_initials(snapshot))
        self._texts = snapshot.name_texts
        self._tokens = len(snapshot.tokens)
        self._names = len(snapshot.name_texts)
        self._room = _Room()
        self._asked = lru_cache(maxsize=_MOST_REMEMBERED)(self._ask)

    def find(self, query: Parsed, floor: float, allowed: Array) -> Found:
        """The allowed names, read as the query is, whose score reaches the floor; by number.

        Args:
            query: the name asked about.
            floor: the least name score of interest, above 0.
            allowed: for each name whether it is wanted.
        """
        asked = self._asked(query)
        room = self._room
        while True:
            work = self._work()
            room.stamp += 1
            count = kernels.find(
                self._postings, asked, allowed, round(floor * 10000), _TABLE, _HELD, work, room.stamp,
                room.names, room.scores, room.ends, room.pairs,
            )  # fmt: skip
            if count >= 0:
                break
            room.size *= 4
            room.work = None
        if not count:
            return Found([], [], [])
        ends = room.ends[:count].tolist()
        pairs = room.pairs[: ends[-1]].tolist()
        starts = [0, *ends[:-1]]
        found = sorted(
            zip(
                room.names[:count].tolist(),
                room.scores[:count].tolist(),
                (pairs[start:end] for start, end in zip(starts, ends, strict=True)),
                strict=True,
            )
        )
        if any(_of_runs(key) for key in pairs):
            least = round(floor * 10000)
            found = [checked for one in found if (checked := self._checked(query, *one))[1] >= least]
        return Found(*map(list, zip(*found, strict=True))) if found else Found([], [], [])

    def look_up(self, queries: Iterable[Parsed]) -> None:
        """Find what resembles the tokens of these names, together for less; `find` then has it at hand."""
        asked_about = list(queries)
        self._lattice.rows(
            (token.text, place == query.last)
            for query in asked_about
            for place, token in enumerate(query.tokens)
        )
        self._lattice.run_rows((run.text, run.acronym) for query in asked_about for run in runs_of(query))

    def _checked(self, query: Parsed, name: int, score: int, keys: list[int]) -> tuple[int, int, list[int]]:
        """The same, or what is right where two marks of runs had one number by chance."""
        if not any(map(_of_runs, keys)):
            return name, score, keys
        listed = parse(self._texts[name], person=query.person)
        pairs = align(query, listed)
        if pairs == pairs_of(keys):
            return name, score, keys
        weights = [min(_weight(query, pair.left), _weight(listed, pair.right)) for pair in pairs]
        keys = [
            kernels.pair_key(1, *pair.left, *pair.right, pair.value, REASONS.index(pair.reason), weight)
            for pair, weight in zip(pairs, weights, strict=True)
        ]
        return name, round(fold(evidence_of(query, listed, pairs)) * 10000), keys

    def _work(self) -> Work:
        room = self._room
        if room.work is None or room.stamp == np.iinfo(np.int32).max:
            room.work = Work(
                np.full(self._tokens, -1, dtype=np.int32),
                np.zeros(self._names, dtype=np.int32),
                np.empty(self._names, dtype=np.int32),
                np.zeros(MOST_PAIRS, dtype=np.int64),
            )
            room.stamp = 0
            room.names, room.scores, room.ends = (np.zeros(room.size, dtype=np.int32) for _ in range(3))
            room.pairs = np.zeros(room.size * 8, dtype=np.int64)
        return room.work

    def _ask(self, query: Parsed) -> Asked:
        """The arrays of a name asked about."""
        runs = runs_of(query)
        rows = self._lattice.rows(
            (token.text, place == query.last) for place, token in enumerate(query.tokens)
        )
        rows += self._lattice.run_rows((run.text, run.acronym) for run in runs)
        marks = [sorted(token_marks(token.text)) for token in query.tokens]
        return Asked(
            np.array([traits_of(token) for token in query.tokens], dtype=np.uint32),
            np.cumsum([0, *(len(each.tokens) for each in rows)], dtype=np.int32),
            np.concatenate([each.tokens for each in rows] or [np.empty(0, dtype=np.int32)]),
            np.concatenate([each.alike for each in rows] or [np.empty(0, dtype=np.uint16)]),
            np.array([pack_span(run) for run in runs], dtype=np.uint16),
            np.array([0 if run.acronym else mark_of(own_key(run.text)) for run in runs], dtype=np.uint32),
            np.cumsum([0, *map(len, marks)], dtype=np.int32),
            np.array([mark for each in marks for mark in each], dtype=np.uint32),
            query.last,
            query.person,
        )


def _of_runs(key: int) -> bool:
    """Whether a pair was found by the marks of a listed run."""
    return key & 31 in _RUN_REASONS and ((key >> 12) & 63) - ((key >> 18) & 63) > 1


def _weight(name: Parsed, span: tuple[int, int]) -> int:
    return sum(token.weight for token in name.tokens[slice(*span)])


def _with_initials(snapshot: Snapshot) -> Array:
    """The names that have initials, ascending."""
    arrays = snapshot.arrays
    words = np.flatnonzero(arrays["name_traits"] >> 16 & 15 == Role.INITIAL)
    names = np.searchsorted(arrays["name_token_starts"], words, side="right") - 1
    return np.unique(names).astype(np.int32)


def pairs_of(keys: list[int]) -> list[Pair]:
    """The pairs that the walk wrote down as numbers."""
    return [
        Pair(
            ((key >> 30) & 63, (key >> 24) & 63),
            ((key >> 18) & 63, (key >> 12) & 63),
            (key >> 5) & 127,
            REASONS[key & 31],
        )
        for key in keys
    ]
