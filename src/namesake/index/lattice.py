"""The listed tokens that resemble a token asked about, each with how much and why.

This is where similarity is computed: once for each pair of tokens, remembered for the next name that
has the token, never once for each pair of names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

import numpy as np

from namesake.index.hashing import asked
from namesake.index.layout import Array
from namesake.index.snapshot import Snapshot
from namesake.match.alike import Reason
from namesake.match.evidence import SCORING
from namesake.match.joining import asked_meets, asked_run_keys
from namesake.match.strings import ANY, Keys, alike_by, asked_keys

__all__ = ["REASONS", "Lattice", "Rows"]

REASONS: Final = tuple(Reason)
_PLACE: Final = {reason: place for place, reason in enumerate(REASONS)}
# Where a word and a token stand in one number, above what they share.
_TOKEN, _OWNER = ANY.bit_length(), ANY.bit_length() + 32
_TOKENS: Final = (1 << (_OWNER - _TOKEN)) - 1
_MOST_REMEMBERED: Final = 1 << 17


class Rows(NamedTuple):
    """Listed tokens that resemble a token.

    Attributes:
        tokens: their numbers in the snapshot, ascending.
        alike: how much each does, in percent in the high byte, and the place of the reason in `REASONS`.
    """

    tokens: Array
    alike: Array


class Lattice:
    """The resemblances between tokens asked about and the tokens of one snapshot."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._block = memoryview(snapshot.arrays["token_block"])
        self._offsets = snapshot.arrays["token_offsets"]
        self._hashes = snapshot.arrays["key_hashes"]
        self._filed = snapshot.arrays["key_tokens"]
        self._remembered: dict[tuple[str, bool], Rows] = {}
        self._remembered_runs: dict[tuple[str, bool], Rows] = {}

    def rows(self, tokens: Iterable[tuple[str, bool]]) -> list[Rows]:
        """For each of the tokens all listed ones alike to it, by any relation that `match.strings` knows.

        Args:
            tokens: texts, and whether each was written last in its name: what a token may be cut short
                from counts only then. Asked about together they cost less than one by one.
        """
        return _recalled(tokens, self._remembered, self._find)

    def run_rows(self, runs: Iterable[tuple[str, bool]]) -> list[Rows]:
        """For each of the runs all listed tokens it may be written as (`match/joining.py`).

        Args:
            runs: texts, and whether each is an acronym.
        """
        return _recalled(runs, self._remembered_runs, self._find_runs)

    def _find(self, wanted: list[tuple[str, bool]]) -> list[Rows]:
        found: list[list[tuple[int, int]]] = [[] for _ in wanted]
        for owner, token, listed, shared in self._proposed([_keys(*one) for one in wanted]):
            text, last = wanted[owner]
            value, reason = alike_by(text, listed, shared)
            if reason is not None and (last or reason is not Reason.CUT):
                found[owner].append((token, value << 8 | _PLACE[reason]))
        return [_as_rows(rows) for rows in found]

    def _find_runs(self, wanted: list[tuple[str, bool]]) -> list[Rows]:
        found: list[list[tuple[int, int]]] = [[] for _ in wanted]
        for owner, token, listed, _ in self._proposed([Keys(asked_run_keys(*one), ()) for one in wanted]):
            text, acronym = wanted[owner]
            if not asked_meets(text, acronym, listed):
                continue
            value, reason = SCORING.joined, Reason.JOINED
            if acronym:
                value, reason = SCORING.acronym, Reason.ACRONYM
            elif text.isascii() != listed.isascii():
                value = SCORING.joined_across
            found[owner].append((token, value << 8 | _PLACE[reason]))
        return [_as_rows(rows) for rows in found]

    def _proposed(self, keys: list[Keys]) -> Iterable[tuple[int, int, str, int]]:
        """The listed tokens filed under any of the keys of each word, once each, ascending.

        Each comes as the word's place, the token, its text, and the `mark_bits` of all keys they share.
        """
        numbers, owners, bits = asked(keys)
        first = np.searchsorted(self._hashes, numbers, side="left")
        lengths = np.searchsorted(self._hashes, numbers, side="right") - first
        if not lengths.any():
            return ()
        starts = np.cumsum(lengths) - lengths
        places = np.arange(int(lengths.sum())) + np.repeat(first - starts, lengths)
        both = np.repeat(owners << _OWNER | bits, lengths) | self._filed[places].astype(np.int64) << _TOKEN
        both.sort()
        pairs = both >> _TOKEN
        begins = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1])))
        shared = np.bitwise_or.reduceat(both & ANY, begins)
        pairs = pairs[begins]
        tokens = pairs & _TOKENS
        block, begin, end = self._block, self._offsets[tokens], self._offsets[tokens + 1]
        texts = (str(block[a:b], "utf-8") for a, b in zip(begin.tolist(), end.tolist(), strict=True))
        owned = pairs >> (_OWNER - _TOKEN)
        return zip(owned.tolist(), tokens.tolist(), texts, shared.tolist(), strict=True)


def _recalled(
    asked_about: Iterable[tuple[str, bool]],
    remembered: dict[tuple[str, bool], Rows],
    find: Callable[[list[tuple[str, bool]]], list[Rows]],
) -> list[Rows]:
    """What is asked about from memory, and what is not there found, all together."""
    wanted = list(asked_about)
    fresh = [one for one in dict.fromkeys(wanted) if one not in remembered]
    if not fresh:
        return [remembered[one] for one in wanted]
    found = dict(zip(fresh, find(fresh), strict=True))
    answer = [found.get(one) or remembered[one] for one in wanted]
    if len(remembered) + len(found) > _MOST_REMEMBERED:
        remembered.clear()
    remembered.update(found)
    return answer


def _keys(text: str, last: bool) -> Keys:
    keys = asked_keys(text)
    if last:
        return keys
    return Keys(tuple(key for key in keys.whole if key[0] != "p"), keys.clipped)


def _as_rows(found: list[tuple[int, int]]) -> Rows:
    return Rows(
        np.array([token for token, _ in found], dtype=np.int32),
        np.array([alike for _, alike in found], dtype=np.uint16),
    )
