"""A text as it is written: its words, where they stand together, and what stands between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from namesake.text.entries import Entry
from namesake.text.stretches import Stretches
from namesake.text.vocabulary import Vocabulary
from namesake.text.words import Words

__all__ = ["Written"]

_END: Final = re.compile(r"[.!?…。！？؟۔]|\n\s*\n")


class Written(NamedTuple):
    """One text, its words, and what is known of them.

    Attributes:
        text: what was read.
        words: its words.
        numbers: theirs in the vocabulary.
        flags: what each may be, as `text.entries` has it.
        vocabulary: what is known of the words.
        stretches: where words stand together that may be parts of one name; of all texts read with it.
        offset: how many of the words of those stand before it.
    """

    text: str
    words: Words
    numbers: NDArray[np.int32]
    flags: NDArray[np.uint8]
    vocabulary: Vocabulary
    stretches: Stretches
    offset: int = 0

    @property
    def bounds(self) -> list[tuple[int, int]]:
        """Of its stretches the first word, and the one behind the last."""
        every, begin, end = self.stretches.bounds, self.offset, self.offset + len(self.numbers)
        own = every[bisect_left(every, (begin,)) : bisect_left(every, (end,))]
        return [(start - begin, stop - begin) for start, stop in own]

    def entry(self, place: int) -> Entry:
        """What is known of a word."""
        return self.vocabulary.entries[self.numbers.item(place)]

    def flag(self, place: int) -> int:
        """What a word may be."""
        return self.flags.item(place)

    def parts_at(self, place: int) -> bool:
        """Whether what stands before a word parts it from the one there."""
        return self.stretches.parted.item(self.offset + place)

    def ends_sentence(self, place: int) -> bool:
        """Whether what stands before a word is the end of a sentence or paragraph."""
        return self.parts_at(place) and bool(_END.search(self.between(place)))

    def between(self, place: int) -> str:
        """What stands before a word."""
        return self.words.between(self.text, place)
