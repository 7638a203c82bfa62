"""Letters of a name written otherwise: by forgers, by conventions, by ear, by hand, by machines."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from namesake.quality.pieces import Piece, pieces, replaced
from namesake.quality.spellings import (
    CYRILLIC,
    GREEK,
    INVISIBLE,
    KEYBOARD,
    OCR,
    PHONETIC,
    ROMANISATIONS,
    SAME_NAMES,
    UNMARKED,
)

__all__ = [
    "doubled",
    "invisible",
    "long_words",
    "look_alikes",
    "misread",
    "mistyped",
    "phonetic",
    "romanised",
    "transposed",
    "without_marks",
    "without_vowels",
]

_VOWELS: Final = frozenset("aeiouAEIOU")


def look_alikes(chance: random.Random, name: str) -> str | None:
    """Two letters as another alphabet writes letters of that shape."""
    alphabet = chance.choice((CYRILLIC, GREEK))
    places = [place for place, char in enumerate(name) if char in alphabet]
    if len(places) < 2:
        return None
    chosen = set(chance.sample(places, 2))
    return "".join(alphabet[char] if place in chosen else char for place, char in enumerate(name))


def invisible(chance: random.Random, name: str) -> str | None:
    """Two characters that nobody sees, inside words."""
    for _ in range(2):
        places = [place for word in pieces(name) for place in range(word.start + 1, word.end)]
        if not places:
            return None
        place = chance.choice(places)
        name = name[:place] + chance.choice(INVISIBLE) + name[place:]
    return name


def without_marks(chance: random.Random, name: str) -> str | None:
    """Latin letters without their accents."""
    made = "".join(
        "".join(part for part in unicodedata.normalize("NFD", char) if not unicodedata.combining(part))
        if char.isalpha() and "LATIN" in unicodedata.name(char, "")
        else char
        for char in name
    ).translate(UNMARKED)
    return made if made != name else None


def romanised(chance: random.Random, name: str) -> str | None:
    """One word as another convention writes it in Latin letters."""
    made: list[str] = []
    for word in pieces(name):
        small = word.text.lower()
        spellings = [other for row in SAME_NAMES if small in row for other in row if other != small]
        spellings += _respelled(small, ROMANISATIONS)
        made += [replaced(name, word, _cased(word.text, spelling)) for spelling in spellings]
    return chance.choice(made) if made else None


def phonetic(chance: random.Random, name: str) -> str | None:
    """One word as somebody writes it who only heard it."""
    made = [
        replaced(name, word, _cased(word.text, spelling))
        for word in pieces(name)
        if len(word.text) > 3
        for spelling in _respelled(word.text.lower(), PHONETIC)
    ]
    return chance.choice(made) if made else None


def doubled(chance: random.Random, name: str) -> str | None:
    """One letter typed twice."""
    places = [
        place
        for word in long_words(name, 3)
        for place in range(word.start, word.end)
        if name[place].isalpha()
    ]
    if not places:
        return None
    place = chance.choice(places)
    return name[:place] + name[place] + name[place:]


def transposed(chance: random.Random, name: str) -> str | None:
    """Two neighbouring letters of a word exchanged."""
    places = [
        place
        for word in long_words(name, 3)
        for place in range(word.start, word.end - 1)
        if name[place].isalpha() and name[place + 1].isalpha() and name[place] != name[place + 1]
    ]
    if not places:
        return None
    place = chance.choice(places)
    return name[:place] + name[place + 1] + name[place] + name[place + 2 :]


def mistyped(chance: random.Random, name: str) -> str | None:
    """The key beside the right one, in a word of five letters or more."""
    places = [
        place
        for word in long_words(name, 5)
        for place in range(word.start, word.end)
        if name[place].lower() in KEYBOARD
    ]
    if not places:
        return None
    place = chance.choice(places)
    key = chance.choice(KEYBOARD[name[place].lower()])
    return name[:place] + (key.upper() if name[place].isupper() else key) + name[place + 1 :]


def misread(chance: random.Random, name: str) -> str | None:
    """Two letters as a machine misreads them from a picture."""
    for _ in range(2):
        found = [
            (place, letters, other)
            for letters, other in OCR
            for place in range(len(name))
            if name.startswith(letters, place)
        ]
        if not found:
            return None
        place, letters, other = chance.choice(found)
        name = name[:place] + other + name[place + len(letters) :]
    return name


def without_vowels(chance: random.Random, name: str) -> str | None:
    """One word without its vowels, but for one that begins it."""
    made = []
    for word in long_words(name, 4):
        left = word.text[0] + "".join(char for char in word.text[1:] if char not in _VOWELS)
        if 2 <= len(left) < len(word.text):
            made.append(replaced(name, word, left))
    return chance.choice(made) if made else None


def long_words(name: str, least: int) -> list[Piece]:
    """The words of a name that have at least so many letters."""
    return [word for word in pieces(name) if len(word.text) >= least]


def _respelled(word: str, rules: Sequence[tuple[re.Pattern[str], str]]) -> list[str]:
    """The word after each rule that changes it, applied once."""
    made = [rule.sub(other, word, count=1) for rule, other in rules]
    return [one for one in made if one != word and len(one) > 1]


def _cased(like: str, word: str) -> str:
    if like.isupper():
        return word.upper()
    return word.capitalize() if like[:1].isupper() else word
