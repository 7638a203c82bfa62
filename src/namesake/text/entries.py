"""A distinct word as texts write it: what of it is the word, and what it may be to a name by its looks."""

from __future__ import annotations

from functools import cache
from typing import Final
from unicodedata import category

import msgspec

from namesake.names.lexicon import lexicon, place_of
from namesake.names.writing import words_of
from namesake.text.anchors import NO_NAMES
from namesake.text.english import english
from namesake.text.function_words import is_function_word, stands_within_names
from namesake.text.lemmas import Lemma, lemmas_of
from namesake.text.unspaced import is_full_name

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
    "entry_of",
    "folded",
]

LIKE_A_NAME, INNER, ANCHOR, CAPITALS, SMALL, DIGITS, SHORT, LEGAL = 1, 2, 4, 8, 16, 32, 64, 128
"""What a word may be: the part of a name (it begins with a capital, or its script has none), what may stand
within one (of, al, 1), one that a listed name may be found by, written in capitals, in small letters, in
digits (ADRIAN DARYA 1), an initial or abbreviation before a full stop (Gen., Inc.), or a legal form."""

_POSSESSIVE: Final = ("'s", "s'")
_JOINERS: Final = frozenset({"of", "the", "and", "for", "de", "la", "del", "von", "van", "al", "el", "i"})

_ASSIMILATED: Final = frozenset({"ud", "ur", "us", "ush", "ut", "uz"})
"""The article "ul" before the consonant it is spoken as; "un" ends the names of Koreans."""


class Entry(msgspec.Struct, gc=False, eq=False):
    """A distinct word as texts write it.

    Attributes:
        text: without quotes around it and a possessive `s` behind.
        left, right: how many bytes were taken off at its ends.
        words: as names are compared, mostly one.
        owns: whether a possessive `s` was taken off.
        uncased: whether its script has no capitals, so that it looks like a name whatever it is.
        tokens: the listed tokens it resembles; until it is checked, those it may resemble.
        anchored: the listed names of several tokens that are found by one of those.
        lone: the listed names that are one of those tokens alone.
        lemmas: what it is besides itself, as lists write it, with the listed tokens that resemble this.
        listed: whether it is a listed token, letter by letter.
        known_role: what `role` answers, once it was asked.
    """

    text: str
    left: int
    right: int
    words: tuple[str, ...]
    owns: bool = False
    uncased: bool = False
    tokens: tuple[int, ...] = ()
    anchored: frozenset[int] = NO_NAMES
    lone: frozenset[int] = NO_NAMES
    lemmas: tuple[tuple[Lemma, frozenset[int]], ...] = ()
    listed: bool = False
    known_role: bool | None = None

    @property
    def place(self) -> bool:
        """Whether it says where somebody is from."""
        return bool(self.words) and place_of(self.text) is not None

    @property
    def role(self) -> bool:
        """Whether it is a title or role, or says where somebody is from: it may stand before a name."""
        if self.known_role is None:
            small = self.text.lower()
            self.known_role = bool(self.words) and (
                small in english().roles or self.words[0] in lexicon().titles or self.place
            )
        return self.known_role

    @property
    def full_name(self) -> bool:
        """Whether it may be a full name by itself, as Koreans and Chinese write theirs."""
        return self.uncased and (
            is_full_name(self.text) or any(is_full_name(lemma.text) for lemma in lemmas_of(self.text))
        )


def folded(text: str) -> tuple[str, ...]:
    """The words of a text as names are compared."""
    return tuple(word.text for word in words_of(text))


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


def entry_of(surface: bytes) -> tuple[Entry, int]:
    """What a word is, and what it may be as flags; from its bytes with marks as `text.words` has them."""
    if surface.isalpha():  # nothing but letters of ASCII, as most words are
        text = surface.decode()
        if surface.islower():
            return Entry(text, 0, 0, (text,)), _small_kinds().get(text, SMALL)
        small = text.lower()
        words: tuple[str, ...] = (small,)
        return Entry(text, 0, 0, words), _kind(text, small, words)
    edges = _edges(surface)
    if any(edges):
        entry, flags = entry_of(surface[edges[0] : len(surface) - edges[1]])
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
    words = (small,) if inner.isascii() and inner.isalpha() else folded(inner)
    if not words:
        return Entry(inner, left, right, ()), SMALL
    if inner.isascii():
        return Entry(inner, left, right, words, owns), _kind(inner, small, words)
    first = _first(inner)
    entry = Entry(inner, left, right, words, owns, first.lower() == first.upper() and not first.isdigit())
    if is_function_word(inner):
        return entry, SMALL | (INNER if stands_within_names(inner) or _may_be_initial(inner) else 0)
    return entry, _kind(inner, small, words)


def _is_mixed(word: str) -> bool:
    """Whether a word has capitals and small letters behind its first, as acronyms may: LeT."""
    rest = word[1:]
    return not rest.islower() and not rest.isupper() and rest.isalpha()


def _first(word: str) -> str:
    """The first letter or digit of a word; empty where it has none."""
    return word[0] if word[0].isalnum() else next((char for char in word if char.isalnum()), "")


@cache
def _small_kinds() -> dict[str, int]:
    """What words in small letters may be, of which that is not just such a word."""
    known = english().function | _JOINERS | _ASSIMILATED | lexicon().particles
    return {word: _kind(word, word, (word,)) for word in known if word.isalpha()}


def _may_be_initial(word: str) -> bool:
    """Whether a word is a capital letter: between two names "A" is no article and "I" no pronoun."""
    return len(word) == 1 and word.isupper()


def _kind(inner: str, small: str, words: tuple[str, ...]) -> int:
    """What a word may be; it comes without quotes, in small letters too, and as names are compared."""
    if (small in english().function or small in _JOINERS) and not _is_mixed(inner):
        flags = SMALL | (CAPITALS if len(inner) > 1 and inner.isupper() else 0)
        within = small in _JOINERS or small in lexicon().particles or _may_be_initial(inner)
        within = within or inner in _ASSIMILATED
        return flags | (INNER if within else 0)
    first = _first(inner)
    cased = first.lower() != first.upper()
    if first.isdigit():
        flags = INNER | DIGITS
    elif cased and not first.isupper():
        flags = SMALL | (INNER if small in lexicon().particles or inner in _ASSIMILATED else 0)
    else:
        flags = LIKE_A_NAME | (SHORT if len(inner) == 1 or small in english().shortened else 0)
        if lexicon().legal.longest_at(words)[1] == len(words):
            flags |= LEGAL
    if cased and len(inner) > 1 and inner.isupper():
        flags |= CAPITALS
    return flags
