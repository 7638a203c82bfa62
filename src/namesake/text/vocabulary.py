"""What is known of each distinct word of texts: how it is written, and which listed tokens it resembles.

A text repeats its words, and texts repeat one another's: all of this is found out once for a word.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from typing import Final
from unicodedata import category

import msgspec
import numpy as np
from numpy.typing import NDArray

from namesake.index.lattice import Lattice, Rows
from namesake.index.snapshot import Texts
from namesake.names.languages import lights
from namesake.names.lexicon import lexicon, place_of
from namesake.names.writing import words_of
from namesake.text.english import english
from namesake.text.function_words import is_function_word, stands_within_names
from namesake.text.lemmas import Lemma, lemmas_of
from namesake.text.slavic_cases import stands_in_any_case
from namesake.text.unspaced import has_han, is_full_name

__all__ = [
    "ANCHOR",
    "CAPITALS",
    "DIGITS",
    "INNER",
    "LEGAL",
    "LIKE_A_NAME",
    "SHORT",
    "SMALL",
    "Entry",
    "Vocabulary",
]

LIKE_A_NAME, INNER, ANCHOR, CAPITALS, SMALL, DIGITS, SHORT, LEGAL = 1, 2, 4, 8, 16, 32, 64, 128
"""What a word may be: the part of a name (it begins with a capital, or its script has none), what may stand
within one (of, al, 1), one that a listed name may be found by, written in capitals, in small letters, in
digits (ADRIAN DARYA 1), so short that a full stop may shorten it (Gen., Inc.), or a legal form."""

_LEAST: Final = 70
"""Percent: what is less alike than this is no spelling of the same name."""
_ABBREVIATED: Final = 4
"""Letters of a word that a full stop may follow within a name: Gen., Inc., Corp."""
_MOST_WORDS: Final = 1 << 19
_POSSESSIVE: Final = ("'s", "s'")
_JOINERS: Final = frozenset({"of", "the", "and", "for", "de", "la", "del", "von", "van", "al", "el", "i"})


class Entry(msgspec.Struct, gc=False, eq=False):
    """A distinct word as texts write it.

    Attributes:
        text: without quotes around it and a possessive `s` behind.
        left, right: how many bytes were taken off at its ends.
        words: as names are compared, mostly one.
        tokens: the listed tokens it resembles.
        anchored: the listed names of several tokens that are found by one of those.
        lone: the listed names that are one of those tokens alone.
        owns: whether a possessive `s` was taken off.
        listed: whether it is a listed token, letter by letter.
        lemmas: what it is besides itself, as lists write it, with the listed tokens that resemble this.
        uncased: whether its script has no capitals, so that it looks like a name whatever it is.
    """

    text: str
    left: int
    right: int
    words: tuple[str, ...]
    tokens: tuple[int, ...] = ()
    anchored: tuple[int, ...] = ()
    lone: tuple[int, ...] = ()
    owns: bool = False
    listed: bool = False
    lemmas: tuple[tuple[Lemma, frozenset[int]], ...] = ()
    uncased: bool = False

    @property
    def place(self) -> bool:
        """Whether it says where somebody is from."""
        return bool(self.words) and place_of(self.text) is not None

    @property
    def full_name(self) -> bool:
        """Whether it may be a full name by itself, as Koreans and Chinese write theirs."""
        return self.uncased and (
            is_full_name(self.text) or any(is_full_name(lemma.text) for lemma in lemmas_of(self.text))
        )

    @property
    def role(self) -> bool:
        """Whether it is a title or role, or says where somebody is from: it may stand before a name."""
        small = self.text.lower()
        if not self.words:
            return False
        return small in english().roles or self.words[0] in lexicon().titles or self.place


class Vocabulary:
    """The words met so far, by number.

    Args:
        lattice: what finds the listed tokens that resemble a word.
        tokens: the listed tokens.
        anchors: for each of them where its names begin in `anchored`, and where the last one's end.
        anchored: listed names, by the tokens they are found by.
        alone: for each listed name whether it is one token alone.
        persons: for each listed name whether it is a person's.
    """

    def __init__(
        self,
        lattice: Lattice,
        tokens: Texts,
        anchors: NDArray[np.int64],
        anchored: NDArray[np.int64],
        alone: NDArray[np.bool_],
        persons: NDArray[np.bool_],
    ) -> None:
        self._lattice, self.texts, self._persons = lattice, tokens, persons
        self._anchors, self._anchored, self._alone = anchors, anchored, alone
        lone = np.unique(np.searchsorted(anchors, np.flatnonzero(alone[anchored]), side="right") - 1)
        self._lone = frozenset(key for token in lone.tolist() for key in _sounds(tokens[token]))
        self.clear()

    def clear(self) -> None:
        """Forget all words; their numbers mean nothing any more."""
        self._numbers: dict[bytes, int] = {}
        self._looked_up: set[int] = set()
        self.entries: list[Entry] = []
        self.flags: NDArray[np.uint8] = np.zeros(1 << 12, dtype=np.uint8)

    @property
    def full(self) -> bool:
        """Whether so many words are known that it is time to forget them."""
        return len(self.entries) > _MOST_WORDS

    def number_of(self, surface: bytes) -> int | None:
        """The number of a word; None while it was not met."""
        return self._numbers.get(surface)

    def numbers(self, surfaces: Sequence[bytes]) -> NDArray[np.int32]:
        """The number of each of these words."""
        known = self._numbers
        for surface in dict.fromkeys(surfaces):
            if surface not in known:
                entry, flags = _entry(surface)
                number = known[surface] = len(self.entries)
                self.entries.append(entry)
                if number == len(self.flags):
                    self.flags = np.concatenate((self.flags, np.zeros_like(self.flags)))
                self.flags[number] = flags
        return np.fromiter(map(known.__getitem__, surfaces), dtype=np.int32, count=len(surfaces))

    def look_up(self, beside: Iterable[int], alone: Iterable[int], ending: Container[int] = ()) -> None:
        """Find the listed tokens that words spell, so far as it is not known.

        Args:
            beside: the numbers of words that stand beside others like names.
            alone: those of words that stand alone: of these only the ones that sound like a name of one word.
            ending: those among `beside` that end a name though they begin small: Kim Jong-un.
        """
        wanted = set(beside) - self._looked_up
        for number in set(alone) - self._looked_up - wanted:
            entry = self.entries[number]
            words = entry.words
            if not entry.text.isascii():
                words += tuple(word for lemma in lemmas_of(entry.text) for word in _folded(lemma.text))
            if (
                entry.full_name
                or has_han(entry.text)
                or not self._lone.isdisjoint(key for word in words for key in _sounds(word))
            ):
                wanted.add(number)
        self._looked_up |= wanted
        fresh = [
            number
            for number in sorted(wanted)
            if self.entries[number].words
            and (self.flags[number] & (LIKE_A_NAME | DIGITS) or number in ending)
        ]
        rows = iter(self._lattice.spelled([word for number in fresh for word in self.entries[number].words]))
        for number in fresh:
            entry = self.entries[number]
            found = self._resembled(entry.words, rows, entry)
            lemmas = () if entry.text.isascii() else lemmas_of(entry.text)
            if lemmas:
                entry.lemmas = tuple(self._recognised(lemmas))
                found.update(*(tokens for _, tokens in entry.lemmas))
            if found:
                self._lead(number, entry, tuple(sorted(found)))

    def names_by(self, tokens: Iterable[int]) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
        """The listed names that have one of these tokens as an anchor, and which are one token alone."""
        starts, anchored = self._anchors, self._anchored
        names = np.unique(np.concatenate([anchored[starts[one] : starts[one + 1]] for one in tokens]))
        return names, self._alone[names]

    def names_somebody(self, entry: Entry, case: str = "") -> bool:
        """Whether a listed person's name has this word, in the same letters.

        Args:
            entry: the word.
            case: in which it must stand, as a letter of `slavic_cases.CASES`; as lists write it if empty.
        """
        words = {
            word for lemma, _ in entry.lemmas if case and case in lemma.cases for word in _folded(lemma.text)
        }
        if not case or stands_in_any_case(entry.text, ""):
            words.update(entry.words)
        starts, anchored = self._anchors, self._anchored
        return any(
            self._persons[anchored[starts[token] : starts[token + 1]]].any()
            for token in entry.tokens
            if self.texts[token] in words
        )

    def _resembled(self, words: Sequence[str], rows: Iterator[Rows], entry: Entry | None = None) -> set[int]:
        """The listed tokens that words resemble, of which the next rows tell."""
        found: set[int] = set()
        for _ in words:
            each = next(rows)
            alike = each.alike >> 8
            found.update(each.tokens[alike >= _LEAST].tolist())
            if entry is not None:
                entry.listed = entry.listed or bool(len(alike) and alike.max() == 100)
        return found

    def _recognised(self, lemmas: Sequence[Lemma]) -> Iterator[tuple[Lemma, frozenset[int]]]:
        """Those of the lemmas that resemble listed tokens, with these."""
        folded = [_folded(lemma.text) for lemma in lemmas]
        rows = iter(self._lattice.spelled([word for words in folded for word in words]))
        for lemma, words in zip(lemmas, folded, strict=True):
            tokens = self._resembled(words, rows)
            if tokens:
                yield lemma, frozenset(tokens)

    def _lead(self, number: int, entry: Entry, tokens: tuple[int, ...]) -> None:
        """Put down the names that these tokens lead to."""
        entry.tokens = tokens
        names, alone = self.names_by(tokens)
        entry.anchored = tuple(names[~alone].tolist())
        if self.flags[number] & LIKE_A_NAME:
            entry.lone = tuple(names[alone].tolist())
            if len(names):
                self.flags[number] |= ANCHOR


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.text for word in words_of(text))


def _sounds(word: str) -> tuple[str, ...]:
    return lights(word) if word.isascii() and not word.isdigit() else (word,)


def _edges(surface: bytes) -> tuple[int, int]:
    """How many bytes at its ends are signs that belong to no word: emoji, trade marks, what is not seen."""
    if surface.isascii():
        return 0, 0
    text = surface.decode("utf-8", "surrogatepass")
    kept = [place for place, char in enumerate(text) if char.isalnum() or char in "'`"]
    if not kept:
        return 0, 0
    first, end = kept[0], kept[-1] + 1
    # Accents and vowel signs are of the letter before them.
    while end < len(text) and category(text[end]).startswith("M"):
        end += 1
    left, right = (part.encode("utf-8", "surrogatepass") for part in (text[:first], text[end:]))
    return len(left), len(right)


def _entry(surface: bytes) -> tuple[Entry, int]:
    edges = _edges(surface)
    if any(edges):
        entry, flags = _entry(surface[edges[0] : len(surface) - edges[1]])
        entry.left += edges[0]
        entry.right += edges[1]
        return entry, flags
    bare = surface.replace(b"\1", b"")
    text = bare.decode("utf-8", "replace")
    inner = text.strip("'`")
    left = len(surface) - len(surface.lstrip(b"'`\1"))
    right = len(surface) - len(surface.rstrip(b"'`\1")) if inner else 0
    owns = False
    if len(inner) > 2 and inner[-2:].lower() in _POSSESSIVE:
        cut = surface[: len(surface) - right]
        apostrophe = cut.rfind(b"'")
        owns = True
        right = len(surface) - apostrophe
        inner = inner[:-2]
    elif inner and len(text.rstrip("'`")) < len(text) and text[len(text.rstrip("'`")) - 1 :][:1] in "sS":
        owns = True
    small = inner.lower()
    if inner.isascii() and inner.isalpha():
        folded: tuple[str, ...] = (small,)
    else:
        folded = _folded(inner) if inner else ()
    flags = 0
    if not folded:
        return Entry(inner, left, right, ()), SMALL
    if not inner.isascii() and is_function_word(inner):
        within = INNER if stands_within_names(inner) else 0
        return Entry(inner, left, right, folded, uncased=inner.lower() == inner.upper()), SMALL | within
    if small in english().function or small in _JOINERS:
        flags |= INNER if small in _JOINERS or small in lexicon().particles else 0
        flags |= SMALL | (CAPITALS if len(inner) > 1 and inner.isupper() else 0)
        return Entry(inner, left, right, folded, owns=owns), flags
    first = next((char for char in inner if char.isalnum()), "")
    cased = first.lower() != first.upper()
    if first.isdigit():
        flags |= INNER | DIGITS
    elif not cased or first.isupper():
        flags |= LIKE_A_NAME
    else:
        flags |= SMALL
        if small in lexicon().particles:
            flags |= INNER
    if flags & LIKE_A_NAME and len(inner) <= _ABBREVIATED:
        flags |= SHORT
    if flags & LIKE_A_NAME and lexicon().legal.longest_at(folded)[1] == len(folded):
        flags |= LEGAL
    if cased and len(inner) > 1 and inner.isupper():
        flags |= CAPITALS
    uncased = not cased and not first.isdigit()
    return Entry(inner, left, right, folded, owns=owns, uncased=uncased), flags
