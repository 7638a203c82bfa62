"""Where words of a text stand together that may be parts of one name."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from namesake.text.entries import DIGITS, INNER, LEGAL, LIKE_A_NAME, SHORT, SMALL
from namesake.text.words import COMMA, HYPHEN, POINT, SPACE, Words

__all__ = ["LONGEST", "Stretches", "stretches_of"]

LONGEST: Final = 12
"""Words of a stretch that are looked at together; a name in a text has fewer."""


class Stretches(NamedTuple):
    """The stretches of a text.

    Attributes:
        bounds: of each the first word, and the one behind its last.
        parted: for each word whether what stands before it parts it from the one there.
    """

    bounds: list[tuple[int, int]]
    parted: NDArray[np.bool_]


def stretches_of(words: Words, flags: NDArray[np.uint8]) -> Stretches:
    """Where words stand together that may be parts of one name; each begins and ends with one like a name.

    Args:
        words: of the text.
        flags: what each may be, as `text.entries` has it.
    """
    like = flags & LIKE_A_NAME > 0
    joined = _joined(words, flags, like)
    inside = like | joined | (flags & INNER > 0)
    parts = (words.before > COMMA) | ((words.before == COMMA) & (flags & LEGAL == 0))
    # A full stop ends a sentence, unless it shortens the word before it.
    pointed = np.flatnonzero(words.before == POINT)
    parts[pointed] = flags[pointed - 1] & SHORT == 0
    cut = parts | ~inside
    cut[1:] |= joined[:-1]
    cuts = np.flatnonzero(cut)
    begin = np.append(0, cuts)
    end = np.append(cuts, len(flags))
    counted = np.zeros(len(flags) + 1, dtype=np.int64)
    np.cumsum(like, out=counted[1:])
    some = counted[end] > counted[begin]
    # What it begins with, and what it may end with: numbers end one only behind a name.
    starts = np.flatnonzero(like)[counted[begin[some]]]
    ending = like | joined
    ending[1:] |= (flags[1:] & DIGITS > 0) & like[:-1]
    np.cumsum(ending, out=counted[1:])
    stops = np.flatnonzero(ending)[counted[end[some]] - 1] + 1
    bounds: list[tuple[int, int]] = []
    for start, stop in zip(starts.tolist(), stops.tolist(), strict=True):
        for place in range(start, stop, 2 * LONGEST):
            bounds.append((place, min(stop, place + 3 * LONGEST)))
            if place + 3 * LONGEST >= stop:
                break
    return Stretches(bounds, parts)


def _joined(words: Words, flags: NDArray[np.uint8], like: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The words in small letters that end a name behind a hyphen, as Koreans write theirs: Kim Jong-un."""
    joined: NDArray[np.bool_] = (words.before == HYPHEN) & (flags & SMALL > 0)
    joined[:2] = False
    joined[2:] &= like[1:-1] & like[:-2] & (words.before[1:-1] == SPACE)
    # Abd-al-Aziz goes on.
    joined[:-1] &= (words.before[1:] != HYPHEN) | (flags[:-1] & INNER == 0)
    return joined
