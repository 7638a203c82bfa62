"""The places of a text that may name a listed party, by the same evidence as a screening.

Words that may be parts of names stand in *stretches* (`text/stretches.py`), over which a name may go on
(`text/bridges.py`). Where they may be a listed name, it is proposed there (`text/proposing.py`) and compared
with all listed names as a name asked about would be (`text/agreement.py`). What was met before, in whatever
text, is remembered with what it gave.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from namesake.index.layout import Array
from namesake.index.snapshot import Snapshot
from namesake.text.agreement import Comparer, Named
from namesake.text.anchors import Anchors
from namesake.text.bridges import Bridge, Bridges
from namesake.text.entries import ANCHOR, DIGITS, LIKE_A_NAME
from namesake.text.half_found import HalfFound
from namesake.text.proposal import Asked, Proposal
from namesake.text.proposing import Proposer, Run
from namesake.text.stretches import Stretches, stretches_of
from namesake.text.surroundings import Surroundings
from namesake.text.unspaced import HanNames, has_han
from namesake.text.vocabulary import Vocabulary
from namesake.text.words import HYPHEN, Words, words_in
from namesake.text.written import Written

__all__ = ["Finder", "Found", "Place"]

_LETTERS: Final = 2
"""So many letters are written together with the number behind them or with a hyphen: M23, M-23."""


class Place(NamedTuple):
    """Words of a text that agree with listed names.

    Attributes:
        at: which, and as what they were compared.
        named: what it agrees with, best first.
    """

    at: Proposal
    named: list[Named]


class Found(NamedTuple):
    """What was found in one text.

    Attributes:
        written: the text.
        around: what stands around its names.
        places: words that agree with listed names; they may overlap.
    """

    written: Written
    around: Surroundings
    places: list[Place]


_APART: Final = "\n\n"
"""What stands between texts that are split together: nothing goes on over an empty line."""


class _Split(NamedTuple):
    """Some texts, one behind the other, in their words, and where these stand together.

    Attributes:
        places: of each text its place among those to be read.
        texts: them.
        words: of all of them.
        listed: what they are numbered by.
        stretches, bridges: where they stand together.
        firsts: the first word of each text, and the one behind the last.
        begins: the byte where each text begins; its words' as UTF-8.
    """

    places: Sequence[int]
    texts: Sequence[str]
    words: Words
    numbers: NDArray[np.int32]
    listed: list[int]
    stretches: Stretches
    bridges: list[Bridge]
    firsts: list[int]
    begins: list[int]


class _Runs(NamedTuple):
    """What is proposed for, each with where its words stand: in a row from a place, or bridged."""

    alone: list[tuple[Run, int]]
    bridged: list[tuple[Run, Bridge]]


class Finder:
    """Finds listed names in texts, for one snapshot and one choice of its names.

    Args:
        snapshot: the index.
        wanted: for each listed name whether it is wanted.
        floor: the least score of a name.
    """

    def __init__(self, snapshot: Snapshot, wanted: Array, floor: float) -> None:
        self._listed, self._wanted = snapshot.name_texts, wanted
        self._comparer = Comparer(snapshot, wanted, floor)
        lattice, anchors = self._comparer.lattice, Anchors(snapshot, wanted)
        self.vocabulary = Vocabulary(lattice, anchors)
        marks = snapshot.arrays["mark_shelves"], snapshot.arrays["mark_names"]
        half = HalfFound(lattice, marks, wanted, self.vocabulary, anchors)
        self._bridges = Bridges(self.vocabulary, anchors)
        self._proposer = Proposer(self.vocabulary, anchors, half, lambda: self.han_names)

    @cached_property
    def han_names(self) -> HanNames:
        """The wanted names in Chinese characters; read out of the index for the first text that has some."""
        return HanNames(self._listed[name] for name in self._wanted.nonzero()[0].tolist())

    def read(self, texts: Sequence[str]) -> list[Found]:
        """What each of some texts has of listed names.

        What is new among their words is looked up together, which costs less than text by text; one finds
        in each what one would find in it alone.
        """
        if self.vocabulary.full:
            self.vocabulary.clear()
            self._proposer.clear()
            self._bridges.clear()
        together: list[int] = []
        han: list[int] = []  # each is parted by itself, word by word
        for place, text in enumerate(texts):
            (han if has_han(text) else together).append(place)
        split = [self._split(together, [texts[place] for place in together])] if together else []
        split += [self._split([place], [texts[place]], han=True) for place in han]
        self._look_up(split)
        runs = [self._runs(one) for one in split]
        self._proposer.meet([run for some in runs for run, _ in (*some.alone, *some.bridged)])
        found: dict[int, tuple[Written, Surroundings, list[Proposal]]] = {}
        for one, some in zip(split, runs, strict=True):
            flags = self.vocabulary.flags[one.numbers]
            proposed: list[list[Proposal]] = [[] for _ in one.texts]
            for number, each in (*self._proposed(one, some), *self._numbered(one, flags)):
                proposed[number].append(each)
            for number, of_text in enumerate(proposed):
                written = self._written(one, number, flags)
                around = Surroundings(written)
                kept = [each for each in of_text if around.may_be(each)]
                found[one.places[number]] = written, around, kept
        self._comparer.compare([each.asked for *_, kept in found.values() for each in kept])
        return [
            Found(
                written,
                around,
                [Place(each, named) for each in kept if (named := self._comparer[each.asked])],
            )
            for written, around, kept in (found[place] for place in range(len(texts)))
        ]

    def _split(self, places: Sequence[int], texts: Sequence[str], *, han: bool = False) -> _Split:
        """Some texts split together, which costs less than one by one."""
        text = _APART.join(texts)
        words = words_in(text)
        if han:
            words = self.han_names.parted(words)
        numbers = self.vocabulary.numbers(words.surfaces)
        flags = self.vocabulary.flags[numbers]
        stretches = stretches_of(words, flags)
        listed = numbers.tolist()
        lengths = [len(one) + len(_APART) for one in texts]
        begins = np.searchsorted(words.places, np.cumsum([0, *lengths]))
        firsts = np.searchsorted(words.starts, begins).tolist()
        bridges = [
            bridge
            for bridge in self._bridges.of_text(text, words, listed, flags, stretches)
            if bisect_right(firsts, bridge.places[0]) == bisect_right(firsts, bridge.places[-1])
        ]
        for bridge in bridges:
            if bridge.alone:
                stretches.parted[bridge.places[0]] = True
                stretches.parted[bridge.places[-1] + 1 : bridge.places[-1] + 2] = True
        return _Split(places, texts, words, numbers, listed, stretches, bridges, firsts, begins.tolist())

    def _written(self, split: _Split, number: int, flags: NDArray[np.uint8]) -> Written:
        """One of the texts that were split together."""
        text, (first, behind) = split.texts[number], split.firsts[number : number + 2]
        start = split.begins[number]
        end = (
            split.begins[number + 1] - len(_APART)
            if number + 1 < len(split.texts)
            else len(split.words.places) - 1
        )
        return Written(
            text,
            split.words.part(first, behind, start, end) if len(split.texts) > 1 else split.words,
            split.numbers[first:behind],
            flags[first:behind],
            self.vocabulary,
            split.stretches,
            first,
        )

    def _look_up(self, split: Sequence[_Split]) -> None:
        """Find what the words of stretches may spell."""
        beside: list[int] = []
        alone: list[int] = []
        ending: set[int] = set()  # and small words before a name in quotation marks
        for one in split:
            listed = one.listed
            for start, stop in one.stretches.pieces:
                if stop > start + 1:
                    beside += listed[start:stop]
                else:
                    alone.append(listed[start])
                ending.add(listed[stop - 1])
            for bridge in one.bridges:
                numbers = () if bridge.worded else bridge.words(listed)
                beside += numbers
                if bridge.person is False:
                    ending.update(numbers)
        self.vocabulary.look_up(beside, alone, ending)

    def _runs(self, split: _Split) -> _Runs:
        """The words of a text that stand together and of which one at least leads to a listed name."""
        listed = split.listed
        anchored = np.zeros(len(listed) + 1, dtype=np.int64)
        np.cumsum(self.vocabulary.flags[split.numbers] & ANCHOR, out=anchored[1:])
        counts: list[int] = anchored.tolist()
        return _Runs(
            [
                (tuple(listed[start:stop]), start)
                for start, stop in split.stretches.pieces
                if counts[start] < counts[stop]
            ],
            [
                (bridge.words(listed), bridge)
                for bridge in split.bridges
                if self._bridges.may_bear(bridge, listed)
            ],
        )

    def _proposed(self, split: _Split, runs: _Runs) -> Iterator[tuple[int, Proposal]]:
        """The names that the words of texts may be, each with the number of its text."""
        firsts = split.firsts
        for run, start in runs.alone:
            if known := self._proposer[run]:
                number = bisect_right(firsts, start) - 1
                place = start - firsts[number]
                for one in known:
                    yield number, one._replace(first=place + one.first, last=place + one.last)
        for run, bridge in runs.bridged:
            for one in self._proposer[run]:
                first, last = bridge.ends(one.first)[0], bridge.ends(one.last)[1]
                if first < bridge.right <= last and bridge.person in (None, one.asked.person):
                    number = bisect_right(firsts, first) - 1
                    offset = firsts[number]
                    yield (
                        number,
                        one._replace(
                            first=first - offset, last=last - offset, doubt=one.doubt or bridge.doubt
                        ),
                    )

    def _numbered(self, split: _Split, flags: NDArray[np.uint8]) -> Iterator[tuple[int, Proposal]]:
        """Letters with a hyphen and a number behind them, as one word."""
        behind = (split.words.before == HYPHEN) & (flags & DIGITS > 0)
        behind[1:] &= flags[:-1] & LIKE_A_NAME > 0
        for place in behind.nonzero()[0].tolist():
            letters, digits = (self.vocabulary.entries[split.listed[one]].text for one in (place - 1, place))
            if len(letters) <= _LETTERS and letters.isupper() and digits.isdigit():
                number = bisect_right(split.firsts, place) - 1
                at = place - split.firsts[number]
                yield number, Proposal(at - 1, at, Asked(letters + digits, person=False))
