"""The listed tokens that resemble a token asked about, each with how much and why.

This is where similarity is computed: once for each pair of tokens, remembered for the next name that
has the token, never once for each pair of names.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable
from typing import Final, TypeVar

import msgspec
import numpy as np

from namesake.index.hashing import BEGINNING, asked, taken_from
from namesake.index.layout import Array
from namesake.index.snapshot import Snapshot
from namesake.match.alike import Reason
from namesake.match.evidence import SCORING
from namesake.match.joining import asked_meets, asked_run_keys
from namesake.match.strings import MARKS, Keys, alike_by, asked_keys, slipped_keys, spelled_keys

__all__ = ["REASONS", "Lattice", "Rows"]

REASONS: Final = tuple(Reason)
_PLACE: Final = {reason: place for place, reason in enumerate(REASONS)}
_MOST_REMEMBERED: Final = 1 << 17
_Asked = TypeVar("_Asked", bound=Hashable)
_Answer = TypeVar("_Answer")


class Rows(msgspec.Struct, gc=False):
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
        self._texts = snapshot.tokens
        self._block = snapshot.arrays["token_block"].data
        self._offsets = snapshot.arrays["token_offsets"].data
        self._shelves = snapshot.arrays["key_shelves"]
        self._filed = snapshot.arrays["key_tokens"]
        self._remembered: dict[tuple[str, bool], Rows] = {}
        self._remembered_near: dict[str, dict[int, int]] = {}
        self._remembered_spelled: dict[str, Rows] = {}
        self._remembered_slipped: dict[str, Rows] = {}
        self._remembered_runs: dict[tuple[str, bool], Rows] = {}

    def rows(self, tokens: Iterable[tuple[str, bool]]) -> list[Rows]:
        """For each of the tokens all listed ones alike to it, by any relation that `match.strings` knows.

        Args:
            tokens: texts, and whether each was written last in its name: what a token may be cut short
                from counts only then. Asked about together they cost less than one by one.
        """
        return _recalled(tokens, self._remembered, self._find)

    def spelled(self, texts: Iterable[str]) -> list[Rows]:
        """For each of these words the listed tokens that are other spellings of it, without slips of the pen.

        So much less has to be looked up that a text's every word can be.
        """
        return _recalled(texts, self._remembered_spelled, self._find_spelled)

    def near(self, texts: Iterable[str]) -> list[dict[int, int]]:
        """For each of these words the listed tokens among which `spelled` looks, each with what they share.

        Most of them are spellings of the word, and to find them all costs less than to compare one.
        """
        return _recalled(texts, self._remembered_near, self._find_near)

    def slipped(self, texts: Iterable[str]) -> list[Rows]:
        """The same, and the listed tokens that are a letter away from each word or from its sound."""
        return _recalled(texts, self._remembered_slipped, self._find_slipped)

    def sharing(self, keys: list[Keys]) -> tuple[Array, Array]:
        """The listed tokens that share one of these keys with a word: places of words, ascending; tokens."""
        numbers, owners, _ = asked(keys)
        places, tokens = taken_from(self._shelves, self._filed, numbers)
        order = np.argsort(owners[places], kind="stable")
        return owners[places][order], tokens[order]

    def run_rows(self, runs: Iterable[tuple[str, bool]]) -> list[Rows]:
        """For each of the runs all listed tokens it may be written as (`match/joining.py`).

        Args:
            runs: texts, and whether each is an acronym.
        """
        return _recalled(runs, self._remembered_runs, self._find_runs)

    def _find(self, wanted: list[tuple[str, bool]]) -> list[Rows]:
        return self._alike(wanted, self._proposed([_keys(*one) for one in wanted]))

    def _find_near(self, wanted: list[str]) -> list[dict[int, int]]:
        return self._proposed([spelled_keys(text) for text in wanted])

    def _find_spelled(self, wanted: list[str]) -> list[Rows]:
        return self._alike([(text, False) for text in wanted], self.near(wanted))

    def _find_slipped(self, wanted: list[str]) -> list[Rows]:
        words = [(text, False) for text in wanted]
        return self._alike(words, self._proposed([slipped_keys(text) for text in wanted]))

    def _alike(self, wanted: list[tuple[str, bool]], proposed: list[dict[int, int]]) -> list[Rows]:
        found: list[Rows] = []
        for (text, last), of_word in zip(wanted, proposed, strict=True):
            tokens: list[int] = []
            alike: list[int] = []
            for token in sorted(of_word):
                value, reason = alike_by(text, self._text(token), of_word[token])
                if reason is not None and (last or reason is not Reason.CUT):
                    tokens.append(token)
                    alike.append(value << 8 | _PLACE[reason])
            found.append(_as_rows(tokens, alike))
        return found

    def _find_runs(self, wanted: list[tuple[str, bool]]) -> list[Rows]:
        keys = [Keys(asked_run_keys(*one), ()) for one in wanted]
        found: list[Rows] = []
        for (text, acronym), proposed in zip(wanted, self._proposed(keys), strict=True):
            tokens: list[int] = []
            alike: list[int] = []
            for token in sorted(proposed):
                listed = self._text(token)
                if not asked_meets(text, acronym, listed):
                    continue
                value, reason = SCORING.joined, Reason.JOINED
                if acronym:
                    value, reason = SCORING.acronym, Reason.ACRONYM
                elif text.isascii() != listed.isascii():
                    value = SCORING.joined_across
                tokens.append(token)
                alike.append(value << 8 | _PLACE[reason])
            found.append(_as_rows(tokens, alike))
        return found

    def _proposed(self, keys: list[Keys]) -> list[dict[int, int]]:
        """For each word the listed tokens filed under any of its keys, with the `MARKS` of all they share."""
        shared: list[dict[int, int]] = [{} for _ in keys]
        numbers, owners, bits = asked(keys)
        places, tokens = taken_from(self._shelves, self._filed, numbers)
        for owner, bit, token in zip(
            owners[places].tolist(), bits[places].tolist(), tokens.tolist(), strict=True
        ):
            known = shared[owner]
            known[token] = known.get(token, 0) | bit
        for known, each in zip(shared, keys, strict=True):
            for key in each.whole:
                if key[0] == BEGINNING:
                    known.update(
                        (token, known.get(token, 0) | MARKS[BEGINNING]) for token in self._begun(key[1:])
                    )
        return shared

    def _text(self, token: int) -> str:
        return str(self._block[self._offsets[token] : self._offsets[token + 1]], "utf-8")

    def _begun(self, text: str) -> range:
        """The listed tokens that begin so and go on in ASCII, which is all that can be cut short."""
        first = bisect_left(self._texts, text)
        return range(first, bisect_left(self._texts, text + "\x7f", first))


def _recalled(
    asked_about: Iterable[_Asked],
    remembered: dict[_Asked, _Answer],
    find: Callable[[list[_Asked]], list[_Answer]],
) -> list[_Answer]:
    """What is asked about from memory, and what is not there found, all together."""
    wanted = list(asked_about)
    known = [remembered.get(one) for one in wanted]
    fresh = list(dict.fromkeys(one for one, rows in zip(wanted, known, strict=True) if rows is None))
    found = dict(zip(fresh, find(fresh), strict=True)) if fresh else {}
    # Another thread may forget meanwhile what was known just now.
    answer = [found[one] if rows is None else rows for one, rows in zip(wanted, known, strict=True)]
    if fresh:
        if len(remembered) + len(found) > _MOST_REMEMBERED:
            remembered.clear()
        remembered.update(found)
    return answer


def _keys(text: str, last: bool) -> Keys:
    keys = asked_keys(text)
    if last:
        return keys
    return Keys(tuple(key for key in keys.whole if key[0] != BEGINNING), keys.clipped)


def _as_rows(tokens: list[int], alike: list[int]) -> Rows:
    return Rows(np.array(tokens, dtype=np.int32), np.array(alike, dtype=np.uint16))
