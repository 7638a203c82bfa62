"""Names with the surname first and a comma behind it: ZWINGLI, Otto; Zwingli, Otto.

A comma parts the names of a list too (Otto Zwingli, Emil Zwingli). A surname written first stands alone
before its comma, with its particles; in capitals it may have several words, and the given name is in none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from namesake.names.lexicon import lexicon
from namesake.text.anchors import Anchors
from namesake.text.entries import CAPITALS, INNER, LIKE_A_NAME, SMALL, Entry
from namesake.text.stretches import LONGEST, Stretches
from namesake.text.vocabulary import Vocabulary
from namesake.text.words import COMMA, HYPHEN, LINE, Words

__all__ = ["Turned", "TurnedNames"]

_ITEM: Final = 20
"""Characters; what stands before a name in a list, as 1. or -, is shorter."""
_MARKS: Final = re.compile(r"\W*(?:\d{1,4}|[a-z])?\W*")
_EDGE: Final = re.compile(r"[\n\t;|]")
"""What ends a line, a cell of a table, or an item of a list."""


class Turned(NamedTuple):
    """What may be a name with the surname first.

    Attributes:
        places: its words.
        given: the place of the first behind the comma.
        sure: whether the comma is surely none that parts two names.
        alone: whether nothing else stands on the line, in the cell or in the item of the list.
    """

    places: tuple[int, ...]
    given: int
    sure: bool
    alone: bool


class TurnedNames:
    """Finds such names in texts.

    Args:
        vocabulary: what is known of the words.
        anchors: which names the listed tokens lead to.
    """

    def __init__(self, vocabulary: Vocabulary, anchors: Anchors) -> None:
        self._vocabulary = vocabulary
        self._surnames = anchors.surnames()
        self._token = lru_cache(maxsize=1 << 16)(lambda surface: anchors.token_of(surface.decode().lower()))

    def of_text(
        self, text: str, words: Words, numbers: Sequence[int], flags: NDArray[np.uint8], stretches: Stretches
    ) -> Iterator[Turned]:
        """What may be such names in a text.

        Args:
            text: what is read.
            words: its words.
            numbers: theirs in the vocabulary.
            flags: what each may be.
            stretches: where words stand together.
        """
        commas = (words.before == COMMA).nonzero()[0]
        commas = commas[(flags[commas] & flags[commas - 1] & LIKE_A_NAME > 0) & stretches.parted[commas]]
        if len(commas) == 0:
            return
        heading = flags[commas - 1] & ~flags[commas] & CAPITALS > 0
        starts, stops = _items(words, flags, stretches, commas)
        begins: dict[int, int] = {}
        for place, headed, start, stop in zip(
            commas.tolist(), heading.tolist(), starts.tolist(), stops.tolist(), strict=True
        ):
            if not headed and start == place and not self._is_listed(words, (place - 1,), place):
                continue
            if not begins:
                begins = {stop: start for start, stop in stretches.pieces}
                ends = dict(stretches.bounds)
            if place not in begins or words.between(text, place).strip() not in (",", "،", "，"):
                continue
            first = self._first(numbers, flags, range(begins[place], place))
            surname = [
                one
                for one in range(first, place)
                if one == place - 1 or not self._is_particle(numbers[one]) or flags.item(one) & CAPITALS
            ]
            headed = headed and all(flags.item(one) & CAPITALS for one in surname)
            if not headed and not self._is_surname(words, surname, place):
                continue
            alone = start < place and _stands_alone(text, words, start, stop - 1)
            if headed or alone or self._is_listed(words, surname, place):
                last = (stop if alone else ends[place]) - 1
                given = self._first(numbers, flags, range(place, last + 1)) if alone else place
                sure = headed or alone or len(surname) > 1
                yield Turned((*range(first, place), *range(given, last + 1)), place, sure, alone)

    def _first(self, numbers: Sequence[int], flags: NDArray[np.uint8], beside: range) -> int:
        """The first word of what stands beside a comma, behind titles and roles, and behind "and"."""
        entries = self._vocabulary.entries
        first = beside[0]
        for place in beside[:-1]:
            entry = entries[numbers[place]]
            apart = not flags.item(place) & LIKE_A_NAME and not self._is_particle(numbers[place])
            if (apart and flags.item(place) & SMALL) or (place == first and _is_title(entry)):
                first = place + 1
        return first

    def _is_particle(self, number: int) -> bool:
        return self._vocabulary.entries[number].text.lower() in lexicon().particles

    def _is_surname(self, words: Words, surname: Sequence[int], given: int) -> bool:
        """Whether words before a comma may be a surname: one, or several that hyphens join or a list has."""
        joined = all(words.before.item(one) == HYPHEN for one in surname[1:])
        return joined or self._is_listed(words, surname, given)

    def _is_listed(self, words: Words, surname: Sequence[int], given: int) -> bool:
        """Whether somebody listed is called so, letter by letter."""
        return tuple(self._token(words.surfaces[one]) for one in (*surname, given)) in self._surnames


def _items(
    words: Words, flags: NDArray[np.uint8], stretches: Stretches, commas: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """For each comma where what nothing parts begins before it, and ends behind it.

    It begins nowhere, so at the comma, where that is not all names.
    """
    cuts = np.append((stretches.parted | (words.before == LINE)).nonzero()[0], len(flags))
    number = np.searchsorted(cuts, commas)
    starts, stops = cuts[number - 1], cuts[number + 1]
    # Most are told by a comma before them, or by the words at their ends and beside the comma.
    may_be = (stops - starts <= LONGEST) & (words.before[starts] != COMMA)
    told = np.stack((starts, stops - 1, np.maximum(commas - 2, starts), np.minimum(commas + 1, stops - 1)))
    may_be &= ((flags[told] & (LIKE_A_NAME | INNER) > 0) | (words.before[told] == HYPHEN)).all(axis=0)
    for place in may_be.nonzero()[0].tolist():
        item = slice(starts.item(place), stops.item(place))
        may_be[place] = ((flags[item] & (LIKE_A_NAME | INNER) > 0) | (words.before[item] == HYPHEN)).all()
    return np.where(may_be, starts, commas), stops


def _is_title(entry: Entry) -> bool:
    """Whether a word is a title or role and no name."""
    return entry.role and not entry.place and entry.words[0] not in lexicon().titles_or_names


def _stands_alone(text: str, words: Words, first: int, last: int) -> bool:
    """Whether nothing else stands on a line, in a cell of a table, or between the semicolons of a list."""
    start, end = words.span(first, last)
    before = _EDGE.split(text[max(0, start - _ITEM) : start])[-1]
    behind = _EDGE.split(text[end : end + _ITEM])[0]
    return len(before) < _ITEM and bool(_MARKS.fullmatch(before)) and not behind.strip(" \r.,")
