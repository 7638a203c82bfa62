"""The places of a text that may name a listed party, by the same evidence as a screening.

Words that may be parts of names stand in *stretches* (`text/stretches.py`), over which a name may go on
(`text/bridges.py`). Where they may be a listed name, it is proposed there (`text/proposing.py`) and compared
with all listed names as a name asked about would be (`text/agreement.py`). What was met before, in whatever
text, is remembered with what it gave.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from namesake.index.layout import Array
from namesake.index.snapshot import Snapshot
from namesake.text.agreement import Comparer, Named
from namesake.text.anchors import Anchors
from namesake.text.bridges import Bridge, Bridges
from namesake.text.entries import ANCHOR, DIGITS, SHORT
from namesake.text.half_found import HalfFound
from namesake.text.proposal import Asked, Proposal
from namesake.text.proposing import Proposer
from namesake.text.stretches import stretches_of
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
        return HanNames(self._listed[name] for name in np.flatnonzero(self._wanted).tolist())

    def read(self, text: str) -> Found:
        """What a text has of listed names."""
        if self.vocabulary.full:
            self.vocabulary.clear()
            self._proposer.clear()
            self._bridges.clear()
        words = words_in(text)
        if has_han(text):
            words = self.han_names.parted(words)
        numbers = self.vocabulary.numbers(words.surfaces)
        stretches = stretches_of(words, self.vocabulary.flags[numbers])
        proposed = self._proposed(text, words, numbers, stretches.bounds)
        flags = self.vocabulary.flags[numbers]
        written = Written(text, words, numbers, flags, stretches, self.vocabulary)
        around = Surroundings(written)
        proposed = [one for one in proposed if around.may_be(one)]
        self._comparer.compare(one.asked for one in proposed)
        places = [Place(one, named) for one in proposed if (named := self._comparer[one.asked])]
        return Found(written, around, places)

    def _proposed(
        self, text: str, words: Words, numbers: NDArray[np.int32], stretches: list[tuple[int, int]]
    ) -> list[Proposal]:
        """The names that the words of a text may be."""
        listed: list[int] = numbers.tolist()
        flags = self.vocabulary.flags[numbers]
        bridges = self._bridges.of_text(text, words, flags, stretches)
        self._look_up(listed, stretches, bridges)
        anchored = np.zeros(len(listed) + 1, dtype=np.int64)
        np.cumsum(self.vocabulary.flags[numbers] & ANCHOR, out=anchored[1:])
        counts: list[int] = anchored.tolist()
        runs = [
            (start, tuple(listed[start:stop])) for start, stop in stretches if counts[start] < counts[stop]
        ]
        bridged = [
            (bridge, tuple([listed[place] for place in bridge.places]))
            for bridge in bridges
            if self._bridges.may_bear(bridge, listed)
        ]
        self._proposer.meet([run for _, run in (*runs, *bridged)])
        found = [
            one._replace(first=start + one.first, last=start + one.last)
            for start, run in runs
            for one in self._proposer[run]
        ]
        for bridge, run in bridged:
            for one in self._proposer[run]:
                first, last = bridge.places[one.first], bridge.places[one.last]
                if first < bridge.right <= last:
                    found.append(one._replace(first=first, last=last))
        found += self._numbered(words, listed, flags)
        return found

    def _look_up(self, listed: list[int], stretches: list[tuple[int, int]], bridges: list[Bridge]) -> None:
        """Find what the words of stretches may spell."""
        beside = [number for start, stop in stretches if stop > start + 1 for number in listed[start:stop]]
        beside += [listed[place] for bridge in bridges if not bridge.worded for place in bridge.places]
        self.vocabulary.look_up(
            beside,
            [listed[start] for start, stop in stretches if stop == start + 1],
            {listed[stop - 1] for _, stop in stretches},
        )

    def _numbered(self, words: Words, listed: list[int], flags: NDArray[np.uint8]) -> Iterator[Proposal]:
        """Letters with a hyphen and a number behind them, as one word."""
        behind = (words.before == HYPHEN) & (flags & DIGITS > 0)
        behind[1:] &= flags[:-1] & SHORT > 0
        for place in np.flatnonzero(behind).tolist():
            letters, digits = (self.vocabulary.entries[listed[one]].text for one in (place - 1, place))
            if len(letters) <= _LETTERS and letters.isupper() and digits.isdigit():
                yield Proposal(place - 1, place, Asked(letters + digits, person=False))
