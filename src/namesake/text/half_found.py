"""Names of which a stretch has one word as it is spelled, and another in a way that no spelling explains.

Beside a telling word of a name the next may be a letter off (Kazali for Khazali), written together where
the list has two words (Jongun, Jong Un) or apart where it has one (Abd al-Aziz, Abdulaziz), or short (PMC).
Looked for everywhere that would cost as much as all else, and every common word is near some listed one;
so it is looked for only where the name is half there already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import numpy as np

from namesake.index.hashing import taken_from
from namesake.index.lattice import Lattice
from namesake.index.layout import Array
from namesake.match.joining import token_marks
from namesake.match.strings import Keys
from namesake.names.lexicon import lexicon
from namesake.text.vocabulary import LIKE_A_NAME, Entry, Vocabulary

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


class _Near(NamedTuple):
    """The listed names that a word or two may be a part of, in ways that no spelling explains.

    Attributes:
        tokens: of a listed token that is a letter off, written together, or in full.
        runs: with several tokens that make the word together.
    """

    tokens: frozenset[int]
    runs: tuple[int, ...]


_NOTHING: Final = _Near(frozenset(), ())


class HalfFound:
    """Finds the other half of listed names in stretches.

    Args:
        lattice: what finds the listed tokens near a word.
        marks: the shelves of the snapshot's marks of runs, and what stands there.
        wanted: for each listed name whether it is wanted.
        vocabulary: what is known of the words.
    """

    def __init__(
        self, lattice: Lattice, marks: tuple[Array, Array], wanted: Array, vocabulary: Vocabulary
    ) -> None:
        self._lattice = lattice
        self._marks = marks
        self._wanted = wanted
        self._vocabulary = vocabulary
        self._near: dict[str, _Near] = {}
        self._parts: dict[tuple[int, ...], list[tuple[int, int, str]]] = {}

    def clear(self) -> None:
        """Forget all words."""
        self._near.clear()
        self._parts.clear()

    def look_up(self, stretches: Iterable[Sequence[int]]) -> None:
        """Find what the words of these stretches are near to, so far as it is not known, all together."""
        entries = self._vocabulary.entries
        fresh: dict[str, bool] = {}
        for numbers in stretches:
            parts = self._parts[tuple(numbers)] = list(self._parts_of(numbers))
            for first, _, text in parts:
                if text not in self._near:
                    fresh[text] = entries[numbers[first]].listed
        if not fresh:
            return
        texts = list(fresh)
        owners, tokens = self._lattice.sharing([_slips(text, listed) for text, listed in fresh.items()])
        bounds = np.searchsorted(owners, np.arange(len(texts) + 1)).tolist()
        written = [_in_full(text) for text in texts]
        spelled = iter(self._lattice.spelled([word for words in written for word in words]))
        runs = self._runs(fresh)
        for place, text in enumerate(texts):
            near = tokens[bounds[place] : bounds[place + 1]].tolist()
            for _ in written[place]:
                near += next(spelled).tokens.tolist()
            self._near[text] = _Near(self._named_by(near), tuple(runs.get(place, ())))

    def _runs(self, texts: Mapping[str, bool]) -> dict[int, set[int]]:
        """The wanted names that have several tokens for one of these words, by its place."""
        marks = [
            token_marks(text)
            if len(text) >= _JOINED and (not listed or _WRITTEN_TOGETHER.search(text))
            else ()
            for text, listed in texts.items()
        ]
        owners = np.repeat(np.arange(len(texts)), [len(each) for each in marks])
        numbers = np.array([mark for each in marks for mark in each], dtype=np.uint32)
        places, names = taken_from(*self._marks, numbers)
        kept = self._wanted[names]
        runs: dict[int, set[int]] = {}
        for owner, name in zip(owners[places[kept]].tolist(), names[kept].tolist(), strict=True):
            runs.setdefault(owner, set()).add(name)
        return runs

    def names(self, numbers: tuple[int, ...], entries: Sequence[Entry]) -> Iterator[tuple[int, int, int]]:
        """What may be half there: the first and last place of what no spelling explains, and the name."""
        for first, last, text in self._parts.pop(numbers, ()):
            near = self._near.get(text, _NOTHING)
            for name in near.runs:
                yield first, last, name
            if not near.tokens:
                continue
            for place, entry in enumerate(entries):
                if not first <= place <= last and 0 < len(entry.anchored) <= _FEW:
                    for name in near.tokens.intersection(entry.anchored):
                        yield first, last, name

    def _parts_of(self, numbers: Sequence[int]) -> Iterator[tuple[int, int, str]]:
        """The words of a stretch, and compounds, that may be what stands beside an anchor."""
        if len(numbers) < 2:
            return
        flags = self._vocabulary.flags
        entries = [self._vocabulary.entries[number] for number in numbers]
        anchored = [place for place, entry in enumerate(entries) if entry.anchored]
        previous = None
        for place, entry in enumerate(entries):
            if not flags[numbers[place]] & LIKE_A_NAME or len(entry.words) != 1:
                continue
            word = entry.words[0]
            if not (word.isascii() and word.isalpha()) or anchored == [place]:
                continue
            if len(word) >= _SHORTEST or word in lexicon().expansions or word in lexicon().abbreviations:
                yield place, place, word
            if (
                previous is not None
                and place - previous[0] <= 2
                and _COMPOUND.fullmatch(f"{previous[1]} {word}")
            ):
                yield previous[0], place, f"{previous[1]} {word}"
            previous = place, word

    def _named_by(self, tokens: list[int]) -> frozenset[int]:
        if not tokens:
            return frozenset()
        names, alone = self._vocabulary.names_by(tokens)
        return frozenset(names[~alone].tolist())


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
