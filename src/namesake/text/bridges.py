"""Where a name may go on over what parts names elsewhere.

Three things part words that are not parts of one name, and stand within names too: quotation marks around a
nickname (Otto "the Fox" Zwingli), the comma behind a surname written first, in capitals (ZWINGLI, Otto), and
the word "in" (Brigade of the Valley in Ruritania).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from namesake.text.vocabulary import CAPITALS, Vocabulary
from namesake.text.words import BREAK, COMMA, Words

__all__ = ["Bridge", "bridges"]

_NICKNAME: Final = 4
"""Words of a nickname, at the most."""
_OPENING: Final = frozenset({' "', " “", " «", " „"})
_CLOSING: Final = frozenset({'" ', "” ", "» ", "“ "})


class Bridge(NamedTuple):
    """Two stretches that may have one name together.

    Attributes:
        places: the words of both, in order, and those between that may be the name's too.
        right: the place of the first word of the second.
        worded: whether a word is between them that the name must have.
    """

    places: tuple[int, ...]
    right: int
    worded: bool


def bridges(
    text: str,
    words: Words,
    numbers: NDArray[np.int32],
    stretches: list[tuple[int, int]],
    vocabulary: Vocabulary,
) -> list[Bridge]:
    """The bridges of a text, in no order.

    Args:
        text: what is read.
        words: its words.
        numbers: theirs in the vocabulary.
        stretches: where words stand together: first, and behind the last.
        vocabulary: what is known of the words.
    """
    if len(stretches) < 2:
        return []
    flags = vocabulary.flags[numbers]
    edges = np.array(stretches)
    ends = np.zeros(len(numbers) + 2, dtype=np.bool_)
    begins = np.zeros(len(numbers) + 2, dtype=np.bool_)
    ends[edges[:, 1]], begins[edges[:, 0]] = True, True
    found = [
        *_nicknames(text, words, ends, begins),
        *_surnames(text, words, flags, ends & begins),
        *_worded(numbers, vocabulary, ends, begins),
    ]
    if not found:
        return []
    ending = {stop: start for start, stop in stretches}
    beginning = dict(stretches)
    return [
        Bridge(
            (*range(ending[stop], start if worded else stop), *range(start, beginning[start])), start, worded
        )
        for stop, start, worded in found
    ]


_Gap = tuple[int, int, bool]
"""Behind the last word of a stretch, the first of the next, and whether there is a word between."""


def _nicknames(text: str, words: Words, ends: NDArray[np.bool_], begins: NDArray[np.bool_]) -> Iterator[_Gap]:
    count = len(words.before)
    opens = (words.before == BREAK) & ends[:count]
    closes = (words.before == BREAK) & begins[:count]
    for size in range(1, min(_NICKNAME, count - 1) + 1):
        for place in np.flatnonzero(opens[:-size] & closes[size:]).tolist():
            if _between(text, words, place) in _OPENING and _between(text, words, place + size) in _CLOSING:
                yield place, place + size, False


def _surnames(text: str, words: Words, flags: NDArray[np.uint8], meet: NDArray[np.bool_]) -> Iterator[_Gap]:
    capitals = flags & CAPITALS > 0
    behind = (words.before == COMMA) & meet[: len(flags)] & ~capitals
    behind[1:] &= capitals[:-1]
    for place in np.flatnonzero(behind).tolist():
        if _between(text, words, place).rstrip() == ",":
            yield place, place, False


def _worded(
    numbers: NDArray[np.int32], vocabulary: Vocabulary, ends: NDArray[np.bool_], begins: NDArray[np.bool_]
) -> Iterator[_Gap]:
    within = vocabulary.number_of(b"in")
    if within is None:
        return
    article = vocabulary.number_of(b"the")
    for place in np.flatnonzero((numbers[:-1] == within) & ends[: len(numbers) - 1]).tolist():
        behind = place + 1 if numbers[place + 1] != article else place + 2
        if begins[behind]:
            yield place, behind, True


def _between(text: str, words: Words, place: int) -> str:
    """What stands before a word."""
    return text[words.places[words.ends[place - 1]] : words.places[words.starts[place]]]
