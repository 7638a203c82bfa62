"""Names made to be wrong: near a listed name, and somebody else's.

A near miss that happens to be a listed name, or only another spelling of one its party bears, is dropped:
whether it is, is checked by plain string distance and sets of words, not by the engine that is measured.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from rapidfuzz.distance import JaroWinkler, Levenshtein

from namesake.quality.pieces import PARTICLES, Piece, folded, given_and_family, pieces, replaced

__all__ = ["MOST_ALARMS", "NEAR_MISSES", "NearMiss", "NearMisses"]

MOST_ALARMS: Final = 0.15
_DRAWS: Final = 12
_LEAST_LETTERS: Final = 4
_CONSONANTS, _VOWELS = "bcdfghjklmnprstvz", "aeiou"
# Two words this alike may be one name: `Soleimani` and `Sulaymani` are at 0.88 and three letters apart.
_ALIKE: Final = 0.82

Way = Callable[[random.Random, str, str], str | None]


class NearMiss(NamedTuple):
    """A way of making a wrong name from a listed name and another one."""

    title: str
    way: Way


def token_swapped(chance: random.Random, name: str, other: str) -> str | None:
    """One word exchanged for a word of another listed person's name."""
    ours, theirs = _telling(name), _telling(other)
    if len(ours) < 2 or not theirs:
        return None
    word = chance.choice(ours)
    return replaced(name, word, chance.choice(theirs).text)


def crossed(chance: random.Random, name: str, other: str) -> str | None:
    """The given names of one, the family name of another."""
    given, _ = given_and_family(name)
    _, family = given_and_family(other)
    return " ".join([*given, *family]) if given and family else None


def overwritten(chance: random.Random, name: str, other: str) -> str | None:
    """Three letters or more of one word replaced: vowels by vowels, consonants by consonants."""
    words = [word for word in _telling(name) if len(word.text) > _LEAST_LETTERS and word.text.isascii()]
    if not words:
        return None
    word = chance.choice(words)
    count = chance.randint(3, max(3, len(word.text) - 2))
    letters = list(word.text)
    for place in chance.sample(range(len(letters)), count):
        small = letters[place].lower()
        pool = _VOWELS if small in _VOWELS else _CONSONANTS
        new = chance.choice([char for char in pool if char != small])
        letters[place] = new.upper() if letters[place].isupper() else new
    return replaced(name, word, "".join(letters))


NEAR_MISSES: Final = (
    NearMiss("a word of somebody else's", token_swapped),
    NearMiss("two names crossed", crossed),
    NearMiss("three letters or more overwritten", overwritten),
)


class NearMisses:
    """Makes near misses of listed names.

    Args:
        names: all names of each party, its weak ones too: none of them may be made.
    """

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        self._names = {party: tuple(of_party) for party, of_party in names.items()}
        self._listed = {_words(name) for of_party in self._names.values() for name in of_party}

    def of(self, miss: NearMiss, party: str, name: str, others: Sequence[str], *, seed: int) -> str | None:
        """A near miss of this party's name; None where none could be made that is surely wrong.

        Args:
            miss: the way to make it.
            party: whose name it is.
            name: the listed name.
            others: listed names to take parts from.
            seed: the same seed makes the same.
        """
        chance = random.Random(f"{seed}|{miss.title}|{party}|{name}")  # noqa: S311  # nothing secret
        for _ in range(_DRAWS):
            made = miss.way(chance, name, chance.choice(others))
            if made is not None and self.is_wrong(made, party):
                return made
        return None

    def is_wrong(self, made: str, party: str) -> bool:
        """Whether it is no listed name, and no spelling of a name of the party."""
        words = _words(made)
        return (
            bool(words)
            and words not in self._listed
            and not any(_is_spelling(words, _words(name)) for name in self._names[party])
        )


def _is_spelling(made: frozenset[str], listed: frozenset[str]) -> bool:
    """Whether every word of one is, roughly, in the other: more or fewer words do not make another person."""
    fewer, more = sorted((made, listed), key=len)
    return bool(fewer) and all(any(_alike(word, other) for other in more) for word in fewer)


def _alike(word: str, other: str) -> bool:
    if word == other:
        return True
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    if _skeleton(word) == _skeleton(other):
        return True
    close = Levenshtein.distance(word, other) <= (1 if min(len(word), len(other)) < 5 else 2)
    return close or float(JaroWinkler.similarity(word, other)) >= _ALIKE


def _skeleton(word: str) -> str:
    return "".join(char for char in word if char not in "aeiouyhw") or word


def _words(name: str) -> frozenset[str]:
    return frozenset(small for word in pieces(name) if (small := folded(word.text)) not in PARTICLES)


def _telling(name: str) -> list[Piece]:
    return [word for word in pieces(name) if word.text.lower() not in PARTICLES and len(word.text) > 2]
