"""Where a name may go on over what parts names elsewhere.

Some things part words that are not parts of one name, and stand within names too: quotation marks around a
nickname (Otto "the Fox" Zwingli), the comma behind a surname written first, in capitals (ZWINGLI, Otto) or as
listed (Zwingli, Otto), and the word "in" (Brigade of the Valley in Ruritania). So do the ends of lines, and
full stops behind short words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from namesake.text.anchors import Anchors
from namesake.text.entries import CAPITALS, LIKE_A_NAME
from namesake.text.stretches import Stretches
from namesake.text.vocabulary import Vocabulary
from namesake.text.words import BREAK, COMMA, Words

__all__ = ["NICKNAME", "Bridge", "Bridges"]

NICKNAME: Final = 4
"""Words of a nickname, at the most."""
_TURNED = "the comma in it may part two names"
_ITEM = 20
"""Characters; what stands before a name in a list, as 1. or -, is shorter."""
_MARKS: Final = re.compile(r"\W*(?:\d{1,4}|[a-z])?\W*")
_OPENING: Final = frozenset({' "', " “", " «", " „"})
_CLOSING: Final = frozenset({'" ', "” ", "» ", "“ "})


class Bridge(NamedTuple):
    """Two stretches that may have one name together.

    Attributes:
        places: the words of both, in order, and those between that may be the name's too.
        right: the place of the first word of the second.
        worded: whether a word is between them that the name must have.
        doubt: why they may be two names; empty where nothing says so.
        alone: whether nothing else stands on the line, so that what stands on others is of other names.
    """

    places: tuple[int, ...]
    right: int
    worded: bool
    doubt: str = ""
    alone: bool = False


class Bridges:
    """Finds the bridges of texts.

    Args:
        vocabulary: what is known of the words.
        anchors: which names the listed tokens lead to.
    """

    def __init__(self, vocabulary: Vocabulary, anchors: Anchors) -> None:
        self._vocabulary = vocabulary
        self._with_in = anchors.things_having("in")
        self._leads_there: dict[int, bool] = {}
        self._surnames = anchors.surnames()
        self._token = lru_cache(maxsize=1 << 16)(lambda surface: anchors.token_of(surface.decode().lower()))

    def clear(self) -> None:
        """Forget all words."""
        self._leads_there.clear()

    def of_text(
        self, text: str, words: Words, flags: NDArray[np.uint8], stretches: Stretches
    ) -> list[Bridge]:
        """The bridges of a text, in no order.

        Args:
            text: what is read.
            words: its words.
            flags: what each may be.
            stretches: where words stand together.
        """
        seams = [Bridge(tuple(range(one.first, one.behind)), one.at, False) for one in stretches.seams]
        return [*seams, *self._over_marks(text, words, flags, stretches.bounds)]

    def _over_marks(
        self, text: str, words: Words, flags: NDArray[np.uint8], bounds: Sequence[tuple[int, int]]
    ) -> Iterator[Bridge]:
        """The bridges over quotation marks, a comma or the word "in"."""
        if len(bounds) < 2:
            return
        edges = np.array(bounds)
        ends = np.zeros(len(flags) + 2, dtype=np.bool_)
        begins = np.zeros(len(flags) + 2, dtype=np.bool_)
        ends[edges[:, 1]], begins[edges[:, 0]] = True, True
        found = [
            *_nicknames(text, words, ends, begins),
            *_surnames(text, words, flags, ends & begins),
            *_worded(words, ends, begins),
        ]
        turned = self._turned(words, flags, ends & begins)
        if not found and not turned:
            return
        ending = {stop: start for start, stop in bounds}
        beginning = dict(bounds)
        for stop, start, worded in found:
            places = (*range(ending[stop], start if worded else stop), *range(start, beginning[start]))
            yield Bridge(places, start, worded)
        for place in turned:
            stop = beginning[place]
            line = next((one for one in range(place + 1, stop) if "\n" in _between(text, words, one)), stop)
            alone = _stands_alone(text, words, place - 1, line - 1)
            places = tuple(range(place - 1, line if alone else stop))
            yield Bridge(places, place, False, "" if alone else _TURNED, alone)

    def _turned(self, words: Words, flags: NDArray[np.uint8], meet: NDArray[np.bool_]) -> list[int]:
        """The commas between the surname of somebody listed and his given name, neither in capitals."""
        like = flags & (LIKE_A_NAME | CAPITALS) == LIKE_A_NAME
        behind = (words.before == COMMA) & meet[: len(flags)] & like
        behind[1:] &= like[:-1]
        return [
            place
            for place in np.flatnonzero(behind).tolist()
            if (self._token(words.surfaces[place - 1]), self._token(words.surfaces[place])) in self._surnames
        ]

    def may_bear(self, bridge: Bridge, numbers: Sequence[int]) -> bool:
        """Whether words on both sides may be of a name that has the word between; any, where there is none.

        Args:
            bridge: of a text.
            numbers: those of the text's words.
        """
        return not bridge.worded or all(
            any(self._leads(numbers[place]) for place in bridge.places if (place < bridge.right) == left)
            for left in (True, False)
        )

    def _leads(self, number: int) -> bool:
        """Whether a word may be an anchor of a name with "in" within it."""
        known = self._leads_there.get(number)
        if known is None:
            anchored = self._vocabulary.entries[number].anchored
            if not anchored:
                return False  # perhaps it is looked up later
            known = self._leads_there[number] = not self._with_in.isdisjoint(anchored)
        return known


_Gap = tuple[int, int, bool]
"""Behind the last word of a stretch, the first of the next, and whether there is a word between."""


def _nicknames(text: str, words: Words, ends: NDArray[np.bool_], begins: NDArray[np.bool_]) -> Iterator[_Gap]:
    count = len(words.before)
    opens = (words.before == BREAK) & ends[:count]
    closes = (words.before == BREAK) & begins[:count]
    for size in range(1, min(NICKNAME, count - 1) + 1):
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


def _stands_alone(text: str, words: Words, first: int, last: int) -> bool:
    """Whether nothing else stands on a line, or between the semicolons of a list."""
    start, end = words.span(first, last)
    before = re.split(r"[\n;]", text[max(0, start - _ITEM) : start])[-1]
    behind = re.split(r"[\n;]", text[end : end + _ITEM])[0]
    return len(before) < _ITEM and bool(_MARKS.fullmatch(before)) and not behind.strip(" \t\r.,")


def _worded(words: Words, ends: NDArray[np.bool_], begins: NDArray[np.bool_]) -> Iterator[_Gap]:
    count = len(words.before)
    between = ends[:count] & (begins[1 : count + 1] | begins[2:]) & (words.ends - words.starts == len(b"in"))
    for place in np.flatnonzero(between).tolist():
        if words.surfaces[place] == b"in":
            if begins[place + 1]:
                yield place, place + 1, True
            elif words.surfaces[place + 1] == b"the":
                yield place, place + 2, True


def _between(text: str, words: Words, place: int) -> str:
    """What stands before a word."""
    return text[words.places[words.ends[place - 1]] : words.places[words.starts[place]]]
