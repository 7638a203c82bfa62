"""The listed tokens that resemble a token asked about, each with how much.

This is where similarity is computed: once for each pair of tokens, remembered for the next name that
has the token, never once for each pair of names.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from namesake.index.hashing import filed
from namesake.index.layout import Array
from namesake.index.snapshot import Snapshot
from namesake.match.strings import similarity

__all__ = ["Lattice", "Neighbours"]

_MOST_REMEMBERED: Final = 1 << 16


class Neighbours(NamedTuple):
    """Listed tokens that resemble a token.

    Attributes:
        tokens: their numbers in the snapshot, ascending.
        values: how alike each is, above 0 to 1; 1 only for the very same.
    """

    tokens: Array
    values: Array


class Lattice:
    """The resemblances between tokens asked about and the tokens of one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._texts = snapshot.tokens
        self._abjad = snapshot.arrays["token_abjad"]
        self._hashes = snapshot.arrays["key_hashes"]
        self._filed = snapshot.arrays["key_tokens"]
        self._remembered = lru_cache(maxsize=_MOST_REMEMBERED)(self._find)

    def neighbours(self, text: str, abjad: bool) -> Neighbours:
        """All listed tokens alike to this one, by any relation that `match.strings` knows."""
        return self._remembered(text, abjad)

    def _find(self, text: str, abjad: bool) -> Neighbours:
        keys, _ = filed([(text, abjad)])
        first = np.searchsorted(self._hashes, keys, side="left").tolist()
        last = np.searchsorted(self._hashes, keys, side="right").tolist()
        proposed: set[int] = set()
        for start, end in zip(first, last, strict=True):
            proposed.update(self._filed[start:end].tolist())
        found: list[tuple[int, float]] = []
        for token in sorted(proposed):
            value = similarity(text, abjad, self._texts[token], bool(self._abjad[token])).value
            if value > 0:
                found.append((token, value))
        return Neighbours(
            np.array([token for token, _ in found], dtype=np.int32),
            np.array([value for _, value in found], dtype=np.float32),
        )
