"""Which listed names a listed token leads to.

Each name has three *anchors*, those of its tokens that tell most. Two of them must stand together in a text,
or the one that a name has, before the name is looked for there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np

from namesake.index.layout import Array
from namesake.index.snapshot import Snapshot
from namesake.names.parts import Role

__all__ = ["NO_NAMES", "Anchors", "Leads", "edges_of"]

_ANCHORS: Final = 3
"""So many tokens of a name lead to it, and two of them must be there: Viktor Bout has no father's name."""


NO_NAMES: Final[frozenset[int]] = frozenset()
_A: Final = ord("a")
_OTHER: Final = 26
"""The number of what is no letter from a to z."""
_PAIRS: Final = (_OTHER + 1) ** 2
_AT_ONCE: Final = 1024


class Leads(NamedTuple):
    """The listed names that tokens lead to.

    Attributes:
        several: those of several tokens.
        lone: those that are one token alone.
    """

    several: frozenset[int]
    lone: frozenset[int]


class Anchors:
    """The anchors of the wanted names of a snapshot.

    Args:
        snapshot: the index.
        wanted: for each listed name whether it is wanted.

    Attributes:
        texts: the listed tokens.
        persons: for each listed name whether it is a person's.
    """

    def __init__(self, snapshot: Snapshot, wanted: Array) -> None:
        self.texts = snapshot.tokens
        self.persons: Array = snapshot.arrays["name_person"]
        self._wanted = wanted
        self._starts = snapshot.arrays["name_token_starts"]
        self._tokens = snapshot.arrays["name_tokens"]
        self._beginnings, self._endings = _edges(snapshot)
        self._bounds, self._names = _by_token(snapshot, wanted)
        # Nobody is called by one name alone in a text, but by one that refers back.
        self._alone: Array = (snapshot.arrays["name_tells"] == 1) & ~self.persons
        self._read: dict[int, list[int]] = {}

    def lone_tokens(self) -> list[str]:
        """The tokens that are a wanted name alone."""
        places = np.flatnonzero(self._alone[self._names])
        tokens = np.unique(np.searchsorted(self._bounds, places, side="right") - 1)
        return [self.texts[token] for token in tokens.tolist()]

    def leads(self, found: Sequence[Collection[int]]) -> list[Leads]:
        """The names that each of these groups of tokens leads to; many groups at once cost little."""
        tokens = np.array([token for group in found for token in group], dtype=np.int64)
        firsts = self._bounds[tokens]
        counts = self._bounds[tokens + 1] - firsts
        ends = np.cumsum(counts)
        names = self._names[np.repeat(firsts - ends + counts, counts) + np.arange(counts.sum())]
        bounds = np.append(0, ends)[np.cumsum([0, *map(len, found)])].tolist()
        lone: dict[int, set[int]] = {}
        for place in np.flatnonzero(self._alone[names]).tolist():
            lone.setdefault(bisect_right(bounds, place) - 1, set()).add(names.item(place))
        listed: list[int] = names.tolist()
        answer: list[Leads] = []
        for group, (start, end) in enumerate(pairwise(bounds)):
            several = frozenset(listed[start:end]) if end > start else NO_NAMES
            if group in lone:
                alone = frozenset(lone[group])
                answer.append(Leads(several - alone or NO_NAMES, alone))
            else:
                answer.append(Leads(several, NO_NAMES))
        return answer

    def edges(self, found: Sequence[Collection[int]]) -> list[bytes]:
        """The edges (`edges_of`) of all tokens of each of these groups of names, as bits."""
        return [
            row
            for start in range(0, len(found), _AT_ONCE)
            for row in self._edges_of_some(found[start : start + _AT_ONCE])
        ]

    def _edges_of_some(self, found: Sequence[Collection[int]]) -> list[bytes]:
        names = np.array([name for group in found for name in group], dtype=np.int64)
        firsts = self._starts[names]
        counts = self._starts[names + 1] - firsts
        ends = np.cumsum(counts)
        tokens = self._tokens[np.repeat(firsts - ends + counts, counts) + np.arange(counts.sum())]
        groups = np.repeat(np.repeat(np.arange(len(found)), list(map(len, found))), counts)
        has = np.zeros((len(found), 2 * _PAIRS), dtype=np.bool_)
        has[groups, self._beginnings[tokens]] = True
        has[groups, self._endings[tokens]] = True
        return [row.tobytes() for row in np.packbits(has, axis=1, bitorder="little")]

    def persons_token(self, word: str) -> int | None:
        """The token that a word is, if that is an anchor of a person's name; None otherwise."""
        token = self.token_of(word)
        if token is None:
            return None
        names = self._names[self._bounds[token] : self._bounds[token + 1]]
        return token if self.persons[names].any() else None

    def tokens_of(self, name: int) -> list[int]:
        """The tokens of a listed name, in order."""
        tokens = self._read.get(name)
        if tokens is None:
            start, end = self._starts.item(name), self._starts.item(name + 1)
            tokens = self._read[name] = self._tokens[start:end].tolist()
        return tokens

    def token_of(self, word: str) -> int | None:
        """The token that a word is, letter by letter; None where it is none."""
        token = bisect_left(self.texts, word)
        return token if token < len(self.texts) and self.texts[token] == word else None

    def surnames(self) -> frozenset[tuple[int, ...]]:
        """Of each wanted name of a person its last token, where the surname stands, with its first one.

        The same of the last two tokens: a surname may be two words.
        """
        counts, ends = np.diff(self._starts), self._starts[1:]
        found: set[tuple[int, ...]] = set()
        for size in (1, 2):
            names = np.flatnonzero(self._wanted & self.persons & (counts > size))
            places = [*(ends[names] - each for each in range(size, 0, -1)), self._starts[names]]
            found.update(zip(*(self._tokens[place].tolist() for place in places), strict=True))
        return frozenset(found)

    def things_having(self, word: str) -> frozenset[int]:
        """The wanted names that have a token and are no person's."""
        token = self.token_of(word)
        if token is None:
            return frozenset()
        names = np.searchsorted(self._starts, np.flatnonzero(self._tokens == token), side="right") - 1
        return frozenset(names[self._wanted[names] & ~self.persons[names]].tolist())


def edges_of(word: str) -> tuple[int, int]:
    """The first two letters of a word from a to z, and the last two, as numbers that are never the same."""
    one, two, *_, three, four = (ord(letter) - _A for letter in word[:2] + word[-2:])
    return one * (_OTHER + 1) + two, _PAIRS + three * (_OTHER + 1) + four


def _edges(snapshot: Snapshot) -> tuple[Array, Array]:
    """The same of each listed token; of one letter something."""
    block, offsets = snapshot.arrays["token_block"], snapshot.arrays["token_offsets"]
    if len(offsets) == 1:
        return offsets[:0], offsets[:0]
    letters = block.astype(np.int64) - _A
    letters[(letters < 0) | (letters >= _OTHER)] = _OTHER
    firsts, lasts = offsets[:-1], offsets[1:] - 1
    after = np.minimum(firsts + 1, len(letters) - 1)
    begins = letters[firsts] * (_OTHER + 1) + letters[after]
    return begins, _PAIRS + letters[lasts - 1] * (_OTHER + 1) + letters[lasts]


def _by_token(snapshot: Snapshot, wanted: Array) -> tuple[Array, Array]:
    """For each token where the names it is an anchor of begin, and where the last one's end; the names."""
    starts, traits = snapshot.arrays["name_token_starts"], snapshot.arrays["name_traits"]
    names = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
    # One part of a person's name is nobody's.
    counts = wanted & ~(snapshot.arrays["name_person"] & (snapshot.arrays["name_tells"] < 2))
    telling = np.flatnonzero(((traits >> 16 & 15) <= Role.NUMBER) & counts[names])
    bits = (traits[telling] >> 8 & 255).astype(np.int64)
    order = telling[np.lexsort((telling, -bits, names[telling]))]
    rank = np.arange(len(order)) - np.searchsorted(names[order], names[order])
    anchors = order[rank < _ANCHORS]
    tokens = snapshot.arrays["name_tokens"][anchors].astype(np.int64)
    by_token = np.lexsort((names[anchors], tokens))
    bounds = np.searchsorted(tokens[by_token], np.arange(len(snapshot.tokens) + 1))
    return bounds.astype(np.int64), names[anchors][by_token].astype(np.int64)
