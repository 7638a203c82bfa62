"""Names of which a stretch has one word as it is spelled, and another in a way that no spelling explains.

Beside a telling word of a name the next may be a letter off (Kazali for Khazali), written together where
the list has two words (Jongun, Jong Un) or apart where it has one (Abd al-Aziz, Abdulaziz), or short (PMC).
Looked for everywhere that would cost as much as all else, and every common word is near some listed one;
so it is looked for only where the name is half there already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from namesake.index.hashing import taken_from
from namesake.index.lattice import Lattice
from namesake.index.layout import Array
from namesake.match.joining import token_marks
from namesake.match.strings import Keys
from namesake.names.lexicon import lexicon
from namesake.text.anchors import Anchors, edges_of
from namesake.text.entries import LIKE_A_NAME
from namesake.text.vocabulary import Vocabulary

__all__ = ["HalfFound"]

_FEW: Final = 300
"""So many names a word may lead to that makes a letter more or less in the next believable."""
_LONG: Final = 5
"""Letters: in a shorter word another letter makes another name (Hadi, Hani)."""
_SHORTEST: Final = 4
_JOINED: Final = 6
"""Letters of a word that may be two."""
# What Arabic writes with the next word or apart from it: servant of, father of; God, the faith.
_WRITTEN_TOGETHER: Final = re.compile("^(?:abd|abu|abo|umm)|(?:[dt][aeiu]+n|ll?ah?)$")
_COMPOUND: Final = re.compile(r"(?:abd|abu|abo|umm) \w{3,}|\w{3,} (?:[dt][aeiu]+n|[aeu]?ll?ah?)")


_Part = tuple[int, int, str]
"""The first and last of a stretch's words that no spelling explains, and the words."""


class HalfFound:
    """Finds the other half of listed names in stretches.

    Args:
        lattice: what finds the listed tokens near a word.
        marks: the shelves of the snapshot's marks of runs, and what stands there.
        wanted: for each listed name whether it is wanted.
        vocabulary: what is known of the words.
        anchors: which names the listed tokens lead to.
    """

    def __init__(
        self,
        lattice: Lattice,
        marks: tuple[Array, Array],
        wanted: Array,
        vocabulary: Vocabulary,
        anchors: Anchors,
    ) -> None:
        self._lattice, self._anchors = lattice, anchors
        self._marks = marks
        self._wanted = wanted
        self._vocabulary = vocabulary
        # The names of a token that a word is a letter off from, or of several that make it together.
        self._near: dict[str, frozenset[int]] = {}
        self._joined: dict[str, tuple[int, ...]] = {}
        self._edges: dict[int, bytes] = {}
        self._parts: dict[tuple[int, ...], list[_Part]] = {}

    def clear(self) -> None:
        """Forget all words."""
        self._near.clear()
        self._joined.clear()
        self._parts.clear()
        self._edges.clear()

    def look_up(self, stretches: Iterable[tuple[int, ...]]) -> None:
        """Find what the words of these stretches are near to, so far as it is not known, all together."""
        entries = self._vocabulary.entries
        self._parts = {
            numbers: parts for numbers in stretches if len(numbers) > 1 and (parts := self._parts_of(numbers))
        }
        self._find_edges({number for numbers in self._parts for number in numbers if self._is_rare(number)})
        near: dict[str, bool] = {}
        joined: dict[str, bool] = {}
        for numbers, parts in self._parts.items():
            for part in parts:
                text = part[-1]
                if text not in self._joined:
                    joined[text] = entries[numbers[part[0]]].listed
                if text not in self._near and text not in near and self._believable(part, numbers):
                    near[text] = entries[numbers[part[0]]].listed
        self._find_joined(joined)
        self._find_near(near)

    def names(self, numbers: tuple[int, ...]) -> Iterator[tuple[int, int, int]]:
        """What may be half there: the first and last place of what no spelling explains, and the name."""
        entries = [self._vocabulary.entries[number] for number in numbers]
        for first, last, text in self._parts.get(numbers, ()):
            for name in self._joined.get(text, ()):
                yield first, last, name
            near = self._near.get(text)
            if not near:
                continue
            for place, number in enumerate(numbers):
                if not first <= place <= last and self._is_rare(number):
                    for name in near.intersection(entries[place].anchored):
                        yield first, last, name

    def _is_rare(self, number: int) -> bool:
        """Whether a word leads to so few names that a letter more or less in the next is believable."""
        return 0 < len(self._vocabulary.entries[number].anchored) <= _FEW

    def _find_edges(self, numbers: Iterable[int]) -> None:
        """Put down the edges of all words of the names that these lead to."""
        entries = self._vocabulary.entries
        fresh = [number for number in numbers if number not in self._edges]
        if fresh:
            found = self._anchors.edges([entries[number].anchored for number in fresh])
            self._edges.update(zip(fresh, found, strict=True))

    def _believable(self, part: _Part, numbers: Sequence[int]) -> bool:
        """Whether words may be near to one of a name that another word leads to, by their edges.

        Whatever one letter is wrong in a word, the first two or the last two are right.
        """
        first, last, text = part
        rare = [
            self._edges[number]
            for place, number in enumerate(numbers)
            if not first <= place <= last and number in self._edges
        ]
        if not rare or text in lexicon().expansions or text in lexicon().abbreviations:
            return bool(rare)
        begins, ends = edges_of(text)
        return any(
            edges[begins >> 3] >> (begins & 7) & 1 or edges[ends >> 3] >> (ends & 7) & 1 for edges in rare
        )

    def _find_near(self, texts: Mapping[str, bool]) -> None:
        """Find the names of a token that one of these is a letter off from, or that two make together.

        Args:
            texts: with each whether it is a listed token.
        """
        if not texts:
            return
        owners, tokens = self._lattice.sharing([_slips(text, listed) for text, listed in texts.items()])
        bounds = np.searchsorted(owners, np.arange(len(texts) + 1)).tolist()
        written = [_in_full(text) for text in texts]
        spelled = iter(self._lattice.spelled([word for words in written for word in words]))
        found: list[list[int]] = []
        for (start, end), words in zip(pairwise(bounds), written, strict=True):
            near = tokens[start:end].tolist()
            for _ in words:
                near += next(spelled).tokens.tolist()
            found.append(near)
        leads = self._anchors.leads(found)
        self._near.update((text, one.several) for text, one in zip(texts, leads, strict=True))

    def _find_joined(self, texts: Mapping[str, bool]) -> None:
        """Find the wanted names that have several tokens for one of these words."""
        marks = [
            token_marks(text)
            if len(text) >= _JOINED and (not listed or _WRITTEN_TOGETHER.search(text))
            else ()
            for text, listed in texts.items()
        ]
        self._joined.update(dict.fromkeys(texts, ()))
        owners = np.repeat(np.arange(len(texts)), [len(each) for each in marks])
        numbers = np.array([mark for each in marks for mark in each], dtype=np.uint32)
        places, names = taken_from(*self._marks, numbers)
        kept = self._wanted[names]
        written = list(texts)
        for owner, name in zip(owners[places[kept]].tolist(), names[kept].tolist(), strict=True):
            self._joined[written[owner]] += (name,)

    def _parts_of(self, numbers: Sequence[int]) -> list[_Part]:
        """The words of a stretch, and compounds, that may be what stands beside an anchor."""
        found: list[_Part] = []
        flags = self._vocabulary.flags
        entries = [self._vocabulary.entries[number] for number in numbers]
        anchored = [place for place, entry in enumerate(entries) if entry.anchored]
        if not anchored:
            return found
        previous = None
        for place, entry in enumerate(entries):
            if not flags[numbers[place]] & LIKE_A_NAME or len(entry.words) != 1:
                continue
            word = entry.words[0]
            if not (word.isascii() and word.isalpha()) or anchored == [place]:
                continue
            if len(word) >= _SHORTEST or word in lexicon().expansions or word in lexicon().abbreviations:
                found.append((place, place, word))
            if (
                previous is not None
                and place - previous[0] <= 2
                and _COMPOUND.fullmatch(f"{previous[1]} {word}")
            ):
                found.append((previous[0], place, f"{previous[1]} {word}"))
            previous = place, word
        return found


def _slips(text: str, listed: bool) -> Keys:
    """The keys of what a word may be a slip of the pen for.

    Arabic and Persian names have an h in many places where it is hardly heard: any word may have one more or
    less. Another letter is a slip in a long word that is not listed itself.
    """
    if " " in text:
        return Keys((), ())
    if not listed and len(text) >= _LONG:
        return Keys((), ("t" + text,))
    less = {text[:place] + text[place + 1 :] for place, letter in enumerate(text) if letter == "h"}
    more = {text[:place] + "h" + text[place:] for place in range(1, len(text) + 1)}
    # A short i behind a hamza or ayn: Qaeda, Qaida.
    met = {text.replace(one, other) for one, other in (("ae", "ai"), ("ai", "ae")) if one in text}
    return Keys(tuple("=" + one for one in sorted(less | more | met)), ())


def _in_full(text: str) -> tuple[str, ...]:
    """The words that a shortened one stands for; of two words that stand together, what they make."""
    known = lexicon()
    if " " in text:
        return (text.replace(" ", ""),)
    if text in known.expansions:
        return known.expansions[text]
    if text in known.abbreviations:
        return (known.abbreviations[text],)
    return ()
