"""Where a name may go on over what parts names elsewhere.

Some things part words that are not parts of one name, and stand within names too: quotation marks around a
nickname (Otto "the Fox" Zwingli) or behind what bears the name in them (Bank "Zwingli"), the comma behind a
surname written first (`text/turned.py`), and the word "in" (Brigade of the Valley in Ruritania). So do the
ends of lines, and full stops behind short words; and a hyphen at the end of a line may stand within a word.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from namesake.text.anchors import Anchors
from namesake.text.english import english
from namesake.text.entries import CAPITALS, SMALL
from namesake.text.stretches import Stretches
from namesake.text.turned import TurnedNames
from namesake.text.vocabulary import Vocabulary
from namesake.text.words import BREAK, HYPHEN, Words

__all__ = ["NICKNAME", "Bridge", "Bridges"]

NICKNAME: Final = 4
"""Words of a nickname, at the most."""
_TURNED = "the comma in it may part two names"
_STOPPED = "a sentence may end within it"
_OPENING: Final = frozenset({' "', " “", " «", " „"})
_CLOSING: Final = frozenset({'" ', "” ", "» ", "“ "})
_OPENS: Final = frozenset(mark.strip() for mark in _OPENING)
_NO_TYPE: Final = frozenset(word.encode() for word in english().function - {"and", "of"})
_CLOSES: Final = frozenset(mark.strip() for mark in _CLOSING)


class Bridge(NamedTuple):
    """Two stretches that may have one name together.

    Attributes:
        places: the words of both, in order, and those between that may be the name's too.
        right: the place of the first word of the second.
        worded: whether a word is between them that the name must have.
        doubt: why they may be two names; empty where nothing says so.
        alone: whether nothing else stands on the line, so that what stands on others is of other names.
        person: whether only a person's name is written so, or only another's; None where either may be.
        numbers: those of the words, where the one before `right` and that one are read as one; else empty.
    """

    places: tuple[int, ...]
    right: int
    worded: bool
    doubt: str = ""
    alone: bool = False
    person: bool | None = None
    numbers: tuple[int, ...] = ()

    def words(self, numbers: Sequence[int]) -> tuple[int, ...]:
        """The numbers of the words of both; given those of the text's words."""
        return self.numbers or tuple([numbers[place] for place in self.places])

    def ends(self, word: int) -> tuple[int, int]:
        """The places where one of those words begins and ends."""
        place = self.places[word]
        return place, self.right if self.numbers and place == self.right - 1 else place


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
        self._turned = TurnedNames(vocabulary, anchors)

    def clear(self) -> None:
        """Forget all words."""
        self._leads_there.clear()

    def of_text(
        self, text: str, words: Words, numbers: Sequence[int], flags: NDArray[np.uint8], stretches: Stretches
    ) -> list[Bridge]:
        """The bridges of a text, in no order.

        Args:
            text: what is read.
            words: its words.
            numbers: theirs in the vocabulary.
            flags: what each may be.
            stretches: where words stand together.
        """
        seams = [
            Bridge(tuple(range(one.first, one.behind)), one.at, False, _STOPPED if one.stopped else "")
            for one in stretches.seams
        ]
        turned = [
            Bridge(one.places, one.given, False, "" if one.sure else _TURNED, one.alone, person=True)
            for one in self._turned.of_text(text, words, numbers, flags, stretches)
        ]
        broken = self._broken(text, words, numbers, flags, stretches)
        return [*seams, *_over_marks(text, words, stretches.bounds), *turned, *broken]

    def _broken(
        self, text: str, words: Words, numbers: Sequence[int], flags: NDArray[np.uint8], stretches: Stretches
    ) -> Iterator[Bridge]:
        """The words with a capital that a hyphen parts at the end of a line, each read as one."""
        hyphens = (words.before == HYPHEN).nonzero()[0]
        goes_on = (flags[hyphens] & SMALL) | (flags[hyphens] & flags[hyphens - 1] & CAPITALS) > 0
        bounds = stretches.bounds
        for place in hyphens[goes_on].tolist():
            start, end = words.span(place - 1, place)
            if len(text[start:end].splitlines()) < 2 or not text[start].isupper():
                continue
            first, stop = place - 1, place + 1
            before = bisect_right(bounds, (place - 1, len(flags))) - 1
            if before >= 0 and bounds[before][1] >= place - 1 and not stretches.parted[place - 1]:
                first = bounds[before][0]
            behind = bisect_right(bounds, (place + 1, len(flags))) - 1
            if behind >= 0 and bounds[behind][1] > stop < len(flags) and not stretches.parted[stop]:
                stop = bounds[behind][1]
            surface = words.surfaces[place - 1] + words.surfaces[place]
            number = self._vocabulary.numbers([surface]).item(0)
            yield Bridge(
                (*range(first, place), *range(place + 1, stop)),
                place,
                False,
                numbers=(*numbers[first : place - 1], number, *numbers[place + 1 : stop]),
            )

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


def _over_marks(text: str, words: Words, bounds: Sequence[tuple[int, int]]) -> Iterator[Bridge]:
    """The bridges over quotation marks or the word "in"."""
    if not bounds:
        return
    edges = np.array(bounds)
    count = len(words.before)
    ends = np.zeros(count + 2, dtype=np.bool_)
    begins = np.zeros(count + 2, dtype=np.bool_)
    ends[edges[:, 1]], begins[edges[:, 0]] = True, True
    quoted = _quoted(text, words, ((words.before == BREAK) & begins[:count]).nonzero()[0])
    found = [*_nicknames(text, words, ends, begins), *_worded(words, ends, begins)]
    if not found and not quoted:
        return
    ending, beginning = {stop: start for start, stop in bounds}, dict(bounds)
    for start in quoted:
        stop = beginning[start]
        end = words.span(start, stop - 1)[1]
        if text[end : end + 1] in _CLOSES and start:
            first = _type_before(words, start)
            yield Bridge(tuple(range(first, stop)), start, False, person=False)
    for stop, start, worded in found:
        places = (*range(ending[stop], start if worded else stop), *range(start, beginning[start]))
        yield Bridge(places, start, worded)


def _nicknames(text: str, words: Words, ends: NDArray[np.bool_], begins: NDArray[np.bool_]) -> Iterator[_Gap]:
    count = len(words.before)
    opens = (words.before == BREAK) & ends[:count]
    closes = (words.before == BREAK) & begins[:count]
    for size in range(1, min(NICKNAME, count - 1) + 1):
        for place in (opens[:-size] & closes[size:]).nonzero()[0].tolist():
            if words.between(text, place) in _OPENING and words.between(text, place + size) in _CLOSING:
                yield place, place + size, False


def _quoted(text: str, words: Words, places: NDArray[np.int64]) -> list[int]:
    """The words that an opening quotation mark and nothing else parts from those before them."""
    before = (words.places[words.starts[places]] - 1).tolist()
    return [
        place
        for place, mark in zip(places.tolist(), before, strict=True)
        if text[mark] in _OPENS and words.between(text, place) in _OPENING
    ]


def _type_before(words: Words, start: int) -> int:
    """Where begins what a name in quotation marks is the name of, perhaps in small letters: банк «Россия»."""
    first = start - 1
    while first > max(0, start - NICKNAME) and words.before.item(first) <= HYPHEN:
        if words.surfaces[first - 1].lower() in _NO_TYPE:
            break
        first -= 1
    return first


def _worded(words: Words, ends: NDArray[np.bool_], begins: NDArray[np.bool_]) -> Iterator[_Gap]:
    count = len(words.before)
    between = ends[:count] & (begins[1 : count + 1] | begins[2:]) & (words.ends - words.starts == len(b"in"))
    for place in between.nonzero()[0].tolist():
        if words.surfaces[place] == b"in":
            if begins[place + 1]:
                yield place, place + 1, True
            elif words.surfaces[place + 1] == b"the":
                yield place, place + 2, True
