"""A text as one array of words, found all at once.

The text is looked at as bytes: what they are (letters, marks that part sentences, spaces) is looked up in a
table of 256, so that finding where words begin takes a few passes over an array and no loop. Places come
back as characters only where something was found.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["BREAK", "COMMA", "HYPHEN", "LINE", "POINT", "SPACE", "Words", "words_in"]

SPACE, LINE, HYPHEN, COMMA, POINT, BREAK = range(6)
"""What stands between two words, at the most: a break parts whatever is on its sides, and the end of a line
or cell (a tab) may part names or stand within one."""

# Marks of several bytes, as one of a byte that means the same, filled up to as many bytes: with spaces where
# they part words, else with the byte 1, which is ignored within a word.
_MARKS: Final = {
    "’": "'", "‘": "'", "´": "'", "ʼ": "'", "ʻ": "'", "ʿ": "\1", "ʾ": "\1", "′": "'", "＇": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‹": '"', "›": '"', "…": ";", "–": ";", "—": ";",
    "‐": "-", "‑": "-", "\u00a0": " ", "\u202f": " ", "\u3000": " ",
    **{chr(space): " " for space in (0x1680, *range(0x2000, 0x200B), 0x205F)}, "\u0085": "\n",
    "\u2028": "\n", "\u2029": "\n", "،": ",", "؛": ";", "؟": "?", "、": ";", "。": ";", "，": ",", "：": ";",
    "·": " ", "・": " ", "•": ";", "（": "(", "）": ")", "「": '"', "」": '"', "¿": ";", "¡": ";",
    "\u200b": "\1", "\u200c": "\1", "\u200d": "\1", "\u200e": "\1", "\u200f": "\1", "\u2060": "\1",
    "\u00ad": "\1",
    "\u202a": "\1", "\u202b": "\1", "\u202c": "\1", "\u202d": "\1", "\u202e": "\1", "\u2066": "\1",
    "\u2067": "\1", "\u2068": "\1", "\u2069": "\1", "\ufeff": "\1", "\u061c": "\1",
}  # fmt: skip
_PARTING: Final = set('\n ,;?()"-')
# A hyphen is at the end of the line that it breaks a word over; at the beginning of one it is a bullet.
_BULLET: Final = re.compile(rb"(\n[ \t]*)-")


def _same_length(mark: str, like: str) -> tuple[bytes, bytes]:
    encoded = mark.encode()
    return encoded, (like + (" " if like in _PARTING else "\1") * (len(encoded) - 1)).encode()


_REPLACED: Final = {mark: _same_length(mark, like) for mark, like in _MARKS.items()}


def _kinds() -> NDArray[np.uint8]:
    """Of each byte what it is to a word: 255 a part of it, else what it is between two."""
    kinds = np.full(256, BREAK, dtype=np.uint8)
    for char in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'`\1":
        kinds[ord(char)] = _INSIDE
    kinds[128:] = _INSIDE
    for chars, kind in ((" ", SPACE), ("\t\r\n", LINE), ("-", HYPHEN), (",&", COMMA), (".", POINT)):
        for char in chars:
            kinds[ord(char)] = kind
    return kinds


_INSIDE: Final = 255
_KINDS: Final = _kinds()
_BEYOND: Final = 0xC0
"""The bytes from here on begin characters that are not ASCII."""
_TO_SPACES: Final = bytes(byte if _KINDS[byte] == _INSIDE else 32 for byte in range(256))


class Words(NamedTuple):
    """The words of a text, in order.

    Attributes:
        surfaces: each as it stands there, as UTF-8, with marks as `_MARKS` has them.
        starts, ends: bytes of the text as UTF-8.
        before: what stands before each, at the most; `BREAK` before the first.
        places: for each byte the character it is in, and one more for the end.
    """

    surfaces: list[bytes]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    before: NDArray[np.uint8]
    places: NDArray[np.int32]

    def span(self, first: int, last: int, left: int = 0, right: int = 0) -> tuple[int, int]:
        """The characters from one word to another, without so many bytes at either end."""
        start, end = int(self.starts[first]) + left, int(self.ends[last]) - right
        return int(self.places[start]), int(self.places[end])

    def part(self, first: int, behind: int, start: int, end: int) -> Words:
        """Some of the words as those of the text that these bytes are, the first as the first of any."""
        before = self.before[first:behind].copy()
        before[:1] = BREAK
        return Words(
            self.surfaces[first:behind],
            self.starts[first:behind] - start,
            self.ends[first:behind] - start,
            before,
            self.places[start : end + 1] - self.places[start],
        )

    def between(self, text: str, place: int) -> str:
        """What stands in the text before a word, behind the one before it."""
        start = self.places[self.ends[place - 1]] if place else 0
        return text[start : self.places[self.starts[place]]]


def words_in(text: str) -> Words:
    """The words of a text."""
    raw = text.encode("utf-8", "surrogatepass")
    if len(raw) == len(text):
        places = np.arange(len(raw) + 1, dtype=np.int32)
    else:
        # A byte that continues a character does not begin one.
        begins = (np.frombuffer(raw, dtype=np.uint8) & 0xC0) != 0x80
        places = np.full(len(raw) + 1, len(text), dtype=np.int32)
        np.cumsum(begins, out=places[:-1])
        places[:-1] -= 1
        beyond = {
            text[place]
            for place in places[(np.frombuffer(raw, dtype=np.uint8) >= _BEYOND).nonzero()[0]].tolist()
        }
        for mark in _REPLACED.keys() & beyond:
            raw = raw.replace(*_REPLACED[mark])
    raw = _BULLET.sub(rb"\1;", raw)
    kinds = _KINDS[np.frombuffer(raw, dtype=np.uint8)]
    inside = np.zeros(len(raw) + 2, dtype=np.bool_)
    inside[1:-1] = kinds == _INSIDE
    edges = (inside[1:] != inside[:-1]).nonzero()[0]
    starts, ends = edges[::2], edges[1::2]
    surfaces = raw.translate(_TO_SPACES).split()
    before = np.full(len(starts), BREAK, dtype=np.uint8)
    if len(starts) > 1:
        between = edges[1:-1]
        before[1:] = np.maximum.reduceat(kinds, between)[::2]
        # An empty line parts what stands around it.
        line_ends = (np.frombuffer(raw, dtype=np.uint8) == 10).nonzero()[0]
        behind = np.searchsorted(starts, line_ends)
        before[behind[1:][(behind[1:] == behind[:-1]) & (behind[1:] < len(starts))]] = BREAK
    return Words(surfaces, starts, ends, before, places)
