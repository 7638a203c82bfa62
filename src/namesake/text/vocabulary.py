"""What is known of each distinct word of texts: how it is written, and which listed tokens it resembles.

A text repeats its words, and texts repeat one another's: all of this is found out once for a word.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from namesake.index.lattice import Lattice, Rows
from namesake.match.strings import MARKS
from namesake.names.languages import lights
from namesake.text.anchors import Anchors
from namesake.text.entries import ANCHOR, DIGITS, LIKE_A_NAME, Entry, entry_of, folded
from namesake.text.lemmas import Lemma, lemmas_of
from namesake.text.slavic_cases import stands_in_any_case
from namesake.text.unspaced import has_han

__all__ = ["Vocabulary"]

_LEAST: Final = 70
"""Percent: what is less alike than this is no spelling of the same name."""
_MOST_WORDS: Final = 1 << 19
_SAME: Final = MARKS["t"]
"""What only the same letters share."""


class Vocabulary:
    """The words met so far, by number.

    Args:
        lattice: what finds the listed tokens that resemble a word.
        anchors: which names these lead to.
    """

    def __init__(self, lattice: Lattice, anchors: Anchors) -> None:
        self._lattice, self._anchors = lattice, anchors
        self._lone = frozenset(key for token in anchors.lone_tokens() for key in _sounds(token))
        self._persons_token = lru_cache(maxsize=_MOST_WORDS)(anchors.persons_token)
        self.clear()

    def clear(self) -> None:
        """Forget all words; their numbers mean nothing any more."""
        self._numbers = _Numbers()
        self._looked_up: set[int] = set()
        self._ended: set[int] = set()
        self._unchecked: set[int] = set()
        self._not_alone: set[int] = set()
        self.entries: list[Entry] = []
        self.flags: NDArray[np.uint8] = np.zeros(1 << 12, dtype=np.uint8)

    @property
    def full(self) -> bool:
        """Whether so many words are known that it is time to forget them."""
        return len(self.entries) > _MOST_WORDS

    def number_of(self, word: str) -> int | None:
        """The number of a word; None while it was not met."""
        return self._numbers.get(word.encode())

    def numbers(self, surfaces: Sequence[bytes]) -> NDArray[np.int32]:
        """The number of each of these words."""
        known, first = self._numbers, len(self.entries)
        numbers = np.fromiter(map(known.__getitem__, surfaces), dtype=np.int32, count=len(surfaces))
        if known.fresh:
            flags: list[int] = []
            for surface in known.fresh:
                entry, flag = entry_of(surface)
                self.entries.append(entry)
                flags.append(flag)
            known.fresh.clear()
            while len(self.entries) > len(self.flags):
                self.flags = np.concatenate((self.flags, np.zeros_like(self.flags)))
            self.flags[first : len(self.entries)] = flags
        return numbers

    def look_up(self, beside: Iterable[int], alone: Iterable[int], ending: Set[int] = frozenset()) -> None:
        """Find the listed tokens that words may spell, so far as it is not known.

        Whether they do is asked of few: see `check`.

        Args:
            beside: the numbers of words that stand beside others like names.
            alone: those of words that stand alone: of these only the ones that sound like a name of one word.
            ending: those among `beside` that are of a name though they begin small: Kim Jong-un, bank "Otto".
        """
        wanted = set(beside) - self._looked_up
        for number in set(alone) - self._looked_up - self._not_alone - wanted:
            if self._may_be_lone(self.entries[number]):
                wanted.add(number)
            else:
                self._not_alone.add(number)
        self._looked_up |= wanted
        # What begins small is looked up when it first ends a name, wherever it stood before.
        ended = ending - self._ended
        self._ended |= ended
        fresh = [
            number
            for number in sorted(wanted | ended)
            if self.entries[number].words
            and number in (wanted if self.flags[number] & (LIKE_A_NAME | DIGITS) else ended)
        ]
        if not fresh:
            return
        near = iter(self._lattice.near([word for number in fresh for word in self.entries[number].words]))
        found: list[tuple[int, set[int]]] = []
        declined: list[int] = []
        for number in fresh:
            entry = self.entries[number]
            tokens: set[int] = set()
            for _ in entry.words:
                shared = next(near)
                tokens.update(shared)
                entry.listed = entry.listed or any(marks & _SAME for marks in shared.values())
            if tokens:
                found.append((number, tokens))
                self._unchecked.add(number)
            if not entry.text.isascii() and lemmas_of(entry.text):
                declined.append(number)
        self._lead(found)
        # What else a word may be is not near it.
        self._unchecked.update(declined)
        self.check(declined)

    def check(self, numbers: Iterable[int]) -> None:
        """Leave these words only the listed tokens that they do spell, and the names that these lead to."""
        unchecked = sorted(self._unchecked.intersection(numbers))
        if not unchecked:
            return
        self._unchecked.difference_update(unchecked)
        rows = iter(self._lattice.spelled([word for one in unchecked for word in self.entries[one].words]))
        found: list[tuple[int, set[int]]] = []
        for number in unchecked:
            entry = self.entries[number]
            tokens = _resembled(entry.words, rows)
            if not entry.text.isascii():
                entry.lemmas = tuple(self._recognised(lemmas_of(entry.text)))
                tokens.update(*(of_lemma for _, of_lemma in entry.lemmas))
            found.append((number, tokens))
        self._lead(found)

    def names_somebody(self, entry: Entry, case: str = "") -> bool:
        """Whether a listed person's name has this word, in the same letters.

        Args:
            entry: the word.
            case: in which it must stand, as a letter of `slavic_cases.CASES`; as lists write it if empty.
        """
        if not entry.tokens:
            return False
        words = {
            word for lemma, _ in entry.lemmas if case and case in lemma.cases for word in folded(lemma.text)
        }
        if not case or stands_in_any_case(entry.text, ""):
            words.update(entry.words)
        return any(self._persons_token(word) in entry.tokens for word in words)

    def _may_be_lone(self, entry: Entry) -> bool:
        """Whether a word that stands alone may be all of a name, by its sound."""
        words = entry.words
        if not entry.text.isascii():
            if entry.full_name or has_han(entry.text):
                return True
            words += tuple(word for lemma in lemmas_of(entry.text) for word in folded(lemma.text))
        return not self._lone.isdisjoint(key for word in words for key in _sounds(word))

    def _recognised(self, lemmas: Sequence[Lemma]) -> Iterator[tuple[Lemma, frozenset[int]]]:
        """Those of the lemmas that resemble listed tokens, with these."""
        words_of_each = [folded(lemma.text) for lemma in lemmas]
        rows = iter(self._lattice.spelled([word for words in words_of_each for word in words]))
        for lemma, words in zip(lemmas, words_of_each, strict=True):
            tokens = _resembled(words, rows)
            if tokens:
                yield lemma, frozenset(tokens)

    def _lead(self, found: Sequence[tuple[int, Collection[int]]]) -> None:
        """Put down the tokens of these words, and the names that they lead to."""
        if not found:
            return
        for (number, tokens), leads in zip(
            found, self._anchors.leads([tokens for _, tokens in found]), strict=True
        ):
            entry = self.entries[number]
            entry.tokens, entry.anchored = tuple(tokens), leads.several
            flag = self.flags.item(number)
            if flag & LIKE_A_NAME:
                entry.lone = leads.lone
                self.flags[number] = flag | ANCHOR if leads.several or leads.lone else flag & ~ANCHOR


class _Numbers(dict[bytes, int]):
    """Numbers of words, in the order in which they are first asked for; those then are in `fresh`."""

    __slots__ = ("fresh",)

    def __init__(self) -> None:
        self.fresh: list[bytes] = []

    def __missing__(self, surface: bytes) -> int:
        number = self[surface] = len(self)
        self.fresh.append(surface)
        return number


def _resembled(words: Iterable[str], rows: Iterator[Rows]) -> set[int]:
    """The listed tokens that words resemble, of which the next rows tell."""
    found: set[int] = set()
    for _ in words:
        each = next(rows)
        found.update(each.tokens[each.alike >> 8 >= _LEAST].tolist())
    return found


def _sounds(word: str) -> tuple[str, ...]:
    return lights(word) if word.isascii() and not word.isdigit() else (word,)
