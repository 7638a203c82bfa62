"""A name as its words and the units that a person keeps together.

It shares nothing with how the engine takes names apart: what measures the engine must not share its
mistakes.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

__all__ = ["PARTICLES", "Piece", "folded", "given_and_family", "pieces", "replaced", "units"]

# Articles and words of descent that belong to the word after them.
_PARTICLES: Final = """
al el ul ad ar as ash at an bin ibn ben bint binti ould wald abu
de del della di da do dos das la le van von der den ter zu
"""
PARTICLES: Final = frozenset(_PARTICLES.split())
_WORD: Final = re.compile(r"[^\W_]+(?:['’ʼ‘`´ʻ][^\W_]+)*")


class Piece(NamedTuple):
    """A run of letters in a name: its text, and where it stands."""

    text: str
    start: int
    end: int


def pieces(name: str) -> list[Piece]:
    """The words of a name; apostrophes join, all else separates.

    >>> [piece.text for piece in pieces("AL-SA'DI, Ali")]
    ['AL', "SA'DI", 'Ali']
    """
    return [Piece(found[0], found.start(), found.end()) for found in _WORD.finditer(name)]


def replaced(name: str, piece: Piece, text: str) -> str:
    """The name with another text in place of a piece."""
    return name[: piece.start] + text + name[piece.end :]


def units(name: str) -> list[Piece]:
    """The words of a name, each with the particles that stand before it.

    >>> [unit.text for unit in units("Saddam Hussein AL-TIKRITI")]
    ['Saddam', 'Hussein', 'AL-TIKRITI']
    """
    found: list[Piece] = []
    start = -1
    words = pieces(name)
    for number, word in enumerate(words):
        start = word.start if start < 0 else start
        last = number == len(words) - 1 or "," in name[word.end : words[number + 1].start]
        if word.text.lower() in PARTICLES and not last:
            continue
        found.append(Piece(name[start : word.end], start, word.end))
        start = -1
    return found


def given_and_family(name: str) -> tuple[list[str], list[str]]:
    """Its given names and its family name, as units: what stands before a comma, or else the last."""
    found = units(name)
    comma = name.find(",")
    if comma >= 0:
        family = [unit.text for unit in found if unit.start < comma]
        return [unit.text for unit in found if unit.start >= comma], family
    return [unit.text for unit in found[:-1]], [unit.text for unit in found[-1:]]


def folded(word: str) -> str:
    """A word in small letters without accents and signs, for comparing words with one another.

    >>> folded("Sa‘îd")
    'said'
    """
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in plain if char.isalnum())
