"""The spelling keys of many words worked out together, in a third of the time of one by one.

The words stand one a line in a single text, so that each rule of `names/spelling.py` goes over all of them at
once. Within `learnt` the functions of `names/spelling.py` and `names/languages.py` know the keys already;
they give what they would give without.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from namesake.model.scripts import script_of
from namesake.names import languages, spelling
from namesake.names.writing import ABJADS

__all__ = ["consonants_of", "learnt", "lights_of", "strongers_of"]

_Letters = NDArray[Any]
_LINE, _H, _FIRST_VOWEL = b"\nhA"
_SHORTEST: Final = 3
"""Letters that a key must keep before an h that it loses."""


@contextmanager
def learnt(words: Iterable[str], *, sounds: bool = False) -> Iterator[None]:
    """The keys of these words are known meanwhile: of Latin words and of those of an abjad.

    Args:
        words: as `names/writing.py` gives them, or several written together.
        sounds: whether they are looked for in other scripts too, and by their strong keys.
    """
    every = list(dict.fromkeys(words))
    try:
        # What is neither letter nor digit could end a line.
        _learn([word for word in every if word.isascii() and word.isalnum()], sounds)
        _learn_abjad([word for word in every if not word.isascii() and script_of(word) in ABJADS], sounds)
        yield
    finally:
        for known in (*spelling.LEARNT, *languages.LEARNT):
            known.clear()


def _learn_abjad(words: list[str], sounds: bool) -> None:
    ways = [spelling.ways_to_read(word, strong=sounds) for word in words]
    keys = list(dict.fromkeys(chain.from_iterable(ways)))
    made = dict(zip(keys, consonants_of(keys), strict=True))
    told = (tuple(dict.fromkeys(filter(None, [made[way] for way in each]))) for each in ways)
    known = spelling.LEARNT.skeletons if sounds else spelling.LEARNT.bones
    known.update(zip(words, told, strict=True))


def _learn(words: list[str], sounds: bool) -> None:
    # Made here and only then given away: another thread may learn, and forget, meanwhile.
    if sounds:
        # Another script may leave an article out.
        bare = filter(None, map(spelling.without_article, words))
        words = list(dict.fromkeys((*words, *bare)))
    respelled = dict(zip(words, map(languages.respellings, words), strict=True))
    languages.LEARNT[0].update(respelled)
    spelled = dict.fromkeys(chain(words, chain.from_iterable(respelled.values())))
    if sounds:
        spelled.update(dict.fromkeys(chain.from_iterable(map(languages.heard, words))))
    light = dict(zip(spelled, lights_of(list(spelled)), strict=True))
    spelling.LEARNT.light.update(light)
    lights = dict(zip(words, languages.lights_learnt(respelled, light), strict=True))
    languages.LEARNT[1].update(lights)
    keys = list({light[word]: None for word in words})
    if sounds:
        every = dict.fromkeys(chain(light.values(), chain.from_iterable(lights.values())))
        stronger = dict(zip(every, strongers_of(list(every)), strict=True))
        spelling.LEARNT.stronger.update(stronger)
        keys = list(dict.fromkeys(chain(every, stronger.values())))
    spelling.LEARNT.consonants.update(zip(keys, consonants_of(keys), strict=True))


def lights_of(words: Sequence[str]) -> list[str]:
    """`spelling.light` of each of these words of small letters and digits.

    >>> lights_of(["qassem", "moussa", "abdulrahman"])
    ['kasim', 'musa', 'abdrahman']
    """
    letters = _without_doubles(_as_letters(spelling.sounds_of(_as_lines(words))))
    # A final h after a vowel is silent.
    ends = np.flatnonzero((letters[:-1] == _H) & (letters[1:] == _LINE))
    before = letters[ends - 1], letters[ends - 2], letters[ends - _SHORTEST]
    silent = _VOWELS[before[0]] & (before[1] != _LINE) & (before[2] != _LINE)
    keys = _as_words(np.delete(letters, ends[silent]))
    for place, word in enumerate(words):
        if word.startswith("abd") or "lla" in word:  # what needs more than sounds
            keys[place] = spelling.light_anew(word)
    return keys


def strongers_of(keys: Sequence[str]) -> list[str]:
    """`spelling.stronger` of each of these light keys."""
    return _as_words(_without_doubles(_as_letters(_as_lines(keys).translate(spelling.STRONGER))))


def consonants_of(keys: Sequence[str]) -> list[str]:
    """`spelling.consonants` of each of these light or strong keys."""
    letters = _as_letters(_as_lines(keys))
    first = np.flatnonzero((letters[:-1] == _LINE) & _VOWELS[letters[1:]]) + 1
    letters[first] = _FIRST_VOWEL
    letters = _without_doubles(letters[~_VOWELS[letters]])
    ends = np.flatnonzero((letters[:-1] == _H) & (letters[1:] == _LINE))
    before = letters[ends - 1]
    letters = np.delete(letters, ends[(before != _LINE) & (before != _FIRST_VOWEL)])
    letters[letters == _FIRST_VOWEL] = ord("a")
    found = _as_words(letters)
    for place, key in enumerate(keys):
        if not key:  # it passes for a vowel
            found[place] = spelling.consonants(key)
    return found


_VOWELS: Final = np.isin(np.arange(256), [ord(vowel) for vowel in spelling.VOWELS])
"""Which letters of keys are vowels, by their numbers."""


def _as_lines(words: Sequence[str]) -> str:
    return "\n".join((*words, ""))


def _as_letters(lines: str) -> _Letters:
    """The numbers of the letters, with the end of a line before the first."""
    return np.frombuffer(f"\n{lines}".encode("ascii"), dtype=np.uint8).copy()


def _as_words(letters: _Letters) -> list[str]:
    return letters[1:].tobytes().decode("ascii").split("\n")[:-1]


def _without_doubles(letters: _Letters) -> _Letters:
    """The letters without those before the same letter."""
    kept = np.ones(len(letters), dtype=np.bool_)
    kept[:-1] = (letters[:-1] != letters[1:]) | (letters[:-1] == _LINE)
    return letters[kept]
